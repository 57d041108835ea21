/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A zip in memory: nothing of a case goes through a temporary file. */

#include "mp-move-private.h"

#include <glib/gi18n-lib.h>
#include <zip.h>

#define MOST_BYTES ((guint64) 1 << 30) /* of all files together: a small zip may hold a huge one */

struct _MpZip {
  zip_t *archive;
  GPtrArray *names; /* of its files, as they stand in it: nothing is ever written under them */
};

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

/* FALSE: no export, for whom a name says one thing and a size another, or there is no end of them. */
static gboolean
look_through (MpZip *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint64 total = 0;

  for (zip_int64_t i = 0; i < zip_get_num_entries (self->archive, 0); i++)
    {
      zip_stat_t status;

      if (i > MP_EXPORT_MOST_CASES || zip_stat_index (self->archive, (zip_uint64_t) i, ZIP_FL_ENC_RAW, &status) != 0
          || (status.valid & (ZIP_STAT_SIZE | ZIP_STAT_NAME)) != (ZIP_STAT_SIZE | ZIP_STAT_NAME)
          || status.size > MOST_BYTES || (total += status.size) > MOST_BYTES)
        return set_error (error, _("it holds more than an export does, or is damaged"));
      g_ptr_array_add (self->names, g_strdup (status.name));
      if (!g_hash_table_add (seen, g_ptr_array_index (self->names, self->names->len - 1)))
        return set_error (error, _("two files in it have the same name"));
    }
  return TRUE;
}

/* A zip in memory, whose files are read one at a time. The bytes must live as long. */
MpZip *
_mp_zip_open (const char *data, gsize length, GError **error)
{
  MpZip *self = g_new0 (MpZip, 1);
  zip_error_t failure;
  zip_source_t *source;

  zip_error_init (&failure);
  source = zip_source_buffer_create (data, length, 0, &failure);
  self->archive = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, &failure) : NULL;
  self->names = g_ptr_array_new_with_free_func (g_free);
  if (self->archive == NULL)
    {
      set_error (error, zip_error_strerror (&failure));
      zip_source_free (source);
    }
  zip_error_fini (&failure);
  if (self->archive != NULL && look_through (self, error))
    return self;
  _mp_zip_free (self);
  return NULL;
}

void
_mp_zip_free (MpZip *self)
{
  if (self->archive != NULL)
    zip_discard (self->archive);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/* (element-type utf8) (transfer none): in the order of the zip */
GPtrArray *
_mp_zip_get_names (MpZip *self)
{
  return self->names;
}

/* One file. NULL: it is not there, larger than it may be, or damaged, which *problem says. */
GBytes *
_mp_zip_read (MpZip *self, const char *name, guint64 most, char **problem)
{
  zip_int64_t number = zip_name_locate (self->archive, name, ZIP_FL_ENC_RAW);
  zip_file_t *file;
  zip_stat_t status;
  guint8 *data;
  gboolean whole;

  if (number < 0 || zip_stat_index (self->archive, (zip_uint64_t) number, 0, &status) != 0)
    {
      *problem = g_strdup_printf (_("the zip has no file “%s”"), name);
      return NULL;
    }
  if (status.size > most)
    {
      *problem = g_strdup (_("a case has at most 64 MiB"));
      return NULL;
    }
  file = zip_fopen_index (self->archive, (zip_uint64_t) number, 0);
  data = file != NULL ? g_try_malloc (status.size + 1) : NULL;
  /* One byte more is asked for: the size that the zip gives may be a lie. */
  whole = data != NULL && zip_fread (file, data, status.size + 1) == (zip_int64_t) status.size;
  if (file != NULL)
    zip_fclose (file);
  if (whole)
    return g_bytes_new_take (data, status.size);
  g_free (data);
  *problem = g_strdup_printf (_("the file “%s” in the zip is damaged or encrypted"), name);
  return NULL;
}
