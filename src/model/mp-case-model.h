/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A case that can be edited: every change is projected at once, and can be undone. */

#pragma once

#include "mp-objects.h"
#include "mp-projection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MpFactChange:
 * @pointer: which fact, "/scenarios/0/work/1/hourly"; a list with "/-" behind it: a new entry
 * @text: (nullable): what it becomes, as mp_edit_set() takes it; %NULL: the entry or object goes
 */
typedef struct {
  const char *pointer;
  const char *text;
} MpFactChange;

#define MP_TYPE_CASE_MODEL (mp_case_model_get_type ())
G_DECLARE_FINAL_TYPE (MpCaseModel, mp_case_model, MP, CASE_MODEL, GObject)

#define MP_TYPE_MONTH_OBJECT (mp_month_object_get_type ())
G_DECLARE_FINAL_TYPE (MpMonthObject, mp_month_object, MP, MONTH_OBJECT, GObject)

MpCaseModel *mp_case_model_new (MpCase *kase, const MpParameters *parameters);

const MpCase       *mp_case_model_get_case         (MpCaseModel *self);
const MpParameters *mp_case_model_get_parameters   (MpCaseModel *self);
void                mp_case_model_set_parameters   (MpCaseModel *self, const MpParameters *parameters);
const MpProjection *mp_case_model_get_projection   (MpCaseModel *self, guint scenario);
const MpProjection *mp_case_model_get_without_work (MpCaseModel *self, guint scenario);
const char         *mp_case_model_get_error        (MpCaseModel *self);
guint               mp_case_model_get_scenario     (MpCaseModel *self);
void                mp_case_model_set_scenario     (MpCaseModel *self, guint scenario);
GListModel         *mp_case_model_get_scenarios    (MpCaseModel *self);
GListModel         *mp_case_model_get_months       (MpCaseModel *self);

MpBeneficiary *mp_case_model_get_beneficiary (MpCaseModel *self);
MpSsdi        *mp_case_model_get_ssdi        (MpCaseModel *self);
MpSsi         *mp_case_model_get_ssi         (MpCaseModel *self);
MpTicket      *mp_case_model_get_ticket      (MpCaseModel *self);

gboolean    mp_case_model_set_fact     (MpCaseModel *self, const char *pointer, const char *text, const char *title,
                                        GPtrArray *problems);
gboolean    mp_case_model_change       (MpCaseModel *self, const MpFactChange *changes, guint n, const char *label,
                                        GPtrArray *problems);
void        mp_case_model_end_visit    (MpCaseModel *self);
const char *mp_case_model_get_pending  (MpCaseModel *self, const char *pointer);
gboolean    mp_case_model_has_pending  (MpCaseModel *self, const char *prefix);
MpCase     *mp_case_model_begin_edit   (MpCaseModel *self);
gboolean    mp_case_model_commit       (MpCaseModel *self, MpCase *edited, const char *label, GPtrArray *problems);
gboolean    mp_case_model_undo         (MpCaseModel *self);
gboolean    mp_case_model_redo         (MpCaseModel *self);
gboolean    mp_case_model_get_read_only (MpCaseModel *self);
void        mp_case_model_set_read_only (MpCaseModel *self, gboolean read_only);
void        mp_case_model_follow       (MpCaseModel *self, MpCase *kase);

gboolean            mp_case_model_try                 (MpCaseModel *self, MpCase *edited, GPtrArray *problems);
gboolean            mp_case_model_is_trying           (MpCaseModel *self);
void                mp_case_model_keep                (MpCaseModel *self, const char *label);
void                mp_case_model_drop                (MpCaseModel *self);
const MpCase       *mp_case_model_get_kept_case       (MpCaseModel *self);
const MpProjection *mp_case_model_get_kept_projection (MpCaseModel *self, guint scenario);

MpMonth           mp_month_object_get_month (MpMonthObject *self);
const MpMonthRow *mp_month_object_get_row   (MpMonthObject *self);

G_END_DECLS
