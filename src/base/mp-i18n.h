/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text in the language of the reader. What can be printed for somebody else (chart, report, engine messages)
 * includes this instead of <glib/gi18n-lib.h>: a thread may read a catalogue of its own, so that an English session
 * writes a Spanish report. Without one, text is in the language of the session. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MpCatalogue: The texts of one language, read from a file of msgfmt. */
typedef struct _MpCatalogue MpCatalogue;

MpCatalogue *mp_catalogue_new  (GBytes *mo, const char *language);
void         mp_catalogue_free (MpCatalogue *self);
const char  *mp_catalogue_language (const MpCatalogue *self);

/* Of this thread; NULL is the language of the session. Returns the one before, to be put back. */
const MpCatalogue *mp_i18n_use (const MpCatalogue *catalogue);
const MpCatalogue *mp_i18n_used (void);
/* "en", "es": what this thread writes in. */
const char *mp_i18n_language (void);

const char *mp_gettext  (const char *text) G_GNUC_FORMAT (1);
const char *mp_pgettext (const char *context_and_text, gsize text_offset) G_GNUC_FORMAT (1);
const char *mp_ngettext (const char *singular, const char *plural, gulong n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

#define _(text) mp_gettext (text)
#define N_(text) (text)
#define C_(context, text) mp_pgettext (context "\004" text, sizeof context)
#undef ngettext
#define ngettext(singular, plural, n) mp_ngettext (singular, plural, n)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpCatalogue, mp_catalogue_free)

G_END_DECLS
