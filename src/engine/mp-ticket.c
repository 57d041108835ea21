/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ticket to Work: what a provider is paid for each month, and why not. */

#include "mp-ticket-private.h"

/* TTW-25 to 28, and TTW-41 to 44 before the assignment */
const MpTicketWindow mp_ticket_windows[MP_TICKET_P1_STEPS] = { { 1, 1 }, { 3, 6 }, { 6, 12 }, { 9, 18 } };

/* The bit of a milestone of Phase 1. */
#define P1_BIT(step) (1u << ((step) - 1))
#define P1_ALL 0xf

static guint8
reading (const MpRun *run, MpReadingId id)
{
  return mp_case_reading (run->kase, id);
}

static void
find_first_months (MpTicketState *self, const MpRun *run)
{
  const MpTicketFacts *ticket = &run->kase->ticket;
  const MpScenarioTicket *plan = &run->scenario->ticket;

  self->first = self->first_use = MP_MONTH_OPEN;
  for (guint i = 0; i < plan->n_assignments; i++)
    {
      const MpAssignment *assignment = &plan->assignments[i];

      if (assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT)
        self->first_use = MIN (self->first_use, MAX (assignment->from.month, self->issued)); /* TTW-13 */
      else
        self->first = MIN (self->first, assignment->from.month);
    }
  self->first_use = MIN (self->first_use, self->first);
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
    {
      self->first = MIN (self->first, self->first_prior - 1);
      self->first_use = MIN (self->first_use, self->first);
    }
}

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

MpTicketState *
mp_ticket_init (MpRun *run)
{
  const MpCase *kase = run->kase;
  MpTicketState *self = mp_run_scratch (run, 3, sizeof (MpTicketState) + run->out->n_rows);
  gint age;

  self->flags = (guint8 *) (self + 1);
  self->issued = kase->ticket.issued.month;
  if (self->issued == MP_MONTH_NONE)
    {
      /* held since the first entitlement month (contract) */
      if (kase->ssdi.present)
        self->issued = kase->ssdi.entitled_from;
      if (kase->ssi.present && (self->issued == MP_MONTH_NONE || kase->ssi.eligible_from < self->issued))
        self->issued = kase->ssi.eligible_from;
      if (self->issued != MP_MONTH_NONE) /* TTW-1 */
        self->issued = MAX (self->issued, mp_date_age_month (kase->beneficiary.birth_date, 18 * 12));
    }
  find_first_months (self, run);
  self->vr_success[0] = find_vr_success (self, run, FALSE);
  self->vr_success[1] = find_vr_success (self, run, TRUE);
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
  return self;
}

static gboolean
ssdi_is_paid (MpSsdiStatus status)
{
  return status != MP_SSDI_NOT_ENTITLED && status != MP_SSDI_SUSPENDED && status != MP_SSDI_EXR_UNPAID &&
         status != MP_SSDI_TERMINATED;
}

/* TTW-47, 48: SSDI or federal SSI is payable for the month. */
gboolean
mp_ticket_has_cash (const MpMonthRow *row)
{
  return ssdi_is_paid (row->ssdi.status) || row->ssi.federal > 0 || row->ssi.status == MP_SSI_EXR_PROVISIONAL;
}

/* TTW-47: whether a benefit is not payable because of work. */
static gboolean
because_of_work (const MpRun *run, const MpMonthRow *row)
{
  const gboolean ssdi = row->ssdi.status == MP_SSDI_SUSPENDED || row->ssdi.status == MP_SSDI_EXR_UNPAID ||
                        row->ssdi.status == MP_SSDI_TERMINATED;
  const gboolean ssi_held = row->ssi.status != MP_SSI_NOT_ELIGIBLE;
  const gboolean every = reading (run, MP_READING_TTW_S17) == 1;
  gboolean ssi;

  if (!ssi_held || (ssdi && !every))
    return ssdi;
  ssi = mp_ssi_would_pay_without_wages (run->out->scratch[2], (MpRun *) run, row->month);
  return every && row->ssdi.status != MP_SSDI_NOT_ENTITLED ? ssdi && ssi : ssdi || ssi;
}

/* What the benefits of the month say: class, end for work, outcome month. */
static void
note_benefits (MpTicketState *self, MpRun *run, const MpMonthRow *row)
{
  const MpSsdiStatus ssdi = row->ssdi.status;
  const MpSsiStatus ssi = row->ssi.status;
  gboolean zero, ended;

  self->t2 = ssdi != MP_SSDI_NOT_ENTITLED && ssdi != MP_SSDI_TERMINATED && ssdi != MP_SSDI_RETIREMENT;
  self->t16 = ssi != MP_SSI_NOT_ELIGIBLE && ssi != MP_SSI_TERMINATED;
  if (self->t2 || self->t16)
    {
      self->held_any = TRUE;
      self->held_t16 = !self->t2;
    }
  /* TTW-66 */
  self->class_now = self->held_any ? self->held_t16 : !run->kase->ssdi.present;

  self->cash = mp_ticket_has_cash (row);
  zero = !self->cash && because_of_work (run, row);
  ended = zero && !self->t2 && !self->t16;
  self->out = zero;
  if (ended && self->gross == 0)
    self->out = FALSE;
  else if (ended) /* TTW-49; a month before the ticket was used needs no figure */
    {
      const MpSeries series = run->kase->beneficiary.blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA;
      gint64 sga = G_MAXINT64;

      if (row->month >= run->start || row->month >= self->first_use)
        sga = mp_run_figure (run, series, row->month, self->estimated);
      else
        mp_run_try_figure (run, series, row->month, &sga, NULL);
      self->out = self->gross > sga;
    }
  self->ended = ended;
  self->ended_for_work |= ended;
}

/* S-01, half_twl_confirmed: the trial work level within the next two months. */
static gboolean
is_confirmed (const MpRun *run, MpMonth month)
{
  for (MpMonth later = month + 1; later <= month + 2; later++)
    {
      gint64 twl;

      if (mp_run_try_figure ((MpRun *) run, MP_SERIES_TWP, later, &twl, NULL) && mp_run_work (run, later)->earned >= twl)
        return TRUE;
    }
  return FALSE;
}

/* How the month's pay compares with the trial work level (TTW-30, 31). */
static guint8
compare_with_twl (const MpTicketState *self, MpRun *run, MpMonth month)
{
  const MpMoney twl = mp_run_figure (run, MP_SERIES_TWP, month, month > self->first_use ? self->estimated : NULL);
  const guint8 p1m1 = reading (run, MP_READING_TTW_S01);
  guint8 flags = 0;

  if (self->gross >= twl)
    flags |= MP_TICKET_AT_TWL;
  if (self->gross > twl || (self->gross == twl && reading (run, MP_READING_TTW_S03) == 1))
    flags |= MP_TICKET_ABOVE_TWL;
  if (self->gross >= twl || (p1m1 != 1 && self->gross >= twl / 2 && (p1m1 == 0 || is_confirmed (run, month))))
    flags |= MP_TICKET_AT_HALF_TWL;
  return flags;
}

/* The same with substantial gainful activity. */
static guint8
compare_with_sga (const MpTicketState *self, MpRun *run, MpMonth month)
{
  const gboolean blind = run->kase->beneficiary.blind;
  const MpMoney sga = mp_run_figure (run, blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA, month, self->estimated);
  const MpMoney general = blind ? mp_run_figure (run, MP_SERIES_SGA, month, self->estimated) : sga;
  const MpMoney p2 = reading (run, MP_READING_TTW_S05) == 1 ? general : sga;
  guint8 flags = 0;

  if (self->gross > sga)
    flags |= MP_TICKET_ABOVE_SGA;
  if (self->gross > general)
    flags |= MP_TICKET_ABOVE_SGA_NON_BLIND;
  if (self->gross > p2 || (self->gross == p2 && reading (run, MP_READING_TTW_S04) == 1))
    flags |= MP_TICKET_P2_PAY;
  return flags;
}

static void
note_pay (MpTicketState *self, MpRun *run, MpMonth month)
{
  guint8 *flags = &self->flags[month - run->first];
  const MpMonth lookback = MIN (self->first_use, self->first == MP_MONTH_OPEN ? MP_MONTH_OPEN : self->first - 18);

  *flags = self->out ? MP_TICKET_ZERO_CASH : 0;
  if (self->gross <= 0 || month < lookback || self->terminated != MP_MONTH_NONE)
    return;
  *flags |= compare_with_twl (self, run, month);
  if (month > self->first_use)
    *flags |= compare_with_sga (self, run, month);
}

/* TTW-71: before July 2008 cost reimbursement barred payments to others on the ticket. */
static gboolean
is_barred (const MpScenarioTicket *plan, MpMonth month)
{
  for (guint i = 0; i < plan->n_assignments; i++)
    if (plan->assignments[i].reimbursed && plan->assignments[i].to.month != MP_MONTH_NONE && plan->assignments[i].to.month < month)
      return TRUE;
  return FALSE;
}

/* Who holds the ticket in the month; an assignment counts to the last day of its last month (TTW-11). */
static void
find_assignments (MpTicketState *self, const MpRun *run, MpMonth month)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;
  const MpAssignment *last = NULL;

  self->assignment = self->vr = NULL;
  for (guint i = 0; i < plan->n_assignments; i++)
    {
      const MpAssignment *assignment = &plan->assignments[i];
      const gboolean over = assignment->to.month != MP_MONTH_NONE && assignment->to.month < month;

      if (assignment->from.month > month)
        continue;
      if (assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT)
        {
          if (!over)
            self->vr = assignment;
        }
      else if (over)
        {
          if (last == NULL || last->to.month < assignment->to.month)
            last = assignment;
        }
      else if (self->assignment == NULL || mp_date_compare (assignment->from, self->assignment->from) < 0)
        self->assignment = assignment;
    }
  /* S-12: work for one provider completes no window of the next */
  if (self->assignment != NULL && self->assignment != self->holder)
    {
      self->holder = self->assignment;
      if (reading (run, MP_READING_TTW_S12) == 1)
        self->m4_work = FALSE;
    }
  self->payee = self->assignment;
  self->payable = self->assignment != NULL && month > self->assignment->from.month && /* TTW-16 */
                  (self->assignment->received.month == MP_MONTH_NONE || month > self->assignment->received.month); /* TTW-17 */
  /* TTW-18, S-08 */
  if (self->assignment == NULL && last != NULL && reading (run, MP_READING_TTW_S08) == 1)
    {
      self->payee = last;
      self->payable = TRUE;
    }
  /* TTW-68 */
  if (month <= self->last_prior)
    self->payable = FALSE;
  self->barred = month < MP_TICKET_NEW_RULES && is_barred (plan, month);
  if (self->barred)
    self->payable = FALSE;
}

static void
say_assigned (const MpRun *run, MpMonth month)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;

  for (guint i = 0; i < plan->n_assignments; i++)
    {
      const MpAssignment *assignment = &plan->assignments[i];

      if (assignment->from.month != month)
        continue;
      mp_run_event ((MpRun *) run, month, MP_EVENT_TICKET_ASSIGNED, MP_MONEY_NONE,
                    mp_message (assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT
                                ? N_("The ticket is in use with {provider}, which Social Security pays by cost reimbursement.")
                                : N_("The ticket is assigned to {provider}. The first month that can be paid for is the next one."),
                                MP_TEXT_VALUE ("provider", assignment->provider)));
    }
}

/* TTW-41 to 44: once, before the first assignment. */
static void
look_back (MpTicketState *self, MpRun *run)
{
  static const char *const rules[MP_TICKET_P1_STEPS] = { "TTW-41", "TTW-42", "TTW-43", "TTW-44" };

  for (guint step = 1; step <= MP_TICKET_P1_STEPS; step++)
    {
      const MpTicketWindow *window = &mp_ticket_windows[step - 1];
      const guint above = mp_ticket_count (self, run, self->first - window->within, self->first - 1, MP_TICKET_ABOVE_TWL);
      MpMessage message;

      if (above < window->need)
        continue;
      self->removed |= P1_BIT (step);
      message = mp_message (step == 1
                            ? N_("Pay was above the trial work figure in the month before the ticket was assigned: "
                                 "Phase 1 milestone {number} is never paid.")
                            : N_("Pay was above the trial work figure in {above} of the {within} months before the ticket was assigned: "
                                 "Phase 1 milestone {number} is never paid."),
                            MP_NUMBER_VALUE ("above", above), MP_NUMBER_VALUE ("within", window->within),
                            MP_NUMBER_VALUE ("number", step));
      mp_run_event (run, self->first, MP_EVENT_PHASE1_REMOVED, MP_MONEY_NONE, message);
      MP_TRACE (run, self->first, MP_PROGRAM_TICKET, rules[step - 1], message);
    }
}

/* The closure of State VR that removes Phase 1 from a month, if any (TTW-72, 73). */
static const MpAssignment *
vr_success (const MpTicketState *self, const MpRun *run, MpMonth month)
{
  const gboolean dated = month >= MP_TICKET_VR_WINDOW_RULE && reading (run, MP_READING_TTW_S14) != 1 &&
                         !mp_ticket_knows_reading (run, MP_READING_TTW_S14);

  return self->vr_success[dated ? 1 : 0];
}

static void
say_vr_success (const MpTicketState *self, MpRun *run, MpMonth month)
{
  const MpAssignment *vr = vr_success (self, run, month);
  MpMessage message;

  if (vr == NULL)
    return;
  message = mp_message (N_("{provider} closed its case with a job in {closed}, before the ticket was assigned: Phase 1 milestones are not paid."),
                        MP_TEXT_VALUE ("provider", vr->provider), MP_MONTH_VALUE ("closed", vr->to.month));
  mp_run_event (run, month, MP_EVENT_PHASE1_REMOVED, MP_MONEY_NONE, message);
  MP_TRACE (run, month, MP_PROGRAM_TICKET, "TTW-72", message);
}

/* The milestones of Phase 1 that are not available for a month. */
guint8
mp_ticket_removed (const MpTicketState *self, MpRun *run, MpMonth month)
{
  return self->first != MP_MONTH_OPEN && month >= self->first && vr_success (self, run, month) != NULL ? P1_ALL : self->removed;
}

/* TTW-36: the next step for a month: 1 to 4 Phase 1, 5 Phase 2. */
guint
mp_ticket_step_at (const MpTicketState *self, MpRun *run, MpMonth month)
{
  guint step = self->next;

  if (step <= MP_TICKET_P1_STEPS)
    {
      const guint8 removed = mp_ticket_removed (self, run, month);

      while (step <= MP_TICKET_P1_STEPS && (removed & P1_BIT (step)))
        step++;
    }
  return step;
}

/* TTW-50, 83: months, or in a transition case payments, of the outcome period. */
guint
mp_ticket_cap (const MpTicketState *self)
{
  if (self->transition && self->transition_cap >= 0)
    return (guint) self->transition_cap;
  return mp_ticket_is_t16 (self) ? MP_TICKET_OUTCOMES_T16 : MP_TICKET_OUTCOMES_T2;
}

/* The first month whose work counts in the windows (TTW-34). */
MpMonth
mp_ticket_work_from (const MpTicketState *self, MpRun *run)
{
  if (reading (run, MP_READING_TTW_S12) == 1 && self->payee != NULL)
    return self->payee->from.month + 1;
  return self->first == MP_MONTH_OPEN ? MP_MONTH_OPEN : self->first + 1;
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
static void
take_prior (MpTicketState *self, const MpRun *run, MpMonth month)
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
        self->class = 1;
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

static void
add_payment (MpTicketState *self, MpRun *run, MpMonthRow *row, MpTicketPayment *payment)
{
  g_array_append_vals (run->out->payments, payment, 1);
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
  MpTicketPayment payment = *whole;

  for (guint i = 0; i < plan->n_claims && claim == NULL; i++)
    if (plan->claims[i].code.kind == whole->code.kind && plan->claims[i].code.number == whole->code.number &&
        plan->claims[i].n_split > 0)
      claim = &plan->claims[i];
  if (claim == NULL)
    {
      add_payment (self, run, row, &payment);
      return;
    }
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

/* The figure a milestone is measured by, for its sentence; 0 when it has none. */
static MpMoney
figure_of (const MpRun *run, MpMonth month, MpTicketCode code)
{
  const gboolean blind = run->kase->beneficiary.blind && !(code.kind == MP_TICKET_CODE_P2M && reading (run, MP_READING_TTW_S05) == 1);
  const MpSeries series = code.kind == MP_TICKET_CODE_P1M ? MP_SERIES_TWP : blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA;
  gint64 figure;

  if (!mp_run_try_figure ((MpRun *) run, series, month, &figure, NULL))
    return 0;
  return code.kind == MP_TICKET_CODE_P1M && code.number == 1 && reading (run, MP_READING_TTW_S01) != 1 ? figure / 2 : figure;
}

/* The sentence of a milestone. */
static MpMessage
milestone_message (const MpTicketState *self, const MpRun *run, MpMonth month, MpTicketCode code, MpMoney amount)
{
  const MpTicketWindow *window = code.kind == MP_TICKET_CODE_P1M ? &mp_ticket_windows[code.number - 1]
    : code.kind == MP_TICKET_CODE_OLDM ? &mp_ticket_old_windows[code.number - 1] : &mp_ticket_windows[0];
  const char *text;

  if (code.kind == MP_TICKET_CODE_P2M)
    text = N_("Pay of {gross} is more than {figure}, substantial gainful activity: Phase 2 milestone {number} pays the provider {amount}.");
  else if (code.kind == MP_TICKET_CODE_OLDM)
    text = N_("Pay was more than {figure}, substantial gainful activity, {need} times in {within} months: "
              "milestone {number} of the rules before July 2008 pays the provider {amount}.");
  else if (code.number == MP_TICKET_P1_STEPS)
    text = N_("Pay reached the trial work figure, now {figure}, {need} times in {within} months, and the services of the plan are "
              "completed: Phase 1 milestone {number} pays the provider {amount}.");
  else if (code.number > 1)
    text = N_("Pay of {gross} is at least {figure}, the trial work figure, which makes {need} such months in {within}: "
              "Phase 1 milestone {number} pays the provider {amount}.");
  else if (reading (run, MP_READING_TTW_S01) == 1)
    text = N_("Pay of {gross} is at least {figure}, the trial work figure: Phase 1 milestone {number} pays the provider {amount}.");
  else
    text = N_("Pay of {gross} is at least half of the trial work figure, {figure}: Phase 1 milestone {number} pays the provider {amount}.");
  return mp_message (text, MP_MONEY_VALUE ("gross", self->gross), MP_MONEY_VALUE ("figure", figure_of (run, month, code)),
                     MP_NUMBER_VALUE ("need", window->need), MP_NUMBER_VALUE ("within", window->within),
                     MP_NUMBER_VALUE ("number", code.number), MP_MONEY_VALUE ("amount", amount));
}

static MpMessage
payment_message (const MpTicketState *self, const MpRun *run, MpMonth month, MpTicketCode code, MpMoney amount)
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
    return mp_message (unknown[code.kind], MP_NUMBER_VALUE ("number", code.number));
  if (code.kind == MP_TICKET_CODE_RECON)
    return mp_message (N_("The provider is paid for {number} outcomes: the milestones not paid before come to {amount}."),
                       MP_NUMBER_VALUE ("number", MP_TICKET_RECON_AT), MP_MONEY_VALUE ("amount", amount));
  if (code.kind == MP_TICKET_CODE_OUT || code.kind == MP_TICKET_CODE_OLDOUT)
    return mp_message (N_("Nothing is due from SSDI or federal SSI because of work: outcome payment {number} is {amount}."),
                       MP_NUMBER_VALUE ("number", code.number), MP_MONEY_VALUE ("amount", amount));
  return milestone_message (self, run, month, code, amount);
}

/* Says a payment in the events and in the trace. */
static void
say_payment (const MpTicketState *self, MpRun *run, MpMonth month, MpTicketCode code, MpMoney amount)
{
  static const char *const phase1_rules[MP_TICKET_P1_STEPS] = { "TTW-25", "TTW-26", "TTW-27", "TTW-28" };
  static const char *const rules[] = {
    [MP_TICKET_CODE_P2M] = "TTW-29", [MP_TICKET_CODE_OUT] = "TTW-51", [MP_TICKET_CODE_RECON] = "TTW-54",
    [MP_TICKET_CODE_OLDM] = "TTW-75", [MP_TICKET_CODE_OLDOUT] = "TTW-78",
  };
  const gboolean outcome = code.kind == MP_TICKET_CODE_OUT || code.kind == MP_TICKET_CODE_OLDOUT;
  MpMessage message;

  if (month < run->start)
    return;
  message = payment_message (self, run, month, code, amount);
  mp_run_event (run, month, code.kind == MP_TICKET_CODE_RECON ? MP_EVENT_RECONCILIATION : outcome ? MP_EVENT_OUTCOME : MP_EVENT_MILESTONE,
                amount, message);
  MP_TRACE (run, month, MP_PROGRAM_TICKET, code.kind == MP_TICKET_CODE_P1M ? phase1_rules[code.number - 1] : rules[code.kind], message);
}

void
mp_ticket_pay (MpTicketState *self, MpRun *run, MpMonth month, MpTicketCode code, MpTicketRate rate, const char *provider)
{
  MpMonthRow *row = mp_run_row (run, month);
  const MpTicketPayment payment = { code, rate.estimated, rate.year, rate.amount, provider };

  take_code (self, code);
  if (rate.estimated)
    row->estimated |= MP_ESTIMATED_TICKET_RATE;
  warn_of_rate (run, month, &rate);
  add_payments (self, run, row, &payment);
  say_payment (self, run, month, code, rate.amount);
}

/* TTW-55: every milestone available and not paid, at the rates of the year the period opened. */
static void
reconcile (MpTicketState *self, MpRun *run, MpMonth month)
{
  const gboolean t16 = mp_ticket_is_t16 (self);
  const guint8 removed = mp_ticket_removed (self, run, month);
  /* no such rates before: S-16, n_plus_recon */
  const MpMonth opened = MAX (self->opened, MP_TICKET_NEW_RULES);
  const MpTicketRate phase1 = mp_ticket_rate (run, MP_TICKET_CODE_P1M, self->payee->payment_system, t16, opened);
  const MpTicketRate phase2 = mp_ticket_rate (run, MP_TICKET_CODE_P2M, self->payee->payment_system, t16, opened);
  const MpMonth services = run->scenario->ticket.services_completed;
  MpTicketRate sum = { 0, phase2.year, FALSE };
  guint n1 = 0, n2 = (guint) (t16 ? MP_TICKET_P2_T16 : MP_TICKET_P2_T2) - self->p2;

  for (guint step = self->next; step <= MP_TICKET_P1_STEPS; step++)
    if (!(removed & P1_BIT (step)))
      n1++;
  /* S-10 */
  if (reading (run, MP_READING_TTW_S10) == 1 && self->next <= MP_TICKET_P1_STEPS && !(removed & P1_BIT (MP_TICKET_P1_STEPS)) &&
      services != MP_MONTH_NONE && services > month)
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
  mp_ticket_pay (self, run, month, (MpTicketCode) { MP_TICKET_CODE_RECON, 0 }, sum, self->payee->provider);
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
  if (self->recon || self->payee->payment_system != MP_SYSTEM_OUTCOME_MILESTONE)
    return FALSE;
  if (self->transition && reading (run, MP_READING_TTW_S16) == 0)
    return FALSE;
  if (reading (run, MP_READING_TTW_S09) == 1)
    return outcomes_of (run, self->payee->provider) == MP_TICKET_RECON_AT;
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

static void
pay_outcome (MpTicketState *self, MpRun *run, MpMonth month)
{
  const MpTicketCode code = { MP_TICKET_CODE_OUT, (guint8) (self->outcomes + 1) };

  if (self->transition)
    mp_ticket_transition_cap (self, run, month, self->payee->payment_system);
  if (!within_cap (self, run))
    return;
  mp_ticket_pay (self, run, month, code,
                 mp_ticket_rate (run, MP_TICKET_CODE_OUT, self->payee->payment_system, mp_ticket_is_t16 (self), month),
                 self->payee->provider);
  if (reconciliation_is_due (self, run))
    reconcile (self, run, month);
}

/* Whether the month reaches a step of Phase 1 (TTW-25 to 28). */
static gboolean
reaches_phase1 (const MpTicketState *self, MpRun *run, MpMonth month, guint step)
{
  const MpTicketWindow *window = &mp_ticket_windows[step - 1];
  const guint8 flags = mp_ticket_flags (self, run, month);
  const MpMonth services = run->scenario->ticket.services_completed;
  const MpMonth from = MAX (mp_ticket_work_from (self, run), month - window->within + 1);

  if (step == 1)
    return (flags & MP_TICKET_AT_HALF_TWL) != 0;
  if (step == MP_TICKET_P1_STEPS)
    {
      if (services != MP_MONTH_NONE && month < services)
        return FALSE;
      if (reading (run, MP_READING_TTW_S11) == 0)
        return self->m4_work;
    }
  return (flags & MP_TICKET_AT_TWL) && mp_ticket_count (self, run, from, month, MP_TICKET_AT_TWL) >= window->need;
}

static void
warn_of_phase1 (const MpTicketState *self, MpRun *run, MpMonth month, guint step)
{
  if (month < run->start)
    return;
  if (step == 1 && !(mp_ticket_flags (self, run, month) & MP_TICKET_AT_TWL))
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
pay_milestone (MpTicketState *self, MpRun *run, MpMonth month)
{
  const guint step = mp_ticket_step_at (self, run, month);
  const gboolean t16 = mp_ticket_is_t16 (self);
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
      if (!(mp_ticket_flags (self, run, month) & MP_TICKET_P2_PAY) || code.number > (t16 ? MP_TICKET_P2_T16 : MP_TICKET_P2_T2))
        return;
    }
  mp_ticket_pay (self, run, month, code, mp_ticket_rate (run, code.kind, self->payee->payment_system, t16, month),
                 self->payee->provider);
}

/* TTW-50: the period opens with the first outcome month from the first assignment on. */
static void
open_period (MpTicketState *self, MpRun *run, MpMonth month)
{
  if (!self->out || self->opened != MP_MONTH_NONE || month < self->first || month <= self->last_prior_milestone)
    return;
  if (reading (run, MP_READING_TTW_S06) == 1 && !self->payable)
    return;
  self->opened = month;
  mp_run_event (run, month, MP_EVENT_OUTCOME_START, MP_MONEY_NONE,
                mp_message_plain (N_("The outcome payment period opens: nothing is due from SSDI or federal SSI because of work.")));
  MP_TRACE (run, month, MP_PROGRAM_TICKET, "TTW-50",
            mp_message_plain (N_("The outcome payment period opens: nothing is due from SSDI or federal SSI because of work.")));
}

static void
pay_month (MpTicketState *self, MpRun *run, MpMonth month)
{
  const MpTicketWindow *window = &mp_ticket_windows[MP_TICKET_P1_STEPS - 1];

  open_period (self, run, month);
  if (self->out && self->opened != MP_MONTH_NONE && month > self->last_prior)
    self->used++;
  /* TTW-28: the nine months are reached once, by work under these rules; work before July 2008 counts in the window (TTW-82) */
  if (!self->m4_work && month >= MP_TICKET_NEW_RULES && self->first != MP_MONTH_OPEN && month > self->first &&
      (mp_ticket_flags (self, run, month) & MP_TICKET_AT_TWL) &&
      mp_ticket_count (self, run, MAX (mp_ticket_work_from (self, run), month - window->within + 1), month, MP_TICKET_AT_TWL) >= window->need)
    self->m4_work = TRUE;
  if (!self->payable)
    return;
  if (month < MP_TICKET_NEW_RULES)
    mp_ticket_old_month (self, run, month);
  else if (self->opened != MP_MONTH_NONE)
    {
      if (self->out)
        pay_outcome (self, run, month);
    }
  else if (self->payee->payment_system == MP_SYSTEM_OUTCOME_MILESTONE)
    pay_milestone (self, run, month);
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
  self->ending = MP_TICKET_ENDS_CAP;
  mp_run_event (run, month, MP_EVENT_OUTCOME_COMPLETE, MP_MONEY_NONE,
                mp_message (N_("The outcome payment period is complete after {number} outcome payments."),
                            MP_NUMBER_VALUE ("number", self->outcomes + self->old_outcomes)));
}

static void
set_status (MpTicketState *self, MpTicketRow *ticket, MpMonth month)
{
  if (self->assignment != NULL)
    {
      ticket->status = MP_TICKET_ASSIGNED;
      ticket->provider = self->assignment->provider;
    }
  else if (self->vr != NULL && month >= self->issued) /* TTW-13 */
    {
      ticket->status = MP_TICKET_IN_USE_SVR;
      ticket->provider = self->vr->provider;
    }
  else
    ticket->status = self->issued != MP_MONTH_NONE && month >= self->issued ? MP_TICKET_UNASSIGNED : MP_TICKET_NONE;
}

void
mp_ticket_step (MpTicketState *self, MpRun *run, MpMonth month)
{
  MpMonthRow *row = mp_run_row (run, month);
  MpTicketRow *ticket = &row->ticket;

  ticket->first_payment = run->out->payments->len;
  ticket->next.amount = MP_MONEY_NONE;
  ticket->next.window_ends = MP_MONTH_NONE;
  self->gross = mp_run_work (run, month)->earned;
  self->estimated = &row->estimated;
  note_benefits (self, run, row);
  ticket->outcome_month = self->out != 0;
  note_pay (self, run, month);
  find_assignments (self, run, month);
  take_prior (self, run, month);
  set_status (self, ticket, month);
  if (self->terminated == MP_MONTH_NONE && ticket->status != MP_TICKET_NONE)
    {
      self->ending = mp_ticket_ending (self, run, month);
      if (self->ending != MP_TICKET_ENDS_NO)
        self->terminated = month;
    }
  if (self->terminated != MP_MONTH_NONE && month >= self->terminated)
    {
      /* TTW-103 */
      ticket->status = MP_TICKET_TERMINATED;
      ticket->provider = NULL;
      self->flags[month - run->first] &= MP_TICKET_ZERO_CASH;
      if (month == self->terminated)
        mp_ticket_say_end (self, run, month);
    }
  else
    {
      say_assigned (run, month);
      if (month == self->first)
        {
          look_back (self, run);
          say_vr_success (self, run, month);
        }
      pay_month (self, run, month);
      close_period (self, run, month);
    }
  ticket->cumulative = self->cumulative;
  mp_ticket_protect (self, run, month);
  mp_ticket_set_next (self, run, month);
}

void
mp_ticket_finish (MpTicketState *self, MpRun *run)
{
  MpProjection *out = run->out;

  out->ticket.class_t16 = self->class >= 0 ? self->class == 1 : !run->kase->ssdi.present;
  out->ticket.phase1_removed = mp_ticket_removed (self, run, run->last);
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
