/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Title II rule by rule. A line of letters is one status a month; the dates are worked out from the rules. */

#include "ssdi-fixture.h"

/* As published for 2001 to 2026: the trial work amount, SGA, and SGA of blind people. */
#define FIRST_YEAR 2001
static const gint trial_work_amounts[] = {
  530, 560, 570, 580, 590, 620, 640, 670, 700, 720, 720, 720, 750,
  770, 780, 810, 840, 850, 880, 910, 940, 970, 1050, 1110, 1160, 1210,
};
static const gint sga_amounts[] = {
  740, 780, 800, 810, 830, 860, 900, 940, 980, 1000, 1000, 1010, 1040,
  1070, 1090, 1130, 1170, 1180, 1220, 1260, 1310, 1350, 1470, 1550, 1620, 1690,
};
static const gint blind_sga_amounts[] = {
  1240, 1300, 1330, 1350, 1380, 1450, 1500, 1570, 1640, 1640, 1640, 1690, 1740,
  1800, 1820, 1820, 1950, 1970, 2040, 2110, 2190, 2260, 2460, 2590, 2700, 2830,
};

/* One cent below, at and above the amount of every year. */
static void
di_10_boundary (Fixture *f, gconstpointer data)
{
  f->kase->ssdi.entitled_from = f->kase->ssdi.amounts[0].when.from = mp_month (2000, 1);
  for (gint year = 2001; year <= 2026; year++)
    for (gint i = -1; i <= 1; i++)
      {
        MpMonth month = mp_month (year, 4 + i);
        work (f, month, month, mp_dollars (trial_work_amounts[year - FIRST_YEAR]) + i);
      }
  project (f, mp_month (2001, 1), 26 * 12);
  /* one service month a year never makes nine in sixty */
  for (gint year = 2001; year <= 2026; year++)
    assert_statuses (f, mp_month (year, 2), "eeeTe");
  g_assert_cmpint (f->out->periods.list[0].twp_end, ==, NONE);
  g_assert_cmpint (row (f, mp_month (2010, 5))->ssdi.twp_used, ==, 5);
}

static void
di_20_boundary_series (Fixture *f, gboolean blind)
{
  const gint *amounts = blind ? blind_sga_amounts : sga_amounts;
  MpMonth *listed;

  f->kase->beneficiary.blind = blind;
  f->kase->ssdi.entitled_from = f->kase->ssdi.amounts[0].when.from = mp_month (1998, 1);
  f->kase->ssdi.history.present = TRUE;
  f->kase->ssdi.history.through = mp_month (2000, 12);
  f->kase->ssdi.history.cessation = NONE;
  for (gint i = 1; i <= 9; i++)
    {
      listed = mp_arena_append (f->kase->arena, f->kase->ssdi.history.twp_months, f->kase->ssdi.history.n_twp_months);
      *listed = mp_month (2000, i);
    }
  for (gint year = 2001; year <= 2026; year++)
    for (gint i = -1; i <= 1; i++)
      {
        MpMonth month = mp_month (year, 4 + i);
        work (f, month, month, mp_dollars (amounts[year - FIRST_YEAR]) + i);
      }
  project (f, mp_month (2001, 1), 26 * 12);
  for (gint year = 2001; year <= 2026; year++)
    {
      g_assert_false (row (f, mp_month (year, 3))->ssdi.sga);
      g_assert_false (row (f, mp_month (year, 4))->ssdi.sga);
      g_assert_true (row (f, mp_month (year, 5))->ssdi.sga);
    }
  assert_statuses (f, mp_month (2001, 3), "ppCgg ppppp ppppS ppppp");
}

static void
di_20_boundary (Fixture *f, gconstpointer data)
{
  di_20_boundary_series (f, FALSE);
}

static void
di_21_boundary (Fixture *f, gconstpointer data)
{
  di_20_boundary_series (f, TRUE);
}

static void
di_8_filed (Fixture *f, gconstpointer data)
{
  f->kase->ssdi.filed = mp_month (2018, 4);
  work (f, mp_month (2018, 1), OPEN, mp_dollars (900));
  project (f, mp_month (2018, 1), 12);
  assert_statuses (f, mp_month (2018, 1), "eeeTTTTTTTTT");
}

static void
di_8_childhood (Fixture *f, gconstpointer data)
{
  f->kase->ssdi.basis = MP_BASIS_CHILDHOOD;
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (2000, 6), 1 };
  work (f, mp_month (2018, 1), OPEN, mp_dollars (900));
  project (f, mp_month (2018, 1), 8);
  /* born on the 1st: 18 is attained in May */
  assert_statuses (f, mp_month (2018, 1), "eeeeTTTT");
  /* DI-65: Part A not before the month of age 20 */
  project (f, mp_month (2020, 1), 8);
  g_assert_false (row (f, mp_month (2020, 4))->ssdi.medicare_a);
  g_assert_true (row (f, mp_month (2020, 5))->ssdi.medicare_a);
}

static void
di_11_hours (Fixture *f, gconstpointer data)
{
  MpWork *business = work (f, mp_month (2019, 1), mp_month (2019, 1), 0);

  business->kind = MP_WORK_SELF_EMPLOYMENT;
  business->hours = 80 * MP_HOURS_UNIT;
  business = work (f, mp_month (2019, 2), mp_month (2019, 2), 0);
  business->kind = MP_WORK_SELF_EMPLOYMENT;
  business->hours = 80 * MP_HOURS_UNIT + 1;
  project (f, mp_month (2019, 1), 3);
  assert_statuses (f, mp_month (2019, 1), "eTe");
  g_assert_true (warned (f, MP_WARNING_SELF_EMPLOYMENT_TESTS));
}

static void
d_09_readings (Fixture *f, gconstpointer data)
{
  work (f, mp_month (2019, 1), mp_month (2019, 1), mp_dollars (600));
  work (f, mp_month (2019, 1), mp_month (2019, 1), mp_dollars (600))->kind = MP_WORK_SELF_EMPLOYMENT;
  project (f, mp_month (2019, 1), 1);
  assert_statuses (f, mp_month (2019, 1), "T");
  f->kase->assumptions.readings[MP_READING_DI_D09] = 1;
  project (f, mp_month (2019, 1), 1);
  assert_statuses (f, mp_month (2019, 1), "e");
}

static void
di_13_window (Fixture *f, gconstpointer data)
{
  /* eight months, and the ninth in the 61st month of the first: it has dropped out */
  work (f, mp_month (2018, 1), mp_month (2018, 8), mp_dollars (1200));
  work (f, mp_month (2023, 1), mp_month (2023, 1), mp_dollars (1200));
  work (f, mp_month (2023, 3), mp_month (2023, 3), mp_dollars (1200));
  project (f, mp_month (2018, 1), 66);
  g_assert_cmpint (row (f, mp_month (2022, 12))->ssdi.twp_used, ==, 8);
  g_assert_cmpint (row (f, mp_month (2023, 1))->ssdi.twp_used, ==, 8);
  g_assert_cmpint (row (f, mp_month (2023, 3))->ssdi.twp_used, ==, 7);
  g_assert_cmpint (f->out->periods.list[0].twp_end, ==, NONE);
  /* in the 60th month it counts */
  f->scenario->work[1].when = (MpPeriod) { mp_month (2022, 12), mp_month (2022, 12) };
  project (f, mp_month (2018, 1), 66);
  g_assert_cmpint (f->out->periods.list[0].twp_end, ==, mp_month (2022, 12));
  g_assert_cmpint (event_month (f, MP_EVENT_TWP_COMPLETE), ==, mp_month (2022, 12));
  g_assert_cmpint (event_month (f, MP_EVENT_TWP_START), ==, mp_month (2018, 1));
  g_assert_cmpint (event_count (f, MP_EVENT_TWP_MONTH), ==, 9);
  g_assert_cmpint (row (f, mp_month (2023, 6))->ssdi.twp_used, ==, 9);
}

/* Section 14 of the rules. */
static void
life (Fixture *f, gconstpointer data)
{
  work (f, mp_month (2019, 1), mp_month (2024, 10), mp_dollars (2500));
  project (f, mp_month (2018, 12), 130);
  assert_statuses (f, mp_month (2018, 12), "e TTTTTTTTT C gg SSSSSSSSSSS SSSSSSSSSSS SSSSSSSSSSS X");
  g_assert_cmpint (f->out->periods.list[0].twp_end, ==, mp_month (2019, 9));
  g_assert_cmpint (f->out->periods.list[0].epe_end, ==, mp_month (2022, 9));
  g_assert_cmpint (f->out->periods.list[0].cessation, ==, mp_month (2019, 10));
  g_assert_cmpint (f->out->periods.list[0].termination, ==, mp_month (2022, 10));
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, mp_month (2027, 6));
  g_assert_true (row (f, mp_month (2027, 6))->ssdi.medicare_a);
  g_assert_false (row (f, mp_month (2027, 7))->ssdi.medicare_a);
  g_assert_cmpint (event_month (f, MP_EVENT_MEDICARE_A_END), ==, mp_month (2027, 6));
  g_assert_true (warned (f, MP_WARNING_NOTICE_DATE));
  g_assert_cmpint (event_month (f, MP_EVENT_GRACE_END), ==, mp_month (2019, 12));
  g_assert_cmpint (event_month (f, MP_EVENT_SUSPENSION), ==, mp_month (2020, 1));
  g_assert_cmpint (event_month (f, MP_EVENT_EPE_START), ==, mp_month (2019, 10));
  g_assert_cmpint (event_month (f, MP_EVENT_EPE_END), ==, mp_month (2022, 9));

  request (f, mp_month (2024, 11), mp_month (2025, 2), TRUE);
  project (f, mp_month (2024, 10), 27);
  assert_statuses (f, mp_month (2024, 10), "X VVVV RRRRRRRRRR RRRRRRRRRR ee");
  g_assert_true (f->out->periods.reinstated);
  g_assert_cmpuint (f->out->periods.n, ==, 2);
  g_assert_cmpint (event_month (f, MP_EVENT_EXR_REQUEST), ==, mp_month (2024, 11));
  g_assert_cmpint (event_month (f, MP_EVENT_EXR_PROVISIONAL_END), ==, mp_month (2025, 2));
  g_assert_cmpint (event_month (f, MP_EVENT_IRP_COMPLETE), ==, mp_month (2026, 10));
  g_assert_cmpint (row (f, mp_month (2026, 10))->ssdi.twp_used, ==, 9);
  g_assert_cmpint (row (f, mp_month (2026, 11))->ssdi.twp_used, ==, 0);
  g_assert_cmpint (row (f, mp_month (2026, 10))->estimated, ==, 0);
}

static void
di_40_epe (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  project (f, W, 40);
  /* 36 months, then on without end (DI-45) */
  assert_statuses (f, W, "T pppppppppppp pppppppppppp pppppppppppp qqq");
  g_assert_cmpint (f->out->periods.list[0].epe_end, ==, W + 36);
}

static void
di_43_grace_once (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 2, 3);
  sga_months (f, 7, 8);
  project (f, W, 12);
  assert_statuses (f, W, "T pCgg pp SS ppp");
  g_assert_cmpint (event_count (f, MP_EVENT_GRACE_END), ==, 1);
  g_assert_cmpint (event_month (f, MP_EVENT_REENTITLEMENT), ==, W + 9);
  g_assert_cmpint (row (f, W + 7)->ssdi.benefit, ==, 0);
  g_assert_cmpint (row (f, W + 7)->ssdi.payment, ==, 0);
  g_assert_cmpint (row (f, W + 9)->ssdi.payment, >, 0);
}

/* The rows of the table: first SGA month, next SGA months, and the month that ends entitlement, counted from W. */
static void
di_46_table (Fixture *f, gconstpointer data)
{
  static const struct { gint c, c_to, again, btm; const char *from_c; } rows[] = {
    { 10, 40, 0, 37, "CggSSS" },
    { 33, 33, 37, 37, "CggpX" },
    { 34, 34, 37, 37, "CggX" },
    { 34, 34, 39, 39, "CggqqX" },
    { 35, 37, 0, 38, "CggX" },
    { 35, 35, 38, 38, "CggX" },
    { 36, 37, 0, 39, "CggX" },
    { 36, 36, 38, 39, "CggX" },
    { 36, 36, 39, 39, "CggX" },
    { 35, 36, 45, 45, "CggqqqqqqqX" },
    { 36, 36, 42, 42, "CggqqqX" },
    { 37, 37, 0, 40, "CggXXX" },
    { 41, 60, 0, 44, "CggXXX" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      f->scenario->n_work = 0;
      use_trial_work (f);
      sga_months (f, rows[i].c, rows[i].c_to);
      if (rows[i].again != 0)
        sga_months (f, rows[i].again, rows[i].again);
      project (f, W, 60);
      assert_statuses (f, W + rows[i].c, rows[i].from_c);
      g_assert_cmpint (f->out->periods.list[0].cessation, ==, W + rows[i].c);
      g_assert_cmpint (f->out->periods.list[0].termination, ==, W + rows[i].btm);
      g_assert_cmpint (event_month (f, MP_EVENT_TERMINATION), ==, W + rows[i].btm);
      for (gint m = rows[i].btm; m < 60; m++)
        g_assert_cmpint (row (f, W + m)->ssdi.status, ==, MP_SSDI_TERMINATED);
    }
}

static void
termination_ahead (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 37, 60);
  /* the last computed month is C: the end is settled, Medicare's is not yet told */
  project (f, W, 38);
  g_assert_cmpint (f->out->periods.list[0].termination, ==, W + 40);
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, NONE);
}

static void
di_34_uwa (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  work (f, W + 1, W + 6, mp_dollars (4000))->unsuccessful_attempt = TRUE;
  project (f, W, 9);
  assert_statuses (f, W, "Tpppppppp");
  g_assert_false (warned (f, MP_WARNING_UWA_TOO_LONG));
  f->scenario->work[1].when.to = W + 7;
  project (f, W, 9);
  assert_statuses (f, W, "TCggSSSSp");
  g_assert_true (warned (f, MP_WARNING_UWA_TOO_LONG));
  f->kase->assumptions.readings[MP_READING_DI_D02] = 1;
  project (f, W, 9);
  assert_statuses (f, W, "Tpppppppp");
}

static void
di_32_average (Fixture *f, gconstpointer data)
{
  MpWorkMonthFact *fact;
  MpWork *job;

  use_trial_work (f);
  /* 2019: SGA 1,220; five months at 1,200 and one at 1,300 average below it */
  job = work (f, W + 1, W + 6, mp_dollars (1200));
  fact = mp_arena_append (f->kase->arena, job->months, job->n_months);
  *fact = (MpWorkMonthFact) { W + 3, mp_dollars (1300), MP_MONEY_NONE, MP_HOURS_NONE };
  project (f, W, 7);
  assert_statuses (f, W, "TppCggp");
  g_assert_true (warned (f, MP_WARNING_AVERAGING_POSSIBLE));
  job->average = TRUE;
  project (f, W, 7);
  assert_statuses (f, W, "Tpppppp");
  g_assert_false (warned (f, MP_WARNING_AVERAGING_POSSIBLE));
  /* exactly the amount on average is not SGA, one cent more is: the first of them is C */
  fact->earned = mp_dollars (1320);
  project (f, W, 7);
  assert_statuses (f, W, "Tpppppp");
  fact->earned++;
  project (f, W, 7);
  assert_statuses (f, W, "TCggppp");
}

static void
di_51_history (Fixture *f, gconstpointer data)
{
  MpSsdiFacts *ssdi = &f->kase->ssdi;

  ssdi->history.present = TRUE;
  ssdi->history.through = W + 6;
  ssdi->history.cessation = W + 2;
  for (gint i = 8; i >= 0; i--)
    {
      MpMonth *month = mp_arena_append (f->kase->arena, ssdi->history.twp_months, ssdi->history.n_twp_months);
      *month = W - i;
    }
  sga_months (f, 1, 8);
  project (f, W - 9, 18);
  assert_statuses (f, W - 9, "eTTTTTTTTT pCgg SSSS");
  ssdi->history.cessation = NONE;
  project (f, W - 9, 19);
  assert_statuses (f, W - 9, "eTTTTTTTTT pppppp Cgg");
}

static void
di_53_request_in_sga (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 50);
  request (f, W + 45, W + 47, TRUE);
  project (f, W + 40, 20);
  assert_statuses (f, W + 44, "XXXX");
  g_assert_true (warned (f, MP_WARNING_EXR_SGA));
  /* in the last month of the work: provisional from the month after */
  f->scenario->expedited_reinstatement[0].requested = W + 50;
  f->scenario->expedited_reinstatement[0].decided = W + 58;
  project (f, W + 40, 24);
  assert_statuses (f, W + 50, "X VVVVVV RRR");
  g_assert_false (warned (f, MP_WARNING_EXR_SGA));
  f->kase->assumptions.readings[MP_READING_DI_D21] = 1;
  project (f, W + 40, 24);
  assert_statuses (f, W + 50, "X VVVVV RRRR");
}

static void
di_54_sga_ends (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 50);
  sga_months (f, 53, 54);
  request (f, W + 51, W + 58, FALSE);
  project (f, W + 40, 24);
  assert_statuses (f, W + 50, "X VVV XX");
  f->kase->assumptions.readings[MP_READING_DI_D04] = 1;
  project (f, W + 40, 24);
  assert_statuses (f, W + 50, "X VV XX");
}

static void
di_52_late (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 40);
  request (f, W + 37 + 60, W + 37 + 62, TRUE);
  project (f, W + 37, 70);
  assert_statuses (f, W + 37 + 59, "XXXX");
  g_assert_true (warned (f, MP_WARNING_EXR_LATE));
  f->scenario->expedited_reinstatement[0].requested = W + 37 + 59;
  project (f, W + 37, 70);
  /* DI-57: reinstated from the earliest of the twelve months before */
  assert_statuses (f, W + 37 + 46, "X RRRRRRRRRRRR VVVV RR");
  f->kase->assumptions.readings[MP_READING_DI_D03] = 1;
  project (f, W + 37, 70);
  assert_statuses (f, W + 37 + 46, "X RRRRRRRRRRRR VVVV RR");
  f->scenario->expedited_reinstatement[0].disabled_from = W + 37 + 58;
  project (f, W + 37, 70);
  assert_statuses (f, W + 37 + 57, "X R VVVV RR");
  f->scenario->expedited_reinstatement[0].approved = FALSE;
  project (f, W + 37, 70);
  assert_statuses (f, W + 37 + 57, "XX VVVV XX");
}

static void
di_57_single_month (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 44);
  sga_months (f, 46, 49);
  request (f, W + 50, W + 51, TRUE);
  project (f, W + 37, 20);
  assert_statuses (f, W + 44, "X R UUUU VV RR");
  f->kase->assumptions.readings[MP_READING_DI_D03] = 1;
  project (f, W + 37, 20);
  assert_statuses (f, W + 44, "X XXXXX VV RR");
}

static void
di_60_retirement (Fixture *f, gconstpointer data)
{
  /* born June 15 1954: 66 in June 2020, W+12 */
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1954, 6), 15 };
  use_trial_work (f);
  sga_months (f, 1, 60);
  project (f, W, 20);
  assert_statuses (f, W, "T Cgg SSSSSSSS AAAA");
  g_assert_cmpint (event_month (f, MP_EVENT_RETIREMENT), ==, W + 12);
  g_assert_cmpint (row (f, W + 12)->ssdi.payment, >, 0);
  g_assert_cmpint (f->out->periods.list[0].termination, ==, NONE);
  /* born on the 1st: attained in the month before (DI-61) */
  f->kase->beneficiary.birth_date.day = 1;
  project (f, W, 20);
  assert_statuses (f, W, "T Cgg SSSSSSS AAAA");
  /* DI-62 */
  f->kase->ssdi.basis = MP_BASIS_CHILDHOOD;
  project (f, W, 20);
  assert_statuses (f, W, "T Cgg SSSSSSSS SSSS");
}

static void
di_63_terminated (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1956, 12), 15 }; /* 66 and 4 months: April 2023, W+46 */
  use_trial_work (f);
  sga_months (f, 1, 37);
  project (f, W + 36, 15);
  assert_statuses (f, W + 36, "SXXXXXXXXXXXXXX");
  g_assert_true (row (f, W + 50)->ssdi.medicare_a);
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, NONE);
  request (f, W + 43, NONE, FALSE);
  project (f, W + 36, 15);
  assert_statuses (f, W + 42, "X VVV XX");
}

static void
di_67_medicare (Fixture *f, gconstpointer data)
{
  static const struct { gint c, c_to, again, last; } rows[] = {
    { 1, 37, 0, 93 },          /* SGA in the 16th month: 57 months after the 36th */
    { 5, 6, 37, 37 + 77 },     /* none until month 37 */
    { 14, 40, 0, 94 },         /* C+80 */
    { 20, 40, 0, 100 },
    { 37, 37, 0, 117 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      f->scenario->n_work = 0;
      use_trial_work (f);
      sga_months (f, rows[i].c, rows[i].c_to);
      if (rows[i].again != 0)
        sga_months (f, rows[i].again, rows[i].again);
      project (f, W, 45);
      g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, W + rows[i].last);
    }
  /* D-06: C in month 14, work stops, SGA again later */
  f->scenario->n_work = 0;
  use_trial_work (f);
  sga_months (f, 14, 14);
  sga_months (f, 37, 37);
  project (f, W, 45);
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, W + 37 + 77);
  f->kase->assumptions.readings[MP_READING_DI_D06] = 1;
  project (f, W, 45);
  g_assert_cmpint (f->out->periods.list[0].medicare_a_end, ==, W + 14 + 80);
}

/* While entitlement goes on, Part A is sure for 93 months after W, and longer when work comes later. */
static void
di_67_medicare_least (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  project (f, W - 3, 3);
  g_assert_cmpint (f->out->periods.list[0].medicare_least, ==, NONE);
  project (f, W - 3, 10);
  g_assert_cmpint (f->out->periods.list[0].medicare_least, ==, W + 93);
  sga_months (f, 20, 40);
  project (f, W, 26);
  g_assert_cmpint (f->out->periods.list[0].medicare_least, ==, W + 100);
  project (f, W, 45); /* ended: medicare_a_end says it */
  g_assert_cmpint (f->out->periods.list[0].medicare_least, ==, NONE);
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1960, 6), 15 }; /* 65 before that */
  project (f, W, 26);
  g_assert_cmpint (f->out->periods.list[0].medicare_least, ==, NONE);
}

static void
give_part_b (Fixture *f)
{
  f->kase->ssdi.medicare.present = f->kase->ssdi.medicare.part_b.present = f->kase->ssdi.medicare.part_b.enrolled = TRUE;
  f->kase->ssdi.medicare.part_b.from = NONE;
  f->kase->ssdi.medicare.part_b.premium = MP_MONEY_NONE;
}

static void
di_75_part_b (Fixture *f, gconstpointer data)
{
  f->kase->ssdi.amounts[0] = (MpAmount) { { mp_month (2025, 1), OPEN }, 121550 };
  give_part_b (f);
  project (f, mp_month (2025, 10), 18);
  g_assert_cmpint (row (f, mp_month (2025, 11))->ssdi.part_b, ==, 18500);
  g_assert_cmpint (row (f, mp_month (2025, 11))->ssdi.payment, ==, mp_dollars (1030));
  /* December bears January's premium; 1,215.50 x 1.028 = 1,249.534, down to the dime */
  g_assert_cmpint (row (f, mp_month (2025, 12))->ssdi.benefit, ==, 124950);
  g_assert_cmpint (row (f, mp_month (2025, 12))->ssdi.part_b, ==, 20290);
  g_assert_cmpint (row (f, mp_month (2025, 12))->ssdi.payment, ==, mp_dollars (1046));
  g_assert_cmpuint (row (f, mp_month (2026, 11))->estimated, ==, 0);
  g_assert_cmpuint (row (f, mp_month (2026, 12))->estimated, ==, MP_ESTIMATED_COLA | MP_ESTIMATED_PART_B);
  f->kase->assumptions.readings[MP_READING_DI_D14] = 1;
  project (f, mp_month (2025, 10), 18);
  g_assert_cmpint (row (f, mp_month (2025, 12))->ssdi.part_b, ==, 18500);
  f->kase->assumptions.readings[MP_READING_DI_D14] = 0;
  /* DI-77 */
  f->kase->ssdi.amounts[0].monthly = mp_dollars (150);
  project (f, mp_month (2025, 10), 1);
  g_assert_cmpint (row (f, mp_month (2025, 10))->ssdi.part_b, ==, mp_dollars (150));
  g_assert_cmpint (row (f, mp_month (2025, 10))->ssdi.payment, ==, 0);
  /* DI-78 */
  f->kase->ssdi.medicare.part_b.paid_by_state = TRUE;
  project (f, mp_month (2025, 10), 1);
  g_assert_cmpint (row (f, mp_month (2025, 10))->ssdi.part_b, ==, 0);
  g_assert_cmpint (row (f, mp_month (2025, 10))->ssdi.payment, ==, mp_dollars (150));
}

static void
di_72_cola (Fixture *f, gconstpointer data)
{
  f->kase->ssdi.amounts[0] = (MpAmount) { { mp_month (2025, 12), OPEN }, mp_dollars (1000) };
  f->kase->assumptions.cola_percent = 250;
  project (f, mp_month (2025, 11), 40);
  g_assert_true (warned (f, MP_WARNING_AMOUNT_BEFORE_FIRST));
  /* an amount that starts in December has that December's */
  g_assert_cmpint (row (f, mp_month (2025, 12))->ssdi.benefit, ==, 100000);
  g_assert_cmpint (row (f, mp_month (2026, 12))->ssdi.benefit, ==, 102500);
  /* 1,025.00 x 1.025 = 1,050.625; 1,050.60 x 1.025 = 1,076.865 */
  g_assert_cmpint (row (f, mp_month (2027, 12))->ssdi.benefit, ==, 105060);
  g_assert_cmpint (row (f, mp_month (2028, 12))->ssdi.benefit, ==, 107680);
}

/* Doubled each December for fifty years: an amount stops growing rather than turn negative. */
static void
di_72_ceiling (Fixture *f, gconstpointer data)
{
  MpMoney before = 0;

  f->kase->ssdi.amounts[0] = (MpAmount) { { mp_month (2025, 12), OPEN }, MP_MONEY_MAX };
  f->kase->assumptions.cola_percent = 10000;
  project (f, mp_month (2025, 12), 600);
  for (guint i = 0; i < f->out->n_months; i++)
    {
      const MpSsdiRow *ssdi = &mp_projection_month (f->out, i)->ssdi;

      g_assert_cmpint (ssdi->benefit, >=, before);
      g_assert_cmpint (ssdi->benefit, <=, MP_MONEY_CEILING);
      before = ssdi->benefit;
    }
  g_assert_cmpint (before, ==, MP_MONEY_CEILING);
  g_assert_cmpint (f->out->totals.net, >, MP_MONEY_CEILING);
}

static void
di_74_auxiliary (Fixture *f, gconstpointer data)
{
  MpAmount *amount = mp_arena_append (f->kase->arena, f->kase->ssdi.auxiliary, f->kase->ssdi.n_auxiliary);

  *amount = (MpAmount) { { mp_month (2018, 1), OPEN }, mp_dollars (300) };
  use_trial_work (f);
  sga_months (f, 1, 5);
  project (f, W, 8);
  g_assert_cmpint (row (f, W + 3)->ssdi.auxiliary, ==, mp_dollars (300));
  g_assert_cmpint (row (f, W + 4)->ssdi.auxiliary, ==, 0);
  g_assert_cmpint (row (f, W + 6)->ssdi.auxiliary, ==, mp_dollars (300));
  /* D-13: 300.00 x 1.028 = 308.40 in December 2018 (COLA 2.8) */
  f->kase->assumptions.readings[MP_READING_DI_D13] = 1;
  project (f, W, 2);
  g_assert_cmpint (row (f, W)->ssdi.auxiliary, ==, 30840);
}

static void
d_15_latest (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 40);
  request (f, W + 41, W + 42, TRUE);
  project (f, W, 50);
  g_assert_cmpuint (f->out->periods.shown, ==, 0);
  f->kase->assumptions.readings[MP_READING_DI_D15] = 1;
  project (f, W, 50);
  g_assert_cmpuint (f->out->periods.shown, ==, 1);
  g_assert_cmpint (f->out->periods.list[0].termination, ==, W + 37);
  g_assert_cmpint (f->out->periods.list[1].termination, ==, NONE);
}

/* A year before the tables is refused only when a reported month needs its figure. */
static void
missing_figure (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->kase->ssdi.entitled_from = f->kase->ssdi.amounts[0].when.from = mp_month (1985, 1);
  give_part_b (f);
  project (f, mp_month (2001, 1), 12);
  assert_statuses (f, mp_month (1985, 1), "eeee");
  work (f, mp_month (1986, 1), mp_month (1986, 1), mp_dollars (500));
  g_assert_false (mp_project (f->out, f->kase, 0, shared_parameters (), MP_PROJECT_DEFAULT, &error));
  g_assert_error (error, MP_ENGINE_ERROR, MP_ENGINE_ERROR_NO_FIGURE);
}

static gboolean
is_paid (MpSsdiStatus status)
{
  return strchr ("-SXU", letters[status]) == NULL;
}

/* Section 15 of the rules, numbers 1, 2, 4, 5, 6 and 12, for lives made by chance. */
static void
assert_holds (Fixture *f)
{
  const MpSsdiPeriod *period = &f->out->periods.list[0];
  guint cessations = 0;

  if (period->termination != NONE)
    {
      g_assert_cmpint (period->termination, >=, period->twp_end + 37);
      g_assert_cmpint (period->termination, >=, period->cessation + 3);
    }
  if (period->medicare_a_end != NONE)
    g_assert_cmpint (period->medicare_a_end, >=, period->twp_end + 93);
  for (guint i = 0; i < f->out->n_rows; i++)
    {
      const MpMonthRow *r = &f->out->rows[i];
      MpSsdiStatus status = r->ssdi.status;
      gboolean ended = period->termination != NONE && r->month >= period->termination;

      g_assert_cmpint (r->ssdi.payment % 100, ==, 0);
      g_assert_cmpint (r->ssdi.payment, >=, 0);
      g_assert_cmpint (r->ssdi.payment, <=, r->ssdi.benefit);
      g_assert_cmpint (r->ssdi.benefit % 10, ==, 0);
      g_assert_true (r->ssdi.medicare_a || !r->ssdi.medicare_b);
      g_assert_true (is_paid (status) == (r->ssdi.benefit > 0));
      if (!is_paid (status) || status == MP_SSDI_EXR_PROVISIONAL)
        g_assert_cmpint (r->ssdi.auxiliary, ==, 0);
      g_assert_true ((status == MP_SSDI_TERMINATED) == ended);
      cessations += status == MP_SSDI_CESSATION;
      if (!ended && period->twp_end != NONE && r->month > period->twp_end &&
          (period->cessation == NONE || r->month < period->cessation || r->month > period->cessation + 2))
        g_assert_true (is_paid (status) == !r->ssdi.sga);
    }
  g_assert_cmpuint (cessations, ==, period->cessation != NONE && period->cessation < f->out->start + (MpMonth) f->out->n_months ? 1 : 0);
}

static void
properties (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (20260101);
  MpAmount *amount = mp_arena_append (f->kase->arena, f->kase->ssdi.auxiliary, f->kase->ssdi.n_auxiliary);

  *amount = (MpAmount) { { mp_month (2005, 1), OPEN }, mp_dollars (100) };
  f->kase->ssdi.entitled_from = f->kase->ssdi.amounts[0].when.from = mp_month (2005, 1);
  give_part_b (f);
  for (guint i = 0; i < 300; i++)
    {
      MpMonth month = mp_month (2005, 1), last = mp_month (2024, 12);

      f->scenario->n_work = 0;
      while (month <= last)
        {
          MpMonth to = month + g_rand_int_range (chance, 0, 30);

          work (f, month, to, mp_dollars (g_rand_int_range (chance, 0, 6) * 400));
          month = to + 1;
        }
      project (f, mp_month (2005, 1), 240);
      assert_holds (f);
    }
}

/* Every reported month says what decided its status and its amount. */
static void
trace_complete (Fixture *f, gconstpointer data)
{
  use_trial_work (f);
  sga_months (f, 1, 40);
  request (f, W + 42, W + 44, TRUE);
  project (f, mp_month (2017, 11), 120);
  for (guint i = 0; i < f->out->n_months; i++)
    {
      guint n = 0;

      for (guint j = 0; j < f->out->trace->len; j++)
        {
          const MpTraceEntry *entry = &g_array_index (f->out->trace, MpTraceEntry, j);
          if (entry->month == mp_projection_month (f->out, i)->month && entry->program == MP_PROGRAM_SSDI)
            {
              g_autofree char *text = mp_message_format (&entry->message, FALSE);
              n++;
              g_assert_null (strchr (text, '{'));
            }
        }
      g_assert_cmpuint (n, >=, 2);
    }
}

/* 20 CFR 404.1592a(a)(2)(i), 404.325: the month of cessation and the two after it are paid; 404.1592c(a)(1): a request
 * within 60 months of the month that ended entitlement. $15.00 an hour reach $1,690.00 with 26 hours a week. */
static void
named_months (Fixture *f, gconstpointer data)
{
  const MpSsdiPeriod period = { .cessation = mp_month (2027, 3), .termination = mp_month (2030, 3) };

  g_assert_cmpint (mp_ssdi_grace_last (&period), ==, mp_month (2027, 5));
  g_assert_cmpint (mp_ssdi_return_last (&period), ==, mp_month (2035, 2));
  g_assert_cmpint (mp_work_hours_for (mp_dollars (15), mp_dollars (1690)), ==, 2600);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "DI-8/filed", di_8_filed }, { "DI-8/childhood", di_8_childhood }, { "DI-2+DI-10/boundary", di_10_boundary },
    { "DI-11/hours", di_11_hours }, { "D-09/readings", d_09_readings }, { "DI-13/window", di_13_window },
    { "DI-20/boundary", di_20_boundary }, { "DI-21/boundary", di_21_boundary }, { "DI-32/average", di_32_average },
    { "DI-34+D-02/unsuccessful-attempt", di_34_uwa }, { "DI-40/36-months", di_40_epe }, { "DI-43/grace-once", di_43_grace_once },
    { "DI-46/table", di_46_table }, { "DI-46/ahead", termination_ahead }, { "DI-51/history", di_51_history },
    { "DI-52/late", di_52_late }, { "DI-53/request-in-sga", di_53_request_in_sga }, { "DI-54/sga-ends", di_54_sga_ends },
    { "DI-57+D-03/single-month", di_57_single_month }, { "DI-58/life", life }, { "DI-60/retirement", di_60_retirement },
    { "DI-63/terminated", di_63_terminated }, { "DI-67/medicare", di_67_medicare },
    { "DI-67/least", di_67_medicare_least }, { "DI-72/cola", di_72_cola }, { "DI-72/ceiling", di_72_ceiling },
    { "DI-74/auxiliary", di_74_auxiliary }, { "DI-75/part-b", di_75_part_b }, { "trace/complete", trace_complete },
    { "D-15/latest", d_15_latest }, { "DI-42+DI-52/named-months", named_months }, { "figures/missing", missing_figure }, { "properties", properties },
  };

  g_test_init (&argc, &argv, NULL);
  add_tests ("/ssdi/", Fixture, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
