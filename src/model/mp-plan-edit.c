/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-plan-edit.h"

#include "mp-curve.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Hundredths of an hour. */
#define MORE_HOURS 500
#define WEEK (168 * 100)

/**
 * mp_plan_kind_title:
 * @kind: a kind of plan
 *
 * Returns: what the menu says, in the language of the reader
 */
const char *
mp_plan_kind_title (MpPlanKind kind)
{
  static const char *const titles[MP_N_PLAN_KINDS] = {
    N_("Copy this plan"), N_("Same job, 5 hours more"), N_("Stay under the SGA limit"), N_("No work"),
  };

  return _(titles[kind]);
}

static gboolean
has_hours (const MpScenario *plan)
{
  for (guint i = 0; i < plan->n_work; i++)
    if (plan->work[i].hours_per_week != MP_MONEY_NONE)
      return TRUE;
  return FALSE;
}

/**
 * mp_plan_kind_is_of_use:
 * @model: a case
 * @kind: what a new plan would begin as
 *
 * Returns: whether it would differ in what it says from the plan shown
 */
gboolean
mp_plan_kind_is_of_use (MpCaseModel *model, MpPlanKind kind)
{
  const MpCase *kase = mp_case_model_get_case (model);
  const MpScenario *plan = &kase->scenarios[mp_case_model_get_scenario (model)];

  switch (kind)
    {
    case MP_PLAN_MORE_HOURS:
      return has_hours (plan);
    case MP_PLAN_UNDER_LIMIT:
      return plan->n_work > 0 && kase->ssdi.present;
    case MP_PLAN_NO_WORK:
      return plan->n_work > 0;
    case MP_PLAN_COPY:
    case MP_N_PLAN_KINDS:
    default:
      return TRUE;
    }
}

/* A name that no plan of the case has yet. */
static char *
new_name (const MpCase *kase, const char *wish)
{
  for (guint number = 1;; number++)
    {
      /* Translators: the name of a plan, and a number because there is one of that name */
      g_autofree char *name = number == 1 ? g_strdup (wish) : g_strdup_printf (_("%1$s (%2$u)"), wish, number);
      gboolean taken = FALSE;

      for (guint i = 0; i < kase->n_scenarios; i++)
        taken = taken || g_str_equal (kase->scenarios[i].name, name);
      if (!taken)
        return g_steal_pointer (&name);
    }
}

static char *
name_of_kind (const MpCase *kase, const MpScenario *plan, MpPlanKind kind)
{
  g_autofree char *wish = NULL;

  switch (kind)
    {
    case MP_PLAN_MORE_HOURS:
      /* Translators: the name of a plan */
      wish = g_strdup_printf (_("%s, 5 hours more"), plan->name);
      break;
    case MP_PLAN_UNDER_LIMIT:
      /* Translators: the name of a plan */
      wish = g_strdup_printf (_("%s, under the limit"), plan->name);
      break;
    case MP_PLAN_NO_WORK:
      wish = g_strdup (_("No work"));
      break;
    case MP_PLAN_COPY:
    case MP_N_PLAN_KINDS:
    default:
      /* Translators: the name of a plan */
      wish = g_strdup_printf (_("%s, copy"), plan->name);
    }
  return new_name (kase, wish);
}

static void
add_hours (MpScenario *plan)
{
  for (guint i = 0; i < plan->n_work; i++)
    if (plan->work[i].hours_per_week != MP_MONEY_NONE)
      plan->work[i].hours_per_week = MIN (plan->work[i].hours_per_week + MORE_HOURS, WEEK);
}

/* The job earns no more than the amount: fewer hours where it pays by the hour. */
static void
cap_job (MpWork *job, MpMoney most)
{
  if (mp_work_monthly_pay (job) > most && job->hourly != MP_MONEY_NONE)
    while (job->hours_per_week > 0 && mp_work_monthly_pay (job) > most)
      job->hours_per_week--;
  else if (mp_work_monthly_pay (job) > most)
    job->monthly = most;
  for (guint i = 0; i < job->n_months; i++)
    {
      MpWorkMonthFact *fact = &job->months[i];

      if (fact->earned != MP_MONEY_NONE && fact->earned > most)
        fact->earned = most;
      if (fact->paid != MP_MONEY_NONE && fact->paid > most)
        fact->paid = most;
    }
}

/* Each job in turn takes what the limit and the jobs before it leave. The limit rises with the years, so
 * that of a job's first month holds for all of them. */
static gboolean
stay_under (MpCase *kase, guint plan, const MpParameters *parameters, GError **error)
{
  MpScenario *scenario = &kase->scenarios[plan];
  const MpMonth start = kase->projection.start, last = start + kase->projection.months - 1;

  for (guint i = 0; i < scenario->n_work; i++)
    {
      MpWork *job = &scenario->work[i];
      const MpMonth month = CLAMP (job->when.from, start, last);
      g_autoptr (MpCurve) curve = NULL;
      MpMoney most;

      if (job->when.to < start || job->when.from > last)
        continue;
      curve = mp_curve_new (kase, plan, parameters, month, error);
      if (curve == NULL)
        return FALSE;
      most = mp_curve_mark (curve, MP_CURVE_SGA);
      if (most == MP_MONEY_NONE)
        continue;
      for (guint k = 0; k < i; k++)
        if (mp_period_contains (&scenario->work[k].when, month))
          most -= mp_work_monthly_pay (&scenario->work[k]);
      cap_job (job, MAX (most, 0));
    }
  return TRUE;
}

static void
select_plan (MpCaseModel *model, gboolean done, guint plan)
{
  if (done)
    mp_case_model_set_scenario (model, plan);
}

/**
 * mp_plan_add:
 * @model: a case
 * @kind: what the new plan begins as
 * @problems: (nullable): where to put what is wrong
 *
 * Adds a plan made from the plan shown, and shows it.
 *
 * Returns: whether it was added
 */
gboolean
mp_plan_add (MpCaseModel *model, MpPlanKind kind, GPtrArray *problems)
{
  const MpCase *kase = mp_case_model_get_case (model);
  const guint shown = mp_case_model_get_scenario (model), added = kase->n_scenarios;
  g_autoptr (MpCase) edited = mp_case_copy (kase);
  g_autofree char *name = name_of_kind (kase, &kase->scenarios[shown], kind);
  MpScenario *plan = mp_case_copy_scenario (edited, shown, mp_arena_strdup (edited->arena, name));
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (kind == MP_PLAN_MORE_HOURS)
    add_hours (plan);
  else if (kind == MP_PLAN_NO_WORK)
    {
      plan->n_work = plan->n_work_incentives = 0;
      plan->ticket.share.present = FALSE;
    }
  else if (kind == MP_PLAN_UNDER_LIMIT && !stay_under (edited, added, mp_case_model_get_parameters (model), &error))
    {
      if (problems != NULL)
        mp_problems_add (problems, "/scenarios", "%s", error->message);
      return FALSE;
    }
  done = mp_case_model_commit (model, g_steal_pointer (&edited), _("Add a plan"), problems);
  select_plan (model, done, added);
  return done;
}

/* The number a plan has after one of them has moved. */
static guint
moved (guint plan, guint from, guint to)
{
  if (plan == from)
    return to;
  if (from < plan && plan <= to)
    return plan - 1;
  return to <= plan && plan < from ? plan + 1 : plan;
}

static void
move_pointer (MpCase *kase, char **pointer, guint from, guint to)
{
  g_autofree char *moved_pointer = NULL;
  guint64 plan;
  char *end;

  if (*pointer == NULL || !g_str_has_prefix (*pointer, "/scenarios/") || !g_ascii_isdigit ((*pointer)[strlen ("/scenarios/")]))
    return;
  plan = g_ascii_strtoull (*pointer + strlen ("/scenarios/"), &end, 10);
  moved_pointer = g_strdup_printf ("/scenarios/%u%s", moved ((guint) plan, from, to), end);
  *pointer = mp_arena_strdup (kase->arena, moved_pointer);
}

/* Sources and notes are kept by pointer, "/scenarios/1/work/0": they follow their plan. */
static void
move_sources (MpCase *kase, guint from, guint to)
{
  for (guint i = 0; i < kase->n_sources; i++)
    move_pointer (kase, &kase->sources[i].pointer, from, to);
  for (guint i = 0; i < kase->n_pinned; i++)
    move_pointer (kase, &kase->pinned[i].about, from, to);
}

/**
 * mp_plan_move:
 * @model: a case
 * @from: number of a plan
 * @to: its new number; 0 makes it the baseline
 *
 * Changes the order of the plans. The plan shown stays the plan shown.
 *
 * Returns: whether it moved
 */
gboolean
mp_plan_move (MpCaseModel *model, guint from, guint to)
{
  const guint n = mp_case_model_get_case (model)->n_scenarios, shown = mp_case_model_get_scenario (model);
  g_autoptr (MpCase) edited = NULL;
  MpScenario plan;
  gboolean done;

  if (from >= n || to >= n || from == to)
    return FALSE;
  edited = mp_case_copy (mp_case_model_get_case (model));
  plan = edited->scenarios[from];
  if (from < to)
    memmove (&edited->scenarios[from], &edited->scenarios[from + 1], (to - from) * sizeof plan);
  else
    memmove (&edited->scenarios[to + 1], &edited->scenarios[to], (from - to) * sizeof plan);
  edited->scenarios[to] = plan;
  move_sources (edited, from, to);
  done = mp_case_model_commit (model, g_steal_pointer (&edited), to == 0 ? _("Make baseline") : _("Move a plan"), NULL);
  select_plan (model, done, moved (shown, from, to));
  return done;
}

/**
 * mp_plan_remove:
 * @model: a case
 * @plan: number of a plan
 *
 * Takes a plan out of the case. The last one stays: a case has one or more.
 *
 * Returns: whether it went
 */
gboolean
mp_plan_remove (MpCaseModel *model, guint plan)
{
  const guint n = mp_case_model_get_case (model)->n_scenarios, shown = mp_case_model_get_scenario (model);
  g_autofree char *pointer = g_strdup_printf ("/scenarios/%u", plan);
  const MpFactChange change = { pointer, NULL };
  gboolean done;

  if (plan >= n || n < 2)
    return FALSE;
  done = mp_case_model_change (model, &change, 1, _("Remove a plan"), NULL);
  select_plan (model, done, shown > plan ? shown - 1 : MIN (shown, n - 2));
  return done;
}
