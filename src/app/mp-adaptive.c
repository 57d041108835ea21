/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-adaptive.h"

#include "mp-widgets.h"

/**
 * MpAdaptive:
 *
 * Asks for no more room than a small window has, whatever its child's present form needs, and
 * emits #MpAdaptive::resized outside of layout whenever its size, or that of text, has changed, so that the child can
 * be given a form that fits.
 */
struct _MpAdaptive {
  GtkWidget parent_instance;
  GtkWidget *child;
  int width, height;
  double text_scale;
  guint idle;
};

#define NARROWEST 340
#define LOWEST 150

enum { PROP_0, PROP_CHILD, N_PROPS };
static GParamSpec *props[N_PROPS];
enum { RESIZED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void mp_adaptive_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MpAdaptive, mp_adaptive, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, mp_adaptive_buildable_init))

static GtkBuildableIface *parent_buildable;

static gboolean
resized_cb (gpointer data)
{
  MpAdaptive *self = data;

  self->idle = 0;
  g_signal_emit (self, signals[RESIZED], 0, self->width, self->height);
  return G_SOURCE_REMOVE;
}

/* The height is the same for every width: a window tries a dozen widths to find how small it may be, at each change of a
 * text, and would lay the whole page out for each. */
static void
mp_adaptive_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  MpAdaptive *self = MP_ADAPTIVE (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? LOWEST : 0;
  if (self->child != NULL && orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
      *minimum = MIN (*minimum, NARROWEST);
    }
  *minimum_baseline = *natural_baseline = -1;
}

static GtkSizeRequestMode
mp_adaptive_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Until it has its new form, a child that does not fit is cut off rather than squeezed. */
static void
mp_adaptive_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpAdaptive *self = MP_ADAPTIVE (widget);
  int least = 0;

  if (self->child != NULL)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_allocate (self->child, MAX (width, least), height, baseline, NULL);
    }
  if (width == self->width && height == self->height && ABS (self->text_scale - mp_text_scale (widget)) < 0.01)
    return;
  self->text_scale = mp_text_scale (widget);
  self->width = width;
  self->height = height;
  if (self->idle == 0)
    self->idle = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, resized_cb, self, NULL);
}

/**
 * mp_adaptive_set_child:
 * @self: a bin
 * @child: (nullable) (transfer none): what it holds
 */
void
mp_adaptive_set_child (MpAdaptive *self, GtkWidget *child)
{
  if (child == self->child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

static void
mp_adaptive_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    mp_adaptive_set_child (MP_ADAPTIVE (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
mp_adaptive_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = mp_adaptive_add_child;
}

static void
mp_adaptive_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    g_value_set_object (value, MP_ADAPTIVE (object)->child);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mp_adaptive_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    mp_adaptive_set_child (MP_ADAPTIVE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mp_adaptive_dispose (GObject *object)
{
  MpAdaptive *self = MP_ADAPTIVE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (mp_adaptive_parent_class)->dispose (object);
}

static void
mp_adaptive_class_init (MpAdaptiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mp_adaptive_dispose;
  object_class->get_property = mp_adaptive_get_property;
  object_class->set_property = mp_adaptive_set_property;
  widget_class->get_request_mode = mp_adaptive_get_request_mode;
  widget_class->measure = mp_adaptive_measure;
  widget_class->size_allocate = mp_adaptive_size_allocate;
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * MpAdaptive::resized:
   * @width: its width in pixels
   * @height: its height
   */
  signals[RESIZED] = g_signal_new ("resized", MP_TYPE_ADAPTIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
mp_adaptive_init (MpAdaptive *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
