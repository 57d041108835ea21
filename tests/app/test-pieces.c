/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The widgets that the pages Facts and Work are made of. */

#include "mp-month-strip.h"
#include "mp-source-button.h"
#include "mp-step-bar.h"
#include "sample.h"


static void
count_cb (GtkWidget *widget, guint *n)
{
  (*n)++;
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (child) || gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

/* Labels of a caption are children too: only what takes the focus counts. */
static guint
n_focusable (GtkWidget *parent)
{
  guint n = 0;

  while (focusable_in (parent, n) != NULL)
    n++;
  return n;
}

static void
assert_name (GtkWidget *widget, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static char *
note (MpMonth month, gpointer data)
{
  return month == mp_month (2024, 7) ? g_strdup ("trial work from $1,110.00") : NULL;
}

static void
assert_months (MpMonthStrip *strip, const char *expected)
{
  guint n;
  const MpMonth *months = mp_month_strip_get_months (strip, &n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      char month[MP_MONTH_TEXT_SIZE];
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", mp_month_to_text (months[i], month));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_strip (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_entry_new (), *strip = mp_month_strip_new (), *after = gtk_entry_new ();
  const MpMonth ticked[] = { mp_month (2024, 6) };
  GtkWidget *window, *june, *july;
  guint n = 0;

  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), strip);
  gtk_box_append (GTK_BOX (box), after);
  mp_month_strip_set_range (MP_MONTH_STRIP (strip), mp_month (2021, 1), mp_month (2025, 12));
  mp_month_strip_set_note (MP_MONTH_STRIP (strip), note, NULL, NULL);
  mp_month_strip_set_months (MP_MONTH_STRIP (strip), ticked, 1);
  window = show (box);
  g_signal_connect (strip, "changed", G_CALLBACK (count_cb), &n);
  g_assert_cmpuint (n_focusable (strip), ==, 60);
  june = focusable_in (strip, 41);
  july = focusable_in (strip, 42);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (june), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  assert_name (june, "June 2024");
  assert_name (july, "July 2024: trial work from $1,110.00");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (june), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (july), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);

  /* One tab stop, at the last month; from there out. */
  gtk_widget_grab_focus (before);
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focusable_in (strip, 59));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), after));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_get_parent (gtk_window_get_focus (GTK_WINDOW (window))) == strip);

  /* 18 months back from December 2025, then a month on; Space ticks, Shift carries the tick along. */
  gtk_widget_activate_action (strip, "strip.move", "(ib)", -12, FALSE);
  gtk_widget_activate_action (strip, "strip.move", "(ib)", -5, FALSE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == july);
  g_assert_cmpuint (n, ==, 0);
  gtk_widget_activate_action (strip, "strip.toggle", NULL);
  assert_months (MP_MONTH_STRIP (strip), "2024-06 2024-07");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (july), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_widget_activate_action (strip, "strip.move", "(ib)", 1, TRUE);
  gtk_widget_activate_action (strip, "strip.move", "(ib)", 1, TRUE);
  assert_months (MP_MONTH_STRIP (strip), "2024-06 2024-07 2024-08 2024-09");
  gtk_widget_activate_action (strip, "strip.toggle", NULL);
  assert_months (MP_MONTH_STRIP (strip), "2024-06 2024-07 2024-08");
  g_assert_cmpuint (n, ==, 4);
  /* At either end it stays. */
  gtk_widget_activate_action (strip, "strip.move", "(ib)", G_MAXINT, FALSE);
  gtk_widget_activate_action (strip, "strip.move", "(ib)", 12, TRUE);
  g_assert_cmpuint (n, ==, 4);
  /* Another range keeps what is ticked. */
  mp_month_strip_set_range (MP_MONTH_STRIP (strip), mp_month (2020, 12), mp_month (2024, 7));
  g_assert_cmpuint (n_focusable (strip), ==, 44);
  assert_months (MP_MONTH_STRIP (strip), "2024-06 2024-07 2024-08");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_source (void)
{
  GtkWidget *mark = mp_source_button_new ("Full amount"), *window = show (mark);
  GtkWidget *button = gtk_widget_get_first_child (mark);
  MpSource source = { NULL, MP_SOURCE_BPQY, { mp_month (2026, 1), 6 }, MP_CHECKED_YES, (char *) "SSA", NULL }, got;
  guint n = 0;

  g_signal_connect (mark, "changed", G_CALLBACK (count_cb), &n);
  assert_name (button, "Source of Full amount: Not said");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (button)))), ==, "?");
  mp_source_button_set_source (MP_SOURCE_BUTTON (mark), &source);
  assert_name (button, "Source of Full amount: BPQY, 2026-01-06, checked");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (button)))), ==, "B");
  mp_source_button_popup (MP_SOURCE_BUTTON (mark));
  g_assert_nonnull (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_cmpuint (n, ==, 0);
  {
    GtkWidget *box = gtk_popover_get_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
    GtkWidget *person = gtk_widget_get_first_child (box);

    for (guint i = 0; i < MP_SOURCE_PERSON; i++)
      person = gtk_widget_get_next_sibling (person);
    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (person), GTK_ACCESSIBLE_ROLE_CHECKBOX);
    assert_name (person, "Client’s word");
    gtk_check_button_set_active (GTK_CHECK_BUTTON (person), TRUE);
  }
  g_assert_cmpuint (n, ==, 1);
  mp_source_button_get_source (MP_SOURCE_BUTTON (mark), &got);
  g_assert_cmpint (got.by, ==, MP_SOURCE_PERSON);
  g_assert_cmpint (got.on.day, ==, 6);
  g_assert_cmpstr (got.ask, ==, "SSA");
  mp_source_button_set_source (MP_SOURCE_BUTTON (mark), NULL);
  mp_source_button_get_source (MP_SOURCE_BUTTON (mark), &got);
  g_assert_cmpint (got.by, ==, MP_SOURCE_UNKNOWN);
  g_assert_cmpint (got.on.month, ==, MP_MONTH_NONE);
  source = (MpSource) { .on = { MP_MONTH_NONE, 0 }, .checked = MP_CHECKED_NO, .ask = (char *) "a pay stub" };
  mp_source_button_set_source (MP_SOURCE_BUTTON (mark), &source);
  assert_name (button, "Source of Full amount: Not said, still to check. Who can confirm: a pay stub");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (button)))), ==, "!");
  g_assert_null (got.ask);
  g_assert_cmpuint (n, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_steps (void)
{
  const MpStep steps[] = {
    { "Store clerk", mp_month (2026, 2), mp_month (2026, 5), 1000, 65000 }, { "Store clerk", mp_month (2026, 6), MP_MONTH_OPEN, 2000, 130000 },
    { "Tutor", mp_month (2026, 4), mp_month (2026, 9), MP_MONEY_NONE, 20000 },
  };
  GtkWidget *bar = mp_step_bar_new (), *window;
  guint changes = 0, done = 0, n;
  const MpStep *got;

  mp_step_bar_set_steps (MP_STEP_BAR (bar), mp_month (2026, 1), mp_month (2028, 12), steps, 3);
  window = show (bar);
  g_signal_connect (bar, "changed", G_CALLBACK (count_cb), &changes);
  g_signal_connect (bar, "done", G_CALLBACK (count_cb), &done);
  /* Two steps that meet share an edge. */
  g_assert_cmpuint (n_focusable (bar), ==, 5);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (focusable_in (bar, 1)), GTK_ACCESSIBLE_ROLE_SLIDER);
  assert_name (focusable_in (bar, 0), "Store clerk, 10 h: begins February 2026");
  assert_name (focusable_in (bar, 1), "Store clerk, 20 h: begins June 2026");
  assert_name (focusable_in (bar, 2), "Store clerk, 20 h: goes on");
  assert_name (focusable_in (bar, 3), "Tutor, $200.00: begins April 2026");
  assert_name (focusable_in (bar, 4), "Tutor, $200.00: ends September 2026");

  gtk_widget_grab_focus (focusable_in (bar, 1));
  gtk_widget_activate_action (bar, "step.month", "i", 1);
  got = mp_step_bar_get_steps (MP_STEP_BAR (bar), &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (got[0].to, ==, mp_month (2026, 6));
  g_assert_cmpint (got[1].from, ==, mp_month (2026, 7));
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpuint (done, ==, 1);
  /* Neither step gets shorter than a month. */
  gtk_widget_activate_action (bar, "step.month", "i", -12);
  g_assert_cmpint (got[0].from, ==, mp_month (2026, 2));
  g_assert_cmpint (got[0].to, ==, mp_month (2026, 2));
  g_assert_cmpint (got[1].from, ==, mp_month (2026, 3));
  gtk_widget_activate_action (bar, "step.hours", "i", 100);
  g_assert_cmpint (got[1].hours, ==, 2100);
  assert_name (focusable_in (bar, 1), "Store clerk, 21 h: begins March 2026");

  /* The end that goes on comes to stand, and goes on again. */
  gtk_widget_grab_focus (focusable_in (bar, 2));
  gtk_widget_activate_action (bar, "step.month", "i", -1);
  g_assert_cmpint (got[1].to, ==, mp_month (2028, 12));
  gtk_widget_activate_action (bar, "step.month", "i", 1);
  g_assert_cmpint (got[1].to, ==, MP_MONTH_OPEN);
  /* Pay by the month has no hours to change. */
  changes = 0;
  gtk_widget_grab_focus (focusable_in (bar, 3));
  gtk_widget_activate_action (bar, "step.hours", "i", 100);
  g_assert_cmpuint (changes, ==, 0);
  /* The same steps with other months keep the focus where it is. */
  {
    MpStep same[3] = { got[0], got[1], got[2] };
    g_autofree char *clerk = g_strdup (got[0].job), *clerk2 = g_strdup (got[1].job), *tutor = g_strdup (got[2].job);
    GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

    same[0].job = clerk;
    same[1].job = clerk2;
    same[2].job = tutor;
    same[2].from++;
    mp_step_bar_set_steps (MP_STEP_BAR (bar), mp_month (2026, 1), mp_month (2028, 12), same, 3);
    g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
    assert_name (focus, "Tutor, $200.00: begins May 2026");
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/pieces/month-strip", test_strip);
  g_test_add_func ("/pieces/source", test_source);
  g_test_add_func ("/pieces/steps", test_steps);
  return g_test_run ();
}
