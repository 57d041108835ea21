/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One month with any pay: the plan is run up to the month before it once; each pay then steps that
 * one month from the kept state, so that a point costs a month and not a projection. */

#include "mp-curve.h"

#include "mp-engine-private.h"

#include <string.h>

/* SSI looks at SSDI as far back as this: the budget month is the second before, SSDI counts in the
 * month after its own (SSI-12, SSI-17), and by a reading the premium of yet one month before. */
#define LOOK_BACK 4
/* The income of as many months sets an SSI amount: the month's own and the two before it. */
#define SETTLED 2
/* The test of 1619(b) and the averages of a calendar year look at later work. */
#define LOOK_AHEAD 24
/* Steps in which changes of what is paid are looked for, and how far. */
#define CELL mp_dollars (25)
#define CELLS_END mp_dollars (20000)

struct _MpCurve {
  MpCase *kase;                   /* own copy: its work costs are held steady */
  MpRun run;
  MpProjection *out;
  MpMonth month;
  MpMonth back;                   /* the first month that is changed for SSI */
  MpMonth ahead;                  /* the last month whose work is changed */
  /* as they stand before the month */
  gpointer scratch[4];
  MpMonthRow rows[LOOK_BACK];
  const MpWorkMonth **work;       /* back .. ahead */
  MpWorkMonth steady;             /* the work of the pay that is looked at */
  MpProjection before;            /* fields that a step writes */
  guint n_payments, n_events, n_reviews, n_warnings;
  /* the job that the pay stands for */
  MpWorkMonth planned;
  MpMoney subsidy;
  gboolean self_employed, infrequent, attempt;
  MpMoney figure[MP_N_CURVE_MARKS];
  MpMoney limit;                  /* the SGA amount */
};

const char *
mp_curve_mark_name (MpCurveMark mark)
{
  static const char *const names[] = { "twp", "sga", "break_even" };

  return names[mark];
}

/* The pay stands for the month's job as planned: its kind, its subsidies, its hours. */
static void
read_job (MpCurve *self)
{
  const MpScenario *scenario = self->run.scenario;
  const MpWorkMonth *work = mp_run_work (&self->run, self->month);

  self->planned = *work;
  self->self_employed = work->self_employment > work->wages;
  self->infrequent = work->paid > 0 && work->paid_infrequent == work->paid;
  self->attempt = work->countable > 0 && work->countable_uwa == 0;
  for (guint i = 0; i < scenario->n_work; i++)
    if (mp_period_contains (&scenario->work[i].when, self->month))
      self->subsidy += scenario->work[i].subsidy;
}

/* Work costs of the month as if they had stood as long as the pay. */
static void
hold_work_costs (MpCurve *self)
{
  MpScenario *scenario = &self->kase->scenarios[self->run.scenario - self->kase->scenarios];

  for (guint i = 0; i < scenario->n_work_incentives; i++)
    {
      MpPeriod *when = &scenario->work_incentives[i].when;

      if (mp_period_contains (when, self->month))
        when->from = MIN (when->from, self->back);
      else if (when->from < self->month)
        when->to = MIN (when->to, self->back - 1);
    }
}

static void
keep (MpCurve *self)
{
  const MpRun *run = &self->run;
  const MpProjection *out = self->out;

  for (guint i = 0; i < G_N_ELEMENTS (self->scratch); i++)
    self->scratch[i] = g_memdup2 (out->scratch[i], out->scratch_size[i]);
  for (MpMonth month = self->back; month < self->month; month++)
    self->rows[month - self->back] = *mp_run_row (run, month);
  self->work = g_memdup2 (&run->work[self->back - run->first], (gsize) (self->ahead - self->back + 1) * sizeof *self->work);
  self->before = *out;
  self->n_payments = out->payments->len;
  self->n_events = run->n_events;
  self->n_reviews = out->ticket.reviews->len;
  self->n_warnings = out->warnings->len;
}

static void
restore (MpCurve *self)
{
  MpProjection *out = self->out;

  /* slot 0 is the work, of which only some months change */
  for (guint i = 1; i < G_N_ELEMENTS (self->scratch); i++)
    if (out->scratch_size[i] > 0)
      memcpy (out->scratch[i], self->scratch[i], out->scratch_size[i]);
  memcpy (&self->run.work[self->back - self->run.first], self->work,
          (gsize) (self->ahead - self->back + 1) * sizeof *self->work);
  out->periods = self->before.periods;
  out->ticket = self->before.ticket;
  g_array_set_size (out->payments, self->n_payments);
  self->run.n_events = self->n_events;
  g_array_set_size (out->ticket.reviews, self->n_reviews);
  g_array_set_size (out->warnings, self->n_warnings);
  memset (mp_run_row (&self->run, self->month), 0, sizeof (MpMonthRow));
  mp_run_row (&self->run, self->month)->month = self->month;
}

static MpWorkMonth
steady_work (const MpCurve *self, MpMoney earned)
{
  const MpWorkMonth *plan = &self->planned;
  MpWorkMonth work = {
    .earned = earned,
    .paid = earned,
    .ssi_paid = earned,
    .hours = plan->hours,
    .subsidy = MIN (self->subsidy, earned),
    .irwe = plan->irwe,
    .bwe = plan->bwe,
    .pass = plan->pass,
    /* DI-25: only in months with work */
    .irwe_counted = earned > 0 ? plan->irwe : 0,
  };

  if (self->self_employed)
    {
      work.self_employment = work.paid_self_employment = work.ssi_self_employment = earned;
      work.business_hours = plan->business_hours;
    }
  else
    work.wages = work.paid_wages = earned;
  if (self->infrequent)
    work.paid_infrequent = earned;
  /* DI-22 */
  work.countable = MAX (0, earned - work.subsidy - work.irwe_counted);
  work.countable_uwa = self->attempt ? 0 : work.countable;
  return work;
}

/* One month at a pay, or with the SSDI of another pay when check is given. */
static const MpMonthRow *
step (MpCurve *self, MpMoney earned, const MpSsdiRow *check)
{
  MpRun *run = &self->run;
  MpMonthRow *row = mp_run_row (run, self->month);
  const MpWorkMonth **months = &run->work[self->back - run->first];

  restore (self);
  self->steady = steady_work (self, earned);
  for (MpMonth month = self->month; month <= self->ahead; month++)
    months[month - self->back] = &self->steady;
  mp_run_step_work (run, row);
  mp_ssdi_step (run->ssdi, run, row);
  if (check != NULL)
    row->ssdi = *check;
  for (MpMonth month = self->back; month < self->month; month++)
    {
      mp_run_row (run, month)->ssdi = row->ssdi;
      if (month >= self->month - SETTLED)
        months[month - self->back] = &self->steady;
    }
  mp_ssi_forget (run->ssi);
  mp_ssi_step (run->ssi, run, row);
  for (MpMonth month = self->back; month < self->month; month++)
    {
      *mp_run_row (run, month) = self->rows[month - self->back];
      months[month - self->back] = self->work[month - self->back];
    }
  mp_ticket_step (run->ticket, run, row);
  mp_run_step_cash (run, row);
  return row;
}

/**
 * mp_curve_at:
 * @self: a curve
 * @earned: pay of the month in cents, 0 to MP_MONEY_MAX
 * @phase: whether the SSDI check follows the pay
 * @point: (out caller-allocates): the month at this pay
 *
 * What the month brings at a pay held steady: the state as it stands before the month, SSI as if the
 * pay, the month's work costs and its SSDI had stood for three months.
 */
void
mp_curve_at (MpCurve *self, MpMoney earned, MpCurvePhase phase, MpCurvePoint *point)
{
  const MpMonthRow *row;
  MpSsdiRow check;

  if (phase == MP_CURVE_CHECK_KEPT)
    check = step (self, 0, NULL)->ssdi;
  row = step (self, earned, phase == MP_CURVE_CHECK_KEPT ? &check : NULL);
  *point = (MpCurvePoint) {
    .earned = earned,
    .ssdi = row->ssdi.payment,
    .ssi = row->ssi.payment,
    .en = row->ticket.total,
    .share = row->cash.share,
    .expenses = row->cash.expenses,
    .net = row->cash.net,
    .estimated = row->estimated,
    .ssdi_status = row->ssdi.status,
    .ssi_status = row->ssi.status,
    .sga = row->ssdi.sga,
  };
}

static MpMoney
net_at (MpCurve *self, MpMoney earned, MpCurvePoint *point)
{
  mp_curve_at (self, earned, MP_CURVE_AS_IT_STANDS, point);
  return point->net;
}

/* What can make cash rise by more than the pay rises: another check, another share. */
static gboolean
is_alike (const MpCurvePoint *a, const MpCurvePoint *b)
{
  return a->ssdi == b->ssdi && a->share == b->share;
}

/* Between two pays with nothing but SSI changing cash rises at most as fast as pay does, so what is
 * missing can be skipped without passing a solution. */
static MpMoney
search_alike (MpCurve *self, MpMoney from, MpMoney to, MpMoney net)
{
  MpCurvePoint point;
  MpMoney pay = from;

  while (pay <= to)
    {
      MpMoney missing = net - net_at (self, pay, &point);

      if (missing <= 0)
        return pay;
      pay += missing;
    }
  return MP_MONEY_NONE;
}

/* The last pay from `from` on, up to `to`, that is like it. */
static MpMoney
end_of_alike (MpCurve *self, MpMoney from, MpMoney to)
{
  MpCurvePoint first, other;

  net_at (self, from, &first);
  net_at (self, to, &other);
  if (is_alike (&first, &other))
    return to;
  while (to - from > 1)
    {
      MpMoney middle = from + (to - from) / 2;

      net_at (self, middle, &other);
      if (is_alike (&first, &other))
        from = middle;
      else
        to = middle;
    }
  return from;
}

/* The end of the cell that begins at a pay: cells end at every figure that a rule compares pay with. */
static MpMoney
end_of_cell (const MpCurve *self, MpMoney from)
{
  const MpMoney figures[] = {
    self->figure[MP_CURVE_TWP] / 2, self->figure[MP_CURVE_TWP], self->limit, self->figure[MP_CURVE_SGA],
  };
  MpMoney end = from < CELLS_END ? from - from % CELL + CELL - 1 : MP_MONEY_MAX;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      /* a rule says "more than" or "at least" */
      if (figures[i] >= from && figures[i] < end)
        end = figures[i];
      if (figures[i] - 1 >= from && figures[i] - 1 < end)
        end = figures[i] - 1;
    }
  return end;
}

/**
 * mp_curve_at_least:
 * @self: a curve
 * @from: the least pay that may be the answer
 * @net: cash in hand
 *
 * The least pay from @from on at which cash in hand is @net or more, exact to the cent. Cash is no
 * steady climb: it drops where a check stops, and jumps where a share begins. So stretches between
 * such changes are searched one after the other.
 *
 * Returns: the pay, or MP_MONEY_NONE when no pay up to MP_MONEY_MAX gives as much
 */
MpMoney
mp_curve_at_least (MpCurve *self, MpMoney from, MpMoney net)
{
  while (from <= MP_MONEY_MAX)
    {
      MpMoney to = end_of_alike (self, from, end_of_cell (self, from));
      MpMoney pay = search_alike (self, from, to, net);

      if (pay != MP_MONEY_NONE)
        return pay;
      from = to + 1;
    }
  return MP_MONEY_NONE;
}

static void
find_marks (MpCurve *self)
{
  const gboolean blind = self->kase->beneficiary.blind;
  MpFigure figure;
  MpCurvePoint point;
  MpMoney at_limit;

  for (guint i = 0; i < MP_N_CURVE_MARKS; i++)
    self->figure[i] = MP_MONEY_NONE;
  self->limit = MP_MONEY_NONE;
  if (mp_parameters_get (self->run.parameters, MP_SERIES_TWP, self->month, &figure))
    self->figure[MP_CURVE_TWP] = figure.value;
  if (!mp_parameters_get (self->run.parameters, blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA, self->month, &figure))
    return;
  self->limit = figure.value;
  self->figure[MP_CURVE_SGA] = MIN (figure.value + self->subsidy + self->planned.irwe, MP_MONEY_MAX - 1);
  at_limit = net_at (self, self->figure[MP_CURVE_SGA], &point);
  if (net_at (self, self->figure[MP_CURVE_SGA] + 1, &point) < at_limit)
    self->figure[MP_CURVE_BREAK_EVEN] = mp_curve_at_least (self, self->figure[MP_CURVE_SGA] + 1, at_limit);
}

/**
 * mp_curve_new:
 * @kase: a case without problems
 * @scenario: number of the scenario
 * @parameters: the published figures; they must live as long as the curve
 * @month: a reported month
 * @error: where to put an error
 *
 * Runs the scenario up to the month before @month, ready for any pay in it.
 *
 * Fails with MP_ENGINE_ERROR_NO_FIGURE like mp_project().
 *
 * Returns: (transfer full): a curve
 */
MpCurve *
mp_curve_new (const MpCase *kase, guint scenario, const MpParameters *parameters, MpMonth month, GError **error)
{
  g_autoptr (MpCurve) self = g_new0 (MpCurve, 1);
  MpRun *run = &self->run;
  MpCurvePoint point;

  self->kase = mp_case_copy (kase);
  self->out = mp_projection_new ();
  self->month = month;
  *run = (MpRun) {
    .kase = self->kase,
    .scenario = &self->kase->scenarios[scenario],
    .parameters = parameters,
    .flags = MP_PROJECT_EACH_MONTH, /* its pay is nothing that the marks of the months know */
    .start = kase->projection.start,
    .last = kase->projection.start + kase->projection.months - 1,
    .out = self->out,
    .missing_month = MP_MONTH_NONE,
  };
  /* room for what SSI looks back at */
  run->first = MIN (mp_run_first_month (self->kase, run->scenario), MAX (month - LOOK_BACK, MP_MONTH_FIRST));
  mp_run_begin (run);
  self->back = MAX (month - LOOK_BACK, run->first);
  self->ahead = MIN (month + LOOK_AHEAD, run->last + MP_WORK_AHEAD);
  for (MpMonth m = run->first; m < month; m++)
    mp_run_step (run, m);
  read_job (self);
  keep (self);
  hold_work_costs (self);
  mp_curve_at (self, 1, MP_CURVE_AS_IT_STANDS, &point);
  mp_curve_at (self, MP_MONEY_MAX, MP_CURVE_AS_IT_STANDS, &point);
  if (!mp_run_check (run, error))
    return NULL;
  find_marks (self);
  return g_steal_pointer (&self);
}

/**
 * mp_curve_free:
 * @self: (nullable): a curve
 */
void
mp_curve_free (MpCurve *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->scratch); i++)
    g_free (self->scratch[i]);
  g_free (self->work);
  mp_projection_free (self->out);
  mp_case_free (self->kase);
  g_free (self);
}

/**
 * mp_curve_month:
 * @self: a curve
 *
 * Returns: the month it is drawn for
 */
MpMonth
mp_curve_month (const MpCurve *self)
{
  return self->month;
}

/**
 * mp_curve_planned:
 * @self: a curve
 *
 * Returns: the plan's own pay of the month
 */
MpMoney
mp_curve_planned (const MpCurve *self)
{
  return self->planned.earned;
}

/**
 * mp_curve_sga:
 * @self: a curve
 *
 * Returns: the SGA amount of the month, or MP_MONEY_NONE before the published ones
 */
MpMoney
mp_curve_sga (const MpCurve *self)
{
  return self->limit;
}

/**
 * mp_curve_mark:
 * @self: a curve
 * @mark: a mark
 *
 * Returns: the pay of the mark, or MP_MONEY_NONE when there is none: no published figure, or for the
 *   break-even nothing drops at the SGA amount
 */
MpMoney
mp_curve_mark (const MpCurve *self, MpCurveMark mark)
{
  return self->figure[mark];
}

/**
 * mp_curve_over:
 * @self: a curve
 * @mark: a mark it has
 * @earned: a pay
 *
 * Returns: how much more the pay is than that of the mark; negative when it is less
 */
MpMoney
mp_curve_over (const MpCurve *self, MpCurveMark mark, MpMoney earned)
{
  return earned - mp_curve_mark (self, mark);
}

/**
 * mp_curve_drop:
 * @self: a curve
 *
 * Returns: how much smaller the checks and the share are a cent over the SGA amount than at it, 0
 *   when cash does not drop there
 */
MpMoney
mp_curve_drop (MpCurve *self)
{
  MpCurvePoint at, over;

  if (self->figure[MP_CURVE_BREAK_EVEN] == MP_MONEY_NONE)
    return 0;
  net_at (self, self->figure[MP_CURVE_SGA], &at);
  net_at (self, self->figure[MP_CURVE_SGA] + 1, &over);
  return at.ssdi + at.ssi + at.share - over.ssdi - over.ssi - over.share;
}

/**
 * mp_curve_beyond_limit:
 * @self: a curve with the mark %MP_CURVE_SGA
 * @earned: a pay
 *
 * Returns: cash in hand at the pay less cash in hand at the SGA amount
 */
MpMoney
mp_curve_beyond_limit (MpCurve *self, MpMoney earned)
{
  MpCurvePoint at, point;

  return net_at (self, earned, &point) - net_at (self, self->figure[MP_CURVE_SGA], &at);
}
