/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The milestone ladder as a widget, with one focusable child a step. */

#pragma once

#include "mp-ladder.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_LADDER_VIEW (mp_ladder_view_get_type ())
G_DECLARE_FINAL_TYPE (MpLadderView, mp_ladder_view, MP, LADDER_VIEW, GtkWidget)

void       mp_ladder_view_set_model    (MpLadderView *self, const MpLadderModel *model);
void       mp_ladder_view_set_revealed (MpLadderView *self, guint steps);
void       mp_ladder_view_set_scale    (MpLadderView *self, double scale);
void       mp_ladder_view_focus_step   (MpLadderView *self, guint step);
MpLadder  *mp_ladder_view_get_ladder   (MpLadderView *self);

G_END_DECLS
