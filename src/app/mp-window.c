/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-window.h"

#include "mp-a11y.h"
#include "mp-case-page.h"
#include "mp-casefile.h"
#include "mp-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLES "/io/github/milepost/Milepost/samples/"
#define SAVE_DELAY 250 /* milliseconds after the last change */

/* A row of the list: a person in the database. */
#define MP_TYPE_PERSON (mp_person_get_type ())
G_DECLARE_FINAL_TYPE (MpPerson, mp_person, MP, PERSON, GObject)
struct _MpPerson {
  GObject parent_instance;
  char *id;
  char *name;
  char *detail;
};
G_DEFINE_FINAL_TYPE (MpPerson, mp_person, G_TYPE_OBJECT)

struct _MpWindow {
  AdwApplicationWindow parent_instance;
  GtkWidget *toasts, *bar, *bar_label, *bar_close, *leaflet, *people_page, *people_stack, *case_bin;
  GtkWidget *add_button, *open_button, *first_button, *alex_button, *jo_button, *sam_button, *search, *people_view;
  MpStore *store; /* NULL: runs without saving */
  const MpParameters *parameters;
  GListStore *people;
  MpCaseModel *model;
  char *person_id; /* of the open case; NULL until it is saved */
  gint64 revision; /* the saved state that the open case follows */
  guint save_source;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (MpWindow, mp_window, ADW_TYPE_APPLICATION_WINDOW)

static void
mp_person_finalize (GObject *object)
{
  MpPerson *self = MP_PERSON (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->detail);
  G_OBJECT_CLASS (mp_person_parent_class)->finalize (object);
}

static void
mp_person_class_init (MpPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mp_person_finalize;
}

static void
mp_person_init (MpPerson *self)
{
}

void
mp_window_show_bar (MpWindow *self, const char *text)
{
  if (text != NULL)
    gtk_label_set_text (GTK_LABEL (self->bar_label), text);
  gtk_info_bar_set_revealed (GTK_INFO_BAR (self->bar), text != NULL);
}

static MpPerson *
person_new (const MpStoreEntry *entry)
{
  MpPerson *person = g_object_new (MP_TYPE_PERSON, NULL);
  g_autoptr (GString) detail = g_string_new (entry->state);

  for (guint i = 0; i < 2; i++)
    {
      const char *part = i == 0 ? entry->benefits : entry->title;
      if (*part != '\0')
        g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", part);
    }
  person->id = g_strdup (entry->person_id);
  person->name = g_strdup (*entry->name != '\0' ? entry->name : _("No name"));
  person->detail = g_strdup (detail->str);
  return person;
}

static void
refresh_people (MpWindow *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  entries = mp_store_list (self->store, *search != '\0' ? search : NULL, MP_STORE_SHELF_PEOPLE, &error);
  if (entries == NULL)
    {
      mp_window_show_bar (self, error->message);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (people, person_new (entries->pdata[i]));
  g_list_store_splice (self->people, 0, g_list_model_get_n_items (G_LIST_MODEL (self->people)), people->pdata, people->len);
  gtk_stack_set_visible_child_name (GTK_STACK (self->people_stack), people->len > 0 || *search != '\0' ? "people" : "empty");
}

/* FALSE: the case is not in the database, and the bar says why. */
static gboolean
save (MpWindow *self)
{
  g_autofree char *document = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char *id;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->store == NULL || self->model == NULL)
    return FALSE;
  document = mp_case_write (mp_case_model_get_kept_case (self->model));
  id = mp_store_save (self->store, self->person_id, &self->revision, document, &error);
  if (id == NULL)
    {
      text = g_strdup_printf (_("Not saved: %s"), error->message);
      mp_window_show_bar (self, text);
      return FALSE;
    }
  g_free (self->person_id);
  self->person_id = id;
  mp_window_show_bar (self, NULL);
  refresh_people (self);
  return TRUE;
}

static gboolean
save_cb (gpointer data)
{
  MpWindow *self = data;

  self->save_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
update_actions (MpWindow *self)
{
  static const char *const of_case[] = { "win.save-copy", "win.save-pdf", "win.add-job", "win.add-plan", "win.copy-plan", "win.page" };
  gboolean can_undo = FALSE, can_redo = FALSE;

  if (self->model != NULL)
    g_object_get (self->model, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
  for (guint i = 0; i < G_N_ELEMENTS (of_case); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_case[i], self->model != NULL);
}

static void
projected_cb (MpCaseModel *model, MpWindow *self)
{
  update_actions (self);
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY, save_cb, self);
}

/* What has not been saved is saved now. */
static void
leave_case (MpWindow *self)
{
  if (self->save_source != 0)
    save (self);
  adw_bin_set_child (ADW_BIN (self->case_bin), NULL);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->person_id, g_free);
  update_actions (self);
}

static void
show_case (MpWindow *self, MpCase *kase, const char *person_id)
{
  leave_case (self);
  self->model = mp_case_model_new (kase, self->parameters);
  self->person_id = g_strdup (person_id);
  adw_bin_set_child (ADW_BIN (self->case_bin), mp_case_page_new (self->model));
  g_signal_connect (self->model, "projected", G_CALLBACK (projected_cb), self);
  if (person_id == NULL)
    save (self);
  update_actions (self);
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->case_bin);
}

static void
read_case (MpWindow *self, const char *data, gsize length, const char *person_id)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autofree char *text = NULL;
  MpCase *kase = mp_case_read (data, length, problems);

  if (kase != NULL && problems->len == 0)
    {
      show_case (self, kase, person_id);
      return;
    }
  mp_case_free (kase);
  if (problems->len > 0)
    {
      const MpProblem *problem = problems->pdata[0];
      text = g_strdup_printf (_("This case file is not opened: %s %s"), problem->pointer, problem->message);
    }
  mp_window_show_bar (self, text != NULL ? text : _("This case file is not opened."));
}

/**
 * mp_window_open_file:
 * @self: a window
 * @file: a case file
 *
 * Adds the person of a case file to the people and shows the case.
 */
void
mp_window_open_file (MpWindow *self, GFile *file)
{
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  if (g_file_load_contents (file, NULL, &data, &length, NULL, &error))
    read_case (self, data, length, NULL);
  else
    mp_window_show_bar (self, error->message);
}

static void
person_activated_cb (GtkListView *view, guint position, MpWindow *self)
{
  g_autoptr (MpPerson) person = g_list_model_get_item (G_LIST_MODEL (self->people), position);
  g_autoptr (GError) error = NULL;
  gint64 revision;
  g_autoptr (GBytes) document = mp_store_load (self->store, person->id, &revision, &error);
  gsize length;
  const char *data;

  if (document == NULL)
    {
      mp_window_show_bar (self, error->message);
      return;
    }
  data = g_bytes_get_data (document, &length);
  read_case (self, data, length, person->id);
  if (g_strcmp0 (self->person_id, person->id) == 0)
    self->revision = revision;
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->people_page);
  leave_case (self);
  refresh_people (self);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_model_undo (MP_WINDOW (widget)->model);
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_model_redo (MP_WINDOW (widget)->model);
}

static void
add_job_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_page_add_job (MP_CASE_PAGE (adw_bin_get_child (ADW_BIN (MP_WINDOW (widget)->case_bin))));
}

static void
add_plan_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_page_add_plan (MP_CASE_PAGE (adw_bin_get_child (ADW_BIN (MP_WINDOW (widget)->case_bin))),
                         g_str_equal (action, "win.copy-plan"));
}

static void
page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_page_show (MP_CASE_PAGE (adw_bin_get_child (ADW_BIN (MP_WINDOW (widget)->case_bin))), g_variant_get_string (parameter, NULL));
}

/* A person of whom nothing is known yet: a valid case needs a birth date and a first month. */
/* Asks what a case cannot be without, so that nothing about the person is assumed. */
typedef struct {
  MpWindow *window;
  GtkWidget *name, *birth;
} NewPerson;

static void
birth_changed_cb (GtkEditable *birth, AdwMessageDialog *dialog)
{
  MpDate date;

  adw_message_dialog_set_response_enabled (dialog, "add", mp_date_parse (gtk_editable_get_text (birth), &date));
}

static void
new_person_response_cb (AdwMessageDialog *dialog, const char *response, NewPerson *answer)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  MpCase *kase;

  if (!g_str_equal (response, "add"))
    return;
  kase = mp_case_new ();
  kase->beneficiary.name = mp_arena_strdup (kase->arena, gtk_editable_get_text (GTK_EDITABLE (answer->name)));
  mp_date_parse (gtk_editable_get_text (GTK_EDITABLE (answer->birth)), &kase->beneficiary.birth_date);
  kase->projection.start = mp_month (g_date_time_get_year (now), 1);
  kase->projection.months = 36;
  mp_case_add_scenario (kase, _("Plan 1"));
  show_case (answer->window, kase, NULL);
}

static GtkWidget *
add_question (GtkWidget *box, const char *title, const char *example)
{
  GtkWidget *label = gtk_label_new (title), *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  mp_a11y_name (entry, title);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static void
free_new_person (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_person_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (widget), _("Add a person"),
                                              _("The benefits are entered on the Facts page."));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  NewPerson *answer = g_new0 (NewPerson, 1);

  answer->window = MP_WINDOW (widget);
  answer->name = add_question (box, _("Name or label"), _("a first name is enough"));
  answer->birth = add_question (box, _("Birth date"), "1990-05-14");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "add", _("Add"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "add", FALSE);
  g_signal_connect (answer->birth, "changed", G_CALLBACK (birth_changed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (new_person_response_cb), answer, free_new_person, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_sample_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *path = g_strconcat (SAMPLES, g_variant_get_string (parameter, NULL), ".milepost", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  read_case (MP_WINDOW (widget), data, length, NULL);
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, MpWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      mp_window_open_file (self, file);
    }
  g_clear_object (&self->chooser);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Open a case file"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_signal_connect (self->chooser, "response", G_CALLBACK (open_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save_copy_response_cb (GtkNativeDialog *dialog, int response, MpWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT && self->model != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *document = mp_case_write (mp_case_model_get_kept_case (self->model));
      g_autoptr (GError) error = NULL;

      if (!g_file_replace_contents (file, document, strlen (document), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
        mp_window_show_bar (self, error->message);
    }
  g_clear_object (&self->chooser);
}

static void
save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save a copy"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("case.milepost"));
  g_signal_connect (self->chooser, "response", G_CALLBACK (save_copy_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save_pdf_response_cb (GtkNativeDialog *dialog, int response, MpWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT && self->model != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);
      MpReportOptions options = { .paper = MP_PAPER_LETTER };
      g_autoptr (GError) error = NULL;

      if (path == NULL)
        mp_window_show_bar (self, _("The report can be saved in a folder of this computer only."));
      else if (!mp_report_write (mp_case_model_get_case (self->model), mp_case_model_get_scenario (self->model),
                                 self->parameters, &options, path, &error))
        mp_window_show_bar (self, error->message);
    }
  g_clear_object (&self->chooser);
}

static void
save_pdf_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save the report"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("report.pdf"));
  g_signal_connect (self->chooser, "response", G_CALLBACK (save_pdf_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
undelete_cb (AdwToast *toast, MpWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!mp_store_undelete (self->store, g_object_get_data (G_OBJECT (toast), "mp-person"), &error))
    mp_window_show_bar (self, error->message);
  refresh_people (self);
}

static void
delete_clicked_cb (GtkButton *button, GtkListItem *item)
{
  MpWindow *self = MP_WINDOW (gtk_widget_get_root (GTK_WIDGET (button)));
  MpPerson *person = gtk_list_item_get_item (item);
  g_autofree char *title = g_strdup_printf (_("%s is deleted"), person->name);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!mp_store_delete (self->store, person->id, &error))
    {
      mp_window_show_bar (self, error->message);
      return;
    }
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "mp-person", g_strdup (person->id), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undelete_cb), self, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
  refresh_people (self);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (box), adw_avatar_new (36, NULL, TRUE));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect (button, "clicked", G_CALLBACK (delete_clicked_cb), item);
  gtk_list_item_set_child (item, box);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MpWindow *self)
{
  MpPerson *person = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *avatar = gtk_widget_get_first_child (box);
  GtkWidget *words = gtk_widget_get_next_sibling (avatar);
  GtkWidget *button = gtk_widget_get_next_sibling (words);
  g_autofree char *sentence = g_strdup_printf ("%s, %s", person->name, person->detail);
  g_autofree char *remove = g_strdup_printf (_("Delete %s"), person->name);

  adw_avatar_set_text (ADW_AVATAR (avatar), person->name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (words)), person->name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (words)), person->detail);
  gtk_widget_set_tooltip_text (button, remove);
  mp_a11y_name (button, remove);
  mp_a11y_row_name (box, sentence);
}

static void
close_bar (MpWindow *self)
{
  mp_window_show_bar (self, NULL);
}

static gboolean
close_cb (GtkWindow *window, gpointer data)
{
  MpWindow *self = MP_WINDOW (window);

  if (self->save_source != 0)
    save (self);
  return FALSE;
}

static void
mp_window_dispose (GObject *object)
{
  MpWindow *self = MP_WINDOW (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->chooser);
  g_clear_object (&self->people);
  g_clear_pointer (&self->person_id, g_free);
  G_OBJECT_CLASS (mp_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (klass, "win.add-person", NULL, add_person_cb);
  gtk_widget_class_install_action (klass, "win.open-sample", "s", open_sample_cb);
  gtk_widget_class_install_action (klass, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (klass, "win.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (klass, "win.save-pdf", NULL, save_pdf_cb);
  gtk_widget_class_install_action (klass, "win.add-job", NULL, add_job_cb);
  gtk_widget_class_install_action (klass, "win.add-plan", NULL, add_plan_cb);
  gtk_widget_class_install_action (klass, "win.copy-plan", NULL, add_plan_cb);
  gtk_widget_class_install_action (klass, "win.page", "s", page_cb);
}

static void
mp_window_class_init (MpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_window_dispose;
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/window.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpWindow, name)
  BIND (toasts); BIND (bar); BIND (bar_label); BIND (bar_close); BIND (leaflet); BIND (people_page); BIND (people_stack); BIND (case_bin);
  BIND (add_button); BIND (open_button); BIND (first_button); BIND (alex_button); BIND (jo_button); BIND (sam_button); BIND (search); BIND (people_view);
#undef BIND
}

static void
mp_window_init (MpWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->people = g_list_store_new (MP_TYPE_PERSON);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->people))));
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bind_cb), self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->people_view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->people_view), selection);
  g_object_unref (factory);
  g_object_unref (selection);
  g_signal_connect (self->people_view, "activate", G_CALLBACK (person_activated_cb), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (refresh_people), self);
  g_signal_connect_swapped (self->bar_close, "clicked", G_CALLBACK (close_bar), self);
  g_signal_connect (self, "close-request", G_CALLBACK (close_cb), NULL);
  mp_a11y_name (self->bar, _("Message"));
  mp_a11y_name (self->bar_close, _("Close the message"));
  mp_a11y_name (self->add_button, _("Add a person"));
  mp_a11y_name (self->open_button, _("Open a case file"));
  mp_a11y_name (self->first_button, _("Add a person"));
  mp_a11y_name (self->alex_button, _("Sample: Alex, both benefits"));
  mp_a11y_name (self->jo_button, _("Sample: Jo, SSI, student"));
  mp_a11y_name (self->sam_button, _("Sample: Sam, SSDI, blind"));
  mp_a11y_name (self->search, _("Search people and cases"));
  mp_a11y_name (self->people_view, _("People"));
  update_actions (self);
}

/**
 * mp_window_new:
 * @application: the program
 * @store: (nullable): the people; %NULL to run without saving
 * @parameters: the published figures
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
mp_window_new (AdwApplication *application, MpStore *store, const MpParameters *parameters)
{
  MpWindow *self = g_object_new (MP_TYPE_WINDOW, "application", application, NULL);

  self->store = store;
  self->parameters = parameters;
  refresh_people (self);
  return GTK_WIDGET (self);
}
