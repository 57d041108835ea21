/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading an export that anybody may have written: JSON lines, a zip, or a single case file. */

#include "mp-move-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define FINGERPRINT_SIZE 16

/* The same for two documents that say the same, whatever their white space. */
char *
_mp_fingerprint (const json_t *document)
{
  char *text = json_dumps (document, JSON_COMPACT | JSON_SORT_KEYS);
  guint8 sum[FINGERPRINT_SIZE];
  char *hex = g_malloc (FINGERPRINT_SIZE * 2 + 1);

  crypto_generichash (sum, sizeof sum, (const guint8 *) (text != NULL ? text : ""), text != NULL ? strlen (text) : 0, NULL, 0);
  sodium_bin2hex (hex, FINGERPRINT_SIZE * 2 + 1, sum, sizeof sum);
  free (text);
  return hex;
}

static void
record_clear (MpRecord *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->copy_of, g_free);
  g_clear_pointer (&self->ancestors, g_ptr_array_unref);
  g_clear_pointer (&self->document, json_decref);
}

static gboolean
has_format (const json_t *object, const char *format)
{
  return g_strcmp0 (json_string_value (json_object_get (object, "format")), format) == 0;
}

/* A case file by itself: its own id, or one made from what it says, so that it comes but once. */
static void
read_plain_case (MpRecord *record, json_t *document)
{
  const char *id = json_string_value (json_object_get (document, "id"));
  g_autofree char *print = _mp_fingerprint (document);

  record->id = id != NULL && g_uuid_string_is_valid (id) ? g_ascii_strdown (id, -1)
               : g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", print, print + 8, print + 12, print + 16, print + 20);
  record->revision = 1;
  record->ancestors = g_ptr_array_new_with_free_func (g_free);
  record->document = json_incref (document);
}

static json_t *
parse (const char *data, gsize length, char **problem)
{
  json_error_t error;
  json_t *value = length <= MP_EXPORT_MOST_BYTES ? json_loadb (data, length, JSON_REJECT_DUPLICATES, &error) : NULL;

  if (value != NULL)
    return value;
  if (length > MP_EXPORT_MOST_BYTES)
    *problem = g_strdup (_("a case has at most 64 MiB"));
  else
    {
      g_autofree char *text = g_utf8_make_valid (error.text, -1);
      *problem = g_strdup_printf (_("this is not JSON: %s"), text);
    }
  return NULL;
}

static void
read_ancestors (MpRecord *record, const json_t *list)
{
  record->ancestors = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < json_array_size (list); i++)
    if (json_is_string (json_array_get (list, i)))
      g_ptr_array_add (record->ancestors, g_strdup (json_string_value (json_array_get (list, i))));
}

/* zip: where the cases are, or NULL when the case stands in the record itself. */
static char *
read_record (MpRecord *record, const json_t *line, MpZip *zip)
{
  const char *id = json_string_value (json_object_get (line, "id"));
  const char *copy_of = json_string_value (json_object_get (line, "copy_of"));
  json_t *document = json_object_get (line, "case");
  char *problem = NULL;

  if (!has_format (line, MP_EXPORT_PERSON) || json_integer_value (json_object_get (line, "version")) != 1)
    return g_strdup (_("/format: this is no person of an export, or of a newer Milepost"));
  if (id == NULL || !g_uuid_string_is_valid (id))
    return g_strdup (_("/id: the id is a UUID"));
  record->id = g_ascii_strdown (id, -1);
  record->revision = CLAMP (json_integer_value (json_object_get (line, "revision")), 1, G_MAXINT32);
  record->created = json_integer_value (json_object_get (line, "created"));
  record->updated = json_integer_value (json_object_get (line, "updated"));
  record->archived = json_is_true (json_object_get (line, "archived"));
  record->sample = json_is_true (json_object_get (line, "sample"));
  if (copy_of != NULL && g_uuid_string_is_valid (copy_of))
    record->copy_of = g_ascii_strdown (copy_of, -1);
  read_ancestors (record, json_object_get (line, "ancestors"));
  if (zip != NULL)
    {
      g_autofree char *name = g_strdup_printf ("cases/%s.milepost", record->id);
      g_autoptr (GBytes) bytes = _mp_zip_read (zip, name, MP_EXPORT_MOST_BYTES, &problem);

      if (bytes != NULL)
        record->document = parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &problem);
      return problem;
    }
  if (!json_is_object (document))
    return g_strdup (_("/case: the case is missing"));
  record->document = json_incref (document);
  return NULL;
}

/* One line of a file or of the index of a zip. */
static gboolean
take_line (const char *data, gsize length, guint number, MpZip *zip, MpRecordFunc func, gpointer user_data, GError **error)
{
  g_autofree char *problem = NULL;
  g_autofree char *place = g_strdup_printf (_("line %u"), number);
  MpRecord record = { 0 };
  json_t *line = parse (data, length, &problem);
  gboolean going;

  if (line != NULL)
    problem = read_record (&record, line, zip);
  going = func (problem == NULL ? &record : NULL, place, problem, user_data, error);
  record_clear (&record);
  json_decref (line);
  return going;
}

static gboolean
read_head (const char *data, gsize length, GError **error)
{
  g_autofree char *problem = NULL;
  json_t *head = parse (data, length, &problem);
  gboolean ours = has_format (head, MP_EXPORT_FORMAT);
  gboolean known = json_integer_value (json_object_get (head, "version")) == 1;

  json_decref (head);
  if (ours && known)
    return TRUE;
  g_set_error_literal (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID,
                       ours ? _("A newer Milepost wrote this export. Update Milepost to read it.")
                            : _("This is neither a case file nor an export of Milepost."));
  return FALSE;
}

static gboolean
set_too_large (GError **error)
{
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID, _("This is more than an export of Milepost holds (%u people, 1 GiB)."),
               MP_EXPORT_MOST_CASES);
  return FALSE;
}

static gboolean
read_lines (const char *data, gsize length, MpZip *zip, MpRecordFunc func, gpointer user_data, GError **error)
{
  const char *end = data + length;
  guint number = 1, people = 0;

  for (; data < end; number++)
    {
      const char *stop = memchr (data, '\n', (gsize) (end - data));
      gsize n = (gsize) ((stop != NULL ? stop : end) - data);
      gboolean blank = n == 0 || (n == 1 && *data == '\r');

      if (number > 1 && !blank && ++people > MP_EXPORT_MOST_CASES)
        return set_too_large (error);
      if (number == 1 ? !read_head (data, n, error)
                      : !blank && !take_line (data, n, number, zip, func, user_data, error))
        return FALSE;
      data += stop != NULL ? n + 1 : n;
    }
  return number > 1 || read_head ("", 0, error);
}

static gboolean
take_case (const char *data, gsize length, const char *place, MpRecordFunc func, gpointer user_data, GError **error)
{
  g_autofree char *problem = NULL;
  json_t *document = parse (data, length, &problem);
  MpRecord record = { 0 };
  gboolean going;

  if (document != NULL)
    read_plain_case (&record, document);
  going = func (problem == NULL ? &record : NULL, place, problem, user_data, error);
  record_clear (&record);
  json_decref (document);
  return going;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
read_index (MpZip *zip, MpRecordFunc func, gpointer user_data, GError **error)
{
  g_autofree char *problem = NULL;
  g_autoptr (GBytes) index = _mp_zip_read (zip, MP_EXPORT_INDEX, MP_EXPORT_MOST_INDEX, &problem);

  if (index != NULL)
    return read_lines (g_bytes_get_data (index, NULL), g_bytes_get_size (index), zip, func, user_data, error);
  g_set_error_literal (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID, problem);
  return FALSE;
}

static gboolean
read_zip (const char *data, gsize length, MpRecordFunc func, gpointer user_data, GError **error)
{
  g_autoptr (MpZip) zip = _mp_zip_open (data, length, error);
  GPtrArray *names;

  if (zip == NULL)
    return FALSE;
  names = _mp_zip_get_names (zip);
  if (g_ptr_array_find_with_equal_func (names, MP_EXPORT_INDEX, g_str_equal, NULL))
    return read_index (zip, func, user_data, error);
  /* A zip of case files that somebody made by hand. */
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *place = g_utf8_make_valid (name, -1), *problem = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (!g_str_has_suffix (name, ".milepost"))
        continue;
      bytes = _mp_zip_read (zip, name, MP_EXPORT_MOST_BYTES, &problem);
      if (bytes != NULL ? !take_case (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), place, func, user_data, error)
                        : !func (NULL, place, problem, user_data, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_mp_export_is_zip (const char *data, gsize length)
{
  return length > 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "PK\5\6", 4) == 0);
}

/* Calls a function with each person of an export, or with what is wrong with it. */
gboolean
_mp_export_read (const char *data, gsize length, MpRecordFunc func, gpointer user_data, GError **error)
{
  json_t *whole;
  gboolean single;

  if (length > MP_EXPORT_MOST_FILE)
    return set_too_large (error);
  if (_mp_export_is_zip (data, length))
    return read_zip (data, length, func, user_data, error);
  whole = length <= MP_EXPORT_MOST_BYTES ? json_loadb (data, length, 0, NULL) : NULL;
  single = has_format (whole, "milepost-case");
  json_decref (whole);
  return single ? take_case (data, length, _("the file"), func, user_data, error)
                : read_lines (data, length, NULL, func, user_data, error);
}
