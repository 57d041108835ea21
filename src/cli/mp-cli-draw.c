/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `chart` and `report`: what leaves the program as a picture or a document. */

#include "mp-cli-drawing.h"

#include "mp-chart.h"
#include "mp-curve-chart.h"
#include "mp-ladder.h"
#include "mp-lines.h"
#include "mp-language.h"

#include <glib/gi18n.h>

#define CHART_WIDTH 1134
#define CHART_HEIGHT 640

void
mp_drawing_clear (MpDrawing *self)
{
  g_free (self->output);
  g_free (self->scenario);
  mp_case_free (self->kase);
  mp_parameters_free (self->figures);
}

gboolean
mp_drawing_read (MpDrawing *self, const GOptionEntry *entries, gboolean needs_output, gint argc, char **argv, MpExit *status)
{
  if (!mp_cli_options (&argc, &argv, entries, _("CASE"), 1, status))
    return FALSE;
  self->path = argv[1];
  if (self->output == NULL && needs_output)
    {
      mp_cli_message (_("milepost-cli %s: say where to write with --output FILE"), argv[0]);
      *status = MP_EXIT_USAGE;
      return FALSE;
    }
  return mp_cli_read_case (self->path, self->scenario, &self->kase, &self->index, &self->figures, status);
}

gint
mp_cli_choose (const char *command, const char *option, const char *word, const char *const *words, gint otherwise)
{
  g_autofree char *all = NULL;

  if (word == NULL)
    return otherwise;
  for (gint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  all = g_strjoinv (", ", (char **) words);
  /* Translators: command, option, what was given, what may be given */
  mp_cli_message (_("milepost-cli %1$s: --%2$s \"%3$s\" is none of %4$s"), command, option, word, all);
  return -1;
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

/* What a chart is made of beside the case. */
typedef struct {
  char *kind, *month_text, *palette_name;
  char *language;
  gint width;
  gboolean patterns, hide;
  MpMonth month;
  MpChartStyle style;
  MpChartFormat format;
} Chart;

static void
chart_clear (Chart *self)
{
  g_free (self->kind);
  g_free (self->month_text);
  g_free (self->palette_name);
  g_free (self->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chart, chart_clear)

static gboolean
is_kind (const Chart *self, const char *kind)
{
  return g_strcmp0 (self->kind, kind) == 0;
}

/* FALSE: said. */
static gboolean
chart_check (Chart *self, const char *output)
{
  static const char *const palettes[MP_N_CHART_PALETTES + 1] = { "light", "dark", "contrast-light", "contrast-dark", "print", NULL };

  if (self->kind == NULL)
    self->kind = g_strdup ("projection");
  if (!is_kind (self, "projection") && !is_kind (self, "compare") && !is_kind (self, "curve") && !is_kind (self, "ladder"))
    mp_cli_message (_("milepost-cli chart: a kind is projection, compare, curve or ladder, got \"%s\""), self->kind);
  else if (is_kind (self, "curve") != (self->month_text != NULL))
    mp_cli_message (_("milepost-cli chart: --month goes with --kind curve, which needs it"));
  else if (self->palette_name != NULL && !g_strv_contains (palettes, self->palette_name))
    mp_cli_message (_("milepost-cli chart: a palette is light, dark, contrast-light, contrast-dark or print, got \"%s\""), self->palette_name);
  else if (mp_cli_choose ("chart", "language", self->language, mp_languages, 0) < 0)
    return FALSE;
  else if (self->width < 200 || self->width > 4000)
    mp_cli_message (_("milepost-cli chart: a width is 200 to 4000, got %d"), self->width);
  else if (!chart_format (output, &self->format))
    mp_cli_message (_("milepost-cli chart: a picture's name ends in .png, .svg or .pdf, got \"%s\""), output);
  else
    {
      self->style = MP_CHART_STYLE_DEFAULT;
      self->style.vector = self->format != MP_CHART_PNG;
      self->style.patterns = self->style.vector || self->patterns;
      for (guint i = 0; self->palette_name != NULL && palettes[i] != NULL; i++)
        if (g_str_equal (palettes[i], self->palette_name))
          self->style.palette = i;
      return TRUE;
    }
  return FALSE;
}

static double
png_scale (const Chart *self)
{
  return self->format == MP_CHART_PNG ? 2.0 : 1.0;
}

static GBytes *
draw_projection (const Chart *self, const MpProjection *projection, GError **error)
{
  g_autoptr (MpChart) chart = mp_chart_new ();
  const MpChartModel model = { .projection = projection };

  mp_chart_set_style (chart, &self->style);
  mp_chart_set_model (chart, &model);
  return mp_chart_to_bytes (chart, self->format, self->width, MAX (CHART_HEIGHT, mp_chart_natural_height (chart, self->width)),
                            png_scale (self), error);
}

/* The first plans, as many as stand side by side. */
static GBytes *
draw_plans (const Chart *self, MpProjection *const *projections, guint n, GError **error)
{
  g_autoptr (MpLines) lines = mp_lines_new ();
  MpLinesModel model = { .n_plans = MIN (n, MP_LINES_MAX_PLANS) };

  for (guint i = 0; i < model.n_plans; i++)
    model.plans[i] = projections[i];
  mp_lines_set_style (lines, &self->style);
  mp_lines_set_model (lines, &model);
  return mp_lines_to_bytes (lines, self->format, self->width, mp_lines_natural_height (lines, self->width), png_scale (self), error);
}

/* The curve of one plan, with every plan's own pay of the month on it. */
static GBytes *
draw_curve (const Chart *self, const MpDrawing *drawing, MpProjection *const *projections, guint n, GError **error)
{
  g_autoptr (MpCurve) curve = mp_curve_new (drawing->kase, drawing->index, drawing->figures, self->month, error);
  g_autoptr (MpCurveChart) chart = mp_curve_chart_new ();
  MpCurveChartModel model = { .curve = curve, .n_rings = MIN (n, MP_CURVE_CHART_MAX_RINGS), .with_ssdi = drawing->kase->ssdi.present };

  if (curve == NULL)
    return NULL;
  for (guint i = 0; i < model.n_rings; i++)
    {
      const MpMonthRow *row = mp_projection_month (projections[i], (guint) (self->month - projections[i]->start));

      model.rings[i] = (MpCurveRing) { i + 1, row->work.earned };
    }
  mp_curve_chart_set_style (chart, &self->style);
  mp_curve_chart_set_model (chart, &model);
  return mp_curve_chart_to_bytes (chart, self->format, self->width, mp_curve_chart_natural_height (chart, self->width), png_scale (self), error);
}

static GBytes *
draw_ladder (const Chart *self, const MpDrawing *drawing, const MpProjection *projection, GError **error)
{
  g_autoptr (MpLadder) ladder = mp_ladder_new ();
  const MpLadderModel model = { drawing->kase, drawing->index, projection, projection->start,
                                self->hide ? NULL : drawing->kase->beneficiary.name, self->hide };

  mp_ladder_set_style (ladder, &self->style);
  mp_ladder_set_model (ladder, &model);
  return mp_ladder_to_bytes (ladder, self->format, self->width, mp_ladder_natural_height (ladder, self->width), png_scale (self), error);
}

MpExit
mp_cli_chart (gint argc, char **argv)
{
  g_auto (MpDrawing) drawing = { 0 };
  g_auto (Chart) chart = { .width = CHART_WIDTH, .month = MP_MONTH_NONE };
  g_autoptr (GPtrArray) projections = g_ptr_array_new_with_free_func ((GDestroyNotify) mp_projection_free);
  MpExit status = MP_EXIT_DONE;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    MP_DRAWING_ENTRIES (&drawing),
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &chart.kind, N_("projection (default), compare, curve or ladder"), N_("KIND") },
    { "month", 'm', 0, G_OPTION_ARG_STRING, &chart.month_text, N_("the month of a curve, YYYY-MM"), N_("MONTH") },
    { "palette", 0, 0, G_OPTION_ARG_STRING, &chart.palette_name, N_("light (default), dark, contrast-light, contrast-dark or print"), N_("PALETTE") },
    { "patterns", 0, 0, G_OPTION_ARG_NONE, &chart.patterns, N_("a pattern for each color, as in SVG and PDF"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &chart.language, N_("en or es"), N_("LANGUAGE") },
    { "hide-amounts", 0, 0, G_OPTION_ARG_NONE, &chart.hide, N_("leave out the person's name and amounts (ladder)"), NULL },
    { "width", 0, 0, G_OPTION_ARG_INT, &chart.width, N_("of the picture, 1134 when not given"), N_("PIXELS") },
    G_OPTION_ENTRY_NULL
  };

  if (!mp_drawing_read (&drawing, entries, TRUE, argc, argv, &status))
    return status;
  if (!chart_check (&chart, drawing.output))
    return MP_EXIT_USAGE;
  if (chart.month_text != NULL && !mp_cli_find_month (drawing.kase, chart.month_text, &chart.month))
    return MP_EXIT_USAGE;
  for (guint i = 0; i < drawing.kase->n_scenarios; i++)
    {
      MpProjection *projection = mp_cli_run (drawing.path, drawing.kase, i, drawing.figures, MP_PROJECT_EXPLAIN);

      if (projection == NULL)
        return MP_EXIT_DATA;
      g_ptr_array_add (projections, projection);
    }
  mp_i18n_use (mp_language_find (chart.language));
  if (is_kind (&chart, "ladder"))
    bytes = draw_ladder (&chart, &drawing, g_ptr_array_index (projections, drawing.index), &error);
  else if (is_kind (&chart, "curve"))
    bytes = draw_curve (&chart, &drawing, (MpProjection **) projections->pdata, projections->len, &error);
  else if (is_kind (&chart, "compare"))
    bytes = draw_plans (&chart, (MpProjection **) projections->pdata, projections->len, &error);
  else
    bytes = draw_projection (&chart, g_ptr_array_index (projections, drawing.index), &error);
  mp_i18n_use (NULL);
  if (bytes == NULL)
    {
      mp_cli_message ("milepost-cli: %s", error->message);
      return g_error_matches (error, MP_ENGINE_ERROR, MP_ENGINE_ERROR_NO_FIGURE) ? MP_EXIT_DATA : MP_EXIT_SYSTEM;
    }
  return mp_cli_write (drawing.output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
