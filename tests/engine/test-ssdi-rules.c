/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Title II rule by rule, beside test-ssdi.c. W is June 2019; the trial work amount of 2019 is 880, SGA 1,220 (2020: 1,260). */

#include "ssdi-fixture.h"

static void
irwe (Fixture *f, MpMonth from, MpMonth to, MpMoney monthly)
{
  MpIncentive *entry = mp_arena_append (f->kase->arena, f->scenario->work_incentives, f->scenario->n_work_incentives);

  *entry = (MpIncentive) { .kind = MP_INCENTIVE_IRWE, .when = { from, to }, .monthly = monthly };
}

static void
record (Fixture *f, MpMonth first, gint n, MpMonth through, MpMonth cessation)
{
  MpSsdiFacts *ssdi = &f->kase->ssdi;

  ssdi->history.present = TRUE;
  ssdi->history.through = through;
  ssdi->history.cessation = cessation;
  ssdi->history.n_twp_months = 0;
  for (gint i = 0; i < n; i++)
    {
      MpMonth *month = mp_arena_append (f->kase->arena, ssdi->history.twp_months, ssdi->history.n_twp_months);
      *month = first + i;
    }
}

static void
part_b (Fixture *f, MpMoney premium)
{
  MpMedicareFacts *medicare = &f->kase->ssdi.medicare;

  medicare->present = medicare->part_b.present = medicare->part_b.enrolled = TRUE;
  medicare->part_b.from = NONE;
  medicare->part_b.premium = premium;
}

static MpWorkMonthFact *
differs (Fixture *f, MpWork *job, MpMonth month, MpMoney earned)
{
  MpWorkMonthFact *fact = mp_arena_append (f->kase->arena, job->months, job->n_months);

  *fact = (MpWorkMonthFact) { month, earned, MP_MONEY_NONE, MP_HOURS_NONE };
  return fact;
}

static void
choose (Fixture *f, MpReadingId id, guint8 reading)
{
  f->kase->assumptions.readings[id] = reading;
}

static gboolean
traces (Fixture *f, MpMonth month, const char *rule, const char *name, gint64 value)
{
  for (guint i = 0; i < f->out->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (f->out->trace, MpTraceEntry, i);

      if (entry->month != month || entry->program != MP_PROGRAM_SSDI || !g_str_equal (entry->rule, rule))
        continue;
      if (name == NULL)
        return TRUE;
      for (guint j = 0; j < entry->message.n_values; j++)
        if (g_str_equal (entry->message.values[j].name, name) && entry->message.values[j].n == value)
          return TRUE;
    }
  return FALSE;
}

static gboolean
trace_says (Fixture *f, MpMonth month, const char *rule, const char *words)
{
  for (guint i = 0; i < f->out->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (f->out->trace, MpTraceEntry, i);
      g_autofree char *text = mp_message_format (&entry->message, FALSE);

      if (entry->month == month && g_str_equal (entry->rule, rule) && strstr (text, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* DI-1, DI-9: the first month of entitlement is a month that is paid; work before it is no service, on this record (DI-7) */
static void
di_9 (Fixture *f, gconstpointer data)
{
  work (f, mp_month (2017, 1), mp_month (2018, 2), mp_dollars (2000));
  project (f, mp_month (2017, 11), 6);
  assert_statuses (f, mp_month (2017, 11), "-- TT ee");
  g_assert_cmpint (row (f, mp_month (2018, 1))->ssdi.payment, ==, mp_dollars (1000));
  g_assert_cmpint (row (f, mp_month (2018, 2))->ssdi.twp_used, ==, 2);
}

/* DI-3: earned in July, paid in August */
static void
di_3 (Fixture *f, gconstpointer data)
{
  MpWork *job;

  use_trial_work (f);
  job = work (f, W + 1, W + 2, 0);
  differs (f, job, W + 1, mp_dollars (1500))->paid = 0;
  differs (f, job, W + 2, 0)->paid = mp_dollars (1500);
  project (f, W, 5);
  assert_statuses (f, W, "TCggp");
}

static void
di_4 (Fixture *f, gconstpointer data)
{
  /* 2018: 850; 2019: 880. One wage on both sides of the change of year */
  work (f, mp_month (2018, 12), mp_month (2019, 1), mp_dollars (860));
  project (f, mp_month (2018, 11), 4);
  assert_statuses (f, mp_month (2018, 11), "eTee");
  /* 2026's amounts go on and are marked: 1,210 */
  f->scenario->work[0].when = (MpPeriod) { mp_month (2027, 3), mp_month (2027, 4) };
  f->scenario->work[0].monthly = mp_dollars (1210);
  differs (f, &f->scenario->work[0], mp_month (2027, 4), 121001);
  project (f, mp_month (2026, 11), 8);
  assert_statuses (f, mp_month (2027, 2), "eeTe");
  g_assert_cmpuint (row (f, mp_month (2027, 4))->estimated & MP_ESTIMATED_TWP, !=, 0);
  g_assert_cmpuint (row (f, mp_month (2026, 11))->estimated, ==, 0);
}

static void
di_5 (Fixture *f, gconstpointer data)
{
  guint n = 0;

  project (f, mp_month (2018, 1), 120);
  for (guint i = 0; i < f->out->warnings->len; i++)
    n += g_array_index (f->out->warnings, MpWarning, i).code == MP_WARNING_MEDICAL_ASSUMED;
  g_assert_cmpuint (n, ==, 1);
}

/* DI-6: the same lives for each kind of benefit; a childhood or widow's record carries no family (DI-49) */
static void
di_6 (Fixture *f, gconstpointer data)
{
  MpAmount *family = mp_arena_append (f->kase->arena, f->kase->ssdi.auxiliary, f->kase->ssdi.n_auxiliary);

  *family = (MpAmount) { { mp_month (2018, 1), OPEN }, mp_dollars (300) };
  use_trial_work (f);
  sga_months (f, 2, 40);
  for (MpBasis basis = MP_BASIS_WORKER; basis <= MP_BASIS_WIDOW; basis++)
    {
      f->kase->ssdi.basis = basis;
      project (f, W, 39);
      assert_statuses (f, W, "T p Cgg SSSSSSSS SSSSSSSS SSSSSSSS SSSSSSSS XX");
      g_assert_cmpint (row (f, W + 3)->ssdi.auxiliary, ==, basis == MP_BASIS_WORKER ? mp_dollars (300) : 0);
      g_assert_cmpint (row (f, W + 5)->ssdi.auxiliary, ==, 0);
    }
}

/* DI-12: gross pay, and one amount for blind people too; DI-15: full benefit whatever the pay */
static void
di_12 (Fixture *f, gconstpointer data)
{
  MpWork *job = work (f, mp_month (2019, 1), mp_month (2019, 2), 88001);

  job->subsidy = mp_dollars (500);
  job->unsuccessful_attempt = TRUE;
  job->average = TRUE;
  differs (f, job, mp_month (2019, 2), 88000);
  irwe (f, mp_month (2019, 1), OPEN, mp_dollars (300));
  f->kase->beneficiary.blind = TRUE;
  project (f, mp_month (2018, 12), 4);
  assert_statuses (f, mp_month (2018, 12), "eTee");
  g_assert_true (traces (f, mp_month (2019, 1), "DI-10", "earned", 88001));
  g_assert_true (traces (f, mp_month (2019, 2), "DI-10", "twp_amount", 88000));
  job->monthly = mp_dollars (9000);
  project (f, mp_month (2018, 12), 4);
  g_assert_cmpint (row (f, mp_month (2019, 1))->ssdi.benefit, ==, 102800);
}

/* DI-14: 9 from W to the end of the initial reinstatement period; DI-16: no second trial work period before that */
static void
di_14 (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 40);
  request (f, W + 42, W + 44, TRUE);
  project (f, mp_month (2018, 1), 100);
  g_assert_cmpint (row (f, W - 9)->ssdi.twp_used, ==, 0);
  for (gint i = 0; i < 9; i++)
    g_assert_cmpint (row (f, W - 8 + i)->ssdi.twp_used, ==, i + 1);
  /* reinstated from W + 41; W + 64 is the 24th payable month */
  for (gint i = 1; i <= 64; i++)
    {
      g_assert_cmpint (row (f, W + i)->ssdi.twp_used, ==, 9);
      g_assert_false (row (f, W + i)->ssdi.twp_month);
    }
  g_assert_cmpint (row (f, W + 65)->ssdi.twp_used, ==, 0);
  assert_statuses (f, W + 36, "S XXXX R VVV RRRR");
  assert_statuses (f, W + 64, "Re");
}

/* DI-18: the record's months are the only ones up to its end, the entered pay decides after it */
static void
di_18 (Fixture *f, gconstpointer data)
{
  record (f, mp_month (2018, 3), 2, mp_month (2018, 6), NONE);
  work (f, mp_month (2018, 5), mp_month (2018, 8), mp_dollars (2000));
  project (f, mp_month (2018, 1), 10);
  assert_statuses (f, mp_month (2018, 1), "ee TT ee TT ee");
  g_assert_cmpint (row (f, mp_month (2018, 8))->ssdi.twp_used, ==, 4);
}

/* DI-22: 3,000 less a subsidy that is more than its own job's pay, less expenses: 1,221, then 1,220 */
static void
di_22 (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  work (f, W + 1, W + 6, mp_dollars (1500))->subsidy = mp_dollars (200);
  work (f, W + 1, W + 6, mp_dollars (100))->subsidy = mp_dollars (150);
  irwe (f, W + 1, W + 3, mp_dollars (80));
  irwe (f, W + 4, OPEN, mp_dollars (79));
  project (f, W, 7);
  assert_statuses (f, W, "T ppp C gg");
  g_assert_cmpint (row (f, W + 1)->work.sga_countable, ==, mp_dollars (1220));
  g_assert_cmpint (row (f, W + 1)->work.subsidy, ==, mp_dollars (300));
  g_assert_true (traces (f, W + 1, "DI-20", "countable", mp_dollars (1220)));
  g_assert_true (traces (f, W + 1, "DI-20", "sga_amount", mp_dollars (1220)));
  g_assert_true (traces (f, W + 1, "DI-22", "irwe", mp_dollars (80)));
  /* DI-25: nothing counts in a month without work */
  project (f, W, 10);
  g_assert_cmpint (row (f, W + 8)->work.irwe, ==, 0);
}

/* DI-25, 59: expenses count in the initial reinstatement period as before, averaging and attempts do not */
static void
di_59 (Fixture *f, gconstpointer data)
{
  MpAmount *family = mp_arena_append (f->kase->arena, f->kase->ssdi.auxiliary, f->kase->ssdi.n_auxiliary);
  MpWork *job;

  *family = (MpAmount) { { mp_month (2018, 1), OPEN }, mp_dollars (300) };
  use_trial_work (f);
  sga_months (f, 1, 40);
  request (f, W + 41, W + 42, TRUE);
  job = work (f, W + 45, W + 49, mp_dollars (1500)); /* 2023: 1,470 */
  job->average = job->unsuccessful_attempt = TRUE;
  irwe (f, W + 46, W + 46, mp_dollars (30));
  differs (f, job, W + 48, mp_dollars (100));
  project (f, W + 36, 20);
  assert_statuses (f, W + 36, "SXXXX VV RR U R U R U RR");
  g_assert_true (row (f, W + 45)->ssdi.medicare_a);
  g_assert_cmpint (row (f, W + 42)->ssdi.auxiliary, ==, 0); /* DI-55 */
  g_assert_cmpint (row (f, W + 43)->ssdi.auxiliary, ==, mp_dollars (300));
  g_assert_cmpint (row (f, W + 45)->ssdi.auxiliary, ==, 0);
  g_assert_cmpint (event_month (f, MP_EVENT_SUSPENSION), ==, W + 45);
  g_assert_cmpint (event_month (f, MP_EVENT_REENTITLEMENT), ==, W + 46);
}

/* DI-26, register D-08: net earnings as entered; D-07, DI-27: income alone decides, with a warning */
static void
di_26 (Fixture *f, gconstpointer data)
{
  MpWork *shop;

  use_trial_work (f);
  shop = work (f, W + 1, W + 2, mp_dollars (1220));
  shop->kind = MP_WORK_SELF_EMPLOYMENT;
  shop->hours = 200 * MP_HOURS_UNIT;
  differs (f, shop, W + 2, 122001);
  project (f, W, 5);
  assert_statuses (f, W, "TpCgg");
  g_assert_true (warned (f, MP_WARNING_SELF_EMPLOYMENT_TESTS));
  f->scenario->n_work = 1;
  project (f, W, 5);
  g_assert_false (warned (f, MP_WARNING_SELF_EMPLOYMENT_TESTS));
}

/* DI-11: forty hours to December 2000, eighty from January 2001 */
static void
di_11_forty (Fixture *f, gconstpointer data)
{
  MpWork *shop;

  f->kase->ssdi.entitled_from = f->kase->ssdi.amounts[0].when.from = mp_month (1999, 1);
  shop = work (f, mp_month (2000, 10), mp_month (2001, 2), 0);
  shop->kind = MP_WORK_SELF_EMPLOYMENT;
  shop->hours = 41 * MP_HOURS_UNIT;
  differs (f, shop, mp_month (2000, 11), 0)->hours = 40 * MP_HOURS_UNIT;
  project (f, mp_month (2001, 1), 3);
  assert_statuses (f, mp_month (2000, 10), "TeTeee");
  /* wages: more than 200 */
  f->scenario->n_work = 0;
  work (f, mp_month (2000, 10), mp_month (2000, 11), mp_dollars (200));
  differs (f, &f->scenario->work[0], mp_month (2000, 11), 20001);
  project (f, mp_month (2001, 1), 3);
  assert_statuses (f, mp_month (2000, 10), "eTeeee");
  /* two businesses: the hours of one decide */
  f->scenario->n_work = 0;
  for (guint i = 0; i < 2; i++)
    {
      shop = work (f, mp_month (2001, 1), mp_month (2001, 1), 0);
      shop->kind = MP_WORK_SELF_EMPLOYMENT;
      shop->hours = 50 * MP_HOURS_UNIT;
    }
  project (f, mp_month (2001, 1), 3);
  assert_statuses (f, mp_month (2001, 1), "eee");
}

/* DI-30 to 33, D-01: years apart, only after W and until C */
static void
di_30 (Fixture *f, gconstpointer data)
{
  MpWork *job;

  use_trial_work (f);
  /* 2019: five months at 1,200, December at 1,400: 7,400 / 6 = 1,233.33 is above 1,220. 2020: 1,200 */
  job = work (f, W + 1, W + 12, mp_dollars (1200));
  differs (f, job, W + 6, mp_dollars (1400));
  project (f, W, 13);
  assert_statuses (f, W, "T ppppp C gg pppp");
  g_assert_true (warned (f, MP_WARNING_AVERAGING_POSSIBLE));
  job->average = TRUE;
  project (f, W, 13);
  assert_statuses (f, W, "T Cgg ppSpppppp"); /* DI-33: December by itself, being after C */
  g_assert_true (trace_says (f, W + 1, "DI-32", "$7,400.00 together, and 6 times $1,220.00 is $7,320.00. Disability ceases"));
  /* January 2020 at 1,300 is in another year: (1,300 + 5 x 1,200) / 6 = 1,216.67 is not above 1,260 */
  job->months[0] = (MpWorkMonthFact) { W + 7, mp_dollars (1300), MP_MONEY_NONE, MP_HOURS_NONE };
  project (f, W, 13);
  assert_statuses (f, W, "T pppppp pppppp");
  g_assert_true (trace_says (f, W + 7, "DI-32", "$7,300.00 together, and 6 times $1,260.00 is $7,560.00. Disability does not cease"));
  /* a stretch that begins before W counts from W + 1 alone */
  job->when.from = W - 4;
  job->months[0] = (MpWorkMonthFact) { W + 6, mp_dollars (1320), MP_MONEY_NONE, MP_HOURS_NONE };
  project (f, W, 13);
  assert_statuses (f, W, "T pppppp pppppp");
  job->months[0].earned++;
  project (f, W, 13);
  assert_statuses (f, W, "T Cgg ppSpppppp");
}

/* DI-35: seven months with the last trial work month among them are too long; DI-36: after C a mark means nothing */
static void
di_35 (Fixture *f, gconstpointer data)
{
  work (f, W - 8, W - 1, mp_dollars (900));
  work (f, W, W + 5, mp_dollars (4000))->unsuccessful_attempt = TRUE;
  project (f, W, 8);
  assert_statuses (f, W, "T ppppp pp");
  f->scenario->work[1].when.to = W + 6;
  project (f, W, 8);
  assert_statuses (f, W, "T Cgg SSS p");
  f->scenario->work[1].when.to = W + 1;
  work (f, W + 3, W + 3, mp_dollars (4000));
  work (f, W + 7, W + 8, mp_dollars (4000))->unsuccessful_attempt = TRUE;
  project (f, W, 10);
  assert_statuses (f, W, "T pp Cgg p SS p");
  /* no end: not honoured */
  f->scenario->n_work = 1;
  work (f, W, OPEN, mp_dollars (4000))->unsuccessful_attempt = TRUE;
  project (f, W, 8);
  assert_statuses (f, W, "T Cgg SSSS");
  g_assert_true (warned (f, MP_WARNING_UWA_TOO_LONG));
}

/* DI-41, 51: a recorded cessation without nine trial work months before it is said to be unused, never dropped in silence */
static void
cessation_unused (Fixture *f, gconstpointer data)
{
  record (f, W - 8, 9, W + 6, W + 2);
  project (f, W, 5);
  assert_statuses (f, W, "T pC gg");
  g_assert_false (warned (f, MP_WARNING_CESSATION_UNUSED));
  record (f, W - 8, 9, W + 6, W); /* in the ninth month itself */
  project (f, W, 5);
  assert_statuses (f, W, "T pppp");
  g_assert_true (warned (f, MP_WARNING_CESSATION_UNUSED));
  record (f, W - 8, 8, W + 6, W + 2);
  project (f, W, 5);
  assert_statuses (f, W, "e eeee");
  g_assert_true (warned (f, MP_WARNING_CESSATION_UNUSED));
  record (f, W - 8, 8, W + 6, NONE);
  project (f, W, 5);
  g_assert_false (warned (f, MP_WARNING_CESSATION_UNUSED));
}

/* DI-71: what no amount or raise is known for is said, not shown as if it were right */
static void
amounts_missing (Fixture *f, gconstpointer data)
{
  MpAmount *amount = &f->kase->ssdi.amounts[0];

  *amount = (MpAmount) { { mp_month (2018, 1), mp_month (2025, 12) }, mp_dollars (1000) };
  project (f, mp_month (2025, 11), 2);
  g_assert_false (warned (f, MP_WARNING_AMOUNT_MISSING));
  project (f, mp_month (2025, 11), 3);
  g_assert_true (warned (f, MP_WARNING_AMOUNT_MISSING));
  /* the first published raise is that of December 2000 */
  f->kase->ssdi.entitled_from = f->kase->ssdi.filed = mp_month (1994, 5);
  *amount = (MpAmount) { { mp_month (1999, 12), OPEN }, mp_dollars (1000) };
  project (f, mp_month (2025, 11), 3);
  g_assert_false (warned (f, MP_WARNING_COLA_MISSING));
  amount->when.from--;
  project (f, mp_month (2025, 11), 3);
  g_assert_true (warned (f, MP_WARNING_COLA_MISSING));
  /* a later amount is in force */
  amount->when.to = mp_month (2001, 12);
  *(MpAmount *) mp_arena_append (f->kase->arena, f->kase->ssdi.amounts, f->kase->ssdi.n_amounts) = (MpAmount) { { mp_month (2002, 1), OPEN }, mp_dollars (1100) };
  project (f, mp_month (2025, 11), 3);
  g_assert_false (warned (f, MP_WARNING_COLA_MISSING));
}

/* DI-66, 67: C August 2019, SGA in the 16th month: Part A by itself to 77 months after October 2020; a request carries it on */
static void
medicare_end (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 2, 40);
  project (f, W, 95);
  g_assert_cmpint (mp_projection_medicare_end (f->out, 0), ==, W + 93);
  project (f, W, 60); /* the projection ends before */
  g_assert_cmpint (mp_projection_medicare_end (f->out, 0), ==, W + 93);
  request (f, W + 91, W + 99, FALSE); /* provisional to W + 96 */
  project (f, W, 110);
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, W + 93);
  g_assert_cmpint (mp_projection_medicare_end (f->out, 0), ==, W + 96);
  g_assert_cmpint (event_month (f, MP_EVENT_MEDICARE_A_END), ==, W + 96);
  f->scenario->expedited_reinstatement[0].approved = TRUE;
  project (f, W, 110);
  g_assert_cmpint (mp_projection_medicare_end (f->out, 0), ==, NONE);
  g_assert_cmpuint (event_count (f, MP_EVENT_MEDICARE_A_END), ==, 0);
  f->scenario->expedited_reinstatement[0].requested = W + 45;
  f->scenario->expedited_reinstatement[0].decided = W + 47;
  project (f, W, 60); /* reinstated before the projection ends */
  g_assert_cmpint (mp_projection_medicare_end (f->out, 0), ==, NONE);
}

/* DI-38, D-10 */
static void
di_38 (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 5);
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1963, 6), 15 };
  project (f, W, 8);
  g_assert_false (warned (f, MP_WARNING_BLIND_55));
  f->kase->beneficiary.blind = TRUE;
  project (f, W, 8);
  assert_statuses (f, W, "T Cgg SS pp");
  g_assert_true (warned (f, MP_WARNING_BLIND_55));
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1970, 6), 15 };
  project (f, W, 8);
  g_assert_false (warned (f, MP_WARNING_BLIND_55));
  /* the other reading: from 55 on months are suspended, and the end never comes */
  sga_months (f, 37, 39);
  choose (f, MP_READING_DI_D10, 1);
  project (f, W + 36, 6);
  assert_statuses (f, W + 36, "pXXXXX");
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1963, 6), 15 };
  project (f, W + 36, 6);
  assert_statuses (f, W + 36, "p SSS qq");
  g_assert_false (warned (f, MP_WARNING_BLIND_55)); /* "this is not computed" would be untrue */
  g_assert_cmpint (f->out->periods.list[0].termination, ==, NONE);
  g_assert_true (row (f, W + 37)->ssdi.medicare_a);
  g_assert_true (traces (f, W + 37, "DI-38", NULL, 0));
  choose (f, MP_READING_DI_D10, 0);
  project (f, W + 36, 6);
  assert_statuses (f, W + 36, "pXXXXX");
}

/* DI-41, 42, 44, 45, 47, 48, 50 in lives; from W on, with months of SGA counted from W */
static void
lives (Fixture *f, gconstpointer data)
{
  static const struct { gint from, to, again, again_to; const char *statuses; } rows[] = {
    { 0, 0, 0, 0, "T pppppppppppp pppppppppppp pppppppppppp qqqqqqqq" },
    { 1, 1, 0, 0, "T Cggppppppppp pppppppppppp pppppppppppp qqqqqqqq" },
    { 1, 1, 5, 6, "T CggpSSpppppp pppppppppppp pppppppppppp qqqqqqqq" },
    { 1, 1, 37, 37, "T Cggppppppppp pppppppppppp pppppppppppp XXXXXXXX" },
    { 1, 1, 40, 40, "T Cggppppppppp pppppppppppp pppppppppppp qqqXXXXX" },
    { 35, 35, 37, 37, "T pppppppppppp pppppppppppp ppppppppppCg gXXXXXXX" },
    { 40, 40, 0, 0, "T pppppppppppp pppppppppppp pppppppppppp qqqCggXX" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      f->scenario->n_work = 0;
      use_trial_work (f);
      if (rows[i].from > 0)
        sga_months (f, rows[i].from, rows[i].to);
      if (rows[i].again > 0)
        sga_months (f, rows[i].again, rows[i].again_to);
      project (f, W, 45);
      assert_statuses (f, W, rows[i].statuses);
      for (guint m = 0; m < 45; m++)
        {
          const MpSsdiRow *r = &row (f, W + (MpMonth) m)->ssdi;
          g_assert_cmpint (r->benefit > 0, ==, strchr ("SX", letters[r->status]) == NULL); /* DI-73 */
        }
    }
}

/* DI-49, register D-13 */
static void
di_49 (Fixture *f, gconstpointer data)
{
  MpAmount *family = mp_arena_append (f->kase->arena, f->kase->ssdi.auxiliary, f->kase->ssdi.n_auxiliary);

  *family = (MpAmount) { { mp_month (2018, 1), OPEN }, 30005 };
  use_trial_work (f);
  sga_months (f, 1, 6);
  project (f, W, 10);
  g_assert_cmpint (row (f, W + 1)->ssdi.auxiliary, ==, 30005);
  g_assert_cmpint (row (f, W + 3)->ssdi.auxiliary, ==, 30005);
  g_assert_cmpint (row (f, W + 4)->ssdi.auxiliary, ==, 0);
  g_assert_cmpint (row (f, W + 7)->ssdi.auxiliary, ==, 30005);
  choose (f, MP_READING_DI_D13, 1); /* 300.05 x 1.028 = 308.45.., x 1.016 = 313.3.. */
  project (f, W, 10);
  g_assert_cmpint (row (f, W + 3)->ssdi.auxiliary, ==, 30840);
  g_assert_cmpint (row (f, W + 7)->ssdi.auxiliary, ==, 31330);
}

/* DI-51, D-05: after the record's cessation the entered pay decides, or the record decides all up to its end */
static void
d_05 (Fixture *f, gconstpointer data)
{
  record (f, W - 8, 9, W + 8, W + 2);
  sga_months (f, 2, 12);
  project (f, W, 13);
  assert_statuses (f, W, "T p Cgg SSSSSSSS");
  choose (f, MP_READING_DI_D05, 1);
  project (f, W, 13);
  assert_statuses (f, W, "T p Cgg pppp SSSS");
}

/* DI-54, D-04, D-21: SGA in a provisional month; D-18: shown as provisional after an approval too */
static void
di_54 (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 45);
  sga_months (f, 48, 48);
  request (f, W + 45, W + 52, TRUE);
  project (f, W + 44, 14);
  assert_statuses (f, W + 44, "XX VVV RRRRRRRRR");
  choose (f, MP_READING_DI_D04, 1);
  project (f, W + 44, 14);
  assert_statuses (f, W + 44, "XX VV U RRRRRRRRR");
  /* what was due in these months: W + 48 is SGA */
  choose (f, MP_READING_DI_D04, 0);
  choose (f, MP_READING_DI_D18, 1);
  project (f, W + 44, 14);
  assert_statuses (f, W + 44, "XX RR U RRRRRRRRR");
  choose (f, MP_READING_DI_D18, 0);
  f->scenario->n_work = 1;
  sga_months (f, 1, 45);
  project (f, W + 44, 14);
  assert_statuses (f, W + 44, "XX VVVVVV RRRRRR");
  choose (f, MP_READING_DI_D21, 1);
  project (f, W + 44, 14);
  assert_statuses (f, W + 44, "XX VVVVV RRRRRRR");
}

/* DI-55: once until an initial reinstatement period is done; DI-56: nothing before and after a denial */
static void
di_55 (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 40);
  request (f, W + 50, W + 56, TRUE);
  request (f, W + 42, W + 44, FALSE);
  f->scenario->expedited_reinstatement[0].disabled_from = W + 51;
  part_b (f, mp_dollars (100));
  project (f, W + 41, 20);
  assert_statuses (f, W + 41, "X VVV XXXXXX RRRRRRRRRR");
  g_assert_cmpint (row (f, W + 42)->ssdi.benefit, >, mp_dollars (1000));
  g_assert_cmpint (row (f, W + 45)->ssdi.benefit, ==, 0);
  /* December 2022: 1,028.00, 1,044.40, 1,057.90, 1,120.30 and 1,217.70, each down to the dime */
  g_assert_cmpint (row (f, W + 42)->ssdi.benefit, ==, 121770);
}

/* DI-61: 66 and 10 months for 1959; a widow born in 1958: 66 and 4 months; D-11, DI-8: from 60 no trial work, a warning */
static void
di_61 (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1959, 1), 1 }; /* counts as 1958: 66 and 8 months, from December */
  project (f, mp_month (2025, 6), 6);
  assert_statuses (f, mp_month (2025, 6), "eeAAAA");
  f->kase->beneficiary.birth_date.day = 2; /* 66 and 10 months from January */
  project (f, mp_month (2025, 6), 6);
  assert_statuses (f, mp_month (2025, 6), "eeeeeA");
  f->kase->ssdi.basis = MP_BASIS_WIDOW; /* 66 and 6 months */
  project (f, mp_month (2025, 6), 6);
  assert_statuses (f, mp_month (2025, 6), "eAAAAA");
  g_assert_false (warned (f, MP_WARNING_DWB_60));
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1958, 1), 15 }; /* 60 in January 2018 */
  work (f, mp_month (2018, 1), mp_month (2018, 12), mp_dollars (3000));
  project (f, mp_month (2018, 1), 12);
  assert_statuses (f, mp_month (2018, 1), "eeeeeeeeeeee");
  g_assert_true (warned (f, MP_WARNING_DWB_60));
}

/* DI-62, D-12 */
static void
di_62 (Fixture *f, gconstpointer data)
{
  f->kase->ssdi.basis = MP_BASIS_CHILDHOOD;
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1954, 6), 15 };
  use_trial_work (f);
  sga_months (f, 20, 30);
  project (f, W, 30);
  assert_statuses (f, W, "T pppppppppp ppppppppp Cgg SSSSSSS");
  g_assert_cmpint (event_month (f, MP_EVENT_RETIREMENT), ==, NONE);
  choose (f, MP_READING_DI_D12, 1); /* 66 in June 2020 */
  project (f, W, 30);
  assert_statuses (f, W, "T pppppppppp p AAAAAAAAAAAAAAAAAA");
}

/* DI-65, 66, 70: Part A with the 25th month; Part B not beyond it; DI-69: not ended from 65 on */
static void
di_65 (Fixture *f, gconstpointer data)
{
  project (f, mp_month (2018, 1), 30);
  g_assert_false (row (f, mp_month (2019, 12))->ssdi.medicare_a);
  g_assert_true (row (f, mp_month (2020, 1))->ssdi.medicare_a);
  g_assert_false (row (f, mp_month (2020, 1))->ssdi.medicare_b);
  /* with the month of age 65 when that comes first */
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1953, 9), 1 };
  project (f, mp_month (2018, 1), 30);
  g_assert_false (row (f, mp_month (2018, 7))->ssdi.medicare_a);
  g_assert_true (row (f, mp_month (2018, 8))->ssdi.medicare_a);
  /* suspended months keep it; enrolled later */
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1980, 6), 15 };
  use_trial_work (f);
  sga_months (f, 1, 120);
  part_b (f, MP_MONEY_NONE);
  f->kase->ssdi.medicare.part_b.from = mp_month (2021, 1);
  project (f, mp_month (2018, 1), 180);
  g_assert_true (row (f, W + 20)->ssdi.medicare_a);
  g_assert_false (row (f, mp_month (2020, 12))->ssdi.medicare_b);
  g_assert_true (row (f, mp_month (2021, 1))->ssdi.medicare_b);
  g_assert_true (row (f, W + 93)->ssdi.medicare_b);
  g_assert_false (row (f, W + 94)->ssdi.medicare_a);
  g_assert_false (row (f, W + 94)->ssdi.medicare_b);
  g_assert_cmpint (event_month (f, MP_EVENT_MEDICARE_A_END), ==, W + 93);
  g_assert_true (warned (f, MP_WARNING_NOTICE_DATE)); /* D-16 */
  /* 65 in the month after W + 93: nothing ends */
  f->kase->beneficiary.birth_date = (MpDate) { W + 94 - 65 * 12, 15 };
  project (f, mp_month (2018, 1), 120);
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, NONE);
  g_assert_true (row (f, W + 94)->ssdi.medicare_a);
  f->kase->beneficiary.birth_date.month++;
  project (f, mp_month (2018, 1), 110);
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, W + 93);
}

/* DI-68: never before the month after the last month of entitlement. C is W + 1, none in the 16th month, then W + 100 */
static void
di_68 (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 16);
  sga_months (f, 100, 100);
  project (f, W, 110);
  g_assert_cmpint (f->out->periods.list[0].termination, ==, W + 100);
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, W + 100); /* not W + 93 */
  g_assert_true (row (f, W + 100)->ssdi.medicare_a);
  g_assert_false (row (f, W + 101)->ssdi.medicare_a);
}

static void
d_06 (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 15, 15);
  sga_months (f, 37, 37);
  project (f, W, 45);
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, W + 37 + 77);
  choose (f, MP_READING_DI_D06, 1);
  project (f, W, 45);
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, W + 15 + 80);
  choose (f, MP_READING_DI_D06, 2);
  project (f, W, 45);
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, W + 37 + 78);
}

/* DI-71, 72, 73: the amount grows on through unpaid months: 1,000 to 1,028.00 to 1,044.40 (1,044.448) */
static void
di_71 (Fixture *f, gconstpointer data)
{
  MpAmount *amount;

  use_trial_work (f);
  sga_months (f, 1, 8);
  project (f, mp_month (2018, 11), 20);
  g_assert_cmpint (row (f, mp_month (2018, 11))->ssdi.benefit, ==, 100000);
  g_assert_cmpint (row (f, mp_month (2018, 12))->ssdi.benefit, ==, 102800);
  g_assert_cmpint (row (f, W + 6)->ssdi.benefit, ==, 0);
  g_assert_cmpint (row (f, W + 9)->ssdi.benefit, ==, 104440);
  g_assert_cmpint (row (f, W + 9)->ssdi.payment, ==, mp_dollars (1044));
  /* a new amount takes over with its month */
  amount = mp_arena_append (f->kase->arena, f->kase->ssdi.amounts, f->kase->ssdi.n_amounts);
  *amount = (MpAmount) { { mp_month (2019, 12), OPEN }, 99990 };
  project (f, mp_month (2018, 11), 28);
  g_assert_cmpint (row (f, W + 9)->ssdi.benefit, ==, 99990);
  g_assert_cmpint (row (f, mp_month (2020, 12))->ssdi.benefit, ==, 101280); /* x 1.013 = 1,012.8987 */
}

/* DI-75 to 79: premium before the dollar; billed in an unpaid month; the first one from the month before coverage */
static void
di_76 (Fixture *f, gconstpointer data)
{
  f->kase->ssdi.amounts[0].monthly = 50010;
  use_trial_work (f);
  sga_months (f, 8, 20);
  part_b (f, MP_MONEY_NONE); /* from January 2020: 144.60 */
  project (f, mp_month (2019, 11), 15);
  g_assert_cmpint (row (f, mp_month (2019, 11))->ssdi.part_b, ==, 0);
  g_assert_cmpint (row (f, mp_month (2019, 11))->ssdi.payment, ==, mp_dollars (514)); /* 514.10 */
  g_assert_cmpint (row (f, mp_month (2019, 12))->ssdi.benefit, ==, 52230);
  g_assert_cmpint (row (f, mp_month (2019, 12))->ssdi.part_b, ==, 14460);
  g_assert_cmpint (row (f, mp_month (2019, 12))->ssdi.payment, ==, mp_dollars (377)); /* 377.70 */
  /* suspended from W + 11 */
  g_assert_cmpint (row (f, W + 11)->ssdi.status, ==, MP_SSDI_SUSPENDED);
  g_assert_cmpint (row (f, W + 11)->ssdi.part_b, ==, 0);
  g_assert_cmpint (row (f, W + 11)->ssdi.payment, ==, 0);
  /* D-14 */
  choose (f, MP_READING_DI_D14, 1);
  project (f, mp_month (2019, 11), 15);
  g_assert_cmpint (row (f, mp_month (2019, 12))->ssdi.part_b, ==, 0);
  g_assert_cmpint (row (f, mp_month (2020, 1))->ssdi.part_b, ==, 14460);
  choose (f, MP_READING_DI_D14, 0);
  /* DI-77 and DI-78 */
  f->kase->ssdi.medicare.part_b.premium = mp_dollars (600);
  project (f, mp_month (2019, 11), 15);
  g_assert_cmpint (row (f, mp_month (2019, 12))->ssdi.part_b, ==, 52230);
  g_assert_cmpint (row (f, mp_month (2019, 12))->ssdi.payment, ==, 0);
  f->kase->ssdi.medicare.part_b.paid_by_state = TRUE;
  project (f, mp_month (2019, 11), 15);
  g_assert_cmpint (row (f, mp_month (2019, 12))->ssdi.part_b, ==, 0);
  g_assert_cmpint (row (f, mp_month (2019, 12))->ssdi.payment, ==, mp_dollars (522));
  g_assert_true (row (f, mp_month (2020, 1))->ssdi.medicare_b);
}

/* The last paid month before the end of entitlement still bears the premium of the month after: Part A and B go on (DI-67). */
static void
premium_before_the_end (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 37, 60);
  part_b (f, mp_dollars (100));
  project (f, W, 45);
  assert_statuses (f, W + 37, "CggX");
  g_assert_cmpint (row (f, W + 39)->ssdi.part_b, ==, mp_dollars (100));
}

/* Each rule that decided is named, with the figures it compared. */
static void
trace_rules (Fixture *f, gconstpointer data)
{
  MpAmount *family = mp_arena_append (f->kase->arena, f->kase->ssdi.auxiliary, f->kase->ssdi.n_auxiliary);

  *family = (MpAmount) { { mp_month (2018, 1), OPEN }, mp_dollars (300) };
  part_b (f, mp_dollars (100));
  use_trial_work (f);
  sga_months (f, 1, 40);
  request (f, W + 43, W + 44, TRUE);
  project (f, W - 9, 60);
  g_assert_true (traces (f, W, "DI-13", "used", 9));
  g_assert_true (traces (f, W + 1, "DI-20", "sga_amount", mp_dollars (1220)));
  g_assert_true (traces (f, W + 3, "DI-42", "cessation", W + 1));
  g_assert_true (traces (f, W + 4, "DI-44", "end", W + 36));
  g_assert_true (traces (f, W + 37, "DI-46", "grace", W + 4));
  g_assert_true (traces (f, W + 37, "DI-46", "sga", W + 37));
  g_assert_true (traces (f, W + 37, "DI-67", "last", W + 93));
  g_assert_true (traces (f, W + 41, "DI-57", "moe", W + 41));
  g_assert_true (traces (f, W + 43, "DI-54", "last", W + 44));
  g_assert_true (traces (f, W + 7, "DI-79", NULL, 0));
  g_assert_true (traces (f, W + 7, "DI-49", NULL, 0));
  g_assert_true (traces (f, W + 43, "DI-55", NULL, 0));
  g_assert_true (traces (f, W + 41, "DI-74", "auxiliary", mp_dollars (300)));
  g_assert_true (traces (f, W + 41, "DI-75", "part_b", mp_dollars (100)));
  f->kase->ssdi.medicare.part_b.premium = mp_dollars (5000);
  f->kase->beneficiary.blind = TRUE;
  project (f, W - 9, 60);
  g_assert_true (traces (f, W + 41, "DI-77", "benefit", row (f, W + 41)->ssdi.benefit));
  g_assert_true (traces (f, W + 1, "DI-21", "sga_amount", mp_dollars (2040)));
  f->kase->ssdi.medicare.part_b.paid_by_state = TRUE;
  project (f, W - 9, 60);
  g_assert_true (traces (f, W + 41, "DI-78", NULL, 0));
}

/* Every event of the scenario, with its month and a sentence without a hole. */
static void
events (Fixture *f, gconstpointer data)
{
  static const struct { MpEventCode code; gint month; guint n; const char *text; } expected[] = {
    { MP_EVENT_TWP_START, -8, 2, "October 2018 is the first trial work month that is used." },
    { MP_EVENT_TWP_MONTH, -8, 10, "October 2018 is a trial work month: 1 of 9 within 60 months." },
    { MP_EVENT_TWP_COMPLETE, 0, 1, "June 2019 is the ninth trial work month within 60 months: the trial work period is complete." },
    { MP_EVENT_EPE_START, 1, 1, "The re-entitlement period of 36 months begins. It ends with June 2022." },
    { MP_EVENT_CESSATION, 2, 1, "August 2019 is the first month of substantial work after the trial work period; Social Security calls it the cessation month. This month and the next two are still paid." },
    { MP_EVENT_GRACE_END, 4, 1, "This is the last of the three months that are paid whatever the work." },
    { MP_EVENT_SUSPENSION, 5, 3, "No benefit is due from this month, because the work is substantial. Entitlement goes on." },
    { MP_EVENT_REENTITLEMENT, 8, 2, "The benefit is due again, without a new application, because the work is no longer substantial." },
    { MP_EVENT_EPE_END, 36, 1, "The re-entitlement period ends with this month. From now on a month of substantial work ends entitlement." },
    { MP_EVENT_TERMINATION, 37, 1, "Entitlement ends: from July 2022 no benefit is due unless it is reinstated." },
    { MP_EVENT_EXR_REQUEST, 42, 1, "Expedited reinstatement is requested in December 2022." },
    { MP_EVENT_EXR_PROVISIONAL_END, 44, 1, "This is the last month of provisional benefits." },
    { MP_EVENT_IRP_COMPLETE, 65, 1, "This is the 24th payable month since reinstatement. A new trial work period can begin with the next month." },
    { MP_EVENT_RETIREMENT, 80, 1, "From February 2026, full retirement age, the disability benefit is a retirement benefit of the same amount and work no longer matters for it." },
  };

  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1959, 4), 15 }; /* 66 and 10 months in February 2026 */
  use_trial_work (f);
  sga_months (f, 2, 7);
  sga_months (f, 30, 40);
  sga_months (f, 60, 60);
  work (f, W + 70, W + 70, mp_dollars (2000));
  request (f, W + 42, W + 44, TRUE);
  project (f, mp_month (2018, 1), 110);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", mp_event_name (expected[i].code));
      g_assert_cmpint (event_month (f, expected[i].code) - W, ==, expected[i].month);
      g_assert_cmpuint (event_count (f, expected[i].code), ==, expected[i].n);
      for (guint j = 0; j < f->out->events->len; j++)
        {
          const MpEvent *event = &g_array_index (f->out->events, MpEvent, j);
          g_autofree char *text = NULL;

          if (event->code != expected[i].code)
            continue;
          text = mp_message_format (&event->message, FALSE);
          g_assert_cmpstr (text, ==, expected[i].text);
          break;
        }
    }
}

/* What other calculators get wrong. */
static void
errors_at_least (Fixture *f, gconstpointer data)
{
  work (f, W - 9, W - 9, mp_dollars (850)); /* September 2018: exactly the amount */
  use_trial_work (f);
  work (f, W + 1, W + 3, mp_dollars (1220));
  project (f, W - 9, 13);
  assert_statuses (f, W - 9, "e TTTTTTTTT ppp");
}

static void
errors_one_year (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  work (f, W + 1, W + 8, mp_dollars (1250)); /* above 1,220 in 2019, not above 1,260 in 2020 */
  project (f, W, 10);
  assert_statuses (f, W, "T Cgg SSS ppp");
}

static void
errors_irwe (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  work (f, W + 1, W + 3, mp_dollars (1300));
  irwe (f, W + 1, W + 3, mp_dollars (80));
  project (f, W, 4);
  assert_statuses (f, W, "Tppp");
}

static void
errors_no_grace (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 10);
  project (f, W, 6);
  for (gint m = 1; m <= 3; m++)
    g_assert_cmpint (row (f, W + m)->ssdi.payment, ==, mp_dollars (1028));
  g_assert_cmpint (row (f, W + 4)->ssdi.payment, ==, 0);
}

static void
errors_33_months (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 35);
  project (f, W, 40);
  assert_statuses (f, W + 33, "SSS p qqq"); /* the 36th month is still one of the period */
  g_assert_cmpint (f->out->periods.list[0].epe_end, ==, W + 36);
}

static void
errors_grace_twice (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 1);
  sga_months (f, 10, 11);
  sga_months (f, 20, 21);
  project (f, W, 25);
  assert_statuses (f, W, "T Cgg pppppp SS pppppppp SS ppp");
}

static void
errors_period_again (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 10);
  sga_months (f, 30, 40);
  project (f, W, 50);
  g_assert_cmpint (f->out->periods.list[0].epe_end, ==, W + 36);
  g_assert_cmpint (f->out->periods.list[0].termination, ==, W + 37);
  g_assert_cmpuint (event_count (f, MP_EVENT_EPE_START), ==, 1);
}

static void
errors_stopped (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  work (f, W + 1, OPEN, mp_dollars (1000));
  project (f, W, 60);
  for (gint m = 1; m < 60; m++)
    g_assert_cmpint (row (f, W + m)->ssdi.benefit, >, 0);
  g_assert_cmpint (f->out->periods.list[0].cessation, ==, NONE);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "DI-1+DI-7+DI-9/before-entitlement", di_9 }, { "DI-3/month-of-work", di_3 }, { "DI-4/amounts-of-the-year", di_4 },
    { "DI-5/once", di_5 }, { "DI-6/each-basis", di_6 }, { "DI-12+DI-15/gross-pay", di_12 }, { "DI-14+DI-16/used", di_14 },
    { "DI-18/record", di_18 }, { "DI-22+DI-25/countable", di_22 }, { "DI-59+DI-55/reinstated", di_59 },
    { "DI-26+DI-27+D-07+D-08/self-employment", di_26 }, { "DI-11/forty-hours", di_11_forty },
    { "DI-30+DI-31+DI-33+D-01/averaging", di_30 }, { "DI-35+DI-36/whole-effort", di_35 },
    { "DI-41+DI-51/cessation-unused", cessation_unused }, { "DI-66+DI-67/medicare-end", medicare_end },
    { "DI-71/missing", amounts_missing }, { "DI-38+D-10/blind-55", di_38 },
    { "DI-41+DI-42+DI-44+DI-45+DI-47+DI-48+DI-50+DI-73/lives", lives }, { "DI-49+D-13/family", di_49 },
    { "DI-51+D-05/record", d_05 }, { "DI-54+D-04+D-18+D-21/provisional", di_54 }, { "DI-55+DI-56/once", di_55 },
    { "DI-61+D-11/ages", di_61 }, { "DI-62+D-12/childhood", di_62 }, { "DI-65+DI-66+DI-69+DI-70+D-16/medicare", di_65 },
    { "DI-68/after-entitlement", di_68 }, { "DI-67+D-06/readings", d_06 }, { "DI-71+DI-72/amounts", di_71 },
    { "DI-75+DI-76+DI-77+DI-78+DI-79+D-14/payment", di_76 }, { "DI-75/before-the-end", premium_before_the_end },
    { "events", events }, { "trace/rules", trace_rules },
    { "errors/at-least-instead-of-more-than", errors_at_least }, { "errors/one-years-amounts-for-all", errors_one_year },
    { "errors/irwe-ignored", errors_irwe }, { "errors/no-grace-months", errors_no_grace },
    { "errors/33-month-period", errors_33_months }, { "errors/grace-twice", errors_grace_twice },
    { "errors/period-again-after-suspension", errors_period_again },
    { "errors/stopped-at-the-end-of-trial-work", errors_stopped },
  };

  g_test_init (&argc, &argv, NULL);
  add_tests ("/ssdi/", Fixture, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
