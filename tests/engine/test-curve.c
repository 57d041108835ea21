/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cash for any pay in one month. */

#include "mp-curve.h"
#include "plan-fixture.h"

static MpCurve *
curve (Fixture *f, MpMonth month)
{
  g_autoptr (GError) error = NULL;
  MpCurve *self = mp_curve_new (f->kase, 0, f->parameters, month, &error);

  g_assert_no_error (error);
  g_assert_nonnull (self);
  return self;
}

static void
assert_point (MpCurve *self, MpMoney earned, MpMoney ssdi, MpMoney ssi, MpMoney net)
{
  MpCurvePoint point;

  mp_curve_at (self, earned, MP_CURVE_AS_IT_STANDS, &point);
  g_assert_cmpint (point.earned, ==, earned);
  g_assert_cmpint (point.ssdi, ==, ssdi);
  g_assert_cmpint (point.ssi, ==, ssi);
  g_assert_cmpint (point.net, ==, net);
}

/* SSI-20, SSI-72, SSI-73: 994 less half of the pay over 85; no trial work and no drop. */
static void
test_ssi_alone (Fixture *f, gconstpointer data)
{
  g_autoptr (MpCurve) self = NULL;

  add_ssi (f);
  self = curve (f, mp_month (2026, 6));
  assert_point (self, 0, 0, 99400, 99400);
  assert_point (self, 8500, 0, 99400, 107900);
  assert_point (self, 8501, 0, 99400, 107901); /* half a cent counts; rounded up to the cent */
  assert_point (self, 100000, 0, 53650, 153650);
  assert_point (self, 207100, 0, 100, 207200);
  assert_point (self, 207250, 0, 100, 207350); /* 25 cents are due: a dollar is paid */
  assert_point (self, 207300, 0, 0, 207300);
  g_assert_cmpint (mp_curve_mark (self, MP_CURVE_TWP), ==, 121000);
  g_assert_cmpint (mp_curve_mark (self, MP_CURVE_SGA), ==, 169000);
  g_assert_cmpint (mp_curve_mark (self, MP_CURVE_BREAK_EVEN), ==, MP_MONEY_NONE);
  g_assert_cmpint (mp_curve_drop (self), ==, 0);
}

/* DI-44: the check of 1,215 stops over 1,690; pay alone brings it back at 1,690 + 1,012. */
static void
test_ssdi_alone (Fixture *f, gconstpointer data)
{
  g_autoptr (MpCurve) self = NULL;

  add_ssdi (f, 121500);
  use_up_trial_work (f);
  f->kase->ssdi.medicare.present = f->kase->ssdi.medicare.part_b.present = f->kase->ssdi.medicare.part_b.enrolled = TRUE;
  f->kase->ssdi.medicare.part_b.premium = MP_MONEY_NONE;
  self = curve (f, mp_month (2026, 6));
  assert_point (self, 0, 101200, 0, 101200); /* 1,215 less 202.90, down to the dollar */
  assert_point (self, 169000, 101200, 0, 270200);
  assert_point (self, 169001, 0, 0, 169001);
  g_assert_cmpint (mp_curve_mark (self, MP_CURVE_BREAK_EVEN), ==, 270200);
  g_assert_cmpint (mp_curve_drop (self), ==, 101200);
}

/* DI-22, DI-25: 120 of work costs and 60 of subsidy let pay of 1,870 count as 1,690. */
static void
test_work_costs (Fixture *f, gconstpointer data)
{
  g_autoptr (MpCurve) self = NULL;
  MpCurvePoint point;

  add_ssdi (f, 90000);
  use_up_trial_work (f);
  add_wages (f, mp_month (2026, 3), 100000)->subsidy = 6000;
  add_incentive (f, MP_INCENTIVE_IRWE, mp_month (2026, 3), MP_MONTH_OPEN, 12000);
  self = curve (f, mp_month (2026, 6));
  g_assert_cmpint (mp_curve_sga (self), ==, 169000);
  g_assert_cmpint (mp_curve_mark (self, MP_CURVE_SGA), ==, 187000);
  assert_point (self, 187000, 90000, 0, 187000 + 90000 - 12000);
  assert_point (self, 187001, 0, 0, 187001 - 12000);
  g_assert_cmpint (mp_curve_mark (self, MP_CURVE_BREAK_EVEN), ==, 277000);
  mp_curve_at (self, 0, MP_CURVE_AS_IT_STANDS, &point);
  g_assert_cmpint (point.expenses, ==, 12000);
}

/* SSI-12, SSI-24: a work cost that begins with the month counts as if it had stood for three. */
static void
test_work_costs_settled (Fixture *f, gconstpointer data)
{
  g_autoptr (MpCurve) first = NULL, after = NULL;

  add_ssi (f);
  add_incentive (f, MP_INCENTIVE_IRWE, mp_month (2026, 6), mp_month (2026, 6), 10000);
  first = curve (f, mp_month (2026, 6));
  /* (1,000 - 85 - 100) / 2 = 407.50 counts */
  assert_point (first, 100000, 0, 58650, 100000 + 58650 - 10000);
  after = curve (f, mp_month (2026, 7));
  assert_point (after, 100000, 0, 53650, 153650);
}

/* DI-21 */
static void
test_blind (Fixture *f, gconstpointer data)
{
  g_autoptr (MpCurve) self = NULL;

  f->kase->beneficiary.blind = TRUE;
  add_ssdi (f, 100000);
  use_up_trial_work (f);
  self = curve (f, mp_month (2026, 6));
  g_assert_cmpint (mp_curve_mark (self, MP_CURVE_SGA), ==, 283000);
  assert_point (self, 283000, 100000, 0, 383000);
  assert_point (self, 283001, 0, 0, 283001);
}

/* Both checks: 640 of SSDI less 20 counts against SSI. Over the limit SSI takes pay alone, less 85, halved. */
static void
test_both (Fixture *f, gconstpointer data)
{
  g_autoptr (MpCurve) self = NULL;
  MpCurvePoint point;

  add_ssi (f);
  add_ssdi (f, 64000);
  use_up_trial_work (f);
  add_wages (f, mp_month (2026, 1), 195000);
  self = curve (f, mp_month (2026, 6));
  assert_point (self, 0, 64000, 37400, 101400);
  assert_point (self, 65000, 64000, 8150, 137150);   /* 994 - 620 - 585 / 2 */
  assert_point (self, 169000, 64000, 0, 233000);
  assert_point (self, 169001, 0, 19150, 188151);     /* 994 - 1,605.01 / 2, up to the cent */
  assert_point (self, 195000, 0, 6150, 201150);
  assert_point (self, 233000, 0, 0, 233000);
  g_assert_cmpint (mp_curve_mark (self, MP_CURVE_BREAK_EVEN), ==, 233000);
  g_assert_cmpint (mp_curve_drop (self), ==, 44850);
  mp_curve_at (self, 195000, MP_CURVE_CHECK_KEPT, &point);
  g_assert_cmpint (point.ssdi, ==, 64000);
  g_assert_cmpint (point.net, ==, 259000);
  g_assert_cmpint (mp_curve_planned (self), ==, 195000);
}

/* DI-15, DI-42: in trial work and in the grace months the check stays, so nothing drops and nothing breaks even. */
static void
test_no_drop_before_the_limit_counts (Fixture *f, gconstpointer data)
{
  MpMonth months[] = { mp_month (2026, 3), mp_month (2026, 10), mp_month (2026, 12) };

  add_ssdi (f, 100000);
  add_wages (f, mp_month (2026, 1), 200000);
  /* nine months to September, cessation in October, grace to December */
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autoptr (MpCurve) self = curve (f, months[i]);

      assert_point (self, 300000, 100000, 0, 400000);
      g_assert_cmpint (mp_curve_mark (self, MP_CURVE_BREAK_EVEN), ==, MP_MONEY_NONE);
    }
  {
    g_autoptr (MpCurve) self = curve (f, mp_month (2027, 1));

    assert_point (self, 300000, 0, 0, 300000);
    assert_point (self, 169000, 100000, 0, 269000);
    g_assert_cmpint (mp_curve_mark (self, MP_CURVE_BREAK_EVEN), ==, 269000);
  }
}

/* The curve is the projection of a month in which the same pay, work costs and SSDI have stood for a while. */
static void
test_agrees_with_projection (Fixture *f, gconstpointer data)
{
  g_autoptr (MpProjection) projection = mp_projection_new ();
  static const MpMoney pays[] = { 0, 1, 8500, 43210, 99999, 121000, 121001, 168999, 169000, 181000, 181001, 195000, 233333, 500000 };
  MpWork *work;

  add_ssi (f);
  add_ssdi (f, 64000);
  use_up_trial_work (f);
  add_incentive (f, MP_INCENTIVE_IRWE, mp_month (2025, 1), MP_MONTH_OPEN, 12000);
  work = add_wages (f, mp_month (2025, 6), 0);
  for (guint i = 0; i < G_N_ELEMENTS (pays); i++)
    {
      g_autoptr (GError) error = NULL;

      work->monthly = pays[i];
      g_assert_true (mp_project (projection, f->kase, 0, f->parameters, MP_PROJECT_DEFAULT, &error));
      g_assert_no_error (error);
      for (MpMonth month = mp_month (2026, 6); month <= mp_month (2026, 12); month++)
        {
          const MpMonthRow *row = mp_projection_month (projection, (guint) (month - projection->start));
          g_autoptr (MpCurve) self = NULL;

          /* any other plan before the month leads to the same amounts */
          work->monthly = pays[(i + 5) % G_N_ELEMENTS (pays)];
          self = curve (f, month);
          assert_point (self, pays[i], row->ssdi.payment, row->ssi.payment, row->cash.net);
        }
    }
}

/* TTW-23, TTW-47: a share that begins with the outcome month makes cash jump; the search is exact to the cent. */
static void
test_search_is_exact (Fixture *f, gconstpointer data)
{
  g_autoptr (MpCurve) self = NULL;
  MpCurvePoint point;
  MpMoney least;

  add_ssi (f);
  add_ssdi (f, 64000);
  use_up_trial_work (f);
  add_provider (f);
  f->scenario->ticket.share.present = TRUE;
  f->scenario->ticket.share.percent = 1000;
  add_wages (f, mp_month (2026, 3), 120000);
  self = curve (f, mp_month (2026, 9));
  mp_curve_at (self, 250000, MP_CURVE_AS_IT_STANDS, &point);
  g_assert_cmpint (point.share, >, 0);
  least = mp_curve_mark (self, MP_CURVE_BREAK_EVEN);
  g_assert_cmpint (least, ==, 233000 - point.share);
  for (MpMoney pay = 169001; pay < least; pay++)
    {
      mp_curve_at (self, pay, MP_CURVE_AS_IT_STANDS, &point);
      g_assert_cmpint (point.net, <, 233000);
    }
  mp_curve_at (self, least, MP_CURVE_AS_IT_STANDS, &point);
  g_assert_cmpint (point.net, ==, 233000);
  g_assert_cmpint (mp_curve_at_least (self, 0, MP_MONEY_MAX * 2), ==, MP_MONEY_NONE);
  g_assert_cmpint (mp_curve_at_least (self, 0, 0), ==, 0);
}

/* A month that no figure covers is refused, as in the projection. */
static void
test_no_figure (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_ssdi (f, 64000);
  f->kase->ssdi.entitled_from = mp_month (1960, 1);
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1930, 1), 1 };
  f->kase->projection.start = mp_month (1961, 1);
  g_assert_null (mp_curve_new (f->kase, 0, f->parameters, mp_month (1961, 3), &error));
  g_assert_error (error, MP_ENGINE_ERROR, MP_ENGINE_ERROR_NO_FIGURE);
}

#define ADD(name, function) g_test_add ("/curve/" name, Fixture, NULL, set_up, function, tear_down)

gint
main (gint argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("ssi-alone", test_ssi_alone);
  ADD ("ssdi-alone", test_ssdi_alone);
  ADD ("work-costs", test_work_costs);
  ADD ("work-costs-settled", test_work_costs_settled);
  ADD ("blind", test_blind);
  ADD ("both", test_both);
  ADD ("no-drop-before-the-limit-counts", test_no_drop_before_the_limit_counts);
  ADD ("agrees-with-projection", test_agrees_with_projection);
  ADD ("search-is-exact", test_search_is_exact);
  ADD ("no-figure", test_no_figure);
  return g_test_run ();
}
