/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-person.h"

#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MpPerson {
  GObject parent_instance;
  MpStoreEntry *entry;
  char *folded;   /* what the search looks at */
  char *sort_key; /* of the name */
  const MpStoreChange *change; /* the next one; the entry's */
};

G_DEFINE_FINAL_TYPE (MpPerson, mp_person, G_TYPE_OBJECT)

static void
mp_person_finalize (GObject *object)
{
  MpPerson *self = MP_PERSON (object);

  mp_store_entry_unref (self->entry);
  g_free (self->folded);
  g_free (self->sort_key);
  G_OBJECT_CLASS (mp_person_parent_class)->finalize (object);
}

static void
mp_person_class_init (MpPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mp_person_finalize;
}

static void
mp_person_init (MpPerson *self)
{
}

/**
 * mp_person_new:
 * @entry: a row of the store, whose reference is shared
 * @today: this month, for the next change
 *
 * Returns: (transfer full): the person
 */
MpPerson *
mp_person_new (MpStoreEntry *entry, MpMonth today)
{
  MpPerson *self = g_object_new (MP_TYPE_PERSON, NULL);
  g_autofree char *words = g_strjoin (" ", entry->name, entry->state, entry->benefits, entry->title, entry->plan, NULL);

  self->entry = mp_store_entry_ref (entry);
  self->folded = g_utf8_casefold (words, -1);
  self->sort_key = g_utf8_collate_key (entry->name, -1);
  self->change = mp_store_entry_next_change (entry, today);
  return self;
}

const MpStoreEntry *
mp_person_get_entry (MpPerson *self)
{
  return self->entry;
}

const char *
mp_person_get_id (MpPerson *self)
{
  return self->entry->person_id;
}

/**
 * mp_person_get_name:
 * @self: a person
 *
 * Returns: the name, or the words for somebody without one
 */
const char *
mp_person_get_name (MpPerson *self)
{
  if (self->entry->damaged)
    return _("This entry is damaged");
  return *self->entry->name != '\0' ? self->entry->name : _("No name");
}

/**
 * mp_person_dup_detail:
 * @self: a person
 *
 * Returns: (transfer full): "WI · SSDI+SSI · 20, 30, then 35 hours"
 */
char *
mp_person_dup_detail (MpPerson *self)
{
  const char *parts[] = { self->entry->sample ? _("Sample") : "", self->entry->copy_of != NULL ? _("Another copy") : "", self->entry->state, self->entry->benefits, self->entry->plan };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

/**
 * mp_person_dup_change:
 * @self: a person
 *
 * Returns: (transfer full) (nullable): what changes next: "SSDI check stops, Jun 2027"
 */
char *
mp_person_dup_change (MpPerson *self)
{
  g_autofree char *month = NULL;

  if (self->change == NULL)
    return NULL;
  month = mp_words_short_month (self->change->month);
  /* Translators: what changes for a person, and when: "SSDI check stops, Jun 2027" */
  return g_strdup_printf (_("%1$s, %2$s"), mp_words_event (self->change->code), month);
}

/**
 * mp_person_get_change_month:
 * @self: a person
 *
 * Returns: the month of the next change; %MP_MONTH_OPEN when nothing changes
 */
MpMonth
mp_person_get_change_month (MpPerson *self)
{
  return self->change != NULL ? self->change->month : MP_MONTH_OPEN;
}

gboolean
mp_person_matches (MpPerson *self, const char *folded)
{
  return strstr (self->folded, folded) != NULL;
}

gint
mp_person_compare_names (MpPerson *self, MpPerson *other)
{
  return strcmp (self->sort_key, other->sort_key);
}
