/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Copies of the whole caseload, their rotation, and bringing one back. */

#include "fixture.h"
#include "mp-backup.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
test_back_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  struct stat status;

  g_assert_true (mp_store_back_up (store, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_false (mp_store_back_up (store, path, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  {
    g_autoptr (MpStore) copy = mp_store_open (path, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (count (copy, "alex", MP_STORE_SHELF_PEOPLE), ==, 1);
  }
}

/* The copy is of one moment, although somebody is in the middle of writing. */
static void
test_while_writing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autoptr (MpStore) writer = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);

  g_assert_true (_mp_store_begin (writer, &error));
  g_assert_true (_mp_store_run (writer, "DELETE FROM people", &error));
  g_assert_true (mp_store_back_up (store, path, &error));
  g_assert_no_error (error);
  g_assert_true (_mp_store_end (writer, TRUE, &error));
  {
    g_autoptr (MpStore) copy = mp_store_open_copy (path, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (count (copy, NULL, MP_STORE_SHELF_PEOPLE), ==, 1);
  }
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_PEOPLE), ==, 0);
}

/* A backup each day from 1 January to 15 February 2026: seven days stay, and before them the
 * Sundays of four weeks. 1 January 2026 is a Thursday. */
static void
test_rotation (Fixture *fixture, gconstpointer data)
{
  static const char *const kept[] = {
    "2026-02-15", "2026-02-14", "2026-02-13", "2026-02-12", "2026-02-11", "2026-02-10", "2026-02-09",
    "2026-02-08", "2026-02-01", "2026-01-25", "2026-01-18",
  };
  g_autoptr (MpStore) store = open_store (fixture);
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 1, 1, 12, 0, 0);
  g_autofree char *folder = _mp_backup_folder (store);
  g_autofree char *other = g_build_filename (folder, "milepost-before-restore-20260101.db", NULL);
  g_autofree char *id = add_person (store, "Alex");
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  write_file (other, "kept", -1);
  for (gint day = 0; day < 31 + 15; day++)
    {
      g_autoptr (GDateTime) today = g_date_time_add_days (first, day);
      g_autofree char *path = _mp_store_back_up_on (store, today, &error);

      g_assert_no_error (error);
      g_assert_nonnull (path);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *name = g_strdup_printf ("milepost-%s.db", kept[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  {
    g_autoptr (GPtrArray) backups = mp_store_list_backups (store, &error);
    g_assert_cmpuint (backups->len, ==, G_N_ELEMENTS (kept) + 1);
  }
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
note_backup (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = mp_store_back_up_finish (MP_STORE (source), result, &error);
  g_assert_no_error (error);
}

/* What the window does once a day. */
static void
test_daily (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex"), *path = NULL, *other = NULL;

  g_assert_true (mp_store_needs_backup (store));
  mp_store_back_up_async (store, NULL, note_backup, &path);
  other = add_person (store, "Jo"); /* work goes on */
  while (path == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (mp_store_needs_backup (store));
  {
    g_autoptr (MpStore) copy = mp_store_open_copy (path, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (count (copy, "alex", MP_STORE_SHELF_PEOPLE), ==, 1);
  }
}

static MpRestoreKind
kind_of (GPtrArray *lines, const char *id)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MpRestoreLine *line = g_ptr_array_index (lines, i);
      if (g_str_equal (line->entry->person_id, id))
        return line->kind;
    }
  g_assert_not_reached ();
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autoptr (MpStore) window = open_store (fixture); /* another one, at work */
  g_autofree char *same = add_person (store, "Same");
  g_autofree char *changed = add_person (store, "Changed");
  g_autofree char *erased = add_person (store, "Erased");
  g_autofree char *before = make_document ("Changed", "WI", " \"ssdi\": {\"basis\": \"worker\"},", "First job");
  g_autofree char *after = make_document ("Changed", "WI", "", "Second job");
  g_autofree char *path = mp_store_back_up_today (store, &error);
  g_autofree char *added = NULL, *saved = NULL;
  g_autoptr (GPtrArray) lines = NULL, backups = NULL;

  g_assert_no_error (error);
  saved = save (store, changed, after);
  added = add_person (store, "Added");
  g_assert_true (mp_store_delete (store, erased, &error));
  g_assert_true (mp_store_erase (store, erased, &error));
  {
    g_autoptr (MpStore) copy = mp_store_open_copy (path, &error);

    g_assert_no_error (error);
    lines = mp_store_preview_restore (store, copy, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (lines->len, ==, 4);
    g_assert_cmpint (kind_of (lines, same), ==, MP_RESTORE_SAME);
    g_assert_cmpint (kind_of (lines, changed), ==, MP_RESTORE_CHANGES);
    g_assert_cmpint (kind_of (lines, erased), ==, MP_RESTORE_COMES_BACK);
    g_assert_cmpint (kind_of (lines, added), ==, MP_RESTORE_GOES);
    assert_document (store, changed, after, 2); /* only looked at so far */
    g_assert_true (mp_store_restore (store, copy, &error));
    g_assert_no_error (error);
  }
  assert_document (store, changed, before, 1);
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_ALL), ==, 3);
  g_assert_true (mp_store_poll (window));
  g_assert_cmpuint (count (window, "erased", MP_STORE_SHELF_PEOPLE), ==, 1);
  assert_document (window, changed, before, 1);
  /* Both go on as before, each with what the other saves. */
  g_assert_true (mp_store_delete (window, same, &error));
  g_assert_true (mp_store_poll (store));
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_BIN), ==, 1);
  g_assert_true (mp_store_undelete (store, same, &error));
  g_assert_true (mp_store_poll (window));
  g_assert_cmpuint (count (window, NULL, MP_STORE_SHELF_BIN), ==, 0);
  /* What was there before can be brought back too. */
  backups = mp_store_list_backups (store, &error);
  g_assert_cmpuint (backups->len, ==, 2);
  for (guint i = 0; i < backups->len; i++)
    {
      const MpBackup *backup = g_ptr_array_index (backups, i);

      if (strstr (backup->path, "before-restore") != NULL)
        {
          g_autoptr (MpStore) copy = mp_store_open_copy (backup->path, &error);
          g_assert_no_error (error);
          g_assert_true (mp_store_restore (store, copy, &error));
        }
    }
  assert_document (store, changed, after, 2);
  g_assert_cmpuint (count (store, "added", MP_STORE_SHELF_PEOPLE), ==, 1);
}

/* A backup of the first schema is brought up to date in memory; the file stays as it is. */
static void
test_restore_old (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *sample = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "tests", "store", "data", "schema-1.db", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  g_autofree char *content = NULL, *unchanged = NULL;
  gsize size, size_after;

  g_assert_true (g_file_get_contents (sample, &content, &size, &error));
  write_file (path, content, (gssize) size);
  {
    g_autoptr (MpStore) copy = mp_store_open_copy (path, &error);
    g_assert_no_error (error);
    g_assert_true (mp_store_restore (store, copy, &error));
    g_assert_no_error (error);
  }
  g_assert_cmpuint (count (store, "alex", MP_STORE_SHELF_PEOPLE), ==, 1);
  g_assert_cmpuint (count (store, "jo", MP_STORE_SHELF_BIN), ==, 1);
  g_assert_true (g_file_get_contents (path, &unchanged, &size_after, &error));
  g_assert_cmpmem (content, size, unchanged, size_after);
}

static void
test_restore_bad (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autofree char *path = mp_store_back_up_today (store, NULL);
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  {
    g_autoptr (GError) error = NULL;
    g_assert_null (mp_store_open_copy ("/nowhere/at/all.db", &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY);
  }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (MpStore) copy = NULL;

    write_file (path, "No backup at all, but a text that somebody wrote, of some length.", -1);
    copy = mp_store_open_copy (path, &error);
    g_assert_null (copy);
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_STORE);
  }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (MpStore) copy = NULL;

    memset (content + 8192, 0x5a, size - 8192);
    write_file (path, content, (gssize) size);
    copy = mp_store_open_copy (path, &error);
    if (copy != NULL)
      g_assert_false (mp_store_restore (store, copy, &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_DAMAGED);
  }
  g_assert_cmpuint (count (store, "alex", MP_STORE_SHELF_PEOPLE), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/backup/back-up", test_back_up },
    { "/backup/while-writing", test_while_writing },
    { "/backup/rotation", test_rotation },
    { "/backup/daily", test_daily },
    { "/backup/restore", test_restore },
    { "/backup/restore-old", test_restore_old },
    { "/backup/restore-bad", test_restore_bad },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
