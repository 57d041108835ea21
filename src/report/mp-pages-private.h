/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mp-pages.h"

G_BEGIN_DECLS

#define MP_PAGES_MARGIN 46.8    /* 0.65 inch */
#define MP_PAGES_FOOT 46.0
#define MP_PAGES_BODY 11.0
#define MP_PAGES_LARGE_BODY 18.0
#define MP_PAGES_MAX_COLUMNS 12
#define MP_PAGES_MAX_DEPTH 8
#define MP_PAGES_MAX_PENDING 4

typedef struct { double r, g, b; } MpInk;

typedef struct { char *text; const char *tag; double size, before; } MpPendingHeading;

typedef struct { double y, width; } MpPageRule;

typedef struct { char *cells[MP_PAGES_MAX_COLUMNS]; gboolean strong; } MpTableRow;

struct _MpPages {
  MpPagesTarget target;
  cairo_surface_t *surface;
  cairo_t *cr;
  GByteArray *bytes;
  GPtrArray *recordings;
  GHashTable *texts;            /* already laid out; shared by the passes over a document */
  PangoContext *context;        /* shared likewise, so that a text measures alike on every target */
  GPtrArray *alternatives;
  const char *open[MP_PAGES_MAX_DEPTH]; /* tags begun; cairo never reports one that does not end */
  guint depth;
  double paper_width, paper_height, width, height, y, scale;
  gboolean large, compact, grey, contrast, fresh;
  MpInk accent, tint, strong_tint, rule, dim;
  guint page, n_pages;
  char *foot;
  char *language;
  int outline_parent;
  MpPendingHeading pending[MP_PAGES_MAX_PENDING];
  guint n_pending;
  MpPagesDraw floating;         /* a picture that waits for the next page, or NULL */
  double floating_height;
  gpointer floating_data;
  char *heading;                /* the last one, or NULL */
  char *caption;                /* of the picture that stands apart from its heading, or NULL */
  MpPageColumn columns[MP_PAGES_MAX_COLUMNS];
  guint n_columns;
  GArray *rows;                 /* MpTableRow */
  GArray *rules;                /* MpPageRule, of this page */
  double table_size;
};

void     mp_pages_begin_tag  (MpPages *self, const char *tag);
void     mp_pages_end_tag    (MpPages *self, const char *tag);
void     mp_pages_text_free  (gpointer text);
void     mp_pages_ink        (MpPages *self, MpInk ink);
/* A line from margin to margin, drawn with the foot: together they are one artifact. */
void     mp_pages_rule       (MpPages *self, double y, double width);
double   mp_pages_text_height (MpPages *self, const char *text, double size, gboolean bold, double width);
double   mp_pages_text_width (MpPages *self, const char *text, double size, gboolean bold);
double   mp_pages_draw_text  (MpPages *self, double x, double y, double width, const char *text, double size, gboolean bold, gboolean right);
gboolean mp_pages_has_room   (const MpPages *self, double height);
/* Draws the picture that waits if it has room here. */
gboolean mp_pages_float_try  (MpPages *self);
/* Room for a block of this height together with the headings that wait, which are drawn. TRUE: on a new page. */
gboolean mp_pages_need       (MpPages *self, double height);

G_END_DECLS
