/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the EN is paid month by month, what it passes on and what stays. */

#pragma once

#include "mp-case-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_EN_TABLE (mp_en_table_get_type ())
G_DECLARE_FINAL_TYPE (MpEnTable, mp_en_table, MP, EN_TABLE, AdwBin)

GtkWidget *mp_en_table_new  (MpCaseModel *model, MpCaseView *view);
void       mp_en_table_show (MpEnTable *self);
MpMoney    mp_en_cost       (void);
char      *mp_en_table_to_text (MpEnTable *self, gboolean csv);

G_END_DECLS
