/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ambiguous rules in plain words: the question, where it stands, and what each reading says. */

#pragma once

#include "mp-readings.h"

G_BEGIN_DECLS

/**
 * MpReadingWords:
 * @key: as in a case file, "ticket/S-01"
 * @question: what is ambiguous, untranslated
 * @citation: where the rule is written
 * @choices: what each reading says, in the order of mp_reading_names(), untranslated
 */
typedef struct {
  const char *key;
  const char *question;
  const char *citation;
  const char *choices[5];
} MpReadingWords;

const MpReadingWords *mp_reading_words (MpReadingId id);

G_END_DECLS
