/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One fact of the case as a widget. What is typed is in the case, and in the picture, at once. */

#pragma once

#include "mp-case-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *mp_fact_entry_new  (MpCaseModel *model, const char *pointer, const char *title);
GtkWidget *mp_fact_switch_new (MpCaseModel *model, const char *pointer, const char *title);
GtkWidget *mp_fact_choice_new (MpCaseModel *model, const char *pointer, const char *title, const char *const *words);
GtkWidget *mp_fact_widget_new (MpCaseModel *model, const char *pointer, const char *title, const char *const *words);
void       mp_fact_widget_set_problem_label (GtkWidget *widget, GtkLabel *label);
const char *mp_fact_pointer_of (GtkWidget *widget);
GtkWidget *mp_fact_row_get_widget (GtkWidget *row);
GtkWidget *mp_fact_row_new    (MpCaseModel *model, const char *pointer, const char *title, const char *subtitle,
                               const char *const *words);

G_END_DECLS
