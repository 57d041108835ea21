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
append_row (GString *text, const MpParameterRow *row)
{
  g_string_append_printf (text, "%s%s%s\t%s\t%s%s%s\t%s\t%s\n", row->series, row->key[0] != '\0' ? " " : "", row->key, row->value,
                          row->from, row->to[0] != '\0' ? "/" : "", row->to, row->verified, row->citation);
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
  gboolean known = series == NULL;

  if (!mp_cli_options (&argc, &argv, entries, NULL, 0, &status))
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
        append_row (text, &rows[i]);
    }
  if (!known)
    {
      mp_cli_message (_("milepost-cli parameters: there is no series \"%s\"; without --series all are listed"), series);
      return MP_EXIT_USAGE;
    }
  return mp_cli_write (NULL, text->str, text->len);
}
