/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The earnings curve: cash in hand for any pay in one month, with the drop at the SGA limit, the break-even and the
 * pay between them that leaves less. One drawing for screen, PNG, SVG and PDF. */

#pragma once

#include "mp-chart.h"
#include "mp-curve.h"

G_BEGIN_DECLS

#define MP_CURVE_CHART_MAX_RINGS 4

/** MpCurveRing: A plan's own pay of the month, marked on the curve. number counts from 1. */
typedef struct { guint number; MpMoney earned; } MpCurveRing;

/**
 * MpCurveChartModel:
 * @curve: the month; must outlive the next mp_curve_chart_set_model()
 * @to: the largest pay shown, cents; 0 for twice the SGA limit
 * @rings: plans to be marked
 * @n_rings: how many
 * @with_ssdi: SSDI is in the case, so that trial work figure and limit mean something
 */
typedef struct {
  MpCurve *curve;
  MpMoney to;
  MpCurveRing rings[MP_CURVE_CHART_MAX_RINGS];
  guint n_rings;
  gboolean with_ssdi;
} MpCurveChartModel;

typedef struct _MpCurveChart MpCurveChart;

MpCurveChart *mp_curve_chart_new            (void);
void          mp_curve_chart_free           (MpCurveChart *self);
void          mp_curve_chart_set_style      (MpCurveChart *self, const MpChartStyle *style);
void          mp_curve_chart_set_model      (MpCurveChart *self, const MpCurveChartModel *model);
MpMoney       mp_curve_chart_get_to         (const MpCurveChart *self);
double        mp_curve_chart_natural_height (const MpCurveChart *self, double width);
/* cursor: a pay that is looked at, MP_MONEY_NONE for none */
void          mp_curve_chart_draw           (MpCurveChart *self, cairo_t *cr, double width, double height, MpMoney cursor);
/* In the picture as last drawn, in whole dollars; MP_MONEY_NONE beside the plot. */
MpMoney       mp_curve_chart_pay_at         (const MpCurveChart *self, double x, double y);
MpChartRect   mp_curve_chart_plot           (const MpCurveChart *self);
GBytes       *mp_curve_chart_to_bytes       (MpCurveChart *self, MpChartFormat format, double width, double height, double scale, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpCurveChart, mp_curve_chart_free)

G_END_DECLS
