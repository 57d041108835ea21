/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A published figure over the years, as steps. */

#pragma once

#include "mp-chart.h"

G_BEGIN_DECLS

/**
 * MpFigureStep:
 * @from: the first month
 * @to: the last month; %MP_MONTH_OPEN: and on
 * @value: dollars, hours or percent, in hundredths
 * @text: how it is written
 */
typedef struct {
  MpMonth from, to;
  MpMoney value;
  const char *text;
} MpFigureStep;

void mp_figure_chart_draw (const MpChartStyle *style, const MpFigureStep *steps, guint n_steps, MpMonth until, cairo_t *cr, double width, double height);

G_END_DECLS
