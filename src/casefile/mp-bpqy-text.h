/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The text of a Benefits Planning Query, as pasted or scanned, into facts. */

#pragma once

#include "mp-case.h"

G_BEGIN_DECLS

/**
 * MpBpqyFact:
 * @pointer: a JSON pointer into the case file
 * @text: the fact, as mp_edit_set() takes it
 * @line: the words of the BPQY it was read from
 */
typedef struct {
  char *pointer;
  char *text;
  char *line;
} MpBpqyFact;

/**
 * MpBpqy:
 * @dated: its date; month NONE when none was found
 * @facts: #MpBpqyFact, in the order of the text
 * @unused: the lines of which nothing was taken
 */
typedef struct {
  MpDate dated;
  GPtrArray *facts;
  GPtrArray *unused;
} MpBpqy;

MpBpqy *mp_bpqy_read  (const char *text);
void    mp_bpqy_free  (MpBpqy *self);
guint   mp_bpqy_apply (const MpBpqy *self, MpCase *kase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpBpqy, mp_bpqy_free)

G_END_DECLS
