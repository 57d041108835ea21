/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the EN is paid, step by step. */

#pragma once

#include "mp-page.h"

G_BEGIN_DECLS

#define MP_TYPE_MILESTONES_PAGE (mp_milestones_page_get_type ())
G_DECLARE_FINAL_TYPE (MpMilestonesPage, mp_milestones_page, MP, MILESTONES_PAGE, MpPage)

G_END_DECLS
