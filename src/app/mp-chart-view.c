/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-chart-view.h"

#include "mp-a11y.h"
#include "mp-picture.h"
#include "mp-settings.h"
#include "mp-traces.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * MpChartView:
 *
 * The signature picture. It draws with chart/, and lays one invisible child over each month shown.
 *
 * Shortcuts and gestures: Left and Right move by a month, with Control to the next change, Home
 * and End to the first and the last; with Shift they extend a range. Up and Down read one lane of
 * the month. Clicking a month moves the cursor, dragging it scrubs, dragging elsewhere moves the
 * window when not all months are seen, Control and the wheel zoom at the pointer. Dragged by its
 * legend or its labels the picture goes out as PNG.
 *
 * Accessibility: role GROUP with one IMG a month, of which one is the tab stop; its label is the
 * month's sentence, or one lane of it after Up and Down.
 */

#define NOTHING G_MAXUINT
static const guint zoom_steps[] = { 12, 24, 36, 60, 120, 600 };

struct _MpChartView {
  GtkWidget parent_instance;
  MpChart *chart;
  MpChartPlan plan;       /* the model's: set anew at each change */
  GPtrArray *children;    /* MpPictureSpot of the months shown; the widget tree owns them */
  GtkWidget *menu;
  guint cursor, anchor;   /* numbers of reported months; anchor: the other end of a range */
  guint hover;            /* NOTHING: the pointer is elsewhere */
  guint span, first;      /* months that fit the window (0: all), and the first of them */
  guint names_idle;
  guint drag_first;
  double drag_x;
  gint lane;              /* -1: the whole month */
  gboolean scrubbing, extending, patterns, dimmed;
};

enum { CURSOR_MOVED, SPAN_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpChartView, mp_chart_view, GTK_TYPE_WIDGET)

static guint
n_months (const MpChartView *self)
{
  return self->plan.projection != NULL ? self->plan.projection->n_months : 0;
}

static guint
n_shown (const MpChartView *self)
{
  guint n = n_months (self);

  return self->span == 0 ? n : MIN (self->span, n);
}

static char *
month_words (const MpChartView *self, guint month)
{
  return self->plan.without_notes ? mp_words_month_in_public (self->plan.projection, month) : mp_words_month (self->plan.projection, month);
}

/* The sentence of a month is what a screen reader is handed when the month gets the focus. */
static void
name_month (MpChartView *self, guint i)
{
  g_autofree char *sentence = NULL;

  if (i >= self->children->len || self->first + i >= n_months (self))
    return;
  if (self->lane >= 0 && self->first + i == self->cursor)
    sentence = mp_words_lane (self->plan.projection, self->cursor, (guint) self->lane);
  else
    sentence = month_words (self, self->first + i);
  mp_a11y_name (self->children->pdata[i], sentence);
}

static gboolean
name_months_cb (gpointer data)
{
  MpChartView *self = data;

  self->names_idle = 0;
  for (guint i = 0; i < self->children->len; i++)
    name_month (self, i);
  return G_SOURCE_REMOVE;
}

/* Only when nothing more urgent is left: while a slider moves, sentences would be made for nobody. */
static void
name_months_later (MpChartView *self)
{
  if (self->names_idle == 0)
    self->names_idle = g_idle_add_full (G_PRIORITY_LOW, name_months_cb, self, NULL);
}

/* The months that are shown, of the plan. */
static MpChartModel
shown_model (const MpChartView *self)
{
  return (MpChartModel) {
    .projection = self->plan.projection, .baseline = self->plan.baseline, .without_work = self->plan.without_work,
    .without_notes = self->plan.without_notes, .en_first = self->plan.en_first, .en_cost = self->plan.en_cost,
    .axis_maximum = self->plan.axis_maximum, .first = self->first, .n_months = n_shown (self),
  };
}

static void
update_model (MpChartView *self)
{
  const MpChartModel model = shown_model (self);

  mp_chart_set_model (self->chart, &model);
  mp_picture_spots_resize (self->children, GTK_WIDGET (self), n_shown (self));
  name_months_later (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Moves the window just as far as the cursor needs; whether it moved. */
static gboolean
show_cursor (MpChartView *self)
{
  guint n = n_months (self), shown = n_shown (self), first = MIN (self->first, n - shown);

  if (n == 0)
    return FALSE;
  if (self->cursor < first)
    first = self->cursor;
  else if (self->cursor >= first + shown)
    first = self->cursor - shown + 1;
  if (first == self->first)
    return FALSE;
  self->first = first;
  return TRUE;
}

static GtkWidget *
cursor_child (MpChartView *self)
{
  return self->cursor >= self->first && self->cursor - self->first < self->children->len ? self->children->pdata[self->cursor - self->first] : NULL;
}

static void
focus_cursor (MpChartView *self)
{
  GtkWidget *child = cursor_child (self);

  if (child == NULL)
    return;
  name_month (self, self->cursor - self->first);
  gtk_widget_grab_focus (child);
}

static void
move_cursor (MpChartView *self, guint month, gboolean extend)
{
  guint old = self->cursor, old_anchor = self->anchor;

  if (month >= n_months (self))
    return;
  self->cursor = month;
  if (!extend)
    self->anchor = month;
  if (old == month && old_anchor == self->anchor)
    return;
  self->lane = -1;
  if (old >= self->first)
    name_month (self, old - self->first);
  if (show_cursor (self))
    update_model (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURSOR_MOVED], 0, month);
}

static guint
next_change (const MpChartView *self, gint direction)
{
  gint n = (gint) n_months (self), i = (gint) self->cursor + direction;

  while (i > 0 && i < n - 1 && !mp_words_is_change (self->plan.projection, (guint) i))
    i += direction;
  return (guint) CLAMP (i, 0, n - 1);
}

/* (step, to a change, extend the range) */
static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpChartView *self = MP_CHART_VIEW (widget);
  gint last = (gint) n_months (self) - 1;
  gboolean change, extend;
  gint step, to;

  g_variant_get (parameter, "(ibb)", &step, &change, &extend);
  if (last < 0)
    return;
  to = change ? (gint) next_change (self, step) : step == G_MININT ? 0 : step == G_MAXINT ? last : (gint) self->cursor + step;
  move_cursor (self, (guint) CLAMP (to, 0, last), extend);
  focus_cursor (self);
}

/* Up and Down go through the lanes of the month and back to all of it. */
static void
lane_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpChartView *self = MP_CHART_VIEW (widget);
  gint step = g_variant_get_int32 (parameter);

  if (n_months (self) == 0)
    return;
  self->lane += step;
  if (self->lane < -1)
    self->lane = MP_N_WORDS_LANES - 1;
  else if (self->lane >= MP_N_WORDS_LANES)
    self->lane = -1;
  focus_cursor (self);
}

/* One tab stop: Tab goes to the cursor's month, and from there out of the picture. */
static gboolean
mp_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MpChartView *self = MP_CHART_VIEW (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || cursor_child (self) == NULL)
    return FALSE;
  focus_cursor (self);
  return TRUE;
}

static GtkSizeRequestMode
mp_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mp_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  MpChartView *self = MP_CHART_VIEW (widget);
  double height = mp_chart_natural_height (self->chart, for_size > 0 ? for_size : 1000);

  /* Higher type needs a higher picture, which then scrolls with its page. The lanes of a wide one may close up; the legend
   * of a narrow one has three lines. */
  if (for_size > 0 && for_size < 600)
    height *= 1.16;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : (int) height;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : (int) (height * (for_size > 0 && for_size < 600 ? 1 : 0.62));
  *minimum_baseline = *natural_baseline = -1;
}

static void
mp_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpChartView *self = MP_CHART_VIEW (widget);
  const MpChartLayout *layout;

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->plan.projection == NULL)
    return;
  layout = mp_chart_layout (self->chart, width, height);
  for (guint i = 0; i < self->children->len; i++)
    {
      int x = (int) mp_chart_layout_x (layout, layout->start + (MpMonth) i);
      GtkAllocation box = { x, 0, MAX (1, (int) layout->cw), height };

      gtk_widget_size_allocate (self->children->pdata[i], &box, -1);
    }
}

static MpMonth
month_of (const MpChartView *self, guint i)
{
  return i < n_months (self) ? self->plan.projection->start + (MpMonth) i : MP_MONTH_NONE;
}

/* The months between the cursor and the other end of the range. */
static void
snapshot_range (MpChartView *self, GtkSnapshot *snapshot, int width, int height)
{
  const MpChartLayout *layout = mp_chart_layout (self->chart, width, height);
  guint first, last;
  double x, end;
  GdkRGBA colour;

  mp_chart_view_get_range (self, &first, &last);
  if (first == last || last < self->first || first >= self->first + n_shown (self))
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha = 0.1F;
  x = mp_chart_layout_x (layout, month_of (self, MAX (first, self->first)));
  end = mp_chart_layout_x (layout, month_of (self, MIN (last, self->first + n_shown (self) - 1)) + 1);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) x, (float) layout->lane[MP_LANE_CASH].y, (float) (end - x),
                                                  (float) layout->lane[MP_LANE_CASH].height));
}

static void
mp_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpChartView *self = MP_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (n_months (self) == 0 || width < 1 || height < 1)
    return;
  if (self->dimmed)
    gtk_snapshot_push_opacity (snapshot, 0.4);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  mp_chart_draw (self->chart, cr, width, height, month_of (self, self->cursor),
                 self->hover == self->cursor ? MP_MONTH_NONE : month_of (self, self->hover));
  cairo_destroy (cr);
  snapshot_range (self, snapshot, width, height);
  if (self->dimmed)
    gtk_snapshot_pop (snapshot);
}

static guint
month_at (const MpChartView *self, double x, double y)
{
  MpMonth month = n_months (self) > 0 ? mp_chart_month_at (self->chart, x, y) : MP_MONTH_NONE;

  return month == MP_MONTH_NONE ? NOTHING : (guint) (month - self->plan.projection->start);
}

static void
set_hover (MpChartView *self, guint month)
{
  if (month == self->hover)
    return;
  self->hover = month;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, MpChartView *self)
{
  set_hover (self, month_at (self, x, y));
}

static void
left_cb (GtkEventControllerMotion *controller, MpChartView *self)
{
  set_hover (self, NOTHING);
}

static void
drag_begun_cb (GtkGestureDrag *gesture, double x, double y, MpChartView *self)
{
  guint month = month_at (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (month == NOTHING)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->extending = (state & GDK_SHIFT_MASK) != 0;
  self->scrubbing = self->extending || month == self->cursor || n_shown (self) == n_months (self);
  self->drag_first = self->first;
  self->drag_x = x;
  move_cursor (self, month, self->extending);
  focus_cursor (self);
}

static void
drag_updated_cb (GtkGestureDrag *gesture, double dx, double dy, MpChartView *self)
{
  double x, y, cw;
  guint first;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->scrubbing)
    {
      guint month = month_at (self, x + dx, y);

      if (month != NOTHING)
        move_cursor (self, month, self->extending);
      return;
    }
  cw = mp_chart_layout (self->chart, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)))->cw;
  first = (guint) CLAMP ((gint) self->drag_first - (gint) round (dx / cw), 0, (gint) (n_months (self) - n_shown (self)));
  if (first == self->first)
    return;
  self->first = first;
  update_model (self);
}

/* Beside the months the hand takes hold of the picture as a whole. */
static GdkContentProvider *
drag_out_cb (GtkDragSource *source, double x, double y, MpChartView *self)
{
  g_autoptr (GdkPaintable) icon = NULL;

  if (month_at (self, x, y) != NOTHING)
    return NULL;
  icon = gtk_widget_paintable_new (GTK_WIDGET (self));
  gtk_drag_source_set_icon (source, icon, (int) x, (int) y);
  return mp_chart_view_drag_out (self);
}

/* The month under the pointer stays where it is. */
static void
zoom (MpChartView *self, gint direction)
{
  guint n = n_months (self), shown = n_shown (self), step = 0, at = self->hover == NOTHING ? self->cursor : self->hover;
  double part = shown > 0 && at >= self->first ? (double) (at - self->first) / shown : 0;

  while (step + 1 < G_N_ELEMENTS (zoom_steps) && zoom_steps[step] < shown)
    step++;
  if ((direction < 0 && step == 0) || (direction > 0 && shown == n))
    return;
  self->span = zoom_steps[direction < 0 ? step - 1 : MIN (step + 1, G_N_ELEMENTS (zoom_steps) - 1)];
  self->first = (guint) CLAMP ((gint) at - (gint) (part * n_shown (self)), 0, (gint) (n - n_shown (self)));
  update_model (self);
  g_signal_emit (self, signals[SPAN_CHANGED], 0, self->span >= n ? 0 : self->span);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, MpChartView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gint first;

  if (n_months (self) == 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0 && fabs (dy) > 0)
    {
      zoom (self, dy < 0 ? -1 : 1);
      return TRUE;
    }
  if (fabs (dx) <= fabs (dy) || n_shown (self) == n_months (self))
    return FALSE;
  first = CLAMP ((gint) self->first + (dx > 0 ? 1 : -1), 0, (gint) (n_months (self) - n_shown (self)));
  self->first = (guint) first;
  update_model (self);
  return TRUE;
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  MpChartView *self = MP_CHART_VIEW (widget);
  guint month = keyboard ? self->cursor : month_at (self, x, y);
  g_autofree char *text = NULL;

  if (month >= n_months (self))
    return FALSE;
  text = month_words (self, month);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
show_menu (MpChartView *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      g_menu_append (menu, _("Set pay for this month…"), "projection.set-month-pay");
      g_menu_append (menu, _("Add a note here…"), "projection.note");
      g_menu_append (menu, _("Why these numbers"), "projection.why");
      g_menu_append (menu, _("Next change"), "projection.next-change");
      g_menu_append (menu, _("Copy the picture"), "projection.copy-picture");
      g_menu_append (menu, _("Save the picture…"), "projection.save-picture");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
secondary_cb (GtkGestureClick *gesture, int n_press, double x, double y, MpChartView *self)
{
  guint month = month_at (self, x, y);

  if (month == NOTHING)
    return;
  move_cursor (self, month, FALSE);
  show_menu (self, x, y);
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpChartView *self = MP_CHART_VIEW (widget);
  const MpChartLayout *layout = mp_chart_layout (self->chart, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (n_months (self) > 0)
    show_menu (self, mp_chart_layout_x (layout, month_of (self, self->cursor)), layout->lane[MP_LANE_AXIS].y);
}

static void
update_style (MpChartView *self)
{
  MpChartStyle style;

  mp_picture_style (GTK_WIDGET (self), &style);
  style.patterns = self->patterns;
  mp_chart_set_style (self->chart, &style);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Left before it had names for its months, it has them made when it is shown again. */
static void
mp_chart_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mp_chart_view_parent_class)->map (widget);
  name_months_later (MP_CHART_VIEW (widget));
}

static void
mp_chart_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&MP_CHART_VIEW (widget)->names_idle, g_source_remove);
  GTK_WIDGET_CLASS (mp_chart_view_parent_class)->unmap (widget);
}

static void
mp_chart_view_dispose (GObject *object)
{
  MpChartView *self = MP_CHART_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->names_idle, g_source_remove);
  self->menu = NULL;
  g_ptr_array_set_size (self->children, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mp_chart_view_parent_class)->dispose (object);
}

static void
mp_chart_view_finalize (GObject *object)
{
  MpChartView *self = MP_CHART_VIEW (object);

  mp_chart_free (self->chart);
  g_ptr_array_unref (self->children);
  G_OBJECT_CLASS (mp_chart_view_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; gint step; } keys[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Home, G_MININT }, { GDK_KEY_End, G_MAXINT },
  };

  gtk_widget_class_install_action (widget_class, "chart.move", "(ibb)", move_cb);
  gtk_widget_class_install_action (widget_class, "chart.lane", "i", lane_cb);
  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, menu_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint extend = 0; extend < 2; extend++)
      {
        GdkModifierType shift = extend ? GDK_SHIFT_MASK : 0;

        gtk_widget_class_add_binding_action (widget_class, keys[i].key, shift, "chart.move", "(ibb)", keys[i].step, FALSE, extend);
        if (keys[i].step == 1 || keys[i].step == -1)
          gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK | shift, "chart.move", "(ibb)",
                                               keys[i].step, TRUE, extend);
      }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, 0, "chart.lane", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, 0, "chart.lane", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu", NULL);
}

static void
mp_chart_view_class_init (MpChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_chart_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_chart_view_finalize;
  widget_class->focus = mp_chart_view_focus;
  widget_class->map = mp_chart_view_map;
  widget_class->unmap = mp_chart_view_unmap;
  widget_class->get_request_mode = mp_chart_view_get_request_mode;
  widget_class->measure = mp_chart_view_measure;
  widget_class->size_allocate = mp_chart_view_size_allocate;
  widget_class->snapshot = mp_chart_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "chart");
  add_keys (widget_class);

  /**
   * MpChartView::cursor-moved:
   * @month: number of the reported month
   *
   * The person moved the cursor, or the other end of the range.
   */
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", MP_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * MpChartView::span-changed:
   * @months: how many months are shown now; 0: all
   *
   * The person zoomed.
   */
  signals[SPAN_CHANGED] = g_signal_new ("span-changed", MP_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
add_controllers (MpChartView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *secondary = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkDragSource *out = gtk_drag_source_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (out, "prepare", G_CALLBACK (drag_out_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (out));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
mp_chart_view_init (MpChartView *self)
{
  self->chart = mp_chart_new ();
  self->children = g_ptr_array_new ();
  self->hover = NOTHING;
  self->lane = -1;
  add_controllers (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  mp_picture_follow_style (GTK_WIDGET (self), G_CALLBACK (update_style));
  mp_a11y_name (GTK_WIDGET (self), _("Month by month picture"));
  update_style (self);
}

/**
 * mp_chart_view_new:
 *
 * Returns: (transfer floating): an empty picture
 */
GtkWidget *
mp_chart_view_new (void)
{
  return g_object_new (MP_TYPE_CHART_VIEW, NULL);
}

/**
 * mp_chart_view_set_plan:
 * @self: a picture
 * @plan: what to show
 */
void
mp_chart_view_set_plan (MpChartView *self, const MpChartPlan *plan)
{
  g_autofree char *description = NULL;
  guint n;

  self->plan = *plan;
  n = n_months (self);
  self->cursor = n > 0 ? MIN (self->cursor, n - 1) : 0;
  self->anchor = n > 0 ? MIN (self->anchor, n - 1) : 0;
  self->first = MIN (self->first, n - n_shown (self));
  self->lane = -1;
  show_cursor (self);
  description = g_strdup_printf (ngettext ("%u month. Left and Right move by month, Control by change, Up and Down read one lane, T shows the table.",
                                           "%u months. Left and Right move by month, Control by change, Up and Down read one lane, T shows the table.", n), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  update_model (self);
}

/**
 * mp_chart_view_set_cursor:
 * @self: a picture
 * @month: number of the reported month
 *
 * Moves the cursor without the signal.
 */
void
mp_chart_view_set_cursor (MpChartView *self, guint month)
{
  if (month == self->cursor)
    return;
  self->cursor = self->anchor = month;
  self->lane = -1;
  if (show_cursor (self))
    update_model (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mp_chart_view_set_span:
 * @self: a picture
 * @months: how many months to show at a time; 0: all
 */
void
mp_chart_view_set_span (MpChartView *self, guint months)
{
  if (months == self->span)
    return;
  self->span = months;
  show_cursor (self);
  update_model (self);
}

void
mp_chart_view_set_patterns (MpChartView *self, gboolean patterns)
{
  self->patterns = patterns;
  update_style (self);
}

/**
 * mp_chart_view_set_dimmed:
 * @self: a picture
 * @dimmed: whether it shows the last valid case, because the present one has a mistake
 */
void
mp_chart_view_set_dimmed (MpChartView *self, gboolean dimmed)
{
  self->dimmed = dimmed;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mp_chart_view_get_range:
 * @self: a picture
 * @first: (out): number of the first reported month of the range
 * @last: (out): of the last; the same as @first when only the cursor's month is meant
 */
void
mp_chart_view_get_range (MpChartView *self, guint *first, guint *last)
{
  *first = MIN (self->cursor, self->anchor);
  *last = MAX (self->cursor, self->anchor);
}

/* The picture as it is shown, on paper-white so that it can be pasted anywhere. */
static GBytes *
picture (MpChartView *self, MpChartFormat format, double scale, GError **error)
{
  g_autoptr (MpChart) chart = mp_chart_new ();
  MpChartStyle style = MP_CHART_STYLE_DEFAULT;
  const MpChartModel model = shown_model (self);
  double width = MAX (720, gtk_widget_get_width (GTK_WIDGET (self)));

  style.patterns = self->patterns;
  style.without_en = !g_settings_get_boolean (mp_settings_get (), "show-en");
  style.vector = format != MP_CHART_PNG;
  mp_chart_set_style (chart, &style);
  mp_chart_set_model (chart, &model);
  return mp_chart_to_bytes (chart, format, width, mp_chart_natural_height (chart, width), scale, error);
}

/**
 * mp_chart_view_render:
 * @self: a picture
 * @format: what to make; a PNG is twice as large, so that it is sharp on paper too
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the picture as it is shown
 */
GBytes *
mp_chart_view_render (MpChartView *self, MpChartFormat format, GError **error)
{
  return picture (self, format, format == MP_CHART_PNG ? 2 : 1, error);
}

/* The months of the picture, no others. */
static char *
text_table (MpChartView *self)
{
  const MpProjection *projection = self->plan.projection;
  GString *text = g_string_new (NULL);

  for (gint column = 0; column < MP_N_COLUMNS; column++)
    g_string_append_printf (text, "%s%c", mp_words_column ((MpColumn) column), column + 1 < MP_N_COLUMNS ? '\t' : '\n');
  for (guint i = self->first; i < self->first + n_shown (self); i++)
    for (gint column = 0; column < MP_N_COLUMNS; column++)
      {
        g_autofree char *cell = mp_words_cell (projection, i, (MpColumn) column);

        g_string_append_printf (text, "%s%c", cell, column + 1 < MP_N_COLUMNS ? '\t' : '\n');
      }
  return g_string_free (text, FALSE);
}

/**
 * mp_chart_view_copy:
 * @self: a picture
 *
 * Returns: (transfer full) (nullable): the picture as PNG at twice the size, as SVG, and its months
 *   as a table of text, for the clipboard
 */
GdkContentProvider *
mp_chart_view_copy (MpChartView *self)
{
  GdkContentProvider *providers[3];
  g_autoptr (GBytes) png = NULL, svg = NULL;
  g_autofree char *text = NULL;

  if (n_months (self) == 0)
    return NULL;
  png = mp_chart_view_render (self, MP_CHART_PNG, NULL);
  svg = mp_chart_view_render (self, MP_CHART_SVG, NULL);
  if (png == NULL || svg == NULL)
    return NULL;
  text = text_table (self);
  providers[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  providers[2] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/**
 * mp_chart_view_drag_out:
 * @self: a picture
 *
 * Returns: (transfer full) (nullable): the picture as PNG at twice the size, for another program: as a file, when the
 *   caseload is not sealed, and as it is
 */
GdkContentProvider *
mp_chart_view_drag_out (MpChartView *self)
{
  GdkContentProvider *providers[2];
  g_autoptr (GBytes) png = n_months (self) > 0 ? mp_chart_view_render (self, MP_CHART_PNG, NULL) : NULL;
  g_autoptr (GFile) file = png != NULL ? mp_traces_drag_file (_("Month by month picture"), ".png", png) : NULL;

  if (png == NULL)
    return NULL;
  providers[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  if (file != NULL)
    providers[1] = gdk_content_provider_new_typed (G_TYPE_FILE, file);
  return gdk_content_provider_new_union (providers, file != NULL ? 2 : 1);
}
