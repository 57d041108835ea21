/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Small widgets that several pages use. */

#pragma once

#include "mp-case-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** MP_OFFER_SECONDS: How long something that can be taken back is offered: who is read to needs more than a glance. */
#define MP_OFFER_SECONDS 60

GtkWidget *mp_label_new   (const char *text, const char *css_class);
void       mp_box_clear   (GtkBox *box);
void       mp_plans_bind  (GtkDropDown *plans, MpCaseModel *model);

GtkWidget *mp_initials_new         (void);
void       mp_initials_set_name    (GtkWidget *initials, const char *name);

double     mp_text_scale           (GtkWidget *widget);
void       mp_dialog_fit_text      (GtkWindow *window);
GtkWidget *mp_label_in             (GtkWidget *widget);
void       mp_heading_over_figures (GtkWidget *title);

void       mp_drop_down_shorten (GtkDropDown *drop_down);
void       mp_drop_down_wrap    (GtkDropDown *drop_down, int chars);
void       mp_reveal            (GtkWidget *revealer, gboolean reveal);

GtkWidget *mp_menu_item_new (const char *title);

G_END_DECLS
