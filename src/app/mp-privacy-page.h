/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Preferences: locking, the passphrase, where the file is, backups and the bin. */

#pragma once

#include "mp-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_PRIVACY_PAGE (mp_privacy_page_get_type ())
G_DECLARE_FINAL_TYPE (MpPrivacyPage, mp_privacy_page, MP, PRIVACY_PAGE, AdwPreferencesPage)

GtkWidget *mp_privacy_page_new (MpStore *store);

G_END_DECLS
