/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-month-table.h"

#include "mp-a11y.h"
#include "mp-widgets.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

struct _MpMonthTable {
  AdwBin parent_instance;
  GtkWidget *table, *columns_button, *fold;
  GtkSingleSelection *selection;
  GtkCustomFilter *filter;
  MpCaseModel *model;
  MpCaseView *view;
  gboolean following; /* the selection is being set, not chosen */
};

G_DEFINE_FINAL_TYPE (MpMonthTable, mp_month_table, ADW_TYPE_BIN)

/* What most people ask for; the others are one menu away. */
static const gboolean shown_at_first[MP_N_COLUMNS] = {
  [MP_COLUMN_MONTH] = TRUE, [MP_COLUMN_PAY] = TRUE, [MP_COLUMN_SSDI] = TRUE, [MP_COLUMN_SSI] = TRUE,
  [MP_COLUMN_SHARE] = TRUE, [MP_COLUMN_EXPENSES] = TRUE, [MP_COLUMN_NET] = TRUE, [MP_COLUMN_EN] = TRUE,
};

static gboolean
is_words (MpColumn column)
{
  return column == MP_COLUMN_MONTH || column == MP_COLUMN_SSDI_STATUS || column == MP_COLUMN_SSI_STATUS
         || column == MP_COLUMN_HEALTH || column == MP_COLUMN_TICKET;
}

static const MpProjection *
shown (MpMonthTable *self)
{
  return mp_case_model_get_projection (self->model, mp_case_model_get_scenario (self->model));
}

static gboolean
is_folded (MpMonthTable *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->fold));
}

/* The last month of the run of equal months that begins with this one. */
static guint
end_of_run (const MpProjection *projection, guint i)
{
  while (i + 1 < projection->n_months && mp_words_same (projection, i, i + 1))
    i++;
  return i;
}

static char *
cell_text (MpMonthTable *self, MpMonth month, MpColumn column)
{
  const MpProjection *projection = shown (self);
  guint i;

  if (projection == NULL || month < projection->start || month >= projection->start + (MpMonth) projection->n_months)
    return g_strdup ("");
  i = (guint) (month - projection->start);
  if (column == MP_COLUMN_MONTH && is_folded (self) && end_of_run (projection, i) > i)
    return mp_words_period (month, projection->start + (MpMonth) end_of_run (projection, i));
  return mp_words_cell (projection, i, column);
}

/**
 * mp_month_table_to_text:
 * @self: a table
 *
 * The plan on the screen with the columns that are shown, and folded as it is: what a spreadsheet takes when it is pasted.
 *
 * Returns: (transfer full): lines of cells between tabs, the titles first
 */
char *
mp_month_table_to_text (MpMonthTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table)), *months = G_LIST_MODEL (self->selection);
  GString *text = g_string_new (NULL);

  for (guint row = 0; row <= g_list_model_get_n_items (months); row++)
    {
      g_autoptr (MpMonthObject) item = row > 0 ? g_list_model_get_item (months, row - 1) : NULL;

      for (gint i = 0; i < MP_N_COLUMNS; i++)
        {
          g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, (guint) i);
          g_autofree char *cell = item != NULL ? cell_text (self, mp_month_object_get_month (item), (MpColumn) i) : NULL;

          if (gtk_column_view_column_get_visible (column))
            g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", cell != NULL ? cell : mp_words_column ((MpColumn) i));
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
copy_cb (MpMonthTable *self)
{
  g_autofree char *text = mp_month_table_to_text (self);
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (_("The table is copied, as it is shown.")));
}

static void
cell_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_words (GPOINTER_TO_INT (column)) ? 0 : 1);
  if (!is_words (GPOINTER_TO_INT (column)))
    gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR); /* a sign stays before its figure */
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* The first column carries the sentence of the whole row, with each figure under its heading. */
static void
name_row (MpMonthTable *self, GtkListItem *item, MpMonth month)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  for (gint column = 0; column < MP_N_COLUMNS; column++)
    {
      g_autofree char *cell = cell_text (self, month, (MpColumn) column);

      if (column == MP_COLUMN_MONTH)
        g_string_append (sentence, cell);
      else if (cell[0] != '\0')
        g_string_append_printf (sentence, "; %s %s", mp_words_column ((MpColumn) column), cell);
    }
  mp_a11y_row_name (gtk_list_item_get_child (item), sentence->str);
}

static void
cell_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  MpMonthTable *self = g_object_get_data (G_OBJECT (factory), "mp-table");
  MpMonth month = mp_month_object_get_month (gtk_list_item_get_item (item));
  g_autofree char *text = cell_text (self, month, GPOINTER_TO_INT (column));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  if (GPOINTER_TO_INT (column) == MP_COLUMN_MONTH)
    name_row (self, item, month);
}

static void
align_titles (GtkWidget *table)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (table));

  for (gint i = 0; i < MP_N_COLUMNS && title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    if (!is_words (i))
      mp_heading_over_figures (title);
}

static void
add_columns (MpMonthTable *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) copy = g_simple_action_new ("copy", NULL);
  g_autoptr (GMenu) menu = g_menu_new (), section = g_menu_new ();

  for (gint i = 0; i < MP_N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_autoptr (GPropertyAction) action = NULL;
      g_autofree char *name = g_strdup_printf ("column-%d", i), *full = g_strdup_printf ("columns.column-%d", i);

      g_object_set_data (G_OBJECT (factory), "mp-table", self);
      g_signal_connect (factory, "setup", G_CALLBACK (cell_setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (cell_bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (mp_words_column ((MpColumn) i), factory);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_column_set_visible (column, shown_at_first[i]);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (self->table), column);
      if (i == MP_COLUMN_MONTH)
        continue;
      action = g_property_action_new (name, column, "visible");
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
      g_menu_append (menu, mp_words_column ((MpColumn) i), full);
    }
  align_titles (self->table);
  g_signal_connect_swapped (copy, "activate", G_CALLBACK (copy_cb), self);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (copy));
  g_menu_append (section, _("Copy the table"), "columns.copy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (actions));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->columns_button), G_MENU_MODEL (menu));
}

static gboolean
begins_run (gpointer item, gpointer data)
{
  MpMonthTable *self = data;
  const MpProjection *projection = shown (self);
  guint i;

  if (!is_folded (self) || projection == NULL)
    return TRUE;
  i = (guint) (mp_month_object_get_month (item) - projection->start);
  return i == 0 || i >= projection->n_months || !mp_words_same (projection, i - 1, i);
}

static void
fold_toggled_cb (GtkToggleButton *button, MpMonthTable *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  mp_month_table_show_cursor (self);
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, MpMonthTable *self)
{
  MpMonthObject *item = gtk_single_selection_get_selected_item (selection);

  if (!self->following && item != NULL)
    mp_case_view_set_cursor (self->view, mp_month_object_get_month (item));
}

/**
 * mp_month_table_show_cursor:
 * @self: a table
 *
 * Selects the month of the cursor, or the run of equal months that holds it.
 */
void
mp_month_table_show_cursor (MpMonthTable *self)
{
  GListModel *months = G_LIST_MODEL (self->selection);
  MpMonth cursor = mp_case_view_get_cursor (self->view);
  guint n = g_list_model_get_n_items (months), found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MpMonthObject) item = g_list_model_get_item (months, i);

      if (mp_month_object_get_month (item) > cursor)
        break;
      found = i;
    }
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->following = FALSE;
  if (found != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (self->table))
    gtk_widget_activate_action (gtk_widget_get_last_child (self->table), "list.scroll-to-item", "u", found);
}

/**
 * mp_month_table_bind:
 * @self: a table
 * @model: the case
 * @view: what the pages look at
 */
void
mp_month_table_bind (MpMonthTable *self, MpCaseModel *model, MpCaseView *view)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table));
  g_autoptr (GtkColumnViewColumn) paid = g_list_model_get_item (columns, MP_COLUMN_PAID);
  GtkFilterListModel *filtered;

  self->model = model;
  self->view = view;
  self->filter = gtk_custom_filter_new (begins_run, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (mp_case_model_get_months (model)), GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
  gtk_column_view_column_set_visible (paid, mp_case_model_get_case (model)->n_paid > 0);
}

/* Rows cost time at each movement of a slider, so there are none while nobody sees them. */
static void
mp_month_table_map (GtkWidget *widget)
{
  MpMonthTable *self = MP_MONTH_TABLE (widget);

  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->table), GTK_SELECTION_MODEL (self->selection));
  GTK_WIDGET_CLASS (mp_month_table_parent_class)->map (widget);
  mp_month_table_show_cursor (self);
}

static void
mp_month_table_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mp_month_table_parent_class)->unmap (widget);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (MP_MONTH_TABLE (widget)->table), NULL);
}

static void
mp_month_table_dispose (GObject *object)
{
  MpMonthTable *self = MP_MONTH_TABLE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (mp_month_table_parent_class)->dispose (object);
}

static void
mp_month_table_class_init (MpMonthTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_month_table_dispose;
  widget_class->map = mp_month_table_map;
  widget_class->unmap = mp_month_table_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/month-table.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpMonthTable, name)
  BIND (table); BIND (columns_button); BIND (fold);
#undef BIND
}

static void
mp_month_table_init (MpMonthTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mp_a11y_name (self->table, _("Month by month"));
  mp_a11y_name (self->fold, _("Fold equal months"));
  mp_a11y_name (self->columns_button, _("Columns"));
  add_columns (self);
  g_signal_connect (self->fold, "toggled", G_CALLBACK (fold_toggled_cb), self);
}
