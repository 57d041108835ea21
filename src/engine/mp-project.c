/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One forward pass over the months: work, SSDI, SSI, Ticket, cash. */

#include "mp-engine-private.h"

#include <string.h>

/* Room for so many events to begin with. */
#define EVENTS 64

/**
 * mp_run_scratch: (skip)
 * @run: a run
 * @slot: whose memory
 * @size: bytes
 *
 * Returns: (transfer none): zeroed memory, valid until the next projection into the same object
 */
gpointer
mp_run_scratch (MpRun *run, guint slot, gsize size)
{
  return memset (mp_run_room (run, slot, size), 0, size);
}

/**
 * mp_run_room: (skip)
 * @run: a run
 * @slot: whose memory
 * @size: bytes
 *
 * Returns: (transfer none): memory with anything in it, valid until the next projection into the same object
 */
gpointer
mp_run_room (MpRun *run, guint slot, gsize size)
{
  MpProjection *out = run->out;

  if (out->scratch_size[slot] < size)
    {
      g_free (out->scratch[slot]);
      out->scratch[slot] = g_malloc (size);
      out->scratch_size[slot] = size;
    }
  return out->scratch[slot];
}

const guint16 mp_estimated_flags[MP_N_SERIES] = {
  [MP_SERIES_FBR_INDIVIDUAL] = MP_ESTIMATED_FBR,
  [MP_SERIES_FBR_COUPLE] = MP_ESTIMATED_FBR,
  [MP_SERIES_FBR_ANNUAL_INDIVIDUAL] = MP_ESTIMATED_FBR,
  [MP_SERIES_FBR_ANNUAL_COUPLE] = MP_ESTIMATED_FBR,
  [MP_SERIES_SGA] = MP_ESTIMATED_SGA,
  [MP_SERIES_SGA_BLIND] = MP_ESTIMATED_SGA,
  [MP_SERIES_TWP] = MP_ESTIMATED_TWP,
  [MP_SERIES_SEIE_MONTHLY] = MP_ESTIMATED_SEIE,
  [MP_SERIES_SEIE_ANNUAL] = MP_ESTIMATED_SEIE,
  [MP_SERIES_COLA] = MP_ESTIMATED_COLA,
  [MP_SERIES_PART_B] = MP_ESTIMATED_PART_B,
  [MP_SERIES_PCB_T2 ... MP_N_SERIES - 1] = MP_ESTIMATED_TICKET_RATE,
};

/* One more element, not written yet. */
static gpointer
append (GArray *array, gsize element_size)
{
  g_array_set_size (array, array->len + 1);
  return array->data + (array->len - 1) * element_size;
}

/* Makes room for more events: as much as there was, and then twice as much. */
void
mp_run_more_events (MpRun *run)
{
  GArray *events = run->out->events;

  if (run->n_events == events->len)
    g_array_set_size (events, MAX (EVENTS, 2 * events->len));
  run->events = (MpEvent *) (gpointer) events->data;
  run->events_room = events->len;
}

void
mp_run_trace (MpRun *run, MpMonth month, MpProgram program, const char *rule, MpMessage message)
{
  MpTraceEntry entry = { month, program, rule, message };

  if (mp_run_explains (run) && month >= run->start && month <= run->last)
    g_array_append_val (run->out->trace, entry);
}

static gboolean
same_place (const MpPlace *a, const MpPlace *b)
{
  return g_strcmp0 (a->format, b->format) == 0 && g_strcmp0 (a->key, b->key) == 0 &&
         a->index[0] == b->index[0] && a->index[1] == b->index[1];
}

/* The warning's message is for the caller to set. */
MpMessage *
mp_run_add_warning (MpRun *run, MpWarningCode code, MpPlace place)
{
  MpWarning *warning;

  for (guint i = 0; i < run->out->warnings->len; i++)
    {
      const MpWarning *other = &g_array_index (run->out->warnings, MpWarning, i);
      if (other->code == code && same_place (&other->place, &place))
        return NULL;
    }
  if (place.format == NULL)
    run->warned |= G_GUINT64_CONSTANT (1) << code;
  warning = append (run->out->warnings, sizeof *warning);
  warning->code = code;
  warning->place = place;
  return &warning->message;
}

static void
earliest (MpMonth *first, MpMonth month)
{
  if (month != MP_MONTH_NONE && month < *first)
    *first = month;
}

/* The first month that any fact mentions: the engine runs from there (contract). */
MpMonth
mp_run_first_month (const MpCase *kase, const MpScenario *scenario)
{
  MpMonth first = kase->projection.start;

  if (kase->ssdi.present)
    {
      earliest (&first, kase->ssdi.entitled_from);
      earliest (&first, kase->ssdi.filed);
      for (guint i = 0; i < kase->ssdi.history.n_twp_months; i++)
        earliest (&first, kase->ssdi.history.twp_months[i]);
    }
  if (kase->ssi.present)
    {
      earliest (&first, kase->ssi.eligible_from);
      earliest (&first, kase->ssi.history.since);
    }
  earliest (&first, kase->ticket.issued.month);
  for (guint i = 0; i < kase->ticket.n_prior_payments; i++)
    earliest (&first, kase->ticket.prior_payments[i].month);
  for (guint i = 0; i < scenario->n_work; i++)
    earliest (&first, scenario->work[i].when.from);
  for (guint i = 0; i < scenario->ticket.n_assignments; i++)
    earliest (&first, scenario->ticket.assignments[i].from.month);
  return first;
}

void
mp_run_step_work (MpRun *run, MpMonthRow *row)
{
  const MpWorkMonth *work = mp_run_work (run, row->month);

  row->work = (MpWorkRow) {
    .earned = work->earned,
    .paid = work->paid,
    .hours = work->hours,
    .irwe = work->irwe_counted,
    .subsidy = work->subsidy,
    .sga_countable = work->countable,
  };
}

/* TTW-23: what the provider passes on: a percentage of the month's payments together, to the cent,
 * half up, and a stipend in a month with earnings while assigned to an EN. */
static MpMoney
share_of_payments (const MpRun *run, const MpMonthRow *row)
{
  const MpScenarioTicket *ticket = &run->scenario->ticket;
  MpMoney share = 0;

  if (run->flags & MP_PROJECT_WITHOUT_WORK)
    return 0;
  if (ticket->share.present)
    {
      const MpTicketPayment *payments = mp_projection_payments (run->out, row);
      MpMoney base = 0;

      for (guint i = 0; i < row->ticket.n_payments; i++)
        if (mp_share_includes (run->scenario, &payments[i]))
          base += payments[i].amount;
      if (base > 0)
        share += mp_divide_half_up (base * ticket->share.percent, 10000);
    }
  return share + mp_stipend (run->scenario, row);
}

void
mp_run_step_cash (MpRun *run, MpMonthRow *row)
{
  const MpWorkMonth *work = mp_run_work (run, row->month);
  MpCashRow *cash = &row->cash;

  cash->earnings = row->work.paid;
  cash->benefits = row->ssdi.payment + row->ssi.payment;
  cash->share = share_of_payments (run, row);
  cash->expenses = work->irwe + work->bwe + work->pass;
  cash->net = cash->earnings + cash->benefits + cash->share - cash->expenses;
}

/* Adds a month, and those that are like it. */
static void
add_months (MpTotals *totals, const MpMonthRow *row, gint64 n)
{
  totals->earnings += n * row->cash.earnings;
  totals->ssdi += n * row->ssdi.payment;
  totals->ssi += n * row->ssi.payment;
  totals->ssi_federal += n * row->ssi.federal;
  totals->ssi_state += n * row->ssi.state;
  totals->benefits += n * row->cash.benefits;
  totals->en += n * row->ticket.total;
  totals->share += n * row->cash.share;
  totals->expenses += n * row->cash.expenses;
  totals->net += n * row->cash.net;
}

/**
 * mp_projection_sum:
 * @self: a projection
 * @first: number of a reported month
 * @last: number of a reported month, not before @first
 * @sum: (out): what the months come to together, cents
 *
 * Adds the amounts of some of the reported months.
 */
void
mp_projection_sum (const MpProjection *self, guint first, guint last, MpTotals *sum)
{
  MpTotals totals = { 0 };

  for (guint i = first; i <= last && i < self->n_months; i++)
    add_months (&totals, mp_projection_month (self, i), 1);
  *sum = totals;
}

/* What Social Security really paid against what was computed (contract, `paid`). */
static void
compare_paid (MpRun *run)
{
  for (guint i = 0; i < run->kase->n_paid; i++)
    {
      const MpPaid *paid = &run->kase->paid[i];
      const MpMoney amount = mp_case_paid (run->kase, i);
      const MpMonthRow *row;
      MpMoney computed;

      if (amount == MP_MONEY_NONE || paid->month < run->first || paid->month > run->last)
        continue;
      row = mp_run_row (run, paid->month);
      computed = paid->program == MP_PROGRAM_SSI ? row->ssi.payment : row->ssdi.payment;
      if (computed == amount)
        continue;
      mp_run_warning_at (run, MP_WARNING_PAID_DIFFERS, ((MpPlace) { .format = "/paid/%u", .index = { i } }),
                         mp_message (N_("For {month} {paid} was paid, but the facts in this case give {computed}. Ask which fact differs."),
                                     MP_MONTH_VALUE ("month", paid->month), MP_MONEY_VALUE ("paid", amount),
                                     MP_MONEY_VALUE ("computed", computed)));
    }
}

/* A key whose rule is not built yet is said, never passed over. */
static void
warn_not_computed (MpRun *run)
{
  for (guint i = 0; i < MP_N_READINGS; i++)
    {
      const guint8 choice = mp_case_reading (run->kase, i);

      if (choice == 0 || mp_reading_is_computed (i, choice) || mp_ticket_knows_reading (run, i))
        continue;
      mp_run_warning_at (run, MP_WARNING_NOT_COMPUTED,
                         ((MpPlace) { .format = "/assumptions/readings/%s", .key = mp_reading_key (i) }),
                         mp_message_plain (N_("This reading is kept in the case, but Milepost still computes with the default reading.")));
    }
}

/* A figure that nobody published where we looked, but that the user entered, is said. */
static void
warn_by_hand (MpRun *run)
{
  const char *names = mp_parameters_by_hand (run->parameters, run->last);

  if (names != NULL)
    mp_run_warning (run, MP_WARNING_FIGURES_BY_HAND, NULL,
                    mp_message (N_("These figures were entered by hand: {figures}."), MP_TEXT_VALUE ("figures", names)));
}

/* What events go by: their month, then their code. */
static inline gint64
order_of (const MpEvent *event)
{
  return (gint64) event->month << 32 | event->code;
}

/* By month, then by code. Programs say their events month by month, so that few have to move, and not far. */
static void
sort_events (GArray *array)
{
  MpEvent *events = (MpEvent *) (gpointer) array->data;
  gint64 last = G_MININT64;

  for (MpEvent *at = events, *end = events + array->len; at < end; at++)
    {
      const gint64 order = order_of (at);
      MpEvent *to = at, event;

      if (order >= last)
        {
          last = order;
          continue;
        }
      while (to > events && order_of (to - 1) > order)
        to--;
      event = *at;
      memmove (to + 1, to, (gsize) (at - to) * sizeof *events);
      *to = event;
    }
}

static gboolean
trace_is_later (const MpTraceEntry *a, const MpTraceEntry *b)
{
  return a->month != b->month ? a->month > b->month : a->program > b->program;
}

/* By month and program; entries of one month and program keep the order they were made in. */
static void
sort_trace (GArray *array)
{
  MpTraceEntry *entries = (MpTraceEntry *) (gpointer) array->data;

  for (guint i = 1; i < array->len; i++)
    {
      guint to = i;
      MpTraceEntry entry;

      while (to > 0 && trace_is_later (&entries[to - 1], &entries[i]))
        to--;
      if (to == i)
        continue;
      entry = entries[i];
      memmove (&entries[to + 1], &entries[to], (i - to) * sizeof *entries);
      entries[to] = entry;
    }
}

static void
prepare (MpRun *run)
{
  MpProjection *out = run->out;

  out->kase = run->kase;
  out->scenario = run->scenario;
  out->edition = mp_parameters_edition (run->parameters);
  out->first = run->first;
  out->start = run->start;
  out->n_rows = (guint) (run->last - run->first) + 1;
  out->n_months = (guint) (run->last - run->start) + 1;
  if (out->rows_allocated < out->n_rows)
    {
      g_free (out->rows);
      out->rows = g_new (MpMonthRow, out->n_rows);
      out->rows_allocated = out->n_rows;
    }
  g_array_set_size (out->payments, 0);
  g_array_set_size (out->ticket.reviews, 0);
  run->rows = out->rows;
  run->n_events = run->events_room = 0;
  g_array_set_size (out->warnings, 0);
  g_array_set_size (out->trace, 0);
  memset (&out->periods, 0, sizeof out->periods);
  out->ticket.class_t16 = out->ticket.phase1_removed = 0;
  out->ticket.milestones_paid = out->ticket.outcomes_paid = out->ticket.outcomes_cap = 0;
  g_clear_pointer (&out->progress, g_free);
  if (mp_run_explains (run))
    out->progress = g_malloc0 (out->n_rows * sizeof *out->progress);
}

static void
begin (MpRun *run)
{
  run->figures = mp_parameters_months (run->parameters);
  prepare (run);
  mp_work_init (run);
  run->ssdi_known = run->kase->ssdi.present ? run->first - 1 : run->last;
  run->ssi_known = run->kase->ssi.present ? run->first - 1 : run->last;
  run->ssi_new = run->first;
  run->ssdi_flags = run->ssi_flags = 0;
  run->ssdi = mp_ssdi_init (run);
  run->ssi = mp_ssi_init (run);
  run->ticket = mp_ticket_init (run);
}

/**
 * mp_run_begin: (skip)
 * @run: a run whose case, scenario, flags and months are set
 *
 * Makes room for the months, the work facts and the programs' states before the first month.
 */
void
mp_run_begin (MpRun *run)
{
  begin (run);
  if (mp_ticket_knows_reading (run, MP_READING_TTW_S13))
    {
      const MpMonth authorised = CLAMP (run->kase->ticket.authorised, run->first, run->last);
      gboolean t16;

      /* S-13: what the months to the authorisation show comes first, and then all of them again */
      for (MpMonth month = run->first; month <= authorised; month++)
        mp_run_step (run, month);
      t16 = mp_ticket_class_held (run->ticket);
      begin (run);
      mp_ticket_fix_class (run->ticket, t16);
    }
}

/* SSI-13: in months alike the budget month goes along. */
static void
next_budget_month (MpMonthRow *row)
{
  if (row->ssi.budget_month != MP_MONTH_NONE)
    row->ssi.budget_month++;
}

/**
 * mp_run_step: (skip)
 * @run: a run
 * @month: the next month
 *
 * Computes one month of all programs.
 */
void
mp_run_step (MpRun *run, MpMonth month)
{
  MpMonthRow *row = mp_run_row (run, month);

  row->month = month;
  row->estimated = 0;
  mp_run_step_work (run, row);
  if (month > run->ssdi_known || month == run->first)
    mp_ssdi_step (run->ssdi, run, row);
  else
    {
      row->ssdi = row[-1].ssdi;
      row->estimated = run->ssdi_flags;
      if (row->ssdi.twp_month)
        mp_ssdi_count_month (run->ssdi, run, row);
    }
  if (month == run->ssi_new || (month > run->ssi_known && !mp_ssi_repeat (run->ssi, run, &row[-1].ssi, month)))
    mp_ssi_step (run->ssi, run, row);
  else
    {
      row->ssi = row[-1].ssi;
      row->estimated |= run->ssi_flags;
      next_budget_month (row);
    }
  /* a table of supplements is asked in its month, for it may give a warning */
  if (month == run->ssi_known && month < MIN (run->ssdi_known, run->last) && run->kase->ssi.supplement != MP_SUPPLEMENT_TABLE &&
      !mp_ssi_repeat (run->ssi, run, &row->ssi, month + 1))
    run->ssi_new = month + 1;
  mp_ticket_step (run->ticket, run, row);
  mp_run_step_cash (run, row);
}

/* The last month that is like this one, which was stepped, in everything but its number; itself when there is none. */
static MpMonth
end_of_run (const MpRun *run, const MpMonthRow *row)
{
  const MpMonth month = row->month;
  MpMonth to = MIN (MIN (run->ssdi_known, run->ssi_known), run->last), next = month + 1;
  gint alike;

  if (to <= month)
    return month;
  alike = mp_ticket_alike (run->ticket, row);
  if (alike < to - month)
    to = month + alike;
  while (next <= to && mp_run_is_quiet (run, next, MP_NEW_FIGURES | MP_NEW_WORK | MP_NEW_TICKET))
    next++;
  return next - 1;
}

/* Fills the months after this one, up to the last that is like it. */
static void
repeat_month (MpRun *run, MpMonthRow *row, gint n)
{
  const guint32 estimated = run->ssdi_flags | run->ssi_flags | mp_ticket_flags (run->ticket, run, row);
  MpMonth month = row->month, budget_month = row->ssi.budget_month;

  /* all from the same one: what was just written by parts is slow to read as a whole */
  for (MpMonthRow *copy = row + 1; copy <= row + n; copy++)
    {
      *copy = *row;
      copy->month = ++month;
      copy->estimated = estimated;
      if (budget_month != MP_MONTH_NONE)
        copy->ssi.budget_month = ++budget_month;
      if (row->ssdi.twp_month)
        mp_ssdi_count_month (run->ssdi, run, copy);
    }
  mp_ticket_repeat (run->ticket, run, row, n);
}

/**
 * mp_run_check: (skip)
 * @run: a run
 * @error: where to put an error
 *
 * Returns: whether every figure that a reported month needed was there
 */
gboolean
mp_run_check (const MpRun *run, GError **error)
{
  char text[MP_MONTH_TEXT_SIZE];

  if (run->missing_month == MP_MONTH_NONE)
    return TRUE;
  g_set_error (error, MP_ENGINE_ERROR, MP_ENGINE_ERROR_NO_FIGURE,
               _("no published figure of %s covers %s, and a month of this projection needs it; enter what Social Security has on record up to then as the history of the benefit, or the facts from a later month on"),
               mp_series_name (run->missing_series), mp_month_to_text (run->missing_month, text));
  return FALSE;
}

/**
 * mp_project:
 * @self: (out caller-allocates): gets the answer; what it held is gone
 * @kase: a case without problems (mp_case_validate())
 * @scenario: number of the scenario
 * @parameters: the published figures
 * @flags: what more to do
 * @error: where to put an error
 *
 * Projects one scenario month by month. Every figure that Milepost shows comes from here. The
 * function has no clock, no files and no language; what it reads is in its arguments.
 *
 * Fails with MP_ENGINE_ERROR_NO_FIGURE when a reported figure needs a published amount of a month
 * that no row covers; the message names series and month.
 *
 * Returns: whether it succeeded
 */
gboolean
mp_project (MpProjection *self, const MpCase *kase, guint scenario, const MpParameters *parameters,
            MpProjectFlags flags, GError **error)
{
  MpRun run = {
    .kase = kase,
    .scenario = &kase->scenarios[scenario],
    .parameters = parameters,
    .flags = flags,
    .start = kase->projection.start,
    .last = kase->projection.start + kase->projection.months - 1,
    .out = self,
    .missing_month = MP_MONTH_NONE,
  };

  run.first = mp_run_first_month (kase, run.scenario);
  mp_run_begin (&run);
  self->totals = (MpTotals) { 0 };
  for (MpMonth month = run.first, last; month <= run.last; month = last + 1)
    {
      MpMonthRow *row = mp_run_row (&run, month);

      mp_run_step (&run, month);
      last = end_of_run (&run, row);
      if (last > month)
        repeat_month (&run, row, last - month);
      if (last >= run.start)
        add_months (&self->totals, row, last - MAX (month, run.start) + 1);
    }
  mp_ssdi_finish (run.ssdi, &run);
  mp_ssi_finish (run.ssi, &run);
  mp_ticket_finish (run.ticket, &run);
  g_array_set_size (self->events, run.n_events);
  if (!mp_run_check (&run, error))
    return FALSE;
  compare_paid (&run);
  warn_not_computed (&run);
  warn_by_hand (&run);
  sort_events (self->events);
  sort_trace (self->trace);
  return TRUE;
}
