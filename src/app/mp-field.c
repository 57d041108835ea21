/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-field.h"

#include "mp-a11y.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const MpField *field;
  MpCaseModel *model;
  GtkWidget *entry;
  GtkWidget *row;  /* NULL outside a list of rows */
  guint job;
  gboolean visited; /* this visit has made its step */
  gboolean writing;
  gulong projected;
} Binding;

static char *
money_text (MpMoney amount)
{
  return amount == MP_MONEY_NONE ? g_strdup ("") : mp_money_to_string (amount);
}

static char *
month_text (MpMonth month)
{
  char text[MP_MONTH_TEXT_SIZE];

  if (month == MP_MONTH_NONE || month == MP_MONTH_OPEN)
    return g_strdup ("");
  return g_strdup (mp_month_to_text (month, text));
}

/* "$1,950.00" as well as "1950" */
static gboolean
parse_money (const char *text, MpMoney *amount)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (strchr ("$, ", *p) == NULL)
      g_string_append_c (plain, *p);
  return mp_money_parse (plain->str, amount) && *amount >= 0 && *amount <= MP_MONEY_MAX;
}

static gboolean
parse_optional_money (const char *text, MpMoney *amount)
{
  if (*text != '\0')
    return parse_money (text, amount);
  *amount = MP_MONEY_NONE;
  return TRUE;
}

static gboolean
set_string (MpCase *kase, char **string, const char *text)
{
  *string = *text == '\0' ? NULL : mp_arena_strdup (kase->arena, text);
  return TRUE;
}

static char *
get_name (const MpCase *kase, guint scenario, guint job)
{
  return g_strdup (kase->beneficiary.name != NULL ? kase->beneficiary.name : "");
}

static gboolean
set_name (MpCase *kase, guint scenario, guint job, const char *text)
{
  return set_string (kase, &kase->beneficiary.name, text);
}

static char *
get_birth (const MpCase *kase, guint scenario, guint job)
{
  return mp_date_to_string (kase->beneficiary.birth_date);
}

static gboolean
set_birth (MpCase *kase, guint scenario, guint job, const char *text)
{
  return mp_date_parse (text, &kase->beneficiary.birth_date);
}

static char *
get_state (const MpCase *kase, guint scenario, guint job)
{
  return g_strdup (kase->beneficiary.state);
}

static gboolean
set_state (MpCase *kase, guint scenario, guint job, const char *text)
{
  if (*text != '\0' && (strlen (text) != 2 || !g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1])))
    return FALSE;
  g_strlcpy (kase->beneficiary.state, text, sizeof kase->beneficiary.state);
  for (char *p = kase->beneficiary.state; *p != '\0'; p++)
    *p = g_ascii_toupper (*p);
  return TRUE;
}

static char *
get_ssdi_amount (const MpCase *kase, guint scenario, guint job)
{
  return money_text (kase->ssdi.present && kase->ssdi.n_amounts > 0
                       ? kase->ssdi.amounts[kase->ssdi.n_amounts - 1].monthly : MP_MONEY_NONE);
}

static void
add_ssdi (MpCase *kase)
{
  if (kase->ssdi.present && kase->ssdi.n_amounts > 0)
    return;
  if (!kase->ssdi.present)
    {
      kase->ssdi.present = TRUE;
      kase->ssdi.entitled_from = kase->projection.start;
    }
  *mp_arena_append (kase->arena, kase->ssdi.amounts, kase->ssdi.n_amounts)
    = (MpAmount) { { kase->ssdi.entitled_from, MP_MONTH_OPEN }, 0 };
}

static gboolean
set_ssdi_amount (MpCase *kase, guint scenario, guint job, const char *text)
{
  MpMoney amount;

  if (*text == '\0')
    {
      kase->ssdi.present = FALSE;
      return TRUE;
    }
  if (!parse_money (text, &amount))
    return FALSE;
  add_ssdi (kase);
  kase->ssdi.amounts[kase->ssdi.n_amounts - 1].monthly = amount;
  return TRUE;
}

static char *
get_ssdi_from (const MpCase *kase, guint scenario, guint job)
{
  return month_text (kase->ssdi.present ? kase->ssdi.entitled_from : MP_MONTH_NONE);
}

static gboolean
set_ssdi_from (MpCase *kase, guint scenario, guint job, const char *text)
{
  MpMonth month;

  if (!mp_month_parse (text, &month))
    return *text == '\0' && !kase->ssdi.present;
  add_ssdi (kase);
  kase->ssdi.entitled_from = month;
  return TRUE;
}

static char *
get_ssi_from (const MpCase *kase, guint scenario, guint job)
{
  return month_text (kase->ssi.present ? kase->ssi.eligible_from : MP_MONTH_NONE);
}

static gboolean
set_ssi_from (MpCase *kase, guint scenario, guint job, const char *text)
{
  if (*text == '\0')
    {
      kase->ssi.present = FALSE;
      return TRUE;
    }
  if (!mp_month_parse (text, &kase->ssi.eligible_from))
    return FALSE;
  kase->ssi.present = TRUE;
  return TRUE;
}

static char *
get_start (const MpCase *kase, guint scenario, guint job)
{
  return month_text (kase->projection.start);
}

static gboolean
set_start (MpCase *kase, guint scenario, guint job, const char *text)
{
  return mp_month_parse (text, &kase->projection.start);
}

static char *
get_months (const MpCase *kase, guint scenario, guint job)
{
  return g_strdup_printf ("%d", kase->projection.months);
}

static gboolean
set_months (MpCase *kase, guint scenario, guint job, const char *text)
{
  gint64 n;

  if (!mp_decimal_parse (text, 0, &n) || n < 1 || n > 600)
    return FALSE;
  kase->projection.months = (gint) n;
  return TRUE;
}

static MpWork *
work_at (const MpCase *kase, guint scenario, guint job)
{
  if (scenario >= kase->n_scenarios || job >= kase->scenarios[scenario].n_work)
    return NULL;
  return &kase->scenarios[scenario].work[job];
}

static char *
get_plan_name (const MpCase *kase, guint scenario, guint job)
{
  return g_strdup (scenario < kase->n_scenarios ? kase->scenarios[scenario].name : "");
}

static gboolean
set_plan_name (MpCase *kase, guint scenario, guint job, const char *text)
{
  return *text != '\0' && scenario < kase->n_scenarios && set_string (kase, &kase->scenarios[scenario].name, text);
}

static char *
get_job_name (const MpCase *kase, guint scenario, guint job)
{
  const MpWork *work = work_at (kase, scenario, job);

  return g_strdup (work != NULL && work->name != NULL ? work->name : "");
}

static gboolean
set_job_name (MpCase *kase, guint scenario, guint job, const char *text)
{
  MpWork *work = work_at (kase, scenario, job);

  return work != NULL && set_string (kase, &work->name, text);
}

static char *
get_hourly (const MpCase *kase, guint scenario, guint job)
{
  const MpWork *work = work_at (kase, scenario, job);

  return money_text (work != NULL ? work->hourly : MP_MONEY_NONE);
}

/* Pay is by the hour or by the month, never both. */
static gboolean
set_hourly (MpCase *kase, guint scenario, guint job, const char *text)
{
  MpWork *work = work_at (kase, scenario, job);

  /* An entry emptied for another amount does not mean that the job pays nothing. */
  if (work == NULL || (*text == '\0' && work->monthly == MP_MONEY_NONE) || !parse_optional_money (text, &work->hourly))
    return FALSE;
  if (work->hourly != MP_MONEY_NONE)
    {
      work->monthly = MP_MONEY_NONE;
      if (work->hours_per_week == MP_MONEY_NONE && work->hours == MP_HOURS_NONE)
        work->hours_per_week = 0;
    }
  return TRUE;
}

static char *
get_hours (const MpCase *kase, guint scenario, guint job)
{
  const MpWork *work = work_at (kase, scenario, job);

  return money_text (work != NULL ? work->hours_per_week : MP_MONEY_NONE);
}

static gboolean
set_hours (MpCase *kase, guint scenario, guint job, const char *text)
{
  MpWork *work = work_at (kase, scenario, job);
  gint64 hours;

  if (work == NULL)
    return FALSE;
  if (*text == '\0')
    {
      work->hours_per_week = MP_MONEY_NONE;
      return work->monthly != MP_MONEY_NONE || work->hours != MP_HOURS_NONE;
    }
  if (!mp_decimal_parse (text, 2, &hours) || hours < 0 || hours > 16800)
    return FALSE;
  work->hours_per_week = hours;
  work->hours = MP_HOURS_NONE;
  return TRUE;
}

static char *
get_monthly (const MpCase *kase, guint scenario, guint job)
{
  const MpWork *work = work_at (kase, scenario, job);

  return money_text (work != NULL ? work->monthly : MP_MONEY_NONE);
}

static gboolean
set_monthly (MpCase *kase, guint scenario, guint job, const char *text)
{
  MpWork *work = work_at (kase, scenario, job);

  if (work == NULL || (*text == '\0' && work->hourly == MP_MONEY_NONE) || !parse_optional_money (text, &work->monthly))
    return FALSE;
  if (work->monthly != MP_MONEY_NONE)
    work->hourly = work->hours_per_week = MP_MONEY_NONE;
  return TRUE;
}

static char *
get_job_from (const MpCase *kase, guint scenario, guint job)
{
  const MpWork *work = work_at (kase, scenario, job);

  return month_text (work != NULL ? work->when.from : MP_MONTH_NONE);
}

static gboolean
set_job_from (MpCase *kase, guint scenario, guint job, const char *text)
{
  MpWork *work = work_at (kase, scenario, job);

  return work != NULL && mp_month_parse (text, &work->when.from);
}

static char *
get_job_to (const MpCase *kase, guint scenario, guint job)
{
  const MpWork *work = work_at (kase, scenario, job);

  return month_text (work != NULL ? work->when.to : MP_MONTH_NONE);
}

static gboolean
set_job_to (MpCase *kase, guint scenario, guint job, const char *text)
{
  MpWork *work = work_at (kase, scenario, job);

  if (work == NULL)
    return FALSE;
  if (*text != '\0')
    return mp_month_parse (text, &work->when.to) && work->when.to >= work->when.from;
  work->when.to = MP_MONTH_OPEN;
  return TRUE;
}

#define MONTH_HINT N_("A month is a year and a month, like 2026-03.")
#define MONEY_HINT N_("An amount is dollars and cents, like 640.00.")

const MpField mp_person_fields[] = {
  { N_("Name"), N_("Change the name"), "", get_name, set_name },
  { N_("Birth date"), N_("Change the birth date"), N_("A date is a year, a month and a day, like 1990-05-14."), get_birth, set_birth },
  { N_("State"), N_("Change the state"), N_("A state is two letters, like WI."), get_state, set_state },
  { N_("First month shown"), N_("Change the first month"), MONTH_HINT, get_start, set_start },
  { N_("Months shown"), N_("Change the number of months"), N_("A number from 1 to 600."), get_months, set_months },
};
const guint mp_n_person_fields = G_N_ELEMENTS (mp_person_fields);

const MpField mp_ssdi_fields[] = {
  { N_("SSDI amount a month"), N_("Change the SSDI amount"), MONEY_HINT, get_ssdi_amount, set_ssdi_amount },
  { N_("SSDI entitled from"), N_("Change the SSDI entitlement"), MONTH_HINT, get_ssdi_from, set_ssdi_from },
};
const guint mp_n_ssdi_fields = G_N_ELEMENTS (mp_ssdi_fields);

const MpField mp_ssi_fields[] = {
  { N_("SSI eligible from"), N_("Change the SSI eligibility"), MONTH_HINT, get_ssi_from, set_ssi_from },
};
const guint mp_n_ssi_fields = G_N_ELEMENTS (mp_ssi_fields);

const MpField mp_plan_fields[] = {
  { N_("Name of the plan"), N_("Rename the plan"), N_("A plan has a name of its own."), get_plan_name, set_plan_name },
};
const guint mp_n_plan_fields = G_N_ELEMENTS (mp_plan_fields);

const MpField mp_job_fields[] = {
  { N_("Job"), N_("Rename the job"), "", get_job_name, set_job_name },
  { N_("Pay per hour"), N_("Change the pay per hour"), MONEY_HINT, get_hourly, set_hourly },
  { N_("Hours per week"), N_("Change the hours"), N_("Hours from 0 to 168, like 20 or 22.5."), get_hours, set_hours },
  { N_("Pay per month"), N_("Change the pay per month"), MONEY_HINT, get_monthly, set_monthly },
  { N_("First month"), N_("Change the first month of the job"), MONTH_HINT, get_job_from, set_job_from },
  { N_("Last month"), N_("Change the last month of the job"), N_("A month like 2026-03, or nothing for a job that goes on."), get_job_to, set_job_to },
};
const guint mp_n_job_fields = G_N_ELEMENTS (mp_job_fields);

static void
show_problem (Binding *self, const char *text)
{
  if (text != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_widget_set_tooltip_text (self->entry, text);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (self->row != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), text != NULL ? text : "");
}

static void
refresh (Binding *self)
{
  g_autofree char *text = NULL;

  if (self->writing)
    return;
  text = self->field->get (mp_case_model_get_case (self->model), mp_case_model_get_scenario (self->model), self->job);
  self->writing = TRUE;
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->writing = FALSE;
  show_problem (self, NULL);
}

static void
entry_changed_cb (GtkEditable *entry, Binding *self)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  MpCase *edited;
  gboolean taken;

  if (self->writing)
    return;
  edited = mp_case_model_begin_edit (self->model);
  if (!self->field->set (edited, mp_case_model_get_scenario (self->model), self->job, text))
    {
      mp_case_free (edited);
      show_problem (self, _(self->field->hint));
      return;
    }
  self->writing = TRUE;
  taken = (self->visited ? mp_case_model_amend : mp_case_model_commit) (self->model, edited, _(self->field->change), problems);
  self->writing = FALSE;
  self->visited |= taken;
  show_problem (self, taken ? NULL : ((MpProblem *) problems->pdata[0])->message);
}

/* The last valid value comes back, in its full form. */
static void
focus_left_cb (GtkEventControllerFocus *controller, Binding *self)
{
  self->visited = FALSE;
  if (!gtk_widget_has_css_class (self->entry, "error"))
    refresh (self);
}

static void
binding_free (gpointer data)
{
  Binding *self = data;

  g_signal_handler_disconnect (self->model, self->projected);
  g_object_unref (self->model);
  g_free (self);
}

static Binding *
bind_entry (const MpField *field, MpCaseModel *model, guint job)
{
  Binding *self = g_new0 (Binding, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->field = field;
  self->model = g_object_ref (model);
  self->job = job;
  self->entry = gtk_entry_new ();
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 14);
  mp_a11y_name (self->entry, _(field->title));
  refresh (self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  self->projected = g_signal_connect_swapped (model, "projected", G_CALLBACK (refresh), self);
  g_object_set_data_full (G_OBJECT (self->entry), "mp-binding", self, binding_free);
  return self;
}

/**
 * mp_field_entry_new:
 * @field: which fact
 * @model: the case
 * @job: number of the job in the scenario shown, for facts of a job
 *
 * Returns: (transfer floating): an entry that shows and changes the fact
 */
GtkWidget *
mp_field_entry_new (const MpField *field, MpCaseModel *model, guint job)
{
  return bind_entry (field, model, job)->entry;
}

/**
 * mp_field_row_new:
 * @field: which fact
 * @model: the case
 * @job: number of the job in the scenario shown, for facts of a job
 *
 * Returns: (transfer floating): a row with the entry and its label
 */
GtkWidget *
mp_field_row_new (const MpField *field, MpCaseModel *model, guint job)
{
  Binding *self = bind_entry (field, model, job);

  self->row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _(field->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->entry);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_widget_set_focusable (self->row, FALSE); /* row and entry would be two tab stops */
  return self->row;
}

/**
 * mp_field_group_new:
 * @title: what the rows are about
 * @fields: (array length=n): the facts
 * @n: how many
 * @model: the case
 * @job: number of the job in the scenario shown, for facts of a job
 *
 * Returns: (transfer floating): a group with a row for each fact
 */
GtkWidget *
mp_field_group_new (const char *title, const MpField *fields, guint n, MpCaseModel *model, guint job)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < n; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), mp_field_row_new (&fields[i], model, job));
  return group;
}
