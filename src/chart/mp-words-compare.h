/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What plans beside each other and the earnings curve say, in plain words, in the user's language. */

#pragma once

#include "mp-ask.h"
#include "mp-compare.h"
#include "mp-curve.h"
#include "mp-incentive.h"
#include "mp-paid.h"

G_BEGIN_DECLS

/** MpCompareColumn: A column of the difference table. */
typedef enum {
  MP_COMPARE_CASH, MP_COMPARE_DIFFERENCE, MP_COMPARE_MORE_FROM, MP_COMPARE_DROP, MP_COMPARE_SSDI_STOPS, MP_COMPARE_NO_CASH,
  MP_COMPARE_MEDICAID, MP_COMPARE_MEDICARE, MP_COMPARE_EN, MP_COMPARE_SHARE, MP_N_COMPARE
} MpCompareColumn;

/* "Cash, 36 months"; "Compared with plan 1". baseline: number of the plan, from 0 */
char *mp_words_compare_column (MpCompareColumn column, guint n_months, guint baseline);
char *mp_words_compare_cell   (const MpPlanSummary *summary, MpCompareColumn column, gboolean is_baseline);
/* One sentence on top of the page, never which plan is best. */
char *mp_words_compare_lead   (const char *const *names, const MpPlanSummary *summaries, guint n, guint baseline);
/* "June 2027: 1 $1,371.50, 2 $1,940.00" */
char *mp_words_compare_month  (const MpProjection *const *plans, guint n, guint i);

/* "Pay $1,950.00: cash in hand $2,011.50; $318.50 less than at the limit." */
char *mp_words_curve_point    (MpCurve *curve, MpMoney earned);
/* What the plan's own pay of the month does, against pay at the limit. */
char *mp_words_curve_lead     (MpCurve *curve);
/* "After grace, June 2027" */
char *mp_words_curve_phase    (MpCurve *curve);

/* "Phase 1 milestone 2: May 2026, ≈ $1,850.00 to the EN" */
char *mp_words_answer_step    (const MpAnswerStep *step);
/* "+$60.00 SSI, −$120.00 counted for SGA in December 2026" */
char *mp_words_incentive      (const MpIncentiveEffect *effect);
/* "DI-44 · 20 CFR 404.1592a(a)(2)(ii), 404.401a" */
char *mp_words_rule           (const char *rule);

/* "SSDI for June 2026: $1,012.00 was paid, $100.00 more than these facts give. Often pay is not posted yet." */
char *mp_words_paid_month     (const MpPaidMonth *paid);
/* "Social Security may ask back $100.00. A figure for planning only ..."; "" when nothing differs */
char *mp_words_paid_sum       (const MpPaidReview *review);

G_END_DECLS
