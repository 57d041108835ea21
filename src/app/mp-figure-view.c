/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-figure-view.h"

#include "mp-a11y.h"
#include "mp-picture.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 150

/**
 * MpFigureView:
 *
 * Steps of a figure, one a period. Role IMG; its label says the first and the last.
 */
struct _MpFigureView {
  GtkWidget parent_instance;
  GArray *steps; /* MpFigureStep with texts of their own */
  MpMonth until;
};

G_DEFINE_FINAL_TYPE (MpFigureView, mp_figure_view, GTK_TYPE_WIDGET)

static void
step_clear (gpointer step)
{
  g_free ((char *) ((MpFigureStep *) step)->text);
}

static void
mp_figure_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : (int) (HEIGHT * mp_text_scale (widget));
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : *minimum;
  *minimum_baseline = *natural_baseline = -1;
}

static void
mp_figure_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpFigureView *self = MP_FIGURE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  MpChartStyle style;
  cairo_t *cr;

  if (self->steps->len == 0 || width < 1 || height < 1)
    return;
  mp_picture_style (widget, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  mp_figure_chart_draw (&style, (const MpFigureStep *) (gpointer) self->steps->data, self->steps->len, self->until, cr, width, height);
  cairo_destroy (cr);
}

static void
mp_figure_view_finalize (GObject *object)
{
  g_array_unref (MP_FIGURE_VIEW (object)->steps);
  G_OBJECT_CLASS (mp_figure_view_parent_class)->finalize (object);
}

static void
mp_figure_view_class_init (MpFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mp_figure_view_finalize;
  widget_class->measure = mp_figure_view_measure;
  widget_class->snapshot = mp_figure_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mp_figure_view_init (MpFigureView *self)
{
  self->steps = g_array_new (FALSE, FALSE, sizeof (MpFigureStep));
  g_array_set_clear_func (self->steps, step_clear);
  mp_picture_follow_style (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * mp_figure_view_set_steps:
 * @self: a picture
 * @steps: (array length=n): in order of their months
 * @n: how many; with none there is nothing to see
 * @until: the month after the last that is shown
 * @title: what the figure is called
 */
void
mp_figure_view_set_steps (MpFigureView *self, const MpFigureStep *steps, guint n, MpMonth until, const char *title)
{
  g_autofree char *sentence = NULL;

  g_array_set_size (self->steps, 0);
  for (guint i = 0; i < n; i++)
    {
      MpFigureStep step = steps[i];

      step.text = g_strdup (step.text);
      g_array_append_val (self->steps, step);
    }
  self->until = until;
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n > 0)
    {
      g_autofree char *first = mp_month_to_display (steps[0].from, TRUE), *last = mp_month_to_display (steps[n - 1].from, TRUE);

      /* Translators: what a figure is called, its first value and month, its last value and month */
      sentence = g_strdup_printf (_("%1$s: %2$s from %3$s, %4$s from %5$s"), title, steps[0].text, first, steps[n - 1].text, last);
    }
  mp_a11y_name (GTK_WIDGET (self), sentence != NULL ? sentence : title);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
