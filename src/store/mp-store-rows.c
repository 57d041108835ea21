/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a text stands in the file. Plain: 'P', a checksum of 16 bytes, the text. Sealed: 'S', a
 * nonce of 24 bytes, and the text under XChaCha20-Poly1305. Both checks take in the table, the
 * row's id and its revision, so that a row put in another's place is found out like a changed byte. */

#include "mp-store-private.h"

#include <sodium.h>
#include <string.h>

#define PLAIN 'P'
#define SEALED 'S'
#define SUM_SIZE 16
#define PLAIN_HEAD (1 + SUM_SIZE)
#define SEALED_HEAD (1 + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)

G_STATIC_ASSERT (MP_STORE_KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

static char *
place_of (const char *table, const char *id, gint64 revision)
{
  return g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT, table, id, revision);
}

static void
checksum (const char *place, const void *text, gsize length, guint8 sum[SUM_SIZE])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, SUM_SIZE);
  crypto_generichash_update (&state, (const guint8 *) place, strlen (place) + 1);
  crypto_generichash_update (&state, text, length);
  crypto_generichash_final (&state, sum, SUM_SIZE);
}

/* The bytes that stand in the file for a text. The store is unlocked. */
GBytes *
_mp_store_wrap (MpStore *self, const char *table, const char *id, gint64 revision, const char *text, gsize length)
{
  g_autofree char *place = place_of (table, id, revision);
  gsize head = self->sealed ? SEALED_HEAD : PLAIN_HEAD;
  gsize size = head + length + (self->sealed ? crypto_aead_xchacha20poly1305_ietf_ABYTES : 0);
  guint8 *blob = g_malloc (size);

  if (self->sealed)
    {
      blob[0] = SEALED;
      randombytes_buf (blob + 1, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
      crypto_aead_xchacha20poly1305_ietf_encrypt (blob + head, NULL, (const guint8 *) text, length,
                                                  (const guint8 *) place, strlen (place), NULL, blob + 1, self->key);
    }
  else
    {
      blob[0] = PLAIN;
      checksum (place, text, length, blob + 1);
      if (length > 0)
        memcpy (blob + head, text, length);
    }
  return g_bytes_new_take (blob, size);
}

/* The text that bytes of the file stand for, with a zero after it, or NULL when they are damaged.
 * In a sealed caseload a plain row is a forged one. */
char *
_mp_store_unwrap (MpStore *self, const char *table, const char *id, gint64 revision,
                  const void *blob, gsize size, gsize *length)
{
  g_autofree char *place = place_of (table, id, revision);
  const guint8 *bytes = blob;
  char *text;

  if (self->sealed)
    {
      if (size < SEALED_HEAD + crypto_aead_xchacha20poly1305_ietf_ABYTES || bytes[0] != SEALED)
        return NULL;
      *length = size - SEALED_HEAD - crypto_aead_xchacha20poly1305_ietf_ABYTES;
      text = g_malloc (*length + 1);
      if (crypto_aead_xchacha20poly1305_ietf_decrypt ((guint8 *) text, NULL, NULL, bytes + SEALED_HEAD, size - SEALED_HEAD,
                                                      (const guint8 *) place, strlen (place), bytes + 1, self->key) != 0)
        {
          g_free (text);
          return NULL;
        }
    }
  else
    {
      guint8 sum[SUM_SIZE];

      if (size < PLAIN_HEAD || bytes[0] != PLAIN)
        return NULL;
      *length = size - PLAIN_HEAD;
      checksum (place, bytes + PLAIN_HEAD, *length, sum);
      if (memcmp (sum, bytes + 1, SUM_SIZE) != 0)
        return NULL;
      text = g_malloc (*length + 1);
      memcpy (text, bytes + PLAIN_HEAD, *length);
    }
  text[*length] = '\0';
  return text;
}

char *
_mp_store_unwrap_column (MpStore *self, const char *table, const char *id, gint64 revision,
                         sqlite3_stmt *statement, gint number, gsize *length)
{
  const void *blob = sqlite3_column_blob (statement, number);

  return blob == NULL ? NULL
         : _mp_store_unwrap (self, table, id, revision, blob, (gsize) sqlite3_column_bytes (statement, number), length);
}

/* What was sealed does not stay in memory that is given back. */
void
_mp_store_wipe_free (char *text, gsize length)
{
  if (text != NULL)
    sodium_memzero (text, length);
  g_free (text);
}
