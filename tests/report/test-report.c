/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-report.h"

#include <glib/gstdio.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "mp-casefile.h"
#include "mp-i18n.h"
#include "mp-language.h"
#include "mp-words.h"

#define CREATED "2026-01-14T12:00:00Z"

static MpParameters *
figures (void)
{
  g_autoptr (GError) error = NULL;
  MpParameters *parameters = mp_parameters_new (&error);

  g_assert_no_error (error);
  return parameters;
}

static MpCase *
sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data", "samples", name, NULL);
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  MpCase *kase = mp_case_load (path, problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (kase);
  return kase;
}

static GBytes *
render (const MpCase *kase, const MpParameters *parameters)
{
  const MpReportOptions options = { .prepared_by = "Lakeside Benefits Counseling", .prepared_on = "January 14, 2026", .created = CREATED };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = mp_report_render (kase, 0, parameters, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

/* What a tool of poppler says about a report; NULL when it is not there. */
static char *
tool (const MpCase *kase, const MpParameters *parameters, const char *program, const char *option)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *folder = NULL, *path = NULL, *out = NULL, *err = NULL;
  g_autoptr (GError) error = NULL;
  const MpReportOptions options = { .created = CREATED };
  gboolean to_output = g_str_equal (program, "pdftotext");
  const char *argv[] = { program, option, NULL, to_output ? "-" : NULL, NULL };

  if (found == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }
  folder = g_dir_make_tmp ("milepost-report-XXXXXX", NULL);
  path = g_build_filename (folder, "report.pdf", NULL);
  g_assert_true (mp_report_write (kase, 0, parameters, &options, path, &error));
  g_assert_no_error (error);
  argv[2] = path;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, NULL, &error));
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return g_steal_pointer (&out);
}

static void
assert_says (const char *text, MpMoney amount)
{
  g_autofree char *shown = mp_money_to_display (amount);

  if (strstr (text, shown) == NULL)
    g_error ("the report does not say %s", shown);
}

static void
test_amounts (gconstpointer name)
{
  g_autoptr (MpParameters) parameters = figures ();
  g_autoptr (MpCase) kase = sample (name);
  g_autoptr (MpProjection) p = mp_projection_new ();
  g_autofree char *text = tool (kase, parameters, "pdftotext", "-layout");

  if (text == NULL)
    return;
  g_assert_true (mp_project (p, kase, 0, parameters, MP_PROJECT_DEFAULT, NULL));
  g_assert_nonnull (strstr (text, "Only Social Security decides."));
  assert_says (text, p->totals.earnings);
  assert_says (text, p->totals.ssdi);
  assert_says (text, p->totals.ssi_federal);
  assert_says (text, p->totals.ssi_state);
  assert_says (text, p->totals.en);
  assert_says (text, p->totals.share);
  assert_says (text, p->totals.net);
  for (guint i = 0; i < p->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (p, i);
      assert_says (text, row->cash.net);
      assert_says (text, row->work.earned);
      for (guint k = 0; k < row->ticket.n_payments; k++)
        if (mp_projection_payments (p, row)[k].amount != MP_MONEY_NONE)
          assert_says (text, mp_projection_payments (p, row)[k].amount);
    }
}

/* TTW-118: what to see to when State VR closes, in the plan of somebody whose case it closes and of nobody else. */
static void
test_closure (void)
{
  g_autoptr (MpParameters) parameters = figures ();
  g_autoptr (MpCase) kim = sample ("kim-partnership-plus.milepost"), alex = sample ("alex-both-benefits.milepost");
  g_autofree char *closed = tool (kim, parameters, "pdftotext", "-layout");
  g_autofree char *open = tool (alex, parameters, "pdftotext", "-layout");

  if (closed == NULL || open == NULL)
    return;
  g_assert_nonnull (strstr (closed, "When State VR closes your case"));
  g_assert_nonnull (strstr (closed, "Follow along."));
  g_assert_null (strstr (open, "When State VR closes your case"));
}

static void
test_tags (void)
{
  g_autoptr (MpParameters) parameters = figures ();
  g_autoptr (MpCase) kase = sample ("alex-both-benefits.milepost");
  g_autofree char *text = tool (kase, parameters, "pdfinfo", "-struct-text");

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "H1"));
  g_assert_nonnull (strstr (text, "Benefits Summary and Analysis"));
  g_assert_nonnull (strstr (text, "Table"));
  g_assert_nonnull (strstr (text, "Figure"));
  g_assert_null (strstr (text, "NonStruct"));
}

/* How many figures and table headers there are below an element, each with what a screen reader needs. */
static void
count_elements (qpdf_data q, qpdf_oh element, guint *n_figures, guint *n_headers)
{
  qpdf_oh kids = qpdf_oh_get_key (q, element, "/K");
  qpdf_oh kind = qpdf_oh_get_key (q, element, "/S");
  const char *name = qpdf_oh_is_name (q, kind) ? qpdf_oh_get_name (q, kind) : "";

  if (g_str_equal (name, "/Figure"))
    {
      g_assert_true (qpdf_oh_has_key (q, element, "/Alt"));
      (*n_figures)++;
    }
  if (g_str_equal (name, "/TH"))
    {
      g_assert_true (qpdf_oh_has_key (q, element, "/A"));
      (*n_headers)++;
    }
  g_assert_cmpstr (name, !=, "/NonStruct");
  if (qpdf_oh_is_dictionary (q, kids))
    count_elements (q, kids, n_figures, n_headers);
  for (int i = 0; qpdf_oh_is_array (q, kids) && i < qpdf_oh_get_array_n_items (q, kids); i++)
    if (qpdf_oh_is_dictionary (q, qpdf_oh_get_array_item (q, kids, i)))
      count_elements (q, qpdf_oh_get_array_item (q, kids, i), n_figures, n_headers);
}

static void
test_file (void)
{
  g_autoptr (MpParameters) parameters = figures ();
  g_autoptr (MpCase) kase = sample ("alex-both-benefits.milepost");
  g_autoptr (GBytes) pdf = render (kase, parameters);
  g_autoptr (GBytes) again = render (kase, parameters);
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  qpdf_data q = qpdf_init ();
  const char *language;
  guint n_figures = 0, n_headers = 0;

  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_cmpint (qpdf_read_memory (q, "report", data, length, NULL), ==, QPDF_SUCCESS);
  g_assert_cmpint (qpdf_check_pdf (q), ==, QPDF_SUCCESS);
  language = qpdf_oh_get_utf8_value (q, qpdf_oh_get_key (q, qpdf_get_root (q), "/Lang"));
  g_assert_cmpstr (language, ==, "en-US");
  count_elements (q, qpdf_oh_get_key (q, qpdf_get_root (q), "/StructTreeRoot"), &n_figures, &n_headers);
  g_assert_cmpuint (n_figures, ==, 6); /* in short, month by month, ladder, plans, curve, the other plan */
  g_assert_cmpuint (n_headers, >, 36);
  qpdf_cleanup (&q);
}

static void
test_unwritable (void)
{
  g_autoptr (MpParameters) parameters = figures ();
  g_autoptr (MpCase) kase = sample ("dana-ssdi.milepost");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("milepost-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "none", "report.pdf", NULL);

  g_assert_false (mp_report_write (kase, 0, parameters, NULL, path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_null (mp_report_render (kase, kase->n_scenarios, parameters, NULL, &error));
  g_assert_error (error, MP_REPORT_ERROR, MP_REPORT_ERROR_NO_SCENARIO);
  g_rmdir (folder);
}

/* A month is named with its year only where the year is another, in any language. */
static void
test_month_before (void)
{
  static const struct { const char *language, *same_year, *other_year; } spoken[] = {
    { "en", " from May.", " from December 2026." },
    { "es", " desde mayo.", " desde diciembre de 2026." },
  };
  g_autoptr (MpParameters) parameters = figures ();
  g_autoptr (MpCase) kase = sample ("alex-both-benefits.milepost");
  g_autoptr (MpProjection) p = mp_projection_new ();
  const MpCatalogue *before = mp_i18n_used ();

  kase->scenarios[0].work[1].when.to = mp_month (2026, 12);
  kase->scenarios[0].work[2].when.from = mp_month (2027, 1);
  g_assert_true (mp_project (p, kase, 0, parameters, MP_PROJECT_DEFAULT, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    {
      g_autofree char *june = NULL, *january = NULL;

      mp_i18n_use (mp_language_find (spoken[i].language));
      june = mp_words_month (p, (guint) (mp_month (2027, 6) - p->start));
      january = mp_words_month (p, (guint) (mp_month (2027, 1) - p->start));
      mp_i18n_use (before);
      g_test_message ("%s %s", june, january);
      g_assert_nonnull (strstr (june, spoken[i].same_year));
      g_assert_nonnull (strstr (january, spoken[i].other_year));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/report/amounts/both", "alex-both-benefits.milepost", test_amounts);
  g_test_add_data_func ("/report/amounts/ssdi", "dana-ssdi.milepost", test_amounts);
  g_test_add_data_func ("/report/amounts/ssi", "jo-ssi-student.milepost", test_amounts);
  g_test_add_func ("/report/closure", test_closure);
  g_test_add_func ("/report/tags", test_tags);
  g_test_add_func ("/report/file", test_file);
  g_test_add_func ("/report/unwritable", test_unwritable);
  g_test_add_func ("/report/month-before", test_month_before);
  return g_test_run ();
}
