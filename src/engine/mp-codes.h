/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The closed lists of event and warning codes. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MP_EVENT_CODES(X) \
  X (TWP_START, "twp_start") X (TWP_MONTH, "twp_month") X (TWP_COMPLETE, "twp_complete") \
  X (EPE_START, "epe_start") X (EPE_END, "epe_end") X (CESSATION, "cessation") X (GRACE_END, "grace_end") \
  X (SUSPENSION, "suspension") X (REENTITLEMENT, "reentitlement") X (TERMINATION, "termination") \
  X (EXR_REQUEST, "exr_request") X (EXR_PROVISIONAL_END, "exr_provisional_end") X (IRP_COMPLETE, "irp_complete") \
  X (MEDICARE_A_END, "medicare_a_end") X (RETIREMENT, "retirement") \
  X (SSI_FIRST_EFFECT, "ssi_first_effect") X (S1619B_START, "1619b_start") X (S1619B_END, "1619b_end") \
  X (SSI_SUSPENSION, "ssi_suspension") X (SSI_TERMINATION, "ssi_termination") X (SSI_RESUMES, "ssi_resumes") \
  X (SEIE_EXHAUSTED, "seie_exhausted") X (SSI_BREAK_EVEN, "ssi_break_even") X (THRESHOLD_1619B, "threshold_1619b") \
  X (TICKET_ASSIGNED, "ticket_assigned") X (PHASE1_REMOVED, "phase1_removed") X (MILESTONE, "milestone") \
  X (OUTCOME_START, "outcome_start") X (RECONCILIATION, "reconciliation") X (OUTCOME_COMPLETE, "outcome_complete") \
  X (TICKET_TERMINATED, "ticket_terminated") X (PROGRESS_REVIEW, "progress_review") \
  X (OUTCOME, "outcome") X (MILESTONE_UNPAID, "milestone_unpaid") X (OUTCOME_UNPAID, "outcome_unpaid")

#define MP_WARNING_CODES(X) \
  X (NOT_COMPUTED, "not_computed") X (AVERAGING_POSSIBLE, "averaging_possible") X (UWA_TOO_LONG, "uwa_too_long") \
  X (SELF_EMPLOYMENT_TESTS, "self_employment_tests") X (BLIND_55, "blind_55") X (DWB_60, "dwb_60") \
  X (EXR_LATE, "exr_late") X (EXR_SGA, "exr_sga") X (MEDICAL_ASSUMED, "medical_assumed") X (NOTICE_DATE, "notice_date") \
  X (AMOUNT_BEFORE_FIRST, "amount_before_first") X (PAID_DIFFERS, "paid_differs") \
  X (TICKET_RATE_ESTIMATED, "ticket_rate_estimated") X (TICKET_RATE_UNKNOWN, "ticket_rate_unknown") \
  X (THRESHOLD_UNKNOWN, "threshold_unknown") X (SUPPLEMENT_UNKNOWN, "supplement_unknown") \
  X (SERVICES_ASSUMED, "services_assumed") X (EXR_SSI, "exr_ssi") \
  X (P1M1_FULL_TWL, "p1m1_full_twl") X (REPORT_WORK, "report_work") X (FIGURES_BY_HAND, "figures_by_hand") \
  X (INCENTIVES_65, "incentives_65") X (PAYMENT_SYSTEM_CHANGE, "payment_system_change") \
  X (ASSIGNMENT_NOT_POSSIBLE, "assignment_not_possible") X (VR_AFTER_REIMBURSEMENT, "vr_after_reimbursement") \
  X (CESSATION_UNUSED, "cessation_unused") X (AMOUNT_MISSING, "amount_missing") X (COLA_MISSING, "cola_missing")

#define MP_EVENT_ENUM(id, name) MP_EVENT_##id,
typedef enum { MP_EVENT_CODES (MP_EVENT_ENUM) MP_N_EVENTS } MpEventCode;
#define MP_WARNING_ENUM(id, name) MP_WARNING_##id,
typedef enum { MP_WARNING_CODES (MP_WARNING_ENUM) MP_N_WARNINGS } MpWarningCode;

const char *mp_event_name   (MpEventCode code);
const char *mp_warning_name (MpWarningCode code);

G_END_DECLS
