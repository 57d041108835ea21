/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Statements, transactions, and what a failure of SQLite means to a person. */

#include "mp-store-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

/* The byte of the -shm file that SQLite locks to write in WAL mode. */
#define WRITE_LOCK_BYTE 120

G_DEFINE_QUARK (mp-store-error-quark, mp_store_error)

gint64
_mp_store_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
set_damaged (const char *path, const char *what, GError **error)
{
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_DAMAGED,
               _("“%s” is damaged (%s). Restore a backup copy, or rescue what can be read with “milepost-cli db rescue”."),
               path, what);
}

void
_mp_store_set_damaged (MpStore *self, const char *what, GError **error)
{
  set_damaged (self->path, what, error);
}

void
_mp_store_set_damaged_case (MpStore *self, const char *person_id, GError **error)
{
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_DAMAGED,
               _("The case %s in “%s” is damaged and cannot be read. All others can. Take it from its history or from a backup."),
               person_id, self->path);
}

void
_mp_store_set_not_found (MpStore *self, GError **error)
{
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND,
               _("This person is no longer in “%s”. Look the list of people through again."), self->path);
}

/* Who holds the write lock: the kernel's table says it, without opening the file, which would
 * give up our own locks on it. 0: nobody, or it cannot be known. */
static gint
find_writer (const char *database)
{
  g_autofree char *path = g_strconcat (database, "-shm", NULL);
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  struct stat status;

  if (stat (path, &status) != 0 || !g_file_get_contents ("/proc/locks", &table, NULL, NULL))
    return 0;
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint major_number, minor_number;
      guint64 node, from, to;
      char mode[8];
      gint process;

      if (sscanf (lines[i], "%*d: POSIX %*s %7s %d %x:%x:%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT,
                  mode, &process, &major_number, &minor_number, &node, &from, &to) == 7
          && strcmp (mode, "WRITE") == 0 && node == status.st_ino && major_number == major (status.st_dev)
          && minor_number == minor (status.st_dev) && from <= WRITE_LOCK_BYTE && to >= WRITE_LOCK_BYTE)
        return process;
    }
  return 0;
}

static void
set_busy (const char *database, GError **error)
{
  gint process = find_writer (database);
  g_autofree char *path = g_strdup_printf ("/proc/%d/comm", process);
  g_autofree char *name = NULL;

  if (process > 0 && process != getpid () && g_file_get_contents (path, &name, NULL, NULL))
    g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_BUSY,
                 /* Translators: %1$s is the name of a program, %2$d its process number, %3$s a file */
                 _("The program %1$s (process %2$d) is writing to “%3$s”. Try again in a moment."),
                 g_strchomp (name), process, database);
  else
    g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_BUSY,
                 _("Another program is writing to “%s”. Try again in a moment."), database);
}

/* Says what the last call to SQLite failed for. */
void
_mp_sql_set_error (sqlite3 *database, const char *path, GError **error)
{
  const char *what = sqlite3_errmsg (database);

  switch (sqlite3_errcode (database) & 0xff)
    {
    case SQLITE_NOTADB:
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_STORE,
                   _("“%s” is not a Milepost database. Choose another file, or move this one away to start anew."),
                   path);
      break;
    case SQLITE_CORRUPT:
      set_damaged (path, what, error);
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be written (%s). Allow writing to the file and its folder."), path, what);
      break;
    case SQLITE_FULL:
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_FULL,
                   _("The disk of “%s” is full. Free some space and try again."), path);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      set_busy (path, error);
      break;
    default:
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_FAILED,
                   _("“%s” cannot be used (%s). Look at the disk, then try again."), path, what);
      break;
    }
}

void
_mp_store_set_error (MpStore *self, GError **error)
{
  _mp_sql_set_error (self->database, self->path, error);
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

/* Runs a statement that gives no rows, within a transaction. When the disk failed at a read before, SQLite has taken the
 * transaction back, and what followed would be written by halves. */
gboolean
_mp_store_finish (MpStore *self, sqlite3_stmt *statement, GError **error)
{
  if (sqlite3_get_autocommit (self->database))
    {
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_FAILED,
                   _("“%s” cannot be used (%s). Look at the disk, then try again."), self->path, sqlite3_errstr (SQLITE_IOERR));
      return FALSE;
    }
  if (sqlite3_step (statement) == SQLITE_DONE)
    return TRUE;
  _mp_store_set_error (self, error);
  return FALSE;
}

/* The number that a PRAGMA or a SELECT gives. */
gboolean
_mp_store_read_number (MpStore *self, const char *sql, gint64 *number, GError **error)
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

/* A file that was moved or removed can still be written to; nobody would ever find it again. */
static gboolean
check_place (MpStore *self, GError **error)
{
  gint moved = 0;

  if (self->in_memory || sqlite3_file_control (self->database, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
    return TRUE;
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY,
               _("“%s” is no longer where it was. Put the file or its disk back, or start Milepost again."), self->path);
  return FALSE;
}

/* Between the look whether the file is sealed and the transaction, another program may seal it. */
static gboolean
begin (MpStore *self, const char *sql, GError **error)
{
  for (;;)
    {
      if (!_mp_store_check_unlocked (self, error) || !_mp_store_run (self, sql, error))
        return FALSE;
      if (_mp_store_has_token (self))
        return TRUE;
      _mp_store_end (self, FALSE, NULL);
    }
}

/* IMMEDIATE: a writer waits here, and not in the middle. */
gboolean
_mp_store_begin (MpStore *self, GError **error)
{
  if (!check_place (self, error))
    return FALSE;
  if (self->notice == NULL)
    return begin (self, "BEGIN IMMEDIATE", error);
  g_set_error_literal (error, MP_STORE_ERROR, (gint) self->notice_code, self->notice);
  return FALSE;
}

/* One moment of the file for reads that belong together; *ours: no transaction was there yet. */
gboolean
_mp_store_begin_read (MpStore *self, gboolean *ours, GError **error)
{
  *ours = sqlite3_get_autocommit (self->database);
  return *ours ? begin (self, "BEGIN", error) : _mp_store_check_unlocked (self, error);
}

void
_mp_store_end_read (MpStore *self, gboolean ours)
{
  if (ours)
    _mp_store_end (self, TRUE, NULL);
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

void
_mp_store_bind_text (sqlite3_stmt *statement, gint number, const char *text)
{
  sqlite3_bind_text (statement, number, text, -1, SQLITE_TRANSIENT);
}

void
_mp_store_bind_bytes (sqlite3_stmt *statement, gint number, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  sqlite3_bind_blob64 (statement, number, data, size, SQLITE_TRANSIENT);
}

/* UTF-8 even from a file that somebody else wrote to. */
char *
_mp_store_column (sqlite3_stmt *statement, gint number)
{
  const char *text = (const char *) sqlite3_column_text (statement, number);

  return g_utf8_make_valid (text != NULL ? text : "", -1);
}
