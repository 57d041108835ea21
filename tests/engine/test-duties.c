/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What to report and when, and what a work incentive changes. Days are those of 20 CFR 416.714 and 404.1588. */

#include "mp-duties.h"
#include "mp-incentive.h"

#include <string.h>

#define START mp_month (2026, 5)

typedef struct {
  MpCase *kase;
  MpScenario *plan;
  MpProjection *out;
} Fixture;

static MpParameters *parameters;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->kase = mp_case_new ();
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1990, 6), 15 };
  g_strlcpy (f->kase->beneficiary.state, "WI", 3);
  f->kase->projection.start = START;
  f->kase->projection.months = 8;
  f->plan = mp_case_add_scenario (f->kase, "Work");
  f->out = mp_projection_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mp_projection_free (f->out);
  mp_case_free (f->kase);
}

static void
give_ssi (Fixture *f)
{
  f->kase->ssi.present = TRUE;
  f->kase->ssi.eligible_from = mp_month (2024, 1);
  f->kase->ssi.medicaid.needs = TRUE;
  f->kase->ssi.medicaid.expenses_yearly = f->kase->ssi.medicaid.individual_threshold = MP_MONEY_NONE;
}

static void
give_ssdi (Fixture *f)
{
  MpAmount *amount;

  f->kase->ssdi.present = TRUE;
  f->kase->ssdi.entitled_from = mp_month (2022, 1);
  f->kase->ssdi.filed = f->kase->ssdi.medicare.part_a_from = MP_MONTH_NONE;
  amount = mp_arena_append (f->kase->arena, f->kase->ssdi.amounts, f->kase->ssdi.n_amounts);
  *amount = (MpAmount) { { mp_month (2025, 12), MP_MONTH_OPEN }, mp_dollars (600) };
}

static void
work (Fixture *f, MpMonth from, MpMonth to, MpMoney monthly)
{
  MpWork *entry = mp_case_add_work (f->kase, f->plan);

  entry->when = (MpPeriod) { from, to };
  entry->monthly = monthly;
}

static void
van (Fixture *f, MpMonth from, MpMonth to, MpMoney monthly)
{
  MpIncentive *incentive = mp_arena_append (f->kase->arena, f->plan->work_incentives, f->plan->n_work_incentives);

  incentive->kind = MP_INCENTIVE_IRWE;
  incentive->name = mp_arena_strdup (f->kase->arena, "Van ride");
  incentive->when = (MpPeriod) { from, to };
  incentive->monthly = monthly;
}

static void
project (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mp_project (f->out, f->kase, 0, parameters, MP_PROJECT_DEFAULT, &error));
  g_assert_no_error (error);
}

static void
assert_dates (Fixture *f, const char *expected)
{
  g_autoptr (GArray) dates = mp_report_dates (f->kase, f->out);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      const MpReportDate *date = &g_array_index (dates, MpReportDate, i);
      g_autofree char *day = mp_date_to_string (date->due);

      g_string_append_printf (text, "%s%s %s", i > 0 ? " " : "", day, date->rule);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* REP-1: within 10 days after the close of the month; only months with pay. */
static void
rep_1_pay (Fixture *f, gconstpointer data)
{
  give_ssi (f);
  work (f, START + 1, START + 3, mp_dollars (500));
  project (f);
  assert_dates (f, "2026-07-10 REP-1 2026-08-10 REP-1 2026-09-10 REP-1");
}

/* REP-2: start, more pay and the end of work, at once; the first month shown is no change. */
static void
rep_2_change (Fixture *f, gconstpointer data)
{
  give_ssdi (f);
  work (f, START - 12, START + 1, mp_dollars (500));
  work (f, START + 2, START + 3, mp_dollars (800));
  work (f, START + 6, MP_MONTH_OPEN, mp_dollars (800));
  project (f);
  assert_dates (f, "2026-07-01 REP-2 2026-09-01 REP-2 2026-11-01 REP-2");
}

/* REP-4: the month it starts and the month after its last. */
static void
rep_4_costs (Fixture *f, gconstpointer data)
{
  give_ssi (f);
  van (f, START + 2, START + 4, mp_dollars (100));
  project (f);
  assert_dates (f, "2026-07-01 REP-4 2026-10-01 REP-4");
}

static void
ended (Fixture *f, gconstpointer data)
{
  work (f, START, MP_MONTH_OPEN, mp_dollars (800)); /* no benefit, nothing to report */
  project (f);
  assert_dates (f, "");
}

static void
lists (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) one = NULL, both = NULL;

  give_ssdi (f);
  project (f);
  one = mp_duties (f->kase, f->out);
  for (guint i = 0; i < one->len; i++)
    {
      g_assert_cmpint (g_array_index (one, MpDuty, i).ssi, ==, MP_DUE_NOT);
      g_assert_cmpint (g_array_index (one, MpDuty, i).ssdi, ==, MP_DUE_AT_ONCE);
    }
  give_ssi (f);
  project (f);
  both = mp_duties (f->kase, f->out);
  g_assert_cmpuint (both->len, >, one->len);
  g_assert_cmpstr (g_array_index (both, MpDuty, 0).rule, ==, "REP-1");
  for (guint i = 0; i < both->len; i++)
    {
      g_assert_cmpint (g_array_index (both, MpDuty, i).ssi, ==, MP_DUE_TENTH);
      g_assert_cmpstr (g_array_index (both, MpDuty, i).rule, !=, "REP-10"); /* no student */
    }
}

/* 20 CFR 416.1112(c)(6), (7): the cost comes off before one half is taken, so SSI rises by half of it. */
static void
effect (Fixture *f, gconstpointer data)
{
  MpIncentiveEffect change;

  give_ssi (f);
  work (f, mp_month (2026, 1), MP_MONTH_OPEN, mp_dollars (885));
  van (f, mp_month (2026, 1), MP_MONTH_OPEN, mp_dollars (100));
  project (f);
  g_assert_true (mp_incentive_effect (f->kase, 0, 0, f->out, parameters, &change, NULL));
  g_assert_cmpint (change.month, ==, START + 7);
  g_assert_cmpint (change.ssi, ==, mp_dollars (50));
  g_assert_cmpint (change.ssdi, ==, 0);
  g_assert_cmpint (change.sga, ==, mp_dollars (100));
  g_assert_cmpint (change.benefits, ==, mp_dollars (400));
  g_assert_cmpuint (f->plan->n_work_incentives, ==, 1); /* the case is as it was */
  f->plan->work_incentives[0].when = (MpPeriod) { mp_month (2025, 1), mp_month (2025, 3) };
  g_assert_false (mp_incentive_effect (f->kase, 0, 0, f->out, parameters, &change, NULL));
}

#define ADD(path, function) g_test_add ("/duties/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  parameters = mp_parameters_new (NULL);
  ADD ("REP-1/pay", rep_1_pay);
  ADD ("REP-2/change", rep_2_change);
  ADD ("REP-4/costs", rep_4_costs);
  ADD ("ended", ended);
  ADD ("lists", lists);
  ADD ("effect", effect);
  status = g_test_run ();
  mp_parameters_free (parameters);
  return status;
}
