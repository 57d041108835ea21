/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "mp-chart.h"

G_BEGIN_DECLS

struct _MpChart {
  MpChartStyle style;
  MpChartModel model;
  MpChartLayout layout;
  char *font;
  char *baseline_label;
  GHashTable *texts;    /* key "size weight text" to PangoLayout */
  PangoContext *context;
};

static inline const MpMonthRow *
mp_chart_row (const MpChart *self, guint i)
{
  return mp_projection_month (self->model.projection, self->model.first + i);
}

void mp_chart_paint (MpChart *self, cairo_t *cr, MpMonth cursor, MpMonth hover);

G_END_DECLS
