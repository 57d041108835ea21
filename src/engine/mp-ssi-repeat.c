/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* SSI months that are like the one before: see mp-news.c. */

#include "mp-ssi-private.h"

#define NEWS (MP_NEW_FIGURES | MP_NEW_WORK | MP_NEW_SSI)

static void
mark_spouse (MpRun *run)
{
  const MpSsiFacts *ssi = &run->kase->ssi;

  if (!ssi->spouse.present)
    return;
  mp_run_mark_period (run, &ssi->spouse.when, MP_NEW_SSI);
  mp_run_mark_amounts (run, ssi->spouse.earned, ssi->spouse.n_earned, MP_NEW_SSI);
  mp_run_mark_amounts (run, ssi->spouse.unearned, ssi->spouse.n_unearned, MP_NEW_SSI);
  for (guint i = 0; i < ssi->spouse.n_work_incentives; i++)
    mp_run_mark_period (run, &ssi->spouse.work_incentives[i].when, MP_NEW_SSI);
  /* SSI-42: a child counts through the month of a birthday, which depends on register 12 */
  for (guint i = 0; i < ssi->n_children; i++)
    {
      const MpChild *child = &ssi->children[i];

      mp_run_mark (run, child->birth_date.month, MP_NEW_SSI);
      mp_run_mark (run, mp_date_age_month (child->birth_date, 18 * 12) + 1, MP_NEW_SSI);
      mp_run_mark (run, mp_date_age_month (child->birth_date, 22 * 12) + 1, MP_NEW_SSI);
      mp_run_mark_amounts (run, child->unearned, child->n_unearned, MP_NEW_SSI);
    }
}

/* Whether income depends on other months than its own: infrequent income on the quarter, a student's exclusion on
 * the year, and by register 5 what is deemed on the month paid. Such cases are computed month by month. */
static gboolean
looks_around (const MpRun *run)
{
  const MpSsiFacts *ssi = &run->kase->ssi;

  if (run->kase->beneficiary.n_student > 0 || mp_case_reading (run->kase, MP_READING_SSI_5) != 0)
    return TRUE;
  for (guint i = 0; i < ssi->n_unearned; i++)
    if (ssi->unearned[i].kind == MP_UNEARNED_INFREQUENT)
      return TRUE;
  for (guint i = 0; i < run->scenario->n_work; i++)
    if (run->scenario->work[i].infrequent)
      return TRUE;
  return FALSE;
}

/* Marks the months in which something is new for SSI. Work incentives are work facts, published figures are marked
 * for all. */
void
mp_ssi_mark (MpSsiState *self, MpRun *run)
{
  const MpSsiFacts *ssi = &run->kase->ssi;

  self->repeats = mp_run_repeats (run) && !looks_around (run);
  if (!self->repeats)
    return;
  mp_run_mark (run, ssi->eligible_from, MP_NEW_SSI);
  mp_run_mark (run, self->age65, MP_NEW_SSI);
  if (ssi->history.present)
    mp_run_mark_period (run, &(MpPeriod) { ssi->history.since, ssi->history.through }, MP_NEW_SSI);
  for (guint i = 0; i < ssi->n_living; i++)
    mp_run_mark_period (run, &ssi->living[i].when, MP_NEW_SSI);
  for (guint i = 0; i < ssi->n_unearned; i++)
    mp_run_mark_period (run, &ssi->unearned[i].when, MP_NEW_SSI);
  mp_run_mark_amounts (run, ssi->in_kind, ssi->n_in_kind, MP_NEW_SSI);
  mp_run_mark_amounts (run, ssi->resources, ssi->n_resources, MP_NEW_SSI);
  mp_run_mark_amounts (run, ssi->supplements, ssi->n_supplements, MP_NEW_SSI);
  mark_spouse (run);
  for (guint i = 0; i < run->scenario->n_expedited_reinstatement; i++)
    mp_run_mark (run, run->scenario->expedited_reinstatement[i].requested + 1, MP_NEW_SSI);
  /* SSI-01: rates with the assumed COLA */
  for (MpMonth month = run->first + 1; run->kase->assumptions.cola_percent != 0 && month <= run->last; month++)
    if (month % 12 == 0)
      mp_run_mark (run, month, MP_NEW_SSI);
}

/* SSI-13: from the third month of a run on an eligible month is paid by the income of the second month before.
 * SSI-16: in January and February SSDI of the month itself may take the place of the budget month's. */
static gboolean
budget_repeats (const MpSsiState *self, const MpRun *run, MpMonth month)
{
  return self->run_length >= 3 && mp_run_is_quiet (run, month - 2, NEWS) && (month % 12 > 2 || mp_run_is_quiet (run, month - 1, NEWS));
}

/* SSI-54: a test of twelve months' earnings was neither made in the month before nor is due. */
static gboolean
test_repeats (const MpSsiState *self, MpMonth month)
{
  return !self->finding || (month > self->finding_from + 1 && month < self->finding_from + 12);
}

static gboolean
is_repeated (MpSsiState *self, MpRun *run, MpMonth month)
{
  const MpSsiFacts *ssi = &run->kase->ssi;

  if (!self->repeats || !mp_run_repeats (run) || !mp_run_is_quiet (run, month, NEWS) || (ssi->history.present && month <= ssi->history.through))
    return FALSE;
  /* SSI-64: requests are looked at each month after the end of the record */
  if (self->ended && run->scenario->n_expedited_reinstatement > 0)
    return FALSE;
  switch ((MpSsiStatus) mp_run_row (run, month - 1)->ssi.status)
    {
    case MP_SSI_PAYABLE:
    case MP_SSI_UNPAID:
      if (!budget_repeats (self, run, month))
        return FALSE;
      break;
    case MP_SSI_1619B:
      if (!test_repeats (self, month))
        return FALSE;
      break;
    case MP_SSI_SUSPENDED:
      if (self->suspended >= 12 || !test_repeats (self, month))
        return FALSE;
      break;
    case MP_SSI_TERMINATED:
      break;
    case MP_SSI_NOT_ELIGIBLE:
    case MP_SSI_EXR_PROVISIONAL:
    case MP_N_SSI_STATUS:
    default:
      return FALSE;
    }
  /* rows of a supplement table begin in any month */
  return ssi->supplement != MP_SUPPLEMENT_TABLE || self->supplement == mp_ssi_supplement (self, run, month, mp_ssi_unit (run, month));
}

/**
 * mp_ssi_repeat: (skip)
 * @self: the state after the month before
 * @run: a run
 * @month: the next month
 *
 * Repeats the row of the month before and counts the month, if it is like that one.
 *
 * Returns: whether it is
 */
gboolean
mp_ssi_repeat (MpSsiState *self, MpRun *run, MpMonth month)
{
  MpSsiRow *row;

  if (!is_repeated (self, run, month))
    return FALSE;
  row = &mp_run_row (run, month)->ssi;
  *row = mp_run_row (run, month - 1)->ssi;
  self->months[month - run->first].would_pay = self->months[month - 1 - run->first].would_pay;
  switch ((MpSsiStatus) row->status)
    {
    case MP_SSI_PAYABLE:
      mp_ssi_count_paid (self);
      self->run_length++;
      row->budget_month++;
      break;
    case MP_SSI_UNPAID:
      self->run_length++;
      row->budget_month++;
      break;
    case MP_SSI_1619B:
      mp_ssi_count_paid (self);
      break;
    case MP_SSI_SUSPENDED:
      self->suspended++;
      break;
    case MP_SSI_NOT_ELIGIBLE:
    case MP_SSI_TERMINATED:
    case MP_SSI_EXR_PROVISIONAL:
    case MP_N_SSI_STATUS:
    default:
      break;
    }
  return TRUE;
}
