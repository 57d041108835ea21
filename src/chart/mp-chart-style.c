/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Colours, patterns and text of the picture. */

#include <math.h>

#include "mp-chart-private.h"

/* Contrast against the background: bars and lines at least 3, text on strips at least 6.8. */
#define LIGHT_FILLS { \
    [MP_FILL_ENTITLED] = 0xf6f0e9, [MP_FILL_TRIAL] = 0xfbe3c8, [MP_FILL_GRACE] = 0xf3c48f, [MP_FILL_EPE_PAID] = 0xf6f0e9, \
    [MP_FILL_SUSPENDED] = 0xf2f1f4, [MP_FILL_ENDED] = 0xf2f1f4, [MP_FILL_POST_EPE] = 0xf6f0e9, [MP_FILL_EXR] = 0xfbe3c8, \
    [MP_FILL_PLAIN] = 0xf2f1f4, [MP_FILL_PAYABLE] = 0xcdece5, [MP_FILL_1619B] = 0xeaf6f3, [MP_FILL_HEALTH] = 0xe4e9f7, \
    [MP_FILL_PHASE1] = 0xf3dcef, [MP_FILL_PHASE2] = 0xe9c3e2, [MP_FILL_OUTCOME] = 0xd99fce }
#define DARK_FILLS { \
    [MP_FILL_ENTITLED] = 0x38322b, [MP_FILL_TRIAL] = 0x5a3d1c, [MP_FILL_GRACE] = 0x7d5220, [MP_FILL_EPE_PAID] = 0x38322b, \
    [MP_FILL_SUSPENDED] = 0x2c2c2c, [MP_FILL_ENDED] = 0x2c2c2c, [MP_FILL_POST_EPE] = 0x38322b, [MP_FILL_EXR] = 0x5a3d1c, \
    [MP_FILL_PLAIN] = 0x2c2c2c, [MP_FILL_PAYABLE] = 0x1f5348, [MP_FILL_1619B] = 0x243a36, [MP_FILL_HEALTH] = 0x2e3550, \
    [MP_FILL_PHASE1] = 0x47304a, [MP_FILL_PHASE2] = 0x5f3c62, [MP_FILL_OUTCOME] = 0x7a4a7d }
#define PRINT_FILLS { \
    [MP_FILL_ENTITLED] = 0xf4f4f4, [MP_FILL_TRIAL] = 0xe8e8e8, [MP_FILL_GRACE] = 0xd4d4d4, [MP_FILL_EPE_PAID] = 0xf4f4f4, \
    [MP_FILL_SUSPENDED] = 0xf4f4f4, [MP_FILL_ENDED] = 0xf4f4f4, [MP_FILL_POST_EPE] = 0xf4f4f4, [MP_FILL_EXR] = 0xe8e8e8, \
    [MP_FILL_PLAIN] = 0xf4f4f4, [MP_FILL_PAYABLE] = 0xe0e0e0, [MP_FILL_1619B] = 0xffffff, [MP_FILL_HEALTH] = 0xececec, \
    [MP_FILL_PHASE1] = 0xececec, [MP_FILL_PHASE2] = 0xdcdcdc, [MP_FILL_OUTCOME] = 0xc8c8c8 }

const MpChartColours mp_chart_colours[MP_N_CHART_PALETTES] = {
  [MP_CHART_LIGHT] = {
    0xfafafa, 0x1d1b22, 0x5e5c64, 0xdeddda, 0x6b6872, 0x1a5fb4, 0xa51d2d, { 0x1a4f8f, 0xc9690c, 0x2b9a84, 0xb14aa0 }, LIGHT_FILLS },
  [MP_CHART_DARK] = {
    0x242424, 0xffffff, 0xc0bfbc, 0x424242, 0xa9a7ae, 0x99c1f1, 0xff7b63, { 0x4f8fdc, 0xf2a65a, 0x86e0cd, 0xe19adc }, DARK_FILLS },
  [MP_CHART_CONTRAST_LIGHT] = {
    0xffffff, 0x000000, 0x000000, 0x9a9996, 0x000000, 0x00399f, 0xa51d2d, { 0x0b3a75, 0x9a4a00, 0x00685a, 0x861f78 }, LIGHT_FILLS },
  [MP_CHART_CONTRAST_DARK] = {
    0x000000, 0xffffff, 0xffffff, 0x77767b, 0xffffff, 0xffe16b, 0xff7b63, { 0x7db7ff, 0xffb56b, 0x9bf0de, 0xf3b6ee }, DARK_FILLS },
  [MP_CHART_PRINT] = {
    0xffffff, 0x000000, 0x333333, 0xcccccc, 0x000000, 0x000000, 0x000000, { 0x3d3d3d, 0x7d7d7d, 0xb9b9b9, 0x5c5c5c }, PRINT_FILLS },
};

MpColour
mp_chart_better (MpChartPalette palette)
{
  static const MpColour colours[MP_N_CHART_PALETTES] = { 0x1a6e3c, 0x8ff0a4, 0x1a6e3c, 0x8ff0a4, 0x000000 };

  return colours[palette];
}

void
mp_chart_source (cairo_t *cr, MpColour colour, double alpha)
{
  cairo_set_source_rgba (cr, (colour >> 16) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0, alpha);
}

#define PITCH 5.0

static void
draw_lines (cairo_t *cr, const MpChartRect *r, gboolean rising)
{
  double first = floor ((r->x - r->height) / PITCH) * PITCH;

  for (double x = first; x < r->x + r->width + r->height; x += PITCH)
    {
      cairo_move_to (cr, rising ? x : x + r->height, r->y + r->height);
      cairo_line_to (cr, rising ? x + r->height : x, r->y);
    }
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, const MpChartRect *r)
{
  guint line = 0;

  for (double y = floor (r->y / PITCH) * PITCH; y < r->y + r->height + PITCH; y += PITCH, line++)
    for (double x = floor (r->x / PITCH) * PITCH + (line % 2) * PITCH / 2; x < r->x + r->width + PITCH; x += PITCH)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, 0.9, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

static void
draw_pattern (cairo_t *cr, MpPattern pattern, const MpChartRect *r)
{
  if (pattern == MP_PATTERN_DOTS)
    draw_dots (cr, r);
  if (pattern == MP_PATTERN_RISING || pattern == MP_PATTERN_CROSSED)
    draw_lines (cr, r, TRUE);
  if (pattern == MP_PATTERN_FALLING || pattern == MP_PATTERN_CROSSED)
    draw_lines (cr, r, FALSE);
}

#define TILE 40

/* A tile whose edges meet, twice as fine as the screen may need. */
static cairo_surface_t *
tile (MpChart *self, MpPattern pattern)
{
  cairo_t *cr;

  if (self->patterns[pattern] != NULL)
    return self->patterns[pattern];
  self->patterns[pattern] = cairo_image_surface_create (CAIRO_FORMAT_A8, 2 * TILE, 2 * TILE);
  cairo_surface_set_device_scale (self->patterns[pattern], 2, 2);
  cr = cairo_create (self->patterns[pattern]);
  draw_pattern (cr, pattern, &(MpChartRect) { 0, 0, TILE, TILE });
  cairo_destroy (cr);
  return self->patterns[pattern];
}

/* Fills the current path, which goes, with the marks of a pattern: a repeated image on screen, short lines in print. */
void
mp_chart_fill_pattern (MpChart *self, cairo_t *cr, MpPattern pattern, MpColour colour, const MpChartRect *bounds)
{
  cairo_save (cr);
  cairo_clip (cr);
  mp_chart_source (cr, colour, 1);
  if (self->style.vector)
    draw_pattern (cr, pattern, bounds);
  else
    {
      cairo_pattern_t *image = cairo_pattern_create_for_surface (tile (self, pattern));
      cairo_pattern_set_extend (image, CAIRO_EXTEND_REPEAT);
      cairo_mask (cr, image);
      cairo_pattern_destroy (image);
    }
  cairo_restore (cr);
}

#define MOST_TEXTS 1000

/**
 * mp_chart_context_new:
 *
 * Returns: (transfer full): a context in which text is unhinted, so that screen and print measure alike
 */
PangoContext *
mp_chart_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

/* A text of a size in units at 100 %, kept for the next drawing. */
PangoLayout *
mp_chart_text (MpChart *self, double size, gboolean bold, const char *text)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", (int) (size * 10), bold, text);
  PangoLayout *layout;
  PangoFontDescription *font;
  PangoAttrList *attributes;

  layout = g_hash_table_lookup (self->texts, key);
  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->texts) > MOST_TEXTS)
    g_hash_table_remove_all (self->texts);
  if (self->context == NULL)
    self->context = mp_chart_context_new ();
  layout = pango_layout_new (self->context);
  font = pango_font_description_new ();
  pango_font_description_set_family (font, self->font != NULL ? self->font : "Cantarell, Sans");
  pango_font_description_set_absolute_size (font, size * self->style.text_scale * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  g_hash_table_insert (self->texts, g_steal_pointer (&key), layout);
  return layout;
}

double
mp_chart_text_width (MpChart *self, double size, gboolean bold, const char *text)
{
  int width;

  pango_layout_get_size (mp_chart_text (self, size, bold, text), &width, NULL);
  return width / (double) PANGO_SCALE;
}

/* Draws a text whose middle line is at y; align 0 begins at x, 0.5 centres, 1 ends there. Returns its width. */
double
mp_chart_show (MpChart *self, cairo_t *cr, double size, gboolean bold, MpColour colour, double x, double y, double align, const char *text)
{
  PangoLayout *layout = mp_chart_text (self, size, bold, text);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  cairo_move_to (cr, x - align * width / PANGO_SCALE, y - height / 2.0 / PANGO_SCALE);
  mp_chart_source (cr, colour, 1);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr); /* else the next line begins at the text */
  return width / (double) PANGO_SCALE;
}
