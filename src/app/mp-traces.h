/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the program leaves outside its database: files that were dragged out, and names in the recent files. */

#pragma once

#include "mp-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GFile *mp_traces_drag_file (const char *name, const char *suffix, GBytes *document);
void   mp_traces_remove    (void);
void   mp_traces_watch     (MpStore *store);

G_END_DECLS
