/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `chart` and `report`: what leaves the program as a picture or a document. */

#include "mp-cli.h"

#include "mp-chart.h"
#include "mp-report.h"

#include <glib/gi18n.h>

#define CHART_WIDTH 1134
#define CHART_HEIGHT 640

typedef struct {
  const char *path;
  char *output;
  char *scenario;
  MpCase *kase;
  MpParameters *figures;
  guint index;
} Drawing;

static void
drawing_clear (Drawing *self)
{
  g_free (self->output);
  g_free (self->scenario);
  mp_case_free (self->kase);
  mp_parameters_free (self->figures);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawing, drawing_clear)

/* Reads options, case and figures. FALSE: said, status in *status. */
static gboolean
drawing_read (Drawing *self, gint argc, char **argv, MpExit *status)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_("the file to write"), N_("FILE") },
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &self->scenario, N_("this scenario rather than the first"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };

  if (!mp_cli_options (&argc, &argv, entries, _("CASE"), 1, status))
    return FALSE;
  self->path = argv[1];
  if (self->output == NULL)
    {
      mp_cli_message (_("milepost-cli %s: say where to write with --output FILE"), argv[0]);
      *status = MP_EXIT_USAGE;
      return FALSE;
    }
  self->kase = mp_cli_load (self->path, status);
  if (self->kase == NULL)
    return FALSE;
  if (!mp_cli_find_scenario (self->kase, self->scenario, &self->index))
    {
      *status = MP_EXIT_USAGE;
      return FALSE;
    }
  self->figures = mp_cli_figures (status);
  return self->figures != NULL;
}

static gboolean
chart_format (const char *output, MpChartFormat *format)
{
  if (g_str_has_suffix (output, ".png"))
    *format = MP_CHART_PNG;
  else if (g_str_has_suffix (output, ".svg"))
    *format = MP_CHART_SVG;
  else if (g_str_has_suffix (output, ".pdf"))
    *format = MP_CHART_PDF;
  else
    return FALSE;
  return TRUE;
}

MpExit
mp_cli_chart (gint argc, char **argv)
{
  g_auto (Drawing) drawing = { 0 };
  MpExit status = MP_EXIT_DONE;
  g_autoptr (MpProjection) projection = NULL;
  g_autoptr (MpChart) chart = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  MpChartStyle style = MP_CHART_STYLE_DEFAULT;
  MpChartModel model = { 0 };
  MpChartFormat format;

  if (!drawing_read (&drawing, argc, argv, &status))
    return status;
  if (!chart_format (drawing.output, &format))
    {
      mp_cli_message (_("milepost-cli chart: a picture's name ends in .png, .svg or .pdf, got \"%s\""), drawing.output);
      return MP_EXIT_USAGE;
    }
  projection = mp_cli_run (drawing.path, drawing.kase, drawing.index, drawing.figures, MP_PROJECT_DEFAULT);
  if (projection == NULL)
    return MP_EXIT_DATA;
  chart = mp_chart_new ();
  style.vector = format != MP_CHART_PNG;
  style.patterns = style.vector;
  mp_chart_set_style (chart, &style);
  model.projection = projection;
  mp_chart_set_model (chart, &model);
  bytes = mp_chart_to_bytes (chart, format, CHART_WIDTH, CHART_HEIGHT, format == MP_CHART_PNG ? 2.0 : 1.0, &error);
  if (bytes == NULL)
    {
      mp_cli_message ("milepost-cli: %s", error->message);
      return MP_EXIT_SYSTEM;
    }
  return mp_cli_write (drawing.output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

MpExit
mp_cli_report (gint argc, char **argv)
{
  g_auto (Drawing) drawing = { 0 };
  MpExit status = MP_EXIT_DONE;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!drawing_read (&drawing, argc, argv, &status))
    return status;
  bytes = mp_report_render (drawing.kase, drawing.index, drawing.figures, NULL, &error);
  if (bytes == NULL)
    {
      mp_cli_message ("%s: %s", drawing.path, error->message);
      return g_error_matches (error, MP_ENGINE_ERROR, MP_ENGINE_ERROR_NO_FIGURE) ? MP_EXIT_DATA : MP_EXIT_SYSTEM;
    }
  return mp_cli_write (drawing.output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
