/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-pages-private.h"

#include <cairo-pdf.h>
#include <string.h>

#include "mp-chart.h"
#include "mp-i18n.h"

static cairo_status_t
take_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

void
mp_pages_begin_tag (MpPages *self, const char *tag)
{
  g_assert (self->depth < MP_PAGES_MAX_DEPTH);
  self->open[self->depth++] = tag;
  if (self->target == MP_PAGES_PDF)
    cairo_tag_begin (self->cr, tag, NULL);
}

void
mp_pages_end_tag (MpPages *self, const char *tag)
{
  g_assert (self->depth > 0 && g_str_equal (self->open[self->depth - 1], tag));
  self->depth--;
  if (self->target == MP_PAGES_PDF)
    cairo_tag_end (self->cr, tag);
}

void
mp_pages_ink (MpPages *self, MpInk ink)
{
  cairo_set_source_rgb (self->cr, ink.r, ink.g, ink.b);
}

static const MpInk black = { 0, 0, 0 };

void
mp_pages_rule (MpPages *self, double y, double width)
{
  const MpPageRule rule = { y, width };

  if (self->target != MP_PAGES_MEASURE)
    g_array_append_val (self->rules, rule);
}

static void
draw_rules (MpPages *self)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const MpPageRule *rule = &g_array_index (self->rules, MpPageRule, i), *next = i + 1 < self->rules->len ? rule + 1 : NULL;

      cairo_move_to (self->cr, MP_PAGES_MARGIN, rule->y);
      cairo_rel_line_to (self->cr, mp_pages_width (self), 0);
      if (next != NULL && next->width == rule->width)
        continue;
      cairo_set_line_width (self->cr, rule->width);
      cairo_stroke (self->cr);
    }
  g_array_set_size (self->rules, 0);
}

static void
draw_foot (MpPages *self)
{
  double size = self->large ? 11 : 7.5, y = self->height - MP_PAGES_FOOT, width = mp_pages_width (self);
  /* Translators: number of a page, and of how many */
  g_autofree char *number = g_strdup_printf (_("Page %1$u of %2$u"), self->page, self->n_pages);
  double room = mp_pages_text_width (self, number, size, FALSE) + 12;

  mp_pages_begin_tag (self, "NonStruct");
  mp_pages_ink (self, self->rule);
  mp_pages_rule (self, y, 0.6);
  draw_rules (self);
  mp_pages_ink (self, self->dim);
  mp_pages_draw_text (self, MP_PAGES_MARGIN, y + 4, width - room, self->foot, size, FALSE, FALSE);
  mp_pages_draw_text (self, MP_PAGES_MARGIN + width - room, y + 4, room, number, size, FALSE, TRUE);
  mp_pages_ink (self, black);
  mp_pages_end_tag (self, "NonStruct");
}

static void
begin_page (MpPages *self)
{
  const cairo_rectangle_t extents = { 0, 0, self->width, self->height };

  self->y = MP_PAGES_MARGIN;
  self->fresh = TRUE;
  if (self->target == MP_PAGES_PDF && self->surface != NULL)
    {
      cairo_pdf_surface_set_size (self->surface, self->width, self->height);
      return;
    }
  if (self->target == MP_PAGES_MEASURE && self->surface != NULL)
    return;
  if (self->cr != NULL)
    cairo_destroy (self->cr);
  if (self->target == MP_PAGES_PDF)
    self->surface = cairo_pdf_surface_create_for_stream (take_bytes, self->bytes, self->width, self->height);
  else
    {
      self->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
      g_ptr_array_add (self->recordings, self->surface);
    }
  self->cr = cairo_create (self->surface);
}

static void
next_page (MpPages *self)
{
  draw_foot (self);
  if (self->target == MP_PAGES_PDF)
    cairo_show_page (self->cr);
  self->page++;
  begin_page (self);
}

gboolean
mp_pages_has_room (const MpPages *self, double height)
{
  return self->y + height <= self->height - MP_PAGES_FOOT - 8 || self->fresh;
}

static gboolean
is_heading (const MpPendingHeading *waiting)
{
  return *waiting->tag == 'H';
}

static double
pending_height (MpPages *self)
{
  double height = 0;

  for (guint i = 0; i < self->n_pending; i++)
    height += self->pending[i].before + mp_pages_text_height (self, self->pending[i].text, self->pending[i].size, is_heading (&self->pending[i]), mp_pages_width (self)) + 9 * self->scale;
  return height;
}

static void
outline (MpPages *self, const char *text, gboolean below)
{
  g_autofree char *link = NULL;
  int id;

  if (self->target != MP_PAGES_PDF)
    return;
  link = g_strdup_printf ("page=%u pos=[%d %d]", self->page, (int) MP_PAGES_MARGIN, (int) self->y);
  id = cairo_pdf_surface_add_outline (self->surface, below ? self->outline_parent : CAIRO_PDF_OUTLINE_ROOT, text, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (!below)
    self->outline_parent = id;
}

static void
draw_heading (MpPages *self, const MpPendingHeading *heading)
{
  gboolean section = g_str_equal (heading->tag, "H2");

  if (!self->fresh)
    self->y += heading->before;
  self->fresh = FALSE;
  if (is_heading (heading))
    outline (self, heading->text, g_str_equal (heading->tag, "H3"));
  if (section)
    mp_pages_ink (self, self->accent);
  mp_pages_begin_tag (self, heading->tag);
  self->y += mp_pages_draw_text (self, MP_PAGES_MARGIN, self->y, mp_pages_width (self), heading->text, heading->size, is_heading (heading), FALSE);
  mp_pages_end_tag (self, heading->tag);
  if (section)
    {
      mp_pages_begin_tag (self, "NonStruct");
      cairo_set_line_width (self->cr, 1.2 * self->scale);
      cairo_move_to (self->cr, MP_PAGES_MARGIN, self->y + 2);
      cairo_rel_line_to (self->cr, mp_pages_width (self), 0);
      if (self->target != MP_PAGES_MEASURE)
        cairo_stroke (self->cr);
      mp_pages_end_tag (self, "NonStruct");
    }
  mp_pages_ink (self, black);
  self->y += (section ? 9 : is_heading (heading) ? 4 : 6) * self->scale;
}

gboolean
mp_pages_need (MpPages *self, double height)
{
  MpPendingHeading waiting[MP_PAGES_MAX_PENDING];
  guint n = self->n_pending;
  gboolean turned = FALSE;

  if (!mp_pages_has_room (self, pending_height (self) + height))
    {
      next_page (self);
      turned = TRUE;
      if (self->depth == 1 && mp_pages_float_try (self) && !mp_pages_has_room (self, height))
        next_page (self);
      n = self->n_pending; /* the picture took the headings along */
    }
  memcpy (waiting, self->pending, sizeof waiting);
  self->n_pending = 0;
  for (guint i = 0; i < n; i++)
    {
      draw_heading (self, &waiting[i]);
      g_free (waiting[i].text);
    }
  self->fresh = FALSE;
  return turned;
}

static void
set_inks (MpPages *self)
{
  self->accent = (MpInk) { 0.10, 0.30, 0.55 };
  self->tint = (MpInk) { 0.925, 0.935, 0.975 };
  self->strong_tint = (MpInk) { 0.99, 0.95, 0.88 };
  self->rule = (MpInk) { 0.82, 0.82, 0.85 };
  self->dim = (MpInk) { 0.30, 0.30, 0.34 };
  if (self->grey)
    {
      self->accent = black;
      self->tint = (MpInk) { 0.93, 0.93, 0.93 };
      self->strong_tint = (MpInk) { 0.89, 0.89, 0.89 };
    }
  if (self->contrast)
    {
      self->accent = self->dim = black;
      self->tint = self->strong_tint = (MpInk) { 1, 1, 1 };
      self->rule = (MpInk) { 0.25, 0.25, 0.25 };
    }
}

MpPages *
mp_pages_new (const MpReportOptions *options, MpPagesTarget target, const char *title, const char *foot, guint n_pages, gboolean compact, const MpPages *like)
{
  MpPages *self = g_new0 (MpPages, 1);
  gboolean a4 = options->paper == MP_PAPER_A4;

  self->target = target;
  self->large = options->large_print;
  self->compact = compact;
  self->grey = options->grey;
  self->contrast = options->high_contrast;
  self->scale = self->large ? MP_PAGES_LARGE_BODY / MP_PAGES_BODY : 1;
  self->width = self->paper_width = a4 ? 595 : 612;
  self->height = self->paper_height = a4 ? 842 : 792;
  self->bytes = g_byte_array_new ();
  self->recordings = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  self->texts = like != NULL ? g_hash_table_ref (like->texts) : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, mp_pages_text_free);
  self->context = like != NULL ? g_object_ref (like->context) : mp_chart_context_new ();
  self->alternatives = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (MpTableRow));
  self->rules = g_array_new (FALSE, FALSE, sizeof (MpPageRule));
  self->foot = g_strdup (foot);
  self->language = g_strdup (g_str_equal (mp_i18n_language (), "es") ? "es-US" : "en-US");
  self->n_pages = n_pages;
  self->page = 1;
  set_inks (self);
  begin_page (self);
  if (target == MP_PAGES_PDF)
    {
      cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
      if (options->created != NULL)
        cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, options->created);
    }
  mp_pages_begin_tag (self, "Document");
  return self;
}

void
mp_pages_free (MpPages *self)
{
  if (self == NULL)
    return;
  cairo_destroy (self->cr);
  if (self->target == MP_PAGES_PDF)
    cairo_surface_destroy (self->surface);
  for (guint i = 0; i < self->n_pending; i++)
    g_free (self->pending[i].text);
  g_byte_array_unref (self->bytes);
  g_clear_pointer (&self->recordings, g_ptr_array_unref);
  g_hash_table_unref (self->texts);
  g_clear_object (&self->context);
  g_ptr_array_unref (self->alternatives);
  g_array_unref (self->rows);
  g_array_unref (self->rules);
  g_free (self->foot);
  g_free (self->language);
  g_free (self->heading);
  g_free (self->caption);
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
  return self->width - 2 * MP_PAGES_MARGIN;
}

/* What is left of a page that begins now. */
double
mp_pages_room (const MpPages *self)
{
  return self->height - MP_PAGES_MARGIN - MP_PAGES_FOOT - 8;
}

static double
caption_height (MpPages *self)
{
  if (self->caption == NULL)
    return 0;
  return mp_pages_text_height (self, self->caption, MP_PAGES_BODY * self->scale, TRUE, mp_pages_width (self)) + 4 * self->scale;
}

double
mp_pages_left (MpPages *self)
{
  return self->height - MP_PAGES_FOOT - 8 - self->y - pending_height (self) - caption_height (self);
}

void
mp_pages_keep (MpPages *self, double height)
{
  if (!mp_pages_has_room (self, pending_height (self) + height))
    next_page (self);
}

double
mp_pages_scale (const MpPages *self)
{
  return self->scale;
}

static gboolean
close_pages (MpPages *self, GError **error)
{
  cairo_status_t status;

  if (self->n_pending > 0)
    mp_pages_need (self, 0);
  draw_foot (self);
  mp_pages_end_tag (self, "Document");
  status = cairo_status (self->cr);
  if (self->target == MP_PAGES_PDF)
    cairo_surface_finish (self->surface);
  /* A tag of a wrong name is only known now. */
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, MP_REPORT_ERROR, MP_REPORT_ERROR_DRAW, _("The pages cannot be drawn: %s."), cairo_status_to_string (status));
  return FALSE;
}

GBytes *
mp_pages_finish (MpPages *self, GError **error)
{
  g_autoptr (GBytes) pdf = NULL;

  if (!close_pages (self, error))
    return NULL;
  pdf = g_bytes_new (self->bytes->data, self->bytes->len);
  return mp_tags_complete (pdf, self->language, self->alternatives, error);
}

GPtrArray *
mp_pages_finish_recording (MpPages *self, GError **error)
{
  return close_pages (self, error) ? g_ptr_array_ref (self->recordings) : NULL;
}

static void
block (MpPages *self, const char *tag, const char *text, double size, gboolean bold, double after)
{
  mp_pages_need (self, mp_pages_text_height (self, text, size, bold, mp_pages_width (self)));
  mp_pages_begin_tag (self, tag);
  self->y += mp_pages_draw_text (self, MP_PAGES_MARGIN, self->y, mp_pages_width (self), text, size, bold, FALSE) + after;
  mp_pages_end_tag (self, tag);
}

void
mp_pages_title (MpPages *self, const char *text)
{
  mp_pages_need (self, 0);
  outline (self, text, FALSE);
  block (self, "H1", text, self->large ? 30 : 23, TRUE, 4 * self->scale);
}

static void
wait_heading (MpPages *self, const char *tag, const char *text, double size, double before)
{
  if (self->n_pending == MP_PAGES_MAX_PENDING)
    mp_pages_need (self, 0);
  self->pending[self->n_pending++] = (MpPendingHeading) { g_strdup (text), tag, size, before };
  if (!is_heading (&self->pending[self->n_pending - 1]))
    return;
  g_free (self->heading);
  self->heading = g_strdup (text);
}

void
mp_pages_heading (MpPages *self, const char *text)
{
  wait_heading (self, "H2", text, self->large ? 22 : 15, 14 * self->scale);
}

void
mp_pages_subheading (MpPages *self, const char *text)
{
  wait_heading (self, "H3", text, self->large ? 19 : 12, 7 * self->scale);
}

void
mp_pages_paragraph (MpPages *self, const char *text)
{
  /* The first one below a heading waits with it: the two do not stand alone at the foot of a page. */
  if (self->n_pending > 0 && is_heading (&self->pending[self->n_pending - 1]))
    wait_heading (self, "P", text, MP_PAGES_BODY * self->scale, 0);
  else
    block (self, "P", text, MP_PAGES_BODY * self->scale, FALSE, 6 * self->scale);
}

void
mp_pages_large (MpPages *self, const char *text)
{
  block (self, "P", text, self->large ? 20 : 16, FALSE, 8 * self->scale);
}

static double
note_size (const MpPages *self)
{
  return self->large ? 15 : 9.5;
}

double
mp_pages_note_height (MpPages *self, const char *text)
{
  return mp_pages_text_height (self, text, note_size (self), FALSE, mp_pages_width (self)) + 5 * self->scale;
}

void
mp_pages_note (MpPages *self, const char *text)
{
  mp_pages_ink (self, self->dim);
  block (self, "P", text, note_size (self), FALSE, 5 * self->scale);
  mp_pages_ink (self, black);
}

static void
list_item (MpPages *self, const char *bullet, const char *text, double x, double width, double size)
{
  double indent = size * 1.35;

  mp_pages_begin_tag (self, "LI");
  mp_pages_begin_tag (self, "Lbl");
  mp_pages_draw_text (self, x, self->y, indent, bullet, size, FALSE, FALSE);
  mp_pages_end_tag (self, "Lbl");
  mp_pages_begin_tag (self, "LBody");
  self->y += mp_pages_draw_text (self, x + indent, self->y, width - indent, text, size, FALSE, FALSE) + size * 0.4;
  mp_pages_end_tag (self, "LBody");
  mp_pages_end_tag (self, "LI");
}

void
mp_pages_list (MpPages *self, const char *bullet, char *const *items)
{
  double size = MP_PAGES_BODY * self->scale, width = mp_pages_width (self);

  if (*items == NULL)
    return;
  mp_pages_need (self, mp_pages_text_height (self, *items, size, FALSE, width - size * 1.35));
  mp_pages_begin_tag (self, "L");
  for (; *items != NULL; items++)
    {
      mp_pages_need (self, mp_pages_text_height (self, *items, size, FALSE, width - size * 1.35));
      list_item (self, bullet, *items, MP_PAGES_MARGIN, width, size);
    }
  mp_pages_end_tag (self, "L");
  self->y += 2 * self->scale;
}

void
mp_pages_callout (MpPages *self, const char *heading, char *const *items)
{
  double size = self->large ? 18 : self->compact ? 10.5 : 12.5, pad = (self->compact ? 8 : 12) * self->scale, indent = size * 1.35;
  double width = mp_pages_width (self) - 2 * pad, top, height = 2 * pad + size * 1.6;

  for (guint i = 0; items[i] != NULL; i++)
    height += mp_pages_text_height (self, items[i], size, FALSE, width - indent) + size * 0.4;
  mp_pages_need (self, MIN (height, mp_pages_room (self)));
  top = self->y;
  mp_pages_begin_tag (self, "NonStruct");
  if (self->target != MP_PAGES_MEASURE)
    {
      mp_pages_ink (self, self->tint);
      cairo_rectangle (self->cr, MP_PAGES_MARGIN, top, mp_pages_width (self), MIN (height, mp_pages_room (self)));
      cairo_fill (self->cr);
      mp_pages_ink (self, self->accent);
      cairo_rectangle (self->cr, MP_PAGES_MARGIN, top, 3.5, MIN (height, mp_pages_room (self)));
      cairo_fill (self->cr);
      mp_pages_ink (self, black);
    }
  mp_pages_end_tag (self, "NonStruct");
  outline (self, heading, FALSE);
  self->y += pad;
  mp_pages_begin_tag (self, "H2");
  self->y += mp_pages_draw_text (self, MP_PAGES_MARGIN + pad, self->y, width, heading, size * 1.15, TRUE, FALSE) + size * 0.3;
  mp_pages_end_tag (self, "H2");
  mp_pages_begin_tag (self, "L");
  for (guint i = 0; items[i] != NULL; i++)
    {
      mp_pages_need (self, mp_pages_text_height (self, items[i], size, FALSE, width - indent));
      list_item (self, "•", items[i], MP_PAGES_MARGIN + pad, width, size);
    }
  mp_pages_end_tag (self, "L");
  self->y += pad;
}

void
mp_pages_blanks (MpPages *self, const char *const *labels, guint n)
{
  double gap = 24, size = self->large ? 15 : 9.5, width = (mp_pages_width (self) - (n - 1) * gap) / n;

  mp_pages_need (self, 50 * self->scale);
  self->y += 28 * self->scale;
  mp_pages_begin_tag (self, "NonStruct");
  cairo_set_line_width (self->cr, 0.8);
  for (guint i = 0; i < n; i++)
    {
      cairo_move_to (self->cr, MP_PAGES_MARGIN + i * (width + gap), self->y);
      cairo_rel_line_to (self->cr, width, 0);
    }
  if (self->target != MP_PAGES_MEASURE)
    cairo_stroke (self->cr);
  cairo_new_path (self->cr);
  mp_pages_end_tag (self, "NonStruct");
  for (guint i = 0; i < n; i++)
    {
      mp_pages_begin_tag (self, "P");
      mp_pages_draw_text (self, MP_PAGES_MARGIN + i * (width + gap), self->y + 3, width, labels[i], size, FALSE, FALSE);
      mp_pages_end_tag (self, "P");
    }
  self->y += size * 2;
}

void
mp_pages_break (MpPages *self)
{
  if (!self->fresh)
    next_page (self);
}

void
mp_pages_space (MpPages *self, double height)
{
  if (!self->fresh)
    self->y += height * self->scale;
}

cairo_t *
mp_pages_figure_begin (MpPages *self, double height, const char *alternative)
{
  mp_pages_need (self, height + caption_height (self));
  if (self->caption != NULL)
    block (self, "P", self->caption, MP_PAGES_BODY * self->scale, TRUE, 4 * self->scale);
  g_ptr_array_add (self->alternatives, g_strdup (alternative));
  mp_pages_begin_tag (self, "Figure");
  cairo_save (self->cr);
  cairo_new_path (self->cr); /* an arc begins with a line from the last text */
  cairo_translate (self->cr, MP_PAGES_MARGIN, self->y);
  self->y += height + 6 * self->scale;
  return self->target == MP_PAGES_MEASURE ? NULL : self->cr;
}

void
mp_pages_figure_end (MpPages *self)
{
  cairo_restore (self->cr);
  mp_pages_end_tag (self, "Figure");
}

gboolean
mp_pages_float_try (MpPages *self)
{
  MpPagesDraw draw = self->floating;

  if (draw == NULL)
    return FALSE;
  self->fresh = self->y == MP_PAGES_MARGIN; /* room may have been made, with nothing drawn in it */
  if (!mp_pages_has_room (self, pending_height (self) + self->floating_height))
    return FALSE;
  self->floating = NULL;
  if (self->n_pending > 0) /* its own stands above it */
    g_clear_pointer (&self->caption, g_free);
  draw (self->floating_data);
  g_clear_pointer (&self->caption, g_free);
  return TRUE;
}

void
mp_pages_float (MpPages *self, double height, MpPagesDraw draw, gpointer data)
{
  g_assert (self->floating == NULL);
  self->floating = draw;
  self->floating_height = height;
  self->floating_data = data;
  if (mp_pages_float_try (self))
    return;
  self->caption = g_strdup (self->heading);
  self->floating_height += caption_height (self);
}

void
mp_pages_float_end (MpPages *self)
{
  mp_pages_float_try (self);
  if (self->floating == NULL)
    return;
  next_page (self);
  mp_pages_float_try (self);
}

/* Headings that wait stand on it. */
void
mp_pages_lying_begin (MpPages *self)
{
  gboolean fresh = self->fresh;

  if (!fresh)
    draw_foot (self);
  self->width = self->paper_height;
  self->height = self->paper_width;
  if (!fresh)
    {
      if (self->target == MP_PAGES_PDF)
        cairo_show_page (self->cr);
      self->page++;
    }
  else if (self->target == MP_PAGES_RECORD)
    g_ptr_array_set_size (self->recordings, (gint) self->recordings->len - 1);
  if (fresh && self->target == MP_PAGES_RECORD)
    {
      cairo_destroy (self->cr);
      self->cr = NULL;
    }
  begin_page (self);
}

void
mp_pages_lying_end (MpPages *self)
{
  draw_foot (self);
  self->width = self->paper_width;
  self->height = self->paper_height;
  if (self->target == MP_PAGES_PDF)
    cairo_show_page (self->cr);
  self->page++;
  begin_page (self);
}
