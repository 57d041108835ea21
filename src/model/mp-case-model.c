/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-case-model.h"

#include "mp-part-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A whole case of the past or of the future, the change that lies between, and the plan that was shown with it. */
typedef struct {
  MpCase *kase;
  char *label;
  guint scenario;
} Step;

/* A case with its figures. */
typedef struct {
  MpCase *kase;
  GPtrArray *with;    /* MpProjection, by scenario; NULL when the case could not be projected */
  GPtrArray *without; /* the same months without working */
} Computed;

/* What somebody typed that the case could not take, alone or with what was typed before. */
typedef struct {
  char *pointer;
  char *text;
} Pending;

struct _MpCaseModel {
  GObject parent_instance;
  const MpParameters *parameters;
  Computed now;
  Computed kept;           /* what a try-out left; no case: nothing is tried */
  GPtrArray *undo;         /* Step, the newest last */
  GPtrArray *redo;
  GPtrArray *pending;      /* Pending, in the order of typing */
  char *visit;             /* pointer of the fact whose visit has made its step */
  char *visit_text;        /* what it was before */
  MpPartList *scenarios;
  MpPart *parts[4];  /* made when first asked for */
  GListStore *months;
  guint scenario;
  gboolean read_only;
  gboolean exchanging;     /* the lists are told of another case, one watcher after the other */
  char *error;
};

struct _MpMonthObject {
  GObject parent_instance;
  MpMonthRow row; /* a copy: the projection's own rows are written over */
};

enum {
  PROP_0, PROP_TITLE, PROP_NAME, PROP_CAN_UNDO, PROP_CAN_REDO, PROP_UNDO_LABEL, PROP_REDO_LABEL, PROP_SCENARIO,
  PROP_ERROR, PROP_TRYING, PROP_PENDING, PROP_READ_ONLY, N_PROPS
};
enum { MONTH_PROP_0, MONTH_PROP_MONTH, MONTH_PROP_NET, N_MONTH_PROPS };
enum { PART_BENEFICIARY, PART_SSDI, PART_SSI, PART_TICKET };
enum { PROJECTED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static GParamSpec *month_props[N_MONTH_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpCaseModel, mp_case_model, G_TYPE_OBJECT)
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
push_step (GPtrArray *steps, MpCase *kase, const char *label, guint scenario)
{
  Step *step = g_new (Step, 1);

  step->kase = kase;
  step->scenario = scenario;
  step->label = g_strdup (label);
  g_ptr_array_add (steps, step);
}

static const char *
last_label (GPtrArray *steps)
{
  return steps->len > 0 ? ((Step *) steps->pdata[steps->len - 1])->label : NULL;
}

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_free (pending->pointer);
  g_free (pending->text);
  g_free (pending);
}

static void
computed_clear (Computed *self)
{
  g_clear_pointer (&self->with, g_ptr_array_unref);
  g_clear_pointer (&self->without, g_ptr_array_unref);
  g_clear_pointer (&self->kase, mp_case_free);
}

/* Projects every scenario of a case; FALSE leaves @computed empty. The case is not taken. */
static gboolean
project_all (MpCaseModel *self, const MpCase *kase, Computed *computed, GError **error)
{
  g_autoptr (GPtrArray) with = g_ptr_array_new_with_free_func ((GDestroyNotify) mp_projection_free);
  g_autoptr (GPtrArray) without = g_ptr_array_new_with_free_func ((GDestroyNotify) mp_projection_free);

  *computed = (Computed) { NULL, NULL, NULL };
  for (guint i = 0; i < kase->n_scenarios; i++)
    {
      MpProjection *projection = mp_projection_new ();
      MpProjection *baseline = mp_projection_new ();

      g_ptr_array_add (with, projection);
      g_ptr_array_add (without, baseline);
      if (!mp_project (projection, kase, i, self->parameters, MP_PROJECT_EXPLAIN, error) ||
          !mp_project (baseline, kase, i, self->parameters, MP_PROJECT_WITHOUT_WORK, error))
        return FALSE;
    }
  computed->with = g_steal_pointer (&with);
  computed->without = g_steal_pointer (&without);
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

/* What the properties are, so that only those that changed are notified. */
typedef struct {
  GValue values[N_PROPS];
} Snapshot;

static void
take_snapshot (MpCaseModel *self, Snapshot *snapshot)
{
  *snapshot = (Snapshot) { 0 };
  for (guint i = 1; i < N_PROPS; i++)
    {
      g_value_init (&snapshot->values[i], props[i]->value_type);
      g_object_get_property (G_OBJECT (self), props[i]->name, &snapshot->values[i]);
    }
}

static void
notify_since (MpCaseModel *self, Snapshot *snapshot)
{
  Snapshot now;

  take_snapshot (self, &now);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 1; i < N_PROPS; i++)
    {
      if (g_param_values_cmp (props[i], &snapshot->values[i], &now.values[i]) != 0)
        g_object_notify_by_pspec (G_OBJECT (self), props[i]);
      g_value_unset (&snapshot->values[i]);
      g_value_unset (&now.values[i]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
update_parts (MpCaseModel *self, const MpCase *before)
{
  g_autoptr (GPtrArray) places = mp_edit_differences (before, self->now.kase);

  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    if (self->parts[i] != NULL)
      _mp_part_changed (self->parts[i], places);
  _mp_part_list_changed (self->scenarios, places);
}

/* The present case becomes another; what it was is given back. */
static Computed
exchange (MpCaseModel *self, Computed next)
{
  Computed before = self->now;

  self->now = next;
  g_clear_pointer (&self->error, g_free);
  if (self->scenario >= next.kase->n_scenarios)
    self->scenario = next.kase->n_scenarios > 0 ? next.kase->n_scenarios - 1 : 0;
  self->exchanging = TRUE;
  update_months (self);
  update_parts (self, before.kase);
  self->exchanging = FALSE;
  return before;
}

static void
clear_visit (MpCaseModel *self)
{
  g_clear_pointer (&self->visit, g_free);
  g_clear_pointer (&self->visit_text, g_free);
}

static gboolean
move_step (MpCaseModel *self, GPtrArray *from, GPtrArray *to)
{
  Snapshot snapshot;
  Computed next;
  Step *step;
  guint shown;

  mp_case_model_drop (self);
  if (from->len == 0)
    return FALSE;
  step = from->pdata[from->len - 1];
  if (!project_all (self, step->kase, &next, NULL))
    return FALSE;
  g_ptr_array_steal_index (from, from->len - 1);
  take_snapshot (self, &snapshot);
  next.kase = step->kase;
  /* What comes back is seen: the plan that was shown with it. */
  shown = self->scenario;
  self->scenario = step->scenario;
  step->scenario = shown;
  next = exchange (self, next);
  step->kase = g_steal_pointer (&next.kase);
  computed_clear (&next);
  g_ptr_array_add (to, step);
  clear_visit (self);
  g_ptr_array_set_size (self->pending, 0);
  notify_since (self, &snapshot);
  g_signal_emit (self, signals[PROJECTED], 0);
  return TRUE;
}

static void
mp_case_model_finalize (GObject *object)
{
  MpCaseModel *self = MP_CASE_MODEL (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    g_clear_object (&self->parts[i]);
  g_clear_object (&self->scenarios);
  g_clear_object (&self->months);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  clear_visit (self);
  computed_clear (&self->now);
  computed_clear (&self->kept);
  g_free (self->error);
  G_OBJECT_CLASS (mp_case_model_parent_class)->finalize (object);
}

static void
mp_case_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpCaseModel *self = MP_CASE_MODEL (object);

  switch (id)
    {
    case PROP_TITLE: g_value_set_string (value, self->now.kase->title); break;
    case PROP_NAME: g_value_set_string (value, self->now.kase->beneficiary.name); break;
    case PROP_CAN_UNDO: g_value_set_boolean (value, self->undo->len > 0); break;
    case PROP_CAN_REDO: g_value_set_boolean (value, self->redo->len > 0); break;
    case PROP_UNDO_LABEL: g_value_set_string (value, last_label (self->undo)); break;
    case PROP_REDO_LABEL: g_value_set_string (value, last_label (self->redo)); break;
    case PROP_SCENARIO: g_value_set_uint (value, self->scenario); break;
    case PROP_ERROR: g_value_set_string (value, self->error); break;
    case PROP_TRYING: g_value_set_boolean (value, self->kept.kase != NULL); break;
    case PROP_PENDING: g_value_set_uint (value, self->pending->len); break;
    case PROP_READ_ONLY: g_value_set_boolean (value, self->read_only); break;
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
  props[PROP_TRYING] = g_param_spec_boolean ("trying", NULL, NULL, FALSE, read);
  props[PROP_PENDING] = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0, read);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, read);
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
  self->pending = g_ptr_array_new_with_free_func (pending_free);
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
  g_autoptr (GError) error = NULL;

  self->parameters = parameters;
  if (!project_all (self, kase, &self->now, &error))
    self->error = g_strdup (error->message);
  self->now.kase = kase;
  self->scenarios = g_object_new (MP_TYPE_SCENARIOS, "model", self, "pointer", "/scenarios", NULL);
  update_months (self);
  return self;
}

/**
 * mp_case_model_get_case:
 * @self: a model
 *
 * Returns: the case as it is now; it is another one after the next change
 */
const MpCase *
mp_case_model_get_case (MpCaseModel *self)
{
  return self->now.kase;
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
  return self->now.with != NULL && scenario < self->now.with->len ? self->now.with->pdata[scenario] : NULL;
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
  return self->now.without != NULL && scenario < self->now.without->len ? self->now.without->pdata[scenario] : NULL;
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

/**
 * mp_case_model_get_parameters:
 * @self: a model
 *
 * Returns: (transfer none): the figures it projects with
 */
const MpParameters *
mp_case_model_get_parameters (MpCaseModel *self)
{
  return self->parameters;
}

/**
 * mp_case_model_set_parameters:
 * @self: a model
 * @parameters: the published figures from now on, which must live as long as the model
 *
 * Projects the case, and what is tried, with other figures. The case and its undo stay.
 */
void
mp_case_model_set_parameters (MpCaseModel *self, const MpParameters *parameters)
{
  Computed *const all[] = { &self->now, &self->kept };
  g_autoptr (GError) error = NULL;

  self->parameters = parameters;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      Computed next;

      if (all[i]->kase == NULL || !project_all (self, all[i]->kase, &next, error == NULL ? &error : NULL))
        continue;
      next.kase = g_steal_pointer (&all[i]->kase);
      computed_clear (all[i]);
      *all[i] = next;
    }
  g_free (self->error);
  self->error = error != NULL ? g_strdup (error->message) : NULL;
  update_months (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
  g_signal_emit (self, signals[PROJECTED], 0);
}

/**
 * mp_case_model_get_scenario:
 * @self: a model
 *
 * Returns: the number of the plan that is shown
 */
guint
mp_case_model_get_scenario (MpCaseModel *self)
{
  return self->scenario;
}

/**
 * mp_case_model_set_scenario:
 * @self: a model
 * @scenario: number of the scenario to show; no change when there is none of that number
 *
 * A list of plans that moves its mark because plans came or went chooses none: which one is shown is said after it.
 */
void
mp_case_model_set_scenario (MpCaseModel *self, guint scenario)
{
  if (self->exchanging || scenario == self->scenario || scenario >= self->now.kase->n_scenarios)
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

static MpPart *
get_part (MpCaseModel *self, guint part)
{
  static const char *const pointers[] = { "/beneficiary", "/ssdi", "/ssi", "/ticket" };
  GType types[] = { MP_TYPE_BENEFICIARY, MP_TYPE_SSDI, MP_TYPE_SSI, MP_TYPE_TICKET };

  if (self->parts[part] == NULL)
    self->parts[part] = g_object_new (types[part], "model", self, "pointer", pointers[part], NULL);
  return self->parts[part];
}

/**
 * mp_case_model_get_beneficiary:
 * @self: a model
 *
 * Returns: (transfer none): the person
 */
MpBeneficiary *
mp_case_model_get_beneficiary (MpCaseModel *self)
{
  return MP_BENEFICIARY (get_part (self, PART_BENEFICIARY));
}

/**
 * mp_case_model_get_ssdi:
 * @self: a model
 *
 * Returns: (transfer none): SSDI, whether the person has it or not
 */
MpSsdi *
mp_case_model_get_ssdi (MpCaseModel *self)
{
  return MP_SSDI (get_part (self, PART_SSDI));
}

/**
 * mp_case_model_get_ssi:
 * @self: a model
 *
 * Returns: (transfer none): SSI, whether the person has it or not
 */
MpSsi *
mp_case_model_get_ssi (MpCaseModel *self)
{
  return MP_SSI (get_part (self, PART_SSI));
}

/**
 * mp_case_model_get_ticket:
 * @self: a model
 *
 * Returns: (transfer none): the Ticket, whether its facts are given or not
 */
MpTicket *
mp_case_model_get_ticket (MpCaseModel *self)
{
  return MP_TICKET (get_part (self, PART_TICKET));
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
  return mp_case_copy (self->now.kase);
}

/* Checks and projects; the case is freed when it is refused. */
static gboolean
compute (MpCaseModel *self, MpCase *edited, GPtrArray *problems, Computed *computed)
{
  g_autoptr (GPtrArray) found = mp_problems_new ();
  g_autoptr (GError) error = NULL;

  mp_case_validate (edited, found);
  if (found->len == 0 && !project_all (self, edited, computed, &error))
    mp_problems_add (found, "", "%s", error->message);
  if (found->len == 0)
    {
      computed->kase = edited;
      return TRUE;
    }
  g_free (self->error);
  self->error = g_strdup (((MpProblem *) found->pdata[0])->message);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
  if (problems != NULL)
    g_ptr_array_extend_and_steal (problems, g_steal_pointer (&found));
  mp_case_free (edited);
  return FALSE;
}

/* Whatever somebody did to a case that is only looked at goes back to what it was. */
static gboolean
refuse (MpCaseModel *self, MpCase *edited, GPtrArray *problems)
{
  if (!self->read_only)
    return FALSE;
  mp_case_free (edited);
  if (problems != NULL)
    mp_problems_add (problems, "", "%s", _("This case is open in another window, and changed there."));
  g_signal_emit (self, signals[PROJECTED], 0);
  return TRUE;
}

/* The new case is taken as a step of its own, or as more of the newest. What was tried is kept by it. */
static gboolean
take_edit (MpCaseModel *self, MpCase *edited, const char *label, GPtrArray *problems, gboolean amend)
{
  const guint shown = self->scenario;
  Snapshot snapshot;
  Computed next;

  if (refuse (self, edited, problems) || !compute (self, edited, problems, &next))
    return FALSE;
  take_snapshot (self, &snapshot);
  g_ptr_array_set_size (self->redo, 0);
  next = exchange (self, next);
  if (self->kept.kase != NULL)
    {
      computed_clear (&next);
      next = self->kept;
      self->kept = (Computed) { NULL, NULL, NULL };
    }
  if (amend && self->undo->len > 0)
    {
      Step *step = self->undo->pdata[self->undo->len - 1];
      g_free (step->label);
      step->label = g_strdup (label);
    }
  else
    push_step (self->undo, g_steal_pointer (&next.kase), label, shown);
  computed_clear (&next);
  notify_since (self, &snapshot);
  g_signal_emit (self, signals[PROJECTED], 0);
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
  clear_visit (self);
  return take_edit (self, edited, label, problems, FALSE);
}

static gboolean
apply_change (MpCase *kase, const MpFactChange *change, GPtrArray *problems)
{
  MpEditFact fact;

  if (g_str_has_suffix (change->pointer, "/-"))
    {
      g_autofree char *list = g_strndup (change->pointer, strlen (change->pointer) - 2);
      if (mp_edit_add (kase, list) >= 0)
        return TRUE;
    }
  else if (change->text == NULL ? mp_edit_remove (kase, change->pointer) : mp_edit_set (kase, change->pointer, change->text))
    return TRUE;
  mp_edit_look (kase, change->pointer, &fact);
  mp_problems_add (problems, change->pointer, "%s", mp_edit_hint (fact.kind));
  return FALSE;
}

/* A valid case with the changes, or NULL with problems. */
static MpCase *
with_changes (MpCaseModel *self, const MpFactChange *changes, guint n, GPtrArray *problems)
{
  g_autoptr (MpCase) edited = mp_case_copy (self->now.kase);

  for (guint i = 0; i < n; i++)
    if (!apply_change (edited, &changes[i], problems))
      return NULL;
  mp_case_validate (edited, problems);
  return problems->len == 0 ? g_steal_pointer (&edited) : NULL;
}

/**
 * mp_case_model_change:
 * @self: a model
 * @changes: (array length=n): changes of facts, carried out one after the other
 * @n: how many
 * @label: what was done, for Undo: "Add a job"
 * @problems: (nullable): where to put what is wrong with it
 *
 * Several changes as one step; all or none.
 *
 * Returns: whether the case was taken
 */
gboolean
mp_case_model_change (MpCaseModel *self, const MpFactChange *changes, guint n, const char *label, GPtrArray *problems)
{
  g_autoptr (GPtrArray) found = mp_problems_new ();
  MpCase *edited = with_changes (self, changes, n, found);

  if (edited != NULL)
    return mp_case_model_commit (self, edited, label, problems);
  if (problems != NULL)
    g_ptr_array_extend_and_steal (problems, g_steal_pointer (&found));
  return FALSE;
}

static Pending *
find_pending (MpCaseModel *self, const char *pointer)
{
  for (guint i = 0; i < self->pending->len; i++)
    if (g_str_equal (((Pending *) self->pending->pdata[i])->pointer, pointer))
      return self->pending->pdata[i];
  return NULL;
}

static void
set_pending (MpCaseModel *self, const char *pointer, const char *text)
{
  Pending *pending = find_pending (self, pointer);

  if (pending == NULL)
    {
      pending = g_new0 (Pending, 1);
      pending->pointer = g_strdup (pointer);
      g_ptr_array_add (self->pending, pending);
    }
  g_free (pending->text);
  pending->text = g_strdup (text != NULL ? text : "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PENDING]);
}

/* "Hours per week: 30 → 35" */
static char *
step_label (MpCaseModel *self, const char *pointer, const MpCase *edited, const char *title)
{
  g_autofree char *text = mp_edit_display (edited, pointer);

  /* Translators: a fact that was changed, what it was and what it is: "Hours per week: 30 → 35" */
  return g_strdup_printf (_("%1$s: %2$s → %3$s"), title, *self->visit_text != '\0' ? self->visit_text : _("nothing"),
                          *text != '\0' ? text : _("nothing"));
}

/* An entry that was emptied for another amount does not mean that the job pays nothing. */
static gboolean
is_only_pay (MpCaseModel *self, const MpFactChange *change)
{
  g_autofree char *parent = NULL, *other = NULL, *text = NULL;
  gboolean hourly = g_str_has_suffix (change->pointer, "/hourly");

  if (change->text != NULL && *change->text != '\0')
    return FALSE;
  if (strstr (change->pointer, "/work/") == NULL || !(hourly || g_str_has_suffix (change->pointer, "/monthly")))
    return FALSE;
  parent = g_strndup (change->pointer, (gsize) (strrchr (change->pointer, '/') - change->pointer));
  other = g_strconcat (parent, hourly ? "/monthly" : "/hourly", NULL);
  text = mp_edit_get (self->now.kase, other);
  return *text == '\0';
}

/* The case with the fact, and with all that waited when that goes; else with the fact alone. */
static MpCase *
with_fact (MpCaseModel *self, const MpFactChange *change, GPtrArray *problems)
{
  g_autofree MpFactChange *all = g_new (MpFactChange, self->pending->len + 1);
  g_autoptr (GPtrArray) ignored = mp_problems_new ();
  MpCase *edited = NULL;
  guint n = 0;

  if (is_only_pay (self, change))
    {
      mp_problems_add (problems, change->pointer, "%s", _("A job pays by the hour or by the month, 0 if it pays nothing."));
      return NULL;
    }
  for (guint i = 0; i < self->pending->len; i++)
    {
      const Pending *pending = self->pending->pdata[i];
      if (!g_str_equal (pending->pointer, change->pointer))
        all[n++] = (MpFactChange) { pending->pointer, pending->text };
    }
  all[n++] = *change;
  if (n > 1)
    edited = with_changes (self, all, n, ignored);
  if (edited != NULL)
    g_ptr_array_set_size (self->pending, 0);
  else
    edited = with_changes (self, change, 1, problems);
  return edited;
}

/* What is typed once the BPQY's date is known comes from it, as far as a BPQY tells it. */
static void
note_source (MpCase *edited, const char *pointer)
{
  static const char *const told[] = { "/ssdi/", "/ssi/eligible_from", "/ssi/history/", "/ticket/issued", "/beneficiary/birth_date" };
  g_autofree char *place = g_strdup (pointer);
  MpSource source = { place, MP_SOURCE_BPQY, edited->bpqy.dated, MP_CHECKED_UNKNOWN, NULL, NULL, FALSE };
  g_autofree char *text = mp_edit_get (edited, pointer);
  gboolean is_told = FALSE;
  char *key;

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    is_told = is_told || g_str_has_prefix (pointer, told[i]);
  if (!is_told || *text == '\0' || !edited->bpqy.present || edited->bpqy.dated.month == MP_MONTH_NONE || mp_edit_get_source (edited, pointer) != NULL)
    return;
  /* of a list the entry has the source, not each of its keys */
  key = strrchr (place, '/');
  if (key > place && g_ascii_isdigit (key[-1]))
    *key = '\0';
  mp_edit_set_source (edited, &source);
}

/**
 * mp_case_model_set_fact:
 * @self: a model
 * @pointer: which fact, as mp_edit_look() finds it
 * @text: (nullable): what was typed, as mp_edit_set() takes it; "" or %NULL: nothing
 * @title: what the fact is called, for Undo: "Hours per week"
 * @problems: (nullable): where to put what is wrong with it
 *
 * Changes one fact as somebody types it. All changes of one visit to the fact, up to
 * mp_case_model_end_visit() or to a change of another, are one step of Undo. What cannot be taken yet
 * waits, and is taken as soon as it goes with what is typed next: the month and the amount of a new
 * benefit, in either order. When the date of the BPQY is known, a fact that a BPQY tells and that has
 * no source yet gets it as its source.
 *
 * Returns: whether the case was taken
 */
gboolean
mp_case_model_set_fact (MpCaseModel *self, const char *pointer, const char *text, const char *title, GPtrArray *problems)
{
  g_autoptr (GPtrArray) found = mp_problems_new ();
  gboolean amend = g_strcmp0 (self->visit, pointer) == 0;
  MpFactChange change = { pointer, text != NULL ? text : "" };
  MpCase *edited = with_fact (self, &change, found);
  g_autofree char *label = NULL, *before = NULL;

  if (!amend)
    {
      clear_visit (self);
      self->visit_text = mp_edit_display (self->now.kase, pointer);
    }
  before = g_strdup (self->visit_text);
  if (edited != NULL)
    note_source (edited, pointer);
  label = edited != NULL ? step_label (self, pointer, edited, title) : NULL;
  if (edited != NULL && take_edit (self, edited, label, found, amend))
    {
      Pending *pending = find_pending (self, pointer);

      if (pending != NULL)
        g_ptr_array_remove (self->pending, pending);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PENDING]);
      /* Whoever was told of the change may have ended the visit. */
      clear_visit (self);
      self->visit = g_strdup (pointer);
      self->visit_text = g_steal_pointer (&before);
      return TRUE;
    }
  if (!self->read_only)
    set_pending (self, pointer, text);
  if (problems != NULL)
    g_ptr_array_extend_and_steal (problems, g_steal_pointer (&found));
  return FALSE;
}

/**
 * mp_case_model_end_visit:
 * @self: a model
 *
 * The focus has left a fact: what is typed next is a step of its own.
 */
void
mp_case_model_end_visit (MpCaseModel *self)
{
  clear_visit (self);
}

/**
 * mp_case_model_get_pending:
 * @self: a model
 * @pointer: a fact
 *
 * Returns: (transfer none) (nullable): what was typed there and could not be taken yet
 */
const char *
mp_case_model_get_pending (MpCaseModel *self, const char *pointer)
{
  Pending *pending = find_pending (self, pointer);

  return pending != NULL ? pending->text : NULL;
}

/**
 * mp_case_model_has_pending:
 * @self: a model
 * @prefix: JSON pointer of a part of the case
 *
 * Returns: whether something was typed in that part that could not be taken yet
 */
gboolean
mp_case_model_has_pending (MpCaseModel *self, const char *prefix)
{
  for (guint i = 0; i < self->pending->len; i++)
    if (g_str_has_prefix (((Pending *) self->pending->pdata[i])->pointer, prefix))
      return TRUE;
  return FALSE;
}

/**
 * mp_case_model_try:
 * @self: a model
 * @edited: (transfer full): the case with what is tried
 * @problems: (nullable): where to put what is wrong with it
 *
 * Shows a case without keeping it: no step of Undo, and nothing to save. What was there before can
 * be seen with mp_case_model_get_kept_projection(). The next try-out takes the place of this one;
 * mp_case_model_keep() or any other change makes it stay, mp_case_model_drop() or Undo takes it back.
 *
 * Returns: whether it is shown
 */
gboolean
mp_case_model_try (MpCaseModel *self, MpCase *edited, GPtrArray *problems)
{
  Snapshot snapshot;
  Computed next;

  if (refuse (self, edited, problems) || !compute (self, edited, problems, &next))
    return FALSE;
  clear_visit (self);
  take_snapshot (self, &snapshot);
  next = exchange (self, next);
  if (self->kept.kase == NULL)
    self->kept = next;
  else
    computed_clear (&next);
  notify_since (self, &snapshot);
  g_signal_emit (self, signals[PROJECTED], 0);
  return TRUE;
}

/**
 * mp_case_model_is_trying:
 * @self: a model
 *
 * Returns: whether what is shown is a try-out
 */
gboolean
mp_case_model_is_trying (MpCaseModel *self)
{
  return self->kept.kase != NULL;
}

/**
 * mp_case_model_keep:
 * @self: a model
 * @label: what was tried, for Undo
 *
 * Makes what is tried the case, as one step.
 */
void
mp_case_model_keep (MpCaseModel *self, const char *label)
{
  Snapshot snapshot;

  if (self->kept.kase == NULL)
    return;
  take_snapshot (self, &snapshot);
  g_ptr_array_set_size (self->redo, 0);
  push_step (self->undo, g_steal_pointer (&self->kept.kase), label, self->scenario);
  computed_clear (&self->kept);
  notify_since (self, &snapshot);
  g_signal_emit (self, signals[PROJECTED], 0);
}

/**
 * mp_case_model_drop:
 * @self: a model
 *
 * Takes back what is tried.
 */
void
mp_case_model_drop (MpCaseModel *self)
{
  Snapshot snapshot;
  Computed tried;

  if (self->kept.kase == NULL)
    return;
  take_snapshot (self, &snapshot);
  tried = exchange (self, self->kept);
  self->kept = (Computed) { NULL, NULL, NULL };
  computed_clear (&tried);
  notify_since (self, &snapshot);
  g_signal_emit (self, signals[PROJECTED], 0);
}

/**
 * mp_case_model_get_kept_case:
 * @self: a model
 *
 * Returns: (transfer none): the case without what is only tried: what is saved
 */
const MpCase *
mp_case_model_get_kept_case (MpCaseModel *self)
{
  return self->kept.kase != NULL ? self->kept.kase : self->now.kase;
}

/**
 * mp_case_model_get_kept_projection:
 * @self: a model
 * @scenario: number of the scenario
 *
 * Returns: (transfer none) (nullable): as it was before the try-out; %NULL when nothing is tried or
 *   the scenario is new
 */
const MpProjection *
mp_case_model_get_kept_projection (MpCaseModel *self, guint scenario)
{
  return self->kept.with != NULL && scenario < self->kept.with->len ? self->kept.with->pdata[scenario] : NULL;
}

gboolean
mp_case_model_get_read_only (MpCaseModel *self)
{
  return self->read_only;
}

/**
 * mp_case_model_set_read_only:
 * @self: a model
 * @read_only: whether the case is only looked at, because it is changed elsewhere
 *
 * A change, and a try-out, are refused then, and whoever shows the case is told to show it anew.
 */
void
mp_case_model_set_read_only (MpCaseModel *self, gboolean read_only)
{
  if (read_only == self->read_only)
    return;
  mp_case_model_drop (self);
  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
}

/**
 * mp_case_model_follow:
 * @self: a model that is read-only
 * @kase: (transfer full): the case as it is elsewhere
 *
 * Shows what somebody changed elsewhere: no step of Undo. The plan shown stays.
 */
void
mp_case_model_follow (MpCaseModel *self, MpCase *kase)
{
  Snapshot snapshot;
  Computed next;

  g_return_if_fail (self->read_only);
  if (!compute (self, kase, NULL, &next))
    return;
  take_snapshot (self, &snapshot);
  next = exchange (self, next);
  computed_clear (&next);
  notify_since (self, &snapshot);
  g_signal_emit (self, signals[PROJECTED], 0);
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

/**
 * mp_month_object_get_month:
 * @self: a month
 *
 * Returns: which month it is
 */
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
