/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture of a published figure over the years. */

#pragma once

#include "mp-figure-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_FIGURE_VIEW (mp_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (MpFigureView, mp_figure_view, MP, FIGURE_VIEW, GtkWidget)

void mp_figure_view_set_steps (MpFigureView *self, const MpFigureStep *steps, guint n, MpMonth until, const char *title);

G_END_DECLS
