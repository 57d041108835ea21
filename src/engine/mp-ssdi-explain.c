/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why a month is what it is, and what the person should be told besides. */

#include "mp-ssdi-private.h"

#define SAY(rule, ...) MP_TRACE (run, row->month, MP_PROGRAM_SSDI, (rule), __VA_ARGS__)

static MpMoney
limit_of (MpRun *run, MpSeries series, MpMonth month)
{
  gint64 value = 0;

  mp_run_try_figure (run, series, month, &value, NULL);
  return value;
}

/* DI-21: blind people have an amount of their own. */
static const char *
sga_rule (const MpRun *run)
{
  return run->kase->beneficiary.blind ? "DI-21" : "DI-20";
}

static MpMoney
sga_limit (MpRun *run, MpMonth month)
{
  return limit_of (run, run->kase->beneficiary.blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA, month);
}

/* DI-10, DI-11, DI-18 */
static void
explain_trial_work (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  const MpWorkMonth *work = mp_run_work (run, row->month);
  MpMoney limit = limit_of (run, MP_SERIES_TWP, row->month);

  if (mp_ssdi_in_history (run, row->month))
    {
      SAY ("DI-18", row->ssdi.twp_month
           ? mp_message_plain (N_("Social Security's record lists this month as a trial work month."))
           : mp_message_plain (N_("Social Security's record does not list this month as a trial work month.")));
      return;
    }
  if (row->month < self->twp_start)
    SAY ("DI-8", mp_message_plain (N_("Trial work months cannot be used yet in this month.")));
  else if (!row->ssdi.twp_month)
    SAY ("DI-10", mp_message (N_("Pay before any deduction, {earned}, is not more than {twp_amount}: no trial work month is used."),
                              MP_MONEY_VALUE ("earned", work->earned), MP_MONEY_VALUE ("twp_amount", limit)));
  else if (work->earned > limit)
    SAY ("DI-10", mp_message (N_("Pay before any deduction, {earned}, is more than {twp_amount}: this is a trial work month."),
                              MP_MONEY_VALUE ("earned", work->earned), MP_MONEY_VALUE ("twp_amount", limit)));
  else
    SAY ("DI-11", mp_message (N_("{hours} hours of work in the business are more than {limit}: this is a trial work month."),
                              MP_HOURS_VALUE ("hours", work->business_hours),
                              MP_NUMBER_VALUE ("limit", limit_of (run, MP_SERIES_TWP_HOURS, row->month))));
  if (row->ssdi.twp_month)
    SAY ("DI-13", mp_message (N_("It is number {used} of 9 within 60 months. The benefit is paid whatever the pay."),
                              MP_NUMBER_VALUE ("used", row->ssdi.twp_used)));
}

/* DI-22, DI-20 */
static void
explain_sga (MpRun *run, const MpMonthRow *row)
{
  const MpWorkMonth *work = mp_run_work (run, row->month);
  MpMoney limit = sga_limit (run, row->month);

  if (work->earned != work->countable)
    SAY ("DI-22", mp_message (N_("Pay of {earned} less {subsidy} of subsidy and {irwe} of work expenses leaves {countable} that counts."),
                              MP_MONEY_VALUE ("earned", work->earned), MP_MONEY_VALUE ("subsidy", work->subsidy),
                              MP_MONEY_VALUE ("irwe", work->irwe_counted), MP_MONEY_VALUE ("countable", work->countable)));
  if (row->ssdi.sga)
    SAY (sga_rule (run), mp_message (N_("Pay that counts, {countable}, is more than the limit of {sga_amount}: the work is substantial."),
                                     MP_MONEY_VALUE ("countable", work->countable), MP_MONEY_VALUE ("sga_amount", limit)));
  else
    SAY (sga_rule (run), mp_message (N_("Pay that counts, {countable}, is not more than the limit of {sga_amount}."),
                                     MP_MONEY_VALUE ("countable", work->countable), MP_MONEY_VALUE ("sga_amount", limit)));
}

/* DI-46: what made this month the first without entitlement. */
static void
explain_end (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  const MpSsdiSpan *span = &self->span;

  if (row->month != span->btm)
    return;
  explain_sga (run, row);
  SAY ("DI-46", mp_message (N_("Entitlement ends with {btm}: the later of {grace}, the third month after disability ceased, and {sga}, the first month of substantial work after the re-entitlement period."),
                            MP_MONTH_VALUE ("btm", span->btm), MP_MONTH_VALUE ("grace", span->c + 3), MP_MONTH_VALUE ("sga", span->f37)));
}

/* DI-57: why reinstatement begins with this month. */
static void
explain_reinstatement (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  if (row->month != self->exr.moe)
    return;
  SAY ("DI-57", mp_message (N_("Reinstatement begins with {moe}: the first month without substantial work among those that the approved request reaches."),
                            MP_MONTH_VALUE ("moe", self->exr.moe)));
  explain_sga (run, row);
}

/* After the trial work period, no cessation yet: why a substantial month does not cease disability. */
static void
explain_no_cessation (MpRun *run, const MpMonthRow *row)
{
  if (!row->ssdi.sga)
    return;
  if (mp_ssdi_in_history (run, row->month))
    SAY ("DI-51", mp_message_plain (N_("Social Security's record shows no end of disability in this month.")));
  else if (mp_run_work (run, row->month)->countable_uwa != mp_run_work (run, row->month)->countable)
    SAY ("DI-34", mp_message_plain (N_("The work is an unsuccessful work attempt: it does not end disability.")));
}

/* DI-40, DI-44: a month of the re-entitlement period that is paid. */
static void
explain_reentitlement (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  const MpMonth end = self->span.w + 36;

  explain_sga (run, row);
  if (self->span.c == MP_MONTH_NONE)
    {
      explain_no_cessation (run, row);
      SAY ("DI-40", mp_message (N_("The month is in the re-entitlement period, which lasts until {end}: the benefit is paid."),
                                MP_MONTH_VALUE ("end", end)));
    }
  else
    SAY ("DI-44", mp_message (N_("The month is in the re-entitlement period, which lasts until {end}: a month without substantial work is paid."),
                              MP_MONTH_VALUE ("end", end)));
}

/* DI-41 */
static void
explain_cessation (MpRun *run, const MpMonthRow *row)
{
  if (mp_ssdi_in_history (run, row->month))
    SAY ("DI-51", mp_message_plain (N_("Social Security's record gives this month as the one in which disability ceased for work.")));
  else
    explain_sga (run, row);
  SAY ("DI-41", mp_message_plain (N_("It is the first such month after the trial work period: disability ceases, and this month is still paid.")));
}

/* DI-44, or by register D-10 a month after the re-entitlement period. */
static void
explain_suspension (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  const MpMonth end = self->span.w + 36;

  explain_sga (run, row);
  if (row->month > end)
    SAY ("DI-38", mp_message_plain (N_("Nothing is due for a month of substantial work. Entitlement goes on, because the work of a blind person of 55 or over needs no comparable skills.")));
  else
    SAY ("DI-44", mp_message (N_("Nothing is due for a month of substantial work after the grace months. Until {end} the benefit can start again without an application."),
                              MP_MONTH_VALUE ("end", end)));
}

/* DI-45, DI-47 */
static void
explain_after_reentitlement (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  explain_sga (run, row);
  if (self->span.c == MP_MONTH_NONE)
    {
      explain_no_cessation (run, row);
      SAY ("DI-45", mp_message_plain (N_("The re-entitlement period is over and disability has not ceased: the benefit is paid until a first month of substantial work.")));
    }
  else
    SAY ("DI-47", mp_message_plain (N_("The re-entitlement period is over: the benefit is paid until the next month of substantial work, which ends entitlement.")));
}

/* DI-58, DI-59 */
static void
explain_reinstated (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  if (row->month == self->exr.moe)
    explain_reinstatement (self, run, row);
  else
    explain_sga (run, row);
  if (row->ssdi.status == MP_SSDI_EXR_PAID)
    SAY ("DI-58", mp_message_plain (N_("The benefit is reinstated, and a month without substantial work is paid. Such months count toward 24, after which a new trial work period begins.")));
  else
    SAY ("DI-59", mp_message_plain (N_("The benefit is reinstated, but nothing is due for a month of substantial work.")));
}

static void
explain_status (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  switch ((MpSsdiStatus) row->ssdi.status)
    {
    case MP_SSDI_NOT_ENTITLED:
      SAY ("DI-9", mp_message (N_("Entitlement begins with {from}; work before it does not count."), MP_MONTH_VALUE ("from", self->entitled)));
      break;
    case MP_SSDI_ENTITLED:
    case MP_SSDI_TRIAL_WORK:
      explain_trial_work (self, run, row);
      break;
    case MP_SSDI_EPE_PAID:
      explain_reentitlement (self, run, row);
      break;
    case MP_SSDI_CESSATION:
      explain_cessation (run, row);
      break;
    case MP_SSDI_GRACE:
      explain_sga (run, row);
      SAY ("DI-42", mp_message (N_("Disability ceased in {cessation}. The two months after it are paid whatever the work."),
                                MP_MONTH_VALUE ("cessation", self->span.c)));
      break;
    case MP_SSDI_SUSPENDED:
      explain_suspension (self, run, row);
      break;
    case MP_SSDI_POST_EPE_PAID:
      explain_after_reentitlement (self, run, row);
      break;
    case MP_SSDI_TERMINATED:
      explain_end (self, run, row);
      SAY ("DI-50", mp_message (N_("Entitlement ended with {btm}, the first month that could not be paid. Nothing is due, whatever the work, unless the benefit is reinstated."),
                                MP_MONTH_VALUE ("btm", self->span.btm)));
      break;
    case MP_SSDI_EXR_PROVISIONAL:
      explain_end (self, run, row);
      explain_reinstatement (self, run, row);
      SAY ("DI-54", mp_message (N_("A provisional benefit is paid while the request is decided, until {last} at the latest."),
                                MP_MONTH_VALUE ("last", self->exr.provisional_to)));
      break;
    case MP_SSDI_EXR_PAID:
    case MP_SSDI_EXR_UNPAID:
      explain_reinstated (self, run, row);
      break;
    case MP_SSDI_RETIREMENT:
      SAY ("DI-60", mp_message (N_("Full retirement age is reached in {month}: the benefit is a retirement benefit and work no longer matters for it."),
                                MP_MONTH_VALUE ("month", self->retirement)));
      break;
    case MP_N_SSDI_STATUS:
    default:
      g_assert_not_reached ();
    }
}

static void
explain_payment (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  const MpSsdiRow *ssdi = &row->ssdi;

  if (ssdi->status == MP_SSDI_NOT_ENTITLED || ssdi->status == MP_SSDI_SUSPENDED || ssdi->status == MP_SSDI_EXR_UNPAID ||
      ssdi->status == MP_SSDI_TERMINATED)
    {
      SAY ("DI-73", mp_message_plain (N_("No benefit is due for this month.")));
      if (ssdi->medicare_b && !run->kase->ssdi.medicare.part_b.paid_by_state)
        SAY ("DI-79", mp_message_plain (N_("With no benefit to take it from, the Part B premium is billed.")));
      return;
    }
  if (mp_month_of_year (row->month) == 12 && self->benefit.entry != NULL && self->benefit.entry->when.from < row->month)
    SAY ("DI-72", mp_message (N_("With the cost-of-living adjustment of December, cut down to the dime, the benefit is {benefit}."),
                              MP_MONEY_VALUE ("benefit", ssdi->benefit)));
  if (ssdi->part_b > 0 && ssdi->part_b == ssdi->benefit)
    SAY ("DI-77", mp_message (N_("The Part B premium is not less than the benefit: it takes all of {benefit}, and the rest of it is billed."),
                              MP_MONEY_VALUE ("benefit", ssdi->benefit)));
  else if (ssdi->part_b > 0)
    SAY ("DI-75", mp_message (N_("From the benefit of {benefit} the Part B premium of {part_b} is taken; the rest, cut down to the dollar, is {payment}."),
                              MP_MONEY_VALUE ("benefit", ssdi->benefit), MP_MONEY_VALUE ("part_b", ssdi->part_b),
                              MP_MONEY_VALUE ("payment", ssdi->payment)));
  else
    {
      if (ssdi->medicare_b && run->kase->ssdi.medicare.part_b.paid_by_state)
        SAY ("DI-78", mp_message_plain (N_("The State pays the Part B premium, so nothing is taken from the benefit.")));
      SAY ("DI-76", mp_message (N_("The benefit of {benefit}, cut down to the dollar, is {payment}."),
                                MP_MONEY_VALUE ("benefit", ssdi->benefit), MP_MONEY_VALUE ("payment", ssdi->payment)));
    }
}

/* DI-49, DI-55, DI-74 */
static void
explain_family (MpRun *run, const MpMonthRow *row)
{
  const MpSsdiFacts *facts = &run->kase->ssdi;
  const MpAmount *entry = mp_amounts_at (facts->auxiliary, facts->n_auxiliary, row->month);

  if (entry == NULL || entry->monthly == 0 || facts->basis != MP_BASIS_WORKER || row->ssdi.status == MP_SSDI_NOT_ENTITLED)
    return;
  if (row->ssdi.auxiliary > 0)
    SAY ("DI-74", mp_message (N_("The family on the record is paid {auxiliary}, as entered."), MP_MONEY_VALUE ("auxiliary", row->ssdi.auxiliary)));
  else if (row->ssdi.status == MP_SSDI_EXR_PROVISIONAL)
    SAY ("DI-55", mp_message_plain (N_("The family on the record gets nothing while benefits are provisional.")));
  else
    SAY ("DI-49", mp_message_plain (N_("The family on the record is not paid for a month in which the worker is not.")));
}

static void
explain_medicare (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  if (!row->ssdi.medicare_a)
    return;
  if (row->ssdi.status == MP_SSDI_TERMINATED && row->month == self->age65)
    SAY ("DI-69", mp_message_plain (N_("From the month of age 65 Part A goes on under the regular rules.")));
  else if (row->ssdi.status == MP_SSDI_TERMINATED && row->month < self->age65)
    SAY ("DI-67", mp_message (N_("Premium-free Part A goes on after the benefit, until {last}."),
                              MP_MONTH_VALUE ("last", mp_medicare_last (self, run))));
  else if (row->month == self->part_a)
    SAY ("DI-65", mp_message_plain (N_("Premium-free Part A begins with this month.")));
}

/* Why the month is what it is: status, Medicare, amount. */
void
mp_ssdi_explain (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
  if (!mp_run_explains (run) || row->month < run->start)
    return;
  explain_status (self, run, row);
  explain_medicare (self, run, row);
  explain_payment (self, run, row);
  explain_family (run, row);
}

/* D-01: months of one entry and year on both sides of the amount, after W and until C. */
static gboolean
could_be_averaged (MpRun *run, const MpWork *work, const MpSsdiPeriod *period)
{
  MpMonth end = period->cessation != MP_MONTH_NONE ? period->cessation - mp_month_of_year (period->cessation) + 12 : run->last;
  MpMonth from = MAX (work->when.from, period->twp_end + 1), to = MIN (MIN (work->when.to, end), run->last);
  gboolean above = FALSE, below = FALSE;

  if (period->twp_end == MP_MONTH_NONE)
    return FALSE;
  if (run->kase->ssdi.history.present)
    {
      if (period->cessation != MP_MONTH_NONE && period->cessation <= run->kase->ssdi.history.through)
        return FALSE;
      from = MAX (from, run->kase->ssdi.history.through + 1);
    }
  for (MpMonth month = from; month <= to; month++)
    {
      MpMoney countable = mp_run_work (run, month)->countable_uwa;

      if (mp_month_of_year (month) == 1)
        above = below = FALSE;
      else if (month > from && mp_run_is_quiet (run, month, MP_NEW_FIGURES | MP_NEW_WORK))
        continue; /* like the month before */
      /* a month without earnings is a break of its own (DI-31) */
      if (countable == 0)
        continue;
      if (countable > sga_limit (run, month))
        above = TRUE;
      else
        below = TRUE;
      if (above && below)
        return TRUE;
    }
  return FALSE;
}

static void
warn_work (const MpSsdiState *self, MpRun *run, guint i)
{
  const MpWork *work = &run->scenario->work[i];
  const MpPlace place = mp_run_scenario_place (run, "work", i);

  /* DI-34 */
  if (work->unsuccessful_attempt && (work->when.to == MP_MONTH_OPEN || work->when.to - work->when.from >= 6) &&
      mp_case_reading (run->kase, MP_READING_DI_D02) == 0)
    mp_run_warning_at (run, MP_WARNING_UWA_TOO_LONG, place,
                       mp_message_plain (N_("Work of more than six months cannot be an unsuccessful work attempt: the mark is not honored.")));
  /* DI-27 */
  if (work->kind == MP_WORK_SELF_EMPLOYMENT && work->when.to >= self->entitled && work->when.from <= run->last)
    mp_run_warning_at (run, MP_WARNING_SELF_EMPLOYMENT_TESTS, place,
                       mp_message_plain (N_("Self-employment is judged here by income alone. Social Security may also look at significant services, comparability and worth of work.")));
  if (work->average || work->unsuccessful_attempt)
    return;
  for (guint p = 0; p < run->out->periods.n; p++)
    if (could_be_averaged (run, work, &run->out->periods.list[p]))
      mp_run_warning_at (run, MP_WARNING_AVERAGING_POSSIBLE, place,
                         mp_message_plain (N_("Pay of this work lies on both sides of the limit within one year. Social Security may average it before it finds that disability ceased.")));
}

/* DI-38: substantial work at 55 or over in a month that counts against a blind person. */
static gboolean
blind_at_55 (const MpRun *run)
{
  MpMonth age55 = mp_date_age_month (run->kase->beneficiary.birth_date, 55 * 12);

  for (MpMonth month = MAX (run->start, age55); month <= run->last; month++)
    switch ((gint) mp_run_row (run, month)->ssdi.status)
      {
      case MP_SSDI_CESSATION:
      case MP_SSDI_GRACE:
      case MP_SSDI_SUSPENDED:
      case MP_SSDI_TERMINATED:
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

/* A request that no end of entitlement within the projection made room for (DI-52). */
static void
warn_early_requests (const MpSsdiState *self, MpRun *run)
{
  for (guint i = 0; i < run->scenario->n_expedited_reinstatement; i++)
    {
      const MpReinstatement *request = &run->scenario->expedited_reinstatement[i];
      MpSsdiStatus status;

      if (request->program != MP_PROGRAM_SSDI || request->requested < run->first || request->requested > run->last)
        continue;
      status = mp_run_row (run, request->requested)->ssdi.status;
      if (status == MP_SSDI_TERMINATED || status == MP_SSDI_EXR_PROVISIONAL || status == MP_SSDI_EXR_PAID ||
          status == MP_SSDI_EXR_UNPAID)
        continue;
      mp_run_warning_at (run, MP_WARNING_EXR_LATE, mp_run_scenario_place (run, "expedited_reinstatement", i),
                         mp_message (N_("The request of {month} does not count: it is not within the 60 months after benefits ended for work."),
                                     MP_MONTH_VALUE ("month", request->requested)));
    }
}

/* DI-71: Decembers before the published table raise nothing, so an amount of those years is too low today. */
static void
warn_old_amounts (MpRun *run)
{
  const MpSsdiFacts *facts = &run->kase->ssdi;
  gint64 percent;

  for (guint i = 0; i < facts->n_amounts; i++)
    {
      const MpPeriod *when = &facts->amounts[i].when;
      MpMonth december = when->from + 12 - when->from % 12 - 1;

      if (december == when->from)
        december += 12;
      if (mp_amounts_at (facts->amounts, facts->n_amounts, MAX (run->start, december)) != &facts->amounts[i] ||
          MAX (run->start, december) > run->last || mp_run_try_figure (run, MP_SERIES_COLA, december, &percent, NULL))
        continue;
      mp_run_warning (run, MP_WARNING_COLA_MISSING, "/ssdi/amounts",
                      mp_message (N_("The raise of {month} is not among the figures, so the amount entered from {from} misses it. Enter the amount of a later year."),
                                  MP_MONTH_VALUE ("month", december), MP_MONTH_VALUE ("from", when->from)));
    }
}

/* Section 16 of the rules. */
void
mp_ssdi_warn (const MpSsdiState *self, MpRun *run)
{
  const MpCase *kase = run->kase;

  mp_run_warning (run, MP_WARNING_MEDICAL_ASSUMED, NULL,
                  mp_message_plain (N_("The impairment is taken to go on: no medical review is foreseen.")));
  if (!(run->flags & MP_PROJECT_WITHOUT_WORK))
    for (guint i = 0; i < run->scenario->n_work; i++)
      warn_work (self, run, i);
  if (kase->beneficiary.blind && mp_case_reading (kase, MP_READING_DI_D10) == 0 && blind_at_55 (run))
    mp_run_warning (run, MP_WARNING_BLIND_55, "/beneficiary/blind",
                    mp_message_plain (N_("A blind person of 55 or over may keep entitlement while the work needs no comparable skills. This is not computed.")));
  /* DI-61 */
  if (kase->ssdi.basis == MP_BASIS_WIDOW && self->entitled >= mp_date_age_month (kase->beneficiary.birth_date, 60 * 12))
    mp_run_warning (run, MP_WARNING_DWB_60, "/ssdi/entitled_from",
                    mp_message_plain (N_("From age 60 on a widow's or widower's benefit needs no disability: there is no trial work period. Check the kind of benefit.")));
  /* DI-41: there is no cessation before trial work is over */
  if (kase->ssdi.history.present && kase->ssdi.history.cessation != MP_MONTH_NONE &&
      run->out->periods.list[0].cessation != kase->ssdi.history.cessation)
    mp_run_warning (run, MP_WARNING_CESSATION_UNUSED, "/ssdi/history/cessation",
                    mp_message (N_("Social Security's record says that disability ceased for work in {month}, but nine trial work months are not on record before it, so the month is not used. Ask for the missing ones."),
                                MP_MONTH_VALUE ("month", kase->ssdi.history.cessation)));
  warn_old_amounts (run);
  warn_early_requests (self, run);
  if (run->out->periods.list[0].medicare_a_end != MP_MONTH_NONE)
    mp_run_warning (run, MP_WARNING_NOTICE_DATE, NULL,
                    mp_message_plain (N_("The end of Medicare Part A is right if Social Security gives notice in the month before benefits end. A later notice moves it.")));
}
