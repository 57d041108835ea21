/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A provider's money over all people, month by month, and what it can ask for now. */

#pragma once

#include "mp-window.h"

G_BEGIN_DECLS

#define MP_TYPE_ROLLUP_WINDOW (mp_rollup_window_get_type ())
G_DECLARE_FINAL_TYPE (MpRollupWindow, mp_rollup_window, MP, ROLLUP_WINDOW, AdwWindow)

GtkWidget *mp_rollup_window_new (MpWindow *parent, MpStore *store);

G_END_DECLS
