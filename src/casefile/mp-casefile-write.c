/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-casefile-private.h"

static json_t *write_object (const MpCase *kase, const MpSpec *spec, const guint8 *object);

static json_t *
string (const char *text)
{
  json_t *value = json_string (text);

  if (value == NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);
      value = json_string (valid);
    }
  return value;
}

static json_t *
money (MpMoney amount)
{
  char text[MP_MONEY_TEXT_SIZE];

  mp_money_to_text (amount, text);
  return json_string (text);
}

static json_t *
month (MpMonth value)
{
  char text[MP_MONTH_TEXT_SIZE];

  return json_string (mp_month_to_text (value, text));
}

static json_t *
date (MpDate value)
{
  g_autofree char *text = mp_date_to_string (value);

  return json_string (text);
}

static json_t *
list (const MpCase *kase, const MpSpec *spec, const guint8 *array, guint n)
{
  json_t *value = json_array ();

  for (guint i = 0; i < n; i++)
    json_array_append_new (value, write_object (kase, spec, array + spec->size * i));
  return value;
}

static json_t *
months (const MpMonth *array, guint n)
{
  json_t *value = json_array ();

  for (guint i = 0; i < n; i++)
    json_array_append_new (value, month (array[i]));
  return value;
}

static json_t *
work_months (const MpCase *kase, const MpWorkMonthFact *facts, guint n)
{
  json_t *value = json_object ();

  for (guint i = 0; i < n; i++)
    {
      char text[MP_MONTH_TEXT_SIZE];
      json_object_set_new (value, mp_month_to_text (facts[i].month, text),
                           write_object (kase, &_mp_work_month_spec, (const guint8 *) &facts[i]));
    }
  return value;
}

static json_t *
supplement (const MpCase *kase)
{
  switch (kase->ssi.supplement)
    {
    case MP_SUPPLEMENT_TABLE:
      return json_string ("table");
    case MP_SUPPLEMENT_LIST:
      return list (kase, &_mp_supplement_spec, (const guint8 *) kase->ssi.supplements, kase->ssi.n_supplements);
    case MP_SUPPLEMENT_NONE:
    default:
      return NULL;
    }
}

static json_t *
readings (const MpCase *kase)
{
  json_t *value = json_object ();

  for (guint i = 0; i < MP_N_READINGS; i++)
    if (kase->assumptions.reading_given[i])
      json_object_set_new (value, mp_reading_key (i), json_string (mp_reading_names (i)[kase->assumptions.readings[i]]));
  if (json_object_size (value) > 0)
    return value;
  json_decref (value);
  return NULL;
}

static json_t *
sources (const MpCase *kase)
{
  json_t *value = json_object ();

  for (guint i = 0; i < kase->n_sources; i++)
    json_object_set_new (value, kase->sources[i].pointer,
                         write_object (kase, &_mp_source_spec, (const guint8 *) &kase->sources[i]));
  return value;
}

static json_t *
boolean (const MpField *field, gboolean value, gboolean given)
{
  gboolean as_default = (field->flags & MP_FIELD_DEFAULT_TRUE) != 0;

  if (!given && (field->flags & MP_FIELD_ALWAYS) == 0 && (value != FALSE) == as_default)
    return NULL;
  return json_boolean (value);
}

/* Pay days have no flag of their own: they are given when `every` is. */
static json_t *
object_field (const MpCase *kase, const MpField *field, const guint8 *at, gboolean given)
{
  json_t *value;

  if ((field->flags & MP_FIELD_HAS_EXTRA) != 0 && !given)
    return NULL;
  value = write_object (kase, field->spec, at);
  if ((field->flags & (MP_FIELD_HAS_EXTRA | MP_FIELD_REQUIRED)) == 0 && json_object_size (value) == 0)
    g_clear_pointer (&value, json_decref);
  return value;
}

static json_t *
decimal (gint64 hundredths)
{
  char text[MP_MONEY_TEXT_SIZE];
  gsize length = mp_money_to_text (hundredths, text);

  if (text[length - 1] == '0')
    text[length - 1] = '\0';
  return json_string (text);
}

static json_t *
choice (const MpField *field, guint value, gboolean given)
{
  return value == 0 && (!given || field->names[0][0] == '\0') ? NULL : json_string (field->names[value]);
}

static json_t *
code (MpTicketCode value)
{
  char text[MP_TICKET_CODE_TEXT_SIZE];

  return json_string (mp_ticket_code_to_text (value, text));
}

/* The value of a key, or NULL when it was not given. */
static json_t *
write_field (const MpCase *kase, const MpField *field, const guint8 *object)
{
  gconstpointer at = object + field->offset;
  gboolean counted = field->kind == MP_FIELD_LIST || field->kind == MP_FIELD_MONTHS ||
                     field->kind == MP_FIELD_WORK_MONTHS || field->kind == MP_FIELD_SOURCES;
  guint n = counted ? *(const guint *) (gconstpointer) (object + field->extra) : 0;
  gboolean given = (field->flags & MP_FIELD_HAS_EXTRA) != 0 && *(const gboolean *) (gconstpointer) (object + field->extra);
  gboolean required = (field->flags & MP_FIELD_REQUIRED) != 0;

  if (counted && n == 0 && !required)
    return NULL;
  switch (field->kind)
    {
    case MP_FIELD_FORMAT:
      return json_string ("milepost-case");
    case MP_FIELD_VERSION:
      return json_integer (1);
    case MP_FIELD_STRING:
      return *(char *const *) at == NULL ? NULL : string (*(char *const *) at);
    case MP_FIELD_STATE:
      return *(const char *) at == '\0' ? NULL : string (at);
    case MP_FIELD_BOOL:
      return boolean (field, *(const gboolean *) at, given);
    case MP_FIELD_MONEY:
      return *(const MpMoney *) at == field->unset ? NULL : money (*(const MpMoney *) at);
    case MP_FIELD_PREMIUM:
      return *(const MpMoney *) at == MP_MONEY_NONE ? NULL : money (*(const MpMoney *) at);
    case MP_FIELD_MONTH:
      return *(const MpMonth *) at == MP_MONTH_NONE ? NULL : month (*(const MpMonth *) at);
    case MP_FIELD_MONTH_END:
      return *(const MpMonth *) at == MP_MONTH_OPEN ? NULL : month (*(const MpMonth *) at);
    case MP_FIELD_DATE:
      return ((const MpDate *) at)->month == MP_MONTH_NONE ? NULL : date (*(const MpDate *) at);
    case MP_FIELD_INTEGER:
      return json_integer (*(const gint *) at);
    case MP_FIELD_PERCENT:
      return required || given ? decimal (*(const gint *) at) : NULL;
    case MP_FIELD_HOURS:
      return *(const MpHours *) at == MP_HOURS_NONE ? NULL : decimal (*(const MpHours *) at / (MP_HOURS_UNIT / 100));
    case MP_FIELD_WEEK_HOURS:
      return *(const gint64 *) at == MP_MONEY_NONE ? NULL : decimal (*(const gint64 *) at);
    case MP_FIELD_ENUM:
      return choice (field, *(const guint *) at, required || given);
    case MP_FIELD_CODE:
      return code (*(const MpTicketCode *) at);
    case MP_FIELD_OBJECT:
      return object_field (kase, field, at, given);
    case MP_FIELD_LIST:
      return list (kase, field->spec, *(const guint8 *const *) at, n);
    case MP_FIELD_MONTHS:
      return months (*(const MpMonth *const *) at, n);
    case MP_FIELD_WORK_MONTHS:
      return work_months (kase, *(const MpWorkMonthFact *const *) at, n);
    case MP_FIELD_SUPPLEMENT:
      return supplement (kase);
    case MP_FIELD_READINGS:
      return readings (kase);
    case MP_FIELD_SOURCES:
      return sources (kase);
    default:
      g_return_val_if_reached (NULL);
    }
}

static json_t *
write_object (const MpCase *kase, const MpSpec *spec, const guint8 *object)
{
  json_t *value = json_object ();

  for (guint i = 0; i < spec->n_fields; i++)
    {
      json_t *item = write_field (kase, &spec->fields[i], object);
      if (item != NULL)
        json_object_set_new_nocheck (value, spec->fields[i].key, item);
    }
  return value;
}

json_t *
_mp_case_to_json (const MpCase *kase)
{
  return write_object (kase, &_mp_case_spec, (const guint8 *) kase);
}

/**
 * mp_case_write:
 * @kase: a case
 *
 * Writes a case file as doc/case-file.md describes it. What is read from it is the same case.
 *
 * Returns: (transfer full): the file, with a line feed at its end
 */
char *
mp_case_write (const MpCase *kase)
{
  json_t *root = _mp_case_to_json (kase);
  char *text = json_dumps (root, JSON_INDENT (2));
  char *copy = g_strconcat (text, "\n", NULL);

  free (text);
  json_decref (root);
  return copy;
}
