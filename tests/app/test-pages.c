/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages Facts and Work with a case: what can be edited there, and in how little room. */

#include "mp-adaptive.h"
#include "mp-catalogue.h"
#include "mp-edit.h"
#include "mp-fact-entry.h"
#include "mp-facts-form.h"
#include "mp-facts-page.h"
#include "mp-form.h"
#include "mp-step-bar.h"
#include "mp-words-compare.h"
#include "mp-work-form.h"
#include "mp-work-months.h"
#include "mp-work-page.h"
#include "sample.h"

#include <string.h>

#define ROOM 360

static int
least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Names the widgets that do not fit, the innermost last. */
static void
blame (GtkWidget *widget, guint depth)
{
  if (least_width (widget) <= ROOM - 60)
    return;
  g_test_message ("%*s%s %d %s", depth, "", G_OBJECT_TYPE_NAME (widget), least_width (widget),
                  GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    blame (child, depth + 1);
}

/* Whatever takes its form from its room has been given some. */
static gboolean
has_room (GtkWidget *widget)
{
  if (MP_IS_ADAPTIVE (widget) && gtk_widget_get_width (widget) == 0)
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !has_room (child))
      return FALSE;
  return TRUE;
}

static void
assert_fits (GtkWidget *widget)
{
  if (MP_IS_ADAPTIVE (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (least_width (child) > gtk_widget_get_width (widget))
        blame (child, 0);
      g_assert_cmpint (least_width (child), <=, gtk_widget_get_width (widget));
    }
  /* and no panel lies over it before it is asked for */
  if (ADW_IS_FLAP (widget))
    g_assert_false (adw_flap_get_folded (ADW_FLAP (widget)) && adw_flap_get_reveal_flap (ADW_FLAP (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      assert_fits (child);
}

/* The window at its narrowest, page after page: none of them, and no bar around them, needs more room. */
static void
test_narrow (void)
{
  static const char *const samples[] = { ALEX, "kim-partnership-plus.milepost" };
  static const char *const pages[] = { "facts", "work", "projection", "milestones", "compare", "report" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (MpCaseModel) model = sample_model (samples[i]);
      GtkWidget *page = sample_page (model, ROOM, 640);

      for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
        {
          mp_case_page_show (MP_CASE_PAGE (page), pages[j]);
          while (!has_room (page) || g_main_context_pending (NULL))
            g_main_context_iteration (NULL, TRUE);
          g_test_message ("%s, %s: %d", samples[i], pages[j], least_width (page));
          assert_fits (page);
          g_assert_cmpint (gtk_widget_get_width (page), <=, ROOM);
        }
      close_page (page);
    }
}

/* Of a Social Security number that is being typed into a name, no more than five digits are kept. */
static void
test_number_in_name (void)
{
  g_autoptr (MpCaseModel) model = sample_model (ALEX);
  GtkWidget *entry = g_object_ref_sink (mp_fact_entry_new (model, "/beneficiary/name", "Name"));
  g_autofree char *name = NULL;
  const char *number = "000-12-3456";

  for (guint n = 1; n <= strlen (number); n++)
    {
      g_autofree char *typed = g_strndup (number, n), *kept = NULL;

      gtk_editable_set_text (GTK_EDITABLE (entry), typed);
      kept = mp_edit_get (mp_case_model_get_case (model), "/beneficiary/name");
      g_assert_cmpuint (strlen (kept), <=, strlen ("000-12-"));
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "Alex 2");
  name = mp_edit_get (mp_case_model_get_case (model), "/beneficiary/name");
  g_assert_cmpstr (name, ==, "Alex 2");
  g_object_unref (entry);
}

/* Every list of the contract, one entry each, inner lists too. */
static MpCase *
everything (void)
{
  static const char text[] = "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"birth_date\": \"1990-05-14\", \"state\": \"WI\"},"
                             "\"ssdi\": {\"entitled_from\": \"2022-03\", \"amounts\": [{\"from\": \"2025-12\", \"monthly\": \"640.00\"}]},"
                             "\"ssi\": {\"eligible_from\": \"2022-02\"}, \"projection\": {\"start\": \"2026-01\", \"months\": 12},"
                             "\"scenarios\": [{\"name\": \"A\"}]}";
  static const char *const lists[] = {
    "/beneficiary/student", "/ssdi/auxiliary", "/ssi/living", "/ssi/in_kind", "/ssi/unearned", "/ssi/resources", "/ssi/spouse/work_incentives",
    "/ssi/spouse/earned", "/ssi/spouse/unearned", "/ssi/children", "/ssi/children/0/unearned", "/ssi/state_supplement", "/ticket/rates",
    "/ticket/prior_payments", "/ticket/requests", "/paid", "/actions", "/pinned", "/scenarios/0/work", "/scenarios/0/work_incentives", "/scenarios/0/expedited_reinstatement",
    "/scenarios/0/ticket/assignments", "/scenarios/0/ticket/claims", "/scenarios/0/ticket/inactive", "/scenarios/0/ticket/education",
    "/scenarios/0/ticket/reviews",
  };
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *kase = mp_case_read (text, strlen (text), problems);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_assert_cmpint (mp_edit_add (kase, lists[i]), ==, 0);
  return kase;
}

static const char *const elsewhere[] = {
  "/format", "/version", "/id", /* nobody's to change */
  "/sources",                   /* the marks beside the facts */
  "/assumptions/readings",      /* in the preferences */
  "/scenarios/0/work/0/months", /* rows of their own */
  "/pinned/0/about",            /* in Work: the note of a plan */
};

static guint
assert_widgets (MpForm *facts, MpForm *work, const MpCase *kase, const char *pointer)
{
  g_autoptr (GArray) keys = mp_edit_keys (pointer);
  guint n = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      const MpEditKey *key = &g_array_index (keys, MpEditKey, i);
      g_autofree char *inner = g_strconcat (pointer, "/", key->key, NULL);
      g_autofree char *first = g_strconcat (inner, "/0", NULL);

      for (guint j = 0; j < G_N_ELEMENTS (elsewhere); j++)
        if (g_str_equal (inner, elsewhere[j]))
          goto next;
      if (key->kind == MP_EDIT_LIST)
        n += assert_widgets (facts, work, kase, first);
      else if (key->kind == MP_EDIT_OBJECT)
        n += assert_widgets (facts, work, kase, inner);
      else
        {
          g_test_message ("%s", inner);
          g_assert_true (mp_form_find (facts, inner) != NULL || mp_form_find (work, inner) != NULL);
          n++;
        }
    next:;
    }
  return n;
}

static void
test_every_key (void)
{
  g_autoptr (MpCaseModel) model = mp_case_model_new (everything (), sample_figures ());
  g_autoptr (GtkWidget) facts = g_object_ref_sink (mp_facts_form_new (model));
  g_autoptr (GtkWidget) work = g_object_ref_sink (mp_work_form_new (model, 0));

  g_assert_cmpuint (assert_widgets (MP_FORM (facts), MP_FORM (work), mp_case_model_get_case (model), ""), >, 120);
}

/* A blank entry becomes one with its first fact, and its widget stays. */
static void
test_blank (void)
{
  static const char text[] = "{\"format\": \"milepost-case\", \"version\": 1, \"beneficiary\": {\"birth_date\": \"1990-05-14\", \"state\": \"WI\"},"
                             "\"projection\": {\"start\": \"2026-01\", \"months\": 12}, \"scenarios\": [{\"name\": \"A\"}]}";
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpCaseModel) model = mp_case_model_new (mp_case_read (text, strlen (text), problems), sample_figures ());
  g_autoptr (GtkWidget) form = g_object_ref_sink (mp_facts_form_new (model));
  GtkWidget *amount = mp_form_find (MP_FORM (form), "/ssdi/amounts/0/monthly"), *bad;

  g_assert_nonnull (amount);
  gtk_editable_set_text (GTK_EDITABLE (amount), "$640");
  g_assert_true (mp_form_find (MP_FORM (form), "/ssdi/amounts/0/monthly") == amount);
  g_assert_cmpint (mp_case_model_get_case (model)->ssdi.amounts[0].monthly, ==, 64000);
  /* What is not understood is marked, and the case keeps what it had. */
  gtk_editable_set_text (GTK_EDITABLE (amount), "$640,");
  g_assert_true (gtk_widget_has_css_class (amount, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (amount), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpint (mp_case_model_get_case (model)->ssdi.amounts[0].monthly, ==, 64000);
  gtk_editable_set_text (GTK_EDITABLE (amount), "650");
  g_assert_false (gtk_widget_has_css_class (amount, "error"));
  bad = mp_form_find (MP_FORM (form), "/ssdi/history/twp_months");
  g_assert_nonnull (bad);
  /* One step takes the benefit out, and one brings it back. */
  mp_case_model_end_visit (model);
  g_assert_true (mp_case_model_undo (model));
  g_assert_false (mp_case_model_get_case (model)->ssdi.present);
}

/* A line of words makes a step; the bar moves an edge in one step of undo. */
static void
test_work (void)
{
  g_autoptr (MpCaseModel) model = sample_model (ALEX);
  g_autoptr (MpCaseView) view = mp_case_view_new (model);
  GtkWidget *window = gtk_window_new (), *page = g_object_new (MP_TYPE_WORK_PAGE, "model", model, "view", view, NULL);
  GtkWidget *line, *bar;
  const MpScenario *plan;
  g_autofree char *label = NULL;

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (page) == 0)
    g_main_context_iteration (NULL, TRUE);
  line = find_type (page, GTK_TYPE_ENTRY);
  bar = find_type (page, MP_TYPE_STEP_BAR);
  gtk_editable_set_text (GTK_EDITABLE (line), "40 h from June 2028 until done");
  g_assert_cmpuint (mp_case_model_get_case (model)->scenarios[0].n_work, ==, 4);
  g_signal_emit_by_name (line, "activate");
  plan = &mp_case_model_get_case (model)->scenarios[0];
  g_assert_cmpuint (plan->n_work, ==, 5);
  g_assert_cmpint (plan->work[4].hourly, ==, 1500);
  g_assert_cmpint (plan->work[3].when.to, ==, mp_month (2028, 5));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (line)), ==, "");

  /* The edge between 10 and 20 hours, June 2026, a month later */
  gtk_widget_grab_focus (focusable_in (bar, 1));
  gtk_widget_activate_action (bar, "step.month", "i", 1);
  plan = &mp_case_model_get_case (model)->scenarios[0];
  g_assert_cmpint (plan->work[0].when.to, ==, mp_month (2026, 6));
  g_assert_cmpint (plan->work[1].when.from, ==, mp_month (2026, 7));
  g_assert_false (mp_case_model_is_trying (model));
  gtk_widget_activate_action (bar, "step.hours", "i", 100);
  g_assert_cmpint (mp_case_model_get_case (model)->scenarios[0].work[1].hours_per_week, ==, 2100);
  g_assert_true (mp_case_model_undo (model));
  g_assert_true (mp_case_model_undo (model));
  g_assert_cmpint (mp_case_model_get_case (model)->scenarios[0].work[1].when.from, ==, mp_month (2026, 6));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_words (void)
{
  const MpIncentiveEffect effect = { mp_month (2026, 8), 0, 6000, 12000, 0 };
  const MpIncentiveEffect none = { mp_month (2026, 8), 0, 0, 0, 0 };
  MpWork work = { .when = { mp_month (2026, 1), MP_MONTH_OPEN }, .pay = { MP_PAY_TWO_WEEKS, { mp_month (2026, 5), 1 } } };
  g_autofree char *words = mp_words_incentive (&effect), *nothing = mp_words_incentive (&none);
  g_autofree char *pay_days = mp_pay_days_words (&work, mp_month (2026, 1), 12);

  g_assert_cmpstr (words, ==, "+$60.00 SSI, −$120.00 counted for SGA in August 2026");
  g_assert_cmpstr (nothing, ==, "Changes no check in these months.");
  g_assert_cmpstr (pay_days, ==, "3 pay days in May 2026, Oct 2026: SSI counts them all");
}

/* What AdwApplication does for the program */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/milepost/Milepost/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  mp_i18n_start ("/nowhere"); /* the build folder's own */
  adw_init ();
  load_style ();
  g_test_add_func ("/pages/narrow", test_narrow);
  g_test_add_func ("/pages/number-in-name", test_number_in_name);
  g_test_add_func ("/pages/every-key", test_every_key);
  g_test_add_func ("/pages/blank", test_blank);
  g_test_add_func ("/pages/work", test_work);
  g_test_add_func ("/pages/words", test_words);
  return g_test_run ();
}
