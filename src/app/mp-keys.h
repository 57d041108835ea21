/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All keys of the program in one table: what sets them and what shows them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       mp_keys_set        (GtkApplication *application);
GtkWidget *mp_keys_new_window (GtkWindow *parent);

G_END_DECLS
