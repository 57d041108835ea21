/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-message.h"

#include "mp-case.h"

#include "mp-i18n.h"
#include "mp-put.h"

/* The context keeps "May" apart from the short name of the month. */
static const char *const month_names[] = {
  NC_("month", "January"), NC_("month", "February"), NC_("month", "March"), NC_("month", "April"), NC_("month", "May"), NC_("month", "June"),
  NC_("month", "July"), NC_("month", "August"), NC_("month", "September"), NC_("month", "October"), NC_("month", "November"), NC_("month", "December"),
};

static const char *
in_language (const char *text, gboolean translated)
{
  return translated ? mp_gettext (text) : text;
}

/**
 * mp_month_name:
 * @month: a month
 * @translated: in the user's language rather than English
 *
 * Returns: (transfer none): its name without the year
 */
const char *
mp_month_name (MpMonth month, gboolean translated)
{
  const char *name = month_names[mp_month_of_year (month) - 1];

  return translated ? mp_pgettext2 ("month", name) : name;
}

/**
 * mp_month_to_display:
 * @month: a month
 * @translated: in the user's language rather than English
 *
 * Returns: (transfer full): the month as people write it, "June 2027"
 */
char *
mp_month_to_display (MpMonth month, gboolean translated)
{
  const char *name = mp_month_name (month, translated);
  g_autofree char *year = g_strdup_printf ("%d", mp_month_year (month));

  /* Translators: a month of a year: "June 2027" */
  return g_strdup_printf (translated ? C_("month year", "%s %s") : "%s %s", name, year);
}

static MpDate
date_of (const MpValue *value)
{
  return (MpDate) { (MpMonth) (value->n / 32), (gint) (value->n % 32) };
}

static char *
date_to_display (MpDate date, gboolean translated)
{
  const char *month = mp_month_name (date.month, translated);
  const gint year = mp_month_year (date.month);

  /* Translators: a day: "February 10, 2026"; %1$s is the month, %2$d the day, %3$d the year */
  return g_strdup_printf (translated ? C_("day month year", "%1$s %2$d, %3$d") : "%1$s %2$d, %3$d", month, date.day, year);
}

static char *
decimal (gint64 hundredths, guint decimals)
{
  char text[MP_MONEY_TEXT_SIZE];
  gsize length = mp_money_to_text (hundredths, text);

  text[length - (2 - decimals)] = '\0';
  return g_strdup (text);
}

/**
 * mp_value_to_string:
 * @value: a value
 *
 * Returns: (transfer full): the value in the form of the projection: "1210.00", "2027-06"
 */
char *
mp_value_to_string (const MpValue *value)
{
  char text[MP_MONEY_TEXT_SIZE];

  switch (value->kind)
    {
    case MP_VALUE_MONEY:
      return mp_money_to_string (value->n);
    case MP_VALUE_MONTH:
      return g_strdup (value->n == MP_MONTH_NONE ? "" : mp_month_to_text ((MpMonth) value->n, text));
    case MP_VALUE_NUMBER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->n);
    case MP_VALUE_HOURS:
      return decimal (mp_divide_half_up (value->n, MP_HOURS_UNIT / 10) * 10, 1);
    case MP_VALUE_PERCENT:
      return decimal (value->n, value->n % 10 != 0 ? 2 : 1);
    case MP_VALUE_TEXT:
      return g_strdup (value->text);
    case MP_VALUE_DATE:
      return mp_date_to_string (date_of (value));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* A value for people, appended: amounts, months and numbers of an English sentence without a detour. */
static void
append_display (GString *out, const MpValue *value, gboolean translated)
{
  char text[MP_MONEY_TEXT_SIZE];

  if (value->kind == MP_VALUE_MONEY)
    mp_money_append_display (value->n, out);
  else if (value->kind == MP_VALUE_TEXT)
    g_string_append (out, in_language (value->text, translated));
  else if (value->kind == MP_VALUE_MONTH && !translated)
    {
      mp_put_text (out, month_names[mp_month_of_year ((MpMonth) value->n) - 1]);
      mp_put_c (out, ' ');
      mp_put (out, mp_month_to_text ((MpMonth) value->n, text), 4);
    }
  else if (value->kind == MP_VALUE_NUMBER && value->n >= 0)
    mp_put_number (out, (guint64) value->n);
  else
    {
      g_autofree char *shown = mp_value_to_display (value, translated);

      g_string_append (out, shown);
    }
}

/**
 * mp_value_to_display:
 * @value: a value
 * @translated: in the user's language rather than English
 *
 * Returns: (transfer full): the value as people read it: "$1,210.00", "June 2027"
 */
char *
mp_value_to_display (const MpValue *value, gboolean translated)
{
  switch (value->kind)
    {
    case MP_VALUE_MONEY:
      return mp_money_to_display (value->n);
    case MP_VALUE_MONTH:
      return mp_month_to_display ((MpMonth) value->n, translated);
    case MP_VALUE_PERCENT:
      {
        g_autofree char *number = mp_value_to_string (value);
        return g_strconcat (number, "%", NULL);
      }
    case MP_VALUE_TEXT:
      return g_strdup (in_language (value->text, translated));
    case MP_VALUE_DATE:
      return date_to_display (date_of (value), translated);
    case MP_VALUE_NUMBER:
    case MP_VALUE_HOURS:
    default:
      return mp_value_to_string (value);
    }
}

static const MpValue *
find_value (const MpMessage *self, const char *name, gsize length)
{
  for (guint i = 0; i < self->n_values; i++)
    if (self->values[i].name[0] == *name && strncmp (self->values[i].name, name, length) == 0 && self->values[i].name[length] == '\0')
      return &self->values[i];
  return NULL;
}

/**
 * mp_message_append:
 * @self: a message
 * @translated: in the user's language rather than English
 * @out: where to
 *
 * Appends the sentence with its figures.
 */
void
mp_message_append (const MpMessage *self, gboolean translated, GString *out)
{
  const char *p = in_language (self->text, translated), *open;

  while ((open = strchr (p, '{')) != NULL)
    {
      const char *close = strchr (open, '}');
      const MpValue *value;

      if (close == NULL)
        break;
      mp_put (out, p, (gsize) (open - p));
      value = find_value (self, open + 1, (gsize) (close - open - 1));
      if (value != NULL)
        append_display (out, value, translated);
      else
        mp_put (out, open, (gsize) (close - open + 1));
      p = close + 1;
    }
  mp_put_text (out, p);
}

/**
 * mp_message_format:
 * @self: a message
 * @translated: in the user's language rather than English
 *
 * Returns: (transfer full): the sentence with its figures
 */
char *
mp_message_format (const MpMessage *self, gboolean translated)
{
  GString *s = g_string_new (NULL);

  mp_message_append (self, translated, s);
  return g_string_free (s, FALSE);
}
