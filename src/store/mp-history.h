/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The earlier states of a case: each one of the last 90 days, and the last of each day before. */

#pragma once

#include "mp-differences.h"
#include "mp-store.h"

G_BEGIN_DECLS

/** MpStoreState: One saved state; @saved in seconds since 1970. */
typedef struct {
  gint64 revision;
  gint64 saved;
} MpStoreState;

GArray    *mp_store_history       (MpStore *self, const char *person_id, GError **error);
GBytes    *mp_store_load_state    (MpStore *self, const char *person_id, gint64 revision, GError **error);
gboolean   mp_store_restore_state (MpStore *self, const char *person_id, gint64 state, gint64 *revision, GError **error);

G_END_DECLS
