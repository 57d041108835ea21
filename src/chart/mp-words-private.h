/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mp-words.h"

G_BEGIN_DECLS

gboolean mp_words_is_estimated (const MpProjection *projection, const MpMonthRow *row, MpColumn column);
char    *mp_words_money        (MpMoney amount, gboolean estimated);

G_END_DECLS
