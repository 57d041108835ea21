/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The same plan as the Employment Network sees it. */

#include "mp-i18n.h"

#include "mp-ladder-private.h"
#include "mp-words.h"

#include <string.h>

#define MOST_GAPS 3

static MpMonth
last_milestone (const MpProjection *projection)
{
  MpMonth last = MP_MONTH_NONE;

  for (guint i = 0; i < projection->events->len; i++)
    {
      const MpEvent *event = &g_array_index (projection->events, MpEvent, i);

      if (event->code == MP_EVENT_MILESTONE)
        last = event->month;
    }
  return last;
}

/**
 * mp_words_en_lead:
 * @projection: a projection
 * @who: (nullable): the person's name
 *
 * Returns: (transfer full): "≈ $20,165.00 to the EN by December 2028; ≈ $666.00 passed on to Alex; last milestone in December 2027."
 */
char *
mp_words_en_lead (const MpProjection *projection, const char *who)
{
  const MpMonthRow *last = mp_projection_month (projection, projection->n_months - 1);
  const gboolean about = mp_words_is_estimated (projection, last, MP_COLUMN_EN_TOTAL);
  const MpMonth milestone = last_milestone (projection);
  g_autofree char *total = mp_words_money (projection->totals.en, about);
  g_autofree char *end = mp_month_to_display (last->month, TRUE);
  GString *text;

  if (projection->totals.en == 0)
    return g_strdup (_("Nothing is paid to an EN in these months."));
  text = g_string_new (NULL);
  /* Translators: an amount and a month */
  g_string_append_printf (text, _("%1$s to the EN by %2$s"), total, end);
  if (projection->totals.share != 0)
    {
      g_autofree char *share = mp_words_money (projection->totals.share, about);

      /* Translators: an amount, then a name or "the person" */
      g_string_append_printf (text, _("; %1$s passed on to %2$s"), share, who != NULL ? who : _("the person"));
    }
  if (milestone != MP_MONTH_NONE)
    {
      g_autofree char *month = mp_month_to_display (milestone, TRUE);

      g_string_append_printf (text, _("; last milestone in %s"), month);
    }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

/* The pay that all of the months asked for and did not reach, NULL when something else is in the way. */
static char *
missed_pay (const MpProjection *projection, guint first, guint last)
{
  const MpMonthRow *row = mp_projection_month (projection, last);

  for (guint i = first; i <= last; i++)
    {
      const MpMonthRow *one = mp_projection_month (projection, i);

      if (one->ticket.next.amount == MP_MONEY_NONE || one->work.earned >= one->ticket.next.amount)
        return NULL;
    }
  return _mp_ladder_pay_of (row);
}

/* "12th outcome month: milestones that were missed are made up (≈ $555.00)." */
static void
append_catch_up (GString *text, const MpProjection *projection)
{
  for (guint i = 0; i < projection->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (projection, i);
      const MpTicketPayment *payments = mp_projection_payments (projection, row);

      for (guint k = 0; k < row->ticket.n_payments; k++)
        if (payments[k].code.kind == MP_TICKET_CODE_RECON)
          {
            g_autofree char *month = mp_month_to_display (row->month, TRUE);
            g_autofree char *amount = payments[k].amount != MP_MONEY_NONE ? mp_words_money (payments[k].amount, payments[k].estimated)
                                                                         : g_strdup (_("no rate is known"));

            /* Translators: a month and an amount */
            g_string_append_printf (text, _("In %1$s, after 12 outcome months, milestones that were missed are made up: %2$s."), month, amount);
            return;
          }
    }
}

/**
 * mp_words_en_gaps:
 * @projection: a projection
 *
 * Returns: (transfer full): the months in which the Ticket is assigned and nothing is paid: "No payment in April 2026 to
 *   July 2026; September 2026."; empty when there are none
 */
char *
mp_words_en_gaps (const MpProjection *projection)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GString *all = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < projection->n_months; i++)
    {
      guint first = i;
      g_autofree char *period = NULL, *pay = NULL;

      while (i < projection->n_months && mp_projection_month (projection, i)->ticket.status == MP_TICKET_ASSIGNED
             && mp_projection_month (projection, i)->ticket.n_payments == 0)
        i++;
      if (i == first || n++ >= MOST_GAPS)
        continue;
      period = mp_words_period (projection->start + (MpMonth) first, projection->start + (MpMonth) i - 1);
      pay = missed_pay (projection, first, i - 1);
      g_string_append_printf (text, "%s%s", n > 1 ? "; " : "", period);
      if (pay != NULL)
        /* Translators: an amount; before it stand the months: "January to May 2026: pay under $1,210.00" */
        g_string_append_printf (text, _(": pay under %s"), pay);
    }
  if (n > MOST_GAPS)
    g_string_append_printf (text, ngettext ("; and %u more time", "; and %u more times", n - MOST_GAPS), n - MOST_GAPS);
  if (n > 0)
    /* Translators: months, such as "April 2026 to July 2026: pay under $1,210.00; September 2026" */
    g_string_append_printf (all, _("No payment in %s."), text->str);
  if (n > 0)
    g_string_append_c (all, ' ');
  append_catch_up (all, projection);
  return g_strchomp (g_string_free (all, FALSE));
}

static const struct { guint need, within; } windows[] = { { 1, 1 }, { 3, 6 }, { 6, 12 }, { 9, 18 } };

/**
 * mp_words_en_requirement:
 * @projection: a projection
 * @month: a month in which something is paid for
 * @code: what is paid
 *
 * Returns: (transfer full): what was met: "3 months of pay at $1,210.00 or more, in any 6"
 */
char *
mp_words_en_requirement (const MpProjection *projection, MpMonth month, MpTicketCode code)
{
  const MpMonthRow *before = month > projection->first && month - projection->first < (MpMonth) projection->n_rows
                               ? &projection->rows[month - projection->first - 1] : NULL;
  g_autofree char *pay = before != NULL && before->ticket.next.amount != MP_MONEY_NONE ? _mp_ladder_pay_of (before) : NULL;

  switch (code.kind)
    {
    case MP_TICKET_CODE_P1M:
      if (code.number < 1 || code.number > G_N_ELEMENTS (windows))
        return g_strdup ("");
      if (code.number == 1)
        /* Translators: an amount */
        return pay != NULL ? g_strdup_printf (_("1 month of pay at %s or more"), pay) : g_strdup (_("1 month of pay at half the trial work figure or more"));
      /* Translators: a number of months, an amount, a number of months */
      return pay != NULL ? g_strdup_printf (_("%1$u months of pay at %2$s or more, in any %3$u"), windows[code.number - 1].need, pay, windows[code.number - 1].within)
                         : g_strdup_printf (_("%1$u months of pay at the trial work figure or more, in any %2$u"), windows[code.number - 1].need,
                                            windows[code.number - 1].within);
    case MP_TICKET_CODE_P2M:
      if (pay == NULL)
        return g_strdup (_("A month of pay over the SGA limit"));
      /* Translators: an amount */
      return g_strdup_printf (mp_ticket_row_over (&before->ticket) != MP_MONEY_NONE ? _("A month of pay over %s") : _("A month of pay at %s or more"), pay);
    case MP_TICKET_CODE_OUT:
    case MP_TICKET_CODE_OLDOUT:
      return g_strdup (_("No SSDI and no federal SSI check because of pay"));
    case MP_TICKET_CODE_RECON:
      return g_strdup (_("12 outcome months: missed milestones are made up"));
    case MP_TICKET_CODE_OLDM:
      return g_strdup (_("A milestone of the rules to July 2008"));
    case MP_TICKET_CODE_NONE:
    default:
      return g_strdup ("");
    }
}

/**
 * mp_words_en_evidence:
 * @evidence: what goes with the request for a payment
 *
 * Returns: (transfer full): "The EN sends pay stubs for: Jun 2026, Jul 2026. It can be asked for until the end of July 2028."
 */
char *
mp_words_en_evidence (const MpTicketEvidence *evidence)
{
  g_autoptr (GString) months = g_string_new (NULL);
  g_autofree char *until = mp_month_to_display (evidence->request_by.month, TRUE);
  GString *text = g_string_new (NULL);

  for (guint m = 0; m < evidence->n_months; m++)
    {
      g_autofree char *month = mp_words_short_month (evidence->months[m]);

      g_string_append_printf (months, "%s%s", m > 0 ? ", " : "", month);
    }
  if (months->len > 0)
    /* Translators: the months whose pay stubs are sent, "Jun 2026, Jul 2026". */
    g_string_append_printf (text, _("The EN sends pay stubs for: %s."), months->str);
  if (evidence->need == MP_EVIDENCE_EARNINGS_AND_SERVICES)
    g_string_append (text, _(" And that the services of the work plan are done."));
  /* Translators: %s is a month. */
  g_string_append_printf (text, _(" It can be asked for until the end of %s."), until);
  return g_strchug (g_string_free (text, FALSE));
}

static void
append_payment (GString *text, const MpProjection *projection, const GArray *evidence, MpMonth month, const MpTicketPayment *payment)
{
  g_autofree char *requirement = mp_words_en_requirement (projection, month, payment->code), *code = mp_words_ticket_code (payment->code);

  g_string_append_printf (text, "%s%s: %s.", text->len > 0 ? "\n" : "", code, requirement);
  for (guint i = 0; i < evidence->len; i++)
    {
      const MpTicketEvidence *entry = &g_array_index (evidence, MpTicketEvidence, i);
      g_autofree char *words = entry->payment == payment ? mp_words_en_evidence (entry) : NULL;

      if (words != NULL)
        g_string_append_printf (text, " %s", words);
    }
  if (payment->amount == MP_MONEY_NONE)
    g_string_append (text, _(" No rate is known."));
  else if (payment->estimated)
    /* Translators: a year */
    g_string_append_printf (text, _(" The rate is that of %d, carried forward (≈)."), payment->rate_year);
  else
    /* Translators: a year */
    g_string_append_printf (text, _(" The rate is that of %d."), payment->rate_year);
}

/**
 * mp_words_en_month:
 * @kase: the case
 * @projection: the projection of one of its plans
 * @evidence: (element-type MpTicketEvidence): of the same projection
 * @month: a reported month
 *
 * What the EN's account of a month rests on: what was met, what is sent, the year of the rate, what is passed on and kept,
 * and what other providers have been paid before.
 *
 * Returns: (transfer full): sentences, "" for a month without a payment
 */
char *
mp_words_en_month (const MpCase *kase, const MpProjection *projection, const GArray *evidence, MpMonth month)
{
  const MpMonthRow *row = mp_projection_month (projection, (guint) (month - projection->start));
  const MpTicketPayment *payments = mp_projection_payments (projection, row);
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < row->ticket.n_payments; k++)
    append_payment (text, projection, evidence, month, &payments[k]);
  if (row->ticket.n_payments > 0)
    {
      g_autoptr (GArray) lines = mp_en_account (kase, projection, payments[0].provider, 0);

      for (guint i = 0; i < lines->len; i++)
        {
          const MpEnLine *line = &g_array_index (lines, MpEnLine, i);
          g_autofree char *share = NULL, *net = NULL;

          if (line->month != month || line->share == 0)
            continue;
          share = mp_words_money (line->share, line->estimated);
          net = mp_words_money (line->net, line->estimated);
          g_string_append_c (text, '\n');
          /* Translators: an amount passed on to the person, an amount that stays with the EN */
          g_string_append_printf (text, _("%1$s goes to the person, %2$s stays with the EN."), share, net);
        }
    }
  for (guint i = 0; i < kase->ticket.n_prior_payments; i++)
    {
      const MpPriorPayment *prior = &kase->ticket.prior_payments[i];
      g_autofree char *code = mp_words_ticket_code (prior->code), *amount = mp_words_money (prior->amount, FALSE);
      g_autofree char *when = mp_words_short_month (prior->month);

      if (row->ticket.n_payments == 0 || g_strcmp0 (prior->provider, payments[0].provider) == 0)
        continue;
      g_string_append_c (text, '\n');
      /* Translators: what was paid, an amount, a provider, a month */
      g_string_append_printf (text, _("Paid before: %1$s, %2$s, to %3$s for %4$s."), code, amount,
                              prior->provider != NULL ? prior->provider : _("another provider"), when);
    }
  return g_string_free (text, FALSE);
}

const char *
mp_words_request_state (MpRequestState state)
{
  return state == MP_REQUEST_PAID ? _("Paid") : state == MP_REQUEST_CLAIMED ? _("Claimed") : _("Projected");
}
