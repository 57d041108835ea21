/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the ladder shows, from a projection. No drawing here. */

#include <string.h>

#include "mp-i18n.h"

#include "mp-ladder-private.h"
#include "mp-ticket-plan.h"

enum { PHASE1_STEPS = 4, PHASE2 = 4, OUTCOMES = 5 };


MpLadder *
mp_ladder_new (void)
{
  MpLadder *self = g_new0 (MpLadder, 1);

  self->pen = mp_chart_new ();
  return self;
}

static void
clear (MpLadder *self)
{
  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    {
      MpLadderStep *step = &self->step[i];
      char *texts[] = { step->title, step->condition, step->detail, step->when, step->en, step->person, step->reason, step->spoken };

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        g_free (texts[k]);
      memset (step, 0, sizeof *step);
    }
  for (guint i = 0; i < self->n_nets; i++)
    g_free (self->net[i].text);
  for (guint i = 0; i < self->n_flags; i++)
    g_free (self->flag[i].text);
  self->n_nets = self->n_flags = 0;
}

void
mp_ladder_free (MpLadder *self)
{
  if (self == NULL)
    return;
  clear (self);
  mp_chart_free (self->pen);
  g_free (self->who);
  g_free (self);
}

void
mp_ladder_set_style (MpLadder *self, const MpChartStyle *style)
{
  mp_chart_set_style (self->pen, style);
}

static const MpMonthRow *
row_of (const MpLadder *self, MpMonth month)
{
  const MpProjection *p = self->model.projection;

  return month >= p->first && month < p->first + (MpMonth) p->n_rows ? &p->rows[month - p->first] : NULL;
}

static const MpScenarioTicket *
plan_of (const MpLadder *self)
{
  return &self->model.kase->scenarios[self->model.scenario].ticket;
}

static gboolean
is_step (MpTicketCode code, guint i)
{
  if (i < PHASE1_STEPS)
    return code.kind == MP_TICKET_CODE_P1M && code.number == i + 1;
  return code.kind == (i == PHASE2 ? MP_TICKET_CODE_P2M : MP_TICKET_CODE_OUT);
}

/* The payments of a step: how many by the cursor's month, and the first of them. */
static const MpTicketPayment *
count_payments (const MpLadder *self, guint i, guint *have, MpMonth *first)
{
  const MpProjection *p = self->model.projection;
  const MpTicketPayment *found = NULL;

  *have = 0;
  *first = MP_MONTH_NONE;
  for (guint k = 0; k < self->model.kase->ticket.n_prior_payments; k++)
    if (is_step (self->model.kase->ticket.prior_payments[k].code, i))
      {
        MpMonth month = self->model.kase->ticket.prior_payments[k].month;
        *have += 1;
        *first = *first == MP_MONTH_NONE ? month : MIN (*first, month);
      }
  for (const MpMonthRow *row = p->rows; row < p->rows + p->n_rows; row++)
    for (guint k = 0; k < row->ticket.n_payments; k++)
      {
        const MpTicketPayment *payment = mp_projection_payments (p, row) + k;

        if (!is_step (payment->code, i))
          continue;
        *have += row->month <= self->model.cursor;
        if (found == NULL)
          found = payment;
        if (*first == MP_MONTH_NONE)
          *first = row->month;
      }
  return found;
}

/* The month in which the step was the next one, the last before it is reached: it knows the pay that is needed. */
static const MpMonthRow *
row_before (const MpLadder *self, guint i)
{
  const MpProjection *p = self->model.projection;
  MpMonth until = self->step[i].month != MP_MONTH_NONE ? self->step[i].month : self->model.cursor;
  const MpMonthRow *found = NULL;

  for (const MpMonthRow *row = p->rows; row < p->rows + p->n_rows; row++)
    if (row->ticket.next.amount != MP_MONEY_NONE && is_step (row->ticket.next.code, i) && (found == NULL || row->month <= until))
      found = row;
  return found;
}

/* Pay that must be exceeded, or reached; ≈ when the figure of that year is not published. */
char *
_mp_ladder_pay_of (const MpMonthRow *row)
{
  MpMoney over = mp_ticket_row_over (&row->ticket);
  guint figure = row->ticket.next.code.kind == MP_TICKET_CODE_P1M ? MP_ESTIMATED_TWP : MP_ESTIMATED_SGA;

  g_autofree char *text = mp_words_money (over != MP_MONEY_NONE ? over : row->ticket.next.amount, (row->estimated & figure) != 0);
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);

  return g_strjoinv ("\302\240", parts); /* never a line end after the sign */
}

/* Phase 1 from the second step on asks for one figure, so any of them knows it. */
static char *
pay_text (const MpLadder *self, guint i)
{
  const MpMonthRow *row = row_before (self, i);

  for (guint k = 1; row == NULL && i > 0 && k < PHASE1_STEPS && i < PHASE1_STEPS; k++)
    row = row_before (self, k);
  return row != NULL ? _mp_ladder_pay_of (row) : NULL;
}

static void
describe_phase1 (const MpLadder *self, MpLadderStep *step, guint i)
{
  g_autofree char *pay = pay_text (self, i);
  guint need, within;

  mp_ticket_work_needed (i + 1, &need, &within);
  step->title = g_strdup_printf (ngettext ("%u month", "%u months", need), need);
  if (i == 0)
    /* Translators: an amount; before it stands "1 month" */
    step->condition = pay != NULL ? g_strdup_printf (_("of pay at %s or more"), pay) : g_strdup (_("of pay at half the trial work figure or more"));
  else
    step->condition = pay != NULL
      /* Translators: an amount, then a number of months; before it stands "3 months" */
      ? g_strdup_printf (_("of pay at %1$s or more, in any %2$u"), pay, within)
      : g_strdup_printf (_("of pay at the trial work figure or more, in any %u"), within);
  step->detail = g_strdup (i == PHASE1_STEPS - 1 ? _("The services in the work plan are done, too") : "");
}

static void
describe_later (const MpLadder *self, MpLadderStep *step, guint i)
{
  g_autofree char *pay = i == PHASE2 ? pay_text (self, i) : NULL;
  const MpMonthRow *row = row_before (self, i);

  if (i == PHASE2)
    {
      step->title = pay == NULL ? g_strdup (_("Over the SGA limit"))
                    : mp_ticket_row_over (&row->ticket) != MP_MONEY_NONE ? g_strdup_printf (_("Over %s"), pay) : g_strdup_printf (_("%s or more"), pay);
      step->condition = g_strdup (_("each month of such pay counts"));
      step->detail = g_strdup_printf (_("Phase 2: up to %u months"), step->need);
      return;
    }
  step->title = g_strdup (_("No cash checks"));
  step->condition = self->who != NULL ? g_strdup_printf (_("%s keeps all the pay"), self->who) : g_strdup (_("You keep all your pay"));
  step->detail = g_strdup_printf (_("The EN is paid for up to %u months"), step->need);
}

static gboolean
is_vr_only (const MpScenarioTicket *plan)
{
  for (guint i = 0; i < plan->n_assignments; i++)
    if (plan->assignments[i].role != MP_ROLE_VR_COST_REIMBURSEMENT)
      return FALSE;
  return plan->n_assignments > 0;
}

static gboolean
is_outcome_only (const MpScenarioTicket *plan)
{
  for (guint i = 0; i < plan->n_assignments; i++)
    if (plan->assignments[i].role != MP_ROLE_VR_COST_REIMBURSEMENT && plan->assignments[i].payment_system != MP_SYSTEM_OUTCOME_ONLY)
      return FALSE;
  return plan->n_assignments > 0 && !is_vr_only (plan);
}

/* The event that removed a step of Phase 1 says why. */
static char *
removal (const MpLadder *self, guint i)
{
  const MpProjection *p = self->model.projection;
  char *plain = NULL;

  for (guint k = 0; k < p->events->len; k++)
    {
      const MpEvent *event = &g_array_index (p->events, MpEvent, k);
      gboolean this_step = FALSE, has_number = FALSE;

      if (event->code != MP_EVENT_PHASE1_REMOVED)
        continue;
      for (guint v = 0; v < event->message.n_values; v++)
        if (g_str_equal (event->message.values[v].name, "number"))
          {
            has_number = TRUE;
            this_step = event->message.values[v].n == (gint64) i + 1;
          }
      if (this_step || (!has_number && plain == NULL))
        {
          g_free (plain);
          plain = mp_message_format (&event->message, TRUE);
        }
    }
  return plain != NULL ? plain : g_strdup (_("This step is not paid for."));
}

static void
set_state (const MpLadder *self, MpLadderStep *step, guint i)
{
  const MpProjection *p = self->model.projection;

  if (i < PHASE2 + 1 && is_outcome_only (plan_of (self)))
    {
      step->state = MP_LADDER_REMOVED;
      step->reason = g_strdup (_("This EN chose to be paid for outcome months alone."));
    }
  else if (i < PHASE1_STEPS && (p->ticket.phase1_removed & (1u << i)) && step->month == MP_MONTH_NONE)
    {
      step->state = MP_LADDER_REMOVED;
      step->reason = removal (self, i);
    }
  else
    step->state = step->month == MP_MONTH_NONE ? MP_LADDER_NEVER
                  : step->month <= self->model.cursor ? MP_LADDER_REACHED : MP_LADDER_AHEAD;
}

/* How far a step of Phase 1 is in the cursor's month. */
static void
set_progress (const MpLadder *self, MpLadderStep *step, guint i)
{
  const MpProjection *p = self->model.projection;
  const MpMonthRow *row = row_of (self, self->model.cursor);
  guint within;

  mp_ticket_work_needed (i + 1, &step->need, &within);
  step->have = step->state == MP_LADDER_REACHED ? step->need : 0;
  if (step->state == MP_LADDER_REACHED || row == NULL)
    return;
  for (guint k = 0; p->progress != NULL && k < MP_TICKET_MAX_PROGRESS; k++)
    if (is_step (p->progress[row - p->rows][k].code, i))
      step->have = p->progress[row - p->rows][k].have;
}

static char *
when_text (const MpLadderStep *step)
{
  g_autofree char *month = step->month != MP_MONTH_NONE ? mp_month_to_display (step->month, TRUE) : NULL;

  switch (step->state)
    {
    case MP_LADDER_REACHED:
      return g_strconcat (month, " ✓", NULL);
    case MP_LADDER_AHEAD:
      return g_steal_pointer (&month);
    case MP_LADDER_REMOVED:
      return g_strdup (_("not paid for"));
    case MP_LADDER_NEVER:
    default:
      return g_strdup (_("not in this plan"));
    }
}

static char *
en_text (const MpLadder *self, const MpTicketPayment *payment, guint i)
{
  g_autofree char *amount = NULL;

  if (is_vr_only (plan_of (self)))
    return g_strdup (_("State VR is paid instead"));
  if (payment == NULL)
    return g_strdup ("–");
  amount = mp_words_money (payment->amount, payment->estimated);
  /* Translators: an amount */
  return i < PHASE1_STEPS ? g_steal_pointer (&amount) : g_strdup_printf (_("%s a month"), amount);
}

static char *
net_text (const MpLadder *self, const MpMonthRow *row)
{
  return mp_words_money (row->cash.net, mp_words_is_estimated (self->model.projection, row, MP_COLUMN_NET));
}

/* Cash in hand in the step's month; with the month before and after when a check stops on the step. */
static char *
person_text (const MpLadder *self, guint i)
{
  const MpLadderStep *step = &self->step[i];
  const MpMonthRow *row = row_of (self, step->month);
  MpMonth next = MP_MONTH_OPEN;

  if (self->model.hide_amounts || row == NULL)
    return g_strdup ("");
  for (guint k = i + 1; k < MP_LADDER_STEPS && next == MP_MONTH_OPEN; k++)
    if (self->step[k].month != MP_MONTH_NONE)
      next = self->step[k].month;
  for (guint k = 0; k < self->n_flags; k++)
    {
      const MpMonthRow *stop = row_of (self, self->flag[k].month);

      if (!self->flag[k].is_ssi && stop != NULL && stop > row && stop->month < next)
        {
          g_autofree char *before = net_text (self, stop - 1);
          g_autofree char *after = net_text (self, stop);
          return g_strdup_printf ("%s → %s", before, after);
        }
    }
  return net_text (self, row);
}

/* The first month in which a check that was paid stops. */
static void
add_flag (MpLadder *self, gboolean is_ssi)
{
  const MpProjection *p = self->model.projection;

  for (guint k = 0; k < p->events->len; k++)
    {
      const MpEvent *event = &g_array_index (p->events, MpEvent, k);
      gboolean stops = is_ssi ? event->code == MP_EVENT_S1619B_START || event->code == MP_EVENT_SSI_SUSPENSION
                       : event->code == MP_EVENT_SUSPENSION || event->code == MP_EVENT_TERMINATION;
      g_autofree char *month = NULL;

      if (!stops || event->month < p->start)
        continue;
      month = mp_words_short_month (event->month);
      self->flag[self->n_flags++] = (MpLadderFlag) {
        .month = event->month, .is_ssi = is_ssi,
        /* Translators: a short month and year */
        .text = g_strdup_printf (is_ssi ? _("SSI check stops %s") : _("SSDI check stops %s"), month),
      };
      return;
    }
}

static MpLadderNet *
add_net (MpLadder *self, MpLadderNetKind kind, MpMonth from, MpMonth to, char *text)
{
  MpLadderNet *net = &self->net[self->n_nets++];

  *net = (MpLadderNet) { kind, from, to, -1, text };
  return net;
}

/* The yearly limit of 1619(b) as the event nearest to the cursor says it. */
static const MpEvent *
threshold_event (const MpLadder *self)
{
  const MpProjection *p = self->model.projection;
  const MpEvent *found = NULL;

  for (guint k = 0; k < p->events->len; k++)
    {
      const MpEvent *event = &g_array_index (p->events, MpEvent, k);

      if (event->code == MP_EVENT_THRESHOLD_1619B && (found == NULL || event->month <= self->model.cursor))
        found = event;
    }
  return found;
}

static void
add_medicaid (MpLadder *self)
{
  const MpProjection *p = self->model.projection;
  const MpEvent *event = threshold_event (self);
  MpMonth from = MP_MONTH_NONE, to = MP_MONTH_NONE;
  g_autofree char *limit = NULL, *gross = NULL;
  MpMoney pay = MP_MONEY_NONE;

  for (guint i = 0; i < p->n_months; i++)
    if (mp_projection_month (p, i)->ssi.medicaid)
      {
        to = mp_projection_month (p, i)->month;
        from = from == MP_MONTH_NONE ? to : from;
      }
  if (from == MP_MONTH_NONE)
    return;
  if (to == p->start + (MpMonth) p->n_months - 1)
    to = MP_MONTH_OPEN;
  if (event == NULL || event->amount == MP_MONEY_NONE)
    {
      add_net (self, MP_NET_MEDICAID, from, to, g_strdup (_("Medicaid: goes on with SSI, and when pay stops the SSI check (1619(b))")));
      return;
    }
  limit = mp_money_to_display (event->amount);
  for (guint v = 0; v < event->message.n_values; v++)
    if (g_str_equal (event->message.values[v].name, "gross"))
      pay = event->message.values[v].n;
  if (self->model.hide_amounts || pay == MP_MONEY_NONE)
    {
      add_net (self, MP_NET_MEDICAID, from, to, g_strdup_printf (_("Medicaid: SSI rule 1619(b) keeps it while pay in 12 months is not over %s"), limit));
      return;
    }
  gross = mp_money_to_display (pay);
  /* Translators: two amounts, the limit and the pay */
  add_net (self, MP_NET_MEDICAID, from, to, g_strdup_printf (_("Medicaid: SSI rule 1619(b) keeps it up to %1$s in 12 months (%2$s so planned)"), limit, gross))
    ->used = event->amount > 0 ? MIN ((double) pay / (double) event->amount, 1) : 1;
}

static void
add_medicare (MpLadder *self)
{
  const MpProjection *p = self->model.projection;
  const MpSsdiPeriod *period = p->periods.n > 0 ? &p->periods.list[p->periods.shown] : NULL;
  MpMonth from = MP_MONTH_NONE, last, end;
  g_autofree char *until = NULL;

  for (guint i = 0; i < p->n_months && from == MP_MONTH_NONE; i++)
    if (mp_projection_month (p, i)->ssdi.medicare_a)
      from = mp_projection_month (p, i)->month;
  if (from == MP_MONTH_NONE || period == NULL)
    return;
  last = mp_projection_medicare_end (p, p->periods.shown);
  end = last != MP_MONTH_NONE ? last : period->medicare_least;
  if (end == MP_MONTH_NONE)
    {
      add_net (self, MP_NET_MEDICARE, from, MP_MONTH_OPEN, g_strdup (_("Medicare: at least 93 months after trial work is over")));
      return;
    }
  until = mp_month_to_display (end, TRUE);
  /* Translators: a month */
  add_net (self, MP_NET_MEDICARE, from, end, g_strdup_printf (end == last ? _("Medicare: to %s") : _("Medicare: 93 months or more after trial work, to %s at least"), until));
}

static void
add_ssdi (MpLadder *self)
{
  const MpProjection *p = self->model.projection;
  const MpSsdiPeriod *period = p->periods.n > 0 ? &p->periods.list[p->periods.shown] : NULL;
  g_autofree char *until = NULL, *limit = NULL;
  const MpMonthRow *row = row_before (self, PHASE2);

  if (period == NULL || period->epe_end == MP_MONTH_NONE || period->epe_end < p->start)
    return;
  until = mp_month_to_display (period->epe_end, TRUE);
  if (row != NULL && mp_ticket_row_over (&row->ticket) != MP_MONEY_NONE)
    limit = _mp_ladder_pay_of (row);
  if (limit != NULL)
    /* Translators: an amount and a month */
    add_net (self, MP_NET_SSDI, period->twp_end + 1, period->epe_end, g_strdup_printf (_("SSDI: back in any month at %1$s or less, to %2$s"), limit, until));
  else
    add_net (self, MP_NET_SSDI, period->twp_end + 1, period->epe_end, g_strdup_printf (_("SSDI: back in any month at or under the SGA limit, to %s"), until));
  if (period->termination != MP_MONTH_NONE)
    {
      g_autofree char *last = mp_month_to_display (mp_ssdi_return_last (period), TRUE);

      add_net (self, MP_NET_RETURN, period->termination, mp_ssdi_return_last (period), g_strdup_printf (_("Fast return without a new application: ask by %s"), last));
    }
  else
    add_net (self, MP_NET_RETURN, period->epe_end + 1, MP_MONTH_OPEN, g_strdup (_("Then: fast return for 5 years after SSDI ends")));
}

static char *
spoken_text (const MpLadder *self, guint i, const MpTicketPayment *payment)
{
  const MpLadderStep *step = &self->step[i];
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: number of a step, of how many, then what it asks for in two parts */
  g_string_append_printf (text, _("Step %1$u of %2$u: %3$s, %4$s."), i + 1, MP_LADDER_STEPS, step->title, step->condition);
  if (step->detail[0] != '\0')
    g_string_append_printf (text, " %s.", step->detail);
  if (step->reason != NULL)
    {
      g_string_append_printf (text, " %s", step->reason);
      return g_strdup (text->str);
    }
  if (step->month != MP_MONTH_NONE)
    {
      g_autofree char *month = mp_month_to_display (step->month, TRUE);
      g_string_append_c (text, ' ');
      g_string_append_printf (text, step->state == MP_LADDER_REACHED ? _("Reached in %s.") : _("This plan reaches it in %s."), month);
    }
  else
    g_string_append_printf (text, " %s", _("This plan does not reach it."));
  g_string_append_c (text, ' ');
  g_string_append_printf (text, _("%1$u of %2$u so far."), step->have, step->need);
  if (payment != NULL)
    {
      g_autofree char *amount = mp_words_money (payment->amount, payment->estimated);
      g_string_append_c (text, ' ');
      g_string_append_printf (text, i < PHASE1_STEPS ? _("The EN gets %s.") : _("The EN gets %s for each month."), amount);
    }
  if (step->person[0] != '\0')
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Cash in hand %s."), step->person);
    }
  return g_strdup (text->str);
}

static void
set_steps (MpLadder *self)
{
  const MpTicketPayment *payments[MP_LADDER_STEPS];
  const MpProjection *p = self->model.projection;

  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    {
      MpLadderStep *step = &self->step[i];

      step->first = (MpTicketCode) { i < PHASE1_STEPS ? MP_TICKET_CODE_P1M : i == PHASE2 ? MP_TICKET_CODE_P2M : MP_TICKET_CODE_OUT,
                                     i < PHASE1_STEPS ? (guint8) (i + 1) : 1 };
      payments[i] = count_payments (self, i, &step->have, &step->month);
      step->need = mp_ticket_most_payments (p, (MpTicketCodeKind) step->first.kind);
      set_state (self, step, i);
      if (i < PHASE1_STEPS)
        set_progress (self, step, i);
    }
  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    {
      MpLadderStep *step = &self->step[i];

      if (i < PHASE1_STEPS)
        describe_phase1 (self, step, i);
      else
        describe_later (self, step, i);
      step->when = when_text (step);
      step->en = en_text (self, payments[i], i);
      step->person = person_text (self, i);
      step->spoken = spoken_text (self, i, payments[i]);
    }
}

/**
 * mp_ladder_set_model:
 * @self: a ladder
 * @model: copied; case and projection are not and must live on
 *
 * Sets what to show. To be called again after each mp_project() into the same projection.
 */
void
mp_ladder_set_model (MpLadder *self, const MpLadderModel *model)
{
  const MpProjection *p = model->projection;
  char *who = g_strdup (model->who);
  MpMonth last = p->start + (MpMonth) p->n_months - 1;

  clear (self);
  g_free (self->who);
  self->model = *model;
  self->model.who = self->who = who;
  self->model.cursor = model->cursor == MP_MONTH_NONE ? last : CLAMP (model->cursor, p->start, last);
  self->assigned = plan_of (self)->n_assignments > 0;
  add_flag (self, FALSE);
  add_flag (self, TRUE);
  set_steps (self);
  add_medicaid (self);
  add_medicare (self);
  add_ssdi (self);
}

const MpLadderStep *
mp_ladder_step (const MpLadder *self, guint i)
{
  g_return_val_if_fail (i < MP_LADDER_STEPS, NULL);
  return &self->step[i];
}

const MpLadderNet *
mp_ladder_net (const MpLadder *self, guint i)
{
  return i < self->n_nets ? &self->net[i] : NULL;
}

const MpLadderFlag *
mp_ladder_flag (const MpLadder *self, guint i)
{
  return i < self->n_flags ? &self->flag[i] : NULL;
}

/**
 * mp_ladder_words:
 * @self: a ladder
 *
 * Returns: (transfer full): steps, flags and nets in sentences, for a picture's alternative text
 */
char *
mp_ladder_words (const MpLadder *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", self->step[i].spoken);
  for (guint i = 0; i < self->n_flags; i++)
    g_string_append_printf (text, " %s.", self->flag[i].text);
  for (guint i = 0; i < self->n_nets; i++)
    g_string_append_printf (text, " %s.", self->net[i].text);
  return g_string_free (text, FALSE);
}
