/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a session is made of: hints, two windows, where somebody was, notes and how they are found, the order of plans. */

#include "window.h"

#include "mp-chart-view.h"
#include "mp-compare-page.h"
#include "mp-curve-view.h"
#include "mp-en-table.h"
#include "mp-figure-view.h"
#include "mp-figures-window.h"
#include "mp-help.h"
#include "mp-hints.h"
#include "mp-ladder-view.h"
#include "mp-note.h"
#include "mp-projection-page.h"
#include "mp-search.h"
#include "mp-settings.h"
#include "mp-table.h"
#include "mp-traces.h"
#include "mp-words.h"

#include <string.h>

/* Three hints, one after the other; each goes with its button or with Escape, and none comes back. The help has them all. */
static void
test_hints (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window;
  GtkWidget *help, *button;

  g_settings_reset (mp_settings_get (), "hints-seen");
  window = new_window (id);
  for (guint hint = 0; hint < MP_N_HINTS; hint++)
    {
      settle ();
      button = find_text (GTK_WIDGET (window), "Got it");
      g_assert_nonnull (button);
      g_assert_nonnull (find_text (GTK_WIDGET (window), mp_hint_text (hint)));
      if (hint == 1)
        gtk_widget_activate_action (find_type (GTK_WIDGET (window), MP_TYPE_PROJECTION_PAGE), "projection.drop", NULL);
      else
        g_signal_emit_by_name (gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON), "clicked");
      g_assert_cmpuint (g_settings_get_uint (mp_settings_get (), "hints-seen"), ==, hint + 1);
    }
  settle ();
  g_assert_null (find_text (GTK_WIDGET (window), "Got it"));
  help = mp_help_new (GTK_WINDOW (window), "projection", NULL, NULL, figures);
  gtk_window_present (GTK_WINDOW (help));
  for (guint hint = 0; hint < MP_N_HINTS; hint++)
    g_assert_nonnull (find_text (help, mp_hint_text (hint)));
  gtk_window_destroy (GTK_WINDOW (help));
  gtk_window_close (GTK_WINDOW (window));
  window = new_window (id);
  g_assert_null (find_text (GTK_WIDGET (window), "Got it"));
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
is_read_only (MpWindow *window)
{
  return mp_case_model_get_read_only (mp_window_get_model (window));
}

static MpMoney
full_amount (MpWindow *window)
{
  return mp_case_model_get_case (mp_window_get_model (window))->ssdi.amounts[0].monthly;
}

/* The second window of a case only looks at it, follows each change, and takes over when the first goes. */
static void
test_two_windows (void)
{
  g_autofree char *id = new_person ();
  MpWindow *first = new_window (id), *second = new_window (id);
  MpFactChange change = { "/ssdi/amounts/0/monthly", "655.00" };
  g_autoptr (GPtrArray) problems = mp_problems_new ();

  g_assert_false (is_read_only (first));
  g_assert_true (is_read_only (second));
  g_assert_nonnull (find_text (GTK_WIDGET (second), "open in another window"));
  g_assert_true (gtk_info_bar_get_revealed (GTK_INFO_BAR (find_type (GTK_WIDGET (second), GTK_TYPE_INFO_BAR))));
  g_assert_true (mp_case_model_change (mp_window_get_model (first), &change, 1, "Amount", NULL));
  g_assert_cmpint (full_amount (second), ==, 65500);
  g_assert_cmpint (mp_projection_month (mp_case_model_get_projection (mp_window_get_model (second), 0), 0)->ssdi.benefit, ==,
                   mp_projection_month (mp_case_model_get_projection (mp_window_get_model (first), 0), 0)->ssdi.benefit);
  change.text = "700.00";
  g_assert_false (mp_case_model_change (mp_window_get_model (second), &change, 1, "Amount", problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_false (mp_case_model_set_fact (mp_window_get_model (second), change.pointer, "710.00", "Amount", NULL));
  g_assert_false (mp_case_model_try (mp_window_get_model (second), mp_case_model_begin_edit (mp_window_get_model (second)), NULL));
  g_assert_null (mp_case_model_get_pending (mp_window_get_model (second), change.pointer));
  g_assert_cmpint (full_amount (second), ==, 65500);
  gtk_window_close (GTK_WINDOW (first)); /* saves */
  settle ();
  g_assert_false (is_read_only (second));
  g_assert_false (gtk_info_bar_get_revealed (GTK_INFO_BAR (find_type (GTK_WIDGET (second), GTK_TYPE_INFO_BAR))));
  g_assert_true (mp_case_model_change (mp_window_get_model (second), &change, 1, "Amount", NULL));
  gtk_window_close (GTK_WINDOW (second));
  settle ();
  second = new_window (id); /* the heir could save: nothing was lost, and nothing was in its way */
  g_assert_cmpint (full_amount (second), ==, 70000);
  gtk_window_close (GTK_WINDOW (second));
}

/* Each case is shown again as it was left: page, month, plan, span and panel. */
static void
test_view (void)
{
  g_autofree char *one = new_person (), *other = new_person ();
  MpWindow *window = new_window (one);

  mp_case_model_set_scenario (mp_window_get_model (window), 1);
  mp_window_show_page (window, "compare", mp_month (2027, 9));
  mp_window_open_person (window, other);
  g_assert_cmpstr (mp_window_get_page (window), ==, "projection");
  g_assert_cmpuint (mp_case_model_get_scenario (mp_window_get_model (window)), ==, 0);
  mp_window_open_person (window, one);
  g_assert_cmpstr (mp_window_get_page (window), ==, "compare");
  g_assert_cmpuint (mp_case_model_get_scenario (mp_window_get_model (window)), ==, 1);
  gtk_window_close (GTK_WINDOW (window));
  window = MP_WINDOW (mp_window_new (ADW_APPLICATION (application), store, figures));
  mp_window_restore (window);
  g_assert_cmpstr (mp_window_get_page (window), ==, "compare");
  gtk_window_close (GTK_WINDOW (window));
}

/* Searches for words and goes to the first that is found under the heading of its group. */
static void
search_for (MpWindow *window, const char *words, const char *group, const char *found)
{
  GtkWidget *search = mp_search_new (window, store), *entry = find_type (search, GTK_TYPE_SEARCH_ENTRY);

  gtk_window_present (GTK_WINDOW (search));
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  settle ();
  g_test_message ("%s: %s under %s", words, found, group);
  g_assert_nonnull (find_text (search, group));
  g_assert_nonnull (find_text (search, found));
  g_signal_emit_by_name (entry, "activate");
  settle ();
}

/* A note on a plan follows it, is found by its words, and leads there. */
static void
test_notes (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);
  MpCaseModel *model = mp_window_get_model (window);
  GtkWidget *note, *entry;
  const MpFactChange on_case[] = { { "/pinned/-", NULL }, { "/pinned/0/text", "Zither lessons" } };
  const char *pinned;

  mp_case_model_set_scenario (model, 1);
  mp_window_show_page (window, "work", MP_MONTH_NONE);
  settle ();
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (window)), "work.note", NULL);
  settle ();
  note = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_TYPE_POPOVER);
  g_assert_nonnull (note);
  entry = find_type (note, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Quokka shift");
  g_signal_emit_by_name (entry, "activate");
  settle ();
  pinned = mp_note_get_text (model, MP_MONTH_NONE, "/scenarios/1");
  g_assert_cmpstr (pinned, ==, "Quokka shift");
  g_assert_nonnull (find_text (GTK_WIDGET (window), "Note: Quokka shift"));
  mp_case_model_set_scenario (model, 0);
  mp_window_show_page (window, "projection", MP_MONTH_NONE);
  search_for (window, "quokka", "Note", "Quokka shift");
  g_assert_cmpstr (mp_window_get_page (window), ==, "work");
  g_assert_cmpuint (mp_case_model_get_scenario (model), ==, 1);
  g_assert_true (mp_case_model_undo (model));
  g_assert_cmpuint (mp_case_model_get_case (model)->n_pinned, ==, 0);
  g_assert_true (mp_case_model_change (model, on_case, G_N_ELEMENTS (on_case), "Note", NULL));
  search_for (window, "zither", "Note", "Zither lessons");
  g_assert_cmpstr (mp_window_get_page (window), ==, "facts");
  gtk_window_close (GTK_WINDOW (window));
}

/* Months, rules and words, each under its heading; Enter goes there. */
static void
test_search (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);

  mp_window_show_page (window, "facts", MP_MONTH_NONE);
  search_for (window, "jun 2027", "Month", "June 2027");
  g_assert_cmpstr (mp_window_get_page (window), ==, "projection");
  mp_window_show_page (window, "facts", MP_MONTH_NONE);
  search_for (window, "404.1592a", "Rule", "used from");
  g_assert_cmpstr (mp_window_get_page (window), ==, "projection");
  gtk_window_close (GTK_WINDOW (window));
}

static const char *
plan (MpCaseModel *model, guint i)
{
  return mp_case_model_get_case (model)->scenarios[i].name;
}

/* Alt+Down moves the plan of the row that has the focus, which keeps it; Undo takes it back. So does a drag. */
static void
test_order (void)
{
  g_autofree char *id = new_person (), *first = NULL, *second = NULL;
  MpWindow *window = new_window (id);
  MpCaseModel *model = mp_window_get_model (window);
  GtkWidget *page, *table, *row;

  first = g_strdup (plan (model, 0));
  second = g_strdup (plan (model, 1));
  mp_window_show_page (window, "compare", MP_MONTH_NONE);
  settle ();
  page = find_type (GTK_WIDGET (window), MP_TYPE_COMPARE_PAGE);
  row = find_text (page, "1  ");
  g_assert_nonnull (row);
  table = gtk_widget_get_ancestor (row, MP_TYPE_TABLE);
  g_assert_nonnull (table);
  while (!g_str_equal (G_OBJECT_TYPE_NAME (row), "GtkListItemWidget"))
    row = gtk_widget_get_parent (row);
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_activate_action (row, "table.move", "i", 1));
  settle ();
  g_assert_cmpstr (plan (model, 0), ==, second);
  g_assert_cmpstr (plan (model, 1), ==, first);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), table));
  g_assert_true (gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (window)), "table.move", "i", -1)); /* the same plan again */
  g_assert_cmpstr (plan (model, 0), ==, first);
  g_assert_true (mp_case_model_undo (model));
  g_assert_cmpstr (plan (model, 0), ==, second);
  g_signal_emit_by_name (table, "row-moved", 1, 0); /* as a drop does */
  g_assert_cmpstr (plan (model, 0), ==, first);
  gtk_window_close (GTK_WINDOW (window));
}

/* The earnings curve shows more pay when its end is moved, and the table as much as the curve. */
static void
test_curve (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);
  MpCurveView *curve;
  MpMoney to;

  mp_window_show_page (window, "compare", MP_MONTH_NONE);
  settle ();
  curve = MP_CURVE_VIEW (find_type (GTK_WIDGET (window), MP_TYPE_CURVE_VIEW));
  to = mp_curve_view_get_to (curve);
  g_assert_cmpint (to, ==, mp_dollars (3500)); /* twice $1,690 or $1,730, up to the next $500 */
  gtk_widget_activate_action (GTK_WIDGET (curve), "curve.wider", NULL);
  g_assert_cmpint (mp_curve_view_get_to (curve), ==, to + mp_dollars (500));
  gtk_widget_activate_action (GTK_WIDGET (curve), "curve.narrower", NULL);
  gtk_widget_activate_action (GTK_WIDGET (curve), "curve.narrower", NULL);
  g_assert_cmpint (mp_curve_view_get_to (curve), ==, to - mp_dollars (500));
  gtk_window_close (GTK_WINDOW (window));
}

/* The account of the provider comes to what the engine's totals say, payment by payment; a note says how far a request is. */
static void
test_account (void)
{
  g_autofree char *id = new_person (), *text = NULL, *csv = NULL, *after = NULL, *detail = NULL;
  MpWindow *window = new_window (id);
  MpCaseModel *model = mp_window_get_model (window);
  const MpProjection *projection = mp_case_model_get_projection (model, 0);
  g_autoptr (GArray) lines = mp_en_account (mp_case_model_get_case (model), projection, "Peers Together", mp_dollars (25)), evidence = NULL;
  MpMoney gross = 0, share = 0, cost = 0, net = 0;
  GtkWidget *table, *state;

  for (guint i = 0; i < lines->len; i++)
    {
      const MpEnLine *line = &g_array_index (lines, MpEnLine, i);

      gross += line->gross;
      share += line->share;
      cost += line->cost;
      net += line->net;
      g_assert_cmpint (line->running, ==, net);
      g_assert_cmpint (line->state, ==, MP_REQUEST_PROJECTED);
      if (line->code.kind == MP_TICKET_CODE_OUT)
        g_assert_cmpint (line->percent, ==, 1000); /* 10 percent of outcome payments */
    }
  g_assert_cmpint (gross, ==, projection->totals.en);
  g_assert_cmpint (share, ==, projection->totals.share);
  g_assert_cmpint (cost, >, 0);
  g_assert_cmpint (cost % mp_dollars (25), ==, 0);
  g_assert_cmpint (net, ==, gross - share - cost);
  evidence = mp_ticket_evidence (mp_case_model_get_case (model), projection, figures);
  detail = mp_words_en_month (mp_case_model_get_case (model), projection, evidence, mp_month (2026, 8));
  g_assert_nonnull (strstr (detail, "3 months of pay at $1,210.00 or more, in any 6"));
  g_assert_nonnull (strstr (detail, "pay stubs for: Jun 2026, Jul 2026, Aug 2026"));
  g_assert_nonnull (strstr (detail, "until the end of August 2028")); /* 24 months, TTW-113 */
  g_assert_nonnull (strstr (detail, "carried forward"));
  mp_window_show_page (window, "projection", mp_month (2026, 8));
  settle ();
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (window)), "projection.en", NULL);
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (window)), "projection.table", NULL);
  settle ();
  table = find_type (GTK_WIDGET (window), MP_TYPE_EN_TABLE);
  text = mp_en_table_to_text (MP_EN_TABLE (table), FALSE);
  g_assert_true (g_str_has_prefix (text, "Month\tCode\tRequirement\tGross\tShare %\tTo the person\tNet\tRunning total\tStatus\n"));
  g_assert_nonnull (strstr (text, "\nAugust 2026\t"));
  csv = mp_en_table_to_text (MP_EN_TABLE (table), TRUE);
  g_assert_nonnull (strstr (csv, "\"1 month of pay at ")); /* commas of amounts stay in their cell */
  state = find_text (table, "August 2026, ");
  g_assert_nonnull (state);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_next_sibling (state)), MP_REQUEST_CLAIMED);
  g_assert_cmpuint (mp_case_model_get_case (model)->ticket.n_requests, ==, 1);
  g_assert_cmpint (mp_case_model_get_case (model)->ticket.requests[0].month, ==, mp_month (2026, 8));
  after = mp_en_table_to_text (MP_EN_TABLE (table), FALSE);
  g_assert_nonnull (strstr (after, "\tClaimed\n"));
  g_assert_true (mp_case_model_undo (model));
  g_assert_cmpuint (mp_case_model_get_case (model)->ticket.n_requests, ==, 0);
  gtk_window_close (GTK_WINDOW (window));
}

/* The marker of the ladder goes to any month by keys; the chart goes out as PNG; figures lead back to the case. */
static void
test_marker (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);
  GtkWidget *ladder;

  mp_window_show_page (window, "milestones", mp_month (2026, 8));
  settle ();
  ladder = find_type (GTK_WIDGET (window), MP_TYPE_LADDER_VIEW);
  g_assert_nonnull (find_text (GTK_WIDGET (window), "August 2026"));
  g_assert_true (gtk_widget_activate_action (ladder, "ladder.month-on", NULL));
  settle ();
  g_assert_nonnull (find_text (GTK_WIDGET (window), "September 2026"));
  g_assert_true (gtk_widget_activate_action (ladder, "ladder.year-on", NULL));
  g_assert_true (gtk_widget_activate_action (ladder, "ladder.month-back", NULL));
  settle ();
  g_assert_nonnull (find_text (GTK_WIDGET (window), "August 2027"));
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_drag_out (void)
{
  g_autofree char *id = new_person (), *path = NULL, *data = NULL;
  MpWindow *window = new_window (id);
  GtkWidget *chart = find_type (GTK_WIDGET (window), MP_TYPE_CHART_VIEW);
  g_autoptr (GdkContentProvider) out = mp_chart_view_drag_out (MP_CHART_VIEW (chart));
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (out);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_value_init (&value, G_TYPE_FILE);
  g_assert_true (gdk_content_provider_get_value (out, &value, &error));
  g_assert_no_error (error);
  path = g_file_get_path (g_value_get_object (&value));
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpuint (length, >, 8);
  g_assert_cmpint (memcmp (data, "\211PNG\r\n\032\n", 8), ==, 0);
  mp_traces_remove ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_figures (void)
{
  g_autofree char *id = new_person ();
  MpWindow *window = new_window (id);
  GtkWidget *browser = mp_figures_window_new (GTK_WINDOW (window), figures, mp_window_get_model (window)), *picture, *list;

  mp_window_show_page (window, "facts", MP_MONTH_NONE);
  gtk_window_present (GTK_WINDOW (browser));
  mp_figures_window_show (MP_FIGURES_WINDOW (browser), "fbr.individual");
  settle ();
  picture = find_type (browser, MP_TYPE_FIGURE_VIEW);
  g_assert_true (gtk_widget_get_visible (picture));
  /* 42 U.S.C. 1382(b); the first rate that the tables hold, and that of 2026 */
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Full SSI amount, one person: $336.00 from January 1986, $994.00 from January 2026");
  g_assert_nonnull (find_text (browser, "used in 36 months of this case")); /* all of it: that of 2026 is carried forward */
  list = gtk_widget_get_ancestor (find_text (browser, "used in 36 months"), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpstr (mp_window_get_page (window), ==, "projection");
  gtk_window_destroy (GTK_WINDOW (browser));
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  begin_program (&argc, &argv);
  g_test_add_func ("/app/session/hints", test_hints);
  g_settings_set_uint (mp_settings_get (), "hints-seen", MP_N_HINTS);
  g_test_add_func ("/app/session/two-windows", test_two_windows);
  g_test_add_func ("/app/session/view", test_view);
  g_test_add_func ("/app/session/notes", test_notes);
  g_test_add_func ("/app/session/search", test_search);
  g_test_add_func ("/app/session/order", test_order);
  g_test_add_func ("/app/session/curve", test_curve);
  g_test_add_func ("/app/session/account", test_account);
  g_test_add_func ("/app/session/marker", test_marker);
  g_test_add_func ("/app/session/drag-out", test_drag_out);
  g_test_add_func ("/app/session/figures", test_figures);
  return run_program_tests ();
}
