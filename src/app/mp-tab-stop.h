/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A list as one stop of the Tab key: GTK 4.8 would stop at each row. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_TAB_STOP (mp_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (MpTabStop, mp_tab_stop, MP, TAB_STOP, AdwBin)

G_END_DECLS
