/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "mp-i18n.h"

#include "mp-curve-chart.h"
#include "mp-plot-private.h"

#define POINTS 400              /* looked at along the curve, beside the marks */

struct _MpCurveChart {
  MpChart *pen;
  MpCurveChartModel model;
  MpMoney to;
  GArray *points, *kept;        /* MpCurvePoint in order of pay; kept: with the check of the month at any pay */
  MpMoney most;
  /* as last laid out */
  MpChartRect box;
  MpPlotScale across, up;
  double width;
};

MpCurveChart *
mp_curve_chart_new (void)
{
  MpCurveChart *self = g_new0 (MpCurveChart, 1);

  self->pen = mp_chart_new ();
  self->points = g_array_new (FALSE, TRUE, sizeof (MpCurvePoint));
  self->kept = g_array_new (FALSE, TRUE, sizeof (MpCurvePoint));
  return self;
}

void
mp_curve_chart_free (MpCurveChart *self)
{
  if (self == NULL)
    return;
  mp_chart_free (self->pen);
  g_array_unref (self->points);
  g_array_unref (self->kept);
  g_free (self);
}

void
mp_curve_chart_set_style (MpCurveChart *self, const MpChartStyle *style)
{
  mp_chart_set_style (self->pen, style);
}

static gboolean
has_drop (const MpCurveChart *self)
{
  return mp_curve_mark (self->model.curve, MP_CURVE_BREAK_EVEN) != MP_MONEY_NONE;
}

static void
add_point (MpCurveChart *self, MpMoney pay)
{
  MpCurvePoint point;

  mp_curve_at (self->model.curve, pay, MP_CURVE_AS_IT_STANDS, &point);
  g_array_append_val (self->points, point);
  self->most = MAX (self->most, point.net);
  if (!has_drop (self))
    return;
  mp_curve_at (self->model.curve, pay, MP_CURVE_CHECK_KEPT, &point);
  g_array_append_val (self->kept, point);
  self->most = MAX (self->most, point.net);
}

/* Twice the limit, up to the next $500. */
static MpMoney
usual_end (const MpCurveChart *self)
{
  const MpMoney limit = mp_curve_mark (self->model.curve, MP_CURVE_SGA), step = mp_dollars (500);

  return limit == MP_MONEY_NONE ? mp_dollars (4000) : (2 * limit + step - 1) / step * step;
}

/**
 * mp_curve_chart_set_model:
 * @self: a picture
 * @model: copied; the curve is not and must live on
 *
 * Sets what to draw and looks at the curve: a point for each step of pay, and one on both sides of the limit.
 */
void
mp_curve_chart_set_model (MpCurveChart *self, const MpCurveChartModel *model)
{
  MpMoney step, limit;

  self->model = *model;
  self->model.n_rings = MIN (model->n_rings, MP_CURVE_CHART_MAX_RINGS);
  g_array_set_size (self->points, 0);
  g_array_set_size (self->kept, 0);
  self->most = 0;
  if (model->curve == NULL)
    return;
  self->to = model->to > 0 ? model->to : usual_end (self);
  limit = has_drop (self) ? mp_curve_mark (model->curve, MP_CURVE_SGA) : MP_MONEY_NONE;
  step = MAX (self->to / POINTS, 1);
  for (MpMoney pay = 0; pay <= self->to; pay += step)
    {
      if (limit != MP_MONEY_NONE && pay - step < limit && limit < pay)
        {
          add_point (self, limit);
          if (limit + 1 < pay)
            add_point (self, limit + 1);
        }
      add_point (self, pay);
    }
}

MpMoney
mp_curve_chart_get_to (const MpCurveChart *self)
{
  return self->to;
}

static double
text_scale (const MpCurveChart *self)
{
  return MAX (1, self->pen->style.text_scale);
}

/**
 * mp_curve_chart_natural_height:
 * @self: a picture
 * @width: of the picture
 *
 * Returns: the height at which curve and labels have room
 */
double
mp_curve_chart_natural_height (const MpCurveChart *self, double width)
{
  return round (CLAMP (width / text_scale (self) * 0.75, 320, 400) * text_scale (self));
}

static void
lay_out (MpCurveChart *self, double width, double height)
{
  const double scale = text_scale (self);
  double labels;

  self->width = width;
  self->box = (MpChartRect) { 0, 10 * scale, 0, MAX (height - 50 * scale, 40) }; /* as MpLines beside it */
  mp_plot_scale (&self->up, 0, self->most, self->box.height, MAX (28 * scale, self->box.height / 10));
  labels = round (mp_plot_label_width (self->pen, &self->up) + 12);
  self->box.x = labels;
  self->box.width = MAX (width - labels - 18, 40);
  mp_plot_scale (&self->across, 0, self->to, self->box.width, 62 * scale);
}

static double
x_of (const MpCurveChart *self, MpMoney pay)
{
  return self->box.x + self->box.width * (double) pay / (double) self->to;
}

static double
y_of (const MpCurveChart *self, MpMoney net)
{
  return mp_plot_y (&self->up, &self->box, net);
}

static void
paint_axis (MpCurveChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const double scale = text_scale (self), bottom = self->box.y + self->box.height;

  for (MpMoney pay = 0; pay <= self->to; pay += self->across.step)
    {
      g_autofree char *text = mp_plot_money (pay);
      double half = mp_chart_text_width (self->pen, 10.5, FALSE, text) / 2;

      mp_chart_show (self->pen, cr, 10.5, FALSE, colours->dim, CLAMP (x_of (self, pay), half, self->width - half), bottom + 12 * scale, 0.5, text);
    }
  mp_chart_show (self->pen, cr, 10.5, FALSE, colours->dim, self->box.x + self->box.width, bottom + 30 * scale, 1,
                 _("pay per month, before taxes"));
}

static void
path (MpCurveChart *self, cairo_t *cr, const GArray *points, MpMoney from, MpMoney to)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < points->len; i++)
    {
      const MpCurvePoint *point = &g_array_index (points, MpCurvePoint, i);

      if (point->earned < from || point->earned > to)
        continue;
      if (begun)
        cairo_line_to (cr, x_of (self, point->earned), y_of (self, point->net));
      else
        cairo_move_to (cr, x_of (self, point->earned), y_of (self, point->net));
      begun = TRUE;
    }
}

static MpMoney
net_at (const MpCurveChart *self, MpMoney pay)
{
  MpCurvePoint point;

  mp_curve_at (self->model.curve, pay, MP_CURVE_AS_IT_STANDS, &point);
  return point.net;
}

/* Pay that leaves less cash than the limit does: shaded from cash at the limit down. */
static void
paint_band (MpCurveChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const MpMoney limit = mp_curve_mark (self->model.curve, MP_CURVE_SGA);
  const MpMoney end = MIN (mp_curve_mark (self->model.curve, MP_CURVE_BREAK_EVEN), self->to);
  const double x = x_of (self, limit), top = y_of (self, net_at (self, limit)), scale = text_scale (self);
  const MpChartRect band = { x, top, x_of (self, end) - x, self->box.y + self->box.height - top };
  const char *lines[] = { _("less cash than"), _("at the limit") };
  double widest = MAX (mp_chart_text_width (self->pen, 10.5, FALSE, lines[0]), mp_chart_text_width (self->pen, 10.5, FALSE, lines[1]));

  if (limit >= self->to)
    return;
  cairo_rectangle (cr, band.x, band.y, band.width, band.height);
  if (self->pen->style.patterns || self->pen->style.palette == MP_CHART_PRINT)
    mp_chart_fill_pattern (self->pen, cr, MP_PATTERN_RISING, colours->grid, &band);
  else
    {
      mp_chart_source (cr, colours->stop, 0.15);
      cairo_fill (cr);
    }
  if (widest + 8 > band.width)
    return;
  for (guint i = 0; i < 2; i++)
    {
      double y = band.y + band.height * 0.62 + (i * 15.0 - 7) * scale;

      if (self->pen->style.patterns || self->pen->style.palette == MP_CHART_PRINT)
        {
          mp_chart_source (cr, colours->background, 1);
          cairo_rectangle (cr, band.x + (band.width - widest) / 2 - 3, y - 8 * scale, widest + 6, 15 * scale);
          cairo_fill (cr);
        }
      mp_chart_show (self->pen, cr, 10.5, FALSE, colours->stop, band.x + band.width / 2, y, 0.5, lines[i]);
    }
}

/* A text on the picture's ground, so that no line runs through it. */
static void
show_clear (MpCurveChart *self, cairo_t *cr, MpColour colour, gboolean bold, double x, double y, double align, const char *text)
{
  const double scale = text_scale (self), width = mp_chart_text_width (self->pen, MP_PLOT_TEXT, bold, text);
  const double at = CLAMP (x - align * width, self->box.x + 2, MAX (self->box.x + 2, self->width - width - 2));

  mp_chart_source (cr, mp_chart_colours_of (self->pen->style.palette)->background, 0.85);
  cairo_rectangle (cr, at - 2, y - 8 * scale, width + 4, 16 * scale);
  cairo_fill (cr);
  mp_chart_show (self->pen, cr, MP_PLOT_TEXT, bold, colour, at, y, 0, text);
}

/* A line down to the axis with its name left of it, where one has room. */
static void
paint_mark (MpCurveChart *self, cairo_t *cr, MpMoney pay, double top, guint line, MpColour colour, gboolean strong,
            const char *name, const char *shorter)
{
  const double scale = text_scale (self), x = round (x_of (self, pay)) + 0.5, bottom = self->box.y + self->box.height;
  const double y = bottom - (12 + 18 * line) * scale, dash[] = { strong ? 3 : 1.5, strong ? 2 : 3 };
  const double room = x - 8 - self->box.x;
  g_autofree char *amount = mp_plot_money (pay), *text = g_strdup_printf ("%s %s", name, amount), *less = g_strdup_printf ("%s %s", shorter, amount);

  mp_chart_source (cr, colour, 1);
  cairo_set_line_width (cr, strong ? 2.4 : 1.2);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, bottom);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (mp_chart_text_width (self->pen, MP_PLOT_TEXT, strong, text) <= room)
    show_clear (self, cr, colour, strong, x - 6, y, 1, text);
  else if (mp_chart_text_width (self->pen, MP_PLOT_TEXT, strong, less) <= room)
    show_clear (self, cr, colour, strong, x - 6, y, 1, less);
}

static void
paint_dot (MpCurveChart *self, cairo_t *cr, double x, double y, MpColour colour, gboolean open)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);

  cairo_arc (cr, x, y, 4.5, 0, 2 * G_PI);
  mp_chart_source (cr, open ? colours->background : colour, 1);
  cairo_fill_preserve (cr);
  mp_chart_source (cr, colour, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* Whether the number of a plan stands where the drop would be written. */
static gboolean
is_ring_near (const MpCurveChart *self, double x, const char *drop)
{
  const double reach = mp_chart_text_width (self->pen, MP_PLOT_TEXT, TRUE, drop) + 14 * text_scale (self);

  for (guint i = 0; i < self->model.n_rings; i++)
    if (x_of (self, self->model.rings[i].earned) > x - reach && x_of (self, self->model.rings[i].earned) < x + 16 * text_scale (self))
      return TRUE;
  return FALSE;
}

/* The drop and where cash is back. */
static void
paint_drop (MpCurveChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const MpColour better = mp_chart_better (self->pen->style.palette);
  const MpMoney limit = mp_curve_mark (self->model.curve, MP_CURVE_SGA), even = mp_curve_mark (self->model.curve, MP_CURVE_BREAK_EVEN);
  const double scale = text_scale (self), x = x_of (self, limit), top = y_of (self, net_at (self, limit));
  const double foot = y_of (self, net_at (self, limit + 1));
  g_autofree char *drop = mp_money_to_display (-mp_curve_drop (self->model.curve)), *pay = mp_plot_money (even), *back = NULL;

  if (limit >= self->to)
    return;
  paint_dot (self, cr, x, top, colours->text, FALSE);
  paint_dot (self, cr, x, foot, colours->text, TRUE);
  if (even <= self->to)
    {
      /* Translators: the pay at which cash in hand is back to what it was */
      back = g_strdup_printf (_("Break-even %s"), pay);
      paint_dot (self, cr, x_of (self, even), top, better, FALSE);
      show_clear (self, cr, better, TRUE, x_of (self, even) + 9, top + 15 * scale, 0, back);
    }
  show_clear (self, cr, colours->stop, TRUE, x + 4, top - (is_ring_near (self, x, drop) ? 40 : 18) * scale, 1, drop);
}

static void
paint_rings (MpCurveChart *self, cairo_t *cr)
{
  for (guint i = 0; i < self->model.n_rings; i++)
    {
      const MpCurveRing *ring = &self->model.rings[i];
      const MpColour colour = mp_plot_plan_colour (self->pen->style.palette, ring->number - 1);
      double x, y;

      if (ring->earned > self->to)
        continue;
      x = x_of (self, ring->earned);
      y = y_of (self, net_at (self, ring->earned));
      cairo_arc (cr, x, y, 6, 0, 2 * G_PI);
      mp_chart_source (cr, mp_chart_colours_of (self->pen->style.palette)->background, 1);
      cairo_fill_preserve (cr);
      mp_chart_source (cr, colour, 1);
      cairo_set_line_width (cr, 2.6);
      cairo_stroke (cr);
      /* plans of the same pay stand side by side */
      for (guint k = 0; k < i; k++)
        if (self->model.rings[k].earned == ring->earned)
          x += 20 * text_scale (self);
      mp_plot_paint_number (self->pen, cr, colour, x, y - 19 * text_scale (self), ring->number);
    }
}

static void
paint_cursor (MpCurveChart *self, cairo_t *cr, MpMoney cursor)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const double x = round (x_of (self, cursor)) + 0.5, bottom = self->box.y + self->box.height;
  g_autofree char *text = mp_plot_money (cursor);

  mp_chart_source (cr, colours->cursor, 1);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, x, self->box.y);
  cairo_line_to (cr, x, bottom);
  cairo_stroke (cr);
  paint_dot (self, cr, x, y_of (self, net_at (self, cursor)), colours->cursor, TRUE);
  mp_plot_paint_pill (self->pen, cr, x, bottom + 12 * text_scale (self), 0, self->width, text);
}

/* Below both lines at their right end, where nothing else is. */
static void
name_pay_alone (MpCurveChart *self, cairo_t *cr)
{
  const double scale = text_scale (self), width = mp_chart_text_width (self->pen, MP_PLOT_TEXT, FALSE, _("pay alone"));
  const double x = self->box.x + self->box.width - width - 4;
  const MpMoney pay = (MpMoney) ((x - self->box.x) / self->box.width * (double) self->to);

  if (x <= self->box.x)
    return;
  mp_chart_show (self->pen, cr, MP_PLOT_TEXT, FALSE, mp_chart_colours_of (self->pen->style.palette)->dim, x,
                 MAX (y_of (self, pay), y_of (self, net_at (self, pay))) + 14 * scale, 0, _("pay alone"));
}

/* The dashed line's colour, dark enough for text. */
static MpColour
kept_text_colour (const MpCurveChart *self)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);

  if (self->pen->style.palette == MP_CHART_LIGHT)
    return 0x9a4f00;
  return self->pen->style.palette == MP_CHART_PRINT ? colours->text : colours->series[1];
}

/* Solid: as the month stands; dashed: with the check at any pay; dotted: pay alone. */
static void
paint_curves (MpCurveChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  const MpMoney limit = has_drop (self) ? mp_curve_mark (self->model.curve, MP_CURVE_SGA) : self->to;
  const double dashes[] = { 6, 4 }, dots[] = { 0.1, 4 };
  const double scale = text_scale (self);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, dots, 2, 0);
  cairo_set_line_width (cr, 1.6);
  mp_chart_source (cr, colours->was, 1);
  cairo_move_to (cr, x_of (self, 0), y_of (self, 0));
  cairo_line_to (cr, x_of (self, self->to), y_of (self, self->to));
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (has_drop (self) && limit < self->to)
    {
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_set_line_width (cr, 2.2);
      mp_chart_source (cr, colours->series[1], 1);
      path (self, cr, self->kept, limit, self->to);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2.8);
  mp_chart_source (cr, colours->text, 1);
  path (self, cr, self->points, 0, limit);
  path (self, cr, self->points, limit + 1, self->to);
  cairo_stroke (cr);
  name_pay_alone (self, cr);
  if (has_drop (self) && limit < self->to && self->kept->len > 0)
    {
      const MpMoney end = limit + (self->to - limit) * 4 / 5;
      MpCurvePoint point;

      mp_curve_at (self->model.curve, end, MP_CURVE_CHECK_KEPT, &point);
      show_clear (self, cr, kept_text_colour (self), FALSE, x_of (self, end) - 10, y_of (self, point.net) - 8 * scale, 1, _("in trial work and grace"));
    }
}

/**
 * mp_curve_chart_draw:
 * @self: a picture
 * @cr: where; its origin is the picture's top left
 * @width: of the picture
 * @height: of the picture
 * @cursor: the pay that is looked at, or %MP_MONEY_NONE
 */
void
mp_curve_chart_draw (MpCurveChart *self, cairo_t *cr, double width, double height, MpMoney cursor)
{
  const MpChartColours *colours = mp_chart_colours_of (self->pen->style.palette);
  MpMoney twp, limit;

  mp_plot_background (self->pen, cr, width, height);
  if (self->model.curve == NULL)
    return;
  lay_out (self, width, height);
  twp = mp_curve_mark (self->model.curve, MP_CURVE_TWP);
  limit = mp_curve_mark (self->model.curve, MP_CURVE_SGA);
  mp_plot_paint_grid (self->pen, cr, &self->up, &self->box);
  if (has_drop (self))
    paint_band (self, cr);
  paint_axis (self, cr);
  cairo_save (cr);
  cairo_rectangle (cr, self->box.x - 8, 0, self->width - self->box.x + 8, height);
  cairo_clip (cr);
  paint_curves (self, cr);
  if (self->model.with_ssdi && twp != MP_MONEY_NONE && twp <= self->to)
    paint_mark (self, cr, twp, y_of (self, net_at (self, twp)), 1, colours->dim, FALSE, _("Trial work figure"),
                _("Trial work"));
  if (self->model.with_ssdi && limit != MP_MONEY_NONE && limit <= self->to)
    paint_mark (self, cr, limit, y_of (self, net_at (self, limit)), 0, has_drop (self) ? colours->stop : colours->dim, has_drop (self),
                _("SGA limit"), _("SGA"));
  if (has_drop (self))
    paint_drop (self, cr);
  cairo_restore (cr);
  if (cursor != MP_MONEY_NONE && cursor <= self->to)
    paint_cursor (self, cr, cursor);
  paint_rings (self, cr); /* whose numbers the cursor would strike out */
}

MpMoney
mp_curve_chart_pay_at (const MpCurveChart *self, double x, double y)
{
  double part;

  if (self->model.curve == NULL || self->box.width <= 0 || x < self->box.x - 8 || x > self->box.x + self->box.width + 8)
    return MP_MONEY_NONE;
  part = CLAMP ((x - self->box.x) / self->box.width, 0, 1);
  return mp_dollars (lround (part * (double) (self->to / 100)));
}

MpChartRect
mp_curve_chart_plot (const MpCurveChart *self)
{
  return self->box;
}

static void
paint (gpointer data, cairo_t *cr, double width, double height)
{
  mp_curve_chart_draw (data, cr, width, height, MP_MONEY_NONE);
}

/**
 * mp_curve_chart_to_bytes:
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
mp_curve_chart_to_bytes (MpCurveChart *self, MpChartFormat format, double width, double height, double scale, GError **error)
{
  return mp_chart_paint_bytes (self->pen, paint, self, format, width, height, scale, error);
}
