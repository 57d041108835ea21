/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One month in figures, and why they are what they are. */

#pragma once

#include "mp-projection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_MONTH_PANEL (mp_month_panel_get_type ())
G_DECLARE_FINAL_TYPE (MpMonthPanel, mp_month_panel, MP, MONTH_PANEL, AdwBin)

void  mp_month_panel_set_parameters (MpMonthPanel *self, const MpParameters *parameters);
void  mp_month_panel_show       (MpMonthPanel *self, const MpProjection *projection, const MpProjection *without, guint first, guint last);
char *mp_month_panel_to_text    (MpMonthPanel *self);
void  mp_month_panel_focus_why  (MpMonthPanel *self);

G_END_DECLS
