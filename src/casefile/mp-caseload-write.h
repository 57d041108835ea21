/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A caseload, and its payments one by one, as JSON, CSV and a table for people. */

#pragma once

#include "mp-caseload.h"
#include "mp-ticket-plan.h"

G_BEGIN_DECLS

/* Each appends to out; refused: cases that could not be read or projected. */
void mp_caseload_to_json  (GString *out, MpCaseload *caseload, guint64 refused);
void mp_caseload_to_csv   (GString *out, MpCaseload *caseload);
void mp_caseload_provider_to_csv (GString *out, const MpCaseloadProvider *provider);
void mp_caseload_to_table (GString *out, MpCaseload *caseload);

/* One payment with what is sent for it. title: of the case, or NULL. */
void mp_evidence_to_json  (GString *out, const MpTicketEvidence *evidence, const char *title);
void mp_evidence_to_csv   (GString *out, const MpTicketEvidence *evidence, const char *title);
void mp_evidence_csv_head (GString *out);

G_END_DECLS
