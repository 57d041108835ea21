/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The earnings curve, with a pay that arrow keys and the pointer move. */

#pragma once

#include "mp-curve-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_CURVE_VIEW (mp_curve_view_get_type ())
G_DECLARE_FINAL_TYPE (MpCurveView, mp_curve_view, MP, CURVE_VIEW, GtkWidget)

void    mp_curve_view_set_model (MpCurveView *self, const MpCurveChartModel *model);
MpMoney mp_curve_view_get_pay   (MpCurveView *self);
void    mp_curve_view_set_pay   (MpCurveView *self, MpMoney pay);
MpMoney mp_curve_view_get_to    (MpCurveView *self);

G_END_DECLS
