/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One row a scenario and month: document order, names joined by "_" (contract). */

#include "mp-projection-write.h"

#include <string.h>

static const char header[] =
  "scenario,month,estimated,"
  "work_earned,work_paid,work_hours,work_irwe,work_subsidy,work_sga_countable,"
  "ssdi_status,ssdi_twp_month,ssdi_twp_used,ssdi_sga,ssdi_benefit,ssdi_part_b,ssdi_payment,ssdi_auxiliary,ssdi_medicare_a,ssdi_medicare_b,"
  "ssi_status,ssi_budget_month,ssi_earned,ssi_countable_earned,ssi_countable_unearned,ssi_countable,ssi_deemed,ssi_federal,ssi_state,"
  "ssi_payment,ssi_spouse_payment,ssi_medicaid,"
  "ticket_status,ticket_provider,ticket_outcome_month,ticket_payments,ticket_total,ticket_cumulative,"
  "ticket_next_code,ticket_next_have,ticket_next_need,ticket_next_amount,ticket_next_window_ends,ticket_next_blocked,ticket_cdr_protected,"
  "cash_earnings,cash_benefits,cash_share,cash_expenses,cash_net\n";

/**
 * mp_flags_append_names:
 * @out: where to
 * @flags: flags
 * @name_of: gives the name of a bit that may be set
 * @quote: what stands before and after each name
 * @separator: what stands between them
 *
 * Appends the names of the flags that are set, in the order of their bits.
 */
void
mp_flags_append_names (GString *out, guint32 flags, const char *(*name_of) (guint bit), const char *quote, char separator)
{
  gboolean first = TRUE;

  for (guint bit = 0; bit < 32; bit++)
    if (flags & (1u << bit))
      {
        if (!first)
          g_string_append_c (out, separator);
        g_string_append_printf (out, "%s%s%s", quote, name_of (bit), quote);
        first = FALSE;
      }
}

/* RFC 4180: a field with a comma, quote or line end is quoted, its quotes doubled. */
void
mp_csv_append_text (GString *out, const char *text)
{
  if (text == NULL)
    return;
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
text_field (GString *out, const char *text)
{
  g_string_append_c (out, ',');
  mp_csv_append_text (out, text);
}

static void
money_field (GString *out, MpMoney amount)
{
  char text[MP_MONEY_TEXT_SIZE];

  g_string_append_c (out, ',');
  if (amount != MP_MONEY_NONE)
    g_string_append_len (out, text, (gssize) mp_money_to_text (amount, text));
}

static void
month_field (GString *out, MpMonth month)
{
  char text[MP_MONTH_TEXT_SIZE];

  text_field (out, month == MP_MONTH_NONE ? NULL : mp_month_to_text (month, text));
}

static void
bool_field (GString *out, gboolean value)
{
  text_field (out, value ? "true" : "false");
}

static void
number_field (GString *out, guint number)
{
  g_string_append_printf (out, ",%u", number);
}

static void
estimated_field (GString *out, guint32 estimated)
{
  g_string_append_c (out, ',');
  mp_flags_append_names (out, estimated, mp_estimated_name, "", ';');
}

static void
payments_field (GString *out, const MpTicketPayment *payments, guint n)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      char code[MP_TICKET_CODE_TEXT_SIZE], amount[MP_MONEY_TEXT_SIZE] = "";

      if (payments[i].amount != MP_MONEY_NONE)
        mp_money_to_text (payments[i].amount, amount);
      g_string_append_printf (list, "%s%s:%s:%s", i > 0 ? ";" : "", mp_ticket_code_to_text (payments[i].code, code), amount,
                              payments[i].provider != NULL ? payments[i].provider : "");
    }
  text_field (out, list->str);
}

static void
append_work_and_ssdi (GString *out, const MpMonthRow *row)
{
  MpValue hours = MP_HOURS_VALUE ("hours", row->work.hours);
  g_autofree char *shown = mp_value_to_string (&hours);

  money_field (out, row->work.earned);
  money_field (out, row->work.paid);
  text_field (out, shown);
  money_field (out, row->work.irwe);
  money_field (out, row->work.subsidy);
  money_field (out, row->work.sga_countable);
  text_field (out, mp_ssdi_status_name (row->ssdi.status));
  bool_field (out, row->ssdi.twp_month);
  number_field (out, row->ssdi.twp_used);
  bool_field (out, row->ssdi.sga);
  money_field (out, row->ssdi.benefit);
  money_field (out, row->ssdi.part_b);
  money_field (out, row->ssdi.payment);
  money_field (out, row->ssdi.auxiliary);
  bool_field (out, row->ssdi.medicare_a);
  bool_field (out, row->ssdi.medicare_b);
}

static void
append_ssi (GString *out, const MpSsiRow *ssi)
{
  text_field (out, mp_ssi_status_name (ssi->status));
  month_field (out, ssi->budget_month);
  money_field (out, ssi->earned);
  money_field (out, ssi->countable_earned);
  money_field (out, ssi->countable_unearned);
  money_field (out, ssi->countable);
  money_field (out, ssi->deemed);
  money_field (out, ssi->federal);
  money_field (out, ssi->state);
  money_field (out, ssi->payment);
  money_field (out, ssi->spouse_payment);
  bool_field (out, ssi->medicaid);
}

static void
append_ticket (GString *out, const MpProjection *projection, const MpMonthRow *row)
{
  const MpTicketRow *ticket = &row->ticket;
  gboolean has_next = ticket->next.code.kind != MP_TICKET_CODE_NONE;
  char code[MP_TICKET_CODE_TEXT_SIZE];

  text_field (out, mp_ticket_status_name (ticket->status));
  text_field (out, ticket->provider);
  bool_field (out, ticket->outcome_month);
  payments_field (out, mp_projection_payments (projection, row), ticket->n_payments);
  money_field (out, ticket->total);
  money_field (out, ticket->cumulative);
  if (has_next)
    {
      text_field (out, mp_ticket_code_to_text (ticket->next.code, code));
      number_field (out, ticket->next.have);
      number_field (out, ticket->next.need);
      money_field (out, ticket->next.amount);
      month_field (out, ticket->next.window_ends);
      text_field (out, mp_blocked_name (ticket->next.blocked));
    }
  else
    {
      g_string_append (out, ",,,,,,");
    }
  bool_field (out, ticket->cdr_protected);
}

/**
 * mp_projections_to_csv:
 * @out: where to
 * @kase: the case
 * @projections: (array length=n): projections of its scenarios
 * @n: how many
 *
 * Appends a header and one row a scenario and month: UTF-8, LF, null empty.
 */
void
mp_projections_to_csv (GString *out, const MpCase *kase, MpProjection *const *projections, guint n)
{
  g_string_append_len (out, header, sizeof header - 1);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < projections[i]->n_months; j++)
      {
        const MpMonthRow *row = mp_projection_month (projections[i], j);

        mp_csv_append_text (out, projections[i]->scenario->name);
        month_field (out, row->month);
        estimated_field (out, row->estimated);
        append_work_and_ssdi (out, row);
        append_ssi (out, &row->ssi);
        append_ticket (out, projections[i], row);
        money_field (out, row->cash.earnings);
        money_field (out, row->cash.benefits);
        money_field (out, row->cash.share);
        money_field (out, row->cash.expenses);
        money_field (out, row->cash.net);
        g_string_append_c (out, '\n');
      }
}
