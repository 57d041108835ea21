/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Paid and computed, as JSON and CSV. */

#include "mp-answer-write.h"

#include "mp-projection-write.h"

typedef struct { char month[MP_MONTH_TEXT_SIZE], paid[MP_MONEY_TEXT_SIZE], computed[MP_MONEY_TEXT_SIZE], difference[MP_MONEY_TEXT_SIZE]; } Texts;

static const char *
make_texts (const MpPaidMonth *paid, Texts *texts)
{
  mp_month_to_text (paid->month, texts->month);
  mp_money_to_text (paid->paid, texts->paid);
  mp_money_to_text (paid->computed, texts->computed);
  mp_money_to_text (paid->difference, texts->difference);
  return paid->program == MP_PROGRAM_SSI ? "ssi" : "ssdi";
}

/**
 * mp_paid_review_to_json:
 * @out: where to
 * @review: a review
 * @scenario: name of its scenario
 *
 * Appends the document `milepost-paid` of doc/case-file.md.
 */
void
mp_paid_review_to_json (GString *out, const MpPaidReview *review, const char *scenario)
{
  char ask_back[MP_MONEY_TEXT_SIZE], owe[MP_MONEY_TEXT_SIZE];

  g_string_append (out, "{\"format\":\"milepost-paid\",\"version\":1,\"scenario\":");
  mp_json_append_string (out, scenario);
  g_string_append (out, ",\"months\":[");
  for (guint i = 0; i < review->months->len; i++)
    {
      const MpPaidMonth *paid = &g_array_index (review->months, MpPaidMonth, i);
      Texts texts;
      const char *program = make_texts (paid, &texts);

      g_string_append_printf (out, "%s{\"month\":\"%s\",\"program\":\"%s\",\"paid\":\"%s\",\"computed\":\"%s\",\"difference\":\"%s\",\"reasons\":[",
                              i > 0 ? "," : "", texts.month, program, texts.paid, texts.computed, texts.difference);
      mp_flags_append_names (out, paid->reasons, mp_paid_reason_name, "\"", ',');
      g_string_append (out, "]}");
    }
  mp_money_to_text (review->ask_back, ask_back);
  mp_money_to_text (review->owe, owe);
  g_string_append_printf (out, "],\"ask_back\":\"%s\",\"owe\":\"%s\"}", ask_back, owe);
}

/**
 * mp_paid_review_to_csv:
 * @out: where to
 * @review: a review
 *
 * Appends one row a month and program.
 */
void
mp_paid_review_to_csv (GString *out, const MpPaidReview *review)
{
  g_string_append (out, "month,program,paid,computed,difference,reasons\n");
  for (guint i = 0; i < review->months->len; i++)
    {
      const MpPaidMonth *paid = &g_array_index (review->months, MpPaidMonth, i);
      Texts texts;
      const char *program = make_texts (paid, &texts);

      g_string_append_printf (out, "%s,%s,%s,%s,%s,", texts.month, program, texts.paid, texts.computed, texts.difference);
      mp_flags_append_names (out, paid->reasons, mp_paid_reason_name, "", ';');
      g_string_append_c (out, '\n');
    }
}
