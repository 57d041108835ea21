/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the person gets now, in the order of the BPQY. */

#pragma once

#include "mp-page.h"

G_BEGIN_DECLS

#define MP_TYPE_FACTS_PAGE (mp_facts_page_get_type ())
G_DECLARE_FINAL_TYPE (MpFactsPage, mp_facts_page, MP, FACTS_PAGE, MpPage)

G_END_DECLS
