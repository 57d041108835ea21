/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A projection as JSON, CSV and a table for people; and one line of `project --stream`. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/**
 * MpWriteFlags:
 * @MP_WRITE_EXPLAIN: with the trace and the progress of milestones (the projections must have them)
 * @MP_WRITE_SUMMARY: without the months
 */
typedef enum {
  MP_WRITE_DEFAULT = 0,
  MP_WRITE_EXPLAIN = 1 << 0,
  MP_WRITE_SUMMARY = 1 << 1,
} MpWriteFlags;

/* Each appends to out. projections: those of the scenarios shown, in the case's order. */
void mp_projections_to_json  (GString *out, const MpCase *kase, MpProjection *const *projections, guint n, MpWriteFlags flags);
void mp_projections_to_csv   (GString *out, const MpCase *kase, MpProjection *const *projections, guint n);
void mp_projections_to_table (GString *out, const MpCase *kase, MpProjection *const *projections, guint n);
/* The error object of a line; `line` counts from 1. */
void mp_problems_to_json     (GString *out, const GPtrArray *problems, guint64 line);
/* A field of a CSV row, quoted where it must be; text may be NULL. */
void mp_csv_append_text      (GString *out, const char *text);
/* The names of the flags that are set, each between quotes. */
void mp_flags_append_names   (GString *out, guint32 flags, const char *(*name_of) (guint bit), const char *quote, char separator);
/* A JSON string with its quotes; text is UTF-8. */
void mp_json_append_string   (GString *out, const char *text);

typedef struct _MpStream MpStream;

MpStream *mp_stream_new  (const MpParameters *figures, MpWriteFlags flags);
void      mp_stream_free (MpStream *self);
gboolean  mp_stream_line (MpStream *self, const char *text, gsize length, guint64 line, GString *out);

G_END_DECLS
