/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The program with the sample's person in a window, and what can be found there. */

#pragma once

#include "program.h"

#include "mp-window.h"

#include <string.h>

static inline void
settle (void)
{
  for (guint i = 0; i < 300; i++)
    g_main_context_iteration (NULL, FALSE);
}

static inline MpWindow *
new_window (const char *person_id)
{
  GtkWidget *window = mp_window_new (ADW_APPLICATION (application), store, figures);

  mp_window_open_person (MP_WINDOW (window), person_id);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return MP_WINDOW (window);
}

/* (transfer full) */
static inline char *
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

static inline GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* A label or button that is seen and has the text. */
static inline GtkWidget *
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
