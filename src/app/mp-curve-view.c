/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-curve-view.h"

#include "mp-a11y.h"
#include "mp-guide.h"
#include "mp-picture.h"
#include "mp-words-compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _MpCurveView {
  GtkWidget parent_instance;
  MpCurveChart *chart;
  MpCurve *curve;                 /* the page's: set anew at each change */
  MpCurveChartModel model;
  MpMoney pay, to;                /* to: how far somebody has widened it, 0 for as far as usual */
  MpMoney drag_to;                /* where the end was when it was taken hold of, MP_MONEY_NONE: it is not dragged */
};

#define END_STEP mp_dollars (500)
#define LEAST_END mp_dollars (500)
#define MOST_END mp_dollars (20000)
#define HANDLE 14 /* pixels beside the end of the plot that take hold of it */

enum { PAY_MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpCurveView, mp_curve_view, GTK_TYPE_WIDGET)

/* The pay and what it brings are the name, so that a screen reader says each move. */
static void
say_pay (MpCurveView *self)
{
  g_autofree char *sentence = self->curve != NULL ? mp_words_curve_point (self->curve, self->pay) : g_strdup ("");

  mp_a11y_name (GTK_WIDGET (self), sentence);
}

static void
move_pay (MpCurveView *self, MpMoney pay)
{
  if (self->curve == NULL)
    return;
  pay = CLAMP (pay, 0, mp_curve_chart_get_to (self->chart));
  if (pay == self->pay)
    return;
  mp_curve_view_set_pay (self, pay);
  g_signal_emit (self, signals[PAY_MOVED], 0);
}

/* More or less pay along the picture, in whole steps. */
static void
set_to (MpCurveView *self, MpMoney to)
{
  to = CLAMP (to / END_STEP * END_STEP, LEAST_END, MOST_END);
  if (self->curve == NULL || to == mp_curve_chart_get_to (self->chart))
    return;
  self->to = to;
  mp_curve_view_set_model (self, &self->model);
  g_signal_emit (self, signals[PAY_MOVED], 0);
}

static void
widen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpCurveView *self = MP_CURVE_VIEW (widget);

  set_to (self, mp_curve_chart_get_to (self->chart) + (g_str_equal (action, "curve.wider") ? END_STEP : -END_STEP));
}

static void
key_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpCurveView *self = MP_CURVE_VIEW (widget);
  gint dollars = g_variant_get_int32 (parameter);

  if (dollars == G_MININT || dollars == G_MAXINT)
    move_pay (self, dollars == G_MININT ? 0 : MP_MONEY_MAX);
  else
    move_pay (self, self->pay + mp_dollars (dollars));
}

static GtkSizeRequestMode
mp_curve_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mp_curve_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 300;
      *natural = 400;
      return;
    }
  *minimum = *natural = (int) mp_curve_chart_natural_height (MP_CURVE_VIEW (widget)->chart, for_size);
}

static void
mp_curve_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpCurveView *self = MP_CURVE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (width < 1 || height < 1)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  mp_curve_chart_draw (self->chart, cr, width, height, self->pay);
  cairo_destroy (cr);
}

static gboolean
at_end (MpCurveView *self, double x)
{
  const MpChartRect plot = mp_curve_chart_plot (self->chart);

  return self->curve != NULL && fabs (x - (plot.x + plot.width)) <= HANDLE;
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, MpCurveView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at_end (self, x) ? "ew-resize" : NULL);
}

static void
pressed_cb (GtkGestureDrag *drag, double x, double y, MpCurveView *self)
{
  MpMoney pay = mp_curve_chart_pay_at (self->chart, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->drag_to = at_end (self, x) ? mp_curve_chart_get_to (self->chart) : MP_MONEY_NONE;
  if (self->drag_to != MP_MONEY_NONE)
    return;
  if (pay != MP_MONEY_NONE)
    move_pay (self, pay);
}

static void
dragged_cb (GtkGestureDrag *drag, double dx, double dy, MpCurveView *self)
{
  const double width = mp_curve_chart_plot (self->chart).width;
  MpMoney pay;
  double x, y;

  if (self->drag_to != MP_MONEY_NONE)
    {
      /* as far as the hand moves the end, the scale of the picture shrinks or grows */
      set_to (self, self->drag_to + mp_dollars (lround (dx / MAX (width, 1) * 2 * (double) (self->drag_to / 100))));
      return;
    }
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  pay = mp_curve_chart_pay_at (self->chart, x + dx, y + dy);
  if (pay != MP_MONEY_NONE)
    move_pay (self, pay);
}

static void
update_style (MpCurveView *self)
{
  MpChartStyle style;

  mp_picture_style (GTK_WIDGET (self), &style);
  mp_curve_chart_set_style (self->chart, &style);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mp_curve_view_finalize (GObject *object)
{
  mp_curve_chart_free (MP_CURVE_VIEW (object)->chart);
  G_OBJECT_CLASS (mp_curve_view_parent_class)->finalize (object);
}

static void
mp_curve_view_class_init (MpCurveViewClass *klass)
{
  static const struct { guint key; gint dollars; } keys[] = {
    { GDK_KEY_Left, -10 }, { GDK_KEY_Right, 10 }, { GDK_KEY_Page_Down, -100 }, { GDK_KEY_Page_Up, 100 },
    { GDK_KEY_Home, G_MININT }, { GDK_KEY_End, G_MAXINT },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "curve.wider", NULL, widen_cb);
  gtk_widget_class_install_action (widget_class, "curve.narrower", NULL, widen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_bracketright, 0, "curve.wider", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_bracketleft, 0, "curve.narrower", NULL);
  G_OBJECT_CLASS (klass)->finalize = mp_curve_view_finalize;
  widget_class->get_request_mode = mp_curve_view_get_request_mode;
  widget_class->measure = mp_curve_view_measure;
  widget_class->snapshot = mp_curve_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "curve");
  gtk_widget_class_install_action (widget_class, "curve.move", "i", key_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "curve.move", "i", keys[i].dollars);

  /**
   * MpCurveView::pay-moved:
   *
   * The person looks at another pay, or at more or less of the curve.
   */
  signals[PAY_MOVED] = g_signal_new ("pay-moved", MP_TYPE_CURVE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mp_curve_view_init (MpCurveView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->chart = mp_curve_chart_new ();
  self->pay = self->drag_to = MP_MONEY_NONE;
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (pressed_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (dragged_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  mp_picture_follow_style (GTK_WIDGET (self), G_CALLBACK (update_style));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Cash in hand for any pay. Left and Right move pay by $10, Page Up and Page Down by $100; [ and ] show less or more pay."), -1);
  mp_guide_set_topic (GTK_WIDGET (self), "ask");
}

/**
 * mp_curve_view_set_model:
 * @self: a view
 * @model: what to show; its curve must live until the next call
 */
void
mp_curve_view_set_model (MpCurveView *self, const MpCurveChartModel *model)
{
  MpCurveChartModel shown = *model;

  self->curve = model->curve;
  self->model = *model;
  if (self->to > 0)
    shown.to = self->to;
  mp_curve_chart_set_model (self->chart, &shown);
  if (self->curve != NULL && self->pay == MP_MONEY_NONE)
    self->pay = mp_curve_planned (self->curve);
  if (self->curve != NULL)
    self->pay = MIN (self->pay, mp_curve_chart_get_to (self->chart));
  say_pay (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mp_curve_view_get_pay:
 * @self: a view
 *
 * Returns: the pay that is looked at
 */
MpMoney
mp_curve_view_get_pay (MpCurveView *self)
{
  return self->pay;
}

void
mp_curve_view_set_pay (MpCurveView *self, MpMoney pay)
{
  self->pay = pay;
  say_pay (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mp_curve_view_get_to:
 * @self: a view
 *
 * Returns: the largest pay that is drawn
 */
MpMoney
mp_curve_view_get_to (MpCurveView *self)
{
  return self->curve != NULL ? mp_curve_chart_get_to (self->chart) : 0;
}
