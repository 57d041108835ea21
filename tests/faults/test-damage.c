/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Good caseloads cut off, or with bytes changed, at random: opened or refused in words, and
 * rescued as far as it goes; whatever comes back is the very text that was saved. */

#include "fixture.h"
#include "mp-history.h"
#include "mp-rescue.h"
#include "mp-seal-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define PEOPLE 40
#define ROUNDS (g_test_thorough () ? 1000 : g_getenv ("MP_TEST_SLOW") != NULL ? 16 : 40) /* slow: in valgrind */
#define PASSPHRASE "correct horse battery staple"

typedef struct {
  char *content;
  gsize size;
  GHashTable *good; /* every text that was ever saved */
} Original;

static void
remember (Original *original, MpStore *store, const char *id)
{
  g_autoptr (GArray) states = mp_store_history (store, id, NULL);

  for (guint i = 0; i < states->len; i++)
    g_hash_table_add (original->good, mp_store_load_state (store, id, g_array_index (states, MpStoreState, i).revision, NULL));
}

static void
make_original (Fixture *fixture, Original *original, gboolean sealed)
{
  original->good = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  {
    g_autoptr (MpStore) store = open_store (fixture);

    for (guint i = 0; i < PEOPLE; i++)
      {
        g_autofree char *name = g_strdup_printf ("Person %u", i);
        g_autofree char *id = add_person (store, name);

        for (guint j = 0; j < 3; j++)
          {
            g_autofree char *again = g_strdup_printf ("Person %u, %u", i, j);
            g_assert_true (mp_store_rename (store, id, again, NULL));
          }
        remember (original, store, id);
      }
    if (sealed)
      g_free (mp_store_seal (store, PASSPHRASE, NULL));
  }
  g_assert_true (g_file_get_contents (fixture->path, &original->content, &original->size, NULL));
}

static void
clear_original (Original *original)
{
  g_free (original->content);
  g_hash_table_unref (original->good);
}

/* Damages a copy of the file: cut off, bytes changed, or whole pages overwritten. */
static void
write_damaged (Fixture *fixture, const Original *original)
{
  g_autofree char *damaged = g_memdup2 (original->content, original->size);
  gsize size = original->size;
  gint kind = g_test_rand_int_range (0, 3);

  if (kind == 0)
    size = (gsize) g_test_rand_int_range (1, (gint32) size);
  for (gint i = g_test_rand_int_range (1, 20); kind == 1 && i > 0; i--)
    damaged[g_test_rand_int_range (0, (gint32) size)] ^= (char) g_test_rand_int_range (1, 256);
  if (kind == 2)
    memset (damaged + (gsize) g_test_rand_int_range (1, (gint32) (size / 4096)) * 4096, g_test_rand_int_range (0, 256), 4096);
  fixture_tear_down (fixture, NULL);
  fixture_set_up (fixture, NULL);
  write_file (fixture->path, damaged, (gssize) size);
}

/* Everything that a store gives is a text that was saved. Returns how many cases it gave. */
static guint
assert_true_texts (MpStore *store, const Original *original)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  guint n = 0;

  if (mp_store_get_locked (store) && !mp_store_unlock (store, PASSPHRASE, &error))
    {
      g_assert_true (error->domain == MP_STORE_ERROR);
      return 0;
    }
  entries = mp_store_list (store, NULL, MP_STORE_SHELF_ALL, &error);
  g_assert_true (entries != NULL || error->domain == MP_STORE_ERROR);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MpStoreEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GError) failure = NULL;
      g_autoptr (GBytes) bytes = mp_store_load (store, entry->person_id, NULL, &failure);

      g_assert_true (bytes != NULL || failure->domain == MP_STORE_ERROR);
      if (bytes == NULL)
        continue;
      g_assert_true (g_hash_table_contains (original->good, bytes));
      n++;
    }
  return n;
}

static void
test_damage (Fixture *fixture, gconstpointer data)
{
  Original original;
  guint rounds = ROUNDS, opened = 0, told = 0, rescued = 0, cases = 0;

  make_original (fixture, &original, GPOINTER_TO_INT (data));
  for (guint round = 0; round < rounds; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MpStore) store = NULL;
      g_autofree char *target = NULL;
      gint n;

      write_damaged (fixture, &original);
      target = g_build_filename (fixture->folder, "rescued.db", NULL);
      store = mp_store_open (fixture->path, &error);
      if (store == NULL)
        {
          g_assert_true (error->domain == MP_STORE_ERROR);
          g_assert_nonnull (strstr (error->message, fixture->path));
          told++;
        }
      else
        {
          assert_true_texts (store, &original);
          opened++;
        }
      g_clear_object (&store);
      g_clear_error (&error);
      n = mp_store_rescue (fixture->path, target, &error);
      g_assert_true ((n < 0) == (error != NULL));
      if (n < 0)
        continue;
      rescued++;
      g_clear_error (&error);
      store = mp_store_open (target, &error);
      g_assert_no_error (error);
      g_assert_null (mp_store_get_notice (store));
      if (mp_store_get_locked (store) && !mp_store_unlock (store, PASSPHRASE, NULL))
        continue;
      g_ptr_array_unref (mp_store_check_cases (store, TRUE, &error));
      g_assert_no_error (error);
      cases += assert_true_texts (store, &original);
    }
  g_test_message ("%u damaged files: %u opened, %u refused in words; %u rescued with %.1f of %d cases each",
                  rounds, opened, told, rescued, rescued > 0 ? (double) cases / rescued : 0.0, PEOPLE);
  g_assert_cmpuint (opened, >, 0);
  g_assert_cmpuint (rescued, >, rounds / 4);
  g_assert_cmpuint (cases, >, rescued * PEOPLE / 2);
  clear_original (&original);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  _mp_seal_set_cost (1, 8192, 1);
  g_test_add ("/damage/plain", Fixture, GINT_TO_POINTER (FALSE), fixture_set_up, test_damage, fixture_tear_down);
  g_test_add ("/damage/sealed", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up, test_damage, fixture_tear_down);
  return g_test_run ();
}
