/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ten thousand malformed case files: each is refused with a pointer and words, or is still a case;
 * none makes the reader crash or hang. They are made from good ones by what happens to files: cut
 * off, bytes changed, lines lost, doubled or put elsewhere, values exchanged. */

#include "mp-casefile.h"

#include <stdio.h>
#include <string.h>

#define FILES 10000
#define SLOWEST (2 * G_USEC_PER_SEC) /* far above what a reader needs: a hang */

static const char *const values[] = {
  "null", "true", "-1", "1e999", "0.1", "\"\"", "\"2026-13\"", "\"2026-00-40\"", "\"9999-12\"", "\"-5.00\"", "\"1.005\"", "[]", "{}", "[[[]]]",
  "\"\\u0000\"", "\"\\ud800\"", "123456789012345678901234567890", "\"99999999999.00\"", "{\"a\": {\"a\": {}}}", "\"\xff\"", "601", "\"WI\"",
};

/* Puts another value in the place of one that stands after a colon. */
static void
exchange_value (GString *text, GRand *random)
{
  const char *place = text->str + g_rand_int_range (random, 0, (gint32) text->len);
  const char *colon = strchr (place, ':');
  gsize start, end;

  if (colon == NULL)
    return;
  start = (gsize) (colon - text->str) + 1;
  end = start + strcspn (text->str + start, ",}]\n");
  g_string_erase (text, (gssize) start, (gssize) (end - start));
  g_string_insert (text, (gssize) start, values[g_rand_int_range (random, 0, G_N_ELEMENTS (values))]);
}

static void
change_lines (GString *text, GRand *random)
{
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  gint n = (gint) g_strv_length (lines), one = g_rand_int_range (random, 0, n), other = g_rand_int_range (random, 0, n);
  gint kind = g_rand_int_range (random, 0, 3);

  g_string_truncate (text, 0);
  for (gint i = 0; i < n; i++)
    {
      const char *line = kind == 2 && i == one ? lines[other] : kind == 2 && i == other ? lines[one] : lines[i];

      if (kind != 0 || i != one)
        g_string_append_printf (text, "%s\n", line);
      if (kind == 1 && i == one)
        g_string_append_printf (text, "%s\n", line);
    }
}

static void
spoil (GString *text, GRand *random)
{
  for (gint n = g_rand_int_range (random, 1, 4); n > 0 && text->len > 1; n--)
    switch (g_rand_int_range (random, 0, 5))
      {
      case 0:
        g_string_truncate (text, (gsize) g_rand_int_range (random, 0, (gint32) text->len));
        break;
      case 1:
        text->str[g_rand_int_range (random, 0, (gint32) text->len)] = (char) g_rand_int_range (random, 1, 256);
        break;
      case 2:
        g_string_insert_c (text, g_rand_int_range (random, 0, (gint32) text->len), "{}[]\",:0-.\\e\n"[g_rand_int_range (random, 0, 14)]);
        break;
      case 3:
        change_lines (text, random);
        break;
      default:
        exchange_value (text, random);
      }
}

/* A pointer of RFC 6901: "" or "/..." with ~0 and ~1. */
static gboolean
is_pointer (const char *text)
{
  if (*text == '\0')
    return TRUE;
  if (*text != '/')
    return FALSE;
  for (; *text != '\0'; text++)
    if (*text == '~' && text[1] != '0' && text[1] != '1')
      return FALSE;
  return TRUE;
}

static gboolean
read_one (const GString *text)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (MpCase) kase = mp_case_read (text->str, text->len, problems);

  g_assert_cmpint (g_get_monotonic_time () - begin, <, SLOWEST);
  g_assert_true ((kase != NULL) == (problems->len == 0));
  for (guint i = 0; i < problems->len; i++)
    {
      const MpProblem *problem = g_ptr_array_index (problems, i);

      g_assert_true (is_pointer (problem->pointer));
      g_assert_cmpuint (strlen (problem->message), >, 5);
      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
    }
  return kase == NULL;
}

static void
test_malformed (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data", "samples", NULL);
  g_autoptr (GPtrArray) good = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) samples = g_dir_open (folder, 0, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);
  guint refused = 0, n = 0;
  const char *name;

  while ((name = g_dir_read_name (samples)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *text;

      if (g_str_has_suffix (name, ".milepost") && g_file_get_contents (path, &text, NULL, NULL))
        g_ptr_array_add (good, text);
    }
  g_assert_cmpuint (good->len, >, 3);
  for (; refused < FILES; n++)
    {
      g_autoptr (GString) text = g_string_new (g_ptr_array_index (good, n % good->len));

      spoil (text, random);
      refused += read_one (text);
      g_assert_cmpuint (n, <, 10 * FILES);
    }
  g_test_message ("%u files, %u of them refused with a place and words", n, refused);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/malformed", test_malformed);
  return g_test_run ();
}
