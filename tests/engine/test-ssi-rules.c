/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* SSI rule by rule, figures by hand: one person 943 (2024), 967 (2025), 994 (2026); a couple 1,415, 1,450, 1,491. */

#include "ssi-fixture.h"

static void
incentive (Fixture *f, MpIncentiveKind kind, MpMoney monthly, MpPassFrom applies_to)
{
  MpIncentive *entry = mp_arena_append (f->kase->arena, f->scenario->work_incentives, f->scenario->n_work_incentives);

  *entry = (MpIncentive) { .kind = kind, .when = { mp_month (2023, 1), OPEN }, .monthly = monthly, .applies_to = applies_to };
}

static void
in_kind (Fixture *f, MpMonth from, MpMonth to, MpMoney value)
{
  MpAmount *entry = mp_arena_append (f->kase->arena, f->kase->ssi.in_kind, f->kase->ssi.n_in_kind);

  *entry = (MpAmount) { { from, to }, value };
}

static void
live (Fixture *f, MpMonth from, MpLiving arrangement)
{
  MpLivingPeriod *entry = mp_arena_append (f->kase->arena, f->kase->ssi.living, f->kase->ssi.n_living);

  *entry = (MpLivingPeriod) { { from, OPEN }, arrangement };
}

static void
resources (Fixture *f, MpMonth from, MpMoney countable)
{
  MpAmount *entry = mp_arena_append (f->kase->arena, f->kase->ssi.resources, f->kase->ssi.n_resources);

  *entry = (MpAmount) { { from, OPEN }, countable };
}

static void
supplement (Fixture *f, MpMoney monthly)
{
  MpAmount *entry = mp_arena_append (f->kase->arena, f->kase->ssi.supplements, f->kase->ssi.n_supplements);

  f->kase->ssi.supplement = MP_SUPPLEMENT_LIST;
  *entry = (MpAmount) { { mp_month (2023, 1), OPEN }, monthly };
}

static MpChild *
child (Fixture *f, MpDate birth, MpMoney unearned)
{
  MpChild *entry = mp_arena_append (f->kase->arena, f->kase->ssi.children, f->kase->ssi.n_children);
  MpAmount *amount;

  entry->birth_date = birth;
  if (unearned > 0)
    {
      amount = mp_arena_append (f->kase->arena, entry->unearned, entry->n_unearned);
      *amount = (MpAmount) { { mp_month (2023, 1), OPEN }, unearned };
    }
  return entry;
}

static void
spouse_unearned (Fixture *f, MpMoney monthly)
{
  MpAmount *entry = mp_arena_append (f->kase->arena, f->kase->ssi.spouse.unearned, f->kase->ssi.spouse.n_unearned);

  *entry = (MpAmount) { { mp_month (2023, 1), OPEN }, monthly };
}

static void
ssdi (Fixture *f, MpMonth from, MpMoney monthly)
{
  MpAmount *entry = mp_arena_append (f->kase->arena, f->kase->ssdi.amounts, f->kase->ssdi.n_amounts);

  if (!f->kase->ssdi.present)
    f->kase->ssdi.entitled_from = from;
  f->kase->ssdi.present = TRUE;
  *entry = (MpAmount) { { from, OPEN }, monthly };
}

static void
part_b (Fixture *f, MpMoney premium)
{
  MpMedicareFacts *medicare = &f->kase->ssdi.medicare;

  medicare->present = medicare->part_b.present = medicare->part_b.enrolled = TRUE;
  medicare->part_a_from = medicare->part_b.from = f->kase->ssdi.entitled_from;
  medicare->part_b.premium = premium;
}

static void
student (Fixture *f, MpDate birth)
{
  MpPeriod *school = mp_arena_append (f->kase->arena, f->kase->beneficiary.student, f->kase->beneficiary.n_student);

  f->kase->beneficiary.birth_date = birth;
  *school = (MpPeriod) { mp_month (2023, 9), mp_month (2027, 5) };
}

static MpReinstatement *
request (Fixture *f, MpMonth requested, MpMonth decided, gboolean approved)
{
  MpReinstatement *entry = mp_arena_append (f->kase->arena, f->scenario->expedited_reinstatement,
                                            f->scenario->n_expedited_reinstatement);

  *entry = (MpReinstatement) { MP_PROGRAM_SSI, requested, decided, approved, TRUE, NONE };
  return entry;
}

static void
reading (Fixture *f, MpReadingId id, guint8 choice)
{
  f->kase->assumptions.readings[id] = choice;
  run (f);
}

static void
assert_status (Fixture *f, MpMonth month, MpSsiStatus status)
{
  g_assert_cmpstr (mp_ssi_status_name (at (f, month)->status), ==, mp_ssi_status_name (status));
}

static void
assert_pays (Fixture *f, MpMonth month, MpMoney payment)
{
  g_assert_cmpint (at (f, month)->payment, ==, payment);
}

static const MpEvent *
event_of (Fixture *f, MpEventCode code)
{
  for (guint i = 0; i < f->out->events->len; i++)
    if (g_array_index (f->out->events, MpEvent, i).code == code)
      return &g_array_index (f->out->events, MpEvent, i);
  return NULL;
}

static gboolean
warned (Fixture *f, MpWarningCode code)
{
  for (guint i = 0; i < f->out->warnings->len; i++)
    if (g_array_index (f->out->warnings, MpWarning, i).code == code)
      return TRUE;
  return FALSE;
}

#define APRIL mp_month (2025, 4)
#define MAY mp_month (2025, 5)
#define JUNE mp_month (2025, 6)
#define JULY mp_month (2025, 7)
#define AUGUST mp_month (2025, 8)

static void
ssi_02 (Fixture *f, gconstpointer data)
{
  f->kase->ssi.eligible_from = mp_month (2025, 3);
  run (f);
  assert_month (f, mp_month (2025, 2), MP_SSI_NOT_ELIGIBLE, NONE, 0);
  assert_month (f, mp_month (2025, 3), MP_SSI_PAYABLE, mp_month (2025, 3), 96700);
}

static void
ssi_03 (Fixture *f, gconstpointer data)
{
  resources (f, mp_month (2023, 1), 200000);
  resources (f, MAY, 200001);
  run (f);
  assert_pays (f, APRIL, 96700);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
  /* with a spouse in the household the limit is the couple's, eligible or not */
  add_spouse (f, FALSE, 0);
  run (f);
  assert_pays (f, MAY, 96700);
  reading (f, MP_READING_SSI_18, 1);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
  f->kase->ssi.spouse.eligible = TRUE;
  f->kase->ssi.resources[1].monthly = 300000;
  run (f);
  assert_pays (f, MAY, 72500);
  f->kase->ssi.resources[1].monthly = 300001;
  run (f);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
}

/* SSI-04, 11, 13, 60, 63: too much in May itself ends May at once; June is whole, and month 1 of a new run */
static void
ssi_04 (Fixture *f, gconstpointer data)
{
  add_unearned (f, MAY, MAY, 100000, MP_UNEARNED_OTHER);
  add_unearned (f, JUNE, JUNE, 12000, MP_UNEARNED_OTHER);
  run (f);
  assert_month (f, APRIL, MP_SSI_PAYABLE, mp_month (2025, 2), 96700);
  assert_month (f, MAY, MP_SSI_SUSPENDED, NONE, 0);
  g_assert_cmpint (at (f, MAY)->countable, ==, 98000);
  g_assert_cmpint (traced (f, MAY, "SSI-11", "amount"), ==, 1300);
  assert_month (f, JUNE, MP_SSI_PAYABLE, JUNE, 86700);
  /* SSI-15: June's income does not come again in July */
  assert_month (f, JULY, MP_SSI_PAYABLE, JUNE, 96700);
  assert_month (f, AUGUST, MP_SSI_PAYABLE, JUNE, 96700);
  assert_month (f, AUGUST + 1, MP_SSI_PAYABLE, JULY, 96700);
  g_assert_true (has_event (f, MAY, MP_EVENT_SSI_SUSPENSION));
  g_assert_true (has_event (f, JUNE, MP_EVENT_SSI_RESUMES));
}

static void
ssi_06 (Fixture *f, gconstpointer data)
{
  supplement (f, 10000);
  add_unearned (f, MAY, MAY, 108700, MP_UNEARNED_OTHER); /* less 20: exactly 967 + 100 */
  run (f);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
  f->kase->ssi.unearned[0].monthly = 108699;
  run (f);
  assert_pays (f, MAY, 106700);
  assert_month (f, JULY, MP_SSI_PAYABLE, MAY, 1);
}

/* SSI-07: 1,700 is above SGA (1,620), and SSI goes on for years */
static void
ssi_07 (Fixture *f, gconstpointer data)
{
  add_wages (f, mp_month (2024, 6), OPEN, 170000);
  run (f);
  for (MpMonth month = mp_month (2025, 1); month <= mp_month (2025, 12); month++)
    assert_month (f, month, MP_SSI_PAYABLE, month - 2, 15950);
  assert_status (f, mp_month (2027, 12), MP_SSI_PAYABLE);
}

static void
ssi_13 (Fixture *f, gconstpointer data)
{
  static const gint back[] = { 0, 1, 2, 2, 2 };

  f->kase->ssi.eligible_from = APRIL;
  run (f);
  for (gint i = 0; i < (gint) G_N_ELEMENTS (back); i++)
    g_assert_cmpint (at (f, APRIL + i)->budget_month, ==, APRIL + i - back[i]);
  /* a month of ineligibility inside the first three breaks the cycle */
  add_unearned (f, MAY, MAY, 100000, MP_UNEARNED_OTHER);
  run (f);
  assert_month (f, MAY, MP_SSI_SUSPENDED, NONE, 0);
  for (gint i = 0; i < (gint) G_N_ELEMENTS (back); i++)
    g_assert_cmpint (at (f, JUNE + i)->budget_month, ==, JUNE + i - back[i]);
}

/* SSI-14: countable income of exactly 967 */
static void
ssi_14 (Fixture *f, gconstpointer data)
{
  add_unearned (f, MAY, OPEN, 98700, MP_UNEARNED_OTHER);
  f->kase->ssi.unearned[0].when.to = mp_month (2025, 12);
  run (f);
  assert_month (f, JUNE, MP_SSI_PAYABLE, APRIL, 96700);
  for (MpMonth month = JULY; month <= mp_month (2025, 12); month++)
    assert_month (f, month, MP_SSI_UNPAID, month - 2, 0);
  g_assert_true (at (f, JULY)->medicaid);
  /* the run goes on; January has the new rate, and no step toward termination was made */
  assert_month (f, mp_month (2026, 1), MP_SSI_PAYABLE, mp_month (2025, 11), 2700);
  reading (f, MP_READING_SSI_24, 1);
  g_assert_false (at (f, JULY)->medicaid);
  reading (f, MP_READING_SSI_4, 1);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
}

/* register 2: thirteen months in which nothing is due do not end the record */
static void
unpaid_never_ends (Fixture *f, gconstpointer data)
{
  f->kase->projection.start = mp_month (2023, 1);
  f->kase->projection.months = 24;
  add_unearned (f, mp_month (2024, 1), OPEN, 96300, MP_UNEARNED_OTHER);
  add_unearned (f, mp_month (2023, 1), mp_month (2023, 12), 93400, MP_UNEARNED_OTHER);
  run (f);
  for (MpMonth month = mp_month (2023, 1); month <= mp_month (2023, 12); month++)
    assert_month (f, month, MP_SSI_UNPAID, MAX (mp_month (2023, 1), month - 2), 0);
  assert_status (f, mp_month (2024, 3), MP_SSI_UNPAID);
}

/* SSI-16: 400 to 410 with December */
static void
ssi_16 (Fixture *f, gconstpointer data)
{
  MpWork *work;

  ssdi (f, mp_month (2023, 1), 40000);
  ssdi (f, mp_month (2024, 1), 40000);
  ssdi (f, mp_month (2024, 12), 41000);
  run (f);
  assert_month (f, mp_month (2025, 1), MP_SSI_PAYABLE, mp_month (2024, 11), 57700);
  assert_month (f, mp_month (2025, 2), MP_SSI_PAYABLE, mp_month (2024, 12), 57700);
  assert_month (f, mp_month (2025, 3), MP_SSI_PAYABLE, mp_month (2025, 1), 57700);
  g_assert_cmpint (traced (f, mp_month (2025, 1), "SSI-16", "amount"), ==, 41000);
  g_assert_cmpint (traced (f, mp_month (2025, 3), "SSI-16", "amount"), ==, MP_MONEY_NONE);
  /* everything else stays the budget month's: wages of November alone */
  work = add_wages (f, mp_month (2024, 11), mp_month (2024, 11), 16500);
  run (f);
  assert_month (f, mp_month (2025, 1), MP_SSI_PAYABLE, mp_month (2024, 11), 52700);
  work->monthly = 0;
  /* a benefit that falls is not brought forward */
  f->kase->ssdi.amounts[2].monthly = 30000;
  run (f);
  assert_month (f, mp_month (2025, 1), MP_SSI_PAYABLE, mp_month (2024, 11), 58700);
  assert_month (f, mp_month (2025, 3), MP_SSI_PAYABLE, mp_month (2025, 1), 68700);
}

/* register 20: a benefit that is new in January */
static void
ssi_16_new (Fixture *f, gconstpointer data)
{
  ssdi (f, mp_month (2024, 12), 41000);
  run (f);
  assert_pays (f, mp_month (2025, 1), 96700);
  assert_pays (f, mp_month (2025, 3), 57700);
  reading (f, MP_READING_SSI_20, 1);
  assert_pays (f, mp_month (2025, 1), 57700);
}

static void
ssi_17 (Fixture *f, gconstpointer data)
{
  ssdi (f, mp_month (2025, 3), 50000);
  run (f);
  assert_month (f, MAY, MP_SSI_PAYABLE, mp_month (2025, 3), 96700);
  assert_month (f, JUNE, MP_SSI_PAYABLE, APRIL, 48700);
}

static void
ssi_18 (Fixture *f, gconstpointer data)
{
  ssdi (f, mp_month (2025, 1), 50010);
  run (f);
  g_assert_cmpint (at (f, MAY)->countable_unearned, ==, 48000);
  part_b (f, 18550); /* 500.10 - 185.50 = 314.60, down to 314, and 185.50 again */
  run (f);
  g_assert_cmpint (at (f, MAY)->countable_unearned, ==, 47950);
  f->kase->ssdi.amounts[0].monthly = 15050;
  run (f);
  g_assert_cmpint (at (f, MAY)->countable_unearned, ==, 13050);
  f->kase->ssdi.medicare.part_b.paid_by_state = TRUE;
  run (f);
  g_assert_cmpint (at (f, MAY)->countable_unearned, ==, 13000);
}

/* register 16: the premium of January (202.90) or that of December (185.00) is in the rounding of December's benefit */
static void
ssi_18_premium (Fixture *f, gconstpointer data)
{
  ssdi (f, mp_month (2025, 1), 50000);
  ssdi (f, mp_month (2025, 12), 60055);
  part_b (f, MP_MONEY_NONE);
  run (f);
  g_assert_cmpint (at (f, mp_month (2026, 1))->countable_unearned, ==, 57990);
  reading (f, MP_READING_SSI_16, 1);
  g_assert_cmpint (at (f, mp_month (2026, 1))->countable_unearned, ==, 58000);
}

static void
ssi_19 (Fixture *f, gconstpointer data)
{
  MpWork *work = add_wages (f, MAY, JUNE, 0);
  MpWorkMonthFact *fact = mp_arena_append (f->kase->arena, work->months, work->n_months);

  *fact = (MpWorkMonthFact) { MAY, 100000, 0, MP_HOURS_NONE };
  fact = mp_arena_append (f->kase->arena, work->months, work->n_months);
  *fact = (MpWorkMonthFact) { JUNE, 0, 100000, MP_HOURS_NONE };
  run (f);
  assert_pays (f, JULY, 96700);
  assert_pays (f, AUGUST, 50950);
}

static void
ssi_21 (Fixture *f, gconstpointer data)
{
  add_unearned (f, mp_month (2023, 1), OPEN, 30000, MP_UNEARNED_NEEDS_BASED);
  add_unearned (f, mp_month (2023, 1), OPEN, 1500, MP_UNEARNED_OTHER);
  run (f);
  assert_pays (f, MAY, 66700);
}

/* register 6 */
static void
tanf_month (Fixture *f, gconstpointer data)
{
  add_unearned (f, MAY, MAY, 20000, MP_UNEARNED_TANF);
  run (f);
  assert_month (f, MAY, MP_SSI_PAYABLE, mp_month (2025, 3), 76700);
  assert_pays (f, JULY, 96700);
  reading (f, MP_READING_SSI_6, 1);
  assert_pays (f, MAY, 96700);
  assert_pays (f, JULY, 76700);
  f->kase->assumptions.readings[MP_READING_SSI_6] = 0;
  f->kase->ssi.unearned[0].kind = MP_UNEARNED_NEEDS_BASED;
  run (f);
  assert_pays (f, MAY, 96700);
  assert_pays (f, JULY, 76700);
}

/* SSI-23: 3,000 a month before April uses nothing; then 2,350 four times, 60 in August */
static void
ssi_23 (Fixture *f, gconstpointer data)
{
  student (f, (MpDate) { mp_month (2006, 3), 10 });
  f->kase->ssi.eligible_from = APRIL;
  add_wages (f, mp_month (2025, 1), mp_month (2025, 3), 300000);
  add_wages (f, APRIL, mp_month (2025, 12), 235000);
  run (f);
  g_assert_cmpint (at (f, JULY)->countable, ==, 0);
  /* 2,350 - 60 - 85 = 2,205, half: 1,102.50, too much for August itself */
  g_assert_cmpint (at (f, AUGUST)->countable, ==, 110250);
  assert_status (f, AUGUST, MP_SSI_1619B);
  g_assert_true (has_event (f, AUGUST, MP_EVENT_SEIE_EXHAUSTED));
}

/* register 11: 22 in June 2025, or in May when born on the first */
static void
turns_22 (Fixture *f, gconstpointer data)
{
  student (f, (MpDate) { mp_month (2003, 6), 15 });
  add_wages (f, JUNE, JULY, 100000);
  run (f);
  assert_pays (f, AUGUST, 96700);
  assert_pays (f, AUGUST + 1, 50950);
  f->kase->beneficiary.birth_date.day = 1;
  run (f);
  assert_pays (f, AUGUST, 50950);
  f->kase->beneficiary.birth_date.day = 15;
  reading (f, MP_READING_SSI_11, 1);
  assert_pays (f, AUGUST, 50950);
  /* register 23: only the months that the case calls attendance */
  f->kase->beneficiary.birth_date.month = mp_month (2006, 6);
  f->kase->beneficiary.student[0].to = JUNE;
  run (f);
  assert_pays (f, AUGUST, 96700);
  assert_pays (f, AUGUST + 1, 50950);
}

static void
ssi_27 (Fixture *f, gconstpointer data)
{
  add_unearned (f, mp_month (2023, 1), OPEN, 30000, MP_UNEARNED_OTHER);
  add_wages (f, mp_month (2024, 6), OPEN, 50000); /* (500 - 65) / 2 = 217.50 */
  incentive (f, MP_INCENTIVE_PASS, 40000, MP_PASS_EITHER);
  run (f);
  g_assert_cmpint (at (f, MAY)->countable_unearned, ==, 0);
  g_assert_cmpint (at (f, MAY)->countable_earned, ==, 9750);
  f->scenario->work_incentives[0].applies_to = MP_PASS_UNEARNED;
  run (f);
  g_assert_cmpint (at (f, MAY)->countable, ==, 21750);
  f->scenario->work_incentives[0].applies_to = MP_PASS_EARNED;
  run (f);
  g_assert_cmpint (at (f, MAY)->countable, ==, 28000);
  /* it takes support under the PMV rule, never the one-third reduction */
  f->scenario->work_incentives[0].applies_to = MP_PASS_EITHER;
  f->scenario->n_work = f->kase->ssi.n_unearned = 0;
  in_kind (f, mp_month (2023, 1), OPEN, 50000);
  run (f);
  assert_pays (f, MAY, 96700);
  live (f, mp_month (2023, 1), MP_LIVING_HOUSEHOLD_OF_ANOTHER);
  run (f);
  assert_pays (f, MAY, 64467);
}

static void
ssi_28 (Fixture *f, gconstpointer data)
{
  MpWork *work;

  add_unearned (f, mp_month (2025, 1), mp_month (2025, 2), 5000, MP_UNEARNED_INFREQUENT);
  add_unearned (f, mp_month (2025, 1), OPEN, 50000, MP_UNEARNED_VA_AID);
  run (f);
  assert_pays (f, mp_month (2025, 3), 96700);
  assert_pays (f, APRIL, 94700); /* 10 of the quarter's 60 left: 40 - 20 */
  f->kase->ssi.n_unearned = 0;
  work = add_wages (f, APRIL, APRIL, 2500);
  work->infrequent = TRUE;
  work = add_wages (f, MAY, MAY, 10000);
  work->infrequent = TRUE;
  run (f);
  assert_pays (f, JULY, 96200); /* 5 of the quarter's 30 left: (95 - 85) / 2 */
  /* a new quarter begins with July */
  f->scenario->work[1].when = (MpPeriod) { JULY, JULY };
  run (f);
  assert_pays (f, JULY + 2, 96700); /* 70 - 85 */
}

/* SSI-31: into the household of another in June */
static void
ssi_31 (Fixture *f, gconstpointer data)
{
  live (f, JUNE, MP_LIVING_HOUSEHOLD_OF_ANOTHER);
  in_kind (f, mp_month (2023, 1), OPEN, 10000);
  run (f);
  assert_month (f, JULY, MP_SSI_PAYABLE, MAY, 88700);
  /* all or nothing: no other support beside it */
  assert_month (f, AUGUST, MP_SSI_PAYABLE, JUNE, 64467);
  g_assert_cmpint (at (f, AUGUST)->countable_unearned, ==, 0);
  /* other income keeps its exclusion */
  add_unearned (f, mp_month (2023, 1), OPEN, 12000, MP_UNEARNED_OTHER);
  run (f);
  assert_pays (f, AUGUST, 54467);
}

static void
ssi_32 (Fixture *f, gconstpointer data)
{
  in_kind (f, mp_month (2023, 1), OPEN, 34233);
  run (f);
  assert_pays (f, MAY, 64467); /* 967 / 3 = 322.33, with 20: 342.33, less the 20 */
  f->kase->ssi.in_kind[0].monthly = 50000;
  run (f);
  assert_pays (f, MAY, 64467);
  f->kase->ssi.in_kind[0].monthly = 34232;
  run (f);
  assert_pays (f, MAY, 64468);
  f->kase->ssi.in_kind[0].monthly = 60000;
  add_spouse (f, TRUE, 0);
  run (f);
  assert_pays (f, MAY, 48334); /* 1,450 - 483.33 = 966.67, half 483.335 */
  g_assert_cmpint (at (f, MAY)->countable_unearned, ==, 48333);
}

/* SSI-33: November's support and household at January's rate: 994 / 3 = 331.33 */
static void
ssi_33 (Fixture *f, gconstpointer data)
{
  in_kind (f, mp_month (2025, 11), mp_month (2025, 11), 90000);
  run (f);
  assert_month (f, mp_month (2026, 1), MP_SSI_PAYABLE, mp_month (2025, 11), 66267);
  f->kase->ssi.n_in_kind = 0;
  live (f, mp_month (2025, 11), MP_LIVING_HOUSEHOLD_OF_ANOTHER);
  run (f);
  assert_month (f, mp_month (2026, 1), MP_SSI_PAYABLE, mp_month (2025, 11), 66267);
}

/* register 1: 623 / 3 = 207.66 in 2007 */
static void
third_2007 (Fixture *f, gconstpointer data)
{
  f->kase->ssi.eligible_from = mp_month (2005, 1);
  f->kase->projection.start = mp_month (2007, 1);
  live (f, mp_month (2005, 1), MP_LIVING_HOUSEHOLD_OF_ANOTHER);
  run (f);
  assert_pays (f, mp_month (2007, 5), 41534);
  g_assert_cmpint (at (f, mp_month (2007, 5))->countable_unearned, ==, 0); /* register 15 */
  reading (f, MP_READING_SSI_1, 1);
  assert_pays (f, mp_month (2007, 5), 41533);
}

static void
ssi_34 (Fixture *f, gconstpointer data)
{
  live (f, MAY, MP_LIVING_MEDICAID_INSTITUTION);
  add_unearned (f, mp_month (2023, 1), OPEN, 3500, MP_UNEARNED_OTHER);
  in_kind (f, mp_month (2023, 1), APRIL, 1000);
  run (f);
  assert_pays (f, APRIL, 94200);
  assert_month (f, MAY, MP_SSI_PAYABLE, mp_month (2025, 3), 500); /* 30 - (35 + 10 - 20) */
  assert_pays (f, JULY, 1500);
  assert_pays (f, mp_month (2026, 7), 1500);
}

/* SSI-40: (1,000 + 800 - 85 - 100) / 2 = 807.50; 1,450 - 807.50 = 642.50, half each. BWE after the half. */
static void
ssi_40 (Fixture *f, gconstpointer data)
{
  MpIncentive *entry;

  add_spouse (f, TRUE, 80000);
  add_wages (f, mp_month (2024, 6), OPEN, 100000);
  entry = mp_arena_append (f->kase->arena, f->kase->ssi.spouse.work_incentives, f->kase->ssi.spouse.n_work_incentives);
  *entry = (MpIncentive) { .kind = MP_INCENTIVE_IRWE, .when = { mp_month (2023, 1), OPEN }, .monthly = 10000 };
  run (f);
  assert_pays (f, MAY, 32125);
  g_assert_cmpint (at (f, MAY)->spouse_payment, ==, 32125);
  g_assert_cmpint (at (f, MAY)->federal, ==, 32125);
  g_assert_cmpint (at (f, MAY)->countable, ==, 80750);
  /* a blind spouse's as BWE: 857.50 - 100 = 757.50 */
  f->kase->ssi.spouse.blind = TRUE;
  run (f);
  assert_pays (f, MAY, 34625);
}

/* register 26: the spouse becomes eligible in May; that is month 1 of a run */
static void
couple_begins (Fixture *f, gconstpointer data)
{
  add_spouse (f, TRUE, 0);
  f->kase->ssi.spouse.when.from = MAY;
  run (f);
  assert_month (f, APRIL, MP_SSI_PAYABLE, mp_month (2025, 2), 96700);
  assert_month (f, MAY, MP_SSI_PAYABLE, MAY, 72500);
  assert_month (f, JUNE, MP_SSI_PAYABLE, MAY, 72500);
  assert_month (f, AUGUST, MP_SSI_PAYABLE, JUNE, 72500);
}

/* SSI-15 for a couple: the spouse's wages and pension are two kinds */
static void
couple_nonrecurring (Fixture *f, gconstpointer data)
{
  add_spouse (f, TRUE, 108500);
  spouse_unearned (f, 2000);
  f->kase->ssi.spouse.when.from = f->kase->ssi.spouse.earned[0].when.from = f->kase->ssi.spouse.earned[0].when.to = MAY;
  run (f);
  assert_month (f, MAY, MP_SSI_PAYABLE, MAY, 47000); /* 1,450 - (1,085 - 65) / 2 = 940 */
  assert_month (f, JUNE, MP_SSI_PAYABLE, MAY, 72500);
}

/* SSI-25, 43, 44: (1,700 - 85) / 2 = 807.50; 1,450 - 807.50 = 642.50 */
static void
ssi_44 (Fixture *f, gconstpointer data)
{
  add_spouse (f, FALSE, 170000);
  run (f);
  assert_pays (f, MAY, 64250);
  g_assert_cmpint (at (f, MAY)->deemed, ==, 32450); /* register 14 */
  g_assert_cmpint (at (f, MAY)->countable, ==, 0);
  /* own pension of 320: one 20 for both; 967 - 300 = 667; 1,450 - 300 - 817.50 = 332.50 */
  add_unearned (f, mp_month (2023, 1), OPEN, 32000, MP_UNEARNED_OTHER);
  run (f);
  assert_pays (f, MAY, 33250);
  /* little is deemed, and the own payment is the lesser one: 1,450 - 300 - 217.50 */
  f->kase->ssi.spouse.earned[0].monthly = 50000;
  run (f);
  assert_pays (f, MAY, 66700);
  g_assert_cmpint (at (f, MAY)->deemed, ==, 0);
}

/* SSI-43: up to 483, the difference of the rates, nothing is deemed */
static void
ssi_43 (Fixture *f, gconstpointer data)
{
  add_spouse (f, FALSE, 48300);
  run (f);
  g_assert_cmpint (traced (f, MAY, "SSI-44", "combined"), ==, MP_MONEY_NONE);
  g_assert_cmpint (traced (f, MAY, "SSI-43", "left"), ==, 48300);
  f->kase->ssi.spouse.earned[0].monthly = 48301;
  run (f);
  g_assert_cmpint (traced (f, MAY, "SSI-44", "combined"), ==, 19900); /* (483.01 - 85) / 2 = 199.005 */
}

static void
ssi_41 (Fixture *f, gconstpointer data)
{
  MpIncentive *entry;

  add_spouse (f, FALSE, 170000);
  entry = mp_arena_append (f->kase->arena, f->kase->ssi.spouse.work_incentives, f->kase->ssi.spouse.n_work_incentives);
  *entry = (MpIncentive) { .kind = MP_INCENTIVE_IRWE, .when = { mp_month (2023, 1), OPEN }, .monthly = 30000 };
  run (f);
  assert_pays (f, MAY, 79250); /* 1,450 - (1,400 - 85) / 2 */
  g_assert_cmpint (traced (f, MAY, "SSI-41", "amount"), ==, 30000);
  entry->kind = MP_INCENTIVE_PASS;
  spouse_unearned (f, 20000); /* from unearned first: 1,600 of earnings are left */
  run (f);
  assert_pays (f, MAY, 69250);
  f->kase->ssi.spouse.public_assistance = TRUE;
  run (f);
  assert_pays (f, MAY, 96700);
}

static void
ssi_42 (Fixture *f, gconstpointer data)
{
  add_spouse (f, FALSE, 170000);
  child (f, (MpDate) { mp_month (2018, 6), 1 }, 0);
  run (f);
  assert_pays (f, MAY, 88400); /* 1,700 - 483 = 1,217; 1,450 - 566 */
  g_assert_cmpint (traced (f, MAY, "SSI-42", "amount"), ==, 48300);
  g_assert_cmpint (traced (f, MAY, "SSI-43", "left"), ==, 121700);
  g_assert_cmpint (traced (f, MAY, "SSI-43", "limit"), ==, 48300);
  child (f, (MpDate) { mp_month (2020, 6), 1 }, 38300);
  run (f);
  assert_pays (f, MAY, 93400); /* 100 more: 1,117; 1,450 - 516 */
  f->kase->ssi.n_children = 1;
  f->kase->ssi.spouse.earned[0].monthly = 150000;
  spouse_unearned (f, 20000);
  run (f);
  assert_pays (f, MAY, 88400); /* 200 from unearned, 283 from earned income */
  /* not yet born */
  f->kase->ssi.children[0].birth_date = (MpDate) { APRIL, 3 };
  run (f);
  g_assert_cmpint (at (f, MAY)->payment, <, 88400);
  assert_pays (f, JUNE, 88400);
}

/* register 12: 18 in August 2025 */
static void
child_18 (Fixture *f, gconstpointer data)
{
  add_spouse (f, FALSE, 170000);
  child (f, (MpDate) { mp_month (2007, 8), 15 }, 0);
  run (f);
  assert_month (f, mp_month (2025, 10), MP_SSI_PAYABLE, AUGUST, 88400);
  assert_month (f, mp_month (2025, 11), MP_SSI_PAYABLE, AUGUST + 1, 64250);
  reading (f, MP_READING_SSI_12, 1);
  assert_pays (f, mp_month (2025, 11), 88400);
}

/* SSI-45: January's payment on November's income: 483 for the child and as the limit, 1,491 as the rate */
static void
ssi_45 (Fixture *f, gconstpointer data)
{
  add_spouse (f, FALSE, 170000);
  child (f, (MpDate) { mp_month (2018, 6), 1 }, 0);
  run (f);
  assert_month (f, mp_month (2026, 1), MP_SSI_PAYABLE, mp_month (2025, 11), 92500); /* 1,491 - (1,217 - 85) / 2 */
  /* register 5 */
  f->kase->ssi.n_children = 0;
  f->kase->ssi.spouse.earned[0].monthly = 49000;
  run (f);
  g_assert_cmpint (traced (f, mp_month (2026, 1), "SSI-44", "combined"), ==, 20250);
  reading (f, MP_READING_SSI_5, 1);
  g_assert_cmpint (traced (f, mp_month (2026, 1), "SSI-44", "combined"), ==, MP_MONEY_NONE);
}

/* SSI-46: they began to live together in April: from May it is looked at, two months later it shows */
static void
ssi_46_begins (Fixture *f, gconstpointer data)
{
  add_spouse (f, FALSE, 170000);
  f->kase->ssi.spouse.when.from = MAY;
  run (f);
  assert_pays (f, JUNE, 96700);
  assert_month (f, JULY, MP_SSI_PAYABLE, MAY, 64250);
  /* in the month itself it can make ineligible at once */
  f->kase->ssi.spouse.earned[0].monthly = 400000;
  run (f);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
}

static void
ssi_50 (Fixture *f, gconstpointer data)
{
  add_wages (f, MAY, OPEN, 300000);
  run (f);
  assert_status (f, MAY, MP_SSI_1619B);
  /* 2: unearned income alone is too much */
  add_unearned (f, MAY, OPEN, 98701, MP_UNEARNED_OTHER);
  run (f);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
  f->kase->ssi.unearned[0].monthly = 98700;
  run (f);
  assert_status (f, MAY, MP_SSI_1619B);
  f->kase->ssi.n_unearned = 0;
  /* 2: a spouse's earnings stay in */
  add_spouse (f, FALSE, 400000);
  f->kase->ssi.spouse.when.from = MAY;
  run (f);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
  f->kase->ssi.spouse.present = FALSE;
  /* 3: resources */
  resources (f, MAY, 200001);
  run (f);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
  f->kase->ssi.n_resources = 0;
  /* 5: need of Medicaid (SSI-55) */
  f->kase->ssi.medicaid.present = TRUE;
  f->kase->ssi.medicaid.needs = FALSE;
  run (f);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
  f->kase->ssi.medicaid.needs = TRUE;
  /* 4: nothing was due before */
  f->kase->ssi.eligible_from = MAY;
  run (f);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
}

static void
ssi_51 (Fixture *f, gconstpointer data)
{
  add_wages (f, MAY, OPEN, 300000);
  run (f);
  for (MpMonth month = MAY; month <= mp_month (2027, 12); month++)
    {
      assert_month (f, month, MP_SSI_1619B, NONE, 0);
      g_assert_true (at (f, month)->medicaid);
    }
}

/* register 3: the first month back is paid on its own income, or on that of two months before */
static void
first_month_back (Fixture *f, gconstpointer data)
{
  add_wages (f, mp_month (2024, 6), APRIL, 100000);
  add_wages (f, MAY, MAY, 240000);
  add_wages (f, JUNE, OPEN, 170000);
  run (f);
  assert_month (f, MAY, MP_SSI_1619B, NONE, 0);
  assert_month (f, JUNE, MP_SSI_PAYABLE, JUNE, 15950);
  reading (f, MP_READING_SSI_3, 1);
  assert_month (f, JUNE, MP_SSI_PAYABLE, APRIL, 50950);
}

/* SSI-53, 54: 57,296 in twelve months is not above Maryland's threshold of 2025 */
static void
ssi_54 (Fixture *f, gconstpointer data)
{
  MpWork *work = add_wages (f, MAY, OPEN, 477466);
  MpWorkMonthFact *fact = mp_arena_append (f->kase->arena, work->months, work->n_months);

  *fact = (MpWorkMonthFact) { mp_month (2026, 4), 477474, MP_MONEY_NONE, MP_HOURS_NONE };
  run (f);
  assert_status (f, MAY, MP_SSI_1619B);
  g_assert_cmpint (traced (f, MAY, "SSI-54", "gross"), ==, 5729600);
  fact->earned++;
  run (f);
  assert_status (f, MAY, MP_SSI_SUSPENDED);
  /* what is earned after the twelve months is another finding's */
  fact->earned--;
  work->when.to = mp_month (2026, 4);
  add_wages (f, mp_month (2026, 5), OPEN, 700000);
  run (f);
  assert_status (f, mp_month (2026, 4), MP_SSI_1619B);
  assert_status (f, mp_month (2026, 5), MP_SSI_SUSPENDED);
}

/* register 8 */
static void
threshold_readings (Fixture *f, gconstpointer data)
{
  add_wages (f, JULY, JULY, 600000);
  add_wages (f, AUGUST, OPEN, 300000); /* twelve months: 39,000; July as a year: 72,000 */
  run (f);
  assert_status (f, JULY, MP_SSI_1619B);
  reading (f, MP_READING_SSI_8, 2);
  assert_status (f, JULY, MP_SSI_SUSPENDED);
  f->scenario->work[1].monthly = 600000; /* twelve months: 72,000; of 2025: 36,000 */
  reading (f, MP_READING_SSI_8, 0);
  assert_status (f, JULY, MP_SSI_SUSPENDED);
  reading (f, MP_READING_SSI_8, 1);
  assert_status (f, JULY, MP_SSI_1619B);
}

/* SSI-53: the chart's base of 26,887, higher than the person's own 24,876 without a supplement, + the state's 24,824 of
 * Medicaid + the expenses (POMS SI 02302.050 C.1, SI 02302.300 line 1c) */
static void
individual_threshold (Fixture *f, gconstpointer data)
{
  g_strlcpy (f->kase->beneficiary.state, "WI", sizeof f->kase->beneficiary.state);
  add_wages (f, mp_month (2026, 3), OPEN, 431000); /* 51,720 */
  incentive (f, MP_INCENTIVE_IRWE, 74, MP_PASS_EITHER); /* 8.88 */
  run (f);
  assert_status (f, mp_month (2026, 3), MP_SSI_SUSPENDED);
  g_assert_cmpint (traced (f, mp_month (2026, 3), "SSI-54", "threshold"), ==, 5171988);
  f->scenario->work_incentives[0].monthly = 75; /* 9.00: 51,720 */
  run (f);
  assert_status (f, mp_month (2026, 3), MP_SSI_1619B);
  f->scenario->n_work_incentives = 0;
  f->kase->ssi.medicaid.present = TRUE;
  f->kase->ssi.medicaid.expenses_yearly = 2483300; /* 26,887 + 24,833 */
  run (f);
  assert_status (f, mp_month (2026, 3), MP_SSI_1619B);
  f->kase->ssi.medicaid.expenses_yearly--;
  run (f);
  assert_status (f, mp_month (2026, 3), MP_SSI_SUSPENDED);
}

/* register 9: 2027 carries 2026; without any figure the lower bound 24 x 967 + 1,020 is used */
static void
threshold_carried (Fixture *f, gconstpointer data)
{
  add_wages (f, mp_month (2025, 1), OPEN, 250000);
  run (f);
  assert_status (f, mp_month (2027, 1), MP_SSI_1619B);
  g_assert_cmpuint (f->out->rows[mp_month (2027, 1) - f->out->first].estimated & MP_ESTIMATED_THRESHOLD_1619B, !=, 0);
  g_assert_cmpuint (f->out->rows[mp_month (2026, 1) - f->out->first].estimated & MP_ESTIMATED_THRESHOLD_1619B, ==, 0);
  g_assert_false (warned (f, MP_WARNING_THRESHOLD_UNKNOWN));
  g_strlcpy (f->kase->beneficiary.state, "GU", sizeof f->kase->beneficiary.state);
  run (f);
  assert_status (f, mp_month (2025, 1), MP_SSI_SUSPENDED);
  g_assert_cmpint (traced (f, mp_month (2025, 1), "SSI-54", "threshold"), ==, 2422800);
  g_assert_true (warned (f, MP_WARNING_THRESHOLD_UNKNOWN));
}

/* SSI-60, 62: eleven suspended months, one that is paid, and the count begins anew */
static void
ssi_62 (Fixture *f, gconstpointer data)
{
  add_unearned (f, mp_month (2025, 1), mp_month (2025, 11), 100000, MP_UNEARNED_OTHER);
  add_unearned (f, mp_month (2026, 1), OPEN, 110000, MP_UNEARNED_OTHER);
  run (f);
  assert_status (f, mp_month (2025, 1), MP_SSI_SUSPENDED);
  assert_month (f, mp_month (2025, 12), MP_SSI_PAYABLE, mp_month (2025, 12), 96700);
  assert_status (f, mp_month (2026, 12), MP_SSI_SUSPENDED);
  assert_status (f, mp_month (2027, 1), MP_SSI_TERMINATED);
  g_assert_cmpint (traced (f, mp_month (2026, 12), "SSI-60", "count"), ==, 12);
}

/* SSI-64: the record ends in January 2026 for pay of 4,000 */
static void
end_for_work (Fixture *f)
{
  f->kase->ssi.medicaid.present = TRUE;
  f->kase->ssi.medicaid.individual_threshold = 3000000;
  f->kase->projection.months = 90;
  add_wages (f, mp_month (2025, 1), mp_month (2026, 3), 400000);
}

static void
ssi_64_window (Fixture *f, gconstpointer data)
{
  end_for_work (f);
  request (f, mp_month (2030, 12), mp_month (2031, 2), TRUE); /* the sixtieth month from January 2026 */
  run (f);
  assert_status (f, mp_month (2030, 12), MP_SSI_TERMINATED);
  assert_month (f, mp_month (2031, 1), MP_SSI_EXR_PROVISIONAL, mp_month (2031, 1), 99400);
  assert_month (f, mp_month (2031, 3), MP_SSI_PAYABLE, mp_month (2031, 1), 99400);
  f->scenario->expedited_reinstatement[0] = (MpReinstatement) { MP_PROGRAM_SSI, mp_month (2031, 1), mp_month (2031, 2), TRUE, TRUE, NONE };
  run (f);
  assert_status (f, mp_month (2031, 3), MP_SSI_TERMINATED);
  g_assert_true (warned (f, MP_WARNING_EXR_LATE));
  /* SGA in the month of the request and in the next */
  f->scenario->expedited_reinstatement[0] = (MpReinstatement) { MP_PROGRAM_SSI, mp_month (2026, 2), mp_month (2026, 5), TRUE, TRUE, NONE };
  run (f);
  assert_status (f, mp_month (2026, 6), MP_SSI_TERMINATED);
  g_assert_true (warned (f, MP_WARNING_EXR_SGA));
  f->scenario->expedited_reinstatement[0].requested = mp_month (2026, 3);
  run (f);
  assert_status (f, mp_month (2026, 4), MP_SSI_EXR_PROVISIONAL);
  /* the record did not end because of earnings */
  f->scenario->n_work = 0;
  add_unearned (f, mp_month (2025, 1), mp_month (2026, 3), 400000, MP_UNEARNED_OTHER);
  run (f);
  assert_status (f, mp_month (2026, 4), MP_SSI_TERMINATED);
  g_assert_true (warned (f, MP_WARNING_EXR_SSI));
}

/* no supplement in provisional months, no step toward another end, and only one set of them */
static void
ssi_64_provisional (Fixture *f, gconstpointer data)
{
  end_for_work (f);
  supplement (f, 10000);
  request (f, mp_month (2026, 8), mp_month (2026, 12), TRUE); /* the order of the entries does not matter */
  request (f, mp_month (2026, 4), mp_month (2026, 6), FALSE);
  run (f);
  assert_pays (f, mp_month (2025, 3), 0);
  assert_month (f, mp_month (2026, 5), MP_SSI_EXR_PROVISIONAL, mp_month (2026, 5), 99400);
  assert_status (f, mp_month (2026, 6), MP_SSI_EXR_PROVISIONAL);
  assert_status (f, mp_month (2026, 7), MP_SSI_TERMINATED);
  /* approved: months from the one after the request are payable, with the supplement */
  assert_status (f, mp_month (2026, 8), MP_SSI_TERMINATED);
  assert_month (f, mp_month (2026, 9), MP_SSI_PAYABLE, mp_month (2026, 9), 109400);
  assert_month (f, mp_month (2027, 1), MP_SSI_PAYABLE, mp_month (2026, 11), 109400);
  /* pending at the end: six months and no more */
  f->scenario->n_expedited_reinstatement = 1;
  f->scenario->expedited_reinstatement[0].decided = NONE;
  run (f);
  assert_status (f, mp_month (2027, 2), MP_SSI_EXR_PROVISIONAL);
  assert_status (f, mp_month (2027, 3), MP_SSI_TERMINATED);
}

/* reinstated from May 2026; suspended for a year again, it ends again; a second request needs 24 paid months */
static void
ssi_64_again (Fixture *f, gconstpointer data)
{
  end_for_work (f);
  request (f, mp_month (2026, 4), mp_month (2026, 6), TRUE);
  add_wages (f, mp_month (2026, 9), mp_month (2027, 12), 400000);
  request (f, mp_month (2028, 2), mp_month (2028, 4), TRUE);
  run (f);
  assert_status (f, mp_month (2026, 8), MP_SSI_PAYABLE);
  assert_status (f, mp_month (2027, 8), MP_SSI_SUSPENDED);
  assert_status (f, mp_month (2027, 9), MP_SSI_TERMINATED);
  assert_status (f, mp_month (2028, 5), MP_SSI_TERMINATED);
  g_assert_true (warned (f, MP_WARNING_EXR_SSI));
  /* twenty-four months, May 2026 to April 2028, and it counts */
  f->scenario->work[1].when = (MpPeriod) { mp_month (2028, 5), mp_month (2029, 6) };
  f->scenario->expedited_reinstatement[1] = (MpReinstatement) { MP_PROGRAM_SSI, mp_month (2029, 7), mp_month (2029, 8), TRUE, TRUE, NONE };
  run (f);
  assert_status (f, mp_month (2029, 5), MP_SSI_TERMINATED);
  assert_status (f, mp_month (2029, 8), MP_SSI_EXR_PROVISIONAL);
  f->scenario->work[1].when.from = mp_month (2028, 4);
  run (f);
  assert_status (f, mp_month (2029, 8), MP_SSI_TERMINATED);
}

/* SSI-65: the run counts from `since`, whatever the facts before it come to */
static void
ssi_65 (Fixture *f, gconstpointer data)
{
  f->kase->ssi.history.present = TRUE;
  f->kase->ssi.history.since = mp_month (2025, 2);
  f->kase->ssi.history.through = mp_month (2025, 2);
  f->kase->ssi.history.status = MP_SSI_PAYABLE;
  f->kase->projection.start = mp_month (2024, 1);
  add_unearned (f, mp_month (2023, 1), mp_month (2025, 1), 150000, MP_UNEARNED_OTHER);
  run (f);
  assert_status (f, mp_month (2024, 1), MP_SSI_TERMINATED);
  assert_month (f, mp_month (2025, 2), MP_SSI_PAYABLE, mp_month (2025, 2), 96700);
  assert_month (f, mp_month (2025, 3), MP_SSI_PAYABLE, mp_month (2025, 2), 96700);
  assert_month (f, APRIL, MP_SSI_PAYABLE, mp_month (2025, 2), 96700);
  assert_month (f, MAY, MP_SSI_PAYABLE, mp_month (2025, 3), 96700);
  /* register 21: a recorded payment or 1619(b) month is the earlier payment that 1619(b) asks for */
  f->kase->ssi.history.since = f->kase->ssi.eligible_from = mp_month (2025, 2);
  f->kase->ssi.history.status = MP_SSI_1619B;
  add_wages (f, mp_month (2025, 2), OPEN, 300000);
  run (f);
  assert_status (f, mp_month (2025, 3), MP_SSI_1619B);
  f->kase->ssi.history.status = MP_SSI_UNPAID;
  run (f);
  assert_status (f, mp_month (2025, 3), MP_SSI_SUSPENDED);
}

/* SSI-65: a record that does not say since when. SSI begins in January 2023; SSDI's record before it is of no SSI month. */
static void
ssi_65_no_since (Fixture *f, gconstpointer data)
{
  f->kase->ssi.history.present = TRUE;
  f->kase->ssi.history.through = mp_month (2025, 2);
  f->kase->ssi.history.status = MP_SSI_PAYABLE;
  f->kase->projection.start = mp_month (2022, 1);
  f->kase->projection.months = 60;
  run (f);
  assert_status (f, mp_month (2022, 12), MP_SSI_NOT_ELIGIBLE);
  assert_month (f, mp_month (2023, 1), MP_SSI_PAYABLE, mp_month (2023, 1), 91400);
  assert_month (f, mp_month (2025, 3), MP_SSI_PAYABLE, mp_month (2025, 1), 96700);
  /* suspended in the last recorded month at least: eleven more, and the record ends */
  f->kase->ssi.history.status = MP_SSI_SUSPENDED;
  add_unearned (f, mp_month (2025, 2), OPEN, 150000, MP_UNEARNED_OTHER);
  run (f);
  assert_status (f, mp_month (2025, 1), MP_SSI_PAYABLE);
  assert_status (f, mp_month (2025, 2), MP_SSI_SUSPENDED);
  assert_status (f, mp_month (2026, 1), MP_SSI_SUSPENDED);
  assert_status (f, mp_month (2026, 2), MP_SSI_TERMINATED);
  f->kase->ssi.history.status = MP_SSI_TERMINATED;
  run (f);
  assert_status (f, mp_month (2025, 1), MP_SSI_PAYABLE);
  assert_status (f, mp_month (2025, 2), MP_SSI_TERMINATED);
  assert_status (f, mp_month (2026, 12), MP_SSI_TERMINATED);
}

/* SSI-70, 71: countable income of 1,000, by wages or a pension */
static void
ssi_70 (Fixture *f, gconstpointer data)
{
  supplement (f, 10000);
  add_wages (f, mp_month (2024, 6), OPEN, 208500);
  f->scenario->work[0].when.from = mp_month (2025, 1);
  run (f);
  assert_month (f, MAY, MP_SSI_PAYABLE, mp_month (2025, 3), 6700);
  g_assert_cmpint (at (f, MAY)->federal, ==, 0);
  g_assert_cmpint (at (f, MAY)->state, ==, 6700);
  g_assert_true (at (f, MAY)->medicaid);
  f->scenario->n_work = 0;
  add_unearned (f, mp_month (2025, 1), OPEN, 52000, MP_UNEARNED_OTHER);
  run (f);
  g_assert_cmpint (at (f, MAY)->federal, ==, 46700);
  g_assert_cmpint (at (f, MAY)->state, ==, 10000);
}

/* POMS SI 01415.058: California pays 747.44 to a couple with one blind member in 2025, whichever of the two it is */
static void
supplement_of_one_blind (Fixture *f, gconstpointer data)
{
  f->kase->ssi.supplement = MP_SUPPLEMENT_TABLE;
  g_strlcpy (f->kase->beneficiary.state, "CA", sizeof f->kase->beneficiary.state);
  add_spouse (f, TRUE, 0);
  f->kase->beneficiary.blind = TRUE;
  f->kase->ssi.spouse.birth_date = (MpDate) { mp_month (1950, 5), 14 };
  run (f);
  g_assert_cmpint (at (f, mp_month (2025, 6))->state, ==, 37372);
  f->kase->beneficiary.blind = FALSE;
  f->kase->ssi.spouse.blind = TRUE;
  run (f);
  g_assert_cmpint (at (f, mp_month (2025, 6))->state, ==, 37372);
}

/* register 7: May leaves only part of the supplement; the run goes on */
static void
supplement_only (Fixture *f, gconstpointer data)
{
  supplement (f, 10000);
  add_unearned (f, MAY, MAY, 102000, MP_UNEARNED_OTHER);
  run (f);
  assert_month (f, MAY, MP_SSI_PAYABLE, mp_month (2025, 3), 106700);
  assert_month (f, JUNE, MP_SSI_PAYABLE, APRIL, 106700);
  assert_month (f, JULY, MP_SSI_PAYABLE, MAY, 6700);
  assert_month (f, AUGUST, MP_SSI_PAYABLE, JUNE, 106700);
}

/* register 17: 100 for the couple, or for each */
static void
supplement_of_couple (Fixture *f, gconstpointer data)
{
  supplement (f, 10000);
  add_spouse (f, TRUE, 0);
  run (f);
  assert_pays (f, MAY, 77500);
  g_assert_cmpint (at (f, MAY)->spouse_payment, ==, 77500);
  reading (f, MP_READING_SSI_17, 1);
  assert_pays (f, MAY, 82500);
}

static void
ssi_72 (Fixture *f, gconstpointer data)
{
  add_wages (f, mp_month (2024, 6), OPEN, 100001); /* 457.505; 967 - 457.505 = 509.495 */
  run (f);
  assert_pays (f, MAY, 50950);
  g_assert_cmpint (at (f, MAY)->countable, ==, 45750);
  add_spouse (f, TRUE, 0); /* (1,450 - 457.505) / 2 = 496.2475 */
  run (f);
  assert_pays (f, MAY, 49625);
}

static void
ssi_73 (Fixture *f, gconstpointer data)
{
  add_unearned (f, mp_month (2025, 1), OPEN, 98650, MP_UNEARNED_OTHER); /* 967 - 966.50 */
  run (f);
  assert_pays (f, MAY, 100);
  supplement (f, 1000);
  run (f);
  g_assert_cmpint (at (f, MAY)->federal, ==, 50);
  assert_pays (f, MAY, 1050);
}

/* The amount of the event; it is checked that there nothing is paid, and that two dollars less leave a dollar. */
static MpMoney
break_even (Fixture *f)
{
  MpMonth june = f->kase->projection.start + 5;
  MpMoney amount, pay = f->scenario->work[0].monthly;

  run (f);
  amount = event_of (f, MP_EVENT_SSI_BREAK_EVEN)->amount;
  f->scenario->work[0].monthly = amount;
  run (f);
  assert_pays (f, june, 0);
  f->scenario->work[0].monthly = amount - mp_dollars (2);
  run (f);
  g_assert_cmpint (at (f, june)->payment + at (f, june)->spouse_payment, ==, mp_dollars (1));
  f->scenario->work[0].monthly = pay;
  return amount;
}

static void
ssi_74 (Fixture *f, gconstpointer data)
{
  add_wages (f, mp_month (2025, 1), OPEN, 50000);
  g_assert_cmpint (break_even (f), ==, 201900);
  supplement (f, 10000);
  g_assert_cmpint (break_even (f), ==, 221900);
  f->kase->ssi.supplement = MP_SUPPLEMENT_NONE;
  incentive (f, MP_INCENTIVE_IRWE, 10000, MP_PASS_EITHER);
  g_assert_cmpint (break_even (f), ==, 211900);
  f->scenario->work_incentives[0].kind = MP_INCENTIVE_PASS;
  g_assert_cmpint (break_even (f), ==, 221900);
  f->scenario->work_incentives[0].kind = MP_INCENTIVE_BWE;
  f->kase->beneficiary.blind = TRUE;
  g_assert_cmpint (break_even (f), ==, 221900);
  f->scenario->n_work_incentives = 0;
  add_unearned (f, mp_month (2023, 1), OPEN, 12000, MP_UNEARNED_OTHER);
  g_assert_cmpint (break_even (f), ==, 179900); /* 2 x (967 - 100) + 65 */
  f->kase->projection.start = mp_month (2026, 1);
  f->scenario->work[0].when.from = mp_month (2026, 1);
  f->kase->ssi.n_unearned = 0;
  g_assert_cmpint (break_even (f), ==, 207300);
  /* a couple whose other member earns 485: 2 x 1,491 + 85 - 485 */
  add_spouse (f, TRUE, 48500);
  run (f);
  g_assert_cmpint (event_of (f, MP_EVENT_SSI_BREAK_EVEN)->amount, ==, 258200);
  /* deemed 1,085: the lesser of 994 alone and 1,491 less half of both leaves nothing at 1,982 */
  f->kase->ssi.spouse.eligible = FALSE;
  f->kase->ssi.spouse.earned[0].monthly = 108500;
  run (f);
  g_assert_cmpint (event_of (f, MP_EVENT_SSI_BREAK_EVEN)->amount, ==, 198200);
}

/* Nothing changes where unearned income alone leaves nothing: no first effect, no break-even point. */
static void
no_effect (Fixture *f, gconstpointer data)
{
  add_unearned (f, mp_month (2024, 12), mp_month (2025, 6), 150000, MP_UNEARNED_OTHER);
  add_wages (f, mp_month (2025, 1), OPEN, 50000);
  run (f);
  g_assert_cmpint (event_of (f, MP_EVENT_SSI_FIRST_EFFECT)->month, ==, mp_month (2025, 7));
  g_assert_cmpint (event_of (f, MP_EVENT_SSI_BREAK_EVEN)->month, ==, mp_month (2025, 7));
}

/* Every event, with its month, its amount and a sentence without a hole. */
static void
events (Fixture *f, gconstpointer data)
{
  static const struct { MpEventCode code; gint year, month; MpMoney amount; const char *text; } expected[] = {
    { MP_EVENT_SSI_FIRST_EFFECT, 2025, 4, 50950, "Earnings change the SSI payment for the first time: $509.50 this month." },
    { MP_EVENT_SSI_BREAK_EVEN, 2025, 4, 201900, "With the other facts of this month, SSI pays nothing at gross pay of $2,019.00 a month." },
    { MP_EVENT_THRESHOLD_1619B, 2025, 5, 4500000, "Section 1619(b) allows gross earnings up to $45,000.00 in twelve months; $44,000.00 is expected." },
    { MP_EVENT_S1619B_START, 2025, 5, MP_MONEY_NONE, "Earnings end the SSI payment; Medicaid continues under section 1619(b)." },
    { MP_EVENT_S1619B_END, 2025, 6, MP_MONEY_NONE, "Income is low enough for SSI again: the special status under section 1619(b) ends, and Medicaid goes on with SSI." },
    { MP_EVENT_SSI_RESUMES, 2025, 6, 50950, "SSI is paid again: $509.50 this month." },
    { MP_EVENT_SSI_SUSPENSION, 2025, 8, MP_MONEY_NONE, "SSI is suspended. After twelve months in a row the record ends." },
    { MP_EVENT_SSI_TERMINATION, 2026, 8, MP_MONEY_NONE, "The SSI record ends after twelve suspended months." },
    { MP_EVENT_EXR_REQUEST, 2026, 9, MP_MONEY_NONE, "Expedited reinstatement of SSI is requested in September 2026." },
    { MP_EVENT_EXR_PROVISIONAL_END, 2026, 12, MP_MONEY_NONE, "This is the last month of provisional SSI payments." },
  };

  f->kase->ssi.medicaid.present = TRUE;
  f->kase->ssi.medicaid.individual_threshold = 4500000;
  add_wages (f, mp_month (2025, 2), APRIL, 100000);
  add_wages (f, MAY, MAY, 240000);
  add_wages (f, JUNE, JULY, 100000);
  add_wages (f, AUGUST, mp_month (2026, 8), 440000); /* from May: 2,400 + 2,000 + 9 x 4,400 = 44,000 */
  request (f, mp_month (2026, 9), mp_month (2026, 12), TRUE);
  run (f);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MpEvent *event = event_of (f, expected[i].code);
      g_autofree char *text = NULL;

      g_test_message ("%s", mp_event_name (expected[i].code));
      g_assert_nonnull (event);
      text = mp_message_format (&event->message, FALSE);
      g_assert_cmpint (event->month, ==, mp_month (expected[i].year, expected[i].month));
      g_assert_cmpint (event->amount, ==, expected[i].amount);
      g_assert_cmpstr (text, ==, expected[i].text);
    }
}

/* register 19: two jobs are one kind of income; register 22: self-employment counts as entered, and is another kind */
static void
kinds_of_earnings (Fixture *f, gconstpointer data)
{
  MpWork *second;

  f->kase->ssi.eligible_from = APRIL;
  add_wages (f, APRIL, APRIL, 40000);
  second = add_wages (f, MAY, MAY, 30000);
  run (f);
  assert_month (f, JUNE, MP_SSI_PAYABLE, APRIL, 80950); /* (400 - 85) / 2 = 157.50 */
  second->kind = MP_WORK_SELF_EMPLOYMENT;
  run (f);
  assert_month (f, JUNE, MP_SSI_PAYABLE, APRIL, 96700);
  assert_month (f, JULY, MP_SSI_PAYABLE, MAY, 85950); /* (300 - 85) / 2 = 107.50 */
}

/* SSI-M1: 65 in May 2025 */
static void
ssi_m1 (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1960, 5), 14 };
  add_wages (f, mp_month (2024, 6), OPEN, 100000);
  incentive (f, MP_INCENTIVE_IRWE, 10000, MP_PASS_EITHER);
  run (f);
  /* SSI was paid for April: the expense goes on coming off: (1,000 - 85 - 100) / 2 */
  g_assert_cmpint (at (f, AUGUST)->countable, ==, 40750);
  g_assert_false (warned (f, MP_WARNING_INCENTIVES_65));
  /* no SSI before 65 */
  f->kase->ssi.eligible_from = MAY;
  run (f);
  g_assert_cmpint (at (f, AUGUST)->countable, ==, 45750);
  g_assert_true (warned (f, MP_WARNING_INCENTIVES_65));
  f->kase->ssi.eligible_from = APRIL;
  run (f);
  g_assert_cmpint (at (f, AUGUST)->countable, ==, 40750);
  /* born on the first: 65 in April, and March is the month that asks */
  f->kase->beneficiary.birth_date.day = 1;
  run (f);
  g_assert_cmpint (at (f, AUGUST)->countable, ==, 45750);
  /* a blind person's expenses and a plan alike; the 65 and the half stay */
  f->kase->beneficiary.blind = TRUE;
  f->scenario->work_incentives[0].kind = MP_INCENTIVE_BWE;
  run (f);
  g_assert_cmpint (at (f, AUGUST)->countable, ==, 45750);
  f->scenario->work_incentives[0].kind = MP_INCENTIVE_PASS;
  run (f);
  g_assert_cmpint (at (f, AUGUST)->countable, ==, 45750);
  /* a suspended month before is no month with SSI */
  f->kase->beneficiary.birth_date.day = 14;
  f->kase->ssi.eligible_from = mp_month (2023, 1);
  add_unearned (f, APRIL, APRIL, 110000, MP_UNEARNED_OTHER);
  run (f);
  g_assert_cmpint (at (f, AUGUST)->countable, ==, 45750);
}

/* SSI-M2 */
static void
ssi_m2 (Fixture *f, gconstpointer data)
{
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1960, 5), 14 };
  add_wages (f, JULY, OPEN, 300000);
  run (f);
  assert_status (f, JULY, MP_SSI_1619B);
  assert_status (f, mp_month (2027, 12), MP_SSI_1619B);
}

/* Another program's figures are not asked for: SSI since 1986, no benefit in the sparse old years, no ticket yet. */
static void
old_years (Fixture *f, gconstpointer data)
{
  f->kase->ssi.eligible_from = mp_month (1986, 1);
  f->kase->projection.start = mp_month (2001, 1);
  add_wages (f, mp_month (1988, 1), mp_month (1995, 12), 400000);
  run (f);
  assert_pays (f, mp_month (2001, 3), 53100);
}

/* As published for 2001 to 2026: the rates of one person and a couple, the student exclusion of a month and a year. */
#define FIRST_YEAR 2001
static const gint rates[] = {
  531, 545, 552, 564, 579, 603, 623, 637, 674, 674, 674, 698, 710,
  721, 733, 733, 735, 750, 771, 783, 794, 841, 914, 943, 967, 994,
};
static const gint couple_rates[] = {
  796, 817, 829, 846, 869, 904, 934, 956, 1011, 1011, 1011, 1048, 1066,
  1082, 1100, 1100, 1103, 1125, 1157, 1175, 1191, 1261, 1371, 1415, 1450, 1491,
};
static const gint student_monthly[] = {
  1290, 1320, 1340, 1370, 1410, 1460, 1510, 1550, 1640, 1640, 1640, 1700, 1730,
  1750, 1780, 1780, 1790, 1820, 1870, 1900, 1930, 2040, 2220, 2290, 2350, 2410,
};
static const gint student_yearly[] = {
  5200, 5340, 5410, 5520, 5670, 5910, 6100, 6240, 6600, 6600, 6600, 6840, 6960,
  7060, 7180, 7180, 7200, 7350, 7550, 7670, 7770, 8230, 8950, 9230, 9460, 9730,
};

/* Countable income one cent below, at and above the rate of each year. */
static void
boundary_rate (Fixture *f, gconstpointer data)
{
  f->kase->ssi.eligible_from = mp_month (2001, 1);
  f->kase->projection.start = mp_month (2001, 1);
  f->kase->projection.months = 26 * 12;
  for (gint couple = 0; couple <= 1; couple++)
    {
      const gint *amounts = couple ? couple_rates : rates;

      f->kase->ssi.n_unearned = 0;
      for (gint year = FIRST_YEAR; year <= 2026; year++)
        for (gint i = -1; i <= 1; i++)
          {
            MpMonth month = mp_month (year, 6 + 3 * i);
            add_unearned (f, month, month, mp_dollars (amounts[year - FIRST_YEAR] + 20) + i, MP_UNEARNED_OTHER);
          }
      if (couple)
        {
          add_spouse (f, TRUE, 0);
          f->kase->ssi.spouse.when.from = mp_month (2001, 1);
        }
      run (f);
      for (gint year = FIRST_YEAR; year <= 2026; year++)
        {
          assert_status (f, mp_month (year, 3), MP_SSI_PAYABLE);
          assert_status (f, mp_month (year, 6), MP_SSI_PAYABLE);
          assert_status (f, mp_month (year, 9), MP_SSI_SUSPENDED);
          /* two months later: a cent is left, which is paid as a dollar; nothing is left */
          assert_month (f, mp_month (year, 5), MP_SSI_PAYABLE, mp_month (year, 3), 100);
          assert_month (f, mp_month (year, 8), MP_SSI_UNPAID, mp_month (year, 6), 0);
        }
    }
}

/* The month's and the year's limit of each year: pay of the month's limit and 85.02 leaves two cents, of which one counts. */
static void
boundary_student (Fixture *f, gconstpointer data)
{
  student (f, (MpDate) { 0, 10 });
  for (gint year = FIRST_YEAR; year <= 2026; year++)
    {
      gint monthly = student_monthly[year - FIRST_YEAR], left = student_yearly[year - FIRST_YEAR] - 4 * monthly;

      f->kase->beneficiary.birth_date.month = mp_month (year - 18, 3);
      f->kase->beneficiary.student[0] = (MpPeriod) { mp_month (year, 1), mp_month (year, 12) };
      f->kase->ssi.eligible_from = f->kase->projection.start = mp_month (year, 1);
      f->kase->projection.months = 12;
      f->scenario->n_work = 0;
      add_wages (f, mp_month (year, 1), mp_month (year, 1), mp_dollars (monthly + 85));
      add_wages (f, mp_month (year, 2), mp_month (year, 2), mp_dollars (monthly + 85) + 2);
      add_wages (f, mp_month (year, 3), mp_month (year, 4), mp_dollars (monthly));
      add_wages (f, mp_month (year, 5), mp_month (year, 5), mp_dollars (left + 85) + 2);
      run (f);
      g_assert_cmpint (at (f, mp_month (year, 3))->countable_earned, ==, 0);
      g_assert_cmpint (at (f, mp_month (year, 4))->countable_earned, ==, 1);
      g_assert_cmpint (at (f, mp_month (year, 7))->countable_earned, ==, 1);
      g_assert_true (has_event (f, mp_month (year, 5), MP_EVENT_SEIE_EXHAUSTED));
    }
}

/* 1619(b): twelve months of exactly the charted amount, and a cent more. */
static void
boundary_threshold (Fixture *f, gconstpointer data)
{
  static const struct { const char *state; gint year, threshold; gboolean blind; } rows[] = {
    { "MD", 2025, 57296, FALSE }, { "WI", 2026, 51711, FALSE }, { "CA", 2026, 66078, FALSE }, { "CA", 2026, 68103, TRUE },
    { "TX", 2026, 53165, FALSE }, { "NY", 2025, 64017, FALSE }, { "MN", 2025, 79483, FALSE }, { "AK", 2019, 57068, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MpMonth january = mp_month (rows[i].year, 1);
      MpMoney monthly = mp_dollars (rows[i].threshold) / 12;
      MpWork *work;
      MpWorkMonthFact *fact;

      f->scenario->n_work = 0;
      g_strlcpy (f->kase->beneficiary.state, rows[i].state, sizeof f->kase->beneficiary.state);
      f->kase->beneficiary.blind = rows[i].blind;
      f->kase->ssi.eligible_from = january - 6;
      f->kase->projection.start = january;
      work = add_wages (f, january, OPEN, monthly);
      fact = mp_arena_append (f->kase->arena, work->months, work->n_months);
      *fact = (MpWorkMonthFact) { january + 11, mp_dollars (rows[i].threshold) - 11 * monthly, MP_MONEY_NONE, MP_HOURS_NONE };
      run (f);
      assert_status (f, january, MP_SSI_1619B);
      g_assert_cmpint (event_of (f, MP_EVENT_THRESHOLD_1619B)->amount, ==, mp_dollars (rows[i].threshold));
      fact->earned++;
      run (f);
      assert_status (f, january, MP_SSI_SUSPENDED);
    }
}

/* What other calculators get wrong. */
static void
errors_irwe_after_the_half (Fixture *f, gconstpointer data)
{
  add_wages (f, mp_month (2024, 6), OPEN, 100000);
  incentive (f, MP_INCENTIVE_IRWE, 12000, MP_PASS_EITHER);
  run (f);
  g_assert_cmpint (at (f, MAY)->countable, ==, 39750); /* not 457.50 - 120 = 337.50 */
}

static void
errors_exclusions_twice (Fixture *f, gconstpointer data)
{
  add_spouse (f, TRUE, 50000);
  add_wages (f, mp_month (2024, 6), OPEN, 50000);
  run (f);
  g_assert_cmpint (at (f, MAY)->countable, ==, 45750); /* (1,000 - 85) / 2, not 2 x 207.50 = 415 */
}

static void
errors_allocation (Fixture *f, gconstpointer data)
{
  add_spouse (f, FALSE, 170000);
  child (f, (MpDate) { mp_month (2018, 6), 1 }, 48300);
  run (f);
  assert_pays (f, MAY, 64250); /* the child has 483 of its own: no allocation, not 884 */
}

static void
errors_student_spread (Fixture *f, gconstpointer data)
{
  student (f, (MpDate) { mp_month (2006, 3), 10 });
  add_wages (f, mp_month (2025, 1), OPEN, 235000);
  run (f);
  g_assert_cmpint (at (f, mp_month (2025, 1))->countable, ==, 0); /* 2,350 at once, not 9,460 / 12 = 788.33 */
  g_assert_cmpint (at (f, APRIL)->countable, ==, 0);
  g_assert_true (has_event (f, MAY, MP_EVENT_SEIE_EXHAUSTED)); /* 4 x 2,350 = 9,400, 60 are left */
  g_assert_true (has_event (f, mp_month (2026, 5), MP_EVENT_SEIE_EXHAUSTED)); /* 4 x 2,350 of 9,730, 330 are left */
}

static void
errors_one_years_rate (Fixture *f, gconstpointer data)
{
  run (f);
  assert_pays (f, mp_month (2025, 12), 96700);
  assert_pays (f, mp_month (2026, 1), 99400);
}

static void
errors_this_months_income (Fixture *f, gconstpointer data)
{
  add_wages (f, MAY, MAY, 100000);
  run (f);
  assert_pays (f, MAY, 96700);
  assert_pays (f, JUNE, 96700);
  assert_pays (f, JULY, 50950);
  assert_pays (f, AUGUST, 96700);
}

/* the SSDI stops after March: the last payment, of March, is income of April */
static void
errors_ssdi_when_due (Fixture *f, gconstpointer data)
{
  ssdi (f, mp_month (2025, 1), 50000);
  f->kase->ssdi.amounts[0].when.to = mp_month (2025, 3);
  run (f);
  g_assert_cmpint (at (f, JUNE)->countable, ==, 48000);
  g_assert_cmpint (at (f, JULY)->countable, ==, 0);
  g_assert_cmpint (at (f, mp_month (2025, 3))->countable, ==, 0); /* of January, before the first payment came */
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "SSI-02/first-month", ssi_02 }, { "SSI-03+ssi-18/resources", ssi_03 },
    { "SSI-04+SSI-11+SSI-60+SSI-63/one-month-too-much", ssi_04 }, { "SSI-06/equal-with-supplement", ssi_06 },
    { "SSI-07/above-sga", ssi_07 }, { "SSI-13/runs", ssi_13 }, { "SSI-14+ssi-4+ssi-24/nothing-due", ssi_14 },
    { "ssi-2/unpaid-never-ends", unpaid_never_ends }, { "SSI-16/cola", ssi_16 }, { "SSI-16+ssi-20/new-in-january", ssi_16_new },
    { "SSI-17/month-received", ssi_17 }, { "SSI-18/rounding", ssi_18 }, { "SSI-18+ssi-16/premium", ssi_18_premium },
    { "SSI-19/paid", ssi_19 }, { "SSI-21/needs-based", ssi_21 }, { "SSI-21+ssi-6/tanf", tanf_month },
    { "SSI-23/before-eligibility", ssi_23 }, { "SSI-22+ssi-11+ssi-23/turns-22", turns_22 }, { "SSI-27/pass", ssi_27 },
    { "SSI-28/infrequent", ssi_28 }, { "SSI-31/moving-in", ssi_31 }, { "SSI-32/presumed-maximum", ssi_32 },
    { "SSI-33/januarys-rate", ssi_33 }, { "SSI-30+ssi-1+ssi-15/third-of-2007", third_2007 }, { "SSI-34/income", ssi_34 },
    { "SSI-40+ssi-13/work-expenses", ssi_40 }, { "SSI-40+ssi-26/couple-begins", couple_begins },
    { "SSI-15/couple", couple_nonrecurring }, { "SSI-25+SSI-44+ssi-14/lesser", ssi_44 }, { "SSI-43/difference", ssi_43 },
    { "SSI-41/left-out", ssi_41 }, { "SSI-42/children", ssi_42 }, { "SSI-42+ssi-12/turns-18", child_18 },
    { "SSI-45+ssi-5/november-in-january", ssi_45 }, { "SSI-46/begins", ssi_46_begins }, { "SSI-50+SSI-55/conditions", ssi_50 },
    { "SSI-51/no-limit", ssi_51 }, { "SSI-52+ssi-3/first-month-back", first_month_back }, { "SSI-54/twelve-months", ssi_54 }, { "SSI-54+ssi-8/readings", threshold_readings },
    { "SSI-53/individual", individual_threshold }, { "SSI-53+ssi-9/carried", threshold_carried }, { "SSI-62/count", ssi_62 },
    { "SSI-64/window", ssi_64_window }, { "SSI-64/provisional", ssi_64_provisional }, { "SSI-64/again", ssi_64_again },
    { "SSI-65+ssi-21/since", ssi_65 }, { "SSI-65/no-since", ssi_65_no_since }, { "SSI-70+SSI-71/supplement", ssi_70 }, { "SSI-70+ssi-7/supplement-only", supplement_only },
    { "SSI-70+ssi-17/couple", supplement_of_couple }, { "SSI-70/one-blind", supplement_of_one_blind }, { "SSI-72/half-cent", ssi_72 }, { "SSI-73/supplement", ssi_73 },
    { "SSI-74/break-even", ssi_74 }, { "SSI-74/no-effect", no_effect }, { "events", events }, { "SSI-15+ssi-19+ssi-22/kinds-of-earnings", kinds_of_earnings },
    { "SSI-01/boundary-of-each-year", boundary_rate }, { "SSI-22/boundary-of-each-year", boundary_student },
    { "SSI-53/boundary", boundary_threshold },
    { "SSI-M1/work-expenses-at-65", ssi_m1 }, { "SSI-M2/1619-at-65", ssi_m2 }, { "figures/old-years", old_years },
    { "errors/irwe-after-the-half", errors_irwe_after_the_half }, { "errors/ended-by-sga", ssi_07 },
    { "errors/exclusions-twice-for-a-couple", errors_exclusions_twice },
    { "errors/allocation-without-the-childs-income", errors_allocation },
    { "errors/student-exclusion-spread-over-the-year", errors_student_spread },
    { "errors/one-years-rate-for-all", errors_one_years_rate }, { "errors/this-months-income", errors_this_months_income },
    { "errors/ssdi-in-the-month-it-is-due", errors_ssdi_when_due },
  };

  g_test_init (&argc, &argv, NULL);
  add_tests ("/ssi/", Fixture, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
