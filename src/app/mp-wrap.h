/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Children side by side, on as many lines as they need. Tab goes from one to the next. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_WRAP (mp_wrap_get_type ())
G_DECLARE_FINAL_TYPE (MpWrap, mp_wrap, MP, WRAP, GtkWidget)

GtkWidget *mp_wrap_new         (int spacing);
void       mp_wrap_set_columns (MpWrap *self, gboolean columns);
void       mp_wrap_append      (MpWrap *self, GtkWidget *child);

G_END_DECLS
