/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text of a BPQY, and what is understood of it, before it is taken. */

#pragma once

#include "mp-case-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mp_paste_dialog_show (GtkWindow *parent, MpCaseModel *model);

G_END_DECLS
