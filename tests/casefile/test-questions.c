/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-casefile.h"
#include "mp-edit.h"
#include "mp-questions.h"

#include <string.h>

#define HEAD "{\"format\": \"milepost-case\", \"version\": 1, \"projection\": {\"start\": \"2026-01\", \"months\": 12},"
#define PERSON "\"beneficiary\": {\"birth_date\": \"1990-05-14\", \"state\": \"WI\"},"
#define SSDI "\"ssdi\": {\"entitled_from\": \"2022-03\", \"amounts\": [{\"from\": \"2025-12\", \"monthly\": \"640.00\"}]"
#define NO_PLAN "\"scenarios\": [{\"name\": \"A\"}]}"

static GPtrArray *
questions_of (const char *text)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCase) kase = mp_case_read (text, strlen (text), problems);
  g_autoptr (MpParameters) figures = mp_parameters_new (NULL);
  g_autoptr (MpProjection) projection = mp_projection_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *questions = mp_problems_new ();

  g_assert_nonnull (kase);
  mp_project (projection, kase, 0, figures, MP_PROJECT_DEFAULT, &error);
  g_assert_no_error (error);
  mp_case_questions (kase, projection, questions);
  for (guint i = 0; i < questions->len; i++)
    g_test_message ("%s: %s", ((MpProblem *) questions->pdata[i])->pointer, ((MpProblem *) questions->pdata[i])->message);
  return questions;
}

static void
assert_one (const char *text, const char *pointer, const char *says)
{
  g_autoptr (GPtrArray) questions = questions_of (text);
  const MpProblem *question;

  g_assert_cmpuint (questions->len, ==, 1);
  question = questions->pdata[0];
  g_assert_cmpstr (question->pointer, ==, pointer);
  g_assert_nonnull (strstr (question->message, says));
  g_assert_cmpint (question->message[strlen (question->message) - 1], ==, '?');
}

/* 640.00 less the Part B premium of 2026, 202.90 (90 FR 52075), is 437.10, and 437.00 is paid (20 CFR 404.304(f)). */
static void
test_net (void)
{
#define NET(amount, more) HEAD PERSON SSDI ", \"medicare\": {\"part_b\": {\"from\": \"2024-03\"}}}, \"paid\": [{\"month\": \"2026-01\", \"program\": \"ssdi\", \"amount\": \"" amount "\"}]," more NO_PLAN
  g_autoptr (GPtrArray) none = questions_of (NET ("437.00", ""));
  g_autoptr (GPtrArray) in_parts = questions_of (NET ("400.00\"}, {\"month\": \"2026-01\", \"program\": \"ssdi\", \"amount\": \"37.00", ""));
  g_autoptr (GPtrArray) withheld = questions_of (NET ("427.00", "\"bpqy\": {\"withheld_monthly\": \"10.00\"},"));

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (in_parts->len, ==, 0);
  g_assert_cmpuint (withheld->len, ==, 0);
  assert_one (NET ("431.00", ""), "/paid/0", "SSA paid $431.00, but $640.00 less Part B $202.90 is $437.00");
  assert_one (HEAD PERSON SSDI "}, \"paid\": [{\"month\": \"2026-01\", \"program\": \"ssdi\", \"amount\": \"437.00\"}]," NO_PLAN,
              "/paid/0", "these facts give $640.00");
}

static void
test_ssdi (void)
{
  assert_one (HEAD PERSON SSDI ", \"history\": {\"through\": \"2025-12\", \"twp_months\": [\"2022-02\"]}}," NO_PLAN,
              "/ssdi/history/twp_months/0", "February 2022 is a trial work month, but SSDI begins in March 2022");
  assert_one (HEAD PERSON SSDI ", \"filed\": \"2022-09\", \"history\": {\"through\": \"2025-12\", \"twp_months\": [\"2022-08\"]}}," NO_PLAN,
              "/ssdi/history/twp_months/0", "before the application");
  assert_one (HEAD PERSON SSDI ", \"history\": {\"through\": \"2025-12\", \"twp_months\": [\"2024-08\"], \"cessation\": \"2025-02\"}}," NO_PLAN,
              "/ssdi/history/cessation", "only 1 trial work month is listed");
  assert_one (HEAD PERSON SSDI ", \"history\": {\"through\": \"2026-03\"}}, \"bpqy\": {\"dated\": \"2026-01-06\"}," NO_PLAN,
              "/ssdi/history/through", "after the date of the BPQY");
  assert_one (HEAD PERSON SSDI ", \"medicare\": {\"part_a_from\": \"2024-02\"}}," NO_PLAN, "/ssdi/medicare/part_a_from", "25th month");
  assert_one (HEAD PERSON SSDI ", \"medicare\": {\"part_a_from\": \"2024-03\", \"part_b\": {\"from\": \"2024-02\"}}}," NO_PLAN,
              "/ssdi/medicare/part_b/from", "before Part A");
  assert_one (HEAD "\"beneficiary\": {\"birth_date\": \"2004-05-14\"}," SSDI "}," NO_PLAN, "/ssdi/entitled_from", "before age 18");
  assert_one (HEAD PERSON "\"ssdi\": {\"entitled_from\": \"2022-03\", \"amounts\": [{\"from\": \"2025-12\", \"monthly\": \"0.00\"}]}," NO_PLAN,
              "/ssdi/amounts/0", "$0.00");
}

static void
test_ssi (void)
{
#define SUSPENDED(since) HEAD PERSON "\"ssi\": {\"eligible_from\": \"2022-02\", \"history\": {\"through\": \"2025-12\", \"status\": \"suspended\"" since "}}," NO_PLAN
  g_autoptr (GPtrArray) none = questions_of (SUSPENDED (", \"since\": \"2025-06\""));

  g_assert_cmpuint (none->len, ==, 0);
  assert_one (SUSPENDED (""), "/ssi/history/since", "Since when is it suspended");
}

static void
test_plans (void)
{
#define WORK(work) HEAD PERSON SSDI "}, \"scenarios\": [{\"name\": \"A\", \"work\": [" work "]}]}"
#define ASSIGNED(list) HEAD PERSON SSDI "}, \"ticket\": {\"issued\": \"2022-03-01\"}, \"scenarios\": [{\"name\": \"A\", \"ticket\": {\"assignments\": [" list "]}}]}"
  g_autoptr (GPtrArray) none = questions_of (WORK ("{\"name\": \"Clerk\", \"from\": \"2026-02\", \"to\": \"2026-05\"}, {\"name\": \"Clerk\", \"from\": \"2026-06\"}, "
                                                   "{\"name\": \"Tutor\", \"from\": \"2026-04\"}"));
  g_autoptr (GPtrArray) in_turn = questions_of (ASSIGNED ("{\"provider\": \"A\", \"from\": \"2026-02-10\", \"to\": \"2026-05-01\"}, {\"provider\": \"B\", \"from\": \"2026-05-02\"}"));

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (in_turn->len, ==, 0);
  assert_one (WORK ("{\"name\": \"Clerk\", \"from\": \"2026-02\", \"to\": \"2026-06\"}, {\"name\": \"Clerk\", \"from\": \"2026-06\"}"),
              "/scenarios/0/work/1", "Two steps of “Clerk” overlap");
  assert_one (WORK ("{\"name\": \"Clerk\", \"from\": \"2026-02\", \"to\": \"2026-08\", \"unsuccessful_attempt\": true}"), "/scenarios/0/work/0", "at most 6 months");
  assert_one (ASSIGNED ("{\"provider\": \"A\", \"from\": \"2022-02-10\"}"), "/scenarios/0/ticket/assignments/0", "before it was issued");
  assert_one (ASSIGNED ("{\"provider\": \"A\", \"from\": \"2026-02-10\"}, {\"provider\": \"B\", \"from\": \"2026-03-10\"}"),
              "/scenarios/0/ticket/assignments/1", "to A and to B at the same time");
  assert_one (HEAD PERSON SSDI "}, \"ticket\": {\"prior_payments\": [{\"month\": \"2008-06\", \"code\": \"OLDM1\", \"amount\": \"300.00\"}, "
              "{\"month\": \"2008-07\", \"code\": \"OLDM2\", \"amount\": \"600.00\"}]}," NO_PLAN, "/ticket/prior_payments/1/code", "before July 2008");
  assert_one (HEAD PERSON SSDI "}, \"ticket\": {\"prior_payments\": [{\"month\": \"2008-06\", \"code\": \"P1M1\", \"amount\": \"300.00\"}, "
              "{\"month\": \"2008-07\", \"code\": \"P1M2\", \"amount\": \"600.00\"}]}," NO_PLAN, "/ticket/prior_payments/0/code", "before July 2008");
  assert_one (HEAD PERSON SSDI "}, \"scenarios\": [{\"name\": \"A\", \"work_incentives\": [{\"kind\": \"bwe\", \"from\": \"2026-03\", \"monthly\": \"20.00\"}]}]}",
              "/scenarios/0/work_incentives/0", "for a person who is blind");
  assert_one (HEAD "\"beneficiary\": {\"birth_date\": \"1990-05-14\", \"student\": [{\"from\": \"2026-01\"}]}," SSDI "}," NO_PLAN, "/beneficiary/student/0", "age 22");
}

/* Nothing is asked about a sample but what it was made to show. */
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
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) questions = NULL;

      if (!g_str_has_suffix (name, ".milepost"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_test_message ("%s", name);
      questions = questions_of (text);
      g_assert_cmpuint (questions->len, ==, 0);
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/questions/net", test_net);
  g_test_add_func ("/questions/ssdi", test_ssdi);
  g_test_add_func ("/questions/ssi", test_ssi);
  g_test_add_func ("/questions/plans", test_plans);
  g_test_add_func ("/questions/samples", test_samples);
  return g_test_run ();
}
