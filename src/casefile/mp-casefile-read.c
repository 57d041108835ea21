/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-casefile-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Far above any person's file; jansson counts lines and columns in int. */
#define READ_LIMIT (64 * 1024 * 1024)
#define SHOWN_LENGTH 60
#define MOST_PLAIN_SOURCES 128 /* whether one of more is there twice, jansson knows faster */

/* Where a value stands: a key or a number of a list in another place. */
typedef struct _Place Place;
struct _Place {
  const Place *in;  /* NULL: the file itself */
  const char *key;  /* NULL: a number */
  gsize index;
};

typedef struct {
  MpCase *kase;
  GPtrArray *problems;
  const Place *place; /* of the value being read */
  MpPlain *plain;     /* (nullable): what is read; else jansson's tree is */
} Reader;

/* What of an object or a list was read. */
typedef struct {
  json_t *tree; /* NULL: it is plain */
  void *iter;
  gsize n;
} Walk;

static void
enter_key (Reader *self, Place *place, const char *key)
{
  *place = (Place) { self->place, key, 0 };
  self->place = place;
}

static void
enter_index (Reader *self, Place *place, gsize index)
{
  *place = (Place) { self->place, NULL, index };
  self->place = place;
}

static void
leave (Reader *self)
{
  self->place = self->place->in;
}

static void
append_place (GString *pointer, const Place *place)
{
  if (place == NULL)
    return;
  append_place (pointer, place->in);
  g_string_append_c (pointer, '/');
  if (place->key == NULL)
    g_string_append_printf (pointer, "%" G_GSIZE_FORMAT, place->index);
  else
    mp_pointer_append_part (pointer, place->key);
}

/* A plain file that is not as it should be is read again as a tree, and only then put into words. */
static gboolean
gives_up (Reader *self)
{
  if (self->plain != NULL)
    self->plain->failed = TRUE;
  return self->plain != NULL;
}

static MpJsonValue
value_of (json_t *tree)
{
  MpJsonValue value = { .type = json_typeof (tree), .tree = tree };

  if (value.type == JSON_STRING)
    value.text = json_string_value (tree);
  else if (value.type == JSON_INTEGER)
    value.integer = json_integer_value (tree);
  return value;
}

static Walk
walk (const MpJsonValue *nest)
{
  return (Walk) { .tree = nest->tree };
}

static gboolean
next_pair (Reader *self, Walk *walk, const char **key, MpJsonValue *value)
{
  if (walk->tree == NULL)
    return _mp_plain_next (self->plain, walk->n++ == 0, key, value);
  walk->iter = walk->n++ == 0 ? json_object_iter (walk->tree) : json_object_iter_next (walk->tree, walk->iter);
  if (walk->iter == NULL)
    return FALSE;
  *key = json_object_iter_key (walk->iter);
  *value = value_of (json_object_iter_value (walk->iter));
  return TRUE;
}

static gboolean
next_item (Reader *self, Walk *walk, MpJsonValue *value)
{
  if (walk->tree == NULL)
    return _mp_plain_next (self->plain, walk->n++ == 0, NULL, value);
  if (walk->n == json_array_size (walk->tree))
    return FALSE;
  *value = value_of (json_array_get (walk->tree, walk->n++));
  return TRUE;
}

/* The JSON pointer of the value being read, written only when something is wrong with it. */
static char *
pointer_of (const Reader *self)
{
  GString *pointer = g_string_new (NULL);

  append_place (pointer, self->place);
  return g_string_free (pointer, FALSE);
}

G_GNUC_PRINTF (2, 3) static void
add_problem (Reader *self, const char *format, ...)
{
  g_autofree char *pointer = NULL, *message = NULL;
  va_list args;

  if (gives_up (self))
    return;
  pointer = pointer_of (self);
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  mp_problems_add (self->problems, pointer, "%s", message);
}

/* What was found, as it stands in the file, shortened. */
static char *
found (const json_t *value)
{
  g_autofree char *text = NULL;
  gsize length;

  if (json_is_object (value))
    return g_strdup (_("an object"));
  if (json_is_array (value))
    return g_strdup (_("a list"));
  length = json_dumpb (value, NULL, 0, JSON_ENCODE_ANY | JSON_REAL_PRECISION (15));
  if (length == 0)
    return g_strdup (_("a value that cannot be shown"));
  text = g_malloc0 (length + 1);
  json_dumpb (value, text, length, JSON_ENCODE_ANY | JSON_REAL_PRECISION (15));
  if (g_utf8_strlen (text, -1) > SHOWN_LENGTH)
    {
      g_autofree char *start = g_utf8_substring (text, 0, SHOWN_LENGTH);
      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&text);
}

static gboolean
refuse (Reader *self, const MpJsonValue *value, const char *remedy)
{
  g_autofree char *got = NULL;

  if (gives_up (self))
    return FALSE;
  got = found (value->tree);
  add_problem (self, _("%s, got %s"), remedy, got);
  return FALSE;
}

static gboolean read_object (Reader *self, const MpJsonValue *value, const MpSpec *spec, guint8 *object);

static gboolean
read_string (Reader *self, const MpJsonValue *value, char **text)
{
  if (value->type != JSON_STRING)
    return refuse (self, value, _("a text stands in quotation marks"));
  *text = value->tree == NULL ? (char *) value->text : mp_arena_strdup (self->kase->arena, value->text);
  return TRUE;
}

/* Hundredths of something: a decimal string or a number. */
static gboolean
read_hundredths (const MpJsonValue *value, gint64 most, gint64 *hundredths)
{
  gint64 n;

  if (value->type == JSON_STRING)
    {
      if (!mp_money_parse (value->text, &n))
        return FALSE;
    }
  else if (value->type == JSON_INTEGER)
    {
      json_int_t whole = value->integer;
      if (whole < 0 || whole > most / 100)
        return FALSE;
      n = (gint64) whole * 100;
    }
  else if (value->type != JSON_REAL || !mp_money_from_real (json_real_value (value->tree), &n))
    return FALSE;
  if (n < 0 || n > most)
    return FALSE;
  *hundredths = n;
  return TRUE;
}

static gboolean
read_money (Reader *self, const MpJsonValue *value, MpMoney *amount)
{
  if (read_hundredths (value, MP_MONEY_MAX, amount))
    return TRUE;
  return refuse (self, value, _("an amount is dollars from 0.00 to 10000000.00 with at most two decimals, such as \"1234.56\""));
}

static gboolean
read_percent (Reader *self, const MpJsonValue *value, gint *points)
{
  gint64 n;

  if (!read_hundredths (value, 100 * 100, &n))
    return refuse (self, value, _("a percentage is a number from 0 to 100 with at most two decimals, such as \"2.5\""));
  *points = (gint) n;
  return TRUE;
}

static gboolean
read_hours (Reader *self, const MpJsonValue *value, MpHours *hours)
{
  gint64 n;

  if (!read_hundredths (value, 744 * 100, &n))
    return refuse (self, value, _("hours of a month are a number from 0 to 744 with at most two decimals, such as \"121.5\""));
  *hours = n * (MP_HOURS_UNIT / 100);
  return TRUE;
}

/* What to do about a text that is no month: it has another form, or lies too far away. */
static const char *
month_remedy (const char *text)
{
  static const char form[] = "dddd-dd";
  gboolean has_form = text != NULL && strlen (text) == strlen (form);

  for (gsize i = 0; has_form && form[i] != '\0'; i++)
    has_form = form[i] == 'd' ? g_ascii_isdigit (text[i]) : text[i] == form[i];
  if (has_form && atoi (text + 5) >= 1 && atoi (text + 5) <= 12)
    return _("a month is from 1950-01 to 2150-12");
  return _("a month is YYYY-MM");
}

static gboolean
read_month (Reader *self, const MpJsonValue *value, MpMonth *month)
{
  if (value->type == JSON_STRING && mp_month_parse (value->text, month))
    return TRUE;
  return refuse (self, value, month_remedy (value->text));
}

/* Births lie before the months that Milepost counts; every other date is in one of them. */
static gboolean
read_date (Reader *self, const MpJsonValue *value, const MpField *field, MpDate *date)
{
  gboolean birth = g_str_equal (field->key, "birth_date");
  MpDate read;

  if (value->type != JSON_STRING || !mp_date_parse (value->text, &read))
    return refuse (self, value, _("a date is YYYY-MM-DD and a day of the calendar"));
  if (!birth && read.month < MP_MONTH_FIRST)
    return refuse (self, value, _("a date is from 1950-01-01 to 2150-12-31"));
  *date = read;
  return TRUE;
}

static gboolean
read_integer (Reader *self, const MpJsonValue *value, const MpField *field, gint *n)
{
  g_autofree char *remedy = NULL;

  if (value->type == JSON_INTEGER && value->integer >= field->least && value->integer <= field->most)
    {
      *n = (gint) value->integer;
      return TRUE;
    }
  remedy = g_strdup_printf (_("\"%s\" is a whole number from %d to %d"), field->key, (int) field->least, (int) field->most);
  return refuse (self, value, remedy);
}

static gboolean
read_enum (Reader *self, const MpJsonValue *value, const MpField *field, gint *n)
{
  g_autoptr (GString) names = NULL;
  g_autofree char *remedy = NULL;

  if (value->type == JSON_STRING)
    for (gint i = 0; field->names[i] != NULL; i++)
      if (field->names[i][0] != '\0' && g_str_equal (field->names[i], value->text))
        {
          *n = i;
          return TRUE;
        }
  names = g_string_new (NULL);
  for (gint i = 0; field->names[i] != NULL; i++)
    if (field->names[i][0] != '\0')
      /* Translators: before the last of several words: "wages" or "self_employment" */
      g_string_append_printf (names, "%s\"%s\"", names->len == 0 ? "" : field->names[i + 1] != NULL ? ", " : C_("list", " or "), field->names[i]);
  /* Translators: a key of the case file, then the words that it may have */
  remedy = g_strdup_printf (_("\"%1$s\" is %2$s"), field->key, names->str);
  return refuse (self, value, remedy);
}

static gboolean
read_state (Reader *self, const MpJsonValue *value, char state[3])
{
  const char *text = value->text;

  /* Whether there is such a state is for mp_case_validate () to say. */
  if (text == NULL || strlen (text) != 2)
    return refuse (self, value, _("a state is its two-letter postal code, such as \"WI\""));
  memcpy (state, text, 3);
  return TRUE;
}

static gboolean
read_code (Reader *self, const MpJsonValue *value, MpTicketCode *code)
{
  if (value->type == JSON_STRING && mp_ticket_code_parse (value->text, code))
    return TRUE;
  return refuse (self, value, _("a payment code is P1M1 to P1M4, P2M1 to P2M18, OUT1 to OUT60, RECON, OLDM1 to OLDM4 or OLDOUT1 to OLDOUT60"));
}

static gboolean
read_premium (Reader *self, const MpJsonValue *value, MpMoney *premium)
{
  if (value->type == JSON_STRING && g_str_equal (value->text, "standard"))
    {
      *premium = MP_MONEY_NONE;
      return TRUE;
    }
  if (read_hundredths (value, MP_MONEY_MAX, premium))
    return TRUE;
  return refuse (self, value, _("a premium is \"standard\" or dollars with at most two decimals, such as \"202.90\""));
}

static gboolean
read_list (Reader *self, const MpJsonValue *value, const MpSpec *spec, gpointer *array, guint *n)
{
  Walk list = walk (value);
  MpJsonValue item;
  gboolean good = TRUE;

  if (value->type != JSON_ARRAY)
    return refuse (self, value, _("a list stands in square brackets"));
  while (next_item (self, &list, &item))
    {
      Place here;
      guint8 *element;

      enter_index (self, &here, *n);
      *array = mp_arena_grow (self->kase->arena, *array, *n, spec->size);
      element = (guint8 *) *array + spec->size * (*n)++;
      good = read_object (self, &item, spec, element) && good;
      leave (self);
    }
  return good;
}

static gint
compare_months (gconstpointer a, gconstpointer b)
{
  const MpMonth *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

static gboolean
read_months (Reader *self, const MpJsonValue *value, MpMonth **months, guint *n)
{
  Walk list = walk (value);
  MpJsonValue item;
  gboolean good = TRUE;

  if (value->type != JSON_ARRAY)
    return refuse (self, value, _("a list of months stands in square brackets"));
  while (next_item (self, &list, &item))
    {
      Place here;

      enter_index (self, &here, *n);
      good = read_month (self, &item, mp_arena_append (self->kase->arena, *months, *n)) && good;
      leave (self);
    }
  return good;
}

static gboolean
read_work_months (Reader *self, const MpJsonValue *value, MpWorkMonthFact **facts, guint *n)
{
  Walk pairs = walk (value);
  MpJsonValue item;
  gboolean good = TRUE;
  const char *key;

  if (value->type != JSON_OBJECT)
    return refuse (self, value, _("months that differ are an object with a month as each key"));
  while (next_pair (self, &pairs, &key, &item))
    {
      Place here;
      MpMonth month;

      enter_key (self, &here, key);
      if (mp_month_parse (key, &month))
        {
          MpWorkMonthFact *fact = mp_arena_append (self->kase->arena, *facts, *n);
          good = read_object (self, &item, &_mp_work_month_spec, (guint8 *) fact) && good;
          fact->month = month;
        }
      else
        {
          add_problem (self, _("%s, got \"%s\""), month_remedy (key), key);
          good = FALSE;
        }
      leave (self);
    }
  if (*n > 1)
    qsort (*facts, *n, sizeof **facts, compare_months); /* the month is the first member */
  for (guint i = 1; i < *n; i++)
    good = !((*facts)[i].month == (*facts)[i - 1].month && gives_up (self)) && good;
  return good;
}

static gboolean
read_supplement (Reader *self, const MpJsonValue *value, MpSsiFacts *ssi)
{
  const char *text = value->text;

  if (text != NULL && g_str_equal (text, "none"))
    ssi->supplement = MP_SUPPLEMENT_NONE;
  else if (text != NULL && g_str_equal (text, "table"))
    ssi->supplement = MP_SUPPLEMENT_TABLE;
  else if (value->type == JSON_ARRAY)
    {
      gpointer list = NULL;
      gboolean good = read_list (self, value, &_mp_supplement_spec, &list, &ssi->n_supplements);
      ssi->supplement = MP_SUPPLEMENT_LIST;
      ssi->supplements = list;
      return good;
    }
  else
    return refuse (self, value, _("a state supplement is \"none\", \"table\" or a list of amounts"));
  return TRUE;
}

static gboolean
read_reading (Reader *self, const char *key, const MpJsonValue *value)
{
  gint id = mp_reading_find (key), choice;
  const char *const *names;

  if (id < 0)
    {
      add_problem (self, _("unknown key \"%s\": a reading is named as in doc/case-file.md, such as \"ticket/S-01\""), key);
      return FALSE;
    }
  names = mp_reading_names ((MpReadingId) id);
  choice = value->type == JSON_STRING ? mp_reading_choice ((MpReadingId) id, value->text) : -1;
  if (choice < 0)
    {
      g_autofree char *list = g_strjoinv ("\", \"", (char **) names);
      g_autofree char *remedy = g_strdup_printf (_("the reading \"%s\" is one of \"%s\""), key, list);
      return refuse (self, value, remedy);
    }
  if (self->kase->assumptions.reading_given[id] && gives_up (self))
    return FALSE;
  self->kase->assumptions.readings[id] = (guint8) choice;
  self->kase->assumptions.reading_given[id] = TRUE;
  return TRUE;
}

static gboolean
read_readings (Reader *self, const MpJsonValue *value)
{
  Walk pairs = walk (value);
  MpJsonValue item;
  gboolean good = TRUE;
  const char *key;

  if (value->type != JSON_OBJECT)
    return refuse (self, value, _("readings are an object with a reading as each key"));
  while (next_pair (self, &pairs, &key, &item))
    {
      Place here;

      enter_key (self, &here, key);
      good = read_reading (self, key, &item) && good;
      leave (self);
    }
  return good;
}

/* Whether the last source has the pointer of an earlier one. Of more than are there in practice, it may. */
static gboolean
is_twice (const MpCase *kase)
{
  const guint last = kase->n_sources - 1;

  for (guint i = 0; i < last && last < MOST_PLAIN_SOURCES; i++)
    if (g_str_equal (kase->sources[i].pointer, kase->sources[last].pointer))
      return TRUE;
  return last >= MOST_PLAIN_SOURCES;
}

static gboolean
read_sources (Reader *self, const MpJsonValue *value)
{
  MpCase *kase = self->kase;
  Walk pairs = walk (value);
  MpJsonValue item;
  gboolean good = TRUE;
  const char *key;

  if (value->type != JSON_OBJECT)
    return refuse (self, value, _("sources are an object with a JSON pointer into this file as each key"));
  while (next_pair (self, &pairs, &key, &item))
    {
      Place here;
      MpSource *source = mp_arena_append (kase->arena, kase->sources, kase->n_sources);

      enter_key (self, &here, key);
      source->pointer = self->plain != NULL ? (char *) key : mp_arena_strdup (kase->arena, key);
      good = !(self->plain != NULL && is_twice (kase) && gives_up (self)) && good;
      if (*key != '\0' && *key != '/')
        {
          add_problem (self, _("the key of a source is a JSON pointer into this file, such as \"/ssdi/amounts/0\", got \"%s\""), key);
          good = FALSE;
        }
      good = read_object (self, &item, &_mp_source_spec, (guint8 *) source) && good;
      leave (self);
    }
  return good;
}

static gboolean
read_constant (Reader *self, const MpJsonValue *value, const MpField *field)
{
  if (field->kind == MP_FIELD_FORMAT)
    {
      if (value->type == JSON_STRING && g_str_equal (value->text, "milepost-case"))
        return TRUE;
      return refuse (self, value, _("the format of a case file is \"milepost-case\""));
    }
  if (value->type == JSON_INTEGER && value->integer == 1)
    return TRUE;
  return refuse (self, value, _("this program reads version 1 of the case file"));
}

static gboolean
read_field (Reader *self, const MpJsonValue *value, const MpField *field, guint8 *object)
{
  gpointer at = object + field->offset;
  gpointer extra = object + field->extra;

  /* null says that an optional key is not given. */
  if (value->type == JSON_NULL && (field->flags & MP_FIELD_REQUIRED) == 0)
    return TRUE;
  if ((field->flags & MP_FIELD_HAS_EXTRA) != 0)
    *(gboolean *) extra = TRUE;
  switch (field->kind)
    {
    case MP_FIELD_FORMAT:
    case MP_FIELD_VERSION:
      return read_constant (self, value, field);
    case MP_FIELD_STRING:
      return read_string (self, value, at);
    case MP_FIELD_STATE:
      return read_state (self, value, at);
    case MP_FIELD_BOOL:
      *(gboolean *) at = value->type == JSON_TRUE;
      return value->type == JSON_TRUE || value->type == JSON_FALSE || refuse (self, value, _("this is true or false, without quotation marks"));
    case MP_FIELD_MONEY:
      return read_money (self, value, at);
    case MP_FIELD_MONTH:
    case MP_FIELD_MONTH_END:
      return read_month (self, value, at);
    case MP_FIELD_DATE:
      return read_date (self, value, field, at);
    case MP_FIELD_INTEGER:
      return read_integer (self, value, field, at);
    case MP_FIELD_PERCENT:
      return read_percent (self, value, at);
    case MP_FIELD_HOURS:
      return read_hours (self, value, at);
    case MP_FIELD_WEEK_HOURS:
      return read_hundredths (value, 168 * 100, at) ||
             refuse (self, value, _("hours of a week are a number from 0 to 168 with at most two decimals, such as \"27.5\""));
    case MP_FIELD_ENUM:
      return read_enum (self, value, field, at);
    case MP_FIELD_CODE:
      return read_code (self, value, at);
    case MP_FIELD_PREMIUM:
      return read_premium (self, value, at);
    case MP_FIELD_OBJECT:
      return read_object (self, value, field->spec, at);
    case MP_FIELD_LIST:
      return read_list (self, value, field->spec, at, extra);
    case MP_FIELD_MONTHS:
      return read_months (self, value, at, extra);
    case MP_FIELD_WORK_MONTHS:
      return read_work_months (self, value, at, extra);
    case MP_FIELD_SUPPLEMENT:
      return read_supplement (self, value, at);
    case MP_FIELD_READINGS:
      return read_readings (self, value);
    case MP_FIELD_SOURCES:
      return read_sources (self, value);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
refuse_unknown_key (Reader *self, const MpSpec *spec, const char *key)
{
  g_autoptr (GString) known = g_string_new (NULL);
  Place here;

  enter_key (self, &here, key);
  for (guint i = 0; i < spec->n_fields; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", spec->fields[i].key);
  add_problem (self, _("unknown key \"%s\"; the keys here are %s"), key, known->str);
  leave (self);
  return FALSE;
}

/* The number of a key's field. Files mostly keep the order of the fields, so the search begins at the next one. */
static guint
find_field (const MpSpec *spec, const char *key, guint from)
{
  for (guint n = 0; n < spec->n_fields; n++)
    {
      guint i = from + n < spec->n_fields ? from + n : from + n - spec->n_fields;

      if (spec->fields[i].key[0] == key[0] && strcmp (spec->fields[i].key, key) == 0)
        return i;
    }
  return spec->n_fields;
}

static gboolean
read_object (Reader *self, const MpJsonValue *value, const MpSpec *spec, guint8 *object)
{
  Walk pairs = walk (value);
  MpJsonValue item;
  gboolean good = TRUE;
  const char *key;
  guint64 seen = 0;
  guint next = 0;

  if (value->type != JSON_OBJECT)
    return refuse (self, value, _("an object stands in curly braces"));
  if (spec->init != NULL)
    spec->init (object);
  while (next_pair (self, &pairs, &key, &item))
    {
      const guint i = find_field (spec, key, next);
      Place here;

      if (i == spec->n_fields)
        {
          good = refuse_unknown_key (self, spec, key);
          continue;
        }
      if ((seen >> i & 1) != 0 && gives_up (self))
        return FALSE;
      seen |= (guint64) 1 << i;
      next = i + 1 < spec->n_fields ? i + 1 : 0;
      enter_key (self, &here, key);
      good = read_field (self, &item, &spec->fields[i], object) && good;
      leave (self);
    }
  for (guint i = 0; i < spec->n_fields; i++)
    if ((spec->fields[i].flags & MP_FIELD_REQUIRED) != 0 && (seen >> i & 1) == 0)
      {
        Place here;

        enter_key (self, &here, spec->fields[i].key);
        add_problem (self, _("the key \"%s\" is required and missing"), spec->fields[i].key);
        leave (self);
        good = FALSE;
      }
  return good;
}

static json_t *
parse (const char *data, gsize length, GPtrArray *problems)
{
  json_error_t error;
  json_t *root;

  if (length > READ_LIMIT)
    {
      mp_problems_add (problems, "", _("a case file has at most 64 MiB; this one is larger"));
      return NULL;
    }
  root = json_loadb (data, length, JSON_REJECT_DUPLICATES, &error);
  if (root == NULL)
    {
      g_autofree char *text = g_utf8_make_valid (error.text, -1);
      mp_problems_add (problems, "", _("line %d, column %d: this is not JSON as a case file needs it: %s"),
                       MAX (error.line, 1), MAX (error.column, 0), text);
    }
  return root;
}

/* What could not be read, and all places around it. */
typedef struct {
  GHashTable *places;
  GHashTable *around;
} Unread;

static void
unread_clear (Unread *self)
{
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->around);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Unread, unread_clear)

/* Cuts the last part off a pointer. FALSE: it has none. */
static gboolean
cut_part (char *pointer)
{
  char *end = strrchr (pointer, '/');

  if (end != NULL)
    *end = '\0';
  return end != NULL;
}

static Unread
unread_of (const GPtrArray *problems, guint from)
{
  Unread self = { g_hash_table_new (g_str_hash, g_str_equal), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  for (guint i = from; i < problems->len; i++)
    {
      const char *place = ((const MpProblem *) g_ptr_array_index (problems, i))->pointer;
      g_autofree char *outer = g_strdup (place);

      g_hash_table_add (self.places, (gpointer) place);
      while (cut_part (outer) && g_hash_table_add (self.around, g_strdup (outer)))
        ;
    }
  return self;
}

/* Whether a finding may come from what could not be read: at its place, inside it, or of the list entry around it. Only
 * the names of scenarios have nothing to do with what is in them. */
static gboolean
may_follow (const Unread *self, const char *pointer)
{
  g_autofree char *place = g_strdup (pointer);
  const gboolean scenario = g_str_has_prefix (pointer, "/scenarios/") && strchr (pointer + strlen ("/scenarios/"), '/') == NULL;

  if (!scenario && g_hash_table_contains (self->around, pointer))
    return TRUE;
  do
    if (g_hash_table_contains (self->places, place))
      return TRUE;
  while (cut_part (place));
  return FALSE;
}

/* What a document says beside what could not be read of it, problem number `from` on. */
static void
add_findings (const MpCase *kase, GPtrArray *problems, guint from)
{
  g_autoptr (GPtrArray) findings = mp_problems_new ();
  g_auto (Unread) unread = unread_of (problems, from);

  mp_case_validate (kase, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const MpProblem *finding = g_ptr_array_index (findings, i);

      if (!may_follow (&unread, finding->pointer))
        mp_problems_add (problems, finding->pointer, "%s", finding->message);
    }
}

/* What is wrong with the document goes to the problems: its form, and what it says as far as it can be read. */
static gboolean
read_root (MpCase *kase, json_t *root, GPtrArray *problems)
{
  const guint before = problems->len;
  const MpJsonValue value = value_of (root);
  Reader reader = { kase, problems, NULL, NULL };

  if (read_object (&reader, &value, &_mp_case_spec, (guint8 *) kase))
    mp_case_validate (kase, problems);
  else
    add_findings (kase, problems, before);
  return problems->len == before;
}

/**
 * _mp_case_read_tree: (skip)
 * @kase: an empty case
 * @data: (array length=length): a case file
 * @length: its bytes
 * @problems: (element-type MpProblem): gets everything that is wrong with the file
 *
 * Reads any case file: jansson makes a tree of it.
 *
 * Returns: whether nothing is wrong
 */
gboolean
_mp_case_read_tree (MpCase *kase, const char *data, gsize length, GPtrArray *problems)
{
  json_t *root = parse (data, length, problems);
  gboolean good;

  if (root == NULL)
    return FALSE;
  good = read_root (kase, root, problems);
  json_decref (root);
  return good;
}

/**
 * _mp_case_read_plain: (skip)
 * @kase: an empty case
 * @data: (array length=length): a case file
 * @length: its bytes
 *
 * Reads a plain case file in which no key or value is wrong; what it says is yet to be checked by mp_case_validate().
 *
 * Returns: whether it is such a file; else @kase is to be emptied
 */
gboolean
_mp_case_read_plain (MpCase *kase, const char *data, gsize length)
{
  const MpJsonValue root = { .type = JSON_OBJECT };
  MpPlain plain;
  Reader reader = { kase, NULL, NULL, &plain };

  return length <= READ_LIMIT && _mp_plain_begin (&plain, kase->arena, data, length) &&
         read_object (&reader, &root, &_mp_case_spec, (guint8 *) kase) && _mp_plain_end (&plain);
}

/**
 * mp_case_read_into:
 * @kase: a case; what it holds is given up
 * @data: (array length=length): a case file
 * @length: its bytes
 * @problems: (element-type MpProblem): gets everything that is wrong with the file
 *
 * Reads a case file into a case made before, using its memory again.
 *
 * Returns: whether nothing is wrong; else @kase is not to be used before it is read again
 */
gboolean
mp_case_read_into (MpCase *kase, const char *data, gsize length, GPtrArray *problems)
{
  const guint before = problems->len;

  mp_case_reset (kase);
  if (!_mp_case_read_plain (kase, data, length))
    {
      mp_case_reset (kase);
      return _mp_case_read_tree (kase, data, length, problems);
    }
  mp_case_validate (kase, problems);
  return problems->len == before;
}

/**
 * mp_case_read:
 * @data: (array length=length): a case file
 * @length: its bytes
 * @problems: (element-type MpProblem): gets everything that is wrong with the file
 *
 * Reads a case file as doc/case-file.md describes it, and checks what it says, see
 * mp_case_validate(). All that is wrong is told at once.
 *
 * Returns: (transfer full) (nullable): the case, or %NULL when something is wrong
 */
MpCase *
mp_case_read (const char *data, gsize length, GPtrArray *problems)
{
  g_autoptr (MpCase) kase = mp_case_new ();

  if (!mp_case_read_into (kase, data, length, problems))
    return NULL;
  return g_steal_pointer (&kase);
}

/**
 * mp_case_load:
 * @path: a file
 * @problems: (element-type MpProblem): gets everything that is wrong with what the file says
 * @error: set, in G_FILE_ERROR, when the file cannot be read at all
 *
 * Returns: (transfer full) (nullable): the case, or %NULL with either @problems or @error
 */
MpCase *
mp_case_load (const char *path, GPtrArray *problems, GError **error)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  return mp_case_read (data, length, problems);
}
