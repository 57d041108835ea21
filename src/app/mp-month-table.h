/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The months of the plan shown as a table, with the cursor of the picture. */

#pragma once

#include "mp-case-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_MONTH_TABLE (mp_month_table_get_type ())
G_DECLARE_FINAL_TYPE (MpMonthTable, mp_month_table, MP, MONTH_TABLE, AdwBin)

void  mp_month_table_bind        (MpMonthTable *self, MpCaseModel *model, MpCaseView *view);
void  mp_month_table_show_cursor (MpMonthTable *self);
char *mp_month_table_to_text     (MpMonthTable *self);

G_END_DECLS
