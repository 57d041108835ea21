/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-engine-private.h"

struct _MpSsdiState {
  gint nothing;
};

MpSsdiState *
mp_ssdi_init (MpRun *run)
{
  return mp_run_scratch (run, 1, sizeof (MpSsdiState));
}

void
mp_ssdi_step (MpSsdiState *self, MpRun *run, MpMonth month)
{
}

void
mp_ssdi_finish (MpSsdiState *self, MpRun *run)
{
}
