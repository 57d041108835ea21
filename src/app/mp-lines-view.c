/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-lines-view.h"

#include "mp-a11y.h"
#include "mp-picture.h"
#include "mp-words-compare.h"

#include <glib/gi18n-lib.h>

struct _MpLinesView {
  GtkWidget parent_instance;
  MpLines *lines;
  MpLinesModel model;             /* the projections are the case's: set anew at each change */
  GPtrArray *months;              /* MpPictureSpot; the widget tree owns them */
  MpMonth cursor, hover;
};

enum { CURSOR_MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpLinesView, mp_lines_view, GTK_TYPE_WIDGET)

static MpMonth
first_month (const MpLinesView *self)
{
  return self->model.plans[0]->start + (MpMonth) self->model.first;
}

static GtkWidget *
cursor_child (MpLinesView *self)
{
  MpMonth i = self->model.n_plans > 0 ? self->cursor - first_month (self) : -1;

  return i >= 0 && i < (MpMonth) self->months->len ? self->months->pdata[i] : NULL;
}

static void
move_cursor (MpLinesView *self, MpMonth month)
{
  if (self->months->len == 0)
    return;
  month = CLAMP (month, first_month (self), first_month (self) + (MpMonth) self->months->len - 1);
  if (month != self->cursor)
    {
      self->cursor = month;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_signal_emit (self, signals[CURSOR_MOVED], 0, (gint) month);
    }
  if (cursor_child (self) != NULL)
    gtk_widget_grab_focus (cursor_child (self));
}

static void
key_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpLinesView *self = MP_LINES_VIEW (widget);
  gint step = g_variant_get_int32 (parameter);

  if (step == G_MININT || step == G_MAXINT)
    move_cursor (self, step == G_MININT ? MP_MONTH_FIRST : MP_MONTH_LAST);
  else
    move_cursor (self, self->cursor + step);
}

/* One tab stop: Tab goes to the cursor's month, and from there out of the picture. */
static gboolean
mp_lines_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MpLinesView *self = MP_LINES_VIEW (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || cursor_child (self) == NULL)
    return FALSE;
  return gtk_widget_grab_focus (cursor_child (self));
}

static GtkSizeRequestMode
mp_lines_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mp_lines_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 300;
      *natural = 560;
      return;
    }
  *minimum = *natural = (int) mp_lines_natural_height (MP_LINES_VIEW (widget)->lines, for_size > 0 ? for_size : 560);
}

static void
mp_lines_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpLinesView *self = MP_LINES_VIEW (widget);

  mp_lines_set_size (self->lines, width, height);
  for (guint i = 0; i < self->months->len; i++)
    {
      MpChartRect box = mp_lines_month_box (self->lines, first_month (self) + (MpMonth) i);
      GtkAllocation place = { (int) box.x, (int) box.y, MAX (1, (int) box.width), MAX (1, (int) box.height) };

      gtk_widget_size_allocate (self->months->pdata[i], &place, -1);
    }
}

static void
mp_lines_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpLinesView *self = MP_LINES_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (widget);
  cairo_t *cr;

  if (width < 1 || height < 1)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  mp_lines_draw (self->lines, cr, width, height, self->cursor, self->hover);
  cairo_destroy (cr);
  if (focused != NULL)
    gtk_widget_snapshot_child (widget, focused, snapshot);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MpLinesView *self)
{
  MpMonth month = mp_lines_month_at (self->lines, x, y);

  if (month != MP_MONTH_NONE)
    move_cursor (self, month);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, MpLinesView *self)
{
  MpMonth month = mp_lines_month_at (self->lines, x, y);

  if (month == self->hover)
    return;
  self->hover = month;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerMotion *motion, MpLinesView *self)
{
  self->hover = MP_MONTH_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_style (MpLinesView *self)
{
  MpChartStyle style;

  mp_picture_style (GTK_WIDGET (self), &style);
  mp_lines_set_style (self->lines, &style);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mp_lines_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (MP_LINES_VIEW (object)->months, 0);
  G_OBJECT_CLASS (mp_lines_view_parent_class)->dispose (object);
}

static void
mp_lines_view_finalize (GObject *object)
{
  MpLinesView *self = MP_LINES_VIEW (object);

  mp_lines_free (self->lines);
  g_ptr_array_unref (self->months);
  G_OBJECT_CLASS (mp_lines_view_parent_class)->finalize (object);
}

static void
mp_lines_view_class_init (MpLinesViewClass *klass)
{
  static const struct { guint key; gint step; } keys[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Page_Up, -12 }, { GDK_KEY_Page_Down, 12 },
    { GDK_KEY_Home, G_MININT }, { GDK_KEY_End, G_MAXINT },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_lines_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_lines_view_finalize;
  widget_class->focus = mp_lines_view_focus;
  widget_class->get_request_mode = mp_lines_view_get_request_mode;
  widget_class->measure = mp_lines_view_measure;
  widget_class->size_allocate = mp_lines_view_size_allocate;
  widget_class->snapshot = mp_lines_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "lines");
  gtk_widget_class_install_action (widget_class, "lines.move", "i", key_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "lines.move", "i", keys[i].step);

  /**
   * MpLinesView::cursor-moved:
   * @month: the month
   *
   * The person moved the cursor.
   */
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", MP_TYPE_LINES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
mp_lines_view_init (MpLinesView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->lines = mp_lines_new ();
  self->months = g_ptr_array_new ();
  self->cursor = self->hover = MP_MONTH_NONE;
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  mp_picture_follow_style (GTK_WIDGET (self), G_CALLBACK (update_style));
  mp_a11y_name (GTK_WIDGET (self), _("Cash in hand of each plan, month by month. Left and Right move by a month."));
}

/**
 * mp_lines_view_set_model:
 * @self: a view
 * @model: the plans; their projections must live until the next call
 */
void
mp_lines_view_set_model (MpLinesView *self, const MpLinesModel *model)
{
  guint n = 0;

  self->model = *model;
  mp_lines_set_model (self->lines, model);
  if (model->n_plans > 0)
    n = model->plans[0]->n_months - MIN (model->first, model->plans[0]->n_months);
  if (model->n_months > 0)
    n = MIN (n, model->n_months);
  mp_picture_spots_resize (self->months, GTK_WIDGET (self), n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = mp_words_compare_month (model->plans, model->n_plans, model->first + i);

      mp_a11y_name (self->months->pdata[i], sentence);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mp_lines_view_set_cursor:
 * @self: a view
 * @month: the month of the cursor
 *
 * Moves the cursor without the signal.
 */
void
mp_lines_view_set_cursor (MpLinesView *self, MpMonth month)
{
  self->cursor = month;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
