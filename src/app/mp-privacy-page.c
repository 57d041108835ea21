/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-privacy-page.h"

#include "mp-a11y.h"
#include "mp-backup.h"
#include "mp-guide.h"
#include "mp-passphrase.h"
#include "mp-seal.h"
#include "mp-settings.h"
#include "mp-wrap.h"

#include <glib/gi18n-lib.h>

#define BIN_DAYS 30

struct _MpPrivacyPage {
  AdwPreferencesPage parent_instance;
  MpStore *store;
  GtkWidget *passphrase, *recovery, *backup, *bin;
  GPtrArray *bin_rows;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (MpPrivacyPage, mp_privacy_page, ADW_TYPE_PREFERENCES_PAGE)

static const guint minutes[] = { 0, 5, 10, 30 };

static GtkWindow *
window_of (MpPrivacyPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
tell (MpPrivacyPage *self, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (window_of (self), NULL, text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  return row;
}

/* Below each other where the words beside them need the room. */
static void
append_button (GtkWidget *row, GtkWidget *button)
{
  GtkWidget *buttons = g_object_get_data (G_OBJECT (row), "mp-buttons");

  if (buttons == NULL)
    {
      buttons = mp_wrap_new (6);
      gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
      gtk_widget_set_margin_top (buttons, 6);
      gtk_widget_set_margin_bottom (buttons, 6);
      g_object_set_data (G_OBJECT (row), "mp-buttons", buttons);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), buttons);
    }
  mp_wrap_append (MP_WRAP (buttons), button);
}

static GtkWidget *
add_button (GtkWidget *row, const char *label, GCallback clicked, gpointer data)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  mp_a11y_name (button, name);
  g_signal_connect_swapped (button, "clicked", clicked, data);
  append_button (row, button);
  return button;
}

static void
lock_after_cb (AdwComboRow *row)
{
  g_settings_set_uint (mp_settings_get (), "lock-minutes", minutes[MIN (adw_combo_row_get_selected (row), G_N_ELEMENTS (minutes) - 1)]);
}

static void
add_lock_after (AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_combo_row_new ();
  GtkStringList *choices = gtk_string_list_new (NULL);
  guint now = g_settings_get_uint (mp_settings_get (), "lock-minutes");

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autofree char *text = minutes[i] == 0 ? g_strdup (_("Never"))
                              : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes[i]), minutes[i]);
      gtk_string_list_append (choices, text);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Lock after"));
  mp_a11y_choice (row);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Without a key or a click. Control+L locks at once."));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    if (minutes[i] <= now)
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  g_signal_connect (row, "notify::selected", G_CALLBACK (lock_after_cb), NULL);
  g_object_unref (choices);
  adw_preferences_group_add (group, row);
}

static void
update_passphrase (MpPrivacyPage *self)
{
  gboolean sealed = mp_store_get_sealed (self->store);
  GtkWidget *button = g_object_get_data (G_OBJECT (self->passphrase), "mp-set"), *off = g_object_get_data (G_OBJECT (self->passphrase), "mp-off");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->passphrase), sealed
    ? _("The file is sealed: names and cases can be read with the passphrase or the recovery key alone.")
    : _("None: whoever can open the file can read it. Locking then only covers the window."));
  gtk_button_set_label (GTK_BUTTON (button), sealed ? _("Change…") : _("Set…"));
  mp_a11y_name (button, sealed ? _("Change the passphrase") : _("Set a passphrase"));
  gtk_widget_set_visible (off, sealed);
  gtk_widget_set_visible (self->recovery, sealed);
}

static void
update_backup (MpPrivacyPage *self)
{
  g_autoptr (GPtrArray) backups = mp_store_list_backups (self->store, NULL);
  g_autoptr (GDateTime) made = NULL;
  g_autofree char *time = NULL, *text = NULL;

  if (backups != NULL && backups->len > 0)
    made = g_date_time_new_from_unix_local (((MpBackup *) g_ptr_array_index (backups, 0))->made);
  if (made != NULL)
    time = g_date_time_format (made, "%x %H:%M");
  /* Translators: %s is a day and a time */
  text = time != NULL ? g_strdup_printf (_("The newest is of %s. Seven days and four weeks are kept."), time)
                      : g_strdup (_("There is none yet."));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->backup), text);
}

/* Sealing makes a backup, too. */
static void
ask_passphrase (MpPrivacyPage *self, MpSealTask task)
{
  GtkWidget *dialog = mp_passphrase_new (window_of (self), self->store, task);

  g_signal_connect_object (dialog, "destroy", G_CALLBACK (update_backup), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
set_passphrase_cb (MpPrivacyPage *self)
{
  ask_passphrase (self, mp_store_get_sealed (self->store) ? MP_SEAL_CHANGE : MP_SEAL_SET);
}

static void
renew_cb (MpPrivacyPage *self)
{
  ask_passphrase (self, MP_SEAL_RENEW);
}

static void
take_off_cb (MpPrivacyPage *self)
{
  ask_passphrase (self, MP_SEAL_TAKE_OFF);
}

static void
back_up_cb (MpPrivacyPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mp_store_back_up_today (self->store, &error);

  if (path == NULL)
    tell (self, error->message);
  update_backup (self);
}

static void
restore_response_cb (AdwMessageDialog *dialog, const char *response, MpPrivacyPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "restore"))
    return;
  if (!mp_store_restore (self->store, g_object_get_data (G_OBJECT (dialog), "mp-copy"), &error))
    tell (self, error->message);
  update_backup (self);
}

/* What would come back, go and change, before anything is done. */
static void
ask_restore (MpPrivacyPage *self, MpStore *copy)
{
  static const char *const words[] = {
    [MP_RESTORE_COMES_BACK] = N_("comes back"), [MP_RESTORE_GOES] = N_("goes"), [MP_RESTORE_CHANGES] = N_("changes"),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = mp_store_preview_restore (self->store, copy, &error);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  guint same = 0, others = 0;
  GtkWidget *dialog;

  if (lines == NULL)
    {
      tell (self, error->message);
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const MpRestoreLine *line = g_ptr_array_index (lines, i);

      if (line->kind == MP_RESTORE_SAME)
        same++;
      else if (others++ < 10)
        /* Translators: %1$s is a person, %2$s is "comes back", "goes" or "changes" */
        g_ptr_array_add (told, g_strdup_printf (_("%1$s: %2$s"), line->entry->name, _(words[line->kind])));
    }
  if (others > 10)
    g_ptr_array_add (told, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", others - 10), others - 10));
  g_ptr_array_add (told, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person stays the same.", "%u people stay the same.", same), same));
  g_ptr_array_add (told, g_strdup (_("What is there now is kept as a backup.")));
  g_ptr_array_add (told, NULL);
  text = g_strjoinv ("\n", (char **) told->pdata);
  dialog = adw_message_dialog_new (window_of (self), _("Restore this backup?"), text);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "restore", _("Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "mp-copy", g_object_ref (copy), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (restore_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, MpPrivacyPage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);
      g_autoptr (GError) error = NULL;
      g_autoptr (MpStore) copy = path != NULL ? mp_store_open_copy (path, &error) : NULL;

      if (copy != NULL)
        ask_restore (self, copy);
      else
        tell (self, error != NULL ? error->message : _("A backup is a file on this computer."));
    }
  g_clear_object (&self->chooser);
}

static void
restore_cb (MpPrivacyPage *self)
{
  g_autofree char *folder = g_path_get_dirname (mp_store_get_path (self->store));
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (backups);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Restore a backup"), window_of (self), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), file, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void update_bin (MpPrivacyPage *self);

static void
put_back_cb (GtkButton *button, MpPrivacyPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!mp_store_undelete (self->store, g_object_get_data (G_OBJECT (button), "mp-person"), &error))
    tell (self, error->message);
  update_bin (self);
}

/* Who came into the bin before is there for longer than it keeps. */
static gint64
bin_limit (void)
{
  return g_get_real_time () / G_USEC_PER_SEC - (BIN_DAYS + 1) * 24 * 60 * 60;
}

static void
erase_response_cb (AdwMessageDialog *dialog, const char *response, MpPrivacyPage *self)
{
  const char *person_id = g_object_get_data (G_OBJECT (dialog), "mp-person");
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "erase")
      && !(person_id != NULL ? mp_store_erase (self->store, person_id, &error) : mp_store_erase_old (self->store, bin_limit (), &error)))
    tell (self, error->message);
  update_bin (self);
}

/* The one thing that Undo cannot bring back is the one that asks. A button without a person means all that are there too long. */
static void
erase_cb (GtkButton *button, MpPrivacyPage *self)
{
  GtkWidget *dialog = adw_message_dialog_new (window_of (self), _("Erase for good?"),
    _("The case and its history are overwritten in the file. Backups made before still hold them until they are rotated out, at most five weeks."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "erase", _("Erase"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "mp-person", g_strdup (g_object_get_data (G_OBJECT (button), "mp-person")), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (erase_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_bin_button (MpPrivacyPage *self, GtkWidget *row, const MpStoreEntry *entry, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", entry->name, label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  mp_a11y_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "mp-person", g_strdup (entry->person_id), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  append_button (row, button);
}

/* What is in the bin for too long goes on the counselor's word, all at once. */
static void
add_overdue (MpPrivacyPage *self, guint n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person is in the bin longer than 30 days",
                                                        "%u people are in the bin longer than 30 days", n), n);
  GtkWidget *row = add_row (ADW_PREFERENCES_GROUP (self->bin), text, NULL), *button = gtk_button_new_with_label (_("Erase all…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  mp_a11y_name (button, _("Erase all who are in the bin longer than 30 days"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (erase_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_ptr_array_add (self->bin_rows, row);
}

static void
update_bin (MpPrivacyPage *self)
{
  g_autoptr (GPtrArray) entries = mp_store_list (self->store, NULL, MP_STORE_SHELF_BIN, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  guint overdue = 0;

  for (guint i = 0; i < self->bin_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->bin), self->bin_rows->pdata[i]);
  g_ptr_array_set_size (self->bin_rows, 0);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    overdue += ((const MpStoreEntry *) g_ptr_array_index (entries, i))->deleted < bin_limit ();
  if (overdue > 0)
    add_overdue (self, overdue);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MpStoreEntry *entry = g_ptr_array_index (entries, i);
      gint64 days = (now - entry->deleted) / (24 * 60 * 60);
      g_autofree char *text = days == 0 ? g_strdup (_("In the bin since today"))
                              : entry->deleted < bin_limit () ? g_strdup (_("Longer than 30 days in the bin: erase it when you agree."))
                              : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In the bin for %u day", "In the bin for %u days", (gulong) days),
                                                 (guint) days);
      GtkWidget *row = add_row (ADW_PREFERENCES_GROUP (self->bin), entry->name, text);

      add_bin_button (self, row, entry, _("Put back"), G_CALLBACK (put_back_cb));
      add_bin_button (self, row, entry, _("Erase…"), G_CALLBACK (erase_cb));
      g_ptr_array_add (self->bin_rows, row);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->bin), self->bin_rows->len == 0 ? _("Nobody is in the bin.") : NULL);
}

static void
mp_privacy_page_dispose (GObject *object)
{
  MpPrivacyPage *self = MP_PRIVACY_PAGE (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->store);
  g_clear_pointer (&self->bin_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mp_privacy_page_parent_class)->dispose (object);
}

static void
mp_privacy_page_class_init (MpPrivacyPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_privacy_page_dispose;
}

static void
mp_privacy_page_init (MpPrivacyPage *self)
{
  self->bin_rows = g_ptr_array_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Privacy"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "security-high-symbolic");
  mp_guide_set_topic (GTK_WIDGET (self), "safe");
}

static AdwPreferencesGroup *
add_group (MpPrivacyPage *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

/**
 * mp_privacy_page_new:
 * @store: the people, unlocked
 *
 * Returns: (transfer none): the page for a preferences window
 */
GtkWidget *
mp_privacy_page_new (MpStore *store)
{
  MpPrivacyPage *self = g_object_new (MP_TYPE_PRIVACY_PAGE, NULL);
  AdwPreferencesGroup *group = add_group (self, _("Lock"));

  self->store = g_object_ref (store);
  add_lock_after (group);
  self->passphrase = add_row (group, _("Passphrase"), NULL);
  g_object_set_data (G_OBJECT (self->passphrase), "mp-set", add_button (self->passphrase, _("Set…"), G_CALLBACK (set_passphrase_cb), self));
  g_object_set_data (G_OBJECT (self->passphrase), "mp-off", add_button (self->passphrase, _("Take off…"), G_CALLBACK (take_off_cb), self));
  self->recovery = add_row (group, _("Recovery key"), _("Opens the caseload when the passphrase is forgotten."));
  add_button (self->recovery, _("New…"), G_CALLBACK (renew_cb), self);
  update_passphrase (self);
  g_signal_connect_object (store, "notify::sealed", G_CALLBACK (update_passphrase), self, G_CONNECT_SWAPPED);
  group = add_group (self, _("The file"));
  add_row (group, _("Where it is"), mp_store_get_path (store));
  self->backup = add_row (group, _("Backup"), NULL);
  add_button (self->backup, _("Back up now"), G_CALLBACK (back_up_cb), self);
  add_button (self->backup, _("Restore…"), G_CALLBACK (restore_cb), self);
  update_backup (self);
  self->bin = GTK_WIDGET (add_group (self, _("Bin")));
  update_bin (self);
  return GTK_WIDGET (self);
}
