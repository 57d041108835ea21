/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the terms of the trace come from. */

#include "mp-casefile.h"
#include "mp-edit.h"
#include "mp-origin.h"

#include <string.h>

static MpParameters *figures;

static const char two_jobs[] =
  "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"birth_date\": \"1990-05-14\", \"state\": \"WI\"},"
  "\"ssdi\": {\"entitled_from\": \"2022-03\", \"amounts\": [{\"from\": \"2022-03\", \"monthly\": \"190.00\"}, {\"from\": \"2025-12\", \"monthly\": \"200.00\"}]},"
  "\"ssi\": {\"eligible_from\": \"2022-02\"}, \"projection\": {\"start\": \"2026-01\", \"months\": 12},"
  "\"scenarios\": [{\"name\": \"A\"}, {\"name\": \"B\","
  "\"work\": [{\"from\": \"2026-01\", \"to\": \"2026-04\", \"monthly\": \"1300.00\"}, {\"from\": \"2026-05\", \"monthly\": \"1500.00\"}],"
  "\"work_incentives\": [{\"kind\": \"pass\", \"from\": \"2025-01\", \"to\": \"2025-02\", \"monthly\": \"5.00\"}, {\"kind\": \"irwe\", \"from\": \"2026-01\", \"monthly\": \"80.00\"}]}]}";

/* The origin of the first value of that name and program in the month, as a text; "" for none. */
static const char *
origin_of (const MpProjection *projection, MpProgram program, MpMonth month, const char *name, const char *begins)
{
  static char text[MP_ORIGIN_SIZE + 8];

  for (guint i = 0; i < projection->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (projection->trace, MpTraceEntry, i);

      for (guint k = 0; k < entry->message.n_values; k++)
        {
          MpOrigin origin;

          if (entry->month != month || entry->program != program || !g_str_equal (entry->message.values[k].name, name) ||
              !g_str_has_prefix (entry->message.text, begins) || !mp_trace_origin (projection, entry, &entry->message.values[k], &origin))
            continue;
          g_snprintf (text, sizeof text, "%s%s %d", origin.pointer, origin.series != NULL ? origin.series : "", origin.year);
          return text;
        }
    }
  return "";
}

static void
test_months (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCase) kase = mp_case_read (two_jobs, strlen (two_jobs), problems);
  g_autoptr (MpProjection) projection = mp_projection_new ();

  g_assert_nonnull (kase);
  g_assert_true (mp_project (projection, kase, 1, figures, MP_PROJECT_EXPLAIN, NULL));
  /* each month its own job, in the plan that is shown */
  g_assert_cmpstr (origin_of (projection, MP_PROGRAM_SSDI, mp_month (2026, 4), "earned", ""), ==, "/scenarios/1/work/0 2026");
  g_assert_cmpstr (origin_of (projection, MP_PROGRAM_SSDI, mp_month (2026, 5), "earned", ""), ==, "/scenarios/1/work/1 2026");
  g_assert_cmpstr (origin_of (projection, MP_PROGRAM_SSDI, mp_month (2026, 5), "twp_amount", ""), ==, "twp.monthly 2026");
  g_assert_cmpstr (origin_of (projection, MP_PROGRAM_SSDI, mp_month (2026, 5), "benefit", ""), ==, "/ssdi/amounts/1 2026");
  /* SSI of June counts the pay of April, the first job's: 20 CFR 416.420 */
  g_assert_cmpint (mp_projection_month (projection, 5)->ssi.budget_month, ==, mp_month (2026, 4));
  g_assert_cmpstr (origin_of (projection, MP_PROGRAM_SSI, mp_month (2026, 6), "amount", "Gross wages"), ==, "/scenarios/1/work/0 2026");
  g_assert_cmpstr (origin_of (projection, MP_PROGRAM_SSI, mp_month (2026, 7), "amount", "Gross wages"), ==, "/scenarios/1/work/1 2026");
  g_assert_cmpstr (origin_of (projection, MP_PROGRAM_SSI, mp_month (2026, 6), "amount", "Impairment"), ==, "/scenarios/1/work_incentives/1 2026");
  g_assert_cmpstr (origin_of (projection, MP_PROGRAM_SSI, mp_month (2026, 6), "amount", "Federal benefit rate"), ==, "fbr.individual 2026");
  /* what was computed has no origin */
  g_assert_cmpstr (origin_of (projection, MP_PROGRAM_SSI, mp_month (2026, 6), "amount", "Countable earned"), ==, "");
}

static gboolean
is_figure (const char *series)
{
  guint n;
  const MpParameterRow *rows = mp_parameters_rows (figures, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (rows[i].series, series))
      return TRUE;
  return FALSE;
}

/* Each origin in each sample is a fact that is given, or a figure that is published. */
static void
test_samples (void)
{
  static const char *const samples[] = { "alex-both-benefits", "dana-ssdi", "jo-ssi-student", "kim-partnership-plus", "lee-ssi", "rosa-ssi-couple", "sam-ssdi-blind" };
  guint n_facts = 0, n_figures = 0;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/data/samples/%s.milepost", g_getenv ("MP_SOURCE_ROOT"), samples[i]);
      g_autoptr (GPtrArray) problems = mp_problems_new ();
      g_autoptr (MpCase) kase = mp_case_load (path, problems, NULL);
      g_autoptr (MpProjection) projection = mp_projection_new ();

      g_assert_true (mp_project (projection, kase, 0, figures, MP_PROJECT_EXPLAIN, NULL));
      for (guint j = 0; j < projection->trace->len; j++)
        {
          const MpTraceEntry *entry = &g_array_index (projection->trace, MpTraceEntry, j);

          for (guint k = 0; k < entry->message.n_values; k++)
            {
              MpOrigin origin;
              MpEditFact fact;

              if (!mp_trace_origin (projection, entry, &entry->message.values[k], &origin))
                continue;
              g_assert_true (origin.series != NULL ? is_figure (origin.series) : mp_edit_look (kase, origin.pointer, &fact));
              n_facts += origin.series == NULL;
              n_figures += origin.series != NULL;
            }
        }
    }
  g_assert_cmpuint (n_facts, >, 100);
  g_assert_cmpuint (n_figures, >, 100);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  figures = mp_parameters_new (NULL);
  g_test_add_func ("/casefile/origin/months", test_months);
  g_test_add_func ("/casefile/origin/samples", test_samples);
  result = g_test_run ();
  mp_parameters_free (figures);
  return result;
}
