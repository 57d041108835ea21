/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the tests and the rule catalogue share with the tables of figures. */

#pragma once

#include "mp-parameters.h"

G_BEGIN_DECLS

/**
 * MpTableSource:
 * @path: such as "parameters/sga.csv"
 * @data: as given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the bytes of a file
 */
typedef GBytes *(*MpTableSource) (const char *path, gpointer data, GError **error);

GBytes       *_mp_bundled_table        (const char *path, gpointer data, GError **error);
MpParameters *_mp_parameters_new_from  (MpTableSource source, gpointer data, GError **error);

G_END_DECLS
