/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-parameters.h"

#include "mp-csv.h"
#include "mp-overlay.h"
#include "mp-parameters-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR mp_month_year (MP_MONTH_FIRST)
#define N_YEARS (MP_N_MONTHS / 12)
#define N_STATES (26 * 26) /* two letters */
#define N_LIVINGS 2        /* of those the supplement tables know */
#define N_CATEGORIES 3

/* data/meson.build compiles it into this library; calling it also keeps the linker from dropping it. */
GResource *mp_parameters_get_resource (void);

G_DEFINE_QUARK (mp-parameters-error-quark, mp_parameters_error)

const MpMonthFigure mp_no_figure;

typedef enum {
  TABLE_AWI,
  TABLE_BEND_POINTS,
  TABLE_COLA,
  TABLE_EXCLUSIONS,
  TABLE_FBR,
  TABLE_FBR_ANNUAL,
  TABLE_FRA,
  TABLE_FRA_WIDOW,
  TABLE_ISM,
  TABLE_PART_B,
  TABLE_PCB,
  TABLE_PCB_OLD,
  TABLE_POVERTY,
  TABLE_QUARTER,
  TABLE_SEIE,
  TABLE_SGA,
  TABLE_SUPPLEMENT,
  TABLE_THRESHOLDS,
  TABLE_TWP,
  N_TABLES
} TableId;

/* The columns that are neither key nor figure are known by name, see column_role(). */
static const char *const table_names[N_TABLES] = {
  [TABLE_AWI] = "awi",
  [TABLE_BEND_POINTS] = "bend_points",
  [TABLE_COLA] = "cola",
  [TABLE_EXCLUSIONS] = "exclusions",
  [TABLE_FBR] = "fbr",
  [TABLE_FBR_ANNUAL] = "fbr_unrounded_annual",
  [TABLE_FRA] = "fra",
  [TABLE_FRA_WIDOW] = "fra_widow",
  [TABLE_ISM] = "ism",
  [TABLE_PART_B] = "medicare_partb",
  [TABLE_PCB] = "pcb",
  [TABLE_PCB_OLD] = "pcb_old_regime",
  [TABLE_POVERTY] = "poverty",
  [TABLE_QUARTER] = "quarter_of_coverage",
  [TABLE_SEIE] = "seie",
  [TABLE_SGA] = "sga",
  [TABLE_SUPPLEMENT] = "state_supplement",
  [TABLE_THRESHOLDS] = "thresholds_1619b",
  [TABLE_TWP] = "twp",
};

typedef enum {
  YEARLY,  /* published for every year, so carried past the last one */
  FIXED,   /* set by statute until it is changed */
  MONTHLY, /* holds for the one month it is dated */
} Span;

typedef struct {
  const char *name;
  TableId table;
  const char *column;
  Span span;
  const char *item;     /* only rows whose "item" is this */
  const char *from;     /* column of the date, else effective_from */
  const char *verified; /* else verified */
} SeriesSpec;

#define RATE(name, column) { name, TABLE_PCB, column, YEARLY, NULL, "rates_effective_from", "rates_verified" }
#define ITEM(name, item) { name, TABLE_EXCLUSIONS, "value", FIXED, item, NULL, NULL }

static const SeriesSpec specs[MP_N_SERIES] = {
  [MP_SERIES_FBR_INDIVIDUAL] = { "fbr", TABLE_FBR, "individual", YEARLY },
  [MP_SERIES_FBR_COUPLE] = { "fbr_couple", TABLE_FBR, "couple", YEARLY },
  [MP_SERIES_FBR_ANNUAL_INDIVIDUAL] = { "fbr_annual", TABLE_FBR_ANNUAL, "individual_annual", YEARLY },
  [MP_SERIES_FBR_ANNUAL_COUPLE] = { "fbr_annual_couple", TABLE_FBR_ANNUAL, "couple_annual", YEARLY },
  [MP_SERIES_SGA] = { "sga", TABLE_SGA, "non_blind", YEARLY },
  [MP_SERIES_SGA_BLIND] = { "sga_blind", TABLE_SGA, "blind", YEARLY },
  [MP_SERIES_TWP] = { "twp", TABLE_TWP, "monthly", YEARLY },
  [MP_SERIES_TWP_HOURS] = { "twp_hours", TABLE_TWP, "self_employment_hours", FIXED },
  [MP_SERIES_SEIE_MONTHLY] = { "seie", TABLE_SEIE, "monthly", YEARLY },
  [MP_SERIES_SEIE_ANNUAL] = { "seie_annual", TABLE_SEIE, "annual", YEARLY },
  [MP_SERIES_COLA] = { "cola", TABLE_COLA, "percent", MONTHLY, NULL, "title2_effective", NULL },
  [MP_SERIES_PART_B] = { "part_b", TABLE_PART_B, "part_b_standard", YEARLY },
  [MP_SERIES_GENERAL_EXCLUSION] = ITEM ("general_exclusion", "general_income_exclusion_monthly"),
  [MP_SERIES_EARNED_EXCLUSION] = ITEM ("earned_exclusion", "earned_income_exclusion_monthly"),
  [MP_SERIES_INFREQUENT_EARNED] = ITEM ("infrequent_earned", "infrequent_irregular_earned_quarterly"),
  [MP_SERIES_INFREQUENT_UNEARNED] = ITEM ("infrequent_unearned", "infrequent_irregular_unearned_quarterly"),
  [MP_SERIES_INSTITUTION_RATE] = ITEM ("institution_rate", "institution_rate_monthly"),
  [MP_SERIES_RESOURCES_INDIVIDUAL] = ITEM ("resources", "resource_limit_individual"),
  [MP_SERIES_RESOURCES_COUPLE] = ITEM ("resources_couple", "resource_limit_couple"),
  [MP_SERIES_PCB_T2] = { "pcb_t2", TABLE_PCB, "pcb_t2", YEARLY },
  [MP_SERIES_PCB_T16] = { "pcb_t16", TABLE_PCB, "pcb_t16", YEARLY },
  [MP_SERIES_PHASE1] = RATE ("phase1", "p1_milestone"),
  [MP_SERIES_PHASE2_T2] = RATE ("phase2_t2", "p2_t2"),
  [MP_SERIES_PHASE2_T16] = RATE ("phase2_t16", "p2_t16"),
  [MP_SERIES_OUTCOME_T2] = RATE ("outcome_t2", "outcome_t2"),
  [MP_SERIES_OUTCOME_T16] = RATE ("outcome_t16", "outcome_t16"),
  [MP_SERIES_OUTCOME_ONLY_T2] = RATE ("outcome_only_t2", "outcome_only_t2"),
  [MP_SERIES_OUTCOME_ONLY_T16] = RATE ("outcome_only_t16", "outcome_only_t16"),
  [MP_SERIES_OLD_OUTCOME_ONLY_T2] = { "old_outcome_only_t2", TABLE_PCB_OLD, "outcome_only_t2", YEARLY },
  [MP_SERIES_OLD_OUTCOME_ONLY_T16] = { "old_outcome_only_t16", TABLE_PCB_OLD, "outcome_only_t16", YEARLY },
  [MP_SERIES_OLD_OUTCOME_T2] = { "old_outcome_t2", TABLE_PCB_OLD, "outcome_t2", YEARLY },
  [MP_SERIES_OLD_OUTCOME_T16] = { "old_outcome_t16", TABLE_PCB_OLD, "outcome_t16", YEARLY },
  [MP_SERIES_OLD_M1_T2] = { "old_m1_t2", TABLE_PCB_OLD, "m1_t2", YEARLY },
  [MP_SERIES_OLD_M1_T16] = { "old_m1_t16", TABLE_PCB_OLD, "m1_t16", YEARLY },
  [MP_SERIES_OLD_M2_T2] = { "old_m2_t2", TABLE_PCB_OLD, "m2_t2", YEARLY },
  [MP_SERIES_OLD_M2_T16] = { "old_m2_t16", TABLE_PCB_OLD, "m2_t16", YEARLY },
  [MP_SERIES_OLD_M3_T2] = { "old_m3_t2", TABLE_PCB_OLD, "m3_t2", YEARLY },
  [MP_SERIES_OLD_M3_T16] = { "old_m3_t16", TABLE_PCB_OLD, "m3_t16", YEARLY },
  [MP_SERIES_OLD_M4_T2] = { "old_m4_t2", TABLE_PCB_OLD, "m4_t2", YEARLY },
  [MP_SERIES_OLD_M4_T16] = { "old_m4_t16", TABLE_PCB_OLD, "m4_t16", YEARLY },
};

typedef struct {
  gint64 value;
  MpMonth from;
  const char *citation;
  const char *verified;
} Row;

/* A supplement of one state, arrangement, category and unit. */
typedef struct {
  guint slot;
  guint row;      /* of the table, to keep the sort steady */
  MpMonth from;
  MpMonth to;
  gint last_year; /* the latest year its source shows it for */
  Row figure;
} Supplement;

typedef struct {
  guint first;
  guint n;
} SupplementSlot;

typedef struct {
  gint first_year; /* of birth */
  gint months;
} RetirementAge;

struct _MpParameters {
  MpCsv *tables[N_TABLES];
  GArray *figures;                        /* Row; element 0 stands for no row */
  MpMonthFigure months[MP_N_SERIES][MP_N_MONTHS];
  guint16 series[MP_N_SERIES][MP_N_MONTHS]; /* the row of each month, in figures */
  guint8 changes[MP_N_MONTHS];
  gint last_year[MP_N_SERIES];
  guint16 *thresholds[N_STATES * 2];      /* by year, NULL when there are none; blind: odd */
  guint16 *medicaid[N_STATES * 2];        /* the part of each that is the state's average Medicaid cost; 0: not charted */
  gint last_threshold[N_STATES * 2];
  GArray *supplements;                    /* Supplement, by slot and month */
  SupplementSlot supplement_slots[N_STATES * N_LIVINGS * N_CATEGORIES * 2];
  GArray *retirement[2];                  /* RetirementAge; widow: 1 */
  GArray *rows;                           /* MpParameterRow */
  GStringChunk *strings;
  MpOverlay *overlay;                     /* NULL: none */
  GPtrArray *problems;                    /* while loading: of the overlay */
  GString *by_hand;                       /* names of the figures entered by hand, NULL: none */
  MpMonth by_hand_from;                   /* the first month that one of them applies to */
};

static const char by_hand[] = "by hand";

G_GNUC_PRINTF (4, 5) static gboolean
refuse (const MpCsv *table, guint row, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, MP_PARAMETERS_ERROR, MP_PARAMETERS_ERROR_INVALID, "%s: line %u: %s",
               table->name, mp_csv_line (table, row), what);
  return FALSE;
}

static gboolean
read_column (const MpCsv *table, const char *name, gint *column, GError **error)
{
  *column = mp_csv_column (table, name);
  if (*column >= 0)
    return TRUE;
  g_set_error (error, MP_PARAMETERS_ERROR, MP_PARAMETERS_ERROR_INVALID,
               "%s: line 1: the column \"%s\" is missing", table->name, name);
  return FALSE;
}

static gboolean
read_date (const MpCsv *table, guint row, gint column, MpDate *date, GError **error)
{
  const char *text = mp_csv_cell (table, row, column);

  return mp_date_parse (text, date) || refuse (table, row, error, "a date is YYYY-MM-DD, got \"%s\"", text);
}

/* The last whole month of a row; MP_MONTH_OPEN when it says none. */
static gboolean
read_end (const MpCsv *table, guint row, gint column, MpMonth *to, GError **error)
{
  MpDate date;

  *to = MP_MONTH_OPEN;
  if (*mp_csv_cell (table, row, column) == '\0')
    return TRUE;
  if (!read_date (table, row, column, &date, error))
    return FALSE;
  *to = date.day == mp_month_days (date.month) ? date.month : date.month - 1;
  return TRUE;
}

/* Amounts become cents and percentages basis points: hundredths, both. */
static gboolean
read_figure (const MpCsv *table, guint row, gint column, gint64 *value, GError **error)
{
  const char *text = mp_csv_cell (table, row, column);

  return (mp_decimal_parse (text, 2, value) && *value >= 0)
         || refuse (table, row, error, "a figure is a decimal number, got \"%s\"", text);
}

static gboolean
add_figure (MpParameters *self, const MpCsv *table, guint row, const Row *figure, guint16 *index, GError **error)
{
  if (self->figures->len > G_MAXUINT16)
    return refuse (table, row, error, "there are more figures than the tables can hold");
  *index = (guint16) self->figures->len;
  g_array_append_val (self->figures, *figure);
  return TRUE;
}

static void
mark_change (MpParameters *self, MpMonth month)
{
  if (month >= MP_MONTH_FIRST && month <= MP_MONTH_LAST)
    self->changes[month - MP_MONTH_FIRST] = 1;
}

static void
fill (MpParameters *self, MpSeries series, MpMonth from, MpMonth to, guint16 index)
{
  const Row *row = &g_array_index (self->figures, Row, index);
  const MpMonthFigure figure = { (gint32) row->value, (gint16) mp_month_year (row->from), FALSE };

  mark_change (self, from);
  mark_change (self, MIN (to, MP_MONTH_LAST) + 1);
  for (MpMonth m = from; m <= MP_MONTH_LAST; m++)
    {
      self->series[series][m - MP_MONTH_FIRST] = m <= to ? index : 0;
      self->months[series][m - MP_MONTH_FIRST] = m <= to ? figure : mp_no_figure;
    }
}

/* What is past the last published year is carried. */
static void
mark_carried (MpParameters *self, MpSeries series)
{
  MpMonthFigure *months = self->months[series];
  const MpMonth begin = mp_month (self->last_year[series] + 1, 1);

  mark_change (self, begin);
  for (MpMonth m = begin; m <= MP_MONTH_LAST; m++)
    months[m - MP_MONTH_FIRST].carried = months[m - MP_MONTH_FIRST].year != 0;
}

/* The rows of a series with the months they hold for, in the order of their dates. */
typedef struct {
  Row row;
  MpMonth to;
} SeriesRow;

static gboolean
read_series (MpParameters *self, MpSeries series, GArray *found, GError **error)
{
  const SeriesSpec *spec = &specs[series];
  const MpCsv *table = self->tables[spec->table];
  gint value, from, to, citation, verified, item = -1;

  if (!read_column (table, spec->column, &value, error)
      || !read_column (table, spec->from != NULL ? spec->from : "effective_from", &from, error)
      || !read_column (table, "effective_to", &to, error)
      || !read_column (table, "citation", &citation, error)
      || !read_column (table, spec->verified != NULL ? spec->verified : "verified", &verified, error)
      || (spec->item != NULL && !read_column (table, "item", &item, error)))
    return FALSE;
  for (guint i = 0; i < table->n_rows; i++)
    {
      SeriesRow entry = { .row = { .citation = mp_csv_cell (table, i, citation), .verified = mp_csv_cell (table, i, verified) } };
      MpDate date;

      if (*mp_csv_cell (table, i, value) == '\0')
        continue;
      if (spec->item != NULL && strcmp (spec->item, mp_csv_cell (table, i, item)) != 0)
        continue;
      if (!read_date (table, i, from, &date, error) || !read_end (table, i, to, &entry.to, error)
          || !read_figure (table, i, value, &entry.row.value, error))
        return FALSE;
      if (entry.row.value > G_MAXINT32)
        return refuse (table, i, error, "the figure \"%s\" is too large", mp_csv_cell (table, i, value));
      if (found->len > 0 && date.month <= g_array_index (found, SeriesRow, found->len - 1).row.from)
        return refuse (table, i, error, "the rows are not in the order of their dates");
      if (series == MP_SERIES_TWP_HOURS)
        entry.row.value /= 100;
      entry.row.from = date.month;
      g_array_append_val (found, entry);
    }
  return found->len > 0 || refuse (table, 0, error, "the column \"%s\" has no figures", spec->column);
}

/* A figure entered by hand takes the place of a row of its month, or comes after the last one. */
static void
lay_over (GArray *found, const MpOverlayRow *row)
{
  SeriesRow entry = { { row->value, row->from, row->citation, by_hand }, MP_MONTH_OPEN };
  guint i = 0;

  while (i < found->len && g_array_index (found, SeriesRow, i).row.from < row->from)
    i++;
  if (i < found->len && g_array_index (found, SeriesRow, i).row.from == row->from)
    g_array_index (found, SeriesRow, i) = entry;
  else
    g_array_insert_val (found, i, entry);
}

/* A year left out would be filled from the year before it without a word. */
static void
check_gap (MpParameters *self, const GArray *found, const MpOverlayRow *row, Span span)
{
  gint last = mp_month_year (g_array_index (found, SeriesRow, found->len - 1).row.from);

  if (span != FIXED && mp_month_year (row->from) > last + 1)
    mp_problems_add (self->problems, "", _("line %u: %s of %d needs the figure of %d first"), row->line, row->series,
                     mp_month_year (row->from), last + 1);
}

static gboolean
load_series (MpParameters *self, MpSeries series, GError **error)
{
  const SeriesSpec *spec = &specs[series];
  const MpCsv *table = self->tables[spec->table];
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SeriesRow));
  const MpOverlayRow *rows;
  guint n_rows = 0;

  if (!read_series (self, series, found, error))
    return FALSE;
  rows = self->overlay != NULL ? mp_overlay_rows (self->overlay, &n_rows) : NULL;
  for (guint i = 0; i < n_rows; i++)
    if (strcmp (rows[i].series, spec->name) == 0)
      {
        check_gap (self, found, &rows[i], spec->span);
        lay_over (found, &rows[i]);
      }
  for (guint i = 0; i < found->len; i++)
    {
      const SeriesRow *entry = &g_array_index (found, SeriesRow, i);
      guint16 index = 0;

      if (!add_figure (self, table, 0, &entry->row, &index, error))
        return FALSE;
      fill (self, series, entry->row.from, spec->span == MONTHLY ? entry->row.from : entry->to, index);
      self->last_year[series] = mp_month_year (entry->row.from);
    }
  if (spec->span == YEARLY)
    mark_carried (self, series);
  return TRUE;
}

/* -1 when it is not a state's code. */
static gint
state_index (const char *state)
{
  if (state == NULL || !g_ascii_isupper (state[0]) || !g_ascii_isupper (state[1]) || state[2] != '\0')
    return -1;
  return (state[0] - 'A') * 26 + state[1] - 'A';
}

static gboolean
read_state (const MpCsv *table, guint row, gint column, gint *state, GError **error)
{
  const char *text = mp_csv_cell (table, row, column);

  *state = state_index (text);
  return *state >= 0 || refuse (table, row, error, "a state is two capital letters, got \"%s\"", text);
}

/* The thresholds of a state and its average Medicaid costs come together. */
static void
open_slot (MpParameters *self, gint slot)
{
  if (self->thresholds[slot] != NULL)
    return;
  self->thresholds[slot] = g_new0 (guint16, N_YEARS);
  self->medicaid[slot] = g_new0 (guint16, N_YEARS);
}

static gboolean
add_threshold (MpParameters *self, const MpCsv *table, guint i, gint slot, const Row *row, const Row *medicaid, GError **error)
{
  gint year = mp_month_year (row->from);
  guint16 index = 0, average = 0;

  if (year <= self->last_threshold[slot])
    return refuse (table, i, error, "the rows of a state are not in the order of their years");
  if (!add_figure (self, table, i, row, &index, error) ||
      (medicaid->citation != NULL && !add_figure (self, table, i, medicaid, &average, error)))
    return FALSE;
  open_slot (self, slot);
  /* SSA uses a year's amounts until it posts the next. */
  for (gint y = year - FIRST_YEAR; y < N_YEARS; y++)
    {
      self->thresholds[slot][y] = index;
      self->medicaid[slot][y] = average;
    }
  self->last_threshold[slot] = year;
  return TRUE;
}

static gboolean
load_thresholds (MpParameters *self, GError **error)
{
  const MpCsv *table = self->tables[TABLE_THRESHOLDS];
  gint from, state, category, value, average, corrected, citation, corrected_citation, verified;

  if (!read_column (table, "effective_from", &from, error)
      || !read_column (table, "state", &state, error)
      || !read_column (table, "category", &category, error)
      || !read_column (table, "threshold", &value, error)
      || !read_column (table, "medicaid_expenditures", &average, error)
      || !read_column (table, "corrected", &corrected, error)
      || !read_column (table, "citation", &citation, error)
      || !read_column (table, "corrected_citation", &corrected_citation, error)
      || !read_column (table, "verified", &verified, error))
    return FALSE;
  for (guint i = 0; i < table->n_rows; i++)
    {
      /* A misprinted row holds what its own rule gives beside what is printed. */
      gboolean misprint = *mp_csv_cell (table, i, corrected) != '\0';
      gboolean blind = strcmp (mp_csv_cell (table, i, category), "blind") == 0;
      Row row = { .citation = mp_csv_cell (table, i, misprint ? corrected_citation : citation),
                  .verified = misprint ? "computed" : mp_csv_cell (table, i, verified) };
      Row medicaid = { 0 };
      MpDate date;
      gint number;

      if (!read_date (table, i, from, &date, error) || !read_state (table, i, state, &number, error)
          || !read_figure (table, i, misprint ? corrected : value, &row.value, error))
        return FALSE;
      row.from = date.month;
      if (*mp_csv_cell (table, i, average) != '\0')
        {
          medicaid = row;
          if (!read_figure (table, i, average, &medicaid.value, error))
            return FALSE;
        }
      if (!add_threshold (self, table, i, number * 2 + blind, &row, &medicaid, error))
        return FALSE;
    }
  return TRUE;
}

/* A threshold entered by hand holds from its year to the next one that is published. */
static gboolean
lay_over_thresholds (MpParameters *self, GError **error)
{
  guint n_rows;
  const MpOverlayRow *rows = mp_overlay_rows (self->overlay, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const gint year = mp_month_year (rows[i].from);
      const char state[] = { rows[i].key[0], rows[i].key[0] != '\0' ? rows[i].key[1] : '\0', '\0' };
      const Row row = { rows[i].value, rows[i].from, rows[i].citation, by_hand };
      guint16 index = 0, before;
      gint slot;

      if (strcmp (rows[i].series, "threshold_1619b") != 0)
        continue;
      slot = state_index (state) * 2 + (rows[i].key[2] != '\0');
      if (!add_figure (self, self->tables[TABLE_THRESHOLDS], 0, &row, &index, error))
        return FALSE;
      open_slot (self, slot);
      before = self->thresholds[slot][year - FIRST_YEAR];
      for (gint y = year - FIRST_YEAR; y < N_YEARS && self->thresholds[slot][y] == before; y++)
        self->thresholds[slot][y] = index;
      self->last_threshold[slot] = MAX (self->last_threshold[slot], year);
    }
  return TRUE;
}

enum { CATEGORY_AGED, CATEGORY_BLIND, CATEGORY_DISABLED };

/* Which single categories a row of supplements is for, a bit each; 0 when it is for a mixed couple
 * or for something that blindness and age do not tell. */
static guint
categories_of (const char *text, gboolean couple)
{
  static const struct { const char *text; guint categories; } known[] = {
    { "all", 1 << CATEGORY_AGED | 1 << CATEGORY_BLIND | 1 << CATEGORY_DISABLED },
    { "aged", 1 << CATEGORY_AGED },
    { "blind", 1 << CATEGORY_BLIND },
    { "disabled", 1 << CATEGORY_DISABLED },
    { "aged_or_disabled", 1 << CATEGORY_AGED | 1 << CATEGORY_DISABLED },
    { "aged_or_blind", 1 << CATEGORY_AGED | 1 << CATEGORY_BLIND },
    { "aged_or_disabled_or_blind", 1 << CATEGORY_AGED | 1 << CATEGORY_BLIND | 1 << CATEGORY_DISABLED },
  };

  if (couple && strcmp (text, "two_blind") == 0)
    return 1 << CATEGORY_BLIND;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (text, known[i].text) == 0)
      return known[i].categories;
  return 0;
}

/* "federal", "federal to 2010, state from 2011", "federal to Mar. 2012, ...": the last month SSA pays it. */
static gboolean
read_administration (const MpCsv *table, guint row, gint column, MpMonth *to, GError **error)
{
  static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "June",
                                       "July", "Aug", "Sept", "Oct", "Nov", "Dec" };
  const char *text = mp_csv_cell (table, row, column), *p;
  gint64 year;
  gint of_year = 12;

  *to = strcmp (text, "federal") == 0 ? MP_MONTH_OPEN : MP_MONTH_NONE;
  if (*to == MP_MONTH_OPEN || g_str_has_prefix (text, "state"))
    return TRUE;
  if (!g_str_has_prefix (text, "federal to "))
    return refuse (table, row, error, "who administers a supplement is unclear: \"%s\"", text);
  p = text + strlen ("federal to ");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (p, names[i]))
      {
        of_year = (gint) i + 1;
        p += strcspn (p, " ");
        break;
      }
  year = g_ascii_strtoll (p, NULL, 10);
  if (year < FIRST_YEAR || year >= FIRST_YEAR + N_YEARS)
    return refuse (table, row, error, "who administers a supplement is unclear: \"%s\"", text);
  *to = mp_month ((gint) year, of_year);
  return TRUE;
}

static guint
supplement_slot (gint state, guint living, guint category, gboolean couple)
{
  return (((guint) state * N_LIVINGS + living) * N_CATEGORIES + category) * 2 + (couple ? 1 : 0);
}

typedef struct {
  gint from, to, state, living, category, type, value, administration, last_seen, citation, verified;
} SupplementColumns;

static gboolean
load_supplement (MpParameters *self, const MpCsv *table, guint i, const SupplementColumns *c, GError **error)
{
  Supplement s = { .row = i };
  const char *living = mp_csv_cell (table, i, c->living), *type = mp_csv_cell (table, i, c->type);
  gboolean individual = strcmp (type, "individual") == 0, each = strcmp (type, "couple_per_person") == 0;
  gboolean independent = strcmp (living, "independent") == 0;
  guint categories = categories_of (mp_csv_cell (table, i, c->category), !individual);
  MpMonth administered;
  MpDate date;
  gint state;

  if (!read_date (table, i, c->from, &date, error) || !read_end (table, i, c->to, &s.to, error)
      || !read_state (table, i, c->state, &state, error)
      || !read_administration (table, i, c->administration, &administered, error)
      || !read_figure (table, i, c->value, &s.figure.value, error))
    return FALSE;
  if (!independent && strcmp (living, "household_of_another") != 0)
    return TRUE;
  if (!individual && !each && strcmp (type, "couple") != 0)
    return refuse (table, i, error, "whom a supplement is for is unclear: \"%s\"", type);
  s.figure.value *= each ? 2 : 1;
  s.figure.from = s.from = date.month;
  s.figure.citation = mp_csv_cell (table, i, c->citation);
  s.figure.verified = mp_csv_cell (table, i, c->verified);
  s.to = MIN (s.to, administered);
  s.last_year = MAX (mp_month_year (date.month), atoi (mp_csv_cell (table, i, c->last_seen)));
  for (guint category = 0; category < N_CATEGORIES; category++)
    if (categories & 1 << category)
      {
        s.slot = supplement_slot (state, independent ? 0 : 1, category, !individual);
        g_array_append_val (self->supplements, s);
      }
  return TRUE;
}

static gint
compare_supplements (gconstpointer a, gconstpointer b)
{
  const Supplement *x = a, *y = b;

  if (x->slot != y->slot)
    return x->slot < y->slot ? -1 : 1;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static gboolean
load_supplements (MpParameters *self, GError **error)
{
  const MpCsv *table = self->tables[TABLE_SUPPLEMENT];
  SupplementColumns c;

  if (!read_column (table, "effective_from", &c.from, error)
      || !read_column (table, "effective_to", &c.to, error)
      || !read_column (table, "state", &c.state, error)
      || !read_column (table, "living_arrangement", &c.living, error)
      || !read_column (table, "category", &c.category, error)
      || !read_column (table, "person_type", &c.type, error)
      || !read_column (table, "supplement", &c.value, error)
      || !read_column (table, "administered_by", &c.administration, error)
      || !read_column (table, "last_seen", &c.last_seen, error)
      || !read_column (table, "citation", &c.citation, error)
      || !read_column (table, "verified", &c.verified, error))
    return FALSE;
  for (guint i = 0; i < table->n_rows; i++)
    if (!load_supplement (self, table, i, &c, error))
      return FALSE;
  g_array_sort (self->supplements, compare_supplements);
  for (guint i = 0; i < self->supplements->len; i++)
    {
      SupplementSlot *slot = &self->supplement_slots[g_array_index (self->supplements, Supplement, i).slot];
      if (slot->n++ == 0)
        slot->first = i;
    }
  return TRUE;
}

static gboolean
load_retirement (MpParameters *self, gboolean widow, GError **error)
{
  const MpCsv *table = self->tables[widow ? TABLE_FRA_WIDOW : TABLE_FRA];
  gint year, months;

  if (!read_column (table, "birth_year_from", &year, error)
      || !read_column (table, "total_months", &months, error))
    return FALSE;
  for (guint i = 0; i < table->n_rows; i++)
    {
      gint64 first, age;
      RetirementAge entry;

      if (!read_figure (table, i, year, &first, error) || !read_figure (table, i, months, &age, error))
        return FALSE;
      entry = (RetirementAge) { (gint) (first / 100), (gint) (age / 100) };
      if (i > 0 && entry.first_year <= g_array_index (self->retirement[widow], RetirementAge, i - 1).first_year)
        return refuse (table, i, error, "the rows are not in the order of the years of birth");
      g_array_append_val (self->retirement[widow], entry);
    }
  if (table->n_rows == 0)
    return refuse (table, 0, error, "the table has no rows");
  return TRUE;
}

/* The columns that say where, whom and when, and not how much. */
static gboolean
is_figure_column (const char *name)
{
  static const char *const others[] = {
    "effective_from", "effective_to", "citation", "source_url", "year", "birth_year_from", "birth_year_to",
    "title2_effective", "title16_effective", "rates_effective_from", "last_seen", "administered_by",
    "state", "category", "item", "region", "living_arrangement", "person_type", "corrected_citation", NULL };

  return !g_strv_contains (others, name) && !g_str_has_suffix (name, "verified");
}

static const char *
row_key (MpParameters *self, const MpCsv *table, guint row)
{
  static const char *const keys[] = { "state", "region", "item", "living_arrangement", "category", "person_type" };
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *text = mp_csv_cell (table, row, mp_csv_column (table, keys[i]));
      if (*text != '\0')
        g_string_append_printf (key, "%s%s", key->len > 0 ? " " : "", text);
    }
  return g_string_chunk_insert_const (self->strings, key->str);
}

/* Ages go by the year of birth, which runs from January 2 to January 1 (20 CFR 404.409). */
static void
set_birth_dates (MpParameters *self, const MpCsv *table, guint row, MpParameterRow *entry)
{
  const char *last = mp_csv_cell (table, row, mp_csv_column (table, "birth_year_to"));
  gint first = atoi (mp_csv_cell (table, row, mp_csv_column (table, "birth_year_from")));
  g_autofree char *from = g_strdup_printf ("%04d-01-02", first);
  g_autofree char *to = *last == '\0' ? g_strdup ("") : g_strdup_printf ("%04d-01-01", atoi (last) + 1);

  entry->from = g_string_chunk_insert_const (self->strings, from);
  entry->to = g_string_chunk_insert_const (self->strings, to);
  entry->from_month = mp_month (first, 1);
  entry->to_month = *last == '\0' ? MP_MONTH_OPEN : mp_month (atoi (last), 12);
}

static gboolean
set_dates (const MpCsv *table, guint row, const char *column, MpParameterRow *entry, GError **error)
{
  const char *name = "effective_from", *rates = "rates_effective_from";
  gint to = mp_csv_column (table, "effective_to");
  MpDate date;
  gint from;

  if (strcmp (table->name, "parameters/cola.csv") == 0)
    name = "title2_effective";
  else if (mp_csv_column (table, rates) >= 0 && !g_str_has_prefix (column, "pcb"))
    name = rates;
  if (!read_column (table, name, &from, error) || !read_date (table, row, from, &date, error)
      || !read_end (table, row, to, &entry->to_month, error))
    return FALSE;
  entry->from = mp_csv_cell (table, row, from);
  entry->to = mp_csv_cell (table, row, to);
  entry->from_month = date.month;
  return TRUE;
}

static const char *
verified_of (const MpCsv *table, guint row, const char *column)
{
  const char *name = "verified";

  if (strcmp (column, "corrected") == 0)
    return "computed";
  if (strcmp (column, "essential_person") == 0)
    name = "essential_person_verified";
  else if (g_str_has_prefix (column, "part_a"))
    name = "part_a_verified";
  else if (mp_csv_column (table, "rates_verified") >= 0 && !g_str_has_prefix (column, "pcb"))
    name = "rates_verified";
  return mp_csv_cell (table, row, mp_csv_column (table, name));
}

/* What is published anew for each year. Of the others, some change by law alone and some are not used in projections. */
static gboolean
is_yearly (TableId id, const char *column)
{
  switch ((gint) id)
    {
    case TABLE_COLA:
    case TABLE_FBR:
    case TABLE_FBR_ANNUAL:
    case TABLE_PART_B:
    case TABLE_PCB:
    case TABLE_SEIE:
    case TABLE_SGA:
      return TRUE;
    case TABLE_THRESHOLDS:
      return strcmp (column, "corrected") != 0;
    case TABLE_ISM:
      return strcmp (column, "food_counts") != 0;
    case TABLE_TWP:
      return strcmp (column, "self_employment_hours") != 0;
    default:
      return FALSE;
    }
}

static gboolean
list_row (MpParameters *self, TableId id, guint row, GError **error)
{
  const MpCsv *table = self->tables[id];
  gboolean by_birth = id == TABLE_FRA || id == TABLE_FRA_WIDOW;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *column = g_ptr_array_index (table->cells, i);
      const char *citation = strcmp (column, "corrected") == 0 ? "corrected_citation" : "citation";
      g_autofree char *series = g_strconcat (table_names[id], ".", column, NULL);
      MpParameterRow entry = { .value = mp_csv_cell (table, row, (gint) i) };

      if (*entry.value == '\0' || !is_figure_column (column))
        continue;
      if (by_birth)
        set_birth_dates (self, table, row, &entry);
      else if (!set_dates (table, row, column, &entry, error))
        return FALSE;
      entry.series = g_string_chunk_insert_const (self->strings, series);
      entry.key = row_key (self, table, row);
      entry.citation = mp_csv_cell (table, row, mp_csv_column (table, citation));
      entry.verified = verified_of (table, row, column);
      entry.yearly = is_yearly (id, column);
      g_array_append_val (self->rows, entry);
    }
  return TRUE;
}

/* A row without an end holds until the next of its series and key begins; the last one of a figure of each year is carried. */
static void
close_rows (MpParameters *self)
{
  g_autoptr (GHashTable) next = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = self->rows->len; i-- > 0;)
    {
      MpParameterRow *row = &g_array_index (self->rows, MpParameterRow, i);
      char *name = g_strconcat (row->series, "\n", row->key, NULL);
      const MpParameterRow *later = g_hash_table_lookup (next, name);

      if (later != NULL && row->to_month == MP_MONTH_OPEN)
        row->to_month = later->from_month - 1;
      if (later == NULL && row->yearly)
        row->to_month = MP_MONTH_OPEN;
      g_hash_table_replace (next, name, row);
    }
}

static gboolean
load_tables (MpParameters *self, MpTableSource source, gpointer data, GError **error)
{
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_autofree char *path = g_strconcat ("parameters/", table_names[i], ".csv", NULL);
      g_autoptr (GBytes) bytes = source (path, data, error);

      if (bytes == NULL)
        return FALSE;
      self->tables[i] = mp_csv_parse (path, bytes, error);
      if (self->tables[i] == NULL)
        return FALSE;
      if (self->tables[i]->n_rows == 0)
        {
          g_set_error (error, MP_PARAMETERS_ERROR, MP_PARAMETERS_ERROR_INVALID,
                       "%s: line 1: the table has no rows", path);
          return FALSE;
        }
    }
  return TRUE;
}

/* Figures that one notice announces and that one rule reads together: a rate without its couple's
 * rate, or without the unrounded amount that the next COLA starts from, would be wrong a year on. */
static void
check_together (MpParameters *self)
{
  static const MpSeries groups[][4] = {
    { MP_SERIES_FBR_INDIVIDUAL, MP_SERIES_FBR_COUPLE, MP_SERIES_FBR_ANNUAL_INDIVIDUAL, MP_SERIES_FBR_ANNUAL_COUPLE },
    { MP_SERIES_SGA, MP_SERIES_SGA_BLIND, MP_N_SERIES, MP_N_SERIES },
    { MP_SERIES_SEIE_MONTHLY, MP_SERIES_SEIE_ANNUAL, MP_N_SERIES, MP_N_SERIES },
  };
  guint n_rows;
  const MpOverlayRow *rows = mp_overlay_rows (self->overlay, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
      for (guint k = 0; k < 4 && groups[g][k] != MP_N_SERIES; k++)
        {
          if (strcmp (specs[groups[g][k]].name, rows[i].series) != 0)
            continue;
          for (guint j = 0; j < 4 && groups[g][j] != MP_N_SERIES; j++)
            if (self->last_year[groups[g][j]] < mp_month_year (rows[i].from))
              mp_problems_add (self->problems, "", _("line %u: %s of %d needs %s of the same year too"), rows[i].line, rows[i].series,
                               mp_month_year (rows[i].from), specs[groups[g][j]].name);
        }
}

/* The list of rows names a figure by its table, so that both kinds stand together. */
static void
list_by_hand (MpParameters *self, const MpOverlayRow *row)
{
  MpParameterRow entry = { .series = "thresholds_1619b.threshold", .verified = by_hand, .citation = row->citation,
                           .from_month = row->from, .to_month = MP_MONTH_OPEN, .to = "", .yearly = TRUE };
  char text[MP_MONEY_TEXT_SIZE], month[MP_MONTH_TEXT_SIZE], date[16];
  MpSeries series;
  guint at;

  entry.key = row->key;
  if (mp_series_find (row->series, &series, NULL))
    {
      g_autofree char *name = g_strconcat (table_names[specs[series].table], ".", specs[series].column, NULL);

      entry.series = g_string_chunk_insert_const (self->strings, name);
      entry.yearly = specs[series].span != FIXED;
      entry.key = specs[series].item != NULL ? specs[series].item : "";
    }
  else
    {
      g_autofree char *key = g_strdup_printf ("%.2s %s", row->key, row->key[2] != '\0' ? "blind" : "disabled");

      entry.key = g_string_chunk_insert_const (self->strings, key);
    }
  mp_money_to_text (row->value * (strcmp (row->series, "twp_hours") == 0 ? 100 : 1), text);
  g_snprintf (date, sizeof date, "%s-01", mp_month_to_text (row->from, month));
  entry.value = g_string_chunk_insert (self->strings, text);
  entry.from = g_string_chunk_insert (self->strings, date);
  for (at = self->rows->len; at > 0; at--)
    {
      const MpParameterRow *other = &g_array_index (self->rows, MpParameterRow, at - 1);

      if (strcmp (other->series, entry.series) == 0 && strcmp (other->key, entry.key) == 0 && other->from_month <= entry.from_month)
        break;
    }
  g_array_insert_val (self->rows, at > 0 ? at : self->rows->len, entry);
}

static void
name_by_hand (MpParameters *self)
{
  guint n_rows;
  const MpOverlayRow *rows = mp_overlay_rows (self->overlay, &n_rows);

  self->by_hand = n_rows > 0 ? g_string_new (NULL) : NULL;
  self->by_hand_from = MP_MONTH_OPEN;
  for (guint i = 0; i < n_rows; i++)
    {
      char month[MP_MONTH_TEXT_SIZE];

      list_by_hand (self, &rows[i]);
      self->by_hand_from = MIN (self->by_hand_from, rows[i].from);
      g_string_append_printf (self->by_hand, "%s%s%s%s %s", i > 0 ? ", " : "", rows[i].series, rows[i].key[0] != '\0' ? " " : "",
                              rows[i].key, mp_month_to_text (rows[i].from, month));
    }
}

static gboolean
load (MpParameters *self, MpTableSource source, gpointer data, GError **error)
{
  if (!load_tables (self, source, data, error))
    return FALSE;
  for (guint i = 0; i < MP_N_SERIES; i++)
    if (!load_series (self, (MpSeries) i, error))
      return FALSE;
  if (!load_thresholds (self, error) || (self->overlay != NULL && !lay_over_thresholds (self, error)) || !load_supplements (self, error)
      || !load_retirement (self, FALSE, error) || !load_retirement (self, TRUE, error))
    return FALSE;
  for (guint i = 0; i < N_TABLES; i++)
    for (guint j = 0; j < self->tables[i]->n_rows; j++)
      if (!list_row (self, (TableId) i, j, error))
        return FALSE;
  if (self->overlay != NULL)
    {
      check_together (self);
      name_by_hand (self);
    }
  close_rows (self);
  return TRUE;
}

/* An MpTableSource of the files that are part of the program. */
GBytes *
_mp_bundled_table (const char *path, gpointer data, GError **error)
{
  g_autofree char *name = g_strconcat ("/io/github/milepost/Milepost/", path, NULL);

  return g_resource_lookup_data (mp_parameters_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static MpParameters *
parameters_new (MpTableSource source, gpointer data, MpOverlay *overlay, GPtrArray *problems, GError **error)
{
  g_autoptr (MpParameters) self = g_new0 (MpParameters, 1);
  Row none = { 0 };

  self->figures = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_append_val (self->figures, none);
  self->supplements = g_array_new (FALSE, FALSE, sizeof (Supplement));
  self->retirement[0] = g_array_new (FALSE, FALSE, sizeof (RetirementAge));
  self->retirement[1] = g_array_new (FALSE, FALSE, sizeof (RetirementAge));
  self->rows = g_array_new (FALSE, FALSE, sizeof (MpParameterRow));
  self->strings = g_string_chunk_new (4096);
  self->overlay = overlay;
  self->problems = problems;
  if (!load (self, source, data, error))
    return NULL;
  self->problems = NULL;
  return overlay == NULL || problems->len == 0 ? g_steal_pointer (&self) : NULL;
}

/* As mp_parameters_new(), from other files than the bundled ones. */
MpParameters *
_mp_parameters_new_from (MpTableSource source, gpointer data, GError **error)
{
  return parameters_new (source, data, NULL, NULL, error);
}

/**
 * mp_parameters_new:
 * @error: return location for a %MP_PARAMETERS_ERROR
 *
 * Reads the published figures that are part of the program.
 *
 * Returns: (transfer full) (nullable): the figures
 */
MpParameters *
mp_parameters_new (GError **error)
{
  return _mp_parameters_new_from (_mp_bundled_table, NULL, error);
}

/**
 * mp_parameters_new_with:
 * @overlay: (transfer full): figures entered by hand
 * @problems: (element-type MpProblem): gets what does not fit the published figures: a year left
 *   out, or a figure without the one that belongs to it
 * @error: return location for a %MP_PARAMETERS_ERROR
 *
 * Lays figures entered by hand over those of the program. Where both have a figure for a month, the
 * one entered by hand counts; mp_parameters_by_hand() tells which there are, and each says "by hand"
 * where the published ones say how they were checked.
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL with @problems or @error
 */
MpParameters *
mp_parameters_new_with (MpOverlay *overlay, GPtrArray *problems, GError **error)
{
  return parameters_new (_mp_bundled_table, NULL, overlay, problems, error);
}

/**
 * mp_parameters_by_hand:
 * @self: the figures
 * @month: a month
 *
 * Returns: (transfer none) (nullable): which figures were entered by hand, such as
 *   "sga 2027-01, sga_blind 2027-01"; %NULL when none applies by @month
 */
const char *
mp_parameters_by_hand (const MpParameters *self, MpMonth month)
{
  return self->by_hand != NULL && self->by_hand_from <= month ? self->by_hand->str : NULL;
}

/**
 * mp_parameters_edition:
 * @self: the figures
 *
 * Returns: (transfer none): %MP_PARAMETERS_VERSION, with "+user" when figures were entered by hand
 */
const char *
mp_parameters_edition (const MpParameters *self)
{
  return self->by_hand != NULL ? MP_PARAMETERS_VERSION "+user" : MP_PARAMETERS_VERSION;
}

/**
 * mp_parameters_free:
 * @self: (nullable): figures
 */
void
mp_parameters_free (MpParameters *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_TABLES; i++)
    mp_csv_free (self->tables[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->thresholds); i++)
    {
      g_free (self->thresholds[i]);
      g_free (self->medicaid[i]);
    }
  g_array_unref (self->figures);
  g_array_unref (self->supplements);
  g_array_unref (self->retirement[0]);
  g_array_unref (self->retirement[1]);
  g_array_unref (self->rows);
  g_string_chunk_free (self->strings);
  if (self->by_hand != NULL)
    g_string_free (self->by_hand, TRUE);
  mp_overlay_free (self->overlay);
  g_free (self);
}

static void
give (MpFigure *figure, const Row *row, gboolean carried)
{
  figure->value = row->value;
  figure->from = row->from;
  figure->carried = carried;
  figure->citation = row->citation;
  figure->verified = row->verified;
}

/**
 * mp_parameters_get:
 * @self: the figures
 * @series: which of them
 * @month: the month it is for
 * @figure: (out): the figure in force in @month
 *
 * Looks a figure up. Past the last year of a figure that is published every year, the last one is
 * carried forward and marked so (DI-4); %MP_SERIES_COLA is never carried, and covers only the
 * Decembers that have one.
 *
 * Returns: whether a row covers @month
 */
gboolean
mp_parameters_get (const MpParameters *self, MpSeries series, MpMonth month, MpFigure *figure)
{
  const MpMonthFigure *found = mp_month_figure (&self->months[0][0], series, month);

  if (found->year == 0)
    return FALSE;
  give (figure, &g_array_index (self->figures, Row, self->series[series][month - MP_MONTH_FIRST]), found->carried);
  return TRUE;
}

/**
 * mp_parameters_changes: (skip)
 * @self: the figures
 *
 * Returns: (transfer none): for each of the %MP_N_MONTHS months 1 when a row of some series begins or ends,
 *   or is carried for the first time, else 0
 */
const guint8 *
mp_parameters_changes (const MpParameters *self)
{
  return self->changes;
}

/**
 * mp_parameters_months:
 * @self: the figures
 *
 * Returns: (transfer none): the figures of every series and month, for mp_month_figure()
 */
const MpMonthFigure *
mp_parameters_months (const MpParameters *self)
{
  return &self->months[0][0];
}

/**
 * mp_series_name:
 * @series: a series
 *
 * Returns: (transfer none): its name, such as "sga"
 */
const char *
mp_series_name (MpSeries series)
{
  g_return_val_if_fail ((guint) series < MP_N_SERIES, NULL);
  return specs[series].name;
}

/**
 * mp_series_find:
 * @name: a name
 * @series: (out): the series of that name
 * @yearly: (out) (optional): whether it has a figure of its own for each year, or a COLA's December
 *
 * Returns: whether there is one
 */
gboolean
mp_series_find (const char *name, MpSeries *series, gboolean *yearly)
{
  for (guint i = 0; i < MP_N_SERIES; i++)
    if (strcmp (specs[i].name, name) == 0)
      {
        *series = (MpSeries) i;
        if (yearly != NULL)
          *yearly = specs[i].span != FIXED;
        return TRUE;
      }
  return FALSE;
}

/**
 * mp_parameters_threshold:
 * @self: the figures
 * @state: (nullable): a state's code
 * @blind: whether the person is blind; some states have a row of their own, else the disabled row counts
 * @year: a calendar year
 * @figure: (out): the threshold in cents a year, that of the latest year at or before @year
 *
 * Looks the charted threshold of section 1619(b) up (POMS SI 02302.200). Where the chart is
 * misprinted, the figure is what the chart's own rule gives and its citation says so.
 *
 * Returns: whether the state has a threshold at or before @year
 */
gboolean
mp_parameters_threshold (const MpParameters *self, const char *state, gboolean blind, gint year, MpFigure *figure)
{
  gint number = state_index (state), at = year - FIRST_YEAR;

  if (number < 0 || at < 0 || at >= N_YEARS)
    return FALSE;
  for (gint slot = number * 2 + (blind ? 1 : 0); slot >= number * 2; slot--)
    {
      guint16 index = self->thresholds[slot] != NULL ? self->thresholds[slot][at] : 0;
      if (index == 0)
        continue;
      give (figure, &g_array_index (self->figures, Row, index), year > self->last_threshold[slot]);
      return TRUE;
    }
  return FALSE;
}

/**
 * mp_parameters_medicaid:
 * @self: the figures
 * @state: two letters
 * @blind: whether the person is blind, for the states that have a chart row of their own for it
 * @year: calendar year
 * @figure: (out): the state's average Medicaid cost in cents a year, of the latest year at or before @year
 *
 * Looks up the part of the charted 1619(b) threshold that stands for Medicaid (POMS SI 02302.200).
 *
 * Returns: whether the chart prints it
 */
gboolean
mp_parameters_medicaid (const MpParameters *self, const char *state, gboolean blind, gint year, MpFigure *figure)
{
  gint number = state_index (state), at = year - FIRST_YEAR;

  if (number < 0 || at < 0 || at >= N_YEARS)
    return FALSE;
  for (gint slot = number * 2 + (blind ? 1 : 0); slot >= number * 2; slot--)
    {
      if (self->thresholds[slot] == NULL || self->thresholds[slot][at] == 0)
        continue;
      if (self->medicaid[slot][at] == 0)
        return FALSE;
      give (figure, &g_array_index (self->figures, Row, self->medicaid[slot][at]), year > self->last_threshold[slot]);
      return TRUE;
    }
  return FALSE;
}

/**
 * mp_parameters_supplement:
 * @self: the figures
 * @state: (nullable): a state's code
 * @living: the living arrangement; no row is for %MP_LIVING_MEDICAID_INSTITUTION
 * @blind: whether the person, or both of a couple, are blind
 * @aged: whether they are 65 or older
 * @couple: whether the amount wanted is an eligible couple's
 * @month: the month it is for
 * @figure: (out): the supplement in cents a month, a couple's for both together
 *
 * Looks a state's supplement up that Social Security pays with SSI. One that the state itself pays
 * is not found, and neither is that of a couple of two categories.
 *
 * Returns: whether a row covers @month
 */
gboolean
mp_parameters_supplement (const MpParameters *self, const char *state, MpLiving living, gboolean blind,
                          gboolean aged, gboolean couple, MpMonth month, MpFigure *figure)
{
  guint category = blind ? CATEGORY_BLIND : aged ? CATEGORY_AGED : CATEGORY_DISABLED;
  gint number = state_index (state);
  const SupplementSlot *slot;

  if (number < 0 || living == MP_LIVING_MEDICAID_INSTITUTION)
    return FALSE;
  slot = &self->supplement_slots[supplement_slot (number, living == MP_LIVING_OWN_HOUSEHOLD ? 0 : 1, category, couple)];
  for (guint i = slot->n; i-- > 0;)
    {
      const Supplement *s = &g_array_index (self->supplements, Supplement, slot->first + i);
      if (s->from > month)
        continue;
      if (s->to < month)
        return FALSE;
      give (figure, &s->figure, i == slot->n - 1 && s->to == MP_MONTH_OPEN && mp_month_year (month) > s->last_year);
      return TRUE;
    }
  return FALSE;
}

/**
 * mp_parameters_retirement_age:
 * @self: the figures
 * @birth: a date of birth
 * @widow: whether the age is that for a widow's or widower's benefit
 *
 * Full retirement age. Somebody born on January 1 goes with the year before (20 CFR 404.409).
 *
 * Returns: the age in months
 */
gint
mp_parameters_retirement_age (const MpParameters *self, MpDate birth, gboolean widow)
{
  const GArray *ages = self->retirement[widow ? 1 : 0];
  gint year = mp_month_year (birth.month) - (mp_month_of_year (birth.month) == 1 && birth.day == 1 ? 1 : 0);
  guint i = ages->len - 1;

  while (i > 0 && g_array_index (ages, RetirementAge, i).first_year > year)
    i--;
  return g_array_index (ages, RetirementAge, i).months;
}

/**
 * mp_parameters_rows:
 * @self: the figures
 * @n_rows: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_rows): every figure of every table, as published
 */
const MpParameterRow *
mp_parameters_rows (const MpParameters *self, guint *n_rows)
{
  *n_rows = self->rows->len;
  return (const MpParameterRow *) (gpointer) self->rows->data;
}

gboolean
mp_parameter_row_is_carried (const MpParameterRow *row, MpMonth month)
{
  /* Raises come with December, all else with January. */
  gboolean december = mp_month_of_year (row->from_month) == 12;
  MpMonth next = december ? row->from_month + 12 : mp_month (mp_month_year (row->from_month) + 1, 1);

  return row->yearly && row->to_month == MP_MONTH_OPEN && month >= next;
}
