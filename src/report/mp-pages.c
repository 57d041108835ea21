/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-pages.h"

#include <cairo-pdf.h>
#include "mp-i18n.h"
#include <string.h>

#define MARGIN 47.0
#define FOOT_HEIGHT 44.0
#define BODY 10.0
#define MAX_COLUMNS 12
#define MAX_DEPTH 8

struct _MpPages {
  cairo_surface_t *surface;
  cairo_t *cr;
  GByteArray *bytes;
  PangoAttrList *plain;         /* without ligatures: each would be a span of its own */
  GPtrArray *alternatives;
  const char *open[MAX_DEPTH];  /* tags begun; cairo never reports one that does not end */
  guint depth;
  double width, height, y;
  guint page, n_pages;
  char *foot;
  char *language;
  const MpPageColumn *columns;
  guint n_columns;
  double size;
};

static cairo_status_t
take_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
begin (MpPages *self, const char *tag)
{
  g_assert (self->depth < MAX_DEPTH);
  self->open[self->depth++] = tag;
  cairo_tag_begin (self->cr, tag, NULL);
}

static void
end (MpPages *self, const char *tag)
{
  g_assert (self->depth > 0 && g_str_equal (self->open[self->depth - 1], tag));
  self->depth--;
  cairo_tag_end (self->cr, tag);
}

static PangoLayout *
make_layout (MpPages *self, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_attributes (layout, self->plain);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
text_height (MpPages *self, const char *text, double size, gboolean bold, double width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, size, bold, width);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/* Each line is drawn as a layout of its own, because cairo puts the ends of wrapped lines in spans
 * that readers of the tags stop at. Returns the height. */
static double
draw_text (MpPages *self, double x, double y, double width, const char *text, double size, gboolean bold, gboolean right)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, size, bold, width);
  double at = y;

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;
      g_autofree char *part = g_strndup (text + line->start_index, line->length);
      g_autoptr (PangoLayout) single = make_layout (self, part, size, bold, 0);
      int w, h;

      pango_layout_get_size (single, &w, &h);
      cairo_move_to (self->cr, right ? x + width - (double) w / PANGO_SCALE : x, at);
      pango_cairo_show_layout (self->cr, single);
      at += (double) h / PANGO_SCALE;
    }
  return at - y;
}

static void
draw_foot (MpPages *self)
{
  double y = self->height - FOOT_HEIGHT, width = mp_pages_width (self);
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), self->page, self->n_pages);

  begin (self, "NonStruct");
  cairo_set_source_rgb (self->cr, 0.8, 0.8, 0.82);
  cairo_set_line_width (self->cr, 0.6);
  cairo_move_to (self->cr, MARGIN, y);
  cairo_rel_line_to (self->cr, width, 0);
  cairo_stroke (self->cr);
  cairo_set_source_rgb (self->cr, 0.33, 0.33, 0.37);
  draw_text (self, MARGIN, y + 4, width - 80, self->foot, 7, FALSE, FALSE);
  draw_text (self, MARGIN + width - 80, y + 4, 80, number, 7, FALSE, TRUE);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  end (self, "NonStruct");
}

static void
next_page (MpPages *self)
{
  draw_foot (self);
  cairo_show_page (self->cr);
  self->page++;
  self->y = MARGIN;
}

/* Returns whether a new page was begun. */
static gboolean
need (MpPages *self, double height)
{
  if (self->y + height <= self->height - FOOT_HEIGHT - 8 || self->y <= MARGIN)
    return FALSE;
  next_page (self);
  return TRUE;
}

MpPages *
mp_pages_new (const MpReportOptions *options, const char *title, const char *foot, guint n_pages)
{
  MpPages *self = g_new0 (MpPages, 1);
  gboolean a4 = options->paper == MP_PAPER_A4;

  self->width = a4 ? 595 : 612;
  self->height = a4 ? 842 : 792;
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (take_bytes, self->bytes, self->width, self->height);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  if (options->created != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, options->created);
  self->cr = cairo_create (self->surface);
  self->plain = pango_attr_list_new ();
  pango_attr_list_insert (self->plain, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  self->alternatives = g_ptr_array_new_with_free_func (g_free);
  self->foot = g_strdup (foot);
  self->language = g_strdup (options->language != NULL ? options->language : "en-US");
  self->n_pages = n_pages;
  self->page = 1;
  self->y = MARGIN;
  begin (self, "Document");
  return self;
}

void
mp_pages_free (MpPages *self)
{
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_byte_array_unref (self->bytes);
  pango_attr_list_unref (self->plain);
  g_ptr_array_unref (self->alternatives);
  g_free (self->foot);
  g_free (self->language);
  g_free (self);
}

guint
mp_pages_count (const MpPages *self)
{
  return self->page;
}

double
mp_pages_width (const MpPages *self)
{
  return self->width - 2 * MARGIN;
}

GBytes *
mp_pages_finish (MpPages *self, GError **error)
{
  cairo_status_t status;
  g_autoptr (GBytes) pdf = NULL;

  draw_foot (self);
  end (self, "Document");
  status = cairo_status (self->cr);
  cairo_surface_finish (self->surface);
  /* A tag of a wrong name is only known now. */
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, MP_REPORT_ERROR, MP_REPORT_ERROR_DRAW, _("The pages cannot be drawn: %s."), cairo_status_to_string (status));
      return NULL;
    }
  pdf = g_bytes_new (self->bytes->data, self->bytes->len);
  return mp_tags_complete (pdf, self->language, self->alternatives, error);
}

static void
block (MpPages *self, const char *tag, const char *text, double size, gboolean bold, double after)
{
  need (self, text_height (self, text, size, bold, mp_pages_width (self)));
  begin (self, tag);
  self->y += draw_text (self, MARGIN, self->y, mp_pages_width (self), text, size, bold, FALSE) + after;
  end (self, tag);
}

static void
outline (MpPages *self, const char *text)
{
  g_autofree char *link = g_strdup_printf ("page=%u pos=[%d %d]", self->page, (int) MARGIN, (int) self->y);

  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, text, link, 0);
}

void
mp_pages_title (MpPages *self, const char *text)
{
  outline (self, text);
  block (self, "H1", text, 22, TRUE, 4);
}

/* keep: room for what follows, so that a heading never stands alone at the foot. */
void
mp_pages_heading (MpPages *self, const char *text, double keep)
{
  if (self->y > MARGIN)
    self->y += 12;
  need (self, 30 + keep);
  outline (self, text);
  cairo_set_source_rgb (self->cr, 0.1, 0.3, 0.55);
  block (self, "H2", text, 14, TRUE, 2);
  begin (self, "NonStruct");
  cairo_set_line_width (self->cr, 1);
  cairo_move_to (self->cr, MARGIN, self->y);
  cairo_rel_line_to (self->cr, mp_pages_width (self), 0);
  cairo_stroke (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  end (self, "NonStruct");
  self->y += 6;
}

void
mp_pages_subheading (MpPages *self, const char *text)
{
  self->y += 6;
  need (self, 60);
  block (self, "H3", text, 11, TRUE, 4);
}

void
mp_pages_paragraph (MpPages *self, const char *text)
{
  block (self, "P", text, BODY, FALSE, 5);
}

void
mp_pages_note (MpPages *self, const char *text)
{
  cairo_set_source_rgb (self->cr, 0.3, 0.3, 0.34);
  block (self, "P", text, 8.5, FALSE, 4);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
}

void
mp_pages_list (MpPages *self, char *const *items)
{
  double width = mp_pages_width (self) - 14;

  begin (self, "L");
  for (; *items != NULL; items++)
    {
      need (self, text_height (self, *items, BODY, FALSE, width));
      begin (self, "LI");
      begin (self, "Lbl");
      draw_text (self, MARGIN + 2, self->y, 12, "•", BODY, FALSE, FALSE);
      end (self, "Lbl");
      begin (self, "LBody");
      self->y += draw_text (self, MARGIN + 14, self->y, width, *items, BODY, FALSE, FALSE) + 4;
      end (self, "LBody");
      end (self, "LI");
    }
  end (self, "L");
}

void
mp_pages_break (MpPages *self)
{
  if (self->y > MARGIN)
    next_page (self);
}

static double
column_width (MpPages *self, guint i)
{
  double sum = 0;

  for (guint k = 0; k < self->n_columns; k++)
    sum += self->columns[k].weight;
  return mp_pages_width (self) * self->columns[i].weight / sum;
}

/* Small print is a long table: its rows stand close. */
static double
padding (MpPages *self)
{
  return self->size * (self->size < 8 ? 0.18 : 0.3);
}

static double
row_height (MpPages *self, const char *const *cells, gboolean bold)
{
  double height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    height = MAX (height, text_height (self, cells[i], self->size, bold, column_width (self, i) - 6));
  return height + 2 * padding (self);
}

static void
shade (MpPages *self, double height, double r, double g, double b)
{
  begin (self, "NonStruct");
  cairo_set_source_rgb (self->cr, r, g, b);
  cairo_rectangle (self->cr, MARGIN, self->y, mp_pages_width (self), height);
  cairo_fill (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  end (self, "NonStruct");
}

static void
rule_below (MpPages *self, double height)
{
  begin (self, "NonStruct");
  cairo_set_source_rgb (self->cr, 0.82, 0.82, 0.85);
  cairo_set_line_width (self->cr, 0.5);
  cairo_move_to (self->cr, MARGIN, self->y + height);
  cairo_rel_line_to (self->cr, mp_pages_width (self), 0);
  cairo_stroke (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  end (self, "NonStruct");
}

/* tagged: FALSE for the header repeated on the next page, which is no part of the table. */
static void
draw_cells (MpPages *self, const char *const *cells, gboolean bold, gboolean header, gboolean tagged)
{
  double x = MARGIN;

  begin (self, tagged ? "TR" : "NonStruct");
  for (guint i = 0; i < self->n_columns; i++)
    {
      double width = column_width (self, i);
      const char *tag = header || i == 0 ? "TH" : "TD";

      if (tagged)
        begin (self, tag);
      draw_text (self, x + 3, self->y + padding (self), width - 6, cells[i], self->size, bold, self->columns[i].align_right);
      if (tagged)
        end (self, tag);
      x += width;
    }
  end (self, tagged ? "TR" : "NonStruct");
}

static void
draw_header (MpPages *self, gboolean tagged)
{
  const char *titles[MAX_COLUMNS];
  double height;

  for (guint i = 0; i < self->n_columns; i++)
    titles[i] = self->columns[i].title;
  height = row_height (self, titles, TRUE);
  shade (self, height, 0.925, 0.935, 0.975);
  draw_cells (self, titles, TRUE, TRUE, tagged);
  self->y += height;
}

void
mp_pages_table_begin (MpPages *self, const MpPageColumn *columns, guint n, double size)
{
  g_assert (n <= MAX_COLUMNS);
  self->columns = columns;
  self->n_columns = n;
  self->size = size;
  need (self, size * 4);
  begin (self, "Table");
  draw_header (self, TRUE);
}

void
mp_pages_table_row (MpPages *self, const char *const *cells, gboolean strong)
{
  double height = row_height (self, cells, strong);

  if (need (self, height))
    draw_header (self, FALSE);
  if (strong)
    shade (self, height, 0.99, 0.95, 0.88);
  draw_cells (self, cells, strong, FALSE, TRUE);
  rule_below (self, height);
  self->y += height;
}

void
mp_pages_table_end (MpPages *self)
{
  end (self, "Table");
  self->y += 6;
}

cairo_t *
mp_pages_figure_begin (MpPages *self, double height, const char *alternative)
{
  need (self, height);
  g_ptr_array_add (self->alternatives, g_strdup (alternative));
  begin (self, "Figure");
  cairo_save (self->cr);
  cairo_translate (self->cr, MARGIN, self->y);
  self->y += height + 6;
  return self->cr;
}

void
mp_pages_figure_end (MpPages *self)
{
  cairo_restore (self->cr);
  end (self, "Figure");
}
