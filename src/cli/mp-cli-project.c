/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-cli.h"

#include <glib/gi18n.h>

#define MAX_JOBS 256

static MpExit
project_file (const char *path, const char *format, const char *scenario, const char *output, gboolean explain, gboolean summary)
{
  MpExit status = MP_EXIT_DONE;
  g_autoptr (MpParameters) figures = NULL;
  g_autoptr (MpCase) kase = NULL;
  g_autoptr (GPtrArray) projections = g_ptr_array_new_with_free_func ((GDestroyNotify) mp_projection_free);
  g_autoptr (GString) text = g_string_new (NULL);
  MpWriteFlags flags = (explain ? MP_WRITE_EXPLAIN : 0) | (summary ? MP_WRITE_SUMMARY : 0);
  guint only;

  kase = mp_cli_load (path, &status);
  if (kase == NULL)
    return status;
  if (!mp_cli_find_scenario (kase, scenario, &only))
    return MP_EXIT_USAGE;
  figures = mp_cli_figures (&status);
  if (figures == NULL)
    return status;
  for (guint i = 0; i < kase->n_scenarios; i++)
    {
      MpProjection *projection;

      if (scenario != NULL && i != only)
        continue;
      projection = mp_cli_run (path, kase, i, figures, explain ? MP_PROJECT_EXPLAIN : MP_PROJECT_DEFAULT);
      if (projection == NULL)
        return MP_EXIT_DATA;
      g_ptr_array_add (projections, projection);
    }
  if (g_str_equal (format, "csv"))
    mp_projections_to_csv (text, kase, (MpProjection **) projections->pdata, projections->len);
  else if (g_str_equal (format, "table"))
    mp_projections_to_table (text, kase, (MpProjection **) projections->pdata, projections->len);
  else
    {
      mp_projections_to_json (text, kase, (MpProjection **) projections->pdata, projections->len, flags);
      g_string_append_c (text, '\n');
    }
  return mp_cli_write (output, text->str, text->len);
}

MpExit
mp_cli_project (gint argc, char **argv)
{
  g_autofree char *format = NULL, *scenario = NULL, *output = NULL;
  gboolean explain = FALSE, stream = FALSE, summary = FALSE;
  gint jobs = -1; /* not given */
  MpExit status = MP_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("json (default), csv or table"), N_("FORMAT") },
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &scenario, N_("only this scenario"), N_("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("write to a file"), N_("FILE") },
    { "explain", 'e', 0, G_OPTION_ARG_NONE, &explain, N_("say for each month which rules decided it (json)"), NULL },
    { "summary", 0, 0, G_OPTION_ARG_NONE, &summary, N_("leave out the months (json)"), NULL },
    { "stream", 0, 0, G_OPTION_ARG_NONE, &stream, N_("read one case a line from standard input"), NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &jobs, N_("with --stream: work on N cases at once (1)"), N_("N") },
    G_OPTION_ENTRY_NULL
  };
  gboolean wants_stream = g_strv_contains ((const char *const *) argv, "--stream");

  if (!mp_cli_options (&argc, &argv, entries, wants_stream ? NULL : _("CASE"), wants_stream ? 0 : 1, &status))
    return status;
  if (stream)
    {
      if (format != NULL || output != NULL || scenario != NULL)
        {
          mp_cli_message (_("milepost-cli project: --stream writes JSON of all scenarios to standard output; "
                            "--format, --scenario and --output do not go with it"));
          return MP_EXIT_USAGE;
        }
      if (jobs != -1 && (jobs < 1 || jobs > MAX_JOBS))
        {
          mp_cli_message (_("milepost-cli project: --jobs is a number from 1 to %d, got %d"), MAX_JOBS, jobs);
          return MP_EXIT_USAGE;
        }
      return mp_cli_stream (summary, explain, jobs == -1 ? 1 : (guint) jobs);
    }
  if (jobs != -1)
    {
      mp_cli_message (_("milepost-cli project: --jobs goes with --stream"));
      return MP_EXIT_USAGE;
    }
  if (format == NULL)
    format = g_strdup ("json");
  if (!g_str_equal (format, "json") && !g_str_equal (format, "csv") && !g_str_equal (format, "table"))
    {
      mp_cli_message (_("milepost-cli project: a format is json, csv or table, got \"%s\""), format);
      return MP_EXIT_USAGE;
    }
  if ((explain || summary) && !g_str_equal (format, "json"))
    {
      mp_cli_message (_("milepost-cli project: --explain and --summary go with the format json; for people there is `milepost-cli explain`"));
      return MP_EXIT_USAGE;
    }
  return project_file (argv[1], format, scenario, output, explain, summary);
}

MpExit
mp_cli_check (gint argc, char **argv)
{
  MpExit status = MP_EXIT_DONE;
  g_autoptr (MpCase) kase = NULL;
  g_autoptr (MpParameters) figures = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!mp_cli_options (&argc, &argv, NULL, _("CASE"), 1, &status))
    return status;
  kase = mp_cli_load (argv[1], &status);
  if (kase == NULL)
    return status;
  figures = mp_cli_figures (&status);
  if (figures == NULL)
    return status;
  for (guint i = 0; i < kase->n_scenarios; i++)
    {
      g_autoptr (MpProjection) projection = mp_cli_run (argv[1], kase, i, figures, MP_PROJECT_DEFAULT);

      if (projection == NULL)
        return MP_EXIT_DATA;
      for (guint j = 0; j < projection->warnings->len; j++)
        {
          const MpWarning *warning = &g_array_index (projection->warnings, MpWarning, j);
          g_autofree char *sentence = mp_message_format (&warning->message, TRUE), *pointer = mp_warning_pointer (warning);

          g_string_append_printf (text, "%s: %s%s%s: %s\n", kase->scenarios[i].name, mp_warning_name (warning->code),
                                  pointer != NULL ? " " : "", pointer != NULL ? pointer : "", sentence);
        }
    }
  g_string_append_printf (text, ngettext ("%s: good, with %u scenario\n", "%s: good, with %u scenarios\n", kase->n_scenarios),
                          argv[1], kase->n_scenarios);
  return mp_cli_write (NULL, text->str, text->len);
}
