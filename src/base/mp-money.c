/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-money.h"

#include "mp-put.h"

#include <math.h>
#include <string.h>

/**
 * mp_decimal_parse:
 * @text: a text
 * @decimals: most decimals accepted, 1 to 4
 * @value: (out): the number times 10 to the power of @decimals
 *
 * Reads an exact decimal, `-?[0-9]+(\.[0-9]{1,n})?`, of at most 15 digits before the point.
 *
 * Returns: whether @text is such a number and nothing else
 */
gboolean
mp_decimal_parse (const char *text, guint decimals, gint64 *value)
{
  gboolean negative = text[0] == '-';
  const char *p = text + (negative ? 1 : 0), *start = p;
  gint64 n = 0;
  guint seen = 0;

  for (; g_ascii_isdigit (*p); p++)
    {
      if (p - start >= 15)
        return FALSE;
      n = n * 10 + (*p - '0');
    }
  if (p == start)
    return FALSE;
  if (*p == '.')
    {
      for (p++; g_ascii_isdigit (*p) && seen < decimals; p++, seen++)
        n = n * 10 + (*p - '0');
      if (seen == 0)
        return FALSE;
    }
  if (*p != '\0')
    return FALSE;
  for (; seen < decimals; seen++)
    n *= 10;
  *value = negative ? -n : n;
  return TRUE;
}

/**
 * mp_money_parse:
 * @text: a text
 * @amount: (out): the amount in cents
 *
 * Reads an amount of dollars with at most two decimals, such as "1234.5".
 *
 * Returns: whether @text is such an amount and nothing else
 */
gboolean
mp_money_parse (const char *text, MpMoney *amount)
{
  return mp_decimal_parse (text, 2, amount);
}

/**
 * mp_money_from_real:
 * @real: dollars as a JSON number with a fraction
 * @amount: (out): the amount in cents
 *
 * The one place where floating point meets money: takes the number only if its shortest
 * decimal form has at most two decimals, so that 12.34 is exact and 12.345 is refused.
 *
 * Returns: whether @real is a whole number of cents
 */
gboolean
mp_money_from_real (double real, MpMoney *amount)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double back;

  if (!isfinite (real) || fabs (real) >= 1e12)
    return FALSE;
  g_ascii_formatd (text, sizeof text, "%.2f", real);
  back = g_ascii_strtod (text, NULL);
  return memcmp (&back, &real, sizeof real) == 0 && mp_money_parse (text, amount);
}

/**
 * mp_money_to_text:
 * @amount: cents, not MP_MONEY_NONE
 * @text: (out caller-allocates): room for the text
 *
 * Writes an amount with two decimals, such as 1234.50, without allocating.
 *
 * Returns: the length of the text
 */
gsize
mp_money_to_text (MpMoney amount, char text[MP_MONEY_TEXT_SIZE])
{
  char digits[MP_MONEY_TEXT_SIZE];
  guint64 n = amount < 0 ? (guint64) 0 - (guint64) amount : (guint64) amount;
  gsize used = 0, length = 0;

  do
    {
      digits[used++] = (char) ('0' + n % 10);
      n /= 10;
    }
  while (n > 0 || used < 3);
  if (amount < 0)
    text[length++] = '-';
  while (used > 0)
    {
      if (used == 2)
        text[length++] = '.';
      text[length++] = digits[--used];
    }
  text[length] = '\0';
  return length;
}

/**
 * mp_money_to_string:
 * @amount: cents
 *
 * Returns: (transfer full): the amount with two decimals, such as 1234.50
 */
char *
mp_money_to_string (MpMoney amount)
{
  char text[MP_MONEY_TEXT_SIZE];

  mp_money_to_text (amount, text);
  return g_strdup (text);
}

/**
 * mp_money_to_display:
 * @amount: cents
 *
 * The amount as people read it, in every language the way Social Security writes it: $1,234.50,
 * and −$5.00 with a minus sign.
 *
 * Returns: (transfer full): the text
 */
char *
mp_money_to_display (MpMoney amount)
{
  GString *s = g_string_new (NULL);

  mp_money_append_display (amount, s);
  return g_string_free (s, FALSE);
}

/**
 * mp_money_append_display:
 * @amount: cents
 * @out: where to
 *
 * Appends what mp_money_to_display() gives.
 */
void
mp_money_append_display (MpMoney amount, GString *out)
{
  char text[MP_MONEY_TEXT_SIZE];
  const gsize length = mp_money_to_text (amount < 0 ? -amount : amount, text), before_point = length - 3;
  gsize group = before_point % 3 != 0 ? before_point % 3 : 3;

  mp_put_text (out, amount < 0 ? "−$" : "$");
  mp_put (out, text, group);
  for (; group < before_point; group += 3)
    {
      mp_put_c (out, ',');
      mp_put (out, text + group, 3);
    }
  mp_put (out, text + before_point, 3);
}
