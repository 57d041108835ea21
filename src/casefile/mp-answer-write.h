/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is answered by running the engine again, as JSON, CSV and a table for people. */

#pragma once

#include "mp-ask.h"
#include "mp-compare.h"
#include "mp-curve.h"
#include "mp-paid.h"

G_BEGIN_DECLS

/* Each appends to out the points 0, step, 2 × step ... up to `to`. */
void mp_curve_to_json  (GString *out, MpCurve *curve, const char *scenario, MpMoney to, MpMoney step);
void mp_curve_to_csv   (GString *out, MpCurve *curve, MpMoney to, MpMoney step);
void mp_curve_to_table (GString *out, MpCurve *curve, const char *scenario, MpMoney to, MpMoney step);

/* The plans beside each other; summaries: of mp_compare (). */
void mp_comparison_to_json (GString *out, const MpProjection *const *plans, const MpPlanSummary *summaries, guint n, guint baseline);
void mp_comparison_to_csv  (GString *out, const MpProjection *const *plans, const MpPlanSummary *summaries, guint n);

void mp_answer_to_json (GString *out, const MpAnswer *answer, const char *scenario);

void mp_paid_review_to_json (GString *out, const MpPaidReview *review, const char *scenario);
void mp_paid_review_to_csv  (GString *out, const MpPaidReview *review);

G_END_DECLS
