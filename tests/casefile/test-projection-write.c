/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-casefile.h"

#include <jansson.h>
#include <string.h>

static MpParameters *figures;

static char *
sample_text (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data", "samples", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
sample_names (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".milepost"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names); /* so that the seed means the same everywhere */
  return names;
}

static void
test_strings (void)
{
  static const char text[] = "a\"b\\c\n\t\001\177é𝄞/";
  g_autoptr (GString) out = g_string_new (NULL);
  json_t *read;

  mp_json_append_string (out, text);
  read = json_loads (out->str, JSON_DECODE_ANY, NULL);
  g_assert_cmpstr (json_string_value (read), ==, text);
  json_decref (read);
  g_string_truncate (out, 0);
  mp_json_append_string (out, NULL);
  g_assert_cmpstr (out->str, ==, "null");
}

static void
test_error_object (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  mp_problems_add (problems, "/a~1b", "got \"%s\"", "x");
  mp_problems_to_json (out, problems, 7);
  g_strchomp (out->str);
  json_t *read = json_loads (out->str, 0, NULL);
  json_t *expected = json_loads ("{\"format\": \"milepost-error\", \"version\": 1, \"line\": 7, "
                                 "\"errors\": [{\"pointer\": \"/a~1b\", \"message\": \"got \\\"x\\\"\"}]}", 0, NULL);
  g_assert_true (json_equal (read, expected));
  json_decref (read);
  json_decref (expected);
}

static void
assert_keys (json_t *object, const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, " ", -1);
  const char *key;
  json_t *value;
  guint i = 0;

  json_object_foreach (object, key, value)
    g_assert_cmpstr (key, ==, names[i++]);
  g_assert_null (names[i]);
}

/* The keys and their order, as in doc/case-file.md. */
static void
assert_month (json_t *month)
{
  json_t *ticket = json_object_get (month, "ticket"), *payment;
  size_t i;

  assert_keys (month, "month estimated work ssdi ssi ticket cash");
  assert_keys (json_object_get (month, "work"), "earned paid hours irwe subsidy sga_countable");
  assert_keys (json_object_get (month, "ssdi"),
               "status twp_month twp_used sga benefit part_b payment auxiliary medicare_a medicare_b");
  assert_keys (json_object_get (month, "ssi"),
               "status budget_month earned countable_earned countable_unearned countable deemed federal state payment "
               "spouse_payment medicaid");
  assert_keys (ticket, "status provider outcome_month payments total cumulative next cdr_protected");
  json_array_foreach (json_object_get (ticket, "payments"), i, payment)
    assert_keys (payment, "code amount provider rate_year estimated");
  if (!json_is_null (json_object_get (ticket, "next")))
    assert_keys (json_object_get (ticket, "next"), "code have need amount window_ends blocked");
  assert_keys (json_object_get (month, "cash"), "earnings benefits share expenses net");
}

static void
assert_projection (const char *text, gsize length)
{
  json_error_t error;
  json_t *root = json_loadb (text, length, JSON_REJECT_DUPLICATES, &error), *scenario, *month;
  size_t i, j;

  g_assert_nonnull (root);
  assert_keys (root, "format version title parameters engine scenarios");
  json_array_foreach (json_object_get (root, "scenarios"), i, scenario)
    {
      assert_keys (scenario, "name months ssdi ticket events totals warnings");
      json_array_foreach (json_object_get (scenario, "months"), j, month)
        assert_month (month);
      assert_keys (json_object_get (scenario, "ssdi"), "twp_end epe_end cessation termination medicare_a_end periods");
      assert_keys (json_object_get (scenario, "ticket"), "class phase1_removed milestones_paid outcomes_paid outcomes_cap reviews");
      assert_keys (json_object_get (scenario, "totals"), "earnings ssdi ssi_federal ssi_state benefits en share net");
    }
  json_decref (root);
}

static void
test_samples (void)
{
  g_autoptr (GPtrArray) names = sample_names ();
  MpStream *stream = mp_stream_new (figures, MP_WRITE_DEFAULT);

  g_assert_cmpuint (names->len, >=, 7);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *text = sample_text (g_ptr_array_index (names, i));
      g_autoptr (GString) out = g_string_new (NULL);

      g_assert_true (mp_stream_line (stream, text, strlen (text), i + 1, out));
      g_assert_true (strchr (out->str, '\n') == out->str + out->len - 1);
      assert_projection (out->str, out->len);
    }
  mp_stream_free (stream);
}

/* What may stand in the place of a value of a good file. */
static const char *const values[] = {
  "null", "true", "false", "0", "-1", "1", "600", "1e300", "12.345", "9223372036854775807", "\"\"", "\"x\"", "[]", "{}",
  "\"1950-01\"", "\"2150-12\"", "\"2026-02\"", "\"2026-02-10\"", "\"0.00\"", "\"10000000.00\"", "\"0.01\"", "\"100\"",
  "\"RECON\"", "\"OUT60\"", "\"widow\"", "\"ssi\"", "\"self_employment\"", "\"week\"", "\"terminated\"", "[[[]]]",
};

/* Walks down at random and changes what is there. */
static void
change (json_t *container, GRand *random)
{
  guint n = (guint) (json_is_object (container) ? json_object_size (container) : json_array_size (container));
  guint chosen = n > 0 ? (guint) g_rand_int_range (random, 0, (gint32) n) : 0;
  void *iterator = json_object_iter (container);
  json_t *child, *value = json_loads (values[g_rand_int_range (random, 0, G_N_ELEMENTS (values))], JSON_DECODE_ANY, NULL);

  for (guint i = 0; i < chosen && iterator != NULL; i++)
    iterator = json_object_iter_next (container, iterator);
  child = json_is_object (container) ? json_object_iter_value (iterator) : json_array_get (container, chosen);
  if (n > 0 && json_is_object (container) + json_is_array (container) > 0 && json_object_size (child) + json_array_size (child) > 0 &&
      g_rand_int_range (random, 0, 6) > 0)
    change (child, random);
  else if (n > 0 && json_is_object (container) && g_rand_boolean (random))
    json_object_iter_set (container, iterator, value);
  else if (n > 0 && json_is_object (container))
    json_object_del (container, json_object_iter_key (iterator));
  else if (n > 0 && g_rand_boolean (random))
    json_array_set (container, chosen, value);
  else if (json_is_array (container))
    json_array_append (container, n > 0 ? child : value);
  json_decref (value);
}

/* Good files with one to three values changed: each line gives a projection or an error object. */
static void
test_mutations (void)
{
  GRand *random = g_rand_new_with_seed (404);
  g_autoptr (GPtrArray) names = sample_names ();
  MpStream *stream = mp_stream_new (figures, MP_WRITE_DEFAULT);
  guint taken = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = sample_text (g_ptr_array_index (names, i % names->len));
      g_autoptr (GString) out = g_string_new (NULL);
      json_t *root = json_loads (text, 0, NULL), *read;
      char *line;

      for (gint n = g_rand_int_range (random, 1, 4); n > 0; n--)
        change (root, random);
      line = json_dumps (root, JSON_COMPACT);
      if (mp_stream_line (stream, line, strlen (line), i, out))
        assert_projection (out->str, out->len), taken++;
      read = json_loadb (out->str, out->len, 0, NULL);
      g_assert_nonnull (read);
      json_decref (read);
      json_decref (root);
      free (line);
    }
  g_test_message ("%u of 2000 taken", taken);
  g_assert_cmpuint (taken, >, 50);
  mp_stream_free (stream);
  g_rand_free (random);
}

/* Wherever in a text a sign stands that JSON escapes, a reader of JSON finds the text again. */
static void
test_escapes (void)
{
  static const char signs[] = "\"\\\n\t\x01\x1f\x7f ~\xc3";

  for (gsize length = 1; length <= 50; length++)
    for (gsize at = 0; at < length; at++)
      for (const char *sign = signs; *sign != '\0'; sign++)
        {
          g_autoptr (GString) out = g_string_new (NULL);
          g_autofree char *text = g_strnfill (length + 1, 'a');
          json_t *read;

          text[at] = *sign;
          text[at + 1] = *sign == '\xc3' ? '\xa9' : 'b'; /* é */
          mp_json_append_string (out, text);
          read = json_loadb (out->str, out->len, JSON_DECODE_ANY, NULL);
          g_assert_cmpstr (json_string_value (read), ==, text);
          json_decref (read);
          g_assert_cmpuint (out->len, ==, length + 3 + (strchr ("\"\\\n\t", *sign) != NULL ? 1 : *sign > 0 && (*sign < ' ' || *sign == 0x7f) ? 5 : 0));
        }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  figures = mp_parameters_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/projection-write/escapes", test_escapes);
  g_test_add_func ("/projection-write/strings", test_strings);
  g_test_add_func ("/projection-write/error-object", test_error_object);
  g_test_add_func ("/projection-write/samples", test_samples);
  g_test_add_func ("/projection-write/mutations", test_mutations);
  status = g_test_run ();
  mp_parameters_free (figures);
  return status;
}
