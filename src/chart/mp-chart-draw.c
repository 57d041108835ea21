/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Legend, cash lane, axis and cursor. */

#include <math.h>

#include "mp-i18n.h"

#include "mp-chart-private.h"
#include "mp-paid.h"
#include "mp-plot-private.h"

#define SIZE 11.0
#define MONTH_SIZE 10.5
#define THINNEST 2.2            /* a non-zero segment */

static const MpPattern series_patterns[4] = { MP_PATTERN_NONE, MP_PATTERN_RISING, MP_PATTERN_DOTS, MP_PATTERN_FALLING };

static gboolean
has_patterns (const MpChart *self)
{
  return self->style.patterns || self->style.palette == MP_CHART_PRINT;
}

/* Fills the current path in the colour and pattern of a series. */
static void
fill_series (MpChart *self, cairo_t *cr, guint series, const MpChartRect *bounds)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);

  mp_chart_source (cr, colours->series[series], 1);
  if (self->style.palette == MP_CHART_PRINT && series == 2)
    {
      cairo_fill_preserve (cr);
      mp_chart_source (cr, colours->text, 1);
      cairo_set_line_width (cr, 0.5);
      cairo_stroke_preserve (cr);
      mp_chart_fill_pattern (self, cr, series_patterns[series], colours->text, bounds);
    }
  else if (has_patterns (self) && series_patterns[series] != MP_PATTERN_NONE)
    {
      cairo_fill_preserve (cr);
      mp_chart_fill_pattern (self, cr, series_patterns[series], colours->background, bounds);
    }
  else
    cairo_fill (cr);
}

static void
horizontal (cairo_t *cr, double x, double end, double y)
{
  cairo_move_to (cr, x, round (y) + 0.5);
  cairo_line_to (cr, end, round (y) + 0.5);
  cairo_stroke (cr);
}

static void
paint_grid (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  const MpChartRect *lane = &layout->lane[MP_LANE_CASH];

  cairo_set_line_width (cr, 1);
  for (MpMoney amount = 0; amount <= layout->axis_top; amount += layout->axis_step)
    {
      g_autofree char *text = mp_plot_money (amount);
      double y = mp_chart_layout_y (layout, amount);

      mp_chart_source (cr, amount == 0 ? colours->dim : colours->grid, 1);
      horizontal (cr, lane->x, lane->x + lane->width, y);
      mp_chart_show (self, cr, SIZE, FALSE, colours->dim, lane->x - 8, y, 1, text);
    }
}

static MpMoney
segment (const MpMonthRow *row, guint series)
{
  const MpMoney amounts[4] = { row->cash.earnings, row->ssdi.payment, row->ssi.payment, row->cash.share };
  return amounts[series];
}

/* Each segment begins where the amounts below it end, so that the top of the stack is exact. */
static void
segment_path (const MpChart *self, cairo_t *cr, guint i, guint series)
{
  const MpChartLayout *layout = &self->layout;
  const MpMonthRow *row = mp_chart_row (self, i);
  double gap = layout->cw >= 10 ? 1 : 0;
  double x = mp_chart_layout_x (layout, row->month) + gap, end = mp_chart_layout_x (layout, row->month + 1) - gap;
  MpMoney below = 0, amount = segment (row, series);
  double y, height;

  if (amount <= 0)
    return;
  for (guint k = 0; k < series; k++)
    below += segment (row, k);
  y = mp_chart_layout_y (layout, below + amount);
  height = MAX (mp_chart_layout_y (layout, below) - y - (below > 0 ? 1 : 0), THINNEST);
  cairo_rectangle (cr, x, y, end - x, height);
}

static void
paint_bars (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  const MpChartRect *lane = &layout->lane[MP_LANE_CASH];

  for (guint series = 0; series < 4; series++)
    {
      for (guint i = 0; i < layout->n_months; i++)
        segment_path (self, cr, i, series);
      fill_series (self, cr, series, lane);
    }
  for (guint i = 0; i < layout->n_months; i++)
    {
      const MpMonthRow *row = mp_chart_row (self, i);
      double x = mp_chart_layout_x (layout, row->month), end = mp_chart_layout_x (layout, row->month + 1);

      if (row->cash.expenses > 0)
        cairo_rectangle (cr, x + 1, layout->zero_y + 1, end - x - 2,
                         MAX (mp_chart_layout_y (layout, -row->cash.expenses) - layout->zero_y - 1, THINNEST));
    }
  mp_chart_fill_pattern (self, cr, MP_PATTERN_CROSSED, colours->was, lane);
}

static void
line_path (const MpChart *self, cairo_t *cr, const MpProjection *projection, double lift)
{
  const MpChartLayout *layout = &self->layout;

  for (guint i = 0; i < layout->n_months && self->model.first + i < projection->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (projection, self->model.first + i);
      double y = mp_chart_layout_y (layout, row->cash.net) - lift;

      cairo_line_to (cr, mp_chart_layout_x (layout, row->month), y);
      cairo_line_to (cr, mp_chart_layout_x (layout, row->month + 1), y);
    }
}

static void
paint_lines (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const double dots[] = { 2, 3 };

  if (self->model.baseline != NULL)
    {
      cairo_set_dash (cr, dots, 2, 0);
      line_path (self, cr, self->model.baseline, 0);
      mp_chart_source (cr, colours->background, 0.7);
      cairo_set_line_width (cr, 3.2);
      cairo_stroke_preserve (cr);
      mp_chart_source (cr, colours->was, 1);
      cairo_set_line_width (cr, 1.8);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  line_path (self, cr, self->model.projection, 1.8);
  mp_chart_source (cr, colours->text, 1);
  cairo_set_line_width (cr, self->style.palette == MP_CHART_PRINT ? 1.5 : 2.4);
  cairo_stroke (cr);
}

static char *
right_amount (const MpProjection *projection, guint i)
{
  return mp_words_cell (projection, i, MP_COLUMN_NET);
}

/* Amounts of the last month beside the lines, pushed apart. */
static void
paint_line_labels (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  double right = layout->plot_x + layout->plot_width + 6, scale = MAX (1, self->style.text_scale);
  guint last = self->model.first + layout->n_months - 1;
  g_autofree char *net = right_amount (self->model.projection, last);
  double y = mp_chart_layout_y (layout, mp_projection_month (self->model.projection, last)->cash.net);

  if (layout->width - right < 40)
    return;
  mp_chart_show (self, cr, SIZE, TRUE, colours->text, right, y - 7 * scale, 0, _("Cash"));
  mp_chart_show (self, cr, SIZE, TRUE, colours->text, right, y + 7 * scale, 0, net);
  if (self->model.baseline != NULL && last < self->model.baseline->n_months)
    {
      g_autofree char *was = right_amount (self->model.baseline, last);
      double at = mp_chart_layout_y (layout, mp_projection_month (self->model.baseline, last)->cash.net);

      if (fabs (at - y) < 32 * scale)
        at = at < y ? y - 32 * scale : y + 32 * scale;
      mp_chart_show (self, cr, SIZE, FALSE, colours->was, right, at - 7 * scale, 0,
                     self->model.without_work ? _("without work") : _("as it was"));
      mp_chart_show (self, cr, SIZE, FALSE, colours->was, right, at + 7 * scale, 0, was);
    }
}

/* Under its column: its name where a month is wide, a letter where one fits, else at each quarter. NULL: nothing */
static char *
month_text (const MpChart *self, MpMonth month)
{
  const MpChartLayout *layout = &self->layout;
  double scale = MAX (1, self->style.text_scale);
  char *name;

  if (layout->cw < 15 * scale && (layout->cw < 4.5 * scale || mp_month_of_year (month) % 3 != 1))
    return NULL;
  name = mp_words_short_month (month);
  if (layout->cw < 40 * scale)
    *g_utf8_next_char (name) = '\0';
  else if (strrchr (name, ' ') != NULL)
    *strrchr (name, ' ') = '\0';
  return name;
}

static void
paint_months (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  double y = layout->lane[MP_LANE_AXIS].y + 10 * MAX (1, self->style.text_scale);

  for (MpMonth month = layout->start; month < layout->start + (MpMonth) layout->n_months; month++)
    {
      g_autofree char *name = month_text (self, month);

      if (name != NULL)
        mp_chart_show (self, cr, MONTH_SIZE, FALSE, colours->text, mp_chart_layout_x (layout, month) + layout->cw / 2, y, 0.5, name);
    }
}

static void
paint_years (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  double scale = MAX (1, self->style.text_scale);
  double y = layout->lane[MP_LANE_AXIS].y + 26 * scale;
  double bottom = layout->lane[MP_LANE_EN].y + layout->lane[MP_LANE_EN].height;
  MpMonth end = layout->start + (MpMonth) layout->n_months;

  for (MpMonth month = layout->start; month < end; month = mp_month (mp_month_year (month) + 1, 1))
    {
      MpMonth next = MIN (mp_month (mp_month_year (month) + 1, 1), end);
      double x = mp_chart_layout_x (layout, month);
      char year[12];

      g_snprintf (year, sizeof year, "%d", mp_month_year (month));
      if (month > layout->start)
        {
          mp_chart_source (cr, colours->grid, 1);
          cairo_set_line_width (cr, 1);
          cairo_move_to (cr, x + 0.5, layout->lane[MP_LANE_CASH].y);
          cairo_line_to (cr, x + 0.5, bottom);
          cairo_stroke (cr);
        }
      if (mp_chart_text_width (self, SIZE, TRUE, year) + 4 <= mp_chart_layout_x (layout, next) - x || month == layout->start)
        mp_chart_show (self, cr, SIZE, TRUE, colours->text, x + 2, y, 0, year);
    }
}

/* A dotted line under months whose figures were carried forward, with the first such year in words. */
static void
paint_estimated (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  double scale = MAX (1, self->style.text_scale);
  double y = round (layout->lane[MP_LANE_AXIS].y + 17.5 * scale) + 0.5;
  const double dots[] = { 1.5, 2.5 };
  MpMonth first = MP_MONTH_NONE;
  guint known = MP_ESTIMATED_TICKET_RATE;
  g_autofree char *words = NULL;
  double x, room;

  cairo_set_dash (cr, dots, 2, 0);
  for (guint i = 0; i < layout->n_months; i++)
    if (mp_chart_row (self, i)->estimated & ~known)
      {
        MpMonth month = layout->start + (MpMonth) i;
        first = first == MP_MONTH_NONE ? month : first;
        cairo_move_to (cr, mp_chart_layout_x (layout, month), y);
        cairo_line_to (cr, mp_chart_layout_x (layout, month + 1), y);
      }
  mp_chart_source (cr, colours->dim, 1);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (first == MP_MONTH_NONE)
    return;
  /* Translators: a year */
  words = g_strdup_printf (_("≈ %d figures not published"), mp_month_year (first));
  x = mp_chart_layout_x (layout, first) + (mp_month_of_year (first) == 1 || first == layout->start ? 34 * scale : 4);
  room = mp_chart_layout_x (layout, MIN (mp_month (mp_month_year (first) + 1, 1), layout->start + (MpMonth) layout->n_months)) - x - 4;
  if (room < mp_chart_text_width (self, 10.5, FALSE, "≈")) /* the year that follows stands there */
    x += room + 4 + 34 * scale;
  mp_chart_show (self, cr, 10.5, FALSE, colours->dim, x, y + 8.5 * scale, 0,
                 mp_chart_text_width (self, 10.5, FALSE, words) <= room ? words : "≈");
}

static gboolean
has_flag (const MpChart *self, const MpPinned *note)
{
  const MpChartLayout *layout = &self->layout;

  return note->month >= layout->start && note->month < layout->start + (MpMonth) layout->n_months
         && !self->model.without_notes && (!self->style.numbered_pins || note->client);
}

/* A flag on the axis for each month with a note; on paper only for those that are printed, before a group none. */
static void
paint_notes (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  const MpCase *kase = self->model.projection->kase;
  const double scale = MAX (1, self->style.text_scale), foot = round (layout->lane[MP_LANE_AXIS].y) + 0.5;

  for (guint i = 0; kase != NULL && i < kase->n_pinned; i++)
    {
      const MpPinned *note = &kase->pinned[i];
      const double x = round (mp_chart_layout_x (layout, note->month) + layout->cw * 0.35) + 0.5;

      if (!has_flag (self, note))
        continue;
      cairo_move_to (cr, x, foot);
      cairo_line_to (cr, x, foot - 17 * scale);
      cairo_line_to (cr, x + 9 * scale, foot - 13 * scale);
      cairo_line_to (cr, x, foot - 9 * scale);
      mp_chart_source (cr, colours->background, 1);
      cairo_set_line_width (cr, 4);
      cairo_stroke_preserve (cr);
      mp_chart_source (cr, colours->text, 1);
      cairo_set_line_width (cr, 1.4);
      cairo_stroke_preserve (cr);
      cairo_fill (cr);
    }
}

static gboolean
has_flag_in (const MpChart *self, MpMonth month)
{
  const MpCase *kase = self->model.projection->kase;

  for (guint i = 0; kase != NULL && i < kase->n_pinned; i++)
    if (kase->pinned[i].month == month && has_flag (self, &kase->pinned[i]))
      return TRUE;
  return FALSE;
}

/* ≠ over the axis, or over the flag of a note, where Social Security really paid something else. */
static void
paint_paid (MpChart *self, cairo_t *cr)
{
  const MpChartLayout *layout = &self->layout;
  const MpProjection *projection = self->model.projection;
  g_autoptr (MpPaidReview) review = projection->kase != NULL && projection->kase->n_paid > 0 ? mp_paid_review (projection, NULL) : NULL;

  for (guint i = 0; review != NULL && i < review->months->len; i++)
    {
      const MpPaidMonth *paid = &g_array_index (review->months, MpPaidMonth, i);
      const double x = mp_chart_layout_x (layout, paid->month) + layout->cw / 2;
      const double scale = MAX (1, self->style.text_scale);
      const double y = layout->lane[MP_LANE_AXIS].y - (has_flag_in (self, paid->month) ? 27 : 10) * scale;

      if (paid->difference == 0 || paid->month < layout->start || paid->month >= layout->start + (MpMonth) layout->n_months)
        continue;
      cairo_arc (cr, x, y, 7.5 * scale, 0, 2 * G_PI);
      mp_chart_source (cr, mp_chart_colours_of (self->style.palette)->background, 1);
      cairo_fill (cr);
      mp_chart_show (self, cr, 12, TRUE, mp_chart_colours_of (self->style.palette)->stop, x, y, 0.5, "≠");
    }
}

static void
legend_item (MpChart *self, cairo_t *cr, guint series, double x, double y, const char *text)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  MpChartRect box = { x, y - 5, 14, 10 };
  const double dots[] = { 2, 3 };

  if (series < 4)
    {
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      fill_series (self, cr, series, &box);
    }
  else
    {
      if (series == 5)
        cairo_set_dash (cr, dots, 2, 0);
      mp_chart_source (cr, series == 5 ? colours->was : colours->text, 1);
      cairo_set_line_width (cr, series == 5 ? 1.8 : 2.4);
      horizontal (cr, x, x + 16, y - 0.5);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  mp_chart_show (self, cr, 12, FALSE, colours->text, x + 22, y, 0, text);
}

static gboolean
is_used (const MpChart *self, guint series)
{
  for (guint i = 0; i < self->layout.n_months; i++)
    if (segment (mp_chart_row (self, i), series) > 0)
      return TRUE;
  return FALSE;
}

/* Series that are zero throughout are left out; another row takes what one cannot. Returns how many there are; draws them
 * when there is something to draw on. */
static guint
lay_legend (MpChart *self, cairo_t *cr)
{
  const char *names[6] = { _("Pay"), _("SSDI"), _("SSI"), _("From the EN’s share"), _("Cash in hand"), NULL };
  double x = self->layout.legend.x, end = x + self->layout.legend.width;
  double row = 24 * MAX (1, self->style.text_scale), y = self->layout.legend.y + row / 2;
  guint rows = 1;

  if (self->model.baseline != NULL)
    names[5] = self->model.without_work ? _("Cash without work") : _("Cash as it was");
  for (guint k = 0; k < 6; k++)
    if (names[k] != NULL && (k >= 4 || is_used (self, k)))
      {
        const double width = mp_chart_text_width (self, 12, FALSE, names[k]);

        if (x + 22 + width > end)
          {
            x = self->layout.legend.x;
            y += row * 0.8;
            rows++;
          }
        if (cr != NULL)
          legend_item (self, cr, k, x, y, names[k]);
        x += 22 + width + 16;
      }
  return rows;
}

guint
mp_chart_legend_rows (MpChart *self)
{
  return lay_legend (self, NULL);
}

static void
paint_pin (MpChart *self, cairo_t *cr, const MpChartPinPlace *place, guint number)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartRect *lane = &self->layout.lane[MP_LANE_EVENTS];
  double bottom = self->layout.lane[MP_LANE_EN].y + self->layout.lane[MP_LANE_EN].height;
  double y = lane->y + lane->height / 2, radius = 9 * MAX (1, self->style.text_scale);
  const double dashes[] = { 3, 2.5 };
  char text[12];

  mp_chart_source (cr, colours->dim, 1);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, place->line + 0.5, y + radius);
  cairo_line_to (cr, place->line + 0.5, bottom);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_arc (cr, place->x + 0.5, y, radius, 0, 2 * G_PI);
  mp_chart_source (cr, colours->text, 1);
  cairo_fill (cr);
  g_snprintf (text, sizeof text, "%u", number);
  mp_chart_show (self, cr, 11, TRUE, colours->background, place->x + 0.5, y, 0.5, text);
}

static void
paint_pins (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartRect *lane = &self->layout.lane[MP_LANE_EVENTS];
  MpChartPinPlace places[MP_CHART_MAX_PINS];
  guint n = mp_chart_place_pins (self, places);
  double scale = MAX (1, self->style.text_scale);

  for (guint k = 0; k < n; k++)
    paint_pin (self, cr, &places[k], k + 1);
  for (guint k = 0; k < n; k++)
    if (places[k].label != NULL)
      {
        double y = places[k].row == 0 ? lane->y + lane->height / 2 : lane->y + lane->height + 5 * scale;

        if (places[k].row > 0)
          {
            /* the lines of other pins pass here */
            cairo_rectangle (cr, places[k].label_x - 2, y - 7 * scale, places[k].label_width + 4, 14 * scale);
            mp_chart_source (cr, colours->background, 1);
            cairo_fill (cr);
          }
        mp_chart_show (self, cr, 12, TRUE, colours->text, places[k].label_x, y, 0, places[k].label);
      }
}

#define BETWEEN_AMOUNTS 6

/* How many months from this one have the same cash in hand, which is written as @text. */
static guint
run_of_amount (MpChart *self, guint i, const char *text)
{
  guint end = i + 1;

  for (; end < self->layout.n_months; end++)
    {
      g_autofree char *next = mp_words_cell (self->model.projection, self->model.first + end, MP_COLUMN_NET);

      if (!g_str_equal (next, text))
        break;
    }
  return end - i;
}

/* Amounts above the bars where months are wide: above each, or where that is too long, once for months that have the same. */
static void
paint_amounts (MpChart *self, cairo_t *cr)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;

  if (layout->cw < 60 * MAX (1, self->style.text_scale))
    return;
  for (guint i = 0; i < layout->n_months;)
    {
      const MpMonthRow *row = mp_chart_row (self, i);
      g_autofree char *text = mp_words_cell (self->model.projection, self->model.first + i, MP_COLUMN_NET);
      const double wide = mp_chart_text_width (self, 10.5, FALSE, text) + BETWEEN_AMOUNTS;
      const guint n = wide <= layout->cw ? 1 : run_of_amount (self, i, text);

      if (wide <= n * layout->cw)
        mp_chart_show (self, cr, 10.5, FALSE, colours->text, mp_chart_layout_x (layout, row->month) + MAX (layout->cw, wide) / 2,
                       mp_chart_layout_y (layout, row->cash.net) - 11, 0.5, text);
      i += n;
    }
}

static gboolean
is_shown (const MpChart *self, MpMonth month)
{
  return month >= self->layout.start && month < self->layout.start + (MpMonth) self->layout.n_months;
}

static void
paint_hover (MpChart *self, cairo_t *cr, MpMonth month)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  double x = mp_chart_layout_x (&self->layout, month), end = mp_chart_layout_x (&self->layout, month + 1);
  double top = self->layout.lane[MP_LANE_CASH].y - 3, bottom = self->layout.lane[MP_LANE_EN].y + self->layout.lane[MP_LANE_EN].height;

  cairo_rectangle (cr, x + 0.5, top, MAX (end - x - 1, 1), bottom - top);
  mp_chart_source (cr, colours->cursor, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* A letter that the pill of the cursor would cut goes altogether. */
static void
clear_months (MpChart *self, cairo_t *cr, MpMonth cursor, double left, double width, double middle, double height)
{
  const MpChartLayout *layout = &self->layout;
  const MpMonth reach = (MpMonth) (width / layout->cw) + 2, end = layout->start + (MpMonth) layout->n_months;

  mp_chart_source (cr, mp_chart_colours_of (self->style.palette)->background, 1);
  for (MpMonth month = MAX (cursor - reach, layout->start); month < MIN (cursor + reach, end); month++)
    {
      g_autofree char *name = month_text (self, month);
      double half = name != NULL ? mp_chart_text_width (self, MONTH_SIZE, FALSE, name) / 2 + 1 : 0;
      double x = mp_chart_layout_x (layout, month) + layout->cw / 2;

      if (name == NULL || x + half <= left || x - half >= left + width)
        continue;
      cairo_rectangle (cr, x - half, middle - height / 2, 2 * half, height);
      cairo_fill (cr);
    }
}

static void
paint_cursor (MpChart *self, cairo_t *cr, MpMonth month)
{
  const MpChartColours *colours = mp_chart_colours_of (self->style.palette);
  const MpChartLayout *layout = &self->layout;
  const MpMonthRow *row = mp_chart_row (self, (guint) (month - layout->start));
  double x = mp_chart_layout_x (layout, month), end = mp_chart_layout_x (layout, month + 1), scale = MAX (1, self->style.text_scale);
  double top = layout->lane[MP_LANE_CASH].y - 3, bottom = layout->lane[MP_LANE_EN].y + layout->lane[MP_LANE_EN].height;
  double y = mp_chart_layout_y (layout, row->cash.net) - 1.8, middle = (x + end) / 2;
  g_autofree char *text = mp_words_short_month (month);
  double width = mp_chart_text_width (self, SIZE, TRUE, text) + 16, height = 18 * scale;
  double left = CLAMP (middle - width / 2, layout->plot_x - 40, layout->width - width);
  double pill = layout->lane[MP_LANE_AXIS].y + 10 * scale;

  cairo_rectangle (cr, x, top, end - x, bottom - top);
  mp_chart_source (cr, colours->cursor, 0.14);
  cairo_fill_preserve (cr);
  mp_chart_source (cr, colours->cursor, 1);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
  cairo_arc (cr, middle, y, 5, 0, 2 * G_PI);
  mp_chart_source (cr, colours->background, 1);
  cairo_fill_preserve (cr);
  mp_chart_source (cr, colours->cursor, 1);
  cairo_set_line_width (cr, 2.2);
  cairo_stroke (cr);
  clear_months (self, cr, month, left, width, pill, 13 * scale);
  cairo_arc (cr, left + height / 2, pill, height / 2, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, left + width - height / 2, pill, height / 2, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  mp_chart_source (cr, colours->cursor, 1);
  cairo_fill (cr);
  mp_chart_show (self, cr, SIZE, TRUE, colours->background, left + width / 2, pill, 0.5, text);
}

void
mp_chart_paint (MpChart *self, cairo_t *cr, MpMonth cursor, MpMonth hover)
{
  if (self->style.background)
    {
      mp_chart_source (cr, mp_chart_colours_of (self->style.palette)->background, 1);
      cairo_rectangle (cr, 0, 0, self->layout.width, self->layout.height);
      cairo_fill (cr);
    }
  if (self->layout.n_months == 0)
    return;
  if (self->style.legend)
    lay_legend (self, cr);
  paint_grid (self, cr);
  paint_years (self, cr);
  paint_bars (self, cr);
  paint_pins (self, cr); /* below the strips, whose labels the dashed lines would cross */
  paint_months (self, cr);
  paint_paid (self, cr);
  paint_notes (self, cr);
  paint_estimated (self, cr);
  mp_chart_paint_strips (self, cr);
  mp_chart_paint_en (self, cr);
  paint_lines (self, cr);
  paint_amounts (self, cr);
  paint_line_labels (self, cr);
  if (hover != cursor && is_shown (self, hover))
    paint_hover (self, cr, hover);
  if (is_shown (self, cursor))
    paint_cursor (self, cr, cursor);
}
