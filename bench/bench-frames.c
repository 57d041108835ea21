/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window, in a frame clock's own times: from the start of the program to the first picture, and
 * while the hours slider is moved at every frame.
 *
 * usage: bench-frames empty | bench-frames CASE [MONTHS]
 */

#include "mp-application.h"
#include "mp-case-page.h"
#include "mp-casefile.h"
#include "mp-overlay.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#define N_FRAMES 300
#define WIDTH 1280
#define HEIGHT 820

typedef struct {
  GtkWidget *window, *hours;
  MpCaseModel *model;
  const char *path;
  gint64 begin, before_paint, edit_begin;
  guint frame, late;
  double project[N_FRAMES], paint[N_FRAMES];
  gint64 last_frame_time;
  GMainLoop *loop;
} Bench;

/* Time of this process alone, so that other work on the machine is left out. */
static gint64
cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000) + now.tv_nsec / 1000;
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static void
print_times (const char *name, double *times, guint n)
{
  qsort (times, n, sizeof *times, compare);
  g_print ("%s: median %.2f ms, 99 of 100 within %.2f ms\n", name, times[n / 2], times[n * 99 / 100]);
}

static GtkWidget *
find_scale (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_SCALE (child) && gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (child))) == 4000
                         ? child : find_scale (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *self)
{
  self->before_paint = cpu_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->begin != 0)
    {
      g_print ("start to the first picture: %.0f ms\n", (double) (now - self->begin) / 1000);
      self->begin = 0;
      if (self->path == NULL)
        g_main_loop_quit (self->loop);
      return;
    }
  if (self->hours == NULL || self->frame >= N_FRAMES)
    return;
  self->paint[self->frame] = (double) (cpu_time () - self->before_paint) / 1000;
}

/* What a hand on the slider does, once a frame: it goes back and forth over the limits. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *self = data;
  gint64 frame_time = gdk_frame_clock_get_frame_time (clock);
  gint64 begin;
  gint hours;

  if (self->hours == NULL)
    self->hours = find_scale (self->window);
  if (self->hours == NULL)
    return G_SOURCE_CONTINUE;
  if (self->last_frame_time != 0 && self->frame > 1 && frame_time - self->last_frame_time > 17500)
    self->late++;
  self->last_frame_time = frame_time;
  self->frame++;
  if (self->frame >= N_FRAMES)
    {
      g_main_loop_quit (self->loop);
      return G_SOURCE_REMOVE;
    }
  hours = (gint) (self->frame % 60);
  begin = cpu_time ();
  gtk_adjustment_set_value (gtk_range_get_adjustment (GTK_RANGE (self->hours)), 100.0 * (hours < 30 ? 10 + hours : 70 - hours));
  self->project[self->frame] = (double) (cpu_time () - begin) / 1000;
  return G_SOURCE_CONTINUE;
}

static MpCase *
load (const char *path, gint months)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *kase = mp_case_load (path, problems, NULL);

  if (kase == NULL)
    g_error ("%s cannot be read", path);
  if (months > 0)
    kase->projection.months = months;
  return kase;
}

gint
main (gint argc, char **argv)
{
  Bench self = { .begin = g_get_monotonic_time (), .path = argc > 1 && !g_str_equal (argv[1], "empty") ? argv[1] : NULL };
  g_autoptr (MpParameters) figures = NULL;
  GdkFrameClock *clock;

  adw_init ();
  self.loop = g_main_loop_new (NULL, FALSE);
  self.window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self.window), WIDTH, HEIGHT);
  if (self.path != NULL)
    {
      figures = mp_parameters_new (NULL);
      self.model = mp_case_model_new (load (self.path, argc > 2 ? atoi (argv[2]) : 0), figures);
      adw_window_set_content (ADW_WINDOW (self.window), mp_case_page_new (self.model));
    }
  gtk_window_present (GTK_WINDOW (self.window));
  clock = gtk_widget_get_frame_clock (self.window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &self);
  if (self.path != NULL)
    gtk_widget_add_tick_callback (self.window, tick_cb, &self, NULL);
  g_main_loop_run (self.loop);
  if (self.path != NULL)
    {
      print_times ("edit: project all plans and update the page", self.project + 2, self.frame - 2);
      print_times ("paint: layout to after-paint", self.paint + 2, self.frame - 2);
      g_print ("frames later than 17.5 ms after the one before: %u of %u\n", self.late, self.frame);
    }
  gtk_window_destroy (GTK_WINDOW (self.window));
  g_clear_object (&self.model);
  g_main_loop_unref (self.loop);
  return EXIT_SUCCESS;
}
