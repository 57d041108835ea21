/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From the start of the process to the first picture on the screen: opens a case with the people there are, as the
 * program does, or a window of libadwaita with nothing in it.
 *
 * usage: bench-window [memory] [empty | CASE]; run it on a screen with a session bus. Prints milliseconds, or after some
 * seconds of rest the memory in kB: resident, and with what is shared counted in parts. */

#include "mp-application.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Seconds since the system started, at which this process began. */
static double
process_start (void)
{
  g_autofree char *stat = NULL;
  g_auto (GStrv) fields = NULL;
  const char *after;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL) || (after = strrchr (stat, ')')) == NULL)
    return 0;
  fields = g_strsplit (after + 2, " ", 0);
  return g_ascii_strtod (fields[19], NULL) / (double) sysconf (_SC_CLK_TCK);
}

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_BOOTTIME, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static gboolean memory;

static gint64
memory_of (const char *text, const char *key)
{
  const char *line = strstr (text, key);

  return line != NULL ? g_ascii_strtoll (line + strlen (key), NULL, 10) : 0;
}

static void
print_memory (gpointer data)
{
  g_autofree char *text = NULL;

  if (g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", memory_of (text, "Rss:"), memory_of (text, "Pss:"));
  g_application_quit (g_application_get_default ());
}

static void
painted_cb (GdkFrameClock *clock, GtkWidget *window)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  if (memory)
    {
      g_timeout_add_once (3000, print_memory, NULL);
      return;
    }
  printf ("%.0f\n", (now () - process_start ()) * 1000);
  g_application_quit (g_application_get_default ());
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    realized_cb (GTK_WIDGET (window));
  else
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

static void
show_empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 820);
  gtk_window_present (GTK_WINDOW (window));
}

static GtkApplication *
empty_application (void)
{
  GtkApplication *application = GTK_APPLICATION (adw_application_new ("io.github.milepost.Empty", G_APPLICATION_DEFAULT_FLAGS));

  g_signal_connect (application, "activate", G_CALLBACK (show_empty_cb), NULL);
  return application;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;
  gboolean empty;

  memory = argc > 1 && g_str_equal (argv[1], "memory");
  argc -= memory;
  argv += memory;
  empty = argc > 1 && g_str_equal (argv[1], "empty");
  application = empty ? empty_application () : GTK_APPLICATION (mp_application_new ());

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), empty ? 1 : argc, argv);
}
