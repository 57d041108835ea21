/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A case on the screen, and its widgets. */

#pragma once

#include "mp-application.h"
#include "mp-case-model.h"
#include "mp-case-page.h"
#include "mp-casefile.h"

#include <adwaita.h>

#define ALEX "alex-both-benefits.milepost"

/* Until a condition holds; fails when it does not within 30 seconds. */
#define wait_for(condition) \
  G_STMT_START { \
    for (gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC; !(condition);) \
      { \
        if (g_get_monotonic_time () > end) \
          g_error ("in vain: " #condition); \
        if (!g_main_context_iteration (NULL, FALSE)) \
          g_usleep (1000); \
      } \
  } G_STMT_END

static inline char *
sample_path (const char *name)
{
  return g_build_filename (g_getenv ("MP_SOURCE_ROOT"), "data/samples", name, NULL);
}

static inline MpParameters *
sample_figures (void)
{
  static MpParameters *figures;
  g_autoptr (GError) error = NULL;

  if (figures == NULL)
    figures = mp_parameters_new (&error);
  g_assert_no_error (error);
  return figures;
}

static inline MpCaseModel *
sample_model (const char *name)
{
  g_autofree char *path = sample_path (name);
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  MpCase *kase = mp_case_load (path, problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (kase);
  return mp_case_model_new (kase, sample_figures ());
}

/* Until nothing more urgent is left to do, such as names of months. */
static inline void
wait_for_quiet (GtkWidget *page)
{
  while (gtk_widget_get_width (page) == 0 || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

/* A window with the pages of a case. Returns: the pages */
static inline GtkWidget *
sample_page (MpCaseModel *model, int width, int height)
{
  GtkWidget *window = adw_window_new (), *page = mp_case_page_new (model);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  return page;
}

static inline void
show_page (GtkWidget *page, const char *name)
{
  mp_case_page_show (MP_CASE_PAGE (page), name);
  wait_for_quiet (page);
}

static inline void
close_page (GtkWidget *page)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
}

/* The program itself, with a folder of its own for what it keeps. Call it before gtk_test_init (). */
static inline void
sample_home (void)
{
  g_autofree char *home = g_dir_make_tmp ("milepost-XXXXXX", NULL);

  g_assert_nonnull (home);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
}

static inline MpApplication *
sample_application (void)
{
  MpApplication *application = mp_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

/* The first widget of a type, from the outside in; NULL: there is none. */
static inline GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static inline GtkWidget *
find_class (GtkWidget *widget, const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, css_class) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_class (child, css_class);
  return found;
}

/* The nth child that takes the focus, from 0 */
static inline GtkWidget *
focusable_in (GtkWidget *parent, guint n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_focusable (child) && n-- == 0)
      return child;
  return NULL;
}
