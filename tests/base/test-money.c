/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-money.h"

#include <math.h>

static void
test_parse (void)
{
  static const struct { const char *text; MpMoney cents; } good[] = {
    { "0", 0 }, { "0.0", 0 }, { "1234.56", 123456 }, { "1234.5", 123450 }, { "1234", 123400 },
    { "-5.25", -525 }, { "10000000.00", MP_MONEY_MAX }, { "007.10", 710 }, { "999999999999999.99", 99999999999999999 },
  };
  static const char *const bad[] = { "", "-", ".5", "5.", "1.234", "1,234.00", "$5", " 5", "5 ", "+5", "5e2", "--5",
                                     "0x10", "1000000000000000", "NaN", "٣" };
  MpMoney amount = 0;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (mp_money_parse (good[i].text, &amount));
      g_assert_cmpint (amount, ==, good[i].cents);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("\"%s\"", bad[i]);
      g_assert_false (mp_money_parse (bad[i], &amount));
    }
}

static void
test_decimal (void)
{
  gint64 value;

  g_assert_true (mp_decimal_parse ("121.3", 1, &value));
  g_assert_cmpint (value, ==, 1213);
  g_assert_true (mp_decimal_parse ("28", 4, &value));
  g_assert_cmpint (value, ==, 280000);
  g_assert_false (mp_decimal_parse ("121.35", 1, &value));
}

static void
test_real (void)
{
  MpMoney amount;

  g_assert_true (mp_money_from_real (12.34, &amount));
  g_assert_cmpint (amount, ==, 1234);
  g_assert_true (mp_money_from_real (0.1 + 0.7, &amount) == (0.1 + 0.7 == 0.8));
  g_assert_true (mp_money_from_real (1900.0, &amount));
  g_assert_cmpint (amount, ==, 190000);
  g_assert_false (mp_money_from_real (12.345, &amount));
  g_assert_false (mp_money_from_real (1e12, &amount));
  g_assert_false (mp_money_from_real (NAN, &amount));
  g_assert_false (mp_money_from_real (INFINITY, &amount));
}

static void
assert_texts (MpMoney amount, const char *plain, const char *display)
{
  g_autofree char *text = mp_money_to_string (amount), *shown = mp_money_to_display (amount);

  g_assert_cmpstr (text, ==, plain);
  g_assert_cmpstr (shown, ==, display);
}

static void
test_text (void)
{
  assert_texts (0, "0.00", "$0.00");
  assert_texts (5, "0.05", "$0.05");
  assert_texts (-5, "-0.05", "−$0.05");
  assert_texts (99999, "999.99", "$999.99");
  assert_texts (123456, "1234.56", "$1,234.56");
  assert_texts (-123456789, "-1234567.89", "−$1,234,567.89");
  assert_texts (G_MAXINT64, "92233720368547758.07", "$92,233,720,368,547,758.07");
}

static void
test_round (void)
{
  g_assert_cmpint (mp_money_floor_dollar (101299), ==, 101200);
  g_assert_cmpint (mp_money_floor_dollar (101200), ==, 101200);
  g_assert_cmpint (mp_money_floor_dime (124909), ==, 124900);
  g_assert_cmpint (mp_money_floor_dime (124910), ==, 124910);
  g_assert_cmpint (mp_divide_half_up (5, 2), ==, 3);
  g_assert_cmpint (mp_divide_half_up (4, 3), ==, 1);
  g_assert_cmpint (mp_divide_half_up (0, 7), ==, 0);
  /* TTW-59, TTW-65: 120 percent of the 2008 base of 981.17 is paid as 1,177 */
  g_assert_cmpint (mp_divide_half_up (98117 * 120, 100 * 100), ==, 1177);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/decimal", test_decimal);
  g_test_add_func ("/money/real", test_real);
  g_test_add_func ("/money/text", test_text);
  g_test_add_func ("/money/round", test_round);
  return g_test_run ();
}
