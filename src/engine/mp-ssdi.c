/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Title II cash benefits month by month: trial work, re-entitlement, cessation, termination. */

#include "mp-ssdi-private.h"

#define REENTITLEMENT_MONTHS 36
#define GRACE_MONTHS 2 /* after the month of cessation (DI-42) */
#define F16_MONTHS 16 /* after the trial work period (DI-67) */

/**
 * mp_ssdi_grace_last:
 * @period: a period of disability with a month of cessation
 *
 * Returns: the last month that is paid whatever the pay (DI-42)
 */
MpMonth
mp_ssdi_grace_last (const MpSsdiPeriod *period)
{
  return period->cessation + GRACE_MONTHS;
}

static const MpSsdiSpan no_span = {
  .start = MP_MONTH_NONE, .w = MP_MONTH_NONE, .c = MP_MONTH_NONE,
  .f16 = MP_MONTH_NONE, .f37 = MP_MONTH_NONE, .btm = MP_MONTH_NONE,
};

static MpSeries
sga_series (const MpRun *run)
{
  /* DI-21 */
  return run->kase->beneficiary.blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA;
}

static gint64
figure (MpRun *run, MpSeries series, MpMonth month, gboolean needed, guint32 *estimated)
{
  gint64 value = G_MAXINT64;

  if (needed)
    return mp_run_figure (run, series, month, estimated);
  mp_run_try_figure (run, series, month, &value, estimated);
  return value;
}

/* DI-2, DI-20 */
gboolean
mp_ssdi_is_sga (MpRun *run, MpMonth month, gboolean needed, guint32 *estimated)
{
  MpMoney countable = mp_run_work (run, month)->countable;

  return countable > 0 && countable > figure (run, sga_series (run), month, needed, estimated);
}

/* DI-10, DI-11 */
static gboolean
is_service_month (MpRun *run, MpMonthRow *row)
{
  const MpWorkMonth *work = mp_run_work (run, row->month);

  if (work->business_hours > 0 &&
      work->business_hours > mp_run_figure (run, MP_SERIES_TWP_HOURS, row->month, NULL) * MP_HOURS_UNIT)
    return TRUE;
  if (work->earned <= 0)
    return FALSE;
  if (mp_case_reading (run->kase, MP_READING_DI_D09) != 0)
    return MAX (work->wages, work->self_employment) > mp_run_figure (run, MP_SERIES_TWP, row->month, &row->estimated);
  return work->earned > mp_run_figure (run, MP_SERIES_TWP, row->month, &row->estimated);
}

static gboolean
is_listed (const MpRun *run, MpMonth month)
{
  for (guint i = 0; i < run->kase->ssdi.history.n_twp_months; i++)
    if (run->kase->ssdi.history.twp_months[i] == month)
      return TRUE;
  return FALSE;
}

/* The pseudo-code's t: whether the month is charged to the trial work period. */
static gboolean
is_trial_work (const MpSsdiState *self, MpRun *run, MpMonthRow *row)
{
  /* DI-9 */
  if (row->month < self->twp_start)
    return FALSE;
  /* DI-18 */
  if (mp_ssdi_in_history (run, row->month))
    return is_listed (run, row->month);
  return is_service_month (run, row);
}

/* The entry whose months SSA averages in the month, if any. */
static const MpWork *
averaged_entry (const MpRun *run, MpMonth month)
{
  if (run->flags & MP_PROJECT_WITHOUT_WORK)
    return NULL;
  for (guint i = 0; i < run->scenario->n_work; i++)
    if (run->scenario->work[i].average && mp_period_contains (&run->scenario->work[i].when, month))
      return &run->scenario->work[i];
  return NULL;
}

/* DI-32: the months of the entry in one calendar year after W decide together when they lie on both sides. */
static gboolean
is_average_sga (const MpSsdiState *self, MpRun *run, const MpWork *work, MpMonthRow *row, gboolean alone)
{
  MpMonth month = row->month;
  MpMonth from = MAX (work->when.from, month - (mp_month_of_year (month) - 1));
  MpMonth to = MIN (MIN (work->when.to, month + 12 - mp_month_of_year (month)), run->last + MP_WORK_AHEAD);
  gint64 limit = mp_run_figure (run, sga_series (run), month, &row->estimated);
  MpMoney sum = 0;
  guint above = 0, n = 0;

  from = MAX (from, self->span.w + 1);
  if (run->kase->ssdi.history.present)
    from = MAX (from, run->kase->ssdi.history.through + 1);
  for (MpMonth m = from; m <= to; m++)
    {
      MpMoney countable = mp_run_work (run, m)->countable_uwa;

      sum += countable;
      above += countable > limit;
      n++;
    }
  if (above == 0 || above == n)
    return alone;
  MP_TRACE (run, month, MP_PROGRAM_SSDI, "DI-32",
            mp_message (sum > limit * n
                        ? N_("Averaged over the {months} months of this work in the year, the pay that counts is more than the limit: {sum} together, and {months} times {limit} is {all}. Disability ceases with the first of them.")
                        : N_("Averaged over the {months} months of this work in the year, the pay that counts is not more than the limit: {sum} together, and {months} times {limit} is {all}. Disability does not cease in any of them, whatever the pay of one month."),
                        MP_NUMBER_VALUE ("months", n), MP_MONEY_VALUE ("sum", sum), MP_MONEY_VALUE ("limit", limit),
                        MP_MONEY_VALUE ("all", limit * n)));
  return sum > limit * n;
}

/* The pseudo-code's cess?: whether the month's work would end disability (DI-30 to DI-36). */
static gboolean
is_cessation (const MpSsdiState *self, MpRun *run, MpMonthRow *row)
{
  const MpWork *work;
  MpMoney countable = mp_run_work (run, row->month)->countable_uwa;
  gboolean alone;

  /* DI-51 */
  if (mp_ssdi_in_history (run, row->month))
    return row->month == run->kase->ssdi.history.cessation;
  alone = countable > 0 && countable > mp_run_figure (run, sga_series (run), row->month, &row->estimated);
  work = averaged_entry (run, row->month);
  return work != NULL ? is_average_sga (self, run, work, row, alone) : alone;
}

/* D-10, the other reading: entitlement of a blind person of 55 or over does not end for work of other skills. */
static gboolean
never_ends (const MpRun *run, MpMonth month)
{
  return mp_case_reading (run->kase, MP_READING_DI_D10) != 0 && run->kase->beneficiary.blind &&
         month >= mp_date_age_month (run->kase->beneficiary.birth_date, 55 * 12);
}

/* DI-67, DI-46: the first SGA months from the 16th and the 37th month after W. */
static void
note_sga (MpSsdiState *self, MpRun *run, MpMonth month)
{
  MpSsdiSpan *span = &self->span;

  if (month >= span->w + F16_MONTHS && span->f16 == MP_MONTH_NONE)
    span->f16 = month;
  if (month > span->w + REENTITLEMENT_MONTHS && span->f37 == MP_MONTH_NONE && !never_ends (run, month))
    {
      MpMonth end = MAX (span->c + 3, month);

      span->f37 = month;
      /* DI-60: retirement may come first */
      if (end < self->retirement)
        mp_ssdi_period (run)->termination = end;
    }
}

/* The same of the months after one, up to the last that is like it: they are not stepped. */
static void
note_repeated_sga (MpSsdiState *self, const MpMonthRow *row, MpMonth last)
{
  MpSsdiSpan *span = &self->span;

  if (row->ssdi.sga && row->ssdi.status != MP_SSDI_RETIREMENT && span->c != MP_MONTH_NONE && span->btm == MP_MONTH_NONE &&
      span->f16 == MP_MONTH_NONE && last >= span->w + F16_MONTHS)
    span->f16 = span->w + F16_MONTHS;
}

static void
complete_trial_work (MpSsdiState *self, MpRun *run, MpMonth month)
{
  MpSsdiPeriod *period = mp_ssdi_period (run);

  self->span.w = month;
  period->twp_end = month;
  period->epe_end = month + REENTITLEMENT_MONTHS;
  mp_run_mark (run, month + 1, MP_NEW_SSDI);
  mp_run_mark (run, month + REENTITLEMENT_MONTHS, MP_NEW_SSDI);
  mp_run_mark (run, month + REENTITLEMENT_MONTHS + 1, MP_NEW_SSDI);
  mp_run_event (run, month, MP_EVENT_TWP_COMPLETE, MP_MONEY_NONE,
                mp_message (N_("{month} is the ninth trial work month within 60 months: the trial work period is complete."),
                            MP_MONTH_VALUE ("month", month)));
}

/**
 * mp_ssdi_count_month: (skip)
 * @self: the state
 * @run: a run
 * @row: a trial work month
 *
 * Charges a month to the trial work period (DI-13).
 */
void
mp_ssdi_count_month (MpSsdiState *self, MpRun *run, MpMonthRow *row)
{
  self->service[row->month - run->first] = TRUE;
  row->ssdi.twp_used = (guint8) ++self->used;
  mp_run_event (run, row->month, MP_EVENT_TWP_MONTH, MP_MONEY_NONE,
                mp_message (N_("{month} is a trial work month: {used} of 9 within 60 months."),
                            MP_MONTH_VALUE ("month", row->month), MP_NUMBER_VALUE ("used", self->used)));
}

/* DI-13 to DI-15 */
static MpSsdiStatus
step_trial_work (MpSsdiState *self, MpRun *run, MpMonthRow *row)
{
  MpMonth month = row->month;

  row->ssdi.twp_used = (guint8) self->used;
  if (!is_trial_work (self, run, row))
    return MP_SSDI_ENTITLED;
  row->ssdi.twp_month = TRUE;
  if (!self->span.work_began)
    mp_run_event (run, month, MP_EVENT_TWP_START, MP_MONEY_NONE,
                  mp_message (N_("{month} is the first trial work month that is used."),
                              MP_MONTH_VALUE ("month", month)));
  self->span.work_began = TRUE;
  mp_ssdi_count_month (self, run, row);
  if (self->used == MP_SSDI_TRIAL_WORK_MONTHS)
    complete_trial_work (self, run, month);
  return MP_SSDI_TRIAL_WORK;
}

static void
begin_cessation (MpSsdiState *self, MpRun *run, MpMonth month)
{
  self->span.c = month;
  mp_ssdi_period (run)->cessation = month;
  for (MpMonth next = month + 1; next <= month + 3; next++)
    mp_run_mark (run, next, MP_NEW_SSDI);
  mp_run_event (run, month, MP_EVENT_CESSATION, MP_MONEY_NONE,
                mp_message (N_("{month} is the first month of substantial work after the trial work period; Social Security calls it the cessation month. This month and the next two are still paid."),
                            MP_MONTH_VALUE ("month", month)));
}

static void
terminate (MpSsdiState *self, MpRun *run, MpMonth month)
{
  MpSsdiPeriod *period = mp_ssdi_period (run);
  MpMonth last;

  self->span.btm = month;
  period->termination = month;
  mp_run_event (run, month, MP_EVENT_TERMINATION, MP_MONEY_NONE,
                mp_message (N_("Entitlement ends: from {month} no benefit is due unless it is reinstated."),
                            MP_MONTH_VALUE ("month", month)));
  last = mp_medicare_last (self, run);
  mp_run_mark_period (run, &(MpPeriod) { last, last }, MP_NEW_SSDI);
  /* DI-69 */
  if (last < self->age65 - 1 && self->part_a <= last)
    period->medicare_a_end = last;
  mp_ssdi_plan_reinstatement (self, run);
}

/* After W, before BTM: DI-40 to DI-48. */
static MpSsdiStatus
step_reentitlement (MpSsdiState *self, MpRun *run, MpMonthRow *row, gboolean sga)
{
  MpSsdiSpan *span = &self->span;
  MpMonth month = row->month;
  gboolean in_epe = month <= span->w + REENTITLEMENT_MONTHS;

  /* DI-41 */
  if (span->c == MP_MONTH_NONE && is_cessation (self, run, row))
    begin_cessation (self, run, month);
  if (span->c != MP_MONTH_NONE && (sga || month == span->c))
    note_sga (self, run, month);
  /* DI-45 */
  if (span->c == MP_MONTH_NONE)
    return in_epe ? MP_SSDI_EPE_PAID : MP_SSDI_POST_EPE_PAID;
  if (month == span->c)
    return MP_SSDI_CESSATION;
  /* DI-42, DI-43 */
  if (month <= span->c + GRACE_MONTHS)
    return MP_SSDI_GRACE;
  /* DI-44 */
  if (in_epe || (sga && span->f37 == MP_MONTH_NONE && never_ends (run, month)))
    return sga ? MP_SSDI_SUSPENDED : MP_SSDI_EPE_PAID;
  /* DI-46, DI-48 */
  if (span->f37 != MP_MONTH_NONE && month >= MAX (span->c + 3, span->f37))
    {
      terminate (self, run, month);
      return MP_SSDI_TERMINATED;
    }
  /* DI-47 */
  return MP_SSDI_POST_EPE_PAID;
}

/* DI-58: with the month after the 24th begin a new trial work period and all that follows. */
static void
begin_period (MpSsdiState *self, MpRun *run, MpMonth month)
{
  self->span = no_span;
  self->span.start = month;
  self->used = 0;
  self->exr = (MpSsdiReinstatement) { MP_MONTH_NONE, MP_MONTH_NONE, MP_MONTH_NONE, 0 };
  mp_run_mark (run, month, MP_NEW_SSDI);
}

static MpSsdiStatus
step_entitled (MpSsdiState *self, MpRun *run, MpMonthRow *row, gboolean sga)
{
  MpSsdiStatus status;

  if (self->exr.moe != MP_MONTH_NONE && row->month >= self->exr.moe)
    {
      status = mp_ssdi_reinstated_step (self, run, row, sga);
      row->ssdi.twp_used = MP_SSDI_TRIAL_WORK_MONTHS;
      if (self->exr.payable == 24)
        begin_period (self, run, row->month + 1);
      return status;
    }
  if (self->span.w == MP_MONTH_NONE)
    return step_trial_work (self, run, row);
  row->ssdi.twp_used = MP_SSDI_TRIAL_WORK_MONTHS;
  if (self->span.btm != MP_MONTH_NONE)
    return mp_ssdi_terminated_step (self, run, row->month);
  status = step_reentitlement (self, run, row, sga);
  /* the month of termination may already be one of reinstatement */
  if (status == MP_SSDI_TERMINATED)
    return self->exr.moe != MP_MONTH_NONE && row->month >= self->exr.moe
           ? mp_ssdi_reinstated_step (self, run, row, sga) : mp_ssdi_terminated_step (self, run, row->month);
  return status;
}

static gboolean
is_terminated (const MpSsdiState *self, MpMonth month)
{
  return self->span.btm != MP_MONTH_NONE && (self->exr.moe == MP_MONTH_NONE || month < self->exr.moe);
}

static void
tell_changes (MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  const MpMonth month = row->month;
  const MpSsdiSpan *span = &self->span;
  const MpSsdiStatus status = row->ssdi.status, before = self->previous;

  if (status == MP_SSDI_RETIREMENT)
    {
      if (before != MP_SSDI_RETIREMENT)
        mp_run_event (run, month, MP_EVENT_RETIREMENT, MP_MONEY_NONE,
                      mp_message (N_("From {month}, full retirement age, the disability benefit is a retirement benefit of the same amount and work no longer matters for it."),
                                  MP_MONTH_VALUE ("month", month)));
      return;
    }
  if (span->w != MP_MONTH_NONE && month == span->w + 1)
    mp_run_event (run, month, MP_EVENT_EPE_START, MP_MONEY_NONE,
                  mp_message (N_("The re-entitlement period of 36 months begins. It ends with {end}."),
                              MP_MONTH_VALUE ("end", span->w + REENTITLEMENT_MONTHS)));
  if (span->w != MP_MONTH_NONE && month == span->w + REENTITLEMENT_MONTHS)
    mp_run_event (run, month, MP_EVENT_EPE_END, MP_MONEY_NONE,
                  span->c == MP_MONTH_NONE
                  ? mp_message_plain (N_("The re-entitlement period ends with this month. From now on the first month of substantial work and the two after it are still paid, and then entitlement ends."))
                  : mp_message_plain (N_("The re-entitlement period ends with this month. From now on a month of substantial work ends entitlement.")));
  if (status == MP_SSDI_GRACE && month == span->c + GRACE_MONTHS)
    mp_run_event (run, month, MP_EVENT_GRACE_END, MP_MONEY_NONE,
                  mp_message_plain (N_("This is the last of the three months that are paid whatever the work.")));
  if ((status == MP_SSDI_SUSPENDED && before != MP_SSDI_SUSPENDED) ||
      (status == MP_SSDI_EXR_UNPAID && before != MP_SSDI_EXR_UNPAID))
    mp_run_event (run, month, MP_EVENT_SUSPENSION, MP_MONEY_NONE,
                  mp_message_plain (N_("No benefit is due from this month, because the work is substantial. Entitlement goes on.")));
  if (((status == MP_SSDI_EPE_PAID || status == MP_SSDI_POST_EPE_PAID) && before == MP_SSDI_SUSPENDED) ||
      (status == MP_SSDI_EXR_PAID && before == MP_SSDI_EXR_UNPAID))
    mp_run_event (run, month, MP_EVENT_REENTITLEMENT, MP_MONEY_NONE,
                  mp_message_plain (N_("The benefit is due again, without a new application, because the work is no longer substantial.")));
}

/* SSI counts the benefit in the month after; by a reading (register 16) it looks at the premium of yet a month before. */
static void
mark_received (MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  if (row->ssdi.benefit == self->received.benefit && row->ssdi.part_b == self->received.part_b)
    return;
  self->received = row->ssdi;
  mp_run_mark (run, row->month + 1, MP_NEW_SSI);
  if (mp_case_reading (run->kase, MP_READING_SSI_16) != 0)
    mp_run_mark (run, row->month + 2, MP_NEW_SSI);
}

/**
 * mp_ssdi_init: (skip)
 * @run: a run
 *
 * Returns: (transfer none): the state before the first month
 */
MpSsdiState *
mp_ssdi_init (MpRun *run)
{
  const MpSsdiFacts *facts = &run->kase->ssdi;
  const MpDate birth = run->kase->beneficiary.birth_date;
  MpSsdiState *self = mp_run_scratch (run, 1, sizeof (MpSsdiState) + run->out->n_rows);

  if (!facts->present)
    return self;
  self->span = no_span;
  self->exr = (MpSsdiReinstatement) { MP_MONTH_NONE, MP_MONTH_NONE, MP_MONTH_NONE, 0 };
  self->entitled = facts->entitled_from;
  /* DI-8 */
  self->twp_start = MAX (self->entitled, facts->filed);
  if (facts->basis == MP_BASIS_CHILDHOOD)
    self->twp_start = MAX (self->twp_start, mp_date_age_month (birth, 18 * 12));
  if (facts->basis == MP_BASIS_WIDOW && self->entitled >= mp_date_age_month (birth, 60 * 12))
    self->twp_start = MP_MONTH_OPEN;
  self->age65 = mp_date_age_month (birth, 65 * 12);
  /* DI-61, DI-62 */
  self->retirement = facts->basis == MP_BASIS_CHILDHOOD && mp_case_reading (run->kase, MP_READING_DI_D12) == 0 ? MP_MONTH_OPEN :
    mp_date_age_month (birth, mp_parameters_retirement_age (run->parameters, birth, facts->basis == MP_BASIS_WIDOW));
  mp_medicare_init (self, run);
  mp_ssdi_mark (self, run);
  run->out->periods.n = 1;
  run->out->periods.list[0] = mp_ssdi_no_period ();
  return self;
}

/**
 * mp_ssdi_step: (skip)
 * @self: the state
 * @run: a run
 * @row: the next month
 *
 * Computes one month: its status, what is due, Medicare (DI-8 to DI-79); and finds how many months are like it.
 */
void
mp_ssdi_step (MpSsdiState *self, MpRun *run, MpMonthRow *row)
{
  const MpMonth month = row->month;
  gboolean sga;

  row->ssdi = (MpSsdiRow) { 0 };
  if (!run->kase->ssdi.present)
    return;
  /* a reported month shows it; an earlier one needs it only after the trial work period */
  sga = mp_ssdi_is_sga (run, month, month >= run->start || (self->span.w != MP_MONTH_NONE &&
                        (self->span.c != MP_MONTH_NONE || !mp_ssdi_in_history (run, month))), &row->estimated);
  row->ssdi.sga = sga;
  /* DI-51, the other reading: up to `through` earnings decide nothing */
  if (mp_ssdi_in_history (run, month) && mp_case_reading (run->kase, MP_READING_DI_D05) != 0)
    sga = FALSE;
  if (mp_ssdi_leaves_window (self, run, month))
    self->used--;
  if (month < self->entitled)
    row->ssdi.status = MP_SSDI_NOT_ENTITLED;
  /* DI-60, DI-63 */
  else if (month >= self->retirement && !is_terminated (self, month))
    {
      row->ssdi.status = MP_SSDI_RETIREMENT;
      row->ssdi.twp_used = self->span.w != MP_MONTH_NONE ? MP_SSDI_TRIAL_WORK_MONTHS : (guint8) self->used;
    }
  else
    row->ssdi.status = (guint8) step_entitled (self, run, row, sga);
  tell_changes (self, run, row);
  mp_medicare_step (self, run, row);
  mp_ssdi_pay (self, run, row);
  mp_ssdi_explain (self, run, row);
  mark_received (self, run, row);
  self->previous = row->ssdi.status;
  run->ssdi_flags = row->estimated;
  run->ssdi_known = mp_ssdi_repeat (self, run, row);
  note_repeated_sga (self, row, run->ssdi_known);
}

/**
 * mp_ssdi_finish: (skip)
 * @self: the state
 * @run: a run
 *
 * Gives the warnings and what is open at the end.
 */
void
mp_ssdi_finish (MpSsdiState *self, MpRun *run)
{
  if (!run->kase->ssdi.present)
    return;
  mp_ssdi_period (run)->medicare_least = mp_medicare_least (self, run);
  mp_ssdi_warn (self, run);
}
