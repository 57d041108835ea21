/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The signature picture of a few months, to look at beside a form. */

#pragma once

#include "mp-projection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_SMALL_PICTURE (mp_small_picture_get_type ())
G_DECLARE_FINAL_TYPE (MpSmallPicture, mp_small_picture, MP, SMALL_PICTURE, GtkWidget)

GtkWidget *mp_small_picture_new            (guint months);
void       mp_small_picture_set_projection (MpSmallPicture *self, const MpProjection *projection);

G_END_DECLS
