/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A provider's money month by month, across one case or many: `milepost-cli caseload`. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/**
 * MpCaseloadSum:
 * @people: with the ticket at the provider in the month, or paid for in it; in totals, each person once
 * @payments: how many are earned, a part of a shared one included
 * @unknown: of these, without a known rate: their amounts are in no sum
 * @gross: what Social Security pays for the month
 * @prior: payments already made, as entered in the cases
 * @share: passed on to the persons
 * @cost: the provider's own, as given for a person and month
 * @net: gross and prior, less share and cost
 * @running: of @net, from the first month on
 * @estimated: a rate was carried past its last published year
 */
typedef struct {
  guint people, payments, unknown;
  MpMoney gross, prior, share, cost, net, running;
  gboolean estimated;
} MpCaseloadSum;

/**
 * MpCaseloadProvider:
 * @name: the provider
 * @first: the first month
 * @months: (element-type MpCaseloadSum): from @first on, none left out
 * @total: of all months
 */
typedef struct {
  char *name;
  MpMonth first;
  GArray *months;
  MpCaseloadSum total;
} MpCaseloadProvider;

typedef struct _MpCaseload MpCaseload;

MpCaseload *mp_caseload_new  (const char *provider, MpMoney cost);
void        mp_caseload_free (MpCaseload *self);
void        mp_caseload_add  (MpCaseload *self, const MpCase *kase, const MpProjection *projection);
GPtrArray  *mp_caseload_providers (MpCaseload *self);
MpCaseloadSum mp_caseload_total (const MpCaseload *self);
guint       mp_caseload_cases (const MpCaseload *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpCaseload, mp_caseload_free)

G_END_DECLS
