/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-work-page.h"

#include "mp-a11y.h"
#include "mp-note.h"
#include "mp-plan-edit.h"
#include "mp-step-bar.h"
#include "mp-widgets.h"
#include "mp-words.h"
#include "mp-work-form.h"
#include "mp-work-line.h"
#include "mp-wrap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MpWorkPage {
  MpPage parent_instance;
  GtkWidget *plan_bin, *sentence, *line, *echo, *bar_bin, *empty, *form_bin;
  GtkWidget *plans, *bar, *note, *note_label;
  guint scenario;      /* what the form was built for */
  gboolean moving;     /* the step bar is being moved: it shows what it has itself */
};

G_DEFINE_FINAL_TYPE (MpWorkPage, mp_work_page, MP_TYPE_PAGE)

static const MpScenario *
plan_of (MpWorkPage *self)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  const MpCase *kase = mp_case_model_get_case (model);
  guint scenario = mp_case_model_get_scenario (model);

  return scenario < kase->n_scenarios ? &kase->scenarios[scenario] : NULL;
}

static void
show_bar (MpWorkPage *self)
{
  const MpProjection *projection = mp_page_get_projection (MP_PAGE (self));
  const MpScenario *plan = plan_of (self);
  g_autofree MpStep *steps = NULL;

  if (plan == NULL || projection == NULL)
    return;
  steps = g_new (MpStep, MAX (1, plan->n_work));
  for (guint i = 0; i < plan->n_work; i++)
    {
      const MpWork *work = &plan->work[i];
      gint64 hours = work->hourly != MP_MONEY_NONE ? work->hours_per_week : MP_MONEY_NONE;

      steps[i] = (MpStep) { work->name, work->when.from, work->when.to, hours, mp_work_monthly_pay (work) };
    }
  mp_step_bar_set_steps (MP_STEP_BAR (self->bar), projection->start, projection->start + (MpMonth) projection->n_months - 1, steps, plan->n_work);
  gtk_widget_set_visible (self->bar, plan->n_work > 0);
  gtk_widget_set_visible (self->empty, plan->n_work == 0);
}

/* The note on the plan stands under its sentence. */
static void
show_note (MpWorkPage *self)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  g_autofree char *about = g_strdup_printf ("/scenarios/%u", mp_case_model_get_scenario (model));
  const char *text = mp_note_get_text (model, MP_MONTH_NONE, about);
  g_autofree char *words = text != NULL ? g_strdup_printf ("%s: %s", _("Note"), text) : NULL;

  gtk_label_set_text (GTK_LABEL (self->note_label), words != NULL ? words : "");
  gtk_widget_set_visible (self->note_label, words != NULL);
}

static void
note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWorkPage *self = MP_WORK_PAGE (widget);
  const MpScenario *plan = plan_of (self);
  g_autofree char *about = g_strdup_printf ("/scenarios/%u", mp_case_model_get_scenario (mp_page_get_model (MP_PAGE (self))));
  /* Translators: %s is a month, "June 2027", or the name of a plan. */
  g_autofree char *title = plan != NULL ? g_strdup_printf (_("Note on %s"), plan->name) : NULL;

  if (plan != NULL)
    mp_note_popup (self->note, self->plan_bin, MP_MONTH_NONE, about, title);
}

static void
mp_work_page_model_changed (MpPage *page)
{
  MpWorkPage *self = MP_WORK_PAGE (page);
  MpCaseModel *model = mp_page_get_model (page);
  guint scenario = mp_case_model_get_scenario (model);
  const MpProjection *projection = mp_page_get_projection (page), *without = mp_page_get_without_work (page);
  g_autofree char *sentence = projection != NULL && without != NULL ? mp_words_lead (projection, without) : NULL;

  gtk_label_set_text (GTK_LABEL (self->sentence), sentence != NULL ? sentence : mp_case_model_get_error (model));
  show_note (self);
  if (!self->moving)
    show_bar (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.remove-plan", mp_case_model_get_case (model)->n_scenarios > 1);
  if (scenario == self->scenario)
    return;
  self->scenario = scenario;
  adw_bin_set_child (ADW_BIN (self->form_bin), mp_work_form_new (model, scenario));
}

/* What is understood stands under the line before Enter takes it. */
static void
line_changed_cb (GtkEditable *line, MpWorkPage *self)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  const char *text = gtk_editable_get_text (line);
  g_autoptr (MpCase) copy = NULL;
  g_autofree char *problem = NULL, *echo = NULL;
  guint scenario = mp_case_model_get_scenario (model);
  MpWork work;

  gtk_widget_remove_css_class (self->echo, "error");
  if (*text == '\0')
    {
      gtk_label_set_text (GTK_LABEL (self->echo), " ");
      return;
    }
  copy = mp_case_model_begin_edit (model);
  if (mp_work_line_parse (text, copy, scenario, &work, &problem))
    echo = mp_work_line_echo (copy, scenario, &work);
  gtk_label_set_text (GTK_LABEL (self->echo), echo != NULL ? echo : problem);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, echo != NULL ? echo : problem, -1);
}

static void
line_taken_cb (GtkEntry *line, MpWorkPage *self)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  guint scenario = mp_case_model_get_scenario (model);
  MpCase *edited = mp_case_model_begin_edit (model);
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autofree char *problem = NULL;
  MpWork work;

  if (!mp_work_line_parse (gtk_editable_get_text (GTK_EDITABLE (line)), edited, scenario, &work, &problem))
    {
      gtk_label_set_text (GTK_LABEL (self->echo), problem);
      gtk_widget_add_css_class (self->echo, "error");
      mp_case_free (edited);
      return;
    }
  mp_work_line_add (edited, scenario, &work);
  if (mp_case_model_commit (model, edited, _("Add a step"), problems))
    gtk_editable_set_text (GTK_EDITABLE (line), "");
  else if (problems->len > 0)
    gtk_label_set_text (GTK_LABEL (self->echo), ((MpProblem *) problems->pdata[0])->message);
}

/* What Enter does, for who has no keys: a screen reader offers it as an action of the page. */
static void
take_line_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  line_taken_cb (GTK_ENTRY (MP_WORK_PAGE (widget)->line), MP_WORK_PAGE (widget));
}

/* Months that differ and lie outside a step that got shorter go with it. */
static void
trim_months (MpWork *work)
{
  guint kept = 0;

  for (guint i = 0; i < work->n_months; i++)
    if (mp_period_contains (&work->when, work->months[i].month))
      work->months[kept++] = work->months[i];
  work->n_months = kept;
}

static void
bar_changed_cb (MpStepBar *bar, MpWorkPage *self)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  guint scenario = mp_case_model_get_scenario (model), n;
  const MpStep *steps = mp_step_bar_get_steps (bar, &n);
  MpCase *edited = mp_case_model_begin_edit (model);
  MpScenario *plan = &edited->scenarios[scenario];

  for (guint i = 0; i < MIN (n, plan->n_work); i++)
    {
      plan->work[i].when = (MpPeriod) { steps[i].from, steps[i].to };
      if (plan->work[i].hourly != MP_MONEY_NONE)
        plan->work[i].hours_per_week = steps[i].hours;
      trim_months (&plan->work[i]);
    }
  self->moving = TRUE;
  mp_case_model_try (model, edited, NULL);
  self->moving = FALSE;
}

/* One drag is one step of undo. */
static void
bar_done_cb (MpStepBar *bar, MpWorkPage *self)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));

  if (mp_case_model_is_trying (model))
    mp_case_model_keep (model, _("Change the steps"));
  show_bar (self);
}

static void
remove_plan_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWorkPage *self = MP_WORK_PAGE (widget);
  const MpScenario *plan = plan_of (self);
  /* Translators: %s is the name of a plan */
  g_autofree char *text = plan != NULL ? g_strdup_printf (_("“%s” is taken out."), plan->name) : NULL;

  self->scenario = G_MAXUINT;
  if (plan != NULL && mp_plan_remove (mp_page_get_model (MP_PAGE (self)), mp_case_model_get_scenario (mp_page_get_model (MP_PAGE (self)))))
    mp_page_offer_undo (MP_PAGE (self), text);
}

static void
rename_plan_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWorkPage *self = MP_WORK_PAGE (widget);
  g_autofree char *pointer = g_strdup_printf ("/scenarios/%u/name", self->scenario);

  mp_form_show (MP_FORM (adw_bin_get_child (ADW_BIN (self->form_bin))), pointer);
}

/* After the page has taken the focus that it takes when it is shown. */
static gboolean
show_fact_idle_cb (gpointer data)
{
  GtkWidget *page = data;
  const char *pointer = g_object_get_data (G_OBJECT (page), "mp-wanted");

  if (pointer != NULL && gtk_widget_get_mapped (page))
    mp_form_show (MP_FORM (adw_bin_get_child (ADW_BIN (MP_WORK_PAGE (page)->form_bin))), pointer);
  g_object_set_data (G_OBJECT (page), "mp-wanted", NULL);
  return G_SOURCE_REMOVE;
}

static void
show_fact_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_object_set_data_full (G_OBJECT (widget), "mp-wanted", g_variant_dup_string (parameter, NULL), g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_fact_idle_cb, g_object_ref (widget), g_object_unref);
}

static void
source_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_form_show_source (MP_FORM (adw_bin_get_child (ADW_BIN (MP_WORK_PAGE (widget)->form_bin))));
}

static void
mp_work_page_take_focus (MpPage *page)
{
  gtk_widget_grab_focus (MP_WORK_PAGE (page)->line);
}

static void
add_plan_tools (MpWorkPage *self)
{
  static const struct { const char *label, *name, *action; } tools[] = {
    { N_("Copy this plan"), N_("Copy this plan"), "win.copy-plan" }, { N_("Add a plan"), N_("Add a plan"), "win.add-plan" },
    { N_("Rename"), N_("Rename the plan"), "work.rename-plan" }, { N_("Take out"), N_("Take out the plan"), "work.remove-plan" },
    { N_("Note…"), N_("Note on the plan"), "work.note" },
  };
  GtkWidget *wrap = mp_wrap_new (6);

  self->plans = gtk_drop_down_new (NULL, NULL);
  mp_wrap_append (MP_WRAP (wrap), self->plans);
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(tools[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), tools[i].action);
      gtk_widget_add_css_class (button, "flat");
      mp_a11y_name (button, _(tools[i].name));
      mp_wrap_append (MP_WRAP (wrap), button);
    }
  adw_bin_set_child (ADW_BIN (self->plan_bin), wrap);
}

static void
mp_work_page_constructed (GObject *object)
{
  MpWorkPage *self = MP_WORK_PAGE (object);

  G_OBJECT_CLASS (mp_work_page_parent_class)->constructed (object);
  self->scenario = G_MAXUINT;
  add_plan_tools (self);
  mp_plans_bind (GTK_DROP_DOWN (self->plans), mp_page_get_model (MP_PAGE (self)));
  self->note = mp_note_new (mp_page_get_model (MP_PAGE (self)));
  gtk_popover_set_position (GTK_POPOVER (self->note), GTK_POS_BOTTOM);
  self->note_label = mp_label_new (NULL, "dim-label");
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->sentence)), self->note_label, self->sentence);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (self->sentence)), self->note);
  self->bar = mp_step_bar_new ();
  adw_bin_set_child (ADW_BIN (self->bar_bin), self->bar);
  g_signal_connect (self->bar, "changed", G_CALLBACK (bar_changed_cb), self);
  g_signal_connect (self->bar, "done", G_CALLBACK (bar_done_cb), self);
  g_signal_connect (self->line, "changed", G_CALLBACK (line_changed_cb), self);
  g_signal_connect (self->line, "activate", G_CALLBACK (line_taken_cb), self);
}

static void
mp_work_page_class_init (MpWorkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mp_work_page_constructed;
  MP_PAGE_CLASS (klass)->model_changed = mp_work_page_model_changed;
  MP_PAGE_CLASS (klass)->take_focus = mp_work_page_take_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/work-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpWorkPage, name)
  BIND (plan_bin); BIND (sentence); BIND (line); BIND (echo); BIND (bar_bin); BIND (empty); BIND (form_bin);
#undef BIND
  gtk_widget_class_install_action (widget_class, "work.remove-plan", NULL, remove_plan_cb);
  gtk_widget_class_install_action (widget_class, "work.take-line", NULL, take_line_cb);
  gtk_widget_class_install_action (widget_class, "work.rename-plan", NULL, rename_plan_cb);
  gtk_widget_class_install_action (widget_class, "work.show-fact", "s", show_fact_cb);
  gtk_widget_class_install_action (widget_class, "work.note", NULL, note_cb);
  gtk_widget_class_install_action (widget_class, "work.source", NULL, source_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_period, GDK_CONTROL_MASK, "work.source", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "work.rename-plan", NULL);
}

static void
mp_work_page_init (MpWorkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mp_a11y_name (self->line, _("Add a step in words"));
}
