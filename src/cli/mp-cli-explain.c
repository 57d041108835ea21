/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-cli.h"
#include "mp-rules.h"

#include <glib/gi18n.h>

static const char *
program_title (MpProgram program)
{
  switch (program)
    {
    case MP_PROGRAM_SSDI:
      return _("SSDI");
    case MP_PROGRAM_SSI:
      return _("SSI");
    case MP_PROGRAM_TICKET:
      return _("Ticket to Work");
    case MP_PROGRAM_WORK:
    default:
      return _("Work");
    }
}

static void
append_amount (GString *text, const char *label, MpMoney amount)
{
  g_autofree char *shown = mp_money_to_display (amount);

  g_string_append_printf (text, "  %s: %s\n", label, shown);
}

static void
append_trace (GString *text, const MpProjection *projection, MpMonth month)
{
  gint program = -1;

  for (guint i = 0; i < projection->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (projection->trace, MpTraceEntry, i);
      const MpRule *rule = mp_rule_find (entry->rule);
      g_autofree char *sentence = NULL;

      if (entry->month != month)
        continue;
      if ((gint) entry->program != program)
        g_string_append_printf (text, "\n%s\n", program_title (entry->program));
      program = (gint) entry->program;
      sentence = mp_message_format (&entry->message, TRUE);
      g_string_append_printf (text, "  %s\n      %s%s%s\n", sentence, entry->rule,
                              rule != NULL ? " · " : "", rule != NULL ? rule->citation : "");
    }
}

MpExit
mp_cli_explain (gint argc, char **argv)
{
  g_autofree char *scenario = NULL, *month_text = NULL, *title = NULL;
  MpExit status = MP_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "month", 'm', 0, G_OPTION_ARG_STRING, &month_text, N_("the month, YYYY-MM"), N_("MONTH") },
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &scenario, N_("this scenario rather than the first"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (MpCase) kase = NULL;
  g_autoptr (MpParameters) figures = NULL;
  g_autoptr (MpProjection) projection = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const MpMonthRow *row;
  MpMonth month;
  guint index;

  if (!mp_cli_options (&argc, &argv, entries, _("CASE"), 1, &status))
    return status;
  if (!mp_cli_read_case (argv[1], scenario, &kase, &index, &figures, &status))
    return status;
  if (!mp_cli_find_month (kase, month_text, &month))
    return MP_EXIT_USAGE;
  projection = mp_cli_run (argv[1], kase, index, figures, MP_PROJECT_EXPLAIN);
  if (projection == NULL)
    return MP_EXIT_DATA;
  row = mp_projection_month (projection, (guint) (month - projection->start));
  title = mp_month_to_display (month, TRUE);
  g_string_append_printf (text, "%s: %s\n", kase->scenarios[index].name, title);
  append_amount (text, _("Pay"), row->cash.earnings);
  append_amount (text, _("SSDI"), row->ssdi.payment);
  append_amount (text, _("SSI"), row->ssi.payment);
  append_amount (text, _("From the EN"), row->cash.share);
  append_amount (text, _("Work costs"), row->cash.expenses);
  append_amount (text, _("Cash in hand, before taxes"), row->cash.net);
  append_amount (text, _("To the EN"), row->ticket.total);
  append_trace (text, projection, month);
  return mp_cli_write (NULL, text->str, text->len);
}
