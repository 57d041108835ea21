/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-picture.h"

#include "mp-settings.h"
#include "mp-widgets.h"

#include <adwaita.h>

/**
 * MpPictureSpot:
 *
 * A part of a picture: nothing to see, but it takes the focus and says its sentence. Role IMG.
 */
struct _MpPictureSpot {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MpPictureSpot, mp_picture_spot, GTK_TYPE_WIDGET)

static void
mp_picture_spot_class_init (MpPictureSpotClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "spot");
}

static void
mp_picture_spot_init (MpPictureSpot *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
mp_picture_spot_new (void)
{
  return g_object_new (MP_TYPE_PICTURE_SPOT, NULL);
}

/**
 * mp_picture_spots_resize:
 * @spots: (element-type MpPictureSpot): the spots of a picture; the widget tree owns them
 * @parent: the picture
 * @n: how many there are to be
 */
void
mp_picture_spots_resize (GPtrArray *spots, GtkWidget *parent, guint n)
{
  while (spots->len > n)
    {
      gtk_widget_unparent (spots->pdata[spots->len - 1]);
      g_ptr_array_set_size (spots, spots->len - 1);
    }
  while (spots->len < n)
    {
      GtkWidget *spot = mp_picture_spot_new ();

      gtk_widget_set_parent (spot, parent);
      g_ptr_array_add (spots, spot);
    }
}

/**
 * mp_picture_style:
 * @widget: a widget that draws a picture
 * @style: (out): light or dark, high contrast, the desktop's font and text size, and what the preferences say
 */
void
mp_picture_style (GtkWidget *widget, MpChartStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  g_autofree char *patterns = g_settings_get_string (mp_settings_get (), "patterns");

  *style = MP_CHART_STYLE_DEFAULT;
  style->font = g_intern_string (pango_font_description_get_family (pango_context_get_font_description (gtk_widget_get_pango_context (widget))));
  style->background = FALSE;
  style->patterns = g_str_equal (patterns, "on");
  style->without_en = !g_settings_get_boolean (mp_settings_get (), "show-en");
  style->text_scale = mp_text_scale (widget);
  if (adw_style_manager_get_high_contrast (manager))
    style->palette = dark ? MP_CHART_CONTRAST_DARK : MP_CHART_CONTRAST_LIGHT;
  else
    style->palette = dark ? MP_CHART_DARK : MP_CHART_LIGHT;
}

/**
 * mp_picture_follow_style:
 * @widget: a widget that draws a picture
 * @changed: (scope notified): called with the widget when light, dark, contrast, the desktop's font or text size, or a
 *   preference has changed
 */
void
mp_picture_follow_style (GtkWidget *widget, GCallback changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-font-name", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (mp_settings_get (), "changed::patterns", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect (widget, "realize", changed, NULL); /* before it is in a window it has no font */
  g_signal_connect_object (mp_settings_get (), "changed::show-en", changed, widget, G_CONNECT_SWAPPED);
}
