/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sentences of the payments. */

#include "mp-ticket-private.h"

/* The figure that a milestone's pay is measured by; 0 when it is not known. */
static MpMoney
figure_of (const MpTicketState *self, const MpRun *run, MpTicketCode code)
{
  const MpMoney least = self->figures.least[mp_ticket_test_of (code)];
  /* TTW-30: those of substantial gainful activity are to be exceeded */
  const gboolean over = code.kind == MP_TICKET_CODE_OLDM ||
                        (code.kind == MP_TICKET_CODE_P2M && mp_case_reading (run->kase, MP_READING_TTW_S04) == 0);

  return least == G_MAXINT64 ? 0 : over ? least - 1 : least;
}

static const char *
milestone_text (const MpRun *run, MpTicketCode code)
{
  if (code.kind == MP_TICKET_CODE_P2M)
    return N_("Pay of {gross} is more than {figure}, substantial gainful activity: Phase 2 milestone {number} pays the provider {amount}.");
  if (code.kind == MP_TICKET_CODE_OLDM)
    return N_("Pay was more than {figure}, substantial gainful activity, {need} times in {within} months: "
              "milestone {number} of the rules before July 2008 pays the provider {amount}.");
  if (code.number == MP_TICKET_P1_STEPS)
    return N_("Pay reached the trial work figure, now {figure}, {need} times in {within} months, and the services of the plan are "
              "completed: Phase 1 milestone {number} pays the provider {amount}.");
  if (code.number > 1)
    return N_("Pay of {gross} is at least {figure}, the trial work figure, which makes {need} such months in {within}: "
              "Phase 1 milestone {number} pays the provider {amount}.");
  if (mp_case_reading (run->kase, MP_READING_TTW_S01) == 1)
    return N_("Pay of {gross} is at least {figure}, the trial work figure: Phase 1 milestone {number} pays the provider {amount}.");
  return N_("Pay of {gross} is at least half of the trial work figure, {figure}: Phase 1 milestone {number} pays the provider {amount}.");
}

static inline void
write_sentence (const MpTicketState *self, const MpRun *run, MpTicketCode code, MpMoney amount, MpMessage *message)
{
  static const char *const unknown[] = {
    [MP_TICKET_CODE_P1M] = N_("Phase 1 milestone {number} is reached, but its rate is not published."),
    [MP_TICKET_CODE_P2M] = N_("Phase 2 milestone {number} is reached, but its rate is not published."),
    [MP_TICKET_CODE_OUT] = N_("Outcome payment {number} is due, but its rate is not published."),
    [MP_TICKET_CODE_RECON] = N_("The milestones not paid before are due, but a rate among them is not published."),
    [MP_TICKET_CODE_OLDM] = N_("Milestone {number} of the rules before July 2008 is reached, but its rate is not known."),
    [MP_TICKET_CODE_OLDOUT] = N_("Outcome payment {number} of the rules before July 2008 is due, but its rate is not known."),
  };

  if (amount == MP_MONEY_NONE)
    *message = mp_message (unknown[code.kind], MP_NUMBER_VALUE ("number", code.number));
  else if (code.kind == MP_TICKET_CODE_RECON)
    *message = mp_message (N_("The provider is paid for {number} outcomes: the milestones not paid before come to {amount}."),
                           MP_NUMBER_VALUE ("number", MP_TICKET_RECON_AT), MP_MONEY_VALUE ("amount", amount));
  else if (code.kind == MP_TICKET_CODE_OUT || code.kind == MP_TICKET_CODE_OLDOUT)
    *message = mp_message (N_("Nothing is due from SSDI or federal SSI because of work: outcome payment {number} is {amount}."),
                           MP_NUMBER_VALUE ("number", code.number), MP_MONEY_VALUE ("amount", amount));
  else
    {
      const MpTicketWindow *window = code.kind == MP_TICKET_CODE_P1M ? &mp_ticket_windows[code.number - 1]
        : code.kind == MP_TICKET_CODE_OLDM ? &mp_ticket_old_windows[code.number - 1] : &mp_ticket_windows[0];

      *message = mp_message (milestone_text (run, code), MP_MONEY_VALUE ("gross", self->gross),
                             MP_MONEY_VALUE ("figure", figure_of (self, run, code)),
                             MP_NUMBER_VALUE ("need", window->need), MP_NUMBER_VALUE ("within", window->within),
                             MP_NUMBER_VALUE ("number", code.number), MP_MONEY_VALUE ("amount", amount));
    }
}

/* Says a payment of a reported month in the events and in the trace. */
void
mp_ticket_say_payment (MpTicketState *self, MpRun *run, MpMonth month, MpTicketCode code, MpMoney amount)
{
  static const char *const phase1_rules[MP_TICKET_P1_STEPS] = { "TTW-25", "TTW-26", "TTW-27", "TTW-28" };
  static const struct { MpEventCode event; const char *rule; } kinds[] = {
    [MP_TICKET_CODE_P1M] = { MP_EVENT_MILESTONE, NULL },
    [MP_TICKET_CODE_P2M] = { MP_EVENT_MILESTONE, "TTW-29" },
    [MP_TICKET_CODE_OUT] = { MP_EVENT_OUTCOME, "TTW-51" },
    [MP_TICKET_CODE_RECON] = { MP_EVENT_RECONCILIATION, "TTW-54" },
    [MP_TICKET_CODE_OLDM] = { MP_EVENT_MILESTONE, "TTW-75" },
    [MP_TICKET_CODE_OLDOUT] = { MP_EVENT_OUTCOME, "TTW-78" },
  };
  MpMessage *message = mp_run_add_event (run, month, kinds[code.kind].event, amount);

  self->said_payment = run->n_events - 1;
  write_sentence (self, run, code, amount, message);
  MP_TRACE (run, month, MP_PROGRAM_TICKET, code.kind == MP_TICKET_CODE_P1M ? phase1_rules[code.number - 1] : kinds[code.kind].rule, *message);
}

/* Says @n more of the same kind, one a month from number @number on, in the words of the first one. */
void
mp_ticket_say_again (const MpTicketState *self, MpRun *run, MpMonth month, guint number, gint n)
{
  const MpMessage *said = &run->events[self->said_payment].message;
  const gsize size = G_STRUCT_OFFSET (MpEvent, message.values) + said->n_values * sizeof *said->values;
  guint i = said->n_values - 1;

  /* of the counts in each sentence it is the last one */
  while (said->values[i].kind != MP_VALUE_NUMBER)
    i--;
  for (; n > 0; n--)
    {
      MpEvent *event = mp_run_next_event (run);

      memcpy (event, &run->events[self->said_payment], size);
      event->month = month++;
      event->message.values[i].n = number++;
    }
}
