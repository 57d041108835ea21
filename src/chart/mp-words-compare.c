/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-i18n.h"

#include "mp-words-compare.h"

#include "mp-rules.h"
#include "mp-words.h"

/* What of the figures behind cash can be carried: not the provider's rates, unless a share is in it. */
static gboolean
cash_is_estimated (const MpPlanSummary *summary, guint32 estimated)
{
  const guint32 ticket = MP_ESTIMATED_TICKET_RATE;

  return (estimated & ~ticket) != 0 || (summary->share != 0 && (estimated & ticket) != 0);
}

/**
 * mp_words_compare_column:
 * @column: a column
 * @n_months: how many months are compared
 * @baseline: number of the plan the others are compared with, from 0
 *
 * Returns: (transfer full): its heading
 */
char *
mp_words_compare_column (MpCompareColumn column, guint n_months, guint baseline)
{
  switch (column)
    {
    case MP_COMPARE_CASH:
      /* Translators: heading of a sum of cash in hand over so many months */
      return g_strdup_printf (ngettext ("Cash, %u month", "Cash, %u months", n_months), n_months);
    case MP_COMPARE_DIFFERENCE:
      /* Translators: heading; plans are numbered from 1 */
      return g_strdup_printf (_("Compared with plan %u"), baseline + 1);
    case MP_COMPARE_MORE_FROM:
      return g_strdup (_("More cash from"));
    case MP_COMPARE_DROP:
      return g_strdup (_("Largest one-month drop"));
    case MP_COMPARE_SSDI_STOPS:
      return g_strdup (_("SSDI check stops"));
    case MP_COMPARE_NO_CASH:
      return g_strdup (_("No cash checks"));
    case MP_COMPARE_MEDICAID:
      return g_strdup (_("Medicaid ends"));
    case MP_COMPARE_MEDICARE:
      return g_strdup (_("Medicare ends"));
    case MP_COMPARE_EN:
      return g_strdup (_("To the EN"));
    case MP_COMPARE_SHARE:
    case MP_N_COMPARE:
    default:
      return g_strdup (_("From the EN"));
    }
}

static char *
month_or_no (MpMonth month)
{
  return month == MP_MONTH_NONE ? g_strdup (_("no")) : mp_words_short_month (month);
}

static char *
drop_cell (const MpPlanSummary *summary)
{
  g_autofree char *amount = NULL, *month = NULL;

  if (summary->drop == 0)
    return g_strdup (_("none"));
  amount = mp_words_signed (-summary->drop, cash_is_estimated (summary, summary->drop_estimated));
  month = mp_words_short_month (summary->drop_month);
  /* Translators: an amount and the month it falls in */
  return g_strdup_printf (_("%1$s, %2$s"), amount, month);
}

static char *
no_cash_cell (const MpPlanSummary *summary)
{
  g_autofree char *month = month_or_no (summary->no_cash);

  if (summary->no_cash == MP_MONTH_NONE)
    return g_steal_pointer (&month);
  /* Translators: the first month and how many there are */
  return g_strdup_printf (ngettext ("%1$s, %2$u month", "%1$s, %2$u months", summary->no_cash_months), month, summary->no_cash_months);
}

/**
 * mp_words_compare_cell:
 * @summary: a plan
 * @column: a column
 * @is_baseline: whether the others are compared with it
 *
 * Returns: (transfer full): the cell; empty where a plan would be compared with itself
 */
char *
mp_words_compare_cell (const MpPlanSummary *summary, MpCompareColumn column, gboolean is_baseline)
{
  switch (column)
    {
    case MP_COMPARE_CASH:
      return mp_words_money (summary->cash, cash_is_estimated (summary, summary->estimated));
    case MP_COMPARE_DIFFERENCE:
      return is_baseline ? g_strdup ("") : mp_words_signed (summary->difference, cash_is_estimated (summary, summary->estimated));
    case MP_COMPARE_MORE_FROM:
      if (is_baseline)
        return g_strdup ("");
      return summary->every_month ? g_strdup (_("every month")) : month_or_no (summary->more_from);
    case MP_COMPARE_DROP:
      return drop_cell (summary);
    case MP_COMPARE_SSDI_STOPS:
      return month_or_no (summary->ssdi_stops);
    case MP_COMPARE_NO_CASH:
      return no_cash_cell (summary);
    case MP_COMPARE_MEDICAID:
      return month_or_no (summary->medicaid_ends);
    case MP_COMPARE_MEDICARE:
      return month_or_no (summary->medicare_ends);
    case MP_COMPARE_EN:
      return mp_words_money (summary->en, summary->en_estimated);
    case MP_COMPARE_SHARE:
    case MP_N_COMPARE:
    default:
      return mp_words_money (summary->share, summary->share != 0 && summary->en_estimated);
    }
}

/* Two plans: the difference itself. */
static char *
lead_of_two (const char *name, const char *other, const MpPlanSummary *summary)
{
  g_autofree char *amount = mp_words_money (ABS (summary->difference), cash_is_estimated (summary, summary->estimated)), *month = NULL;

  if (summary->difference == 0)
    /* Translators: two plan names */
    return g_strdup_printf (_("“%1$s” and “%2$s” bring the same cash in all."), name, other);
  if (summary->difference < 0)
    /* Translators: a plan, an amount, another plan */
    return g_strdup_printf (_("“%1$s” brings %2$s less cash than “%3$s” in all."), name, amount, other);
  if (summary->every_month || summary->more_from == MP_MONTH_NONE)
    /* Translators: a plan, an amount, another plan */
    return g_strdup_printf (_("“%1$s” brings %2$s more cash than “%3$s” in all."), name, amount, other);
  month = mp_month_to_display (summary->more_from, TRUE);
  /* Translators: a plan, an amount, another plan, a month */
  return g_strdup_printf (_("“%1$s” brings %2$s more cash than “%3$s” in all, from %4$s on."), name, amount, other, month);
}

/**
 * mp_words_compare_lead:
 * @names: (array length=n): names of the plans
 * @summaries: (array length=n): the plans
 * @n: how many
 * @baseline: number of the plan the others are compared with
 *
 * Returns: (transfer full): what the plans do against the baseline, in a sentence
 */
char *
mp_words_compare_lead (const char *const *names, const MpPlanSummary *summaries, guint n, guint baseline)
{
  guint more = 0, less = 0;

  if (n < 2)
    return g_strdup (_("Add a plan to compare."));
  if (n == 2)
    return lead_of_two (names[1 - baseline], names[baseline], &summaries[1 - baseline]);
  for (guint i = 0; i < n; i++)
    {
      more += summaries[i].difference > 0;
      less += summaries[i].difference < 0;
    }
  if (more == n - 1)
    /* Translators: a number of plans and the name of another */
    return g_strdup_printf (ngettext ("The other %1$u plan brings more cash than “%2$s”.",
                                      "All %1$u other plans bring more cash than “%2$s”.", more), more, names[baseline]);
  if (less == n - 1)
    return g_strdup_printf (ngettext ("The other %1$u plan brings less cash than “%2$s”.",
                                      "All %1$u other plans bring less cash than “%2$s”.", less), less, names[baseline]);
  /* Translators: the name of a plan, how many others bring more, how many bring less */
  return g_strdup_printf (_("Beside “%1$s”: %2$u with more cash, %3$u with less."), names[baseline], more, less);
}

/**
 * mp_words_compare_month:
 * @plans: (array length=n): projections over the same months
 * @n: how many
 * @i: reported month number
 *
 * Returns: (transfer full): such as "June 2027: 1 $1,371.50, 2 $1,940.00"
 */
char *
mp_words_compare_month (const MpProjection *const *plans, guint n, guint i)
{
  GString *text = g_string_new (NULL);
  g_autofree char *month = mp_month_to_display (mp_projection_month (plans[0], i)->month, TRUE);

  g_string_append_printf (text, "%s:", month);
  for (guint k = 0; k < n; k++)
    {
      g_autofree char *amount = mp_words_cell (plans[k], i, MP_COLUMN_NET);

      g_string_append_printf (text, "%s %u %s", k > 0 ? "," : "", k + 1, amount);
    }
  return g_string_free (text, FALSE);
}

/**
 * mp_words_curve_point:
 * @curve: a curve
 * @earned: a pay
 *
 * Returns: (transfer full): such as "Pay $1,950.00: cash in hand $2,011.50; $318.50 less than at the limit."
 */
char *
mp_words_curve_point (MpCurve *curve, MpMoney earned)
{
  const MpMoney limit = mp_curve_mark (curve, MP_CURVE_SGA);
  MpCurvePoint point;
  MpMoney more;
  g_autofree char *pay = mp_money_to_display (earned), *net = NULL, *difference = NULL;

  mp_curve_at (curve, earned, MP_CURVE_AS_IT_STANDS, &point);
  net = mp_words_money (point.net, point.estimated != 0);
  if (mp_curve_mark (curve, MP_CURVE_BREAK_EVEN) == MP_MONEY_NONE || earned == limit)
    /* Translators: two amounts */
    return g_strdup_printf (_("Pay %1$s: cash in hand %2$s."), pay, net);
  more = mp_curve_beyond_limit (curve, earned);
  difference = mp_money_to_display (ABS (more));
  if (more == 0)
    return g_strdup_printf (_("Pay %1$s: cash in hand %2$s; as much as at the limit."), pay, net);
  /* Translators: pay, cash in hand, and a difference */
  return g_strdup_printf (more < 0 ? _("Pay %1$s: cash in hand %2$s; %3$s less than at the limit.")
                                   : _("Pay %1$s: cash in hand %2$s; %3$s more than at the limit."), pay, net, difference);
}

/**
 * mp_words_curve_lead:
 * @curve: a curve
 *
 * Returns: (transfer full): a sentence about the drop of the month, or that there is none
 */
char *
mp_words_curve_lead (MpCurve *curve)
{
  const MpMoney limit = mp_curve_mark (curve, MP_CURVE_SGA), even = mp_curve_mark (curve, MP_CURVE_BREAK_EVEN);
  MpMoney planned = mp_curve_planned (curve);
  g_autofree char *pay = NULL, *at = NULL, *less = NULL;

  if (even == MP_MONEY_NONE)
    return g_strdup (_("In this month no pay leaves less cash than a smaller one."));
  at = mp_money_to_display (limit);
  if (planned > limit && planned < even)
    {
      pay = mp_money_to_display (planned);
      less = mp_money_to_display (-mp_curve_beyond_limit (curve, planned));
      /* Translators: the plan's pay, a difference, pay at the SGA limit */
      return g_strdup_printf (_("Pay of %1$s leaves %2$s less cash than pay of %3$s."), pay, less, at);
    }
  pay = mp_money_to_display (even);
  less = mp_money_to_display (mp_curve_drop (curve));
  /* Translators: pay at the SGA limit, the drop, pay at the break-even */
  return g_strdup_printf (_("Over %1$s of pay the checks are %2$s smaller; from %3$s cash is back."), at, less, pay);
}

/**
 * mp_words_curve_phase:
 * @curve: a curve
 *
 * Returns: (transfer full): the month and what SSDI is in with pay over the limit, such as "After grace, June 2027"
 */
char *
mp_words_curve_phase (MpCurve *curve)
{
  g_autofree char *month = mp_month_to_display (mp_curve_month (curve), TRUE);
  MpCurvePoint point;

  mp_curve_at (curve, MP_MONEY_MAX, MP_CURVE_AS_IT_STANDS, &point);
  switch ((MpSsdiStatus) point.ssdi_status)
    {
    case MP_SSDI_TRIAL_WORK:
      /* Translators: a month */
      return g_strdup_printf (_("Trial work, %s"), month);
    case MP_SSDI_CESSATION:
    case MP_SSDI_GRACE:
      return g_strdup_printf (_("Grace, %s"), month);
    case MP_SSDI_SUSPENDED:
      return g_strdup_printf (_("After grace, %s"), month);
    case MP_SSDI_TERMINATED:
      return g_strdup_printf (_("SSDI ended, %s"), month);
    case MP_SSDI_NOT_ENTITLED:
    case MP_SSDI_ENTITLED:
    case MP_SSDI_EPE_PAID:
    case MP_SSDI_POST_EPE_PAID:
    case MP_SSDI_EXR_PROVISIONAL:
    case MP_SSDI_EXR_PAID:
    case MP_SSDI_EXR_UNPAID:
    case MP_SSDI_RETIREMENT:
    case MP_N_SSDI_STATUS:
    default:
      return g_steal_pointer (&month);
    }
}

/**
 * mp_words_answer_step:
 * @step: a step of an answer
 *
 * Returns: (transfer full): what it is, when it is reached and what the EN gets for it
 */
char *
mp_words_answer_step (const MpAnswerStep *step)
{
  g_autofree char *label = NULL, *month = NULL, *amount = NULL;

  if (step->code.kind != MP_TICKET_CODE_NONE)
    label = mp_words_ticket_title (step->code);
  for (MpEventCode code = 0; label == NULL && code < MP_N_EVENTS; code++)
    if (g_str_equal (mp_event_name (code), step->name))
      label = g_strdup (mp_words_event (code));
  if (step->month == MP_MONTH_NONE)
    /* Translators: a step, such as "Phase 1 milestone 2" */
    return g_strdup_printf (step->removed ? _("%s: not paid, because of earlier work") : _("%s: not reached"), label);
  month = mp_month_to_display (step->month, TRUE);
  if (step->code.kind == MP_TICKET_CODE_NONE)
    /* Translators: a step and a month */
    return g_strdup_printf (_("%1$s: %2$s"), label, month);
  amount = mp_words_money (step->amount, step->estimated);
  /* Translators: a step, a month, an amount */
  return g_strdup_printf (step->paid_before ? _("%1$s: paid in %2$s, %3$s to the EN") : _("%1$s: %2$s, %3$s to the EN"), label, month, amount);
}

/**
 * mp_words_incentive:
 * @effect: what a work incentive changes
 *
 * Returns: (transfer full): "+$60.00 SSI, −$120.00 counted for SGA in December 2026"
 */
char *
mp_words_incentive (const MpIncentiveEffect *effect)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *month = mp_month_to_display (effect->month, TRUE);
  const struct { MpMoney amount; const char *name; } parts[] = {
    { effect->ssdi, _("SSDI") }, { effect->ssi, _("SSI") }, { -effect->sga, _("counted for SGA") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].amount != 0)
      {
        g_autofree char *amount = mp_words_signed (parts[i].amount, FALSE);

        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", amount, parts[i].name);
      }
  if (text->len == 0)
    return g_strdup (_("Changes no check in these months."));
  /* Translators: amounts with their signs, a month: "+$60.00 SSI in December 2026" */
  return g_strdup_printf (_("%1$s in %2$s"), text->str, month);
}

/**
 * mp_words_rule:
 * @rule: id of a rule
 *
 * Returns: (transfer full): the id and where the rule is written
 */
char *
mp_words_rule (const char *rule)
{
  const MpRule *found = mp_rule_find (rule);

  return found != NULL ? g_strdup_printf ("%s · %s", rule, found->citation) : g_strdup (rule);
}

static const char *
paid_reason (guint reasons)
{
  if (reasons & MP_PAID_PREMIUM)
    return _("It is the benefit without the Medicare premium taken off.");
  if (reasons & MP_PAID_NOT_POSTED)
    return _("It is the amount without work: often pay is not posted yet.");
  if (reasons & MP_PAID_RAISE)
    return _("It is the amount of before the yearly raise.");
  if (reasons & MP_PAID_OTHER_MONTH)
    return _("It is the amount of the month before or after: often pay was counted for the wrong month.");
  return _("None of the usual reasons fits: ask Social Security which pay and which benefit it counted.");
}

/**
 * mp_words_paid_month:
 * @paid: what was paid for a month
 *
 * Returns: (transfer full): what was paid, by how much it differs, and the usual reason
 */
char *
mp_words_paid_month (const MpPaidMonth *paid)
{
  g_autofree char *amount = mp_money_to_display (paid->paid), *month = mp_month_to_display (paid->month, TRUE);
  g_autofree char *difference = mp_words_money (ABS (paid->difference), paid->estimated != 0), *text = NULL;
  const char *program = paid->program == MP_PROGRAM_SSI ? _("SSI") : _("SSDI");

  if (paid->difference == 0)
    /* Translators: a program, a month, an amount */
    return g_strdup_printf (_("%1$s for %2$s: %3$s was paid, as these facts give."), program, month, amount);
  /* Translators: a program, a month, an amount, a difference */
  text = g_strdup_printf (paid->difference > 0 ? _("%1$s for %2$s: %3$s was paid, %4$s more than these facts give.")
                                               : _("%1$s for %2$s: %3$s was paid, %4$s less than these facts give."), program, month, amount, difference);
  return g_strconcat (text, " ", paid_reason (paid->reasons), NULL);
}

/**
 * mp_words_paid_sum:
 * @review: a review
 *
 * Returns: (transfer full): what SSA may ask back or owe, as a figure for planning; "" when nothing differs
 */
char *
mp_words_paid_sum (const MpPaidReview *review)
{
  g_autofree char *ask_back = mp_money_to_display (review->ask_back), *owe = mp_money_to_display (review->owe), *text = NULL;

  if (review->ask_back == 0 && review->owe == 0)
    return g_strdup ("");
  if (review->owe == 0)
    text = g_strdup_printf (_("Social Security may ask back %s."), ask_back);
  else if (review->ask_back == 0)
    text = g_strdup_printf (_("Social Security may owe %s."), owe);
  else
    /* Translators: two amounts */
    text = g_strdup_printf (_("Social Security may ask back %1$s and may owe %2$s."), ask_back, owe);
  return g_strconcat (text, " ", _("A figure for planning only: Social Security decides, and there may be a waiver."), NULL);
}
