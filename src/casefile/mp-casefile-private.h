/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reader and writer of the case file, for the rest of this folder. */

#pragma once

#include "mp-casefile.h"
#include "mp-casefile-fields.h"

#include <jansson.h>

G_BEGIN_DECLS

/* A value of a document: one of jansson's tree, or one of a plain text that is read where it stands. */
typedef struct {
  json_type type;
  const char *text;     /* of a JSON_STRING */
  json_int_t integer;   /* of a JSON_INTEGER */
  json_t *tree;         /* NULL: plain */
} MpJsonValue;

/* Where a reader of plain JSON is, in a copy of the document that ends with NUL. */
typedef struct {
  char *at, *end;
  gboolean failed;      /* gave up */
} MpPlain;

G_GNUC_INTERNAL json_t  *_mp_case_to_json    (const MpCase *kase);
G_GNUC_INTERNAL gboolean _mp_case_read_plain (MpCase *kase, const char *data, gsize length);
G_GNUC_INTERNAL gboolean _mp_case_read_tree  (MpCase *kase, const char *data, gsize length, GPtrArray *problems);
G_GNUC_INTERNAL gboolean _mp_plain_begin     (MpPlain *self, MpArena *arena, const char *data, gsize length);
G_GNUC_INTERNAL gboolean _mp_plain_next      (MpPlain *self, gboolean first, const char **key, MpJsonValue *value);
G_GNUC_INTERNAL gboolean _mp_plain_end       (MpPlain *self);

G_END_DECLS
