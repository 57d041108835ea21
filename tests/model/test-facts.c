/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Facts through the model: visits, what waits, try-outs, and the objects of a case. */

#include "mp-case-model.h"
#include "mp-casefile.h"

static MpCaseModel *
sample_model (const char *name, const MpParameters *parameters)
{
  g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data", "samples", name, NULL);
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *kase = mp_case_load (path, problems, NULL);

  g_assert_nonnull (kase);
  return mp_case_model_new (kase, parameters);
}

static void
assert_fact (MpCaseModel *model, const char *pointer, const char *expected)
{
  g_autofree char *text = mp_edit_get (mp_case_model_get_case (model), pointer);

  g_assert_cmpstr (text, ==, expected != NULL ? expected : "");
}

static void
assert_undo (MpCaseModel *model, const char *expected)
{
  g_autofree char *label = NULL;

  g_object_get (model, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, expected);
}

#define HOURS "/scenarios/0/work/3/hours_per_week"

/* One visit to a field is one step, however many keys it took. */
static void
test_visit (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = sample_model ("alex-both-benefits.milepost", parameters);

  assert_fact (model, HOURS, "35");
  g_assert_true (mp_case_model_set_fact (model, HOURS, "3", "Hours per week", NULL));
  g_assert_true (mp_case_model_set_fact (model, HOURS, "38", "Hours per week", NULL));
  mp_case_model_end_visit (model);
  assert_undo (model, "Hours per week: 35 → 38");
  g_assert_true (mp_case_model_set_fact (model, HOURS, "40", "Hours per week", NULL));
  assert_undo (model, "Hours per week: 38 → 40");
  g_assert_true (mp_case_model_undo (model));
  assert_fact (model, HOURS, "38");
  g_assert_true (mp_case_model_undo (model));
  assert_fact (model, HOURS, "35");
  g_assert_false (mp_case_model_undo (model));
  /* Another fact in between begins a visit of its own */
  g_assert_true (mp_case_model_set_fact (model, HOURS, "36", "Hours per week", NULL));
  g_assert_true (mp_case_model_set_fact (model, "/beneficiary/state", "oh", "State", NULL));
  assert_undo (model, "State: WI → OH");
  g_assert_true (mp_case_model_undo (model));
  assert_undo (model, "Hours per week: 35 → 36");
}

/* What cannot be taken waits, and is taken with what goes with it. */
static void
test_pending (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = sample_model ("alex-both-benefits.milepost", parameters);
  g_autoptr (GPtrArray) problems = mp_problems_new ();

  /* The first job is from 2026-02: it cannot end before it begins */
  g_assert_false (mp_case_model_set_fact (model, "/scenarios/0/work/0/to", "1/26", "Last month", problems));
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpstr (mp_case_model_get_pending (model, "/scenarios/0/work/0/to"), ==, "1/26");
  g_assert_true (mp_case_model_has_pending (model, "/scenarios"));
  g_assert_false (mp_case_model_has_pending (model, "/ssi"));
  assert_fact (model, "/scenarios/0/work/0/to", "2026-05");
  /* Another fact goes its way meanwhile */
  g_assert_true (mp_case_model_set_fact (model, "/beneficiary/name", "Lex", "Name", NULL));
  assert_fact (model, "/scenarios/0/work/0/to", "2026-05");
  g_assert_true (mp_case_model_set_fact (model, "/scenarios/0/work/0/from", "12/25", "First month", NULL));
  assert_fact (model, "/scenarios/0/work/0/to", "2026-01");
  g_assert_null (mp_case_model_get_pending (model, "/scenarios/0/work/0/to"));
  g_assert_true (mp_case_model_undo (model));
  assert_fact (model, "/scenarios/0/work/0/from", "2026-02");
  assert_fact (model, "/scenarios/0/work/0/to", "2026-05");

  g_assert_false (mp_case_model_set_fact (model, "/beneficiary/birth_date", "someday", "Birth date", NULL));
  g_assert_true (mp_case_model_set_fact (model, "/beneficiary/birth_date", "5/14/1991", "Birth date", NULL));
  g_assert_false (mp_case_model_has_pending (model, ""));
  assert_fact (model, "/beneficiary/birth_date", "1991-05-14");
}

static void
test_pay (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = sample_model ("alex-both-benefits.milepost", parameters);

  /* Emptied to be typed anew: nothing is taken */
  g_assert_false (mp_case_model_set_fact (model, "/scenarios/0/work/3/hourly", "", "Pay per hour", NULL));
  assert_fact (model, "/scenarios/0/work/3/hourly", "15.00");
  g_assert_true (mp_case_model_set_fact (model, "/scenarios/0/work/3/hourly", "16", "Pay per hour", NULL));
  /* By the month instead: the hour and its hours go */
  g_assert_true (mp_case_model_set_fact (model, "/scenarios/0/work/3/monthly", "$2,000", "Pay per month", NULL));
  assert_fact (model, "/scenarios/0/work/3/monthly", "2000.00");
  assert_fact (model, "/scenarios/0/work/3/hourly", NULL);
  assert_fact (model, HOURS, NULL);
}

static void
test_try (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = sample_model ("alex-both-benefits.milepost", parameters);
  MpCase *edited = mp_case_model_begin_edit (model);
  MpMoney before = mp_case_model_get_projection (model, 0)->totals.earnings;

  edited->scenarios[0].work[3].hours_per_week = 4000;
  g_assert_true (mp_case_model_try (model, edited, NULL));
  g_assert_true (mp_case_model_is_trying (model));
  g_assert_cmpint (mp_case_model_get_projection (model, 0)->totals.earnings, >, before);
  g_assert_cmpint (mp_case_model_get_kept_projection (model, 0)->totals.earnings, ==, before);
  g_assert_cmpint (mp_case_model_get_kept_case (model)->scenarios[0].work[3].hours_per_week, ==, 3500);
  assert_undo (model, NULL);
  mp_case_model_drop (model);
  g_assert_false (mp_case_model_is_trying (model));
  g_assert_null (mp_case_model_get_kept_projection (model, 0));
  g_assert_cmpint (mp_case_model_get_projection (model, 0)->totals.earnings, ==, before);

  for (gint64 hours = 3600; hours <= 4000; hours += 100)
    {
      edited = mp_case_model_begin_edit (model);
      edited->scenarios[0].work[3].hours_per_week = hours;
      g_assert_true (mp_case_model_try (model, edited, NULL));
    }
  mp_case_model_keep (model, "Hours 35 → 40");
  assert_undo (model, "Hours 35 → 40");
  assert_fact (model, HOURS, "40");
  g_assert_true (mp_case_model_undo (model));
  assert_fact (model, HOURS, "35");
  g_assert_false (mp_case_model_undo (model));

  /* Undo takes back a try-out first; another change keeps it */
  edited = mp_case_model_begin_edit (model);
  edited->scenarios[0].work[3].hours_per_week = 2000;
  g_assert_true (mp_case_model_try (model, edited, NULL));
  g_assert_true (mp_case_model_set_fact (model, "/beneficiary/name", "A", "Name", NULL));
  g_assert_false (mp_case_model_is_trying (model));
  assert_fact (model, HOURS, "20");
  g_assert_true (mp_case_model_undo (model));
  assert_fact (model, HOURS, "35");
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  g_ptr_array_add (data, g_strdup (pspec->name));
}

static void
test_objects (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = sample_model ("alex-both-benefits.milepost", parameters);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MpBeneficiary *person = mp_case_model_get_beneficiary (model);
  g_autofree char *name = NULL, *birth = NULL;
  gboolean blind;

  g_object_get (person, "name", &name, "birth-date", &birth, "blind", &blind, NULL);
  g_assert_cmpstr (name, ==, "Alex");
  g_assert_cmpstr (birth, ==, "1990-05-14");
  g_assert_false (blind);
  g_assert_cmpint (mp_benefit_get_from (MP_BENEFIT (mp_case_model_get_ssdi (model))), ==, mp_month (2022, 3));
  g_assert_cmpint (mp_benefit_get_from (MP_BENEFIT (mp_case_model_get_ssi (model))), ==, mp_month (2022, 2));
  g_assert_true (mp_part_get_present (MP_PART (mp_case_model_get_ticket (model))));

  /* A property can be set, is checked, and only what changed is notified */
  g_signal_connect (person, "notify", G_CALLBACK (count_cb), names);
  g_object_set (person, "state", "OH", NULL);
  assert_fact (model, "/beneficiary/state", "OH");
  g_object_set (person, "state", "XX", NULL);
  assert_fact (model, "/beneficiary/state", "OH");
  g_assert_true (mp_case_model_set_fact (model, "/projection/months", "24", "Months", NULL));
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (names->pdata[0], ==, "state");
  g_assert_true (mp_case_model_undo (model));
  g_assert_true (mp_case_model_undo (model));
  g_assert_cmpuint (names->len, ==, 2);
}

static void
changed_cb (GListModel *list, guint position, guint removed, guint added, guint *seen)
{
  seen[0] = position;
  seen[1] = removed;
  seen[2] = added;
}

static void
test_lists (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = sample_model ("alex-both-benefits.milepost", parameters);
  g_autoptr (MpScenarioObject) plan = g_list_model_get_item (mp_case_model_get_scenarios (model), 0);
  GListModel *work = G_LIST_MODEL (mp_scenario_object_get_work (plan));
  guint n = g_list_model_get_n_items (work), seen[3] = { 0, 0, 0 };
  g_autoptr (MpPart) last = g_list_model_get_item (work, n - 1);
  gint64 hourly, hours;
  gint from;

  g_assert_cmpuint (n, ==, 4);
  g_object_get (last, "hourly", &hourly, "hours-per-week", &hours, "from", &from, NULL);
  g_assert_cmpint (hourly, ==, mp_dollars (15));
  g_assert_cmpint (hours, ==, 3500);
  g_signal_connect (work, "items-changed", G_CALLBACK (changed_cb), seen);

  /* The second goes: those behind it are the same objects, one place further up */
  g_assert_true (mp_part_list_remove (MP_PART_LIST (work), 1, "Remove a job", NULL));
  g_assert_cmpuint (seen[0], ==, 1);
  g_assert_cmpuint (seen[1], ==, 1);
  g_assert_cmpuint (seen[2], ==, 0);
  g_assert_cmpstr (mp_part_get_pointer (last), ==, "/scenarios/0/work/2");
  g_object_set (last, "hours-per-week", (gint64) 3000, NULL);
  assert_fact (model, "/scenarios/0/work/2/hours_per_week", "30");

  g_assert_true (MP_IS_WORK_SPELL (mp_part_list_append (MP_PART_LIST (work), "Add a job")));
  g_assert_cmpuint (g_list_model_get_n_items (work), ==, 4);
  while (mp_case_model_undo (model))
    ;
  g_assert_cmpuint (g_list_model_get_n_items (work), ==, n);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mp_scenario_object_get_incentives (plan))), ==,
                    mp_case_model_get_case (model)->scenarios[0].n_work_incentives);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mp_scenario_object_get_assignments (plan))), ==,
                    mp_case_model_get_case (model)->scenarios[0].ticket.n_assignments);
}

/* Every class of a part has a property for every single key of its object, and can be made. */
static void
test_keys (void)
{
  g_autoptr (MpParameters) parameters = mp_parameters_new (NULL);
  g_autoptr (MpCaseModel) model = sample_model ("kim-partnership-plus.milepost", parameters);
  const struct { GType type; const char *pointer; } parts[] = {
    { MP_TYPE_BENEFICIARY, "/beneficiary" }, { MP_TYPE_SSDI, "/ssdi" }, { MP_TYPE_SSI, "/ssi" }, { MP_TYPE_TICKET, "/ticket" },
    { MP_TYPE_SCENARIO_OBJECT, "/scenarios/0" }, { MP_TYPE_WORK_SPELL, "/scenarios/0/work/0" },
    { MP_TYPE_WORK_INCENTIVE, "/scenarios/0/work_incentives/0" }, { MP_TYPE_ASSIGNMENT_OBJECT, "/scenarios/0/ticket/assignments/0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (MpPart) part = g_object_new (parts[i].type, "model", model, "pointer", parts[i].pointer, NULL);
      g_autoptr (GArray) keys = mp_edit_keys (parts[i].pointer);
      guint n = 0;

      g_assert_cmpuint (keys->len, >, 0);
      for (guint j = 0; j < keys->len; j++)
        {
          const MpEditKey *key = &g_array_index (keys, MpEditKey, j);
          g_autofree char *name = g_strdelimit (g_strdup (key->key), "_", '-');
          GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (part), name);
          GValue value = G_VALUE_INIT;

          g_assert_cmpint (spec != NULL, ==, key->kind != MP_EDIT_OBJECT && key->kind != MP_EDIT_LIST &&
                                             key->kind != MP_EDIT_WORK_MONTHS);
          if (spec == NULL)
            continue;
          g_object_get_property (G_OBJECT (part), name, &value);
          g_value_unset (&value);
          n++;
        }
      g_assert_cmpuint (n, >, 0);
      g_assert_finalize_object (g_steal_pointer (&part));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/facts/visit", test_visit);
  g_test_add_func ("/model/facts/pending", test_pending);
  g_test_add_func ("/model/facts/pay", test_pay);
  g_test_add_func ("/model/facts/try", test_try);
  g_test_add_func ("/model/facts/objects", test_objects);
  g_test_add_func ("/model/facts/lists", test_lists);
  g_test_add_func ("/model/facts/keys", test_keys);
  return g_test_run ();
}
