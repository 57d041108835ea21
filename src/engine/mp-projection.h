/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The answer: what one scenario of a case does, month by month. Names as in doc/case-file.md. */

#pragma once

#include "mp-case.h"
#include "mp-codes.h"
#include "mp-message.h"

G_BEGIN_DECLS

/** MpEstimated: Flags of the series whose carried-forward value was read for a month, in the contract's order. */
typedef enum {
  MP_ESTIMATED_FBR = 1 << 0,
  MP_ESTIMATED_SGA = 1 << 1,
  MP_ESTIMATED_TWP = 1 << 2,
  MP_ESTIMATED_SEIE = 1 << 3,
  MP_ESTIMATED_COLA = 1 << 4,
  MP_ESTIMATED_PART_B = 1 << 5,
  MP_ESTIMATED_TICKET_RATE = 1 << 6,
  MP_ESTIMATED_THRESHOLD_1619B = 1 << 7,
  MP_ESTIMATED_STATE_SUPPLEMENT = 1 << 8,
} MpEstimated;
#define MP_N_ESTIMATED 9
const char *mp_estimated_name (guint bit); /* 0 to MP_N_ESTIMATED - 1 */

typedef enum {
  MP_BLOCKED_NO, MP_BLOCKED_NO_ASSIGNMENT, MP_BLOCKED_ASSIGNMENT_MONTH, MP_BLOCKED_REMOVED_BY_WORK, MP_BLOCKED_REMOVED_BY_VR,
  MP_BLOCKED_SERVICES, MP_BLOCKED_OUTCOME_PERIOD, MP_BLOCKED_BENEFIT_PAID, MP_BLOCKED_CAP, MP_BLOCKED_TERMINATED, MP_BLOCKED_RATE_UNKNOWN
} MpBlocked;
const char *mp_blocked_name (MpBlocked blocked); /* NULL for MP_BLOCKED_NO */

/** MpTicketPayment: One payment to a provider; amount is MP_MONEY_NONE when no rate is known. */
typedef struct {
  MpTicketCode code;
  guint8 estimated;
  gint16 rate_year;
  MpMoney amount;
  const char *provider;
} MpTicketPayment;

/** MpTicketProgress: A step still ahead: months it has of those it needs within so many; RECON counts outcome payments. */
typedef struct {
  MpTicketCode code;
  guint8 have, need, within;
  MpMoney amount;                 /* monthly pay needed; NONE: no test of pay */
  MpMonth window_ends;            /* NONE: no window is running */
} MpTicketProgress;
MpMessage mp_ticket_progress_message (const MpTicketProgress *self); /* "2 of 3 months at $1,210.00 or more, window ends August 2026" */
#define MP_TICKET_MAX_PROGRESS 6

typedef struct { MpMoney earned, paid; MpHours hours; MpMoney irwe, subsidy, sga_countable; } MpWorkRow;
typedef struct {
  MpMoney benefit, part_b, payment, auxiliary;
  guint8 status, twp_used, twp_month, sga, medicare_a, medicare_b;
} MpSsdiRow;
typedef struct {
  MpMonth budget_month;           /* MP_MONTH_NONE: null */
  guint8 status, medicaid;
  MpMoney earned, countable_earned, countable_unearned, countable, deemed, federal, state, payment, spouse_payment;
} MpSsiRow;
typedef struct {
  guint8 status, outcome_month, cdr_protected, n_payments;
  guint first_payment;            /* index into MpProjection.payments */
  const char *provider;           /* NULL: null */
  MpMoney total, cumulative;
  struct {
    MpTicketCode code;            /* kind NONE: null */
    guint8 have, need, blocked;
    MpMoney amount;               /* NONE: null */
    MpMonth window_ends;          /* NONE: null */
  } next;
} MpTicketRow;
typedef struct { MpMoney earnings, benefits, share, expenses, net; } MpCashRow;

/** MpMonthRow: One month of a projection. */
typedef struct {
  MpMonth month;
  guint32 estimated;              /* MpEstimated flags */
  MpWorkRow work;
  MpSsdiRow ssdi;
  MpSsiRow ssi;
  MpTicketRow ticket;
  MpCashRow cash;
} MpMonthRow;

/* medicare_least: Part A lasts at least until then, known as soon as trial work is over (DI-67); not in the document. */
typedef struct { MpMonth twp_end, epe_end, cessation, termination, medicare_a_end, medicare_least; } MpSsdiPeriod;
#define MP_SSDI_MAX_PERIODS 16
typedef struct { MpMonth month; gint period; guint8 needs, has, met; } MpTicketReview;
typedef struct { MpMonth month; MpEventCode code; MpMoney amount; MpMessage message; } MpEvent; /* amount NONE: none */
/**
 * MpPlace:
 * @format: (transfer none): static JSON pointer into the case, %s standing for @key and %u for each of @index; NULL: nowhere
 * @key: (transfer none): static
 * @index: numbers of list entries
 *
 * Where a fact stands, written only when somebody reads it.
 */
typedef struct { const char *format, *key; guint index[2]; } MpPlace;
typedef struct { MpWarningCode code; MpPlace place; MpMessage message; } MpWarning;
char *mp_warning_pointer (const MpWarning *self); /* (transfer full): JSON pointer of the fact, or NULL */
/** MpTraceEntry: Why a month's status or amount is what it is. */
typedef struct {
  MpMonth month;
  MpProgram program;
  const char *rule;               /* static, "DI-44" */
  MpMessage message;
} MpTraceEntry;

/* ssi: what the person gets, federal and state; expenses: work costs. Both are for tables, not in the document. */
typedef struct { MpMoney earnings, ssdi, ssi, ssi_federal, ssi_state, benefits, en, share, expenses, net; } MpTotals;

/* How many payments a projection has room for from the start. */
#define MP_PROJECTION_PAYMENTS 128

/**
 * MpProjection:
 *
 * The projection of one scenario. Make one with mp_projection_new(), fill it with mp_project() as
 * often as you like (its memory is used again), free it with mp_projection_free(). Strings belong
 * to the case, which must live as long.
 */
typedef struct {
  const MpCase *kase;
  const MpScenario *scenario;
  const char *edition;            /* of the published figures; lives as long as they do */
  MpMonth first;                  /* the first computed month */
  MpMonth start;                  /* the first reported month */
  guint n_rows;                   /* computed months, from `first` */
  guint n_months;                 /* reported months, from `start`: the last n_months rows */
  MpMonthRow *rows;
  GArray *payments;               /* MpTicketPayment, all months */
  struct { guint n; MpSsdiPeriod list[MP_SSDI_MAX_PERIODS]; gboolean reinstated; guint shown; } periods; /* shown: the one of the scenario fields (D-15) */
  struct {
    guint8 class_t16;             /* class "t16" rather than "t2" */
    guint8 phase1_removed;        /* bit k-1: P1Mk */
    guint milestones_paid, outcomes_paid, outcomes_cap;
    GArray *reviews;              /* MpTicketReview */
  } ticket;
  GArray *events;                 /* MpEvent, by month, then as they came about */
  GArray *warnings;               /* MpWarning */
  GArray *trace;                  /* MpTraceEntry, by month; empty without MP_PROJECT_EXPLAIN */
  MpTicketProgress (*progress)[MP_TICKET_MAX_PROGRESS]; /* per row, with MP_PROJECT_EXPLAIN, else NULL; kind NONE ends */
  MpTotals totals;
  /*< private >*/
  gsize rows_allocated;
  gpointer scratch[4];
  gsize scratch_size[4];
} MpProjection;

#define MP_ENGINE_ERROR (mp_engine_error_quark ())
/**
 * MpEngineError:
 * @MP_ENGINE_ERROR_NO_FIGURE: no row of a published series covers a month that a reported figure needs
 */
typedef enum { MP_ENGINE_ERROR_NO_FIGURE } MpEngineError;
GQuark mp_engine_error_quark (void);

/**
 * MpProjectFlags:
 * @MP_PROJECT_EXPLAIN: fill the trace and the progress of milestones
 * @MP_PROJECT_WITHOUT_WORK: as if the scenario had no work, no work incentives and no share of the
 *   provider's payments: what the same months would be without working
 * @MP_PROJECT_EACH_MONTH: compute each month anew, even one whose facts are those of the month before; the
 *   answer is the same, which tests make sure of
 */
typedef enum {
  MP_PROJECT_DEFAULT = 0,
  MP_PROJECT_EXPLAIN = 1 << 0,
  MP_PROJECT_WITHOUT_WORK = 1 << 1,
  MP_PROJECT_EACH_MONTH = 1 << 2,
} MpProjectFlags;

MpProjection *mp_projection_new  (void);
void          mp_projection_free (MpProjection *self);
gboolean      mp_project (MpProjection *self, const MpCase *kase, guint scenario, const MpParameters *parameters,
                          MpProjectFlags flags, GError **error);

MpMonth       mp_projection_medicare_end (const MpProjection *self, guint period);
/* The last month that is paid after work stopped the check, and the last in which its fast return can be asked for. */
MpMonth       mp_ssdi_grace_last        (const MpSsdiPeriod *period);
MpMonth       mp_ssdi_return_last       (const MpSsdiPeriod *period);
void          mp_projection_sum  (const MpProjection *self, guint first, guint last, MpTotals *sum);

/* Reported month number i, 0 to n_months - 1. */
static inline const MpMonthRow *
mp_projection_month (const MpProjection *self, guint i)
{
  return &self->rows[self->start - self->first + (MpMonth) i];
}

static inline const MpTicketPayment *
mp_projection_payments (const MpProjection *self, const MpMonthRow *row)
{
  return &g_array_index (self->payments, MpTicketPayment, row->ticket.first_payment);
}

/**
 * mp_ticket_row_over:
 * @row: the Ticket part of a month
 *
 * Returns: cents: the limit that pay must be *over* for the next payment, or %MP_MONEY_NONE when `next.amount` itself is
 *   enough. Phase 2 and the old milestones ask for more than the SGA limit (TTW-30, TTW-75), whose least is a cent more
 */
static inline MpMoney
mp_ticket_row_over (const MpTicketRow *row)
{
  gboolean over = row->next.code.kind == MP_TICKET_CODE_P2M || row->next.code.kind == MP_TICKET_CODE_OLDM;

  return over && row->next.amount != MP_MONEY_NONE && row->next.amount % 100 == 1 ? row->next.amount - 1 : MP_MONEY_NONE;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpProjection, mp_projection_free)

G_END_DECLS
