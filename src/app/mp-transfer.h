/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cases on their way into the caseload and out of it. */

#pragma once

#include "mp-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpTransfer:
 * @MP_TRANSFER_REFUSED: nothing was taken over, and what is wrong is to be said by whoever reads the file as one case
 * @MP_TRANSFER_ONE: one case was taken over, or is here already: it is to be opened
 * @MP_TRANSFER_SEVERAL: a dialog says what was done
 */
typedef enum { MP_TRANSFER_REFUSED, MP_TRANSFER_ONE, MP_TRANSFER_SEVERAL } MpTransfer;

MpTransfer mp_transfer_import (GtkWindow *parent, MpStore *store, const char *path, char **person_id, const char **words, GError **error);
char      *mp_transfer_name   (void);

G_END_DECLS
