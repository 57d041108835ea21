/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A month that is repeated from the one before is what it would have been, computed anew: over the worked
 * examples as they are, and changed by chance (always in the same way). */

#include "mp-casefile.h"

#include <jansson.h>
#include <string.h>

/* How often each example is changed. */
#define LIVES 16

typedef struct {
  MpParameters *figures;
  GRand *chance;
  MpProjection *repeated, *each;
  guint projected;
} Fixture;

static gint
pick (Fixture *f, gint from, gint to)
{
  return g_rand_int_range (f->chance, from, to);
}

static MpPeriod
pick_period (Fixture *f, const MpCase *kase)
{
  const MpMonth from = kase->projection.start + pick (f, -6, 40);

  return (MpPeriod) { from, pick (f, 0, 2) ? MP_MONTH_OPEN : from + pick (f, 0, 24) };
}

static void
add_work (Fixture *f, MpCase *kase, MpScenario *scenario)
{
  MpWork *work = mp_case_add_work (kase, scenario);

  work->when = pick_period (f, kase);
  work->monthly = pick (f, 0, 350000);
  work->kind = pick (f, 0, 4) == 0 ? MP_WORK_SELF_EMPLOYMENT : MP_WORK_WAGES;
  work->average = pick (f, 0, 8) == 0;
  work->infrequent = pick (f, 0, 8) == 0;
  work->unsuccessful_attempt = pick (f, 0, 8) == 0;
  work->subsidy = pick (f, 0, 4) == 0 ? pick (f, 0, 40000) : 0;
  if (pick (f, 0, 5) == 0)
    {
      work->pay.every = (MpPayEvery) pick (f, MP_PAY_WEEK, MP_PAY_MONTH + 1);
      work->pay.first = (MpDate) { work->when.from, pick (f, 1, 29) };
    }
  if (pick (f, 0, 4) == 0)
    {
      MpWorkMonthFact *fact = mp_arena_append (kase->arena, work->months, work->n_months);

      *fact = (MpWorkMonthFact) { work->when.from + pick (f, 0, 3), pick (f, 0, 300000), MP_MONEY_NONE, MP_HOURS_NONE };
      fact->month = MIN (fact->month, work->when.to);
    }
}

static void
change_scenario (Fixture *f, MpCase *kase, MpScenario *scenario)
{
  for (gint n = pick (f, 0, 4); n > 0; n--)
    add_work (f, kase, scenario);
  for (gint n = pick (f, 0, 3); n > 0; n--)
    {
      MpIncentive *entry = mp_arena_append (kase->arena, scenario->work_incentives, scenario->n_work_incentives);

      *entry = (MpIncentive) { .kind = (MpIncentiveKind) pick (f, 0, 3), .when = pick_period (f, kase), .monthly = pick (f, 1, 40000) };
    }
  if (pick (f, 0, 3) == 0 && (kase->ssdi.present || kase->ssi.present))
    {
      MpReinstatement *request = mp_arena_append (kase->arena, scenario->expedited_reinstatement, scenario->n_expedited_reinstatement);
      const MpMonth month = kase->projection.start + pick (f, 0, 60);

      *request = (MpReinstatement) { kase->ssdi.present ? MP_PROGRAM_SSDI : MP_PROGRAM_SSI, month, month + pick (f, 0, 9),
                                     pick (f, 0, 3) > 0, TRUE, MP_MONTH_NONE };
    }
}

static void
change_ssi (Fixture *f, MpCase *kase)
{
  MpSsiFacts *ssi = &kase->ssi;

  for (gint n = pick (f, 0, 3); n > 0; n--)
    {
      MpUnearned *entry = mp_arena_append (kase->arena, ssi->unearned, ssi->n_unearned);

      *entry = (MpUnearned) { pick_period (f, kase), pick (f, 0, 70000), (MpUnearnedKind) pick (f, 0, 5) };
    }
  if (pick (f, 0, 4) == 0)
    {
      MpAmount *entry = mp_arena_append (kase->arena, ssi->in_kind, ssi->n_in_kind);

      *entry = (MpAmount) { pick_period (f, kase), pick (f, 0, 50000) };
    }
  if (pick (f, 0, 4) == 0)
    {
      MpAmount *entry = mp_arena_append (kase->arena, ssi->resources, ssi->n_resources);

      *entry = (MpAmount) { pick_period (f, kase), pick (f, 0, 400000) };
    }
  if (pick (f, 0, 4) == 0)
    ssi->supplement = MP_SUPPLEMENT_TABLE;
  if (ssi->spouse.present && pick (f, 0, 3) == 0)
    {
      MpChild *child = mp_arena_append (kase->arena, ssi->children, ssi->n_children);

      child->birth_date = (MpDate) { kase->projection.start - pick (f, -20, 23 * 12), 5 };
    }
}

static void
change_ssdi (Fixture *f, MpCase *kase)
{
  MpSsdiFacts *ssdi = &kase->ssdi;

  for (gint n = pick (f, 0, 4); n > 0; n--)
    {
      MpAmount *entry = mp_arena_append (kase->arena, ssdi->amounts, ssdi->n_amounts);

      *entry = (MpAmount) { { kase->projection.start + pick (f, 0, 60), MP_MONTH_OPEN }, pick (f, 10000, 90000) };
    }
  if (pick (f, 0, 3) == 0)
    {
      ssdi->medicare.present = ssdi->medicare.part_b.present = ssdi->medicare.part_b.enrolled = TRUE;
      ssdi->medicare.part_b.from = kase->projection.start + pick (f, 0, 60);
    }
}

static void
change_case (Fixture *f, MpCase *kase)
{
  for (guint i = 0; i < kase->n_scenarios; i++)
    change_scenario (f, kase, &kase->scenarios[i]);
  if (kase->ssdi.present)
    change_ssdi (f, kase);
  if (kase->ssi.present)
    change_ssi (f, kase);
  if (pick (f, 0, 4) == 0)
    kase->beneficiary.birth_date.month = kase->projection.start - pick (f, 20 * 12, 68 * 12);
  if (pick (f, 0, 4) == 0)
    kase->projection.start += pick (f, -12, 40);
  kase->projection.months = pick (f, 0, 4) == 0 ? pick (f, 1, 24) : 84;
  if (pick (f, 0, 3) == 0)
    {
      kase->assumptions.cola_percent = pick (f, 0, 400);
      kase->assumptions.present = kase->assumptions.cola_given = TRUE;
    }
  for (gint n = pick (f, 0, 2) ? 0 : 6; n > 0; n--)
    {
      const MpReadingId id = (MpReadingId) pick (f, 0, MP_N_READINGS);
      const guint choices = g_strv_length ((GStrv) mp_reading_names (id));

      kase->assumptions.readings[id] = (guint8) pick (f, 0, (gint) choices);
      kase->assumptions.present = kase->assumptions.reading_given[id] = TRUE;
    }
}

/* The answer as a document, or why there is none. */
static char *
project (Fixture *f, MpProjection *out, const MpCase *kase, guint scenario, MpProjectFlags flags)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  if (mp_project (out, kase, scenario, f->figures, flags, &error))
    {
      mp_projections_to_json (text, kase, &out, 1, MP_WRITE_DEFAULT);
      f->projected++;
    }
  else
    g_string_append (text, error->message);
  return g_string_free (text, FALSE);
}

/* Fails with the place where the two begin to differ. */
static void
assert_same_text (const char *got, const char *want)
{
  gsize at = 0;

  if (strcmp (got, want) == 0)
    return;
  while (got[at] == want[at])
    at++;
  at = at > 200 ? at - 200 : 0;
  g_error ("repeated %.300s\n computed anew %.300s", got + at, want + at);
}

static void
assert_same (Fixture *f, const MpCase *kase)
{
  static const MpProjectFlags variants[] = { MP_PROJECT_DEFAULT, MP_PROJECT_WITHOUT_WORK };

  for (guint i = 0; i < kase->n_scenarios; i++)
    for (guint v = 0; v < G_N_ELEMENTS (variants); v++)
      {
        g_autofree char *repeated = project (f, f->repeated, kase, i, variants[v]);
        g_autofree char *each = project (f, f->each, kase, i, variants[v] | MP_PROJECT_EACH_MONTH);

        assert_same_text (repeated, each);
      }
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpParameters) figures = mp_parameters_new (&error);
  g_autoptr (MpProjection) repeated = mp_projection_new (), each = mp_projection_new ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (20260301);
  Fixture f = { figures, chance, repeated, each, 0 };
  g_auto (GStrv) lines = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      json_t *example = json_loads (lines[i], 0, NULL);
      g_autofree char *document = json_dumps (json_object_get (example, "case"), JSON_ENCODE_ANY);
      g_autoptr (GPtrArray) problems = mp_problems_new ();
      g_autoptr (MpCase) kase = document == NULL ? NULL : mp_case_read (document, strlen (document), problems);

      json_decref (example);
      /* some examples are refused */
      if (kase == NULL)
        continue;
      assert_same (&f, kase);
      for (guint life = 0; life < LIVES; life++)
        {
          g_autoptr (MpCase) changed = mp_case_copy (kase);

          change_case (&f, changed);
          mp_case_validate (changed, problems);
          if (problems->len == 0)
            assert_same (&f, changed);
          g_ptr_array_set_size (problems, 0);
        }
    }
  g_test_message ("%u projections", f.projected);
  g_assert_cmpuint (f.projected, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gint i = 1; i < argc; i++)
    {
      /* two folders have a file of one name */
      g_autofree char *folder = g_path_get_dirname (argv[i]), *in = g_path_get_basename (folder);
      g_autofree char *name = g_path_get_basename (argv[i]), *at = g_strconcat ("/repeat/", in, "/", name, NULL);

      g_test_add_data_func (at, argv[i], test_file);
    }
  return g_test_run ();
}
