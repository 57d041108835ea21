/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `caseload`: a provider's money month by month across cases, in constant memory. */

#include "mp-cli.h"

#include "mp-caseload-write.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define FLUSH_BYTES ((gsize) 65536)

typedef struct {
  char *provider, *scenario, *format, *cost_text;
  gboolean payments;
  const char *path;           /* of the file being read */
  MpParameters *figures;
  MpCase *kase;               /* kept from case to case, as are: */
  MpProjection *projection;
  GPtrArray *problems;
  MpCaseload *caseload;
  GString *out;
  guint64 refused;
} Work;

static void
work_clear (Work *self)
{
  g_free (self->provider);
  g_free (self->scenario);
  g_free (self->format);
  g_free (self->cost_text);
  mp_projection_free (self->projection);
  mp_case_free (self->kase);
  mp_parameters_free (self->figures);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  mp_caseload_free (self->caseload);
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Says what is wrong with a case; line 0: the file is one case. */
static void
say_problems (Work *self, guint64 line)
{
  g_autofree char *place = line > 0 ? g_strdup_printf ("%s:%" G_GUINT64_FORMAT, self->path, line) : g_strdup (self->path);

  mp_cli_say_problems (place, self->problems);
  self->refused++;
}

static gboolean
flush_out (gpointer data)
{
  Work *self = data;
  gboolean written = self->out->len == 0 || mp_cli_write_stdout (self->out->str, self->out->len);

  g_string_truncate (self->out, 0);
  return written;
}

static void
add_payments (Work *self, const MpCase *kase)
{
  g_autoptr (GArray) list = mp_ticket_evidence (kase, self->projection, self->figures);

  for (guint i = 0; i < list->len; i++)
    {
      const MpTicketEvidence *evidence = &g_array_index (list, MpTicketEvidence, i);

      if (self->provider != NULL && g_strcmp0 (self->provider, evidence->payment->provider) != 0)
        continue;
      if (g_str_equal (self->format, "json"))
        mp_evidence_to_json (self->out, evidence, kase->title);
      else
        mp_evidence_to_csv (self->out, evidence, kase->title);
    }
}

static gint
find_scenario (const Work *self, const MpCase *kase)
{
  for (guint i = 0; i < kase->n_scenarios; i++)
    if (self->scenario == NULL || g_str_equal (kase->scenarios[i].name, self->scenario))
      return (gint) i;
  return -1;
}

/* FALSE: writing failed. */
static gboolean
add_case (Work *self, const MpCase *kase, guint64 line)
{
  const gint scenario = find_scenario (self, kase);
  g_autoptr (GError) error = NULL;

  if (scenario < 0)
    mp_problems_add (self->problems, "/scenarios", _("no scenario is named \"%s\""), self->scenario);
  else if (!mp_project (self->projection, kase, (guint) scenario, self->figures, MP_PROJECT_DEFAULT, &error))
    {
      g_autofree char *pointer = g_strdup_printf ("/scenarios/%d", scenario);
      mp_problems_add (self->problems, pointer, "%s", error->message);
    }
  if (self->problems->len > 0)
    say_problems (self, line);
  else if (self->payments)
    add_payments (self, kase);
  else
    mp_caseload_add (self->caseload, kase, self->projection);
  return self->out->len < FLUSH_BYTES || flush_out (self);
}

static gboolean
take_line (gpointer data, const char *text, gsize length, guint64 line)
{
  Work *self = data;

  g_ptr_array_set_size (self->problems, 0);
  mp_case_reset (self->kase);
  if (text == NULL)
    mp_cli_long_line (self->problems);
  else if (mp_case_read_into (self->kase, text, length, self->problems))
    return add_case (self, self->kase, line);
  say_problems (self, line);
  return TRUE;
}

static MpExit
read_lines_of (Work *self, const char *path)
{
  MpExit status;
  gint fd;

  if (g_str_equal (path, "-"))
    {
      self->path = _("standard input");
      return mp_cli_read_lines (STDIN_FILENO, self->path, take_line, flush_out, self);
    }
  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      mp_cli_message (_("milepost-cli: could not read %s: %s"), path, g_strerror (errno));
      return MP_EXIT_SYSTEM;
    }
  status = mp_cli_read_lines (fd, path, take_line, flush_out, self);
  close (fd);
  return status;
}

/* A file is one case, unless its name says that it has one a line. */
static MpExit
read_file (Work *self, const char *path)
{
  MpExit status = MP_EXIT_DONE;
  g_autoptr (MpCase) kase = NULL;

  self->path = path;
  if (g_str_equal (path, "-") || g_str_has_suffix (path, ".jsonl"))
    return read_lines_of (self, path);
  g_ptr_array_set_size (self->problems, 0);
  kase = mp_cli_load (path, &status);
  if (kase == NULL)
    {
      self->refused += status == MP_EXIT_DATA;
      return status == MP_EXIT_DATA ? MP_EXIT_DONE : status;
    }
  return add_case (self, kase, 0) ? MP_EXIT_DONE : MP_EXIT_SYSTEM;
}

static MpExit
write_caseload (Work *self)
{
  if (self->payments)
    return flush_out (self) ? MP_EXIT_DONE : MP_EXIT_SYSTEM;
  if (self->provider != NULL && mp_caseload_providers (self->caseload)->len == 0 && mp_caseload_cases (self->caseload) > 0)
    {
      mp_cli_message (_("milepost-cli caseload: no ticket is with a provider named \"%s\""), self->provider);
      return MP_EXIT_USAGE;
    }
  if (g_str_equal (self->format, "json"))
    mp_caseload_to_json (self->out, self->caseload, self->refused);
  else if (g_str_equal (self->format, "csv"))
    mp_caseload_to_csv (self->out, self->caseload);
  else
    mp_caseload_to_table (self->out, self->caseload);
  return flush_out (self) ? MP_EXIT_DONE : MP_EXIT_SYSTEM;
}

/* FALSE: said. */
static gboolean
check_options (Work *self, MpMoney *cost)
{
  if (self->format == NULL)
    self->format = g_strdup (self->payments ? "csv" : "table");
  if (!g_str_equal (self->format, "json") && !g_str_equal (self->format, "csv") && (self->payments || !g_str_equal (self->format, "table")))
    {
      mp_cli_message (self->payments ? _("milepost-cli caseload: with --payments a format is json or csv, got \"%s\"")
                                     : _("milepost-cli caseload: a format is json, csv or table, got \"%s\""), self->format);
      return FALSE;
    }
  if (self->cost_text == NULL || (mp_money_parse (self->cost_text, cost) && *cost >= 0 && *cost <= MP_MONEY_MAX))
    return TRUE;
  mp_cli_message (_("milepost-cli caseload: --cost is dollars like 25 or 12.50, got \"%s\""), self->cost_text);
  return FALSE;
}

MpExit
mp_cli_caseload (gint argc, char **argv)
{
  g_auto (Work) self = { 0 };
  MpExit status = MP_EXIT_DONE;
  MpMoney cost = 0;
  const GOptionEntry entries[] = {
    { "provider", 'p', 0, G_OPTION_ARG_STRING, &self.provider, N_("only this provider"), N_("NAME") },
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &self.scenario, N_("this scenario rather than the first of each case"), N_("NAME") },
    { "cost", 'c', 0, G_OPTION_ARG_STRING, &self.cost_text, N_("what a person costs the provider a month"), N_("DOLLARS") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self.format, N_("table (default), csv or json"), N_("FORMAT") },
    { "payments", 0, 0, G_OPTION_ARG_NONE, &self.payments, N_("each payment with what is sent for it and until when (csv or json lines)"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!mp_cli_options (&argc, &argv, entries, _("FILE.jsonl | - | CASE..."), -1, &status))
    return status;
  if (!check_options (&self, &cost))
    return MP_EXIT_USAGE;
  self.figures = mp_cli_figures (&status);
  if (self.figures == NULL)
    return status;
  self.kase = mp_case_new ();
  self.projection = mp_projection_new ();
  self.problems = mp_problems_new ();
  self.caseload = mp_caseload_new (self.provider, cost);
  self.out = g_string_sized_new (2 * FLUSH_BYTES);
  if (self.payments && g_str_equal (self.format, "csv"))
    mp_evidence_csv_head (self.out);
  for (gint i = 1; i < argc; i++)
    {
      status = read_file (&self, argv[i]);
      if (status != MP_EXIT_DONE)
        return status;
    }
  status = write_caseload (&self);
  return status == MP_EXIT_DONE && self.refused > 0 ? MP_EXIT_DATA : status;
}
