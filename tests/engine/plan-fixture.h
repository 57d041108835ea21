/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person with SSDI, SSI or both and one plan, for the tests of what is answered by running the
 * engine again. Figures of 2026: SSI 994, trial work 1,210, SGA 1,690, blind 2,830, Part B 202.90;
 * SSI skips 20 and 65 dollars and half of the rest. */

#pragma once

#include "mp-projection.h"

typedef struct {
  MpParameters *parameters;
  MpCase *kase;
  MpScenario *scenario;
} Fixture;

G_GNUC_UNUSED static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->parameters = mp_parameters_new (&error);
  g_assert_no_error (error);
  f->kase = mp_case_new ();
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1990, 5), 14 };
  g_strlcpy (f->kase->beneficiary.state, "WI", sizeof f->kase->beneficiary.state);
  f->kase->ssi.medicaid.needs = TRUE;
  f->kase->ssi.medicaid.expenses_yearly = f->kase->ssi.medicaid.individual_threshold = MP_MONEY_NONE;
  f->kase->projection.start = mp_month (2026, 1);
  f->kase->projection.months = 24;
  f->scenario = mp_case_add_scenario (f->kase, "Work");
}

G_GNUC_UNUSED static void
tear_down (Fixture *f, gconstpointer data)
{
  mp_case_free (f->kase);
  mp_parameters_free (f->parameters);
}

G_GNUC_UNUSED static void
add_ssi (Fixture *f)
{
  f->kase->ssi.present = TRUE;
  f->kase->ssi.eligible_from = mp_month (2022, 2);
}

G_GNUC_UNUSED static void
add_ssdi (Fixture *f, MpMoney monthly)
{
  MpAmount *amount;

  f->kase->ssdi.present = TRUE;
  f->kase->ssdi.entitled_from = mp_month (2022, 3);
  f->kase->ssdi.filed = MP_MONTH_NONE;
  f->kase->ssdi.medicare.part_a_from = f->kase->ssdi.medicare.part_b.from = MP_MONTH_NONE;
  f->kase->ssdi.history.cessation = MP_MONTH_NONE;
  amount = mp_arena_append (f->kase->arena, f->kase->ssdi.amounts, f->kase->ssdi.n_amounts);
  *amount = (MpAmount) { { mp_month (2025, 12), MP_MONTH_OPEN }, monthly };
}

/* Trial work used up in 2024, disability ceased in February 2025: the grace months are gone, the
 * re-entitlement period runs to September 2027. */
G_GNUC_UNUSED static void
use_up_trial_work (Fixture *f)
{
  f->kase->ssdi.history.present = TRUE;
  f->kase->ssdi.history.through = mp_month (2025, 12);
  f->kase->ssdi.history.cessation = mp_month (2025, 2);
  for (MpMonth month = mp_month (2024, 1); month <= mp_month (2024, 9); month++)
    {
      MpMonth *used = mp_arena_append (f->kase->arena, f->kase->ssdi.history.twp_months, f->kase->ssdi.history.n_twp_months);

      *used = month;
    }
}

G_GNUC_UNUSED static MpWork *
add_wages (Fixture *f, MpMonth from, MpMoney monthly)
{
  MpWork *work = mp_case_add_work (f->kase, f->scenario);

  work->when = (MpPeriod) { from, MP_MONTH_OPEN };
  work->monthly = monthly;
  return work;
}

G_GNUC_UNUSED static void
add_incentive (Fixture *f, MpIncentiveKind kind, MpMonth from, MpMonth to, MpMoney monthly)
{
  MpIncentive *incentive = mp_arena_append (f->kase->arena, f->scenario->work_incentives, f->scenario->n_work_incentives);

  *incentive = (MpIncentive) { .kind = kind, .when = { from, to }, .monthly = monthly };
}

G_GNUC_UNUSED static void
add_provider (Fixture *f)
{
  MpAssignment *assignment = mp_arena_append (f->kase->arena, f->scenario->ticket.assignments, f->scenario->ticket.n_assignments);

  *assignment = (MpAssignment) {
    .provider = mp_arena_strdup (f->kase->arena, "North EN"),
    .from = { mp_month (2026, 2), 10 }, .to = MP_DATE_NONE, .received = MP_DATE_NONE,
  };
}
