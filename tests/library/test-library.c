/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "milepost.h"

#include <string.h>

/* SSI alone, 2026: 994.00; with pay of 1,085.00 SSI counts (1,085 - 85) / 2 = 500.00 (20 CFR 416.1112). */
static const char ssi_case[] =
  "{\"format\": \"milepost-case\", \"version\": 1, \"title\": \"Pay from May\","
  " \"beneficiary\": {\"birth_date\": \"1990-01-01\", \"state\": \"WI\"},"
  " \"ssi\": {\"eligible_from\": \"2022-01\"},"
  " \"projection\": {\"start\": \"2026-04\", \"months\": 6},"
  " \"scenarios\": [{\"name\": \"Work\", \"work\": [{\"from\": \"2026-05\", \"monthly\": \"1085.00\"}]}]}";

static void
test_case (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MilepostCase) kase = milepost_case_new_from_data (ssi_case, -1, &error);
  g_autoptr (MilepostCase) again = NULL;
  g_autofree char *data = NULL, *data_again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (milepost_case_get_title (kase), ==, "Pay from May");
  g_assert_cmpuint (milepost_case_get_n_scenarios (kase), ==, 1);
  g_assert_cmpstr (milepost_case_get_scenario_name (kase, 0), ==, "Work");
  g_assert_null (milepost_case_get_scenario_name (kase, 1));
  data = milepost_case_to_data (kase);
  again = milepost_case_new_from_data (data, -1, &error);
  g_assert_no_error (error);
  data_again = milepost_case_to_data (again);
  g_assert_cmpstr (data, ==, data_again);
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/none.milepost");
  g_autoptr (MilepostCase) kase = milepost_case_new_from_data ("{\"format\": \"milepost-case\"}", -1, &error);

  g_assert_null (kase);
  g_assert_error (error, MILEPOST_ERROR, MILEPOST_ERROR_CASE);
  g_assert_nonnull (strstr (error->message, "/version: "));
  g_assert_nonnull (strstr (error->message, "\n/beneficiary: "));
  g_clear_error (&error);
  kase = milepost_case_new_from_file (file, &error);
  g_assert_null (kase);
  g_assert_error (error, MILEPOST_ERROR, MILEPOST_ERROR_SYSTEM);
}

static void
test_projection (void)
{
  static const gint64 ssi[] = { 99400, 99400, 99400, 49400, 49400, 49400 }; /* two months later: SSI-12 */
  g_autoptr (GError) error = NULL;
  g_autoptr (MilepostCase) kase = milepost_case_new_from_data (ssi_case, -1, NULL);
  g_autoptr (MilepostProjection) projection = milepost_case_project (kase, 0, MILEPOST_FLAGS_NONE, &error);
  g_autofree char *first = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (milepost_projection_get_n_months (projection), ==, 6);
  first = milepost_projection_get_month (projection, 0);
  g_assert_cmpstr (first, ==, "2026-04");
  g_assert_null (milepost_projection_get_month (projection, 6));
  for (guint i = 0; i < G_N_ELEMENTS (ssi); i++)
    {
      g_assert_cmpint (milepost_projection_get_amount (projection, i, MILEPOST_AMOUNT_SSI), ==, ssi[i]);
      g_assert_cmpint (milepost_projection_get_amount (projection, i, MILEPOST_AMOUNT_SSDI), ==, 0);
      g_assert_cmpint (milepost_projection_get_amount (projection, i, MILEPOST_AMOUNT_NET), ==, ssi[i] + (i > 0 ? 108500 : 0));
      g_assert_cmpstr (milepost_projection_get_ssi_status (projection, i), ==, "payable");
      g_assert_cmpstr (milepost_projection_get_ssdi_status (projection, i), ==, "not_entitled");
      g_assert_false (milepost_projection_is_estimated (projection, i));
    }
  g_assert_cmpint (milepost_projection_get_amount (projection, 6, MILEPOST_AMOUNT_SSI), ==, MILEPOST_NO_AMOUNT);
  g_assert_cmpint (milepost_projection_get_total (projection, MILEPOST_AMOUNT_SSI), ==, 3 * 99400 + 3 * 49400);
  g_assert_cmpint (milepost_projection_get_total (projection, MILEPOST_AMOUNT_EARNINGS), ==, 5 * 108500);
}

static void
test_flags (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MilepostCase) kase = milepost_case_new_from_data (ssi_case, -1, NULL);
  g_autoptr (MilepostProjection) summary = milepost_case_project (kase, 0, MILEPOST_FLAGS_SUMMARY, NULL);
  g_autoptr (MilepostProjection) explained = milepost_case_project (kase, 0, MILEPOST_FLAGS_EXPLAIN, NULL);
  g_autoptr (MilepostProjection) without = milepost_case_project (kase, 0, MILEPOST_FLAGS_WITHOUT_WORK, NULL);
  g_autoptr (MilepostProjection) none = milepost_case_project (kase, 1, MILEPOST_FLAGS_NONE, &error);
  g_autofree char *short_text = milepost_projection_to_json (summary), *long_text = milepost_projection_to_json (explained);
  g_autofree char *table = milepost_projection_to_csv (without);

  g_assert_null (none);
  g_assert_error (error, MILEPOST_ERROR, MILEPOST_ERROR_SCENARIO);
  g_assert_null (strstr (short_text, "\"months\""));
  g_assert_nonnull (strstr (long_text, "\"trace\""));
  g_assert_true (g_str_has_prefix (table, "scenario,month,estimated,work_earned,"));
  g_assert_cmpint (milepost_projection_get_total (without, MILEPOST_AMOUNT_NET), ==, 6 * 99400);
}

gint
main (gint argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/case", test_case);
  g_test_add_func ("/library/refused", test_refused);
  g_test_add_func ("/library/projection", test_projection);
  g_test_add_func ("/library/flags", test_flags);
  return g_test_run ();
}
