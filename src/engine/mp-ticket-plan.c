/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The work plan as a checklist, the steps of a dispute, and what State VR should have at hand (TTW-106 to 112, 118). */

#include "mp-ticket-plan.h"

#include "mp-i18n.h"
#include "mp-ticket-private.h"

enum {
  EXTENSION_DAYS = 90,    /* TTW-97 */
  FOLLOW_ALONG_DAYS = 90, /* TTW-118 */
};

/**
 * mp_ticket_work_needed:
 * @milestone: of Phase 1, from 1
 * @need: (out): how many months of work it asks for
 * @within: (out): within how many (TTW-25 to TTW-28)
 */
void
mp_ticket_work_needed (guint milestone, guint *need, guint *within)
{
  g_return_if_fail (milestone >= 1 && milestone <= MP_TICKET_P1_STEPS);
  *need = mp_ticket_windows[milestone - 1].need;
  *within = mp_ticket_windows[milestone - 1].within;
}

/**
 * mp_ticket_most_payments:
 * @projection: a plan
 * @kind: of payment
 *
 * Returns: how many there are at the most; for outcome payments also where no ticket is assigned yet
 */
guint
mp_ticket_most_payments (const MpProjection *projection, MpTicketCodeKind kind)
{
  const gboolean t16 = projection->ticket.class_t16;

  if (kind == MP_TICKET_CODE_P1M)
    return MP_TICKET_P1_STEPS;
  if (kind == MP_TICKET_CODE_P2M)
    return t16 ? MP_TICKET_P2_T16 : MP_TICKET_P2_T2;
  return projection->ticket.outcomes_cap > 0 ? projection->ticket.outcomes_cap : t16 ? MP_TICKET_OUTCOMES_T16 : MP_TICKET_OUTCOMES_T2;
}

/* An item as written down here. */
typedef struct {
  const char *rule, *citation, *title, *text;
  MpPlanState state;
} Line;

static void
free_item (gpointer data)
{
  MpPlanItem *item = data;

  g_array_unref (item->filled);
  g_free (item);
}

static GPtrArray *
make_list (const Line *lines, guint n)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_item);

  for (guint i = 0; i < n; i++)
    {
      MpPlanItem *item = g_new (MpPlanItem, 1);

      *item = (MpPlanItem) { i + 1, lines[i].state, lines[i].rule, lines[i].citation, lines[i].title, lines[i].text,
                             g_array_new (FALSE, FALSE, sizeof (MpMessage)) };
      g_ptr_array_add (list, item);
    }
  return list;
}

/* Adds what the case knows to item number `number`. */
static void
fill (GPtrArray *list, guint number, MpMessage message)
{
  MpPlanItem *item = g_ptr_array_index (list, number - 1);

  item->state = MP_PLAN_FILLED;
  g_array_append_val (item->filled, message);
}

/* The assignment a plan is about: the last one that pays a provider and has begun by the first
 * reported month, else the first one after it; NULL without any. */
static const MpAssignment *
plan_assignment (const MpProjection *projection)
{
  const MpScenarioTicket *ticket = &projection->scenario->ticket;
  const MpAssignment *before = NULL, *after = NULL;

  for (guint i = 0; i < ticket->n_assignments; i++)
    {
      const MpAssignment *assignment = &ticket->assignments[i];

      if (assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT)
        continue;
      if (assignment->from.month > projection->start)
        {
          if (after == NULL || mp_date_compare (assignment->from, after->from) < 0)
            after = assignment;
        }
      else if (before == NULL || mp_date_compare (assignment->from, before->from) > 0)
        before = assignment;
    }
  if (after != NULL && (before == NULL || (before->to.month != MP_MONTH_NONE && before->to.month < projection->start)))
    return after;
  return before;
}

static void
fill_goal (GPtrArray *list, guint number, const MpProjection *projection)
{
  const MpMonthRow *first = NULL, *best = NULL, *outcome = NULL;

  for (guint i = 0; i < projection->scenario->n_work; i++)
    {
      const MpWork *work = &projection->scenario->work[i];

      if (work->name != NULL && work->when.to >= projection->start)
        fill (list, number, mp_message (N_("{job}, from {from}."), MP_TEXT_VALUE ("job", work->name), MP_MONTH_VALUE ("from", work->when.from)));
    }
  for (guint i = 0; i < projection->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (projection, i);

      if (row->work.earned > 0 && first == NULL)
        first = row;
      if (row->work.earned > 0 && (best == NULL || row->work.earned > best->work.earned))
        best = row;
      if (row->ticket.outcome_month && outcome == NULL)
        outcome = row;
    }
  if (first != NULL)
    fill (list, number, mp_message (N_("Pay of {pay} in {month}."), MP_MONEY_VALUE ("pay", first->work.earned), MP_MONTH_VALUE ("month", first->month)));
  if (best != NULL && best->work.earned > first->work.earned)
    fill (list, number, mp_message (N_("Advancement to {pay} a month by {month}."),
                                    MP_MONEY_VALUE ("pay", best->work.earned), MP_MONTH_VALUE ("month", best->month)));
  if (outcome != NULL)
    fill (list, number, mp_message (N_("Earnings in place of cash benefits from {month}."), MP_MONTH_VALUE ("month", outcome->month)));
}

static void
fill_services (GPtrArray *list, guint number, const MpCase *kase, const MpProjection *projection)
{
  const MpScenario *scenario = projection->scenario;

  for (guint i = 0; i < scenario->n_work_incentives; i++)
    {
      const MpIncentive *incentive = &scenario->work_incentives[i];

      if (incentive->name != NULL)
        fill (list, number, mp_message (N_("{name}: {monthly} a month from {from}."), MP_TEXT_VALUE ("name", incentive->name),
                                        MP_MONEY_VALUE ("monthly", incentive->monthly), MP_MONTH_VALUE ("from", incentive->when.from)));
    }
  for (guint i = 0; i < kase->n_actions; i++)
    {
      const MpAction *action = &kase->actions[i];

      if (action->step == NULL || action->done.month != MP_MONTH_NONE)
        continue;
      if (action->due.month != MP_MONTH_NONE)
        fill (list, number, mp_message (N_("{step}, by {due}."), MP_TEXT_VALUE ("step", action->step), MP_DATE_VALUE ("due", action->due)));
      else
        fill (list, number, mp_message (N_("{step}."), MP_TEXT_VALUE ("step", action->step)));
    }
  if (scenario->ticket.services_completed != MP_MONTH_NONE)
    fill (list, number, mp_message (N_("Services are to be substantially completed in {month}."),
                                    MP_MONTH_VALUE ("month", scenario->ticket.services_completed)));
}

static void
fill_terms (GPtrArray *list, guint number, const MpProjection *projection, const MpAssignment *assignment)
{
  const MpScenarioTicket *ticket = &projection->scenario->ticket;

  if (assignment == NULL)
    return;
  fill (list, number, mp_message (assignment->payment_system == MP_SYSTEM_OUTCOME_ONLY
                                  ? N_("Social Security pays {provider} under the outcome payment system.")
                                  : N_("Social Security pays {provider} under the outcome-milestone payment system."),
                                  MP_TEXT_VALUE ("provider", assignment->provider)));
  if (ticket->share.present && ticket->share.percent > 0)
    fill (list, number, mp_message (ticket->share.of == MP_SHARE_ALL
                                    ? N_("{provider} passes {percent} of all its payments on to the person.")
                                    : N_("{provider} passes {percent} of its outcome payments on to the person."),
                                    MP_TEXT_VALUE ("provider", assignment->provider), MP_PERCENT_VALUE ("percent", ticket->share.percent)));
  if (ticket->stipend > 0)
    fill (list, number, mp_message (N_("{provider} pays a stipend of {stipend} in each month with reported earnings."),
                                    MP_TEXT_VALUE ("provider", assignment->provider), MP_MONEY_VALUE ("stipend", ticket->stipend)));
}

/**
 * mp_ticket_work_plan:
 * @kase: a case
 * @projection: the projection of the scenario that the plan is for
 *
 * The minimum contents of an Individual Work Plan: the ten statements of 20 CFR 411.465(a) (TTW-106,
 * 107; 42 USC 1320b-19(g)(1)(C)), then how it is made, changed and signed (TTW-108).
 *
 * Returns: (transfer full) (element-type MpPlanItem): the items in the order of the regulation
 */
GPtrArray *
mp_ticket_work_plan (const MpCase *kase, const MpProjection *projection)
{
  static const Line lines[] = {
    { "TTW-106", "20 CFR 411.465(a)(1); 42 USC 1320b-19(g)(1)(C)(i)", N_("Goal"),
      N_("The job aimed at, worked out together with the person, with goals for earnings and advancement where they fit."), MP_PLAN_WRITE_IN },
    { "TTW-106", "20 CFR 411.465(a)(2); 42 USC 1320b-19(g)(1)(C)(ii)", N_("Services and supports"),
      N_("The services and supports the person needs to reach the goal."), MP_PLAN_WRITE_IN },
    { "TTW-106", "20 CFR 411.465(a)(3); 42 USC 1320b-19(g)(1)(C)(iii)", N_("Terms and conditions"),
      N_("Any terms and conditions that go with these services and supports."), MP_PLAN_WRITE_IN },
    { "TTW-107", "20 CFR 411.465(a)(4)", N_("No charge"),
      N_("The provider may not ask or take any payment from the person for services and supports."), MP_PLAN_STANDARD },
    { "TTW-107", "20 CFR 411.465(a)(5)", N_("Changes by the provider"),
      N_("When the provider may change this plan or end the relationship."), MP_PLAN_WRITE_IN },
    { "TTW-106", "20 CFR 411.465(a)(6); 42 USC 1320b-19(g)(1)(C)(iv)", N_("Rights"),
      N_("The person's rights under the Ticket to Work program, among them to take the ticket back at any time when not "
         "satisfied with the provider's services."), MP_PLAN_STANDARD },
    { "TTW-106", "20 CFR 411.465(a)(7); 42 USC 1320b-19(g)(1)(C)(iv)", N_("Remedies"),
      N_("What the person can do in a dispute, and that the State's Protection and Advocacy system gives advocacy and help."), MP_PLAN_STANDARD },
    { "TTW-107", "20 CFR 411.465(a)(8)", N_("Privacy"),
      N_("Personal information, that on the disability included, is private and confidential."), MP_PLAN_STANDARD },
    { "TTW-107", "20 CFR 411.465(a)(9)", N_("Changes by the person"),
      N_("The person may ask for a change of this plan; it is changed when both agree."), MP_PLAN_STANDARD },
    { "TTW-107", "20 CFR 411.465(a)(10); 42 USC 1320b-19(g)(1)(E)", N_("A copy"),
      N_("The person gets a copy of this plan, in an accessible format of his or her choice."), MP_PLAN_STANDARD },
    { "TTW-108", "42 USC 1320b-19(g)(1)(B)", N_("Informed choice"),
      N_("The plan is made in partnership: the person chooses the goal and the services with the facts at hand."), MP_PLAN_STANDARD },
    { "TTW-108", "42 USC 1320b-19(g)(1)(D)", N_("When circumstances change"),
      N_("The person gets the opportunity to change the plan when circumstances make it necessary."), MP_PLAN_STANDARD },
    { "TTW-108", "42 USC 1320b-19(g)(2); 20 CFR 411.140(d), (e)", N_("Signatures"),
      N_("The plan takes effect when the person, or a representative, and the provider have both signed it."), MP_PLAN_WRITE_IN },
  };
  GPtrArray *list = make_list (lines, G_N_ELEMENTS (lines));
  const MpAssignment *assignment = plan_assignment (projection);

  fill_goal (list, 1, projection);
  fill_services (list, 2, kase, projection);
  fill_terms (list, 3, projection, assignment);
  if (assignment != NULL)
    {
      fill (list, 6, mp_message (N_("When the ticket is taken back from {provider}, protection from medical reviews lasts 90 days more "
                                    "to find another provider."), MP_TEXT_VALUE ("provider", assignment->provider)));
      fill (list, 13, mp_message (N_("Signed with {provider}, in effect from {date}."), MP_TEXT_VALUE ("provider", assignment->provider),
                                  MP_DATE_VALUE ("date", assignment->from)));
    }
  if (kase->beneficiary.state[0] != '\0')
    fill (list, 7, mp_message (N_("The Protection and Advocacy system of {state}."), MP_TEXT_VALUE ("state", kase->beneficiary.state)));
  return list;
}

static void
fill_reviews (GPtrArray *list, guint number, const MpProjection *projection)
{
  for (guint i = 0; i < projection->ticket.reviews->len; i++)
    {
      const MpTicketReview *review = &g_array_index (projection->ticket.reviews, MpTicketReview, i);

      if (!review->met && review->month >= projection->start)
        fill (list, number, mp_message (N_("In this plan the review of period {period}, in {month}, would find {has} months of work for the {needs} needed."),
                                        MP_NUMBER_VALUE ("period", review->period), MP_MONTH_VALUE ("month", review->month),
                                        MP_NUMBER_VALUE ("has", review->has), MP_NUMBER_VALUE ("needs", review->needs)));
    }
}

/**
 * mp_ticket_disputes:
 * @kase: a case
 * @projection: the projection of a scenario
 *
 * Who can do what when they do not agree, step by step (TTW-109 to 112). Items with one title are
 * the steps of one dispute, in order.
 *
 * Returns: (transfer full) (element-type MpPlanItem): the steps
 */
GPtrArray *
mp_ticket_disputes (const MpCase *kase, const MpProjection *projection)
{
  static const Line lines[] = {
    { "TTW-109", "20 CFR 411.600, 411.605", N_("With the Employment Network"),
      N_("First use the provider's own grievance procedure."), MP_PLAN_STANDARD },
    { "TTW-109", "20 CFR 411.615, 411.620", N_("With the Employment Network"),
      N_("If that does not settle it, either side may ask the Ticket Program Manager, who recommends in writing within 20 working days."), MP_PLAN_STANDARD },
    { "TTW-109", "20 CFR 411.625, 411.630", N_("With the Employment Network"),
      N_("Either side may then ask for a decision of Social Security, which is final."), MP_PLAN_STANDARD },
    { "TTW-109", "20 CFR 411.145, 411.465(a)(6)", N_("With the Employment Network"),
      N_("Either side may end the relationship; the person keeps the ticket."), MP_PLAN_STANDARD },
    { "TTW-110", "20 CFR 411.640", N_("With State Vocational Rehabilitation"),
      N_("Ask the Client Assistance Program for help; there is formal mediation, or an impartial hearing, under the Rehabilitation Act."), MP_PLAN_STANDARD },
    { "TTW-111", "20 CFR 411.590(a)", N_("Between the Employment Network and Social Security, over payment"),
      N_("The procedure of the provider's agreement with Social Security."), MP_PLAN_STANDARD },
    { "TTW-111", "20 CFR 411.590(b)", N_("Between State Vocational Rehabilitation and Social Security, over payment"),
      N_("Ask for reconsideration within 60 days."), MP_PLAN_STANDARD },
    { "TTW-111", "20 CFR 411.590(c)", N_("The decision on benefits behind a payment"),
      N_("Only the person can contest it, by an appeal of his or her own; a provider cannot."), MP_PLAN_STANDARD },
    { "TTW-112", "20 CFR 411.205", N_("Over timely progress"),
      N_("Ask Social Security for a review before the 30th day after the notice; protection from medical reviews lasts until it has decided."), MP_PLAN_STANDARD },
  };
  GPtrArray *list = make_list (lines, G_N_ELEMENTS (lines));
  const MpScenarioTicket *ticket = &projection->scenario->ticket;
  gboolean en = FALSE, vr = FALSE;

  for (guint i = 0; i < ticket->n_assignments; i++)
    {
      const MpAssignment *assignment = &ticket->assignments[i];
      gboolean *said = assignment->role == MP_ROLE_EN ? &en : &vr;

      if (*said)
        continue;
      *said = TRUE;
      fill (list, assignment->role == MP_ROLE_EN ? 1 : 5,
            mp_message (N_("The ticket is with {provider} from {date}."), MP_TEXT_VALUE ("provider", assignment->provider),
                        MP_DATE_VALUE ("date", assignment->from)));
    }
  if (vr && kase->beneficiary.state[0] != '\0')
    fill (list, 5, mp_message (N_("The Client Assistance Program of {state}."), MP_TEXT_VALUE ("state", kase->beneficiary.state)));
  fill_reviews (list, 9, projection);
  return list;
}

/* The wage statements that State VR should have before it closes, and what they decide. */
static void
fill_wages (GPtrArray *list, guint number, const MpProjection *projection, const MpParameters *parameters, const MpAssignment *vr)
{
  const MpMonth last = MIN (vr->to.month, projection->start + (MpMonth) projection->n_months - 1);
  MpMonth worked = MP_MONTH_NONE;
  guint above = 0;

  for (MpMonth month = MAX (projection->first, vr->to.month - 17); month <= last; month++)
    {
      const MpMonthRow *row = &projection->rows[month - projection->first];
      MpFigure figure;

      if (row->work.earned > 0 && worked == MP_MONTH_NONE)
        worked = month;
      above += mp_parameters_get (parameters, MP_SERIES_TWP, month, &figure) && row->work.earned > figure.value;
    }
  if (worked == MP_MONTH_NONE)
    return;
  fill (list, number, mp_message (N_("Wages from {from} to {to}; {above} of the last 18 months are above the trial work figure."),
                                  MP_MONTH_VALUE ("from", worked), MP_MONTH_VALUE ("to", last), MP_NUMBER_VALUE ("above", above)));
}

static void
fill_closure (GPtrArray *list, const MpProjection *projection, const MpParameters *parameters, const MpAssignment *vr)
{
  const MpScenario *scenario = projection->scenario;
  const MpWork *job = NULL;

  for (guint i = 0; i < scenario->n_work; i++)
    if (mp_period_contains (&scenario->work[i].when, vr->to.month) && (job == NULL || scenario->work[i].when.from > job->when.from))
      job = &scenario->work[i];
  if (job != NULL)
    fill (list, 1, mp_message (N_("The last job began in {month}: not closed before {date}, counted from the first day of that month."),
                               MP_MONTH_VALUE ("month", job->when.from),
                               MP_DATE_VALUE ("date", mp_date_add_days ((MpDate) { job->when.from, 1 }, FOLLOW_ALONG_DAYS))));
  fill_wages (list, 2, projection, parameters, vr);
  fill (list, 3, mp_message (N_("Closed on {date}."), MP_DATE_VALUE ("date", vr->to)));
  fill (list, 4, mp_message (N_("The last day is {date}."), MP_DATE_VALUE ("date", mp_date_add_days (vr->to, EXTENSION_DAYS))));
}

/**
 * mp_ticket_vr_closure:
 * @projection: the projection of a scenario
 * @parameters: the published figures
 *
 * What to see to when State VR closes its case and the ticket is to go on to an Employment Network
 * (Partnership Plus; TTW-118, 119, 71, 72).
 *
 * Returns: (transfer full) (element-type MpPlanItem): the checklist; empty when no case of State VR under cost
 * reimbursement is closed in the scenario
 */
GPtrArray *
mp_ticket_vr_closure (const MpProjection *projection, const MpParameters *parameters)
{
  static const Line lines[] = {
    { "TTW-118", "34 CFR 361.56; Wisconsin DVR 2024", N_("Follow along"),
      N_("Keep the case open at least 90 days after the job begins."), MP_PLAN_WRITE_IN },
    { "TTW-118", "Wisconsin DVR 2024; 20 CFR 411.535(a)(1)", N_("Wage evidence"),
      N_("Collect pay slips or wage statements before closing: they decide which Phase 1 milestones a provider can still be paid."), MP_PLAN_WRITE_IN },
    { "TTW-118", "Wisconsin DVR 2024; 20 CFR 411.170(b)", N_("The ticket"),
      N_("Closing frees the ticket within about a month; it can then be assigned to an Employment Network."), MP_PLAN_WRITE_IN },
    { "TTW-118", "20 CFR 411.171(d), 411.220", N_("Protection"),
      N_("Assigned within 90 days of closing, the ticket keeps the protection from medical reviews unbroken."), MP_PLAN_WRITE_IN },
    { "TTW-119", "20 CFR 411.140(a), 411.585; Wisconsin DVR 2024", N_("One at a time"),
      N_("While the State VR case is open the ticket is normally with no Employment Network, and services of a work plan are not paid for twice."), MP_PLAN_STANDARD },
  };
  const MpScenarioTicket *ticket = &projection->scenario->ticket;
  GPtrArray *list = make_list (lines, G_N_ELEMENTS (lines));
  gboolean closed = FALSE;

  for (guint i = 0; i < ticket->n_assignments; i++)
    if (ticket->assignments[i].role == MP_ROLE_VR_COST_REIMBURSEMENT && ticket->assignments[i].to.month != MP_MONTH_NONE)
      {
        fill_closure (list, projection, parameters, &ticket->assignments[i]);
        closed = TRUE;
      }
  if (!closed)
    g_ptr_array_set_size (list, 0);
  return list;
}
