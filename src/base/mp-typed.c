/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-typed.h"

#include <string.h>

#define MAX_TOKENS 3
#define LATEST_SHORT_YEAR 2069 /* of a month written with two digits: plans reach far, benefits not before 1970 */

/* A run of letters or of digits. */
typedef struct {
  const char *text;
  gsize length;
  gint number; /* -1: letters */
} Token;

static const char *const month_words[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
};

/**
 * mp_month_name_parse:
 * @word: a word
 * @length: its bytes
 *
 * Reads the name of a month in English or Spanish, or its first three letters or more. The two
 * languages of Social Security's forms are read whatever language the program speaks.
 *
 * Returns: 1 to 12, or 0 for another word
 */
gint
mp_month_name_parse (const char *word, gsize length)
{
  if (length < 3)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (month_words); i++)
    if (length <= strlen (month_words[i]) && g_ascii_strncasecmp (word, month_words[i], length) == 0)
      return (gint) i % 12 + 1;
  return 0;
}

/* Digits with commas in their right places: the number of digits and commas, or 0. */
static gsize
grouped_length (const char *text)
{
  gsize n = strspn (text, "0123456789");

  if (n == 0 || n > 3 || text[n] != ',')
    return n;
  while (text[n] == ',')
    {
      if (strspn (text + n + 1, "0123456789") != 3)
        return 0;
      n += 4;
    }
  return n;
}

/**
 * mp_money_parse_typed:
 * @text: a text
 * @amount: (out): the amount in cents
 *
 * Reads an amount as people write it: "640", "$640.00", "1,215", " $ 1,215.5 ". A comma stands
 * before three digits only, so that "640,00" is refused rather than read as sixty-four thousand.
 *
 * Returns: whether @text is an amount from 0.00 to MP_MONEY_MAX and nothing else
 */
gboolean
mp_money_parse_typed (const char *text, MpMoney *amount)
{
  char plain[MP_MONEY_TEXT_SIZE];
  gsize n, used = 0;
  MpMoney read;

  text += strspn (text, " \t");
  if (*text == '$')
    text++;
  text += strspn (text, " \t");
  n = grouped_length (text);
  if ((n == 0 && *text != '.') || n + 4 > sizeof plain)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (text[i] != ',')
      plain[used++] = text[i];
  if (n == 0)
    plain[used++] = '0';
  text += n;
  if (*text == '.' && (g_ascii_isdigit (text[1]) || n > 0))
    {
      n = strspn (text + 1, "0123456789");
      if (n > 2)
        return FALSE;
      if (n > 0)
        {
          memcpy (plain + used, text, n + 1);
          used += n + 1;
        }
      text += n + 1;
    }
  plain[used] = '\0';
  text += strspn (text, " \t");
  if (*text != '\0' || !mp_money_parse (plain, &read) || read > MP_MONEY_MAX)
    return FALSE;
  *amount = read;
  return TRUE;
}

/* "of", which Spanish has between day, month and year */
static gboolean
is_of (const Token *token)
{
  return (token->length == 2 && g_ascii_strncasecmp (token->text, "de", 2) == 0) ||
         (token->length == 3 && g_ascii_strncasecmp (token->text, "del", 3) == 0);
}

/* Cuts a text into words and numbers. The number of tokens, or 0 when there is something else in it. */
static guint
cut (const char *text, Token tokens[MAX_TOKENS])
{
  guint n = 0;

  text += strspn (text, " \t");
  while (*text != '\0')
    {
      Token *token;
      gsize gap;

      if (n == MAX_TOKENS)
        return 0;
      token = &tokens[n];
      *token = (Token) { text, 0, -1 };
      if (g_ascii_isdigit (*text))
        {
          token->length = strspn (text, "0123456789");
          if (token->length > 8)
            return 0;
          token->number = (gint) g_ascii_strtoll (text, NULL, 10);
        }
      else
        while (g_ascii_isalpha (text[token->length]))
          token->length++;
      if (token->length == 0)
        return 0;
      n += !(n > 0 && is_of (token));
      text += token->length;
      gap = strspn (text, " \t,./-'");
      if (text[gap] == '\0' && strspn (text, " \t.") < gap)
        return 0; /* "3/" is not finished */
      if (gap > 2)
        return 0;
      text += gap;
    }
  return n;
}

static gint
full_year (const Token *token, gint latest)
{
  gint year = token->number;

  if (token->length == 4)
    return year;
  if (token->length != 2)
    return -1;
  year += latest / 100 * 100;
  return year > latest ? year - 100 : year;
}

static gboolean
make_month (gint year, gint of_year, MpMonth *month)
{
  if (of_year < 1 || of_year > 12 || year < 1)
    return FALSE;
  *month = mp_month (year, of_year);
  return TRUE;
}

/* 326, 0326, 032026 and 202603 */
static gboolean
month_of_digits (const Token *token, MpMonth *month)
{
  Token year = { token->text, 2, token->number % 100 };

  if (token->length == 3 || token->length == 4)
    return make_month (full_year (&year, LATEST_SHORT_YEAR), token->number / 100, month);
  if (token->length != 6)
    return FALSE;
  if (make_month (token->number / 100, token->number % 100, month) && *month >= MP_MONTH_FIRST)
    return TRUE;
  return make_month (token->number % 10000, token->number / 10000, month);
}

/**
 * mp_month_parse_typed:
 * @text: a text
 * @month: (out): the month
 *
 * Reads a month as people write it: "2026-03", "3/26", "03/2026", "mar 2026", "March 2026",
 * "marzo de 2026", and as quick typists do: "326", "0326". A year of two digits is from 1970 to 2069.
 *
 * Returns: whether @text is a month from 1950-01 to 2150-12 and nothing else
 */
gboolean
mp_month_parse_typed (const char *text, MpMonth *month)
{
  Token tokens[MAX_TOKENS];
  guint n = cut (text, tokens);
  MpMonth read;
  gboolean good = FALSE;

  if (n == 1)
    good = month_of_digits (&tokens[0], &read);
  else if (n == 2)
    {
      gboolean year_first = tokens[0].length == 4 && tokens[0].number >= 0;
      const Token *year = &tokens[year_first ? 0 : 1], *of_year = &tokens[year_first ? 1 : 0];
      gint number = of_year->number >= 0 ? of_year->number : mp_month_name_parse (of_year->text, of_year->length);

      good = year->number >= 0 && (of_year->number < 0 || of_year->length <= 2) &&
             make_month (full_year (year, LATEST_SHORT_YEAR), number, &read);
    }
  if (!good || read < MP_MONTH_FIRST || read > MP_MONTH_LAST)
    return FALSE;
  *month = read;
  return TRUE;
}

/* 05141990, 051490 and 19900514 as three tokens */
static gboolean
cut_digits (Token tokens[MAX_TOKENS])
{
  const char *text = tokens[0].text;
  gint n = tokens[0].number;

  if (tokens[0].length == 6)
    {
      tokens[0] = (Token) { text, 2, n / 10000 };
      tokens[1] = (Token) { text + 2, 2, n / 100 % 100 };
      tokens[2] = (Token) { text + 4, 2, n % 100 };
    }
  else if (tokens[0].length == 8 && n / 1000000 <= 12)
    {
      tokens[0] = (Token) { text, 2, n / 1000000 };
      tokens[1] = (Token) { text + 2, 2, n / 10000 % 100 };
      tokens[2] = (Token) { text + 4, 4, n % 10000 };
    }
  else if (tokens[0].length == 8)
    {
      tokens[0] = (Token) { text, 4, n / 10000 };
      tokens[1] = (Token) { text + 4, 2, n / 100 % 100 };
      tokens[2] = (Token) { text + 6, 2, n % 100 };
    }
  else
    return FALSE;
  return TRUE;
}

/**
 * mp_date_parse_typed:
 * @text: a text
 * @latest_year: the latest year that two digits may stand for
 * @date: (out): the date
 *
 * Reads a date as people write it: "1990-05-14", "5/14/1990", "5/14/90", "May 14, 1990",
 * "14 de mayo de 1990", "05141990", "051490". Numbers alone are month, day, year, unless the year of
 * four digits comes first.
 *
 * Returns: whether @text is a day of the calendar from 1850 to 2150 and nothing else
 */
gboolean
mp_date_parse_typed (const char *text, gint latest_year, MpDate *date)
{
  Token tokens[MAX_TOKENS];
  guint n = cut (text, tokens);
  gboolean year_first, day_first;
  const Token *year, *month, *day;
  gint of_year;
  MpMonth read;

  if (n == 1 ? !cut_digits (tokens) : n != 3)
    return FALSE;
  year_first = tokens[0].number >= 0 && tokens[0].length == 4;
  day_first = !year_first && tokens[1].number < 0;
  year = &tokens[year_first ? 0 : 2];
  month = &tokens[year_first || day_first ? 1 : 0];
  day = &tokens[year_first ? 2 : day_first ? 0 : 1];
  if (year->number < 0 || day->number < 0 || day->length > 2 || (month->number >= 0 && month->length > 2))
    return FALSE;
  of_year = month->number >= 0 ? month->number : mp_month_name_parse (month->text, month->length);
  if (!make_month (full_year (year, latest_year), of_year, &read) || read < mp_month (1850, 1) || read > MP_MONTH_LAST ||
      day->number < 1 || day->number > mp_month_days (read))
    return FALSE;
  *date = (MpDate) { read, day->number };
  return TRUE;
}
