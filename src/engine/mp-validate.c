/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-case.h"

#include "mp-i18n.h"
#include "mp-ssn.h"

#include <string.h>

typedef struct {
  const MpCase *kase;
  GPtrArray *problems;
} Check;

/* Where a fact stands: a key, or entry `number` of a list, of the place it is in. A JSON pointer is written only when
 * something is wrong. */
typedef struct _Place Place;
struct _Place {
  const Place *in;                /* NULL: the case */
  const char *key;                /* with slashes between keys; NULL: an entry */
  guint number;
};

#define KEY(in, key) (&(const Place) { (in), (key), 0 })
#define ENTRY(in, number) (&(const Place) { (in), NULL, (number) })
#define AT(key) KEY (NULL, (key))

#define N_STATES 59
static const char states[N_STATES][3] = {
  "AK", "AL", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "FM", "GA", "GU", "HI", "IA", "ID", "IL", "IN", "KS",
  "KY", "LA", "MA", "MD", "ME", "MH", "MI", "MN", "MO", "MP", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY",
  "OH", "OK", "OR", "PA", "PR", "PW", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY",
};

static void
append_place (GString *pointer, const Place *place)
{
  if (place == NULL)
    return;
  append_place (pointer, place->in);
  if (place->key != NULL)
    g_string_append_printf (pointer, "/%s", place->key);
  else
    g_string_append_printf (pointer, "/%u", place->number);
}

static void
G_GNUC_PRINTF (3, 4)
add_format (const Check *check, const Place *place, const char *format, ...)
{
  g_autoptr (GString) pointer = g_string_new (NULL);
  g_autofree char *message = NULL;
  va_list values;

  append_place (pointer, place);
  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  mp_problems_add (check->problems, pointer->str, "%s", message);
}

static void
add (const Check *check, const Place *place, const char *key, const char *message)
{
  add_format (check, key != NULL ? KEY (place, key) : place, "%s", message);
}

static void
require_month (const Check *check, const Place *place, const char *key, MpMonth month)
{
  if (month == MP_MONTH_NONE)
    add (check, place, key, _("a month is required here"));
}

static void
check_period (const Check *check, const Place *place, const MpPeriod *when)
{
  char from[MP_MONTH_TEXT_SIZE], to[MP_MONTH_TEXT_SIZE];
  const Place *path = KEY (place, "to");

  require_month (check, place, "from", when->from);
  if (when->from == MP_MONTH_NONE || when->to >= when->from)
    return;
  add_format (check, path, _("the period begins in %s, so it cannot end before that, got \"%s\""),
                   mp_month_to_text (when->from, from), when->to == MP_MONTH_NONE ? "" : mp_month_to_text (when->to, to));
}

/* The periods of a list of structs that begin with one, or have it at an offset. */
static void
check_periods (const Check *check, const Place *place, gconstpointer list, guint n, gsize size, gsize offset)
{
  for (guint i = 0; i < n; i++)
    {
      const Place *path = ENTRY (place, i);
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
check_series (const Check *check, const Place *place, gconstpointer list, guint n, gsize size)
{
  check_periods (check, place, list, n, size, 0);
  for (guint i = 1; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        const MpPeriod *earlier = (const MpPeriod *) ((const char *) list + size * j);
        const MpPeriod *later = (const MpPeriod *) ((const char *) list + size * i);
        char from[MP_MONTH_TEXT_SIZE];
        const Place *path = ENTRY (place, i);

        if (earlier->from == MP_MONTH_NONE || later->from == MP_MONTH_NONE || !overlap (earlier, later))
          continue;
        add_format (check, path, _("this entry, from %s, overlaps entry %u of the list; one at a time is in force"),
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
        add (check, AT ("beneficiary"), "state", _("the state is required when there is SSI"));
      return;
    }
  for (guint i = 0; i < N_STATES; i++)
    if (memcmp (states[i], state, sizeof states[i]) == 0)
      return;
  add_format (check, AT ("beneficiary/state"), _("a state is its two-letter postal code, such as \"WI\", got \"%s\""), state);
}

static void
check_beneficiary (const Check *check)
{
  const MpBeneficiaryFacts *facts = &check->kase->beneficiary;

  if (facts->name != NULL && mp_ssn_find (facts->name, NULL, NULL))
    add (check, AT ("beneficiary"), "name", _("a name is a label; leave out the Social Security number"));
  if (facts->birth_date.month == MP_MONTH_NONE)
    add (check, AT ("beneficiary"), "birth_date", _("the date of birth is required"));
  check_state (check);
  CHECK_PERIODS (check, AT ("beneficiary/student"), facts->student, facts->n_student);
}

static void
check_ssdi_history (const Check *check)
{
  const MpSsdiFacts *ssdi = &check->kase->ssdi;
  char through[MP_MONTH_TEXT_SIZE], got[MP_MONTH_TEXT_SIZE];

  if (!ssdi->history.present)
    return;
  require_month (check, AT ("ssdi/history"), "through", ssdi->history.through);
  if (ssdi->history.through == MP_MONTH_NONE)
    return;
  mp_month_to_text (ssdi->history.through, through);
  for (guint i = 0; i < ssdi->history.n_twp_months; i++)
    {
      MpMonth month = ssdi->history.twp_months[i];
      const Place *path = ENTRY (AT ("ssdi/history/twp_months"), i);

      if (month > ssdi->history.through)
        add_format (check, path, _("the history goes through %s, got \"%s\""), through, mp_month_to_text (month, got));
      for (guint j = 0; j < i; j++)
        if (ssdi->history.twp_months[j] == month)
          {
            add_format (check, path, _("this month is in the list twice, got \"%s\""), mp_month_to_text (month, got));
            break;
          }
    }
  if (ssdi->history.cessation > ssdi->history.through)
    add_format (check, AT ("ssdi/history/cessation"), _("the history goes through %s, got \"%s\""), through,
                     mp_month_to_text (ssdi->history.cessation, got));
}

static void
check_ssdi (const Check *check)
{
  const MpSsdiFacts *ssdi = &check->kase->ssdi;

  if (!ssdi->present)
    return;
  require_month (check, AT ("ssdi"), "entitled_from", ssdi->entitled_from);
  if (ssdi->n_amounts == 0)
    add (check, AT ("ssdi"), "amounts", _("at least one monthly amount is required"));
  CHECK_SERIES (check, AT ("ssdi/amounts"), ssdi->amounts, ssdi->n_amounts);
  CHECK_SERIES (check, AT ("ssdi/auxiliary"), ssdi->auxiliary, ssdi->n_auxiliary);
  check_ssdi_history (check);
}

static void
check_incentives (const Check *check, const Place *place, const MpIncentive *incentives, guint n)
{
  check_periods (check, place, incentives, n, sizeof *incentives, offsetof (MpIncentive, when));
  for (guint i = 0; i < n; i++)
    if (incentives[i].applies_to_given && incentives[i].kind != MP_INCENTIVE_PASS)
      {
        const Place *path = ENTRY (place, i);
        add (check, path, "applies_to", _("only a \"pass\" says what it applies to; leave this out"));
      }
}

static void
check_spouse (const Check *check)
{
  const MpSsiFacts *ssi = &check->kase->ssi;

  if (!ssi->spouse.present)
    return;
  check_period (check, AT ("ssi/spouse"), &ssi->spouse.when);
  if (ssi->spouse.ended_by != MP_SPOUSE_PRESENT && ssi->spouse.when.to == MP_MONTH_OPEN)
    add (check, AT ("ssi/spouse"), "ended_by", _("say in \"to\" in which month it ended, or leave this out"));
  check_incentives (check, AT ("ssi/spouse/work_incentives"), ssi->spouse.work_incentives, ssi->spouse.n_work_incentives);
  CHECK_PERIODS (check, AT ("ssi/spouse/earned"), ssi->spouse.earned, ssi->spouse.n_earned);
  CHECK_PERIODS (check, AT ("ssi/spouse/unearned"), ssi->spouse.unearned, ssi->spouse.n_unearned);
}

static void
check_children (const Check *check)
{
  const MpSsiFacts *ssi = &check->kase->ssi;

  for (guint i = 0; i < ssi->n_children; i++)
    {
      const Place *place = ENTRY (AT ("ssi/children"), i);
      const Place *unearned = KEY (ENTRY (AT ("ssi/children"), i), "unearned");

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
  require_month (check, AT ("ssi"), "eligible_from", ssi->eligible_from);
  CHECK_SERIES (check, AT ("ssi/living"), ssi->living, ssi->n_living);
  CHECK_PERIODS (check, AT ("ssi/in_kind"), ssi->in_kind, ssi->n_in_kind);
  CHECK_PERIODS (check, AT ("ssi/unearned"), ssi->unearned, ssi->n_unearned);
  CHECK_SERIES (check, AT ("ssi/resources"), ssi->resources, ssi->n_resources);
  check_spouse (check);
  check_children (check);
  CHECK_SERIES (check, AT ("ssi/state_supplement"), ssi->supplements, ssi->n_supplements);
  if (!ssi->history.present)
    return;
  require_month (check, AT ("ssi/history"), "through", ssi->history.through);
  if (ssi->history.since != MP_MONTH_NONE && ssi->history.since > ssi->history.through)
    add (check, AT ("ssi/history"), "since", _("the history begins after it ends: \"since\" is later than \"through\""));
}

static void
check_ticket (const Check *check)
{
  const MpTicketFacts *ticket = &check->kase->ticket;

  for (guint i = 1; i < ticket->n_rates; i++)
    for (guint j = 0; j < i; j++)
      if (ticket->rates[i].year == ticket->rates[j].year)
        {
          const Place *path = ENTRY (AT ("ticket/rates"), i);
          add_format (check, path, _("the rates of a year are given once, got %d twice"), ticket->rates[i].year);
          break;
        }
  for (guint i = 0; i < ticket->n_requests; i++)
    {
      const Place *path = ENTRY (AT ("ticket/requests"), i);
      require_month (check, path, "month", ticket->requests[i].month);
    }
  for (guint i = 0; i < ticket->n_prior_payments; i++)
    {
      const Place *path = ENTRY (AT ("ticket/prior_payments"), i);
      require_month (check, path, "month", ticket->prior_payments[i].month);
    }
  if (ticket->terminates.present)
    require_month (check, AT ("ticket/terminates"), "month", ticket->terminates.month);
}

static void
check_work_months (const Check *check, const Place *place, const MpWork *work)
{
  char text[MP_MONTH_TEXT_SIZE];

  for (guint i = 0; i < work->n_months; i++)
    if (!mp_period_contains (&work->when, work->months[i].month))
      add (check, KEY (KEY (place, "months"), mp_month_to_text (work->months[i].month, text)), NULL,
           _("this month is outside the period of the work"));
}

static void
check_work (const Check *check, const Place *place, const MpWork *work)
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
check_reinstatement (const Check *check, const Place *place, const MpReinstatement *request)
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
check_assignment (const Check *check, const Place *place, const MpAssignment *assignment)
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
check_claims (const Check *check, const Place *place, const MpScenarioTicket *ticket)
{
  for (guint i = 0; i < ticket->n_claims; i++)
    {
      const MpClaim *claim = &ticket->claims[i];
      gint64 total = 0;
      char code[MP_TICKET_CODE_TEXT_SIZE];
      const Place *path = ENTRY (KEY (place, "claims"), i);
      const Place *split = KEY (ENTRY (KEY (place, "claims"), i), "split");

      for (guint j = 0; j < claim->n_split; j++)
        total += claim->split[j].percent;
      if (total != 100 * 100)
        add_format (check, split, _("the parts of a payment add up to 100 percent, got %d.%02d"),
                         (int) (total / 100), (int) (total % 100));
      for (guint j = 0; j < i; j++)
        if (ticket->claims[j].code.kind == claim->code.kind && ticket->claims[j].code.number == claim->code.number)
          {
            add_format (check, path, _("the payment %s is split once, not twice"), mp_ticket_code_to_text (claim->code, code));
            break;
          }
    }
}

static void
check_reviews (const Check *check, const Place *place, const MpScenarioTicket *ticket)
{
  for (guint i = 0; i < ticket->n_reviews; i++)
    {
      const MpReviewFact *review = &ticket->reviews[i];
      const Place *path = ENTRY (KEY (place, "reviews"), i);

      for (guint j = 0; j < i; j++)
        if (review->period == ticket->reviews[j].period)
          {
            add_format (check, path, _("a progress period is given once, got %d twice"), review->period);
            break;
          }
      if (review->notice.month != MP_MONTH_NONE && review->decided.month != MP_MONTH_NONE &&
          mp_date_compare (review->decided, review->notice) < 0)
        {
          g_autofree char *got = mp_date_to_string (review->decided);

          add_format (check, KEY (path, "decided"), _("the answer cannot come before the notice that it is about, got %s"), got);
        }
    }
}

static void
check_scenario_ticket (const Check *check, const Place *place, const MpScenarioTicket *ticket)
{
  const Place *inactive = KEY (place, "inactive");

  for (guint i = 0; i < ticket->n_assignments; i++)
    {
      const Place *path = ENTRY (KEY (place, "assignments"), i);
      check_assignment (check, path, &ticket->assignments[i]);
    }
  check_claims (check, place, ticket);
  CHECK_PERIODS (check, inactive, ticket->inactive, ticket->n_inactive);
  check_reviews (check, place, ticket);
  for (guint i = 1; i < ticket->n_education; i++)
    for (guint j = 0; j < i; j++)
      if (ticket->education[i].period == ticket->education[j].period)
        {
          const Place *path = ENTRY (KEY (place, "education"), i);
          add_format (check, path, _("a progress period is given once, got %d twice"), ticket->education[i].period);
          break;
        }
}

static void
check_scenario_name (const Check *check, guint number)
{
  const MpScenario *scenarios = check->kase->scenarios;
  const Place *place = ENTRY (AT ("scenarios"), number);

  if (scenarios[number].name == NULL || *scenarios[number].name == '\0')
    {
      add (check, place, "name", _("a scenario needs a name"));
      return;
    }
  for (guint i = 0; i < number; i++)
    if (g_strcmp0 (scenarios[i].name, scenarios[number].name) == 0)
      {
        add_format (check, place, _("every scenario has a name of its own, got \"%s\" twice"), scenarios[number].name);
        return;
      }
}

static void
check_scenario (const Check *check, guint number)
{
  const MpScenario *scenario = &check->kase->scenarios[number];
  const Place *incentives = KEY (ENTRY (AT ("scenarios"), number), "work_incentives");
  const Place *ticket = KEY (ENTRY (AT ("scenarios"), number), "ticket");

  check_scenario_name (check, number);
  for (guint i = 0; i < scenario->n_work; i++)
    {
      const Place *path = ENTRY (KEY (ENTRY (AT ("scenarios"), number), "work"), i);
      check_work (check, path, &scenario->work[i]);
    }
  check_incentives (check, incentives, scenario->work_incentives, scenario->n_work_incentives);
  for (guint i = 0; i < scenario->n_expedited_reinstatement; i++)
    {
      const Place *path = ENTRY (KEY (ENTRY (AT ("scenarios"), number), "expedited_reinstatement"), i);
      check_reinstatement (check, path, &scenario->expedited_reinstatement[i]);
    }
  check_scenario_ticket (check, ticket, &scenario->ticket);
}

static void
check_notes (const Check *check)
{
  for (guint i = 0; i < check->kase->n_pinned; i++)
    {
      const char *about = check->kase->pinned[i].about;
      guint64 plan;

      if (about == NULL || *about == '\0' ||
          (g_str_has_prefix (about, "/scenarios/") && g_ascii_string_to_unsigned (about + strlen ("/scenarios/"), 10, 0, G_MAXUINT, &plan, NULL) &&
           plan < check->kase->n_scenarios))
        continue;
      add_format (check, KEY (ENTRY (AT ("pinned"), i), "about"), _("a note is about a plan, such as \"/scenarios/0\", got \"%s\""), about);
    }
}

static void
check_projection (const Check *check)
{
  MpMonth start = check->kase->projection.start;
  gint months = check->kase->projection.months;

  require_month (check, AT ("projection"), "start", start);
  if (months < 1 || months > 600)
    add_format (check, AT ("projection/months"), _("a projection has from 1 to 600 months, got %d"), months);
  else if (start != MP_MONTH_NONE && start > MP_MONTH_LAST - (months - 1))
    add_format (check, AT ("projection/months"), _("the projection ends in 2150-12 at the latest, got %d months"), months);
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
      const Place *path = ENTRY (AT ("paid"), i);
      require_month (&check, path, "month", self->paid[i].month);
    }
  check_projection (&check);
  check_notes (&check);
  if (self->n_scenarios == 0)
    add (&check, NULL, "scenarios", _("at least one scenario is required"));
  for (guint i = 0; i < self->n_scenarios; i++)
    check_scenario (&check, i);
}
