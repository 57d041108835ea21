/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The numbers are made up: SSA never gives out one that begins with 000 or 9. */

#include "mp-ssn.h"

static void
test_find (void)
{
  static const struct { const char *text; gint start, length; } cases[] = {
    { "", -1, 0 },
    { "000-12-3456", 0, 11 },
    { "Alex (000-12-3456)", 6, 11 },
    { "Alex 000 12 3456", 5, 11 },
    { "Alex 000123456", 5, 9 },
    { "ends 000123456.", 5, 9 },
    { "Ä 000-12-3456", 3, 11 },
    /* telephone numbers, ZIP codes, claim numbers, dates and amounts are none */
    { "608-555-0123", -1, 0 },
    { "6085550123", -1, 0 },
    { "53703-1234", -1, 0 },
    { "1-000-12-3456-7", 2, 11 },
    { "12000-12-3456", -1, 0 },
    { "000-12-34567", -1, 0 },
    { "2026-01-05", -1, 0 },
    { "00012345", -1, 0 },
    { "000-12 3456", 0, 11 },
    { "Alex 900-123456", 5, 10 },
    { "900.12.3456", 0, 11 },
    { "900 - 12 - 3456", 0, 15 },
    { "900\u201312\u20133456", 0, 15 },
    { "900-12-3456A", 0, 11 }, /* the number of an old Medicare card */
    { "$700 12/2025", -1, 0 },
    { "700 12-2025", -1, 0 },
    { "$943.00 2024", -1, 0 },
    { "$1,943.00 - 2024", -1, 0 },
    { "123.456789", -1, 0 },
    { "900 123456", -1, 0 }, /* a claim's number, or pay and a month */
    { "900/12/3456", 0, 11 },
    { "53703 1234", -1, 0 },
    { "12-3456789", -1, 0 }, /* an employer's number */
    { "555-0123 4", -1, 0 },
    { "(608) 555-0123", -1, 0 },
    { "608.555.0123", -1, 0 },
    { "1EG4-TE5-MK72", -1, 0 },
    { "12/31/2026", -1, 0 },
    { "200 - 20 -- 2026", -1, 0 },
    { "200 -- 20 -- 2026", -1, 0 },
    { "123456-789", -1, 0 },
    { "$1,234,567.89", -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start = 0, length = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (mp_ssn_find (cases[i].text, &start, &length), ==, cases[i].start >= 0);
      g_assert_cmpint (mp_ssn_find (cases[i].text, NULL, NULL), ==, cases[i].start >= 0);
      if (cases[i].start < 0)
        continue;
      g_assert_cmpuint (start, ==, (gsize) cases[i].start);
      g_assert_cmpuint (length, ==, (gsize) cases[i].length);
    }
}

static void
test_remove (void)
{
  g_autofree char *one = mp_ssn_remove ("Alex 000-12-3456, a note");
  g_autofree char *two = mp_ssn_remove ("000-12-3456 and 000123456");
  g_autofree char *none = mp_ssn_remove ("call 608-555-0123");

  g_assert_cmpstr (one, ==, "Alex , a note");
  g_assert_cmpstr (two, ==, " and ");
  g_assert_cmpstr (none, ==, "call 608-555-0123");
}

/* Typed key by key, the number is noticed before it is whole; a name with a few digits is not. */
static void
test_begins (void)
{
  static const struct { const char *text; gboolean begins; } cases[] = {
    { "", FALSE }, { "Alex", FALSE }, { "Alex 2", FALSE }, { "000-12", FALSE }, { "000-12-", FALSE }, { "00012", FALSE },
    { "000-12-3", TRUE }, { "000-12-345", TRUE }, { "Alex 000 12 34", TRUE }, { "000123", TRUE }, { "00012345", TRUE },
    { "000-12-3456", FALSE }, { "000123456", FALSE }, { "000-12-345 a", FALSE }, { "5000-12-3", FALSE }, { "608-555-0", FALSE },
    { "900-12345", TRUE }, { "555-0123", FALSE }, { "608-555", FALSE }, { "900.12.3", TRUE }, { "53703-1", FALSE },
    { "53703-123", FALSE }, { "900-12 345", TRUE }, { "900123456", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (mp_ssn_begins (cases[i].text), ==, cases[i].begins);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ssn/find", test_find);
  g_test_add_func ("/ssn/remove", test_remove);
  g_test_add_func ("/ssn/begins", test_begins);
  return g_test_run ();
}
