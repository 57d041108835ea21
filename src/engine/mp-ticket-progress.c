/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-ticket-private.h"

void
mp_ticket_protect (MpTicketState *self, MpRun *run, MpMonth month)
{
}

void
mp_ticket_set_next (MpTicketState *self, MpRun *run, MpMonth month)
{
}
