/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Timely progress and protection from medical reviews (TTW-85 to 100). */

#include "mp-ticket-private.h"

enum {
  EXTENSION_DAYS = 90,      /* TTW-97 */
  OLD_EXTENSION_MONTHS = 3,
  NOTICE_DAYS = 30,         /* 20 CFR 411.200(b) */
  UNTESTED_PERIODS = 2,     /* TTW-98: the first 24 months */
  TOLERATED = 9000,         /* TTW-94: 100% less 10%, in basis points */
  WHOLE = 10000,
};

/* The work that a period asks for. */
typedef struct {
  guint8 needs; /* months of twelve */
  guint8 test;  /* MpTicketMonthFlags */
} Requirement;

/* TTW-87 to 93, or TTW-98 in the old regime. */
static Requirement
requirement_of (gint period, gboolean old)
{
  static const Requirement rows[] = {
    { 3, MP_TICKET_AT_TWL }, { 6, MP_TICKET_AT_TWL },
    { 9, MP_TICKET_ABOVE_SGA_NON_BLIND }, { 9, MP_TICKET_ABOVE_SGA_NON_BLIND },
    { 6, MP_TICKET_ZERO_CASH },
  };
  static const Requirement old_rows[] = { /* 24 months without a test first */
    { 0, 0 }, { 0, 0 }, { 3, MP_TICKET_ABOVE_SGA_NON_BLIND }, { 6, MP_TICKET_ABOVE_SGA_NON_BLIND }, { 6, MP_TICKET_ZERO_CASH },
  };
  const guint row = (guint) MIN (period, (gint) G_N_ELEMENTS (rows)) - 1;

  return old ? old_rows[row] : rows[row];
}

/* The share of a period's requirement that education meets, in basis points. */
static gint
education_of (const MpRun *run, gint period)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;
  gint percent = 0;

  for (guint i = 0; i < plan->n_education; i++)
    if (plan->education[i].period == period)
      percent += plan->education[i].percent;
  return percent;
}

/* TTW-94: work alone, education alone with its tolerance, or both together. The rules before July 2008 know work alone. */
static gboolean
is_met (const MpRun *run, gint period, gboolean old, guint has, guint needs)
{
  const gint education = period <= 6 && !old ? education_of (run, period) : 0;

  if (has >= needs || education >= TOLERATED)
    return TRUE;
  return period <= 5 && education > 0 && education + (gint) (has * WHOLE / needs) >= TOLERATED;
}

/* The months that met a test among the last ones that counted. */
static guint
months_of_period (const MpTicketState *self, guint8 test, gint months)
{
  const MpTicketMonths before = test == MP_TICKET_AT_TWL ? self->counted_twl
    : test == MP_TICKET_ABOVE_SGA_NON_BLIND ? self->counted_sga : self->counted_zero;

  return mp_ticket_count (mp_ticket_months (self, before, test), months);
}

/* What a review asks of each month, in words. */
static const char *
asks (guint8 test)
{
  return test == MP_TICKET_AT_TWL ? N_("with pay at the trial work figure or more")
    : test == MP_TICKET_ABOVE_SGA_NON_BLIND ? N_("with pay above substantial gainful activity") : N_("without cash benefits because of work");
}

static const MpReviewFact *
fact_of (const MpRun *run, gint period)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;

  for (guint i = 0; i < plan->n_reviews; i++)
    if (plan->reviews[i].period == period)
      return &plan->reviews[i];
  return NULL;
}

/* Step two of a review to June 2008 (former 20 CFR 411.200(a)(2)): the next level of work is not expected. */
static gboolean
is_not_expected (const MpRun *run, gint period, gboolean old)
{
  const MpReviewFact *fact = old ? fact_of (run, period) : NULL;

  return fact != NULL && fact->not_expected;
}

/* TTW-112: the last month with protection: 30 days after the notice, or until SSA has answered. */
static MpMonth
last_month_in_use (const MpRun *run, const MpTicketReview *review)
{
  const MpReviewFact *fact = fact_of (run, review->period);
  MpMonth last = review->month;

  if (fact == NULL)
    return last;
  if (fact->notice.month != MP_MONTH_NONE)
    last = mp_date_add_days (fact->notice, NOTICE_DAYS - 1).month;
  if (fact->decided.month != MP_MONTH_NONE)
    last = MAX (last, mp_date_add_days (fact->decided, -1).month);
  return last;
}

/* A review is held in the month after the twelfth month of its period. */
static void
hold_review (MpTicketState *self, MpRun *run, MpMonth month)
{
  const MpTicketReview *due = &self->due;
  /* the month before was the last of its period */
  const gboolean not_expected = due->has >= due->needs && is_not_expected (run, due->period, month - 1 < MP_TICKET_NEW_RULES);
  MpMessage message;

  g_array_append_vals (run->out->ticket.reviews, due, 1);
  self->in_use_to = last_month_in_use (run, due);
  message = mp_message (not_expected
                        ? N_("Progress review of period {period}: it finds {has} of the {needs} months of twelve {asks}, but the work of the next period is "
                             "not expected. Protection from medical reviews stops; the provider is still paid.")
                        : due->met
                        ? N_("Progress review of period {period}: it asks for {needs} months of twelve {asks}, and finds {has}, or education in their place. "
                             "Medical reviews stay off.")
                        : N_("Progress review of period {period}: it asks for {needs} months of twelve {asks}, and finds {has}. "
                             "Protection from medical reviews stops; the provider is still paid."),
                        MP_NUMBER_VALUE ("period", due->period), MP_NUMBER_VALUE ("has", due->has),
                        MP_NUMBER_VALUE ("needs", due->needs), MP_TEXT_VALUE ("asks", asks (self->due_test)));
  mp_run_event (run, month, MP_EVENT_PROGRESS_REVIEW, MP_MONEY_NONE, message);
  MP_TRACE (run, month, MP_PROGRAM_TICKET, "TTW-86", message);
  self->due.month = MP_MONTH_NONE;
}

/* Counts a month that belongs to the period, and makes the review at its end. */
static void
count_month (MpTicketState *self, const MpRun *run, MpMonth month)
{
  const gboolean old = month < MP_TICKET_NEW_RULES;
  Requirement requirement;
  guint has;

  self->clock++;
  if (self->clock < MP_TICKET_PERIOD_MONTHS)
    return;
  requirement = requirement_of (self->period, old);
  /* TTW-98: no work test in the first 24 months, no review of the period that ran in July 2008 */
  if (requirement.needs == 0 || (self->clock == MP_TICKET_PERIOD_MONTHS && self->period == self->skipped_period))
    {
      self->period++;
      self->clock = 0;
      return;
    }
  /* work in the 24 months without a test counts for the first one after (Benefits Planner 2002) */
  if (self->clock > MP_TICKET_PERIOD_MONTHS && old) /* former 20 CFR 411.210(b): work after the failed review, in twelve months */
    has = months_of_period (self, requirement.test, MIN ((gint) self->clock - MP_TICKET_PERIOD_MONTHS, MP_TICKET_PERIOD_MONTHS));
  else
    has = months_of_period (self, requirement.test, old && self->period == UNTESTED_PERIODS + 1 ? 3 * MP_TICKET_PERIOD_MONTHS : MP_TICKET_PERIOD_MONTHS);
  self->due_test = requirement.test;
  if (self->clock == MP_TICKET_PERIOD_MONTHS)
    self->due = (MpTicketReview) { month + 1, self->period, requirement.needs, (guint8) has,
                                   is_met (run, self->period, old, has, requirement.needs) && !is_not_expected (run, self->period, old) };
  else if (has < requirement.needs)
    return; /* TTW-95: still failed */
  if (self->clock > MP_TICKET_PERIOD_MONTHS || self->due.met)
    {
      self->period++;
      self->clock = 0;
    }
}

/* TTW-97: the extension that begins when the use of the ticket ends. */
static void
begin_extension (MpTicketState *self, const MpRun *run, MpMonth month)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;
  const MpDate unassigned = { month, 1 };

  if (month < MP_TICKET_NEW_RULES)
    {
      self->protected_to = (MpDate) { month + OLD_EXTENSION_MONTHS - 1, mp_month_days (month + OLD_EXTENSION_MONTHS - 1) };
      return;
    }
  self->protected_to = mp_date_add_days (unassigned, EXTENSION_DAYS - 1);
  /* after a closure by State VR the days count from the closure itself */
  for (guint i = 0; i < plan->n_assignments; i++)
    if (plan->assignments[i].role == MP_ROLE_VR_COST_REIMBURSEMENT && plan->assignments[i].to.month == month - 1)
      self->protected_to = mp_date_add_days (plan->assignments[i].to, EXTENSION_DAYS);
}

/* TTW-95, 112: whether a review was not met and protection is over. */
static void
note_failure (MpTicketState *self, MpMonth month)
{
  self->failed = month >= self->in_use_to &&
                 (self->clock > MP_TICKET_PERIOD_MONTHS || (self->clock == MP_TICKET_PERIOD_MONTHS && self->due.month == MP_MONTH_NONE));
}

/* TTW-85, 99, 100: whether some day of the month is protected. */
void
mp_ticket_protect (MpTicketState *self, MpRun *run, MpMonthRow *row)
{
  MpTicketRow *ticket = &row->ticket;
  const MpMonth month = row->month;
  const gboolean held = ticket->status == MP_TICKET_ASSIGNED || ticket->status == MP_TICKET_IN_USE_SVR;
  gboolean in_use;

  if (ticket->status == MP_TICKET_NONE || ticket->status == MP_TICKET_TERMINATED)
    {
      self->was_in_use = FALSE;
      self->due.month = MP_MONTH_NONE;
      return;
    }
  /* TTW-98: the period that runs on July 21 2008, of a ticket in use before */
  if (month == MP_TICKET_NEW_RULES && self->first_use < MP_TICKET_NEW_RULES)
    self->skipped_period = self->period;
  if (self->due.month == month)
    hold_review (self, run, month);
  if (self->span.restarts && self->period <= UNTESTED_PERIODS)
    {
      self->period = 1;
      self->clock = 0;
    }
  in_use = held && !self->span.inactive && !self->failed;
  if (in_use)
    self->protected_to = MP_DATE_NONE;
  else if (!held && self->was_in_use)
    begin_extension (self, run, month);
  ticket->cdr_protected = in_use || (!held && self->protected_to.month != MP_MONTH_NONE && month <= self->protected_to.month);
  self->was_in_use = in_use;
  if (self->span.clock)
    count_month (self, run, month);
  note_failure (self, month);
}

/* How many months after this one only go by: nothing but their number in the period is new in them. The last may
 * complete it. */
gint
mp_ticket_calm_months (const MpTicketState *self, const MpMonthRow *row)
{
  const MpTicketStatus status = row->ticket.status;
  const gboolean held = status == MP_TICKET_ASSIGNED || status == MP_TICKET_IN_USE_SVR;

  if (status == MP_TICKET_NONE || status == MP_TICKET_TERMINATED)
    return G_MAXINT;
  if (self->due.month != MP_MONTH_NONE)
    return 0;
  if (self->was_in_use)
    return self->span.clock ? MAX (0, MP_TICKET_PERIOD_MONTHS - (gint) self->clock) : 0;
  if (held)
    return self->span.inactive ? G_MAXINT : 0;
  if (self->protected_to.month == MP_MONTH_NONE || row->month > self->protected_to.month)
    return G_MAXINT;
  return self->protected_to.month - row->month;
}

/* Such months go by. */
void
mp_ticket_pass_months (MpTicketState *self, const MpRun *run, MpMonth month, gint n)
{
  if (self->was_in_use)
    {
      self->clock += (guint) n - 1;
      count_month (self, run, month + n);
    }
  else if (self->status != MP_TICKET_NONE && self->status != MP_TICKET_TERMINATED)
    note_failure (self, month + n);
}
