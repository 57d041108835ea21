/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Figures of a year that is not in the tables, entered by hand. All amounts of 2027 are made up. */

#include "mp-overlay.h"

#include <string.h>

#define HEADER "series,state,effective_from,value,citation\n"

static MpOverlay *
parse (const char *text, GPtrArray *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return mp_overlay_parse ("mine.csv", bytes, problems);
}

static MpParameters *
figures_with (const char *text, GPtrArray *problems)
{
  MpOverlay *overlay = parse (text, problems);

  return overlay != NULL ? mp_parameters_new_with (overlay, problems, NULL) : NULL;
}

static void
assert_figure (const MpParameters *figures, MpSeries series, MpMonth month, gint64 value, gboolean carried, const char *verified)
{
  MpFigure figure;

  g_assert_true (mp_parameters_get (figures, series, month, &figure));
  g_assert_cmpint (figure.value, ==, value);
  g_assert_cmpint (figure.carried, ==, carried);
  g_assert_cmpstr (figure.verified, ==, verified);
}

static void
test_new_year (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpParameters) figures = figures_with (HEADER
    "sga,,2027-01-01,1740.00,Notice A\nsga_blind,,2027-01-01,2910,\"Notice A, page 2\"\ncola,,2026-12-01,3.1,Notice B\n", problems);
  MpFigure figure;

  g_assert_nonnull (figures);
  assert_figure (figures, MP_SERIES_SGA, mp_month (2026, 12), 169000, FALSE, "secondary");
  assert_figure (figures, MP_SERIES_SGA, mp_month (2027, 1), 174000, FALSE, "by hand");
  assert_figure (figures, MP_SERIES_SGA, mp_month (2028, 1), 174000, TRUE, "by hand");
  assert_figure (figures, MP_SERIES_SGA_BLIND, mp_month (2027, 12), 291000, FALSE, "by hand");
  assert_figure (figures, MP_SERIES_COLA, mp_month (2026, 12), 310, FALSE, "by hand");
  assert_figure (figures, MP_SERIES_TWP, mp_month (2027, 1), 121000, TRUE, "computed");
  g_assert_true (mp_parameters_get (figures, MP_SERIES_SGA_BLIND, mp_month (2027, 1), &figure));
  g_assert_cmpstr (figure.citation, ==, "Notice A, page 2");
  g_assert_cmpstr (mp_parameters_edition (figures), ==, MP_PARAMETERS_VERSION "+user");
  g_assert_cmpstr (mp_parameters_by_hand (figures, mp_month (2027, 1)), ==, "cola 2026-12, sga 2027-01, sga_blind 2027-01");
  g_assert_null (mp_parameters_by_hand (figures, mp_month (2026, 11)));
}

/* The last SGA amount is that of 2026: a figure entered for a published year takes its place, and only there. */
static void
test_replaced (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpParameters) figures = figures_with (HEADER "sga,,2025-01-01,1600.00,Correction\n", problems);

  g_assert_nonnull (figures);
  assert_figure (figures, MP_SERIES_SGA, mp_month (2024, 12), 155000, FALSE, "printed");
  assert_figure (figures, MP_SERIES_SGA, mp_month (2025, 6), 160000, FALSE, "by hand");
  assert_figure (figures, MP_SERIES_SGA, mp_month (2026, 1), 169000, FALSE, "secondary");
}

static void
test_threshold (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpParameters) figures = figures_with (HEADER
    "threshold_1619b,WI,2027-01-01,53000,Notice C\nthreshold_1619b,CA blind,2027-01-01,70000.50,Notice C\n", problems);
  g_autoptr (MpParameters) published = mp_parameters_new (NULL);
  MpFigure figure, before;

  g_assert_nonnull (figures);
  g_assert_true (mp_parameters_threshold (figures, "WI", FALSE, 2027, &figure));
  g_assert_cmpint (figure.value, ==, 5300000);
  g_assert_false (figure.carried);
  g_assert_true (mp_parameters_threshold (figures, "WI", FALSE, 2028, &figure));
  g_assert_true (figure.carried);
  g_assert_true (mp_parameters_threshold (figures, "WI", FALSE, 2026, &figure));
  g_assert_true (mp_parameters_threshold (published, "WI", FALSE, 2026, &before));
  g_assert_cmpint (figure.value, ==, before.value);
  g_assert_true (mp_parameters_threshold (figures, "CA", TRUE, 2027, &figure));
  g_assert_cmpint (figure.value, ==, 7000050);
  g_assert_true (mp_parameters_threshold (figures, "CA", FALSE, 2027, &figure));
  g_assert_cmpstr (figure.verified, !=, "by hand");
}

/* Wisconsin has no row for blind people of its own, American Samoa none at all: a threshold by hand says nothing of
 * average Medicaid costs there. */
static void
test_threshold_alone (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpParameters) figures = figures_with (HEADER
    "threshold_1619b,WI blind,2026-01-01,30000,Notice C\nthreshold_1619b,AS,2026-01-01,25000,Notice C\n", problems);
  MpFigure figure;

  g_assert_nonnull (figures);
  g_assert_true (mp_parameters_threshold (figures, "WI", TRUE, 2026, &figure));
  g_assert_cmpint (figure.value, ==, 3000000);
  g_assert_false (mp_parameters_medicaid (figures, "WI", TRUE, 2026, &figure));
  g_assert_true (mp_parameters_medicaid (figures, "WI", TRUE, 2025, &figure));
  g_assert_true (mp_parameters_medicaid (figures, "WI", FALSE, 2026, &figure));
  g_assert_true (mp_parameters_threshold (figures, "AS", FALSE, 2026, &figure));
  g_assert_false (mp_parameters_medicaid (figures, "AS", FALSE, 2026, &figure));
}

static const MpParameterRow *
find_row (const MpParameters *figures, const char *series, const char *key, MpMonth month)
{
  guint n;
  const MpParameterRow *rows = mp_parameters_rows (figures, &n), *found = NULL;

  for (guint i = 0; i < n; i++)
    if (strcmp (rows[i].series, series) == 0 && strcmp (rows[i].key, key) == 0 && rows[i].from_month <= month && month <= rows[i].to_month)
      {
        g_assert_null (found);
        found = &rows[i];
      }
  g_assert_nonnull (found);
  return found;
}

static void
test_rows (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpParameters) figures = figures_with (HEADER
    "sga,,2027-01-01,1740.00,Notice A\nsga_blind,,2027-01-01,2910,Notice A\nsga,,2025-01-01,1600.00,Correction\n", problems);

  g_assert_nonnull (figures);
  g_assert_cmpstr (find_row (figures, "sga.non_blind", "", mp_month (2024, 3))->value, ==, "1550.00");
  g_assert_cmpstr (find_row (figures, "sga.non_blind", "", mp_month (2025, 3))->value, ==, "1600.00");
  g_assert_cmpstr (find_row (figures, "sga.non_blind", "", mp_month (2026, 3))->value, ==, "1690.00");
  g_assert_cmpstr (find_row (figures, "sga.non_blind", "", mp_month (2027, 3))->value, ==, "1740.00");
  g_assert_cmpstr (find_row (figures, "sga.non_blind", "", mp_month (2027, 3))->verified, ==, "by hand");
}

static void
test_refused (void)
{
  static const struct { const char *text, *message; } bad[] = {
    { HEADER "sgaa,,2027-01-01,1,A\n", "line 2: there is no series \"sgaa\"; \"milepost-cli parameters import --help\" lists them" },
    { HEADER "sga,WI,2027-01-01,1,A\n", "line 2: only threshold_1619b has a state, so leave \"WI\" out" },
    { HEADER "threshold_1619b,wi,2027-01-01,1,A\n", "line 2: a threshold needs a state, two capital letters such as WI, or \"CA blind\"; got \"wi\"" },
    { HEADER "twp,,2027-1-1,1,A\n", "line 2: a date is YYYY-MM-DD, got \"2027-1-1\"" },
    { HEADER "twp,,2027-01-15,1,A\n", "line 2: a figure applies from the first of a month, got \"2027-01-15\"" },
    { HEADER "twp,,2027-02-01,1,A\n", "line 2: twp applies from January, so write YYYY-01-01" },
    { HEADER "cola,,2027-01-01,1,A\n", "line 2: a COLA applies from December, so write YYYY-12-01" },
    { HEADER "twp,,1949-01-01,1,A\n", "line 2: the month lies outside 1950-01 to 2150-12" },
    { HEADER "twp,,2027-01-01,1.234,A\n", "line 2: a figure is a number of at most two decimals, such as 1750.00 or 2.8, got \"1.234\"" },
    { HEADER "twp,,2027-01-01,-1,A\n", "line 2: a figure is a number of at most two decimals, such as 1750.00 or 2.8, got \"-1\"" },
    { HEADER "cola,,2026-12-01,100.01,A\n", "line 2: a COLA is a percentage from 0 to 100, got \"100.01\"" },
    { HEADER "twp,,2027-01-01,1, \n", "line 2: say where the figure is published: the citation is empty" },
    { HEADER "twp,,2027-01-01,1,A\ntwp,,2027-01-01,2,A\n", "line 3: twp of 2027-01 stands in line 2 already" },
    { HEADER "twp,,2028-01-01,1,A\n", "line 2: twp of 2028 needs the figure of 2027 first" },
    { HEADER "sga,,2027-01-01,1,A\n", "line 2: sga of 2027 needs sga_blind of the same year too" },
    { HEADER "twp,,2027-01-01,1\n", "line 2: 5 columns are expected, got 4" },
    { "series,value\ntwp,1\n", "line 1: the column \"effective_from\" is missing; the columns are series, state, effective_from, value and citation" },
    { "", "line 1: the table is empty or is not UTF-8 text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GPtrArray) problems = mp_problems_new ();
      g_autoptr (MpParameters) figures = figures_with (bad[i].text, problems);

      g_assert_null (figures);
      g_assert_cmpuint (problems->len, >=, 1);
      g_assert_cmpstr (((MpProblem *) g_ptr_array_index (problems, 0))->message, ==, bad[i].message);
    }
}

/* What a spreadsheet makes of the file: a byte order mark, its own dates, amounts with signs. */
static void
test_spreadsheet (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpParameters) figures = figures_with ("\357\273\277" HEADER
    "sga,,1/1/2027,\"$1,750.00\",A\r\nsga_blind,,01/01/2027,\"2,930\",A\r\ncola,,12/1/2026,2.6%,B\r\n", problems);

  g_assert_cmpuint (problems->len, ==, 0);
  assert_figure (figures, MP_SERIES_SGA, mp_month (2027, 1), 175000, FALSE, "by hand");
  assert_figure (figures, MP_SERIES_SGA_BLIND, mp_month (2027, 1), 293000, FALSE, "by hand");
  assert_figure (figures, MP_SERIES_COLA, mp_month (2026, 12), 260, FALSE, "by hand");
}

/* A digit too many or too few is said; what Social Security did publish, trial work of 2001 apart, is not. */
static void
test_strange (void)
{
  static const struct { const char *line; gint64 before; gboolean strange; } rows[] = {
    { "twp,,2027-01-01,1250,A\n", 121000, FALSE }, { "twp,,2027-01-01,12500,A\n", 121000, TRUE },
    { "twp,,2027-01-01,125,A\n", 121000, TRUE }, { "cola,,2026-12-01,2.6,A\n", 280, FALSE }, { "cola,,2026-12-01,0,A\n", 280, FALSE },
    { "cola,,2026-12-01,26,A\n", 280, TRUE }, { "threshold_1619b,WI,2027-01-01,53000,A\n", 5171100, FALSE },
    { "threshold_1619b,WI,2027-01-01,5300,A\n", 5171100, TRUE }, { "twp,,2001-01-01,530,A\n", 20000, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) problems = mp_problems_new ();
      g_autofree char *text = g_strconcat (HEADER, rows[i].line, NULL);
      g_autoptr (MpParameters) figures = figures_with (text, problems);
      g_autoptr (MpOverlay) typed = parse (text, problems);
      gint64 before;
      guint n;

      g_assert_nonnull (figures);
      g_assert_cmpint (mp_overlay_row_is_strange (mp_overlay_rows (typed, &n), figures, &before), ==, rows[i].strange);
      g_assert_cmpint (before, ==, rows[i].before);
    }
}

/* What is used past its year is marked; a raise holds to the next December, and what changes by law alone for ever. */
static void
test_carried (void)
{
  g_autoptr (MpParameters) figures = mp_parameters_new (NULL);

  g_assert_false (mp_parameter_row_is_carried (find_row (figures, "sga.non_blind", "", mp_month (2026, 12)), mp_month (2026, 12)));
  g_assert_true (mp_parameter_row_is_carried (find_row (figures, "sga.non_blind", "", mp_month (2027, 1)), mp_month (2027, 1)));
  g_assert_false (mp_parameter_row_is_carried (find_row (figures, "cola.percent", "", mp_month (2026, 11)), mp_month (2026, 11)));
  g_assert_true (mp_parameter_row_is_carried (find_row (figures, "cola.percent", "", mp_month (2026, 12)), mp_month (2026, 12)));
  g_assert_true (mp_parameter_row_is_carried (find_row (figures, "thresholds_1619b.threshold", "WI disabled", mp_month (2027, 1)), mp_month (2027, 1)));
  g_assert_true (mp_parameter_row_is_carried (find_row (figures, "pcb.p1_milestone", "", mp_month (2026, 1)), mp_month (2026, 1)));
  g_assert_false (mp_parameter_row_is_carried (find_row (figures, "twp.self_employment_hours", "", mp_month (2040, 1)), mp_month (2040, 1)));
}

/* All that is wrong at once, as with a case file. */
static void
test_all_problems (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpParameters) figures = figures_with (HEADER "sgaa,,2027-01-01,1,A\ntwp,,2027-02-01,1,A\ntwp,,2027-01-01,x,A\n", problems);

  g_assert_null (figures);
  g_assert_cmpuint (problems->len, ==, 3);
}

static void
test_merge (void)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpOverlay) old = parse (HEADER "twp,,2027-01-01,1250,A\npart_b,,2027-01-01,210.10,B\n", problems);
  g_autoptr (MpOverlay) newer = parse (HEADER "twp,,2027-01-01,1260,\"Says \"\"final\"\", at last\"\n", problems);
  g_autoptr (MpOverlay) merged = mp_overlay_merge (old, newer), back = NULL;
  g_autofree char *text = mp_overlay_write (merged), *again = NULL;

  g_assert_cmpstr (text, ==, HEADER "part_b,,2027-01-01,210.10,\"B\"\ntwp,,2027-01-01,1260.00,\"Says \"\"final\"\", at last\"\n");
  back = parse (text, problems);
  g_assert_nonnull (back);
  again = mp_overlay_write (back);
  g_assert_cmpstr (again, ==, text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overlay/new-year", test_new_year);
  g_test_add_func ("/overlay/replaced", test_replaced);
  g_test_add_func ("/overlay/threshold", test_threshold);
  g_test_add_func ("/overlay/threshold-alone", test_threshold_alone);
  g_test_add_func ("/overlay/rows", test_rows);
  g_test_add_func ("/overlay/refused", test_refused);
  g_test_add_func ("/overlay/all-problems", test_all_problems);
  g_test_add_func ("/overlay/spreadsheet", test_spreadsheet);
  g_test_add_func ("/overlay/strange", test_strange);
  g_test_add_func ("/overlay/carried", test_carried);
  g_test_add_func ("/overlay/merge", test_merge);
  return g_test_run ();
}
