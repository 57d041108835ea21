/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-case.h"

/* A case with nothing wrong in it. */
static MpCase *
good_case (void)
{
  MpCase *kase = mp_case_new ();
  MpWork *work;
  MpScenario *scenario;

  kase->beneficiary.birth_date = (MpDate) { mp_month (1990, 5), 14 };
  kase->ssdi.present = TRUE;
  kase->ssdi.entitled_from = mp_month (2022, 3);
  mp_arena_append (kase->arena, kase->ssdi.amounts, kase->ssdi.n_amounts)->when = (MpPeriod) { mp_month (2022, 3), MP_MONTH_OPEN };
  kase->projection.start = mp_month (2026, 1);
  kase->projection.months = 12;
  scenario = mp_case_add_scenario (kase, "Work");
  work = mp_case_add_work (kase, scenario);
  work->when.from = mp_month (2026, 3);
  return kase;
}

static void
assert_one_problem (const MpCase *kase, const char *pointer)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();

  mp_case_validate (kase, problems);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((const MpProblem *) g_ptr_array_index (problems, 0))->pointer, ==, pointer);
}

static void
test_good (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCase) kase = good_case ();

  mp_case_validate (kase, problems);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_series (void)
{
  g_autoptr (MpCase) kase = good_case ();
  MpAmount *second = mp_arena_append (kase->arena, kase->ssdi.amounts, kase->ssdi.n_amounts);

  second->when = (MpPeriod) { mp_month (2024, 1), MP_MONTH_OPEN };
  kase->ssdi.amounts[0].when.to = mp_month (2024, 1);
  assert_one_problem (kase, "/ssdi/amounts/1");
  kase->ssdi.amounts[0].when.to = mp_month (2022, 2);
  assert_one_problem (kase, "/ssdi/amounts/0/to");
}

static void
test_projection (void)
{
  g_autoptr (MpCase) kase = good_case ();

  kase->projection.months = 601;
  assert_one_problem (kase, "/projection/months");
  kase->projection.start = mp_month (2150, 2);
  kase->projection.months = 12;
  assert_one_problem (kase, "/projection/months");
  kase->projection.months = 0;
  assert_one_problem (kase, "/projection/months");
}

static void
test_state (void)
{
  g_autoptr (MpCase) kase = good_case ();

  kase->ssi.present = TRUE;
  kase->ssi.eligible_from = mp_month (2022, 2);
  assert_one_problem (kase, "/beneficiary/state");
  g_strlcpy (kase->beneficiary.state, "ZZ", 3);
  assert_one_problem (kase, "/beneficiary/state");
  g_strlcpy (kase->beneficiary.state, "WY", 3);
  kase->beneficiary.name = mp_arena_strdup (kase->arena, "Alex 123-45-6789");
  assert_one_problem (kase, "/beneficiary/name");
}

static void
test_scenario (void)
{
  g_autoptr (MpCase) kase = good_case ();
  MpWork *work = kase->scenarios[0].work;
  MpWorkMonthFact *fact;

  work->monthly = work->hourly = 1500;
  assert_one_problem (kase, "/scenarios/0/work/0/hourly");
  work->monthly = MP_MONEY_NONE;
  assert_one_problem (kase, "/scenarios/0/work/0/hours_per_week");
  work->hourly = MP_MONEY_NONE;
  fact = mp_arena_append (kase->arena, work->months, work->n_months);
  fact->month = mp_month (2026, 2);
  assert_one_problem (kase, "/scenarios/0/work/0/months/2026-02");
  fact->month = mp_month (2026, 3);
  mp_case_copy_scenario (kase, 0, "Work");
  assert_one_problem (kase, "/scenarios/1");
}

static void
test_reinstatement (void)
{
  g_autoptr (MpCase) kase = good_case ();
  MpScenario *scenario = kase->scenarios;
  MpReinstatement *request = mp_arena_append (kase->arena, scenario->expedited_reinstatement, scenario->n_expedited_reinstatement);

  request->requested = mp_month (2026, 5);
  request->decided = mp_month (2026, 8);
  request->disabled_from = MP_MONTH_NONE;
  assert_one_problem (kase, "/scenarios/0/expedited_reinstatement/0/approved");
  request->approved_given = TRUE;
  request->disabled_from = mp_month (2026, 7);
  assert_one_problem (kase, "/scenarios/0/expedited_reinstatement/0/disabled_from");
  request->disabled_from = mp_month (2026, 6);
  request->decided = mp_month (2026, 4);
  assert_one_problem (kase, "/scenarios/0/expedited_reinstatement/0/decided");
}

static void
test_claims (void)
{
  g_autoptr (MpCase) kase = good_case ();
  MpScenarioTicket *ticket = &kase->scenarios[0].ticket;
  MpClaim *claim = mp_arena_append (kase->arena, ticket->claims, ticket->n_claims);

  claim->code = (MpTicketCode) { MP_TICKET_CODE_P1M, 2 };
  mp_arena_append (kase->arena, claim->split, claim->n_split)->percent = 6000;
  mp_arena_append (kase->arena, claim->split, claim->n_split)->percent = 3999;
  assert_one_problem (kase, "/scenarios/0/ticket/claims/0/split");
  claim->split[1].percent = 4000;
  claim = mp_arena_append (kase->arena, ticket->claims, ticket->n_claims);
  *claim = ticket->claims[0];
  assert_one_problem (kase, "/scenarios/0/ticket/claims/1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validate/good", test_good);
  g_test_add_func ("/validate/series", test_series);
  g_test_add_func ("/validate/projection", test_projection);
  g_test_add_func ("/validate/state", test_state);
  g_test_add_func ("/validate/scenario", test_scenario);
  g_test_add_func ("/validate/reinstatement", test_reinstatement);
  g_test_add_func ("/validate/claims", test_claims);
  return g_test_run ();
}
