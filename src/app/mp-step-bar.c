/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-step-bar.h"

#include "mp-a11y.h"
#include "mp-message.h"
#include "mp-widgets.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

#define LANE_HEIGHT 64    /* with text of 100 percent, as the next */
#define STEP_LEAST 24     /* room for its text */
#define EDGE_WIDTH 14
#define FULL_WEEK 4000    /* 40 hours fill a lane */
#define MOST_HOURS 16800
#define PIXELS_AN_HOUR 4.0

/* Where a step begins or ends; takes the focus. */
#define MP_TYPE_STEP_EDGE (mp_step_edge_get_type ())
G_DECLARE_FINAL_TYPE (MpStepEdge, mp_step_edge, MP, STEP_EDGE, GtkWidget)
struct _MpStepEdge {
  GtkWidget parent_instance;
  guint step;
  gboolean is_end;
};
G_DEFINE_FINAL_TYPE (MpStepEdge, mp_step_edge, GTK_TYPE_WIDGET)

/* A step with its text. */
#define MP_TYPE_STEP_BOX (mp_step_box_get_type ())
G_DECLARE_FINAL_TYPE (MpStepBox, mp_step_box, MP, STEP_BOX, GtkWidget)
struct _MpStepBox {
  GtkWidget parent_instance;
  GtkWidget *label;
  guint step;
  guint lane;
};
G_DEFINE_FINAL_TYPE (MpStepBox, mp_step_box, GTK_TYPE_WIDGET)

struct _MpStepBar {
  GtkWidget parent_instance;
  MpMonth first, last;
  GArray *steps;       /* MpStep, their names owned */
  GArray *lanes;       /* guint, of each step: steps that do not overlap share a line */
  GPtrArray *boxes;    /* MpStepBox, one a step */
  GPtrArray *edges;    /* MpStepEdge */
  GPtrArray *years;    /* labels */
  GPtrArray *names;    /* a label for each lane */
  guint n_lanes;
  MpStepEdge *dragged;
  MpStepBox *raised;
  MpStep before, before_neighbour; /* as the drag began */
};

enum { CHANGED, DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpStepBar, mp_step_bar, GTK_TYPE_WIDGET)

static void
mp_step_edge_class_init (MpStepEdgeClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "edge");
}

static void
mp_step_edge_init (MpStepEdge *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
}

static void
mp_step_box_dispose (GObject *object)
{
  g_clear_pointer (&MP_STEP_BOX (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (mp_step_box_parent_class)->dispose (object);
}

/* A short step keeps its place; its words go. */
static void
mp_step_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  gtk_widget_measure (MP_STEP_BOX (widget)->label, orientation, -1, NULL, natural, NULL, NULL);
  *minimum_baseline = *natural_baseline = -1;
}

static void
mp_step_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *label = MP_STEP_BOX (widget)->label;
  int least, wanted;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  gtk_widget_set_child_visible (label, width >= MIN (wanted, 4 * least));
  gtk_widget_allocate (label, MAX (width, least), height, -1, NULL);
}

static void
mp_step_box_class_init (MpStepBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_step_box_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "step");
  GTK_WIDGET_CLASS (klass)->measure = mp_step_box_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = mp_step_box_size_allocate;
}

static void
mp_step_box_init (MpStepBox *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ns-resize");
}

static MpStep *
step_at (MpStepBar *self, guint i)
{
  return &g_array_index (self->steps, MpStep, i);
}

static guint
lane_at (MpStepBar *self, guint i)
{
  return g_array_index (self->lanes, guint, i);
}

/* The step on the same line that begins where this one ends, or ends where it begins; -1: none. */
static gint
neighbour (MpStepBar *self, guint step, gboolean after)
{
  const MpStep *self_step = step_at (self, step);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const MpStep *other = step_at (self, i);

      if (i == step || lane_at (self, i) != lane_at (self, step))
        continue;
      if (after ? self_step->to != MP_MONTH_OPEN && other->from == self_step->to + 1 : other->to != MP_MONTH_OPEN && other->to == self_step->from - 1)
        return (gint) i;
    }
  return -1;
}

static char *
step_text (const MpStep *step)
{
  g_autofree char *hours = NULL;

  if (step->hours == MP_MONEY_NONE)
    return mp_money_to_display (step->pay);
  hours = mp_words_hours (step->hours);
  /* Translators: %s: hours of a week, short: "20 h" */
  return g_strdup_printf (_("%s h"), hours);
}

static void
name_edge (MpStepBar *self, MpStepEdge *edge)
{
  const MpStep *step = step_at (self, edge->step);
  MpMonth month = edge->is_end ? step->to : step->from;
  g_autofree char *when = month != MP_MONTH_OPEN ? mp_month_to_display (month, TRUE) : g_strdup (_("goes on"));
  g_autofree char *text = step_text (step);
  const char *job = step->job != NULL ? step->job : _("Job");
  g_autofree char *name = NULL;

  if (month == MP_MONTH_OPEN)
    name = g_strdup_printf ("%s, %s: %s", job, text, when);
  else
    /* Translators: name of a job, hours or pay, a month: "Store clerk, 20 h: begins June 2026" */
    name = g_strdup_printf (edge->is_end ? _("%1$s, %2$s: ends %3$s") : _("%1$s, %2$s: begins %3$s"), job, text, when);

  mp_a11y_name (GTK_WIDGET (edge), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (edge), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edge),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) self->first,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->last,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) CLAMP (month, self->first, self->last),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, when, -1);
}

static void
show_steps (MpStepBar *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      MpStepBox *box = self->boxes->pdata[i];
      const MpStep *step = step_at (self, box->step);
      g_autofree char *text = step_text (step);

      gtk_label_set_text (GTK_LABEL (box->label), text);
      gtk_widget_set_child_visible (GTK_WIDGET (box), step->from <= self->last && step->to >= self->first);
    }
  for (guint i = 0; i < self->edges->len; i++)
    name_edge (self, self->edges->pdata[i]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static int
scaled (MpStepBar *self, int pixels)
{
  return (int) (pixels * MAX (1, mp_text_scale (GTK_WIDGET (self))));
}

static int
axis_height (MpStepBar *self)
{
  int natural = 0;

  if (self->years->len > 0)
    gtk_widget_measure (self->years->pdata[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural + 2;
}

static int
name_height (MpStepBar *self)
{
  int natural = 0;

  if (self->names->len > 1)
    gtk_widget_measure (self->names->pdata[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
mp_step_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  MpStepBar *self = MP_STEP_BAR (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 720;
    }
  else
    *minimum = *natural = (int) MAX (1, self->n_lanes) * (scaled (self, LANE_HEIGHT) + name_height (self)) + axis_height (self);
  *minimum_baseline = *natural_baseline = -1;
}

static double
x_of (MpStepBar *self, MpMonth month, int width)
{
  double n = self->last - self->first + 1;

  return CLAMP ((month - self->first) / n, 0.0, 1.0) * width;
}

static void
place (MpStepBar *self, GtkWidget *child, double x, double y, double width, double height)
{
  int whole = gtk_widget_get_width (GTK_WIDGET (self)), least;
  GtkAllocation box = { (int) x, (int) y, MAX (1, (int) width), MAX (1, (int) height) };

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  box.width = MAX (box.width, least);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    box.x = whole - box.x - box.width;
  gtk_widget_size_allocate (child, &box, -1);
}

static void
mp_step_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpStepBar *self = MP_STEP_BAR (widget);
  const int bar = scaled (self, LANE_HEIGHT), lowest = scaled (self, STEP_LEAST), lane_height = bar + name_height (self), axis = height - axis_height (self);

  for (guint i = 0; i < self->names->len; i++)
    place (self, self->names->pdata[i], 2, (int) i * lane_height, width - 4, name_height (self));
  for (guint i = 0; i < self->boxes->len; i++)
    {
      MpStepBox *box = self->boxes->pdata[i];
      const MpStep *step = step_at (self, box->step);
      double from = x_of (self, step->from, width), to = step->to == MP_MONTH_OPEN ? width : x_of (self, step->to + 1, width);
      gint64 hours = step->hours == MP_MONEY_NONE ? FULL_WEEK / 2 : MIN (step->hours, FULL_WEEK);
      double tall = lowest + (bar - 4 - lowest) * (double) hours / FULL_WEEK;

      place (self, GTK_WIDGET (box), from, (int) (box->lane + 1) * lane_height - tall, to - from - 1, tall);
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      MpStepEdge *edge = self->edges->pdata[i];
      const MpStep *step = step_at (self, edge->step);
      MpStepBox *box = self->boxes->pdata[edge->step];
      double x = edge->is_end ? (step->to == MP_MONTH_OPEN ? width : x_of (self, step->to + 1, width)) : x_of (self, step->from, width);

      x = CLAMP (x - EDGE_WIDTH / 2.0, 0, width - EDGE_WIDTH);
      place (self, GTK_WIDGET (edge), x, (int) box->lane * lane_height + name_height (self), EDGE_WIDTH, bar);
    }
  for (guint i = 0; i < self->years->len; i++)
    {
      MpMonth month = GPOINTER_TO_INT (g_object_get_data (self->years->pdata[i], "mp-month"));
      int least;

      gtk_widget_measure (self->years->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_set_child_visible (self->years->pdata[i], x_of (self, month, width) + least <= width);
      place (self, self->years->pdata[i], x_of (self, month, width), axis + 2, least, height - axis - 2);
    }
}

/* Moves an edge by months, and the neighbour that meets it; neither step gets shorter than a month. */
static gboolean
move_edge (MpStepBar *self, MpStepEdge *edge, const MpStep *from_step, const MpStep *from_neighbour, gint months)
{
  MpStep *step = step_at (self, edge->step);
  gint other = edge->is_end ? -1 : neighbour (self, edge->step, FALSE);
  MpStep before = *step;

  if (edge->is_end)
    {
      gboolean open = from_step->to == MP_MONTH_OPEN;
      MpMonth to = MAX ((open ? self->last + 1 : from_step->to) + months, step->from);

      /* Past the last month shown it goes on, unless it ended there all along. */
      step->to = to > self->last && (open || from_step->to <= self->last) ? MP_MONTH_OPEN : MIN (to, MP_MONTH_LAST);
      return step->to != before.to;
    }
  step->from = CLAMP (from_step->from + months, MP_MONTH_FIRST, MIN (step->to, MP_MONTH_LAST));
  if (other >= 0)
    {
      step->from = MAX (step->from, from_neighbour->from + 1);
      step_at (self, (guint) other)->to = step->from - 1;
    }
  return step->from != before.from;
}

static gboolean
set_hours (MpStepBar *self, guint i, gint64 hours)
{
  MpStep *step = step_at (self, i);
  gint64 before = step->hours;

  if (step->hours == MP_MONEY_NONE)
    return FALSE;
  step->hours = CLAMP (hours, 0, MOST_HOURS);
  return step->hours != before;
}

static void
changed (MpStepBar *self)
{
  show_steps (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static MpStepEdge *
focused_edge (MpStepBar *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && MP_IS_STEP_EDGE (child) ? MP_STEP_EDGE (child) : NULL;
}

static void
month_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpStepBar *self = MP_STEP_BAR (widget);
  MpStepEdge *edge = focused_edge (self);
  gint months = g_variant_get_int32 (parameter), other;
  MpStep step, beside = { NULL };

  if (edge == NULL)
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    months = -months;
  step = *step_at (self, edge->step);
  other = edge->is_end ? -1 : neighbour (self, edge->step, FALSE);
  if (other >= 0)
    beside = *step_at (self, (guint) other);
  if (!move_edge (self, edge, &step, &beside, months))
    return;
  changed (self);
  g_signal_emit (self, signals[DONE], 0);
}

static void
hours_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpStepBar *self = MP_STEP_BAR (widget);
  MpStepEdge *edge = focused_edge (self);

  if (edge == NULL || !set_hours (self, edge->step, step_at (self, edge->step)->hours + g_variant_get_int32 (parameter)))
    return;
  changed (self);
  g_signal_emit (self, signals[DONE], 0);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, MpStepBar *self)
{
  GtkWidget *child = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  gint other;

  self->dragged = NULL;
  self->raised = NULL;
  for (; child != NULL && child != GTK_WIDGET (self); child = gtk_widget_get_parent (child))
    {
      if (MP_IS_STEP_EDGE (child))
        self->dragged = MP_STEP_EDGE (child);
      else if (MP_IS_STEP_BOX (child))
        self->raised = MP_STEP_BOX (child);
    }
  if (self->dragged == NULL && self->raised == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->dragged == NULL)
    {
      self->before = *step_at (self, self->raised->step);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->dragged));
  self->before = *step_at (self, self->dragged->step);
  other = neighbour (self, self->dragged->step, FALSE);
  if (other >= 0)
    self->before_neighbour = *step_at (self, (guint) other);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, MpStepBar *self)
{
  double month = (double) gtk_widget_get_width (GTK_WIDGET (self)) / (self->last - self->first + 1);
  gint months = (gint) (dx / month + (dx < 0 ? -0.5 : 0.5));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    months = -months;
  if (self->dragged != NULL ? move_edge (self, self->dragged, &self->before, &self->before_neighbour, months)
                            : self->raised != NULL && set_hours (self, self->raised->step, self->before.hours - (gint64) (dy / PIXELS_AN_HOUR) * 100))
    changed (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, MpStepBar *self)
{
  gboolean any = self->dragged != NULL || self->raised != NULL;

  self->dragged = NULL;
  self->raised = NULL;
  if (any)
    g_signal_emit (self, signals[DONE], 0);
}

static void
remove_all (GPtrArray *widgets)
{
  for (guint i = 0; i < widgets->len; i++)
    gtk_widget_unparent (widgets->pdata[i]);
  g_ptr_array_set_size (widgets, 0);
}

static void
clear_names (MpStepBar *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    g_free ((char *) step_at (self, i)->job);
  g_array_set_size (self->steps, 0);
}

static void
mp_step_bar_dispose (GObject *object)
{
  MpStepBar *self = MP_STEP_BAR (object);

  remove_all (self->boxes);
  remove_all (self->edges);
  remove_all (self->years);
  remove_all (self->names);
  G_OBJECT_CLASS (mp_step_bar_parent_class)->dispose (object);
}

static void
mp_step_bar_finalize (GObject *object)
{
  MpStepBar *self = MP_STEP_BAR (object);

  clear_names (self);
  g_array_unref (self->steps);
  g_array_unref (self->lanes);
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->edges);
  g_ptr_array_unref (self->years);
  g_ptr_array_unref (self->names);
  G_OBJECT_CLASS (mp_step_bar_parent_class)->finalize (object);
}

static void
mp_step_bar_class_init (MpStepBarClass *klass)
{
  static const struct { guint key; GdkModifierType modifiers; gint months; } months[] = {
    { GDK_KEY_Left, 0, -1 }, { GDK_KEY_Right, 0, 1 }, { GDK_KEY_Left, GDK_SHIFT_MASK, -12 }, { GDK_KEY_Right, GDK_SHIFT_MASK, 12 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_step_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_step_bar_finalize;
  widget_class->measure = mp_step_bar_measure;
  widget_class->size_allocate = mp_step_bar_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "stepbar");
  gtk_widget_class_install_action (widget_class, "step.month", "i", month_cb);
  gtk_widget_class_install_action (widget_class, "step.hours", "i", hours_cb);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    gtk_widget_class_add_binding_action (widget_class, months[i].key, months[i].modifiers, "step.month", "i", months[i].months);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, 0, "step.hours", "i", 100);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, 0, "step.hours", "i", -100);

  /**
   * MpStepBar::changed:
   *
   * A step has changed; more may follow before "done".
   */
  signals[CHANGED] = g_signal_new ("changed", MP_TYPE_STEP_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MpStepBar::done:
   *
   * A drag has ended, or a key has made its change: what changed since the last one is one step of undo.
   */
  signals[DONE] = g_signal_new ("done", MP_TYPE_STEP_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mp_step_bar_init (MpStepBar *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->steps = g_array_new (FALSE, TRUE, sizeof (MpStep));
  self->lanes = g_array_new (FALSE, TRUE, sizeof (guint));
  self->boxes = g_ptr_array_new ();
  self->edges = g_ptr_array_new ();
  self->years = g_ptr_array_new ();
  self->names = g_ptr_array_new ();
  self->last = -1;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  mp_a11y_name (GTK_WIDGET (self), _("Steps of the plan. Left and Right move an edge by a month, Up and Down change the hours."));
}

/**
 * mp_step_bar_new:
 *
 * Returns: (transfer floating): a bar without steps
 */
GtkWidget *
mp_step_bar_new (void)
{
  return g_object_new (MP_TYPE_STEP_BAR, NULL);
}

static GtkWidget *
add_label (MpStepBar *self, GPtrArray *labels, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), labels == self->names ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  g_ptr_array_add (labels, label);
  return label;
}

static void
add_edge (MpStepBar *self, guint step, gboolean is_end)
{
  MpStepEdge *edge = g_object_new (MP_TYPE_STEP_EDGE, NULL);

  edge->step = step;
  edge->is_end = is_end;
  gtk_widget_set_parent (GTK_WIDGET (edge), GTK_WIDGET (self));
  g_ptr_array_add (self->edges, edge);
}

static void
add_years (MpStepBar *self)
{
  for (MpMonth month = self->first; month <= self->last; month++)
    if (month == self->first || mp_month_of_year (month) == 1)
      {
        g_autofree char *year = g_strdup_printf ("%d", mp_month_year (month));

        if (month == self->first && mp_month_of_year (month) > 9)
          continue; /* too near to the next year */
        g_object_set_data (G_OBJECT (add_label (self, self->years, year)), "mp-month", GINT_TO_POINTER (month));
      }
}

/* Each step goes on the first line on which it overlaps no step before it. */
static GArray *
find_lanes (const MpStep *steps, guint n)
{
  GArray *lanes = g_array_new (FALSE, TRUE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      guint lane = 0;

      for (guint j = 0; j < i; j++)
        if (g_array_index (lanes, guint, j) == lane && steps[i].from <= steps[j].to && steps[j].from <= steps[i].to)
          {
            lane++;
            j = (guint) -1;
          }
      g_array_append_val (lanes, lane);
    }
  return lanes;
}

/* The same steps but for months, hours and pay: the widgets stay, and the focus with them. */
static gboolean
same_shape (MpStepBar *self, MpMonth first, MpMonth last, const MpStep *steps, guint n, const GArray *lanes)
{
  if (self->first != first || self->last != last || self->steps->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gboolean met = neighbour (self, i, TRUE) >= 0, meets = FALSE;

      if (lane_at (self, i) != g_array_index (lanes, guint, i))
        return FALSE;
      for (guint j = 0; j < n; j++)
        meets = meets || (j != i && lane_at (self, i) == g_array_index (lanes, guint, j) && steps[i].to != MP_MONTH_OPEN && steps[j].from == steps[i].to + 1);
      if (met != meets)
        return FALSE;
    }
  return TRUE;
}

static void
build (MpStepBar *self, MpMonth first, MpMonth last)
{
  MpStepEdge *focused = focused_edge (self);
  guint step = focused != NULL ? focused->step : G_MAXUINT;
  gboolean is_end = focused != NULL && focused->is_end;

  remove_all (self->boxes);
  remove_all (self->edges);
  remove_all (self->years);
  remove_all (self->names);
  self->first = first;
  self->last = last;
  self->n_lanes = 0;
  add_years (self);
  for (guint i = 0; i < self->steps->len; i++)
    {
      MpStepBox *box = g_object_new (MP_TYPE_STEP_BOX, NULL);

      box->step = i;
      box->lane = lane_at (self, i);
      if (box->lane >= self->n_lanes)
        {
          add_label (self, self->names, step_at (self, i)->job != NULL ? step_at (self, i)->job : _("Job"));
          self->n_lanes = box->lane + 1;
        }
      gtk_widget_set_parent (GTK_WIDGET (box), GTK_WIDGET (self));
      g_ptr_array_add (self->boxes, box);
    }
  for (guint i = 0; i < self->steps->len; i++)
    {
      add_edge (self, i, FALSE);
      if (neighbour (self, i, TRUE) < 0)
        add_edge (self, i, TRUE);
    }
  for (guint i = 0; i < self->names->len; i++)
    gtk_widget_set_child_visible (self->names->pdata[i], self->n_lanes > 1);
  for (guint i = 0; i < self->edges->len; i++)
    {
      MpStepEdge *edge = self->edges->pdata[i];

      if (edge->step == step && edge->is_end == is_end)
        gtk_widget_grab_focus (GTK_WIDGET (edge));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mp_step_bar_set_steps:
 * @self: a bar
 * @first: the first month shown
 * @last: the last month shown
 * @steps: (array length=n): the steps
 * @n: how many
 *
 * Shows steps, without a signal.
 */
void
mp_step_bar_set_steps (MpStepBar *self, MpMonth first, MpMonth last, const MpStep *steps, guint n)
{
  GArray *lanes = find_lanes (steps, n);
  gboolean same = same_shape (self, first, last, steps, n, lanes);

  clear_names (self);
  for (guint i = 0; i < n; i++)
    {
      MpStep copy = steps[i];

      copy.job = g_strdup (steps[i].job);
      g_array_append_val (self->steps, copy);
    }
  g_array_unref (self->lanes);
  self->lanes = lanes;
  if (!same)
    build (self, first, last);
  show_steps (self);
}

/**
 * mp_step_bar_get_steps:
 * @self: a bar
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): the steps as the person has made them, in the order given
 */
const MpStep *
mp_step_bar_get_steps (MpStepBar *self, guint *n)
{
  *n = self->steps->len;
  return (const MpStep *) (gconstpointer) self->steps->data;
}
