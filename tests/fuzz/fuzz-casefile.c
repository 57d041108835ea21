/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads bytes as a case file, projects it when it is one, and writes it back. */

#include "fuzz.h"

#include "mp-casefile.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static MpParameters *figures;
  static MpStream *stream;
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCase) kase = mp_case_read ((const char *) data, size, problems);
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_true ((kase != NULL) == (problems->len == 0));
  if (kase == NULL)
    return 0;
  if (figures == NULL)
    {
      figures = mp_parameters_new (NULL);
      stream = mp_stream_new (figures, MP_WRITE_EXPLAIN);
    }
  mp_stream_line (stream, (const char *) data, size, 1, out);
  {
    g_autofree char *first = mp_case_write (kase);
    g_autoptr (MpCase) again = mp_case_read (first, strlen (first), problems);
    g_autofree char *second = again != NULL ? mp_case_write (again) : NULL;
    g_assert_cmpstr (first, ==, second);
  }
  return 0;
}
