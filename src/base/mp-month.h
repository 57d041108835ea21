/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Months and dates. A month is a number, so that arithmetic on it is plain arithmetic. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpMonth:
 *
 * A calendar month as the number of months since 0000-01: year × 12 + month − 1.
 */
typedef gint32 MpMonth;

/** MP_MONTH_NONE: (value -2147483648) No month: not given, or not reached. Earlier than any month. */
#define MP_MONTH_NONE G_MININT32
/** MP_MONTH_OPEN: (value 2147483647) "And on": the end of a period without end. Later than any month. */
#define MP_MONTH_OPEN G_MAXINT32
/** MP_MONTH_FIRST: The first month that Milepost accepts, 1950-01. */
#define MP_MONTH_FIRST (1950 * 12)
/** MP_MONTH_LAST: The last month that Milepost accepts, 2150-12. */
#define MP_MONTH_LAST (2150 * 12 + 11)

/** mp_month: The month of a year (any) and a month of the year (1 to 12). */
#define mp_month(year, month) ((MpMonth) ((year) * 12 + (month) - 1))
/** mp_month_year: The calendar year of a month. */
#define mp_month_year(m) ((m) / 12)
/** mp_month_of_year: The month of the year, 1 to 12. */
#define mp_month_of_year(m) ((m) % 12 + 1)

/** MpPeriod: Months `from` to `to`, both included; `to` is MP_MONTH_OPEN for "and on". */
typedef struct {
  MpMonth from;
  MpMonth to;
} MpPeriod;

/** MpDate: A day; `month` is MP_MONTH_NONE when no date was given, `day` is 1 to 31. */
typedef struct {
  MpMonth month;
  gint day;
} MpDate;

#define MP_DATE_NONE ((MpDate) { MP_MONTH_NONE, 0 })

/** MP_MONTH_TEXT_SIZE: Bytes that mp_month_to_text() needs, the final zero included. */
#define MP_MONTH_TEXT_SIZE 8

/**
 * mp_period_contains:
 * @period: a period
 * @month: a month
 *
 * Returns: whether @month is in it; both ends are
 */
static inline gboolean
mp_period_contains (const MpPeriod *period, MpMonth month)
{
  return period->from <= month && month <= period->to;
}

gboolean mp_month_parse (const char *text, MpMonth *month);
char    *mp_month_to_text (MpMonth month, char text[MP_MONTH_TEXT_SIZE]);
gint     mp_month_days (MpMonth month);
gboolean mp_date_parse (const char *text, MpDate *date);
char    *mp_date_to_string (MpDate date);
gint     mp_date_compare (MpDate a, MpDate b);
MpDate   mp_date_add_days (MpDate date, gint days);

/**
 * mp_date_age_month:
 * @birth: a date of birth
 * @months: an age in months
 *
 * The month in which an age is attained. An age is attained on the day before the birthday, so
 * somebody born on the 1st attains it in the month before (20 CFR 404.2(c)(4), 404.102).
 *
 * Returns: that month
 */
static inline MpMonth
mp_date_age_month (MpDate birth, gint months)
{
  return birth.month + months - (birth.day == 1 ? 1 : 0);
}

G_END_DECLS
