/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-en-table.h"

#include "mp-a11y.h"
#include "mp-en-account.h"
#include "mp-settings.h"
#include "mp-table.h"
#include "mp-typed.h"
#include "mp-widgets.h"
#include "mp-words.h"
#include "mp-wrap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MpEnTable:
 *
 * The account of a provider, payment by payment. A click on a row, or Enter, goes to its month; the state of its request is a
 * note of the case. Control and C copy all rows as text, and a file takes them as CSV.
 */
struct _MpEnTable {
  AdwBin parent_instance;
  GtkWidget *table, *providers, *state_label, *state, *save;
  MpCaseModel *model;
  MpCaseView *view;
  GtkStringList *names;       /* providers of the plan */
  GArray *lines;              /* (nullable): MpEnLine of the provider shown */
  MpMoney cost;               /* of a person a month; 0: nobody typed one, and the column is left out */
  GtkFileChooserNative *chooser;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MpEnTable, mp_en_table, ADW_TYPE_BIN)

enum { MONTH, CODE, REQUIREMENT, GROSS, PERCENT, SHARE, COST, NET, RUNNING, STATE, N_COLUMNS };
static const char *const titles[] = {
  N_("Month"), N_("Code"), N_("Requirement"), N_("Gross"), N_("Share %"), N_("To the person"), N_("Staff cost"), N_("Net"),
  N_("Running total"), N_("Status"), NULL
};

static guint
n_columns (MpEnTable *self)
{
  return self->cost != 0 ? N_COLUMNS : N_COLUMNS - 1;
}

/* Which of the columns stands in a place of the table. */
static guint
column_at (MpEnTable *self, guint place)
{
  return self->cost == 0 && place >= COST ? place + 1 : place;
}

static const MpProjection *
shown (MpEnTable *self)
{
  return mp_case_model_get_projection (self->model, mp_case_model_get_scenario (self->model));
}

static const char *
provider (MpEnTable *self)
{
  const guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->providers));

  return i != GTK_INVALID_LIST_POSITION ? gtk_string_list_get_string (self->names, i) : NULL;
}

static const MpEnLine *
line_at (MpEnTable *self, guint row)
{
  return self->lines != NULL && row < self->lines->len ? &g_array_index (self->lines, MpEnLine, row) : NULL;
}

/* Hundredths of a percent as people write them: "10 %", "12.5 %" */
static char *
percent_text (gint percent)
{
  g_autofree char *text = mp_money_to_string (percent); /* two decimals, like an amount */

  for (char *end = text + strlen (text) - 1; *end == '0' || *end == '.'; end--)
    {
      const gboolean point = *end == '.';

      *end = '\0';
      if (point)
        break;
    }
  return g_strconcat (text, "\302\240%", NULL);
}

static char *
cell (gpointer data, guint row, guint place)
{
  MpEnTable *self = data;
  const MpEnLine *line = line_at (self, row);
  const MpProjection *projection = shown (self);
  const gboolean something = line != NULL && line->code.kind != MP_TICKET_CODE_NONE;

  if (line == NULL || projection == NULL)
    return g_strdup ("");
  if (!something && line->share == 0 && column_at (self, place) >= GROSS && column_at (self, place) <= NET && column_at (self, place) != COST &&
      (column_at (self, place) != NET || line->cost == 0))
    return g_strdup (""); /* nothing comes in or goes out */
  switch (column_at (self, place))
    {
    case MONTH:
      return mp_month_to_display (line->month, TRUE);
    case CODE:
      return something ? mp_words_ticket_title (line->code) : g_strdup ("");
    case REQUIREMENT:
      return line->prior ? g_strdup (_("Paid before")) : mp_words_en_requirement (projection, line->month, line->code);
    case GROSS:
      return line->unknown ? g_strdup (_("no rate is known")) : mp_words_money (line->gross, line->estimated);
    case PERCENT:
      return line->percent != 0 ? percent_text (line->percent) : g_strdup ("");
    case SHARE:
      return mp_words_money (line->share, line->estimated && line->share != 0);
    case COST:
      return line->cost != 0 ? mp_words_money (line->cost, FALSE) : g_strdup ("");
    case NET:
      return mp_words_money (line->net, line->estimated);
    case RUNNING:
      return mp_words_money (line->running, mp_words_is_estimated (projection, mp_projection_month (projection, (guint) (line->month - projection->start)),
                                                                   MP_COLUMN_EN_TOTAL));
    case STATE:
    default:
      return g_strdup (something ? mp_words_request_state (line->state) : "");
    }
}

/* The first payment of the cursor's month. */
static const MpEnLine *
line_of_cursor (MpEnTable *self)
{
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    if (line_at (self, i)->month == mp_case_view_get_cursor (self->view) && line_at (self, i)->payment != NULL)
      return line_at (self, i);
  return NULL;
}

static void
show_state (MpEnTable *self)
{
  const MpEnLine *line = line_of_cursor (self);
  g_autofree char *month = mp_month_to_display (mp_case_view_get_cursor (self->view), TRUE);
  g_autofree char *code = line != NULL ? mp_words_ticket_code (line->code) : NULL;
  /* Translators: a month and what is paid for it */
  g_autofree char *text = line != NULL ? g_strdup_printf (_("%1$s, %2$s:"), month, code) : g_strdup_printf (_("%s: nothing is paid"), month);
  g_autofree char *name = g_strdup_printf ("%s %s", _("Status"), text);

  gtk_label_set_text (GTK_LABEL (self->state_label), text);
  mp_a11y_name (self->state, name);
  gtk_widget_set_visible (self->state, line != NULL);
  self->updating = TRUE;
  if (line != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->state), line->state);
  self->updating = FALSE;
}

/* The note on a request, as an entry of the case: "/ticket/requests/2"; -1 for none. */
static gint
find_request (MpEnTable *self, const MpEnLine *line)
{
  const MpCase *kase = mp_case_model_get_case (self->model);

  for (guint i = 0; i < kase->ticket.n_requests; i++)
    if (kase->ticket.requests[i].month == line->month && kase->ticket.requests[i].code.kind == line->code.kind &&
        kase->ticket.requests[i].code.number == line->code.number && g_strcmp0 (kase->ticket.requests[i].provider, provider (self)) == 0)
      return (gint) i;
  return -1;
}

static void
state_chosen_cb (MpEnTable *self)
{
  static const char *const words[] = { "projected", "claimed", "paid" };
  const guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state));
  const MpEnLine *line = line_of_cursor (self);
  const gint found = line != NULL ? find_request (self, line) : -1;
  const gint n = found >= 0 ? found : (gint) mp_case_model_get_case (self->model)->ticket.n_requests;
  g_autofree char *place = g_strdup_printf ("/ticket/requests/%d", n), *month = g_strconcat (place, "/month", NULL);
  g_autofree char *code = g_strconcat (place, "/code", NULL), *who = g_strconcat (place, "/provider", NULL);
  g_autofree char *state = g_strconcat (place, "/state", NULL);
  char when[MP_MONTH_TEXT_SIZE], what[MP_TICKET_CODE_TEXT_SIZE];

  if (self->updating || line == NULL || chosen >= G_N_ELEMENTS (words) || chosen == line->state)
    return;
  {
    const MpFactChange gone = { place, NULL };
    const MpFactChange changes[] = {
      { "/ticket/requests/-", NULL }, { month, mp_month_to_text (line->month, when) }, { code, mp_ticket_code_to_text (line->code, what) },
      { who, provider (self) }, { state, words[chosen] },
    };

    if (chosen == MP_REQUEST_PROJECTED && found >= 0)
      mp_case_model_change (self->model, &gone, 1, _("State of a request"), NULL);
    else
      mp_case_model_change (self->model, changes + (found >= 0), G_N_ELEMENTS (changes) - (found >= 0), _("State of a request"), NULL);
  }
}

static void
row_activated_cb (MpTable *table, guint row, MpEnTable *self)
{
  if (line_at (self, row) != NULL)
    mp_case_view_set_cursor (self->view, line_at (self, row)->month);
}

static void
append_quoted (GString *text, const char *one)
{
  g_auto (GStrv) parts = g_strsplit (one, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (text, "\"%s\"", doubled);
}

/**
 * mp_en_table_to_text:
 * @self: a table
 * @csv: with commas and quotes, rather than with tabs
 *
 * Returns: (transfer full): all rows with their titles, for a spreadsheet
 */
char *
mp_en_table_to_text (MpEnTable *self, gboolean csv)
{
  GString *text = g_string_new (NULL);
  const guint n = n_columns (self), rows = self->lines != NULL ? self->lines->len : 0;

  for (guint row = 0; row <= rows; row++)
    for (guint place = 0; place < n; place++)
      {
        g_autofree char *one = row > 0 ? cell (self, row - 1, place) : g_strdup (_(titles[column_at (self, place)]));

        if (csv)
          append_quoted (text, one);
        else
          g_string_append (text, one);
        g_string_append (text, place + 1 < n ? csv ? "," : "\t" : csv ? "\r\n" : "\n");
      }
  return g_string_free (text, FALSE);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *text = mp_en_table_to_text (MP_EN_TABLE (widget), FALSE);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, MpEnTable *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *text = mp_en_table_to_text (self, TRUE);
      GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
      g_autoptr (GError) error = NULL;

      g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, &error);
      if (overlay != NULL)
        adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (error != NULL ? error->message : _("The rows are in the file.")));
    }
  g_clear_object (&self->chooser);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpEnTable *self = MP_EN_TABLE (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save the rows"), GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("payments.csv"));
  g_signal_connect (self->chooser, "response", G_CALLBACK (file_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/**
 * mp_en_cost:
 *
 * Returns: what a person costs the EN a month, as the preferences have it; 0: nobody said
 */
MpMoney
mp_en_cost (void)
{
  g_autofree char *text = g_settings_get_string (mp_settings_get (), "en-cost");
  MpMoney cost;

  return mp_money_parse_typed (text, &cost) && cost > 0 ? cost : 0;
}

static void
add_name (GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], name))
      return;
  g_ptr_array_add (names, (gpointer) name);
}

/* Whoever has the Ticket in the plan, or is paid for it, in this order. */
static void
show_providers (MpEnTable *self, const MpProjection *projection)
{
  const MpCase *kase = mp_case_model_get_case (self->model);
  const MpScenarioTicket *plan = &kase->scenarios[mp_case_model_get_scenario (self->model)].ticket;
  g_autofree char *last = g_strdup (provider (self));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint chosen = 0;

  for (guint i = 0; i < plan->n_assignments; i++)
    if (plan->assignments[i].provider != NULL)
      add_name (names, plan->assignments[i].provider);
  for (guint i = 0; projection != NULL && i < projection->payments->len; i++)
    if (g_array_index (projection->payments, MpTicketPayment, i).provider != NULL)
      add_name (names, g_array_index (projection->payments, MpTicketPayment, i).provider);
  chosen = names->len > 0 ? names->len - 1 : 0;
  for (guint i = 0; i < names->len; i++)
    if (g_strcmp0 (names->pdata[i], last) == 0)
      chosen = i;
  g_ptr_array_add (names, NULL);
  self->updating = TRUE;
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), (const char *const *) names->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->providers), chosen);
  self->updating = FALSE;
  gtk_widget_set_visible (self->providers, names->len > 2);
}

static void
show_lines (MpEnTable *self)
{
  const MpProjection *projection = shown (self);
  const char *headings[N_COLUMNS + 1] = { NULL };

  self->cost = mp_en_cost ();
  for (guint place = 0; place < n_columns (self); place++)
    headings[place] = _(titles[column_at (self, place)]);
  g_clear_pointer (&self->lines, g_array_unref);
  if (projection != NULL && provider (self) != NULL)
    self->lines = mp_en_account (mp_case_model_get_case (self->model), projection, provider (self), self->cost);
  mp_table_set (MP_TABLE (self->table), headings, self->lines != NULL ? self->lines->len : 0);
  show_state (self);
}

static void
provider_chosen_cb (MpEnTable *self)
{
  if (!self->updating)
    show_lines (self);
}

/**
 * mp_en_table_show:
 * @self: a table
 *
 * Shows the present figures of the plan shown.
 */
void
mp_en_table_show (MpEnTable *self)
{
  g_clear_pointer (&self->lines, g_array_unref); /* of the projection before */
  if (mp_case_model_get_case (self->model)->n_scenarios == 0)
    return;
  show_providers (self, shown (self));
  show_lines (self);
}

static void
mp_en_table_dispose (GObject *object)
{
  MpEnTable *self = MP_EN_TABLE (object);

  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (mp_en_table_parent_class)->dispose (object);
}

static void
mp_en_table_finalize (GObject *object)
{
  g_clear_pointer (&MP_EN_TABLE (object)->lines, g_array_unref);
  g_clear_object (&MP_EN_TABLE (object)->names);
  G_OBJECT_CLASS (mp_en_table_parent_class)->finalize (object);
}

static void
mp_en_table_class_init (MpEnTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_en_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_en_table_finalize;
  gtk_widget_class_install_action (widget_class, "en.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "en.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "en.copy", NULL);
}

static void
add_tools (MpEnTable *self, GtkWidget *wrap)
{
  const char *const states[] = { mp_words_request_state (MP_REQUEST_PROJECTED), mp_words_request_state (MP_REQUEST_CLAIMED),
                                 mp_words_request_state (MP_REQUEST_PAID), NULL };
  GtkWidget *copy = gtk_button_new_with_label (_("Copy")), *state = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->names = gtk_string_list_new (NULL);
  self->providers = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->names)), NULL);
  mp_drop_down_shorten (GTK_DROP_DOWN (self->providers));
  mp_a11y_name (self->providers, _("Provider"));
  self->state_label = gtk_label_new (NULL);
  self->state = gtk_drop_down_new_from_strings (states);
  mp_a11y_name (self->state, _("Status"));
  gtk_box_append (GTK_BOX (state), self->state_label);
  gtk_box_append (GTK_BOX (state), self->state);
  self->save = gtk_button_new_with_label (_("Save as CSV…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "en.copy");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "en.save");
  gtk_widget_set_tooltip_text (copy, _("All rows, with tabs between the cells (Ctrl+C)"));
  mp_a11y_name (copy, _("Copy the rows"));
  mp_a11y_name (self->save, _("Save as CSV…"));
  mp_wrap_append (MP_WRAP (wrap), self->providers);
  mp_wrap_append (MP_WRAP (wrap), state);
  mp_wrap_append (MP_WRAP (wrap), copy);
  mp_wrap_append (MP_WRAP (wrap), self->save);
  g_signal_connect_swapped (self->providers, "notify::selected", G_CALLBACK (provider_chosen_cb), self);
  g_signal_connect_swapped (self->state, "notify::selected", G_CALLBACK (state_chosen_cb), self);
}

static void
mp_en_table_init (MpEnTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *wrap = mp_wrap_new (6);

  self->table = mp_table_new (cell, NULL, self, _("What the EN is paid"));
  mp_table_set_words (MP_TABLE (self->table), 1u << CODE | 1u << REQUIREMENT);
  add_tools (self, wrap);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->table);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), wrap);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect (self->table, "row-activated", G_CALLBACK (row_activated_cb), self);
}

/**
 * mp_en_table_new:
 * @model: the case; must outlive the table
 * @view: what the pages look at; must outlive the table
 *
 * Returns: (transfer floating): the table, empty until mp_en_table_show()
 */
GtkWidget *
mp_en_table_new (MpCaseModel *model, MpCaseView *view)
{
  MpEnTable *self = g_object_new (MP_TYPE_EN_TABLE, NULL);

  self->model = model;
  self->view = view;
  g_signal_connect_object (view, "notify::cursor", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
