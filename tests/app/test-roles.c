/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a screen reader is told of each widget class of ours: its role, and that what takes the focus has a name. */

#include "program.h"

#include "mp-case-page.h"
#include "mp-casefile.h"
#include "mp-figures-window.h"
#include "mp-history-window.h"
#include "mp-lock-page.h"
#include "mp-new-person.h"
#include "mp-passphrase.h"
#include "mp-preferences.h"
#include "mp-presentation.h"
#include "mp-privacy-page.h"
#include "mp-question-view.h"
#include "mp-rollup-window.h"
#include "mp-search.h"
#include "mp-window.h"

#include <string.h>

typedef struct {
  const char *type;
  GtkAccessibleRole role;
  gboolean named; /* each one has a name of its own; a window has a title */
} Expected;

/* Every class of src/app. A plain holder has no role: what is in it speaks. */
#define PLAIN GTK_ACCESSIBLE_ROLE_WIDGET

static const Expected expected[] = {
  { "MpChartView", GTK_ACCESSIBLE_ROLE_GROUP, TRUE },   { "MpLadderView", GTK_ACCESSIBLE_ROLE_GROUP, TRUE },
  { "MpLinesView", GTK_ACCESSIBLE_ROLE_GROUP, TRUE },   { "MpCurveView", GTK_ACCESSIBLE_ROLE_IMG, TRUE },
  { "MpPictureSpot", GTK_ACCESSIBLE_ROLE_IMG, TRUE },   { "MpSmallPicture", GTK_ACCESSIBLE_ROLE_IMG, TRUE },
  { "MpStepBar", GTK_ACCESSIBLE_ROLE_GROUP, TRUE },     { "MpStepEdge", GTK_ACCESSIBLE_ROLE_SLIDER, TRUE },
  { "MpStepBox", GTK_ACCESSIBLE_ROLE_PRESENTATION, FALSE }, { "MpMonthStrip", GTK_ACCESSIBLE_ROLE_GROUP, TRUE },
  { "MpMonthCell", GTK_ACCESSIBLE_ROLE_CHECKBOX, TRUE }, { "MpForm", GTK_ACCESSIBLE_ROLE_GROUP, FALSE },
  { "MpWrap", GTK_ACCESSIBLE_ROLE_GROUP, FALSE },       { "MpSourceButton", GTK_ACCESSIBLE_ROLE_GROUP, FALSE },
  { "MpAdaptive", PLAIN, FALSE },                       { "MpPair", PLAIN, FALSE },
  { "MpTable", PLAIN, FALSE },                          { "MpTabStop", PLAIN, FALSE },
  { "MpMonthTable", PLAIN, FALSE },                     { "MpEnTable", PLAIN, FALSE },
  { "MpMonthPanel", PLAIN, FALSE },                     { "MpDesk", PLAIN, FALSE },
  { "MpDifferencesView", PLAIN, FALSE },                { "MpQuestionView", PLAIN, FALSE },
  { "MpCasePage", PLAIN, FALSE },                       { "MpPeoplePage", PLAIN, FALSE },
  { "MpLockPage", PLAIN, FALSE },                       { "MpPrivacyPage", GTK_ACCESSIBLE_ROLE_GROUP, FALSE },
  { "MpPage", PLAIN, FALSE },                           { "MpFactsPage", PLAIN, FALSE },
  { "MpWorkPage", PLAIN, FALSE },                       { "MpProjectionPage", PLAIN, FALSE },
  { "MpMilestonesPage", PLAIN, FALSE },                 { "MpComparePage", PLAIN, FALSE },
  { "MpReportPage", PLAIN, FALSE },                     { "MpFigureView", GTK_ACCESSIBLE_ROLE_IMG, TRUE },
  { "MpWindow", GTK_ACCESSIBLE_ROLE_WINDOW, TRUE },     { "MpPreferences", GTK_ACCESSIBLE_ROLE_WINDOW, TRUE },
  { "MpFiguresWindow", GTK_ACCESSIBLE_ROLE_WINDOW, TRUE }, { "MpHistoryWindow", GTK_ACCESSIBLE_ROLE_WINDOW, TRUE },
  { "MpNewPerson", GTK_ACCESSIBLE_ROLE_WINDOW, TRUE },  { "MpPassphrase", GTK_ACCESSIBLE_ROLE_WINDOW, TRUE },
  { "MpPresentation", GTK_ACCESSIBLE_ROLE_WINDOW, TRUE }, { "MpRollupWindow", GTK_ACCESSIBLE_ROLE_WINDOW, TRUE },
  { "MpSearch", GTK_ACCESSIBLE_ROLE_WINDOW, TRUE },
};

static gboolean seen[G_N_ELEMENTS (expected)];

static gint
find_expected (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (g_str_equal (type, expected[i].type))
      return (gint) i;
  return -1;
}

static gboolean
has_name (GtkWidget *widget)
{
  if (GTK_IS_WINDOW (widget))
    return gtk_window_get_title (GTK_WINDOW (widget)) != NULL && *gtk_window_get_title (GTK_WINDOW (widget)) != '\0';
  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return TRUE;
  /* GTK 4.8 names a button after an image or a box in it, which says nothing. */
  return (!GTK_IS_BUTTON (widget) || GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget)))) &&
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* A text that can be selected says itself, a row its title, the inside of an entry is named by the entry; a list and
 * what scrolls pass the focus on to what is in them. */
static gboolean
speaks (GtkWidget *widget)
{
  GtkWidget *combo = gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW);

  if (GTK_IS_WINDOW (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_SCROLLED_WINDOW (widget))
    return TRUE;
  if (combo != NULL && combo != widget)
    return speaks (combo);
  if (GTK_IS_SPIN_BUTTON (gtk_widget_get_parent (widget)) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwViewSwitcherButton"))
    return TRUE; /* the library's own parts */
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
  if (ADW_IS_PREFERENCES_ROW (widget))
    return *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)) != '\0';
  return has_name (widget) || (GTK_IS_TEXT (widget) && has_name (gtk_widget_get_parent (widget)));
}

static void
check (GtkWidget *widget)
{
  const gint i = find_expected (G_OBJECT_TYPE_NAME (widget));

  if (i >= 0)
    {
      seen[i] = TRUE;
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), expected[i].role);
      if (expected[i].named && !has_name (widget))
        g_error ("a %s has no name", expected[i].type);
    }
  if (gtk_widget_get_focusable (widget) && !speaks (widget))
    g_error ("a %s in a %s takes the focus and has no name", G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      check (child);
}

/* Names of months are made when nothing more urgent is left. */
static void
wait_for_quiet (GtkWidget *page)
{
  while (gtk_widget_get_width (page) == 0 || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

/* Whoever writes a class says here what a screen reader is told of it. */
static void
test_complete (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "src", "app", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GRegex) define = g_regex_new ("^G_DEFINE_[A-Z_]*TYPE[A-Z_]* \\((Mp\\w+), \\w+, (\\w+)", G_REGEX_MULTILINE, 0, NULL);
  guint n = 0;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_str_has_suffix (name, ".c") || !g_file_get_contents (path, &text, NULL, NULL))
        continue;
      for (g_regex_match (define, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *type = g_match_info_fetch (match, 1), *parent = g_match_info_fetch (match, 2);

          if (g_str_equal (parent, "G_TYPE_OBJECT") || g_str_equal (parent, "ADW_TYPE_APPLICATION"))
            continue;
          if (find_expected (type) < 0)
            g_error ("%s: nothing is said of what a screen reader is told of %s", name, type);
          n++;
        }
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
}

static MpCaseModel *
new_model (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data/samples/alex-both-benefits.milepost", NULL);
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *kase = mp_case_load (path, problems, NULL);

  g_assert_nonnull (kase);
  return mp_case_model_new (kase, figures);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *id)
{
  GtkWidget *found = g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_named (child, id);
  return found;
}

static void
test_pages (void)
{
  static const char *const pages[] = { "facts", "work", "projection", "milestones", "compare", "report" };
  static const char *const views[] = { "table_button", "en_button", "chart_button" };
  g_autoptr (MpCaseModel) model = new_model ();
  GtkWidget *window = adw_window_new (), *page = mp_case_page_new (model);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      mp_case_page_show (MP_CASE_PAGE (page), pages[i]);
      wait_for_quiet (page);
      check (page);
      for (guint k = 0; g_str_equal (pages[i], "projection") && k < G_N_ELEMENTS (views); k++)
        {
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_named (page, views[k])), TRUE);
          wait_for_quiet (page);
          check (page);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Takes the window. */
static void
check_window (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  wait_for_quiet (window);
  check (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Takes what stands in a window. */
static void
check_alone (GtkWidget *widget)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_title (GTK_WINDOW (window), "Milepost");
  adw_window_set_content (ADW_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_quiet (window);
  if (GTK_IS_MENU_BUTTON (widget))
    gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
  wait_for_quiet (window);
  check (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_windows (void)
{
  g_autoptr (MpCaseModel) model = new_model ();
  g_autofree char *document = mp_case_write (mp_case_model_get_case (model));
  g_autofree char *person_id = mp_store_save (store, NULL, NULL, document, NULL);
  GtkWidget *window = mp_window_new (ADW_APPLICATION (application), store, figures);
  g_autoptr (MpCaseView) view = mp_case_view_new (model);

  g_assert_nonnull (person_id);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_quiet (window);
  check (window); /* with the people */
  mp_window_open_person (MP_WINDOW (window), person_id);
  wait_for_quiet (window);
  check_window (mp_preferences_new (GTK_WINDOW (window), store, model));
  check_window (mp_figures_window_new (GTK_WINDOW (window), figures, model));
  check_window (mp_history_window_new (GTK_WINDOW (window), store, person_id));
  check_window (mp_new_person_new (GTK_WINDOW (window)));
  check_window (mp_passphrase_new (GTK_WINDOW (window), store, MP_SEAL_SET));
  check_window (mp_presentation_new (GTK_WINDOW (window), model, view, FALSE));
  check_window (mp_rollup_window_new (MP_WINDOW (window), store));
  check_window (mp_search_new (MP_WINDOW (window), store));
  check_alone (mp_question_button_new (model, view));
  check_alone (mp_lock_page_new (store));
  check_alone (mp_privacy_page_new (store));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Runs last: each class was shown by one of the others. */
static void
test_seen (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (!seen[i] && !G_TYPE_IS_ABSTRACT (g_type_from_name (expected[i].type)))
      g_error ("no %s was shown", expected[i].type);
}

int
main (int argc, char *argv[])
{
  begin_program (&argc, &argv);
  g_test_add_func ("/roles/complete", test_complete);
  g_test_add_func ("/roles/pages", test_pages);
  g_test_add_func ("/roles/windows", test_windows);
  g_test_add_func ("/roles/seen", test_seen);
  return run_program_tests ();
}
