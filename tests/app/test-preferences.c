/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every preference does something: each test sets a key and looks at what it changes. */

#include "mp-chart-view.h"
#include "mp-curve-view.h"
#include "mp-desk.h"
#include "mp-figures-window.h"
#include "mp-guide.h"
#include "mp-month-panel.h"
#include "mp-new-figures.h"
#include "mp-overlay.h"
#include "mp-picture.h"
#include "mp-projection-page.h"
#include "mp-question-view.h"
#include "mp-report-page.h"
#include "mp-settings.h"
#include "mp-window.h"
#include "mp-words.h"
#include "sample.h"

#include <glib/gstdio.h>
#include <string.h>

static MpApplication *application;
static MpParameters *figures;

static void
reset (const char *key)
{
  g_settings_reset (mp_settings_get (), key);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_span (void)
{
  g_autoptr (MpCaseModel) model = sample_model (ALEX);
  g_autoptr (MpCaseView) all = mp_case_view_new (model), short_span = NULL;

  g_assert_cmpuint (mp_case_view_get_span (all), ==, 0);
  g_settings_set_uint (mp_settings_get (), "span", 24);
  short_span = mp_case_view_new (model);
  g_assert_cmpuint (mp_case_view_get_span (short_span), ==, 24);
  reset ("span");
}

static void
test_patterns (void)
{
  g_autoptr (MpCaseModel) model = sample_model (ALEX);
  g_autoptr (MpCaseView) view = mp_case_view_new (model);
  GtkWidget *window = gtk_window_new (), *page = g_object_new (MP_TYPE_PROJECTION_PAGE, "model", model, "view", view, NULL), *button;
  MpChartStyle style;

  gtk_window_set_child (GTK_WINDOW (window), page);
  button = find_named (page, "Patterns as well as colors");
  g_assert_nonnull (button);
  mp_picture_style (page, &style);
  g_assert_false (style.patterns);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_settings_set_string (mp_settings_get (), "patterns", "on");
  mp_picture_style (page, &style);
  g_assert_true (style.patterns);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  reset ("patterns");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the picture has without the EN's payments goes to the cash. */
static void
test_show_en (void)
{
  g_autoptr (MpCaseModel) model = sample_model (ALEX);
  MpChartModel plan = { .projection = mp_case_model_get_projection (model, 0), .n_months = 36 };
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  MpChartLayout with, without;
  MpChartStyle style;

  mp_picture_style (widget, &style);
  mp_chart_layout_compute (&with, &plan, &style, 1000, 700);
  g_assert_cmpfloat (with.lane[MP_LANE_EN].height, >, 60);
  g_settings_set_boolean (mp_settings_get (), "show-en", FALSE);
  mp_picture_style (widget, &style);
  mp_chart_layout_compute (&without, &plan, &style, 1000, 700);
  g_assert_cmpfloat (without.lane[MP_LANE_EN].height, ==, 0);
  g_assert_cmpfloat (without.lane[MP_LANE_CASH].height, >=, with.lane[MP_LANE_CASH].height + with.lane[MP_LANE_EN].height);
  g_assert_cmpfloat (without.lane[MP_LANE_CASH].x, ==, with.lane[MP_LANE_CASH].x);
  reset ("show-en");
  g_object_unref (widget);
}

static void
test_expert_words (void)
{
  g_assert_cmpstr (mp_words_ssdi_status (MP_SSDI_TRIAL_WORK), ==, "Trial work");
  g_settings_set_boolean (mp_settings_get (), "expert-words", TRUE);
  g_assert_cmpstr (mp_words_ssdi_status (MP_SSDI_TRIAL_WORK), ==, "Trial work (TWP)");
  g_assert_cmpstr (mp_words_ssi_status (MP_SSI_1619B), ==, "No check, Medicaid while working (1619(b))");
  g_assert_cmpstr (mp_words_stage (MP_STAGE_OUTCOME), ==, "Outcome months (OUT)");
  g_assert_cmpstr (mp_words_ssdi_status (MP_SSDI_ENTITLED), ==, "Full check"); /* has no code */
  reset ("expert-words");
  g_assert_cmpstr (mp_words_ssdi_status (MP_SSDI_TRIAL_WORK), ==, "Trial work");
}

static void
test_color_scheme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_settings_set_string (mp_settings_get (), "color-scheme", "dark");
  g_assert_true (adw_style_manager_get_dark (manager));
  g_settings_set_string (mp_settings_get (), "color-scheme", "light");
  g_assert_false (adw_style_manager_get_dark (manager));
  reset ("color-scheme");
}

static void
test_hide_names (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data/samples/alex-both-benefits.milepost", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *window = mp_window_new (ADW_APPLICATION (application), NULL, figures);

  mp_window_open_file (MP_WINDOW (window), file);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Alex – Milepost");
  g_settings_set_boolean (mp_settings_get (), "hide-names", TRUE);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Milepost");
  reset ("hide-names");
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
report_text (MpReportPage *page)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "report.pdf", NULL);
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text;

  mp_report_page_write_pdf (page, path, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_report (void)
{
  g_autofree char *tool = g_find_program_in_path ("pdftotext"), *before = NULL, *after = NULL;
  g_autoptr (MpCaseModel) model = sample_model (ALEX);
  g_autoptr (MpCaseView) view = mp_case_view_new (model);
  GtkWidget *window = gtk_window_new (), *page;

  if (tool == NULL)
    {
      g_test_skip ("pdftotext is missing");
      return;
    }
  page = g_object_new (MP_TYPE_REPORT_PAGE, "model", model, "view", view, NULL);
  gtk_window_set_child (GTK_WINDOW (window), page);
  before = report_text (MP_REPORT_PAGE (page));
  g_assert_null (strstr (before, "Help at Work"));
  g_settings_set_string (mp_settings_get (), "agency", "Help at Work");
  g_settings_set_string (mp_settings_get (), "counselor", "Pat Lee");
  g_settings_set_string (mp_settings_get (), "phone", "608 555 0100");
  g_settings_set_string (mp_settings_get (), "report-language", "es");
  after = report_text (MP_REPORT_PAGE (page));
  g_assert_nonnull (strstr (after, "Help at Work"));
  g_assert_nonnull (strstr (after, "Pat Lee"));
  g_assert_nonnull (strstr (after, "608 555 0100"));
  g_assert_nonnull (strstr (after, "Seguro Social"));
  g_assert_null (strstr (before, "Seguro Social"));
  reset ("agency");
  reset ("counselor");
  reset ("phone");
  reset ("report-language");
  gtk_window_destroy (GTK_WINDOW (window));
}

static GBytes *
csv_of (const char *rows)
{
  g_autofree char *text = g_strconcat ("series,state,effective_from,value,citation\n", rows, NULL);

  return g_bytes_new (text, strlen (text));
}

/* Figures of a new year are kept all or none, and count at once in what is open. */
static void
test_figures (void)
{
  g_autofree char *path = mp_overlay_default_path (), *refused = NULL, *taken = NULL, *kept = NULL, *empty = NULL, *strange = NULL;
  g_autoptr (GBytes) alone = csv_of ("sga,,2027-01-01,1740.00,made up\n");
  g_autoptr (GBytes) both = csv_of ("sga,,2027-01-01,1740.00,made up\nsga_blind,,2027-01-01,2910.00,made up\n");
  g_autoptr (GBytes) none = csv_of (""), slip = csv_of ("twp,,2027-01-01,12500,made up\n");
  GtkWidget *window = mp_window_new (ADW_APPLICATION (application), NULL, figures);

  g_assert_false (mp_new_figures_import ("typed", alone, &refused));
  g_assert_nonnull (strstr (refused, "sga_blind"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (mp_window_get_parameters (MP_WINDOW (window)) == figures);
  g_assert_true (mp_new_figures_import ("typed", both, &taken));
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_nonnull (strstr (kept, "sga_blind,,2027-01-01,2910.00"));
  g_assert_cmpstr (mp_parameters_edition (mp_window_get_parameters (MP_WINDOW (window))), ==, MP_PARAMETERS_VERSION "+user");
  g_assert_false (mp_new_figures_import ("typed", none, &empty));
  g_assert_nonnull (strstr (empty, "no figure in it"));
  /* A digit too many is kept, and said. */
  g_assert_true (mp_new_figures_import ("typed", slip, &strange));
  g_assert_nonnull (strstr (strange, "Look again: Trial work month, $12,500.00"));
  g_remove (path);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What was entered by hand can be taken back, after a question. */
static void
test_remove_figures (void)
{
  g_autofree char *path = mp_overlay_default_path (), *message = NULL;
  g_autoptr (GBytes) row = csv_of ("twp,,2027-01-01,1250,made up\n");
  GtkWidget *window = mp_window_new (ADW_APPLICATION (application), NULL, figures), *holder = gtk_window_new (), *button;
  GListModel *toplevels = gtk_window_get_toplevels ();

  g_assert_true (mp_new_figures_import ("typed", row, &message));
  gtk_window_set_child (GTK_WINDOW (holder), mp_new_figures_group_new ());
  button = find_button (holder, "Remove all…");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_visible (button));
  for (guint try = 0; try < 2; try++)
    {
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      g_signal_emit_by_name (button, "clicked");
      for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
        {
          g_autoptr (GtkWindow) dialog = g_list_model_get_item (toplevels, i);

          if (ADW_IS_MESSAGE_DIALOG (dialog))
            {
              adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), try == 0 ? "cancel" : "remove");
              gtk_window_destroy (dialog);
            }
        }
    }
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_cmpstr (mp_parameters_edition (mp_window_get_parameters (MP_WINDOW (window))), ==, MP_PARAMETERS_VERSION);
  gtk_window_destroy (GTK_WINDOW (holder));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_topic (GtkWidget *part, const char *topic)
{
  GtkWidget *inner = part;
  g_autofree char *path = mp_guide_find (topic);

  while (gtk_widget_get_first_child (inner) != NULL)
    inner = gtk_widget_get_first_child (inner);
  g_assert_cmpstr (mp_guide_topic (inner), ==, topic);
  g_assert_nonnull (path);
}

/* F1 opens the page of what has the focus, and has its key in every window. */
static void
test_help_topics (void)
{
  static const struct { GType (*type) (void); const char *topic; } parts[] = {
    { mp_desk_get_type, "try-out" }, { mp_month_panel_get_type, "why" }, { mp_question_view_get_type, "ask" }, { mp_curve_view_get_type, "ask" },
  };
  GtkWidget *window = mp_window_new (ADW_APPLICATION (application), NULL, figures);
  GtkWidget *windows[] = { mp_figures_window_new (GTK_WINDOW (window), figures, NULL), mp_new_figures_new (GTK_WINDOW (window)) };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GtkWidget) part = g_object_ref_sink (g_object_new (parts[i].type (), NULL));

      assert_topic (part, parts[i].topic);
    }
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      assert_topic (windows[i], "figures");
      g_assert_true (gtk_window_get_application (GTK_WINDOW (windows[i])) == GTK_APPLICATION (application));
      gtk_window_destroy (GTK_WINDOW (windows[i]));
    }
  g_assert_null (mp_guide_topic (window));
  g_assert_null (mp_guide_topic (NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  int result;

  sample_home ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = sample_application ();
  figures = sample_figures ();
  g_test_add_func ("/app/preferences/span", test_span);
  g_test_add_func ("/app/preferences/patterns", test_patterns);
  g_test_add_func ("/app/preferences/show-en", test_show_en);
  g_test_add_func ("/app/preferences/expert-words", test_expert_words);
  g_test_add_func ("/app/preferences/color-scheme", test_color_scheme);
  g_test_add_func ("/app/preferences/hide-names", test_hide_names);
  g_test_add_func ("/app/preferences/report", test_report);
  g_test_add_func ("/app/preferences/figures", test_figures);
  g_test_add_func ("/app/preferences/remove-figures", test_remove_figures);
  g_test_add_func ("/app/preferences/help-topics", test_help_topics);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
