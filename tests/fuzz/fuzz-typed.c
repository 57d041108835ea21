/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads bytes as everything that people type, paste or drop, and checks that what is taken makes a
 * valid case. With libFuzzer's own main (-DMP_LIBFUZZER) it is fuzzed; without, files named on the
 * command line are played again, or else seeds with a few bytes changed. */

#include "mp-bpqy-text.h"
#include "mp-casefile.h"
#include "mp-edit.h"
#include "mp-pay-csv.h"
#include "mp-typed.h"
#include "mp-work-line.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static MpCase *
plan (void)
{
  static const char text[] = "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"birth_date\": \"1990-05-14\", \"state\": \"WI\"},"
                             "\"projection\": {\"start\": \"2026-01\", \"months\": 12}, \"scenarios\": [{\"name\": \"A\", \"work\": ["
                             "{\"name\": \"Clerk\", \"from\": \"2026-03\", \"hourly\": \"15.00\", \"hours_per_week\": \"20\"}]}]}";
  g_autoptr (GPtrArray) problems = mp_problems_new ();

  return mp_case_read (text, strlen (text), problems);
}

static void
assert_valid (const MpCase *kase)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();

  mp_case_validate (kase, problems);
  if (problems->len > 0)
    g_error ("%s: %s", ((MpProblem *) problems->pdata[0])->pointer, ((MpProblem *) problems->pdata[0])->message);
}

static void
read_line (const char *text)
{
  g_autoptr (MpCase) kase = plan ();
  g_autofree char *problem = NULL, *echo = NULL;
  MpWork work;

  if (!mp_work_line_parse (text, kase, 0, &work, &problem))
    {
      g_assert_nonnull (problem);
      return;
    }
  echo = mp_work_line_echo (kase, 0, &work);
  g_assert_true (g_utf8_validate (echo, -1, NULL));
  mp_work_line_add (kase, 0, &work);
  assert_valid (kase);
}

static void
read_pay (const char *data, gsize size)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpPayCsv) pay = mp_pay_csv_read (data, size, problems);
  g_autoptr (MpCase) kase = plan ();

  g_assert_true ((pay != NULL) == (problems->len == 0));
  if (pay == NULL)
    return;
  mp_pay_csv_apply (pay, kase, 0, 0);
  assert_valid (kase);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (MpBpqy) bpqy = mp_bpqy_read (text);
  g_autoptr (MpCase) kase = plan ();
  MpMoney amount = 0;
  MpMonth month = MP_MONTH_FIRST;
  MpDate date = { MP_MONTH_FIRST, 1 };

  mp_bpqy_apply (bpqy, kase);
  g_assert_true (!mp_money_parse_typed (text, &amount) || (amount >= 0 && amount <= MP_MONEY_MAX));
  g_assert_true (!mp_month_parse_typed (text, &month) || (month >= MP_MONTH_FIRST && month <= MP_MONTH_LAST));
  g_assert_true (!mp_date_parse_typed (text, 2026, &date) || (date.day >= 1 && date.day <= mp_month_days (date.month)));
  read_line (text);
  read_pay ((const char *) data, size);
  if (g_utf8_validate (text, -1, NULL) && strchr (text, '=') != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (text, "=", 2);
      g_autoptr (MpCase) other = plan ();
      g_autofree char *before = mp_edit_get (other, parts[0]);

      if (mp_edit_set (other, parts[0], parts[1]))
        {
          g_autofree char *after = mp_edit_get (other, parts[0]);
          g_autoptr (MpCase) again = mp_case_copy (other);
          g_autofree char *same = NULL;

          if (*after != '\0')
            g_assert_true (mp_edit_set (again, parts[0], after));
          same = mp_edit_get (again, parts[0]);
          g_assert_cmpstr (same, ==, after);
        }
    }
  return 0;
}

#ifndef MP_LIBFUZZER
static const char *const seeds[] = {
  "Store clerk, 20 h at $15 from June 2026 to Feb 2027", "$1,800 a month from 3/26", "35 hours at 15.50 from next January until done",
  "$1,000 every two weeks in May 2026", "27.5 h from March until done", "Cajera, 20 horas a la semana a razón de $15 la hora desde junio de 2026",
  "3/26", "March 2026", "032026", "$1,215.50", "5/14/1990", "May 14, 1990",
  "month,amount\n2026-05,900.00\n2026-04,\"850.5\"\n", "Pay date;Gross pay\n5/1/2026;$400\n5/15/2026;400\n",
  "Date: 01/06/2026\nCASH\tSSDI\tSSI\nDate of Entitlement:\t03/2022\t02/2022\nFull Amount:\t$640.00\t$994.00\nTrial Work Months Used: 06/2024, 07/2024\n",
  "SSDI\nType of benefit\nDisabled worker\nMedicare Part B premium   $202.90\n",
  "/ssdi/history/twp_months=6/24 to 9/24, 12/24", "/scenarios/0/work/0/months/2026-05/earned=900", "/scenarios/0/work/0/pay/every=two_weeks",
  "/ssi/spouse/birth_date=1/1/91", "/ticket/terminates/reason=death", "/assumptions/readings/ssdi~1D-06=other",
};

/* Bytes that the readers look at are put in more often than others. */
static void
mutate (GRand *rand, GString *text)
{
  static const char special[] = "0159/-.,;:$ \t\n\"ahfrom=~";
  guint n = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      gint at = g_rand_int_range (rand, 0, (gint) text->len + 1);
      gboolean known = g_rand_int_range (rand, 0, 4) > 0;
      char byte = known ? special[g_rand_int_range (rand, 0, sizeof special - 1)] : (char) g_rand_int_range (rand, 1, 256);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          g_string_truncate (text, (gsize) at);
          break;
        case 1:
          g_string_insert_c (text, at, byte);
          break;
        case 2:
          if (at < (gint) text->len)
            g_string_erase (text, at, 1);
          break;
        default:
          if (at < (gint) text->len)
            text->str[at] = byte;
          break;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (404);

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *data = NULL;
      gsize length;

      if (!g_file_get_contents (argv[i], &data, &length, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const guint8 *) data, length);
    }
  for (guint i = 0; argc == 1 && i < G_N_ELEMENTS (seeds) * 400; i++)
    {
      g_autoptr (GString) text = g_string_new (seeds[i % G_N_ELEMENTS (seeds)]);

      if (i >= G_N_ELEMENTS (seeds))
        mutate (rand, text);
      LLVMFuzzerTestOneInput ((const guint8 *) text->str, text->len);
    }
  return 0;
}
#endif
