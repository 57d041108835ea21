/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The frame of one open case: header bar and the six pages. */

#pragma once

#include "mp-case-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_CASE_PAGE (mp_case_page_get_type ())
G_DECLARE_FINAL_TYPE (MpCasePage, mp_case_page, MP, CASE_PAGE, AdwBin)

GtkWidget   *mp_case_page_new       (MpCaseModel *model);
MpCaseView  *mp_case_page_get_view  (MpCasePage *self);
void         mp_case_page_show_why (MpCasePage *self);
void         mp_case_page_show      (MpCasePage *self, const char *name);
const char  *mp_case_page_get_shown  (MpCasePage *self);
void         mp_case_page_set_status (MpCasePage *self, const char *text);
void         mp_case_page_present   (MpCasePage *self);
void         mp_case_page_report    (MpCasePage *self, const char *action);
void         mp_case_page_save_picture (MpCasePage *self);
void         mp_case_page_add_job   (MpCasePage *self);
void         mp_case_page_add_plan  (MpCasePage *self, gboolean copy);

void        mp_case_page_show_fact   (MpCasePage *self, const char *pointer);

G_END_DECLS
