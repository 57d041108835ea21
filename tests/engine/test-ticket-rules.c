/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rules of the ticket page one by one, milestones and outcomes; values worked out by hand.
 * Trial work level: 2009 700, 2013 750, 2016 810, 2023 1,050, 2024 1,110, 2025 1,160.
 * SGA: 2007 900 (blind 1,500), 2016 1,130, 2023 1,470, 2024 1,550, 2025 1,620 (blind 2,700). */

#include "ticket-fixture.h"

static void
suspend (Fixture *f, MpMonth from)
{
  benefits (f, from, MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
}

/* TTW-4: a concurrent beneficiary has one ticket and is paid for once, in title II's class. */
static void
ttw_4_one_ticket (Fixture *f, gconstpointer data)
{
  f->kase->ssdi.present = f->kase->ssi.present = TRUE;
  f->kase->ssdi.entitled_from = f->kase->ssi.eligible_from = mp_month (2020, 1);
  benefits (f, mp_month (2020, 1), PAID, MP_SSI_PAYABLE);
  prior (f, mp_month (2025, 1), "P1M4", mp_dollars (1850));
  assign_en (f, mp_month (2024, 12));
  earn (f, mp_month (2025, 2), OPEN, mp_dollars (1700));
  project (f, mp_month (2024, 12), 14);
  assert_pays (f, 2025, 2, "P2M1 555.00");
  assert_pays (f, 2025, 12, "P2M11 555.00");
  assert_pays (f, 2026, 1, "");
  g_assert_false (f->out->ticket.class_t16);
}

/* TTW-6: nothing is asked of the person, and no time ends the ticket. */
static void
ttw_6_no_expiry (Fixture *f, gconstpointer data)
{
  title_ii (f);
  project (f, mp_month (2003, 1), 300);
  g_assert_cmpint (ticket_of (f, 2003, 1)->status, ==, MP_TICKET_UNASSIGNED);
  g_assert_cmpint (ticket_of (f, 2027, 12)->status, ==, MP_TICKET_UNASSIGNED);
}

/* TTW-8, 11, 12, 16: in effect on its day; an end inside a month counts to its last day; the next
 * provider is not paid for its own first month. */
static void
ttw_11_ends_with_month (Fixture *f, gconstpointer data)
{
  MpAssignment *first;

  title_ii (f);
  first = assign (f, "North EN", MP_ROLE_EN, mp_month (2025, 1), mp_month (2025, 4), MP_SYSTEM_OUTCOME_MILESTONE);
  first->to.day = 3;
  assign (f, "South EN", MP_ROLE_EN, mp_month (2025, 6), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2025, 1), OPEN, mp_dollars (1160));
  project (f, mp_month (2024, 12), 12);
  g_assert_cmpint (ticket_of (f, 2024, 12)->status, ==, MP_TICKET_UNASSIGNED);
  g_assert_cmpint (ticket_of (f, 2025, 1)->status, ==, MP_TICKET_ASSIGNED);
  assert_pays (f, 2025, 1, "");
  assert_pays (f, 2025, 2, "P1M1 1850.00");
  assert_pays (f, 2025, 4, "P1M2 1850.00"); /* the third is the month of the end */
  g_assert_cmpstr (ticket_of (f, 2025, 4)->provider, ==, "North EN");
  g_assert_cmpint (ticket_of (f, 2025, 5)->status, ==, MP_TICKET_UNASSIGNED);
  g_assert_null (ticket_of (f, 2025, 5)->provider);
  g_assert_cmpint (ticket_of (f, 2025, 6)->status, ==, MP_TICKET_ASSIGNED);
  assert_pays (f, 2025, 6, "");
  assert_next (f, 2025, 6, "P1M3", 5, 6, MP_BLOCKED_ASSIGNMENT_MONTH);
  assert_pays (f, 2025, 7, "P1M3 1850.00");
  g_assert_cmpstr (mp_projection_payments (f->out, mp_run_row (&f->run, mp_month (2025, 7)))->provider, ==, "South EN");
}

/* TTW-19: the outcome system pays no milestones. */
static void
ttw_19_outcome_only (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2024, 1), NONE, MP_SYSTEM_OUTCOME_ONLY);
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (2000));
  suspend (f, mp_month (2024, 12));
  project (f, mp_month (2024, 1), 24);
  assert_pays (f, 2024, 2, "");
  assert_next (f, 2024, 2, "OUT1", 0, 1, MP_BLOCKED_BENEFIT_PAID);
  assert_pays (f, 2024, 11, "");
  assert_pays (f, 2024, 12, "OUT1 998.00");
  assert_pays (f, 2025, 11, "OUT12 1033.00"); /* TTW-56: no reconciliation */
}

/* TTW-21: the system of the assignment, not the provider's present one. */
static void
ttw_21_system_of_assignment (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2024, 1), mp_month (2024, 6), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2024, 7), NONE, MP_SYSTEM_OUTCOME_ONLY);
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (2000));
  suspend (f, mp_month (2024, 5));
  project (f, mp_month (2024, 1), 12);
  assert_pays (f, 2024, 2, "P1M1 1788.00");
  assert_pays (f, 2024, 5, "OUT1 536.00");
  assert_pays (f, 2024, 6, "OUT2 536.00");
  assert_pays (f, 2024, 7, "");
  assert_pays (f, 2024, 8, "OUT3 998.00");
}

/* TTW-23: a percentage of the outcome payments of a month, or of all, to the cent, half up; a
 * stipend in a month with earnings while assigned. */
static void
ttw_23_share (Fixture *f, gconstpointer data)
{
  title_ii (f);
  f->kase->ssdi.entitled_from = mp_month (2020, 1);
  f->kase->ssdi.amounts = NULL;
  assign (f, "North EN", MP_ROLE_EN, mp_month (2024, 1), mp_month (2024, 3), MP_SYSTEM_OUTCOME_MILESTONE);
  f->scenario->ticket.share.present = TRUE;
  f->scenario->ticket.share.percent = 303; /* 3.03% of 1,788 is 54.1764 */
  f->scenario->ticket.stipend = mp_dollars (25);
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (600));
  *(MpAmount *) mp_arena_append (f->kase->arena, f->kase->ssdi.amounts, f->kase->ssdi.n_amounts) =
    (MpAmount) { { mp_month (2020, 1), OPEN }, mp_dollars (1000) };
  project_whole (f, mp_month (2024, 1), 6);
  assert_pays (f, 2024, 2, "P1M1 1788.00");
  g_assert_cmpint (mp_run_row (&f->run, mp_month (2024, 1))->cash.share, ==, 0); /* no earnings */
  g_assert_cmpint (mp_run_row (&f->run, mp_month (2024, 2))->cash.share, ==, 2500);
  g_assert_cmpint (mp_run_row (&f->run, mp_month (2024, 4))->cash.share, ==, 0); /* no longer assigned */
  f->scenario->ticket.share.of = MP_SHARE_ALL;
  project_whole (f, mp_month (2024, 1), 6);
  g_assert_cmpint (mp_run_row (&f->run, mp_month (2024, 2))->cash.share, ==, 2500 + 5418);
}

/* TTW-24: what was paid stays paid, whatever follows. */
static void
ttw_24_kept (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2025, 1));
  earn (f, mp_month (2025, 2), mp_month (2025, 2), mp_dollars (600));
  f->kase->ticket.terminates.present = TRUE;
  f->kase->ticket.terminates.month = mp_month (2025, 6);
  project (f, mp_month (2025, 1), 12);
  for (gint month = 2; month <= 12; month++)
    g_assert_cmpint (ticket_of (f, 2025, month)->cumulative, ==, mp_dollars (1850));
}

/* TTW-27, 35, S-02: exactly the level counts; each month serves every window. */
static void
ttw_27_six_of_twelve (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2023, 1));
  for (gint month = 2; month <= 12; month += 2) /* February, April, ..., December */
    earn (f, mp_month (2023, month), mp_month (2023, month), mp_dollars (1050));
  earn (f, mp_month (2024, 1), mp_month (2024, 1), 110999); /* one cent below the level of 2024 */
  project (f, mp_month (2023, 1), 24);
  assert_pays (f, 2023, 2, "P1M1 1646.00");
  assert_pays (f, 2023, 4, "");
  assert_pays (f, 2023, 6, "P1M2 1646.00");
  assert_pays (f, 2023, 10, "");
  assert_pays (f, 2023, 12, "P1M3 1646.00");
  assert_next (f, 2023, 12, "P1M4", 6, 9, MP_BLOCKED_NO);
  g_assert_cmpint (ticket_of (f, 2023, 12)->next.window_ends, ==, mp_month (2024, 7)); /* 18 months from February 2023 */
  assert_next (f, 2024, 1, "P1M4", 6, 9, MP_BLOCKED_NO);
}

/* TTW-27: the first of six falls out of twelve months. */
static void
ttw_27_outside (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2023, 1));
  earn (f, mp_month (2023, 2), mp_month (2023, 6), mp_dollars (1050));
  earn (f, mp_month (2024, 2), mp_month (2024, 2), mp_dollars (1110)); /* 13 months after the first */
  project (f, mp_month (2023, 1), 24);
  assert_pays (f, 2023, 4, "P1M2 1646.00");
  assert_pays (f, 2024, 2, "");
}

/* TTW-30, 31: the figures of the month itself, also inside a window that crosses the year. */
static void
ttw_31_year (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2024, 9));
  earn (f, mp_month (2024, 11), mp_month (2024, 12), mp_dollars (1110));
  earn (f, mp_month (2025, 1), mp_month (2025, 1), 115999);
  earn (f, mp_month (2025, 2), mp_month (2025, 2), mp_dollars (1160));
  project (f, mp_month (2024, 9), 8);
  assert_pays (f, 2024, 11, "P1M1 1788.00");
  assert_pays (f, 2025, 1, "");
  assert_pays (f, 2025, 2, "P1M2 1850.00");
}

/* TTW-32, 33: gross pay of the work done in the month, whatever is deducted and whenever it is paid. */
static void
ttw_32_gross (Fixture *f, gconstpointer data)
{
  MpIncentive *irwe = mp_arena_append (f->kase->arena, f->scenario->work_incentives, f->scenario->n_work_incentives);
  MpWorkMonthFact *march;

  *irwe = (MpIncentive) { MP_INCENTIVE_IRWE, NULL, { mp_month (2025, 1), OPEN }, mp_dollars (700), 0, FALSE };
  title_ii (f);
  prior (f, mp_month (2025, 1), "P1M4", mp_dollars (1850));
  assign_en (f, mp_month (2024, 12));
  earn (f, mp_month (2025, 2), OPEN, 162001);
  f->scenario->work[0].subsidy = mp_dollars (500);
  march = mp_arena_append (f->kase->arena, f->scenario->work[0].months, f->scenario->work[0].n_months);
  *march = (MpWorkMonthFact) { mp_month (2025, 3), mp_dollars (1000), mp_dollars (3000), MP_HOURS_NONE }; /* paid for more than it earned */
  project (f, mp_month (2024, 12), 6);
  assert_pays (f, 2025, 2, "P2M1 555.00");
  assert_pays (f, 2025, 3, "");
  assert_pays (f, 2025, 4, "P2M2 555.00");
}

/* TTW-34: work in the month of the assignment, or before, completes nothing. */
static void
ttw_34_assignment_month (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2025, 3));
  earn (f, mp_month (2025, 2), mp_month (2025, 5), mp_dollars (1160));
  project (f, mp_month (2025, 1), 8);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0); /* exactly the level */
  assert_pays (f, 2025, 3, "");
  assert_pays (f, 2025, 4, "P1M1 1850.00");
  assert_pays (f, 2025, 5, ""); /* April and May: two */
  assert_next (f, 2025, 5, "P1M2", 2, 3, MP_BLOCKED_NO);
}

/* TTW-36: the first month above SGA pays the first milestone, and Phase 2 waits for Phase 1. */
static void
ttw_36_sequence (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2024, 1));
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (3000));
  project (f, mp_month (2024, 1), 16);
  assert_pays (f, 2024, 2, "P1M1 1788.00");
  assert_pays (f, 2024, 3, "");
  assert_pays (f, 2024, 4, "P1M2 1788.00");
  assert_pays (f, 2024, 7, "P1M3 1788.00");
  assert_pays (f, 2024, 10, "P1M4 1788.00");
  assert_pays (f, 2024, 11, "P2M1 536.00");
}

/* TTW-38: reached while nobody holds the ticket, paid in the first payable month that meets the test itself. */
static void
ttw_38_later_month (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2024, 1), mp_month (2024, 3), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2024, 5), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2024, 2), mp_month (2024, 5), mp_dollars (1110)); /* the third is April */
  earn (f, mp_month (2024, 6), mp_month (2024, 6), mp_dollars (1000));
  earn (f, mp_month (2024, 7), mp_month (2024, 7), mp_dollars (1110));
  project (f, mp_month (2024, 1), 9);
  assert_pays (f, 2024, 4, "");
  assert_next (f, 2024, 4, "P1M2", 3, 3, MP_BLOCKED_NO_ASSIGNMENT);
  assert_pays (f, 2024, 5, "");
  assert_pays (f, 2024, 6, "");
  assert_pays (f, 2024, 7, "P1M2 1788.00"); /* February to July */
}

/* TTW-39: closed for good when the outcome period opens. */
static void
ttw_39_closed (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2024, 1));
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (2000));
  suspend (f, mp_month (2024, 5));
  benefits (f, mp_month (2024, 6), MP_SSDI_EPE_PAID, MP_SSI_NOT_ELIGIBLE);
  suspend (f, mp_month (2024, 12));
  project (f, mp_month (2024, 1), 14);
  assert_pays (f, 2024, 4, "P1M2 1788.00");
  assert_pays (f, 2024, 5, "OUT1 536.00");
  assert_pays (f, 2024, 7, ""); /* six of twelve */
  assert_next (f, 2024, 7, "OUT2", 0, 1, MP_BLOCKED_OUTCOME_PERIOD);
  assert_pays (f, 2024, 12, "OUT2 536.00");
  g_assert_cmpuint (f->out->ticket.milestones_paid, ==, 2);
}

/* TTW-40: milestones are paid while benefits go on. */
static void
ttw_40_in_payment (Fixture *f, gconstpointer data)
{
  title_xvi (f);
  assign_en (f, mp_month (2024, 1));
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (1600));
  project (f, mp_month (2024, 1), 14);
  assert_pays (f, 2024, 10, "P1M4 1788.00");
  assert_pays (f, 2024, 11, "P2M1 301.00");
  g_assert_false (ticket_of (f, 2024, 11)->outcome_month);
}

/* TTW-42, 43, 44: three of six, six of twelve, nine of eighteen months above the level; one less removes nothing. */
static void
lookback (Fixture *f, guint within, guint months, guint8 removed)
{
  /* the last of them two months before the assignment, so that P1M1 is left alone */
  const MpMonth first = mp_month (2024, 3);

  title_ii_at_en (f, first);
  earn (f, first - (MpMonth) within, first - (MpMonth) within, mp_dollars (1200));
  earn (f, first - (MpMonth) months, first - 2, mp_dollars (1200));
  project (f, mp_month (2022, 1), 40);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, removed);
}

static void
ttw_42_three_of_six (Fixture *f, gconstpointer data)
{
  lookback (f, 6, 3, 1 << 1); /* September, December, January */
}

static void
ttw_42_outside (Fixture *f, gconstpointer data)
{
  lookback (f, 7, 3, 0); /* the first is the seventh month before */
}

static void
ttw_43_six_of_twelve (Fixture *f, gconstpointer data)
{
  lookback (f, 12, 6, 1 << 1 | 1 << 2);
}

static void
ttw_43_outside (Fixture *f, gconstpointer data)
{
  lookback (f, 13, 6, 1 << 1);
}

static void
ttw_44_nine_of_eighteen (Fixture *f, gconstpointer data)
{
  lookback (f, 18, 9, 1 << 1 | 1 << 2 | 1 << 3);
}

static void
ttw_44_outside (Fixture *f, gconstpointer data)
{
  lookback (f, 19, 9, 1 << 1 | 1 << 2);
}

/* TTW-45: a later provider does not get a removed milestone back, nor does the reconciliation. */
static void
ttw_45_stays_removed (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2013, 3), mp_month (2013, 3), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2013, 4), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2013, 2), mp_month (2013, 2), 75001);
  earn (f, mp_month (2013, 5), OPEN, mp_dollars (1200));
  suspend (f, mp_month (2013, 6));
  project (f, mp_month (2013, 1), 24);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 1);
  assert_pays (f, 2013, 5, "");
  assert_next (f, 2013, 5, "P1M2", 1, 3, MP_BLOCKED_NO);
  /* 3 of Phase 1 and 11 of Phase 2 at the rates of 2013: 3 x 1,335 + 11 x 401 */
  assert_pays (f, 2014, 5, "OUT12 407.00; RECON 8416.00");
}

/* TTW-46: Phase 2 knows no earlier work. */
static void
ttw_46_phase2_whole (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2024, 1));
  earn (f, mp_month (2022, 1), OPEN, mp_dollars (3000));
  project (f, mp_month (2022, 1), 40);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0xf);
  assert_pays (f, 2024, 2, "P2M1 536.00");
  assert_pays (f, 2024, 12, "P2M11 536.00");
}

/* TTW-48: benefits paid in spite of substantial work are cash. */
static void
ttw_48_cash (Fixture *f, gconstpointer data)
{
  static const MpSsdiStatus cash[] = {
    MP_SSDI_TRIAL_WORK, MP_SSDI_CESSATION, MP_SSDI_GRACE, MP_SSDI_EPE_PAID, MP_SSDI_POST_EPE_PAID, MP_SSDI_EXR_PROVISIONAL,
    MP_SSDI_EXR_PAID,
  };

  for (guint i = 0; i < G_N_ELEMENTS (cash); i++)
    {
      f->n_benefits = 0;
      f->kase->ssdi.present = TRUE;
      f->kase->ssdi.entitled_from = mp_month (2001, 1);
      f->scenario->ticket.n_assignments = f->scenario->n_work = 0;
      benefits (f, mp_month (2001, 1), cash[i], MP_SSI_NOT_ELIGIBLE);
      assign_en (f, mp_month (2024, 1));
      earn (f, mp_month (2024, 1), OPEN, mp_dollars (3000));
      project (f, mp_month (2024, 1), 4);
      g_assert_false (ticket_of (f, 2024, 3)->outcome_month);
    }
  f->benefits[0].ssdi = MP_SSDI_EXR_UNPAID;
  project (f, mp_month (2024, 1), 4);
  g_assert_true (ticket_of (f, 2024, 3)->outcome_month);
}

/* TTW-50, 51: months without an assignment use the period up; the codes count payments. */
static void
ttw_51_used_up (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2013, 1), mp_month (2013, 12), MP_SYSTEM_OUTCOME_ONLY);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2014, 6), NONE, MP_SYSTEM_OUTCOME_ONLY);
  earn (f, mp_month (2013, 2), OPEN, mp_dollars (2500));
  suspend (f, mp_month (2013, 2));
  project (f, mp_month (2013, 1), 40);
  assert_pays (f, 2013, 12, "OUT11 746.00");
  assert_next (f, 2014, 1, "OUT12", 1, 1, MP_BLOCKED_NO_ASSIGNMENT);
  assert_pays (f, 2014, 6, "");
  assert_pays (f, 2014, 7, "OUT12 758.00");
  /* February 2013 to January 2016 are 36 months: six of them were nobody's */
  assert_pays (f, 2016, 1, "OUT30 781.00");
  g_assert_cmpint (ticket_of (f, 2016, 2)->status, ==, MP_TICKET_TERMINATED);
  g_assert_cmpuint (f->out->ticket.outcomes_paid, ==, 30);
}

/* TTW-53: no earnings are asked of an outcome month. */
static void
ttw_53_no_earnings_test (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2016, 1));
  suspend (f, mp_month (2016, 2));
  project (f, mp_month (2016, 1), 4);
  assert_pays (f, 2016, 2, "OUT1 419.00");
}

/* TTW-55, S-10: the fourth milestone is reconciled though its services were never completed. */
static void
ttw_55_services (Fixture *f, gconstpointer data)
{
  title_xvi (f);
  f->scenario->ticket.services_completed = mp_month (2030, 1);
  assign_en (f, mp_month (2016, 1));
  earn (f, mp_month (2016, 2), OPEN, mp_dollars (2500));
  benefits (f, mp_month (2016, 2), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2016, 1), 16);
  /* all 4 and all 11: 4 x 1,398 + 11 x 419, class of the benefits held in February */
  assert_pays (f, 2017, 1, "OUT12 420.00; RECON 10201.00");
  read_as (f, "ticket/S-10", "needs_services");
  project (f, mp_month (2016, 1), 16);
  assert_pays (f, 2017, 1, "OUT12 420.00; RECON 8803.00");
}

/* TTW-57, S-09: the provider of the twelfth outcome, of the ticket or of the provider. */
static void
ttw_57_which_provider (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2016, 1), mp_month (2016, 6), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2016, 6), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  f->scenario->ticket.assignments[1].from = (MpDate) { mp_month (2016, 7), 1 };
  earn (f, mp_month (2016, 2), OPEN, mp_dollars (2500));
  suspend (f, mp_month (2016, 2));
  project (f, mp_month (2016, 1), 24);
  assert_pays (f, 2016, 6, "OUT5 419.00");
  assert_pays (f, 2017, 2, "OUT12 420.00; RECON 10201.00");
  g_assert_cmpstr (mp_projection_payments (f->out, mp_run_row (&f->run, mp_month (2017, 2)))[1].provider, ==, "South EN");
  read_as (f, "ticket/S-09", "en_12th");
  project (f, mp_month (2016, 1), 24);
  assert_pays (f, 2017, 2, "OUT12 420.00");
  assert_pays (f, 2017, 7, "OUT17 420.00; RECON 10201.00"); /* August 2016 is its first */
}

/* TTW-58: the bases that the Chief Actuary published for 2001 and 2024. */
static void
ttw_58_base (Fixture *f, gconstpointer data)
{
  static const struct { MpSeries series; gint year; MpMoney base; } printed[] = {
    { MP_SERIES_PCB_T2, 2001, 75867 }, { MP_SERIES_PCB_T16, 2001, 45941 },
    { MP_SERIES_PCB_T2, 2024, 149007 }, { MP_SERIES_PCB_T16, 2024, 83601 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      MpFigure figure;

      g_assert_true (mp_parameters_get (f->parameters, printed[i].series, mp_month (printed[i].year, 6), &figure));
      g_assert_cmpint (figure.value, ==, printed[i].base);
    }
}

static void
enter_base (Fixture *f, gint year, MpMoney t2, MpMoney t16)
{
  MpTicketRates *rates = mp_arena_append (f->kase->arena, f->kase->ticket.rates, f->kase->ticket.n_rates);

  *rates = (MpTicketRates) { year, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE,
                             MP_MONEY_NONE, t2, t16 };
}

/* TTW-59, 63: 120 percent of the base of title II for both classes; 1,001.25 makes 1,201.50, which goes up. */
static void
ttw_59_phase1 (Fixture *f, gconstpointer data)
{
  title_xvi (f);
  enter_base (f, 2024, 100125, 50000);
  assign_en (f, mp_month (2024, 1));
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (600));
  project (f, mp_month (2024, 1), 3);
  assert_pays (f, 2024, 2, "P1M1 1202.00");
}

/* TTW-60, 61, 62: 36 percent, 36 and 67, each payment rounded by itself: 454.50, 180.11, 845.875, 335.20. */
static void
ttw_60_percentages (Fixture *f, gconstpointer data)
{
  static const struct { gboolean t16, outcome; MpPaymentSystem system; const char *paid; } rows[] = {
    { FALSE, FALSE, MP_SYSTEM_OUTCOME_MILESTONE, "P2M1 455.00" }, { TRUE, FALSE, MP_SYSTEM_OUTCOME_MILESTONE, "P2M1 180.00" },
    { FALSE, TRUE, MP_SYSTEM_OUTCOME_MILESTONE, "OUT1 455.00" }, { TRUE, TRUE, MP_SYSTEM_OUTCOME_MILESTONE, "OUT1 180.00" },
    { FALSE, TRUE, MP_SYSTEM_OUTCOME_ONLY, "OUT1 846.00" }, { TRUE, TRUE, MP_SYSTEM_OUTCOME_ONLY, "OUT1 335.00" },
  };

  enter_base (f, 2024, 126250, 50030);
  prior (f, mp_month (2024, 1), "P1M4", mp_dollars (1000));
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (3000));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      f->n_benefits = 0;
      f->kase->ssdi.present = f->kase->ssi.present = FALSE;
      f->scenario->ticket.n_assignments = 0;
      if (rows[i].t16)
        title_xvi (f);
      else
        title_ii (f);
      if (rows[i].outcome && !rows[i].t16)
        suspend (f, mp_month (2024, 2));
      assign (f, "North EN", MP_ROLE_EN, mp_month (2023, 12), NONE, rows[i].system);
      if (rows[i].outcome && rows[i].t16)
        benefits (f, mp_month (2024, 2), MP_SSDI_SUSPENDED, MP_SSI_SUSPENDED); /* the class was fixed in January */
      project (f, mp_month (2023, 12), 4);
      assert_pays (f, 2024, 2, rows[i].paid);
    }
}

/* TTW-64: the rate is that of the year in which it is attained. */
static void
ttw_64_year (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2023, 11));
  earn (f, mp_month (2023, 12), OPEN, mp_dollars (1200));
  suspend (f, mp_month (2024, 3));
  project (f, mp_month (2023, 11), 20);
  assert_pays (f, 2023, 12, "P1M1 1646.00");
  assert_pays (f, 2024, 2, "P1M2 1788.00");
  assert_pays (f, 2024, 12, "OUT10 536.00");
  /* the period opened in 2024: 2 x 1,788 + 11 x 536, though the twelfth is in 2025 */
  assert_pays (f, 2025, 2, "OUT12 555.00; RECON 9472.00");
}

/* TTW-66: the class of the benefits held at the first payment is for good; title II before it wins. */
static void
ttw_66_class (Fixture *f, gconstpointer data)
{
  title_xvi (f);
  f->kase->ssdi.present = TRUE;
  f->kase->ssdi.entitled_from = mp_month (2024, 6);
  assign_en (f, mp_month (2024, 1));
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (1600));
  benefits (f, mp_month (2024, 6), PAID, MP_SSI_PAYABLE);
  benefits (f, mp_month (2024, 9), PAID, MP_SSI_TERMINATED);
  project (f, mp_month (2024, 1), 14);
  assert_pays (f, 2024, 11, "P2M1 301.00");
  g_assert_true (f->out->ticket.class_t16);
  f->scenario->work[0].when.from = mp_month (2024, 6);
  project (f, mp_month (2024, 1), 14);
  assert_pays (f, 2024, 6, "P1M1 1788.00");
  g_assert_false (f->out->ticket.class_t16);
}

/* TTW-66: title II that has ended while SSI goes on is not held; when all has ended, what was held last. */
static void
ttw_66_ended (Fixture *f, gconstpointer data)
{
  f->kase->ssdi.present = f->kase->ssi.present = TRUE;
  f->kase->ssdi.entitled_from = f->kase->ssi.eligible_from = mp_month (2010, 1);
  benefits (f, mp_month (2010, 1), MP_SSDI_TERMINATED, MP_SSI_PAYABLE);
  assign_en (f, mp_month (2024, 1));
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (600));
  project (f, mp_month (2024, 1), 6);
  g_assert_true (f->out->ticket.class_t16);
  f->n_benefits = 0;
  benefits (f, mp_month (2010, 1), PAID, MP_SSI_PAYABLE);
  benefits (f, mp_month (2024, 2), MP_SSDI_TERMINATED, MP_SSI_TERMINATED);
  f->scenario->work[0].monthly = mp_dollars (1600);
  project (f, mp_month (2024, 1), 6);
  assert_pays (f, 2024, 2, "OUT1 536.00");
  g_assert_false (f->out->ticket.class_t16);
}

/* TTW-66: before any payment title II when the case has SSDI, else title XVI. */
static void
ttw_66_before_payment (Fixture *f, gconstpointer data)
{
  title_xvi (f);
  project (f, mp_month (2024, 1), 6);
  g_assert_true (f->out->ticket.class_t16);
  f->kase->ssdi.present = TRUE;
  f->kase->ssdi.entitled_from = mp_month (2026, 1);
  project (f, mp_month (2024, 1), 6);
  g_assert_false (f->out->ticket.class_t16);
}

/* TTW-67: one rate of a published year may be unknown by itself. */
static void
ttw_67_single_rate (Fixture *f, gconstpointer data)
{
  title_xvi (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2025, 1), NONE, MP_SYSTEM_OUTCOME_ONLY);
  earn (f, mp_month (2025, 2), OPEN, mp_dollars (3000));
  benefits (f, mp_month (2025, 1), MP_SSDI_NOT_ENTITLED, MP_SSI_PAYABLE);
  prior (f, mp_month (2025, 2), "OUT1", mp_dollars (560));
  benefits (f, mp_month (2025, 3), MP_SSDI_SUSPENDED, MP_SSI_SUSPENDED);
  project (f, mp_month (2025, 1), 4);
  assert_pays (f, 2025, 3, "OUT2 560.00"); /* that of 2024 */
  g_assert_true (mp_run_row (&f->run, mp_month (2025, 3))->estimated & MP_ESTIMATED_TICKET_RATE);
  f->kase->ticket.rate_policy = MP_RATES_PUBLISHED_ONLY;
  project (f, mp_month (2025, 1), 4);
  assert_pays (f, 2025, 3, "OUT2 ?");
  assert_pays (f, 2025, 4, "OUT3 ?"); /* attained, and counts */
}

/* TTW-67: a reconciliation with an unknown rate in it has no amount. */
static void
ttw_67_reconciliation (Fixture *f, gconstpointer data)
{
  title_ii (f);
  f->kase->ticket.rate_policy = MP_RATES_PUBLISHED_ONLY;
  enter_base (f, 2031, 200000, 100000);
  assign_en (f, mp_month (2030, 1));
  earn (f, mp_month (2030, 2), OPEN, mp_dollars (5000));
  suspend (f, mp_month (2030, 2));
  project (f, mp_month (2030, 1), 16);
  assert_pays (f, 2031, 1, "OUT12 720.00; RECON ?"); /* the period opened in 2030 */
  f->kase->ticket.rates[0].year = 2030;
  project (f, mp_month (2030, 1), 16);
  assert_pays (f, 2031, 1, "OUT12 ?; RECON 17520.00"); /* 4 x 2,400 + 11 x 720 */
}

/* TTW-68: facts hold their place; the engine goes on after the last of them. */
static void
ttw_68_prior (Fixture *f, gconstpointer data)
{
  title_ii (f);
  prior (f, mp_month (2024, 2), "P1M1", mp_dollars (1788));
  prior (f, mp_month (2024, 6), "P1M2", mp_dollars (1700)); /* what was paid, not what would be right */
  assign_en (f, mp_month (2024, 1));
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (1200));
  project (f, mp_month (2024, 1), 12);
  assert_pays (f, 2024, 4, "");
  g_assert_cmpint (ticket_of (f, 2024, 5)->cumulative, ==, mp_dollars (1788));
  g_assert_cmpint (ticket_of (f, 2024, 6)->cumulative, ==, mp_dollars (1788 + 1700));
  assert_pays (f, 2024, 7, "P1M3 1788.00"); /* six months since February */
  assert_pays (f, 2024, 10, "P1M4 1788.00");
  g_assert_cmpuint (f->out->ticket.milestones_paid, ==, 4);
}

/* TTW-51, 68: 36 payments entered end the ticket whatever the engine makes of the months. */
static void
ttw_68_all_paid (Fixture *f, gconstpointer data)
{
  title_ii (f);
  for (gint i = 0; i < 36; i++)
    {
      g_autofree char *code = g_strdup_printf ("OUT%d", i + 1);
      prior (f, mp_month (2020, 2) + i, code, mp_dollars (440));
    }
  assign_en (f, mp_month (2020, 1));
  project (f, mp_month (2020, 1), 48);
  g_assert_cmpint (ticket_of (f, 2023, 1)->status, ==, MP_TICKET_ASSIGNED);
  g_assert_cmpint (ticket_of (f, 2023, 2)->status, ==, MP_TICKET_TERMINATED);
  g_assert_cmpint (ticket_of (f, 2023, 2)->cumulative, ==, 36 * mp_dollars (440));
}

/* TTW-70: State VR as an EN is paid like any other. */
static void
ttw_70_vr_en (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "State VR", MP_ROLE_VR_EN, mp_month (2025, 1), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2025, 2), OPEN, mp_dollars (600));
  project (f, mp_month (2025, 1), 4);
  g_assert_cmpint (ticket_of (f, 2025, 2)->status, ==, MP_TICKET_ASSIGNED);
  assert_pays (f, 2025, 2, "P1M1 1850.00");
}

/* TTW-10, 71: under cost reimbursement the ticket is in use, not assigned, and pays nobody; then it may go on to an EN. */
static void
ttw_71_partnership_plus (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2024, 1), mp_month (2024, 12), MP_SYSTEM_OUTCOME_MILESTONE);
  assign_en (f, mp_month (2025, 2));
  earn (f, mp_month (2024, 2), mp_month (2024, 4), mp_dollars (3000));
  earn (f, mp_month (2025, 3), OPEN, mp_dollars (600));
  project (f, mp_month (2024, 1), 18);
  g_assert_cmpint (ticket_of (f, 2024, 3)->status, ==, MP_TICKET_IN_USE_SVR);
  g_assert_cmpstr (ticket_of (f, 2024, 3)->provider, ==, "State VR");
  assert_pays (f, 2024, 3, "");
  assert_next (f, 2024, 3, "P1M1", 0, 1, MP_BLOCKED_NO_ASSIGNMENT);
  assert_pays (f, 2025, 3, "P1M1 1850.00"); /* not successful: Phase 1 is whole */
}

/* TTW-72, 73, S-14: a closure of long ago still counts for a milestone before February 2020. */
static void
ttw_73_dated (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2015, 1), mp_month (2016, 1), MP_SYSTEM_OUTCOME_MILESTONE)->successful = TRUE;
  assign_en (f, mp_month (2019, 11));
  earn (f, mp_month (2019, 12), OPEN, mp_dollars (2500));
  project (f, mp_month (2015, 1), 64);
  assert_pays (f, 2019, 12, "P2M1 432.00");
  assert_next (f, 2019, 12, "P2M2", 0, 1, MP_BLOCKED_NO);
  g_assert_cmpuint (mp_projection_payments (f->out, mp_run_row (&f->run, mp_month (2020, 1)))->code.number, ==, 2);
  read_as (f, "ticket/S-14", "any_success");
  project (f, mp_month (2015, 1), 64);
  assert_pays (f, 2020, 2, "P2M3 446.00");
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0xf);
}

/* TTW-73: the eighteenth month before the assignment still counts, the nineteenth does not. */
static void
ttw_73_eighteen_months (Fixture *f, gconstpointer data)
{
  MpAssignment *vr;

  title_ii (f);
  vr = assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2022, 1), mp_month (2022, 9), MP_SYSTEM_OUTCOME_MILESTONE);
  vr->successful = TRUE;
  assign_en (f, mp_month (2024, 3));
  project (f, mp_month (2022, 1), 30);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0xf);
  vr->to = (MpDate) { mp_month (2022, 8), 31 };
  project (f, mp_month (2022, 1), 30);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0);
}

/* TTW-72: only a closure before the first assignment. */
static void
ttw_72_after_assignment (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2023, 1), mp_month (2023, 2), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2023, 3), mp_month (2023, 12), MP_SYSTEM_OUTCOME_MILESTONE)->successful = TRUE;
  assign (f, "South EN", MP_ROLE_EN, mp_month (2024, 1), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (600));
  project (f, mp_month (2023, 1), 18);
  assert_pays (f, 2024, 2, "P1M1 1788.00");
}

/* TTW-103: suspension ends nothing; from the month of termination nothing is paid. */
static void
ttw_103_nothing_after (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2024, 1));
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (2000));
  suspend (f, mp_month (2024, 3));
  f->kase->ticket.terminates.present = TRUE;
  f->kase->ticket.terminates.month = mp_month (2024, 6);
  f->kase->ticket.terminates.reason = MP_TICKET_END_DEATH;
  project (f, mp_month (2024, 1), 9);
  g_assert_cmpint (ticket_of (f, 2024, 5)->status, ==, MP_TICKET_ASSIGNED);
  assert_pays (f, 2024, 5, "OUT3 536.00");
  assert_pays (f, 2024, 6, "");
  assert_next (f, 2024, 6, "OUT4", 1, 1, MP_BLOCKED_TERMINATED);
}

/* TTW-105: born on the 1st, an age is reached the month before. */
static void
ttw_105_born_on_the_first (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (2007, 5), 1 };
  title_xvi (f);
  project (f, mp_month (2025, 1), 8);
  g_assert_cmpint (ticket_of (f, 2025, 3)->status, ==, MP_TICKET_NONE);
  g_assert_cmpint (ticket_of (f, 2025, 4)->status, ==, MP_TICKET_UNASSIGNED);
}

/* TTW-101: a disabled widow's ticket ends at her full retirement age, a childhood beneficiary's at no age. */
static void
ttw_101_basis (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1956, 6), 15 };
  title_ii (f);
  f->kase->ssdi.basis = MP_BASIS_WIDOW;
  project (f, mp_month (2022, 1), 24);
  g_assert_cmpint (ticket_of (f, 2022, 5)->status, ==, MP_TICKET_UNASSIGNED);
  g_assert_cmpint (ticket_of (f, 2022, 6)->status, ==, MP_TICKET_TERMINATED); /* 66 for widows born in 1945 to 1956 */
  f->kase->ssdi.basis = MP_BASIS_CHILDHOOD;
  project (f, mp_month (2022, 1), 24);
  g_assert_cmpint (ticket_of (f, 2023, 12)->status, ==, MP_TICKET_UNASSIGNED);
}

/* TTW-101: a concurrent beneficiary's ticket ends after 65 while SSI eligibility lasts. */
static void
ttw_101_concurrent (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1960, 6), 15 };
  f->kase->ssdi.present = f->kase->ssi.present = TRUE;
  f->kase->ssdi.entitled_from = f->kase->ssi.eligible_from = mp_month (2010, 1);
  benefits (f, mp_month (2010, 1), PAID, MP_SSI_PAYABLE);
  project (f, mp_month (2025, 1), 12);
  g_assert_cmpint (ticket_of (f, 2025, 6)->status, ==, MP_TICKET_UNASSIGNED);
  g_assert_cmpint (ticket_of (f, 2025, 7)->status, ==, MP_TICKET_TERMINATED);
  f->n_benefits = 0;
  benefits (f, mp_month (2010, 1), PAID, MP_SSI_TERMINATED);
  project (f, mp_month (2025, 1), 12);
  g_assert_cmpint (ticket_of (f, 2025, 7)->status, ==, MP_TICKET_UNASSIGNED);
}

/* TTW-102: ended for work, the ticket goes on to full retirement age; 65 does not end it. */
static void
ttw_102_retirement (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1958, 6), 15 };
  title_xvi (f);
  assign_en (f, mp_month (2022, 1));
  earn (f, mp_month (2022, 2), OPEN, mp_dollars (3000));
  benefits (f, mp_month (2022, 2), MP_SSDI_TERMINATED, MP_SSI_TERMINATED);
  project (f, mp_month (2022, 1), 42);
  g_assert_cmpint (ticket_of (f, 2025, 1)->status, ==, MP_TICKET_ASSIGNED);
  g_assert_cmpint (ticket_of (f, 2025, 2)->status, ==, MP_TICKET_TERMINATED); /* 66 and 8 months */
}

/* S-06: a zero-cash month of assignment opens the period, or the first payable one does. */
static void
ttw_50_first_payable (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2013, 12));
  earn (f, mp_month (2014, 1), OPEN, mp_dollars (2500));
  suspend (f, mp_month (2013, 12));
  project (f, mp_month (2013, 12), 40);
  assert_pays (f, 2014, 12, "OUT12 407.00; RECON 9751.00"); /* 4 x 1,335 + 11 x 401, the rates of 2013 */
  g_assert_cmpint (ticket_of (f, 2016, 12)->status, ==, MP_TICKET_TERMINATED);
  read_as (f, "ticket/S-06", "first_payable");
  project (f, mp_month (2013, 12), 40);
  assert_pays (f, 2014, 12, "OUT12 407.00; RECON 9905.00"); /* 4 x 1,357 + 11 x 407, those of 2014 */
  assert_pays (f, 2016, 12, "OUT36 419.00");
}

/* S-12: windows of the ticket, or of the provider that is paid. */
static void
ttw_34_provider_scope (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2024, 1), mp_month (2024, 3), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2024, 4), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (1110));
  project (f, mp_month (2024, 1), 12);
  assert_pays (f, 2024, 5, "P1M2 1788.00");
  read_as (f, "ticket/S-12", "provider");
  project (f, mp_month (2024, 1), 12);
  assert_pays (f, 2024, 5, "");
  assert_pays (f, 2024, 7, "P1M2 1788.00"); /* May, June, July */
}

/* S-12: nine months worked for one provider do not pay the fourth milestone to the next. */
static void
ttw_28_provider_scope (Fixture *f, gconstpointer data)
{
  title_ii (f);
  prior (f, mp_month (2023, 7), "P1M3", mp_dollars (1646));
  f->scenario->ticket.services_completed = mp_month (2024, 2);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2023, 1), mp_month (2023, 11), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2023, 12), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2023, 2), mp_month (2023, 10), mp_dollars (1050));
  project (f, mp_month (2023, 1), 20);
  assert_pays (f, 2024, 2, "P1M4 1788.00");
  read_as (f, "ticket/S-12", "provider");
  project (f, mp_month (2023, 1), 20);
  assert_pays (f, 2024, 2, "");
}

/* TTW-47: a month recorded as unpaid, in which the facts would pay, was not paid because of the wages. */
static void
ttw_47_recorded (Fixture *f, gconstpointer data)
{
  g_strlcpy (f->kase->beneficiary.state, "WI", sizeof f->kase->beneficiary.state);
  f->kase->ssi.present = TRUE;
  f->kase->ssi.eligible_from = mp_month (2015, 1);
  f->kase->ssi.medicaid.needs = TRUE;
  f->kase->ssi.history.present = TRUE;
  f->kase->ssi.history.status = MP_SSI_UNPAID;
  f->kase->ssi.history.since = mp_month (2016, 1);
  f->kase->ssi.history.through = mp_month (2016, 4);
  assign_en (f, mp_month (2015, 12));
  earn (f, mp_month (2016, 1), OPEN, mp_dollars (900));
  project_whole (f, mp_month (2015, 12), 8);
  g_assert_cmpint (mp_run_row (&f->run, mp_month (2016, 3))->ssi.status, ==, MP_SSI_UNPAID);
  g_assert_true (ticket_of (f, 2016, 3)->outcome_month);
  g_assert_false (ticket_of (f, 2016, 5)->outcome_month); /* paid again by the facts */
}

/* S-17: both programs unpaid, one of them for another reason: one that work stopped is enough, or both. */
static void
ttw_47_every_program (Fixture *f, gconstpointer data)
{
  MpUnearned *unearned;

  g_strlcpy (f->kase->beneficiary.state, "WI", sizeof f->kase->beneficiary.state);
  f->kase->ssi.present = f->kase->ssdi.present = TRUE;
  f->kase->ssdi.entitled_from = f->kase->ssi.eligible_from = mp_month (2010, 1);
  f->kase->ssi.medicaid.needs = TRUE;
  *(MpAmount *) mp_arena_append (f->kase->arena, f->kase->ssdi.amounts, f->kase->ssdi.n_amounts) =
    (MpAmount) { { mp_month (2010, 1), OPEN }, mp_dollars (500) };
  unearned = mp_arena_append (f->kase->arena, f->kase->ssi.unearned, f->kase->ssi.n_unearned);
  *unearned = (MpUnearned) { { mp_month (2016, 1), OPEN }, mp_dollars (2000), MP_UNEARNED_OTHER };
  f->kase->ssdi.history.present = TRUE;
  f->kase->ssdi.history.through = mp_month (2015, 12);
  for (gint i = 0; i < 9; i++)
    *(MpMonth *) mp_arena_append (f->kase->arena, f->kase->ssdi.history.twp_months, f->kase->ssdi.history.n_twp_months) = mp_month (2014, 1) + i;
  f->kase->ssdi.history.cessation = mp_month (2015, 3);
  assign_en (f, mp_month (2016, 1));
  earn (f, mp_month (2016, 1), OPEN, mp_dollars (2500));
  project_whole (f, mp_month (2016, 1), 6);
  g_assert_cmpint (mp_run_row (&f->run, mp_month (2016, 4))->ssdi.status, ==, MP_SSDI_SUSPENDED);
  g_assert_true (ticket_of (f, 2016, 4)->outcome_month);
  read_as (f, "ticket/S-17", "every_program");
  project_whole (f, mp_month (2016, 1), 6);
  g_assert_false (ticket_of (f, 2016, 4)->outcome_month);
}

/* The pointer of a warning of the projection; NULL without one. */
static char *
warning_at (Fixture *f, MpWarningCode code)
{
  for (guint i = 0; i < f->out->warnings->len; i++)
    {
      const MpWarning *warning = &g_array_index (f->out->warnings, MpWarning, i);

      if (warning->code == code)
        return mp_warning_pointer (warning);
    }
  return NULL;
}

#define assert_warned(f, code, where) \
  G_STMT_START { g_autofree char *at_ = warning_at ((f), (code)); g_assert_cmpstr (at_, ==, (where)); } G_STMT_END

static void
paid_title_ii (Fixture *f)
{
  title_ii (f);
  f->kase->ssdi.entitled_from = mp_month (2020, 1);
  *(MpAmount *) mp_arena_append (f->kase->arena, f->kase->ssdi.amounts, f->kase->ssdi.n_amounts) =
    (MpAmount) { { mp_month (2020, 1), OPEN }, mp_dollars (1000) };
}

/* TTW-20: once a calendar year; the second change of one year is said. */
static void
ttw_20_changes (Fixture *f, gconstpointer data)
{
  paid_title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2024, 1), mp_month (2024, 3), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2024, 5), mp_month (2024, 8), MP_SYSTEM_OUTCOME_ONLY);
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_PAYMENT_SYSTEM_CHANGE, NULL);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2025, 1), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  project_whole (f, mp_month (2024, 1), 24);
  /* in force in January: changed in December 2024 at the latest, the year of the first change */
  assert_warned (f, MP_WARNING_PAYMENT_SYSTEM_CHANGE, "/scenarios/0/ticket/assignments/2");
  f->scenario->ticket.assignments[2].from.month = mp_month (2025, 2);
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_PAYMENT_SYSTEM_CHANGE, NULL);
  /* another provider's choice is its own */
  f->scenario->ticket.assignments[2].from.month = mp_month (2025, 1);
  f->scenario->ticket.assignments[2].provider = mp_arena_strdup (f->kase->arena, "South EN");
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_PAYMENT_SYSTEM_CHANGE, NULL);
}

/* TTW-14: State VR paid by cost reimbursement does not come back as an EN. */
static void
ttw_14_vr_again (Fixture *f, gconstpointer data)
{
  paid_title_ii (f);
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2024, 1), mp_month (2024, 8), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "State VR", MP_ROLE_VR_EN, mp_month (2024, 10), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_VR_AFTER_REIMBURSEMENT, NULL);
  f->scenario->ticket.assignments[0].reimbursed = TRUE;
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_VR_AFTER_REIMBURSEMENT, "/scenarios/0/ticket/assignments/1");
}

/* TTW-9: without cash only within 90 days; the closing of State VR on April 5 gives until July 4. */
static void
ttw_9_ninety_days (Fixture *f, gconstpointer data)
{
  paid_title_ii (f);
  f->kase->ssdi.history.present = TRUE;
  f->kase->ssdi.history.through = mp_month (2023, 12);
  for (gint i = 0; i < 9; i++)
    *(MpMonth *) mp_arena_append (f->kase->arena, f->kase->ssdi.history.twp_months, f->kase->ssdi.history.n_twp_months) = mp_month (2022, 1) + i;
  f->kase->ssdi.history.cessation = mp_month (2023, 3);
  earn (f, mp_month (2024, 1), OPEN, mp_dollars (3000)); /* suspended */
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2024, 1), mp_month (2024, 4), MP_SYSTEM_OUTCOME_MILESTONE)->to.day = 5;
  assign_en (f, mp_month (2024, 7))->from.day = 4;
  project_whole (f, mp_month (2024, 1), 24);
  g_assert_cmpint (mp_run_row (&f->run, mp_month (2024, 7))->ssdi.status, ==, MP_SSDI_SUSPENDED);
  assert_warned (f, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, NULL);
  f->scenario->ticket.assignments[1].from.day = 5;
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, "/scenarios/0/ticket/assignments/1");
  /* an EN's assignment ends with its month: 90 days from April 30 */
  f->scenario->ticket.assignments[0].role = MP_ROLE_EN;
  f->scenario->ticket.assignments[1].from.day = 29;
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, "/scenarios/0/ticket/assignments/0"); /* the first one itself */
  f->scenario->work[0].when.from = mp_month (2024, 5);
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, NULL);
  f->scenario->ticket.assignments[1].from.day = 30;
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, "/scenarios/0/ticket/assignments/1");
}

/* TTW-10, TTW-11 (20 CFR 411.140(a), 411.145(a), 411.150(b)(1)): one provider at a time; an Employment Network's month is
 * its own to its last day, State VR's case closes on a day. */
static void
ttw_10_one_at_a_time (Fixture *f, gconstpointer data)
{
  paid_title_ii (f);
  assign (f, "North", MP_ROLE_EN, mp_month (2024, 1), OPEN, MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South", MP_ROLE_EN, mp_month (2024, 5), OPEN, MP_SYSTEM_OUTCOME_MILESTONE)->from.day = 20;
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, "/scenarios/0/ticket/assignments/1");
  f->scenario->ticket.assignments[0].to = (MpDate) { mp_month (2024, 5), 10 };
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, "/scenarios/0/ticket/assignments/1");
  f->scenario->ticket.assignments[0].to = (MpDate) { mp_month (2024, 4), 30 };
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, NULL);
  f->scenario->ticket.assignments[0].role = MP_ROLE_VR_COST_REIMBURSEMENT;
  f->scenario->ticket.assignments[0].to = (MpDate) { mp_month (2024, 5), 19 };
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, NULL);
  f->scenario->ticket.assignments[0].to.day = 20;
  project_whole (f, mp_month (2024, 1), 24);
  assert_warned (f, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, "/scenarios/0/ticket/assignments/1");
}

/* S-13: the class of the month of the first payment, or of its authorisation when the case knows it. */
static void
ttw_66_authorised (Fixture *f, gconstpointer data)
{
  g_strlcpy (f->kase->beneficiary.state, "WI", sizeof f->kase->beneficiary.state);
  paid_title_ii (f);
  f->kase->ssdi.entitled_from = f->kase->ssdi.amounts[0].when.from = mp_month (2024, 8);
  f->kase->ssi.present = TRUE;
  f->kase->ssi.eligible_from = mp_month (2022, 1);
  assign_en (f, mp_month (2024, 1));
  earn (f, mp_month (2024, 2), mp_month (2025, 12), mp_dollars (1700));
  project_whole (f, mp_month (2024, 1), 24);
  assert_pays (f, 2024, 11, "P2M1 301.00");
  read_as (f, "ticket/S-13", "first_payment_month");
  f->kase->assumptions.readings[MP_READING_TTW_S13] = 1;
  project_whole (f, mp_month (2024, 1), 24);
  assert_pays (f, 2024, 11, "P2M1 301.00");
  assert_warned (f, MP_WARNING_NOT_COMPUTED, "/assumptions/readings/ticket~1S-13"); /* the case does not know the month */
  f->kase->ticket.authorised = mp_month (2024, 7);
  project_whole (f, mp_month (2024, 1), 24);
  assert_pays (f, 2024, 11, "P2M1 301.00");
  assert_warned (f, MP_WARNING_NOT_COMPUTED, NULL);
  f->kase->ticket.authorised = mp_month (2024, 8);
  project_whole (f, mp_month (2024, 1), 24);
  assert_pays (f, 2024, 2, "P1M1 1788.00");
  assert_pays (f, 2024, 11, "P2M1 536.00");
  g_assert_false (f->out->ticket.class_t16);
}

/* S-14: the closing with a job, or only that SSA paid State VR. */
static void
ttw_72_reimbursed (Fixture *f, gconstpointer data)
{
  paid_title_ii (f);
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2024, 1), mp_month (2024, 8), MP_SYSTEM_OUTCOME_MILESTONE)->successful = TRUE;
  assign_en (f, mp_month (2024, 9));
  f->kase->assumptions.readings[MP_READING_TTW_S14] = 2;
  project_whole (f, mp_month (2024, 1), 24);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0xf);
  assert_warned (f, MP_WARNING_NOT_COMPUTED, "/assumptions/readings/ticket~1S-14");
  /* an earlier agency was paid, long before; the last one only closed with a job */
  assign (f, "Other VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2020, 3), mp_month (2020, 8), MP_SYSTEM_OUTCOME_MILESTONE)->reimbursed = TRUE;
  f->scenario->ticket.assignments[0].successful = FALSE;
  project_whole (f, mp_month (2024, 1), 24);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0xf);
  assert_warned (f, MP_WARNING_NOT_COMPUTED, NULL);
  f->kase->assumptions.readings[MP_READING_TTW_S14] = 0;
  project_whole (f, mp_month (2024, 1), 24);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0);
}

/* TTW-71: before July 2008 cost reimbursement barred other payments; since then neither bars the other. */
static void
ttw_71_barred_before (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2007, 1), mp_month (2008, 1), MP_SYSTEM_OUTCOME_MILESTONE)->reimbursed = TRUE;
  assign_en (f, mp_month (2008, 3));
  earn (f, mp_month (2008, 4), OPEN, mp_dollars (2000));
  project (f, mp_month (2007, 1), 24);
  assert_pays (f, 2008, 4, "");
  assert_next (f, 2008, 4, "OLDM1", 1, 1, MP_BLOCKED_REMOVED_BY_VR);
  assert_pays (f, 2008, 7, "P1M1 1177.00");
  f->scenario->ticket.assignments[0].reimbursed = FALSE;
  project (f, mp_month (2007, 1), 24);
  assert_pays (f, 2008, 4, "OLDM1 334.00");
}

/* TTW-22: from the seeds, "about nine tenths": whole tickets of both systems by the engine's own runs, every year and class. */
static MpMoney
whole_ticket (Fixture *f, gint year, gboolean t16, MpPaymentSystem system)
{
  MpParameters *figures = f->parameters;
  static const struct { MpSeries p1, p2[2], out[2], only[2]; } series = {
    MP_SERIES_PHASE1, { MP_SERIES_PHASE2_T2, MP_SERIES_PHASE2_T16 }, { MP_SERIES_OUTCOME_T2, MP_SERIES_OUTCOME_T16 },
    { MP_SERIES_OUTCOME_ONLY_T2, MP_SERIES_OUTCOME_ONLY_T16 },
  };
  MpFigure p1, p2, out, only, p2_t2, p2_t16;
  gint dollars[7];

  g_assert_true (mp_parameters_get (figures, series.p1, mp_month (year, 12), &p1));
  g_assert_true (mp_parameters_get (figures, series.p2[t16], mp_month (year, 12), &p2));
  g_assert_true (mp_parameters_get (figures, series.out[t16], mp_month (year, 12), &out));
  g_assert_true (mp_parameters_get (figures, series.only[t16], mp_month (year, 12), &only));
  p2_t2 = p2_t16 = p2;
  dollars[0] = (gint) (p1.value / 100);
  dollars[1] = (gint) (p2_t2.value / 100);
  dollars[2] = (gint) (p2_t16.value / 100);
  dollars[3] = (gint) (out.value / 100);
  dollars[4] = (gint) (only.value / 100);
  f->n_benefits = 0;
  f->kase->ssdi.present = f->kase->ssi.present = FALSE;
  f->scenario->ticket.n_assignments = f->scenario->n_work = f->kase->ticket.n_rates = 0;
  if (t16)
    title_xvi (f);
  else
    title_ii (f);
  g_assert_cmpint (dollars[1], ==, dollars[2]);
  g_assert_cmpint (dollars[3], ==, dollars[1]); /* TTW-60, 61: the same 36 percent */
  freeze_rates (f, year, year + 9, dollars[0], dollars[1], dollars[2], dollars[4], dollars[4]);
  assign (f, "North EN", MP_ROLE_EN, mp_month (year, 7), NONE, system);
  earn (f, mp_month (year, 8), OPEN, mp_dollars (9000));
  benefits (f, mp_month (year, 8) + 30, t16 ? MP_SSDI_SUSPENDED : MP_SSDI_SUSPENDED, t16 ? MP_SSI_UNPAID : MP_SSI_NOT_ELIGIBLE);
  if (t16 && system == MP_SYSTEM_OUTCOME_ONLY)
    prior (f, mp_month (year, 8), "P1M1", 0); /* fixes the class, pays nothing */
  project (f, mp_month (year, 7), 110);
  f->kase->ticket.n_prior_payments = 0;
  g_assert_cmpint (ticket_of (f, year + 9, 6)->status, ==, MP_TICKET_TERMINATED);
  return ticket_of (f, year + 9, 6)->cumulative;
}

static void
ttw_22_nine_tenths (Fixture *f, gconstpointer data)
{
  for (gint year = 2008; year <= 2024; year++)
    for (guint t16 = 0; t16 <= 1; t16++)
      {
        const MpMoney with = whole_ticket (f, year, t16, MP_SYSTEM_OUTCOME_MILESTONE);
        const MpMoney only = whole_ticket (f, year, t16, MP_SYSTEM_OUTCOME_ONLY);

        g_assert_cmpint (with, <, only); /* 42 USC 1320b-19(h)(3)(C) */
        g_assert_cmpint (with * 1000, >, only * 895);
        g_assert_cmpint (with * 1000, <, only * 915);
      }
}

int
main (int argc, char *argv[])
{
  static const TicketTest tests[] = {
    { "TTW-4/one-ticket", ttw_4_one_ticket }, { "TTW-6/no-expiry", ttw_6_no_expiry },
    { "TTW-8+TTW-11+TTW-12+TTW-16/ends-with-month", ttw_11_ends_with_month }, { "TTW-19/outcome-only", ttw_19_outcome_only },
    { "TTW-21/system-of-assignment", ttw_21_system_of_assignment }, { "TTW-23/share", ttw_23_share }, { "TTW-24/kept", ttw_24_kept },
    { "TTW-27+TTW-35+S-02/six-of-twelve", ttw_27_six_of_twelve }, { "TTW-27/outside", ttw_27_outside },
    { "TTW-30+TTW-31/year", ttw_31_year }, { "TTW-32+TTW-33/gross", ttw_32_gross }, { "TTW-34/assignment-month", ttw_34_assignment_month },
    { "TTW-36/sequence", ttw_36_sequence }, { "TTW-38/later-month", ttw_38_later_month }, { "TTW-39/closed", ttw_39_closed },
    { "TTW-40/in-payment", ttw_40_in_payment }, { "TTW-42/three-of-six", ttw_42_three_of_six }, { "TTW-42/outside", ttw_42_outside },
    { "TTW-43/six-of-twelve", ttw_43_six_of_twelve }, { "TTW-43/outside", ttw_43_outside },
    { "TTW-44/nine-of-eighteen", ttw_44_nine_of_eighteen }, { "TTW-44/outside", ttw_44_outside },
    { "TTW-45/stays-removed", ttw_45_stays_removed }, { "TTW-46/phase2-whole", ttw_46_phase2_whole }, { "TTW-48/cash", ttw_48_cash },
    { "TTW-51/used-up", ttw_51_used_up }, { "TTW-53/no-earnings-test", ttw_53_no_earnings_test },
    { "TTW-55+S-10/services", ttw_55_services }, { "TTW-57+S-09/which-provider", ttw_57_which_provider }, { "TTW-58/base", ttw_58_base },
    { "TTW-59/phase1", ttw_59_phase1 }, { "TTW-60+TTW-61+TTW-62/percentages", ttw_60_percentages }, { "TTW-64/year", ttw_64_year },
    { "TTW-66/class", ttw_66_class }, { "TTW-66/ended", ttw_66_ended }, { "TTW-66/before-payment", ttw_66_before_payment },
    { "TTW-67/single-rate", ttw_67_single_rate }, { "TTW-67/reconciliation", ttw_67_reconciliation },
    { "TTW-68/prior", ttw_68_prior }, { "TTW-68/all-paid", ttw_68_all_paid }, { "TTW-70/vr-en", ttw_70_vr_en },
    { "TTW-10+TTW-71/partnership-plus", ttw_71_partnership_plus }, { "TTW-73+S-14/dated", ttw_73_dated },
    { "TTW-73/eighteen-months", ttw_73_eighteen_months }, { "TTW-72/after-assignment", ttw_72_after_assignment },
    { "TTW-103/nothing-after", ttw_103_nothing_after }, { "TTW-105/born-on-the-first", ttw_105_born_on_the_first },
    { "TTW-101/basis", ttw_101_basis }, { "TTW-101/concurrent", ttw_101_concurrent }, { "TTW-102/retirement", ttw_102_retirement },
    { "TTW-50+S-06/first-payable", ttw_50_first_payable }, { "TTW-34+S-12/provider-scope", ttw_34_provider_scope },
    { "TTW-9/ninety-days", ttw_9_ninety_days }, { "TTW-10+TTW-11/one-at-a-time", ttw_10_one_at_a_time },
    { "TTW-14/vr-again", ttw_14_vr_again }, { "TTW-20/changes", ttw_20_changes },
    { "TTW-22/nine-tenths", ttw_22_nine_tenths },
    { "TTW-66+S-13/authorised", ttw_66_authorised }, { "TTW-72+S-14/reimbursed", ttw_72_reimbursed },
    { "TTW-71/barred-before", ttw_71_barred_before },
    { "TTW-28+S-12/provider-scope", ttw_28_provider_scope }, { "TTW-47+S-17/every-program", ttw_47_every_program },
    { "TTW-47/recorded", ttw_47_recorded },
  };

  return run_ticket_tests (tests, G_N_ELEMENTS (tests), argc, argv);
}
