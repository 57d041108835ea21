/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-a11y.h"

static void
set_label (GtkWidget *widget, const char *text)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The button of a drop-down, and the row that shows what is chosen in it. */
static void
name_inside (GtkWidget *widget, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        continue;
      if (GTK_IS_TOGGLE_BUTTON (child) || g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkListItemWidget"))
        set_label (child, text);
      name_inside (child, text);
    }
}

/**
 * mp_a11y_name:
 * @widget: a widget
 * @text: what a screen reader says for it
 *
 * Names a widget, and the unnamed parts inside a drop-down or a table that take the focus.
 */
void
mp_a11y_name (GtkWidget *widget, const char *text)
{
  set_label (widget, text);
  if (GTK_IS_DROP_DOWN (widget))
    {
      name_inside (widget, text);
      mp_a11y_choice (widget);
    }
  if (GTK_IS_MENU_BUTTON (widget))
    set_label (gtk_widget_get_first_child (widget), text); /* the button that takes the focus */
  if (GTK_IS_COLUMN_VIEW (widget))
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      set_label (child, text); /* the row of titles and the rows */
}

static void
add_action (GSimpleActionGroup *actions, const char *name, GCallback activate, GtkWidget *widget)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_swapped (action, "activate", activate, widget);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
}

/* Rows are used again for other items: once for each is enough. */
static void
add_row_action (GtkWidget *row)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  add_action (actions, "activate", G_CALLBACK (gtk_widget_activate), row);
  gtk_widget_insert_action_group (row, "row", G_ACTION_GROUP (actions));
  g_object_set_data (G_OBJECT (row), "mp-row", actions);
}

/**
 * mp_a11y_row_name:
 * @child: what a list item shows
 * @text: the sentence of the whole row
 *
 * Names the row of a list view around a widget: GTK 4.8 leaves it unnamed, and gives it no action, which is
 * "row.activate" then.
 */
void
mp_a11y_row_name (GtkWidget *child, const char *text)
{
  for (GtkWidget *widget = child; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget"))
      {
        set_label (widget, text);
        if (g_object_get_data (G_OBJECT (widget), "mp-row") == NULL)
          add_row_action (widget);
        return;
      }
}

/**
 * mp_a11y_icons:
 * @widget: a widget of libadwaita
 *
 * Names the buttons in it that are only an icon by their tooltips: GTK 4.8 would name them after the image.
 */
void
mp_a11y_icons (GtkWidget *widget)
{
  const char *text = gtk_widget_get_tooltip_text (widget);

  if (text != NULL && GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    set_label (widget, text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    mp_a11y_icons (child);
}

/* One of several cannot be turned off, but by another. */
static void
turn (GtkCheckButton *check)
{
  const gboolean radio = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (check)) == GTK_ACCESSIBLE_ROLE_RADIO;

  if (gtk_widget_is_sensitive (GTK_WIDGET (check)))
    gtk_check_button_set_active (check, radio || !gtk_check_button_get_active (check));
}

/**
 * mp_a11y_check:
 * @check: a check box, or one of several of which one is chosen
 *
 * Lets an aid for people who use no keys turn a check box: GTK 4.8 gives it no action, as it does a switch. The action
 * is "check.toggle".
 */
void
mp_a11y_check (GtkCheckButton *check)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  add_action (actions, "toggle", G_CALLBACK (turn), GTK_WIDGET (check));
  gtk_widget_insert_action_group (GTK_WIDGET (check), "check", G_ACTION_GROUP (actions));
}

static void
choose (GtkWidget *widget, gint step)
{
  g_autoptr (GListModel) model = NULL;
  guint selected;
  gint last;

  g_object_get (widget, "model", &model, "selected", &selected, NULL);
  last = model != NULL ? (gint) g_list_model_get_n_items (model) - 1 : -1;
  if (last >= 0 && gtk_widget_is_sensitive (widget))
    g_object_set (widget, "selected", (guint) CLAMP ((gint) selected + step, 0, last), NULL);
}

static void
choose_next (GtkWidget *widget)
{
  choose (widget, 1);
}

static void
choose_previous (GtkWidget *widget)
{
  choose (widget, -1);
}

/**
 * mp_a11y_choice:
 * @widget: a drop-down or a combo row
 *
 * Lets an aid for people who use no keys choose: GTK 4.8 tells of no list of choices that it could act on. The actions
 * are "choice.next" and "choice.previous". mp_a11y_name() does this for a drop-down.
 */
void
mp_a11y_choice (GtkWidget *widget)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  add_action (actions, "next", G_CALLBACK (choose_next), widget);
  add_action (actions, "previous", G_CALLBACK (choose_previous), widget);
  gtk_widget_insert_action_group (widget, "choice", G_ACTION_GROUP (actions));
}
