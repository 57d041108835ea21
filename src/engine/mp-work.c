/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the work entries of a scenario come to in each month. */

#include "mp-engine-private.h"

const MpWorkMonth mp_no_work;

/**
 * mp_work_monthly_pay:
 * @work: a work entry
 *
 * Returns: its pay of a month as entered: hours a week are 13/3 weeks a month, half up to the cent
 *   (doc/case-file.md)
 */
MpMoney
mp_work_monthly_pay (const MpWork *work)
{
  if (work->hourly == MP_MONEY_NONE)
    return work->monthly == MP_MONEY_NONE ? 0 : work->monthly;
  if (work->hours_per_week == MP_MONEY_NONE)
    return 0;
  return mp_divide_half_up (work->hourly * work->hours_per_week * 13, 300);
}

/**
 * mp_work_hours_for:
 * @hourly: a wage
 * @pay: of a month
 *
 * Returns: the hours a week that earn it, in hundredths, half up
 */
gint64
mp_work_hours_for (MpMoney hourly, MpMoney pay)
{
  return mp_divide_half_up (pay * 300, 13 * hourly);
}

static MpHours
monthly_hours (const MpWork *work)
{
  if (work->hours != MP_HOURS_NONE)
    return work->hours;
  if (work->hours_per_week != MP_MONEY_NONE)
    return work->hours_per_week * 13;
  return 0;
}

/* Whole days since a fixed day, for counting weeks. */
static gint
day_number (MpDate date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) date.day, (GDateMonth) mp_month_of_year (date.month), (GDateYear) mp_month_year (date.month));
  return (gint) g_date_get_julian (&day);
}

/**
 * mp_work_pay_days:
 * @work: a work entry
 * @month: a month
 *
 * A month has three pay days of every second week, or five of every week, two to four times a year:
 * SSI counts the pay of all of them.
 *
 * Returns: how many pay days of the entry lie in the month, from the first one on; 0 when the entry
 *   has no pay days
 */
gint
mp_work_pay_days (const MpWork *work, MpMonth month)
{
  const MpDate *first = &work->pay.first;
  MpDate begin = { month, 1 }, end = { month, mp_month_days (month) };
  gint step, from, to, days = 0;

  if (month < first->month || month > work->when.to)
    return 0;
  switch (work->pay.every)
    {
    case MP_PAY_WEEK:
    case MP_PAY_TWO_WEEKS:
      step = work->pay.every == MP_PAY_WEEK ? 7 : 14;
      from = day_number (begin) - day_number (*first);
      to = day_number (end) - day_number (*first);
      /* multiples of step in from..to, not below 0 */
      return to / step - (from > 0 ? (from - 1) / step : -1);
    case MP_PAY_HALF_MONTH:
      if (month > first->month || first->day <= 15)
        days++;
      if (month > first->month || first->day <= end.day)
        days++;
      return days;
    case MP_PAY_MONTH:
      return 1;
    case MP_PAY_NONE:
    default:
      return 0;
    }
}

/* Pay of one pay period: monthly x 12 / 52, 26, 24, 12, half up to the cent (contract). */
static MpMoney
period_pay (MpMoney monthly, MpPayEvery every)
{
  static const gint periods[] = { [MP_PAY_WEEK] = 52, [MP_PAY_TWO_WEEKS] = 26, [MP_PAY_HALF_MONTH] = 24, [MP_PAY_MONTH] = 12 };

  return mp_divide_half_up (monthly * 12, periods[every]);
}

/* DI-34: a marked entry of more than six calendar months, or without end, is not honoured. */
static gboolean
is_unsuccessful_attempt (const MpRun *run, const MpWork *work)
{
  if (!work->unsuccessful_attempt)
    return FALSE;
  if (mp_case_reading (run->kase, MP_READING_DI_D02) != 0)
    return TRUE;
  return work->when.to != MP_MONTH_OPEN && work->when.to - work->when.from < 6;
}

/* Marks the months in which an entry's pay begins, changes or ends. */
static void
mark_entry (MpRun *run, const MpWork *work)
{
  mp_run_mark_period (run, &work->when, MP_NEW_WORK);
  for (guint i = 0; i < work->n_months; i++)
    mp_run_mark_period (run, &(MpPeriod) { work->months[i].month, work->months[i].month }, MP_NEW_WORK);
  /* the number of pay days differs from month to month */
  if (work->pay.every != MP_PAY_NONE)
    for (MpMonth month = MAX (work->when.from, run->first); month <= MIN (work->when.to, run->last + MP_WORK_AHEAD); month++)
      mp_run_mark (run, month, MP_NEW_WORK);
}

/* What an entry comes to in the months without a fact of their own. */
typedef struct {
  MpMoney monthly, period;
  MpHours hours;
} Usual;

static Usual
usual_of (const MpWork *work)
{
  const MpMoney monthly = mp_work_monthly_pay (work);

  return (Usual) { monthly, work->pay.every != MP_PAY_NONE ? period_pay (monthly, work->pay.every) : 0, monthly_hours (work) };
}

/* An entry in one of its months. */
static MpWorkMonthFact
fact_of (const MpWork *work, const Usual *usual, MpMonth month, guint *next)
{
  MpWorkMonthFact fact = { month, usual->monthly, usual->monthly, usual->hours };
  const MpWorkMonthFact *own;

  if (work->pay.every != MP_PAY_NONE)
    fact.paid = usual->period * mp_work_pay_days (work, month);
  while (*next < work->n_months && work->months[*next].month < month)
    (*next)++;
  own = *next < work->n_months && work->months[*next].month == month ? &work->months[*next] : NULL;
  if (own == NULL)
    return fact;
  if (own->earned != MP_MONEY_NONE)
    fact.paid = fact.earned = own->earned;
  if (own->paid != MP_MONEY_NONE)
    fact.paid = own->paid;
  if (own->hours != MP_HOURS_NONE)
    fact.hours = own->hours;
  return fact;
}

/* Adds an entry to the work facts of the months in which it lasts. */
static void
add_entry (MpRun *run, const MpWork *work, MpWorkMonth *sums, guint n)
{
  const Usual usual = usual_of (work);
  gboolean uwa = is_unsuccessful_attempt (run, work);
  guint next = 0;

  for (MpWorkMonth *sum = sums; sum < sums + n && sum->from <= work->when.to; sum++)
    {
      MpWorkMonthFact fact;
      MpMoney subsidy;

      if (sum->from < work->when.from)
        continue;
      fact = fact_of (work, &usual, sum->from, &next);
      /* DI-22: job by job, not below zero */
      subsidy = MIN (work->subsidy, fact.earned);
      sum->earned += fact.earned;
      sum->paid += fact.paid;
      sum->hours += fact.hours;
      sum->subsidy += subsidy;
      if (work->kind == MP_WORK_WAGES)
        {
          sum->wages += fact.earned;
          sum->paid_wages += fact.paid;
        }
      else
        {
          sum->self_employment += fact.earned;
          sum->paid_self_employment += fact.paid;
          sum->business_hours = MAX (sum->business_hours, fact.hours);
        }
      if (work->infrequent)
        sum->paid_infrequent += fact.paid;
      sum->countable += fact.earned - subsidy;
      if (!uwa)
        sum->countable_uwa += fact.earned - subsidy;
    }
}

static void
add_incentive (const MpIncentive *incentive, MpWorkMonth *sums, guint n)
{
  for (MpWorkMonth *sum = sums; sum < sums + n && sum->from <= incentive->when.to; sum++)
    {
      if (sum->from < incentive->when.from)
        continue;
      if (incentive->kind == MP_INCENTIVE_IRWE)
        sum->irwe += incentive->monthly;
      else if (incentive->kind == MP_INCENTIVE_BWE)
        sum->bwe += incentive->monthly;
      else
        sum->pass += incentive->monthly;
    }
}

/* Facts begin anew with each month that has new work: returns how many there are. */
static guint
share_months (MpRun *run, MpWorkMonth *sums, guint n_months)
{
  const MpWorkMonth **work = run->work;
  const guint8 *news = run->news;
  MpWorkMonth *now = sums, *next = sums;

  for (guint i = 0; i < n_months; i++)
    {
      if (news[i] & MP_NEW_WORK)
        {
          now = next++;
          *now = (MpWorkMonth) { .from = run->first + (MpMonth) i };
        }
      work[i] = now;
    }
  return (guint) (next - sums);
}

/* Register 22: net earnings from self-employment are divided equally among the months of the year (20 CFR 416.1111(b)),
 * those before the business began and after it ended too. */
static MpMoney
twelfth_of_year (const MpRun *run, MpMonth month)
{
  const MpMonth january = month - month % 12;
  MpMoney sum = 0;

  for (MpMonth m = january; m < january + 12; m++)
    sum += mp_run_work (run, m)->paid_self_employment;
  return mp_divide_half_up (sum, 12);
}

/**
 * mp_work_wages_in_both: (skip)
 * @run: a run
 * @month: a month
 * @other: another
 *
 * Returns: the wages paid in @month by the jobs that pay in @other too (register 19)
 */
MpMoney
mp_work_wages_in_both (const MpRun *run, MpMonth month, MpMonth other)
{
  const MpScenario *scenario = run->scenario;
  MpMoney sum = 0;

  for (guint i = 0; i < scenario->n_work; i++)
    {
      const MpWork *work = &scenario->work[i];
      const Usual usual = usual_of (work);
      guint next = 0, next_other = 0;

      if (work->kind == MP_WORK_WAGES && mp_period_contains (&work->when, month) && mp_period_contains (&work->when, other) &&
          fact_of (work, &usual, other, &next_other).paid > 0)
        sum += fact_of (work, &usual, month, &next).paid;
    }
  return sum;
}

/**
 * mp_work_init: (skip)
 * @run: a run
 *
 * Fills the work facts of the run's months, and of MP_WORK_AHEAD months after them.
 */
void
mp_work_init (MpRun *run)
{
  const MpScenario *scenario = run->scenario;
  const gboolean works = !(run->flags & MP_PROJECT_WITHOUT_WORK);
  const gboolean by_year = mp_case_reading (run->kase, MP_READING_SSI_22) != 0;
  guint n_months = (guint) (run->last - run->first) + 1 + MP_WORK_AHEAD, n;
  MpWorkMonth *sums = mp_run_room (run, 0, n_months * (sizeof (MpWorkMonth) + sizeof (MpWorkMonth *) + 1));

  run->n_work = n_months;
  run->work = (const MpWorkMonth **) (sums + n_months);
  mp_news_init (run, (guint8 *) (run->work + n_months));
  for (guint i = 0; works && i < scenario->n_work; i++)
    mark_entry (run, &scenario->work[i]);
  for (guint i = 0; works && i < scenario->n_work_incentives; i++)
    mp_run_mark_period (run, &scenario->work_incentives[i].when, MP_NEW_WORK);
  for (MpMonth month = run->first; by_year && month <= run->last + MP_WORK_AHEAD; month++)
    if (month % 12 == 0)
      mp_run_mark (run, month, MP_NEW_WORK);
  n = share_months (run, sums, n_months);
  for (guint i = 0; works && i < scenario->n_work; i++)
    add_entry (run, &scenario->work[i], sums, n);
  for (guint i = 0; works && i < scenario->n_work_incentives; i++)
    add_incentive (&scenario->work_incentives[i], sums, n);
  for (MpWorkMonth *sum = sums; sum < sums + n; sum++)
    {
      /* DI-25: only in months with work */
      sum->irwe_counted = sum->earned > 0 ? sum->irwe : 0;
      sum->countable = MAX (0, sum->countable - sum->irwe_counted);
      sum->countable_uwa = MAX (0, sum->countable_uwa - sum->irwe_counted);
      sum->ssi_self_employment = by_year ? twelfth_of_year (run, sum->from) : sum->paid_self_employment;
      sum->ssi_paid = sum->paid - sum->paid_self_employment + sum->ssi_self_employment;
    }
}
