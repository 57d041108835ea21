/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A case: everything the engine needs to know about a person, as plain structs.
 *
 * The names are those of doc/case-file.md, which is their documentation. A key that was not given
 * is MP_MONTH_NONE, MP_MONEY_NONE, MP_DATE_NONE, NULL or 0 as its comment says, so that a case
 * can be written back as it was read; the engine applies the defaults. All arrays and strings
 * live in the case's arena: add to them with mp_arena_append (kase->arena, ...), and set strings
 * with mp_arena_strdup ().
 */

#pragma once

#include "mp-arena.h"
#include "mp-parameters.h"
#include "mp-problem.h"
#include "mp-readings.h"

G_BEGIN_DECLS

/** MpHours: Hours in units of 1/300 hour, so that hours to two decimals × 13/3 is exact. */
typedef gint64 MpHours;
#define MP_HOURS_NONE G_MININT64
#define MP_HOURS_UNIT 300

/** MpAmount: An amount a month (or a value, or countable resources) over a period. */
typedef struct {
  MpPeriod when;
  MpMoney monthly;
} MpAmount;

typedef enum { MP_CHECKED_UNKNOWN, MP_CHECKED_YES, MP_CHECKED_NO, MP_CHECKED_NOT_NEEDED } MpChecked;
typedef enum { MP_SOURCE_UNKNOWN, MP_SOURCE_BPQY, MP_SOURCE_SSA_LETTER, MP_SOURCE_DOCUMENT, MP_SOURCE_PERSON, MP_SOURCE_JUDGEMENT } MpSourceKind;
typedef enum { MP_BASIS_WORKER, MP_BASIS_CHILDHOOD, MP_BASIS_WIDOW } MpBasis;

typedef struct {
  char *name;             /* NULL: not given */
  MpDate birth_date;      /* required */
  char state[3];          /* USPS code, "" when not given */
  gboolean blind;
  MpPeriod *student;
  guint n_student;
} MpBeneficiaryFacts;

typedef struct {
  gboolean present;
  MpMonth part_a_from;            /* NONE: default */
  struct {
    gboolean present;
    gboolean enrolled;            /* TRUE when part_b is given without it */
    MpMonth from;                 /* NONE: part_a_from */
    MpMoney premium;              /* MP_MONEY_NONE: standard */
    gboolean paid_by_state;
  } part_b;
} MpMedicareFacts;

typedef struct {
  gboolean present;
  MpBasis basis;
  MpMonth entitled_from;          /* required */
  MpMonth filed;                  /* NONE: entitled_from */
  MpAmount *amounts;              /* required */
  guint n_amounts;
  MpAmount *auxiliary;
  guint n_auxiliary;
  MpMedicareFacts medicare;
  struct {
    gboolean present;
    MpMonth through;
    MpMonth *twp_months;
    guint n_twp_months;
    MpMonth cessation;            /* NONE: none */
  } history;
} MpSsdiFacts;

typedef struct { MpPeriod when; MpLiving arrangement; } MpLivingPeriod;
typedef enum { MP_UNEARNED_OTHER, MP_UNEARNED_NEEDS_BASED, MP_UNEARNED_TANF, MP_UNEARNED_INFREQUENT, MP_UNEARNED_VA_AID } MpUnearnedKind;
typedef struct { MpPeriod when; MpMoney monthly; MpUnearnedKind kind; } MpUnearned;
typedef enum { MP_INCENTIVE_IRWE, MP_INCENTIVE_BWE, MP_INCENTIVE_PASS } MpIncentiveKind;
typedef enum { MP_PASS_EITHER, MP_PASS_EARNED, MP_PASS_UNEARNED } MpPassFrom;
typedef struct {
  MpIncentiveKind kind;
  char *name;
  MpPeriod when;
  MpMoney monthly;
  MpPassFrom applies_to;
  gboolean applies_to_given;
} MpIncentive;
typedef enum { MP_SPOUSE_PRESENT, MP_SPOUSE_SEPARATION, MP_SPOUSE_DEATH } MpSpouseEnd; /* PRESENT: ended_by not given */
typedef struct { MpDate birth_date; MpAmount *unearned; guint n_unearned; } MpChild;
typedef enum { MP_SUPPLEMENT_NONE, MP_SUPPLEMENT_TABLE, MP_SUPPLEMENT_LIST } MpSupplementKind;

/** MpSsdiStatus: `ssdi.status` of doc/case-file.md. */
typedef enum {
  MP_SSDI_NOT_ENTITLED, MP_SSDI_ENTITLED, MP_SSDI_TRIAL_WORK, MP_SSDI_EPE_PAID, MP_SSDI_CESSATION, MP_SSDI_GRACE,
  MP_SSDI_SUSPENDED, MP_SSDI_POST_EPE_PAID, MP_SSDI_TERMINATED, MP_SSDI_EXR_PROVISIONAL, MP_SSDI_EXR_PAID,
  MP_SSDI_EXR_UNPAID, MP_SSDI_RETIREMENT, MP_N_SSDI_STATUS
} MpSsdiStatus;

/** MpSsiStatus: `ssi.status` of doc/case-file.md. */
typedef enum {
  MP_SSI_NOT_ELIGIBLE, MP_SSI_PAYABLE, MP_SSI_UNPAID, MP_SSI_1619B, MP_SSI_SUSPENDED, MP_SSI_TERMINATED,
  MP_SSI_EXR_PROVISIONAL, MP_N_SSI_STATUS
} MpSsiStatus;

/** MpTicketStatus: `ticket.status` of doc/case-file.md. */
typedef enum {
  MP_TICKET_NONE, MP_TICKET_UNASSIGNED, MP_TICKET_ASSIGNED, MP_TICKET_IN_USE_SVR, MP_TICKET_TERMINATED, MP_N_TICKET_STATUS
} MpTicketStatus;

const char *mp_ssdi_status_name   (MpSsdiStatus status);
const char *mp_ssi_status_name    (MpSsiStatus status);
const char *mp_ticket_status_name (MpTicketStatus status);

typedef struct {
  gboolean present;
  MpMonth eligible_from;          /* required */
  MpLivingPeriod *living;
  guint n_living;
  MpAmount *in_kind;
  guint n_in_kind;
  MpUnearned *unearned;
  guint n_unearned;
  MpAmount *resources;
  guint n_resources;
  struct {
    gboolean present;
    MpPeriod when;
    MpSpouseEnd ended_by;
    MpDate birth_date;            /* NONE: not given */
    gboolean eligible;
    gboolean blind;
    MpIncentive *work_incentives;
    guint n_work_incentives;
    MpAmount *earned;
    guint n_earned;
    MpAmount *unearned;
    guint n_unearned;
    gboolean public_assistance;
  } spouse;
  MpChild *children;
  guint n_children;
  MpSupplementKind supplement;
  MpAmount *supplements;          /* with MP_SUPPLEMENT_LIST */
  guint n_supplements;
  struct {
    gboolean present;
    gboolean needs;               /* TRUE when not given; meaningful even when medicaid is not present */
    MpMoney expenses_yearly;      /* NONE: not given */
    MpMoney individual_threshold; /* NONE: not given */
  } medicaid;
  struct {
    gboolean present;
    MpMonth through;
    MpMonth since;
    MpSsiStatus status;
  } history;
} MpSsiFacts;

typedef enum { MP_TICKET_CODE_NONE, MP_TICKET_CODE_P1M, MP_TICKET_CODE_P2M, MP_TICKET_CODE_OUT, MP_TICKET_CODE_RECON, MP_TICKET_CODE_OLDM, MP_TICKET_CODE_OLDOUT } MpTicketCodeKind;
/** MpTicketCode: P1M3 is kind P1M and number 3; RECON has number 0. */
typedef struct { guint8 kind; guint8 number; } MpTicketCode;
#define MP_TICKET_CODE_TEXT_SIZE 12
gboolean    mp_ticket_code_parse   (const char *text, MpTicketCode *code);
const char *mp_ticket_code_to_text (MpTicketCode code, char text[MP_TICKET_CODE_TEXT_SIZE]);

typedef struct {
  gint year;
  MpMoney phase1, phase2_t2, phase2_t16, outcome_t2, outcome_t16, outcome_only_t2, outcome_only_t16; /* NONE: not given */
  MpMoney pcb_t2, pcb_t16;
} MpTicketRates;
typedef struct { MpMonth month; MpTicketCode code; MpMoney amount; char *provider; } MpPriorPayment;
/** MpTicketRequest: A note on how far the request for a payment is; nothing is computed with it. */
typedef enum { MP_REQUEST_PROJECTED, MP_REQUEST_CLAIMED, MP_REQUEST_PAID } MpRequestState;
typedef struct { MpMonth month; MpTicketCode code; char *provider; MpRequestState state; } MpTicketRequest;
typedef enum { MP_RATES_CARRY_FORWARD, MP_RATES_PUBLISHED_ONLY } MpRatePolicy;
typedef enum { MP_TICKET_END_MEDICAL, MP_TICKET_END_DEATH, MP_TICKET_END_OTHER_BENEFIT, MP_TICKET_END_DENIED, MP_TICKET_END_NEW_TICKET } MpTicketEnd;
typedef struct {
  gboolean present;
  MpDate issued;                  /* NONE: held since the first entitlement month */
  MpTicketRates *rates;
  guint n_rates;
  MpRatePolicy rate_policy;
  MpTicketRequest *requests;
  guint n_requests;
  MpPriorPayment *prior_payments;
  guint n_prior_payments;
  struct { gboolean present; MpMonth month; MpTicketEnd reason; } terminates;
  MpMonth authorised;             /* month in which the first payment was authorised; NONE: not known (S-13) */
} MpTicketFacts;

typedef enum { MP_WORK_WAGES, MP_WORK_SELF_EMPLOYMENT } MpWorkKind;
typedef enum { MP_PAY_NONE, MP_PAY_WEEK, MP_PAY_TWO_WEEKS, MP_PAY_HALF_MONTH, MP_PAY_MONTH } MpPayEvery;
typedef struct { MpMonth month; MpMoney earned, paid; MpHours hours; } MpWorkMonthFact; /* NONE: as in the other months */
typedef struct {
  char *name;
  MpWorkKind kind;
  MpPeriod when;
  MpMoney monthly;                /* NONE: not given */
  MpMoney hourly;                 /* NONE: not given */
  gint64 hours_per_week;          /* hundredths of an hour; MP_MONEY_NONE: not given */
  MpHours hours;                  /* a month; NONE: not given */
  MpMoney subsidy;                /* 0 when not given */
  struct { MpPayEvery every; MpDate first; } pay;
  gboolean average;
  gboolean infrequent;
  MpWorkMonthFact *months;        /* in month order */
  guint n_months;
  gboolean unsuccessful_attempt;
} MpWork;

typedef enum { MP_PROGRAM_SSDI, MP_PROGRAM_SSI, MP_PROGRAM_TICKET, MP_PROGRAM_WORK } MpProgram;
typedef struct {
  MpProgram program;
  MpMonth requested;
  MpMonth decided;                /* NONE: pending at the end of the projection */
  gboolean approved;
  gboolean approved_given;
  MpMonth disabled_from;          /* NONE: not given; SSDI only */
} MpReinstatement;

typedef enum { MP_ROLE_EN, MP_ROLE_VR_COST_REIMBURSEMENT, MP_ROLE_VR_EN } MpRole;
typedef enum { MP_SYSTEM_OUTCOME_MILESTONE, MP_SYSTEM_OUTCOME_ONLY } MpPaymentSystem;
typedef struct {
  char *provider;
  MpRole role;
  MpDate from;
  MpDate to;                      /* NONE: and on */
  MpPaymentSystem payment_system;
  gboolean successful;
  MpDate received;                /* NONE: in time */
  gboolean reimbursed;            /* State VR was paid by cost reimbursement (S-14, TTW-14, 71) */
} MpAssignment;
typedef struct { char *provider; gint percent; } MpSplit; /* basis points */
typedef struct { MpTicketCode code; MpSplit *split; guint n_split; } MpClaim;
typedef struct { gint period; gint percent; } MpEducation; /* basis points */
/** MpReviewFact: What is known of a progress review: step two of the rules to July 2008, and the days of its decision. */
typedef struct {
  gint period;
  gboolean not_expected;          /* the next level of work is not expected (former 20 CFR 411.200(a)(2)) */
  MpDate notice;                  /* of a decision against the person; NONE: not known */
  MpDate decided;                 /* SSA's answer when asked to look at that decision again; NONE: not asked */
} MpReviewFact;
typedef enum { MP_SHARE_OUTCOME, MP_SHARE_ALL } MpShareOf;
typedef struct {
  gboolean present;
  MpAssignment *assignments;
  guint n_assignments;
  MpClaim *claims;
  guint n_claims;
  MpPeriod *inactive;
  guint n_inactive;
  MpEducation *education;
  guint n_education;
  MpReviewFact *reviews;
  guint n_reviews;
  MpMonth services_completed;     /* NONE: in time */
  struct { gboolean present; gint percent; MpShareOf of; } share; /* basis points */
  MpMoney stipend;                /* 0 when not given */
} MpScenarioTicket;

typedef struct {
  char *name;                     /* required, unique */
  MpWork *work;
  guint n_work;
  MpIncentive *work_incentives;
  guint n_work_incentives;
  MpReinstatement *expedited_reinstatement;
  guint n_expedited_reinstatement;
  MpScenarioTicket ticket;
} MpScenario;

typedef struct { MpMonth month; MpProgram program; MpMoney amount; } MpPaid;
/** MpSource: Where a fact comes from. client: the report prints the note */
typedef struct { char *pointer; MpSourceKind by; MpDate on; MpChecked checked; char *ask; char *note; gboolean client; } MpSource;
typedef struct { char *step; char *who; MpDate due; MpDate done; } MpAction;
/* A note of the counselor on a month; client: it is printed in the report. */
/** MpPinned: A note on a month, on a plan (about: its JSON pointer), or with neither on the case. client: the report prints it */
typedef struct { MpMonth month; char *about; char *text; gboolean client; } MpPinned;

/** MpCase: One case file. Made by mp_case_new () or the reader; freed with all it holds by mp_case_free (). */
typedef struct {
  MpArena *arena;
  char *id;                       /* UUID, or NULL */
  char *title;
  char *notes;
  MpBeneficiaryFacts beneficiary;
  MpSsdiFacts ssdi;
  MpSsiFacts ssi;
  MpTicketFacts ticket;
  struct {
    gboolean present;
    gint cola_percent;            /* basis points */
    gboolean cola_given;
    guint8 readings[MP_N_READINGS];       /* 0: the default */
    gboolean reading_given[MP_N_READINGS];
  } assumptions;
  MpPaid *paid;
  guint n_paid;
  MpSource *sources;
  guint n_sources;
  struct {
    gboolean present;
    MpDate dated;                 /* NONE */
    MpMoney overpayment_balance;  /* NONE */
    MpMoney withheld_monthly;     /* NONE */
    MpMonth next_medical_review;  /* NONE */
    gboolean payee;
    gboolean payee_given;
  } bpqy;
  MpAction *actions;
  guint n_actions;
  MpPinned *pinned;
  guint n_pinned;
  struct { MpMonth start; gint months; } projection; /* required */
  MpScenario *scenarios;
  guint n_scenarios;
} MpCase;

MpCase *mp_case_new      (void);
MpCase *mp_case_copy     (const MpCase *self);
void    mp_case_free     (MpCase *self);
void    mp_case_reset    (MpCase *self);
void    mp_case_validate (const MpCase *self, GPtrArray *problems);

/* Appends an entry with the defaults of a key that was not given. */
MpScenario *mp_case_add_scenario      (MpCase *self, const char *name);
MpScenario *mp_case_copy_scenario     (MpCase *self, guint index, const char *name);
MpWork     *mp_case_add_work          (MpCase *self, MpScenario *scenario);

MpMonth mp_case_last_known_month (const MpCase *self);
guint   mp_case_trial_work_used  (const MpCase *self, MpMonth last);
MpMoney mp_case_paid             (const MpCase *self, guint entry);

MpMoney mp_work_monthly_pay (const MpWork *work);
gint64  mp_work_hours_for   (MpMoney hourly, MpMoney pay);
gint    mp_work_pay_days    (const MpWork *work, MpMonth month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpCase, mp_case_free)

G_END_DECLS
