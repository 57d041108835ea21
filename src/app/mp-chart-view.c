/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-chart-view.h"

#include "mp-a11y.h"
#include "mp-chart.h"
#include "mp-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* One month: nothing to see, but it takes the focus and says its sentence. */
#define MP_TYPE_CHART_MONTH (mp_chart_month_get_type ())
G_DECLARE_FINAL_TYPE (MpChartMonth, mp_chart_month, MP, CHART_MONTH, GtkWidget)
struct _MpChartMonth {
  GtkWidget parent_instance;
};
G_DEFINE_FINAL_TYPE (MpChartMonth, mp_chart_month, GTK_TYPE_WIDGET)

struct _MpChartView {
  GtkWidget parent_instance;
  MpChart *chart;
  const MpProjection *projection; /* the model's: set anew at each change */
  GPtrArray *children;            /* MpChartMonth; the widget tree owns them */
  guint cursor;
};

enum { CURSOR_MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpChartView, mp_chart_view, GTK_TYPE_WIDGET)

static void
mp_chart_month_class_init (MpChartMonthClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "month");
}

static void
mp_chart_month_init (MpChartMonth *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static void
move_cursor (MpChartView *self, guint month)
{
  if (self->projection == NULL || month >= self->projection->n_months || month == self->cursor)
    return;
  self->cursor = month;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURSOR_MOVED], 0, month);
}

static void
key_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpChartView *self = MP_CHART_VIEW (widget);
  gint step = g_variant_get_int32 (parameter);
  gint last = self->projection != NULL ? (gint) self->projection->n_months - 1 : -1;

  if (last < 0)
    return;
  move_cursor (self, (guint) CLAMP (step == G_MININT ? 0 : step == G_MAXINT ? last : (gint) self->cursor + step, 0, last));
  gtk_widget_grab_focus (self->children->pdata[self->cursor]);
}

/* One tab stop: Tab goes to the cursor's month, and from there out of the picture. */
static gboolean
mp_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MpChartView *self = MP_CHART_VIEW (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->cursor >= self->children->len)
    return FALSE;
  return gtk_widget_grab_focus (self->children->pdata[self->cursor]);
}

static void
mp_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 300;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 560;
  *minimum_baseline = *natural_baseline = -1;
}

static void
mp_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpChartView *self = MP_CHART_VIEW (widget);
  const MpChartLayout *layout;

  if (self->projection == NULL)
    return;
  layout = mp_chart_layout (self->chart, width, height);
  for (guint i = 0; i < self->children->len; i++)
    {
      int x = (int) mp_chart_layout_x (layout, layout->start + (MpMonth) i);
      GtkAllocation box = { x, 0, MAX (1, (int) layout->cw), height };
      gtk_widget_size_allocate (self->children->pdata[i], &box, -1);
    }
}

static void
mp_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpChartView *self = MP_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->projection == NULL || width < 1 || height < 1)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  mp_chart_draw (self->chart, cr, width, height, self->projection->start + (MpMonth) self->cursor, MP_MONTH_NONE);
  cairo_destroy (cr);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MpChartView *self)
{
  MpMonth month = self->projection != NULL ? mp_chart_month_at (self->chart, x, y) : MP_MONTH_NONE;

  if (month == MP_MONTH_NONE)
    return;
  move_cursor (self, (guint) (month - self->projection->start));
  gtk_widget_grab_focus (self->children->pdata[self->cursor]);
}

static void
update_style (MpChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  MpChartStyle style = MP_CHART_STYLE_DEFAULT;
  gboolean dark = adw_style_manager_get_dark (manager);

  style.background = FALSE;
  if (adw_style_manager_get_high_contrast (manager))
    style.palette = dark ? MP_CHART_CONTRAST_DARK : MP_CHART_CONTRAST_LIGHT;
  else
    style.palette = dark ? MP_CHART_DARK : MP_CHART_LIGHT;
  mp_chart_set_style (self->chart, &style);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
mp_chart_view_dispose (GObject *object)
{
  GtkWidget *child;

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), object);
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
mp_chart_view_class_init (MpChartViewClass *klass)
{
  static const struct { guint key; gint step; } keys[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Home, G_MININT }, { GDK_KEY_End, G_MAXINT },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_chart_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_chart_view_finalize;
  widget_class->focus = mp_chart_view_focus;
  widget_class->measure = mp_chart_view_measure;
  widget_class->size_allocate = mp_chart_view_size_allocate;
  widget_class->snapshot = mp_chart_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_install_action (widget_class, "chart.move", "i", key_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "chart.move", "i", keys[i].step);

  /**
   * MpChartView::cursor-moved:
   * @month: number of the reported month
   *
   * The person moved the cursor.
   */
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", MP_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
mp_chart_view_init (MpChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->chart = mp_chart_new ();
  self->children = g_ptr_array_new ();
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (manager, "notify::dark", G_CALLBACK (update_style), self);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (update_style), self);
  mp_a11y_name (GTK_WIDGET (self), _("Month by month picture. Left and Right move by a month."));
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
 * mp_chart_view_set_projection:
 * @self: a picture
 * @projection: (nullable): what to show; must live until the next call
 * @without: (nullable): the same months without working, for the dotted line
 */
void
mp_chart_view_set_projection (MpChartView *self, const MpProjection *projection, const MpProjection *without)
{
  MpChartModel model = { .projection = projection, .baseline = without, .baseline_label = _("Cash without work") };
  guint n = projection != NULL ? projection->n_months : 0;

  self->projection = projection;
  mp_chart_set_model (self->chart, &model);
  while (self->children->len > n)
    {
      gtk_widget_unparent (self->children->pdata[self->children->len - 1]);
      g_ptr_array_set_size (self->children, self->children->len - 1);
    }
  while (self->children->len < n)
    {
      GtkWidget *child = g_object_new (MP_TYPE_CHART_MONTH, NULL);
      gtk_widget_set_parent (child, GTK_WIDGET (self));
      g_ptr_array_add (self->children, child);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = mp_words_month (projection, i);
      mp_a11y_name (self->children->pdata[i], sentence);
    }
  self->cursor = n > 0 ? MIN (self->cursor, n - 1) : 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
  self->cursor = month;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
