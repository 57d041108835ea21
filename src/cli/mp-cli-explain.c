/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-cli.h"
#include "mp-rules.h"
#include "mp-words.h"

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
append_amount (GString *text, const char *label, MpMoney amount, gboolean estimated)
{
  g_autofree char *shown = mp_words_money (amount, estimated);

  g_string_append_printf (text, "  %s: %s\n", label, shown);
}

static void
append_amounts (GString *text, const MpProjection *projection, const MpMonthRow *row)
{
  const struct { const char *label; MpMoney amount; MpColumn column; } amounts[] = {
    { _("Pay"), row->cash.earnings, MP_COLUMN_PAY }, { _("SSDI"), row->ssdi.payment, MP_COLUMN_SSDI },
    { _("SSI"), row->ssi.payment, MP_COLUMN_SSI }, { _("From the EN"), row->cash.share, MP_COLUMN_SHARE },
    { _("Work costs"), row->cash.expenses, MP_COLUMN_EXPENSES }, { _("Cash in hand, before taxes"), row->cash.net, MP_COLUMN_NET },
    { _("To the EN"), row->ticket.total, MP_COLUMN_EN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    append_amount (text, amounts[i].label, amounts[i].amount, mp_words_is_estimated (projection, row, amounts[i].column));
  if (row->estimated != 0)
    g_string_append_printf (text, "  %s\n", _("≈ rests on a figure that is not published yet: the last one is used."));
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
  const char *by_hand;
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
  by_hand = mp_parameters_by_hand (figures, month);
  title = mp_month_to_display (month, TRUE);
  g_string_append_printf (text, "%s: %s\n", kase->scenarios[index].name, title);
  append_amounts (text, projection, row);
  if (by_hand != NULL)
    /* Translators: names of figures */
    g_string_append_printf (text, _("  These figures were entered by hand: %s.\n"), by_hand);
  append_trace (text, projection, month);
  return mp_cli_write (NULL, text->str, text->len);
}
