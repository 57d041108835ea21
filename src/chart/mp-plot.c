/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "mp-plot-private.h"

void
mp_plot_scale (MpPlotScale *scale, MpMoney least, MpMoney most, double length, double room)
{
  static const gint nice[] = { 1, 2, 5 };
  const MpMoney range = MAX (most - MIN (least, 0), mp_dollars (100));
  MpMoney step = mp_dollars (100);

  for (guint i = 0; length * (double) step < room * (double) range; i++)
    step = mp_dollars (100) * nice[(i + 1) % 3] * (MpMoney) pow (10, (i + 1) / 3);
  *scale = (MpPlotScale) { least < 0 ? -((-least + step - 1) / step * step) : 0, MAX ((most + step - 1) / step, 1) * step, step };
}

double
mp_plot_y (const MpPlotScale *scale, const MpChartRect *box, MpMoney amount)
{
  return box->y + box->height * (double) (scale->top - amount) / (double) (scale->top - scale->bottom);
}

char *
mp_plot_money (MpMoney amount)
{
  char *text = mp_money_to_display (amount);

  if (amount % 100 == 0)
    text[strlen (text) - 3] = '\0';
  return text;
}

double
mp_plot_label_width (MpChart *pen, const MpPlotScale *scale)
{
  g_autofree char *top = mp_plot_money (scale->top), *bottom = mp_plot_money (scale->bottom);

  return ceil (MAX (mp_chart_text_width (pen, MP_PLOT_TEXT, FALSE, top), mp_chart_text_width (pen, MP_PLOT_TEXT, FALSE, bottom)));
}

void
mp_plot_paint_grid (MpChart *pen, cairo_t *cr, const MpPlotScale *scale, const MpChartRect *box)
{
  const MpChartColours *colours = mp_chart_colours_of (pen->style.palette);

  cairo_set_line_width (cr, 1);
  for (MpMoney amount = scale->bottom; amount <= scale->top; amount += scale->step)
    {
      g_autofree char *text = mp_plot_money (amount);
      double y = round (mp_plot_y (scale, box, amount)) + 0.5;

      mp_chart_source (cr, amount == 0 ? colours->dim : colours->grid, 1);
      cairo_move_to (cr, box->x, y);
      cairo_line_to (cr, box->x + box->width, y);
      cairo_stroke (cr);
      mp_chart_show (pen, cr, MP_PLOT_TEXT, FALSE, colours->dim, box->x - 8, y, 1, text);
    }
}

void
mp_plot_paint_months (MpChart *pen, cairo_t *cr, const MpChartRect *box, MpMonth start, guint n, double width)
{
  const MpChartColours *colours = mp_chart_colours_of (pen->style.palette);
  const double scale = MAX (1, pen->style.text_scale), bottom = box->y + box->height, cw = box->width / n;
  const double wide = 34 * scale / MAX (cw, 0.1);
  const guint every = wide <= 1 ? 1 : wide <= 3 ? 3 : wide <= 6 ? 6 : 12;
  double year_end = -1e6;

  for (guint i = 0; i < n; i++)
    {
      const MpMonth month = start + (MpMonth) i;
      const double x = round (box->x + i * cw);

      if (mp_month_of_year (month) == 1 && i > 0)
        {
          mp_chart_source (cr, colours->grid, 1);
          cairo_set_line_width (cr, 1);
          cairo_move_to (cr, x + 0.5, box->y);
          cairo_line_to (cr, x + 0.5, bottom);
          cairo_stroke (cr);
        }
      if ((mp_month_of_year (month) == 1 || i == 0) && x > year_end)
        {
          char year[12];

          g_snprintf (year, sizeof year, "%d", mp_month_year (month));
          if (x + mp_chart_text_width (pen, MP_PLOT_TEXT, TRUE, year) <= width)
            year_end = x + 8 + mp_chart_show (pen, cr, MP_PLOT_TEXT, TRUE, colours->text, x, bottom + 28 * scale, 0, year);
        }
      if ((mp_month_of_year (month) - 1) % every == 0 && every < 12)
        {
          g_autofree char *name = mp_words_short_month (month);

          if (strrchr (name, ' ') != NULL)
            *strrchr (name, ' ') = '\0';
          if (x + mp_chart_text_width (pen, 10.5, FALSE, name) <= box->x + box->width + 20 * scale)
            mp_chart_show (pen, cr, 10.5, FALSE, colours->dim, x, bottom + 12 * scale, 0, name);
        }
    }
}

void
mp_plot_background (MpChart *pen, cairo_t *cr, double width, double height)
{
  if (!pen->style.background)
    return;
  mp_chart_source (cr, mp_chart_colours_of (pen->style.palette)->background, 1);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
}

void
mp_plot_paint_number (MpChart *pen, cairo_t *cr, MpColour colour, double x, double y, guint number)
{
  char text[12];

  cairo_arc (cr, x, y, 9 * MAX (1, pen->style.text_scale), 0, 2 * G_PI);
  mp_chart_source (cr, colour, 1);
  cairo_fill (cr);
  g_snprintf (text, sizeof text, "%u", number);
  mp_chart_show (pen, cr, MP_PLOT_TEXT, TRUE, mp_chart_colours_of (pen->style.palette)->background, x, y, 0.5, text);
}

void
mp_plot_paint_pill (MpChart *pen, cairo_t *cr, double middle, double y, double left, double right, const char *text)
{
  const MpChartColours *colours = mp_chart_colours_of (pen->style.palette);
  double width = mp_chart_text_width (pen, MP_PLOT_TEXT, TRUE, text) + 16, r = 9 * MAX (1, pen->style.text_scale);
  double x = CLAMP (middle - width / 2, left, MAX (left, right - width));

  cairo_arc (cr, x + r, y, r, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, x + width - r, y, r, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  mp_chart_source (cr, colours->cursor, 1);
  cairo_fill (cr);
  mp_chart_show (pen, cr, MP_PLOT_TEXT, TRUE, colours->background, x + width / 2, y, 0.5, text);
}

/* Contrast against the background at least 3; told apart by dash and number, too. */
MpColour
mp_plot_plan_colour (MpChartPalette palette, guint plan)
{
  static const MpColour colours[MP_N_CHART_PALETTES][4] = {
    [MP_CHART_LIGHT] = { 0x77767b, 0x865e3c, 0x1d1b22, 0x7b3fa0 },
    [MP_CHART_DARK] = { 0xb8b6bd, 0xe0b48c, 0xffffff, 0xd3a4f0 },
    [MP_CHART_CONTRAST_LIGHT] = { 0x4a484f, 0x63452c, 0x000000, 0x5b2a7a },
    [MP_CHART_CONTRAST_DARK] = { 0xdeddda, 0xffc999, 0xffffff, 0xe6c6ff },
    [MP_CHART_PRINT] = { 0x555555, 0x333333, 0x000000, 0x000000 },
  };

  return colours[palette][plan % 4];
}

/* 1 dotted, 2 dashed, 3 solid, 4 dashes and dots. */
void
mp_plot_plan_line (cairo_t *cr, guint plan, double scale)
{
  static const struct { double width, dash[4]; int n; } lines[4] = {
    { 2.6, { 0.1, 5 }, 2 }, { 2.2, { 7, 4 }, 2 }, { 2.6, { 0 }, 0 }, { 2.4, { 11, 4, 2.5, 4 }, 4 },
  };
  double dash[4];

  plan %= 4;
  for (int i = 0; i < lines[plan].n; i++)
    dash[i] = lines[plan].dash[i] * scale;
  cairo_set_dash (cr, dash, lines[plan].n, 0);
  cairo_set_line_width (cr, lines[plan].width * scale);
  cairo_set_line_cap (cr, plan == 0 ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}
