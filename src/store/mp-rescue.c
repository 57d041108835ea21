/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-rescue.h"

#include "mp-history.h"
#include "mp-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* No row takes less of a file; where the highest number is lost, as many as may fit are tried. */
#define SMALLEST_ROW 50

/**
 * mp_store_check_file:
 * @self: a store
 * @error: return location for a %MP_STORE_ERROR
 *
 * Looks through every page, index and reference of the file.
 *
 * Returns: whether it is whole
 */
gboolean
mp_store_check_file (MpStore *self, GError **error)
{
  return _mp_store_check_whole (self, TRUE, error);
}

static void
line_free (gpointer data)
{
  MpHealthLine *self = data;

  g_free (self->person_id);
  g_free (self->name);
  g_free (self);
}

/* The newest state that can be read; *state tells which. */
static GBytes *
find_readable (MpStore *self, const char *person_id, MpStoreState *state)
{
  g_autoptr (GArray) states = mp_store_history (self, person_id, NULL);

  for (guint i = 0; states != NULL && i < states->len; i++)
    {
      GBytes *bytes;

      *state = g_array_index (states, MpStoreState, i);
      bytes = mp_store_load_state (self, person_id, state->revision, NULL);
      if (bytes != NULL)
        return bytes;
    }
  return NULL;
}

/* Makes the newest readable state the case again. */
static gboolean
repair_case (MpStore *self, const char *person_id, GBytes *bytes, GError **error)
{
  g_autofree char *document = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *id = mp_store_save (self, person_id, NULL, document, error);

  return id != NULL;
}

/**
 * mp_store_check_cases:
 * @self: an unlocked store
 * @repair: put the newest readable state in the place of a damaged one
 * @error: return location for a %MP_STORE_ERROR
 *
 * Reads every case, and finds what a changed byte has done.
 *
 * Returns: (transfer full) (nullable) (element-type MpHealthLine): every person, by name
 */
GPtrArray *
mp_store_check_cases (MpStore *self, gboolean repair, GError **error)
{
  g_autoptr (GPtrArray) entries = mp_store_list (self, NULL, MP_STORE_SHELF_ALL, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MpStoreEntry *entry = g_ptr_array_index (entries, i);
      MpHealthLine *line = g_new0 (MpHealthLine, 1);
      MpStoreState state = { 0 };
      g_autoptr (GBytes) bytes = find_readable (self, entry->person_id, &state);

      line->person_id = g_strdup (entry->person_id);
      line->name = g_strdup (entry->name);
      line->saved = bytes != NULL ? state.saved : 0;
      line->health = bytes == NULL ? MP_CASE_LOST
                     : state.revision == entry->revision && !entry->damaged ? MP_CASE_WHOLE : MP_CASE_EARLIER;
      g_ptr_array_add (lines, line);
      if (repair && line->health == MP_CASE_EARLIER && !repair_case (self, entry->person_id, bytes, error))
        return NULL;
    }
  return entries != NULL ? g_steal_pointer (&lines) : NULL;
}

static gint64
find_most (MpStore *self, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (number) FROM %s", table);
  GStatBuf status;
  gint64 most, fit;

  if (g_stat (self->path, &status) != 0)
    return 0;
  fit = status.st_size / SMALLEST_ROW;
  return _mp_store_read_number (self, sql, &most, NULL) ? CLAMP (most, 0, fit) : fit;
}

static gboolean
copy_row (sqlite3_stmt *from, sqlite3_stmt *to)
{
  gboolean done;

  for (gint i = 0; i < sqlite3_column_count (from); i++)
    sqlite3_bind_value (to, i + 1, sqlite3_column_value (from, i));
  done = sqlite3_step (to) == SQLITE_DONE;
  sqlite3_reset (to);
  return done;
}

/* Row by row: only those on a damaged page are lost. Returns how many came over, or -1. */
static gint
copy_numbered (MpStore *self, MpStore *target, const char *table, const char *columns, const char *places, GError **error)
{
  g_autofree char *read_sql = g_strdup_printf ("SELECT %s FROM %s WHERE number = ?", columns, table);
  g_autofree char *write_sql = g_strdup_printf ("INSERT OR IGNORE INTO %s (%s) VALUES (%s)", table, columns, places);
  g_autoptr (sqlite3_stmt) read = _mp_store_prepare (self, read_sql, error);
  g_autoptr (sqlite3_stmt) write = read != NULL ? _mp_store_prepare (target, write_sql, error) : NULL;
  gint64 most = find_most (self, table);
  gint n = 0;

  if (write == NULL)
    return -1;
  for (gint64 number = 1; number <= most; number++)
    {
      sqlite3_bind_int64 (read, 1, number);
      if (sqlite3_step (read) == SQLITE_ROW && copy_row (read, write))
        n++;
      sqlite3_reset (read);
    }
  return n;
}

static void
copy_keyed (MpStore *self, MpStore *target, const char *read_sql, const char *write_sql)
{
  g_autoptr (sqlite3_stmt) read = _mp_store_prepare (self, read_sql, NULL);
  g_autoptr (sqlite3_stmt) write = _mp_store_prepare (target, write_sql, NULL);

  while (read != NULL && write != NULL && sqlite3_step (read) == SQLITE_ROW)
    copy_row (read, write);
}

/* States of nobody, and people without any state, cannot be shown. */
static gboolean
tidy (MpStore *target, GError **error)
{
  return _mp_store_run (target, "DELETE FROM states WHERE person NOT IN (SELECT number FROM people);"
                                "DELETE FROM people WHERE number NOT IN (SELECT person FROM states)", error);
}

/**
 * mp_store_rescue:
 * @path: (type filename): a damaged caseload; it is only read
 * @target: (type filename): a file that is not there yet
 * @error: return location for a %MP_STORE_ERROR
 *
 * Writes what can still be read of a damaged file into a new one, sealed rows as they are, without
 * the passphrase. Afterwards open the new file and call mp_store_check_cases() to repair it.
 *
 * Returns: the number of people that came over, or -1 on failure
 */
gint
mp_store_rescue (const char *path, const char *target, GError **error)
{
  g_autoptr (MpStore) self = g_object_new (MP_TYPE_STORE, NULL);
  g_autoptr (MpStore) fresh = NULL;
  gboolean done;
  gint people;

  self->path = g_strdup (path);
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY,
                   _("“%s” is there already. Choose another name for what is rescued."), target);
      return -1;
    }
  if (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    {
      _mp_store_set_error (self, error);
      return -1;
    }
  fresh = mp_store_open (target, error);
  if (fresh == NULL)
    return -1;
  done = _mp_store_run (fresh, "PRAGMA foreign_keys = OFF", error) && _mp_store_begin (fresh, error);
  people = !done ? -1 : copy_numbered (self, fresh, "people", "number, id, revision, created, updated, opened, archived, deleted,"
                                       " sample, copy_of, summary", "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?", error);
  done = done && people >= 0
         && copy_numbered (self, fresh, "states", "number, person, revision, saved, document", "?, ?, ?, ?, ?", error) >= 0;
  if (done)
    {
      copy_keyed (self, fresh, "SELECT kind, salt, operations, memory, sealed_key FROM locks",
                  "INSERT OR IGNORE INTO locks (kind, salt, operations, memory, sealed_key) VALUES (?, ?, ?, ?, ?)");
      copy_keyed (self, fresh, "SELECT key, value FROM settings", "INSERT OR IGNORE INTO settings (key, value) VALUES (?, ?)");
      done = tidy (fresh, error);
    }
  if (!_mp_store_end (fresh, done, error))
    people = -1;
  else
    {
      gint64 n = 0;
      people = _mp_store_read_number (fresh, "SELECT count (*) FROM people", &n, error) ? (gint) n : -1;
    }
  return people;
}
