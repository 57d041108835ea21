/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text in the language of the reader. What can be printed for somebody else (chart, report, engine messages)
 * includes this instead of <glib/gi18n-lib.h>: a thread may read a catalogue of its own, so that an English session
 * writes a Spanish report. Without one, text is in the language of the session. */

#pragma once

#include "mp-catalogue.h"

G_BEGIN_DECLS

const char *mp_gettext  (const char *text) G_GNUC_FORMAT (1);
const char *mp_pgettext (const char *context_and_text, gsize text_offset) G_GNUC_FORMAT (1);
const char *mp_pgettext2 (const char *context, const char *text) G_GNUC_FORMAT (2);
const char *mp_ngettext (const char *singular, const char *plural, gulong n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

#define _(text) mp_gettext (text)
#define N_(text) (text)
#define NC_(context, text) (text)
#define C_(context, text) mp_pgettext (context "\004" text, sizeof context)
#undef ngettext
#define ngettext(singular, plural, n) mp_ngettext (singular, plural, n)

G_END_DECLS
