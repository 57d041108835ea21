/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-work-page.h"

#include "mp-a11y.h"
#include "mp-fact-entry.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>

struct _MpWorkPage {
  MpPage parent_instance;
  GtkWidget *plans, *jobs;
  guint scenario, n_jobs; /* what the rows were built for */
};

G_DEFINE_FINAL_TYPE (MpWorkPage, mp_work_page, MP_TYPE_PAGE)

static void
remove_job_cb (GtkButton *button, MpWorkPage *self)
{
  guint job = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mp-job"));
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  g_autofree char *pointer = g_strdup_printf ("/scenarios/%u/work/%u", mp_case_model_get_scenario (model), job);
  MpFactChange change = { pointer, NULL };

  mp_case_model_change (model, &change, 1, _("Remove a job"), NULL);
}

static void
add_row (MpWorkPage *self, GtkWidget *group, const char *place, const char *key, const char *title)
{
  g_autofree char *pointer = g_strconcat (place, "/", key, NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             mp_fact_row_new (mp_page_get_model (MP_PAGE (self)), pointer, title, NULL, NULL));
}

static GtkWidget *
plan_group (MpWorkPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *place = g_strdup_printf ("/scenarios/%u", self->scenario);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Plan"));
  add_row (self, group, place, "name", _("Name of the plan"));
  return group;
}

static GtkWidget *
job_group (MpWorkPage *self, guint job)
{
  /* Translators: %u counts the jobs of a plan: "Job 2" */
  g_autofree char *title = g_strdup_printf (_("Job %u"), job + 1);
  /* Translators: %u counts the jobs of a plan: "Remove job 2" */
  g_autofree char *name = g_strdup_printf (_("Remove job %u"), job + 1);
  g_autofree char *place = g_strdup_printf ("/scenarios/%u/work/%u", self->scenario, job);
  static const struct { const char *key, *title; } rows[] = {
    { "name", N_("Job") }, { "hourly", N_("Pay per hour") }, { "hours_per_week", N_("Hours per week") },
    { "monthly", N_("Pay per month") }, { "from", N_("First month") }, { "to", N_("Last month") },
  };
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (self, group, place, rows[i].key, _(rows[i].title));
  mp_a11y_name (button, name);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "mp-job", GUINT_TO_POINTER (job));
  g_signal_connect (button, "clicked", G_CALLBACK (remove_job_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  return group;
}

static void
mp_work_page_model_changed (MpPage *page)
{
  MpWorkPage *self = MP_WORK_PAGE (page);
  MpCaseModel *model = mp_page_get_model (page);
  const MpCase *kase = mp_case_model_get_case (model);
  guint scenario = mp_case_model_get_scenario (model);
  guint n = scenario < kase->n_scenarios ? kase->scenarios[scenario].n_work : 0;
  GtkWidget *rows;

  if (scenario == self->scenario && n == self->n_jobs)
    return;
  self->scenario = scenario;
  self->n_jobs = n;
  rows = adw_preferences_page_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (rows), ADW_PREFERENCES_GROUP (plan_group (self)));
  for (guint i = 0; i < n; i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (rows), ADW_PREFERENCES_GROUP (job_group (self, i)));
  adw_bin_set_child (ADW_BIN (self->jobs), rows);
}

static void
mp_work_page_constructed (GObject *object)
{
  MpWorkPage *self = MP_WORK_PAGE (object);

  G_OBJECT_CLASS (mp_work_page_parent_class)->constructed (object);
  mp_plans_bind (GTK_DROP_DOWN (self->plans), mp_page_get_model (MP_PAGE (self)));
  self->scenario = G_MAXUINT;
}

static void
mp_work_page_class_init (MpWorkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mp_work_page_constructed;
  MP_PAGE_CLASS (klass)->model_changed = mp_work_page_model_changed;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/work-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpWorkPage, plans);
  gtk_widget_class_bind_template_child (widget_class, MpWorkPage, jobs);
}

static void
mp_work_page_init (MpWorkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
