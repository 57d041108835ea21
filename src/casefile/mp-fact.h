/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One fact of a case, found by its JSON pointer, as text: what a form and a source mark speak of. */

#pragma once

#include "mp-case.h"

G_BEGIN_DECLS

/** MpFactKind: What is at a pointer. */
typedef enum {
  MP_FACT_NONE,         /* nothing */
  MP_FACT_TEXT,
  MP_FACT_STATE,
  MP_FACT_BOOL,         /* "true" or "false" */
  MP_FACT_MONEY,        /* "640.00" */
  MP_FACT_PREMIUM,      /* "standard" or money */
  MP_FACT_MONTH,        /* "2026-03" */
  MP_FACT_DATE,         /* "2026-03-14" */
  MP_FACT_NUMBER,
  MP_FACT_PERCENT,      /* "2.5" */
  MP_FACT_HOURS,        /* "20", "22.5" */
  MP_FACT_CHOICE,       /* one of `choices` */
  MP_FACT_CODE,         /* "P1M1" */
  MP_FACT_MONTHS,       /* "2024-06 2024-07" */
  MP_FACT_OBJECT,
  MP_FACT_LIST,
  MP_FACT_WORK_MONTHS,  /* an object of months */
} MpFactKind;

/**
 * MpFact:
 * @kind: what is there
 * @given: whether it is in the file
 * @required: whether it cannot be left out
 * @choices: (nullable): the words of a choice; "" stands for none of them
 * @n: the number of entries of a list
 */
typedef struct {
  MpFactKind kind;
  gboolean given;
  gboolean required;
  const char *const *choices;
  guint n;
} MpFact;

gboolean    mp_fact_look        (const MpCase *kase, const char *pointer, MpFact *fact);
char       *mp_fact_get         (const MpCase *kase, const char *pointer);
gboolean    mp_fact_set         (MpCase *kase, const char *pointer, const char *text);
const char *mp_fact_hint        (MpFactKind kind);
gint        mp_fact_add         (MpCase *kase, const char *list);
gboolean    mp_fact_remove      (MpCase *kase, const char *pointer);

const MpSource *mp_fact_get_source (const MpCase *kase, const char *pointer);
void            mp_fact_set_source (MpCase *kase, const MpSource *source);

G_END_DECLS
