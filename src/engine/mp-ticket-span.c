/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who has the ticket: found anew only in months in which it can change. */

#include "mp-ticket-private.h"

/* TTW-72, 73: a successful closure of State VR before the first assignment; dated: in the 18 months before it. */
static const MpAssignment *
find_vr_success (const MpTicketState *self, const MpRun *run, gboolean dated)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;
  const MpAssignment *first = NULL;
  const gboolean reimbursed = mp_ticket_knows_reading (run, MP_READING_TTW_S14);

  for (guint i = 0; i < plan->n_assignments; i++)
    if (plan->assignments[i].role != MP_ROLE_VR_COST_REIMBURSEMENT && plan->assignments[i].from.month == self->first &&
        (first == NULL || mp_date_compare (plan->assignments[i].from, first->from) < 0))
      first = &plan->assignments[i];
  for (guint i = 0; i < plan->n_assignments; i++)
    {
      const MpAssignment *vr = &plan->assignments[i];

      /* the first assignment may only be known by the payments that followed it */
      if (vr->role == MP_ROLE_VR_COST_REIMBURSEMENT && (reimbursed ? vr->reimbursed : vr->successful) && vr->to.month != MP_MONTH_NONE &&
          (first != NULL ? mp_date_compare (vr->to, first->from) < 0 : vr->to.month <= self->first) && (!dated || vr->to.month >= self->first - 18))
        return vr;
    }
  return NULL;
}

/* The months that the plan and the payments already made begin with. */
void
mp_ticket_find_first (MpTicketState *self, const MpRun *run)
{
  const MpTicketFacts *ticket = &run->kase->ticket;
  const MpScenarioTicket *plan = &run->scenario->ticket;
  const gboolean dated = mp_case_reading (run->kase, MP_READING_TTW_S14) != 1 && !mp_ticket_knows_reading (run, MP_READING_TTW_S14);

  self->first = self->first_use = MP_MONTH_OPEN;
  for (guint i = 0; i < plan->n_assignments; i++)
    {
      const MpAssignment *assignment = &plan->assignments[i];

      if (assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT)
        self->first_use = MIN (self->first_use, MAX (assignment->from.month, self->issued)); /* TTW-13 */
      else
        self->first = MIN (self->first, assignment->from.month);
    }
  self->first_prior = MP_MONTH_OPEN;
  self->last_prior = self->last_prior_milestone = MP_MONTH_NONE;
  for (guint i = 0; i < ticket->n_prior_payments; i++)
    {
      const MpPriorPayment *prior = &ticket->prior_payments[i];
      const guint8 kind = prior->code.kind;

      self->first_prior = MIN (self->first_prior, prior->month);
      self->last_prior = MAX (self->last_prior, prior->month);
      if (kind == MP_TICKET_CODE_P1M || kind == MP_TICKET_CODE_P2M || kind == MP_TICKET_CODE_OLDM)
        self->last_prior_milestone = MAX (self->last_prior_milestone, prior->month);
    }
  /* A payment needs an assignment in an earlier month (TTW-16), listed or not. */
  if (self->first_prior != MP_MONTH_OPEN)
    self->first = MIN (self->first, self->first_prior - 1);
  self->first_use = MIN (self->first_use, self->first);
  self->work_seen = MIN (self->first_use, self->first == MP_MONTH_OPEN ? MP_MONTH_OPEN : self->first - 18);
  self->vr_success[0] = find_vr_success (self, run, FALSE);
  self->vr_success[1] = dated ? find_vr_success (self, run, TRUE) : self->vr_success[0];
}

static MpMonth
after (MpMonth month)
{
  return month == MP_MONTH_OPEN || month == MP_MONTH_NONE ? month : month + 1;
}

/* Marks the months in which the plan says something new, or a month passes by which the Ticket goes. */
void
mp_ticket_mark_plan (const MpTicketState *self, MpRun *run)
{
  const MpTicketFacts *ticket = &run->kase->ticket;
  const MpScenarioTicket *plan = &run->scenario->ticket;
  const MpMonth marks[] = {
    self->issued, self->work_seen, self->first, self->first_use, after (self->first_use), MP_TICKET_NEW_RULES, MP_TICKET_VR_WINDOW_RULE,
    self->retirement, self->age_65, after (self->age_65), ticket->terminates.present ? ticket->terminates.month : MP_MONTH_NONE
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    mp_run_mark (run, marks[i], MP_NEW_TICKET);
  for (guint i = 0; i < plan->n_assignments; i++)
    {
      const MpAssignment *assignment = &plan->assignments[i];

      mp_run_mark (run, assignment->from.month, MP_NEW_TICKET);
      mp_run_mark (run, after (assignment->from.month), MP_NEW_TICKET);
      mp_run_mark (run, after (assignment->to.month), MP_NEW_TICKET);
      mp_run_mark (run, after (assignment->received.month), MP_NEW_TICKET);
    }
  for (guint i = 0; i < plan->n_inactive; i++)
    mp_run_mark_period (run, &plan->inactive[i], MP_NEW_TICKET);
  for (guint i = 0; i < run->scenario->n_expedited_reinstatement; i++)
    {
      const MpMonth decided = run->scenario->expedited_reinstatement[i].decided;

      mp_run_mark (run, decided, MP_NEW_TICKET);
      mp_run_mark (run, after (decided), MP_NEW_TICKET);
    }
  /* payments already made are taken month by month */
  for (MpMonth month = self->first_prior; month <= after (self->last_prior); month++)
    mp_run_mark (run, month, MP_NEW_TICKET);
  /* entered rates, and those that are not known, go by the year */
  if (ticket->n_rates > 0 || ticket->rate_policy == MP_RATES_PUBLISHED_ONLY)
    for (MpMonth month = run->first; month <= run->last; month++)
      if (mp_month_of_year (month) == 1)
        mp_run_mark (run, month, MP_NEW_TICKET);
}

/* TTW-71: before July 2008 cost reimbursement barred payments to others on the ticket. */
static gboolean
is_barred (const MpScenarioTicket *plan, MpMonth month)
{
  if (month >= MP_TICKET_NEW_RULES)
    return FALSE;
  for (guint i = 0; i < plan->n_assignments; i++)
    if (plan->assignments[i].reimbursed && plan->assignments[i].to.month != MP_MONTH_NONE && plan->assignments[i].to.month < month)
      return TRUE;
  return FALSE;
}

static gboolean
is_inactive (const MpScenarioTicket *plan, MpMonth month)
{
  for (guint i = 0; i < plan->n_inactive; i++)
    if (mp_period_contains (&plan->inactive[i], month))
      return TRUE;
  return FALSE;
}

/* TTW-86: neither the month of the first assignment nor that of a later one counts. */
static gboolean
is_assignment_month (const MpScenarioTicket *plan, MpMonth month)
{
  for (guint i = 0; i < plan->n_assignments; i++)
    if (plan->assignments[i].from.month == month)
      return TRUE;
  return FALSE;
}

/* Former 20 CFR 411.220(e), 411.225(c): the ticket goes to another provider than the one before. */
static gboolean
is_other_provider (const MpScenarioTicket *plan, MpMonth month)
{
  const MpAssignment *last = NULL, *now = NULL;

  for (guint i = 0; i < plan->n_assignments; i++)
    {
      const MpAssignment *assignment = &plan->assignments[i];

      if (assignment->from.month == month)
        now = assignment;
      else if (assignment->from.month < month && (last == NULL || mp_date_compare (assignment->from, last->from) > 0))
        last = assignment;
    }
  return now != NULL && last != NULL && g_strcmp0 (now->provider, last->provider) != 0;
}

/* The payment system of the provider that holds the ticket, will hold it or held it last. */
static MpPaymentSystem
system_of (const MpScenarioTicket *plan, const MpAssignment *payee, MpMonth month)
{
  const MpAssignment *found = payee;

  for (guint i = 0; found == NULL && i < plan->n_assignments; i++)
    if (plan->assignments[i].role != MP_ROLE_VR_COST_REIMBURSEMENT && plan->assignments[i].from.month > month)
      found = &plan->assignments[i];
  for (guint i = plan->n_assignments; found == NULL && i > 0; i--)
    if (plan->assignments[i - 1].role != MP_ROLE_VR_COST_REIMBURSEMENT)
      found = &plan->assignments[i - 1];
  return found == NULL ? MP_SYSTEM_OUTCOME_MILESTONE : found->payment_system;
}

/* Who has the ticket, and whom a payment would go to; an assignment counts to the last day of its last month (TTW-11). */
static void
find_holders (MpTicketSpan *span, const MpTicketState *self, const MpRun *run, MpMonth month)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;
  const MpAssignment *last = NULL, *vr = NULL;

  for (guint i = 0; i < plan->n_assignments; i++)
    {
      const MpAssignment *assignment = &plan->assignments[i];
      const gboolean over = assignment->to.month != MP_MONTH_NONE && assignment->to.month < month;

      if (assignment->from.month > month)
        continue;
      if (assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT)
        vr = over ? vr : assignment;
      else if (over)
        last = last == NULL || last->to.month < assignment->to.month ? assignment : last;
      else if (span->assignment == NULL || mp_date_compare (assignment->from, span->assignment->from) < 0)
        span->assignment = assignment;
    }
  span->payee = span->assignment;
  span->payable = span->assignment != NULL && month > span->assignment->from.month && /* TTW-16 */
                  (span->assignment->received.month == MP_MONTH_NONE || month > span->assignment->received.month); /* TTW-17 */
  /* TTW-18, S-08 */
  if (span->assignment == NULL && last != NULL && mp_case_reading (run->kase, MP_READING_TTW_S08) == 1)
    {
      span->payee = last;
      span->payable = TRUE;
    }
  if (span->assignment != NULL)
    {
      span->status = MP_TICKET_ASSIGNED;
      span->provider = span->assignment->provider;
    }
  else if (vr != NULL && month >= self->issued) /* TTW-13 */
    {
      span->status = MP_TICKET_IN_USE_SVR;
      span->provider = vr->provider;
    }
  else
    span->status = self->issued != MP_MONTH_NONE && month >= self->issued ? MP_TICKET_UNASSIGNED : MP_TICKET_NONE;
}

/* What the plan says from this month on. */
void
mp_ticket_find_span (MpTicketState *self, const MpRun *run, MpMonth month)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;
  const gboolean by_provider = mp_case_reading (run->kase, MP_READING_TTW_S12) == 1;
  MpTicketSpan *span = &self->span;

  *span = (MpTicketSpan) { 0 };
  find_holders (span, self, run, month);
  span->system = system_of (plan, span->payee, month);
  span->barred = is_barred (plan, month);
  span->payable &= !span->barred && month > self->last_prior; /* TTW-68 */
  span->inactive = is_inactive (plan, month);
  span->clock = (span->status == MP_TICKET_ASSIGNED || span->status == MP_TICKET_IN_USE_SVR) && !span->inactive &&
                month > self->first_use && !is_assignment_month (plan, month);
  span->restarts = month < MP_TICKET_NEW_RULES && is_other_provider (plan, month);
  span->work_from = by_provider && span->payee != NULL ? span->payee->from.month + 1 : after (self->first);
  /* S-12: work for one provider completes no window of the next */
  if (span->assignment != NULL && span->assignment != self->holder)
    {
      self->holder = span->assignment;
      if (by_provider)
        self->m4_work = FALSE;
    }
}
