/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where everything in the picture is. No drawing here. */

#include <math.h>

#include "mp-chart-private.h"

#define STRIP_HEIGHT 24
#define STRIP_GAP 5
#define PINS_HEIGHT 26
#define LEGEND_HEIGHT 24
#define AXIS_HEIGHT 36
#define FEET_HEIGHT 34          /* ordinals and brackets below the EN bars */
#define NARROW 600              /* labels shrink under this width */
#define LOW 560                 /* Health and Ticket go under this height */
#define TWO_ROWS 480            /* labels of pins have a second row from this height on */
#define AXIS_UNIT mp_dollars (500)

static MpMoney
next_multiple (MpMoney amount, MpMoney unit)
{
  return (amount / unit + (amount % unit != 0)) * unit;
}

static MpMoney
largest_expense (const MpChartModel *model)
{
  MpMoney largest = 0;

  for (guint i = 0; i < model->n_months; i++)
    largest = MAX (largest, mp_projection_month (model->projection, model->first + i)->cash.expenses);
  return largest;
}

static MpMoney
largest_payment (const MpChartModel *model)
{
  MpMoney largest = 0;

  for (guint i = 0; i < model->n_months; i++)
    {
      MpMoney total = mp_projection_month (model->projection, model->first + i)->ticket.total;
      largest = MAX (largest, total);
    }
  return largest;
}

#define MOST_DEPTH 30

static MpMoney
en_axis (const MpChartModel *model)
{
  return MAX (next_multiple (largest_payment (model), mp_dollars (1000)), mp_dollars (1000));
}

static void
compute_axis (MpChartLayout *layout, const MpChartModel *model)
{
  MpMoney largest = MAX (model->axis_maximum, mp_chart_largest_month (model->projection));
  MpMoney expense = largest_expense (model);
  double pixels;

  if (model->baseline != NULL)
    largest = MAX (largest, mp_chart_largest_month (model->baseline));
  layout->axis_top = MAX (next_multiple (largest, AXIS_UNIT), AXIS_UNIT);
  layout->axis_bottom = -expense;
  layout->axis_step = AXIS_UNIT;
  pixels = layout->lane[MP_LANE_CASH].height / (double) (layout->axis_top - layout->axis_bottom);
  while (layout->axis_step * pixels < 24 && layout->axis_step < layout->axis_top)
    layout->axis_step *= 2;
  layout->en_top = en_axis (model);
  layout->zero_y = mp_chart_layout_y (layout, 0);
}

static void
place (MpChartLayout *layout, MpLane lane, double *y, double height)
{
  layout->lane[lane] = (MpChartRect) { layout->plot_x, *y, layout->plot_width, height };
  *y += height;
}

static void
place_strips (MpChartLayout *layout, const MpChartStyle *style, double *y, gboolean all)
{
  double strip = round (STRIP_HEIGHT * MAX (1, style->text_scale));

  for (MpLane lane = MP_LANE_SSDI; lane <= MP_LANE_TICKET; lane++)
    {
      gboolean shown = all || lane <= MP_LANE_SSI;
      place (layout, lane, y, shown ? strip : 0);
      *y += shown ? STRIP_GAP : 0;
    }
}

/**
 * mp_chart_layout_compute:
 * @layout: (out caller-allocates): filled
 * @model: what to draw
 * @style: how
 * @width: of the picture, from 360
 * @height: of the picture
 *
 * Finds where everything goes: labels take 82 on the left and 90 on the right (70 and 8 under a
 * width of 600), the cash lane gets what the fixed lanes leave.
 */
void
mp_chart_layout_compute (MpChartLayout *layout, const MpChartModel *model, const MpChartStyle *style, double width, double height)
{
  double scale = MAX (1, style->text_scale);
  gboolean narrow = width < NARROW;
  double left = (narrow ? 70 : 82) * (1 + (scale - 1) * 0.7), right = narrow ? 8 : 90 * (1 + (scale - 1) * 0.9);
  gboolean all = height >= LOW * 0.7;
  double y = 0, fixed, rest, en, feet = FEET_HEIGHT * scale, gap;

  *layout = (MpChartLayout) { .width = width, .height = height };
  layout->n_months = model->projection != NULL ? model->n_months : 0;
  if (layout->n_months == 0)
    return;
  layout->start = mp_projection_month (model->projection, model->first)->month;
  layout->plot_x = round (left);
  layout->cw = MAX (width - left - right, 1) / layout->n_months;
  layout->plot_width = layout->cw * layout->n_months;

  if (style->legend)
    {
      layout->legend = (MpChartRect) { 8, 0, width - 16, round (LEGEND_HEIGHT * scale * (1 + 0.8 * (MAX (style->legend_rows, narrow ? 2 : 1) - 1))) };
      y += layout->legend.height;
    }
  layout->pin_rows = height >= TWO_ROWS * scale && !style->numbered_pins ? 2 : 1;
  gap = layout->pin_rows > 1 ? round (16 * scale) : 10;
  if (style->without_en && !model->en_first)
    feet = 0;
  fixed = y + PINS_HEIGHT * scale + AXIS_HEIGHT * scale + (all ? 4 : 2) * (round (STRIP_HEIGHT * scale) + STRIP_GAP) + feet + gap + 24;
  rest = MAX (height - fixed, 80);
  en = round (rest * (model->en_first ? 0.6 : 0.25));
  if (model->en_first && model->en_cost > 0)
    {
      /* at the scale of the bars, as far as the feet leave room for it */
      layout->en_depth = CLAMP (round (en * (double) model->en_cost / (double) en_axis (model)), 3, MOST_DEPTH * scale);
      en -= layout->en_depth;
    }
  if (!all && !model->en_first)
    en = MIN (en, 64);
  if (style->without_en && !model->en_first)
    en = 0;
  place (layout, MP_LANE_EVENTS, &y, round (PINS_HEIGHT * scale));
  y += gap;
  place (layout, MP_LANE_CASH, &y, round (rest - en - layout->en_depth));
  place (layout, MP_LANE_AXIS, &y, round (AXIS_HEIGHT * scale));
  place_strips (layout, style, &y, all);
  y += 20;
  place (layout, MP_LANE_EN, &y, en);
  compute_axis (layout, model);
}

/**
 * mp_chart_natural_height:
 * @self: a picture
 * @width: of the picture
 *
 * Returns: the least height at which no text shrinks and every lane shows
 */
double
mp_chart_natural_height (const MpChart *self, double width)
{
  double scale = MAX (1, self->style.text_scale);
  double lanes = width < NARROW ? 412 : 560;

  return round (lanes * scale);
}

/**
 * mp_chart_layout_x:
 * @layout: a layout
 * @month: a month, or the one after the last
 *
 * Returns: where the month begins, on a whole pixel
 */
double
mp_chart_layout_x (const MpChartLayout *layout, MpMonth month)
{
  return round (layout->plot_x + ((double) month - layout->start) * layout->cw); /* also for no month at all */
}

/**
 * mp_chart_layout_y:
 * @layout: a layout
 * @amount: cents
 *
 * Returns: the height of an amount in the cash lane
 */
double
mp_chart_layout_y (const MpChartLayout *layout, MpMoney amount)
{
  const MpChartRect *lane = &layout->lane[MP_LANE_CASH];
  double span = (double) (layout->axis_top - layout->axis_bottom);

  return lane->y + lane->height * (double) (layout->axis_top - amount) / span;
}

/**
 * mp_chart_layout_month_at:
 * @layout: a layout
 * @x: from the left of the picture
 * @y: from its top
 *
 * Returns: the month there, or %MP_MONTH_NONE beside the plot
 */
MpMonth
mp_chart_layout_month_at (const MpChartLayout *layout, double x, double y)
{
  MpMonth month;

  if (layout->n_months == 0 || y < 0 || y >= layout->height || x < layout->plot_x
      || x >= mp_chart_layout_x (layout, layout->start + (MpMonth) layout->n_months))
    return MP_MONTH_NONE;
  month = layout->start + (MpMonth) ((x - layout->plot_x) / layout->cw);
  /* columns begin on whole pixels */
  if (x < mp_chart_layout_x (layout, month))
    month--;
  else if (x >= mp_chart_layout_x (layout, month + 1))
    month++;
  return month;
}
