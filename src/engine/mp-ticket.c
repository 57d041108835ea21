/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-engine-private.h"

struct _MpTicketState {
  gint nothing;
};

MpTicketState *
mp_ticket_init (MpRun *run)
{
  return mp_run_scratch (run, 3, sizeof (MpTicketState));
}

void
mp_ticket_step (MpTicketState *self, MpRun *run, MpMonth month)
{
}

void
mp_ticket_finish (MpTicketState *self, MpRun *run)
{
}
