/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What people type and paper prints, in more forms than the case file: "$1,215", "3/26", "Mar 2026". */

#pragma once

#include "mp-money.h"
#include "mp-month.h"

G_BEGIN_DECLS

gint     mp_month_name_parse  (const char *word, gsize length);
gboolean mp_money_parse_typed (const char *text, MpMoney *amount);
gboolean mp_month_parse_typed (const char *text, MpMonth *month);
gboolean mp_date_parse_typed  (const char *text, gint latest_year, MpDate *date);

G_END_DECLS
