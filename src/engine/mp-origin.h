/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a value of the trace comes from: a fact of the case, or a published figure. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

#define MP_ORIGIN_SIZE 64

/**
 * MpOrigin:
 * @pointer: JSON pointer of the fact; "" when it is a figure
 * @series: (nullable): static, of mp_parameters_rows(): "sga.non_blind"; %NULL when it is a fact
 * @year: of the figure
 */
typedef struct {
  char pointer[MP_ORIGIN_SIZE];
  const char *series;
  gint year;
} MpOrigin;

gboolean mp_trace_origin (const MpProjection *projection, const MpTraceEntry *entry, const MpValue *value, MpOrigin *origin);

G_END_DECLS
