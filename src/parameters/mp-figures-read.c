/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-figures.h"

#include <stdlib.h>
#include <string.h>

/* Amounts become cents and percentages basis points: hundredths, both. */
static gboolean
read_figure (const MpCsv *table, guint row, gint column, gint64 *value, GError **error)
{
  const char *text = mp_csv_cell (table, row, column);

  return (mp_decimal_parse (text, 2, value) && *value >= 0)
         || _mp_table_refuse (table, row, error, "a figure is a decimal number, got \"%s\"", text);
}

static gboolean
read_series (const MpTables *tables, MpSeries series, GArray *rows, GError **error)
{
  const MpSeriesSpec *spec = &_mp_series_specs[series];
  const MpCsv *table = tables->csv[spec->table];
  const guint first = rows->len;
  gint value, from, to, citation, verified, item = -1;

  if (!_mp_table_column (table, spec->column, &value, error)
      || !_mp_table_column (table, spec->from != NULL ? spec->from : "effective_from", &from, error)
      || !_mp_table_column (table, "effective_to", &to, error)
      || !_mp_table_column (table, "citation", &citation, error)
      || !_mp_table_column (table, spec->verified != NULL ? spec->verified : "verified", &verified, error)
      || (spec->item != NULL && !_mp_table_column (table, "item", &item, error)))
    return FALSE;
  for (guint i = 0; i < table->n_rows; i++)
    {
      MpSeriesRow row = { .series = series };
      MpDate date;

      row.figure.citation = mp_csv_cell (table, i, citation);
      row.figure.verified = mp_csv_cell (table, i, verified);
      if (*mp_csv_cell (table, i, value) == '\0')
        continue;
      if (spec->item != NULL && strcmp (spec->item, mp_csv_cell (table, i, item)) != 0)
        continue;
      if (!_mp_table_date (table, i, from, &date, error) || !_mp_table_end (table, i, to, &row.to, error)
          || !read_figure (table, i, value, &row.figure.value, error))
        return FALSE;
      if (row.figure.value > G_MAXINT32)
        return _mp_table_refuse (table, i, error, "the figure \"%s\" is too large", mp_csv_cell (table, i, value));
      if (rows->len > first && date.month <= g_array_index (rows, MpSeriesRow, rows->len - 1).figure.from)
        return _mp_table_refuse (table, i, error, "the rows are not in the order of their dates");
      if (series == MP_SERIES_TWP_HOURS)
        row.figure.value /= 100;
      if (spec->span == MP_SPAN_MONTHLY)
        row.to = date.month;
      row.figure.from = date.month;
      g_array_append_val (rows, row);
    }
  return rows->len > first || _mp_table_refuse (table, 0, error, "the column \"%s\" has no figures", spec->column);
}

/**
 * _mp_state_index: (skip)
 * @state: (nullable): a state's code
 *
 * Returns: a number below %MP_N_STATES, or -1 when it is not a state's code
 */
gint
_mp_state_index (const char *state)
{
  if (state == NULL || !g_ascii_isupper (state[0]) || !g_ascii_isupper (state[1]) || state[2] != '\0')
    return -1;
  return (state[0] - 'A') * 26 + state[1] - 'A';
}

static gboolean
read_state (const MpCsv *table, guint row, gint column, gint *state, GError **error)
{
  const char *text = mp_csv_cell (table, row, column);

  *state = _mp_state_index (text);
  return *state >= 0 || _mp_table_refuse (table, row, error, "a state is two capital letters, got \"%s\"", text);
}

static gint
compare_thresholds (gconstpointer a, gconstpointer b)
{
  const MpThresholdRow *x = a, *y = b;

  if (x->slot != y->slot)
    return x->slot < y->slot ? -1 : 1;
  return x->figure.from < y->figure.from ? -1 : x->figure.from > y->figure.from;
}

typedef struct {
  gint from, state, category, value, average, corrected, citation, corrected_citation, verified;
} ThresholdColumns;

static gboolean
read_threshold (const MpCsv *table, guint i, const ThresholdColumns *c, MpThresholdRow *row, GError **error)
{
  /* A misprinted row holds what its own rule gives beside what is printed. */
  const gboolean misprint = *mp_csv_cell (table, i, c->corrected) != '\0';
  const gboolean blind = strcmp (mp_csv_cell (table, i, c->category), "blind") == 0;
  MpDate date;
  gint state;

  row->figure.citation = mp_csv_cell (table, i, misprint ? c->corrected_citation : c->citation);
  row->figure.verified = misprint ? "computed" : mp_csv_cell (table, i, c->verified);
  if (!_mp_table_date (table, i, c->from, &date, error) || !read_state (table, i, c->state, &state, error)
      || !read_figure (table, i, misprint ? c->corrected : c->value, &row->figure.value, error))
    return FALSE;
  row->figure.from = date.month;
  row->slot = (guint) state * 2 + (blind ? 1 : 0);
  if (*mp_csv_cell (table, i, c->average) == '\0')
    return TRUE;
  row->medicaid = row->figure;
  return read_figure (table, i, c->average, &row->medicaid.value, error);
}

static gboolean
read_thresholds (const MpTables *tables, GArray *rows, GError **error)
{
  const MpCsv *table = tables->csv[MP_TABLE_THRESHOLDS];
  g_autofree gint *last = g_new0 (gint, MP_N_STATES * 2);
  ThresholdColumns c;

  if (!_mp_table_column (table, "effective_from", &c.from, error)
      || !_mp_table_column (table, "state", &c.state, error)
      || !_mp_table_column (table, "category", &c.category, error)
      || !_mp_table_column (table, "threshold", &c.value, error)
      || !_mp_table_column (table, "medicaid_expenditures", &c.average, error)
      || !_mp_table_column (table, "corrected", &c.corrected, error)
      || !_mp_table_column (table, "citation", &c.citation, error)
      || !_mp_table_column (table, "corrected_citation", &c.corrected_citation, error)
      || !_mp_table_column (table, "verified", &c.verified, error))
    return FALSE;
  for (guint i = 0; i < table->n_rows; i++)
    {
      MpThresholdRow row = { 0 };

      if (!read_threshold (table, i, &c, &row, error))
        return FALSE;
      if (mp_month_year (row.figure.from) <= last[row.slot])
        return _mp_table_refuse (table, i, error, "the rows of a state are not in the order of their years");
      last[row.slot] = mp_month_year (row.figure.from);
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_thresholds);
  return TRUE;
}

#define AGED (1 << MP_CATEGORY_AGED)
#define BLIND (1 << MP_CATEGORY_BLIND)
#define DISABLED (1 << MP_CATEGORY_DISABLED)
#define PERSON(set) (set)
#define COUPLE(set) (1 << MP_UNIT_COUPLE (set))
#define ALIKE (COUPLE (AGED) | COUPLE (BLIND) | COUPLE (DISABLED))
#define MIXED (COUPLE (AGED | BLIND) | COUPLE (AGED | DISABLED) | COUPLE (BLIND | DISABLED))

/* Which units a row of supplements is for, a bit each; 0 for something that blindness and age do not tell. */
static guint
units_of (const char *text)
{
  static const struct { const char *text; guint units; } known[] = {
    { "all", PERSON (AGED | BLIND | DISABLED) | ALIKE | MIXED },
    { "aged", PERSON (AGED) | COUPLE (AGED) },
    { "blind", PERSON (BLIND) | COUPLE (BLIND) },
    { "disabled", PERSON (DISABLED) | COUPLE (DISABLED) },
    { "aged_or_disabled", PERSON (AGED | DISABLED) | COUPLE (AGED) | COUPLE (DISABLED) | COUPLE (AGED | DISABLED) },
    { "aged_or_blind", PERSON (AGED | BLIND) | COUPLE (AGED) | COUPLE (BLIND) | COUPLE (AGED | BLIND) },
    { "aged_or_disabled_or_blind", PERSON (AGED | BLIND | DISABLED) | ALIKE | MIXED },
    { "two_blind", COUPLE (BLIND) },
    { "one_blind", COUPLE (AGED | BLIND) | COUPLE (BLIND | DISABLED) },
    { "aged_and_blind", COUPLE (AGED | BLIND) },
    { "aged_and_disabled", COUPLE (AGED | DISABLED) },
    { "blind_and_disabled", COUPLE (BLIND | DISABLED) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (text, known[i].text) == 0)
      return known[i].units;
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
    return _mp_table_refuse (table, row, error, "who administers a supplement is unclear: \"%s\"", text);
  p = text + strlen ("federal to ");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (p, names[i]))
      {
        of_year = (gint) i + 1;
        p += strcspn (p, " ");
        break;
      }
  year = g_ascii_strtoll (p, NULL, 10);
  if (year < MP_FIRST_YEAR || year >= MP_FIRST_YEAR + MP_N_YEARS)
    return _mp_table_refuse (table, row, error, "who administers a supplement is unclear: \"%s\"", text);
  *to = mp_month ((gint) year, of_year);
  return TRUE;
}

/**
 * _mp_supplement_slot: (skip)
 * @state: as from _mp_state_index()
 * @living: a living arrangement of the supplement tables, below %MP_N_LIVINGS
 * @unit: whom it is for
 *
 * Returns: where the rows for them stand
 */
guint
_mp_supplement_slot (gint state, guint living, guint unit)
{
  return ((guint) state * MP_N_LIVINGS + living) * MP_N_UNITS + unit;
}

typedef struct {
  gint from, to, state, living, category, type, value, administration, last_seen, citation, verified;
} SupplementColumns;

static gboolean
read_supplement (const MpCsv *table, guint i, const SupplementColumns *c, GArray *rows, GError **error)
{
  MpSupplementRow row = { 0 };
  const char *living = mp_csv_cell (table, i, c->living), *type = mp_csv_cell (table, i, c->type);
  gboolean individual = strcmp (type, "individual") == 0, each = strcmp (type, "couple_per_person") == 0;
  gboolean independent = strcmp (living, "independent") == 0;
  guint units = units_of (mp_csv_cell (table, i, c->category));
  MpMonth administered;
  MpDate date;
  gint state;

  if (!_mp_table_date (table, i, c->from, &date, error) || !_mp_table_end (table, i, c->to, &row.to, error)
      || !read_state (table, i, c->state, &state, error)
      || !read_administration (table, i, c->administration, &administered, error)
      || !read_figure (table, i, c->value, &row.figure.value, error))
    return FALSE;
  if (!independent && strcmp (living, "household_of_another") != 0)
    return TRUE;
  if (!individual && !each && strcmp (type, "couple") != 0)
    return _mp_table_refuse (table, i, error, "whom a supplement is for is unclear: \"%s\"", type);
  row.figure.value *= each ? 2 : 1;
  row.figure.from = date.month;
  row.figure.citation = mp_csv_cell (table, i, c->citation);
  row.figure.verified = mp_csv_cell (table, i, c->verified);
  row.to = MIN (row.to, administered);
  row.last_year = MAX (mp_month_year (date.month), atoi (mp_csv_cell (table, i, c->last_seen)));
  for (guint unit = individual ? 0 : MP_N_CATEGORIES; unit < (individual ? MP_N_CATEGORIES : MP_N_UNITS); unit++)
    if (units & 1u << unit)
      {
        row.slot = _mp_supplement_slot (state, independent ? 0 : 1, unit);
        g_array_append_val (rows, row);
      }
  return TRUE;
}

/* Rows of one slot and month keep the order of the table: the sort is stable. */
static gint
compare_supplements (gconstpointer a, gconstpointer b)
{
  const MpSupplementRow *x = a, *y = b;

  if (x->slot != y->slot)
    return x->slot < y->slot ? -1 : 1;
  return x->figure.from < y->figure.from ? -1 : x->figure.from > y->figure.from;
}

static gboolean
read_supplements (const MpTables *tables, GArray *rows, GError **error)
{
  const MpCsv *table = tables->csv[MP_TABLE_SUPPLEMENT];
  SupplementColumns c;

  if (!_mp_table_column (table, "effective_from", &c.from, error)
      || !_mp_table_column (table, "effective_to", &c.to, error)
      || !_mp_table_column (table, "state", &c.state, error)
      || !_mp_table_column (table, "living_arrangement", &c.living, error)
      || !_mp_table_column (table, "category", &c.category, error)
      || !_mp_table_column (table, "person_type", &c.type, error)
      || !_mp_table_column (table, "supplement", &c.value, error)
      || !_mp_table_column (table, "administered_by", &c.administration, error)
      || !_mp_table_column (table, "last_seen", &c.last_seen, error)
      || !_mp_table_column (table, "citation", &c.citation, error)
      || !_mp_table_column (table, "verified", &c.verified, error))
    return FALSE;
  for (guint i = 0; i < table->n_rows; i++)
    if (!read_supplement (table, i, &c, rows, error))
      return FALSE;
  g_array_sort (rows, compare_supplements);
  return TRUE;
}

static gboolean
read_retirement (const MpTables *tables, gboolean widow, GArray *rows, GError **error)
{
  const MpCsv *table = tables->csv[widow ? MP_TABLE_FRA_WIDOW : MP_TABLE_FRA];
  gint year, months;

  if (!_mp_table_column (table, "birth_year_from", &year, error)
      || !_mp_table_column (table, "total_months", &months, error))
    return FALSE;
  for (guint i = 0; i < table->n_rows; i++)
    {
      gint64 first, age;
      MpRetirementAge row;

      if (!read_figure (table, i, year, &first, error) || !read_figure (table, i, months, &age, error))
        return FALSE;
      row = (MpRetirementAge) { (gint) (first / 100), (gint) (age / 100) };
      if (i > 0 && row.first_year <= g_array_index (rows, MpRetirementAge, i - 1).first_year)
        return _mp_table_refuse (table, i, error, "the rows are not in the order of the years of birth");
      g_array_append_val (rows, row);
    }
  return TRUE;
}

#define TAKE(type, array, n) ((n) = (array)->len, (const type *) (gpointer) g_array_free (g_steal_pointer (&(array)), FALSE))

/**
 * _mp_figures_read: (skip)
 * @tables: the tables; they must outlive the figures, whose texts point into them
 * @error: return location for a %MP_PARAMETERS_ERROR
 *
 * Returns: (transfer full) (nullable): what the tables say
 */
MpFigures *
_mp_figures_read (const MpTables *tables, GError **error)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (MpSeriesRow));
  g_autoptr (GArray) thresholds = g_array_new (FALSE, FALSE, sizeof (MpThresholdRow));
  g_autoptr (GArray) supplements = g_array_new (FALSE, FALSE, sizeof (MpSupplementRow));
  g_autoptr (GArray) ages = g_array_new (FALSE, FALSE, sizeof (MpRetirementAge));
  g_autoptr (GArray) widows = g_array_new (FALSE, FALSE, sizeof (MpRetirementAge));
  MpFigures *self;

  for (guint i = 0; i < MP_N_SERIES; i++)
    if (!read_series (tables, (MpSeries) i, series, error))
      return NULL;
  if (!read_thresholds (tables, thresholds, error) || !read_supplements (tables, supplements, error)
      || !read_retirement (tables, FALSE, ages, error) || !read_retirement (tables, TRUE, widows, error))
    return NULL;
  self = g_new0 (MpFigures, 1);
  self->series = TAKE (MpSeriesRow, series, self->n_series);
  self->thresholds = TAKE (MpThresholdRow, thresholds, self->n_thresholds);
  self->supplements = TAKE (MpSupplementRow, supplements, self->n_supplements);
  self->retirement[0] = TAKE (MpRetirementAge, ages, self->n_retirement[0]);
  self->retirement[1] = TAKE (MpRetirementAge, widows, self->n_retirement[1]);
  return self;
}

/**
 * _mp_figures_free: (skip)
 * @self: (nullable): figures that were read
 */
void
_mp_figures_free (MpFigures *self)
{
  if (self == NULL)
    return;
  g_free ((gpointer) self->series);
  g_free ((gpointer) self->thresholds);
  g_free ((gpointer) self->supplements);
  g_free ((gpointer) self->retirement[0]);
  g_free ((gpointer) self->retirement[1]);
  g_free (self);
}
