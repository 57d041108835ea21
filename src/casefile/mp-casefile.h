/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The case file: doc/case-file.md. */

#pragma once

#include "mp-case.h"
#include "mp-projection-write.h"

G_BEGIN_DECLS

MpCase  *mp_case_read      (const char *data, gsize length, GPtrArray *problems);
gboolean mp_case_read_into (MpCase *kase, const char *data, gsize length, GPtrArray *problems);
MpCase  *mp_case_load      (const char *path, GPtrArray *problems, GError **error);
char    *mp_case_write     (const MpCase *kase);

G_END_DECLS
