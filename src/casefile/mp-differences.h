/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What changed between two states of a case: by JSON pointer, and in words. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpCaseDifference:
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
} MpCaseDifference;

GPtrArray *mp_differences (const char *before, gsize before_length, const char *after, gsize after_length);

G_END_DECLS
