/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window: people, and the case of one of them. */

#pragma once

#include "mp-parameters.h"
#include "mp-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_WINDOW (mp_window_get_type ())
G_DECLARE_FINAL_TYPE (MpWindow, mp_window, MP, WINDOW, AdwApplicationWindow)

GtkWidget *mp_window_new       (AdwApplication *application, MpStore *store, const MpParameters *parameters);
void       mp_window_open_file (MpWindow *self, GFile *file);
void       mp_window_show_bar  (MpWindow *self, const char *text);

G_END_DECLS
