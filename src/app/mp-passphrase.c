/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-passphrase.h"

#include "mp-a11y.h"
#include "mp-seal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHORTEST 8
#define PRINT_MARGIN 72 /* points */

typedef struct {
  MpStore *store;
  MpPassphraseTask task;
  GtkWidget *dialog, *current, *fresh, *again; /* entries; NULL: not asked */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *self = data;

  g_object_unref (self->store);
  g_free (self);
}

static const char *
text_of (GtkWidget *entry)
{
  return entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (entry)) : "";
}

static void
tell (GtkWindow *parent, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Nothing is changed"), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
draw_key_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, const char *text)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 14");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) - 2 * PRINT_MARGIN) * PANGO_SCALE);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, PRINT_MARGIN, PRINT_MARGIN);
  pango_cairo_show_layout (cr, layout);
}

static void
print_key (GtkWindow *parent, const char *key)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autofree char *text = g_strdup_printf (_("Recovery key of the Milepost caseload\n\n%s\n\nIt opens the caseload when the passphrase is forgotten. "
                                             "Keep this paper away from the computer."), key);

  gtk_print_operation_set_n_pages (operation, 1);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_key_cb), text);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

static void
wipe (gpointer key)
{
  memset (key, 0, strlen (key));
  g_free (key);
}

static void
key_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  if (g_str_equal (response, "print"))
    print_key (gtk_window_get_transient_for (GTK_WINDOW (dialog)), g_object_get_data (G_OBJECT (dialog), "mp-key"));
}

/* The only time that the recovery key is shown. */
static void
show_key (GtkWindow *parent, char *key)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("The caseload is sealed"),
    _("Write this recovery key down or print it, and keep it away from the computer. Without it and without the passphrase nobody can read the cases again."));
  GtkWidget *label = gtk_label_new (key);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_add_css_class (label, "monospace");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), label);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "kept", _("I have kept it"), "print", _("Print…"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "print");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "kept");
  g_object_set_data_full (G_OBJECT (dialog), "mp-key", key, wipe);
  g_signal_connect (dialog, "response", G_CALLBACK (key_response_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autoptr (GError) error = NULL;
  char *key;

  if (!g_str_equal (response, "go"))
    return;
  /* Whoever sits down at an unlocked window does not know the passphrase. */
  if (self->current != NULL && !mp_store_unlock (self->store, text_of (self->current), &error))
    {
      tell (parent, error->message);
      return;
    }
  switch (self->task)
    {
    case MP_PASSPHRASE_CHANGE:
      mp_store_change_passphrase (self->store, text_of (self->fresh), &error);
      break;
    case MP_PASSPHRASE_TAKE_OFF:
      mp_store_unseal (self->store, &error);
      break;
    case MP_PASSPHRASE_SET:
    default:
      key = mp_store_seal (self->store, text_of (self->fresh), &error);
      if (key != NULL)
        show_key (parent, key);
    }
  if (error != NULL)
    tell (parent, error->message);
}

static void
changed_cb (Question *self)
{
  const char *fresh = text_of (self->fresh);
  gboolean good = (self->current == NULL || *text_of (self->current) != '\0')
                  && (self->fresh == NULL || (g_utf8_strlen (fresh, -1) >= SHORTEST && g_str_equal (fresh, text_of (self->again))));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), "go", good);
}

static GtkWidget *
add_entry (Question *self, GtkWidget *box, const char *title)
{
  GtkWidget *label = gtk_label_new (title), *entry = gtk_password_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_object_set (entry, "activates-default", TRUE, NULL);
  mp_a11y_name (entry, title);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

/**
 * mp_passphrase_new:
 * @parent: the window it belongs to
 * @store: the people, unlocked
 * @task: what is to be done
 *
 * Returns: (transfer none): a dialog that asks what it needs and does it
 */
GtkWidget *
mp_passphrase_new (GtkWindow *parent, MpStore *store, MpPassphraseTask task)
{
  static const struct { const char *title, *text, *go; } words[] = {
    [MP_PASSPHRASE_SET] = { N_("Set a passphrase"),
      N_("It seals names, cases and plans in the file. Four or five words that do not belong together are good; at least 8 letters."), N_("Seal") },
    [MP_PASSPHRASE_CHANGE] = { N_("Change the passphrase"), N_("At least 8 letters. The recovery key stays the same."), N_("Change") },
    [MP_PASSPHRASE_TAKE_OFF] = { N_("Take the passphrase off"), N_("The file can then be read by whoever can open it."), N_("Take off") },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Question *self = g_new0 (Question, 1);

  self->store = g_object_ref (store);
  self->task = task;
  self->dialog = adw_message_dialog_new (parent, _(words[task].title), _(words[task].text));
  if (task != MP_PASSPHRASE_SET)
    self->current = add_entry (self, box, _("Passphrase now"));
  if (task != MP_PASSPHRASE_TAKE_OFF)
    {
      self->fresh = add_entry (self, box, _("New passphrase"));
      self->again = add_entry (self, box, _("Once more"));
    }
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _("Cancel"), "go", _(words[task].go), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self->dialog), "go",
                                              task == MP_PASSPHRASE_TAKE_OFF ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self->dialog), "go");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self->dialog), "cancel");
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (response_cb), self, question_free, 0);
  changed_cb (self);
  return self->dialog;
}
