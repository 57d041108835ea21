/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-casefile.h"
#include "mp-edit.h"

#include <jansson.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define FULL \
  "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"birth_date\": \"1990-05-14\", \"state\": \"WI\"}," \
  "\"ssdi\": {\"entitled_from\": \"2022-03\", \"amounts\": [{\"from\": \"2025-12\", \"monthly\": \"640.00\"}]}," \
  "\"ssi\": {\"eligible_from\": \"2022-02\"}, \"projection\": {\"start\": \"2026-01\", \"months\": 12}," \
  "\"scenarios\": [{\"name\": \"A\", \"work\": [{\"from\": \"2026-03\", \"monthly\": \"900.00\"}]}]}"
#define BARE \
  "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"birth_date\": \"1990-05-14\", \"state\": \"WI\"}," \
  "\"projection\": {\"start\": \"2026-01\", \"months\": 12}, \"scenarios\": [{\"name\": \"A\"}]}"

static MpCase *
read_text (const char *text)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *kase = mp_case_read (text, strlen (text), problems);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s: %s", ((MpProblem *) problems->pdata[i])->pointer, ((MpProblem *) problems->pdata[i])->message);
  g_assert_nonnull (kase);
  return kase;
}

/* Written, read and checked again. */
static void
assert_valid (const MpCase *kase)
{
  g_autofree char *text = mp_case_write (kase);
  g_autoptr (MpCase) again = read_text (text);
  g_autofree char *second = mp_case_write (again);

  g_assert_cmpstr (text, ==, second);
}

static void
assert_fact (const MpCase *kase, const char *pointer, const char *text)
{
  g_autofree char *got = mp_edit_get (kase, pointer);

  g_test_message ("%s", pointer);
  g_assert_cmpstr (got, ==, text);
}

/* A fact that the file's own value stands for is taken and gives the same file. */
static void
check_leaf (const char *before, const char *pointer, const json_t *value)
{
  g_autoptr (MpCase) kase = read_text (before);
  g_autofree char *text = mp_edit_get (kase, pointer);
  g_autofree char *after = NULL;
  MpEditFact fact;
  gint64 file = 0, got = 0;

  g_test_message ("%s is \"%s\"", pointer, text);
  g_assert_true (mp_edit_look (kase, pointer, &fact));
  g_assert_true (fact.given || fact.kind == MP_EDIT_BOOL || json_string_length (value) == strlen ("standard") || fact.kind == MP_EDIT_MONEY);
  if (json_is_boolean (value))
    g_assert_cmpstr (text, ==, json_is_true (value) ? "true" : "false");
  else if (json_is_string (value) && mp_decimal_parse (json_string_value (value), 2, &file))
    {
      if (fact.given) /* a subsidy of 0.00 is none */
        {
          g_assert_true (mp_decimal_parse (text, 2, &got));
          g_assert_cmpint (got, ==, file);
        }
    }
  else if (json_is_string (value))
    g_assert_cmpstr (text, ==, json_string_value (value));
  g_assert_true (mp_edit_set (kase, pointer, text) || (*text == '\0' && fact.required));
  after = mp_case_write (kase);
  g_assert_cmpstr (after, ==, before);
}

static guint
walk (const char *before, const char *pointer, const json_t *value)
{
  guint n = 0;

  if (json_is_object (value))
    {
      const char *key;
      json_t *item;

      json_object_foreach ((json_t *) value, key, item)
        {
          g_auto (GStrv) parts = g_strsplit (key, "/", -1);
          g_autofree char *escaped = g_strjoinv ("~1", parts);
          g_autofree char *inner = g_strconcat (pointer, "/", escaped, NULL);
          if (strcmp (inner, "/format") != 0 && strcmp (inner, "/version") != 0 && strcmp (inner, "/sources") != 0)
            n += walk (before, inner, item);
        }
    }
  else if (json_is_array (value) && !g_str_has_suffix (pointer, "/twp_months"))
    for (gsize i = 0; i < json_array_size (value); i++)
      {
        g_autofree char *inner = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, pointer, i);
        n += walk (before, inner, json_array_get (value, i));
      }
  else if (!json_is_array (value))
    {
      check_leaf (before, pointer, value);
      n = 1;
    }
  return n;
}

static void
test_samples (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data/samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL, *before = NULL;
      g_autoptr (MpCase) kase = NULL;
      json_t *root;

      if (!g_str_has_suffix (name, ".milepost"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      kase = read_text (text);
      before = mp_case_write (kase);
      root = json_loads (before, 0, NULL);
      n += walk (before, "", root);
      json_decref (root);
    }
  g_assert_cmpuint (n, >, 200);
}

/* Every key of the contract that is one value can be set in a case that has nothing but what it must. */
static void
test_every_key (void)
{
  static const struct { const char *pointer, *text, *kept; } facts[] = {
    { "/title", "First job", NULL }, { "/notes", "a\nb", NULL }, { "/beneficiary/name", "Alex", NULL },
    { "/beneficiary/birth_date", "5/14/91", "1991-05-14" }, { "/beneficiary/state", "wi", "WI" }, { "/beneficiary/blind", "true", NULL },
    { "/ssdi/basis", "widow", NULL }, { "/ssdi/entitled_from", "3/22", "2022-03" }, { "/ssdi/filed", "2022-03", NULL },
    { "/ssdi/medicare/part_a_from", "2024-03", NULL }, { "/ssdi/medicare/part_b/enrolled", "false", NULL },
    { "/ssdi/medicare/part_b/from", "mar 2024", "2024-03" }, { "/ssdi/medicare/part_b/premium", "$202.90", "202.90" },
    { "/ssdi/medicare/part_b/paid_by", "state", NULL }, { "/ssdi/history/through", "2025-12", NULL },
    { "/ssdi/history/twp_months", "8/24, 6/24 to 7/24, 2024-06", "2024-06 2024-07 2024-08" }, { "/ssdi/history/cessation", "2025-02", NULL },
    { "/ssi/eligible_from", "2022-02", NULL }, { "/ssi/spouse/from", "2022-02", NULL }, { "/ssi/spouse/to", "2026-09", NULL },
    { "/ssi/spouse/ended_by", "death", NULL }, { "/ssi/spouse/birth_date", "1991-01-01", NULL }, { "/ssi/spouse/eligible", "true", NULL },
    { "/ssi/spouse/blind", "true", NULL }, { "/ssi/spouse/public_assistance", "true", NULL }, { "/ssi/state_supplement", "table", NULL },
    { "/ssi/medicaid/needs", "false", NULL }, { "/ssi/medicaid/expenses_yearly", "1,200", "1200.00" },
    { "/ssi/medicaid/individual_threshold", "60000", "60000.00" }, { "/ssi/history/through", "2025-12", NULL },
    { "/ssi/history/status", "1619b", NULL }, { "/ssi/history/since", "2022-02", NULL }, { "/ticket/issued", "2022-03-01", NULL },
    { "/ticket/rate_policy", "published_only", NULL }, { "/ticket/terminates/month", "2031-02", NULL },
    { "/ticket/terminates/reason", "death", NULL }, { "/assumptions/cola_percent", "2.5", NULL },
    { "/assumptions/readings/ssdi~1D-06", NULL, NULL }, { "/bpqy/dated", "1/6/26", "2026-01-06" }, { "/bpqy/overpayment_balance", "0", "0.00" },
    { "/bpqy/withheld_monthly", "10", "10.00" }, { "/bpqy/next_medical_review", "2028-05", NULL }, { "/bpqy/payee", "false", NULL },
    { "/projection/start", "2026-02", NULL }, { "/projection/months", "60", NULL }, { "/scenarios/0/name", "Full time", NULL },
    { "/scenarios/0/ticket/services_completed", "2026-11", NULL }, { "/scenarios/0/ticket/share/percent", "10", NULL },
    { "/scenarios/0/ticket/share/of", "all", NULL }, { "/scenarios/0/ticket/stipend", "50", "50.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (MpCase) kase = read_text (BARE);
      const char *text = facts[i].text != NULL ? facts[i].text : mp_reading_names ((MpReadingId) mp_reading_find ("ssdi/D-06"))[1];
      MpEditFact fact;

      if (strcmp (facts[i].pointer, "/ssi/spouse/ended_by") == 0)
        g_assert_true (mp_edit_set (kase, "/ssi/spouse/to", "2026-09"));
      g_assert_true (mp_edit_look (kase, facts[i].pointer, &fact));
      g_assert_true (mp_edit_set (kase, facts[i].pointer, text));
      assert_fact (kase, facts[i].pointer, facts[i].kept != NULL ? facts[i].kept : text);
      assert_valid (kase);
      if (fact.required || strcmp (facts[i].pointer, "/beneficiary/state") == 0)
        continue;
      g_assert_true (mp_edit_set (kase, facts[i].pointer, ""));
      assert_valid (kase);
    }
}

/* An entry that was just added is valid, a second one beside it too, and each of its keys can be set. */
static void
test_every_list (void)
{
  static const char *const lists[][8] = {
    { "/beneficiary/student", "from 2026-02", "to 2026-12" },
    { "/ssdi/amounts", "from 2026-02", "to 2026-12", "monthly 700.00" },
    { "/ssdi/auxiliary", "from 2026-02", "to 2026-12", "monthly 700.00" },
    { "/ssi/living", "from 2026-02", "to 2026-12", "arrangement household_of_another" },
    { "/ssi/in_kind", "from 2026-02", "to 2026-12", "value 200.00" },
    { "/ssi/unearned", "from 2026-02", "to 2026-12", "monthly 100.00", "kind tanf" },
    { "/ssi/resources", "from 2026-02", "to 2026-12", "countable 500.00" },
    { "/ssi/spouse/work_incentives", "from 2026-02", "to 2026-12", "monthly 20.00", "kind pass", "applies_to earned", "name Van" },
    { "/ssi/spouse/earned", "from 2026-02", "to 2026-12", "monthly 100.00" },
    { "/ssi/spouse/unearned", "from 2026-02", "to 2026-12", "monthly 100.00" },
    { "/ssi/children", "birth_date 2018-06-01" },
    { "/ssi/children/0/unearned", "from 2026-02", "to 2026-12", "monthly 100.00" },
    { "/ssi/state_supplement", "from 2026-02", "to 2026-12", "monthly 83.78" },
    { "/ticket/rates", "year 2029", "phase1 1900.00", "phase2_t16 320.00", "outcome_only_t2 1061.00", "pcb_t2 1650.00" },
    { "/ticket/prior_payments", "month 2025-06", "code P1M2", "amount 1850.00", "provider North EN" },
    { "/ticket/requests", "month 2026-02", "code P1M1", "provider North EN", "state claimed" },
    { "/paid", "month 2026-02", "program ssi", "amount 374.00" },
    { "/pinned", "month 2027-06", "text Ask about the night shift", "client true", "about /scenarios/0" },
    { "/actions", "step Ask for a new BPQY", "who counselor", "due 2026-02-01", "done 2026-02-03" },
    { "/scenarios", "name B" },
    { "/scenarios/0/work", "from 2026-02", "to 2026-12", "hourly 15.00", "hours_per_week 20", "kind self_employment", "average true" },
    { "/scenarios/0/work", "subsidy 50.00", "infrequent true", "unsuccessful_attempt true", "pay/every two_weeks", "pay/first 2026-03-13", "hours 60" },
    { "/scenarios/0/work_incentives", "from 2026-02", "to 2026-12", "monthly 20.00", "kind bwe", "name Van ride" },
    { "/scenarios/0/expedited_reinstatement", "requested 2031-02", "decided 2031-06", "approved false", "disabled_from 2031-01", "program ssdi" },
    { "/scenarios/0/ticket/assignments", "provider Peers Together", "role vr_en", "from 2026-02-10", "to 2027-02-10", "payment_system outcome_only" },
    { "/scenarios/0/ticket/assignments", "from 2026-02-10", "received 2026-03-10", "role vr_cost_reimbursement", "to 2027-02-10", "successful true" },
    { "/scenarios/0/ticket/claims", "code OUT3", "split/0/provider North EN" },
    { "/scenarios/0/ticket/inactive", "from 2026-02", "to 2026-12" },
    { "/scenarios/0/ticket/education", "period 2", "percent 60" },
    { "/scenarios/0/ticket/reviews", "period 4", "notice 2026-03-12", "decided 2026-05-20", "not_expected true" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (MpCase) kase = read_text (FULL);
      MpEditFact before, after;
      g_autofree char *written = NULL, *back = NULL;
      gint last;

      g_test_message ("%s", lists[i][0]);
      if (g_str_has_prefix (lists[i][0], "/ssi/children/0"))
        g_assert_cmpint (mp_edit_add (kase, "/ssi/children"), ==, 0);
      g_assert_true (mp_edit_look (kase, lists[i][0], &before));
      g_assert_cmpint (mp_edit_add (kase, lists[i][0]), ==, (gint) before.n);
      if (strcmp (lists[i][0], "/scenarios") != 0) /* their names are for the caller to choose */
        {
          assert_valid (kase);
          g_assert_cmpint (mp_edit_add (kase, lists[i][0]), ==, (gint) before.n + 1);
        }
      g_assert_true (mp_edit_look (kase, lists[i][0], &after));
      last = (gint) after.n - 1;
      assert_valid (kase);
      written = mp_case_write (kase);
      for (guint j = 1; lists[i][j] != NULL; j++)
        {
          g_auto (GStrv) words = g_strsplit (lists[i][j], " ", 2);
          g_autofree char *pointer = g_strdup_printf ("%s/%d/%s", lists[i][0], last, words[0]);

          g_assert_true (mp_edit_set (kase, pointer, words[1]));
          assert_fact (kase, pointer, words[1]);
          assert_valid (kase);
        }
      g_assert_cmpint (mp_edit_add (kase, lists[i][0]), ==, last + 1);
      {
        g_autofree char *pointer = g_strdup_printf ("%s/%d", lists[i][0], last);
        g_assert_true (mp_edit_remove (kase, pointer));
        assert_valid (kase);
        g_assert_true (mp_edit_remove (kase, pointer));
        g_assert_false (mp_edit_remove (kase, pointer));
      }
      assert_valid (kase);
      back = mp_case_write (kase);
      g_assert_cmpstr (back, !=, written);
    }
}

static void
test_bad (void)
{
  static const char *const nowhere[] = { "", "/", "x", "/x", "/ssdi/x", "/ssdi/amounts/2/from", "/ssdi/amounts/x", "/ssdi/amounts/0/x",
                                         "/ssdi/amounts/-1", "/ssdi/amounts/0/from/x", "/assumptions/readings/x", "/scenarios/0/work/0/months/2026",
                                         "/scenarios/9/name", "/sources/x", "/ssdi/amounts/99999999999999999999", "/title/0" };
  static const struct { const char *pointer, *text; } bad[] = {
    { "/beneficiary/birth_date", "yesterday" }, { "/beneficiary/birth_date", "" }, { "/beneficiary/state", "Wisconsin" },
    { "/beneficiary/blind", "maybe" }, { "/ssdi/basis", "none" }, { "/ssdi/entitled_from", "" }, { "/ssdi/amounts/0/monthly", "-5" },
    { "/ssdi/amounts/0/monthly", "640,00" }, { "/projection/months", "0" }, { "/projection/months", "601" }, { "/projection/months", "1x" },
    { "/scenarios/0/work/0/hours", "745" }, { "/scenarios/0/work/0/hours", "1.555" }, { "/assumptions/cola_percent", "101" },
    { "/ssdi/history/twp_months", "6/24 7/2x" }, { "/ssdi/history/twp_months", "9/24 to 6/24" }, { "/ssdi/amounts", "5" }, { "/ssdi", "x" },
    { "/assumptions/readings/ssdi~1D-06", "other" }, { "/scenarios/0/ticket/share/percent", "ten" }, { "/ssi/state_supplement", "some" },
    { "/bpqy/dated", "1/6/1949" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nowhere); i++)
    {
      g_autoptr (MpCase) kase = read_text (FULL);
      MpEditFact fact;

      g_test_message ("%s", nowhere[i]);
      g_assert_false (mp_edit_look (kase, nowhere[i], &fact));
      g_assert_false (mp_edit_set (kase, nowhere[i], "1"));
      g_assert_cmpint (mp_edit_add (kase, nowhere[i]), ==, -1);
      g_assert_false (mp_edit_remove (kase, nowhere[i]));
      assert_fact (kase, nowhere[i], "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (MpCase) kase = read_text (FULL);
      MpEditFact fact;

      g_test_message ("%s \"%s\"", bad[i].pointer, bad[i].text);
      g_assert_false (mp_edit_set (kase, bad[i].pointer, bad[i].text));
      g_assert_true (mp_edit_look (kase, bad[i].pointer, &fact));
      g_assert_cmpuint (strlen (mp_edit_hint (fact.kind)), >, 10);
    }
}

/* Sources follow their facts when an earlier entry goes. */
static void
test_sources (void)
{
  g_autoptr (MpCase) kase = read_text (FULL);
  MpSource source = { .on = { mp_month (2026, 1), 6 }, .checked = MP_CHECKED_YES };
  static const char *const pointers[] = { "/ssdi/amounts/0/monthly", "/ssdi/amounts/1", "/ssdi/amounts/2/from", "/ssdi/history" };

  g_assert_cmpint (mp_edit_add (kase, "/ssdi/amounts"), ==, 1);
  g_assert_cmpint (mp_edit_add (kase, "/ssdi/amounts"), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    {
      source.pointer = (char *) pointers[i];
      source.by = (MpSourceKind) (i + 1);
      mp_edit_set_source (kase, &source);
    }
  g_assert_cmpint (mp_edit_get_source (kase, "/ssdi/amounts/1/monthly")->by, ==, MP_SOURCE_SSA_LETTER);
  g_assert_cmpint (mp_edit_get_source (kase, "/ssdi/history/twp_months/3")->by, ==, MP_SOURCE_PERSON);
  g_assert_null (mp_edit_get_source (kase, "/ssdi/hist"));
  g_assert_null (mp_edit_get_source (kase, "/ssdi/amounts/10"));
  g_assert_true (mp_edit_remove (kase, "/ssdi/amounts/0"));
  g_assert_cmpuint (kase->n_sources, ==, 3);
  g_assert_cmpint (mp_edit_get_source (kase, "/ssdi/amounts/0")->by, ==, MP_SOURCE_SSA_LETTER);
  g_assert_cmpint (mp_edit_get_source (kase, "/ssdi/amounts/1/from")->by, ==, MP_SOURCE_DOCUMENT);
  g_assert_null (mp_edit_get_source (kase, "/ssdi/amounts/2/from"));
  assert_valid (kase);
  /* Nothing said: the entry goes */
  source = (MpSource) { .pointer = (char *) "/ssdi/amounts/0", .on = MP_DATE_NONE };
  mp_edit_set_source (kase, &source);
  g_assert_cmpuint (kase->n_sources, ==, 2);
  g_assert_null (mp_edit_get_source (kase, "/ssdi/amounts/0"));
}

/* What the form of the file lets stand alone only. */
static void
test_together (void)
{
  g_autoptr (MpCase) kase = read_text (FULL);

  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/hours_per_week", "20"));
  assert_fact (kase, "/scenarios/0/work/0/hours", "86.67"); /* 20 × 13/3 */
  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/hourly", "15"));
  assert_fact (kase, "/scenarios/0/work/0/monthly", "");
  assert_fact (kase, "/scenarios/0/work/0/hours_per_week", "20");
  assert_valid (kase);
  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/monthly", "1300"));
  assert_fact (kase, "/scenarios/0/work/0/hourly", "");
  assert_valid (kase);

  /* A single month comes with its first figure, in order, and goes with its last. */
  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/months/2026-07/earned", "900"));
  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/months/2026-05/paid", "1200"));
  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/months/2026-06/hours", "60"));
  g_assert_cmpuint (kase->scenarios[0].work[0].n_months, ==, 3);
  g_assert_cmpint (kase->scenarios[0].work[0].months[0].month, ==, mp_month (2026, 5));
  g_assert_cmpint (kase->scenarios[0].work[0].months[1].month, ==, mp_month (2026, 6));
  assert_valid (kase);
  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/months/2026-05/paid", ""));
  g_assert_true (mp_edit_remove (kase, "/scenarios/0/work/0/months/2026-06"));
  g_assert_false (mp_edit_remove (kase, "/scenarios/0/work/0/months/2026-06"));
  g_assert_cmpuint (kase->scenarios[0].work[0].n_months, ==, 1);
  assert_fact (kase, "/scenarios/0/work/0/months/2026-07/earned", "900.00");

  /* Pay days are there while they have a rhythm. */
  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/pay/first", "2026-03-13"));
  assert_fact (kase, "/scenarios/0/work/0/pay/every", "week");
  /* What was put in with what was said is to be asked for until it is said. */
  g_assert_cmpint (mp_edit_get_source (kase, "/scenarios/0/work/0")->checked, ==, MP_CHECKED_NO);
  g_assert_nonnull (strstr (mp_edit_get_source (kase, "/scenarios/0/work/0")->ask, "pay stub"));
  assert_valid (kase);
  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/pay/every", "two_weeks"));
  g_assert_null (mp_edit_get_source (kase, "/scenarios/0/work/0"));
  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/pay/every", ""));
  assert_fact (kase, "/scenarios/0/work/0/pay/first", "");
  g_assert_false (mp_edit_remove (kase, "/scenarios/0/work/0/pay"));
  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/pay/every", "two_weeks"));
  g_assert_cmpint (mp_edit_get_source (kase, "/scenarios/0/work/0/pay/first")->checked, ==, MP_CHECKED_NO);
  g_assert_true (mp_edit_set (kase, "/scenarios/0/work/0/pay/every", ""));
  g_assert_null (mp_edit_get_source (kase, "/scenarios/0/work/0"));
  assert_valid (kase);

  /* The parts of a payment are the whole. */
  g_assert_cmpint (mp_edit_add (kase, "/scenarios/0/ticket/claims"), ==, 0);
  g_assert_cmpint (mp_edit_add (kase, "/scenarios/0/ticket/claims/0/split"), ==, 1);
  g_assert_true (mp_edit_set (kase, "/scenarios/0/ticket/claims/0/split/0/percent", "62.5"));
  assert_fact (kase, "/scenarios/0/ticket/claims/0/split/1/percent", "37.5");
  assert_valid (kase);

  /* A decision and its answer come and go together. */
  g_assert_cmpint (mp_edit_add (kase, "/scenarios/0/expedited_reinstatement"), ==, 0);
  g_assert_true (mp_edit_set (kase, "/scenarios/0/expedited_reinstatement/0/approved", "true"));
  assert_fact (kase, "/scenarios/0/expedited_reinstatement/0/decided", "2026-01");
  g_assert_true (mp_edit_set (kase, "/scenarios/0/expedited_reinstatement/0/decided", ""));
  assert_fact (kase, "/scenarios/0/expedited_reinstatement/0/approved", "");
  assert_valid (kase);

  /* A share without its percentage is none, a history is more than its last month. */
  g_assert_true (mp_edit_set (kase, "/scenarios/0/ticket/share/percent", "10"));
  g_assert_true (mp_edit_set (kase, "/scenarios/0/ticket/share/percent", ""));
  g_assert_false (kase->scenarios[0].ticket.share.present);
  g_assert_true (mp_edit_set (kase, "/ssdi/history/twp_months", "6/24"));
  g_assert_false (mp_edit_set (kase, "/ssdi/history/through", ""));
  assert_valid (kase);

  /* The entry right behind the last one comes with its first fact. */
  g_assert_true (mp_edit_set (kase, "/paid/0/amount", ""));
  g_assert_cmpuint (kase->n_paid, ==, 0);
  g_assert_true (mp_edit_set (kase, "/paid/0/amount", "437"));
  g_assert_cmpuint (kase->n_paid, ==, 1);
  assert_fact (kase, "/paid/0/month", "2026-01");
  g_assert_true (mp_edit_set (kase, "/ssi/children/0/birth_date", "6/1/18"));
  g_assert_true (mp_edit_set (kase, "/ssi/state_supplement/0/monthly", "83.78"));
  assert_fact (kase, "/ssi/state_supplement", "list");
  g_assert_false (mp_edit_set (kase, "/paid/2/amount", "437"));
  assert_valid (kase);

  /* SSDI goes as a whole, and what was known of it comes back with it. */
  g_assert_true (mp_edit_remove (kase, "/scenarios/0/expedited_reinstatement/0"));
  g_assert_true (mp_edit_remove (kase, "/ssdi"));
  assert_valid (kase);
  assert_fact (kase, "/ssdi/amounts/0/monthly", "");
  g_assert_false (mp_edit_remove (kase, "/beneficiary"));
}

/* Whatever of a benefit is typed first makes it. */
static void
test_first (void)
{
  static const char *const first[][2] = { { "/ssdi/amounts/0/monthly", "640" }, { "/ssdi/amounts/0/from", "12/25" }, { "/ssdi/entitled_from", "3/22" },
                                          { "/ssdi/history/twp_months", "6/24" }, { "/ssi/living/0/arrangement", "household_of_another" } };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autoptr (MpCase) kase = read_text (BARE);

      g_assert_true (mp_edit_set (kase, first[i][0], first[i][1]));
      g_assert_cmpuint (kase->ssdi.n_amounts, ==, g_str_has_prefix (first[i][0], "/ssdi") ? 1 : 0);
      assert_valid (kase);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/samples", test_samples);
  g_test_add_func ("/edit/every-key", test_every_key);
  g_test_add_func ("/edit/every-list", test_every_list);
  g_test_add_func ("/edit/bad", test_bad);
  g_test_add_func ("/edit/sources", test_sources);
  g_test_add_func ("/edit/together", test_together);
  g_test_add_func ("/edit/first", test_first);
  return g_test_run ();
}
