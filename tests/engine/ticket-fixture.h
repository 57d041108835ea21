/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The Ticket alone: the statuses of the benefits are given, so that a test holds one rule. */

#pragma once

#include "fixture.h"
#include "mp-engine-private.h"

G_BEGIN_DECLS

#define PAID MP_SSDI_ENTITLED

/* Statuses from a month on. */
typedef struct {
  MpMonth from;
  MpSsdiStatus ssdi;
  MpSsiStatus ssi;
} Benefits;

typedef struct {
  MpParameters *parameters;
  MpCase *kase;
  MpScenario *scenario;
  MpProjection *out;
  MpRun run;
  Benefits benefits[8];
  guint n_benefits;
} Fixture;

void set_up (Fixture *f, gconstpointer data);
void tear_down (Fixture *f, gconstpointer data);
void benefits (Fixture *f, MpMonth from, MpSsdiStatus ssdi, MpSsiStatus ssi);
void title_ii (Fixture *f);
void title_xvi (Fixture *f);
void earn (Fixture *f, MpMonth from, MpMonth to, MpMoney monthly);
MpAssignment *assign (Fixture *f, const char *provider, MpRole role, MpMonth from, MpMonth to, MpPaymentSystem system);
MpAssignment *assign_en (Fixture *f, MpMonth from);
void title_ii_at_en (Fixture *f, MpMonth from);
void prior (Fixture *f, MpMonth month, const char *code, MpMoney amount);
void read_as (Fixture *f, const char *key, const char *name);
void freeze_rates (Fixture *f, gint from, gint to, gint p1, gint t2, gint t16, gint only_t2, gint only_t16);
void project (Fixture *f, MpMonth start, gint months);
const MpTicketRow *ticket_of (Fixture *f, gint year, gint month);
char *payments_of (Fixture *f, gint year, gint month);
void assert_next (Fixture *f, gint year, gint month, const char *code, guint have, guint need, MpBlocked blocked);
void project_whole (Fixture *f, MpMonth start, gint months);
void reinstate (Fixture *f, MpMonth requested, MpMonth decided, gboolean approved);

#define assert_pays(f, year, month, text) \
  G_STMT_START { g_autofree char *paid_ = payments_of ((f), (year), (month)); g_assert_cmpstr (paid_, ==, (text)); } G_STMT_END

typedef struct { const char *name; void (*test) (Fixture *, gconstpointer); } TicketTest;
int run_ticket_tests (const TicketTest *tests, guint n, int argc, char **argv);

G_END_DECLS
