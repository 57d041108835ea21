/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-words.h"
#include "sample.h"

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

/* $2,011.50 less $1,014.00 */
static void
test_lead (void)
{
  g_autoptr (MpProjection) p = sample_projection (36, TRUE), without = sample_projection (36, FALSE);

  assert_text (mp_words_lead (p, without), "SSDI stops in June 2027. Working still adds ≈\302\240$997.50 a month.");
  for (guint i = 0; i < 36; i++)
    p->rows[i].estimated = without->rows[i].estimated = 0;
  assert_text (mp_words_lead (p, without), "SSDI stops in June 2027. Working still adds $997.50 a month.");
  assert_text (mp_words_lead (p, NULL), "SSDI stops in June 2027. Cash in hand is then $2,011.50 a month.");
  g_assert_cmpint (mp_words_lead_month (p), ==, mp_month (2027, 6));
  g_assert_cmpint (mp_words_lead_month (without), ==, MP_MONTH_NONE);
  assert_text (mp_words_lead (without, without), "No work in this plan. Cash in hand is $1,014.00 a month.");
  assert_text (mp_words_sub (p),
               "SSI starts again the same month. Medicaid and Medicare stay on every month of this plan. Before taxes.");
}

static void
test_month (void)
{
  g_autoptr (MpProjection) p = sample_projection (36, TRUE);

  for (guint i = 0; i < 36; i++)
    p->rows[i].estimated = 0;
  assert_text (mp_words_month (p, 17),
               "June 2027. Cash in hand 2,011 dollars 50, down 578 dollars 50 from May. Pay 1,950. SSDI: no check, pay is over the limit. "
               "SSI 61 dollars 50. Medicaid and Medicare continue. The EN gets about 555, Phase 2 milestone 4.");
  assert_text (mp_words_month (p, 18), "July 2027. Same as June 2027. The EN gets about 555, Phase 2 milestone 5.");
  assert_text (mp_words_lane (p, 6, 1), "SSDI 640, trial work month 2.");
}

static void
test_cells (void)
{
  g_autoptr (MpProjection) p = sample_projection (36, TRUE);

  assert_text (mp_words_cell (p, 0, MP_COLUMN_NET), "$1,014.00");
  assert_text (mp_words_cell (p, 17, MP_COLUMN_NET), "≈\302\240$2,011.50");
  assert_text (mp_words_cell (p, 17, MP_COLUMN_PAY), "$1,950.00");
  assert_text (mp_words_cell (p, 17, MP_COLUMN_SSDI_STATUS), "No check now");
  assert_text (mp_words_cell (p, 17, MP_COLUMN_TICKET), "Phase 2 milestones");
  assert_text (mp_words_cell (p, 35, MP_COLUMN_MONTH), "Dec 2028");
  assert_text (mp_words_period (mp_month (2026, 6), mp_month (2027, 2)), "June 2026 to February 2027");
  assert_text (mp_words_months ((MpMonth[]) { mp_month (2026, 6), mp_month (2026, 8) }, 2), "Jun 2026, Aug 2026");
  assert_text (mp_words_signed (6000, FALSE), "+$60.00");
  assert_text (mp_words_signed (-6000, TRUE), "≈\302\240−$60.00");
  assert_text (mp_words_signed (0, FALSE), "$0.00");
  assert_text (mp_words_hours (2000), "20");
  assert_text (mp_words_hours (750), "7.5");
  assert_text (mp_words_hours (705), "7.05");
  assert_text (mp_words_hours (MP_MONEY_NONE), "–");
  assert_text (mp_words_capital ("a worker"), "A worker");
  assert_text (mp_words_capital ("élan"), "Élan");
  assert_text (mp_words_capital (""), "");
  g_assert_true (mp_words_is_change (p, 17));
  g_assert_false (mp_words_is_change (p, 18));
  g_assert_true (mp_words_same (p, 5, 11));
  g_assert_false (mp_words_same (p, 11, 12)); /* the figures of 2027 are carried forward */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/words/lead", test_lead);
  g_test_add_func ("/chart/words/month", test_month);
  g_test_add_func ("/chart/words/cells", test_cells);
  return g_test_run ();
}
