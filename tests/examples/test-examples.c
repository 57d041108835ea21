/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs the worked examples: many are printed in the agency's own sources. Each line of an
 * examples file is a case with expected values (doc/case-file.md, last section). A test per
 * example, named by file and id. */

#include "mp-casefile.h"

#include <jansson.h>
#include <string.h>

static MpParameters *figures;

typedef struct {
  json_t *example;
} Fixture;

static json_t *
project_text (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  MpStream *stream = mp_stream_new (figures, 0);
  json_t *answer;

  mp_stream_line (stream, text, strlen (text), 1, out);
  mp_stream_free (stream);
  answer = json_loadb (out->str, out->len, JSON_REJECT_DUPLICATES, NULL);
  g_assert_nonnull (answer);
  return answer;
}

static json_t *
month_of (json_t *scenario, const char *month)
{
  size_t i;
  json_t *row;

  json_array_foreach (json_object_get (scenario, "months"), i, row)
    if (g_str_equal (json_string_value (json_object_get (row, "month")), month))
      return row;
  return NULL;
}

static json_t *
look_up (json_t *root, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", -1);

  for (guint i = 0; parts[i] != NULL && root != NULL; i++)
    root = json_is_array (root) ? json_array_get (root, (size_t) g_ascii_strtoull (parts[i], NULL, 10))
                                : json_object_get (root, parts[i]);
  return root;
}

/* Ticket payments as an object of code to amount, whatever their order. */
static json_t *
payments_by_code (json_t *list)
{
  json_t *by_code = json_object ();
  json_t *payment;
  size_t i;

  json_array_foreach (list, i, payment)
    {
      json_t *code = json_is_array (payment) ? json_array_get (payment, 0) : json_object_get (payment, "code");
      json_t *amount = json_is_array (payment) ? json_array_get (payment, 1) : json_object_get (payment, "amount");

      json_object_set (by_code, json_string_value (code), amount);
    }
  return by_code;
}

/* "81" in an example is "81.00" of the projection. */
static gboolean
is_same (json_t *want, json_t *got)
{
  MpMoney a, b;

  if (json_equal (want, got))
    return TRUE;
  return json_is_string (want) && json_is_string (got) && mp_money_parse (json_string_value (want), &a) &&
         mp_money_parse (json_string_value (got), &b) && a == b;
}

static gboolean
is_expected (json_t *expected, json_t *got)
{
  gboolean negated = json_object_get (expected, "not") != NULL;
  json_t *want = json_object_get (expected, negated ? "not" : "value");
  gboolean same;

  if (g_str_has_suffix (json_string_value (json_object_get (expected, "path")), "payments"))
    {
      json_t *a = payments_by_code (want), *b = payments_by_code (got);
      same = json_equal (a, b) && json_array_size (want) == json_array_size (got);
      json_decref (a);
      json_decref (b);
    }
  else
    {
      same = is_same (want, got);
    }
  return same != negated;
}

static void
test_example (gconstpointer data)
{
  const Fixture *fixture = data;
  g_autofree char *text = json_dumps (json_object_get (fixture->example, "case"), JSON_COMPACT);
  json_t *answer = project_text (text), *expected;
  const char *wrong = json_string_value (json_object_get (fixture->example, "expect_error"));
  size_t i;

  if (wrong != NULL)
    {
      gboolean found = FALSE;
      json_t *error;

      json_array_foreach (json_object_get (answer, "errors"), i, error)
        found = found || g_str_equal (json_string_value (json_object_get (error, "pointer")), wrong);
      g_assert_true (found);
    }
  json_array_foreach (json_object_get (fixture->example, "expect"), i, expected)
    {
      json_t *scenario = json_array_get (json_object_get (answer, "scenarios"),
                                         (size_t) json_integer_value (json_object_get (expected, "scenario")));
      const char *month = json_string_value (json_object_get (expected, "month"));
      const char *path = json_string_value (json_object_get (expected, "path"));
      json_t *got = look_up (month != NULL ? month_of (scenario, month) : scenario, path);

      if (got == NULL || !is_expected (expected, got))
        {
          g_autofree char *want_text = json_dumps (expected, JSON_COMPACT);
          g_autofree char *got_text = got != NULL ? json_dumps (got, JSON_COMPACT | JSON_ENCODE_ANY) : g_strdup ("nothing");
          g_autofree char *message = g_strdup_printf ("%s: expected %s, got %s", month != NULL ? month : "scenario", want_text, got_text);

          g_test_message ("%s", message);
          g_test_fail ();
        }
    }
  json_decref (answer);
}

static void
free_fixture (gpointer data)
{
  Fixture *fixture = data;

  json_decref (fixture->example);
  g_free (fixture);
}

gint
main (gint argc, char **argv)
{
  gint status;

  g_test_init (&argc, &argv, NULL);
  figures = mp_parameters_new (NULL);
  g_assert_nonnull (figures);
  for (gint i = 1; i < argc; i++)
    {
      g_autofree char *content = NULL;
      g_autofree char *file = g_path_get_basename (argv[i]);
      g_auto (GStrv) lines = NULL;

      g_assert_true (g_file_get_contents (argv[i], &content, NULL, NULL));
      lines = g_strsplit (content, "\n", -1);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_autofree char *path = NULL;
          Fixture *fixture;

          if (lines[j][0] == '\0')
            continue;
          fixture = g_new0 (Fixture, 1);
          fixture->example = json_loads (lines[j], 0, NULL);
          g_assert_nonnull (fixture->example);
          path = g_strdup_printf ("/examples/%s/%s", file, json_string_value (json_object_get (fixture->example, "id")));
          g_test_add_data_func_full (path, fixture, test_example, free_fixture);
        }
    }
  status = g_test_run ();
  mp_parameters_free (figures);
  return status;
}
