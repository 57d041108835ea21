/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plans side by side. */

#pragma once

#include "mp-page.h"

G_BEGIN_DECLS

#define MP_TYPE_COMPARE_PAGE (mp_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (MpComparePage, mp_compare_page, MP, COMPARE_PAGE, MpPage)

G_END_DECLS
