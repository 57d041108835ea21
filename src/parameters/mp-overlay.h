/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Figures entered by hand, laid over the published ones: doc/parameters.md. */

#pragma once

#include "mp-parameters.h"
#include "mp-problem.h"

G_BEGIN_DECLS

/**
 * MpOverlayRow:
 * @series: (transfer none): as from mp_series_name(), or "threshold_1619b"
 * @key: (transfer none): a state's code for "threshold_1619b", with " blind" for its blind row; else ""
 * @from: the month it applies from
 * @value: cents, basis points or hours
 * @citation: (transfer none): where it is published
 * @line: of the file
 */
typedef struct {
  const char *series;
  const char *key;
  MpMonth from;
  gint64 value;
  const char *citation;
  guint line;
} MpOverlayRow;

MpOverlay *mp_overlay_load  (const char *path, GPtrArray *problems, GError **error);
MpOverlay *mp_overlay_parse (const char *name, GBytes *bytes, GPtrArray *problems);
void       mp_overlay_free  (MpOverlay *self);
const MpOverlayRow *mp_overlay_rows (const MpOverlay *self, guint *n_rows);
MpOverlay *mp_overlay_merge (const MpOverlay *old, const MpOverlay *newer);
char      *mp_overlay_write (const MpOverlay *self);
gboolean   mp_overlay_row_equal (const MpOverlayRow *a, const MpOverlayRow *b);
gboolean   mp_overlay_row_is_strange (const MpOverlayRow *row, const MpParameters *figures, gint64 *before);

MpParameters *mp_overlay_keep            (const MpOverlay *self, GPtrArray *problems, GError **error);
MpParameters *mp_overlay_drop            (GError **error);
char         *mp_overlay_default_path    (void);
MpParameters *mp_parameters_new_for_user (GPtrArray *problems, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpOverlay, mp_overlay_free)

G_END_DECLS
