/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-month.h"

static gboolean
read_digits (const char *text, gint n, gint *value)
{
  *value = 0;
  for (gint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }
  return TRUE;
}

/* Reads YYYY-MM at the start of text; any year from 1 on. */
static gboolean
read_month (const char *text, MpMonth *month)
{
  gint year, of_year;

  if (!read_digits (text, 4, &year) || text[4] != '-' || !read_digits (text + 5, 2, &of_year))
    return FALSE;
  *month = mp_month (year, of_year);
  return year >= 1 && of_year >= 1 && of_year <= 12;
}

/**
 * mp_month_parse:
 * @text: a text
 * @month: (out): the month read
 *
 * Reads a month in the form YYYY-MM, from 1950-01 to 2150-12.
 *
 * Returns: whether @text is such a month and nothing else
 */
gboolean
mp_month_parse (const char *text, MpMonth *month)
{
  return read_month (text, month) && text[7] == '\0' && *month >= MP_MONTH_FIRST && *month <= MP_MONTH_LAST;
}

/**
 * mp_month_to_text:
 * @month: a month from year 0 to 9999
 * @text: (out caller-allocates): room for the text
 *
 * Writes a month as YYYY-MM, without allocating.
 *
 * Returns: (transfer none): @text
 */
char *
mp_month_to_text (MpMonth month, char text[MP_MONTH_TEXT_SIZE])
{
  gint year = mp_month_year (month), of_year = mp_month_of_year (month);

  text[0] = (char) ('0' + year / 1000 % 10);
  text[1] = (char) ('0' + year / 100 % 10);
  text[2] = (char) ('0' + year / 10 % 10);
  text[3] = (char) ('0' + year % 10);
  text[4] = '-';
  text[5] = (char) ('0' + of_year / 10);
  text[6] = (char) ('0' + of_year % 10);
  text[7] = '\0';
  return text;
}

/**
 * mp_month_days:
 * @month: a month
 *
 * Returns: the number of days in @month, 28 to 31
 */
gint
mp_month_days (MpMonth month)
{
  return g_date_get_days_in_month ((GDateMonth) mp_month_of_year (month), (GDateYear) mp_month_year (month));
}

/**
 * mp_date_parse:
 * @text: a text
 * @date: (out): the date read
 *
 * Reads a date in the form YYYY-MM-DD that is a day of the calendar, from 1850 (births lie before the
 * first month that is computed) to 2150.
 *
 * Returns: whether @text is such a date and nothing else
 */
gboolean
mp_date_parse (const char *text, MpDate *date)
{
  if (!read_month (text, &date->month) || text[7] != '-' || !read_digits (text + 8, 2, &date->day))
    return FALSE;
  return text[10] == '\0' && date->month >= mp_month (1850, 1) && date->month <= MP_MONTH_LAST && date->day >= 1 && date->day <= mp_month_days (date->month);
}

/**
 * mp_date_to_string:
 * @date: a date
 *
 * Returns: (transfer full): the date as YYYY-MM-DD
 */
char *
mp_date_to_string (MpDate date)
{
  char month[MP_MONTH_TEXT_SIZE];

  return g_strdup_printf ("%s-%02d", mp_month_to_text (date.month, month), date.day);
}

/**
 * mp_date_compare:
 * @a: a date
 * @b: another
 *
 * Returns: negative, zero or positive as @a is before, on or after @b
 */
gint
mp_date_compare (MpDate a, MpDate b)
{
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  return a.day - b.day;
}

/**
 * mp_date_add_days:
 * @date: a date
 * @days: how many days later (or earlier, when negative)
 *
 * Returns: that day
 */
MpDate
mp_date_add_days (MpDate date, gint days)
{
  date.day += days;
  while (date.day > mp_month_days (date.month))
    date.day -= mp_month_days (date.month++);
  while (date.day < 1)
    date.day += mp_month_days (--date.month);
  return date;
}
