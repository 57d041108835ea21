/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-tab-stop.h"

struct _MpTabStop {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (MpTabStop, mp_tab_stop, ADW_TYPE_BIN)

/* Tab leaves the list from any of its rows; the arrow keys walk them. */
static gboolean
mp_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (mp_tab_stop_parent_class)->focus (widget, direction);
}

static void
mp_tab_stop_class_init (MpTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = mp_tab_stop_focus;
}

static void
mp_tab_stop_init (MpTabStop *self)
{
}
