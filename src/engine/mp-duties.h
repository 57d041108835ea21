/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What to tell Social Security, and by when. The law's days are rules REP-1 to REP-13. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/** MpDutyDue: When a report is due. */
typedef enum { MP_DUE_NOT, MP_DUE_AT_ONCE, MP_DUE_TENTH } MpDutyDue;

/**
 * MpDuty:
 * @rule: static, "REP-1"
 * @what: static English marked N_(): what happens
 * @ssdi: when it is due for SSDI; MP_DUE_NOT without SSDI
 * @ssi: when it is due for SSI; MP_DUE_NOT without SSI
 * @proof: static English marked N_(): what to show and keep
 */
typedef struct {
  const char *rule, *what;
  MpDutyDue ssdi, ssi;
  const char *proof;
} MpDuty;

/**
 * MpReportDate:
 * @due: the last day for it; for MP_DUE_AT_ONCE the first day on which it can be told
 * @kind: what @due is
 * @program: MP_PROGRAM_SSDI or MP_PROGRAM_SSI
 * @rule: static, "REP-1"
 * @text: what to report
 */
typedef struct {
  MpDate due;
  MpDutyDue kind;
  MpProgram program;
  const char *rule;
  MpMessage text;
} MpReportDate;

GArray *mp_duties       (const MpCase *kase, const MpProjection *projection); /* of MpDuty */
GArray *mp_report_dates (const MpCase *kase, const MpProjection *projection); /* of MpReportDate, by day */

G_END_DECLS
