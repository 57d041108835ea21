/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "mp-chart.h"
#include "mp-words.h"

G_BEGIN_DECLS

typedef guint32 MpColour; /* 0xrrggbb */

/* How a run of a strip is filled and framed. */
typedef enum {
  MP_FILL_ENTITLED, MP_FILL_TRIAL, MP_FILL_GRACE, MP_FILL_EPE_PAID, MP_FILL_SUSPENDED, MP_FILL_ENDED, MP_FILL_POST_EPE, MP_FILL_EXR,
  MP_FILL_PLAIN, MP_FILL_PAYABLE, MP_FILL_1619B, MP_FILL_HEALTH, MP_FILL_PHASE1, MP_FILL_PHASE2, MP_FILL_OUTCOME, MP_N_FILLS
} MpFill;

typedef struct {
  MpColour background, text, dim, grid, was, cursor, stop;
  MpColour series[4];           /* pay, SSDI, SSI, EN */
  MpColour fill[MP_N_FILLS];
} MpChartColours;

typedef enum { MP_PATTERN_NONE, MP_PATTERN_RISING, MP_PATTERN_DOTS, MP_PATTERN_FALLING, MP_PATTERN_CROSSED, MP_N_PATTERNS } MpPattern;

/* Months that look the same in a strip; labels from long to shortest, each NULL or owned. */
typedef struct {
  guint first, n;
  MpFill fill;
  guint number;                 /* 0: none */
  char *label[3];
} MpChartRun;

struct _MpChart {
  MpChartStyle style;
  MpChartModel model;
  MpChartLayout layout;
  char *font;
  GHashTable *texts;            /* "size weight text" to PangoLayout */
  PangoContext *context;
  GArray *runs[MP_N_LANES];     /* MpChartRun, of the four strips */
  cairo_surface_t *patterns[MP_N_PATTERNS];
};

static inline const MpMonthRow *
mp_chart_row (const MpChart *self, guint i)
{
  return mp_projection_month (self->model.projection, self->model.first + i);
}

extern const MpChartColours mp_chart_colours[MP_N_CHART_PALETTES];

static inline const MpChartColours *
mp_chart_colours_of (MpChartPalette palette)
{
  return &mp_chart_colours[palette];
}

/* The colour of "better off", which stands beside a word or a sign. */
MpColour     mp_chart_better   (MpChartPalette palette);

typedef void (*MpChartPaint) (gpointer data, cairo_t *cr, double width, double height);
GBytes      *mp_chart_paint_bytes (MpChart *pen, MpChartPaint paint, gpointer data, MpChartFormat format, double width, double height, double scale, GError **error);

MpMonth      mp_chart_pin_month (MpEventCode code, MpMonth month);

/* Where a pin is: its dashed line, its disc, which may stand aside for another, and its label, NULL when there is no room. */
typedef struct {
  double line, x;
  const char *label;
  double label_x, label_width;  /* from its left */
  guint row;                    /* 0: beside the disc, 1: below it */
} MpChartPinPlace;

guint        mp_chart_place_pins (MpChart *self, MpChartPinPlace places[MP_CHART_MAX_PINS]);
GArray      *mp_chart_runs_new (const MpChartModel *model, MpLane lane);

void         mp_chart_source   (cairo_t *cr, MpColour colour, double alpha);
void         mp_chart_fill_pattern (MpChart *self, cairo_t *cr, MpPattern pattern, MpColour colour, const MpChartRect *bounds);
PangoLayout *mp_chart_text     (MpChart *self, double size, gboolean bold, const char *text);
guint        mp_chart_legend_rows (MpChart *self);
double       mp_chart_text_width (MpChart *self, double size, gboolean bold, const char *text);
double       mp_chart_show     (MpChart *self, cairo_t *cr, double size, gboolean bold, MpColour colour, double x, double y, double align, const char *text);

void mp_chart_paint       (MpChart *self, cairo_t *cr, MpMonth cursor, MpMonth hover);
void mp_chart_paint_strips (MpChart *self, cairo_t *cr);
void mp_chart_paint_en    (MpChart *self, cairo_t *cr);

/* A box with round corners as the path. */
void mp_chart_round_box (cairo_t *cr, const MpChartRect *r, double radius);

G_END_DECLS
