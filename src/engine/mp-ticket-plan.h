/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes with a ticket besides its payments: the work plan, disputes, and evidence of earnings. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/**
 * MpPlanState:
 * @MP_PLAN_WRITE_IN: the case does not know it: to be written in by hand
 * @MP_PLAN_STANDARD: the statement stands as it is
 * @MP_PLAN_FILLED: the case knows it, or a part of it
 */
typedef enum { MP_PLAN_WRITE_IN, MP_PLAN_STANDARD, MP_PLAN_FILLED } MpPlanState;

/**
 * MpPlanItem:
 * @number: of the item in its list, from 1
 * @state: who fills it
 * @rule: static, "TTW-107"
 * @citation: static, the law
 * @title: static English marked N_(): what it is about; several items in a row may share it
 * @text: static English marked N_(): what has to be said, or done
 * @filled: (element-type MpMessage): what the case knows of it; empty unless MP_PLAN_FILLED. The
 *   sentences hold strings of the case, which must live as long
 */
typedef struct {
  guint number;
  MpPlanState state;
  const char *rule;
  const char *citation;
  const char *title;
  const char *text;
  GArray *filled;
} MpPlanItem;

/* What a Phase 1 milestone, from 1, asks for: months of work, within how many. */
void  mp_ticket_work_needed   (guint milestone, guint *need, guint *within);
/* How many payments of a kind there are at the most for the person of the plan. */
guint mp_ticket_most_payments (const MpProjection *projection, MpTicketCodeKind kind);

GPtrArray *mp_ticket_work_plan  (const MpCase *kase, const MpProjection *projection);
GPtrArray *mp_ticket_disputes   (const MpCase *kase, const MpProjection *projection);
GPtrArray *mp_ticket_vr_closure (const MpProjection *projection, const MpParameters *parameters);

/**
 * MpEvidenceNeed:
 * @MP_EVIDENCE_EARNINGS: evidence of the earnings of the months
 * @MP_EVIDENCE_EARNINGS_AND_SERVICES: besides, that the services of the work plan are completed (P1M4)
 * @MP_EVIDENCE_REQUEST: only the request: a provider that no longer holds the ticket (TTW-117)
 * @MP_EVIDENCE_CONTRIBUTION: that the provider's services contributed, for a month after it lost the ticket (TTW-117)
 */
typedef enum {
  MP_EVIDENCE_EARNINGS, MP_EVIDENCE_EARNINGS_AND_SERVICES, MP_EVIDENCE_REQUEST, MP_EVIDENCE_CONTRIBUTION
} MpEvidenceNeed;
const char *mp_evidence_need_name (MpEvidenceNeed need); /* "earnings" */

#define MP_EVIDENCE_MAX_MONTHS 12

/**
 * MpTicketEvidence:
 * @payment: the payment; its amount is MP_MONEY_NONE when no rate is known
 * @month: in which it is earned
 * @request_by: the last day on which it may be asked for: 24 months after (TTW-113)
 * @need: what goes with the request
 * @months: the months whose earnings are shown, in order
 * @n_months: their number; 0 when no earnings need be shown
 * @certifiable: outcome payments have begun before it, so that the certifications of TTW-115 were open
 * @automatic: Social Security may find it by itself (TTW-116)
 */
typedef struct {
  const MpTicketPayment *payment;
  MpMonth month;
  MpDate request_by;
  MpEvidenceNeed need;
  MpMonth months[MP_EVIDENCE_MAX_MONTHS];
  guint n_months;
  gboolean certifiable;
  gboolean automatic;
} MpTicketEvidence;

GArray *mp_ticket_evidence (const MpCase *kase, const MpProjection *projection, const MpParameters *parameters);

/**
 * MpEvidenceWay:
 *
 * A way of showing earnings. The first two are always open; then four that were offered once
 * outcome payments had begun; the last needs no request.
 */
typedef enum {
  MP_EVIDENCE_PRIMARY, MP_EVIDENCE_SECONDARY,
  MP_EVIDENCE_MONTH_END, MP_EVIDENCE_THREE_MONTHS, MP_EVIDENCE_MONTHLY_LETTER, MP_EVIDENCE_ADVANCE,
  MP_EVIDENCE_AUTOMATIC, MP_N_EVIDENCE_WAYS
} MpEvidenceWay;

/**
 * MpEvidenceWayInfo:
 * @name: static, "three_months"
 * @rule: static, "TTW-115"
 * @citation: static, the source
 * @text: static English marked N_(): what is sent
 * @withdrawn: Social Security has since stopped taking it
 */
typedef struct {
  const char *name, *rule, *citation, *text;
  gboolean withdrawn;
} MpEvidenceWayInfo;

const MpEvidenceWayInfo *mp_evidence_way      (MpEvidenceWay way);
gboolean                 mp_evidence_way_open (const MpTicketEvidence *evidence, MpEvidenceWay way);
MpDate                   mp_evidence_way_from (const MpTicketEvidence *evidence, MpEvidenceWay way);

G_END_DECLS
