/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "mp-store-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("milepost-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "caseload", "milepost.db", NULL);
}

static void
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

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static MpStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MpStore *store = mp_store_open (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static char *
make_document (const char *name, const char *state, const char *benefits, const char *title)
{
  return g_strdup_printf ("{\"format\": \"milepost-case\", \"version\": 1, \"title\": \"%s\", \"notes\": \"likes TRAINS\",\n"
                          " \"beneficiary\": {\"name\": \"%s\", \"birth_date\": \"1990-05-14\", \"state\": \"%s\"},%s\n"
                          " \"projection\": {\"start\": \"2026-01\", \"months\": 60},\n"
                          " \"scenarios\": [{\"name\": \"Full time from March\"}, {\"name\": \"No work\"}]}",
                          title, name, state, benefits);
}

static char *
save (MpStore *store, const char *id, const char *document)
{
  g_autoptr (GError) error = NULL;
  char *saved = mp_store_save (store, id, document, &error);

  g_assert_no_error (error);
  g_assert_nonnull (saved);
  return saved;
}

static char *
add_person (MpStore *store, const char *name)
{
  g_autofree char *document = make_document (name, "WI", " \"ssdi\": {\"basis\": \"worker\"},", "First job");

  return save (store, NULL, document);
}

static GPtrArray *
list (MpStore *store, const char *search, MpStoreShelf shelf)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = mp_store_list (store, search, shelf, &error);

  g_assert_no_error (error);
  g_assert_nonnull (entries);
  return entries;
}

static guint
count (MpStore *store, const char *search, MpStoreShelf shelf)
{
  g_autoptr (GPtrArray) entries = list (store, search, shelf);

  return entries->len;
}

static void
assert_document (MpStore *store, const char *id, const char *document, gint64 revision)
{
  g_autoptr (GError) error = NULL;
  gint64 found;
  g_autoptr (GBytes) bytes = mp_store_load (store, id, &found, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), document, strlen (document));
  g_assert_cmpint (found, ==, revision);
}

static void
assert_refused (const char *path, MpStoreError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = mp_store_open (path, &error);

  g_assert_null (store);
  g_assert_error (error, MP_STORE_ERROR, (gint) code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *id = add_person (store, "Alex");
  g_autoptr (GPtrArray) nobody = list (store, "nobody at all", MP_STORE_SHELF_PEOPLE);
  struct stat status;

  g_assert_cmpuint (nobody->len, ==, 0);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = make_document ("Alex", "WI", " \"ssdi\": {}, \"ssi\": {},", "First job");
  g_autofree char *second = make_document ("Alex B.", "OH", " \"ssi\": {},", "Second job");
  g_autofree char *id = NULL, *same = NULL;

  {
    g_autoptr (MpStore) store = open_store (fixture);
    id = save (store, NULL, first);
    assert_document (store, id, first, 1);
    same = save (store, id, second);
    g_assert_cmpstr (same, ==, id);
  }
  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_autoptr (GPtrArray) entries = list (store, NULL, MP_STORE_SHELF_PEOPLE);
    const MpStoreEntry *entry;

    assert_document (store, id, second, 2);
    g_assert_cmpuint (entries->len, ==, 1);
    entry = g_ptr_array_index (entries, 0);
    g_assert_cmpstr (entry->person_id, ==, id);
    g_assert_cmpstr (entry->name, ==, "Alex B.");
    g_assert_cmpstr (entry->state, ==, "OH");
    g_assert_cmpstr (entry->benefits, ==, "SSI");
    g_assert_cmpstr (entry->title, ==, "Second job");
    g_assert_cmpint (entry->revision, ==, 2);
    g_assert_cmpint (entry->deleted, ==, 0);
    g_assert_cmpint (ABS (entry->updated - g_get_real_time () / G_USEC_PER_SEC), <=, 60);
  }
}

static void
test_benefits (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *keys, *benefits; } cases[] = {
    { "", "" }, { " \"ssdi\": {},", "SSDI" }, { " \"ssi\": {},", "SSI" },
    { " \"ssdi\": {}, \"ssi\": {}, \"ticket\": {},", "SSDI+SSI" }, { " \"ssdi\": null, \"ssi\": {},", "SSI" },
  };
  g_autoptr (MpStore) store = open_store (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      g_autofree char *document = make_document (name, "WI", cases[i].keys, "");
      g_autofree char *id = save (store, NULL, document);
      g_autoptr (GPtrArray) entries = list (store, name, MP_STORE_SHELF_PEOPLE);

      g_assert_cmpuint (entries->len, ==, 1);
      g_assert_cmpstr (((MpStoreEntry *) g_ptr_array_index (entries, 0))->benefits, ==, cases[i].benefits);
    }
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *jo = add_person (store, "JOSÉ Núñez");
  g_autofree char *alex = add_person (store, "Alex Straße");
  g_autoptr (GPtrArray) all = list (store, "", MP_STORE_SHELF_PEOPLE);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((MpStoreEntry *) g_ptr_array_index (all, 0))->name, ==, "Alex Straße");
  g_assert_cmpuint (count (store, "josé", MP_STORE_SHELF_PEOPLE), ==, 1);
  g_assert_cmpuint (count (store, "jose\xcc\x81 NÚÑEZ", MP_STORE_SHELF_PEOPLE), ==, 1);
  g_assert_cmpuint (count (store, "núñez  josé ", MP_STORE_SHELF_PEOPLE), ==, 1);
  g_assert_cmpuint (count (store, "STRASSE", MP_STORE_SHELF_PEOPLE), ==, 1);
  g_assert_cmpuint (count (store, "first JOB", MP_STORE_SHELF_PEOPLE), ==, 2);
  g_assert_cmpuint (count (store, "full time", MP_STORE_SHELF_PEOPLE), ==, 2);
  g_assert_cmpuint (count (store, "trains", MP_STORE_SHELF_PEOPLE), ==, 2);
  g_assert_cmpuint (count (store, "alex josé", MP_STORE_SHELF_PEOPLE), ==, 0);
  g_assert_cmpuint (count (store, "%", MP_STORE_SHELF_PEOPLE), ==, 0);
  g_assert_cmpuint (count (store, "'; DROP TABLE people; --", MP_STORE_SHELF_PEOPLE), ==, 0);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");

  g_assert_true (mp_store_delete (store, id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_PEOPLE), ==, 0);
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_BIN), ==, 1);
  g_assert_false (mp_store_delete (store, id, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (mp_store_undelete (store, id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_PEOPLE), ==, 1);
  g_assert_false (mp_store_erase (store, id, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND);
}

/* Nothing of somebody erased may be read in the file or in its log. */
static void
test_erase (Fixture *fixture, gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Quixotequixote");
  g_autofree char *other = add_person (store, "Sanchosancho");

  g_assert_true (mp_store_delete (store, id, &error));
  g_assert_true (mp_store_erase_old (store, 1, &error));
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_BIN), ==, 1);
  g_assert_true (mp_store_erase (store, id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_BIN), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);
      g_autofree char *content = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &content, &size, &error));
      g_assert_null (memmem (content, size, "Quixotequixote", strlen ("Quixotequixote")));
      g_assert_null (memmem (content, size, "quixotequixote", strlen ("quixotequixote")));
      g_assert_true (i > 0 || memmem (content, size, "Sanchosancho", strlen ("Sanchosancho")) != NULL);
    }
  g_assert_true (mp_store_delete (store, other, &error));
  g_assert_true (mp_store_erase_old (store, G_MAXINT64, &error));
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_BIN), ==, 0);
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *text = NULL;

  g_assert_true (mp_store_rename (store, id, "Alex \"Sasha\" O'Neil", &error));
  g_assert_no_error (error);
  entries = list (store, NULL, MP_STORE_SHELF_PEOPLE);
  g_assert_cmpstr (((MpStoreEntry *) g_ptr_array_index (entries, 0))->name, ==, "Alex \"Sasha\" O'Neil");
  g_assert_cmpuint (count (store, "sasha", MP_STORE_SHELF_PEOPLE), ==, 1);
  bytes = mp_store_load (store, id, NULL, &error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "\"name\":\"Alex \\\"Sasha\\\" O'Neil\""));
  g_assert_nonnull (strstr (text, "1990-05-14"));
  g_assert_false (mp_store_rename (store, "nobody", "X", &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND);
}

static void
test_refuse_document (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "", "{", "[]", "null", "{\"format\": \"milepost-projection\"}", "\xff",
                                     "{\"format\": \"milepost-case\"} x" };
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *good = make_document ("Alex", "WI", "", "");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (mp_store_save (store, NULL, bad[i], &error));
      g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID);
    }
  {
    g_autoptr (GError) error = NULL;
    g_assert_null (mp_store_save (store, "nobody", good, &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND);
  }
  {
    g_autoptr (GError) error = NULL;
    g_assert_null (mp_store_load (store, "nobody", NULL, &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND);
  }
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_PEOPLE), ==, 0);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_assert_null (mp_store_get_setting (store, "page", &error));
    g_assert_no_error (error);
    g_assert_true (mp_store_set_setting (store, "page", "facts", &error));
    g_assert_true (mp_store_set_setting (store, "page", "money", &error));
    g_assert_true (mp_store_set_setting (store, "other", "", &error));
  }
  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_autofree char *page = mp_store_get_setting (store, "page", &error);
    g_autofree char *other = mp_store_get_setting (store, "other", &error);

    g_assert_cmpstr (page, ==, "money");
    g_assert_cmpstr (other, ==, "");
    g_assert_true (mp_store_set_setting (store, "page", NULL, &error));
    g_assert_null (mp_store_get_setting (store, "page", &error));
    g_assert_no_error (error);
  }
}

static void
test_back_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  struct stat status;

  g_assert_true (mp_store_back_up (store, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_false (mp_store_back_up (store, path, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  {
    g_autoptr (MpStore) copy = mp_store_open (path, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (count (copy, "alex", MP_STORE_SHELF_PEOPLE), ==, 1);
  }
}

static void
write_file (const char *path, const char *content, gssize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, size, &error));
  g_assert_no_error (error);
}

static void
test_not_a_store (Fixture *fixture, gconstpointer data)
{
  sqlite3 *database;

  write_file (fixture->path, "This is a shopping list and no database, long enough to be one though.\n", -1);
  assert_refused (fixture->path, MP_STORE_ERROR_NOT_STORE, "is not a Milepost database");
  g_unlink (fixture->path);
  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "CREATE TABLE bookmarks (url TEXT)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
  assert_refused (fixture->path, MP_STORE_ERROR_NOT_STORE, "another program");
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_autoptr (GError) error = NULL;
    g_assert_true (_mp_store_run (store, "PRAGMA user_version = 7", &error));
  }
  assert_refused (fixture->path, MP_STORE_ERROR_NEWER, "a newer Milepost (schema 7, this one knows 1)");
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  {
    g_autoptr (MpStore) store = open_store (fixture);
    for (guint i = 0; i < 50; i++)
      {
        g_autofree char *name = g_strdup_printf ("Person %u", i);
        g_autofree char *id = add_person (store, name);
      }
  }
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, &error));
  /* Pages after the first overwritten, as a failing disk does. */
  memset (content + 4096, 0x5a, size - 4096);
  write_file (fixture->path, content, (gssize) size);
  assert_refused (fixture->path, MP_STORE_ERROR_DAMAGED, "backup");
  /* Cut off in the middle, as an interrupted copy is. */
  g_clear_pointer (&content, g_free);
  g_unlink (fixture->path);
  {
    g_autoptr (MpStore) store = open_store (fixture);
    for (guint i = 0; i < 50; i++)
      {
        g_autofree char *name = g_strdup_printf ("Person %u", i);
        g_autofree char *id = add_person (store, name);
      }
  }
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, &error));
  write_file (fixture->path, content, (gssize) size / 2);
  assert_refused (fixture->path, MP_STORE_ERROR_DAMAGED, "backup");
}

/* One byte of a good file changed: refused or read, but never a crash and never half a case. */
static void
test_any_byte (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  {
    g_autoptr (MpStore) store = open_store (fixture);
    for (guint i = 0; i < 5; i++)
      {
        g_autofree char *name = g_strdup_printf ("Person %u", i);
        g_autofree char *id = add_person (store, name);
      }
  }
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, &error));
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *changed = g_memdup2 (content, size);
      g_autoptr (GError) refusal = NULL;
      g_autoptr (MpStore) store = NULL;
      g_autoptr (GPtrArray) entries = NULL;

      changed[g_test_rand_int_range (0, (gint32) size)] ^= (char) g_test_rand_int_range (1, 256);
      write_file (fixture->path, changed, (gssize) size);
      store = mp_store_open (fixture->path, &refusal);
      if (store != NULL)
        entries = mp_store_list (store, "person", MP_STORE_SHELF_PEOPLE, &refusal);
      g_assert_true (entries != NULL || (refusal != NULL && refusal->domain == MP_STORE_ERROR));
      for (guint j = 0; entries != NULL && j < entries->len; j++)
        {
          const MpStoreEntry *entry = g_ptr_array_index (entries, j);
          g_autoptr (GError) failure = NULL;
          g_autoptr (GBytes) document = mp_store_load (store, entry->person_id, NULL, &failure);

          g_assert_true (document != NULL || failure->domain == MP_STORE_ERROR);
        }
    }
}

/* The power fails in the middle of a save: the case is as it was before. */
static void
test_crash (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = make_document ("Alex", "WI", "", "First job");
  g_autofree char *id = NULL;
  pid_t child;
  gint status;

  {
    g_autoptr (MpStore) store = open_store (fixture);
    id = save (store, NULL, before);
  }
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      MpStore *store = mp_store_open (fixture->path, NULL);

      if (store == NULL || !_mp_store_begin (store, NULL)
          || !_mp_store_run (store, "UPDATE cases SET title = 'half'; DELETE FROM scenarios", NULL))
        _exit (1);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_autoptr (GPtrArray) entries = list (store, "no work", MP_STORE_SHELF_PEOPLE);

    assert_document (store, id, before, 1);
    g_assert_cmpuint (entries->len, ==, 1);
    g_assert_cmpstr (((MpStoreEntry *) g_ptr_array_index (entries, 0))->title, ==, "First job");
  }
}

/* In a process of somebody who may read the folder and not write to it. */
static void
assert_refused_as_nobody (const char *path)
{
  gint status;
  pid_t child;

  if (geteuid () != 0)
    {
      assert_refused (path, MP_STORE_ERROR_READ_ONLY, "Allow writing");
      return;
    }
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MpStore) store = NULL;

      if (setgid (NOBODY) != 0 || setuid (NOBODY) != 0)
        _exit (77);
      store = mp_store_open (path, &error);
      _exit (store == NULL && g_error_matches (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY)
             && strstr (error->message, path) != NULL && strstr (error->message, "Allow writing") != NULL ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("root here cannot become another user");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  assert_refused_as_nobody (fixture->path); /* nothing there, and nothing can be made */
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_autofree char *id = add_person (store, "Alex");
  }
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  assert_refused_as_nobody (fixture->path); /* neither the file nor its folder */
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  assert_refused_as_nobody (fixture->path); /* the file, but not the log beside it */
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_PEOPLE), ==, 1);
  }
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *small = make_document ("Alex", "WI", "", "First job");
  g_autofree char *title = g_strnfill (2000000, 'x');
  g_autofree char *large = make_document ("Alex", "WI", "", title);
  g_autofree char *id = save (store, NULL, small);
  g_autoptr (GError) error = NULL;

  /* The page limit of SQLite fails just as a full disk does. */
  g_assert_true (_mp_store_run (store, "PRAGMA max_page_count = 40", &error));
  g_assert_null (mp_store_save (store, id, large, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "the disk is full"));
  g_clear_error (&error);
  assert_document (store, id, small, 1);
  g_assert_cmpuint (count (store, "first job", MP_STORE_SHELF_PEOPLE), ==, 1);
  g_assert_true (_mp_store_run (store, "PRAGMA max_page_count = 100000", &error));
  {
    g_autofree char *same = save (store, id, large);
    assert_document (store, id, large, 2);
  }
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) store = open_store (fixture);
  g_autoptr (MpStore) other = open_store (fixture);
  g_autofree char *document = make_document ("Alex", "WI", "", "");
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  sqlite3_busy_timeout (other->database, 1);
  g_assert_true (_mp_store_begin (store, &error));
  g_assert_null (mp_store_save (other, NULL, document, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpuint (count (other, NULL, MP_STORE_SHELF_PEOPLE), ==, 0); /* reading goes on */
  g_assert_false (_mp_store_end (store, FALSE, &error));
  id = save (other, NULL, document);
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_PEOPLE), ==, 1);
}

/* Every schema there ever was opens, with all that is in it. */
static void
test_old_schemas (Fixture *fixture, gconstpointer data)
{
  for (gint schema = 1; schema <= MP_STORE_SCHEMA; schema++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("schema-%d.db", schema);
      g_autofree char *sample = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "tests", "store", "data", name, NULL);
      g_autofree char *content = NULL, *setting = NULL;
      g_autoptr (MpStore) store = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      const MpStoreEntry *entry;
      gsize size;

      g_assert_true (g_file_get_contents (sample, &content, &size, &error));
      write_file (fixture->path, content, (gssize) size);
      store = open_store (fixture);
      entries = list (store, NULL, MP_STORE_SHELF_PEOPLE);
      g_assert_cmpuint (entries->len, ==, 1);
      entry = g_ptr_array_index (entries, 0);
      g_assert_cmpstr (entry->name, ==, "Alex");
      g_assert_cmpstr (entry->benefits, ==, "SSDI+SSI");
      g_assert_cmpuint (count (store, "no work", MP_STORE_SHELF_PEOPLE), ==, 1);
      g_assert_cmpuint (count (store, "jo", MP_STORE_SHELF_BIN), ==, 1);
      setting = mp_store_get_setting (store, "page", &error);
      g_assert_cmpstr (setting, ==, "facts");
      g_unlink (fixture->path);
    }
}

/* MP_STORE_SAMPLE names a file: writes the sample of the present schema that test_old_schemas() reads. */
static void
write_sample (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = mp_store_open (path, &error);
  g_autofree char *alex = make_document ("Alex", "WI", " \"ssdi\": {}, \"ssi\": {},", "First job");
  g_autofree char *alex_id = NULL, *jo_id = NULL;

  g_assert_no_error (error);
  alex_id = save (store, NULL, alex);
  jo_id = add_person (store, "Jo");
  g_assert_true (mp_store_delete (store, jo_id, &error));
  g_assert_true (mp_store_set_setting (store, "page", "facts", &error));
}

static void
test_default_path (void)
{
  g_autofree char *path = mp_store_default_path ();

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/milepost/milepost.db"));
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/store/create", test_create },
    { "/store/keep", test_keep },
    { "/store/benefits", test_benefits },
    { "/store/search", test_search },
    { "/store/delete", test_delete },
    { "/store/erase", test_erase },
    { "/store/rename", test_rename },
    { "/store/refuse-document", test_refuse_document },
    { "/store/settings", test_settings },
    { "/store/back-up", test_back_up },
    { "/store/not-a-store", test_not_a_store },
    { "/store/newer", test_newer },
    { "/store/damaged", test_damaged },
    { "/store/any-byte", test_any_byte },
    { "/store/crash", test_crash },
    { "/store/read-only", test_read_only },
    { "/store/full", test_full },
    { "/store/busy", test_busy },
    { "/store/old-schemas", test_old_schemas },
  };

  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("MP_STORE_SAMPLE") != NULL)
    {
      write_sample (g_getenv ("MP_STORE_SAMPLE"));
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/store/default-path", test_default_path);
  return g_test_run ();
}
