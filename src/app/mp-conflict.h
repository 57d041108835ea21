/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two programs changed one case: both are shown, and the person chooses. */

#pragma once

#include "mp-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpConflictChoice:
 * @MP_CONFLICT_MINE: save mine after theirs, which stays in the history
 * @MP_CONFLICT_THEIRS: go on with theirs
 * @MP_CONFLICT_BOTH: keep mine as a case of its own
 * @MP_CONFLICT_LATER: nothing yet
 */
typedef enum { MP_CONFLICT_MINE, MP_CONFLICT_THEIRS, MP_CONFLICT_BOTH, MP_CONFLICT_LATER } MpConflictChoice;

typedef void (*MpConflictFunc) (GtkWindow *parent, MpConflictChoice choice);

void mp_conflict_ask (GtkWindow *parent, MpStore *store, const char *person_id, const char *mine, MpConflictFunc func);

G_END_DECLS
