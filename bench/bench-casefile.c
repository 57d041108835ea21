/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading a case file and writing its projection, beside a bare parse and a plain copy.
 *
 * usage: bench-casefile CASE    prints rows of the table
 */

#include "bench.h"
#include "mp-casefile.h"
#include "mp-projection-write.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char *data;
  gsize length;
  MpCase *kase;
  MpProjection *projection;
  GPtrArray *problems;
  GString *out;
  MpWriteFlags flags;
  char *copy;
} Bench;

static void
read_case (gpointer data)
{
  Bench *self = data;

  if (!mp_case_read_into (self->kase, self->data, self->length, self->problems))
    g_error ("the case is refused");
}

static void
parse (gpointer data)
{
  Bench *self = data;
  json_t *root = json_loadb (self->data, self->length, JSON_REJECT_DUPLICATES, NULL);

  json_decref (root);
}

static void
write_projection (gpointer data)
{
  Bench *self = data;

  g_string_truncate (self->out, 0);
  mp_projections_to_json (self->out, self->kase, &self->projection, 1, self->flags);
}

static void
copy_out (gpointer data)
{
  Bench *self = data;

  memcpy (self->copy, self->out->str, self->out->len);
  __asm__ volatile ("" : : "r" (self->copy) : "memory");
}

static void
copy_in (gpointer data)
{
  Bench *self = data;

  memcpy (self->copy, self->data, self->length);
  __asm__ volatile ("" : : "r" (self->copy) : "memory");
}

static void
row (const char *what, const char *of, gsize bytes, double took, const char *beside, double limit)
{
  printf ("| %s, %s | %.1f KB | %.1f | %.0f | %s: %.2f |\n", what, of, (double) bytes / 1000, took / 1000,
          (double) bytes * 1000 / took, beside, limit / 1000);
}

gint
main (gint argc, char **argv)
{
  g_autoptr (MpParameters) figures = mp_parameters_new (NULL);
  Bench self = { .kase = mp_case_new (), .projection = mp_projection_new (), .problems = mp_problems_new (), .out = g_string_new (NULL) };

  if (argc != 2 || figures == NULL || !g_file_get_contents (argv[1], &self.data, &self.length, NULL))
    {
      fprintf (stderr, "usage: bench-casefile CASE\n");
      return EXIT_FAILURE;
    }
  read_case (&self);
  self.copy = g_malloc (8 * 1024 * 1024);
  row ("reading", self.kase->title, self.length, bench_time (read_case, &self), "bare jansson parse", bench_time (parse, &self));
  row ("copying", "the same bytes", self.length, bench_time (copy_in, &self), "itself", bench_time (copy_in, &self));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "writing the summary", "writing all months", "writing all months with trace" };
      static const MpWriteFlags flags[] = { MP_WRITE_SUMMARY, 0, MP_WRITE_EXPLAIN };
      double took;

      self.flags = flags[i];
      if (!mp_project (self.projection, self.kase, 0, figures, i == 2 ? MP_PROJECT_EXPLAIN : MP_PROJECT_DEFAULT, NULL))
        return EXIT_FAILURE;
      took = bench_time (write_projection, &self);
      row (names[i], self.kase->title, self.out->len, took, "memcpy of the output", bench_time (copy_out, &self));
    }
  return EXIT_SUCCESS;
}
