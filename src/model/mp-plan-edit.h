/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whole plans of a case: another one beside them, another order. Each is one step of undo. */

#pragma once

#include "mp-case-model.h"

G_BEGIN_DECLS

/**
 * MpPlanKind: What a new plan begins as.
 * @MP_PLAN_COPY: a copy of the plan shown
 * @MP_PLAN_MORE_HOURS: its jobs with 5 hours a week more
 * @MP_PLAN_UNDER_LIMIT: its jobs with no more pay than counts just the SGA amount
 * @MP_PLAN_NO_WORK: without its work and work incentives
 */
typedef enum { MP_PLAN_COPY, MP_PLAN_MORE_HOURS, MP_PLAN_UNDER_LIMIT, MP_PLAN_NO_WORK, MP_N_PLAN_KINDS } MpPlanKind;

const char *mp_plan_kind_title (MpPlanKind kind);
gboolean    mp_plan_kind_is_of_use (MpCaseModel *model, MpPlanKind kind);
gboolean    mp_plan_add    (MpCaseModel *model, MpPlanKind kind, GPtrArray *problems);
gboolean    mp_plan_move   (MpCaseModel *model, guint from, guint to);
gboolean    mp_plan_remove (MpCaseModel *model, guint plan);

G_END_DECLS
