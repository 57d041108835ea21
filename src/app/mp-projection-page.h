/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The plan shown, month by month: sentence, picture, table, and why. */

#pragma once

#include "mp-page.h"

G_BEGIN_DECLS

#define MP_TYPE_PROJECTION_PAGE (mp_projection_page_get_type ())
G_DECLARE_FINAL_TYPE (MpProjectionPage, mp_projection_page, MP, PROJECTION_PAGE, MpPage)

gboolean mp_projection_page_write_picture (MpProjectionPage *self, const char *path, GError **error);

G_END_DECLS
