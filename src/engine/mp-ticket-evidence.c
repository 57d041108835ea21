/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a provider sends with each request for payment, and until when (TTW-113 to 117). */

#include "mp-ticket-plan.h"
#include "mp-ticket-private.h"

enum { REQUEST_MONTHS = 24 }; /* TTW-113 */

const char *
mp_evidence_need_name (MpEvidenceNeed need)
{
  static const char *const names[] = { "earnings", "earnings_and_services", "request", "contribution" };

  return names[need];
}

/**
 * mp_evidence_way:
 * @way: a way of showing earnings
 *
 * Returns: (transfer none): what is sent, and where that stands
 */
const MpEvidenceWayInfo *
mp_evidence_way (MpEvidenceWay way)
{
  static const MpEvidenceWayInfo ways[MP_N_EVIDENCE_WAYS] = {
    [MP_EVIDENCE_PRIMARY] = { "primary", "TTW-114", "20 CFR 411.575(c)",
      N_("Original pay slips, or a statement of the employer or its payroll firm, with name, gross pay, pay date and period."), FALSE },
    [MP_EVIDENCE_SECONDARY] = { "secondary", "TTW-114", "20 CFR 411.575(c)",
      N_("Two secondary sources: copies of pay slips, a signed statement, State unemployment records, tax returns."), FALSE },
    [MP_EVIDENCE_MONTH_END] = { "month_end", "TTW-115", "Cornell 2009",
      N_("Evidence of earnings at the end of each month."), FALSE },
    [MP_EVIDENCE_THREE_MONTHS] = { "three_months", "TTW-115", "Cornell 2009",
      N_("After three months a letter that, as far as the provider knows, the work went on: the past three months are paid."), TRUE },
    [MP_EVIDENCE_MONTHLY_LETTER] = { "monthly_letter", "TTW-115", "Cornell 2009",
      N_("Each month a letter, from firsthand knowledge, that the work goes on: the month before is paid."), TRUE },
    [MP_EVIDENCE_ADVANCE] = { "advance", "TTW-115", "Cornell 2009",
      N_("Such a letter with a request to pay in advance; a new one by the 15th of the month after each quarter."), TRUE },
    [MP_EVIDENCE_AUTOMATIC] = { "automatic", "TTW-116", "SSA Ticket Program Manager",
      N_("Nothing: Social Security may find the earnings in its own records and pay by itself."), FALSE },
  };

  return &ways[way];
}

/**
 * mp_evidence_way_open:
 * @evidence: the evidence of a payment
 * @way: a way of showing earnings
 *
 * Returns: whether the payment could be shown this way by the rules that offered it
 */
gboolean
mp_evidence_way_open (const MpTicketEvidence *evidence, MpEvidenceWay way)
{
  if (way == MP_EVIDENCE_AUTOMATIC)
    return evidence->automatic;
  if (evidence->n_months == 0)
    return FALSE;
  return way <= MP_EVIDENCE_SECONDARY || evidence->certifiable;
}

/**
 * mp_evidence_way_from:
 * @evidence: the evidence of a payment
 * @way: a way of showing earnings
 *
 * When it is sent this way: the first day after the month, or after the calendar quarter for the
 * letter of three months; for an advance, the last day for the letter that follows the quarter.
 *
 * Returns: the day, or MP_DATE_NONE when nothing is sent
 */
MpDate
mp_evidence_way_from (const MpTicketEvidence *evidence, MpEvidenceWay way)
{
  const MpMonth after_quarter = evidence->month + 3 - evidence->month % 3;

  if (way == MP_EVIDENCE_AUTOMATIC)
    return MP_DATE_NONE;
  if (way == MP_EVIDENCE_ADVANCE)
    return (MpDate) { after_quarter, 15 };
  return (MpDate) { way == MP_EVIDENCE_THREE_MONTHS ? after_quarter : evidence->month + 1, 1 };
}

/* What the evidence of one projection needs to know of the ticket. */
typedef struct {
  const MpCase *kase;
  const MpProjection *projection;
  const MpParameters *parameters;
  MpMonth first;  /* of the first assignment, as mp-ticket.c finds it; OPEN: none */
} Ticket;

static MpMonth
first_assignment (const MpCase *kase, const MpScenario *scenario)
{
  MpMonth first = MP_MONTH_OPEN;

  for (guint i = 0; i < scenario->ticket.n_assignments; i++)
    if (scenario->ticket.assignments[i].role != MP_ROLE_VR_COST_REIMBURSEMENT)
      first = MIN (first, scenario->ticket.assignments[i].from.month);
  for (guint i = 0; i < kase->ticket.n_prior_payments; i++)
    if (first != MP_MONTH_OPEN)
      first = MIN (first, kase->ticket.prior_payments[i].month - 1);
  return first;
}

/* Whether a month's pay counts for a milestone that takes several months. */
static gboolean
counts (const Ticket *self, MpMonth month, MpTicketCode code)
{
  const MpSeries series = code.kind == MP_TICKET_CODE_P1M ? MP_SERIES_TWP
    : self->kase->beneficiary.blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA;
  const MpMoney earned = self->projection->rows[month - self->projection->first].work.earned;
  MpFigure figure;

  if (!mp_parameters_get (self->parameters, series, month, &figure))
    return FALSE;
  return code.kind == MP_TICKET_CODE_P1M ? earned >= figure.value : earned > figure.value;
}

/* The months that count within the window that ends with a month; the latest first. */
static guint
months_in_window (const Ticket *self, MpMonth last, MpTicketCode code, const MpTicketWindow *window, MpMonth *months)
{
  const MpMonth from = MAX (MAX (self->first + 1, self->projection->first), last - window->within + 1);
  guint n = 0;

  for (MpMonth month = last; month >= from && n < window->need; month--)
    if (counts (self, month, code))
      months[n++] = month;
  return n;
}

static void
find_months (const Ticket *self, MpTicketEvidence *evidence)
{
  const MpTicketCode code = evidence->payment->code;
  const MpTicketWindow *window = code.kind == MP_TICKET_CODE_P1M ? &mp_ticket_windows[code.number - 1]
    : code.kind == MP_TICKET_CODE_OLDM ? &mp_ticket_old_windows[code.number - 1] : NULL;
  MpMonth months[MP_EVIDENCE_MAX_MONTHS] = { evidence->month };
  guint n = 1;

  if (window != NULL && window->need > 1 && self->first != MP_MONTH_OPEN)
    {
      MpMonth last = evidence->month;

      /* TTW-28: the months may have been complete before the services were */
      n = 0;
      for (; last > self->first && last >= self->projection->first && n < window->need; last--)
        n = months_in_window (self, last, code, window, months);
    }
  evidence->n_months = n;
  for (guint i = 0; i < n; i++)
    evidence->months[i] = months[n - 1 - i];
}

/* Whether the provider had the ticket in the month. */
static gboolean
holds (const MpScenarioTicket *ticket, const char *provider, MpMonth month)
{
  for (guint i = 0; i < ticket->n_assignments; i++)
    {
      const MpAssignment *assignment = &ticket->assignments[i];

      if (g_strcmp0 (assignment->provider, provider) == 0 && assignment->from.month <= month &&
          (assignment->to.month == MP_MONTH_NONE || assignment->to.month >= month))
        return TRUE;
    }
  return FALSE;
}

static MpTicketEvidence
evidence_of (const Ticket *self, const MpMonthRow *row, const MpTicketPayment *payment, gboolean outcomes_began)
{
  const MpMonth limit = row->month + REQUEST_MONTHS;
  const gboolean held = holds (&self->projection->scenario->ticket, payment->provider, row->month);
  MpTicketEvidence evidence = {
    .payment = payment, .month = row->month, .request_by = { limit, mp_month_days (limit) },
    .certifiable = outcomes_began && held,
    /* TTW-116: from one month after assignment, which every payable month is */
    .automatic = held,
  };

  if (!held)
    {
      evidence.need = row->ticket.provider == NULL ? MP_EVIDENCE_CONTRIBUTION : MP_EVIDENCE_REQUEST;
      return evidence;
    }
  evidence.need = payment->code.kind == MP_TICKET_CODE_P1M && payment->code.number == MP_TICKET_P1_STEPS
    ? MP_EVIDENCE_EARNINGS_AND_SERVICES : MP_EVIDENCE_EARNINGS;
  find_months (self, &evidence);
  return evidence;
}

/**
 * mp_ticket_evidence:
 * @kase: a case
 * @projection: the projection of one of its scenarios
 * @parameters: the published figures
 *
 * What each payment of the reported months asks of the provider (TTW-113 to 117).
 *
 * Returns: (transfer full) (element-type MpTicketEvidence): one entry a payment, in order; valid as
 * long as the projection is not filled again
 */
GArray *
mp_ticket_evidence (const MpCase *kase, const MpProjection *projection, const MpParameters *parameters)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (MpTicketEvidence));
  const Ticket ticket = { kase, projection, parameters, first_assignment (kase, projection->scenario) };
  gboolean outcomes_began = FALSE;

  for (guint i = 0; i < kase->ticket.n_prior_payments; i++)
    outcomes_began |= kase->ticket.prior_payments[i].code.kind == MP_TICKET_CODE_OUT ||
                      kase->ticket.prior_payments[i].code.kind == MP_TICKET_CODE_OLDOUT;
  for (guint i = 0; i < projection->n_rows; i++)
    {
      const MpMonthRow *row = &projection->rows[i];
      const MpTicketPayment *payments = mp_projection_payments (projection, row);

      for (guint j = 0; j < row->ticket.n_payments; j++)
        {
          if (row->month >= projection->start)
            {
              MpTicketEvidence evidence = evidence_of (&ticket, row, &payments[j], outcomes_began);
              g_array_append_val (list, evidence);
            }
        }
      for (guint j = 0; j < row->ticket.n_payments; j++)
        outcomes_began |= payments[j].code.kind == MP_TICKET_CODE_OUT || payments[j].code.kind == MP_TICKET_CODE_OLDOUT;
    }
  return list;
}
