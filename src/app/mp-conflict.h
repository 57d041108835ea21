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
 * @MP_CONFLICT_MINE: keep mine; theirs stays in the history, or goes to the bin when it is another copy
 * @MP_CONFLICT_THEIRS: keep theirs; mine stays in the history, or goes to the bin
 * @MP_CONFLICT_BOTH: keep both, one beside the other
 */
typedef enum { MP_CONFLICT_MINE, MP_CONFLICT_THEIRS, MP_CONFLICT_BOTH } MpConflictChoice;

/* Called with what was chosen; not when the person decides later. */
typedef void (*MpConflictFunc) (GtkWindow *parent, MpConflictChoice choice);

gboolean mp_conflict_is_asking (GtkWindow *parent);
void     mp_conflict_ask       (GtkWindow *parent, MpStore *store, const char *person_id, const char *mine, MpConflictFunc func);
void     mp_conflict_compare   (GtkWindow *parent, MpStore *store, const char *person_id, const char *other_id, MpConflictFunc func);

G_END_DECLS
