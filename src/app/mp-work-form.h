/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One plan as a form: steps, work incentives, fast return, Ticket. */

#pragma once

#include "mp-form.h"

G_BEGIN_DECLS

GtkWidget *mp_work_form_new        (MpCaseModel *model, guint scenario);

G_END_DECLS
