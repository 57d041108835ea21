/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From the start of the process to the first picture on the screen: opens a case with the people there
 * are, as the program does. usage: bench-window CASE; run it on a screen with a session bus. */

#include "mp-application.h"

#include <stdio.h>
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

static void
painted_cb (GdkFrameClock *clock, GtkWidget *window)
{
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

int
main (int argc, char *argv[])
{
  g_autoptr (MpApplication) application = mp_application_new ();

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
