/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-seal-private.h"

#include "mp-backup.h"
#include "mp-store-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define SHORTEST 8 /* letters of a passphrase */

/**
 * mp_store_get_sealed:
 * @self: a store
 *
 * Returns: whether the caseload has a passphrase
 */
gboolean
mp_store_get_sealed (MpStore *self)
{
  return self->sealed;
}

/**
 * mp_store_get_locked:
 * @self: a store
 *
 * Returns: whether it has a passphrase that was not given yet
 */
gboolean
mp_store_get_locked (MpStore *self)
{
  return self->sealed && self->key == NULL;
}

/* What is in memory must not be written to a core file. A system that pipes it to a program of its own does so whatever
 * the limit: there the filter leaves all memory out. */
static void
refuse_core_files (void)
{
  const struct rlimit none = { 0, 0 };
  gint filter = g_open ("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC, 0);

  if (setrlimit (RLIMIT_CORE, &none) != 0)
    g_debug ("core files cannot be turned off");
  if (filter < 0 || write (filter, "0", 1) != 1)
    g_debug ("memory cannot be left out of core files");
  if (filter >= 0)
    g_close (filter, NULL);
}

/* Takes the key, NULL to lock. */
static void
set_key (MpStore *self, guint8 *key)
{
  gboolean changed = (self->key == NULL) != (key == NULL);

  sodium_free (self->key);
  self->key = key;
  if (key == NULL)
    _mp_store_forget_rows (self);
  if (changed)
    g_object_notify (G_OBJECT (self), "locked");
}

/* FALSE: there is none, or the file failed. */
gboolean
_mp_store_read_seal (MpStore *self, gboolean recovery, MpSeal *seal, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = _mp_store_prepare (self, "SELECT salt, operations, memory, sealed_key FROM locks WHERE kind = ?", error);
  gint step;

  if (statement == NULL)
    return FALSE;
  _mp_store_bind_text (statement, 1, recovery ? "recovery" : "passphrase");
  step = sqlite3_step (statement);
  if (step == SQLITE_ROW && sqlite3_column_bytes (statement, 0) == sizeof seal->salt
      && sqlite3_column_bytes (statement, 3) == sizeof seal->sealed_key)
    {
      seal->recovery = recovery;
      memcpy (seal->salt, sqlite3_column_blob (statement, 0), sizeof seal->salt);
      seal->operations = (guint64) sqlite3_column_int64 (statement, 1);
      seal->memory = (gsize) sqlite3_column_int64 (statement, 2);
      memcpy (seal->sealed_key, sqlite3_column_blob (statement, 3), sizeof seal->sealed_key);
      return TRUE;
    }
  if (step == SQLITE_ROW || step == SQLITE_DONE)
    _mp_store_set_damaged (self, recovery ? "recovery" : "passphrase", error);
  else
    _mp_store_set_error (self, error);
  return FALSE;
}

static gboolean
put_seal (MpStore *self, const MpSeal *seal, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self,
    "INSERT OR REPLACE INTO locks (kind, salt, operations, memory, sealed_key) VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  _mp_store_bind_text (statement, 1, seal->recovery ? "recovery" : "passphrase");
  sqlite3_bind_blob (statement, 2, seal->salt, sizeof seal->salt, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, (gint64) seal->operations);
  sqlite3_bind_int64 (statement, 4, (gint64) seal->memory);
  sqlite3_bind_blob (statement, 5, seal->sealed_key, sizeof seal->sealed_key, SQLITE_TRANSIENT);
  return _mp_store_finish (self, statement, error);
}

/* Whether a key opens what is in the file. With nobody in it, nothing can be told. */
gboolean
_mp_store_try_key (MpStore *self, const guint8 *key)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, "SELECT id, revision, summary FROM people LIMIT 1", NULL);
  guint8 *kept = self->key;
  gsize length = 0;
  char *text;

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return FALSE;
  self->key = (guint8 *) key;
  text = _mp_store_unwrap_column (self, "people", (const char *) sqlite3_column_text (statement, 0),
                                  sqlite3_column_int64 (statement, 1), statement, 2, &length);
  self->key = kept;
  _mp_store_wipe_free (text, length);
  return text != NULL;
}

guint8 *
_mp_store_copy_key (const guint8 *key)
{
  guint8 *copy = sodium_malloc (MP_STORE_KEY_SIZE);

  if (copy == NULL)
    g_error ("no memory for a key");
  memcpy (copy, key, MP_STORE_KEY_SIZE);
  return copy;
}

/* A backup of the same caseload opens with the same key. */
void
_mp_store_lend_key (MpStore *self, MpStore *copy)
{
  if (self->key != NULL && copy->sealed && copy->key == NULL && _mp_store_try_key (copy, self->key))
    set_key (copy, _mp_store_copy_key (self->key));
}

/* What changes when the caseload is sealed anew or opened for good, by whichever program. */
static GBytes *
read_token (MpStore *self)
{
  if (self->token_statement == NULL)
    self->token_statement = _mp_store_prepare (self, "SELECT sealed_key FROM locks WHERE kind = 'recovery'", NULL);
  if (self->token_statement == NULL)
    return NULL;
  {
    GBytes *token = NULL;

    if (sqlite3_step (self->token_statement) == SQLITE_ROW)
      token = g_bytes_new (sqlite3_column_blob (self->token_statement, 0),
                           (gsize) sqlite3_column_bytes (self->token_statement, 0));
    sqlite3_reset (self->token_statement);
    return token;
  }
}

/* Whether the file is sealed, and whether our key is still the right one. */
gboolean
_mp_store_read_locks (MpStore *self, GError **error)
{
  gboolean was_sealed = self->sealed, same;
  g_autoptr (GBytes) before = NULL;
  gint64 n;

  if (!_mp_store_read_number (self, "SELECT count (*) FROM locks", &n, error))
    return FALSE;
  before = g_steal_pointer (&self->token);
  self->token = read_token (self);
  same = before != NULL && self->token != NULL && g_bytes_equal (before, self->token);
  self->ready = TRUE;
  self->sealed = n > 0;
  if (self->expected_token != NULL && self->token != NULL && g_bytes_equal (self->token, self->expected_token))
    {
      sodium_free (self->key);
      self->key = g_steal_pointer (&self->expected_key);
      _mp_store_expect_nothing (self);
    }
  else if (self->key != NULL && (!self->sealed || (!same && !_mp_store_try_key (self, self->key))))
    set_key (self, NULL);
  if (self->sealed != was_sealed)
    {
      if (self->sealed)
        refuse_core_files ();
      _mp_store_forget_rows (self);
      g_object_notify (G_OBJECT (self), "sealed");
      g_object_notify (G_OBJECT (self), "locked");
    }
  return TRUE;
}

/* Whether the file is sealed as when it was looked at last, or open as then. */
gboolean
_mp_store_has_token (MpStore *self)
{
  g_autoptr (GBytes) token = self->ready ? read_token (self) : NULL;

  return !self->ready || (token == NULL ? self->token == NULL : self->token != NULL && g_bytes_equal (token, self->token));
}

/* Another program may have set or taken off the passphrase since: nothing is written in the clear
 * into a sealed file, nor sealed with a key that is no longer its own. */
gboolean
_mp_store_check_unlocked (MpStore *self, GError **error)
{
  if (!_mp_store_has_token (self) && !_mp_store_read_locks (self, error))
    return FALSE;
  if (!self->sealed || self->key != NULL)
    return TRUE;
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_LOCKED,
               _("“%s” is sealed with a passphrase. Unlock it first."), self->path);
  return FALSE;
}

/**
 * mp_store_lock:
 * @self: a store
 *
 * Forgets the key and every name: nothing can be read before mp_store_unlock(). Without a
 * passphrase nothing happens; one that mp_store_passphrase_async() is setting is asked for as soon as it is set.
 */
void
mp_store_lock (MpStore *self)
{
  _mp_store_expect_nothing (self);
  if (self->key != NULL)
    set_key (self, NULL);
}

/* Backups from before the passphrase hold names in the clear. */
static void
remove_clear_backups (MpStore *self)
{
  g_autoptr (GPtrArray) backups = mp_store_list_backups (self, NULL);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const MpBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr (MpStore) copy = g_object_new (MP_TYPE_STORE, NULL);
      gint64 n = 0, size;
      gint file;

      copy->path = g_strdup (backup->path);
      if (sqlite3_open_v2 (backup->path, &copy->database, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK
          && _mp_store_read_number (copy, "SELECT count (*) FROM locks", &n, NULL) && n > 0)
        continue;
      file = g_open (backup->path, O_WRONLY | O_CLOEXEC, 0);
      size = file >= 0 ? lseek (file, 0, SEEK_END) : 0;
      if (size > 0)
        {
          g_autofree char *zeros = g_malloc0 ((gsize) size);
          if (pwrite (file, zeros, (gsize) size, 0) != size || fsync (file) != 0)
            g_debug ("an old backup could not be overwritten before it is removed");
        }
      if (file >= 0)
        g_close (file, NULL);
      g_unlink (backup->path);
    }
}

/* Takes the key that a secret opened; NULL: it was wrong. */
gboolean
_mp_store_take_key (MpStore *self, guint8 *key, gboolean recovery, GError **error)
{
  if (key == NULL)
    {
      self->failures++;
      g_set_error_literal (error, MP_STORE_ERROR, MP_STORE_ERROR_PASSPHRASE,
                           recovery ? _("This recovery key is not the one of this caseload. Look at it again, letter by letter.")
                                    : _("This passphrase is wrong. Try again, or use the recovery key."));
      return FALSE;
    }
  self->failures = 0;
  set_key (self, key);
  /* A program that was killed while it sealed may have left texts in the log, and backups. */
  if (self->unclean)
    sqlite3_exec (self->database, "PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  self->unclean = FALSE;
  if (!self->in_memory)
    remove_clear_backups (self);
  return TRUE;
}

static gboolean
unlock (MpStore *self, gboolean recovery, const char *secret, GError **error)
{
  MpSeal seal;
  guint8 *key;

  if (!self->sealed)
    return TRUE;
  if (!_mp_store_read_seal (self, recovery, &seal, error))
    return FALSE;
  key = _mp_seal_open (&seal, secret);
  if (key == NULL)
    g_usleep (_mp_seal_delay (self->failures + 1) * 1000UL);
  return _mp_store_take_key (self, key, recovery, error);
}

/**
 * mp_store_unlock:
 * @self: a store
 * @passphrase: what somebody typed
 * @error: return location for a %MP_STORE_ERROR
 *
 * Unlocks a sealed caseload. Takes half a second on purpose, and a wrong passphrase takes longer
 * each time: for a window there is mp_store_unlock_async().
 *
 * Returns: whether names and cases can be read now
 */
gboolean
mp_store_unlock (MpStore *self, const char *passphrase, GError **error)
{
  return unlock (self, FALSE, passphrase, error);
}

/**
 * mp_store_unlock_recovery:
 * @self: a store
 * @recovery_key: what mp_store_seal() gave; dashes, spaces and small letters do not matter
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: whether names and cases can be read now
 */
gboolean
mp_store_unlock_recovery (MpStore *self, const char *recovery_key, GError **error)
{
  if (_mp_seal_check_recovery_key (recovery_key))
    return unlock (self, TRUE, recovery_key, error);
  g_set_error_literal (error, MP_STORE_ERROR, MP_STORE_ERROR_PASSPHRASE,
                       _("A letter of this recovery key is mistyped or missing: it has nine groups of four. Compare it with the paper."));
  return FALSE;
}

/* The rows that hold something about people: key, id, revision, text; one after the other. */
static const struct {
  const char *table, *read, *write;
  gboolean by_text;
} sealed_rows[] = {
  { "people", "SELECT number, id, revision, summary FROM people WHERE number > ?1 ORDER BY number LIMIT 1",
    "UPDATE people SET summary = ?2 WHERE number = ?1", FALSE },
  { "states", "SELECT states.number, id, states.revision, document FROM states JOIN people ON people.number = person"
              " WHERE states.number > ?1 ORDER BY states.number LIMIT 1",
    "UPDATE states SET document = ?2 WHERE number = ?1", FALSE },
  { "settings", "SELECT key, key, 0, value FROM settings WHERE key > ?1 ORDER BY key LIMIT 1",
    "UPDATE settings SET value = ?2 WHERE key = ?1", TRUE },
};

/* Writes the row that a statement stands on sealed, or plain. */
static gboolean
rewrap_row (MpStore *self, guint table, sqlite3_stmt *row, gboolean sealed, GError **error)
{
  g_autoptr (sqlite3_stmt) write = _mp_store_prepare (self, sealed_rows[table].write, error);
  g_autofree char *id = _mp_store_column (row, 1);
  gint64 revision = sqlite3_column_int64 (row, 2);
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;
  char *text;

  if (write == NULL)
    return FALSE;
  self->sealed = !sealed;
  text = _mp_store_unwrap_column (self, sealed_rows[table].table, id, revision, row, 3, &length);
  self->sealed = sealed;
  if (text == NULL)
    {
      _mp_store_set_damaged_case (self, id, error);
      return FALSE;
    }
  bytes = _mp_store_wrap (self, sealed_rows[table].table, id, revision, text, length);
  _mp_store_wipe_free (text, length);
  sqlite3_bind_value (write, 1, sqlite3_column_value (row, 0));
  _mp_store_bind_bytes (write, 2, bytes);
  return _mp_store_finish (self, write, error);
}

/* How far a long work is, for whoever waits in another thread. */
static void
show_progress (MpStore *self, guint done, gint64 all)
{
  g_atomic_int_set (self->waiting != NULL ? &self->waiting->progress : &self->progress, all > 0 ? (gint) (1000 * (gint64) done / all) : 0);
}

static gboolean
rewrap_table (MpStore *self, guint table, gboolean sealed, guint *rows, gint64 all, GError **error)
{
  g_autoptr (sqlite3_stmt) read = _mp_store_prepare (self, sealed_rows[table].read, error);
  gint step;

  if (read == NULL)
    return FALSE;
  if (sealed_rows[table].by_text)
    _mp_store_bind_text (read, 1, "");
  else
    sqlite3_bind_int64 (read, 1, G_MININT64);
  while ((step = sqlite3_step (read)) == SQLITE_ROW)
    {
      sqlite3_value *key = sqlite3_value_dup (sqlite3_column_value (read, 0));
      gboolean done = rewrap_row (self, table, read, sealed, error);

      sqlite3_reset (read);
      sqlite3_bind_value (read, 1, key);
      sqlite3_value_free (key);
      if (!done)
        return FALSE;
      show_progress (self, ++*rows * 3, all * 4); /* the rest is compacting and a backup */
    }
  if (step == SQLITE_DONE)
    return TRUE;
  _mp_store_set_error (self, error);
  return FALSE;
}

/* Every row sealed, or every row plain, in one transaction. self->key is the key. */
static gboolean
rewrap (MpStore *self, gboolean sealed, const MpSeal seals[2], GError **error)
{
  gboolean was_sealed = self->sealed, done;
  guint rows = 0;
  gint64 all = 0;

  if (!_mp_store_begin (self, error))
    return FALSE;
  done = _mp_store_read_number (self, "SELECT (SELECT count (*) FROM people) + (SELECT count (*) FROM states)"
                                      " + (SELECT count (*) FROM settings)", &all, error);
  for (guint i = 0; done && i < G_N_ELEMENTS (sealed_rows); i++)
    done = rewrap_table (self, i, sealed, &rows, all, error);
  self->sealed = was_sealed;
  done = done && _mp_store_run (self, "DELETE FROM locks", error);
  if (sealed)
    done = done && put_seal (self, &seals[0], error) && put_seal (self, &seals[1], error);
  return _mp_store_end (self, done, error);
}

static gboolean
check_passphrase (const char *passphrase, GError **error)
{
  if (g_utf8_strlen (passphrase, -1) >= SHORTEST)
    return TRUE;
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_PASSPHRASE,
               /* Translators: %d is a number of letters */
               _("A passphrase has at least %d letters. Four or five words that do not belong together are good."), SHORTEST);
  return FALSE;
}

static gboolean
make_seal (MpSeal *seal, gboolean recovery, const char *secret, const guint8 *key, GError **error)
{
  if (_mp_seal_make (seal, recovery, secret, key))
    return TRUE;
  g_set_error_literal (error, MP_STORE_ERROR, MP_STORE_ERROR_FAILED,
                       _("There is not enough memory to seal the caseload. Close other programs and try again."));
  return FALSE;
}

/* The key that the file will open with as soon as this seal stands in it, whichever thread puts it there. */
void
_mp_store_expect_key (MpStore *self, const guint8 *key, const MpSeal *recovery)
{
  _mp_store_expect_nothing (self);
  self->expected_key = _mp_store_copy_key (key);
  self->expected_token = g_bytes_new (recovery->sealed_key, sizeof recovery->sealed_key);
}

void
_mp_store_expect_nothing (MpStore *self)
{
  sodium_free (self->expected_key);
  self->expected_key = NULL;
  g_clear_pointer (&self->expected_token, g_bytes_unref);
}

gboolean
_mp_store_check_unsealed (MpStore *self, const char *passphrase, GError **error)
{
  if (!_mp_store_check_unlocked (self, error) || !check_passphrase (passphrase, error))
    return FALSE;
  if (!self->sealed)
    return TRUE;
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_FAILED,
               _("“%s” has a passphrase already. Change it instead."), self->path);
  return FALSE;
}

/* A new random key, and the recovery key that opens it. Wipe and free both. */
char *
_mp_store_new_key (guint8 **key, MpSeal *recovery)
{
  char *recovery_key = _mp_seal_new_recovery_key ();

  *key = sodium_malloc (MP_STORE_KEY_SIZE);
  if (*key == NULL)
    g_error ("no memory for a key");
  randombytes_buf (*key, MP_STORE_KEY_SIZE);
  if (!_mp_seal_make (recovery, TRUE, recovery_key, *key))
    g_error ("a recovery key cannot be used");
  return recovery_key;
}

/* Seals everything with a key that was made before. */
gboolean
_mp_store_seal_with (MpStore *self, const char *passphrase, const guint8 *key, const MpSeal *recovery, GError **error)
{
  MpSeal seals[2] = { [1] = *recovery };

  if (!_mp_store_check_unsealed (self, passphrase, error) || !make_seal (&seals[0], FALSE, passphrase, key, error))
    return FALSE;
  self->key = _mp_store_copy_key (key);
  _mp_store_expect_key (self, key, recovery);
  if (!rewrap (self, TRUE, seals, error))
    {
      _mp_store_expect_nothing (self);
      sodium_free (self->key);
      self->key = NULL;
      return FALSE;
    }
  _mp_store_forget_rows (self);
  /* From here on it is sealed, whatever else fails; the next unlocking does what is not done now. */
  if (!_mp_store_read_locks (self, NULL) || !_mp_store_scrub (self, NULL))
    g_debug ("the file could not be compacted");
  show_progress (self, 9, 10);
  remove_clear_backups (self);
  g_free (mp_store_back_up_today (self, NULL));
  show_progress (self, 1, 1);
  return TRUE;
}

/**
 * mp_store_seal:
 * @self: a store without a passphrase
 * @passphrase: the passphrase
 * @error: return location for a %MP_STORE_ERROR
 *
 * Seals every name, case, plan and setting with a random key, which the passphrase or the recovery
 * key opens. Backups in the clear in the folder “backups” are overwritten and removed, and a sealed
 * one is made. Copies that somebody put elsewhere stay as they are. Takes seconds with thousands of
 * people: a window calls mp_store_passphrase_async().
 *
 * Returns: (transfer full) (nullable): the recovery key, to be printed; it is kept nowhere
 */
char *
mp_store_seal (MpStore *self, const char *passphrase, GError **error)
{
  MpSeal recovery;
  guint8 *key;
  char *recovery_key;
  gboolean done;

  if (!_mp_store_check_unsealed (self, passphrase, error))
    return NULL;
  recovery_key = _mp_store_new_key (&key, &recovery);
  done = _mp_store_seal_with (self, passphrase, key, &recovery, error);
  sodium_free (key);
  if (done)
    return recovery_key;
  _mp_store_wipe_free (recovery_key, strlen (recovery_key));
  return NULL;
}

static gboolean
check_sealed (MpStore *self, GError **error)
{
  if (self->sealed)
    return TRUE;
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_FAILED, _("“%s” has no passphrase yet. Set one first."), self->path);
  return FALSE;
}

/**
 * mp_store_change_passphrase:
 * @self: an unlocked store
 * @passphrase: the new passphrase
 * @error: return location for a %MP_STORE_ERROR
 *
 * Wraps the key anew; no row is written. The recovery key stays. Earlier backups keep the earlier
 * passphrase.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_change_passphrase (MpStore *self, const char *passphrase, GError **error)
{
  MpSeal seal;

  if (!_mp_store_check_unlocked (self, error) || !check_passphrase (passphrase, error) || !check_sealed (self, error))
    return FALSE;
  return make_seal (&seal, FALSE, passphrase, self->key, error) && _mp_store_begin (self, error)
         && _mp_store_end (self, put_seal (self, &seal, error), error);
}

/* Puts another recovery key in the place of the one there, which opens nothing any more. */
gboolean
_mp_store_put_recovery (MpStore *self, const MpSeal *recovery, GError **error)
{
  return _mp_store_check_unlocked (self, error) && check_sealed (self, error) && _mp_store_begin (self, error)
         && _mp_store_end (self, put_seal (self, recovery, error), error) && _mp_store_read_locks (self, error);
}

/**
 * mp_store_renew_recovery_key:
 * @self: an unlocked store
 * @error: return location for a %MP_STORE_ERROR
 *
 * Makes another recovery key, as when the paper is lost; the old one opens nothing any more but
 * backups made before. No row is written.
 *
 * Returns: (transfer full) (nullable): the recovery key, to be printed; it is kept nowhere
 */
char *
mp_store_renew_recovery_key (MpStore *self, GError **error)
{
  char *recovery_key;
  MpSeal recovery;

  if (!_mp_store_check_unlocked (self, error) || !check_sealed (self, error))
    return NULL;
  recovery_key = _mp_seal_new_recovery_key ();
  if (!_mp_seal_make (&recovery, TRUE, recovery_key, self->key))
    g_error ("a recovery key cannot be used");
  _mp_store_expect_key (self, self->key, &recovery);
  if (_mp_store_put_recovery (self, &recovery, error))
    return recovery_key;
  _mp_store_expect_nothing (self);
  _mp_store_wipe_free (recovery_key, strlen (recovery_key));
  return NULL;
}

/**
 * mp_store_unseal:
 * @self: an unlocked store
 * @error: return location for a %MP_STORE_ERROR
 *
 * Takes the passphrase off: everything stands in the clear again.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_unseal (MpStore *self, GError **error)
{
  if (!_mp_store_check_unlocked (self, error))
    return FALSE;
  if (!self->sealed)
    return TRUE;
  return rewrap (self, FALSE, NULL, error) && _mp_store_read_locks (self, error);
}
