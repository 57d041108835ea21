/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window with a case from the database: what it remembers, and where its links go. */

#include "program.h"

#include "mp-facts-page.h"
#include "mp-month-panel.h"
#include "mp-people-page.h"
#include "mp-people-rows.h"
#include "mp-person.h"
#include "mp-window.h"
#include "mp-words.h"

#include <string.h>

static void
settle (void)
{
  for (guint i = 0; i < 200; i++)
    g_main_context_iteration (NULL, FALSE);
}

/* A window with the sample in the database, shown. */
static MpWindow *
open_sample (const char **person_id)
{
  g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data/samples/alex-both-benefits.milepost", NULL);
  g_autofree char *document = NULL;
  GtkWidget *window = mp_window_new (ADW_APPLICATION (application), store, figures);
  static char *id;

  g_assert_true (g_file_get_contents (path, &document, NULL, NULL));
  g_free (id);
  id = mp_store_save (store, NULL, NULL, document, NULL);
  g_assert_nonnull (id);
  mp_window_open_person (MP_WINDOW (window), id);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  *person_id = id;
  return MP_WINDOW (window);
}

static GtkWidget *
find_class (GtkWidget *widget, const char *css_class)
{
  if (gtk_widget_has_css_class (widget, css_class))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_class (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_class (GtkWidget *widget, const char *css_class)
{
  guint n = gtk_widget_has_css_class (widget, css_class);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_class (child, css_class);
  return n;
}

/* Whether a label that is seen has the text. */
static gboolean
has_text (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

/* A term of a sum goes to the fact behind it. */
static void
test_jump (void)
{
  const char *id;
  MpWindow *window = open_sample (&id);
  GtkWidget *reasons = find_class (GTK_WIDGET (window), "reasons"), *focus;

  g_assert_nonnull (reasons);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (reasons)), "<a href=\"f"));
  g_assert_cmpstr (mp_window_get_page (window), ==, "projection");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-fact", "s", "/ssdi/amounts/0/monthly");
  settle ();
  g_assert_cmpstr (mp_window_get_page (window), ==, "facts");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY))), ==, "$640.00");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-fact", "s", "/scenarios/0/work/0");
  settle ();
  g_assert_cmpstr (mp_window_get_page (window), ==, "work");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What changed since the last report is marked, also after the case was closed. */
static void
test_reported (void)
{
  const char *id;
  MpWindow *window = open_sample (&id);
  MpFactChange change = { "/ssdi/amounts/0/monthly", "655.00" };

  mp_window_show_page (window, "facts", MP_MONTH_NONE);
  settle ();
  g_assert_true (mp_case_model_change (mp_window_get_model (window), &change, 1, "Amount", NULL));
  g_assert_cmpuint (count_class (GTK_WIDGET (window), "changed-since"), ==, 0); /* there was no report */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.report-made", NULL);
  g_assert_cmpuint (count_class (GTK_WIDGET (window), "changed-since"), ==, 0);
  change.text = "660.00";
  g_assert_true (mp_case_model_change (mp_window_get_model (window), &change, 1, "Amount", NULL));
  g_assert_cmpuint (count_class (GTK_WIDGET (window), "changed-since"), ==, 1);
  gtk_window_close (GTK_WINDOW (window)); /* saves */
  settle ();
  window = MP_WINDOW (mp_window_new (ADW_APPLICATION (application), store, figures));
  mp_window_open_person (window, id);
  gtk_window_present (GTK_WINDOW (window));
  mp_window_show_page (window, "facts", MP_MONTH_NONE);
  settle ();
  g_assert_cmpuint (count_class (GTK_WIDGET (window), "changed-since"), ==, 1);
  change.text = "655.00";
  g_assert_true (mp_case_model_change (mp_window_get_model (window), &change, 1, "Amount", NULL));
  g_assert_cmpuint (count_class (GTK_WIDGET (window), "changed-since"), ==, 0); /* as it was reported */
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A note on a month is spoken with it, and shown in its panel; an emptied one goes. */
static void
test_note (void)
{
  const char *id;
  MpWindow *window = open_sample (&id);
  MpCaseModel *model = mp_window_get_model (window);
  const MpFactChange add[] = { { "/pinned/-", NULL }, { "/pinned/0/month", "2026-03" }, { "/pinned/0/text", "Night shift" } };
  const MpProjection *projection;
  g_autofree char *march = NULL, *april = NULL;

  g_assert_true (mp_case_model_change (model, add, G_N_ELEMENTS (add), "Note", NULL));
  projection = mp_case_model_get_projection (model, 0);
  g_assert_cmpint (mp_projection_month (projection, 2)->month, ==, mp_month (2026, 3));
  march = mp_words_month (projection, 2);
  april = mp_words_month (projection, 3);
  g_assert_nonnull (strstr (march, "Note: Night shift."));
  g_assert_null (strstr (april, "Night shift"));
  mp_window_show_page (window, "projection", mp_month (2026, 3));
  settle ();
  g_assert_true (has_text (GTK_WIDGET (window), "Note: Night shift."));
  mp_window_show_page (window, "projection", mp_month (2026, 4));
  settle ();
  g_assert_false (has_text (GTK_WIDGET (window), "Note: Night shift."));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A month that SSA paid otherwise is marked in the table and spoken; the sum stands on the page Facts. */
static void
test_paid (void)
{
  const char *id;
  MpWindow *window = open_sample (&id);
  MpCaseModel *model = mp_window_get_model (window);
  const MpMoney computed = mp_projection_month (mp_case_model_get_projection (model, 0), 1)->ssdi.payment;
  g_autofree char *more = mp_money_to_string (computed + 2500), *cell = NULL, *other = NULL, *spoken = NULL;
  const MpFactChange add[] = { { "/paid/-", NULL }, { "/paid/0/month", "2026-02" }, { "/paid/0/program", "ssdi" }, { "/paid/0/amount", more } };

  g_assert_true (mp_case_model_change (model, add, G_N_ELEMENTS (add), "Paid", NULL));
  cell = mp_words_cell (mp_case_model_get_projection (model, 0), 1, MP_COLUMN_PAID);
  other = mp_words_cell (mp_case_model_get_projection (model, 0), 2, MP_COLUMN_PAID);
  spoken = mp_words_month (mp_case_model_get_projection (model, 0), 1);
  g_assert_nonnull (strstr (cell, "(+$25.00)"));
  g_assert_cmpstr (other, ==, "");
  g_assert_nonnull (strstr (spoken, "$25.00 more than these facts give"));
  mp_window_show_page (window, "facts", MP_MONTH_NONE);
  settle ();
  g_assert_true (has_text (GTK_WIDGET (window), "Social Security may ask back $25.00."));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* The list is read anew while the store changes somebody, as a poll or another window may have it. */
static void
read_anew (MpStore *changed, const char *person_id, GObject **person)
{
  settle ();
  g_assert_nonnull (*person);
}

static void
test_person_kept (gconstpointer action)
{
  GtkWidget *window = mp_window_new (ADW_APPLICATION (application), store, figures);
  g_autofree char *id = mp_store_save (store, NULL, NULL,
    "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"name\": \"Aaron\"}}", NULL);
  g_autofree char *said = NULL;
  GtkSelectionModel *model;
  GObject *person;

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  model = gtk_list_view_get_model (GTK_LIST_VIEW (find_type (window, GTK_TYPE_LIST_VIEW)));
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), 0);
  person = G_OBJECT (mp_person_row_get_person (gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model))));
  said = g_strdup_printf ("%s is in the %s", mp_person_get_name (MP_PERSON (person)), g_str_equal (action, "people.bin") ? "bin" : "archive");
  g_object_add_weak_pointer (person, (gpointer *) &person);
  g_signal_connect (store, "changed", G_CALLBACK (read_anew), &person);
  gtk_widget_activate_action (find_type (window, MP_TYPE_PEOPLE_PAGE), action, NULL);
  g_signal_handlers_disconnect_by_func (store, read_anew, &person);
  settle ();
  g_assert_true (has_text (window, said));
  g_assert_null (person); /* the list has let it go */
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A window that opens a file reads the people when they are asked for; one whose file is none shows them. */
static void
test_open_files (void)
{
  static const char *const names[] = { "data/samples/alex-both-benefits.milepost", "meson.build" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("MP_SOURCE_ROOT"), names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      MpWindow *window = MP_WINDOW (mp_window_new (ADW_APPLICATION (application), store, figures));
      GtkWidget *people;

      mp_window_open_files (window, &file, 1);
      settle ();
      people = find_type (GTK_WIDGET (window), MP_TYPE_PEOPLE_PAGE);
      g_assert_true ((mp_window_get_model (window) != NULL) == (i == 0));
      g_assert_true ((people == NULL) == (i == 0));
      if (i == 0)
        gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
      settle ();
      people = find_type (GTK_WIDGET (window), MP_TYPE_PEOPLE_PAGE);
      g_assert_true (people != NULL && gtk_widget_get_mapped (people));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_type (people, GTK_TYPE_LIST_VIEW))))), >, 0);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
wait_for_rows (GListModel *rows, guint n)
{
  const gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (g_list_model_get_n_items (rows) != n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n);
}

static void
assert_first (GListModel *rows, const char *name)
{
  g_autoptr (MpPersonRow) row = g_list_model_get_item (rows, 0);

  g_assert_cmpstr (mp_person_get_name (mp_person_row_get_person (row)), ==, name);
}

static void
assert_each_in_order (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (MpPersonRow) row = g_list_model_get_item (rows, i);
      g_autofree char *name = g_strdup_printf ("Pat %03u", i);

      g_assert_cmpstr (mp_person_get_name (mp_person_row_get_person (row)), ==, name);
    }
}

static void
opened_cb (MpPeoplePage *page, const char *person_id, guint *n)
{
  (*n)++;
}

/* All rows come, in their order, and come again after a search; a person out of its sight is not what Enter opens. */
static void
test_rows (void)
{
  g_autofree char *path = g_strconcat (g_getenv ("XDG_DATA_HOME"), "/rows.db", NULL);
  g_autoptr (MpStore) many = mp_store_open (path, NULL);
  GtkWidget *window = adw_window_new (), *page = mp_people_page_new (many);
  GtkSingleSelection *selection;
  GListModel *rows;
  guint opened = 0;

  for (gint i = 299; i >= 0; i--)
    {
      g_autofree char *document = g_strdup_printf (
        "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"name\": \"Pat %03d\"}}", i);
      g_autofree char *id = mp_store_save (many, NULL, NULL, document, NULL);

      g_assert_nonnull (id);
    }
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (find_type (page, GTK_TYPE_LIST_VIEW))));
  rows = G_LIST_MODEL (selection);
  wait_for_rows (rows, 300);
  assert_first (rows, "Pat 000");
  gtk_single_selection_set_selected (selection, 299);
  gtk_editable_set_text (GTK_EDITABLE (find_type (page, GTK_TYPE_SEARCH_ENTRY)), "pat 1");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  assert_first (rows, "Pat 100");
  wait_for_rows (rows, 138); /* the store finds a 1 wherever it stands: 100 to 199, and 19 each of 0 to 99 and 200 to 299 */
  /* Rows that are left over are empty until they go. */
  g_signal_connect (page, "open-person", G_CALLBACK (opened_cb), &opened);
  gtk_editable_set_text (GTK_EDITABLE (find_type (page, GTK_TYPE_SEARCH_ENTRY)), "pat 29");
  g_signal_emit_by_name (find_type (page, GTK_TYPE_LIST_VIEW), "activate", 10);
  g_assert_cmpuint (opened, ==, 0);
  g_signal_emit_by_name (find_type (page, GTK_TYPE_LIST_VIEW), "activate", 9);
  g_assert_cmpuint (opened, ==, 1);
  wait_for_rows (rows, 13); /* and 029, 129 and 229 */
  gtk_editable_set_text (GTK_EDITABLE (find_type (page, GTK_TYPE_SEARCH_ENTRY)), "");
  wait_for_rows (rows, 300);
  assert_each_in_order (rows);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  begin_program (&argc, &argv);
  g_test_add_func ("/app/window/open-files", test_open_files);
  g_test_add_func ("/app/window/jump", test_jump);
  g_test_add_func ("/app/window/reported", test_reported);
  g_test_add_func ("/app/window/note", test_note);
  g_test_add_func ("/app/window/paid", test_paid);
  g_test_add_data_func ("/app/window/kept-binned", "people.bin", test_person_kept);
  g_test_add_data_func ("/app/window/kept-archived", "people.archive", test_person_kept);
  g_test_add_func ("/app/window/rows", test_rows);
  return run_program_tests ();
}
