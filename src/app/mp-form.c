/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-form.h"

#include "mp-a11y.h"
#include "mp-edit.h"
#include "mp-fact-entry.h"
#include "mp-source-button.h"
#include "mp-widgets.h"
#include "mp-wrap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARK_WIDTH 25

typedef struct {
  GtkWidget *mark;        /* ✓, ○ or ◎ */
  GtkWidget *remove;      /* takes the whole benefit out; NULL */
  GtkWidget *rows;        /* the list box that rows are added to; NULL after a list */
  GtkWidget *box, *outer;
  GtkWidget *ask;         /* the button that shows the rows of a folded section; NULL */
  char *title;
  char *object;           /* pointer of what the section is about; NULL */
  GPtrArray *pointers;
} Section;

struct _MpForm {
  GtkWidget parent_instance;
  MpCaseModel *model;
  GtkWidget *box;
  GPtrArray *sections;
  GHashTable *widgets;    /* pointer to the widget that takes the focus */
  gboolean marked;        /* some rows may be marked as changed */
};

G_DEFINE_FINAL_TYPE (MpForm, mp_form, GTK_TYPE_WIDGET)

/* What a list on the form knows of itself. */
typedef struct {
  MpForm *form;
  const MpFormList *list;
  char *pointer;
  GtkWidget *rows, *head, *add;
  guint n_cards;
  gulong projected;
} List;

static void
section_free (gpointer data)
{
  Section *section = data;

  g_free (section->title);
  g_free (section->object);
  g_ptr_array_unref (section->pointers);
  g_free (section);
}

static void
unfold (Section *section)
{
  gtk_widget_set_visible (section->box, TRUE);
  gtk_widget_set_visible (section->ask, FALSE);
}

static void
show_section (MpForm *self, Section *section)
{
  const MpCase *kase = mp_case_model_get_case (self->model);
  gboolean given = FALSE, pending = FALSE;
  MpEditFact fact;
  const char *mark, *says;
  g_autofree char *name = NULL;

  for (guint i = 0; i < section->pointers->len; i++)
    {
      const char *pointer = section->pointers->pdata[i];

      pending = pending || mp_case_model_has_pending (self->model, pointer);
      if (mp_edit_look (kase, pointer, &fact))
        given = given || (fact.given && fact.kind != MP_EDIT_CHOICE);
    }
  mark = pending ? "◎" : given ? "✓" : "○";
  says = pending ? _("something is not understood yet") : given ? _("known") : _("not asked");
  /* Translators: title of a part of the form, how far it is: "SSDI: known" */
  name = g_strdup_printf (_("%s: %s"), section->title, says);
  gtk_label_set_text (GTK_LABEL (section->mark), mark);
  gtk_widget_set_tooltip_text (section->mark, says);
  mp_a11y_name (section->mark, name);
  if (section->ask != NULL && given)
    unfold (section);
  if (section->remove != NULL)
    gtk_widget_set_visible (section->remove, mp_edit_look (kase, section->object, &fact) && fact.given);
}

static void
show_sections (MpForm *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    show_section (self, self->sections->pdata[i]);
}

static void
remove_object_cb (GtkButton *button, MpForm *self)
{
  const char *object = g_object_get_data (G_OBJECT (button), "mp-object");
  MpFactChange change = { object, NULL };

  mp_case_model_change (self->model, &change, 1, gtk_button_get_label (button), NULL);
}

static Section *
last_section (MpForm *self)
{
  return self->sections->pdata[self->sections->len - 1];
}

/* A list of rows with round corners, as in the preferences of GNOME's programs. */
static GtkWidget *
rows_new (const char *title)
{
  GtkWidget *rows = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_set_focusable (rows, FALSE);
  mp_a11y_name (rows, title);
  gtk_widget_add_css_class (rows, "boxed-list");
  return rows;
}

static GtkWidget *
section_rows (MpForm *self)
{
  Section *section = last_section (self);

  if (section->rows == NULL)
    {
      section->rows = rows_new (section->title);
      gtk_box_append (GTK_BOX (section->box), section->rows);
    }
  return section->rows;
}

/**
 * mp_form_section:
 * @self: a form
 * @title: what the facts below are about
 * @subtitle: (nullable): a line under it
 * @object: (nullable): pointer of an object that a button takes out as a whole
 *
 * Begins a section: what is added from now on belongs to it.
 */
void
mp_form_section (MpForm *self, const char *title, const char *subtitle, const char *object)
{
  Section *section = g_new0 (Section, 1);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  section->title = g_strdup (title);
  section->object = g_strdup (object);
  section->pointers = g_ptr_array_new_with_free_func (g_free);
  section->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  section->mark = gtk_label_new (NULL);
  gtk_widget_add_css_class (section->mark, "section-mark");
  gtk_widget_set_valign (section->mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), section->mark);
  gtk_box_append (GTK_BOX (words), mp_label_new (title, "heading"));
  if (subtitle != NULL)
    {
      GtkWidget *label = mp_label_new (subtitle, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (words), label);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (outer), head);
  gtk_box_append (GTK_BOX (outer), section->box);
  if (object != NULL)
    {
      /* Translators: a benefit or another part of the case */
      g_autofree char *name = g_strdup_printf (_("Take out “%s”"), title);

      /* at the end: nobody wants to step on it between two facts */
      section->remove = gtk_button_new_with_label (name);
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (section->remove))), TRUE);
      gtk_widget_add_css_class (section->remove, "flat");
      gtk_widget_set_halign (section->remove, GTK_ALIGN_END);
      mp_a11y_name (section->remove, name);
      g_object_set_data_full (G_OBJECT (section->remove), "mp-object", g_strdup (object), g_free);
      g_signal_connect (section->remove, "clicked", G_CALLBACK (remove_object_cb), self);
      gtk_box_append (GTK_BOX (outer), section->remove);
    }
  section->outer = outer;
  gtk_box_append (GTK_BOX (self->box), outer);
  g_ptr_array_add (self->sections, section);
  show_section (self, section);
}

static void
ask_cb (GtkButton *button, MpForm *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = self->sections->pdata[i];

      if (section->ask != GTK_WIDGET (button))
        continue;
      unfold (section);
      gtk_widget_child_focus (section->box, GTK_DIR_TAB_FORWARD);
    }
}

/**
 * mp_form_fold_section:
 * @self: a form
 * @ask: what the button says that shows the rows: "Add a spouse"
 *
 * Hides the rows of the last section until one of their facts is given, or somebody wants them.
 */
void
mp_form_fold_section (MpForm *self, const char *ask)
{
  Section *section = last_section (self);

  section->ask = gtk_button_new_with_label (ask);
  gtk_widget_set_halign (section->ask, GTK_ALIGN_START);
  mp_a11y_name (section->ask, ask);
  g_signal_connect (section->ask, "clicked", G_CALLBACK (ask_cb), self);
  gtk_box_insert_child_after (GTK_BOX (section->outer), section->ask, gtk_widget_get_first_child (section->outer));
  gtk_widget_set_visible (section->box, FALSE);
}

/**
 * mp_form_set_section_visible:
 * @self: a form
 * @object: the object that the section was begun with
 * @visible: whether it is asked
 */
void
mp_form_set_section_visible (MpForm *self, const char *object, gboolean visible)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = self->sections->pdata[i];

      if (g_strcmp0 (section->object, object) == 0)
        gtk_widget_set_visible (section->outer, visible);
    }
}

static void
source_changed_cb (MpSourceButton *mark, MpForm *self)
{
  MpCase *edited = mp_case_model_begin_edit (self->model);
  MpSource source;

  mp_source_button_get_source (mark, &source);
  source.pointer = g_object_get_data (G_OBJECT (mark), "mp-pointer");
  mp_edit_set_source (edited, &source);
  mp_case_model_commit (self->model, edited, _("Source of a fact"), NULL);
}

static void
show_source (GtkWidget *mark)
{
  MpCaseModel *model = g_object_get_data (G_OBJECT (mark), "mp-model");

  mp_source_button_set_source (MP_SOURCE_BUTTON (mark), mp_edit_get_source (mp_case_model_get_case (model), g_object_get_data (G_OBJECT (mark), "mp-pointer")));
}

static gboolean
has_source (const char *pointer)
{
  static const char *const without[] = { "/title", "/notes", "/projection", "/assumptions", "/actions", "/pinned", "/bpqy" };

  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    if (g_str_has_prefix (pointer, without[i]))
      return FALSE;
  return TRUE;
}

static GtkWidget *
source_mark (MpForm *self, const char *pointer, const char *title)
{
  GtkWidget *mark = mp_source_button_new (title);

  g_object_set_data_full (G_OBJECT (mark), "mp-pointer", g_strdup (pointer), g_free);
  g_object_set_data (G_OBJECT (mark), "mp-model", self->model);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  show_source (mark);
  g_signal_connect (mark, "changed", G_CALLBACK (source_changed_cb), self);
  g_signal_connect_object (self->model, "projected", G_CALLBACK (show_source), mark, G_CONNECT_SWAPPED);
  return mark;
}

/* Enter goes on to the next fact, past the buttons that Tab stops at. */
static void
next_fact_cb (GtkWidget *widget, MpForm *self)
{
  GtkWidget *focus = NULL;

  for (guint i = 0; i < 12 && gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD); i++)
    {
      focus = gtk_root_get_focus (gtk_widget_get_root (widget));
      for (; focus != NULL && focus != GTK_WIDGET (self); focus = gtk_widget_get_parent (focus))
        if (g_object_get_data (G_OBJECT (focus), "mp-in-form") != NULL)
          return;
    }
}

/* The widget behind this one as one reads; NULL at the end of @root. */
static GtkWidget *
next_widget (GtkWidget *widget, GtkWidget *root)
{
  if (gtk_widget_get_first_child (widget) != NULL)
    return gtk_widget_get_first_child (widget);
  while (widget != root && gtk_widget_get_next_sibling (widget) == NULL)
    widget = gtk_widget_get_parent (widget);
  return widget != root ? gtk_widget_get_next_sibling (widget) : NULL;
}

/* From a fact to the next list behind it, which gets an entry to be typed. */
static void
add_to_next_list (GtkWidget *widget, MpForm *self)
{
  for (widget = next_widget (widget, self->box); widget != NULL; widget = next_widget (widget, self->box))
    if (g_object_get_data (G_OBJECT (widget), "mp-adds") != NULL && gtk_widget_get_mapped (widget))
      {
        g_signal_emit_by_name (widget, "clicked");
        return;
      }
}

/* On a choice and on a switch too: Space opens and turns them. */
static gboolean
enter_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, MpForm *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (modifiers & GDK_CONTROL_MASK))
    {
      add_to_next_list (widget, self);
      return TRUE;
    }

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (GTK_IS_DROP_DOWN (widget) && !gtk_widget_has_focus (gtk_widget_get_first_child (widget))))
    return FALSE;
  next_fact_cb (widget, self);
  return TRUE;
}

static void
remember (MpForm *self, const char *pointer, GtkWidget *widget, GtkWidget *mark)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data (G_OBJECT (widget), "mp-in-form", self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (widget, keys);
  g_object_set_data (G_OBJECT (widget), "mp-mark", mark);
  g_hash_table_insert (self->widgets, g_strdup (pointer), widget);
}

static void
forget_cb (gpointer data, GObject *widget)
{
  MpForm *self = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == widget)
      g_hash_table_iter_remove (&iter);
}

static void
add_row (MpForm *self, GtkWidget *row)
{
  gtk_list_box_append (GTK_LIST_BOX (section_rows (self)), row);
}

/**
 * mp_form_add:
 * @self: a form
 * @pointer: which fact
 * @title: what it is called
 * @subtitle: (nullable): the BPQY's own words
 * @words: (nullable): of a choice, the words for its values
 *
 * Adds a row for a fact to the last section.
 */
void
mp_form_add (MpForm *self, const char *pointer, const char *title, const char *subtitle, const char *const *words)
{
  GtkWidget *row = mp_fact_row_new (self->model, pointer, title, subtitle, words);
  GtkWidget *widget = mp_fact_row_get_widget (row), *mark = NULL;

  if (has_source (pointer))
    {
      mark = source_mark (self, pointer, title);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }
  else
    {
      GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (gap, MARK_WIDTH, -1); /* the entries stand under each other */
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gap);
    }
  add_row (self, row);
  remember (self, pointer, widget, mark);
  g_ptr_array_add (last_section (self)->pointers, g_strdup (pointer));
  show_section (self, last_section (self));
}

/**
 * mp_form_add_widget:
 * @self: a form
 * @pointer: which fact it shows
 * @title: what it is called
 * @subtitle: (nullable): a line under the title
 * @widget: what shows and changes the fact
 *
 * Adds a widget with a title over it to the last section.
 */
void
mp_form_add_widget (MpForm *self, const char *pointer, const char *title, const char *subtitle, GtkWidget *widget)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = mp_label_new (title, NULL);
  GtkWidget *mark = has_source (pointer) ? source_mark (self, pointer, title) : NULL;
  gboolean again;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  if (mark != NULL)
    gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (box), line);
  if (subtitle != NULL)
    {
      GtkWidget *small = mp_label_new (subtitle, "caption");
      gtk_widget_add_css_class (small, "dim-label");
      gtk_box_append (GTK_BOX (box), small);
    }
  gtk_box_append (GTK_BOX (box), widget);
  gtk_widget_add_css_class (box, "form-card");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  add_row (self, row);
  again = g_hash_table_contains (self->widgets, pointer);
  remember (self, pointer, widget, mark);
  if (again)
    g_object_set_data (G_OBJECT (widget), "mp-in-form", NULL); /* Enter has been at this fact */
  g_ptr_array_add (last_section (self)->pointers, g_strdup (pointer));
  show_section (self, last_section (self));
}

static GtkWidget *list_new (MpForm *self, const char *pointer, const MpFormList *list);

static void
remove_entry_cb (GtkButton *button, List *self)
{
  MpCaseModel *model = self->form->model;
  MpFactChange change = { g_object_get_data (G_OBJECT (button), "mp-pointer"), NULL };
  g_autofree char *label = g_strdup (gtk_widget_get_tooltip_text (GTK_WIDGET (button)));

  gtk_widget_grab_focus (self->add);
  mp_case_model_change (model, &change, 1, label, NULL);
}

/* So that a switch stands on the line of the entries beside it. */
static GtkWidget *
as_high_as_entry (GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "beside-entries");
  gtk_box_append (GTK_BOX (box), widget);
  return box;
}

static GtkWidget *
cell_new (List *self, guint number, const char *entry, const MpFormField *field, GtkWidget *problem)
{
  g_autofree char *pointer = g_strconcat (entry, "/", field->key, NULL);
  /* Translators: a list, the number of an entry, a fact of it: "SSDI amounts 1: From" */
  g_autofree char *name = g_strdup_printf (_("%1$s %2$u: %3$s"), _(self->list->title), number + 1, _(field->title));
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *caption = mp_label_new (_(field->title), "caption");
  GtkWidget *widget = mp_fact_widget_new (self->form->model, pointer, name, field->words);

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_vexpand (caption, TRUE);
  gtk_widget_set_valign (caption, GTK_ALIGN_END);
  gtk_widget_set_halign (widget, GTK_IS_ENTRY (widget) ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  mp_fact_widget_set_problem_label (widget, GTK_LABEL (problem));
  gtk_box_append (GTK_BOX (cell), caption);
  gtk_box_append (GTK_BOX (cell), GTK_IS_SWITCH (widget) ? as_high_as_entry (widget) : widget);
  remember (self->form, pointer, widget, NULL);
  g_object_weak_ref (G_OBJECT (widget), forget_cb, self->form);
  g_object_set_data (G_OBJECT (widget), "mp-watched", self->form);
  return cell;
}

static void
add_buttons (List *self, guint number, const char *entry, GtkWidget *wrap)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = g_strdup_printf ("%s %u", _(self->list->title), number + 1);
  g_autofree char *name = g_strdup_printf (_("Take out “%s”"), title);

  if (has_source (entry))
    gtk_box_append (GTK_BOX (box), source_mark (self->form, entry, title));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  mp_a11y_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "mp-pointer", g_strdup (entry), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_entry_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  mp_wrap_append (MP_WRAP (wrap), box);
}

static void
add_card (List *self, guint number)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *wrap = mp_wrap_new (8);
  GtkWidget *problem = mp_label_new (NULL, "error");
  g_autofree char *entry = g_strdup_printf ("%s/%u", self->pointer, number);

  gtk_widget_set_visible (problem, FALSE);
  mp_wrap_set_columns (MP_WRAP (wrap), TRUE);
  for (const MpFormField *field = self->list->fields; field->key != NULL; field++)
    mp_wrap_append (MP_WRAP (wrap), cell_new (self, number, entry, field, problem));
  add_buttons (self, number, entry, wrap);
  gtk_box_append (GTK_BOX (box), wrap);
  gtk_box_append (GTK_BOX (box), problem);
  if (self->list->inner != NULL)
    {
      g_autofree char *inner = g_strconcat (entry, "/", self->list->inner->key, NULL);
      gtk_box_append (GTK_BOX (box), list_new (self->form, inner, self->list->inner));
    }
  if (self->list->extra != NULL)
    gtk_box_append (GTK_BOX (box), self->list->extra (self->form, entry));
  gtk_widget_add_css_class (box, "form-card");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

/* The cards stay while their number does: whoever types into a blank one goes on typing. */
static void
show_list (List *self)
{
  MpEditFact fact = { MP_EDIT_NONE };
  gboolean found = mp_edit_look (mp_case_model_get_case (self->form->model), self->pointer, &fact);
  guint n = found ? fact.n : 0, cards = MAX (n, self->list->blank && found ? 1 : 0);
  const char *says = n > 0 ? (self->list->hint != NULL ? _(self->list->hint) : NULL) : _("not asked");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->head), says);
  if (cards == self->n_cards)
    return;
  while (gtk_widget_get_next_sibling (self->head) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), gtk_widget_get_next_sibling (self->head));
  self->n_cards = cards;
  for (guint i = 0; i < cards; i++)
    add_card (self, i);
}

static void
add_entry_cb (GtkButton *button, List *self)
{
  g_autofree char *place = g_strconcat (self->pointer, "/-", NULL);
  g_autofree char *first = NULL;
  MpFactChange change = { place, NULL };
  guint before = self->n_cards;

  if (!mp_case_model_change (self->form->model, &change, 1, _(self->list->add), NULL))
    return;
  first = g_strdup_printf ("%s/%u/%s", self->pointer, self->n_cards > 0 ? self->n_cards - 1 : before, self->list->fields[0].key);
  mp_form_show (self->form, first);
}

static void
list_free (gpointer data)
{
  List *self = data;

  g_signal_handler_disconnect (self->form->model, self->projected);
  g_free (self->pointer);
  g_free (self);
}

static GtkWidget *
list_new (MpForm *form, const char *pointer, const MpFormList *list)
{
  List *self = g_new0 (List, 1);
  g_autofree char *add = g_strdup (_(list->add));

  self->form = form;
  self->list = list;
  self->pointer = g_strdup (pointer);
  self->rows = rows_new (_(list->title));
  self->head = adw_action_row_new ();
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, add);
  mp_a11y_name (self->add, add);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->head), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->head), _(list->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->head), self->add);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->head), FALSE);
  gtk_widget_set_focusable (self->head, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), self->head);
  g_signal_connect (self->add, "clicked", G_CALLBACK (add_entry_cb), self);
  g_object_set_data (G_OBJECT (self->add), "mp-adds", self);
  self->projected = g_signal_connect_swapped (form->model, "projected", G_CALLBACK (show_list), self);
  g_object_set_data_full (G_OBJECT (self->rows), "mp-list", self, list_free);
  show_list (self);
  return self->rows;
}

/**
 * mp_form_add_list:
 * @self: a form
 * @place: pointer of the object that holds the list; "" for the case
 * @list: (transfer none): the list, which must live as long as the form
 *
 * Adds a list to the last section.
 */
void
mp_form_add_list (MpForm *self, const char *place, const MpFormList *list)
{
  g_autofree char *pointer = g_strconcat (place, list->key, NULL);
  Section *section = last_section (self);

  gtk_box_append (GTK_BOX (section->box), list_new (self, pointer, list));
  section->rows = NULL;
  g_ptr_array_add (section->pointers, g_steal_pointer (&pointer));
  show_section (self, section);
}

/**
 * mp_form_find:
 * @self: a form
 * @pointer: a fact
 *
 * Returns: (transfer none) (nullable): the widget that shows just this fact
 */
GtkWidget *
mp_form_find (MpForm *self, const char *pointer)
{
  return g_hash_table_lookup (self->widgets, pointer);
}

/* The widget of a fact, or of the first fact in it, or of what is around it. */
static GtkWidget *
widget_of (MpForm *self, const char *pointer)
{
  g_autofree char *place = g_strdup (pointer);
  GtkWidget *found = NULL, *inside = NULL;
  GHashTableIter iter;
  gpointer key, value;
  const char *best = NULL;

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gsize length = strlen (pointer);

      if (strncmp (key, pointer, length) == 0 && ((char *) key)[length] == '/' && (best == NULL || strcmp (key, best) < 0))
        {
          best = key;
          inside = value;
        }
    }
  while (found == NULL && *place != '\0')
    {
      found = g_hash_table_lookup (self->widgets, place);
      if (found == NULL && inside != NULL)
        return inside;
      *strrchr (place, '/') = '\0';
    }
  return found;
}

/**
 * mp_form_show:
 * @self: a form
 * @pointer: a fact
 *
 * Gives the focus to a fact, which scrolls to it.
 *
 * Returns: whether the form has it
 */
gboolean
mp_form_show (MpForm *self, const char *pointer)
{
  GtkWidget *widget = widget_of (self, pointer);

  return widget != NULL && (gtk_widget_grab_focus (widget) || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
}

/**
 * mp_form_show_source:
 * @self: a form
 *
 * Opens the source of the fact that has the focus.
 */
void
mp_form_show_source (MpForm *self)
{
  GtkWidget *widget = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *mark = g_object_get_data (G_OBJECT (widget), "mp-mark");

      if (mark == NULL && MP_IS_WRAP (widget) && gtk_widget_get_last_child (widget) != NULL)
        mark = gtk_widget_get_first_child (gtk_widget_get_last_child (widget));
      if (mark != NULL && MP_IS_SOURCE_BUTTON (mark))
        {
          mp_source_button_popup (MP_SOURCE_BUTTON (mark));
          return;
        }
    }
}

static void
mark_row (GtkWidget *widget, gboolean changed)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  if (row == NULL)
    return;
  if (changed)
    gtk_widget_add_css_class (row, "changed-since");
  else
    gtk_widget_remove_css_class (row, "changed-since");
  gtk_widget_set_tooltip_text (row, changed ? _("Changed since the last report") : NULL);
  gtk_widget_set_has_tooltip (row, TRUE); /* without a text of its own it says what its word means */
}

/**
 * mp_form_mark_changes:
 * @self: a form
 * @before: (nullable): an earlier state of the case, as of the last report
 *
 * Marks the rows of the facts that were something else then.
 */
void
mp_form_mark_changes (MpForm *self, const MpCase *before)
{
  const MpCase *now = mp_case_model_get_case (self->model);
  GHashTableIter iter;
  gpointer pointer, widget;

  if (before == NULL && !self->marked)
    return;
  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    mark_row (widget, FALSE);
  self->marked = before != NULL;
  g_hash_table_iter_init (&iter, self->widgets);
  while (before != NULL && g_hash_table_iter_next (&iter, &pointer, &widget))
    {
      g_autofree char *then = mp_edit_display (before, pointer), *text = mp_edit_display (now, pointer);

      if (g_strcmp0 (then, text) != 0)
        mark_row (widget, TRUE);
    }
}

MpCaseModel *
mp_form_get_model (MpForm *self)
{
  return self->model;
}

static void
mp_form_dispose (GObject *object)
{
  MpForm *self = MP_FORM (object);
  GHashTableIter iter;
  gpointer widget;

  /* A widget may outlive its form: the window holds the one that had the focus. */
  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    if (g_object_steal_data (G_OBJECT (widget), "mp-watched") != NULL)
      g_object_weak_unref (G_OBJECT (widget), forget_cb, self);
  g_hash_table_remove_all (self->widgets);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (mp_form_parent_class)->dispose (object);
}

static void
mp_form_finalize (GObject *object)
{
  MpForm *self = MP_FORM (object);

  g_ptr_array_unref (self->sections);
  g_hash_table_unref (self->widgets);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (mp_form_parent_class)->finalize (object);
}

static void
mp_form_class_init (MpFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_form_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mp_form_init (MpForm *self)
{
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->widgets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * mp_form_new:
 * @model: the case
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
mp_form_new (MpCaseModel *model)
{
  MpForm *self = g_object_new (MP_TYPE_FORM, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "projected", G_CALLBACK (show_sections), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::pending", G_CALLBACK (show_sections), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
