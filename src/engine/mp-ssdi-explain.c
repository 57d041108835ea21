/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why a month is what it is, and what the person should be told besides. */

#include "mp-ssdi-private.h"

void
mp_ssdi_explain (const MpSsdiState *self, MpRun *run, const MpMonthRow *row)
{
}

void
mp_ssdi_warn (const MpSsdiState *self, MpRun *run)
{
}
