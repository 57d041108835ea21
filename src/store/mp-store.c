/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
entry_free (gpointer data)
{
  MpStoreEntry *entry = data;

  g_free (entry->person_id);
  g_free (entry->name);
  g_free (entry->state);
  g_free (entry->benefits);
  g_free (entry->title);
  g_free (entry);
}

static void
bind (sqlite3_stmt *statement, gint column, const char *text)
{
  sqlite3_bind_text (statement, column, text, -1, SQLITE_TRANSIENT);
}

/* UTF-8 even from a file that somebody else wrote to. */
static char *
column (sqlite3_stmt *statement, gint number)
{
  const char *text = (const char *) sqlite3_column_text (statement, number);

  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

/* Runs a statement that gives no rows. */
static gboolean
finish (MpStore *self, sqlite3_stmt *statement, GError **error)
{
  if (sqlite3_step (statement) == SQLITE_DONE)
    return TRUE;
  _mp_store_set_error (self, error);
  return FALSE;
}

/* Letters alike whatever their case and however they are encoded. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

/* Whether every word is somewhere in what a person can be found by, a folded text in the given column. */
static gboolean
matches (char **words, sqlite3_stmt *statement, gint number)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *text = *words[i] != '\0' ? (const char *) sqlite3_column_text (statement, number) : "";

      if (text == NULL || strstr (text, words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

static MpStoreEntry *
read_entry (sqlite3_stmt *statement)
{
  MpStoreEntry *entry = g_new (MpStoreEntry, 1);

  entry->person_id = column (statement, 0);
  entry->name = column (statement, 1);
  entry->state = column (statement, 2);
  entry->benefits = column (statement, 3);
  entry->title = column (statement, 4);
  entry->updated = sqlite3_column_int64 (statement, 5);
  entry->deleted = sqlite3_column_int64 (statement, 6);
  entry->revision = sqlite3_column_int64 (statement, 7);
  return entry;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  const MpStoreEntry *x = *(const MpStoreEntry *const *) a, *y = *(const MpStoreEntry *const *) b;
  gint order = g_utf8_collate (x->name, y->name);

  return order != 0 ? order : strcmp (x->person_id, y->person_id);
}

/**
 * mp_store_list:
 * @self: a store
 * @search: (nullable): words to look for, whatever their case, in names, titles, notes and the
 *   names of plans; all of them must be there. %NULL or "" for everybody
 * @shelf: which people
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type MpStoreEntry): the people, by name
 */
GPtrArray *
mp_store_list (MpStore *self, const char *search, MpStoreShelf shelf, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autofree char *folded = fold (search != NULL ? search : "");
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gint step;

  statement = _mp_store_prepare (self,
    "SELECT people.id, name, state, benefits, title, updated, coalesce (deleted, 0), revision, search"
    " FROM people JOIN cases ON cases.person = people.id WHERE (deleted IS NOT NULL) = ?", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int (statement, 1, shelf == MP_STORE_SHELF_BIN);
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    if (matches (words, statement, 8))
      g_ptr_array_add (entries, read_entry (statement));
  if (step != SQLITE_DONE)
    {
      _mp_store_set_error (self, error);
      return NULL;
    }
  g_ptr_array_sort (entries, compare_names);
  return g_steal_pointer (&entries);
}

static void
set_not_found (MpStore *self, GError **error)
{
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND,
               _("This person is no longer in “%s”. Look the list of people through again."), self->path);
}

/**
 * mp_store_load:
 * @self: a store
 * @person_id: whom
 * @revision: (out) (optional): how often the case was saved
 * @error: return location for a %MP_STORE_ERROR
 *
 * Reads somebody's case file, deleted people's too.
 *
 * Returns: (transfer full) (nullable): the document as it was saved, UTF-8
 */
GBytes *
mp_store_load (MpStore *self, const char *person_id, gint64 *revision, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = _mp_store_prepare (self, "SELECT document, revision FROM cases WHERE person = ?", error);
  gint step;

  if (statement == NULL)
    return NULL;
  bind (statement, 1, person_id);
  step = sqlite3_step (statement);
  if (step == SQLITE_DONE)
    set_not_found (self, error);
  else if (step != SQLITE_ROW)
    _mp_store_set_error (self, error);
  if (step != SQLITE_ROW)
    return NULL;
  if (revision != NULL)
    *revision = sqlite3_column_int64 (statement, 1);
  return g_bytes_new (sqlite3_column_text (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
}

/* Whether a text looks like a case file; what is in it is the reader's to judge. */
static gboolean
check_document (MpStore *self, const char *document, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean good = FALSE;

  if (g_utf8_validate (document, -1, NULL))
    {
      statement = _mp_store_prepare (self, "SELECT CASE WHEN json_valid (?1) THEN"
                                           " json_extract (?1, '$.format') = 'milepost-case' END", error);
      if (statement == NULL)
        return FALSE;
      bind (statement, 1, document);
      good = sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_int (statement, 0) == 1;
    }
  if (!good)
    g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID,
                 _("Not saved in “%s”: this is not a Milepost case file."), self->path);
  return good;
}

static gboolean
person_exists (MpStore *self, const char *person_id, gboolean *exists, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, "SELECT 1 FROM people WHERE id = ?", error);
  gint step;

  if (statement == NULL)
    return FALSE;
  bind (statement, 1, person_id);
  step = sqlite3_step (statement);
  *exists = step == SQLITE_ROW;
  if (step == SQLITE_ROW || step == SQLITE_DONE)
    return TRUE;
  _mp_store_set_error (self, error);
  return FALSE;
}

static gboolean
put_person (MpStore *self, const char *person_id, const char *document, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self,
    "INSERT INTO people (id, name, created, updated)"
    " VALUES (?1, coalesce (json_extract (?2, '$.beneficiary.name'), ''), ?3, ?3)"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name, updated = excluded.updated", error);

  if (statement == NULL)
    return FALSE;
  bind (statement, 1, person_id);
  bind (statement, 2, document);
  sqlite3_bind_int64 (statement, 3, now ());
  return finish (self, statement, error);
}

static gboolean
put_case (MpStore *self, const char *person_id, const char *document, GError **error)
{
  g_autofree char *case_id = g_uuid_string_random ();
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self,
    "INSERT INTO cases (id, person, title, state, benefits, document, search, revision)"
    " VALUES (?1, ?2, coalesce (json_extract (?3, '$.title'), ''),"
    "  coalesce (json_extract (?3, '$.beneficiary.state'), ''),"
    "  CASE WHEN json_extract (?3, '$.ssdi') IS NULL THEN CASE WHEN json_extract (?3, '$.ssi') IS NULL THEN '' ELSE 'SSI' END"
    "  ELSE CASE WHEN json_extract (?3, '$.ssi') IS NULL THEN 'SSDI' ELSE 'SSDI+SSI' END END, ?3, '', 1)"
    " ON CONFLICT (person) DO UPDATE SET title = excluded.title, state = excluded.state,"
    "  benefits = excluded.benefits, document = excluded.document, revision = revision + 1", error);

  if (statement == NULL)
    return FALSE;
  bind (statement, 1, case_id);
  bind (statement, 2, person_id);
  bind (statement, 3, document);
  return finish (self, statement, error);
}

static gboolean
put_scenarios (MpStore *self, const char *person_id, const char *document, GError **error)
{
  g_autoptr (sqlite3_stmt) clear = _mp_store_prepare (self,
    "DELETE FROM scenarios WHERE case_id = (SELECT id FROM cases WHERE person = ?)", error);
  g_autoptr (sqlite3_stmt) add = NULL;

  if (clear == NULL)
    return FALSE;
  bind (clear, 1, person_id);
  if (!finish (self, clear, error))
    return FALSE;
  add = _mp_store_prepare (self,
    "INSERT INTO scenarios (case_id, position, name)"
    " SELECT cases.id, entry.key, coalesce (json_extract (entry.value, '$.name'), '')"
    " FROM cases, json_each (?2, '$.scenarios') AS entry WHERE cases.person = ?1 AND entry.type = 'object'", error);
  if (add == NULL)
    return FALSE;
  bind (add, 1, person_id);
  bind (add, 2, document);
  return finish (self, add, error);
}

/* Folded once here, so that a search need not. */
static gboolean
put_search (MpStore *self, const char *person_id, GError **error)
{
  g_autoptr (sqlite3_stmt) read = _mp_store_prepare (self,
    "SELECT name || char (10) || title || char (10) || coalesce (json_extract (document, '$.notes'), '') || char (10)"
    "  || coalesce ((SELECT group_concat (name, char (10)) FROM scenarios WHERE case_id = cases.id), '')"
    " FROM cases JOIN people ON people.id = person WHERE person = ?", error);
  g_autoptr (sqlite3_stmt) write = NULL;
  g_autofree char *folded = NULL;

  if (read == NULL)
    return FALSE;
  bind (read, 1, person_id);
  if (sqlite3_step (read) != SQLITE_ROW)
    {
      _mp_store_set_error (self, error);
      return FALSE;
    }
  folded = fold ((const char *) sqlite3_column_text (read, 0));
  sqlite3_reset (read);
  write = _mp_store_prepare (self, "UPDATE cases SET search = ?2 WHERE person = ?1", error);
  if (write == NULL)
    return FALSE;
  bind (write, 1, person_id);
  bind (write, 2, folded);
  return finish (self, write, error);
}

/**
 * mp_store_save:
 * @self: a store
 * @person_id: (nullable): whose case it is, or %NULL for a new person
 * @document: the case file, UTF-8
 * @error: return location for a %MP_STORE_ERROR
 *
 * Keeps a case file, all of it or nothing. The caller has checked it; here it must only say that
 * it is a case file.
 *
 * Returns: (transfer full) (nullable): the person's id
 */
char *
mp_store_save (MpStore *self, const char *person_id, const char *document, GError **error)
{
  g_autofree char *id = person_id != NULL ? g_strdup (person_id) : g_uuid_string_random ();
  gboolean done, exists = TRUE;

  if (!check_document (self, document, error) || !_mp_store_begin (self, error))
    return NULL;
  done = person_id == NULL || person_exists (self, id, &exists, error);
  if (done && !exists)
    {
      set_not_found (self, error);
      done = FALSE;
    }
  done = done && put_person (self, id, document, error) && put_case (self, id, document, error)
         && put_scenarios (self, id, document, error) && put_search (self, id, error);
  return _mp_store_end (self, done, error) ? g_steal_pointer (&id) : NULL;
}

/* Runs a statement on one person, its ?1; another parameter is bound already. */
static gboolean
change_person (MpStore *self, sqlite3_stmt *statement, const char *person_id, GError **error)
{
  bind (statement, 1, person_id);
  if (!finish (self, statement, error))
    return FALSE;
  if (sqlite3_changes (self->database) > 0)
    return TRUE;
  set_not_found (self, error);
  return FALSE;
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
  g_autoptr (sqlite3_stmt) document = _mp_store_prepare (self,
    "UPDATE cases SET document = json_set (document, '$.beneficiary.name', ?2), revision = revision + 1"
    " WHERE person = ?1", error);
  g_autoptr (sqlite3_stmt) person = NULL;
  gboolean done;

  if (document == NULL)
    return FALSE;
  person = _mp_store_prepare (self, "UPDATE people SET name = ?2, updated = ?3 WHERE id = ?1", error);
  if (person == NULL || !_mp_store_begin (self, error))
    return FALSE;
  bind (document, 2, name);
  bind (person, 2, name);
  sqlite3_bind_int64 (person, 3, now ());
  done = change_person (self, document, person_id, error) && change_person (self, person, person_id, error)
         && put_search (self, person_id, error);
  return _mp_store_end (self, done, error);
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
  g_autoptr (sqlite3_stmt) statement
    = _mp_store_prepare (self, "UPDATE people SET deleted = ?2 WHERE id = ?1 AND deleted IS NULL", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 2, now ());
  return change_person (self, statement, person_id, error);
}

/**
 * mp_store_undelete:
 * @self: a store
 * @person_id: whom
 * @error: return location for a %MP_STORE_ERROR
 *
 * Takes somebody out of the bin.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_undelete (MpStore *self, const char *person_id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = _mp_store_prepare (self, "UPDATE people SET deleted = NULL WHERE id = ?1 AND deleted IS NOT NULL", error);

  return statement != NULL && change_person (self, statement, person_id, error);
}

/* What was erased may not stay in the log beside the file either. */
static gboolean
empty_log (MpStore *self, GError **error)
{
  return _mp_store_run (self, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

/**
 * mp_store_erase:
 * @self: a store
 * @person_id: whom, someone in the bin
 * @error: return location for a %MP_STORE_ERROR
 *
 * Erases somebody for good. Nothing of the case stays in the file.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_erase (MpStore *self, const char *person_id, GError **error)
{
  {
    g_autoptr (sqlite3_stmt) statement
      = _mp_store_prepare (self, "DELETE FROM people WHERE id = ?1 AND deleted IS NOT NULL", error);

    if (statement == NULL || !change_person (self, statement, person_id, error))
      return FALSE;
  }
  return empty_log (self, error);
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
  {
    g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, "DELETE FROM people WHERE deleted < ?", error);

    if (statement == NULL)
      return FALSE;
    sqlite3_bind_int64 (statement, 1, before);
    if (!finish (self, statement, error))
      return FALSE;
  }
  return empty_log (self, error);
}

/**
 * mp_store_back_up:
 * @self: a store
 * @path: (type filename): a file that is not there yet
 * @error: return location for a %MP_STORE_ERROR
 *
 * Writes a copy of everything as it is at this moment, readable for its owner alone. To restore it,
 * open it, or put it in the place of the store.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_back_up (MpStore *self, const char *path, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, "VACUUM INTO ?", error);
  gint file;

  if (statement == NULL)
    return FALSE;
  file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0)
    {
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY,
                   _("The copy “%s” cannot be made (%s). Choose another name or folder."), path, g_strerror (errno));
      return FALSE;
    }
  if (!g_close (file, error))
    return FALSE;
  bind (statement, 1, path);
  if (finish (self, statement, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}

/**
 * mp_store_get_setting:
 * @self: a store
 * @key: which
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): its value; %NULL without an error when it was never set
 */
char *
mp_store_get_setting (MpStore *self, const char *key, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, "SELECT value FROM settings WHERE key = ?", error);
  gint step;

  if (statement == NULL)
    return NULL;
  bind (statement, 1, key);
  step = sqlite3_step (statement);
  if (step == SQLITE_ROW)
    return column (statement, 0);
  if (step != SQLITE_DONE)
    _mp_store_set_error (self, error);
  return NULL;
}

/**
 * mp_store_set_setting:
 * @self: a store
 * @key: which
 * @value: (nullable): its value, or %NULL to forget it
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: whether it was done
 */
gboolean
mp_store_set_setting (MpStore *self, const char *key, const char *value, GError **error)
{
  const char *sql = value == NULL ? "DELETE FROM settings WHERE key = ?1"
                                  : "INSERT INTO settings (key, value) VALUES (?1, ?2)"
                                    " ON CONFLICT (key) DO UPDATE SET value = excluded.value";
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  bind (statement, 1, key);
  if (value != NULL)
    bind (statement, 2, value);
  return finish (self, statement, error);
}
