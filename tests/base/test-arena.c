/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-arena.h"

#include <string.h>

static void
test_zeroed_and_aligned (void)
{
  g_autoptr (MpArena) arena = mp_arena_new ();

  for (gsize size = 1; size < 20000; size += 997)
    {
      guint8 *memory = mp_arena_alloc (arena, size);

      g_assert_cmpuint ((gsize) memory % 16, ==, 0);
      for (gsize i = 0; i < size; i++)
        g_assert_cmpuint (memory[i], ==, 0);
      memset (memory, 0xff, size);
    }
  mp_arena_reset (arena);
  {
    guint8 *memory = mp_arena_alloc (arena, 64);
    for (gsize i = 0; i < 64; i++)
      g_assert_cmpuint (memory[i], ==, 0);
  }
}

static void
test_append (void)
{
  g_autoptr (MpArena) arena = mp_arena_new ();
  gint *numbers = NULL, *copy;
  guint n = 0, n_copy;

  for (gint i = 0; i < 1000; i++)
    {
      gint *added = mp_arena_append (arena, numbers, n);
      g_assert_cmpint (*added, ==, 0);
      *added = i;
    }
  g_assert_cmpuint (n, ==, 1000);
  for (gint i = 0; i < 1000; i++)
    g_assert_cmpint (numbers[i], ==, i);
  copy = mp_arena_copy_array (arena, numbers, 5, sizeof *numbers);
  n_copy = 5;
  *mp_arena_append (arena, copy, n_copy) = 50;
  g_assert_cmpint (copy[4], ==, 4);
  g_assert_cmpint (copy[5], ==, 50);
  g_assert_cmpint (numbers[5], ==, 5);
  g_assert_null (mp_arena_copy_array (arena, numbers, 0, sizeof *numbers));
}

static void
test_strdup (void)
{
  g_autoptr (MpArena) arena = mp_arena_new ();
  char text[] = "Alex";
  char *copy = mp_arena_strdup (arena, text);

  text[0] = 'X';
  g_assert_cmpstr (copy, ==, "Alex");
  g_assert_cmpstr (mp_arena_strdup (arena, ""), ==, "");
  g_assert_null (mp_arena_strdup (arena, NULL));
}

static void
test_empty (void)
{
  g_autoptr (MpArena) arena = mp_arena_new ();

  mp_arena_reset (arena);
  mp_arena_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arena/zeroed-and-aligned", test_zeroed_and_aligned);
  g_test_add_func ("/arena/append", test_append);
  g_test_add_func ("/arena/strdup", test_strdup);
  g_test_add_func ("/arena/empty", test_empty);
  return g_test_run ();
}
