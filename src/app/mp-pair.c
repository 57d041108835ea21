/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* MpPair: two widgets side by side where there is room for the natural width of both, else one above the other.
 *
 * Side by side the first takes `share` hundredths of what is over. GTK 4.8 has no breakpoints.
 */

#include "mp-pair.h"

struct _MpPair {
  GtkWidget parent_instance;
  GtkWidget *child[2];
  guint share;
  int gap;
};

enum { PROP_0, PROP_FIRST, PROP_SECOND, PROP_SHARE, PROP_GAP, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MpPair, mp_pair, GTK_TYPE_WIDGET)

/* The width of the first child side by side, 0 when there is no room for that. */
static int
first_width (MpPair *self, int width)
{
  int natural[2], over;

  for (guint i = 0; i < 2; i++)
    gtk_widget_measure (self->child[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural[i], NULL, NULL);
  over = width - self->gap - natural[0] - natural[1];
  return over < 0 ? 0 : natural[0] + over * (int) self->share / 100;
}

static GtkSizeRequestMode
mp_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mp_pair_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  MpPair *self = MP_PAIR (widget);
  int least[2], usual[2], first = orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0 ? first_width (self, for_size) : 0;

  for (guint i = 0; i < 2; i++)
    {
      int across = first == 0 ? for_size : i == 0 ? first : for_size - self->gap - first;

      gtk_widget_measure (self->child[i], orientation, across, &least[i], &usual[i], NULL, NULL);
    }
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least[0], least[1]);
      *natural = usual[0] + usual[1] + self->gap;
    }
  else
    {
      *minimum = first > 0 ? MAX (least[0], least[1]) : least[0] + least[1] + self->gap;
      *natural = first > 0 ? MAX (usual[0], usual[1]) : usual[0] + usual[1] + self->gap;
    }
}

static void
mp_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpPair *self = MP_PAIR (widget);
  int first = first_width (self, width), upper;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (first > 0)
    {
      int second = width - self->gap - first;

      gtk_widget_size_allocate (self->child[0], &(GtkAllocation) { rtl ? width - first : 0, 0, first, height }, -1);
      gtk_widget_size_allocate (self->child[1], &(GtkAllocation) { rtl ? 0 : first + self->gap, 0, second, height }, -1);
      return;
    }
  gtk_widget_measure (self->child[0], GTK_ORIENTATION_VERTICAL, width, NULL, &upper, NULL, NULL);
  upper = MIN (upper, height);
  gtk_widget_size_allocate (self->child[0], &(GtkAllocation) { 0, 0, width, upper }, -1);
  gtk_widget_size_allocate (self->child[1], &(GtkAllocation) { 0, upper + self->gap, width, MAX (height - upper - self->gap, 0) }, -1);
}

static void
set_child (MpPair *self, guint i, GtkWidget *child)
{
  g_clear_pointer (&self->child[i], gtk_widget_unparent);
  self->child[i] = child;
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), i == 0 ? self->child[1] : NULL);
}

static void
mp_pair_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MpPair *self = MP_PAIR (object);

  switch (id)
    {
    case PROP_FIRST: set_child (self, 0, g_value_get_object (value)); break;
    case PROP_SECOND: set_child (self, 1, g_value_get_object (value)); break;
    case PROP_SHARE: self->share = g_value_get_uint (value); break;
    case PROP_GAP: self->gap = g_value_get_int (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mp_pair_dispose (GObject *object)
{
  set_child (MP_PAIR (object), 0, NULL);
  set_child (MP_PAIR (object), 1, NULL);
  G_OBJECT_CLASS (mp_pair_parent_class)->dispose (object);
}

static void
mp_pair_class_init (MpPairClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = mp_pair_set_property;
  object_class->dispose = mp_pair_dispose;
  widget_class->get_request_mode = mp_pair_get_request_mode;
  widget_class->measure = mp_pair_measure;
  widget_class->size_allocate = mp_pair_size_allocate;
  props[PROP_FIRST] = g_param_spec_object ("first", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SECOND] = g_param_spec_object ("second", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHARE] = g_param_spec_uint ("share", NULL, NULL, 0, 100, 50, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_GAP] = g_param_spec_int ("gap", NULL, NULL, 0, 100, 18, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
mp_pair_init (MpPair *self)
{
  self->share = 50;
  self->gap = 18;
}
