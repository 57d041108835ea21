/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-chart-private.h"
#include "sample.h"

static MpChartModel
model_of (const MpProjection *projection)
{
  return (MpChartModel) { .projection = projection, .n_months = projection->n_months };
}

static void
test_months (void)
{
  const double widths[] = { 360, 1000, 2560 };
  const guint spans[] = { 12, 36, 120 };
  MpChartStyle style = MP_CHART_STYLE_DEFAULT;

  for (guint w = 0; w < 3; w++)
    for (guint s = 0; s < 3; s++)
      {
        g_autoptr (MpProjection) p = sample_projection (spans[s], TRUE);
        MpChartModel model = model_of (p);
        MpChartLayout layout;

        mp_chart_layout_compute (&layout, &model, &style, widths[w], 600);
        g_assert_cmpfloat (layout.plot_x + layout.plot_width, <=, widths[w]);
        for (guint i = 0; i < spans[s]; i++)
          {
            MpMonth month = p->start + (MpMonth) i;
            double x = mp_chart_layout_x (&layout, month), end = mp_chart_layout_x (&layout, month + 1);

            g_assert_cmpfloat (x, <, end);
            g_assert_cmpint (mp_chart_layout_month_at (&layout, x, 300), ==, month);
            g_assert_cmpint (mp_chart_layout_month_at (&layout, end - 0.5, 300), ==, month);
          }
        g_assert_cmpint (mp_chart_layout_month_at (&layout, layout.plot_x - 1, 300), ==, MP_MONTH_NONE);
        g_assert_cmpint (mp_chart_layout_month_at (&layout, widths[w], 300), ==, MP_MONTH_NONE);
      }
}

/* Lanes follow one another, inside the picture, and share x. */
static void
test_lanes (void)
{
  g_autoptr (MpProjection) p = sample_projection (36, TRUE);
  MpChartModel model = model_of (p);
  MpChartStyle style = MP_CHART_STYLE_DEFAULT;

  for (double height = 412; height <= 1400; height += 76)
    {
      MpChartLayout layout;
      double y = 0;

      mp_chart_layout_compute (&layout, &model, &style, 1000, height);
      for (MpLane lane = 0; lane < MP_N_LANES; lane++)
        {
          g_assert_cmpfloat (layout.lane[lane].y, >=, y);
          g_assert_cmpfloat (layout.lane[lane].x, ==, layout.plot_x);
          y = layout.lane[lane].y + layout.lane[lane].height;
        }
      g_assert_cmpfloat (y, <=, height);
    }
}

/* The next $500 above the largest month, $2,590.00; over all plans when that is given. */
/* What a person costs the EN lies under zero of its lane, at the scale of the bars, and pushes nothing out of the picture. */
static void
test_cost (void)
{
  g_autoptr (MpProjection) p = sample_projection (36, TRUE);
  MpChartStyle style = MP_CHART_STYLE_DEFAULT;
  MpChartModel model = { .projection = p, .n_months = 36, .en_first = TRUE };
  MpChartLayout plain, costly;

  mp_chart_layout_compute (&plain, &model, &style, 1000, 620);
  model.en_cost = mp_dollars (100);
  mp_chart_layout_compute (&costly, &model, &style, 1000, 620);
  g_assert_cmpfloat (plain.en_depth, ==, 0);
  g_assert_cmpfloat (costly.en_depth, >=, 3);
  g_assert_cmpfloat_with_epsilon (costly.en_depth, plain.lane[MP_LANE_EN].height * 100 / 2000, 1); /* the axis goes to $2,000 */
  g_assert_cmpfloat_with_epsilon (costly.lane[MP_LANE_EN].y + costly.lane[MP_LANE_EN].height + costly.en_depth,
                                  plain.lane[MP_LANE_EN].y + plain.lane[MP_LANE_EN].height, 1.5);
  model.en_first = FALSE; /* the person's view shows none */
  mp_chart_layout_compute (&costly, &model, &style, 1000, 620);
  g_assert_cmpfloat (costly.en_depth, ==, 0);
}

static void
test_axis (void)
{
  g_autoptr (MpProjection) p = sample_projection (36, TRUE);
  MpChartModel model = model_of (p);
  MpChartStyle style = MP_CHART_STYLE_DEFAULT;
  MpChartLayout layout;

  mp_chart_layout_compute (&layout, &model, &style, 1000, 600);
  g_assert_cmpint (layout.axis_top, ==, mp_dollars (3000));
  g_assert_cmpint (layout.axis_bottom, ==, 0);
  g_assert_cmpfloat_with_epsilon (mp_chart_layout_y (&layout, 0), layout.lane[MP_LANE_CASH].y + layout.lane[MP_LANE_CASH].height, 0.001);
  g_assert_cmpfloat_with_epsilon (mp_chart_layout_y (&layout, mp_dollars (3000)), layout.lane[MP_LANE_CASH].y, 0.001);
  model.axis_maximum = mp_dollars (4100);
  mp_chart_layout_compute (&layout, &model, &style, 1000, 600);
  g_assert_cmpint (layout.axis_top, ==, mp_dollars (4500));
}

static void
test_runs (void)
{
  g_autoptr (MpProjection) p = sample_projection (36, TRUE);
  MpChartModel model = model_of (p);
  g_autoptr (GArray) ssdi = mp_chart_runs_new (&model, MP_LANE_SSDI);
  g_autoptr (GArray) ssi = mp_chart_runs_new (&model, MP_LANE_SSI);
  g_autoptr (GArray) health = mp_chart_runs_new (&model, MP_LANE_HEALTH);
  g_autoptr (GArray) ticket = mp_chart_runs_new (&model, MP_LANE_TICKET);

  g_assert_cmpuint (ssdi->len, ==, 12); /* full check, nine cells, the last three, safety net */
  g_assert_cmpstr (g_array_index (ssdi, MpChartRun, 0).label[0], ==, "Full check");
  g_assert_cmpuint (g_array_index (ssdi, MpChartRun, 9).number, ==, 9);
  g_assert_cmpuint (g_array_index (ssdi, MpChartRun, 10).n, ==, 3);
  g_assert_cmpstr (g_array_index (ssdi, MpChartRun, 10).label[1], ==, "Last 3");
  g_assert_cmpstr (g_array_index (ssdi, MpChartRun, 11).label[1], ==, "Safety net to Feb 2030: no check now");
  g_assert_cmpuint (ssi->len, ==, 4);
  g_assert_cmpuint (health->len, ==, 1);
  g_assert_cmpstr (g_array_index (health, MpChartRun, 0).label[0], ==, "Medicaid and Medicare, every month");
  g_assert_cmpuint (ticket->len, ==, 4);
  g_assert_cmpuint (g_array_index (ticket, MpChartRun, 3).first, ==, 24);
}

static void
test_pins (void)
{
  g_autoptr (MpProjection) p = sample_projection (36, TRUE);
  MpChartModel model = model_of (p);
  MpChartPin pins[MP_CHART_MAX_PINS];

  g_assert_cmpuint (mp_chart_pins (&model, pins), ==, 4);
  g_assert_cmpint (pins[2].code, ==, MP_EVENT_SUSPENSION);
  for (guint i = 0; i < 20; i++)
    sample_event (p, p->start + (MpMonth) i, MP_EVENT_SSI_RESUMES);
  g_assert_cmpuint (mp_chart_pins (&model, pins), ==, MP_CHART_MAX_PINS);
}

static gboolean
overlap (double left, double right, double other_left, double other_right)
{
  return left < other_right && right > other_left;
}

/* Neither discs nor labels cover one another, and the month the check stops has its words where a window has room. */
static void
assert_places (const MpChartPinPlace *places, guint n, double width)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (places[i].x, >=, 0);
      g_assert_cmpfloat (places[i].x, <=, width);
      for (guint j = 0; j < n; j++)
        {
          if (j < i)
            g_assert_false (overlap (places[i].x - 9, places[i].x + 9, places[j].x - 9, places[j].x + 9));
          if (places[j].label == NULL)
            continue;
          if (places[j].row == 0)
            g_assert_false (overlap (places[i].x - 9, places[i].x + 9, places[j].label_x, places[j].label_x + places[j].label_width));
          if (j < i && places[i].label != NULL && places[i].row == places[j].row)
            g_assert_false (overlap (places[i].label_x, places[i].label_x + places[i].label_width, places[j].label_x, places[j].label_x + places[j].label_width));
        }
    }
}

static void
test_places (void)
{
  const double widths[] = { 350, 600, 900, 1260, 2540 };
  MpChart *chart = mp_chart_new ();

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint late = 0; late < 3; late++)
      {
        g_autoptr (MpProjection) p = sample_projection (36, TRUE);
        MpChartModel model = model_of (p);
        MpChartPinPlace places[MP_CHART_MAX_PINS];
        guint n;

        /* SSI is back the month after SSDI stops, or with it, or the last months crowd at the edge */
        sample_event (p, p->start + 17 + (late == 0), MP_EVENT_SSI_RESUMES);
        sample_event (p, p->start + (late == 2 ? 35 : 25), MP_EVENT_MEDICARE_A_END);
        mp_chart_set_model (chart, &model);
        mp_chart_layout (chart, widths[w], 560);
        n = mp_chart_place_pins (chart, places);
        g_assert_cmpuint (n, ==, late == 0 ? 6 : 5);
        assert_places (places, n, widths[w]);
        if (widths[w] >= 900)
          g_assert_cmpstr (places[2].label, ==, "SSDI check stops");
      }
  mp_chart_free (chart);
}

/* Every format, palette, width and span is drawn without an error of cairo; the file starts as it should. */
static void
test_formats (void)
{
  const char *const starts[] = { "\x89PNG", "<?xml", "%PDF" };
  const guint spans[] = { 1, 12, 60, 120 };
  const char *directory = g_getenv ("MP_CHART_PICTURES");

  for (guint s = 0; s < 4; s++)
    for (MpChartPalette palette = 0; palette < MP_N_CHART_PALETTES; palette++)
      {
        g_autoptr (MpProjection) p = sample_projection (spans[s], TRUE), without = sample_projection (spans[s], FALSE);
        g_autoptr (MpChart) chart = mp_chart_new ();
        MpChartFormat format = (MpChartFormat) ((s + palette) % 3);
        MpChartStyle style = MP_CHART_STYLE_DEFAULT;
        MpChartModel model = { .projection = p, .baseline = without };
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes = NULL;

        style.palette = palette;
        mp_chart_set_style (chart, &style);
        mp_chart_set_model (chart, &model);
        bytes = mp_chart_to_bytes (chart, format, s % 2 ? 360 : 1000, 600, 1, &error);
        g_assert_no_error (error);
        g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), starts[format], 4), ==, 0);
      }
  if (directory != NULL)
    {
      const struct { guint span; MpChartPalette palette; gboolean patterns; double width, height; } pictures[] = {
        { 36, MP_CHART_LIGHT, FALSE, 935, 570 }, { 36, MP_CHART_DARK, TRUE, 935, 570 }, { 36, MP_CHART_PRINT, TRUE, 700, 500 },
        { 60, MP_CHART_LIGHT, FALSE, 1000, 600 }, { 120, MP_CHART_LIGHT, FALSE, 1000, 600 }, { 12, MP_CHART_LIGHT, FALSE, 1000, 600 },
        { 36, MP_CHART_LIGHT, FALSE, 360, 412 }, { 36, MP_CHART_CONTRAST_DARK, TRUE, 2560, 900 },
      };
      for (guint k = 0; k < G_N_ELEMENTS (pictures); k++)
        {
          g_autoptr (MpProjection) p = sample_projection (pictures[k].span, TRUE), without = sample_projection (pictures[k].span, FALSE);
          g_autoptr (MpChart) chart = mp_chart_new ();
          MpChartStyle style = MP_CHART_STYLE_DEFAULT;
          MpChartModel model = { .projection = p, .baseline = without };
          g_autofree char *path = g_strdup_printf ("%s/chart-%u.png", directory, k);
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) pictures[k].width, (int) pictures[k].height);
          cairo_t *cr = cairo_create (surface);

          style.palette = pictures[k].palette;
          style.patterns = pictures[k].patterns;
          mp_chart_set_style (chart, &style);
          mp_chart_set_model (chart, &model);
          mp_chart_draw (chart, cr, pictures[k].width, pictures[k].height, k == 2 ? MP_MONTH_NONE : p->start + MIN (17, (MpMonth) p->n_months - 1), p->start + 3);
          cairo_surface_write_to_png (surface, path);
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
    }
}

/* A folder that is not there: an error, and no file. */
static void
test_write (void)
{
  g_autoptr (MpProjection) p = sample_projection (12, TRUE);
  g_autoptr (MpChart) chart = mp_chart_new ();
  MpChartModel model = { .projection = p };
  g_autoptr (GError) error = NULL;

  mp_chart_set_model (chart, &model);
  g_assert_false (mp_chart_write (chart, "/nowhere/at/all.svg", MP_CHART_SVG, 600, 500, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/geometry/months", test_months);
  g_test_add_func ("/chart/geometry/lanes", test_lanes);
  g_test_add_func ("/chart/geometry/axis", test_axis);
  g_test_add_func ("/chart/geometry/cost", test_cost);
  g_test_add_func ("/chart/geometry/runs", test_runs);
  g_test_add_func ("/chart/geometry/pins", test_pins);
  g_test_add_func ("/chart/geometry/places", test_places);
  g_test_add_func ("/chart/geometry/formats", test_formats);
  g_test_add_func ("/chart/geometry/write", test_write);
  return g_test_run ();
}
