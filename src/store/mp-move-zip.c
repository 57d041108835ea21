/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A zip in memory: nothing of a case goes through a temporary file. */

#include "mp-move-private.h"

#include <glib/gi18n-lib.h>
#include <zip.h>

#define MOST_BYTES ((guint64) 1 << 30) /* of all files together: a small zip may hold a huge one */

static gboolean
set_error (GError **error, const char *what)
{
  g_set_error (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID, _("The zip cannot be used: %s."), what);
  return FALSE;
}

static gboolean
add_all (zip_t *archive, GPtrArray *names, GPtrArray *contents)
{
  for (guint i = 0; i < names->len; i++)
    {
      gsize size;
      const void *data = g_bytes_get_data (g_ptr_array_index (contents, i), &size);
      zip_source_t *source = zip_source_buffer (archive, data, size, 0);

      if (source == NULL)
        return FALSE;
      if (zip_file_add (archive, g_ptr_array_index (names, i), source, ZIP_FL_ENC_UTF_8) < 0)
        {
          zip_source_free (source);
          return FALSE;
        }
    }
  return TRUE;
}

static GBytes *
read_source (zip_source_t *source)
{
  zip_stat_t status;
  guint8 *data;

  if (zip_source_open (source) < 0)
    return NULL;
  if (zip_source_stat (source, &status) < 0 || (status.valid & ZIP_STAT_SIZE) == 0)
    {
      zip_source_close (source);
      return NULL;
    }
  data = g_malloc (status.size + 1);
  if (zip_source_read (source, data, status.size) != (zip_int64_t) status.size)
    {
      zip_source_close (source);
      g_free (data);
      return NULL;
    }
  zip_source_close (source);
  return g_bytes_new_take (data, status.size);
}

/* The bytes of a zip with these files. */
GBytes *
_mp_zip_write (GPtrArray *names, GPtrArray *contents, GError **error)
{
  zip_error_t failure;
  zip_source_t *source;
  zip_t *archive;
  GBytes *bytes = NULL;

  zip_error_init (&failure);
  source = zip_source_buffer_create (NULL, 0, 0, &failure);
  archive = source != NULL ? zip_open_from_source (source, ZIP_TRUNCATE, &failure) : NULL;
  if (archive == NULL)
    {
      set_error (error, zip_error_strerror (&failure));
      zip_source_free (source);
      zip_error_fini (&failure);
      return NULL;
    }
  zip_source_keep (source);
  if (!add_all (archive, names, contents) || zip_close (archive) < 0)
    {
      set_error (error, zip_strerror (archive));
      zip_discard (archive);
    }
  else
    {
      bytes = read_source (source);
      if (bytes == NULL)
        set_error (error, zip_error_strerror (zip_source_error (source)));
    }
  zip_source_free (source);
  zip_error_fini (&failure);
  return bytes;
}

static GBytes *
read_file (zip_t *archive, zip_int64_t number, const zip_stat_t *status)
{
  zip_file_t *file = zip_fopen_index (archive, (zip_uint64_t) number, 0);
  guint8 *data;
  gboolean whole;

  if (file == NULL)
    return NULL;
  data = g_try_malloc (status->size + 1);
  /* One byte more is asked for: the size that the zip gives may be a lie. */
  whole = data != NULL && zip_fread (file, data, status->size + 1) == (zip_int64_t) status->size;
  zip_fclose (file);
  if (whole)
    return g_bytes_new_take (data, status->size);
  g_free (data);
  return NULL;
}

/* Reads all files of a zip into a table from name to GBytes. */
gboolean
_mp_zip_read (const char *data, gsize length, GHashTable *files, GError **error)
{
  zip_error_t failure;
  zip_source_t *source;
  zip_t *archive;
  guint64 total = 0;
  gboolean good = TRUE;

  zip_error_init (&failure);
  source = zip_source_buffer_create (data, length, 0, &failure);
  archive = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, &failure) : NULL;
  if (archive == NULL)
    {
      set_error (error, zip_error_strerror (&failure));
      zip_source_free (source);
      zip_error_fini (&failure);
      return FALSE;
    }
  for (zip_int64_t i = 0; good && i < zip_get_num_entries (archive, 0); i++)
    {
      zip_stat_t status;
      GBytes *bytes;

      good = i < MP_EXPORT_MOST_CASES + 1 && zip_stat_index (archive, (zip_uint64_t) i, 0, &status) == 0
             && (status.valid & (ZIP_STAT_SIZE | ZIP_STAT_NAME)) == (ZIP_STAT_SIZE | ZIP_STAT_NAME)
             && status.size <= MOST_BYTES && (total += status.size) <= MOST_BYTES;
      if (!good)
        {
          set_error (error, _("it holds more than an export does, or is damaged"));
          break;
        }
      bytes = read_file (archive, i, &status);
      if (bytes != NULL)
        g_hash_table_insert (files, g_utf8_make_valid (status.name, -1), bytes);
      else
        good = set_error (error, _("a file in it is damaged"));
    }
  zip_discard (archive);
  zip_error_fini (&failure);
  return good;
}
