/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The projection as a table for people, in the terminal. */

#include "mp-projection-write.h"

#include <glib/gi18n-lib.h>

#define N_AMOUNTS 7

static const char *const headings[N_AMOUNTS] = {
  N_("Pay"), N_("SSDI"), N_("SSI"), N_("EN share"), N_("Work costs"), N_("Cash"), N_("To the EN"),
};

/* A column is as wide as an amount, or as its heading in the user's language. */
static void
append_right (GString *out, const char *text, guint column)
{
  glong width = MAX (12, g_utf8_strlen (_(headings[column]), -1) + 2);

  g_string_append_printf (out, "%*s%s", (gint) MAX (1, width - g_utf8_strlen (text, -1)), "", text);
}

static void
append_amounts (GString *out, const MpMoney amounts[N_AMOUNTS])
{
  for (guint i = 0; i < N_AMOUNTS; i++)
    {
      g_autofree char *shown = mp_money_to_display (amounts[i]);
      append_right (out, shown, i);
    }
}

static void
append_row (GString *out, const MpProjection *projection, const MpMonthRow *row)
{
  const MpTicketPayment *payments = mp_projection_payments (projection, row);
  const MpMoney amounts[N_AMOUNTS] = {
    row->cash.earnings, row->ssdi.payment, row->ssi.payment, row->cash.share, row->cash.expenses, row->cash.net, row->ticket.total,
  };
  char month[MP_MONTH_TEXT_SIZE], code[MP_TICKET_CODE_TEXT_SIZE];

  g_string_append_printf (out, "%s%s", mp_month_to_text (row->month, month), row->estimated != 0 ? " ≈" : "  ");
  append_amounts (out, amounts);
  g_string_append_printf (out, "  %-15s  %-15s ", mp_ssdi_status_name (row->ssdi.status), mp_ssi_status_name (row->ssi.status));
  for (guint i = 0; i < row->ticket.n_payments; i++)
    g_string_append_printf (out, " %s", mp_ticket_code_to_text (payments[i].code, code));
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

/* Returns: whether a month of it is marked ≈ */
static gboolean
append_scenario (GString *out, const MpProjection *projection)
{
  const MpTotals *totals = &projection->totals;
  const MpMoney amounts[N_AMOUNTS] = {
    totals->earnings, totals->ssdi, totals->ssi, totals->share, totals->expenses, totals->net, totals->en,
  };
  gboolean about = FALSE;

  g_string_append_printf (out, "%s\n", projection->scenario->name);
  g_string_append_printf (out, "%-9s", _("Month"));
  for (guint i = 0; i < N_AMOUNTS; i++)
    append_right (out, _(headings[i]), i);
  g_string_append_printf (out, "  %-15s  %-15s  %s\n", _("SSDI"), _("SSI"), _("Ticket"));
  for (guint i = 0; i < projection->n_months; i++)
    {
      append_row (out, projection, mp_projection_month (projection, i));
      about = about || mp_projection_month (projection, i)->estimated != 0;
    }
  g_string_append (out, _("Total"));
  for (glong i = g_utf8_strlen (_("Total"), -1); i < 8; i++)
    g_string_append_c (out, ' ');
  g_string_append (out, about ? "≈" : " ");
  append_amounts (out, amounts);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < projection->warnings->len; i++)
    {
      g_autofree char *sentence = mp_message_format (&g_array_index (projection->warnings, MpWarning, i).message, TRUE);
      g_string_append_printf (out, "! %s\n", sentence);
    }
  return about;
}

/**
 * mp_projections_to_table:
 * @out: where to
 * @kase: the case
 * @projections: (array length=n): projections of its scenarios
 * @n: how many
 *
 * Appends a table for people for each scenario, in the user's language. ≈ marks a month that uses a
 * figure carried past its last published year.
 */
void
mp_projections_to_table (GString *out, const MpCase *kase, MpProjection *const *projections, guint n)
{
  gboolean about = FALSE;

  if (kase->title != NULL)
    g_string_append_printf (out, "%s\n\n", kase->title);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      about = append_scenario (out, projections[i]) || about;
    }
  if (about)
    g_string_append_printf (out, "\n%s", _("≈ rests on a figure that is not published yet: the last one is used."));
  g_string_append (out, _("\nBefore taxes. An estimate from the facts of this case: only Social Security decides.\n"));
}
