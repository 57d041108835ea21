/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-projection-page.h"

#include "mp-a11y.h"
#include "mp-adaptive.h"
#include "mp-chart.h"
#include "mp-chart-view.h"
#include "mp-desk.h"
#include "mp-en-table.h"
#include "mp-hints.h"
#include "mp-month-panel.h"
#include "mp-month-table.h"
#include "mp-note.h"
#include "mp-question-view.h"
#include "mp-settings.h"
#include "mp-typed.h"
#include "mp-widgets.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/**
 * MpProjectionPage:
 *
 * The answer first, in one sentence; then the picture or the table of the same months; beside it
 * one month and why; below it the what-if desk.
 *
 * Shortcuts: T picture or table, W or Enter why, [ and ] span, F9 the panel, Control+Enter keeps a
 * try-out, Escape drops it, Control+Shift+C copies the picture, Control+Shift+S says it in text.
 */
struct _MpProjectionPage {
  MpPage parent_instance;
  GtkWidget *flap, *header, *under_lead, *lead_label, *sub_label, *span, *chart_button, *table_button, *patterns_button, *panel_button;
  GtkWidget *scroller, *month_button, *month_label, *month_net, *tools, *questions, *en_button, *en_bin, *table_bin;
  GtkWidget *try_bar, *error_bar, *error_label, *views, *chart_bin, *panel, *desk, *empty;
  GtkWidget *table, *en_table; /* (nullable): made when they are first shown */
  GtkWidget *chart, *pay_popover, *pay_entry, *pay_hint, *note;
  MpMoney axis_maximum;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (MpProjectionPage, mp_projection_page, MP_TYPE_PAGE)

static const guint spans[] = { 12, 24, 36, 60, 120, 0 };

static MpCaseModel *
model_of (MpProjectionPage *self)
{
  return mp_page_get_model (MP_PAGE (self));
}

static MpCaseView *
view_of (MpProjectionPage *self)
{
  return mp_page_get_view (MP_PAGE (self));
}

static GtkBox *
content_of (MpProjectionPage *self)
{
  return GTK_BOX (gtk_widget_get_parent (self->desk));
}

static void
update_lead (MpProjectionPage *self, const MpProjection *projection, const MpProjection *without)
{
  const char *error = mp_case_model_get_error (model_of (self));
  g_autofree char *lead = NULL, *sub = NULL;

  gtk_label_set_text (GTK_LABEL (self->error_label), error);
  mp_reveal (self->error_bar, error != NULL);
  mp_chart_view_set_dimmed (MP_CHART_VIEW (self->chart), error != NULL);
  if (projection == NULL || without == NULL || projection->n_months == 0)
    {
      gtk_label_set_text (GTK_LABEL (self->lead_label), _("Nothing can be projected yet."));
      gtk_label_set_text (GTK_LABEL (self->sub_label), "");
      return;
    }
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->en_button)))
    {
      lead = mp_words_en_lead (projection, mp_case_model_get_case (model_of (self))->beneficiary.name);
      sub = mp_words_en_gaps (projection);
    }
  else
    {
      lead = mp_words_lead (projection, without);
      sub = mp_words_sub (projection);
    }
  gtk_label_set_text (GTK_LABEL (self->lead_label), lead);
  gtk_label_set_text (GTK_LABEL (self->sub_label), sub);
  mp_a11y_name (self->chart, lead); /* what the picture shows */
}

/* The axis covers all plans of the case, so that it stays while one of them is tried out. */
static MpMoney
largest_of_plans (MpCaseModel *model)
{
  MpMoney largest = 0;

  for (guint i = 0; i < mp_case_model_get_case (model)->n_scenarios; i++)
    {
      const MpProjection *with = mp_case_model_get_projection (model, i), *without = mp_case_model_get_without_work (model, i);

      if (with != NULL)
        largest = MAX (largest, mp_chart_largest_month (with));
      if (without != NULL)
        largest = MAX (largest, mp_chart_largest_month (without));
    }
  return largest;
}

static void
update_chart (MpProjectionPage *self, const MpProjection *projection, const MpProjection *without)
{
  MpCaseModel *model = model_of (self);
  const MpProjection *kept = mp_case_model_get_kept_projection (model, mp_case_model_get_scenario (model));
  gboolean trying = mp_case_model_is_trying (model) && kept != NULL;
  const MpMoney largest = largest_of_plans (model);
  MpChartPlan plan = {
    .projection = projection,
    .baseline = trying ? kept : without,
    .without_work = !trying, .en_first = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->en_button)),
    .en_cost = mp_en_cost (),
  };

  /* A slider that goes back and forth does not make the axis shrink and grow. */
  self->axis_maximum = trying ? MAX (self->axis_maximum, largest) : largest;
  plan.axis_maximum = self->axis_maximum;
  mp_chart_view_set_plan (MP_CHART_VIEW (self->chart), &plan);
}

static void
update_panel (MpProjectionPage *self)
{
  guint first, last;

  mp_chart_view_get_range (MP_CHART_VIEW (self->chart), &first, &last);
  mp_month_panel_set_parameters (MP_MONTH_PANEL (self->panel), mp_case_model_get_parameters (model_of (self)));
  mp_month_panel_show (MP_MONTH_PANEL (self->panel), mp_page_get_projection (MP_PAGE (self)), mp_page_get_without_work (MP_PAGE (self)),
                       first, last);
}

/* Where the panel is folded away, one line says the month. */
static void
update_month_button (MpProjectionPage *self)
{
  const MpProjection *projection = mp_page_get_projection (MP_PAGE (self));
  guint i = mp_case_view_get_row (view_of (self));
  g_autofree char *month = NULL, *net = NULL, *text = NULL, *name = NULL;

  if (projection == NULL || i >= projection->n_months)
    return;
  month = mp_words_short_month (mp_projection_month (projection, i)->month);
  net = mp_words_cell (projection, i, MP_COLUMN_NET);
  /* Translators: %s is a month, and an amount follows: "Jun 2027: cash in hand   $2,011.50". */
  text = g_strdup_printf (_("%s: cash in hand"), month);
  name = g_strdup_printf ("%s %s", text, net);
  gtk_label_set_text (GTK_LABEL (self->month_label), text);
  gtk_label_set_text (GTK_LABEL (self->month_net), net);
  mp_a11y_name (self->month_button, name);
}

static void
cursor_moved_cb (MpChartView *chart, guint month, MpProjectionPage *self)
{
  mp_case_view_set_row (view_of (self), month);
  update_panel (self);
}

static void
span_changed_cb (MpChartView *chart, guint months, MpProjectionPage *self)
{
  mp_case_view_set_span (view_of (self), months);
}

static void
span_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, MpProjectionPage *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected < G_N_ELEMENTS (spans))
    mp_case_view_set_span (view_of (self), spans[selected]);
}

static guint
span_index (guint months)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (spans) && spans[i] != months)
    i++;
  return i;
}

/* Neither a benefit nor a job. */
static gboolean
is_empty (MpProjectionPage *self)
{
  const MpCase *kase = mp_case_model_get_case (model_of (self));
  gboolean empty = !kase->ssdi.present && !kase->ssi.present;

  for (guint i = 0; i < kase->n_scenarios; i++)
    empty = empty && kase->scenarios[i].n_work == 0;
  return empty;
}

static void
show_table (MpProjectionPage *self)
{
  if (self->table == NULL)
    {
      self->table = g_object_new (MP_TYPE_MONTH_TABLE, NULL);
      mp_month_table_bind (MP_MONTH_TABLE (self->table), model_of (self), view_of (self));
      adw_bin_set_child (ADW_BIN (self->table_bin), self->table);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), "table");
}

static void
show_en_table (MpProjectionPage *self)
{
  if (self->en_table == NULL)
    {
      self->en_table = mp_en_table_new (model_of (self), view_of (self));
      adw_bin_set_child (ADW_BIN (self->en_bin), self->en_table);
    }
  mp_en_table_show (MP_EN_TABLE (self->en_table));
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), "en");
}

static void
view_toggled_cb (GtkToggleButton *button, MpProjectionPage *self)
{
  gboolean chart = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chart_button));
  gboolean en = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->en_button));

  if (is_empty (self))
    gtk_stack_set_visible_child_name (GTK_STACK (self->views), "empty");
  else if (chart)
    gtk_stack_set_visible_child_name (GTK_STACK (self->views), "chart");
  else if (en)
    show_en_table (self);
  else
    show_table (self);
  gtk_widget_set_sensitive (self->span, chart); /* the tables have all months */
}

/* Of somebody of whom nothing is known a picture would be an axis alone. */
static void
update_empty (MpProjectionPage *self)
{
  const char *name = mp_case_model_get_case (model_of (self))->beneficiary.name;
  /* Translators: %s is a person's name */
  g_autofree char *title = name != NULL ? g_strdup_printf (_("Add what %s gets now"), name) : g_strdup (_("Add what the person gets now"));

  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), title);
  if (is_empty (self) != g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->views)), "empty"))
    view_toggled_cb (GTK_TOGGLE_BUTTON (self->chart_button), self);
}

/* The same plan as its EN sees it. */
static void
en_toggled_cb (GtkToggleButton *button, MpProjectionPage *self)
{
  const MpProjection *projection = mp_page_get_projection (MP_PAGE (self)), *without = mp_page_get_without_work (MP_PAGE (self));

  update_lead (self, projection, without);
  update_chart (self, projection, without);
  view_toggled_cb (button, self);
}

/* The arrow keys go from month to month at once. */
static void
mp_projection_page_take_focus (MpPage *page)
{
  mp_page_focus_on (gtk_stack_get_visible_child (GTK_STACK (MP_PROJECTION_PAGE (page)->views)));
}

/* A plan without an EN has nothing to show to one. */
static void
update_en_button (MpProjectionPage *self)
{
  const MpCase *kase = mp_case_model_get_case (model_of (self));
  const guint scenario = mp_case_model_get_scenario (model_of (self));
  const gboolean en = scenario < kase->n_scenarios && kase->scenarios[scenario].ticket.n_assignments > 0;

  gtk_widget_set_visible (self->en_button, en);
  if (!en)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->en_button), FALSE);
}

static void
en_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (MP_PROJECTION_PAGE (widget)->en_button);

  if (!gtk_widget_get_visible (GTK_WIDGET (button)))
    return;
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  mp_projection_page_take_focus (MP_PAGE (widget));
}

static void
patterns_toggled_cb (GtkToggleButton *button, MpProjectionPage *self)
{
  mp_chart_view_set_patterns (MP_CHART_VIEW (self->chart), gtk_toggle_button_get_active (button));
}

/* The button begins as the preference says. */
static void
patterns_preferred_cb (MpProjectionPage *self)
{
  g_autofree char *patterns = g_settings_get_string (mp_settings_get (), "patterns");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->patterns_button), g_str_equal (patterns, "on"));
}

static void
mp_projection_page_model_changed (MpPage *page)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (page);
  const MpProjection *projection = mp_page_get_projection (page), *without = mp_page_get_without_work (page);

  update_empty (self);
  update_lead (self, projection, without);
  update_chart (self, projection, without);
  if (self->en_table != NULL && gtk_widget_get_mapped (self->en_table))
    mp_en_table_show (MP_EN_TABLE (self->en_table));
  update_en_button (self);
  if (projection != NULL && !is_empty (self))
    mp_hints_begin (content_of (self), (GtkWidget *[MP_N_HINTS]) { self->views, self->tools, self->desk });
  mp_reveal (self->try_bar, mp_case_model_is_trying (model_of (self)));
}

static void
mp_projection_page_view_changed (MpPage *page)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (page);

  mp_chart_view_set_span (MP_CHART_VIEW (self->chart), mp_case_view_get_span (view_of (self)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->span), span_index (mp_case_view_get_span (view_of (self))));
  mp_chart_view_set_cursor (MP_CHART_VIEW (self->chart), mp_case_view_get_row (view_of (self)));
  if (self->table != NULL && gtk_widget_get_mapped (self->table))
    mp_month_table_show_cursor (MP_MONTH_TABLE (self->table));
  update_panel (self);
  update_month_button (self);
  mp_desk_update (MP_DESK (self->desk));
}

static void
en_cost_changed_cb (MpProjectionPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mp_projection_page_model_changed (MP_PAGE (self));
}

/* What a person typed wrongly shows at once, though nothing new can be projected. */
static void
error_changed_cb (MpCaseModel *model, GParamSpec *pspec, MpProjectionPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_lead (self, mp_page_get_projection (MP_PAGE (self)), mp_page_get_without_work (MP_PAGE (self)));
}

static void
step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpCaseView *view = view_of (MP_PROJECTION_PAGE (widget));

  mp_case_view_set_cursor (view, mp_case_view_get_cursor (view) + (g_str_equal (action, "projection.next-month") ? 1 : -1));
}

static void
change_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (widget);
  const MpProjection *projection = mp_page_get_projection (MP_PAGE (self));
  guint i = mp_case_view_get_row (view_of (self)) + 1;

  while (projection != NULL && i < projection->n_months && !mp_words_is_change (projection, i))
    i++;
  if (projection != NULL && i < projection->n_months)
    mp_case_view_set_row (view_of (self), i);
}

static void
why_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (widget);

  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), TRUE);
  mp_month_panel_focus_why (MP_MONTH_PANEL (self->panel));
}

static void
toggle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (widget);
  gboolean chart = g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->views)), "chart");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chart ? self->table_button : self->chart_button), TRUE);
  mp_projection_page_take_focus (MP_PAGE (self));
}

/* To the next span of which something is seen: of 36 months, ten years would show no fewer than all. */
static void
span_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (widget);
  const MpProjection *projection = mp_page_get_projection (MP_PAGE (self));
  const gboolean more = g_variant_get_int32 (parameter) > 0;
  const guint n = projection != NULL ? projection->n_months : 0, span = mp_case_view_get_span (view_of (self));
  const guint seen = span == 0 ? n : MIN (span, n);
  guint next = more ? 0 : span;

  for (guint i = 0; i < G_N_ELEMENTS (spans) && spans[i] != 0; i++)
    if (more ? spans[i] > seen && spans[i] < n && next == 0 : spans[i] < seen)
      next = spans[i];
  mp_case_view_set_span (view_of (self), next);
}

static void
toast (MpProjectionPage *self, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (text));
}

static void
copy_picture_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (widget);
  g_autoptr (GdkContentProvider) picture = mp_chart_view_copy (MP_CHART_VIEW (self->chart));

  if (picture == NULL)
    return;
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), picture);
  toast (self, _("The picture is copied, with its months as a table."));
}

static const struct { const char *suffix; MpChartFormat format; } formats[] = {
  { ".png", MP_CHART_PNG }, { ".svg", MP_CHART_SVG }, { ".pdf", MP_CHART_PDF },
};

/**
 * mp_projection_page_write_picture:
 * @self: the page
 * @path: a file; its ending, ".png", ".svg" or ".pdf", is the format
 * @error: return location
 *
 * Returns: whether the picture, as it is shown, is in the file
 */
gboolean
mp_projection_page_write_picture (MpProjectionPage *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats) && bytes == NULL; i++)
    if (g_str_has_suffix (path, formats[i].suffix))
      bytes = mp_chart_view_render (MP_CHART_VIEW (self->chart), formats[i].format, error);
  if (bytes == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, _("The name ends in .png, .svg or .pdf."));
      return FALSE;
    }
  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, MpProjectionPage *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (file != NULL && path == NULL)
    toast (self, _("This can be saved in a folder of this computer only."));
  else if (file != NULL && !mp_projection_page_write_picture (self, path, &error))
    toast (self, error->message);
  else if (file != NULL)
    toast (self, _("The picture is saved."));
  g_clear_object (&self->chooser);
}

static void
save_picture_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save the picture: .png, .svg or .pdf"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("picture.png"));
  g_signal_connect (self->chooser, "response", G_CALLBACK (save_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
copy_month_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (widget);
  g_autofree char *text = mp_month_panel_to_text (MP_MONTH_PANEL (self->panel));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  toast (self, _("The month is copied, with its citations."));
}

static void
copy_summary_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (widget);
  g_autofree char *text = g_strdup_printf ("%s %s", gtk_label_get_text (GTK_LABEL (self->lead_label)),
                                           gtk_label_get_text (GTK_LABEL (self->sub_label)));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  toast (self, _("The answer is copied as text."));
}

static void
panel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwFlap *flap = ADW_FLAP (MP_PROJECTION_PAGE (widget)->flap);

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
keep_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_model_keep (model_of (MP_PROJECTION_PAGE (widget)), _("Change pay and hours"));
}

static void
drop_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (widget);

  if (!mp_case_model_is_trying (model_of (self)) && mp_hints_dismiss (content_of (self)))
    return;
  if (adw_flap_get_folded (ADW_FLAP (self->flap)) && adw_flap_get_reveal_flap (ADW_FLAP (self->flap)))
    adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
  else
    mp_case_model_drop (model_of (self));
}

static gboolean
has_plan (const MpCase *kase, const char *name)
{
  for (guint i = 0; i < kase->n_scenarios; i++)
    if (g_strcmp0 (kase->scenarios[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

/* The plan stays as it was, and the pay and hours that were tried out become a plan beside it. */
static void
keep_as_plan_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpCaseModel *model = model_of (MP_PROJECTION_PAGE (widget));
  guint scenario = mp_case_model_get_scenario (model);
  const MpCase *kept = mp_case_model_get_kept_case (model);
  const MpScenario *tried = &mp_case_model_get_case (model)->scenarios[scenario];
  g_autofree char *name = NULL;
  MpCase *edited;
  MpScenario *plan;

  if (!mp_case_model_is_trying (model) || kept == NULL)
    {
      gtk_widget_activate_action (widget, "win.copy-plan", NULL);
      return;
    }
  for (guint i = 2; name == NULL || has_plan (kept, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", tried->name, i);
    }
  edited = mp_case_copy (kept);
  plan = mp_case_copy_scenario (edited, scenario, name);
  for (guint i = 0; i < MIN (plan->n_work, tried->n_work); i++)
    {
      plan->work[i].hourly = tried->work[i].hourly;
      plan->work[i].hours_per_week = tried->work[i].hours_per_week;
      plan->work[i].monthly = tried->work[i].monthly;
    }
  mp_case_model_drop (model);
  if (mp_case_model_commit (model, edited, _("Keep the try-out as a plan"), NULL))
    mp_case_model_set_scenario (model, mp_case_model_get_case (model)->n_scenarios - 1);
}

/* The job of the month of the cursor. */
static gint
job_of_month (MpProjectionPage *self)
{
  MpCaseModel *model = model_of (self);
  const MpScenario *plan = &mp_case_model_get_case (model)->scenarios[mp_case_model_get_scenario (model)];

  for (guint i = 0; i < plan->n_work; i++)
    if (mp_period_contains (&plan->work[i].when, mp_case_view_get_cursor (view_of (self))))
      return (gint) i;
  return -1;
}

static void
month_pay_entered_cb (GtkEntry *entry, MpProjectionPage *self)
{
  MpCaseModel *model = model_of (self);
  gint job = job_of_month (self);
  char month[MP_MONTH_TEXT_SIZE];
  g_autofree char *pointer = NULL, *text = NULL;
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpMoney amount;

  if (!mp_money_parse_typed (gtk_editable_get_text (GTK_EDITABLE (entry)), &amount) || amount < 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_label_set_text (GTK_LABEL (self->pay_hint), _("Pay is an amount such as 900 or $1,215.50."));
      return;
    }
  mp_month_to_text (mp_case_view_get_cursor (view_of (self)), month);
  pointer = g_strdup_printf ("/scenarios/%u/work/%d/months/%s/earned", mp_case_model_get_scenario (model), job, month);
  text = mp_money_to_string (amount);
  if (mp_case_model_set_fact (model, pointer, text, _("Pay of a single month"), problems))
    {
      mp_case_model_end_visit (model);
      gtk_popover_popdown (GTK_POPOVER (self->pay_popover));
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  if (problems->len > 0)
    gtk_label_set_text (GTK_LABEL (self->pay_hint), ((MpProblem *) g_ptr_array_index (problems, 0))->message);
}

static void
set_month_pay_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (widget);
  const MpProjection *projection = mp_page_get_projection (MP_PAGE (self));
  g_autofree char *month = mp_month_to_display (mp_case_view_get_cursor (view_of (self)), TRUE), *title = NULL, *pay = NULL;

  if (projection == NULL || job_of_month (self) < 0)
    {
      toast (self, _("No job of this plan is worked in that month."));
      return;
    }
  /* Translators: %s is a month, "June 2027". */
  title = g_strdup_printf (_("Pay earned in %s"), month);
  pay = mp_money_to_string (mp_projection_month (projection, mp_case_view_get_row (view_of (self)))->work.earned);
  gtk_widget_remove_css_class (self->pay_entry, "error");
  gtk_label_set_text (GTK_LABEL (self->pay_hint), title);
  mp_a11y_name (self->pay_entry, title);
  gtk_editable_set_text (GTK_EDITABLE (self->pay_entry), pay);
  gtk_popover_popup (GTK_POPOVER (self->pay_popover));
  gtk_widget_grab_focus (self->pay_entry);
}

static void
note_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (widget);
  const MpMonth cursor = mp_case_view_get_cursor (view_of (self));
  g_autofree char *month = mp_month_to_display (cursor, TRUE);
  /* Translators: %s is a month, "June 2027", or the name of a plan. */
  g_autofree char *title = g_strdup_printf (_("Note on %s"), month);

  mp_note_popup (self->note, self->desk, cursor, NULL, title);
}

/* A panel beside the picture leaves too little of it under 1,000 px; under 700 the tools leave too
 * little of the sentence, and the desk has room for hours alone. All at 100 % text. */
#define FOLDED 1000
#define NARROW 700

static void
resized_cb (MpAdaptive *adaptive, int width, int height, MpProjectionPage *self)
{
  double scale = mp_text_scale (GTK_WIDGET (self));
  gboolean narrow = width < NARROW * scale, folded = width < FOLDED * scale;
  AdwFlapFoldPolicy policy = folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER;

  if (policy != adw_flap_get_fold_policy (ADW_FLAP (self->flap)))
    {
      adw_flap_set_fold_policy (ADW_FLAP (self->flap), policy);
      adw_flap_set_reveal_flap (ADW_FLAP (self->flap), !folded);
    }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->under_lead), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->patterns_button, !narrow);
  gtk_widget_set_visible (self->panel_button, !narrow);
  gtk_widget_set_margin_start (self->header, narrow ? 9 : 18);
  gtk_widget_set_margin_end (self->header, narrow ? 9 : 12);
  gtk_box_set_spacing (GTK_BOX (self->tools), narrow ? 3 : 6);
  gtk_widget_set_visible (self->questions, !narrow);
  gtk_widget_set_visible (self->month_button, folded);
  mp_desk_set_room (MP_DESK (self->desk), folded ? width : width - gtk_widget_get_width (self->panel), narrow);
}

/* What has the focus is seen. The viewport itself does not follow it: a month is as high as the picture, which would jump
 * at each key. */
static void
show_top (MpProjectionPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
name_widgets (MpProjectionPage *self)
{
  mp_a11y_name (self->chart_button, _("Chart"));
  mp_a11y_name (self->table_button, _("Table"));
  mp_a11y_name (self->en_button, _("As the EN sees it"));
  mp_a11y_name (self->patterns_button, _("Patterns"));
  mp_a11y_name (self->panel_button, _("Month panel"));
  mp_a11y_name (self->span, _("Months shown"));
}

static void
mp_projection_page_constructed (GObject *object)
{
  MpProjectionPage *self = MP_PROJECTION_PAGE (object);
  MpCaseModel *model = model_of (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  G_OBJECT_CLASS (mp_projection_page_parent_class)->constructed (object);
  self->chart = mp_chart_view_new ();
  adw_bin_set_child (ADW_BIN (self->chart_bin), self->chart);
  mp_desk_bind (MP_DESK (self->desk), model, view_of (self));
  mp_desk_describe (MP_DESK (self->desk), self->lead_label);
  self->questions = mp_question_button_new (model, view_of (self));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->questions), mp_label_new ("?", "heading"));
  gtk_widget_set_tooltip_text (self->questions, _("Questions"));
  gtk_box_prepend (GTK_BOX (self->tools), self->questions);
  gtk_widget_add_controller (self->header, focus);
  gtk_widget_set_direction (self->month_net, GTK_TEXT_DIR_LTR); /* a sign stays before its amount */
  name_widgets (self);
  /* Not bound: the template would take the direct child of a bin away before the bin does. */
  g_signal_connect (adw_bin_get_child (ADW_BIN (self)), "resized", G_CALLBACK (resized_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (show_top), self);
  g_signal_connect (self->chart, "cursor-moved", G_CALLBACK (cursor_moved_cb), self);
  g_signal_connect (self->chart, "span-changed", G_CALLBACK (span_changed_cb), self);
  g_signal_connect (self->span, "notify::selected", G_CALLBACK (span_selected_cb), self);
  g_signal_connect (self->chart_button, "toggled", G_CALLBACK (view_toggled_cb), self);
  g_signal_connect (self->en_button, "toggled", G_CALLBACK (en_toggled_cb), self);
  g_signal_connect (self->patterns_button, "toggled", G_CALLBACK (patterns_toggled_cb), self);
  g_signal_connect_object (mp_settings_get (), "changed::patterns", G_CALLBACK (patterns_preferred_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mp_settings_get (), "changed::en-cost", G_CALLBACK (en_cost_changed_cb), self, G_CONNECT_SWAPPED);
  patterns_preferred_cb (self);
  g_signal_connect (self->pay_entry, "activate", G_CALLBACK (month_pay_entered_cb), self);
  self->note = mp_note_new (model);
  gtk_box_append (content_of (self), self->note);
  g_signal_connect_object (model, "notify::error", G_CALLBACK (error_changed_cb), self, 0);
  g_object_bind_property (model, "read-only", self->desk, "sensitive", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_bind_property (view_of (self), "panel", self->flap, "reveal-flap", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->flap, "reveal-flap", self->panel_button, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name, *type; GtkWidgetActionActivateFunc activate; } actions[] = {
    { "projection.previous-month", NULL, step_cb }, { "projection.next-month", NULL, step_cb },
    { "projection.next-change", NULL, change_cb }, { "projection.why", NULL, why_cb }, { "projection.table", NULL, toggle_cb },
    { "projection.en", NULL, en_cb },
    { "projection.span", "i", span_cb }, { "projection.copy-picture", NULL, copy_picture_cb },
    { "projection.copy-month", NULL, copy_month_cb }, { "projection.copy-summary", NULL, copy_summary_cb },
    { "projection.panel", NULL, panel_cb }, { "projection.keep", NULL, keep_cb }, { "projection.drop", NULL, drop_cb },
    { "projection.keep-as-plan", NULL, keep_as_plan_cb }, { "projection.set-month-pay", NULL, set_month_pay_cb },
    { "projection.note", NULL, note_cb }, { "projection.save-picture", NULL, save_picture_cb },
  };
  static const struct { guint key; GdkModifierType state; const char *action; } keys[] = {
    { GDK_KEY_t, 0, "projection.table" }, { GDK_KEY_n, 0, "projection.note" }, { GDK_KEY_w, 0, "projection.why" }, { GDK_KEY_e, 0, "projection.en" },
    { GDK_KEY_Return, 0, "projection.why" },
    { GDK_KEY_Escape, 0, "projection.drop" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "projection.keep" }, { GDK_KEY_d, GDK_CONTROL_MASK, "projection.keep-as-plan" },
    { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "projection.copy-picture" },
    { GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "projection.copy-summary" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].state, keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_bracketleft, 0, "projection.span", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_bracketright, 0, "projection.span", "i", 1);
}

static void
mp_projection_page_dispose (GObject *object)
{
  g_clear_object (&MP_PROJECTION_PAGE (object)->chooser);
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
  MP_PAGE_CLASS (klass)->take_focus = mp_projection_page_take_focus;
  g_type_ensure (MP_TYPE_ADAPTIVE);
  g_type_ensure (MP_TYPE_DESK);
  g_type_ensure (MP_TYPE_MONTH_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/projection-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpProjectionPage, name)
  BIND (flap); BIND (scroller); BIND (header); BIND (under_lead); BIND (lead_label); BIND (sub_label); BIND (span);
  BIND (chart_button); BIND (table_button); BIND (patterns_button);
  BIND (panel_button); BIND (month_button); BIND (month_label); BIND (month_net);
  BIND (tools); BIND (en_button); BIND (en_bin); BIND (try_bar); BIND (error_bar); BIND (error_label); BIND (views); BIND (chart_bin); BIND (table_bin);
  BIND (panel); BIND (desk); BIND (pay_popover); BIND (pay_entry); BIND (pay_hint); BIND (empty);
#undef BIND
  install_actions (widget_class);
}

static void
mp_projection_page_init (MpProjectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
