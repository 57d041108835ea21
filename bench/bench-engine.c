/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The engine alone on a case file: time, and what it allocates once its memory is there.
 *
 * usage: bench-engine CASE             prints a row of the table
 *        bench-engine CASE ROUNDS [x]  only projects, for callgrind; x: with trace
 */

#include "bench.h"
#include "mp-casefile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

typedef struct {
  MpProjection *projection;
  const MpCase *kase;
  const MpParameters *figures;
  MpProjectFlags flags;
  gpointer copy;
  gsize rows, events; /* bytes */
} Bench;

static void
project (gpointer data)
{
  Bench *self = data;

  if (!mp_project (self->projection, self->kase, 0, self->figures, self->flags, NULL))
    g_error ("the case could not be projected");
}

/* The least that a projection can cost: its rows and events are written once. */
static void
copy_answer (gpointer data)
{
  Bench *self = data;

  memcpy (self->copy, self->projection->rows, self->rows);
  memcpy ((guint8 *) self->copy + self->rows, self->projection->events->data, self->events);
  __asm__ volatile ("" : : "r" (self->copy) : "memory");
}

static void
print_row (Bench *self)
{
  double plain, traced, copied;
  guint64 before;

  project (self);
  before = allocations;
  for (guint i = 0; i < 100; i++)
    project (self);
  before = allocations - before;
  plain = bench_time (project, self);
  self->rows = self->projection->n_rows * sizeof (MpMonthRow);
  self->events = self->projection->events->len * sizeof (MpEvent);
  self->copy = g_malloc (self->rows + self->events);
  copied = bench_time (copy_answer, self);
  self->flags = MP_PROJECT_EXPLAIN;
  traced = bench_time (project, self);
  printf ("| %s | %u | %.1f | %.0f | %.1f | %.0f | %.2f | %.1f |\n", self->kase->title, self->projection->n_rows, plain / 1000,
          plain / self->projection->n_rows, traced / 1000, traced / self->projection->n_rows, (double) before / 100, copied / 1000);
  g_free (self->copy);
}

gint
main (gint argc, char **argv)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpParameters) figures = mp_parameters_new (NULL);
  g_autoptr (MpProjection) projection = mp_projection_new ();
  g_autoptr (MpCase) kase = argc > 1 ? mp_case_load (argv[1], problems, NULL) : NULL;
  Bench self = { projection, kase, figures, MP_PROJECT_DEFAULT, NULL };

  if (kase == NULL || figures == NULL)
    {
      fprintf (stderr, "usage: bench-engine CASE [ROUNDS [x]]\n");
      return EXIT_FAILURE;
    }
  if (argc == 2)
    print_row (&self);
  else
    {
      self.flags = argc > 3 ? MP_PROJECT_EXPLAIN : MP_PROJECT_DEFAULT;
      for (gint64 rounds = g_ascii_strtoll (argv[2], NULL, 10); rounds > 0; rounds--)
        project (&self);
    }
  return EXIT_SUCCESS;
}
