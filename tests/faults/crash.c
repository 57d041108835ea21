/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Kills a saving program with SIGKILL at random moments and counts what was lost of what it had
 * reported as saved. Some of the programs also back up, seal and unseal. Afterwards it kills programs in the
 * middle of sealing many people, and looks that every case is there and, when the file was sealed, none in the clear.
 *
 * usage: crash [KILLS [SEED [KILLS-WHILE-SEALING]]]
 */

#define _GNU_SOURCE /* memmem */

#include "mp-backup.h"
#include "mp-rescue.h"
#include "mp-seal-private.h"
#include "mp-store-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PASSPHRASE "correct horse battery staple"
#define PEOPLE 4
#define LONGEST_WAIT 30000 /* microseconds */
#define SEALED_PEOPLE 100  /* of a caseload that is being sealed */
#define ROUNDS_A_FILE 50   /* then a new one, so that looking it through stays quick */

/* What the dying program reported last, of each person; in memory that outlives it by a pipe. */
typedef struct { guint person, number; } Report;

static char *
make_document (guint person, guint number)
{
  return g_strdup_printf ("{\"format\": \"milepost-case\", \"version\": 1, \"title\": \"%u\", \"beneficiary\": {\"name\": \"Person %u\"},"
                          " \"notes\": \"%0*u\"}", number, person, (gint) (number * 37 % 3000 + 1), number);
}

static MpStore *
open_unlocked (const char *path, GError **error)
{
  g_autoptr (MpStore) store = mp_store_open (path, error);

  if (store == NULL || (mp_store_get_locked (store) && !mp_store_unlock (store, PASSPHRASE, error)))
    return NULL;
  return g_steal_pointer (&store);
}

static void
save_for_ever (const char *path, char *const ids[PEOPLE], const guint numbers[PEOPLE], gint pipe_end, guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint next[PEOPLE];
  MpStore *store = open_unlocked (path, NULL);

  if (store == NULL)
    _exit (1);
  memcpy (next, numbers, sizeof next);
  for (;;)
    {
      guint person = (guint) g_rand_int_range (random, 0, PEOPLE), chance = (guint) g_rand_int_range (random, 0, 40);
      Report report = { person, next[person] + 1 };
      g_autofree char *document = make_document (person, report.number);
      g_autofree char *id = mp_store_save (store, ids[person], NULL, document, NULL);

      if (id == NULL || write (pipe_end, &report, sizeof report) != sizeof report)
        _exit (2);
      next[person]++;
      if (chance == 0)
        g_free (mp_store_back_up_today (store, NULL));
      else if (chance == 1 && !mp_store_get_sealed (store))
        g_free (mp_store_seal (store, PASSPHRASE, NULL));
      else if (chance == 2 && mp_store_get_sealed (store))
        mp_store_unseal (store, NULL);
    }
}

static void
start_file (const char *path, char *ids[PEOPLE], guint numbers[PEOPLE])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = mp_store_open (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autofree char *document = make_document (i, 0);

      g_free (ids[i]);
      ids[i] = mp_store_save (store, NULL, NULL, document, &error);
      g_assert_no_error (error);
      numbers[i] = 0;
    }
}

/* Reads the file after the crash. Returns how many reported saves are not there. */
static guint
count_lost (const char *path, char *const ids[PEOPLE], guint numbers[PEOPLE])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_unlocked (path, &error);
  guint lost = 0;

  g_assert_no_error (error);
  g_assert_null (mp_store_get_notice (store));
  g_assert_true (mp_store_check_file (store, &error));
  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autoptr (GBytes) bytes = mp_store_load (store, ids[i], NULL, &error);
      g_autoptr (MpStoreEntry) entry = mp_store_find (store, ids[i], &error);
      g_autofree char *expected = NULL;
      guint number;

      g_assert_no_error (error);
      number = (guint) g_ascii_strtoull (entry->title, NULL, 10);
      expected = make_document (i, number);
      /* never half of one and half of another */
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
      if (number < numbers[i])
        lost += numbers[i] - number;
      g_assert_cmpuint (number, <=, numbers[i] + 1);
      numbers[i] = number;
    }
  return lost;
}

static char *
make_secret (guint person)
{
  return g_strdup_printf ("{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"name\": \"Quixotequixote %u\"}, \"notes\": \"%0*u\"}",
                          person, 500, person);
}

/* How many files of a folder hold a text. */
static guint
count_clear (const char *path, const char *text)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL), *content = NULL;
      gsize size;

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        n += count_clear (child, text);
      else if (g_file_get_contents (child, &content, &size, NULL))
        n += memmem (content, size, text, strlen (text)) != NULL;
    }
  return n;
}

/* Everybody is there, word for word; when the file is sealed, nobody is in the clear after it was opened once. */
static gboolean
check_sealed (const char *folder, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_unlocked (path, &error);
  g_autoptr (GPtrArray) people = NULL;
  gboolean sealed;

  g_assert_no_error (error);
  g_assert_null (mp_store_get_notice (store));
  g_assert_true (mp_store_check_file (store, &error));
  people = mp_store_list (store, NULL, MP_STORE_SHELF_ALL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, SEALED_PEOPLE);
  for (guint i = 0; i < people->len; i++)
    {
      const MpStoreEntry *entry = g_ptr_array_index (people, i);
      g_autoptr (GBytes) bytes = mp_store_load (store, entry->person_id, NULL, &error);
      g_autofree char *expected = make_secret ((guint) g_ascii_strtoull (entry->name + strlen ("Quixotequixote "), NULL, 10));

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
    }
  sealed = mp_store_get_sealed (store);
  if (sealed)
    g_assert_cmpuint (count_clear (folder, "Quixotequixote"), ==, 0);
  return sealed;
}

/* Kills programs that seal a caseload. Returns how many of them had come as far as sealing it. */
static guint
kill_sealing (const char *folder, const char *path, GRand *random, guint kills)
{
  g_autofree char *clear = NULL, *command = g_strdup_printf ("rm -rf '%s'/*", folder);
  gint64 longest = 0;
  gsize size;
  guint sealed = 0;

  {
    g_autoptr (GError) error = NULL;
    g_autoptr (MpStore) store = NULL;

    if (system (command) != 0)
      return 0;
    store = mp_store_open (path, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < SEALED_PEOPLE; i++)
      {
        g_autofree char *document = make_secret (i), *id = mp_store_save (store, NULL, NULL, document, &error);
        g_assert_no_error (error);
      }
  }
  g_assert_true (g_file_get_contents (path, &clear, &size, NULL));
  for (guint round = 0; round <= kills; round++)
    {
      gint64 begin;
      pid_t child;

      if (system (command) != 0 || !g_file_set_contents (path, clear, (gssize) size, NULL))
        return 0;
      begin = g_get_monotonic_time ();
      child = fork ();
      if (child == 0)
        {
          g_autoptr (MpStore) store = mp_store_open (path, NULL);
          char *recovery_key = mp_store_seal (store, PASSPHRASE, NULL);

          g_clear_object (&store);
          _exit (recovery_key != NULL ? 0 : 1);
        }
      /* The first one ends by itself: it says how long it takes. */
      if (round > 0)
        {
          g_usleep ((gulong) g_rand_int_range (random, 0, (gint) longest));
          kill (child, SIGKILL);
        }
      waitpid (child, NULL, 0);
      longest = round == 0 ? g_get_monotonic_time () - begin : longest;
      sealed += check_sealed (folder, path) && round > 0;
    }
  return sealed;
}

int
main (int argc, char *argv[])
{
  guint kills = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 30;
  guint seed = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : (guint) g_get_real_time ();
  g_autofree char *folder = g_dir_make_tmp ("milepost-crash-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "milepost.db", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'/*", folder);
  char *ids[PEOPLE] = { NULL };
  guint numbers[PEOPLE], saves = 0, lost = 0, sealed = 0, sealing = argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : kills / 3;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  printf ("# seed %u\n", seed);
  fflush (stdout);
  _mp_seal_set_cost (1, 8192, 1);
  for (guint round = 0; round < kills; round++)
    {
      gint ends[2], status;
      guint wait = (guint) g_rand_int_range (random, 0, LONGEST_WAIT), child_seed = g_rand_int (random);
      Report report;
      pid_t child;

      if (round % ROUNDS_A_FILE == 0)
        {
          if (system (command) != 0)
            return EXIT_FAILURE;
          start_file (path, ids, numbers);
        }
      if (pipe (ends) != 0)
        return EXIT_FAILURE;
      child = fork ();
      if (child == 0)
        {
          close (ends[0]);
          save_for_ever (path, ids, numbers, ends[1], child_seed);
        }
      close (ends[1]);
      /* The first report says that it is at work; then a random moment passes. */
      if (read (ends[0], &report, sizeof report) == sizeof report)
        {
          numbers[report.person] = report.number;
          saves++;
          g_usleep (wait);
        }
      kill (child, SIGKILL);
      waitpid (child, &status, 0);
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
      while (read (ends[0], &report, sizeof report) == sizeof report)
        {
          numbers[report.person] = report.number;
          saves++;
        }
      close (ends[0]);
      lost += count_lost (path, ids, numbers);
      {
        g_autoptr (MpStore) store = mp_store_open (path, NULL);
        sealed += mp_store_get_sealed (store);
      }
    }
  printf ("%u kills, %u of them while the caseload was sealed; %u saves were reported, %u of them were lost\n", kills, sealed, saves, lost);
  fflush (stdout);
  sealed = kill_sealing (folder, path, random, sealing);
  printf ("%u kills while %u people were being sealed, %u of them after the seal stood in the file; 0 cases were lost, 0 stood in the clear\n",
          sealing, SEALED_PEOPLE, sealed);
  if (system (command) == 0)
    g_rmdir (folder);
  for (guint i = 0; i < PEOPLE; i++)
    g_free (ids[i]);
  return lost == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
