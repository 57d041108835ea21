/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-application.h"

#include "mp-overlay.h"
#include "mp-window.h"

#include <glib/gi18n-lib.h>

/* The program: opens the figures and the people once, for all windows. */
struct _MpApplication {
  AdwApplication parent_instance;
  MpParameters *parameters;
  MpStore *store;
  char *problem; /* why the people could not be opened */
};
G_DEFINE_FINAL_TYPE (MpApplication, mp_application, ADW_TYPE_APPLICATION)

static void
mp_application_startup (GApplication *application)
{
  static const struct { const char *action; const char *keys[2]; } keys[] = {
    { "win.undo", { "<Control>z", NULL } }, { "win.redo", { "<Control><Shift>z", NULL } },
    { "win.add-person", { "<Control>n", NULL } }, { "win.open", { "<Control>o", NULL } },
    { "win.save-pdf", { "<Control>e", NULL } }, { "win.back", { "<Alt>Left", NULL } }, { "win.copy-plan", { "<Control>d", NULL } },
    { "win.page::facts", { "<Alt>1", NULL } }, { "win.page::work", { "<Alt>2", NULL } },
    { "win.page::projection", { "<Alt>3", NULL } }, { "win.page::milestones", { "<Alt>4", NULL } },
    { "win.page::compare", { "<Alt>5", NULL } }, { "win.page::report", { "<Alt>6", NULL } },
  };
  MpApplication *self = MP_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autofree char *path = mp_store_default_path ();

  G_APPLICATION_CLASS (mp_application_parent_class)->startup (application);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].keys);
  self->parameters = mp_parameters_new_for_user (problems, &error);
  if (self->parameters == NULL)
    {
      const MpProblem *problem = problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL;

      self->problem = g_strdup_printf (_("The figures entered by hand are not used. %s"), problem != NULL ? problem->message : error->message);
      g_clear_error (&error);
      self->parameters = mp_parameters_new (&error);
    }
  if (self->parameters == NULL)
    g_error ("%s", error->message);
  self->store = mp_store_open (path, &error);
  if (self->store == NULL)
    {
      g_free (self->problem);
      self->problem = g_strdup_printf (_("Milepost runs without saving. %s"), error->message);
    }
}

static MpWindow *
get_window (MpApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (mp_window_new (ADW_APPLICATION (self), self->store, self->parameters));
      mp_window_show_bar (MP_WINDOW (window), self->problem);
    }
  gtk_window_present (window);
  return MP_WINDOW (window);
}

static void
mp_application_activate (GApplication *application)
{
  get_window (MP_APPLICATION (application));
}

static void
mp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MpWindow *window = get_window (MP_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    mp_window_open_file (window, files[i]);
}

static void
mp_application_finalize (GObject *object)
{
  MpApplication *self = MP_APPLICATION (object);

  g_clear_object (&self->store);
  mp_parameters_free (self->parameters);
  g_free (self->problem);
  G_OBJECT_CLASS (mp_application_parent_class)->finalize (object);
}

static void
mp_application_class_init (MpApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mp_application_finalize;
  G_APPLICATION_CLASS (klass)->startup = mp_application_startup;
  G_APPLICATION_CLASS (klass)->activate = mp_application_activate;
  G_APPLICATION_CLASS (klass)->open = mp_application_open;
}

static void
mp_application_init (MpApplication *self)
{
}

/**
 * mp_application_new:
 *
 * Returns: (transfer full): the program
 */
MpApplication *
mp_application_new (void)
{
  return g_object_new (MP_TYPE_APPLICATION, "application-id", "io.github.milepost.Milepost",
                       "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
