/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Facts seen as a tree: keys of an object, entries of a list, what differs between two cases. */

#include "mp-casefile-private.h"
#include "mp-edit-private.h"
#include "mp-message.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* The objects inside a list or a table of keys. */
static const MpSpec *
entry_spec (const MpField *field)
{
  switch ((guint) field->kind)
    {
    case MP_FIELD_OBJECT:
    case MP_FIELD_LIST:
      return field->spec;
    case MP_FIELD_WORK_MONTHS:
      return &_mp_work_month_spec;
    case MP_FIELD_SUPPLEMENT:
      return &_mp_supplement_spec;
    case MP_FIELD_SOURCES:
      return &_mp_source_spec;
    default:
      return NULL;
    }
}

/**
 * mp_edit_keys:
 * @pointer: JSON pointer of an object of a case file; an entry of a list need not be there
 *
 * Returns: (transfer full) (element-type MpEditKey): the keys that the object may have, with their kinds
 */
GArray *
mp_edit_keys (const char *pointer)
{
  const MpSpec *spec = &_mp_case_spec;
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (MpEditKey));
  char part[MP_EDIT_PART_SIZE];

  while (spec != NULL && _mp_edit_next_part (&pointer, part))
    {
      const MpField *field = _mp_edit_find_field (spec, part);

      spec = field != NULL ? entry_spec (field) : NULL;
      if (spec != NULL && field->kind != MP_FIELD_OBJECT)
        _mp_edit_next_part (&pointer, part); /* the entry */
    }
  for (guint i = 0; spec != NULL && i < spec->n_fields; i++)
    {
      MpEditKey key = { spec->fields[i].key, _mp_edit_field_kind (&spec->fields[i]) };
      g_array_append_val (keys, key);
    }
  return keys;
}

static json_t *
find_value (json_t *root, const char *pointer)
{
  char part[MP_EDIT_PART_SIZE];

  while (root != NULL && _mp_edit_next_part (&pointer, part))
    {
      guint64 index;

      if (json_is_object (root))
        root = json_object_get (root, part);
      else if (json_is_array (root) && g_ascii_string_to_unsigned (part, 10, 0, json_array_size (root), &index, NULL))
        root = json_array_get (root, index);
      else
        root = NULL;
    }
  return root;
}

static char *
value_text (const json_t *value)
{
  char *text, *copy;

  if (json_is_string (value))
    return g_strdup (json_string_value (value));
  text = json_dumps (value, JSON_COMPACT | JSON_ENCODE_ANY);
  copy = g_strdup (text);
  free (text);
  return copy;
}

/**
 * mp_edit_entries:
 * @kase: a case
 * @pointer: a list
 *
 * Returns: (transfer full): the text of each of its entries, %NULL-terminated
 */
char **
mp_edit_entries (const MpCase *kase, const char *pointer)
{
  g_autoptr (GStrvBuilder) entries = g_strv_builder_new ();
  json_t *root = _mp_case_to_json (kase);
  json_t *list = find_value (root, pointer), *entry;
  gsize i;

  json_array_foreach (list, i, entry)
    {
      g_autofree char *text = value_text (entry);
      g_strv_builder_add (entries, text);
    }
  json_decref (root);
  return g_strv_builder_end (entries);
}

static void
add_key (GString *pointer, const char *key)
{
  g_string_append_c (pointer, '/');
  mp_pointer_append_part (pointer, key);
}

/* Either value may be missing. A place is named when what stands there, or how much, is another. */
static void
compare (const json_t *before, const json_t *after, GString *pointer, GPtrArray *places)
{
  gboolean same_type = before != NULL && after != NULL && json_typeof (before) == json_typeof (after);
  gboolean inner = json_is_object (before) || json_is_object (after) || json_is_array (before) || json_is_array (after);
  gsize length = pointer->len, n = MAX (json_array_size (before), json_array_size (after));
  const char *key;
  json_t *item;

  if (same_type && json_equal (before, after))
    return;
  if (!same_type || !inner || json_array_size (before) != json_array_size (after))
    g_ptr_array_add (places, g_strdup (pointer->str));
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_printf (pointer, "/%" G_GSIZE_FORMAT, i);
      compare (json_array_get (before, i), json_array_get (after, i), pointer, places);
      g_string_truncate (pointer, length);
    }
  json_object_foreach ((json_t *) after, key, item)
    {
      add_key (pointer, key);
      compare (json_object_get (before, key), item, pointer, places);
      g_string_truncate (pointer, length);
    }
  json_object_foreach ((json_t *) before, key, item)
    if (json_object_get (after, key) == NULL)
      {
        add_key (pointer, key);
        compare (item, NULL, pointer, places);
        g_string_truncate (pointer, length);
      }
}

/**
 * mp_edit_differences:
 * @before: a case
 * @after: the same case later
 *
 * Returns: (transfer full) (element-type utf8): JSON pointers of the facts that differ, down to the
 *   single ones; a list is among them when it has grown or shrunk, an object when it came or went
 */
GPtrArray *
mp_edit_differences (const MpCase *before, const MpCase *after)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) pointer = g_string_new (NULL);
  json_t *old = _mp_case_to_json (before), *new = _mp_case_to_json (after);

  compare (old, new, pointer, places);
  json_decref (old);
  json_decref (new);
  return places;
}

/**
 * mp_edit_display:
 * @kase: a case
 * @pointer: a JSON pointer into the case file
 *
 * Returns: (transfer full): the fact as people read it: "$640.00", "March 2026"; "" when it is not given
 */
char *
mp_edit_display (const MpCase *kase, const char *pointer)
{
  g_autofree char *text = mp_edit_get (kase, pointer);
  MpEditFact fact;
  MpMoney amount;
  MpMonth month;

  mp_edit_look (kase, pointer, &fact);
  if ((fact.kind == MP_EDIT_MONEY || fact.kind == MP_EDIT_PREMIUM) && mp_money_parse (text, &amount))
    return mp_money_to_display (amount);
  if (fact.kind == MP_EDIT_MONTH && mp_month_parse (text, &month))
    return mp_month_to_display (month, TRUE);
  if (fact.kind == MP_EDIT_BOOL && *text != '\0')
    return g_strdup (g_str_equal (text, "true") ? _("yes") : _("no"));
  return g_steal_pointer (&text);
}
