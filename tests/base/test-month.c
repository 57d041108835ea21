/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-month.h"

static void
test_parse (void)
{
  static const char *const bad[] = { "", "2026", "2026-", "2026-1", "2026-13", "2026-00", "2026-01-", "2026-01x",
                                     " 2026-01", "1949-12", "2151-01", "20a6-01", "2026/01", "-026-01" };
  MpMonth month = 0;

  g_assert_true (mp_month_parse ("2026-03", &month));
  g_assert_cmpint (month, ==, mp_month (2026, 3));
  g_assert_cmpint (mp_month_year (month), ==, 2026);
  g_assert_cmpint (mp_month_of_year (month), ==, 3);
  g_assert_true (mp_month_parse ("1950-01", &month));
  g_assert_cmpint (month, ==, MP_MONTH_FIRST);
  g_assert_true (mp_month_parse ("2150-12", &month));
  g_assert_cmpint (month, ==, MP_MONTH_LAST);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("\"%s\"", bad[i]);
      g_assert_false (mp_month_parse (bad[i], &month));
    }
}

static void
test_text (void)
{
  for (MpMonth m = MP_MONTH_FIRST; m <= MP_MONTH_LAST; m++)
    {
      char text[MP_MONTH_TEXT_SIZE];
      MpMonth back;

      g_assert_true (mp_month_parse (mp_month_to_text (m, text), &back));
      g_assert_cmpint (back, ==, m);
    }
}

static void
test_days (void)
{
  g_assert_cmpint (mp_month_days (mp_month (2026, 2)), ==, 28);
  g_assert_cmpint (mp_month_days (mp_month (2028, 2)), ==, 29);
  g_assert_cmpint (mp_month_days (mp_month (2100, 2)), ==, 28);
  g_assert_cmpint (mp_month_days (mp_month (2000, 2)), ==, 29);
  g_assert_cmpint (mp_month_days (mp_month (2026, 4)), ==, 30);
  g_assert_cmpint (mp_month_days (mp_month (2026, 12)), ==, 31);
}

static void
test_dates (void)
{
  static const char *const bad[] = { "2026-02-29", "2026-04-31", "2026-04-00", "2026-04", "2026-04-1", "2026-04-011",
                                     "2026-13-01", "1849-12-31" };
  MpDate date, later;

  g_assert_true (mp_date_parse ("1920-05-14", &date)); /* a birth before the first computed month */
  g_assert_true (mp_date_parse ("2028-02-29", &date));
  g_assert_cmpint (date.month, ==, mp_month (2028, 2));
  g_assert_cmpint (date.day, ==, 29);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("\"%s\"", bad[i]);
      g_assert_false (mp_date_parse (bad[i], &later));
    }
  later = mp_date_add_days (date, 366);
  {
    g_autofree char *text = mp_date_to_string (later);
    g_assert_cmpstr (text, ==, "2029-03-01");
  }
  g_assert_cmpint (mp_date_compare (later, date), >, 0);
  g_assert_cmpint (mp_date_compare (date, later), <, 0);
  later = mp_date_add_days (later, -366);
  g_assert_cmpint (mp_date_compare (date, later), ==, 0);
}

/* 20 CFR 404.2(c)(4): an age is attained on the day before the birthday. */
static void
test_age (void)
{
  g_assert_cmpint (mp_date_age_month ((MpDate) { mp_month (1990, 5), 14 }, 65 * 12), ==, mp_month (2055, 5));
  g_assert_cmpint (mp_date_age_month ((MpDate) { mp_month (1990, 5), 1 }, 65 * 12), ==, mp_month (2055, 4));
  g_assert_cmpint (mp_date_age_month ((MpDate) { mp_month (1960, 1), 1 }, 66 * 12 + 10), ==, mp_month (2026, 10));
}

static void
test_period (void)
{
  const MpPeriod closed = { mp_month (2026, 1), mp_month (2026, 3) };
  const MpPeriod open = { mp_month (2026, 1), MP_MONTH_OPEN };

  g_assert_false (mp_period_contains (&closed, mp_month (2025, 12)));
  g_assert_true (mp_period_contains (&closed, mp_month (2026, 1)));
  g_assert_true (mp_period_contains (&closed, mp_month (2026, 3)));
  g_assert_false (mp_period_contains (&closed, mp_month (2026, 4)));
  g_assert_true (mp_period_contains (&open, MP_MONTH_LAST));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/month/parse", test_parse);
  g_test_add_func ("/month/text", test_text);
  g_test_add_func ("/month/days", test_days);
  g_test_add_func ("/month/dates", test_dates);
  g_test_add_func ("/month/age", test_age);
  g_test_add_func ("/month/period", test_period);
  return g_test_run ();
}
