/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Times the engine alone on a case file, and counts what it allocates once its memory is there.
 *
 * usage: bench-engine CASE [MONTHS [ROUNDS]]
 */

#include "mp-casefile.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define REPEATS 7

static guint rounds = 20000;

/* Stands before the C library's allocator, for GLib too, and counts. */
extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *memory, size_t size);

static guint64 allocations;

void *
malloc (size_t size)
{
  allocations++;
  return __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  allocations++;
  return __libc_calloc (n, size);
}

void *
realloc (void *memory, size_t size)
{
  allocations++;
  return __libc_realloc (memory, size);
}

/* Nanoseconds of this process alone: other work on the machine is left out. */
static gint64
cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static gint64
time_round (MpProjection *projection, const MpCase *kase, const MpParameters *figures)
{
  gint64 begin = cpu_time ();

  for (guint i = 0; i < rounds; i++)
    if (!mp_project (projection, kase, 0, figures, MP_PROJECT_DEFAULT, NULL))
      g_error ("the case could not be projected");
  return (cpu_time () - begin) / rounds;
}

gint
main (gint argc, char **argv)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpParameters) figures = mp_parameters_new (NULL);
  g_autoptr (MpProjection) projection = mp_projection_new ();
  g_autoptr (MpCase) kase = NULL;
  gint64 times[REPEATS], best = G_MAXINT64;
  guint64 before, during;

  kase = argc > 1 ? mp_case_load (argv[1], problems, NULL) : NULL;
  if (kase == NULL || figures == NULL)
    {
      fprintf (stderr, "usage: bench-engine CASE [MONTHS [ROUNDS]]\n");
      return EXIT_FAILURE;
    }
  if (argc > 2)
    kase->projection.months = (gint) g_ascii_strtoll (argv[2], NULL, 10);
  if (argc > 3)
    rounds = (guint) g_ascii_strtoull (argv[3], NULL, 10);
  if (!mp_project (projection, kase, 0, figures, MP_PROJECT_DEFAULT, NULL))
    return EXIT_FAILURE;
  before = allocations;
  for (guint i = 0; i < 100; i++)
    if (!mp_project (projection, kase, 0, figures, MP_PROJECT_DEFAULT, NULL))
      return EXIT_FAILURE;
  during = allocations - before;
  for (guint i = 0; i < REPEATS; i++)
    {
      times[i] = time_round (projection, kase, figures);
      best = MIN (best, times[i]);
    }
  printf ("%s: %u months computed, %u reported\n", argv[1], projection->n_rows, projection->n_months);
  printf ("  ns a projection, %d runs of %u:", REPEATS, rounds);
  for (guint i = 0; i < REPEATS; i++)
    printf (" %" G_GINT64_FORMAT, times[i]);
  printf ("\n  best: %" G_GINT64_FORMAT " ns, %.1f ns a month\n", best, (double) best / projection->n_rows);
  printf ("  allocations a projection: %.2f (warnings and their pointers; none in the month loop)\n", (double) during / 100);
  return EXIT_SUCCESS;
}
