/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* SSI months that are like the one before: see mp-news.c. */

#include "mp-ssi-private.h"

#include <string.h>

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
    mp_run_mark_period (run, &(MpPeriod) { mp_ssi_recorded_from (ssi), ssi->history.through }, MP_NEW_SSI);
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

/* SSI-54: the last month before twelve months' earnings are tested again. */
static MpMonth
before_next_test (const MpSsiState *self)
{
  return self->finding ? self->finding_from + 11 : MP_MONTH_OPEN;
}

/* How far a status lasts by itself. */
static MpMonth
end_of_status (const MpSsiState *self, MpSsiStatus status, MpMonth month)
{
  switch (status)
    {
    case MP_SSI_PAYABLE:
    case MP_SSI_UNPAID:
      /* SSI-13: from the third month of a run on the budget month is the second before */
      return self->run_length >= 3 ? MP_MONTH_OPEN : month - 1;
    case MP_SSI_1619B:
      return before_next_test (self);
    case MP_SSI_SUSPENDED:
      /* SSI-61 */
      return MIN (month + 11 - self->suspended, before_next_test (self));
    case MP_SSI_TERMINATED:
      return MP_MONTH_OPEN;
    case MP_SSI_NOT_ELIGIBLE:
    case MP_SSI_EXR_PROVISIONAL:
    case MP_N_SSI_STATUS:
    default:
      return month - 1;
    }
}

/* SSI-16: in January and February SSDI of the month itself may take the place of the budget month's. */
static gboolean
is_quiet (const MpRun *run, MpMonth month, gboolean paid)
{
  if (!mp_run_is_quiet (run, month, NEWS))
    return FALSE;
  return !paid || (mp_run_is_quiet (run, month - 2, NEWS) && (month % 12 > 2 || mp_run_is_quiet (run, month - 1, NEWS)));
}

/* The last month like the one before; that one itself when there is none. */
static MpMonth
end_of_repeats (MpSsiState *self, MpRun *run, MpSsiStatus status, MpMonth month)
{
  const MpSsiFacts *ssi = &run->kase->ssi;
  const gboolean paid = status == MP_SSI_PAYABLE || status == MP_SSI_UNPAID;
  MpMonth last, to = month;

  /* SSI-64: requests are looked at each month after the end of the record */
  if (!self->repeats || month == run->first || (ssi->history.present && month <= ssi->history.through) ||
      (self->ended && run->scenario->n_expedited_reinstatement > 0))
    return month - 1;
  /* SSI-17: the benefit of a month counts in the next */
  last = MIN (MIN (end_of_status (self, status, month), run->ssdi_known + 1), run->last);
  while (to <= last && is_quiet (run, to, paid))
    to++;
  /* rows of a supplement table begin in any month */
  if (to > month && ssi->supplement == MP_SUPPLEMENT_TABLE)
    return self->supplement == mp_ssi_supplement (self, run, month, mp_ssi_unit (run, month)) ? month : month - 1;
  return to - 1;
}

/* What the months leave behind. */
static void
count_months (MpSsiState *self, MpSsiStatus status, gint months)
{
  if (status == MP_SSI_PAYABLE || status == MP_SSI_1619B)
    mp_ssi_count_paid (self, months);
  if (status == MP_SSI_PAYABLE || status == MP_SSI_UNPAID)
    self->run_length += months;
  if (status == MP_SSI_SUSPENDED)
    self->suspended += months;
}

/**
 * mp_ssi_repeat: (skip)
 * @self: the state after the month before
 * @run: a run
 * @before: the month before
 * @month: the first month that is not known yet
 *
 * Looks how far months are like the one before, and counts them.
 *
 * Returns: whether this month is like the one before; then `ssi_known` is the last such month
 */
gboolean
mp_ssi_repeat (MpSsiState *self, MpRun *run, const MpSsiRow *before, MpMonth month)
{
  const MpMonth last = end_of_repeats (self, run, before->status, month);
  guint8 *would_pay = &self->would_pay[month - run->first];

  if (last < month)
    return FALSE;
  count_months (self, before->status, last - month + 1);
  memset (would_pay, would_pay[-1], (gsize) (last - month + 1));
  run->ssi_known = last;
  return TRUE;
}
