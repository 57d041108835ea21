/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The facts of a person in the order of the BPQY, then what no BPQY tells. */

#pragma once

#include "mp-form.h"

G_BEGIN_DECLS

GtkWidget  *mp_facts_form_new   (MpCaseModel *model);
const char *mp_facts_form_title (const char *pointer);

extern const char *const mp_incentive_kinds[];
extern const char *const mp_pass_uses[];

G_END_DECLS
