/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-small-picture.h"

#include "mp-a11y.h"
#include "mp-chart.h"
#include "mp-picture.h"
#include "mp-widgets.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

struct _MpSmallPicture {
  GtkWidget parent_instance;
  MpChart *chart;
  const MpProjection *projection; /* the model's: set anew at each change */
  guint months;
};

G_DEFINE_FINAL_TYPE (MpSmallPicture, mp_small_picture, GTK_TYPE_WIDGET)

static void
mp_small_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  /* a page that scrolls gives the least height: less than this leaves the bars no room above the lanes */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 280 : (int) (400 * mp_text_scale (widget));
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 420 : *minimum;
  *minimum_baseline = *natural_baseline = -1;
}

static void
mp_small_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpSmallPicture *self = MP_SMALL_PICTURE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->projection == NULL || width < 1 || height < 1)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  mp_chart_layout (self->chart, width, height);
  mp_chart_draw (self->chart, cr, width, height, MP_MONTH_NONE, MP_MONTH_NONE);
  cairo_destroy (cr);
}

static void
update_style (MpSmallPicture *self)
{
  MpChartStyle style;

  mp_picture_style (GTK_WIDGET (self), &style);
  mp_chart_set_style (self->chart, &style);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mp_small_picture_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (mp_small_picture_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME)
    update_style (MP_SMALL_PICTURE (widget));
}

static void
mp_small_picture_finalize (GObject *object)
{
  mp_chart_free (MP_SMALL_PICTURE (object)->chart);
  G_OBJECT_CLASS (mp_small_picture_parent_class)->finalize (object);
}

static void
mp_small_picture_class_init (MpSmallPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mp_small_picture_finalize;
  widget_class->measure = mp_small_picture_measure;
  widget_class->snapshot = mp_small_picture_snapshot;
  widget_class->system_setting_changed = mp_small_picture_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mp_small_picture_init (MpSmallPicture *self)
{
  self->chart = mp_chart_new ();
  mp_picture_follow_style (GTK_WIDGET (self), G_CALLBACK (update_style));
  update_style (self);
}

/**
 * mp_small_picture_new:
 * @months: how many months are shown at most
 *
 * Returns: (transfer floating): an empty picture
 */
GtkWidget *
mp_small_picture_new (guint months)
{
  MpSmallPicture *self = g_object_new (MP_TYPE_SMALL_PICTURE, NULL);

  self->months = months;
  return GTK_WIDGET (self);
}

/**
 * mp_small_picture_set_projection:
 * @self: a picture
 * @projection: (nullable): what to show; must live until the next call
 */
void
mp_small_picture_set_projection (MpSmallPicture *self, const MpProjection *projection)
{
  MpChartModel model = { .projection = projection };
  g_autofree char *sentence = NULL;

  self->projection = projection;
  if (projection != NULL && projection->n_months > 0)
    {
      model.n_months = MIN (self->months, projection->n_months);
      sentence = mp_words_month (projection, 0);
    }
  mp_chart_set_model (self->chart, &model);
  mp_a11y_name (GTK_WIDGET (self), sentence != NULL ? sentence : _("No picture yet"));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
