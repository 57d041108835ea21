/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-ladder-view.h"

#include "mp-a11y.h"
#include "mp-picture.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>

/**
 * MpLadderView:
 *
 * The ladder of a plan. Left and Right go from step to step; dragging the marker moves it to any
 * month, as Control and Left or Right do, with Shift by a year. Role GROUP with one IMG a step, of which one is the tab stop.
 */
struct _MpLadderView {
  GtkWidget parent_instance;
  MpLadder *ladder;
  GPtrArray *spots;   /* MpPictureSpot, one a step */
  guint current, revealed;
  MpMonth cursor;
  double scale;
  gboolean has_model;
};

enum { MONTH_MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpLadderView, mp_ladder_view, GTK_TYPE_WIDGET)

static void
focus_current (MpLadderView *self)
{
  if (self->current < self->spots->len)
    gtk_widget_grab_focus (self->spots->pdata[self->current]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpLadderView *self = MP_LADDER_VIEW (widget);
  gint step = g_variant_get_int32 (parameter);

  self->current = (guint) CLAMP (step == G_MININT ? 0 : step == G_MAXINT ? MP_LADDER_STEPS : (gint) self->current + step, 0, MP_LADDER_STEPS - 1);
  focus_current (self);
}

/* What dragging the marker does, for keys, and for a reader's list of actions. */
static void
month_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct { const char *action; MpMonth months; } moves[] = {
    { "ladder.month-back", -1 }, { "ladder.month-on", 1 }, { "ladder.year-back", -12 }, { "ladder.year-on", 12 },
  };
  MpLadderView *self = MP_LADDER_VIEW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (self->has_model && g_str_equal (action, moves[i].action))
      g_signal_emit (self, signals[MONTH_MOVED], 0, self->cursor + moves[i].months);
}

static gboolean
mp_ladder_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MpLadderView *self = MP_LADDER_VIEW (widget);

  if (!self->has_model || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  focus_current (self);
  return TRUE;
}

static void
mp_ladder_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  MpLadderView *self = MP_LADDER_VIEW (widget);

  *minimum = *natural = (int) (640 * mp_text_scale (widget) * MIN (1, self->scale)); /* smaller where it is made to fit */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->has_model ? (int) mp_ladder_natural_height (self->ladder, for_size > 0 ? for_size : 1000) : 400;
  *minimum_baseline = *natural_baseline = -1;
}

static GtkSizeRequestMode
mp_ladder_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mp_ladder_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpLadderView *self = MP_LADDER_VIEW (widget);
  const MpLadderLayout *layout;

  if (!self->has_model)
    return;
  layout = mp_ladder_layout (self->ladder, width, height);
  for (guint i = 0; i < self->spots->len; i++)
    {
      const MpChartRect *step = &layout->step[i];
      GtkAllocation box = { (int) step->x, (int) step->y, MAX (1, (int) step->width), MAX (1, (int) step->height) };

      gtk_widget_size_allocate (self->spots->pdata[i], &box, -1);
    }
}

static void
mp_ladder_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpLadderView *self = MP_LADDER_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean focused = gtk_widget_get_focus_child (widget) != NULL;
  cairo_t *cr;

  if (!self->has_model || width < 1 || height < 1)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  mp_ladder_draw (self->ladder, cr, width, height, self->revealed, focused ? (gint) self->current : -1);
  cairo_destroy (cr);
}

static void
drag_to (MpLadderView *self, double x)
{
  MpMonth month = self->has_model ? mp_ladder_month_at (self->ladder, x) : MP_MONTH_NONE;

  if (month != MP_MONTH_NONE)
    g_signal_emit (self, signals[MONTH_MOVED], 0, month);
}

static void
drag_begun_cb (GtkGestureDrag *gesture, double x, double y, MpLadderView *self)
{
  gint step = self->has_model ? mp_ladder_step_at (self->ladder, x, y) : -1;

  if (step < 0)
    return;
  self->current = (guint) step;
  focus_current (self);
}

static void
drag_updated_cb (GtkGestureDrag *gesture, double dx, double dy, MpLadderView *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  drag_to (self, x + dx);
}

static void
update_style (MpLadderView *self)
{
  MpChartStyle style;

  mp_picture_style (GTK_WIDGET (self), &style);
  style.text_scale *= self->scale;
  mp_ladder_set_style (self->ladder, &style);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mp_ladder_view_dispose (GObject *object)
{
  mp_picture_spots_resize (MP_LADDER_VIEW (object)->spots, GTK_WIDGET (object), 0);
  G_OBJECT_CLASS (mp_ladder_view_parent_class)->dispose (object);
}

static void
mp_ladder_view_finalize (GObject *object)
{
  MpLadderView *self = MP_LADDER_VIEW (object);

  mp_ladder_free (self->ladder);
  g_ptr_array_unref (self->spots);
  G_OBJECT_CLASS (mp_ladder_view_parent_class)->finalize (object);
}

static void
mp_ladder_view_class_init (MpLadderViewClass *klass)
{
  static const struct { guint key; gint step; } keys[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Home, G_MININT }, { GDK_KEY_End, G_MAXINT },
  };
  static const struct { guint key; GdkModifierType shift; const char *action; } months[] = {
    { GDK_KEY_Left, 0, "ladder.month-back" }, { GDK_KEY_Right, 0, "ladder.month-on" },
    { GDK_KEY_Left, GDK_SHIFT_MASK, "ladder.year-back" }, { GDK_KEY_Right, GDK_SHIFT_MASK, "ladder.year-on" },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_ladder_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_ladder_view_finalize;
  widget_class->focus = mp_ladder_view_focus;
  widget_class->get_request_mode = mp_ladder_view_get_request_mode;
  widget_class->measure = mp_ladder_view_measure;
  widget_class->size_allocate = mp_ladder_view_size_allocate;
  widget_class->snapshot = mp_ladder_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "ladder");
  gtk_widget_class_install_action (widget_class, "ladder.move", "i", move_cb);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      gtk_widget_class_install_action (widget_class, months[i].action, NULL, month_cb);
      gtk_widget_class_add_binding_action (widget_class, months[i].key, GDK_CONTROL_MASK | months[i].shift, months[i].action, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "ladder.move", "i", keys[i].step);

  /**
   * MpLadderView::month-moved:
   * @month: the month the marker was dragged to
   */
  signals[MONTH_MOVED] = g_signal_new ("month-moved", MP_TYPE_LADDER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
mp_ladder_view_init (MpLadderView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->ladder = mp_ladder_new ();
  self->spots = g_ptr_array_new ();
  self->revealed = MP_LADDER_STEPS;
  self->scale = 1;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  mp_picture_follow_style (GTK_WIDGET (self), G_CALLBACK (update_style));
  update_style (self);
}

/**
 * mp_ladder_view_set_model:
 * @self: a ladder
 * @model: what to show; what it points to must live until the next call
 */
void
mp_ladder_view_set_model (MpLadderView *self, const MpLadderModel *model)
{
  g_autofree char *words = NULL;

  self->has_model = model->projection != NULL && model->projection->n_months > 0;
  if (!self->has_model)
    return;
  self->cursor = model->cursor;
  mp_ladder_set_model (self->ladder, model);
  mp_picture_spots_resize (self->spots, GTK_WIDGET (self), MP_LADDER_STEPS);
  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    mp_a11y_name (self->spots->pdata[i], mp_ladder_step (self->ladder, i)->spoken);
  words = mp_ladder_words (self->ladder);
  mp_a11y_name (GTK_WIDGET (self), _("Milestone ladder"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mp_ladder_view_set_revealed:
 * @self: a ladder
 * @steps: how many steps are shown; the rest stay outlines
 */
void
mp_ladder_view_set_revealed (MpLadderView *self, guint steps)
{
  self->revealed = steps;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mp_ladder_view_set_scale:
 * @self: a ladder
 * @scale: size of the type over that of the desktop; 1.6 for a projector
 */
void
mp_ladder_view_set_scale (MpLadderView *self, double scale)
{
  self->scale = scale;
  update_style (self);
}

void
mp_ladder_view_focus_step (MpLadderView *self, guint step)
{
  self->current = MIN (step, MP_LADDER_STEPS - 1);
  focus_current (self);
}

/**
 * mp_ladder_view_get_ladder:
 * @self: a ladder
 *
 * Returns: (transfer none): what it draws, with the words of each step
 */
MpLadder *
mp_ladder_view_get_ladder (MpLadderView *self)
{
  return self->ladder;
}
