/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two states of a case side by side: what differs, and what stands in each. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_DIFFERENCES_VIEW (mp_differences_view_get_type ())
G_DECLARE_FINAL_TYPE (MpDifferencesView, mp_differences_view, MP, DIFFERENCES_VIEW, AdwBin)

GtkWidget *mp_differences_view_new     (void);
void       mp_differences_view_show    (MpDifferencesView *self, const char *left_title, GBytes *left, const char *right_title, GBytes *right);
void       mp_differences_view_message (MpDifferencesView *self, const char *text);

G_END_DECLS
