/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pay stubs from a table: (month or pay day, amount) on each line. */

#pragma once

#include "mp-case.h"

G_BEGIN_DECLS

/** MpPayMonth: What the stubs of a month come to. */
typedef struct {
  MpMonth month;
  MpMoney amount;
  guint n_stubs;
} MpPayMonth;

/**
 * MpPayCsv:
 * @months: #MpPayMonth, in order
 * @by_pay_day: the lines carry days rather than months, so that the amounts are what was paid in a month
 * @column: the name of the column of amounts; "" when the table has no names
 */
typedef struct {
  GArray *months;
  gboolean by_pay_day;
  char *column;
} MpPayCsv;

MpPayCsv *mp_pay_csv_read  (const char *data, gsize length, GPtrArray *problems);
guint     mp_pay_csv_apply (const MpPayCsv *self, MpCase *kase, guint scenario, guint job);
void      mp_pay_csv_free  (MpPayCsv *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPayCsv, mp_pay_csv_free)

G_END_DECLS
