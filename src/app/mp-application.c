/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-application.h"

#include "mp-backup.h"
#include "mp-fact-entry.h"
#include "mp-figures-window.h"
#include "mp-guide.h"
#include "mp-help.h"
#include "mp-hold.h"
#include "mp-keys.h"
#include "mp-overlay.h"
#include "mp-preferences.h"
#include "mp-search-provider.h"
#include "mp-settings.h"
#include "mp-traces.h"
#include "mp-window.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

#define BACKUP_SECONDS 20        /* after the start, so that it does not slow it down */
#define BACKUP_LOOK_SECONDS 3600 /* a program that runs for days makes one a day */

/* The program: opens the figures and the people once, for all windows. */
struct _MpApplication {
  AdwApplication parent_instance;
  MpParameters *parameters;
  GPtrArray *former; /* MpParameters that a drawing in a thread may still read */
  MpStore *store;
  MpSearchProvider *provider;
  gint dpi;      /* of the desktop */
  GtkWindow *figures; /* (nullable): the browser of figures, weak */
  char *problem; /* why the people could not be opened */
  guint backup_source;
};
G_DEFINE_FINAL_TYPE (MpApplication, mp_application, ADW_TYPE_APPLICATION)

static void
update_color_scheme (MpApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (mp_settings_get (), "color-scheme");

  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)),
                                      g_str_equal (scheme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                      : g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_DEFAULT);
}

/* The text of all windows, in percent of what the desktop has. */
static void
update_zoom (MpApplication *self)
{
  GtkSettings *settings = gtk_settings_get_default ();

  if (settings == NULL)
    return;
  if (self->dpi == 0)
    g_object_get (settings, "gtk-xft-dpi", &self->dpi, NULL);
  if (self->dpi > 0)
    g_object_set (settings, "gtk-xft-dpi", self->dpi * g_settings_get_int (mp_settings_get (), "zoom") / 100, NULL);
}

/* What is open says it anew. */
static void
update_words (MpApplication *self)
{
  mp_words_set_expert (g_settings_get_boolean (mp_settings_get (), "expert-words"));
  for (GList *one = gtk_application_get_windows (GTK_APPLICATION (self)); one != NULL; one = one->next)
    if (MP_IS_WINDOW (one->data))
      mp_window_set_parameters (one->data, self->parameters);
}

static void
watch_settings (MpApplication *self)
{
  g_signal_connect_object (mp_settings_get (), "changed::color-scheme", G_CALLBACK (update_color_scheme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mp_settings_get (), "changed::zoom", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mp_settings_get (), "changed::expert-words", G_CALLBACK (update_words), self, G_CONNECT_SWAPPED);
  update_words (self);
  update_color_scheme (self);
  update_zoom (self);
}

static GtkWindow *
active (gpointer data)
{
  return gtk_application_get_active_window (GTK_APPLICATION (data));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (mp_keys_new_window (active (data))));
}

/* The main window, also when one of its dialogs is active. */
static MpWindow *
main_window (MpApplication *self)
{
  GtkWindow *window = active (self);

  while (window != NULL && !MP_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? MP_WINDOW (window) : NULL;
}

static MpCaseModel *
open_case (MpApplication *self)
{
  MpWindow *window = main_window (self);

  return window != NULL ? mp_window_get_model (window) : NULL;
}

static const char *
focused_fact (MpApplication *self)
{
  return active (self) != NULL ? mp_fact_pointer_of (gtk_window_get_focus (active (self))) : NULL;
}

/* The help page for what has the focus, else for the page that is shown. */
static char *
guide_uri (MpApplication *self)
{
  GtkWindow *window = active (self);
  GtkWidget *focus = window != NULL ? gtk_window_get_focus (window) : NULL;
  MpWindow *main = main_window (self);
  const char *topic = mp_guide_topic (focus != NULL ? focus : GTK_WIDGET (window));
  g_autofree char *path = mp_guide_find (topic == NULL && main != NULL ? mp_window_get_page (main) : topic);

  return path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;
}

static void
show_short_help (MpApplication *self)
{
  MpWindow *window = main_window (self);
  g_autofree char *uri = guide_uri (self);

  gtk_window_present (GTK_WINDOW (mp_help_new (active (self), window != NULL ? mp_window_get_page (window) : NULL, focused_fact (self),
                                               uri, self->parameters)));
}

static void
help_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpApplication) self = data;

  if (active (self) != NULL && !gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    show_short_help (self);
}

/* At a fact, what its word means. Else the page of the guide in the reader's browser; without guide or browser, a few words in a window. */
static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = active (data);
  g_autofree char *uri = guide_uri (data);

  if (uri != NULL && window != NULL && !mp_help_has_word (focused_fact (data)))
    gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, help_shown_cb, g_object_ref (data));
  else
    show_short_help (data);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MpApplication *self = data;

  gtk_window_present (GTK_WINDOW (mp_preferences_new (active (self), self->store, open_case (self))));
}

static void
show_figure (MpApplication *self, const char *series)
{
  if (self->figures != NULL)
    gtk_window_destroy (self->figures);
  g_set_weak_pointer (&self->figures, GTK_WINDOW (mp_figures_window_new (active (self), self->parameters, open_case (self))));
  if (series != NULL)
    mp_figures_window_show (MP_FIGURES_WINDOW (self->figures), series);
  gtk_window_present (self->figures);
}

/* The series of mp_parameters_rows(), "sga.non_blind". */
static void
figure_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_figure (data, g_variant_get_string (parameter, NULL));
}

static void
figures_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_figure (data, NULL);
}

/**
 * mp_application_take_parameters:
 * @self: the program
 * @parameters: (transfer full): the figures from now on
 *
 * Projects what is open with other figures, as after somebody has entered some by hand.
 */
void
mp_application_take_parameters (MpApplication *self, MpParameters *parameters)
{
  g_ptr_array_add (self->former, self->parameters);
  self->parameters = parameters;
  if (self->store != NULL)
    mp_store_set_parameters (self->store, parameters);
  for (GList *one = gtk_application_get_windows (GTK_APPLICATION (self)); one != NULL; one = one->next)
    if (MP_IS_WINDOW (one->data))
      mp_window_set_parameters (one->data, parameters);
  if (self->figures != NULL)
    mp_figures_window_set_parameters (MP_FIGURES_WINDOW (self->figures), parameters);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (active (data), "application-name", "Milepost", "application-icon", "io.github.milepost.Milepost",
                         "version", MP_VERSION, "developer-name", _("The Milepost developers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("See what work does, month by month. An estimate, not a decision: only Social Security decides."),
                         NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  /* A window takes its dialogs along, so the list changes meanwhile. */
  GList *windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (data)), (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  /* Each window saves what it has before it goes. */
  for (GList *one = windows; one != NULL; one = one->next)
    gtk_window_close (one->data);
  g_list_free_full (windows, g_object_unref);
}

static const GActionEntry actions[] = {
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "help", .activate = help_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "figures", .activate = figures_cb },
  { .name = "figure", .activate = figure_cb, .parameter_type = "s" },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mp_store_back_up_finish (MP_STORE (source), result, &error);
  GtkWindow *window = active (g_application_get_default ());
  g_autofree char *text = NULL;

  if (path != NULL || window == NULL || !MP_IS_WINDOW (window))
    return;
  /* Translators: %s says why, as a sentence */
  text = g_strdup_printf (_("No backup was made today. %s"), error->message);
  mp_window_show_bar (MP_WINDOW (window), text);
}

static gboolean
back_up_cb (gpointer data)
{
  MpApplication *self = data;

  if (mp_store_needs_backup (self->store))
    mp_store_back_up_async (self->store, NULL, backed_up_cb, NULL);
  self->backup_source = g_timeout_add_seconds (BACKUP_LOOK_SECONDS, back_up_cb, self);
  return G_SOURCE_REMOVE;
}

static void
mp_application_startup (GApplication *application)
{
  MpApplication *self = MP_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autofree char *path = mp_store_default_path ();

  G_APPLICATION_CLASS (mp_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  mp_keys_set (GTK_APPLICATION (self));
  watch_settings (self);
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
  else
    {
      mp_store_set_parameters (self->store, self->parameters);
      mp_store_keep_locks (self->store);
      mp_traces_watch (self->store);
      mp_search_provider_set_store (self->provider, self->store);
      if (!mp_store_get_read_only (self->store))
        self->backup_source = g_timeout_add_seconds (BACKUP_SECONDS, back_up_cb, self);
      if (mp_store_get_notice (self->store) != NULL)
        {
          g_free (self->problem);
          self->problem = g_strdup (mp_store_get_notice (self->store));
        }
    }
}

static MpWindow *
get_window (MpApplication *self, gboolean restore)
{
  MpWindow *window = main_window (self);

  if (window == NULL)
    {
      window = MP_WINDOW (mp_window_new (ADW_APPLICATION (self), self->store, self->parameters));
      if (restore)
        mp_window_restore (window);
      if (self->problem != NULL)
        mp_window_show_bar (window, self->problem);
    }
  return window;
}

static gint
mp_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1; /* go on */
  g_print ("milepost " MP_VERSION " (figures " MP_PARAMETERS_VERSION ")\n");
  return 0;
}

static void
mp_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (MP_APPLICATION (application), TRUE)));
}

static void
mp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  mp_window_open_files (get_window (MP_APPLICATION (application), FALSE), files, n_files);
}

static gboolean
mp_application_dbus_register (GApplication *application, GDBusConnection *connection, const char *object_path, GError **error)
{
  MpApplication *self = MP_APPLICATION (application);
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  return G_APPLICATION_CLASS (mp_application_parent_class)->dbus_register (application, connection, object_path, error) &&
         mp_search_provider_export (self->provider, connection, path, error);
}

static void
mp_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *object_path)
{
  mp_search_provider_withdraw (MP_APPLICATION (application)->provider);
  G_APPLICATION_CLASS (mp_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
mp_application_dispose (GObject *object)
{
  /* What the parent does on the bus as it goes needs the provider. */
  G_OBJECT_CLASS (mp_application_parent_class)->dispose (object);
  g_clear_object (&MP_APPLICATION (object)->provider);
}

static void
mp_application_finalize (GObject *object)
{
  MpApplication *self = MP_APPLICATION (object);

  g_clear_handle_id (&self->backup_source, g_source_remove);
  if (self->parameters != NULL) /* not one that only told another to open a file */
    mp_traces_remove ();
  g_clear_object (&self->store);
  g_clear_weak_pointer (&self->figures);
  mp_parameters_free (self->parameters);
  g_ptr_array_unref (self->former);
  g_free (self->problem);
  G_OBJECT_CLASS (mp_application_parent_class)->finalize (object);
}

static void
mp_application_class_init (MpApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_application_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_application_finalize;
  G_APPLICATION_CLASS (klass)->handle_local_options = mp_application_handle_local_options;
  G_APPLICATION_CLASS (klass)->startup = mp_application_startup;
  G_APPLICATION_CLASS (klass)->activate = mp_application_activate;
  G_APPLICATION_CLASS (klass)->open = mp_application_open;
  G_APPLICATION_CLASS (klass)->dbus_register = mp_application_dbus_register;
  G_APPLICATION_CLASS (klass)->dbus_unregister = mp_application_dbus_unregister;
}

static void
mp_application_init (MpApplication *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[CASE.milepost…]"));
  g_application_set_option_context_summary (G_APPLICATION (self), _("Opens the window, and case files in it."));
  g_application_add_main_option (G_APPLICATION (self), "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _("Print the version of the program and of its published figures"), NULL);
  self->provider = mp_search_provider_new (G_APPLICATION (self));
  self->former = g_ptr_array_new_with_free_func ((GDestroyNotify) mp_parameters_free);
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
