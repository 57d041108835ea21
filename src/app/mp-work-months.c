/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-work-months.h"

#include "mp-a11y.h"
#include "mp-fact-entry.h"
#include "mp-pay-csv.h"
#include "mp-typed.h"
#include "mp-widgets.h"
#include "mp-words.h"
#include "mp-wrap.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  MpCaseModel *model;
  guint scenario, job;
  GtkWidget *box, *rows, *month, *problem, *pay_days;
  GArray *shown; /* MpMonth: what the rows were built for */
  GtkFileChooserNative *chooser;
  gulong projected;
} Months;

static const MpWork *
work_of (Months *self)
{
  const MpCase *kase = mp_case_model_get_case (self->model);

  if (self->scenario >= kase->n_scenarios || self->job >= kase->scenarios[self->scenario].n_work)
    return NULL;
  return &kase->scenarios[self->scenario].work[self->job];
}

static void
months_free (gpointer data)
{
  Months *self = data;

  g_signal_handler_disconnect (self->model, self->projected);
  g_clear_object (&self->chooser);
  g_object_unref (self->model);
  g_array_unref (self->shown);
  g_free (self);
}

/**
 * mp_pay_days_words:
 * @work: a job
 * @first: the first month to look at
 * @n_months: how many months
 *
 * Returns: (transfer full) (nullable): in which months there is a pay day more than usual: SSI counts
 *   three checks there; %NULL when the job has no pay days
 */
char *
mp_pay_days_words (const MpWork *work, MpMonth first, guint n_months)
{
  gint usual = work->pay.every == MP_PAY_WEEK ? 4 : 2;
  g_autofree char *text = NULL;
  MpMonth months[6];
  guint found = 0;

  if (work->pay.every != MP_PAY_WEEK && work->pay.every != MP_PAY_TWO_WEEKS)
    return NULL;
  for (MpMonth month = MAX (first, work->when.from); month < first + (MpMonth) n_months && found < G_N_ELEMENTS (months); month++)
    if (mp_work_pay_days (work, month) > usual)
      months[found++] = month;
  if (found == 0)
    return NULL;
  text = mp_words_months (months, found);
  /* Translators: a number of pay days, months: "3 pay days in May 2026, Oct 2026: SSI counts them all" */
  return g_strdup_printf (_("%1$d pay days in %2$s: SSI counts them all"), usual + 1, text);
}

static void
remove_month_cb (GtkButton *button, Months *self)
{
  MpFactChange change = { g_object_get_data (G_OBJECT (button), "mp-pointer"), NULL };
  g_autofree char *label = g_strdup (gtk_widget_get_tooltip_text (GTK_WIDGET (button)));

  gtk_widget_grab_focus (self->month);
  mp_case_model_change (self->model, &change, 1, label, NULL);
}

static void
add_row (Months *self, MpMonth month)
{
  static const struct { const char *key, *title; } facts[] = {
    { "earned", N_("Earned") }, { "paid", N_("Paid (SSI)") }, { "hours", N_("Hours") },
  };
  char text[MP_MONTH_TEXT_SIZE];
  g_autofree char *place = g_strdup_printf ("/scenarios/%u/work/%u/months/%s", self->scenario, self->job, mp_month_to_text (month, text));
  g_autofree char *name = mp_month_to_display (month, TRUE);
  g_autofree char *remove = g_strdup_printf (_("Take out “%s”"), name);
  GtkWidget *wrap = mp_wrap_new (8), *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *title = mp_label_new (name, "heading");

  gtk_label_set_width_chars (GTK_LABEL (title), 15);
  gtk_widget_set_valign (title, GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (title, 8); /* on the line of the entries */
  mp_wrap_append (MP_WRAP (wrap), title);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *pointer = g_strconcat (place, "/", facts[i].key, NULL);
      g_autofree char *label = g_strdup_printf ("%s: %s", name, _(facts[i].title));
      GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *caption = mp_label_new (_(facts[i].title), "caption");
      GtkWidget *entry = mp_fact_entry_new (self->model, pointer, label);

      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (cell), caption);
      gtk_box_append (GTK_BOX (cell), entry);
      mp_wrap_append (MP_WRAP (wrap), cell);
    }
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, remove);
  mp_a11y_name (button, remove);
  g_object_set_data_full (G_OBJECT (button), "mp-pointer", g_steal_pointer (&place), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_month_cb), self);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  mp_wrap_append (MP_WRAP (wrap), button);
  gtk_box_append (GTK_BOX (self->rows), wrap);
}

static void
show_months (Months *self)
{
  const MpWork *work = work_of (self);
  const MpCase *kase = mp_case_model_get_case (self->model);
  g_autofree char *pay_days = NULL;
  gboolean same;

  if (work == NULL)
    return;
  pay_days = mp_pay_days_words (work, kase->projection.start, (guint) kase->projection.months);
  gtk_label_set_text (GTK_LABEL (self->pay_days), pay_days != NULL ? pay_days : "");
  gtk_widget_set_visible (self->pay_days, pay_days != NULL);
  same = self->shown->len == work->n_months;
  for (guint i = 0; same && i < work->n_months; i++)
    same = g_array_index (self->shown, MpMonth, i) == work->months[i].month;
  if (same)
    return;
  mp_box_clear (GTK_BOX (self->rows));
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < work->n_months; i++)
    {
      g_array_append_val (self->shown, work->months[i].month);
      add_row (self, work->months[i].month);
    }
}

static void
show_problem (Months *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->problem), text != NULL ? text : "");
  gtk_widget_set_visible (self->problem, text != NULL);
}

/* A month begins with the pay of every other month, to be changed. */
static void
add_month_cb (GtkEntry *entry, Months *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  const MpWork *work = work_of (self);
  g_autofree char *pointer = NULL, *pay = NULL;
  char name[MP_MONTH_TEXT_SIZE];
  MpFactChange change;
  MpMonth month;

  if (work == NULL || *text == '\0')
    return;
  if (!mp_month_parse_typed (text, &month))
    {
      show_problem (self, _("A month is a year and a month, like 2026-03 or 3/26."));
      return;
    }
  pointer = g_strdup_printf ("/scenarios/%u/work/%u/months/%s/earned", self->scenario, self->job, mp_month_to_text (month, name));
  pay = mp_money_to_string (mp_work_monthly_pay (work));
  change = (MpFactChange) { pointer, pay };
  if (mp_case_model_change (self->model, &change, 1, _("Add a month that differs"), problems))
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  show_problem (self, problems->len > 0 ? ((MpProblem *) problems->pdata[0])->message : NULL);
}

typedef struct {
  Months *months;
  MpPayCsv *pay;
} Stubs;

static void
stubs_free (gpointer data, GClosure *closure)
{
  Stubs *stubs = data;

  mp_pay_csv_free (stubs->pay);
  g_free (stubs);
}

static void
stubs_response_cb (AdwMessageDialog *dialog, const char *response, Stubs *stubs)
{
  Months *self = stubs->months;
  MpCase *edited;

  if (g_strcmp0 (response, "take") != 0 || work_of (self) == NULL)
    return;
  edited = mp_case_model_begin_edit (self->model);
  mp_pay_csv_apply (stubs->pay, edited, self->scenario, self->job);
  mp_case_model_commit (self->model, edited, _("Fill in pay stubs"), NULL);
}

static void
preview_stubs (Months *self, MpPayCsv *pay)
{
  GtkWidget *dialog, *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  Stubs *stubs = g_new (Stubs, 1);
  const MpWork *work = work_of (self);

  *stubs = (Stubs) { self, pay };
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (self->box)), _("Fill in these months?"),
                                   pay->by_pay_day ? _("The file has pay days, so SSI counts these amounts in these months.")
                                                   : _("The file has months, so these amounts are earned in them."));
  for (guint i = 0; i < pay->months->len; i++)
    {
      const MpPayMonth *month = &g_array_index (pay->months, MpPayMonth, i);
      g_autofree char *name = mp_month_to_display (month->month, TRUE);
      g_autofree char *amount = mp_money_to_display (month->amount);
      gboolean inside = work != NULL && mp_period_contains (&work->when, month->month);
      g_autofree char *text = g_strdup_printf (inside ? "%s: %s" : _("%1$s: %2$s (outside the job, left out)"), name, amount);

      gtk_box_append (GTK_BOX (box), mp_label_new (text, inside ? NULL : "dim-label"));
    }
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "take", _("Fill in"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "take", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "take");
  g_signal_connect_data (dialog, "response", G_CALLBACK (stubs_response_cb), stubs, stubs_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_stubs (Months *self, GFile *file)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL, *text = NULL;
  gsize length;
  MpPayCsv *pay;

  if (!g_file_load_contents (file, NULL, &data, &length, NULL, &error))
    {
      show_problem (self, error->message);
      return;
    }
  pay = mp_pay_csv_read (data, length, problems);
  if (pay == NULL)
    {
      const MpProblem *problem = problems->pdata[0];

      text = g_strdup_printf ("%s%s%s", problem->pointer, *problem->pointer != '\0' ? ": " : "", problem->message);
      show_problem (self, text);
      return;
    }
  show_problem (self, NULL);
  preview_stubs (self, pay);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Months *self)
{
  if (!G_VALUE_HOLDS (value, G_TYPE_FILE))
    return FALSE;
  read_stubs (self, g_value_get_object (value));
  return TRUE;
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, Months *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    read_stubs (self, file);
  g_clear_object (&self->chooser);
}

static void
choose_file_cb (GtkButton *button, Months *self)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Pay stubs"), GTK_WINDOW (gtk_widget_get_root (self->box)), GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("Open"), _("Cancel"));
  g_signal_connect (self->chooser, "response", G_CALLBACK (file_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/**
 * mp_work_months_new:
 * @model: the case
 * @scenario: number of the plan
 * @job: number of the job
 *
 * Returns: (transfer floating): the months of the job that differ; a file of pay stubs may be dropped on it
 */
GtkWidget *
mp_work_months_new (MpCaseModel *model, guint scenario, guint job)
{
  Months *self = g_new0 (Months, 1);
  GtkWidget *line = mp_wrap_new (8), *stubs = gtk_button_new_with_label (_("Pay stubs from a file…"));
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_autofree char *name = g_strdup_printf (_("Steps %u: add a month that differs"), job + 1);
  g_autofree char *stubs_name = g_strdup_printf (_("Steps %u: pay stubs from a file"), job + 1);

  self->model = g_object_ref (model);
  self->scenario = scenario;
  self->job = job;
  self->shown = g_array_new (FALSE, FALSE, sizeof (MpMonth));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->pay_days = mp_label_new (NULL, "caption");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->problem = mp_label_new (NULL, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  self->month = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->month), _("Month that differs ↵"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->month), 18);
  mp_a11y_name (self->month, name);
  mp_a11y_name (stubs, stubs_name);
  gtk_widget_add_css_class (stubs, "flat");
  mp_wrap_append (MP_WRAP (line), self->month);
  mp_wrap_append (MP_WRAP (line), stubs);
  gtk_box_append (GTK_BOX (self->box), self->pay_days);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->problem);
  g_signal_connect (self->month, "activate", G_CALLBACK (add_month_cb), self);
  g_signal_connect (stubs, "clicked", G_CALLBACK (choose_file_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (self->box, GTK_EVENT_CONTROLLER (target));
  self->projected = g_signal_connect_swapped (model, "projected", G_CALLBACK (show_months), self);
  g_object_set_data_full (G_OBJECT (self->box), "mp-months", self, months_free);
  show_months (self);
  return self->box;
}
