/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A case that can be edited: every change is projected at once, and can be undone. */

#pragma once

#include "mp-projection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MP_TYPE_CASE_MODEL (mp_case_model_get_type ())
G_DECLARE_FINAL_TYPE (MpCaseModel, mp_case_model, MP, CASE_MODEL, GObject)

#define MP_TYPE_SCENARIO_OBJECT (mp_scenario_object_get_type ())
G_DECLARE_FINAL_TYPE (MpScenarioObject, mp_scenario_object, MP, SCENARIO_OBJECT, GObject)

#define MP_TYPE_MONTH_OBJECT (mp_month_object_get_type ())
G_DECLARE_FINAL_TYPE (MpMonthObject, mp_month_object, MP, MONTH_OBJECT, GObject)

MpCaseModel *mp_case_model_new (MpCase *kase, const MpParameters *parameters);

const MpCase       *mp_case_model_get_case         (MpCaseModel *self);
const MpProjection *mp_case_model_get_projection   (MpCaseModel *self, guint scenario);
const MpProjection *mp_case_model_get_without_work (MpCaseModel *self, guint scenario);
const char         *mp_case_model_get_error        (MpCaseModel *self);
guint               mp_case_model_get_scenario     (MpCaseModel *self);
void                mp_case_model_set_scenario     (MpCaseModel *self, guint scenario);
GListModel         *mp_case_model_get_scenarios    (MpCaseModel *self);
GListModel         *mp_case_model_get_months       (MpCaseModel *self);

MpCase  *mp_case_model_begin_edit (MpCaseModel *self);
gboolean mp_case_model_commit     (MpCaseModel *self, MpCase *edited, const char *label, GPtrArray *problems);
gboolean mp_case_model_amend      (MpCaseModel *self, MpCase *edited, const char *label, GPtrArray *problems);
gboolean mp_case_model_undo       (MpCaseModel *self);
gboolean mp_case_model_redo       (MpCaseModel *self);

const char *mp_scenario_object_get_name  (MpScenarioObject *self);
guint       mp_scenario_object_get_index (MpScenarioObject *self);

MpMonth           mp_month_object_get_month (MpMonthObject *self);
const MpMonthRow *mp_month_object_get_row   (MpMonthObject *self);

G_END_DECLS
