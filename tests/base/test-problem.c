/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-problem.h"

static void
test_add (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  const MpProblem *problem;

  mp_problems_add (problems, "/projection/start", "a month is YYYY-MM, got \"%s\"", "2026-13");
  mp_problems_add (problems, "", "the file is empty");
  g_assert_cmpuint (problems->len, ==, 2);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->pointer, ==, "/projection/start");
  g_assert_cmpstr (problem->message, ==, "a month is YYYY-MM, got \"2026-13\"");
}

/* RFC 6901, section 3 */
static void
test_pointer (void)
{
  g_autoptr (GString) pointer = g_string_new ("/a/");

  mp_pointer_append_part (pointer, "m~n/o ~1");
  g_assert_cmpstr (pointer->str, ==, "/a/m~0n~1o ~01");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem/add", test_add);
  g_test_add_func ("/problem/pointer", test_pointer);
  return g_test_run ();
}
