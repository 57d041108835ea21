/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of the title II engine share. Rules DI-1 to DI-79. */

#pragma once

#include "mp-engine-private.h"

G_BEGIN_DECLS

#define MP_SSDI_TRIAL_WORK_MONTHS 9
#define MP_SSDI_TRIAL_WORK_WINDOW 60

/* One period of disability, from entitlement or from the end of an IRP. The names are those of the rules. */
typedef struct {
  MpMonth start;                  /* service months before it do not count (DI-58) */
  MpMonth w;                      /* month of the ninth service month */
  MpMonth c;                      /* cessation month */
  MpMonth f16, f37;               /* first SGA month at or after W+16, W+37 */
  MpMonth btm;                    /* first month without entitlement, once it has been reached */
  gboolean work_began;            /* a service month has been seen */
} MpSsdiSpan;

/* What the requests for reinstatement come to after one termination (DI-52 to DI-57). */
typedef struct {
  MpMonth provisional_from, provisional_to; /* NONE when there are none */
  MpMonth moe;                    /* month of entitlement, NONE without approval */
  guint payable;                  /* months of the IRP that counted so far */
} MpSsdiReinstatement;

struct _MpSsdiState {
  MpMonth entitled, twp_start, retirement, age65;
  MpMonth part_a, part_b;         /* part_b NONE: not enrolled */
  MpMonth last_cola;              /* the last December with a published COLA */
  MpSsdiSpan span;
  MpSsdiReinstatement exr;
  MpSsdiStatus previous;
  MpSsdiRow received;             /* benefit and premium of the month stepped last */
  gboolean repeats;               /* whether months may be repeated: mp-ssdi-repeat.c */
  struct {
    const MpAmount *entry;
    MpMonth at;
    MpMoney amount;
    gboolean assumed;             /* an assumed COLA is in it */
  } benefit, auxiliary;
  guint used;                     /* service months in the 60 months ending with the month */
  guint8 service[];               /* one per computed month */
};

/* Countable earnings of the month above the SGA amount. A figure that is missing fails only when needed. */
gboolean mp_ssdi_is_sga (MpRun *run, MpMonth month, gboolean needed, guint32 *estimated);

static inline gboolean
mp_ssdi_in_history (const MpRun *run, MpMonth month)
{
  return run->kase->ssdi.history.present && month <= run->kase->ssdi.history.through;
}

/* Whether a service month falls out of the 60 months that end with the month (DI-13). */
static inline gboolean
mp_ssdi_leaves_window (const MpSsdiState *self, const MpRun *run, MpMonth month)
{
  const MpMonth out = month - MP_SSDI_TRIAL_WORK_WINDOW;

  return out >= run->first && out >= self->span.start && self->service[out - run->first];
}

static inline gboolean
mp_ssdi_is_entitled (MpSsdiStatus status)
{
  return status != MP_SSDI_NOT_ENTITLED && status != MP_SSDI_TERMINATED;
}

/* Whether a benefit is due in a month of this status (DI-73). */
static inline gboolean
mp_ssdi_is_due (MpSsdiStatus status)
{
  return mp_ssdi_is_entitled (status) && status != MP_SSDI_SUSPENDED && status != MP_SSDI_EXR_UNPAID;
}

static inline MpSsdiPeriod *
mp_ssdi_period (const MpRun *run)
{
  return &run->out->periods.list[run->out->periods.n - 1];
}

static inline MpSsdiPeriod
mp_ssdi_no_period (void)
{
  return (MpSsdiPeriod) { MP_MONTH_NONE, MP_MONTH_NONE, MP_MONTH_NONE, MP_MONTH_NONE, MP_MONTH_NONE, MP_MONTH_NONE };
}

void         mp_ssdi_mark               (MpSsdiState *self, MpRun *run);
MpMonth      mp_ssdi_repeat             (const MpSsdiState *self, const MpRun *run, const MpMonthRow *row);
void         mp_ssdi_plan_reinstatement (MpSsdiState *self, MpRun *run);
gboolean     mp_ssdi_is_provisional     (const MpSsdiState *self, MpMonth month);
MpSsdiStatus mp_ssdi_reinstated_step    (MpSsdiState *self, MpRun *run, MpMonthRow *row, gboolean sga);
MpSsdiStatus mp_ssdi_terminated_step    (MpSsdiState *self, MpRun *run, MpMonth month);

void         mp_medicare_init           (MpSsdiState *self, MpRun *run);
MpMonth      mp_medicare_least          (const MpSsdiState *self, const MpRun *run);
MpMonth      mp_medicare_last           (const MpSsdiState *self, const MpRun *run);
void         mp_medicare_step           (MpSsdiState *self, MpRun *run, MpMonthRow *row);

void         mp_ssdi_pay                (MpSsdiState *self, MpRun *run, MpMonthRow *row);
void         mp_ssdi_warn               (const MpSsdiState *self, MpRun *run);
void         mp_ssdi_explain            (const MpSsdiState *self, MpRun *run, const MpMonthRow *row);

G_END_DECLS
