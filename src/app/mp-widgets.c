/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-widgets.h"

#include "mp-a11y.h"

#include <glib/gi18n-lib.h>

/**
 * mp_label_new:
 * @text: (nullable): what it says
 * @css_class: (nullable): a style of libadwaita: "heading", "dim-label", "caption"
 *
 * Returns: (transfer floating): a label that wraps and begins at the start
 */
GtkWidget *
mp_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * mp_initials_new:
 *
 * Returns: (transfer floating): a round mark for a person, for mp_initials_set_name(): a plain label, since a list
 *   makes 200 of them at once
 */
GtkWidget *
mp_initials_new (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, "initials");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

/**
 * mp_initials_set_name:
 * @initials: a mark
 * @name: whose it is: "Alex", "Maria de la Cruz"
 *
 * Shows the first letters of the first and the last word.
 */
void
mp_initials_set_name (GtkWidget *initials, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 0);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *first = NULL, *last = NULL;

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      {
        first = first != NULL ? first : *word;
        last = *word;
      }
  if (first != NULL)
    g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (first)));
  if (last != first)
    g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (last)));
  gtk_label_set_text (GTK_LABEL (initials), text->str);
}

void
mp_box_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
short_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE); /* "…, from Mar 2027" tells steps apart */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_list_item_set_child (item, label);
}

static void
short_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkDropDown *drop_down)
{
  GtkExpression *expression = gtk_drop_down_get_expression (drop_down);
  GObject *object = gtk_list_item_get_item (item);
  GValue value = G_VALUE_INIT;

  if (expression != NULL && gtk_expression_evaluate (expression, object, &value))
    {
      gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), g_value_get_string (&value));
      g_value_unset (&value);
    }
  else if (GTK_IS_STRING_OBJECT (object))
    {
      gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (GTK_STRING_OBJECT (object)));
    }
}

/**
 * mp_drop_down_shorten:
 * @drop_down: a drop-down of names that people give
 *
 * Lets a long name have dots in its middle on the button, so that it never makes a window wide; the list shows
 * it whole.
 */
void
mp_drop_down_shorten (GtkDropDown *drop_down)
{
  GtkListItemFactory *list = gtk_drop_down_get_factory (drop_down), *button = gtk_signal_list_item_factory_new ();

  g_signal_connect (button, "setup", G_CALLBACK (short_setup_cb), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (short_bind_cb), drop_down);
  gtk_drop_down_set_list_factory (drop_down, list);
  gtk_drop_down_set_factory (drop_down, button);
  g_object_unref (button);
}

static void
wrap_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = mp_label_new (NULL, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (data));
  gtk_list_item_set_child (item, label);
}

/**
 * mp_drop_down_wrap:
 * @drop_down: a drop-down of sentences
 * @chars: as wide as they may be
 *
 * Lets a sentence have more than one line, on the button and in the list.
 */
void
mp_drop_down_wrap (GtkDropDown *drop_down, int chars)
{
  GtkListItemFactory *wrapping = gtk_signal_list_item_factory_new ();

  g_signal_connect (wrapping, "setup", G_CALLBACK (wrap_setup_cb), GINT_TO_POINTER (chars));
  g_signal_connect (wrapping, "bind", G_CALLBACK (short_bind_cb), drop_down);
  gtk_drop_down_set_factory (drop_down, wrapping);
  g_object_unref (wrapping);
}

/**
 * mp_menu_item_new:
 * @title: what it does
 *
 * Returns: (transfer floating): a button that looks as an entry of a menu
 */
GtkWidget *
mp_menu_item_new (const char *title)
{
  GtkWidget *item = gtk_button_new (), *label = mp_label_new (title, NULL);

  gtk_button_set_child (GTK_BUTTON (item), label);
  gtk_button_set_has_frame (GTK_BUTTON (item), FALSE);
  gtk_widget_add_css_class (item, "menu-item");
  mp_a11y_name (item, title);
  return item;
}

static void
plan_selected_cb (GtkDropDown *plans, GParamSpec *pspec, MpCaseModel *model)
{
  if (gtk_drop_down_get_selected (plans) != GTK_INVALID_LIST_POSITION)
    mp_case_model_set_scenario (model, gtk_drop_down_get_selected (plans));
}

static void
show_plan (GtkDropDown *plans, MpCaseModel *model)
{
  g_signal_handlers_block_by_func (plans, plan_selected_cb, model);
  gtk_drop_down_set_selected (plans, mp_case_model_get_scenario (model));
  g_signal_handlers_unblock_by_func (plans, plan_selected_cb, model);
}

static void
projected_cb (MpCaseModel *model, GtkDropDown *plans)
{
  show_plan (plans, model);
}

/**
 * mp_plans_bind:
 * @plans: an empty drop-down
 * @model: the case
 *
 * Lets the drop-down show and choose the plan of the case that is shown.
 */
void
mp_plans_bind (GtkDropDown *plans, MpCaseModel *model)
{
  GtkExpression *name = gtk_property_expression_new (MP_TYPE_SCENARIO_OBJECT, NULL, "name");

  gtk_drop_down_set_expression (plans, name);
  gtk_expression_unref (name);
  mp_drop_down_shorten (plans);
  gtk_drop_down_set_model (plans, mp_case_model_get_scenarios (model));
  mp_a11y_name (GTK_WIDGET (plans), _("Plan"));
  g_signal_connect_object (plans, "notify::selected", G_CALLBACK (plan_selected_cb), model, 0);
  g_signal_connect_object (model, "projected", G_CALLBACK (projected_cb), plans, 0);
  show_plan (plans, model);
}

/**
 * mp_text_scale:
 * @widget: a widget
 *
 * Returns: how large text is: the desktop's size times the program's, 1 for 96 dots an inch, from 0.8 to 2.5
 */
double
mp_text_scale (GtkWidget *widget)
{
  double dpi = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));

  return dpi > 0 ? CLAMP (dpi / 96, 0.8, 2.5) : 1;
}

/**
 * mp_label_in:
 * @widget: a widget
 *
 * Returns: (nullable): the first label in it
 */
GtkWidget *
mp_label_in (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = mp_label_in (child);
  return found;
}

/**
 * mp_heading_over_figures:
 * @title: the title of a column of figures: a child of the first child of a #GtkColumnView
 *
 * Puts the words at the right, over the figures, also where text runs from right to left. GTK 4.8 lets no one ask for
 * that but the label itself.
 */
void
mp_heading_over_figures (GtkWidget *title)
{
  GtkWidget *label = mp_label_in (title);

  if (label == NULL)
    return;
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
}

#define WIDEST 1100
#define HIGHEST 760

/**
 * mp_dialog_fit_text:
 * @window: a dialog that is not shown yet, with the size that it has with text of 100 percent
 *
 * Makes it larger with its text, as far as a common screen goes.
 */
void
mp_dialog_fit_text (GtkWindow *window)
{
  const double scale = MAX (1, mp_text_scale (GTK_WIDGET (window)));
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window, width > 0 ? MIN ((int) (width * scale), MAX (width, WIDEST)) : width,
                               height > 0 ? MIN ((int) (height * scale), MAX (height, HIGHEST)) : height);
}

/**
 * mp_reveal:
 * @revealer: a #GtkRevealer
 * @reveal: whether its child is to be seen
 *
 * What is only folded away would still be read out, so it is invisible, too.
 */
void
mp_reveal (GtkWidget *revealer, gboolean reveal)
{
  gtk_widget_set_visible (revealer, reveal);
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), reveal);
}
