/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include "mp-i18n.h"

#include "mp-chart-private.h"

/**
 * mp_chart_new:
 *
 * Returns: (transfer full): a picture with the default style and nothing to draw
 */
MpChart *
mp_chart_new (void)
{
  MpChart *self = g_new0 (MpChart, 1);

  self->style = MP_CHART_STYLE_DEFAULT;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

static void
forget_runs (MpChart *self)
{
  for (MpLane lane = 0; lane < MP_N_LANES; lane++)
    g_clear_pointer (&self->runs[lane], g_array_unref);
}

void
mp_chart_free (MpChart *self)
{
  if (self == NULL)
    return;
  forget_runs (self);
  for (MpPattern pattern = 0; pattern < MP_N_PATTERNS; pattern++)
    g_clear_pointer (&self->patterns[pattern], cairo_surface_destroy);
  g_hash_table_unref (self->texts);
  g_clear_object (&self->context);
  g_free (self->font);
  g_free (self);
}

/**
 * mp_chart_set_style:
 * @self: a picture
 * @style: copied
 *
 * Sets how to draw. Texts are measured anew.
 */
void
mp_chart_set_style (MpChart *self, const MpChartStyle *style)
{
  g_autofree char *font = g_strdup (style->font);

  self->style = *style;
  if (self->style.text_scale <= 0)
    self->style.text_scale = 1;
  g_free (self->font);
  self->style.font = self->font = g_steal_pointer (&font);
  g_hash_table_remove_all (self->texts);
}

/**
 * mp_chart_set_model:
 * @self: a picture
 * @model: copied; the projections are not and must live on
 *
 * Sets what to draw. To be called again after each mp_project() into the same projection.
 */
void
mp_chart_set_model (MpChart *self, const MpChartModel *model)
{
  guint n = model->projection != NULL ? model->projection->n_months : 0;

  forget_runs (self);
  self->model = *model;
  self->model.first = MIN (model->first, n);
  n -= self->model.first;
  self->model.n_months = model->n_months == 0 ? n : MIN (model->n_months, n);
}

/**
 * mp_chart_largest_month:
 * @projection: a projection
 *
 * Returns: cents: the largest of its months' stacks, for #MpChartModel.axis_maximum
 */
MpMoney
mp_chart_largest_month (const MpProjection *projection)
{
  MpMoney largest = 0;

  for (guint i = 0; i < projection->n_months; i++)
    {
      const MpCashRow *cash = &mp_projection_month (projection, i)->cash;
      largest = MAX (largest, cash->earnings + cash->benefits + cash->share);
    }
  return largest;
}

/**
 * mp_chart_layout:
 * @self: a picture
 * @width: of the picture
 * @height: of the picture
 *
 * Returns: (transfer none): where everything is, until the next call
 */
const MpChartLayout *
mp_chart_layout (MpChart *self, double width, double height)
{
  MpChartStyle style = self->style;

  mp_chart_layout_compute (&self->layout, &self->model, &style, width, height);
  /* What is measured with the fonts of the picture: long words take a row more. */
  style.legend_rows = style.legend ? mp_chart_legend_rows (self) : 0;
  if (style.legend_rows > 1)
    mp_chart_layout_compute (&self->layout, &self->model, &style, width, height);
  return &self->layout;
}

/**
 * mp_chart_draw:
 * @self: a picture
 * @cr: where; its origin is the picture's top left
 * @width: of the picture
 * @height: of the picture
 * @cursor: the chosen month, or %MP_MONTH_NONE
 * @hover: the month under the pointer, or %MP_MONTH_NONE
 */
void
mp_chart_draw (MpChart *self, cairo_t *cr, double width, double height, MpMonth cursor, MpMonth hover)
{
  mp_chart_layout (self, width, height);
  cairo_save (cr);
  mp_chart_paint (self, cr, cursor, hover);
  cairo_restore (cr);
}

MpMonth
mp_chart_month_at (const MpChart *self, double x, double y)
{
  return mp_chart_layout_month_at (&self->layout, x, y);
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (MpChartFormat format, double width, double height, double scale, GByteArray *bytes)
{
  switch (format)
    {
    case MP_CHART_SVG:
      return cairo_svg_surface_create_for_stream (append, bytes, width, height);
    case MP_CHART_PDF:
      return cairo_pdf_surface_create_for_stream (append, bytes, width, height);
    case MP_CHART_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale + 0.5, height * scale + 0.5);
    }
}

/* Paints on a surface of the format; the pen draws vectors rather than images where that is better. */
GBytes *
mp_chart_paint_bytes (MpChart *pen, MpChartPaint paint, gpointer data, MpChartFormat format, double width, double height, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = make_surface (format, width, height, scale, bytes);
  cairo_t *cr = cairo_create (surface);
  gboolean vector = pen->style.vector;
  cairo_status_t status;

  if (format == MP_CHART_PNG)
    cairo_scale (cr, scale, scale);
  pen->style.vector = format != MP_CHART_PNG;
  paint (data, cr, width, height);
  pen->style.vector = vector;
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == MP_CHART_PNG)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
paint_chart (gpointer data, cairo_t *cr, double width, double height)
{
  mp_chart_draw (data, cr, width, height, MP_MONTH_NONE, MP_MONTH_NONE);
}

/**
 * mp_chart_to_bytes:
 * @self: a picture
 * @format: of the file
 * @width: of the picture
 * @height: of the picture
 * @scale: pixels of a PNG per unit; 2.0 is sharp on most screens. Not used by the others
 * @error: a #GIOErrorEnum when cairo cannot draw it, such as a picture that is too large
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
mp_chart_to_bytes (MpChart *self, MpChartFormat format, double width, double height, double scale, GError **error)
{
  return mp_chart_paint_bytes (self, paint_chart, self, format, width, height, scale, error);
}

/**
 * mp_chart_write:
 * @self: a picture
 * @path: the file to make or replace
 * @format: of the file
 * @width: of the picture
 * @height: of the picture
 * @error: as of mp_chart_to_bytes() and g_file_set_contents_full()
 *
 * Writes the picture. A file that is there stays whole when anything fails.
 *
 * Returns: whether it was written
 */
gboolean
mp_chart_write (MpChart *self, const char *path, MpChartFormat format, double width, double height, GError **error)
{
  g_autoptr (GBytes) bytes = mp_chart_to_bytes (self, format, width, height, 2.0, error);

  return bytes != NULL
         && g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}
