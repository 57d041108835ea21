/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The published figures: amount, from when, where published, and how often the open case uses them. */

#pragma once

#include "mp-case-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_FIGURES_WINDOW (mp_figures_window_get_type ())
G_DECLARE_FINAL_TYPE (MpFiguresWindow, mp_figures_window, MP, FIGURES_WINDOW, AdwWindow)

GtkWidget *mp_figures_window_new  (GtkWindow *parent, const MpParameters *parameters, MpCaseModel *model);
void       mp_figures_window_set_parameters (MpFiguresWindow *self, const MpParameters *parameters);
void       mp_figures_window_show (MpFiguresWindow *self, const char *series);

G_END_DECLS
