/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Three bubbles that say once what the first Projection does not show by itself. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_N_HINTS 3

const char *mp_hint_text     (guint hint);
void        mp_hints_begin   (GtkBox *page, GtkWidget *const anchors[MP_N_HINTS]);
gboolean    mp_hints_dismiss (GtkBox *page);

G_END_DECLS
