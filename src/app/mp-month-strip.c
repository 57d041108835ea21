/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-month-strip.h"

#include "mp-a11y.h"
#include "mp-message.h"

#include <glib/gi18n-lib.h>

#define CELL_LEAST 18
#define CELL_MOST 30
#define GAP 2
#define MAX_MONTHS 600

/* A box to tick. Its number tells the order: the third trial work month shows 3. */
#define MP_TYPE_MONTH_CELL (mp_month_cell_get_type ())
G_DECLARE_FINAL_TYPE (MpMonthCell, mp_month_cell, MP, MONTH_CELL, GtkWidget)
struct _MpMonthCell {
  GtkWidget parent_instance;
  GtkWidget *label;
};
G_DEFINE_FINAL_TYPE (MpMonthCell, mp_month_cell, GTK_TYPE_WIDGET)

struct _MpMonthStrip {
  GtkWidget parent_instance;
  MpMonth first, last;
  GArray *months;       /* MpMonth, ticked, in order */
  GPtrArray *cells;     /* MpMonthCell, from first on */
  GPtrArray *years;     /* a label for each line */
  GtkWidget *heads[12]; /* J F M … */
  MpMonth cursor;
  gboolean painting, paint;
  MpMonth painted;      /* where the stroke has come to */
  MpMonthStripNote note;
  gpointer note_data;
  GDestroyNotify note_destroy;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpMonthStrip, mp_month_strip, GTK_TYPE_WIDGET)

static void
mp_month_cell_dispose (GObject *object)
{
  g_clear_pointer (&MP_MONTH_CELL (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (mp_month_cell_parent_class)->dispose (object);
}

static void
mp_month_cell_class_init (MpMonthCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_month_cell_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "month");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mp_month_cell_init (MpMonthCell *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static gboolean
find (MpMonthStrip *self, MpMonth month, guint *place)
{
  guint i = 0;

  while (i < self->months->len && g_array_index (self->months, MpMonth, i) < month)
    i++;
  *place = i;
  return i < self->months->len && g_array_index (self->months, MpMonth, i) == month;
}

static void
show_cell (MpMonthStrip *self, MpMonth month)
{
  MpMonthCell *cell = self->cells->pdata[month - self->first];
  guint place;
  gboolean ticked = find (self, month, &place);
  g_autofree char *name = mp_month_to_display (month, TRUE);
  g_autofree char *note = self->note != NULL ? self->note (month, self->note_data) : NULL;
  g_autofree char *tip = note != NULL ? g_strdup_printf ("%s: %s", name, note) : g_strdup (name);
  g_autofree char *order = ticked ? g_strdup_printf ("%u", place + 1) : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (cell->label), order);
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell), tip);
  mp_a11y_name (GTK_WIDGET (cell), tip);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_CHECKED,
                               ticked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  if (ticked)
    gtk_widget_set_state_flags (GTK_WIDGET (cell), GTK_STATE_FLAG_CHECKED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (cell), GTK_STATE_FLAG_CHECKED);
}

static void
show_all (MpMonthStrip *self)
{
  for (MpMonth month = self->first; month <= self->last; month++)
    show_cell (self, month);
}

static void
tick (MpMonthStrip *self, MpMonth month, gboolean ticked)
{
  guint place;

  if (find (self, month, &place) == ticked)
    return;
  if (ticked)
    g_array_insert_val (self->months, place, month);
  else
    g_array_remove_index (self->months, place);
  show_all (self); /* the numbers after it move */
}

static void
toggle (MpMonthStrip *self, MpMonth month)
{
  guint place;

  tick (self, month, !find (self, month, &place));
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
cell_of (MpMonthStrip *self, MpMonth month)
{
  return self->cells->pdata[month - self->first];
}

/* Where the years begin: the first month's line is 0. */
static gint
line_of (MpMonthStrip *self, MpMonth month)
{
  return mp_month_year (month) - mp_month_year (self->first);
}

static void
measure_label (GtkWidget *label, GtkOrientation orientation, int *natural)
{
  int least;

  gtk_widget_measure (label, orientation, -1, &least, natural, NULL, NULL);
}

static int
head_width (MpMonthStrip *self)
{
  int width = 0;

  if (self->years->len > 0)
    measure_label (self->years->pdata[0], GTK_ORIENTATION_HORIZONTAL, &width);
  return width + 2 * GAP;
}

static int
line_height (MpMonthStrip *self)
{
  int height;

  measure_label (self->heads[0], GTK_ORIENTATION_VERTICAL, &height);
  return MAX (height, CELL_LEAST) + GAP;
}

static void
mp_month_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  MpMonthStrip *self = MP_MONTH_STRIP (widget);

  /* Every child is measured before it is given room. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = head_width (self) + 12 * (CELL_LEAST + GAP);
      *natural = head_width (self) + 12 * (CELL_MOST + GAP);
    }
  else
    *minimum = *natural = line_height (self) * ((gint) self->years->len + 1);
  *minimum_baseline = *natural_baseline = -1;
}

static void
mp_month_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpMonthStrip *self = MP_MONTH_STRIP (widget);
  int head = head_width (self), line = line_height (self);
  int step = CLAMP ((width - head) / 12, CELL_LEAST + GAP, CELL_MOST + GAP);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int used = head + 12 * step;
  GtkAllocation box;

#define PLACE(child, x, y, w, h) \
  (box = (GtkAllocation) { rtl ? used - (x) - (w) : (x), (y), (w), (h) }, gtk_widget_size_allocate ((child), &box, -1))
  for (gint i = 0; i < 12; i++)
    PLACE (self->heads[i], head + i * step, 0, step - GAP, line - GAP);
  for (gint i = 0; i < (gint) self->years->len; i++)
    PLACE (self->years->pdata[i], 0, (i + 1) * line, head - GAP, line - GAP);
  for (MpMonth month = self->first; month <= self->last; month++)
    PLACE (cell_of (self, month), head + (mp_month_of_year (month) - 1) * step, (line_of (self, month) + 1) * line, step - GAP, line - GAP);
#undef PLACE
}

/* One tab stop: Tab goes to the cursor's month, and from there out. */
static gboolean
mp_month_strip_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MpMonthStrip *self = MP_MONTH_STRIP (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->cells->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (cell_of (self, self->cursor));
}

static void
go_to (MpMonthStrip *self, MpMonth month)
{
  self->cursor = CLAMP (month, self->first, self->last);
  gtk_widget_grab_focus (cell_of (self, self->cursor));
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpMonthStrip *self = MP_MONTH_STRIP (widget);
  gint step;
  gboolean paint;
  MpMonth before = self->cursor;
  guint place;

  if (self->cells->len == 0)
    return;
  g_variant_get (parameter, "(ib)", &step, &paint);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && (step == 1 || step == -1))
    step = -step;
  go_to (self, step == G_MININT ? self->first : step == G_MAXINT ? self->last : before + step);
  if (!paint || self->cursor == before)
    return;
  /* Shift carries the mark of the month along. */
  {
    gboolean ticked = find (self, before, &place);
    gint way = self->cursor > before ? 1 : -1;
    for (MpMonth month = before; month != self->cursor; month += way)
      tick (self, month + way, ticked);
  }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpMonthStrip *self = MP_MONTH_STRIP (widget);

  if (self->cells->len > 0)
    toggle (self, self->cursor);
}

static MpMonth
month_at (MpMonthStrip *self, double x, double y)
{
  GtkWidget *child = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (; child != NULL && child != GTK_WIDGET (self); child = gtk_widget_get_parent (child))
    if (MP_IS_MONTH_CELL (child))
      for (guint i = 0; i < self->cells->len; i++)
        if (self->cells->pdata[i] == child)
          return self->first + (MpMonth) i;
  return MP_MONTH_NONE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, MpMonthStrip *self)
{
  MpMonth month = month_at (self, x, y);
  guint place;

  if (month == MP_MONTH_NONE)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->painting = TRUE;
  self->paint = !find (self, month, &place);
  self->painted = month;
  go_to (self, month);
  tick (self, month, self->paint);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, MpMonthStrip *self)
{
  double x, y;
  MpMonth month;

  if (!self->painting || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  month = month_at (self, x + dx, y + dy);
  if (month == MP_MONTH_NONE)
    return;
  while (self->painted != month)
    {
      self->painted += self->painted < month ? 1 : -1;
      tick (self, self->painted, self->paint);
    }
  go_to (self, month);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, MpMonthStrip *self)
{
  if (!self->painting)
    return;
  self->painting = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mp_month_strip_dispose (GObject *object)
{
  MpMonthStrip *self = MP_MONTH_STRIP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->years, 0);
  if (self->note_destroy != NULL)
    self->note_destroy (self->note_data);
  self->note = NULL;
  self->note_destroy = NULL;
  G_OBJECT_CLASS (mp_month_strip_parent_class)->dispose (object);
}

static void
mp_month_strip_finalize (GObject *object)
{
  MpMonthStrip *self = MP_MONTH_STRIP (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->years);
  g_array_unref (self->months);
  G_OBJECT_CLASS (mp_month_strip_parent_class)->finalize (object);
}

static void
mp_month_strip_class_init (MpMonthStripClass *klass)
{
  static const struct { guint key; gint step; } keys[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Up, -12 }, { GDK_KEY_Down, 12 }, { GDK_KEY_Home, G_MININT }, { GDK_KEY_End, G_MAXINT },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_month_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_month_strip_finalize;
  widget_class->measure = mp_month_strip_measure;
  widget_class->size_allocate = mp_month_strip_size_allocate;
  widget_class->focus = mp_month_strip_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "monthstrip");
  gtk_widget_class_install_action (widget_class, "strip.move", "(ib)", move_cb);
  gtk_widget_class_install_action (widget_class, "strip.toggle", NULL, toggle_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "strip.move", "(ib)", keys[i].step, FALSE);
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_SHIFT_MASK, "strip.move", "(ib)", keys[i].step, TRUE);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "strip.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "strip.toggle", NULL);

  /**
   * MpMonthStrip::changed:
   *
   * The person has ticked or cleared months: after a key, or at the end of a stroke.
   */
  signals[CHANGED] = g_signal_new ("changed", MP_TYPE_MONTH_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mp_month_strip_init (MpMonthStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->months = g_array_new (FALSE, FALSE, sizeof (MpMonth));
  self->cells = g_ptr_array_new ();
  self->years = g_ptr_array_new ();
  self->first = 0;
  self->last = -1;
  for (gint i = 0; i < 12; i++)
    {
      g_autofree char *name = mp_month_to_display (mp_month (2026, i + 1), TRUE);
      g_autofree char *letter = g_utf8_substring (name, 0, 1);

      self->heads[i] = gtk_label_new (letter);
      gtk_widget_add_css_class (self->heads[i], "caption");
      gtk_widget_add_css_class (self->heads[i], "dim-label");
      gtk_widget_set_parent (self->heads[i], GTK_WIDGET (self));
    }
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * mp_month_strip_new:
 *
 * Returns: (transfer floating): a strip without months
 */
GtkWidget *
mp_month_strip_new (void)
{
  return g_object_new (MP_TYPE_MONTH_STRIP, NULL);
}

static void
add_year (MpMonthStrip *self, gint year)
{
  g_autofree char *text = g_strdup_printf ("%d", year);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  g_ptr_array_add (self->years, label);
}

static void
remove_all (GPtrArray *widgets)
{
  for (guint i = 0; i < widgets->len; i++)
    gtk_widget_unparent (widgets->pdata[i]);
  g_ptr_array_set_size (widgets, 0);
}

/**
 * mp_month_strip_set_range:
 * @self: a strip
 * @first: the first month shown
 * @last: the last month shown
 *
 * At most 50 years, the last ones, are shown.
 */
void
mp_month_strip_set_range (MpMonthStrip *self, MpMonth first, MpMonth last)
{
  first = MAX (first, last - MAX_MONTHS + 1);
  if (first == self->first && last == self->last)
    return;
  remove_all (self->cells);
  remove_all (self->years);
  self->first = first;
  self->last = last;
  for (gint year = mp_month_year (first); year <= mp_month_year (last); year++)
    add_year (self, year);
  for (MpMonth month = first; month <= last; month++)
    {
      GtkWidget *cell = g_object_new (MP_TYPE_MONTH_CELL, NULL);

      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
  if (self->cursor < first || self->cursor > last)
    self->cursor = last;
  show_all (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mp_month_strip_set_months:
 * @self: a strip
 * @months: (array length=n): the months to tick, in order
 * @n: how many
 *
 * Ticks these months without the signal. Months outside the range stay in the list.
 */
void
mp_month_strip_set_months (MpMonthStrip *self, const MpMonth *months, guint n)
{
  if (self->painting)
    return;
  g_array_set_size (self->months, 0);
  for (guint i = 0; i < n; i++)
    {
      guint place;

      if (!find (self, months[i], &place))
        g_array_insert_val (self->months, place, months[i]);
    }
  show_all (self);
}

/**
 * mp_month_strip_get_months:
 * @self: a strip
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): the months that are ticked, in order
 */
const MpMonth *
mp_month_strip_get_months (MpMonthStrip *self, guint *n)
{
  *n = self->months->len;
  return (const MpMonth *) (gconstpointer) self->months->data;
}

/**
 * mp_month_strip_set_note:
 * @self: a strip
 * @note: (nullable): what is said of a month besides its name
 * @data: for @note
 * @destroy: (nullable): frees @data
 */
void
mp_month_strip_set_note (MpMonthStrip *self, MpMonthStripNote note, gpointer data, GDestroyNotify destroy)
{
  if (self->note_destroy != NULL)
    self->note_destroy (self->note_data);
  self->note = note;
  self->note_data = data;
  self->note_destroy = destroy;
  show_all (self);
}
