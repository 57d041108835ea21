/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Search in everything: people and notes, plans, months, rules. */

#pragma once

#include "mp-window.h"

G_BEGIN_DECLS

#define MP_TYPE_SEARCH (mp_search_get_type ())
G_DECLARE_FINAL_TYPE (MpSearch, mp_search, MP, SEARCH, AdwWindow)

GtkWidget *mp_search_new (MpWindow *window, MpStore *store);

G_END_DECLS
