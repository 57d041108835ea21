/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a projection says, in plain words, in the user's language. Shared by window and report. */

#pragma once

#include "mp-en-account.h"
#include "mp-ticket-plan.h"

G_BEGIN_DECLS

/** MpColumn: A column of the month table. */
typedef enum {
  MP_COLUMN_MONTH, MP_COLUMN_PAY, MP_COLUMN_SSDI, MP_COLUMN_SSI, MP_COLUMN_SHARE, MP_COLUMN_EXPENSES, MP_COLUMN_NET,
  MP_COLUMN_SSDI_STATUS, MP_COLUMN_SSI_STATUS, MP_COLUMN_HEALTH, MP_COLUMN_TICKET, MP_COLUMN_EN, MP_COLUMN_EN_TOTAL,
  MP_COLUMN_PAID, MP_N_COLUMNS
} MpColumn;

/** MpHealth: Who covers the person in a month, as flags. */
typedef enum { MP_HEALTH_NONE = 0, MP_HEALTH_MEDICAID = 1 << 0, MP_HEALTH_MEDICARE = 1 << 1 } MpHealth;

/** MpStage: Where the Ticket stands in a month, for the Ticket lane. */
typedef enum { MP_STAGE_NONE, MP_STAGE_UNASSIGNED, MP_STAGE_ASSIGNED, MP_STAGE_PHASE1, MP_STAGE_PHASE2, MP_STAGE_OUTCOME, MP_STAGE_VR, MP_STAGE_ENDED } MpStage;

/* "SSDI stops in June 2027. Working still adds $997.50 a month." without: may be NULL. */
char *mp_words_lead            (const MpProjection *projection, const MpProjection *without);
/* "SSI starts again the same month. Medicaid and Medicare stay on every month of this plan. Before taxes." */
char *mp_words_sub             (const MpProjection *projection);
char *mp_words_en_lead         (const MpProjection *projection, const char *who);
char *mp_words_en_gaps         (const MpProjection *projection);
char *mp_words_en_requirement  (const MpProjection *projection, MpMonth month, MpTicketCode code);
char *mp_words_en_evidence     (const MpTicketEvidence *evidence);
char *mp_words_en_month        (const MpCase *kase, const MpProjection *projection, const GArray *evidence, MpMonth month);
const char *mp_words_request_state (MpRequestState state);
/* The month that the lead sentence is about; MP_MONTH_NONE when nothing changes. */
MpMonth mp_words_lead_month    (const MpProjection *projection);
/* For a screen reader: what changed, then the amounts. i: reported month number. */
char *mp_words_month           (const MpProjection *projection, guint i);
char *mp_words_month_in_public (const MpProjection *projection, guint i);
/* The notes on the month, "" for none. */
char *mp_words_notes           (const MpCase *kase, MpMonth month);
/* One lane of a month, for Up and Down: "SSDI: no check, pay is over the limit." lane 0 cash, 1 SSDI, 2 SSI, 3 health, 4 Ticket */
char *mp_words_lane            (const MpProjection *projection, guint i, guint lane);
#define MP_N_WORDS_LANES 5

const char *mp_words_column    (MpColumn column);
char       *mp_words_cell      (const MpProjection *projection, guint i, MpColumn column);
/* Whether the cell rests on a figure carried past its last published year, and an amount with its ≈. */
gboolean    mp_words_is_estimated (const MpProjection *projection, const MpMonthRow *row, MpColumn column);
char       *mp_words_money        (MpMoney amount, gboolean estimated);
/* "+$60.00", "−$60.00" */
char       *mp_words_signed       (MpMoney amount, gboolean estimated);
char       *mp_words_spoken       (MpMoney amount, gboolean estimated);
gboolean    mp_words_is_change (const MpProjection *projection, guint i);
gboolean    mp_words_same      (const MpProjection *projection, guint i, guint j);

/* Whether the code of a rule stands behind the plain words in this thread: "Trial work (TWP)". Returns what it was. */
gboolean    mp_words_set_expert    (gboolean expert);
const char *mp_words_ssdi_status   (MpSsdiStatus status);
const char *mp_words_ssi_status    (MpSsiStatus status);
const char *mp_words_health        (guint health);
const char *mp_words_stage         (MpStage stage);
const char *mp_words_event         (MpEventCode code);
char       *mp_words_ticket_code   (MpTicketCode code);
char       *mp_words_ticket_title  (MpTicketCode code);

guint    mp_words_month_health (const MpMonthRow *row);
MpStage  mp_words_month_stage  (const MpProjection *projection, const MpMonthRow *row);

/* "Jun 2027"; "June 2026 to February 2027" */
char *mp_words_short_month     (MpMonth month);
char *mp_words_capital         (const char *text);
char *mp_words_period          (MpMonth from, MpMonth to);
/* "Jun 2026, Jul 2026" */
char *mp_words_months          (const MpMonth *months, guint n);
/* "20", "7.5", "–" */
char *mp_words_hours           (gint64 hundredths);

G_END_DECLS
