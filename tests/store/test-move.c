/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cases on their way from one caseload to another. */

#include "fixture.h"
#include "mp-history.h"
#include "mp-move-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static char *
make_case (const char *name, const char *title)
{
  return g_strdup_printf ("{\"format\": \"milepost-case\", \"version\": 1, \"title\": \"%s\","
                          " \"beneficiary\": {\"name\": \"%s\", \"birth_date\": \"1990-05-14\", \"state\": \"WI\"},"
                          " \"ssdi\": {\"entitled_from\": \"2022-03\", \"amounts\": [{\"from\": \"2025-12\", \"monthly\": 1215.1}]},"
                          " \"projection\": {\"start\": \"2026-01\", \"months\": 12}, \"scenarios\": [{\"name\": \"No work\"}]}",
                          title, name);
}

static char *
add (MpStore *store, const char *name)
{
  g_autofree char *document = make_case (name, "First");

  return save (store, NULL, document);
}

static MpStore *
open_other (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  MpStore *store = mp_store_open (path, &error);

  g_assert_no_error (error);
  return store;
}

static char *
export (Fixture *fixture, MpStore *store, const char *const *ids, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (mp_store_export (store, ids, path, &error));
  g_assert_no_error (error);
  return path;
}

/* Counts what an import did of one kind; all of it is of that kind. */
static void
assert_import (MpStore *store, const char *path, gboolean preview, MpImportKind kind, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = mp_store_import (store, path, preview, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, n);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpint (((MpImportLine *) g_ptr_array_index (lines, i))->kind, ==, kind);
}

static void
test_round (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "all.jsonl", "all.zip" };
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *alex = add (store, "Alex");
  g_autofree char *jo = add (store, "Jö \\\"quoted\\\"");
  g_autofree char *deleted = add (store, "Deleted");
  g_autofree char *second = make_case ("Alex", "Second"), *same = save (store, alex, second);

  g_assert_true (mp_store_archive (store, jo, NULL));
  g_assert_true (mp_store_delete (store, deleted, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = export (fixture, store, NULL, names[i]);
      g_autofree char *database = g_strconcat (names[i], ".db", NULL);
      g_autoptr (MpStore) other = open_other (fixture, database);
      g_autoptr (MpStoreEntry) entry = NULL, archived = NULL;
      g_autoptr (GBytes) document = NULL;
      g_autofree char *text = NULL;
      struct stat status;

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
      assert_import (other, path, TRUE, MP_IMPORT_ADDED, 2);
      g_assert_cmpuint (count (other, NULL, MP_STORE_SHELF_ALL), ==, 0); /* a preview changes nothing */
      assert_import (other, path, FALSE, MP_IMPORT_ADDED, 2);
      entry = mp_store_find (other, alex, NULL);
      g_assert_cmpstr (entry->title, ==, "Second");
      g_assert_cmpint (entry->revision, ==, 2);
      archived = mp_store_find (other, jo, NULL);
      g_assert_cmpint (archived->archived, !=, 0);
      g_assert_cmpstr (archived->name, ==, "Jö \"quoted\"");
      document = mp_store_load (other, alex, NULL, NULL);
      text = g_strndup (g_bytes_get_data (document, NULL), g_bytes_get_size (document));
      g_assert_nonnull (strstr (text, "\"monthly\": 1215.1\n"));
      /* twice makes no doubles */
      assert_import (other, path, FALSE, MP_IMPORT_ALREADY, 2);
      assert_import (store, path, FALSE, MP_IMPORT_ALREADY, 2);
      g_assert_cmpuint (count (other, NULL, MP_STORE_SHELF_ALL), ==, 2);
    }
}

/* One counselor works on, the other takes it over: it follows on what is there. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) one = open_store (fixture);
  g_autoptr (MpStore) two = open_other (fixture, "two.db");
  g_autofree char *alex = add (one, "Alex");
  g_autofree char *first = export (fixture, one, NULL, "first.jsonl");
  g_autofree char *changed = make_case ("Alex", "Later"), *same = NULL, *later = NULL;
  g_autoptr (MpStoreEntry) entry = NULL;
  g_autoptr (GArray) states = NULL;

  assert_import (two, first, FALSE, MP_IMPORT_ADDED, 1);
  same = save (one, alex, changed);
  later = export (fixture, one, NULL, "later.jsonl");
  assert_import (two, later, FALSE, MP_IMPORT_UPDATED, 1);
  entry = mp_store_find (two, alex, NULL);
  g_assert_cmpstr (entry->title, ==, "Later");
  states = mp_store_history (two, alex, NULL);
  g_assert_cmpuint (states->len, ==, 2);
  assert_import (two, first, FALSE, MP_IMPORT_ALREADY, 1); /* the older one changes nothing */
  g_assert_cmpuint (count (two, "later", MP_STORE_SHELF_PEOPLE), ==, 1);
}

/* Both worked on the same case: both stay, side by side. */
static void
test_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) one = open_store (fixture);
  g_autoptr (MpStore) two = open_other (fixture, "two.db");
  g_autofree char *alex = add (one, "Alex");
  g_autofree char *first = export (fixture, one, NULL, "first.jsonl");
  g_autofree char *ones = make_case ("Alex", "By one"), *twos = make_case ("Alex", "By two"), *same = NULL, *other = NULL, *path = NULL;
  g_autoptr (GPtrArray) lines = NULL, both = NULL;
  g_autoptr (MpStoreEntry) copy = NULL;

  assert_import (two, first, FALSE, MP_IMPORT_ADDED, 1);
  same = save (one, alex, ones);
  other = save (two, alex, twos);
  path = export (fixture, one, NULL, "ones.jsonl");
  lines = mp_store_import (two, path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (((MpImportLine *) g_ptr_array_index (lines, 0))->kind, ==, MP_IMPORT_COPIED);
  assert_document (two, alex, twos, 2); /* untouched */
  copy = mp_store_find (two, ((MpImportLine *) g_ptr_array_index (lines, 0))->person_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (copy->copy_of, ==, alex);
  g_assert_cmpstr (copy->title, ==, "By one");
  assert_import (two, path, FALSE, MP_IMPORT_ALREADY, 1);
  both = list (two, NULL, MP_STORE_SHELF_ALL);
  g_assert_cmpuint (both->len, ==, 2);
}

static void
test_some (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autoptr (MpStore) other = open_other (fixture, "other.db");
  g_autofree char *alex = add (store, "Alex"), *jo = add (store, "Jo"), *kim = add (store, "Kim");
  const char *const two[] = { alex, kim, NULL }, *const one[] = { jo, NULL }, *const nobody[] = { "nobody", NULL };
  g_autofree char *some = export (fixture, store, two, "some.jsonl");
  g_autofree char *single = export (fixture, store, one, "jo.milepost");
  g_autofree char *impossible = g_build_filename (fixture->folder, "two.milepost", NULL);

  assert_import (other, some, FALSE, MP_IMPORT_ADDED, 2);
  assert_import (other, single, FALSE, MP_IMPORT_ADDED, 1); /* a plain case file */
  assert_import (other, single, FALSE, MP_IMPORT_ALREADY, 1);
  g_assert_cmpuint (count (other, NULL, MP_STORE_SHELF_PEOPLE), ==, 3);
  g_assert_false (mp_store_export (store, two, impossible, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mp_store_export (store, nobody, impossible, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND);
}

/* What cannot be read is named, and the rest comes in. */
static void
test_bad_lines (Fixture *fixture, gconstpointer data)
{
  static const char head[] = "{\"format\": \"milepost-export\", \"version\": 1}\n";
  static const struct { const char *line, *words; } lines[] = {
    { "{", "JSON" },
    { "[]", "/format" },
    { "{\"format\": \"milepost-person\", \"version\": 2}", "/format" },
    { "{\"format\": \"milepost-person\", \"version\": 1, \"id\": \"7\"}", "/id" },
    { "{\"format\": \"milepost-person\", \"version\": 1, \"id\": \"5d0c0d6a-61f4-4f2e-9a43-1c5b5f0a0001\"}", "/case" },
    { "{\"format\": \"milepost-person\", \"version\": 1, \"id\": \"5d0c0d6a-61f4-4f2e-9a43-1c5b5f0a0001\","
      " \"case\": {\"format\": \"milepost-case\", \"version\": 1, \"scenarois\": []}}", "/scenarois" },
  };
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *document = make_case ("Alex", "");
  g_autoptr (GString) file = g_string_new (head);
  g_autofree char *path = g_build_filename (fixture->folder, "bad.jsonl", NULL);
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_string_append_printf (file, "%s\n", lines[i].line);
  g_string_append_printf (file, "\n{\"format\": \"milepost-person\", \"version\": 1,"
                          " \"id\": \"5d0c0d6a-61f4-4f2e-9a43-1c5b5f0a0001\", \"case\": %s}", document);
  write_file (path, file->str, -1);
  answers = mp_store_import (store, path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, G_N_ELEMENTS (lines) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const MpImportLine *answer = g_ptr_array_index (answers, i);
      g_autofree char *place = g_strdup_printf ("line %u", i + 2);

      g_assert_cmpint (answer->kind, ==, MP_IMPORT_REFUSED);
      g_assert_cmpstr (answer->place, ==, place);
      g_assert_nonnull (strstr (answer->message, lines[i].words));
    }
  g_assert_cmpuint (count (store, "alex", MP_STORE_SHELF_PEOPLE), ==, 1);
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  static const char *const files[] = {
    "", "\n", "not an export", "{}", "{\"format\": \"milepost-export\", \"version\": 2}", "PK\3\4 broken zip", "\xff\xfe",
  };
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "bad", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      write_file (path, files[i], -1);
      g_assert_null (mp_store_import (store, path, FALSE, &error));
      g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, path));
    }
}

/* A zip is cut at every place: refused, and nothing of it is stored. */
static void
test_cut_zip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) store = open_store (fixture);
  g_autoptr (MpStore) other = open_other (fixture, "other.db");
  g_autofree char *alex = add (store, "Alex");
  g_autofree char *path = export (fixture, store, NULL, "all.zip");
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  for (gsize n = 0; n < size; n += 7)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) lines = _mp_store_import_bytes (other, path, content, n, FALSE, &error);

      g_assert_null (lines);
      g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_INVALID);
    }
  g_assert_cmpuint (count (other, NULL, MP_STORE_SHELF_ALL), ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/move/round", test_round },
    { "/move/follow", test_follow },
    { "/move/apart", test_apart },
    { "/move/some", test_some },
    { "/move/bad-lines", test_bad_lines },
    { "/move/bad-files", test_bad_files },
    { "/move/cut-zip", test_cut_zip },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
