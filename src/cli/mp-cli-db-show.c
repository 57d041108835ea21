/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands of `milepost-cli db` that only look. */

#include "mp-cli-db.h"

#include "mp-backup.h"
#include "mp-history.h"
#include "mp-rescue.h"
#include "mp-seal.h"

#include <glib/gi18n.h>
#include <jansson.h>
#include <string.h>

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
}

static MpMonth
this_month (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return mp_month (g_date_time_get_year (now), g_date_time_get_month (now));
}

static void
append_json (GString *out, const MpStoreEntry *entry, const MpStoreChange *change)
{
  char month[MP_MONTH_TEXT_SIZE];
  json_t *line = json_pack ("{ss ss ss ss ss ss sI sI sb sb sb sb}", "id", entry->person_id, "name", entry->name,
                            "state", entry->state, "benefits", entry->benefits, "title", entry->title, "plan", entry->plan,
                            "revision", (json_int_t) entry->revision, "updated", (json_int_t) entry->updated,
                            "archived", entry->archived != 0, "deleted", entry->deleted != 0, "sample", entry->sample,
                            "damaged", entry->damaged);
  char *text;

  json_object_set_new (line, "copy_of", entry->copy_of != NULL ? json_string (entry->copy_of) : json_null ());
  json_object_set_new (line, "next_change", change == NULL ? json_null ()
                       : json_pack ("{ss ss}", "month", mp_month_to_text (change->month, month), "code", mp_event_name (change->code)));
  text = json_dumps (line, JSON_COMPACT);
  g_string_append_printf (out, "%s\n", text);
  free (text);
  json_decref (line);
}

static void
append_row (GString *out, const MpStoreEntry *entry, const MpStoreChange *change)
{
  char month[MP_MONTH_TEXT_SIZE];
  g_autofree char *saved = format_time (entry->updated);

  g_string_append_printf (out, "%s\t%s\t%s\t%s\t%s\t%s%s%s%s%s\n", entry->damaged ? _("(damaged)") : entry->name, entry->state,
                          entry->benefits, saved, entry->person_id,
                          change != NULL ? mp_month_to_text (change->month, month) : "", change != NULL ? " " : "",
                          change != NULL ? mp_event_name (change->code) : "", entry->copy_of != NULL ? _(" copy of ") : "",
                          entry->copy_of != NULL ? entry->copy_of : "");
}

static MpExit
list_backups (MpDb *self)
{
  g_autoptr (GPtrArray) backups = mp_store_list_backups (self->store, NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const MpBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *made = format_time (backup->made);

      g_string_append_printf (out, "%s\t%s\n", made, backup->path);
    }
  return mp_cli_write (NULL, out->str, out->len);
}

MpExit
mp_db_list (MpDb *self, gint argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  MpMonth today = this_month ();

  if (self->backups)
    return list_backups (self);
  entries = mp_store_list (self->store, argc > 0 ? argv[0] : NULL,
                           self->bin ? MP_STORE_SHELF_BIN : self->archive ? MP_STORE_SHELF_ARCHIVE : MP_STORE_SHELF_PEOPLE, &error);
  if (entries == NULL)
    return mp_db_fail (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const MpStoreEntry *entry = g_ptr_array_index (entries, i);

      (self->json ? append_json : append_row) (out, entry, mp_store_entry_next_change (entry, today));
    }
  return mp_cli_write (NULL, out->str, out->len);
}

MpExit
mp_db_check (MpDb *self, gint argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;
  guint bad = 0;

  if (!mp_store_check_file (self->store, &error))
    {
      mp_db_fail (error);
      bad++;
    }
  g_clear_error (&error);
  lines = mp_store_check_cases (self->store, FALSE, &error);
  if (lines == NULL)
    return mp_db_fail (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const MpHealthLine *line = g_ptr_array_index (lines, i);
      g_autofree char *saved = format_time (line->saved);

      if (line->health == MP_CASE_WHOLE)
        continue;
      bad++;
      if (line->health == MP_CASE_EARLIER)
        /* Translators: %1$s is an id, %2$s a name, %3$s a time */
        mp_cli_message (_("milepost-cli db: the case %1$s (%2$s) is damaged; the state of %3$s can be read"), line->person_id,
                        line->name, saved);
      else
        mp_cli_message (_("milepost-cli db: the case %1$s (%2$s) is damaged; no state of it can be read"), line->person_id, line->name);
    }
  if (bad > 0)
    return MP_EXIT_DATA;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person, nothing wrong\n", "%u people, nothing wrong\n", lines->len), lines->len);
  return mp_cli_write (NULL, text, strlen (text));
}

static MpExit
show_differences (MpDb *self, const char *person_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) from = mp_store_load_state (self->store, person_id, self->from, &error);
  g_autoptr (GBytes) to = from != NULL ? mp_store_load_state (self->store, person_id, self->to, &error) : NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (to == NULL)
    return mp_db_fail (error);
  found = mp_differences (g_bytes_get_data (from, NULL), g_bytes_get_size (from), g_bytes_get_data (to, NULL), g_bytes_get_size (to));
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const MpCaseDifference *difference = g_ptr_array_index (found, i);
      g_string_append_printf (out, "%s\t%s\n", difference->pointer, difference->words);
    }
  return mp_cli_write (NULL, out->str, out->len);
}

MpExit
mp_db_history (MpDb *self, gint argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) states = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (self->from > 0 && self->to > 0)
    return show_differences (self, argv[0]);
  states = mp_store_history (self->store, argv[0], &error);
  if (states == NULL)
    return mp_db_fail (error);
  for (guint i = 0; i < states->len; i++)
    {
      const MpStoreState *state = &g_array_index (states, MpStoreState, i);
      g_autofree char *saved = format_time (state->saved);

      g_string_append_printf (out, "%" G_GINT64_FORMAT "\t%s\n", state->revision, saved);
    }
  return mp_cli_write (NULL, out->str, out->len);
}
