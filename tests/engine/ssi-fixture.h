/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An SSI case to which a test adds its facts. */

#pragma once

#include "fixture.h"
#include "mp-engine-private.h"

typedef struct {
  MpParameters *parameters;
  MpCase *kase;
  MpScenario *scenario;
  MpProjection *out;
} Fixture;

G_GNUC_UNUSED static void
set_up (Fixture *f, gconstpointer data)
{
  f->parameters = shared_parameters ();
  f->kase = mp_case_new ();
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1990, 5), 14 };
  g_strlcpy (f->kase->beneficiary.state, "MD", sizeof f->kase->beneficiary.state);
  f->kase->ssi.present = TRUE;
  f->kase->ssi.eligible_from = mp_month (2023, 1);
  f->kase->ssi.medicaid.needs = TRUE;
  f->kase->ssi.medicaid.expenses_yearly = f->kase->ssi.medicaid.individual_threshold = MP_MONEY_NONE;
  f->kase->projection.start = mp_month (2025, 1);
  f->kase->projection.months = 36;
  f->scenario = mp_case_add_scenario (f->kase, "Work");
  f->out = mp_projection_new ();
}

G_GNUC_UNUSED static void
tear_down (Fixture *f, gconstpointer data)
{
  mp_projection_free (f->out);
  mp_case_free (f->kase);
}

G_GNUC_UNUSED static void
run (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mp_project (f->out, f->kase, 0, f->parameters, MP_PROJECT_EXPLAIN, &error));
  g_assert_no_error (error);
}

static const MpSsiRow *
at (Fixture *f, MpMonth month)
{
  return &f->out->rows[month - f->out->first].ssi;
}

G_GNUC_UNUSED static MpWork *
add_wages (Fixture *f, MpMonth from, MpMonth to, MpMoney monthly)
{
  MpWork *work = mp_case_add_work (f->kase, f->scenario);

  work->when = (MpPeriod) { from, to };
  work->monthly = monthly;
  return work;
}

G_GNUC_UNUSED static void
add_unearned (Fixture *f, MpMonth from, MpMonth to, MpMoney monthly, MpUnearnedKind kind)
{
  MpUnearned *unearned = mp_arena_append (f->kase->arena, f->kase->ssi.unearned, f->kase->ssi.n_unearned);

  *unearned = (MpUnearned) { { from, to }, monthly, kind };
}

G_GNUC_UNUSED static void
add_spouse (Fixture *f, gboolean eligible, MpMoney earned)
{
  MpAmount *amount;

  f->kase->ssi.spouse.present = TRUE;
  f->kase->ssi.spouse.eligible = eligible;
  f->kase->ssi.spouse.when = (MpPeriod) { mp_month (2023, 1), OPEN };
  f->kase->ssi.spouse.birth_date = MP_DATE_NONE;
  amount = mp_arena_append (f->kase->arena, f->kase->ssi.spouse.earned, f->kase->ssi.spouse.n_earned);
  *amount = (MpAmount) { { mp_month (2023, 1), OPEN }, earned };
}

G_GNUC_UNUSED static gboolean
has_event (Fixture *f, MpMonth month, MpEventCode code)
{
  for (guint i = 0; i < f->out->events->len; i++)
    {
      const MpEvent *event = &g_array_index (f->out->events, MpEvent, i);
      if (event->month == month && event->code == code)
        return TRUE;
    }
  return FALSE;
}

G_GNUC_UNUSED static void
assert_month (Fixture *f, MpMonth month, MpSsiStatus status, MpMonth budget_month, MpMoney payment)
{
  const MpSsiRow *row = at (f, month);

  g_assert_cmpstr (mp_ssi_status_name (row->status), ==, mp_ssi_status_name (status));
  g_assert_cmpint (row->budget_month, ==, budget_month);
  g_assert_cmpint (row->payment, ==, payment);
}

G_GNUC_UNUSED static MpMoney
traced (Fixture *f, MpMonth month, const char *rule, const char *name)
{
  for (guint i = 0; i < f->out->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (f->out->trace, MpTraceEntry, i);

      if (entry->month != month || entry->program != MP_PROGRAM_SSI || !g_str_equal (entry->rule, rule))
        continue;
      for (guint j = 0; j < entry->message.n_values; j++)
        if (g_str_equal (entry->message.values[j].name, name))
          return entry->message.values[j].n;
    }
  return MP_MONEY_NONE;
}
