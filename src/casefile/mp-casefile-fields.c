/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-casefile-fields.h"

#define NAMES(...) (const char *const[]) { __VA_ARGS__, NULL }
#define AT(type, member) .offset = offsetof (type, member)
#define EXTRA(type, member) .flags = MP_FIELD_HAS_EXTRA, .extra = offsetof (type, member)
#define REQUIRED .flags = MP_FIELD_REQUIRED

#define STRING(key, type, member, ...) { key, MP_FIELD_STRING, AT (type, member), __VA_ARGS__ }
#define BOOL(key, type, member, ...) { key, MP_FIELD_BOOL, AT (type, member), __VA_ARGS__ }
#define MONEY(key, type, member, ...) { key, MP_FIELD_MONEY, AT (type, member), .unset = MP_MONEY_NONE, __VA_ARGS__ }
#define MONEY_OR_ZERO(key, type, member) { key, MP_FIELD_MONEY, AT (type, member) }
#define MONTH(key, type, member, ...) { key, MP_FIELD_MONTH, AT (type, member), __VA_ARGS__ }
#define DATE(key, type, member, ...) { key, MP_FIELD_DATE, AT (type, member), __VA_ARGS__ }
#define INTEGER(key, type, member, from, to) \
  { key, MP_FIELD_INTEGER, AT (type, member), REQUIRED, .least = (from), .most = (to) }
#define PERCENT(key, type, member, ...) { key, MP_FIELD_PERCENT, AT (type, member), __VA_ARGS__ }
#define ENUM(key, type, member, ...) { key, MP_FIELD_ENUM, AT (type, member), .names = NAMES (__VA_ARGS__) }
#define ENUM_REQUIRED(key, type, member, ...) \
  { key, MP_FIELD_ENUM, AT (type, member), REQUIRED, .names = NAMES (__VA_ARGS__) }
#define OBJECT(key, type, member, of, ...) { key, MP_FIELD_OBJECT, AT (type, member), .spec = &(of), __VA_ARGS__ }
#define LIST(key, type, member, count, of, ...) \
  { key, MP_FIELD_LIST, AT (type, member), .extra = offsetof (type, count), .spec = &(of), __VA_ARGS__ }
#define PERIOD(type, member) \
  MONTH ("from", type, member.from, REQUIRED), { "to", MP_FIELD_MONTH_END, AT (type, member.to) }

#define SPEC(name, type, initialise) \
  const MpSpec name = { name##_fields, G_N_ELEMENTS (name##_fields), sizeof (type), initialise }

/* What a key that is not given stands for, where that is not zero; the months are required. */

static void
init_source (gpointer object)
{
  ((MpSource *) object)->on = MP_DATE_NONE;
}

static void
init_pinned (gpointer object)
{
  ((MpPinned *) object)->month = MP_MONTH_NONE;
}

static void
init_action (gpointer object)
{
  MpAction *action = object;

  action->due = action->done = MP_DATE_NONE;
}

static void
init_assignment (gpointer object)
{
  MpAssignment *assignment = object;

  assignment->from = assignment->to = assignment->received = MP_DATE_NONE;
}

static void
init_review (gpointer object)
{
  MpReviewFact *review = object;

  review->notice = review->decided = MP_DATE_NONE;
}

static void
init_reinstatement (gpointer object)
{
  MpReinstatement *request = object;

  request->requested = request->decided = request->disabled_from = MP_MONTH_NONE;
}

static void
init_rates (gpointer object)
{
  MpTicketRates *rates = object;

  rates->phase1 = rates->phase2_t2 = rates->phase2_t16 = MP_MONEY_NONE;
  rates->outcome_t2 = rates->outcome_t16 = MP_MONEY_NONE;
  rates->outcome_only_t2 = rates->outcome_only_t16 = MP_MONEY_NONE;
  rates->pcb_t2 = rates->pcb_t16 = MP_MONEY_NONE;
}

static void
init_work (gpointer object)
{
  MpWork *work = object;

  work->when = (MpPeriod) { MP_MONTH_NONE, MP_MONTH_OPEN };
  work->monthly = work->hourly = work->hours_per_week = MP_MONEY_NONE;
  work->hours = MP_HOURS_NONE;
  work->pay.first = MP_DATE_NONE;
}

static void
init_work_month (gpointer object)
{
  MpWorkMonthFact *fact = object;

  fact->earned = fact->paid = MP_MONEY_NONE;
  fact->hours = MP_HOURS_NONE;
}

static void
init_scenario (gpointer object)
{
  ((MpScenario *) object)->ticket.services_completed = MP_MONTH_NONE;
}

/* Every list of amounts begins with its period. */
static void
init_period (gpointer object)
{
  *(MpPeriod *) object = (MpPeriod) { MP_MONTH_NONE, MP_MONTH_OPEN };
}

static void
init_incentive (gpointer object)
{
  ((MpIncentive *) object)->when = (MpPeriod) { MP_MONTH_NONE, MP_MONTH_OPEN };
}

static void
init_child (gpointer object)
{
  ((MpChild *) object)->birth_date = MP_DATE_NONE;
}

/* Part B is enrolled when the key is given at all. */
static void
init_part_b (gpointer object)
{
  ((MpMedicareFacts *) ((guint8 *) object - offsetof (MpMedicareFacts, part_b)))->part_b.enrolled = TRUE;
}

static const MpField period_fields[] = {
  MONTH ("from", MpPeriod, from, REQUIRED),
  { "to", MP_FIELD_MONTH_END, AT (MpPeriod, to) },
};
static SPEC (period, MpPeriod, init_period);

static const MpField amount_fields[] = { PERIOD (MpAmount, when), MONEY ("monthly", MpAmount, monthly, REQUIRED) };
static SPEC (amount, MpAmount, init_period);

static const MpField in_kind_fields[] = { PERIOD (MpAmount, when), MONEY ("value", MpAmount, monthly, REQUIRED) };
static SPEC (in_kind, MpAmount, init_period);

static const MpField resources_fields[] = { PERIOD (MpAmount, when), MONEY ("countable", MpAmount, monthly, REQUIRED) };
static SPEC (resources, MpAmount, init_period);

static const MpField _mp_supplement_spec_fields[] = { PERIOD (MpAmount, when), MONEY ("monthly", MpAmount, monthly, REQUIRED) };
SPEC (_mp_supplement_spec, MpAmount, init_period);

static const MpField living_fields[] = {
  PERIOD (MpLivingPeriod, when),
  ENUM ("arrangement", MpLivingPeriod, arrangement, "own_household", "household_of_another", "medicaid_institution"),
};
static SPEC (living, MpLivingPeriod, init_period);

static const MpField unearned_fields[] = {
  PERIOD (MpUnearned, when),
  MONEY ("monthly", MpUnearned, monthly, REQUIRED),
  ENUM ("kind", MpUnearned, kind, "other", "needs_based", "tanf", "infrequent", "va_aid"),
};
static SPEC (unearned, MpUnearned, init_period);

static const MpField incentive_fields[] = {
  ENUM ("kind", MpIncentive, kind, "irwe", "bwe", "pass"),
  STRING ("name", MpIncentive, name),
  PERIOD (MpIncentive, when),
  MONEY ("monthly", MpIncentive, monthly, REQUIRED),
  { "applies_to", MP_FIELD_ENUM, AT (MpIncentive, applies_to), EXTRA (MpIncentive, applies_to_given),
    .names = NAMES ("either", "earned", "unearned") },
};
static SPEC (incentive, MpIncentive, init_incentive);

static const MpField beneficiary_fields[] = {
  STRING ("name", MpBeneficiaryFacts, name),
  DATE ("birth_date", MpBeneficiaryFacts, birth_date, REQUIRED),
  { "state", MP_FIELD_STATE, AT (MpBeneficiaryFacts, state) },
  BOOL ("blind", MpBeneficiaryFacts, blind),
  LIST ("student", MpBeneficiaryFacts, student, n_student, period),
};
static SPEC (beneficiary, MpBeneficiaryFacts, NULL);

/* Structs without a name of their own are reached through the struct that holds them. */
#define IN(type, member, inner) .offset = offsetof (type, member.inner) - offsetof (type, member)
#define COUNT_IN(type, member, inner) .extra = offsetof (type, member.inner) - offsetof (type, member)
#define GIVEN_IN(type, member, inner) .flags = MP_FIELD_HAS_EXTRA, COUNT_IN (type, member, inner)

static const MpField part_b_fields[] = {
  { "enrolled", MP_FIELD_BOOL, IN (MpMedicareFacts, part_b, enrolled), .flags = MP_FIELD_ALWAYS },
  { "from", MP_FIELD_MONTH, IN (MpMedicareFacts, part_b, from) },
  { "premium", MP_FIELD_PREMIUM, IN (MpMedicareFacts, part_b, premium) },
  { "paid_by", MP_FIELD_ENUM, IN (MpMedicareFacts, part_b, paid_by_state), .names = NAMES ("beneficiary", "state") },
};
static SPEC (part_b, MpMedicareFacts, init_part_b);

static const MpField medicare_fields[] = {
  MONTH ("part_a_from", MpMedicareFacts, part_a_from),
  OBJECT ("part_b", MpMedicareFacts, part_b, part_b, EXTRA (MpMedicareFacts, part_b.present)),
};
static SPEC (medicare, MpMedicareFacts, NULL);

static const MpField ssdi_history_fields[] = {
  { "through", MP_FIELD_MONTH, IN (MpSsdiFacts, history, through), REQUIRED },
  { "twp_months", MP_FIELD_MONTHS, IN (MpSsdiFacts, history, twp_months), COUNT_IN (MpSsdiFacts, history, n_twp_months) },
  { "cessation", MP_FIELD_MONTH, IN (MpSsdiFacts, history, cessation) },
};
static SPEC (ssdi_history, MpSsdiFacts, NULL);

static const MpField ssdi_fields[] = {
  ENUM ("basis", MpSsdiFacts, basis, "worker", "childhood", "widow"),
  MONTH ("entitled_from", MpSsdiFacts, entitled_from, REQUIRED),
  MONTH ("filed", MpSsdiFacts, filed),
  LIST ("amounts", MpSsdiFacts, amounts, n_amounts, amount, REQUIRED),
  LIST ("auxiliary", MpSsdiFacts, auxiliary, n_auxiliary, amount),
  OBJECT ("medicare", MpSsdiFacts, medicare, medicare, EXTRA (MpSsdiFacts, medicare.present)),
  OBJECT ("history", MpSsdiFacts, history, ssdi_history, EXTRA (MpSsdiFacts, history.present)),
};
static SPEC (ssdi, MpSsdiFacts, NULL);

static const MpField spouse_fields[] = {
  { "from", MP_FIELD_MONTH, IN (MpSsiFacts, spouse, when.from), REQUIRED },
  { "to", MP_FIELD_MONTH_END, IN (MpSsiFacts, spouse, when.to) },
  { "ended_by", MP_FIELD_ENUM, IN (MpSsiFacts, spouse, ended_by), .names = NAMES ("", "separation", "death") },
  { "birth_date", MP_FIELD_DATE, IN (MpSsiFacts, spouse, birth_date) },
  { "eligible", MP_FIELD_BOOL, IN (MpSsiFacts, spouse, eligible) },
  { "blind", MP_FIELD_BOOL, IN (MpSsiFacts, spouse, blind) },
  { "work_incentives", MP_FIELD_LIST, IN (MpSsiFacts, spouse, work_incentives),
    COUNT_IN (MpSsiFacts, spouse, n_work_incentives), .spec = &incentive },
  { "earned", MP_FIELD_LIST, IN (MpSsiFacts, spouse, earned), COUNT_IN (MpSsiFacts, spouse, n_earned), .spec = &amount },
  { "unearned", MP_FIELD_LIST, IN (MpSsiFacts, spouse, unearned), COUNT_IN (MpSsiFacts, spouse, n_unearned), .spec = &amount },
  { "public_assistance", MP_FIELD_BOOL, IN (MpSsiFacts, spouse, public_assistance) },
};
static SPEC (spouse, MpSsiFacts, NULL);

static const MpField child_fields[] = {
  DATE ("birth_date", MpChild, birth_date, REQUIRED),
  LIST ("unearned", MpChild, unearned, n_unearned, amount),
};
static SPEC (child, MpChild, init_child);

static const MpField medicaid_fields[] = {
  { "needs", MP_FIELD_BOOL, IN (MpSsiFacts, medicaid, needs), .flags = MP_FIELD_DEFAULT_TRUE },
  { "expenses_yearly", MP_FIELD_MONEY, IN (MpSsiFacts, medicaid, expenses_yearly), .unset = MP_MONEY_NONE },
  { "individual_threshold", MP_FIELD_MONEY, IN (MpSsiFacts, medicaid, individual_threshold), .unset = MP_MONEY_NONE },
};
static SPEC (medicaid, MpSsiFacts, NULL);

static const char *const ssi_statuses[] = {
  "not_eligible", "payable", "unpaid", "1619b", "suspended", "terminated", "exr_provisional", NULL
};
G_STATIC_ASSERT (G_N_ELEMENTS (ssi_statuses) == MP_N_SSI_STATUS + 1);

static const MpField ssi_history_fields[] = {
  { "through", MP_FIELD_MONTH, IN (MpSsiFacts, history, through), REQUIRED },
  { "status", MP_FIELD_ENUM, IN (MpSsiFacts, history, status), REQUIRED, .names = ssi_statuses },
  { "since", MP_FIELD_MONTH, IN (MpSsiFacts, history, since) },
};
static SPEC (ssi_history, MpSsiFacts, NULL);

static const MpField ssi_fields[] = {
  MONTH ("eligible_from", MpSsiFacts, eligible_from, REQUIRED),
  LIST ("living", MpSsiFacts, living, n_living, living),
  LIST ("in_kind", MpSsiFacts, in_kind, n_in_kind, in_kind),
  LIST ("unearned", MpSsiFacts, unearned, n_unearned, unearned),
  LIST ("resources", MpSsiFacts, resources, n_resources, resources),
  OBJECT ("spouse", MpSsiFacts, spouse, spouse, EXTRA (MpSsiFacts, spouse.present)),
  LIST ("children", MpSsiFacts, children, n_children, child),
  { "state_supplement", MP_FIELD_SUPPLEMENT, 0 },
  OBJECT ("medicaid", MpSsiFacts, medicaid, medicaid, EXTRA (MpSsiFacts, medicaid.present)),
  OBJECT ("history", MpSsiFacts, history, ssi_history, EXTRA (MpSsiFacts, history.present)),
};
static SPEC (ssi, MpSsiFacts, NULL);

static const MpField rates_fields[] = {
  INTEGER ("year", MpTicketRates, year, 1999, 2150),
  MONEY ("phase1", MpTicketRates, phase1),
  MONEY ("phase2_t2", MpTicketRates, phase2_t2),
  MONEY ("phase2_t16", MpTicketRates, phase2_t16),
  MONEY ("outcome_t2", MpTicketRates, outcome_t2),
  MONEY ("outcome_t16", MpTicketRates, outcome_t16),
  MONEY ("outcome_only_t2", MpTicketRates, outcome_only_t2),
  MONEY ("outcome_only_t16", MpTicketRates, outcome_only_t16),
  MONEY ("pcb_t2", MpTicketRates, pcb_t2),
  MONEY ("pcb_t16", MpTicketRates, pcb_t16),
};
static SPEC (rates, MpTicketRates, init_rates);

static const MpField prior_payment_fields[] = {
  MONTH ("month", MpPriorPayment, month, REQUIRED),
  { "code", MP_FIELD_CODE, AT (MpPriorPayment, code), REQUIRED },
  MONEY ("amount", MpPriorPayment, amount, REQUIRED),
  STRING ("provider", MpPriorPayment, provider),
};
static SPEC (prior_payment, MpPriorPayment, NULL);

static const MpField request_fields[] = {
  MONTH ("month", MpTicketRequest, month, REQUIRED),
  { "code", MP_FIELD_CODE, AT (MpTicketRequest, code), REQUIRED },
  STRING ("provider", MpTicketRequest, provider),
  ENUM ("state", MpTicketRequest, state, "projected", "claimed", "paid"),
};
static SPEC (request, MpTicketRequest, NULL);

static const MpField terminates_fields[] = {
  { "month", MP_FIELD_MONTH, IN (MpTicketFacts, terminates, month), REQUIRED },
  { "reason", MP_FIELD_ENUM, IN (MpTicketFacts, terminates, reason),
    .names = NAMES ("medical", "death", "other_benefit", "denied", "new_ticket") },
};
static SPEC (terminates, MpTicketFacts, NULL);

static const MpField ticket_fields[] = {
  DATE ("issued", MpTicketFacts, issued),
  LIST ("rates", MpTicketFacts, rates, n_rates, rates),
  ENUM ("rate_policy", MpTicketFacts, rate_policy, "carry_forward", "published_only"),
  LIST ("prior_payments", MpTicketFacts, prior_payments, n_prior_payments, prior_payment),
  LIST ("requests", MpTicketFacts, requests, n_requests, request),
  OBJECT ("terminates", MpTicketFacts, terminates, terminates, EXTRA (MpTicketFacts, terminates.present)),
  MONTH ("authorised", MpTicketFacts, authorised),
};
static SPEC (ticket, MpTicketFacts, NULL);

static const MpField assumptions_fields[] = {
  { "cola_percent", MP_FIELD_PERCENT, IN (MpCase, assumptions, cola_percent), GIVEN_IN (MpCase, assumptions, cola_given) },
  { "readings", MP_FIELD_READINGS, IN (MpCase, assumptions, readings), COUNT_IN (MpCase, assumptions, reading_given) },
};
static SPEC (assumptions, MpCase, NULL);

static const MpField paid_fields[] = {
  MONTH ("month", MpPaid, month, REQUIRED),
  ENUM_REQUIRED ("program", MpPaid, program, "ssdi", "ssi"),
  MONEY ("amount", MpPaid, amount, REQUIRED),
};
static SPEC (paid, MpPaid, NULL);

static const MpField _mp_source_spec_fields[] = {
  ENUM ("by", MpSource, by, "", "bpqy", "ssa_letter", "document", "person", "judgement"),
  DATE ("on", MpSource, on),
  ENUM ("checked", MpSource, checked, "", "yes", "no", "not_needed"),
  STRING ("ask", MpSource, ask),
  STRING ("note", MpSource, note),
  BOOL ("client", MpSource, client),
};
SPEC (_mp_source_spec, MpSource, init_source);

static const MpField bpqy_fields[] = {
  { "dated", MP_FIELD_DATE, IN (MpCase, bpqy, dated) },
  { "overpayment_balance", MP_FIELD_MONEY, IN (MpCase, bpqy, overpayment_balance), .unset = MP_MONEY_NONE },
  { "withheld_monthly", MP_FIELD_MONEY, IN (MpCase, bpqy, withheld_monthly), .unset = MP_MONEY_NONE },
  { "next_medical_review", MP_FIELD_MONTH, IN (MpCase, bpqy, next_medical_review) },
  { "payee", MP_FIELD_BOOL, IN (MpCase, bpqy, payee), GIVEN_IN (MpCase, bpqy, payee_given) },
};
static SPEC (bpqy, MpCase, NULL);

static const MpField action_fields[] = {
  STRING ("step", MpAction, step, REQUIRED),
  STRING ("who", MpAction, who),
  DATE ("due", MpAction, due),
  DATE ("done", MpAction, done),
};
static SPEC (action, MpAction, init_action);

static const MpField pinned_fields[] = {
  MONTH ("month", MpPinned, month),
  STRING ("about", MpPinned, about),
  STRING ("text", MpPinned, text, REQUIRED),
  BOOL ("client", MpPinned, client),
};
static SPEC (pinned, MpPinned, init_pinned);

static const MpField projection_fields[] = {
  { "start", MP_FIELD_MONTH, IN (MpCase, projection, start), REQUIRED },
  { "months", MP_FIELD_INTEGER, IN (MpCase, projection, months), REQUIRED, .least = 1, .most = 600 },
};
static SPEC (projection, MpCase, NULL);

static const MpField pay_fields[] = {
  { "every", MP_FIELD_ENUM, IN (MpWork, pay, every), REQUIRED, .names = NAMES ("", "week", "two_weeks", "half_month", "month") },
  { "first", MP_FIELD_DATE, IN (MpWork, pay, first), REQUIRED },
};
static SPEC (pay, MpWork, NULL);

static const MpField _mp_work_month_spec_fields[] = {
  MONEY ("earned", MpWorkMonthFact, earned),
  MONEY ("paid", MpWorkMonthFact, paid),
  { "hours", MP_FIELD_HOURS, AT (MpWorkMonthFact, hours) },
};
SPEC (_mp_work_month_spec, MpWorkMonthFact, init_work_month);

static const MpField work_fields[] = {
  STRING ("name", MpWork, name),
  ENUM ("kind", MpWork, kind, "wages", "self_employment"),
  PERIOD (MpWork, when),
  MONEY ("monthly", MpWork, monthly),
  MONEY ("hourly", MpWork, hourly),
  { "hours_per_week", MP_FIELD_WEEK_HOURS, AT (MpWork, hours_per_week) },
  { "hours", MP_FIELD_HOURS, AT (MpWork, hours) },
  MONEY_OR_ZERO ("subsidy", MpWork, subsidy),
  OBJECT ("pay", MpWork, pay, pay),
  BOOL ("average", MpWork, average),
  BOOL ("infrequent", MpWork, infrequent),
  { "months", MP_FIELD_WORK_MONTHS, AT (MpWork, months), .extra = offsetof (MpWork, n_months) },
  BOOL ("unsuccessful_attempt", MpWork, unsuccessful_attempt),
};
static SPEC (work, MpWork, init_work);

static const MpField reinstatement_fields[] = {
  ENUM_REQUIRED ("program", MpReinstatement, program, "ssdi", "ssi"),
  MONTH ("requested", MpReinstatement, requested, REQUIRED),
  MONTH ("decided", MpReinstatement, decided),
  BOOL ("approved", MpReinstatement, approved, EXTRA (MpReinstatement, approved_given)),
  MONTH ("disabled_from", MpReinstatement, disabled_from),
};
static SPEC (reinstatement, MpReinstatement, init_reinstatement);

static const MpField assignment_fields[] = {
  STRING ("provider", MpAssignment, provider, REQUIRED),
  ENUM ("role", MpAssignment, role, "en", "vr_cost_reimbursement", "vr_en"),
  DATE ("from", MpAssignment, from, REQUIRED),
  DATE ("to", MpAssignment, to),
  ENUM ("payment_system", MpAssignment, payment_system, "outcome_milestone", "outcome_only"),
  BOOL ("successful", MpAssignment, successful),
  DATE ("received", MpAssignment, received),
  BOOL ("reimbursed", MpAssignment, reimbursed),
};
static SPEC (assignment, MpAssignment, init_assignment);

static const MpField split_fields[] = {
  STRING ("provider", MpSplit, provider, REQUIRED),
  PERCENT ("percent", MpSplit, percent, REQUIRED),
};
static SPEC (split, MpSplit, NULL);

static const MpField claim_fields[] = {
  { "code", MP_FIELD_CODE, AT (MpClaim, code), REQUIRED },
  LIST ("split", MpClaim, split, n_split, split, REQUIRED),
};
static SPEC (claim, MpClaim, NULL);

static const MpField education_fields[] = {
  INTEGER ("period", MpEducation, period, 1, 99),
  PERCENT ("percent", MpEducation, percent, REQUIRED),
};
static SPEC (education, MpEducation, NULL);

static const MpField review_fields[] = {
  INTEGER ("period", MpReviewFact, period, 1, 99),
  BOOL ("not_expected", MpReviewFact, not_expected),
  DATE ("notice", MpReviewFact, notice),
  DATE ("decided", MpReviewFact, decided),
};
static SPEC (review, MpReviewFact, init_review);

static const MpField share_fields[] = {
  { "percent", MP_FIELD_PERCENT, IN (MpScenarioTicket, share, percent), REQUIRED },
  { "of", MP_FIELD_ENUM, IN (MpScenarioTicket, share, of), .names = NAMES ("outcome", "all") },
};
static SPEC (share, MpScenarioTicket, NULL);

static const MpField scenario_ticket_fields[] = {
  LIST ("assignments", MpScenarioTicket, assignments, n_assignments, assignment),
  LIST ("claims", MpScenarioTicket, claims, n_claims, claim),
  LIST ("inactive", MpScenarioTicket, inactive, n_inactive, period),
  LIST ("education", MpScenarioTicket, education, n_education, education),
  LIST ("reviews", MpScenarioTicket, reviews, n_reviews, review),
  MONTH ("services_completed", MpScenarioTicket, services_completed),
  OBJECT ("share", MpScenarioTicket, share, share, EXTRA (MpScenarioTicket, share.present)),
  MONEY_OR_ZERO ("stipend", MpScenarioTicket, stipend),
};
static SPEC (scenario_ticket, MpScenarioTicket, NULL);

static const MpField scenario_fields[] = {
  STRING ("name", MpScenario, name, REQUIRED),
  LIST ("work", MpScenario, work, n_work, work),
  LIST ("work_incentives", MpScenario, work_incentives, n_work_incentives, incentive),
  LIST ("expedited_reinstatement", MpScenario, expedited_reinstatement, n_expedited_reinstatement, reinstatement),
  OBJECT ("ticket", MpScenario, ticket, scenario_ticket, EXTRA (MpScenario, ticket.present)),
};
static SPEC (scenario, MpScenario, init_scenario);

static const MpField _mp_case_spec_fields[] = {
  { "format", MP_FIELD_FORMAT, 0, REQUIRED },
  { "version", MP_FIELD_VERSION, 0, REQUIRED },
  STRING ("id", MpCase, id),
  STRING ("title", MpCase, title),
  STRING ("notes", MpCase, notes),
  OBJECT ("beneficiary", MpCase, beneficiary, beneficiary, REQUIRED),
  OBJECT ("ssdi", MpCase, ssdi, ssdi, EXTRA (MpCase, ssdi.present)),
  OBJECT ("ssi", MpCase, ssi, ssi, EXTRA (MpCase, ssi.present)),
  OBJECT ("ticket", MpCase, ticket, ticket, EXTRA (MpCase, ticket.present)),
  OBJECT ("assumptions", MpCase, assumptions, assumptions, EXTRA (MpCase, assumptions.present)),
  LIST ("paid", MpCase, paid, n_paid, paid),
  { "sources", MP_FIELD_SOURCES, AT (MpCase, sources), .extra = offsetof (MpCase, n_sources) },
  OBJECT ("bpqy", MpCase, bpqy, bpqy, EXTRA (MpCase, bpqy.present)),
  LIST ("actions", MpCase, actions, n_actions, action),
  LIST ("pinned", MpCase, pinned, n_pinned, pinned),
  OBJECT ("projection", MpCase, projection, projection, REQUIRED),
  LIST ("scenarios", MpCase, scenarios, n_scenarios, scenario, REQUIRED),
};
SPEC (_mp_case_spec, MpCase, NULL);
