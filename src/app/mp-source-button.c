/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-source-button.h"

#include "mp-a11y.h"
#include "mp-typed.h"

#include <glib/gi18n-lib.h>

#define N_KINDS (MP_SOURCE_JUDGEMENT + 1)
#define LATEST_SHORT_YEAR 2069

struct _MpSourceButton {
  GtkWidget parent_instance;
  GtkWidget *button, *letter;
  char *title;
  MpSourceKind by;
  MpDate on;
  MpChecked checked;
  char *ask, *note;
  gboolean client;
  /* Made when the popover is first opened: a form has a hundred of these. */
  GtkWidget *kinds[N_KINDS];
  GtkWidget *on_entry, *checked_button, *ask_entry, *note_entry, *client_button;
  gboolean updating;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpSourceButton, mp_source_button, GTK_TYPE_WIDGET)

static const struct { const char *letter, *name; } kinds[N_KINDS] = {
  [MP_SOURCE_UNKNOWN] = { "?", N_("Not said") },
  /* Translators: one letter each, shown in a ring: where a fact comes from */
  [MP_SOURCE_BPQY] = { NC_("source", "B"), N_("BPQY") },
  [MP_SOURCE_SSA_LETTER] = { NC_("source", "L"), N_("Letter of SSA") },
  [MP_SOURCE_DOCUMENT] = { NC_("source", "D"), N_("Document, such as a pay stub") },
  [MP_SOURCE_PERSON] = { NC_("source", "W"), N_("Client’s word") },
  [MP_SOURCE_JUDGEMENT] = { NC_("source", "J"), N_("Counselor’s judgment") },
};

const char *
mp_source_letter (MpSourceKind kind)
{
  return kind == MP_SOURCE_UNKNOWN ? kinds[kind].letter : g_dpgettext2 (GETTEXT_PACKAGE, "source", kinds[kind].letter);
}

const char *
mp_source_name (MpSourceKind kind)
{
  return _(kinds[kind].name);
}

static void
show (MpSourceButton *self)
{
  g_autofree char *on = self->on.month != MP_MONTH_NONE ? mp_date_to_string (self->on) : NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  /* Translators: title of a fact, where it comes from: "Source of Full amount: BPQY" */
  g_string_printf (name, _("Source of %1$s: %2$s"), self->title, mp_source_name (self->by));
  if (on != NULL)
    g_string_append_printf (name, ", %s", on);
  if (self->checked == MP_CHECKED_YES)
    g_string_append_printf (name, ", %s", _("checked"));
  else if (self->checked == MP_CHECKED_NO)
    g_string_append_printf (name, ", %s", _("still to check"));
  if (self->checked == MP_CHECKED_NO && self->ask != NULL)
    g_string_append_printf (name, ". %s: %s", _("Who can confirm"), self->ask);
  if (self->note != NULL)
    g_string_append_printf (name, ". %s: %s", _("Note"), self->note);
  gtk_label_set_text (GTK_LABEL (self->letter), self->by == MP_SOURCE_UNKNOWN && self->checked == MP_CHECKED_NO ? "!" : mp_source_letter (self->by));
  gtk_widget_set_tooltip_text (self->button, name->str);
  mp_a11y_name (self->button, name->str);
  /* the focus goes to the button inside */
  mp_a11y_name (gtk_widget_get_first_child (self->button), name->str);
  if (self->by == MP_SOURCE_UNKNOWN)
    gtk_widget_add_css_class (self->button, "unknown");
  else
    gtk_widget_remove_css_class (self->button, "unknown");
  if (self->checked == MP_CHECKED_YES)
    gtk_widget_add_css_class (self->button, "checked");
  else
    gtk_widget_remove_css_class (self->button, "checked");
}

static void
set_text (GtkWidget *entry, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

static void
show_in_popover (MpSourceButton *self)
{
  g_autofree char *on = self->on.month != MP_MONTH_NONE ? mp_date_to_string (self->on) : NULL;

  if (self->on_entry == NULL)
    return;
  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kinds[self->by]), TRUE);
  set_text (self->on_entry, on);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checked_button), self->checked == MP_CHECKED_YES);
  set_text (self->ask_entry, self->ask);
  set_text (self->note_entry, self->note);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->client_button), self->client);
  self->updating = FALSE;
}

static void
changed (MpSourceButton *self)
{
  show (self);
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
kind_cb (GtkCheckButton *button, MpSourceButton *self)
{
  if (self->updating || !gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < N_KINDS; i++)
    if (GTK_WIDGET (button) == self->kinds[i])
      self->by = i;
  changed (self);
}

static void
checked_cb (GtkCheckButton *button, MpSourceButton *self)
{
  if (self->updating)
    return;
  self->checked = gtk_check_button_get_active (button) ? MP_CHECKED_YES : MP_CHECKED_NO;
  changed (self);
}

static void
client_cb (GtkCheckButton *button, MpSourceButton *self)
{
  if (self->updating)
    return;
  self->client = gtk_check_button_get_active (button);
  changed (self);
}

static void
text_cb (GtkEditable *entry, MpSourceButton *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  MpDate date = MP_DATE_NONE;

  if (self->updating)
    return;
  if (GTK_WIDGET (entry) == self->on_entry)
    {
      gboolean good = *text == '\0' || (mp_date_parse_typed (text, LATEST_SHORT_YEAR, &date) && date.month >= MP_MONTH_FIRST);

      gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
      if (!good)
        {
          gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
          return;
        }
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      self->on = date;
    }
  else
    {
      char **to = GTK_WIDGET (entry) == self->ask_entry ? &self->ask : &self->note;

      g_free (*to);
      *to = *text != '\0' ? g_steal_pointer (&text) : NULL;
    }
  changed (self);
}

static void
closed_cb (GtkEntry *entry, MpSourceButton *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static GtkWidget *
add_entry (MpSourceButton *self, GtkWidget *box, const char *title, const char *placeholder)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title), *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 16);
  mp_a11y_name (entry, title);
  g_signal_connect (entry, "changed", G_CALLBACK (text_cb), self);
  g_signal_connect (entry, "activate", G_CALLBACK (closed_cb), self);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (box), line);
  return entry;
}

static void
create_popover_cb (GtkMenuButton *button, gpointer data)
{
  MpSourceButton *self = data;
  GtkWidget *popover, *box;

  if (self->on_entry != NULL)
    {
      show_in_popover (self);
      return;
    }
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; i < N_KINDS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s   %s", mp_source_letter (i), mp_source_name (i));

      self->kinds[i] = gtk_check_button_new_with_label (text);
      mp_a11y_name (self->kinds[i], mp_source_name (i));
      mp_a11y_check (GTK_CHECK_BUTTON (self->kinds[i]));
      gtk_check_button_set_group (GTK_CHECK_BUTTON (self->kinds[i]), i > 0 ? GTK_CHECK_BUTTON (self->kinds[0]) : NULL);
      gtk_box_append (GTK_BOX (box), self->kinds[i]);
    }
  self->on_entry = add_entry (self, box, _("Date"), "2026-01-06");
  self->checked_button = gtk_check_button_new_with_label (_("Checked"));
  mp_a11y_name (self->checked_button, _("Checked"));
  mp_a11y_check (GTK_CHECK_BUTTON (self->checked_button));
  gtk_box_append (GTK_BOX (box), self->checked_button);
  self->ask_entry = add_entry (self, box, _("Who can confirm"), _("Local SSA office"));
  self->note_entry = add_entry (self, box, _("Note"), NULL);
  self->client_button = gtk_check_button_new_with_label (_("Print the note for the client"));
  mp_a11y_name (self->client_button, _("Print the note for the client"));
  mp_a11y_check (GTK_CHECK_BUTTON (self->client_button));
  gtk_box_append (GTK_BOX (box), self->client_button);
  show_in_popover (self);
  for (guint i = 0; i < N_KINDS; i++)
    g_signal_connect (self->kinds[i], "toggled", G_CALLBACK (kind_cb), self);
  g_signal_connect (self->checked_button, "toggled", G_CALLBACK (checked_cb), self);
  g_signal_connect (self->client_button, "toggled", G_CALLBACK (client_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  mp_a11y_name (popover, _("Where this comes from"));
  gtk_menu_button_set_popover (button, popover);
}

static void
mp_source_button_dispose (GObject *object)
{
  g_clear_pointer (&MP_SOURCE_BUTTON (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (mp_source_button_parent_class)->dispose (object);
}

static void
mp_source_button_finalize (GObject *object)
{
  MpSourceButton *self = MP_SOURCE_BUTTON (object);

  g_free (self->title);
  g_free (self->ask);
  g_free (self->note);
  G_OBJECT_CLASS (mp_source_button_parent_class)->finalize (object);
}

static void
mp_source_button_class_init (MpSourceButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_source_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_source_button_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "source");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * MpSourceButton::changed:
   *
   * The person has said something about the source.
   */
  signals[CHANGED] = g_signal_new ("changed", MP_TYPE_SOURCE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mp_source_button_init (MpSourceButton *self)
{
  self->on = MP_DATE_NONE;
  self->button = gtk_menu_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "source-mark");
  gtk_widget_add_css_class (self->button, "flat");
  self->letter = gtk_label_new (NULL);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->letter); /* a label of its own would come with an arrow */
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  /* Ctrl+. opens it from the fact, so that Tab goes from fact to fact; what it opens takes the focus. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (self->button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self, NULL);
}

/**
 * mp_source_button_new:
 * @title: the title of the fact
 *
 * Returns: (transfer floating): a mark of a source of which nothing is said
 */
GtkWidget *
mp_source_button_new (const char *title)
{
  MpSourceButton *self = g_object_new (MP_TYPE_SOURCE_BUTTON, NULL);

  self->title = g_strdup (title);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * mp_source_button_set_source:
 * @self: a mark
 * @source: (nullable): what is known; its pointer is not looked at
 *
 * Shows a source, without the signal.
 */
void
mp_source_button_set_source (MpSourceButton *self, const MpSource *source)
{
  static const MpSource nothing = { .on = { MP_MONTH_NONE, 0 } };
  char *ask, *note;

  if (source == NULL)
    source = &nothing;
  ask = g_strdup (source->ask);
  note = g_strdup (source->note);
  g_free (self->ask);
  g_free (self->note);
  self->by = source->by;
  self->on = source->on;
  self->checked = source->checked;
  self->client = source->client;
  self->ask = ask;
  self->note = note;
  show (self);
  show_in_popover (self);
}

/**
 * mp_source_button_get_source:
 * @self: a mark
 * @source: (out caller-allocates): what is said, its texts owned by @self; the pointer is %NULL
 */
void
mp_source_button_get_source (MpSourceButton *self, MpSource *source)
{
  *source = (MpSource) { NULL, self->by, self->on, self->checked, self->ask, self->note, self->client };
}

/**
 * mp_source_button_popup:
 * @self: a mark
 *
 * Opens what is known of the source, as a click does.
 */
void
mp_source_button_popup (MpSourceButton *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
