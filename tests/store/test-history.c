/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Earlier states of a case, and what changed between two. */

#include "fixture.h"
#include "mp-history.h"

#include <string.h>

#define DAY (24 * 60 * 60)

static GArray *
history (MpStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;
  GArray *states = mp_store_history (store, id, &error);

  g_assert_no_error (error);
  return states;
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *first = make_document ("Alex", "WI", "", "First job");
  g_autofree char *second = make_document ("Alex", "WI", "", "Second job");
  g_autofree char *id = save (store, NULL, first), *same = save (store, id, second), *again = save (store, id, second);
  g_autoptr (GArray) states = history (store, id), after = NULL;
  g_autoptr (GBytes) old = NULL;
  gint64 revision = 2;

  g_assert_cmpuint (states->len, ==, 2); /* the same text twice is one state */
  g_assert_cmpint (g_array_index (states, MpStoreState, 0).revision, ==, 2);
  g_assert_cmpint (g_array_index (states, MpStoreState, 1).revision, ==, 1);
  old = mp_store_load_state (store, id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (old, NULL), g_bytes_get_size (old), first, strlen (first));
  g_assert_true (mp_store_restore_state (store, id, 1, &revision, &error));
  g_assert_no_error (error);
  g_assert_cmpint (revision, ==, 3);
  assert_document (store, id, first, 3);
  after = history (store, id);
  g_assert_cmpuint (after->len, ==, 3);
  /* Restoring can be taken back, and minds what another program saved. */
  g_assert_true (mp_store_restore_state (store, id, 2, &revision, &error));
  assert_document (store, id, second, 4);
  revision = 3;
  g_assert_false (mp_store_restore_state (store, id, 1, &revision, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (mp_store_load_state (store, id, 99, &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (mp_store_history (store, "nobody", &error));
  g_assert_error (error, MP_STORE_ERROR, MP_STORE_ERROR_NOT_FOUND);
}

/* Moves a state to another time. */
static void
set_saved (MpStore *store, gint64 revision, gint64 saved)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE states SET saved = %" G_GINT64_FORMAT " WHERE revision = %" G_GINT64_FORMAT,
                                          saved, revision);

  g_assert_true (_mp_store_run (store, sql, NULL));
}

/* All of the last 90 days stay, and of each day before the last. Noon, so that no time zone moves them. */
static void
test_thin_out (Fixture *fixture, gconstpointer data)
{
  /* days ago of revisions 1 to 9; three a day before, two within */
  static const gint days[] = { 200, 200, 200, 120, 91, 91, 89, 89, 3 };
  static const gint64 kept[] = { 10, 9, 8, 7, 6, 4, 3 };
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  g_autofree char *other = add_person (store, "Jo");
  g_autoptr (GArray) states = NULL, others = NULL;
  gint64 noon = g_get_real_time () / G_USEC_PER_SEC / DAY * DAY + DAY / 2;

  for (guint i = 1; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("Alex %u", i);
      g_assert_true (mp_store_rename (store, id, name, NULL));
    }
  for (guint i = 0; i < 9; i++)
    set_saved (store, i + 1, noon - days[i] * DAY + i);
  g_assert_true (mp_store_rename (store, id, "Alex again", NULL));
  states = history (store, id);
  g_assert_cmpuint (states->len, ==, G_N_ELEMENTS (kept));
  for (guint i = 0; i < states->len; i++)
    g_assert_cmpint (g_array_index (states, MpStoreState, i).revision, ==, kept[i]);
  others = history (store, other);
  g_assert_cmpuint (others->len, ==, 1);
}

/* Erasing somebody erases their history. */
static void
test_erase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MpStore) store = open_store (fixture);
  g_autofree char *id = add_person (store, "Alex");
  gint64 n;

  g_assert_true (mp_store_rename (store, id, "Sasha", NULL));
  g_assert_true (mp_store_delete (store, id, NULL));
  g_assert_true (mp_store_erase (store, id, NULL));
  g_assert_true (_mp_store_read_number (store, "SELECT count (*) FROM states", &n, NULL));
  g_assert_cmpint (n, ==, 0);
}

static void
test_differences (void)
{
  static const char before[]
    = "{\"format\": \"milepost-case\", \"beneficiary\": {\"name\": \"Alex\", \"blind\": false}, \"notes\": \"a/b\", \"weeks\": 4.3,"
      " \"scenarios\": [{\"name\": \"Full time\", \"work\": [{\"name\": \"Store clerk\", \"from\": \"2026-03\", \"monthly\": \"900.00\"},"
      " {\"name\": \"Tutor\", \"monthly\": \"50.00\"}]}, {\"name\": \"No work\"}]}";
  static const char after[]
    = "{\"format\": \"milepost-case\", \"beneficiary\": {\"name\": \"Alex\", \"blind\": true}, \"a/b~\": \"x\", \"weeks\": 4.1,"
      " \"scenarios\": [{\"name\": \"Full time\", \"work\": [{\"name\": \"Store clerk\", \"from\": \"2026-04\", \"monthly\": \"1200.00\"},"
      " {\"name\": \"Tutor\", \"monthly\": \"50.00\"}, {\"name\": \"Baker\"}]}, {\"name\": \"No work\"}]}";
  static const struct { const char *pointer, *words; } expected[] = {
    { "/notes", "notes: removed “a/b”" },
    { "/beneficiary/blind", "person, blind: no → yes" },
    { "/a~1b~0", "a/b~: added “x”" },
    { "/weeks", "weeks: 4.3 → 4.1" },
    { "/scenarios/0/work/0/from", "plans, “Full time”, jobs, “Store clerk”, from: March 2026 → April 2026" },
    { "/scenarios/0/work/0/monthly", "plans, “Full time”, jobs, “Store clerk”, amount a month: $900.00 → $1,200.00" },
    { "/scenarios/0/work/2", "plans, “Full time”, jobs: added “Baker”" },
  };
  g_autoptr (GPtrArray) found = mp_differences (before, strlen (before), after, strlen (after));
  g_autoptr (GPtrArray) same = mp_differences (before, strlen (before), before, strlen (before));

  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < found->len; i++)
    {
      const MpCaseDifference *difference = g_ptr_array_index (found, i);

      g_assert_cmpstr (difference->pointer, ==, expected[i].pointer);
      g_assert_cmpstr (difference->words, ==, expected[i].words);
    }
  g_assert_null (mp_differences ("{", 1, before, strlen (before)));
}

/* A plan put in front of the others is one difference, and not a change of each of them. */
/* What is left out and what is said as it is by default are one: a file from elsewhere, and the same case saved here. */
static void
test_defaults (void)
{
  static const char one[] = "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"name\": \"Alex\", \"birth_date\": \"1990-05-14\","
                            " \"state\": \"WI\", \"blind\": false}, \"ssdi\": {\"entitled_from\": \"2022-03\","
                            " \"amounts\": [{\"from\": \"2025-12\", \"monthly\": \"1215.00\"}]},"
                            " \"projection\": {\"start\": \"2026-01\", \"months\": 12}, \"scenarios\": [{\"name\": \"No work\", \"work\": []}]}";
  g_autofree char *other = g_strdup (one);
  g_autoptr (GPtrArray) found = NULL, none = NULL;
  char *blind = strstr (other, ", \"blind\": false");

  memset (blind, ' ', strlen (", \"blind\": false"));
  none = mp_differences (one, strlen (one), other, strlen (other));
  g_assert_cmpuint (none->len, ==, 0);
  memcpy (strstr (other, "1215.00"), "1216.00", 7);
  found = mp_differences (one, strlen (one), other, strlen (other));
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((MpCaseDifference *) g_ptr_array_index (found, 0))->before, ==, "$1,215.00");
  g_assert_cmpstr (((MpCaseDifference *) g_ptr_array_index (found, 0))->place, ==, "SSDI, full amounts, $1,215.00, amount a month");
}

static void
test_inserted (void)
{
  static const char before[] = "{\"scenarios\": [{\"name\": \"A\"}, {\"name\": \"B\"}]}";
  static const char after[] = "{\"scenarios\": [{\"name\": \"New\"}, {\"name\": \"A\"}, {\"name\": \"B\"}]}";
  g_autoptr (GPtrArray) added = mp_differences (before, strlen (before), after, strlen (after));
  g_autoptr (GPtrArray) removed = mp_differences (after, strlen (after), before, strlen (before));

  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpstr (((MpCaseDifference *) g_ptr_array_index (added, 0))->words, ==, "plans: added “New”");
  g_assert_cmpuint (removed->len, ==, 1);
  g_assert_cmpstr (((MpCaseDifference *) g_ptr_array_index (removed, 0))->words, ==, "plans: removed “New”");
  g_assert_cmpstr (((MpCaseDifference *) g_ptr_array_index (removed, 0))->pointer, ==, "/scenarios/0");
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/history/states", test_states },
    { "/history/thin-out", test_thin_out },
    { "/history/erase", test_erase },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  g_test_add_func ("/history/differences", test_differences);
  g_test_add_func ("/history/inserted", test_inserted);
  g_test_add_func ("/history/defaults", test_defaults);
  return g_test_run ();
}
