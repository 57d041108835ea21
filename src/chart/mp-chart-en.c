/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What Social Security pays the EN: bars, ordinals, brackets and the running total. */

#include <math.h>

#include "mp-i18n.h"

#include "mp-chart-private.h"
#include "mp-words.h"
#include "mp-plot-private.h"

#define SIZE 11.0

/* The first payment of a month that is not the catch-up. */
static const MpTicketPayment *
main_payment (const MpChart *self, const MpMonthRow *row)
{
  const MpTicketPayment *payments = row->ticket.n_payments > 0 ? mp_projection_payments (self->model.projection, row) : NULL;

  for (guint k = 0; k < row->ticket.n_payments; k++)
    if (payments[k].code.kind != MP_TICKET_CODE_RECON)
      return &payments[k];
  return payments;
}

static gboolean
has_catch_up (const MpChart *self, const MpMonthRow *row)
{
  for (guint k = 0; k < row->ticket.n_payments; k++)
    if (mp_projection_payments (self->model.projection, row)[k].code.kind == MP_TICKET_CODE_RECON)
      return TRUE;
  return FALSE;
}

static void
paint_bars (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  const MpChartRect *lane = &layout->lane[MP_LANE_EN];
  double gap = layout->cw >= 10 ? 1 : 0;

  for (guint i = 0; i < layout->n_months; i++)
    {
      const MpMonthRow *row = mp_chart_row (self, i);
      double x = mp_chart_layout_x (layout, row->month), end = mp_chart_layout_x (layout, row->month + 1);
      double height = lane->height * (double) row->ticket.total / (double) layout->en_top;

      if (row->ticket.total > 0)
        cairo_rectangle (cr, x + gap, lane->y + lane->height - MAX (height, 2.2), end - x - 2 * gap, MAX (height, 2.2));
    }
  mp_chart_source (cr, colours->series[3], 1);
  if (self->style.patterns || self->style.palette == MP_CHART_PRINT)
    {
      cairo_fill_preserve (cr);
      mp_chart_fill_pattern (self, cr, MP_PATTERN_FALLING, colours->background, lane);
    }
  else
    cairo_fill (cr);
}

static void
paint_axis (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartRect *lane = &self->layout.lane[MP_LANE_EN];
  MpMoney step = self->layout.en_top > mp_dollars (4000) || lane->height < 40 ? self->layout.en_top : mp_dollars (1000);

  mp_chart_show (self, cr, SIZE, TRUE, colours->text, lane->x - 8, lane->y - 6 - 8 * self->style.text_scale, 1, _("To the EN"));
  for (MpMoney amount = 0; amount <= self->layout.en_top; amount += step)
    {
      double y = round (lane->y + lane->height * (1 - (double) amount / (double) self->layout.en_top)) + 0.5;
      g_autofree char *text = mp_plot_money (amount);

      mp_chart_source (cr, colours->grid, 1);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, lane->x, y);
      cairo_line_to (cr, lane->x + lane->width, y);
      cairo_stroke (cr);
      mp_chart_show (self, cr, SIZE, FALSE, colours->dim, lane->x - 8, y, 1, text);
    }
}

/* What a person costs the EN, under zero while it has the Ticket. */
static void
paint_cost (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  const MpChartRect *lane = &layout->lane[MP_LANE_EN];
  const double y = round (lane->y + lane->height + layout->en_depth) - 0.5;
  g_autofree char *text = NULL;

  if (layout->en_depth <= 0)
    return;
  for (guint i = 0; i < layout->n_months; i++)
    {
      const MpMonthRow *row = mp_chart_row (self, i);

      if (row->ticket.status != MP_TICKET_ASSIGNED)
        continue;
      cairo_move_to (cr, mp_chart_layout_x (layout, row->month), y);
      cairo_line_to (cr, mp_chart_layout_x (layout, row->month + 1), y);
    }
  mp_chart_source (cr, colours->text, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  if (layout->width - lane->x - lane->width <= 40)
    return;
  text = mp_money_to_display (-self->model.en_cost);
  mp_chart_show (self, cr, SIZE, FALSE, colours->dim, lane->x + lane->width + 6, y, 0, text);
}

/* All ordinals where they fit, else 1, 5, 10 … */
static void
paint_ordinals (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  const MpChartRect *lane = &layout->lane[MP_LANE_EN];
  double scale = MAX (1, self->style.text_scale);
  double y = lane->y + lane->height + layout->en_depth + 9 * scale;
  gboolean all = layout->cw >= 15 * scale;

  if (layout->cw < 10 * scale)
    return;
  for (guint i = 0; i < layout->n_months; i++)
    {
      const MpMonthRow *row = mp_chart_row (self, i);
      const MpTicketPayment *payment = main_payment (self, row);
      char number[8];

      if (payment == NULL || payment->code.number == 0)
        continue;
      if (!all && payment->code.number != 1 && payment->code.number % 5 != 0)
        continue;
      g_snprintf (number, sizeof number, "%u", payment->code.number);
      mp_chart_show (self, cr, SIZE, FALSE, colours->text,
                     mp_chart_layout_x (layout, row->month) + layout->cw / 2, y, 0.5, number);
    }
}

static const char *
group_name (MpTicketCodeKind kind)
{
  static const char *const names[] = { NULL, "P1M", "P2M", "OUT", "RECON", "OLDM", "OLDOUT" };
  return names[kind];
}

static void
bracket (MpChart *self, cairo_t *cr, guint first, guint last, const char *name)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  double scale = MAX (1, self->style.text_scale);
  double y = round (layout->lane[MP_LANE_EN].y + layout->lane[MP_LANE_EN].height + layout->en_depth + 18 * scale) + 0.5;
  double x = mp_chart_layout_x (layout, layout->start + (MpMonth) first) + 1.5;
  double end = mp_chart_layout_x (layout, layout->start + (MpMonth) last + 1) - 1.5;

  mp_chart_source (cr, colours->series[3], 1);
  cairo_set_line_width (cr, 1.4);
  cairo_move_to (cr, x, y - 4);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, end, y);
  cairo_line_to (cr, end, y - 4);
  cairo_stroke (cr);
  if (mp_chart_text_width (self, SIZE, TRUE, name) <= MAX (end - x, 3 * layout->cw))
    mp_chart_show (self, cr, SIZE, TRUE, colours->text, (x + end) / 2, y + 8 * scale, 0.5, name);
}

static void
paint_brackets (MpChart *self, cairo_t *cr)
{
  MpTicketCodeKind kind = MP_TICKET_CODE_NONE;
  guint first = 0, last = 0;

  for (guint i = 0; i < self->layout.n_months; i++)
    {
      const MpTicketPayment *payment = main_payment (self, mp_chart_row (self, i));

      if (payment == NULL)
        continue;
      if (payment->code.kind != kind)
        {
          if (kind != MP_TICKET_CODE_NONE)
            bracket (self, cr, first, last, group_name (kind));
          kind = payment->code.kind;
          first = i;
        }
      last = i;
    }
  if (kind != MP_TICKET_CODE_NONE)
    bracket (self, cr, first, last, group_name (kind));
}

static double
total_y (const MpChart *self, MpMoney total, MpMoney most)
{
  const MpChartRect *lane = &self->layout.lane[MP_LANE_EN];
  return lane->y + lane->height * (1 - 0.86 * (double) total / (double) most) - 1;
}

/* A text that stays readable on bars. */
static void
show_on_bars (MpChart *self, cairo_t *cr, double x, double y, double align, const char *text)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  double width = mp_chart_text_width (self, SIZE, TRUE, text), scale = MAX (1, self->style.text_scale);

  mp_chart_source (cr, colours->background, 0.85);
  cairo_rectangle (cr, x - align * width - 2, y - 7 * scale, width + 4, 14 * scale);
  cairo_fill (cr);
  mp_chart_show (self, cr, SIZE, TRUE, colours->text, x, y, align, text);
}

/* "≈ $7,400": a running total rests on every payment so far. */
static char *
running_total (const MpChart *self, const MpMonthRow *row)
{
  g_autofree char *text = mp_plot_money (row->ticket.cumulative);

  return g_strconcat (mp_words_is_estimated (self->model.projection, row, MP_COLUMN_EN_TOTAL) ? "≈ " : "", text, NULL);
}

static void
paint_total (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  const MpChartRect *lane = &layout->lane[MP_LANE_EN];
  const MpMonthRow *last = mp_chart_row (self, layout->n_months - 1);
  MpMoney most = MAX (last->ticket.cumulative, 1);
  double right = lane->x + lane->width;

  for (guint i = 0; i < layout->n_months; i++)
    {
      const MpMonthRow *row = mp_chart_row (self, i);
      double y = total_y (self, row->ticket.cumulative, most);

      cairo_line_to (cr, mp_chart_layout_x (layout, row->month), y);
      cairo_line_to (cr, mp_chart_layout_x (layout, row->month + 1), y);
    }
  mp_chart_source (cr, colours->background, 1);
  cairo_set_line_width (cr, 3.6);
  cairo_stroke_preserve (cr);
  mp_chart_source (cr, colours->text, 1);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);

  if (layout->width - right > 40)
    {
      g_autofree char *text = running_total (self, last);
      double y = total_y (self, last->ticket.cumulative, most);

      mp_chart_show (self, cr, SIZE, TRUE, colours->text, right + 6, y - 7 * self->style.text_scale, 0, _("Total"));
      mp_chart_show (self, cr, SIZE, TRUE, colours->text, right + 6, y + 7 * self->style.text_scale, 0, text);
    }
}

/* The total reached where a phase ends, and the catch-up's flag. */
static void
paint_marks (MpChart *self, cairo_t *cr)
{
  const MpChartLayout *layout = &self->layout;
  MpMoney most = MAX (mp_chart_row (self, layout->n_months - 1)->ticket.cumulative, 1);
  MpTicketCodeKind kind = MP_TICKET_CODE_NONE;
  const MpMonthRow *reached = NULL;
  double free_from = 0;

  for (guint i = 0; i < layout->n_months; i++)
    {
      const MpMonthRow *row = mp_chart_row (self, i);
      const MpTicketPayment *payment = main_payment (self, row);
      double x = mp_chart_layout_x (layout, row->month), end;

      if (payment != NULL && payment->code.kind != kind)
        {
          if (kind != MP_TICKET_CODE_NONE && reached != NULL && x >= free_from)
            {
              g_autofree char *text = running_total (self, reached);
              show_on_bars (self, cr, x + 4, total_y (self, row->ticket.cumulative, most) - 11, 0, text);
              free_from = x + 8 + mp_chart_text_width (self, SIZE, TRUE, text);
            }
          kind = payment->code.kind;
        }
      reached = row;
      end = MIN (x + layout->cw, layout->plot_x + layout->plot_width);
      if (has_catch_up (self, row) && end - mp_chart_text_width (self, SIZE, TRUE, _("+ catch-up")) >= free_from)
        show_on_bars (self, cr, end, layout->lane[MP_LANE_EN].y + layout->lane[MP_LANE_EN].height * 0.36, 1, _("+ catch-up"));
    }
}

void
mp_chart_paint_en (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartRect *lane = &self->layout.lane[MP_LANE_EN];

  if (lane->height < 20)
    return;
  paint_axis (self, cr);
  paint_cost (self, cr);
  if (mp_chart_row (self, self->layout.n_months - 1)->ticket.cumulative == 0)
    {
      const char *words = _("No payment to an EN in these months");

      mp_chart_show (self, cr, SIZE, FALSE, colours->dim, lane->x + lane->width / 2, lane->y + lane->height / 2, 0.5,
                     mp_chart_text_width (self, SIZE, FALSE, words) <= lane->width ? words : _("No payment"));
      return;
    }
  paint_bars (self, cr);
  paint_total (self, cr);
  paint_marks (self, cr);
  paint_ordinals (self, cr);
  paint_brackets (self, cr);
}
