/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of people, kept in memory as long as nobody changes the file, and the search in it. */

#include "mp-store-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* A single row's text takes a page of locked memory: after so many all are put together again. */
#define MAX_INDEXES 64

#define ROW_COLUMNS "id, revision, created, updated, opened, archived, deleted, sample, copy_of, summary"
enum { COLUMN_ID, COLUMN_REVISION, COLUMN_CREATED, COLUMN_UPDATED, COLUMN_OPENED, COLUMN_ARCHIVED, COLUMN_DELETED,
       COLUMN_SAMPLE, COLUMN_COPY_OF, COLUMN_SUMMARY };

typedef struct {
  char *text;
  gsize size;
  gsize used;
  gboolean locked;
} Index;

static void
index_free (gpointer data)
{
  Index *self = data;

  if (self->locked)
    sodium_munlock (self->text, self->size);
  else
    sodium_memzero (self->text, self->size);
  free (self->text);
  g_free (self);
}

/* Memory that is neither swapped out nor dumped, as far as the system lets a program have it. */
static Index *
index_new (gsize size, gboolean secret)
{
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  Index *self = g_new0 (Index, 1);

  self->size = (size / page + 1) * page;
  self->text = aligned_alloc (page, self->size);
  if (self->text == NULL)
    g_error ("no memory for the list of people");
  if (secret)
    {
      struct rlimit limit;

      if (getrlimit (RLIMIT_MEMLOCK, &limit) == 0 && limit.rlim_cur < limit.rlim_max)
        {
          limit.rlim_cur = limit.rlim_max;
          setrlimit (RLIMIT_MEMLOCK, &limit);
        }
      self->locked = sodium_mlock (self->text, self->size) == 0;
    }
  return self;
}

static const char *
index_add (Index *self, const char *text)
{
  gsize size = strlen (text) + 1;
  char *place = self->text + self->used;

  if (size > self->size - self->used)
    return NULL;
  memcpy (place, text, size);
  self->used += size;
  return place;
}

static void
wipe (char *text)
{
  if (text != NULL)
    _mp_store_wipe_free (text, strlen (text));
}

static void
row_clear (gpointer data)
{
  MpStoreRow *self = data;

  g_free (self->entry.person_id);
  wipe (self->entry.name);
  wipe (self->entry.title);
  wipe (self->entry.plan);
  wipe (self->order);
  g_free (self->entry.state);
  g_free (self->entry.benefits);
  g_free (self->entry.changes);
  g_free (self->entry.copy_of);
}

/**
 * mp_store_entry_ref:
 * @self: a row of the list of people
 *
 * Returns: (transfer full): @self
 */
MpStoreEntry *
mp_store_entry_ref (MpStoreEntry *self)
{
  return g_rc_box_acquire (self);
}

/**
 * mp_store_entry_unref:
 * @self: (transfer full): a row of the list of people
 */
void
mp_store_entry_unref (MpStoreEntry *self)
{
  g_rc_box_release_full (self, row_clear);
}

static void
entry_unref (gpointer data)
{
  mp_store_entry_unref (data);
}

/**
 * mp_store_entry_next_change:
 * @self: a row of the list of people
 * @today: this month
 *
 * Returns: (transfer none) (nullable): the first thing that changes in @today or later
 */
const MpStoreChange *
mp_store_entry_next_change (const MpStoreEntry *self, MpMonth today)
{
  for (guint i = 0; i < self->n_changes; i++)
    if (self->changes[i].month >= today)
      return &self->changes[i];
  return NULL;
}

static MpStoreRow *
read_row (MpStore *self, sqlite3_stmt *statement, Index *index)
{
  MpStoreRow *row = g_rc_box_new0 (MpStoreRow);
  MpStoreEntry *entry = &row->entry;
  gsize length = 0;
  char *summary;

  entry->person_id = _mp_store_column (statement, COLUMN_ID);
  entry->revision = sqlite3_column_int64 (statement, COLUMN_REVISION);
  entry->created = sqlite3_column_int64 (statement, COLUMN_CREATED);
  entry->updated = sqlite3_column_int64 (statement, COLUMN_UPDATED);
  entry->opened = sqlite3_column_int64 (statement, COLUMN_OPENED);
  entry->archived = sqlite3_column_int64 (statement, COLUMN_ARCHIVED);
  entry->deleted = sqlite3_column_int64 (statement, COLUMN_DELETED);
  entry->sample = sqlite3_column_int (statement, COLUMN_SAMPLE) != 0;
  if (sqlite3_column_type (statement, COLUMN_COPY_OF) != SQLITE_NULL)
    entry->copy_of = _mp_store_column (statement, COLUMN_COPY_OF);
  summary = _mp_store_unwrap_column (self, "people", entry->person_id, entry->revision, statement, COLUMN_SUMMARY, &length);
  if (summary == NULL || !_mp_store_read_summary (summary, length, row)
      || (row->search = index_add (index, row->search)) == NULL)
    {
      entry->damaged = TRUE;
      row->search = "";
      if (entry->name == NULL)
        {
          entry->name = g_strdup ("");
          entry->state = g_strdup ("");
          entry->benefits = g_strdup ("");
          entry->title = g_strdup ("");
          entry->plan = g_strdup ("");
        }
    }
  _mp_store_wipe_free (summary, length);
  row->order = g_utf8_collate_key (entry->name, -1);
  return row;
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const MpStoreRow *x = *(const MpStoreRow *const *) a, *y = *(const MpStoreRow *const *) b;
  gint order = strcmp (x->order, y->order);

  return order != 0 ? order : strcmp (x->entry.person_id, y->entry.person_id);
}

void
_mp_store_forget_rows (MpStore *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->indexes, g_ptr_array_unref);
}

/* A page of the table is damaged: the rows on other pages can still be found one by one. */
static gboolean
read_rows_singly (MpStore *self, Index *index, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = _mp_store_prepare (self, "SELECT " ROW_COLUMNS " FROM people WHERE number = ?", error);
  gint64 most = 0;

  if (statement == NULL)
    return FALSE;
  if (!_mp_store_read_number (self, "SELECT max (number) FROM people", &most, NULL)
      && !_mp_store_read_number (self, "SELECT max (person) FROM states", &most, NULL))
    most = 100000;
  g_ptr_array_set_size (self->rows, 0);
  for (gint64 number = 1; number <= MIN (most, 1000000); number++)
    {
      sqlite3_bind_int64 (statement, 1, number);
      if (sqlite3_step (statement) == SQLITE_ROW)
        g_ptr_array_add (self->rows, read_row (self, statement, index));
      sqlite3_reset (statement);
    }
  return TRUE;
}

static gboolean
read_rows (MpStore *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gint64 size;
  Index *index;
  gint step;

  _mp_store_forget_rows (self);
  if (!_mp_store_read_number (self, "SELECT total (length (summary)) FROM people", &size, NULL))
    size = 1 << 24;
  statement = _mp_store_prepare (self, "SELECT " ROW_COLUMNS " FROM people", error);
  if (statement == NULL)
    return FALSE;
  self->rows = g_ptr_array_new_with_free_func (entry_unref);
  self->indexes = g_ptr_array_new_with_free_func (index_free);
  index = index_new ((gsize) MAX (size, 0), self->sealed);
  g_ptr_array_add (self->indexes, index);
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (self->rows, read_row (self, statement, index));
  if (step != SQLITE_DONE)
    {
      gboolean damaged = (step & 0xff) == SQLITE_CORRUPT;

      if (!damaged)
        _mp_store_set_error (self, error);
      if (!damaged || !read_rows_singly (self, index, error))
        {
          _mp_store_forget_rows (self);
          return FALSE;
        }
    }
  g_ptr_array_sort (self->rows, compare_rows);
  return TRUE;
}

static gboolean
ensure_rows (MpStore *self, GError **error)
{
  gint64 version;
  gboolean done, ours;

  if (!_mp_store_begin_read (self, &ours, error))
    return FALSE;
  done = _mp_store_read_number (self, "PRAGMA data_version", &version, error);
  if (done && (self->rows == NULL || version != self->version))
    {
      self->version = version;
      done = read_rows (self, error);
    }
  _mp_store_end_read (self, ours);
  return done;
}

static void
read_again (MpStore *self, const char *person_id)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  Index *index;
  guint place;

  if (self->rows == NULL)
    return;
  for (place = 0; place < self->rows->len; place++)
    if (g_str_equal (((MpStoreRow *) g_ptr_array_index (self->rows, place))->entry.person_id, person_id))
      {
        g_ptr_array_remove_index (self->rows, place);
        break;
      }
  if (self->indexes->len >= MAX_INDEXES)
    {
      _mp_store_forget_rows (self);
      return;
    }
  statement = _mp_store_prepare (self, "SELECT " ROW_COLUMNS " FROM people WHERE id = ?", NULL);
  if (statement == NULL)
    {
      _mp_store_forget_rows (self);
      return;
    }
  _mp_store_bind_text (statement, 1, person_id);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return;
  index = index_new ((gsize) sqlite3_column_bytes (statement, COLUMN_SUMMARY), self->sealed);
  g_ptr_array_add (self->indexes, index);
  {
    MpStoreRow *row = read_row (self, statement, index);
    guint first = 0, last = self->rows->len;

    while (first < last)
      {
        place = first + (last - first) / 2;
        if (compare_rows (&self->rows->pdata[place], &row) < 0)
          first = place + 1;
        else
          last = place;
      }
    g_ptr_array_insert (self->rows, (gint) first, row);
  }
}

/* Reads one row again after this program changed it, and tells the windows. */
void
_mp_store_row_changed (MpStore *self, const char *person_id)
{
  read_again (self, person_id);
  g_signal_emit_by_name (self, "changed", person_id);
}

static gboolean
on_shelf (const MpStoreEntry *entry, MpStoreShelf shelf)
{
  switch (shelf)
    {
    case MP_STORE_SHELF_PEOPLE:
      return entry->deleted == 0 && entry->archived == 0;
    case MP_STORE_SHELF_ARCHIVE:
      return entry->deleted == 0 && entry->archived != 0;
    case MP_STORE_SHELF_BIN:
      return entry->deleted != 0;
    case MP_STORE_SHELF_ALL:
    default:
      return TRUE;
    }
}

/* Whether every word is somewhere in what a person can be found by. */
static gboolean
matches (char **words, const char *text)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * mp_store_list:
 * @self: a store
 * @search: (nullable): words to look for, whatever their case, in names, titles, notes and the
 *   names of plans and jobs; all of them must be there. %NULL or "" for everybody
 * @shelf: which people
 * @error: return location for a %MP_STORE_ERROR
 *
 * Lists people. The rows are kept, so that a search as one types reads no file; a change by
 * another program is noticed.
 *
 * Returns: (transfer full) (nullable) (element-type MpStoreEntry): the people, by name
 */
GPtrArray *
mp_store_list (MpStore *self, const char *search, MpStoreShelf shelf, GError **error)
{
  g_autofree char *folded = _mp_store_fold (search != NULL ? search : "");
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  GPtrArray *entries;

  if (!ensure_rows (self, error))
    return NULL;
  entries = g_ptr_array_new_full (self->rows->len, entry_unref);
  for (guint i = 0; i < self->rows->len; i++)
    {
      MpStoreRow *row = g_ptr_array_index (self->rows, i);

      if (on_shelf (&row->entry, shelf) && matches (words, row->search))
        g_ptr_array_add (entries, mp_store_entry_ref (&row->entry));
    }
  return entries;
}

/**
 * mp_store_find:
 * @self: a store
 * @person_id: whom
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): somebody's row of the list
 */
MpStoreEntry *
mp_store_find (MpStore *self, const char *person_id, GError **error)
{
  if (!ensure_rows (self, error))
    return NULL;
  for (guint i = 0; i < self->rows->len; i++)
    {
      MpStoreRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->entry.person_id, person_id))
        return mp_store_entry_ref (&row->entry);
    }
  _mp_store_set_not_found (self, error);
  return NULL;
}

/**
 * mp_store_find_copy:
 * @self: a store
 * @person_id: whom
 * @error: return location for a %MP_STORE_ERROR
 *
 * Looks for another copy of somebody's case, outside the bin: of two copies that an import or a conflict put
 * beside one another, each finds the other.
 *
 * Returns: (transfer full) (nullable): whose case it is; %NULL without an error when there is none
 */
char *
mp_store_find_copy (MpStore *self, const char *person_id, GError **error)
{
  g_autoptr (MpStoreEntry) entry = mp_store_find (self, person_id, error);
  const char *original;

  if (entry == NULL)
    return NULL;
  original = entry->copy_of != NULL ? entry->copy_of : entry->person_id;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MpStoreEntry *other = &((MpStoreRow *) g_ptr_array_index (self->rows, i))->entry;

      if (other->deleted == 0 && !g_str_equal (other->person_id, person_id)
          && (g_str_equal (other->person_id, original) || g_strcmp0 (other->copy_of, original) == 0))
        return g_strdup (other->person_id);
    }
  return NULL;
}

/**
 * mp_store_poll:
 * @self: a store
 *
 * Looks whether another program changed the file, and emits #MpStore::changed then. Cheap: call it
 * when the window comes to the front, and every few seconds.
 *
 * Returns: whether somebody did
 */
gboolean
mp_store_poll (MpStore *self)
{
  gint64 version;

  if (!_mp_store_read_number (self, "PRAGMA data_version", &version, NULL) || version == self->version)
    return FALSE;
  _mp_store_forget_rows (self);
  self->version = version;
  /* It may be sealed now. */
  if (!_mp_store_has_token (self))
    _mp_store_read_locks (self, NULL);
  g_signal_emit_by_name (self, "changed", NULL);
  return TRUE;
}
