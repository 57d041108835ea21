/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words of plans beside each other. */

#include "mp-words-compare.h"
#include "sample.h"

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_cells (void)
{
  MpPlanSummary s = {
    .cash = 7436150, .difference = 2476000, .more_from = mp_month (2026, 6), .drop = 57850, .drop_month = mp_month (2027, 6),
    .ssdi_stops = mp_month (2027, 6), .no_cash = mp_month (2028, 1), .no_cash_months = 12,
    .medicaid_ends = MP_MONTH_NONE, .medicare_ends = MP_MONTH_NONE, .en = 2016500, .share = 66600,
  };

  assert_text (mp_words_compare_column (MP_COMPARE_CASH, 36, 0), "Cash, 36 months");
  assert_text (mp_words_compare_column (MP_COMPARE_DIFFERENCE, 36, 1), "Compared with plan 2");
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_CASH, FALSE), "$74,361.50");
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_DIFFERENCE, FALSE), "+$24,760.00");
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_DIFFERENCE, TRUE), "");
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_MORE_FROM, FALSE), "Jun 2026");
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_DROP, FALSE), "−$578.50, Jun 2027");
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_NO_CASH, FALSE), "Jan 2028, 12 months");
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_MEDICARE, FALSE), "no");
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_EN, FALSE), "$20,165.00");
  /* only a provider's rate is carried: what it pays is about, the rest is exact; a share makes cash about too */
  s.estimated = MP_ESTIMATED_TICKET_RATE;
  s.en_estimated = TRUE;
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_EN, FALSE), "≈\302\240$20,165.00");
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_CASH, FALSE), "≈\302\240$74,361.50");
  s.share = 0;
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_CASH, FALSE), "$74,361.50");
  s.difference = -100;
  s.every_month = TRUE;
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_DIFFERENCE, FALSE), "−$1.00");
  assert_text (mp_words_compare_cell (&s, MP_COMPARE_MORE_FROM, FALSE), "every month");
}

static void
test_sentences (void)
{
  g_autoptr (MpProjection) work = sample_projection (36, TRUE), rest = sample_projection (36, FALSE);
  const MpProjection *plans[] = { rest, work };
  const char *const names[] = { "No work", "35 hours", "20 hours", "10 hours" };
  MpPlanSummary s[4];

  for (guint i = 0; i < 36; i++)
    work->rows[i].estimated = rest->rows[i].estimated = 0;
  assert_text (mp_words_compare_month (plans, 2, 17), "June 2027: 1 $1,014.00, 2 $2,011.50");
  for (guint i = 0; i < 4; i++)
    s[i] = (MpPlanSummary) { .more_from = MP_MONTH_NONE };
  assert_text (mp_words_compare_lead (names, s, 1, 0), "Add a plan to compare.");
  assert_text (mp_words_compare_lead (names, s, 2, 0), "“35 hours” and “No work” bring the same cash in all.");
  s[1].difference = 100000;
  s[1].more_from = mp_month (2026, 6);
  assert_text (mp_words_compare_lead (names, s, 2, 0), "“35 hours” brings $1,000.00 more cash than “No work” in all, from June 2026 on.");
  assert_text (mp_words_compare_lead (names, s, 3, 0), "Beside “No work”: 1 with more cash, 0 with less.");
  s[2].difference = 100;
  s[3].difference = -100;
  assert_text (mp_words_compare_lead (names, s, 3, 0), "All 2 other plans bring more cash than “No work”.");
  assert_text (mp_words_compare_lead (names, s, 4, 0), "Beside “No work”: 2 with more cash, 1 with less.");
}

gint
main (gint argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare-words/cells", test_cells);
  g_test_add_func ("/compare-words/sentences", test_sentences);
  return g_test_run ();
}
