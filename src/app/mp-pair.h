/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_PAIR (mp_pair_get_type ())
G_DECLARE_FINAL_TYPE (MpPair, mp_pair, MP, PAIR, GtkWidget)

G_END_DECLS
