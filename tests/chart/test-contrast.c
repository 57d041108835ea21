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

/* The window's own style sheets, as libadwaita lays them over each other. */
typedef struct {
  MpChartPalette palette;
  const char *sheets[4];
  MpColour behind[2]; /* the window and what lies upon it: a card or the panel */
  double text;        /* least contrast of text */
} Look;

static const Look looks[] = {
  { MP_CHART_LIGHT, { "style.css" }, { 0xfafafa, 0xffffff }, 4.5 },
  { MP_CHART_DARK, { "style.css", "style-dark.css" }, { 0x242424, 0x303030 }, 4.5 },
  { MP_CHART_CONTRAST_LIGHT, { "style.css", "style-hc.css" }, { 0xffffff, 0xffffff }, 7 },
  { MP_CHART_CONTRAST_DARK, { "style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css" }, { 0x000000, 0x141414 }, 7 },
};

/* The last value of a property that the sheets give a class. */
static MpColour
styled (const Look *look, const char *css_class, const char *property)
{
  g_autofree char *pattern = g_strdup_printf ("\\n\\.%s \\{[^}]*[{; \n]%s: #([0-9a-f]{6})", css_class, property);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  MpColour colour = 0;
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (look->sheets) && look->sheets[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "ui", look->sheets[i], NULL), *text = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      if (g_regex_match (regex, text, 0, &match))
        {
          g_autofree char *hex = g_match_info_fetch (match, 1);

          colour = (MpColour) g_ascii_strtoull (hex, NULL, 16);
          found = TRUE;
        }
    }
  if (!found)
    g_error ("no %s of .%s in %s", property, css_class, look->sheets[0]);
  return colour;
}

/* How opaque quiet text is: @before stands before the number in a sheet; the last sheet that has it decides. */
static double
quiet (const Look *look, const char *before)
{
  g_autofree char *pattern = g_strdup_printf ("%s([0-9.]+)", before);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  double opacity = 0;

  for (guint i = 0; i < G_N_ELEMENTS (look->sheets) && look->sheets[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "ui", look->sheets[i], NULL), *text = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      if (g_regex_match (regex, text, 0, &match))
        {
          g_autofree char *number = g_match_info_fetch (match, 1);

          opacity = g_ascii_strtod (number, NULL);
        }
    }
  g_assert_cmpfloat (opacity, >, 0);
  return opacity;
}

static MpColour
mixed (MpColour over, MpColour under, double opacity)
{
  MpColour colour = 0;

  for (guint shift = 0; shift <= 16; shift += 8)
    colour |= (MpColour) lround ((over >> shift & 255) * opacity + (under >> shift & 255) * (1 - opacity)) << shift;
  return colour;
}

/* Explanations, headings of tables and what stands in empty entries, in libadwaita's colours of text, on the window, on what
 * lies upon it, on the header bar and in an entry. */
static void
test_quiet (void)
{
  static const struct { MpColour text; double opacity; MpColour header; } themes[] = {
    { 0x000000, 0.8, 0xebebeb }, { 0xffffff, 1, 0x303030 }, { 0x000000, 0.8, 0xebebeb }, { 0xffffff, 1, 0x303030 },
  };
  static const char *const befores[] = { "\n\\.dim-label,[^{]*\\{ opacity: ", "columnview.view > header > button > box \\{ color: alpha\\(currentColor, " };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    for (guint k = 0; k < G_N_ELEMENTS (befores); k++)
      {
        const double opacity = themes[i].opacity * quiet (&looks[i], befores[k]);
        const MpColour entry = mixed (themes[i].text, looks[i].behind[1], themes[i].opacity * 0.1);
        const MpColour grounds[] = { looks[i].behind[0], looks[i].behind[1], themes[i].header, entry };

        for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
          at_least (looks[i].palette, "quiet text", mixed (themes[i].text, grounds[j], opacity), grounds[j], 4.5);
      }
}

static void
test_style (void)
{
  static const char *const swatches[] = { "swatch-pay", "swatch-ssdi", "swatch-ssi", "swatch-en" };
  static const char *const pills[] = { "status-pill", "pill-ssdi", "pill-ssi", "pill-ticket" };
  static const char *const words[] = { "better", "worse" };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      const Look *look = &looks[i];

      for (guint k = 0; k < 4; k++)
        {
          MpColour swatch = styled (look, swatches[k], "background-color");

          g_assert_cmphex (swatch, ==, mp_chart_colours[look->palette].series[k]);
          at_least (look->palette, swatches[k], swatch, look->behind[0], 3);
          at_least (look->palette, pills[k], styled (look, pills[k], "background-color"), styled (look, "status-pill", "color"), look->text);
        }
      for (guint k = 0; k < 2; k++)
        for (guint j = 0; j < 2; j++)
          at_least (look->palette, words[k], styled (look, words[k], "color"), look->behind[j], look->text);
      at_least (look->palette, "presentation-chip", styled (look, "presentation-chip", "color"),
                styled (look, "presentation-chip", "background-color"), look->text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/contrast/formula", test_formula);
  g_test_add_func ("/chart/contrast/palettes", test_palettes);
  g_test_add_func ("/chart/contrast/style", test_style);
  g_test_add_func ("/chart/contrast/quiet", test_quiet);
  return g_test_run ();
}
