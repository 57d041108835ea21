/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reader and writer of the case file, for the rest of this folder. */

#pragma once

#include "mp-casefile.h"
#include "mp-casefile-fields.h"

#include <jansson.h>

G_BEGIN_DECLS

G_GNUC_INTERNAL json_t *_mp_case_to_json   (const MpCase *kase);
G_GNUC_INTERNAL json_t *_mp_json_plain     (const char *data, gsize length);

G_END_DECLS
