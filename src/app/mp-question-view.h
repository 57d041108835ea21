/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Questions asked backward: which pay, which work cost, which month; each answer with its rule. */

#pragma once

#include "mp-case-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_QUESTION_VIEW (mp_question_view_get_type ())
G_DECLARE_FINAL_TYPE (MpQuestionView, mp_question_view, MP, QUESTION_VIEW, AdwBin)

GtkWidget *mp_question_button_new (MpCaseModel *model, MpCaseView *view);

G_END_DECLS
