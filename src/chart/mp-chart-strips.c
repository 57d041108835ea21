/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The strips of SSDI, SSI, health and Ticket. */

#include <math.h>

#include "mp-i18n.h"

#include "mp-chart-private.h"

#define SIZE 11.0
#define RADIUS 3.0
#define NUMBERED_FROM 15.0      /* width of a month in which a trial work number fits */

void
mp_chart_round_box (cairo_t *cr, const MpChartRect *r, double radius)
{
  radius = MIN (radius, MIN (r->width, r->height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, r->x + r->width - radius, r->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, r->x + r->width - radius, r->y + r->height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, r->x + radius, r->y + r->height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, r->x + radius, r->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
frame (cairo_t *cr, MpColour colour, const MpChartRect *r, gboolean is_dotted, gboolean is_double)
{
  const double dots[] = { 1.5, 2.5 };
  MpChartRect inner = { r->x + 3, r->y + 3, r->width - 6, r->height - 6 };

  mp_chart_source (cr, colour, 1);
  cairo_set_line_width (cr, 1.4);
  if (is_dotted)
    cairo_set_dash (cr, dots, 2, 0);
  mp_chart_round_box (cr, r, RADIUS);
  if (is_double && inner.width > 4)
    mp_chart_round_box (cr, &inner, RADIUS);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_look (MpChart *self, cairo_t *cr, MpFill fill, const MpChartRect *r)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  gboolean ended = fill == MP_FILL_ENDED;

  mp_chart_round_box (cr, r, RADIUS);
  mp_chart_source (cr, colours->fill[fill], 1);
  cairo_fill (cr);
  if (fill == MP_FILL_SUSPENDED || ended)
    {
      mp_chart_round_box (cr, r, RADIUS);
      mp_chart_fill_pattern (self, cr, ended ? MP_PATTERN_CROSSED : MP_PATTERN_RISING, colours->grid, r);
    }
  if (ended)
    {
      mp_chart_source (cr, colours->stop, 1);
      cairo_rectangle (cr, r->x, r->y, 3, r->height);
      cairo_fill (cr);
    }
  if (fill == MP_FILL_TRIAL || fill == MP_FILL_GRACE || fill == MP_FILL_EPE_PAID || fill == MP_FILL_POST_EPE || fill == MP_FILL_EXR)
    frame (cr, colours->series[1], r, fill == MP_FILL_POST_EPE, fill == MP_FILL_EXR);
  if (fill == MP_FILL_1619B)
    frame (cr, colours->series[2], r, FALSE, FALSE);
}

static void
paint_label (MpChart *self, cairo_t *cr, const MpChartRun *run, const MpChartRect *r)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  gboolean hatched = run->fill == MP_FILL_SUSPENDED || run->fill == MP_FILL_ENDED;

  for (guint k = 0; k < G_N_ELEMENTS (run->label); k++)
    {
      double width;

      if (run->label[k] == NULL)
        continue;
      width = mp_chart_text_width (self, SIZE, FALSE, run->label[k]);
      if (width + 6 > r->width)
        continue;
      if (hatched)
        {
          cairo_rectangle (cr, r->x + (r->width - width) / 2 - 3, r->y + 3, width + 6, r->height - 6);
          mp_chart_source (cr, colours->fill[run->fill], 1);
          cairo_fill (cr);
        }
      mp_chart_show (self, cr, SIZE, FALSE, colours->text, r->x + r->width / 2, r->y + r->height / 2, 0.5, run->label[k]);
      return;
    }
}

static MpChartRect
run_box (const MpChart *self, const MpChartRun *run, const MpChartRect *lane)
{
  const MpChartLayout *layout = &self->layout;
  double x = mp_chart_layout_x (layout, layout->start + (MpMonth) run->first);
  double end = mp_chart_layout_x (layout, layout->start + (MpMonth) (run->first + run->n));
  double inset = layout->cw >= 10 ? 1 : 0;

  return (MpChartRect) { x + inset, lane->y + 0.5, MAX (end - x - 2 * inset, 1), lane->height - 1 };
}

/* Where cells are too narrow for numbers, one box for the whole run of trial work. */
static void
label_trial_work (MpChart *self, cairo_t *cr, const GArray *runs, guint first, guint end, const MpChartRect *lane)
{
  const MpChartRun *a = &g_array_index (runs, MpChartRun, first), *b = &g_array_index (runs, MpChartRun, end - 1);
  MpChartRect left = run_box (self, a, lane), right = run_box (self, b, lane);
  MpChartRun all = { .fill = MP_FILL_TRIAL };
  g_autofree char *longest = NULL, *shorter = NULL;

  left.width = right.x + right.width - left.x;
  paint_look (self, cr, MP_FILL_TRIAL, &left);
  if (a->number == b->number)
    shorter = g_strdup_printf ("%u", a->number);
  else
    {
      /* Translators: first and last number of trial work months */
      longest = g_strdup_printf (_("Trial work %1$u–%2$u"), a->number, b->number);
      shorter = g_strdup_printf ("%u–%u", a->number, b->number);
    }
  all.label[0] = longest;
  all.label[1] = shorter;
  paint_label (self, cr, &all, &left);
}

static void
paint_lane (MpChart *self, cairo_t *cr, const GArray *runs, const MpChartRect *lane)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  gboolean numbered = self->layout.cw >= NUMBERED_FROM * MAX (1, self->style.text_scale);

  for (guint k = 0; k < runs->len; k++)
    {
      const MpChartRun *run = &g_array_index (runs, MpChartRun, k);
      MpChartRect r = run_box (self, run, lane);

      if (run->number == 0 || numbered)
        paint_look (self, cr, run->fill, &r);
      if (run->number == 0)
        paint_label (self, cr, run, &r);
      else if (numbered)
        {
          char number[12];
          g_snprintf (number, sizeof number, "%u", run->number);
          mp_chart_show (self, cr, SIZE, FALSE, colours->text, r.x + r.width / 2, r.y + r.height / 2, 0.5, number);
        }
    }
  for (guint k = 0; !numbered && k < runs->len;)
    {
      guint end = k;
      while (end < runs->len && g_array_index (runs, MpChartRun, end).number != 0
             && (end == k || g_array_index (runs, MpChartRun, end).first == g_array_index (runs, MpChartRun, end - 1).first + 1))
        end++;
      if (end > k)
        label_trial_work (self, cr, runs, k, end, lane);
      k = MAX (end, k + 1);
    }
}

void
mp_chart_paint_strips (MpChart *self, cairo_t *cr)
{
  static const char *const names[MP_N_LANES] = {
    [MP_LANE_SSDI] = N_("SSDI"), [MP_LANE_SSI] = N_("SSI"), [MP_LANE_HEALTH] = N_("Health"), [MP_LANE_TICKET] = N_("Ticket"),
  };
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);

  for (MpLane lane = MP_LANE_SSDI; lane <= MP_LANE_TICKET; lane++)
    {
      const MpChartRect *r = &self->layout.lane[lane];

      if (r->height <= 0)
        continue;
      if (self->runs[lane] == NULL)
        self->runs[lane] = mp_chart_runs_new (&self->model, lane);
      mp_chart_show (self, cr, SIZE, TRUE, colours->text, r->x - 8, r->y + r->height / 2, 1, _(names[lane]));
      paint_lane (self, cr, self->runs[lane], r);
    }
}
