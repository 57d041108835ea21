/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The milestone ladder: rising steps of a Ticket, what the EN gets and what the person has at each, the nets below,
 * and flags where a check stops. One drawing for the window, the projector, PNG, SVG and PDF. */

#pragma once

#include "mp-chart.h"

G_BEGIN_DECLS

#define MP_LADDER_STEPS 6
#define MP_LADDER_MAX_NETS 4
#define MP_LADDER_MAX_FLAGS 2

/**
 * MpLadderState:
 * @MP_LADDER_REACHED: reached by the cursor's month
 * @MP_LADDER_AHEAD: the plan reaches it later
 * @MP_LADDER_NEVER: the plan does not reach it
 * @MP_LADDER_REMOVED: it cannot be paid; the step has the reason
 */
typedef enum { MP_LADDER_REACHED, MP_LADDER_AHEAD, MP_LADDER_NEVER, MP_LADDER_REMOVED } MpLadderState;

/**
 * MpLadderModel:
 * @kase: the case; must outlive the next mp_ladder_set_model()
 * @scenario: number of the plan
 * @projection: of that plan, with %MP_PROJECT_EXPLAIN for the progress of each step
 * @cursor: "is here"; %MP_MONTH_NONE for the last month
 * @who: (nullable): "Alex" or "a worker"; %NULL addresses the reader, "you"
 * @hide_amounts: leave out what is the person's: cash, pay, share; rule figures and EN payments stay
 */
typedef struct {
  const MpCase *kase;
  guint scenario;
  const MpProjection *projection;
  MpMonth cursor;
  const char *who;
  gboolean hide_amounts;
} MpLadderModel;

/**
 * MpLadderStep:
 * @state: at the cursor's month
 * @first: P1M1 to P1M4, then P2M1 and OUT1
 * @have: months or payments at the cursor's month
 * @need: of how many
 * @month: when the plan reaches it, %MP_MONTH_NONE: never
 * @title: "3 months"
 * @condition: "of pay at $1,210.00 or more, in any 6"
 * @detail: a second line, or ""
 * @when: "August 2026", with ✓ when reached, or "not in this plan"
 * @en: what the EN gets: "≈ $1,850.00", "≈ $555.00 a month", "State VR is paid instead"
 * @person: cash in hand: "$1,940.00", "$2,590.00 → $2,011.50"; "" when hidden
 * @reason: (nullable): why it was removed
 * @spoken: all of it in sentences, for a screen reader
 */
typedef struct {
  MpLadderState state;
  MpTicketCode first;
  guint have, need;
  MpMonth month;
  char *title, *condition, *detail, *when, *en, *person, *reason, *spoken;
} MpLadderStep;

typedef enum { MP_NET_MEDICAID, MP_NET_MEDICARE, MP_NET_SSDI, MP_NET_RETURN } MpLadderNetKind;

/**
 * MpLadderNet:
 * @from: its first month
 * @to: its last month, %MP_MONTH_OPEN when it goes on
 * @used: how much of its limit is used, 0 to 1; below 0: it has none
 * @text: a sentence with its dates
 */
typedef struct { MpLadderNetKind kind; MpMonth from, to; double used; char *text; } MpLadderNet;
typedef struct { MpMonth month; gboolean is_ssi; char *text; } MpLadderFlag;

/**
 * MpLadderLayout:
 * @step: each step's box, from its top to the common foot
 * @net: each net's bar
 * @foot: y of the common foot
 * @when_y: y of the months; person_y, en_y: of the amounts
 * @pills: room above the steps for flags and the marker
 */
typedef struct {
  double width, height, foot, when_y, person_y, en_y, nets_y, pills, scale;
  MpChartRect step[MP_LADDER_STEPS];
  MpChartRect net[MP_LADDER_MAX_NETS];
} MpLadderLayout;

typedef struct _MpLadder MpLadder;

MpLadder *mp_ladder_new            (void);
void      mp_ladder_free           (MpLadder *self);
/* text_scale 1.0 in a window, 1.6 on a projector, 0.6 on paper */
void      mp_ladder_set_style      (MpLadder *self, const MpChartStyle *style);
void      mp_ladder_set_model      (MpLadder *self, const MpLadderModel *model);

const MpLadderStep *mp_ladder_step  (const MpLadder *self, guint i);
const MpLadderNet  *mp_ladder_net   (const MpLadder *self, guint i); /* NULL after the last */
const MpLadderFlag *mp_ladder_flag  (const MpLadder *self, guint i); /* NULL after the last */
/* All steps and nets in sentences. */
char               *mp_ladder_words (const MpLadder *self);

double                mp_ladder_natural_height (MpLadder *self, double width);
double                mp_ladder_least_height   (MpLadder *self, double width);
const MpLadderLayout *mp_ladder_layout  (MpLadder *self, double width, double height);
/* In the picture as last laid out; -1 beside the steps. */
gint                  mp_ladder_step_at (const MpLadder *self, double x, double y);
/* Where a month lies along the steps, and the month at x, for dragging the marker. */
double                mp_ladder_x       (const MpLadder *self, MpMonth month);
MpMonth               mp_ladder_month_at (const MpLadder *self, double x);
/* revealed: how many steps are shown, the rest stay empty outlines; focus: a step to frame, or -1. */
void                  mp_ladder_draw    (MpLadder *self, cairo_t *cr, double width, double height, guint revealed, gint focus);
GBytes               *mp_ladder_to_bytes (MpLadder *self, MpChartFormat format, double width, double height, double scale, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpLadder, mp_ladder_free)

G_END_DECLS
