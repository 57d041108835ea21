/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rules of 2002 to June 2008, the transition, timely progress and protection; values worked out by hand.
 * SGA: 2002 780, 2003 800, 2006 860 (blind 1,450), 2007 900 (blind 1,500), 2008 940.
 * Trial work level: 2007 640, 2008 670. Old rates: 2007 322 643 1,287 1,608, outcome 322; 2008 334 667 1,334 1,668, outcome 334. */

#include "ticket-fixture.h"

static void
suspend (Fixture *f, MpMonth from)
{
  benefits (f, from, MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
}

static const MpTicketReview *
review_of (Fixture *f, guint i)
{
  g_assert_cmpuint (i, <, f->out->ticket.reviews->len);
  return &g_array_index (f->out->ticket.reviews, MpTicketReview, i);
}

static void
assert_review (Fixture *f, guint i, gint year, gint month, gint period, guint needs, guint has, gboolean met)
{
  const MpTicketReview *review = review_of (f, i);

  g_assert_cmpint (review->month, ==, mp_month (year, month));
  g_assert_cmpint (review->period, ==, period);
  g_assert_cmpuint (review->needs, ==, needs);
  g_assert_cmpuint (review->has, ==, has);
  g_assert_cmpint (review->met, ==, met);
}

/* TTW-75: more than SGA; 3 and 7 in 12 months, 12 in 15. The fifteenth month still counts. */
static void
ttw_75_windows (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2006, 1));
  earn (f, mp_month (2006, 2), mp_month (2006, 2), mp_dollars (860));  /* exactly SGA: nothing */
  earn (f, mp_month (2006, 3), mp_month (2006, 8), 86001);             /* six */
  earn (f, mp_month (2006, 12), mp_month (2006, 12), 86001);           /* the seventh */
  earn (f, mp_month (2007, 1), mp_month (2007, 5), 90001);             /* to the twelfth, fifteen months after March */
  project (f, mp_month (2006, 1), 20);
  assert_pays (f, 2006, 2, "");
  assert_pays (f, 2006, 3, "OLDM1 306.00");
  assert_pays (f, 2006, 5, "OLDM2 612.00");
  assert_pays (f, 2006, 8, "");
  assert_next (f, 2006, 8, "OLDM3", 6, 7, MP_BLOCKED_NO);
  g_assert_cmpint (ticket_of (f, 2006, 8)->next.amount, ==, 86001);
  g_assert_cmpint (ticket_of (f, 2006, 8)->next.window_ends, ==, mp_month (2007, 2));
  assert_pays (f, 2006, 12, "OLDM3 1225.00");
  assert_pays (f, 2007, 4, "");
  assert_pays (f, 2007, 5, "OLDM4 1608.00");
}

static void
ttw_75_outside (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2006, 1));
  earn (f, mp_month (2006, 2), mp_month (2006, 8), 86001); /* seven: the third milestone */
  earn (f, mp_month (2007, 1), mp_month (2007, 5), 90001); /* the twelfth, sixteen months after February */
  project (f, mp_month (2006, 1), 20);
  assert_pays (f, 2006, 8, "OLDM3 1225.00");
  assert_pays (f, 2007, 5, "");
}

/* TTW-76: the blind amount for blind people. */
static void
ttw_76_blind (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.blind = TRUE;
  title_xvi (f);
  assign_en (f, mp_month (2007, 1));
  earn (f, mp_month (2007, 2), mp_month (2007, 2), mp_dollars (1500));
  earn (f, mp_month (2007, 3), mp_month (2007, 3), 150001);
  project (f, mp_month (2007, 1), 6);
  assert_pays (f, 2007, 2, "");
  assert_pays (f, 2007, 3, "OLDM1 186.00");
}

/* TTW-77: earlier work removes nothing; an outcome month closes the milestones. */
static void
ttw_77_before_outcomes (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2006, 1));
  earn (f, mp_month (2004, 6), OPEN, mp_dollars (1500));
  suspend (f, mp_month (2006, 4));
  benefits (f, mp_month (2006, 5), MP_SSDI_EPE_PAID, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2004, 6), 40);
  assert_pays (f, 2006, 2, "OLDM1 306.00");
  assert_pays (f, 2006, 4, "OLDOUT1 300.90"); /* 306 less 306 / 60 */
  assert_pays (f, 2006, 5, "");
  assert_next (f, 2006, 5, "OLDOUT2", 0, 1, MP_BLOCKED_OUTCOME_PERIOD);
}

/* TTW-78: sixty outcomes of either class, 40 percent of the base under the outcome system. */
static void
ttw_78_sixty (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2002, 2), NONE, MP_SYSTEM_OUTCOME_ONLY);
  suspend (f, mp_month (2002, 3));
  project (f, mp_month (2002, 2), 70);
  assert_pays (f, 2002, 3, "OLDOUT1 317.00");
  assert_pays (f, 2003, 1, "OLDOUT11 328.00");
  assert_pays (f, 2007, 2, "OLDOUT60 378.00");
  g_assert_cmpint (ticket_of (f, 2007, 3)->status, ==, MP_TICKET_TERMINATED);
  g_assert_cmpuint (f->out->ticket.outcomes_cap, ==, 60);
}

/* TTW-67: what is entered for a year before 2008 takes the place of its published rate; what is entered for 2008 is a rate
 * of the new rules. */
static void
ttw_67_entered_before (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2002, 2), NONE, MP_SYSTEM_OUTCOME_ONLY);
  suspend (f, mp_month (2006, 3));
  freeze_rates (f, 2007, 2008, 1200, 355, 205, 660, 380);
  project (f, mp_month (2002, 2), 80);
  assert_pays (f, 2006, 12, "OLDOUT10 360.00");
  assert_pays (f, 2007, 1, "OLDOUT11 660.00");
  assert_pays (f, 2007, 12, "OLDOUT22 660.00");
  assert_pays (f, 2008, 1, "OLDOUT23 392.00");
  assert_pays (f, 2008, 7, "OUT1 660.00");
}

/* TTW-78: only the milestones paid to this provider lower its outcomes. */
static void
ttw_78_other_provider (Fixture *f, gconstpointer data)
{
  title_ii (f);
  prior (f, mp_month (2006, 2), "OLDM1", mp_dollars (306)); /* to North EN */
  assign (f, "North EN", MP_ROLE_EN, mp_month (2006, 1), mp_month (2006, 3), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2006, 4), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  suspend (f, mp_month (2006, 3));
  project (f, mp_month (2006, 1), 8);
  assert_pays (f, 2006, 3, "OLDOUT1 300.90");
  assert_pays (f, 2006, 5, "OLDOUT2 306.00");
}

/* TTW-79, S-15: 269 / 60 is 4.4833: to the cent, or to the dollar. */
static void
ttw_79_rounding (Fixture *f, gconstpointer data)
{
  title_ii (f);
  prior (f, mp_month (2002, 3), "OLDM1", mp_dollars (269));
  assign_en (f, mp_month (2002, 2));
  suspend (f, mp_month (2002, 4));
  project (f, mp_month (2002, 2), 4);
  assert_pays (f, 2002, 4, "OLDOUT1 264.52");
  read_as (f, "ticket/S-15", "dollar");
  project (f, mp_month (2002, 2), 4);
  assert_pays (f, 2002, 4, "OLDOUT1 265.00");
  /* 29.97 / 60 is 0.4995: rounded once, from the whole, never by way of 50 cents */
  f->kase->ticket.prior_payments[0].amount = 2997;
  project (f, mp_month (2002, 2), 4);
  assert_pays (f, 2002, 4, "OLDOUT1 269.00");
}

/* TTW-81: only assigned before, with nothing attained: the new rules whole. */
static void
ttw_81_nothing_attained (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2007, 1));
  earn (f, mp_month (2008, 7), OPEN, mp_dollars (3000));
  suspend (f, mp_month (2008, 8));
  project (f, mp_month (2007, 1), 60);
  assert_pays (f, 2008, 7, "P1M1 1177.00");
  assert_pays (f, 2008, 8, "OUT1 353.00");
  assert_pays (f, 2009, 7, "OUT12 363.00; RECON 7414.00"); /* 3 x 1,177 + 11 x 353 */
  assert_pays (f, 2011, 7, "OUT36 384.00");
  g_assert_cmpuint (f->out->ticket.outcomes_cap, ==, 36);
  g_assert_cmpint (ticket_of (f, 2011, 8)->status, ==, MP_TICKET_TERMINATED);
}

/* TTW-82: after OLDM4 comes Phase 2; July 2008 is a month of the new rules. */
static void
ttw_82_phase2 (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2007, 6));
  earn (f, mp_month (2007, 7), OPEN, mp_dollars (1000));
  project (f, mp_month (2007, 6), 16);
  assert_pays (f, 2007, 7, "OLDM1 322.00");
  assert_pays (f, 2007, 9, "OLDM2 643.00");
  assert_pays (f, 2008, 1, "OLDM3 1334.00");
  assert_pays (f, 2008, 6, "OLDM4 1668.00");
  assert_pays (f, 2008, 7, "P2M1 353.00");
}

/* TTW-28, 82: nine months complete before July 2008 pay only when a month of the new rules shows them. */
static void
ttw_82_nine_before (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2007, 6));
  earn (f, mp_month (2007, 7), mp_month (2008, 3), mp_dollars (950)); /* nine, three of them above SGA of 2008 */
  earn (f, mp_month (2008, 8), mp_month (2008, 8), mp_dollars (670));
  project (f, mp_month (2007, 6), 16);
  assert_pays (f, 2008, 1, "OLDM3 1334.00");
  assert_pays (f, 2008, 7, "");
  assert_pays (f, 2008, 8, "P1M4 1177.00");
}

/* TTW-83: the outcome system's N. 23,652 - 12 x 378 = 19,116 and / 657 = 29.1. */
static void
ttw_83_outcome_only (Fixture *f, gconstpointer data)
{
  title_ii (f);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *code = g_strdup_printf ("OLDOUT%u", i + 1);
      prior (f, mp_month (2007, 1) + (MpMonth) i, code, mp_dollars (378));
    }
  assign (f, "North EN", MP_ROLE_EN, mp_month (2006, 12), NONE, MP_SYSTEM_OUTCOME_ONLY);
  benefits (f, mp_month (2006, 12), MP_SSDI_SUSPENDED, MP_SSI_NOT_ELIGIBLE);
  benefits (f, mp_month (2008, 1), MP_SSDI_EPE_PAID, MP_SSI_NOT_ELIGIBLE);
  suspend (f, mp_month (2008, 7));
  project (f, mp_month (2006, 12), 60);
  assert_pays (f, 2008, 7, "OUT1 657.00");
  assert_pays (f, 2010, 11, "OUT29 712.00");
  g_assert_cmpint (ticket_of (f, 2010, 12)->status, ==, MP_TICKET_TERMINATED);
  g_assert_cmpuint (f->out->ticket.outcomes_cap, ==, 29);
}

/* TTW-84, S-16: the reconciliation is settled by N, or paid besides. */
static void
ttw_84_no_reconciliation (Fixture *f, gconstpointer data)
{
  title_ii (f);
  prior (f, mp_month (2008, 3), "OLDM1", mp_dollars (334));
  assign_en (f, mp_month (2008, 2));
  earn (f, mp_month (2008, 7), OPEN, mp_dollars (3000));
  suspend (f, mp_month (2008, 7));
  project (f, mp_month (2008, 2), 90);
  assert_pays (f, 2009, 6, "OUT12 363.00");
  /* (21,299 - 334) / 353 is 59.4 */
  g_assert_cmpuint (f->out->ticket.outcomes_cap, ==, 59);
  assert_pays (f, 2013, 5, "OUT59 401.00");
  g_assert_cmpint (ticket_of (f, 2013, 6)->status, ==, MP_TICKET_TERMINATED);
  read_as (f, "ticket/S-16", "n_plus_recon");
  project (f, mp_month (2008, 2), 90);
  assert_pays (f, 2009, 6, "OUT12 363.00; RECON 7414.00");
}

/* S-16: a period that opened under the old rules is reconciled at the first rates there are. */
static void
ttw_84_opened_before (Fixture *f, gconstpointer data)
{
  title_ii (f);
  prior (f, mp_month (2007, 3), "OLDM1", mp_dollars (322));
  assign_en (f, mp_month (2007, 2));
  suspend (f, mp_month (2007, 4));
  read_as (f, "ticket/S-16", "n_plus_recon");
  project (f, mp_month (2007, 2), 40);
  assert_pays (f, 2009, 6, "OUT12 363.00; RECON 7414.00");
}

/* TTW-81: fewer than nothing left: no outcome, and the ticket ends. */
static void
ttw_83_nothing_left (Fixture *f, gconstpointer data)
{
  title_xvi (f);
  prior (f, mp_month (2008, 3), "OLDM1", mp_dollars (20500));
  assign_en (f, mp_month (2008, 2));
  benefits (f, mp_month (2008, 8), MP_SSDI_SUSPENDED, MP_SSI_SUSPENDED);
  project (f, mp_month (2008, 2), 12);
  assert_pays (f, 2008, 8, ""); /* 42 / 203 is less than half an outcome */
  g_assert_cmpint (ticket_of (f, 2008, 9)->status, ==, MP_TICKET_TERMINATED);
  g_assert_cmpuint (f->out->ticket.outcomes_cap, ==, 0);
}

/* TTW-85, 99: protected while assigned, from the month of the assignment; not before, not by the ticket alone. */
static void
ttw_85_in_use (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2025, 3));
  project (f, mp_month (2025, 1), 6);
  g_assert_false (ticket_of (f, 2025, 2)->cdr_protected);
  g_assert_true (ticket_of (f, 2025, 3)->cdr_protected);
  g_assert_true (ticket_of (f, 2025, 6)->cdr_protected);
}

/* TTW-86: months unassigned or inactive and the month of a reassignment are not counted. */
static void
ttw_86_clock (Fixture *f, gconstpointer data)
{
  MpPeriod *inactive = mp_arena_append (f->kase->arena, f->scenario->ticket.inactive, f->scenario->ticket.n_inactive);

  *inactive = (MpPeriod) { mp_month (2024, 11), mp_month (2024, 12) };
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2024, 1), mp_month (2024, 4), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2024, 6), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  earn (f, mp_month (2024, 2), mp_month (2024, 2), mp_dollars (1110));
  earn (f, mp_month (2024, 6), mp_month (2024, 7), mp_dollars (1110)); /* June is the month of the reassignment */
  project (f, mp_month (2024, 1), 24);
  /* February to April, July to October, January to May 2025: twelve */
  assert_review (f, 0, 2025, 6, 1, 3, 2, FALSE);
}

/* TTW-88 to 93: each period's months and test, one period after the other. */
static void
ttw_88_rows (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2016, 1));
  earn (f, mp_month (2016, 2), mp_month (2016, 4), mp_dollars (810));   /* 1: three at the level */
  earn (f, mp_month (2017, 2), mp_month (2017, 7), mp_dollars (840));   /* 2: six */
  earn (f, mp_month (2018, 2), mp_month (2018, 10), 118001);            /* 3: nine above SGA, 1,180 */
  earn (f, mp_month (2019, 2), mp_month (2019, 10), 122001);            /* 4: nine above 1,220 */
  suspend (f, mp_month (2020, 2));                                      /* 5, 6, 7: six without cash */
  benefits (f, mp_month (2020, 8), MP_SSDI_EPE_PAID, MP_SSI_NOT_ELIGIBLE);
  suspend (f, mp_month (2021, 2));
  benefits (f, mp_month (2021, 8), MP_SSDI_EPE_PAID, MP_SSI_NOT_ELIGIBLE);
  suspend (f, mp_month (2022, 2));
  benefits (f, mp_month (2022, 8), MP_SSDI_EPE_PAID, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2016, 1), 100);
  assert_review (f, 0, 2017, 2, 1, 3, 3, TRUE);
  assert_review (f, 1, 2018, 2, 2, 6, 6, TRUE);
  assert_review (f, 2, 2019, 2, 3, 9, 9, TRUE);
  assert_review (f, 3, 2020, 2, 4, 9, 9, TRUE);
  assert_review (f, 4, 2021, 2, 5, 6, 6, TRUE);
  assert_review (f, 5, 2022, 2, 6, 6, 6, TRUE);
  assert_review (f, 6, 2023, 2, 7, 6, 6, TRUE);
  assert_review (f, 7, 2024, 2, 8, 6, 0, FALSE);
}

/* A review says what it asks of each month. */
static void
ttw_86_asks (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = {
    "Progress review of period 1: it asks for 3 months of twelve with pay at the trial work figure or more, and finds 3, or education in their place. "
    "Medical reviews stay off.",
    "Progress review of period 2: it asks for 6 months of twelve with pay at the trial work figure or more, and finds 12, or education in their place. "
    "Medical reviews stay off.",
    "Progress review of period 3: it asks for 9 months of twelve with pay above substantial gainful activity, and finds 0. "
    "Protection from medical reviews stops; the provider is still paid.",
  };
  guint n = 0;

  f->kase->ssdi.present = TRUE;
  f->kase->ssdi.entitled_from = mp_month (2012, 1);
  *(MpAmount *) mp_arena_append (f->kase->arena, f->kase->ssdi.amounts, f->kase->ssdi.n_amounts) =
    (MpAmount) { { mp_month (2012, 1), OPEN }, mp_dollars (900) };
  assign_en (f, mp_month (2016, 1));
  earn (f, mp_month (2016, 11), OPEN, mp_dollars (900));
  project_whole (f, mp_month (2016, 1), 40);
  for (guint i = 0; i < f->out->events->len; i++)
    {
      const MpEvent *event = &g_array_index (f->out->events, MpEvent, i);
      g_autofree char *text = mp_message_format (&event->message, FALSE);

      if (event->code == MP_EVENT_PROGRESS_REVIEW)
        g_assert_cmpstr (text, ==, texts[n++]);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (texts));
}

/* TTW-89, 90: exactly SGA is not more, and blind people are measured by the same amount. */
static void
ttw_89_non_blind (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.blind = TRUE;
  title_ii_at_en (f, mp_month (2016, 1));
  earn (f, mp_month (2016, 2), mp_month (2018, 1), mp_dollars (1000));
  earn (f, mp_month (2018, 2), mp_month (2018, 9), 118001);
  earn (f, mp_month (2018, 10), mp_month (2019, 1), mp_dollars (1180));
  project (f, mp_month (2016, 1), 40);
  assert_review (f, 2, 2019, 2, 3, 9, 8, FALSE);
}

/* TTW-91: earnings alone are nothing from the fifth period on; education may be everything to the sixth. */
static void
ttw_91_zero_cash (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2016, 1));
  earn (f, mp_month (2016, 2), OPEN, mp_dollars (2000));
  for (gint period = 5; period <= 7; period++)
    *(MpEducation *) mp_arena_append (f->kase->arena, f->scenario->ticket.education, f->scenario->ticket.n_education) =
      (MpEducation) { period, period == 5 ? 8999 : 10000 };
  project (f, mp_month (2016, 1), 63);
  assert_review (f, 4, 2021, 2, 5, 6, 0, FALSE); /* 89.99 percent, no work that counts */
  f->scenario->ticket.education[0].percent = 9000;
  project (f, mp_month (2016, 1), 88);
  assert_review (f, 4, 2021, 2, 5, 6, 0, TRUE);
  assert_review (f, 5, 2022, 2, 6, 6, 0, TRUE);
  assert_review (f, 6, 2023, 2, 7, 6, 0, FALSE); /* TTW-93: none */
}

/* TTW-94: half of the work and two fifths of the education are nine tenths; in the sixth period they are not added. */
static void
ttw_94_sum (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2016, 1));
  *(MpEducation *) mp_arena_append (f->kase->arena, f->scenario->ticket.education, f->scenario->ticket.n_education) = (MpEducation) { 2, 4000 };
  earn (f, mp_month (2016, 2), mp_month (2016, 4), mp_dollars (900));
  earn (f, mp_month (2017, 2), mp_month (2017, 4), mp_dollars (900));
  project (f, mp_month (2016, 1), 30);
  assert_review (f, 1, 2018, 2, 2, 6, 3, TRUE);
  f->scenario->ticket.education[0].percent = 3999;
  project (f, mp_month (2016, 1), 30);
  assert_review (f, 1, 2018, 2, 2, 6, 3, FALSE);
}

/* TTW-95: failing ends the protection and nothing else. */
static void
ttw_95_still_paid (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2024, 1));
  earn (f, mp_month (2025, 4), OPEN, mp_dollars (600));
  project (f, mp_month (2024, 1), 20);
  assert_review (f, 0, 2025, 2, 1, 3, 0, FALSE);
  g_assert_true (ticket_of (f, 2025, 2)->cdr_protected); /* the notice and its 30 days */
  g_assert_false (ticket_of (f, 2025, 3)->cdr_protected);
  g_assert_cmpint (ticket_of (f, 2025, 3)->status, ==, MP_TICKET_ASSIGNED);
  assert_pays (f, 2025, 4, "P1M1 1850.00");
}

/* TTW-96: inactive months give no protection and no extension. */
static void
ttw_96_inactive (Fixture *f, gconstpointer data)
{
  MpPeriod *inactive = mp_arena_append (f->kase->arena, f->scenario->ticket.inactive, f->scenario->ticket.n_inactive);

  *inactive = (MpPeriod) { mp_month (2025, 3), mp_month (2025, 6) };
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2025, 1), mp_month (2025, 6), MP_SYSTEM_OUTCOME_MILESTONE);
  project (f, mp_month (2025, 1), 12);
  g_assert_true (ticket_of (f, 2025, 2)->cdr_protected);
  g_assert_false (ticket_of (f, 2025, 3)->cdr_protected);
  g_assert_false (ticket_of (f, 2025, 7)->cdr_protected);
}

/* TTW-97: 90 days counted to the day, in use again when reassigned within them. */
static void
ttw_97_days (Fixture *f, gconstpointer data)
{
  MpAssignment *vr;

  title_ii (f);
  vr = assign (f, "State VR", MP_ROLE_VR_COST_REIMBURSEMENT, mp_month (2025, 1), mp_month (2025, 6), MP_SYSTEM_OUTCOME_MILESTONE);
  vr->to = (MpDate) { mp_month (2025, 6), 2 };
  project (f, mp_month (2025, 1), 14);
  g_assert_true (ticket_of (f, 2025, 8)->cdr_protected); /* June 2 and 90 days is August 31 */
  g_assert_false (ticket_of (f, 2025, 9)->cdr_protected);
  vr->to.day = 3;
  project (f, mp_month (2025, 1), 14);
  g_assert_true (ticket_of (f, 2025, 9)->cdr_protected); /* September 1 */
  g_assert_false (ticket_of (f, 2025, 10)->cdr_protected);
  assign_en (f, mp_month (2025, 9));
  project (f, mp_month (2025, 1), 14);
  g_assert_true (ticket_of (f, 2025, 10)->cdr_protected);
}

/* TTW-97: an EN's 90 days begin on the first day of the month after: to March 31 from January, to May 30 from March. */
static void
ttw_97_first_unassigned_day (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2024, 1), mp_month (2024, 12), MP_SYSTEM_OUTCOME_MILESTONE)->to.day = 5;
  project (f, mp_month (2024, 1), 20);
  g_assert_true (ticket_of (f, 2025, 3)->cdr_protected); /* January 1 and 89 days is March 31 */
  g_assert_false (ticket_of (f, 2025, 4)->cdr_protected);
}

/* TTW-97: three months before July 2008. */
static void
ttw_97_old (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2005, 1), mp_month (2005, 6), MP_SYSTEM_OUTCOME_MILESTONE);
  project (f, mp_month (2005, 1), 12);
  g_assert_true (ticket_of (f, 2005, 9)->cdr_protected);
  g_assert_false (ticket_of (f, 2005, 10)->cdr_protected);
}

/* TTW-98: no test for 24 months, then 3, 6 and 6 of twelve; work in the 24 months counts for the first review
 * (Benefits Planner 2002). */
static void
ttw_98_old_rows (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2002, 2));
  earn (f, mp_month (2002, 5), mp_month (2002, 5), 78001);
  earn (f, mp_month (2003, 5), mp_month (2003, 5), 80001);
  earn (f, mp_month (2004, 5), mp_month (2004, 5), 81001);
  earn (f, mp_month (2005, 3), mp_month (2005, 8), 83001);
  suspend (f, mp_month (2006, 3));
  benefits (f, mp_month (2006, 9), MP_SSDI_EPE_PAID, MP_SSI_NOT_ELIGIBLE);
  project (f, mp_month (2002, 2), 70);
  assert_review (f, 0, 2005, 3, 3, 3, 3, TRUE);
  assert_review (f, 1, 2006, 3, 4, 6, 6, TRUE);
  assert_review (f, 2, 2007, 3, 5, 6, 6, TRUE);
}

/* TTW-98: education counts for nothing before July 2008. */
static void
ttw_98_no_education (Fixture *f, gconstpointer data)
{
  *(MpEducation *) mp_arena_append (f->kase->arena, f->scenario->ticket.education, f->scenario->ticket.n_education) = (MpEducation) { 3, 10000 };
  title_ii_at_en (f, mp_month (2002, 2));
  project (f, mp_month (2002, 2), 40);
  assert_review (f, 0, 2005, 3, 3, 3, 0, FALSE);
}

static void
decide (Fixture *f, gint period, gboolean not_expected, MpDate notice, MpDate decided)
{
  MpReviewFact *fact = mp_arena_append (f->kase->arena, f->scenario->ticket.reviews, f->scenario->ticket.n_reviews);

  *fact = (MpReviewFact) { period, not_expected, notice, decided };
}

/* TTW-98, step two (20 CFR 411.200(a)(2) of 2002 to 2008): three months are worked, but more is not expected. In use again
 * after three months of work in twelve that follow (411.210(b)(3) of those years), from the month after. */
static void
ttw_98_step_two (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2002, 2));
  earn (f, mp_month (2004, 5), mp_month (2004, 7), 81001);
  earn (f, mp_month (2005, 6), mp_month (2005, 8), 83001);
  decide (f, 3, TRUE, MP_DATE_NONE, MP_DATE_NONE);
  project (f, mp_month (2002, 2), 60);
  assert_review (f, 0, 2005, 3, 3, 3, 3, FALSE);
  g_assert_true (ticket_of (f, 2005, 3)->cdr_protected);
  g_assert_false (ticket_of (f, 2005, 4)->cdr_protected);
  g_assert_false (ticket_of (f, 2005, 8)->cdr_protected);
  g_assert_true (ticket_of (f, 2005, 9)->cdr_protected);
  /* the next period is September 2005 to August 2006 */
  assert_review (f, 1, 2006, 9, 4, 6, 0, FALSE);
}

/* TTW-98, step one failed: months of work before the review do not bring the ticket back into use. */
static void
ttw_98_work_after (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2002, 2));
  earn (f, mp_month (2005, 1), mp_month (2005, 2), 83001);
  earn (f, mp_month (2005, 4), mp_month (2005, 4), 83001);
  project (f, mp_month (2002, 2), 48);
  assert_review (f, 0, 2005, 3, 3, 3, 2, FALSE);
  g_assert_false (ticket_of (f, 2005, 5)->cdr_protected);
  g_assert_false (ticket_of (f, 2006, 1)->cdr_protected);
}

/* TTW-98: another provider within the first 24 months, and they begin anew (former 20 CFR 411.225(c); Benefits Planner 2002);
 * with the same provider the months before count. */
static void
ttw_98_other_provider (Fixture *f, gconstpointer data)
{
  title_ii (f);
  assign (f, "North EN", MP_ROLE_EN, mp_month (2002, 2), mp_month (2003, 2), MP_SYSTEM_OUTCOME_MILESTONE);
  assign (f, "South EN", MP_ROLE_EN, mp_month (2003, 4), NONE, MP_SYSTEM_OUTCOME_MILESTONE);
  project (f, mp_month (2002, 2), 60);
  /* 24 months to April 2005, twelve to April 2006 */
  assert_review (f, 0, 2006, 5, 3, 3, 0, FALSE);
  f->scenario->ticket.assignments[1].provider = f->scenario->ticket.assignments[0].provider;
  project (f, mp_month (2002, 2), 60);
  /* twelve months to February 2003, twelve to April 2004, twelve to April 2005 */
  assert_review (f, 0, 2005, 5, 3, 3, 0, FALSE);
}

/* TTW-112: the decision takes effect 30 days after its notice, or when SSA has looked at it again (20 CFR 411.200(b), 411.205). */
static void
ttw_112_notice (Fixture *f, gconstpointer data)
{
  static const struct { MpDate notice, decided; gint last; } rows[] = {
    { { MP_MONTH_NONE, 0 }, { MP_MONTH_NONE, 0 }, 2 },
    { { mp_month (2026, 2), 1 }, { MP_MONTH_NONE, 0 }, 3 },   /* March 3: two days of March are protected */
    { { mp_month (2026, 1), 30 }, { MP_MONTH_NONE, 0 }, 2 },  /* March 1 */
    { { mp_month (2026, 3), 3 }, { MP_MONTH_NONE, 0 }, 4 },   /* April 2 */
    { { mp_month (2026, 3), 2 }, { MP_MONTH_NONE, 0 }, 3 },   /* April 1 */
    { { mp_month (2026, 2), 20 }, { mp_month (2026, 5), 1 }, 4 },
    { { mp_month (2026, 2), 20 }, { mp_month (2026, 5), 2 }, 5 },
    { { mp_month (2026, 2), 20 }, { mp_month (2026, 2), 25 }, 3 },
  };

  title_ii_at_en (f, mp_month (2025, 1));
  decide (f, 1, FALSE, MP_DATE_NONE, MP_DATE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      f->scenario->ticket.reviews[0].notice = rows[i].notice;
      f->scenario->ticket.reviews[0].decided = rows[i].decided;
      project (f, mp_month (2025, 1), 20);
      assert_review (f, 0, 2026, 2, 1, 3, 0, FALSE);
      for (gint month = 1; month <= 8; month++)
        g_assert_cmpint (ticket_of (f, 2026, month)->cdr_protected, ==, month <= rows[i].last);
    }
}

/* TTW-98: a period that begins in July 2008 is the one then running: it has no review. */
static void
ttw_98_begins_in_july (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2007, 6));
  earn (f, mp_month (2007, 7), OPEN, mp_dollars (800));
  project (f, mp_month (2007, 6), 40);
  /* July 2007 to June 2008 is the first period; the second, to June 2009, is skipped; the third asks for SGA */
  g_assert_cmpuint (f->out->ticket.reviews->len, ==, 1);
  assert_review (f, 0, 2010, 7, 3, 9, 0, FALSE);
}

/* TTW-100: the protection ends with the ticket. */
static void
ttw_100_termination (Fixture *f, gconstpointer data)
{
  title_ii_at_en (f, mp_month (2025, 1));
  f->kase->ticket.terminates.present = TRUE;
  f->kase->ticket.terminates.month = mp_month (2025, 5);
  project (f, mp_month (2025, 1), 8);
  g_assert_true (ticket_of (f, 2025, 4)->cdr_protected);
  g_assert_false (ticket_of (f, 2025, 5)->cdr_protected);
}

int
main (int argc, char *argv[])
{
  static const TicketTest tests[] = {
    { "TTW-75/windows", ttw_75_windows }, { "TTW-75/outside", ttw_75_outside }, { "TTW-76/blind", ttw_76_blind },
    { "TTW-77/before-outcomes", ttw_77_before_outcomes }, { "TTW-78/sixty", ttw_78_sixty },
    { "TTW-67/entered-before", ttw_67_entered_before },
    { "TTW-78/other-provider", ttw_78_other_provider }, { "TTW-79+S-15/rounding", ttw_79_rounding },
    { "TTW-81/nothing-attained", ttw_81_nothing_attained }, { "TTW-82/phase2", ttw_82_phase2 },
    { "TTW-82/nine-before", ttw_82_nine_before }, { "TTW-83/outcome-only", ttw_83_outcome_only },
    { "TTW-83/nothing-left", ttw_83_nothing_left },
    { "TTW-84+S-16/no-reconciliation", ttw_84_no_reconciliation }, { "TTW-84+S-16/opened-before", ttw_84_opened_before },
    { "TTW-85+TTW-99/in-use", ttw_85_in_use }, { "TTW-86/clock", ttw_86_clock }, { "TTW-86/asks", ttw_86_asks },
    { "TTW-88+TTW-89+TTW-90+TTW-91+TTW-92+TTW-93/rows", ttw_88_rows }, { "TTW-89/non-blind", ttw_89_non_blind },
    { "TTW-91/zero-cash", ttw_91_zero_cash }, { "TTW-94/sum", ttw_94_sum }, { "TTW-95/still-paid", ttw_95_still_paid },
    { "TTW-96/inactive", ttw_96_inactive }, { "TTW-97/days", ttw_97_days }, { "TTW-97/first-unassigned-day", ttw_97_first_unassigned_day },
    { "TTW-97/old", ttw_97_old }, { "TTW-98/old-rows", ttw_98_old_rows }, { "TTW-98/no-education", ttw_98_no_education },
    { "TTW-98/step-two", ttw_98_step_two }, { "TTW-98/work-after", ttw_98_work_after }, { "TTW-98/other-provider", ttw_98_other_provider },
    { "TTW-112/notice", ttw_112_notice },
    { "TTW-98/begins-in-july", ttw_98_begins_in_july }, { "TTW-100/termination", ttw_100_termination },
  };

  return run_ticket_tests (tests, G_N_ELEMENTS (tests), argc, argv);
}
