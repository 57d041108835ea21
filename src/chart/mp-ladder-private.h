/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mp-chart-private.h"
#include "mp-ladder.h"

G_BEGIN_DECLS

struct _MpLadder {
  MpChart *pen;                 /* texts, colours and patterns of the other picture */
  MpLadderModel model;
  char *who;
  gboolean assigned;
  MpLadderStep step[MP_LADDER_STEPS];
  MpLadderNet net[MP_LADDER_MAX_NETS];
  guint n_nets;
  MpLadderFlag flag[MP_LADDER_MAX_FLAGS];
  guint n_flags;
  MpLadderLayout layout;
};

#define MP_LADDER_PAD 12.0
#define MP_LADDER_NUMBER 34.0   /* the number before a title, with the room behind it */
#define MP_LADDER_TITLE 19.0
#define MP_LADDER_BODY 14.0
#define MP_LADDER_SMALL 12.5
#define MP_LADDER_DOTS 22.0

char *_mp_ladder_pay_of (const MpMonthRow *row); /* "$1,210.00": the pay that the next step asks for */
/* The largest size at which the text is no wider, but no less than the least. */
double mp_ladder_fit (MpLadder *self, double size, double least, gboolean bold, const char *text, double width);
/* Where the title of a step stands from the corner of its words. */
typedef struct {
  double size, x, y, width, height;
} MpLadderTitle;

MpLadderTitle mp_ladder_title (MpLadder *self, guint i, double inner);
/* With the number. */
double mp_ladder_title_height (MpLadder *self, const MpLadderTitle *title);
/* Wrapped text from the top; cr NULL only measures. Returns its height. */
double mp_ladder_wrap (MpLadder *self, cairo_t *cr, double size, gboolean bold, MpColour colour, double x, double y, double width, const char *text);

G_END_DECLS
