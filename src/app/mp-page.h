/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A page of the case: src/DESIGN.md says how to write one. */

#pragma once

#include "mp-case-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_PAGE (mp_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MpPage, mp_page, MP, PAGE, AdwBin)

/**
 * MpPageClass:
 * @model_changed: the case, its figures or the plan shown have changed
 * @view_changed: the cursor, the span or the compared plans have changed; also after each @model_changed
 * @take_focus: gives the focus to what the keyboard is for on this page, when the page is shown
 *
 * The first two are called on a page that is seen; one that is not is brought up to date when it is shown.
 */
struct _MpPageClass {
  AdwBinClass parent_class;
  void (*model_changed) (MpPage *self);
  void (*view_changed)  (MpPage *self);
  void (*take_focus)    (MpPage *self);
};

MpCaseModel        *mp_page_get_model        (MpPage *self);
MpCaseView         *mp_page_get_view         (MpPage *self);
void                mp_page_take_focus       (MpPage *self);
void                mp_page_focus_on         (GtkWidget *part);
void                mp_page_offer_undo       (MpPage *self, const char *text);
const MpProjection *mp_page_get_projection   (MpPage *self);
const MpProjection *mp_page_get_without_work (MpPage *self);

G_END_DECLS
