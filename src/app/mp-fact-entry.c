/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-fact-entry.h"

#include "mp-a11y.h"
#include "mp-help.h"
#include "mp-ssn.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  MpCaseModel *model;
  char *pointer;
  char *title;
  char *subtitle; /* (nullable) */
  MpEditFact fact;
  GtkWidget *widget;
  GtkWidget *row; /* (nullable) */
  GtkLabel *problem; /* (nullable): shared by the facts of an entry of a list */
  gboolean with_none; /* of a choice: the first word is for none of them */
  gboolean updating;
  gulong projected;
} Fact;

static void
fact_free (gpointer data)
{
  Fact *self = data;

  g_signal_handler_disconnect (self->model, self->projected);
  g_object_unref (self->model);
  g_free (self->pointer);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

static Fact *
fact_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "mp-fact");
}

static Fact *
fact_new (MpCaseModel *model, const char *pointer, const char *title, GtkWidget *widget)
{
  Fact *self = g_new0 (Fact, 1);

  self->model = g_object_ref (model);
  self->pointer = g_strdup (pointer);
  self->title = g_strdup (title);
  self->widget = widget;
  if (!mp_edit_look (mp_case_model_get_case (model), pointer, &self->fact))
    g_critical ("no case file has %s", pointer);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  mp_a11y_name (widget, title);
  g_object_set_data_full (G_OBJECT (widget), "mp-fact", self, fact_free);
  return self;
}

static char *
fact_text (Fact *self)
{
  return mp_edit_get (mp_case_model_get_case (self->model), self->pointer);
}

static void
show_problem (Fact *self, const char *message)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
  if (message != NULL)
    gtk_widget_add_css_class (self->widget, "error");
  else
    gtk_widget_remove_css_class (self->widget, "error");
  if (self->row != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), message != NULL ? message : self->subtitle);
  else if (self->problem != NULL)
    {
      gboolean mine = g_object_get_data (G_OBJECT (self->problem), "mp-fact") == self;

      if (message == NULL && !mine)
        return;
      gtk_label_set_text (self->problem, message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
      g_object_set_data (G_OBJECT (self->problem), "mp-fact", message != NULL ? self : NULL);
    }
  else
    gtk_widget_set_tooltip_text (self->widget, message);
}

/* FALSE: refused, and the row says why. */
static gboolean
set_fact (Fact *self, const char *text)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  gboolean taken;

  self->updating = TRUE;
  taken = mp_case_model_set_fact (self->model, self->pointer, text, self->title, problems);
  self->updating = FALSE;
  show_problem (self, taken || problems->len == 0 ? NULL : ((MpProblem *) problems->pdata[0])->message);
  return taken;
}

static void
show_text (Fact *self)
{
  g_autofree char *display = NULL;

  /* What could not be taken stays to be mended. */
  if (self->updating || mp_case_model_get_pending (self->model, self->pointer) != NULL)
    return;
  display = mp_edit_display (mp_case_model_get_case (self->model), self->pointer);
  self->updating = TRUE;
  if (!g_str_equal (display, gtk_editable_get_text (GTK_EDITABLE (self->widget))))
    gtk_editable_set_text (GTK_EDITABLE (self->widget), display);
  self->updating = FALSE;
  show_problem (self, NULL);
}

/* A name is kept key by key, but not the first eight digits of a number that the ninth makes a Social
 * Security number: such a text waits until the field is left. */
static gboolean
waits (Fact *self, const char *text)
{
  return g_str_has_suffix (self->pointer, "/name") && mp_ssn_begins (text);
}

static void
entry_changed_cb (GtkEditable *entry, Fact *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (!self->updating && !waits (self, text))
    set_fact (self, text);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, Fact *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget))));

  if (waits (self, text))
    set_fact (self, text);
  mp_case_model_end_visit (self->model);
  show_text (self);
}

static gboolean
month_at (MpCaseModel *model, const char *pointer, MpMonth *month)
{
  g_autofree char *text = mp_edit_get (mp_case_model_get_case (model), pointer);

  return text != NULL && mp_month_parse (text, month);
}

/* What an arrow puts into an empty month: what goes with it, as Part B begins with Part A; else the month of the BPQY,
 * or the last month that it knows. */
static MpMonth
first_guess (Fact *self, gboolean up)
{
  static const struct { const char *pointer, *as; } same[] = {
    { "/ssdi/filed", "/ssdi/entitled_from" }, { "/ssdi/medicare/part_b/from", "/ssdi/medicare/part_a_from" },
    { "/ssi/history/since", "/ssi/eligible_from" }, { "/ssi/living/0/from", "/ssi/eligible_from" },
  };
  const MpCase *kase = mp_case_model_get_case (self->model);
  MpMonth month;

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (g_str_equal (self->pointer, same[i].pointer) && month_at (self->model, same[i].as, &month))
      return month;
  month = kase->bpqy.present && kase->bpqy.dated.month != MP_MONTH_NONE ? kase->bpqy.dated.month : kase->projection.start;
  return up ? month : month - 1;
}

/* Up and Down by a month, with Page by a year; in an empty entry they begin with the month that is likely. */
static gboolean
month_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, Fact *self)
{
  g_autofree char *old = fact_text (self);
  gint step = key == GDK_KEY_Up ? 1 : key == GDK_KEY_Down ? -1 : key == GDK_KEY_Page_Up ? 12 : key == GDK_KEY_Page_Down ? -12 : 0;
  char text[MP_MONTH_TEXT_SIZE];
  MpMonth month;

  if (step == 0)
    return FALSE;
  if (!mp_month_parse (old, &month))
    {
      if (*gtk_editable_get_text (GTK_EDITABLE (self->widget)) != '\0')
        return FALSE;
      gtk_editable_set_text (GTK_EDITABLE (self->widget), mp_month_to_text (first_guess (self, step > 0), text));
      return TRUE;
    }
  if (set_fact (self, mp_month_to_text (month + step, text)))
    show_text (self);
  return TRUE;
}

/**
 * mp_fact_entry_new:
 * @model: the case
 * @pointer: which fact
 * @title: what it is called
 *
 * Returns: (transfer floating): an entry that shows and changes the fact
 */
GtkWidget *
mp_fact_entry_new (MpCaseModel *model, const char *pointer, const char *title)
{
  GtkWidget *entry = gtk_entry_new ();
  Fact *self = fact_new (model, pointer, title, entry);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), self->fact.kind == MP_EDIT_TEXT ? 14 : 12);
  gtk_widget_add_css_class (entry, "numeric");
  if (!self->fact.required)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), g_str_has_suffix (pointer, "/to") ? _("and on") : _("not asked"));
  g_object_bind_property (model, "read-only", entry, "editable", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  show_text (self);
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (entry, focus);
  if (self->fact.kind == MP_EDIT_MONTH)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect (keys, "key-pressed", G_CALLBACK (month_key_cb), self);
      gtk_widget_add_controller (entry, keys);
    }
  self->projected = g_signal_connect_swapped (model, "projected", G_CALLBACK (show_text), self);
  return entry;
}

static void
show_switch (Fact *self)
{
  g_autofree char *text = fact_text (self);

  if (self->updating)
    return;
  self->updating = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->widget), g_strcmp0 (text, "true") == 0);
  self->updating = FALSE;
}

static void
switched_cb (GtkSwitch *widget, GParamSpec *pspec, Fact *self)
{
  if (self->updating)
    return;
  set_fact (self, gtk_switch_get_active (widget) ? "true" : "false");
  mp_case_model_end_visit (self->model);
}

/**
 * mp_fact_switch_new:
 * @model: the case
 * @pointer: which fact, one of yes or no
 * @title: what it is called
 *
 * Returns: (transfer floating): a switch that shows and changes the fact
 */
GtkWidget *
mp_fact_switch_new (MpCaseModel *model, const char *pointer, const char *title)
{
  GtkWidget *widget = gtk_switch_new ();
  Fact *self = fact_new (model, pointer, title, widget);

  g_object_bind_property (model, "read-only", widget, "sensitive", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  show_switch (self);
  g_signal_connect (widget, "notify::active", G_CALLBACK (switched_cb), self);
  self->projected = g_signal_connect_swapped (model, "projected", G_CALLBACK (show_switch), self);
  return widget;
}

/* The number of a choice among those that are shown. */
static guint
choice_position (Fact *self, const char *text)
{
  guint position = 0;

  for (guint i = 0; self->fact.choices[i] != NULL; i++)
    {
      if (g_strcmp0 (self->fact.choices[i], text) == 0)
        return position;
      position += self->with_none || self->fact.choices[i][0] != '\0';
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
show_choice (Fact *self)
{
  g_autofree char *text = fact_text (self);

  if (self->updating)
    return;
  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->widget), choice_position (self, text));
  self->updating = FALSE;
}

static void
chosen_cb (GtkDropDown *widget, GParamSpec *pspec, Fact *self)
{
  guint selected = gtk_drop_down_get_selected (widget);

  if (self->updating)
    return;
  for (guint i = 0; self->fact.choices[i] != NULL; i++)
    if ((self->with_none || self->fact.choices[i][0] != '\0') && choice_position (self, self->fact.choices[i]) == selected)
      {
        set_fact (self, self->fact.choices[i]);
        break;
      }
  mp_case_model_end_visit (self->model);
}

/* The words of a choice; on the button they give way when there is little room. */
static GtkListItemFactory *
words_factory (gboolean give_way)
{
  static const char text[] =
    "<interface><template class='GtkListItem'><property name='child'><object class='GtkLabel'>"
    "<property name='xalign'>0</property><property name='ellipsize'>%s</property>"
    "<binding name='label'><lookup name='string' type='GtkStringObject'><lookup name='item'>GtkListItem</lookup></lookup></binding>"
    "</object></property></template></interface>";
  g_autofree char *ui = g_strdup_printf (text, give_way ? "end" : "none");
  g_autoptr (GBytes) bytes = g_bytes_new (ui, strlen (ui));

  return gtk_builder_list_item_factory_new_from_bytes (NULL, bytes);
}

/**
 * mp_fact_choice_new:
 * @model: the case
 * @pointer: which fact, one of a choice
 * @title: what it is called
 * @words: (array zero-terminated=1): the words for its choices in their order, untranslated; one more,
 *   the first, for none of them, of a choice that may be left out
 *
 * Returns: (transfer floating): a drop-down that shows and changes the fact
 */
GtkWidget *
mp_fact_choice_new (MpCaseModel *model, const char *pointer, const char *title, const char *const *words)
{
  GtkWidget *widget = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkListItemFactory) on_button = words_factory (TRUE);
  g_autoptr (GtkListItemFactory) in_list = words_factory (FALSE);
  Fact *self = fact_new (model, pointer, title, widget);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (list, _(words[i]));
  gtk_drop_down_set_factory (GTK_DROP_DOWN (widget), on_button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (widget), in_list);
  gtk_drop_down_set_model (GTK_DROP_DOWN (widget), G_LIST_MODEL (list));
  mp_a11y_name (widget, title); /* the row on its button is there only now */
  self->with_none = self->fact.choices[0][0] == '\0' && g_strv_length ((char **) words) == g_strv_length ((char **) self->fact.choices);
  show_choice (self);
  g_signal_connect (widget, "notify::selected", G_CALLBACK (chosen_cb), self);
  self->projected = g_signal_connect_swapped (model, "projected", G_CALLBACK (show_choice), self);
  return widget;
}

/**
 * mp_fact_widget_new:
 * @model: the case
 * @pointer: which fact
 * @title: what it is called
 * @words: (nullable) (array zero-terminated=1): of a choice, the words for its choices, untranslated
 *
 * Returns: (transfer floating): the switch, drop-down or entry for the kind of the fact
 */
GtkWidget *
mp_fact_widget_new (MpCaseModel *model, const char *pointer, const char *title, const char *const *words)
{
  MpEditFact fact;

  mp_edit_look (mp_case_model_get_case (model), pointer, &fact);
  if (fact.kind == MP_EDIT_BOOL)
    return mp_fact_switch_new (model, pointer, title);
  if (words != NULL)
    return mp_fact_choice_new (model, pointer, title, words);
  return mp_fact_entry_new (model, pointer, title);
}

/**
 * mp_fact_widget_set_problem_label:
 * @widget: a widget of this file, outside a row
 * @label: a label, shown while something is wrong with the text; it lives as long as @widget
 */
void
mp_fact_widget_set_problem_label (GtkWidget *widget, GtkLabel *label)
{
  fact_of (widget)->problem = label;
}

/**
 * mp_fact_pointer_of:
 * @widget: (nullable): any widget, such as the one that has the focus
 *
 * Returns: (transfer none) (nullable): which fact it shows, or the widget around it does
 */
const char *
mp_fact_pointer_of (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if ((GTK_IS_ENTRY (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget)) && fact_of (widget) != NULL)
      return fact_of (widget)->pointer;
  return NULL;
}

/* What the word for the fact means, when the pointer rests there; F1 says it too. */
static gboolean
word_tooltip_cb (GtkWidget *row, int x, int y, gboolean keyboard, GtkTooltip *tooltip, Fact *self)
{
  const char *own = gtk_widget_get_tooltip_text (row);
  g_autofree char *sentence = own == NULL ? mp_help_sentence (self->pointer, mp_case_model_get_parameters (self->model)) : NULL;

  if (sentence == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, sentence);
  return TRUE;
}

/**
 * mp_fact_row_get_widget:
 * @row: a row made by mp_fact_row_new()
 *
 * Returns: (transfer none): the widget in it that takes the focus
 */
GtkWidget *
mp_fact_row_get_widget (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "mp-widget");
}

/**
 * mp_fact_row_new:
 * @model: the case
 * @pointer: which fact
 * @title: what it is called
 * @subtitle: (nullable): the BPQY's own words, or what the fact means
 * @words: (nullable) (array zero-terminated=1): of a choice, the words for its choices, untranslated
 *
 * Returns: (transfer floating): a row with the widget for the kind of the fact; what is wrong with the
 *   text stands under the title
 */
GtkWidget *
mp_fact_row_new (MpCaseModel *model, const char *pointer, const char *title, const char *subtitle, const char *const *words)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *widget;
  Fact *self;

  widget = mp_fact_widget_new (model, pointer, title, words);
  self = fact_of (widget);
  g_object_set_data (G_OBJECT (row), "mp-widget", widget);
  self->row = row;
  self->subtitle = g_strdup (subtitle);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  gtk_widget_set_has_tooltip (row, TRUE);
  g_signal_connect (row, "query-tooltip", G_CALLBACK (word_tooltip_cb), self);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE); /* row and widget would be two tab stops */
  return row;
}
