/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-case.h"

#include "mp-i18n.h"
#include "mp-ssn.h"

#include <string.h>

#define PATH_SIZE 160

typedef struct {
  const MpCase *kase;
  GPtrArray *problems;
} Check;

/* A pointer into the case: the checks write it only when something is wrong. */
#define PATH(path, ...) char path[PATH_SIZE]; g_snprintf (path, sizeof path, __VA_ARGS__)

#define N_STATES 59
static const char states[N_STATES][3] = {
  "AK", "AL", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "FM", "GA", "GU", "HI", "IA", "ID", "IL", "IN", "KS",
  "KY", "LA", "MA", "MD", "ME", "MH", "MI", "MN", "MO", "MP", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY",
  "OH", "OK", "OR", "PA", "PR", "PW", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY",
};

static void
add (const Check *check, const char *place, const char *key, const char *message)
{
  PATH (path, "%s%s%s", place, key != NULL ? "/" : "", key != NULL ? key : "");

  mp_problems_add (check->problems, path, "%s", message);
}

static void
require_month (const Check *check, const char *place, const char *key, MpMonth month)
{
  if (month == MP_MONTH_NONE)
    add (check, place, key, _("a month is required here"));
}

static void
check_period (const Check *check, const char *place, const MpPeriod *when)
{
  char from[MP_MONTH_TEXT_SIZE], to[MP_MONTH_TEXT_SIZE];
  PATH (path, "%s/to", place);

  require_month (check, place, "from", when->from);
  if (when->from == MP_MONTH_NONE || when->to >= when->from)
    return;
  mp_problems_add (check->problems, path, _("the period begins in %s, so it cannot end before that, got \"%s\""),
                   mp_month_to_text (when->from, from), when->to == MP_MONTH_NONE ? "" : mp_month_to_text (when->to, to));
}

/* The periods of a list of structs that begin with one, or have it at an offset. */
static void
check_periods (const Check *check, const char *place, gconstpointer list, guint n, gsize size, gsize offset)
{
  for (guint i = 0; i < n; i++)
    {
      PATH (path, "%s/%u", place, i);
      check_period (check, path, (const MpPeriod *) ((const char *) list + size * i + offset));
    }
}

/* Whether the earlier entry, which has an end, reaches into the other, or both begin together. */
static gboolean
overlap (const MpPeriod *a, const MpPeriod *b)
{
  if (a->from == b->from)
    return TRUE;
  if (a->from > b->from)
    return b->to != MP_MONTH_OPEN && b->to >= a->from;
  return a->to != MP_MONTH_OPEN && a->to >= b->from;
}

/* A list of which one entry at a time is in force. */
static void
check_series (const Check *check, const char *place, gconstpointer list, guint n, gsize size)
{
  check_periods (check, place, list, n, size, 0);
  for (guint i = 1; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        const MpPeriod *earlier = (const MpPeriod *) ((const char *) list + size * j);
        const MpPeriod *later = (const MpPeriod *) ((const char *) list + size * i);
        char from[MP_MONTH_TEXT_SIZE];
        PATH (path, "%s/%u", place, i);

        if (earlier->from == MP_MONTH_NONE || later->from == MP_MONTH_NONE || !overlap (earlier, later))
          continue;
        mp_problems_add (check->problems, path, _("this entry, from %s, overlaps entry %u of the list; one at a time is in force"),
                         mp_month_to_text (later->from, from), j);
        break;
      }
}

#define CHECK_PERIODS(check, place, list, n) check_periods ((check), (place), (list), (n), sizeof *(list), 0)
#define CHECK_SERIES(check, place, list, n) check_series ((check), (place), (list), (n), sizeof *(list))

static void
check_state (const Check *check)
{
  const char *state = check->kase->beneficiary.state;

  if (*state == '\0')
    {
      if (check->kase->ssi.present)
        add (check, "/beneficiary", "state", _("the state is required when there is SSI"));
      return;
    }
  for (guint i = 0; i < N_STATES; i++)
    if (strcmp (states[i], state) == 0)
      return;
  mp_problems_add (check->problems, "/beneficiary/state", _("a state is its two-letter postal code, such as \"WI\", got \"%s\""), state);
}

static void
check_beneficiary (const Check *check)
{
  const MpBeneficiaryFacts *facts = &check->kase->beneficiary;

  if (facts->name != NULL && mp_ssn_find (facts->name, NULL, NULL))
    add (check, "/beneficiary", "name", _("a name is a label; leave out the Social Security number"));
  if (facts->birth_date.month == MP_MONTH_NONE)
    add (check, "/beneficiary", "birth_date", _("the date of birth is required"));
  check_state (check);
  CHECK_PERIODS (check, "/beneficiary/student", facts->student, facts->n_student);
}

static void
check_ssdi_history (const Check *check)
{
  const MpSsdiFacts *ssdi = &check->kase->ssdi;
  char through[MP_MONTH_TEXT_SIZE], got[MP_MONTH_TEXT_SIZE];

  if (!ssdi->history.present)
    return;
  require_month (check, "/ssdi/history", "through", ssdi->history.through);
  if (ssdi->history.through == MP_MONTH_NONE)
    return;
  mp_month_to_text (ssdi->history.through, through);
  for (guint i = 0; i < ssdi->history.n_twp_months; i++)
    {
      MpMonth month = ssdi->history.twp_months[i];
      PATH (path, "/ssdi/history/twp_months/%u", i);

      if (month > ssdi->history.through)
        mp_problems_add (check->problems, path, _("the history goes through %s, got \"%s\""), through, mp_month_to_text (month, got));
      for (guint j = 0; j < i; j++)
        if (ssdi->history.twp_months[j] == month)
          {
            mp_problems_add (check->problems, path, _("this month is in the list twice, got \"%s\""), mp_month_to_text (month, got));
            break;
          }
    }
  if (ssdi->history.cessation > ssdi->history.through)
    mp_problems_add (check->problems, "/ssdi/history/cessation", _("the history goes through %s, got \"%s\""), through,
                     mp_month_to_text (ssdi->history.cessation, got));
}

static void
check_ssdi (const Check *check)
{
  const MpSsdiFacts *ssdi = &check->kase->ssdi;

  if (!ssdi->present)
    return;
  require_month (check, "/ssdi", "entitled_from", ssdi->entitled_from);
  if (ssdi->n_amounts == 0)
    add (check, "/ssdi", "amounts", _("at least one monthly amount is required"));
  CHECK_SERIES (check, "/ssdi/amounts", ssdi->amounts, ssdi->n_amounts);
  CHECK_SERIES (check, "/ssdi/auxiliary", ssdi->auxiliary, ssdi->n_auxiliary);
  check_ssdi_history (check);
}

static void
check_incentives (const Check *check, const char *place, const MpIncentive *incentives, guint n)
{
  check_periods (check, place, incentives, n, sizeof *incentives, offsetof (MpIncentive, when));
  for (guint i = 0; i < n; i++)
    if (incentives[i].applies_to_given && incentives[i].kind != MP_INCENTIVE_PASS)
      {
        PATH (path, "%s/%u", place, i);
        add (check, path, "applies_to", _("only a \"pass\" says what it applies to; leave this out"));
      }
}

static void
check_spouse (const Check *check)
{
  const MpSsiFacts *ssi = &check->kase->ssi;

  if (!ssi->spouse.present)
    return;
  check_period (check, "/ssi/spouse", &ssi->spouse.when);
  if (ssi->spouse.ended_by != MP_SPOUSE_PRESENT && ssi->spouse.when.to == MP_MONTH_OPEN)
    add (check, "/ssi/spouse", "ended_by", _("say in \"to\" in which month it ended, or leave this out"));
  check_incentives (check, "/ssi/spouse/work_incentives", ssi->spouse.work_incentives, ssi->spouse.n_work_incentives);
  CHECK_PERIODS (check, "/ssi/spouse/earned", ssi->spouse.earned, ssi->spouse.n_earned);
  CHECK_PERIODS (check, "/ssi/spouse/unearned", ssi->spouse.unearned, ssi->spouse.n_unearned);
}

static void
check_children (const Check *check)
{
  const MpSsiFacts *ssi = &check->kase->ssi;

  for (guint i = 0; i < ssi->n_children; i++)
    {
      PATH (place, "/ssi/children/%u", i);
      PATH (unearned, "/ssi/children/%u/unearned", i);

      if (ssi->children[i].birth_date.month == MP_MONTH_NONE)
        add (check, place, "birth_date", _("the date of birth is required"));
      CHECK_PERIODS (check, unearned, ssi->children[i].unearned, ssi->children[i].n_unearned);
    }
}

static void
check_ssi (const Check *check)
{
  const MpSsiFacts *ssi = &check->kase->ssi;

  if (!ssi->present)
    return;
  require_month (check, "/ssi", "eligible_from", ssi->eligible_from);
  CHECK_SERIES (check, "/ssi/living", ssi->living, ssi->n_living);
  CHECK_PERIODS (check, "/ssi/in_kind", ssi->in_kind, ssi->n_in_kind);
  CHECK_PERIODS (check, "/ssi/unearned", ssi->unearned, ssi->n_unearned);
  CHECK_SERIES (check, "/ssi/resources", ssi->resources, ssi->n_resources);
  check_spouse (check);
  check_children (check);
  CHECK_SERIES (check, "/ssi/state_supplement", ssi->supplements, ssi->n_supplements);
  if (!ssi->history.present)
    return;
  require_month (check, "/ssi/history", "through", ssi->history.through);
  if (ssi->history.since != MP_MONTH_NONE && ssi->history.since > ssi->history.through)
    add (check, "/ssi/history", "since", _("the history begins after it ends: \"since\" is later than \"through\""));
}

static void
check_ticket (const Check *check)
{
  const MpTicketFacts *ticket = &check->kase->ticket;

  for (guint i = 1; i < ticket->n_rates; i++)
    for (guint j = 0; j < i; j++)
      if (ticket->rates[i].year == ticket->rates[j].year)
        {
          PATH (path, "/ticket/rates/%u", i);
          mp_problems_add (check->problems, path, _("the rates of a year are given once, got %d twice"), ticket->rates[i].year);
          break;
        }
  for (guint i = 0; i < ticket->n_prior_payments; i++)
    {
      PATH (path, "/ticket/prior_payments/%u", i);
      require_month (check, path, "month", ticket->prior_payments[i].month);
    }
  if (ticket->terminates.present)
    require_month (check, "/ticket/terminates", "month", ticket->terminates.month);
}

static void
check_work_months (const Check *check, const char *place, const MpWork *work)
{
  char text[MP_MONTH_TEXT_SIZE];

  for (guint i = 0; i < work->n_months; i++)
    if (!mp_period_contains (&work->when, work->months[i].month))
      {
        PATH (path, "%s/months/%s", place, mp_month_to_text (work->months[i].month, text));
        add (check, path, NULL, _("this month is outside the period of the work"));
      }
}

static void
check_work (const Check *check, const char *place, const MpWork *work)
{
  check_period (check, place, &work->when);
  if (work->monthly != MP_MONEY_NONE && work->hourly != MP_MONEY_NONE)
    add (check, place, "hourly", _("pay is either \"monthly\" or \"hourly\" with \"hours_per_week\", not both"));
  else if (work->hourly != MP_MONEY_NONE && work->hours_per_week == MP_MONEY_NONE)
    add (check, place, "hours_per_week", _("pay by the hour needs the hours of a week"));
  else if (work->hourly != MP_MONEY_NONE && work->hourly * work->hours_per_week > MP_MONEY_MAX / 13 * 300)
    add (check, place, "hourly", _("pay is at most 10000000.00 a month"));
  if (work->pay.every != MP_PAY_NONE && work->pay.first.month == MP_MONTH_NONE)
    add (check, place, "pay/first", _("the first pay day is required"));
  if (work->when.from != MP_MONTH_NONE)
    check_work_months (check, place, work);
}

static void
check_reinstatement (const Check *check, const char *place, const MpReinstatement *request)
{
  gboolean ssdi = request->program == MP_PROGRAM_SSDI;

  if (ssdi ? !check->kase->ssdi.present : !check->kase->ssi.present)
    add (check, place, "program", ssdi ? _("there is no SSDI in this case to reinstate, got \"ssdi\"")
                                       : _("there is no SSI in this case to reinstate, got \"ssi\""));
  require_month (check, place, "requested", request->requested);
  if (request->requested == MP_MONTH_NONE)
    return;
  if (request->decided != MP_MONTH_NONE && request->decided < request->requested)
    add (check, place, "decided", _("a request is not decided before it is made: \"decided\" is before \"requested\""));
  if (request->decided != MP_MONTH_NONE && !request->approved_given)
    add (check, place, "approved", _("say whether the decided request was approved: true or false"));
  if (request->decided == MP_MONTH_NONE && request->approved_given)
    add (check, place, "decided", _("say in which month the request was decided, or leave out \"approved\""));
  if (request->disabled_from == MP_MONTH_NONE)
    return;
  if (!ssdi)
    add (check, place, "disabled_from", _("only a request for SSDI has this key; leave it out"));
  else if (request->disabled_from > request->requested + 1) /* DI-57 */
    add (check, place, "disabled_from", _("this is not after the month after \"requested\""));
}

static void
check_assignment (const Check *check, const char *place, const MpAssignment *assignment)
{
  if (assignment->provider == NULL || *assignment->provider == '\0')
    add (check, place, "provider", _("the name of the provider is required"));
  if (assignment->from.month == MP_MONTH_NONE)
    {
      add (check, place, "from", _("the date of the assignment is required"));
      return;
    }
  if (assignment->to.month != MP_MONTH_NONE && mp_date_compare (assignment->to, assignment->from) < 0)
    add (check, place, "to", _("an assignment cannot end before it begins"));
  if (assignment->received.month != MP_MONTH_NONE && mp_date_compare (assignment->received, assignment->from) < 0)
    add (check, place, "received", _("a signed plan is not received before the assignment"));
  if (assignment->reimbursed && assignment->role != MP_ROLE_VR_COST_REIMBURSEMENT)
    add (check, place, "reimbursed", _("only the role \"vr_cost_reimbursement\" is paid by cost reimbursement; leave this out"));
  if (!assignment->successful)
    return;
  if (assignment->role != MP_ROLE_VR_COST_REIMBURSEMENT)
    add (check, place, "successful", _("only the role \"vr_cost_reimbursement\" is closed as successful; leave this out"));
  else if (assignment->to.month == MP_MONTH_NONE)
    add (check, place, "to", _("say on which date it was closed as successful"));
}

static void
check_claims (const Check *check, const char *place, const MpScenarioTicket *ticket)
{
  for (guint i = 0; i < ticket->n_claims; i++)
    {
      const MpClaim *claim = &ticket->claims[i];
      gint64 total = 0;
      char code[MP_TICKET_CODE_TEXT_SIZE];
      PATH (path, "%s/claims/%u", place, i);
      PATH (split, "%s/claims/%u/split", place, i);

      for (guint j = 0; j < claim->n_split; j++)
        total += claim->split[j].percent;
      if (total != 100 * 100)
        mp_problems_add (check->problems, split, _("the parts of a payment add up to 100 percent, got %d.%02d"),
                         (int) (total / 100), (int) (total % 100));
      for (guint j = 0; j < i; j++)
        if (ticket->claims[j].code.kind == claim->code.kind && ticket->claims[j].code.number == claim->code.number)
          {
            mp_problems_add (check->problems, path, _("the payment %s is split once, not twice"), mp_ticket_code_to_text (claim->code, code));
            break;
          }
    }
}

static void
check_scenario_ticket (const Check *check, const char *place, const MpScenarioTicket *ticket)
{
  PATH (inactive, "%s/inactive", place);

  for (guint i = 0; i < ticket->n_assignments; i++)
    {
      PATH (path, "%s/assignments/%u", place, i);
      check_assignment (check, path, &ticket->assignments[i]);
    }
  check_claims (check, place, ticket);
  CHECK_PERIODS (check, inactive, ticket->inactive, ticket->n_inactive);
  for (guint i = 1; i < ticket->n_education; i++)
    for (guint j = 0; j < i; j++)
      if (ticket->education[i].period == ticket->education[j].period)
        {
          PATH (path, "%s/education/%u", place, i);
          mp_problems_add (check->problems, path, _("a progress period is given once, got %d twice"), ticket->education[i].period);
          break;
        }
}

static void
check_scenario_name (const Check *check, guint number)
{
  const MpScenario *scenarios = check->kase->scenarios;
  PATH (place, "/scenarios/%u", number);

  if (scenarios[number].name == NULL || *scenarios[number].name == '\0')
    {
      add (check, place, "name", _("a scenario needs a name"));
      return;
    }
  for (guint i = 0; i < number; i++)
    if (g_strcmp0 (scenarios[i].name, scenarios[number].name) == 0)
      {
        mp_problems_add (check->problems, place, _("every scenario has a name of its own, got \"%s\" twice"), scenarios[number].name);
        return;
      }
}

static void
check_scenario (const Check *check, guint number)
{
  const MpScenario *scenario = &check->kase->scenarios[number];
  PATH (incentives, "/scenarios/%u/work_incentives", number);
  PATH (ticket, "/scenarios/%u/ticket", number);

  check_scenario_name (check, number);
  for (guint i = 0; i < scenario->n_work; i++)
    {
      PATH (path, "/scenarios/%u/work/%u", number, i);
      check_work (check, path, &scenario->work[i]);
    }
  check_incentives (check, incentives, scenario->work_incentives, scenario->n_work_incentives);
  for (guint i = 0; i < scenario->n_expedited_reinstatement; i++)
    {
      PATH (path, "/scenarios/%u/expedited_reinstatement/%u", number, i);
      check_reinstatement (check, path, &scenario->expedited_reinstatement[i]);
    }
  check_scenario_ticket (check, ticket, &scenario->ticket);
}

static void
check_projection (const Check *check)
{
  MpMonth start = check->kase->projection.start;
  gint months = check->kase->projection.months;

  require_month (check, "/projection", "start", start);
  if (months < 1 || months > 600)
    mp_problems_add (check->problems, "/projection/months", _("a projection has from 1 to 600 months, got %d"), months);
  else if (start != MP_MONTH_NONE && start > MP_MONTH_LAST - (months - 1))
    mp_problems_add (check->problems, "/projection/months", _("the projection ends in 2150-12 at the latest, got %d months"), months);
}

/**
 * mp_case_validate:
 * @self: a case
 * @problems: (element-type MpProblem): gets what is wrong
 *
 * Checks what the engine relies on and what two facts may contradict. A case with problems must
 * not be projected.
 */
void
mp_case_validate (const MpCase *self, GPtrArray *problems)
{
  Check check = { self, problems };

  check_beneficiary (&check);
  check_ssdi (&check);
  check_ssi (&check);
  check_ticket (&check);
  for (guint i = 0; i < self->n_paid; i++)
    {
      PATH (path, "/paid/%u", i);
      require_month (&check, path, "month", self->paid[i].month);
    }
  check_projection (&check);
  if (self->n_scenarios == 0)
    add (&check, "", "scenarios", _("at least one scenario is required"));
  for (guint i = 0; i < self->n_scenarios; i++)
    check_scenario (&check, i);
}
