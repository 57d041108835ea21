/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-case.h"

/**
 * mp_case_validate:
 * @self: a case
 * @problems: (element-type MpProblem): gets what is wrong
 *
 * Checks what the engine relies on and what two facts may contradict. A case with problems must
 * not be projected.
 */
void
mp_case_validate (const MpCase *self, GPtrArray *problems)
{
}
