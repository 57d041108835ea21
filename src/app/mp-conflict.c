/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-conflict.h"

#include "mp-differences-view.h"
#include "mp-widgets.h"
#include "mp-wrap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the window says: of two versions of one case, or of two copies. */
typedef struct { const char *title, *text, *left, *mine, *theirs; } Words;

static const Words of_versions = {
  N_("Two versions of this case"),
  N_("In another window or program this case was saved since you opened it. Whichever you take, the other one stays in the history."),
  N_("Theirs"), N_("Keep mine"), N_("Take theirs"),
};
static const Words of_copies = {
  N_("Two copies of this case"),
  N_("Both were changed apart from one another. Whichever you keep alone, the other one waits in the bin."),
  N_("The other copy"), N_("Keep this one"), N_("Keep the other"),
};

static void
chosen_cb (GtkWidget *button, gpointer data)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (button)), *parent = gtk_window_get_transient_for (window);
  MpConflictFunc func = (MpConflictFunc) g_object_get_data (G_OBJECT (window), "mp-func");
  MpConflictChoice choice = (MpConflictChoice) GPOINTER_TO_INT (data);

  gtk_window_close (window);
  func (parent, choice);
}

static void
later_cb (GtkWidget *button)
{
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (button)));
}

static GtkWidget *
add_button (GtkWidget *buttons, const char *label, MpConflictChoice choice)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", G_CALLBACK (chosen_cb), GINT_TO_POINTER (choice));
  mp_wrap_append (MP_WRAP (buttons), button);
  return button;
}

static GtkWidget *
new_buttons (const Words *words, GtkWidget **both)
{
  GtkWidget *buttons = mp_wrap_new (6), *later = gtk_button_new_with_label (_("Decide later"));

  gtk_widget_set_margin_start (buttons, 12);
  gtk_widget_set_margin_end (buttons, 12);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_widget_set_margin_bottom (buttons, 12);
  g_signal_connect (later, "clicked", G_CALLBACK (later_cb), NULL);
  mp_wrap_append (MP_WRAP (buttons), later);
  add_button (buttons, _(words->theirs), MP_CONFLICT_THEIRS);
  add_button (buttons, _(words->mine), MP_CONFLICT_MINE);
  *both = add_button (buttons, _("Keep both"), MP_CONFLICT_BOTH);
  gtk_widget_add_css_class (*both, "suggested-action");
  return buttons;
}

static gboolean
escape_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

/* Theirs on the left, mine on the right. */
static void
present (GtkWindow *parent, MpStore *store, const char *theirs_id, GBytes *mine, const Words *words, MpConflictFunc func)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "default-width", 640, "default-height", 520,
                                    "title", _(words->title), "name", "mp-conflict", NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *text = mp_label_new (_(words->text), NULL), *view = mp_differences_view_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autoptr (GBytes) theirs = mp_store_load (store, theirs_id, NULL, NULL);
  g_autoptr (MpStoreEntry) entry = mp_store_find (store, theirs_id, NULL);
  g_autoptr (GDateTime) saved = g_date_time_new_from_unix_local (entry != NULL ? entry->updated : 0);
  g_autofree char *time = g_date_time_format (saved, "%x %H:%M"), *title;
  GtkWidget *both;

  /* Translators: %1$s is "Theirs" or "The other copy", %2$s is a time */
  title = g_strdup_printf (_("%1$s, saved %2$s"), _(words->left), time);
  mp_dialog_fit_text (GTK_WINDOW (window));
  gtk_widget_set_margin_start (text, 12);
  gtk_widget_set_margin_end (text, 12);
  gtk_widget_set_margin_top (text, 12);
  if (theirs != NULL)
    mp_differences_view_show (MP_DIFFERENCES_VIEW (view), title, theirs, _("Yours"), mine);
  else
    mp_differences_view_message (MP_DIFFERENCES_VIEW (view), _("The other version cannot be read."));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), new_buttons (words, &both));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  g_object_set_data (G_OBJECT (window), "mp-func", (gpointer) func);
  gtk_window_set_default_widget (GTK_WINDOW (window), both);
  gtk_widget_grab_focus (both);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * mp_conflict_is_asking:
 * @parent: a window
 *
 * Returns: whether it is being asked already
 */
gboolean
mp_conflict_is_asking (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *one = windows; one != NULL; one = one->next)
    if (GTK_IS_WINDOW (one->data) && gtk_window_get_transient_for (one->data) == parent
        && g_str_equal (gtk_widget_get_name (one->data), "mp-conflict"))
      return TRUE;
  return FALSE;
}

/**
 * mp_conflict_ask:
 * @parent: the window with the case
 * @store: the people
 * @person_id: whose case
 * @mine: the document that could not be saved
 * @func: called with the choice
 *
 * Shows the newer state and one's own side by side and asks which to keep. Whatever is chosen, nothing is lost.
 */
void
mp_conflict_ask (GtkWindow *parent, MpStore *store, const char *person_id, const char *mine, MpConflictFunc func)
{
  g_autoptr (GBytes) bytes = g_bytes_new (mine, strlen (mine));

  present (parent, store, person_id, bytes, &of_versions, func);
}

/**
 * mp_conflict_compare:
 * @parent: the window with the case
 * @store: the people
 * @person_id: whose case is open
 * @other_id: whose is another copy of it
 * @func: called with the choice
 *
 * Shows two copies of a case side by side and asks which to keep.
 */
void
mp_conflict_compare (GtkWindow *parent, MpStore *store, const char *person_id, const char *other_id, MpConflictFunc func)
{
  g_autoptr (GBytes) mine = mp_store_load (store, person_id, NULL, NULL);

  if (mine != NULL)
    present (parent, store, other_id, mine, &of_copies, func);
}
