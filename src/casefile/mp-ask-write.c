/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The answer to a question, as JSON. */

#include "mp-answer-write.h"

#include "mp-projection-write.h"
#include "mp-rules.h"

static void
append_money (GString *out, const char *key, MpMoney amount)
{
  char text[MP_MONEY_TEXT_SIZE];

  if (amount == MP_MONEY_NONE)
    {
      g_string_append_printf (out, ",\"%s\":null", key);
      return;
    }
  mp_money_to_text (amount, text);
  g_string_append_printf (out, ",\"%s\":\"%s\"", key, text);
}

static void
append_month (GString *out, const char *key, MpMonth month)
{
  char text[MP_MONTH_TEXT_SIZE];

  if (month == MP_MONTH_NONE)
    g_string_append_printf (out, ",\"%s\":null", key);
  else
    g_string_append_printf (out, ",\"%s\":\"%s\"", key, mp_month_to_text (month, text));
}

static void
append_rule (GString *out, const char *id)
{
  const MpRule *rule = mp_rule_find (id);

  g_string_append_printf (out, "\"rule\":\"%s\",\"citation\":", id);
  mp_json_append_string (out, rule != NULL ? rule->citation : NULL);
}

static void
append_line (GString *out, const MpAnswerLine *line)
{
  g_autofree char *text = mp_message_format (&line->message, FALSE);

  g_string_append_c (out, '{');
  append_rule (out, line->rule);
  g_string_append (out, ",\"text\":");
  mp_json_append_string (out, text);
  g_string_append (out, ",\"values\":{");
  for (guint i = 0; i < line->message.n_values; i++)
    {
      g_autofree char *value = mp_value_to_string (&line->message.values[i]);

      g_string_append_printf (out, "%s\"%s\":", i > 0 ? "," : "", line->message.values[i].name);
      mp_json_append_string (out, value);
    }
  g_string_append (out, "}}");
}

static void
append_step (GString *out, const MpAnswerStep *step)
{
  g_string_append_printf (out, "{\"code\":\"%s\"", step->name);
  append_month (out, "month", step->month);
  append_money (out, "amount", step->amount);
  g_string_append_printf (out, ",\"estimated\":%s,\"paid_before\":%s,\"removed\":%s,", step->estimated ? "true" : "false",
                          step->paid_before ? "true" : "false", step->removed ? "true" : "false");
  append_rule (out, step->rule);
  g_string_append_c (out, '}');
}

/**
 * mp_answer_to_json:
 * @out: where to
 * @answer: an answer
 * @scenario: name of its scenario
 *
 * Appends the document `milepost-answer` of doc/case-file.md.
 */
void
mp_answer_to_json (GString *out, const MpAnswer *answer, const char *scenario)
{
  g_string_append_printf (out, "{\"format\":\"milepost-answer\",\"version\":1,\"question\":\"%s\",\"scenario\":",
                          mp_question_name (answer->question));
  mp_json_append_string (out, scenario);
  append_month (out, "month", answer->month);
  g_string_append_printf (out, ",\"answer\":\"%s\"", mp_answer_kind_name (answer->kind));
  append_money (out, answer->question == MP_QUESTION_WORK_COST ? "irwe" : "pay", answer->pay);
  append_money (out, "subsidy", answer->subsidy);
  append_money (out, "net", answer->net);
  append_money (out, "wage", answer->wage);
  if (answer->hours < 0)
    g_string_append (out, ",\"hours_per_week\":null");
  else
    append_money (out, "hours_per_week", answer->hours); /* hundredths, like cents */
  append_month (out, "looked_to", answer->looked_to);
  g_string_append (out, ",\"lines\":[");
  for (guint i = 0; i < answer->lines->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      append_line (out, &g_array_index (answer->lines, MpAnswerLine, i));
    }
  g_string_append (out, "],\"steps\":[");
  for (guint i = 0; i < answer->steps->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      append_step (out, &g_array_index (answer->steps, MpAnswerStep, i));
    }
  g_string_append (out, "],\"estimated\":[");
  mp_flags_append_names (out, answer->estimated, mp_estimated_name, "\"", ',');
  g_string_append (out, "]}");
}
