/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-en-account.h"

#include "mp-caseload.h"
#include "mp-engine-private.h"

#include <string.h>

static gboolean
is_code (MpTicketCode a, MpTicketCode b)
{
  return a.kind == b.kind && a.number == b.number;
}

static MpRequestState
state_of (const MpCase *kase, const MpEnLine *line, const char *provider)
{
  if (line->prior)
    return MP_REQUEST_PAID;
  for (guint i = 0; i < kase->ticket.n_requests; i++)
    {
      const MpTicketRequest *request = &kase->ticket.requests[i];

      if (request->month == line->month && is_code (request->code, line->code) &&
          (request->provider == NULL || *request->provider == '\0' || g_str_equal (request->provider, provider)))
        return request->state;
    }
  return MP_REQUEST_PROJECTED;
}

/* The lines of a month: its payments, earlier ones first; one of nothing when there is none. */
static void
add_month (GArray *lines, const MpCase *kase, const MpProjection *projection, const char *provider, MpMonth month)
{
  const MpMonthRow *row = mp_projection_month (projection, (guint) (month - projection->start));
  const MpTicketPayment *payments = mp_projection_payments (projection, row);
  const guint before = lines->len;

  for (guint i = 0; i < kase->ticket.n_prior_payments; i++)
    {
      const MpPriorPayment *prior = &kase->ticket.prior_payments[i];
      const MpEnLine line = { .month = month, .code = prior->code, .prior = TRUE, .gross = prior->amount };

      if (prior->month == month && prior->amount != MP_MONEY_NONE && g_strcmp0 (prior->provider, provider) == 0)
        g_array_append_val (lines, line);
    }
  for (guint i = 0; i < row->ticket.n_payments; i++)
    {
      const MpTicketPayment *payment = &payments[i];
      MpEnLine line = { .month = month, .code = payment->code, .payment = payment, .estimated = payment->estimated != 0,
                        .unknown = payment->amount == MP_MONEY_NONE };

      if (g_strcmp0 (payment->provider, provider) != 0)
        continue;
      line.gross = line.unknown ? 0 : payment->amount;
      /* TTW-23 */
      if (projection->scenario->ticket.share.present && mp_share_includes (projection->scenario, payment))
        line.percent = projection->scenario->ticket.share.percent;
      g_array_append_val (lines, line);
    }
  if (lines->len == before)
    {
      const MpEnLine nothing = { .month = month };

      g_array_append_val (lines, nothing);
    }
}

/**
 * mp_en_account:
 * @kase: a case
 * @projection: the projection of one of its scenarios
 * @provider: whose account
 * @cost: what a person costs the provider a month; 0 for none
 *
 * What comes in and goes out at a provider, from its first month of the Ticket to its last or its last payment. The
 * sums of a month are those of mp_caseload_add() for the one case.
 *
 * Returns: (transfer full) (element-type MpEnLine): by month; payments belong to @projection
 */
GArray *
mp_en_account (const MpCase *kase, const MpProjection *projection, const char *provider, MpMoney cost)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (MpEnLine));
  g_autoptr (MpCaseload) caseload = mp_caseload_new (provider, cost);
  const MpCaseloadProvider *sums;
  GPtrArray *providers;
  MpMoney running = 0;

  mp_caseload_add (caseload, kase, projection);
  providers = mp_caseload_providers (caseload);
  sums = providers->len > 0 ? g_ptr_array_index (providers, 0) : NULL;
  for (guint i = 0; sums != NULL && i < sums->months->len; i++)
    {
      const MpCaseloadSum *sum = &g_array_index (sums->months, MpCaseloadSum, i);
      const guint first = lines->len;

      add_month (lines, kase, projection, provider, sums->first + (MpMonth) i);
      g_array_index (lines, MpEnLine, first).share = sum->share;
      g_array_index (lines, MpEnLine, first).cost = sum->cost;
      for (guint k = first; k < lines->len; k++)
        {
          MpEnLine *line = &g_array_index (lines, MpEnLine, k);

          line->net = line->gross - line->share - line->cost;
          line->running = running += line->net;
          line->state = state_of (kase, line, provider);
        }
    }
  return lines;
}
