/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What Social Security really paid against what was computed, and what that may come to. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/**
 * MpPaidReason: Why an amount is often another one, as flags.
 * @MP_PAID_NOT_POSTED: it is the amount of the month without the plan's work: pay is not posted yet
 * @MP_PAID_OTHER_MONTH: it is the amount of a month next to it: counted for the wrong month
 * @MP_PAID_RAISE: it is the amount of before the last yearly raise (COLA)
 * @MP_PAID_PREMIUM: it is the benefit with no Part B premium taken from it, while one was computed
 */
typedef enum {
  MP_PAID_NOT_POSTED = 1 << 0, MP_PAID_OTHER_MONTH = 1 << 1, MP_PAID_RAISE = 1 << 2, MP_PAID_PREMIUM = 1 << 3
} MpPaidReason;
#define MP_N_PAID_REASONS 4
const char *mp_paid_reason_name (guint bit); /* "earnings_not_posted" */

/**
 * MpPaidMonth:
 * @month: the month paid for
 * @program: %MP_PROGRAM_SSDI or %MP_PROGRAM_SSI
 * @paid: all that the case says was paid for it
 * @computed: what these facts give
 * @difference: @paid less @computed: above 0 SSA may ask it back, below 0 SSA may owe it
 * @reasons: MpPaidReason flags; 0: none of the usual ones fits
 * @estimated: MpEstimated flags of the month
 */
typedef struct {
  MpMonth month;
  MpProgram program;
  MpMoney paid, computed, difference;
  guint reasons;
  guint32 estimated;
} MpPaidMonth;

/**
 * MpPaidReview:
 * @months: (element-type MpPaidMonth): by month, then SSDI before SSI
 * @ask_back: what SSA may ask back: all that was paid too much
 * @owe: what SSA may owe: all that was paid too little
 *
 * A figure for planning: SSA decides on overpayments, waivers and underpayments (20 CFR 404.501 to 404.527, 416.535 to 416.586).
 */
typedef struct { GArray *months; MpMoney ask_back, owe; } MpPaidReview;

MpPaidReview      *mp_paid_review      (const MpProjection *projection, const MpProjection *without);
const MpPaidMonth *mp_paid_review_find (const MpPaidReview *self, MpMonth month, MpProgram program);
void               mp_paid_review_free (MpPaidReview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPaidReview, mp_paid_review_free)

G_END_DECLS
