/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-en-table.h"

#include "mp-caseload.h"
#include "mp-settings.h"
#include "mp-table.h"
#include "mp-typed.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/**
 * MpEnTable:
 *
 * A row a month for the provider that has the Ticket last. A click on a row, or Enter, goes to its month;
 * Control and C copy all rows as text.
 */
struct _MpEnTable {
  AdwBin parent_instance;
  GtkWidget *table;
  MpCaseModel *model;
  MpCaseView *view;
  MpCaseload *caseload;
  const MpCaseloadProvider *provider; /* the caseload's */
  MpMoney cost;                       /* of a person a month; 0: nobody typed one, and the column is left out */
};

G_DEFINE_FINAL_TYPE (MpEnTable, mp_en_table, ADW_TYPE_BIN)

enum { MONTH, WHAT, GROSS, SHARE, COST, NET, RUNNING, N_COLUMNS };
static const char *const titles[] = {
  N_("Month"), N_("For what"), N_("From Social Security"), N_("To the person"), N_("Staff cost"), N_("Net"), N_("Running total"), NULL
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

/* All that is paid for the month, to whomever. */
static char *
what (const MpProjection *projection, MpMonth month)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const MpMonthRow *row;

  if (month < projection->start || month >= projection->start + (MpMonth) projection->n_months)
    return g_strdup ("");
  row = mp_projection_month (projection, (guint) (month - projection->start));
  for (guint k = 0; k < row->ticket.n_payments; k++)
    {
      g_autofree char *code = mp_words_ticket_code (mp_projection_payments (projection, row)[k].code);

      g_string_append_printf (text, "%s%s", k > 0 ? ", " : "", code);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
cell (gpointer data, guint row, guint place)
{
  MpEnTable *self = data;
  const MpCaseloadSum *sum;
  MpMonth month;

  if (self->provider == NULL || row >= self->provider->months->len)
    return g_strdup ("");
  sum = &g_array_index (self->provider->months, MpCaseloadSum, row);
  month = self->provider->first + (MpMonth) row;
  switch (column_at (self, place))
    {
    case MONTH:
      return mp_month_to_display (month, TRUE);
    case WHAT:
      return what (shown (self), month);
    case GROSS:
      return mp_words_money (sum->gross, sum->estimated && sum->gross != 0);
    case SHARE:
      return mp_words_money (sum->share, sum->estimated && sum->share != 0);
    case COST:
      return sum->cost != 0 ? mp_words_money (sum->cost, FALSE) : g_strdup ("");
    case NET:
      return mp_words_money (sum->net, sum->estimated && sum->gross != 0);
    case RUNNING:
    default:
      return mp_words_money (sum->running, self->provider->total.estimated && sum->running != 0);
    }
}

static void
row_activated_cb (MpTable *table, guint row, MpEnTable *self)
{
  if (self->provider != NULL)
    mp_case_view_set_cursor (self->view, self->provider->first + (MpMonth) row);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpEnTable *self = MP_EN_TABLE (widget);
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n = n_columns (self);

  for (guint place = 0; place < n; place++)
    g_string_append_printf (text, "%s%c", _(titles[column_at (self, place)]), place + 1 < n ? '\t' : '\n');
  for (guint row = 0; self->provider != NULL && row < self->provider->months->len; row++)
    for (guint place = 0; place < n; place++)
      {
        g_autofree char *one = cell (self, row, place);

        g_string_append_printf (text, "%s%c", one, place + 1 < n ? '\t' : '\n');
      }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static MpMoney
cost_of_a_person (void)
{
  g_autofree char *text = g_settings_get_string (mp_settings_get (), "en-cost");
  MpMoney cost;

  return mp_money_parse_typed (text, &cost) && cost > 0 ? cost : 0;
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
  const MpCase *kase = mp_case_model_get_case (self->model);
  const MpProjection *projection = shown (self);
  const guint scenario = mp_case_model_get_scenario (self->model);
  const MpScenarioTicket *plan = scenario < kase->n_scenarios ? &kase->scenarios[scenario].ticket : NULL;
  const char *headings[N_COLUMNS + 1] = { NULL };
  GPtrArray *providers;

  self->cost = cost_of_a_person ();
  for (guint place = 0; place < n_columns (self); place++)
    headings[place] = _(titles[column_at (self, place)]);
  self->provider = NULL;
  g_clear_pointer (&self->caseload, mp_caseload_free);
  if (projection != NULL && plan != NULL && plan->n_assignments > 0)
    {
      self->caseload = mp_caseload_new (plan->assignments[plan->n_assignments - 1].provider, self->cost);
      mp_caseload_add (self->caseload, kase, projection);
      providers = mp_caseload_providers (self->caseload);
      self->provider = providers->len > 0 ? providers->pdata[0] : NULL;
    }
  mp_table_set (MP_TABLE (self->table), headings, self->provider != NULL ? self->provider->months->len : 0);
}

static void
mp_en_table_finalize (GObject *object)
{
  g_clear_pointer (&MP_EN_TABLE (object)->caseload, mp_caseload_free);
  G_OBJECT_CLASS (mp_en_table_parent_class)->finalize (object);
}

static void
mp_en_table_class_init (MpEnTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mp_en_table_finalize;
  gtk_widget_class_install_action (widget_class, "en.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "en.copy", NULL);
}

static void
mp_en_table_init (MpEnTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->table = mp_table_new (cell, NULL, self, _("What the EN is paid"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->table);
  adw_bin_set_child (ADW_BIN (self), scrolled);
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
  return GTK_WIDGET (self);
}
