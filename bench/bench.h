/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Timing that the benches share: the best of several runs, in time of this process alone, so that
 * other work on the machine is mostly left out. */

#pragma once

#include <glib.h>
#include <time.h>

#define BENCH_REPEATS 7
/* Each run lasts about so many nanoseconds. */
#define BENCH_RUN G_GINT64_CONSTANT (50000000)

typedef void (*BenchFunc) (gpointer data);

static inline gint64
bench_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static inline gint64
bench_rounds (BenchFunc call, gpointer data, gint64 rounds)
{
  gint64 begin = bench_now ();

  for (gint64 i = 0; i < rounds; i++)
    call (data);
  return bench_now () - begin;
}

/* Nanoseconds of one call. */
static inline double
bench_time (BenchFunc call, gpointer data)
{
  gint64 rounds = 1, best = G_MAXINT64, took;

  while ((took = bench_rounds (call, data, rounds)) < BENCH_RUN / 10)
    rounds *= 2;
  rounds = MAX (1, rounds * BENCH_RUN / MAX (took, 1));
  for (guint i = 0; i < BENCH_REPEATS; i++)
    best = MIN (best, bench_rounds (call, data, rounds));
  return (double) best / (double) rounds;
}
