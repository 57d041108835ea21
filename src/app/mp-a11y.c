/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-a11y.h"

/**
 * mp_a11y_name:
 * @widget: a widget
 * @text: what a screen reader says for it
 *
 * Names a widget, and the unnamed button inside a drop-down or menu button that gets the focus.
 */
void
mp_a11y_name (GtkWidget *widget, const char *text)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  /* The inner button of either takes the focus. */
  if (GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget))
    {
      GtkAccessible *inner = GTK_ACCESSIBLE (gtk_widget_get_first_child (widget));

      gtk_accessible_reset_relation (inner, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (inner, GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
}

/**
 * mp_a11y_row_name:
 * @child: what a list item shows
 * @text: the sentence of the whole row
 *
 * Names the row of a list view around a widget: GTK 4.8 leaves it unnamed.
 */
void
mp_a11y_row_name (GtkWidget *child, const char *text)
{
  for (GtkWidget *widget = child; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget"))
      {
        gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
        return;
      }
}
