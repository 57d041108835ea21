/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-caseload-write.h"

#include "mp-projection-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The amounts of a sum in the order of all three forms. */
#define N_AMOUNTS 6
static const char *const amount_keys[N_AMOUNTS] = { "gross", "prior", "share", "cost", "net", "running" };

static void
amounts_of (const MpCaseloadSum *sum, MpMoney amounts[N_AMOUNTS])
{
  const MpMoney all[N_AMOUNTS] = { sum->gross, sum->prior, sum->share, sum->cost, sum->net, sum->running };

  memcpy (amounts, all, sizeof all);
}

static void
append_sum_json (GString *out, const MpCaseloadSum *sum)
{
  MpMoney amounts[N_AMOUNTS];

  amounts_of (sum, amounts);
  g_string_append_printf (out, "\"people\":%u,\"payments\":%u", sum->people, sum->payments);
  for (guint i = 0; i < N_AMOUNTS; i++)
    {
      char text[MP_MONEY_TEXT_SIZE];

      mp_money_to_text (amounts[i], text);
      g_string_append_printf (out, ",\"%s\":\"%s\"", amount_keys[i], text);
    }
  g_string_append_printf (out, ",\"unknown\":%u,\"estimated\":%s", sum->unknown, sum->estimated ? "true" : "false");
}

/**
 * mp_caseload_to_json:
 * @out: where to
 * @caseload: a caseload
 * @refused: cases left out because they could not be read or projected
 *
 * Appends the document `milepost-caseload` of doc/case-file.md.
 */
void
mp_caseload_to_json (GString *out, MpCaseload *caseload, guint64 refused)
{
  const GPtrArray *providers = mp_caseload_providers (caseload);
  const MpCaseloadSum total = mp_caseload_total (caseload);

  g_string_append_printf (out, "{\"format\":\"milepost-caseload\",\"version\":1,\"cases\":%u,\"refused\":%" G_GUINT64_FORMAT ",\"providers\":[",
                          mp_caseload_cases (caseload), refused);
  for (guint i = 0; i < providers->len; i++)
    {
      const MpCaseloadProvider *provider = g_ptr_array_index (providers, i);

      g_string_append (out, i > 0 ? ",{\"provider\":" : "{\"provider\":");
      mp_json_append_string (out, provider->name);
      g_string_append (out, ",\"months\":[");
      for (guint j = 0; j < provider->months->len; j++)
        {
          char month[MP_MONTH_TEXT_SIZE];

          g_string_append_printf (out, "%s{\"month\":\"%s\",", j > 0 ? "," : "", mp_month_to_text (provider->first + (MpMonth) j, month));
          append_sum_json (out, &g_array_index (provider->months, MpCaseloadSum, j));
          g_string_append_c (out, '}');
        }
      g_string_append (out, "],\"totals\":{");
      append_sum_json (out, &provider->total);
      g_string_append (out, "}}");
    }
  g_string_append (out, "],\"totals\":{");
  append_sum_json (out, &total);
  g_string_append (out, "}}\n");
}

static void
append_sum_csv (GString *out, const char *provider, const char *month, const MpCaseloadSum *sum)
{
  MpMoney amounts[N_AMOUNTS];

  amounts_of (sum, amounts);
  mp_csv_append_text (out, provider);
  g_string_append_printf (out, ",%s,%u,%u", month, sum->people, sum->payments);
  for (guint i = 0; i < N_AMOUNTS; i++)
    {
      char text[MP_MONEY_TEXT_SIZE];

      mp_money_to_text (amounts[i], text);
      g_string_append_printf (out, ",%s", text);
    }
  g_string_append_printf (out, ",%u,%s\n", sum->unknown, sum->estimated ? "true" : "false");
}

static void
append_csv_head (GString *out)
{
  g_string_append (out, "provider,month,people,payments");
  for (guint i = 0; i < N_AMOUNTS; i++)
    g_string_append_printf (out, ",%s", amount_keys[i]);
  g_string_append (out, ",unknown,estimated\n");
}

static void
append_provider_csv (GString *out, const MpCaseloadProvider *provider)
{
  for (guint j = 0; j < provider->months->len; j++)
    {
      char month[MP_MONTH_TEXT_SIZE];

      append_sum_csv (out, provider->name, mp_month_to_text (provider->first + (MpMonth) j, month),
                      &g_array_index (provider->months, MpCaseloadSum, j));
    }
  append_sum_csv (out, provider->name, "", &provider->total);
}

/**
 * mp_caseload_to_csv:
 * @out: where to
 * @caseload: a caseload
 *
 * Appends a row a provider and month, after them the provider's total with an empty month, and at
 * the end the total of all with an empty provider too.
 */
void
mp_caseload_to_csv (GString *out, MpCaseload *caseload)
{
  const GPtrArray *providers = mp_caseload_providers (caseload);
  const MpCaseloadSum total = mp_caseload_total (caseload);

  append_csv_head (out);
  for (guint i = 0; i < providers->len; i++)
    append_provider_csv (out, g_ptr_array_index (providers, i));
  append_sum_csv (out, "", "", &total);
}

/**
 * mp_caseload_provider_to_csv:
 * @out: where to
 * @provider: one of mp_caseload_providers()
 *
 * Appends the same for one provider: the headings, its months and its total.
 */
void
mp_caseload_provider_to_csv (GString *out, const MpCaseloadProvider *provider)
{
  append_csv_head (out);
  append_provider_csv (out, provider);
}

static void
append_sum_table (GString *out, const char *first, const MpCaseloadSum *sum)
{
  MpMoney amounts[N_AMOUNTS];

  amounts_of (sum, amounts);
  g_string_append_printf (out, "%-8s%8u", first, sum->people);
  for (guint i = 0; i < N_AMOUNTS; i++)
    {
      char text[MP_MONEY_TEXT_SIZE];

      mp_money_to_text (amounts[i], text);
      g_string_append_printf (out, " %14s", text);
    }
  g_string_append (out, sum->estimated ? " ≈" : "");
  if (sum->unknown > 0)
    /* Translators: payments whose rate is not published, after a row of amounts */
    g_string_append_printf (out, ngettext (" (%u without a known rate)", " (%u without a known rate)", sum->unknown), sum->unknown);
  g_string_append_c (out, '\n');
}

/* A heading fills its column whatever its language. */
static void
append_heading (GString *out, const char *text, glong width)
{
  for (glong i = g_utf8_strlen (text, -1); i < width; i++)
    g_string_append_c (out, ' ');
  g_string_append (out, text);
}

static void
append_headings (GString *out)
{
  const char *const headings[N_AMOUNTS] = { _("payments"), _("paid before"), _("passed on"), _("costs"), _("left"), _("running") };

  g_string_append_printf (out, "%-8s", _("month"));
  append_heading (out, _("people"), 8);
  for (guint i = 0; i < N_AMOUNTS; i++)
    append_heading (out, headings[i], 15);
  g_string_append_c (out, '\n');
}

/**
 * mp_caseload_to_table:
 * @out: where to
 * @caseload: a caseload
 *
 * Appends a table for people, a block a provider.
 */
void
mp_caseload_to_table (GString *out, MpCaseload *caseload)
{
  const GPtrArray *providers = mp_caseload_providers (caseload);
  const MpCaseloadSum total = mp_caseload_total (caseload);

  for (guint i = 0; i < providers->len; i++)
    {
      const MpCaseloadProvider *provider = g_ptr_array_index (providers, i);

      g_string_append_printf (out, "%s%s\n", i > 0 ? "\n" : "", provider->name);
      append_headings (out);
      for (guint j = 0; j < provider->months->len; j++)
        {
          char month[MP_MONTH_TEXT_SIZE];

          append_sum_table (out, mp_month_to_text (provider->first + (MpMonth) j, month), &g_array_index (provider->months, MpCaseloadSum, j));
        }
      append_sum_table (out, _("total"), &provider->total);
    }
  if (providers->len == 1)
    return;
  g_string_append_printf (out, "%s%s\n", providers->len > 0 ? "\n" : "", _("All providers"));
  append_headings (out);
  append_sum_table (out, _("total"), &total);
}

/* The ways of showing the earnings of a payment, in order. */
static void
append_ways (GString *out, const MpTicketEvidence *evidence, const char *quote, const char *separator)
{
  gboolean first = TRUE;

  for (MpEvidenceWay way = 0; way < MP_N_EVIDENCE_WAYS; way++)
    if (mp_evidence_way_open (evidence, way))
      {
        g_string_append_printf (out, "%s%s%s%s", first ? "" : separator, quote, mp_evidence_way (way)->name, quote);
        first = FALSE;
      }
}

static void
append_months (GString *out, const MpTicketEvidence *evidence, const char *quote, const char *separator)
{
  for (guint i = 0; i < evidence->n_months; i++)
    {
      char month[MP_MONTH_TEXT_SIZE];

      g_string_append_printf (out, "%s%s%s%s", i > 0 ? separator : "", quote, mp_month_to_text (evidence->months[i], month), quote);
    }
}

/**
 * mp_evidence_to_json:
 * @out: where to
 * @evidence: what is sent for a payment
 * @title: (nullable): the title of the case
 *
 * Appends one object on a line of its own.
 */
void
mp_evidence_to_json (GString *out, const MpTicketEvidence *evidence, const char *title)
{
  char code[MP_TICKET_CODE_TEXT_SIZE], month[MP_MONTH_TEXT_SIZE], amount[MP_MONEY_TEXT_SIZE];
  g_autofree char *by = mp_date_to_string (evidence->request_by);
  const MpTicketPayment *payment = evidence->payment;

  g_string_append (out, "{\"title\":");
  if (title != NULL)
    mp_json_append_string (out, title);
  else
    g_string_append (out, "null");
  g_string_append (out, ",\"provider\":");
  mp_json_append_string (out, payment->provider != NULL ? payment->provider : "");
  g_string_append_printf (out, ",\"month\":\"%s\",\"code\":\"%s\",\"amount\":", mp_month_to_text (evidence->month, month),
                          mp_ticket_code_to_text (payment->code, code));
  if (payment->amount == MP_MONEY_NONE)
    g_string_append (out, "null");
  else
    {
      mp_money_to_text (payment->amount, amount);
      g_string_append_printf (out, "\"%s\"", amount);
    }
  g_string_append_printf (out, ",\"request_by\":\"%s\",\"evidence\":\"%s\",\"months\":[", by, mp_evidence_need_name (evidence->need));
  append_months (out, evidence, "\"", ",");
  g_string_append (out, "],\"ways\":[");
  append_ways (out, evidence, "\"", ",");
  g_string_append_printf (out, "],\"estimated\":%s}\n", payment->estimated ? "true" : "false");
}

/**
 * mp_evidence_csv_head:
 * @out: a string
 *
 * Appends the line of column names over the rows of mp_evidence_to_csv().
 */
void
mp_evidence_csv_head (GString *out)
{
  g_string_append (out, "title,provider,month,code,amount,request_by,evidence,months,ways,estimated\n");
}

/* The same as a row: lists joined by `;`. */
void
mp_evidence_to_csv (GString *out, const MpTicketEvidence *evidence, const char *title)
{
  char code[MP_TICKET_CODE_TEXT_SIZE], month[MP_MONTH_TEXT_SIZE], amount[MP_MONEY_TEXT_SIZE] = "";
  g_autofree char *by = mp_date_to_string (evidence->request_by);
  const MpTicketPayment *payment = evidence->payment;

  if (payment->amount != MP_MONEY_NONE)
    mp_money_to_text (payment->amount, amount);
  mp_csv_append_text (out, title);
  g_string_append_c (out, ',');
  mp_csv_append_text (out, payment->provider);
  g_string_append_printf (out, ",%s,%s,%s,%s,%s,", mp_month_to_text (evidence->month, month), mp_ticket_code_to_text (payment->code, code),
                          amount, by, mp_evidence_need_name (evidence->need));
  append_months (out, evidence, "", ";");
  g_string_append_c (out, ',');
  append_ways (out, evidence, "", ";");
  g_string_append (out, payment->estimated ? ",true\n" : ",false\n");
}
