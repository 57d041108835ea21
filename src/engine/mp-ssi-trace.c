/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* SSI: the calculation sheet in words, one line for each step that changes something. */

#include "mp-ssi-private.h"

static void
line (MpRun *run, MpMonth month, const char *rule, const char *text, MpMoney amount)
{
  if (amount != 0)
    mp_run_trace (run, month, MP_PROGRAM_SSI, rule, mp_message (text, MP_MONEY_VALUE ("amount", amount)));
}

static void
trace_unearned (MpRun *run, MpMonth month, const MpSsiIncome *income, const MpSsiSheet *sheet, gboolean with_spouse, gboolean couple)
{
  line (run, month, "SSI-18", N_("SSDI received in the month, as it counts for SSI: {amount}."), income->t2);
  line (run, month, "SSI-20", N_("Other unearned income: {amount}."), income->other);
  line (run, month, "SSI-28", N_("Infrequent unearned income above the quarter's exclusion: {amount}."), income->infrequent);
  if (sheet->in_kind > 0)
    mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-32",
                  mp_message (N_("In-kind support worth {value} counts up to the presumed maximum value: {amount}."),
                              MP_MONEY_VALUE ("value", income->in_kind), MP_MONEY_VALUE ("amount", sheet->in_kind)));
  if (with_spouse && couple)
    line (run, month, "SSI-40", N_("Unearned income of the spouse: {amount}."), income->spouse_unearned);
  else if (with_spouse)
    line (run, month, "SSI-43", N_("Unearned income deemed from the spouse, after allocations for children: {amount}."),
          income->spouse_unearned);
  line (run, month, "SSI-20", N_("General exclusion, from unearned income: {amount} comes off."), sheet->general_unearned);
  line (run, month, "SSI-21", N_("Income based on need, without the general exclusion: {amount}."), sheet->needs_based);
  line (run, month, "SSI-27", N_("Set aside under a PASS from unearned income: {amount} comes off."), sheet->pass_unearned);
  line (run, month, "SSI-20", N_("Countable unearned income: {amount}."), sheet->countable_unearned / 2);
}

static void
trace_earned (MpRun *run, MpMonth month, const MpSsiIncome *income, const MpSsiSheet *sheet, gboolean with_spouse, gboolean couple)
{
  if (sheet->earned == 0)
    return;
  line (run, month, "SSI-19", N_("Gross wages: {amount}."), income->wages);
  line (run, month, "SSI-20", N_("Net earnings from self-employment: {amount}."), income->self_employment);
  if (with_spouse && couple)
    line (run, month, "SSI-40", N_("Earned income of the spouse: {amount}."), income->spouse_earned);
  else if (with_spouse)
    line (run, month, "SSI-43", N_("Earned income deemed from the spouse, after allocations for children: {amount}."),
          income->spouse_earned);
  line (run, month, "SSI-28", N_("Infrequent earned income excluded in the quarter: {amount} comes off."), sheet->infrequent_earned);
  line (run, month, "SSI-22", N_("Student earned income exclusion: {amount} comes off."), sheet->seie);
  line (run, month, "SSI-20", N_("What is left of the general exclusion: {amount} comes off."), sheet->general_earned);
  line (run, month, "SSI-20", N_("Earned income exclusion: {amount} comes off."), sheet->sixty_five);
  line (run, month, "SSI-24", N_("Impairment-related work expenses: {amount} comes off."), sheet->irwe);
  /* what is left in cents is as many half cents after the half */
  if (sheet->half > 0)
    mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-20",
                  mp_message (N_("One half of the remaining {remainder}: {amount} counts."), MP_MONEY_VALUE ("remainder", sheet->half),
                              MP_MONEY_VALUE ("amount", sheet->half / 2)));
  line (run, month, "SSI-26", N_("Blind work expenses: {amount} comes off."), sheet->bwe / 2);
  line (run, month, "SSI-27", N_("Set aside under a PASS from earned income: {amount} comes off."), sheet->pass_earned / 2);
  mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-20",
                mp_message (N_("Countable earned income: {amount}."), MP_MONEY_VALUE ("amount", sheet->countable_earned / 2)));
}

static void
trace_sheet (MpRun *run, MpMonth month, const MpSsiIncome *income, const MpSsiSheet *sheet, gboolean with_spouse, gboolean couple)
{
  trace_unearned (run, month, income, sheet, with_spouse, couple);
  trace_earned (run, month, income, sheet, with_spouse, couple);
  mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-20",
                mp_message (N_("Countable income of {month}: {unearned} + {earned} = {amount}."), MP_MONTH_VALUE ("month", income->month),
                            MP_MONEY_VALUE ("unearned", sheet->countable_unearned / 2),
                            MP_MONEY_VALUE ("earned", sheet->countable_earned / 2), MP_MONEY_VALUE ("amount", sheet->countable / 2)));
}

static void
trace_rate (MpRun *run, MpMonth month, const MpSsiComputation *c)
{
  if (c->institution)
    line (run, month, "SSI-34", N_("The rate in a medical institution where Medicaid pays: {amount}."), c->fbr);
  else if (c->unit == MP_SSI_COUPLE)
    line (run, month, "SSI-01", N_("Federal benefit rate of a couple: {amount}."), c->fbr);
  else
    line (run, month, "SSI-01", N_("Federal benefit rate: {amount}."), c->fbr);
  line (run, month, "SSI-30", N_("Living in the household of another: one third of the rate, {amount}, comes off."), c->third);
}

/* How a spouse's income becomes deemed income, or why it does not. */
static void
trace_deeming (MpSsiState *self, MpRun *run, MpMonth month, MpMonth of)
{
  const MpSsiFacts *ssi = &run->kase->ssi;
  MpSsiDeeming d;

  if (!mp_period_contains (&ssi->spouse.when, of) || mp_ssi_living (run, of) == MP_LIVING_MEDICAID_INSTITUTION)
    return;
  mp_ssi_deeming (self, run, of, &d);
  if (d.unearned + d.earned == 0)
    return;
  line (run, month, "SSI-43", N_("The spouse's unearned income: {amount}."), d.unearned);
  line (run, month, "SSI-43", N_("The spouse's earned income: {amount}."), d.earned);
  if (ssi->spouse.public_assistance)
    {
      mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-41",
                    mp_message_plain (N_("The spouse has public income-maintenance payments, so nothing is deemed.")));
      return;
    }
  line (run, month, "SSI-41", N_("The spouse's own work expenses: {amount} comes off."), d.expenses);
  line (run, month, "SSI-41", N_("The spouse's own PASS: {amount} comes off."), d.pass);
  line (run, month, "SSI-42", N_("Allocations for ineligible children, less their own income: {amount} comes off."), d.allocations);
  if (d.left_unearned + d.left_earned <= d.limit)
    mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-43",
                  mp_message (N_("What is left of the spouse's income, {left}, is not more than {limit}, the difference of the two rates: nothing is deemed."),
                              MP_MONEY_VALUE ("left", d.left_unearned + d.left_earned), MP_MONEY_VALUE ("limit", d.limit)));
  else
    mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-43",
                  mp_message (N_("What is left of the spouse's income, {left}, is more than {limit}, the difference of the two rates: it is deemed, and the sheet is made a second time with both incomes."),
                              MP_MONEY_VALUE ("left", d.left_unearned + d.left_earned), MP_MONEY_VALUE ("limit", d.limit)));
}

/* The rate, the income and what is left, for the test of the month or for the payment. */
void
mp_ssi_trace_computation (MpSsiState *self, MpRun *run, MpMonth month, const MpSsiIncome *income, const MpSsiComputation *c)
{
  gboolean couple = c->unit == MP_SSI_COUPLE;

  if (!mp_run_explains (run) || month < run->start)
    return;
  trace_rate (run, month, c);
  trace_sheet (run, month, income, &c->own, couple, couple);
  if (c->unit == MP_SSI_DEEMED)
    trace_deeming (self, run, month, income->month);
  if (!c->deems)
    return;
  trace_sheet (run, month, income, &c->combined, TRUE, FALSE);
  mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-44",
                mp_message (N_("The lesser of {couple_rate} - {combined} for a couple and {rate} - {own} on own income is used."),
                            MP_MONEY_VALUE ("couple_rate", c->fbr_couple - c->third_couple),
                            MP_MONEY_VALUE ("combined", c->combined.countable / 2), MP_MONEY_VALUE ("rate", c->fbr - c->third),
                            MP_MONEY_VALUE ("own", c->own.countable / 2)));
}

void
mp_ssi_trace_payment (MpRun *run, const MpSsiRow *row, MpMonth month, const MpSsiComputation *c, MpMoney oss)
{
  MpMoney left = MAX (0, c->room) / 2;

  if (!mp_run_explains (run) || month < run->start)
    return;
  mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-12",
                mp_message (N_("The rate less countable income leaves {left}."), MP_MONEY_VALUE ("left", left)));
  if (oss > 0)
    mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-70",
                  mp_message (N_("Of the state supplement of {supplement}, {state} is due."), MP_MONEY_VALUE ("supplement", oss),
                              MP_MONEY_VALUE ("state", c->unit == MP_SSI_COUPLE ? 2 * row->state : row->state)));
  if (c->unit == MP_SSI_COUPLE)
    mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-40",
                  mp_message (N_("Each member of the couple gets half: {payment}."), MP_MONEY_VALUE ("payment", row->payment)));
  if (c->room > 0 && left < mp_dollars (1) && row->federal == mp_dollars (1))
    mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-73",
                  mp_message (N_("Less than a dollar is paid as {payment}."), MP_MONEY_VALUE ("payment", row->federal)));
  mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-72",
                mp_message (N_("Due for {month}, with a fraction of a cent raised to the next cent: {federal} federal and {state} state, {payment} together."),
                            MP_MONTH_VALUE ("month", month), MP_MONEY_VALUE ("federal", row->federal),
                            MP_MONEY_VALUE ("state", row->state), MP_MONEY_VALUE ("payment", row->payment)));
  if (row->status == MP_SSI_UNPAID)
    mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-14",
                  mp_message_plain (N_("Nothing is due, but the person is eligible: the month is no step toward the end of the record.")));
  if (row->status == MP_SSI_EXR_PROVISIONAL)
    mp_run_trace (run, month, MP_PROGRAM_SSI, "SSI-64",
                  mp_message_plain (N_("This is a provisional payment while the request for reinstatement is decided, without a state supplement.")));
}

/* What changed in this month, by status. */
static void
status_events (MpSsiState *self, MpRun *run, const MpSsiRow *row)
{
  MpMonth month = self->now;
  MpSsiStatus before = self->last_status, now = row->status;

  if (before == MP_SSI_1619B && now != MP_SSI_1619B)
    mp_run_event (run, month, MP_EVENT_S1619B_END, MP_MONEY_NONE,
                  row->medicaid
                  ? mp_message_plain (N_("Income is low enough for SSI again: the special status under section 1619(b) ends, and Medicaid goes on with SSI."))
                  : mp_message_plain (N_("The special status under section 1619(b) ends, and with it Medicaid through SSI.")));
  if (now == MP_SSI_1619B && before != MP_SSI_1619B)
    mp_run_event (run, month, MP_EVENT_S1619B_START, MP_MONEY_NONE,
                  mp_message_plain (N_("Earnings end the SSI payment; Medicaid continues under section 1619(b).")));
  if (now == MP_SSI_SUSPENDED && before != MP_SSI_SUSPENDED)
    mp_run_event (run, month, MP_EVENT_SSI_SUSPENSION, MP_MONEY_NONE,
                  mp_message_plain (N_("SSI is suspended. After twelve months in a row the record ends.")));
  if (now == MP_SSI_TERMINATED && before != MP_SSI_TERMINATED && self->terminated_from == month)
    mp_run_event (run, month, MP_EVENT_SSI_TERMINATION, MP_MONEY_NONE,
                  mp_message_plain (N_("The SSI record ends after twelve suspended months.")));
  if (before == MP_SSI_EXR_PROVISIONAL && now != MP_SSI_EXR_PROVISIONAL)
    mp_run_event (run, month - 1, MP_EVENT_EXR_PROVISIONAL_END, MP_MONEY_NONE,
                  mp_message_plain (N_("This is the last month of provisional SSI payments.")));
  if ((now == MP_SSI_PAYABLE || now == MP_SSI_EXR_PROVISIONAL) &&
      (before == MP_SSI_1619B || before == MP_SSI_SUSPENDED || before == MP_SSI_TERMINATED))
    mp_run_event (run, month, MP_EVENT_SSI_RESUMES, row->payment,
                  mp_message (N_("SSI is paid again: {payment} this month."), MP_MONEY_VALUE ("payment", row->payment)));
}

/* What is left for the unit at a gross pay. */
static MpHalfCents
left_at (const MpSsiState *self, MpSsiIncome *income, MpSsiUnit unit, MpMoney pay, MpMoney oss)
{
  income->wages = pay;
  return mp_ssi_room (self, income, unit) + 2 * oss;
}

/* SSI-74: the least gross pay at which the unit is paid nothing, all else as in this month. Of the pay half a cent counts
 * for each cent above the exclusions, so it lies between what is left without pay, twice, and that with all exclusions. */
static MpMoney
break_even_pay (const MpSsiState *self, const MpSsiIncome *x, MpSsiUnit unit, MpHalfCents without, MpMoney oss)
{
  MpSsiIncome income = *x;
  MpMoney none = without + 2 * oss;
  MpMoney all = none + self->rates.general + self->rates.sixty_five + x->irwe + 2 * (x->bwe + x->pass.earned + x->pass.either);
  MpMoney pay;

  mp_ssi_without_earnings (&income);
  /* what is too little at the most pay is the pay too much, when all exclusions are used up before */
  pay = all + left_at (self, &income, unit, all, oss);
  if (pay > none && pay < all && left_at (self, &income, unit, pay, oss) <= 0)
    all = pay;
  if (all > none && left_at (self, &income, unit, all - 1, oss) > 0)
    return all;
  while (none < all)
    {
      pay = none + (all - none) / 2;
      if (left_at (self, &income, unit, pay, oss) > 0)
        none = pay + 1;
      else
        all = pay;
    }
  return all;
}

static void
break_even_event (MpSsiState *self, MpRun *run, const MpSsiIncome *x, MpSsiUnit unit, MpHalfCents without, MpMoney oss)
{
  MpMoney pay = break_even_pay (self, x, unit, without, oss);

  mp_run_event (run, self->now, MP_EVENT_SSI_BREAK_EVEN, pay,
                mp_message (N_("With the other facts of this month, SSI pays nothing at gross pay of {amount} a month."), MP_MONEY_VALUE ("amount", pay)));
}

/* Whether the month's payment would be more without the person's earnings. */
static gboolean
earnings_matter (const MpSsiState *self, const MpRun *run, const MpSsiRow *row, MpHalfCents without, MpMoney oss)
{
  if (row->earned == 0 || row->countable_earned == 0 || row->status == MP_SSI_TERMINATED)
    return FALSE;
  return row->payment > 0 || self->would_pay[self->now - run->first] || (oss > 0 && without + 2 * oss > 0);
}

void
mp_ssi_events (MpSsiState *self, MpRun *run, const MpSsiRow *row, const MpSsiIncome *x, MpSsiUnit unit, MpHalfCents without, MpMoney oss)
{
  MpMonth month = self->now;

  if (row->status != self->last_status)
    status_events (self, run, row);
  if (x->seie_exhausted)
    mp_run_event (run, month, MP_EVENT_SEIE_EXHAUSTED, MP_MONEY_NONE,
                  mp_message (N_("The student earned income exclusion of {year} is used up."), MP_NUMBER_VALUE ("year", mp_month_year (month))));
  if (!self->first_effect && earnings_matter (self, run, row, without, oss))
    {
      self->first_effect = TRUE;
      mp_run_event (run, month, MP_EVENT_SSI_FIRST_EFFECT, row->payment,
                    mp_message (N_("Earnings change the SSI payment for the first time: {payment} this month."),
                                MP_MONEY_VALUE ("payment", row->payment)));
      /* a student's pay may be excluded altogether, so that no one amount is the limit */
      if (without + 2 * oss > 0 && x->seie == 0)
        break_even_event (self, run, x, unit, without, oss);
    }
  self->last_status = row->status;
}
