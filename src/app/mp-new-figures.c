/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-new-figures.h"

#include "mp-a11y.h"
#include "mp-application.h"
#include "mp-guide.h"
#include "mp-overlay.h"
#include "mp-widgets.h"
#include "mp-wrap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST 4 /* figures of a notice */
#define MOST_PROBLEMS 6
#define THRESHOLD "threshold_1619b"

/* What one notice announces together. */
typedef struct {
  const char *title;
  const char *series[MOST];
  const char *amounts[MOST];
} Notice;

static const Notice notices[] = {
  { N_("SGA limit"), { "sga", "sga_blind" }, { N_("A month"), N_("A month, blind") } },
  { N_("Trial work month"), { "twp" }, { N_("Pay over") } },
  { N_("Full SSI amount"), { "fbr", "fbr_couple", "fbr_annual", "fbr_annual_couple" },
    { N_("One person, a month"), N_("Couple, a month"), N_("One person, a year, before rounding"), N_("Couple, a year, before rounding") } },
  { N_("Student exclusion"), { "seie", "seie_annual" }, { N_("A month"), N_("A year") } },
  { N_("Yearly raise (COLA)"), { "cola" }, { N_("Percent, from December") } },
  { N_("Medicare Part B"), { "part_b" }, { N_("Standard premium a month") } },
  { N_("Ticket payments: calculation base"), { "pcb_t2", "pcb_t16" }, { N_("SSDI"), N_("SSI") } },
  { N_("Ticket payments, SSDI"), { "phase1", "phase2_t2", "outcome_t2", "outcome_only_t2" },
    { N_("Phase 1 milestone"), N_("Phase 2 milestone"), N_("Outcome month"), N_("Outcome-only month") } },
  { N_("Ticket payments, SSI"), { "phase1", "phase2_t16", "outcome_t16", "outcome_only_t16" },
    { N_("Phase 1 milestone"), N_("Phase 2 milestone"), N_("Outcome month"), N_("Outcome-only month") } },
  { N_("Medicaid while working: limit of a state"), { THRESHOLD }, { N_("A year") } },
};

/* A line each; more would not be read. */
static char *
all_problems (const GPtrArray *problems, const GError *error)
{
  GString *text = g_string_new (problems->len == 0 ? error->message : NULL);

  for (guint i = 0; i < problems->len && i < MOST_PROBLEMS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((const MpProblem *) g_ptr_array_index (problems, i))->message);
  if (problems->len > MOST_PROBLEMS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", problems->len - MOST_PROBLEMS), problems->len - MOST_PROBLEMS);
    }
  return g_string_free (text, FALSE);
}

/* The figures' name in words: what their notice announces, and which of its amounts it is. */
static char *
figure_title (const MpOverlayRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    for (guint k = 0; k < MOST && notices[i].series[k] != NULL; k++)
      if (g_str_equal (notices[i].series[k], row->series))
        {
          if (row->key[0] != '\0')
            /* Translators: what a figure is, and the state it is for */
            return g_strdup_printf (_("%1$s (%2$s)"), _(notices[i].title), row->key);
          if (notices[i].series[1] == NULL)
            return g_strdup (_(notices[i].title));
          /* Translators: what a notice announces, and which of its amounts */
          return g_strdup_printf (_("%1$s: %2$s"), _(notices[i].title), _(notices[i].amounts[k]));
        }
  return g_strdup (row->series);
}

static char *
kept_amount (const MpOverlayRow *row)
{
  if (g_str_equal (row->series, "twp_hours"))
    return g_strdup_printf ("%" G_GINT64_FORMAT, row->value);
  if (g_str_equal (row->series, "cola"))
    return g_strdup_printf ("%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT " %%", row->value / 100, row->value % 100);
  return mp_money_to_display (row->value);
}

/* What was kept, and what of it looks like a slip. */
static char *
say_kept (const MpOverlay *typed, const MpParameters *figures)
{
  GString *text = g_string_new (NULL);
  guint n;
  const MpOverlayRow *rows = mp_overlay_rows (typed, &n);

  g_string_append_printf (text, ngettext ("%u figure is kept and counts from now on.", "%u figures are kept and count from now on.", n), n);
  for (guint i = 0; i < n; i++)
    {
      gint64 before;

      if (mp_overlay_row_is_strange (&rows[i], figures, &before))
        {
          g_autofree char *title = figure_title (&rows[i]), *now = kept_amount (&rows[i]);

          g_string_append_c (text, '\n');
          /* Translators: what a figure is, its amount */
          g_string_append_printf (text, _("Look again: %1$s, %2$s, is very different from the year before."), title, now);
        }
    }
  return g_string_free (text, FALSE);
}

static void
take (MpParameters *figures)
{
  GApplication *application = g_application_get_default ();

  if (MP_IS_APPLICATION (application))
    mp_application_take_parameters (MP_APPLICATION (application), figures);
  else
    mp_parameters_free (figures);
}

/**
 * mp_new_figures_import:
 * @name: what messages call @csv
 * @csv: figures, as `milepost-cli parameters import` takes them
 * @message: (out): what was kept, or what is wrong and where
 *
 * Keeps figures in the user's own file, all or none, and projects everything with them.
 *
 * Returns: whether they were kept
 */
gboolean
mp_new_figures_import (const char *name, GBytes *csv, char **message)
{
  g_autofree char *path = mp_overlay_default_path ();
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MpOverlay) typed = mp_overlay_parse (name, csv, problems), old = NULL, merged = NULL;
  MpParameters *figures;
  guint n;

  if (typed != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    old = mp_overlay_load (path, problems, &error);
  if (problems->len > 0 || error != NULL)
    {
      *message = all_problems (problems, error);
      return FALSE;
    }
  mp_overlay_rows (typed, &n);
  if (n == 0)
    {
      *message = g_strdup (_("There is no figure in it: each has a line of its own under the names of the columns."));
      return FALSE;
    }
  merged = mp_overlay_merge (old, typed);
  figures = mp_overlay_keep (merged, problems, &error);
  if (figures == NULL)
    {
      *message = all_problems (problems, error);
      return FALSE;
    }
  *message = say_kept (typed, figures);
  take (figures);
  return TRUE;
}

/* The dialog. */
typedef struct {
  GtkWidget *window, *notice, *year, *state_row, *state, *citation, *problem;
  GtkWidget *rows[MOST], *amounts[MOST];
} Dialog;

static void
append_cell (GString *csv, const char *cell)
{
  g_string_append_c (csv, '"');
  for (const char *p = cell; *p != '\0'; p++)
    g_string_append_printf (csv, "%s%c", *p == '"' ? "\"" : "", *p);
  g_string_append_c (csv, '"');
}

/* "$1,740" is 1740. */
static char *
plain_number (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (strchr ("$,% ", *p) == NULL)
      g_string_append_c (plain, *p);
  return g_string_free (plain, FALSE);
}

static GBytes *
dialog_csv (Dialog *self)
{
  const Notice *notice = &notices[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->notice))];
  GString *csv = g_string_new ("series,state,effective_from,value,citation\n");

  for (guint i = 0; i < MOST && notice->series[i] != NULL; i++)
    {
      g_autofree char *value = plain_number (gtk_editable_get_text (GTK_EDITABLE (self->amounts[i])));
      g_autofree char *from = g_strdup_printf ("%s-%s-01", gtk_editable_get_text (GTK_EDITABLE (self->year)),
                                               g_str_equal (notice->series[i], "cola") ? "12" : "01");
      const char *const cells[] = {
        notice->series[i], g_str_equal (notice->series[i], THRESHOLD) ? gtk_editable_get_text (GTK_EDITABLE (self->state)) : "",
        from, value, gtk_editable_get_text (GTK_EDITABLE (self->citation)),
      };

      for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
        {
          append_cell (csv, cells[k]);
          g_string_append_c (csv, k + 1 < G_N_ELEMENTS (cells) ? ',' : '\n');
        }
    }
  return g_string_free_to_bytes (csv);
}

static void
notice_cb (Dialog *self)
{
  const Notice *notice = &notices[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->notice))];

  for (guint i = 0; i < MOST; i++)
    {
      gtk_widget_set_visible (self->rows[i], notice->series[i] != NULL);
      if (notice->series[i] == NULL)
        continue;
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), _(notice->amounts[i]));
      mp_a11y_name (self->amounts[i], _(notice->amounts[i]));
    }
  gtk_widget_set_visible (self->state_row, g_str_equal (notice->series[0], THRESHOLD));
}

static void
add_cb (Dialog *self)
{
  g_autoptr (GBytes) csv = dialog_csv (self);
  g_autofree char *message = NULL;
  gboolean kept = mp_new_figures_import (_("what was typed"), csv, &message);
  char *end = strchr (message, '\n'), *colon = kept ? NULL : strstr (message, ": ");

  if (kept && end == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self->window));
      return;
    }
  /* The first problem is enough, and its line number says nothing here. */
  if (!kept && end != NULL)
    *end = '\0';
  gtk_label_set_text (GTK_LABEL (self->problem), colon != NULL ? colon + 2 : message);
  gtk_widget_set_visible (self->problem, TRUE);
}

static GtkWidget *
add_row (GtkWidget *group, const char *title, GtkWidget *widget)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  mp_a11y_name (widget, title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
entry_new (int width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  return entry;
}

static void
fill_group (Dialog *self, GtkWidget *group)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (now) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    gtk_string_list_append (titles, _(notices[i].title));
  self->notice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  mp_drop_down_shorten (GTK_DROP_DOWN (self->notice));
  add_row (group, _("Figure"), self->notice);
  self->year = entry_new (6);
  gtk_editable_set_text (GTK_EDITABLE (self->year), year);
  add_row (group, _("Year"), self->year);
  self->state = entry_new (8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->state), "WI");
  self->state_row = add_row (group, _("State"), self->state);
  for (guint i = 0; i < MOST; i++)
    {
      self->amounts[i] = entry_new (11);
      self->rows[i] = add_row (group, "", self->amounts[i]);
    }
  self->citation = entry_new (20);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->citation), _("Notice, page and date"));
  add_row (group, _("Where it is published"), self->citation);
}

static GtkWidget *
header_new (Dialog *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_label (_("Cancel")), *add = gtk_button_new_with_label (_("Add"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (add, "suggested-action");
  mp_a11y_name (cancel, _("Cancel"));
  mp_a11y_name (add, _("Add"));
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), self->window);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), add);
  gtk_window_set_default_widget (GTK_WINDOW (self->window), add);
  return header;
}

/**
 * mp_new_figures_new:
 * @parent: the window it belongs to
 *
 * Returns: (transfer none): a dialog that asks for what one notice announces, not yet shown
 */
GtkWidget *
mp_new_figures_new (GtkWindow *parent)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *group = adw_preferences_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->window = adw_window_new ();
  g_object_set_data_full (G_OBJECT (self->window), "mp-dialog", self, g_free);
  gtk_window_set_title (GTK_WINDOW (self->window), _("Add a figure"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_application (GTK_WINDOW (self->window), gtk_window_get_application (parent)); /* for its keys */
  mp_guide_set_topic (self->window, "figures");
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 480, -1);
  mp_dialog_fit_text (GTK_WINDOW (self->window));
  gtk_box_append (GTK_BOX (all), header_new (self));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("As Social Security has published it. It is marked “by hand” wherever it counts."));
  fill_group (self, group);
  self->problem = mp_label_new (NULL, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problem), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is wrong"), -1);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (all), box);
  adw_window_set_content (ADW_WINDOW (self->window), all);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (self->window, keys);
  g_signal_connect_swapped (self->notice, "notify::selected", G_CALLBACK (notice_cb), self);
  notice_cb (self);
  return self->window;
}

/* The rows of the figures that were entered by hand; they are made anew after each import. */
static void
fill_kept (GtkWidget *group)
{
  g_autofree char *path = mp_overlay_default_path ();
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpOverlay) kept = g_file_test (path, G_FILE_TEST_EXISTS) ? mp_overlay_load (path, problems, NULL) : NULL;
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), "mp-rows");
  guint n = 0;
  const MpOverlayRow *all = kept != NULL ? mp_overlay_rows (kept, &n) : NULL;

  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (group), "mp-removal"), n > 0);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *month = mp_month_to_display (all[i].from, TRUE);
      g_autofree char *amount = kept_amount (&all[i]);
      g_autofree char *name = figure_title (&all[i]);
      /* Translators: what a figure is, a month, an amount */
      g_autofree char *title = g_strdup_printf (_("%1$s, from %2$s: %3$s"), name, month, amount);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), all[i].citation);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (rows, row);
    }
}

static void
say (GtkWidget *group, const char *message)
{
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), message);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, GtkWidget *group)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) csv = file != NULL ? g_file_load_bytes (file, NULL, NULL, &error) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL, *message = NULL;

  if (csv != NULL)
    mp_new_figures_import (name, csv, &message);
  if (file != NULL)
    say (group, message != NULL ? message : error->message);
  fill_kept (group);
  g_object_set_data (G_OBJECT (group), "mp-chooser", NULL);
}

static void
import_cb (GtkWidget *group)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Import figures"), GTK_WINDOW (gtk_widget_get_root (group)),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  g_object_set_data_full (G_OBJECT (group), "mp-chooser", chooser, g_object_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), group, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
type_cb (GtkWidget *group)
{
  GtkWidget *dialog = mp_new_figures_new (GTK_WINDOW (gtk_widget_get_root (group)));

  g_signal_connect_object (dialog, "destroy", G_CALLBACK (fill_kept), group, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
removed_cb (GtkWidget *group, const char *response)
{
  g_autoptr (GError) error = NULL;
  MpParameters *figures;

  if (!g_str_equal (response, "remove"))
    return;
  figures = mp_overlay_drop (&error);
  if (figures != NULL)
    take (figures);
  say (group, figures != NULL ? _("The published figures alone count from now on.") : error->message);
  fill_kept (group);
}

static void
remove_cb (GtkWidget *group)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (group)), _("Remove all figures entered by hand?"),
                                              _("Every plan is projected with the published figures alone. The last of them are carried forward, marked ≈."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "remove", _("Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (removed_cb), group, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
button_new (const char *label, GCallback callback, GtkWidget *group)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 3);
  mp_a11y_name (button, label);
  g_signal_connect_swapped (button, "clicked", callback, group);
  return button;
}

/**
 * mp_new_figures_group_new:
 *
 * Returns: (transfer floating): what was entered by hand, and the ways to enter more
 */
GtkWidget *
mp_new_figures_group_new (void)
{
  GtkWidget *group = adw_preferences_group_new (), *buttons = mp_wrap_new (6);
  GtkWidget *removal = button_new (_("Remove all…"), G_CALLBACK (remove_cb), group);

  mp_guide_set_topic (group, "figures");
  g_object_set_data_full (G_OBJECT (group), "mp-rows", g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Entered by hand"));
  say (group, _("January’s figures on the day Social Security publishes them: typed, or from a CSV file with the columns series, state, effective_from, value and citation."));
  mp_wrap_append (MP_WRAP (buttons), button_new (_("Add a figure…"), G_CALLBACK (type_cb), group));
  mp_wrap_append (MP_WRAP (buttons), button_new (_("Import…"), G_CALLBACK (import_cb), group));
  mp_wrap_append (MP_WRAP (buttons), removal);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), buttons);
  g_object_set_data (G_OBJECT (group), "mp-removal", removal);
  fill_kept (group);
  return group;
}
