/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tables of data/parameters as they are printed, and which column of which is which series. */

#pragma once

#include "mp-csv.h"
#include "mp-parameters-private.h"

G_BEGIN_DECLS

/** MpTableId: A file of data/parameters. */
typedef enum {
  MP_TABLE_AWI,
  MP_TABLE_BEND_POINTS,
  MP_TABLE_COLA,
  MP_TABLE_EXCLUSIONS,
  MP_TABLE_FBR,
  MP_TABLE_FBR_ANNUAL,
  MP_TABLE_FRA,
  MP_TABLE_FRA_WIDOW,
  MP_TABLE_ISM,
  MP_TABLE_PART_B,
  MP_TABLE_PCB,
  MP_TABLE_PCB_OLD,
  MP_TABLE_POVERTY,
  MP_TABLE_QUARTER,
  MP_TABLE_SEIE,
  MP_TABLE_SGA,
  MP_TABLE_SUPPLEMENT,
  MP_TABLE_THRESHOLDS,
  MP_TABLE_TWP,
  MP_N_TABLES
} MpTableId;

/** MpSpan: How long a figure holds when its row does not say. */
typedef enum {
  MP_SPAN_YEARLY,  /* published for every year, so carried past the last one */
  MP_SPAN_FIXED,   /* set by statute until it is changed */
  MP_SPAN_MONTHLY, /* holds for the one month it is dated */
} MpSpan;

/**
 * MpSeriesSpec:
 * @name: as on the command line, "sga"
 * @table: its table
 * @column: the column of its figures
 * @span: how long a row holds
 * @item: (nullable): only rows whose "item" is this
 * @from: (nullable): column of the date, else effective_from
 * @verified: (nullable): column, else verified
 */
typedef struct {
  const char *name;
  MpTableId table;
  const char *column;
  MpSpan span;
  const char *item;
  const char *from;
  const char *verified;
} MpSeriesSpec;

extern const char *const _mp_table_names[MP_N_TABLES];
extern const MpSeriesSpec _mp_series_specs[MP_N_SERIES];

/** MpTables: Every table, read. */
typedef struct {
  MpCsv *csv[MP_N_TABLES];
} MpTables;

MpTables *_mp_tables_load (MpTableSource source, gpointer data, GError **error);
void      _mp_tables_free (MpTables *self);

gboolean  _mp_table_refuse (const MpCsv *table, guint row, GError **error, const char *format, ...) G_GNUC_PRINTF (4, 5);
gboolean  _mp_table_column (const MpCsv *table, const char *name, gint *column, GError **error);
gboolean  _mp_table_date   (const MpCsv *table, guint row, gint column, MpDate *date, GError **error);
gboolean  _mp_table_end    (const MpCsv *table, guint row, gint column, MpMonth *to, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpTables, _mp_tables_free)

G_END_DECLS
