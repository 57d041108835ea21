/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: CC0-1.0
 */

/* What each plan of a case leaves in hand, by libmilepost.
 *
 * cc totals.c $(pkg-config --cflags --libs milepost-1) -o totals && ./totals CASE.milepost
 */

#include <milepost.h>
#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (MilepostCase) kase = NULL;

  if (argc != 2)
    {
      fprintf (stderr, "usage: totals CASE.milepost\n");
      return 2;
    }
  file = g_file_new_for_path (argv[1]);
  kase = milepost_case_new_from_file (file, &error);
  if (kase == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  for (guint i = 0; i < milepost_case_get_n_scenarios (kase); i++)
    {
      g_autoptr (MilepostProjection) projection = milepost_case_project (kase, i, MILEPOST_FLAGS_NONE, &error);
      gint64 cents;

      if (projection == NULL)
        {
          fprintf (stderr, "%s\n", error->message);
          return EXIT_FAILURE;
        }
      cents = milepost_projection_get_total (projection, MILEPOST_AMOUNT_NET);
      printf ("%s\t%u\t%" G_GINT64_FORMAT ".%02d\n", milepost_case_get_scenario_name (kase, i),
              milepost_projection_get_n_months (projection), cents / 100, (int) ABS (cents % 100));
    }
  return EXIT_SUCCESS;
}
