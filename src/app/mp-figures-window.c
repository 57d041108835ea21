/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-figures-window.h"

#include "mp-a11y.h"
#include "mp-figure-view.h"
#include "mp-guide.h"
#include "mp-new-figures.h"
#include "mp-origin.h"
#include "mp-tab-stop.h"
#include "mp-widgets.h"
#include "mp-window.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A row of a table of figures. */
#define MP_TYPE_FIGURE (mp_figure_get_type ())
G_DECLARE_FINAL_TYPE (MpFigureObject, mp_figure, MP, FIGURE, GObject)
struct _MpFigureObject {
  GObject parent_instance;
  const MpParameterRow *row; /* the parameters' */
};
G_DEFINE_FINAL_TYPE (MpFigureObject, mp_figure, G_TYPE_OBJECT)

struct _MpFiguresWindow {
  AdwWindow parent_instance;
  GtkWidget *series, *search, *view, *picture, *empty, *missing, *add_button;
  const MpParameters *parameters;
  MpCaseModel *model; /* (nullable) */
  GListStore *rows;
  GtkStringList *names; /* of the series, in the order of the drop-down */
};

G_DEFINE_FINAL_TYPE (MpFiguresWindow, mp_figures_window, ADW_TYPE_WINDOW)

static const struct { const char *series, *title; } titles[] = {
  { "fbr.individual", N_("Full SSI amount, one person") },
  { "fbr.couple", N_("Full SSI amount, couple") },
  { "sga.non_blind", N_("SGA limit") },
  { "sga.blind", N_("SGA limit, blind") },
  { "twp.monthly", N_("Trial work month, pay over") },
  { "twp.self_employment_hours", N_("Trial work month, hours of self-employment over") },
  { "seie.monthly", N_("Student exclusion, a month") },
  { "seie.annual", N_("Student exclusion, a year") },
  { "cola.percent", N_("Yearly raise, percent") },
  { "medicare_partb.part_b_standard", N_("Medicare Part B, standard premium") },
  { "medicare_partb.part_a_full", N_("Medicare Part A, full premium") },
  { "medicare_partb.part_a_reduced", N_("Medicare Part A, reduced premium") },
  { "exclusions.value", N_("Amounts that SSI does not count") },
  { "ism.vtr_individual", N_("Free rent and food: one third, one person") },
  { "ism.vtr_couple", N_("Free rent and food: one third, couple") },
  { "ism.pmv_individual", N_("Most that free shelter counts, one person") },
  { "ism.pmv_couple", N_("Most that free shelter counts, couple") },
  { "pcb.p1_milestone", N_("Phase 1 milestone") },
  { "pcb.p2_t2", N_("Phase 2 milestone, SSDI") },
  { "pcb.p2_t16", N_("Phase 2 milestone, SSI") },
  { "pcb.outcome_t2", N_("Outcome month, SSDI") },
  { "pcb.outcome_t16", N_("Outcome month, SSI") },
  { "pcb.outcome_only_t2", N_("Outcome-only month, SSDI") },
  { "pcb.outcome_only_t16", N_("Outcome-only month, SSI") },
  { "pcb.pcb_t2", N_("Payment calculation base, SSDI") },
  { "pcb.pcb_t16", N_("Payment calculation base, SSI") },
  { "thresholds_1619b.threshold", N_("Medicaid while working: yearly limit by state") },
  { "state_supplement.supplement", N_("State supplement") },
  { "quarter_of_coverage.amount", N_("Pay for a quarter of coverage") },
  { "awi.awi", N_("National average wage") },
  { "poverty.one_person_annual", N_("Poverty guideline, one person a year") },
  { "fra.years", N_("Full retirement age, years") },
};

static void
mp_figure_class_init (MpFigureObjectClass *klass)
{
}

static void
mp_figure_init (MpFigureObject *self)
{
}

static const char *
series_title (const char *series)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].series, series))
      return _(titles[i].title);
  return series;
}

/* Words for how a figure was found, never colour alone. */
static const char *
badge_text (const MpParameterRow *row)
{
  if (g_str_equal (row->verified, "printed"))
    return _("printed");
  if (g_str_equal (row->verified, "computed"))
    return _("computed");
  if (g_str_equal (row->verified, "secondary"))
    return _("from a second source");
  return _("entered by hand");
}

static const MpProjection *
shown (MpFiguresWindow *self)
{
  return self->model != NULL ? mp_case_model_get_projection (self->model, mp_case_model_get_scenario (self->model)) : NULL;
}

/* The rate of a payment of the series, of the class that the person is in. */
static gboolean
is_rate_of (const MpProjection *projection, const MpTicketPayment *payment, const char *series)
{
  const char *name = payment->code.kind == MP_TICKET_CODE_P1M ? "pcb.p1_milestone"
                     : payment->code.kind == MP_TICKET_CODE_P2M ? projection->ticket.class_t16 ? "pcb.p2_t16" : "pcb.p2_t2"
                     : payment->code.kind == MP_TICKET_CODE_OUT ? projection->ticket.class_t16 ? "pcb.outcome_t16" : "pcb.outcome_t2" : NULL;

  return g_strcmp0 (name, series) == 0;
}

/* In how many months of the open case a figure stands in the reasons, or is the rate of a payment; @first is the first. */
static guint
months_used (MpFiguresWindow *self, const MpParameterRow *row, MpMonth *first)
{
  const MpProjection *projection = shown (self);
  guint n = 0;

  *first = MP_MONTH_NONE;
  for (guint i = 0, entry = 0; projection != NULL && i < projection->n_months; i++)
    {
      const MpMonthRow *month = mp_projection_month (projection, i);
      gboolean used = FALSE;

      for (guint k = 0; k < month->ticket.n_payments && !used; k++)
        used = mp_projection_payments (projection, month)[k].rate_year == mp_month_year (row->from_month) &&
               is_rate_of (projection, &mp_projection_payments (projection, month)[k], row->series);
      while (entry < projection->trace->len && g_array_index (projection->trace, MpTraceEntry, entry).month < month->month)
        entry++;
      for (; entry < projection->trace->len && g_array_index (projection->trace, MpTraceEntry, entry).month == month->month; entry++)
        {
          const MpTraceEntry *reason = &g_array_index (projection->trace, MpTraceEntry, entry);
          MpOrigin origin;

          for (guint v = 0; v < reason->message.n_values && !used; v++)
            used = month->month >= row->from_month && month->month <= row->to_month &&
                   mp_trace_origin (projection, reason, &reason->message.values[v], &origin) && g_strcmp0 (origin.series, row->series) == 0;
        }
      if (used && n++ == 0)
        *first = month->month;
    }
  return n;
}

/* The tables write dollars with two decimals; years, hours and percents have fewer. */
static char *
value_text (const MpParameterRow *row)
{
  const char *point = strchr (row->value, '.');
  MpMoney amount;

  if (point != NULL && strlen (point) == 3 && !g_str_has_suffix (row->series, ".percent") && mp_money_parse (row->value, &amount))
    return mp_words_money (amount, FALSE);
  return g_strdup (row->value);
}

static char *
row_title (const MpParameterRow *row)
{
  /* Translators: when a figure applies: "2026-01-01 to 2026-12-31" */
  g_autofree char *period = *row->to != '\0' ? g_strdup_printf (_("%s to %s"), row->from, row->to)
  /* Translators: from when a figure applies */
                                             : g_strdup_printf (_("from %s"), row->from);

  return g_strdup_printf ("%s%s%s", row->key, *row->key != '\0' ? " · " : "", period);
}

static char *
row_detail (MpFiguresWindow *self, const MpParameterRow *row)
{
  MpMonth first;
  guint n = months_used (self, row, &first);
  g_autofree char *used = NULL;

  if (n > 0)
    /* Translators: %u months of the open case */
    used = g_strdup_printf (ngettext ("used in %u month of this case: show it", "used in %u months of this case: show the first", n), n);
  return g_strdup_printf ("%s · %s%s%s", badge_text (row), row->citation, used != NULL ? " · " : "", used != NULL ? used : "");
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *amount = gtk_label_new (NULL), *title = gtk_label_new (NULL), *detail = gtk_label_new (NULL);

  gtk_widget_add_css_class (amount, "numeric");
  gtk_widget_add_css_class (amount, "heading");
  gtk_label_set_width_chars (GTK_LABEL (amount), 11);
  gtk_label_set_xalign (GTK_LABEL (amount), 1);
  gtk_widget_set_valign (amount, GTK_ALIGN_START);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (box), amount);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MpFiguresWindow *self)
{
  const MpParameterRow *row = ((MpFigureObject *) gtk_list_item_get_item (item))->row;
  GtkWidget *amount = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *words = gtk_widget_get_next_sibling (amount);
  g_autofree char *title = row_title (row), *detail = row_detail (self, row);
  g_autofree char *value = value_text (row);
  g_autofree char *sentence = g_strdup_printf ("%s, %s, %s", value, title, detail);

  gtk_label_set_text (GTK_LABEL (amount), value);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (words)), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (words)), detail);
  mp_a11y_row_name (gtk_list_item_get_child (item), sentence);
}

/* Back to the case: the first month that rests on the figure, and why. */
static void
row_activated_cb (GtkListView *view, guint position, MpFiguresWindow *self)
{
  g_autoptr (MpFigureObject) figure = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  MpMonth first;

  while (parent != NULL && !MP_IS_WINDOW (parent))
    parent = gtk_window_get_transient_for (parent);
  if (figure == NULL || parent == NULL || months_used (self, figure->row, &first) == 0)
    return;
  mp_window_show_page (MP_WINDOW (parent), "projection", first);
  mp_window_show_why (MP_WINDOW (parent));
  gtk_window_present (parent);
}

/* The figure over the years: of several that the list shows, as of states, the first. */
static void
show_picture (MpFiguresWindow *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const char *series = gtk_string_list_get_string (self->names, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->series)));
  const MpProjection *projection = shown (self);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (MpFigureStep));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  MpMonth until = mp_month (g_date_time_get_year (now) + 1, 1);
  g_autofree char *title = NULL;
  const char *key = NULL;

  for (guint i = n; i-- > 0;)
    {
      g_autoptr (MpFigureObject) figure = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      MpFigureStep step = { figure->row->from_month, figure->row->to_month, 0, NULL };

      if (i == n - 1)
        key = ((MpFigureObject *) figure)->row->key;
      if (!g_str_equal (figure->row->key, key) || !mp_money_parse (figure->row->value, &step.value) || step.value < 0)
        continue;
      if (steps->len > 0 && g_array_index (steps, MpFigureStep, steps->len - 1).from >= step.from)
        continue; /* a figure entered by hand for a period that has one: the list shows both */
      g_ptr_array_add (texts, value_text (figure->row));
      step.text = texts->pdata[texts->len - 1];
      g_array_append_val (steps, step);
    }
  if (projection != NULL && projection->n_months > 0)
    until = MAX (until, projection->start + (MpMonth) projection->n_months);
  title = key != NULL && *key != '\0' ? g_strdup_printf ("%s, %s", series_title (series), key) : g_strdup (series != NULL ? series_title (series) : "");
  mp_figure_view_set_steps (MP_FIGURE_VIEW (self->picture), (const MpFigureStep *) (gpointer) steps->data, steps->len, until, title);
}

static gboolean
matches (const MpParameterRow *row, const char *folded)
{
  g_autofree char *text = g_strjoin (" ", row->key, row->from, row->value, row->citation, NULL);
  g_autofree char *all = g_utf8_casefold (text, -1);

  return strstr (all, folded) != NULL;
}

/* Of a figure that is published every year, the first year that lacks it and is asked for. */
static void
show_missing (MpFiguresWindow *self, const char *series)
{
  const MpProjection *projection = shown (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint asked = g_date_time_get_year (now), last = 0;
  gboolean yearly = FALSE;
  g_autofree char *text = NULL;
  guint n;
  const MpParameterRow *rows = mp_parameters_rows (self->parameters, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (rows[i].series, series))
      {
        yearly = rows[i].yearly;
        last = MAX (last, mp_month_year (rows[i].from_month));
      }
  if (projection != NULL && projection->n_months > 0)
    asked = MAX (asked, mp_month_year (projection->start + (MpMonth) projection->n_months - 1));
  if (!yearly)
    last = asked;
  if (last < asked && last + 1 < asked)
    /* Translators: the first and the last year without a figure, the year whose figure is used */
    text = g_strdup_printf (_("≈ %1$d to %2$d: not published where we looked, so that of %3$d is used."), last + 1, asked, last);
  else if (last < asked)
    /* Translators: the year without a figure, the year whose figure is used */
    text = g_strdup_printf (_("≈ %1$d: not published where we looked, so that of %2$d is used."), asked, last);
  gtk_label_set_text (GTK_LABEL (self->missing), text);
  gtk_widget_set_visible (self->missing, text != NULL);
}

/* The newest first. */
static void
update (MpFiguresWindow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->series)), n;
  const char *series = gtk_string_list_get_string (self->names, selected);
  const MpParameterRow *rows = mp_parameters_rows (self->parameters, &n);
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = n; series != NULL && i-- > 0;)
    if (g_str_equal (rows[i].series, series) && matches (&rows[i], folded))
      {
        MpFigureObject *figure = g_object_new (MP_TYPE_FIGURE, NULL);
        figure->row = &rows[i];
        g_ptr_array_add (found, figure);
      }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), found->pdata, found->len);
  gtk_widget_set_visible (self->empty, found->len == 0);
  show_missing (self, series);
  show_picture (self);
}

static void
add_cb (MpFiguresWindow *self)
{
  gtk_window_present (GTK_WINDOW (mp_new_figures_new (GTK_WINDOW (self))));
}

static void
fill_series (MpFiguresWindow *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GtkStringList) shown = gtk_string_list_new (NULL);
  guint n;
  const MpParameterRow *rows = mp_parameters_rows (self->parameters, &n);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      gtk_string_list_append (self->names, titles[i].series);
      gtk_string_list_append (shown, _(titles[i].title));
      g_hash_table_add (seen, (gpointer) titles[i].series);
    }
  for (guint i = 0; i < n; i++)
    if (g_hash_table_add (seen, (gpointer) rows[i].series))
      {
        gtk_string_list_append (self->names, rows[i].series);
        gtk_string_list_append (shown, series_title (rows[i].series));
      }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->series), G_LIST_MODEL (shown));
}

static void
mp_figures_window_dispose (GObject *object)
{
  MpFiguresWindow *self = MP_FIGURES_WINDOW (object);

  g_clear_object (&self->model);
  g_clear_object (&self->rows);
  g_clear_object (&self->names);
  G_OBJECT_CLASS (mp_figures_window_parent_class)->dispose (object);
}

static void
mp_figures_window_class_init (MpFiguresWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MP_TYPE_TAB_STOP);
  g_type_ensure (MP_TYPE_FIGURE_VIEW);
  G_OBJECT_CLASS (klass)->dispose = mp_figures_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/figures-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MpFiguresWindow, series);
  gtk_widget_class_bind_template_child (widget_class, MpFiguresWindow, search);
  gtk_widget_class_bind_template_child (widget_class, MpFiguresWindow, view);
  gtk_widget_class_bind_template_child (widget_class, MpFiguresWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, MpFiguresWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, MpFiguresWindow, missing);
  gtk_widget_class_bind_template_child (widget_class, MpFiguresWindow, add_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mp_figures_window_init (MpFiguresWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  mp_dialog_fit_text (GTK_WINDOW (self));
  self->rows = g_list_store_new (MP_TYPE_FIGURE);
  self->names = gtk_string_list_new (NULL);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), selection);
  g_object_unref (factory);
  g_object_unref (selection);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  g_signal_connect (self->view, "activate", G_CALLBACK (row_activated_cb), self);
  mp_a11y_name (self->series, _("Figure"));
  mp_a11y_name (self->search, _("Search these figures"));
  mp_a11y_name (self->view, _("Figures"));
  mp_a11y_name (self->add_button, _("Add a figure"));
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_cb), self);
  mp_guide_set_topic (GTK_WIDGET (self), "figures");
}

/**
 * mp_figures_window_new:
 * @parent: the window it belongs to
 * @parameters: the published figures, which outlive it
 * @model: (nullable): the open case
 *
 * Returns: (transfer none): the window, not yet shown
 */
GtkWidget *
mp_figures_window_new (GtkWindow *parent, const MpParameters *parameters, MpCaseModel *model)
{
  MpFiguresWindow *self = g_object_new (MP_TYPE_FIGURES_WINDOW, "transient-for", parent, "application", gtk_window_get_application (parent), NULL);

  self->parameters = parameters;
  self->model = model != NULL ? g_object_ref (model) : NULL;
  fill_series (self);
  g_signal_connect_swapped (self->series, "notify::selected", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (update), self);
  mp_figures_window_show (self, "sga.non_blind");
  return GTK_WIDGET (self);
}

/**
 * mp_figures_window_set_parameters:
 * @self: the window
 * @parameters: the figures from now on
 */
void
mp_figures_window_set_parameters (MpFiguresWindow *self, const MpParameters *parameters)
{
  g_list_store_remove_all (self->rows);
  self->parameters = parameters;
  update (self);
}

/**
 * mp_figures_window_show:
 * @self: the window
 * @series: "sga.blind", as in mp_parameters_rows()
 */
void
mp_figures_window_show (MpFiguresWindow *self, const char *series)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->names)); i++)
    if (g_str_equal (gtk_string_list_get_string (self->names, i), series))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->series), i);
  update (self);
}
