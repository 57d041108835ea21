/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads bytes as figures entered by hand, lays them over the published ones and writes them back. */

#include "fuzz.h"

#include "mp-overlay.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (MpOverlay) overlay = mp_overlay_parse ("mine.csv", bytes, problems);

  g_assert_true ((overlay != NULL) == (problems->len == 0));
  for (guint i = 0; i < problems->len; i++)
    g_assert_true (*((MpProblem *) g_ptr_array_index (problems, i))->message != '\0');
  if (overlay == NULL)
    return 0;
  {
    g_autofree char *first = mp_overlay_write (overlay);
    g_autoptr (GBytes) written = g_bytes_new (first, strlen (first));
    g_autoptr (MpOverlay) again = mp_overlay_parse ("again.csv", written, problems);
    g_autofree char *second = again != NULL ? mp_overlay_write (again) : NULL;

    g_assert_cmpstr (first, ==, second);
  }
  return 0;
}
