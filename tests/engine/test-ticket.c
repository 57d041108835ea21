/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rules of the payments; the statuses of the benefits are given, so that a test holds one rule. */

#include "ticket-fixture.h"

/* TTW-65: Cornell 2009 prints 4,844; 3,993; 8,837; 13,068; 21,905. */
static void
ttw_65_2009_t2 (Fixture *f, gconstpointer data)
{
  title_ii (f);
  freeze_rates (f, 2009, 2014, 1211, 363, 207, 676, 386);
  assign_en (f, mp_month (2009, 1));
  earn (f, mp_month (2009, 2), OPEN, mp_dollars (1200));
  benefits (f, mp_month (2011, 1), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2009, 1), 75);
  assert_pays (f, 2009, 1, "");
  assert_pays (f, 2009, 2, "P1M1 1211.00");
  assert_pays (f, 2009, 3, "");
  assert_pays (f, 2009, 4, "P1M2 1211.00");
  assert_pays (f, 2009, 7, "P1M3 1211.00");
  assert_pays (f, 2009, 10, "P1M4 1211.00");
  g_assert_cmpint (ticket_of (f, 2009, 10)->cumulative, ==, mp_dollars (4844));
  assert_pays (f, 2010, 9, "P2M11 363.00");
  g_assert_cmpint (ticket_of (f, 2010, 9)->cumulative, ==, mp_dollars (4844 + 3993));
  assert_pays (f, 2010, 10, "");
  assert_next (f, 2010, 10, "OUT1", 0, 1, MP_BLOCKED_BENEFIT_PAID);
  assert_pays (f, 2011, 12, "OUT12 363.00"); /* nothing is left to reconcile */
  assert_pays (f, 2013, 12, "OUT36 363.00");
  g_assert_cmpint (ticket_of (f, 2014, 1)->cumulative, ==, mp_dollars (21905));
  g_assert_cmpint (ticket_of (f, 2014, 1)->status, ==, MP_TICKET_TERMINATED);
  g_assert_cmpuint (f->out->ticket.milestones_paid, ==, 15);
  g_assert_cmpuint (f->out->ticket.outcomes_paid, ==, 36);
  g_assert_false (f->out->ticket.class_t16);
}

/* TTW-65, 66: Cornell 2009 prints 3,726; 12,420; 20,990. The class stays title XVI when title II follows. */
static void
ttw_65_2009_t16 (Fixture *f, gconstpointer data)
{
  title_xvi (f);
  freeze_rates (f, 2009, 2016, 1211, 363, 207, 676, 386);
  assign_en (f, mp_month (2009, 1));
  earn (f, mp_month (2009, 2), OPEN, mp_dollars (1200));
  benefits (f, mp_month (2011, 5), MP_SSDI_SUSPENDED, MP_SSI_UNPAID);
  project (f, mp_month (2009, 1), 96);
  g_assert_cmpint (ticket_of (f, 2009, 10)->cumulative, ==, mp_dollars (4844));
  assert_pays (f, 2011, 4, "P2M18 207.00");
  g_assert_cmpint (ticket_of (f, 2011, 4)->cumulative, ==, mp_dollars (4844 + 3726));
  assert_pays (f, 2016, 4, "OUT60 207.00");
  g_assert_cmpint (ticket_of (f, 2016, 5)->cumulative, ==, mp_dollars (20990));
  g_assert_cmpint (ticket_of (f, 2016, 5)->status, ==, MP_TICKET_TERMINATED);
  g_assert_true (f->out->ticket.class_t16);
  g_assert_cmpuint (f->out->ticket.outcomes_cap, ==, 60);
}

/* TTW-65: chart III of 20 CFR 411.550 prints 23,652 for 36 outcomes of 657. */
static void
ttw_65_outcome_only (Fixture *f, gconstpointer data)
{
  title_ii (f);
  freeze_rates (f, 2009, 2012, 1177, 353, 203, 657, 377);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2008, 7), NONE, MP_SYSTEM_OUTCOME_ONLY);
  earn (f, mp_month (2008, 8), OPEN, mp_dollars (3000));
  benefits (f, mp_month (2008, 8), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2008, 6), 48);
  assert_pays (f, 2008, 7, "");
  assert_pays (f, 2008, 8, "OUT1 657.00");
  assert_pays (f, 2009, 7, "OUT12 657.00"); /* TTW-56 */
  assert_pays (f, 2011, 7, "OUT36 657.00");
  g_assert_cmpint (ticket_of (f, 2011, 8)->cumulative, ==, mp_dollars (23652));
}

/* TTW-63: the published rates are the rounded shares of the base, so entering the base gives them again. */
static void
ttw_63_base_entered (Fixture *f, gconstpointer data)
{
  MpTicketRates *rates = mp_arena_append (f->kase->arena, f->kase->ticket.rates, f->kase->ticket.n_rates);

  *rates = (MpTicketRates) { 2024, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE,
                             MP_MONEY_NONE, 98117, 56335 }; /* the base of 2008, printed */
  title_ii_at_en (f, mp_month (2024, 1));
  earn (f, mp_month (2024, 2), OPEN, mp_dollars (3000));
  project (f, mp_month (2024, 1), 12);
  assert_pays (f, 2024, 2, "P1M1 1177.00");
  assert_pays (f, 2024, 11, "P2M1 353.00");
}

/* TTW-80: Benefits Planner 2002 prints 269, 538, 1,077, 1,346 and 269 (317) for title II. */
static void
ttw_80_2002 (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2002, 2));
  earn (f, mp_month (2002, 3), OPEN, mp_dollars (900));
  benefits (f, mp_month (2002, 11), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2002, 1), 14);
  assert_pays (f, 2002, 3, "OLDM1 269.00");
  assert_pays (f, 2002, 5, "OLDM2 538.00");
  assert_pays (f, 2002, 9, "OLDM3 1077.00");
  /* TTW-78: less 1/60 of 1,884 */
  assert_pays (f, 2002, 11, "OLDOUT1 237.60");
}

static void
ttw_78_reduction (Fixture *f, gconstpointer data)
{
  title_ii (f);
  prior (f, mp_month (2002, 3), "OLDM1", mp_dollars (1800));
  assign_en (f, mp_month (2002, 2));
  benefits (f, mp_month (2002, 4), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  earn (f, mp_month (2002, 4), OPEN, mp_dollars (2500));
  project (f, mp_month (2002, 2), 10);
  assert_pays (f, 2002, 4, "OLDOUT1 239.00"); /* Benefits Planner 2002: 1,800 takes 30 off */
  assert_pays (f, 2002, 11, "OLDOUT8 239.00");
  g_assert_cmpint (ticket_of (f, 2002, 4)->cumulative, ==, mp_dollars (1800 + 239));
}

/* TTW-83: (21,299 - 5,478.02) / 353 = 44.8 outcomes are left. */
static void
ttw_83_transition (Fixture *f, gconstpointer data)
{
  static const MpMoney milestones[] = { 32200, 64300, 128700, 160800 };

  title_ii (f);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *code = g_strdup_printf ("OLDM%u", i + 1);
      prior (f, mp_month (2007, 2) + (MpMonth) i, code, milestones[i]);
    }
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *code = g_strdup_printf ("OLDOUT%u", i + 1);
      prior (f, mp_month (2008, 1) + (MpMonth) i, code, 26967);
    }
  assign_en (f, mp_month (2006, 12));
  earn (f, mp_month (2008, 7), OPEN, mp_dollars (3000));
  benefits (f, mp_month (2008, 1), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2006, 12), 70);
  assert_pays (f, 2008, 7, "OUT1 353.00");
  assert_pays (f, 2009, 6, "OUT12 363.00"); /* TTW-84: no RECON */
  assert_pays (f, 2012, 3, "OUT45 386.00");
  g_assert_cmpint (ticket_of (f, 2012, 4)->status, ==, MP_TICKET_TERMINATED);
  g_assert_cmpuint (f->out->ticket.outcomes_cap, ==, 45);
}

/* TTW-82: after OLDM1 comes P1M2; May and June count in its window. */
static void
ttw_82_transition (Fixture *f, gconstpointer data)
{
  title_xvi (f);
  assign_en (f, mp_month (2008, 4));
  earn (f, mp_month (2008, 5), OPEN, mp_dollars (1000));
  project (f, mp_month (2008, 4), 14);
  assert_pays (f, 2008, 5, "OLDM1 192.00");
  assert_pays (f, 2008, 6, "");
  assert_pays (f, 2008, 7, "P1M2 1177.00");
  assert_pays (f, 2008, 10, "P1M3 1177.00");
  assert_pays (f, 2009, 1, "P1M4 1211.00");
  assert_pays (f, 2009, 2, "P2M1 207.00");
}

/* TTW-25, 30: half of the trial work level of 1,160, to the cent. */
static void
ttw_25_half (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2025, 1));
  earn (f, mp_month (2025, 2), mp_month (2025, 2), 57999);
  earn (f, mp_month (2025, 3), OPEN, 58000);
  project (f, mp_month (2025, 1), 6);
  assert_next (f, 2025, 1, "P1M1", 0, 1, MP_BLOCKED_ASSIGNMENT_MONTH);
  assert_pays (f, 2025, 2, "");
  assert_next (f, 2025, 2, "P1M1", 0, 1, MP_BLOCKED_NO);
  g_assert_cmpint (ticket_of (f, 2025, 2)->next.amount, ==, 58000);
  assert_pays (f, 2025, 3, "P1M1 1850.00");
  assert_next (f, 2025, 3, "P1M2", 0, 3, MP_BLOCKED_NO);
  g_assert_cmpint (ticket_of (f, 2025, 3)->next.amount, ==, mp_dollars (1160));
}

static void
ttw_25_readings (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2025, 1));
  earn (f, mp_month (2025, 2), mp_month (2025, 3), 58000);
  earn (f, mp_month (2025, 5), OPEN, 116000);
  read_as (f, "ticket/S-01", "full_twl");
  project (f, mp_month (2025, 1), 6);
  assert_pays (f, 2025, 3, "");
  assert_pays (f, 2025, 5, "P1M1 1850.00");
  read_as (f, "ticket/S-01", "half_twl_confirmed");
  project (f, mp_month (2025, 1), 6);
  assert_pays (f, 2025, 2, "");
  assert_pays (f, 2025, 3, "P1M1 1850.00");
}

/* TTW-26: February, May, July lie within six months. The window is said. */
static void
ttw_26_window (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2023, 1));
  earn (f, mp_month (2023, 2), mp_month (2023, 2), mp_dollars (1100));
  earn (f, mp_month (2023, 5), mp_month (2023, 5), mp_dollars (1100));
  earn (f, mp_month (2023, 7), mp_month (2023, 7), mp_dollars (1100));
  project (f, mp_month (2023, 1), 12);
  assert_pays (f, 2023, 2, "P1M1 1646.00");
  assert_next (f, 2023, 2, "P1M2", 1, 3, MP_BLOCKED_NO);
  g_assert_cmpint (ticket_of (f, 2023, 2)->next.window_ends, ==, mp_month (2023, 7));
  assert_next (f, 2023, 5, "P1M2", 2, 3, MP_BLOCKED_NO);
  assert_pays (f, 2023, 7, "P1M2 1646.00");
  assert_next (f, 2023, 7, "P1M3", 3, 6, MP_BLOCKED_NO);
  g_assert_cmpint (ticket_of (f, 2023, 7)->next.window_ends, ==, mp_month (2024, 1));
}

/* TTW-28, 38: the services come late, and the Phase 2 months between are spent. */
static void
ttw_28_services (Fixture *f, gconstpointer data)
{
  title_xvi (f);
  assign_en (f, mp_month (2019, 1));
  f->scenario->ticket.services_completed = mp_month (2020, 1);
  earn (f, mp_month (2019, 2), OPEN, mp_dollars (1300));
  project (f, mp_month (2019, 1), 16);
  assert_pays (f, 2019, 10, "");
  assert_next (f, 2019, 10, "P1M4", 9, 9, MP_BLOCKED_SERVICES);
  assert_pays (f, 2020, 1, "P1M4 1485.00");
  assert_pays (f, 2020, 2, "P2M1 254.00");
}

/* TTW-30: exactly SGA is not more than SGA. */
static void
ttw_29_sga (Fixture *f, gconstpointer data)
{
  title_xvi (f);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *code = g_strdup_printf ("P1M%u", i + 1);
      prior (f, mp_month (2023, 2) + 3 * (MpMonth) i, code, mp_dollars (1646));
    }
  assign_en (f, mp_month (2022, 12));
  earn (f, mp_month (2024, 1), mp_month (2024, 1), mp_dollars (1550));
  earn (f, mp_month (2024, 2), OPEN, 155001);
  project (f, mp_month (2022, 12), 17);
  assert_pays (f, 2023, 11, "");
  g_assert_cmpint (ticket_of (f, 2023, 11)->cumulative, ==, mp_dollars (4 * 1646));
  assert_pays (f, 2024, 1, "");
  g_assert_cmpint (ticket_of (f, 2024, 1)->next.amount, ==, 155001);
  assert_pays (f, 2024, 2, "P2M1 301.00");
  assert_pays (f, 2024, 3, "P2M2 301.00");
  g_assert_cmpint (ticket_of (f, 2024, 3)->cumulative, ==, mp_dollars (7186));
}

/* TTW-17: nothing up to the month in which the plan was received. */
static void
ttw_17_received (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign_en (f, mp_month (2025, 1))->received = (MpDate) { mp_month (2025, 3), 5 };
  earn (f, mp_month (2025, 2), OPEN, mp_dollars (1200));
  project (f, mp_month (2025, 1), 12);
  assert_pays (f, 2025, 3, "");
  assert_next (f, 2025, 3, "P1M1", 1, 1, MP_BLOCKED_ASSIGNMENT_MONTH);
  assert_pays (f, 2025, 4, "P1M1 1850.00");
  assert_pays (f, 2025, 5, "P1M2 1850.00"); /* the window hangs on the assignment */
}

/* TTW-41 to 44: each removes its own milestone; exactly the level removes nothing. */
static void
ttw_41_lookback (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2021, 2));
  earn (f, mp_month (2019, 8), mp_month (2020, 4), mp_dollars (1000)); /* nine of eighteen, three of twelve */
  earn (f, mp_month (2021, 1), mp_month (2021, 1), mp_dollars (940));  /* the level of 2021 itself */
  project (f, mp_month (2019, 1), 40);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 1 << 3);
}

static void
ttw_41_month_before (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2024, 3));
  earn (f, mp_month (2024, 2), mp_month (2024, 2), 111001);
  earn (f, mp_month (2024, 4), OPEN, mp_dollars (1200));
  project (f, mp_month (2024, 1), 14);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 1);
  assert_pays (f, 2024, 4, "");
  assert_pays (f, 2024, 6, "P1M2 1788.00");
}

/* TTW-72, 73: a success of State VR takes all of Phase 1; from 2020-02 only one of the last 18 months. */
static void
ttw_72_vr (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2022, 1), mp_month (2023, 2), MP_SYSTEM_OUTCOME_MILESTONE)->successful = TRUE;
  assign_en (f, mp_month (2023, 3));
  earn (f, mp_month (2023, 4), OPEN, mp_dollars (2500));
  project (f, mp_month (2022, 1), 30);
  g_assert_cmpint (ticket_of (f, 2022, 6)->status, ==, MP_TICKET_IN_USE_SVR);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0xf);
  assert_pays (f, 2023, 4, "P2M1 494.00");
}

static void
ttw_73_vr_long_ago (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2020, 1), mp_month (2021, 8), MP_SYSTEM_OUTCOME_MILESTONE)->successful = TRUE;
  assign_en (f, mp_month (2023, 3));
  earn (f, mp_month (2023, 4), OPEN, mp_dollars (2500));
  project (f, mp_month (2020, 1), 50);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0);
  assert_pays (f, 2023, 4, "P1M1 1646.00");
}

/* TTW-50, 54, 55: an unpaid month uses up the period; RECON at the rates of the year it opened. */
static void
ttw_54_reconciliation (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "First EN", MP_ROLE_EN, mp_month (2013, 1), mp_month (2014, 8), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "Second EN", MP_ROLE_EN, mp_month (2014, 9), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2013, 2), OPEN, mp_dollars (2500));
  benefits (f, mp_month (2014, 2), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2013, 1), 52);
  assert_pays (f, 2014, 1, "P2M3 407.00");
  assert_pays (f, 2014, 8, "OUT7 407.00");
  assert_pays (f, 2014, 9, "");
  g_assert_true (ticket_of (f, 2014, 9)->outcome_month);
  assert_pays (f, 2015, 2, "OUT12 413.00; RECON 3256.00");
  g_assert_cmpstr (ticket_of (f, 2015, 2)->provider, ==, "Second EN");
  assert_pays (f, 2017, 1, "OUT35 420.00");
  g_assert_cmpint (ticket_of (f, 2017, 2)->status, ==, MP_TICKET_TERMINATED);
  assert_next (f, 2017, 2, "OUT36", 1, 1, MP_BLOCKED_CAP);
}

/* TTW-49: after the end for work the month's pay must be more than SGA. */
static void
ttw_49_ended (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2016, 1));
  earn (f, mp_month (2016, 1), mp_month (2016, 3), mp_dollars (1130));
  earn (f, mp_month (2016, 4), OPEN, 113001);
  benefits (f, mp_month (2016, 1), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  benefits (f, mp_month (2016, 3), MP_SSDI_TERMINATED, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2016, 1), 6);
  assert_pays (f, 2016, 2, "OUT1 419.00");
  assert_pays (f, 2016, 3, "");
  assert_pays (f, 2016, 4, "OUT2 419.00");
}

/* TTW-52 */
static void
ttw_52_gap (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2016, 1));
  earn (f, mp_month (2016, 2), OPEN, mp_dollars (2000));
  benefits (f, mp_month (2016, 2), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  benefits (f, mp_month (2016, 4), MP_SSDI_EPE_PAID, MP_SSI_NOT_ELIGIBLE);
  benefits (f, mp_month (2016, 6), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2016, 1), 12);
  assert_pays (f, 2016, 3, "OUT2 419.00");
  assert_pays (f, 2016, 4, "");
  assert_next (f, 2016, 4, "OUT3", 0, 1, MP_BLOCKED_OUTCOME_PERIOD); /* the pay would reach P1M1 */
  assert_pays (f, 2016, 6, "OUT3 419.00");
}

/* TTW-69: the percents of a claim; the first takes what rounding leaves. */
static void
ttw_69_claims (Fixture *f, gconstpointer data)
{
  MpClaim *claim = mp_arena_append (f->kase->arena, f->scenario->ticket.claims, f->scenario->ticket.n_claims);
  MpSplit *split;

  claim->code = (MpTicketCode) { MP_TICKET_CODE_P1M, 1 };
  split = mp_arena_append (f->kase->arena, claim->split, claim->n_split);
  *split = (MpSplit) { mp_arena_strdup (f->kase->arena, "North EN"), 6667 };
  split = mp_arena_append (f->kase->arena, claim->split, claim->n_split);
  *split = (MpSplit) { mp_arena_strdup (f->kase->arena, "South EN"), 3333 };
  title_ii_at_en (f, mp_month (2023, 1));
  earn (f, mp_month (2023, 2), OPEN, mp_dollars (1100));
  project (f, mp_month (2023, 1), 3);
  assert_pays (f, 2023, 2, "P1M1 1097.39; P1M1 548.61"); /* 1,646 x 33.33% = 548.61 */
  g_assert_cmpint (ticket_of (f, 2023, 2)->total, ==, mp_dollars (1646));
  g_assert_cmpuint (f->out->ticket.milestones_paid, ==, 1);
}

/* TTW-67: carried forward and marked, or left empty. */
static void
ttw_67_rates (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2040, 1));
  earn (f, mp_month (2040, 2), OPEN, mp_dollars (5000));
  project (f, mp_month (2040, 1), 4);
  assert_pays (f, 2040, 2, "P1M1 1850.00");
  g_assert_true (mp_run_row (&f->run, mp_month (2040, 2))->estimated & MP_ESTIMATED_TICKET_RATE);
  g_assert_false (mp_run_row (&f->run, mp_month (2040, 3))->estimated & MP_ESTIMATED_TICKET_RATE);
  g_assert_cmpint (g_array_index (f->out->payments, MpTicketPayment, 0).rate_year, ==, 2025);
  f->kase->ticket.rate_policy = MP_RATES_PUBLISHED_ONLY;
  project (f, mp_month (2040, 1), 4);
  assert_pays (f, 2040, 2, "P1M1 ?");
  assert_pays (f, 2040, 4, "P1M2 ?");
}

/* TTW-101, 104 */
static void
ttw_104_retirement (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1958, 6), 15 };
  title_ii_at_en (f, mp_month (2021, 5));
  project (f, mp_month (2024, 1), 18);
  g_assert_cmpint (ticket_of (f, 2025, 1)->status, ==, MP_TICKET_ASSIGNED);
  g_assert_cmpint (ticket_of (f, 2025, 2)->status, ==, MP_TICKET_TERMINATED); /* 66 years 8 months */
}

static void
ttw_101_age_65 (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1960, 6), 1 };
  title_xvi (f);
  project (f, mp_month (2025, 1), 12);
  g_assert_cmpint (ticket_of (f, 2025, 5)->status, ==, MP_TICKET_UNASSIGNED); /* TTW-105: 65 in May */
  g_assert_cmpint (ticket_of (f, 2025, 6)->status, ==, MP_TICKET_TERMINATED);
}

/* TTW-15 */
static void
ttw_15_status (Fixture *f, gconstpointer data)
{
  title_ii (f);
  f->kase->ticket.issued = (MpDate) { mp_month (2025, 3), 7 };
  assign_en (f, mp_month (2025, 5));
  project (f, mp_month (2025, 1), 12);
  g_assert_cmpint (ticket_of (f, 2025, 2)->status, ==, MP_TICKET_NONE);
  g_assert_cmpint (ticket_of (f, 2025, 2)->next.code.kind, ==, MP_TICKET_CODE_NONE);
  g_assert_cmpint (ticket_of (f, 2025, 3)->status, ==, MP_TICKET_UNASSIGNED);
  assert_next (f, 2025, 3, "P1M1", 0, 1, MP_BLOCKED_NO_ASSIGNMENT);
  g_assert_cmpint (ticket_of (f, 2025, 5)->status, ==, MP_TICKET_ASSIGNED);
}

/* TTW-1: nobody under 18 has a ticket. */
static void
ttw_1_age_18 (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (2007, 5), 14 };
  title_xvi (f);
  project (f, mp_month (2025, 1), 12);
  g_assert_cmpint (ticket_of (f, 2025, 4)->status, ==, MP_TICKET_NONE);
  g_assert_cmpint (ticket_of (f, 2025, 5)->status, ==, MP_TICKET_UNASSIGNED);
}

/* TTW-13: in use only once there is a ticket. */
static void
ttw_13_svr (Fixture *f, gconstpointer data)
{
  title_ii (f);
  f->kase->ticket.issued = (MpDate) { mp_month (2025, 3), 7 };
  assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2025, 1), mp_month (2025, 6), MP_SYSTEM_OUTCOME_MILESTONE);
  project (f, mp_month (2025, 1), 14);
  g_assert_cmpint (ticket_of (f, 2025, 2)->status, ==, MP_TICKET_NONE);
  g_assert_cmpint (ticket_of (f, 2025, 3)->status, ==, MP_TICKET_IN_USE_SVR);
  g_assert_true (ticket_of (f, 2025, 3)->cdr_protected);
  g_assert_cmpint (ticket_of (f, 2025, 7)->status, ==, MP_TICKET_UNASSIGNED);
  g_assert_true (ticket_of (f, 2025, 9)->cdr_protected); /* June 30 + 90 days is September 28 */
  g_assert_false (ticket_of (f, 2025, 10)->cdr_protected);
}

/* S-03: exactly the level removes too. */
static void
ttw_41_readings (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2024, 3));
  earn (f, mp_month (2024, 2), mp_month (2024, 2), mp_dollars (1110));
  project (f, mp_month (2024, 1), 6);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 0);
  read_as (f, "ticket/S-03", "ge");
  project (f, mp_month (2024, 1), 6);
  g_assert_cmpuint (f->out->ticket.phase1_removed, ==, 1);
}

/* S-04, S-05: the amounts of 2025 are 1,620, and 2,700 for blind people. */
static void
ttw_29_readings (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.blind = TRUE;
  title_ii (f);
  prior (f, mp_month (2025, 1), "P1M4", mp_dollars (1850));
  assign_en (f, mp_month (2024, 3));
  earn (f, mp_month (2025, 2), mp_month (2025, 2), mp_dollars (1620));
  earn (f, mp_month (2025, 3), mp_month (2025, 3), mp_dollars (2700));
  earn (f, mp_month (2025, 4), mp_month (2025, 4), 270001);
  project (f, mp_month (2024, 1), 18);
  assert_pays (f, 2025, 3, "");
  assert_pays (f, 2025, 4, "P2M1 555.00");
  read_as (f, "ticket/S-04", "ge");
  project (f, mp_month (2024, 1), 18);
  assert_pays (f, 2025, 2, "");
  assert_pays (f, 2025, 3, "P2M1 555.00");
  read_as (f, "ticket/S-05", "non_blind");
  project (f, mp_month (2024, 1), 18);
  assert_pays (f, 2025, 2, "P2M1 555.00");
}

/* S-11: services that come in a month without work. */
static void
ttw_28_readings (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2019, 1));
  f->scenario->ticket.services_completed = mp_month (2020, 1);
  earn (f, mp_month (2019, 2), mp_month (2019, 10), mp_dollars (1300));
  project (f, mp_month (2019, 1), 16);
  assert_pays (f, 2020, 1, "P1M4 1485.00");
  read_as (f, "ticket/S-11", "same_month");
  project (f, mp_month (2019, 1), 16);
  assert_pays (f, 2020, 1, "");
}

/* TTW-86, 87: twelve months after the assignment month, three at the trial work level. */
static void
ttw_87_review (Fixture *f, gconstpointer data)
{
  const MpTicketReview *review;

  title_ii_at_en (f, mp_month (2026, 2));
  earn (f, mp_month (2026, 5), mp_month (2027, 1), mp_dollars (1300));
  project (f, mp_month (2026, 1), 40);
  review = &g_array_index (f->out->ticket.reviews, MpTicketReview, 0);
  g_assert_cmpint (review->month, ==, mp_month (2027, 3));
  g_assert_cmpint (review->period, ==, 1);
  g_assert_cmpuint (review->needs, ==, 3);
  g_assert_cmpuint (review->has, ==, 9);
  g_assert_true (review->met);
  g_assert_false (ticket_of (f, 2026, 1)->cdr_protected);
  g_assert_true (ticket_of (f, 2026, 2)->cdr_protected);
  review = &g_array_index (f->out->ticket.reviews, MpTicketReview, 1);
  g_assert_cmpint (review->month, ==, mp_month (2028, 3));
  g_assert_cmpuint (review->needs, ==, 6);
  g_assert_false (review->met);
  g_assert_true (ticket_of (f, 2028, 3)->cdr_protected); /* 30 days of notice */
  g_assert_false (ticket_of (f, 2028, 4)->cdr_protected);
}

/* TTW-95: back in use when the period's work is there later, and the next period follows. */
static void
ttw_95_later (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2026, 2));
  earn (f, mp_month (2027, 4), OPEN, mp_dollars (1300));
  project (f, mp_month (2026, 1), 40);
  g_assert_false (ticket_of (f, 2027, 6)->cdr_protected);
  g_assert_true (ticket_of (f, 2027, 7)->cdr_protected); /* April, May, June */
  g_assert_cmpint (g_array_index (f->out->ticket.reviews, MpTicketReview, 1).month, ==, mp_month (2028, 7));
}

/* TTW-94: a third of the work and 60% of the education. */
static void
ttw_94_education (Fixture *f, gconstpointer data)
{
  MpEducation *education = mp_arena_append (f->kase->arena, f->scenario->ticket.education, f->scenario->ticket.n_education);

  *education = (MpEducation) { 1, 6000 };
  title_ii_at_en (f, mp_month (2026, 2));
  earn (f, mp_month (2026, 5), mp_month (2026, 5), mp_dollars (1300));
  project (f, mp_month (2026, 1), 20);
  g_assert_true (g_array_index (f->out->ticket.reviews, MpTicketReview, 0).met);
}

/* TTW-96, 97: no protection while inactive; 90 days after the last assigned day. */
static void
ttw_97_extension (Fixture *f, gconstpointer data)
{
  MpPeriod *inactive = mp_arena_append (f->kase->arena, f->scenario->ticket.inactive, f->scenario->ticket.n_inactive);

  *inactive = (MpPeriod) { mp_month (2025, 3), mp_month (2025, 4) };
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2025, 1), mp_month (2025, 6), MP_SYSTEM_OUTCOME_MILESTONE);
  project (f, mp_month (2025, 1), 14);
  g_assert_true (ticket_of (f, 2025, 2)->cdr_protected);
  g_assert_false (ticket_of (f, 2025, 3)->cdr_protected);
  g_assert_true (ticket_of (f, 2025, 5)->cdr_protected);
  g_assert_true (ticket_of (f, 2025, 9)->cdr_protected); /* July 1 + 89 days is September 28 */
  g_assert_false (ticket_of (f, 2025, 10)->cdr_protected);
}

/* TTW-102: a denial ends the ticket in its month, an approval with the first reinstated benefit after it. */
static void
ttw_102_denied (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2016, 1));
  earn (f, mp_month (2016, 2), mp_month (2016, 3), mp_dollars (3000));
  benefits (f, mp_month (2016, 2), MP_SSDI_TERMINATED, MP_SSI_NOT_ELIGIBLE);
  benefits (f, mp_month (2016, 4), MP_SSDI_EXR_PROVISIONAL, MP_SSI_NOT_ELIGIBLE);
  benefits (f, mp_month (2016, 7), MP_SSDI_TERMINATED, MP_SSI_NOT_ELIGIBLE);
  reinstate (f, mp_month (2016, 4), mp_month (2016, 6), FALSE);
  project (f, mp_month (2016, 1), 12);
  assert_pays (f, 2016, 3, "OUT2 419.00");
  g_assert_cmpint (ticket_of (f, 2016, 5)->status, ==, MP_TICKET_ASSIGNED);
  g_assert_cmpint (ticket_of (f, 2016, 6)->status, ==, MP_TICKET_TERMINATED);
}

static void
ttw_102_approved (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2016, 1));
  earn (f, mp_month (2016, 2), mp_month (2016, 3), mp_dollars (3000));
  benefits (f, mp_month (2016, 2), MP_SSDI_TERMINATED, MP_SSI_NOT_ELIGIBLE);
  benefits (f, mp_month (2016, 4), MP_SSDI_EXR_PROVISIONAL, MP_SSI_NOT_ELIGIBLE);
  benefits (f, mp_month (2016, 7), MP_SSDI_EXR_PAID, MP_SSI_NOT_ELIGIBLE);
  reinstate (f, mp_month (2016, 4), mp_month (2016, 6), TRUE);
  project (f, mp_month (2016, 1), 12);
  g_assert_cmpint (ticket_of (f, 2016, 6)->status, ==, MP_TICKET_ASSIGNED);
  g_assert_cmpint (ticket_of (f, 2016, 7)->status, ==, MP_TICKET_TERMINATED);
}

/* TTW-101: an ending that the case names. */
static void
ttw_101_entered (Fixture *f, gconstpointer data)
{
  title_ii (f);
  f->kase->ticket.terminates.present = TRUE;
  f->kase->ticket.terminates.month = mp_month (2025, 4);
  assign_en (f, mp_month (2025, 1));
  earn (f, mp_month (2025, 2), OPEN, mp_dollars (1200));
  project (f, mp_month (2025, 1), 8);
  assert_pays (f, 2025, 2, "P1M1 1850.00");
  assert_pays (f, 2025, 4, ""); /* TTW-103: the third month */
  assert_next (f, 2025, 4, "P1M2", 2, 3, MP_BLOCKED_TERMINATED);
  g_assert_false (ticket_of (f, 2025, 4)->cdr_protected);
}

/* TTW-50, S-06, S-07: zero cash in the assignment month. */
static void
ttw_50_readings (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2013, 1));
  earn (f, mp_month (2013, 2), OPEN, mp_dollars (2500));
  benefits (f, mp_month (2013, 1), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2013, 1), 40);
  assert_pays (f, 2015, 12, "OUT35 413.00");
  g_assert_cmpint (ticket_of (f, 2016, 1)->status, ==, MP_TICKET_TERMINATED);
  read_as (f, "ticket/S-07", "paid");
  project (f, mp_month (2013, 1), 40);
  assert_pays (f, 2016, 1, "OUT36 419.00");
  g_assert_cmpint (ticket_of (f, 2016, 2)->status, ==, MP_TICKET_TERMINATED);
}

/* TTW-18, S-08: months after the assignment. */
static void
ttw_18_readings (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2013, 1), mp_month (2013, 2), MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2013, 2), OPEN, mp_dollars (800));
  project (f, mp_month (2013, 1), 6);
  assert_pays (f, 2013, 4, "");
  assert_next (f, 2013, 4, "P1M2", 3, 3, MP_BLOCKED_NO_ASSIGNMENT);
  read_as (f, "ticket/S-08", "last_provider");
  project (f, mp_month (2013, 1), 6);
  assert_pays (f, 2013, 4, "P1M2 1335.00");
  g_assert_cmpint (ticket_of (f, 2013, 4)->status, ==, MP_TICKET_UNASSIGNED);
}

/* TTW-37: six of twelve comes after nine of eighteen, so P1M3 first and P1M4 a month later. */
static void
ttw_37_one_a_month (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2010, 1));
  earn (f, mp_month (2010, 2), mp_month (2010, 5), mp_dollars (800));
  earn (f, mp_month (2010, 10), mp_month (2010, 10), mp_dollars (800));
  earn (f, mp_month (2011, 4), mp_month (2011, 9), mp_dollars (800));
  project (f, mp_month (2010, 1), 24);
  assert_pays (f, 2011, 7, "");
  assert_pays (f, 2011, 8, "P1M3 1279.00");
  assert_pays (f, 2011, 9, "P1M4 1279.00");
}

/* TTW-98: the period that runs in July 2008 has no review; the next one has the new rows. */
static void
ttw_98_old_progress (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2005, 1));
  earn (f, mp_month (2007, 2), OPEN, mp_dollars (1000));
  project (f, mp_month (2005, 1), 70);
  /* 24 months without a test, then 3 of 12 above SGA (900 in 2007), reviewed in February 2008 */
  g_assert_cmpint (g_array_index (f->out->ticket.reviews, MpTicketReview, 0).month, ==, mp_month (2008, 2));
  g_assert_cmpuint (g_array_index (f->out->ticket.reviews, MpTicketReview, 0).needs, ==, 3);
  g_assert_true (g_array_index (f->out->ticket.reviews, MpTicketReview, 0).met);
  /* the fourth period ends in January 2009: no review; the fifth in January 2010 asks for zero cash */
  g_assert_cmpint (g_array_index (f->out->ticket.reviews, MpTicketReview, 1).month, ==, mp_month (2010, 2));
  g_assert_cmpint (g_array_index (f->out->ticket.reviews, MpTicketReview, 1).period, ==, 5);
  g_assert_false (g_array_index (f->out->ticket.reviews, MpTicketReview, 1).met);
}

/* TTW-47: SSI alone, zero cash by pay; 60 outcomes of 2008 outcome-only: chart III prints 22,620. */
static void
ttw_47_ssi (Fixture *f, gconstpointer data)
{
  g_strlcpy (f->kase->beneficiary.state, "WI", sizeof f->kase->beneficiary.state);
  f->kase->ssi.present = TRUE;
  f->kase->ssi.eligible_from = mp_month (2005, 1);
  f->kase->ssi.medicaid.needs = TRUE;
  freeze_rates (f, 2009, 2013, 1177, 353, 203, 657, 377);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2008, 9), NONE, MP_SYSTEM_OUTCOME_ONLY);
  earn (f, mp_month (2008, 10), OPEN, mp_dollars (2400));
  project_whole (f, mp_month (2008, 9), 66);
  assert_pays (f, 2008, 10, "OUT1 377.00");
  assert_pays (f, 2013, 9, "OUT60 377.00");
  g_assert_cmpint (ticket_of (f, 2013, 10)->cumulative, ==, mp_dollars (22620));
  g_assert_cmpint (ticket_of (f, 2013, 10)->status, ==, MP_TICKET_TERMINATED);
  g_assert_true (f->out->ticket.class_t16);
}

/* TTW-47: SSI unpaid for other income is no outcome month. */
static void
ttw_47_other_income (Fixture *f, gconstpointer data)
{
  MpUnearned *unearned;

  g_strlcpy (f->kase->beneficiary.state, "WI", sizeof f->kase->beneficiary.state);
  f->kase->ssi.present = TRUE;
  f->kase->ssi.eligible_from = mp_month (2015, 1);
  f->kase->ssi.medicaid.needs = TRUE;
  unearned = mp_arena_append (f->kase->arena, f->kase->ssi.unearned, f->kase->ssi.n_unearned);
  *unearned = (MpUnearned) { { mp_month (2016, 3), OPEN }, mp_dollars (2000), MP_UNEARNED_OTHER };
  assign_en (f, mp_month (2016, 1));
  earn (f, mp_month (2016, 2), OPEN, mp_dollars (900));
  project_whole (f, mp_month (2016, 1), 9);
  g_assert_false (ticket_of (f, 2016, 4)->outcome_month);
  assert_pays (f, 2016, 4, "P1M2 1398.00");
}

int
main (int argc, char *argv[])
{
  static const TicketTest tests[] = {
    { "TTW-1/age-18", ttw_1_age_18 }, { "TTW-13/svr", ttw_13_svr }, { "TTW-15/status", ttw_15_status }, { "TTW-17/received", ttw_17_received }, { "TTW-25/half", ttw_25_half },
    { "TTW-25+S-01/readings", ttw_25_readings }, { "TTW-26/window", ttw_26_window }, { "TTW-28/services", ttw_28_services },
    { "TTW-29/sga", ttw_29_sga }, { "TTW-41/lookback", ttw_41_lookback }, { "TTW-41/month-before", ttw_41_month_before },
    { "TTW-18+S-08/readings", ttw_18_readings }, { "TTW-28+S-11/readings", ttw_28_readings }, { "TTW-29+S-04+S-05/readings", ttw_29_readings },
    { "TTW-41+S-03/readings", ttw_41_readings }, { "TTW-37/one-a-month", ttw_37_one_a_month }, { "TTW-50+S-07/readings", ttw_50_readings },
    { "TTW-98/old-progress", ttw_98_old_progress }, { "TTW-101/entered", ttw_101_entered },
    { "TTW-102/denied", ttw_102_denied }, { "TTW-5+TTW-102/approved", ttw_102_approved },
    { "TTW-47/ssi", ttw_47_ssi }, { "TTW-47/other-income", ttw_47_other_income },
    { "TTW-49/ended", ttw_49_ended }, { "TTW-52/gap", ttw_52_gap }, { "TTW-50+TTW-54/reconciliation", ttw_54_reconciliation },
    { "TTW-63/base-entered", ttw_63_base_entered }, { "TTW-65/2009-t2", ttw_65_2009_t2 }, { "TTW-65/2009-t16", ttw_65_2009_t16 },
    { "TTW-56+TTW-65/outcome-only", ttw_65_outcome_only }, { "TTW-67/rates", ttw_67_rates }, { "TTW-69/claims", ttw_69_claims },
    { "TTW-72/vr", ttw_72_vr }, { "TTW-73/vr-long-ago", ttw_73_vr_long_ago }, { "TTW-78/reduction", ttw_78_reduction },
    { "TTW-80/2002", ttw_80_2002 }, { "TTW-82/transition", ttw_82_transition }, { "TTW-83/transition", ttw_83_transition },
    { "TTW-87/review", ttw_87_review }, { "TTW-94/education", ttw_94_education }, { "TTW-95/later", ttw_95_later },
    { "TTW-97/extension", ttw_97_extension }, { "TTW-101/age-65", ttw_101_age_65 }, { "TTW-104/retirement", ttw_104_retirement },
  };

  return run_ticket_tests (tests, G_N_ELEMENTS (tests), argc, argv);
}
