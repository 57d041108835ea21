/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the line pictures share: a box with a scale of money, its grid, and marks on it. */

#pragma once

#include "mp-chart-private.h"

G_BEGIN_DECLS

#define MP_PLOT_TEXT 11.0

/* A scale of money along one side: from 0 or below to `top`, in steps of which the labels have room. */
typedef struct { MpMoney bottom, top, step; } MpPlotScale;

/* least, most: what is to be shown; length and room: of the side, and of a label along it. */
void   mp_plot_scale        (MpPlotScale *scale, MpMoney least, MpMoney most, double length, double room);
double mp_plot_y            (const MpPlotScale *scale, const MpChartRect *box, MpMoney amount);
/* The widest label of a vertical scale. */
double mp_plot_label_width  (MpChart *pen, const MpPlotScale *scale);
void   mp_plot_paint_grid   (MpChart *pen, cairo_t *cr, const MpPlotScale *scale, const MpChartRect *box);
/* Names of months where they fit, quarters else, years below in bold with a line at each January; width: of the picture. */
void   mp_plot_paint_months (MpChart *pen, cairo_t *cr, const MpChartRect *box, MpMonth start, guint n, double width);
/* "$1,500", without cents where there are none. */
char  *mp_plot_money        (MpMoney amount);
void   mp_plot_background   (MpChart *pen, cairo_t *cr, double width, double height);
/* A number on a round ground. */
void   mp_plot_paint_number (MpChart *pen, cairo_t *cr, MpColour colour, double x, double y, guint number);
/* A text on a rounded ground in the cursor's colour, kept within left .. right. */
void   mp_plot_paint_pill   (MpChart *pen, cairo_t *cr, double middle, double y, double left, double right, const char *text);

/* Plans are numbered from 0; line, number and words say the same. */
MpColour mp_plot_plan_colour (MpChartPalette palette, guint plan);
void     mp_plot_plan_line   (cairo_t *cr, guint plan, double scale);

G_END_DECLS
