/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "fixture.h"
#include "mp-backup.h"
#include "mp-hold.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534
#define ARCHIVE_ALL "--archive-all" /* this program as another one */

static const char *own_path;

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
  g_autofree char *of_id = g_strconcat ("reported ", id, NULL), *of_other = g_strconcat ("reported ", other, NULL);
  g_autofree char *left = NULL, *kept = NULL, *page = NULL;

  g_assert_true (mp_store_set_setting (store, of_id, "1", &error) && mp_store_set_setting (store, of_other, "1", &error));
  g_assert_true (mp_store_set_setting (store, "page", "money", &error));
  g_assert_true (mp_store_delete (store, id, &error));
  g_assert_true (mp_store_erase_old (store, 1, &error));
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_BIN), ==, 1);
  g_assert_true (mp_store_erase (store, id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_BIN), ==, 0);
  left = mp_store_get_setting (store, of_id, &error);
  kept = mp_store_get_setting (store, of_other, &error);
  page = mp_store_get_setting (store, "page", &error);
  g_assert_null (left);
  g_assert_cmpstr (kept, ==, "1");
  g_assert_cmpstr (page, ==, "money");
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);
      g_autofree char *content = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &content, &size, &error));
      g_assert_null (memmem (content, size, "Quixotequixote", strlen ("Quixotequixote")));
      g_assert_null (memmem (content, size, "quixotequixote", strlen ("quixotequixote")));
      g_assert_null (memmem (content, size, id, strlen (id)));
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

  /* An amount without quotation marks stays what it was. */
  text = make_document ("Alex", "WI", " \"ssdi\": {\"amounts\": [{\"from\": \"2025-12\", \"monthly\": 640.1}]},", "First job");
  g_free (save (store, id, text));
  g_clear_pointer (&text, g_free);
  g_assert_true (mp_store_rename (store, id, "Alex \"Sasha\" O'Neil", &error));
  g_assert_no_error (error);
  entries = list (store, NULL, MP_STORE_SHELF_PEOPLE);
  g_assert_cmpstr (((MpStoreEntry *) g_ptr_array_index (entries, 0))->name, ==, "Alex \"Sasha\" O'Neil");
  g_assert_cmpuint (count (store, "sasha", MP_STORE_SHELF_PEOPLE), ==, 1);
  bytes = mp_store_load (store, id, NULL, &error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "\"name\": \"Alex \\\"Sasha\\\" O'Neil\""));
  g_assert_nonnull (strstr (text, "1990-05-14"));
  g_assert_nonnull (strstr (text, "\"monthly\": 640.1\n"));
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
      g_assert_null (mp_store_save (store, NULL, NULL, bad[i], &error));
      g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID);
    }
  {
    g_autoptr (GError) error = NULL;
    g_assert_null (mp_store_save (store, "nobody", NULL, good, &error));
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

/* A newer Milepost may have added what this one does not know: look, and change nothing. */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *document = make_document ("Alex", "WI", "", "First job");
  g_autofree char *id = NULL;

  {
    g_autoptr (MpStore) store = open_store (fixture);
    id = save (store, NULL, document);
    g_assert_false (mp_store_get_read_only (store));
    g_assert_null (mp_store_get_notice (store));
    g_assert_true (_mp_store_run (store, "PRAGMA user_version = 7; ALTER TABLE people ADD COLUMN color TEXT", &error));
  }
  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_autofree char *same = NULL;

    g_assert_true (mp_store_get_read_only (store));
    g_assert_nonnull (strstr (mp_store_get_notice (store), "a newer Milepost (schema 7, this one knows 2)"));
    assert_document (store, id, document, 1);
    g_assert_cmpuint (count (store, "alex", MP_STORE_SHELF_PEOPLE), ==, 1);
    same = mp_store_save (store, NULL, NULL, document, &error);
    g_assert_null (same);
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NEWER);
    g_clear_error (&error);
    g_assert_false (mp_store_delete (store, id, &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NEWER);
    g_clear_error (&error);
    g_assert_false (mp_store_set_setting (store, "page", "x", &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NEWER);
    g_clear_error (&error);
  }
  {
    g_autoptr (MpStore) store = open_store (fixture);
    sqlite3_exec (store->database, "PRAGMA query_only = OFF; ALTER TABLE people RENAME TO persons", NULL, NULL, NULL);
  }
  assert_refused (fixture->path, MP_STORE_ERROR_NEWER, "a newer Milepost");
}

/* Refused, or opened to read what is left: never to be written, and the person is told. */
static void
assert_damaged (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = mp_store_open (path, &error);

  if (store != NULL)
    {
      g_autofree char *document = make_document ("New", "WI", "", "");
      g_autofree char *id = NULL;

      g_assert_true (mp_store_get_read_only (store));
      g_assert_nonnull (strstr (mp_store_get_notice (store), "is damaged"));
      id = mp_store_save (store, NULL, NULL, document, &error);
      g_assert_null (id);
    }
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, "backup"));
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
  assert_damaged (fixture->path);
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
  assert_damaged (fixture->path);
}

/* One byte of a good file changed: refused, or the case named as damaged, or the very document that
 * was saved; never a crash and never another amount. */
static void
test_any_byte (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) good = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  {
    g_autoptr (MpStore) store = open_store (fixture);
    for (guint i = 0; i < 5; i++)
      {
        g_autofree char *name = g_strdup_printf ("Person %u", i);
        g_autofree char *id = add_person (store, name);

        g_hash_table_add (good, mp_store_load (store, id, NULL, &error));
      }
  }
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, &error));
  for (guint i = 0; i < 400; i++)
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
          if (document != NULL)
            g_assert_nonnull (g_hash_table_lookup (good, document));
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
          || !_mp_store_run (store, "UPDATE people SET summary = x'00'; DELETE FROM states", NULL))
        _exit (1);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
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
  g_assert_null (mp_store_save (store, id, NULL, large, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "is full"));
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
  g_assert_null (mp_store_save (other, NULL, NULL, document, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpuint (count (other, NULL, MP_STORE_SHELF_PEOPLE), ==, 0); /* reading goes on */
  g_assert_false (_mp_store_end (store, FALSE, &error));
  id = save (other, NULL, document);
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_PEOPLE), ==, 1);
}

/* Two programs have one case open: the second to save is told, and nothing is written over. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) one = open_store (fixture);
  g_autoptr (MpStore) two = open_store (fixture);
  g_autofree char *first = make_document ("Alex", "WI", "", "First job");
  g_autofree char *ones = make_document ("Alex", "WI", "", "By one");
  g_autofree char *twos = make_document ("Alex", "WI", "", "By two");
  g_autofree char *id = save (one, NULL, first), *saved = NULL, *again = NULL, *same = NULL;
  gint64 seen_by_one, seen_by_two;
  g_autoptr (GError) error = NULL;

  g_bytes_unref (mp_store_load (one, id, &seen_by_one, &error));
  g_bytes_unref (mp_store_load (two, id, &seen_by_two, &error));
  saved = mp_store_save (one, id, &seen_by_one, ones, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seen_by_one, ==, 2);
  again = mp_store_save (two, id, &seen_by_two, twos, &error);
  g_assert_null (again);
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (seen_by_two, ==, 1);
  assert_document (two, id, ones, 2);
  /* The very same text again is no conflict: a save whose answer was lost may be repeated. */
  same = mp_store_save (two, id, &seen_by_two, ones, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seen_by_two, ==, 2);
  /* The counselor chose their own after having seen both; the other's stays in the history. */
  again = mp_store_save (two, id, &seen_by_two, twos, &error);
  g_assert_no_error (error);
  assert_document (one, id, twos, 3);
}

static void
note_change (MpStore *store, const char *person_id, GPtrArray *changes)
{
  g_ptr_array_add (changes, g_strdup (person_id));
}

/* The list is read once and kept, and still shows what another program does. */
/* A case is open to be changed in one window, of whichever program; one that was killed holds nothing. */
static void
test_hold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) one = open_store (fixture);
  g_autoptr (MpStore) two = open_store (fixture);
  g_autofree char *alex = add_person (one, "Alex"), *jo = add_person (one, "Jo");
  g_autoptr (MpHold) first = mp_store_hold (one, alex), second = mp_store_hold (two, alex), other = mp_store_hold (two, jo);
  g_autofree char *path = g_strconcat (fixture->path, "-open", NULL);
  GStatBuf status;
  gint code;
  pid_t child;

  g_assert_nonnull (first);
  g_assert_null (second);
  g_assert_nonnull (other);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, ==, 0); /* nothing about anybody */
  g_clear_pointer (&first, mp_hold_free);
  second = mp_store_hold (two, alex);
  g_assert_nonnull (second);
  g_clear_pointer (&second, mp_hold_free);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (mp_store_hold (one, alex) != NULL)
        kill (getpid (), SIGKILL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &code, 0), ==, child);
  g_assert_true (WIFSIGNALED (code));
  first = mp_store_hold (one, alex);
  g_assert_nonnull (first);
}

/* What another program does, whose locks are its own. */
static int
archive_all (const char *path)
{
  g_autoptr (MpStore) store = mp_store_open (path, NULL);

  return store == NULL || !_mp_store_run (store, "UPDATE people SET archived = 1", NULL);
}

/* A file chooser opens and closes the database, as it does every file it lists, and with that SQLite's locks are gone. The
 * next program to close the database must not take the log away all the same. */
static void
test_keep_locks (Fixture *fixture, gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex"), *log = g_strconcat (fixture->path, "-wal", NULL);
  gint code;
  pid_t child;

  mp_store_keep_locks (store);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL), *content = NULL;

      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
    }
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      execl (own_path, own_path, ARCHIVE_ALL, fixture->path, NULL);
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, &code, 0), ==, child);
  g_assert_true (WIFEXITED (code) && WEXITSTATUS (code) == 0);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (mp_store_poll (store));
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_ARCHIVE), ==, 1);
  g_assert_true (mp_store_unarchive (store, id, NULL));
  /* It closes in order, so that the next one need not look everything through. */
  g_clear_object (&store);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_poll (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) one = open_store (fixture);
  g_autoptr (MpStore) two = open_store (fixture);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *id = add_person (one, "Alex"), *other = NULL;

  g_assert_cmpuint (count (two, NULL, MP_STORE_SHELF_PEOPLE), ==, 1);
  g_assert_false (mp_store_poll (two));
  g_signal_connect (two, "changed", G_CALLBACK (note_change), changes);
  other = add_person (one, "Jo");
  g_assert_true (mp_store_poll (two));
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_null (g_ptr_array_index (changes, 0));
  g_assert_false (mp_store_poll (two));
  g_assert_cmpuint (count (two, NULL, MP_STORE_SHELF_PEOPLE), ==, 2);
  g_assert_true (mp_store_delete (one, id, NULL));
  g_assert_cmpuint (count (two, NULL, MP_STORE_SHELF_PEOPLE), ==, 1);
  g_assert_true (mp_store_undelete (two, id, NULL));
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (changes, 1), ==, id);
  g_assert_cmpuint (count (two, NULL, MP_STORE_SHELF_PEOPLE), ==, 2);
}

/* What is kept of the list after single changes is what reading it anew gives. */
static void
test_list_follows (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Mia", "Alex", "Zoe", "Kim", "Mia", "" };
  g_autoptr (MpStore) store = open_store (fixture);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) kept = NULL, anew = NULL;

  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_PEOPLE), ==, 0);
  for (guint i = 0; i < 200; i++)
    if (ids->len < G_N_ELEMENTS (names))
      g_ptr_array_add (ids, add_person (store, names[ids->len]));
    else
      {
        g_autofree char *name = g_strdup_printf ("%c%u", 'A' + (char) (i % 26), i);
        g_assert_true (mp_store_rename (store, g_ptr_array_index (ids, i % ids->len), name, NULL));
      }
  kept = list (store, NULL, MP_STORE_SHELF_PEOPLE);
  _mp_store_forget_rows (store);
  anew = list (store, NULL, MP_STORE_SHELF_PEOPLE);
  g_assert_cmpuint (kept->len, ==, G_N_ELEMENTS (names));
  g_assert_cmpuint (anew->len, ==, kept->len);
  for (guint i = 0; i < kept->len; i++)
    {
      const MpStoreEntry *x = g_ptr_array_index (kept, i), *y = g_ptr_array_index (anew, i);

      g_assert_cmpstr (x->person_id, ==, y->person_id);
      g_assert_cmpstr (x->name, ==, y->name);
      g_assert_cmpint (x->revision, ==, y->revision);
      g_assert_cmpuint (count (store, x->name, MP_STORE_SHELF_PEOPLE), >=, 1);
    }
}

static void
test_archive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autoptr (MpStoreEntry) entry = NULL;

  g_assert_true (mp_store_archive (store, id, &error));
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_PEOPLE), ==, 0);
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_ARCHIVE), ==, 1);
  g_assert_false (mp_store_archive (store, id, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (mp_store_delete (store, id, &error));
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_ARCHIVE), ==, 0);
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_BIN), ==, 1);
  g_assert_true (mp_store_undelete (store, id, &error));
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_ARCHIVE), ==, 1);
  g_assert_true (mp_store_unarchive (store, id, &error));
  g_assert_true (mp_store_mark_opened (store, id, &error));
  g_assert_true (mp_store_mark_sample (store, id, TRUE, &error));
  entry = mp_store_find (store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ABS (entry->opened - g_get_real_time () / G_USEC_PER_SEC), <=, 60);
  g_assert_true (entry->sample);
  g_assert_cmpint (entry->archived, ==, 0);
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_ALL), ==, 1);
}

/* Alex's sample: SSDI stops in June 2027, as the picture in doc/ shows it. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data", "samples", "alex-both-benefits.milepost", NULL);
  g_autofree char *document = NULL, *id = NULL;
  g_autoptr (MpStoreEntry) entry = NULL;
  const MpStoreChange *change;
  gboolean stops = FALSE;

  g_assert_true (g_file_get_contents (path, &document, NULL, &error));
  id = save (store, NULL, document);
  entry = mp_store_find (store, id, &error);
  g_assert_cmpstr (entry->plan, ==, "20, 30, then 35 hours");
  for (guint i = 0; i < entry->n_changes; i++)
    stops |= entry->changes[i].month == mp_month (2027, 6) && entry->changes[i].code == MP_EVENT_SUSPENSION;
  g_assert_true (stops);
  change = mp_store_entry_next_change (entry, mp_month (2027, 4));
  g_assert_nonnull (change);
  g_assert_cmpint (change->code, ==, MP_EVENT_GRACE_END);
  g_assert_cmpint (change->month, ==, mp_month (2027, 5));
  g_assert_null (mp_store_entry_next_change (entry, mp_month (2100, 1)));
}

/* A program that ended in the middle leaves its log: then everything is looked through. */
static void
test_unclean (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  pid_t child = fork ();
  gint status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      MpStore *store = mp_store_open (fixture->path, NULL);

      /* A state of nobody: an integrity check finds nothing wrong with it, a foreign key check does. */
      if (store == NULL || !_mp_store_run (store, "PRAGMA foreign_keys = OFF;"
                                           "INSERT INTO states (person, revision, saved, document) VALUES (99, 1, 1, x'00')", NULL))
        _exit (1);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  /* and so does whoever comes next: what is damaged stays damaged */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MpStore) store = open_store (fixture);
      g_assert_nonnull (mp_store_get_notice (store));
      g_assert_nonnull (strstr (mp_store_get_notice (store), "a row belongs to nobody"));
    }
}

/* A file that was closed in order is not looked through again: that takes its time, and the daily backup does it. */
static void
test_clean (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_autofree char *id = add_person (store, "Alex");

    g_assert_true (_mp_store_run (store, "PRAGMA foreign_keys = OFF;"
                                  "INSERT INTO states (person, revision, saved, document) VALUES (99, 1, 1, x'00')", &error));
  }
  {
    g_autoptr (MpStore) store = open_store (fixture);

    g_assert_null (mp_store_get_notice (store));
    path = mp_store_back_up_today (store, &error);
    g_assert_null (path);
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_DAMAGED);
  }
}

static void
assert_holds_schema (const char *path, gint schema)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "PRAGMA user_version", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (statement, 0), ==, schema);
  sqlite3_finalize (statement);
  sqlite3_close (database);
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
      g_autoptr (GPtrArray) entries = NULL, backups = NULL;
      const MpStoreEntry *entry;
      gsize size;

      g_assert_true (g_file_get_contents (sample, &content, &size, &error));
      write_file (fixture->path, content, (gssize) size);
      store = open_store (fixture);
      g_assert_null (mp_store_get_notice (store));
      entries = list (store, NULL, MP_STORE_SHELF_PEOPLE);
      g_assert_cmpuint (entries->len, ==, 1);
      entry = g_ptr_array_index (entries, 0);
      g_assert_cmpstr (entry->name, ==, "Alex");
      g_assert_cmpstr (entry->benefits, ==, "SSDI+SSI");
      g_assert_cmpuint (count (store, "no work", MP_STORE_SHELF_PEOPLE), ==, 1);
      g_assert_cmpuint (count (store, "jo", MP_STORE_SHELF_BIN), ==, 1);
      setting = mp_store_get_setting (store, "page", &error);
      g_assert_cmpstr (setting, ==, "facts");
      backups = mp_store_list_backups (store, &error);
      g_assert_cmpuint (backups->len, ==, schema < MP_STORE_SCHEMA ? 1 : 0);
      if (backups->len > 0)
        assert_holds_schema (((const MpBackup *) g_ptr_array_index (backups, 0))->path, schema);
      g_assert_true (_mp_store_check_whole (store, TRUE, &error));
      fixture_tear_down (fixture, NULL);
      fixture_set_up (fixture, NULL);
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
    { "/store/not-a-store", test_not_a_store },
    { "/store/newer", test_newer },
    { "/store/damaged", test_damaged },
    { "/store/any-byte", test_any_byte },
    { "/store/crash", test_crash },
    { "/store/read-only", test_read_only },
    { "/store/full", test_full },
    { "/store/busy", test_busy },
    { "/store/conflict", test_conflict },
    { "/store/hold", test_hold },
    { "/store/keep-locks", test_keep_locks },
    { "/store/poll", test_poll },
    { "/store/list-follows", test_list_follows },
    { "/store/archive", test_archive },
    { "/store/changes", test_changes },
    { "/store/unclean", test_unclean },
    { "/store/clean", test_clean },
    { "/store/old-schemas", test_old_schemas },
  };

  if (argc == 3 && g_str_equal (argv[1], ARCHIVE_ALL))
    return archive_all (argv[2]);
  own_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("MP_STORE_SAMPLE") != NULL)
    {
      write_sample (g_getenv ("MP_STORE_SAMPLE"));
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  g_test_add_func ("/store/default-path", test_default_path);
  return g_test_run ();
}
