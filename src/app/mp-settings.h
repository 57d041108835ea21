/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the program remembers of itself; never a fact of a person. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *mp_settings_get          (void);
void       mp_settings_use_language (void);

G_END_DECLS
