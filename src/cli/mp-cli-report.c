/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `report`, `export` and `calendar`: what leaves the program as a document or a table. */

#include "mp-cli-drawing.h"

#include "mp-calendar.h"
#include "mp-export.h"
#include "mp-language.h"
#include "mp-report.h"

#include <glib/gi18n.h>
#include <string.h>

/* "short,months" as bits; FALSE: said. */
static gboolean
read_sections (const char *list, guint *bits)
{
  g_auto (GStrv) words = list != NULL ? g_strsplit (list, ",", -1) : NULL;

  *bits = 0;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      MpSection section;

      if (!mp_section_find (g_strstrip (words[i]), &section))
        {
          g_autoptr (GString) all = g_string_new (NULL);

          for (section = 0; section < MP_N_SECTIONS; section++)
            g_string_append_printf (all, "%s%s", section > 0 ? ", " : "", mp_section_key (section));
          mp_cli_message (_("milepost-cli report: there is no section \"%1$s\"; there are %2$s"), words[i], all->str);
          return FALSE;
        }
      *bits |= 1u << section;
    }
  return TRUE;
}

/* The plans named by --compare; NULL: said. */
static guint *
read_plans (const MpCase *kase, char **names, guint *n)
{
  g_autofree guint *plans = g_new0 (guint, names != NULL ? g_strv_length (names) + 1 : 1);

  for (*n = 0; names != NULL && names[*n] != NULL; (*n)++)
    if (!mp_cli_find_scenario (kase, names[*n], &plans[*n]))
      return NULL;
  return g_steal_pointer (&plans);
}

MpExit
mp_cli_report (gint argc, char **argv)
{
  static const char *const papers[] = { "letter", "a4", NULL };
  const char *kinds[MP_N_REPORT_KINDS + 1] = { NULL };
  g_auto (MpDrawing) drawing = { 0 };
  g_autofree char *kind = NULL, *paper = NULL, *language = NULL, *sections = NULL, *by = NULL, *contact = NULL, *date = NULL, *since = NULL;
  g_auto (GStrv) compare = NULL;
  g_autoptr (MpCase) earlier = NULL;
  g_autofree guint *plans = NULL;
  MpReportOptions options = { 0 };
  const GOptionEntry entries[] = {
    MP_DRAWING_ENTRIES (&drawing),
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind, N_("report, handout, group or en"), N_("KIND") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_("en or es"), N_("LANGUAGE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_("letter or a4"), N_("PAPER") },
    { "sections", 0, 0, G_OPTION_ARG_STRING, &sections, N_("only these, such as short,months,reporting"), N_("LIST") },
    { "compare", 0, 0, G_OPTION_ARG_STRING_ARRAY, &compare, N_("a scenario to compare with; may be given several times"), N_("NAME") },
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &since, N_("the case as the last report had it: list what changed"), N_("CASE") },
    { "large-print", 0, 0, G_OPTION_ARG_NONE, &options.large_print, N_("18 points"), NULL },
    { "high-contrast", 0, 0, G_OPTION_ARG_NONE, &options.high_contrast, N_("black on white"), NULL },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &options.grey, N_("for a black-and-white printer"), NULL },
    { "without-name", 0, 0, G_OPTION_ARG_NONE, &options.without_name, N_("leave out the person's name"), NULL },
    { "hide-amounts", 0, 0, G_OPTION_ARG_NONE, &options.hide_amounts, N_("leave out the person's amounts (handout)"), NULL },
    { "prepared-by", 0, 0, G_OPTION_ARG_STRING, &by, N_("the office, for the first page"), N_("TEXT") },
    { "contact", 0, 0, G_OPTION_ARG_STRING, &contact, N_("whom to call"), N_("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_("the day, for the foot of the pages"), N_("TEXT") },
    G_OPTION_ENTRY_NULL
  };
  MpExit status = MP_EXIT_DONE;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gint kind_number, paper_number;

  for (MpReportKind i = 0; i < MP_N_REPORT_KINDS; i++)
    kinds[i] = mp_report_kind_key (i);
  if (!mp_drawing_read (&drawing, entries, TRUE, argc, argv, &status))
    return status;
  kind_number = mp_cli_choose (argv[0], "kind", kind, kinds, 0);
  paper_number = mp_cli_choose (argv[0], "paper", paper, papers, 0);
  if (kind_number < 0 || paper_number < 0 || mp_cli_choose (argv[0], "language", language, mp_languages, 0) < 0
      || !read_sections (sections, &options.sections) || (plans = read_plans (drawing.kase, compare, &options.n_plans)) == NULL)
    return MP_EXIT_USAGE;
  if (since != NULL && (earlier = mp_cli_load (since, &status)) == NULL)
    return status;
  options.since = earlier;
  options.kind = (MpReportKind) kind_number;
  options.paper = (MpPaper) paper_number;
  options.language = language;
  options.plans = compare != NULL ? plans : NULL;
  options.prepared_by = by;
  options.contact = contact;
  options.prepared_on = date;
  bytes = mp_report_render (drawing.kase, drawing.index, drawing.figures, &options, &error);
  if (bytes == NULL)
    {
      mp_cli_message ("%s: %s", drawing.path, error->message);
      return g_error_matches (error, MP_ENGINE_ERROR, MP_ENGINE_ERROR_NO_FIGURE) ? MP_EXIT_DATA : MP_EXIT_SYSTEM;
    }
  return mp_cli_write (drawing.output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

MpExit
mp_cli_export (gint argc, char **argv)
{
  static const char *const formats[] = { "csv", "json", NULL };
  const char *kinds[MP_N_EXPORTS + 1] = { NULL };
  g_auto (MpDrawing) drawing = { 0 };
  g_autofree char *what = NULL, *format = NULL, *document = NULL;
  const GOptionEntry entries[] = {
    MP_DRAWING_ENTRIES (&drawing),
    { "what", 'w', 0, G_OPTION_ARG_STRING, &what, N_("months, payments, events or reporting"), N_("TABLE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  MpExit status = MP_EXIT_DONE;
  g_autoptr (MpProjection) projection = NULL;
  gint kind, number;

  for (MpExport i = 0; i < MP_N_EXPORTS; i++)
    kinds[i] = mp_export_key (i);
  if (!mp_drawing_read (&drawing, entries, FALSE, argc, argv, &status))
    return status;
  kind = mp_cli_choose (argv[0], "what", what, kinds, 0);
  number = mp_cli_choose (argv[0], "format", format, formats, 0);
  if (kind < 0 || number < 0)
    return MP_EXIT_USAGE;
  projection = mp_cli_run (drawing.path, drawing.kase, drawing.index, drawing.figures, MP_PROJECT_DEFAULT);
  if (projection == NULL)
    return MP_EXIT_DATA;
  document = mp_export_render (drawing.kase, projection, (MpExport) kind, (MpExportFormat) number);
  return mp_cli_write (drawing.output, document, strlen (document));
}

MpExit
mp_cli_calendar (gint argc, char **argv)
{
  g_auto (MpDrawing) drawing = { 0 };
  MpCalendarOptions options = { 0 };
  g_autofree char *language = NULL, *document = NULL;
  const GOptionEntry entries[] = {
    MP_DRAWING_ENTRIES (&drawing),
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_("en or es"), N_("LANGUAGE") },
    { "hide-amounts", 0, 0, G_OPTION_ARG_NONE, &options.hide_amounts, N_("leave out every amount"), NULL },
    G_OPTION_ENTRY_NULL
  };
  MpExit status = MP_EXIT_DONE;
  g_autoptr (MpProjection) projection = NULL;
  g_autoptr (GError) error = NULL;

  if (!mp_drawing_read (&drawing, entries, FALSE, argc, argv, &status))
    return status;
  if (mp_cli_choose (argv[0], "language", language, mp_languages, 0) < 0)
    return MP_EXIT_USAGE;
  projection = mp_cli_run (drawing.path, drawing.kase, drawing.index, drawing.figures, MP_PROJECT_DEFAULT);
  if (projection == NULL)
    return MP_EXIT_DATA;
  options.language = language;
  document = mp_calendar_render (drawing.kase, projection, &options, &error);
  if (document == NULL)
    {
      mp_cli_message ("milepost-cli: %s", error->message);
      return MP_EXIT_SYSTEM;
    }
  return mp_cli_write (drawing.output, document, strlen (document));
}
