/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The earlier states of a case: each one of the last 90 days, and the last of each day before. */

#pragma once

#include "mp-store.h"

G_BEGIN_DECLS

/** MpStoreState: One saved state; @saved in seconds since 1970. */
typedef struct {
  gint64 revision;
  gint64 saved;
} MpStoreState;

/**
 * MpDifference:
 * @pointer: where: a JSON pointer into the later case, or into the earlier one for what is gone
 * @place: where, in words, such as "plans, “Full time”, jobs, “Store clerk”, pay a month"
 * @before: (nullable): what stood there, for a person; %NULL: nothing
 * @after: (nullable): what stands there now; %NULL: nothing
 * @words: all of it in words, such as "Plan “Full time”, job “Store clerk”, pay a month: $900.00 → $1,200.00"
 */
typedef struct {
  char *pointer;
  char *place;
  char *before;
  char *after;
  char *words;
} MpDifference;

GArray    *mp_store_history       (MpStore *self, const char *person_id, GError **error);
GBytes    *mp_store_load_state    (MpStore *self, const char *person_id, gint64 revision, GError **error);
gboolean   mp_store_restore_state (MpStore *self, const char *person_id, gint64 state, gint64 *revision, GError **error);

GPtrArray *mp_differences         (const char *before, gsize before_length, const char *after, gsize after_length);

G_END_DECLS
