/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cash for any pay in one month: `milepost-cli curve`, the earnings curve, and the search for a pay. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/**
 * MpCurvePoint:
 * @earned: pay of the month, before taxes
 * @ssdi: what SSDI pays for the month, after the Part B premium
 * @ssi: what SSI pays the person
 * @en: what Social Security pays the provider
 * @share: of which the provider passes on
 * @expenses: work costs of the month as in the plan
 * @net: cash in hand: pay, both checks and the share, less the work costs
 * @estimated: MpEstimated flags of the figures read
 * @ssdi_status: MpSsdiStatus of the month at this pay
 * @ssi_status: MpSsiStatus
 * @sga: pay that counts is above the SGA amount
 */
typedef struct {
  MpMoney earned, ssdi, ssi, en, share, expenses, net;
  guint32 estimated;
  guint8 ssdi_status, ssi_status, sga;
} MpCurvePoint;

/**
 * MpCurvePhase:
 * @MP_CURVE_AS_IT_STANDS: the state as it stands before the month
 * @MP_CURVE_CHECK_KEPT: the SSDI check of the month stays whatever the pay, as in trial work and grace
 */
typedef enum { MP_CURVE_AS_IT_STANDS, MP_CURVE_CHECK_KEPT } MpCurvePhase;

/**
 * MpCurveMark:
 * @MP_CURVE_TWP: pay at the trial work figure
 * @MP_CURVE_SGA: pay that counts just the SGA amount, work costs and subsidies of the month taken into account
 * @MP_CURVE_BREAK_EVEN: the least pay over it at which cash in hand is again what it is there
 */
typedef enum { MP_CURVE_TWP, MP_CURVE_SGA, MP_CURVE_BREAK_EVEN, MP_N_CURVE_MARKS } MpCurveMark;
const char *mp_curve_mark_name (MpCurveMark mark); /* "twp", "sga", "break_even" */

typedef struct _MpCurve MpCurve;

MpCurve *mp_curve_new   (const MpCase *kase, guint scenario, const MpParameters *parameters, MpMonth month, GError **error);
void     mp_curve_free  (MpCurve *self);

MpMonth  mp_curve_month    (const MpCurve *self);
MpMoney  mp_curve_planned  (const MpCurve *self);
MpMoney  mp_curve_sga      (const MpCurve *self);
MpMoney  mp_curve_mark     (const MpCurve *self, MpCurveMark mark);
MpMoney  mp_curve_over     (const MpCurve *self, MpCurveMark mark, MpMoney earned);
MpMoney  mp_curve_drop     (MpCurve *self);
MpMoney  mp_curve_beyond_limit (MpCurve *self, MpMoney earned);
void     mp_curve_at       (MpCurve *self, MpMoney earned, MpCurvePhase phase, MpCurvePoint *point);
MpMoney  mp_curve_at_least (MpCurve *self, MpMoney from, MpMoney net);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpCurve, mp_curve_free)

G_END_DECLS
