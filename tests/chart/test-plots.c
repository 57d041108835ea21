/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines of plans and the earnings curve: geometry, scales, every palette and format. */

#include <math.h>

#include "mp-curve-chart.h"
#include "mp-lines.h"
#include "mp-plot-private.h"
#include "mp-words-compare.h"
#include "sample.h"

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

/* The scale holds what is shown, in round steps of which the labels have room. */
static void
test_scale (void)
{
  static const MpMoney most[] = { 0, 99, 10000, 123456, 265550, 415000, 1000000, 99999999 };

  for (guint i = 0; i < G_N_ELEMENTS (most); i++)
    for (MpMoney least = 0; least >= -50000; least -= 25000)
      {
        MpPlotScale scale;

        mp_plot_scale (&scale, least, most[i], 260, 36);
        g_assert_cmpint (scale.top, >=, most[i]);
        g_assert_cmpint (scale.bottom, <=, least);
        g_assert_cmpint (scale.top % scale.step, ==, 0);
        g_assert_cmpint (scale.bottom % scale.step, ==, 0);
        g_assert_cmpfloat (260.0 * (double) scale.step / (double) MAX (most[i] - least, 10000), >=, 36);
      }
}

/* Labels at the ends keep the order of the lines, do not touch and do not leave the box. */
static void
test_labels (void)
{
  g_autoptr (MpLines) lines = mp_lines_new ();
  MpLinesModel model = { .n_plans = 4 };
  static const MpMoney ends[][4] = { { 100000, 101000, 102000, 103000 }, { 0, 0, 0, 0 }, { 300000, 299000, 1000, 0 }, { 100000, 300000, 200000, 150000 } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 320);
  cairo_t *cr = cairo_create (surface);

  for (guint k = 0; k < 4; k++)
    {
      MpProjection *plan = sample_projection (36, TRUE);

      model.plans[k] = plan;
    }
  for (guint e = 0; e < G_N_ELEMENTS (ends); e++)
    {
      for (guint k = 0; k < 4; k++)
        model.plans[k]->rows[35].cash.net = ends[e][k];
      mp_lines_set_model (lines, &model);
      mp_lines_draw (lines, cr, 900, 320, MP_MONTH_NONE, MP_MONTH_NONE);
      for (guint k = 0; k < 4; k++)
        for (guint j = 0; j < 4; j++)
          {
            if (j == k)
              continue;
            g_assert_cmpfloat (fabs (mp_lines_label_y (lines, k) - mp_lines_label_y (lines, j)), >=, 34 - 1e-6);
            if (ends[e][k] > ends[e][j])
              g_assert_cmpfloat (mp_lines_label_y (lines, k), <, mp_lines_label_y (lines, j));
          }
      for (guint k = 0; k < 4; k++)
        {
          g_assert_cmpfloat (mp_lines_label_y (lines, k), >=, 17);
          g_assert_cmpfloat (mp_lines_label_y (lines, k), <=, 320 - 40);
        }
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  for (guint k = 0; k < 4; k++)
    mp_projection_free ((MpProjection *) model.plans[k]);
}

/* Each month has its own box, beside the next, and is found in it. */
static void
test_months (void)
{
  g_autoptr (MpLines) lines = mp_lines_new ();
  g_autoptr (MpProjection) plan = sample_projection (60, TRUE);
  MpLinesModel model = { .plans = { plan }, .n_plans = 1, .first = 12, .n_months = 36 };
  static const double widths[] = { 340, 900, 2000 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  cairo_t *cr = cairo_create (surface);

  mp_lines_set_model (lines, &model);
  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      mp_lines_draw (lines, cr, widths[w], 320, MP_MONTH_NONE, MP_MONTH_NONE);
      for (MpMonth month = plan->start + 12; month < plan->start + 48; month++)
        {
          MpChartRect box = mp_lines_month_box (lines, month), next = mp_lines_month_box (lines, month + 1);

          g_assert_cmpfloat (box.width, >, 0);
          g_assert_cmpfloat (box.x + box.width, <=, widths[w]);
          g_assert_cmpint (mp_lines_month_at (lines, box.x + box.width / 2, box.y + 1), ==, month);
          if (next.width > 0)
            g_assert_cmpfloat (box.x + box.width, ==, next.x);
        }
      g_assert_cmpfloat (mp_lines_month_box (lines, plan->start + 11).width, ==, 0);
      g_assert_cmpfloat (mp_lines_month_box (lines, plan->start + 48).width, ==, 0);
      g_assert_cmpint (mp_lines_month_at (lines, 1, 50), ==, MP_MONTH_NONE);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static MpCase *
both_benefits (void)
{
  MpCase *kase = mp_case_new ();
  MpAmount *amount;

  kase->beneficiary.birth_date = (MpDate) { mp_month (1990, 5), 14 };
  g_strlcpy (kase->beneficiary.state, "WI", sizeof kase->beneficiary.state);
  kase->ssi.present = kase->ssdi.present = kase->ssi.medicaid.needs = TRUE;
  kase->ssi.medicaid.expenses_yearly = kase->ssi.medicaid.individual_threshold = MP_MONEY_NONE;
  kase->ssi.eligible_from = kase->ssdi.entitled_from = mp_month (2022, 3);
  kase->ssdi.filed = kase->ssdi.medicare.part_a_from = kase->ssdi.medicare.part_b.from = MP_MONTH_NONE;
  amount = mp_arena_append (kase->arena, kase->ssdi.amounts, kase->ssdi.n_amounts);
  *amount = (MpAmount) { { mp_month (2025, 12), MP_MONTH_OPEN }, 64000 };
  kase->ssdi.history.present = TRUE;
  kase->ssdi.history.through = mp_month (2025, 12);
  kase->ssdi.history.cessation = mp_month (2025, 2);
  for (MpMonth month = mp_month (2024, 1); month <= mp_month (2024, 9); month++)
    {
      MpMonth *used = mp_arena_append (kase->arena, kase->ssdi.history.twp_months, kase->ssdi.history.n_twp_months);

      *used = month;
    }
  kase->projection.start = mp_month (2026, 1);
  kase->projection.months = 24;
  mp_case_add_scenario (kase, "Plan");
  return kase;
}

/* Pay is read off the picture where it is drawn, and every palette, pattern and format gives a picture. */
static void
test_curve (void)
{
  g_autoptr (MpCase) kase = both_benefits ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MpParameters) parameters = mp_parameters_new (&error);
  g_autoptr (MpCurve) curve = mp_curve_new (kase, 0, parameters, mp_month (2026, 6), &error);
  g_autoptr (MpCurveChart) chart = mp_curve_chart_new ();
  MpCurveChartModel model = { .curve = curve, .rings = { { 1, 195000 }, { 2, 195000 } }, .n_rings = 2, .with_ssdi = TRUE };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 500, 330);
  cairo_t *cr = cairo_create (surface);
  MpChartRect plot;

  g_assert_no_error (error);
  mp_curve_chart_set_model (chart, &model);
  /* twice 1,690, up to the next 500 */
  g_assert_cmpint (mp_curve_chart_get_to (chart), ==, 350000);
  mp_curve_chart_draw (chart, cr, 500, 330, 195000);
  plot = mp_curve_chart_plot (chart);
  g_assert_cmpint (mp_curve_chart_pay_at (chart, plot.x, 100), ==, 0);
  g_assert_cmpint (mp_curve_chart_pay_at (chart, plot.x + plot.width, 100), ==, 350000);
  g_assert_cmpint (mp_curve_chart_pay_at (chart, plot.x + plot.width / 2, 100), ==, 175000);
  g_assert_cmpint (mp_curve_chart_pay_at (chart, plot.x - 20, 100), ==, MP_MONEY_NONE);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  for (MpChartPalette palette = 0; palette < MP_N_CHART_PALETTES; palette++)
    for (MpChartFormat format = MP_CHART_PNG; format <= MP_CHART_PDF; format++)
      {
        MpChartStyle style = MP_CHART_STYLE_DEFAULT;
        g_autoptr (GBytes) bytes = NULL;

        style.palette = palette;
        style.patterns = palette % 2 == 1;
        style.text_scale = palette == MP_CHART_DARK ? 2.5 : 1;
        mp_curve_chart_set_style (chart, &style);
        bytes = mp_curve_chart_to_bytes (chart, format, 360, mp_curve_chart_natural_height (chart, 360), 1, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
      }
}

/* What the page and a screen reader say: figures of tests/engine/test-curve.c. */
static void
test_curve_words (void)
{
  g_autoptr (MpCase) kase = both_benefits ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MpParameters) parameters = mp_parameters_new (&error);
  g_autoptr (MpCurve) curve = mp_curve_new (kase, 0, parameters, mp_month (2026, 6), &error);

  g_assert_no_error (error);
  assert_text (mp_words_curve_point (curve, 195000), "Pay $1,950.00: cash in hand $2,011.50; $318.50 less than at the limit.");
  assert_text (mp_words_curve_point (curve, 169000), "Pay $1,690.00: cash in hand $2,330.00.");
  assert_text (mp_words_curve_point (curve, 233000), "Pay $2,330.00: cash in hand $2,330.00; as much as at the limit.");
  assert_text (mp_words_curve_point (curve, 300000), "Pay $3,000.00: cash in hand $3,000.00; $670.00 more than at the limit.");
  assert_text (mp_words_curve_lead (curve), "Over $1,690.00 of pay the checks are $448.50 smaller; from $2,330.00 cash is back.");
  assert_text (mp_words_curve_phase (curve), "After grace, June 2026");
  {
    MpWork *work = mp_case_add_work (kase, &kase->scenarios[0]);
    g_autoptr (MpCurve) planned = NULL;

    work->when = (MpPeriod) { mp_month (2026, 1), MP_MONTH_OPEN };
    work->monthly = 195000;
    planned = mp_curve_new (kase, 0, parameters, mp_month (2026, 6), &error);
    assert_text (mp_words_curve_lead (planned), "Pay of $1,950.00 leaves $318.50 less cash than pay of $1,690.00.");
  }
}

gint
main (gint argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plots/scale", test_scale);
  g_test_add_func ("/plots/labels", test_labels);
  g_test_add_func ("/plots/months", test_months);
  g_test_add_func ("/plots/curve", test_curve);
  g_test_add_func ("/plots/curve-words", test_curve_words);
  return g_test_run ();
}
