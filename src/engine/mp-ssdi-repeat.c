/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Title II months that are like the one before: see mp-news.c. */

#include "mp-ssdi-private.h"

#define NEWS (MP_NEW_FIGURES | MP_NEW_WORK | MP_NEW_SSDI)

/* DI-32: the months of averaged work decide together, and by D-10 an age that nothing else knows. Such cases are
 * computed month by month. */
static gboolean
looks_around (const MpRun *run)
{
  for (guint i = 0; i < run->scenario->n_work; i++)
    if (run->scenario->work[i].average)
      return TRUE;
  return mp_case_reading (run->kase, MP_READING_DI_D10) != 0;
}

/* A month that begins something, maybe the premium that comes off the benefit of the month before (DI-75). */
static void
mark_beginning (MpRun *run, MpMonth month, gboolean premium)
{
  if (month == MP_MONTH_NONE || month == MP_MONTH_OPEN)
    return;
  if (premium)
    mp_run_mark (run, month - 1, MP_NEW_SSDI);
  mp_run_mark (run, month, MP_NEW_SSDI);
}

/* Marks the months in which something is new for title II. Work and published figures are marked for all. */
void
mp_ssdi_mark (MpSsdiState *self, MpRun *run)
{
  const MpSsdiFacts *facts = &run->kase->ssdi;
  const gboolean premium = self->part_b != MP_MONTH_NONE && !facts->medicare.part_b.paid_by_state;

  self->repeats = mp_run_repeats (run) && !looks_around (run);
  if (!self->repeats)
    return;
  mp_run_mark (run, self->entitled, MP_NEW_SSDI);
  mp_run_mark (run, self->twp_start, MP_NEW_SSDI);
  mark_beginning (run, self->retirement, premium);
  mark_beginning (run, self->age65, premium);
  mark_beginning (run, self->part_a, premium);
  mark_beginning (run, self->part_b, premium);
  mp_run_mark_amounts (run, facts->amounts, facts->n_amounts, MP_NEW_SSDI);
  mp_run_mark_amounts (run, facts->auxiliary, facts->n_auxiliary, MP_NEW_SSDI);
  if (facts->history.present)
    mp_run_mark (run, facts->history.through + 1, MP_NEW_SSDI);
  /* DI-71: Decembers, with an assumed COLA too; and the premium of a new year, which begins in January, comes off the
   * benefit of December (DI-75) */
  for (MpMonth month = run->first - run->first % 12 + 11; month <= run->last; month += 12)
    mp_run_mark (run, month, MP_NEW_COLA);
}

static gboolean
may_repeat (const MpSsdiState *self, const MpRun *run, MpMonth month)
{
  if (!self->repeats || mp_ssdi_in_history (run, month))
    return FALSE;
  /* DI-52 to DI-59: reinstatement counts its months */
  return self->exr.moe == MP_MONTH_NONE && self->exr.provisional_from == MP_MONTH_NONE;
}

/**
 * mp_ssdi_repeat: (skip)
 * @self: the state after the month
 * @run: a run
 * @row: the month that was stepped last
 *
 * Returns: the last month that is like it, but for the count of a trial work month; itself when there is none
 */
MpMonth
mp_ssdi_repeat (const MpSsdiState *self, const MpRun *run, const MpMonthRow *row)
{
  const guint8 news = NEWS | (mp_ssdi_is_due (row->ssdi.status) ? MP_NEW_COLA : 0);
  /* DI-13: while trial work months are counted, one of them may fall out */
  const gboolean counts = self->used > 0 && self->span.w == MP_MONTH_NONE;
  MpMonth month = row->month, last = run->last;

  if (!may_repeat (self, run, month + 1))
    return month;
  /* the ninth completes the trial work period */
  if (row->ssdi.twp_month)
    last = MIN (last, month + MP_SSDI_TRIAL_WORK_MONTHS - 1 - (gint) self->used);
  while (month < last && mp_run_is_quiet (run, month + 1, news) && !(counts && mp_ssdi_leaves_window (self, run, month + 1)))
    month++;
  return month;
}
