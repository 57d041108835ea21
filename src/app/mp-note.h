/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A note that is pinned to a month or to a plan: a popover to write it in. */

#pragma once

#include "mp-case-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget  *mp_note_new      (MpCaseModel *model);
void        mp_note_popup    (GtkWidget *note, GtkWidget *at, MpMonth month, const char *about, const char *title);
const char *mp_note_get_text (MpCaseModel *model, MpMonth month, const char *about);

G_END_DECLS
