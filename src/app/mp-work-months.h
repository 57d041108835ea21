/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Single months of a job that differ, its pay days, and pay stubs from a file. */

#pragma once

#include "mp-case-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mp_work_months_new (MpCaseModel *model, guint scenario, guint job);
char      *mp_pay_days_words  (const MpWork *work, MpMonth first, guint n_months);

G_END_DECLS
