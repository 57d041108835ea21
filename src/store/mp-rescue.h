/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Looking a caseload through, and saving what can still be read of a damaged one. */

#pragma once

#include "mp-store.h"

G_BEGIN_DECLS

/**
 * MpCaseHealth:
 * @MP_CASE_WHOLE: the case can be read
 * @MP_CASE_EARLIER: its newest state is damaged, an earlier one can be read
 * @MP_CASE_LOST: no state can be read
 */
typedef enum {
  MP_CASE_WHOLE,
  MP_CASE_EARLIER,
  MP_CASE_LOST,
} MpCaseHealth;

/** MpHealthLine: How one case is; @saved: when the newest readable state was saved, or 0. */
typedef struct {
  MpCaseHealth health;
  char *person_id;
  char *name;
  gint64 saved;
} MpHealthLine;

gboolean   mp_store_check_file  (MpStore *self, GError **error);
GPtrArray *mp_store_check_cases (MpStore *self, gboolean repair, GError **error);
gint       mp_store_rescue      (const char *path, const char *target, GError **error);

G_END_DECLS
