/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-parameters.h"

#include "mp-figures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const MpMonthFigure mp_no_figure;

typedef struct {
  guint first;
  guint n;
} SupplementSlot;

struct _MpParameters {
  const MpFigures *published;
  MpFigures *own;                         /* those, when they are not the program's */
  GArray *figures;                        /* MpFigureRow; element 0 stands for no row */
  MpMonthFigure months[MP_N_SERIES][MP_N_MONTHS];
  guint16 series[MP_N_SERIES][MP_N_MONTHS]; /* the row of each month, in figures */
  guint8 changes[MP_N_MONTHS];
  gint last_year[MP_N_SERIES];
  guint16 *thresholds[MP_N_STATES * 2];   /* by year, NULL when there are none; blind: odd */
  guint16 *medicaid[MP_N_STATES * 2];     /* the part of each that is the state's average Medicaid cost; 0: not charted */
  gint last_threshold[MP_N_STATES * 2];
  SupplementSlot supplement_slots[MP_N_STATES * MP_N_LIVINGS * MP_N_UNITS]; /* in published->supplements */
  MpRowList *rows;
  MpOverlay *overlay;                     /* NULL: none */
  GPtrArray *problems;                    /* while loading: of the overlay */
  GString *by_hand;                       /* names of the figures entered by hand, NULL: none */
  MpMonth by_hand_from;                   /* the first month that one of them applies to */
};

static gboolean
add_figure (MpParameters *self, const MpFigureRow *figure, guint16 *index, GError **error)
{
  if (self->figures->len > G_MAXUINT16)
    {
      g_set_error (error, MP_PARAMETERS_ERROR, MP_PARAMETERS_ERROR_INVALID, "there are more figures than the tables can hold");
      return FALSE;
    }
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

/* Before the next row of the series, which takes its place whatever this one says of its end. */
static void
fill (MpParameters *self, const MpSeriesRow *row, MpMonth next, guint16 index)
{
  const MpMonthFigure figure = { (gint32) row->figure.value, (gint16) mp_month_year (row->figure.from), FALSE };
  const MpMonth to = MIN (row->to, MIN (next - 1, MP_MONTH_LAST));

  mark_change (self, row->figure.from);
  mark_change (self, MIN (row->to, MP_MONTH_LAST) + 1);
  for (MpMonth m = row->figure.from; m <= to; m++)
    {
      self->series[row->series][m - MP_MONTH_FIRST] = index;
      self->months[row->series][m - MP_MONTH_FIRST] = figure;
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

/* A figure entered by hand takes the place of a row of its month, or comes after the last one. */
static void
lay_over (GArray *found, const MpOverlayRow *row, MpSeries series)
{
  const MpMonth to = _mp_series_specs[series].span == MP_SPAN_MONTHLY ? row->from : MP_MONTH_OPEN;
  MpSeriesRow entry = { series, { row->value, row->from, row->citation, MP_VERIFIED_BY_HAND }, to };
  guint i = 0;

  while (i < found->len && g_array_index (found, MpSeriesRow, i).figure.from < row->from)
    i++;
  if (i < found->len && g_array_index (found, MpSeriesRow, i).figure.from == row->from)
    g_array_index (found, MpSeriesRow, i) = entry;
  else
    g_array_insert_val (found, i, entry);
}

/* A year left out would be filled from the year before it without a word. */
static void
check_gap (MpParameters *self, const GArray *found, const MpOverlayRow *row, MpSpan span)
{
  gint last = mp_month_year (g_array_index (found, MpSeriesRow, found->len - 1).figure.from);

  if (span != MP_SPAN_FIXED && mp_month_year (row->from) > last + 1)
    mp_problems_add (self->problems, "", _("line %u: %s of %d needs the figure of %d first"), row->line, row->series,
                     mp_month_year (row->from), last + 1);
}

static gboolean
load_series (MpParameters *self, MpSeries series, const MpSeriesRow *published, guint n_published, GError **error)
{
  const MpSeriesSpec *spec = &_mp_series_specs[series];
  g_autoptr (GArray) found = g_array_sized_new (FALSE, FALSE, sizeof (MpSeriesRow), n_published + 1);
  const MpOverlayRow *rows;
  guint n_rows = 0;

  g_array_append_vals (found, published, n_published);
  rows = self->overlay != NULL ? mp_overlay_rows (self->overlay, &n_rows) : NULL;
  for (guint i = 0; i < n_rows; i++)
    if (strcmp (rows[i].series, spec->name) == 0)
      {
        check_gap (self, found, &rows[i], spec->span);
        lay_over (found, &rows[i], series);
      }
  for (guint i = 0; i < found->len; i++)
    {
      const MpSeriesRow *row = &g_array_index (found, MpSeriesRow, i);
      const MpMonth next = i + 1 < found->len ? row[1].figure.from : MP_MONTH_OPEN;
      guint16 index = 0;

      if (!add_figure (self, &row->figure, &index, error))
        return FALSE;
      fill (self, row, next, index);
      self->last_year[series] = mp_month_year (row->figure.from);
    }
  if (spec->span == MP_SPAN_YEARLY)
    mark_carried (self, series);
  return TRUE;
}

static gboolean
load_all_series (MpParameters *self, GError **error)
{
  const MpFigures *published = self->published;

  for (guint i = 0, end; i < published->n_series; i = end)
    {
      const MpSeries series = published->series[i].series;

      for (end = i; end < published->n_series && published->series[end].series == series; end++)
        ;
      if (!load_series (self, series, &published->series[i], end - i, error))
        return FALSE;
    }
  return TRUE;
}

/* The thresholds of a state and its average Medicaid costs come together. */
static void
open_slot (MpParameters *self, guint slot)
{
  if (self->thresholds[slot] != NULL)
    return;
  self->thresholds[slot] = g_new0 (guint16, MP_N_YEARS);
  self->medicaid[slot] = g_new0 (guint16, MP_N_YEARS);
}

/* SSA uses a year's amounts until it posts the next. */
static gboolean
load_thresholds (MpParameters *self, GError **error)
{
  const MpFigures *published = self->published;

  for (guint i = 0; i < published->n_thresholds; i++)
    {
      const MpThresholdRow *row = &published->thresholds[i];
      const gint year = mp_month_year (row->figure.from);
      const gboolean last = i + 1 == published->n_thresholds || row[1].slot != row->slot;
      const gint end = last ? MP_N_YEARS : mp_month_year (row[1].figure.from) - MP_FIRST_YEAR;
      guint16 index = 0, average = 0;

      if (!add_figure (self, &row->figure, &index, error) ||
          (row->medicaid.citation != NULL && !add_figure (self, &row->medicaid, &average, error)))
        return FALSE;
      open_slot (self, row->slot);
      for (gint y = year - MP_FIRST_YEAR; y < end; y++)
        {
          self->thresholds[row->slot][y] = index;
          self->medicaid[row->slot][y] = average;
        }
      self->last_threshold[row->slot] = year;
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
      const MpFigureRow row = { rows[i].value, rows[i].from, rows[i].citation, MP_VERIFIED_BY_HAND };
      guint16 index = 0, before;
      gint slot;

      if (strcmp (rows[i].series, "threshold_1619b") != 0)
        continue;
      slot = _mp_state_index (state) * 2 + (rows[i].key[2] != '\0');
      if (!add_figure (self, &row, &index, error))
        return FALSE;
      open_slot (self, (guint) slot);
      before = self->thresholds[slot][year - MP_FIRST_YEAR];
      for (gint y = year - MP_FIRST_YEAR; y < MP_N_YEARS && self->thresholds[slot][y] == before; y++)
        self->thresholds[slot][y] = index;
      self->last_threshold[slot] = MAX (self->last_threshold[slot], year);
    }
  return TRUE;
}

static void
load_supplements (MpParameters *self)
{
  for (guint i = 0; i < self->published->n_supplements; i++)
    {
      SupplementSlot *slot = &self->supplement_slots[self->published->supplements[i].slot];
      if (slot->n++ == 0)
        slot->first = i;
    }
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
          if (strcmp (_mp_series_specs[groups[g][k]].name, rows[i].series) != 0)
            continue;
          for (guint j = 0; j < 4 && groups[g][j] != MP_N_SERIES; j++)
            if (self->last_year[groups[g][j]] < mp_month_year (rows[i].from))
              mp_problems_add (self->problems, "", _("line %u: %s of %d needs %s of the same year too"), rows[i].line, rows[i].series,
                               mp_month_year (rows[i].from), _mp_series_specs[groups[g][j]].name);
        }
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

      self->by_hand_from = MIN (self->by_hand_from, rows[i].from);
      g_string_append_printf (self->by_hand, "%s%s%s%s %s", i > 0 ? ", " : "", rows[i].series, rows[i].key[0] != '\0' ? " " : "",
                              rows[i].key, mp_month_to_text (rows[i].from, month));
    }
}

static gboolean
load (MpParameters *self, GError **error)
{
  if (!load_all_series (self, error) || !load_thresholds (self, error))
    return FALSE;
  if (self->overlay != NULL && !lay_over_thresholds (self, error))
    return FALSE;
  load_supplements (self);
  if (self->overlay != NULL)
    {
      check_together (self);
      name_by_hand (self);
    }
  return TRUE;
}

/* Takes @tables, @own and @overlay; without @tables the published figures are those of the program. */
static MpParameters *
parameters_new (MpTables *tables, MpFigures *own, MpOverlay *overlay, GPtrArray *problems, GError **error)
{
  g_autoptr (MpParameters) self = g_new0 (MpParameters, 1);
  const MpOverlayRow *rows = NULL;
  MpFigureRow none = { 0 };
  guint n_rows = 0;

  self->published = own != NULL ? own : &_mp_bundled_figures;
  self->own = own;
  self->figures = g_array_new (FALSE, FALSE, sizeof (MpFigureRow));
  g_array_append_val (self->figures, none);
  self->overlay = overlay;
  self->problems = problems;
  if (overlay != NULL)
    rows = mp_overlay_rows (overlay, &n_rows);
  self->rows = _mp_row_list_new (tables, rows, n_rows);
  if (!load (self, error) || (tables != NULL && !_mp_row_list_fill (self->rows, error)))
    return NULL;
  self->problems = NULL;
  return overlay == NULL || problems->len == 0 ? g_steal_pointer (&self) : NULL;
}

/* As mp_parameters_new(), from the tables themselves. */
MpParameters *
_mp_parameters_new_from (MpTableSource source, gpointer data, GError **error)
{
  g_autoptr (MpTables) tables = _mp_tables_load (source, data, error);
  MpFigures *own = tables != NULL ? _mp_figures_read (tables, error) : NULL;

  return own != NULL ? parameters_new (g_steal_pointer (&tables), own, NULL, NULL, error) : NULL;
}

/**
 * mp_parameters_new:
 * @error: return location for a %MP_PARAMETERS_ERROR
 *
 * Takes the published figures that are part of the program.
 *
 * Returns: (transfer full) (nullable): the figures
 */
MpParameters *
mp_parameters_new (GError **error)
{
  return parameters_new (NULL, NULL, NULL, NULL, error);
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
  return parameters_new (NULL, NULL, overlay, problems, error);
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
  for (guint i = 0; i < G_N_ELEMENTS (self->thresholds); i++)
    {
      g_free (self->thresholds[i]);
      g_free (self->medicaid[i]);
    }
  g_array_unref (self->figures);
  _mp_row_list_free (self->rows);
  _mp_figures_free (self->own);
  if (self->by_hand != NULL)
    g_string_free (self->by_hand, TRUE);
  mp_overlay_free (self->overlay);
  g_free (self);
}

static void
give (MpFigure *figure, const MpFigureRow *row, gboolean carried)
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
  give (figure, &g_array_index (self->figures, MpFigureRow, self->series[series][month - MP_MONTH_FIRST]), found->carried);
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
  gint number = _mp_state_index (state), at = year - MP_FIRST_YEAR;

  if (number < 0 || at < 0 || at >= MP_N_YEARS)
    return FALSE;
  for (gint slot = number * 2 + (blind ? 1 : 0); slot >= number * 2; slot--)
    {
      guint16 index = self->thresholds[slot] != NULL ? self->thresholds[slot][at] : 0;
      if (index == 0)
        continue;
      give (figure, &g_array_index (self->figures, MpFigureRow, index), year > self->last_threshold[slot]);
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
  gint number = _mp_state_index (state), at = year - MP_FIRST_YEAR;

  if (number < 0 || at < 0 || at >= MP_N_YEARS)
    return FALSE;
  for (gint slot = number * 2 + (blind ? 1 : 0); slot >= number * 2; slot--)
    {
      if (self->thresholds[slot] == NULL || self->thresholds[slot][at] == 0)
        continue;
      if (self->medicaid[slot][at] == 0)
        return FALSE;
      give (figure, &g_array_index (self->figures, MpFigureRow, self->medicaid[slot][at]), year > self->last_threshold[slot]);
      return TRUE;
    }
  return FALSE;
}

/**
 * mp_parameters_supplement:
 * @self: the figures
 * @state: (nullable): a state's code
 * @living: the living arrangement; no row is for %MP_LIVING_MEDICAID_INSTITUTION
 * @category: what the person is
 * @spouse: (nullable): what the other one of an eligible couple is
 * @month: the month it is for
 * @figure: (out): the supplement in cents a month, a couple's for both together
 *
 * Looks a state's supplement up that Social Security pays with SSI. One that the state itself pays
 * is not found.
 *
 * Returns: whether a row covers @month
 */
gboolean
mp_parameters_supplement (const MpParameters *self, const char *state, MpLiving living, MpCategory category,
                          const MpCategory *spouse, MpMonth month, MpFigure *figure)
{
  guint unit = spouse != NULL ? MP_UNIT_COUPLE (1u << category | 1u << *spouse) : MP_UNIT_PERSON (category);
  gint number = _mp_state_index (state);
  const SupplementSlot *slot;

  if (number < 0 || living == MP_LIVING_MEDICAID_INSTITUTION)
    return FALSE;
  slot = &self->supplement_slots[_mp_supplement_slot (number, living == MP_LIVING_OWN_HOUSEHOLD ? 0 : 1, unit)];
  for (guint i = slot->n; i-- > 0;)
    {
      const MpSupplementRow *s = &self->published->supplements[slot->first + i];
      if (s->figure.from > month)
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
  const MpRetirementAge *ages = self->published->retirement[widow ? 1 : 0];
  gint year = mp_month_year (birth.month) - (mp_month_of_year (birth.month) == 1 && birth.day == 1 ? 1 : 0);
  guint i = self->published->n_retirement[widow ? 1 : 0] - 1;

  while (i > 0 && ages[i].first_year > year)
    i--;
  return ages[i].months;
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
  return _mp_row_list_get (self->rows, n_rows);
}

gboolean
mp_parameter_row_is_carried (const MpParameterRow *row, MpMonth month)
{
  /* Raises come with December, all else with January. */
  gboolean december = mp_month_of_year (row->from_month) == 12;
  MpMonth next = december ? row->from_month + 12 : mp_month (mp_month_year (row->from_month) + 1, 1);

  return row->yearly && row->to_month == MP_MONTH_OPEN && month >= next;
}
