/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-typed.h"

#include <locale.h>
#include <string.h>

static void
test_money (void)
{
  static const struct { const char *text; MpMoney amount; } good[] = {
    { "640", 64000 }, { "$640.00", 64000 }, { "1,215", 121500 }, { "$ 1,215.5", 121550 }, { "  15.50 ", 1550 },
    { "640.", 64000 }, { ".5", 50 }, { "0", 0 }, { "10,000,000.00", MP_MONEY_MAX }, { "12,345,6", -1 }, { "640,00", -1 },
    { "1,2150", -1 }, { ",500", -1 }, { "1,,000", -1 }, { "", -1 }, { "$", -1 }, { ".", -1 }, { "-5", -1 }, { "−5", -1 },
    { "12.345", -1 }, { "1e3", -1 }, { "640 dollars", -1 }, { "6 40", -1 }, { "10,000,000.01", -1 }, { "$$5", -1 },
    { "99999999999999999999999999", -1 }, { "1 2", -1 }, { "1.2.3", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      MpMoney amount = -1;

      g_test_message ("\"%s\"", good[i].text);
      g_assert_cmpint (mp_money_parse_typed (good[i].text, &amount), ==, good[i].amount >= 0);
      g_assert_cmpint (amount, ==, good[i].amount);
    }
}

static void
test_month (void)
{
  static const char *const march[] = { "2026-03", "2026-3", "3/26", "03/26", "3/2026", "03-2026", "mar 2026", "Mar. 2026", "March 2026",
                                       "march, 2026", "MARCH 26", "mar '26", "marzo 2026", "marzo de 2026", "mar. del 2026", "2026 march", "mar2026", "326", "0326", "032026",
                                       "202603", " 3/26 " };
  static const char *const bad[] = { "", "3", "26", "2026", "13/26", "0/26", "3/1949", "3/2151", "3/226", "ma 2026", "marchy 2026", "3/",
                                     "3/26/1", "/3/26", "mar", "mar mar", "2026-03-01", "1326", "20261", "003/26", "3///26", "x", "marz0 26", "de marzo", "marzo de", "marzo den 2026",
                                     "999999999999/26" };
  MpMonth month;

  for (guint i = 0; i < G_N_ELEMENTS (march); i++)
    {
      month = 0;
      g_test_message ("\"%s\"", march[i]);
      g_assert_true (mp_month_parse_typed (march[i], &month));
      g_assert_cmpint (month, ==, mp_month (2026, 3));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      month = 7;
      g_test_message ("\"%s\"", bad[i]);
      g_assert_false (mp_month_parse_typed (bad[i], &month));
      g_assert_cmpint (month, ==, 7);
    }
  g_assert_true (mp_month_parse_typed ("9/98", &month));
  g_assert_cmpint (month, ==, mp_month (1998, 9));
  g_assert_true (mp_month_parse_typed ("1269", &month));
  g_assert_cmpint (month, ==, mp_month (2069, 12));
  g_assert_true (mp_month_parse_typed ("121950", &month));
  g_assert_cmpint (month, ==, mp_month (1950, 12));
}

/* Every name and every beginning of three letters, in both languages. */
static void
test_month_names (void)
{
  static const char *const names[2][12] = {
    { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
    { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre" },
  };

  for (guint language = 0; language < 2; language++)
    for (gint i = 0; i < 12; i++)
      {
        g_assert_cmpint (mp_month_name_parse (names[language][i], strlen (names[language][i])), ==, i + 1);
        g_assert_cmpint (mp_month_name_parse (names[language][i], 3), ==, i + 1);
        g_assert_cmpint (mp_month_name_parse (names[language][i], 2), ==, 0);
      }
}

static void
test_date (void)
{
  static const char *const birth[] = { "1990-05-14", "5/14/1990", "05/14/90", "May 14, 1990", "14 mayo 1990", "14 de mayo de 1990", "14 May 90", "05141990",
                                       "051490", "19900514", "5-14-90", "1990 May 14" };
  static const char *const bad[] = { "", "5/14", "14/5/1990", "2/29/2026", "5/32/90", "0/1/90", "5/14/190", "05149", "5/14/1849", "may 1990",
                                     "5/14/90/1", "1234567890", "5 14", "5/may/90/2" };
  MpDate date;

  for (guint i = 0; i < G_N_ELEMENTS (birth); i++)
    {
      date = MP_DATE_NONE;
      g_test_message ("\"%s\"", birth[i]);
      g_assert_true (mp_date_parse_typed (birth[i], 2026, &date));
      g_assert_cmpint (date.month, ==, mp_month (1990, 5));
      g_assert_cmpint (date.day, ==, 14);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      date = MP_DATE_NONE;
      g_test_message ("\"%s\"", bad[i]);
      g_assert_false (mp_date_parse_typed (bad[i], 2026, &date));
      g_assert_cmpint (date.month, ==, MP_MONTH_NONE);
    }
  /* Nobody on benefits is born in the future; a work plan is signed there. */
  g_assert_true (mp_date_parse_typed ("5/14/45", 2026, &date));
  g_assert_cmpint (date.month, ==, mp_month (1945, 5));
  g_assert_true (mp_date_parse_typed ("5/14/26", 2026, &date));
  g_assert_cmpint (date.month, ==, mp_month (2026, 5));
  g_assert_true (mp_date_parse_typed ("5/14/45", 2069, &date));
  g_assert_cmpint (date.month, ==, mp_month (2045, 5));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed/money", test_money);
  g_test_add_func ("/typed/month", test_month);
  g_test_add_func ("/typed/month-names", test_month_names);
  g_test_add_func ("/typed/date", test_date);
  return g_test_run ();
}
