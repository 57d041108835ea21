/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A bin that tells its width, so that what it holds can take another form: libadwaita 1.2 has no breakpoints. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_ADAPTIVE (mp_adaptive_get_type ())
G_DECLARE_FINAL_TYPE (MpAdaptive, mp_adaptive, MP, ADAPTIVE, GtkWidget)

void mp_adaptive_set_child (MpAdaptive *self, GtkWidget *child);

G_END_DECLS
