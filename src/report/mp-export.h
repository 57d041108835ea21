/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is on the screen as CSV for a spreadsheet, or as JSON: ISO months, two decimals, header names of the contract. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/**
 * MpExport:
 * @MP_EXPORT_MONTHS: a row a month, the columns of `project --format csv`
 * @MP_EXPORT_PAYMENTS: a row a payment to a provider
 * @MP_EXPORT_EVENTS: a row an event
 * @MP_EXPORT_REPORTING: a row a report that is due
 */
typedef enum { MP_EXPORT_MONTHS, MP_EXPORT_PAYMENTS, MP_EXPORT_EVENTS, MP_EXPORT_REPORTING, MP_N_EXPORTS } MpExport;
typedef enum { MP_EXPORT_CSV, MP_EXPORT_JSON } MpExportFormat;

const char *mp_export_key    (MpExport what); /* "months", "payments", "events", "reporting" */
/* The texts are English, as everywhere in the contract. */
char       *mp_export_render (const MpCase *kase, MpProjection *projection, MpExport what, MpExportFormat format);

G_END_DECLS
