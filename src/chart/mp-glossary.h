/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words of the program: a label for people, the expert's term, and a sentence that says what it is. */

#pragma once

#include "mp-parameters.h"

G_BEGIN_DECLS

/** MpWordAbout: Whom a word concerns, as flags; ALL: everybody. */
typedef enum { MP_WORD_ALL = 0, MP_WORD_SSDI = 1, MP_WORD_SSI = 2, MP_WORD_TICKET = 4 } MpWordAbout;

/**
 * MpGlossaryWord:
 * @term: the expert's word, "TWP"; never translated
 * @formal: (nullable): static English marked N_(): Social Security's own term, as its letters have it
 * @label: static English marked N_(): what the program calls it
 * @sentence: static English marked N_(); {twp} and {sga} stand for the figures of a month
 * @about: whom it concerns
 */
typedef struct { const char *term, *formal, *label, *sentence; MpWordAbout about; } MpGlossaryWord;

const MpGlossaryWord *mp_glossary          (guint *n_words);
const MpGlossaryWord *mp_glossary_find     (const char *term);
char                 *mp_glossary_title    (const MpGlossaryWord *word);
char                 *mp_glossary_sentence (const MpGlossaryWord *word, const MpParameters *parameters, MpMonth month);

G_END_DECLS
