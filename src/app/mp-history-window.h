/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The saved states of a case, what changed since each, and restoring one. */

#pragma once

#include "mp-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_HISTORY_WINDOW (mp_history_window_get_type ())
G_DECLARE_FINAL_TYPE (MpHistoryWindow, mp_history_window, MP, HISTORY_WINDOW, AdwWindow)

GtkWidget *mp_history_window_new (GtkWindow *parent, MpStore *store, const char *person_id);

G_END_DECLS
