/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a fact comes from: a letter in a ring, and under it what is known of the source. */

#pragma once

#include "mp-case.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_SOURCE_BUTTON (mp_source_button_get_type ())
G_DECLARE_FINAL_TYPE (MpSourceButton, mp_source_button, MP, SOURCE_BUTTON, GtkWidget)

GtkWidget *mp_source_button_new        (const char *title);
void       mp_source_button_set_source (MpSourceButton *self, const MpSource *source);
void       mp_source_button_get_source (MpSourceButton *self, MpSource *source);
void       mp_source_button_popup      (MpSourceButton *self);

const char *mp_source_letter (MpSourceKind kind);
const char *mp_source_name   (MpSourceKind kind);

G_END_DECLS
