/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-projection-page.h"

#include "mp-a11y.h"
#include "mp-chart-view.h"
#include "mp-compare.h"
#include "mp-fact-entry.h"
#include "mp-rules.h"
#include "mp-widgets.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

struct _MpProjectionPage {
  MpPage parent_instance;
  GtkWidget *lead_label, *chart_button, *table_button, *views, *chart_bin, *table, *plans, *desk;
  GtkWidget *previous_button, *next_button, *month_label, *panel;
  GtkWidget *chart;
  guint desk_scenario, desk_job; /* what the desk was built for */
};

typedef enum { COLUMN_MONTH, COLUMN_PAY, COLUMN_SSDI, COLUMN_SSI, COLUMN_SHARE, COLUMN_EXPENSES, COLUMN_NET, COLUMN_EN, N_COLUMNS } Column;

G_DEFINE_FINAL_TYPE (MpProjectionPage, mp_projection_page, MP_TYPE_PAGE)

static const char *const column_titles[N_COLUMNS] = {
  N_("Month"), N_("Pay"), N_("SSDI"), N_("SSI"), N_("From the EN"), N_("Work costs"), N_("Cash in hand"), N_("To the EN"),
};

static const MpColumn word_columns[N_COLUMNS] = {
  MP_COLUMN_MONTH, MP_COLUMN_PAY, MP_COLUMN_SSDI, MP_COLUMN_SSI, MP_COLUMN_SHARE, MP_COLUMN_EXPENSES, MP_COLUMN_NET, MP_COLUMN_EN,
};

/* A cell's text, with ≈ where it rests on a figure carried forward. */
static char *
cell_text (MpProjectionPage *self, const MpMonthRow *row, Column column)
{
  const MpProjection *projection = mp_page_get_projection (MP_PAGE (self));

  return mp_words_cell (projection, (guint) (row->month - projection->start), word_columns[column]);
}

static void
add_amount (MpProjectionPage *self, const char *title, MpMoney amount, gboolean estimated, const char *css)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = mp_label_new (title, css);
  g_autofree char *text = mp_words_money (amount, estimated);
  GtkWidget *value = mp_label_new (text, css);
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
add_reasons (MpProjectionPage *self, const MpProjection *projection, MpMonth month)
{
  gtk_box_append (GTK_BOX (self->panel), mp_label_new (_("Why these numbers"), "heading"));
  for (guint i = 0; i < projection->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (projection->trace, MpTraceEntry, i);
      const MpRule *rule = mp_rule_find (entry->rule);
      g_autofree char *text = NULL, *source = NULL;

      if (entry->month != month)
        continue;
      text = mp_message_format (&entry->message, TRUE);
      source = rule != NULL ? g_strdup_printf ("%s · %s", entry->rule, rule->citation) : g_strdup (entry->rule);
      gtk_box_append (GTK_BOX (self->panel), mp_label_new (text, NULL));
      gtk_box_append (GTK_BOX (self->panel), mp_label_new (source, "dim-label"));
    }
}

static void
update_panel (MpProjectionPage *self)
{
  const MpProjection *projection = mp_page_get_projection (MP_PAGE (self));
  const MpProjection *without = mp_page_get_without_work (MP_PAGE (self));
  guint i = mp_case_view_get_row (mp_page_get_view (MP_PAGE (self)));
  const MpMonthRow *row;
  gboolean net_estimated;
  MpDifference more;
  g_autofree char *month = NULL;

  mp_box_clear (GTK_BOX (self->panel));
  if (projection == NULL || projection->n_months == 0)
    return;
  row = mp_projection_month (projection, i);
  net_estimated = mp_words_is_estimated (projection, row, MP_COLUMN_NET);
  month = mp_month_to_display (row->month, TRUE);
  gtk_label_set_text (GTK_LABEL (self->month_label), month);
  gtk_widget_set_sensitive (self->previous_button, i > 0);
  gtk_widget_set_sensitive (self->next_button, i + 1 < projection->n_months);
  add_amount (self, _("Pay"), row->cash.earnings, FALSE, NULL);
  add_amount (self, _("SSDI"), row->ssdi.payment, mp_words_is_estimated (projection, row, MP_COLUMN_SSDI), NULL);
  add_amount (self, _("SSI"), row->ssi.payment, mp_words_is_estimated (projection, row, MP_COLUMN_SSI), NULL);
  if (row->cash.share != 0)
    add_amount (self, _("From the EN’s share"), row->cash.share, mp_words_is_estimated (projection, row, MP_COLUMN_SHARE), NULL);
  if (row->cash.expenses != 0)
    add_amount (self, _("Work costs"), -row->cash.expenses, FALSE, NULL);
  add_amount (self, _("Cash in hand"), row->cash.net, net_estimated, "heading");
  if (mp_projection_change (projection, i, &more))
    add_amount (self, _("Change from the month before"), more.net,
                net_estimated || mp_words_is_estimated (projection, mp_projection_month (projection, i - 1), MP_COLUMN_NET), NULL);
  if (mp_projection_adds (projection, without, i, &more))
    add_amount (self, _("Compared with not working"), more.net,
                net_estimated || mp_words_is_estimated (without, mp_projection_month (without, i), MP_COLUMN_NET), NULL);
  add_amount (self, _("To the EN"), row->ticket.total, mp_words_is_estimated (projection, row, MP_COLUMN_EN), NULL);
  add_reasons (self, projection, row->month);
}

/* The job that is worked in the month of the cursor, else the last one. */
static guint
job_of_month (MpProjectionPage *self)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  const MpCase *kase = mp_case_model_get_case (model);
  guint scenario = mp_case_model_get_scenario (model);
  const MpScenario *plan;

  if (scenario >= kase->n_scenarios || kase->scenarios[scenario].n_work == 0)
    return G_MAXUINT;
  plan = &kase->scenarios[scenario];
  for (guint i = 0; i < plan->n_work; i++)
    if (mp_period_contains (&plan->work[i].when, mp_case_view_get_cursor (mp_page_get_view (MP_PAGE (self)))))
      return i;
  return plan->n_work - 1;
}

static void
update_desk (MpProjectionPage *self)
{
  static const struct { const char *key, *title; } shown[] = {
    { "hourly", N_("Pay per hour") }, { "hours_per_week", N_("Hours per week") }, { "monthly", N_("Pay per month") },
  };
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  const MpCase *kase = mp_case_model_get_case (model);
  guint scenario = mp_case_model_get_scenario (model);
  guint job = job_of_month (self);
  const char *job_name;

  if (job == self->desk_job && scenario == self->desk_scenario)
    return;
  mp_box_clear (GTK_BOX (self->desk));
  self->desk_job = job;
  self->desk_scenario = scenario;
  if (job == G_MAXUINT)
    {
      gtk_box_append (GTK_BOX (self->desk), mp_label_new (_("No work in this plan."), NULL));
      return;
    }
  job_name = kase->scenarios[scenario].work[job].name;
  if (job_name == NULL)
    job_name = _("Job");
  gtk_box_append (GTK_BOX (self->desk), mp_label_new (job_name, "heading"));
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      g_autofree char *pointer = g_strdup_printf ("/scenarios/%u/work/%u/%s", scenario, job, shown[i].key);
      g_autofree char *name = g_strdup_printf ("%s: %s", job_name, _(shown[i].title));
      GtkWidget *entry = mp_fact_entry_new (model, pointer, _(shown[i].title));

      mp_a11y_name (entry, name);
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
      gtk_box_append (GTK_BOX (column), mp_label_new (_(shown[i].title), "caption"));
      gtk_box_append (GTK_BOX (column), entry);
      gtk_box_append (GTK_BOX (self->desk), column);
    }
}

static void
step_clicked_cb (GtkButton *button, MpProjectionPage *self)
{
  MpCaseView *view = mp_page_get_view (MP_PAGE (self));

  mp_case_view_set_cursor (view, mp_case_view_get_cursor (view) + (GTK_WIDGET (button) == self->next_button ? 1 : -1));
}

static void
update_lead (MpProjectionPage *self)
{
  const MpProjection *projection = mp_page_get_projection (MP_PAGE (self));
  const MpProjection *without = mp_page_get_without_work (MP_PAGE (self));
  g_autofree char *text = NULL;

  if (projection == NULL || without == NULL || projection->n_months == 0)
    {
      gtk_label_set_text (GTK_LABEL (self->lead_label), mp_case_model_get_error (mp_page_get_model (MP_PAGE (self))));
      return;
    }
  text = mp_words_lead (projection, without);
  gtk_label_set_text (GTK_LABEL (self->lead_label), text);
}

static void
view_toggled_cb (GtkToggleButton *button, MpProjectionPage *self)
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
  MpProjectionPage *self = g_object_get_data (G_OBJECT (factory), "page");
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
row_activated_cb (GtkColumnView *view, guint position, MpProjectionPage *self)
{
  mp_case_view_set_row (mp_page_get_view (MP_PAGE (self)), position);
}

static void
fill_table (MpProjectionPage *self)
{
  GListModel *months = g_object_ref (mp_case_model_get_months (mp_page_get_model (MP_PAGE (self))));
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
cursor_moved_cb (MpChartView *chart, guint month, MpProjectionPage *self)
{
  mp_case_view_set_row (mp_page_get_view (MP_PAGE (self)), month);
}

static void
mp_projection_page_model_changed (MpPage *page)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (page);

  update_lead (self);
  mp_chart_view_set_projection (MP_CHART_VIEW (self->chart), mp_page_get_projection (page), mp_page_get_without_work (page));
}

static void
mp_projection_page_view_changed (MpPage *page)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (page);

  update_panel (self);
  update_desk (self);
  mp_chart_view_set_cursor (MP_CHART_VIEW (self->chart), mp_case_view_get_row (mp_page_get_view (page)));
}

static void
name_buttons (MpProjectionPage *self)
{
  mp_a11y_name (self->previous_button, _("Previous month"));
  mp_a11y_name (self->next_button, _("Next month"));
  mp_a11y_name (self->chart_button, _("Chart"));
  mp_a11y_name (self->table_button, _("Table"));
}

static void
mp_projection_page_constructed (GObject *object)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (object);

  G_OBJECT_CLASS (mp_projection_page_parent_class)->constructed (object);
  self->desk_scenario = G_MAXUINT;
  mp_plans_bind (GTK_DROP_DOWN (self->plans), mp_page_get_model (MP_PAGE (self)));
  fill_table (self);
  name_buttons (self);
  g_signal_connect (self->chart_button, "toggled", G_CALLBACK (view_toggled_cb), self);
  g_signal_connect (self->previous_button, "clicked", G_CALLBACK (step_clicked_cb), self);
  g_signal_connect (self->next_button, "clicked", G_CALLBACK (step_clicked_cb), self);
  self->chart = mp_chart_view_new ();
  adw_bin_set_child (ADW_BIN (self->chart_bin), self->chart);
  g_signal_connect (self->chart, "cursor-moved", G_CALLBACK (cursor_moved_cb), self);
}

static void
mp_projection_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MP_TYPE_PROJECTION_PAGE);
  G_OBJECT_CLASS (mp_projection_page_parent_class)->dispose (object);
}

static void
mp_projection_page_class_init (MpProjectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mp_projection_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mp_projection_page_dispose;
  MP_PAGE_CLASS (klass)->model_changed = mp_projection_page_model_changed;
  MP_PAGE_CLASS (klass)->view_changed = mp_projection_page_view_changed;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/projection-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, lead_label);
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, chart_button);
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, views);
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, chart_bin);
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, table);
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, plans);
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, desk);
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, month_label);
  gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, panel);
}

static void
mp_projection_page_init (MpProjectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
