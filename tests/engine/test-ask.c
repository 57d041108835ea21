/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Questions asked backward, with answers found by hand. */

#include "mp-ask.h"
#include "plan-fixture.h"

static MpAnswer *
ask (Fixture *f, MpQuestion question, const MpAskOptions *options)
{
  g_autoptr (GError) error = NULL;
  MpAnswer *answer = mp_ask (f->kase, 0, f->parameters, question, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);
  g_assert_cmpint (answer->question, ==, question);
  g_assert_cmpuint (answer->lines->len, >, 0);
  return answer;
}

static void
assert_line (const MpAnswer *answer, guint i, const char *rule, const char *text)
{
  const MpAnswerLine *line = &g_array_index (answer->lines, MpAnswerLine, i);
  g_autofree char *shown = NULL;

  g_assert_cmpuint (i, <, answer->lines->len);
  shown = mp_message_format (&line->message, FALSE);
  g_assert_cmpstr (shown, ==, text);
  g_assert_cmpstr (line->rule, ==, rule);
}

static const MpAnswerStep *
step (const MpAnswer *answer, const char *name)
{
  for (guint i = 0; i < answer->steps->len; i++)
    if (g_str_equal (g_array_index (answer->steps, MpAnswerStep, i).name, name))
      return &g_array_index (answer->steps, MpAnswerStep, i);
  g_assert_not_reached ();
}

#define IN(year, number) (&(MpAskOptions) { mp_month (year, number), MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE })

/* DI-44, contract: 26 hours x 15 x 13/3 = 1,690.00; at 15.50 the most is 25.16 hours, 1,689.91. */
static void
test_keep_check (Fixture *f, gconstpointer data)
{
  MpAskOptions options = { mp_month (2026, 6), mp_dollars (15), MP_MONEY_NONE, MP_MONEY_NONE };
  MpWork *work;

  add_ssdi (f, 90000);
  use_up_trial_work (f);
  {
    g_autoptr (MpAnswer) answer = ask (f, MP_QUESTION_KEEP_CHECK, &options);

    g_assert_cmpint (answer->kind, ==, MP_ANSWER_PAY);
    g_assert_cmpint (answer->pay, ==, 169000);
    g_assert_cmpint (answer->net, ==, 259000);
    g_assert_cmpint (answer->hours, ==, 2600);
    assert_line (answer, 0, "DI-44", "Pay up to $1,690.00 keeps the SSDI check of June 2026, $900.00.");
    assert_line (answer, 1, "DI-44", "That is 26 hours a week at $15.00 an hour.");
  }
  work = add_wages (f, mp_month (2026, 1), MP_MONEY_NONE);
  work->hourly = 1550;
  work->hours_per_week = 2000;
  add_incentive (f, MP_INCENTIVE_IRWE, mp_month (2026, 6), mp_month (2026, 6), 10000);
  {
    g_autoptr (MpAnswer) answer = ask (f, MP_QUESTION_KEEP_CHECK, IN (2026, 5));

    g_assert_cmpint (answer->wage, ==, 1550);
    g_assert_cmpint (answer->hours, ==, 2516);
  }
  {
    g_autoptr (MpAnswer) answer = ask (f, MP_QUESTION_KEEP_CHECK, IN (2026, 6));

    g_assert_cmpint (answer->pay, ==, 179000);
    assert_line (answer, 1, "DI-22", "Work costs and subsidies of $100.00 come off the pay before it is compared with $1,690.00.");
  }
}

/* The check stays at any pay, or is not there at any pay: the rule says why. */
static void
test_keep_check_always_or_never (Fixture *f, gconstpointer data)
{
  add_ssdi (f, 90000);
  add_wages (f, mp_month (2026, 1), 200000);
  {
    g_autoptr (MpAnswer) answer = ask (f, MP_QUESTION_KEEP_CHECK, IN (2026, 4));

    g_assert_cmpint (answer->kind, ==, MP_ANSWER_ANY);
    g_assert_cmpint (answer->pay, ==, MP_MONEY_NONE);
    assert_line (answer, 0, "DI-15", "April 2026 would be a trial work month: the check stays at any pay.");
  }
  {
    g_autoptr (MpAnswer) answer = ask (f, MP_QUESTION_KEEP_CHECK, IN (2026, 10));

    g_assert_cmpint (answer->kind, ==, MP_ANSWER_ANY);
    assert_line (answer, 0, "DI-42", "The check of October 2026 stays at any pay. But with pay over $1,690.00 this is the first of the last three checks.");
  }
  f->kase->ssdi.entitled_from = mp_month (2026, 8);
  {
    g_autoptr (MpAnswer) answer = ask (f, MP_QUESTION_KEEP_CHECK, IN (2026, 4));

    g_assert_cmpint (answer->kind, ==, MP_ANSWER_NONE);
    assert_line (answer, 0, "DI-1", "April 2026 is before SSDI begins: no pay brings a check.");
  }
  f->kase->ssdi.present = FALSE;
  add_ssi (f);
  {
    g_autoptr (MpAnswer) answer = ask (f, MP_QUESTION_KEEP_CHECK, IN (2026, 4));

    g_assert_cmpint (answer->kind, ==, MP_ANSWER_NONE);
    assert_line (answer, 0, "DI-1", "There is no SSDI in this case.");
  }
}

/* DI-50: over for good. Re-entitlement to September 2027, substantial work in it and after it. */
static void
test_keep_check_terminated (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAnswer) answer = NULL, before = NULL;

  add_ssdi (f, 90000);
  use_up_trial_work (f);
  add_wages (f, mp_month (2026, 1), 200000);
  f->kase->projection.months = 36;
  /* October 2027 is the first month after the re-entitlement period: substantial work in it ends entitlement */
  before = ask (f, MP_QUESTION_KEEP_CHECK, IN (2027, 10));
  g_assert_cmpint (before->kind, ==, MP_ANSWER_PAY);
  g_assert_cmpint (before->pay, ==, 169000);
  g_assert_cmpstr (g_array_index (before->lines, MpAnswerLine, 0).rule, ==, "DI-46");
  answer = ask (f, MP_QUESTION_KEEP_CHECK, IN (2028, 3));
  g_assert_cmpint (answer->kind, ==, MP_ANSWER_NONE);
  assert_line (answer, 0, "DI-50", "SSDI has ended by March 2028: no pay brings a check, only a new application or a fast return does.");
}

/* DI-22, DI-25: 2,000 less 60 of subsidy and 40 of work costs counts as 1,900; 210 more bring it to 1,690. */
static void
test_work_cost (Fixture *f, gconstpointer data)
{
  MpAskOptions options = { mp_month (2026, 6), MP_MONEY_NONE, 160000, MP_MONEY_NONE };

  add_ssdi (f, 90000);
  use_up_trial_work (f);
  add_wages (f, mp_month (2026, 1), 200000)->subsidy = 6000;
  add_incentive (f, MP_INCENTIVE_IRWE, mp_month (2026, 1), MP_MONTH_OPEN, 4000);
  {
    g_autoptr (MpAnswer) answer = ask (f, MP_QUESTION_WORK_COST, IN (2026, 6));

    g_assert_cmpint (answer->pay, ==, 21000);
    g_assert_cmpint (answer->subsidy, ==, 21000);
    assert_line (answer, 0, "DI-25", "Pay of $2,000.00 in June 2026 counts as $1,900.00. Disability work costs of $210.00 more bring it to $1,690.00.");
    assert_line (answer, 1, "DI-22", "Extra support on the job worth $210.00 more does the same.");
  }
  {
    g_autoptr (MpAnswer) answer = ask (f, MP_QUESTION_WORK_COST, &options);

    g_assert_cmpint (answer->pay, ==, 0);
    assert_line (answer, 0, "DI-20", "Pay of $1,600.00 in June 2026 counts as $1,500.00, which is not over $1,690.00: nothing is needed.");
  }
  /* a subsidy belongs to one job: 1,000 + 3,000 - 100 - 2,210 = 1,690, the smaller job alone could not give it */
  add_wages (f, mp_month (2026, 7), 300000);
  {
    g_autoptr (MpAnswer) answer = ask (f, MP_QUESTION_WORK_COST, IN (2026, 7));

    g_assert_cmpint (answer->pay, ==, 321000);
    g_assert_cmpint (answer->subsidy, ==, MP_MONEY_NONE);
    g_assert_cmpuint (answer->lines->len, ==, 1);
  }
}

/* 640 and SSI: at the limit 1,690 + 640; 2,330 of pay alone is as much. 35.85 hours x 15 x 13/3 = 2,330.25. */
static void
test_break_even (Fixture *f, gconstpointer data)
{
  MpAskOptions options = { mp_month (2026, 6), mp_dollars (15), MP_MONEY_NONE, MP_MONEY_NONE };
  g_autoptr (MpAnswer) answer = NULL, trial = NULL, ssi = NULL;

  add_ssi (f);
  add_ssdi (f, 64000);
  use_up_trial_work (f);
  answer = ask (f, MP_QUESTION_BREAK_EVEN, &options);
  g_assert_cmpint (answer->pay, ==, 233000);
  g_assert_cmpint (answer->net, ==, 233000);
  g_assert_cmpint (answer->hours, ==, 3585);
  assert_line (answer, 0, "DI-44", "Pay of $2,330.00 in June 2026 brings cash in hand back to $2,330.00, what it is at the limit of $1,690.00.");
  assert_line (answer, 1, "DI-44", "A cent over the limit the checks are $448.50 smaller.");
  f->kase->ssdi.history.present = FALSE;
  f->kase->ssdi.history.n_twp_months = 0;
  trial = ask (f, MP_QUESTION_BREAK_EVEN, IN (2026, 6));
  g_assert_cmpint (trial->kind, ==, MP_ANSWER_NONE);
  assert_line (trial, 1, "DI-15", "June 2026 would be a trial work month: the check stays at any pay.");
  f->kase->ssdi.present = FALSE;
  ssi = ask (f, MP_QUESTION_BREAK_EVEN, IN (2026, 6));
  g_assert_cmpint (ssi->kind, ==, MP_ANSWER_NONE);
  assert_line (ssi, 0, "SSI-07", "SSI does not stop at the SGA limit: it falls by half of pay, so cash does not drop in June 2026.");
}

/* Not working 994. 85 of pay are skipped; over it half is left: 85 + 2 x 415 = 915 of pay bring 500 more, and a cent less too,
 * for SSI is rounded up to the cent (SSI-72): 994 - 829.99 / 2 = 579.005. */
static void
test_least_pay_ssi (Fixture *f, gconstpointer data)
{
  MpAskOptions options = { mp_month (2026, 6), mp_dollars (10), MP_MONEY_NONE, 50000 };
  g_autoptr (MpAnswer) answer = NULL, costs = NULL, never = NULL;

  add_ssi (f);
  answer = ask (f, MP_QUESTION_LEAST_PAY, &options);
  g_assert_cmpint (answer->pay, ==, 91499);
  g_assert_cmpint (answer->net, ==, 149400);
  g_assert_cmpint (answer->hours, ==, 2112); /* 21.11 hours earn 914.77, 21.12 earn 915.20 */
  assert_line (answer, 0, "SSI-20", "Pay of $914.99 in June 2026 brings $1,494.00 in hand, $500.00 more than $994.00 without work.");
  /* without work there is no work cost: a cent more needs the cost of 30 to be earned first, of which SSI gives half back
   * only over 85 */
  add_incentive (f, MP_INCENTIVE_IRWE, mp_month (2026, 1), MP_MONTH_OPEN, 3000);
  costs = ask (f, MP_QUESTION_LEAST_PAY, IN (2026, 6));
  g_assert_cmpint (costs->pay, ==, 3001);
  options.amount = MP_MONEY_MAX;
  never = ask (f, MP_QUESTION_LEAST_PAY, &options);
  g_assert_cmpint (never->kind, ==, MP_ANSWER_NONE);
}

/* Not working 1,000. 1,500 more: 1,500 of pay while the check stays; over 1,690 less again until 2,500. */
static void
test_least_pay_gap (Fixture *f, gconstpointer data)
{
  MpAskOptions options = { mp_month (2026, 6), MP_MONEY_NONE, MP_MONEY_NONE, 150000 };
  g_autoptr (MpAnswer) answer = NULL, beyond = NULL;

  add_ssdi (f, 100000);
  use_up_trial_work (f);
  answer = ask (f, MP_QUESTION_LEAST_PAY, &options);
  g_assert_cmpint (answer->pay, ==, 150000);
  assert_line (answer, 1, "DI-44", "Over $1,690.00 it is less than that again, until pay of $2,500.00.");
  options.amount = 170000;
  beyond = ask (f, MP_QUESTION_LEAST_PAY, &options);
  g_assert_cmpint (beyond->pay, ==, 270000);
  assert_line (beyond, 0, "DI-44", "Pay of $2,700.00 in June 2026 brings $2,700.00 in hand, $1,700.00 more than $1,000.00 without work.");
  g_assert_cmpuint (beyond->lines->len, ==, 1);
}

/* Pay of 1,700 from March 2026: trial work March to November, cessation in December, grace to February 2027, no check from
 * March. Milestones from March, the month after the assignment: P1M1 March, P1M2 May, P1M3 August, P1M4 November, then one
 * Phase 2 milestone a month while the check comes, December to February; outcome months from March 2027: OUT1. */
static void
test_steps (Fixture *f, gconstpointer data)
{
  MpAskOptions options = { mp_month (2026, 3), MP_MONEY_NONE, 170000, MP_MONEY_NONE };
  g_autoptr (MpAnswer) answer = NULL, none = NULL, small = NULL;
  const MpAnswerStep *recon;

  add_ssdi (f, 100000);
  f->kase->ticket.present = TRUE;
  f->kase->ticket.issued = (MpDate) { mp_month (2022, 3), 1 };
  add_provider (f);
  f->kase->projection.months = 12;
  answer = ask (f, MP_QUESTION_STEPS, &options);
  g_assert_cmpint (answer->kind, ==, MP_ANSWER_STEPS);
  g_assert_cmpint (step (answer, "twp_complete")->month, ==, mp_month (2026, 11));
  g_assert_cmpint (step (answer, "cessation")->month, ==, mp_month (2026, 12));
  g_assert_cmpint (step (answer, "suspension")->month, ==, mp_month (2027, 3));
  g_assert_cmpstr (step (answer, "suspension")->rule, ==, "DI-44");
  g_assert_cmpint (step (answer, "P1M1")->month, ==, mp_month (2026, 3));
  g_assert_cmpint (step (answer, "P1M2")->month, ==, mp_month (2026, 5));
  g_assert_cmpint (step (answer, "P1M3")->month, ==, mp_month (2026, 8));
  g_assert_cmpint (step (answer, "P1M4")->month, ==, mp_month (2026, 11));
  g_assert_cmpstr (step (answer, "P1M4")->rule, ==, "TTW-28");
  g_assert_cmpint (step (answer, "P2M1")->month, ==, mp_month (2026, 12));
  g_assert_cmpint (step (answer, "P2M3")->month, ==, mp_month (2027, 2));
  g_assert_cmpint (step (answer, "P2M4")->month, ==, MP_MONTH_NONE);
  g_assert_cmpint (step (answer, "OUT1")->month, ==, mp_month (2027, 3));
  /* the twelfth outcome month, with what Phase 2 left unpaid */
  recon = step (answer, "RECON");
  g_assert_cmpint (recon->month, ==, mp_month (2028, 2));
  g_assert_cmpint (step (answer, "OUT36")->month, ==, mp_month (2030, 2));
  g_assert_true (step (answer, "OUT36")->estimated);
  /* below every threshold nothing is reached */
  options.pay = 50000;
  small = ask (f, MP_QUESTION_STEPS, &options);
  g_assert_cmpint (step (small, "P1M1")->month, ==, MP_MONTH_NONE);
  g_assert_cmpint (step (small, "twp_complete")->month, ==, MP_MONTH_NONE);
  f->scenario->ticket.n_assignments = 0;
  none = ask (f, MP_QUESTION_STEPS, &options);
  assert_line (none, 1, "TTW-8", "No provider is assigned in this plan, so nobody is paid for a step.");
}

/* A payment made before the case's first month is told as such, one that work has removed too. */
static void
test_steps_before (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAnswer) answer = NULL;
  MpPriorPayment *paid;

  add_ssdi (f, 100000);
  f->kase->ticket.present = TRUE;
  f->kase->ticket.issued = (MpDate) { mp_month (2022, 3), 1 };
  paid = mp_arena_append (f->kase->arena, f->kase->ticket.prior_payments, f->kase->ticket.n_prior_payments);
  *paid = (MpPriorPayment) { mp_month (2025, 6), { MP_TICKET_CODE_P1M, 1 }, 185000, mp_arena_strdup (f->kase->arena, "Other EN") };
  add_provider (f);
  answer = ask (f, MP_QUESTION_STEPS, IN (2026, 3));
  g_assert_true (step (answer, "P1M1")->paid_before);
  g_assert_cmpint (step (answer, "P1M1")->month, ==, mp_month (2025, 6));
  g_assert_cmpint (step (answer, "P1M1")->amount, ==, 185000);
}

/* Without a month: the first with work in the plan. */
static void
test_usual_month (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAnswer) first = NULL, work = NULL;

  add_ssi (f);
  first = ask (f, MP_QUESTION_LEAST_PAY, &MP_ASK_OPTIONS_NONE);
  g_assert_cmpint (first->month, ==, mp_month (2026, 1));
  add_wages (f, mp_month (2026, 5), 10000);
  work = ask (f, MP_QUESTION_LEAST_PAY, &MP_ASK_OPTIONS_NONE);
  g_assert_cmpint (work->month, ==, mp_month (2026, 5));
}

#define ADD(name, function) g_test_add ("/ask/" name, Fixture, NULL, set_up, function, tear_down)

gint
main (gint argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("keep-check", test_keep_check);
  ADD ("keep-check-always-or-never", test_keep_check_always_or_never);
  ADD ("keep-check-terminated", test_keep_check_terminated);
  ADD ("work-cost", test_work_cost);
  ADD ("break-even", test_break_even);
  ADD ("least-pay-ssi", test_least_pay_ssi);
  ADD ("least-pay-gap", test_least_pay_gap);
  ADD ("steps", test_steps);
  ADD ("steps-before", test_steps_before);
  ADD ("usual-month", test_usual_month);
  return g_test_run ();
}
