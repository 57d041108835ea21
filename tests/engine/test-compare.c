/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One month beside another, one plan beside another. */

#include "mp-compare.h"
#include "plan-fixture.h"

static MpProjection *
project (Fixture *f, guint scenario, MpProjectFlags flags)
{
  MpProjection *self = mp_projection_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (mp_project (self, f->kase, scenario, f->parameters, flags, &error));
  g_assert_no_error (error);
  return self;
}

/* Pay from March 2026 lowers SSI from May: 994, then 994 - 915 / 2 = 536.50. */
static void
test_months (Fixture *f, gconstpointer data)
{
  g_autoptr (MpProjection) plan = NULL, without = NULL;
  MpDifference d;

  add_ssi (f);
  add_wages (f, mp_month (2026, 3), 100000);
  add_incentive (f, MP_INCENTIVE_PASS, mp_month (2026, 12), MP_MONTH_OPEN, 3000);
  plan = project (f, 0, MP_PROJECT_DEFAULT);
  without = project (f, 0, MP_PROJECT_WITHOUT_WORK);
  g_assert_false (mp_projection_change (plan, 0, &d));
  g_assert_false (mp_projection_change (plan, 24, &d));
  g_assert_true (mp_projection_change (plan, 2, &d));
  g_assert_cmpint (d.earnings, ==, 100000);
  g_assert_cmpint (d.ssi, ==, 0);
  g_assert_cmpint (d.net, ==, 100000);
  g_assert_true (mp_projection_change (plan, 4, &d));
  g_assert_cmpint (d.ssi, ==, -45750);
  g_assert_cmpint (d.net, ==, -45750);
  g_assert_true (mp_projection_change (plan, 11, &d));
  g_assert_cmpint (d.expenses, ==, 3000);
  g_assert_cmpint (d.net, ==, -3000);
  g_assert_false (mp_projection_adds (plan, NULL, 4, &d));
  g_assert_true (mp_projection_adds (plan, without, 4, &d));
  g_assert_cmpint (d.earnings, ==, 100000);
  g_assert_cmpint (d.net, ==, 54250);
}

/* Against 24 months of 994: 4 of 994, 22 of pay, 20 of 536.50. */
static void
test_ssi_plans (Fixture *f, gconstpointer data)
{
  g_autoptr (MpProjection) rest = NULL, work = NULL, costs = NULL, early = NULL;
  const MpProjection *plans[4];
  MpPlanSummary s[4];

  add_ssi (f);
  f->scenario = mp_case_add_scenario (f->kase, "From March");
  add_wages (f, mp_month (2026, 3), 100000);
  f->scenario = mp_case_add_scenario (f->kase, "A month's pay, then costs");
  add_wages (f, mp_month (2026, 1), 50000)->when.to = mp_month (2026, 1);
  add_incentive (f, MP_INCENTIVE_IRWE, mp_month (2026, 2), MP_MONTH_OPEN, 10000);
  f->scenario = mp_case_add_scenario (f->kase, "From January");
  add_wages (f, mp_month (2026, 1), 8500);
  plans[0] = rest = project (f, 0, MP_PROJECT_DEFAULT);
  plans[1] = work = project (f, 1, MP_PROJECT_DEFAULT);
  plans[2] = costs = project (f, 2, MP_PROJECT_DEFAULT);
  plans[3] = early = project (f, 3, MP_PROJECT_DEFAULT);
  mp_compare (plans, 4, 0, s);
  g_assert_cmpint (s[0].cash, ==, 24 * 99400);
  g_assert_cmpint (s[0].difference, ==, 0);
  g_assert_cmpint (s[0].more_from, ==, MP_MONTH_NONE);
  g_assert_cmpint (s[0].drop, ==, 0);
  g_assert_cmpint (s[0].drop_month, ==, MP_MONTH_NONE);
  g_assert_cmpint (s[1].cash, ==, 4 * 99400 + 22 * 100000 + 20 * 53650);
  g_assert_cmpint (s[1].difference, ==, s[1].cash - s[0].cash);
  g_assert_cmpint (s[1].more_from, ==, mp_month (2026, 3));
  g_assert_false (s[1].every_month);
  g_assert_cmpint (s[1].drop, ==, 45750);
  g_assert_cmpint (s[1].drop_month, ==, mp_month (2026, 5));
  g_assert_cmpint (s[1].ssdi_stops, ==, MP_MONTH_NONE);
  g_assert_cmpint (s[1].no_cash, ==, MP_MONTH_NONE);
  /* ahead by 500, 400, 92.50, then behind: 500 of January takes 207.50 off SSI in March */
  g_assert_cmpint (s[2].more_from, ==, MP_MONTH_NONE);
  g_assert_cmpint (s[2].difference, ==, 50000 - 23 * 10000 - 20750);
  g_assert_true (s[3].every_month);
  g_assert_cmpint (s[3].more_from, ==, mp_month (2026, 1));
  /* beside another plan */
  mp_compare (plans, 4, 1, s);
  g_assert_cmpint (s[0].difference, ==, s[0].cash - s[1].cash);
  g_assert_cmpint (s[0].more_from, ==, MP_MONTH_NONE);
}

/* Trial work January to September, cessation in October, two months of grace: no check from January 2027. */
static void
test_ssdi_stops (Fixture *f, gconstpointer data)
{
  g_autoptr (MpProjection) plan = NULL;
  const MpProjection *plans[1];
  MpPlanSummary s;

  add_ssdi (f, 100000);
  add_wages (f, mp_month (2026, 1), 200000);
  plans[0] = plan = project (f, 0, MP_PROJECT_DEFAULT);
  mp_compare (plans, 1, 0, &s);
  g_assert_cmpint (s.ssdi_stops, ==, mp_month (2027, 1));
  g_assert_cmpint (s.no_cash, ==, mp_month (2027, 1));
  g_assert_cmpuint (s.no_cash_months, ==, 12);
  g_assert_cmpint (s.drop, ==, 100000);
  g_assert_cmpint (s.drop_month, ==, mp_month (2027, 1));
  g_assert_cmpint (s.medicare_ends, ==, MP_MONTH_NONE);
}

/* SSI above its limit for a year ends it: nothing is due before eligibility, and that is no stop. */
static void
test_medicaid_ends (Fixture *f, gconstpointer data)
{
  g_autoptr (MpProjection) plan = NULL;
  const MpProjection *plans[1];
  MpPlanSummary s;

  add_ssi (f);
  f->kase->ssi.eligible_from = mp_month (2026, 3);
  f->kase->ssi.medicaid.present = TRUE;
  f->kase->ssi.medicaid.needs = FALSE;
  /* pay of 3,000 in June: no SSI at once, and no 1619(b) for who does not need Medicaid */
  add_wages (f, mp_month (2026, 6), 300000);
  plans[0] = plan = project (f, 0, MP_PROJECT_DEFAULT);
  mp_compare (plans, 1, 0, &s);
  g_assert_cmpint (s.no_cash, ==, mp_month (2026, 6));
  g_assert_cmpuint (s.no_cash_months, ==, 19);
  g_assert_cmpint (s.medicaid_ends, ==, mp_month (2026, 6));
}

#define ADD(name, function) g_test_add ("/compare/" name, Fixture, NULL, set_up, function, tear_down)

gint
main (gint argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("months", test_months);
  ADD ("ssi-plans", test_ssi_plans);
  ADD ("ssdi-stops", test_ssdi_stops);
  ADD ("medicaid-ends", test_medicaid_ends);
  return g_test_run ();
}
