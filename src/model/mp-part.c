/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-part-private.h"

#include "mp-case-model.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  MpCaseModel *model; /* (not owned): the model owns the object */
  char *pointer;
} MpPartPrivate;

typedef struct {
  MpCaseModel *model; /* (not owned) */
  char *pointer;
  GPtrArray *items;
  char **entries; /* what the items were when they were last looked at */
} MpPartListPrivate;

enum { PROP_0, PROP_MODEL, PROP_POINTER, PROP_PRESENT, FIRST_KEY };

static void list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MpPart, mp_part, G_TYPE_OBJECT)
G_DEFINE_ABSTRACT_TYPE_WITH_CODE (MpPartList, mp_part_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (MpPartList)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static MpPartPrivate *
part_priv (MpPart *self)
{
  return mp_part_get_instance_private (self);
}

static MpPartListPrivate *
list_priv (MpPartList *self)
{
  return mp_part_list_get_instance_private (self);
}

static char *
place_of (MpPart *self, const char *key)
{
  return g_strconcat (part_priv (self)->pointer, "/", key, NULL);
}

static const char *
key_of (MpPart *self, guint id)
{
  return g_array_index (MP_PART_GET_CLASS (self)->keys, MpEditKey, id - FIRST_KEY).key;
}

/* The key of a property's name: "birth-date" is birth_date. */
static char *
property_name (const char *key)
{
  return g_strdelimit (g_strdup (key), "_", '-');
}

static void
mp_part_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpPart *self = MP_PART (object);
  g_autofree char *text = NULL;
  gint64 n;
  MpMonth month;

  if (id == PROP_POINTER)
    {
      g_value_set_string (value, part_priv (self)->pointer);
      return;
    }
  if (id == PROP_PRESENT)
    {
      g_value_set_boolean (value, mp_part_get_present (self));
      return;
    }
  text = mp_part_get_text (self, key_of (self, id));
  if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, g_strcmp0 (text, "true") == 0);
  else if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, text != NULL && mp_decimal_parse (text, 2, &n) ? n : MP_MONEY_NONE);
  else if (G_VALUE_HOLDS_INT (value))
    g_value_set_int (value, text == NULL ? MP_MONTH_NONE : mp_month_parse (text, &month) ? month : atoi (text));
  else
    g_value_set_string (value, text);
}

static char *
value_text (const GValue *value, gboolean month)
{
  char text[MP_MONTH_TEXT_SIZE];

  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_strdup (g_value_get_boolean (value) ? "true" : "false");
  if (G_VALUE_HOLDS_INT64 (value))
    return g_value_get_int64 (value) == MP_MONEY_NONE ? NULL : mp_money_to_string (g_value_get_int64 (value));
  if (!G_VALUE_HOLDS_INT (value))
    return g_value_dup_string (value);
  if (g_value_get_int (value) == MP_MONTH_NONE)
    return NULL;
  return month ? g_strdup (mp_month_to_text (g_value_get_int (value), text)) : g_strdup_printf ("%d", g_value_get_int (value));
}

/* A value that the case refuses is not taken; mp_part_set_text () tells why. */
static void
mp_part_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MpPart *self = MP_PART (object);

  if (id == PROP_MODEL)
    part_priv (self)->model = g_value_get_object (value);
  else if (id == PROP_POINTER)
    part_priv (self)->pointer = g_value_dup_string (value);
  else
    {
      g_autofree char *place = place_of (self, key_of (self, id));
      g_autofree char *text = NULL;
      MpEditFact fact;

      mp_edit_look (mp_case_model_get_case (part_priv (self)->model), place, &fact);
      text = value_text (value, fact.kind == MP_EDIT_MONTH);
      mp_part_set_text (self, key_of (self, id), text, key_of (self, id), NULL);
    }
}

static void
mp_part_finalize (GObject *object)
{
  g_free (part_priv (MP_PART (object))->pointer);
  G_OBJECT_CLASS (mp_part_parent_class)->finalize (object);
}

/* Notifies the properties whose place, or a place inside it, has changed. */
static void
mp_part_real_changed (MpPart *self, GPtrArray *places)
{
  const char *own = part_priv (self)->pointer;
  gsize length = strlen (own);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < places->len; i++)
    {
      const char *place = places->pdata[i];
      g_autofree char *name = NULL;

      if (!g_str_has_prefix (place, own))
        continue;
      if (place[length] == '\0')
        g_object_notify (G_OBJECT (self), "present");
      if (place[length] != '/')
        continue;
      name = property_name (place + length + 1);
      if (g_object_class_find_property (G_OBJECT_GET_CLASS (self), name) != NULL)
        g_object_notify (G_OBJECT (self), name);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
mp_part_class_init (MpPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags construct = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mp_part_get_property;
  object_class->set_property = mp_part_set_property;
  object_class->finalize = mp_part_finalize;
  klass->changed = mp_part_real_changed;
  g_object_class_install_property (object_class, PROP_MODEL,
    g_param_spec_object ("model", NULL, NULL, MP_TYPE_CASE_MODEL, construct));
  g_object_class_install_property (object_class, PROP_POINTER,
    g_param_spec_string ("pointer", NULL, NULL, NULL, construct | G_PARAM_READABLE));
  g_object_class_install_property (object_class, PROP_PRESENT,
    g_param_spec_boolean ("present", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
mp_part_init (MpPart *self)
{
}

static GParamSpec *
key_spec (const char *name, MpEditKind kind)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY;

  switch (kind)
    {
    case MP_EDIT_BOOL:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case MP_EDIT_MONEY:
    case MP_EDIT_PREMIUM:
    case MP_EDIT_HOURS:
    case MP_EDIT_PERCENT:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, MP_MONEY_NONE, flags);
    case MP_EDIT_MONTH:
    case MP_EDIT_NUMBER:
      return g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, MP_MONTH_NONE, flags);
    case MP_EDIT_TEXT:
    case MP_EDIT_STATE:
    case MP_EDIT_DATE:
    case MP_EDIT_CHOICE:
    case MP_EDIT_CODE:
    case MP_EDIT_MONTHS:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case MP_EDIT_NONE:
    case MP_EDIT_OBJECT:
    case MP_EDIT_LIST:
    case MP_EDIT_WORK_MONTHS:
    default:
      return NULL;
    }
}

/*
 * Gives a class a property for each single key that the case file has in an object: words, states,
 * dates, choices, codes and rows of months as strings, money, hours and percentages in hundredths
 * (MP_MONEY_NONE: not given), months and numbers as integers (MP_MONTH_NONE: not given).
 */
void
_mp_part_class_install (MpPartClass *klass, const char *pointer)
{
  G_OBJECT_CLASS (klass)->get_property = mp_part_get_property; /* GObject does not inherit these */
  G_OBJECT_CLASS (klass)->set_property = mp_part_set_property;
  klass->keys = mp_edit_keys (pointer); /* lives as long as the class */
  for (guint i = 0; i < klass->keys->len; i++)
    {
      const MpEditKey *key = &g_array_index (klass->keys, MpEditKey, i);
      g_autofree char *name = property_name (key->key);
      GParamSpec *spec = key_spec (name, key->kind);

      if (spec != NULL)
        g_object_class_install_property (G_OBJECT_CLASS (klass), FIRST_KEY + i, spec);
    }
}

void
_mp_part_changed (MpPart *self, GPtrArray *places)
{
  MP_PART_GET_CLASS (self)->changed (self, places);
}

/**
 * mp_part_get_model:
 * @self: a part of a case
 *
 * Returns: (transfer none): the case; it owns the part, which is not to be used after it
 */
MpCaseModel *
mp_part_get_model (MpPart *self)
{
  return part_priv (self)->model;
}

/**
 * mp_part_get_pointer:
 * @self: a part of a case
 *
 * Returns: (transfer none): where it stands in the case file
 */
const char *
mp_part_get_pointer (MpPart *self)
{
  return part_priv (self)->pointer;
}

/**
 * mp_part_get_present:
 * @self: a part of a case
 *
 * Returns: whether the case has it
 */
gboolean
mp_part_get_present (MpPart *self)
{
  MpEditFact fact;

  return mp_edit_look (mp_case_model_get_case (part_priv (self)->model), part_priv (self)->pointer, &fact) && fact.given;
}

/**
 * mp_part_get_text:
 * @self: a part of a case
 * @key: one of its keys
 *
 * Returns: (transfer full) (nullable): the text in the form of the case file, or what a key that is
 *   not given stands for; %NULL for nothing
 */
char *
mp_part_get_text (MpPart *self, const char *key)
{
  g_autofree char *place = place_of (self, key);
  char *text = mp_edit_get (mp_case_model_get_case (part_priv (self)->model), place);

  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

/**
 * mp_part_set_text:
 * @self: a part of a case
 * @key: one of its keys
 * @text: (nullable): what it becomes, as mp_case_model_set_fact() takes it
 * @title: what the fact is called, for Undo
 * @problems: (nullable): gets what is wrong with it
 *
 * Returns: whether the case was taken
 */
gboolean
mp_part_set_text (MpPart *self, const char *key, const char *text, const char *title, GPtrArray *problems)
{
  g_autofree char *place = place_of (self, key);

  return mp_case_model_set_fact (part_priv (self)->model, place, text, title, problems);
}

static MpPart *
new_item (MpPartList *self, guint position)
{
  MpPartListPrivate *list = list_priv (self);
  g_autofree char *pointer = g_strdup_printf ("%s/%u", list->pointer, position);

  return g_object_new (MP_PART_LIST_GET_CLASS (self)->item_type (), "model", list->model, "pointer", pointer, NULL);
}

static GType
mp_part_list_get_item_type (GListModel *model)
{
  return MP_PART_LIST_GET_CLASS (model)->item_type ();
}

static guint
mp_part_list_get_n_items (GListModel *model)
{
  return list_priv (MP_PART_LIST (model))->items->len;
}

static gpointer
mp_part_list_get_item (GListModel *model, guint position)
{
  MpPartListPrivate *list = list_priv (MP_PART_LIST (model));

  return position < list->items->len ? g_object_ref (list->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = mp_part_list_get_item_type;
  iface->get_n_items = mp_part_list_get_n_items;
  iface->get_item = mp_part_list_get_item;
}

/* Items that stayed the same stay the same objects, at their new places. */
static void
update_items (MpPartList *self)
{
  MpPartListPrivate *list = list_priv (self);
  char **entries = mp_edit_entries (mp_case_model_get_case (list->model), list->pointer);
  guint old = list->items->len, new = g_strv_length (entries);
  guint head = 0, tail = 0;

  while (head < MIN (old, new) && g_str_equal (list->entries[head], entries[head]))
    head++;
  while (tail < MIN (old, new) - head && g_str_equal (list->entries[old - 1 - tail], entries[new - 1 - tail]))
    tail++;
  g_strfreev (list->entries);
  list->entries = entries;
  if (old == new)
    return; /* the items themselves tell what changed in them */
  g_ptr_array_remove_range (list->items, head, old - head - tail);
  for (guint i = head; i < new - tail; i++)
    g_ptr_array_insert (list->items, (int) i, new_item (self, i));
  for (guint i = new - tail; i < new; i++)
    {
      MpPartPrivate *item = part_priv (list->items->pdata[i]);

      g_free (item->pointer);
      item->pointer = g_strdup_printf ("%s/%u", list->pointer, i);
      g_object_notify (list->items->pdata[i], "pointer");
    }
  g_list_model_items_changed (G_LIST_MODEL (self), head, old - head - tail, new - head - tail);
}

static void
mp_part_list_constructed (GObject *object)
{
  MpPartListPrivate *list = list_priv (MP_PART_LIST (object));

  G_OBJECT_CLASS (mp_part_list_parent_class)->constructed (object);
  list->entries = mp_edit_entries (mp_case_model_get_case (list->model), list->pointer);
  for (guint i = 0; list->entries[i] != NULL; i++)
    g_ptr_array_add (list->items, new_item (MP_PART_LIST (object), i));
}

static void
mp_part_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MpPartListPrivate *list = list_priv (MP_PART_LIST (object));

  if (id == PROP_MODEL)
    list->model = g_value_get_object (value);
  else
    list->pointer = g_value_dup_string (value);
}

static void
mp_part_list_finalize (GObject *object)
{
  MpPartListPrivate *list = list_priv (MP_PART_LIST (object));

  g_ptr_array_unref (list->items);
  g_strfreev (list->entries);
  g_free (list->pointer);
  G_OBJECT_CLASS (mp_part_list_parent_class)->finalize (object);
}

static void
mp_part_list_class_init (MpPartListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags construct = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = mp_part_list_constructed;
  object_class->set_property = mp_part_list_set_property;
  object_class->finalize = mp_part_list_finalize;
  g_object_class_install_property (object_class, PROP_MODEL,
    g_param_spec_object ("model", NULL, NULL, MP_TYPE_CASE_MODEL, construct));
  g_object_class_install_property (object_class, PROP_POINTER,
    g_param_spec_string ("pointer", NULL, NULL, NULL, construct));
}

static void
mp_part_list_init (MpPartList *self)
{
  list_priv (self)->items = g_ptr_array_new_with_free_func (g_object_unref);
}

void
_mp_part_list_changed (MpPartList *self, GPtrArray *places)
{
  MpPartListPrivate *list = list_priv (self);

  update_items (self);
  for (guint i = 0; i < list->items->len; i++)
    _mp_part_changed (list->items->pdata[i], places);
}

/**
 * mp_part_list_get_pointer:
 * @self: a list
 *
 * Returns: the JSON pointer of the list, "/scenarios/0/work"
 */
const char *
mp_part_list_get_pointer (MpPartList *self)
{
  return list_priv (self)->pointer;
}

/**
 * mp_part_list_append:
 * @self: a list of a case
 * @label: what was done, for Undo: "Add a job"
 *
 * Adds the plainest entry that is valid, see mp_edit_add().
 *
 * Returns: (transfer none) (nullable): the new entry
 */
MpPart *
mp_part_list_append (MpPartList *self, const char *label)
{
  g_autofree char *place = g_strconcat (list_priv (self)->pointer, "/-", NULL);
  MpFactChange change = { place, NULL };

  if (!mp_case_model_change (list_priv (self)->model, &change, 1, label, NULL))
    return NULL;
  return list_priv (self)->items->pdata[list_priv (self)->items->len - 1];
}

/**
 * mp_part_list_remove:
 * @self: a list of a case
 * @position: which entry
 * @label: what was done, for Undo: "Remove a job"
 * @problems: (nullable): gets what is wrong without it
 *
 * Returns: whether the case was taken
 */
gboolean
mp_part_list_remove (MpPartList *self, guint position, const char *label, GPtrArray *problems)
{
  g_autofree char *place = g_strdup_printf ("%s/%u", list_priv (self)->pointer, position);
  MpFactChange change = { place, NULL };

  return mp_case_model_change (list_priv (self)->model, &change, 1, label, problems);
}
