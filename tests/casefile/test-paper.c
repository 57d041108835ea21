/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What comes from paper: the text of a BPQY, and pay stubs. */

#include "mp-bpqy-text.h"
#include "mp-casefile.h"
#include "mp-edit.h"
#include "mp-pay-csv.h"

#include <locale.h>
#include <string.h>

static MpCase *
person (void)
{
  static const char text[] = "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"birth_date\": \"1990-05-14\", \"state\": \"WI\"},"
                             "\"projection\": {\"start\": \"2026-01\", \"months\": 36}, \"scenarios\": [{\"name\": \"A\", \"work\": ["
                             "{\"name\": \"Clerk\", \"from\": \"2026-03\", \"to\": \"2026-08\", \"monthly\": \"900.00\"}]}]}";
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *kase = mp_case_read (text, strlen (text), problems);

  g_assert_nonnull (kase);
  return kase;
}

static const char *
fact_of (const MpBpqy *bpqy, const char *pointer)
{
  for (guint i = 0; i < bpqy->facts->len; i++)
    if (strcmp (((MpBpqyFact *) bpqy->facts->pdata[i])->pointer, pointer) == 0)
      return ((MpBpqyFact *) bpqy->facts->pdata[i])->text;
  return NULL;
}

static const struct { const char *pointer, *text; } expected[] = {
  { "/bpqy/dated", "2026-01-06" }, { "/ssdi/basis", "worker" }, { "/ssdi/entitled_from", "2022-03" }, { "/ssi/eligible_from", "2022-02" },
  { "/ssdi/amounts/0/monthly", "640.00" }, { "/ssdi/amounts/0/from", "2026-01" }, { "/bpqy/overpayment_balance", "0.00" },
  { "/bpqy/next_medical_review", "2028-05" }, { "/bpqy/payee", "false" }, { "/ssdi/medicare/part_a_from", "2024-03" },
  { "/ssdi/medicare/part_b/premium", "202.90" }, { "/ssdi/history/through", "2025-12" }, { "/ssdi/history/twp_months", "2024-06 2024-07 2024-08" },
};

/* Side by side as on the paper, and one program after the other as read aloud by a screen reader. */
static void
test_bpqy (void)
{
  static const char *const texts[] = {
    "BENEFITS PLANNING QUERY\nDate: 01/06/2026\nName: Alex\nSSN: 900-12-3456\n\n"
    "CASH\t\tSocial Security Disability (SSDI)\tSupplemental Security Income (SSI)\n"
    "Type of Benefit:\tDisabled Worker\tDisabled Individual\nDate of Entitlement:\t03/2022\t02/2022\nFull Amount:\t$640.00\t$994.00\n"
    "Net Amount:\t$437.00\t$374.00\nOverpayment Balance: $0.00\n\nMEDICAL REVIEWS\nNext Medical Review: 05/2028\nREPRESENTATION\n"
    "Representative Payee: None\nHEALTH INSURANCE\nMedicare Part A start date: 03/2024\nPart B Premium: $202.90\n"
    "SSDI WORK ACTIVITY\nTrial Work Months Used: 06/2024, 07/2024, 08/2024\n",
    "Benefits Planning Query\r\nSocial Security number 900 12 3456\r\nBPQY date   January 6, 2026\r\nSocial Security Disability Insurance\r\nType of benefit   DISABLED WORKER\r\n"
    "Entitlement date   Mar 2022\r\nFull amount   640.00\r\nSupplemental Security Income\r\nDate of eligibility\r\n02/2022\r\n"
    "Total overpayment balance   0.00\r\nNext medical re-exam   05/2028\r\nRepresentative payee   No\r\nMedicare Part A   3/1/2024\r\n"
    "Medicare Part B premium   $202.90\r\nTrial work months   6/24  7/24  8/24\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MpBpqy) bpqy = mp_bpqy_read (texts[i]);
      g_autoptr (MpCase) kase = person ();
      g_autoptr (GPtrArray) problems = mp_problems_new ();

      for (guint j = 0; j < bpqy->facts->len; j++)
        {
          const MpBpqyFact *fact = bpqy->facts->pdata[j];
          g_test_message ("%s = %s (%s)", fact->pointer, fact->text, fact->line);
        }
      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        {
          g_test_message ("%s", expected[j].pointer);
          g_assert_cmpstr (fact_of (bpqy, expected[j].pointer), ==, expected[j].text);
        }
      g_assert_cmpuint (bpqy->facts->len, ==, G_N_ELEMENTS (expected));
      for (guint j = 0; j < bpqy->unused->len; j++)
        g_assert_null (strstr (bpqy->unused->pdata[j], "3456"));
      g_assert_cmpuint (mp_bpqy_apply (bpqy, kase), ==, G_N_ELEMENTS (expected));
      mp_case_validate (kase, problems);
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpint (kase->ssdi.amounts[0].monthly, ==, 64000);
      g_assert_cmpuint (kase->ssdi.n_amounts, ==, 1);
      g_assert_cmpuint (kase->ssdi.history.n_twp_months, ==, 3);
      g_assert_cmpint (mp_edit_get_source (kase, "/ssdi/amounts/0/monthly")->by, ==, MP_SOURCE_BPQY);
      g_assert_cmpint (mp_edit_get_source (kase, "/ssdi/amounts/0/monthly")->on.day, ==, 6);
    }
}

/* What is doubtful is left to be typed, and shown as not used. */
static void
test_bpqy_doubt (void)
{
  static const char *const texts[] = {
    "Full Amount: $640.00",                                  /* of which program, of which month? */
    "Date: 01/06/2026\nSSDI\nFull Amount: six hundred",
    "Date: 01/06/2026\nFull Amount: $640.00\t$994.00",       /* two columns without their heads */
    "SSDI\nDate of entitlement: 13/2022",
    "Date of entitlement: 03/2022",
    "Representative payee: John Doe",
    "Trial work months used: 06/2024, 13/2024",
    "The full amount of SSDI is described in section 2",
    "Trial work months used: 3",
    "SSN: 123456789", "", "::::", "\t\t\t", "SSDI SSI\n:\n", "\xff\xfe",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MpBpqy) bpqy = mp_bpqy_read (texts[i]);

      g_test_message ("%s", texts[i]);
      for (guint j = 0; j < bpqy->facts->len; j++)
        g_assert_cmpstr (((MpBpqyFact *) bpqy->facts->pdata[j])->pointer, ==, "/bpqy/dated");
      if (strstr (texts[i], "SSN") == NULL && g_ascii_isalpha (texts[i][0]) && strlen (texts[i]) > 12)
        g_assert_cmpuint (bpqy->unused->len, >=, 1);
    }
}

static void
assert_month (const MpPayCsv *pay, guint i, MpMonth month, MpMoney amount, guint stubs)
{
  const MpPayMonth *got = &g_array_index (pay->months, MpPayMonth, i);

  g_assert_cmpint (got->month, ==, month);
  g_assert_cmpint (got->amount, ==, amount);
  g_assert_cmpuint (got->n_stubs, ==, stubs);
}

static MpPayCsv *
read_pay (const char *text)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpPayCsv *pay = mp_pay_csv_read (text, strlen (text), problems);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s: %s", ((MpProblem *) problems->pdata[i])->pointer, ((MpProblem *) problems->pdata[i])->message);
  g_assert_nonnull (pay);
  g_assert_cmpuint (problems->len, ==, 0);
  return pay;
}

static void
test_pay (void)
{
  static const char *const months[] = {
    "month,amount\n2026-05,900.00\n2026-04,850.5\n", "2026-04,850.50\r\n2026-05,900\r\n", "\xef\xbb\xbfMonth;Gross pay\nApr 2026;$850.50\nMay 2026;$900.00\n",
    "Net pay,Month,Gross pay\n700.00,4/26,\"850.50\"\n750.00,5/26,900.00\n", "month\tpay\n2026-04\t850.50\n2026-05\t900\n\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autoptr (MpPayCsv) pay = read_pay (months[i]);

      g_test_message ("%s", months[i]);
      g_assert_false (pay->by_pay_day);
      g_assert_cmpuint (pay->months->len, ==, 2);
      assert_month (pay, 0, mp_month (2026, 4), 85050, 1);
      assert_month (pay, 1, mp_month (2026, 5), 90000, 1);
    }
}

/* Three pay days in May 2026: they add up, as what was paid; the month outside the job is left out. */
static void
test_pay_days (void)
{
  g_autoptr (MpPayCsv) pay = read_pay ("Pay date,Gross\n5/1/2026,\"1,000.00\"\n5/15/2026,400\n05/29/2026,400.10\n9/4/2026,400\n");
  g_autoptr (MpCase) kase = person ();
  g_autoptr (GPtrArray) problems = mp_problems_new ();

  g_assert_true (pay->by_pay_day);
  g_assert_cmpstr (pay->column, ==, "Gross");
  assert_month (pay, 0, mp_month (2026, 5), 180010, 3);
  assert_month (pay, 1, mp_month (2026, 9), 40000, 1);
  g_assert_cmpuint (mp_pay_csv_apply (pay, kase, 0, 0), ==, 1);
  g_assert_cmpuint (kase->scenarios[0].work[0].n_months, ==, 1);
  g_assert_cmpint (kase->scenarios[0].work[0].months[0].paid, ==, 180010);
  g_assert_cmpint (kase->scenarios[0].work[0].months[0].earned, ==, MP_MONEY_NONE);
  mp_case_validate (kase, problems);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_pay_bad (void)
{
  static const struct { const char *text, *where, *says; } tables[] = {
    { "", "", "empty" }, { "month,amount\n", "", "two columns" }, { "a,b\nc,d\n", "", "two columns" },
    { "month,amount\n2026-05,900\n2026-13,900\n", "line 3", "2026-13" }, { "month,amount\n2026-05,900\n2026-06,-5\n", "line 3", "-5" },
    { "month,amount\n2026-05,900\n6/5/2026,900\n", "line 3", "one or the other" }, { "month,amount\n2026-05,900\n2026-06\n", "", "line 3" },
    { "month,amount\n2026-05,\"900\n", "", "quotation mark" }, { "2026-05,9999999.99\n2026-05,9999999.99\n", "", "too large" },
    { "\xff\xff,1\n", "", "UTF-8" }, { "2026-05,12.345\n", "", "two columns" }, { "month,amount\n2026-05,900\nx\xc3\xb1,\n", "line 3", "month or a day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) problems = mp_problems_new ();
      g_autoptr (MpPayCsv) pay = mp_pay_csv_read (tables[i].text, strlen (tables[i].text), problems);
      const MpProblem *problem;

      g_test_message ("%s", tables[i].text);
      g_assert_null (pay);
      g_assert_cmpuint (problems->len, >=, 1);
      problem = problems->pdata[0];
      g_test_message ("%s: %s", problem->pointer, problem->message);
      g_assert_cmpstr (problem->pointer, ==, tables[i].where);
      g_assert_nonnull (strstr (problem->message, tables[i].says));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/bpqy", test_bpqy);
  g_test_add_func ("/paper/bpqy-doubt", test_bpqy_doubt);
  g_test_add_func ("/paper/pay", test_pay);
  g_test_add_func ("/paper/pay-days", test_pay_days);
  g_test_add_func ("/paper/pay-bad", test_pay_bad);
  return g_test_run ();
}
