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
};

/* How the pay of a month compares with the figures in force in it (TTW-31). */
typedef enum {
  MP_TICKET_AT_HALF_TWL = 1 << 0,   /* P1M1, with the reading S-01 */
  MP_TICKET_AT_TWL = 1 << 1,
  MP_TICKET_ABOVE_TWL = 1 << 2,     /* lookback, with the reading S-03 */
  MP_TICKET_ABOVE_SGA = 1 << 3,     /* the person's SGA amount: TTW-49, 76 */
  MP_TICKET_P2_PAY = 1 << 4,        /* Phase 2, with the readings S-04, S-05 */
  MP_TICKET_ABOVE_SGA_NON_BLIND = 1 << 5, /* timely progress: TTW-89, 90 */
  MP_TICKET_ZERO_CASH = 1 << 6,     /* an outcome month */
  MP_TICKET_CLOCK = 1 << 7,         /* counts for timely progress */
} MpTicketMonthFlags;

/* One step of the ladder of Phase 1: months at the trial work level within a window. */
typedef struct { guint8 need, within; } MpTicketWindow;

/* One rate: amount MP_MONEY_NONE when it is not known. */
typedef struct {
  MpMoney amount;
  gint16 year;
  guint8 estimated;
} MpTicketRate;

typedef enum {
  MP_TICKET_ENDS_NO, MP_TICKET_ENDS_CAP, MP_TICKET_ENDS_RETIREMENT, MP_TICKET_ENDS_65, MP_TICKET_ENDS_ELIGIBILITY,
  MP_TICKET_ENDS_DENIED, MP_TICKET_ENDS_NEW_TICKET, MP_TICKET_ENDS_AS_ENTERED
} MpTicketEnding;

struct _MpTicketState {
  guint8 *flags;                    /* MpTicketMonthFlags of the computed months */
  MpMonth issued;                   /* NONE: never */
  MpMonth first;                    /* of the first assignment to a provider that is paid; MP_MONTH_OPEN: none */
  MpMonth first_use;                /* the same with VR cost reimbursement */
  MpMonth first_prior, last_prior, last_prior_milestone;
  const MpAssignment *vr_success[2]; /* a closure of State VR that counts (TTW-72); 1: only if dated so (TTW-73) */
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

  /* of the month being stepped */
  const MpAssignment *assignment;   /* to a provider that is paid */
  const MpAssignment *holder;       /* the last such one, kept from month to month */
  const MpAssignment *payee;        /* whom a payment goes to; NULL: nobody */
  const MpAssignment *vr;           /* to State VR under cost reimbursement */
  gboolean barred;                  /* by cost reimbursement, before July 2008 (TTW-71) */
  gboolean payable, out, cash, t2, t16, ended;
  guint8 class_now;                 /* 1: title XVI */
  MpMoney gross;
  guint32 *estimated;
  guint said_unpaid;                /* the payment and the reason that an event said last */

  /* timely progress */
  gint period;
  guint clock;                      /* clock months in the period */
  gboolean failed;
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

static inline guint8
mp_ticket_flags (const MpTicketState *self, const MpRun *run, MpMonth month)
{
  return month < run->first || month > run->last ? 0 : self->flags[month - run->first];
}

/* How many months from `from` to `to` have all the bits. */
static inline guint
mp_ticket_count (const MpTicketState *self, const MpRun *run, MpMonth from, MpMonth to, guint8 bits)
{
  const guint8 *flags = self->flags - run->first;
  const MpMonth last = MIN (to, run->last);
  guint n = 0;

  for (MpMonth month = MAX (from, run->first); month <= last; month++)
    n += (flags[month] & bits) == bits;
  return n;
}

extern const MpTicketWindow mp_ticket_windows[MP_TICKET_P1_STEPS];

/* mp-ticket.c */
gboolean mp_ticket_has_cash (const MpMonthRow *row);
guint8  mp_ticket_removed (const MpTicketState *self, MpRun *run, MpMonth month);
guint   mp_ticket_step_at (const MpTicketState *self, MpRun *run, MpMonth month);
guint   mp_ticket_cap     (const MpTicketState *self);
MpMonth mp_ticket_work_from (const MpTicketState *self, MpRun *run);
void    mp_ticket_pay     (MpTicketState *self, MpRun *run, MpMonth month, MpTicketCode code, MpTicketRate rate, const char *provider);

/* mp-ticket-rates.c */
MpTicketRate mp_ticket_rate     (MpRun *run, MpTicketCodeKind kind, MpPaymentSystem system, gboolean t16, MpMonth month);
MpTicketRate mp_ticket_old_rate (MpRun *run, MpTicketCode code, MpPaymentSystem system, gboolean t16, MpMonth month);

/* mp-ticket-old.c */
void mp_ticket_old_month      (MpTicketState *self, MpRun *run, MpMonth month);
void mp_ticket_transition_cap (MpTicketState *self, MpRun *run, MpMonth month, MpPaymentSystem system);
extern const MpTicketWindow mp_ticket_old_windows[MP_TICKET_OLD_STEPS];

/* mp-ticket-end.c */
MpTicketEnding mp_ticket_ending (MpTicketState *self, MpRun *run, MpMonth month);
void mp_ticket_say_end (MpTicketState *self, MpRun *run, MpMonth month);

/* mp-ticket-check.c */
void mp_ticket_check (MpRun *run);

/* mp-ticket-progress.c */
void mp_ticket_protect  (MpTicketState *self, MpRun *run, MpMonth month);

/* mp-ticket-next.c */
void mp_ticket_set_next (MpTicketState *self, MpRun *run, MpMonth month);

G_END_DECLS
