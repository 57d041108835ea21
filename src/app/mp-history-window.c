/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-history-window.h"

#include "mp-a11y.h"
#include "mp-history.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES 40 /* of what changed */

struct _MpHistoryWindow {
  AdwWindow parent_instance;
  MpStore *store;
  char *person_id;
  GArray *states;    /* MpStoreState, the newest first */
  GtkWidget *words, *restore;
  GtkSingleSelection *selection;
};

enum { RESTORE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpHistoryWindow, mp_history_window, ADW_TYPE_WINDOW)

static char *
time_of (const MpStoreState *state)
{
  g_autoptr (GDateTime) saved = g_date_time_new_from_unix_local (state->saved);

  /* Translators: when a case was saved; see strftime: day of the week, day, month, year, time */
  return saved != NULL ? g_date_time_format (saved, _("%a %-d %b %Y, %H:%M:%S")) : g_strdup ("");
}

/* What a state changed in the one before it. */
static char *
describe (MpHistoryWindow *self, guint number)
{
  const MpStoreState *state = &g_array_index (self->states, MpStoreState, number);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) after = mp_store_load_state (self->store, self->person_id, state->revision, &error), before = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GString *text;

  if (after == NULL)
    return g_strdup (error->message);
  if (number + 1 == self->states->len)
    return g_strdup (_("The first state that is kept."));
  before = mp_store_load_state (self->store, self->person_id, (state + 1)->revision, &error);
  if (before == NULL)
    return g_strdup (error->message);
  found = mp_differences (g_bytes_get_data (before, NULL), g_bytes_get_size (before),
                          g_bytes_get_data (after, NULL), g_bytes_get_size (after));
  text = g_string_new (NULL);
  for (guint i = 0; found != NULL && i < MIN (found->len, MOST_LINES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((MpDifference *) g_ptr_array_index (found, i))->words);
  if (text->len == 0)
    g_string_append (text, _("Nothing that is entered changed."));
  return g_string_free (text, FALSE);
}

static void
selected_cb (MpHistoryWindow *self)
{
  guint number = gtk_single_selection_get_selected (self->selection);
  g_autofree char *text = number < self->states->len ? describe (self, number) : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (self->words), text);
  gtk_widget_set_sensitive (self->restore, number > 0 && number < self->states->len);
}

static void
restore_cb (MpHistoryWindow *self)
{
  guint number = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = NULL;

  if (number >= self->states->len)
    return;
  document = mp_store_load_state (self->store, self->person_id, g_array_index (self->states, MpStoreState, number).revision, &error);
  if (document == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->words), error->message);
      return;
    }
  g_signal_emit (self, signals[RESTORE], 0, document);
  gtk_window_close (GTK_WINDOW (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  mp_a11y_row_name (gtk_list_item_get_child (item), text);
}

static void
mp_history_window_dispose (GObject *object)
{
  MpHistoryWindow *self = MP_HISTORY_WINDOW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_pointer (&self->person_id, g_free);
  g_clear_pointer (&self->states, g_array_unref);
  G_OBJECT_CLASS (mp_history_window_parent_class)->dispose (object);
}

static void
mp_history_window_class_init (MpHistoryWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_history_window_dispose;
  /* An earlier state is to be the case again: its document. */
  signals[RESTORE] = g_signal_new ("restore", MP_TYPE_HISTORY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BYTES);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mp_history_window_init (MpHistoryWindow *self)
{
}

static GtkWidget *
make_list (MpHistoryWindow *self)
{
  g_autoptr (GtkStringList) times = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new (), *view;

  for (guint i = 0; i < self->states->len; i++)
    {
      g_autofree char *time = time_of (&g_array_index (self->states, MpStoreState, i));
      gtk_string_list_append (times, time);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (times)));
  view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  mp_a11y_name (view, _("Saved states"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_words (MpHistoryWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_yalign (GTK_LABEL (self->words), 0);
  gtk_label_set_selectable (GTK_LABEL (self->words), TRUE);
  gtk_widget_set_margin_start (self->words, 12);
  gtk_widget_set_margin_end (self->words, 12);
  gtk_widget_set_margin_top (self->words, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->words);
  gtk_widget_set_hexpand (scroller, TRUE);
  return scroller;
}

/**
 * mp_history_window_new:
 * @parent: the window it belongs to
 * @store: the people, unlocked
 * @person_id: whose case
 *
 * Returns: (transfer none): a window that emits “restore” with the document to go back to
 */
GtkWidget *
mp_history_window_new (GtkWindow *parent, MpStore *store, const char *person_id)
{
  MpHistoryWindow *self = g_object_new (MP_TYPE_HISTORY_WINDOW, "transient-for", parent, "modal", TRUE, "default-width", 720,
                                        "default-height", 480, "title", _("History"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *panes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  self->store = g_object_ref (store);
  self->person_id = g_strdup (person_id);
  self->states = mp_store_history (store, person_id, NULL);
  if (self->states == NULL)
    self->states = g_array_new (FALSE, FALSE, sizeof (MpStoreState));
  self->restore = gtk_button_new_with_label (_("Restore"));
  gtk_widget_add_css_class (self->restore, "suggested-action");
  gtk_widget_set_tooltip_text (self->restore, _("Go back to this state; Undo takes it back"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->restore);
  gtk_box_append (GTK_BOX (panes), make_list (self));
  gtk_box_append (GTK_BOX (panes), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (panes), make_words (self));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), panes);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (self->restore, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  selected_cb (self);
  return GTK_WIDGET (self);
}
