/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names for people who do not see the window. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mp_a11y_name     (GtkWidget *widget, const char *text);
void mp_a11y_row_name (GtkWidget *child, const char *text);
void mp_a11y_icons    (GtkWidget *widget);
void mp_a11y_check    (GtkCheckButton *check);
void mp_a11y_choice   (GtkWidget *widget);

G_END_DECLS
