/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("milepost-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "caseload", "milepost.db", NULL);
}

void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

MpStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MpStore *store = mp_store_open (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

char *
make_document (const char *name, const char *state, const char *benefits, const char *title)
{
  return g_strdup_printf ("{\"format\": \"milepost-case\", \"version\": 1, \"title\": \"%s\", \"notes\": \"likes TRAINS\",\n"
                          " \"beneficiary\": {\"name\": \"%s\", \"birth_date\": \"1990-05-14\", \"state\": \"%s\"},%s\n"
                          " \"projection\": {\"start\": \"2026-01\", \"months\": 60},\n"
                          " \"scenarios\": [{\"name\": \"Full time from March\"}, {\"name\": \"No work\"}]}",
                          title, name, state, benefits);
}

char *
save (MpStore *store, const char *id, const char *document)
{
  g_autoptr (GError) error = NULL;
  char *saved = mp_store_save (store, id, NULL, document, &error);

  g_assert_no_error (error);
  g_assert_nonnull (saved);
  return saved;
}

char *
add_person (MpStore *store, const char *name)
{
  g_autofree char *document = make_document (name, "WI", " \"ssdi\": {\"basis\": \"worker\"},", "First job");

  return save (store, NULL, document);
}

GPtrArray *
list (MpStore *store, const char *search, MpStoreShelf shelf)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = mp_store_list (store, search, shelf, &error);

  g_assert_no_error (error);
  g_assert_nonnull (entries);
  return entries;
}

guint
count (MpStore *store, const char *search, MpStoreShelf shelf)
{
  g_autoptr (GPtrArray) entries = list (store, search, shelf);

  return entries->len;
}

void
assert_document (MpStore *store, const char *id, const char *document, gint64 revision)
{
  g_autoptr (GError) error = NULL;
  gint64 found;
  g_autoptr (GBytes) bytes = mp_store_load (store, id, &found, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), document, strlen (document));
  g_assert_cmpint (found, ==, revision);
}

void
assert_refused (const char *path, MpStoreError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = mp_store_open (path, &error);

  g_assert_null (store);
  g_assert_error (error, MP_STORE_ERROR, (gint) code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, words));
}

void
write_file (const char *path, const char *content, gssize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, size, &error));
  g_assert_no_error (error);
}
