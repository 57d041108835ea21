/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-cli.h"

#include <glib/gi18n.h>
#include <string.h>

/* A series is named whole ("sga.non_blind") or by its table ("sga"). */
static gboolean
is_series (const MpParameterRow *row, const char *series)
{
  gsize length = strlen (series);

  return strncmp (row->series, series, length) == 0 && (row->series[length] == '\0' || row->series[length] == '.');
}

static void
append_row (GString *text, const MpParameterRow *row, MpMonth month)
{
  g_autofree char *lacks = NULL;

  if (month != MP_MONTH_NONE && mp_parameter_row_is_carried (row, month))
    /* Translators: after how a figure was found; a year that has no figure of its own */
    lacks = g_strdup_printf (_(", ≈ none known for %d"), mp_month_year (month));
  g_string_append_printf (text, "%s%s%s\t%s\t%s%s%s\t%s%s\t%s\n", row->series, row->key[0] != '\0' ? " " : "", row->key, row->value,
                          row->from, row->to[0] != '\0' ? "/" : "", row->to, row->verified, lacks != NULL ? lacks : "", row->citation);
}

static void
append_names (GString *text)
{
  for (guint i = 0; i < MP_N_SERIES; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", mp_series_name ((MpSeries) i));
  g_string_append (text, ", threshold_1619b");
}

/* One line a figure, with what it takes the place of and that of the year before. */
static void
say_imported (GString *text, const MpOverlay *old, const MpOverlay *imported, const MpParameters *figures)
{
  guint n_old = 0, n;
  const MpOverlayRow *rows = mp_overlay_rows (imported, &n), *before = old != NULL ? mp_overlay_rows (old, &n_old) : NULL;

  for (guint i = 0; i < n; i++)
    {
      const MpOverlayRow *row = &rows[i], *was = NULL;
      char month[MP_MONTH_TEXT_SIZE], now[MP_MONEY_TEXT_SIZE], then[MP_MONEY_TEXT_SIZE];
      gint64 last;
      gboolean strange = mp_overlay_row_is_strange (row, figures, &last);

      for (guint j = 0; j < n_old && was == NULL; j++)
        was = mp_overlay_row_equal (&before[j], row) ? &before[j] : NULL;
      mp_money_to_text (row->value, now);
      g_string_append_printf (text, "%s%s%s\t%s\t%s", row->series, row->key[0] != '\0' ? " " : "", row->key,
                              mp_month_to_text (row->from, month), now);
      mp_money_to_text (last, then);
      if (last != 0)
        g_string_append_printf (text, "\t%d: %s", mp_month_year (row->from) - 1, then);
      mp_money_to_text (was != NULL ? was->value : 0, then);
      if (was != NULL && was->value != row->value)
        /* Translators: %s is the amount that was entered before. */
        g_string_append_printf (text, _("\t(was %s)"), then);
      if (strange)
        g_string_append_printf (text, "\t! %s", _("very different from the year before: look again, and import it anew if it is wrong"));
      g_string_append_c (text, '\n');
    }
}

/* parameters import FILE.csv: nothing is kept unless all of it is good. */
static MpExit
import_figures (gint argc, char **argv)
{
  g_autofree char *path = mp_overlay_default_path ();
  g_autoptr (MpOverlay) old = NULL, imported = NULL, merged = NULL;
  g_autoptr (MpParameters) figures = NULL;
  g_autoptr (GString) text = g_string_new (NULL), usage = g_string_new (NULL);
  MpExit status = MP_EXIT_DONE;
  guint n = 0;

  g_string_append (usage, _("FILE.csv\n\nKeeps figures of a new year in your own file, so that every projection uses them.\n"
                            "The columns are series, state, effective_from, value and citation. The series are "));
  append_names (usage);
  if (!mp_cli_options (&argc, &argv, NULL, usage->str, 1, &status))
    return status;
  imported = mp_cli_load_overlay (argv[1], &status);
  if (imported != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    old = mp_cli_load_overlay (path, &status);
  if (status != MP_EXIT_DONE)
    return status;
  mp_overlay_rows (imported, &n);
  if (n == 0)
    {
      mp_cli_message (_("%s: there is no figure in it; each has a line of its own under the names of the columns"), argv[1]);
      return MP_EXIT_DATA;
    }
  merged = mp_overlay_merge (old, imported);
  figures = mp_cli_keep_overlay (merged, argv[1], &status);
  if (figures == NULL)
    return status;
  say_imported (text, old, imported, figures);
  g_string_append_printf (text, _("Kept in %s. Delete that file to go back to the published figures.\n"), path);
  return mp_cli_write (NULL, text->str, text->len);
}

MpExit
mp_cli_parameters (gint argc, char **argv)
{
  g_autofree char *month_text = NULL, *series = NULL;
  MpExit status = MP_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "month", 'm', 0, G_OPTION_ARG_STRING, &month_text, N_("only what is in force in this month, YYYY-MM"), N_("MONTH") },
    { "series", 's', 0, G_OPTION_ARG_STRING, &series, N_("only this series, such as sga or fbr.individual"), N_("SERIES") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (MpParameters) figures = NULL;
  g_autoptr (GString) text = g_string_new (_("series\tvalue\tfrom\tseen\tcitation\n"));
  const MpParameterRow *rows;
  guint n_rows;
  MpMonth month = MP_MONTH_NONE;
  gboolean known;

  if (argc > 1 && g_str_equal (argv[1], "import"))
    {
      static char command[] = "parameters import"; /* what help and complaints name */

      argv[1] = command;
      return import_figures (argc - 1, argv + 1);
    }
  if (!mp_cli_options (&argc, &argv, entries, _("[import FILE.csv]\n\n`milepost-cli parameters import --help` says how to add the figures of a new year."), 0, &status))
    return status;
  if (month_text != NULL && !mp_month_parse (month_text, &month))
    {
      mp_cli_message (_("milepost-cli: a month is YYYY-MM, got \"%s\""), month_text);
      return MP_EXIT_USAGE;
    }
  figures = mp_cli_figures (&status);
  if (figures == NULL)
    return status;
  rows = mp_parameters_rows (figures, &n_rows);
  known = series == NULL;
  for (guint i = 0; i < n_rows; i++)
    {
      if (series != NULL && !is_series (&rows[i], series))
        continue;
      known = TRUE;
      if (month == MP_MONTH_NONE || (rows[i].from_month <= month && month <= rows[i].to_month))
        append_row (text, &rows[i], month);
    }
  if (!known)
    {
      mp_cli_message (_("milepost-cli parameters: there is no series \"%s\"; without --series all are listed"), series);
      return MP_EXIT_USAGE;
    }
  return mp_cli_write (NULL, text->str, text->len);
}
