/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-history-window.h"

#include "mp-a11y.h"
#include "mp-differences-view.h"
#include "mp-guide.h"
#include "mp-history.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>

/* What a state is compared with, before all states follow. */
enum { WITH_BEFORE, WITH_NOW, WITH_STATE };

struct _MpHistoryWindow {
  AdwWindow parent_instance;
  MpStore *store;
  char *person_id;
  GArray *states;    /* MpStoreState, the newest first */
  GtkWidget *leaflet, *details, *back, *list, *with, *view, *restore;
  GtkSingleSelection *selection;
};

enum { RESTORE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpHistoryWindow, mp_history_window, ADW_TYPE_WINDOW)

static char *
time_of (const MpStoreState *state)
{
  g_autoptr (GDateTime) saved = g_date_time_new_from_unix_local (state->saved);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (saved == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (saved) == g_date_time_get_year (now) && g_date_time_get_day_of_year (saved) == g_date_time_get_day_of_year (now))
    /* Translators: when a case was saved today; see strftime: a time with seconds */
    return g_date_time_format (saved, _("Today, %H:%M:%S"));
  /* Translators: when a case was saved; see strftime: day of the week, day, month, year, time */
  return g_date_time_format (saved, _("%a %-d %b %Y, %H:%M:%S"));
}

static GBytes *
load (MpHistoryWindow *self, guint number, GError **error)
{
  return mp_store_load_state (self->store, self->person_id, g_array_index (self->states, MpStoreState, number).revision, error);
}

/* The sentence of a state: what it changed in the one before it. */
static char *
describe (MpHistoryWindow *self, guint number)
{
  g_autoptr (GBytes) after = load (self, number, NULL), before = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (number + 1 == self->states->len)
    return g_strdup (_("The first state that is kept."));
  before = load (self, number + 1, NULL);
  if (after == NULL || before == NULL)
    return g_strdup (_("This state is damaged."));
  found = mp_differences (g_bytes_get_data (before, NULL), g_bytes_get_size (before),
                          g_bytes_get_data (after, NULL), g_bytes_get_size (after));
  if (found == NULL || found->len == 0)
    return g_strdup (_("Nothing that is entered changed."));
  if (found->len == 1)
    return g_strdup (((MpCaseDifference *) g_ptr_array_index (found, 0))->words);
  /* Translators: %1$s is one change in a sentence, %2$u how many others */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s, and %2$u more", "%1$s, and %2$u more", found->len - 1),
                          ((MpCaseDifference *) g_ptr_array_index (found, 0))->words, found->len - 1);
}

/* Shows two states, the older one on the left. */
static void
show_two (MpHistoryWindow *self, guint newer, guint older)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) left = load (self, older, &error), right = left != NULL ? load (self, newer, &error) : NULL;
  g_autofree char *left_title = time_of (&g_array_index (self->states, MpStoreState, older));
  g_autofree char *right_title = time_of (&g_array_index (self->states, MpStoreState, newer));

  if (right == NULL)
    mp_differences_view_message (MP_DIFFERENCES_VIEW (self->view), error->message);
  else
    mp_differences_view_show (MP_DIFFERENCES_VIEW (self->view), left_title, left, newer == 0 ? _("As it is now") : right_title, right);
}

static void
update (MpHistoryWindow *self)
{
  guint number = gtk_single_selection_get_selected (self->selection), with = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->with));

  gtk_widget_set_sensitive (self->restore, number > 0 && number < self->states->len);
  if (number >= self->states->len)
    return;
  with = with == WITH_NOW ? 0 : with == WITH_BEFORE ? number + 1 : with - WITH_STATE;
  if (with == number)
    mp_differences_view_message (MP_DIFFERENCES_VIEW (self->view), _("This is the same state."));
  else if (with >= self->states->len)
    mp_differences_view_message (MP_DIFFERENCES_VIEW (self->view), _("The first state that is kept."));
  else
    show_two (self, MIN (number, with), MAX (number, with));
}

static void
activated_cb (MpHistoryWindow *self)
{
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->details);
}

static void
back_cb (MpHistoryWindow *self)
{
  adw_leaflet_navigate (ADW_LEAFLET (self->leaflet), ADW_NAVIGATION_DIRECTION_BACK);
}

static void
restore_cb (MpHistoryWindow *self)
{
  guint number = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = NULL;

  if (number >= self->states->len)
    return;
  document = load (self, number, &error);
  if (document == NULL)
    {
      mp_differences_view_message (MP_DIFFERENCES_VIEW (self->view), error->message);
      return;
    }
  g_signal_emit (self, signals[RESTORE], 0, document);
  gtk_window_close (GTK_WINDOW (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *sentence = mp_label_new (NULL, "caption");

  gtk_widget_add_css_class (box, "mp-state");
  gtk_box_append (GTK_BOX (box), mp_label_new (NULL, "heading"));
  gtk_label_set_lines (GTK_LABEL (sentence), 3);
  gtk_label_set_ellipsize (GTK_LABEL (sentence), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), sentence);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MpHistoryWindow *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *time = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autofree char *sentence = describe (self, gtk_list_item_get_position (item));
  g_autofree char *name = g_strdup_printf ("%s: %s", time, sentence);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), time);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), sentence);
  mp_a11y_row_name (box, name);
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
make_list (MpHistoryWindow *self, GtkStringList *times)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new (), *bar = adw_header_bar_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (times)));
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  mp_a11y_name (self->list, _("Saved states"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_size_request (box, 280, -1);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  g_object_bind_property (self->leaflet, "folded", bar, "show-end-title-buttons", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

/* What it is compared with: the one before, the case now, or any other. */
static GtkWidget *
make_with (MpHistoryWindow *self, GtkStringList *times)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("Compared with the state before"));
  gtk_string_list_append (choices, _("Compared with the case now"));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (times)); i++)
    {
      /* Translators: %s is when a case was saved */
      g_autofree char *choice = g_strdup_printf (_("Compared with %s"), gtk_string_list_get_string (times, i));
      gtk_string_list_append (choices, choice);
    }
  self->with = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (choices)), NULL);
  mp_drop_down_shorten (GTK_DROP_DOWN (self->with));
  mp_a11y_name (self->with, _("Compared with"));
  gtk_widget_set_margin_start (self->with, 12);
  gtk_widget_set_margin_end (self->with, 12);
  gtk_widget_set_margin_top (self->with, 12);
  return self->with;
}

static GtkWidget *
make_details (MpHistoryWindow *self, GtkStringList *times)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = adw_header_bar_new ();

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  mp_a11y_name (self->back, _("Back to the saved states"));
  g_object_bind_property (self->leaflet, "folded", self->back, "visible", G_BINDING_SYNC_CREATE);
  self->restore = gtk_button_new_with_label (_("Restore"));
  gtk_widget_add_css_class (self->restore, "suggested-action");
  gtk_widget_set_tooltip_text (self->restore, _("Go back to this state; Undo takes it back"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new (_("What changed"), NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->restore);
  self->view = mp_differences_view_new ();
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), make_with (self, times));
  gtk_box_append (GTK_BOX (box), self->view);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_size_request (box, 340, -1);
  return box;
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
  MpHistoryWindow *self = g_object_new (MP_TYPE_HISTORY_WINDOW, "transient-for", parent, "modal", TRUE, "default-width", 860,
                                        "default-height", 560, "title", _("History"),
                                        "application", gtk_window_get_application (parent), NULL);
  g_autoptr (GtkStringList) times = gtk_string_list_new (NULL);

  mp_dialog_fit_text (GTK_WINDOW (self));
  mp_guide_set_topic (GTK_WIDGET (self), "safe");
  self->store = g_object_ref (store);
  self->person_id = g_strdup (person_id);
  self->states = mp_store_history (store, person_id, NULL);
  if (self->states == NULL)
    self->states = g_array_new (FALSE, FALSE, sizeof (MpStoreState));
  for (guint i = 0; i < self->states->len; i++)
    {
      g_autofree char *time = time_of (&g_array_index (self->states, MpStoreState, i));
      gtk_string_list_append (times, time);
    }
  self->leaflet = adw_leaflet_new ();
  gtk_widget_set_vexpand (self->leaflet, TRUE);
  adw_window_set_content (ADW_WINDOW (self), self->leaflet);
  self->details = make_details (self, times);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), make_list (self, times));
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_leaflet_page_set_navigatable (adw_leaflet_get_page (ADW_LEAFLET (self->leaflet), gtk_widget_get_last_child (self->leaflet)), FALSE);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), self->details);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->restore, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->with, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
