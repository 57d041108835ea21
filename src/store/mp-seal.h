/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A caseload with a passphrase: what says something about a person is sealed row by row. */

#pragma once

#include "mp-store.h"

G_BEGIN_DECLS

/**
 * MpSealTask:
 * @MP_SEAL_SET: seal the caseload with a passphrase
 * @MP_SEAL_CHANGE: another passphrase
 * @MP_SEAL_TAKE_OFF: write everything in the clear again
 * @MP_SEAL_RENEW: another recovery key
 */
typedef enum { MP_SEAL_SET, MP_SEAL_CHANGE, MP_SEAL_TAKE_OFF, MP_SEAL_RENEW } MpSealTask;

gboolean mp_store_get_sealed (MpStore *self);
gboolean mp_store_get_locked (MpStore *self);

void     mp_store_lock            (MpStore *self);
gboolean mp_store_unlock          (MpStore *self, const char *passphrase, GError **error);
gboolean mp_store_unlock_recovery (MpStore *self, const char *recovery_key, GError **error);
void     mp_store_unlock_async    (MpStore *self, const char *passphrase, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data);
gboolean mp_store_unlock_finish   (MpStore *self, GAsyncResult *result, GError **error);

char    *mp_store_seal              (MpStore *self, const char *passphrase, GError **error);
gboolean mp_store_change_passphrase (MpStore *self, const char *passphrase, GError **error);
gboolean mp_store_unseal            (MpStore *self, GError **error);
char    *mp_store_renew_recovery_key (MpStore *self, GError **error);

void     mp_store_passphrase_async  (MpStore *self, MpSealTask task, const char *current, const char *fresh,
                                     GAsyncReadyCallback callback, gpointer data);
gboolean mp_store_passphrase_finish (MpStore *self, GAsyncResult *result, char **recovery_key, GError **error);
guint    mp_store_get_progress      (MpStore *self);

G_END_DECLS
