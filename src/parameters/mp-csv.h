/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables of comma-separated values (RFC 4180) with a line of column names. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpCsv:
 * @name: what messages call the table
 * @n_columns: columns
 * @n_rows: rows, without the line of names
 */
typedef struct {
  char *name;
  char *text;       /* every cell points into it */
  GPtrArray *cells; /* the names first, then row by row */
  GArray *lines;    /* line of the file on which each row begins, the names' first */
  guint n_columns;
  guint n_rows;
} MpCsv;

MpCsv      *mp_csv_parse  (const char *name, GBytes *bytes, GError **error);
void        mp_csv_free   (MpCsv *self);
gint        mp_csv_column (const MpCsv *self, const char *column);
const char *mp_csv_cell   (const MpCsv *self, guint row, gint column);
guint       mp_csv_line   (const MpCsv *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpCsv, mp_csv_free)

G_END_DECLS
