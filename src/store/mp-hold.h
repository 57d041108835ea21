/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who may change a case that is open in several windows: the one that opened it first. */

#pragma once

#include "mp-store.h"

G_BEGIN_DECLS

/** MpHold: Somebody's case is open here to be changed. */
typedef struct _MpHold MpHold;

MpHold *mp_store_hold       (MpStore *self, const char *person_id);
void    mp_hold_free        (MpHold *self);
void    mp_store_keep_locks (MpStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpHold, mp_hold_free)

G_END_DECLS
