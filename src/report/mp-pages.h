/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pages of tagged text, tables and pictures, from top to bottom; and the step that completes the tags. */

#pragma once

#include <pango/pangocairo.h>

#include "mp-report.h"

G_BEGIN_DECLS

typedef struct _MpPages MpPages;

/**
 * MpPagesTarget:
 * @MP_PAGES_MEASURE: draws nothing, to learn how many pages there are
 * @MP_PAGES_PDF: one tagged PDF file
 * @MP_PAGES_RECORD: a surface for each page, for the screen and the printer
 */
typedef enum { MP_PAGES_MEASURE, MP_PAGES_PDF, MP_PAGES_RECORD } MpPagesTarget;

/* align_right: numbers, whose column is never narrower than they are; weight: share of the rest of the width. */
typedef struct { const char *title; double weight; gboolean align_right; } MpPageColumn;

typedef void (*MpPagesDraw) (gpointer data);

/* compact: smaller print in boxes, for a text that must stay on its page; like: (nullable): of the same document, whose
 * laid out texts are used again */
MpPages *mp_pages_new        (const MpReportOptions *options, MpPagesTarget target, const char *title, const char *foot, guint n_pages, gboolean compact, const MpPages *like);
void     mp_pages_free       (MpPages *self);
guint    mp_pages_count      (const MpPages *self);
GBytes  *mp_pages_finish     (MpPages *self, GError **error);
/* (element-type cairo_surface_t): recordings, one a page */
GPtrArray *mp_pages_finish_recording (MpPages *self, GError **error);

/* In every text <b>words</b> are bold; nothing else is markup. */
void mp_pages_title      (MpPages *self, const char *text);
/* Headings, and a paragraph right below one, wait for what follows, so that they do not stand alone at the foot of a page. */
void mp_pages_heading    (MpPages *self, const char *text);
void mp_pages_subheading (MpPages *self, const char *text);
void mp_pages_paragraph  (MpPages *self, const char *text);
void mp_pages_large      (MpPages *self, const char *text);
void mp_pages_note       (MpPages *self, const char *text);
void mp_pages_list       (MpPages *self, const char *bullet, char *const *items);
/* A tinted box with a heading and a list: what matters most. */
void mp_pages_callout    (MpPages *self, const char *heading, char *const *items);
/* Lines to write on, each with its label below. */
void mp_pages_blanks     (MpPages *self, const char *const *labels, guint n);
void mp_pages_break      (MpPages *self);
void mp_pages_space      (MpPages *self, double height);

/* Rows are kept until the end; a table of more columns than the print allows is cut, with its first column in each part. */
void mp_pages_table_begin (MpPages *self, const MpPageColumn *columns, guint n);
void mp_pages_table_row   (MpPages *self, const char *const *cells, gboolean strong);
void mp_pages_table_end   (MpPages *self);
/* Smaller print, for long tables; not in large print. */
void mp_pages_table_small (MpPages *self);

/* A box for a picture; draw between the two calls, unless NULL. */
cairo_t *mp_pages_figure_begin (MpPages *self, double height, const char *alternative);
void     mp_pages_figure_end   (MpPages *self);
/* Draws a picture of this height (INFINITY: a page of its own) and what belongs to it now if the page has room. Else the
 * table that follows comes first, and the picture stands on the next page, under the words of its heading, within the table
 * or, at the latest, where mp_pages_float_end () is called: no page stays empty for a picture. */
void     mp_pages_float        (MpPages *self, double height, MpPagesDraw draw, gpointer data);
void     mp_pages_float_end    (MpPages *self);
/* In large print a picture has a page of its own that lies. */
void     mp_pages_lying_begin  (MpPages *self);
void     mp_pages_lying_end    (MpPages *self);
double   mp_pages_width        (const MpPages *self);
double   mp_pages_room         (const MpPages *self);
double   mp_pages_note_height  (MpPages *self, const char *text);
/* What is left of this page below the headings that wait. */
double   mp_pages_left         (MpPages *self);
/* A new page unless the next blocks, of this height together, fit on this one. */
void     mp_pages_keep         (MpPages *self, double height);
/* 1 in usual print */
double   mp_pages_scale        (const MpPages *self);

GBytes *mp_tags_complete (GBytes *pdf, const char *language, GPtrArray *alternatives, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPages, mp_pages_free)

G_END_DECLS
