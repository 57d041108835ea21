/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The days of a plan as an iCalendar file: reports that are due, milestones, next steps. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/**
 * MpCalendarOptions:
 * @language: (nullable): "en" or "es"; %NULL: that of the session
 * @created: (nullable): when the file was made, "20260114T120000Z"; with it, or without, the same case gives the same
 *   bytes: without it stands the first day of the plan
 * @hide_amounts: leave out every amount, for a calendar that others can see
 */
typedef struct { const char *language, *created; gboolean hide_amounts; } MpCalendarOptions;

char *mp_calendar_render (const MpCase *kase, const MpProjection *projection, const MpCalendarOptions *options, GError **error);

G_END_DECLS
