/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-rollup-window.h"

#include "mp-a11y.h"
#include "mp-caseload-chart.h"
#include "mp-caseload-write.h"
#include "mp-guide.h"
#include "mp-picture.h"
#include "mp-rollup.h"
#include "mp-settings.h"
#include "mp-table.h"
#include "mp-typed.h"
#include "mp-widgets.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The columns of a month. */
typedef enum { SUM_MONTH, SUM_PEOPLE, SUM_PAYMENTS, SUM_GROSS, SUM_PRIOR, SUM_SHARE, SUM_COST, SUM_NET, SUM_RUNNING, N_SUMS } SumColumn;
typedef enum { DUE_BY, DUE_PERSON, DUE_PAYMENT, DUE_MONTH, DUE_AMOUNT, DUE_MONTHS, DUE_WHAT, N_DUES } DueColumn;

struct _MpRollupWindow {
  AdwWindow parent_instance;
  GtkWidget *export_button, *providers, *sentence, *progress_box, *progress, *stop_button, *stack, *switcher, *empty, *picture, *months_bin, *due_bin;
  GtkWidget *months, *due; /* MpTable */
  MpWindow *window;        /* the parent, which outlives it */
  MpStore *store;
  GCancellable *running;
  MpRollup *rollup;        /* NULL until all are added up */
  const MpCaseloadProvider *provider; /* of @rollup; NULL: none */
  GPtrArray *due_shown;    /* MpRollupDue of @provider */
  MpCaseloadChart *chart;
  MpMonth cursor;
  SumColumn shown[N_SUMS];
  guint n_shown;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (MpRollupWindow, mp_rollup_window, ADW_TYPE_WINDOW)

static const char *const sum_titles[N_SUMS] = {
  N_("Month"), N_("People"), N_("Payments"), N_("From Social Security"), N_("Paid before"), N_("Passed on"), N_("Own cost"), N_("Left"), N_("Running total"),
};

static const char *const needs[] = {
  N_("Proof of pay"), N_("Proof of pay, and that the services of the work plan are done"), N_("The request alone"), N_("That your services helped"),
};

/* Of an amount that is nothing, nothing is estimated. */
static char *
money_cell (MpMoney amount, gboolean estimated)
{
  return mp_words_money (amount, estimated && amount != 0);
}

/* A running total rests on all months up to its own. */
static gboolean
is_estimated_by (const MpCaseloadProvider *provider, guint row)
{
  for (guint i = 0; i <= row && i < provider->months->len; i++)
    if (g_array_index (provider->months, MpCaseloadSum, i).estimated)
      return TRUE;
  return FALSE;
}

static char *
sum_cell (gpointer data, guint row, guint column)
{
  MpRollupWindow *self = data;
  const MpCaseloadProvider *provider = self->provider;
  const gboolean total = provider != NULL && row == provider->months->len;
  const MpCaseloadSum *sum = total ? &provider->total : &g_array_index (provider->months, MpCaseloadSum, row);

  switch (self->shown[column])
    {
    case SUM_MONTH: return total ? g_strdup (_("Total")) : mp_words_short_month (provider->first + (MpMonth) row);
    case SUM_PEOPLE: return g_strdup_printf ("%u", sum->people);
    case SUM_PAYMENTS:
      /* Translators: number of payments, of how many of them no rate is published */
      return sum->unknown > 0 ? g_strdup_printf (_("%1$u (%2$u without a rate)"), sum->payments, sum->unknown) : g_strdup_printf ("%u", sum->payments);
    case SUM_GROSS: return money_cell (sum->gross, sum->estimated);
    case SUM_PRIOR: return money_cell (sum->prior, FALSE);
    case SUM_SHARE: return money_cell (sum->share, sum->estimated);
    case SUM_COST: return money_cell (sum->cost, FALSE);
    case SUM_NET: return money_cell (sum->net, sum->estimated);
    case SUM_RUNNING: return money_cell (sum->running, is_estimated_by (provider, row));
    case N_SUMS:
    default: return g_strdup ("");
    }
}

static char *
due_cell (gpointer data, guint row, guint column)
{
  MpRollupWindow *self = data;
  const MpRollupDue *due = self->due_shown->pdata[row];
  const MpTicketEvidence *evidence = &due->evidence;

  switch ((DueColumn) column)
    {
    case DUE_BY: return mp_date_to_string (evidence->request_by);
    case DUE_PERSON: return g_strdup (due->name[0] != '\0' ? due->name : _("No name"));
    case DUE_PAYMENT: return mp_words_ticket_title (due->payment.code);
    case DUE_MONTH: return mp_words_short_month (evidence->month);
    case DUE_AMOUNT: return due->payment.amount != MP_MONEY_NONE ? mp_words_money (due->payment.amount, due->payment.estimated != 0) : g_strdup (_("no rate known"));
    case DUE_MONTHS: return mp_words_months (evidence->months, evidence->n_months);
    case DUE_WHAT: return g_strdup (_(needs[evidence->need]));
    case N_DUES:
    default: return g_strdup ("");
    }
}

static void
due_activated_cb (MpTable *table, guint row, MpRollupWindow *self)
{
  const MpRollupDue *due = row < self->due_shown->len ? self->due_shown->pdata[row] : NULL;

  if (due != NULL)
    mp_window_open_person (self->window, due->person_id);
}

static void
month_activated_cb (MpTable *table, guint row, MpRollupWindow *self)
{
  self->cursor = self->provider != NULL && row < self->provider->months->len ? self->provider->first + (MpMonth) row : MP_MONTH_NONE;
  gtk_widget_queue_draw (self->picture);
}

/* "$20,165.00 from Social Security by December 2028 for 4 people. $666.00 of it passed on. Last month with a payment: December 2027." */
static char *
make_sentence (const MpCaseloadProvider *provider)
{
  const MpCaseloadSum *total = &provider->total;
  g_autofree char *gross = money_cell (total->gross, total->estimated), *share = money_cell (total->share, total->estimated);
  g_autofree char *end = mp_month_to_display (provider->first + (MpMonth) provider->months->len - 1, TRUE);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  char *text;

  /* Translators: money, a month, a number of people */
  g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%1$s from Social Security by %2$s for %3$u person.",
                                                         "%1$s from Social Security by %2$s for %3$u people.", total->people),
                                               gross, end, total->people));
  if (total->share != 0)
    /* Translators: %s is money */
    g_ptr_array_add (sentences, g_strdup_printf (_("%s of it passed on."), share));
  for (guint i = provider->months->len; i-- > 0;)
    if (g_array_index (provider->months, MpCaseloadSum, i).payments > 0)
      {
        g_autofree char *last = mp_month_to_display (provider->first + (MpMonth) i, TRUE);

        /* Translators: %s is a month */
        g_ptr_array_add (sentences, g_strdup_printf (_("Last month with a payment: %s."), last));
        break;
      }
  g_ptr_array_add (sentences, NULL);
  text = g_strjoinv (" ", (char **) sentences->pdata);
  g_ptr_array_unref (sentences);
  return text;
}

static void
choose_columns (MpRollupWindow *self)
{
  const MpCaseloadSum *total = &self->provider->total;
  const char *titles[N_SUMS + 1] = { NULL };

  self->n_shown = 0;
  for (guint i = 0; i < N_SUMS; i++)
    if ((i != SUM_PRIOR || total->prior != 0) && (i != SUM_COST || total->cost != 0))
      {
        titles[self->n_shown] = _(sum_titles[i]);
        self->shown[self->n_shown++] = (SumColumn) i;
      }
  mp_table_set (MP_TABLE (self->months), titles, self->provider->months->len + 1);
}

static void
show_due (MpRollupWindow *self)
{
  const char *titles[N_DUES + 1] = { _("Send by"), _("Person"), _("Payment"), _("Month"), _("Amount"), _("Months to show"), _("What to send"), NULL };

  g_ptr_array_set_size (self->due_shown, 0);
  for (guint i = 0; i < self->rollup->due->len; i++)
    {
      MpRollupDue *due = self->rollup->due->pdata[i];

      if (g_str_equal (due->payment.provider, self->provider->name))
        g_ptr_array_add (self->due_shown, due);
    }
  mp_table_set (MP_TABLE (self->due), titles, self->due_shown->len);
}

static void
show_provider (MpRollupWindow *self)
{
  GPtrArray *all = self->rollup != NULL ? mp_caseload_providers (self->rollup->caseload) : NULL;
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->providers));
  g_autofree char *sentence = NULL;

  if (all == NULL || selected >= all->len)
    return;
  self->provider = all->pdata[selected];
  self->cursor = MP_MONTH_NONE;
  sentence = make_sentence (self->provider);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  mp_a11y_name (self->picture, sentence);
  choose_columns (self);
  show_due (self);
  mp_caseload_chart_set_provider (self->chart, self->provider);
  gtk_widget_queue_draw (self->picture);
}

/* The provider with most people first. */
static void
show_rollup (MpRollupWindow *self)
{
  GPtrArray *all = mp_caseload_providers (self->rollup->caseload);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint first = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const MpCaseloadProvider *provider = all->pdata[i];

      gtk_string_list_append (names, provider->name);
      if (provider->total.people > ((MpCaseloadProvider *) all->pdata[first])->total.people)
        first = i;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->providers), G_LIST_MODEL (names));
  mp_a11y_name (self->providers, _("Provider"));
  gtk_widget_set_visible (self->providers, all->len > 0);
  gtk_widget_set_visible (self->switcher, all->len > 0);
  gtk_widget_set_sensitive (self->export_button, all->len > 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), all->len > 0 ? "months" : "empty");
  if (all->len == 0)
    return;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->providers), first);
  show_provider (self);
}

static void
show_refused (MpRollupWindow *self)
{
  g_autofree char *text = NULL;

  if (self->rollup->refused == 0)
    return;
  text = g_strdup_printf (ngettext ("%u person is left out: the case cannot be projected.", "%u people are left out: their cases cannot be projected.",
                                    self->rollup->refused), self->rollup->refused);
  mp_window_show_bar (self->window, text);
}

static void
progress_cb (guint done, guint all, gpointer data)
{
  MpRollupWindow *self = data;
  g_autofree char *text = g_strdup_printf (_("%1$u of %2$u people"), done, all);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), all > 0 ? (double) done / all : 1);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress), text);
}

static void
rolled_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpRollupWindow) self = data;
  g_autoptr (GError) error = NULL;
  MpRollup *rollup = mp_rollup_finish (MP_STORE (source), result, &error);

  if (g_cancellable_is_cancelled (self->running) && rollup == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_visible (self->progress_box, FALSE);
  if (rollup == NULL)
    {
      adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), error->message);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
      return;
    }
  self->rollup = rollup;
  show_rollup (self);
  show_refused (self);
}

static void
stop_cb (MpRollupWindow *self)
{
  g_cancellable_cancel (self->running);
}

static char *
write_csv (MpRollupWindow *self)
{
  GString *text = g_string_new (NULL);

  if (!g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "due"))
    {
      mp_caseload_provider_to_csv (text, self->provider);
      return g_string_free (text, FALSE);
    }
  mp_evidence_csv_head (text);
  for (guint i = 0; i < self->due_shown->len; i++)
    {
      const MpRollupDue *due = self->due_shown->pdata[i];
      mp_evidence_to_csv (text, &due->evidence, due->name);
    }
  return g_string_free (text, FALSE);
}

static void
export_response_cb (GtkNativeDialog *dialog, int response, MpRollupWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *csv = write_csv (self);
      g_autoptr (GError) error = NULL;

      if (!g_file_replace_contents (file, csv, strlen (csv), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, &error))
        gtk_label_set_text (GTK_LABEL (self->sentence), error->message);
    }
  g_clear_object (&self->chooser);
}

static void
export_cb (MpRollupWindow *self)
{
  g_autofree char *name = g_strdup_printf ("%s.csv", self->provider->name);

  g_strdelimit (name, "/\\:", '_');
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Export as CSV"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect (self->chooser, "response", G_CALLBACK (export_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  MpRollupWindow *self = data;

  mp_caseload_chart_draw (self->chart, cr, width, height, self->cursor);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, MpRollupWindow *self)
{
  self->cursor = mp_caseload_chart_month_at (self->chart, x);
  gtk_widget_queue_draw (self->picture);
}

static void
update_style (MpRollupWindow *self)
{
  MpChartStyle style;

  mp_picture_style (self->picture, &style);
  mp_caseload_chart_set_style (self->chart, &style);
  gtk_widget_set_size_request (self->picture, -1, (int) mp_caseload_chart_natural_height (self->chart));
  gtk_widget_queue_draw (self->picture);
}

static void
mp_rollup_window_dispose (GObject *object)
{
  MpRollupWindow *self = MP_ROLLUP_WINDOW (object);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->chooser);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mp_rollup_window_parent_class)->dispose (object);
}

static void
mp_rollup_window_finalize (GObject *object)
{
  MpRollupWindow *self = MP_ROLLUP_WINDOW (object);

  g_object_unref (self->running);
  g_ptr_array_unref (self->due_shown);
  mp_caseload_chart_free (self->chart);
  mp_rollup_free (self->rollup);
  G_OBJECT_CLASS (mp_rollup_window_parent_class)->finalize (object);
}

static void
mp_rollup_window_class_init (MpRollupWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_rollup_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_rollup_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/rollup-window.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpRollupWindow, name)
  BIND (export_button); BIND (providers); BIND (sentence); BIND (progress_box); BIND (progress); BIND (stop_button); BIND (stack); BIND (switcher);
  BIND (empty); BIND (picture); BIND (months_bin); BIND (due_bin);
#undef BIND
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mp_rollup_window_init (MpRollupWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  mp_dialog_fit_text (GTK_WINDOW (self));
  self->cursor = MP_MONTH_NONE;
  self->running = g_cancellable_new ();
  self->due_shown = g_ptr_array_new ();
  self->chart = mp_caseload_chart_new ();
  self->months = mp_table_new (sum_cell, NULL, self, _("Months"));
  self->due = mp_table_new (due_cell, NULL, self, _("What can be asked for"));
  mp_table_scroll (MP_TABLE (self->months));
  mp_table_scroll (MP_TABLE (self->due));
  adw_bin_set_child (ADW_BIN (self->months_bin), self->months);
  adw_bin_set_child (ADW_BIN (self->due_bin), self->due);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->picture), draw_cb, self, NULL);
  update_style (self);
  mp_picture_follow_style (GTK_WIDGET (self), G_CALLBACK (update_style));
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->picture, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self->months, "row-activated", G_CALLBACK (month_activated_cb), self);
  g_signal_connect (self->due, "row-activated", G_CALLBACK (due_activated_cb), self);
  g_signal_connect_swapped (self->providers, "notify::selected", G_CALLBACK (show_provider), self);
  g_signal_connect_swapped (self->stop_button, "clicked", G_CALLBACK (stop_cb), self);
  g_signal_connect_swapped (self->export_button, "clicked", G_CALLBACK (export_cb), self);
  g_signal_connect_swapped (self, "hide", G_CALLBACK (g_cancellable_cancel), self->running); /* closed, or the window is locked */
  mp_a11y_name (self->export_button, _("Export as CSV"));
  mp_a11y_name (self->stop_button, _("Stop"));
  mp_a11y_name (self->providers, _("Provider"));
  mp_guide_set_topic (GTK_WIDGET (self), "provider");
}

/**
 * mp_rollup_window_new:
 * @parent: the window of the people
 * @store: the people
 *
 * Begins at once to add up, in a thread.
 *
 * Returns: (transfer none): the window, not yet shown
 */
GtkWidget *
mp_rollup_window_new (MpWindow *parent, MpStore *store)
{
  MpRollupWindow *self = g_object_new (MP_TYPE_ROLLUP_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                                       "application", gtk_window_get_application (GTK_WINDOW (parent)), NULL);
  g_autofree char *text = g_settings_get_string (mp_settings_get (), "en-cost");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  MpMoney cost;

  self->window = parent;
  self->store = g_object_ref (store);
  if (!mp_money_parse_typed (text, &cost) || cost < 0)
    cost = 0;
  mp_rollup_async (store, mp_window_get_parameters (parent), cost, mp_month (g_date_time_get_year (now), g_date_time_get_month (now)),
                   self->running, progress_cb, rolled_up_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
