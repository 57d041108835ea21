/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-case-model.h"
#include "mp-numbers.h"
#include "mp-overlay.h"

/* The smallest valid case: SSDI of $640.00, one job of $300.00 a month. */
static MpCase *
make_case (void)
{
  MpCase *kase = mp_case_new ();
  MpAmount *amount;
  MpWork *work;

  kase->beneficiary.name = mp_arena_strdup (kase->arena, "Alex");
  mp_date_parse ("1990-05-14", &kase->beneficiary.birth_date);
  kase->ssdi.present = TRUE;
  kase->ssdi.entitled_from = mp_month (2022, 3);
  amount = mp_arena_append (kase->arena, kase->ssdi.amounts, kase->ssdi.n_amounts);
  *amount = (MpAmount) { { mp_month (2022, 3), MP_MONTH_OPEN }, mp_dollars (640) };
  kase->projection.start = mp_month (2026, 1);
  kase->projection.months = 12;
  work = mp_case_add_work (kase, mp_case_add_scenario (kase, "Part time"));
  work->when.from = mp_month (2026, 1);
  work->monthly = mp_dollars (300);
  return kase;
}

/* Made up, and of no one: 900 to 999 are never given out. */
static void
test_numbers (void)
{
  g_autoptr (MpCase) kase = make_case ();
  MpScenario *plan = &kase->scenarios[0];
  MpIncentive *incentive = mp_arena_append (kase->arena, plan->work_incentives, plan->n_work_incentives);
  MpAction *action = mp_arena_append (kase->arena, kase->actions, kase->n_actions);
  MpPinned *pinned = mp_arena_append (kase->arena, kase->pinned, kase->n_pinned);
  MpSource *source = mp_arena_append (kase->arena, kase->sources, kase->n_sources);
  char **const texts[] = { &kase->title, &kase->notes, &plan->name, &plan->work[0].name, &incentive->name, &action->step, &action->who,
                           &pinned->text, &source->ask, &source->note };

  g_assert_false (mp_numbers_find (kase));
  mp_numbers_remove (kase);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      *texts[i] = mp_arena_strdup (kase->arena, "call 900-12-3456 back");
      g_assert_true (mp_numbers_find (kase));
      mp_numbers_remove (kase);
      g_assert_false (mp_numbers_find (kase));
      g_assert_null (strstr (*texts[i], "3456"));
      g_assert_nonnull (strstr (*texts[i], "call"));
    }
}

static void
count_cb (MpCaseModel *model, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_edit (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = mp_case_model_new (make_case (), parameters);
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autofree char *label = NULL;
  MpCase *edited;
  gboolean can_undo;
  guint n = 0;

  g_assert_null (mp_case_model_get_error (model));
  g_assert_cmpuint (g_list_model_get_n_items (mp_case_model_get_months (model)), ==, 12);
  g_assert_cmpuint (g_list_model_get_n_items (mp_case_model_get_scenarios (model)), ==, 1);
  g_signal_connect (model, "projected", G_CALLBACK (count_cb), &n);

  edited = mp_case_model_begin_edit (model);
  edited->scenarios[0].work[0].monthly = mp_dollars (400);
  g_assert_true (mp_case_model_commit (model, edited, "Change the pay", problems));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (mp_projection_month (mp_case_model_get_projection (model, 0), 0)->cash.earnings, ==, mp_dollars (400));
  g_assert_cmpint (mp_projection_month (mp_case_model_get_without_work (model, 0), 0)->cash.earnings, ==, 0);
  g_object_get (model, "can-undo", &can_undo, "undo-label", &label, NULL);
  g_assert_true (can_undo);
  g_assert_cmpstr (label, ==, "Change the pay");

  g_assert_true (mp_case_model_undo (model));
  g_assert_cmpint (mp_projection_month (mp_case_model_get_projection (model, 0), 0)->cash.earnings, ==, mp_dollars (300));
  g_assert_false (mp_case_model_undo (model));
  g_assert_true (mp_case_model_redo (model));
  g_assert_cmpint (mp_projection_month (mp_case_model_get_projection (model, 0), 0)->cash.earnings, ==, mp_dollars (400));
}

/* A case with problems is refused, and the last valid picture stays. */
static void
test_refuse (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = mp_case_model_new (make_case (), parameters);
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *edited = mp_case_model_begin_edit (model);

  /* SSI began in 1974: no figure covers the month */
  edited->ssi.present = TRUE;
  edited->ssi.eligible_from = edited->projection.start = mp_month (1960, 1);
  g_assert_false (mp_case_model_commit (model, edited, "Break it", problems));
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_nonnull (mp_case_model_get_error (model));
  g_assert_cmpint (mp_case_model_get_case (model)->projection.start, ==, mp_month (2026, 1));
  g_assert_cmpuint (mp_case_model_get_projection (model, 0)->n_months, ==, 12);
  g_assert_false (mp_case_model_undo (model));
}

static void
test_scenarios (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = mp_case_model_new (make_case (), parameters);
  MpCase *edited = mp_case_model_begin_edit (model);
  g_autoptr (MpMonthObject) month = NULL;

  mp_case_copy_scenario (edited, 0, "More hours")->work[0].monthly = mp_dollars (900);
  g_assert_true (mp_case_model_commit (model, edited, "Add a plan", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (mp_case_model_get_scenarios (model)), ==, 2);
  mp_case_model_set_scenario (model, 1);
  month = g_list_model_get_item (mp_case_model_get_months (model), 11);
  g_assert_cmpint (mp_month_object_get_month (month), ==, mp_month (2026, 12));
  g_assert_cmpint (mp_month_object_get_row (month)->cash.earnings, ==, mp_dollars (900));
  g_assert_true (mp_case_model_undo (model));
  g_assert_cmpuint (mp_case_model_get_scenario (model), ==, 0);
}

/* Undo goes back to the plan that was shown, redo to the one that was added. */
static void
test_undo_shows_plan (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = mp_case_model_new (make_case (), parameters);
  MpCase *edited = mp_case_model_begin_edit (model);

  mp_case_copy_scenario (edited, 0, "B");
  mp_case_copy_scenario (edited, 0, "C");
  g_assert_true (mp_case_model_commit (model, edited, "Two plans", NULL));
  mp_case_model_set_scenario (model, 1);
  edited = mp_case_model_begin_edit (model);
  mp_case_copy_scenario (edited, 1, "D");
  g_assert_true (mp_case_model_commit (model, edited, "Add a plan", NULL));
  mp_case_model_set_scenario (model, 3);
  g_assert_true (mp_case_model_undo (model));
  g_assert_cmpuint (mp_case_model_get_scenario (model), ==, 1);
  g_assert_true (mp_case_model_redo (model));
  g_assert_cmpuint (mp_case_model_get_scenario (model), ==, 3);
}

/* Figures of a new year change what is shown and what is tried; undo stays. */
static void
test_new_figures (void)
{
  static const char csv[] = "series,effective_from,value,citation\nsga,2027-01-01,1740.00,made up\nsga_blind,2027-01-01,2910.00,made up\n";
  g_autoptr (MpParameters) published = mp_parameters_new (NULL), newer = NULL;
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, sizeof csv - 1);
  g_autoptr (MpCaseModel) model = mp_case_model_new (make_case (), published);
  MpCase *edited = mp_case_model_begin_edit (model);
  gboolean can_undo;

  newer = mp_parameters_new_with (mp_overlay_parse ("made up", bytes, problems), problems, NULL);
  g_assert_nonnull (newer);
  edited->projection.months = 24;
  g_assert_true (mp_case_model_commit (model, edited, "Longer", NULL));
  g_assert_true (mp_case_model_try (model, mp_case_model_begin_edit (model), problems));
  g_assert_cmpstr (mp_case_model_get_projection (model, 0)->edition, ==, mp_parameters_edition (published));
  mp_case_model_set_parameters (model, newer);
  g_assert_true (mp_case_model_get_parameters (model) == newer);
  g_assert_cmpstr (mp_case_model_get_projection (model, 0)->edition, ==, mp_parameters_edition (newer));
  g_assert_cmpstr (mp_case_model_get_kept_projection (model, 0)->edition, ==, mp_parameters_edition (newer));
  g_assert_true (mp_case_model_is_trying (model));
  g_object_get (model, "can-undo", &can_undo, NULL);
  g_assert_true (can_undo);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/case-model/numbers", test_numbers);
  g_test_add_func ("/model/case-model/edit", test_edit);
  g_test_add_func ("/model/case-model/refuse", test_refuse);
  g_test_add_func ("/model/case-model/scenarios", test_scenarios);
  g_test_add_func ("/model/case-model/undo-shows-plan", test_undo_shows_plan);
  g_test_add_func ("/model/case-model/new-figures", test_new_figures);
  return g_test_run ();
}
