/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the page that is shown is for, and how its figures are to be read. */

#pragma once

#include "mp-parameters.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *mp_help_new      (GtkWindow *parent, const char *page, const char *pointer, const char *guide, const MpParameters *parameters);
gboolean   mp_help_has_word (const char *pointer);
char      *mp_help_sentence (const char *pointer, const MpParameters *parameters);

G_END_DECLS
