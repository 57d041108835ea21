/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A job in one line of plain words: "Store clerk, 20 h at $15 from June 2026 to Feb 2027". */

#pragma once

#include "mp-case.h"

G_BEGIN_DECLS

gboolean    mp_work_line_parse (const char *text, MpCase *kase, guint scenario, MpWork *work, char **problem);
char       *mp_work_line_echo  (const MpCase *kase, guint scenario, const MpWork *work);
guint       mp_work_line_add   (MpCase *kase, guint scenario, const MpWork *work);

G_END_DECLS
