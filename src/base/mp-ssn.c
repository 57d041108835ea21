/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-ssn.h"

#define DIGITS 9
/* From this many digits on, the start of a number gives a part of it away that is not to be kept. Three digits and
 * four are a telephone number, so groups of three and six are told later. */
#define TELLING 6
#define TELLING_IN_TWO 8

/* What stands between two groups: a hyphen or a dash, a space, a point, a slash, spaces about them too. */
static gsize
separator (const char *text)
{
  gsize n = 0;
  guint marks = 0;

  for (;;)
    {
      const gunichar c = g_utf8_get_char_validated (text + n, -1);
      const gboolean space = c == ' ' || c == 0xA0 || c == 0x202F;

      if (!space && c != '-' && c != '.' && c != '/' && (c < 0x2010 || c > 0x2015) && c != 0x2212)
        return n;
      marks += space ? 0 : 1;
      if (marks > 1 || n >= 8)
        return 0;
      n = (gsize) (g_utf8_next_char (text + n) - text);
    }
}

/* How many bytes of a text are nine digits as they stand in a Social Security number, or the start of them: together, in
 * groups of three, two and four, or of three and six. Five and four is a ZIP code. */
static gsize
match (const char *text, guint *digits, gboolean *in_two)
{
  gsize n = 0;
  gboolean grouped = FALSE;

  *in_two = FALSE;
  for (*digits = 0; *digits < DIGITS; ++*digits, n++)
    {
      const gsize between = *digits == 3 || *digits == 5 ? separator (text + n) : 0;

      if (*digits == 5 && (between > 0) != grouped)
        {
          if (!grouped)
            break;
          *in_two = TRUE;
        }
      if (!g_ascii_isdigit (text[n + between]))
        break;
      grouped = grouped || between > 0;
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
 * and four, or of three and six. A longer row of digits, such as a telephone number, is not one, nor is
 * a ZIP code of nine digits.
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
      gsize n;

      if (!g_ascii_isdigit (text[i]) || (i > 0 && g_ascii_isdigit (text[i - 1])))
        continue;
      n = match (text + i, &digits, &in_two);
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
      gsize n;

      if (!g_ascii_isdigit (text[i]) || (i > 0 && g_ascii_isdigit (text[i - 1])))
        continue;
      n = match (text + i, &digits, &in_two);
      if (digits >= (in_two ? TELLING_IN_TWO : TELLING) && digits < DIGITS && text[i + n] == '\0')
        return TRUE;
    }
  return FALSE;
}
