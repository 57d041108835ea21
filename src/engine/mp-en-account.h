/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One plan as the account of one provider: payment by payment. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/**
 * MpEnLine:
 * @month: for which it is
 * @code: what is paid; kind MP_TICKET_CODE_NONE: nothing in this month
 * @payment: (nullable): of the projection; %NULL for an earlier payment of the case, or none
 * @prior: the case says that it has been paid
 * @unknown: no rate is known, so that @gross is 0
 * @estimated: a rate was carried past its last published year
 * @percent: of it that goes to the person, basis points; 0: none
 * @gross: what Social Security pays
 * @share: passed on to the person: all of the month, with its first line
 * @cost: the provider's own, with the first line of the month
 * @net: gross less share and cost
 * @running: of @net, from the first line on
 * @state: what a note of the case says of its request
 */
typedef struct {
  MpMonth month;
  MpTicketCode code;
  const MpTicketPayment *payment;
  gboolean prior, unknown, estimated;
  gint percent;
  MpMoney gross, share, cost, net, running;
  MpRequestState state;
} MpEnLine;

GArray *mp_en_account (const MpCase *kase, const MpProjection *projection, const char *provider, MpMoney cost);

G_END_DECLS
