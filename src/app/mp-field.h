/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One fact as a row with an entry. What is typed is in the case, and in the picture, at once. */

#pragma once

#include "mp-case-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpField:
 * @title: the label of the row
 * @change: what Undo says it takes back
 * @hint: what was expected, in one sentence, when the text is not understood
 * @get: the text of the fact; the caller frees it
 * @set: puts the text in the case; %FALSE when it is not understood
 */
typedef struct {
  const char *title;
  const char *change;
  const char *hint;
  char *(*get) (const MpCase *kase, guint scenario, guint job);
  gboolean (*set) (MpCase *kase, guint scenario, guint job, const char *text);
} MpField;

extern const MpField mp_person_fields[];
extern const guint mp_n_person_fields;
extern const MpField mp_ssdi_fields[];
extern const guint mp_n_ssdi_fields;
extern const MpField mp_ssi_fields[];
extern const guint mp_n_ssi_fields;
extern const MpField mp_plan_fields[];
extern const guint mp_n_plan_fields;
extern const MpField mp_job_fields[];
extern const guint mp_n_job_fields;
/* Places in mp_job_fields */
enum { MP_JOB_NAME, MP_JOB_HOURLY, MP_JOB_HOURS, MP_JOB_MONTHLY, MP_JOB_FROM, MP_JOB_TO };

GtkWidget *mp_field_entry_new (const MpField *field, MpCaseModel *model, guint job);
GtkWidget *mp_field_row_new   (const MpField *field, MpCaseModel *model, guint job);
GtkWidget *mp_field_group_new (const char *title, const MpField *fields, guint n, MpCaseModel *model, guint job);

G_END_DECLS
