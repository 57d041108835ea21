/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plain JSON, read where it stands.
 *
 * To look at a document byte by byte and make a tree of it, as jansson does, is four fifths of what reading a case costs.
 * Nearly every case file holds nothing but objects, lists, texts without escapes, small whole numbers, true, false and null;
 * such a file is read here, without a tree. Whatever else stands in it, and whatever is wrong with it, is left to jansson:
 * this reader never says what is wrong, it only gives up. What it takes, jansson takes too, and makes the same of it: a test
 * compares the two.
 */

#include "mp-casefile-private.h"

#include <string.h>

#define MOST_DIGITS 15 /* more are left to jansson */

/* Not 0 when one of eight bytes is beyond ASCII. */
#define BEYOND_ASCII G_GUINT64_CONSTANT (0x8080808080808080)

static gboolean
is_ascii (const char *text, gsize length)
{
  guint64 all = 0, eight;
  gsize at = 0;

  for (; at + sizeof eight <= length; at += sizeof eight)
    {
      memcpy (&eight, text + at, sizeof eight);
      all |= eight;
    }
  for (; at < length; at++)
    all |= (guchar) text[at];
  return (all & BEYOND_ASCII) == 0;
}

static void
skip_space (MpPlain *self)
{
  while (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t')
    self->at++;
}

/* Whether a sign comes next, after white space; it is taken then. */
static gboolean
take (MpPlain *self, char sign)
{
  if (*self->at != sign)
    skip_space (self);
  if (*self->at != sign)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
give_up (MpPlain *self)
{
  self->failed = TRUE;
  return FALSE;
}

/* A text after its quotation mark; where it ends stands a NUL then. NULL: it has an escape, or no end. */
static const char *
scan_text (MpPlain *self)
{
  char *text = self->at, *end = text;

  while ((guchar) *end >= 0x20 && *end != '\\' && *end != '"')
    end++;
  if (*end != '"')
    return NULL;
  *end = '\0';
  self->at = end + 1;
  return text;
}

/* A whole number, not negative, that needs no care. */
static gboolean
scan_number (MpPlain *self, MpJsonValue *value)
{
  const char *first = self->at;
  json_int_t number = 0;

  for (; g_ascii_isdigit (*self->at) && self->at - first <= MOST_DIGITS; self->at++)
    number = 10 * number + (*self->at - '0');
  value->type = JSON_INTEGER;
  value->integer = number;
  /* a fraction or an exponent is no sign that may follow here */
  return self->at - first <= MOST_DIGITS && (*first != '0' || self->at - first == 1);
}

static gboolean
scan_word (MpPlain *self, MpJsonValue *value)
{
  static const struct { const char *word; gsize length; json_type type; } words[] = {
    { "true", 4, JSON_TRUE }, { "false", 5, JSON_FALSE }, { "null", 4, JSON_NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strncmp (self->at, words[i].word, words[i].length) == 0)
      {
        self->at += words[i].length;
        value->type = words[i].type;
        return TRUE;
      }
  return FALSE;
}

/* Of an object or a list only the beginning. */
static gboolean
scan_value (MpPlain *self, MpJsonValue *value)
{
  *value = (MpJsonValue) { 0 };
  skip_space (self);
  switch (*self->at)
    {
    case '{':
    case '[':
      value->type = *self->at++ == '{' ? JSON_OBJECT : JSON_ARRAY;
      return TRUE;
    case '"':
      self->at++;
      value->type = JSON_STRING;
      value->text = scan_text (self);
      return value->text != NULL;
    case '0' ... '9':
      return scan_number (self, value);
    default:
      return scan_word (self, value);
    }
}

/**
 * _mp_plain_begin: (skip)
 * @self: (out): a reader of plain JSON
 * @arena: keeps a copy of the document, of which all texts are parts
 * @data: (array length=length): a document
 * @length: its bytes
 *
 * Returns: whether it begins as an object does
 */
gboolean
_mp_plain_begin (MpPlain *self, MpArena *arena, const char *data, gsize length)
{
  MpJsonValue root;

  *self = (MpPlain) { 0 };
  if (!is_ascii (data, length) && !g_utf8_validate_len (data, length, NULL))
    return give_up (self);
  self->at = memcpy (mp_arena_alloc (arena, length + 1), data, length); /* zeroed: a NUL at the end */
  self->end = self->at + length;
  return (scan_value (self, &root) && root.type == JSON_OBJECT) || give_up (self);
}

/**
 * _mp_plain_next: (skip)
 * @self: a reader that has begun an object or a list
 * @first: whether nothing of it was read yet; all of what was read must have been read to its end
 * @key: (out) (optional): the key, with an object
 * @value: (out): the value; of an object or a list only that it begins
 *
 * Returns: whether there was one more; else the object or list has ended, or the reader gave up
 */
gboolean
_mp_plain_next (MpPlain *self, gboolean first, const char **key, MpJsonValue *value)
{
  if (self->failed || take (self, key != NULL ? '}' : ']'))
    return FALSE;
  if (!first && !take (self, ','))
    return give_up (self);
  if (key != NULL && (!take (self, '"') || (*key = scan_text (self)) == NULL || !take (self, ':')))
    return give_up (self);
  return scan_value (self, value) || give_up (self);
}

/**
 * _mp_plain_end: (skip)
 * @self: a reader after the last object has ended
 *
 * Returns: whether the reader never gave up, and nothing comes any more
 */
gboolean
_mp_plain_end (MpPlain *self)
{
  skip_space (self);
  return !self->failed && self->at == self->end;
}
