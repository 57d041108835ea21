/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cover of a window: after the minutes of the setting nothing of a sealed caseload can be seen or read. */

#include "mp-guard.h"

#include "mp-seal-private.h"
#include "mp-settings.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)

typedef struct {
  char *folder, *path;
  MpStore *store;
  GtkWidget *window, *content, *dialog;
  MpGuard *guard;
} Fixture;

static void
set_up (Fixture *fixture, gboolean sealed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *recovery_key = NULL;

  fixture->folder = g_dir_make_tmp ("milepost-guard-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "milepost.db", NULL);
  fixture->store = mp_store_open (fixture->path, &error);
  g_assert_no_error (error);
  if (sealed)
    recovery_key = mp_store_seal (fixture->store, "correct horse battery staple", &error);
  g_assert_no_error (error);
  fixture->window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL);
  fixture->content = gtk_label_new ("Quixote, $7,654.32");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window), fixture->content);
  fixture->guard = mp_guard_new (ADW_APPLICATION_WINDOW (fixture->window), fixture->store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = g_object_new (GTK_TYPE_WINDOW, "transient-for", fixture->window, "child", gtk_label_new ("Quixote"), NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  while (!gtk_widget_get_mapped (fixture->content) || !gtk_widget_get_mapped (fixture->dialog))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture)
{
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GDir) folder = g_dir_open (backups, 0, NULL);
  const char *name;

  g_object_unref (fixture->guard);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->store);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (backups, name, NULL);
      g_unlink (file);
    }
  g_rmdir (backups);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_idle (gconstpointer data)
{
  gboolean sealed = GPOINTER_TO_INT (data);
  Fixture fixture = { NULL };
  gint64 now;

  g_settings_set_uint (mp_settings_get (), "lock-minutes", 5);
  set_up (&fixture, sealed);
  now = g_get_monotonic_time ();
  mp_guard_look (fixture.guard, now + 4 * MINUTE);
  g_assert_false (mp_guard_is_locked (fixture.guard));
  g_assert_nonnull (fixture.dialog);
  /* never, when the setting says so */
  g_settings_set_uint (mp_settings_get (), "lock-minutes", 0);
  mp_guard_look (fixture.guard, now + 600 * MINUTE);
  g_assert_false (mp_guard_is_locked (fixture.guard));
  g_settings_set_uint (mp_settings_get (), "lock-minutes", 5);
  mp_guard_look (fixture.guard, now + 6 * MINUTE);
  g_assert_true (mp_guard_is_locked (fixture.guard));
  g_assert_cmpint (mp_store_get_locked (fixture.store), ==, sealed);
  /* Neither on the screen nor for a screen reader, and no dialog is left. */
  g_assert_false (gtk_widget_get_mapped (fixture.content));
  g_assert_false (gtk_widget_get_visible (fixture.content));
  g_assert_null (fixture.dialog);
  if (sealed)
    {
      g_assert_true (mp_store_unlock (fixture.store, "correct horse battery staple", NULL));
      g_assert_false (mp_guard_is_locked (fixture.guard));
      g_assert_true (gtk_widget_get_visible (fixture.content));
      /* the minutes begin anew */
      mp_guard_look (fixture.guard, g_get_monotonic_time () + 4 * MINUTE);
      g_assert_false (mp_guard_is_locked (fixture.guard));
    }
  tear_down (&fixture);
}

/* Another program seals the caseload: this window covers itself as soon as it sees that. */
static void
test_sealed_elsewhere (void)
{
  Fixture fixture = { NULL };
  g_autoptr (MpStore) other = NULL;
  g_autofree char *recovery_key = NULL;

  set_up (&fixture, FALSE);
  other = mp_store_open (fixture.path, NULL);
  recovery_key = mp_store_seal (other, "correct horse battery staple", NULL);
  g_assert_nonnull (recovery_key);
  g_assert_true (mp_store_poll (fixture.store));
  g_assert_true (mp_guard_is_locked (fixture.guard));
  g_assert_null (fixture.dialog);
  g_clear_object (&other);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GApplication) application = g_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_assert_true (g_application_register (application, NULL, NULL));
  _mp_seal_set_cost (1, 8192, 10);
  g_test_add_data_func ("/guard/idle", GINT_TO_POINTER (FALSE), test_idle);
  g_test_add_data_func ("/guard/idle-sealed", GINT_TO_POINTER (TRUE), test_idle);
  g_test_add_func ("/guard/sealed-elsewhere", test_sealed_elsewhere);
  return g_test_run ();
}
