/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is wrong with somebody's data, and where. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpProblem:
 * @pointer: where: a JSON pointer into the case file, "" for the file itself
 * @message: what is wrong and what was found, in one sentence
 */
typedef struct {
  char *pointer;
  char *message;
} MpProblem;

GPtrArray *mp_problems_new (void);
void       mp_problems_add (GPtrArray *problems, const char *pointer, const char *format, ...) G_GNUC_PRINTF (3, 4);

void       mp_pointer_append_part (GString *pointer, const char *part);

G_END_DECLS
