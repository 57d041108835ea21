/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ticket to Work: what a provider is paid for each month, and why not.
 *
 * Months go by in stretches in which plan, pay, benefits and figures stay the same. What they say is found in the
 * first month of a stretch; each month then moves the windows and counters on, and pays. A month that changes nothing
 * but the number of its payment repeats the one before. The plan marks its months for this (mp-news.c).
 */

#include "mp-ticket-private.h"

static MpMonth
month_of_issue (const MpCase *kase)
{
  MpMonth issued = kase->ticket.issued.month;

  if (issued != MP_MONTH_NONE)
    return issued;
  /* held since the first entitlement month (contract) */
  if (kase->ssdi.present)
    issued = kase->ssdi.entitled_from;
  if (kase->ssi.present && (issued == MP_MONTH_NONE || kase->ssi.eligible_from < issued))
    issued = kase->ssi.eligible_from;
  if (issued != MP_MONTH_NONE) /* TTW-1 */
    issued = MAX (issued, mp_date_age_month (kase->beneficiary.birth_date, 18 * 12));
  return issued;
}

MpTicketState *
mp_ticket_init (MpRun *run)
{
  const MpCase *kase = run->kase;
  MpTicketState *self = mp_run_scratch (run, 3, sizeof (MpTicketState));
  gint age;

  self->issued = month_of_issue (kase);
  mp_ticket_find_first (self, run);
  self->age_65 = mp_date_age_month (kase->beneficiary.birth_date, 65 * 12);
  age = mp_parameters_retirement_age (run->parameters, kase->beneficiary.birth_date,
                                      kase->ssdi.present && kase->ssdi.basis == MP_BASIS_WIDOW);
  self->retirement = age > 0 ? mp_date_age_month (kase->beneficiary.birth_date, age) : MP_MONTH_OPEN;
  self->next = 1;
  self->class = -1;
  self->opened = self->terminated = MP_MONTH_NONE;
  self->transition_cap = -1;
  self->period = 1;
  self->due.month = MP_MONTH_NONE;
  self->protected_to = MP_DATE_NONE;
  mp_ticket_mark_plan (self, run);
  return self;
}

/* Statuses of SSDI, as bits. */
#define SSDI(status) (1u << (status))
#define SSDI_UNPAID (SSDI (MP_SSDI_SUSPENDED) | SSDI (MP_SSDI_EXR_UNPAID) | SSDI (MP_SSDI_TERMINATED)) /* because of work */
#define SSDI_PAID (SSDI (MP_SSDI_ENTITLED) | SSDI (MP_SSDI_TRIAL_WORK) | SSDI (MP_SSDI_EPE_PAID) | SSDI (MP_SSDI_CESSATION) | \
                   SSDI (MP_SSDI_GRACE) | SSDI (MP_SSDI_POST_EPE_PAID) | SSDI (MP_SSDI_EXR_PAID))
#define SSDI_NOT_HELD (SSDI (MP_SSDI_NOT_ENTITLED) | SSDI (MP_SSDI_TERMINATED) | SSDI (MP_SSDI_RETIREMENT))

/* TTW-47, 48: SSDI or federal SSI is payable for the month. */
gboolean
mp_ticket_has_cash (const MpMonthRow *row)
{
  return !(SSDI (row->ssdi.status) & (SSDI_UNPAID | SSDI (MP_SSDI_NOT_ENTITLED))) ||
         row->ssi.federal > 0 || row->ssi.status == MP_SSI_EXR_PROVISIONAL;
}

/* Whether SSI tells if the month is unpaid because of work, by what it would pay without the wages. */
static gboolean
asks_ssi (const MpRun *run, const MpMonthRow *row)
{
  const gboolean ssdi = (SSDI (row->ssdi.status) & SSDI_UNPAID) != 0;

  return row->ssi.status != MP_SSI_NOT_ELIGIBLE && (!ssdi || mp_case_reading (run->kase, MP_READING_TTW_S17) == 1);
}

/* TTW-47: whether a benefit is not payable because of work. */
static gboolean
because_of_work (MpRun *run, const MpMonthRow *row)
{
  const gboolean ssdi = (SSDI (row->ssdi.status) & SSDI_UNPAID) != 0;
  const gboolean every = mp_case_reading (run->kase, MP_READING_TTW_S17) == 1;
  gboolean ssi;

  if (!asks_ssi (run, row))
    return ssdi;
  ssi = mp_ssi_would_pay_without_wages (run->ssi, run, row->month);
  return every && row->ssdi.status != MP_SSDI_NOT_ENTITLED ? ssdi && ssi : ssdi || ssi;
}

/* What the Ticket sees of the month's benefits, in one number: to it all paid months of SSDI are the same. */
static guint32
benefits_of (MpRun *run, const MpMonthRow *row)
{
  const guint8 ssdi = SSDI (row->ssdi.status) & SSDI_PAID ? MP_SSDI_ENTITLED : row->ssdi.status;
  guint32 seen = ssdi | (guint32) row->ssi.status << 8 | (row->ssi.federal > 0 ? 1u << 16 : 0);

  if (!mp_ticket_has_cash (row) && asks_ssi (run, row) && mp_ssi_would_pay_without_wages (run->ssi, run, row->month))
    seen |= 1u << 17;
  return seen;
}

/* What the benefits of the month say: class, end for work, outcome month. */
static void
note_benefits (MpTicketState *self, MpRun *run, const MpMonthRow *row)
{
  const MpMoney above_sga = self->figures.least[MP_TICKET_OVER_SGA];
  gboolean zero;

  self->t2 = !(SSDI (row->ssdi.status) & SSDI_NOT_HELD);
  self->t16 = row->ssi.status != MP_SSI_NOT_ELIGIBLE && row->ssi.status != MP_SSI_TERMINATED;
  if (self->t2 || self->t16)
    {
      self->held_any = TRUE;
      self->held_t16 = !self->t2;
    }
  /* TTW-66 */
  self->class_now = self->held_any ? self->held_t16 : !run->kase->ssdi.present;

  self->cash = mp_ticket_has_cash (row);
  zero = !self->cash && because_of_work (run, row);
  self->ended = zero && !self->t2 && !self->t16;
  self->ended_for_work |= self->ended;
  self->out = zero && (!self->ended || self->gross >= above_sga); /* TTW-49 */
  /* a month before the ticket was used needs no figure */
  if (self->ended && self->gross > 0 && (row->month >= run->start || row->month >= self->first_use))
    {
      self->estimated |= self->figures.estimated_sga;
      if (above_sga == G_MAXINT64)
        mp_ticket_miss_figure (run, row->month, TRUE);
    }
}

static void
say_assigned (MpRun *run, MpMonth month)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;

  for (guint i = 0; i < plan->n_assignments; i++)
    {
      const MpAssignment *assignment = &plan->assignments[i];

      if (assignment->from.month != month)
        continue;
      mp_run_event (run, month, MP_EVENT_TICKET_ASSIGNED, MP_MONEY_NONE,
                    mp_message (assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT
                                ? N_("The ticket is in use with {provider}, which Social Security pays by cost reimbursement.")
                                : N_("The ticket is assigned to {provider}. The first month that can be paid for is the next one."),
                                MP_TEXT_VALUE ("provider", assignment->provider)));
    }
}

static void
say_vr_success (const MpTicketState *self, MpRun *run, MpMonth month)
{
  const MpAssignment *vr = self->vr_success[month >= MP_TICKET_VR_WINDOW_RULE];
  MpMessage message;

  if (vr == NULL)
    return;
  message = mp_message (N_("{provider} closed its case with a job in {closed}, before the ticket was assigned: Phase 1 milestones are not paid."),
                        MP_TEXT_VALUE ("provider", vr->provider), MP_MONTH_VALUE ("closed", vr->to.month));
  mp_run_event (run, month, MP_EVENT_PHASE1_REMOVED, MP_MONEY_NONE, message);
  MP_TRACE (run, month, MP_PROGRAM_TICKET, "TTW-72", message);
}

/* Finds what stays the same from this month on. */
static void
begin_stretch (MpTicketState *self, MpRun *run, const MpMonthRow *row, guint32 benefits)
{
  const MpMonth month = row->month;

  mp_ticket_close_stretch (self);
  self->gross = row->work.earned;
  self->benefits = benefits;
  self->estimated = 0;
  self->rates_known = 0;
  if (!mp_run_is_quiet (run, month, MP_NEW_FIGURES))
    mp_ticket_find_figures (self, run, month);
  if (!mp_run_is_quiet (run, month, MP_NEW_TICKET))
    mp_ticket_find_span (self, run, month);
  note_benefits (self, run, row);
  mp_ticket_note_pay (self, run, month);
  self->status = self->span.status;
  if (self->terminated == MP_MONTH_NONE && self->status != MP_TICKET_NONE)
    {
      self->ending = mp_ticket_ending (self, run, row);
      if (self->ending != MP_TICKET_ENDS_NO)
        self->terminated = month;
    }
  if (self->terminated != MP_MONTH_NONE && month >= self->terminated)
    {
      self->status = MP_TICKET_TERMINATED;
      self->levels &= MP_TICKET_ZERO_CASH;
    }
  /* the month after is asked anew when the pay after it decides, or the ticket ends with this one */
  if (mp_case_reading (run->kase, MP_READING_TTW_S01) == 2 || month == self->terminated)
    mp_run_mark (run, month + 1, MP_NEW_TICKET);
}

/* What is said once, where it begins. */
static void
say_beginning (MpTicketState *self, MpRun *run, MpMonth month)
{
  if (month == self->terminated)
    mp_ticket_say_end (self, run, month);
  if (self->status == MP_TICKET_TERMINATED)
    return;
  if (!mp_run_is_quiet (run, month, MP_NEW_TICKET))
    say_assigned (run, month);
  if (month == self->first)
    {
      mp_ticket_look_back (self, run);
      say_vr_success (self, run, month);
    }
}

/* How many months of the stretch, after this one, pay one more of the same kind and change nothing else. */
static gint
paying_months (const MpTicketState *self, const MpRun *run, const MpMonthRow *row)
{
  const MpTicketCodeKind kind = mp_projection_payments (run->out, row)->code.kind;
  const gboolean plain = !self->transition && mp_case_reading (run->kase, MP_READING_TTW_S07) == 0 &&
                         mp_case_reading (run->kase, MP_READING_TTW_S09) == 0;
  gint cap, left;

  if (row->ticket.n_payments > 1 || run->scenario->ticket.n_claims > 0 || kind != row->ticket.next.code.kind || row->month < run->start)
    return 0;
  if (kind == MP_TICKET_CODE_P2M)
    return (gint) mp_ticket_p2_cap (self) - self->p2 - 1;
  if (kind != MP_TICKET_CODE_OUT || !plain)
    return 0;
  /* the twelfth brings the reconciliation (TTW-54), the last one ends the ticket (TTW-101) */
  cap = (gint) mp_ticket_cap (self);
  left = MIN (cap - (gint) self->outcomes, cap - (gint) self->used);
  if (self->outcomes < MP_TICKET_RECON_AT)
    left = MIN (left, MP_TICKET_RECON_AT - (gint) self->outcomes);
  return left - 1;
}

/* Months with one more in the window of the next milestone of Phase 1, before the one that completes it or the nine of
 * eighteen months (TTW-28). */
static gint
counting_months (const MpTicketState *self, const MpRun *run, const MpMonthRow *row)
{
  const MpTicketMonths months = mp_ticket_months (self, self->at_twl, MP_TICKET_AT_TWL);
  const MpTicketWindow *window = &mp_ticket_windows[row->ticket.next.code.number - 1], *fourth = &mp_ticket_windows[MP_TICKET_P1_STEPS - 1];
  gint left;

  if (row->ticket.next.window_ends == MP_MONTH_NONE || mp_case_reading (run->kase, MP_READING_TTW_S11) != 0)
    return 0;
  left = window->need - (gint) mp_ticket_count (months, mp_ticket_window_months (self, row->month, window)) - 1;
  if (!self->m4_work)
    left = MIN (left, fourth->need - (gint) mp_ticket_count (months, mp_ticket_window_months (self, row->month, fourth)) - 1);
  return left;
}

/* The same of months that pay nothing. */
static gint
idle_months (const MpTicketState *self, const MpRun *run, const MpMonthRow *row)
{
  const gboolean windows = row->month < MP_TICKET_NEW_RULES ? self->old_step < MP_TICKET_OLD_STEPS : self->next <= MP_TICKET_P1_STEPS;

  /* a ticket that was assigned before it was issued has outcome months, too */
  if (self->status == MP_TICKET_NONE && !self->out)
    return G_MAXINT;
  if (row->ticket.next.code.kind == MP_TICKET_CODE_P1M && row->ticket.next.code.number > 1 && !self->out)
    {
      if (self->levels & MP_TICKET_AT_TWL)
        return counting_months (self, run, row);
      /* with no month in the window there is none that falls out */
      return row->ticket.next.have == 0 ? G_MAXINT : 0;
    }
  /* in a window each month counts, and an outcome month uses up one of the period */
  if (row->ticket.next.need > 1 || (self->status != MP_TICKET_TERMINATED && (self->out || (self->levels != 0 && windows))))
    return 0;
  return G_MAXINT;
}

static gint
repeating_months (const MpTicketState *self, const MpRun *run, const MpMonthRow *row)
{
  if (!mp_run_repeats (run))
    return 0;
  return row->ticket.n_payments > 0 ? paying_months (self, run, row) : idle_months (self, run, row);
}

/* A month of which something has to be found. */
static void
find_month (MpTicketState *self, MpRun *run, MpMonthRow *row, gboolean begins)
{
  const MpMonth month = row->month;

  row->ticket = (MpTicketRow) {
    .status = self->status,
    .provider = self->status == MP_TICKET_TERMINATED ? NULL : self->span.provider,
    .outcome_month = self->out,
    .first_payment = run->out->payments->len,
    .next = { .amount = MP_MONEY_NONE, .window_ends = MP_MONTH_NONE },
  };
  if (month <= self->last_prior)
    mp_ticket_take_prior (self, run, month);
  if (begins)
    say_beginning (self, run, month);
  if (self->status != MP_TICKET_TERMINATED)
    mp_ticket_pay_month (self, run, row, begins);
  row->ticket.cumulative = self->cumulative;
}

/* Whether a month that the plan says nothing new of is one more within the period of a ticket in use, with no review due. */
static gboolean
is_in_period (const MpTicketState *self, MpMonth month)
{
  return self->was_in_use && self->span.clock && self->clock < MP_TICKET_PERIOD_MONTHS - 1 && self->due.month != month &&
         self->status != MP_TICKET_TERMINATED;
}

void
mp_ticket_step (MpTicketState *self, MpRun *run, MpMonthRow *row)
{
  const MpMonth month = row->month;
  const guint32 benefits = benefits_of (run, row);
  const gboolean begins = !mp_run_is_quiet (run, month, MP_NEW_FIGURES | MP_NEW_TICKET) || row->work.earned != self->gross ||
                          benefits != self->benefits;
  const gboolean repeats = !begins && self->repeats > 0;

  if (begins)
    begin_stretch (self, run, row, benefits);
  self->alike++;
  if (repeats)
    {
      self->repeats--;
      row->ticket = row[-1].ticket;
      row->estimated |= mp_ticket_flags (self, run, row);
      mp_ticket_again (self, run, row, 1);
    }
  else
    {
      row->estimated |= self->estimated;
      find_month (self, run, row, begins);
    }
  if (mp_run_is_quiet (run, month, MP_NEW_TICKET) && is_in_period (self, month))
    {
      self->clock++;
      row->ticket.cdr_protected = TRUE;
    }
  else
    mp_ticket_protect (self, run, row);
  if (repeats)
    return;
  /* what comes next is shown of the reported months alone */
  if (month >= run->start)
    mp_ticket_set_next (self, run, row);
  self->repeats = repeating_months (self, run, row);
}

/**
 * mp_ticket_alike: (skip)
 * @self: the state after the month
 * @row: the month that was stepped last
 *
 * Returns: how many months after it would only repeat it, but for the number of the payment, as long as nothing is new
 */
gint
mp_ticket_alike (const MpTicketState *self, const MpMonthRow *row)
{
  return self->repeats <= 0 ? 0 : MIN (self->repeats, mp_ticket_calm_months (self, row));
}

/**
 * mp_ticket_flags: (skip)
 * @self: the state after the month
 * @run: a run
 * @row: the month
 *
 * Returns: MpEstimated flags of the months that repeat it
 */
guint32
mp_ticket_flags (const MpTicketState *self, const MpRun *run, const MpMonthRow *row)
{
  const gboolean carried = row->ticket.n_payments > 0 && mp_projection_payments (run->out, row)->estimated;

  return self->estimated | self->next_estimated | (carried ? MP_ESTIMATED_TICKET_RATE : 0);
}

/**
 * mp_ticket_repeat: (skip)
 * @self: the state after the month
 * @run: a run
 * @row: the month that was stepped last
 * @n: how many months after it are like it, mp_ticket_alike() at most; their rows are copies of its row
 *
 * Counts the months, and pays in them.
 */
void
mp_ticket_repeat (MpTicketState *self, MpRun *run, MpMonthRow *row, gint n)
{
  self->alike += (guint) n;
  self->repeats -= n;
  mp_ticket_pass_months (self, run, row->month, n);
  mp_ticket_again (self, run, row + 1, n);
}

void
mp_ticket_finish (MpTicketState *self, MpRun *run)
{
  MpProjection *out = run->out;

  out->ticket.class_t16 = self->class >= 0 ? self->class == 1 : !run->kase->ssdi.present;
  out->ticket.phase1_removed = mp_ticket_removed (self, run->last);
  out->ticket.milestones_paid = self->milestones;
  out->ticket.outcomes_paid = self->outcomes + self->old_outcomes;
  if (run->last < MP_TICKET_NEW_RULES)
    out->ticket.outcomes_cap = MP_TICKET_OUTCOMES_OLD;
  else if (self->transition && self->transition_cap >= 0)
    out->ticket.outcomes_cap = (guint) self->transition_cap;
  else
    out->ticket.outcomes_cap = out->ticket.class_t16 ? MP_TICKET_OUTCOMES_T16 : MP_TICKET_OUTCOMES_T2;
  mp_ticket_check (run);
}
