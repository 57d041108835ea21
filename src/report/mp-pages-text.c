/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Texts of the pages: measured once, drawn line by line. */

#include "mp-pages-private.h"

#include <string.h>

#define MAX_BOLD 16
#define NARROW 0.35             /* of the size: as wide as a byte of text is at least, or nearly so */

/* A text without its <b> marks, and where they were. */
typedef struct {
  char *text;
  struct { guint from, to; } bold[MAX_BOLD];
  guint n_bold;
} Marked;

/* Characters for wrapping alone; cairo would put each in a span that readers of the tags stop at. */
static const char no_break[] = "\302\240", joiner[] = "\342\201\240", about[] = "≈";

/* Citations such as "A.2" and ".269" are not broken behind the point, nor "≈ $1,850.00" behind its sign. */
static void
append_text (GString *plain, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (i >= strlen (about) && text[i] == ' ' && memcmp (text + i - strlen (about), about, strlen (about)) == 0)
        {
          g_string_append (plain, no_break);
          continue;
        }
      g_string_append_c (plain, text[i]);
      if (text[i] == '.' && i + 1 < length && g_ascii_isdigit (text[i + 1]) && (i == 0 || !g_ascii_isdigit (text[i - 1])))
        g_string_append (plain, joiner);
    }
}

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
      append_text (plain, text, (gsize) (open - text));
      self->bold[self->n_bold].from = (guint) plain->len;
      append_text (plain, open + 3, (gsize) (close - open - 3));
      self->bold[self->n_bold++].to = (guint) plain->len;
      text = close + 4;
    }
  append_text (plain, text, strlen (text));
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
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *list = attributes (marked, from, to);

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

/* The bytes from to to without what only wrapping needs. */
static PangoLayout *
make_line (MpPages *self, const Marked *marked, guint from, guint to, double size, gboolean bold)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Marked line = { .n_bold = 0 };

  for (guint i = from; i < to; i++)
    {
      gboolean space = g_str_has_prefix (marked->text + i, no_break);

      if (g_str_has_prefix (marked->text + i, joiner))
        {
          i += strlen (joiner) - 1;
          continue;
        }
      for (guint k = 0; k < marked->n_bold; k++)
        if (i >= marked->bold[k].from && i < marked->bold[k].to)
          {
            if (line.n_bold == 0 || line.bold[line.n_bold - 1].to < text->len || i == marked->bold[k].from)
              line.bold[line.n_bold++].from = (guint) text->len;
            line.bold[line.n_bold - 1].to = (guint) text->len + 1;
          }
      g_string_append_c (text, space ? ' ' : marked->text[i]);
      i += space ? 1 : 0;
    }
  line.text = text->str;
  return make_layout (self, &line, 0, (guint) text->len, size, bold, 0);
}

/* A text laid out: measured and drawn many times. lines: of a text of several, each as a layout of its own. */
typedef struct {
  PangoLayout *layout;
  GPtrArray *lines;
  double width, height;
} Text;

void
mp_pages_text_free (gpointer data)
{
  Text *text = data;

  g_object_unref (text->layout);
  g_clear_pointer (&text->lines, g_ptr_array_unref);
  g_free (text);
}

static Text *
lay_out (MpPages *self, const char *string, double size, gboolean bold, double width)
{
  Text *text = g_new0 (Text, 1);
  Marked marked;
  int w, h;

  read_marks (&marked, string);
  text->layout = make_layout (self, &marked, 0, (guint) strlen (marked.text), size, bold, width);
  pango_layout_get_size (text->layout, &w, &h);
  text->width = (double) w / PANGO_SCALE;
  text->height = (double) h / PANGO_SCALE;
  /* Each line is drawn as a layout of its own, because cairo puts the ends of wrapped lines in spans
   * that readers of the tags stop at. */
  if (pango_layout_get_line_count (text->layout) > 1 || strstr (marked.text, no_break) != NULL
      || strstr (marked.text, joiner) != NULL)
    {
      text->lines = g_ptr_array_new_with_free_func (g_object_unref);
      for (GSList *l = pango_layout_get_lines_readonly (text->layout); l != NULL; l = l->next)
        {
          PangoLayoutLine *line = l->data;
          guint from = (guint) line->start_index;

          g_ptr_array_add (text->lines, make_line (self, &marked, from, from + (guint) line->length, size, bold));
        }
    }
  g_free (marked.text);
  return text;
}

static Text *
text_at (MpPages *self, const char *string, double size, gboolean bold, double width)
{
  g_autofree char *key = g_strdup_printf ("%d %d %d %s", (int) (size * 100), bold, (int) (width * 10), string);
  Text *text = g_hash_table_lookup (self->texts, key);

  if (text == NULL)
    {
      text = lay_out (self, string, size, bold, width);
      g_hash_table_insert (self->texts, g_steal_pointer (&key), text);
    }
  return text;
}

/* A text that may fit on one line is laid out without a width, so that columns of any width share it. */
static Text *
text_of (MpPages *self, const char *string, double size, gboolean bold, double width)
{
  if (width > 0 && strlen (string) * size * NARROW < width)
    {
      Text *line = text_at (self, string, size, bold, 0);

      if (line->width <= width)
        return line;
    }
  return text_at (self, string, size, bold, width);
}

double
mp_pages_text_height (MpPages *self, const char *text, double size, gboolean bold, double width)
{
  return text_of (self, text, size, bold, width)->height;
}

double
mp_pages_text_width (MpPages *self, const char *text, double size, gboolean bold)
{
  return text_of (self, text, size, bold, 0)->width;
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

/* Returns the height. */
double
mp_pages_draw_text (MpPages *self, double x, double y, double width, const char *string, double size, gboolean bold, gboolean right)
{
  const Text *text = text_of (self, string, size, bold, width);
  double at = y;

  if (self->target == MP_PAGES_MEASURE)
    return text->height;
  if (text->lines == NULL)
    return draw_line (self, text->layout, x, at, width, right);
  for (guint i = 0; i < text->lines->len; i++)
    at += draw_line (self, text->lines->pdata[i], x, at, width, right);
  return at - y;
}
