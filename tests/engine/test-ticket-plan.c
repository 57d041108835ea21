/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The work plan, disputes and evidence that go with a ticket. */

#include "mp-ticket-plan.h"
#include "ticket-fixture.h"

static const MpPlanItem *
item_of (GPtrArray *list, guint number)
{
  g_assert_cmpuint (number, <=, list->len);
  return g_ptr_array_index (list, number - 1);
}

/* What an item is filled with, a line each. */
static char *
filled_with (GPtrArray *list, guint number)
{
  const MpPlanItem *item = item_of (list, number);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < item->filled->len; i++)
    {
      g_autofree char *line = mp_message_format (&g_array_index (item->filled, MpMessage, i), FALSE);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

#define assert_filled(list, number, text) \
  G_STMT_START { g_autofree char *filled_ = filled_with ((list), (number)); g_assert_cmpstr (filled_, ==, (text)); } G_STMT_END

/* TTW-106, 107: ten statements, one for each of 20 CFR 411.465(a)(1) to (10), in that order. */
static void
ttw_107_statements (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  title_ii (f);
  project_whole (f, mp_month (2026, 1), 12);
  list = mp_ticket_work_plan (f->kase, f->out);
  for (guint i = 1; i <= 10; i++)
    {
      g_autofree char *citation = g_strdup_printf ("20 CFR 411.465(a)(%u)", i);

      g_assert_true (g_str_has_prefix (item_of (list, i)->citation, citation));
      g_assert_cmpuint (item_of (list, i)->number, ==, i);
      g_assert_cmpuint (strlen (item_of (list, i)->text), >, 20);
      /* nothing is known of this person's plan: what only the two of them can say is to be written in */
      g_assert_cmpint (item_of (list, i)->state, ==, i == 1 || i == 2 || i == 3 || i == 5 ? MP_PLAN_WRITE_IN : MP_PLAN_STANDARD);
      g_assert_cmpuint (item_of (list, i)->filled->len, ==, 0);
    }
  /* the statute's minimum are the statements (1) to (3), (6) and (7) */
  for (guint i = 1; i <= 10; i++)
    g_assert_cmpstr (item_of (list, i)->rule, ==, i <= 3 || i == 6 || i == 7 ? "TTW-106" : "TTW-107");
}

static void
plan_case (Fixture *f)
{
  MpIncentive *ride = mp_arena_append (f->kase->arena, f->scenario->work_incentives, f->scenario->n_work_incentives);
  MpAction *action = mp_arena_append (f->kase->arena, f->kase->actions, f->kase->n_actions);

  title_ii (f);
  f->kase->ssdi.entitled_from = mp_month (2024, 1);
  g_strlcpy (f->kase->beneficiary.state, "WI", sizeof f->kase->beneficiary.state);
  *ride = (MpIncentive) { MP_INCENTIVE_IRWE, mp_arena_strdup (f->kase->arena, "Van ride"), { mp_month (2026, 3), OPEN }, mp_dollars (120), 0, FALSE };
  *action = (MpAction) { mp_arena_strdup (f->kase->arena, "Ask SSA for a new BPQY"), NULL, { mp_month (2026, 2), 1 }, MP_DATE_NONE };
  action = mp_arena_append (f->kase->arena, f->kase->actions, f->kase->n_actions);
  *action = (MpAction) { mp_arena_strdup (f->kase->arena, "Done long ago"), NULL, { mp_month (2025, 2), 1 }, { mp_month (2025, 2), 1 } };
  earn (f, mp_month (2026, 3), mp_month (2026, 8), mp_dollars (900));
  f->scenario->work[0].name = mp_arena_strdup (f->kase->arena, "Store clerk");
  earn (f, mp_month (2026, 9), OPEN, mp_dollars (1400));
  assign (f, "North EN", MP_ROLE_EN, mp_month (2026, 2), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  f->scenario->ticket.share.present = TRUE;
  f->scenario->ticket.share.percent = 1000;
  f->scenario->ticket.stipend = mp_dollars (50);
  f->scenario->ticket.services_completed = mp_month (2026, 11);
}

/* TTW-106, 108: filled from the case. */
static void
ttw_106_filled (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  plan_case (f);
  project_whole (f, mp_month (2026, 1), 24);
  list = mp_ticket_work_plan (f->kase, f->out);
  g_assert_cmpint (item_of (list, 1)->state, ==, MP_PLAN_FILLED);
  assert_filled (list, 1, "Store clerk, from March 2026.\nPay of $900.00 in March 2026.\nAdvancement to $1,400.00 a month by September 2026.");
  assert_filled (list, 2, "Van ride: $120.00 a month from March 2026.\nAsk SSA for a new BPQY, by February 1, 2026.\n"
                          "Services are to be substantially completed in November 2026.");
  assert_filled (list, 3, "Social Security pays North EN under the outcome-milestone payment system.\n"
                          "North EN passes 10.0% of its outcome payments on to the person.\n"
                          "North EN pays a stipend of $50.00 in each month with reported earnings.");
  assert_filled (list, 7, "The Protection and Advocacy system of WI.");
}

static void
ttw_108_signatures (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  plan_case (f);
  project_whole (f, mp_month (2026, 1), 24);
  list = mp_ticket_work_plan (f->kase, f->out);
  assert_filled (list, 13, "Signed with North EN, in effect from February 10, 2026.");
  for (guint i = 11; i <= 13; i++)
    g_assert_cmpstr (item_of (list, i)->rule, ==, "TTW-108");
  g_ptr_array_unref (list);
  /* the plan in hand is that of the provider that has the ticket, or will have it */
  f->scenario->ticket.assignments[0].to = (MpDate) { mp_month (2026, 5), 31 };
  assign (f, "South EN", MP_ROLE_EN, mp_month (2026, 7), NONE, MP_SYSTEM_OUTCOME_ONLY);
  project_whole (f, mp_month (2026, 6), 24);
  list = mp_ticket_work_plan (f->kase, f->out);
  assert_filled (list, 13, "Signed with South EN, in effect from July 10, 2026.");
}

static const MpPlanItem *
step_by_rule (GPtrArray *list, const char *rule, guint nth)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (item_of (list, i + 1)->rule, rule) && nth-- == 0)
      return item_of (list, i + 1);
  g_assert_not_reached ();
}

/* TTW-109: the provider, then the program manager, then Social Security. */
static void
ttw_109_steps (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  plan_case (f);
  project_whole (f, mp_month (2026, 1), 24);
  list = mp_ticket_disputes (f->kase, f->out);
  g_assert_nonnull (strstr (step_by_rule (list, "TTW-109", 0)->text, "grievance"));
  g_assert_nonnull (strstr (step_by_rule (list, "TTW-109", 1)->text, "20 working days"));
  g_assert_nonnull (strstr (step_by_rule (list, "TTW-109", 2)->text, "final"));
  g_assert_nonnull (strstr (step_by_rule (list, "TTW-109", 3)->text, "end the relationship"));
  assert_filled (list, 1, "The ticket is with North EN from February 10, 2026.");
  g_assert_cmpint (step_by_rule (list, "TTW-110", 0)->state, ==, MP_PLAN_STANDARD);
}

/* TTW-110: State VR has ways of its own. */
static void
ttw_110_vr (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  const MpPlanItem *item;

  title_ii (f);
  g_strlcpy (f->kase->beneficiary.state, "NY", sizeof f->kase->beneficiary.state);
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2025, 3), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  project_whole (f, mp_month (2025, 1), 12);
  list = mp_ticket_disputes (f->kase, f->out);
  item = step_by_rule (list, "TTW-110", 0);
  g_assert_nonnull (strstr (item->text, "mediation"));
  assert_filled (list, item->number, "The ticket is with State VR from March 10, 2025.\nThe Client Assistance Program of NY.");
  g_assert_cmpuint (item_of (list, 1)->filled->len, ==, 0);
}

/* TTW-111: 60 days for a State VR agency; only the person contests the decision on benefits. */
static void
ttw_111_payment (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  title_ii (f);
  project_whole (f, mp_month (2025, 1), 12);
  list = mp_ticket_disputes (f->kase, f->out);
  g_assert_nonnull (strstr (step_by_rule (list, "TTW-111", 0)->text, "agreement"));
  g_assert_nonnull (strstr (step_by_rule (list, "TTW-111", 1)->text, "60 days"));
  g_assert_nonnull (strstr (step_by_rule (list, "TTW-111", 2)->text, "Only the person"));
}

/* TTW-112: before the 30th day; the reviews that this plan would not pass are named. */
static void
ttw_112_review (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  const MpPlanItem *item;

  title_ii_at_en (f, mp_month (2026, 2));
  earn (f, mp_month (2026, 5), mp_month (2026, 6), mp_dollars (1300));
  project_whole (f, mp_month (2026, 1), 24);
  list = mp_ticket_disputes (f->kase, f->out);
  item = step_by_rule (list, "TTW-112", 0);
  g_assert_nonnull (strstr (item->text, "before the 30th day"));
  assert_filled (list, item->number, "In this plan the review of period 1, in March 2027, would find 2 months of work for the 3 needed.");
}

static const MpTicketEvidence *
evidence_for (GArray *list, const char *code, guint nth)
{
  char text[MP_TICKET_CODE_TEXT_SIZE];

  for (guint i = 0; i < list->len; i++)
    {
      const MpTicketEvidence *evidence = &g_array_index (list, MpTicketEvidence, i);

      if (g_str_equal (mp_ticket_code_to_text (evidence->payment->code, text), code) && nth-- == 0)
        return evidence;
    }
  g_assert_not_reached ();
}

static void
assert_date (MpDate date, gint year, gint month, gint day)
{
  g_assert_cmpint (date.month, ==, mp_month (year, month));
  g_assert_cmpint (date.day, ==, day);
}

/* TTW-113: within 24 months after the month that qualified. */
static void
ttw_113_request_by (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) list = NULL;

  title_ii_at_en (f, mp_month (2023, 1));
  earn (f, mp_month (2023, 2), mp_month (2023, 2), mp_dollars (1100));
  earn (f, mp_month (2023, 5), mp_month (2023, 5), mp_dollars (1100));
  earn (f, mp_month (2023, 7), mp_month (2023, 7), mp_dollars (1100));
  project (f, mp_month (2023, 1), 12);
  list = mp_ticket_evidence (f->kase, f->out, f->parameters);
  g_assert_cmpuint (list->len, ==, 2);
  assert_date (evidence_for (list, "P1M1", 0)->request_by, 2025, 2, 28);
  assert_date (evidence_for (list, "P1M2", 0)->request_by, 2025, 7, 31);
}

/* TTW-114: evidence of each month that makes the milestone. */
static void
ttw_114_months (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) list = NULL;
  const MpTicketEvidence *evidence;

  title_ii_at_en (f, mp_month (2023, 1));
  earn (f, mp_month (2023, 2), mp_month (2023, 2), mp_dollars (1100));
  earn (f, mp_month (2023, 3), mp_month (2023, 3), 104999); /* one cent short of the level of 2023 */
  earn (f, mp_month (2023, 5), mp_month (2023, 5), mp_dollars (1100));
  earn (f, mp_month (2023, 7), mp_month (2024, 1), mp_dollars (1110));
  f->scenario->ticket.services_completed = mp_month (2024, 4);
  project (f, mp_month (2023, 1), 18);
  list = mp_ticket_evidence (f->kase, f->out, f->parameters);
  evidence = evidence_for (list, "P1M2", 0);
  g_assert_cmpint (evidence->need, ==, MP_EVIDENCE_EARNINGS);
  g_assert_cmpuint (evidence->n_months, ==, 3);
  g_assert_cmpint (evidence->months[0], ==, mp_month (2023, 2));
  g_assert_cmpint (evidence->months[1], ==, mp_month (2023, 5));
  g_assert_cmpint (evidence->months[2], ==, mp_month (2023, 7));
  g_assert_true (mp_evidence_way_open (evidence, MP_EVIDENCE_PRIMARY));
  g_assert_true (mp_evidence_way_open (evidence, MP_EVIDENCE_SECONDARY));
  assert_date (mp_evidence_way_from (evidence, MP_EVIDENCE_PRIMARY), 2023, 8, 1);
  /* nine months, the last in January; the services follow in April */
  evidence = evidence_for (list, "P1M4", 0);
  g_assert_cmpint (evidence->month, ==, mp_month (2024, 4));
  g_assert_cmpint (evidence->need, ==, MP_EVIDENCE_EARNINGS_AND_SERVICES);
  g_assert_cmpuint (evidence->n_months, ==, 9);
  g_assert_cmpint (evidence->months[0], ==, mp_month (2023, 2));
  g_assert_cmpint (evidence->months[8], ==, mp_month (2024, 1));
}

/* TTW-115: four ways, once outcome payments have begun. */
static void
ttw_115_certify (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) list = NULL;
  const MpTicketEvidence *evidence;

  title_ii_at_en (f, mp_month (2009, 1));
  earn (f, mp_month (2009, 2), OPEN, mp_dollars (2000));
  benefits (f, mp_month (2009, 4), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2009, 1), 8);
  list = mp_ticket_evidence (f->kase, f->out, f->parameters);
  for (MpEvidenceWay way = MP_EVIDENCE_MONTH_END; way <= MP_EVIDENCE_ADVANCE; way++)
    {
      g_assert_false (mp_evidence_way_open (evidence_for (list, "P1M1", 0), way));
      g_assert_false (mp_evidence_way_open (evidence_for (list, "OUT1", 0), way));
      g_assert_true (mp_evidence_way_open (evidence_for (list, "OUT2", 0), way));
      g_assert_cmpstr (mp_evidence_way (way)->rule, ==, "TTW-115");
    }
  evidence = evidence_for (list, "OUT2", 0); /* May 2009 */
  assert_date (mp_evidence_way_from (evidence, MP_EVIDENCE_MONTH_END), 2009, 6, 1);
  assert_date (mp_evidence_way_from (evidence, MP_EVIDENCE_MONTHLY_LETTER), 2009, 6, 1);
  assert_date (mp_evidence_way_from (evidence, MP_EVIDENCE_THREE_MONTHS), 2009, 7, 1);
  assert_date (mp_evidence_way_from (evidence, MP_EVIDENCE_ADVANCE), 2009, 7, 15);
  g_assert_true (mp_evidence_way (MP_EVIDENCE_ADVANCE)->withdrawn);
  g_assert_false (mp_evidence_way (MP_EVIDENCE_MONTH_END)->withdrawn);
  /* outcomes paid before, as facts, have begun them too */
  g_array_unref (list);
  prior (f, mp_month (2009, 4), "OUT1", mp_dollars (363));
  project (f, mp_month (2009, 1), 8);
  list = mp_ticket_evidence (f->kase, f->out, f->parameters);
  g_assert_true (mp_evidence_way_open (evidence_for (list, "OUT2", 0), MP_EVIDENCE_ADVANCE));
}

/* TTW-116 */
static void
ttw_116_automatic (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) list = NULL;

  title_ii_at_en (f, mp_month (2025, 1));
  earn (f, mp_month (2025, 2), OPEN, mp_dollars (700));
  project (f, mp_month (2025, 1), 4);
  list = mp_ticket_evidence (f->kase, f->out, f->parameters);
  g_assert_true (mp_evidence_way_open (evidence_for (list, "P1M1", 0), MP_EVIDENCE_AUTOMATIC));
  g_assert_cmpint (mp_evidence_way_from (evidence_for (list, "P1M1", 0), MP_EVIDENCE_AUTOMATIC).month, ==, NONE);
}

/* TTW-117: a provider that does not hold the ticket any more asks, without evidence of earnings. */
static void
ttw_117_former (Fixture *f, gconstpointer data)
{
  MpClaim *claim = mp_arena_append (f->kase->arena, f->scenario->ticket.claims, f->scenario->ticket.n_claims);
  MpSplit *split;
  g_autoptr (GArray) list = NULL;

  claim->code = (MpTicketCode) { MP_TICKET_CODE_P1M, 2 };
  split = mp_arena_append (f->kase->arena, claim->split, claim->n_split);
  *split = (MpSplit) { mp_arena_strdup (f->kase->arena, "South EN"), 5000 };
  split = mp_arena_append (f->kase->arena, claim->split, claim->n_split);
  *split = (MpSplit) { mp_arena_strdup (f->kase->arena, "North EN"), 5000 };
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2023, 1), mp_month (2023, 2), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2023, 3), mp_month (2023, 5), MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2023, 2), OPEN, mp_dollars (1100));
  read_as (f, "ticket/S-08", "last_provider");
  project (f, mp_month (2023, 1), 10);
  list = mp_ticket_evidence (f->kase, f->out, f->parameters);
  g_assert_cmpstr (evidence_for (list, "P1M2", 1)->payment->provider, ==, "North EN");
  g_assert_cmpint (evidence_for (list, "P1M2", 0)->need, ==, MP_EVIDENCE_EARNINGS);
  g_assert_cmpint (evidence_for (list, "P1M2", 1)->need, ==, MP_EVIDENCE_REQUEST);
  g_assert_cmpuint (evidence_for (list, "P1M2", 1)->n_months, ==, 0);
  g_assert_false (mp_evidence_way_open (evidence_for (list, "P1M2", 1), MP_EVIDENCE_PRIMARY));
  /* S-08: a month after the ticket left it: its services contributed */
  g_assert_cmpint (evidence_for (list, "P1M3", 0)->month, ==, mp_month (2023, 7));
  g_assert_cmpint (evidence_for (list, "P1M3", 0)->need, ==, MP_EVIDENCE_CONTRIBUTION);
  assert_date (evidence_for (list, "P1M3", 0)->request_by, 2025, 7, 31);
}

/* TTW-118: 90 days of work before closing, the wages at hand, and 90 days to the next provider. */
static void
ttw_118_closure (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  title_ii (f);
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2024, 1), mp_month (2025, 4), MP_SYSTEM_OUTCOME_MILESTONE)->successful = TRUE;
  earn (f, mp_month (2024, 11), OPEN, mp_dollars (1150)); /* above the level of 2024, 1,110, below that of 2025, 1,160 */
  project (f, mp_month (2024, 1), 24);
  list = mp_ticket_vr_closure (f->out, f->parameters);
  assert_filled (list, 1, "The last job began in November 2024: not closed before January 30, 2025, counted from the first day of that month.");
  assert_filled (list, 2, "Wages from November 2024 to April 2025; 2 of the last 18 months are above the trial work figure.");
  assert_filled (list, 3, "Closed on April 30, 2025.");
  assert_filled (list, 4, "The last day is July 29, 2025.");
}

/* TTW-119: nothing to see to while no case of State VR is closed. */
static void
ttw_119_open (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  title_ii (f);
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2024, 1), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  project (f, mp_month (2024, 1), 24);
  list = mp_ticket_vr_closure (f->out, f->parameters);
  g_assert_cmpuint (list->len, ==, 0);
  f->scenario->ticket.assignments[0].to = (MpDate) { mp_month (2024, 9), 5 };
  g_ptr_array_unref (list);
  list = mp_ticket_vr_closure (f->out, f->parameters);
  g_assert_cmpstr (item_of (list, 5)->rule, ==, "TTW-119");
  assert_filled (list, 4, "The last day is December 4, 2024.");
}

int
main (int argc, char *argv[])
{
  static const TicketTest tests[] = {
    { "TTW-106/filled", ttw_106_filled }, { "TTW-107/statements", ttw_107_statements }, { "TTW-108/signatures", ttw_108_signatures },
    { "TTW-109/steps", ttw_109_steps }, { "TTW-110/vr", ttw_110_vr }, { "TTW-111/payment", ttw_111_payment },
    { "TTW-112/review", ttw_112_review }, { "TTW-113/request-by", ttw_113_request_by }, { "TTW-114/months", ttw_114_months },
    { "TTW-115/certify", ttw_115_certify }, { "TTW-116/automatic", ttw_116_automatic }, { "TTW-117/former", ttw_117_former },
    { "TTW-118/closure", ttw_118_closure }, { "TTW-119/open", ttw_119_open },
  };

  return run_ticket_tests (tests, G_N_ELEMENTS (tests), argc, argv);
}
