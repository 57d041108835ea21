/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Covers a window when nobody is there, and locks a sealed caseload with it. */

#pragma once

#include "mp-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_GUARD (mp_guard_get_type ())
G_DECLARE_FINAL_TYPE (MpGuard, mp_guard, MP, GUARD, GObject)

MpGuard *mp_guard_new       (AdwApplicationWindow *window, MpStore *store);
void     mp_guard_lock      (MpGuard *self);
gboolean mp_guard_is_locked (MpGuard *self);
void     mp_guard_look      (MpGuard *self, gint64 now);

G_END_DECLS
