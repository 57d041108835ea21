/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ladder for a room: full screen, step by step, no names unless asked for. */

#pragma once

#include "mp-case-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_PRESENTATION (mp_presentation_get_type ())
G_DECLARE_FINAL_TYPE (MpPresentation, mp_presentation, MP, PRESENTATION, AdwWindow)

GtkWidget *mp_presentation_new (GtkWindow *parent, MpCaseModel *model, MpCaseView *view, gboolean names);

G_END_DECLS
