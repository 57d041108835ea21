/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Times the caseload with many people, plain and sealed: opening and the first list, a search as
 * one types, and the save of one change. The time of the processor beside that of the clock tells how
 * much of it other programs took.
 *
 * usage: bench-store CASE [PEOPLE]
 */

#include "mp-casefile.h"
#include "mp-seal.h"
#include "mp-store.h"

#include <glib/gstdio.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SCENARIOS 3
#define ROUNDS 21
#define PASSPHRASE "correct horse battery staple"

typedef struct { double wall, cpu; } Time;

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static double
cpu_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static Time
begin_time (void)
{
  return (Time) { (double) g_get_monotonic_time () / 1000, cpu_now () };
}

static Time
since (Time begin)
{
  Time now = begin_time ();

  return (Time) { now.wall - begin.wall, now.cpu - begin.cpu };
}

static void
print_times (const char *what, const Time *times, guint n)
{
  double wall[64], cpu[64];

  for (guint i = 0; i < n; i++)
    {
      wall[i] = times[i].wall;
      cpu[i] = times[i].cpu;
    }
  qsort (wall, n, sizeof *wall, compare_times);
  qsort (cpu, n, sizeof *cpu, compare_times);
  printf ("  %-28s median %8.2f ms, best %8.2f ms; processor: median %8.2f ms, most %8.2f ms\n",
          what, wall[n / 2], wall[0], cpu[n / 2], cpu[n - 1]);
}

/* A case with three plans, whose person has a name of their own. */
static char *
make_case (json_t *template, guint number)
{
  static const char *const first[] = { "Alex", "Jo", "Kim", "Sam", "Rosa", "Lee", "Dana", "Mia", "Noor", "Ivan" };
  static const char *const last[] = { "Adler", "Baker", "Cruz", "Diaz", "Evans", "Fox", "Gray", "Hill", "Ito", "Jones" };
  json_t *kase = json_deep_copy (template), *scenarios = json_object_get (kase, "scenarios");
  g_autofree char *name = g_strdup_printf ("%s %s %u", first[number % 10], last[number / 10 % 10], number);
  char *dumped, *document;

  json_object_set_new (json_object_get (kase, "beneficiary"), "name", json_string (name));
  json_object_del (kase, "id");
  for (gsize i = json_array_size (scenarios); i < SCENARIOS; i++)
    {
      json_t *copy = json_deep_copy (json_array_get (scenarios, 0));
      g_autofree char *title = g_strdup_printf ("Plan %u of %s", (guint) i + 1, name);

      json_object_set_new (copy, "name", json_string (title));
      json_array_append_new (scenarios, copy);
    }
  dumped = json_dumps (kase, JSON_INDENT (2) | JSON_PRESERVE_ORDER);
  document = g_strdup (dumped);
  free (dumped);
  json_decref (kase);
  return document;
}

static MpStore *
must_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  MpStore *store = mp_store_open (path, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  return store;
}

static guint
count (MpStore *store, const char *search)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = mp_store_list (store, search, MP_STORE_SHELF_PEOPLE, &error);

  if (entries == NULL)
    g_error ("%s", error->message);
  return entries->len;
}

static void
time_open (const char *path, gboolean sealed)
{
  Time opened[ROUNDS], unlocked[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      Time begin = begin_time ();
      g_autoptr (MpStore) store = must_open (path);

      unlocked[i] = (Time) { 0, 0 };
      if (sealed)
        {
          Time asked = begin_time ();

          if (!mp_store_unlock (store, PASSPHRASE, NULL))
            g_error ("not unlocked");
          unlocked[i] = since (asked);
        }
      count (store, NULL);
      opened[i] = since (begin);
      opened[i].wall -= unlocked[i].wall;
      opened[i].cpu -= unlocked[i].cpu;
    }
  print_times ("open and first list", opened, ROUNDS);
  if (sealed)
    print_times ("  and Argon2id, on purpose", unlocked, ROUNDS);
}

static void
time_search (const char *path, gboolean sealed)
{
  static const char *const typed[] = { "k", "ki", "kim", "kim ", "kim c", "kim cr", "kim cru", "kim cruz", "kim cruz p", "plan 3", "", "zzz" };
  g_autoptr (MpStore) store = must_open (path);
  Time times[G_N_ELEMENTS (typed)];

  if (sealed && !mp_store_unlock (store, PASSPHRASE, NULL))
    g_error ("not unlocked");
  count (store, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      Time begin = begin_time ();
      count (store, typed[i]);
      times[i] = since (begin);
    }
  print_times ("a keystroke of a search", times, G_N_ELEMENTS (typed));
}

static void
time_save (const char *path, json_t *template, gboolean sealed)
{
  g_autoptr (MpStore) store = must_open (path);
  Time saved[ROUNDS], listed[ROUNDS];
  g_autoptr (GPtrArray) entries = NULL;

  if (sealed && !mp_store_unlock (store, PASSPHRASE, NULL))
    g_error ("not unlocked");
  entries = mp_store_list (store, NULL, MP_STORE_SHELF_PEOPLE, NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      const MpStoreEntry *entry = g_ptr_array_index (entries, i * entries->len / ROUNDS);
      g_autofree char *document = make_case (template, 100000 + i);
      gint64 revision = entry->revision;
      Time begin = begin_time ();
      g_autofree char *id = mp_store_save (store, entry->person_id, &revision, document, NULL);

      if (id == NULL)
        g_error ("not saved");
      saved[i] = since (begin);
      begin = begin_time ();
      count (store, "kim");
      listed[i] = since (begin);
    }
  print_times ("save of one change", saved, ROUNDS);
  print_times ("a search right after it", listed, ROUNDS);
}

static void
fill (const char *path, json_t *template, guint people)
{
  g_autoptr (MpStore) store = must_open (path);
  Time begin = begin_time ();

  for (guint i = 0; i < people; i++)
    {
      g_autofree char *document = make_case (template, i);
      g_autofree char *id = mp_store_save (store, NULL, NULL, document, NULL);

      if (id == NULL)
        g_error ("not saved");
    }
  printf ("%u people with %d plans each, added one by one in %.1f s\n", people, SCENARIOS, since (begin).wall / 1000);
}

gint
main (gint argc, char **argv)
{
  json_t *template = argc > 1 ? json_load_file (argv[1], 0, NULL) : NULL;
  guint people = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 10000;
  g_autofree char *folder = g_dir_make_tmp ("milepost-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "milepost.db", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", folder);
  GStatBuf status = { 0 };

  if (template == NULL)
    {
      fprintf (stderr, "usage: bench-store CASE [PEOPLE]\n");
      return EXIT_FAILURE;
    }
  fill (path, template, people);
  for (guint sealed = 0; sealed < 2; sealed++)
    {
      if (sealed)
        {
          g_autoptr (MpStore) store = must_open (path);
          Time begin = begin_time ();
          g_autofree char *recovery_key = mp_store_seal (store, PASSPHRASE, NULL);

          if (recovery_key == NULL)
            g_error ("not sealed");
          printf ("sealing all of it: %.1f s\n", since (begin).wall / 1000);
        }
      g_stat (path, &status);
      printf ("%s, %.1f MB\n", sealed ? "sealed" : "plain", (double) status.st_size / 1e6);
      time_open (path, sealed);
      time_search (path, sealed);
      time_save (path, template, sealed);
    }
  json_decref (template);
  return system (remove) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
