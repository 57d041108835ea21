/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-case-model.h"

#include <glib/gi18n-lib.h>

/* A whole case of the past or of the future, and the change that lies between. */
typedef struct {
  MpCase *kase;
  char *label;
} Step;

struct _MpCaseModel {
  GObject parent_instance;
  MpCase *kase;
  const MpParameters *parameters;
  GPtrArray *projections;  /* MpProjection, by scenario */
  GPtrArray *without_work; /* the same months without working */
  GPtrArray *undo;         /* Step, the newest last */
  GPtrArray *redo;
  GListStore *scenarios;
  GListStore *months;
  guint scenario;
  char *error;
};

struct _MpScenarioObject {
  GObject parent_instance;
  char *name;
  guint index;
};

struct _MpMonthObject {
  GObject parent_instance;
  MpMonthRow row; /* a copy: the projection's own rows are written over */
};

enum { PROP_0, PROP_TITLE, PROP_NAME, PROP_CAN_UNDO, PROP_CAN_REDO, PROP_UNDO_LABEL, PROP_REDO_LABEL, PROP_SCENARIO, PROP_ERROR, N_PROPS };
enum { SCENARIO_PROP_0, SCENARIO_PROP_NAME, SCENARIO_PROP_INDEX, N_SCENARIO_PROPS };
enum { MONTH_PROP_0, MONTH_PROP_MONTH, MONTH_PROP_NET, N_MONTH_PROPS };
enum { PROJECTED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static GParamSpec *scenario_props[N_SCENARIO_PROPS];
static GParamSpec *month_props[N_MONTH_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpCaseModel, mp_case_model, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MpScenarioObject, mp_scenario_object, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MpMonthObject, mp_month_object, G_TYPE_OBJECT)

static void
step_free (gpointer data)
{
  Step *step = data;

  mp_case_free (step->kase);
  g_free (step->label);
  g_free (step);
}

static void
push_step (GPtrArray *steps, MpCase *kase, const char *label)
{
  Step *step = g_new (Step, 1);

  step->kase = kase;
  step->label = g_strdup (label);
  g_ptr_array_add (steps, step);
}

static const char *
last_label (GPtrArray *steps)
{
  return steps->len > 0 ? ((Step *) steps->pdata[steps->len - 1])->label : NULL;
}

/* Projects every scenario of a case into new arrays; FALSE leaves the model as it is. */
static gboolean
project_all (MpCaseModel *self, const MpCase *kase, GPtrArray **with, GPtrArray **without, GError **error)
{
  g_autoptr (GPtrArray) projections = g_ptr_array_new_with_free_func ((GDestroyNotify) mp_projection_free);
  g_autoptr (GPtrArray) baselines = g_ptr_array_new_with_free_func ((GDestroyNotify) mp_projection_free);

  for (guint i = 0; i < kase->n_scenarios; i++)
    {
      MpProjection *projection = mp_projection_new ();
      MpProjection *baseline = mp_projection_new ();

      g_ptr_array_add (projections, projection);
      g_ptr_array_add (baselines, baseline);
      if (!mp_project (projection, kase, i, self->parameters, MP_PROJECT_EXPLAIN, error) ||
          !mp_project (baseline, kase, i, self->parameters, MP_PROJECT_WITHOUT_WORK, error))
        return FALSE;
    }
  *with = g_steal_pointer (&projections);
  *without = g_steal_pointer (&baselines);
  return TRUE;
}

static void
update_months (MpCaseModel *self)
{
  const MpProjection *projection = mp_case_model_get_projection (self, self->scenario);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; projection != NULL && i < projection->n_months; i++)
    {
      MpMonthObject *row = g_object_new (MP_TYPE_MONTH_OBJECT, NULL);
      row->row = *mp_projection_month (projection, i);
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->months, 0, g_list_model_get_n_items (G_LIST_MODEL (self->months)), rows->pdata, rows->len);
}

/* Only when a name has changed: a drop-down loses its selection when its list does. */
static void
update_scenarios (MpCaseModel *self)
{
  GListModel *list = G_LIST_MODEL (self->scenarios);
  guint n = g_list_model_get_n_items (list);
  gboolean same = n == self->kase->n_scenarios;
  g_autoptr (GPtrArray) objects = NULL;

  for (guint i = 0; same && i < n; i++)
    {
      g_autoptr (MpScenarioObject) object = g_list_model_get_item (list, i);
      same = g_strcmp0 (object->name, self->kase->scenarios[i].name) == 0;
    }
  if (same)
    return;
  objects = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->kase->n_scenarios; i++)
    {
      MpScenarioObject *object = g_object_new (MP_TYPE_SCENARIO_OBJECT, NULL);
      object->name = g_strdup (self->kase->scenarios[i].name);
      object->index = i;
      g_ptr_array_add (objects, object);
    }
  g_list_store_splice (self->scenarios, 0, n, objects->pdata, objects->len);
}

static void
notify_all (MpCaseModel *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
take_projections (MpCaseModel *self, GPtrArray *with, GPtrArray *without)
{
  g_clear_pointer (&self->projections, g_ptr_array_unref);
  g_clear_pointer (&self->without_work, g_ptr_array_unref);
  self->projections = with;
  self->without_work = without;
  g_clear_pointer (&self->error, g_free);
  if (self->scenario >= self->kase->n_scenarios)
    self->scenario = self->kase->n_scenarios > 0 ? self->kase->n_scenarios - 1 : 0;
  update_scenarios (self);
  update_months (self);
  notify_all (self);
  g_signal_emit (self, signals[PROJECTED], 0);
}

/* The other case takes the place of the present one, which is returned. */
static MpCase *
exchange (MpCaseModel *self, MpCase *kase)
{
  MpCase *old = self->kase;
  GPtrArray *with = NULL, *without = NULL;

  if (!project_all (self, kase, &with, &without, NULL))
    return NULL;
  self->kase = kase;
  take_projections (self, with, without);
  return old;
}

static gboolean
move_step (MpCaseModel *self, GPtrArray *from, GPtrArray *to)
{
  Step *step;
  MpCase *old;

  if (from->len == 0)
    return FALSE;
  step = g_ptr_array_steal_index (from, from->len - 1);
  old = exchange (self, step->kase);
  if (old == NULL)
    {
      g_ptr_array_add (from, step);
      return FALSE;
    }
  step->kase = old;
  g_ptr_array_add (to, step);
  notify_all (self);
  return TRUE;
}

static void
mp_case_model_finalize (GObject *object)
{
  MpCaseModel *self = MP_CASE_MODEL (object);

  g_clear_pointer (&self->projections, g_ptr_array_unref);
  g_clear_pointer (&self->without_work, g_ptr_array_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_object (&self->scenarios);
  g_clear_object (&self->months);
  mp_case_free (self->kase);
  g_free (self->error);
  G_OBJECT_CLASS (mp_case_model_parent_class)->finalize (object);
}

static void
mp_case_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpCaseModel *self = MP_CASE_MODEL (object);

  switch (id)
    {
    case PROP_TITLE: g_value_set_string (value, self->kase->title); break;
    case PROP_NAME: g_value_set_string (value, self->kase->beneficiary.name); break;
    case PROP_CAN_UNDO: g_value_set_boolean (value, self->undo->len > 0); break;
    case PROP_CAN_REDO: g_value_set_boolean (value, self->redo->len > 0); break;
    case PROP_UNDO_LABEL: g_value_set_string (value, last_label (self->undo)); break;
    case PROP_REDO_LABEL: g_value_set_string (value, last_label (self->redo)); break;
    case PROP_SCENARIO: g_value_set_uint (value, self->scenario); break;
    case PROP_ERROR: g_value_set_string (value, self->error); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mp_case_model_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SCENARIO)
    mp_case_model_set_scenario (MP_CASE_MODEL (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mp_case_model_class_init (MpCaseModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = mp_case_model_finalize;
  object_class->get_property = mp_case_model_get_property;
  object_class->set_property = mp_case_model_set_property;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, read);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, read);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, read);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, read);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, read);
  props[PROP_SCENARIO] = g_param_spec_uint ("scenario", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * MpCaseModel::projected:
   *
   * The case or the scenario shown has changed, and its figures are new.
   */
  signals[PROJECTED] = g_signal_new ("projected", MP_TYPE_CASE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mp_case_model_init (MpCaseModel *self)
{
  self->undo = g_ptr_array_new_with_free_func (step_free);
  self->redo = g_ptr_array_new_with_free_func (step_free);
  self->scenarios = g_list_store_new (MP_TYPE_SCENARIO_OBJECT);
  self->months = g_list_store_new (MP_TYPE_MONTH_OBJECT);
}

/**
 * mp_case_model_new:
 * @kase: (transfer full): a valid case
 * @parameters: the published figures, which must live as long as the model
 *
 * Returns: (transfer full): the model, projected; mp_case_model_get_error() tells if that failed
 */
MpCaseModel *
mp_case_model_new (MpCase *kase, const MpParameters *parameters)
{
  MpCaseModel *self = g_object_new (MP_TYPE_CASE_MODEL, NULL);
  GPtrArray *with = NULL, *without = NULL;
  g_autoptr (GError) error = NULL;

  self->kase = kase;
  self->parameters = parameters;
  if (project_all (self, kase, &with, &without, &error))
    take_projections (self, with, without);
  else
    {
      update_scenarios (self);
      self->error = g_strdup (error->message);
    }
  return self;
}

const MpCase *
mp_case_model_get_case (MpCaseModel *self)
{
  return self->kase;
}

/**
 * mp_case_model_get_projection:
 * @self: a model
 * @scenario: number of the scenario
 *
 * Returns: (transfer none) (nullable): its projection, valid until the next change
 */
const MpProjection *
mp_case_model_get_projection (MpCaseModel *self, guint scenario)
{
  return self->projections != NULL && scenario < self->projections->len ? self->projections->pdata[scenario] : NULL;
}

/**
 * mp_case_model_get_without_work:
 * @self: a model
 * @scenario: number of the scenario
 *
 * Returns: (transfer none) (nullable): the same months as if the person did not work
 */
const MpProjection *
mp_case_model_get_without_work (MpCaseModel *self, guint scenario)
{
  return self->without_work != NULL && scenario < self->without_work->len ? self->without_work->pdata[scenario] : NULL;
}

/**
 * mp_case_model_get_error:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): why the last change could not be projected
 */
const char *
mp_case_model_get_error (MpCaseModel *self)
{
  return self->error;
}

guint
mp_case_model_get_scenario (MpCaseModel *self)
{
  return self->scenario;
}

/**
 * mp_case_model_set_scenario:
 * @self: a model
 * @scenario: number of the scenario to show; no change when there is none of that number
 */
void
mp_case_model_set_scenario (MpCaseModel *self, guint scenario)
{
  if (scenario == self->scenario || scenario >= self->kase->n_scenarios)
    return;
  self->scenario = scenario;
  update_months (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCENARIO]);
  g_signal_emit (self, signals[PROJECTED], 0);
}

/**
 * mp_case_model_get_scenarios:
 * @self: a model
 *
 * Returns: (transfer none): the scenarios, a list of #MpScenarioObject
 */
GListModel *
mp_case_model_get_scenarios (MpCaseModel *self)
{
  return G_LIST_MODEL (self->scenarios);
}

/**
 * mp_case_model_get_months:
 * @self: a model
 *
 * Returns: (transfer none): the reported months of the scenario shown, a list of #MpMonthObject
 */
GListModel *
mp_case_model_get_months (MpCaseModel *self)
{
  return G_LIST_MODEL (self->months);
}

/**
 * mp_case_model_begin_edit:
 * @self: a model
 *
 * Returns: (transfer full): a copy of the case to change and give to mp_case_model_commit()
 */
MpCase *
mp_case_model_begin_edit (MpCaseModel *self)
{
  return mp_case_copy (self->kase);
}

static gboolean
take_edit (MpCaseModel *self, MpCase *edited, const char *label, GPtrArray *problems, gboolean amend)
{
  g_autoptr (GPtrArray) found = mp_problems_new ();
  GPtrArray *with = NULL, *without = NULL;
  g_autoptr (GError) error = NULL;

  mp_case_validate (edited, found);
  if (found->len == 0 && !project_all (self, edited, &with, &without, &error))
    mp_problems_add (found, "", "%s", error->message);
  if (found->len > 0)
    {
      g_free (self->error);
      self->error = g_strdup (((MpProblem *) found->pdata[0])->message);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
      if (problems != NULL)
        g_ptr_array_extend_and_steal (problems, g_steal_pointer (&found));
      mp_case_free (edited);
      return FALSE;
    }
  g_ptr_array_set_size (self->redo, 0);
  if (amend && g_strcmp0 (last_label (self->undo), label) == 0)
    mp_case_free (self->kase);
  else
    push_step (self->undo, self->kase, label);
  self->kase = edited;
  take_projections (self, with, without);
  return TRUE;
}

/**
 * mp_case_model_commit:
 * @self: a model
 * @edited: (transfer full): the changed case
 * @label: what was changed, for Undo: "Change the pay per hour"
 * @problems: (nullable): where to put what is wrong with it
 *
 * Makes the changed case the present one. A case with problems is refused, so that the last valid
 * picture stays.
 *
 * Returns: whether the case was taken
 */
gboolean
mp_case_model_commit (MpCaseModel *self, MpCase *edited, const char *label, GPtrArray *problems)
{
  return take_edit (self, edited, label, problems, FALSE);
}

/**
 * mp_case_model_amend:
 * @self: a model
 * @edited: (transfer full): the changed case
 * @label: as in mp_case_model_commit()
 * @problems: (nullable): as in mp_case_model_commit()
 *
 * As mp_case_model_commit(), but part of the newest step when that has the same label: one visit
 * to a field is one step, however many keys are pressed.
 *
 * Returns: whether the case was taken
 */
gboolean
mp_case_model_amend (MpCaseModel *self, MpCase *edited, const char *label, GPtrArray *problems)
{
  return take_edit (self, edited, label, problems, TRUE);
}

/**
 * mp_case_model_undo:
 * @self: a model
 *
 * Takes back the newest change.
 *
 * Returns: whether there was one
 */
gboolean
mp_case_model_undo (MpCaseModel *self)
{
  return move_step (self, self->undo, self->redo);
}

/**
 * mp_case_model_redo:
 * @self: a model
 *
 * Makes again what was taken back last.
 *
 * Returns: whether there was something
 */
gboolean
mp_case_model_redo (MpCaseModel *self)
{
  return move_step (self, self->redo, self->undo);
}

static void
mp_scenario_object_finalize (GObject *object)
{
  g_free (MP_SCENARIO_OBJECT (object)->name);
  G_OBJECT_CLASS (mp_scenario_object_parent_class)->finalize (object);
}

static void
mp_scenario_object_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpScenarioObject *self = MP_SCENARIO_OBJECT (object);

  if (id == SCENARIO_PROP_NAME)
    g_value_set_string (value, self->name);
  else
    g_value_set_uint (value, self->index);
}

static void
mp_scenario_object_class_init (MpScenarioObjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = mp_scenario_object_finalize;
  object_class->get_property = mp_scenario_object_get_property;
  scenario_props[SCENARIO_PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, read);
  scenario_props[SCENARIO_PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, read);
  g_object_class_install_properties (object_class, N_SCENARIO_PROPS, scenario_props);
}

static void
mp_scenario_object_init (MpScenarioObject *self)
{
}

const char *
mp_scenario_object_get_name (MpScenarioObject *self)
{
  return self->name;
}

guint
mp_scenario_object_get_index (MpScenarioObject *self)
{
  return self->index;
}

static void
mp_month_object_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpMonthObject *self = MP_MONTH_OBJECT (object);

  if (id == MONTH_PROP_MONTH)
    g_value_set_int (value, self->row.month);
  else
    g_value_set_int64 (value, self->row.cash.net);
}

static void
mp_month_object_class_init (MpMonthObjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mp_month_object_get_property;
  month_props[MONTH_PROP_MONTH] = g_param_spec_int ("month", NULL, NULL, G_MININT, G_MAXINT, 0, read);
  month_props[MONTH_PROP_NET] = g_param_spec_int64 ("net", NULL, NULL, G_MININT64, G_MAXINT64, 0, read);
  g_object_class_install_properties (object_class, N_MONTH_PROPS, month_props);
}

static void
mp_month_object_init (MpMonthObject *self)
{
}

MpMonth
mp_month_object_get_month (MpMonthObject *self)
{
  return self->row.month;
}

/**
 * mp_month_object_get_row:
 * @self: a month
 *
 * Returns: (transfer none): its figures. Strings and payments in it belong to the projection and
 *   are not to be followed from here.
 */
const MpMonthRow *
mp_month_object_get_row (MpMonthObject *self)
{
  return &self->row;
}
