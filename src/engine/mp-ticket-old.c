/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The payment rules to June 2008 and the passage to those after (TTW-75 to 84). */

#include "mp-ticket-private.h"

/* TTW-75 */
const MpTicketWindow mp_ticket_old_windows[MP_TICKET_OLD_STEPS] = { { 1, 1 }, { 3, 12 }, { 7, 12 }, { 12, 15 } };

/* TTW-78: the milestones paid to this provider, by which its outcomes are lowered. */
static MpMoney
milestones_of (const MpRun *run, const char *provider)
{
  const MpTicketFacts *ticket = &run->kase->ticket;
  MpMoney sum = 0;

  for (guint i = 0; i < ticket->n_prior_payments; i++)
    if (ticket->prior_payments[i].code.kind == MP_TICKET_CODE_OLDM &&
        g_strcmp0 (ticket->prior_payments[i].provider, provider) == 0 && ticket->prior_payments[i].amount != MP_MONEY_NONE)
      sum += ticket->prior_payments[i].amount;
  for (guint i = 0; i < run->out->payments->len; i++)
    {
      const MpTicketPayment *payment = &g_array_index (run->out->payments, MpTicketPayment, i);

      if (payment->code.kind == MP_TICKET_CODE_OLDM && g_strcmp0 (payment->provider, provider) == 0 &&
          payment->amount != MP_MONEY_NONE)
        sum += payment->amount;
    }
  return sum;
}

static void
pay_outcome (MpTicketState *self, MpRun *run, MpMonthRow *row)
{
  const MpAssignment *assignment = self->span.payee;
  MpTicketCode code = { MP_TICKET_CODE_OLDOUT, (guint8) (self->old_outcomes + 1) };
  MpTicketRate rate = *mp_ticket_rate (self, run, mp_ticket_rate_kind (code, assignment->payment_system), row->month);

  if (rate.amount != MP_MONEY_NONE && assignment->payment_system == MP_SYSTEM_OUTCOME_MILESTONE)
    {
      const MpMoney unit = mp_case_reading (run->kase, MP_READING_TTW_S15) == 1 ? 100 : 1;
      const MpMoney less = mp_divide_half_up (milestones_of (run, assignment->provider), MP_TICKET_OUTCOMES_OLD * unit) * unit; /* TTW-79 */

      rate.amount = MAX (0, rate.amount - less);
    }
  mp_ticket_pay (self, run, row, code, &rate, assignment->provider);
}

static void
pay_milestone (MpTicketState *self, MpRun *run, MpMonthRow *row)
{
  MpTicketCode code = { MP_TICKET_CODE_OLDM, (guint8) (self->old_step + 1) };
  const MpTicketWindow *window;

  if (self->old_step >= MP_TICKET_OLD_STEPS)
    return;
  window = &mp_ticket_old_windows[self->old_step];
  if (!(self->levels & MP_TICKET_ABOVE_SGA) ||
      mp_ticket_count (mp_ticket_months (self, self->above_sga, MP_TICKET_ABOVE_SGA), mp_ticket_window_months (self, row->month, window)) < window->need)
    return;
  mp_ticket_pay (self, run, row, code, mp_ticket_rate (self, run, mp_ticket_rate_kind (code, self->span.payee->payment_system), row->month),
                 self->span.payee->provider);
}

/* TTW-75 to 79: a payable month to June 2008. */
void
mp_ticket_old_month (MpTicketState *self, MpRun *run, MpMonthRow *row)
{
  if (self->opened != MP_MONTH_NONE)
    {
      if (self->out && self->used <= MP_TICKET_OUTCOMES_OLD && self->old_outcomes < MP_TICKET_OUTCOMES_OLD)
        pay_outcome (self, run, row);
      return;
    }
  if (self->span.payee->payment_system == MP_SYSTEM_OUTCOME_MILESTONE)
    pay_milestone (self, run, row); /* TTW-77: only before the first outcome month */
}

/* TTW-83: outcomes still payable = what is left of the ticket's 2008 value, in outcomes of 2008. */
void
mp_ticket_transition_cap (MpTicketState *self, MpRun *run, MpMonth month, MpPaymentSystem system)
{
  const gboolean t16 = mp_ticket_is_t16 (self);
  const MpMoney outcome = mp_ticket_rate_of (run, mp_ticket_rate_kind ((MpTicketCode) { MP_TICKET_CODE_OUT, 0 }, system), t16, MP_TICKET_NEW_RULES).amount;
  MpMoney value, phase1, phase2;

  if (self->transition_cap >= 0)
    return;
  self->transition_cap = MP_TICKET_OUTCOMES_OLD;
  if (outcome == MP_MONEY_NONE || outcome == 0)
    return;
  value = outcome * (t16 ? MP_TICKET_OUTCOMES_T16 : MP_TICKET_OUTCOMES_T2);
  if (system == MP_SYSTEM_OUTCOME_MILESTONE)
    {
      phase1 = mp_ticket_rate_of (run, MP_TICKET_RATE_PHASE1, t16, MP_TICKET_NEW_RULES).amount;
      phase2 = mp_ticket_rate_of (run, MP_TICKET_RATE_PHASE2, t16, MP_TICKET_NEW_RULES).amount;
      if (phase1 == MP_MONEY_NONE || phase2 == MP_MONEY_NONE)
        return;
      value += phase1 * MP_TICKET_P1_STEPS + phase2 * (t16 ? MP_TICKET_P2_T16 : MP_TICKET_P2_T2);
    }
  self->transition_cap = (gint) MIN (MP_TICKET_OUTCOMES_OLD, mp_divide_half_up (MAX (0, value - self->cumulative), outcome));
  MP_TRACE (run, month, MP_PROGRAM_TICKET, "TTW-83",
            mp_message (N_("Of the ticket's value of {value} in 2008, {paid} has been paid. What is left, in outcome payments of {outcome}, "
                           "are {number} outcome payments from here on."),
                        MP_MONEY_VALUE ("value", value), MP_MONEY_VALUE ("paid", self->cumulative), MP_MONEY_VALUE ("outcome", outcome),
                        MP_NUMBER_VALUE ("number", self->transition_cap)));
}
