/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tables of the source documents out of whole cases; events and progress; and what holds for every ticket. */

#include "mp-caseload.h"
#include "mp-ticket-plan.h"
#include "ticket-fixture.h"

/* The two bases of a year, entered for the years after it, so that a printed table of that year comes out whole. */
static void
keep_bases (Fixture *f, gint from, gint to, MpMoney t2, MpMoney t16)
{
  for (gint year = from; year <= to; year++)
    {
      MpTicketRates *rates = mp_arena_append (f->kase->arena, f->kase->ticket.rates, f->kase->ticket.n_rates);

      *rates = (MpTicketRates) { year, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE,
                                 MP_MONEY_NONE, t2, t16 };
    }
}

static void
entitle (Fixture *f, MpMonth from)
{
  f->kase->ssdi.present = TRUE;
  f->kase->ssdi.entitled_from = from;
  *(MpAmount *) mp_arena_append (f->kase->arena, f->kase->ssdi.amounts, f->kase->ssdi.n_amounts) = (MpAmount) { { from, OPEN }, mp_dollars (900) };
}

static void
give_ssi (Fixture *f, MpMonth from)
{
  g_strlcpy (f->kase->beneficiary.state, "WI", sizeof f->kase->beneficiary.state);
  f->kase->ssi.present = TRUE;
  f->kase->ssi.eligible_from = from;
  f->kase->ssi.medicaid.needs = TRUE;
  f->kase->ssi.medicaid.individual_threshold = mp_dollars (90000);
}

/* Trial work and the month in which disability ceased, so that work above SGA stops the check. */
static void
stop_check (Fixture *f, MpMonth cessation)
{
  f->kase->ssdi.history.present = TRUE;
  f->kase->ssdi.history.through = cessation + 2;
  f->kase->ssdi.history.cessation = cessation;
  for (gint i = 9; i > 0; i--)
    *(MpMonth *) mp_arena_append (f->kase->arena, f->kase->ssdi.history.twp_months, f->kase->ssdi.history.n_twp_months) = cessation - i;
}

static MpMoney
total_of (Fixture *f, gint year, gint month)
{
  return ticket_of (f, year, month)->cumulative;
}

/* TTW-65: Cornell 2009: 1,211 x 4 = 4,844, 363 x 11 = 3,993, 8,837, 363 x 36 = 13,068, 21,905. Work costs keep the pay that counts
 * under SGA for the milestones. */
static void
ttw_65_cornell_title_ii (Fixture *f, gconstpointer data)
{
  MpIncentive *irwe = mp_arena_append (f->kase->arena, f->scenario->work_incentives, f->scenario->n_work_incentives);

  *irwe = (MpIncentive) { MP_INCENTIVE_IRWE, NULL, { mp_month (2009, 1), mp_month (2010, 9) }, mp_dollars (300), 0, FALSE };
  entitle (f, mp_month (2007, 1));
  keep_bases (f, 2010, 2014, 100921, 57624);
  assign_en (f, mp_month (2009, 1));
  earn (f, mp_month (2009, 2), OPEN, mp_dollars (1250));
  project_whole (f, mp_month (2009, 1), 72);
  assert_pays (f, 2009, 2, "P1M1 1211.00");
  assert_pays (f, 2009, 10, "P1M4 1211.00");
  g_assert_cmpint (total_of (f, 2009, 10), ==, mp_dollars (4844));
  assert_pays (f, 2010, 9, "P2M11 363.00");
  g_assert_cmpint (total_of (f, 2010, 9), ==, mp_dollars (8837));
  /* October is the month of cessation, November and December are grace */
  assert_pays (f, 2010, 12, "");
  assert_pays (f, 2011, 1, "OUT1 363.00");
  assert_pays (f, 2011, 12, "OUT12 363.00");
  assert_pays (f, 2013, 12, "OUT36 363.00");
  g_assert_cmpint (total_of (f, 2013, 12) - total_of (f, 2010, 12), ==, mp_dollars (13068));
  g_assert_cmpint (total_of (f, 2014, 12), ==, mp_dollars (21905));
}

/* TTW-55, 65: without the work costs most milestones come with the twelfth outcome, and the total is the same. */
static void
ttw_65_cornell_reconciled (Fixture *f, gconstpointer data)
{
  entitle (f, mp_month (2007, 1));
  keep_bases (f, 2010, 2014, 100921, 57624);
  assign_en (f, mp_month (2009, 1));
  earn (f, mp_month (2009, 2), OPEN, mp_dollars (1250));
  project_whole (f, mp_month (2009, 1), 72);
  assert_pays (f, 2010, 1, "P2M3 363.00");
  assert_pays (f, 2010, 2, "OUT1 363.00");
  assert_pays (f, 2011, 1, "OUT12 363.00; RECON 2904.00");
  g_assert_cmpint (total_of (f, 2014, 12), ==, mp_dollars (21905));
}

/* TTW-65: Cornell 2009: 207 x 18 = 3,726, 8,570, 207 x 60 = 12,420, 20,990. */
static void
ttw_65_cornell_title_xvi (Fixture *f, gconstpointer data)
{
  give_ssi (f, mp_month (2007, 1));
  keep_bases (f, 2010, 2016, 100921, 57624);
  assign_en (f, mp_month (2009, 1));
  earn (f, mp_month (2009, 2), mp_month (2011, 4), mp_dollars (1100));
  earn (f, mp_month (2011, 5), OPEN, mp_dollars (2500));
  project_whole (f, mp_month (2009, 1), 96);
  assert_pays (f, 2011, 4, "P2M18 207.00");
  g_assert_cmpint (total_of (f, 2011, 4), ==, mp_dollars (8570));
  g_assert_cmpint (total_of (f, 2011, 4) - total_of (f, 2009, 10), ==, mp_dollars (3726));
  assert_pays (f, 2011, 5, "OUT1 207.00");
  assert_pays (f, 2016, 4, "OUT60 207.00");
  g_assert_cmpint (total_of (f, 2016, 5) - total_of (f, 2011, 4), ==, mp_dollars (12420));
  g_assert_cmpint (total_of (f, 2016, 5), ==, mp_dollars (20990));
}

/* TTW-80: Benefits Planner 2002: 317 for 60 months is 19,020 and 269 is 16,140. */
static void
ttw_80_planner_title_ii (Fixture *f, gconstpointer data)
{
  MpAssignment *assignment;

  entitle (f, mp_month (2001, 1));
  stop_check (f, mp_month (2001, 11));
  keep_bases (f, 2003, 2007, 79168, 47680);
  assignment = assign (f, "North EN", MP_ROLE_EN, mp_month (2002, 2), NONE, MP_SYSTEM_OUTCOME_ONLY);
  earn (f, mp_month (2001, 2), OPEN, mp_dollars (1600));
  project_whole (f, mp_month (2002, 2), 64);
  assert_pays (f, 2002, 3, "OLDOUT1 317.00");
  assert_pays (f, 2007, 1, "OLDOUT59 317.00");
  /* the month of the assignment is an outcome month that nobody is paid for: it is the sixtieth used */
  g_assert_cmpint (total_of (f, 2007, 5), ==, 59 * mp_dollars (317));
  /* with the check still paid in the month of the assignment, all sixty are paid */
  f->kase->ssdi.history.through = mp_month (2002, 2);
  f->kase->ssdi.history.cessation = mp_month (2001, 12);
  project_whole (f, mp_month (2002, 2), 64);
  assert_pays (f, 2007, 2, "OLDOUT60 317.00");
  g_assert_cmpint (total_of (f, 2007, 5), ==, mp_dollars (19020));
  assignment->payment_system = MP_SYSTEM_OUTCOME_MILESTONE;
  project_whole (f, mp_month (2002, 2), 64);
  assert_pays (f, 2002, 3, "OLDOUT1 269.00");
  g_assert_cmpint (total_of (f, 2007, 5), ==, mp_dollars (16140));
}

/* TTW-80: 191 for 60 months is 11,460 and 162 is 9,720. */
static void
ttw_80_planner_title_xvi (Fixture *f, gconstpointer data)
{
  MpAssignment *assignment;

  give_ssi (f, mp_month (2001, 1));
  keep_bases (f, 2003, 2007, 79168, 47680);
  assignment = assign (f, "North EN", MP_ROLE_EN, mp_month (2002, 2), NONE, MP_SYSTEM_OUTCOME_ONLY);
  earn (f, mp_month (2002, 3), OPEN, mp_dollars (2400));
  project_whole (f, mp_month (2002, 2), 64);
  assert_pays (f, 2002, 3, "OLDOUT1 191.00");
  g_assert_cmpint (total_of (f, 2007, 5), ==, mp_dollars (11460));
  assignment->payment_system = MP_SYSTEM_OUTCOME_MILESTONE;
  project_whole (f, mp_month (2002, 2), 64);
  assert_pays (f, 2002, 3, "OLDOUT1 162.00");
  g_assert_cmpint (total_of (f, 2007, 5), ==, mp_dollars (9720));
  g_assert_true (f->out->ticket.class_t16);
}

/* TTW-78, 80: the milestones of 2002, 162 324 648 811 and 269 538 1,077 1,346; of title II's 3,230 a sixtieth is 53.83. */
static void
ttw_80_planner_milestones (Fixture *f, gconstpointer data)
{
  entitle (f, mp_month (2001, 1));
  keep_bases (f, 2003, 2007, 79168, 47680);
  assign_en (f, mp_month (2002, 2));
  earn (f, mp_month (2002, 3), OPEN, mp_dollars (900));
  project_whole (f, mp_month (2002, 2), 20);
  assert_pays (f, 2002, 3, "OLDM1 269.00");
  assert_pays (f, 2002, 5, "OLDM2 538.00");
  assert_pays (f, 2002, 9, "OLDM3 1077.00");
  assert_pays (f, 2003, 2, "OLDM4 1346.00");
  assert_pays (f, 2003, 3, "OLDOUT1 215.17");
}

static void
ttw_80_planner_milestones_xvi (Fixture *f, gconstpointer data)
{
  give_ssi (f, mp_month (2001, 1));
  keep_bases (f, 2003, 2007, 79168, 47680);
  assign_en (f, mp_month (2002, 2));
  earn (f, mp_month (2002, 3), OPEN, mp_dollars (900));
  project_whole (f, mp_month (2002, 2), 20);
  assert_pays (f, 2002, 3, "OLDM1 162.00");
  assert_pays (f, 2002, 5, "OLDM2 324.00");
  assert_pays (f, 2002, 9, "OLDM3 648.00");
  assert_pays (f, 2003, 2, "OLDM4 811.00");
  assert_pays (f, 2003, 3, ""); /* SSI is still paid */
}

static char *
trace_of (Fixture *f, MpMonth month, const char *rule)
{
  for (guint i = 0; i < f->out->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (f->out->trace, MpTraceEntry, i);

      if (entry->month == month && g_str_equal (entry->rule, rule))
        return mp_message_format (&entry->message, FALSE);
    }
  return NULL;
}

/* TTW-81 to 84: from 2006 to 2012. Milestones 306 + 612 + 1,225 + 1,608 = 3,751, a sixtieth is 62.52; eleven outcomes of 322 - 62.52 in 2007
 * and six of 334 - 62.52 in 2008 make 8,234.16; (21,299 - 8,234.16) / 353 is 37.01. */
static void
ttw_83_from_2006_to_2012 (Fixture *f, gconstpointer data)
{
  g_autofree char *why = NULL;

  entitle (f, mp_month (2004, 1));
  assign_en (f, mp_month (2006, 1));
  earn (f, mp_month (2006, 2), OPEN, mp_dollars (1500));
  project_whole (f, mp_month (2006, 1), 84);
  assert_pays (f, 2006, 2, "OLDM1 306.00");
  assert_pays (f, 2006, 4, "OLDM2 612.00");
  assert_pays (f, 2006, 8, "OLDM3 1225.00");
  assert_pays (f, 2007, 1, "OLDM4 1608.00");
  assert_pays (f, 2007, 2, "OLDOUT1 259.48");
  assert_pays (f, 2008, 6, "OLDOUT17 271.48");
  g_assert_cmpint (total_of (f, 2008, 6), ==, 823416);
  assert_pays (f, 2008, 7, "OUT1 353.00");
  assert_pays (f, 2009, 6, "OUT12 363.00"); /* no reconciliation */
  assert_pays (f, 2011, 7, "OUT37 384.00");
  g_assert_cmpint (ticket_of (f, 2011, 8)->status, ==, MP_TICKET_TERMINATED);
  g_assert_cmpuint (f->out->ticket.outcomes_cap, ==, 37);
  why = trace_of (f, mp_month (2008, 7), "TTW-83");
  g_assert_cmpstr (why, ==, "Of the ticket's value of $21,299.00 in 2008, $8,234.16 has been paid. What is left, in outcome payments of $353.00, "
                            "are 37 outcome payments from here on.");
}

static char *
event_of (Fixture *f, MpEventCode code, MpMonth month)
{
  for (guint i = 0; i < f->out->events->len; i++)
    {
      const MpEvent *event = &g_array_index (f->out->events, MpEvent, i);

      if (event->code == code && event->month == month)
        return mp_message_format (&event->message, FALSE);
    }
  return NULL;
}

#define assert_event(f, code, year, month, text) \
  G_STMT_START { g_autofree char *event_ = event_of ((f), (code), mp_month ((year), (month))); g_assert_cmpstr (event_, ==, (text)); } G_STMT_END

static guint
count_events (Fixture *f, MpEventCode code)
{
  guint n = 0;

  for (guint i = 0; i < f->out->events->len; i++)
    n += g_array_index (f->out->events, MpEvent, i).code == code;
  return n;
}

/* Reached and not paid, each reason once when it begins. */
static void
unpaid_milestones (Fixture *f, gconstpointer data)
{
  entitle (f, mp_month (2020, 1));
  assign (f, "North EN", MP_ROLE_EN, mp_month (2024, 1), mp_month (2024, 3), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2024, 6), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  f->scenario->ticket.services_completed = mp_month (2024, 12);
  earn (f, mp_month (2023, 12), mp_month (2023, 12), mp_dollars (1060)); /* above 1,050: the first milestone is removed */
  earn (f, mp_month (2024, 2), mp_month (2024, 12), mp_dollars (1110));
  project_whole (f, mp_month (2024, 1), 14);
  assert_event (f, MP_EVENT_MILESTONE_UNPAID, 2024, 4, "Phase 1 milestone 2 is reached and not paid: the ticket is assigned to nobody.");
  assert_event (f, MP_EVENT_MILESTONE_UNPAID, 2024, 5, NULL);
  assert_event (f, MP_EVENT_MILESTONE_UNPAID, 2024, 6,
                "Phase 1 milestone 2 is reached and not paid: the provider is paid from the month after the ticket was assigned to it and its plan received.");
  assert_event (f, MP_EVENT_MILESTONE_UNPAID, 2024, 10, "Phase 1 milestone 4 is reached and not paid: the services of the plan are not completed yet.");
  assert_event (f, MP_EVENT_MILESTONE, 2024, 12, "Pay reached the trial work figure, now $1,110.00, 9 times in 18 months, and the services of the plan are "
                                                 "completed: Phase 1 milestone 4 pays the provider $1,788.00.");
  g_assert_cmpuint (count_events (f, MP_EVENT_MILESTONE_UNPAID), ==, 3);
  g_assert_cmpuint (count_events (f, MP_EVENT_MILESTONE), ==, 3);
}

static void
unpaid_removed (Fixture *f, gconstpointer data)
{
  entitle (f, mp_month (2020, 1));
  assign_en (f, mp_month (2024, 1));
  earn (f, mp_month (2023, 12), mp_month (2023, 12), mp_dollars (1060));
  earn (f, mp_month (2024, 2), mp_month (2024, 3), mp_dollars (600));
  project_whole (f, mp_month (2024, 1), 6);
  assert_next (f, 2024, 2, "P1M2", 0, 3, MP_BLOCKED_REMOVED_BY_WORK);
  assert_event (f, MP_EVENT_MILESTONE_UNPAID, 2024, 2, "Phase 1 milestone 1 is reached and not paid: work before the ticket was assigned removed it.");
  g_assert_cmpuint (count_events (f, MP_EVENT_MILESTONE_UNPAID), ==, 1);
}

/* Each outcome payment is an event; so is the first month that brings none, with its reason. */
static void
unpaid_outcomes (Fixture *f, gconstpointer data)
{
  entitle (f, mp_month (2010, 1));
  stop_check (f, mp_month (2012, 11));
  assign (f, "North EN", MP_ROLE_EN, mp_month (2013, 2), mp_month (2013, 5), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2013, 8), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2012, 1), OPEN, mp_dollars (2500));
  project_whole (f, mp_month (2013, 1), 44);
  assert_event (f, MP_EVENT_OUTCOME, 2013, 3, "Nothing is due from SSDI or federal SSI because of work: outcome payment 1 is $401.00.");
  assert_event (f, MP_EVENT_OUTCOME_UNPAID, 2013, 6,
                "An outcome month that is paid to nobody: the ticket is assigned to nobody. It counts in the outcome payment period.");
  assert_event (f, MP_EVENT_OUTCOME_UNPAID, 2013, 7, NULL);
  assert_event (f, MP_EVENT_OUTCOME_UNPAID, 2013, 8, "An outcome month that is paid to nobody: the provider is paid from the month after the ticket was assigned "
                                                     "to it and its plan received. It counts in the outcome payment period.");
  /* February 2013 to January 2016 are the 36 months, four of them unpaid */
  assert_event (f, MP_EVENT_OUTCOME, 2016, 1, "Nothing is due from SSDI or federal SSI because of work: outcome payment 32 is $419.00.");
  assert_event (f, MP_EVENT_OUTCOME_UNPAID, 2016, 2, "An outcome month that is paid to nobody: the outcome payment period has used all of its months.");
  g_assert_cmpuint (count_events (f, MP_EVENT_OUTCOME), ==, 32);
}

static void
assert_progress (Fixture *f, gint year, gint month, guint i, const char *code, const char *text)
{
  const MpTicketProgress *progress = &f->out->progress[mp_month (year, month) - f->out->first][i];
  const MpMessage message = mp_ticket_progress_message (progress);
  g_autofree char *sentence = mp_message_format (&message, FALSE);
  char name[MP_TICKET_CODE_TEXT_SIZE];

  g_assert_cmpint (progress->code.kind, !=, MP_TICKET_CODE_NONE);
  g_assert_cmpstr (mp_ticket_code_to_text (progress->code, name), ==, code);
  g_assert_cmpstr (sentence, ==, text);
}

/* "2 of 3 months at $1,210.00 or more, window ends August 2026" */
static void
progress_texts (Fixture *f, gconstpointer data)
{
  entitle (f, mp_month (2020, 1));
  assign_en (f, mp_month (2026, 2));
  earn (f, mp_month (2026, 3), mp_month (2026, 4), mp_dollars (1210));
  project_whole (f, mp_month (2026, 1), 8);
  assert_progress (f, 2026, 2, 0, "P1M1", "one month at $605.00 or more");
  assert_progress (f, 2026, 2, 1, "P1M2", "0 of 3 months at $1,210.00 or more within 6");
  assert_progress (f, 2026, 4, 0, "P1M2", "2 of 3 months at $1,210.00 or more, window ends August 2026");
  assert_progress (f, 2026, 4, 1, "P1M3", "2 of 6 months at $1,210.00 or more, window ends February 2027");
  assert_progress (f, 2026, 4, 3, "P2M1", "one month at $1,690.01 or more");
  assert_progress (f, 2026, 4, 4, "OUT1", "a month in which work leaves nothing due from SSDI and federal SSI");
  assert_progress (f, 2026, 7, 0, "P1M2", "2 of 3 months at $1,210.00 or more, window ends August 2026");
  assert_progress (f, 2026, 8, 0, "P1M2", "0 of 3 months at $1,210.00 or more within 6"); /* April alone would need two in one month */
}

/* The closed milestones are ahead too: they come with the twelfth outcome payment. */
static void
progress_reconciliation (Fixture *f, gconstpointer data)
{
  entitle (f, mp_month (2010, 1));
  stop_check (f, mp_month (2012, 11));
  assign_en (f, mp_month (2013, 2));
  earn (f, mp_month (2012, 1), OPEN, mp_dollars (2500));
  project_whole (f, mp_month (2013, 1), 20);
  assert_progress (f, 2013, 6, 0, "OUT5", "a month in which work leaves nothing due from SSDI and federal SSI");
  assert_progress (f, 2013, 6, 1, "RECON", "4 of 12 outcome payments; then the milestones not paid before are paid together");
  g_assert_cmpint (f->out->progress[mp_month (2014, 2) - f->out->first][1].code.kind, ==, MP_TICKET_CODE_NONE);
}

/* --- What holds for every ticket --- */

static const char *const names[] = { "North EN", "South EN", "East EN" };

static void
random_benefits (Fixture *f, GRand *random, MpMonth start)
{
  const guint kind = (guint) g_rand_int_range (random, 0, 3);

  if (kind != 1)
    entitle (f, start - g_rand_int_range (random, 1, 30));
  if (kind != 0)
    give_ssi (f, start - g_rand_int_range (random, 1, 30));
  f->kase->beneficiary.blind = g_rand_int_range (random, 0, 5) == 0;
}

static void
random_work (Fixture *f, GRand *random, MpMonth start)
{
  MpMonth month = start - g_rand_int_range (random, 0, 24);

  while (month < start + 100)
    {
      const gint months = g_rand_int_range (random, 1, 30);

      if (g_rand_int_range (random, 0, 4) > 0)
        earn (f, month, month + months - 1, mp_dollars (g_rand_int_range (random, 30, 350) * 10));
      month += months;
    }
}

static void
random_assignments (Fixture *f, GRand *random, MpMonth start)
{
  const guint n = (guint) g_rand_int_range (random, 1, 5);
  MpMonth from = start;

  for (guint i = 0; i < n; i++)
    {
      const MpMonth to = from + g_rand_int_range (random, 2, 40);
      const MpRole role = (MpRole[]) { MP_ROLE_EN, MP_ROLE_EN, MP_ROLE_VR_EN, MP_ROLE_VR_COST_REIMBURSEMENT }[g_rand_int_range (random, 0, 4)];
      MpAssignment *assignment = assign (f, names[g_rand_int_range (random, 0, 3)], role, from, i + 1 == n ? NONE : to,
                                         g_rand_int_range (random, 0, 4) == 0 ? MP_SYSTEM_OUTCOME_ONLY : MP_SYSTEM_OUTCOME_MILESTONE);

      assignment->successful = role == MP_ROLE_VR_COST_REIMBURSEMENT && assignment->to.month != NONE && g_rand_boolean (random);
      from = to + 1 + g_rand_int_range (random, 0, 6);
    }
}

static void
add_claims (Fixture *f, GRand *random)
{
  static const char *const codes[] = { "P1M1", "P1M2", "P1M3", "P1M4", "P2M1", "P2M2", "OUT1", "OUT5", "OUT12", "RECON", "OLDM1", "OLDM2", "OLDOUT1" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      MpClaim *claim = mp_arena_append (f->kase->arena, f->scenario->ticket.claims, f->scenario->ticket.n_claims);
      gint left = 10000;

      g_assert_true (mp_ticket_code_parse (codes[i], &claim->code));
      for (guint j = 0; j < 3; j++)
        {
          MpSplit *split = mp_arena_append (f->kase->arena, claim->split, claim->n_split);
          const gint percent = j == 2 ? left : g_rand_int_range (random, 0, left);

          *split = (MpSplit) { mp_arena_strdup (f->kase->arena, names[j]), percent };
          left -= percent;
        }
    }
}

/* Sequence, caps, and one milestone a month. */
static void
check_sequence (Fixture *f)
{
  guint last[MP_TICKET_CODE_OLDOUT + 1] = { 0 };
  gboolean outcome = FALSE;
  guint recon = 0;

  for (guint i = 0; i < f->out->n_rows; i++)
    {
      const MpMonthRow *row = &f->out->rows[i];
      const MpTicketPayment *payments = mp_projection_payments (f->out, row);
      guint milestones = 0;

      for (guint j = 0; j < row->ticket.n_payments; j++)
        {
          const MpTicketCode code = payments[j].code;
          const gboolean again = j > 0 && payments[j - 1].code.kind == code.kind && payments[j - 1].code.number == code.number;

          if (again) /* a part of the same payment */
            continue;
          if (code.kind == MP_TICKET_CODE_RECON)
            recon++;
          else if (code.kind == MP_TICKET_CODE_P1M)
            for (guint step = last[code.kind] + 1; step < code.number; step++) /* only what was removed, or paid by an old milestone, is left out */
              g_assert_true (last[MP_TICKET_CODE_OLDM] >= step || (f->out->ticket.phase1_removed & (1u << (step - 1))));
          else
            g_assert_cmpuint (code.number, ==, last[code.kind] + 1);
          last[code.kind] = MAX (last[code.kind], code.number);
          if (code.kind == MP_TICKET_CODE_OUT || code.kind == MP_TICKET_CODE_OLDOUT)
            outcome = TRUE;
          else if (code.kind != MP_TICKET_CODE_RECON)
            {
              milestones++;
              g_assert_false (outcome); /* never after an outcome */
            }
        }
      g_assert_cmpuint (milestones, <=, 1);
    }
  g_assert_cmpuint (recon, <=, 1);
  g_assert_cmpuint (last[MP_TICKET_CODE_P2M], <=, f->out->ticket.class_t16 ? 18 : 11);
  g_assert_cmpuint (last[MP_TICKET_CODE_OUT], <=, last[MP_TICKET_CODE_OLDM] + last[MP_TICKET_CODE_OLDOUT] > 0 ? 60 : f->out->ticket.class_t16 ? 60 : 36);
  g_assert_cmpuint (last[MP_TICKET_CODE_OLDOUT], <=, 60);
}

/* No provider is paid for a month in which it does not hold the ticket, nor for its first. */
static void
check_holders (Fixture *f)
{
  for (guint i = 0; i < f->out->n_rows; i++)
    {
      const MpMonthRow *row = &f->out->rows[i];
      const MpTicketPayment *payments = mp_projection_payments (f->out, row);

      for (guint j = 0; j < row->ticket.n_payments; j++)
        {
          gboolean held = FALSE;

          for (guint k = 0; k < f->scenario->ticket.n_assignments; k++)
            {
              const MpAssignment *assignment = &f->scenario->ticket.assignments[k];

              held |= assignment->role != MP_ROLE_VR_COST_REIMBURSEMENT && g_str_equal (assignment->provider, payments[j].provider) &&
                      assignment->from.month < row->month && (assignment->to.month == NONE || assignment->to.month >= row->month);
            }
          g_assert_true (held);
        }
    }
}

/* The providers' own sums are the ticket's sum, to the cent. */
static void
check_caseload (Fixture *f)
{
  g_autoptr (MpCaseload) caseload = mp_caseload_new (NULL, 0);
  MpCaseloadSum total;

  mp_caseload_add (caseload, f->kase, f->out);
  mp_caseload_providers (caseload);
  total = mp_caseload_total (caseload);
  g_assert_cmpint (total.gross, ==, f->out->totals.en);
  g_assert_cmpint (total.share, ==, f->out->totals.share);
}

/* TTW-78: an old outcome payment is lowered by the milestones of its own provider, so that sharing those does move it. */
static gboolean
has_old_outcome (Fixture *f)
{
  for (guint i = 0; i < f->out->payments->len; i++)
    if (g_array_index (f->out->payments, MpTicketPayment, i).code.kind == MP_TICKET_CODE_OLDOUT)
      return TRUE;
  return FALSE;
}

/* TTW-41 to 44: the same pay for years before the assignment, in years whose figures are carried: 1, 6, 12 and 18 months of it. */
static void
long_lookback (Fixture *f, gconstpointer data)
{
  entitle (f, mp_month (2026, 1));
  earn (f, mp_month (2027, 2), OPEN, mp_dollars (1500));
  assign_en (f, mp_month (2030, 6));
  project_whole (f, mp_month (2027, 1), 48);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0xf);
  g_assert_cmpuint (count_events (f, MP_EVENT_PHASE1_REMOVED), ==, 4);
}

/* Months that repeat the one before are what they are when each is found anew. */
static void
check_repeated (Fixture *f)
{
  g_autoptr (MpProjection) repeated = mp_projection_new ();

  g_assert_true (mp_project (repeated, f->kase, 0, f->parameters, MP_PROJECT_DEFAULT, NULL));
  g_assert_cmpuint (repeated->payments->len, ==, f->out->payments->len);
  for (guint i = 0; i < f->out->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (repeated, i), *other = mp_projection_month (f->out, i);

      g_assert_cmpuint (row->estimated, ==, other->estimated);
      g_assert_cmpuint (row->ticket.status, ==, other->ticket.status);
      g_assert_cmpuint (row->ticket.cdr_protected, ==, other->ticket.cdr_protected);
      g_assert_cmpint (row->ticket.total, ==, other->ticket.total);
      g_assert_cmpint (row->ticket.cumulative, ==, other->ticket.cumulative);
      g_assert_cmpuint (row->ticket.next.code.kind, ==, other->ticket.next.code.kind);
      g_assert_cmpuint (row->ticket.next.code.number, ==, other->ticket.next.code.number);
      g_assert_cmpuint (row->ticket.next.have, ==, other->ticket.next.have);
      g_assert_cmpuint (row->ticket.next.blocked, ==, other->ticket.next.blocked);
      g_assert_cmpint (row->ticket.next.amount, ==, other->ticket.next.amount);
      g_assert_cmpint (row->ticket.next.window_ends, ==, other->ticket.next.window_ends);
    }
}

static void
every_ticket (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (411);
  guint paid = 0;

  for (guint n = 0; n < 400; n++)
    {
      const MpMonth start = mp_month (g_rand_int_range (random, 2003, 2018), g_rand_int_range (random, 1, 13));
      g_autofree MpMoney *totals = NULL;

      tear_down (f, NULL);
      set_up (f, NULL);
      random_benefits (f, random, start);
      random_work (f, random, start);
      random_assignments (f, random, start);
      f->scenario->ticket.share.present = TRUE;
      f->scenario->ticket.share.percent = g_rand_int_range (random, 0, 10001);
      f->scenario->ticket.share.of = MP_SHARE_ALL;
      f->scenario->ticket.stipend = g_rand_int_range (random, 0, 5000);
      project_whole (f, start, 100);
      check_sequence (f);
      check_holders (f);
      check_caseload (f);
      check_repeated (f);
      totals = g_new (MpMoney, f->out->n_rows);
      for (guint i = 0; i < f->out->n_rows; i++)
        totals[i] = f->out->rows[i].ticket.total;
      paid += f->out->payments->len;
      /* splitting never changes what the ticket is paid */
      add_claims (f, random);
      project_whole (f, start, 100);
      for (guint i = 0; i < f->out->n_rows && !has_old_outcome (f); i++)
        g_assert_cmpint (f->out->rows[i].ticket.total, ==, totals[i]);
      check_sequence (f);
      check_caseload (f);
    }
  g_assert_cmpuint (paid, >, 3000); /* the cases are not empty */
}

/* 20 CFR 411.525(a)(2)(i): one month, then three within 6, six within 12 and nine within 18; 411.535, 411.550 and chart II
 * of 411.545: eleven Phase 2 milestones and 36 outcome months, for SSI alone 18 and 60. */
static void
most_payments (Fixture *f, gconstpointer data)
{
  static const guint printed[][2] = { { 1, 1 }, { 3, 6 }, { 6, 12 }, { 9, 18 } };

  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      guint need, within;

      mp_ticket_work_needed (i + 1, &need, &within);
      g_assert_cmpuint (need, ==, printed[i][0]);
      if (need > 1)
        g_assert_cmpuint (within, ==, printed[i][1]);
    }
  for (gint t16 = 0; t16 < 2; t16++)
    {
      f->out->ticket.class_t16 = t16;
      f->out->ticket.outcomes_cap = 0;
      g_assert_cmpuint (mp_ticket_most_payments (f->out, MP_TICKET_CODE_P1M), ==, 4);
      g_assert_cmpuint (mp_ticket_most_payments (f->out, MP_TICKET_CODE_P2M), ==, t16 ? 18 : 11);
      g_assert_cmpuint (mp_ticket_most_payments (f->out, MP_TICKET_CODE_OUT), ==, t16 ? 60 : 36);
    }
}

int
main (int argc, char *argv[])
{
  static const TicketTest tests[] = {
    { "TTW-65/cornell-title-ii", ttw_65_cornell_title_ii }, { "TTW-65/cornell-reconciled", ttw_65_cornell_reconciled },
    { "TTW-65/cornell-title-xvi", ttw_65_cornell_title_xvi }, { "TTW-80/planner-title-ii", ttw_80_planner_title_ii },
    { "TTW-80/planner-title-xvi", ttw_80_planner_title_xvi }, { "TTW-80/planner-milestones", ttw_80_planner_milestones },
    { "TTW-80/planner-milestones-xvi", ttw_80_planner_milestones_xvi }, { "TTW-83/from-2006-to-2012", ttw_83_from_2006_to_2012 },
    { "events/unpaid-milestones", unpaid_milestones }, { "events/unpaid-removed", unpaid_removed },
    { "events/unpaid-outcomes", unpaid_outcomes }, { "progress/texts", progress_texts },
    { "TTW-41+TTW-42+TTW-43+TTW-44/long", long_lookback }, { "progress/reconciliation", progress_reconciliation }, { "every-ticket", every_ticket },
    { "TTW-25+TTW-28+TTW-29/most-payments", most_payments },
  };

  return run_ticket_tests (tests, G_N_ELEMENTS (tests), argc, argv);
}
