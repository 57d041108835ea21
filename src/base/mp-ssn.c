/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-ssn.h"

#include <string.h>

/* From this many digits on, the start of a number gives a part of it away that is not to be kept. */
#define TELLING 6

static const char *const forms[] = { "ddd-dd-dddd", "ddd dd dddd", "ddddddddd" };

/* How many bytes of a text are in a form, or 0: 'd' is a digit, the rest stands for itself. */
static gsize
match (const char *text, const char *form)
{
  gsize n = 0;

  for (; form[n] != '\0'; n++)
    if (form[n] == 'd' ? !g_ascii_isdigit (text[n]) : text[n] != form[n])
      return 0;
  return n;
}

/**
 * mp_ssn_find:
 * @text: what somebody typed
 * @start: (out) (optional): the first byte of the number
 * @length: (out) (optional): its bytes
 *
 * Looks for nine digits as they stand in a Social Security number: together, or in groups of
 * three, two and four. A longer row of digits, such as a telephone number, is not one.
 *
 * Returns: whether there is one
 */
gboolean
mp_ssn_find (const char *text, gsize *start, gsize *length)
{
  for (gsize i = 0; text[i] != '\0'; i++)
    for (guint j = 0; j < G_N_ELEMENTS (forms); j++)
      {
        gsize n = i > 0 && g_ascii_isdigit (text[i - 1]) ? 0 : match (text + i, forms[j]);

        if (n == 0 || g_ascii_isdigit (text[i + n]))
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
    for (guint j = 0; j < G_N_ELEMENTS (forms); j++)
      {
        g_autofree char *form = g_strdup (forms[j]);
        const gsize left = strlen (text + i);
        guint digits = 0;

        if (left >= strlen (form) || (i > 0 && g_ascii_isdigit (text[i - 1])))
          continue;
        form[left] = '\0';
        for (gsize k = 0; k < left; k++)
          digits += form[k] == 'd';
        if (digits >= TELLING && match (text + i, form) == left)
          return TRUE;
      }
  return FALSE;
}
