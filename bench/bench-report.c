/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Milliseconds of the processor, which other work on the machine changes little, and memory of a whole report. usage: bench-report CASE [MONTHS [PLANS]] */

#include "mp-casefile.h"
#include "mp-report.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static guint
count_pages (GBytes *pdf)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  qpdf_data q = qpdf_init ();
  int n = qpdf_read_memory (q, "report", data, length, NULL) & QPDF_ERRORS ? 0 : qpdf_get_num_pages (q);

  qpdf_cleanup (&q);
  return (guint) n;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpParameters) parameters = mp_parameters_new (&error);
  g_autoptr (MpCase) kase = parameters != NULL && argc > 1 ? mp_case_load (argv[1], problems, &error) : NULL;
  guint plans = argc > 3 ? (guint) atoi (argv[3]) : 1, n_pages = 0;
  struct rusage usage;
  gint64 best = G_MAXINT64;
  gsize size = 0;

  if (kase == NULL)
    {
      g_printerr ("bench-report: %s\n", error != NULL ? error->message : "a case file is needed");
      return 1;
    }
  if (argc > 2)
    kase->projection.months = atoi (argv[2]);
  for (guint run = 0; run < 6; run++)
    {
      clock_t begin = clock ();

      n_pages = 0;
      for (guint i = 0; i < plans; i++)
        {
          g_autoptr (GBytes) pdf = mp_report_render (kase, i % kase->n_scenarios, parameters, NULL, &error);

          if (pdf == NULL)
            {
              g_printerr ("bench-report: %s\n", error->message);
              return 1;
            }
          size = g_bytes_get_size (pdf);
          if (run == 0)
            n_pages += count_pages (pdf);
        }
      best = MIN (best, (gint64) (clock () - begin) * 1000000 / CLOCKS_PER_SEC);
      if (run == 0)
        g_print ("%d months, %u plans: %u pages, ", kase->projection.months, plans, n_pages);
    }
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.0f ms at best, %zu kB, at most %ld MB of memory\n", (double) best / 1000, size / 1024, usage.ru_maxrss / 1024);
  return 0;
}
