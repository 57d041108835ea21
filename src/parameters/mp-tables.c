/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-tables.h"

#include <gio/gio.h>
#include <string.h>

/* data/meson.build compiles it into this library; calling it also keeps the linker from dropping it. */
GResource *mp_parameters_get_resource (void);

G_DEFINE_QUARK (mp-parameters-error-quark, mp_parameters_error)

/* The columns that are neither key nor figure are known by name, see is_figure_column(). */
const char *const _mp_table_names[MP_N_TABLES] = {
  [MP_TABLE_AWI] = "awi",
  [MP_TABLE_BEND_POINTS] = "bend_points",
  [MP_TABLE_COLA] = "cola",
  [MP_TABLE_EXCLUSIONS] = "exclusions",
  [MP_TABLE_FBR] = "fbr",
  [MP_TABLE_FBR_ANNUAL] = "fbr_unrounded_annual",
  [MP_TABLE_FRA] = "fra",
  [MP_TABLE_FRA_WIDOW] = "fra_widow",
  [MP_TABLE_ISM] = "ism",
  [MP_TABLE_PART_B] = "medicare_partb",
  [MP_TABLE_PCB] = "pcb",
  [MP_TABLE_PCB_OLD] = "pcb_old_regime",
  [MP_TABLE_POVERTY] = "poverty",
  [MP_TABLE_QUARTER] = "quarter_of_coverage",
  [MP_TABLE_SEIE] = "seie",
  [MP_TABLE_SGA] = "sga",
  [MP_TABLE_SUPPLEMENT] = "state_supplement",
  [MP_TABLE_THRESHOLDS] = "thresholds_1619b",
  [MP_TABLE_TWP] = "twp",
};

#define RATE(name, column) { name, MP_TABLE_PCB, column, MP_SPAN_YEARLY, NULL, "rates_effective_from", "rates_verified" }
#define ITEM(name, item) { name, MP_TABLE_EXCLUSIONS, "value", MP_SPAN_FIXED, item, NULL, NULL }

const MpSeriesSpec _mp_series_specs[MP_N_SERIES] = {
  [MP_SERIES_FBR_INDIVIDUAL] = { "fbr", MP_TABLE_FBR, "individual", MP_SPAN_YEARLY },
  [MP_SERIES_FBR_COUPLE] = { "fbr_couple", MP_TABLE_FBR, "couple", MP_SPAN_YEARLY },
  [MP_SERIES_FBR_ANNUAL_INDIVIDUAL] = { "fbr_annual", MP_TABLE_FBR_ANNUAL, "individual_annual", MP_SPAN_YEARLY },
  [MP_SERIES_FBR_ANNUAL_COUPLE] = { "fbr_annual_couple", MP_TABLE_FBR_ANNUAL, "couple_annual", MP_SPAN_YEARLY },
  [MP_SERIES_SGA] = { "sga", MP_TABLE_SGA, "non_blind", MP_SPAN_YEARLY },
  [MP_SERIES_SGA_BLIND] = { "sga_blind", MP_TABLE_SGA, "blind", MP_SPAN_YEARLY },
  [MP_SERIES_TWP] = { "twp", MP_TABLE_TWP, "monthly", MP_SPAN_YEARLY },
  [MP_SERIES_TWP_HOURS] = { "twp_hours", MP_TABLE_TWP, "self_employment_hours", MP_SPAN_FIXED },
  [MP_SERIES_SEIE_MONTHLY] = { "seie", MP_TABLE_SEIE, "monthly", MP_SPAN_YEARLY },
  [MP_SERIES_SEIE_ANNUAL] = { "seie_annual", MP_TABLE_SEIE, "annual", MP_SPAN_YEARLY },
  [MP_SERIES_COLA] = { "cola", MP_TABLE_COLA, "percent", MP_SPAN_MONTHLY, NULL, "title2_effective", NULL },
  [MP_SERIES_PART_B] = { "part_b", MP_TABLE_PART_B, "part_b_standard", MP_SPAN_YEARLY },
  [MP_SERIES_GENERAL_EXCLUSION] = ITEM ("general_exclusion", "general_income_exclusion_monthly"),
  [MP_SERIES_EARNED_EXCLUSION] = ITEM ("earned_exclusion", "earned_income_exclusion_monthly"),
  [MP_SERIES_INFREQUENT_EARNED] = ITEM ("infrequent_earned", "infrequent_irregular_earned_quarterly"),
  [MP_SERIES_INFREQUENT_UNEARNED] = ITEM ("infrequent_unearned", "infrequent_irregular_unearned_quarterly"),
  [MP_SERIES_INSTITUTION_RATE] = ITEM ("institution_rate", "institution_rate_monthly"),
  [MP_SERIES_RESOURCES_INDIVIDUAL] = ITEM ("resources", "resource_limit_individual"),
  [MP_SERIES_RESOURCES_COUPLE] = ITEM ("resources_couple", "resource_limit_couple"),
  [MP_SERIES_PCB_T2] = { "pcb_t2", MP_TABLE_PCB, "pcb_t2", MP_SPAN_YEARLY },
  [MP_SERIES_PCB_T16] = { "pcb_t16", MP_TABLE_PCB, "pcb_t16", MP_SPAN_YEARLY },
  [MP_SERIES_PHASE1] = RATE ("phase1", "p1_milestone"),
  [MP_SERIES_PHASE2_T2] = RATE ("phase2_t2", "p2_t2"),
  [MP_SERIES_PHASE2_T16] = RATE ("phase2_t16", "p2_t16"),
  [MP_SERIES_OUTCOME_T2] = RATE ("outcome_t2", "outcome_t2"),
  [MP_SERIES_OUTCOME_T16] = RATE ("outcome_t16", "outcome_t16"),
  [MP_SERIES_OUTCOME_ONLY_T2] = RATE ("outcome_only_t2", "outcome_only_t2"),
  [MP_SERIES_OUTCOME_ONLY_T16] = RATE ("outcome_only_t16", "outcome_only_t16"),
  [MP_SERIES_OLD_OUTCOME_ONLY_T2] = { "old_outcome_only_t2", MP_TABLE_PCB_OLD, "outcome_only_t2", MP_SPAN_YEARLY },
  [MP_SERIES_OLD_OUTCOME_ONLY_T16] = { "old_outcome_only_t16", MP_TABLE_PCB_OLD, "outcome_only_t16", MP_SPAN_YEARLY },
  [MP_SERIES_OLD_OUTCOME_T2] = { "old_outcome_t2", MP_TABLE_PCB_OLD, "outcome_t2", MP_SPAN_YEARLY },
  [MP_SERIES_OLD_OUTCOME_T16] = { "old_outcome_t16", MP_TABLE_PCB_OLD, "outcome_t16", MP_SPAN_YEARLY },
  [MP_SERIES_OLD_M1_T2] = { "old_m1_t2", MP_TABLE_PCB_OLD, "m1_t2", MP_SPAN_YEARLY },
  [MP_SERIES_OLD_M1_T16] = { "old_m1_t16", MP_TABLE_PCB_OLD, "m1_t16", MP_SPAN_YEARLY },
  [MP_SERIES_OLD_M2_T2] = { "old_m2_t2", MP_TABLE_PCB_OLD, "m2_t2", MP_SPAN_YEARLY },
  [MP_SERIES_OLD_M2_T16] = { "old_m2_t16", MP_TABLE_PCB_OLD, "m2_t16", MP_SPAN_YEARLY },
  [MP_SERIES_OLD_M3_T2] = { "old_m3_t2", MP_TABLE_PCB_OLD, "m3_t2", MP_SPAN_YEARLY },
  [MP_SERIES_OLD_M3_T16] = { "old_m3_t16", MP_TABLE_PCB_OLD, "m3_t16", MP_SPAN_YEARLY },
  [MP_SERIES_OLD_M4_T2] = { "old_m4_t2", MP_TABLE_PCB_OLD, "m4_t2", MP_SPAN_YEARLY },
  [MP_SERIES_OLD_M4_T16] = { "old_m4_t16", MP_TABLE_PCB_OLD, "m4_t16", MP_SPAN_YEARLY },
};

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
  return _mp_series_specs[series].name;
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
    if (strcmp (_mp_series_specs[i].name, name) == 0)
      {
        *series = (MpSeries) i;
        if (yearly != NULL)
          *yearly = _mp_series_specs[i].span != MP_SPAN_FIXED;
        return TRUE;
      }
  return FALSE;
}

gboolean
_mp_table_refuse (const MpCsv *table, guint row, GError **error, const char *format, ...)
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

gboolean
_mp_table_column (const MpCsv *table, const char *name, gint *column, GError **error)
{
  *column = mp_csv_column (table, name);
  if (*column >= 0)
    return TRUE;
  g_set_error (error, MP_PARAMETERS_ERROR, MP_PARAMETERS_ERROR_INVALID,
               "%s: line 1: the column \"%s\" is missing", table->name, name);
  return FALSE;
}

gboolean
_mp_table_date (const MpCsv *table, guint row, gint column, MpDate *date, GError **error)
{
  const char *text = mp_csv_cell (table, row, column);

  return mp_date_parse (text, date) || _mp_table_refuse (table, row, error, "a date is YYYY-MM-DD, got \"%s\"", text);
}

/* The last whole month of a row; MP_MONTH_OPEN when it says none. */
gboolean
_mp_table_end (const MpCsv *table, guint row, gint column, MpMonth *to, GError **error)
{
  MpDate date;

  *to = MP_MONTH_OPEN;
  if (*mp_csv_cell (table, row, column) == '\0')
    return TRUE;
  if (!_mp_table_date (table, row, column, &date, error))
    return FALSE;
  *to = date.day == mp_month_days (date.month) ? date.month : date.month - 1;
  return TRUE;
}

/* An MpTableSource of the files that are part of the program. */
GBytes *
_mp_bundled_table (const char *path, gpointer data, GError **error)
{
  g_autofree char *name = g_strconcat ("/io/github/milepost/Milepost/", path, NULL);

  return g_resource_lookup_data (mp_parameters_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * _mp_tables_load: (skip)
 * @source: where the files come from
 * @data: for @source
 * @error: return location for a %MP_PARAMETERS_ERROR
 *
 * Returns: (transfer full) (nullable): the tables
 */
MpTables *
_mp_tables_load (MpTableSource source, gpointer data, GError **error)
{
  g_autoptr (MpTables) self = g_new0 (MpTables, 1);

  for (guint i = 0; i < MP_N_TABLES; i++)
    {
      g_autofree char *path = g_strconcat ("parameters/", _mp_table_names[i], ".csv", NULL);
      g_autoptr (GBytes) bytes = source (path, data, error);

      if (bytes == NULL)
        return NULL;
      self->csv[i] = mp_csv_parse (path, bytes, error);
      if (self->csv[i] == NULL)
        return NULL;
      if (self->csv[i]->n_rows == 0)
        {
          g_set_error (error, MP_PARAMETERS_ERROR, MP_PARAMETERS_ERROR_INVALID,
                       "%s: line 1: the table has no rows", path);
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

/**
 * _mp_tables_free: (skip)
 * @self: (nullable): tables
 */
void
_mp_tables_free (MpTables *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < MP_N_TABLES; i++)
    mp_csv_free (self->csv[i]);
  g_free (self);
}
