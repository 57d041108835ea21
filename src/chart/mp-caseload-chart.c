/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "mp-caseload-chart.h"
#include "mp-plot-private.h"

#define HEIGHT 190.0
#define EN 3 /* the EN's colour among the series */

struct _MpCaseloadChart {
  MpChart *pen;
  MpCaseloadProvider provider; /* months NULL: nothing */
  MpChartRect box;             /* as last laid out */
  MpPlotScale scale;
};

MpCaseloadChart *
mp_caseload_chart_new (void)
{
  MpCaseloadChart *self = g_new0 (MpCaseloadChart, 1);

  self->pen = mp_chart_new ();
  return self;
}

void
mp_caseload_chart_free (MpCaseloadChart *self)
{
  if (self == NULL)
    return;
  mp_chart_free (self->pen);
  g_free (self);
}

void
mp_caseload_chart_set_style (MpCaseloadChart *self, const MpChartStyle *style)
{
  mp_chart_set_style (self->pen, style);
}

void
mp_caseload_chart_set_provider (MpCaseloadChart *self, const MpCaseloadProvider *provider)
{
  self->provider = provider != NULL ? *provider : (MpCaseloadProvider) { NULL };
}

static guint
n_months (const MpCaseloadChart *self)
{
  return self->provider.months != NULL ? self->provider.months->len : 0;
}

static const MpCaseloadSum *
month_sum (const MpCaseloadChart *self, guint i)
{
  return &g_array_index (self->provider.months, MpCaseloadSum, i);
}

double
mp_caseload_chart_natural_height (const MpCaseloadChart *self)
{
  return round (HEIGHT * MAX (1, self->pen->style.text_scale));
}

static void
lay_out (MpCaseloadChart *self, double width, double height)
{
  const double scale = MAX (1, self->pen->style.text_scale);
  MpMoney least = 0, most = 0;
  double labels;

  for (guint i = 0; i < n_months (self); i++)
    {
      most = MAX (most, month_sum (self, i)->gross + month_sum (self, i)->prior);
      least = MIN (least, -month_sum (self, i)->cost);
    }
  self->box = (MpChartRect) { 0, 22 * scale, 0, MAX (height - 62 * scale, 40) };
  mp_plot_scale (&self->scale, least, most, self->box.height, 30 * scale);
  labels = mp_plot_label_width (self->pen, &self->scale) + 12;
  self->box.x = round (labels);
  self->box.width = MAX (width - labels - 12, 1);
}

static double
x_of (const MpCaseloadChart *self, guint i)
{
  return round (self->box.x + i * self->box.width / n_months (self));
}

/* The whole bar is what comes in; what is passed on is its hatched top. */
static void
paint_bar (MpCaseloadChart *self, cairo_t *cr, guint i)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const MpCaseloadSum *sum = month_sum (self, i);
  const double x = x_of (self, i), width = MAX (x_of (self, i + 1) - x - 1, 1);
  const double zero = mp_plot_y (&self->scale, &self->box, 0);
  const double top = mp_plot_y (&self->scale, &self->box, sum->gross + sum->prior);
  const MpChartRect share = { x, top, width, (zero - top) * (double) MIN (sum->share, sum->gross + sum->prior) / (double) MAX (sum->gross + sum->prior, 1) };

  if (sum->gross + sum->prior > 0)
    {
      mp_chart_source (cr, colours->series[EN], 1);
      cairo_rectangle (cr, x, top, width, MAX (zero - top, 2.2));
      cairo_fill (cr);
      if (share.height > 0)
        mp_chart_fill_pattern (self->pen, cr, MP_PATTERN_FALLING, colours->background, &share);
    }
  if (sum->cost > 0)
    {
      const double y = round (mp_plot_y (&self->scale, &self->box, -sum->cost)) + 0.5;

      mp_chart_source (cr, colours->text, 1);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x_of (self, i + 1), y);
      cairo_stroke (cr);
    }
}

/* What has come together by the end of each year, over its December; the last month has one too. */
static void
paint_running (MpCaseloadChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const double end = self->box.x + self->box.width;
  double free_from = self->box.x;
  MpMoney said = 0;

  for (guint i = 0; i < n_months (self); i++)
    {
      const gboolean last = i + 1 == n_months (self);
      g_autofree char *amount = NULL, *text = NULL;
      double width, x;

      if ((mp_month_of_year (self->provider.first + (MpMonth) i) != 12 && !last) || month_sum (self, i)->running == said)
        continue;
      amount = mp_plot_money (month_sum (self, i)->running);
      text = g_strdup_printf ("Σ %s", amount);
      width = mp_chart_text_width (self->pen, MP_PLOT_TEXT, TRUE, text);
      x = CLAMP (x_of (self, i + 1) - width, self->box.x, end - width);
      if (x < free_from)
        continue;
      mp_chart_show (self->pen, cr, MP_PLOT_TEXT, TRUE, colours->text, x, self->box.y - 12 * MAX (1, self->pen->style.text_scale), 0, text);
      free_from = x + width + 12;
      said = month_sum (self, i)->running;
    }
}

void
mp_caseload_chart_draw (MpCaseloadChart *self, cairo_t *cr, double width, double height, MpMonth cursor)
{
  mp_plot_background (self->pen, cr, width, height);
  if (n_months (self) == 0)
    return;
  lay_out (self, width, height);
  mp_plot_paint_grid (self->pen, cr, &self->scale, &self->box);
  mp_plot_paint_months (self->pen, cr, &self->box, self->provider.first, n_months (self), width);
  for (guint i = 0; i < n_months (self); i++)
    paint_bar (self, cr, i);
  paint_running (self, cr);
  if (cursor >= self->provider.first && cursor < self->provider.first + (MpMonth) n_months (self))
    {
      const guint i = (guint) (cursor - self->provider.first);

      mp_chart_source (cr, mp_chart_colours_of (self->pen->style.palette)->cursor, 1);
      cairo_set_line_width (cr, 1.6);
      cairo_rectangle (cr, x_of (self, i) - 0.5, self->box.y, MAX (x_of (self, i + 1) - x_of (self, i), 3), self->box.height);
      cairo_stroke (cr);
    }
}

MpMonth
mp_caseload_chart_month_at (const MpCaseloadChart *self, double x)
{
  const double i = n_months (self) > 0 ? floor ((x - self->box.x) * n_months (self) / self->box.width) : -1;

  return i >= 0 && i < n_months (self) ? self->provider.first + (MpMonth) i : MP_MONTH_NONE;
}
