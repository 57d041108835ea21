/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Setting, changing and taking off the passphrase of a caseload. */

#pragma once

#include "mp-seal.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_PASSPHRASE (mp_passphrase_get_type ())
G_DECLARE_FINAL_TYPE (MpPassphrase, mp_passphrase, MP, PASSPHRASE, AdwWindow)

GtkWidget *mp_passphrase_new (GtkWindow *parent, MpStore *store, MpSealTask task);

G_END_DECLS
