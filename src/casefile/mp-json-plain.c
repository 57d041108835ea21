/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plain JSON, read fast into jansson's tree.
 *
 * jansson looks at a document byte by byte, which is four fifths of what reading a case costs. Nearly every case file holds
 * nothing but objects, lists, texts without escapes, small whole numbers, true, false and null; that is read here. Whatever
 * else stands in it, and whatever is wrong with it, is left to jansson: this reader never says what is wrong, it only gives
 * up. What it takes, jansson takes too, and makes the same of it: a test compares the two.
 */

#include "mp-casefile-private.h"

#include <string.h>

/* More is left to jansson. */
#define MOST_DEPTH 32
#define MOST_DIGITS 15

typedef struct {
  const char *at, *end;
  guint depth;
} Scan;

static json_t *scan_value (Scan *self);

static void
skip_space (Scan *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

/* Whether a sign comes next, after white space; it is taken then. */
static gboolean
take (Scan *self, char sign)
{
  skip_space (self);
  if (self->at == self->end || *self->at != sign)
    return FALSE;
  self->at++;
  return TRUE;
}

/* A text in quotation marks; NULL when there is none, or one with an escape. */
static const char *
scan_text (Scan *self, gsize *length)
{
  const char *text;

  if (!take (self, '"'))
    return NULL;
  for (text = self->at; self->at < self->end && (guchar) *self->at >= 0x20 && *self->at != '\\'; self->at++)
    if (*self->at == '"')
      {
        *length = (gsize) (self->at++ - text);
        return text;
      }
  return NULL;
}

static json_t *
scan_string (Scan *self)
{
  gsize length;
  const char *text = scan_text (self, &length);

  return text != NULL ? json_stringn (text, length) : NULL; /* NULL: no UTF-8 */
}

/* A whole number, not negative, that needs no care. */
static json_t *
scan_number (Scan *self)
{
  const char *first = self->at;
  json_int_t number = 0;

  for (; self->at < self->end && g_ascii_isdigit (*self->at) && self->at - first <= MOST_DIGITS; self->at++)
    number = 10 * number + (*self->at - '0');
  if (self->at - first > MOST_DIGITS || (*first == '0' && self->at - first > 1))
    return NULL;
  /* a fraction or an exponent is no sign that may follow here */
  return json_integer (number);
}

static json_t *
scan_word (Scan *self)
{
  static const struct { const char *word; gsize length; } words[] = { { "true", 4 }, { "false", 5 }, { "null", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize) (self->end - self->at) >= words[i].length && memcmp (self->at, words[i].word, words[i].length) == 0)
      {
        self->at += words[i].length;
        return i == 2 ? json_null () : json_boolean (i == 0);
      }
  return NULL;
}

static gboolean
scan_pairs (Scan *self, json_t *object)
{
  if (take (self, '}'))
    return TRUE;
  do
    {
      gsize length, before = json_object_size (object);
      const char *key = scan_text (self, &length);
      json_t *value = key != NULL && take (self, ':') ? scan_value (self) : NULL;

      /* a key that stood there already is an error, which jansson puts into words */
      if (value == NULL || json_object_setn_new (object, key, length, value) != 0 || json_object_size (object) == before)
        return FALSE;
    }
  while (take (self, ','));
  return take (self, '}');
}

static gboolean
scan_items (Scan *self, json_t *list)
{
  if (take (self, ']'))
    return TRUE;
  do
    {
      json_t *value = scan_value (self);

      if (value == NULL || json_array_append_new (list, value) != 0)
        return FALSE;
    }
  while (take (self, ','));
  return take (self, ']');
}

static json_t *
scan_nested (Scan *self)
{
  const gboolean is_object = *self->at == '{';
  json_t *nested;
  gboolean good;

  if (self->depth == MOST_DEPTH)
    return NULL;
  self->at++;
  self->depth++;
  nested = is_object ? json_object () : json_array ();
  good = is_object ? scan_pairs (self, nested) : scan_items (self, nested);
  self->depth--;
  if (!good)
    g_clear_pointer (&nested, json_decref);
  return nested;
}

static json_t *
scan_value (Scan *self)
{
  skip_space (self);
  if (self->at == self->end)
    return NULL;
  switch (*self->at)
    {
    case '{':
    case '[':
      return scan_nested (self);
    case '"':
      return scan_string (self);
    case '0' ... '9':
      return scan_number (self);
    default:
      return scan_word (self);
    }
}

/**
 * _mp_json_plain: (skip)
 * @data: (array length=length): a document
 * @length: its bytes
 *
 * Returns: (transfer full) (nullable): what json_loadb() with `JSON_REJECT_DUPLICATES` makes of it; %NULL when the document
 *   is not plain, is no object, or something is wrong with it
 */
json_t *
_mp_json_plain (const char *data, gsize length)
{
  Scan self = { data, data + length, 0 };
  json_t *root;

  if (!take (&self, '{'))
    return NULL;
  self.at--;
  root = scan_nested (&self);
  skip_space (&self);
  if (root != NULL && self.at < self.end)
    g_clear_pointer (&root, json_decref);
  return root;
}
