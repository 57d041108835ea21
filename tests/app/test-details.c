/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Small things that people expect: a button that takes back, nothing private before a group, one stop for Tab, words for
 * who cannot see. */

#include "window.h"

#include "mp-catalogue.h"
#include "mp-chart-view.h"
#include "mp-compare-page.h"
#include "mp-fact-entry.h"
#include "mp-guide.h"
#include "mp-help.h"
#include "mp-hints.h"
#include "mp-history-window.h"
#include "mp-presentation.h"
#include "mp-projection-page.h"
#include "mp-report-page.h"
#include "mp-settings.h"
#include "mp-typed.h"
#include "mp-work-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char blank_person[] = "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"name\": \"Robin\", \"birth_date\": "
                                   "\"1990-05-14\", \"state\": \"WI\"}, \"projection\": {\"start\": \"2026-01\", \"months\": 12}, "
                                   "\"scenarios\": [{\"name\": \"A\"}]}";

/* Whether a screen reader is told the words, as the name of a part of a widget. */
static gboolean
is_said (GtkWidget *widget, const char *words)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "?");

  if (other != NULL && strstr (other, words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_said (child, words))
      return TRUE;
  return FALSE;
}

static void
press (GtkWidget *label)
{
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  settle ();
}

/* A note is for the counselor: before a group it is neither said nor shown, whether names are or not. */
static void
test_no_notes_in_public (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);
  MpCaseModel *model = mp_window_get_model (window);
  g_autoptr (MpCaseView) view = mp_case_view_new (model);
  const MpFactChange add[] = { { "/pinned/-", NULL }, { "/pinned/0/month", "2026-03" }, { "/pinned/0/text", "Quokka shift" } };

  g_assert_true (mp_case_model_change (model, add, G_N_ELEMENTS (add), "Note", NULL));
  mp_window_show_page (window, "projection", mp_month (2026, 3));
  settle ();
  g_assert_true (is_said (find_type (GTK_WIDGET (window), MP_TYPE_CHART_VIEW), "Quokka"));
  for (gint names = 0; names < 2; names++)
    {
      GtkWidget *presentation = mp_presentation_new (GTK_WINDOW (window), model, view, names), *chart;

      gtk_window_present (GTK_WINDOW (presentation));
      gtk_widget_activate_action (presentation, "present.picture", NULL);
      settle ();
      chart = find_type (presentation, MP_TYPE_CHART_VIEW);
      g_assert_true (is_said (chart, "March 2026"));
      g_assert_false (is_said (chart, "Quokka"));
      g_assert_null (find_text (presentation, "Quokka"));
      gtk_window_close (GTK_WINDOW (presentation));
    }
  gtk_window_close (GTK_WINDOW (window));
}

/* Shift makes a range, whose months the panel adds up. */
static void
test_range (void)
{
  g_autofree char *id = new_person (), *sum = NULL;
  MpWindow *window = new_window (id);
  const MpProjection *projection = mp_case_model_get_projection (mp_window_get_model (window), 0);
  GtkWidget *chart = find_type (GTK_WIDGET (window), MP_TYPE_CHART_VIEW);
  MpMoney net = 0;
  guint first, last;

  mp_window_show_page (window, "projection", mp_month (2026, 2));
  settle ();
  g_assert_true (gtk_widget_activate_action (chart, "chart.move", "(ibb)", 1, FALSE, TRUE));
  g_assert_true (gtk_widget_activate_action (chart, "chart.move", "(ibb)", 1, FALSE, TRUE));
  settle ();
  mp_chart_view_get_range (MP_CHART_VIEW (chart), &first, &last);
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (last, ==, 3);
  for (guint i = first; i <= last; i++)
    net += mp_projection_month (projection, i)->cash.net;
  sum = mp_money_to_display (net);
  g_assert_nonnull (find_text (GTK_WIDGET (window), "February 2026 to April 2026"));
  g_assert_nonnull (find_text (GTK_WIDGET (window), sum));
  gtk_window_close (GTK_WINDOW (window));
}

/* Also in a menu that is not open */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static guint
n_plans (MpWindow *window)
{
  return mp_case_model_get_case (mp_window_get_model (window))->n_scenarios;
}

/* A plan that is taken out comes back with a press, as long as nothing else was done since. */
static void
test_undo_offered (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);
  const guint n = n_plans (window);
  const MpFactChange other = { "/ssdi/amounts/0/monthly", "655.00" };

  mp_window_show_page (window, "work", MP_MONTH_NONE);
  settle ();
  g_assert_null (find_text (GTK_WIDGET (window), "is taken out."));
  gtk_widget_activate_action (find_type (GTK_WIDGET (window), MP_TYPE_WORK_PAGE), "work.remove-plan", NULL);
  settle ();
  g_assert_cmpuint (n_plans (window), ==, n - 1);
  g_assert_nonnull (find_text (GTK_WIDGET (window), "is taken out."));
  press (find_text (GTK_WIDGET (window), "Undo"));
  g_assert_cmpuint (n_plans (window), ==, n);

  mp_window_show_page (window, "compare", MP_MONTH_NONE);
  settle ();
  press (find_label (find_type (GTK_WIDGET (window), MP_TYPE_COMPARE_PAGE), "Remove"));
  g_assert_cmpuint (n_plans (window), ==, n - 1);
  g_assert_true (mp_case_model_change (mp_window_get_model (window), &other, 1, "Amount", NULL));
  for (guint i = 0; i < 100 && find_text (GTK_WIDGET (window), "is taken out.") != NULL; i++)
    {
      settle ();
      g_usleep (10000);
    }
  g_assert_null (find_text (GTK_WIDGET (window), "is taken out."));
  gtk_window_close (GTK_WINDOW (window));
}

/* However many pages a report has, Tab passes them in one step; the arrow keys walk them. */
static void
test_pages_one_stop (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);
  GtkWidget *pages, *focus;
  guint stops = 0;
  gboolean moved;

  mp_window_show_page (window, "report", MP_MONTH_NONE);
  pages = find_type (find_type (GTK_WIDGET (window), MP_TYPE_REPORT_PAGE), GTK_TYPE_FLOW_BOX);
  for (gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND; gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (pages), 2) == NULL;)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  settle ();
  gtk_widget_grab_focus (GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (pages), 0)));
  for (guint i = 0; i < 8; i++)
    {
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      stops += focus != NULL && gtk_widget_is_ancestor (focus, pages);
      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
    }
  g_assert_cmpuint (stops, ==, 1);
  g_assert_true (gtk_widget_child_focus (pages, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (pages), 0)));
  g_signal_emit_by_name (pages, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, 1, FALSE, FALSE, &moved);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (pages), 1)));
  gtk_window_close (GTK_WINDOW (window));
}

/* A message that was closed is not read out. */
static void
test_closed_bar (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);
  MpCaseModel *model = mp_window_get_model (window);
  MpCase *tried = mp_case_model_begin_edit (model);

  mp_window_show_bar (window, "Something went wrong.");
  g_assert_nonnull (find_text (GTK_WIDGET (window), "Something went wrong."));
  press (find_text (GTK_WIDGET (window), "Close"));
  g_assert_null (find_text (GTK_WIDGET (window), "Something went wrong."));
  g_assert_null (find_text (GTK_WIDGET (window), "Try-out"));
  tried->scenarios[0].work[0].hours_per_week += 500;
  g_assert_true (mp_case_model_try (model, tried, NULL));
  g_assert_nonnull (find_text (GTK_WIDGET (window), "Try-out"));
  mp_case_model_drop (model);
  g_assert_null (find_text (GTK_WIDGET (window), "Try-out"));
  gtk_window_close (GTK_WINDOW (window));
}

/* Somebody of whom nothing is known: what to do first, instead of an empty picture, and no hints about it. */
static void
test_nothing_known (void)
{
  g_autofree char *id = mp_store_save (store, NULL, NULL, blank_person, NULL);
  MpWindow *window;
  GtkWidget *page;
  const MpFactChange facts[] = { { "/ssdi/entitled_from", "2022-03" }, { "/ssdi/amounts/-", NULL }, { "/ssdi/amounts/0/monthly", "640.00" },
                                 { "/ssdi/amounts/0/from", "2025-12" } };

  g_settings_reset (mp_settings_get (), "hints-seen");
  window = new_window (id);
  page = find_type (GTK_WIDGET (window), MP_TYPE_PROJECTION_PAGE);
  g_assert_nonnull (find_text (page, "Add what Robin gets now"));
  g_assert_false (gtk_widget_get_mapped (find_type (page, MP_TYPE_CHART_VIEW)));
  g_assert_null (find_text (page, "Got it"));
  press (find_text (page, "Add facts"));
  g_assert_cmpstr (mp_window_get_page (window), ==, "facts");
  g_assert_true (mp_case_model_change (mp_window_get_model (window), facts, G_N_ELEMENTS (facts), "Facts", NULL));
  mp_window_show_page (window, "projection", MP_MONTH_NONE);
  settle ();
  g_assert_true (gtk_widget_get_mapped (find_type (page, MP_TYPE_CHART_VIEW)));
  g_settings_set_uint (mp_settings_get (), "hints-seen", MP_N_HINTS);
  gtk_window_close (GTK_WINDOW (window));
}

/* The largest amount that the axis of the picture is marked with: its marks are multiples of $500, the EN's totals are not */
static MpMoney
top_of_axis (GtkWidget *page)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "axis.pdf", NULL), *text = NULL;
  const char *argv[] = { "pdftotext", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  MpMoney top = 0, amount;

  mp_projection_page_write_picture (MP_PROJECTION_PAGE (page), path, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  words = g_strsplit_set (text, " \n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] == '$' && strchr (words[i], '.') == NULL && mp_money_parse_typed (words[i], &amount)
        && amount % mp_dollars (500) == 0)
      top = MAX (top, amount);
  return top;
}

static void
try_hours (MpCaseModel *model, gint64 hours)
{
  MpCase *tried = mp_case_model_begin_edit (model);

  for (guint i = 0; i < tried->scenarios[0].n_work; i++)
    tried->scenarios[0].work[i].hours_per_week = hours;
  g_assert_true (mp_case_model_try (model, tried, NULL));
}

/* A slider that goes up and back leaves the axis where it went; it comes back when the try-out ends. */
static void
test_axis_stays (void)
{
  g_autofree char *id = new_person (), *tool = g_find_program_in_path ("pdftotext");
  MpWindow *window;
  MpCaseModel *model;
  GtkWidget *page;
  MpMoney before, high;

  if (tool == NULL)
    {
      g_test_skip ("pdftotext is missing");
      return;
    }
  window = new_window (id);
  model = mp_window_get_model (window);
  page = find_type (GTK_WIDGET (window), MP_TYPE_PROJECTION_PAGE);
  before = top_of_axis (page);
  g_assert_cmpint (before, >=, mp_dollars (2000));
  try_hours (model, 12000);
  high = top_of_axis (page);
  g_assert_cmpint (high, >=, mp_dollars (7500)); /* 120 hours a week at $15 are $7,800 a month */
  try_hours (model, 1000);
  g_assert_cmpint (top_of_axis (page), ==, high);
  mp_case_model_drop (model);
  g_assert_cmpint (top_of_axis (page), ==, before);
  gtk_window_close (GTK_WINDOW (window));
}

/* A hint has no black frame where the display mixes no windows, as here: its surface is no wider than what is in it. */
static void
test_no_black_frame (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window;
  GtkWidget *popover, *contents;

  g_settings_reset (mp_settings_get (), "hints-seen");
  window = new_window (id);
  popover = gtk_widget_get_ancestor (find_text (GTK_WIDGET (window), "Got it"), GTK_TYPE_POPOVER);
  g_assert_nonnull (popover);
  if (gdk_display_is_composited (gtk_widget_get_display (popover)))
    g_test_skip ("this display mixes windows");
  else
    {
      contents = gtk_widget_get_parent (gtk_popover_get_child (GTK_POPOVER (popover)));
      while (gtk_widget_get_width (contents) == 0) /* it has its place in the next frame */
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (popover))), <=, gtk_widget_get_width (contents) + 2 * 20);
    }
  g_settings_set_uint (mp_settings_get (), "hints-seen", MP_N_HINTS);
  gtk_window_close (GTK_WINDOW (window));
}

/* [ and ] change what is seen with each press. */
static void
test_span_keys (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);
  GtkWidget *page = find_type (GTK_WIDGET (window), MP_TYPE_PROJECTION_PAGE), *chart = find_type (page, MP_TYPE_CHART_VIEW);
  static const struct { gint step; guint months; } presses[] = { { -1, 24 }, { -1, 12 }, { -1, 12 }, { 1, 24 }, { 1, 36 }, { 1, 36 } };

  for (guint i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      guint n = 0;

      g_assert_true (gtk_widget_activate_action (page, "projection.span", "i", presses[i].step));
      settle ();
      for (GtkWidget *child = gtk_widget_get_first_child (chart); child != NULL; child = gtk_widget_get_next_sibling (child))
        n += g_str_equal (G_OBJECT_TYPE_NAME (child), "MpPictureSpot");
      g_assert_cmpuint (n, ==, presses[i].months);
    }
  gtk_window_close (GTK_WINDOW (window));
}

typedef struct { double x, y, end; } Box;

/* A year in a picture of common width: no amount above a bar, and no ≈ before one, lies over another. */
static void
test_amounts_apart (void)
{
  g_autofree char *id = new_person (), *tool = g_find_program_in_path ("pdftotext"), *path = NULL, *text = NULL;
  const char *argv[] = { "pdftotext", "-bbox", NULL, "-", NULL };
  MpWindow *window;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  g_autoptr (GError) error = NULL;

  if (tool == NULL)
    {
      g_test_skip ("pdftotext is missing");
      return;
    }
  window = new_window (id);
  mp_window_show_page (window, "projection", mp_month (2028, 12));
  mp_chart_view_set_span (MP_CHART_VIEW (find_type (GTK_WIDGET (window), MP_TYPE_CHART_VIEW)), 12);
  argv[2] = path = g_build_filename (g_get_user_data_dir (), "year.pdf", NULL);
  mp_projection_page_write_picture (MP_PROJECTION_PAGE (find_type (GTK_WIDGET (window), MP_TYPE_PROJECTION_PAGE)), path, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Box box;

      if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\"", &box.x, &box.y, &box.end) != 3
          || (strstr (lines[i], ">$") == NULL && strstr (lines[i], ">\342\211\210") == NULL))
        continue;
      for (guint k = 0; k < boxes->len; k++)
        {
          const Box *other = &g_array_index (boxes, Box, k);

          if (fabs (other->y - box.y) < 1 && box.x < other->end && other->x < box.end)
            g_error ("over another: %s", lines[i]);
        }
      g_array_append_val (boxes, box);
    }
  g_assert_cmpuint (boxes->len, >=, 4);
  gtk_window_close (GTK_WINDOW (window));
}

/* The ending of the name is the format; another is refused, and no file is left. */
static void
test_save_picture (void)
{
  static const struct { const char *name, *head; } kinds[] = { { "a.png", "\211PNG" }, { "a.svg", "<?xml" }, { "a.pdf", "%PDF" } };
  g_autofree char *id = new_person (), *wrong = g_build_filename (g_get_user_data_dir (), "a.bmp", NULL);
  MpWindow *window = new_window (id);
  MpProjectionPage *page = MP_PROJECTION_PAGE (find_type (GTK_WIDGET (window), MP_TYPE_PROJECTION_PAGE));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), kinds[i].name, NULL), *data = NULL;

      g_assert_true (mp_projection_page_write_picture (page, path, &error));
      g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
      g_assert_true (g_str_has_prefix (data, kinds[i].head));
    }
  g_assert_false (mp_projection_page_write_picture (page, wrong, &error));
  g_assert_nonnull (strstr (error->message, ".svg"));
  g_assert_false (g_file_test (wrong, G_FILE_TEST_EXISTS));
  gtk_window_close (GTK_WINDOW (window));
}

/* The picture is called after its answer, and who moves a slider hears what it comes to. */
static void
test_answer_is_said (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);
  GtkWidget *page = find_type (GTK_WIDGET (window), MP_TYPE_PROJECTION_PAGE), *lead = find_text (page, "SSDI stops in June 2027.");
  GtkWidget *scale = find_type (page, GTK_TYPE_SCALE);

  g_assert_nonnull (lead);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, lead, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_type (page, MP_TYPE_CHART_VIEW)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_label_get_text (GTK_LABEL (lead)));
  gtk_window_close (GTK_WINDOW (window));
}

/* What a word means is one rest of the pointer away; a row that says something else keeps that. */
static void
test_word_tooltips (void)
{
  g_autofree char *id = new_person (), *sentence = mp_help_sentence ("/ssdi/history/twp_months", figures);
  MpWindow *window = new_window (id);
  GtkWidget *row = g_object_ref_sink (mp_fact_row_new (mp_window_get_model (window), "/ssdi/history/cessation", "First", NULL, NULL));
  GtkWidget *plain = g_object_ref_sink (mp_fact_row_new (mp_window_get_model (window), "/beneficiary/name", "Name", NULL, NULL));
  GtkTooltip *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean says = FALSE;

  g_assert_cmpstr (sentence, ==, "Nine months to test work. You keep the full SSDI check.");
  g_signal_emit_by_name (row, "query-tooltip", 1, 1, FALSE, tooltip, &says);
  g_assert_true (gtk_widget_get_has_tooltip (row));
  g_assert_true (says);
  g_signal_emit_by_name (plain, "query-tooltip", 1, 1, FALSE, tooltip, &says);
  g_assert_false (says);
  g_object_unref (tooltip);
  g_object_unref (row);
  g_object_unref (plain);
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_history_help (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);
  GtkWidget *history = mp_history_window_new (GTK_WINDOW (window), store, id);

  g_assert_cmpstr (mp_guide_topic (history), ==, "safe");
  gtk_window_destroy (GTK_WINDOW (history));
  gtk_window_close (GTK_WINDOW (window));
}

/* The language of the preferences is that of the next start, whatever the desktop speaks. Last, for it stays. */
static void
test_language (void)
{
  g_assert_cmpstr (_("Facts"), ==, "Facts");
  g_settings_set_string (mp_settings_get (), "language", "es");
  mp_settings_use_language ();
  mp_i18n_start ("/nowhere"); /* the build folder's own */
  g_assert_cmpstr (_("Facts"), ==, "Datos");
  g_settings_set_string (mp_settings_get (), "language", "en");
  mp_settings_use_language ();
  mp_i18n_start ("/nowhere");
  g_assert_cmpstr (_("Facts"), ==, "Facts");
  g_settings_reset (mp_settings_get (), "language");
}

int
main (int argc, char *argv[])
{
  begin_program (&argc, &argv);
  g_settings_set_uint (mp_settings_get (), "hints-seen", MP_N_HINTS);
  g_test_add_func ("/app/details/no-notes-in-public", test_no_notes_in_public);
  g_test_add_func ("/app/details/range", test_range);
  g_test_add_func ("/app/details/undo-offered", test_undo_offered);
  g_test_add_func ("/app/details/pages-one-stop", test_pages_one_stop);
  g_test_add_func ("/app/details/closed-bar", test_closed_bar);
  g_test_add_func ("/app/details/nothing-known", test_nothing_known);
  g_test_add_func ("/app/details/axis-stays", test_axis_stays);
  g_test_add_func ("/app/details/no-black-frame", test_no_black_frame);
  g_test_add_func ("/app/details/span-keys", test_span_keys);
  g_test_add_func ("/app/details/amounts-apart", test_amounts_apart);
  g_test_add_func ("/app/details/save-picture", test_save_picture);
  g_test_add_func ("/app/details/answer-is-said", test_answer_is_said);
  g_test_add_func ("/app/details/word-tooltips", test_word_tooltips);
  g_test_add_func ("/app/details/history-help", test_history_help);
  g_test_add_func ("/app/details/language", test_language);
  return run_program_tests ();
}
