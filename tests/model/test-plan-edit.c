/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whole plans: what a new one begins as, their order, and that Undo covers it. */

#include "mp-plan-edit.h"

/* SSDI of $640.00; 30 hours at $15.00, $1,950.00 a month, from January 2026. */
static MpCase *
make_case (void)
{
  MpCase *kase = mp_case_new ();
  MpAmount *amount;
  MpWork *work;
  MpSource *source;

  mp_date_parse ("1990-05-14", &kase->beneficiary.birth_date);
  kase->ssdi.present = TRUE;
  kase->ssdi.entitled_from = mp_month (2022, 3);
  amount = mp_arena_append (kase->arena, kase->ssdi.amounts, kase->ssdi.n_amounts);
  *amount = (MpAmount) { { mp_month (2022, 3), MP_MONTH_OPEN }, mp_dollars (640) };
  kase->projection.start = mp_month (2026, 1);
  kase->projection.months = 12;
  work = mp_case_add_work (kase, mp_case_add_scenario (kase, "Store"));
  work->when.from = mp_month (2026, 1);
  work->hourly = mp_dollars (15);
  work->hours_per_week = 3000;
  mp_case_add_scenario (kase, "Second");
  mp_case_add_scenario (kase, "Third");
  source = mp_arena_append (kase->arena, kase->sources, kase->n_sources);
  *source = (MpSource) { .pointer = mp_arena_strdup (kase->arena, "/scenarios/0/work/0"), .by = MP_SOURCE_DOCUMENT, .on = MP_DATE_NONE };
  source = mp_arena_append (kase->arena, kase->sources, kase->n_sources);
  *source = (MpSource) { .pointer = mp_arena_strdup (kase->arena, "/ssdi/amounts/0"), .by = MP_SOURCE_BPQY, .on = MP_DATE_NONE };
  return kase;
}

static const MpScenario *
plan (MpCaseModel *model, guint i)
{
  g_assert_cmpuint (i, <, mp_case_model_get_case (model)->n_scenarios);
  return &mp_case_model_get_case (model)->scenarios[i];
}

static void
assert_order (MpCaseModel *model, const char *a, const char *b, const char *c)
{
  g_assert_cmpstr (plan (model, 0)->name, ==, a);
  g_assert_cmpstr (plan (model, 1)->name, ==, b);
  g_assert_cmpstr (plan (model, 2)->name, ==, c);
}

static void
test_kinds (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = mp_case_model_new (make_case (), parameters);

  g_assert_true (mp_plan_add (model, MP_PLAN_MORE_HOURS, NULL));
  g_assert_cmpuint (mp_case_model_get_scenario (model), ==, 3);
  g_assert_cmpstr (plan (model, 3)->name, ==, "Store, 5 hours more");
  g_assert_cmpint (plan (model, 3)->work[0].hours_per_week, ==, 3500);
  g_assert_cmpint (plan (model, 0)->work[0].hours_per_week, ==, 3000);
  /* 26 hours x 15 x 13/3 = 1,690.00, the SGA amount of 2026 */
  mp_case_model_set_scenario (model, 0);
  g_assert_true (mp_plan_add (model, MP_PLAN_UNDER_LIMIT, NULL));
  g_assert_cmpint (plan (model, 4)->work[0].hours_per_week, ==, 2600);
  g_assert_false (mp_projection_month (mp_case_model_get_projection (model, 4), 6)->ssdi.sga);
  g_assert_true (mp_projection_month (mp_case_model_get_projection (model, 0), 6)->ssdi.sga);
  g_assert_true (mp_plan_add (model, MP_PLAN_NO_WORK, NULL));
  g_assert_cmpstr (plan (model, 5)->name, ==, "No work");
  g_assert_cmpuint (plan (model, 5)->n_work, ==, 0);
  g_assert_false (mp_plan_kind_is_of_use (model, MP_PLAN_NO_WORK));
  g_assert_false (mp_plan_kind_is_of_use (model, MP_PLAN_MORE_HOURS));
  /* a name is used once */
  mp_case_model_set_scenario (model, 0);
  g_assert_true (mp_plan_add (model, MP_PLAN_NO_WORK, NULL));
  g_assert_cmpstr (plan (model, 6)->name, ==, "No work (2)");
  mp_case_model_set_scenario (model, 0);
  g_assert_true (mp_plan_add (model, MP_PLAN_COPY, NULL));
  g_assert_cmpstr (plan (model, 7)->name, ==, "Store, copy");
  g_assert_true (mp_case_model_undo (model));
  g_assert_cmpuint (mp_case_model_get_case (model)->n_scenarios, ==, 7);
}

/* Two jobs together stay under the limit: the second takes what the first leaves. */
static void
test_two_jobs (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  MpCase *kase = make_case ();
  g_autoptr (MpCaseModel) model = NULL;
  MpWork *work = mp_case_add_work (kase, &kase->scenarios[0]);

  kase->scenarios[0].work[0].hours_per_week = 2000;
  work = &kase->scenarios[0].work[1];
  work->when.from = mp_month (2026, 3);
  work->monthly = mp_dollars (800);
  model = mp_case_model_new (kase, parameters);
  g_assert_true (mp_plan_add (model, MP_PLAN_UNDER_LIMIT, NULL));
  g_assert_cmpint (plan (model, 3)->work[0].hours_per_week, ==, 2000);
  g_assert_cmpint (plan (model, 3)->work[1].monthly, ==, mp_dollars (390));
}

static void
test_order (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = mp_case_model_new (make_case (), parameters);

  mp_case_model_set_scenario (model, 1);
  g_assert_true (mp_plan_move (model, 2, 0));
  assert_order (model, "Third", "Store", "Second");
  /* the plan shown is the same, and sources follow their plan */
  g_assert_cmpuint (mp_case_model_get_scenario (model), ==, 2);
  g_assert_cmpstr (mp_case_model_get_case (model)->sources[0].pointer, ==, "/scenarios/1/work/0");
  g_assert_cmpstr (mp_case_model_get_case (model)->sources[1].pointer, ==, "/ssdi/amounts/0");
  g_assert_true (mp_plan_move (model, 0, 2));
  assert_order (model, "Store", "Second", "Third");
  g_assert_cmpstr (mp_case_model_get_case (model)->sources[0].pointer, ==, "/scenarios/0/work/0");
  g_assert_false (mp_plan_move (model, 1, 1));
  g_assert_false (mp_plan_move (model, 1, 3));
  g_assert_true (mp_case_model_undo (model));
  assert_order (model, "Third", "Store", "Second");
  g_assert_true (mp_plan_remove (model, 1));
  g_assert_cmpuint (mp_case_model_get_case (model)->n_scenarios, ==, 2);
  g_assert_cmpuint (mp_case_model_get_case (model)->n_sources, ==, 1);
  g_assert_true (mp_case_model_undo (model));
  assert_order (model, "Third", "Store", "Second");
  g_assert_true (mp_plan_remove (model, 0));
  g_assert_true (mp_plan_remove (model, 0));
  g_assert_false (mp_plan_remove (model, 0));
}

gint
main (gint argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-edit/kinds", test_kinds);
  g_test_add_func ("/plan-edit/two-jobs", test_two_jobs);
  g_test_add_func ("/plan-edit/order", test_order);
  return g_test_run ();
}
