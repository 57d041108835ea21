/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Setting, changing and taking off the passphrase of a caseload. */

#pragma once

#include "mp-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum { MP_PASSPHRASE_SET, MP_PASSPHRASE_CHANGE, MP_PASSPHRASE_TAKE_OFF } MpPassphraseTask;

GtkWidget *mp_passphrase_new (GtkWindow *parent, MpStore *store, MpPassphraseTask task);

G_END_DECLS
