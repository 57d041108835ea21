/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Figures of a new year: typed one notice at a time, or taken from a file. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *mp_new_figures_new       (GtkWindow *parent);
GtkWidget *mp_new_figures_group_new (void);
gboolean   mp_new_figures_import    (const char *name, GBytes *csv, char **message);

G_END_DECLS
