/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Texts of the pages: measured once, drawn line by line. */

#include "mp-pages-private.h"

#include <string.h>

#define MAX_BOLD 16

/* A text without its <b> marks, and where they were. */
typedef struct {
  char *text;
  struct { guint from, to; } bold[MAX_BOLD];
  guint n_bold;
} Marked;

static void
read_marks (Marked *self, const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));
  const char *open;

  self->n_bold = 0;
  while (self->n_bold < MAX_BOLD && (open = strstr (text, "<b>")) != NULL)
    {
      const char *close = strstr (open, "</b>");

      if (close == NULL)
        break;
      g_string_append_len (plain, text, open - text);
      self->bold[self->n_bold].from = (guint) plain->len;
      g_string_append_len (plain, open + 3, close - open - 3);
      self->bold[self->n_bold++].to = (guint) plain->len;
      text = close + 4;
    }
  g_string_append (plain, text);
  self->text = g_string_free (plain, FALSE);
}

/* Attributes of bytes from to to: no ligatures, for each would be a span of its own in the tags. */
static PangoAttrList *
attributes (const Marked *marked, guint from, guint to)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_font_features_new ("liga=0, clig=0, dlig=0, tnum=1"));
  for (guint i = 0; i < marked->n_bold; i++)
    {
      guint begin = MAX (marked->bold[i].from, from), end = MIN (marked->bold[i].to, to);

      if (begin < end)
        {
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
          bold->start_index = begin - from;
          bold->end_index = end - from;
          pango_attr_list_insert (list, bold);
        }
    }
  return list;
}

static PangoLayout *
make_layout (MpPages *self, const Marked *marked, guint from, guint to, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *list = attributes (marked, from, to);

  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_font_description_set_family (font, "Cantarell, Sans");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, marked->text + from, (int) (to - from));
  return layout;
}

/* Both numbers of a text, measured once. */
typedef struct { double width, height; } Extent;

static Extent
measure (MpPages *self, const char *text, double size, gboolean bold, double width)
{
  g_autofree char *key = g_strdup_printf ("%d %d %d %s", (int) (size * 100), bold, (int) (width * 10), text);
  Extent *known = g_hash_table_lookup (self->heights, key);
  g_autoptr (PangoLayout) layout = NULL;
  Marked marked;
  int w, h;

  if (known != NULL)
    return *known;
  read_marks (&marked, text);
  layout = make_layout (self, &marked, 0, (guint) strlen (marked.text), size, bold, width);
  g_free (marked.text);
  pango_layout_get_size (layout, &w, &h);
  known = g_new (Extent, 1);
  *known = (Extent) { (double) w / PANGO_SCALE, (double) h / PANGO_SCALE };
  g_hash_table_insert (self->heights, g_steal_pointer (&key), known);
  return *known;
}

double
mp_pages_text_height (MpPages *self, const char *text, double size, gboolean bold, double width)
{
  return measure (self, text, size, bold, width).height;
}

double
mp_pages_text_width (MpPages *self, const char *text, double size, gboolean bold)
{
  return measure (self, text, size, bold, 0).width;
}

static double
draw_line (MpPages *self, PangoLayout *line, double x, double y, double width, gboolean right)
{
  int w, h;

  pango_layout_get_size (line, &w, &h);
  cairo_move_to (self->cr, right ? x + width - (double) w / PANGO_SCALE : x, y);
  pango_cairo_show_layout (self->cr, line);
  return (double) h / PANGO_SCALE;
}

/* Each line is drawn as a layout of its own, because cairo puts the ends of wrapped lines in spans
 * that readers of the tags stop at. Returns the height. */
double
mp_pages_draw_text (MpPages *self, double x, double y, double width, const char *text, double size, gboolean bold, gboolean right)
{
  g_autoptr (PangoLayout) layout = NULL;
  Marked marked;
  double at = y;

  if (self->target == MP_PAGES_MEASURE)
    return mp_pages_text_height (self, text, size, bold, width);
  read_marks (&marked, text);
  layout = make_layout (self, &marked, 0, (guint) strlen (marked.text), size, bold, width);
  if (pango_layout_get_line_count (layout) == 1)
    {
      pango_layout_set_width (layout, -1);
      at += draw_line (self, layout, x, at, width, right);
    }
  else
    for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
      {
        PangoLayoutLine *line = l->data;
        guint from = (guint) line->start_index;
        g_autoptr (PangoLayout) single = make_layout (self, &marked, from, from + (guint) line->length, size, bold, 0);

        at += draw_line (self, single, x, at, width, right);
      }
  g_free (marked.text);
  return at - y;
}
