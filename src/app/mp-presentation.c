/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-presentation.h"

#include "mp-adaptive.h"
#include "mp-chart-view.h"
#include "mp-chart.h"
#include "mp-guide.h"
#include "mp-ladder-view.h"
#include "mp-widgets.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MpPresentation:
 *
 * Space and Right show the next step, Left goes back, 1 to 6 jump, B blanks, P changes between the
 * ladder and the picture, + and − change the type, H then Up and Down changes hours in a try-out
 * that is dropped at the end, N opens the notes on a second screen, Escape leaves.
 */
struct _MpPresentation {
  AdwWindow parent_instance;
  GtkWidget *adaptive, *content, *title, *subtitle, *chip, *stack, *ladder, *chart, *say, *notes;
  MpCaseModel *model;
  MpCaseView *view;
  GtkWindow *owner;
  guint revealed, cookie;
  double scale, fit;
  gboolean names, hours;
};

G_DEFINE_FINAL_TYPE (MpPresentation, mp_presentation, ADW_TYPE_WINDOW)

static const MpProjection *
shown (MpPresentation *self)
{
  return mp_case_model_get_projection (self->model, mp_case_model_get_scenario (self->model));
}

static const MpWork *
work_at_cursor (MpPresentation *self, guint *job)
{
  const MpScenario *plan = &mp_case_model_get_case (self->model)->scenarios[mp_case_model_get_scenario (self->model)];

  for (*job = 0; *job < plan->n_work; (*job)++)
    if (mp_period_contains (&plan->work[*job].when, mp_case_view_get_cursor (self->view)))
      return &plan->work[*job];
  return NULL;
}

static void
update_chip (MpPresentation *self)
{
  guint job;
  const MpWork *work = work_at_cursor (self, &job);
  g_autofree char *hours = NULL, *text = NULL;

  gtk_widget_set_visible (self->chip, self->hours);
  if (!self->hours)
    return;
  if (work == NULL || work->hours_per_week == MP_MONEY_NONE)
    {
      gtk_label_set_text (GTK_LABEL (self->chip), _("No hours in this month"));
      return;
    }
  hours = mp_words_hours (work->hours_per_week);
  text = g_strdup_printf (_("%s hours a week"), hours);
  gtk_label_set_text (GTK_LABEL (self->chip), text);
}

static void
update_title (MpPresentation *self)
{
  const MpCase *kase = mp_case_model_get_case (self->model);
  const char *name = self->names ? kase->beneficiary.name : NULL;
  g_autofree char *month = mp_month_to_display (mp_case_view_get_cursor (self->view), TRUE);
  /* Translators: %s is a name: "Alex’s steps". */
  g_autofree char *title = name != NULL ? g_strdup_printf (_("%s’s steps"), name) : g_strdup (_("A worker’s steps"));
  g_autofree char *subtitle = NULL;

  /* The name of a plan may hold a name. */
  if (self->names)
    subtitle = g_strdup_printf ("%s · %s", month, kase->scenarios[mp_case_model_get_scenario (self->model)].name);
  else
    subtitle = g_strdup (month);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
}

static void
update (MpPresentation *self)
{
  guint scenario = mp_case_model_get_scenario (self->model);
  const MpProjection *projection = shown (self);
  const MpCase *kase = mp_case_model_get_case (self->model);
  MpLadderModel ladder = {
    .kase = kase, .scenario = scenario, .projection = projection, .cursor = mp_case_view_get_cursor (self->view),
    .who = self->names && kase->beneficiary.name != NULL ? kase->beneficiary.name : C_("someone in a presentation", "a worker"),
  };
  MpChartPlan plan = {
    .projection = projection, .baseline = mp_case_model_get_without_work (self->model, scenario), .without_work = TRUE,
    .without_notes = TRUE, .axis_maximum = 0,
  };

  update_title (self);
  update_chip (self);
  if (projection == NULL)
    return;
  mp_ladder_view_set_model (MP_LADDER_VIEW (self->ladder), &ladder);
  mp_ladder_view_set_revealed (MP_LADDER_VIEW (self->ladder), self->revealed);
  plan.axis_maximum = mp_chart_largest_month (projection);
  mp_chart_view_set_plan (MP_CHART_VIEW (self->chart), &plan);
  mp_chart_view_set_cursor (MP_CHART_VIEW (self->chart), mp_case_view_get_row (self->view));
}

/* The step that was just shown is also said: its words are the window's description. */
static void
say_step (MpPresentation *self)
{
  const MpLadderStep *step = mp_ladder_step (mp_ladder_view_get_ladder (MP_LADDER_VIEW (self->ladder)), MAX (self->revealed, 1) - 1);

  gtk_label_set_text (GTK_LABEL (self->say), step->spoken);
  mp_ladder_view_focus_step (MP_LADDER_VIEW (self->ladder), MAX (self->revealed, 1) - 1);
}

static void
reveal (MpPresentation *self, gint steps)
{
  self->revealed = (guint) CLAMP (steps, 1, MP_LADDER_STEPS);
  mp_ladder_view_set_revealed (MP_LADDER_VIEW (self->ladder), self->revealed);
  say_step (self);
}

static void
change_hours (MpPresentation *self, gint hours)
{
  guint job;
  const MpWork *work = work_at_cursor (self, &job);
  MpCase *edited;
  gint64 now;

  if (work == NULL || work->hours_per_week == MP_MONEY_NONE)
    return;
  now = CLAMP (work->hours_per_week + hours * 100, 0, 16800);
  edited = mp_case_model_begin_edit (self->model);
  edited->scenarios[mp_case_model_get_scenario (self->model)].work[job].hours_per_week = now;
  mp_case_model_try (self->model, edited, NULL);
}

/* As large as the room allows, so that all of the ladder is seen; the speaker may go further. */
static void
update_scale (MpPresentation *self)
{
  int width = gtk_widget_get_width (self->stack), height = gtk_widget_get_height (self->stack);
  double scale = self->fit;

  for (guint i = 0; i < 16 && width > 0; i++)
    {
      int needed;

      mp_ladder_view_set_scale (MP_LADDER_VIEW (self->ladder), scale);
      gtk_widget_measure (self->ladder, GTK_ORIENTATION_VERTICAL, width, &needed, NULL, NULL, NULL);
      if (needed <= height)
        break;
      scale *= 0.94;
    }
  mp_ladder_view_set_scale (MP_LADDER_VIEW (self->ladder), CLAMP (scale * self->scale, 0.6, 4));
}

static void
set_scale (MpPresentation *self, double scale)
{
  self->scale = CLAMP (scale, 0.5, 2.5);
  update_scale (self);
}

/* Type of 1.6 times the desktop's on a screen of 1,920 by 1,080, in proportion on others. */
static void
resized_cb (MpAdaptive *adaptive, int width, int height, MpPresentation *self)
{
  self->fit = 1.6 * MIN (width / 1920.0, height / 1080.0);
  update_scale (self);
}

static GdkMonitor *
second_monitor (MpPresentation *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkMonitor *here = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != here)
        return monitor; /* the display keeps it */
    }
  return NULL;
}

/* What the speaker reads must not reach the room, so it needs a screen of its own. */
static void
show_notes (MpPresentation *self)
{
  const char *notes = mp_case_model_get_case (self->model)->notes;
  GdkMonitor *monitor = second_monitor (self);
  GtkWidget *label, *scrolled;

  if (monitor == NULL || self->notes != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->say), monitor == NULL ? _("Notes show only on a second screen.") : "");
      return;
    }
  self->notes = adw_window_new ();
  label = mp_label_new (notes != NULL ? notes : _("This case has no notes."), "title-2");
  gtk_widget_set_margin_start (label, 36);
  gtk_widget_set_margin_end (label, 36);
  gtk_widget_set_margin_top (label, 36);
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  adw_window_set_content (ADW_WINDOW (self->notes), scrolled);
  gtk_window_set_title (GTK_WINDOW (self->notes), _("Notes"));
  gtk_window_set_transient_for (GTK_WINDOW (self->notes), GTK_WINDOW (self));
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->notes), monitor);
  gtk_window_present (GTK_WINDOW (self->notes));
}

/* What the keys do, for who has none: a screen reader offers these as actions of the window. */
static void
step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpPresentation *self = MP_PRESENTATION (widget);

  reveal (self, (gint) self->revealed + (g_str_equal (action, "present.next") ? 1 : -1));
}

/* "present.step-4" */
static void
jump_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  reveal (MP_PRESENTATION (widget), action[strlen ("present.step-")] - '0');
}

static void
blank_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *content = MP_PRESENTATION (widget)->content;

  gtk_widget_set_visible (content, !gtk_widget_get_visible (content));
}

static void
size_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpPresentation *self = MP_PRESENTATION (widget);

  set_scale (self, g_str_equal (action, "present.larger") ? self->scale * 1.1 : self->scale / 1.1);
}

static void
notes_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_notes (MP_PRESENTATION (widget));
}

static void
picture_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkStack *stack = GTK_STACK (MP_PRESENTATION (widget)->stack);

  gtk_stack_set_visible_child_name (stack, g_str_equal (gtk_stack_get_visible_child_name (stack), "chart") ? "ladder" : "chart");
}

static void
hours_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpPresentation *self = MP_PRESENTATION (widget);

  self->hours = TRUE;
  update_chip (self);
  change_hours (self, g_str_equal (action, "present.more-hours") ? 1 : -1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, MpPresentation *self)
{
  gboolean chart = g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "chart");

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key >= GDK_KEY_1 && key <= GDK_KEY_6)
    {
      reveal (self, (gint) (key - GDK_KEY_1) + 1);
      return TRUE;
    }
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_space: case GDK_KEY_Page_Down: reveal (self, (gint) self->revealed + 1); return TRUE;
    case GDK_KEY_Right:
      if (chart)
        return FALSE;
      reveal (self, (gint) self->revealed + 1);
      return TRUE;
    case GDK_KEY_Page_Up: reveal (self, (gint) self->revealed - 1); return TRUE;
    case GDK_KEY_Left:
      if (chart)
        return FALSE;
      reveal (self, (gint) self->revealed - 1);
      return TRUE;
    case GDK_KEY_b: blank_cb (GTK_WIDGET (self), NULL, NULL); return TRUE;
    case GDK_KEY_p: picture_cb (GTK_WIDGET (self), NULL, NULL); return TRUE;
    case GDK_KEY_h: self->hours = !self->hours; update_chip (self); return TRUE;
    case GDK_KEY_Up: if (self->hours) change_hours (self, 1); return self->hours;
    case GDK_KEY_Down: if (self->hours) change_hours (self, -1); return self->hours;
    case GDK_KEY_plus: case GDK_KEY_KP_Add: case GDK_KEY_equal: size_cb (GTK_WIDGET (self), "present.larger", NULL); return TRUE;
    case GDK_KEY_minus: case GDK_KEY_KP_Subtract: size_cb (GTK_WIDGET (self), "present.smaller", NULL); return TRUE;
    case GDK_KEY_n: show_notes (self); return TRUE;
    case GDK_KEY_Escape: gtk_window_close (GTK_WINDOW (self)); return TRUE;
    default: return FALSE;
    }
}

static void
month_moved_cb (MpLadderView *ladder, gint month, MpPresentation *self)
{
  mp_case_view_set_cursor (self->view, month);
}

static void
cursor_moved_cb (MpChartView *chart, guint month, MpPresentation *self)
{
  mp_case_view_set_row (self->view, month);
}

static gboolean
mp_presentation_close_request (GtkWindow *window)
{
  MpPresentation *self = MP_PRESENTATION (window);
  GtkApplication *application = gtk_window_get_application (self->owner);

  if (self->cookie != 0 && application != NULL)
    gtk_application_uninhibit (application, self->cookie);
  self->cookie = 0;
  if (self->notes != NULL)
    gtk_window_destroy (GTK_WINDOW (self->notes));
  self->notes = NULL;
  return GTK_WINDOW_CLASS (mp_presentation_parent_class)->close_request (window);
}

static void
mp_presentation_dispose (GObject *object)
{
  MpPresentation *self = MP_PRESENTATION (object);

  if (self->notes != NULL)
    gtk_window_destroy (GTK_WINDOW (self->notes));
  self->notes = NULL;
  g_clear_object (&self->model);
  g_clear_object (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), MP_TYPE_PRESENTATION);
  G_OBJECT_CLASS (mp_presentation_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc activate; } actions[] = {
    { "present.next", step_cb }, { "present.back", step_cb },
    { "present.step-1", jump_cb }, { "present.step-2", jump_cb }, { "present.step-3", jump_cb },
    { "present.step-4", jump_cb }, { "present.step-5", jump_cb }, { "present.step-6", jump_cb },
    { "present.blank", blank_cb }, { "present.picture", picture_cb }, { "present.notes", notes_cb },
    { "present.larger", size_cb }, { "present.smaller", size_cb },
    { "present.more-hours", hours_cb }, { "present.fewer-hours", hours_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
mp_presentation_class_init (MpPresentationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_presentation_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mp_presentation_close_request;
  install_actions (widget_class);
  g_type_ensure (MP_TYPE_ADAPTIVE);
  g_type_ensure (MP_TYPE_LADDER_VIEW);
  g_type_ensure (MP_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/presentation.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpPresentation, name)
  BIND (adaptive); BIND (content); BIND (title); BIND (subtitle); BIND (chip); BIND (stack); BIND (ladder); BIND (chart); BIND (say);
#undef BIND
}

static void
mp_presentation_init (MpPresentation *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->revealed = 1;
  self->scale = self->fit = 1;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self->adaptive, "resized", G_CALLBACK (resized_cb), self);
  g_signal_connect (self->ladder, "month-moved", G_CALLBACK (month_moved_cb), self);
  g_signal_connect (self->chart, "cursor-moved", G_CALLBACK (cursor_moved_cb), self);
  mp_guide_set_topic (GTK_WIDGET (self), "milestones");
}

/**
 * mp_presentation_new:
 * @parent: the window it belongs to
 * @model: the case
 * @view: what the pages look at
 * @names: whether the person's name is shown
 *
 * Returns: (transfer floating): the presentation, at its first step; present it
 */
GtkWidget *
mp_presentation_new (GtkWindow *parent, MpCaseModel *model, MpCaseView *view, gboolean names)
{
  MpPresentation *self = g_object_new (MP_TYPE_PRESENTATION, "transient-for", parent, "title", _("Milestones"), NULL);
  GtkApplication *application = gtk_window_get_application (parent);

  self->model = g_object_ref (model);
  self->view = g_object_ref (view);
  self->owner = parent;
  self->names = names;
  if (application != NULL)
    self->cookie = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE, _("A presentation is shown"));
  g_signal_connect_object (model, "projected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  say_step (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
