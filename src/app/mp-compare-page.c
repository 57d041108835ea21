/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plans beside each other: lines, the earnings curve, the table of differences. The first plan is the baseline;
 * which plan is best is nowhere said. */

#include "mp-compare-page.h"

#include "mp-a11y.h"
#include "mp-curve-view.h"
#include "mp-lines-view.h"
#include "mp-pair.h"
#include "mp-picture.h"
#include "mp-plan-edit.h"
#include "mp-question-view.h"
#include "mp-table.h"
#include "mp-widgets.h"
#include "mp-words-compare.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

#define MOST_PHASES 8
#define PAY_STEP mp_dollars (250)
#define SAMPLE_WIDTH 34
#define SAMPLE_HEIGHT 14

struct _MpComparePage {
  MpPage parent_instance;
  GtkWidget *lead_label, *sub_label, *buttons, *add_button, *charts_button, *tables_button, *views, *lines, *month_label;
  GtkWidget *phases, *curve_view, *pay_label, *months_bin, *pays_bin, *empty, *plans_bin, *note_label;
  GtkWidget *months_table, *pays_table, *plans_table, *kinds[MP_N_PLAN_KINDS], *add_kinds[MP_N_PLAN_KINDS];
  MpCurve *curve;
  MpMonth phase[MOST_PHASES];
  guint n_phases;
  gboolean has_question;
};

G_DEFINE_FINAL_TYPE (MpComparePage, mp_compare_page, MP_TYPE_PAGE)

/* The plans that are compared, the baseline first. */
static guint
compared (MpComparePage *self, guint numbers[MP_CASE_VIEW_MAX_COMPARED], const MpProjection *plans[MP_CASE_VIEW_MAX_COMPARED])
{
  guint all[MP_CASE_VIEW_MAX_COMPARED], n = 0;
  guint n_all = mp_case_view_get_compared (mp_page_get_view (MP_PAGE (self)), all);

  for (guint i = 0; i < n_all; i++)
    {
      plans[n] = mp_case_model_get_projection (mp_page_get_model (MP_PAGE (self)), all[i]);
      numbers[n] = all[i];
      n += plans[n] != NULL;
    }
  return n;
}

static void
show_pay (MpComparePage *self)
{
  MpMoney pay = mp_curve_view_get_pay (MP_CURVE_VIEW (self->curve_view));
  g_autofree char *sentence = self->curve != NULL && pay != MP_MONEY_NONE ? mp_words_curve_point (self->curve, pay) : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (self->pay_label), sentence);
}

/* The curve of the plan shown in the cursor's month, with every plan's own pay on it. */
static void
update_curve (MpComparePage *self, const MpProjection *const *plans, guint n)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  const guint row = mp_case_view_get_row (mp_page_get_view (MP_PAGE (self)));
  MpCurveChartModel chart = { .n_rings = MIN (n, MP_CURVE_CHART_MAX_RINGS), .with_ssdi = mp_case_model_get_case (model)->ssdi.present };
  MpCurve *curve = NULL;
  g_autofree char *lead = NULL;

  if (n > 0)
    curve = mp_curve_new (mp_case_model_get_case (model), mp_case_model_get_scenario (model), mp_case_model_get_parameters (model),
                          mp_case_view_get_cursor (mp_page_get_view (MP_PAGE (self))), NULL);
  for (guint i = 0; i < chart.n_rings; i++)
    chart.rings[i] = (MpCurveRing) { i + 1, mp_projection_month (plans[i], MIN (row, plans[i]->n_months - 1))->work.earned };
  chart.curve = curve;
  mp_curve_view_set_model (MP_CURVE_VIEW (self->curve_view), &chart);
  mp_curve_free (self->curve);
  self->curve = curve;
  if (curve != NULL)
    lead = mp_words_curve_lead (curve);
  gtk_label_set_text (GTK_LABEL (self->sub_label), lead != NULL ? lead : "");
  show_pay (self);
}

/* What a month is in for SSDI: months of one kind make a phase. */
static const char *
phase_of (const MpMonthRow *row)
{
  switch ((MpSsdiStatus) row->ssdi.status)
    {
    case MP_SSDI_ENTITLED:
    case MP_SSDI_TRIAL_WORK:
      return N_("Trial work");
    case MP_SSDI_CESSATION:
    case MP_SSDI_GRACE:
      return N_("Grace");
    case MP_SSDI_EPE_PAID:
    case MP_SSDI_SUSPENDED:
      return N_("Safety net");
    case MP_SSDI_POST_EPE_PAID:
      return N_("After the safety net");
    case MP_SSDI_TERMINATED:
      return N_("SSDI ended");
    case MP_SSDI_RETIREMENT:
      return N_("Retirement");
    case MP_SSDI_EXR_PROVISIONAL:
    case MP_SSDI_EXR_PAID:
    case MP_SSDI_EXR_UNPAID:
      return N_("Fast return");
    case MP_SSDI_NOT_ENTITLED:
    case MP_N_SSDI_STATUS:
    default:
      return row->ssi.status != MP_SSI_NOT_ELIGIBLE ? N_("SSI") : N_("No benefits");
    }
}

static void
phase_selected_cb (MpComparePage *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->phases));

  if (i < self->n_phases)
    mp_case_view_set_cursor (mp_page_get_view (MP_PAGE (self)), self->phase[i]);
}

/* One entry a phase; that of the cursor shows the cursor's month itself. */
static void
update_phases (MpComparePage *self)
{
  const MpProjection *shown = mp_page_get_projection (MP_PAGE (self));
  const MpMonth cursor = mp_case_view_get_cursor (mp_page_get_view (MP_PAGE (self)));
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint at = 0;

  self->n_phases = 0;
  for (guint i = 0; shown != NULL && i < shown->n_months && self->n_phases < MOST_PHASES;)
    {
      const char *phase = phase_of (mp_projection_month (shown, i));
      guint first = i;
      g_autofree char *month = NULL, *text = NULL;

      while (i < shown->n_months && phase_of (mp_projection_month (shown, i)) == phase)
        i++;
      self->phase[self->n_phases] = shown->start + (MpMonth) first;
      if (cursor >= shown->start + (MpMonth) first && cursor < shown->start + (MpMonth) i)
        {
          at = self->n_phases;
          self->phase[at] = cursor;
        }
      month = mp_words_short_month (self->phase[self->n_phases++]);
      /* Translators: what SSDI is in, and a month: "Trial work, Jun 2026" */
      text = g_strdup_printf (_("%1$s, %2$s"), _(phase), month);
      gtk_string_list_append (list, text);
    }
  g_signal_handlers_block_by_func (self->phases, phase_selected_cb, self);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->phases), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->phases), at);
  g_signal_handlers_unblock_by_func (self->phases, phase_selected_cb, self);
}

static void
update_lines (MpComparePage *self, const MpProjection *const *plans, guint n)
{
  MpCaseView *view = mp_page_get_view (MP_PAGE (self));
  MpLinesModel lines = { .n_plans = n };
  g_autofree char *month = NULL;

  for (guint i = 0; i < n; i++)
    lines.plans[i] = plans[i];
  lines.n_months = mp_case_view_get_span (view);
  mp_lines_view_set_model (MP_LINES_VIEW (self->lines), &lines);
  mp_lines_view_set_cursor (MP_LINES_VIEW (self->lines), mp_case_view_get_cursor (view));
  month = n > 0 ? mp_words_compare_month (plans, n, mp_case_view_get_row (view)) : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->month_label), month);
}

/* Rows of the month table. */
static char *
month_cell (gpointer data, guint row, guint column)
{
  const MpProjection *plans[MP_CASE_VIEW_MAX_COMPARED];
  guint numbers[MP_CASE_VIEW_MAX_COMPARED];
  guint n = compared (data, numbers, plans);

  if (n == 0 || row >= plans[0]->n_months)
    return g_strdup ("");
  if (column == 0)
    return mp_words_cell (plans[0], row, MP_COLUMN_MONTH);
  return column <= n ? mp_words_cell (plans[column - 1], row, MP_COLUMN_NET) : g_strdup ("");
}

/* Rows of the curve's table: pay in steps of $250. */
static char *
pay_cell (gpointer data, guint row, guint column)
{
  MpComparePage *self = data;
  MpCurvePoint point;

  if (self->curve == NULL)
    return g_strdup ("");
  mp_curve_at (self->curve, row * PAY_STEP, MP_CURVE_AS_IT_STANDS, &point);
  switch (column)
    {
    case 0:
      return mp_words_money (point.earned, FALSE);
    case 1:
      return mp_words_money (point.ssdi, point.estimated != 0);
    case 2:
      return mp_words_money (point.ssi, point.estimated != 0);
    default:
      return mp_words_money (point.net, point.estimated != 0);
    }
}

static char *
plan_name (MpComparePage *self, guint i, const guint *numbers)
{
  const MpCase *kase = mp_case_model_get_case (mp_page_get_model (MP_PAGE (self)));

  /* Translators: number and name of a plan */
  return g_strdup_printf (_("%1$u  %2$s"), i + 1, kase->scenarios[numbers[i]].name);
}

static char *
plan_cell (gpointer data, guint row, guint column)
{
  MpComparePage *self = data;
  const MpProjection *plans[MP_CASE_VIEW_MAX_COMPARED];
  guint numbers[MP_CASE_VIEW_MAX_COMPARED];
  MpPlanSummary summaries[MP_CASE_VIEW_MAX_COMPARED];
  guint n = compared (self, numbers, plans);

  if (row >= n)
    return g_strdup ("");
  if (column == 0)
    return plan_name (self, row, numbers);
  mp_compare (plans, n, 0, summaries);
  return mp_words_compare_cell (&summaries[row], column - 1, row == 0);
}

/* As far as the curve is drawn. */
static guint
n_pays (MpComparePage *self)
{
  return (guint) (mp_curve_view_get_to (MP_CURVE_VIEW (self->curve_view)) / PAY_STEP) + 1;
}

static void
update_tables (MpComparePage *self, const MpProjection *const *plans, const guint *numbers, guint n)
{
  char *months[MP_CASE_VIEW_MAX_COMPARED + 2] = { NULL }, *columns[MP_N_COMPARE + 2] = { NULL };
  const char *const pays[] = { _("Pay"), _("SSDI"), _("SSI"), _("Cash in hand"), NULL };

  months[0] = g_strdup (_("Month"));
  for (guint i = 0; i < n; i++)
    months[i + 1] = plan_name (self, i, numbers);
  columns[0] = g_strdup (_("Plan"));
  for (MpCompareColumn i = 0; i < MP_N_COMPARE; i++)
    columns[i + 1] = mp_words_compare_column (i, n > 0 ? plans[0]->n_months : 0, 0);
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->charts_button)))
    {
      mp_table_set (MP_TABLE (self->months_table), (const char *const *) months, n > 0 ? plans[0]->n_months : 0);
      mp_table_set (MP_TABLE (self->pays_table), pays, self->curve != NULL ? n_pays (self) : 0);
    }
  mp_table_set (MP_TABLE (self->plans_table), (const char *const *) columns, n);
  for (guint i = 0; months[i] != NULL; i++)
    g_free (months[i]);
  for (guint i = 0; columns[i] != NULL; i++)
    g_free (columns[i]);
}

static void
update_words (MpComparePage *self, const MpProjection *const *plans, const guint *numbers, guint n)
{
  const MpCase *kase = mp_case_model_get_case (mp_page_get_model (MP_PAGE (self)));
  const char *names[MP_CASE_VIEW_MAX_COMPARED];
  MpPlanSummary summaries[MP_CASE_VIEW_MAX_COMPARED];
  g_autofree char *lead = NULL;

  for (guint i = 0; i < n; i++)
    names[i] = kase->scenarios[numbers[i]].name;
  if (n > 0)
    mp_compare (plans, n, 0, summaries);
  lead = mp_words_compare_lead (names, summaries, n, 0);
  gtk_label_set_text (GTK_LABEL (self->lead_label), lead);
}

static void
update (MpPage *page)
{
  MpComparePage *self = MP_COMPARE_PAGE (page);
  const MpProjection *plans[MP_CASE_VIEW_MAX_COMPARED];
  guint numbers[MP_CASE_VIEW_MAX_COMPARED];
  guint n = compared (self, numbers, plans);

  if (!self->has_question)
    {
      gtk_box_prepend (GTK_BOX (self->buttons), mp_question_button_new (mp_page_get_model (page), mp_page_get_view (page)));
      self->has_question = TRUE;
    }
  for (MpPlanKind kind = 0; kind < MP_N_PLAN_KINDS; kind++)
    {
      gboolean use = mp_plan_kind_is_of_use (mp_page_get_model (page), kind);

      gtk_widget_set_sensitive (self->kinds[kind], use);
      gtk_widget_set_sensitive (self->add_kinds[kind], use);
    }
  gtk_widget_set_visible (self->empty, n < 2);
  gtk_widget_set_visible (self->plans_bin, n >= 2);
  update_lines (self, plans, n);
  update_curve (self, plans, n);
  update_phases (self);
  update_words (self, plans, numbers, n);
  update_tables (self, plans, numbers, n);
}

static void
mp_compare_page_take_focus (MpPage *page)
{
  mp_page_focus_on (gtk_stack_get_visible_child (GTK_STACK (MP_COMPARE_PAGE (page)->views)));
}

static void
month_moved_cb (MpLinesView *lines, gint month, MpComparePage *self)
{
  mp_case_view_set_cursor (mp_page_get_view (MP_PAGE (self)), month);
}

static void
add_cb (GtkButton *button, MpComparePage *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  mp_plan_add (mp_page_get_model (MP_PAGE (self)), GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mp-kind")), NULL);
}

static GtkWidget *
connect_add_button (MpComparePage *self, GtkWidget *button, MpPlanKind kind)
{
  g_object_set_data (G_OBJECT (button), "mp-kind", GUINT_TO_POINTER (kind));
  g_signal_connect (button, "clicked", G_CALLBACK (add_cb), self);
  return button;
}

static void
make_add_buttons (MpComparePage *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (MpPlanKind kind = 0; kind < MP_N_PLAN_KINDS; kind++)
    {
      self->kinds[kind] = connect_add_button (self, gtk_button_new_with_label (mp_plan_kind_title (kind)), kind);
      mp_a11y_name (self->kinds[kind], mp_plan_kind_title (kind));
      gtk_box_append (GTK_BOX (self->empty), self->kinds[kind]);
      self->add_kinds[kind] = connect_add_button (self, mp_menu_item_new (mp_plan_kind_title (kind)), kind);
      gtk_box_append (GTK_BOX (box), self->add_kinds[kind]);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->add_button), popover);
}

static void
draw_sample_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer row)
{
  MpChartStyle style = { 0 };

  mp_picture_style (GTK_WIDGET (area), &style);
  mp_lines_draw_sample (cr, style.palette, GPOINTER_TO_UINT (row), width, height);
}

/* Which line of the picture is the plan of a row. */
static GtkWidget *
make_sample (gpointer data, guint row, guint n_rows)
{
  GtkWidget *sample = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", SAMPLE_WIDTH, "content-height", SAMPLE_HEIGHT,
                                    "valign", GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_sample_cb, GUINT_TO_POINTER (row), NULL);
  mp_picture_follow_style (sample, G_CALLBACK (gtk_widget_queue_draw));
  return sample;
}

/* A row shows its plan in Projection. */
static void
plan_activated_cb (MpTable *table, guint row, MpComparePage *self)
{
  const MpProjection *plans[MP_CASE_VIEW_MAX_COMPARED];
  guint numbers[MP_CASE_VIEW_MAX_COMPARED];

  if (row >= compared (self, numbers, plans))
    return;
  mp_case_model_set_scenario (mp_page_get_model (MP_PAGE (self)), numbers[row]);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "projection");
}

/* Dragged, or moved by keys: the first row is the baseline. */
static void
plan_moved_cb (MpTable *table, guint from, guint to, MpComparePage *self)
{
  const MpProjection *plans[MP_CASE_VIEW_MAX_COMPARED];
  guint numbers[MP_CASE_VIEW_MAX_COMPARED];
  guint n = compared (self, numbers, plans);

  if (from < n && to < n)
    mp_plan_move (mp_page_get_model (MP_PAGE (self)), numbers[from], numbers[to]);
}

typedef enum { MAKE_BASELINE, MOVE_UP, MOVE_DOWN, REMOVE, N_PLAN_ACTIONS } PlanAction;

static void
remove_plan (MpComparePage *self, guint number)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  /* Translators: %s is the name of a plan */
  g_autofree char *text = g_strdup_printf (_("“%s” is taken out."), mp_case_model_get_case (model)->scenarios[number].name);

  if (mp_plan_remove (model, number))
    mp_page_offer_undo (MP_PAGE (self), text);
}

static void
plan_action_cb (GtkButton *button, MpComparePage *self)
{
  const PlanAction action = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mp-action"));
  const guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mp-row"));
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  const MpProjection *plans[MP_CASE_VIEW_MAX_COMPARED];
  guint numbers[MP_CASE_VIEW_MAX_COMPARED];
  guint n = compared (self, numbers, plans);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER)));
  if (row >= n)
    return;
  if (action == MAKE_BASELINE)
    mp_plan_move (model, numbers[row], numbers[0]);
  else if (action == MOVE_UP && row > 0)
    mp_plan_move (model, numbers[row], numbers[row - 1]);
  else if (action == MOVE_DOWN && row + 1 < n)
    mp_plan_move (model, numbers[row], numbers[row + 1]);
  else if (action == REMOVE)
    remove_plan (self, numbers[row]);
}

/* What can be done with the plan of a row; Undo brings it back. */
static GtkWidget *
make_plan_menu (gpointer data, guint row, guint n_rows)
{
  static const char *const titles[N_PLAN_ACTIONS] = { N_("Make baseline"), N_("Move up"), N_("Move down"), N_("Remove") };
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = NULL;

  for (PlanAction action = 0; action < N_PLAN_ACTIONS; action++)
    {
      GtkWidget *item = mp_menu_item_new (_(titles[action]));

      gtk_widget_set_sensitive (item, action == REMOVE ? n_rows > 1 : action == MOVE_DOWN ? row + 1 < n_rows : row > 0);
      g_object_set_data (G_OBJECT (item), "mp-action", GUINT_TO_POINTER (action));
      g_object_set_data (G_OBJECT (item), "mp-row", GUINT_TO_POINTER (row));
      g_signal_connect (item, "clicked", G_CALLBACK (plan_action_cb), data);
      gtk_box_append (GTK_BOX (box), item);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  /* Translators: number of a plan */
  name = g_strdup_printf (_("Change plan %u"), row + 1);
  mp_a11y_name (button, name);
  return button;
}

static void
shown_cb (MpComparePage *self)
{
  gboolean charts = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->charts_button));

  gtk_stack_set_visible_child_name (GTK_STACK (self->views), charts ? "charts" : "tables");
  if (!charts)
    update (MP_PAGE (self));
}

static void
mp_compare_page_finalize (GObject *object)
{
  mp_curve_free (MP_COMPARE_PAGE (object)->curve);
  G_OBJECT_CLASS (mp_compare_page_parent_class)->finalize (object);
}

static void
mp_compare_page_class_init (MpComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MP_TYPE_PAIR);
  g_type_ensure (MP_TYPE_LINES_VIEW);
  g_type_ensure (MP_TYPE_CURVE_VIEW);
  G_OBJECT_CLASS (klass)->finalize = mp_compare_page_finalize;
  MP_PAGE_CLASS (klass)->view_changed = update;
  MP_PAGE_CLASS (klass)->take_focus = mp_compare_page_take_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/compare-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpComparePage, name)
  BIND (lead_label); BIND (sub_label); BIND (buttons); BIND (add_button); BIND (charts_button); BIND (tables_button); BIND (views);
  BIND (lines); BIND (month_label); BIND (phases); BIND (curve_view); BIND (pay_label); BIND (months_bin); BIND (pays_bin);
  BIND (empty); BIND (plans_bin); BIND (note_label);
#undef BIND
}

static void
mp_compare_page_init (MpComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->months_table = mp_table_new (month_cell, NULL, self, _("Cash in hand each month"));
  self->pays_table = mp_table_new (pay_cell, NULL, self, _("Cash for any pay"));
  self->plans_table = mp_table_new (plan_cell, make_plan_menu, self, _("Differences between plans"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->months_bin), self->months_table);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->pays_bin), self->pays_table);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->plans_bin), self->plans_table);
  make_add_buttons (self);
  mp_a11y_name (self->add_button, _("Add plan"));
  mp_a11y_name (self->phases, _("Month of the curve"));
  gtk_label_set_text (GTK_LABEL (self->note_label),
                      _("Estimate, before taxes. The curve: solid, the plan shown as it stands before the month, with pay held steady so that SSI has followed it, "
                        "and work costs as in the plan; dashed, in trial work and grace; dotted, pay alone. ≈ rests on a figure that is not published yet."));
  g_signal_connect (self->lines, "cursor-moved", G_CALLBACK (month_moved_cb), self);
  g_signal_connect_swapped (self->curve_view, "pay-moved", G_CALLBACK (show_pay), self);
  g_signal_connect_swapped (self->phases, "notify::selected", G_CALLBACK (phase_selected_cb), self);
  mp_table_set_two_lines (MP_TABLE (self->plans_table), 1u << (MP_COMPARE_DROP + 1) | 1u << (MP_COMPARE_NO_CASH + 1));
  mp_table_set_mark (MP_TABLE (self->plans_table), make_sample);
  mp_table_set_movable (MP_TABLE (self->plans_table));
  g_signal_connect (self->plans_table, "row-moved", G_CALLBACK (plan_moved_cb), self);
  g_signal_connect (self->plans_table, "row-activated", G_CALLBACK (plan_activated_cb), self);
  g_signal_connect_swapped (self->charts_button, "toggled", G_CALLBACK (shown_cb), self);
}
