/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-search.h"

#include "mp-a11y.h"
#include "mp-glossary.h"
#include "mp-guide.h"
#include "mp-person.h"
#include "mp-rules.h"
#include "mp-typed.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST 20 /* of a group; who needs more types more */

typedef enum { FOUND_PERSON, FOUND_PLAN, FOUND_MONTH, FOUND_NOTE, FOUND_WORD, FOUND_RULE } FoundKind;

struct _MpSearch {
  AdwWindow parent_instance;
  GtkWidget *search, *list, *nothing;
  MpWindow *window; /* the parent, which outlives it */
  MpStore *store;   /* (nullable) */
  guint n;
};

G_DEFINE_FINAL_TYPE (MpSearch, mp_search, ADW_TYPE_WINDOW)

static void
add_row (MpSearch *self, FoundKind kind, const char *group, const char *title, const char *subtitle, const char *id, gint number)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, group, -1);
  g_object_set_data (G_OBJECT (row), "mp-group", (gpointer) group);
  /* a rule that no month of the case uses says all it can where it stands */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), kind != FOUND_RULE || number != MP_MONTH_NONE);
  g_object_set_data (G_OBJECT (row), "mp-kind", GINT_TO_POINTER (kind));
  g_object_set_data (G_OBJECT (row), "mp-number", GINT_TO_POINTER (number));
  g_object_set_data_full (G_OBJECT (row), "mp-id", g_strdup (id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  self->n++;
}

/* What was found is grouped: each group has a heading. */
static void
head_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = g_object_get_data (G_OBJECT (row), "mp-group");
  GtkWidget *head = NULL;

  if (before == NULL || g_strcmp0 (g_object_get_data (G_OBJECT (before), "mp-group"), group) != 0)
    {
      head = mp_label_new (group, "heading");
      gtk_widget_set_margin_start (head, 12);
      gtk_widget_set_margin_top (head, 9);
      gtk_widget_set_margin_bottom (head, 3);
    }
  gtk_list_box_row_set_header (row, head);
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *all = g_utf8_casefold (text != NULL ? text : "", -1);

  return strstr (all, folded) != NULL;
}

static void
find_people (MpSearch *self, const char *words)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (self->store != NULL)
    entries = mp_store_list (self->store, words, MP_STORE_SHELF_PEOPLE, NULL);
  for (guint i = 0; entries != NULL && i < MIN (entries->len, MOST); i++)
    {
      g_autoptr (MpPerson) person = mp_person_new (entries->pdata[i], MP_MONTH_NONE);
      g_autofree char *detail = mp_person_dup_detail (person);

      add_row (self, FOUND_PERSON, _("Person"), mp_person_get_name (person), detail, mp_person_get_id (person), 0);
    }
}

static void
find_in_case (MpSearch *self, const char *words, const char *folded)
{
  MpCaseModel *model = mp_window_get_model (self->window);
  const MpProjection *projection;
  MpMonth month;

  if (model == NULL)
    return;
  for (guint i = 0; i < mp_case_model_get_case (model)->n_scenarios; i++)
    if (contains (mp_case_model_get_case (model)->scenarios[i].name, folded))
      add_row (self, FOUND_PLAN, _("Plan"), mp_case_model_get_case (model)->scenarios[i].name, NULL, NULL, (gint) i);
  projection = mp_case_model_get_projection (model, mp_case_model_get_scenario (model));
  if (projection != NULL && mp_month_parse_typed (words, &month) && month >= projection->start &&
      month < projection->start + (MpMonth) projection->n_months)
    {
      g_autofree char *text = mp_month_to_display (month, TRUE);
      add_row (self, FOUND_MONTH, _("Month"), text, projection->scenario->name, NULL, month);
    }
}

/* A note goes to its month, or to where it is written. */
static void
find_notes (MpSearch *self, const char *folded)
{
  MpCaseModel *model = mp_window_get_model (self->window);
  const MpCase *kase = model != NULL ? mp_case_model_get_case (model) : NULL;

  for (guint i = 0; kase != NULL && i < kase->n_pinned; i++)
    {
      const MpPinned *note = &kase->pinned[i];
      const gboolean of_plan = note->about != NULL && g_str_has_prefix (note->about, "/scenarios/");
      g_autofree char *place = note->month != MP_MONTH_NONE ? mp_month_to_display (note->month, TRUE) : NULL;
      g_autofree char *pointer = of_plan ? g_strdup (note->about) : g_strdup_printf ("/pinned/%u", i);

      if (contains (note->text, folded))
        add_row (self, FOUND_NOTE, _("Note"), note->text,
                 place != NULL ? place : of_plan ? kase->scenarios[g_ascii_strtoull (note->about + strlen ("/scenarios/"), NULL, 10)].name : _("On the case"),
                 pointer, note->month);
    }
  for (guint i = 0; kase != NULL && i < kase->n_sources; i++)
    if (contains (kase->sources[i].note, folded))
      add_row (self, FOUND_NOTE, _("Note"), kase->sources[i].note, _("On a fact"), kase->sources[i].pointer, MP_MONTH_NONE);
  if (kase != NULL && contains (kase->notes, folded))
    add_row (self, FOUND_NOTE, _("Note"), kase->notes, _("On the case"), "/notes", MP_MONTH_NONE);
}

/* What a word means stands in the row; Enter opens the page of all words. */
static void
find_glossary (MpSearch *self, const char *folded)
{
  guint n, shown = 0;
  const MpGlossaryWord *words = mp_glossary (&n);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const MpMonth month = mp_month (g_date_time_get_year (now), g_date_time_get_month (now));

  for (guint i = 0; i < n && shown < MOST; i++)
    if (contains (words[i].term, folded) || contains (_(words[i].label), folded) ||
        (words[i].formal != NULL && contains (_(words[i].formal), folded)))
      {
        g_autofree char *title = mp_glossary_title (&words[i]);
        g_autofree char *sentence = mp_glossary_sentence (&words[i], mp_window_get_parameters (self->window), month);

        add_row (self, FOUND_WORD, _("Word"), title, sentence, NULL, 0);
        shown++;
      }
}

static void
open_words (MpSearch *self)
{
  g_autofree char *path = mp_guide_find ("words");
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self->window), uri, GDK_CURRENT_TIME);
}

/* The first month of the plan shown whose figures rest on the rule. */
static MpMonth
month_of_rule (MpSearch *self, const char *id)
{
  MpCaseModel *model = mp_window_get_model (self->window);
  const MpProjection *projection = model != NULL ? mp_case_model_get_projection (model, mp_case_model_get_scenario (model)) : NULL;

  for (guint i = 0; projection != NULL && i < projection->trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (projection->trace, MpTraceEntry, i);

      if (entry->month >= projection->start && g_strcmp0 (entry->rule, id) == 0)
        return entry->month;
    }
  return MP_MONTH_NONE;
}

static void
find_rules (MpSearch *self, const char *folded)
{
  guint n, shown = 0;
  const MpRule *rules = mp_rules_all (&n);

  for (guint i = 0; i < n && shown < MOST; i++)
    if (contains (rules[i].id, folded) || contains (_(rules[i].title), folded) || contains (rules[i].citation, folded))
      {
        const MpMonth month = month_of_rule (self, rules[i].id);
        g_autofree char *title = g_strdup_printf ("%s · %s", rules[i].id, _(rules[i].title));
        g_autofree char *name = month != MP_MONTH_NONE ? mp_month_to_display (month, TRUE) : NULL;
        /* Translators: where a rule is written, and the month of the case from which it is used */
        g_autofree char *detail = name != NULL ? g_strdup_printf (_("%1$s · used from %2$s"), rules[i].citation, name) : g_strdup (rules[i].citation);

        add_row (self, FOUND_RULE, _("Rule"), title, detail, rules[i].id, month);
        shown++;
      }
}

static void
search_cb (MpSearch *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *folded = g_utf8_casefold (words, -1);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  self->n = 0;
  if (*words != '\0')
    {
      find_in_case (self, words, folded);
      find_notes (self, folded);
      find_people (self, words);
      find_glossary (self, folded);
      find_rules (self, folded);
    }
  gtk_widget_set_visible (self->list, self->n > 0);
  gtk_widget_set_visible (self->nothing, self->n == 0 && *words != '\0');
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, MpSearch *self)
{
  FoundKind kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "mp-kind"));
  gint number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "mp-number"));
  MpCaseModel *model = mp_window_get_model (self->window);

  if (kind == FOUND_PERSON)
    mp_window_open_person (self->window, g_object_get_data (G_OBJECT (row), "mp-id"));
  else if (kind == FOUND_PLAN && model != NULL)
    {
      mp_case_model_set_scenario (model, (guint) number);
      mp_window_show_page (self->window, "projection", MP_MONTH_NONE);
    }
  else if (kind == FOUND_MONTH || (kind == FOUND_NOTE && number != MP_MONTH_NONE))
    mp_window_show_page (self->window, "projection", number);
  else if (kind == FOUND_NOTE)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-fact", "s", g_object_get_data (G_OBJECT (row), "mp-id"));
  else if (kind == FOUND_RULE)
    {
      mp_window_show_page (self->window, "projection", number);
      mp_window_show_why (self->window);
    }
  else if (kind == FOUND_WORD)
    open_words (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Enter goes to the first that can be gone to. */
static void
activate_cb (MpSearch *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)))
      {
        row_activated_cb (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row), self);
        return;
      }
}

static void
mp_search_dispose (GObject *object)
{
  g_clear_object (&MP_SEARCH (object)->store);
  G_OBJECT_CLASS (mp_search_parent_class)->dispose (object);
}

static void
mp_search_class_init (MpSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_search_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/search.ui");
  gtk_widget_class_bind_template_child (widget_class, MpSearch, search);
  gtk_widget_class_bind_template_child (widget_class, MpSearch, list);
  gtk_widget_class_bind_template_child (widget_class, MpSearch, nothing);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mp_search_init (MpSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mp_dialog_fit_text (GTK_WINDOW (self));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_window_close), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), head_cb, NULL, NULL);
  mp_a11y_name (self->search, _("Search"));
  mp_a11y_name (self->list, _("Found"));
}

/**
 * mp_search_new:
 * @window: the window that is searched, and that goes to what is found
 * @store: (nullable): the people
 *
 * Returns: (transfer none): the search, not yet shown
 */
GtkWidget *
mp_search_new (MpWindow *window, MpStore *store)
{
  MpSearch *self = g_object_new (MP_TYPE_SEARCH, "transient-for", window, NULL);

  self->window = window;
  self->store = store != NULL ? g_object_ref (store) : NULL;
  return GTK_WIDGET (self);
}
