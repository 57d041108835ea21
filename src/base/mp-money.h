/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Money in whole cents. Never floating point; every rounding has a name. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MpMoney: An amount in cents. */
typedef gint64 MpMoney;

/** MP_MONEY_NONE: (value -9223372036854775808) No amount: not given, or not known. */
#define MP_MONEY_NONE G_MININT64
/** MP_MONEY_MAX: The largest amount accepted for a month: $10,000,000.00. */
#define MP_MONEY_MAX G_GINT64_CONSTANT (1000000000)

/** MP_MONEY_CEILING: A trillion dollars: what grows year after year stays here, so that no sum of 600 months overflows. */
#define MP_MONEY_CEILING G_GINT64_CONSTANT (100000000000000)

/** mp_dollars: An amount of whole dollars. */
#define mp_dollars(n) ((MpMoney) (n) * 100)

/** MP_MONEY_TEXT_SIZE: Bytes that mp_money_to_text() needs, the final zero included. */
#define MP_MONEY_TEXT_SIZE 24

/**
 * mp_money_floor_dollar:
 * @amount: an amount in cents, not negative
 *
 * Returns: the whole dollars of it, in cents
 */
static inline MpMoney
mp_money_floor_dollar (MpMoney amount)
{
  return amount - amount % 100;
}

/**
 * mp_money_floor_dime:
 * @amount: an amount in cents, not negative
 *
 * Returns: the whole dimes of it, in cents
 */
static inline MpMoney
mp_money_floor_dime (MpMoney amount)
{
  return amount - amount % 10;
}

gboolean mp_decimal_parse (const char *text, guint decimals, gint64 *value);
gboolean mp_money_parse (const char *text, MpMoney *amount);
gboolean mp_money_from_real (double real, MpMoney *amount);
gsize    mp_money_to_text (MpMoney amount, char text[MP_MONEY_TEXT_SIZE]);
char    *mp_money_to_string (MpMoney amount);
char    *mp_money_to_display (MpMoney amount);
void     mp_money_append_display (MpMoney amount, GString *out);

/**
 * mp_divide_half_up:
 * @numerator: not negative
 * @denominator: positive
 *
 * Returns: the quotient rounded to the nearest whole number, halves up
 */
static inline gint64
mp_divide_half_up (gint64 numerator, gint64 denominator)
{
  return (2 * numerator + denominator) / (2 * denominator);
}

G_END_DECLS
