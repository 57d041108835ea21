/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A title II case to which a test adds its facts. */

#pragma once

#include "fixture.h"

#include <string.h>

typedef struct {
  MpCase *kase;
  MpScenario *scenario;
  MpProjection *out;
} Fixture;

G_GNUC_UNUSED static void
set_up (Fixture *f, gconstpointer data)
{
  MpAmount *amount;

  f->kase = mp_case_new ();
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1980, 6), 15 };
  f->kase->ssdi.present = TRUE;
  f->kase->ssdi.entitled_from = mp_month (2018, 1);
  f->kase->ssdi.filed = NONE;
  f->kase->ssdi.medicare.part_a_from = NONE;
  amount = mp_arena_append (f->kase->arena, f->kase->ssdi.amounts, f->kase->ssdi.n_amounts);
  *amount = (MpAmount) { { mp_month (2018, 1), OPEN }, mp_dollars (1000) };
  f->scenario = mp_case_add_scenario (f->kase, "Work");
  f->out = mp_projection_new ();
}

G_GNUC_UNUSED static void
tear_down (Fixture *f, gconstpointer data)
{
  mp_projection_free (f->out);
  mp_case_free (f->kase);
}

G_GNUC_UNUSED static MpWork *
work (Fixture *f, MpMonth from, MpMonth to, MpMoney monthly)
{
  MpWork *entry = mp_case_add_work (f->kase, f->scenario);

  entry->when = (MpPeriod) { from, to };
  entry->monthly = monthly;
  return entry;
}

/* Nine trial work months, October 2018 to June 2019 (W = June 2019). */
#define W mp_month (2019, 6)
G_GNUC_UNUSED static void
use_trial_work (Fixture *f)
{
  work (f, W - 8, W, mp_dollars (900));
}

G_GNUC_UNUSED static void
sga_months (Fixture *f, gint from, gint to)
{
  work (f, W + from, W + to, mp_dollars (4000));
}

G_GNUC_UNUSED static MpReinstatement *
request (Fixture *f, MpMonth requested, MpMonth decided, gboolean approved)
{
  MpReinstatement *entry = mp_arena_append (f->kase->arena, f->scenario->expedited_reinstatement,
                                            f->scenario->n_expedited_reinstatement);

  *entry = (MpReinstatement) { MP_PROGRAM_SSDI, requested, decided, approved, TRUE, NONE };
  return entry;
}

G_GNUC_UNUSED static void
project (Fixture *f, MpMonth start, gint months)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  f->kase->projection.start = start;
  f->kase->projection.months = months;
  done = mp_project (f->out, f->kase, 0, shared_parameters (), MP_PROJECT_EXPLAIN, &error);
  g_assert_no_error (error);
  g_assert_true (done);
}

static const MpMonthRow *
row (Fixture *f, MpMonth month)
{
  g_assert_cmpint (month, >=, f->out->first);
  g_assert_cmpint (month, <, f->out->first + (MpMonth) f->out->n_rows);
  return &f->out->rows[month - f->out->first];
}

static const char letters[] = "-eTpCgSqXVRUA";

/* Statuses from a month on: letters as above, in the order of MpSsdiStatus; blanks are for reading. */
G_GNUC_UNUSED static void
assert_statuses (Fixture *f, MpMonth month, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (const char *p = expected; *p != '\0'; p++)
    if (*p == ' ')
      g_string_append_c (found, ' ');
    else
      g_string_append_c (found, letters[row (f, month++)->ssdi.status]);
  g_assert_cmpstr (found->str, ==, expected);
}

G_GNUC_UNUSED static MpMonth
event_month (Fixture *f, MpEventCode code)
{
  for (guint i = 0; i < f->out->events->len; i++)
    if (g_array_index (f->out->events, MpEvent, i).code == code)
      return g_array_index (f->out->events, MpEvent, i).month;
  return NONE;
}

G_GNUC_UNUSED static guint
event_count (Fixture *f, MpEventCode code)
{
  guint n = 0;

  for (guint i = 0; i < f->out->events->len; i++)
    n += g_array_index (f->out->events, MpEvent, i).code == code;
  return n;
}

G_GNUC_UNUSED static gboolean
warned (Fixture *f, MpWarningCode code)
{
  for (guint i = 0; i < f->out->warnings->len; i++)
    if (g_array_index (f->out->warnings, MpWarning, i).code == code)
      return TRUE;
  return FALSE;
}
