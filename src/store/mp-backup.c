/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-backup.h"

#include "mp-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define KEPT_DAYS 7
#define KEPT_WEEKS 4
#define DAY_LENGTH 10 /* of "2026-11-25" */

static gboolean
set_uncopied (const char *path, GError **error)
{
  gint saved = errno;
  MpStoreError code = saved == ENOSPC || saved == EDQUOT ? MP_STORE_ERROR_FULL : MP_STORE_ERROR_READ_ONLY;

  g_set_error (error, MP_STORE_ERROR, (gint) code,
               _("The copy “%s” cannot be made (%s). Choose another name or folder."), path, g_strerror (saved));
  return FALSE;
}

/* That a name in a folder stays after a power cut. Some file systems cannot. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gint file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (file < 0)
    return;
  if (fsync (file) != 0)
    g_debug ("a folder could not be synchronized");
  g_close (file, NULL);
}

/* Reads the copy back, every page of it. */
static gboolean
verify (const char *path, GError **error)
{
  g_autoptr (MpStore) copy = g_object_new (MP_TYPE_STORE, NULL);
  gint64 application = 0;

  copy->path = g_strdup (path);
  if (sqlite3_open_v2 (path, &copy->database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    {
      _mp_store_set_error (copy, error);
      return FALSE;
    }
  if (!_mp_store_read_number (copy, "PRAGMA application_id", &application, error))
    return FALSE;
  if (application == MP_STORE_APPLICATION_ID)
    return _mp_store_check_whole (copy, TRUE, error);
  _mp_store_set_damaged (copy, "application", error);
  return FALSE;
}

/* A copy must be readable in a folder that cannot be written: so it is not left in WAL mode. */
static gboolean
copy_pages (const char *source_path, const char *target_path, GError **error)
{
  sqlite3 *source = NULL, *target = NULL;
  gboolean done = sqlite3_open_v2 (source_path, &source, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;

  if (!done)
    _mp_sql_set_error (source, source_path, error);
  else if (sqlite3_open_v2 (target_path, &target, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    {
      _mp_sql_set_error (target, target_path, error);
      done = FALSE;
    }
  done = done && _mp_backup_pages (target, target_path, source, error);
  if (done && sqlite3_exec (target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) != SQLITE_OK)
    {
      _mp_sql_set_error (target, target_path, error);
      done = FALSE;
    }
  sqlite3_close (source);
  sqlite3_close (target);
  return done;
}

/* Written beside, read back, then put under its name: what stands there is whole. */
gboolean
_mp_backup_copy (const char *source, const char *target, gboolean replace, GError **error)
{
  g_autofree char *part = g_strconcat (target, ".part", NULL);
  g_autofree char *journal = g_strconcat (part, "-journal", NULL);
  gint file;

  if (!replace && g_file_test (target, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return set_uncopied (target, error);
    }
  g_unlink (part);
  g_unlink (journal);
  file = g_open (part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0)
    return set_uncopied (target, error);
  if (g_close (file, error) && copy_pages (source, part, error) && verify (part, error))
    {
      if (g_rename (part, target) == 0)
        {
          sync_folder (target);
          return TRUE;
        }
      set_uncopied (target, error);
    }
  g_unlink (part);
  g_unlink (journal);
  return FALSE;
}

/**
 * mp_store_back_up:
 * @self: a store
 * @path: (type filename): a file that is not there yet
 * @error: return location for a %MP_STORE_ERROR
 *
 * Writes a copy of everything as it is at this moment, while others work on, and reads it back.
 * It is readable for its owner alone, and sealed when the caseload is.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_back_up (MpStore *self, const char *path, GError **error)
{
  return _mp_backup_copy (self->path, path, FALSE, error);
}

char *
_mp_backup_folder (MpStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  return g_build_filename (folder, "backups", NULL);
}

/* "milepost" of "…/milepost.db" */
static char *
base_name (MpStore *self)
{
  char *name = g_path_get_basename (self->path);

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - 3] = '\0';
  return name;
}

static char *
backup_path (MpStore *self, const char *what, GError **error)
{
  g_autofree char *folder = _mp_backup_folder (self);
  g_autofree char *base = base_name (self);
  g_autofree char *name = g_strdup_printf ("%s-%s.db", base, what);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_uncopied (folder, error);
      return NULL;
    }
  return g_build_filename (folder, name, NULL);
}

/* A copy from before something that changes everything; it is never rotated out. */
gboolean
_mp_backup_before (MpStore *self, const char *what, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("before-%s-%s-%04x", what, time, g_random_int () & 0xffff);
  g_autofree char *path = backup_path (self, name, error);

  return path != NULL && _mp_backup_copy (self->path, path, FALSE, error);
}

/* The day in the name of a daily copy; FALSE: it is something else. */
static gboolean
read_day (const char *name, const char *base, GDate *day)
{
  gint year, month, number;
  const char *text;

  if (!g_str_has_prefix (name, base) || name[strlen (base)] != '-')
    return FALSE;
  text = name + strlen (base) + 1;
  if (strlen (text) != DAY_LENGTH + 3 || !g_str_has_suffix (text, ".db")
      || sscanf (text, "%4d-%2d-%2d", &year, &month, &number) != 3
      || !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static gint
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* Keeps the newest seven days, and of the days before them the newest of each of four weeks. */
static void
rotate (MpStore *self)
{
  g_autofree char *path = _mp_backup_folder (self);
  g_autofree char *base = base_name (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint kept_weeks = 0, last_week = 0;
  const char *name;
  GDate day;

  g_date_clear (&day, 1);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (read_day (name, base, &day))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_newest_first);
  for (guint i = KEPT_DAYS; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      guint week;

      read_day (g_ptr_array_index (names, i), base, &day);
      week = (g_date_get_julian (&day) - 1) / 7; /* day 1 is a Monday */
      if (week != last_week && kept_weeks < KEPT_WEEKS)
        {
          kept_weeks++;
          last_week = week;
        }
      else
        g_unlink (file);
    }
}

char *
_mp_store_back_up_on (MpStore *self, GDateTime *now, GError **error)
{
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *path = backup_path (self, day, error);

  if (path == NULL || !_mp_backup_copy (self->path, path, TRUE, error))
    return NULL;
  rotate (self);
  return g_steal_pointer (&path);
}

/**
 * mp_store_back_up_today:
 * @self: a store
 * @error: return location for a %MP_STORE_ERROR
 *
 * Writes the day's backup into the folder “backups” beside the file, in place of an earlier one of
 * the same day. Those of seven days are kept, and before them one a week of four weeks.
 *
 * Returns: (transfer full) (nullable) (type filename): the backup
 */
char *
mp_store_back_up_today (MpStore *self, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return _mp_store_back_up_on (self, now, error);
}

/**
 * mp_store_needs_backup:
 * @self: a store
 *
 * Returns: whether there is no backup of today yet
 */
gboolean
mp_store_needs_backup (MpStore *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *path = backup_path (self, day, NULL);

  return path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Reads the file through a connection of its own. */
static void
back_up_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = mp_store_back_up_today (MP_STORE (source), &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * mp_store_back_up_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: (nullable): called when it is done
 * @data: for @callback
 *
 * Like mp_store_back_up_today(), without holding up the window.
 */
void
mp_store_back_up_async (MpStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_run_in_thread (task, back_up_in_thread);
}

/**
 * mp_store_back_up_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (type filename): the backup
 */
char *
mp_store_back_up_finish (MpStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
backup_free (gpointer data)
{
  MpBackup *self = data;

  g_free (self->path);
  g_free (self);
}

static gint
compare_made (gconstpointer a, gconstpointer b)
{
  const MpBackup *x = *(const MpBackup *const *) a, *y = *(const MpBackup *const *) b;

  return x->made != y->made ? (x->made < y->made ? 1 : -1) : strcmp (y->path, x->path);
}

/**
 * mp_store_list_backups:
 * @self: a store
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type MpBackup): the copies in the folder “backups”, the newest first
 */
GPtrArray *
mp_store_list_backups (MpStore *self, GError **error)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func (backup_free);
  g_autofree char *path = _mp_backup_folder (self);
  g_autofree char *base = base_name (self);
  g_autofree char *prefix = g_strconcat (base, "-", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      GStatBuf status;
      MpBackup *backup;

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".db") || g_stat (file, &status) != 0)
        continue;
      backup = g_new (MpBackup, 1);
      backup->path = g_steal_pointer (&file);
      backup->made = status.st_mtime;
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_made);
  return g_steal_pointer (&backups);
}

static void
line_free (gpointer data)
{
  MpRestoreLine *self = data;

  mp_store_entry_unref (self->entry);
  g_free (self);
}

static void
add_line (GPtrArray *lines, MpRestoreKind kind, MpStoreEntry *entry)
{
  MpRestoreLine *line = g_new (MpRestoreLine, 1);

  line->kind = kind;
  line->entry = mp_store_entry_ref (entry);
  g_ptr_array_add (lines, line);
}

static MpRestoreKind
compare_entries (MpStore *self, MpStore *copy, const MpStoreEntry *now, const MpStoreEntry *then)
{
  g_autoptr (GBytes) ours = mp_store_load (self, now->person_id, NULL, NULL);
  g_autoptr (GBytes) theirs = mp_store_load (copy, then->person_id, NULL, NULL);

  if (ours == NULL || theirs == NULL || !g_bytes_equal (ours, theirs) || now->deleted != then->deleted
      || now->archived != then->archived)
    return MP_RESTORE_CHANGES;
  return MP_RESTORE_SAME;
}

/**
 * mp_store_preview_restore:
 * @self: a store
 * @copy: a backup, from mp_store_open_copy()
 * @error: return location for a %MP_STORE_ERROR
 *
 * Says what restoring a backup would do, person by person.
 *
 * Returns: (transfer full) (nullable) (element-type MpRestoreLine): everybody in either
 */
GPtrArray *
mp_store_preview_restore (MpStore *self, MpStore *copy, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GHashTable) ours = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) now = NULL, then = NULL;

  _mp_store_lend_key (self, copy);
  now = mp_store_list (self, NULL, MP_STORE_SHELF_ALL, error);
  then = now != NULL ? mp_store_list (copy, NULL, MP_STORE_SHELF_ALL, error) : NULL;
  if (then == NULL)
    return NULL;
  for (guint i = 0; i < now->len; i++)
    {
      MpStoreEntry *entry = g_ptr_array_index (now, i);
      g_hash_table_insert (ours, entry->person_id, entry);
    }
  for (guint i = 0; i < then->len; i++)
    {
      MpStoreEntry *entry = g_ptr_array_index (then, i);
      MpStoreEntry *same = g_hash_table_lookup (ours, entry->person_id);

      add_line (lines, same == NULL ? MP_RESTORE_COMES_BACK : compare_entries (self, copy, same, entry), entry);
      g_hash_table_remove (ours, entry->person_id);
    }
  for (guint i = 0; i < now->len; i++)
    {
      MpStoreEntry *entry = g_ptr_array_index (now, i);

      if (g_hash_table_contains (ours, entry->person_id))
        add_line (lines, MP_RESTORE_GOES, entry);
    }
  return g_steal_pointer (&lines);
}

/**
 * mp_store_restore:
 * @self: a store
 * @copy: a backup, from mp_store_open_copy()
 * @error: return location for a %MP_STORE_ERROR
 *
 * Puts a backup in the place of everything that is there now, all of it or nothing, after a copy
 * of what is there now into the folder “backups”. When the backup has another passphrase, the
 * store is locked afterwards.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_restore (MpStore *self, MpStore *copy, GError **error)
{
  MpStore *unfit = copy->notice != NULL ? copy : self->notice_code == MP_STORE_ERROR_NEWER ? self : NULL;

  if (unfit != NULL && unfit->notice != NULL)
    {
      g_set_error_literal (error, MP_STORE_ERROR, (gint) unfit->notice_code, unfit->notice);
      return FALSE;
    }
  /* A damaged file is copied as it is: nothing that could still be rescued is lost. */
  if (self->notice == NULL && !_mp_backup_before (self, "restore", error))
    return FALSE;
  _mp_store_forget_rows (self);
  if (!_mp_store_run (self, "PRAGMA query_only = OFF", error)
      || !_mp_backup_pages (self->database, self->path, copy->database, error))
    return FALSE;
  g_clear_pointer (&self->notice, g_free);
  if (!_mp_store_run (self, "PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint (TRUNCATE)", error)
      || !_mp_store_read_locks (self, error))
    return FALSE;
  g_signal_emit_by_name (self, "changed", NULL);
  return TRUE;
}
