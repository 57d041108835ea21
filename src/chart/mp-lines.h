/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cash in hand of up to four plans, month by month, as lines. One drawing for screen, PNG, SVG and PDF. */

#pragma once

#include "mp-chart.h"

G_BEGIN_DECLS

#define MP_LINES_MAX_PLANS 4

/**
 * MpLinesModel:
 * @plans: projections over the same months; they must outlive the next mp_lines_set_model()
 * @numbers: what each is called; 0: its place, from 1
 * @n_plans: how many, up to %MP_LINES_MAX_PLANS
 * @first: number of the first reported month shown
 * @n_months: how many are shown; 0 for all from @first
 */
typedef struct {
  const MpProjection *plans[MP_LINES_MAX_PLANS];
  guint numbers[MP_LINES_MAX_PLANS];
  guint n_plans, first, n_months;
} MpLinesModel;

typedef struct _MpLines MpLines;

MpLines *mp_lines_new            (void);
void     mp_lines_free           (MpLines *self);
void     mp_lines_set_style      (MpLines *self, const MpChartStyle *style);
void     mp_lines_set_model      (MpLines *self, const MpLinesModel *model);
double   mp_lines_natural_height (const MpLines *self, double width);
/* Lays out without drawing. */
void     mp_lines_set_size       (MpLines *self, double width, double height);
/* cursor, hover: MP_MONTH_NONE for none. */
void     mp_lines_draw           (MpLines *self, cairo_t *cr, double width, double height, MpMonth cursor, MpMonth hover);
/* In the picture as last drawn; MP_MONTH_NONE beside the plot. */
MpMonth  mp_lines_month_at       (const MpLines *self, double x, double y);
/* The box of a month, for what is laid over the picture. */
MpChartRect mp_lines_month_box   (const MpLines *self, MpMonth month);
/* A piece of a plan's line, from left to right in the middle of a box: for a table beside the picture. */
void     mp_lines_draw_sample    (cairo_t *cr, MpChartPalette palette, guint plan, double width, double height);
/* Where the labels at the ends stand, from top to bottom: for tests. */
double   mp_lines_label_y        (const MpLines *self, guint plan);
GBytes  *mp_lines_to_bytes       (MpLines *self, MpChartFormat format, double width, double height, double scale, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpLines, mp_lines_free)

G_END_DECLS
