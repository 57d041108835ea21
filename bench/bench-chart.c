/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Milliseconds to draw the picture on an image surface; 6 ms at 120 months is the budget of a frame. */

#include "bench.h"
#include "mp-chart.h"
#include "../tests/chart/sample.h"

int
main (void)
{
  const guint spans[] = { 60, 120 };

  for (guint s = 0; s < G_N_ELEMENTS (spans); s++)
    for (guint patterns = 0; patterns < 2; patterns++)
      {
        g_autoptr (MpProjection) p = sample_projection (spans[s], TRUE);
        g_autoptr (MpProjection) without = sample_projection (spans[s], FALSE);
        g_autoptr (MpChart) chart = mp_chart_new ();
        MpChartStyle style = MP_CHART_STYLE_DEFAULT;
        MpChartModel model = { .projection = p, .baseline = without };
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 600);
        cairo_t *cr = cairo_create (surface);
        gint64 begin;
        double drawn;

        style.patterns = patterns;
        mp_chart_set_style (chart, &style);
        mp_chart_set_model (chart, &model);
        mp_chart_draw (chart, cr, 1000, 600, p->start, MP_MONTH_NONE);
        begin = bench_now ();
        for (guint i = 0; i < 100; i++)
          {
            mp_chart_set_model (chart, &model); /* as after each projection */
            mp_chart_draw (chart, cr, 1000, 600, p->start + (MpMonth) (i % spans[s]), MP_MONTH_NONE);
          }
        drawn = (double) (bench_now () - begin) / 100 / 1000000;
        begin = bench_now ();
        for (guint i = 0; i < 100; i++)
          {
            cairo_set_source_rgb (cr, 1, 1, 1);
            cairo_paint (cr);
          }
        g_print ("| %u months%s | %.2f | %.2f |\n", spans[s], patterns ? ", patterns" : "", drawn,
                 (double) (bench_now () - begin) / 100 / 1000000);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
  return 0;
}
