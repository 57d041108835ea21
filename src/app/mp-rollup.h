/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What providers are due over all people: projected and added up in a thread, some cases at a time. */

#pragma once

#include "mp-caseload.h"
#include "mp-store.h"
#include "mp-ticket-plan.h"

G_BEGIN_DECLS

/**
 * MpRollupDue: A payment that can be asked for.
 * @person_id: whose ticket
 * @name: the person's label, may be ""
 * @payment: a copy
 * @evidence: what is sent for it; its payment is @payment
 */
typedef struct {
  char *person_id, *name;
  MpTicketPayment payment;
  MpTicketEvidence evidence;
} MpRollupDue;

/**
 * MpRollup:
 * @caseload: the sums, by provider
 * @due: (element-type MpRollupDue): by the last day to ask
 * @refused: people whose case could not be read or projected
 */
typedef struct {
  MpCaseload *caseload;
  GPtrArray *due;
  guint refused;
  GStringChunk *strings;
} MpRollup;

typedef void (*MpRollupProgress) (guint done, guint all, gpointer data);

void      mp_rollup_async  (MpStore *store, const MpParameters *parameters, MpMoney cost, MpMonth today, GCancellable *cancellable,
                            MpRollupProgress progress, GAsyncReadyCallback callback, gpointer data);
MpRollup *mp_rollup_finish (MpStore *store, GAsyncResult *result, GError **error);
void      mp_rollup_free   (MpRollup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpRollup, mp_rollup_free)

G_END_DECLS
