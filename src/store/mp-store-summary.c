/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the list of people shows of a case, made when it is saved, so that ten thousand people are
 * listed without reading a single case: texts, each ended by a zero, in the order of the enum. */

#include "mp-store-private.h"

#include "mp-casefile.h"
#include "mp-projection.h"

#include <jansson.h>
#include <string.h>

#define VERSION "1"

enum { FIELD_VERSION, FIELD_NAME, FIELD_STATE, FIELD_BENEFITS, FIELD_TITLE, FIELD_PLAN, FIELD_CHANGES, FIELD_SEARCH, N_FIELDS };

/* Those that move money or health coverage. */
static gboolean
is_change (MpEventCode code)
{
  static const MpEventCode codes[] = {
    MP_EVENT_TWP_COMPLETE, MP_EVENT_EPE_END, MP_EVENT_CESSATION, MP_EVENT_GRACE_END, MP_EVENT_SUSPENSION,
    MP_EVENT_REENTITLEMENT, MP_EVENT_TERMINATION, MP_EVENT_EXR_PROVISIONAL_END, MP_EVENT_IRP_COMPLETE,
    MP_EVENT_MEDICARE_A_END, MP_EVENT_RETIREMENT, MP_EVENT_SSI_FIRST_EFFECT, MP_EVENT_S1619B_START,
    MP_EVENT_S1619B_END, MP_EVENT_SSI_SUSPENSION, MP_EVENT_SSI_TERMINATION, MP_EVENT_SSI_RESUMES,
    MP_EVENT_SEIE_EXHAUSTED, MP_EVENT_TICKET_TERMINATED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i] == code)
      return TRUE;
  return FALSE;
}

/* Letters alike whatever their case and however they are encoded. */
char *
_mp_store_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

static const char *
text_of (const json_t *object, const char *key)
{
  const char *text = json_string_value (json_object_get (object, key));

  return text != NULL ? text : "";
}

static const MpParameters *
get_parameters (MpStore *self)
{
  if (self->parameters == NULL)
    self->parameters = self->own_parameters = mp_parameters_new (NULL);
  return self->parameters;
}

/* "2027-06 suspension;" for each change in the first plan. */
static void
append_changes (MpStore *self, GString *out, const char *document, gsize length)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCase) kase = mp_case_read (document, length, problems);
  g_autoptr (MpProjection) projection = NULL;
  const MpParameters *parameters = get_parameters (self);
  char month[MP_MONTH_TEXT_SIZE];

  if (kase == NULL || kase->n_scenarios == 0 || parameters == NULL)
    return;
  projection = mp_projection_new ();
  if (!mp_project (projection, kase, 0, parameters, MP_PROJECT_DEFAULT, NULL))
    return;
  for (guint i = 0; i < projection->events->len; i++)
    {
      const MpEvent *event = &g_array_index (projection->events, MpEvent, i);

      if (is_change (event->code))
        g_string_append_printf (out, "%s %s;", mp_month_to_text (event->month, month), mp_event_name (event->code));
    }
}

/* What somebody is found by. */
static char *
search_text (const json_t *root)
{
  g_autoptr (GString) text = g_string_new (text_of (json_object_get (root, "beneficiary"), "name"));
  const json_t *scenarios = json_object_get (root, "scenarios"), *pinned = json_object_get (root, "pinned");
  json_t *sources = json_object_get (root, "sources"), *source;
  const char *pointer;

  g_string_append_printf (text, "\n%s\n%s", text_of (root, "title"), text_of (root, "notes"));
  for (gsize i = 0; i < json_array_size (pinned); i++)
    g_string_append_printf (text, "\n%s", text_of (json_array_get (pinned, i), "text"));
  json_object_foreach (sources, pointer, source)
    g_string_append_printf (text, "\n%s", text_of (source, "note"));
  for (gsize i = 0; i < json_array_size (scenarios); i++)
    {
      const json_t *scenario = json_array_get (scenarios, i), *work = json_object_get (scenario, "work");

      g_string_append_printf (text, "\n%s", text_of (scenario, "name"));
      for (gsize j = 0; j < json_array_size (work); j++)
        g_string_append_printf (text, "\n%s", text_of (json_array_get (work, j), "name"));
    }
  return _mp_store_fold (text->str);
}

/* NULL when the text is no case file; whether what it says is right is the reader's to judge. */
GString *
_mp_store_summary (MpStore *self, const char *document, gsize length)
{
  json_t *root = json_loadb (document, length, JSON_REJECT_DUPLICATES, NULL);
  const json_t *person = json_object_get (root, "beneficiary");
  gboolean ssdi = json_is_object (json_object_get (root, "ssdi")), ssi = json_is_object (json_object_get (root, "ssi"));
  g_autofree char *search = NULL;
  GString *out;

  if (!g_str_equal (text_of (root, "format"), "milepost-case"))
    {
      json_decref (root);
      return NULL;
    }
  out = g_string_new (VERSION);
  g_string_append_c (out, '\0');
  g_string_append_len (out, text_of (person, "name"), (gssize) strlen (text_of (person, "name")) + 1);
  g_string_append_len (out, text_of (person, "state"), (gssize) strlen (text_of (person, "state")) + 1);
  g_string_append (out, ssdi ? ssi ? "SSDI+SSI" : "SSDI" : ssi ? "SSI" : "");
  g_string_append_c (out, '\0');
  g_string_append_len (out, text_of (root, "title"), (gssize) strlen (text_of (root, "title")) + 1);
  g_string_append (out, text_of (json_array_get (json_object_get (root, "scenarios"), 0), "name"));
  g_string_append_c (out, '\0');
  append_changes (self, out, document, length);
  g_string_append_c (out, '\0');
  search = search_text (root);
  g_string_append (out, search);
  json_decref (root);
  return out;
}

/* Of a case that cannot be read. */
GString *
_mp_store_empty_summary (void)
{
  GString *out = g_string_new (VERSION);

  for (guint i = 1; i < N_FIELDS; i++)
    g_string_append_c (out, '\0');
  return out;
}

static gboolean
find_event (const char *name, MpEventCode *code)
{
  for (*code = 0; *code < MP_N_EVENTS; (*code)++)
    if (g_str_equal (mp_event_name (*code), name))
      return TRUE;
  return FALSE;
}

static void
read_changes (MpStoreEntry *entry, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ";", -1);
  guint n = g_strv_length (words);

  entry->changes = g_new0 (MpStoreChange, n);
  for (guint i = 0; i < n; i++)
    {
      MpStoreChange *change = &entry->changes[entry->n_changes];

      if (strlen (words[i]) < 9 || words[i][7] != ' ')
        continue;
      words[i][7] = '\0';
      if (mp_month_parse (words[i], &change->month) && find_event (words[i] + 8, &change->code))
        entry->n_changes++;
    }
}

/* Fills the texts of a row; row->search points into the summary. */
gboolean
_mp_store_read_summary (const char *summary, gsize length, MpStoreRow *row)
{
  const char *fields[N_FIELDS] = { summary };

  for (guint i = 1; i < N_FIELDS; i++)
    {
      const char *end = memchr (fields[i - 1], '\0', length - (gsize) (fields[i - 1] - summary));

      if (end == NULL)
        return FALSE;
      fields[i] = end + 1;
    }
  if (!g_str_equal (fields[FIELD_VERSION], VERSION))
    return FALSE;
  row->entry.name = g_utf8_make_valid (fields[FIELD_NAME], -1);
  row->entry.state = g_utf8_make_valid (fields[FIELD_STATE], -1);
  row->entry.benefits = g_strdup (fields[FIELD_BENEFITS]);
  row->entry.title = g_utf8_make_valid (fields[FIELD_TITLE], -1);
  row->entry.plan = g_utf8_make_valid (fields[FIELD_PLAN], -1);
  read_changes (&row->entry, fields[FIELD_CHANGES]);
  row->search = fields[FIELD_SEARCH];
  return TRUE;
}
