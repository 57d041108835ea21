/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* SSI: who is eligible in a month, which month's income sets the amount, and what is due. */

#include "mp-ssi-private.h"

#include <string.h>

/* SSI-01: past the published years the yearly rate grows by the assumed COLA. */
static void
chain_cola (MpSsiState *self, MpRun *run, guint who)
{
  const MpSeries annual = who == 0 ? MP_SERIES_FBR_ANNUAL_INDIVIDUAL : MP_SERIES_FBR_ANNUAL_COUPLE;
  const gint cola = run->kase->assumptions.cola_percent;
  gint64 chained = 0;
  gint year = 0;

  for (MpMonth month = run->first; month <= run->last; month++)
    {
      const MpMonthFigure *base = mp_month_figure (run->figures, annual, month);

      if (!mp_month_figure (run->figures, MP_SERIES_FBR_COUPLE, month)->carried || base->year == 0)
        continue;
      if (year == 0)
        {
          chained = base->value;
          year = base->year;
        }
      for (; year < mp_month_year (month); year++)
        chained = MIN (MP_MONEY_CEILING, mp_divide_half_up (chained * (10000 + cola), 10000));
      self->chained[month - run->first][who] = mp_money_floor_dollar (chained / 12);
    }
}

MpSsiState *
mp_ssi_init (MpRun *run)
{
  const gsize n_months = (gsize) (run->last - run->first) + 1;
  const gsize n_chained = run->kase->ssi.present && run->kase->assumptions.cola_percent != 0 ? n_months : 0;
  MpSsiState *self = mp_run_scratch (run, 2, sizeof (MpSsiState) + n_chained * sizeof *self->chained + n_months);

  self->chained = n_chained > 0 ? (gpointer) (self + 1) : NULL;
  self->would_pay = (guint8 *) (self + 1) + n_chained * sizeof *self->chained;
  self->terminated_from = self->run_first = self->finding_from = MP_MONTH_NONE;
  if (run->kase->ssi.present)
    {
      self->age65 = mp_date_age_month (run->kase->beneficiary.birth_date, 65 * 12);
      self->round_third = mp_case_reading (run->kase, MP_READING_SSI_1) != 0;
      for (guint who = 0; self->chained != NULL && who < 2; who++)
        chain_cola (self, run, who);
      mp_ssi_mark (self, run);
    }
  return self;
}

/* The rates of the month being stepped. What was computed with others is of no use any more. */
static void
find_rates (MpSsiState *self, MpRun *run, MpSsiUnit unit)
{
  const gboolean couple = unit == MP_SSI_COUPLE;
  MpSsiRates rates = { 0 };

  rates.fbr[couple] = mp_ssi_fbr (self, run, couple, self->now);
  rates.fbr[!couple] = mp_ssi_fbr (self, run, !couple, self->now);
  rates.general = mp_ssi_figure (self, run, MP_SERIES_GENERAL_EXCLUSION, self->now);
  rates.sixty_five = mp_ssi_figure (self, run, MP_SERIES_EARNED_EXCLUSION, self->now);
  rates.institution = mp_ssi_living (run, self->now) == MP_LIVING_MEDICAID_INSTITUTION;
  if (rates.institution)
    rates.institution_rate = mp_ssi_figure (self, run, MP_SERIES_INSTITUTION_RATE, self->now);
  if (rates.fbr[0] == self->rates.fbr[0] && rates.fbr[1] == self->rates.fbr[1] && rates.general == self->rates.general &&
      rates.sixty_five == self->rates.sixty_five && rates.institution == self->rates.institution &&
      rates.institution_rate == self->rates.institution_rate)
    return;
  self->rates = rates;
  for (guint i = 0; i < MP_SSI_N_ASKS; i++)
    self->kept[i].stands = FALSE;
}

static void
read_rates (MpSsiState *self, MpRun *run, MpSsiUnit unit)
{
  guint32 *estimated = self->estimated;

  if (!self->rates_stand)
    {
      self->rates_flags = 0;
      self->estimated = &self->rates_flags;
      find_rates (self, run, unit);
      self->estimated = estimated;
      self->rates_stand = self->repeats;
    }
  *estimated |= self->rates_flags;
}

/* Rate less countable income, SSI-34, SSI-40, SSI-43, SSI-44. */
static void
compute_room (const MpSsiState *self, const MpSsiIncome *income, MpSsiUnit unit, MpSsiComputation *c)
{
  gboolean couple = unit == MP_SSI_COUPLE;

  c->unit = unit;
  c->knows_without = FALSE;
  c->fbr = self->rates.fbr[couple];
  c->third = income->household_of_another ? mp_ssi_third (self, c->fbr) : 0;
  c->institution = self->rates.institution;
  if (c->institution)
    {
      c->fbr = self->rates.institution_rate;
      c->third = 0;
    }
  mp_ssi_sheet (self, income, couple, couple, &c->own);
  c->own_room = c->room = 2 * (c->fbr - c->third) - c->own.countable;
  c->deems = unit == MP_SSI_DEEMED && income->spouse_unearned + income->spouse_earned > 0;
  if (!c->deems)
    return;
  c->fbr_couple = self->rates.fbr[1];
  c->third_couple = c->third > 0 ? mp_ssi_third (self, c->fbr_couple) : 0;
  mp_ssi_sheet (self, income, TRUE, FALSE, &c->combined);
  c->room = MIN (c->own_room, 2 * (c->fbr_couple - c->third_couple) - c->combined.countable);
}

/* What the rate leaves beside some other income, in the month being stepped. */
MpHalfCents
mp_ssi_room (const MpSsiState *self, const MpSsiIncome *income, MpSsiUnit unit)
{
  MpSsiComputation c;

  compute_room (self, income, unit, &c);
  return c.room;
}

static gboolean
same_facts (const MpSsiIncome *a, const MpSsiIncome *b)
{
  return a->wages == b->wages && a->t2 == b->t2 && a->household_of_another == b->household_of_another &&
         memcmp (&a->t2, &b->t2, sizeof *a - offsetof (MpSsiIncome, t2)) == 0;
}

static gboolean
is_of (const MpSsiKept *kept, const MpSsiIncome *income, MpSsiUnit unit)
{
  return kept->stands && kept->computation.unit == unit && same_facts (&kept->income, income);
}

/* The computation of some facts, made anew only when they or the rates are. */
static MpSsiComputation *
compute (MpSsiState *self, MpSsiAsk ask, const MpSsiIncome *income, MpSsiUnit unit)
{
  MpSsiKept *kept = &self->kept[ask];

  if (is_of (kept, income, unit))
    return &kept->computation;
  /* the income of the month paid may be that of its budget month */
  if (ask == MP_SSI_ASK_PAYMENT && is_of (&self->kept[MP_SSI_ASK_TEST], income, unit))
    return &self->kept[MP_SSI_ASK_TEST].computation;
  kept->stands = TRUE;
  kept->income = *income;
  compute_room (self, income, unit, &kept->computation);
  return &kept->computation;
}

static MpCategory
category_of (gboolean blind, MpDate birth, MpMonth month)
{
  if (blind)
    return MP_CATEGORY_BLIND;
  return birth.month != MP_MONTH_NONE && month >= mp_date_age_month (birth, 65 * 12) ? MP_CATEGORY_AGED : MP_CATEGORY_DISABLED;
}

/* SSI-70: the supplement of the month, the unit's. */
MpMoney
mp_ssi_supplement (MpSsiState *self, MpRun *run, MpMonth month, MpSsiUnit unit)
{
  const MpCase *kase = run->kase;
  gboolean couple = unit == MP_SSI_COUPLE;
  MpCategory category, spouse;
  MpLiving living;
  const MpAmount *entry;
  MpFigure figure;

  switch (kase->ssi.supplement)
    {
    case MP_SUPPLEMENT_LIST:
      entry = mp_amounts_at (kase->ssi.supplements, kase->ssi.n_supplements, month);
      if (entry == NULL)
        return 0;
      /* register 17 */
      return couple && mp_case_reading (kase, MP_READING_SSI_17) != 0 ? 2 * entry->monthly : entry->monthly;
    case MP_SUPPLEMENT_TABLE:
      living = mp_ssi_living (run, month);
      if (living == MP_LIVING_MEDICAID_INSTITUTION)
        return 0;
      category = category_of (kase->beneficiary.blind, kase->beneficiary.birth_date, month);
      spouse = category_of (kase->ssi.spouse.blind, kase->ssi.spouse.birth_date, month);
      if (mp_parameters_supplement (run->parameters, kase->beneficiary.state, living, category, couple ? &spouse : NULL,
                                    month, &figure))
        {
          if (figure.carried)
            *self->estimated |= MP_ESTIMATED_STATE_SUPPLEMENT;
          return figure.value;
        }
      if (month >= run->start)
        mp_run_warning (run, MP_WARNING_SUPPLEMENT_UNKNOWN, "/ssi/state_supplement",
                        mp_message (N_("No federally administered supplement of {state} is known for {month}, so none is counted. "
                                       "Enter the amounts if there is one."),
                                    MP_TEXT_VALUE ("state", kase->beneficiary.state), MP_MONTH_VALUE ("month", month)));
      return 0;
    case MP_SUPPLEMENT_NONE:
    default:
      return 0;
    }
}

/* SSI-03; register 18 */
static gboolean
resources_ok (MpSsiState *self, MpRun *run, MpMonth month, MpSsiUnit unit)
{
  const MpAmount *entry = mp_amounts_at (run->kase->ssi.resources, run->kase->ssi.n_resources, month);
  gboolean couple = unit == MP_SSI_COUPLE ||
                    (unit == MP_SSI_DEEMED && mp_case_reading (run->kase, MP_READING_SSI_18) == 0);

  return entry == NULL || entry->monthly <= mp_ssi_figure (self, run, couple ? MP_SERIES_RESOURCES_COUPLE :
                                                           MP_SERIES_RESOURCES_INDIVIDUAL, month);
}

/* SSI-05, SSI-06; register 4 */
static gboolean
income_ok (const MpRun *run, MpHalfCents room, MpMoney oss)
{
  if (oss > 0)
    return room + 2 * oss > 0;
  return mp_case_reading (run->kase, MP_READING_SSI_4) == 0 ? room >= 0 : room > 0;
}

/* The room of the same month were the person's own earnings left out. */
static MpHalfCents
room_without_earnings (const MpSsiState *self, const MpSsiIncome *income, MpSsiComputation *c)
{
  MpSsiComputation other;
  MpSsiIncome without;

  if (income->wages + income->self_employment == 0)
    return c->room;
  if (!c->knows_without)
    {
      without = *income;
      mp_ssi_without_earnings (&without);
      compute_room (self, &without, c->unit, &other);
      c->without = other.room;
      c->knows_without = TRUE;
    }
  return c->without;
}

/* SSI-53: the yearly limit for earnings of the twelve months from `from`; the individual one only when it matters. */
static MpMoney
threshold (MpSsiState *self, MpRun *run, MpMonth month, MpMonth from, MpMoney gross, MpMoney oss)
{
  const MpCase *kase = run->kase;
  MpMoney base, medicaid, individual, limit;
  MpFigure figure, average;
  gboolean known;

  if (kase->ssi.medicaid.individual_threshold != MP_MONEY_NONE && kase->ssi.medicaid.present)
    return kase->ssi.medicaid.individual_threshold;
  base = 12 * (2 * (mp_ssi_fbr (self, run, FALSE, month) + oss) +
               mp_ssi_figure (self, run, MP_SERIES_GENERAL_EXCLUSION, month) +
               mp_ssi_figure (self, run, MP_SERIES_EARNED_EXCLUSION, month));
  known = mp_parameters_threshold (run->parameters, kase->beneficiary.state, kase->beneficiary.blind, mp_month_year (month), &figure);
  if (!known || figure.carried)
    mp_run_row (run, self->now)->estimated |= MP_ESTIMATED_THRESHOLD_1619B; /* of this month alone: the test is not repeated */
  if (!known && month >= run->start)
    mp_run_warning (run, MP_WARNING_THRESHOLD_UNKNOWN, "/ssi/medicaid/individual_threshold",
                    mp_message (N_("No 1619(b) threshold of {state} is known for {year}, so the lowest possible one, {amount} a year, is used. "
                                   "Enter the individual threshold."),
                                MP_TEXT_VALUE ("state", kase->beneficiary.state), MP_NUMBER_VALUE ("year", mp_month_year (month)),
                                MP_MONEY_VALUE ("amount", base)));
  limit = known ? figure.value : base;
  if (gross <= limit)
    return limit;
  medicaid = mp_parameters_medicaid (run->parameters, kase->beneficiary.state, kase->beneficiary.blind, mp_month_year (month), &average)
             ? average.value : MAX (0, limit - base);
  /* the higher of the chart's base, with the state's supplement in it, and the person's own
   * (POMS SI 02302.050 C.1) */
  base = MAX (base, limit - medicaid);
  if (kase->ssi.medicaid.present && kase->ssi.medicaid.expenses_yearly != MP_MONEY_NONE)
    medicaid = MAX (medicaid, kase->ssi.medicaid.expenses_yearly);
  individual = base + medicaid;
  for (MpMonth m = from; m < from + 12; m++)
    {
      const MpWorkMonth *work = mp_run_work (run, m);
      individual += work->irwe + work->bwe + work->pass;
    }
  return MAX (limit, individual);
}

/* SSI-54: the earnings of twelve months; register 8 */
static gboolean
earnings_test (MpSsiState *self, MpRun *run, MpMonth month, MpMoney oss)
{
  guint8 reading = mp_case_reading (run->kase, MP_READING_SSI_8);
  MpMonth from = reading == 1 ? month - month % 12 : month;
  MpMoney gross = 0, limit;

  if (run->kase->ssi.medicaid.present && !run->kase->ssi.medicaid.needs)
    {
      MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-55",
                mp_message_plain (N_("Medicaid is not needed, so section 1619(b) does not apply.")));
      return FALSE;
    }
  if (reading == 2)
    gross = 12 * mp_run_work (run, month)->ssi_paid;
  else
    for (MpMonth m = from; m < from + 12; m++)
      gross += mp_run_work (run, m)->ssi_paid;
  limit = threshold (self, run, month, from, gross, oss);
  MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-54",
            gross <= limit
            ? mp_message (N_("Gross earnings of the twelve months, {gross}, are not above the 1619(b) threshold of {threshold}."),
                          MP_MONEY_VALUE ("gross", gross), MP_MONEY_VALUE ("threshold", limit))
            : mp_message (N_("Gross earnings of the twelve months, {gross}, are above the 1619(b) threshold of {threshold}."),
                          MP_MONEY_VALUE ("gross", gross), MP_MONEY_VALUE ("threshold", limit)));
  mp_run_event (run, month, MP_EVENT_THRESHOLD_1619B, limit,
                gross <= limit
                ? mp_message (N_("Section 1619(b) allows gross earnings up to {threshold} in twelve months; {gross} is expected."),
                              MP_MONEY_VALUE ("threshold", limit), MP_MONEY_VALUE ("gross", gross))
                : mp_message (N_("Gross earnings of {gross} in twelve months are above the 1619(b) threshold of {threshold}."),
                              MP_MONEY_VALUE ("gross", gross), MP_MONEY_VALUE ("threshold", limit)));
  return gross <= limit;
}

static MpMoney
half_cents_to_cents_up (MpHalfCents amount, gboolean couple)
{
  return couple ? (amount + 3) / 4 : (amount + 1) / 2;
}

/* SSI-70, SSI-72, SSI-73 */
static void
amounts (MpHalfCents room, MpMoney oss, gboolean couple, MpMoney *federal, MpMoney *state)
{
  *federal = half_cents_to_cents_up (MAX (0, room), couple);
  *state = half_cents_to_cents_up (MAX (0, 2 * oss + MIN (0, room)), couple);
  if (*federal > 0 && *federal < mp_dollars (1) && *state == 0)
    *federal = mp_dollars (1);
}

static void
show (MpSsiRow *row, const MpSsiIncome *income, const MpSsiComputation *c, MpMoney oss)
{
  gboolean couple = c->unit == MP_SSI_COUPLE;
  MpMoney federal, state, own_federal, own_state;

  row->earned = income->wages + income->self_employment;
  row->countable_earned = c->own.countable_earned / 2;
  row->countable_unearned = c->own.countable_unearned / 2;
  row->countable = c->own.countable / 2;
  if (!c->deems)
    return;
  amounts (c->room, oss, couple, &federal, &state);
  amounts (c->own_room, oss, couple, &own_federal, &own_state);
  row->deemed = own_federal + own_state - federal - state;
}

/* SSI-64: months with a payment or 1619(b) since a reinstatement. */
void
mp_ssi_count_paid (MpSsiState *self, gint months)
{
  self->paid_since_reinstated += months;
  self->paid_since_request += months;
}

/* What a reinstatement request does to a month after the end of the record. */
typedef struct {
  gboolean terminated, provisional, approved;
} Reinstatement;

static gboolean
is_sga (MpSsiState *self, MpRun *run, MpMonth month)
{
  return mp_run_work (run, month)->countable >
         mp_ssi_figure (self, run, run->kase->beneficiary.blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA, month);
}

/* SSI-64 */
static gboolean
request_counts (MpSsiState *self, MpRun *run, const MpReinstatement *request)
{
  if (request->program != MP_PROGRAM_SSI || request->requested >= self->now)
    return FALSE;
  if (!self->ended_by_earnings || request->requested < self->terminated_from ||
      request->requested > self->terminated_from + 59)
    return FALSE;
  if (self->reinstated && self->paid_since_reinstated < 24)
    return FALSE;
  return !(is_sga (self, run, request->requested) && is_sga (self, run, request->requested + 1));
}

/* Why a request of the month before does not count; nothing when it does. */
static void
warn_request (MpSsiState *self, MpRun *run, const MpReinstatement *request, MpPlace place)
{
  const MpValue month = MP_MONTH_VALUE ("month", request->requested);

  if (!self->ended || request->requested < self->terminated_from)
    mp_run_warning_at (run, MP_WARNING_EXR_SSI, place,
                       mp_message (N_("SSI has not ended before the request of {month}, so the request changes nothing."), month));
  else if (!self->ended_by_earnings)
    mp_run_warning_at (run, MP_WARNING_EXR_SSI, place,
                       mp_message (N_("SSI did not end because of earnings, so the request of {month} does not count. A new application may be possible."), month));
  else if (request->requested > self->terminated_from + 59)
    mp_run_warning_at (run, MP_WARNING_EXR_LATE, place,
                       mp_message (N_("The request of {month} comes more than 60 months after SSI ended in {end}: it does not count. A new application may be possible."),
                                   month, MP_MONTH_VALUE ("end", self->terminated_from)));
  else if (self->reinstated && self->paid_since_reinstated < 24)
    mp_run_warning_at (run, MP_WARNING_EXR_SSI, place,
                       mp_message (N_("Only {count} of 24 months were paid since the last reinstatement, so the request of {month} does not count."),
                                   MP_NUMBER_VALUE ("count", self->paid_since_reinstated), month));
  else if (is_sga (self, run, request->requested) && is_sga (self, run, request->requested + 1))
    mp_run_warning_at (run, MP_WARNING_EXR_SGA, place,
                       mp_message (N_("The SSI request of {month} is denied: the work is substantial in that month and in the next."), month));
}

static void
check_requests (MpSsiState *self, MpRun *run)
{
  const MpScenario *scenario = run->scenario;

  for (guint i = 0; i < scenario->n_expedited_reinstatement; i++)
    {
      const MpReinstatement *request = &scenario->expedited_reinstatement[i];

      if (request->program != MP_PROGRAM_SSI || request->requested + 1 != self->now)
        continue;
      mp_run_event (run, request->requested, MP_EVENT_EXR_REQUEST, MP_MONEY_NONE,
                    mp_message (N_("Expedited reinstatement of SSI is requested in {month}."), MP_MONTH_VALUE ("month", request->requested)));
      warn_request (self, run, request, mp_run_scenario_place (run, "expedited_reinstatement", i));
    }
}

/* The first request that counts after a month. */
static const MpReinstatement *
next_request (MpSsiState *self, MpRun *run, MpMonth after)
{
  const MpScenario *scenario = run->scenario;
  const MpReinstatement *found = NULL;

  for (guint i = 0; i < scenario->n_expedited_reinstatement; i++)
    {
      const MpReinstatement *request = &scenario->expedited_reinstatement[i];

      if (request_counts (self, run, request) && request->requested > after &&
          (found == NULL || request->requested < found->requested))
        found = request;
    }
  return found;
}

/* SSI-64: the requests in their order, until one that is approved; provisional months come once. */
static Reinstatement
after_termination (MpSsiState *self, MpRun *run)
{
  const MpReinstatement *request = next_request (self, run, self->terminated_from - 1);
  gboolean used = FALSE;
  Reinstatement result = { .terminated = TRUE };

  for (; request != NULL && result.terminated; request = next_request (self, run, request->requested))
    {
      MpMonth decided = request->decided == MP_MONTH_NONE ? MP_MONTH_OPEN : request->decided;

      result.approved = request->decided != MP_MONTH_NONE && request->approved;
      result.provisional = !used && self->now <= MIN (decided, request->requested + 6);
      result.terminated = !result.approved && !result.provisional;
      used = used || decided > request->requested;
      if (result.approved && self->now == request->requested + 1)
        self->run_length = self->suspended = self->paid_since_request = 0;
      if (result.approved && self->now > decided)
        {
          self->ended = FALSE;
          self->reinstated = TRUE;
          self->paid_since_reinstated = self->paid_since_request;
          /* from the next month on no request is looked at */
          mp_run_mark (run, self->now + 1, MP_NEW_SSI);
        }
    }
  return result;
}

static void
not_eligible_month (MpSsiState *self, MpRun *run, MpSsiRow *row, const MpSsiIncome *x, MpSsiComputation *c,
                    gboolean resources, MpMoney oss, const Reinstatement *exr)
{
  MpMonth month = self->now;
  gboolean earnings = x->wages + x->self_employment > 0;
  MpHalfCents without = room_without_earnings (self, x, c);

  self->run_length = 0;
  self->last_by_earnings = earnings && !income_ok (run, c->room, oss);
  self->last_would_pay = resources && without > 0;
  self->would_pay[month - run->first] = self->last_would_pay;
  show (row, x, c, oss);
  mp_ssi_trace_computation (self, run, month, x, c);
  if (!resources)
    MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-03",
              mp_message_plain (N_("Countable resources are above the limit, so the person is not eligible this month.")));
  if (!income_ok (run, c->room, oss))
    MP_TRACE (run, month, MP_PROGRAM_SSI, oss > 0 ? "SSI-06" : "SSI-11",
              mp_message (N_("Countable income of the month itself is too high by {amount}, so nothing is paid, at once."),
                          MP_MONEY_VALUE ("amount", (-c->room - 2 * oss) / 2)));
  /* SSI-50; SSI-M2: at any age */
  if (resources && earnings && self->paid_before && !exr->provisional &&
      (without >= 0 || (oss > 0 && without + 2 * oss > 0)))
    {
      if (!self->finding || month >= self->finding_from + 12)
        {
          self->finding = TRUE;
          self->finding_from = month;
          self->finding_passes = earnings_test (self, run, month, c->unit == MP_SSI_COUPLE ? oss / 2 : oss);
        }
      else
        MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-54",
                  mp_message (N_("The earnings were tested in {from}, for twelve months."), MP_MONTH_VALUE ("from", self->finding_from)));
      if (self->finding_passes)
        {
          MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-50",
                    mp_message (N_("Without the earnings {left} would be left, so section 1619(b) applies: nothing is paid, Medicaid goes on."),
                                MP_MONEY_VALUE ("left", (without + 2 * oss) / 2)));
          row->status = MP_SSI_1619B;
          row->medicaid = TRUE;
          self->suspended = 0;
          mp_ssi_count_paid (self, 1);
          return;
        }
    }
  if (!self->ended || exr->approved)
    self->suspended++;
  row->status = MP_SSI_SUSPENDED;
  MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-60",
            mp_message (N_("The month is suspended: {count} of twelve months in a row before the record ends."),
                        MP_NUMBER_VALUE ("count", self->suspended)));
}

/* SSI-46: a separated spouse's income still counts in the budget month, a dead one's does not. */
static gboolean
separated (const MpRun *run, MpMonth month)
{
  const MpSsiFacts *ssi = &run->kase->ssi;

  return ssi->spouse.present && !ssi->spouse.eligible && month > ssi->spouse.when.to && ssi->spouse.ended_by != MP_SPOUSE_DEATH &&
         mp_ssi_living (run, month) != MP_LIVING_MEDICAID_INSTITUTION;
}

/* SSI-15: for payments since April 2005 (POMS SI 02005.005 A.4). */
static gboolean
leaves_nonrecurring_out (const MpSsiState *self, MpMonth month)
{
  return (self->run_length == 2 || self->run_length == 3) && month >= mp_month (2005, 4);
}

/* The income that sets the amount: SSI-12, SSI-13, SSI-15, SSI-16. */
static void
budget (MpSsiState *self, MpRun *run, const MpSsiIncome *x, MpSsiUnit unit, MpSsiIncome *y)
{
  const MpCase *kase = run->kase;
  MpMonth month = self->now, budget_month;
  gboolean coordinated;

  if (self->run_length == 1)
    /* register 3 */
    budget_month = mp_case_reading (kase, MP_READING_SSI_3) != 0 && self->paid_before && month - 2 >= run->first ? month - 2 : month;
  else
    budget_month = MAX (self->run_length == 2 ? month - 1 : month - 2, run->first);
  if (unit == MP_SSI_ONE && separated (run, month))
    unit = MP_SSI_DEEMED;
  if (budget_month == month)
    *y = *x;
  else
    *y = *mp_ssi_income (self, run, budget_month, unit);
  if (leaves_nonrecurring_out (self, month))
    {
      const gboolean now = self->run_first + 1 == month;

      mp_ssi_drop_nonrecurring (y, now ? x : mp_ssi_income (self, run, self->run_first + 1, unit), unit);
      /* register 19 */
      if (mp_case_reading (kase, MP_READING_SSI_19) != 0 && y->wages > 0)
        y->wages = mp_work_wages_in_both (run, budget_month, self->run_first + 1);
    }
  /* register 6 */
  if (mp_case_reading (kase, MP_READING_SSI_6) == 0)
    y->tanf = x->tanf;
  /* register 20 */
  coordinated = y->t2 > 0 || mp_case_reading (kase, MP_READING_SSI_20) != 0;
  if (month % 12 < 2 && budget_month != month && coordinated && x->t2 > y->t2)
    {
      y->t2 = x->t2;
      y->coordinated = TRUE;
    }
}

/* Which month's income sets the amount, and why. */
static void
trace_budget (MpSsiState *self, MpRun *run, const MpSsiIncome *y, const MpSsiIncome *x, MpMoney oss)
{
  MpMonth month = self->now;

  MP_TRACE (run, month, MP_PROGRAM_SSI, oss > 0 ? "SSI-06" : "SSI-05",
            mp_message (N_("Countable income of {month} itself leaves the person eligible."), MP_MONTH_VALUE ("month", month)));
  if (y->month == month)
    MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-13",
              mp_message (N_("The first month of a run of eligible months is paid on its own income: {budget_month}."),
                          MP_MONTH_VALUE ("budget_month", y->month)));
  else
    MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-13",
              mp_message (N_("This is month {n} of a run of eligible months: the income of {budget_month} sets the amount."),
                          MP_NUMBER_VALUE ("n", self->run_length), MP_MONTH_VALUE ("budget_month", y->month)));
  if (leaves_nonrecurring_out (self, month))
    MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-15",
              mp_message (N_("Kinds of income of {budget_month} that do not come again in the month after it are left out."),
                          MP_MONTH_VALUE ("budget_month", y->month)));
  if (y->coordinated)
    MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-16",
              mp_message (N_("The SSDI of {month}, {amount}, is higher than that of the budget month and takes its place."),
                          MP_MONTH_VALUE ("month", month), MP_MONEY_VALUE ("amount", x->t2)));
}

static void
eligible_month (MpSsiState *self, MpRun *run, MpSsiRow *row, const MpSsiIncome *x, MpSsiUnit unit, MpMoney oss,
                const Reinstatement *exr)
{
  gboolean couple = unit == MP_SSI_COUPLE;
  MpSsiComputation *c;
  MpSsiIncome y;

  self->suspended = 0;
  self->finding = FALSE;
  self->run_length++;
  if (self->run_length == 1)
    self->run_first = self->now;
  budget (self, run, x, unit, &y);
  trace_budget (self, run, &y, x, oss);
  if (unit == MP_SSI_ONE && y.spouse_unearned + y.spouse_earned > 0)
    unit = MP_SSI_DEEMED;
  c = compute (self, MP_SSI_ASK_PAYMENT, &y, unit);
  amounts (c->room, oss, couple, &row->federal, &row->state);
  show (row, &y, c, oss);
  row->budget_month = y.month;
  row->payment = row->federal + row->state;
  row->spouse_payment = couple ? row->payment : 0;
  row->status = exr->provisional ? MP_SSI_EXR_PROVISIONAL : row->payment > 0 ? MP_SSI_PAYABLE : MP_SSI_UNPAID;
  /* register 24 */
  row->medicaid = row->status != MP_SSI_UNPAID || mp_case_reading (run->kase, MP_READING_SSI_24) == 0;
  mp_ssi_trace_computation (self, run, self->now, &y, c);
  mp_ssi_trace_payment (run, row, self->now, c, oss);
  if (row->payment > 0)
    {
      self->paid_before = TRUE;
      mp_ssi_count_paid (self, 1);
    }
  if (row->federal == 0)
    self->would_pay[self->now - run->first] = room_without_earnings (self, &y, c) > 0;
}

/* SSI-61: before the month's own facts are looked at. */
static void
end_record (MpSsiState *self)
{
  self->ended = TRUE;
  self->terminated_from = self->now;
  self->ended_by_earnings = self->last_by_earnings;
  self->ended_would_pay = self->last_would_pay;
  self->suspended = 0;
  self->finding = FALSE;
  self->paid_before = FALSE;
}

/* SSI-65: the first recorded month. When the record does not say it: eligibility begins with a payment, so that one
 * suspended or ended is only known to be so in the last recorded month. */
MpMonth
mp_ssi_recorded_from (const MpSsiFacts *ssi)
{
  const MpSsiStatus status = ssi->history.status;

  if (ssi->history.since != MP_MONTH_NONE)
    return ssi->history.since;
  return status == MP_SSI_SUSPENDED || status == MP_SSI_TERMINATED ? ssi->history.through : ssi->eligible_from;
}

/* SSI-65: what a recorded month leaves behind. */
static void
record_month (MpSsiState *self, MpRun *run, MpSsiRow *row, const MpSsiIncome *x, MpSsiComputation *c, gboolean resources, MpMoney oss)
{
  const MpSsiFacts *ssi = &run->kase->ssi;
  const MpMonth month = self->now, since = mp_ssi_recorded_from (ssi);
  const Reinstatement none = { 0 };
  MpSsiStatus status = ssi->history.status;
  gboolean paid_before = self->paid_before || status == MP_SSI_PAYABLE;

  /* whatever the months before came to, the record decides: run and count begin with it */
  if (month == since)
    self->run_length = self->suspended = self->ended = self->finding = 0;
  if (status == MP_SSI_PAYABLE || status == MP_SSI_UNPAID)
    {
      MpSsiRow shown = *row;

      eligible_month (self, run, &shown, x, c->unit, oss, &none);
      MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-65",
                mp_message (N_("The status of this month is recorded in the case, through {through}."),
                            MP_MONTH_VALUE ("through", ssi->history.through)));
      shown.status = status;
      shown.medicaid = TRUE;
      /* TTW-47: what would be paid with the wages would be paid without them */
      if (status == MP_SSI_UNPAID && shown.federal > 0)
        self->would_pay[month - run->first] = TRUE;
      if (status == MP_SSI_UNPAID)
        shown.federal = shown.state = shown.payment = shown.spouse_payment = 0;
      *row = shown;
      self->paid_before = paid_before;
      return;
    }
  show (row, x, c, oss);
  MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-65",
            mp_message (N_("The status of this month is recorded in the case, through {through}."),
                        MP_MONTH_VALUE ("through", ssi->history.through)));
  row->status = status;
  row->medicaid = status == MP_SSI_1619B || status == MP_SSI_EXR_PROVISIONAL;
  self->run_length = 0;
  self->last_by_earnings = x->wages + x->self_employment > 0 && !income_ok (run, c->room, oss);
  self->last_would_pay = resources && room_without_earnings (self, x, c) > 0;
  self->would_pay[month - run->first] = self->last_would_pay || status == MP_SSI_1619B;
  if (status == MP_SSI_1619B)
    {
      self->paid_before = self->finding = self->finding_passes = TRUE;
      self->finding_from = since;
    }
  else if (status == MP_SSI_SUSPENDED)
    self->suspended = month - since + 1;
  else if (status == MP_SSI_TERMINATED && !self->ended)
    {
      self->ended = self->ended_by_earnings = TRUE;
      self->terminated_from = since;
      self->ended_would_pay = self->last_would_pay;
    }
}

/* Before the published rates nothing can be computed; a recorded status stands all the same. */
static void
record_uncovered_month (MpSsiState *self, MpRun *run, MpSsiRow *row)
{
  const MpSsiStatus status = run->kase->ssi.history.status;
  const MpSsiIncome none = { 0 };
  MpSsiComputation nothing = { 0 };

  if (status != MP_SSI_PAYABLE && status != MP_SSI_UNPAID)
    {
      record_month (self, run, row, &none, &nothing, FALSE, 0);
      return;
    }
  row->status = status;
  row->medicaid = TRUE;
  self->paid_before = self->paid_before || status == MP_SSI_PAYABLE;
}

static void
step (MpSsiState *self, MpRun *run, MpSsiRow *row)
{
  const MpSsiFacts *ssi = &run->kase->ssi;
  const MpMonth month = self->now;
  gboolean history = ssi->history.present && month >= mp_ssi_recorded_from (ssi) && month <= ssi->history.through, resources;
  Reinstatement exr = { 0 };
  MpSsiComputation *c;
  const MpSsiIncome *x;
  MpSsiUnit unit;
  MpMoney oss;

  *row = (MpSsiRow) { .budget_month = MP_MONTH_NONE };
  if (month < ssi->eligible_from && !history)
    return;
  if (!mp_ssi_is_covered (run, month) && (month < run->start || (history && ssi->history.status != MP_SSI_PAYABLE)))
    {
      if (history)
        record_uncovered_month (self, run, row);
      else
        /* the run starts anew at the next month that can be computed */
        self->run_length = self->suspended = self->ended = self->finding = 0;
      return;
    }
  if (!history && self->suspended >= 12)
    end_record (self);
  if (!history)
    check_requests (self, run);
  if (!history && self->ended)
    exr = after_termination (self, run);
  unit = mp_ssi_unit (run, month);
  oss = self->supplement = exr.provisional ? 0 : mp_ssi_supplement (self, run, month, unit);
  /* register 26: a new couple begins a run */
  if (unit == MP_SSI_COUPLE && (month == ssi->spouse.when.from))
    self->run_length = 0;
  x = mp_ssi_income (self, run, month, unit);
  read_rates (self, run, unit);
  c = compute (self, MP_SSI_ASK_TEST, x, unit);
  resources = resources_ok (self, run, month, unit);
  if (history)
    record_month (self, run, row, x, c, resources, oss);
  else if (exr.terminated)
    {
      self->run_length = 0;
      row->status = MP_SSI_TERMINATED;
      show (row, x, c, oss);
      MP_TRACE (run, month, MP_PROGRAM_SSI, "SSI-61",
                mp_message (N_("The record ended in {month} after twelve suspended months."),
                            MP_MONTH_VALUE ("month", self->terminated_from)));
      self->would_pay[month - run->first] = self->ended_would_pay;
    }
  else if (resources && income_ok (run, c->room, oss))
    eligible_month (self, run, row, x, unit, oss, &exr);
  else
    not_eligible_month (self, run, row, x, c, resources, oss, &exr);
  mp_ssi_events (self, run, row, x, unit,
                 !self->first_effect && row->countable_earned > 0 ? room_without_earnings (self, x, c) : 0, oss);
}

void
mp_ssi_step (MpSsiState *self, MpRun *run, MpMonthRow *row)
{
  if (!run->kase->ssi.present)
    {
      row->ssi = (MpSsiRow) { .budget_month = MP_MONTH_NONE };
      return;
    }
  self->now = run->ssi_known = row->month;
  self->estimated = &run->ssi_flags;
  run->ssi_flags = 0;
  if (!mp_run_is_quiet (run, row->month, MP_NEW_FIGURES | MP_NEW_SSI))
    self->rates_stand = FALSE;
  step (self, run, &row->ssi);
  row->estimated |= run->ssi_flags;
}

/* Work expenses and plans that SSI does not count from 65 on. */
void
mp_ssi_finish (MpSsiState *self, MpRun *run)
{
  if (!run->kase->ssi.present || run->last < self->age65 || (run->flags & MP_PROJECT_WITHOUT_WORK) ||
      mp_ssi_keeps_incentives (self, run, run->last))
    return;
  for (guint i = 0; i < run->scenario->n_work_incentives; i++)
    {
      const MpIncentive *incentive = &run->scenario->work_incentives[i];

      if (incentive->when.to < MAX (self->age65, run->start) || incentive->when.from > run->last)
        continue;
      mp_run_warning_at (run, MP_WARNING_INCENTIVES_65, mp_run_scenario_place (run, "work_incentives", i),
                         mp_message (N_("This work expense or PASS does not lower what SSI counts from {month}, the month of age 65, on: SSI for a disability was not received in the month before."),
                                     MP_MONTH_VALUE ("month", self->age65)));
    }
}

gboolean
mp_ssi_would_pay_without_wages (const MpSsiState *self, MpRun *run, MpMonth month)
{
  if (!run->kase->ssi.present || month < run->first || month > run->last)
    return FALSE;
  return self->would_pay[month - run->first];
}
