/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a work incentive of a plan changes. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/**
 * MpIncentiveEffect:
 * @month: the month it is shown for: the last one in which it is paid
 * @ssdi: SSDI of that month with it, less without
 * @ssi: SSI of that month with it, less without
 * @sga: how much less counts against the SGA limit in that month
 * @benefits: SSDI and SSI of all reported months with it, less without
 */
typedef struct { MpMonth month; MpMoney ssdi, ssi, sga, benefits; } MpIncentiveEffect;

gboolean mp_incentive_effect (const MpCase *kase, guint scenario, guint incentive, const MpProjection *with,
                              const MpParameters *parameters, MpIncentiveEffect *effect, GError **error);

G_END_DECLS
