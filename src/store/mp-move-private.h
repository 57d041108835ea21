/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The form of an export: a head, and a record a person. */

#pragma once

#include "mp-move.h"

#include <jansson.h>

G_BEGIN_DECLS

#define MP_EXPORT_FORMAT "milepost-export"
#define MP_EXPORT_PERSON "milepost-person"
#define MP_EXPORT_INDEX "index.jsonl"
#define MP_EXPORT_MOST_BYTES ((guint64) 64 << 20) /* of one case */
#define MP_EXPORT_MOST_CASES 200000
#define MP_EXPORT_MOST_FILE ((guint64) 1 << 30)   /* of an export */
#define MP_EXPORT_MOST_INDEX ((guint64) 256 << 20) /* of a zip's index */

/** MpRecord: One person of an export. The case belongs to the record. */
typedef struct {
  char *id;
  gint64 revision;
  gint64 created;
  gint64 updated;
  gboolean archived;
  gboolean sample;
  char *copy_of;
  GPtrArray *ancestors; /* fingerprints of the states that it follows on */
  json_t *document;
} MpRecord;

typedef struct _MpZip MpZip;

typedef gboolean (*MpRecordFunc) (MpRecord *record, const char *place, const char *problem, gpointer data, GError **error);

char    *_mp_fingerprint   (const json_t *document);
gboolean _mp_export_read   (const char *data, gsize length, MpRecordFunc func, gpointer user_data, GError **error);
gboolean _mp_export_is_zip (const char *data, gsize length);

/* mp-move-zip.c */
GBytes  *_mp_zip_write     (GPtrArray *names, GPtrArray *contents, GError **error);
MpZip   *_mp_zip_open      (const char *data, gsize length, GError **error);
void     _mp_zip_free      (MpZip *self);
GPtrArray *_mp_zip_get_names (MpZip *self);
GBytes  *_mp_zip_read      (MpZip *self, const char *name, guint64 most, char **problem);

GPtrArray *_mp_store_import_bytes (MpStore *self, const char *path, const char *data, gsize length, gboolean preview, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpZip, _mp_zip_free)

G_END_DECLS
