/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-move-private.h"

#include "mp-casefile.h"
#include "mp-history.h"
#include "mp-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static json_t *
parse_bytes (GBytes *bytes)
{
  return bytes == NULL ? NULL
         : json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), JSON_REJECT_DUPLICATES, NULL);
}

/* Of every state that is kept of somebody, the newest first; a damaged one has none. */
static GPtrArray *
fingerprints (MpStore *self, const char *person_id, GError **error)
{
  g_autoptr (GArray) states = mp_store_history (self, person_id, error);
  GPtrArray *prints;

  if (states == NULL)
    return NULL;
  prints = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < states->len; i++)
    {
      g_autoptr (GBytes) bytes = _mp_store_load_state (self, person_id, g_array_index (states, MpStoreState, i).revision, NULL);
      json_t *document = parse_bytes (bytes);

      if (document != NULL)
        g_ptr_array_add (prints, _mp_fingerprint (document));
      json_decref (document);
    }
  return prints;
}

static gboolean
holds (GPtrArray *prints, const char *print)
{
  return g_ptr_array_find_with_equal_func (prints, print, g_str_equal, NULL);
}

static json_t *
make_record (const MpStoreEntry *entry, GPtrArray *prints)
{
  json_t *record = json_pack ("{ss si ss sI sI sI sb sb}", "format", MP_EXPORT_PERSON, "version", 1, "id", entry->person_id,
                              "revision", (json_int_t) entry->revision, "created", (json_int_t) entry->created,
                              "updated", (json_int_t) entry->updated, "archived", entry->archived != 0, "sample", entry->sample);
  json_t *ancestors = json_array ();

  for (guint i = 1; i < prints->len; i++)
    json_array_append_new (ancestors, json_string (g_ptr_array_index (prints, i)));
  json_object_set_new (record, "ancestors", ancestors);
  if (entry->copy_of != NULL)
    json_object_set_new (record, "copy_of", json_string (entry->copy_of));
  return record;
}

static void
append_line (GString *out, json_t *line)
{
  char *text = json_dumps (line, JSON_COMPACT | JSON_REAL_PRECISION (15));

  g_string_append (out, text);
  g_string_append_c (out, '\n');
  free (text);
  json_decref (line);
}

typedef struct {
  MpStore *store;
  gboolean zip;
  GString *lines;
  GPtrArray *names, *contents; /* of the zip */
} Export;

static gboolean
export_one (Export *self, const MpStoreEntry *entry, GError **error)
{
  g_autoptr (GBytes) bytes = mp_store_load (self->store, entry->person_id, NULL, error);
  g_autoptr (GPtrArray) prints = bytes != NULL ? fingerprints (self->store, entry->person_id, error) : NULL;
  json_t *record, *document;

  if (prints == NULL)
    return FALSE;
  record = make_record (entry, prints);
  if (self->zip)
    {
      g_ptr_array_add (self->names, g_strdup_printf ("cases/%s.milepost", entry->person_id));
      g_ptr_array_add (self->contents, g_bytes_ref (bytes));
    }
  else if ((document = parse_bytes (bytes)) != NULL)
    json_object_set_new (record, "case", document);
  append_line (self->lines, record);
  return TRUE;
}

static GBytes *
export_all (Export *self, GPtrArray *entries, GError **error)
{
  append_line (self->lines, json_pack ("{ss si sI si}", "format", MP_EXPORT_FORMAT, "version", 1,
                                       "made", (json_int_t) _mp_store_now (), "people", (gint) entries->len));
  for (guint i = 0; i < entries->len; i++)
    if (!export_one (self, g_ptr_array_index (entries, i), error))
      return NULL;
  if (!self->zip)
    return g_bytes_new (self->lines->str, self->lines->len);
  g_ptr_array_insert (self->names, 0, g_strdup (MP_EXPORT_INDEX));
  g_ptr_array_insert (self->contents, 0, g_bytes_new (self->lines->str, self->lines->len));
  return _mp_zip_write (self->names, self->contents, error);
}

static void
entry_unref (gpointer data)
{
  mp_store_entry_unref (data);
}

/* Everybody outside the bin, or those that are asked for. */
static GPtrArray *
choose (MpStore *self, const char *const *person_ids, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_unref);

  if (person_ids != NULL)
    {
      for (; *person_ids != NULL; person_ids++)
        {
          MpStoreEntry *entry = mp_store_find (self, *person_ids, error);

          if (entry == NULL)
            return NULL;
          g_ptr_array_add (entries, entry);
        }
      return g_steal_pointer (&entries);
    }
  {
    g_autoptr (GPtrArray) everybody = mp_store_list (self, NULL, MP_STORE_SHELF_ALL, error);

    if (everybody == NULL)
      return NULL;
    for (guint i = 0; i < everybody->len; i++)
      {
        MpStoreEntry *entry = g_ptr_array_index (everybody, i);

        if (entry->deleted == 0)
          g_ptr_array_add (entries, mp_store_entry_ref (entry));
      }
  }
  return g_steal_pointer (&entries);
}

/**
 * mp_store_export:
 * @self: a store
 * @person_ids: (nullable) (array zero-terminated=1): whom; %NULL for everybody outside the bin
 * @path: (type filename): the file: a name that ends in .zip for a zip with a case file a person,
 *   in .milepost for the case file of one person, else JSON lines
 * @error: return location for a %MP_STORE_ERROR or a #GFileError
 *
 * Writes cases to a file that mp_store_import() reads. It is not sealed, whatever the caseload is.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_export (MpStore *self, const char *const *person_ids, const char *path, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Export export = { self, g_str_has_suffix (path, ".zip"), lines, names, contents };
  g_autoptr (GPtrArray) entries = choose (self, person_ids, error);
  g_autoptr (GBytes) bytes = NULL;

  if (entries == NULL)
    return FALSE;
  if (!g_str_has_suffix (path, ".milepost"))
    bytes = export_all (&export, entries, error);
  else if (entries->len == 1)
    bytes = mp_store_load (self, ((MpStoreEntry *) g_ptr_array_index (entries, 0))->person_id, NULL, error);
  else
    g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID,
                 _("“%s” holds the case of one person. For several choose a name that ends in .zip or .jsonl."), path);
  return bytes != NULL
         && g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

typedef struct {
  MpStore *store;
  GPtrArray *lines; /* MpImportLine */
} Import;

static void
line_free (gpointer data)
{
  MpImportLine *self = data;

  g_free (self->person_id);
  g_free (self->name);
  g_free (self->place);
  g_free (self->message);
  g_free (self);
}

static void
add_line (Import *import, MpImportKind kind, const char *person_id, const MpRecord *record, const char *place, char *message)
{
  MpImportLine *line = g_new (MpImportLine, 1);
  const char *name = record == NULL ? NULL : json_string_value (json_object_get (json_object_get (record->document, "beneficiary"), "name"));

  line->kind = kind;
  line->person_id = g_strdup (person_id);
  line->name = g_strdup (name != NULL ? name : "");
  line->place = g_strdup (place);
  line->message = message;
  g_ptr_array_add (import->lines, line);
}

/* NULL: the case is good. Else the first problem, with its pointer. */
static char *
find_problem (const char *document)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCase) kase = mp_case_read (document, strlen (document), problems);
  const MpProblem *problem;

  if (problems->len == 0)
    return NULL;
  problem = g_ptr_array_index (problems, 0);
  return g_strdup_printf ("%s: %s", problem->pointer, problem->message);
}

static gboolean
put (MpStore *self, const char *person_id, gint64 revision, const MpRecord *record, const char *copy_of, const char *document,
     GError **error)
{
  g_autoptr (GString) summary = _mp_store_summary (self, document, strlen (document));
  gint64 now = _mp_store_now ();
  MpStoreEntry entry = {
    .person_id = (char *) person_id, .revision = revision,
    .created = record->created > 0 && record->created <= now ? record->created : now,
    .updated = record->updated > 0 && record->updated <= now ? record->updated : now,
    .archived = record->archived ? now : 0, .sample = record->sample, .copy_of = (char *) copy_of,
  };

  return summary != NULL && _mp_store_put_person (self, &entry, summary, error)
         && _mp_store_put_state (self, person_id, revision, entry.updated, document, strlen (document), error);
}

/* Whether a copy that stands beside somebody's case already says the same. */
static gboolean
copy_holds (MpStore *self, const char *person_id, const char *print, gboolean *found, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, "SELECT id FROM people WHERE copy_of = ?", error);

  *found = FALSE;
  if (statement == NULL)
    return FALSE;
  _mp_store_bind_text (statement, 1, person_id);
  while (!*found && sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autofree char *id = _mp_store_column (statement, 0);
      g_autoptr (GPtrArray) prints = fingerprints (self, id, error);

      if (prints == NULL)
        return FALSE;
      *found = holds (prints, print);
    }
  return TRUE;
}

/* Somebody with this id is here. */
static gboolean
merge (Import *import, const MpRecord *record, const char *print, GPtrArray *ours, const char *place, const char *document,
       GError **error)
{
  g_autofree char *copy_id = NULL;
  gint64 revision = 0;
  gboolean found;

  if (holds (ours, print))
    {
      add_line (import, MP_IMPORT_ALREADY, record->id, record, place, NULL);
      return TRUE;
    }
  if (ours->len > 0 && holds (record->ancestors, g_ptr_array_index (ours, 0)))
    {
      g_autoptr (GBytes) bytes = mp_store_load (import->store, record->id, &revision, error);

      if (bytes == NULL)
        return FALSE;
      add_line (import, MP_IMPORT_UPDATED, record->id, record, place, NULL);
      return put (import->store, record->id, MAX (revision + 1, record->revision), record, NULL, document, error);
    }
  if (!copy_holds (import->store, record->id, print, &found, error))
    return FALSE;
  if (found)
    {
      add_line (import, MP_IMPORT_ALREADY, record->id, record, place, NULL);
      return TRUE;
    }
  copy_id = g_uuid_string_random ();
  add_line (import, MP_IMPORT_COPIED, copy_id, record, place, NULL);
  return put (import->store, copy_id, 1, record, record->id, document, error);
}

static gboolean
take_record (MpRecord *record, const char *place, const char *problem, gpointer data, GError **error)
{
  Import *import = data;
  g_autofree char *document = NULL, *print = NULL;
  g_autoptr (GPtrArray) ours = NULL;
  g_autoptr (GError) missing = NULL;
  char *dumped, *message;

  if (record == NULL)
    {
      add_line (import, MP_IMPORT_REFUSED, NULL, NULL, place, g_strdup (problem));
      return TRUE;
    }
  dumped = json_dumps (record->document, MP_STORE_DOCUMENT_FLAGS);
  document = g_strdup (dumped != NULL ? dumped : "");
  free (dumped);
  message = find_problem (document);
  if (message != NULL)
    {
      add_line (import, MP_IMPORT_REFUSED, NULL, record, place, message);
      return TRUE;
    }
  print = _mp_fingerprint (record->document);
  ours = fingerprints (import->store, record->id, &missing);
  if (ours != NULL)
    return merge (import, record, print, ours, place, document, error);
  if (!g_error_matches (missing, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  add_line (import, MP_IMPORT_ADDED, record->id, record, place, NULL);
  return put (import->store, record->id, record->revision, record, record->copy_of, document, error);
}

GPtrArray *
_mp_store_import_bytes (MpStore *self, const char *path, const char *data, gsize length, gboolean preview, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  Import import = { self, lines };
  gboolean done;

  if (!_mp_store_begin (self, error))
    return NULL;
  done = _mp_export_read (data, length, take_record, &import, error);
  if (!done)
    g_prefix_error (error, "%s: ", path);
  if (!_mp_store_end (self, done && !preview, error) && !(done && preview))
    return NULL;
  if (!preview)
    {
      _mp_store_forget_rows (self);
      g_signal_emit_by_name (self, "changed", NULL);
    }
  return g_steal_pointer (&lines);
}

/**
 * mp_store_import:
 * @self: a store
 * @path: (type filename): an export, a zip of case files, or a case file
 * @preview: only say what would be done
 * @error: return location for a %MP_STORE_ERROR or a #GFileError
 *
 * Takes cases over, all that are good or, when the disk fails, none. What is here already is not
 * doubled. A case that follows on the one here becomes its newest state. One that was changed apart
 * from the one here is put beside it as a copy; nothing is ever written over.
 *
 * Returns: (transfer full) (nullable) (element-type MpImportLine): what was done, person by person
 */
GPtrArray *
mp_store_import (MpStore *self, const char *path, gboolean preview, GError **error)
{
  g_autofree char *data = NULL;
  GStatBuf status;
  gsize length;

  /* A device or a pipe has no end. */
  if (g_stat (path, &status) == 0 && (!S_ISREG (status.st_mode) || (guint64) status.st_size > MP_EXPORT_MOST_FILE))
    {
      g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID, _("“%s” is no file, or too large for an export (1 GiB)."), path);
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  return _mp_store_import_bytes (self, path, data, length, preview, error);
}
