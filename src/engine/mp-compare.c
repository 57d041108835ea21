/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-compare.h"

/**
 * mp_month_difference:
 * @row: a month
 * @other: another month, or the same month otherwise
 * @difference: (out caller-allocates): @row less @other
 */
void
mp_month_difference (const MpMonthRow *row, const MpMonthRow *other, MpDifference *difference)
{
  *difference = (MpDifference) {
    .earnings = row->cash.earnings - other->cash.earnings,
    .ssdi = row->ssdi.payment - other->ssdi.payment,
    .ssi = row->ssi.payment - other->ssi.payment,
    .share = row->cash.share - other->cash.share,
    .expenses = row->cash.expenses - other->cash.expenses,
    .net = row->cash.net - other->cash.net,
    .en = row->ticket.total - other->ticket.total,
  };
}

/**
 * mp_projection_change:
 * @self: a projection
 * @i: reported month number
 * @change: (out caller-allocates): the month less the reported month before it
 *
 * Returns: whether there is a reported month before it
 */
gboolean
mp_projection_change (const MpProjection *self, guint i, MpDifference *change)
{
  if (i == 0 || i >= self->n_months)
    return FALSE;
  mp_month_difference (mp_projection_month (self, i), mp_projection_month (self, i - 1), change);
  return TRUE;
}

/**
 * mp_projection_adds:
 * @self: a projection
 * @without: (nullable): the same scenario projected with %MP_PROJECT_WITHOUT_WORK
 * @i: reported month number
 * @adds: (out caller-allocates): what working adds in the month
 *
 * What working adds: the month less the same month without the plan's work, work incentives and share.
 *
 * Returns: whether @without has the month
 */
gboolean
mp_projection_adds (const MpProjection *self, const MpProjection *without, guint i, MpDifference *adds)
{
  if (without == NULL || i >= self->n_months || i >= without->n_months)
    return FALSE;
  mp_month_difference (mp_projection_month (self, i), mp_projection_month (without, i), adds);
  return TRUE;
}

/**
 * mp_month_ssdi_stopped:
 * @row: a month
 *
 * Returns: whether SSDI is entitled but unpaid for work, or ended
 */
gboolean
mp_month_ssdi_stopped (const MpMonthRow *row)
{
  return row->ssdi.status == MP_SSDI_SUSPENDED || row->ssdi.status == MP_SSDI_EXR_UNPAID || row->ssdi.status == MP_SSDI_TERMINATED;
}

/**
 * mp_month_ssi_stopped:
 * @row: a month
 *
 * Returns: whether SSI pays nothing for income or a suspension, or ended
 */
gboolean
mp_month_ssi_stopped (const MpMonthRow *row)
{
  return row->ssi.status == MP_SSI_UNPAID || row->ssi.status == MP_SSI_1619B ||
         row->ssi.status == MP_SSI_SUSPENDED || row->ssi.status == MP_SSI_TERMINATED;
}

static void
set_first (MpMonth *first, MpMonth month)
{
  if (*first == MP_MONTH_NONE)
    *first = month;
}

/* What is read off the months one after the other. */
static void
summarise (const MpProjection *plan, MpPlanSummary *summary)
{
  gboolean had_cash = FALSE;

  for (guint i = 0; i < plan->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (plan, i), *before = i > 0 ? mp_projection_month (plan, i - 1) : NULL;
      gboolean cash = row->ssdi.payment + row->ssi.payment > 0, medicare = row->ssdi.medicare_a || row->ssdi.medicare_b;
      MpDifference change;

      summary->estimated |= row->estimated;
      for (guint k = 0; k < row->ticket.n_payments; k++)
        summary->en_estimated |= mp_projection_payments (plan, row)[k].estimated;
      if (mp_month_ssdi_stopped (row))
        set_first (&summary->ssdi_stops, row->month);
      if (!cash && (had_cash || mp_month_ssdi_stopped (row) || mp_month_ssi_stopped (row)))
        {
          set_first (&summary->no_cash, row->month);
          summary->no_cash_months++;
        }
      had_cash = had_cash || cash;
      if (!mp_projection_change (plan, i, &change))
        continue;
      if (-change.net > summary->drop)
        {
          summary->drop = -change.net;
          summary->drop_month = row->month;
          summary->drop_estimated = before->estimated | row->estimated;
        }
      if (before->ssi.medicaid && !row->ssi.medicaid)
        set_first (&summary->medicaid_ends, row->month);
      if ((before->ssdi.medicare_a || before->ssdi.medicare_b) && !medicare)
        set_first (&summary->medicare_ends, row->month);
    }
}

/* From which month on the cash so far is ahead, each month that follows included. */
static void
find_more (const MpProjection *plan, const MpProjection *baseline, MpPlanSummary *summary)
{
  MpMoney ahead = 0;

  summary->more_from = MP_MONTH_NONE;
  for (guint i = 0; i < plan->n_months; i++)
    {
      MpDifference month;

      if (!mp_projection_adds (plan, baseline, i, &month))
        break;
      ahead += month.net;
      if (ahead <= 0)
        summary->more_from = MP_MONTH_NONE;
      else
        set_first (&summary->more_from, plan->start + (MpMonth) i);
    }
  summary->every_month = summary->more_from == plan->start;
}

/**
 * mp_compare:
 * @plans: (array length=n): projections of scenarios of one case, over the same months
 * @n: how many
 * @baseline: which of them the others are compared with
 * @summaries: (array length=n): one for each plan
 *
 * Puts plans beside each other.
 */
void
mp_compare (const MpProjection *const *plans, guint n, guint baseline, MpPlanSummary *summaries)
{
  for (guint i = 0; i < n; i++)
    {
      MpPlanSummary *summary = &summaries[i];

      *summary = (MpPlanSummary) {
        .cash = plans[i]->totals.net,
        .difference = plans[i]->totals.net - plans[baseline]->totals.net,
        .drop_month = MP_MONTH_NONE, .ssdi_stops = MP_MONTH_NONE, .no_cash = MP_MONTH_NONE,
        .medicaid_ends = MP_MONTH_NONE, .medicare_ends = MP_MONTH_NONE,
        .en = plans[i]->totals.en,
        .share = plans[i]->totals.share,
      };
      summarise (plans[i], summary);
      find_more (plans[i], plans[baseline], summary);
    }
}
