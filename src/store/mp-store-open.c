/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opening the file: whose it is, whether it is whole, and bringing its schema up to date. */

#include "mp-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define BUSY_MILLISECONDS 2000

G_DEFINE_QUARK (mp-store-error-quark, mp_store_error)

/* From schema n to n + 1. One is only ever added; tests/store/data keeps a file of each. */
static const char *const migrations[MP_STORE_SCHEMA] = {
  "CREATE TABLE people ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  name TEXT NOT NULL,"
  "  created INTEGER NOT NULL,"
  "  updated INTEGER NOT NULL,"
  "  deleted INTEGER"
  ") STRICT;"
  "CREATE TABLE cases ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  person TEXT NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,"
  "  title TEXT NOT NULL,"
  "  state TEXT NOT NULL,"
  "  benefits TEXT NOT NULL,"
  "  document TEXT NOT NULL,"
  "  search TEXT NOT NULL,"
  "  revision INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE scenarios ("
  "  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  name TEXT NOT NULL,"
  "  PRIMARY KEY (case_id, position)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE settings ("
  "  key TEXT PRIMARY KEY NOT NULL,"
  "  value TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;",
};

static void
set_damaged (MpStore *self, const char *what, GError **error)
{
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_DAMAGED,
               _("“%s” is damaged (%s). Put a backup copy in its place, or move the file away to start anew."),
               self->path, what);
}

/* Says what the last call to SQLite failed for. */
void
_mp_store_set_error (MpStore *self, GError **error)
{
  const char *what = sqlite3_errmsg (self->database);

  switch (sqlite3_errcode (self->database) & 0xff)
    {
    case SQLITE_NOTADB:
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_STORE,
                   _("“%s” is not a Milepost database. Choose another file, or move this one away to start anew."),
                   self->path);
      break;
    case SQLITE_CORRUPT:
      set_damaged (self, what, error);
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be written (%s). Allow writing to the file and its folder."), self->path, what);
      break;
    case SQLITE_FULL:
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_FULL,
                   _("Not saved in “%s”: the disk is full. Free some space and try again."), self->path);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_BUSY,
                   _("Another program is writing to “%s”. Try again in a moment."), self->path);
      break;
    default:
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_FAILED,
                   _("“%s” cannot be used (%s). Look at the disk, then try again."), self->path, what);
      break;
    }
}

/* NULL, or a statement to step. */
sqlite3_stmt *
_mp_store_prepare (MpStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    _mp_store_set_error (self, error);
  return statement;
}

gboolean
_mp_store_run (MpStore *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  _mp_store_set_error (self, error);
  return FALSE;
}

/* IMMEDIATE: a writer waits here, and not in the middle. */
gboolean
_mp_store_begin (MpStore *self, GError **error)
{
  return _mp_store_run (self, "BEGIN IMMEDIATE", error);
}

/* Commits what was done, or takes all of it back. */
gboolean
_mp_store_end (MpStore *self, gboolean done, GError **error)
{
  if (done && _mp_store_run (self, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (self->database))
    sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* The number that a PRAGMA or a SELECT gives. */
static gboolean
read_number (MpStore *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    {
      _mp_store_set_error (self, error);
      return FALSE;
    }
  *number = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

/* Sets the folder and an empty file up that nobody else can read. SQLite gives the files it makes
 * beside it the same mode. */
static gboolean
make_file (MpStore *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  gint file = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    file = g_open (self->path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0 && errno != EEXIST)
    {
      gint saved = errno;
      MpStoreError code = saved == ENOSPC || saved == EDQUOT ? MP_STORE_ERROR_FULL : MP_STORE_ERROR_READ_ONLY;

      g_set_error (error, MP_STORE_ERROR, code, _("“%s” cannot be made (%s). Allow writing to the folder, or free some space on the disk."),
                   self->path, g_strerror (saved));
      return FALSE;
    }
  return file < 0 || g_close (file, error);
}

static gboolean
check_whole (MpStore *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, "PRAGMA quick_check (1)", error);
  const char *answer;

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    {
      _mp_store_set_error (self, error);
      return FALSE;
    }
  answer = (const char *) sqlite3_column_text (statement, 0);
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  set_damaged (self, answer, error);
  return FALSE;
}

/* Whose file it is; *schema is 0 for one with nothing in it. */
static gboolean
check_owner (MpStore *self, gint64 *schema, GError **error)
{
  gint64 application, objects;

  if (!read_number (self, "PRAGMA application_id", &application, error)
      || !read_number (self, "PRAGMA user_version", schema, error)
      || !read_number (self, "SELECT count (*) FROM sqlite_schema", &objects, error))
    return FALSE;
  if (application != MP_STORE_APPLICATION_ID && (application != 0 || *schema != 0 || objects != 0))
    {
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_STORE,
                   _("“%s” is the database of another program. Choose another file."), self->path);
      return FALSE;
    }
  if (*schema > MP_STORE_SCHEMA)
    {
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NEWER,
                   _("“%s” was written by a newer Milepost (schema %d, this one knows %d). Update Milepost to open it."),
                   self->path, (gint) *schema, MP_STORE_SCHEMA);
      return FALSE;
    }
  if (*schema < 0 || (*schema == 0 && objects != 0))
    {
      set_damaged (self, "schema", error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
migrate (MpStore *self, GError **error)
{
  gboolean done = TRUE;
  gint64 schema;

  if (!_mp_store_begin (self, error))
    return FALSE;
  /* Another window may have done it while this one waited. */
  done = read_number (self, "PRAGMA user_version", &schema, error);
  for (; done && schema < MP_STORE_SCHEMA; schema++)
    {
      g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                               MP_STORE_APPLICATION_ID, (gint) schema + 1);
      done = _mp_store_run (self, migrations[schema], error) && _mp_store_run (self, mark, error);
    }
  return _mp_store_end (self, done, error);
}

static gboolean
set_up (MpStore *self, GError **error)
{
  gint64 schema;

  sqlite3_busy_timeout (self->database, BUSY_MILLISECONDS);
  sqlite3_extended_result_codes (self->database, 1);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (sqlite3_db_readonly (self->database, "main") != 0)
    {
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be written. Allow writing to the file and its folder."), self->path);
      return FALSE;
    }
  /* secure_delete: what is erased does not stay readable in the file. */
  return check_owner (self, &schema, error)
         && check_whole (self, error)
         && _mp_store_run (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                 "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON", error)
         && (schema == MP_STORE_SCHEMA || migrate (self, error));
}

/**
 * mp_store_open:
 * @path: (type filename): the file
 * @error: return location for a %MP_STORE_ERROR
 *
 * Opens the database of a caseload, and makes it when there is none: the folder for its owner alone
 * (0700), the file too (0600). An older schema is brought up to date; a newer one is refused, and
 * so is a file that is damaged, that cannot be written or that belongs to another program.
 *
 * A store is for one thread. Several programs may have the same file open.
 *
 * Returns: (transfer full) (nullable): the store
 */
MpStore *
mp_store_open (const char *path, GError **error)
{
  g_autoptr (MpStore) self = g_new0 (MpStore, 1);

  self->path = g_strdup (path);
  if (!make_file (self, error))
    return NULL;
  if (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    {
      _mp_store_set_error (self, error);
      return NULL;
    }
  if (!set_up (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mp_store_free:
 * @self: (nullable): a store
 *
 * Closes the file.
 */
void
mp_store_free (MpStore *self)
{
  if (self == NULL)
    return;
  sqlite3_close (self->database);
  g_free (self->path);
  g_free (self);
}

/**
 * mp_store_default_path:
 *
 * Returns: (transfer full) (type filename): where the caseload of this user is kept
 */
char *
mp_store_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "milepost", "milepost.db", NULL);
}
