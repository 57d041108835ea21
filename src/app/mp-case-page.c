/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-case-page.h"

#include "mp-a11y.h"
#include "mp-field.h"
#include "mp-chart-view.h"
#include "mp-rules.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

struct _MpCasePage {
  AdwBin parent_instance;
  MpCaseModel *model;
  GtkWidget *stack, *back_button, *undo_button, *redo_button, *save_button, *pdf_button, *name_label;
  GtkWidget *facts_page, *work_bin, *work_plans, *projection_plans;
  GtkWidget *lead_label, *chart_button, *table_button, *views, *chart_bin, *table, *desk;
  GtkWidget *previous_button, *next_button, *month_label, *panel;
  GtkWidget *chart;
  guint month;      /* the cursor: number of the reported month */
  guint desk_job;
  guint desk_scenario;
  guint work_scenario;
  guint work_jobs;  /* what the work page was built for */
  gboolean updating;
};

typedef enum { COLUMN_MONTH, COLUMN_PAY, COLUMN_SSDI, COLUMN_SSI, COLUMN_SHARE, COLUMN_EXPENSES, COLUMN_NET, COLUMN_EN, N_COLUMNS } Column;

G_DEFINE_FINAL_TYPE (MpCasePage, mp_case_page, ADW_TYPE_BIN)

static const char *const column_titles[N_COLUMNS] = {
  N_("Month"), N_("Pay"), N_("SSDI"), N_("SSI"), N_("From the EN"), N_("Work costs"), N_("Cash in hand"), N_("To the EN"),
};

static const MpColumn word_columns[N_COLUMNS] = {
  MP_COLUMN_MONTH, MP_COLUMN_PAY, MP_COLUMN_SSDI, MP_COLUMN_SSI, MP_COLUMN_SHARE, MP_COLUMN_EXPENSES, MP_COLUMN_NET, MP_COLUMN_EN,
};

static const MpProjection *
shown_projection (MpCasePage *self)
{
  return mp_case_model_get_projection (self->model, mp_case_model_get_scenario (self->model));
}

/* A cell's text, with ≈ where it rests on a figure carried forward. */
static char *
cell_text (MpCasePage *self, const MpMonthRow *row, Column column)
{
  const MpProjection *projection = shown_projection (self);

  return mp_words_cell (projection, (guint) (row->month - projection->start), word_columns[column]);
}

static GtkWidget *
new_label (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_amount (MpCasePage *self, const char *title, MpMoney amount, gboolean estimated, const char *css)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = new_label (title, css);
  g_autofree char *text = mp_words_money (amount, estimated);
  GtkWidget *value = new_label (text, css);
  g_autofree char *sentence = g_strdup_printf ("%s: %s", title, text);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (value, "numeric");
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), value);
  mp_a11y_name (value, sentence);
  gtk_box_append (GTK_BOX (self->panel), line);
}

/* Why the month's figures are what they are: each sentence, and its rule under it. */
static void
add_reasons (MpCasePage *self, const MpProjection *projection, MpMonth month)
{
  gtk_box_append (GTK_BOX (self->panel), new_label (_("Why these numbers"), "heading"));
  for (guint i = 0; i < projection->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (projection->trace, MpTraceEntry, i);
      const MpRule *rule = mp_rule_find (entry->rule);
      g_autofree char *text = NULL, *source = NULL;

      if (entry->month != month)
        continue;
      text = mp_message_format (&entry->message, TRUE);
      source = rule != NULL ? g_strdup_printf ("%s · %s", entry->rule, rule->citation) : g_strdup (entry->rule);
      gtk_box_append (GTK_BOX (self->panel), new_label (text, NULL));
      gtk_box_append (GTK_BOX (self->panel), new_label (source, "dim-label"));
    }
}

static void
update_panel (MpCasePage *self)
{
  const MpProjection *projection = shown_projection (self);
  const MpProjection *without;
  const MpMonthRow *row;
  gboolean net_estimated;
  g_autofree char *month = NULL;

  clear_box (self->panel);
  if (projection == NULL || projection->n_months == 0)
    return;
  self->month = MIN (self->month, projection->n_months - 1);
  row = mp_projection_month (projection, self->month);
  net_estimated = mp_words_is_estimated (projection, row, MP_COLUMN_NET);
  without = mp_case_model_get_without_work (self->model, mp_case_model_get_scenario (self->model));
  month = mp_month_to_display (row->month, TRUE);
  gtk_label_set_text (GTK_LABEL (self->month_label), month);
  gtk_widget_set_sensitive (self->previous_button, self->month > 0);
  gtk_widget_set_sensitive (self->next_button, self->month + 1 < projection->n_months);
  add_amount (self, _("Pay"), row->cash.earnings, FALSE, NULL);
  add_amount (self, _("SSDI"), row->ssdi.payment, mp_words_is_estimated (projection, row, MP_COLUMN_SSDI), NULL);
  add_amount (self, _("SSI"), row->ssi.payment, mp_words_is_estimated (projection, row, MP_COLUMN_SSI), NULL);
  if (row->cash.share != 0)
    add_amount (self, _("From the EN’s share"), row->cash.share, mp_words_is_estimated (projection, row, MP_COLUMN_SHARE), NULL);
  if (row->cash.expenses != 0)
    add_amount (self, _("Work costs"), -row->cash.expenses, FALSE, NULL);
  add_amount (self, _("Cash in hand"), row->cash.net, net_estimated, "heading");
  if (self->month > 0)
    {
      const MpMonthRow *before = mp_projection_month (projection, self->month - 1);

      add_amount (self, _("Change from the month before"), row->cash.net - before->cash.net,
                  net_estimated || mp_words_is_estimated (projection, before, MP_COLUMN_NET), NULL);
    }
  if (without != NULL)
    {
      const MpMonthRow *other = mp_projection_month (without, self->month);

      add_amount (self, _("Compared with not working"), row->cash.net - other->cash.net,
                  net_estimated || mp_words_is_estimated (without, other, MP_COLUMN_NET), NULL);
    }
  add_amount (self, _("To the EN"), row->ticket.total, mp_words_is_estimated (projection, row, MP_COLUMN_EN), NULL);
  add_reasons (self, projection, row->month);
}

/* The job that is worked in the month of the cursor, else the last one. */
static guint
job_of_month (MpCasePage *self)
{
  const MpCase *kase = mp_case_model_get_case (self->model);
  guint scenario = mp_case_model_get_scenario (self->model);
  const MpScenario *plan;

  if (scenario >= kase->n_scenarios || kase->scenarios[scenario].n_work == 0)
    return G_MAXUINT;
  plan = &kase->scenarios[scenario];
  for (guint i = 0; i < plan->n_work; i++)
    if (mp_period_contains (&plan->work[i].when, kase->projection.start + (MpMonth) self->month))
      return i;
  return plan->n_work - 1;
}

static void
update_desk (MpCasePage *self)
{
  static const int shown[] = { MP_JOB_HOURLY, MP_JOB_HOURS, MP_JOB_MONTHLY };
  const MpCase *kase = mp_case_model_get_case (self->model);
  guint scenario = mp_case_model_get_scenario (self->model);
  guint job = job_of_month (self);
  const char *job_name;

  if (job == self->desk_job && scenario == self->desk_scenario)
    return;
  clear_box (self->desk);
  self->desk_job = job;
  self->desk_scenario = scenario;
  if (job == G_MAXUINT)
    {
      gtk_box_append (GTK_BOX (self->desk), new_label (_("No work in this plan."), NULL));
      return;
    }
  job_name = kase->scenarios[scenario].work[job].name;
  if (job_name == NULL)
    job_name = _("Job");
  gtk_box_append (GTK_BOX (self->desk), new_label (job_name, "heading"));
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      GtkWidget *entry = mp_field_entry_new (&mp_job_fields[shown[i]], self->model, job);

      g_autofree char *name = g_strdup_printf ("%s: %s", job_name, _(mp_job_fields[shown[i]].title));

      mp_a11y_name (entry, name);
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
      gtk_box_append (GTK_BOX (column), new_label (_(mp_job_fields[shown[i]].title), "caption"));
      gtk_box_append (GTK_BOX (column), entry);
      gtk_box_append (GTK_BOX (self->desk), column);
    }
}

static void
set_month (MpCasePage *self, guint month)
{
  self->month = month;
  update_panel (self);
  update_desk (self);
  mp_chart_view_set_cursor (MP_CHART_VIEW (self->chart), month);
}

static void
step_clicked_cb (GtkButton *button, MpCasePage *self)
{
  const MpProjection *projection = shown_projection (self);

  if (GTK_WIDGET (button) == self->previous_button && self->month > 0)
    set_month (self, self->month - 1);
  else if (GTK_WIDGET (button) == self->next_button && projection != NULL && self->month + 1 < projection->n_months)
    set_month (self, self->month + 1);
}

static void
update_lead (MpCasePage *self)
{
  const MpProjection *projection = shown_projection (self);
  const MpProjection *without = mp_case_model_get_without_work (self->model, mp_case_model_get_scenario (self->model));
  g_autofree char *text = NULL;

  if (projection == NULL || without == NULL || projection->n_months == 0)
    {
      gtk_label_set_text (GTK_LABEL (self->lead_label), mp_case_model_get_error (self->model));
      return;
    }
  text = mp_words_lead (projection, without);
  gtk_label_set_text (GTK_LABEL (self->lead_label), text);
}

static void
remove_job_cb (GtkButton *button, MpCasePage *self)
{
  guint job = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mp-job"));
  guint scenario = mp_case_model_get_scenario (self->model);
  MpCase *edited = mp_case_model_begin_edit (self->model);
  MpScenario *plan = &edited->scenarios[scenario];

  for (guint i = job; i + 1 < plan->n_work; i++)
    plan->work[i] = plan->work[i + 1];
  plan->n_work--;
  mp_case_model_commit (self->model, edited, _("Remove a job"), NULL);
}

static GtkWidget *
field_group (MpCasePage *self, const char *title, const MpField *fields, guint n, guint job)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < n; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), mp_field_row_new (&fields[i], self->model, job));
  return group;
}

static void
update_work (MpCasePage *self)
{
  const MpCase *kase = mp_case_model_get_case (self->model);
  guint scenario = mp_case_model_get_scenario (self->model);
  guint n = scenario < kase->n_scenarios ? kase->scenarios[scenario].n_work : 0;
  GtkWidget *page;

  if (scenario == self->work_scenario && n == self->work_jobs)
    return;
  self->work_scenario = scenario;
  self->work_jobs = n;
  page = adw_preferences_page_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (field_group (self, _("Plan"), mp_plan_fields, mp_n_plan_fields, 0)));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Job %u"), i + 1);
      g_autofree char *name = g_strdup_printf (_("Remove job %u"), i + 1);
      GtkWidget *group = field_group (self, title, mp_job_fields, mp_n_job_fields, i);
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

      mp_a11y_name (button, name);
      gtk_widget_set_tooltip_text (button, name);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "mp-job", GUINT_TO_POINTER (i));
      g_signal_connect (button, "clicked", G_CALLBACK (remove_job_cb), self);
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }
  adw_bin_set_child (ADW_BIN (self->work_bin), page);
}

static void
projected_cb (MpCaseModel *model, MpCasePage *self)
{
  const MpCase *kase = mp_case_model_get_case (model);
  const char *name = kase->beneficiary.name != NULL ? kase->beneficiary.name : _("No name");

  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->work_plans), mp_case_model_get_scenario (model));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->projection_plans), mp_case_model_get_scenario (model));
  self->updating = FALSE;
  gtk_label_set_text (GTK_LABEL (self->name_label), name);
  update_lead (self);
  update_panel (self);
  update_desk (self);
  update_work (self);
  mp_chart_view_set_projection (MP_CHART_VIEW (self->chart), shown_projection (self),
                                mp_case_model_get_without_work (model, mp_case_model_get_scenario (model)));
}

static void
plan_selected_cb (GtkDropDown *plans, GParamSpec *pspec, MpCasePage *self)
{
  if (!self->updating && gtk_drop_down_get_selected (plans) != GTK_INVALID_LIST_POSITION)
    mp_case_model_set_scenario (self->model, gtk_drop_down_get_selected (plans));
}

static void
view_toggled_cb (GtkToggleButton *button, MpCasePage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), gtk_toggle_button_get_active (button) ? "chart" : "table");
}

static void
cell_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_INT (data) == COLUMN_MONTH ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
cell_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column column = GPOINTER_TO_INT (data);
  const MpMonthRow *row = mp_month_object_get_row (gtk_list_item_get_item (item));
  MpCasePage *self = g_object_get_data (G_OBJECT (factory), "page");
  g_autofree char *text = cell_text (self, row, column);
  GString *sentence;

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  if (column != COLUMN_MONTH)
    return;
  sentence = g_string_new (text);
  for (Column i = COLUMN_PAY; i < N_COLUMNS; i++)
    {
      g_autofree char *cell = cell_text (self, row, i);
      g_string_append_printf (sentence, "; %s %s", _(column_titles[i]), cell);
    }
  mp_a11y_row_name (gtk_list_item_get_child (item), sentence->str);
  g_string_free (sentence, TRUE);
}

static void
row_activated_cb (GtkColumnView *view, guint position, MpCasePage *self)
{
  set_month (self, position);
}

static void
fill_table (MpCasePage *self)
{
  GListModel *months = g_object_ref (mp_case_model_get_months (self->model));
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (months));

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_object_set_data (G_OBJECT (factory), "page", self);
      g_signal_connect (factory, "setup", G_CALLBACK (cell_setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (cell_bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_(column_titles[i]), factory);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (self->table), column);
      g_object_unref (column);
    }
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->table), selection);
  g_object_unref (selection);
  g_signal_connect (self->table, "activate", G_CALLBACK (row_activated_cb), self);
  mp_a11y_name (self->table, _("Month by month"));
}

static void
set_up_plans (MpCasePage *self, GtkWidget *plans)
{
  gtk_drop_down_set_expression (GTK_DROP_DOWN (plans), gtk_property_expression_new (MP_TYPE_SCENARIO_OBJECT, NULL, "name"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (plans), mp_case_model_get_scenarios (self->model));
  mp_a11y_name (plans, _("Plan"));
  g_signal_connect (plans, "notify::selected", G_CALLBACK (plan_selected_cb), self);
}

static void
name_buttons (MpCasePage *self)
{
  mp_a11y_name (self->back_button, _("Back to people"));
  mp_a11y_name (self->undo_button, _("Undo"));
  mp_a11y_name (self->redo_button, _("Redo"));
  mp_a11y_name (self->save_button, _("Save a copy"));
  mp_a11y_name (self->pdf_button, _("Save PDF"));
  mp_a11y_name (self->previous_button, _("Previous month"));
  mp_a11y_name (self->next_button, _("Next month"));
  mp_a11y_name (self->chart_button, _("Chart"));
  mp_a11y_name (self->table_button, _("Table"));
  g_object_bind_property (self->model, "undo-label", self->undo_button, "tooltip-text", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->model, "redo-label", self->redo_button, "tooltip-text", G_BINDING_SYNC_CREATE);
}

static void
cursor_moved_cb (MpChartView *chart, guint month, MpCasePage *self)
{
  self->month = month;
  update_panel (self);
  update_desk (self);
}

static void
mp_case_page_dispose (GObject *object)
{
  MpCasePage *self = MP_CASE_PAGE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (mp_case_page_parent_class)->dispose (object);
}

static void
mp_case_page_class_init (MpCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_case_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/case-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpCasePage, name)
  BIND (stack); BIND (back_button); BIND (undo_button); BIND (redo_button); BIND (save_button); BIND (pdf_button); BIND (name_label);
  BIND (facts_page); BIND (work_bin); BIND (work_plans); BIND (projection_plans);
  BIND (lead_label); BIND (chart_button); BIND (table_button); BIND (views); BIND (chart_bin); BIND (table); BIND (desk);
  BIND (previous_button); BIND (next_button); BIND (month_label); BIND (panel);
#undef BIND
}

static void
mp_case_page_init (MpCasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->desk_scenario = self->work_scenario = G_MAXUINT;
}

static void
add_facts (MpCasePage *self, const char *title, const MpField *fields, guint n)
{
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->facts_page),
                            ADW_PREFERENCES_GROUP (field_group (self, title, fields, n, 0)));
}

/* The month of the first sentence, where the cursor starts. */
static guint
first_change (MpCasePage *self)
{
  const MpProjection *projection = shown_projection (self);
  MpMonth month = projection != NULL ? mp_words_lead_month (projection) : MP_MONTH_NONE;

  return month != MP_MONTH_NONE && month >= projection->start ? (guint) (month - projection->start) : 0;
}

/**
 * mp_case_page_new:
 * @model: the person's case
 *
 * Returns: (transfer floating): the pages of the case
 */
GtkWidget *
mp_case_page_new (MpCaseModel *model)
{
  MpCasePage *self = g_object_new (MP_TYPE_CASE_PAGE, NULL);

  self->model = g_object_ref (model);
  add_facts (self, _("Person"), mp_person_fields, mp_n_person_fields);
  add_facts (self, _("SSDI"), mp_ssdi_fields, mp_n_ssdi_fields);
  add_facts (self, _("SSI"), mp_ssi_fields, mp_n_ssi_fields);
  set_up_plans (self, self->work_plans);
  set_up_plans (self, self->projection_plans);
  fill_table (self);
  name_buttons (self);
  g_signal_connect (self->chart_button, "toggled", G_CALLBACK (view_toggled_cb), self);
  g_signal_connect (self->previous_button, "clicked", G_CALLBACK (step_clicked_cb), self);
  g_signal_connect (self->next_button, "clicked", G_CALLBACK (step_clicked_cb), self);
  self->chart = mp_chart_view_new ();
  adw_bin_set_child (ADW_BIN (self->chart_bin), self->chart);
  g_signal_connect (self->chart, "cursor-moved", G_CALLBACK (cursor_moved_cb), self);
  g_signal_connect (model, "projected", G_CALLBACK (projected_cb), self);
  self->month = first_change (self);
  projected_cb (model, self);
  mp_chart_view_set_cursor (MP_CHART_VIEW (self->chart), self->month);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), "projection");
  return GTK_WIDGET (self);
}

MpCaseModel *
mp_case_page_get_model (MpCasePage *self)
{
  return self->model;
}

/**
 * mp_case_page_add_job:
 * @self: the pages
 *
 * Adds a job to the plan shown, from the first month of the projection, with no pay yet.
 */
void
mp_case_page_add_job (MpCasePage *self)
{
  guint scenario = mp_case_model_get_scenario (self->model);
  MpCase *edited = mp_case_model_begin_edit (self->model);
  MpWork *work;

  if (scenario >= edited->n_scenarios)
    {
      mp_case_free (edited);
      return;
    }
  work = mp_case_add_work (edited, &edited->scenarios[scenario]);
  work->name = mp_arena_strdup (edited->arena, _("New job"));
  work->when.from = edited->projection.start;
  work->hourly = work->hours_per_week = 0;
  mp_case_model_commit (self->model, edited, _("Add a job"), NULL);
}

static gboolean
has_plan (const MpCase *kase, const char *name)
{
  for (guint i = 0; i < kase->n_scenarios; i++)
    if (g_strcmp0 (kase->scenarios[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

/**
 * mp_case_page_add_plan:
 * @self: the pages
 * @copy: start from the plan shown, rather than from no work
 *
 * Adds a plan and shows it.
 */
void
mp_case_page_add_plan (MpCasePage *self, gboolean copy)
{
  MpCase *edited = mp_case_model_begin_edit (self->model);
  guint n = edited->n_scenarios;
  g_autofree char *name = NULL;

  for (guint i = n + 1; name == NULL || has_plan (edited, name); i++)
    {
      g_free (name);
      name = g_strdup_printf (_("Plan %u"), i);
    }
  if (copy && n > 0)
    mp_case_copy_scenario (edited, mp_case_model_get_scenario (self->model), name);
  else
    mp_case_add_scenario (edited, name);
  if (mp_case_model_commit (self->model, edited, _("Add a plan"), NULL))
    mp_case_model_set_scenario (self->model, n);
}
