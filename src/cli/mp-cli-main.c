/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* milepost-cli: a thin reader of arguments. */

#include "config.h"

#include "mp-catalogue.h"
#include "mp-cli.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <string.h>

/* A row without a name is the heading of those after it. */
static const MpCommand commands[] = {
  { NULL, NULL, N_("A case"), NULL },
  { "project", N_("CASE [--format json|csv|table] [--scenario NAME] [--output FILE] [--explain]"),
    N_("project a case month by month; --stream reads one case a line"), mp_cli_project },
  { "check", N_("CASE"), N_("say everything that is wrong with a case file"), mp_cli_check },
  { "explain", N_("CASE --month M [--scenario NAME]"), N_("say why a month's figures are what they are"), mp_cli_explain },
  { "curve", N_("CASE --month M [--scenario NAME] [--to 4000 --step 25] [--format json|csv|table] [--output FILE]"),
    N_("cash in hand for any pay in one month"), mp_cli_curve },
  { "ask", N_("CASE QUESTION [--month M] [--scenario NAME] [--wage W] [--pay P] [--amount A] [--format text|json] [--output FILE]"),
    N_("ask backward: which pay, which work cost, which month"), mp_cli_ask },
  { "paid", N_("CASE [--scenario NAME] [--format json|csv|table] [--output FILE]"),
    N_("what was really paid beside what was computed"), mp_cli_paid },
  { "compare", N_("CASE [--baseline NAME] [--format json|csv|table] [--output FILE]"),
    N_("the scenarios beside each other"), mp_cli_compare },
  { NULL, NULL, N_("A caseload"), NULL },
  { "caseload", N_("FILE.jsonl | - | CASE... [--provider NAME] [--scenario NAME] [--cost DOLLARS] [--format table|csv|json] [--payments]"),
    N_("a provider's payments month by month across cases; --payments says what is sent for each and until when"), mp_cli_caseload },
  { "db", N_("list|check|backup|restore|export|import|history|seal|passphrase|recovery-key|unseal|rescue"),
    N_("look after the people kept on this machine"), mp_cli_db },
  { NULL, NULL, N_("Output"), NULL },
  { "chart", N_("CASE --output FILE.{png,svg,pdf} [--kind projection|compare|curve|ladder] [--month M] [--scenario NAME]"),
    N_("draw the picture, the plans beside each other, cash for any pay, or the steps of the Ticket"), mp_cli_chart },
  { "report", N_("CASE --output FILE.pdf [--kind report|handout|group|en] [--language en|es] [--large-print] [--sections LIST] [--scenario NAME]"),
    N_("write the report for the client, a hand-out or the sheet of the EN"), mp_cli_report },
  { "export", N_("CASE [--what months|payments|events|reporting] [--format csv|json] [--output FILE] [--scenario NAME]"),
    N_("write a table for a spreadsheet"), mp_cli_export },
  { "calendar", N_("CASE [--output FILE.ics] [--language en|es] [--hide-amounts] [--scenario NAME]"),
    N_("write the days of a plan as a calendar file"), mp_cli_calendar },
  { NULL, NULL, N_("Data"), NULL },
  { "parameters", N_("[--month M] [--series S] | import FILE.csv"), N_("list the figures with their citations, or add those of a new year"), mp_cli_parameters },
};

static MpExit
print_help (void)
{
  g_autoptr (GString) text = g_string_new (_("milepost-cli: what work does to SSI and SSDI, month by month\n"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].name == NULL)
      g_string_append_printf (text, "\n%s:\n", _(commands[i].summary));
    else
      g_string_append_printf (text, "  %s %s\n      %s\n", commands[i].name, _(commands[i].arguments), _(commands[i].summary));
  g_string_append (text, _("\n`milepost-cli COMMAND --help` says more. --version prints the version.\n"
                           "Exit status: 0 done, 1 the data were refused, 2 the command line was wrong, 3 a file or the disk failed.\n"));
  return mp_cli_write (NULL, text->str, text->len);
}

gint
main (gint argc, char **argv)
{
  mp_i18n_start (MP_LOCALEDIR);
  /* A closed pipe comes back from write () as an error that can be told. */
  signal (SIGPIPE, SIG_IGN);

  if (argc < 2)
    {
      mp_cli_message (_("milepost-cli: say what to do: project, check, explain, curve, ask, paid, compare, caseload, db, chart, report, export, calendar or parameters (try --help)"));
      return MP_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    return print_help ();
  if (g_str_equal (argv[1], "--version"))
    {
      const char *text = "milepost-cli " MP_VERSION " (figures " MP_PARAMETERS_VERSION ")\n";
      return mp_cli_write (NULL, text, strlen (text));
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (argv[1], commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1);
  mp_cli_message (_("milepost-cli: there is no command \"%s\" (try --help)"), argv[1]);
  return MP_EXIT_USAGE;
}
