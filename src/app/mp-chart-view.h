/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture of a projection, with a cursor and one focusable child a month. */

#pragma once

#include "mp-projection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_CHART_VIEW (mp_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (MpChartView, mp_chart_view, MP, CHART_VIEW, GtkWidget)

GtkWidget *mp_chart_view_new            (void);
void       mp_chart_view_set_projection (MpChartView *self, const MpProjection *projection, const MpProjection *without);
void       mp_chart_view_set_cursor     (MpChartView *self, guint month);

G_END_DECLS
