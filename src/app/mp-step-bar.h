/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of a plan on a line of months: edges move in months, steps grow in hours. */

#pragma once

#include "mp-money.h"
#include "mp-month.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_STEP_BAR (mp_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (MpStepBar, mp_step_bar, MP, STEP_BAR, GtkWidget)

/**
 * MpStep:
 * @job: its name
 * @from: its first month
 * @to: its last month, or MP_MONTH_OPEN
 * @hours: hours a week in hundredths; MP_MONEY_NONE for pay by the month
 * @pay: pay of a month, cents, shown when there are no hours
 */
typedef struct {
  const char *job;
  MpMonth from, to;
  gint64 hours;
  MpMoney pay;
} MpStep;

GtkWidget    *mp_step_bar_new       (void);
void          mp_step_bar_set_steps (MpStepBar *self, MpMonth first, MpMonth last, const MpStep *steps, guint n);
const MpStep *mp_step_bar_get_steps (MpStepBar *self, guint *n);

G_END_DECLS
