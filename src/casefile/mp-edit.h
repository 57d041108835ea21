/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One fact of a case, found by its JSON pointer, as text: what a form and a source mark speak of. */

#pragma once

#include "mp-case.h"

G_BEGIN_DECLS

/** MpEditKind: What is at a pointer. */
typedef enum {
  MP_EDIT_NONE,         /* nothing */
  MP_EDIT_TEXT,
  MP_EDIT_STATE,
  MP_EDIT_BOOL,         /* "true" or "false" */
  MP_EDIT_MONEY,        /* "640.00" */
  MP_EDIT_PREMIUM,      /* "standard" or money */
  MP_EDIT_MONTH,        /* "2026-03" */
  MP_EDIT_DATE,         /* "2026-03-14" */
  MP_EDIT_NUMBER,
  MP_EDIT_PERCENT,      /* "2.5" */
  MP_EDIT_HOURS,        /* "20", "22.5" */
  MP_EDIT_CHOICE,       /* one of `choices` */
  MP_EDIT_CODE,         /* "P1M1" */
  MP_EDIT_MONTHS,       /* "2024-06 2024-07" */
  MP_EDIT_OBJECT,
  MP_EDIT_LIST,
  MP_EDIT_WORK_MONTHS,  /* an object of months */
} MpEditKind;

/**
 * MpEditFact:
 * @kind: what is there
 * @given: whether it is in the file
 * @required: whether it cannot be left out
 * @choices: (nullable): the words of a choice; "" stands for none of them
 * @n: the number of entries of a list
 */
typedef struct {
  MpEditKind kind;
  gboolean given;
  gboolean required;
  const char *const *choices;
  guint n;
} MpEditFact;

/** MpEditKey: A key that an object may have. */
typedef struct {
  const char *key;
  MpEditKind kind;
} MpEditKey;

gboolean    mp_edit_look        (const MpCase *kase, const char *pointer, MpEditFact *fact);
char       *mp_edit_get         (const MpCase *kase, const char *pointer);
gboolean    mp_edit_set         (MpCase *kase, const char *pointer, const char *text);
const char *mp_edit_hint        (MpEditKind kind);
gint        mp_edit_add         (MpCase *kase, const char *list);
gboolean    mp_edit_remove      (MpCase *kase, const char *pointer);

char       *mp_edit_display     (const MpCase *kase, const char *pointer);
GArray     *mp_edit_keys        (const char *pointer);
char      **mp_edit_entries     (const MpCase *kase, const char *pointer);
GPtrArray  *mp_edit_differences (const MpCase *before, const MpCase *after);

const MpSource *mp_edit_get_source (const MpCase *kase, const char *pointer);
void            mp_edit_set_source (MpCase *kase, const MpSource *source);

G_END_DECLS
