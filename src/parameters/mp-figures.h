/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The published figures as typed rows. They are read from the tables once, when the program is built: mp-write-figures
 * writes them as C, so that a start of the program reads no table. */

#pragma once

#include "mp-overlay.h"
#include "mp-tables.h"

G_BEGIN_DECLS

#define MP_FIRST_YEAR mp_month_year (MP_MONTH_FIRST)
#define MP_N_YEARS (MP_N_MONTHS / 12)
#define MP_N_STATES (26 * 26) /* two letters */
#define MP_N_LIVINGS 2        /* of those the supplement tables know */

/* Whom a supplement is for: one person of a category, or a couple by the set of its members' categories. */
#define MP_UNIT_PERSON(category) ((guint) (category))
#define MP_UNIT_COUPLE(set) (MP_N_CATEGORIES - 1 + (set))
#define MP_N_UNITS (MP_N_CATEGORIES + 6)

/** MpFigureRow: A figure, the month it applies from, and where it is published. */
typedef struct {
  gint64 value;
  MpMonth from;
  const char *citation;
  const char *verified;
} MpFigureRow;

/** MpSeriesRow: A figure of a series, to the month that its row says; %MP_MONTH_OPEN when it says none. */
typedef struct {
  MpSeries series;
  MpFigureRow figure;
  MpMonth to;
} MpSeriesRow;

/** MpThresholdRow: A state's charted threshold of a year; without a citation of @medicaid, that part is not charted. */
typedef struct {
  guint slot; /* twice the number of the state, and 1 for the blind */
  MpFigureRow figure;
  MpFigureRow medicaid;
} MpThresholdRow;

/** MpSupplementRow: A supplement of one state, arrangement and unit. */
typedef struct {
  guint slot;
  MpMonth to;
  gint last_year; /* the latest year its source shows it for */
  MpFigureRow figure;
} MpSupplementRow;

/** MpRetirementAge: The age of those born in a year or later. */
typedef struct {
  gint first_year;
  gint months;
} MpRetirementAge;

/**
 * MpFigures:
 * @series: by series and month
 * @thresholds: by slot and year
 * @supplements: by slot and month
 * @retirement: by year of birth; 1: of widows and widowers
 */
typedef struct {
  const MpSeriesRow *series;
  const MpThresholdRow *thresholds;
  const MpSupplementRow *supplements;
  const MpRetirementAge *retirement[2];
  guint n_series, n_thresholds, n_supplements, n_retirement[2];
} MpFigures;

/* Written when the program is built. */
extern const MpFigures _mp_bundled_figures;

MpFigures *_mp_figures_read (const MpTables *tables, GError **error);
void       _mp_figures_free (MpFigures *self);

gint       _mp_state_index     (const char *state);
guint      _mp_supplement_slot (gint state, guint living, guint unit);

/* Every row of every table as it is printed, and the figures entered by hand among them. */
typedef struct _MpRowList MpRowList;

MpRowList            *_mp_row_list_new  (MpTables *tables, const MpOverlayRow *by_hand, guint n_by_hand);
gboolean              _mp_row_list_fill (MpRowList *self, GError **error);
const MpParameterRow *_mp_row_list_get  (MpRowList *self, guint *n_rows);
void                  _mp_row_list_free (MpRowList *self);

#define MP_VERIFIED_BY_HAND "by hand"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpFigures, _mp_figures_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpRowList, _mp_row_list_free)

G_END_DECLS
