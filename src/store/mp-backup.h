/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Copies of the whole caseload: made while working, checked after writing, kept for weeks. */

#pragma once

#include "mp-store.h"

G_BEGIN_DECLS

/**
 * MpBackup:
 * @path: the file
 * @made: when it was written, seconds since 1970
 */
typedef struct {
  char *path;
  gint64 made;
} MpBackup;

/**
 * MpRestoreKind:
 * @MP_RESTORE_SAME: the same in the backup and now
 * @MP_RESTORE_COMES_BACK: only in the backup
 * @MP_RESTORE_GOES: only in the caseload as it is now
 * @MP_RESTORE_CHANGES: in both, and different
 */
typedef enum {
  MP_RESTORE_SAME,
  MP_RESTORE_COMES_BACK,
  MP_RESTORE_GOES,
  MP_RESTORE_CHANGES,
} MpRestoreKind;

/** MpRestoreLine: What restoring a backup does to one person; @entry as it is in the backup, or now if it goes. */
typedef struct {
  MpRestoreKind kind;
  MpStoreEntry *entry;
} MpRestoreLine;

gboolean   mp_store_back_up         (MpStore *self, const char *path, GError **error);
char      *mp_store_back_up_today   (MpStore *self, GError **error);
gboolean   mp_store_needs_backup    (MpStore *self);
void       mp_store_back_up_async   (MpStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
char      *mp_store_back_up_finish  (MpStore *self, GAsyncResult *result, GError **error);
GPtrArray *mp_store_list_backups    (MpStore *self, GError **error);

MpStore   *mp_store_open_copy       (const char *path, GError **error);
GPtrArray *mp_store_preview_restore (MpStore *self, MpStore *copy, GError **error);
gboolean   mp_store_restore         (MpStore *self, MpStore *copy, GError **error);

G_END_DECLS
