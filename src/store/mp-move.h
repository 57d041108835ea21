/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Taking cases from one caseload to another, as JSON lines or as a zip of case files. */

#pragma once

#include "mp-store.h"

G_BEGIN_DECLS

/**
 * MpImportKind:
 * @MP_IMPORT_ADDED: nobody had this id
 * @MP_IMPORT_UPDATED: it follows on the state that is here, which stays in the history
 * @MP_IMPORT_ALREADY: it is here already
 * @MP_IMPORT_COPIED: both were changed apart: it stands beside the one that is here
 * @MP_IMPORT_REFUSED: it is no case that can be read
 */
typedef enum {
  MP_IMPORT_ADDED,
  MP_IMPORT_UPDATED,
  MP_IMPORT_ALREADY,
  MP_IMPORT_COPIED,
  MP_IMPORT_REFUSED,
} MpImportKind;

/**
 * MpImportLine:
 * @kind: what was done
 * @person_id: (nullable): whose row it is now; for a copy the new one
 * @name: the person's label, may be ""
 * @place: where in the file, such as "line 3" or "cases/….milepost"
 * @message: (nullable): why it was refused, with the JSON pointer
 */
typedef struct {
  MpImportKind kind;
  char *person_id;
  char *name;
  char *place;
  char *message;
} MpImportLine;

gboolean   mp_store_export (MpStore *self, const char *const *person_ids, const char *path, GError **error);
GPtrArray *mp_store_import (MpStore *self, const char *path, gboolean preview, GError **error);

G_END_DECLS
