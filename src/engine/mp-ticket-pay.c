/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is paid in a month: milestones, outcomes, and the milestones made up for at the twelfth outcome. */

#include "mp-ticket-private.h"

static guint8
reading (const MpRun *run, MpReadingId id)
{
  return mp_case_reading (run->kase, id);
}

/* What is known of a code after it was paid, by the engine or as a fact. */
static void
take_code (MpTicketState *self, MpTicketCode code)
{
  switch ((MpTicketCodeKind) code.kind)
    {
    case MP_TICKET_CODE_P1M:
      self->next = MAX (self->next, code.number + 1);
      self->milestones++;
      break;
    case MP_TICKET_CODE_P2M:
      self->next = MP_TICKET_P1_STEPS + 1;
      self->p2 = MAX (self->p2, code.number);
      self->milestones++;
      break;
    case MP_TICKET_CODE_OUT:
      self->outcomes = MAX (self->outcomes, code.number);
      break;
    case MP_TICKET_CODE_RECON:
      self->recon = TRUE;
      break;
    case MP_TICKET_CODE_OLDM: /* TTW-82 */
      self->old_step = MAX (self->old_step, code.number);
      self->next = MAX (self->next, code.number + 1);
      self->milestones++;
      self->transition = TRUE;
      break;
    case MP_TICKET_CODE_OLDOUT:
      self->old_outcomes = MAX (self->old_outcomes, code.number);
      self->transition = TRUE;
      break;
    case MP_TICKET_CODE_NONE:
    default:
      break;
    }
  if (self->class < 0)
    self->class = self->class_now;
}

/* TTW-68: payments already made are facts. */
void
mp_ticket_take_prior (MpTicketState *self, const MpRun *run, MpMonth month)
{
  const MpTicketFacts *ticket = &run->kase->ticket;

  if (month < self->first_prior || month > self->last_prior)
    return;
  for (guint i = 0; i < ticket->n_prior_payments; i++)
    {
      const MpPriorPayment *prior = &ticket->prior_payments[i];
      const gboolean outcome = prior->code.kind == MP_TICKET_CODE_OUT || prior->code.kind == MP_TICKET_CODE_OLDOUT;
      gboolean shared = FALSE;

      if (prior->month != month)
        continue;
      if (prior->amount != MP_MONEY_NONE)
        self->cumulative += prior->amount;
      for (guint j = 0; j < i && !shared; j++)
        shared = ticket->prior_payments[j].code.kind == prior->code.kind && ticket->prior_payments[j].code.number == prior->code.number;
      if (shared)
        continue;
      /* a code that only title XVI has */
      if (self->class < 0 && ((prior->code.kind == MP_TICKET_CODE_P2M && prior->code.number > MP_TICKET_P2_T2) ||
                              (prior->code.kind == MP_TICKET_CODE_OUT && prior->code.number > MP_TICKET_OUTCOMES_T2)))
        {
          self->class = 1;
          self->rates_known = 0;
        }
      take_code (self, prior->code);
      if (outcome)
        {
          self->used++;
          if (self->opened == MP_MONTH_NONE)
            self->opened = month;
        }
    }
}

static void
warn_of_rate (MpRun *run, MpMonth month, const MpTicketRate *rate)
{
  if (month < run->start)
    return;
  if (rate->amount == MP_MONEY_NONE)
    mp_run_warning (run, MP_WARNING_TICKET_RATE_UNKNOWN, NULL,
                    mp_message_plain (N_("No rate is published for some of the provider's payments; the totals leave them out.")));
  else if (rate->estimated)
    mp_run_warning (run, MP_WARNING_TICKET_RATE_ESTIMATED, NULL,
                    mp_message (N_("Provider payments after the last published year use the rate of {year} carried forward."),
                                MP_NUMBER_VALUE ("year", rate->year)));
}

/* More payments, not written yet: the list is made with room for most cases. */
static MpTicketPayment *
new_payments (MpRun *run, guint n)
{
  GArray *payments = run->out->payments;
  const guint first = payments->len;

  if (first + n <= MP_PROJECTION_PAYMENTS)
    payments->len += n;
  else
    g_array_set_size (payments, first + n);
  return &g_array_index (payments, MpTicketPayment, first);
}

static void
add_payment (MpTicketState *self, MpRun *run, MpMonthRow *row, const MpTicketPayment *payment)
{
  *new_payments (run, 1) = *payment;
  row->ticket.n_payments++;
  if (payment->amount == MP_MONEY_NONE)
    return;
  row->ticket.total += payment->amount;
  self->cumulative += payment->amount;
}

/* TTW-69: one payment, shared as the claims say; the first taking what rounding leaves. */
static void
add_payments (MpTicketState *self, MpRun *run, MpMonthRow *row, const MpTicketPayment *whole)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;
  const MpClaim *claim = NULL;
  MpTicketPayment payment;

  for (guint i = 0; i < plan->n_claims && claim == NULL; i++)
    if (plan->claims[i].code.kind == whole->code.kind && plan->claims[i].code.number == whole->code.number &&
        plan->claims[i].n_split > 0)
      claim = &plan->claims[i];
  if (claim == NULL)
    {
      add_payment (self, run, row, whole);
      return;
    }
  payment = *whole;
  if (whole->amount != MP_MONEY_NONE)
    for (guint i = 1; i < claim->n_split; i++)
      payment.amount -= mp_divide_half_up (whole->amount * claim->split[i].percent, 10000);
  for (guint i = 0; i < claim->n_split; i++)
    {
      if (i > 0 && whole->amount != MP_MONEY_NONE)
        payment.amount = mp_divide_half_up (whole->amount * claim->split[i].percent, 10000);
      payment.provider = claim->split[i].provider;
      add_payment (self, run, row, &payment);
    }
}

void
mp_ticket_pay (MpTicketState *self, MpRun *run, MpMonthRow *row, MpTicketCode code, const MpTicketRate *rate, const char *provider)
{
  const MpTicketPayment payment = { code, rate->estimated, rate->year, rate->amount, provider };

  take_code (self, code);
  if (rate->estimated || rate->amount == MP_MONEY_NONE)
    {
      row->estimated |= rate->estimated ? MP_ESTIMATED_TICKET_RATE : 0;
      warn_of_rate (run, row->month, rate);
    }
  add_payments (self, run, row, &payment);
  if (row->month >= run->start)
    mp_ticket_say_payment (self, run, row->month, code, rate->amount);
}

/* Months that pay nothing: each may be one more in the window of the next milestone. */
static void
count_again (const MpTicketState *self, MpMonthRow *row, gint n)
{
  guint8 have = row->ticket.next.have;

  if (row->ticket.next.code.kind == MP_TICKET_CODE_P1M && row->ticket.next.code.number > 1 && (self->levels & MP_TICKET_AT_TWL))
    for (; n > 0; n--, row++)
      row->ticket.next.have = ++have;
}

/* In months that are copies of the one before: pays the next ones of the same kind, or counts. */
void
mp_ticket_again (MpTicketState *self, MpRun *run, MpMonthRow *row, gint n)
{
  MpTicketPayment payment, *paid;
  guint number;
  MpMoney amount, cumulative = self->cumulative;

  if (row->ticket.n_payments == 0)
    {
      count_again (self, row, n);
      return;
    }
  payment = *mp_projection_payments (run->out, row);
  payment.code = row->ticket.next.code;
  mp_ticket_say_again (self, run, row->month, payment.code.number, n);
  if (payment.code.kind == MP_TICKET_CODE_OUT)
    {
      self->outcomes += (guint) n;
      self->used += (guint) n;
    }
  else
    {
      self->p2 += (guint8) n;
      self->milestones += (guint) n;
    }
  number = run->out->payments->len;
  paid = new_payments (run, (guint) n);
  amount = payment.amount != MP_MONEY_NONE ? payment.amount : 0;
  for (gint i = 0; i < n; i++)
    {
      paid[i] = payment;
      payment.code.number++;
      cumulative += amount;
      row[i].ticket.first_payment = number++;
      row[i].ticket.cumulative = cumulative;
      row[i].ticket.next.code.number = payment.code.number;
    }
  self->cumulative = cumulative;
}

/* TTW-55: every milestone available and not paid, at the rates of the year the period opened. */
static void
reconcile (MpTicketState *self, MpRun *run, MpMonthRow *row)
{
  const gboolean t16 = mp_ticket_is_t16 (self);
  const guint8 removed = mp_ticket_removed (self, row->month);
  /* no such rates before: S-16, n_plus_recon */
  const MpMonth opened = MAX (self->opened, MP_TICKET_NEW_RULES);
  const MpTicketRate phase1 = mp_ticket_rate_of (run, MP_TICKET_RATE_PHASE1, t16, opened);
  const MpTicketRate phase2 = mp_ticket_rate_of (run, MP_TICKET_RATE_PHASE2, t16, opened);
  const MpMonth services = run->scenario->ticket.services_completed;
  MpTicketRate sum = { 0, phase2.year, FALSE };
  guint n1 = 0, n2 = mp_ticket_p2_cap (self) - self->p2;

  for (guint step = self->next; step <= MP_TICKET_P1_STEPS; step++)
    if (!(removed & MP_TICKET_P1_BIT (step)))
      n1++;
  /* S-10 */
  if (reading (run, MP_READING_TTW_S10) == 1 && self->next <= MP_TICKET_P1_STEPS && !(removed & MP_TICKET_P1_BIT (MP_TICKET_P1_STEPS)) &&
      services != MP_MONTH_NONE && services > row->month)
    n1--;
  if (n1 + n2 == 0)
    return;
  if (n1 > 0)
    sum = phase1;
  if ((n1 > 0 && phase1.amount == MP_MONEY_NONE) || (n2 > 0 && phase2.amount == MP_MONEY_NONE))
    sum.amount = MP_MONEY_NONE;
  else
    sum.amount = (n1 > 0 ? n1 * phase1.amount : 0) + (n2 > 0 ? n2 * phase2.amount : 0);
  sum.estimated = sum.amount != MP_MONEY_NONE && ((n1 > 0 && phase1.estimated) || (n2 > 0 && phase2.estimated));
  mp_ticket_pay (self, run, row, (MpTicketCode) { MP_TICKET_CODE_RECON, 0 }, &sum, self->span.payee->provider);
}

/* S-09, en_12th: the outcomes paid to one provider. */
static guint
outcomes_of (const MpRun *run, const char *provider)
{
  const MpTicketFacts *ticket = &run->kase->ticket;
  guint n = 0;

  for (guint i = 0; i < ticket->n_prior_payments; i++)
    n += ticket->prior_payments[i].code.kind == MP_TICKET_CODE_OUT && g_strcmp0 (ticket->prior_payments[i].provider, provider) == 0;
  for (guint i = 0; i < run->out->payments->len; i++)
    {
      const MpTicketPayment *payment = &g_array_index (run->out->payments, MpTicketPayment, i);

      n += payment->code.kind == MP_TICKET_CODE_OUT && g_strcmp0 (payment->provider, provider) == 0;
    }
  return n;
}

/* TTW-54, 56 */
static gboolean
reconciliation_is_due (const MpTicketState *self, const MpRun *run)
{
  if (self->recon || self->span.payee->payment_system != MP_SYSTEM_OUTCOME_MILESTONE)
    return FALSE;
  if (self->transition && reading (run, MP_READING_TTW_S16) == 0)
    return FALSE;
  if (reading (run, MP_READING_TTW_S09) == 1)
    return outcomes_of (run, self->span.payee->provider) == MP_TICKET_RECON_AT;
  return self->outcomes == MP_TICKET_RECON_AT;
}

static gboolean
within_cap (const MpTicketState *self, const MpRun *run)
{
  const guint cap = mp_ticket_cap (self);

  if (self->transition || reading (run, MP_READING_TTW_S07) == 1)
    return self->outcomes < cap;
  return self->used <= cap && self->outcomes < cap;
}

/* Pays whom the plan names, at the rate of the month. */
static void
pay_payee (MpTicketState *self, MpRun *run, MpMonthRow *row, MpTicketCode code)
{
  const MpAssignment *payee = self->span.payee;

  mp_ticket_pay (self, run, row, code, mp_ticket_rate (self, run, mp_ticket_rate_kind (code, payee->payment_system), row->month), payee->provider);
}

static void
pay_outcome (MpTicketState *self, MpRun *run, MpMonthRow *row)
{
  if (self->transition)
    mp_ticket_transition_cap (self, run, row->month, self->span.payee->payment_system);
  if (!within_cap (self, run))
    return;
  pay_payee (self, run, row, (MpTicketCode) { MP_TICKET_CODE_OUT, (guint8) (self->outcomes + 1) });
  if (reconciliation_is_due (self, run))
    reconcile (self, run, row);
}

/* Whether the months up to this one, itself among them, fill a window of Phase 1. */
static gboolean
fills_window (const MpTicketState *self, MpMonth month, guint step)
{
  const MpTicketWindow *window = &mp_ticket_windows[step - 1];

  return (self->levels & MP_TICKET_AT_TWL) &&
         mp_ticket_count (mp_ticket_months (self, self->at_twl, MP_TICKET_AT_TWL), mp_ticket_window_months (self, month, window)) >= window->need;
}

/* Whether the month reaches a step of Phase 1 (TTW-25 to 28). */
static gboolean
reaches_phase1 (const MpTicketState *self, const MpRun *run, MpMonth month, guint step)
{
  const MpMonth services = run->scenario->ticket.services_completed;

  if (step == 1)
    return (self->levels & MP_TICKET_AT_HALF_TWL) != 0;
  if (step == MP_TICKET_P1_STEPS)
    {
      if (services != MP_MONTH_NONE && month < services)
        return FALSE;
      if (reading (run, MP_READING_TTW_S11) == 0)
        return self->m4_work;
    }
  return fills_window (self, month, step);
}

static void
warn_of_phase1 (const MpTicketState *self, MpRun *run, MpMonth month, guint step)
{
  if (month < run->start)
    return;
  if (step == 1 && !(self->levels & MP_TICKET_AT_TWL))
    mp_run_warning (run, MP_WARNING_P1M1_FULL_TWL, NULL,
                    mp_message_plain (N_("Phase 1 milestone 1 is paid on half of the trial work figure, as the regulation says; "
                                         "Social Security's pages for providers ask for the full figure.")));
  if (step == MP_TICKET_P1_STEPS && run->scenario->ticket.services_completed == MP_MONTH_NONE)
    mp_run_warning (run, MP_WARNING_SERVICES_ASSUMED, NULL,
                    mp_message_plain (N_("Phase 1 milestone 4 is paid as if the services of the work plan were completed in time; "
                                         "enter the month if they were not.")));
}

/* TTW-36 to 39: at most one milestone a month, in sequence. */
static void
pay_milestone (MpTicketState *self, MpRun *run, MpMonthRow *row)
{
  const MpMonth month = row->month;
  const guint step = mp_ticket_step_at (self, month);
  MpTicketCode code = { MP_TICKET_CODE_P1M, (guint8) step };

  if (step <= MP_TICKET_P1_STEPS)
    {
      if (!reaches_phase1 (self, run, month, step))
        return;
      warn_of_phase1 (self, run, month, step);
    }
  else
    {
      code = (MpTicketCode) { MP_TICKET_CODE_P2M, (guint8) (self->p2 + 1) };
      if (!(self->levels & MP_TICKET_AT_P2_PAY) || code.number > mp_ticket_p2_cap (self))
        return;
    }
  pay_payee (self, run, row, code);
}

/* TTW-50: the period opens with the first outcome month from the first assignment on. */
static void
open_period (MpTicketState *self, MpRun *run, MpMonth month)
{
  if (!self->out || self->opened != MP_MONTH_NONE || month < self->first || month <= self->last_prior_milestone)
    return;
  if (reading (run, MP_READING_TTW_S06) == 1 && !self->span.payable)
    return;
  self->opened = month;
  mp_run_event (run, month, MP_EVENT_OUTCOME_START, MP_MONEY_NONE,
                mp_message_plain (N_("The outcome payment period opens: nothing is due from SSDI or federal SSI because of work.")));
  MP_TRACE (run, month, MP_PROGRAM_TICKET, "TTW-50",
            mp_message_plain (N_("The outcome payment period opens: nothing is due from SSDI or federal SSI because of work.")));
}

/* TTW-101: the ticket ends in the month after the outcome payment period. */
static void
close_period (MpTicketState *self, MpRun *run, MpMonth month)
{
  const gboolean by_payments = self->transition || reading (run, MP_READING_TTW_S07) == 1;
  guint cap = mp_ticket_cap (self);

  if (self->opened == MP_MONTH_NONE)
    return;
  if (month < MP_TICKET_NEW_RULES)
    {
      if (self->used < MP_TICKET_OUTCOMES_OLD)
        return;
    }
  else if (self->transition && self->transition_cap < 0)
    return;
  else if ((by_payments ? self->outcomes : self->used) < cap)
    return;
  self->terminated = month + 1;
  mp_run_mark (run, month + 1, MP_NEW_TICKET);
  self->ending = MP_TICKET_ENDS_CAP;
  mp_run_event (run, month, MP_EVENT_OUTCOME_COMPLETE, MP_MONEY_NONE,
                mp_message (N_("The outcome payment period is complete after {number} outcome payments."),
                            MP_NUMBER_VALUE ("number", self->outcomes + self->old_outcomes)));
}


/* What a payable month pays. */
static void
pay_what_is_due (MpTicketState *self, MpRun *run, MpMonthRow *row)
{
  if (row->month < MP_TICKET_NEW_RULES)
    mp_ticket_old_month (self, run, row);
  else if (self->opened != MP_MONTH_NONE)
    {
      if (self->out)
        pay_outcome (self, run, row);
    }
  else if (self->span.payee->payment_system == MP_SYSTEM_OUTCOME_MILESTONE)
    pay_milestone (self, run, row);
}

void
mp_ticket_pay_month (MpTicketState *self, MpRun *run, MpMonthRow *row, gboolean begins)
{
  const MpMonth month = row->month;

  if (begins)
    open_period (self, run, month);
  if (self->out && self->opened != MP_MONTH_NONE && month > self->last_prior)
    self->used++;
  /* TTW-28: the nine months are reached once, by work under these rules; work before July 2008 counts in the window (TTW-82) */
  if (self->next <= MP_TICKET_P1_STEPS && !self->m4_work && month >= MP_TICKET_NEW_RULES && month > self->first)
    self->m4_work = fills_window (self, month, MP_TICKET_P1_STEPS);
  if (self->span.payable)
    pay_what_is_due (self, run, row);
  if (begins || self->out)
    close_period (self, run, month);
}
