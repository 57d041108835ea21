/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-case.h"

#include <string.h>

static void
set_defaults (MpCase *self)
{
  self->beneficiary.birth_date = MP_DATE_NONE;
  self->ssdi.entitled_from = self->ssdi.filed = MP_MONTH_NONE;
  self->ssdi.medicare.part_a_from = self->ssdi.medicare.part_b.from = MP_MONTH_NONE;
  self->ssdi.medicare.part_b.premium = MP_MONEY_NONE;
  self->ssdi.history.through = self->ssdi.history.cessation = MP_MONTH_NONE;
  self->ssi.eligible_from = MP_MONTH_NONE;
  self->ssi.spouse.when = (MpPeriod) { MP_MONTH_NONE, MP_MONTH_OPEN };
  self->ssi.spouse.birth_date = MP_DATE_NONE;
  self->ssi.medicaid.needs = TRUE;
  self->ssi.medicaid.expenses_yearly = self->ssi.medicaid.individual_threshold = MP_MONEY_NONE;
  self->ssi.history.through = self->ssi.history.since = MP_MONTH_NONE;
  self->ticket.issued = MP_DATE_NONE;
  self->ticket.authorised = MP_MONTH_NONE;
  self->ticket.terminates.month = MP_MONTH_NONE;
  self->bpqy.dated = MP_DATE_NONE;
  self->bpqy.overpayment_balance = self->bpqy.withheld_monthly = MP_MONEY_NONE;
  self->bpqy.next_medical_review = MP_MONTH_NONE;
  self->projection.start = MP_MONTH_NONE;
}

/**
 * mp_case_new:
 *
 * Returns: (transfer full): a case in which nothing is given
 */
MpCase *
mp_case_new (void)
{
  MpCase *self = g_new0 (MpCase, 1);

  self->arena = mp_arena_new ();
  set_defaults (self);
  return self;
}

/**
 * mp_case_reset:
 * @self: a case
 *
 * Makes the case as new, keeping some of its memory for what comes next.
 */
void
mp_case_reset (MpCase *self)
{
  MpArena *arena = self->arena;

  mp_arena_reset (arena);
  memset (self, 0, sizeof *self);
  self->arena = arena;
  set_defaults (self);
}

/**
 * mp_case_free:
 * @self: (nullable): a case
 *
 * Frees the case with everything it points to.
 */
void
mp_case_free (MpCase *self)
{
  if (self == NULL)
    return;
  mp_arena_free (self->arena);
  g_free (self);
}

#define COPY_ARRAY(field, n) ((field) = mp_arena_copy_array (arena, (field), (n), sizeof *(field)))
#define COPY_STRING(field) ((field) = mp_arena_strdup (arena, (field)))

static void
copy_incentives (MpArena *arena, MpIncentive **incentives, guint n)
{
  COPY_ARRAY (*incentives, n);
  for (guint i = 0; i < n; i++)
    COPY_STRING ((*incentives)[i].name);
}

static void
copy_ssi (MpArena *arena, MpSsiFacts *ssi)
{
  COPY_ARRAY (ssi->living, ssi->n_living);
  COPY_ARRAY (ssi->in_kind, ssi->n_in_kind);
  COPY_ARRAY (ssi->unearned, ssi->n_unearned);
  COPY_ARRAY (ssi->resources, ssi->n_resources);
  copy_incentives (arena, &ssi->spouse.work_incentives, ssi->spouse.n_work_incentives);
  COPY_ARRAY (ssi->spouse.earned, ssi->spouse.n_earned);
  COPY_ARRAY (ssi->spouse.unearned, ssi->spouse.n_unearned);
  COPY_ARRAY (ssi->children, ssi->n_children);
  for (guint i = 0; i < ssi->n_children; i++)
    COPY_ARRAY (ssi->children[i].unearned, ssi->children[i].n_unearned);
  COPY_ARRAY (ssi->supplements, ssi->n_supplements);
}

static void
copy_scenario_ticket (MpArena *arena, MpScenarioTicket *ticket)
{
  COPY_ARRAY (ticket->assignments, ticket->n_assignments);
  for (guint i = 0; i < ticket->n_assignments; i++)
    COPY_STRING (ticket->assignments[i].provider);
  COPY_ARRAY (ticket->claims, ticket->n_claims);
  for (guint i = 0; i < ticket->n_claims; i++)
    {
      MpClaim *claim = &ticket->claims[i];
      COPY_ARRAY (claim->split, claim->n_split);
      for (guint j = 0; j < claim->n_split; j++)
        COPY_STRING (claim->split[j].provider);
    }
  COPY_ARRAY (ticket->inactive, ticket->n_inactive);
  COPY_ARRAY (ticket->education, ticket->n_education);
  COPY_ARRAY (ticket->reviews, ticket->n_reviews);
}

static void
copy_scenario (MpArena *arena, MpScenario *scenario)
{
  COPY_STRING (scenario->name);
  COPY_ARRAY (scenario->work, scenario->n_work);
  for (guint i = 0; i < scenario->n_work; i++)
    {
      MpWork *work = &scenario->work[i];
      COPY_STRING (work->name);
      COPY_ARRAY (work->months, work->n_months);
    }
  copy_incentives (arena, &scenario->work_incentives, scenario->n_work_incentives);
  COPY_ARRAY (scenario->expedited_reinstatement, scenario->n_expedited_reinstatement);
  copy_scenario_ticket (arena, &scenario->ticket);
}

/**
 * mp_case_copy:
 * @self: a case
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
MpCase *
mp_case_copy (const MpCase *self)
{
  MpCase *copy = g_memdup2 (self, sizeof *self);
  MpArena *arena = copy->arena = mp_arena_new ();

  COPY_STRING (copy->id);
  COPY_STRING (copy->title);
  COPY_STRING (copy->notes);
  COPY_STRING (copy->beneficiary.name);
  COPY_ARRAY (copy->beneficiary.student, copy->beneficiary.n_student);
  COPY_ARRAY (copy->ssdi.amounts, copy->ssdi.n_amounts);
  COPY_ARRAY (copy->ssdi.auxiliary, copy->ssdi.n_auxiliary);
  COPY_ARRAY (copy->ssdi.history.twp_months, copy->ssdi.history.n_twp_months);
  copy_ssi (arena, &copy->ssi);
  COPY_ARRAY (copy->ticket.rates, copy->ticket.n_rates);
  COPY_ARRAY (copy->ticket.requests, copy->ticket.n_requests);
  for (guint i = 0; i < copy->ticket.n_requests; i++)
    COPY_STRING (copy->ticket.requests[i].provider);
  COPY_ARRAY (copy->ticket.prior_payments, copy->ticket.n_prior_payments);
  for (guint i = 0; i < copy->ticket.n_prior_payments; i++)
    COPY_STRING (copy->ticket.prior_payments[i].provider);
  COPY_ARRAY (copy->paid, copy->n_paid);
  COPY_ARRAY (copy->sources, copy->n_sources);
  for (guint i = 0; i < copy->n_sources; i++)
    {
      COPY_STRING (copy->sources[i].pointer);
      COPY_STRING (copy->sources[i].ask);
      COPY_STRING (copy->sources[i].note);
    }
  COPY_ARRAY (copy->actions, copy->n_actions);
  for (guint i = 0; i < copy->n_actions; i++)
    {
      COPY_STRING (copy->actions[i].step);
      COPY_STRING (copy->actions[i].who);
    }
  COPY_ARRAY (copy->pinned, copy->n_pinned);
  for (guint i = 0; i < copy->n_pinned; i++)
    {
      COPY_STRING (copy->pinned[i].about);
      COPY_STRING (copy->pinned[i].text);
    }
  COPY_ARRAY (copy->scenarios, copy->n_scenarios);
  for (guint i = 0; i < copy->n_scenarios; i++)
    copy_scenario (arena, &copy->scenarios[i]);
  return copy;
}

/**
 * mp_case_add_scenario:
 * @self: a case
 * @name: its name, unlike those of the other scenarios
 *
 * Adds a scenario without work. Pointers to other scenarios are no longer valid.
 *
 * Returns: (transfer none): the new scenario
 */
MpScenario *
mp_case_add_scenario (MpCase *self, const char *name)
{
  MpScenario *scenario = mp_arena_append (self->arena, self->scenarios, self->n_scenarios);

  scenario->name = mp_arena_strdup (self->arena, name);
  scenario->ticket.services_completed = MP_MONTH_NONE;
  return scenario;
}

/**
 * mp_case_copy_scenario:
 * @self: a case
 * @index: number of the scenario to copy
 * @name: name of the copy
 *
 * Returns: (transfer none): the copy, the last scenario of the case
 */
MpScenario *
mp_case_copy_scenario (MpCase *self, guint index, const char *name)
{
  MpScenario *scenario = mp_case_add_scenario (self, name);

  *scenario = self->scenarios[index];
  scenario->name = (char *) name;
  copy_scenario (self->arena, scenario);
  return scenario;
}

/**
 * mp_case_add_work:
 * @self: a case
 * @scenario: one of its scenarios
 *
 * Adds a work entry in which nothing is given: its months must be set.
 *
 * Returns: (transfer none): the new entry
 */
MpWork *
mp_case_add_work (MpCase *self, MpScenario *scenario)
{
  MpWork *work = mp_arena_append (self->arena, scenario->work, scenario->n_work);

  work->when = (MpPeriod) { MP_MONTH_NONE, MP_MONTH_OPEN };
  work->monthly = work->hourly = work->hours_per_week = MP_MONEY_NONE;
  work->hours = MP_HOURS_NONE;
  work->pay.first = MP_DATE_NONE;
  return work;
}

/**
 * mp_case_last_known_month:
 * @self: a case
 *
 * Returns: the last month of which a BPQY can tell: that of the SSDI history, else the one before the
 *   BPQY's date, else the one before the projection
 */
MpMonth
mp_case_last_known_month (const MpCase *self)
{
  if (self->ssdi.present && self->ssdi.history.present)
    return self->ssdi.history.through;
  if (self->bpqy.present && self->bpqy.dated.month != MP_MONTH_NONE)
    return self->bpqy.dated.month - 1;
  return self->projection.start - 1;
}

/**
 * mp_case_trial_work_used:
 * @self: a case
 * @last: a month
 *
 * Returns: how many trial work months the SSDI history lists in the 60 months that end with @last
 *   (20 CFR 404.1592(a))
 */
guint
mp_case_trial_work_used (const MpCase *self, MpMonth last)
{
  guint used = 0;

  if (!self->ssdi.present || !self->ssdi.history.present)
    return 0;
  for (guint i = 0; i < self->ssdi.history.n_twp_months; i++)
    used += self->ssdi.history.twp_months[i] > last - 60 && self->ssdi.history.twp_months[i] <= last;
  return used;
}

/**
 * mp_case_paid:
 * @self: a case
 * @entry: number of an entry of `paid`
 *
 * Payments for one month and program add up (doc/case-file.md): the last entry of them speaks for all.
 *
 * Returns: what was paid for the month by that program, or %MP_MONEY_NONE when a later entry says it
 */
MpMoney
mp_case_paid (const MpCase *self, guint entry)
{
  const MpPaid *paid = &self->paid[entry];
  MpMoney sum = 0;

  for (guint i = 0; i < self->n_paid; i++)
    {
      const MpPaid *other = &self->paid[i];

      if (other->month != paid->month || other->program != paid->program)
        continue;
      if (i > entry)
        return MP_MONEY_NONE;
      sum += other->amount;
    }
  return sum;
}
