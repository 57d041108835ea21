/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Readings of the register of SSI that take facts of a job or of a year. Amounts by hand: the rate of 2025 is 967.00,
 * that of 2026 994.00. */

#include "ssi-fixture.h"

static void
assert_payment (Fixture *f, MpMonth month, MpMoney payment)
{
  g_assert_cmpint (at (f, month)->payment, ==, payment);
}

static void
choose (Fixture *f, MpReadingId id, guint8 choice)
{
  f->kase->assumptions.readings[id] = choice;
  run (f);
}

/* SSI-15, register 19: one of two jobs ends with the first month of a run. POMS SI 02005.006 B */
static void
test_19 (Fixture *f, gconstpointer data)
{
  f->kase->ssi.eligible_from = mp_month (2025, 1);
  add_wages (f, mp_month (2025, 1), mp_month (2025, 1), 48500);
  add_wages (f, mp_month (2025, 1), OPEN, 28500);
  run (f);
  /* (770.00 - 85.00) / 2 = 342.50 */
  assert_payment (f, mp_month (2025, 1), 62450);
  assert_payment (f, mp_month (2025, 2), 62450);
  assert_payment (f, mp_month (2025, 3), 62450);
  assert_payment (f, mp_month (2025, 4), 86700);
  choose (f, MP_READING_SSI_19, 1);
  /* the first month is paid on all of its own income; (285.00 - 85.00) / 2 = 100.00 in the next two */
  assert_payment (f, mp_month (2025, 1), 62450);
  assert_payment (f, mp_month (2025, 2), 86700);
  assert_payment (f, mp_month (2025, 3), 86700);
  assert_payment (f, mp_month (2025, 4), 86700);
}

/* A month with a fact of its own, in which the job pays nothing, is no second month of it. */
static void
test_19_month (Fixture *f, gconstpointer data)
{
  MpWork *job;

  f->kase->ssi.eligible_from = mp_month (2025, 1);
  job = add_wages (f, mp_month (2025, 1), OPEN, 48500);
  *(MpWorkMonthFact *) mp_arena_append (f->kase->arena, job->months, job->n_months) =
    (MpWorkMonthFact) { mp_month (2025, 2), 0, MP_MONEY_NONE, MP_HOURS_NONE };
  add_wages (f, mp_month (2025, 1), OPEN, 28500);
  choose (f, MP_READING_SSI_19, 1);
  assert_payment (f, mp_month (2025, 2), 86700);
  assert_payment (f, mp_month (2025, 3), 86700);
}

/* SSI-19, register 22: net earnings are divided equally among the months of the year. 20 CFR 416.1111(b) */
static void
test_22 (Fixture *f, gconstpointer data)
{
  MpWork *business = add_wages (f, mp_month (2025, 7), mp_month (2025, 12), 120000);

  business->kind = MP_WORK_SELF_EMPLOYMENT;
  run (f);
  assert_payment (f, mp_month (2025, 7), 96700);
  /* (1200.00 - 85.00) / 2 = 557.50, two months later */
  assert_payment (f, mp_month (2025, 9), 40950);
  assert_payment (f, mp_month (2026, 1), 43650);
  choose (f, MP_READING_SSI_22, 1);
  /* 7200.00 / 12 = 600.00; (600.00 - 85.00) / 2 = 257.50 */
  assert_payment (f, mp_month (2025, 3), 70950);
  assert_payment (f, mp_month (2025, 9), 70950);
  assert_payment (f, mp_month (2026, 1), 73650);
  assert_payment (f, mp_month (2026, 2), 73650);
  assert_payment (f, mp_month (2026, 3), 99400);
  /* what comes in, and what title II looks at, stay where they are */
  g_assert_cmpint (f->out->rows[mp_month (2025, 3) - f->out->first].work.paid, ==, 0);
  g_assert_cmpint (f->out->rows[mp_month (2025, 9) - f->out->first].work.earned, ==, 120000);
  g_assert_cmpint (f->out->rows[mp_month (2025, 9) - f->out->first].cash.earnings, ==, 120000);
}

/* A business that goes on: each year has its own twelfth. */
static void
test_22_next_year (Fixture *f, gconstpointer data)
{
  add_wages (f, mp_month (2025, 7), OPEN, 120000)->kind = MP_WORK_SELF_EMPLOYMENT;
  choose (f, MP_READING_SSI_22, 1);
  assert_payment (f, mp_month (2026, 2), 73650);
  assert_payment (f, mp_month (2026, 3), 43650);
}

/* Wages beside it count as before; a fraction of a cent of the twelfth goes to the nearest. */
static void
test_22_wages (Fixture *f, gconstpointer data)
{
  MpWork *business = add_wages (f, mp_month (2025, 4), mp_month (2025, 4), 100000);

  business->kind = MP_WORK_SELF_EMPLOYMENT;
  add_wages (f, mp_month (2025, 1), OPEN, 28500);
  choose (f, MP_READING_SSI_22, 1);
  /* 1000.00 / 12 = 83.33; (368.33 - 85.00) / 2 = 141.665, what is left goes up to the cent */
  assert_payment (f, mp_month (2025, 6), 82534);
  g_assert_cmpint (at (f, mp_month (2025, 8))->earned, ==, 36833);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/ssi-readings/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("SSI-15+ssi-19/jobs", test_19);
  ADD ("SSI-15+ssi-19/month-without-pay", test_19_month);
  ADD ("SSI-19+ssi-22/year", test_22);
  ADD ("SSI-19+ssi-22/next-year", test_22_next_year);
  ADD ("SSI-19+ssi-22/wages-beside-it", test_22_wages);
  return g_test_run ();
}
