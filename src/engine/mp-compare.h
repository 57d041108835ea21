/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One month beside another, one plan beside another: every difference that a view shows. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/** MpDifference: A month less another, amount by amount, cents. expenses: more work costs are positive. */
typedef struct { MpMoney earnings, ssdi, ssi, share, expenses, net, en; } MpDifference;

void     mp_month_difference  (const MpMonthRow *row, const MpMonthRow *other, MpDifference *difference);
gboolean mp_projection_change (const MpProjection *self, guint i, MpDifference *change);
gboolean mp_projection_adds   (const MpProjection *self, const MpProjection *without, guint i, MpDifference *adds);

/* Whether no check is due because of a stop: not before entitlement, and not in a month that merely leaves nothing. */
gboolean mp_month_ssdi_stopped (const MpMonthRow *row);
gboolean mp_month_ssi_stopped  (const MpMonthRow *row);

/**
 * MpPlanSummary:
 * @cash: cash in hand over the reported months
 * @difference: @cash less that of the baseline
 * @more_from: first month from which the cash so far stays ahead of the baseline's; MP_MONTH_NONE: it does not
 * @every_month: it is ahead from the first reported month on
 * @drop: the largest fall of cash in hand from one month to the next, 0 when it never falls
 * @drop_month: the month it falls to
 * @drop_estimated: MpEstimated flags of that month and the one before
 * @ssdi_stops: first reported month without the SSDI check because of work or termination
 * @no_cash: first reported month with neither check although one was due before or work stopped it
 * @no_cash_months: how many reported months are like that
 * @medicaid_ends: first reported month without Medicaid through SSI after one with it
 * @medicare_ends: the same of Medicare
 * @en: what Social Security pays the provider
 * @share: what the provider passes on to the person
 * @estimated: MpEstimated flags of all months
 * @en_estimated: @en rests on a rate that is not published
 */
typedef struct {
  MpMoney cash, difference;
  MpMonth more_from;
  gboolean every_month;
  MpMoney drop;
  MpMonth drop_month, ssdi_stops, no_cash, medicaid_ends, medicare_ends;
  guint no_cash_months;
  MpMoney en, share;
  guint32 estimated, drop_estimated;
  gboolean en_estimated;
} MpPlanSummary;

void mp_compare (const MpProjection *const *plans, guint n, guint baseline, MpPlanSummary *summaries);

G_END_DECLS
