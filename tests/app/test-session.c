/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a session is made of: hints, two windows, where somebody was, notes and how they are found, the order of plans. */

#include "mp-application.h"
#include "mp-compare-page.h"
#include "mp-curve-view.h"
#include "mp-help.h"
#include "mp-hints.h"
#include "mp-note.h"
#include "mp-projection-page.h"
#include "mp-search.h"
#include "mp-settings.h"
#include "mp-store.h"
#include "mp-table.h"
#include "mp-window.h"

#include <adwaita.h>
#include <string.h>

static MpApplication *application;
static MpParameters *figures;
static MpStore *store;

static void
settle (void)
{
  for (guint i = 0; i < 300; i++)
    g_main_context_iteration (NULL, FALSE);
}

static MpWindow *
new_window (const char *person_id)
{
  GtkWidget *window = mp_window_new (ADW_APPLICATION (application), store, figures);

  mp_window_open_person (MP_WINDOW (window), person_id);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return MP_WINDOW (window);
}

/* (transfer full) */
static char *
new_person (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data/samples/alex-both-benefits.milepost", NULL);
  g_autofree char *document = NULL;
  char *id;

  g_assert_true (g_file_get_contents (path, &document, NULL, NULL));
  id = mp_store_save (store, NULL, NULL, document, NULL);
  g_assert_nonnull (id);
  return id;
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* A label or button that is seen and has the text. */
static GtkWidget *
find_text (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if ((GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL) ||
      (ADW_IS_PREFERENCES_ROW (widget) && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text) != NULL))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);
  return found;
}

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

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("milepost-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (home, "people.db", NULL);
  g_autoptr (GError) error = NULL;
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  figures = mp_parameters_new (NULL);
  application = mp_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  store = mp_store_open (path, &error);
  g_assert_no_error (error);
  g_test_add_func ("/app/session/hints", test_hints);
  g_settings_set_uint (mp_settings_get (), "hints-seen", MP_N_HINTS);
  g_test_add_func ("/app/session/two-windows", test_two_windows);
  g_test_add_func ("/app/session/view", test_view);
  g_test_add_func ("/app/session/notes", test_notes);
  g_test_add_func ("/app/session/search", test_search);
  g_test_add_func ("/app/session/order", test_order);
  g_test_add_func ("/app/session/curve", test_curve);
  result = g_test_run ();
  g_object_unref (store);
  g_object_unref (application);
  mp_parameters_free (figures);
  return result;
}
