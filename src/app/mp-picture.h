/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the widgets that draw a picture share: its look, and the spots of it that take the focus. */

#pragma once

#include "mp-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_PICTURE_SPOT (mp_picture_spot_get_type ())
G_DECLARE_FINAL_TYPE (MpPictureSpot, mp_picture_spot, MP, PICTURE_SPOT, GtkWidget)

GtkWidget *mp_picture_spot_new      (void);
void       mp_picture_spots_resize  (GPtrArray *spots, GtkWidget *parent, guint n);
void       mp_picture_style         (GtkWidget *widget, MpChartStyle *style);
void       mp_picture_follow_style  (GtkWidget *widget, GCallback changed);

G_END_DECLS
