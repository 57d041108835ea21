/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The plans: jobs, pay, hours, work incentives, Ticket. */

#pragma once

#include "mp-page.h"

G_BEGIN_DECLS

#define MP_TYPE_WORK_PAGE (mp_work_page_get_type ())
G_DECLARE_FINAL_TYPE (MpWorkPage, mp_work_page, MP, WORK_PAGE, MpPage)

G_END_DECLS
