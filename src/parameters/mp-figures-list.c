/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-figures.h"

#include <stdlib.h>
#include <string.h>

struct _MpRowList {
  MpTables *tables;            /* NULL: those of the program, once somebody asks */
  const MpOverlayRow *by_hand;
  guint n_by_hand;
  GArray *rows;                /* MpParameterRow */
  GStringChunk *strings;
  gsize filled;                /* for g_once_init_enter() */
};

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
row_key (MpRowList *self, const MpCsv *table, guint row)
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
set_birth_dates (MpRowList *self, const MpCsv *table, guint row, MpParameterRow *entry)
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
  if (!_mp_table_column (table, name, &from, error) || !_mp_table_date (table, row, from, &date, error)
      || !_mp_table_end (table, row, to, &entry->to_month, error))
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
is_yearly (MpTableId id, const char *column)
{
  switch ((gint) id)
    {
    case MP_TABLE_COLA:
    case MP_TABLE_FBR:
    case MP_TABLE_FBR_ANNUAL:
    case MP_TABLE_PART_B:
    case MP_TABLE_PCB:
    case MP_TABLE_SEIE:
    case MP_TABLE_SGA:
      return TRUE;
    case MP_TABLE_THRESHOLDS:
      return strcmp (column, "corrected") != 0;
    case MP_TABLE_ISM:
      return strcmp (column, "food_counts") != 0;
    case MP_TABLE_TWP:
      return strcmp (column, "self_employment_hours") != 0;
    default:
      return FALSE;
    }
}

static gboolean
list_row (MpRowList *self, MpTableId id, guint row, GError **error)
{
  const MpCsv *table = self->tables->csv[id];
  gboolean by_birth = id == MP_TABLE_FRA || id == MP_TABLE_FRA_WIDOW;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *column = g_ptr_array_index (table->cells, i);
      const char *citation = strcmp (column, "corrected") == 0 ? "corrected_citation" : "citation";
      g_autofree char *series = g_strconcat (_mp_table_names[id], ".", column, NULL);
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
close_rows (MpRowList *self)
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

/* The list of rows names a figure by its table, so that both kinds stand together. */
static void
list_by_hand (MpRowList *self, const MpOverlayRow *row)
{
  MpParameterRow entry = { .series = "thresholds_1619b.threshold", .verified = MP_VERIFIED_BY_HAND, .citation = row->citation,
                           .from_month = row->from, .to_month = MP_MONTH_OPEN, .to = "", .yearly = TRUE };
  char text[MP_MONEY_TEXT_SIZE], month[MP_MONTH_TEXT_SIZE], date[16];
  MpSeries series;
  guint at;

  entry.key = row->key;
  if (mp_series_find (row->series, &series, NULL))
    {
      g_autofree char *name = g_strconcat (_mp_table_names[_mp_series_specs[series].table], ".", _mp_series_specs[series].column, NULL);

      entry.series = g_string_chunk_insert_const (self->strings, name);
      entry.yearly = _mp_series_specs[series].span != MP_SPAN_FIXED;
      entry.key = _mp_series_specs[series].item != NULL ? _mp_series_specs[series].item : "";
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

static gboolean
fill (MpRowList *self, GError **error)
{
  if (self->tables == NULL)
    self->tables = _mp_tables_load (_mp_bundled_table, NULL, error);
  if (self->tables == NULL)
    return FALSE;
  for (guint i = 0; i < MP_N_TABLES; i++)
    for (guint j = 0; j < self->tables->csv[i]->n_rows; j++)
      if (!list_row (self, (MpTableId) i, j, error))
        return FALSE;
  for (guint i = 0; i < self->n_by_hand; i++)
    list_by_hand (self, &self->by_hand[i]);
  close_rows (self);
  return TRUE;
}

/**
 * _mp_row_list_new: (skip)
 * @tables: (nullable) (transfer full): the tables, or %NULL for those of the program
 * @by_hand: (nullable) (array length=n_by_hand): figures entered by hand; they must outlive the list
 * @n_by_hand: how many
 *
 * Returns: (transfer full): a list that is not filled yet
 */
MpRowList *
_mp_row_list_new (MpTables *tables, const MpOverlayRow *by_hand, guint n_by_hand)
{
  MpRowList *self = g_new0 (MpRowList, 1);

  self->tables = tables;
  self->by_hand = by_hand;
  self->n_by_hand = n_by_hand;
  self->rows = g_array_new (FALSE, FALSE, sizeof (MpParameterRow));
  self->strings = g_string_chunk_new (4096);
  return self;
}

/**
 * _mp_row_list_fill: (skip)
 * @self: a list that nobody else uses yet
 * @error: return location for a %MP_PARAMETERS_ERROR
 *
 * Reads the tables now and not at the first _mp_row_list_get(), to learn whether they can be read.
 *
 * Returns: whether every row could be read
 */
gboolean
_mp_row_list_fill (MpRowList *self, GError **error)
{
  self->filled = fill (self, error);
  return self->filled;
}

/**
 * _mp_row_list_get: (skip)
 * @self: a list
 * @n_rows: (out): how many rows it has
 *
 * Fills the list when this is the first call, from whatever thread.
 *
 * Returns: (transfer none) (array length=n_rows): the rows
 */
const MpParameterRow *
_mp_row_list_get (MpRowList *self, guint *n_rows)
{
  if (g_once_init_enter (&self->filled))
    {
      g_autoptr (GError) error = NULL;

      /* Reading them was tried when the program was built. */
      if (!fill (self, &error))
        g_error ("%s", error->message);
      g_once_init_leave (&self->filled, 1);
    }
  *n_rows = self->rows->len;
  return &g_array_index (self->rows, MpParameterRow, 0);
}

/**
 * _mp_row_list_free: (skip)
 * @self: (nullable): a list
 */
void
_mp_row_list_free (MpRowList *self)
{
  if (self == NULL)
    return;
  _mp_tables_free (self->tables);
  g_array_unref (self->rows);
  g_string_chunk_free (self->strings);
  g_free (self);
}
