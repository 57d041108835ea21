/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A month as a screen reader speaks it: what changed, then the amounts. */


#include "mp-i18n.h"

#include "mp-words.h"

#include "mp-compare.h"
#include "mp-words-compare.h"

/* "2,011 dollars 50", "1,950", "about 555": an amount as it is read aloud. */
char *
mp_words_spoken (MpMoney amount, gboolean estimated)
{
  g_autofree char *text = NULL, *dollars = NULL;
  gsize length;

  if (amount == MP_MONEY_NONE)
    return g_strdup (_("an amount not known"));
  text = mp_money_to_display (ABS (amount));
  length = strlen (text);
  dollars = g_strndup (text + 1, length - 4); /* without $ and the decimals */
  if (amount % 100 != 0)
    {
      g_autofree char *whole = g_steal_pointer (&dollars);
      /* Translators: dollars and cents as they are spoken, "2,011 dollars 50" */
      dollars = g_strdup_printf (_("%1$s dollars %2$s"), whole, text + length - 2);
    }
  if (amount < 0)
    {
      g_autofree char *plain = g_steal_pointer (&dollars);
      dollars = g_strdup_printf (_("minus %s"), plain);
    }
  /* Translators: an amount that rests on a figure not published yet */
  return estimated ? g_strdup_printf (_("about %s"), dollars) : g_steal_pointer (&dollars);
}

static const char *
ssdi_reason (MpSsdiStatus status)
{
  switch (status)
    {
    case MP_SSDI_SUSPENDED:
    case MP_SSDI_EXR_UNPAID:
      return _("SSDI: no check, pay is over the limit.");
    case MP_SSDI_TERMINATED:
      return _("SSDI has ended.");
    case MP_SSDI_NOT_ENTITLED:
      return "";
    case MP_SSDI_ENTITLED:
    case MP_SSDI_TRIAL_WORK:
    case MP_SSDI_EPE_PAID:
    case MP_SSDI_CESSATION:
    case MP_SSDI_GRACE:
    case MP_SSDI_POST_EPE_PAID:
    case MP_SSDI_EXR_PROVISIONAL:
    case MP_SSDI_EXR_PAID:
    case MP_SSDI_RETIREMENT:
    case MP_N_SSDI_STATUS:
    default:
      return _("SSDI: no money left after the Medicare premium.");
    }
}

static char *
ssdi_lane (const MpProjection *projection, const MpMonthRow *row)
{
  g_autofree char *amount = NULL;

  if (row->ssdi.payment == 0)
    return g_strdup (ssdi_reason (row->ssdi.status));
  amount = mp_words_spoken (row->ssdi.payment, mp_words_is_estimated (projection, row, MP_COLUMN_SSDI));
  if (row->ssdi.status == MP_SSDI_TRIAL_WORK)
    /* Translators: an amount, then which of nine trial work months it is */
    return g_strdup_printf (_("SSDI %1$s, trial work month %2$d."), amount, row->ssdi.twp_used);
  if (row->ssdi.status == MP_SSDI_CESSATION || row->ssdi.status == MP_SSDI_GRACE)
    return g_strdup_printf (_("SSDI %s, one of the last 3 checks."), amount);
  return g_strdup_printf (_("SSDI %s."), amount);
}

static const char *
ssi_reason (MpSsiStatus status)
{
  switch (status)
    {
    case MP_SSI_NOT_ELIGIBLE:
      return "";
    case MP_SSI_1619B:
      return _("SSI: no check, Medicaid while working.");
    case MP_SSI_SUSPENDED:
      return _("SSI: no check now.");
    case MP_SSI_TERMINATED:
      return _("SSI has ended.");
    case MP_SSI_PAYABLE:
    case MP_SSI_UNPAID:
    case MP_SSI_EXR_PROVISIONAL:
    case MP_N_SSI_STATUS:
    default:
      return _("SSI: no check this month, because of income.");
    }
}

static char *
ssi_lane (const MpProjection *projection, const MpMonthRow *row)
{
  g_autofree char *amount = NULL;

  if (row->ssi.payment == 0)
    return g_strdup (ssi_reason (row->ssi.status));
  amount = mp_words_spoken (row->ssi.payment, mp_words_is_estimated (projection, row, MP_COLUMN_SSI));
  return g_strdup_printf (_("SSI %s."), amount);
}

static char *
health_lane (const MpMonthRow *before, const MpMonthRow *row)
{
  const guint both = MP_HEALTH_MEDICAID | MP_HEALTH_MEDICARE;
  guint now = mp_words_month_health (row);
  guint then = before != NULL ? mp_words_month_health (before) : now;

  if (before != NULL && now == then && now != 0)
    return g_strdup_printf (now == both ? _("%s continue.") : _("%s continues."), mp_words_health (now));
  if (now == 0 && then == 0)
    return g_strdup ("");
  if (then & ~now)
    return g_strdup_printf ((then & ~now) == both ? _("%s end.") : _("%s ends."), mp_words_health (then & ~now));
  return g_strdup_printf ("%s.", mp_words_health (now));
}

static char *
ticket_lane (const MpProjection *projection, const MpMonthRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < row->ticket.n_payments; k++)
    {
      const MpTicketPayment *payment = mp_projection_payments (projection, row) + k;
      g_autofree char *amount = mp_words_spoken (payment->amount, payment->estimated);
      g_autofree char *code = mp_words_ticket_code (payment->code);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      /* Translators: an amount and what it is for, "Phase 2 milestone 4" */
      g_string_append_printf (text, _("The EN gets %1$s, %2$s."), amount, code);
    }
  return g_string_free (text, FALSE);
}

/* "Cash in hand 2,011 dollars 50, down 578 dollars 50 from May." */
static char *
cash_lane (const MpProjection *projection, const MpMonthRow *before, const MpMonthRow *row)
{
  gboolean estimated = mp_words_is_estimated (projection, row, MP_COLUMN_NET);
  g_autofree char *net = mp_words_spoken (row->cash.net, estimated);
  g_autofree char *change = NULL, *month = NULL;
  MpDifference more = { 0 };

  if (before != NULL)
    mp_month_difference (row, before, &more);
  if (more.net == 0)
    return g_strdup_printf (_("Cash in hand %s."), net);
  change = mp_words_spoken (ABS (more.net), estimated || mp_words_is_estimated (projection, before, MP_COLUMN_NET));
  month = mp_month_year (before->month) == mp_month_year (row->month) ? g_strdup (mp_month_name (before->month, TRUE))
          : mp_month_to_display (before->month, TRUE);
  /* Translators: cash in hand, the change, and the month before */
  return g_strdup_printf (more.net > 0 ? _("Cash in hand %1$s, up %2$s from %3$s.") : _("Cash in hand %1$s, down %2$s from %3$s."),
                          net, change, month);
}

static void
append (GString *text, char *sentence)
{
  if (sentence[0] != '\0')
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, sentence);
    }
  g_free (sentence);
}

static void
append_rest_of_cash (GString *text, const MpProjection *projection, const MpMonthRow *row)
{
  static const struct { MpColumn column; const char *sentence; } amounts[] = {
    { MP_COLUMN_PAY, N_("Pay %s.") }, { MP_COLUMN_SHARE, N_("From the EN %s.") }, { MP_COLUMN_EXPENSES, N_("Work costs %s.") },
  };
  const MpMoney values[] = { row->cash.earnings, row->cash.share, row->cash.expenses };

  for (guint k = 0; k < G_N_ELEMENTS (amounts); k++)
    if (values[k] != 0)
      {
        g_autofree char *amount = mp_words_spoken (values[k], mp_words_is_estimated (projection, row, amounts[k].column));
        g_auto (GStrv) parts = g_strsplit (_(amounts[k].sentence), "%s", 2);
        append (text, g_strjoinv (amount, parts));
      }
}

char *
mp_words_notes (const MpCase *kase, MpMonth month)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; kase != NULL && i < kase->n_pinned; i++)
    if (kase->pinned[i].month == month && kase->pinned[i].text != NULL && kase->pinned[i].text[0] != '\0')
      append (text, g_strdup_printf ("%s: %s.", _("Note"), kase->pinned[i].text));
  return g_string_free (text, FALSE);
}

/* What Social Security really paid, where it is something else. */
static void
append_paid (GString *text, const MpProjection *projection, MpMonth month)
{
  g_autoptr (MpPaidReview) review = projection->kase != NULL && projection->kase->n_paid > 0 ? mp_paid_review (projection, NULL) : NULL;

  for (guint i = 0; review != NULL && i < review->months->len; i++)
    {
      const MpPaidMonth *paid = &g_array_index (review->months, MpPaidMonth, i);

      if (paid->month == month && paid->difference != 0)
        append (text, mp_words_paid_month (paid));
    }
}

/* Equal to the month before: only the ordinals move. */
static char *
same_month (const MpProjection *projection, const MpMonthRow *before, const MpMonthRow *row, gboolean notes)
{
  GString *text = g_string_new (NULL);
  g_autofree char *month = mp_month_to_display (row->month, TRUE);
  g_autofree char *last = mp_month_to_display (before->month, TRUE);

  g_string_append_printf (text, "%s. ", month);
  g_string_append_printf (text, _("Same as %s."), last);
  if (row->ssdi.status == MP_SSDI_TRIAL_WORK)
    append (text, g_strdup_printf (_("Trial work month %d."), row->ssdi.twp_used));
  append (text, ticket_lane (projection, row));
  append_paid (text, projection, row->month);
  if (notes)
    append (text, mp_words_notes (projection->kase, row->month));
  return g_string_free (text, FALSE);
}

static char *
month_words (const MpProjection *projection, guint i, gboolean notes)
{
  const MpMonthRow *row = mp_projection_month (projection, i);
  const MpMonthRow *before = i > 0 ? mp_projection_month (projection, i - 1) : NULL;
  g_autofree char *month = mp_month_to_display (row->month, TRUE);
  GString *text;

  if (before != NULL && !mp_words_is_change (projection, i) && mp_words_same (projection, i - 1, i))
    return same_month (projection, before, row, notes);
  text = g_string_new (month);
  g_string_append_c (text, '.');
  append (text, cash_lane (projection, before, row));
  append_rest_of_cash (text, projection, row);
  append (text, ssdi_lane (projection, row));
  append (text, ssi_lane (projection, row));
  append (text, health_lane (before, row));
  append (text, ticket_lane (projection, row));
  append_paid (text, projection, row->month);
  if (notes)
    append (text, mp_words_notes (projection->kase, row->month));
  return g_string_free (text, FALSE);
}

/**
 * mp_words_month:
 * @projection: a projection
 * @i: reported month number
 *
 * Returns: (transfer full): the month in sentences for a screen reader, first what changed; for a
 *   month like the one before, that and the ordinals that moved
 */
char *
mp_words_month (const MpProjection *projection, guint i)
{
  return month_words (projection, i, TRUE);
}

/**
 * mp_words_month_in_public:
 * @projection: a projection
 * @i: reported month number
 *
 * Returns: (transfer full): mp_words_month() without the notes, which are for the counselor
 */
char *
mp_words_month_in_public (const MpProjection *projection, guint i)
{
  return month_words (projection, i, FALSE);
}

/**
 * mp_words_lane:
 * @projection: a projection
 * @i: reported month number
 * @lane: 0 cash, 1 SSDI, 2 SSI, 3 health, 4 Ticket
 *
 * Returns: (transfer full): one lane of the month in a sentence
 */
char *
mp_words_lane (const MpProjection *projection, guint i, guint lane)
{
  const MpMonthRow *row = mp_projection_month (projection, i);
  const MpMonthRow *before = i > 0 ? mp_projection_month (projection, i - 1) : NULL;
  char *text;

  switch (lane)
    {
    case 0:
      return cash_lane (projection, before, row);
    case 1:
      text = ssdi_lane (projection, row);
      break;
    case 2:
      text = ssi_lane (projection, row);
      break;
    case 3:
      text = health_lane (before, row);
      break;
    default:
      text = ticket_lane (projection, row);
      if (text[0] == '\0')
        {
          g_free (text);
          text = g_strdup_printf ("%s.", mp_words_stage (mp_words_month_stage (projection, row)));
        }
    }
  if (text[0] == '\0')
    {
      g_free (text);
      text = g_strdup_printf ("%s.", lane == 1 ? mp_words_ssdi_status (row->ssdi.status) : lane == 2 ? mp_words_ssi_status (row->ssi.status)
                                                                                                     : mp_words_health (0));
    }
  return text;
}
