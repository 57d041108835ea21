/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-edit.h"

#include "mp-casefile-fields.h"
#include "mp-edit-private.h"
#include "mp-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LATEST_SHORT_YEAR 2069

/* Takes the next part of a pointer, its ~0 and ~1 undone. FALSE at the end. */
gboolean
_mp_edit_next_part (const char **pointer, char part[MP_EDIT_PART_SIZE])
{
  gsize n = 0;
  const char *p = *pointer;

  if (*p++ != '/')
    return FALSE;
  for (; *p != '\0' && *p != '/' && n + 1 < MP_EDIT_PART_SIZE; p++)
    {
      part[n] = *p;
      if (*p == '~' && (p[1] == '0' || p[1] == '1'))
        part[n] = *++p == '0' ? '~' : '/';
      n++;
    }
  part[n] = '\0';
  *pointer = p;
  return TRUE;
}

const MpField *
_mp_edit_find_field (const MpSpec *spec, const char *key)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if (g_str_equal (spec->fields[i].key, key))
      return &spec->fields[i];
  return NULL;
}

/* Pay days have no flag of their own: they are given when `every` is. */
static gboolean
object_is_given (const MpField *field, const guint8 *object)
{
  const MpField *first = &field->spec->fields[0];

  if ((field->flags & MP_FIELD_HAS_EXTRA) != 0)
    return *(const gboolean *) (gconstpointer) (object + field->extra);
  if (first->kind == MP_FIELD_ENUM && first->names[0][0] == '\0')
    return *(const guint *) (gconstpointer) (object + field->offset + first->offset) != 0;
  return TRUE;
}

gpointer *
_mp_edit_list (MpCase *kase, const MpField *field, guint8 *object, const MpSpec **spec, guint **n)
{
  if (field->kind == MP_FIELD_SUPPLEMENT)
    {
      *spec = &_mp_supplement_spec;
      *n = &kase->ssi.n_supplements;
      return (gpointer *) &kase->ssi.supplements;
    }
  *spec = field->spec;
  *n = (guint *) (gpointer) (object + field->extra);
  return (gpointer *) (gpointer) (object + field->offset);
}

/* The entry right behind the last one need not be there yet: it is then at no object. */
static gboolean
enter_entry (MpEditPlace *place, MpCase *kase, const char *part)
{
  const MpSpec *spec;
  guint64 index;
  guint *n;
  gpointer *list = _mp_edit_list (kase, place->field, place->object, &spec, &n);

  if (!g_ascii_string_to_unsigned (part, 10, 0, G_MAXUINT, &index, NULL) || index > *n)
    return FALSE;
  place->parent = NULL;
  place->list = place->field;
  place->list_object = place->object;
  place->index = (guint) index;
  place->object = index < *n ? (guint8 *) *list + spec->size * index : NULL;
  place->spec = spec;
  place->field = NULL;
  return TRUE;
}

/* A month that differs need not be there yet: it is then at no object. */
static gboolean
enter_work_month (MpEditPlace *place, const char *part)
{
  MpWork *work = (MpWork *) (gpointer) place->object;

  if (!mp_month_parse (part, &place->month))
    return FALSE;
  place->work = work;
  place->spec = &_mp_work_month_spec;
  place->list = place->field;
  place->list_object = place->object;
  place->field = NULL;
  place->object = NULL;
  for (guint i = 0; i < work->n_months; i++)
    if (work->months[i].month == place->month)
      {
        place->object = (guint8 *) &work->months[i];
        place->index = i;
      }
  return TRUE;
}

/* Goes from a field to what is inside it. */
static gboolean
enter (MpEditPlace *place, MpCase *kase, const char *part)
{
  const MpField *field = place->field;

  if (place->object == NULL)
    return FALSE;
  switch (field->kind)
    {
    case MP_FIELD_OBJECT:
      if (!object_is_given (field, place->object))
        {
          if (place->n_absent == G_N_ELEMENTS (place->absent))
            return FALSE;
          place->absent[place->n_absent].field = field;
          place->absent[place->n_absent++].object = place->object;
        }
      place->parent = field;
      place->parent_object = place->object;
      place->object += field->offset;
      place->spec = field->spec;
      place->field = _mp_edit_find_field (field->spec, part);
      return place->field != NULL;
    case MP_FIELD_LIST:
    case MP_FIELD_SUPPLEMENT:
      return enter_entry (place, kase, part);
    case MP_FIELD_WORK_MONTHS:
      return enter_work_month (place, part);
    case MP_FIELD_READINGS:
      place->reading = mp_reading_find (part);
      return place->reading >= 0;
    case MP_FIELD_FORMAT:
    case MP_FIELD_VERSION:
    case MP_FIELD_STRING:
    case MP_FIELD_STATE:
    case MP_FIELD_BOOL:
    case MP_FIELD_MONEY:
    case MP_FIELD_MONTH:
    case MP_FIELD_MONTH_END:
    case MP_FIELD_DATE:
    case MP_FIELD_INTEGER:
    case MP_FIELD_PERCENT:
    case MP_FIELD_HOURS:
    case MP_FIELD_WEEK_HOURS:
    case MP_FIELD_ENUM:
    case MP_FIELD_CODE:
    case MP_FIELD_PREMIUM:
    case MP_FIELD_MONTHS:
    case MP_FIELD_SOURCES:
    default:
      return FALSE;
    }
}

gboolean
_mp_edit_find (MpCase *kase, const char *pointer, MpEditPlace *place)
{
  char part[MP_EDIT_PART_SIZE];

  *place = (MpEditPlace) { .object = (guint8 *) kase, .spec = &_mp_case_spec, .reading = -1 };
  while (_mp_edit_next_part (&pointer, part))
    {
      if (place->reading >= 0)
        return FALSE;
      if (place->field != NULL)
        {
          if (!enter (place, kase, part))
            return FALSE;
        }
      else if ((place->field = _mp_edit_find_field (place->spec, part)) == NULL)
        return FALSE;
    }
  return *pointer == '\0' && (place->field != NULL || place->list != NULL);
}

MpEditKind
_mp_edit_field_kind (const MpField *field)
{
  static const MpEditKind kinds[] = {
    [MP_FIELD_STRING] = MP_EDIT_TEXT, [MP_FIELD_STATE] = MP_EDIT_STATE, [MP_FIELD_BOOL] = MP_EDIT_BOOL, [MP_FIELD_MONEY] = MP_EDIT_MONEY,
    [MP_FIELD_MONTH] = MP_EDIT_MONTH, [MP_FIELD_MONTH_END] = MP_EDIT_MONTH, [MP_FIELD_DATE] = MP_EDIT_DATE,
    [MP_FIELD_INTEGER] = MP_EDIT_NUMBER, [MP_FIELD_PERCENT] = MP_EDIT_PERCENT, [MP_FIELD_HOURS] = MP_EDIT_HOURS,
    [MP_FIELD_WEEK_HOURS] = MP_EDIT_HOURS, [MP_FIELD_ENUM] = MP_EDIT_CHOICE, [MP_FIELD_CODE] = MP_EDIT_CODE,
    [MP_FIELD_PREMIUM] = MP_EDIT_PREMIUM, [MP_FIELD_OBJECT] = MP_EDIT_OBJECT, [MP_FIELD_LIST] = MP_EDIT_LIST,
    [MP_FIELD_MONTHS] = MP_EDIT_MONTHS, [MP_FIELD_WORK_MONTHS] = MP_EDIT_WORK_MONTHS, [MP_FIELD_SUPPLEMENT] = MP_EDIT_CHOICE,
    [MP_FIELD_READINGS] = MP_EDIT_NONE, [MP_FIELD_SOURCES] = MP_EDIT_NONE, [MP_FIELD_FORMAT] = MP_EDIT_NONE, [MP_FIELD_VERSION] = MP_EDIT_NONE,
  };

  return kinds[field->kind];
}

static MpEditKind
kind_of (const MpEditPlace *place)
{
  if (place->reading >= 0)
    return MP_EDIT_CHOICE;
  return place->field != NULL ? _mp_edit_field_kind (place->field) : MP_EDIT_OBJECT;
}

static const char *const supplement_names[] = { "none", "table", "list", NULL };

static gboolean
bool_is_given (const MpField *field, const guint8 *object, gboolean value)
{
  if ((field->flags & MP_FIELD_HAS_EXTRA) != 0)
    return *(const gboolean *) (gconstpointer) (object + field->extra);
  return (value != FALSE) != ((field->flags & MP_FIELD_DEFAULT_TRUE) != 0);
}

static gboolean
is_given (const MpCase *kase, const MpEditPlace *place)
{
  const MpField *field = place->field;
  gconstpointer at;

  if (place->reading >= 0)
    return kase->assumptions.reading_given[place->reading];
  if (place->n_absent > 0 || place->object == NULL)
    return FALSE;
  if (field == NULL)
    return TRUE;
  at = place->object + field->offset;
  switch (field->kind)
    {
    case MP_FIELD_STRING:
      return *(char *const *) at != NULL;
    case MP_FIELD_STATE:
      return *(const char *) at != '\0';
    case MP_FIELD_BOOL:
      return bool_is_given (field, place->object, *(const gboolean *) at);
    case MP_FIELD_MONEY:
      return *(const MpMoney *) at != field->unset;
    case MP_FIELD_PREMIUM:
    case MP_FIELD_WEEK_HOURS:
    case MP_FIELD_HOURS:
      return *(const gint64 *) at != MP_MONEY_NONE;
    case MP_FIELD_MONTH:
      return *(const MpMonth *) at != MP_MONTH_NONE;
    case MP_FIELD_MONTH_END:
      return *(const MpMonth *) at != MP_MONTH_OPEN;
    case MP_FIELD_DATE:
      return ((const MpDate *) at)->month != MP_MONTH_NONE;
    case MP_FIELD_PERCENT:
      return (field->flags & MP_FIELD_HAS_EXTRA) == 0 || *(const gboolean *) (gconstpointer) (place->object + field->extra);
    case MP_FIELD_ENUM:
      return *(const guint *) at != 0 || field->names[0][0] != '\0';
    case MP_FIELD_OBJECT:
      return object_is_given (field, place->object);
    case MP_FIELD_LIST:
    case MP_FIELD_MONTHS:
    case MP_FIELD_WORK_MONTHS:
      return *(const guint *) (gconstpointer) (place->object + field->extra) > 0;
    case MP_FIELD_SUPPLEMENT:
      return kase->ssi.supplement != MP_SUPPLEMENT_NONE;
    case MP_FIELD_FORMAT:
    case MP_FIELD_VERSION:
    case MP_FIELD_INTEGER:
    case MP_FIELD_CODE:
    case MP_FIELD_READINGS:
    case MP_FIELD_SOURCES:
    default:
      return TRUE;
    }
}

/**
 * mp_edit_look:
 * @kase: a case
 * @pointer: a JSON pointer into the case file
 * @fact: (out caller-allocates): what is there
 *
 * Looks what a pointer leads to. A key that is not given is found too, also inside an object that
 * is not given and in the entry right behind the last of a list; another entry that a list does not
 * have is not.
 *
 * Returns: whether there is something to show
 */
gboolean
mp_edit_look (const MpCase *kase, const char *pointer, MpEditFact *fact)
{
  MpEditPlace place;

  *fact = (MpEditFact) { MP_EDIT_NONE };
  if (!_mp_edit_find ((MpCase *) kase, pointer, &place))
    return FALSE;
  fact->kind = kind_of (&place);
  fact->given = is_given (kase, &place);
  fact->required = place.field == NULL || (place.field->flags & MP_FIELD_REQUIRED) != 0;
  if (place.reading >= 0)
    fact->choices = mp_reading_names ((MpReadingId) place.reading);
  else if (place.field == NULL)
    return TRUE;
  else if (place.field->kind == MP_FIELD_SUPPLEMENT)
    {
      fact->choices = supplement_names;
      fact->n = kase->ssi.n_supplements;
    }
  else if (place.field->kind == MP_FIELD_ENUM)
    fact->choices = place.field->names;
  else if (fact->kind == MP_EDIT_LIST || fact->kind == MP_EDIT_MONTHS || fact->kind == MP_EDIT_WORK_MONTHS)
    fact->n = place.n_absent > 0 || place.object == NULL ? 0 : *(guint *) (gpointer) (place.object + place.field->extra);
  return fact->kind != MP_EDIT_NONE;
}

/* 20, 22.5, 2.25: no more decimals than it has. */
static char *
short_decimal (gint64 hundredths)
{
  char text[MP_MONEY_TEXT_SIZE];
  gsize length = mp_money_to_text (hundredths, text);

  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  return g_strndup (text, length);
}

static char *
months_text (const MpMonth *months, guint n)
{
  GString *text = g_string_new (NULL);
  char month[MP_MONTH_TEXT_SIZE];

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", mp_month_to_text (months[i], month));
  return g_string_free (text, FALSE);
}

/* The text of a fact that is given. */
static char *
field_text (const MpCase *kase, const MpField *field, const guint8 *object)
{
  gconstpointer at = object + field->offset;
  char text[MAX (MP_MONTH_TEXT_SIZE, MP_TICKET_CODE_TEXT_SIZE)];

  switch (field->kind)
    {
    case MP_FIELD_STRING:
      return g_strdup (*(char *const *) at);
    case MP_FIELD_STATE:
      return g_strdup (at);
    case MP_FIELD_BOOL:
      return g_strdup (*(const gboolean *) at ? "true" : "false");
    case MP_FIELD_PREMIUM:
      return *(const MpMoney *) at == MP_MONEY_NONE ? g_strdup ("standard") : mp_money_to_string (*(const MpMoney *) at);
    case MP_FIELD_MONEY:
      return mp_money_to_string (*(const MpMoney *) at);
    case MP_FIELD_MONTH:
    case MP_FIELD_MONTH_END:
      return g_strdup (mp_month_to_text (*(const MpMonth *) at, text));
    case MP_FIELD_DATE:
      return mp_date_to_string (*(const MpDate *) at);
    case MP_FIELD_INTEGER:
      return g_strdup_printf ("%d", *(const gint *) at);
    case MP_FIELD_PERCENT:
      return short_decimal (*(const gint *) at);
    case MP_FIELD_HOURS:
      return short_decimal (*(const MpHours *) at / (MP_HOURS_UNIT / 100));
    case MP_FIELD_WEEK_HOURS:
      return short_decimal (*(const gint64 *) at);
    case MP_FIELD_ENUM:
      return g_strdup (field->names[*(const guint *) at]);
    case MP_FIELD_CODE:
      return g_strdup (mp_ticket_code_to_text (*(const MpTicketCode *) at, text));
    case MP_FIELD_MONTHS:
      return months_text (*(MpMonth *const *) at, *(const guint *) (gconstpointer) (object + field->extra));
    case MP_FIELD_SUPPLEMENT:
      return g_strdup (supplement_names[kase->ssi.supplement]);
    case MP_FIELD_FORMAT:
    case MP_FIELD_VERSION:
    case MP_FIELD_OBJECT:
    case MP_FIELD_LIST:
    case MP_FIELD_WORK_MONTHS:
    case MP_FIELD_READINGS:
    case MP_FIELD_SOURCES:
    default:
      return g_strdup ("");
    }
}

/**
 * mp_edit_get:
 * @kase: a case
 * @pointer: a JSON pointer into the case file
 *
 * Returns: (transfer full): the fact as text, in the form of the case file; "" when it is not given
 *   or no text
 */
char *
mp_edit_get (const MpCase *kase, const char *pointer)
{
  MpEditPlace place;

  if (!_mp_edit_find ((MpCase *) kase, pointer, &place))
    return g_strdup ("");
  if (place.reading >= 0)
    return g_strdup (mp_reading_names ((MpReadingId) place.reading)[kase->assumptions.readings[place.reading]]);
  if (place.field == NULL || place.object == NULL)
    return g_strdup ("");
  if (place.field->kind == MP_FIELD_BOOL && (place.field->flags & MP_FIELD_HAS_EXTRA) == 0)
    {
      gboolean fallback = (place.field->flags & MP_FIELD_DEFAULT_TRUE) != 0;
      return g_strdup ((place.n_absent == 0 ? *(const gboolean *) (gconstpointer) (place.object + place.field->offset) : fallback) ? "true" : "false");
    }
  if (place.n_absent > 0 || (!is_given (kase, &place) && place.field->kind != MP_FIELD_PREMIUM && place.field->kind != MP_FIELD_SUPPLEMENT))
    return g_strdup ("");
  return field_text (kase, place.field, place.object);
}

/**
 * mp_edit_hint:
 * @kind: a kind of fact
 *
 * Returns: in the user's language, what was expected of a text that mp_edit_set() did not take
 */
const char *
mp_edit_hint (MpEditKind kind)
{
  switch (kind)
    {
    case MP_EDIT_STATE:
      return _("A state is two letters, like WI.");
    case MP_EDIT_BOOL:
      return _("This is yes or no.");
    case MP_EDIT_MONEY:
      return _("An amount is dollars and cents, like 640.00.");
    case MP_EDIT_PREMIUM:
      return _("A premium is “standard” or dollars and cents, like 202.90.");
    case MP_EDIT_MONTH:
      return _("A month is a year and a month, like 2026-03 or 3/26.");
    case MP_EDIT_DATE:
      return _("A date is a year, a month and a day, like 1990-05-14 or 5/14/1990.");
    case MP_EDIT_NUMBER:
      return _("This is a whole number.");
    case MP_EDIT_PERCENT:
      return _("A percentage is from 0 to 100, like 10 or 2.5.");
    case MP_EDIT_HOURS:
      return _("Hours are a number, like 20 or 22.5; a week has at most 168.");
    case MP_EDIT_CODE:
      return _("A payment is P1M1 to P1M4, P2M1 to P2M18, OUT1 to OUT60 or RECON.");
    case MP_EDIT_MONTHS:
      return _("Months stand one after the other, like 2024-06 2024-07, or as a run: 6/24 to 9/24.");
    case MP_EDIT_CHOICE:
      return _("This is none of the choices.");
    case MP_EDIT_NONE:
    case MP_EDIT_TEXT:
    case MP_EDIT_OBJECT:
    case MP_EDIT_LIST:
    case MP_EDIT_WORK_MONTHS:
    default:
      return _("This text is not understood here.");
    }
}

static gboolean
parse_hundredths (const char *text, gint64 most, gint64 *value)
{
  gint64 read;

  if (!mp_decimal_parse (text, 2, &read) || read < 0 || read > most)
    return FALSE;
  *value = read;
  return TRUE;
}

/* Births lie before the first month that is computed, and not after the projection begins. */
static gboolean
set_date (MpCase *kase, const MpField *field, MpDate *date, const char *text)
{
  gboolean birth = g_str_equal (field->key, "birth_date");
  gboolean known = kase->projection.start != MP_MONTH_NONE;
  MpDate read;

  if (!mp_date_parse_typed (text, birth && known ? mp_month_year (kase->projection.start) : LATEST_SHORT_YEAR, &read) ||
      (!birth && read.month < MP_MONTH_FIRST))
    return FALSE;
  *date = read;
  return TRUE;
}

static gboolean
set_choice (const char *const *names, const char *text, guint *choice)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], text))
      {
        *choice = i;
        return TRUE;
      }
  return FALSE;
}

static gint
compare_months (gconstpointer a, gconstpointer b)
{
  const MpMonth *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

/* One month, or a run of them: "6/24 to 9/24". */
static gboolean
parse_run (char *text, MpMonth *from, MpMonth *to)
{
  static const char *const joints[] = { " to ", "..", " - ", "–" };

  g_strstrip (text);
  if (mp_month_parse_typed (text, from))
    {
      *to = *from;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      char *joint = strstr (text, joints[i]);

      if (joint == NULL)
        continue;
      *joint = '\0';
      return mp_month_parse_typed (g_strstrip (text), from) && mp_month_parse_typed (g_strstrip (joint + strlen (joints[i])), to) &&
             *from <= *to && *to - *from < 600;
    }
  return FALSE;
}

/* Months between commas, or, when each is one word, between spaces: sorted, each once. */
static gboolean
set_months (MpCase *kase, MpMonth **months, guint *n, const char *text)
{
  gboolean words = strpbrk (text, ",;") == NULL && strstr (text, " to ") == NULL && strstr (text, " - ") == NULL;
  g_auto (GStrv) parts = g_strsplit_set (text, words ? " \n" : ",;\n", -1);
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (MpMonth));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      MpMonth from, to;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      if (!parse_run (parts[i], &from, &to))
        return words && mp_month_parse_typed (text, &from) ? set_months (kase, months, n, mp_month_to_text (from, (char[MP_MONTH_TEXT_SIZE]) { 0 })) : FALSE;
      for (; from <= to; from++)
        g_array_append_val (read, from);
    }
  g_array_sort (read, compare_months);
  for (guint i = 1; i < read->len;)
    if (g_array_index (read, MpMonth, i) == g_array_index (read, MpMonth, i - 1))
      g_array_remove_index (read, i);
    else
      i++;
  *months = mp_arena_copy_array (kase->arena, read->data, read->len, sizeof (MpMonth));
  *n = read->len;
  return TRUE;
}

static gboolean
set_state (char state[3], const char *text)
{
  if (strlen (text) != 2 || !g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1]))
    return FALSE;
  state[0] = g_ascii_toupper (text[0]);
  state[1] = g_ascii_toupper (text[1]);
  return TRUE;
}

static gboolean
set_integer (const MpField *field, gint *n, const char *text)
{
  gint64 read;

  if (!g_ascii_string_to_signed (text, 10, field->least, field->most, &read, NULL))
    return FALSE;
  *n = (gint) read;
  return TRUE;
}

/* What a key not given stands for. */
static gboolean
clear_field (MpCase *kase, const MpField *field, guint8 *object)
{
  gpointer at = object + field->offset;

  if ((field->flags & MP_FIELD_HAS_EXTRA) != 0)
    *(gboolean *) (gpointer) (object + field->extra) = FALSE;
  switch (field->kind)
    {
    case MP_FIELD_STRING:
      *(char **) at = NULL;
      return TRUE;
    case MP_FIELD_STATE:
      memset (at, 0, 3);
      return TRUE;
    case MP_FIELD_BOOL:
      *(gboolean *) at = (field->flags & MP_FIELD_DEFAULT_TRUE) != 0;
      return TRUE;
    case MP_FIELD_MONEY:
      *(MpMoney *) at = field->unset;
      return TRUE;
    case MP_FIELD_PREMIUM:
    case MP_FIELD_HOURS:
    case MP_FIELD_WEEK_HOURS:
      *(gint64 *) at = MP_MONEY_NONE;
      return TRUE;
    case MP_FIELD_MONTH:
      *(MpMonth *) at = MP_MONTH_NONE;
      return TRUE;
    case MP_FIELD_MONTH_END:
      *(MpMonth *) at = MP_MONTH_OPEN;
      return TRUE;
    case MP_FIELD_DATE:
      *(MpDate *) at = MP_DATE_NONE;
      return TRUE;
    case MP_FIELD_ENUM:
    case MP_FIELD_PERCENT:
      *(gint *) at = 0;
      return TRUE;
    case MP_FIELD_MONTHS:
      return set_months (kase, at, (guint *) (gpointer) (object + field->extra), "");
    case MP_FIELD_FORMAT:
    case MP_FIELD_VERSION:
    case MP_FIELD_INTEGER:
    case MP_FIELD_CODE:
    case MP_FIELD_OBJECT:
    case MP_FIELD_LIST:
    case MP_FIELD_WORK_MONTHS:
    case MP_FIELD_SUPPLEMENT:
    case MP_FIELD_READINGS:
    case MP_FIELD_SOURCES:
    default:
      return FALSE;
    }
}

static gboolean
write_text (MpCase *kase, const MpField *field, guint8 *object, const char *text)
{
  gpointer at = object + field->offset;
  gint64 hundredths = 0;

  if ((field->flags & MP_FIELD_HAS_EXTRA) != 0)
    *(gboolean *) (gpointer) (object + field->extra) = TRUE;
  switch (field->kind)
    {
    case MP_FIELD_STRING:
      *(char **) at = mp_arena_strdup (kase->arena, text);
      return TRUE;
    case MP_FIELD_STATE:
      return set_state (at, text);
    case MP_FIELD_BOOL:
      *(gboolean *) at = g_str_equal (text, "true");
      return g_str_equal (text, "true") || g_str_equal (text, "false");
    case MP_FIELD_PREMIUM:
      if (!g_str_equal (text, "standard"))
        return mp_money_parse_typed (text, at);
      *(MpMoney *) at = MP_MONEY_NONE;
      return TRUE;
    case MP_FIELD_MONEY:
      return mp_money_parse_typed (text, at);
    case MP_FIELD_MONTH:
    case MP_FIELD_MONTH_END:
      return mp_month_parse_typed (text, at);
    case MP_FIELD_DATE:
      return set_date (kase, field, at, text);
    case MP_FIELD_INTEGER:
      return set_integer (field, at, text);
    case MP_FIELD_PERCENT:
      if (!parse_hundredths (text, 100 * 100, &hundredths))
        return FALSE;
      *(gint *) at = (gint) hundredths;
      return TRUE;
    case MP_FIELD_HOURS:
      if (!parse_hundredths (text, 744 * 100, &hundredths))
        return FALSE;
      *(MpHours *) at = hundredths * (MP_HOURS_UNIT / 100);
      return TRUE;
    case MP_FIELD_WEEK_HOURS:
      return parse_hundredths (text, 168 * 100, at);
    case MP_FIELD_ENUM:
      return set_choice (field->names, text, at);
    case MP_FIELD_CODE:
      return mp_ticket_code_parse (text, at);
    case MP_FIELD_MONTHS:
      return set_months (kase, at, (guint *) (gpointer) (object + field->extra), text);
    case MP_FIELD_FORMAT:
    case MP_FIELD_VERSION:
    case MP_FIELD_OBJECT:
    case MP_FIELD_LIST:
    case MP_FIELD_WORK_MONTHS:
    case MP_FIELD_SUPPLEMENT:
    case MP_FIELD_READINGS:
    case MP_FIELD_SOURCES:
    default:
      return FALSE;
    }
}

/* Whether an object that may be left out is about this one fact: the share without its percentage is none. */
static gboolean
is_heart (const MpEditPlace *place)
{
  if (place->parent == NULL || (place->parent->flags & MP_FIELD_HAS_EXTRA) == 0)
    return FALSE;
  for (guint i = 0; i < place->spec->n_fields; i++)
    {
      const MpField *field = &place->spec->fields[i];

      if (field->kind == MP_FIELD_LIST || field->kind == MP_FIELD_MONTHS || field->kind == MP_FIELD_OBJECT)
        return FALSE;
      if (field != place->field && (field->flags & MP_FIELD_REQUIRED) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_reading (MpCase *kase, gint reading, const char *text)
{
  gint choice = *text == '\0' ? 0 : mp_reading_choice ((MpReadingId) reading, text);

  if (choice < 0)
    return FALSE;
  kase->assumptions.present = TRUE;
  kase->assumptions.readings[reading] = (guint8) choice;
  kase->assumptions.reading_given[reading] = *text != '\0';
  return TRUE;
}

static gboolean
set_supplement (MpCase *kase, const char *text)
{
  guint choice;

  if (!set_choice (supplement_names, *text == '\0' ? "none" : text, &choice))
    return FALSE;
  kase->ssi.supplement = choice;
  if (choice == MP_SUPPLEMENT_LIST && kase->ssi.n_supplements == 0)
    return mp_edit_add (kase, "/ssi/state_supplement") >= 0;
  if (choice != MP_SUPPLEMENT_LIST)
    kase->ssi.n_supplements = 0;
  return TRUE;
}

/**
 * mp_edit_set:
 * @kase: a case
 * @pointer: a JSON pointer into the case file
 * @text: the fact, in the form of the case file or as people type it; "" takes it out
 *
 * Puts a fact into a case. Objects around it that are not given yet are made, and the entry right
 * behind the last of a list, with what they require. What contradicts the new value by the form of the file goes: pay by the month takes
 * the place of pay by the hour, a decision that is taken out takes its answer with it.
 *
 * Returns: whether the text was understood; if not, @kase is not to be used any more: work on a copy
 */
gboolean
mp_edit_set (MpCase *kase, const char *pointer, const char *text)
{
  MpEditPlace place;
  MpEditKind kind;
  gboolean made;

  if (!_mp_edit_find (kase, pointer, &place))
    return FALSE;
  kind = kind_of (&place);
  made = place.n_absent > 0;
  if (kind == MP_EDIT_NONE || kind == MP_EDIT_OBJECT || kind == MP_EDIT_LIST || kind == MP_EDIT_WORK_MONTHS)
    return FALSE;
  if (*text == '\0' && (place.n_absent > 0 || place.object == NULL))
    return TRUE; /* it is not there */
  _mp_edit_make_present (kase, &place);
  if (place.reading >= 0)
    return set_reading (kase, place.reading, text);
  if (place.field->kind == MP_FIELD_SUPPLEMENT)
    return set_supplement (kase, text);
  if (*text != '\0')
    {
      if (!write_text (kase, place.field, place.object, text))
        return FALSE;
      _mp_edit_note_pay_day (kase, pointer, made);
    }
  else if (place.field->kind == MP_FIELD_ENUM && (place.field->flags & MP_FIELD_REQUIRED) != 0 && place.field->names[0][0] == '\0')
    {
      for (guint i = 0; i < place.spec->n_fields; i++)
        clear_field (kase, &place.spec->fields[i], place.object);
      _mp_edit_note_pay_day (kase, pointer, FALSE);
      return TRUE;
    }
  else if ((place.field->flags & MP_FIELD_REQUIRED) != 0 && is_heart (&place))
    {
      *(gboolean *) (gpointer) (place.parent_object + place.parent->extra) = FALSE;
      return TRUE;
    }
  else if ((place.field->flags & MP_FIELD_REQUIRED) != 0 || !clear_field (kase, place.field, place.object))
    return FALSE;
  _mp_edit_settle (kase, pointer, &place);
  return TRUE;
}
