/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Appending to a GString without a call while there is room: output is many small pieces. */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * mp_put:
 * @out: a string
 * @data: (array length=length): what is appended
 * @length: its bytes
 *
 * Appends as g_string_append_len() does.
 */
static inline void
mp_put (GString *out, const char *data, gsize length)
{
  if (out->len + length >= out->allocated_len)
    {
      g_string_append_len (out, data, (gssize) length);
      return;
    }
  memcpy (out->str + out->len, data, length);
  out->len += length;
  out->str[out->len] = '\0';
}

static inline void
mp_put_text (GString *out, const char *text)
{
  mp_put (out, text, strlen (text));
}

/* A whole number in digits. */
static inline void
mp_put_number (GString *out, guint64 number)
{
  char digits[20];
  gsize n = sizeof digits;

  do
    digits[--n] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  mp_put (out, digits + n, sizeof digits - n);
}

static inline void
mp_put_c (GString *out, char c)
{
  mp_put (out, &c, 1);
}

G_END_DECLS
