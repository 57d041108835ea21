/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-casefile-private.h"

#include <jansson.h>
#include <string.h>

#define HEAD "\"format\": \"milepost-case\", \"version\": 1"
#define PERSON "\"beneficiary\": {\"birth_date\": \"1990-05-14\"}"
#define TAIL "\"projection\": {\"start\": \"2026-01\", \"months\": 12}, \"scenarios\": [{\"name\": \"A\"}]"

typedef void (*EachText) (const char *name, const char *text, gsize length, gpointer data);

static void
each_line (const char *path, EachText each, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      json_t *line = json_loads (lines[i], 0, NULL);
      char *kase = line != NULL ? json_dumps (json_object_get (line, "case"), JSON_COMPACT) : NULL;
      if (kase != NULL)
        each (json_string_value (json_object_get (line, "id")), kase, strlen (kase), data);
      free (kase);
      json_decref (line);
    }
}

/* Every sample, and the case of every worked example in the tree. Returns how many files there were. */
static guint
each_good_case (EachText each, gpointer data)
{
  static const char *const folders[] = { "data/samples", "tests/examples" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          if (g_str_has_suffix (name, ".jsonl"))
            each_line (path, each, data), n++;
          else if (g_str_has_suffix (name, ".milepost"))
            {
              g_autofree char *text = NULL;
              gsize length;
              g_assert_true (g_file_get_contents (path, &text, &length, NULL));
              each (name, text, length, data);
              n++;
            }
        }
    }
  return n;
}

static void
assert_no_problems (const char *name, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MpProblem *problem = g_ptr_array_index (problems, i);
      g_test_message ("%s: %s: %s", name, problem->pointer, problem->message);
    }
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
round_trip (const char *name, const char *text, gsize length, gpointer data)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCase) kase = mp_case_read (text, length, problems);
  g_autoptr (MpCase) again = NULL;
  g_autoptr (MpCase) copy = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  assert_no_problems (name, problems);
  g_assert_nonnull (kase);
  first = mp_case_write (kase);
  again = mp_case_read (first, strlen (first), problems);
  assert_no_problems (name, problems);
  second = mp_case_write (again);
  g_assert_cmpstr (first, ==, second);
  copy = mp_case_copy (again);
  third = mp_case_write (copy);
  g_assert_cmpstr (first, ==, third);
}

static void
test_round_trip (void)
{
  g_assert_cmpuint (each_good_case (round_trip, NULL), >=, 7);
}

/* Reads a text that is wrong and expects exactly these places and words, pairs ended by NULL. */
static void
assert_refused (const char *text, const char *first_pointer, ...)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCase) kase = mp_case_read (text, strlen (text), problems);
  const char *pointer = first_pointer;
  guint n = 0;
  va_list args;

  g_assert_null (kase);
  va_start (args, first_pointer);
  for (; pointer != NULL; pointer = va_arg (args, const char *), n++)
    {
      const char *words = va_arg (args, const char *);
      const MpProblem *problem;

      g_assert_cmpuint (n, <, problems->len);
      problem = g_ptr_array_index (problems, n);
      g_assert_cmpstr (problem->pointer, ==, pointer);
      if (strstr (problem->message, words) == NULL)
        g_error ("expected “%s” in “%s”", words, problem->message);
    }
  va_end (args);
  g_assert_cmpuint (problems->len, ==, n);
}

static void
test_errors (void)
{
  assert_refused ("", "", "line 1", NULL);
  assert_refused ("{\"format\": ", "", "line 1, column", NULL);
  assert_refused ("{\n \"title\": \"a\",\n \"title\": \"b\"}", "", "line 3, column", NULL);
  assert_refused ("{" HEAD "} x", "", "line 1", NULL);
  assert_refused ("{\"title\": \"\xff\"}", "", "line 1", NULL);
  assert_refused ("[]", "", "an object stands in curly braces, got a list", NULL);
  assert_refused ("{" HEAD ", " PERSON ", " TAIL ", \"a~/b\": 1}", "/a~0~1b", "unknown key \"a~/b\"", NULL);
  assert_refused ("{" HEAD "}", "/beneficiary", "required", "/projection", "required", "/scenarios", "required", NULL);
  assert_refused ("{" HEAD ", " PERSON ", \"projection\": {\"start\": \"2026-13\", \"months\": 601}, \"scenarios\": [{}]}",
                  "/projection/start", "a month is YYYY-MM, got \"2026-13\"",
                  "/projection/months", "from 1 to 600, got 601", "/scenarios/0/name", "required", NULL);
  assert_refused ("{" HEAD ", " PERSON ", \"ssdi\": {\"entitled_from\": \"2022-03\", \"amounts\": "
                  "[{\"from\": \"2022-03\", \"monthly\": 12.345}, {\"from\": \"2022-04\", \"monthly\": \"-1.00\"}]}, " TAIL "}",
                  "/ssdi/amounts/0/monthly", "got 12.345", "/ssdi/amounts/1/monthly", "got \"-1.00\"", NULL);
}

/* What the form of one thing has to do with another is nothing: both are said. What follows from it is not. */
static void
test_errors_of_both_kinds (void)
{
  assert_refused ("{" HEAD ", \"note\": \"\", " PERSON ", \"ssi\": {\"eligible_from\": \"2022\"}, " TAIL "}",
                  "/note", "unknown key", "/ssi/eligible_from", "got \"2022\"", "/beneficiary/state", "required when there is SSI", NULL);
  assert_refused ("{" HEAD ", " PERSON ", \"projection\": {\"start\": \"2026-01\", \"months\": 12}, \"scenarios\": [{\"name\": \"A\"}, "
                  "{\"name\": \"A\", \"work\": [{\"from\": \"2026-04\", \"to\": \"2026-02\", \"monthly\": \"x\"}]}]}",
                  "/scenarios/1/work/0/monthly", "got \"x\"", "/scenarios/1", "twice", "/scenarios/1/work/0/to", "cannot end before", NULL);
  assert_refused ("{" HEAD ", " PERSON ", \"projection\": {\"start\": \"2026-01\", \"months\": 12}, \"scenarios\": [{\"name\": \"A\", \"ticket\": "
                  "{\"claims\": [{\"code\": \"P1M1\", \"split\": [{\"provider\": \"N\", \"percent\": \"x\"}, {\"provider\": \"S\", \"percent\": \"40\"}]}]}}]}",
                  "/scenarios/0/ticket/claims/0/split/0/percent", "got \"x\"", NULL);
  assert_refused ("{" HEAD ", " PERSON ", \"ticket\": {\"rates\": [{\"year\": \"a\"}, {\"year\": \"b\"}]}, " TAIL "}",
                  "/ticket/rates/0/year", "got \"a\"", "/ticket/rates/1/year", "got \"b\"", NULL);
}

/* The files tests/casefile/data/bad-*.milepost, one kind of mistake each, and what is said about them. */
static const struct {
  const char *name;
  struct { const char *pointer, *words; } expected[4];
} bad_files[] = {
  { "unknown-key", { { "/scenarios/0/work/0/montly", "unknown key \"montly\"" } } },
  { "missing-keys", { { "/beneficiary/birth_date", "required" },  { "/scenarios/0/work/0/from", "required" },  { "/projection", "required" } } },
  { "bad-month", { { "/projection/start", "a month is from 1950-01 to 2150-12" },  { "/scenarios/0/work/0/from", "a month is YYYY-MM, got \"2026-13\"" } } },
  { "bad-money", { { "/ssdi/amounts/0/monthly", "got -5" },  { "/scenarios/0/work/0/monthly", "got \"1,800\"" } } },
  { "bad-enum", { { "/scenarios/0/work/0/kind", "\"kind\" is \"wages\" or \"self_employment\", got \"wage\"" } } },
  { "both-pays", { { "/scenarios/0/work/0/hourly", "not both" } } },
  { "no-state", { { "/beneficiary/state", "required" } } },
  { "too-many-months", { { "/projection/months", "from 1 to 600, got 601" } } },
  { "overlap", { { "/ssdi/amounts/1", "overlaps" } } },
  { "name-twice", { { "/scenarios/1", "got \"Work\" twice" } } },
  { "backwards", { { "/scenarios/0/work/0/to", "got \"2026-02\"" } } },
  { "undecided", { { "/scenarios/0/expedited_reinstatement/0/approved", "approved" } } },
  { "split", { { "/scenarios/0/ticket/claims/0/split", "got 90.00" } } },
  { "outside", { { "/scenarios/0/work/0/months/2026-02", "outside" } } },
  { "readings", { { "/assumptions/readings/ticket~1S-01", "\"half_twl\"" },  { "/assumptions/readings/ticket~1S-99", "unknown key" } } },
  { "format", { { "/format", "milepost-case" },  { "/version", "version 1" } } },
  { "ssn", { { "/beneficiary/name", "Social Security number" } } },
  { "truncated", { { "", "line " } } },
  { "key-twice", { { "", "line 3, column" } } },
  { "utf-8", { { "", "line 1" } } },
};

static void
test_bad_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *name = g_strdup_printf ("bad-%s.milepost", bad_files[i].name);
      g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "tests", "casefile", "data", name, NULL);
      g_autoptr (GPtrArray) problems = mp_problems_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MpCase) kase = mp_case_load (path, problems, &error);
      guint n = 0;

      g_assert_no_error (error);
      g_assert_null (kase);
      for (; n < 4 && bad_files[i].expected[n].pointer != NULL; n++)
        {
          const MpProblem *problem;
          g_assert_cmpuint (n, <, problems->len);
          problem = g_ptr_array_index (problems, n);
          g_assert_cmpstr (problem->pointer, ==, bad_files[i].expected[n].pointer);
          if (strstr (problem->message, bad_files[i].expected[n].words) == NULL)
            g_error ("%s: expected “%s” in “%s”", name, bad_files[i].expected[n].words, problem->message);
        }
      g_assert_cmpuint (problems->len, ==, n);
    }
}

static void
test_no_file (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (mp_case_load ("/nowhere/nobody.milepost", problems, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_numbers (void)
{
  static const char text[] = "{" HEAD ", " PERSON ", \"ssdi\": {\"entitled_from\": \"2022-03\", \"amounts\": "
    "[{\"from\": \"2022-03\", \"to\": null, \"monthly\": 640.1}], \"medicare\": {\"part_b\": {}}}, " TAIL "}";
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCase) kase = mp_case_read (text, strlen (text), problems);

  assert_no_problems ("numbers", problems);
  g_assert_cmpint (kase->ssdi.amounts[0].monthly, ==, 64010);
  g_assert_cmpint (kase->ssdi.amounts[0].when.to, ==, MP_MONTH_OPEN);
  g_assert_true (kase->ssdi.medicare.part_b.present);
  g_assert_true (kase->ssdi.medicare.part_b.enrolled);
  g_assert_cmpint (kase->ssdi.medicare.part_b.from, ==, MP_MONTH_NONE);
}

static void
mutate (const char *name, const char *text, gsize length, gpointer data)
{
  GRand *random = data;
  MpCase *kase = mp_case_new ();

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GPtrArray) problems = mp_problems_new ();
      g_autofree char *broken = g_memdup2 (text, length);
      gsize size = length;

      for (gint n = g_rand_int_range (random, 1, 5); n > 0; n--)
        broken[g_rand_int_range (random, 0, (gint32) length)] = (char) g_rand_int_range (random, 0, 256);
      if (g_rand_boolean (random))
        size = (gsize) g_rand_int_range (random, 0, (gint32) length);
      g_assert_true (mp_case_read_into (kase, broken, size, problems) == (problems->len == 0));
    }
  mp_case_free (kase);
}

static void
test_mutations (void)
{
  GRand *random = g_rand_new_with_seed (20260101);

  for (guint i = 0; i < 15; i++)
    each_good_case (mutate, random);
  g_rand_free (random);
}

/* The two facts that only some readings of the Ticket ask for: read, kept, refused where they mean nothing. */
static void
test_ticket_facts (void)
{
  static const char *const text =
    "{\"format\":\"milepost-case\",\"version\":1,\"beneficiary\":{\"birth_date\":\"1990-05-14\"},"
    "\"ticket\":{\"authorised\":\"2025-09\"},\"projection\":{\"start\":\"2026-01\",\"months\":1},"
    "\"scenarios\":[{\"name\":\"A\",\"ticket\":{\"assignments\":[{\"provider\":\"State VR\",\"role\":\"%s\","
    "\"from\":\"2024-01-10\",\"reimbursed\":true}]}}]}";
  g_autofree char *good = g_strdup_printf (text, "vr_cost_reimbursement"), *bad = g_strdup_printf (text, "en");
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCase) kase = mp_case_read (good, strlen (good), problems);

  assert_no_problems ("ticket facts", problems);
  g_assert_cmpint (kase->ticket.authorised, ==, mp_month (2025, 9));
  g_assert_true (kase->scenarios[0].ticket.assignments[0].reimbursed);
  round_trip ("ticket facts", good, strlen (good), NULL);
  assert_refused (bad, "/scenarios/0/ticket/assignments/0/reimbursed", "only the role", NULL);
}

static void
test_deep (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autofree char *deep = g_strnfill (100000, '[');

  g_assert_null (mp_case_read (deep, strlen (deep), problems));
  g_assert_cmpuint (problems->len, ==, 1);
}

/* What the plain reader takes, jansson takes too, and the case is the same. */
static gboolean
is_plain (const char *text, gsize length)
{
  MpCase *plain = mp_case_new (), *tree = mp_case_new ();
  g_autoptr (GPtrArray) of_plain = mp_problems_new (), of_tree = mp_problems_new ();
  const gboolean taken = _mp_case_read_plain (plain, text, length);

  if (taken)
    {
      g_autofree char *a = NULL, *b = NULL;

      mp_case_validate (plain, of_plain);
      _mp_case_read_tree (tree, text, length, of_tree);
      g_assert_cmpuint (of_plain->len, ==, of_tree->len);
      for (guint i = 0; i < of_plain->len; i++)
        {
          const MpProblem *one = g_ptr_array_index (of_plain, i), *other = g_ptr_array_index (of_tree, i);

          g_assert_cmpstr (one->pointer, ==, other->pointer);
          g_assert_cmpstr (one->message, ==, other->message);
        }
      a = mp_case_write (plain);
      b = mp_case_write (tree);
      g_assert_cmpstr (a, ==, b);
    }
  mp_case_free (plain);
  mp_case_free (tree);
  return taken;
}

/* One byte becomes another, goes or comes. */
static void
change_byte (GRand *random, GString *text)
{
  static const char signs[] = "{}[]\",:\\ \n\t-+.eE0123456789truefalsn/\x01\x1f\x7f\x80\xc3\xa9\xed\xff";
  const gssize at = g_rand_int_range (random, 0, (gint32) text->len);
  const char sign = signs[g_rand_int_range (random, 0, sizeof signs)];

  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      g_string_erase (text, at, 1);
      break;
    case 1:
      g_string_insert_c (text, at, sign);
      break;
    default:
      text->str[at] = sign;
    }
}

/* data: how many were tried, and how many of them were plain */
static void
try_plain (const char *name, const char *text, gsize length, gpointer data)
{
  GRand *random = g_rand_new_with_seed (g_str_hash (name));
  guint *n = data;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GString) changed = g_string_new_len (text, (gssize) length);

      for (gint changes = g_rand_int_range (random, 0, 4); changes > 0; changes--)
        change_byte (random, changed);
      n[0]++;
      n[1] += is_plain (changed->str, changed->len);
    }
  g_rand_free (random);
}

/* A case with another key or value, or nothing else. */
#define WITH(more) "{" HEAD ", " PERSON more ", " TAIL "}"
#define HISTORY(months) WITH (", \"ssdi\": {\"entitled_from\": \"2022-03\", \"amounts\": [], \"history\": {\"through\": \"2025-12\", \"twp_months\": " months "}}")
#define JOB(rest) "{" HEAD ", " PERSON ", \"projection\": {\"start\": \"2026-01\", \"months\": 12}, " \
  "\"scenarios\": [{\"name\": \"A\", \"work\": [{\"from\": \"2026-01\"" rest "}]}]}"

static void
test_plain (void)
{
  static const char *const plain[] = {
    WITH (""), " \r\n\t" WITH ("") "\r\n\t", WITH (",\"title\":\"\""), WITH (", \"title\": \"Jos\303\251 \177\", \"notes\" :null"), WITH (", \"paid\": [ ]"),
    WITH (", \"sources\": {\"/ssdi\": {}, \"/ssi\": {\"client\": true}}"), WITH (", \"sources\": {}"), WITH (", \"sources\":{\"/n\303\251\":{}}"),
    WITH (", \"assumptions\": {\"cola_percent\": 2}"), WITH (", \"assumptions\": {\"cola_percent\": 0}"), HISTORY ("[\"2022-05\",\"2022-06\"]"), HISTORY ("[ ]"),
    JOB (", \"monthly\": 900, \"months\": {\"2026-03\": {\"earned\": \"5\"}, \"2026-02\": {}}"), JOB (", \"monthly\": \"900.5\", \"average\": false"),
  };
  static const char *const others[] = {
    "", " ", "[]", "1", "{", "{\"title\"", "{\"title\":", "{\"title\":\"\"", "{\"title\":\"\",}", "{,}", WITH ("") "x", WITH ("") "{}", WITH (", a: 1"),
    WITH (", \"a\": 1"), WITH (", \"title\": \"a\", \"title\": \"a\""), WITH (", \"title\": null, \"title\": \"a\""), WITH (", \"title\" \"a\""), WITH (" \"title\": \"a\""),
    WITH (", \"title\": \"\\n\""), WITH (", \"titl\\u0065\": \"a\""), WITH (", \"title\": \"\t\""), WITH (", \"title\": \"\377\""), WITH (", \"title\": \"\355\240\200\""),
    WITH (", \"title\": 1"), WITH (", \"title\": []"), WITH (", \"title\": {}"), WITH (", \"title\": truex"), WITH (", \"title\": nul"), WITH (", \"paid\": {}"), WITH (", \"paid\": [1]"), WITH (", \"paid\": [{}]"),
    WITH (", \"assumptions\": {\"cola_percent\": 02}"), WITH (", \"assumptions\": {\"cola_percent\": 2.5}"), WITH (", \"assumptions\": {\"cola_percent\": 2e1}"),
    WITH (", \"assumptions\": {\"cola_percent\": -2}"), WITH (", \"assumptions\": {\"cola_percent\": 1234567890123456}"), WITH (", \"assumptions\": []"),
    WITH (", \"assumptions\": {\"readings\": {\"ticket/S-99\": \"x\"}}"), WITH (", \"sources\": {\"/ssdi\": {}, \"/ssdi\": {}}"), WITH (", \"sources\": {\"ssdi\": {}}"),
    HISTORY ("[\"2022-05\",]"), HISTORY ("[\"2022-05\" \"2022-06\"]"), HISTORY ("[\"2022-13\"]"), HISTORY ("{}"),
    JOB (", \"months\": {\"2026-03\": {}, \"2026-02\": {}, \"2026-03\": {}}"), JOB (", \"months\": {\"2026-3\": {}}"), JOB (", \"monthly\": \"1,5\""), JOB (", \"kind\": \"wage\""),
    "{" HEAD ", " PERSON ", \"scenarios\": [{\"name\": \"A\"}]}", "\357\273\277" WITH (""), "{" HEAD ", " TAIL ", \"beneficiary\": {}}",
  };
  g_autoptr (GString) deep = g_string_new (NULL), many = g_string_new ("{" HEAD ", " PERSON ", " TAIL ", \"sources\": {");
  guint n[2] = { 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (!is_plain (plain[i], strlen (plain[i])))
      g_error ("not taken as plain: %s", plain[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (is_plain (others[i], strlen (others[i])))
      g_error ("taken as plain: %s", others[i]);
  g_assert_false (is_plain (WITH ("\0"), sizeof WITH ("\0") - 1));
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "{\"ssdi\":");
  g_assert_false (is_plain (deep->str, deep->len));
  /* a last source that is there twice, behind so many that nobody looks at them all */
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (many, "\"/pinned/%u\":{},", MIN (i, 298));
  many->str[many->len - 1] = '}';
  g_string_append_c (many, '}');
  g_assert_false (is_plain (many->str, many->len));
  each_good_case (try_plain, n);
  /* the documents that were left as they are are plain, and some of those that were changed */
  g_test_message ("%u of %u were plain", n[1], n[0]);
  g_assert_cmpuint (n[1], >, n[0] / 4);
  g_assert_cmpuint (n[1], <, n[0]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/casefile/round-trip", test_round_trip);
  g_test_add_func ("/casefile/errors", test_errors);
  g_test_add_func ("/casefile/errors-of-both-kinds", test_errors_of_both_kinds);
  g_test_add_func ("/casefile/bad-files", test_bad_files);
  g_test_add_func ("/casefile/no-file", test_no_file);
  g_test_add_func ("/casefile/numbers", test_numbers);
  g_test_add_func ("/casefile/mutations", test_mutations);
  g_test_add_func ("/casefile/ticket-facts", test_ticket_facts);
  g_test_add_func ("/casefile/deep", test_deep);
  g_test_add_func ("/casefile/plain", test_plain);
  return g_test_run ();
}
