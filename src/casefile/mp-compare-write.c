/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plans beside each other, as JSON and CSV. */

#include "mp-answer-write.h"

#include "mp-projection-write.h"

#include <string.h>

/* The fields of a plan after its name, in the order of both forms. */
#define N_FIELDS 13
typedef enum { MONEY, MONTH, NUMBER } Kind;
typedef struct { const char *key; Kind kind; gint64 value; } Field;

static void
read_fields (const MpPlanSummary *summary, Field fields[N_FIELDS])
{
  const Field all[N_FIELDS] = {
    { "cash", MONEY, summary->cash },
    { "difference", MONEY, summary->difference },
    { "more_from", MONTH, summary->more_from },
    { "largest_drop", MONEY, summary->drop },
    { "largest_drop_month", MONTH, summary->drop_month },
    { "ssdi_stops", MONTH, summary->ssdi_stops },
    { "no_cash", MONTH, summary->no_cash },
    { "no_cash_months", NUMBER, summary->no_cash_months },
    { "medicaid_ends", MONTH, summary->medicaid_ends },
    { "medicare_ends", MONTH, summary->medicare_ends },
    { "en", MONEY, summary->en },
    { "share", MONEY, summary->share },
    { NULL, MONEY, 0 },
  };

  for (guint i = 0; i < N_FIELDS; i++)
    fields[i] = all[i];
}

/* "" for no month. */
static const char *
field_text (const Field *field, char text[MP_MONEY_TEXT_SIZE])
{
  text[0] = '\0';
  if (field->kind == MONEY)
    mp_money_to_text (field->value, text);
  else if (field->kind == NUMBER)
    g_snprintf (text, MP_MONEY_TEXT_SIZE, "%" G_GINT64_FORMAT, field->value);
  else if (field->value != MP_MONTH_NONE)
    mp_month_to_text ((MpMonth) field->value, text);
  return text;
}

/**
 * mp_comparison_to_json:
 * @out: where to
 * @plans: (array length=n): the projections
 * @summaries: (array length=n): what mp_compare() found
 * @n: how many
 * @baseline: which of them the others are compared with
 *
 * Appends the document `milepost-comparison` of doc/case-file.md.
 */
void
mp_comparison_to_json (GString *out, const MpProjection *const *plans, const MpPlanSummary *summaries, guint n, guint baseline)
{
  char text[MP_MONEY_TEXT_SIZE];

  g_string_append_printf (out, "{\"format\":\"milepost-comparison\",\"version\":1,\"start\":\"%s\",\"months\":%u,\"baseline\":",
                          mp_month_to_text (plans[0]->start, text), plans[0]->n_months);
  mp_json_append_string (out, plans[baseline]->scenario->name);
  g_string_append (out, ",\"plans\":[");
  for (guint i = 0; i < n; i++)
    {
      Field fields[N_FIELDS];

      g_string_append (out, i > 0 ? ",{\"name\":" : "{\"name\":");
      mp_json_append_string (out, plans[i]->scenario->name);
      read_fields (&summaries[i], fields);
      for (const Field *field = fields; field->key != NULL; field++)
        {
          field_text (field, text);
          g_string_append_printf (out, field->kind == NUMBER || text[0] == '\0' ? ",\"%s\":%s" : ",\"%s\":\"%s\"",
                                  field->key, text[0] != '\0' ? text : "null");
        }
      g_string_append (out, ",\"estimated\":[");
      mp_flags_append_names (out, summaries[i].estimated, mp_estimated_name, "\"", ',');
      g_string_append (out, "]}");
    }
  g_string_append (out, "]}");
}

/**
 * mp_comparison_to_csv:
 * @out: where to
 * @plans: (array length=n): the projections
 * @summaries: (array length=n): what mp_compare() found
 * @n: how many
 *
 * Appends one row a plan, with the fields of the JSON form.
 */
void
mp_comparison_to_csv (GString *out, const MpProjection *const *plans, const MpPlanSummary *summaries, guint n)
{
  Field fields[N_FIELDS];
  char text[MP_MONEY_TEXT_SIZE];

  read_fields (&summaries[0], fields);
  g_string_append (out, "name");
  for (const Field *field = fields; field->key != NULL; field++)
    g_string_append_printf (out, ",%s", field->key);
  g_string_append (out, ",estimated\n");
  for (guint i = 0; i < n; i++)
    {
      mp_csv_append_text (out, plans[i]->scenario->name);
      read_fields (&summaries[i], fields);
      for (const Field *field = fields; field->key != NULL; field++)
        g_string_append_printf (out, ",%s", field_text (field, text));
      g_string_append_c (out, ',');
      mp_flags_append_names (out, summaries[i].estimated, mp_estimated_name, "", ';');
      g_string_append_c (out, '\n');
    }
}
