/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The plans of a case as lines, each month a child that takes the focus and says its sentence. */

#pragma once

#include "mp-lines.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_LINES_VIEW (mp_lines_view_get_type ())
G_DECLARE_FINAL_TYPE (MpLinesView, mp_lines_view, MP, LINES_VIEW, GtkWidget)

void mp_lines_view_set_model  (MpLinesView *self, const MpLinesModel *model);
void mp_lines_view_set_cursor (MpLinesView *self, MpMonth month);

G_END_DECLS
