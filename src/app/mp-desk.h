/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The what-if desk: pay and hours of one step of the plan, tried out while they move. */

#pragma once

#include "mp-case-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_DESK (mp_desk_get_type ())
G_DECLARE_FINAL_TYPE (MpDesk, mp_desk, MP, DESK, AdwBin)

void mp_desk_bind   (MpDesk *self, MpCaseModel *model, MpCaseView *view);
void mp_desk_describe (MpDesk *self, GtkWidget *answer);
void mp_desk_update (MpDesk *self);
void mp_desk_set_room (MpDesk *self, int width, gboolean narrow);

G_END_DECLS
