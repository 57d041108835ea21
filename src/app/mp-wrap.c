/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-wrap.h"

/* GtkFlowBox makes a list of its children, with a selection and tab stops of its own. */
struct _MpWrap {
  GtkWidget parent_instance;
  int spacing;
  gboolean columns;
};

G_DEFINE_FINAL_TYPE (MpWrap, mp_wrap, GTK_TYPE_WIDGET)

/* Columns of one width, which fill the line: as many as the first child finds room for, and two where it can be squeezed. */
typedef struct {
  int wanted; /* by the first child; 0 without columns */
  int width;
  int n;
} Columns;

static Columns
find_columns (MpWrap *self, int width)
{
  Columns columns = { 0, 0, 1 };
  int most = 0;

  if (!self->columns)
    return columns;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      most = MAX (most, least);
      if (columns.wanted == 0)
        columns.wanted = wanted;
    }
  columns.n = MAX (1, (width + self->spacing) / (columns.wanted + self->spacing));
  if (columns.n == 1 && most <= (width - self->spacing) / 2)
    columns.n = 2;
  columns.width = (width - (columns.n - 1) * self->spacing) / columns.n;
  return columns;
}

static void
sizes (MpWrap *self, GtkWidget *child, const Columns *columns, int *width, int *height)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  if (columns->wanted > 0)
    {
      int column = columns->width + self->spacing;
      int n = *width <= columns->wanted ? 1 : MIN (columns->n, (*width + self->spacing + column - 1) / column);

      *width = n * column - self->spacing;
    }
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* Lays the children out in lines of a width; gives them their places, each as high as its line, when @place. Returns
 * the height. */
static int
lay_out (MpWrap *self, int width, gboolean place)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const Columns columns = find_columns (self, width);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *first = child;
      int x = 0, line = 0, w, h;

      for (; child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          if (!gtk_widget_should_layout (child))
            continue;
          sizes (self, child, &columns, &w, &h);
          if (x > 0 && x + w > width)
            break;
          x += w + self->spacing;
          line = MAX (line, h);
        }
      x = 0;
      for (GtkWidget *each = first; place && each != child; each = gtk_widget_get_next_sibling (each))
        {
          GtkAllocation box;

          if (!gtk_widget_should_layout (each))
            continue;
          sizes (self, each, &columns, &w, &h);
          w = MIN (w, width);
          box = (GtkAllocation) { rtl ? width - x - w : x, y, w, line };
          gtk_widget_size_allocate (each, &box, -1);
          x += w + self->spacing;
        }
      y += line + (child != NULL ? self->spacing : 0);
    }
  return y;
}

static GtkSizeRequestMode
mp_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mp_wrap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  MpWrap *self = MP_WRAP (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = lay_out (self, for_size >= 0 ? MAX (for_size, *minimum) : *natural, FALSE);
}

static void
mp_wrap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (MP_WRAP (widget), width, TRUE);
}

static void
mp_wrap_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mp_wrap_parent_class)->dispose (object);
}

static void
mp_wrap_class_init (MpWrapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_wrap_dispose;
  widget_class->get_request_mode = mp_wrap_get_request_mode;
  widget_class->measure = mp_wrap_measure;
  widget_class->size_allocate = mp_wrap_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mp_wrap_init (MpWrap *self)
{
}

/**
 * mp_wrap_new:
 * @spacing: pixels between children and between lines
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
mp_wrap_new (int spacing)
{
  MpWrap *self = g_object_new (MP_TYPE_WRAP, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

/**
 * mp_wrap_set_columns:
 * @self: a box
 * @columns: whether its children stand in columns of one width, which fill the line
 */
void
mp_wrap_set_columns (MpWrap *self, gboolean columns)
{
  self->columns = columns;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
mp_wrap_append (MpWrap *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
