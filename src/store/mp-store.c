/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keeping and finding a case, and what happens to a person: archive, bin, erasing. */

#include "mp-store-private.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <string.h>

typedef struct {
  char *text;
  gsize length;
} Secret;

static void
secret_free (gpointer data)
{
  Secret *self = data;

  _mp_store_wipe_free (self->text, self->length);
  g_free (self);
}

/* Bytes that are wiped when nobody needs them any more. */
static GBytes *
secret_bytes (char *text, gsize length)
{
  Secret *secret = g_new (Secret, 1);

  secret->text = text;
  secret->length = length;
  return g_bytes_new_with_free_func (text, length, secret_free, secret);
}

/* FALSE: there is no such person, or the file failed. */
static gboolean
read_revision (MpStore *self, const char *person_id, gint64 *revision, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, "SELECT revision FROM people WHERE id = ?", error);
  gint step;

  if (statement == NULL)
    return FALSE;
  _mp_store_bind_text (statement, 1, person_id);
  step = sqlite3_step (statement);
  if (step == SQLITE_ROW)
    *revision = sqlite3_column_int64 (statement, 0);
  else if (step == SQLITE_DONE)
    _mp_store_set_not_found (self, error);
  else
    _mp_store_set_error (self, error);
  return step == SQLITE_ROW;
}

/* One saved state of a case. */
GBytes *
_mp_store_load_state (MpStore *self, const char *person_id, gint64 revision, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self,
    "SELECT document FROM states JOIN people ON people.number = person WHERE id = ?1 AND states.revision = ?2", error);
  gsize length;
  char *text = NULL;
  gint step;

  if (statement == NULL)
    return NULL;
  _mp_store_bind_text (statement, 1, person_id);
  sqlite3_bind_int64 (statement, 2, revision);
  step = sqlite3_step (statement);
  if (step == SQLITE_ROW)
    text = _mp_store_unwrap_column (self, "states", person_id, revision, statement, 0, &length);
  if (text != NULL)
    return secret_bytes (text, length);
  if (step == SQLITE_ROW || step == SQLITE_DONE || (step & 0xff) == SQLITE_CORRUPT)
    _mp_store_set_damaged_case (self, person_id, error);
  else
    _mp_store_set_error (self, error);
  return NULL;
}

/**
 * mp_store_load:
 * @self: a store
 * @person_id: whom
 * @revision: (out) (optional): which state of the case it is; mp_store_save() asks for it
 * @error: return location for a %MP_STORE_ERROR
 *
 * Reads somebody's case file, archived and deleted people's too.
 *
 * Returns: (transfer full) (nullable): the document as it was saved, UTF-8
 */
GBytes *
mp_store_load (MpStore *self, const char *person_id, gint64 *revision, GError **error)
{
  GBytes *document = NULL;
  gint64 number = 0;
  gboolean ours;

  if (!_mp_store_begin_read (self, &ours, error))
    return NULL;
  if (read_revision (self, person_id, &number, error))
    document = _mp_store_load_state (self, person_id, number, error);
  _mp_store_end_read (self, ours);
  if (document != NULL && revision != NULL)
    *revision = number;
  return document;
}

/* Adds a person, or brings the row up to the entry's revision. Within a transaction. */
gboolean
_mp_store_put_person (MpStore *self, const MpStoreEntry *entry, const GString *summary, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self,
    "INSERT INTO people (id, revision, created, updated, archived, deleted, sample, copy_of, summary)"
    " VALUES (?1, ?2, ?3, ?4, nullif (?5, 0), nullif (?6, 0), ?7, ?8, ?9)"
    " ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, updated = excluded.updated, summary = excluded.summary",
    error);
  g_autoptr (GBytes) bytes = NULL;

  if (statement == NULL)
    return FALSE;
  bytes = _mp_store_wrap (self, "people", entry->person_id, entry->revision, summary->str, summary->len);
  _mp_store_bind_text (statement, 1, entry->person_id);
  sqlite3_bind_int64 (statement, 2, entry->revision);
  sqlite3_bind_int64 (statement, 3, entry->created);
  sqlite3_bind_int64 (statement, 4, entry->updated);
  sqlite3_bind_int64 (statement, 5, entry->archived);
  sqlite3_bind_int64 (statement, 6, entry->deleted);
  sqlite3_bind_int (statement, 7, entry->sample);
  if (entry->copy_of != NULL)
    _mp_store_bind_text (statement, 8, entry->copy_of);
  _mp_store_bind_bytes (statement, 9, bytes);
  return _mp_store_finish (self, statement, error);
}

/* Keeps one state of somebody's case. Within a transaction. */
gboolean
_mp_store_put_state (MpStore *self, const char *person_id, gint64 revision, gint64 saved,
                     const char *document, gsize length, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self,
    "INSERT INTO states (person, revision, saved, document)"
    " SELECT number, ?2, ?3, ?4 FROM people WHERE id = ?1", error);
  g_autoptr (GBytes) bytes = NULL;

  if (statement == NULL)
    return FALSE;
  bytes = _mp_store_wrap (self, "states", person_id, revision, document, length);
  _mp_store_bind_text (statement, 1, person_id);
  sqlite3_bind_int64 (statement, 2, revision);
  sqlite3_bind_int64 (statement, 3, saved);
  _mp_store_bind_bytes (statement, 4, bytes);
  return _mp_store_finish (self, statement, error);
}

/* Whether the newest state is the very same text. */
static gboolean
is_kept (MpStore *self, const char *person_id, gint64 revision, const char *document)
{
  g_autoptr (GBytes) kept = _mp_store_load_state (self, person_id, revision, NULL);
  gsize length = strlen (document);

  return kept != NULL && g_bytes_get_size (kept) == length && memcmp (g_bytes_get_data (kept, NULL), document, length) == 0;
}

/* What follows on the state that the caller has; *same: nothing is to be written. */
static gboolean
next_revision (MpStore *self, const char *person_id, const gint64 *based_on, const char *document, gint64 *revision,
               gboolean *same, GError **error)
{
  if (!read_revision (self, person_id, revision, error))
    return FALSE;
  *same = is_kept (self, person_id, *revision, document);
  if (*same)
    return TRUE;
  if (based_on != NULL && *based_on != *revision)
    {
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_CONFLICT,
                   _("Somebody else saved this case in “%s” in the meantime. Compare both and choose."), self->path);
      return FALSE;
    }
  (*revision)++;
  return TRUE;
}

static gboolean
put_case (MpStore *self, const MpStoreEntry *entry, const GString *summary, const char *document, GError **error)
{
  return _mp_store_put_person (self, entry, summary, error)
         && _mp_store_put_state (self, entry->person_id, entry->revision, entry->updated, document, strlen (document), error)
         && _mp_store_thin_out (self, entry->person_id, entry->updated, error);
}

static void
set_not_case (MpStore *self, GError **error)
{
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID, _("This is not a Milepost case file; “%s” stays as it was."), self->path);
}

/**
 * mp_store_save:
 * @self: a store
 * @person_id: (nullable): whose case it is, or %NULL for a new person
 * @revision: (inout) (optional): the state that @document was made from, as mp_store_load() gave
 *   it; the new state afterwards. %NULL: whatever is there, it is followed by @document
 * @document: the case file, UTF-8
 * @error: return location for a %MP_STORE_ERROR
 *
 * Keeps a case file, all of it or nothing, as the newest state; the earlier ones stay in its
 * history. The caller has checked it; here it must only say that it is a case file.
 *
 * When another program saved the case since, nothing is written and the error is
 * %MP_STORE_ERROR_CONFLICT: read the newer state, show both, and save again from that revision.
 *
 * Returns: (transfer full) (nullable): the person's id
 */
char *
mp_store_save (MpStore *self, const char *person_id, gint64 *revision, const char *document, GError **error)
{
  g_autofree char *id = person_id != NULL ? g_strdup (person_id) : g_uuid_string_random ();
  g_autoptr (GString) summary = NULL;
  MpStoreEntry entry = { .person_id = id, .revision = 1, .created = _mp_store_now (), .updated = _mp_store_now () };
  gboolean done, same = FALSE;

  if (!_mp_store_check_unlocked (self, error))
    return NULL;
  summary = _mp_store_summary (self, document, strlen (document));
  if (summary == NULL)
    {
      set_not_case (self, error);
      return NULL;
    }
  if (!_mp_store_begin (self, error))
    return NULL;
  done = person_id == NULL || next_revision (self, id, revision, document, &entry.revision, &same, error);
  done = done && (same || put_case (self, &entry, summary, document, error));
  if (!_mp_store_end (self, done, error))
    return NULL;
  if (revision != NULL)
    *revision = entry.revision;
  if (!same)
    _mp_store_row_changed (self, id);
  return g_steal_pointer (&id);
}

/**
 * mp_store_save_copy:
 * @self: a store
 * @person_id: whose case @document is another version of
 * @document: the case file, UTF-8
 * @error: return location for a %MP_STORE_ERROR
 *
 * Keeps a case beside the one it is a copy of, as a person of its own.
 *
 * Returns: (transfer full) (nullable): the new person's id
 */
char *
mp_store_save_copy (MpStore *self, const char *person_id, const char *document, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (MpStoreEntry) original = mp_store_find (self, person_id, error);
  g_autoptr (GString) summary = original != NULL ? _mp_store_summary (self, document, strlen (document)) : NULL;
  MpStoreEntry entry = { .person_id = id, .revision = 1, .created = _mp_store_now (), .updated = _mp_store_now () };

  if (original == NULL)
    return NULL;
  if (summary == NULL)
    {
      set_not_case (self, error);
      return NULL;
    }
  entry.copy_of = original->copy_of != NULL ? original->copy_of : original->person_id;
  entry.sample = original->sample;
  if (!_mp_store_begin (self, error) || !_mp_store_end (self, put_case (self, &entry, summary, document, error), error))
    return NULL;
  _mp_store_row_changed (self, id);
  return g_steal_pointer (&id);
}

static char *
with_name (GBytes *document, const char *name)
{
  json_t *root = json_loadb (g_bytes_get_data (document, NULL), g_bytes_get_size (document), JSON_REJECT_DUPLICATES, NULL);
  json_t *person = json_object_get (root, "beneficiary");
  char *dumped = NULL, *answer;

  if (root != NULL && !json_is_object (person))
    {
      person = json_object ();
      json_object_set_new (root, "beneficiary", person);
    }
  if (root != NULL && json_object_set_new (person, "name", json_string (name)) == 0)
    dumped = json_dumps (root, MP_STORE_DOCUMENT_FLAGS);
  json_decref (root);
  answer = g_strdup (dumped);
  free (dumped);
  return answer;
}

/**
 * mp_store_rename:
 * @self: a store
 * @person_id: whom
 * @name: the new label
 * @error: return location for a %MP_STORE_ERROR
 *
 * Changes somebody's label, in the list and in the case file.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_rename (MpStore *self, const char *person_id, const char *name, GError **error)
{
  gint64 revision;
  g_autoptr (GBytes) document = mp_store_load (self, person_id, &revision, error);
  g_autofree char *changed = NULL, *id = NULL;

  if (document == NULL)
    return FALSE;
  changed = with_name (document, name);
  if (changed == NULL)
    {
      _mp_store_set_damaged_case (self, person_id, error);
      return FALSE;
    }
  id = mp_store_save (self, person_id, &revision, changed, error);
  return id != NULL;
}

/* Runs a statement on one person, its ?1; ?2 is the time, if it has one. */
static gboolean
change_person (MpStore *self, const char *sql, const char *person_id, GError **error)
{
  gboolean done;

  if (!_mp_store_check_unlocked (self, error))
    return FALSE;
  {
    g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, sql, error);

    if (statement == NULL || !_mp_store_begin (self, error))
      return FALSE;
    _mp_store_bind_text (statement, 1, person_id);
    if (sqlite3_bind_parameter_count (statement) > 1)
      sqlite3_bind_int64 (statement, 2, _mp_store_now ());
    done = _mp_store_finish (self, statement, error);
    if (done && sqlite3_changes (self->database) == 0)
      {
        _mp_store_set_not_found (self, error);
        done = FALSE;
      }
  }
  if (!_mp_store_end (self, done, error))
    return FALSE;
  _mp_store_row_changed (self, person_id);
  return TRUE;
}

/**
 * mp_store_mark_opened:
 * @self: a store
 * @person_id: whom
 * @error: return location for a %MP_STORE_ERROR
 *
 * Notes that somebody's case is opened now.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_mark_opened (MpStore *self, const char *person_id, GError **error)
{
  return change_person (self, "UPDATE people SET opened = ?2 WHERE id = ?1", person_id, error);
}

/**
 * mp_store_mark_sample:
 * @self: a store
 * @person_id: whom
 * @sample: whether it is a sample
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: whether it was done
 */
gboolean
mp_store_mark_sample (MpStore *self, const char *person_id, gboolean sample, GError **error)
{
  return change_person (self, sample ? "UPDATE people SET sample = 1 WHERE id = ?1"
                                     : "UPDATE people SET sample = 0 WHERE id = ?1", person_id, error);
}

/**
 * mp_store_archive:
 * @self: a store
 * @person_id: whom
 * @error: return location for a %MP_STORE_ERROR
 *
 * Moves somebody from the list of people to the archive.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_archive (MpStore *self, const char *person_id, GError **error)
{
  return change_person (self, "UPDATE people SET archived = ?2 WHERE id = ?1 AND archived IS NULL AND deleted IS NULL",
                        person_id, error);
}

/**
 * mp_store_unarchive:
 * @self: a store
 * @person_id: whom
 * @error: return location for a %MP_STORE_ERROR
 *
 * Brings somebody back from the archive.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_unarchive (MpStore *self, const char *person_id, GError **error)
{
  return change_person (self, "UPDATE people SET archived = NULL WHERE id = ?1 AND archived IS NOT NULL AND deleted IS NULL",
                        person_id, error);
}

/**
 * mp_store_delete:
 * @self: a store
 * @person_id: whom
 * @error: return location for a %MP_STORE_ERROR
 *
 * Puts somebody into the bin, from which mp_store_undelete() brings them back.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_delete (MpStore *self, const char *person_id, GError **error)
{
  return change_person (self, "UPDATE people SET deleted = ?2 WHERE id = ?1 AND deleted IS NULL", person_id, error);
}

/**
 * mp_store_undelete:
 * @self: a store
 * @person_id: whom
 * @error: return location for a %MP_STORE_ERROR
 *
 * Takes somebody out of the bin, to where they were before.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_undelete (MpStore *self, const char *person_id, GError **error)
{
  return change_person (self, "UPDATE people SET deleted = NULL WHERE id = ?1 AND deleted IS NOT NULL", person_id, error);
}

/* What was erased may stay neither in the log beside the file nor in pages that are free now.
 * secure_delete has overwritten it already, so a file in use by others is no failure. */
gboolean
_mp_store_scrub (MpStore *self, GError **error)
{
  if (sqlite3_exec (self->database, "VACUUM", NULL, NULL, NULL) != SQLITE_OK
      && (sqlite3_errcode (self->database) & 0xff) != SQLITE_BUSY)
    {
      _mp_store_set_error (self, error);
      return FALSE;
    }
  return _mp_store_run (self, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

/* Erases whoever came into the bin before a time, or one of them; a setting whose key ends in somebody's id goes with them.
 * Returns how many people are gone, or -1. */
static gint
erase_from_bin (MpStore *self, gint64 before, const char *person_id, GError **error)
{
  gint n = -1;

  if (!_mp_store_begin (self, error))
    return -1;
  {
    g_autoptr (sqlite3_stmt) people
      = _mp_store_prepare (self, "DELETE FROM people WHERE deleted < ?1 AND (?2 IS NULL OR id = ?2)", error);
    g_autoptr (sqlite3_stmt) settings = people == NULL ? NULL : _mp_store_prepare (self,
      "DELETE FROM settings WHERE key LIKE '% ________-____-____-____-____________' AND substr (key, -36) NOT IN (SELECT id FROM people)",
      error);

    if (settings != NULL)
      {
        sqlite3_bind_int64 (people, 1, before);
        if (person_id != NULL)
          _mp_store_bind_text (people, 2, person_id);
        if (_mp_store_finish (self, people, error))
          n = sqlite3_changes (self->database);
        if (n >= 0 && !_mp_store_finish (self, settings, error))
          n = -1;
      }
  }
  if (!_mp_store_end (self, n >= 0, error))
    return -1;
  _mp_store_forget_rows (self);
  g_signal_emit_by_name (self, "changed", NULL);
  return n;
}

/**
 * mp_store_erase:
 * @self: a store
 * @person_id: whom, someone in the bin
 * @error: return location for a %MP_STORE_ERROR
 *
 * Erases somebody for good. Nothing of the case, its history and its settings stays in the file; backups made
 * before keep it until they are rotated out.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_erase (MpStore *self, const char *person_id, GError **error)
{
  gint n = erase_from_bin (self, G_MAXINT64, person_id, error);

  if (n == 0)
    _mp_store_set_not_found (self, error);
  return n > 0 && _mp_store_scrub (self, error);
}

/**
 * mp_store_erase_old:
 * @self: a store
 * @before: a time, seconds since 1970
 * @error: return location for a %MP_STORE_ERROR
 *
 * Erases for good whom mp_store_delete() put into the bin before a time.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_erase_old (MpStore *self, gint64 before, GError **error)
{
  return erase_from_bin (self, before, NULL, error) >= 0 && _mp_store_scrub (self, error);
}
