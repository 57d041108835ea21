/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-passphrase.h"

#include "mp-a11y.h"
#include "mp-guide.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHORTEST 8
#define PRINT_MARGIN 72 /* points */
#define LOOK_MILLISECONDS 100 /* between two looks how far the work is */
#define GROUPS_A_LINE 3 /* of a recovery key */

struct _MpPassphrase {
  AdwWindow parent_instance;
  MpStore *store;
  MpSealTask task;
  GtkWidget *stack, *group, *cancel, *go, *message, *bar;
  GtkWidget *current, *fresh, *again; /* rows; NULL: not asked */
  GtkWidget *key_label;
  char *key; /* (nullable): the recovery key, while it is shown */
  gboolean busy;
  guint source;
};

G_DEFINE_FINAL_TYPE (MpPassphrase, mp_passphrase, ADW_TYPE_WINDOW)

/* What the window says for each MpSealTask. */
static const struct { const char *title, *text, *go, *busy; } words[] = {
  [MP_SEAL_SET] = { N_("Set a passphrase"),
    N_("It seals names, cases and plans in the file. Four or five words that do not belong together are good; at least 8 letters."),
    N_("Seal"), N_("Sealing the caseload…") },
  [MP_SEAL_CHANGE] = { N_("Change the passphrase"), N_("At least 8 letters. The recovery key stays the same."), N_("Change"),
    N_("Changing the passphrase…") },
  [MP_SEAL_TAKE_OFF] = { N_("Take the passphrase off"), N_("The file can then be read by whoever can open it."), N_("Take off"),
    N_("Writing the caseload in the clear…") },
  [MP_SEAL_RENEW] = { N_("Make a new recovery key"), N_("The old one opens nothing any more, except backups made before."), N_("Make"),
    N_("Making a new recovery key…") },
};

static const char *
text_of (GtkWidget *row)
{
  return row != NULL ? gtk_editable_get_text (GTK_EDITABLE (row)) : "";
}

static void
say (MpPassphrase *self, const char *text, gboolean error)
{
  gtk_label_set_text (GTK_LABEL (self->message), text);
  gtk_widget_set_visible (self->message, *text != '\0');
  if (error)
    gtk_widget_add_css_class (self->message, "error");
  else
    gtk_widget_remove_css_class (self->message, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
update_go (MpPassphrase *self)
{
  const char *fresh = text_of (self->fresh);
  gboolean good = (self->current == NULL || *text_of (self->current) != '\0')
                  && (self->fresh == NULL || (g_utf8_strlen (fresh, -1) >= SHORTEST && g_str_equal (fresh, text_of (self->again))));

  gtk_widget_set_sensitive (self->go, good && !self->busy);
}

/* Why the button cannot be pressed yet. */
static void
changed_cb (MpPassphrase *self)
{
  const char *fresh = text_of (self->fresh), *again = text_of (self->again);

  if (*fresh != '\0' && g_utf8_strlen (fresh, -1) < SHORTEST && *again != '\0')
    say (self, _("A passphrase has at least 8 letters."), TRUE);
  else if (*again != '\0' && !g_str_has_prefix (fresh, again))
    say (self, _("The two passphrases differ."), TRUE);
  else
    say (self, "", FALSE);
  update_go (self);
}

static gboolean
look_cb (gpointer data)
{
  MpPassphrase *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), mp_store_get_progress (self->store) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
set_busy (MpPassphrase *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (self->group, !busy);
  gtk_widget_set_sensitive (self->cancel, !busy);
  gtk_widget_set_visible (self->bar, busy);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  g_clear_handle_id (&self->source, g_source_remove);
  if (busy)
    self->source = g_timeout_add (LOOK_MILLISECONDS, look_cb, self);
  update_go (self);
}

static void
clear_rows (MpPassphrase *self)
{
  GtkWidget *const rows[] = { self->current, self->fresh, self->again };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i] != NULL)
      gtk_editable_set_text (GTK_EDITABLE (rows[i]), "");
}

static void
forget_key (MpPassphrase *self)
{
  if (self->key != NULL)
    memset (self->key, 0, strlen (self->key));
  g_clear_pointer (&self->key, g_free);
}

/* "ABCD-EFGH-JKLM" a line; spaces and lines do not matter when it is typed in. */
static char *
in_lines (const char *key)
{
  GString *text = g_string_new (key);

  for (gsize i = 0, dashes = 0; i < text->len; i++)
    if (text->str[i] == '-' && ++dashes % GROUPS_A_LINE == 0)
      text->str[i] = '\n';
  return g_string_free (text, FALSE);
}

/* The only time that the recovery key is shown. Takes the key. */
static void
show_key (MpPassphrase *self, char *key)
{
  g_autofree char *lines = in_lines (key);

  self->key = key;
  gtk_label_set_text (GTK_LABEL (self->key_label), lines);
  memset (lines, 0, strlen (lines));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "key");
  gtk_window_set_title (GTK_WINDOW (self), _("Recovery key"));
  gtk_widget_set_visible (self->cancel, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->go), _("I have kept it"));
  gtk_widget_set_sensitive (self->go, TRUE);
  gtk_widget_grab_focus (self->key_label);
  gtk_label_select_region (GTK_LABEL (self->key_label), 0, 0); /* the focus alone would mark all of it */
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpPassphrase) self = data;
  g_autoptr (GError) error = NULL;
  char *key = NULL;
  gboolean done = mp_store_passphrase_finish (MP_STORE (source), result, &key, &error);

  /* The program ends: another key can be made at any time. */
  if (self->stack == NULL)
    {
      self->key = key;
      forget_key (self);
      return;
    }
  set_busy (self, FALSE);
  if (!done)
    {
      say (self, error->message, TRUE);
      if (self->current != NULL && g_error_matches (error, MP_STORE_ERROR, MP_STORE_ERROR_PASSPHRASE))
        {
          gtk_editable_set_text (GTK_EDITABLE (self->current), "");
          say (self, error->message, TRUE);
          gtk_widget_grab_focus (self->current);
        }
      return;
    }
  clear_rows (self);
  if (key != NULL)
    show_key (self, key);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
go_cb (MpPassphrase *self)
{
  if (self->key != NULL)
    {
      forget_key (self);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (!gtk_widget_get_sensitive (self->go))
    return;
  set_busy (self, TRUE);
  say (self, _(words[self->task].busy), FALSE);
  mp_store_passphrase_async (self->store, self->task, self->current != NULL ? text_of (self->current) : NULL,
                             self->fresh != NULL ? text_of (self->fresh) : NULL, done_cb, g_object_ref (self));
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
print_cb (MpPassphrase *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  /* Translators: %s is a key of 36 letters and digits */
  g_autofree char *text = g_strdup_printf (_("Recovery key of the Milepost caseload\n\n%s\n\nIt opens the caseload when the passphrase is forgotten. "
                                             "Keep this paper away from the computer."), self->key);

  gtk_print_operation_set_n_pages (operation, 1);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_key_cb), text);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
  memset (text, 0, strlen (text));
}

/* Nothing but its button closes the window with the recovery key: neither Escape nor a lock of the screen. */
static gboolean
close_cb (MpPassphrase *self)
{
  return self->busy || self->key != NULL;
}

static void
mp_passphrase_dispose (GObject *object)
{
  MpPassphrase *self = MP_PASSPHRASE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  forget_key (self);
  self->stack = NULL;
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mp_passphrase_parent_class)->dispose (object);
}

static void
mp_passphrase_class_init (MpPassphraseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_passphrase_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
add_row (MpPassphrase *self, const char *title)
{
  GtkWidget *row = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  mp_a11y_name (row, title);
  mp_a11y_icons (row);
  mp_a11y_name (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))), title);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (go_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  return row;
}

static GtkWidget *
new_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
new_page (MpPassphrase *self, const char *name)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_margin_start (page, 18);
  gtk_widget_set_margin_end (page, 18);
  gtk_widget_set_margin_top (page, 12);
  gtk_widget_set_margin_bottom (page, 24);
  gtk_stack_add_named (GTK_STACK (self->stack), page, name);
  return page;
}

static void
add_key_page (MpPassphrase *self)
{
  GtkWidget *page = new_page (self, "key"), *print = gtk_button_new_with_label (_("Print…"));

  gtk_box_append (GTK_BOX (page), new_text (
    _("Write this recovery key down or print it, and keep it away from the computer. Without it and without the passphrase nobody can read the cases again.")));
  self->key_label = gtk_label_new (NULL);
  gtk_label_set_selectable (GTK_LABEL (self->key_label), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->key_label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->key_label, "title-2");
  gtk_widget_add_css_class (self->key_label, "monospace");
  gtk_box_append (GTK_BOX (page), self->key_label);
  gtk_widget_set_halign (print, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (print, "pill");
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
  gtk_box_append (GTK_BOX (page), print);
}

static void
mp_passphrase_init (MpPassphrase *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();

  self->cancel = gtk_button_new_with_label (_("Cancel"));
  self->go = gtk_button_new ();
  gtk_widget_add_css_class (self->go, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->go);
  self->stack = gtk_stack_new ();
  self->group = adw_preferences_group_new ();
  self->message = new_text ("");
  self->bar = gtk_progress_bar_new ();
  mp_a11y_name (self->bar, _("Progress"));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->go, "clicked", G_CALLBACK (go_cb), self);
  g_signal_connect (self, "close-request", G_CALLBACK (close_cb), NULL);
}

/**
 * mp_passphrase_new:
 * @parent: the window it belongs to
 * @store: the people, unlocked
 * @task: what is to be done
 *
 * Returns: (transfer none): a window that asks what it needs, does it while the program goes on, and
 *   shows a new recovery key
 */
GtkWidget *
mp_passphrase_new (GtkWindow *parent, MpStore *store, MpSealTask task)
{
  MpPassphrase *self = g_object_new (MP_TYPE_PASSPHRASE, "transient-for", parent, "modal", TRUE, "default-width", 420,
                                     "title", _(words[task].title), "application", gtk_window_get_application (parent), NULL);
  GtkWidget *page = new_page (self, "ask");

  mp_guide_set_topic (GTK_WIDGET (self), "safe");
  mp_dialog_fit_text (GTK_WINDOW (self));
  self->store = g_object_ref (store);
  self->task = task;
  gtk_button_set_label (GTK_BUTTON (self->go), _(words[task].go));
  if (task == MP_SEAL_TAKE_OFF)
    gtk_widget_add_css_class (self->go, "destructive-action");
  gtk_box_append (GTK_BOX (page), new_text (_(words[task].text)));
  if (task != MP_SEAL_SET)
    self->current = add_row (self, _("Passphrase now"));
  if (task == MP_SEAL_SET || task == MP_SEAL_CHANGE)
    {
      self->fresh = add_row (self, _("New passphrase"));
      self->again = add_row (self, _("Once more"));
    }
  gtk_box_append (GTK_BOX (page), self->group);
  gtk_box_append (GTK_BOX (page), self->message);
  gtk_box_append (GTK_BOX (page), self->bar);
  add_key_page (self);
  set_busy (self, FALSE);
  changed_cb (self);
  return GTK_WIDGET (self);
}
