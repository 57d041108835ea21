/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-paid.h"

const char *
mp_paid_reason_name (guint bit)
{
  static const char *const names[MP_N_PAID_REASONS] = { "earnings_not_posted", "other_month", "raise", "premium" };

  return names[bit];
}

static const MpMonthRow *
row_of (const MpProjection *projection, MpMonth month)
{
  if (projection == NULL || month < projection->first || month >= projection->first + (MpMonth) projection->n_rows)
    return NULL;
  return &projection->rows[month - projection->first];
}

static MpMoney
amount_of (const MpMonthRow *row, MpProgram program)
{
  return program == MP_PROGRAM_SSI ? row->ssi.payment : row->ssdi.payment;
}

static gboolean
is_amount (const MpProjection *projection, MpMonth month, const MpPaidMonth *paid)
{
  const MpMonthRow *row = row_of (projection, month);

  return row != NULL && amount_of (row, paid->program) == paid->paid;
}

/* DI-76: the whole benefit, without the premium that was computed. */
static gboolean
is_premium (const MpMonthRow *row, const MpPaidMonth *paid)
{
  return paid->program == MP_PROGRAM_SSDI && row->ssdi.part_b > 0 && paid->paid == mp_money_floor_dollar (row->ssdi.benefit);
}

static guint
reasons_of (const MpProjection *projection, const MpProjection *without, const MpMonthRow *row, const MpPaidMonth *paid)
{
  /* a raise comes in December for SSDI, in January for SSI (SSI-01, DI-71) */
  const gint first = paid->program == MP_PROGRAM_SSI ? 1 : 12;
  const MpMonth raise = paid->month - (mp_month_of_year (paid->month) - first + 12) % 12;
  guint reasons = 0;

  if (is_amount (without, paid->month, paid))
    reasons |= MP_PAID_NOT_POSTED;
  if (is_amount (projection, paid->month - 1, paid) || is_amount (projection, paid->month + 1, paid))
    reasons |= MP_PAID_OTHER_MONTH;
  /* without a raise between them both months have the same amount */
  if (!(reasons & MP_PAID_NOT_POSTED) && is_amount (projection, raise - 1, paid))
    reasons |= MP_PAID_RAISE;
  if (is_premium (row, paid))
    reasons |= MP_PAID_PREMIUM;
  return reasons;
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  const MpPaidMonth *x = a, *y = b;

  return x->month != y->month ? x->month - y->month : (gint) x->program - (gint) y->program;
}

/**
 * mp_paid_review:
 * @projection: a projection, with the case's facts of what was paid
 * @without: (nullable): the same scenario projected with %MP_PROJECT_WITHOUT_WORK: finds pay that is not posted yet
 *
 * Puts what SSA paid beside what was computed, for the months that were computed.
 *
 * Returns: (transfer full): the months, and what the differences come to
 */
MpPaidReview *
mp_paid_review (const MpProjection *projection, const MpProjection *without)
{
  MpPaidReview *self = g_new0 (MpPaidReview, 1);

  self->months = g_array_new (FALSE, TRUE, sizeof (MpPaidMonth));
  for (guint i = 0; i < projection->kase->n_paid; i++)
    {
      const MpPaid *entry = &projection->kase->paid[i];
      const MpPaidMonth paid = { .month = entry->month, .program = entry->program, .paid = mp_case_paid (projection->kase, i) };

      if (paid.paid != MP_MONEY_NONE && row_of (projection, entry->month) != NULL)
        g_array_append_val (self->months, paid);
    }
  g_array_sort (self->months, compare);
  for (guint i = 0; i < self->months->len; i++)
    {
      MpPaidMonth *paid = &g_array_index (self->months, MpPaidMonth, i);
      const MpMonthRow *row = row_of (projection, paid->month);

      paid->computed = amount_of (row, paid->program);
      paid->difference = paid->paid - paid->computed;
      paid->estimated = row->estimated;
      if (paid->difference == 0)
        continue;
      paid->reasons = reasons_of (projection, without, row, paid);
      self->ask_back += MAX (paid->difference, 0);
      self->owe += MAX (-paid->difference, 0);
    }
  return self;
}

/**
 * mp_paid_review_find:
 * @self: a review
 * @month: a month
 * @program: %MP_PROGRAM_SSDI or %MP_PROGRAM_SSI
 *
 * Returns: (transfer none) (nullable): what was paid for the month
 */
const MpPaidMonth *
mp_paid_review_find (const MpPaidReview *self, MpMonth month, MpProgram program)
{
  for (guint i = 0; i < self->months->len; i++)
    {
      const MpPaidMonth *paid = &g_array_index (self->months, MpPaidMonth, i);

      if (paid->month == month && paid->program == program)
        return paid;
    }
  return NULL;
}

/**
 * mp_paid_review_free:
 * @self: (nullable): a review
 */
void
mp_paid_review_free (MpPaidReview *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->months);
  g_free (self);
}
