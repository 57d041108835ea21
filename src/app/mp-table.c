/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* MpTable: a GtkColumnView of rows that are only numbers, each cell asked for by row and column. GTK 4.8 makes every row a
 * tab stop; this is one (the arrow keys move inside), and its rows are named by all their cells.
 */

#include "mp-table.h"

#include "mp-a11y.h"
#include "mp-widgets.h"

#include <string.h>

/* The headings, which may have two lines, and a row: GTK gives the rows less than nothing when there is not room for both. */
#define LEAST_HEIGHT 90

struct _MpTable {
  GtkWidget parent_instance;
  GtkWidget *view;
  GtkWidget *scrolled; /* around the view; NULL: it does not scroll by itself */
  GtkStringList *rows;            /* as many entries as rows; the texts come from `cell` */
  MpTableCell cell;
  MpTableMenu menu, mark;
  gpointer data;
  char **titles;
  gboolean movable;
  guint words; /* bit i: column i is of words */
  guint two_lines; /* bit i: what is after the comma has a line of its own */
  gint dragged; /* the row that is being dragged; -1: none */
};

enum { ROW_ACTIVATED, ROW_MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpTable, mp_table, GTK_TYPE_WIDGET)

static gboolean
has_words (MpTable *self, guint column)
{
  return column < 32 && (self->words & (1u << column)) != 0;
}

/* "Plan: 1  20 hours. Cash, 36 months: $67,225.00." */
static char *
row_sentence (MpTable *self, guint row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; self->titles[i] != NULL; i++)
    {
      g_autofree char *cell = self->cell (self->data, row, i);

      if (*cell != '\0')
        g_string_append_printf (text, "%s%s: %s.", i > 0 ? " " : "", self->titles[i], cell);
    }
  return g_string_free (text, FALSE);
}

/* The number of the row that a widget of the view shows, -1 for a heading. */
static gint
row_of (GtkWidget *widget)
{
  GtkWidget *label = mp_label_in (widget);
  GtkListItem *item = label != NULL ? g_object_get_data (G_OBJECT (label), "mp-item") : NULL;

  return item != NULL ? (gint) gtk_list_item_get_position (item) : -1;
}

/* Its own parts that show a row take the focus: look for that of a row. */
static GtkWidget *
find_row (GtkWidget *widget, gint row)
{
  GtkWidget *found = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget"))
    return row_of (widget) == row ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_row (child, row);
  return found;
}

static void
move_row (MpTable *self, gint from, gint to)
{
  const gint n = (gint) g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (from >= 0 && to >= 0 && from < n && to < n && from != to)
    g_signal_emit (self, signals[ROW_MOVED], 0, (guint) from, (guint) to);
}

/* The row that has the focus goes up or down, and keeps the focus. */
static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpTable *self = MP_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gint row, to;

  while (focus != NULL && focus != widget && !g_str_equal (G_OBJECT_TYPE_NAME (focus), "GtkListItemWidget"))
    focus = gtk_widget_get_parent (focus);
  if (!self->movable || focus == NULL || focus == widget || (row = row_of (focus)) < 0)
    return;
  to = row + g_variant_get_int32 (parameter);
  move_row (self, row, to);
  focus = find_row (self->view, CLAMP (to, 0, (gint) g_list_model_get_n_items (G_LIST_MODEL (self->rows)) - 1));
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, MpTable *self)
{
  self->dragged = row_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  return gdk_content_provider_new_typed (G_TYPE_INT, self->dragged);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, MpTable *self)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, MpTable *self)
{
  self->dragged = -1;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, MpTable *self)
{
  if (self->dragged < 0) /* a row of another table */
    return FALSE;
  move_row (self, self->dragged, row_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target))));
  return TRUE;
}

/* A row is dragged by its name, and dropped on the name of another. */
static void
make_movable (MpTable *self, GtkWidget *label)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_cursor_from_name (label, "grab");
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MpTable *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "mp-column"));

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 || has_words (self, column) ? 0 : 1);
  if (column > 0 && !has_words (self, column))
    gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR); /* a sign stays before its figure */
  gtk_widget_add_css_class (label, "numeric");
  if (column > 0 && !has_words (self, column))
    gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  if (has_words (self, column))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
    }
  if (column == 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 15);
      if (self->mark != NULL)
        {
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_lines (GTK_LABEL (label), 2);
          gtk_widget_set_hexpand (label, TRUE);
        }
      g_object_set_data (G_OBJECT (label), "mp-item", item);
      if (self->movable)
        make_movable (self, label);
    }
  gtk_list_item_set_child (item, column == 0 && self->mark != NULL ? gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9) : label);
  if (column == 0 && self->mark != NULL)
    gtk_box_append (GTK_BOX (gtk_list_item_get_child (item)), label);
}

/* The row that is shown here now has a mark of its own. */
static void
renew_mark (MpTable *self, GtkWidget *box, guint row)
{
  GtkWidget *label = gtk_widget_get_last_child (box);

  if (gtk_widget_get_first_child (box) != label)
    gtk_box_remove (GTK_BOX (box), gtk_widget_get_first_child (box));
  gtk_box_prepend (GTK_BOX (box), self->mark (self->data, row, g_list_model_get_n_items (G_LIST_MODEL (self->rows))));
}

/* "−$584.50, Jun 2027" with the month below. */
static const char *
in_two_lines_at_comma (char *text)
{
  char *comma = strrchr (text, ',');

  if (comma != NULL && comma[1] == ' ')
    {
      memmove (comma + 1, comma + 2, strlen (comma + 1));
      *comma = '\n';
    }
  return text;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MpTable *self)
{
  GtkWidget *label = mp_label_in (gtk_list_item_get_child (item));
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "mp-column")), row = gtk_list_item_get_position (item);
  g_autofree char *text = self->cell (self->data, row, column), *sentence = NULL;

  gtk_label_set_text (GTK_LABEL (label), (self->two_lines >> MIN (column, 31) & 1) != 0 ? in_two_lines_at_comma (text) : text);
  if (has_words (self, column))
    gtk_widget_set_tooltip_text (label, text);
  if (column > 0)
    return;
  if (self->mark != NULL)
    renew_mark (self, gtk_list_item_get_child (item), row);
  sentence = row_sentence (self, row);
  mp_a11y_row_name (label, sentence);
}

static void
bind_menu_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MpTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  gtk_list_item_set_child (item, self->menu (self->data, gtk_list_item_get_position (item), n));
}

static void
unbind_menu_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MpTable *self)
{
  gtk_list_item_set_child (item, NULL);
}

static void
activate_cb (GtkColumnView *view, guint row, MpTable *self)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

/* A heading of several words takes two lines, so that narrow columns stay narrow. */
static char *
in_two_lines (const char *title)
{
  char *text = g_strdup (title), *best = NULL;
  const char *middle = text + strlen (text) / 2;

  for (char *c = text; strlen (text) > 10 && *c != '\0'; c++)
    if (*c == ' ' && (best == NULL || ABS (c - middle) < ABS (best - middle)))
      best = c;
  if (best != NULL)
    *best = '\n';
  return text;
}

static void
add_column (MpTable *self, const char *title, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;
  g_autofree char *heading = in_two_lines (title);

  if (column == G_MAXUINT)
    {
      g_signal_connect (factory, "bind", G_CALLBACK (bind_menu_cb), self);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_menu_cb), self);
    }
  else
    {
      g_object_set_data (G_OBJECT (factory), "mp-column", GUINT_TO_POINTER (column));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
    }
  added = gtk_column_view_column_new (heading, factory);
  gtk_column_view_column_set_expand (added, column != G_MAXUINT);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), added);
}

static void
align_headings (MpTable *self)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (self->view));
  guint column = 0;

  while (title != NULL && (title = gtk_widget_get_next_sibling (title)) != NULL)
    if (!has_words (self, ++column))
      mp_heading_over_figures (title);
}

static void
make_columns (MpTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->view), column);
    }
  for (guint i = 0; self->titles[i] != NULL; i++)
    {
      add_column (self, self->titles[i], i);
      if (i == 0 && self->menu != NULL)
        add_column (self, "", G_MAXUINT);
    }
  align_headings (self);
}

/* One tab stop, Shift+Tab too. */
static gboolean
mp_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && gtk_widget_get_focus_child (widget) != NULL &&
      MP_TABLE (widget)->menu == NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (mp_table_parent_class)->focus (widget, direction);
}

static void
mp_table_dispose (GObject *object)
{
  MpTable *self = MP_TABLE (object);

  g_clear_pointer (self->scrolled != NULL ? &self->scrolled : &self->view, gtk_widget_unparent);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (mp_table_parent_class)->dispose (object);
}

static void
mp_table_finalize (GObject *object)
{
  g_strfreev (MP_TABLE (object)->titles);
  G_OBJECT_CLASS (mp_table_parent_class)->finalize (object);
}

static void
mp_table_class_init (MpTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_table_finalize;
  widget_class->focus = mp_table_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * MpTable::row-activated:
   * @row: its number
   *
   * A row was clicked, or Enter was pressed on it.
   */
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", MP_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * MpTable::row-moved:
   * @from: its number
   * @to: the number it is to have
   *
   * A row was dragged to another, or moved with Alt and Up or Down.
   */
  signals[ROW_MOVED] = g_signal_new ("row-moved", MP_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "table.move", "i", move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "table.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "table.move", "i", 1);
}

static void
mp_table_init (MpTable *self)
{
  GtkSelectionModel *selection;

  self->rows = gtk_string_list_new (NULL);
  self->dragged = -1;
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  self->view = gtk_column_view_new (selection);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_column_view_set_single_click_activate (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "data-table");
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
}

/**
 * mp_table_new:
 * @cell: gives the text of a cell
 * @menu: (nullable): makes a widget behind the first cell of a row
 * @data: for both
 * @name: what the table is, for a screen reader
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
mp_table_new (MpTableCell cell, MpTableMenu menu, gpointer data, const char *name)
{
  MpTable *self = g_object_new (MP_TYPE_TABLE, NULL);

  self->cell = cell;
  self->menu = menu;
  self->data = data;
  mp_a11y_name (self->view, name);
  return GTK_WIDGET (self);
}

/**
 * mp_table_scroll:
 * @self: a table that is not inside a scrolled window
 *
 * Lets the table scroll by itself: of thousands of rows only those that are seen have widgets.
 */
void
mp_table_scroll (MpTable *self)
{
  g_object_ref (self->view);
  gtk_widget_unparent (self->view);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled), (int) (LEAST_HEIGHT * mp_text_scale (GTK_WIDGET (self))));
  g_object_unref (self->view);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * mp_table_set_words:
 * @self: a table that has no rows yet
 * @columns: bit i: column i is of words, which begin at the left and may end in dots; the others are numbers
 */
void
mp_table_set_words (MpTable *self, guint columns)
{
  self->words = columns;
}

/**
 * mp_table_set_two_lines:
 * @self: a table that has no rows yet
 * @columns: bit i: what stands after the last comma in column i goes on a second line, so that the column is narrow
 */
void
mp_table_set_two_lines (MpTable *self, guint columns)
{
  self->two_lines = columns;
}

/**
 * mp_table_set_mark:
 * @self: a table that has no rows yet
 * @mark: makes what stands before the first text of a row
 */
void
mp_table_set_mark (MpTable *self, MpTableMenu mark)
{
  self->mark = mark;
}

/**
 * mp_table_set_movable:
 * @self: a table that has no rows yet
 *
 * Lets rows be dragged by their first cell, and moved with Alt and Up or Down: see #MpTable::row-moved.
 */
void
mp_table_set_movable (MpTable *self)
{
  self->movable = TRUE;
}

/**
 * mp_table_set:
 * @self: a table
 * @titles: (array zero-terminated=1): headings of its columns
 * @n_rows: how many rows
 *
 * Shows the rows anew.
 */
void
mp_table_set (MpTable *self, const char *const *titles, guint n_rows)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_auto (GStrv) rows = g_new0 (char *, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    rows[i] = g_strdup ("");
  if (self->titles == NULL || !g_strv_equal ((const char *const *) self->titles, titles))
    {
      g_strfreev (self->titles);
      self->titles = g_strdupv ((char **) titles);
      gtk_string_list_splice (self->rows, 0, n, NULL);
      n = 0;
      make_columns (self);
    }
  gtk_string_list_splice (self->rows, 0, n, (const char *const *) rows);
}
