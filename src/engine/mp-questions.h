/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Facts that do not go together, as questions: nothing is refused. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

void mp_case_questions (const MpCase *kase, const MpProjection *projection, GPtrArray *questions);

G_END_DECLS
