/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The texts of a language, and which of them a thread writes in. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MpCatalogue: The texts of one language, read from a file of msgfmt. */
typedef struct _MpCatalogue MpCatalogue;

MpCatalogue *mp_catalogue_new  (GBytes *mo, const char *language);
/* Without translations: text as it is written in the program, whatever the session's language. */
MpCatalogue *mp_catalogue_new_plain (const char *language);
void         mp_catalogue_free (MpCatalogue *self);

/* At the start of a program: the language of the session, from where the program is installed. */
void mp_i18n_start (const char *locale_folder);
/* Of this thread; NULL is the language of the session. Returns the one before, to be put back. */
const MpCatalogue *mp_i18n_use (const MpCatalogue *catalogue);
const MpCatalogue *mp_i18n_used (void);
/* "en", "es": what this thread writes in. */
const char *mp_i18n_language (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpCatalogue, mp_catalogue_free)

G_END_DECLS
