/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The user's help: pages of HTML that are installed beside the program. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char       *mp_guide_find      (const char *page);
void        mp_guide_set_topic (GtkWidget *widget, const char *page);
const char *mp_guide_topic     (GtkWidget *widget);

G_END_DECLS
