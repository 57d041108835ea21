/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The next payment in sequence, what it still needs, and why a month has none. */

#include "mp-ticket-private.h"

/* How far a step is. */
typedef struct {
  guint8 have, need, within;
  MpMonth window_ends; /* NONE: no window is running */
} Distance;

/* The window that can still be completed: it begins with the earliest counting month that leaves
 * as many months as are missing. */
static Distance
distance_in_window (const MpTicketState *self, MpMonth month, const MpTicketWindow *window, MpTicketMonths months)
{
  const gint last = mp_ticket_window_months (self, month, window);
  guint have = mp_ticket_count (months, last);

  for (gint n = last; n > 0; n--)
    {
      const guint left = window->within - (guint) n;

      if (!(months >> (n - 1) & 1))
        continue;
      if (have + left >= window->need)
        return (Distance) { (guint8) MIN (have, window->need), window->need, window->within, month + (MpMonth) left };
      have--;
    }
  return (Distance) { 0, window->need, window->within, MP_MONTH_NONE };
}

/* How far a code is: months in a window, or one month, reached by this month's if nothing was paid for it. */
static Distance
distance_of (const MpTicketState *self, const MpRun *run, const MpMonthRow *row, MpTicketCode code)
{
  const MpTicketTest test = mp_ticket_test_of (code);
  const MpMonth from = test == MP_TICKET_NO_CASH ? self->first : self->span.work_from;

  if (code.kind == MP_TICKET_CODE_P1M && code.number == MP_TICKET_P1_STEPS && self->m4_work &&
      mp_case_reading (run->kase, MP_READING_TTW_S11) == 0)
    return (Distance) { mp_ticket_windows[3].need, mp_ticket_windows[3].need, mp_ticket_windows[3].within, MP_MONTH_NONE };
  if (code.kind == MP_TICKET_CODE_P1M && code.number > 1)
    return distance_in_window (self, row->month, &mp_ticket_windows[code.number - 1],
                               mp_ticket_months (self, self->at_twl, MP_TICKET_AT_TWL));
  if (code.kind == MP_TICKET_CODE_OLDM && code.number > 1)
    return distance_in_window (self, row->month, &mp_ticket_old_windows[code.number - 1],
                               mp_ticket_months (self, self->above_sga, MP_TICKET_ABOVE_SGA));
  return (Distance) { row->ticket.n_payments == 0 && row->month >= from && (self->levels >> test & 1), 1, 1, MP_MONTH_NONE };
}

/* The least monthly pay that counts for a code; NONE for outcomes, or when no figure is known. */
static MpMoney
pay_needed (const MpTicketState *self, MpTicketCode code, guint32 *estimated)
{
  const MpTicketTest test = mp_ticket_test_of (code);

  if (self->figures.least[test] == G_MAXINT64)
    return MP_MONEY_NONE;
  *estimated |= code.kind == MP_TICKET_CODE_P1M ? self->figures.estimated_twl : self->figures.estimated_sga;
  return self->figures.least[test];
}

/* The next outcome, or none when no code is left. */
static MpTicketCode
next_outcome (const MpTicketState *self, MpMonth month)
{
  const gboolean old = month < MP_TICKET_NEW_RULES;
  const guint number = (old ? self->old_outcomes : self->outcomes) + 1;

  if (number > (old ? MP_TICKET_OUTCOMES_OLD : mp_ticket_cap (self)))
    return (MpTicketCode) { MP_TICKET_CODE_NONE, 0 };
  return (MpTicketCode) { old ? MP_TICKET_CODE_OLDOUT : MP_TICKET_CODE_OUT, (guint8) number };
}

/* The next milestone in sequence, open or closed; kind NONE when none is left. */
static MpTicketCode
next_milestone (const MpTicketState *self, MpMonth month)
{
  guint step;

  if (month < MP_TICKET_NEW_RULES)
    return self->old_step < MP_TICKET_OLD_STEPS ? (MpTicketCode) { MP_TICKET_CODE_OLDM, (guint8) (self->old_step + 1) }
                                                : (MpTicketCode) { MP_TICKET_CODE_NONE, 0 };
  step = mp_ticket_step_at (self, month);
  if (step <= MP_TICKET_P1_STEPS)
    return (MpTicketCode) { MP_TICKET_CODE_P1M, (guint8) step };
  return self->p2 < mp_ticket_p2_cap (self) ? (MpTicketCode) { MP_TICKET_CODE_P2M, (guint8) (self->p2 + 1) }
                                  : (MpTicketCode) { MP_TICKET_CODE_NONE, 0 };
}

static MpTicketCode
next_code (const MpTicketState *self, MpMonth month)
{
  MpTicketCode code = { MP_TICKET_CODE_NONE, 0 };

  if (self->opened == MP_MONTH_NONE && self->span.system == MP_SYSTEM_OUTCOME_MILESTONE)
    code = next_milestone (self, month);
  return code.kind != MP_TICKET_CODE_NONE ? code : next_outcome (self, month);
}

/* Whether this month's pay reaches the test of a milestone. */
static gboolean
reaches (const MpTicketState *self, const MpRun *run, const MpMonthRow *row, MpTicketCode code)
{
  const Distance distance = distance_of (self, run, row, code);

  return (self->levels >> mp_ticket_test_of (code) & 1) && distance.have >= distance.need;
}

/* TTW-39: whether the month would have paid a milestone if the outcome period were not open. */
static gboolean
is_closed (const MpTicketState *self, const MpRun *run, const MpMonthRow *row)
{
  MpTicketCode code;

  if (self->opened == MP_MONTH_NONE || self->span.payee->payment_system != MP_SYSTEM_OUTCOME_MILESTONE)
    return FALSE;
  code = next_milestone (self, row->month);
  return code.kind != MP_TICKET_CODE_NONE && reaches (self, run, row, code);
}

/* Whether the month's pay would have reached a milestone of Phase 1 that is removed. */
static gboolean
is_removed (const MpTicketState *self, MpMonth month, MpTicketCode code)
{
  const guint8 flags = self->levels, removed = mp_ticket_removed (self, month);
  const guint until = code.kind == MP_TICKET_CODE_P1M ? code.number : MP_TICKET_P1_STEPS + 1;

  if ((code.kind != MP_TICKET_CODE_P1M && code.kind != MP_TICKET_CODE_P2M) || month <= self->first)
    return FALSE;
  if (code.kind == MP_TICKET_CODE_P1M ? (flags & MP_TICKET_AT_TWL) : (flags & MP_TICKET_AT_P2_PAY))
    return FALSE;
  for (guint step = self->next; step < until; step++)
    if ((removed & (1u << (step - 1))) && (flags & (step == 1 ? MP_TICKET_AT_HALF_TWL : MP_TICKET_AT_TWL)))
      return TRUE;
  return FALSE;
}

/* Why the next payment is not made, beyond pay that is not there yet. */
static MpBlocked
blocked_by (MpTicketState *self, MpRun *run, const MpMonthRow *row, MpTicketCode code)
{
  const MpMonth month = row->month, services = run->scenario->ticket.services_completed;
  const gboolean outcome = code.kind == MP_TICKET_CODE_OUT || code.kind == MP_TICKET_CODE_OLDOUT;

  if (row->ticket.status == MP_TICKET_TERMINATED)
    return self->ending == MP_TICKET_ENDS_CAP ? MP_BLOCKED_CAP : MP_BLOCKED_TERMINATED;
  if (self->terminated == month + 1)
    return MP_BLOCKED_CAP;
  if (self->span.payee == NULL)
    return MP_BLOCKED_NO_ASSIGNMENT;
  if (self->span.barred)
    return MP_BLOCKED_REMOVED_BY_VR;
  if (!self->span.payable && month > self->last_prior)
    return MP_BLOCKED_ASSIGNMENT_MONTH;
  if (outcome && !self->out)
    return is_closed (self, run, row) ? MP_BLOCKED_OUTCOME_PERIOD : MP_BLOCKED_BENEFIT_PAID;
  if (code.kind == MP_TICKET_CODE_P1M && code.number == MP_TICKET_P1_STEPS && self->m4_work && services != MP_MONTH_NONE &&
      month < services)
    return MP_BLOCKED_SERVICES;
  if (row->ticket.n_payments == 0 && is_removed (self, month, code))
    return mp_ticket_removed (self, month) != self->removed ? MP_BLOCKED_REMOVED_BY_VR : MP_BLOCKED_REMOVED_BY_WORK;
  if (mp_ticket_rate (self, run, mp_ticket_rate_kind (code, self->span.system), month)->amount == MP_MONEY_NONE)
    return MP_BLOCKED_RATE_UNKNOWN;
  return MP_BLOCKED_NO;
}

/* Why a month that pays nothing pays nothing: the sentence and its rule. */
static void
trace_nothing (const MpTicketState *self, MpRun *run, const MpMonthRow *row)
{
  static const struct { const char *rule, *text; } says[] = {
    [MP_BLOCKED_NO_ASSIGNMENT] = { "TTW-18", N_("The ticket is assigned to nobody in this month, so nobody is paid.") },
    [MP_BLOCKED_ASSIGNMENT_MONTH] = { "TTW-16", N_("The provider is paid only for months after the ticket was assigned to it and its plan received.") },
    [MP_BLOCKED_REMOVED_BY_WORK] = { "TTW-45", N_("Pay of {gross} reaches only a milestone that earlier work removed.") },
    [MP_BLOCKED_REMOVED_BY_VR] = { "TTW-72", N_("Pay of {gross} reaches only a milestone of Phase 1, which the success of State VR removed.") },
    [MP_BLOCKED_SERVICES] = { "TTW-28", N_("The nine months of Phase 1 milestone 4 are worked; the services of the plan are not completed yet.") },
    [MP_BLOCKED_OUTCOME_PERIOD] = { "TTW-39", N_("The outcome payment period is open, so milestones are closed.") },
    [MP_BLOCKED_BENEFIT_PAID] = { "TTW-48", N_("A benefit is payable for this month, so it is no outcome month.") },
    [MP_BLOCKED_CAP] = { "TTW-50", N_("The outcome payment period has used all of its months.") },
    [MP_BLOCKED_TERMINATED] = { "TTW-103", N_("The ticket has ended: nothing is paid.") },
    [MP_BLOCKED_RATE_UNKNOWN] = { "TTW-67", N_("Nothing is reached in this month, and the rate of the next payment is not published.") },
  };
  const MpBlocked blocked = row->ticket.next.blocked;
  const MpTicketCode code = row->ticket.next.code;
  const MpMoney amount = row->ticket.next.amount == MP_MONEY_NONE ? 0 : row->ticket.next.amount;

  if (row->month <= self->last_prior)
    MP_TRACE (run, row->month, MP_PROGRAM_TICKET, "TTW-68",
              mp_message (N_("Payments already made are entered up to {month}; Milepost adds none of its own before then."),
                          MP_MONTH_VALUE ("month", self->last_prior)));
  else if (row->ticket.status == MP_TICKET_IN_USE_SVR)
    MP_TRACE (run, row->month, MP_PROGRAM_TICKET, "TTW-71",
              mp_message_plain (N_("State VR uses the ticket under cost reimbursement, which is paid outside the ticket.")));
  else if (self->span.barred)
    MP_TRACE (run, row->month, MP_PROGRAM_TICKET, "TTW-71",
              mp_message_plain (N_("State VR was paid by cost reimbursement; before July 2008 that barred payments to another provider.")));
  else if (blocked == MP_BLOCKED_REMOVED_BY_WORK || blocked == MP_BLOCKED_REMOVED_BY_VR)
    MP_TRACE (run, row->month, MP_PROGRAM_TICKET, says[blocked].rule,
              mp_message (says[blocked].text, MP_MONEY_VALUE ("gross", self->gross)));
  else if (blocked == MP_BLOCKED_BENEFIT_PAID && self->ended)
    MP_TRACE (run, row->month, MP_PROGRAM_TICKET, "TTW-49",
              mp_message (N_("Benefits have ended because of work, and pay of {gross} is not more than substantial gainful activity: "
                             "no outcome month."), MP_MONEY_VALUE ("gross", self->gross)));
  else if (blocked == MP_BLOCKED_BENEFIT_PAID && !self->cash)
    MP_TRACE (run, row->month, MP_PROGRAM_TICKET, "TTW-47",
              mp_message_plain (N_("No benefit is payable for this month, but not because of work, so it is no outcome month.")));
  else if (blocked != MP_BLOCKED_NO)
    MP_TRACE (run, row->month, MP_PROGRAM_TICKET, says[blocked].rule, mp_message_plain (says[blocked].text));
  else if (code.kind == MP_TICKET_CODE_P1M && code.number == 1)
    MP_TRACE (run, row->month, MP_PROGRAM_TICKET, "TTW-25",
              mp_message (N_("Pay of {gross} is less than {half}, half of the trial work figure: no milestone."),
                          MP_MONEY_VALUE ("gross", self->gross), MP_MONEY_VALUE ("half", amount)));
  else if (code.kind == MP_TICKET_CODE_P1M)
    MP_TRACE (run, row->month, MP_PROGRAM_TICKET, code.number == 2 ? "TTW-26" : code.number == 3 ? "TTW-27" : "TTW-28",
              mp_message (N_("Pay is {gross}. Phase 1 milestone {number} has {have} of the {need} months at {twl} or more that it needs."),
                          MP_MONEY_VALUE ("gross", self->gross), MP_NUMBER_VALUE ("number", code.number),
                          MP_NUMBER_VALUE ("have", row->ticket.next.have), MP_NUMBER_VALUE ("need", row->ticket.next.need),
                          MP_MONEY_VALUE ("twl", amount)));
  else if (code.kind == MP_TICKET_CODE_P2M)
    MP_TRACE (run, row->month, MP_PROGRAM_TICKET, "TTW-29",
              mp_message (N_("Pay of {gross} is less than {least}, the least pay above substantial gainful activity: no Phase 2 milestone."),
                          MP_MONEY_VALUE ("gross", self->gross), MP_MONEY_VALUE ("least", amount)));
  else if (code.kind == MP_TICKET_CODE_OLDM)
    MP_TRACE (run, row->month, MP_PROGRAM_TICKET, "TTW-75",
              mp_message (N_("Pay is {gross}. Milestone {number} of the rules before July 2008 has {have} of the {need} months "
                             "at {least} or more that it needs."),
                          MP_MONEY_VALUE ("gross", self->gross), MP_NUMBER_VALUE ("number", code.number),
                          MP_NUMBER_VALUE ("have", row->ticket.next.have), MP_NUMBER_VALUE ("need", row->ticket.next.need),
                          MP_MONEY_VALUE ("least", amount)));
}

static void
add_progress (const MpTicketState *self, MpRun *run, MpMonth month, guint *n, MpTicketCode code)
{
  MpTicketProgress *list = run->out->progress[month - run->first];
  Distance distance = distance_of (self, run, mp_run_row (run, month), code);

  /* TTW-38: a month is not kept for a step of Phase 2 that waits behind Phase 1 */
  if (code.kind == MP_TICKET_CODE_P2M && *n > 0)
    distance.have = 0;

  if (*n < MP_TICKET_MAX_PROGRESS && code.kind != MP_TICKET_CODE_NONE)
    list[(*n)++] = (MpTicketProgress) { code, distance.have, distance.need, distance.within,
                                        pay_needed (self, code, &mp_run_row (run, month)->estimated), distance.window_ends };
}

/* TTW-54: the milestones that the twelfth outcome payment will bring, when the period has closed some. */
static void
add_reconciliation (const MpTicketState *self, MpRun *run, MpMonth month, guint *n)
{
  const gboolean settled = self->transition && mp_case_reading (run->kase, MP_READING_TTW_S16) == 0; /* TTW-84 */

  if (self->opened == MP_MONTH_NONE || month < MP_TICKET_NEW_RULES || self->recon || settled || self->outcomes >= MP_TICKET_RECON_AT ||
      self->span.system != MP_SYSTEM_OUTCOME_MILESTONE || next_milestone (self, month).kind == MP_TICKET_CODE_NONE)
    return;
  run->out->progress[month - run->first][(*n)++] = (MpTicketProgress) {
    { MP_TICKET_CODE_RECON, 0 }, (guint8) self->outcomes, MP_TICKET_RECON_AT, (guint8) mp_ticket_cap (self), MP_MONEY_NONE, MP_MONTH_NONE
  };
}

/* Each step still ahead: what is left of Phase 1, the next of Phase 2, the next outcome, the reconciliation. */
static void
fill_progress (const MpTicketState *self, MpRun *run, MpMonth month, MpTicketCode next)
{
  guint n = 0;

  if (next.kind == MP_TICKET_CODE_OLDM)
    for (guint step = next.number; step <= MP_TICKET_OLD_STEPS; step++)
      add_progress (self, run, month, &n, (MpTicketCode) { MP_TICKET_CODE_OLDM, (guint8) step });
  if (next.kind == MP_TICKET_CODE_P1M)
    {
      const guint8 removed = mp_ticket_removed (self, month);

      for (guint step = next.number; step <= MP_TICKET_P1_STEPS; step++)
        if (!(removed & (1u << (step - 1))))
          add_progress (self, run, month, &n, (MpTicketCode) { MP_TICKET_CODE_P1M, (guint8) step });
    }
  if ((next.kind == MP_TICKET_CODE_P1M || next.kind == MP_TICKET_CODE_P2M) && self->p2 < mp_ticket_p2_cap (self))
    add_progress (self, run, month, &n, (MpTicketCode) { MP_TICKET_CODE_P2M, (guint8) (self->p2 + 1) });
  add_progress (self, run, month, &n, next_outcome (self, month));
  add_reconciliation (self, run, month, &n);
}

/**
 * mp_ticket_progress_message:
 * @self: a step still ahead, or what is next
 *
 * Returns: how far it is, in a sentence for people
 */
MpMessage
mp_ticket_progress_message (const MpTicketProgress *self)
{
  const char *text;

  if (self->code.kind == MP_TICKET_CODE_RECON)
    text = N_("{have} of {need} outcome payments; then the milestones not paid before are paid together");
  else if (self->amount == MP_MONEY_NONE)
    text = N_("a month in which work leaves nothing due from SSDI and federal SSI");
  else if (self->need == 1)
    text = N_("one month at {amount} or more");
  else if (self->window_ends == MP_MONTH_NONE)
    text = self->have >= self->need ? N_("{have} of {need} months at {amount} or more") : N_("{have} of {need} months at {amount} or more within {within}");
  else
    text = N_("{have} of {need} months at {amount} or more, window ends {window}");
  return mp_message (text, MP_NUMBER_VALUE ("have", self->have), MP_NUMBER_VALUE ("need", self->need), MP_MONEY_VALUE ("amount", self->amount),
                     MP_NUMBER_VALUE ("within", self->within), MP_MONTH_VALUE ("window", self->window_ends));
}

/* The milestone that the month reached in vain; kind NONE when it reached none. */
static MpTicketCode
reached_in_vain (const MpTicketState *self, MpRun *run, const MpMonthRow *row)
{
  const MpTicketCode none = { MP_TICKET_CODE_NONE, 0 };
  const MpMonth month = row->month;
  MpTicketCode code = row->ticket.next.code;

  switch ((MpBlocked) row->ticket.next.blocked)
    {
    case MP_BLOCKED_REMOVED_BY_WORK:
    case MP_BLOCKED_REMOVED_BY_VR:
      /* the removed one is the last that the pay reaches before the next in sequence */
      for (guint step = self->next; step <= MP_TICKET_P1_STEPS && month >= MP_TICKET_NEW_RULES; step++)
        if (mp_ticket_removed (self, month) & (1u << (step - 1)))
          return (MpTicketCode) { MP_TICKET_CODE_P1M, (guint8) step };
      return none;
    case MP_BLOCKED_OUTCOME_PERIOD:
      return next_milestone (self, month);
    case MP_BLOCKED_NO_ASSIGNMENT:
    case MP_BLOCKED_ASSIGNMENT_MONTH:
      if (code.kind == MP_TICKET_CODE_OUT || code.kind == MP_TICKET_CODE_OLDOUT || code.kind == MP_TICKET_CODE_NONE)
        return none;
      return reaches (self, run, row, code) ? code : none;
    case MP_BLOCKED_SERVICES:
      return code;
    case MP_BLOCKED_NO:
    case MP_BLOCKED_BENEFIT_PAID:
    case MP_BLOCKED_CAP:
    case MP_BLOCKED_TERMINATED:
    case MP_BLOCKED_RATE_UNKNOWN:
    default:
      return none;
    }
}

/* What an outcome month or a milestone reached does not bring, and why: said when it begins. */
static void
say_unpaid (MpTicketState *self, MpRun *run, const MpMonthRow *row)
{
  static const char *const outcome_texts[] = {
    [MP_BLOCKED_NO_ASSIGNMENT] = N_("An outcome month that is paid to nobody: the ticket is assigned to nobody. It counts in the outcome payment period."),
    [MP_BLOCKED_ASSIGNMENT_MONTH] = N_("An outcome month that is paid to nobody: the provider is paid from the month after the ticket was assigned to it "
                                       "and its plan received. It counts in the outcome payment period."),
    [MP_BLOCKED_REMOVED_BY_VR] = N_("An outcome month that is paid to nobody: State VR was paid by cost reimbursement."),
    [MP_BLOCKED_CAP] = N_("An outcome month that is paid to nobody: the outcome payment period has used all of its months."),
    [MP_BLOCKED_TERMINATED] = N_("An outcome month that is paid to nobody: the ticket has ended."),
    [MP_BLOCKED_RATE_UNKNOWN] = NULL,
  };
  static const char *const milestone_texts[] = {
    [MP_BLOCKED_NO_ASSIGNMENT] = N_("{milestone} {number} is reached and not paid: the ticket is assigned to nobody."),
    [MP_BLOCKED_ASSIGNMENT_MONTH] = N_("{milestone} {number} is reached and not paid: the provider is paid from the month after the ticket was assigned "
                                       "to it and its plan received."),
    [MP_BLOCKED_REMOVED_BY_WORK] = N_("{milestone} {number} is reached and not paid: work before the ticket was assigned removed it."),
    [MP_BLOCKED_REMOVED_BY_VR] = N_("{milestone} {number} is reached and not paid: the success of State VR removed it."),
    [MP_BLOCKED_SERVICES] = N_("{milestone} {number} is reached and not paid: the services of the plan are not completed yet."),
    [MP_BLOCKED_OUTCOME_PERIOD] = N_("{milestone} {number} is reached and not paid: the outcome payment period is open."),
    [MP_BLOCKED_RATE_UNKNOWN] = NULL,
  };
  const guint blocked = row->ticket.next.blocked;
  const gboolean outcome = self->out && self->opened != MP_MONTH_NONE && outcome_texts[blocked] != NULL;
  const MpTicketCode code = outcome ? row->ticket.next.code : reached_in_vain (self, run, row);
  const guint said = outcome ? 1u << 24 | blocked : (guint) code.kind << 16 | (guint) code.number << 8 | blocked;

  if ((!outcome && code.kind == MP_TICKET_CODE_NONE) || said == self->said_unpaid)
    return;
  self->said_unpaid = said;
  if (outcome)
    mp_run_event (run, row->month, MP_EVENT_OUTCOME_UNPAID, MP_MONEY_NONE, mp_message_plain (outcome_texts[blocked]));
  else
    mp_run_event (run, row->month, MP_EVENT_MILESTONE_UNPAID, MP_MONEY_NONE,
                  mp_message (milestone_texts[blocked],
                              MP_TEXT_VALUE ("milestone", code.kind == MP_TICKET_CODE_P1M ? N_("Phase 1 milestone")
                                             : code.kind == MP_TICKET_CODE_P2M ? N_("Phase 2 milestone") : N_("Milestone of the rules before July 2008,")),
                              MP_NUMBER_VALUE ("number", code.number)));
}

void
mp_ticket_set_next (MpTicketState *self, MpRun *run, MpMonthRow *row)
{
  MpTicketRow *ticket = &row->ticket;
  Distance distance;

  if (ticket->status == MP_TICKET_NONE)
    return;
  self->next_estimated = 0;
  ticket->next.code = next_code (self, row->month);
  if (ticket->next.code.kind != MP_TICKET_CODE_NONE)
    {
      distance = distance_of (self, run, row, ticket->next.code);
      ticket->next.have = distance.have;
      ticket->next.need = distance.need;
      ticket->next.window_ends = distance.window_ends;
      ticket->next.amount = pay_needed (self, ticket->next.code, &self->next_estimated);
      row->estimated |= self->next_estimated;
    }
  ticket->next.blocked = blocked_by (self, run, row, ticket->next.code);
  if (ticket->n_payments == 0 && ticket->next.blocked != MP_BLOCKED_NO && row->month > self->last_prior)
    say_unpaid (self, run, row);
  if (!mp_run_explains (run))
    return;
  if (ticket->status != MP_TICKET_TERMINATED && ticket->next.code.kind != MP_TICKET_CODE_NONE)
    fill_progress (self, run, row->month, ticket->next.code);
  if (ticket->n_payments == 0)
    trace_nothing (self, run, row);
}
