/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* SSI: what counts as income in a month, in the order of 20 CFR 416.1112 and 416.1124. */

#include "mp-ssi-private.h"

MpLiving
mp_ssi_living (const MpRun *run, MpMonth month)
{
  const MpSsiFacts *ssi = &run->kase->ssi;
  const MpLivingPeriod *found = NULL;

  if (ssi->n_living == 1)
    return mp_period_contains (&ssi->living[0].when, month) ? ssi->living[0].arrangement : MP_LIVING_OWN_HOUSEHOLD;
  for (guint i = 0; i < ssi->n_living; i++)
    if (ssi->living[i].when.from <= month && (found == NULL || ssi->living[i].when.from > found->when.from))
      found = &ssi->living[i];
  return found != NULL && month <= found->when.to ? found->arrangement : MP_LIVING_OWN_HOUSEHOLD;
}

/* Whose income counts together in the month. SSI-34: nobody's else at the rate of an institution. */
MpSsiUnit
mp_ssi_unit (const MpRun *run, MpMonth month)
{
  const MpSsiFacts *ssi = &run->kase->ssi;

  if (!ssi->spouse.present || !mp_period_contains (&ssi->spouse.when, month) ||
      mp_ssi_living (run, month) == MP_LIVING_MEDICAID_INSTITUTION)
    return MP_SSI_ONE;
  return ssi->spouse.eligible ? MP_SSI_COUPLE : MP_SSI_DEEMED;
}

/* SSI-17: the benefit of the month before; SSI-18: as rounded with the premium that the person pays. */
static MpMoney
title_ii_received (const MpRun *run, MpMonth month)
{
  const MpSsdiRow *ssdi;
  MpMoney benefit, premium;

  if (month - 1 < run->first)
    return 0;
  ssdi = &mp_run_row (run, month - 1)->ssdi;
  benefit = MAX (0, ssdi->benefit);
  premium = MAX (0, ssdi->part_b);
  /* register 16: the premium of the month the benefit is for came off the benefit before it */
  if (mp_case_reading (run->kase, MP_READING_SSI_16) != 0 && month - 2 >= run->first && mp_run_row (run, month - 2)->ssdi.benefit > 0)
    premium = MAX (0, mp_run_row (run, month - 2)->ssdi.part_b);
  if (premium > 0 && premium >= benefit)
    return benefit;
  return mp_money_floor_dollar (benefit - premium) + premium;
}

static MpMonth
quarter_start (MpMonth month)
{
  return month - month % 3;
}

static MpMoney
unearned_of (const MpSsiFacts *ssi, MpUnearnedKind kind, MpMonth month)
{
  MpMoney sum = 0;

  for (guint i = 0; i < ssi->n_unearned; i++)
    if (ssi->unearned[i].kind == kind && mp_period_contains (&ssi->unearned[i].when, month))
      sum += ssi->unearned[i].monthly;
  return sum;
}

/* SSI-28: what is left of the month's infrequent income after the first amount of the quarter. */
static MpMoney
infrequent_unearned (MpSsiState *self, MpRun *run, MpMonth month)
{
  const MpSsiFacts *ssi = &run->kase->ssi;
  MpMoney received = unearned_of (ssi, MP_UNEARNED_INFREQUENT, month), earlier = 0, limit;

  if (received == 0)
    return 0;
  for (MpMonth m = quarter_start (month); m < month; m++)
    earlier += unearned_of (ssi, MP_UNEARNED_INFREQUENT, m);
  limit = mp_ssi_figure (self, run, MP_SERIES_INFREQUENT_UNEARNED, month);
  return received - MIN (received, MAX (0, limit - earlier));
}

static MpMoney
infrequent_earned_excluded (MpSsiState *self, MpRun *run, MpMonth month)
{
  MpMoney received = mp_run_work (run, month)->paid_infrequent, earlier = 0, limit;

  if (received == 0)
    return 0;
  for (MpMonth m = quarter_start (month); m < month; m++)
    earlier += mp_run_work (run, m)->paid_infrequent;
  limit = mp_ssi_figure (self, run, MP_SERIES_INFREQUENT_EARNED, month);
  return MIN (received, MAX (0, limit - earlier));
}

/* SSI-22: under 22 and in school; the month of the twenty-second birthday: register 11. */
static gboolean
is_student (const MpCase *kase, MpMonth month)
{
  const MpBeneficiaryFacts *person = &kase->beneficiary;
  const MpMonth of_age = mp_date_age_month (person->birth_date, 22 * 12);

  if (person->n_student == 0 || month > of_age || (month == of_age && mp_case_reading (kase, MP_READING_SSI_11) != 0))
    return FALSE;
  for (guint i = 0; i < person->n_student; i++)
    if (mp_period_contains (&person->student[i], month))
      return TRUE;
  return FALSE;
}

/* SSI-22: the month's exclusion, in the order of the months of the year. SSI-23: nothing is used
 * before eligibility begins. */
static MpMoney
student_exclusion (MpSsiState *self, MpRun *run, MpMonth month, gboolean *exhausted)
{
  MpMonth january = month - month % 12;
  MpMoney left, used = 0;

  *exhausted = FALSE;
  if (!is_student (run->kase, month) || month < run->kase->ssi.eligible_from || mp_run_work (run, month)->ssi_paid == 0)
    return 0;
  left = mp_ssi_figure (self, run, MP_SERIES_SEIE_ANNUAL, month);
  for (MpMonth m = MAX (january, run->kase->ssi.eligible_from); m <= month; m++)
    {
      MpMoney earned = mp_run_work (run, m)->ssi_paid;

      used = 0;
      if (earned == 0 || !is_student (run->kase, m))
        continue;
      earned -= infrequent_earned_excluded (self, run, m);
      used = MIN (MIN (earned, left), mp_ssi_figure (self, run, MP_SERIES_SEIE_MONTHLY, m));
      left -= used;
    }
  *exhausted = used > 0 && left == 0;
  return used;
}

/* SSI-M1: from 65 on work expenses and a PASS come off only for a person who had SSI, being disabled or
 * blind, for the month before that age. A month without rates that the case calls eligible counts as such. */
gboolean
mp_ssi_keeps_incentives (const MpSsiState *self, const MpRun *run, MpMonth month)
{
  MpMonth before = self->age65 - 1;
  MpSsiStatus status;

  if (month <= before)
    return TRUE;
  if (before < run->first)
    return FALSE;
  status = mp_run_row (run, before)->ssi.status;
  if (status == MP_SSI_NOT_ELIGIBLE)
    return before >= run->kase->ssi.eligible_from && !mp_ssi_is_covered (run, before);
  return status != MP_SSI_SUSPENDED && status != MP_SSI_TERMINATED;
}

static void
add_incentive (const MpIncentive *incentive, MpMonth month, gboolean blind, gboolean keep_irwe, MpSsiIncome *income)
{
  if (!mp_period_contains (&incentive->when, month))
    return;
  switch (incentive->kind)
    {
    case MP_INCENTIVE_IRWE:
      /* SSI-24, SSI-26: a blind person's as BWE (register 10) */
      if (blind && !keep_irwe)
        income->bwe += incentive->monthly;
      else
        income->irwe += incentive->monthly;
      break;
    case MP_INCENTIVE_BWE:
      if (blind)
        income->bwe += incentive->monthly;
      break;
    case MP_INCENTIVE_PASS:
    default:
      if (incentive->applies_to == MP_PASS_EARNED)
        income->pass.earned += incentive->monthly;
      else if (incentive->applies_to == MP_PASS_UNEARNED)
        income->pass.unearned += incentive->monthly;
      else
        income->pass.either += incentive->monthly;
      break;
    }
}

static MpMoney
take (MpMoney *from, MpMoney amount)
{
  MpMoney taken;

  if (amount <= 0 || *from <= 0)
    return 0;
  taken = MIN (*from, amount);
  *from -= taken;
  return taken;
}

/* SSI-27: PASS money, each part from its kind of income, the rest from unearned first. */
static void
take_pass (const MpSsiPass *pass, gint64 unit, gint64 *unearned, gint64 *earned)
{
  gint64 either = pass->either * unit;

  take (unearned, pass->unearned * unit);
  take (earned, pass->earned * unit);
  either -= take (unearned, either);
  take (earned, either);
}

/* SSI-42: one allocation for each ineligible child of the month. */
static void
take_allocations (const MpRun *run, MpMonth month, MpMoney difference, MpMoney *unearned, MpMoney *earned)
{
  const MpSsiFacts *ssi = &run->kase->ssi;
  gint until = mp_case_reading (run->kase, MP_READING_SSI_12) == 0 ? 18 : 22;

  for (guint i = 0; i < ssi->n_children; i++)
    {
      const MpChild *child = &ssi->children[i];
      MpMoney allocation;

      if (month < child->birth_date.month || month > mp_date_age_month (child->birth_date, until * 12))
        continue;
      allocation = MAX (0, difference - mp_amounts_sum (child->unearned, child->n_unearned, month));
      allocation -= take (unearned, allocation);
      take (earned, allocation);
    }
}

/* SSI-41 to SSI-43, SSI-45: what an ineligible spouse's income of the month comes to, by kind and step. */
void
mp_ssi_deeming (MpSsiState *self, MpRun *run, MpMonth month, MpSsiDeeming *d)
{
  const MpSsiFacts *ssi = &run->kase->ssi;
  MpSsiIncome spouse = { .month = month };
  MpMoney difference;

  *d = (MpSsiDeeming) { 0 };
  d->unearned = mp_amounts_sum (ssi->spouse.unearned, ssi->spouse.n_unearned, month);
  d->earned = mp_amounts_sum (ssi->spouse.earned, ssi->spouse.n_earned, month);
  if (ssi->spouse.public_assistance || d->unearned + d->earned == 0)
    return;
  d->left_unearned = d->unearned;
  d->left_earned = d->earned;
  for (guint i = 0; i < ssi->spouse.n_work_incentives; i++)
    add_incentive (&ssi->spouse.work_incentives[i], month, ssi->spouse.blind, FALSE, &spouse);
  d->expenses = take (&d->left_earned, spouse.irwe + spouse.bwe);
  d->pass = d->left_unearned + d->left_earned;
  take_pass (&spouse.pass, 1, &d->left_unearned, &d->left_earned);
  d->pass -= d->left_unearned + d->left_earned;
  difference = d->limit = mp_ssi_fbr (self, run, TRUE, month) - mp_ssi_fbr (self, run, FALSE, month);
  d->allocations = d->left_unearned + d->left_earned;
  take_allocations (run, month, difference, &d->left_unearned, &d->left_earned);
  d->allocations -= d->left_unearned + d->left_earned;
  /* register 5 */
  if (mp_case_reading (run->kase, MP_READING_SSI_5) != 0)
    d->limit = mp_ssi_fbr (self, run, TRUE, self->now) - mp_ssi_fbr (self, run, FALSE, self->now);
}

static void
deem (MpSsiState *self, MpRun *run, MpMonth month, MpSsiIncome *income)
{
  MpSsiDeeming d;

  mp_ssi_deeming (self, run, month, &d);
  if (d.left_unearned + d.left_earned <= d.limit)
    return;
  income->spouse_unearned = d.left_unearned;
  income->spouse_earned = d.left_earned;
}

/* What the lists of the case hold for the month. */
static void
add_unearned (MpSsiState *self, MpRun *run, MpSsiIncome *income)
{
  const MpSsiFacts *ssi = &run->kase->ssi;
  const MpMonth month = income->month;
  const MpLiving living = mp_ssi_living (run, month);

  income->household_of_another = living == MP_LIVING_HOUSEHOLD_OF_ANOTHER;
  /* board and lodging of a medical stay are no income at all (SSA Handbook 2144.3) */
  if (living == MP_LIVING_OWN_HOUSEHOLD)
    income->in_kind = mp_amounts_sum (ssi->in_kind, ssi->n_in_kind, month);
  if (ssi->n_unearned == 0)
    return;
  income->other = unearned_of (ssi, MP_UNEARNED_OTHER, month);
  income->needs_based = unearned_of (ssi, MP_UNEARNED_NEEDS_BASED, month);
  income->tanf = unearned_of (ssi, MP_UNEARNED_TANF, month);
  income->infrequent = infrequent_unearned (self, run, month);
}

static void
find_income (MpSsiState *self, MpRun *run, MpMonth month, MpSsiUnit unit, MpSsiIncome *income)
{
  const MpCase *kase = run->kase;
  const MpSsiFacts *ssi = &kase->ssi;
  const MpWorkMonth *work = mp_run_work (run, month);
  gboolean keep_irwe = mp_case_reading (kase, MP_READING_SSI_10) != 0;

  *income = (MpSsiIncome) { .month = month };
  income->t2 = title_ii_received (run, month);
  add_unearned (self, run, income);
  income->wages = work->paid_wages;
  income->self_employment = work->ssi_self_employment;
  if (work->ssi_paid > 0)
    {
      if (work->paid_infrequent > 0)
        income->infrequent_earned = infrequent_earned_excluded (self, run, month);
      income->seie = student_exclusion (self, run, month, &income->seie_exhausted);
    }
  if (!(run->flags & MP_PROJECT_WITHOUT_WORK) && mp_ssi_keeps_incentives (self, run, month))
    for (guint i = 0; i < run->scenario->n_work_incentives; i++)
      add_incentive (&run->scenario->work_incentives[i], month, kase->beneficiary.blind, keep_irwe, income);
  if (unit == MP_SSI_ONE || !mp_period_contains (&ssi->spouse.when, month))
    return;
  /* SSI-34: nothing was deemed in a month at the institution's rate */
  if (unit == MP_SSI_DEEMED && mp_ssi_living (run, month) == MP_LIVING_MEDICAID_INSTITUTION)
    return;
  if (unit == MP_SSI_DEEMED)
    {
      deem (self, run, month, income);
      return;
    }
  income->spouse_earned = mp_amounts_sum (ssi->spouse.earned, ssi->spouse.n_earned, month);
  income->spouse_unearned = mp_amounts_sum (ssi->spouse.unearned, ssi->spouse.n_unearned, month);
  for (guint i = 0; i < ssi->spouse.n_work_incentives; i++)
    add_incentive (&ssi->spouse.work_incentives[i], month, ssi->spouse.blind, keep_irwe, income);
}

/* The income facts of a month, for the unit that is to be paid. They are found once and then kept for the
 * months whose budget month it is. */
const MpSsiIncome *
mp_ssi_income (MpSsiState *self, MpRun *run, MpMonth month, MpSsiUnit unit)
{
  MpSsiIncome *income = &self->incomes[month & 3];
  guint32 *estimated = self->estimated;

  /* a month before the reported ones was found without failing for a figure that is missing; by the other
   * reading of register 5 what is deemed depends on the month paid */
  if (income->month != month || self->income_units[month & 3] != unit || month < run->start ||
      mp_case_reading (run->kase, MP_READING_SSI_5) != 0)
    {
      self->estimated = &income->estimated;
      find_income (self, run, month, unit, income);
      self->estimated = estimated;
      self->income_units[month & 3] = unit;
    }
  *estimated |= income->estimated;
  return income;
}

void
mp_ssi_forget (MpSsiState *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->incomes); i++)
    self->incomes[i].month = MP_MONTH_NONE;
}

/* SSI-15: leaves out the types of income of the first month that the second does not have. Deemed income is one type. */
void
mp_ssi_drop_nonrecurring (MpSsiIncome *income, const MpSsiIncome *second, MpSsiUnit unit)
{
  if (second->t2 == 0)
    income->t2 = 0;
  if (second->other == 0)
    income->other = 0;
  if (second->infrequent == 0)
    income->infrequent = 0;
  if (second->needs_based == 0)
    income->needs_based = 0;
  if (second->tanf == 0)
    income->tanf = 0;
  if (second->in_kind == 0 && !second->household_of_another)
    {
      income->in_kind = 0;
      income->household_of_another = FALSE;
    }
  if (second->wages == 0)
    income->wages = 0;
  if (second->self_employment == 0)
    income->self_employment = 0;
  if (second->spouse_unearned == 0 && (unit == MP_SSI_COUPLE || second->spouse_earned == 0))
    income->spouse_unearned = 0;
  if (second->spouse_earned == 0 && (unit == MP_SSI_COUPLE || second->spouse_unearned == 0))
    income->spouse_earned = 0;
}

void
mp_ssi_without_earnings (MpSsiIncome *income)
{
  income->wages = income->self_employment = income->infrequent_earned = income->seie = 0;
}

/* SSI-20: the exclusions in their order. The cap on in-kind support takes the rate of the month
 * that is stepped (SSI-33): the payment's in a payment, the month's own in its eligibility test. */
void
mp_ssi_sheet (const MpSsiState *self, const MpSsiIncome *income, gboolean with_spouse, gboolean couple_fbr, MpSsiSheet *sheet)
{
  MpMoney general = self->rates.general;
  MpMoney unearned, earned = income->wages + income->self_employment;
  MpHalfCents u, e;

  *sheet = (MpSsiSheet) { 0 };
  /* SSI-32 */
  if (income->in_kind > 0)
    sheet->in_kind = MIN (income->in_kind, mp_ssi_third (self, self->rates.fbr[couple_fbr ? 1 : 0]) + general);
  unearned = income->t2 + income->other + income->infrequent + sheet->in_kind;
  if (with_spouse)
    unearned += income->spouse_unearned;
  sheet->unearned = unearned;
  sheet->general_unearned = take (&unearned, general);
  sheet->infrequent_earned = take (&earned, income->infrequent_earned);
  sheet->seie = take (&earned, income->seie);
  sheet->earned = income->wages + income->self_employment;
  if (with_spouse)
    {
      earned += income->spouse_earned;
      sheet->earned += income->spouse_earned;
    }
  if (earned > 0)
    {
      sheet->general_earned = take (&earned, general - sheet->general_unearned);
      sheet->sixty_five = take (&earned, self->rates.sixty_five);
      sheet->irwe = take (&earned, income->irwe);
    }
  e = sheet->half = earned;       /* cents before the half are half cents after it */
  sheet->bwe = take (&e, 2 * income->bwe);
  /* SSI-21: no general exclusion for income based on need */
  sheet->needs_based = income->needs_based + income->tanf;
  u = 2 * (unearned + sheet->needs_based);
  sheet->pass_unearned = u;
  sheet->pass_earned = e;
  take_pass (&income->pass, 2, &u, &e);
  sheet->pass_unearned = (sheet->pass_unearned - u) / 2;
  sheet->pass_earned -= e;
  sheet->countable_unearned = u;
  sheet->countable_earned = e;
  sheet->countable = u + e;
}
