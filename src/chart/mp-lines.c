/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "mp-i18n.h"

#include "mp-lines.h"
#include "mp-plot-private.h"

#define LABEL_APART 34.0        /* between the labels at the ends */
#define NARROW 520.0            /* below, names stand in rows over the picture */
#define COINCIDE 3.0            /* lines of the same cash lie so far apart */

struct _MpLines {
  MpChart *pen;
  MpLinesModel model;
  /* as last laid out */
  double width, height, cw;
  MpChartRect box, legend;
  MpPlotScale scale;
  double label_y[MP_LINES_MAX_PLANS];
  gboolean narrow;
};

MpLines *
mp_lines_new (void)
{
  MpLines *self = g_new0 (MpLines, 1);

  self->pen = mp_chart_new ();
  return self;
}

void
mp_lines_free (MpLines *self)
{
  if (self == NULL)
    return;
  mp_chart_free (self->pen);
  g_free (self);
}

void
mp_lines_set_style (MpLines *self, const MpChartStyle *style)
{
  mp_chart_set_style (self->pen, style);
}

/**
 * mp_lines_set_model:
 * @self: a picture
 * @model: copied; the projections are not and must live on
 *
 * Sets what to draw. To be called again after each mp_project() into one of its projections.
 */
void
mp_lines_set_model (MpLines *self, const MpLinesModel *model)
{
  guint n = G_MAXUINT;

  self->model = *model;
  self->model.n_plans = MIN (model->n_plans, MP_LINES_MAX_PLANS);
  for (guint k = 0; k < self->model.n_plans; k++)
    n = MIN (n, model->plans[k]->n_months);
  if (self->model.n_plans == 0)
    n = 0;
  self->model.first = MIN (model->first, n);
  n -= self->model.first;
  self->model.n_months = model->n_months == 0 ? n : MIN (model->n_months, n);
}

static double
text_scale (const MpLines *self)
{
  return MAX (1, self->pen->style.text_scale);
}

static guint
number_of (const MpLines *self, guint plan)
{
  return self->model.numbers[plan] != 0 ? self->model.numbers[plan] : plan + 1;
}

static const MpMonthRow *
row_of (const MpLines *self, guint plan, guint i)
{
  return mp_projection_month (self->model.plans[plan], self->model.first + i);
}

static MpMonth
start (const MpLines *self)
{
  return self->model.plans[0]->start + (MpMonth) self->model.first;
}

static const char *
name_of (const MpLines *self, guint plan)
{
  return self->model.plans[plan]->scenario != NULL ? self->model.plans[plan]->scenario->name : "";
}

/**
 * mp_lines_natural_height:
 * @self: a picture
 * @width: of the picture
 *
 * Returns: the height at which lines and labels have room
 */
double
mp_lines_natural_height (const MpLines *self, double width)
{
  double rows = width < NARROW * text_scale (self) ? 24.0 * self->model.n_plans : 0;

  return round ((CLAMP (width / text_scale (self) / 2, 300, 400) + rows) * text_scale (self));
}

static double
label_width (MpLines *self)
{
  double width = 0;

  for (guint k = 0; k < self->model.n_plans; k++)
    width = MAX (width, mp_chart_text_width (self->pen, 12, TRUE, name_of (self, k)));
  return MIN (ceil (width), self->width * 0.3) + 28 * text_scale (self);
}

static void
find_scale (MpLines *self)
{
  MpMoney least = 0, most = 0;

  for (guint k = 0; k < self->model.n_plans; k++)
    for (guint i = 0; i < self->model.plans[k]->n_months; i++)
      {
        MpMoney net = mp_projection_month (self->model.plans[k], i)->cash.net;

        least = MIN (least, net);
        most = MAX (most, net);
      }
  mp_plot_scale (&self->scale, least, most, self->box.height, MAX (34 * text_scale (self), self->box.height / 9));
}

/* The labels keep the order of their lines' ends and stand apart: those that would touch move together, around the
 * middle of where they want to be. */
static void
place_labels (MpLines *self)
{
  const double apart = LABEL_APART * text_scale (self), top = self->box.y + apart / 2;
  const double bottom = MAX (top, self->box.y + self->box.height - apart / 2);
  struct { double middle; guint n; } group[MP_LINES_MAX_PLANS];
  guint order[MP_LINES_MAX_PLANS], n_groups = 0;

  for (guint k = 0; k < self->model.n_plans; k++)
    {
      guint at = k;

      self->label_y[k] = mp_plot_y (&self->scale, &self->box, row_of (self, k, self->model.n_months - 1)->cash.net);
      for (; at > 0 && self->label_y[order[at - 1]] > self->label_y[k]; at--)
        order[at] = order[at - 1];
      order[at] = k;
    }
  for (guint i = 0; i < self->model.n_plans; i++)
    {
      group[n_groups].middle = self->label_y[order[i]];
      group[n_groups++].n = 1;
      for (;;)
        {
          double half = (group[n_groups - 1].n - 1) * apart / 2;

          group[n_groups - 1].middle = CLAMP (group[n_groups - 1].middle, top + half, MAX (top + half, bottom - half));
          if (n_groups == 1 || group[n_groups - 1].middle - group[n_groups - 2].middle >=
              (group[n_groups - 1].n + group[n_groups - 2].n) * apart / 2)
            break;
          group[n_groups - 2].middle = (group[n_groups - 2].middle * group[n_groups - 2].n + group[n_groups - 1].middle * group[n_groups - 1].n) /
            (group[n_groups - 2].n + group[n_groups - 1].n);
          group[n_groups - 2].n += group[n_groups - 1].n;
          n_groups--;
        }
    }
  for (guint g = 0, i = 0; g < n_groups; g++)
    for (guint k = 0; k < group[g].n; k++, i++)
      self->label_y[order[i]] = group[g].middle + (k - (group[g].n - 1) / 2.0) * apart;
}

void
mp_lines_set_size (MpLines *self, double width, double height)
{
  const double scale = text_scale (self);
  double labels, right;

  self->width = width;
  self->height = height;
  self->narrow = width < NARROW * scale;
  self->legend = (MpChartRect) { 4, 2, width - 8, self->narrow ? 24 * scale * self->model.n_plans : 0 };
  self->box = (MpChartRect) { 0, self->legend.height + 10 * scale, 0, 0 };
  self->box.height = MAX (height - self->box.y - 40 * scale, 40);
  if (self->model.n_months == 0)
    return;
  find_scale (self);
  labels = mp_plot_label_width (self->pen, &self->scale) + 12;
  right = self->narrow ? 26 * scale : label_width (self) + 12;
  self->cw = MAX ((width - labels - right) / self->model.n_months, 0.5);
  if (self->cw >= 3)
    self->cw = floor (self->cw * 4) / 4;
  self->box.x = round (labels);
  self->box.width = self->cw * self->model.n_months;
  place_labels (self);
}

static double
x_of (const MpLines *self, guint i)
{
  return round (self->box.x + i * self->cw);
}

/* Lines that coincide lie above each other, so that each can be seen. */
static double
y_of (const MpLines *self, guint plan, guint i)
{
  MpMoney net = row_of (self, plan, i)->cash.net;
  double y = mp_plot_y (&self->scale, &self->box, net);

  for (guint k = 0; k < plan; k++)
    if (row_of (self, k, i)->cash.net == net)
      y -= COINCIDE;
  return y;
}

static void
paint_line (MpLines *self, cairo_t *cr, guint plan)
{
  for (guint i = 0; i < self->model.n_months; i++)
    {
      double y = y_of (self, plan, i);

      if (i == 0)
        cairo_move_to (cr, x_of (self, i), y);
      else
        cairo_line_to (cr, x_of (self, i), y);
      cairo_line_to (cr, x_of (self, i + 1), y);
    }
  mp_chart_source (cr, mp_plot_plan_colour (self->pen->style.palette, plan), 1);
  mp_plot_plan_line (cr, plan, 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

static char *
last_amount (const MpLines *self, guint plan)
{
  return mp_words_cell (self->model.plans[plan], self->model.first + self->model.n_months - 1, MP_COLUMN_NET);
}

/* Number, name and the last month's cash at the end of the line; a thin leader where the label was pushed away. */
static void
paint_label (MpLines *self, cairo_t *cr, guint plan)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const MpColour colour = mp_plot_plan_colour (self->pen->style.palette, plan);
  const double scale = text_scale (self), end = self->box.x + self->box.width, x = end + 15 * scale, y = self->label_y[plan];
  g_autofree char *amount = last_amount (self, plan);
  PangoLayout *name;
  double line = y_of (self, plan, self->model.n_months - 1);

  if (fabs (line - y) > 4)
    {
      cairo_move_to (cr, end, line);
      cairo_line_to (cr, x, y);
      mp_chart_source (cr, colour, 0.7);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  mp_plot_paint_number (self->pen, cr, colour, x, y, number_of (self, plan));
  if (self->narrow)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, x, y - 20 * scale, self->width - x, 40 * scale);
  cairo_clip (cr);
  name = mp_chart_text (self->pen, 12, TRUE, name_of (self, plan));
  pango_layout_set_width (name, (int) ((self->width - x - 14 * scale) * PANGO_SCALE));
  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, x + 13 * scale, y - 16 * scale);
  mp_chart_source (cr, colours->text, 1);
  pango_cairo_show_layout (cr, name);
  cairo_new_path (cr);
  mp_chart_show (self->pen, cr, 11.5, FALSE, colours->text, x + 13 * scale, y + 8 * scale, 0, amount);
  cairo_restore (cr);
}

static void
paint_sample (cairo_t *cr, MpChartPalette palette, guint plan, double left, double right, double y)
{
  cairo_move_to (cr, left, y);
  cairo_line_to (cr, right, y);
  mp_chart_source (cr, mp_plot_plan_colour (palette, plan), 1);
  mp_plot_plan_line (cr, plan, 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
mp_lines_draw_sample (cairo_t *cr, MpChartPalette palette, guint plan, double width, double height)
{
  paint_sample (cr, palette, plan, 1, width - 1, round (height / 2));
}

/* Where the ends have no room for names: a row for each plan, with a piece of its line. */
static void
paint_legend (MpLines *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const double scale = text_scale (self), row = 24 * scale;

  for (guint k = 0; k < self->model.n_plans; k++)
    {
      const MpColour colour = mp_plot_plan_colour (self->pen->style.palette, k);
      const double y = self->legend.y + (k + 0.5) * row, x = self->legend.x + 10 * scale;
      g_autofree char *amount = last_amount (self, k);
      double width = mp_chart_text_width (self->pen, 11.5, FALSE, amount);
      PangoLayout *name = mp_chart_text (self->pen, 12, TRUE, name_of (self, k));
      int height;

      mp_plot_paint_number (self->pen, cr, colour, x, y, number_of (self, k));
      paint_sample (cr, self->pen->style.palette, k, x + 14 * scale, x + 42 * scale, y);
      pango_layout_set_width (name, (int) ((self->width - x - 60 * scale - width) * PANGO_SCALE));
      pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
      pango_layout_get_size (name, NULL, &height);
      cairo_move_to (cr, x + 50 * scale, y - height / 2.0 / PANGO_SCALE);
      mp_chart_source (cr, colours->text, 1);
      pango_cairo_show_layout (cr, name);
      cairo_new_path (cr);
      mp_chart_show (self->pen, cr, 11.5, FALSE, colours->text, self->width - 4, y, 1, amount);
    }
}

static void
paint_band (MpLines *self, cairo_t *cr, MpMonth month, gboolean is_cursor)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const MpChartRect box = mp_lines_month_box (self, month);

  if (box.width <= 0)
    return;
  cairo_rectangle (cr, box.x + 0.5, box.y, MAX (box.width - 1, 1), box.height);
  if (is_cursor)
    {
      mp_chart_source (cr, colours->cursor, 0.14);
      cairo_fill_preserve (cr);
    }
  mp_chart_source (cr, colours->cursor, is_cursor ? 1 : 0.6);
  cairo_set_line_width (cr, is_cursor ? 1.6 : 1);
  cairo_stroke (cr);
}

static void
paint_cursor (MpLines *self, cairo_t *cr, MpMonth month)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const MpChartRect box = mp_lines_month_box (self, month);
  g_autofree char *text = NULL;

  if (month == MP_MONTH_NONE || box.width <= 0)
    return;
  text = mp_words_short_month (month);
  for (guint k = 0; k < self->model.n_plans; k++)
    {
      cairo_arc (cr, box.x + box.width / 2, y_of (self, k, (guint) (month - start (self))), 4, 0, 2 * G_PI);
      mp_chart_source (cr, colours->background, 1);
      cairo_fill_preserve (cr);
      mp_chart_source (cr, mp_plot_plan_colour (self->pen->style.palette, k), 1);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  mp_plot_paint_pill (self->pen, cr, box.x + box.width / 2, box.y + box.height + 12 * text_scale (self), 0, self->width, text);
}

/**
 * mp_lines_draw:
 * @self: a picture
 * @cr: where; its origin is the picture's top left
 * @width: of the picture
 * @height: of the picture
 * @cursor: the chosen month, or %MP_MONTH_NONE
 * @hover: the month under the pointer, or %MP_MONTH_NONE
 */
void
mp_lines_draw (MpLines *self, cairo_t *cr, double width, double height, MpMonth cursor, MpMonth hover)
{
  mp_lines_set_size (self, width, height);
  mp_plot_background (self->pen, cr, width, height);
  if (self->model.n_months == 0)
    return;
  if (self->narrow)
    paint_legend (self, cr);
  mp_plot_paint_grid (self->pen, cr, &self->scale, &self->box);
  mp_plot_paint_months (self->pen, cr, &self->box, start (self), self->model.n_months, self->width);
  if (hover != cursor)
    paint_band (self, cr, hover, FALSE);
  paint_band (self, cr, cursor, TRUE);
  for (guint k = 0; k < self->model.n_plans; k++)
    paint_line (self, cr, k);
  for (guint k = 0; k < self->model.n_plans; k++)
    paint_label (self, cr, k);
  paint_cursor (self, cr, cursor);
}

MpMonth
mp_lines_month_at (const MpLines *self, double x, double y)
{
  if (self->model.n_months == 0 || x < self->box.x || x >= self->box.x + self->box.width || y < self->box.y ||
      y > self->height)
    return MP_MONTH_NONE;
  return start (self) + MIN ((MpMonth) ((x - self->box.x) / self->cw), (MpMonth) self->model.n_months - 1);
}

MpChartRect
mp_lines_month_box (const MpLines *self, MpMonth month)
{
  MpMonth i;

  if (self->model.n_months == 0 || month < start (self) || month >= start (self) + (MpMonth) self->model.n_months)
    return (MpChartRect) { 0, 0, 0, 0 };
  i = month - start (self);
  return (MpChartRect) { x_of (self, (guint) i), self->box.y, x_of (self, (guint) i + 1) - x_of (self, (guint) i), self->box.height };
}

double
mp_lines_label_y (const MpLines *self, guint plan)
{
  return self->label_y[plan];
}

static void
paint (gpointer data, cairo_t *cr, double width, double height)
{
  mp_lines_draw (data, cr, width, height, MP_MONTH_NONE, MP_MONTH_NONE);
}

/**
 * mp_lines_to_bytes:
 * @self: a picture
 * @format: of the file
 * @width: of the picture
 * @height: of the picture
 * @scale: pixels of a PNG per unit
 * @error: as of mp_chart_to_bytes()
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
mp_lines_to_bytes (MpLines *self, MpChartFormat format, double width, double height, double scale, GError **error)
{
  return mp_chart_paint_bytes (self->pen, paint, self, format, width, height, scale, error);
}
