/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Social Security numbers in what somebody typed into a case, where none belongs. */

#pragma once

#include "mp-case.h"

G_BEGIN_DECLS

gboolean mp_numbers_find   (const MpCase *kase);
void     mp_numbers_remove (MpCase *kase);

G_END_DECLS
