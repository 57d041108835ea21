/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of the Ticket share. */

#pragma once

#include "mp-engine-private.h"

G_BEGIN_DECLS

/* The first month of the rules of 73 FR 29324, in force from July 21 2008 (TTW-82). */
#define MP_TICKET_NEW_RULES mp_month (2008, 7)
/* Milestones from here look at VR closures of the last 18 months only (TTW-73). */
#define MP_TICKET_VR_WINDOW_RULE mp_month (2020, 2)

/* TTW-29, 50, 54, 78, 83 */
enum {
  MP_TICKET_P1_STEPS = 4,
  MP_TICKET_OLD_STEPS = 4,
  MP_TICKET_P2_T2 = 11,
  MP_TICKET_P2_T16 = 18,
  MP_TICKET_OUTCOMES_T2 = 36,
  MP_TICKET_OUTCOMES_T16 = 60,
  MP_TICKET_OUTCOMES_OLD = 60,
  MP_TICKET_RECON_AT = 12,
  MP_TICKET_PERIOD_MONTHS = 12, /* TTW-86 */
};

/* What a month is measured by: its pay (TTW-31), or that nothing is due because of it. */
typedef enum {
  MP_TICKET_HALF_TWL,               /* P1M1, with the reading S-01 */
  MP_TICKET_TWL,
  MP_TICKET_OVER_TWL,               /* lookback, with the reading S-03 */
  MP_TICKET_OVER_SGA,               /* the person's SGA amount: TTW-49, 76 */
  MP_TICKET_P2_PAY,                 /* Phase 2, with the readings S-04, S-05 */
  MP_TICKET_OVER_SGA_NON_BLIND,     /* timely progress: TTW-89, 90 */
  MP_TICKET_NO_CASH,                /* an outcome month (TTW-47) */
  MP_N_TICKET_TESTS
} MpTicketTest;

/* The tests that a month passed, as bits. */
typedef enum {
  MP_TICKET_AT_HALF_TWL = 1 << MP_TICKET_HALF_TWL,
  MP_TICKET_AT_TWL = 1 << MP_TICKET_TWL,
  MP_TICKET_ABOVE_TWL = 1 << MP_TICKET_OVER_TWL,
  MP_TICKET_ABOVE_SGA = 1 << MP_TICKET_OVER_SGA,
  MP_TICKET_AT_P2_PAY = 1 << MP_TICKET_P2_PAY,
  MP_TICKET_ABOVE_SGA_NON_BLIND = 1 << MP_TICKET_OVER_SGA_NON_BLIND,
  MP_TICKET_ZERO_CASH = 1 << MP_TICKET_NO_CASH,
} MpTicketMonthFlags;

/* The least pay that passes each test. */
typedef struct {
  MpMoney least[MP_N_TICKET_TESTS]; /* G_MAXINT64: no figure is known, or there is none */
  guint32 estimated_twl, estimated_sga; /* MpEstimated flags */
} MpTicketFigures;

/* Which months passed a test: the latest in bit 0. */
typedef guint64 MpTicketMonths;

/* How many of the last months passed; none when there is no such month. */
static inline guint
mp_ticket_count (MpTicketMonths months, gint last)
{
  return last <= 0 ? 0 : (guint) __builtin_popcountll (months & G_MAXUINT64 >> (64 - MIN (last, 64)));
}

/* One step of the ladder of Phase 1: months at the trial work level within a window. */
typedef struct { guint8 need, within; } MpTicketWindow;

/* One rate: amount MP_MONEY_NONE when it is not known. */
typedef struct {
  MpMoney amount;
  gint16 year;
  guint8 estimated;
} MpTicketRate;

/* Payments that have a rate of their own. */
typedef enum {
  MP_TICKET_RATE_PHASE1, MP_TICKET_RATE_PHASE2, MP_TICKET_RATE_OUTCOME, MP_TICKET_RATE_OUTCOME_ONLY,
  MP_TICKET_RATE_OLD_MILESTONE_1, MP_TICKET_RATE_OLD_MILESTONE_2, MP_TICKET_RATE_OLD_MILESTONE_3, MP_TICKET_RATE_OLD_MILESTONE_4,
  MP_TICKET_RATE_OLD_OUTCOME, MP_TICKET_RATE_OLD_OUTCOME_ONLY, MP_N_TICKET_RATES
} MpTicketRateKind;

/* What the plan says of the ticket. */
typedef struct {
  const MpAssignment *assignment;   /* to a provider that is paid */
  const MpAssignment *payee;        /* whom a payment goes to; NULL: nobody */
  const char *provider;             /* who has the ticket, State VR included */
  MpTicketStatus status;            /* while the ticket has not ended */
  MpPaymentSystem system;           /* of the provider that has the ticket, will have it or had it last */
  MpMonth work_from;                /* the first month whose work counts in the windows (TTW-34) */
  gboolean payable;                 /* a month that can pay (TTW-16 to 18, 68) */
  gboolean barred;                  /* by cost reimbursement, before July 2008 (TTW-71) */
  gboolean inactive;                /* TTW-96 */
  gboolean clock;                   /* the months count for timely progress (TTW-86) */
  gboolean restarts;                /* the months before July 2008 without a test begin anew */
} MpTicketSpan;

typedef enum {
  MP_TICKET_ENDS_NO, MP_TICKET_ENDS_CAP, MP_TICKET_ENDS_RETIREMENT, MP_TICKET_ENDS_65, MP_TICKET_ENDS_ELIGIBILITY,
  MP_TICKET_ENDS_DENIED, MP_TICKET_ENDS_NEW_TICKET, MP_TICKET_ENDS_AS_ENTERED
} MpTicketEnding;

struct _MpTicketState {
  MpMonth issued;                   /* NONE: never */
  MpMonth first;                    /* of the first assignment to a provider that is paid; MP_MONTH_OPEN: none */
  MpMonth first_use;                /* the same with VR cost reimbursement */
  MpMonth work_seen;                /* the first month whose pay says something: 18 months before the first assignment */
  MpMonth first_prior, last_prior, last_prior_milestone;
  const MpAssignment *vr_success[2]; /* a closure of State VR that counts (TTW-72); 1: for milestones from February 2020 (TTW-73) */
  MpMonth age_65, retirement;       /* months in which those ages are reached */

  guint8 removed;                   /* by work before the assignment; bit k-1: P1Mk */
  guint8 next;                      /* the step after the last one paid: 1 to 4 Phase 1, 5 Phase 2 */
  guint8 p2;                        /* Phase 2 milestones paid */
  guint8 old_step;                  /* old milestones paid */
  guint8 m4_work;                   /* nine of eighteen months have been reached (TTW-28) */
  gboolean recon;
  gboolean transition;              /* TTW-81 */
  gint transition_cap;              /* -1: not settled yet */
  guint milestones, outcomes, old_outcomes, used;
  gint class;                       /* -1 open, 0 title II, 1 title XVI */
  MpMonth opened;                   /* of the outcome payment period */
  MpMoney cumulative;
  MpMonth terminated;
  MpTicketEnding ending;
  gboolean ended_for_work, held_t16; /* held_t16: the benefits held last were title XVI only */
  gboolean held_any;

  /* A stretch: months in which plan, pay, benefits and figures are the same, and what is found in the first of them. */
  guint alike;                      /* months of it so far */
  gint repeats;                     /* how many more of its months only repeat the one before */
  MpMoney gross;
  guint32 benefits;                 /* what the Ticket sees of SSDI and SSI: mp-ticket.c */
  MpTicketSpan span;
  MpTicketFigures figures;
  guint8 levels;                    /* MpTicketMonthFlags of each of its months */
  guint32 estimated;                /* MpEstimated flags of each of its months */
  MpTicketStatus status;
  gboolean out, cash, t2, t16, ended;
  guint8 class_now;                 /* 1: title XVI */
  guint16 rates_known;              /* bit of a kind that has been looked up */
  MpTicketRate rates[MP_N_TICKET_RATES];

  const MpAssignment *holder;       /* the last provider that was paid */
  MpTicketMonths at_twl, above_twl, above_sga; /* the months before the stretch */
  guint32 next_estimated;           /* MpEstimated flags of what is next */
  guint said_unpaid;                /* the payment and the reason that an event said last */
  guint said_payment;               /* number of the event that said the last payment found anew */

  /* timely progress: the months before the stretch that counted, and passed a test */
  MpTicketMonths counted_twl, counted_sga, counted_zero;
  gint period;
  guint clock;                      /* clock months in the period */
  gboolean failed;
  MpMonth in_use_to;                /* the last month with protection after a review not met */
  gint skipped_period;              /* running in July 2008: it has no review */
  MpTicketReview due;               /* review to be held in its month; NONE: none */
  guint8 due_test;                  /* MpTicketMonthFlags of a month that it counts */
  MpDate protected_to;              /* last day of the extension */
  gboolean was_in_use;
};

static inline gboolean
mp_ticket_is_t16 (const MpTicketState *self)
{
  return self->class >= 0 ? self->class == 1 : self->class_now == 1;
}

extern const MpTicketWindow mp_ticket_windows[MP_TICKET_P1_STEPS];
extern const MpTicketWindow mp_ticket_old_windows[MP_TICKET_OLD_STEPS];

static inline guint
mp_ticket_p2_cap (const MpTicketState *self)
{
  return mp_ticket_is_t16 (self) ? MP_TICKET_P2_T16 : MP_TICKET_P2_T2;
}

/* The bit of a milestone of Phase 1. */
#define MP_TICKET_P1_BIT(step) (1u << ((step) - 1))
#define MP_TICKET_P1_ALL 0xf

/* The milestones of Phase 1 that are not available for a month. */
static inline guint8
mp_ticket_removed (const MpTicketState *self, MpMonth month)
{
  return month >= self->first && self->vr_success[month >= MP_TICKET_VR_WINDOW_RULE] != NULL ? MP_TICKET_P1_ALL : self->removed;
}

/* TTW-36: the next step for a month: 1 to 4 Phase 1, 5 Phase 2. */
static inline guint
mp_ticket_step_at (const MpTicketState *self, MpMonth month)
{
  const guint8 removed = mp_ticket_removed (self, month);
  guint step = self->next;

  while (step <= MP_TICKET_P1_STEPS && (removed & MP_TICKET_P1_BIT (step)))
    step++;
  return step;
}

/* TTW-50, 83: months, or in a transition case payments, of the outcome period. */
static inline guint
mp_ticket_cap (const MpTicketState *self)
{
  if (self->transition && self->transition_cap >= 0)
    return (guint) self->transition_cap;
  return mp_ticket_is_t16 (self) ? MP_TICKET_OUTCOMES_T16 : MP_TICKET_OUTCOMES_T2;
}

/* Those before the stretch and its own so far. */
static inline MpTicketMonths
mp_ticket_months (const MpTicketState *self, MpTicketMonths before, guint8 level)
{
  const guint n = MIN (self->alike, 63);

  return before << n | ((self->levels & level) ? (G_GUINT64_CONSTANT (1) << n) - 1 : 0);
}

/* The months of a window, up to this one, in which work counts (TTW-34); 0 or less: none. */
static inline gint
mp_ticket_window_months (const MpTicketState *self, MpMonth month, const MpTicketWindow *window)
{
  return self->span.work_from > month ? 0 : MIN (window->within, month - self->span.work_from + 1);
}

/* The test of a month for a code. */
static inline MpTicketTest
mp_ticket_test_of (MpTicketCode code)
{
  if (code.kind == MP_TICKET_CODE_P1M)
    return code.number == 1 ? MP_TICKET_HALF_TWL : MP_TICKET_TWL;
  return code.kind == MP_TICKET_CODE_P2M ? MP_TICKET_P2_PAY : code.kind == MP_TICKET_CODE_OLDM ? MP_TICKET_OVER_SGA : MP_TICKET_NO_CASH;
}

/* Which rate a code is paid at; the reconciliation has none of its own. */
static inline MpTicketRateKind
mp_ticket_rate_kind (MpTicketCode code, MpPaymentSystem system)
{
  const gboolean outcome_only = system == MP_SYSTEM_OUTCOME_ONLY;

  if (code.kind == MP_TICKET_CODE_P1M)
    return MP_TICKET_RATE_PHASE1;
  if (code.kind == MP_TICKET_CODE_P2M)
    return MP_TICKET_RATE_PHASE2;
  if (code.kind == MP_TICKET_CODE_OLDM)
    return MP_TICKET_RATE_OLD_MILESTONE_1 + code.number - 1;
  if (code.kind == MP_TICKET_CODE_OLDOUT)
    return outcome_only ? MP_TICKET_RATE_OLD_OUTCOME_ONLY : MP_TICKET_RATE_OLD_OUTCOME;
  return outcome_only ? MP_TICKET_RATE_OUTCOME_ONLY : MP_TICKET_RATE_OUTCOME;
}

/* mp-ticket.c */
gboolean mp_ticket_has_cash (const MpMonthRow *row);

/* mp-ticket-span.c */
void mp_ticket_find_first (MpTicketState *self, const MpRun *run);
void mp_ticket_mark_plan  (const MpTicketState *self, MpRun *run);
void mp_ticket_find_span  (MpTicketState *self, const MpRun *run, MpMonth month);

/* mp-ticket-work.c */
void mp_ticket_close_stretch (MpTicketState *self);
void mp_ticket_find_figures  (MpTicketState *self, const MpRun *run, MpMonth month);
void mp_ticket_miss_figure   (MpRun *run, MpMonth month, gboolean sga);
void mp_ticket_note_pay      (MpTicketState *self, MpRun *run, MpMonth month);
void mp_ticket_look_back     (MpTicketState *self, MpRun *run);

/* mp-ticket-pay.c */
void   mp_ticket_take_prior (MpTicketState *self, const MpRun *run, MpMonth month);
void   mp_ticket_pay        (MpTicketState *self, MpRun *run, MpMonthRow *row, MpTicketCode code, const MpTicketRate *rate, const char *provider);
void   mp_ticket_again      (MpTicketState *self, MpRun *run, MpMonthRow *row, gint n);
void   mp_ticket_pay_month  (MpTicketState *self, MpRun *run, MpMonthRow *row, gboolean begins);

/* mp-ticket-say.c */
void mp_ticket_say_payment (MpTicketState *self, MpRun *run, MpMonth month, MpTicketCode code, MpMoney amount);
void mp_ticket_say_again   (const MpTicketState *self, MpRun *run, MpMonth month, guint number, gint n);

/* mp-ticket-rates.c */
MpTicketRate mp_ticket_rate_of (MpRun *run, MpTicketRateKind kind, gboolean t16, MpMonth month);

/* The rate for the ticket's class in the month being stepped: looked up once a stretch, which is never longer than a year. */
static inline const MpTicketRate *
mp_ticket_rate (MpTicketState *self, MpRun *run, MpTicketRateKind kind, MpMonth month)
{
  if (!(self->rates_known & 1u << kind))
    {
      self->rates_known |= 1u << kind;
      self->rates[kind] = mp_ticket_rate_of (run, kind, mp_ticket_is_t16 (self), month);
    }
  return &self->rates[kind];
}

/* mp-ticket-old.c */
void mp_ticket_old_month      (MpTicketState *self, MpRun *run, MpMonthRow *row);
void mp_ticket_transition_cap (MpTicketState *self, MpRun *run, MpMonth month, MpPaymentSystem system);

/* mp-ticket-end.c */
MpTicketEnding mp_ticket_ending (MpTicketState *self, MpRun *run, const MpMonthRow *row);
void mp_ticket_say_end (MpTicketState *self, MpRun *run, MpMonth month);

/* mp-ticket-check.c */
void mp_ticket_check (MpRun *run);

/* mp-ticket-progress.c */
void mp_ticket_protect     (MpTicketState *self, MpRun *run, MpMonthRow *row);
gint mp_ticket_calm_months (const MpTicketState *self, const MpMonthRow *row);
void mp_ticket_pass_months (MpTicketState *self, const MpRun *run, MpMonth month, gint n);

/* mp-ticket-next.c */
void mp_ticket_set_next (MpTicketState *self, MpRun *run, MpMonthRow *row);

G_END_DECLS
