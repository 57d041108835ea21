/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opening the file: whose it is, whether it is whole, and who may read it. */

#include "mp-backup.h"
#include "mp-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#define BUSY_MILLISECONDS 2000

G_DEFINE_FINAL_TYPE (MpStore, mp_store, G_TYPE_OBJECT)

enum { PROP_0, PROP_LOCKED, PROP_SEALED, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
mp_store_get_property (GObject *object, guint number, GValue *value, GParamSpec *pspec)
{
  MpStore *self = MP_STORE (object);

  switch (number)
    {
    case PROP_LOCKED:
      g_value_set_boolean (value, self->sealed && self->key == NULL);
      break;
    case PROP_SEALED:
      g_value_set_boolean (value, self->sealed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, number, pspec);
    }
}

static void
mp_store_finalize (GObject *object)
{
  MpStore *self = MP_STORE (object);

  _mp_store_forget_rows (self);
  sqlite3_finalize (self->token_statement);
  g_clear_pointer (&self->token, g_bytes_unref);
  _mp_store_let_go (self);
  sqlite3_close_v2 (self->database);
  _mp_store_close_anchors (self);
  sodium_free (self->key);
  _mp_store_expect_nothing (self);
  mp_parameters_free (self->own_parameters);
  g_free (self->notice);
  g_free (self->path);
  G_OBJECT_CLASS (mp_store_parent_class)->finalize (object);
}

static void
mp_store_class_init (MpStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mp_store_get_property;
  object_class->finalize = mp_store_finalize;
  /**
   * MpStore:locked:
   *
   * Whether names and cases cannot be read before mp_store_unlock().
   */
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * MpStore:sealed:
   *
   * Whether the caseload has a passphrase.
   */
  properties[PROP_SEALED] = g_param_spec_boolean ("sealed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /**
   * MpStore::changed:
   * @self: the store
   * @person_id: (nullable): who changed, or %NULL when anybody may have
   *
   * Emitted after a change through this store, and by mp_store_poll() after that of another program.
   */
  g_signal_new ("changed", MP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mp_store_init (MpStore *self)
{
  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  self->anchors[0] = self->anchors[1] = -1;
}

static gboolean
set_unmakable (const char *path, GError **error)
{
  gint saved = errno;
  MpStoreError code = saved == ENOSPC || saved == EDQUOT ? MP_STORE_ERROR_FULL : MP_STORE_ERROR_READ_ONLY;

  g_set_error (error, MP_STORE_ERROR, (gint) code, _("“%s” cannot be made (%s). Allow writing to the folder, or free some space on the disk."),
               path, g_strerror (saved));
  return FALSE;
}

/* Sets the folder and an empty file up that nobody else can read. SQLite gives the files it makes
 * beside it the same mode. */
static gboolean
make_file (MpStore *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  GStatBuf status;
  gint file = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    file = g_open (self->path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0 && errno != EEXIST)
    return set_unmakable (self->path, error);
  if (file >= 0)
    return g_close (file, error);
  /* One that was copied here is ours alone from now on, where the system allows it. */
  if (g_stat (self->path, &status) == 0 && (status.st_mode & 077) != 0
      && g_chmod (self->path, status.st_mode & 0700) != 0)
    g_debug ("the mode of the database cannot be changed");
  return TRUE;
}

/* Whether a program ended without closing the file, or still has it open. */
static gboolean
has_log (MpStore *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

/* A check tells a page that the disk does not give in the same way as a damaged one. */
static gboolean
is_read_failure (const char *problem)
{
  const char *code = strstr (problem, "error code=");

  return code != NULL && (g_ascii_strtoll (code + strlen ("error code="), NULL, 10) & 0xff) == SQLITE_IOERR;
}

/* One problem that a PRAGMA finds, or NULL. */
static char *
find_problem (MpStore *self, const char *pragma, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, pragma, error);
  gint step;

  if (statement == NULL)
    return NULL;
  step = sqlite3_step (statement);
  if (step == SQLITE_DONE)
    return NULL;
  if (step == SQLITE_ROW)
    return _mp_store_column (statement, 0);
  _mp_store_set_error (self, error);
  return NULL;
}

/* Whether pages are missing at the end of a file that was closed in order. */
static gboolean
is_cut_off (MpStore *self)
{
  gint64 pages, page_size;
  GStatBuf status;

  return !self->in_memory && !has_log (self) && _mp_store_read_number (self, "PRAGMA page_count", &pages, NULL)
         && _mp_store_read_number (self, "PRAGMA page_size", &page_size, NULL)
         && g_stat (self->path, &status) == 0 && status.st_size < pages * page_size;
}

/* Looks the file through. Thorough: every page, index and foreign key; else the list of people,
 * which takes no time: what stands in a case is checked when it is read, the rest by the daily backup. */
gboolean
_mp_store_check_whole (MpStore *self, gboolean thorough, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *answer = !thorough && is_cut_off (self) ? g_strdup (_("the end is missing"))
                            : find_problem (self, thorough ? "PRAGMA integrity_check (1)" : "PRAGMA quick_check (people)", &failure);
  g_autofree char *orphan = NULL;

  if (failure == NULL && answer != NULL && is_read_failure (answer))
    g_set_error (&failure, MP_STORE_ERROR, MP_STORE_ERROR_FAILED,
                 _("“%s” cannot be read (%s). Look at the disk, then try again."), self->path, answer);
  if (failure == NULL && g_strcmp0 (answer, "ok") != 0)
    {
      _mp_store_set_damaged (self, answer, error);
      return FALSE;
    }
  if (failure == NULL && thorough)
    orphan = find_problem (self, "PRAGMA foreign_key_check", &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (orphan == NULL)
    return TRUE;
  _mp_store_set_damaged (self, _("a row belongs to nobody"), error);
  return FALSE;
}

/* Whose file it is; *schema is 0 for one with nothing in it. */
static gboolean
check_owner (MpStore *self, gint64 *schema, GError **error)
{
  gint64 application, objects;

  if (!_mp_store_read_number (self, "PRAGMA application_id", &application, error)
      || !_mp_store_read_number (self, "PRAGMA user_version", schema, error)
      || !_mp_store_read_number (self, "SELECT count (*) FROM sqlite_schema", &objects, error))
    return FALSE;
  if (application != MP_STORE_APPLICATION_ID && (application != 0 || *schema != 0 || objects != 0))
    {
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_STORE,
                   _("“%s” is the database of another program. Choose another file."), self->path);
      return FALSE;
    }
  if (*schema < 0 || (*schema == 0 && objects != 0))
    {
      _mp_store_set_damaged (self, "schema", error);
      return FALSE;
    }
  return TRUE;
}

/* Whether the tables are those that this program reads. */
static gboolean
can_read (MpStore *self)
{
  g_autoptr (sqlite3_stmt) people = _mp_store_prepare (self,
    "SELECT number, id, revision, created, updated, opened, archived, deleted, sample, copy_of, summary FROM people", NULL);
  g_autoptr (sqlite3_stmt) states = _mp_store_prepare (self, "SELECT person, revision, saved, document FROM states", NULL);
  g_autoptr (sqlite3_stmt) locks = _mp_store_prepare (self, "SELECT kind, salt, operations, memory, sealed_key FROM locks", NULL);

  return people != NULL && states != NULL && locks != NULL;
}

/* From now on the file is only read, and the reason is told. Takes the error's message. */
static gboolean
open_to_read (MpStore *self, GError *reason, GError **error)
{
  if (!can_read (self))
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  /* The log stays, so that the next one to open the file looks everything through, too. */
  if (reason->code == MP_STORE_ERROR_DAMAGED)
    sqlite3_db_config (self->database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  self->notice = g_strdup (reason->message);
  self->notice_code = (MpStoreError) reason->code;
  g_error_free (reason);
  return _mp_store_run (self, "PRAGMA query_only = ON", error) && _mp_store_read_locks (self, error);
}

gboolean
_mp_store_configure (MpStore *self, GError **error)
{
  sqlite3_busy_timeout (self->database, BUSY_MILLISECONDS);
  sqlite3_extended_result_codes (self->database, 1);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  /* secure_delete: what is erased does not stay readable. temp_store: nothing in other files. */
  return _mp_store_run (self, "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;"
                              "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL", error);
}

static gboolean
set_up (MpStore *self, gboolean unclean, GError **error)
{
  GError *reason = NULL;
  gint64 schema;

  if (!_mp_store_configure (self, error))
    return FALSE;
  if (sqlite3_db_readonly (self->database, "main") != 0)
    {
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be written. Allow writing to the file and its folder."), self->path);
      return FALSE;
    }
  if (!check_owner (self, &schema, error))
    return FALSE;
  if (schema > MP_STORE_SCHEMA)
    g_set_error (&reason, MP_STORE_ERROR, MP_STORE_ERROR_NEWER,
                 _("“%s” was written by a newer Milepost (schema %d, this one knows %d). It can be read and not changed. Update Milepost to work with it."),
                 self->path, (gint) schema, MP_STORE_SCHEMA);
  if (reason != NULL || !_mp_store_check_whole (self, unclean || schema != MP_STORE_SCHEMA, &reason))
    {
      /* A failing disk or a busy file says nothing about what is in it. */
      if (reason->code != MP_STORE_ERROR_NEWER && reason->code != MP_STORE_ERROR_DAMAGED)
        {
          g_propagate_error (error, reason);
          return FALSE;
        }
      return open_to_read (self, reason, error);
    }
  if (!self->in_memory && !_mp_store_run (self, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  if (schema < MP_STORE_SCHEMA && !_mp_store_migrate (self, error))
    return FALSE;
  return _mp_store_read_locks (self, error);
}

/**
 * mp_store_open:
 * @path: (type filename): the file
 * @error: return location for a %MP_STORE_ERROR
 *
 * Opens the database of a caseload, and makes it when there is none: the folder for its owner alone
 * (0700), the file too (0600). After a program ended in the middle of its work, everything is
 * checked. An older schema is brought up to date after a backup. A file that a newer Milepost made
 * or that is damaged is opened to be read, as far as it goes, and mp_store_get_notice() says so;
 * one that cannot be written or that belongs to another program is refused.
 *
 * A store is for one thread. Several programs may have the same file open.
 *
 * Returns: (transfer full) (nullable): the store
 */
MpStore *
mp_store_open (const char *path, GError **error)
{
  g_autoptr (MpStore) self = g_object_new (MP_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  if (!make_file (self, error))
    return NULL;
  self->unclean = has_log (self);
  if (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    {
      _mp_store_set_error (self, error);
      return NULL;
    }
  return set_up (self, self->unclean, error) ? g_steal_pointer (&self) : NULL;
}

/* Another connection to the same file, for a thread of its own. What was looked through is not looked through again. */
MpStore *
_mp_store_open_beside (MpStore *self, GError **error)
{
  g_autoptr (MpStore) beside = g_object_new (MP_TYPE_STORE, NULL);

  beside->path = g_strdup (self->path);
  if (sqlite3_open_v2 (self->path, &beside->database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    {
      _mp_store_set_error (beside, error);
      return NULL;
    }
  beside->notice = g_strdup (self->notice);
  beside->notice_code = self->notice_code;
  beside->expected_key = self->key != NULL ? _mp_store_copy_key (self->key) : NULL;
  beside->expected_token = self->key != NULL && self->token != NULL ? g_bytes_ref (self->token) : NULL;
  return _mp_store_configure (beside, error) && _mp_store_read_locks (beside, error) ? g_steal_pointer (&beside) : NULL;
}

/* Carries all pages over; others may write to the source in the meantime. */
gboolean
_mp_backup_pages (sqlite3 *target, const char *target_path, sqlite3 *source, GError **error)
{
  gint64 give_up = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", source, "main");
  gint step = SQLITE_OK;

  if (backup != NULL)
    {
      while ((step = sqlite3_backup_step (backup, 1000)) != SQLITE_DONE)
        {
          gboolean busy = step == SQLITE_BUSY || step == SQLITE_LOCKED;

          if ((step != SQLITE_OK && !busy) || g_get_monotonic_time () > give_up)
            break;
          if (busy)
            g_usleep (5000);
        }
      sqlite3_backup_finish (backup);
      if (step == SQLITE_DONE)
        return TRUE;
    }
  _mp_sql_set_error (target, target_path, error);
  return FALSE;
}

/**
 * mp_store_open_copy:
 * @path: (type filename): a backup
 * @error: return location for a %MP_STORE_ERROR
 *
 * Reads a backup into memory to look at it or to restore it. The file stays as it is, whatever its
 * schema; changes to the copy are lost.
 *
 * Returns: (transfer full) (nullable): a store in memory
 */
MpStore *
mp_store_open_copy (const char *path, GError **error)
{
  g_autoptr (MpStore) self = g_object_new (MP_TYPE_STORE, NULL);
  sqlite3 *source = NULL;
  gboolean done;

  self->path = g_strdup (path);
  self->in_memory = TRUE;
  done = sqlite3_open_v2 (path, &source, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;
  if (!done)
    _mp_sql_set_error (source, path, error);
  else if (sqlite3_open_v2 (":memory:", &self->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
    {
      _mp_store_set_error (self, error);
      done = FALSE;
    }
  done = done && _mp_backup_pages (self->database, path, source, error);
  sqlite3_close (source);
  return done && set_up (self, TRUE, error) ? g_steal_pointer (&self) : NULL;
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

/**
 * mp_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none) (type filename): the file
 */
const char *
mp_store_get_path (MpStore *self)
{
  return self->path;
}

/**
 * mp_store_get_notice:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): why this store can only be read, in words for a person
 */
const char *
mp_store_get_notice (MpStore *self)
{
  return self->notice;
}

/**
 * mp_store_get_read_only:
 * @self: a store
 *
 * Returns: whether nothing can be saved, see mp_store_get_notice()
 */
gboolean
mp_store_get_read_only (MpStore *self)
{
  return self->notice != NULL;
}

/**
 * mp_store_set_parameters:
 * @self: a store
 * @parameters: the published figures, which must live as long
 *
 * Gives the figures that the changes in the list of people are projected with; without them the
 * store reads the bundled ones when it needs them.
 */
void
mp_store_set_parameters (MpStore *self, const MpParameters *parameters)
{
  self->parameters = parameters;
}
