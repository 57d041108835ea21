/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was paid beside what was computed. */

#include "mp-paid.h"
#include "plan-fixture.h"

static void
add_paid (Fixture *f, MpMonth month, MpProgram program, MpMoney amount)
{
  MpPaid *paid = mp_arena_append (f->kase->arena, f->kase->paid, f->kase->n_paid);

  *paid = (MpPaid) { month, program, amount };
}

static MpPaidReview *
review (Fixture *f)
{
  g_autoptr (MpProjection) projection = mp_projection_new (), without = mp_projection_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (mp_project (projection, f->kase, 0, f->parameters, MP_PROJECT_DEFAULT, &error));
  g_assert_true (mp_project (without, f->kase, 0, f->parameters, MP_PROJECT_WITHOUT_WORK, &error));
  g_assert_no_error (error);
  return mp_paid_review (projection, without);
}

static void
assert_month (const MpPaidReview *self, MpMonth month, MpProgram program, MpMoney computed, MpMoney difference, guint reasons)
{
  const MpPaidMonth *paid = mp_paid_review_find (self, month, program);

  g_assert_nonnull (paid);
  g_assert_cmpint (paid->computed, ==, computed);
  g_assert_cmpint (paid->difference, ==, difference);
  g_assert_cmpuint (paid->reasons, ==, reasons);
}

/* SSI: 994 in 2026, 967 in 2025; pay of 1,000 from March takes 457.50 from May on (SSI-12). */
static void
test_ssi (Fixture *f, gconstpointer data)
{
  g_autoptr (MpPaidReview) self = NULL;

  add_ssi (f);
  f->kase->projection.start = mp_month (2025, 10);
  add_wages (f, mp_month (2026, 3), 100000);
  add_paid (f, mp_month (2026, 7), MP_PROGRAM_SSI, 99400);  /* pay is not posted */
  add_paid (f, mp_month (2026, 2), MP_PROGRAM_SSI, 96700);  /* before the raise */
  add_paid (f, mp_month (2026, 4), MP_PROGRAM_SSI, 53650);  /* May's amount, a month early */
  add_paid (f, mp_month (2026, 3), MP_PROGRAM_SSI, 99400);  /* as computed */
  add_paid (f, mp_month (2026, 9), MP_PROGRAM_SSI, 10000);  /* nobody knows why */
  add_paid (f, mp_month (2031, 1), MP_PROGRAM_SSI, 10000);  /* not computed */
  self = review (f);
  g_assert_cmpuint (self->months->len, ==, 5);
  assert_month (self, mp_month (2026, 7), MP_PROGRAM_SSI, 53650, 45750, MP_PAID_NOT_POSTED);
  assert_month (self, mp_month (2026, 2), MP_PROGRAM_SSI, 99400, -2700, MP_PAID_RAISE);
  assert_month (self, mp_month (2026, 4), MP_PROGRAM_SSI, 99400, -45750, MP_PAID_OTHER_MONTH);
  assert_month (self, mp_month (2026, 3), MP_PROGRAM_SSI, 99400, 0, 0);
  assert_month (self, mp_month (2026, 9), MP_PROGRAM_SSI, 53650, -43650, 0);
  g_assert_cmpint (self->ask_back, ==, 45750);
  g_assert_cmpint (self->owe, ==, 2700 + 45750 + 43650);
  g_assert_null (mp_paid_review_find (self, mp_month (2026, 7), MP_PROGRAM_SSDI));
}

/* SSDI: 1,215 less 202.90 is 1,012 (DI-76); the whole benefit came, in two payments. */
static void
test_premium (Fixture *f, gconstpointer data)
{
  g_autoptr (MpPaidReview) self = NULL;

  add_ssdi (f, 121500);
  f->kase->ssdi.medicare.present = f->kase->ssdi.medicare.part_b.present = f->kase->ssdi.medicare.part_b.enrolled = TRUE;
  f->kase->ssdi.medicare.part_b.premium = MP_MONEY_NONE;
  add_paid (f, mp_month (2026, 6), MP_PROGRAM_SSDI, 100000);
  add_paid (f, mp_month (2026, 6), MP_PROGRAM_SSDI, 21500);
  self = review (f);
  g_assert_cmpuint (self->months->len, ==, 1);
  assert_month (self, mp_month (2026, 6), MP_PROGRAM_SSDI, 101200, 20300, MP_PAID_PREMIUM);
}

/* Two payments that come to the computed amount are no difference; one of another program is not added to them. */
static void
test_in_parts (Fixture *f, gconstpointer data)
{
  g_autoptr (MpProjection) projection = mp_projection_new ();
  g_autoptr (GError) error = NULL;
  const MpWarning *warning = NULL;
  g_autofree char *pointer = NULL;

  add_ssdi (f, 121500);
  add_paid (f, mp_month (2026, 6), MP_PROGRAM_SSDI, 100000);
  add_paid (f, mp_month (2026, 6), MP_PROGRAM_SSI, 0);
  add_paid (f, mp_month (2026, 6), MP_PROGRAM_SSDI, 21500);
  add_paid (f, mp_month (2026, 7), MP_PROGRAM_SSDI, 100000);
  add_paid (f, mp_month (2026, 7), MP_PROGRAM_SSDI, 21400);
  g_assert_true (mp_project (projection, f->kase, 0, f->parameters, MP_PROJECT_DEFAULT, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < projection->warnings->len; i++)
    if (g_array_index (projection->warnings, MpWarning, i).code == MP_WARNING_PAID_DIFFERS)
      {
        g_assert_null (warning);
        warning = &g_array_index (projection->warnings, MpWarning, i);
      }
  g_assert_nonnull (warning);
  pointer = mp_warning_pointer (warning);
  g_assert_cmpstr (pointer, ==, "/paid/4");
  g_assert_cmpint (warning->message.values[1].n, ==, 121400);
}

/* DI-44: checks that went on after grace are the amount without work. */
static void
test_checks_went_on (Fixture *f, gconstpointer data)
{
  g_autoptr (MpPaidReview) self = NULL;

  add_ssdi (f, 100000);
  use_up_trial_work (f);
  add_wages (f, mp_month (2026, 1), 200000);
  for (MpMonth month = mp_month (2026, 3); month <= mp_month (2026, 6); month++)
    add_paid (f, month, MP_PROGRAM_SSDI, 100000);
  self = review (f);
  assert_month (self, mp_month (2026, 5), MP_PROGRAM_SSDI, 0, 100000, MP_PAID_NOT_POSTED);
  g_assert_cmpint (self->ask_back, ==, 400000);
  g_assert_cmpint (self->owe, ==, 0);
}

#define ADD(name, function) g_test_add ("/paid/" name, Fixture, NULL, set_up, function, tear_down)

gint
main (gint argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("ssi", test_ssi);
  ADD ("premium", test_premium);
  ADD ("in-parts", test_in_parts);
  ADD ("checks-went-on", test_checks_went_on);
  return g_test_run ();
}
