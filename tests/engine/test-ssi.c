/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* SSI: the numbers of the rule page, sections A and N, and the edges of sections B to I. */

#include "ssi-fixture.h"

/* SSI-01: the printed rates; after them the yearly amount moves with the assumed COLA. */
static void
test_ssi_01 (Fixture *f, gconstpointer data)
{
  f->kase->projection.start = mp_month (2024, 1);
  f->kase->projection.months = 48;
  run (f);
  g_assert_cmpint (at (f, mp_month (2024, 1))->federal, ==, 94300);
  g_assert_cmpint (at (f, mp_month (2025, 12))->federal, ==, 96700);
  g_assert_cmpint (at (f, mp_month (2026, 1))->federal, ==, 99400);
  g_assert_cmpint (at (f, mp_month (2027, 1))->federal, ==, 99400);
  g_assert_cmpuint (f->out->rows[mp_month (2027, 1) - f->out->first].estimated & MP_ESTIMATED_FBR, !=, 0);
  g_assert_cmpuint (f->out->rows[mp_month (2026, 1) - f->out->first].estimated & MP_ESTIMATED_FBR, ==, 0);
  f->kase->assumptions.cola_percent = 1000;
  run (f);
  /* 42 USC 1382f: a multiple of 12 dollars a year, so whole dollars a month, about a tenth more */
  g_assert_cmpint (at (f, mp_month (2027, 1))->federal % 100, ==, 0);
  g_assert_cmpint (at (f, mp_month (2027, 1))->federal, >=, 109300);
  g_assert_cmpint (at (f, mp_month (2027, 1))->federal, <=, 109400);
  /* doubled each year for fifty years: the rate stops growing rather than turn negative */
  f->kase->projection.start = mp_month (2026, 1);
  f->kase->projection.months = 600;
  f->kase->assumptions.cola_percent = 10000;
  run (f);
  for (guint i = 1; i < f->out->n_months; i++)
    g_assert_cmpint (mp_projection_month (f->out, i)->ssi.federal, >=, mp_projection_month (f->out, i - 1)->ssi.federal);
  g_assert_cmpint (mp_projection_month (f->out, 599)->ssi.federal, ==, mp_money_floor_dollar (MP_MONEY_CEILING / 12));
}

/* SSI-12, SSI-13; section N: start of work 1,200 in May 2025 */
static void
test_ssi_12 (Fixture *f, gconstpointer data)
{
  add_wages (f, mp_month (2025, 5), OPEN, 120000);
  run (f);
  assert_month (f, mp_month (2025, 5), MP_SSI_PAYABLE, mp_month (2025, 3), 96700);
  assert_month (f, mp_month (2025, 6), MP_SSI_PAYABLE, mp_month (2025, 4), 96700);
  assert_month (f, mp_month (2025, 7), MP_SSI_PAYABLE, mp_month (2025, 5), 40950);
  g_assert_cmpint (at (f, mp_month (2025, 7))->countable, ==, 55750);
  g_assert_true (has_event (f, mp_month (2025, 7), MP_EVENT_SSI_FIRST_EFFECT));
}

/* SSI-52; section N: one month of 2,400 among 1,700 */
static void
test_ssi_52 (Fixture *f, gconstpointer data)
{
  MpWork *work = add_wages (f, mp_month (2024, 6), OPEN, 170000);
  MpWorkMonthFact *fact = mp_arena_append (f->kase->arena, work->months, work->n_months);

  *fact = (MpWorkMonthFact) { mp_month (2025, 5), 240000, MP_MONEY_NONE, MP_HOURS_NONE };
  run (f);
  assert_month (f, mp_month (2025, 5), MP_SSI_1619B, NONE, 0);
  g_assert_true (at (f, mp_month (2025, 5))->medicaid);
  assert_month (f, mp_month (2025, 6), MP_SSI_PAYABLE, mp_month (2025, 6), 15950);
  assert_month (f, mp_month (2025, 7), MP_SSI_PAYABLE, mp_month (2025, 6), 15950);
  assert_month (f, mp_month (2025, 8), MP_SSI_PAYABLE, mp_month (2025, 6), 15950);
  assert_month (f, mp_month (2025, 9), MP_SSI_PAYABLE, mp_month (2025, 7), 15950);
  g_assert_true (has_event (f, mp_month (2025, 5), MP_EVENT_S1619B_START));
  g_assert_true (has_event (f, mp_month (2025, 6), MP_EVENT_SSI_RESUMES));
}

/* SSI-05, SSI-06, SSI-74: pay of 2,019 is the break-even point of 2025 */
static void
test_ssi_05 (Fixture *f, gconstpointer data)
{
  MpAmount *supplement;

  f->kase->projection.months = 12;
  add_wages (f, mp_month (2024, 6), OPEN, 201900);
  f->scenario->work[0].when.from = mp_month (2025, 1);
  run (f);
  assert_month (f, mp_month (2025, 6), MP_SSI_UNPAID, mp_month (2025, 4), 0);
  g_assert_true (at (f, mp_month (2025, 6))->medicaid);
  /* with a supplement the same boundary, 2 x 100 higher, is already too much */
  supplement = mp_arena_append (f->kase->arena, f->kase->ssi.supplements, f->kase->ssi.n_supplements);
  *supplement = (MpAmount) { { mp_month (2023, 1), OPEN }, 10000 };
  f->kase->ssi.supplement = MP_SUPPLEMENT_LIST;
  f->scenario->work[0].monthly = 221900;
  run (f);
  assert_month (f, mp_month (2025, 6), MP_SSI_1619B, NONE, 0);
  f->scenario->work[0].monthly = 221898;
  run (f);
  assert_month (f, mp_month (2025, 6), MP_SSI_PAYABLE, mp_month (2025, 4), 1);
  g_assert_cmpint (at (f, mp_month (2025, 6))->state, ==, 1);
}

/* SSI-20; section N: Red Book, situations 1 and 2 */
static void
test_ssi_20 (Fixture *f, gconstpointer data)
{
  add_unearned (f, mp_month (2023, 1), OPEN, 36100, MP_UNEARNED_OTHER);
  add_wages (f, mp_month (2024, 6), OPEN, 28900);
  run (f);
  g_assert_cmpint (at (f, mp_month (2025, 3))->countable_unearned, ==, 34100);
  g_assert_cmpint (at (f, mp_month (2025, 3))->countable_earned, ==, 11200);
  g_assert_cmpint (at (f, mp_month (2025, 3))->countable, ==, 45300);
  f->kase->ssi.unearned[0].monthly = 1300;
  f->scenario->work[0].monthly = 45000;
  run (f);
  g_assert_cmpint (at (f, mp_month (2025, 3))->countable_unearned, ==, 0);
  g_assert_cmpint (at (f, mp_month (2025, 3))->countable_earned, ==, 18900);
}

/* SSI-22; section N: POMS SI 00820.510 */
static void
test_ssi_22 (Fixture *f, gconstpointer data)
{
  static const MpMoney counted[] = { 5250, 5250, 5250, 0, 2250 };
  MpPeriod *school;

  f->kase->beneficiary.birth_date = (MpDate) { mp_month (2006, 3), 10 };
  school = mp_arena_append (f->kase->arena, f->kase->beneficiary.student, f->kase->beneficiary.n_student);
  *school = (MpPeriod) { mp_month (2024, 9), mp_month (2026, 5) };
  add_wages (f, mp_month (2025, 6), mp_month (2025, 8), 254000);
  add_wages (f, mp_month (2025, 9), mp_month (2025, 10), 127000);
  run (f);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    g_assert_cmpint (at (f, mp_month (2025, 8) + (MpMonth) i)->countable_earned, ==, counted[i]);
  g_assert_true (has_event (f, mp_month (2025, 10), MP_EVENT_SEIE_EXHAUSTED));
}

/* SSI-30, SSI-31: a third of 967 is 322.33; leaving the household shows two months later */
static void
test_ssi_30 (Fixture *f, gconstpointer data)
{
  MpLivingPeriod *living = mp_arena_append (f->kase->arena, f->kase->ssi.living, f->kase->ssi.n_living);

  *living = (MpLivingPeriod) { { mp_month (2023, 1), mp_month (2025, 5) }, MP_LIVING_HOUSEHOLD_OF_ANOTHER };
  run (f);
  assert_month (f, mp_month (2025, 5), MP_SSI_PAYABLE, mp_month (2025, 3), 64467);
  assert_month (f, mp_month (2025, 7), MP_SSI_PAYABLE, mp_month (2025, 5), 64467);
  assert_month (f, mp_month (2025, 8), MP_SSI_PAYABLE, mp_month (2025, 6), 96700);
}

/* SSI-34: the rate follows the month, and deeming stops */
static void
test_ssi_34 (Fixture *f, gconstpointer data)
{
  MpLivingPeriod *living = mp_arena_append (f->kase->arena, f->kase->ssi.living, f->kase->ssi.n_living);

  *living = (MpLivingPeriod) { { mp_month (2025, 5), mp_month (2025, 6) }, MP_LIVING_MEDICAID_INSTITUTION };
  add_spouse (f, FALSE, 170000);
  run (f);
  assert_month (f, mp_month (2025, 5), MP_SSI_PAYABLE, mp_month (2025, 3), 3000);
  /* 1,450 - (1,700 - 85) / 2 */
  assert_month (f, mp_month (2025, 7), MP_SSI_PAYABLE, mp_month (2025, 5), 96700);
  assert_month (f, mp_month (2025, 9), MP_SSI_PAYABLE, mp_month (2025, 7), 64250);
}

/* SSI-40: half of the couple's payment each, a fraction of a cent raised after halving */
static void
test_ssi_40 (Fixture *f, gconstpointer data)
{
  add_spouse (f, TRUE, 50000);
  run (f);
  /* (500 - 85) / 2 = 207.50; (1,450 - 207.50) / 2 = 621.25 */
  assert_month (f, mp_month (2025, 5), MP_SSI_PAYABLE, mp_month (2025, 3), 62125);
  g_assert_cmpint (at (f, mp_month (2025, 5))->spouse_payment, ==, 62125);
  f->kase->ssi.spouse.earned[0].monthly = 50001;
  run (f);
  assert_month (f, mp_month (2025, 5), MP_SSI_PAYABLE, mp_month (2025, 3), 62125);
  f->kase->ssi.spouse.earned[0].monthly = 50004;
  run (f);
  assert_month (f, mp_month (2025, 5), MP_SSI_PAYABLE, mp_month (2025, 3), 62124);
}

/* SSI-43, SSI-46: deeming ends the month after; the budget month carries a separation, not a death */
static void
test_ssi_46 (Fixture *f, gconstpointer data)
{
  add_spouse (f, FALSE, 170000);
  f->kase->ssi.spouse.when.to = mp_month (2025, 5);
  f->kase->ssi.spouse.ended_by = MP_SPOUSE_SEPARATION;
  run (f);
  /* 1,450 - (1,700 - 85) / 2 = 642.50 */
  assert_month (f, mp_month (2025, 5), MP_SSI_PAYABLE, mp_month (2025, 3), 64250);
  g_assert_cmpint (at (f, mp_month (2025, 5))->deemed, ==, 32450);
  assert_month (f, mp_month (2025, 7), MP_SSI_PAYABLE, mp_month (2025, 5), 64250);
  assert_month (f, mp_month (2025, 8), MP_SSI_PAYABLE, mp_month (2025, 6), 96700);
  f->kase->ssi.spouse.ended_by = MP_SPOUSE_DEATH;
  run (f);
  assert_month (f, mp_month (2025, 6), MP_SSI_PAYABLE, mp_month (2025, 4), 96700);
}

/* SSI-53: 57,296 is Maryland's threshold of 2025; a work expense raises the individual one */
static void
test_ssi_53 (Fixture *f, gconstpointer data)
{
  MpIncentive *irwe;

  add_wages (f, mp_month (2025, 1), OPEN, 485000);
  run (f);
  assert_month (f, mp_month (2025, 1), MP_SSI_SUSPENDED, NONE, 0);
  irwe = mp_arena_append (f->kase->arena, f->scenario->work_incentives, f->scenario->n_work_incentives);
  *irwe = (MpIncentive) { .kind = MP_INCENTIVE_IRWE, .when = { mp_month (2025, 1), OPEN }, .monthly = 10000 };
  run (f);
  assert_month (f, mp_month (2025, 1), MP_SSI_1619B, NONE, 0);
  /* SSI-55 */
  f->kase->ssi.medicaid.present = TRUE;
  f->kase->ssi.medicaid.needs = FALSE;
  run (f);
  assert_month (f, mp_month (2025, 1), MP_SSI_SUSPENDED, NONE, 0);
}

/* SSI-61, SSI-64, TTW-47: the thirteenth month ends the record; a request brings it back */
static void
test_ssi_61 (Fixture *f, gconstpointer data)
{
  MpReinstatement *request;

  f->kase->ssi.medicaid.present = TRUE;
  f->kase->ssi.medicaid.individual_threshold = 3000000;
  add_wages (f, mp_month (2025, 1), mp_month (2026, 3), 400000);
  request = mp_arena_append (f->kase->arena, f->scenario->expedited_reinstatement, f->scenario->n_expedited_reinstatement);
  *request = (MpReinstatement) { MP_PROGRAM_SSI, mp_month (2026, 4), mp_month (2026, 12), TRUE, TRUE, NONE };
  run (f);
  assert_month (f, mp_month (2025, 12), MP_SSI_SUSPENDED, NONE, 0);
  assert_month (f, mp_month (2026, 1), MP_SSI_TERMINATED, NONE, 0);
  g_assert_true (has_event (f, mp_month (2026, 1), MP_EVENT_SSI_TERMINATION));
  assert_month (f, mp_month (2026, 4), MP_SSI_TERMINATED, NONE, 0);
  assert_month (f, mp_month (2026, 5), MP_SSI_EXR_PROVISIONAL, mp_month (2026, 5), 99400);
  assert_month (f, mp_month (2026, 10), MP_SSI_EXR_PROVISIONAL, mp_month (2026, 8), 99400);
  g_assert_true (has_event (f, mp_month (2026, 10), MP_EVENT_EXR_PROVISIONAL_END));
  /* between the sixth provisional month and the decision: paid afterwards */
  assert_month (f, mp_month (2026, 11), MP_SSI_PAYABLE, mp_month (2026, 9), 99400);
  assert_month (f, mp_month (2027, 1), MP_SSI_PAYABLE, mp_month (2026, 11), 99400);
  request->approved = FALSE;
  run (f);
  assert_month (f, mp_month (2026, 10), MP_SSI_EXR_PROVISIONAL, mp_month (2026, 8), 99400);
  assert_month (f, mp_month (2026, 11), MP_SSI_TERMINATED, NONE, 0);
}

/* SSI-65: recorded months keep their status, and suspended ones count toward the end */
static void
test_ssi_65 (Fixture *f, gconstpointer data)
{
  f->kase->ssi.history.present = TRUE;
  f->kase->ssi.history.since = mp_month (2024, 7);
  f->kase->ssi.history.through = mp_month (2024, 12);
  f->kase->ssi.history.status = MP_SSI_SUSPENDED;
  f->kase->ssi.eligible_from = mp_month (2024, 7);
  add_unearned (f, mp_month (2024, 7), OPEN, 200000, MP_UNEARNED_OTHER);
  run (f);
  assert_month (f, mp_month (2025, 1), MP_SSI_SUSPENDED, NONE, 0);
  assert_month (f, mp_month (2025, 6), MP_SSI_SUSPENDED, NONE, 0);
  assert_month (f, mp_month (2025, 7), MP_SSI_TERMINATED, NONE, 0);
  /* 1619(b) of record: an earlier payment, so that it can go on */
  f->kase->ssi.history.status = MP_SSI_1619B;
  f->kase->ssi.n_unearned = 0;
  add_wages (f, mp_month (2024, 7), OPEN, 300000);
  run (f);
  assert_month (f, mp_month (2025, 1), MP_SSI_1619B, NONE, 0);
}

/* SSI-73 */
static void
test_ssi_73 (Fixture *f, gconstpointer data)
{
  add_wages (f, mp_month (2024, 6), OPEN, 201800);
  f->scenario->work[0].when.from = mp_month (2025, 1);
  run (f);
  assert_month (f, mp_month (2025, 6), MP_SSI_PAYABLE, mp_month (2025, 4), 100);
}

/* SSI-24: the sheet names the work expense, and adds up: 1,000 - 85 - 120 = 795; 967 - 397.50 */
static void
test_ssi_24 (Fixture *f, gconstpointer data)
{
  MpIncentive *irwe = mp_arena_append (f->kase->arena, f->scenario->work_incentives, f->scenario->n_work_incentives);

  *irwe = (MpIncentive) { .kind = MP_INCENTIVE_IRWE, .when = { mp_month (2025, 1), OPEN }, .monthly = 12000 };
  add_wages (f, mp_month (2025, 1), OPEN, 100000);
  run (f);
  assert_month (f, mp_month (2025, 5), MP_SSI_PAYABLE, mp_month (2025, 3), 56950);
  g_assert_cmpint (traced (f, mp_month (2025, 5), "SSI-01", "amount"), ==, 96700);
  g_assert_cmpint (traced (f, mp_month (2025, 5), "SSI-19", "amount"), ==, 100000);
  g_assert_cmpint (traced (f, mp_month (2025, 5), "SSI-24", "amount"), ==, 12000);
  g_assert_cmpint (traced (f, mp_month (2025, 5), "SSI-20", "remainder"), ==, 79500);
  g_assert_cmpint (traced (f, mp_month (2025, 5), "SSI-13", "budget_month"), ==, mp_month (2025, 3));
  g_assert_cmpint (traced (f, mp_month (2025, 5), "SSI-72", "payment"), ==, 56950);
}

/* SSI-15: income of the first month that the second does not have is left out of the next two */
static void
test_ssi_15 (Fixture *f, gconstpointer data)
{
  f->kase->ssi.eligible_from = mp_month (2025, 4);
  add_unearned (f, mp_month (2025, 4), mp_month (2025, 4), 42000, MP_UNEARNED_OTHER);
  run (f);
  assert_month (f, mp_month (2025, 3), MP_SSI_NOT_ELIGIBLE, NONE, 0);
  assert_month (f, mp_month (2025, 4), MP_SSI_PAYABLE, mp_month (2025, 4), 56700);
  assert_month (f, mp_month (2025, 5), MP_SSI_PAYABLE, mp_month (2025, 4), 96700);
  assert_month (f, mp_month (2025, 6), MP_SSI_PAYABLE, mp_month (2025, 4), 96700);
}

/* SSI-26: expenses of a blind person come off after the half, work expenses too (register 10) */
static void
test_ssi_26 (Fixture *f, gconstpointer data)
{
  MpIncentive *irwe = mp_arena_append (f->kase->arena, f->scenario->work_incentives, f->scenario->n_work_incentives);

  *irwe = (MpIncentive) { .kind = MP_INCENTIVE_IRWE, .when = { mp_month (2025, 1), OPEN }, .monthly = 12000 };
  f->kase->beneficiary.blind = TRUE;
  add_wages (f, mp_month (2025, 1), OPEN, 100000);
  run (f);
  g_assert_cmpint (at (f, mp_month (2025, 5))->countable, ==, 33750);
  f->kase->assumptions.readings[MP_READING_SSI_10] = 1;
  run (f);
  g_assert_cmpint (at (f, mp_month (2025, 5))->countable, ==, 39750);
}

/* A case without SSI: no budget month, no status. */
static void
test_absent (Fixture *f, gconstpointer data)
{
  f->kase->ssi.present = FALSE;
  run (f);
  assert_month (f, mp_month (2025, 1), MP_SSI_NOT_ELIGIBLE, NONE, 0);
}

/* Months before the published rates are left out rather than refused. */
static void
test_before_rates (Fixture *f, gconstpointer data)
{
  f->kase->ssi.eligible_from = mp_month (1979, 1);
  run (f);
  assert_month (f, mp_month (2025, 1), MP_SSI_PAYABLE, mp_month (2024, 11), 96700);
  /* nor do the few old rates bear on a record of today */
  add_unearned (f, mp_month (1979, 1), mp_month (1995, 1), 200000, MP_UNEARNED_OTHER);
  run (f);
  assert_month (f, mp_month (2025, 1), MP_SSI_PAYABLE, mp_month (2024, 11), 96700);
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/ssi/SSI-01", test_ssi_01);
  ADD ("/ssi/SSI-05", test_ssi_05);
  ADD ("/ssi/SSI-12", test_ssi_12);
  ADD ("/ssi/SSI-15", test_ssi_15);
  ADD ("/ssi/SSI-20", test_ssi_20);
  ADD ("/ssi/SSI-22", test_ssi_22);
  ADD ("/ssi/SSI-24", test_ssi_24);
  ADD ("/ssi/SSI-26+ssi-10", test_ssi_26);
  ADD ("/ssi/SSI-30", test_ssi_30);
  ADD ("/ssi/SSI-34", test_ssi_34);
  ADD ("/ssi/SSI-40", test_ssi_40);
  ADD ("/ssi/SSI-46", test_ssi_46);
  ADD ("/ssi/SSI-52", test_ssi_52);
  ADD ("/ssi/SSI-53", test_ssi_53);
  ADD ("/ssi/SSI-61", test_ssi_61);
  ADD ("/ssi/SSI-65", test_ssi_65);
  ADD ("/ssi/SSI-73", test_ssi_73);
  ADD ("/ssi/absent", test_absent);
  ADD ("/ssi/before-rates", test_before_rates);
  return g_test_run ();
#undef ADD
}
