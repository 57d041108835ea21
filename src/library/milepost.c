/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "milepost.h"

#include "mp-casefile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MilepostCase:
 *
 * A case: what is known about a person and the plans to compare, as read from a case file. It does
 * not change.
 */
struct _MilepostCase {
  GObject parent_instance;
  MpCase *kase;
};

/**
 * MilepostProjection:
 *
 * What one scenario of a case does, month by month. It does not change.
 */
struct _MilepostProjection {
  GObject parent_instance;
  MilepostCase *owner;
  MpProjection *projection;
  MilepostFlags flags;
};

G_DEFINE_FINAL_TYPE (MilepostCase, milepost_case, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MilepostProjection, milepost_projection, G_TYPE_OBJECT)
/**
 * milepost_error_quark:
 *
 * The domain of [error@Milepost.Error].
 *
 * Returns: the quark
 */
G_DEFINE_QUARK (milepost-error-quark, milepost_error)

static void
milepost_case_finalize (GObject *object)
{
  MilepostCase *self = MILEPOST_CASE (object);

  mp_case_free (self->kase);
  G_OBJECT_CLASS (milepost_case_parent_class)->finalize (object);
}

static void
milepost_case_class_init (MilepostCaseClass *class)
{
  G_OBJECT_CLASS (class)->finalize = milepost_case_finalize;
}

static void
milepost_case_init (MilepostCase *self)
{
}

static void
milepost_projection_finalize (GObject *object)
{
  MilepostProjection *self = MILEPOST_PROJECTION (object);

  mp_projection_free (self->projection);
  g_clear_object (&self->owner);
  G_OBJECT_CLASS (milepost_projection_parent_class)->finalize (object);
}

static void
milepost_projection_class_init (MilepostProjectionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = milepost_projection_finalize;
}

static void
milepost_projection_init (MilepostProjection *self)
{
}

/* The figures are read once and stay for as long as the program runs. */
static const MpParameters *
figures (GError **error)
{
  static const MpParameters *shared;
  static GMutex lock;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autoptr (GError) reason = NULL;

  if (shared == NULL)
    shared = mp_parameters_new (&reason);
  if (shared == NULL)
    g_set_error_literal (error, MILEPOST_ERROR, MILEPOST_ERROR_SYSTEM, reason->message);
  return shared;
}

/**
 * milepost_get_version:
 *
 * Tells which version of the library runs.
 *
 * Returns: (transfer none): the library's version, such as "0.1.0"
 */
const char *
milepost_get_version (void)
{
  return MP_LIBRARY_VERSION;
}

/**
 * milepost_get_figures:
 *
 * Tells which published figures the library computes with.
 *
 * Returns: (transfer none): the edition of the published figures, such as "2026.1"
 */
const char *
milepost_get_figures (void)
{
  return MP_PARAMETERS_VERSION;
}

/**
 * milepost_case_new_from_data:
 * @data: (array length=length) (element-type gchar): a case file, UTF-8
 * @length: its bytes, or -1 when @data ends with a zero byte
 * @error: return location for a [error@Milepost.Error]
 *
 * Reads and checks a case file. Everything that is wrong with it is in the error's message, a line
 * each, with its JSON pointer.
 *
 * Returns: (transfer full): the case
 */
MilepostCase *
milepost_case_new_from_data (const char *data, gssize length, GError **error)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  MilepostCase *self;
  MpCase *kase;

  g_return_val_if_fail (data != NULL, NULL);
  kase = mp_case_read (data, length < 0 ? strlen (data) : (gsize) length, problems);
  if (kase != NULL)
    {
      self = g_object_new (MILEPOST_TYPE_CASE, NULL);
      self->kase = kase;
      return self;
    }
  for (guint i = 0; i < problems->len; i++)
    {
      const MpProblem *problem = g_ptr_array_index (problems, i);
      g_string_append_printf (lines, "%s%s: %s", i > 0 ? "\n" : "", problem->pointer, problem->message);
    }
  g_set_error_literal (error, MILEPOST_ERROR, MILEPOST_ERROR_CASE, lines->str);
  return NULL;
}

/**
 * milepost_case_new_from_file:
 * @file: a case file, `*.milepost`
 * @error: return location for a [error@Milepost.Error]
 *
 * Reads and checks a case file, as [ctor@Milepost.Case.new_from_data].
 *
 * Returns: (transfer full): the case
 */
MilepostCase *
milepost_case_new_from_file (GFile *file, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *data = NULL;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  if (g_file_load_contents (file, NULL, &data, &length, NULL, &reason))
    return milepost_case_new_from_data (data, (gssize) length, error);
  g_set_error_literal (error, MILEPOST_ERROR, MILEPOST_ERROR_SYSTEM, reason->message);
  return NULL;
}

/**
 * milepost_case_to_data:
 * @self: a case
 *
 * Writes the case as a case file.
 *
 * Returns: (transfer full): the case file, which reads back as the same case
 */
char *
milepost_case_to_data (MilepostCase *self)
{
  g_return_val_if_fail (MILEPOST_IS_CASE (self), NULL);
  return mp_case_write (self->kase);
}

/**
 * milepost_case_get_title:
 * @self: a case
 *
 * Gets what the case is called.
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
milepost_case_get_title (MilepostCase *self)
{
  g_return_val_if_fail (MILEPOST_IS_CASE (self), NULL);
  return self->kase->title;
}

/**
 * milepost_case_get_n_scenarios:
 * @self: a case
 *
 * Counts the plans that the case compares.
 *
 * Returns: how many scenarios it has, at least one
 */
guint
milepost_case_get_n_scenarios (MilepostCase *self)
{
  g_return_val_if_fail (MILEPOST_IS_CASE (self), 0);
  return self->kase->n_scenarios;
}

/**
 * milepost_case_get_scenario_name:
 * @self: a case
 * @scenario: its number, from 0
 *
 * Gets what a scenario is called.
 *
 * Returns: (transfer none) (nullable): its name; %NULL when there is none of that number
 */
const char *
milepost_case_get_scenario_name (MilepostCase *self, guint scenario)
{
  g_return_val_if_fail (MILEPOST_IS_CASE (self), NULL);
  return scenario < self->kase->n_scenarios ? self->kase->scenarios[scenario].name : NULL;
}

static MpProjectFlags
project_flags (MilepostFlags flags)
{
  return ((flags & MILEPOST_FLAGS_EXPLAIN) != 0 ? MP_PROJECT_EXPLAIN : 0)
         | ((flags & MILEPOST_FLAGS_WITHOUT_WORK) != 0 ? MP_PROJECT_WITHOUT_WORK : 0);
}

/**
 * milepost_case_project:
 * @self: a case
 * @scenario: number of the scenario, from 0
 * @flags: what goes into the projection
 * @error: return location for a [error@Milepost.Error]
 *
 * Projects one scenario month by month. The same case and figures always give the same months.
 *
 * Returns: (transfer full): the projection, which keeps @self
 */
MilepostProjection *
milepost_case_project (MilepostCase *self, guint scenario, MilepostFlags flags, GError **error)
{
  g_autoptr (MilepostProjection) result = NULL;
  g_autoptr (GError) reason = NULL;
  const MpParameters *published;

  g_return_val_if_fail (MILEPOST_IS_CASE (self), NULL);
  published = figures (error);
  if (published == NULL)
    return NULL;
  if (scenario >= self->kase->n_scenarios)
    {
      g_set_error (error, MILEPOST_ERROR, MILEPOST_ERROR_SCENARIO, _("the case has %u scenarios, so there is none with number %u"),
                   self->kase->n_scenarios, scenario);
      return NULL;
    }
  result = g_object_new (MILEPOST_TYPE_PROJECTION, NULL);
  result->owner = g_object_ref (self);
  result->projection = mp_projection_new ();
  result->flags = flags;
  if (mp_project (result->projection, self->kase, scenario, published, project_flags (flags), &reason))
    return g_steal_pointer (&result);
  g_set_error_literal (error, MILEPOST_ERROR, MILEPOST_ERROR_FIGURE, reason->message);
  return NULL;
}

static const MpMonthRow *
month_row (MilepostProjection *self, guint i)
{
  return i < self->projection->n_months ? mp_projection_month (self->projection, i) : NULL;
}

/**
 * milepost_projection_get_n_months:
 * @self: a projection
 *
 * Counts the months.
 *
 * Returns: how many months it reports
 */
guint
milepost_projection_get_n_months (MilepostProjection *self)
{
  g_return_val_if_fail (MILEPOST_IS_PROJECTION (self), 0);
  return self->projection->n_months;
}

/**
 * milepost_projection_get_month:
 * @self: a projection
 * @i: number of a reported month, from 0
 *
 * Gets the calendar month of a row.
 *
 * Returns: (transfer full) (nullable): the month, such as "2026-05"; %NULL past the last one
 */
char *
milepost_projection_get_month (MilepostProjection *self, guint i)
{
  char text[MP_MONTH_TEXT_SIZE];

  g_return_val_if_fail (MILEPOST_IS_PROJECTION (self), NULL);
  return i < self->projection->n_months ? g_strdup (mp_month_to_text (month_row (self, i)->month, text)) : NULL;
}

/**
 * milepost_projection_get_amount:
 * @self: a projection
 * @i: number of a reported month, from 0
 * @amount: which amount
 *
 * Gets one amount of one month.
 *
 * Returns: the amount of the month in cents; %MILEPOST_NO_AMOUNT past the last month
 */
gint64
milepost_projection_get_amount (MilepostProjection *self, guint i, MilepostAmount amount)
{
  const MpMonthRow *row;

  g_return_val_if_fail (MILEPOST_IS_PROJECTION (self), MILEPOST_NO_AMOUNT);
  row = month_row (self, i);
  if (row == NULL)
    return MILEPOST_NO_AMOUNT;
  switch (amount)
    {
    case MILEPOST_AMOUNT_EARNINGS: return row->cash.earnings;
    case MILEPOST_AMOUNT_SSDI: return row->ssdi.payment;
    case MILEPOST_AMOUNT_SSI: return row->ssi.payment;
    case MILEPOST_AMOUNT_BENEFITS: return row->cash.benefits;
    case MILEPOST_AMOUNT_SHARE: return row->cash.share;
    case MILEPOST_AMOUNT_EXPENSES: return row->cash.expenses;
    case MILEPOST_AMOUNT_NET: return row->cash.net;
    case MILEPOST_AMOUNT_EN: return row->ticket.total;
    default: return MILEPOST_NO_AMOUNT;
    }
}

/**
 * milepost_projection_get_total:
 * @self: a projection
 * @amount: which amount
 *
 * Gets one amount of all months together.
 *
 * Returns: the sum over the reported months in cents
 */
gint64
milepost_projection_get_total (MilepostProjection *self, MilepostAmount amount)
{
  const MpTotals *totals;

  g_return_val_if_fail (MILEPOST_IS_PROJECTION (self), MILEPOST_NO_AMOUNT);
  totals = &self->projection->totals;
  switch (amount)
    {
    case MILEPOST_AMOUNT_EARNINGS: return totals->earnings;
    case MILEPOST_AMOUNT_SSDI: return totals->ssdi;
    case MILEPOST_AMOUNT_SSI: return totals->ssi;
    case MILEPOST_AMOUNT_BENEFITS: return totals->benefits;
    case MILEPOST_AMOUNT_SHARE: return totals->share;
    case MILEPOST_AMOUNT_EXPENSES: return totals->expenses;
    case MILEPOST_AMOUNT_NET: return totals->net;
    case MILEPOST_AMOUNT_EN: return totals->en;
    default: return MILEPOST_NO_AMOUNT;
    }
}

/**
 * milepost_projection_is_estimated:
 * @self: a projection
 * @i: number of a reported month, from 0
 *
 * Tells a month that rests on figures not published yet.
 *
 * Returns: whether a figure carried past its last published year was read for the month
 */
gboolean
milepost_projection_is_estimated (MilepostProjection *self, guint i)
{
  const MpMonthRow *row;

  g_return_val_if_fail (MILEPOST_IS_PROJECTION (self), FALSE);
  row = month_row (self, i);
  return row != NULL && row->estimated != 0;
}

/**
 * milepost_projection_get_ssdi_status:
 * @self: a projection
 * @i: number of a reported month, from 0
 *
 * Gets where SSDI stands in a month.
 *
 * Returns: (transfer none) (nullable): `ssdi.status` of the month, such as "trial_work"
 */
const char *
milepost_projection_get_ssdi_status (MilepostProjection *self, guint i)
{
  const MpMonthRow *row;

  g_return_val_if_fail (MILEPOST_IS_PROJECTION (self), NULL);
  row = month_row (self, i);
  return row != NULL ? mp_ssdi_status_name (row->ssdi.status) : NULL;
}

/**
 * milepost_projection_get_ssi_status:
 * @self: a projection
 * @i: number of a reported month, from 0
 *
 * Gets where SSI stands in a month.
 *
 * Returns: (transfer none) (nullable): `ssi.status` of the month, such as "1619b"
 */
const char *
milepost_projection_get_ssi_status (MilepostProjection *self, guint i)
{
  const MpMonthRow *row;

  g_return_val_if_fail (MILEPOST_IS_PROJECTION (self), NULL);
  row = month_row (self, i);
  return row != NULL ? mp_ssi_status_name (row->ssi.status) : NULL;
}

/**
 * milepost_projection_to_json:
 * @self: a projection
 *
 * Writes the projection as JSON.
 *
 * Returns: (transfer full): the document that `milepost-cli project` writes, with this scenario alone
 */
char *
milepost_projection_to_json (MilepostProjection *self)
{
  GString *text;
  MpWriteFlags flags = MP_WRITE_DEFAULT;

  g_return_val_if_fail (MILEPOST_IS_PROJECTION (self), NULL);
  text = g_string_new (NULL);
  if ((self->flags & MILEPOST_FLAGS_EXPLAIN) != 0)
    flags |= MP_WRITE_EXPLAIN;
  if ((self->flags & MILEPOST_FLAGS_SUMMARY) != 0)
    flags |= MP_WRITE_SUMMARY;
  mp_projections_to_json (text, self->owner->kase, &self->projection, 1, flags);
  return g_string_free (text, FALSE);
}

/**
 * milepost_projection_to_csv:
 * @self: a projection
 *
 * Writes the months as comma-separated values.
 *
 * Returns: (transfer full): a table with one row a month, header names as in doc/case-file.md
 */
char *
milepost_projection_to_csv (MilepostProjection *self)
{
  GString *text;

  g_return_val_if_fail (MILEPOST_IS_PROJECTION (self), NULL);
  text = g_string_new (NULL);
  mp_projections_to_csv (text, self->owner->kase, &self->projection, 1);
  return g_string_free (text, FALSE);
}
