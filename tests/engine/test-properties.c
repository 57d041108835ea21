/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What must hold in every projection, for lives made by chance (always the same ones). */

#include "fixture.h"

#include <string.h>

#define FIRST mp_month (2012, 1)
#define MONTHS 120

typedef struct {
  GRand *chance;
  MpCase *kase;
  MpScenario *scenario;
  MpProjection *out, *other;
} Life;

static gint
pick (Life *l, gint from, gint to)
{
  return g_rand_int_range (l->chance, from, to);
}

static MpWork *
add_work (Life *l, MpMonth from, MpMonth to, MpMoney monthly)
{
  MpWork *entry = mp_case_add_work (l->kase, l->scenario);

  entry->when = (MpPeriod) { from, to };
  entry->monthly = monthly;
  return entry;
}

static void
add_ssdi (Life *l, MpMoney amount)
{
  MpSsdiFacts *ssdi = &l->kase->ssdi;
  MpAmount *entry;

  ssdi->present = TRUE;
  ssdi->entitled_from = FIRST;
  entry = mp_arena_append (l->kase->arena, ssdi->amounts, ssdi->n_amounts);
  *entry = (MpAmount) { { FIRST, OPEN }, amount };
  entry = mp_arena_append (l->kase->arena, ssdi->auxiliary, ssdi->n_auxiliary);
  *entry = (MpAmount) { { FIRST, OPEN }, mp_dollars (100) };
  ssdi->medicare.present = ssdi->medicare.part_b.present = ssdi->medicare.part_b.enrolled = TRUE;
}

static void
add_ssi (Life *l)
{
  MpSsiFacts *ssi = &l->kase->ssi;

  ssi->present = TRUE;
  ssi->eligible_from = FIRST;
  if (pick (l, 0, 3) == 0)
    {
      MpUnearned *unearned = mp_arena_append (l->kase->arena, ssi->unearned, ssi->n_unearned);
      *unearned = (MpUnearned) { { FIRST, OPEN }, pick (l, 0, 30000), (MpUnearnedKind) pick (l, 0, 4) };
    }
  if (pick (l, 0, 3) == 0)
    {
      MpAmount *supplement = mp_arena_append (l->kase->arena, ssi->supplements, ssi->n_supplements);
      ssi->supplement = MP_SUPPLEMENT_LIST;
      *supplement = (MpAmount) { { FIRST, OPEN }, pick (l, 100, 20000) };
    }
  if (pick (l, 0, 3) == 0)
    {
      MpLivingPeriod *living = mp_arena_append (l->kase->arena, ssi->living, ssi->n_living);
      *living = (MpLivingPeriod) { { FIRST + pick (l, 0, 60), OPEN }, (MpLiving) pick (l, 0, 3) };
    }
  if (pick (l, 0, 3) == 0)
    {
      MpAmount *support = mp_arena_append (l->kase->arena, ssi->in_kind, ssi->n_in_kind);
      *support = (MpAmount) { { FIRST, FIRST + pick (l, 0, 90) }, pick (l, 1000, 50000) };
    }
}

static void
add_spouse (Life *l, gboolean eligible)
{
  MpSsiFacts *ssi = &l->kase->ssi;
  MpAmount *amount;

  ssi->spouse.present = TRUE;
  ssi->spouse.eligible = eligible;
  ssi->spouse.when = (MpPeriod) { FIRST + pick (l, 0, 20), OPEN };
  amount = mp_arena_append (l->kase->arena, ssi->spouse.earned, ssi->spouse.n_earned);
  *amount = (MpAmount) { { FIRST, OPEN }, pick (l, 0, 250000) };
  for (gint n = pick (l, 0, 3); n > 0; n--)
    {
      MpChild *child = mp_arena_append (l->kase->arena, ssi->children, ssi->n_children);
      child->birth_date = (MpDate) { FIRST - pick (l, 0, 200), 10 };
    }
}

static void
add_incentive (Life *l)
{
  MpIncentive *entry = mp_arena_append (l->kase->arena, l->scenario->work_incentives, l->scenario->n_work_incentives);

  *entry = (MpIncentive) { .kind = (MpIncentiveKind) pick (l, 0, 3), .when = { FIRST + pick (l, 0, 40), OPEN },
                           .monthly = pick (l, 1, 40000), .applies_to = (MpPassFrom) pick (l, 0, 3) };
}

/* Spells one after another: so long, so much. */
static void
add_spells (Life *l, gint longest, MpMoney most)
{
  MpMonth month = FIRST, last = FIRST + MONTHS - 1;

  while (month <= last)
    {
      MpMonth to = month + pick (l, 0, longest);

      add_work (l, month, to, pick (l, 0, 4) == 0 ? 0 : pick (l, 0, (gint) most));
      month = to + 1;
    }
}

static void
begin (Life *l)
{
  l->kase = mp_case_new ();
  l->kase->beneficiary.birth_date = (MpDate) { mp_month (1985, 6), 15 };
  g_strlcpy (l->kase->beneficiary.state, "MD", sizeof l->kase->beneficiary.state);
  l->kase->beneficiary.blind = pick (l, 0, 6) == 0;
  l->kase->projection.start = FIRST;
  l->kase->projection.months = MONTHS;
  l->scenario = mp_case_add_scenario (l->kase, "Life");
}

static void
end (Life *l)
{
  g_clear_pointer (&l->kase, mp_case_free);
}

static void
project_into (Life *l, MpProjection *out, guint scenario, MpProjectFlags flags)
{
  g_autoptr (GError) error = NULL;
  gboolean done = mp_project (out, l->kase, scenario, shared_parameters (), flags, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static const MpMonthRow *
row (const MpProjection *out, MpMonth month)
{
  return &out->rows[month - out->first];
}

static void
assert_same_month (const MpMonthRow *a, const MpMonthRow *b)
{
  g_assert_cmpint (a->month, ==, b->month);
  g_assert_cmpuint (a->estimated, ==, b->estimated);
  g_assert_cmpint (a->ssdi.status, ==, b->ssdi.status);
  g_assert_cmpint (a->ssdi.twp_used, ==, b->ssdi.twp_used);
  g_assert_cmpint (a->ssdi.twp_month, ==, b->ssdi.twp_month);
  g_assert_cmpint (a->ssdi.sga, ==, b->ssdi.sga);
  g_assert_cmpint (a->ssdi.benefit, ==, b->ssdi.benefit);
  g_assert_cmpint (a->ssdi.payment, ==, b->ssdi.payment);
  g_assert_cmpint (a->ssdi.part_b, ==, b->ssdi.part_b);
  g_assert_cmpint (a->ssdi.auxiliary, ==, b->ssdi.auxiliary);
  g_assert_cmpint (a->ssdi.medicare_a, ==, b->ssdi.medicare_a);
  g_assert_cmpint (a->ssdi.medicare_b, ==, b->ssdi.medicare_b);
  g_assert_cmpint (a->ssi.status, ==, b->ssi.status);
  g_assert_cmpint (a->ssi.budget_month, ==, b->ssi.budget_month);
  g_assert_cmpint (a->ssi.countable, ==, b->ssi.countable);
  g_assert_cmpint (a->ssi.deemed, ==, b->ssi.deemed);
  g_assert_cmpint (a->ssi.federal, ==, b->ssi.federal);
  g_assert_cmpint (a->ssi.state, ==, b->ssi.state);
  g_assert_cmpint (a->ssi.spouse_payment, ==, b->ssi.spouse_payment);
  g_assert_cmpint (a->cash.net, ==, b->cash.net);
}

static MpReinstatement *
add_request (Life *l, MpProgram program, MpMonth requested)
{
  MpReinstatement *entry = mp_arena_append (l->kase->arena, l->scenario->expedited_reinstatement,
                                            l->scenario->n_expedited_reinstatement);

  *entry = (MpReinstatement) { program, requested, requested + pick (l, 0, 8), pick (l, 0, 2), TRUE, NONE };
  return entry;
}

/* Everything that a case can have, for the properties that hold for all. */
static void
begin_any (Life *l)
{
  gint kinds = pick (l, 1, 4);

  begin (l);
  if (kinds & 1)
    add_ssdi (l, pick (l, 100, 120000));
  if (kinds & 2)
    add_ssi (l);
  if ((kinds & 2) && pick (l, 0, 2) == 0)
    add_spouse (l, pick (l, 0, 2));
  add_spells (l, pick (l, 2, 70), 400000);
  if (pick (l, 0, 2) == 0)
    add_incentive (l);
  if (pick (l, 0, 2) == 0)
    add_request (l, kinds & 1 ? MP_PROGRAM_SSDI : MP_PROGRAM_SSI, FIRST + pick (l, 50, MONTHS));
  for (guint i = 0; i < l->scenario->n_work; i++)
    {
      l->scenario->work[i].average = pick (l, 0, 8) == 0;
      l->scenario->work[i].unsuccessful_attempt = pick (l, 0, 8) == 0;
      l->scenario->work[i].kind = pick (l, 0, 6) == 0 ? MP_WORK_SELF_EMPLOYMENT : MP_WORK_WAGES;
    }
}

/* Section 15, 1 to 6 and 12, and the grace once, never more than nine in a window, nothing paid after the end. */
static void
ssdi_always (Life *l, gconstpointer data)
{
  for (guint i = 0; i < 1500; i++)
    {
      const MpSsdiPeriod *period = &l->out->periods.list[0];
      MpSsdiStatus before = MP_SSDI_NOT_ENTITLED;
      gint service[MONTHS] = { 0 };
      guint graces = 0;

      begin (l);
      add_ssdi (l, pick (l, 100, 250000));
      add_spells (l, pick (l, 2, 90), 300000);
      project_into (l, l->out, 0, MP_PROJECT_DEFAULT);
      for (gint m = 0; m < MONTHS; m++)
        {
          const MpMonthRow *r = row (l->out, FIRST + m);
          const MpSsdiStatus status = r->ssdi.status;
          gboolean paid = status != MP_SSDI_SUSPENDED && status != MP_SSDI_TERMINATED;
          gboolean ended = period->termination != NONE && r->month >= period->termination;
          gint in_window = 0;

          g_assert_cmpint (r->ssdi.payment % 100, ==, 0);
          g_assert_cmpint (r->ssdi.payment, >=, 0);
          g_assert_cmpint (r->ssdi.payment, <=, r->ssdi.benefit);
          g_assert_cmpint (r->ssdi.benefit % 10, ==, m < 11 ? r->ssdi.benefit % 10 : 0);
          g_assert_true (r->ssdi.medicare_a || !r->ssdi.medicare_b);
          g_assert_cmpint (r->ssdi.benefit > 0, ==, paid);
          g_assert_cmpint (r->ssdi.auxiliary > 0, ==, paid);
          g_assert_cmpint (status == MP_SSDI_TERMINATED, ==, ended);
          service[m] = r->ssdi.twp_month;
          for (gint n = MAX (0, m - 59); n <= m; n++)
            in_window += service[n];
          g_assert_cmpint (in_window, <=, 9);
          if (period->twp_end == NONE || r->month <= period->twp_end)
            g_assert_cmpint (r->ssdi.twp_used, ==, in_window);
          graces += status == MP_SSDI_GRACE;
          if (before == MP_SSDI_CESSATION)
            g_assert_cmpint (status, ==, MP_SSDI_GRACE);
          if (!ended && period->twp_end != NONE && r->month > period->twp_end && status != MP_SSDI_CESSATION && status != MP_SSDI_GRACE)
            g_assert_cmpint (paid, ==, !r->ssdi.sga);
          before = status;
        }
      g_assert_cmpuint (graces, <=, 2);
      if (period->termination != NONE)
        {
          g_assert_cmpint (period->termination, >=, period->twp_end + 37);
          g_assert_cmpint (period->termination, >=, period->cessation + 3);
        }
      if (period->medicare_a_end != NONE)
        g_assert_cmpint (period->medicare_a_end, >=, period->twp_end + 93);
      end (l);
    }
}

static gint
later (MpMonth a, MpMonth b)
{
  return (a == NONE ? OPEN : a) > (b == NONE ? OPEN : b);
}

/* Section 15, 7: more pay never moves W, C or BTM later, and never pays a month that was not paid. */
static void
ssdi_more_pay (Life *l, gconstpointer data)
{
  for (guint i = 0; i < 800; i++)
    {
      const MpSsdiPeriod *less = &l->out->periods.list[0], *more = &l->other->periods.list[0];
      MpMonth one = FIRST + pick (l, 0, MONTHS);

      begin (l);
      add_ssdi (l, mp_dollars (1000));
      add_spells (l, pick (l, 2, 90), 200000);
      project_into (l, l->out, 0, MP_PROJECT_DEFAULT);
      add_work (l, one, one, pick (l, 1, 200000));
      project_into (l, l->other, 0, MP_PROJECT_DEFAULT);
      g_assert_cmpint (row (l->other, one)->ssdi.benefit, <=, row (l->out, one)->ssdi.benefit);
      g_assert_false (later (more->twp_end, less->twp_end));
      g_assert_false (later (more->cessation, less->cessation));
      g_assert_false (later (more->termination, less->termination));
      add_work (l, FIRST, OPEN, pick (l, 1, 100000));
      project_into (l, l->other, 0, MP_PROJECT_DEFAULT);
      g_assert_false (later (more->twp_end, less->twp_end));
      g_assert_false (later (more->cessation, less->cessation));
      g_assert_false (later (more->termination, less->termination));
      end (l);
    }
}

/* Section 15, 8: work before entitlement changes nothing, nor does what comes after a month change that month. */
static void
ssdi_only_the_past (Life *l, gconstpointer data)
{
  for (guint i = 0; i < 500; i++)
    {
      MpMonth until = FIRST + pick (l, 0, MONTHS);

      begin (l);
      add_ssdi (l, mp_dollars (1000));
      add_ssi (l);
      l->kase->ssi.medicaid.individual_threshold = 10000000; /* the 1619(b) finding looks ahead */
      l->kase->ssi.medicaid.present = TRUE;
      add_spells (l, 40, 300000);
      project_into (l, l->out, 0, MP_PROJECT_DEFAULT);
      add_work (l, FIRST - 20, FIRST - 1, 400000);
      add_work (l, until + 1, OPEN, pick (l, 1, 300000));
      project_into (l, l->other, 0, MP_PROJECT_DEFAULT);
      for (MpMonth month = FIRST; month <= MIN (until, FIRST + MONTHS - 1); month++)
        assert_same_month (row (l->out, month), row (l->other, month));
      end (l);
    }
}

/* Section 15, 9: up to W exactly the trial work amount is like no work, after W exactly the SGA amount is. */
static void
ssdi_exact_amounts (Life *l, gconstpointer data)
{
  for (guint i = 0; i < 300; i++)
    {
      MpMonth w = FIRST + pick (l, 8, 60);

      begin (l);
      add_ssdi (l, mp_dollars (1000));
      add_work (l, w - 8, w, 400000);
      project_into (l, l->out, 0, MP_PROJECT_DEFAULT);
      for (MpMonth month = FIRST; month < FIRST + MONTHS; month++)
        if ((month < w - 8 || month > w) && pick (l, 0, 2))
          {
            MpSeries series = month < w ? MP_SERIES_TWP : l->kase->beneficiary.blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA;
            MpFigure figure;

            g_assert_true (mp_parameters_get (shared_parameters (), series, month, &figure));
            add_work (l, month, month, figure.value);
          }
      project_into (l, l->other, 0, MP_PROJECT_DEFAULT);
      for (MpMonth month = FIRST; month < FIRST + MONTHS; month++)
        g_assert_cmpint (row (l->other, month)->ssdi.status, ==, row (l->out, month)->ssdi.status);
      end (l);
    }
}

/* Section 15, 10: in years with the same amounts a life moved by whole years is the same life. */
static void
ssdi_shifted (Life *l, gconstpointer data)
{
  const gint shift = mp_month (2030, 1) - FIRST;

  for (guint i = 0; i < 300; i++)
    {
      gint years = 12 * pick (l, 1, 20);

      begin (l);
      add_ssdi (l, mp_dollars (1000));
      add_spells (l, 60, 300000);
      add_request (l, MP_PROGRAM_SSDI, FIRST + pick (l, 50, MONTHS));
      for (gint pass = 0; pass < 2; pass++)
        {
          gint by = pass == 0 ? shift : years;

          l->kase->beneficiary.birth_date.month += by;
          l->kase->ssdi.entitled_from += by;
          l->kase->ssdi.amounts[0].when.from += by;
          l->kase->ssdi.auxiliary[0].when.from += by;
          l->kase->projection.start += by;
          l->scenario->expedited_reinstatement[0].requested += by;
          l->scenario->expedited_reinstatement[0].decided += by;
          for (guint j = 0; j < l->scenario->n_work; j++)
            {
              l->scenario->work[j].when.from += by;
              l->scenario->work[j].when.to += by;
            }
          project_into (l, pass == 0 ? l->out : l->other, 0, MP_PROJECT_DEFAULT);
        }
      for (gint m = 0; m < MONTHS; m++)
        {
          const MpMonthRow *a = mp_projection_month (l->out, (guint) m), *b = mp_projection_month (l->other, (guint) m);

          g_assert_cmpint (a->ssdi.status, ==, b->ssdi.status);
          g_assert_cmpint (a->ssdi.payment, ==, b->ssdi.payment);
          g_assert_cmpint (a->ssdi.medicare_a, ==, b->ssdi.medicare_a);
        }
      end (l);
    }
}

/* Section 15, 11: two adjoining entries with the same pay are one; the order of entries does not matter. */
static void
splitting (Life *l, gconstpointer data)
{
  for (guint i = 0; i < 500; i++)
    {
      guint n, which;

      begin_any (l);
      for (guint j = 0; j < l->scenario->n_work; j++)
        l->scenario->work[j].average = l->scenario->work[j].unsuccessful_attempt = FALSE;
      project_into (l, l->out, 0, MP_PROJECT_DEFAULT);
      n = l->scenario->n_work;
      which = (guint) pick (l, 0, (gint) n);
      if (l->scenario->work[which].when.to > l->scenario->work[which].when.from)
        {
          MpWork *rest = mp_case_add_work (l->kase, l->scenario);

          *rest = l->scenario->work[which];
          l->scenario->work[which].when.to = l->scenario->work[which].when.from;
          rest->when.from++;
        }
      for (guint j = 0; j + 1 < l->scenario->n_work; j += 2)
        {
          MpWork kept = l->scenario->work[j];

          l->scenario->work[j] = l->scenario->work[j + 1];
          l->scenario->work[j + 1] = kept;
        }
      project_into (l, l->other, 0, MP_PROJECT_DEFAULT);
      for (MpMonth month = FIRST; month < FIRST + MONTHS; month++)
        assert_same_month (row (l->out, month), row (l->other, month));
      end (l);
    }
}

/* Projecting from any later start gives the same months, with the trace or without it. */
static void
later_start (Life *l, gconstpointer data)
{
  for (guint i = 0; i < 1000; i++)
    {
      gint skipped = pick (l, 1, MONTHS);

      begin_any (l);
      project_into (l, l->out, 0, MP_PROJECT_EXPLAIN);
      l->kase->projection.start = FIRST + skipped;
      l->kase->projection.months = MONTHS - skipped;
      project_into (l, l->other, 0, MP_PROJECT_DEFAULT);
      for (MpMonth month = FIRST + skipped; month < FIRST + MONTHS; month++)
        assert_same_month (row (l->out, month), row (l->other, month));
      end (l);
    }
}

/* The agency's record of what the months came to gives the same later months as the pay itself. */
static void
recorded_history (Life *l, gconstpointer data)
{
  for (guint i = 0; i < 500; i++)
    {
      const MpSsdiPeriod *period = &l->out->periods.list[0];
      MpSsdiFacts *ssdi;

      begin (l);
      add_ssdi (l, mp_dollars (1000));
      add_spells (l, pick (l, 2, 60), 300000);
      project_into (l, l->out, 0, MP_PROJECT_DEFAULT);
      ssdi = &l->kase->ssdi;
      ssdi->history.present = TRUE;
      ssdi->history.through = FIRST + pick (l, 0, MONTHS - 1);
      for (MpMonth month = FIRST; month <= ssdi->history.through; month++)
        if (row (l->out, month)->ssdi.twp_month)
          {
            MpMonth *listed = mp_arena_append (l->kase->arena, ssdi->history.twp_months, ssdi->history.n_twp_months);
            *listed = month;
          }
      ssdi->history.cessation = period->cessation != NONE && period->cessation <= ssdi->history.through ? period->cessation : NONE;
      project_into (l, l->other, 0, MP_PROJECT_DEFAULT);
      for (MpMonth month = FIRST; month < FIRST + MONTHS; month++)
        {
          g_assert_cmpint (row (l->out, month)->ssdi.status, ==, row (l->other, month)->ssdi.status);
          g_assert_cmpint (row (l->out, month)->ssdi.payment, ==, row (l->other, month)->ssdi.payment);
        }
      end (l);
    }
}

static void
scenario_order (Life *l, gconstpointer data)
{
  for (guint i = 0; i < 300; i++)
    {
      begin_any (l);
      l->scenario = mp_case_add_scenario (l->kase, "Another");
      add_spells (l, 20, 300000);
      project_into (l, l->out, 0, MP_PROJECT_DEFAULT);
      project_into (l, l->other, 1, MP_PROJECT_DEFAULT);
      project_into (l, l->other, 0, MP_PROJECT_DEFAULT);
      for (MpMonth month = FIRST; month < FIRST + MONTHS; month++)
        assert_same_month (row (l->out, month), row (l->other, month));
      end (l);
    }
}

static MpMoney
rate (gboolean couple, MpMonth month)
{
  MpFigure figure;

  g_assert_true (mp_parameters_get (shared_parameters (), couple ? MP_SERIES_FBR_COUPLE : MP_SERIES_FBR_INDIVIDUAL, month, &figure));
  return figure.value;
}

/* Between zero and the rate; the state's part is at most the supplement; nothing is paid but in a paid status. */
static void
ssi_bounds (Life *l, gconstpointer data)
{
  for (guint i = 0; i < 1500; i++)
    {
      begin_any (l);
      project_into (l, l->out, 0, MP_PROJECT_DEFAULT);
      for (MpMonth month = FIRST; month < FIRST + MONTHS; month++)
        {
          const MpSsiRow *ssi = &row (l->out, month)->ssi;
          gboolean paid = ssi->status == MP_SSI_PAYABLE || ssi->status == MP_SSI_EXR_PROVISIONAL;
          MpMoney supplement = l->kase->ssi.n_supplements > 0 ? l->kase->ssi.supplements[0].monthly : 0;

          g_assert_cmpint (ssi->federal, >=, 0);
          g_assert_cmpint (ssi->federal, <=, rate (FALSE, month));
          g_assert_cmpint (ssi->state, >=, 0);
          g_assert_cmpint (ssi->state, <=, supplement);
          g_assert_cmpint (ssi->payment, ==, ssi->federal + ssi->state);
          g_assert_true (paid || ssi->payment == 0);
          g_assert_true (ssi->status != MP_SSI_PAYABLE || ssi->payment > 0);
          g_assert_cmpint (ssi->budget_month != NONE, ==, paid || ssi->status == MP_SSI_UNPAID);
          g_assert_cmpint (ssi->deemed, >=, 0);
        }
      end (l);
    }
}

/* In the same run and budget month the payment never rises when countable income rises. */
static void
ssi_more_pay (Life *l, gconstpointer data)
{
  guint compared = 0;

  for (guint i = 0; i < 800; i++)
    {
      MpMoney pay = pick (l, 0, 200000);

      begin (l);
      add_ssi (l);
      if (pick (l, 0, 3) == 0)
        add_spouse (l, pick (l, 0, 2));
      add_incentive (l);
      add_work (l, FIRST + 5, OPEN, pay);
      project_into (l, l->out, 0, MP_PROJECT_DEFAULT);
      l->scenario->work[0].monthly += pick (l, 1, 30000);
      project_into (l, l->other, 0, MP_PROJECT_DEFAULT);
      for (MpMonth month = FIRST; month < FIRST + MONTHS; month++)
        {
          const MpSsiRow *a = &row (l->out, month)->ssi, *b = &row (l->other, month)->ssi;

          /* the runs are the same as long as no month has ended one of them */
          if (a->budget_month == NONE || a->budget_month != b->budget_month)
            break;
          g_assert_cmpint (b->payment, <=, a->payment);
          g_assert_cmpint (b->countable, >=, a->countable);
          compared++;
        }
      end (l);
    }
  g_assert_cmpuint (compared, >, 20000);
}

/* A couple: each has half of the couple's rate less the couple's income, a fraction of a cent raised. */
static void
ssi_couple_sum (Life *l, gconstpointer data)
{
  guint compared = 0;

  for (guint i = 0; i < 500; i++)
    {
      begin (l);
      add_ssi (l);
      l->kase->ssi.n_living = l->kase->ssi.n_supplements = 0;
      l->kase->ssi.supplement = MP_SUPPLEMENT_NONE;
      add_spouse (l, TRUE);
      add_work (l, FIRST + 5, OPEN, pick (l, 0, 250000));
      project_into (l, l->out, 0, MP_PROJECT_DEFAULT);
      for (MpMonth month = l->kase->ssi.spouse.when.from; month < FIRST + MONTHS; month++)
        {
          const MpSsiRow *ssi = &row (l->out, month)->ssi;
          MpMoney left;

          if (ssi->status != MP_SSI_PAYABLE || ssi->payment == mp_dollars (1))
            continue;
          left = rate (TRUE, month) - ssi->countable;
          g_assert_cmpint (ssi->payment, ==, ssi->spouse_payment);
          g_assert_cmpint (ssi->payment + ssi->spouse_payment - left, >=, -1);
          g_assert_cmpint (ssi->payment + ssi->spouse_payment - left, <=, 1);
          compared++;
        }
      end (l);
    }
  g_assert_cmpuint (compared, >, 5000);
}

static gboolean
is_named (const MpProjection *out, MpMonth month, const char *const *rules)
{
  for (guint i = 0; i < out->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (out->trace, MpTraceEntry, i);

      if (entry->month == month && g_strv_contains (rules, entry->rule))
        return TRUE;
    }
  return FALSE;
}

/* One dollar more of pay never costs more than a dollar of it, but where a rule that ends or moves a payment does. */
static void
one_dollar_more (Life *l, gconstpointer data)
{
  static const char *const cliffs[] = { "DI-44", "DI-50", "DI-59", "SSI-03", "SSI-06", "SSI-11", "SSI-60", "SSI-61", NULL };
  static const char *const moves[] = { "SSI-13", NULL };
  guint dropped = 0;

  for (guint i = 0; i < 1200; i++)
    {
      gint kinds = pick (l, 1, 4);

      begin (l);
      if (kinds & 1)
        add_ssdi (l, pick (l, 100, 120000));
      if (kinds & 2)
        add_ssi (l);
      if ((kinds & 2) && pick (l, 0, 3) == 0)
        add_spouse (l, pick (l, 0, 2));
      if (pick (l, 0, 2) == 0)
        add_incentive (l);
      /* every other time at an amount that decides */
      add_work (l, FIRST + 2, OPEN, pick (l, 0, 2) ? pick (l, 0, 300000) : mp_dollars (pick (l, 100, 200) * 10));
      project_into (l, l->out, 0, MP_PROJECT_DEFAULT);
      l->scenario->work[0].monthly += mp_dollars (1);
      project_into (l, l->other, 0, MP_PROJECT_EXPLAIN);
      for (MpMonth month = FIRST; month < FIRST + MONTHS; month++)
        {
          const MpMonthRow *a = row (l->out, month), *b = row (l->other, month);

          if (b->cash.net >= a->cash.net - mp_dollars (1))
            continue;
          dropped++;
          if (a->ssdi.status == b->ssdi.status && a->ssi.status == b->ssi.status)
            {
              /* the same statuses: another month's income decides, or SSDI stopped or started in another month */
              g_assert_true (a->ssi.budget_month != b->ssi.budget_month || a->ssi.countable != b->ssi.countable);
              g_assert_true (is_named (l->other, month, moves));
            }
          else
            g_assert_true (is_named (l->other, month, cliffs) || is_named (l->other, month, moves));
        }
      end (l);
    }
  g_assert_cmpuint (dropped, >, 100);
}

/* The sheet as the trace has it, added up line by line. Amounts after the half are exact in half cents. */
typedef struct {
  gint64 unearned, earned, half;  /* half: what counts of earned, in half cents */
  gboolean halved;
} Sheet;

static gint64
value_of (const MpTraceEntry *entry, const char *name)
{
  for (guint i = 0; i < entry->message.n_values; i++)
    if (g_str_equal (entry->message.values[i].name, name))
      return entry->message.values[i].n;
  g_assert_not_reached ();
}

typedef struct { const char *begins; gint sign; gboolean earned, after_half; } Line;

static const Line sheet_lines[] = {
  { "SSDI received", 1, FALSE, FALSE }, { "Other unearned", 1, FALSE, FALSE }, { "Infrequent unearned", 1, FALSE, FALSE },
  { "In-kind support", 1, FALSE, FALSE }, { "Unearned income of the spouse", 1, FALSE, FALSE },
  { "Unearned income deemed", 1, FALSE, FALSE }, { "General exclusion", -1, FALSE, FALSE },
  { "Income based on need", 1, FALSE, FALSE }, { "Set aside under a PASS from unearned", -1, FALSE, FALSE },
  { "Gross wages", 1, TRUE, FALSE }, { "Net earnings", 1, TRUE, FALSE }, { "Earned income of the spouse", 1, TRUE, FALSE },
  { "Earned income deemed", 1, TRUE, FALSE }, { "Infrequent earned", -1, TRUE, FALSE }, { "Student earned", -1, TRUE, FALSE },
  { "What is left of the general", -1, TRUE, FALSE }, { "Earned income exclusion", -1, TRUE, FALSE },
  { "Impairment-related", -1, TRUE, FALSE }, { "Blind work", -1, TRUE, TRUE }, { "Set aside under a PASS from earned", -1, TRUE, TRUE },
};

static void
add_line (Sheet *sheet, const MpTraceEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheet_lines); i++)
    {
      const Line *line = &sheet_lines[i];

      if (!g_str_has_prefix (entry->message.text, line->begins))
        continue;
      if (line->after_half)
        sheet->half -= 2 * value_of (entry, "amount");
      else if (line->earned)
        sheet->earned += line->sign * value_of (entry, "amount");
      else
        sheet->unearned += line->sign * value_of (entry, "amount");
      return;
    }
  if (g_str_has_prefix (entry->message.text, "One half of the remaining"))
    {
      g_assert_cmpint (value_of (entry, "remainder"), ==, sheet->earned);
      sheet->half += sheet->earned;
      sheet->halved = TRUE;
    }
}

static guint
add_up (const MpProjection *out, MpMonth month)
{
  const MpSsiRow *ssi = &row (out, month)->ssi;
  gboolean couple = ssi->spouse_payment > 0;
  Sheet sheet = { 0 };
  gint64 counted[2], rates[2] = { 0 }, room;
  guint n = 0;

  for (guint i = 0; i < out->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (out->trace, MpTraceEntry, i);
      const char *text = entry->message.text;

      if (entry->month != month || entry->program != MP_PROGRAM_SSI)
        continue;
      if (g_str_has_prefix (text, "Federal benefit rate") || g_str_has_prefix (text, "The rate in a medical"))
        rates[0] += value_of (entry, "amount");
      else if (g_str_has_prefix (text, "Living in the household"))
        rates[0] -= value_of (entry, "amount");
      else if (g_str_has_prefix (text, "The lesser of"))
        rates[1] = value_of (entry, "couple_rate");
      else if (g_str_has_prefix (text, "Countable income of {month}: "))
        {
          /* what is left of a half cent after a deduction is not more than half a cent */
          gint64 earned = MAX (0, sheet.half);

          g_assert_cmpint (value_of (entry, "unearned"), ==, sheet.unearned);
          g_assert_cmpint (value_of (entry, "earned"), ==, earned / 2);
          g_assert_cmpint (value_of (entry, "amount"), ==, (2 * sheet.unearned + earned) / 2);
          g_assert_true (sheet.halved || sheet.earned == 0);
          g_assert_cmpuint (n, <, 2);
          counted[n++] = 2 * sheet.unearned + earned;
          sheet = (Sheet) { 0 };
        }
      else
        add_line (&sheet, entry);
    }
  g_assert_cmpuint (n, >=, 1);
  room = 2 * rates[0] - counted[0];
  if (n == 2)
    room = MIN (room, 2 * rates[1] - counted[1]);
  /* the federal payment: a fraction of a cent up, half for each of a couple; a payment below a dollar is a dollar */
  if (ssi->federal != mp_dollars (1))
    g_assert_cmpint (ssi->federal, ==, couple ? (MAX (0, room) + 3) / 4 : (MAX (0, room) + 1) / 2);
  return n;
}

static void
sheet_adds_up (Life *l, gconstpointer data)
{
  guint added = 0, deemed = 0;

  for (guint i = 0; i < 400; i++)
    {
      begin (l);
      add_ssi (l);
      if (pick (l, 0, 2))
        add_ssdi (l, pick (l, 100, 80000));
      if (pick (l, 0, 2))
        add_spouse (l, pick (l, 0, 2));
      for (gint n = pick (l, 0, 3); n > 0; n--)
        add_incentive (l);
      add_spells (l, 30, 220000);
      if (pick (l, 0, 3) == 0)
        {
          MpPeriod *school = mp_arena_append (l->kase->arena, l->kase->beneficiary.student, l->kase->beneficiary.n_student);
          *school = (MpPeriod) { FIRST, OPEN };
          l->kase->beneficiary.birth_date = (MpDate) { mp_month (1995, 6), 15 };
        }
      project_into (l, l->out, 0, MP_PROJECT_EXPLAIN);
      for (MpMonth month = FIRST; month < FIRST + MONTHS; month++)
        if (row (l->out, month)->ssi.status == MP_SSI_PAYABLE)
          {
            deemed += add_up (l->out, month) == 2;
            added++;
          }
      end (l);
    }
  g_assert_cmpuint (added, >, 10000);
  g_assert_cmpuint (deemed, >, 500);
}

static void
set_up (Life *l, gconstpointer data)
{
  l->chance = g_rand_new_with_seed (20260101);
  l->out = mp_projection_new ();
  l->other = mp_projection_new ();
}

static void
tear_down (Life *l, gconstpointer data)
{
  g_rand_free (l->chance);
  mp_projection_free (l->out);
  mp_projection_free (l->other);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*test) (Life *, gconstpointer); } tests[] = {
    { "ssdi/always", ssdi_always }, { "ssdi/more-pay", ssdi_more_pay }, { "ssdi/only-the-past", ssdi_only_the_past },
    { "ssdi/exact-amounts", ssdi_exact_amounts }, { "ssdi/shifted-by-years", ssdi_shifted },
    { "ssdi/recorded-history", recorded_history }, { "splitting-and-order", splitting }, { "later-start", later_start },
    { "scenario-order", scenario_order }, { "ssi/bounds", ssi_bounds }, { "ssi/more-pay", ssi_more_pay },
    { "ssi/couple-sum", ssi_couple_sum }, { "ssi/sheet-adds-up", sheet_adds_up }, { "one-dollar-more", one_dollar_more },
  };

  g_test_init (&argc, &argv, NULL);
  add_tests ("/properties/", Life, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
