/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the two halves of the SSI engine share: a month's income facts and the calculation sheet. */

#pragma once

#include "mp-engine-private.h"

G_BEGIN_DECLS

/* Half cents: one half of the earnings is exact in them (SSI-72). */
typedef gint64 MpHalfCents;

typedef struct {
  MpMoney unearned;               /* PASS money for one kind of income or either */
  MpMoney earned;
  MpMoney either;
} MpSsiPass;

/* Income facts of a month (pseudo-code J, facts). From t2 on without gaps: facts are compared as memory. */
typedef struct {
  MpMonth month;
  guint32 estimated;              /* MpEstimated flags of the figures that were read for it */
  gboolean coordinated;           /* t2 is that of the month paid: SSI-16 */
  gboolean household_of_another;  /* VTR */
  gboolean seie_exhausted;        /* the year's limit is used up in this month */
  MpMoney t2, other, infrequent, needs_based, tanf, in_kind;
  MpMoney wages, self_employment;
  MpMoney infrequent_earned;      /* excluded: SSI-28 */
  MpMoney seie;
  MpMoney irwe, bwe;              /* the person's, and the spouse's of a couple */
  MpSsiPass pass;
  MpMoney spouse_unearned, spouse_earned; /* of an eligible couple, or deemed */
} MpSsiIncome;

/* The sheet, line by line; each exclusion as far as it was used. */
typedef struct {
  MpMoney in_kind, unearned, general_unearned, needs_based, pass_unearned;
  MpMoney earned, infrequent_earned, seie, general_earned, sixty_five, irwe;
  MpHalfCents half, bwe, pass_earned;
  MpHalfCents countable_unearned, countable_earned, countable;
} MpSsiSheet;

/* An ineligible spouse's income of a month on its way: SSI-41 to SSI-43. */
typedef struct {
  MpMoney unearned, earned;           /* as received */
  MpMoney expenses, pass, allocations; /* as far as used */
  MpMoney left_unearned, left_earned;
  MpMoney limit;                      /* up to it nothing is deemed */
} MpSsiDeeming;

typedef enum { MP_SSI_ONE, MP_SSI_COUPLE, MP_SSI_DEEMED } MpSsiUnit;

/* The figures that computations of the month being stepped take. */
typedef struct {
  MpMoney fbr[2];                 /* one person, couple */
  MpMoney general, sixty_five;    /* exclusions */
  gboolean institution;
  MpMoney institution_rate;       /* 0 elsewhere */
} MpSsiRates;

/* One computation for one month: two of them stand side by side, the test and the payment. */
typedef struct {
  MpSsiUnit unit;
  gboolean institution;
  gboolean deems;
  MpMoney fbr, fbr_couple;        /* fbr: of the unit; fbr_couple: with deemed income */
  MpMoney third, third_couple;    /* one-third reduction, 0 when none */
  MpSsiSheet own;                 /* own income, or the couple's */
  MpSsiSheet combined;            /* with deemed income */
  MpHalfCents own_room, room;     /* rate less countable income */
  gboolean knows_without;
  MpHalfCents without;            /* room without the person's own earnings, once it has been asked for */
} MpSsiComputation;

/* What a month asks of the sheet. */
typedef enum { MP_SSI_ASK_TEST, MP_SSI_ASK_PAYMENT, MP_SSI_N_ASKS } MpSsiAsk;

/* The last answer: most months are like the one before. */
typedef struct {
  gboolean stands;                /* the rates are still the same */
  MpSsiIncome income;
  MpSsiComputation computation;
} MpSsiKept;

struct _MpSsiState {
  MpMonth now;                    /* the month being stepped: figures are read for it */
  gboolean repeats;               /* whether months may be repeated: mp-ssi-repeat.c */
  MpMoney supplement;             /* of the month stepped last */
  guint32 *estimated;             /* gets the flags of carried figures */
  MpSsiRates rates;
  gboolean rates_stand;           /* nothing is new since they were read */
  guint32 rates_flags;            /* MpEstimated flags of them */
  MpSsiKept kept[MP_SSI_N_ASKS];
  MpSsiIncome incomes[4];         /* of the last months, by month modulo 4 */
  MpSsiUnit income_units[4];
  MpMonth age65;                  /* month of attainment: SSI-M1 */
  gboolean round_third;           /* register 1 */
  MpMoney (*chained)[2];          /* rates of one person and a couple from first on with the assumed COLA, 0: as published; NULL: all */
  guint8 *would_pay;              /* TTW-47: first .. last */
  gint run_length;                /* eligible months in a row: SSI-13 */
  MpMonth run_first;
  gint suspended;                 /* SSI-61 */
  gboolean paid_before;           /* SSI-50 */
  gboolean finding;               /* SSI-54 */
  gboolean finding_passes;
  MpMonth finding_from;
  gboolean ended;
  MpMonth terminated_from;
  gboolean ended_by_earnings;     /* SSI-64 */
  gboolean ended_would_pay;       /* TTW-47 */
  gboolean last_by_earnings, last_would_pay; /* of the last suspended month */
  gboolean reinstated;
  gint paid_since_reinstated, paid_since_request;
  guint8 last_status;
  gboolean first_effect;
};

/* A figure read for the month being stepped. A month before the reported ones never fails. */
static inline gint64
mp_ssi_figure (MpSsiState *self, MpRun *run, MpSeries series, MpMonth month)
{
  gint64 value = 0;

  if (self->now >= run->start)
    return mp_run_figure (run, series, month, self->estimated);
  mp_run_try_figure (run, series, month, &value, self->estimated);
  return value;
}

/* The federal benefit rate of a month, with the assumed COLA (SSI-01). */
static inline MpMoney
mp_ssi_fbr (MpSsiState *self, MpRun *run, gboolean couple, MpMonth month)
{
  MpMoney rate = mp_ssi_figure (self, run, couple ? MP_SERIES_FBR_COUPLE : MP_SERIES_FBR_INDIVIDUAL, month);

  if (self->chained != NULL && month >= run->first && self->chained[month - run->first][couple ? 1 : 0] != 0)
    rate = self->chained[month - run->first][couple ? 1 : 0];
  return rate;
}

/* Whether rates are published for a month. */
static inline gboolean
mp_ssi_is_covered (const MpRun *run, MpMonth month)
{
  return mp_month_figure (run->figures, MP_SERIES_FBR_COUPLE, month)->year != 0;
}

/* SSI-30, SSI-32, register 1: a third of a rate. */
static inline MpMoney
mp_ssi_third (const MpSsiState *self, MpMoney rate)
{
  return self->round_third ? mp_divide_half_up (rate, 3) : rate / 3;
}

MpMonth   mp_ssi_recorded_from (const MpSsiFacts *ssi);
MpLiving  mp_ssi_living    (const MpRun *run, MpMonth month);
MpSsiUnit mp_ssi_unit      (const MpRun *run, MpMonth month);
gboolean  mp_ssi_keeps_incentives (const MpSsiState *self, const MpRun *run, MpMonth month);
const MpSsiIncome *mp_ssi_income (MpSsiState *self, MpRun *run, MpMonth month, MpSsiUnit unit);
void      mp_ssi_drop_nonrecurring (MpSsiIncome *income, const MpSsiIncome *second, MpSsiUnit unit);
void      mp_ssi_deeming   (MpSsiState *self, MpRun *run, MpMonth month, MpSsiDeeming *d);
void      mp_ssi_without_earnings (MpSsiIncome *income);
void      mp_ssi_sheet     (const MpSsiState *self, const MpSsiIncome *income, gboolean with_spouse, gboolean couple_fbr,
                            MpSsiSheet *sheet);

/* mp-ssi.c */
MpHalfCents mp_ssi_room    (const MpSsiState *self, const MpSsiIncome *income, MpSsiUnit unit);
MpMoney     mp_ssi_supplement (MpSsiState *self, MpRun *run, MpMonth month, MpSsiUnit unit);
void        mp_ssi_count_paid (MpSsiState *self, gint months);

/* mp-ssi-repeat.c */
void     mp_ssi_mark     (MpSsiState *self, MpRun *run);

/* mp-ssi-trace.c */
void      mp_ssi_trace_computation (MpSsiState *self, MpRun *run, MpMonth month, const MpSsiIncome *income, const MpSsiComputation *c);
void      mp_ssi_trace_payment     (MpRun *run, const MpSsiRow *row, MpMonth month, const MpSsiComputation *c, MpMoney oss);
void      mp_ssi_events            (MpSsiState *self, MpRun *run, const MpSsiRow *row, const MpSsiIncome *x, MpSsiUnit unit,
                                    MpHalfCents without, MpMoney oss);

G_END_DECLS
