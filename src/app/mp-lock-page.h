/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a locked window shows: the icon, and how to unlock. */

#pragma once

#include "mp-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_LOCK_PAGE (mp_lock_page_get_type ())
G_DECLARE_FINAL_TYPE (MpLockPage, mp_lock_page, MP, LOCK_PAGE, AdwBin)

GtkWidget *mp_lock_page_new   (MpStore *store);
void       mp_lock_page_reset (MpLockPage *self);

G_END_DECLS
