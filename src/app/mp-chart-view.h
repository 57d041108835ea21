/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture of a projection, with a cursor and one focusable child a month. */

#pragma once

#include "mp-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_CHART_VIEW (mp_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (MpChartView, mp_chart_view, MP, CHART_VIEW, GtkWidget)

/**
 * MpChartPlan:
 * @projection: what to show
 * @baseline: (nullable): the same months, for the dotted line
 * @without_work: whether that is the life without work, rather than the plan as it was
 * @without_notes: whether notes are neither shown nor spoken, as before a group
 * @en_first: whether the EN's lane gets more room than cash
 * @en_cost: what a person costs the EN a month, 0: not said
 * @axis_maximum: the largest cash of a month over all plans, cents, so that the axis stays while a plan changes
 *
 * All of it must live until the next one is given.
 */
typedef struct {
  const MpProjection *projection;
  const MpProjection *baseline;
  gboolean without_work, without_notes, en_first;
  MpMoney axis_maximum, en_cost;
} MpChartPlan;

GtkWidget *mp_chart_view_new          (void);
void       mp_chart_view_set_plan     (MpChartView *self, const MpChartPlan *plan);
void       mp_chart_view_set_cursor   (MpChartView *self, guint month);
void       mp_chart_view_set_span     (MpChartView *self, guint months);
void       mp_chart_view_set_patterns (MpChartView *self, gboolean patterns);
void       mp_chart_view_set_dimmed   (MpChartView *self, gboolean dimmed);
void       mp_chart_view_get_range    (MpChartView *self, guint *first, guint *last);
GBytes    *mp_chart_view_render       (MpChartView *self, MpChartFormat format, GError **error);
GdkContentProvider *mp_chart_view_copy (MpChartView *self);
GdkContentProvider *mp_chart_view_drag_out (MpChartView *self);

G_END_DECLS
