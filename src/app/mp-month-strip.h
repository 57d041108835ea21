/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Months to tick, one small box each, a year on each line: the trial work months of a BPQY. */

#pragma once

#include "mp-month.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_MONTH_STRIP (mp_month_strip_get_type ())
G_DECLARE_FINAL_TYPE (MpMonthStrip, mp_month_strip, MP, MONTH_STRIP, GtkWidget)

/**
 * MpMonthStripNote:
 * @month: a month
 * @data: what was given with the function
 *
 * Returns: (transfer full) (nullable): what is said of the month besides its name
 */
typedef char *(*MpMonthStripNote) (MpMonth month, gpointer data);

GtkWidget     *mp_month_strip_new        (void);
void           mp_month_strip_set_range  (MpMonthStrip *self, MpMonth first, MpMonth last);
void           mp_month_strip_set_months (MpMonthStrip *self, const MpMonth *months, guint n);
const MpMonth *mp_month_strip_get_months (MpMonthStrip *self, guint *n);
void           mp_month_strip_set_note   (MpMonthStrip *self, MpMonthStripNote note, gpointer data, GDestroyNotify destroy);

G_END_DECLS
