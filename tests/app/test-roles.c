/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a screen reader is told of each widget class of ours: its role, and that what takes the focus has a name. */

#include "sample.h"

typedef struct {
  const char *type;
  GtkAccessibleRole role;
  gboolean named; /* each one has a name of its own */
} Expected;

static const Expected expected[] = {
  { "MpChartView", GTK_ACCESSIBLE_ROLE_GROUP, TRUE },   { "MpLadderView", GTK_ACCESSIBLE_ROLE_GROUP, TRUE },
  { "MpLinesView", GTK_ACCESSIBLE_ROLE_GROUP, TRUE },   { "MpCurveView", GTK_ACCESSIBLE_ROLE_IMG, TRUE },
  { "MpPictureSpot", GTK_ACCESSIBLE_ROLE_IMG, TRUE },   { "MpSmallPicture", GTK_ACCESSIBLE_ROLE_IMG, TRUE },
  { "MpStepBar", GTK_ACCESSIBLE_ROLE_GROUP, TRUE },     { "MpStepEdge", GTK_ACCESSIBLE_ROLE_SLIDER, TRUE },
  { "MpStepBox", GTK_ACCESSIBLE_ROLE_PRESENTATION, FALSE }, { "MpMonthStrip", GTK_ACCESSIBLE_ROLE_GROUP, TRUE },
  { "MpMonthCell", GTK_ACCESSIBLE_ROLE_CHECKBOX, TRUE }, { "MpForm", GTK_ACCESSIBLE_ROLE_GROUP, FALSE },
  { "MpWrap", GTK_ACCESSIBLE_ROLE_GROUP, FALSE },       { "MpSourceButton", GTK_ACCESSIBLE_ROLE_PRESENTATION, FALSE },
};

static gboolean seen[G_N_ELEMENTS (expected)];

static void
check (GtkWidget *widget)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (g_str_equal (G_OBJECT_TYPE_NAME (widget), expected[i].type))
      {
        seen[i] = TRUE;
        gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), expected[i].role);
        if (expected[i].named && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
          g_error ("a %s in a %s has no name", expected[i].type, G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      check (child);
}

static void
test_roles (void)
{
  static const char *const pages[] = { "facts", "work", "projection", "milestones", "compare" };
  g_autoptr (MpCaseModel) model = sample_model (ALEX);
  GtkWidget *page = sample_page (model, 1280, 800);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_page (page, pages[i]);
      check (page);
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (!seen[i])
      g_error ("no %s was shown", expected[i].type);
  close_page (page);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/roles/all", test_roles);
  return g_test_run ();
}
