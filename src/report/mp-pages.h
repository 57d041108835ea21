/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pages of tagged text, tables and pictures, from top to bottom; and the step that completes the tags. */

#pragma once

#include <pango/pangocairo.h>

#include "mp-report.h"

G_BEGIN_DECLS

typedef struct _MpPages MpPages;

/* align_right: numbers; weight: share of the width. */
typedef struct { const char *title; double weight; gboolean align_right; } MpPageColumn;

MpPages *mp_pages_new        (const MpReportOptions *options, const char *title, const char *foot, guint n_pages);
void     mp_pages_free       (MpPages *self);
guint    mp_pages_count      (const MpPages *self);
/* NULL with an error; alternatives: array of char *, texts of the figures in order. */
GBytes  *mp_pages_finish     (MpPages *self, GError **error);

void mp_pages_title      (MpPages *self, const char *text);
void mp_pages_heading    (MpPages *self, const char *text, double keep);
void mp_pages_subheading (MpPages *self, const char *text);
void mp_pages_paragraph  (MpPages *self, const char *text);
void mp_pages_note       (MpPages *self, const char *text);
void mp_pages_list       (MpPages *self, char *const *items);
void mp_pages_break      (MpPages *self);

void mp_pages_table_begin (MpPages *self, const MpPageColumn *columns, guint n, double size);
void mp_pages_table_row   (MpPages *self, const char *const *cells, gboolean strong);
void mp_pages_table_end   (MpPages *self);

/* A box for a picture; draw between the two calls. */
cairo_t *mp_pages_figure_begin (MpPages *self, double height, const char *alternative);
void     mp_pages_figure_end   (MpPages *self);
double   mp_pages_width        (const MpPages *self);

GBytes *mp_tags_complete (GBytes *pdf, const char *language, GPtrArray *alternatives, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPages, mp_pages_free)

G_END_DECLS
