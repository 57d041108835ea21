/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report: its pages as they will be printed, what is in it, and the ways out. The pages are drawn in a thread from
 * a copy of the case; a drawing that is late is dropped. */

#include "mp-report-page.h"

#include "mp-a11y.h"
#include "mp-calendar.h"
#include "mp-casefile.h"
#include "mp-export.h"
#include "mp-history.h"
#include "mp-report.h"
#include "mp-settings.h"
#include "mp-tab-stop.h"
#include "mp-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WAIT_MS 200             /* after a change: those that come meanwhile are drawn with it */
#define THUMBNAIL_WIDTH 204

struct _MpReportPage {
  MpPage parent_instance;
  GtkWidget *flap, *pdf_button, *print_button, *options_button, *count, *stack, *pages, *empty;
  GtkWidget *kind, *language, *paper, *colours, *large_print, *show_name, *show_amounts, *amounts_row, *plans, *sections, *changes;
  GtkWidget *table_button, *data_button, *calendar_button;
  GtkWidget *section_check[MP_N_SECTIONS];
  GPtrArray *change_rows;       /* of the facts changed since the last report */
  GPtrArray *plan_checks;       /* GtkCheckButton, of the plans beside the one shown */
  GPtrArray *drawn;             /* cairo_surface_t, the pages */
  GCancellable *drawing;
  GtkFileChooserNative *chooser;
  GtkPrintOperation *printing;
  guint wait_source;
};

G_DEFINE_FINAL_TYPE (MpReportPage, mp_report_page, MP_TYPE_PAGE)

/* Options with what they point to. */
typedef struct {
  MpCase *kase, *since;
  guint scenario;
  const MpParameters *parameters;
  MpReportOptions options;
  char *language, *agency, *contact, *day;
  guint *plans;
} Job;

static void
job_free (Job *self)
{
  mp_case_free (self->kase);
  mp_case_free (self->since);
  g_free (self->plans);
  g_free (self->language);
  g_free (self->agency);
  g_free (self->contact);
  g_free (self->day);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static guint
chosen_sections (MpReportPage *self)
{
  guint bits = 0;

  for (MpSection i = 0; i < MP_N_SECTIONS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->section_check[i])))
      bits |= 1u << i;
  return bits;
}

static char *
contact_text (GSettings *settings)
{
  g_autofree char *counselor = g_settings_get_string (settings, "counselor"), *phone = g_settings_get_string (settings, "phone");

  if (*counselor == '\0' && *phone == '\0')
    return NULL;
  return g_strdup_printf ("%s%s%s", counselor, *counselor != '\0' && *phone != '\0' ? ", " : "", phone);
}

static Job *
make_job (MpReportPage *self)
{
  static const char *const languages[] = { NULL, "en", "es" };
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  const MpCase *reported = mp_case_view_get_reported (mp_page_get_view (MP_PAGE (self)));
  GSettings *settings = mp_settings_get ();
  Job *job = g_new0 (Job, 1);
  guint colours = adw_combo_row_get_selected (ADW_COMBO_ROW (self->colours));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint language = adw_combo_row_get_selected (ADW_COMBO_ROW (self->language));
  g_autofree char *patterns = g_settings_get_string (settings, "patterns");

  job->kase = mp_case_copy (mp_case_model_get_case (model));
  job->since = reported != NULL ? mp_case_copy (reported) : NULL;
  job->scenario = mp_case_model_get_scenario (model);
  job->parameters = mp_case_model_get_parameters (model);
  job->plans = g_new0 (guint, self->plan_checks->len + 1);
  job->language = g_strdup (languages[MIN (language, G_N_ELEMENTS (languages) - 1)]);
  job->agency = g_settings_get_string (settings, "agency");
  job->contact = contact_text (settings);
  job->day = g_date_time_format (now, "%Y-%m-%d");
  job->options = (MpReportOptions) {
    .kind = (MpReportKind) adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)),
    .paper = (MpPaper) adw_combo_row_get_selected (ADW_COMBO_ROW (self->paper)),
    .sections = chosen_sections (self), .plans = job->plans, .language = job->language,
    .since = job->since, .prepared_by = *job->agency != '\0' ? job->agency : NULL, .contact = job->contact, .prepared_on = job->day,
    .large_print = gtk_switch_get_active (GTK_SWITCH (self->large_print)), .grey = colours == 1, .high_contrast = colours == 2,
    .without_patterns = g_str_equal (patterns, "off"),
    .without_name = !gtk_switch_get_active (GTK_SWITCH (self->show_name)),
    .hide_amounts = !gtk_switch_get_active (GTK_SWITCH (self->show_amounts)),
  };
  for (guint i = 0; i < self->plan_checks->len; i++)
    {
      GtkCheckButton *check = self->plan_checks->pdata[i];
      if (gtk_check_button_get_active (check))
        job->plans[job->options.n_plans++] = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "plan"));
    }
  return job;
}

/* What the person has now on paper is what later changes are compared with; a hand-out is not the case. */
static void
report_made (MpReportPage *self)
{
  if (adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)) == MP_REPORT_BENEFITS)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.report-made", NULL);
}

/* The facts that were something else in the last report. */
static void
show_changes (MpPage *page)
{
  MpReportPage *self = MP_REPORT_PAGE (page);
  const MpCase *reported = mp_case_view_get_reported (mp_page_get_view (MP_PAGE (self)));
  g_autofree char *before = reported != NULL ? mp_case_write (reported) : NULL;
  g_autofree char *after = mp_case_write (mp_case_model_get_kept_case (mp_page_get_model (MP_PAGE (self))));
  g_autoptr (GPtrArray) found = before != NULL ? mp_differences (before, strlen (before), after, strlen (after)) : NULL;
  GtkWidget *row;

  for (guint i = 0; i < self->change_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->changes), self->change_rows->pdata[i]);
  g_ptr_array_set_size (self->change_rows, 0);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ((MpCaseDifference *) found->pdata[i])->words);
      gtk_widget_set_focusable (row, FALSE);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->changes), row);
      g_ptr_array_add (self->change_rows, row);
    }
  gtk_widget_set_visible (self->changes, found != NULL && found->len > 0);
}

static void
draw_thumbnail (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  cairo_rectangle_t page;

  cairo_recording_surface_get_extents (data, &page);
  cairo_scale (cr, width / page.width, height / page.height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, data, 0, 0);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.62);
  cairo_set_line_width (cr, page.width / width);
  cairo_rectangle (cr, 0, 0, page.width, page.height);
  cairo_stroke (cr);
}

static void
add_thumbnail (MpReportPage *self, guint i)
{
  cairo_surface_t *surface = self->drawn->pdata[i];
  GtkWidget *area = gtk_drawing_area_new (), *child;
  /* Translators: number of a page, and of how many */
  g_autofree char *name = g_strdup_printf (_("Page %1$u of %2$u"), i + 1, self->drawn->len);
  cairo_rectangle_t page;

  cairo_recording_surface_get_extents (surface, &page);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), THUMBNAIL_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) (THUMBNAIL_WIDTH * page.height / page.width));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_thumbnail, cairo_surface_reference (surface),
                                  (GDestroyNotify) cairo_surface_destroy);
  gtk_widget_set_valign (area, GTK_ALIGN_START);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (area, name);
  gtk_flow_box_append (GTK_FLOW_BOX (self->pages), area);
  child = gtk_widget_get_parent (area);
  mp_a11y_name (child, name);
}

static void
show_pages (MpReportPage *self)
{
  GtkWidget *child;
  g_autofree char *text = NULL;

  while ((child = gtk_widget_get_first_child (self->pages)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->pages), child);
  for (guint i = 0; i < self->drawn->len; i++)
    add_thumbnail (self, i);
  text = g_strdup_printf (ngettext ("%u page", "%u pages", self->drawn->len), self->drawn->len);
  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "pages");
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GPtrArray *pages = mp_report_pages (job->kase, job->scenario, job->parameters, &job->options, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MpReportPage *self = MP_REPORT_PAGE (source);
  g_autoptr (GError) error = NULL;
  GPtrArray *pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pages == NULL)
    {
      adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), error->message);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
      return;
    }
  g_clear_pointer (&self->drawn, g_ptr_array_unref);
  self->drawn = pages;
  show_pages (self);
}

static gboolean
draw_cb (gpointer data)
{
  MpReportPage *self = data;
  g_autoptr (GTask) task = NULL;

  self->wait_source = 0;
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  self->drawing = g_cancellable_new ();
  task = g_task_new (self, self->drawing, drawn_cb, NULL);
  g_task_set_task_data (task, make_job (self), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, draw_in_thread);
  return G_SOURCE_REMOVE;
}

static void
draw_soon (MpReportPage *self)
{
  if (self->wait_source == 0)
    self->wait_source = g_timeout_add (self->drawn == NULL ? 0 : WAIT_MS, draw_cb, self);
}

static void
option_changed_cb (MpReportPage *self)
{
  guint kind = adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));

  gtk_widget_set_visible (self->sections, kind == MP_REPORT_BENEFITS);
  gtk_widget_set_visible (self->plans, kind == MP_REPORT_BENEFITS && self->plan_checks->len > 0);
  gtk_widget_set_sensitive (self->amounts_row, kind == MP_REPORT_HANDOUT);
  draw_soon (self);
}

static GtkWidget *
add_check (MpReportPage *self, GtkWidget *group, const char *title, gboolean active)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  mp_a11y_check (GTK_CHECK_BUTTON (check));
  mp_a11y_name (check, title); /* after the row has labelled it too, or it is said twice */
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (option_changed_cb), self);
  return check;
}

/* The plans beside the one shown; those that were left out stay so, by name. */
static void
list_plans (MpReportPage *self)
{
  MpCaseModel *model = mp_page_get_model (MP_PAGE (self));
  const MpCase *kase = mp_case_model_get_case (model);
  g_autoptr (GHashTable) left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->plan_checks->len; i++)
    {
      GtkWidget *check = self->plan_checks->pdata[i], *row = gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW);

      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_hash_table_add (left_out, g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))));
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->plans), row);
    }
  g_ptr_array_set_size (self->plan_checks, 0);
  for (guint i = 0; i < kase->n_scenarios; i++)
    {
      GtkWidget *check;

      if (i == mp_case_model_get_scenario (model))
        continue;
      check = add_check (self, self->plans, kase->scenarios[i].name, !g_hash_table_contains (left_out, kase->scenarios[i].name));
      g_object_set_data (G_OBJECT (check), "plan", GUINT_TO_POINTER (i));
      g_ptr_array_add (self->plan_checks, check);
    }
}

static void
mp_report_page_model_changed (MpPage *page)
{
  MpReportPage *self = MP_REPORT_PAGE (page);

  list_plans (self);
  option_changed_cb (self);
}

static void
tell (MpReportPage *self, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (MP_IS_WINDOW (root))
    mp_window_show_bar (MP_WINDOW (root), text);
}

/* A failed write never touches the file that was there. */
static void
tell_unsaved (MpReportPage *self, const char *path, const GError *error)
{
  g_autofree char *text = g_file_test (path, G_FILE_TEST_IS_REGULAR)
                          /* Translators: why */
                          ? g_strdup_printf (_("Not saved, and the file is as it was: %s"), error->message)
                          : g_strdup_printf (_("Not saved: %s"), error->message);

  tell (self, text);
}

typedef gboolean (*WriteFile) (MpReportPage *self, const char *path, GError **error);

/**
 * mp_report_page_write_pdf:
 * @self: the page
 * @path: a file
 * @error: return location
 *
 * Writes the report as the options and the preferences say.
 *
 * Returns: whether it was written
 */
gboolean
mp_report_page_write_pdf (MpReportPage *self, const char *path, GError **error)
{
  g_autoptr (Job) job = make_job (self);

  return mp_report_write (job->kase, job->scenario, job->parameters, &job->options, path, error);
}

static gboolean
write_text (const char *text, const char *path, GError **error)
{
  return text != NULL && g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

static MpProjection *
project (const Job *job, GError **error)
{
  g_autoptr (MpProjection) projection = mp_projection_new ();

  return mp_project (projection, job->kase, job->scenario, job->parameters, MP_PROJECT_DEFAULT, error) ? g_steal_pointer (&projection) : NULL;
}

static gboolean
write_months (MpReportPage *self, MpExportFormat format, const char *path, GError **error)
{
  g_autoptr (Job) job = make_job (self);
  g_autoptr (MpProjection) projection = project (job, error);
  g_autofree char *text = projection != NULL ? mp_export_render (job->kase, projection, MP_EXPORT_MONTHS, format) : NULL;

  return write_text (text, path, error);
}

static gboolean
write_table (MpReportPage *self, const char *path, GError **error)
{
  return write_months (self, MP_EXPORT_CSV, path, error);
}

static gboolean
write_data (MpReportPage *self, const char *path, GError **error)
{
  return write_months (self, MP_EXPORT_JSON, path, error);
}

static gboolean
write_calendar (MpReportPage *self, const char *path, GError **error)
{
  g_autoptr (Job) job = make_job (self);
  g_autoptr (MpProjection) projection = project (job, error);
  const MpCalendarOptions options = { .language = job->language, .hide_amounts = job->options.hide_amounts };
  g_autofree char *text = projection != NULL ? mp_calendar_render (job->kase, projection, &options, error) : NULL;

  return write_text (text, path, error);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, MpReportPage *self)
{
  WriteFile write = (WriteFile) g_object_get_data (G_OBJECT (dialog), "write");

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);
      g_autoptr (GError) error = NULL;

      if (path == NULL)
        tell (self, _("This can be saved in a folder of this computer only."));
      else if (!write (self, path, &error))
        tell_unsaved (self, path, error);
      else if (write == mp_report_page_write_pdf)
        report_made (self);
    }
  g_clear_object (&self->chooser);
}

static void
save (MpReportPage *self, const char *title, const char *name, WriteFile write)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_object_set_data (G_OBJECT (self->chooser), "write", (gpointer) write);
  g_signal_connect (self->chooser, "response", G_CALLBACK (save_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpReportPage *self = MP_REPORT_PAGE (widget);

  if (g_str_equal (action, "report.table"))
    save (self, _("Save the table"), _("months.csv"), write_table);
  else if (g_str_equal (action, "report.data"))
    save (self, _("Save the months as data"), _("months.json"), write_data);
  else if (g_str_equal (action, "report.calendar"))
    save (self, _("Save the calendar"), _("calendar.ics"), write_calendar);
  else
    save (self, _("Save the report"), _("report.pdf"), mp_report_page_write_pdf);
}

static void
hand_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (MP_REPORT_PAGE (widget)->kind), MP_REPORT_HANDOUT);
}

static void
print_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, GPtrArray *pages)
{
  cairo_surface_t *surface = pages->pdata[number];
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context), scale;
  cairo_rectangle_t page;

  cairo_recording_surface_get_extents (surface, &page);
  if ((page.width > page.height) != (width > height))
    {
      cairo_translate (cr, width, 0);
      cairo_rotate (cr, G_PI / 2);
      scale = MIN (height / page.width, width / page.height);
    }
  else
    scale = MIN (width / page.width, height / page.height);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
}

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, MpReportPage *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tell (self, error->message);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    report_made (self);
  g_clear_object (&self->printing);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpReportPage *self = MP_REPORT_PAGE (widget);
  g_autoptr (Job) job = make_job (self);
  g_autoptr (GError) error = NULL;
  GPtrArray *pages = mp_report_pages (job->kase, job->scenario, job->parameters, &job->options, &error);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper;

  if (pages == NULL)
    {
      tell (self, error->message);
      return;
    }
  paper = gtk_paper_size_new (job->options.paper == MP_PAPER_A4 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  g_clear_object (&self->printing);
  self->printing = gtk_print_operation_new ();
  gtk_print_operation_set_default_page_setup (self->printing, setup);
  gtk_print_operation_set_n_pages (self->printing, (int) pages->len);
  gtk_print_operation_set_use_full_page (self->printing, TRUE);
  gtk_print_operation_set_unit (self->printing, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (self->printing, _("Milepost report"));
  g_object_set_data_full (G_OBJECT (self->printing), "pages", pages, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (self->printing, "draw-page", G_CALLBACK (print_page_cb), pages);
  g_signal_connect_object (self->printing, "done", G_CALLBACK (print_done_cb), self, 0);
  gtk_print_operation_run (self->printing, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}

/* A word of the settings as the number of its row. */
typedef struct { const char *words[4]; } Words;
static const Words language_words = { { "", "en", "es" } }, paper_words = { { "letter", "a4" } }, colour_words = { { "color", "grey", "contrast" } };

static gboolean
word_to_row (GValue *value, GVariant *variant, gpointer data)
{
  const Words *words = data;

  for (guint i = 0; i < G_N_ELEMENTS (words->words) && words->words[i] != NULL; i++)
    if (g_str_equal (words->words[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
row_to_word (const GValue *value, const GVariantType *type, gpointer data)
{
  const Words *words = data;
  guint i = g_value_get_uint (value);

  return i < G_N_ELEMENTS (words->words) && words->words[i] != NULL ? g_variant_new_string (words->words[i]) : NULL;
}

static void
bind_settings (MpReportPage *self)
{
  GSettings *settings = mp_settings_get ();
  const struct { GtkWidget *row; const char *key; const Words *words; } rows[] = {
    { self->language, "report-language", &language_words }, { self->paper, "report-paper", &paper_words },
    { self->colours, "report-colors", &colour_words },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_settings_bind_with_mapping (settings, rows[i].key, rows[i].row, "selected", G_SETTINGS_BIND_DEFAULT, word_to_row, row_to_word,
                                  (gpointer) rows[i].words, NULL);
  g_settings_bind (settings, "report-large-print", self->large_print, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "report-name", self->show_name, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "report-amounts", self->show_amounts, "active", G_SETTINGS_BIND_DEFAULT);
}

static void
section_toggled_cb (MpReportPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  guint chosen = chosen_sections (self);

  for (MpSection i = 0; i < MP_N_SECTIONS; i++)
    if (!(chosen & (1u << i)))
      g_strv_builder_add (builder, mp_section_key (i));
  keys = g_strv_builder_end (builder);
  g_settings_set_strv (mp_settings_get (), "report-left-out", (const char *const *) keys);
}

static void
list_sections (MpReportPage *self)
{
  g_auto (GStrv) left_out = g_settings_get_strv (mp_settings_get (), "report-left-out");

  for (MpSection i = 0; i < MP_N_SECTIONS; i++)
    {
      self->section_check[i] = add_check (self, self->sections, mp_section_title (i), !g_strv_contains ((const char *const *) left_out, mp_section_key (i)));
      g_signal_connect_swapped (self->section_check[i], "toggled", G_CALLBACK (section_toggled_cb), self);
    }
}

static void
mp_report_page_dispose (GObject *object)
{
  MpReportPage *self = MP_REPORT_PAGE (object);

  g_clear_handle_id (&self->wait_source, g_source_remove);
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_object (&self->chooser);
  g_clear_object (&self->printing);
  g_clear_pointer (&self->drawn, g_ptr_array_unref);
  g_clear_pointer (&self->plan_checks, g_ptr_array_unref);
  g_clear_pointer (&self->change_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mp_report_page_parent_class)->dispose (object);
}

static void
mp_report_page_class_init (MpReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MP_TYPE_TAB_STOP);
  G_OBJECT_CLASS (klass)->dispose = mp_report_page_dispose;
  MP_PAGE_CLASS (klass)->model_changed = mp_report_page_model_changed;
  MP_PAGE_CLASS (klass)->view_changed = show_changes;
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "report.table", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "report.data", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "report.calendar", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "report.hand-out", NULL, hand_out_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/report-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpReportPage, name)
  BIND (flap); BIND (pdf_button); BIND (print_button); BIND (options_button); BIND (count); BIND (stack); BIND (pages); BIND (empty);
  BIND (kind); BIND (language); BIND (paper); BIND (colours); BIND (large_print); BIND (show_name); BIND (show_amounts); BIND (amounts_row); BIND (changes);
  BIND (plans); BIND (sections); BIND (table_button); BIND (data_button); BIND (calendar_button);
#undef BIND
}

static void
mp_report_page_init (MpReportPage *self)
{
  const struct { GtkWidget **widget; const char *name; } names[] = {
    { &self->pdf_button, N_("Save PDF") }, { &self->print_button, N_("Print") }, { &self->options_button, N_("What is in the report") },
    { &self->table_button, N_("Table for a spreadsheet (CSV)") }, { &self->data_button, N_("Months for another program (JSON)") },
    { &self->calendar_button, N_("Calendar of reporting dates (.ics)") },
    { &self->large_print, N_("Large print") }, { &self->show_name, N_("Show the name") }, { &self->show_amounts, N_("Show the person's amounts") },
    { &self->pages, N_("Pages of the report") },
  };
  GtkWidget *combos[4], *switches[3];

  self->plan_checks = g_ptr_array_new ();
  self->change_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    mp_a11y_name (*names[i].widget, _(names[i].name));
  bind_settings (self);
  list_sections (self);
  combos[0] = self->kind;
  combos[1] = self->language;
  combos[2] = self->paper;
  combos[3] = self->colours;
  for (guint i = 0; i < G_N_ELEMENTS (combos); i++)
    {
      mp_a11y_choice (combos[i]);
      g_signal_connect_swapped (combos[i], "notify::selected", G_CALLBACK (option_changed_cb), self);
    }
  switches[0] = self->large_print;
  switches[1] = self->show_name;
  switches[2] = self->show_amounts;
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_signal_connect_swapped (switches[i], "notify::active", G_CALLBACK (option_changed_cb), self);
}
