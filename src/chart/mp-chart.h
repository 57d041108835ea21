/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture of a projection: cash, benefit strips and payments to the EN on one month axis.
 * One drawing for the screen, PNG, SVG and PDF. Sizes are pixels at 100 %, or points in PDF.
 */

#pragma once

#include <pango/pangocairo.h>

#include "mp-projection.h"

G_BEGIN_DECLS

typedef enum {
  MP_CHART_LIGHT, MP_CHART_DARK, MP_CHART_CONTRAST_LIGHT, MP_CHART_CONTRAST_DARK, MP_CHART_PRINT, MP_N_CHART_PALETTES
} MpChartPalette;

/**
 * MpChartStyle:
 * @palette: the colours; MP_CHART_PRINT is greys
 * @patterns: fill the bars with a pattern each, too
 * @vector: draw patterns as short lines, for SVG and PDF, rather than as a repeated image
 * @background: paint the window background first; without it the caller has
 * @legend: draw the legend line on top
 * @legend_rows: as many as its words need, where they are more than the one of a wide picture, or the two of a narrow one
 * @without_en: leave out the payments to the EN
 * @numbered_pins: no labels beside the event pins, for the caller lists them
 * @text_scale: 1.0 is 100 %
 * @font: family, %NULL for the system's; kept as a copy
 */
typedef struct {
  MpChartPalette palette;
  gboolean patterns, vector, background, legend, without_en, numbered_pins;
  guint legend_rows;
  double text_scale;
  const char *font;
} MpChartStyle;

/**
 * MpChartModel:
 * @projection: what to draw; must outlive the next mp_chart_set_model()
 * @baseline: (nullable): the same months as they were, for the dotted line
 * @without_work: whether @baseline is the life without work, rather than the plan as it was
 * @without_notes: no flags at the months with notes, which are not for everybody
 * @axis_maximum: the largest cash of a month over all plans of the case, cents; 0 to use
 *   only what is drawn. mp_chart_largest_month() finds it
 * @en_first: whether the EN's lane gets more room than cash
 * @en_cost: with @en_first, what a person costs the EN a month, for a thin line under zero; 0: none
 * @first: number of the first reported month shown
 * @n_months: how many are shown; 0 for all from @first
 */
typedef struct {
  const MpProjection *projection;
  const MpProjection *baseline;
  gboolean without_work, without_notes, en_first;
  MpMoney axis_maximum, en_cost;
  guint first;
  guint n_months;
} MpChartModel;

typedef struct { double x, y, width, height; } MpChartRect;

typedef enum {
  MP_LANE_EVENTS, MP_LANE_CASH, MP_LANE_AXIS, MP_LANE_SSDI, MP_LANE_SSI, MP_LANE_HEALTH, MP_LANE_TICKET, MP_LANE_EN, MP_N_LANES
} MpLane;

/**
 * MpChartLayout:
 * @width: of the whole picture
 * @height: of the whole picture
 * @plot_x: where the first month begins
 * @plot_width: @n_months × @cw
 * @cw: width of a month
 * @n_months: months shown
 * @pin_rows: rows for labels of pins
 * @start: the first of them
 * @lane: each lane's box over the plot; height 0: hidden
 * @legend: the legend's box
 * @axis_top: money at the top of the cash lane, a multiple of $500
 * @axis_bottom: money at its foot: 0, or below when there are expenses
 * @axis_step: money between two grid lines
 * @en_top: money at the top of the EN lane
 * @zero_y: y of $0 in the cash lane
 * @en_depth: how far below zero of the EN lane its cost lies
 */
typedef struct {
  double width, height, plot_x, plot_width, cw, zero_y, en_depth;
  guint n_months, pin_rows;
  MpMonth start;
  MpChartRect lane[MP_N_LANES];
  MpChartRect legend;
  MpMoney axis_top, axis_bottom, axis_step, en_top;
} MpChartLayout;

#define MP_CHART_MAX_PINS 6
typedef struct { MpMonth month; MpEventCode code; } MpChartPin;

typedef enum { MP_CHART_PNG, MP_CHART_SVG, MP_CHART_PDF } MpChartFormat;

typedef struct _MpChart MpChart;

#define MP_CHART_STYLE_DEFAULT ((MpChartStyle) { .palette = MP_CHART_LIGHT, .background = TRUE, .legend = TRUE, .text_scale = 1.0 })

MpChart *mp_chart_new              (void);
void     mp_chart_free             (MpChart *self);
void     mp_chart_set_style        (MpChart *self, const MpChartStyle *style);
void     mp_chart_set_model        (MpChart *self, const MpChartModel *model);
MpMoney  mp_chart_largest_month    (const MpProjection *projection);
guint    mp_chart_pins             (const MpChartModel *model, MpChartPin pins[MP_CHART_MAX_PINS]);
PangoContext *mp_chart_context_new (void);
double   mp_chart_natural_height   (const MpChart *self, double width);

const MpChartLayout *mp_chart_layout (MpChart *self, double width, double height);
void     mp_chart_layout_compute   (MpChartLayout *layout, const MpChartModel *model, const MpChartStyle *style, double width, double height);
double   mp_chart_layout_x         (const MpChartLayout *layout, MpMonth month);
double   mp_chart_layout_y         (const MpChartLayout *layout, MpMoney amount);
MpMonth  mp_chart_layout_month_at  (const MpChartLayout *layout, double x, double y);

/* cursor, hover: MP_MONTH_NONE for none. */
void     mp_chart_draw             (MpChart *self, cairo_t *cr, double width, double height, MpMonth cursor, MpMonth hover);
/* In the picture as last laid out; MP_MONTH_NONE beside the plot. */
MpMonth  mp_chart_month_at         (const MpChart *self, double x, double y);

GBytes  *mp_chart_to_bytes         (MpChart *self, MpChartFormat format, double width, double height, double scale, GError **error);
gboolean mp_chart_write            (MpChart *self, const char *path, MpChartFormat format, double width, double height, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpChart, mp_chart_free)

G_END_DECLS
