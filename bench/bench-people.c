/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of people on the screen: a letter of a search, another order, scrolling, each to the end of the picture.
 *
 * usage: bench-people PEOPLE.jsonl DATABASE, a case a line; run it on a screen
 */

#include "mp-people-page.h"
#include "mp-settings.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST 400

typedef struct {
  GtkWidget *window, *page;
  gboolean painted;
  double times[MOST];
  guint n;
} Bench;

/* Milliseconds of this process alone, so that other work on the machine is left out. */
static double
cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static void
print_times (Bench *self, const char *name)
{
  qsort (self->times, self->n, sizeof *self->times, compare);
  g_print ("%s: median %.2f ms, most %.2f ms, %u times\n", name, self->times[self->n / 2], self->times[self->n - 1], self->n);
  self->n = 0;
}

static void
painted_cb (GdkFrameClock *clock, Bench *self)
{
  self->painted = TRUE;
}

/* What was begun at @begin is on the screen. */
static void
finish (Bench *self, double begin)
{
  self->painted = FALSE;
  gtk_widget_queue_draw (self->page);
  while (!self->painted)
    g_main_context_iteration (NULL, TRUE);
  if (self->n < MOST)
    self->times[self->n++] = cpu_time () - begin;
}

static void
wait_frames (Bench *self, guint n)
{
  for (guint i = 0; i < n; i++)
    finish (self, cpu_time ());
  self->n = 0;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* @first: the letter that is typed into an empty entry, when the rows out of sight are there too; else those after it. */
static void
search (Bench *self, gboolean first, const char *name)
{
  static const char *const words[] = { "maria", "ssdi", "wi", "james s", "zzz" };
  GtkEditable *entry = GTK_EDITABLE (find (self->page, GTK_TYPE_SEARCH_ENTRY));
  double times[MOST];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      for (gsize length = 1; length <= strlen (words[i]); length++)
        {
          g_autofree char *typed = g_strndup (words[i], length);
          const double begin = cpu_time ();

          gtk_editable_set_text (entry, typed);
          finish (self, begin);
          if (first == (length == 1))
            times[n++] = self->times[self->n - 1];
        }
      gtk_editable_set_text (entry, "");
      wait_frames (self, 40);
    }
  memcpy (self->times, times, n * sizeof *times);
  self->n = n;
  print_times (self, name);
}

static void
sort (Bench *self)
{
  static const char *const ways[] = { "name", "change", "opened" };

  for (guint i = 0; i < 9; i++)
    {
      const double begin = cpu_time ();

      g_settings_set_string (mp_settings_get (), "people-sort", ways[i % 3]);
      finish (self, begin);
    }
  print_times (self, "another order");
}

static void
scroll (Bench *self, double step, const char *name)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find (self->page, GTK_TYPE_SCROLLED_WINDOW)));

  gtk_adjustment_set_value (adjustment, 0);
  wait_frames (self, 3);
  for (guint i = 0; i < 300; i++)
    {
      const double begin = cpu_time ();

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      finish (self, begin);
    }
  print_times (self, name);
}

static void
fill (MpStore *store, const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (text, "\n", 0);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      {
        g_autofree char *id = mp_store_save (store, NULL, NULL, *line, &error);

        if (id == NULL)
          g_error ("%s", error->message);
      }
}

gint
main (gint argc, char **argv)
{
  Bench self = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MpStore) store = NULL;

  if (argc != 3)
    g_error ("usage: bench-people PEOPLE.jsonl DATABASE");
  store = mp_store_open (argv[2], &error);
  if (store == NULL)
    g_error ("%s", error->message);
  fill (store, argv[1]);
  adw_init ();
  self.window = adw_window_new ();
  self.page = mp_people_page_new (store);
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1280, 820);
  adw_window_set_content (ADW_WINDOW (self.window), self.page);
  gtk_window_present (GTK_WINDOW (self.window));
  g_signal_connect (gtk_widget_get_frame_clock (self.window), "after-paint", G_CALLBACK (painted_cb), &self);
  wait_frames (&self, 30);
  search (&self, TRUE, "the first letter of a search");
  search (&self, FALSE, "each letter after it");
  wait_frames (&self, 30);
  sort (&self);
  scroll (&self, 53, "scrolling by a wheel's notch, a frame");
  scroll (&self, 1100, "scrolling by a page, a frame");
  gtk_window_destroy (GTK_WINDOW (self.window));
  return EXIT_SUCCESS;
}
