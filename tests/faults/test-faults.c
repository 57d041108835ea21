/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The n-th call to the disk fails, n = 1, 2, 3 ... until the work is done without that call; after
 * each the caseload must be as before or as afterwards, never between, and a report of success must
 * be true. Done for saving, importing, backing up, restoring, migrating, sealing, unlocking, changing the
 * passphrase, taking it off, and erasing.
 * With -m thorough every call fails once; otherwise every one of the first ten, then every fifth. */

#include "faulty-vfs.h"
#include "fixture.h"
#include "mp-backup.h"
#include "mp-move.h"
#include "mp-rescue.h"
#include "mp-seal-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define PASSPHRASE "correct horse battery staple"
#define ANOTHER "another one altogether"

typedef struct {
  char *folder;   /* of the prepared caseload, which is copied for each try */
  char *template, *sealed;
  char *try_folder;
  char *path;
  char *backup;   /* of an earlier state */
  char *export;
  char *alex, *deleted;
  guint tries;
} Bench;

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &content, &size, NULL));
  write_file (to, content, (gssize) size);
}

static char *
make_whole_case (const char *name)
{
  return g_strdup_printf ("{\"format\": \"milepost-case\", \"version\": 1,"
                          " \"beneficiary\": {\"name\": \"%s\", \"birth_date\": \"1990-05-14\", \"state\": \"WI\"},"
                          " \"ssdi\": {\"entitled_from\": \"2022-03\", \"amounts\": [{\"from\": \"2025-12\", \"monthly\": \"1215.00\"}]},"
                          " \"projection\": {\"start\": \"2026-01\", \"months\": 12}, \"scenarios\": [{\"name\": \"No work\"}]}", name);
}

static void
bench_set_up (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  bench->folder = g_dir_make_tmp ("milepost-faults-XXXXXX", &error);
  g_assert_no_error (error);
  bench->template = g_build_filename (bench->folder, "template", "milepost.db", NULL);
  bench->sealed = g_build_filename (bench->folder, "sealed", "milepost.db", NULL);
  bench->try_folder = g_build_filename (bench->folder, "try", NULL);
  bench->path = g_build_filename (bench->try_folder, "milepost.db", NULL);
  bench->backup = g_build_filename (bench->folder, "earlier.db", NULL);
  bench->export = g_build_filename (bench->folder, "others.jsonl", NULL);
  fixture.path = bench->template;
  {
    g_autoptr (MpStore) store = open_store (&fixture);
    g_autofree char *one = make_whole_case ("Alex"), *two = make_whole_case ("Alex again"), *same = NULL, *jo = add_person (store, "Jo");
    g_autofree char *kim_case = make_whole_case ("Kim"), *lee_case = make_whole_case ("Lee"), *kim = NULL, *lee = NULL;

    bench->alex = save (store, NULL, one);
    bench->deleted = add_person (store, "Deleted");
    g_assert_true (mp_store_delete (store, bench->deleted, &error));
    g_assert_true (mp_store_set_setting (store, "page", "facts", &error));
    g_assert_true (mp_store_back_up (store, bench->backup, &error));
    same = save (store, bench->alex, two);
    kim = save (store, NULL, kim_case);
    lee = save (store, NULL, lee_case);
    {
      const char *const ids[] = { kim, lee, NULL };
      g_assert_true (mp_store_export (store, ids, bench->export, &error));
    }
    g_assert_true (mp_store_delete (store, kim, &error) && mp_store_erase (store, kim, &error));
    g_assert_true (mp_store_delete (store, lee, &error) && mp_store_erase (store, lee, &error));
  }
  copy_file (bench->template, bench->sealed);
  fixture.path = bench->sealed;
  {
    g_autoptr (MpStore) store = open_store (&fixture);
    g_autofree char *recovery_key = mp_store_seal (store, PASSPHRASE, &error);

    g_assert_no_error (error);
  }
}

static void
bench_tear_down (Bench *bench)
{
  remove_folder (bench->folder);
  g_free (bench->folder);
  g_free (bench->template);
  g_free (bench->sealed);
  g_free (bench->try_folder);
  g_free (bench->path);
  g_free (bench->backup);
  g_free (bench->export);
  g_free (bench->alex);
  g_free (bench->deleted);
}

/* Everything that a caseload says, as one text. The disk is good by now. */
static char *
describe (const char *path)
{
  Fixture fixture = { NULL, (char *) path };
  g_autoptr (MpStore) store = open_store (&fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  GString *text = g_string_new (NULL);

  g_assert_null (mp_store_get_notice (store));
  g_assert_true (mp_store_check_file (store, &error));
  g_assert_no_error (error);
  if (mp_store_get_locked (store))
    {
      gboolean first = mp_store_unlock (store, PASSPHRASE, NULL);

      g_assert_true (first || mp_store_unlock (store, ANOTHER, &error));
      g_string_append (text, first ? "sealed\n" : "sealed with another passphrase\n");
    }
  entries = list (store, NULL, MP_STORE_SHELF_ALL);
  for (guint i = 0; i < entries->len; i++)
    {
      const MpStoreEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GBytes) bytes = mp_store_load (store, entry->person_id, NULL, &error);

      g_assert_no_error (error);
      g_string_append_printf (text, "%s %s %d %d: %.*s\n", entry->person_id, entry->name, (gint) entry->revision, entry->deleted != 0,
                              (gint) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL));
    }
  {
    g_autofree char *page = mp_store_get_setting (store, "page", &error);
    g_string_append_printf (text, "page %s\n", page);
  }
  return g_string_free (text, FALSE);
}

typedef gboolean (*Operation) (Bench *bench, MpStore *store, GError **error);

static gboolean
do_save (Bench *bench, MpStore *store, GError **error)
{
  g_autofree char *document = make_whole_case ("Alex, saved once more with a longer name than before");
  g_autofree char *id = mp_store_save (store, bench->alex, NULL, document, error);

  return id != NULL;
}

static gboolean
do_import (Bench *bench, MpStore *store, GError **error)
{
  g_autoptr (GPtrArray) lines = mp_store_import (store, bench->export, FALSE, error);

  return lines != NULL;
}

static gboolean
do_back_up (Bench *bench, MpStore *store, GError **error)
{
  g_autofree char *path = mp_store_back_up_today (store, error);

  return path != NULL;
}

static gboolean
do_restore (Bench *bench, MpStore *store, GError **error)
{
  g_autoptr (MpStore) copy = mp_store_open_copy (bench->backup, error);

  return copy != NULL && mp_store_restore (store, copy, error);
}

static gboolean
do_seal (Bench *bench, MpStore *store, GError **error)
{
  g_autofree char *recovery_key = mp_store_get_sealed (store) ? g_strdup ("done") : mp_store_seal (store, PASSPHRASE, error);

  return recovery_key != NULL;
}

static gboolean
do_unlock (Bench *bench, MpStore *store, GError **error)
{
  g_autoptr (GPtrArray) people = NULL;

  if (!mp_store_unlock (store, PASSPHRASE, error))
    return FALSE;
  people = mp_store_list (store, NULL, MP_STORE_SHELF_ALL, error);
  return people != NULL;
}

static gboolean
do_change (Bench *bench, MpStore *store, GError **error)
{
  return (!mp_store_get_locked (store) || mp_store_unlock (store, PASSPHRASE, error))
         && mp_store_change_passphrase (store, ANOTHER, error);
}

static gboolean
do_unseal (Bench *bench, MpStore *store, GError **error)
{
  return (!mp_store_get_locked (store) || mp_store_unlock (store, PASSPHRASE, error)) && mp_store_unseal (store, error);
}

static gboolean
do_erase (Bench *bench, MpStore *store, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (mp_store_erase (store, bench->deleted, &failure))
    return TRUE;
  /* A try that erased and then could not tidy up has done it. */
  if (g_error_matches (failure, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* store is NULL: opening is the work. */
static gboolean
do_open (Bench *bench, MpStore *store, GError **error)
{
  g_autoptr (MpStore) opened = mp_store_open (bench->path, error);

  if (opened == NULL)
    return FALSE;
  /* A disk that cannot be read is not a damaged file. */
  if (mp_store_get_notice (opened) != NULL)
    g_error ("%s", mp_store_get_notice (opened));
  return TRUE;
}

typedef struct {
  const char *name;
  Operation run;
  gboolean opens;
  const char *start; /* a file of tests/store/data rather than the prepared one */
  gboolean sealed;   /* the prepared one is sealed */
} Work;

static const Work works[] = {
  { "save", do_save, FALSE, NULL, FALSE },
  { "import", do_import, FALSE, NULL, FALSE },
  { "back-up", do_back_up, FALSE, NULL, FALSE },
  { "restore", do_restore, FALSE, NULL, FALSE },
  { "seal", do_seal, FALSE, NULL, FALSE },
  { "unlock", do_unlock, FALSE, NULL, TRUE },
  { "change-passphrase", do_change, FALSE, NULL, TRUE },
  { "unseal", do_unseal, FALSE, NULL, TRUE },
  { "erase", do_erase, FALSE, NULL, FALSE },
  { "open", do_open, TRUE, NULL, FALSE },
  { "migrate", do_open, TRUE, "schema-1.db", FALSE },
};

static const struct { const char *name; FaultKind kind; gboolean sticky; } faults[] = {
  { "once", FAULT_IO, FALSE },
  { "from then on", FAULT_IO, TRUE },
  { "short write", FAULT_SHORT, FALSE },
  { "short writes", FAULT_SHORT, TRUE },
  { "full disk", FAULT_FULL, TRUE },
  { "fsync", FAULT_SYNC, TRUE },
};

static void
start_over (Bench *bench, const Work *work)
{
  g_autofree char *sample = work->start == NULL ? g_strdup (work->sealed ? bench->sealed : bench->template)
                            : g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "tests", "store", "data", work->start, NULL);

  remove_folder (bench->try_folder);
  copy_file (sample, bench->path);
  g_chmod (bench->path, 0600);
}

/* Every backup that stands under its name is whole. */
static void
assert_backups_whole (Bench *bench)
{
  Fixture fixture = { NULL, bench->path };
  g_autoptr (MpStore) store = open_store (&fixture);
  g_autoptr (GPtrArray) backups = mp_store_list_backups (store, NULL);

  for (guint i = 0; i < backups->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MpStore) copy = mp_store_open_copy (((const MpBackup *) g_ptr_array_index (backups, i))->path, &error);

      g_assert_no_error (error);
      g_assert_null (mp_store_get_notice (copy));
    }
}

/* One try. FALSE: the fault was not reached any more. */
static gboolean
try_once (Bench *bench, const Work *work, guint fault, guint call, const char *before, const char *after)
{
  Fixture fixture = { NULL, bench->path };
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = NULL;
  g_autofree char *found = NULL;
  gboolean done, reached;

  start_over (bench, work);
  store = work->opens ? NULL : open_store (&fixture);
  faulty_vfs_fail_at (call, faults[fault].kind, faults[fault].sticky);
  done = work->run (bench, store, &error);
  reached = faulty_vfs_failed ();
  g_assert_true (done == (error == NULL));
  if (error != NULL && error->domain != MP_STORE_ERROR)
    g_error ("%s", error->message);
  if (faults[fault].sticky)
    g_clear_object (&store); /* the disk is still bad when the program ends */
  faulty_vfs_fail_at (0, FAULT_IO, FALSE);
  if (store != NULL && !done)
    {
      g_autoptr (GError) second = NULL;

      done = work->run (bench, store, &second);
      g_assert_no_error (second);
    }
  g_clear_object (&store);
  found = describe (bench->path);
  if (done)
    g_assert_cmpstr (found, ==, after);
  else if (!g_str_equal (found, before))
    g_assert_cmpstr (found, ==, after);
  assert_backups_whole (bench);
  bench->tries++;
  return reached;
}

static void
test_work (gconstpointer data)
{
  const Work *work = data;
  Bench bench = { 0 };
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  guint most = 0;

  bench_set_up (&bench);
  start_over (&bench, work);
  {
    Fixture fixture = { NULL, bench.path };
    g_autoptr (MpStore) store = NULL;

    /* Of an older schema the content is the same before and after. */
    before = describe (bench.path);
    start_over (&bench, work);
    store = work->opens ? NULL : open_store (&fixture);
    g_assert_true (work->run (&bench, store, &error));
    g_assert_no_error (error);
  }
  after = describe (bench.path);
  for (guint fault = 0; fault < G_N_ELEMENTS (faults); fault++)
    {
      guint call = 1;

      while (try_once (&bench, work, fault, call, before, after))
        call += g_test_thorough () || call < 10 ? 1 : g_getenv ("MP_TEST_SLOW") != NULL ? 40 : 5; /* slow: in valgrind */
      most = MAX (most, call - 1);
      /* The fault is one that this work can meet; opening what is up to date writes nothing. */
      g_assert_true (call > 1 || (work->run == do_unlock && faults[fault].kind != FAULT_IO)
                     || (work->opens && work->start == NULL && faults[fault].kind != FAULT_IO));
    }
  g_test_message ("%s: %u tries, up to %u calls, nothing lost", work->name, bench.tries, most);
  bench_tear_down (&bench);
}

/* A limit of the system itself, with SQLite's own files. */
static void
test_file_size (void)
{
  Bench bench = { 0 };
  Fixture fixture;
  g_autofree char *before = NULL, *found = NULL, *title = g_strnfill (500000, 'x'), *large = make_whole_case (title);
  struct rlimit old, small;

  bench_set_up (&bench);
  start_over (&bench, &works[0]);
  fixture.path = bench.path;
  before = describe (bench.path);
  {
    g_autoptr (MpStore) store = open_store (&fixture);
    g_autoptr (GError) error = NULL;
    g_autofree char *id = NULL;

    g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
    small = old;
    small.rlim_cur = 200000;
    signal (SIGXFSZ, SIG_IGN);
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
    id = mp_store_save (store, bench.alex, NULL, large, &error);
    g_assert_null (id);
    g_assert_true (error->domain == MP_STORE_ERROR);
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
    signal (SIGXFSZ, SIG_DFL);
  }
  found = describe (bench.path);
  g_assert_cmpstr (found, ==, before);
  bench_tear_down (&bench);
}

/* The folder goes away while the program has it open: nothing is called saved that is not. */
static void
test_folder_gone (void)
{
  Bench bench = { 0 };
  Fixture fixture;
  g_autofree char *away = NULL, *before = NULL, *after = NULL;

  bench_set_up (&bench);
  start_over (&bench, &works[0]);
  before = describe (bench.path);
  fixture.path = bench.path;
  away = g_build_filename (bench.folder, "away", NULL);
  {
    g_autoptr (MpStore) store = open_store (&fixture);
    g_autoptr (GError) error = NULL;

    g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_ALL), >, 0);
    g_assert_cmpint (g_rename (bench.try_folder, away), ==, 0);
    g_assert_false (do_save (&bench, store, &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_READ_ONLY);
    g_assert_nonnull (strstr (error->message, bench.path));
    g_clear_error (&error);
    g_assert_false (do_back_up (&bench, store, &error));
    g_assert_true (error->domain == MP_STORE_ERROR);
    g_clear_error (&error);
    /* and back: a stick that was pulled out for a moment */
    remove_folder (bench.try_folder);
    g_assert_cmpint (g_rename (away, bench.try_folder), ==, 0);
    g_assert_true (do_save (&bench, store, &error));
    g_assert_no_error (error);
  }
  after = describe (bench.path);
  g_assert_cmpstr (before, !=, after);
  g_assert_nonnull (strstr (after, "saved once more"));
  bench_tear_down (&bench);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  _mp_seal_set_cost (1, 8192, 1);
  faulty_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autofree char *name = g_strconcat ("/faults/", works[i].name, NULL);
      g_test_add_data_func (name, &works[i], test_work);
    }
  g_test_add_func ("/faults/file-size", test_file_size);
  g_test_add_func ("/faults/folder-gone", test_folder_gone);
  return g_test_run ();
}
