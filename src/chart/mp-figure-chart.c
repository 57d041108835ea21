/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "mp-figure-chart.h"
#include "mp-plot-private.h"

typedef struct {
  MpChart *pen;
  const MpFigureStep *steps;
  guint n;
  MpMonth first, until;
  MpChartRect box;
  MpMoney most;
} Drawing;

static double
x_of (const Drawing *self, MpMonth month)
{
  return self->box.x + self->box.width * (double) (MIN (month, self->until) - self->first) / (double) MAX (self->until - self->first, 1);
}

static double
y_of (const Drawing *self, MpMoney value)
{
  return round (self->box.y + self->box.height * (1 - (double) value / (double) self->most)) + 0.5;
}

static MpMonth
end_of (const Drawing *self, guint i)
{
  const MpMonth next = i + 1 < self->n ? self->steps[i + 1].from : self->until;

  return self->steps[i].to == MP_MONTH_OPEN ? next : MIN (self->steps[i].to + 1, next);
}

/* What is past its last published year goes on dotted. */
static void
paint_steps (const Drawing *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const MpFigureStep *last = &self->steps[self->n - 1];
  const double dots[] = { 1, 4 };

  for (guint i = 0; i < self->n; i++)
    {
      const double y = y_of (self, self->steps[i].value);

      if (i == 0 || end_of (self, i - 1) < self->steps[i].from)
        cairo_move_to (cr, x_of (self, self->steps[i].from), y);
      else
        cairo_line_to (cr, x_of (self, self->steps[i].from), y);
      cairo_line_to (cr, x_of (self, end_of (self, i)), y);
    }
  mp_chart_source (cr, colours->series[0], 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  if (end_of (self, self->n - 1) >= self->until)
    return;
  cairo_set_dash (cr, dots, 2, 0);
  cairo_move_to (cr, x_of (self, end_of (self, self->n - 1)), y_of (self, last->value));
  cairo_line_to (cr, x_of (self, self->until), y_of (self, last->value));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_labels (const Drawing *self, cairo_t *cr, double width)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const MpFigureStep *first = &self->steps[0], *last = &self->steps[self->n - 1];
  const double scale = MAX (1, self->pen->style.text_scale), foot = self->box.y + self->box.height;
  const gint years = mp_month_year (self->until - 1) - mp_month_year (self->first) + 1;
  const double room = mp_chart_text_width (self->pen, MP_PLOT_TEXT, FALSE, "2026") + 14;
  double free_from = 0;

  mp_chart_source (cr, colours->dim, 1);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, self->box.x, round (foot) + 0.5);
  cairo_line_to (cr, self->box.x + self->box.width, round (foot) + 0.5);
  cairo_stroke (cr);
  for (gint i = 0; i < years; i++)
    {
      const MpMonth january = mp_month (mp_month_year (self->first) + i, 1);
      const double x = MAX (self->box.x, x_of (self, MAX (january, self->first)));
      char year[12];

      g_snprintf (year, sizeof year, "%d", mp_month_year (january));
      if (x >= free_from && x + room <= width)
        {
          mp_chart_show (self->pen, cr, MP_PLOT_TEXT, FALSE, colours->dim, x, foot + 11 * scale, 0, year);
          free_from = x + room;
        }
    }
  mp_chart_show (self->pen, cr, MP_PLOT_TEXT, TRUE, colours->text, self->box.x + self->box.width, y_of (self, last->value) - 10 * scale, 1, last->text);
  if (self->n > 1 && self->box.width > 4 * room)
    mp_chart_show (self->pen, cr, MP_PLOT_TEXT, FALSE, colours->text, self->box.x, y_of (self, first->value) - 10 * scale, 0, first->text);
}

/**
 * mp_figure_chart_draw:
 * @style: how
 * @steps: (array length=n_steps): in order of their months
 * @n_steps: how many
 * @until: the month after the last that is shown
 * @cr: where
 * @width: of the picture
 * @height: of the picture
 *
 * Draws a figure from its first month on. The axis begins at zero.
 */
void
mp_figure_chart_draw (const MpChartStyle *style, const MpFigureStep *steps, guint n_steps, MpMonth until, cairo_t *cr, double width, double height)
{
  const double scale = MAX (1, style->text_scale);
  Drawing self = { .steps = steps, .n = n_steps };

  if (n_steps == 0)
    return;
  self.pen = mp_chart_new ();
  mp_chart_set_style (self.pen, style);
  self.first = steps[0].from;
  self.until = MAX (until, steps[n_steps - 1].from + 1);
  self.box = (MpChartRect) { 4, 22 * scale, MAX (width - 8, 1), MAX (height - 44 * scale, 1) };
  self.most = 1;
  for (guint i = 0; i < n_steps; i++)
    self.most = MAX (self.most, steps[i].value);
  paint_steps (&self, cr);
  paint_labels (&self, cr, width);
  mp_chart_free (self.pen);
}
