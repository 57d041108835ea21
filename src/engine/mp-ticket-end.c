/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When a ticket ends, apart from the outcome payment period (TTW-101 to 105). */

#include "mp-ticket-private.h"

/* TTW-101, 104: retirement and 65. */
static MpTicketEnding
ends_by_age (const MpTicketState *self, const MpRun *run, const MpMonthRow *row)
{
  const gboolean by_retirement = self->ended_for_work && !self->t16
    ? TRUE /* TTW-102 */
    : run->kase->ssdi.present && run->kase->ssdi.basis != MP_BASIS_CHILDHOOD &&
      (self->t2 || row->ssdi.status == MP_SSDI_RETIREMENT);

  if (by_retirement && self->retirement != MP_MONTH_OPEN && row->month >= self->retirement)
    return MP_TICKET_ENDS_RETIREMENT;
  if (self->t16 && row->month > self->age_65)
    return MP_TICKET_ENDS_65;
  return MP_TICKET_ENDS_NO;
}

/* TTW-102: the answer to a request for reinstatement, once both programs have ended. */
static MpTicketEnding
ends_by_reinstatement (const MpTicketState *self, const MpRun *run, const MpMonthRow *row)
{
  const MpMonth month = row->month;

  if (!self->ended_for_work)
    return MP_TICKET_ENDS_NO;
  for (guint i = 0; i < run->scenario->n_expedited_reinstatement; i++)
    {
      const MpReinstatement *request = &run->scenario->expedited_reinstatement[i];

      if (request->decided == MP_MONTH_NONE || request->decided > month)
        continue;
      if (!request->approved)
        return MP_TICKET_ENDS_DENIED;
      if (month > request->decided && month < self->age_65 &&
          (request->program == MP_PROGRAM_SSDI
           ? self->t2 && row->ssdi.status != MP_SSDI_EXR_PROVISIONAL && row->ssdi.status != MP_SSDI_EXR_UNPAID &&
             row->ssdi.status != MP_SSDI_SUSPENDED
           : row->ssi.status == MP_SSI_PAYABLE && row->ssi.federal > 0))
        return MP_TICKET_ENDS_NEW_TICKET;
    }
  return MP_TICKET_ENDS_NO;
}

/* Why the ticket ends in this month, if it does. */
MpTicketEnding
mp_ticket_ending (MpTicketState *self, MpRun *run, const MpMonthRow *row)
{
  MpTicketEnding ending;

  if (run->kase->ticket.terminates.present && row->month >= run->kase->ticket.terminates.month)
    return MP_TICKET_ENDS_AS_ENTERED;
  ending = ends_by_age (self, run, row);
  if (ending != MP_TICKET_ENDS_NO)
    return ending;
  /* TTW-101: eligibility ended, and not for work */
  if (row->ssi.status == MP_SSI_TERMINATED && row->ssdi.status == MP_SSDI_NOT_ENTITLED && !self->ended_for_work)
    return MP_TICKET_ENDS_ELIGIBILITY;
  return ends_by_reinstatement (self, run, row);
}

/* What an ending that the case names says. */
static const char *
entered_text (MpTicketEnd reason)
{
  static const char *const texts[] = {
    [MP_TICKET_END_MEDICAL] = N_("The ticket ends: benefits end for medical reasons, as entered in the case."),
    [MP_TICKET_END_DEATH] = N_("The ticket ends with the death entered in the case."),
    [MP_TICKET_END_OTHER_BENEFIT] = N_("The ticket ends: a benefit not based on disability begins, as entered in the case."),
    [MP_TICKET_END_DENIED] = N_("The ticket ends: a new application or a reinstatement was denied, as entered in the case."),
    [MP_TICKET_END_NEW_TICKET] = N_("The ticket ends: a new one is available, as entered in the case."),
  };

  return texts[reason];
}

void
mp_ticket_say_end (MpTicketState *self, MpRun *run, MpMonth month)
{
  static const struct { const char *rule, *text; } says[] = {
    [MP_TICKET_ENDS_CAP] = { "TTW-101", N_("The ticket ends: its outcome payment period is over.") },
    [MP_TICKET_ENDS_RETIREMENT] = { "TTW-104", N_("The ticket ends: full retirement age is reached.") },
    [MP_TICKET_ENDS_65] = { "TTW-101", N_("The ticket ends: the month before was the month of age 65.") },
    [MP_TICKET_ENDS_ELIGIBILITY] = { "TTW-101", N_("The ticket ends: eligibility for SSI ended, and not because of work.") },
    [MP_TICKET_ENDS_DENIED] = { "TTW-102", N_("The ticket ends: the request for reinstatement was denied.") },
    [MP_TICKET_ENDS_NEW_TICKET] = { "TTW-102", N_("The ticket ends: benefits are reinstated, so a new ticket is available.") },
  };
  const gboolean entered = self->ending == MP_TICKET_ENDS_AS_ENTERED;
  const char *text = entered ? entered_text (run->kase->ticket.terminates.reason) : says[self->ending].text;

  mp_run_event (run, month, MP_EVENT_TICKET_TERMINATED, MP_MONEY_NONE, mp_message_plain (text));
  MP_TRACE (run, month, MP_PROGRAM_TICKET, entered ? "TTW-101" : says[self->ending].rule, mp_message_plain (text));
}
