/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-chart-private.h"

void
mp_chart_paint (MpChart *self, cairo_t *cr, MpMonth cursor, MpMonth hover)
{
  const MpChartLayout *layout = &self->layout;

  for (guint i = 0; i < layout->n_months; i++)
    {
      const MpMonthRow *row = mp_chart_row (self, i);
      double y = mp_chart_layout_y (layout, row->cash.net);

      cairo_rectangle (cr, mp_chart_layout_x (layout, row->month), y, layout->cw - 1, layout->zero_y - y);
    }
  cairo_set_source_rgb (cr, 0.1, 0.31, 0.56);
  cairo_fill (cr);
}
