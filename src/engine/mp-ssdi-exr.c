/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Expedited reinstatement: DI-52 to DI-59. */

#include "mp-ssdi-private.h"

#define REQUEST_MONTHS 60
#define PROVISIONAL_MONTHS 6
#define EARLIER_MONTHS 12

/**
 * mp_ssdi_return_last:
 * @period: a period of disability that ended for work
 *
 * Returns: the last month in which expedited reinstatement can be requested (DI-52)
 */
MpMonth
mp_ssdi_return_last (const MpSsdiPeriod *period)
{
  return period->termination + REQUEST_MONTHS - 1;
}

/* Full retirement age ends provisional months for childhood benefits too (DI-54). */
static MpMonth
provisional_limit (const MpSsdiState *self, const MpRun *run)
{
  const MpDate birth = run->kase->beneficiary.birth_date;

  if (self->retirement != MP_MONTH_OPEN)
    return self->retirement - 1;
  return mp_date_age_month (birth, mp_parameters_retirement_age (run->parameters, birth, FALSE)) - 1;
}

/* DI-54 */
static void
plan_provisional (MpSsdiState *self, MpRun *run, const MpReinstatement *request, MpMonth from)
{
  MpMonth last = MIN (from + PROVISIONAL_MONTHS - 1, provisional_limit (self, run));

  if (mp_case_reading (run->kase, MP_READING_DI_D21) != 0)
    last = MIN (last, request->requested + PROVISIONAL_MONTHS - 1);
  if (request->decided != MP_MONTH_NONE)
    last = MIN (last, request->decided);
  for (MpMonth month = from; month <= last; month++)
    if (mp_ssdi_is_sga (run, month, TRUE, NULL))
      {
        last = mp_case_reading (run->kase, MP_READING_DI_D04) == 0 ? month : month - 1;
        break;
      }
  if (last < from)
    return;
  self->exr.provisional_from = from;
  self->exr.provisional_to = last;
}

/* DI-57: the earliest month that meets every requirement, or the first of the run that ends with the request. */
static MpMonth
month_of_entitlement (const MpSsdiState *self, MpRun *run, const MpReinstatement *request, MpMonth p)
{
  MpMonth from = MAX (MAX (self->span.btm, request->requested - EARLIER_MONTHS), request->disabled_from);
  MpMonth to = run->last + MP_WORK_AHEAD;

  if (mp_case_reading (run->kase, MP_READING_DI_D03) != 0 && from < p)
    {
      MpMonth month = p;

      while (month > from && !mp_ssdi_is_sga (run, month - 1, TRUE, NULL))
        month--;
      return month;
    }
  for (MpMonth month = from; month <= to; month++)
    if (!mp_ssdi_is_sga (run, month, TRUE, NULL))
      return month;
  return MP_MONTH_NONE;
}

static void
warn_request (MpRun *run, const MpReinstatement *request, MpWarningCode code, MpMessage message)
{
  const guint i = (guint) (request - run->scenario->expedited_reinstatement);

  mp_run_warning_at (run, code, mp_run_scenario_place (run, "expedited_reinstatement", i), message);
}

/* The earliest request for title II after a month. */
static const MpReinstatement *
next_request (const MpRun *run, MpMonth after)
{
  const MpReinstatement *found = NULL;

  for (guint i = 0; i < run->scenario->n_expedited_reinstatement; i++)
    {
      const MpReinstatement *request = &run->scenario->expedited_reinstatement[i];

      if (request->program == MP_PROGRAM_SSDI && request->requested > after &&
          (found == NULL || request->requested < found->requested))
        found = request;
    }
  return found;
}

/* One request within the 60 months; whether it reinstates. */
static gboolean
plan_request (MpSsdiState *self, MpRun *run, const MpReinstatement *request)
{
  gboolean sga = mp_ssdi_is_sga (run, request->requested, TRUE, NULL);
  MpMonth p = request->requested + (sga ? 1 : 0), moe;

  mp_run_event (run, request->requested, MP_EVENT_EXR_REQUEST, MP_MONEY_NONE,
                mp_message (N_("Expedited reinstatement is requested in {month}."), MP_MONTH_VALUE ("month", request->requested)));
  /* DI-53 */
  if (sga && mp_ssdi_is_sga (run, p, TRUE, NULL))
    {
      warn_request (run, request, MP_WARNING_EXR_SGA,
                    mp_message (N_("The request of {month} is denied: the work is substantial in that month and in the next."),
                                MP_MONTH_VALUE ("month", request->requested)));
      return FALSE;
    }
  /* DI-55: provisional benefits come once a period */
  if (self->exr.provisional_from == MP_MONTH_NONE)
    plan_provisional (self, run, request, p);
  if (request->decided == MP_MONTH_NONE || !request->approved)
    return FALSE;
  moe = month_of_entitlement (self, run, request, p);
  /* DI-63: not from full retirement age on */
  if (moe == MP_MONTH_NONE || moe >= self->retirement)
    return FALSE;
  self->exr.moe = moe;
  return TRUE;
}

/* All that is known about reinstatement when entitlement ends. */
void
mp_ssdi_plan_reinstatement (MpSsdiState *self, MpRun *run)
{
  const MpReinstatement *request = next_request (run, self->span.btm - 1);

  /* DI-52 */
  while (request != NULL && request->requested < self->span.btm + REQUEST_MONTHS)
    {
      if (plan_request (self, run, request))
        return;
      request = next_request (run, request->requested);
    }
  for (; request != NULL; request = next_request (run, request->requested))
    warn_request (run, request, MP_WARNING_EXR_LATE,
                  mp_message (N_("The request of {month} comes more than 60 months after benefits ended in {end}: it does not count. A new application may be possible."),
                              MP_MONTH_VALUE ("month", request->requested), MP_MONTH_VALUE ("end", self->span.btm)));
}

gboolean
mp_ssdi_is_provisional (const MpSsdiState *self, MpMonth month)
{
  return self->exr.provisional_from != MP_MONTH_NONE &&
         month >= self->exr.provisional_from && month <= self->exr.provisional_to;
}

static void
tell_provisional_end (const MpSsdiState *self, MpRun *run, MpMonth month)
{
  if (month == self->exr.provisional_to)
    mp_run_event (run, month, MP_EVENT_EXR_PROVISIONAL_END, MP_MONEY_NONE,
                  mp_message_plain (N_("This is the last month of provisional benefits.")));
}

/* From BTM, while not reinstated. */
MpSsdiStatus
mp_ssdi_terminated_step (MpSsdiState *self, MpRun *run, MpMonth month)
{
  if (!mp_ssdi_is_provisional (self, month))
    return MP_SSDI_TERMINATED;
  tell_provisional_end (self, run, month);
  return MP_SSDI_EXR_PROVISIONAL;
}

/* DI-58, DI-59: a month of the initial reinstatement period. */
MpSsdiStatus
mp_ssdi_reinstated_step (MpSsdiState *self, MpRun *run, MpMonthRow *row, gboolean sga)
{
  MpMonth month = row->month;

  if (month == self->exr.moe)
    {
      run->out->periods.reinstated = TRUE;
      if (run->out->periods.n < MP_SSDI_MAX_PERIODS)
        run->out->periods.list[run->out->periods.n++] = mp_ssdi_no_period ();
      /* D-15 */
      if (mp_case_reading (run->kase, MP_READING_DI_D15) != 0)
        run->out->periods.shown = run->out->periods.n - 1;
    }
  if (!sga && ++self->exr.payable == 24)
    mp_run_event (run, month, MP_EVENT_IRP_COMPLETE, MP_MONEY_NONE,
                  mp_message_plain (N_("This is the 24th payable month since reinstatement. A new trial work period can begin with the next month.")));
  /* D-18 */
  if (mp_ssdi_is_provisional (self, month) && mp_case_reading (run->kase, MP_READING_DI_D18) == 0)
    {
      tell_provisional_end (self, run, month);
      return MP_SSDI_EXR_PROVISIONAL;
    }
  return sga ? MP_SSDI_EXR_UNPAID : MP_SSDI_EXR_PAID;
}
