/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be chosen: the program's settings, and how the open case reads ambiguous rules. */

#pragma once

#include "mp-case-model.h"
#include "mp-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_PREFERENCES (mp_preferences_get_type ())
G_DECLARE_FINAL_TYPE (MpPreferences, mp_preferences, MP, PREFERENCES, AdwPreferencesWindow)

GtkWidget *mp_preferences_new (GtkWindow *parent, MpStore *store, MpCaseModel *model);

G_END_DECLS
