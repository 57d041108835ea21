/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-ssn.h"

#define DIGITS 9
/* From this many digits on, the start of a number gives a part of it away that is not to be kept. Three digits and
 * four are a telephone number, so groups of three and six are told later. */
#define TELLING 6
#define TELLING_IN_TWO 8

typedef enum { NOTHING, HYPHEN, SPACE, POINT, SLASH, OTHER } Separator;

/* What stands between two groups, spaces about it too, and its bytes; a dash is a hyphen. */
static Separator
separator (const char *text, gsize *length)
{
  Separator found = NOTHING;

  for (*length = 0; *length < 8;)
    {
      const gunichar c = g_utf8_get_char_validated (text + *length, -1);
      Separator mark = SPACE;

      if (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212)
        mark = HYPHEN;
      else if (c == '.')
        mark = POINT;
      else if (c == '/')
        mark = SLASH;
      else if (c != ' ' && c != 0xA0 && c != 0x202F)
        return found;
      if (mark != SPACE)
        found = found == NOTHING || found == SPACE ? mark : OTHER;
      else if (found == NOTHING)
        found = SPACE;
      *length = (gsize) (g_utf8_next_char (text + *length) - text);
    }
  return OTHER;
}

/* Groups of three, two and four have the same mark twice, or a hyphen forgotten in the second place. Other mixed marks
 * are an amount and a date: "$700 12/2025", "943.00 2024". */
static gboolean
go_together (Separator first, Separator second)
{
  return (first == second && first != OTHER) || (first == HYPHEN && (second == SPACE || second == NOTHING));
}

/* How many bytes of a text are nine digits as they stand in a Social Security number, or the start of them: together, in
 * groups of three, two and four, or with a hyphen in groups of three and six. Five and four is a ZIP code. */
static gsize
match (const char *whole, gsize start, guint *digits, gboolean *in_two)
{
  const char *text = whole + start;
  Separator first = NOTHING;
  gsize n = 0;

  *in_two = FALSE;
  *digits = 0;
  if (start > 0 && g_ascii_isdigit (text[-1])) /* in the middle of a row of digits */
    return 0;
  for (; *digits < DIGITS; ++*digits, n++)
    {
      gsize between = 0;

      if (*digits == 3)
        first = separator (text + n, &between);
      else if (*digits == 5)
        {
          const Separator second = separator (text + n, &between);

          if (!go_together (first, second))
            break;
          *in_two = first != second && second == NOTHING;
        }
      if (!g_ascii_isdigit (text[n + between]))
        break;
      n += between;
    }
  return n;
}

/**
 * mp_ssn_find:
 * @text: what somebody typed
 * @start: (out) (optional): the first byte of the number
 * @length: (out) (optional): its bytes
 *
 * Looks for nine digits as they stand in a Social Security number: together, in groups of three, two
 * and four, or of three and six with a hyphen. A longer row of digits, such as a telephone number, is
 * not one, nor is a ZIP code of nine digits, or an amount and a date after it.
 *
 * Returns: whether there is one
 */
gboolean
mp_ssn_find (const char *text, gsize *start, gsize *length)
{
  for (gsize i = 0; text[i] != '\0'; i++)
    {
      gboolean in_two;
      guint digits;
      gsize n = match (text, i, &digits, &in_two);

      if (digits < DIGITS || g_ascii_isdigit (text[i + n]))
        continue;
      if (start != NULL)
        *start = i;
      if (length != NULL)
        *length = n;
      return TRUE;
    }
  return FALSE;
}

/**
 * mp_ssn_remove:
 * @text: what somebody typed
 *
 * Returns: (transfer full): the text without anything that looks like a Social Security number
 */
char *
mp_ssn_remove (const char *text)
{
  GString *left = g_string_new (text);
  gsize start, length;

  while (mp_ssn_find (left->str, &start, &length))
    g_string_erase (left, (gssize) start, (gssize) length);
  return g_string_free (left, FALSE);
}

/**
 * mp_ssn_begins:
 * @text: what somebody is typing
 *
 * Whether the text ends in most of a Social Security number, six to eight digits of one, so that the
 * next keys may make it whole.
 *
 * Returns: whether it does
 */
gboolean
mp_ssn_begins (const char *text)
{
  for (gsize i = 0; text[i] != '\0'; i++)
    {
      gboolean in_two;
      guint digits;
      gsize n = match (text, i, &digits, &in_two);

      if (digits >= (in_two ? TELLING_IN_TWO : TELLING) && digits < DIGITS && text[i + n] == '\0')
        return TRUE;
    }
  return FALSE;
}
