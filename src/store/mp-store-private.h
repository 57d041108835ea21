/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of the store and its tests share. */

#pragma once

#include "mp-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/** MP_STORE_SCHEMA: The schema this program writes; every older one is brought up to it. */
#define MP_STORE_SCHEMA 1
/** MP_STORE_APPLICATION_ID: "MPst", where `file` and we look for whose database it is. */
#define MP_STORE_APPLICATION_ID 0x4d507374

struct _MpStore {
  char *path;
  sqlite3 *database;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

void          _mp_store_set_error (MpStore *self, GError **error);
sqlite3_stmt *_mp_store_prepare   (MpStore *self, const char *sql, GError **error);
gboolean      _mp_store_run       (MpStore *self, const char *sql, GError **error);
gboolean      _mp_store_begin     (MpStore *self, GError **error);
gboolean      _mp_store_end       (MpStore *self, gboolean done, GError **error);

G_END_DECLS
