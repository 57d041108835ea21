/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-figures.h"

#include <string.h>

static MpParameters *
load (void)
{
  g_autoptr (GError) error = NULL;
  MpParameters *parameters = mp_parameters_new (&error);

  g_assert_no_error (error);
  g_assert_nonnull (parameters);
  return parameters;
}

typedef struct {
  MpSeries series;
  gint year, month;
  gint64 value; /* -1: not covered */
  gboolean carried;
} Expected;

/* Figures as the rule pages and the sources named in doc/parameters.md print them. */
static const Expected expected[] = {
  { MP_SERIES_FBR_INDIVIDUAL, 2026, 1, 99400, FALSE },
  { MP_SERIES_FBR_COUPLE, 2026, 12, 149100, FALSE },
  { MP_SERIES_FBR_INDIVIDUAL, 2025, 12, 96700, FALSE },
  { MP_SERIES_FBR_INDIVIDUAL, 2027, 1, 99400, TRUE },
  { MP_SERIES_FBR_INDIVIDUAL, 2150, 12, 99400, TRUE },
  { MP_SERIES_FBR_INDIVIDUAL, 1986, 12, 33600, FALSE },
  { MP_SERIES_FBR_INDIVIDUAL, 1987, 1, -1, FALSE },
  { MP_SERIES_FBR_INDIVIDUAL, 1989, 6, 36800, FALSE },
  { MP_SERIES_FBR_INDIVIDUAL, 1990, 1, -1, FALSE },
  { MP_SERIES_FBR_INDIVIDUAL, 2000, 12, -1, FALSE },
  { MP_SERIES_FBR_ANNUAL_INDIVIDUAL, 2026, 5, 1192946, FALSE },
  { MP_SERIES_SGA, 2026, 7, 169000, FALSE },
  { MP_SERIES_SGA, 2027, 1, 169000, TRUE },
  { MP_SERIES_SGA_BLIND, 2026, 1, 283000, FALSE },
  { MP_SERIES_SGA, 2002, 2, 78000, FALSE },
  { MP_SERIES_TWP, 2026, 3, 121000, FALSE },
  { MP_SERIES_TWP, 2002, 3, 56000, FALSE },
  { MP_SERIES_TWP_HOURS, 2040, 3, 80, FALSE },
  { MP_SERIES_TWP_HOURS, 2000, 12, 40, FALSE },
  { MP_SERIES_TWP, 2000, 12, 20000, FALSE },
  { MP_SERIES_TWP, 1989, 12, -1, FALSE },
  { MP_SERIES_INSTITUTION_RATE, 1988, 6, 2500, FALSE },
  { MP_SERIES_INSTITUTION_RATE, 1988, 7, 3000, FALSE },
  { MP_SERIES_INSTITUTION_RATE, 2060, 1, 3000, FALSE },
  { MP_SERIES_SEIE_MONTHLY, 2023, 1, 222000, FALSE },
  { MP_SERIES_SEIE_ANNUAL, 2023, 1, 895000, FALSE },
  { MP_SERIES_COLA, 2025, 12, 280, FALSE },
  { MP_SERIES_COLA, 2000, 12, 350, FALSE },
  { MP_SERIES_COLA, 2025, 11, -1, FALSE },
  { MP_SERIES_COLA, 2026, 1, -1, FALSE },
  { MP_SERIES_COLA, 2026, 12, -1, FALSE },
  { MP_SERIES_PART_B, 2026, 1, 20290, FALSE },
  { MP_SERIES_PART_B, 2027, 1, 20290, TRUE },
  { MP_SERIES_GENERAL_EXCLUSION, 1974, 1, 2000, FALSE },
  { MP_SERIES_GENERAL_EXCLUSION, 2100, 1, 2000, FALSE },
  { MP_SERIES_EARNED_EXCLUSION, 2030, 1, 6500, FALSE },
  { MP_SERIES_INFREQUENT_EARNED, 2006, 8, -1, FALSE },
  { MP_SERIES_INFREQUENT_EARNED, 2006, 9, 3000, FALSE },
  { MP_SERIES_INFREQUENT_UNEARNED, 2026, 9, 6000, FALSE },
  { MP_SERIES_RESOURCES_INDIVIDUAL, 1988, 12, -1, FALSE },
  { MP_SERIES_RESOURCES_INDIVIDUAL, 2060, 12, 200000, FALSE },
  { MP_SERIES_RESOURCES_COUPLE, 2026, 12, 300000, FALSE },
  { MP_SERIES_PCB_T2, 2024, 12, 149007, FALSE },
  { MP_SERIES_PCB_T2, 2025, 1, 149007, TRUE },
  { MP_SERIES_PHASE1, 2008, 6, -1, FALSE },
  { MP_SERIES_PHASE1, 2008, 7, 117700, FALSE },
  { MP_SERIES_PHASE1, 2025, 12, 185000, FALSE },
  { MP_SERIES_PHASE1, 2026, 1, 185000, TRUE },
  { MP_SERIES_OUTCOME_T16, 2025, 12, 31000, FALSE },
  { MP_SERIES_OUTCOME_ONLY_T2, 2025, 12, 103300, FALSE },
  { MP_SERIES_OUTCOME_ONLY_T16, 2025, 12, 56000, TRUE },
  { MP_SERIES_OLD_OUTCOME_ONLY_T2, 2002, 4, 31700, FALSE },
  { MP_SERIES_OLD_M4_T16, 2002, 4, 81100, FALSE },
  { MP_SERIES_OLD_M1_T2, 2008, 6, 33400, FALSE },
  { MP_SERIES_OLD_M1_T2, 2008, 7, -1, FALSE },
};

static void
test_series (void)
{
  g_autoptr (MpParameters) parameters = load ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const Expected *e = &expected[i];
      MpFigure figure = { 0 };
      gboolean covered = mp_parameters_get (parameters, e->series, mp_month (e->year, e->month), &figure);

      g_test_message ("%s %d-%02d", mp_series_name (e->series), e->year, e->month);
      g_assert_cmpint (covered, ==, e->value >= 0);
      if (!covered)
        continue;
      g_assert_cmpint (figure.value, ==, e->value);
      g_assert_cmpint (figure.carried, ==, e->carried);
      g_assert_cmpint (strlen (figure.citation), >, 0);
    }
}

static void
test_outside (void)
{
  g_autoptr (MpParameters) parameters = load ();
  MpFigure figure;

  g_assert_false (mp_parameters_get (parameters, MP_SERIES_FBR_INDIVIDUAL, MP_MONTH_FIRST - 1, &figure));
  g_assert_false (mp_parameters_get (parameters, MP_SERIES_FBR_INDIVIDUAL, MP_MONTH_LAST + 1, &figure));
  g_assert_false (mp_parameters_get (parameters, MP_SERIES_FBR_INDIVIDUAL, MP_MONTH_NONE, &figure));
  g_assert_false (mp_parameters_get (parameters, MP_SERIES_FBR_INDIVIDUAL, MP_MONTH_OPEN, &figure));
}

static void
test_names (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < MP_N_SERIES; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) mp_series_name ((MpSeries) i)));
  g_assert_cmpstr (mp_series_name (MP_SERIES_SGA), ==, "sga");
}

static void
assert_threshold (MpParameters *parameters, const char *state, gboolean blind, gint year, gint64 dollars,
                  gboolean carried, const char *verified)
{
  MpFigure figure;

  g_assert_true (mp_parameters_threshold (parameters, state, blind, year, &figure));
  g_assert_cmpint (figure.value, ==, dollars * 100);
  g_assert_cmpint (figure.carried, ==, carried);
  g_assert_cmpstr (figure.verified, ==, verified);
}

static void
test_threshold (void)
{
  g_autoptr (MpParameters) parameters = load ();
  MpFigure figure;

  assert_threshold (parameters, "CA", FALSE, 2026, 66078, FALSE, "printed");
  assert_threshold (parameters, "CA", FALSE, 2027, 66078, TRUE, "printed");
  assert_threshold (parameters, "TX", FALSE, 2026, 53165, FALSE, "printed");
  /* No blind row: that of a disabled person counts. */
  assert_threshold (parameters, "TX", TRUE, 2026, 53165, FALSE, "printed");
  assert_threshold (parameters, "MA", TRUE, 2026, 52864, FALSE, "printed");
  /* Misprints of the chart, as doc/parameters.md corrects them. */
  assert_threshold (parameters, "NV", TRUE, 2019, 34859, FALSE, "printed");
  assert_threshold (parameters, "NV", TRUE, 2020, 35147, FALSE, "computed");
  assert_threshold (parameters, "NV", TRUE, 2021, 36976, FALSE, "computed");
  assert_threshold (parameters, "NV", TRUE, 2022, 42152, FALSE, "computed");
  assert_threshold (parameters, "NV", TRUE, 2023, 43904, FALSE, "computed");
  assert_threshold (parameters, "MA", TRUE, 2023, 46669, FALSE, "computed");
  assert_threshold (parameters, "IA", TRUE, 2020, 34581, FALSE, "computed");
  assert_threshold (parameters, "MI", FALSE, 2020, 36840, FALSE, "computed");
  g_assert_false (mp_parameters_threshold (parameters, "CA", FALSE, 2010, &figure));
  g_assert_false (mp_parameters_threshold (parameters, "ZZ", FALSE, 2026, &figure));
  g_assert_false (mp_parameters_threshold (parameters, "California", FALSE, 2026, &figure));
  g_assert_false (mp_parameters_threshold (parameters, NULL, FALSE, 2026, &figure));
  g_assert_false (mp_parameters_threshold (parameters, "CA", FALSE, 1900, &figure));
}

typedef struct {
  const char *state;
  MpLiving living;
  gboolean blind, aged, couple;
  gint year, month;
  gint64 cents; /* -1: no row */
  gboolean carried;
} ExpectedSupplement;

static const ExpectedSupplement supplements[] = {
  /* POMS SI 01415.058 and DHCS ACWDL 25-29: 1,233.94 in all for a disabled person in 2026 */
  { "CA", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2026, 1, 23994, FALSE },
  { "CA", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2027, 1, 23994, TRUE },
  { "CA", MP_LIVING_OWN_HOUSEHOLD, FALSE, TRUE, FALSE, 2026, 1, 23994, FALSE },
  { "CA", MP_LIVING_OWN_HOUSEHOLD, TRUE, FALSE, FALSE, 2026, 1, 32432, FALSE },
  { "CA", MP_LIVING_OWN_HOUSEHOLD, TRUE, TRUE, FALSE, 2026, 1, 32432, FALSE },
  { "CA", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, TRUE, 2026, 1, 60783, FALSE },
  { "CA", MP_LIVING_OWN_HOUSEHOLD, TRUE, FALSE, TRUE, 2026, 1, 83335, FALSE },
  { "CA", MP_LIVING_HOUSEHOLD_OF_ANOTHER, FALSE, FALSE, FALSE, 2026, 1, 24520, FALSE },
  { "CA", MP_LIVING_HOUSEHOLD_OF_ANOTHER, FALSE, FALSE, FALSE, 2025, 12, -1, FALSE },
  { "CA", MP_LIVING_MEDICAID_INSTITUTION, FALSE, FALSE, FALSE, 2026, 1, -1, FALSE },
  { "CA", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2022, 12, -1, FALSE },
  /* paid by the state */
  { "AK", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2026, 1, -1, FALSE },
  { "MI", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2026, 1, -1, FALSE },
  { "WA", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2026, 1, -1, FALSE },
  /* paid by Social Security to March 2012, a couple's amounts for each */
  { "MA", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2012, 3, 11439, FALSE },
  { "MA", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2012, 4, -1, FALSE },
  { "MA", MP_LIVING_OWN_HOUSEHOLD, FALSE, TRUE, TRUE, 2012, 3, 20172, FALSE },
  { "NY", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2014, 9, 8700, FALSE },
  { "NY", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2014, 10, -1, FALSE },
  { "RI", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2010, 12, 3992, FALSE },
  { "RI", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2011, 1, -1, FALSE },
  { "PA", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2004, 12, 2740, FALSE },
  { "PA", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2005, 1, -1, FALSE },
  /* a row that ends, and the gap after it */
  { "VT", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, TRUE, 2023, 12, 9888, FALSE },
  { "VT", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, TRUE, 2024, 1, -1, FALSE },
  { "VT", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, TRUE, 2026, 1, 10580, FALSE },
  /* Hawaii's row of 2011 is still shown for 2026 */
  { "HI", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2026, 1, 0, FALSE },
  { "HI", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2027, 1, 0, TRUE },
  { "NV", MP_LIVING_OWN_HOUSEHOLD, TRUE, FALSE, FALSE, 2026, 1, 10930, FALSE },
  { "NV", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2026, 1, 0, FALSE },
  { "WI", MP_LIVING_OWN_HOUSEHOLD, FALSE, FALSE, FALSE, 2026, 1, -1, FALSE },
};

static void
test_supplement (void)
{
  g_autoptr (MpParameters) parameters = load ();

  for (guint i = 0; i < G_N_ELEMENTS (supplements); i++)
    {
      const ExpectedSupplement *e = &supplements[i];
      MpFigure figure = { 0 };
      MpCategory category = e->blind ? MP_CATEGORY_BLIND : e->aged ? MP_CATEGORY_AGED : MP_CATEGORY_DISABLED;
      gboolean found = mp_parameters_supplement (parameters, e->state, e->living, category, e->couple ? &category : NULL,
                                                 mp_month (e->year, e->month), &figure);

      g_test_message ("%s, row %u", e->state, i);
      g_assert_cmpint (found, ==, e->cents >= 0);
      if (!found)
        continue;
      g_assert_cmpint (figure.value, ==, e->cents);
      g_assert_cmpint (figure.carried, ==, e->carried);
    }
}

/* A couple whose members differ has a row of its own in California, Iowa and Nevada. */
static void
test_supplement_mixed (void)
{
  static const struct { const char *state; MpCategory one, other; gint64 cents; } mixed[] = {
    { "CA", MP_CATEGORY_BLIND, MP_CATEGORY_DISABLED, 74744 },
    { "CA", MP_CATEGORY_AGED, MP_CATEGORY_BLIND, 74744 },
    { "CA", MP_CATEGORY_AGED, MP_CATEGORY_DISABLED, 60783 },
    { "IA", MP_CATEGORY_DISABLED, MP_CATEGORY_BLIND, 2200 },
    { "IA", MP_CATEGORY_DISABLED, MP_CATEGORY_AGED, -1 },
    { "NV", MP_CATEGORY_AGED, MP_CATEGORY_BLIND, 22453 },
    { "MT", MP_CATEGORY_AGED, MP_CATEGORY_BLIND, 0 },
  };
  g_autoptr (MpParameters) parameters = load ();

  for (guint i = 0; i < G_N_ELEMENTS (mixed); i++)
    for (guint turn = 0; turn < 2; turn++)
      {
        MpCategory one = turn == 0 ? mixed[i].one : mixed[i].other, other = turn == 0 ? mixed[i].other : mixed[i].one;
        MpFigure figure = { 0 };
        gboolean found = mp_parameters_supplement (parameters, mixed[i].state, MP_LIVING_OWN_HOUSEHOLD, one, &other,
                                                   mp_month (2026, 1), &figure);

        g_assert_cmpint (found, ==, mixed[i].cents >= 0);
        if (found)
          g_assert_cmpint (figure.value, ==, mixed[i].cents);
      }
}

/* 20 CFR 404.409 */
/* The engine repeats months in which no figure is new: a change that is not marked would be passed over. */
static void
test_changes (void)
{
  g_autoptr (MpParameters) parameters = load ();
  const MpMonthFigure *figures = mp_parameters_months (parameters);
  const guint8 *changes = mp_parameters_changes (parameters);

  for (MpMonth month = MP_MONTH_FIRST + 1; month <= MP_MONTH_LAST; month++)
    for (guint series = 0; series < MP_N_SERIES; series++)
      {
        const MpMonthFigure *figure = mp_month_figure (figures, series, month);
        const MpMonthFigure *before = mp_month_figure (figures, series, month - 1);

        if (figure->value != before->value || figure->year != before->year || figure->carried != before->carried)
          g_assert_cmpint (changes[month - MP_MONTH_FIRST], ==, 1);
      }
  g_assert_cmpint (changes[mp_month (2026, 1) - MP_MONTH_FIRST], ==, 1);
  g_assert_cmpint (changes[mp_month (2027, 1) - MP_MONTH_FIRST], ==, 1); /* carried */
  g_assert_cmpint (changes[mp_month (2026, 5) - MP_MONTH_FIRST], ==, 0);
  g_assert_cmpint (changes[mp_month (2031, 1) - MP_MONTH_FIRST], ==, 0);
}

static void
test_retirement_age (void)
{
  g_autoptr (MpParameters) parameters = load ();

  g_assert_cmpint (mp_parameters_retirement_age (parameters, (MpDate) { mp_month (1960, 1), 2 }, FALSE), ==, 804);
  g_assert_cmpint (mp_parameters_retirement_age (parameters, (MpDate) { mp_month (1960, 1), 1 }, FALSE), ==, 802);
  g_assert_cmpint (mp_parameters_retirement_age (parameters, (MpDate) { mp_month (1950, 6), 1 }, FALSE), ==, 792);
  g_assert_cmpint (mp_parameters_retirement_age (parameters, (MpDate) { mp_month (1955, 1), 1 }, FALSE), ==, 792);
  g_assert_cmpint (mp_parameters_retirement_age (parameters, (MpDate) { mp_month (1955, 1), 2 }, FALSE), ==, 794);
  g_assert_cmpint (mp_parameters_retirement_age (parameters, (MpDate) { mp_month (1990, 5), 14 }, FALSE), ==, 804);
  g_assert_cmpint (mp_parameters_retirement_age (parameters, (MpDate) { mp_month (1961, 5), 14 }, TRUE), ==, 802);
  g_assert_cmpint (mp_parameters_retirement_age (parameters, (MpDate) { mp_month (1962, 1), 1 }, TRUE), ==, 802);
  g_assert_cmpint (mp_parameters_retirement_age (parameters, (MpDate) { mp_month (1962, 1), 2 }, TRUE), ==, 804);
}

static const MpParameterRow *
find_row (MpParameters *parameters, const char *series, const char *key, const char *from)
{
  guint n;
  const MpParameterRow *rows = mp_parameters_rows (parameters, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (rows[i].series, series) == 0 && strcmp (rows[i].key, key) == 0 && strcmp (rows[i].from, from) == 0)
      return &rows[i];
  return NULL;
}

static void
test_rows (void)
{
  g_autoptr (MpParameters) parameters = load ();
  const MpParameterRow *row = find_row (parameters, "sga.non_blind", "", "2025-01-01");

  g_assert_nonnull (row);
  g_assert_cmpstr (row->value, ==, "1620.00");
  g_assert_cmpint (row->from_month, ==, mp_month (2025, 1));
  g_assert_cmpint (row->to_month, ==, mp_month (2025, 12));
  row = find_row (parameters, "sga.non_blind", "", "2026-01-01");
  g_assert_cmpint (row->to_month, ==, MP_MONTH_OPEN);
  row = find_row (parameters, "thresholds_1619b.threshold", "NV blind", "2021-01-01");
  g_assert_cmpstr (row->value, ==, "64456.00");
  row = find_row (parameters, "thresholds_1619b.corrected", "NV blind", "2021-01-01");
  g_assert_cmpstr (row->value, ==, "36976.00");
  g_assert_cmpstr (row->verified, ==, "computed");
  row = find_row (parameters, "fra.total_months", "", "1960-01-02");
  g_assert_cmpstr (row->value, ==, "804");
  g_assert_cmpstr (row->to, ==, "");
  g_assert_nonnull (find_row (parameters, "pcb.p1_milestone", "", "2008-07-21"));
  g_assert_nonnull (find_row (parameters, "pcb.pcb_t2", "", "2008-01-01"));
  g_assert_nonnull (find_row (parameters, "cola.percent", "", "2025-12-01"));
}

static void
assert_same_figure (const MpFigureRow *built_in, const MpFigureRow *read)
{
  g_assert_cmpint (built_in->value, ==, read->value);
  g_assert_cmpint (built_in->from, ==, read->from);
  g_assert_cmpstr (built_in->citation, ==, read->citation);
  g_assert_cmpstr (built_in->verified, ==, read->verified);
}

/* What was written into the program when it was built is what the tables say. */
static void
test_built_in (void)
{
  const MpFigures *program = &_mp_bundled_figures;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpTables) tables = _mp_tables_load (_mp_bundled_table, NULL, &error);
  g_autoptr (MpFigures) read = tables != NULL ? _mp_figures_read (tables, &error) : NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (program->n_series, ==, read->n_series);
  for (guint i = 0; i < read->n_series; i++)
    {
      g_assert_cmpint (program->series[i].series, ==, read->series[i].series);
      g_assert_cmpint (program->series[i].to, ==, read->series[i].to);
      assert_same_figure (&program->series[i].figure, &read->series[i].figure);
    }
  g_assert_cmpuint (program->n_thresholds, ==, read->n_thresholds);
  for (guint i = 0; i < read->n_thresholds; i++)
    {
      g_assert_cmpuint (program->thresholds[i].slot, ==, read->thresholds[i].slot);
      assert_same_figure (&program->thresholds[i].figure, &read->thresholds[i].figure);
      assert_same_figure (&program->thresholds[i].medicaid, &read->thresholds[i].medicaid);
    }
  g_assert_cmpuint (program->n_supplements, ==, read->n_supplements);
  for (guint i = 0; i < read->n_supplements; i++)
    {
      g_assert_cmpuint (program->supplements[i].slot, ==, read->supplements[i].slot);
      g_assert_cmpint (program->supplements[i].to, ==, read->supplements[i].to);
      g_assert_cmpint (program->supplements[i].last_year, ==, read->supplements[i].last_year);
      assert_same_figure (&program->supplements[i].figure, &read->supplements[i].figure);
    }
  for (guint widow = 0; widow < 2; widow++)
    {
      g_assert_cmpuint (program->n_retirement[widow], ==, read->n_retirement[widow]);
      for (guint i = 0; i < read->n_retirement[widow]; i++)
        {
          g_assert_cmpint (program->retirement[widow][i].first_year, ==, read->retirement[widow][i].first_year);
          g_assert_cmpint (program->retirement[widow][i].months, ==, read->retirement[widow][i].months);
        }
    }
}

typedef struct {
  const char *path, *find, *replace;
} Damage;

static GBytes *
damaged_table (const char *path, gpointer data, GError **error)
{
  const Damage *damage = data;
  g_autoptr (GBytes) bytes = _mp_bundled_table (path, NULL, error);
  g_autoptr (GString) text = NULL;
  gsize size;

  if (bytes == NULL || strcmp (path, damage->path) != 0)
    return g_steal_pointer (&bytes);
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  if (damage->find == NULL)
    g_string_assign (text, damage->replace);
  else
    g_assert_cmpint (g_string_replace (text, damage->find, damage->replace, 1), ==, 1);
  size = text->len;
  return g_bytes_new (text->str, size);
}

static void
test_damage (void)
{
  static const struct { Damage damage; const char *message; } damages[] = {
    { { "parameters/sga.csv", "1690.00,2830", "1690,00,2830" }, "parameters/sga.csv: line 27: 7 columns are expected, got 8" },
    { { "parameters/sga.csv", "1690.00,2830", "16x0.00,2830" }, "parameters/sga.csv: line 27: a figure is a decimal number, got \"16x0.00\"" },
    { { "parameters/sga.csv", "1690.00,2830", "-1.00,2830" }, "parameters/sga.csv: line 27: a figure is a decimal number, got \"-1.00\"" },
    { { "parameters/sga.csv", "non_blind", "nonblind" }, "parameters/sga.csv: line 1: the column \"non_blind\" is missing" },
    { { "parameters/sga.csv", "2026-01-01", "2026-13-01" }, "parameters/sga.csv: line 27: a date is YYYY-MM-DD, got \"2026-13-01\"" },
    { { "parameters/sga.csv", "2026-01-01", "2024-01-01" }, "parameters/sga.csv: line 27: the rows are not in the order of their dates" },
    { { "parameters/fbr.csv", "are here\",", "are here," }, "parameters/fbr.csv: line 2: a quotation mark is missing or misplaced" },
    { { "parameters/twp.csv", NULL, "" }, "parameters/twp.csv: line 1: the table is empty or is not UTF-8 text" },
    { { "parameters/twp.csv", NULL, "\xff\xfe" }, "parameters/twp.csv: line 1: the table is empty or is not UTF-8 text" },
    { { "parameters/twp.csv", NULL, "effective_from,effective_to\n" }, "parameters/twp.csv: line 1: the table has no rows" },
    { { "parameters/awi.csv", "effective_from", "from" }, "parameters/awi.csv: line 1: the column \"effective_from\" is missing" },
    { { "parameters/thresholds_1619b.csv", ",AK,", ",ak," }, "parameters/thresholds_1619b.csv: line 2: a state is two capital letters, got \"ak\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MpParameters) parameters
        = _mp_parameters_new_from (damaged_table, (gpointer) &damages[i].damage, &error);

      g_assert_null (parameters);
      g_assert_error (error, MP_PARAMETERS_ERROR, MP_PARAMETERS_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, damages[i].message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parameters/series", test_series);
  g_test_add_func ("/parameters/outside", test_outside);
  g_test_add_func ("/parameters/names", test_names);
  g_test_add_func ("/parameters/threshold", test_threshold);
  g_test_add_func ("/parameters/supplement", test_supplement);
  g_test_add_func ("/parameters/supplement-mixed", test_supplement_mixed);
  g_test_add_func ("/parameters/changes", test_changes);
  g_test_add_func ("/parameters/retirement-age", test_retirement_age);
  g_test_add_func ("/parameters/rows", test_rows);
  g_test_add_func ("/parameters/built-in", test_built_in);
  g_test_add_func ("/parameters/damage", test_damage);
  return g_test_run ();
}
