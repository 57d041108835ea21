/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The random data key, wrapped by a key made from the passphrase (Argon2id) or from the recovery
 * key. Changing the passphrase wraps it anew and touches no row. */

#include "mp-seal-private.h"

#include <string.h>

/* What a foreign file may ask of this machine. */
#define MOST_OPERATIONS 16
#define MOST_MEMORY ((gsize) 2 << 30)
#define GROUP 4
#define CHECK_LETTERS 4
#define KEY_LETTERS (MP_SEAL_RECOVERY_SIZE * 8 / 5)

static guint64 new_operations = crypto_pwhash_OPSLIMIT_MODERATE;
static gsize new_memory = crypto_pwhash_MEMLIMIT_MODERATE;
static guint first_delay = 1000;

/* Without I, L, O and U, which are misread. */
static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void
_mp_seal_set_cost (guint64 operations, gsize memory, guint delay_milliseconds)
{
  new_operations = operations;
  new_memory = memory;
  first_delay = delay_milliseconds;
}

/* Milliseconds to wait after so many wrong passphrases: 1, 2, 4, 8, then always 16 seconds. */
guint
_mp_seal_delay (guint failures)
{
  return failures == 0 ? 0 : first_delay << MIN (failures - 1, 4);
}

/* Letters as they are read back: dashes and spaces left out, look-alikes put right. NULL: too many. */
static gboolean
normalize (const char *text, char out[KEY_LETTERS + CHECK_LETTERS + 1])
{
  gsize n = 0;

  for (; *text != '\0'; text++)
    {
      char letter = g_ascii_toupper (*text);

      if (letter == '-' || g_ascii_isspace (letter))
        continue;
      letter = letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
      if (n == KEY_LETTERS + CHECK_LETTERS || strchr (letters, letter) == NULL)
        return FALSE;
      out[n++] = letter;
    }
  out[n] = '\0';
  return n == KEY_LETTERS + CHECK_LETTERS;
}

/* Letters that change when one of the others is mistyped. */
static void
check_letters (const char *key, char out[CHECK_LETTERS])
{
  guint8 sum[crypto_generichash_BYTES];

  crypto_generichash (sum, sizeof sum, (const guint8 *) key, KEY_LETTERS, NULL, 0);
  for (guint i = 0; i < CHECK_LETTERS; i++)
    out[i] = letters[sum[i] & 31];
}

/* "ABCD-EFGH-…": 160 random bits and four letters to check them by. Wipe and free it. */
char *
_mp_seal_new_recovery_key (void)
{
  char key[KEY_LETTERS + CHECK_LETTERS];
  GString *text = g_string_sized_new (64);

  for (guint i = 0; i < KEY_LETTERS; i++)
    key[i] = letters[randombytes_uniform (32)];
  check_letters (key, key + KEY_LETTERS);
  for (guint i = 0; i < sizeof key; i++)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (text, '-');
      g_string_append_c (text, key[i]);
    }
  sodium_memzero (key, sizeof key);
  return g_string_free (text, FALSE);
}

/* Whether a text is a recovery key without a typing mistake. */
gboolean
_mp_seal_check_recovery_key (const char *text)
{
  char key[KEY_LETTERS + CHECK_LETTERS + 1], check[CHECK_LETTERS];
  gboolean good = normalize (text, key);

  if (good)
    {
      check_letters (key, check);
      good = memcmp (check, key + KEY_LETTERS, CHECK_LETTERS) == 0;
    }
  sodium_memzero (key, sizeof key);
  return good;
}

/* The key that wraps the data key. Slow by intent for a passphrase. */
static gboolean
derive (const MpSeal *self, const char *secret, guint8 key[32])
{
  char letters_of_key[KEY_LETTERS + CHECK_LETTERS + 1];
  gboolean good;

  if (!self->recovery)
    return self->operations <= MOST_OPERATIONS && self->memory <= MOST_MEMORY
           && crypto_pwhash (key, 32, secret, strlen (secret), self->salt, self->operations, self->memory,
                             crypto_pwhash_ALG_ARGON2ID13) == 0;
  good = normalize (secret, letters_of_key);
  if (good)
    crypto_generichash (key, 32, (const guint8 *) letters_of_key, KEY_LETTERS, self->salt, sizeof self->salt);
  sodium_memzero (letters_of_key, sizeof letters_of_key);
  return good;
}

static char *
binding (const MpSeal *self)
{
  return g_strdup_printf ("milepost/%s/%" G_GUINT64_FORMAT "/%" G_GSIZE_FORMAT, self->recovery ? "recovery" : "passphrase",
                          self->operations, self->memory);
}

/* Wraps a data key. FALSE: there is not enough memory for Argon2id. */
gboolean
_mp_seal_make (MpSeal *self, gboolean recovery, const char *secret, const guint8 *key)
{
  g_autofree char *bound = NULL;
  guint8 wrapper[32], *nonce = self->sealed_key;
  gboolean good;

  self->recovery = recovery;
  self->operations = recovery ? 0 : new_operations;
  self->memory = recovery ? 0 : new_memory;
  randombytes_buf (self->salt, sizeof self->salt);
  good = derive (self, secret, wrapper);
  if (good)
    {
      bound = binding (self);
      randombytes_buf (nonce, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
      crypto_aead_xchacha20poly1305_ietf_encrypt (nonce + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, NULL, key, 32,
                                                  (const guint8 *) bound, strlen (bound), NULL, nonce, wrapper);
    }
  sodium_memzero (wrapper, sizeof wrapper);
  return good;
}

/* The data key in locked memory, for sodium_free (); NULL: the secret is wrong. */
guint8 *
_mp_seal_open (const MpSeal *self, const char *secret)
{
  g_autofree char *bound = binding (self);
  const guint8 *nonce = self->sealed_key, *text = nonce + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  guint8 wrapper[32], *key = sodium_malloc (32);
  gboolean good;

  if (key == NULL)
    return NULL;
  good = derive (self, secret, wrapper)
         && crypto_aead_xchacha20poly1305_ietf_decrypt (key, NULL, NULL, text,
                                                        sizeof self->sealed_key - crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
                                                        (const guint8 *) bound, strlen (bound), nonce, wrapper) == 0;
  sodium_memzero (wrapper, sizeof wrapper);
  if (good)
    return key;
  sodium_free (key);
  return NULL;
}
