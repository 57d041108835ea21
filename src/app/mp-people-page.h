/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Everybody in the database: search, sort, archive, rename, and the first start. */

#pragma once

#include "mp-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_PEOPLE_PAGE (mp_people_page_get_type ())
G_DECLARE_FINAL_TYPE (MpPeoplePage, mp_people_page, MP, PEOPLE_PAGE, AdwBin)

GtkWidget *mp_people_page_new      (MpStore *store);
void       mp_people_page_clear    (MpPeoplePage *self);
void       mp_people_page_refresh  (MpPeoplePage *self);
void       mp_people_page_focus    (MpPeoplePage *self, gboolean search);
void       mp_people_page_undo     (MpPeoplePage *self);

G_END_DECLS
