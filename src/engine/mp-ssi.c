/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-engine-private.h"

struct _MpSsiState {
  gint nothing;
};

MpSsiState *
mp_ssi_init (MpRun *run)
{
  return mp_run_scratch (run, 2, sizeof (MpSsiState));
}

void
mp_ssi_step (MpSsiState *self, MpRun *run, MpMonth month)
{
}

void
mp_ssi_finish (MpSsiState *self, MpRun *run)
{
}
