/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Passphrases and keys, apart from any file. */

#pragma once

#include "mp-seal.h"

#include <sodium.h>

G_BEGIN_DECLS

#define MP_SEAL_SALT_SIZE crypto_pwhash_SALTBYTES
#define MP_SEAL_SEALED_KEY_SIZE (crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + 32 + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define MP_SEAL_RECOVERY_SIZE 20

/** MpSeal: What stands in the file of one way to unlock it. */
typedef struct {
  gboolean recovery;   /* a recovery key rather than a passphrase */
  guint8 salt[MP_SEAL_SALT_SIZE];
  guint64 operations;  /* of Argon2id; 0 for a recovery key, which nobody can guess */
  gsize memory;        /* bytes */
  guint8 sealed_key[MP_SEAL_SEALED_KEY_SIZE];
} MpSeal;

void     _mp_seal_set_cost  (guint64 operations, gsize memory, guint delay_milliseconds); /* for tests */
guint    _mp_seal_delay     (guint failures);
gboolean _mp_seal_make      (MpSeal *self, gboolean recovery, const char *secret, const guint8 *key);
guint8  *_mp_seal_open      (const MpSeal *self, const char *secret);
char    *_mp_seal_new_recovery_key (void);
gboolean _mp_seal_check_recovery_key (const char *text);

/* mp-seal.c */
gboolean _mp_store_read_seal      (MpStore *self, gboolean recovery, MpSeal *seal, GError **error);
gboolean _mp_store_take_key       (MpStore *self, guint8 *key, gboolean recovery, GError **error);
gboolean _mp_store_check_unsealed (MpStore *self, const char *passphrase, GError **error);
char    *_mp_store_new_key        (guint8 **key, MpSeal *recovery);
void     _mp_store_expect_key     (MpStore *self, const guint8 *key, const MpSeal *recovery);
gboolean _mp_store_seal_with      (MpStore *self, const char *passphrase, const guint8 *key, const MpSeal *recovery, GError **error);
gboolean _mp_store_put_recovery   (MpStore *self, const MpSeal *recovery, GError **error);

G_END_DECLS
