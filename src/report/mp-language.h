/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The languages a report can be written in; they are part of the program. */

#pragma once

#include "mp-catalogue.h"

G_BEGIN_DECLS

extern const char *const mp_languages[]; /* "en", "es"; NULL-terminated */

/* NULL for NULL, which is the session's language, and for a language that is not there. */
const MpCatalogue *mp_language_find (const char *language);

G_END_DECLS
