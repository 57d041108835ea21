/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A provider's money over all people, a bar a month: the EN lane of many cases. */

#pragma once

#include "mp-caseload.h"
#include "mp-chart.h"

G_BEGIN_DECLS

typedef struct _MpCaseloadChart MpCaseloadChart;

MpCaseloadChart *mp_caseload_chart_new  (void);
void             mp_caseload_chart_free (MpCaseloadChart *self);
void             mp_caseload_chart_set_style (MpCaseloadChart *self, const MpChartStyle *style);
/* provider: copied, but for its months, which must live on; NULL draws nothing. */
void             mp_caseload_chart_set_provider (MpCaseloadChart *self, const MpCaseloadProvider *provider);
double           mp_caseload_chart_natural_height (const MpCaseloadChart *self);
/* cursor: MP_MONTH_NONE for none. */
void             mp_caseload_chart_draw (MpCaseloadChart *self, cairo_t *cr, double width, double height, MpMonth cursor);
/* In the picture as last drawn; MP_MONTH_NONE beside the months. */
MpMonth          mp_caseload_chart_month_at (const MpCaseloadChart *self, double x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpCaseloadChart, mp_caseload_chart_free)

G_END_DECLS
