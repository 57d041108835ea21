/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What leaves Projection through the clipboard is what is on the screen. */

#include "mp-chart-view.h"
#include "mp-month-table.h"
#include "mp-words.h"
#include "sample.h"

#include <string.h>

static GtkWidget *
open_projection (MpCaseModel *model)
{
  GtkWidget *page = sample_page (model, 1200, 800);

  show_page (page, "projection");
  return page;
}

/* Lines of the table as the clipboard has it. */
static GStrv
copied_table (GtkWidget *table)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_activate_action (table, "columns.copy", NULL));
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (gtk_widget_get_clipboard (table)), &value, &error);
  g_assert_no_error (error);
  return g_strsplit (g_value_get_string (&value), "\n", -1);
}

static void
test_table (void)
{
  g_autoptr (MpCaseModel) model = sample_model (ALEX);
  GtkWidget *page = open_projection (model), *table;
  g_auto (GStrv) first = NULL, narrower = NULL, folded = NULL, other = NULL;
  g_autofree char *action = g_strdup_printf ("columns.column-%d", MP_COLUMN_SSDI);

  gtk_widget_activate_action (find_type (page, MP_TYPE_CHART_VIEW), "projection.table", NULL);
  table = find_type (page, MP_TYPE_MONTH_TABLE);
  first = copied_table (table);
  /* 36 months under their titles; $640 SSDI, and $994 less $620 is $374 of SSI */
  g_assert_cmpuint (g_strv_length (first), ==, 36 + 2);
  g_assert_true (g_str_has_prefix (first[0], "Month\t"));
  g_assert_true (g_str_has_prefix (first[1], "Jan 2026\t"));
  g_assert_nonnull (strstr (first[1], "\t$640.00\t$374.00\t"));
  g_assert_nonnull (strstr (first[1], "\t$1,014.00"));
  g_assert_nonnull (strstr (first[36], "$2,275.00")); /* 35 hours at $15, 52 weeks, 12 months */

  g_assert_true (gtk_widget_activate_action (table, action, NULL));
  narrower = copied_table (table);
  g_assert_null (strstr (narrower[0], "SSDI"));
  g_assert_null (strstr (narrower[1], "$640.00"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_type (table, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  folded = copied_table (table);
  g_assert_cmpuint (g_strv_length (folded), <, g_strv_length (narrower));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_type (table, GTK_TYPE_TOGGLE_BUTTON)), FALSE);

  mp_case_model_set_scenario (model, 1);
  other = copied_table (table);
  g_assert_nonnull (strstr (other[36], "$650.00")); /* 10 hours */
  close_page (page);
}

static void
written_cb (GObject *provider, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (provider), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static GBytes *
written (GdkContentProvider *provider, const char *type)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean done = FALSE;

  gdk_content_provider_write_mime_type_async (provider, type, stream, G_PRIORITY_DEFAULT, NULL, written_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* As whatever is pasted into wants it: pixels, lines or text. */
static void
test_picture (void)
{
  g_autoptr (MpCaseModel) model = sample_model (ALEX);
  GtkWidget *page = open_projection (model), *chart = find_type (page, MP_TYPE_CHART_VIEW);
  GdkContentProvider *picture;
  g_autoptr (GBytes) png = NULL, svg = NULL;
  g_autofree char *drawing = NULL;
  g_auto (GValue) text = G_VALUE_INIT;
  g_auto (GStrv) lines = NULL;

  mp_chart_view_set_span (MP_CHART_VIEW (chart), 12);
  mp_chart_view_set_cursor (MP_CHART_VIEW (chart), 0);
  g_assert_true (gtk_widget_activate_action (chart, "projection.copy-picture", NULL));
  picture = gdk_clipboard_get_content (gtk_widget_get_clipboard (chart));
  png = written (picture, "image/png");
  svg = written (picture, "image/svg+xml");
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 8, "\x89PNG\r\n\x1a\n", 8);
  drawing = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (drawing, "<svg"));
  g_value_init (&text, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (picture, &text, NULL));
  lines = g_strsplit (g_value_get_string (&text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 12 + 2); /* the months of the picture, under their titles */
  g_assert_true (g_str_has_prefix (lines[1], "Jan 2026\t"));
  g_assert_nonnull (strstr (lines[1], "\t$374.00\t"));
  close_page (page);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/copy/table", test_table);
  g_test_add_func ("/copy/picture", test_picture);
  return g_test_run ();
}
