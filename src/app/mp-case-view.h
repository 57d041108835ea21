/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the pages of one open case look at: month, span, plans side by side. Not saved, not undone. */

#pragma once

#include "mp-case-model.h"

G_BEGIN_DECLS

#define MP_TYPE_CASE_VIEW (mp_case_view_get_type ())
G_DECLARE_FINAL_TYPE (MpCaseView, mp_case_view, MP, CASE_VIEW, GObject)

/** MP_CASE_VIEW_MAX_COMPARED: As many plans stand side by side. */
#define MP_CASE_VIEW_MAX_COMPARED 4

MpCaseView *mp_case_view_new           (MpCaseModel *model);

MpMonth     mp_case_view_get_cursor    (MpCaseView *self);
void        mp_case_view_set_cursor    (MpCaseView *self, MpMonth month);
guint       mp_case_view_get_row       (MpCaseView *self);
void        mp_case_view_set_row       (MpCaseView *self, guint row);
guint       mp_case_view_get_span      (MpCaseView *self);
void        mp_case_view_set_span      (MpCaseView *self, guint months);
guint       mp_case_view_get_compared  (MpCaseView *self, guint plans[MP_CASE_VIEW_MAX_COMPARED]);
void        mp_case_view_set_compared  (MpCaseView *self, const guint *plans, guint n);
gboolean    mp_case_view_get_panel     (MpCaseView *self);
void        mp_case_view_set_panel     (MpCaseView *self, gboolean shown);
gboolean    mp_case_view_expects_ssdi  (MpCaseView *self);
gboolean    mp_case_view_expects_ssi   (MpCaseView *self);
void        mp_case_view_set_expected  (MpCaseView *self, gboolean ssdi, gboolean ssi);

const MpCase *mp_case_view_get_reported (MpCaseView *self);
void          mp_case_view_set_reported (MpCaseView *self, MpCase *reported);

G_END_DECLS
