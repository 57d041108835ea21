/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tables, and bringing an older file up to them. tests/store/data keeps a file of each schema
 * that was ever released; a migration is only ever added. */

#include "mp-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What says something about a person stands in `summary`, `document` and `value` alone, which are
 * sealed when the caseload has a passphrase; ids are random. */
static const char schema[] =
  "CREATE TABLE people ("
  "  number INTEGER PRIMARY KEY,"
  "  id TEXT NOT NULL UNIQUE,"
  "  revision INTEGER NOT NULL,"
  "  created INTEGER NOT NULL,"
  "  updated INTEGER NOT NULL,"
  "  opened INTEGER,"
  "  archived INTEGER,"
  "  deleted INTEGER,"
  "  sample INTEGER NOT NULL DEFAULT 0,"
  "  copy_of TEXT,"
  "  summary BLOB NOT NULL"
  ") STRICT;"
  "CREATE TABLE states ("
  "  number INTEGER PRIMARY KEY,"
  "  person INTEGER NOT NULL REFERENCES people (number) ON DELETE CASCADE,"
  "  revision INTEGER NOT NULL,"
  "  saved INTEGER NOT NULL,"
  "  document BLOB NOT NULL,"
  "  UNIQUE (person, revision)"
  ") STRICT;"
  "CREATE TABLE settings ("
  "  key TEXT PRIMARY KEY NOT NULL,"
  "  value BLOB NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE locks ("
  "  kind TEXT PRIMARY KEY NOT NULL CHECK (kind IN ('passphrase', 'recovery')),"
  "  salt BLOB NOT NULL,"
  "  operations INTEGER NOT NULL,"
  "  memory INTEGER NOT NULL,"
  "  sealed_key BLOB NOT NULL"
  ") STRICT, WITHOUT ROWID;";

static gboolean
put_old_case (MpStore *self, sqlite3_stmt *row, GError **error)
{
  g_autofree char *id = _mp_store_column (row, 0);
  const char *document = (const char *) sqlite3_column_text (row, 5);
  MpStoreEntry entry = {
    .person_id = id,
    .created = sqlite3_column_int64 (row, 1),
    .updated = sqlite3_column_int64 (row, 2),
    .deleted = sqlite3_column_int64 (row, 3),
    .revision = sqlite3_column_int64 (row, 4),
  };
  gsize length = (gsize) sqlite3_column_bytes (row, 5);
  g_autoptr (GString) summary = _mp_store_summary (self, document, length);

  if (summary == NULL)
    summary = _mp_store_empty_summary ();
  return _mp_store_put_person (self, &entry, summary, error)
         && _mp_store_put_state (self, id, entry.revision, entry.updated, document, length, error);
}

static gboolean
put_old_setting (MpStore *self, sqlite3_stmt *row, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = _mp_store_prepare (self, "INSERT INTO settings (key, value) VALUES (?, ?)", error);
  g_autofree char *key = _mp_store_column (row, 0);
  g_autofree char *value = _mp_store_column (row, 1);
  g_autoptr (GBytes) bytes = _mp_store_wrap (self, "settings", key, 0, value, strlen (value));

  if (statement == NULL)
    return FALSE;
  _mp_store_bind_text (statement, 1, key);
  _mp_store_bind_bytes (statement, 2, bytes);
  return _mp_store_finish (self, statement, error);
}

/* Calls a function with each row of a query. */
static gboolean
for_each (MpStore *self, const char *sql, gboolean (*put) (MpStore *, sqlite3_stmt *, GError **), GError **error)
{
  g_autoptr (sqlite3_stmt) rows = _mp_store_prepare (self, sql, error);
  gint step;

  if (rows == NULL)
    return FALSE;
  while ((step = sqlite3_step (rows)) == SQLITE_ROW)
    if (!put (self, rows, error))
      return FALSE;
  if (step == SQLITE_DONE)
    return TRUE;
  _mp_store_set_error (self, error);
  return FALSE;
}

/* 2: a state for every save; what names a person in blobs that can be sealed. */
static gboolean
migrate_to_2 (MpStore *self, GError **error)
{
  return _mp_store_run (self, "ALTER TABLE people RENAME TO people_1; ALTER TABLE settings RENAME TO settings_1;", error)
         && _mp_store_run (self, schema, error)
         && for_each (self, "SELECT people_1.id, created, updated, deleted, revision, document"
                            " FROM people_1 JOIN cases ON cases.person = people_1.id", put_old_case, error)
         && for_each (self, "SELECT key, value FROM settings_1", put_old_setting, error)
         && _mp_store_run (self, "DROP TABLE scenarios; DROP TABLE cases; DROP TABLE people_1; DROP TABLE settings_1", error);
}

static gboolean (*const migrations[MP_STORE_SCHEMA]) (MpStore *self, GError **error) = { NULL, migrate_to_2 };

static gboolean
mark (MpStore *self, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                          MP_STORE_APPLICATION_ID, MP_STORE_SCHEMA);

  return _mp_store_run (self, sql, error);
}

/* Makes the tables in an empty file, or brings an older file up to date after a backup. */
gboolean
_mp_store_migrate (MpStore *self, GError **error)
{
  gboolean done;
  gint64 version;

  if (!_mp_store_begin (self, error))
    return FALSE;
  /* Another window may have done it while this one waited. */
  done = _mp_store_read_number (self, "PRAGMA user_version", &version, error);
  if (done && version == MP_STORE_SCHEMA)
    return _mp_store_end (self, TRUE, error);
  if (done && version == 0)
    done = _mp_store_run (self, schema, error);
  else if (done)
    {
      g_autofree char *what = g_strdup_printf ("schema-%d", (gint) version);

      done = self->in_memory || _mp_backup_before (self, what, error);
      for (; done && version < MP_STORE_SCHEMA; version++)
        done = migrations[version] (self, error);
    }
  return _mp_store_end (self, done && mark (self, error), error);
}
