/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-overlay.h"

#include "mp-csv.h"
#include "mp-typed.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define COLA_MAX (100 * 100) /* basis points, as of the case file's cola_percent */

struct _MpOverlay {
  GArray *rows;          /* MpOverlayRow, by series, key and month */
  GStringChunk *strings;
};

static MpOverlay *
overlay_new (void)
{
  MpOverlay *self = g_new (MpOverlay, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (MpOverlayRow));
  self->strings = g_string_chunk_new (1024);
  return self;
}

/**
 * mp_overlay_free:
 * @self: (nullable): an overlay
 */
void
mp_overlay_free (MpOverlay *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * mp_overlay_rows:
 * @self: an overlay
 * @n_rows: (out): how many
 *
 * Returns: (array length=n_rows) (transfer none): its figures, by series, key and month
 */
const MpOverlayRow *
mp_overlay_rows (const MpOverlay *self, guint *n_rows)
{
  *n_rows = self->rows->len;
  return &g_array_index (self->rows, MpOverlayRow, 0);
}

static void
add_row (MpOverlay *self, const MpOverlayRow *row)
{
  MpOverlayRow copy = *row;

  copy.series = g_string_chunk_insert_const (self->strings, row->series);
  copy.key = g_string_chunk_insert_const (self->strings, row->key);
  copy.citation = g_string_chunk_insert (self->strings, row->citation);
  g_array_append_val (self->rows, copy);
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const MpOverlayRow *x = a, *y = b;
  gint order = strcmp (x->series, y->series);

  if (order == 0)
    order = strcmp (x->key, y->key);
  return order != 0 ? order : x->from < y->from ? -1 : x->from > y->from;
}

/**
 * mp_overlay_row_equal:
 * @a: a row
 * @b: another
 *
 * Returns: whether the two are the same figure of the same month, whatever they say of it
 */
gboolean
mp_overlay_row_equal (const MpOverlayRow *a, const MpOverlayRow *b)
{
  return compare_rows (a, b) == 0;
}

typedef struct {
  MpOverlay *overlay;
  const MpCsv *table;
  gint series, key, from, value, citation;
  GPtrArray *problems;
} Reader;

G_GNUC_PRINTF (3, 4) static gboolean
refuse (Reader *self, guint row, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  mp_problems_add (self->problems, "", _("line %u: %s"), mp_csv_line (self->table, row), what);
  return FALSE;
}

static gboolean
is_threshold_key (const char *key)
{
  return g_ascii_isupper (key[0]) && g_ascii_isupper (key[1]) && (key[2] == '\0' || strcmp (key + 2, " blind") == 0);
}

/* COLAs go into force with December, every other yearly figure with January. */
static gboolean
check_month (Reader *self, guint row, const MpDate *from, const char *series, gboolean yearly)
{
  gboolean cola = strcmp (series, "cola") == 0;

  if (from->day != 1)
    return refuse (self, row, _("a figure applies from the first of a month, got \"%s\""), mp_csv_cell (self->table, row, self->from));
  if (from->month < MP_MONTH_FIRST || from->month > MP_MONTH_LAST)
    return refuse (self, row, _("the month lies outside 1950-01 to 2150-12"));
  if (cola && mp_month_of_year (from->month) != 12)
    return refuse (self, row, _("a COLA applies from December, so write YYYY-12-01"));
  if (yearly && !cola && mp_month_of_year (from->month) != 1)
    return refuse (self, row, _("%s applies from January, so write YYYY-01-01"), series);
  return TRUE;
}

/* A spreadsheet gives back 2027-01-01 as 1/1/2027. */
static gboolean
parse_date (const char *text, MpDate *date)
{
  return mp_date_parse (text, date) || (strchr (text, '/') != NULL && mp_date_parse_typed (text, 0, date));
}

/* 1750.00, $1,750 or 2.8% */
static gboolean
parse_value (const char *text, gint64 *value)
{
  g_autofree char *bare = g_strdup (text);

  if (g_str_has_suffix (bare, "%"))
    bare[strlen (bare) - 1] = '\0';
  return mp_decimal_parse (bare, 2, value) || mp_money_parse_typed (bare, value);
}

static void
read_row (Reader *self, guint row)
{
  const char *series = mp_csv_cell (self->table, row, self->series), *value = mp_csv_cell (self->table, row, self->value);
  const char *from = mp_csv_cell (self->table, row, self->from);
  gboolean threshold = strcmp (series, "threshold_1619b") == 0, yearly = TRUE;
  MpOverlayRow entry = {
    .series = series, .key = mp_csv_cell (self->table, row, self->key),
    .citation = mp_csv_cell (self->table, row, self->citation), .line = mp_csv_line (self->table, row),
  };
  MpSeries known = MP_N_SERIES;
  MpDate date;

  if (!threshold && !mp_series_find (series, &known, &yearly))
    {
      refuse (self, row, _("there is no series \"%s\"; \"milepost-cli parameters import --help\" lists them"), series);
      return;
    }
  if (threshold ? !is_threshold_key (entry.key) : entry.key[0] != '\0')
    {
      if (threshold)
        refuse (self, row, _("a threshold needs a state, two capital letters such as WI, or \"CA blind\"; got \"%s\""), entry.key);
      else
        refuse (self, row, _("only threshold_1619b has a state, so leave \"%s\" out"), entry.key);
      return;
    }
  if (!parse_date (from, &date))
    {
      refuse (self, row, _("a date is YYYY-MM-DD, got \"%s\""), from);
      return;
    }
  if (!check_month (self, row, &date, series, yearly))
    return;
  if (!parse_value (value, &entry.value) || entry.value < 0 || entry.value > MP_MONEY_MAX)
    {
      refuse (self, row, _("a figure is a number of at most two decimals, such as 1750.00 or 2.8, got \"%s\""), value);
      return;
    }
  if (known == MP_SERIES_COLA && entry.value > COLA_MAX)
    {
      refuse (self, row, _("a COLA is a percentage from 0 to 100, got \"%s\""), value);
      return;
    }
  if (entry.citation[strspn (entry.citation, " \t")] == '\0')
    {
      refuse (self, row, _("say where the figure is published: the citation is empty"));
      return;
    }
  if (known == MP_SERIES_TWP_HOURS)
    entry.value /= 100;
  entry.from = date.month;
  add_row (self->overlay, &entry);
}

static void
check_twice (MpOverlay *self, GPtrArray *problems)
{
  for (guint i = 1; i < self->rows->len; i++)
    {
      const MpOverlayRow *row = &g_array_index (self->rows, MpOverlayRow, i);
      char text[MP_MONTH_TEXT_SIZE];

      if (compare_rows (row - 1, row) == 0)
        mp_problems_add (problems, "", _("line %u: %s%s%s of %s stands in line %u already"), row->line, row->series,
                         row->key[0] != '\0' ? " " : "", row->key, mp_month_to_text (row->from, text), (row - 1)->line);
    }
}

/* A spreadsheet may begin with a byte order mark. */
static GBytes *
skip_mark (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize mark = size >= 3 && memcmp (data, "\357\273\277", 3) == 0 ? 3 : 0;

  return g_bytes_new_from_bytes (bytes, mark, size - mark);
}

/* Who prints the problem says which file it is. */
static const char *
without_name (const char *message, const char *name)
{
  gsize length = strlen (name);

  return strncmp (message, name, length) == 0 && g_str_has_prefix (message + length, ": ") ? message + length + 2 : message;
}

/**
 * mp_overlay_parse:
 * @name: what messages call the file
 * @bytes: the file: comma-separated values with the columns series, state, effective_from, value
 *   and citation, in any order
 * @problems: (element-type MpProblem): gets everything that is wrong with it, each with its line
 *
 * Reads figures entered by hand. Whether they fit the published ones is found by
 * mp_parameters_new_with().
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL when something is wrong
 */
MpOverlay *
mp_overlay_parse (const char *name, GBytes *bytes, GPtrArray *problems)
{
  g_autoptr (MpOverlay) self = overlay_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = skip_mark (bytes);
  g_autoptr (MpCsv) table = mp_csv_parse (name, text, &error);
  guint before = problems->len;
  const char *const names[] = { "series", "state", "effective_from", "value", "citation" };
  Reader reader = { .overlay = self, .table = table, .problems = problems };
  gint *const columns[] = { &reader.series, &reader.key, &reader.from, &reader.value, &reader.citation };

  if (table == NULL)
    {
      mp_problems_add (problems, "", "%s", without_name (error->message, name));
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      *columns[i] = mp_csv_column (table, names[i]);
      if (*columns[i] < 0 && columns[i] != &reader.key)
        mp_problems_add (problems, "", _("line 1: the column \"%s\" is missing; the columns are series, state, effective_from, value and citation"),
                         names[i]);
    }
  if (problems->len > before)
    return NULL;
  for (guint i = 0; i < table->n_rows; i++)
    read_row (&reader, i);
  g_array_sort (self->rows, compare_rows);
  check_twice (self, problems);
  return problems->len == before ? g_steal_pointer (&self) : NULL;
}

/**
 * mp_overlay_merge:
 * @old: (nullable): figures entered before
 * @newer: figures that replace those of the same series, state and month
 *
 * Returns: (transfer full): both together
 */
MpOverlay *
mp_overlay_merge (const MpOverlay *old, const MpOverlay *newer)
{
  MpOverlay *self = overlay_new ();

  for (guint i = 0; i < newer->rows->len; i++)
    add_row (self, &g_array_index (newer->rows, MpOverlayRow, i));
  for (guint i = 0; old != NULL && i < old->rows->len; i++)
    {
      const MpOverlayRow *row = &g_array_index (old->rows, MpOverlayRow, i);
      guint j = 0;

      while (j < newer->rows->len && compare_rows (row, &g_array_index (newer->rows, MpOverlayRow, j)) != 0)
        j++;
      if (j == newer->rows->len)
        add_row (self, row);
    }
  g_array_sort (self->rows, compare_rows);
  return self;
}

/**
 * mp_overlay_row_is_strange:
 * @row: a figure entered by hand
 * @figures: the figures, @row among them
 * @before: (out): the figure of the year before; 0: there is none
 *
 * Finds the slip of a hand, such as a digit too many: a figure that differs by half from that of the year before, as trial
 * work did in 2001 and the thresholds of two States did, or a yearly raise of more than ten percent.
 *
 * Returns: whether @row ought to be looked at once more
 */
gboolean
mp_overlay_row_is_strange (const MpOverlayRow *row, const MpParameters *figures, gint64 *before)
{
  MpFigure figure = { 0 };
  MpSeries series;
  char state[] = { row->key[0], row->key[0] != '\0' ? row->key[1] : '\0', '\0' };

  if (!mp_series_find (row->series, &series, NULL))
    mp_parameters_threshold (figures, state, row->key[0] != '\0' && row->key[2] != '\0', mp_month_year (row->from) - 1, &figure);
  else
    mp_parameters_get (figures, series, row->from - 12, &figure);
  *before = figure.value;
  if (strcmp (row->series, "cola") == 0)
    return row->value > 1000;
  return *before > 0 && (row->value > *before * 3 / 2 || row->value < *before * 2 / 3);
}

/* Quoted always, quotation marks doubled: RFC 4180. */
static void
append_quoted (GString *text, const char *cell)
{
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/**
 * mp_overlay_write:
 * @self: an overlay
 *
 * Returns: (transfer full): the file, which reads back as the same figures
 */
char *
mp_overlay_write (const MpOverlay *self)
{
  GString *text = g_string_new ("series,state,effective_from,value,citation\n");

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MpOverlayRow *row = &g_array_index (self->rows, MpOverlayRow, i);
      gint64 value = row->value * (strcmp (row->series, "twp_hours") == 0 ? 100 : 1);
      char amount[MP_MONEY_TEXT_SIZE], month[MP_MONTH_TEXT_SIZE];

      mp_money_to_text (value, amount);
      g_string_append_printf (text, "%s,%s,%s-01,%s,", row->series, row->key, mp_month_to_text (row->from, month), amount);
      append_quoted (text, row->citation);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/**
 * mp_overlay_default_path:
 *
 * Returns: (transfer full): the user's file of figures entered by hand, which need not exist
 */
char *
mp_overlay_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "milepost", "figures.csv", NULL);
}

/**
 * mp_overlay_keep:
 * @self: figures entered by hand, all of them
 * @problems: (element-type MpProblem): gets what does not fit the published figures
 * @error: return location for a %MP_PARAMETERS_ERROR, or in G_FILE_ERROR
 *
 * Writes mp_overlay_default_path(), unless something is wrong with the figures.
 *
 * Returns: (transfer full) (nullable): the published figures with these laid over them, or %NULL
 *   with @problems or @error, and nothing written
 */
MpParameters *
mp_overlay_keep (const MpOverlay *self, GPtrArray *problems, GError **error)
{
  g_autofree char *path = mp_overlay_default_path (), *folder = g_path_get_dirname (path), *data = mp_overlay_write (self);
  g_autoptr (MpParameters) figures = mp_parameters_new_with (mp_overlay_merge (NULL, self), problems, error);

  if (figures == NULL)
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _("could not make the folder %s: %s"), folder, g_strerror (errno));
      return NULL;
    }
  if (!g_file_set_contents_full (path, data, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error))
    return NULL;
  return g_steal_pointer (&figures);
}

/**
 * mp_overlay_drop:
 * @error: return location for a %MP_PARAMETERS_ERROR, or in G_FILE_ERROR
 *
 * Removes mp_overlay_default_path().
 *
 * Returns: (transfer full) (nullable): the published figures alone
 */
MpParameters *
mp_overlay_drop (GError **error)
{
  g_autofree char *path = mp_overlay_default_path ();

  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _("could not remove %s: %s"), path, g_strerror (errno));
      return NULL;
    }
  return mp_parameters_new (error);
}

/**
 * mp_overlay_load:
 * @path: a file
 * @problems: (element-type MpProblem): gets everything that is wrong with what the file says
 * @error: set, in G_FILE_ERROR, when the file cannot be read at all
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL with either @problems or @error
 */
MpOverlay *
mp_overlay_load (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  bytes = g_bytes_new_take (data, length);
  return mp_overlay_parse (path, bytes, problems);
}

/**
 * mp_parameters_new_for_user:
 * @problems: (element-type MpProblem): gets everything that is wrong with the user's file
 * @error: return location for a %MP_PARAMETERS_ERROR, or in G_FILE_ERROR
 *
 * Reads the published figures, with those of mp_overlay_default_path() laid over them when there is
 * such a file.
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL with @problems or @error
 */
MpParameters *
mp_parameters_new_for_user (GPtrArray *problems, GError **error)
{
  g_autofree char *path = mp_overlay_default_path ();
  MpOverlay *overlay;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return mp_parameters_new (error);
  overlay = mp_overlay_load (path, problems, error);
  return overlay != NULL ? mp_parameters_new_with (overlay, problems, error) : NULL;
}
