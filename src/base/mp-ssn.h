/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finding what looks like a Social Security number, which has no place in a caseload. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mp_ssn_find   (const char *text, gsize *start, gsize *length);
char    *mp_ssn_remove (const char *text);
gboolean mp_ssn_begins (const char *text);

G_END_DECLS
