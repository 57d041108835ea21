/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-desk.h"

#include "mp-a11y.h"
#include "mp-curve.h"
#include "mp-guide.h"
#include "mp-typed.h"
#include "mp-widgets.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * MpDesk:
 *
 * Sliders and exact entries for pay and hours. Every movement is a try-out of the model: the whole
 * case is projected anew at once, and nothing stays before the person keeps it.
 *
 * The adjustments count whole cents and hundredths of an hour, so that no amount is ever a fraction.
 */
struct _MpDesk {
  AdwBin parent_instance;
  GtkWidget *box, *plans, *steps, *empty, *pay_box, *pay_label, *pay_spin, *pay_scale, *hours_box, *hours_spin, *hours_scale;
  GtkWidget *month_pay, *limit;
  GtkAdjustment *pay, *hours;
  MpCaseModel *model;
  MpCaseView *view;
  guint scenario, job, n_jobs; /* what it was filled for */
  MpMoney marks[6];            /* what the scales are marked for: wage, trial work figure, SGA limit, kept pay, both upper ends */
  gboolean updating, narrow;
};

#define CENTS_OF_MINIMUM_WAGE 725.0

G_DEFINE_FINAL_TYPE (MpDesk, mp_desk, ADW_TYPE_BIN)

static const MpWork *
work_of (MpDesk *self)
{
  const MpCase *kase = mp_case_model_get_case (self->model);

  if (self->scenario >= kase->n_scenarios || self->job >= kase->scenarios[self->scenario].n_work)
    return NULL;
  return &kase->scenarios[self->scenario].work[self->job];
}

static gboolean
is_hourly (const MpWork *work)
{
  return work->hourly != MP_MONEY_NONE;
}

/* The work of the month of the cursor, else the last that began before it, else the first. */
static guint
job_of_cursor (MpDesk *self)
{
  const MpCase *kase = mp_case_model_get_case (self->model);
  const MpScenario *plan = &kase->scenarios[self->scenario];
  MpMonth month = mp_case_view_get_cursor (self->view);
  guint found = 0;

  for (guint i = 0; i < plan->n_work; i++)
    {
      if (mp_period_contains (&plan->work[i].when, month))
        return i;
      if (plan->work[i].when.from <= month)
        found = i;
    }
  return found;
}

static void
changed_cb (GtkAdjustment *adjustment, MpDesk *self)
{
  const MpWork *old = work_of (self);
  MpCase *edited;
  MpWork *work;

  if (self->updating || old == NULL)
    return;
  edited = mp_case_model_begin_edit (self->model);
  work = &edited->scenarios[self->scenario].work[self->job];
  if (is_hourly (old))
    {
      work->hourly = (MpMoney) llround (gtk_adjustment_get_value (self->pay));
      work->hours_per_week = llround (gtk_adjustment_get_value (self->hours));
    }
  else
    {
      work->monthly = (MpMoney) llround (gtk_adjustment_get_value (self->pay));
    }
  mp_case_model_try (self->model, edited, NULL);
}

/* The slider stops at whole hours, with Shift at half ones; the entry takes any. */
static gboolean
hours_moved_cb (GtkRange *range, GtkScrollType scroll, double value, MpDesk *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (range));
  GdkSeat *seat = gdk_display_get_default_seat (display);
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;
  gboolean shift = keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_SHIFT_MASK) != 0;
  double step = shift ? 50 : 100;

  gtk_adjustment_set_value (self->hours, round (value / step) * step);
  return TRUE;
}

static gboolean
pay_moved_cb (GtkRange *range, GtkScrollType scroll, double value, MpDesk *self)
{
  double step = gtk_adjustment_get_step_increment (self->pay);

  gtk_adjustment_set_value (self->pay, round (value / step) * step);
  return TRUE;
}

static gboolean
show_money_cb (GtkSpinButton *spin, gpointer data)
{
  g_autofree char *text = mp_money_to_string ((MpMoney) llround (gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin))));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
read_money_cb (GtkSpinButton *spin, double *value, gpointer data)
{
  MpMoney amount;

  if (!mp_money_parse_typed (gtk_editable_get_text (GTK_EDITABLE (spin)), &amount) || amount < 0)
    return GTK_INPUT_ERROR;
  *value = (double) amount;
  return TRUE;
}

static gboolean
show_hours_cb (GtkSpinButton *spin, gpointer data)
{
  gint64 hours = llround (gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin)));
  g_autofree char *text = mp_words_hours (hours);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
read_hours_cb (GtkSpinButton *spin, double *value, gpointer data)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (spin))));
  gint64 hours;

  if (!mp_decimal_parse (text, 2, &hours) || hours < 0)
    return GTK_INPUT_ERROR;
  *value = (double) hours;
  return TRUE;
}

typedef struct {
  GtkWidget *scale;
  struct { double from, to; } places[6]; /* in pixels of the shortest slider */
  guint n;
} Marks;

#define SHORTEST 200 /* pixels of a slider in the narrowest window */
#define BETWEEN 6    /* pixels between the words of two marks */

/* A mark whose words would lie over those of another, which came before it, has none. */
static void
add_mark (Marks *marks, double value, const char *text)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (marks->scale));
  const double lower = gtk_adjustment_get_lower (adjustment), upper = gtk_adjustment_get_upper (adjustment);
  const double middle = upper > lower ? (value - lower) / (upper - lower) * SHORTEST : 0;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (marks->scale, text);
  int width;

  if (value < lower || value > upper || marks->n == G_N_ELEMENTS (marks->places))
    return;
  pango_layout_get_pixel_size (layout, &width, NULL);
  for (guint i = 0; i < marks->n; i++)
    if (middle - width / 2.0 < marks->places[i].to + BETWEEN && middle + width / 2.0 > marks->places[i].from - BETWEEN)
      {
        gtk_scale_add_mark (GTK_SCALE (marks->scale), value, GTK_POS_BOTTOM, NULL);
        return;
      }
  gtk_scale_add_mark (GTK_SCALE (marks->scale), value, GTK_POS_BOTTOM, text);
  marks->places[marks->n].from = middle - width / 2.0;
  marks->places[marks->n++].to = middle + width / 2.0;
}

/* Cents only where there are some. */
static char *
short_amount (MpMoney amount)
{
  char *text = mp_money_to_display (amount);

  if (g_str_has_suffix (text, ".00"))
    text[strlen (text) - 3] = '\0';
  return text;
}

/* What the plan pays, and both ends. */
static void
mark_pay (Marks *marks, MpMoney kept)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (marks->scale));
  const double ends[] = { gtk_adjustment_get_lower (adjustment), gtk_adjustment_get_upper (adjustment) };

  if (kept != MP_MONEY_NONE)
    {
      g_autofree char *amount = short_amount (kept);
      /* Translators: a mark on a slider: the pay of the plan as it is kept */
      g_autofree char *text = g_strdup_printf (_("%s now"), amount);

      add_mark (marks, (double) kept, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = short_amount ((MpMoney) ends[i]);

      add_mark (marks, ends[i], text);
    }
}

static void
mark_hours (Marks *marks)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (marks->scale));
  const double ends[] = { gtk_adjustment_get_lower (adjustment), gtk_adjustment_get_upper (adjustment) };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", (int) ends[i] / 100);

      add_mark (marks, ends[i], text);
    }
}

static MpMoney
kept_pay (MpDesk *self)
{
  const MpCase *kept = mp_case_model_get_kept_case (self->model);
  const MpWork *work;

  if (kept == NULL || self->scenario >= kept->n_scenarios || self->job >= kept->scenarios[self->scenario].n_work)
    return MP_MONEY_NONE;
  work = &kept->scenarios[self->scenario].work[self->job];
  return is_hourly (work) ? work->hourly : work->monthly;
}

/* Where on the slider this wage, or this pay, reaches a figure: a place to look at, not an amount. */
static void
update_marks (MpDesk *self, const MpWork *work, const MpCurve *curve)
{
  const gboolean hourly = is_hourly (work);
  const MpMoney figures[] = { mp_curve_mark (curve, MP_CURVE_TWP), mp_curve_mark (curve, MP_CURVE_SGA) };
  const char *const words[] = { C_("mark on a slider", "trial"), C_("mark on a slider", "SGA") };
  const MpMoney now[] = { work->hourly, figures[0], figures[1], kept_pay (self), (MpMoney) gtk_adjustment_get_upper (self->pay),
                          (MpMoney) gtk_adjustment_get_upper (self->hours) };
  Marks pay = { .scale = self->pay_scale }, hours = { .scale = self->hours_scale };

  G_STATIC_ASSERT (sizeof now == sizeof self->marks);
  if (memcmp (now, self->marks, sizeof now) == 0)
    return;
  memcpy (self->marks, now, sizeof now);
  gtk_scale_clear_marks (GTK_SCALE (self->pay_scale));
  gtk_scale_clear_marks (GTK_SCALE (self->hours_scale));
  for (guint i = G_N_ELEMENTS (figures); i-- > 0;) /* the limit's word before the other's */
    if (figures[i] != MP_MONEY_NONE && (!hourly || work->hourly > 0))
      add_mark (hourly ? &hours : &pay, (double) (hourly ? mp_work_hours_for (work->hourly, figures[i]) : figures[i]), words[i]);
  mark_pay (&pay, kept_pay (self));
  if (hourly)
    mark_hours (&hours);
}

static void
update_month_pay (MpDesk *self, const MpWork *work)
{
  g_autoptr (MpCurve) curve = mp_curve_new (mp_case_model_get_case (self->model), self->scenario, mp_case_model_get_parameters (self->model),
                                            mp_case_view_get_cursor (self->view), NULL);
  g_autofree char *pay = NULL, *distance = NULL, *text = NULL;
  MpMoney over;

  if (curve == NULL)
    return;
  pay = mp_money_to_display (mp_curve_planned (curve));
  gtk_label_set_text (GTK_LABEL (self->month_pay), pay);
  update_marks (self, work, curve);
  if (mp_curve_mark (curve, MP_CURVE_SGA) == MP_MONEY_NONE)
    {
      gtk_label_set_text (GTK_LABEL (self->limit), "");
      return;
    }
  over = mp_curve_over (curve, MP_CURVE_SGA, mp_curve_planned (curve));
  distance = mp_money_to_display (ABS (over));
  if (over > 0)
    text = g_strdup_printf (_("%s over the SGA limit"), distance);
  else if (over < 0)
    text = g_strdup_printf (_("%s under the SGA limit"), distance);
  gtk_label_set_text (GTK_LABEL (self->limit), text != NULL ? text : _("Just at the SGA limit"));
}

static char *
step_name (const MpWork *work, guint i)
{
  g_autofree char *from = mp_words_short_month (work->when.from);

  if (work->name != NULL)
    /* Translators: a job and the month it begins: "Store clerk, from Mar 2027". */
    return g_strdup_printf (_("%1$s, from %2$s"), work->name, from);
  return g_strdup_printf (_("Step %1$u, from %2$s"), i + 1, from);
}

static void
fill_steps (MpDesk *self)
{
  const MpScenario *plan = &mp_case_model_get_case (self->model)->scenarios[self->scenario];
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < plan->n_work; i++)
    {
      g_autofree char *name = step_name (&plan->work[i], i);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->steps), G_LIST_MODEL (names));
  self->n_jobs = plan->n_work;
}

static void
step_selected_cb (GtkDropDown *steps, GParamSpec *pspec, MpDesk *self)
{
  guint selected = gtk_drop_down_get_selected (steps);
  const MpWork *work;

  if (self->updating || selected == GTK_INVALID_LIST_POSITION || selected == self->job)
    return;
  self->job = selected;
  work = work_of (self);
  if (work != NULL && !mp_period_contains (&work->when, mp_case_view_get_cursor (self->view)))
    mp_case_view_set_cursor (self->view, work->when.from);
  mp_desk_update (self);
}

/* Room to the right of today's value, and never less than the figures need. */
static void
set_range (GtkAdjustment *adjustment, double value, double least, double upper, double step)
{
  double now = gtk_adjustment_get_upper (adjustment);

  if (value > now || upper > now || step != gtk_adjustment_get_step_increment (adjustment))
    gtk_adjustment_configure (adjustment, value, least, MAX (upper, value * 1.25), step, step * 10, 0);
  else
    gtk_adjustment_set_value (adjustment, value);
}

/* With the flow box's child around it, so that no gap is left. */
static void
set_shown (GtkWidget *box, gboolean visible)
{
  gtk_widget_set_visible (gtk_widget_get_parent (box), visible);
}

static void
show_work (MpDesk *self, const MpWork *work)
{
  gboolean hourly = is_hourly (work);

  gtk_label_set_text (GTK_LABEL (self->pay_label), hourly ? _("Pay per hour") : _("Pay per month"));
  set_shown (self->hours_box, hourly);
  set_shown (self->pay_box, !self->narrow || !hourly);
  if (hourly)
    {
      set_range (self->pay, (double) work->hourly, MIN (CENTS_OF_MINIMUM_WAGE, (double) work->hourly), 3000, 25);
      set_range (self->hours, work->hours_per_week == MP_MONEY_NONE ? 0 : (double) work->hours_per_week, 0, 4000, 100);
    }
  else
    {
      set_range (self->pay, work->monthly == MP_MONEY_NONE ? 0 : (double) work->monthly, 0, 400000, 1000);
    }
  update_month_pay (self, work);
}

/**
 * mp_desk_update:
 * @self: a desk
 *
 * Shows the present case, at the month of the cursor.
 */
void
mp_desk_update (MpDesk *self)
{
  const MpCase *kase = mp_case_model_get_case (self->model);
  guint scenario = mp_case_model_get_scenario (self->model);
  guint n = scenario < kase->n_scenarios ? kase->scenarios[scenario].n_work : 0;
  const MpWork *work;

  self->updating = TRUE;
  if (scenario != self->scenario || n != self->n_jobs)
    {
      self->scenario = scenario;
      self->n_jobs = G_MAXUINT;
      self->marks[0] = MP_MONEY_NONE;
      if (n > 0)
        fill_steps (self);
    }
  if (n > 0 && !mp_case_model_is_trying (self->model))
    self->job = job_of_cursor (self);
  work = work_of (self);
  gtk_widget_set_visible (self->empty, work == NULL);
  set_shown (gtk_widget_get_parent (self->plans), !self->narrow || work == NULL);
  gtk_widget_set_visible (self->steps, work != NULL && n > 1 && !self->narrow);
  set_shown (self->hours_box, work != NULL);
  if (work != NULL)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->steps), self->job);
      show_work (self, work);
    }
  else
    {
      set_shown (self->pay_box, FALSE);
    }
  set_shown (gtk_widget_get_parent (self->month_pay), work != NULL && !self->narrow);
  self->updating = FALSE;
}

/**
 * mp_desk_bind:
 * @self: a desk
 * @model: the case
 * @view: what the pages look at
 */
void
mp_desk_bind (MpDesk *self, MpCaseModel *model, MpCaseView *view)
{
  self->model = model;
  self->view = view;
  mp_plans_bind (GTK_DROP_DOWN (self->plans), model);
  mp_drop_down_shorten (GTK_DROP_DOWN (self->steps));
}

/**
 * mp_desk_describe:
 * @self: a desk
 * @answer: the label of the sentence that follows the sliders
 *
 * Tells a screen reader at a slider what its place comes to.
 */
void
mp_desk_describe (MpDesk *self, GtkWidget *answer)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->pay_scale), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, answer, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->hours_scale), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, answer, NULL, -1);
}

/* All parts of the desk, each as small as it can be, at 100 % text */
#define ONE_LINE 860

/**
 * mp_desk_set_room:
 * @self: a desk
 * @width: what there is for it
 * @narrow: whether there is room for hours alone
 *
 * Puts its parts on one line where they fit, so that the picture above does not jump when one of them says more.
 */
void
mp_desk_set_room (MpDesk *self, int width, gboolean narrow)
{
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->box), width >= ONE_LINE * mp_text_scale (GTK_WIDGET (self)) ? 4 : 1);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  mp_desk_update (self);
}

static void
mp_desk_class_init (MpDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/desk.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpDesk, name)
  BIND (box); BIND (plans); BIND (steps); BIND (empty); BIND (pay_box); BIND (pay_label); BIND (pay_spin); BIND (pay_scale);
  BIND (hours_box); BIND (hours_spin); BIND (hours_scale); BIND (month_pay); BIND (limit); BIND (pay); BIND (hours);
#undef BIND
}

static void
mp_desk_init (MpDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->scenario = self->n_jobs = G_MAXUINT;
  g_signal_connect (self->pay, "value-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->hours, "value-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->pay_spin, "output", G_CALLBACK (show_money_cb), NULL);
  g_signal_connect (self->pay_spin, "input", G_CALLBACK (read_money_cb), NULL);
  g_signal_connect (self->hours_spin, "output", G_CALLBACK (show_hours_cb), NULL);
  g_signal_connect (self->hours_spin, "input", G_CALLBACK (read_hours_cb), NULL);
  g_signal_connect (self->hours_scale, "change-value", G_CALLBACK (hours_moved_cb), self);
  g_signal_connect (self->pay_scale, "change-value", G_CALLBACK (pay_moved_cb), self);
  g_signal_connect (self->steps, "notify::selected", G_CALLBACK (step_selected_cb), self);
  mp_a11y_name (self->steps, _("Step of the plan"));
  mp_a11y_name (self->pay_scale, _("Pay"));
  mp_a11y_name (self->pay_spin, _("Pay, exactly"));
  mp_a11y_name (self->hours_scale, _("Hours per week"));
  mp_a11y_name (self->hours_spin, _("Hours per week, exactly"));
  mp_guide_set_topic (GTK_WIDGET (self), "try-out");
}
