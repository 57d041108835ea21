/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A projection filled by hand: 36 months or more of both benefits, trial work, grace, suspension, outcome months. */

#pragma once

#include "mp-projection.h"

static inline void
sample_pay_en (MpProjection *p, MpMonthRow *row, MpTicketCodeKind kind, guint number, MpMoney amount)
{
  MpTicketPayment payment = { .code = { (guint8) kind, (guint8) number }, .estimated = TRUE, .amount = amount, .rate_year = 2025 };

  if (row->ticket.n_payments == 0)
    row->ticket.first_payment = p->payments->len;
  g_array_append_val (p->payments, payment);
  row->ticket.n_payments++;
  row->ticket.total += amount;
}

static inline void
sample_event (MpProjection *p, MpMonth month, MpEventCode code)
{
  MpEvent event = { .month = month, .code = code, .amount = MP_MONEY_NONE };
  g_array_append_val (p->events, event);
}

static inline void
sample_month (MpProjection *p, MpMonthRow *row, guint i)
{
  MpMoney pay = i == 0 ? 0 : i < 5 ? 65000 : i < 14 ? 130000 : i < 24 ? 195000 : 227500;

  row->month = p->start + (MpMonth) i;
  row->estimated = row->month >= mp_month (2027, 1) ? MP_ESTIMATED_SGA | MP_ESTIMATED_FBR : 0;
  row->ssdi.status = i < 5 ? MP_SSDI_ENTITLED : i < 14 ? MP_SSDI_TRIAL_WORK : i == 14 ? MP_SSDI_CESSATION
                     : i < 17 ? MP_SSDI_GRACE : MP_SSDI_SUSPENDED;
  row->ssdi.twp_used = i < 5 ? 0 : MIN (i - 4, 9);
  row->ssdi.payment = i < 17 ? 64000 : 0;
  row->ssdi.medicare_a = row->ssdi.medicare_b = TRUE;
  row->ssi.payment = i < 3 ? 37400 : i < 5 ? 8150 : i >= 17 && i < 24 ? 6150 : 0;
  row->ssi.status = row->ssi.payment > 0 ? MP_SSI_PAYABLE : MP_SSI_1619B;
  row->ssi.medicaid = TRUE;
  row->ticket.status = i == 0 ? MP_TICKET_UNASSIGNED : MP_TICKET_ASSIGNED;
  row->ticket.outcome_month = i >= 24;
  if (i == 5 || i == 7 || i == 10 || i == 13)
    sample_pay_en (p, row, MP_TICKET_CODE_P1M, i == 5 ? 1 : i == 7 ? 2 : i == 10 ? 3 : 4, 185000);
  if (i >= 14 && i < 24)
    sample_pay_en (p, row, MP_TICKET_CODE_P2M, i - 13, 55500);
  if (i >= 24 && i < 60)
    sample_pay_en (p, row, MP_TICKET_CODE_OUT, i - 23, 55500);
  if (i == 35)
    sample_pay_en (p, row, MP_TICKET_CODE_RECON, 0, 55500);
  row->cash.earnings = pay;
  row->cash.benefits = row->ssdi.payment + row->ssi.payment;
  row->cash.share = i >= 24 ? 5550 : 0;
  row->cash.net = pay + row->cash.benefits + row->cash.share;
}

/* working: else the same months without work, $1,014.00 each */
static inline MpProjection *
sample_projection (guint n, gboolean working)
{
  MpProjection *p = mp_projection_new ();
  MpMoney cumulative = 0;

  p->start = p->first = mp_month (2026, 1);
  p->n_rows = p->n_months = n;
  p->rows = g_new0 (MpMonthRow, n);
  p->periods.n = 1;
  p->periods.list[0].epe_end = mp_month (2030, 2);
  for (guint i = 0; i < n; i++)
    {
      MpMonthRow *row = &p->rows[i];

      sample_month (p, row, working ? i : 0);
      row->month = p->start + (MpMonth) i;
      cumulative += row->ticket.total;
      row->ticket.cumulative = cumulative;
    }
  if (working && n > 24)
    {
      sample_event (p, mp_month (2026, 6), MP_EVENT_TWP_START);
      sample_event (p, mp_month (2027, 2), MP_EVENT_TWP_COMPLETE);
      sample_event (p, mp_month (2027, 6), MP_EVENT_SUSPENSION);
      sample_event (p, mp_month (2028, 1), MP_EVENT_OUTCOME_START);
    }
  return p;
}
