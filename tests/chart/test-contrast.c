/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Contrast of every pair of colours in the style tables, by the formula of WCAG 2.1. */

#include "mp-chart-private.h"

#include <math.h>

static double
channel (guint value)
{
  double c = value / 255.0;

  return c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (MpColour colour)
{
  return 0.2126 * channel (colour >> 16 & 255) + 0.7152 * channel (colour >> 8 & 255) + 0.0722 * channel (colour & 255);
}

static double
contrast (MpColour a, MpColour b)
{
  double one = luminance (a), other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

/* Known pairs, so that the formula is not its own judge: black on white is 21, #767676 on white 4.54. */
static void
test_formula (void)
{
  g_assert_cmpfloat_with_epsilon (contrast (0x000000, 0xffffff), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (contrast (0x767676, 0xffffff), 4.54, 0.01);
  g_assert_cmpfloat_with_epsilon (contrast (0x1a4f8f, 0xfafafa), 7.9, 0.1); /* pay, as the design says */
}

static void
at_least (guint palette, const char *what, MpColour a, MpColour b, double least)
{
  if (contrast (a, b) >= least)
    return;
  g_test_message ("palette %u, %s: #%06x on #%06x is %.2f, not %.1f", palette, what, a, b, contrast (a, b), least);
  g_test_fail ();
}

/* Text needs 4.5, what is drawn 3; print has patterns and outlines beside its greys. */
static void
test_palettes (void)
{
  for (guint i = 0; i < MP_N_CHART_PALETTES; i++)
    {
      const MpChartColours *colours = &mp_chart_colours[i];

      at_least (i, "text", colours->text, colours->background, 7);
      at_least (i, "dim text", colours->dim, colours->background, 4.5);
      at_least (i, "as it was", colours->was, colours->background, 4.5);
      at_least (i, "cursor", colours->cursor, colours->background, 4.5);
      at_least (i, "check stops", colours->stop, colours->background, 4.5);
      at_least (i, "better off", mp_chart_better (i), colours->background, 4.5);
      for (guint j = 0; j < G_N_ELEMENTS (colours->series); j++)
        if (i != MP_CHART_PRINT)
          at_least (i, "series", colours->series[j], colours->background, 3);
      for (guint j = 0; j < G_N_ELEMENTS (colours->fill); j++)
        at_least (i, "text on a strip", colours->text, colours->fill[j], 6.7);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/contrast/formula", test_formula);
  g_test_add_func ("/chart/contrast/palettes", test_palettes);
  return g_test_run ();
}
