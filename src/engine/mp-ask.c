/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-ask.h"

#include "mp-curve.h"
#include "mp-engine-private.h"
#include "mp-ticket-plan.h"

#include <string.h>

/* Months looked at for steps: trial work, 18 Phase 2 milestones and 60 outcomes take fewer. */
#define STEPS_AHEAD 180
/* Hours of a week, in hundredths. */
#define WEEK (168 * 100)

static const struct { const char *name, *text; gboolean wage, pay, amount; } questions[MP_N_QUESTIONS] = {
  [MP_QUESTION_KEEP_CHECK] = { "keep-check", N_("Most pay, and hours, that keep the month's SSDI check"), TRUE, FALSE, FALSE },
  [MP_QUESTION_WORK_COST] = { "work-cost", N_("Disability work cost or subsidy that brings the month's pay to the SGA limit"), FALSE, TRUE, FALSE },
  [MP_QUESTION_BREAK_EVEN] = { "break-even", N_("Pay at which cash in hand is back to what it was at the SGA limit"), TRUE, FALSE, FALSE },
  [MP_QUESTION_STEPS] = { "steps", N_("When each milestone and outcome would be reached at this pay"), FALSE, TRUE, FALSE },
  [MP_QUESTION_LEAST_PAY] = { "least-pay", N_("Least pay at which working beats not working by an amount"), TRUE, FALSE, TRUE },
};

/**
 * mp_question_name:
 * @question: a question
 *
 * Returns: its name on the command line, "keep-check"
 */
const char *
mp_question_name (MpQuestion question)
{
  return questions[question].name;
}

/**
 * mp_question_text:
 * @question: a question
 *
 * Returns: the question in English, marked for translation
 */
const char *
mp_question_text (MpQuestion question)
{
  return questions[question].text;
}

/**
 * mp_question_takes_wage:
 * @question: a question
 *
 * Returns: whether the answer depends on @wage of #MpAskOptions
 */
gboolean
mp_question_takes_wage (MpQuestion question)
{
  return questions[question].wage;
}

/**
 * mp_question_takes_pay:
 * @question: a question
 *
 * Returns: whether the answer depends on @pay of #MpAskOptions
 */
gboolean
mp_question_takes_pay (MpQuestion question)
{
  return questions[question].pay;
}

/**
 * mp_question_takes_amount:
 * @question: a question
 *
 * Returns: whether the answer depends on @amount of #MpAskOptions
 */
gboolean
mp_question_takes_amount (MpQuestion question)
{
  return questions[question].amount;
}

/**
 * mp_question_parse:
 * @name: a name as of mp_question_name()
 * @question: (out): the question; untouched when there is none
 *
 * Returns: %FALSE when no question has this name
 */
gboolean
mp_question_parse (const char *name, MpQuestion *question)
{
  for (guint i = 0; i < MP_N_QUESTIONS; i++)
    if (g_str_equal (questions[i].name, name))
      {
        *question = i;
        return TRUE;
      }
  return FALSE;
}

const char *
mp_answer_kind_name (MpAnswerKind kind)
{
  static const char *const names[] = { "pay", "any", "none", "steps" };

  return names[kind];
}

/* What an answer is made from. */
typedef struct {
  const MpCase *kase;
  guint scenario;
  const MpParameters *parameters;
  const MpAskOptions *options;
  MpAnswer *answer;
} Asking;

static void
say (Asking *self, const char *rule, MpMessage message)
{
  const MpAnswerLine line = { rule, message };

  g_array_append_val (self->answer->lines, line);
}

/* DI-44 and its kin: why a pay over the limit leaves no check. */
static const char *
rule_of_stop (MpSsdiStatus status)
{
  if (status == MP_SSDI_TERMINATED)
    return "DI-46";
  if (status == MP_SSDI_EXR_UNPAID)
    return "DI-59";
  return "DI-44";
}

/* No check even without work. */
static void
say_no_check (Asking *self, MpSsdiStatus status)
{
  const MpValue month = MP_MONTH_VALUE ("month", self->answer->month);

  self->answer->kind = MP_ANSWER_NONE;
  if (!self->kase->ssdi.present)
    say (self, "DI-1", mp_message_plain (N_("There is no SSDI in this case.")));
  else if (status == MP_SSDI_NOT_ENTITLED)
    say (self, "DI-1", mp_message (N_("{month} is before SSDI begins: no pay brings a check."), month));
  else if (status == MP_SSDI_TERMINATED)
    say (self, "DI-50", mp_message (N_("SSDI has ended by {month}: no pay brings a check, only a new application or a fast return does."), month));
  else if (status == MP_SSDI_SUSPENDED || status == MP_SSDI_EXR_UNPAID)
    say (self, "DI-51", mp_message (N_("The facts say that no check is due for {month}."), month));
  else
    say (self, "DI-77", mp_message (N_("The Medicare premium takes the whole check of {month}, at any pay."), month));
}

/* The check is paid whatever the pay. */
static void
say_any_pay (Asking *self, MpSsdiStatus status, MpMoney limit)
{
  const MpValue month = MP_MONTH_VALUE ("month", self->answer->month), sga = MP_MONEY_VALUE ("limit", limit);
  gboolean recorded = self->kase->ssdi.history.present && self->answer->month <= self->kase->ssdi.history.through;

  switch (status)
    {
    case MP_SSDI_TRIAL_WORK:
      say (self, "DI-15", mp_message (N_("{month} would be a trial work month: the check stays at any pay."), month));
      break;
    case MP_SSDI_CESSATION:
      say (self, "DI-42", mp_message (N_("The check of {month} stays at any pay. But with pay over {limit} this is the first of the last three checks."), month, sga));
      break;
    case MP_SSDI_GRACE:
      say (self, "DI-42", mp_message (N_("{month} is a grace month: the check stays at any pay."), month));
      break;
    case MP_SSDI_RETIREMENT:
      say (self, "DI-60", mp_message (N_("From full retirement age work no longer matters for the check of {month}."), month));
      break;
    case MP_SSDI_EXR_PROVISIONAL:
      say (self, "DI-54", mp_message (N_("The provisional check of {month} stays at any pay."), month));
      break;
    case MP_SSDI_ENTITLED:
      say (self, "DI-9", mp_message (N_("Work in {month} does not count yet: the check stays at any pay."), month));
      break;
    case MP_SSDI_NOT_ENTITLED:
    case MP_SSDI_EPE_PAID:
    case MP_SSDI_SUSPENDED:
    case MP_SSDI_POST_EPE_PAID:
    case MP_SSDI_TERMINATED:
    case MP_SSDI_EXR_PAID:
    case MP_SSDI_EXR_UNPAID:
    case MP_N_SSDI_STATUS:
    default:
      say (self, recorded ? "DI-51" : "DI-34",
           recorded ? mp_message (N_("The facts say what {month} was: the check stays at any pay."), month)
                    : mp_message (N_("The job of {month} is a short try at work that does not count: the check stays at any pay."), month));
    }
}

/* The wage an hour to answer in hours with. */
static void
find_wage (Asking *self)
{
  const MpScenario *plan = &self->kase->scenarios[self->scenario];

  self->answer->wage = self->options->wage;
  for (guint i = 0; self->answer->wage == MP_MONEY_NONE && i < plan->n_work; i++)
    if (mp_period_contains (&plan->work[i].when, self->answer->month))
      self->answer->wage = plan->work[i].hourly;
}

static MpMoney
pay_of_hours (MpMoney wage, gint64 hours)
{
  const MpWork work = { .hourly = wage, .hours_per_week = hours };

  return mp_work_monthly_pay (&work);
}

/* The most hours that earn no more than the pay, or the fewest that earn as much. */
static void
find_hours (Asking *self, gboolean most)
{
  MpAnswer *answer = self->answer;
  gint64 low = 0, high = WEEK + 1;

  find_wage (self);
  if (answer->wage == MP_MONEY_NONE || answer->wage == 0)
    return;
  /* low earns no more than the pay, high more; or low less, high as much */
  while (high - low > 1)
    {
      gint64 middle = (low + high) / 2;
      MpMoney pay = pay_of_hours (answer->wage, middle);

      if (most ? pay <= answer->pay : pay < answer->pay)
        low = middle;
      else
        high = middle;
    }
  if (most ? low == WEEK : high > WEEK)
    return;
  answer->hours = most ? low : (answer->pay == 0 ? 0 : high);
  if (answer->hours % 100 == 0)
    g_snprintf (answer->hours_text, sizeof answer->hours_text, "%" G_GINT64_FORMAT, answer->hours / 100);
  else
    g_snprintf (answer->hours_text, sizeof answer->hours_text, "%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT,
                answer->hours / 100, answer->hours % 100);
  say (self, g_array_index (answer->lines, MpAnswerLine, 0).rule,
       mp_message (N_("That is {hours} hours a week at {wage} an hour."),
                   MP_TEXT_VALUE ("hours", answer->hours_text), MP_MONEY_VALUE ("wage", answer->wage)));
}

/* DI-22, when it makes a difference. */
static void
say_deductions (Asking *self, MpCurve *curve)
{
  MpMoney off = mp_curve_mark (curve, MP_CURVE_SGA) - mp_curve_sga (curve);

  if (off > 0)
    say (self, "DI-22", mp_message (N_("Work costs and subsidies of {off} come off the pay before it is compared with {sga}."),
                                    MP_MONEY_VALUE ("off", off), MP_MONEY_VALUE ("sga", mp_curve_sga (curve))));
}

static void
keep_check (Asking *self, MpCurve *curve)
{
  MpAnswer *answer = self->answer;
  MpCurvePoint none, most, point;
  MpMoney low = 0, high = MP_MONEY_MAX;

  mp_curve_at (curve, 0, MP_CURVE_AS_IT_STANDS, &none);
  mp_curve_at (curve, MP_MONEY_MAX, MP_CURVE_AS_IT_STANDS, &most);
  answer->estimated = none.estimated | most.estimated;
  if (none.ssdi == 0)
    {
      say_no_check (self, none.ssdi_status);
      return;
    }
  if (most.ssdi > 0)
    {
      answer->kind = MP_ANSWER_ANY;
      say_any_pay (self, most.ssdi_status, mp_curve_mark (curve, MP_CURVE_SGA));
      return;
    }
  while (high - low > 1)
    {
      MpMoney middle = low + (high - low) / 2;

      mp_curve_at (curve, middle, MP_CURVE_AS_IT_STANDS, &point);
      if (point.ssdi > 0)
        low = middle;
      else
        high = middle;
    }
  mp_curve_at (curve, low, MP_CURVE_AS_IT_STANDS, &point);
  answer->pay = low;
  answer->net = point.net;
  say (self, rule_of_stop (most.ssdi_status),
       mp_message (N_("Pay up to {pay} keeps the SSDI check of {month}, {check}."), MP_MONEY_VALUE ("pay", low),
                   MP_MONTH_VALUE ("month", answer->month), MP_MONEY_VALUE ("check", point.ssdi)));
  say_deductions (self, curve);
  find_hours (self, TRUE);
}

static void
break_even (Asking *self, MpCurve *curve)
{
  MpAnswer *answer = self->answer;
  const MpMoney limit = mp_curve_mark (curve, MP_CURVE_SGA);
  const MpValue month = MP_MONTH_VALUE ("month", answer->month);
  MpCurvePoint point, most;

  answer->pay = mp_curve_mark (curve, MP_CURVE_BREAK_EVEN);
  mp_curve_at (curve, MP_MONEY_MAX, MP_CURVE_AS_IT_STANDS, &most);
  answer->estimated = most.estimated;
  if (answer->pay == MP_MONEY_NONE)
    {
      answer->kind = MP_ANSWER_NONE;
      if (most.ssdi > 0)
        {
          say (self, "DI-44", mp_message (N_("Cash does not drop at any pay in {month}, so there is no break-even."), month));
          say_any_pay (self, most.ssdi_status, limit);
        }
      else if (self->kase->ssi.present && !self->kase->ssdi.present)
        say (self, "SSI-07", mp_message (N_("SSI does not stop at the SGA limit: it falls by half of pay, so cash does not drop in {month}."), month));
      else
        say (self, self->kase->ssdi.present ? "DI-50" : "DI-1",
             mp_message (N_("There is no SSDI check to lose in {month}, so there is no break-even."), month));
      return;
    }
  mp_curve_at (curve, answer->pay, MP_CURVE_AS_IT_STANDS, &point);
  answer->net = point.net;
  say (self, rule_of_stop (most.ssdi_status),
       mp_message (N_("Pay of {pay} in {month} brings cash in hand back to {net}, what it is at the limit of {limit}."),
                   MP_MONEY_VALUE ("pay", answer->pay), month, MP_MONEY_VALUE ("net", point.net), MP_MONEY_VALUE ("limit", limit)));
  say (self, rule_of_stop (most.ssdi_status),
       mp_message (N_("A cent over the limit the checks are {drop} smaller."), MP_MONEY_VALUE ("drop", mp_curve_drop (curve))));
  say_deductions (self, curve);
  find_hours (self, FALSE);
}

/* The month without the plan's work, work costs and share. */
static gboolean
cash_without_work (Asking *self, MpMoney *net, GError **error)
{
  g_autoptr (MpProjection) without = mp_projection_new ();

  if (!mp_project (without, self->kase, self->scenario, self->parameters, MP_PROJECT_WITHOUT_WORK, error))
    return FALSE;
  *net = mp_projection_month (without, (guint) (self->answer->month - without->start))->cash.net;
  return TRUE;
}

/* What limits cash at the pay: a check that has stopped, or SSI that has fallen. */
static const char *
rule_of_cash (const MpCurvePoint *point, const MpCurvePoint *none)
{
  if (point->ssdi < none->ssdi)
    return rule_of_stop (point->ssdi_status);
  return point->ssi < none->ssi ? "SSI-20" : "DI-15";
}

/* Whether a higher pay leaves less than was asked for again. */
static void
say_gap (Asking *self, MpCurve *curve, MpMoney target)
{
  MpMoney limit = mp_curve_mark (curve, MP_CURVE_SGA), again;
  MpCurvePoint point;

  if (mp_curve_mark (curve, MP_CURVE_BREAK_EVEN) == MP_MONEY_NONE || self->answer->pay > limit)
    return;
  mp_curve_at (curve, limit + 1, MP_CURVE_AS_IT_STANDS, &point);
  if (point.net >= target)
    return;
  again = mp_curve_at_least (curve, limit + 1, target);
  say (self, rule_of_stop (point.ssdi_status),
       mp_message (N_("Over {limit} it is less than that again, until pay of {again}."), MP_MONEY_VALUE ("limit", limit),
                   MP_MONEY_VALUE ("again", again)));
}

static gboolean
least_pay (Asking *self, MpCurve *curve, GError **error)
{
  MpAnswer *answer = self->answer;
  MpMoney amount = self->options->amount == MP_MONEY_NONE ? 1 : self->options->amount, without;
  MpCurvePoint point, none;

  if (!cash_without_work (self, &without, error))
    return FALSE;
  answer->pay = mp_curve_at_least (curve, 0, without + amount);
  if (answer->pay == MP_MONEY_NONE)
    {
      answer->kind = MP_ANSWER_NONE;
      say (self, "SSI-20", mp_message (N_("No pay up to {most} a month brings {amount} more than not working."),
                                       MP_MONEY_VALUE ("most", MP_MONEY_MAX), MP_MONEY_VALUE ("amount", amount)));
      return TRUE;
    }
  mp_curve_at (curve, 0, MP_CURVE_AS_IT_STANDS, &none);
  mp_curve_at (curve, answer->pay, MP_CURVE_AS_IT_STANDS, &point);
  answer->estimated = point.estimated;
  answer->net = point.net;
  say (self, rule_of_cash (&point, &none),
       mp_message (N_("Pay of {pay} in {month} brings {net} in hand, {gain} more than {without} without work."),
                   MP_MONEY_VALUE ("pay", answer->pay), MP_MONTH_VALUE ("month", answer->month), MP_MONEY_VALUE ("net", point.net),
                   MP_MONEY_VALUE ("gain", point.net - without), MP_MONEY_VALUE ("without", without)));
  say_gap (self, curve, without + amount);
  find_hours (self, FALSE);
  return TRUE;
}

/* The plan with steady pay from a month on in place of its work. */
static void
hold_pay (MpCase *kase, MpScenario *plan, MpMonth from, MpMoney pay)
{
  MpWork job = { .kind = MP_WORK_WAGES, .hourly = MP_MONEY_NONE, .hours_per_week = MP_MONEY_NONE, .hours = MP_HOURS_NONE };
  MpWork *steady;
  guint kept = 0;

  for (guint i = 0; i < plan->n_work; i++)
    {
      MpWork *work = &plan->work[i];

      if (mp_period_contains (&work->when, from))
        {
          job.name = work->name;
          job.kind = work->kind;
          job.hours = work->hours;
          job.subsidy += work->subsidy;
        }
      work->when.to = MIN (work->when.to, from - 1);
      if (work->when.from <= work->when.to)
        plan->work[kept++] = *work;
    }
  plan->n_work = kept;
  steady = mp_case_add_work (kase, plan);
  job.pay.first = MP_DATE_NONE;
  job.when = (MpPeriod) { from, MP_MONTH_OPEN };
  job.monthly = pay;
  *steady = job;
}

/* A case that may be changed, with the pay that is asked about. */
static MpCase *
copy_with_pay (Asking *self)
{
  MpCase *copy = mp_case_copy (self->kase);

  if (self->options->pay != MP_MONEY_NONE)
    hold_pay (copy, &copy->scenarios[self->scenario], self->answer->month, self->options->pay);
  return copy;
}

/* Whether the month's pay still counts over the SGA amount with one more deduction. */
static gboolean
counts_over (Asking *self, MpCase *copy, MpProjection *projection, MpMoney *place, MpMoney amount, gboolean *over, GError **error)
{
  const MpMoney before = *place;
  gboolean done;

  *place += amount;
  done = mp_project (projection, copy, self->scenario, self->parameters, MP_PROJECT_DEFAULT, error);
  *place = before;
  if (done)
    *over = mp_projection_month (projection, (guint) (self->answer->month - projection->start))->ssdi.sga;
  return done;
}

/* The least amount in place that brings pay to the SGA amount; MP_MONEY_NONE: not even the whole pay does. */
static gboolean
least_deduction (Asking *self, MpCase *copy, MpProjection *projection, MpMoney *place, MpMoney most, MpMoney *least, GError **error)
{
  MpMoney low = 0, high = most;
  gboolean over;

  *least = MP_MONEY_NONE;
  if (!counts_over (self, copy, projection, place, most, &over, error))
    return FALSE;
  if (over)
    return TRUE;
  while (high - low > 1)
    {
      MpMoney middle = low + (high - low) / 2;

      if (!counts_over (self, copy, projection, place, middle, &over, error))
        return FALSE;
      if (over)
        low = middle;
      else
        high = middle;
    }
  *least = high;
  return TRUE;
}

/* The month's job that pays most: a subsidy belongs to one job (DI-22). */
static MpWork *
largest_job (MpScenario *plan, MpMonth month)
{
  MpWork *found = NULL;

  for (guint i = 0; i < plan->n_work; i++)
    if (mp_period_contains (&plan->work[i].when, month) &&
        (found == NULL || mp_work_monthly_pay (&plan->work[i]) > mp_work_monthly_pay (found)))
      found = &plan->work[i];
  return found;
}

static gboolean
work_cost (Asking *self, GError **error)
{
  MpAnswer *answer = self->answer;
  g_autoptr (MpCase) copy = copy_with_pay (self);
  g_autoptr (MpProjection) projection = mp_projection_new ();
  MpScenario *plan = &copy->scenarios[self->scenario];
  const MpMonthRow *row;
  MpWorkRow work;
  MpIncentive *cost;
  MpFigure sga;

  if (!mp_project (projection, copy, self->scenario, self->parameters, MP_PROJECT_DEFAULT, error))
    return FALSE;
  row = mp_projection_month (projection, (guint) (answer->month - projection->start));
  work = row->work;
  answer->estimated = row->estimated & MP_ESTIMATED_SGA;
  if (!self->kase->ssdi.present)
    {
      say_no_check (self, MP_SSDI_NOT_ENTITLED);
      return TRUE;
    }
  if (!mp_parameters_get (self->parameters, self->kase->beneficiary.blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA, answer->month, &sga))
    sga.value = 0;
  if (!row->ssdi.sga)
    {
      answer->pay = answer->subsidy = 0;
      say (self, "DI-20", mp_message (N_("Pay of {pay} in {month} counts as {counted}, which is not over {sga}: nothing is needed."),
                                      MP_MONEY_VALUE ("pay", work.earned), MP_MONTH_VALUE ("month", answer->month),
                                      MP_MONEY_VALUE ("counted", work.sga_countable), MP_MONEY_VALUE ("sga", sga.value)));
      return TRUE;
    }
  cost = mp_arena_append (copy->arena, plan->work_incentives, plan->n_work_incentives);
  *cost = (MpIncentive) { .kind = MP_INCENTIVE_IRWE, .when = { answer->month, answer->month } };
  if (!least_deduction (self, copy, projection, &cost->monthly, work.sga_countable, &answer->pay, error))
    return FALSE;
  if (largest_job (plan, answer->month) != NULL &&
      !least_deduction (self, copy, projection, &largest_job (plan, answer->month)->subsidy, work.sga_countable, &answer->subsidy, error))
    return FALSE;
  say (self, "DI-25", mp_message (N_("Pay of {pay} in {month} counts as {counted}. Disability work costs of {cost} more bring it to {sga}."),
                                  MP_MONEY_VALUE ("pay", work.earned), MP_MONTH_VALUE ("month", answer->month),
                                  MP_MONEY_VALUE ("counted", work.sga_countable), MP_MONEY_VALUE ("cost", answer->pay),
                                  MP_MONEY_VALUE ("sga", sga.value)));
  if (answer->subsidy == answer->pay)
    say (self, "DI-22", mp_message (N_("Extra support on the job worth {subsidy} more does the same."), MP_MONEY_VALUE ("subsidy", answer->subsidy)));
  return TRUE;
}

static void
add_step (Asking *self, const char *name, MpTicketCode code, const char *rule, MpMonth month, MpMoney amount)
{
  MpAnswerStep step = { .code = code, .rule = rule, .month = month, .amount = amount };

  g_strlcpy (step.name, name, sizeof step.name);
  g_array_append_val (self->answer->steps, step);
}

/* The first event of a kind among the reported months. */
static void
add_event_step (Asking *self, const MpProjection *projection, MpEventCode code, const char *rule)
{
  const MpTicketCode none = { MP_TICKET_CODE_NONE, 0 };

  for (guint i = 0; i < projection->events->len; i++)
    {
      const MpEvent *event = &g_array_index (projection->events, MpEvent, i);

      if (event->code != code)
        continue;
      add_step (self, mp_event_name (code), none, rule, event->month, MP_MONEY_NONE);
      return;
    }
  add_step (self, mp_event_name (code), none, rule, MP_MONTH_NONE, MP_MONEY_NONE);
}

static const char *
rule_of_code (MpTicketCode code)
{
  static const char *const first[] = { "TTW-25", "TTW-26", "TTW-27", "TTW-28" };

  if (code.kind == MP_TICKET_CODE_P1M)
    return first[code.number - 1];
  if (code.kind == MP_TICKET_CODE_P2M)
    return "TTW-29";
  return code.kind == MP_TICKET_CODE_RECON ? "TTW-54" : "TTW-51";
}

static gboolean
is_code (MpTicketCode a, MpTicketCode b)
{
  return a.kind == b.kind && a.number == b.number;
}

/* When a payment comes: in the months looked at, before them, or not. */
static void
add_payment_step (Asking *self, const MpProjection *projection, MpTicketCode code)
{
  char text[MP_TICKET_CODE_TEXT_SIZE];
  MpAnswerStep *step;

  add_step (self, mp_ticket_code_to_text (code, text), code, rule_of_code (code), MP_MONTH_NONE, MP_MONEY_NONE);
  step = &g_array_index (self->answer->steps, MpAnswerStep, self->answer->steps->len - 1);
  step->removed = code.kind == MP_TICKET_CODE_P1M && (projection->ticket.phase1_removed >> (code.number - 1) & 1);
  for (guint i = 0; i < self->kase->ticket.n_prior_payments; i++)
    if (is_code (self->kase->ticket.prior_payments[i].code, code))
      {
        step->month = self->kase->ticket.prior_payments[i].month;
        step->amount = self->kase->ticket.prior_payments[i].amount;
        step->paid_before = TRUE;
        return;
      }
  for (guint i = 0; i < projection->n_rows; i++)
    {
      const MpMonthRow *row = &projection->rows[i];
      const MpTicketPayment *payments = mp_projection_payments (projection, row);

      for (guint k = 0; k < row->ticket.n_payments; k++)
        if (is_code (payments[k].code, code))
          {
            step->month = row->month;
            /* a shared payment stands once for each provider */
            step->amount = step->amount == MP_MONEY_NONE ? payments[k].amount : step->amount + payments[k].amount;
            step->estimated = payments[k].estimated;
          }
      if (step->month != MP_MONTH_NONE)
        return;
    }
}

/* Steps in which rising pay is met, in the order of the ladder. */
static void
add_steps (Asking *self, const MpProjection *projection)
{
  const guint last[] = { mp_ticket_most_payments (projection, MP_TICKET_CODE_P1M), mp_ticket_most_payments (projection, MP_TICKET_CODE_P2M), projection->ticket.outcomes_cap };
  static const MpTicketCodeKind kinds[] = { MP_TICKET_CODE_P1M, MP_TICKET_CODE_P2M, MP_TICKET_CODE_OUT };

  if (self->kase->ssdi.present)
    {
      add_event_step (self, projection, MP_EVENT_TWP_COMPLETE, "DI-13");
      add_event_step (self, projection, MP_EVENT_CESSATION, "DI-41");
      add_event_step (self, projection, MP_EVENT_SUSPENSION, "DI-44");
      add_event_step (self, projection, MP_EVENT_TERMINATION, "DI-46");
    }
  if (self->kase->ssi.present)
    add_event_step (self, projection, MP_EVENT_S1619B_START, "SSI-50");
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint number = 1; number <= last[kind]; number++)
      add_payment_step (self, projection, (MpTicketCode) { (guint8) kinds[kind], (guint8) number });
  add_payment_step (self, projection, (MpTicketCode) { MP_TICKET_CODE_RECON, 0 });
}

static gboolean
steps (Asking *self, GError **error)
{
  MpAnswer *answer = self->answer;
  g_autoptr (MpCase) copy = copy_with_pay (self);
  g_autoptr (MpProjection) projection = mp_projection_new ();
  MpMonth from = copy->projection.start, last;
  const MpMonthRow *row;

  last = MAX (from + copy->projection.months - 1, answer->month + STEPS_AHEAD);
  last = MIN (MIN (last, MP_MONTH_LAST), from + 600 - 1);
  copy->projection.months = last - from + 1;
  if (!mp_project (projection, copy, self->scenario, self->parameters, MP_PROJECT_DEFAULT, error))
    return FALSE;
  answer->kind = MP_ANSWER_STEPS;
  answer->looked_to = last;
  row = mp_projection_month (projection, (guint) (answer->month - from));
  answer->estimated = row->estimated;
  if (self->options->pay != MP_MONEY_NONE)
    say (self, "TTW-32", mp_message (N_("With pay of {pay} from {month} on, and months up to {last} looked at."),
                                     MP_MONEY_VALUE ("pay", self->options->pay), MP_MONTH_VALUE ("month", answer->month),
                                     MP_MONTH_VALUE ("last", last)));
  else
    say (self, "TTW-32", mp_message (N_("With the work of the plan, and months up to {last} looked at."), MP_MONTH_VALUE ("last", last)));
  if (copy->scenarios[self->scenario].ticket.n_assignments == 0)
    say (self, "TTW-8", mp_message_plain (N_("No provider is assigned in this plan, so nobody is paid for a step.")));
  add_steps (self, projection);
  return TRUE;
}

/* The month that is asked about. */
static MpMonth
month_of (const MpCase *kase, const MpScenario *plan, const MpAskOptions *options)
{
  const MpMonth start = kase->projection.start, last = start + kase->projection.months - 1;
  MpMonth first = MP_MONTH_OPEN;

  if (options->month != MP_MONTH_NONE)
    return options->month;
  for (guint i = 0; i < plan->n_work; i++)
    if (plan->work[i].when.to >= start)
      first = MIN (first, MAX (start, plan->work[i].when.from));
  return first <= last ? first : start;
}

/**
 * mp_ask:
 * @kase: a case without problems
 * @scenario: number of the scenario
 * @parameters: the published figures
 * @question: what is asked
 * @options: what it depends on beside the case
 * @error: where to put an error
 *
 * Answers a question by running the engine with other facts. Pays are searched to the cent: where
 * something changes once only, by halving; where cash may drop and rise, stretch by stretch
 * (mp_curve_at_least()). Each sentence of the answer names the rule that limits it.
 *
 * Fails with MP_ENGINE_ERROR_NO_FIGURE like mp_project().
 *
 * Returns: (transfer full): the answer; its texts live as long as @kase
 */
MpAnswer *
mp_ask (const MpCase *kase, guint scenario, const MpParameters *parameters, MpQuestion question,
        const MpAskOptions *options, GError **error)
{
  g_autoptr (MpAnswer) answer = g_new0 (MpAnswer, 1);
  g_autoptr (MpCurve) curve = NULL;
  Asking asking = { kase, scenario, parameters, options, answer };

  answer->question = question;
  answer->month = month_of (kase, &kase->scenarios[scenario], options);
  answer->pay = answer->subsidy = answer->wage = answer->net = MP_MONEY_NONE;
  answer->hours = -1;
  answer->looked_to = MP_MONTH_NONE;
  answer->lines = g_array_new (FALSE, TRUE, sizeof (MpAnswerLine));
  answer->steps = g_array_new (FALSE, TRUE, sizeof (MpAnswerStep));
  if (question == MP_QUESTION_WORK_COST)
    return work_cost (&asking, error) ? g_steal_pointer (&answer) : NULL;
  if (question == MP_QUESTION_STEPS)
    return steps (&asking, error) ? g_steal_pointer (&answer) : NULL;
  curve = mp_curve_new (kase, scenario, parameters, answer->month, error);
  if (curve == NULL)
    return NULL;
  if (question == MP_QUESTION_KEEP_CHECK)
    keep_check (&asking, curve);
  else if (question == MP_QUESTION_BREAK_EVEN)
    break_even (&asking, curve);
  else if (!least_pay (&asking, curve, error))
    return NULL;
  return g_steal_pointer (&answer);
}

/**
 * mp_answer_free:
 * @self: (nullable): an answer
 */
void
mp_answer_free (MpAnswer *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_array_unref (self->steps);
  g_free (self);
}
