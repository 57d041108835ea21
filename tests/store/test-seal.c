/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A caseload with a passphrase: who can read it, what can be read in its files, what damage does. */

#define _GNU_SOURCE /* memmem */

#include "fixture.h"
#include "mp-backup.h"
#include "mp-seal-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

#define PASSPHRASE "correct horse battery staple"

static char *
seal (MpStore *store)
{
  g_autoptr (GError) error = NULL;
  char *recovery_key = mp_store_seal (store, PASSPHRASE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (recovery_key);
  g_assert_true (mp_store_get_sealed (store));
  g_assert_false (mp_store_get_locked (store));
  return recovery_key;
}

static void
unlock (MpStore *store, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  gboolean done = mp_store_unlock (store, passphrase, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_false (mp_store_get_locked (store));
}

static void
test_round (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *document = make_document ("Alex", "WI", "", "First job");
  g_autofree char *id = NULL, *other = NULL;

  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_autofree char *recovery_key = NULL;

    id = save (store, NULL, document);
    g_assert_true (mp_store_set_setting (store, "page", "money", &error));
    recovery_key = seal (store);
    assert_document (store, id, document, 1);
    other = add_person (store, "Zed");
  }
  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_autofree char *same = NULL, *page = NULL;

    g_assert_true (mp_store_get_locked (store));
    g_assert_null (mp_store_list (store, NULL, MP_STORE_SHELF_PEOPLE, &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_LOCKED);
    g_clear_error (&error);
    g_assert_null (mp_store_load (store, id, NULL, &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_LOCKED);
    g_clear_error (&error);
    same = mp_store_save (store, id, NULL, document, &error);
    g_assert_null (same);
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_LOCKED);
    g_clear_error (&error);
    g_assert_false (mp_store_delete (store, id, &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_LOCKED);
    g_clear_error (&error);
    unlock (store, PASSPHRASE);
    assert_document (store, id, document, 1);
    g_assert_cmpuint (count (store, "zed", MP_STORE_SHELF_PEOPLE), ==, 1);
    page = mp_store_get_setting (store, "page", &error);
    g_assert_cmpstr (page, ==, "money");
    mp_store_lock (store);
    g_assert_true (mp_store_get_locked (store));
    g_assert_null (mp_store_load (store, id, NULL, &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_LOCKED);
    g_clear_error (&error);
    unlock (store, PASSPHRASE);
    g_assert_true (mp_store_unseal (store, &error));
    g_assert_no_error (error);
  }
  {
    g_autoptr (MpStore) store = open_store (fixture);
    g_assert_false (mp_store_get_sealed (store));
    assert_document (store, id, document, 1);
  }
}

/* A wrong passphrase is told apart, and takes longer each time. */
static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autofree char *recovery_key = seal (store);
  gint64 begin;

  mp_store_lock (store);
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (mp_store_unlock (store, "correct horse battery stable", &error));
      g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_PASSPHRASE);
      g_clear_error (&error);
    }
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, (10 + 20 + 40) * 1000);
  g_assert_true (mp_store_get_locked (store));
  unlock (store, PASSPHRASE);
  g_assert_null (mp_store_seal (store, PASSPHRASE, &error)); /* it has one already */
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (mp_store_change_passphrase (store, "short", &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_PASSPHRASE);
}

static void
test_delay (void)
{
  static const guint expected[] = { 0, 1000, 2000, 4000, 8000, 16000, 16000, 16000 };

  _mp_seal_set_cost (1, 8192, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (_mp_seal_delay (i), ==, expected[i]);
  g_assert_cmpuint (_mp_seal_delay (1000), ==, 16000);
  _mp_seal_set_cost (1, 8192, 10);
}

static void
test_recovery (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autofree char *recovery_key = seal (store);
  g_autofree char *typed = g_ascii_strdown (recovery_key, -1);
  g_autofree char *wrong = g_strdup (recovery_key);
  g_autofree char *foreign = _mp_seal_new_recovery_key ();

  g_assert_cmpuint (strlen (recovery_key), ==, 9 * 4 + 8);
  for (char *dash = typed; *dash != '\0'; dash++)
    if (*dash == '-')
      *dash = ' ';
  mp_store_lock (store);
  wrong[0] = wrong[0] == 'A' ? 'B' : 'A';
  g_assert_false (mp_store_unlock_recovery (store, wrong, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_PASSPHRASE);
  g_assert_nonnull (strstr (error->message, "mistyped"));
  g_clear_error (&error);
  g_assert_false (mp_store_unlock_recovery (store, foreign, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (mp_store_unlock_recovery (store, typed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (store, "alex", MP_STORE_SHELF_PEOPLE), ==, 1);
  /* Who forgot the passphrase sets a new one. */
  g_assert_true (mp_store_change_passphrase (store, "another one altogether", &error));
  g_assert_no_error (error);
  mp_store_lock (store);
  g_assert_false (mp_store_unlock (store, PASSPHRASE, &error));
  g_clear_error (&error);
  unlock (store, "another one altogether");
  mp_store_lock (store);
  g_assert_true (mp_store_unlock_recovery (store, recovery_key, &error));
}

static GBytes *
read_all (MpStore *store)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (store, "SELECT group_concat (hex (summary)) || (SELECT group_concat"
                                                          " (hex (document)) FROM states) FROM people", NULL);

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  return g_bytes_new (sqlite3_column_text (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
}

/* Another passphrase writes no row anew. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autofree char *recovery_key = seal (store);
  g_autoptr (GBytes) before = read_all (store), after = NULL;

  g_assert_true (mp_store_change_passphrase (store, "another one altogether", &error));
  g_assert_no_error (error);
  after = read_all (store);
  g_assert_true (g_bytes_equal (before, after));
}

static void
note_unlocked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(gint *) data = mp_store_unlock_finish (MP_STORE (source), result, &error) ? 1
                   : g_error_matches (error, MP_STORE_ERROR, MP_STORE_ERROR_PASSPHRASE) ? 2 : 3;
}

static void
note_property (MpStore *store, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autofree char *recovery_key = seal (store);
  const char *const secrets[] = { "wrong wrong wrong", PASSPHRASE, recovery_key };
  const gint expected[] = { 2, 1, 1 };
  guint notified = 0;

  g_signal_connect (store, "notify::locked", G_CALLBACK (note_property), &notified);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      gint answer = 0;

      mp_store_lock (store);
      mp_store_unlock_async (store, secrets[i], NULL, note_unlocked, &answer);
      while (answer == 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (answer, ==, expected[i]);
      g_assert_cmpint (mp_store_get_locked (store), ==, expected[i] == 2);
    }
  g_assert_cmpuint (notified, ==, 4); /* locked, unlocked, locked, unlocked */
}

typedef struct {
  gboolean over, done;
  gint code;
  char *recovery_key;
} Outcome;

static void
note_outcome (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Outcome *outcome = data;

  outcome->done = mp_store_passphrase_finish (MP_STORE (source), result, &outcome->recovery_key, &error);
  outcome->code = error != NULL ? error->code : -1;
  outcome->over = TRUE;
}

/* What a task of another thread ends in; this one reads meanwhile, as a window does. */
static Outcome
run_task (MpStore *store, MpSealTask task, const char *current, const char *fresh, const char *document)
{
  Outcome outcome = { FALSE };
  guint progress = 0;

  mp_store_passphrase_async (store, task, current, fresh, note_outcome, &outcome);
  while (!outcome.over)
    {
      g_autoptr (GPtrArray) people = list (store, NULL, MP_STORE_SHELF_PEOPLE);

      g_assert_false (mp_store_get_locked (store));
      g_assert_cmpuint (mp_store_get_progress (store), >=, progress);
      progress = mp_store_get_progress (store);
      if (document != NULL)
        assert_document (store, ((MpStoreEntry *) g_ptr_array_index (people, 0))->person_id, document, 1);
      else
        g_assert_cmpuint (people->len, ==, 0);
      g_main_context_iteration (NULL, FALSE);
    }
  return outcome;
}

/* In another thread: set, changed, renewed, taken off, while the store is read from; with somebody in it and without. */
static void
test_tasks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *document = make_document ("Alex", "WI", "", "First job"), *id = NULL;
  const char *expected = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MpStore) store = open_store (fixture);
      g_autofree char *first_key = NULL, *second_key = NULL;
      Outcome outcome;

      outcome = run_task (store, MP_SEAL_SET, NULL, "short", expected);
      g_assert_cmpint (outcome.code, ==, MP_STORE_ERROR_PASSPHRASE);
      outcome = run_task (store, MP_SEAL_SET, NULL, PASSPHRASE, expected);
      g_assert_true (outcome.done && mp_store_get_sealed (store));
      g_assert_cmpuint (mp_store_get_progress (store), ==, 1000);
      first_key = outcome.recovery_key;
      g_assert_cmpuint (strlen (first_key), ==, 9 * 4 + 8);
      outcome = run_task (store, MP_SEAL_CHANGE, "correct horse battery stable", "another one altogether", expected);
      g_assert_cmpint (outcome.code, ==, MP_STORE_ERROR_PASSPHRASE);
      outcome = run_task (store, MP_SEAL_CHANGE, PASSPHRASE, "another one altogether", expected);
      g_assert_true (outcome.done && outcome.recovery_key == NULL);
      outcome = run_task (store, MP_SEAL_RENEW, PASSPHRASE, NULL, expected);
      g_assert_cmpint (outcome.code, ==, MP_STORE_ERROR_PASSPHRASE);
      outcome = run_task (store, MP_SEAL_RENEW, "another one altogether", NULL, expected);
      g_assert_true (outcome.done);
      second_key = outcome.recovery_key;
      g_assert_cmpstr (first_key, !=, second_key);
      mp_store_lock (store);
      g_assert_false (mp_store_unlock_recovery (store, first_key, NULL));
      g_assert_true (mp_store_unlock_recovery (store, second_key, NULL));
      /* who has the recovery key alone may take the passphrase off */
      outcome = run_task (store, MP_SEAL_TAKE_OFF, second_key, NULL, expected);
      g_assert_true (outcome.done && !mp_store_get_sealed (store));
      expected = document;
      if (i == 0)
        id = save (store, NULL, document);
    }
}

/* Whoever locks while another thread works finds the caseload locked when that is done, and the new recovery key is not lost. */
static void
test_lock_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *document = make_document ("Alex", "WI", "", "First job"), *id = save (store, NULL, document);
  const MpSealTask tasks[] = { MP_SEAL_SET, MP_SEAL_RENEW, MP_SEAL_CHANGE };

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      Outcome outcome = { FALSE };

      mp_store_passphrase_async (store, tasks[i], i == 0 ? NULL : PASSPHRASE, tasks[i] == MP_SEAL_RENEW ? NULL : PASSPHRASE,
                                 note_outcome, &outcome);
      mp_store_lock (store);
      while (!outcome.over)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (outcome.done);
      g_assert_true (mp_store_get_sealed (store) && mp_store_get_locked (store));
      if (tasks[i] != MP_SEAL_CHANGE)
        {
          g_assert_true (mp_store_unlock_recovery (store, outcome.recovery_key, NULL));
          mp_store_lock (store);
        }
      unlock (store, PASSPHRASE);
      assert_document (store, id, document, 1);
      g_free (outcome.recovery_key);
    }
}

/* Neither a core file nor what a system's crash program is given holds any memory once it holds what was sealed. */
static void
test_crash_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *recovery_key = seal (store), *filter = NULL;
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_assert_cmpuint (limit.rlim_cur, ==, 0);
  if (g_file_get_contents ("/proc/self/coredump_filter", &filter, NULL, NULL))
    g_assert_cmpuint (g_ascii_strtoull (filter, NULL, 16), ==, 0);
  else
    g_test_message ("this system has no filter of core files");
}

static void
test_renew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autoptr (MpStore) beside = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autofree char *first_key = NULL, *second_key = NULL, *none = mp_store_renew_recovery_key (store, &error);

  g_assert_null (none);
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_FAILED);
  g_clear_error (&error);
  first_key = seal (store);
  g_assert_cmpint (mp_store_poll (beside), ==, TRUE);
  unlock (beside, PASSPHRASE);
  second_key = mp_store_renew_recovery_key (store, &error);
  g_assert_no_error (error);
  /* The rows are sealed as before: whoever has them open goes on. */
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_PEOPLE), ==, 1);
  g_assert_cmpuint (count (beside, NULL, MP_STORE_SHELF_PEOPLE), ==, 1);
  mp_store_lock (store);
  g_assert_false (mp_store_unlock_recovery (store, first_key, NULL));
  g_assert_true (mp_store_unlock_recovery (store, second_key, NULL));
  mp_store_lock (store);
  unlock (store, PASSPHRASE);
}

/* Nothing of a sealed case may stand in any file, whichever program wrote when. */
static void
assert_nowhere (const char *path, const char *text)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *content = NULL;
      gsize size;

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          assert_nowhere (child, text);
          continue;
        }
      g_assert_true (g_file_get_contents (child, &content, &size, NULL));
      if (memmem (content, size, text, strlen (text)) != NULL)
        g_error ("“%s” stands in %s", text, child);
    }
}

static void
test_nothing_in_clear (Fixture *fixture, gconstpointer data)
{
  static const char *const secrets[] = { "Quixotequixote", "quixotequixote", "Sanchosancho", "Dulcineadulcinea",
                                         "7654.32", "dulcineas page", "WINDMILLS" };
  g_autoptr (GError) error = NULL;
  g_autofree char *recovery_key = NULL, *before = NULL;
  g_autofree char *document = make_document ("Sanchosancho", "WI", " \"ssdi\": {\"amounts\": [{\"monthly\": \"7654.32\"}]},", "WINDMILLS");
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Quixotequixote"), *other = NULL;

  other = save (store, NULL, document);
  g_assert_true (mp_store_set_setting (store, "page", "dulcineas page", &error));
  before = mp_store_back_up_today (store, &error);
  g_assert_no_error (error);
  recovery_key = seal (store);
  g_assert_true (mp_store_rename (store, id, "Dulcineadulcinea", &error));
  g_assert_true (mp_store_delete (store, other, &error));
  g_assert_nonnull (before);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    assert_nowhere (fixture->folder, secrets[i]); /* the log is there, and the store is open */
  g_clear_object (&store);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    assert_nowhere (fixture->folder, secrets[i]);
  assert_nowhere (fixture->folder, recovery_key);
  {
    g_autoptr (GPtrArray) backups = NULL;

    store = open_store (fixture);
    backups = mp_store_list_backups (store, &error);
    g_assert_cmpuint (backups->len, ==, 1); /* the sealed one */
  }
}

static void
flip (MpStore *store, const char *table, const char *column, gsize place)
{
  sqlite3_blob *blob = NULL;
  guint8 byte;

  g_assert_cmpint (sqlite3_blob_open (store->database, "main", table, column, 1, 1, &blob), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_blob_read (blob, &byte, 1, (gint) place), ==, SQLITE_OK);
  byte ^= 0x10;
  g_assert_cmpint (sqlite3_blob_write (blob, &byte, 1, (gint) place), ==, SQLITE_OK);
  sqlite3_blob_close (blob);
}

static void
assert_damaged_case (MpStore *store, const char *damaged, const char *good)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = NULL;

  g_assert_null (mp_store_load (store, damaged, NULL, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, damaged));
  g_clear_error (&error);
  document = mp_store_load (store, good, NULL, &error);
  g_assert_no_error (error);
}

/* A changed byte in a row: this case is named, the others open. */
static void
test_changed_byte (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {
    /* another's row in its place */
    "UPDATE states SET document = (SELECT document FROM states WHERE number = 2) WHERE number = 1",
    /* cut off */
    "UPDATE states SET document = substr (document, 1, 30) WHERE number = 1",
    "UPDATE states SET document = x'' WHERE number = 1",
    /* a forged one, in the clear */
    "UPDATE states SET document = CAST (x'50' || randomblob (16) || '{\"format\": \"milepost-case\"}' AS BLOB) WHERE number = 1",
  };
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *alex = add_person (store, "Alex");
  g_autofree char *jo = add_person (store, "Jo");
  g_autofree char *recovery_key = seal (store);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (_mp_store_run (store, "SAVEPOINT change", &error));
      g_assert_true (_mp_store_run (store, changes[i], &error));
      g_assert_no_error (error);
      assert_damaged_case (store, alex, jo);
      g_assert_true (_mp_store_run (store, "ROLLBACK TO change; RELEASE change", &error));
    }
  for (gsize place = 0; place < 200; place++) /* kind, nonce, text */
    {
      flip (store, "states", "document", place);
      assert_damaged_case (store, alex, jo);
      flip (store, "states", "document", place);
    }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (MpStoreEntry) bad = NULL, good = NULL;

    flip (store, "people", "summary", 40);
    _mp_store_forget_rows (store);
    bad = mp_store_find (store, alex, &error);
    good = mp_store_find (store, jo, &error);
    g_assert_no_error (error);
    g_assert_true (bad->damaged);
    g_assert_false (good->damaged);
    g_assert_cmpstr (good->name, ==, "Jo");
  }
}

/* Another program seals the caseload while this one has it open: nothing more goes in in the clear. */
static void
test_sealed_by_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) one = open_store (fixture);
  g_autoptr (MpStore) two = open_store (fixture);
  g_autofree char *id = add_person (one, "Alex");
  g_autofree char *document = make_document ("Quixotequixote", "WI", "", "");
  g_autofree char *recovery_key = NULL, *saved = NULL, *again = NULL, *second_key = NULL;

  g_assert_cmpuint (count (two, NULL, MP_STORE_SHELF_PEOPLE), ==, 1);
  recovery_key = seal (one);
  saved = mp_store_save (two, id, NULL, document, &error);
  g_assert_null (saved);
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (mp_store_get_locked (two));
  unlock (two, PASSPHRASE);
  saved = save (two, id, document);
  assert_document (one, id, document, 2);
  g_assert_true (mp_store_unseal (one, &error));
  second_key = seal (one);
  again = mp_store_save (two, NULL, NULL, document, &error);
  g_assert_null (again);
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  assert_document (one, id, document, 2);
}

/* A backup of the same caseload needs no passphrase; one under another key asks for its own. */
static void
test_restore_sealed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autofree char *recovery_key = seal (store);
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *other = NULL;

  g_assert_true (mp_store_back_up (store, path, &error));
  other = add_person (store, "Jo");
  {
    g_autoptr (MpStore) copy = mp_store_open_copy (path, &error);

    g_assert_no_error (error);
    g_assert_true (mp_store_get_locked (copy));
    lines = mp_store_preview_restore (store, copy, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (lines->len, ==, 2);
    g_assert_true (mp_store_restore (store, copy, &error));
    g_assert_no_error (error);
  }
  g_assert_false (mp_store_get_locked (store));
  g_assert_cmpuint (count (store, NULL, MP_STORE_SHELF_PEOPLE), ==, 1);
  g_assert_true (mp_store_unseal (store, &error));
  {
    g_autofree char *second_key = mp_store_seal (store, "another one altogether", &error);
    g_autoptr (MpStore) copy = mp_store_open_copy (path, &error);

    g_assert_no_error (error);
    g_assert_nonnull (second_key);
    g_assert_null (mp_store_preview_restore (store, copy, &error));
    g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_LOCKED);
    g_clear_error (&error);
    unlock (copy, PASSPHRASE);
    g_assert_true (mp_store_restore (store, copy, &error));
    g_assert_no_error (error);
  }
  g_assert_true (mp_store_get_locked (store));
  unlock (store, PASSPHRASE);
  g_assert_cmpuint (count (store, "alex", MP_STORE_SHELF_PEOPLE), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/seal/round", test_round },
    { "/seal/wrong", test_wrong },
    { "/seal/recovery", test_recovery },
    { "/seal/change", test_change },
    { "/seal/async", test_async },
    { "/seal/tasks", test_tasks },
    { "/seal/lock-meanwhile", test_lock_meanwhile },
    { "/seal/renew", test_renew },
    { "/seal/crash-text", test_crash_text },
    { "/seal/nothing-in-clear", test_nothing_in_clear },
    { "/seal/changed-byte", test_changed_byte },
    { "/seal/by-another", test_sealed_by_another },
    { "/seal/restore", test_restore_sealed },
  };

  g_test_init (&argc, &argv, NULL);
  /* The least that Argon2id takes, so that the tests are quick. */
  _mp_seal_set_cost (1, 8192, 10);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  g_test_add_func ("/seal/delay", test_delay);
  return g_test_run ();
}
