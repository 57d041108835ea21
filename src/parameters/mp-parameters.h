/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The published figures, each with the month it applies from and its citation. */

#pragma once

#include "mp-money.h"
#include "mp-month.h"

G_BEGIN_DECLS

typedef struct _MpParameters MpParameters;

/** MP_PARAMETERS_VERSION: The edition of data/parameters, year of the newest figures and a number. */
#define MP_PARAMETERS_VERSION "2026.1"

/**
 * MpSeries:
 *
 * A figure that changes over the years and applies to the whole country. Amounts are cents a month
 * unless the name says annual or quarterly; percentages are basis points.
 */
typedef enum {
  MP_SERIES_FBR_INDIVIDUAL,
  MP_SERIES_FBR_COUPLE,
  MP_SERIES_FBR_ANNUAL_INDIVIDUAL, /* unrounded yearly amount, cents */
  MP_SERIES_FBR_ANNUAL_COUPLE,
  MP_SERIES_SGA,
  MP_SERIES_SGA_BLIND,
  MP_SERIES_TWP,
  MP_SERIES_TWP_HOURS,             /* hours of self-employment, not money */
  MP_SERIES_SEIE_MONTHLY,
  MP_SERIES_SEIE_ANNUAL,
  MP_SERIES_COLA,                  /* basis points; covers only the Decembers that have one */
  MP_SERIES_PART_B,
  MP_SERIES_GENERAL_EXCLUSION,
  MP_SERIES_EARNED_EXCLUSION,
  MP_SERIES_INFREQUENT_EARNED,     /* a quarter */
  MP_SERIES_INFREQUENT_UNEARNED,   /* a quarter */
  MP_SERIES_INSTITUTION_RATE,      /* in a medical institution where Medicaid pays: 42 USC 1382(e)(1)(B) */
  MP_SERIES_RESOURCES_INDIVIDUAL,
  MP_SERIES_RESOURCES_COUPLE,
  MP_SERIES_PCB_T2,
  MP_SERIES_PCB_T16,
  /* Ticket rates of the rules from July 2008 */
  MP_SERIES_PHASE1,
  MP_SERIES_PHASE2_T2,
  MP_SERIES_PHASE2_T16,
  MP_SERIES_OUTCOME_T2,
  MP_SERIES_OUTCOME_T16,
  MP_SERIES_OUTCOME_ONLY_T2,
  MP_SERIES_OUTCOME_ONLY_T16,
  /* Ticket rates of the rules to June 2008 */
  MP_SERIES_OLD_OUTCOME_ONLY_T2,
  MP_SERIES_OLD_OUTCOME_ONLY_T16,
  MP_SERIES_OLD_OUTCOME_T2,
  MP_SERIES_OLD_OUTCOME_T16,
  MP_SERIES_OLD_M1_T2,
  MP_SERIES_OLD_M1_T16,
  MP_SERIES_OLD_M2_T2,
  MP_SERIES_OLD_M2_T16,
  MP_SERIES_OLD_M3_T2,
  MP_SERIES_OLD_M3_T16,
  MP_SERIES_OLD_M4_T2,
  MP_SERIES_OLD_M4_T16,
  MP_N_SERIES
} MpSeries;

/**
 * MpFigure:
 * @value: the figure: cents, basis points or hours
 * @from: the month the figure was published for (its row's first month)
 * @carried: past the last published year: the last figure is carried forward
 * @citation: (transfer none): where it is published
 * @verified: (transfer none): printed, secondary, computed or by hand
 */
typedef struct {
  gint64 value;
  MpMonth from;
  gboolean carried;
  const char *citation;
  const char *verified;
} MpFigure;

/** MP_N_MONTHS: How many months Milepost accepts. */
#define MP_N_MONTHS (MP_MONTH_LAST - MP_MONTH_FIRST + 1)

/**
 * MpMonthFigure:
 * @value: the figure: cents, basis points or hours
 * @year: the year of its row's first month; 0: no row covers the month
 * @carried: past the last published year
 *
 * A figure in one month, for who reads many; mp_parameters_get() gives its citation too.
 */
typedef struct {
  gint32 value;
  gint16 year;
  gint16 carried;
} MpMonthFigure;

extern const MpMonthFigure mp_no_figure;

/** MpLiving: Living arrangements of a supplement table and of the case file. */
typedef enum {
  MP_LIVING_OWN_HOUSEHOLD,
  MP_LIVING_HOUSEHOLD_OF_ANOTHER,
  MP_LIVING_MEDICAID_INSTITUTION,
} MpLiving;

/** MpCategory: What an SSI recipient is, for a state's supplement; the blind count as blind at any age. */
typedef enum { MP_CATEGORY_AGED, MP_CATEGORY_BLIND, MP_CATEGORY_DISABLED } MpCategory;
#define MP_N_CATEGORIES 3

#define MP_PARAMETERS_ERROR (mp_parameters_error_quark ())
/**
 * MpParametersError:
 * @MP_PARAMETERS_ERROR_INVALID: a table of figures is damaged; the message names file and line
 */
typedef enum {
  MP_PARAMETERS_ERROR_INVALID,
} MpParametersError;
GQuark mp_parameters_error_quark (void);

typedef struct _MpOverlay MpOverlay;

MpParameters *mp_parameters_new      (GError **error);
MpParameters *mp_parameters_new_with (MpOverlay *overlay, GPtrArray *problems, GError **error);
void          mp_parameters_free     (MpParameters *self);
const char   *mp_parameters_edition  (const MpParameters *self);
const char   *mp_parameters_by_hand  (const MpParameters *self, MpMonth month);

/* Constant time, no allocation. FALSE: no row covers the month. */
gboolean    mp_parameters_get       (const MpParameters *self, MpSeries series, MpMonth month, MpFigure *figure);
/* The figures of every series and month, MP_N_MONTHS for each series. */
const MpMonthFigure *mp_parameters_months (const MpParameters *self);
/* For each of the MP_N_MONTHS: 1 when some series may have another figure than in the month before, else 0. */
const guint8 *mp_parameters_changes (const MpParameters *self);

/**
 * mp_month_figure:
 * @months: what mp_parameters_months() returns
 * @series: a series
 * @month: any month
 *
 * Returns: the figure; outside the months of the tables one that says there is none
 */
static inline const MpMonthFigure *
mp_month_figure (const MpMonthFigure *months, MpSeries series, MpMonth month)
{
  if (month < MP_MONTH_FIRST || month > MP_MONTH_LAST)
    return &mp_no_figure;
  return &months[(gint) series * MP_N_MONTHS + month - MP_MONTH_FIRST];
}

const char *mp_series_name          (MpSeries series); /* as in the CSV and on the command line, "sga" */
gboolean    mp_series_find          (const char *name, MpSeries *series, gboolean *yearly);
gboolean    mp_parameters_threshold (const MpParameters *self, const char *state, gboolean blind, gint year, MpFigure *figure);
gboolean    mp_parameters_medicaid  (const MpParameters *self, const char *state, gboolean blind, gint year, MpFigure *figure);
/* Monthly, per unit (a couple's amount is the couple's); only months of federal administration. */
gboolean    mp_parameters_supplement (const MpParameters *self, const char *state, MpLiving living,
                                      MpCategory category, const MpCategory *spouse, MpMonth month, MpFigure *figure);
/* Full retirement age in months of age: 792 is 66 years. */
gint        mp_parameters_retirement_age (const MpParameters *self, MpDate birth, gboolean widow);

/* What the command line and the figure browser print: every row of every table, as published. */
typedef struct {
  const char *series;   /* file and column, such as "sga.non_blind" */
  const char *key;      /* state and category of a keyed table, else "" */
  const char *from;     /* date it applies from, ISO */
  const char *to;       /* last date, or "" */
  const char *value;    /* as printed in the table */
  const char *citation;
  const char *verified;
  MpMonth from_month;
  MpMonth to_month;     /* MP_MONTH_OPEN when still in force, also past its year */
  gboolean yearly;      /* published anew for each year */
} MpParameterRow;

const MpParameterRow *mp_parameters_rows (const MpParameters *self, guint *n_rows);
/* Whether it is used in the month although another one is to be published for it: what is shown of it carries the sign ≈. */
gboolean mp_parameter_row_is_carried (const MpParameterRow *row, MpMonth month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpParameters, mp_parameters_free)

G_END_DECLS
