/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-casefile.h"
#include "mp-work-line.h"

#include <locale.h>
#include <string.h>

#define NONE MP_MONTH_NONE
#define OPEN MP_MONTH_OPEN
#define M(year, month) mp_month (year, month)

/* A plan without work; months count from January 2026. */
static MpCase *
empty_plan (void)
{
  static const char text[] = "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"birth_date\": \"1990-05-14\"},"
                             "\"projection\": {\"start\": \"2026-01\", \"months\": 36}, \"scenarios\": [{\"name\": \"A\"}]}";
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *kase = mp_case_read (text, strlen (text), problems);

  g_assert_nonnull (kase);
  return kase;
}

static void
test_lines (void)
{
  static const struct { const char *text, *name; MpMoney hourly, monthly; gint64 hours; MpMonth from, to; } lines[] = {
    { "20 h at $15 from June 2026 to Feb 2027", NULL, 1500, -1, 2000, M (2026, 6), M (2027, 2) },
    { "Store clerk, June 2026, $15.00, 20 hours", "Store clerk", 1500, -1, 2000, M (2026, 6), OPEN },
    { "$1,800 a month from 3/26", NULL, -1, 180000, -1, M (2026, 3), OPEN },
    { "35 hours at 15.50 from next January until done", NULL, 1550, -1, 3500, M (2027, 1), OPEN },
    { "20 hours a week at $15 an hour from june to feb", NULL, 1500, -1, 2000, M (2026, 6), M (2027, 2) },
    { "20 at 15 from 2026-06 to 2027-02", NULL, 1500, -1, 2000, M (2026, 6), M (2027, 2) },
    { "22.5h @ $15.25/hr starting in mar. 2026", NULL, 1525, -1, 2250, M (2026, 3), OPEN },
    { "as a cook 20 hrs for 15 dollars per hour", "cook", 1500, -1, 2000, M (2026, 1), OPEN },
    { "Dish washer at $15, 20 hours, 6/26-2/27", "Dish washer", 1500, -1, 2000, M (2026, 6), M (2027, 2) },
    { "Cashier: 20 h at $15 from 0626 to 0227.", "Cashier", 1500, -1, 2000, M (2026, 6), M (2027, 2) },
    { "$300 a week from next month", NULL, -1, 130000, -1, M (2026, 2), OPEN },
    { "$1,000 every two weeks in May 2026", NULL, -1, 216667, -1, M (2026, 5), OPEN },
    { "$24,000 a year from now to next year", NULL, -1, 200000, -1, M (2026, 1), M (2027, 1) },
    { "Self-employed, $800 a month from June 2026", NULL, -1, 80000, -1, M (2026, 6), OPEN },
    { "Cajera, 20 horas a la semana a razón de $15 la hora desde junio de 2026 hasta feb 2027", "Cajera", 1500, -1, 2000, M (2026, 6), M (2027, 2) },
    { "20 h a $15 desde junio de 2026 a feb 2027", NULL, 1500, -1, 2000, M (2026, 6), M (2027, 2) },
    { "$900 al mes desde marzo 2026 hasta nuevo aviso", NULL, -1, 90000, -1, M (2026, 3), OPEN },
    { "May's helper at $12.00, 10 h from May 2026", "May's helper", 1200, -1, 1000, M (2026, 5), OPEN },
    { "20 h at $15 from June 26 to Feb 27", NULL, 1500, -1, 2000, M (2026, 6), M (2027, 2) },
    { "at $15 from june 20 h", NULL, 1500, -1, 2000, M (2026, 6), OPEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (MpCase) kase = empty_plan ();
      g_autoptr (GPtrArray) problems = mp_problems_new ();
      g_autofree char *problem = NULL, *echo = NULL;
      MpWork work;
      gboolean read = mp_work_line_parse (lines[i].text, kase, 0, &work, &problem);

      g_test_message ("%s", lines[i].text);
      g_assert_cmpstr (problem, ==, NULL);
      g_assert_true (read);
      g_assert_cmpstr (work.name, ==, lines[i].name);
      g_assert_cmpint (work.hourly, ==, lines[i].hourly < 0 ? MP_MONEY_NONE : lines[i].hourly);
      g_assert_cmpint (work.monthly, ==, lines[i].monthly < 0 ? MP_MONEY_NONE : lines[i].monthly);
      g_assert_cmpint (work.hours_per_week, ==, lines[i].hours < 0 ? MP_MONEY_NONE : lines[i].hours);
      g_assert_cmpint (work.when.from, ==, lines[i].from);
      g_assert_cmpint (work.when.to, ==, lines[i].to);
      g_assert_cmpint (work.kind, ==, g_str_has_prefix (lines[i].text, "Self") ? MP_WORK_SELF_EMPLOYMENT : MP_WORK_WAGES);
      echo = mp_work_line_echo (kase, 0, &work);
      g_assert_nonnull (strchr (echo, '$'));
      g_assert_cmpuint (mp_work_line_add (kase, 0, &work), ==, 0);
      mp_case_validate (kase, problems);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

static void
test_problems (void)
{
  static const struct { const char *text, *says; } lines[] = {
    { "", "Type what the job pays" }, { "   ,; ", "Type what the job pays" },
    { "20 h at $15 from Juny 2026", "“Juny 2026”" }, { "20 h at $15 form June 2026", "“form”" }, { "20 h at $15 from", "“from”" },
    { "20 h at", "missing at the end" }, { "20 h at $", "“$”" }, { "20 h", "Say the pay too" }, { "$15", "Say the hours" },
    { "$1,800 from 3/26", "by the hour or by the month" }, { "20 h at $1,800", "by the hour or by the month" },
    { "20 h at $15,00", "“$15”" }, { "200 h at $15", "at most 168 hours" }, { "80 hours a month at $15", "those of a week" },
    { "20 h 30 h at $15", "“30”" }, { "20 h at $15 $16", "“$16”" }, { "20 h at $15 to 2/26 to 3/26", "“to 3/26”" },
    { "20 h at $15 from 3/26 to 2/26", "before it begins" }, { "20 h at $15 from 3/26 from 4/26", "“4/26”" }, { "20 h at $15 in 13/26", "“13/26”" },
    { "20 h at $15 from 2026", "“2026”" }, { "-5 h at $15", "“-5”" }, { "20 h at $99999999999999999999", "“$99999999999999999999”" },
    { "Store clerk", "Say the pay too" }, { "20 h at $15 from 3/26 until never", "“never”" }, { "\xff", "no text" }, { "from", "“from”" },
    { "$9,999,999 every two weeks", "too large" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (MpCase) kase = empty_plan ();
      g_autofree char *problem = NULL;
      MpWork work;

      g_test_message ("%s", lines[i].text);
      g_assert_false (mp_work_line_parse (lines[i].text, kase, 0, &work, &problem));
      g_test_message ("%s", problem);
      g_assert_nonnull (strstr (problem, lines[i].says));
    }
}

/* A second line goes on with the first: same job, its pay, and the first ends where it begins. */
static void
test_steps (void)
{
  g_autoptr (MpCase) kase = empty_plan ();
  g_autofree char *problem = NULL, *echo = NULL, *second = NULL;
  MpWork work;

  g_assert_true (mp_work_line_parse ("Store clerk, 20 h at $15 from June 2026", kase, 0, &work, &problem));
  echo = mp_work_line_echo (kase, 0, &work);
  /* 15.00 × 20 × 13/3 */
  g_assert_cmpstr (echo, ==, "Store clerk: 20 hours a week at $15.00 an hour, $1,300.00 a month, from June 2026 on.");
  mp_work_line_add (kase, 0, &work);
  g_assert_true (mp_work_line_parse ("27.5 h from March until done", kase, 0, &work, &problem));
  second = mp_work_line_echo (kase, 0, &work);
  /* 15.00 × 27.5 × 13/3 = 1787.50 */
  g_assert_cmpstr (second, ==, "Store clerk: 27.5 hours a week at $15.00 an hour, $1,787.50 a month, from March 2027 on. "
                               "The step before it then ends in February 2027.");
  g_assert_cmpuint (mp_work_line_add (kase, 0, &work), ==, 1);
  g_assert_cmpint (kase->scenarios[0].work[0].when.to, ==, M (2027, 2));
  /* Another job beside it leaves it alone. */
  g_assert_true (mp_work_line_parse ("Tutor, $200 a month from 4/27", kase, 0, &work, &problem));
  mp_work_line_add (kase, 0, &work);
  g_assert_cmpint (kase->scenarios[0].work[1].when.to, ==, OPEN);
  g_assert_cmpstr (kase->scenarios[0].work[2].name, ==, "Tutor");
}

/* 2026-05-01 and every second Friday after: three in May and October 2026 (1, 15, 29; 2, 16, 30). */
static void
test_pay_days (void)
{
  MpWork work = { .when = { M (2026, 1), OPEN }, .pay = { MP_PAY_TWO_WEEKS, { M (2026, 5), 1 } } };

  g_assert_cmpint (mp_work_pay_days (&work, M (2026, 4)), ==, 0);
  for (MpMonth month = M (2026, 5); month <= M (2026, 12); month++)
    g_assert_cmpint (mp_work_pay_days (&work, month), ==, month == M (2026, 5) || month == M (2026, 10) ? 3 : 2);
  work.when.to = M (2026, 10);
  g_assert_cmpint (mp_work_pay_days (&work, M (2026, 11)), ==, 0);
  work.pay.every = MP_PAY_NONE;
  g_assert_cmpint (mp_work_pay_days (&work, M (2026, 5)), ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-line/lines", test_lines);
  g_test_add_func ("/work-line/problems", test_problems);
  g_test_add_func ("/work-line/steps", test_steps);
  g_test_add_func ("/work-line/pay-days", test_pay_days);
  return g_test_run ();
}
