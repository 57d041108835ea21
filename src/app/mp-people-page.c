/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-people-page.h"

#include "mp-a11y.h"
#include "mp-people-rows.h"
#include "mp-seal.h"
#include "mp-settings.h"
#include "mp-tab-stop.h"
#include "mp-traces.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TYPING_FRAMES 12 /* after a letter, until the rows that nobody sees follow */
#define SOON 3 /* months: "next 90 days" */

typedef enum { BY_NAME, BY_OPENED, BY_CHANGE } Order;
typedef enum { UNDO_ARCHIVE, UNDO_UNARCHIVE, UNDO_RENAME, UNDO_BIN } UndoKind;

typedef struct {
  UndoKind kind;
  char *person_id;
  char *name; /* the old one, of UNDO_RENAME */
} Undo;

struct _MpPeoplePage {
  AdwBin parent_instance;
  GtkWidget *toasts, *stack, *search, *soon_button, *soon_label, *archive_button, *sort_button, *add_button, *menu_button;
  GtkWidget *view_stop, *view, *no_match, *first_button, *open_button, *alex_button, *jo_button, *sam_button;
  MpStore *store; /* (nullable) */
  GPtrArray *people;  /* MpPerson, in their order: a search does not sort them again */
  Order order;
  MpPeopleRows *rows; /* those of them who are found */
  GtkSingleSelection *selection;
  GHashTable *found;  /* ids of those in whose documents the search found its words; NULL: no search */
  char *folded;       /* the words searched */
  guint rows_source;  /* of the rows to follow */
  guint wait_frames;  /* until they do */
  GPtrArray *undo;
  MpMonth today;
  gboolean read;      /* the people were read, as they are once somebody sees them */
};

enum { OPEN_PERSON, PROBLEM, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpPeoplePage, mp_people_page, ADW_TYPE_BIN)

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_free (undo->person_id);
  g_free (undo->name);
  g_free (undo);
}

static void
push_undo (MpPeoplePage *self, UndoKind kind, const char *person_id, const char *name)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->kind = kind;
  undo->person_id = g_strdup (person_id);
  undo->name = g_strdup (name);
  g_ptr_array_add (self->undo, undo);
}

static void
tell (MpPeoplePage *self, GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[PROBLEM], 0, error->message);
}

static gboolean
is_soon (MpPeoplePage *self, MpPerson *person)
{
  return mp_person_get_change_month (person) <= self->today + SOON && !mp_person_get_entry (person)->sample;
}

static gboolean
is_found (MpPeoplePage *self, MpPerson *person)
{
  return self->folded == NULL || mp_person_matches (person, self->folded) ||
         (self->found != NULL && g_hash_table_contains (self->found, mp_person_get_id (person)));
}

static gint
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  MpPerson *first = *(MpPerson *const *) a, *second = *(MpPerson *const *) b;
  const Order by = GPOINTER_TO_INT (data);
  gint64 difference = 0;

  if (by == BY_OPENED)
    {
      const MpStoreEntry *one = mp_person_get_entry (first), *other = mp_person_get_entry (second);
      difference = MAX (other->opened, other->updated) - MAX (one->opened, one->updated);
    }
  else if (by == BY_CHANGE)
    difference = (gint64) mp_person_get_change_month (first) - mp_person_get_change_month (second);
  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return mp_person_compare_names (first, second);
}

/* Some at each frame, so that none of them is late. */
static gboolean
more_rows_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MpPeoplePage *self = MP_PEOPLE_PAGE (widget);

  if (self->wait_frames > 0)
    {
      self->wait_frames--;
      return G_SOURCE_CONTINUE;
    }
  if (mp_people_rows_follow (self->rows))
    return G_SOURCE_CONTINUE;
  self->rows_source = 0;
  return G_SOURCE_REMOVE;
}

/* Who is found of the people. */
static void
update_rows (MpPeoplePage *self, gboolean from_top)
{
  const gboolean soon = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->soon_button));
  GPtrArray *found = g_ptr_array_new_full (self->people->len, g_object_unref);

  for (guint i = 0; i < self->people->len; i++)
    {
      MpPerson *person = g_ptr_array_index (self->people, i);

      if ((!soon || is_soon (self, person)) && is_found (self, person))
        g_ptr_array_add (found, g_object_ref (person));
    }
  mp_people_rows_set (self->rows, found, from_top);
  self->wait_frames = from_top ? TYPING_FRAMES : 0;
  if (self->rows_source == 0)
    self->rows_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), more_rows_cb, NULL, NULL);
}

/* Other people, from the top. */
static void
update_from_top (MpPeoplePage *self)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
  gtk_single_selection_set_selected (self->selection, 0);
  update_rows (self, TRUE);
}

static void
sort_people (MpPeoplePage *self)
{
  static const char *const orders[] = { [BY_NAME] = "name", [BY_OPENED] = "opened", [BY_CHANGE] = "change" };
  g_autofree char *by = g_settings_get_string (mp_settings_get (), "people-sort");

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (by, orders[i]))
      self->order = i;
  g_ptr_array_sort_with_data (self->people, compare_cb, GINT_TO_POINTER (self->order));
}

static void
order_changed_cb (MpPeoplePage *self)
{
  sort_people (self);
  update_from_top (self);
}

static void
update_stack (MpPeoplePage *self)
{
  guint all = self->people->len, shown = mp_people_rows_get_count (self->rows);
  gboolean archive = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->archive_button));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *title = NULL;

  if (shown > 0)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "people");
      return;
    }
  if (all == 0 && !archive && *words == '\0')
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "first");
      return;
    }
  if (*words != '\0')
    /* Translators: %s is what somebody searched for */
    title = g_strdup_printf (_("No one matches “%s”"), words);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->no_match), title != NULL ? title : archive ? _("The archive is empty") : _("No one"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->no_match), *words != '\0' ? _("Search also looked in notes.") : NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "no-match");
}

static void
update_soon (MpPeoplePage *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->people->len; i++)
    n += is_soon (self, g_ptr_array_index (self->people, i));
  /* Translators: %u people for whom something changes in the next 90 days */
  text = g_strdup_printf (ngettext ("Next 90 days: %u person changes", "Next 90 days: %u people change", n), n);
  gtk_label_set_text (GTK_LABEL (self->soon_label), text);
  mp_a11y_name (self->soon_button, text);
  gtk_widget_set_visible (self->soon_button, n > 0 || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->soon_button)));
}

/**
 * mp_people_page_clear:
 * @self: the people
 *
 * Forgets everybody, as when the caseload is locked.
 */
void
mp_people_page_clear (MpPeoplePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_ptr_array_set_size (self->people, 0);
  update_rows (self, FALSE);
  g_ptr_array_set_size (self->undo, 0);
}

/**
 * mp_people_page_refresh:
 * @self: the people
 *
 * Reads everybody anew, as after a case was saved.
 */
void
mp_people_page_refresh (MpPeoplePage *self)
{
  gboolean archive = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->archive_button));
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;

  self->read = TRUE;
  self->today = mp_month (g_date_time_get_year (now), g_date_time_get_month (now));
  if (self->store != NULL)
    entries = mp_store_list (self->store, NULL, archive ? MP_STORE_SHELF_ARCHIVE : MP_STORE_SHELF_PEOPLE, &error);
  /* A locked caseload has nobody to show yet. */
  if (!g_error_matches (error, MP_STORE_ERROR, MP_STORE_ERROR_LOCKED))
    tell (self, error);
  if (entries == NULL && self->store != NULL)
    return;
  g_ptr_array_set_size (self->people, 0);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_ptr_array_add (self->people, mp_person_new (entries->pdata[i], self->today));
  sort_people (self);
  update_rows (self, FALSE);
  update_soon (self);
  update_stack (self);
}

static void
refilter (MpPeoplePage *self)
{
  update_from_top (self);
  update_stack (self);
}

/* What stands in the row is found at once, what stands in notes a moment later. */
static void
typed_cb (MpPeoplePage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->found, g_hash_table_unref);
  if (*words != '\0')
    self->folded = g_utf8_casefold (words, -1);
  refilter (self);
}

static void
search_changed_cb (MpPeoplePage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean archive = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->archive_button));
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  if (*words == '\0' || self->store == NULL)
    return;
  entries = mp_store_list (self->store, words, archive ? MP_STORE_SHELF_ARCHIVE : MP_STORE_SHELF_PEOPLE, &error);
  tell (self, error);
  if (entries == NULL)
    return;
  g_clear_pointer (&self->found, g_hash_table_unref);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (self->found, g_strdup (((MpStoreEntry *) entries->pdata[i])->person_id));
  refilter (self);
}

static void
activated_cb (GtkListView *view, guint position, MpPeoplePage *self)
{
  g_autoptr (MpPersonRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  MpPerson *person = row != NULL ? mp_person_row_get_person (row) : NULL;

  if (person != NULL)
    g_signal_emit (self, signals[OPEN_PERSON], 0, mp_person_get_id (person));
}

static void
search_activate_cb (MpPeoplePage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    activated_cb (GTK_LIST_VIEW (self->view), MIN (gtk_single_selection_get_selected (self->selection),
                                                   g_list_model_get_n_items (G_LIST_MODEL (self->selection)) - 1), self);
}

/**
 * mp_people_page_undo:
 * @self: the people
 *
 * Takes back the last archiving, deleting or renaming.
 */
void
mp_people_page_undo (MpPeoplePage *self)
{
  g_autoptr (GError) error = NULL;
  Undo *undo;

  if (self->undo->len == 0)
    return;
  undo = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  if (undo->kind == UNDO_ARCHIVE)
    mp_store_unarchive (self->store, undo->person_id, &error);
  else if (undo->kind == UNDO_UNARCHIVE)
    mp_store_archive (self->store, undo->person_id, &error);
  else if (undo->kind == UNDO_BIN)
    mp_store_undelete (self->store, undo->person_id, &error);
  else
    mp_store_rename (self->store, undo->person_id, undo->name, &error);
  tell (self, error);
  undo_free (undo);
  mp_people_page_refresh (self);
}

static void
say_with_undo (MpPeoplePage *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (mp_people_page_undo), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static void
archive_person (MpPeoplePage *self, MpPerson *person)
{
  gboolean back = mp_person_get_entry (person)->archived != 0;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (back)
    done = mp_store_unarchive (self->store, mp_person_get_id (person), &error);
  else
    done = mp_store_archive (self->store, mp_person_get_id (person), &error);
  if (!done)
    {
      tell (self, error);
      return;
    }
  push_undo (self, back ? UNDO_UNARCHIVE : UNDO_ARCHIVE, mp_person_get_id (person), NULL);
  /* Translators: %s is a person's name */
  text = g_strdup_printf (back ? _("%s is among the people again") : _("%s is in the archive"), mp_person_get_name (person));
  say_with_undo (self, text);
  mp_people_page_refresh (self);
}

static MpPerson *
selected (MpPeoplePage *self)
{
  MpPersonRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? mp_person_row_get_person (row) : NULL;
}

/* Who stands in a row of the view. */
static MpPerson *
person_of (GtkListItem *item)
{
  return mp_person_row_get_person (gtk_list_item_get_item (item));
}

/* For 30 days and longer, until the counselor erases it under Privacy. */
static void
bin_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpPeoplePage *self = MP_PEOPLE_PAGE (widget);
  MpPerson *item = selected (self);
  g_autoptr (MpPerson) person = item != NULL ? g_object_ref (item) : NULL; /* the list may be read anew meanwhile */
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (person == NULL || self->store == NULL)
    return;
  if (!mp_store_delete (self->store, mp_person_get_id (person), &error))
    {
      tell (self, error);
      return;
    }
  push_undo (self, UNDO_BIN, mp_person_get_id (person), NULL);
  /* Translators: %s is a person's name */
  text = g_strdup_printf (_("%s is in the bin"), mp_person_get_name (person));
  say_with_undo (self, text);
  mp_people_page_refresh (self);
}

static void
archive_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpPeoplePage *self = MP_PEOPLE_PAGE (widget);
  MpPerson *item = selected (self);
  g_autoptr (MpPerson) person = item != NULL ? g_object_ref (item) : NULL;

  if (person != NULL && self->store != NULL)
    archive_person (self, person);
}

typedef struct {
  MpPeoplePage *page;
  GtkWidget *entry;
  char *person_id;
  char *old;
} Rename;

static void
rename_free (gpointer data, GClosure *closure)
{
  Rename *rename = data;

  g_object_unref (rename->page);
  g_free (rename->person_id);
  g_free (rename->old);
  g_free (rename);
}

static void
rename_response_cb (AdwMessageDialog *dialog, const char *response, Rename *rename)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (rename->entry));
  /* Translators: the old and the new name of a person */
  g_autofree char *text = g_strdup_printf (_("%1$s is now %2$s"), rename->old, name);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "rename") || g_str_equal (name, rename->old))
    return;
  if (mp_store_rename (rename->page->store, rename->person_id, name, &error))
    {
      push_undo (rename->page, UNDO_RENAME, rename->person_id, rename->old);
      say_with_undo (rename->page, text);
    }
  tell (rename->page, error);
  mp_people_page_refresh (rename->page);
}

static void
rename_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpPeoplePage *self = MP_PEOPLE_PAGE (widget);
  MpPerson *person = selected (self);
  GtkWidget *dialog;
  Rename *rename;

  if (person == NULL || self->store == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Rename"), NULL);
  rename = g_new0 (Rename, 1);
  rename->page = g_object_ref (self);
  rename->person_id = g_strdup (mp_person_get_id (person));
  rename->old = g_strdup (mp_person_get_entry (person)->name);
  rename->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (rename->entry), rename->old);
  gtk_entry_set_activates_default (GTK_ENTRY (rename->entry), TRUE);
  mp_a11y_name (rename->entry, _("Name or label"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), rename->entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "rename", _("Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (rename_response_cb), rename, rename_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A case file of its own for another program to take, and for the archive the person. */
static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  MpPeoplePage *self = MP_PEOPLE_PAGE (gtk_widget_get_ancestor (gtk_list_item_get_child (item), MP_TYPE_PEOPLE_PAGE));
  MpPerson *person = person_of (item);
  g_autoptr (GBytes) document = person == NULL || mp_store_get_sealed (self->store) ? NULL
                                : mp_store_load (self->store, mp_person_get_id (person), NULL, NULL);
  g_autoptr (GFile) file = document != NULL ? mp_traces_drag_file (mp_person_get_name (person), ".milepost", document) : NULL;
  GdkContentProvider *providers[2] = { NULL };

  if (person == NULL)
    return NULL;
  providers[0] = gdk_content_provider_new_typed (MP_TYPE_PERSON, person);
  if (file != NULL)
    providers[1] = gdk_content_provider_new_typed (G_TYPE_FILE, file);
  return gdk_content_provider_new_union (providers, file != NULL ? 2 : 1);
}

static gboolean
archive_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, MpPeoplePage *self)
{
  g_autoptr (MpPerson) person = g_value_dup_object (value); /* the list is read anew meanwhile */

  if (person == NULL || self->store == NULL)
    return FALSE;
  archive_person (self, person);
  return TRUE;
}

static void
archive_clicked_cb (GtkButton *button, GtkListItem *item)
{
  g_autoptr (MpPerson) person = person_of (item) != NULL ? g_object_ref (person_of (item)) : NULL; /* the list is read anew meanwhile */

  if (person != NULL)
    archive_person (MP_PEOPLE_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (button), MP_TYPE_PEOPLE_PAGE)), person);
}

static GtkWidget *
new_label (const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
dup_action (MpPerson *person)
{
  /* Translators: %s is a person's name */
  return g_strdup_printf (mp_person_get_entry (person)->archived != 0 ? _("Take %s out of the archive") : _("Archive %s"),
                          mp_person_get_name (person));
}

/* Asked for when the pointer rests there: a text set beforehand asks the display where the pointer is, for each row. */
static gboolean
change_tooltip_cb (GtkWidget *change, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  const char *text = gtk_label_get_text (GTK_LABEL (change));

  gtk_tooltip_set_text (tooltip, text);
  return *text != '\0';
}

static gboolean
button_tooltip_cb (GtkWidget *button, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkListItem *item)
{
  g_autofree char *action = person_of (item) != NULL ? dup_action (person_of (item)) : NULL;

  gtk_tooltip_set_text (tooltip, action);
  return action != NULL;
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *change = new_label ("caption", 1);
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-symbolic");
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  /* In a narrow window on lines below each other */
  gtk_label_set_wrap (GTK_LABEL (change), TRUE);
  gtk_label_set_lines (GTK_LABEL (change), 3);
  gtk_label_set_justify (GTK_LABEL (change), GTK_JUSTIFY_RIGHT);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (change), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (words), new_label ("heading", 0));
  gtk_box_append (GTK_BOX (words), new_label ("dim-label", 0));
  gtk_widget_set_has_tooltip (change, TRUE);
  gtk_widget_set_has_tooltip (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE); /* or the row, where Enter opens and Delete archives, never has the focus */
  gtk_box_append (GTK_BOX (box), mp_initials_new ());
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), change);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect (change, "query-tooltip", G_CALLBACK (change_tooltip_cb), NULL);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (button_tooltip_cb), item);
  g_signal_connect (button, "clicked", G_CALLBACK (archive_clicked_cb), item);
  g_signal_connect (drag, "prepare", G_CALLBACK (drag_prepare_cb), item);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (drag));
  gtk_list_item_set_child (item, box);
}

/* A row that is about to go keeps its room, so that nothing moves up behind it. */
static void
fill_row (GtkListItem *item)
{
  MpPerson *person = person_of (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *initials = gtk_widget_get_first_child (box);
  GtkWidget *words = gtk_widget_get_next_sibling (initials);
  GtkWidget *change = gtk_widget_get_next_sibling (words);
  GtkWidget *button = gtk_widget_get_next_sibling (change);
  g_autofree char *detail = NULL, *next = NULL, *sentence = NULL, *action = NULL;
  const char *name;

  gtk_widget_set_opacity (box, person != NULL ? 1 : 0);
  gtk_widget_set_can_target (box, person != NULL);
  if (person == NULL)
    return;
  name = mp_person_get_name (person);
  detail = mp_person_dup_detail (person);
  next = mp_person_dup_change (person);
  sentence = g_strdup_printf ("%s, %s%s%s", name, detail, next != NULL ? ", " : "", next != NULL ? next : "");
  action = dup_action (person);
  mp_initials_set_name (initials, name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (words)), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (words)), detail);
  gtk_label_set_text (GTK_LABEL (change), next);
  mp_a11y_name (button, action);
  mp_a11y_row_name (box, sentence);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (fill_row), item);
  fill_row (item);
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_row, item);
}

static void
mp_people_page_map (GtkWidget *widget)
{
  MpPeoplePage *self = MP_PEOPLE_PAGE (widget);

  if (!self->read)
    mp_people_page_refresh (self);
  GTK_WIDGET_CLASS (mp_people_page_parent_class)->map (widget);
}

static void
mp_people_page_dispose (GObject *object)
{
  MpPeoplePage *self = MP_PEOPLE_PAGE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (mp_people_page_parent_class)->dispose (object);
}

static void
mp_people_page_finalize (GObject *object)
{
  MpPeoplePage *self = MP_PEOPLE_PAGE (object);

  g_clear_pointer (&self->found, g_hash_table_unref);
  g_free (self->folded);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->people);
  G_OBJECT_CLASS (mp_people_page_parent_class)->finalize (object);
}

static void
mp_people_page_class_init (MpPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MP_TYPE_TAB_STOP);
  G_OBJECT_CLASS (klass)->dispose = mp_people_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_people_page_finalize;
  widget_class->map = mp_people_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/people-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpPeoplePage, name)
  BIND (toasts); BIND (stack); BIND (search); BIND (soon_button); BIND (soon_label); BIND (archive_button); BIND (sort_button);
  BIND (add_button); BIND (menu_button); BIND (view_stop); BIND (view); BIND (no_match); BIND (first_button); BIND (open_button);
  BIND (alex_button); BIND (jo_button); BIND (sam_button);
#undef BIND
  gtk_widget_class_install_action (widget_class, "people.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "people.archive", NULL, archive_cb);
  gtk_widget_class_install_action (widget_class, "people.bin", NULL, bin_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "people.rename", NULL);

  /**
   * MpPeoplePage::open-person:
   * @person_id: whom
   *
   * Somebody is to be opened.
   */
  signals[OPEN_PERSON] = g_signal_new ("open-person", MP_TYPE_PEOPLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * MpPeoplePage::problem:
   * @message: what went wrong
   *
   * The database could not do something.
   */
  signals[PROBLEM] = g_signal_new ("problem", MP_TYPE_PEOPLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static gboolean
delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action (widget, "people.archive", NULL);
}

static void
name_widgets (MpPeoplePage *self)
{
  mp_a11y_name (self->search, _("Search people, plans, notes"));
  mp_a11y_name (self->archive_button, _("Show the archive"));
  mp_a11y_name (self->sort_button, _("Sort"));
  mp_a11y_name (self->add_button, _("Add a person"));
  mp_a11y_name (self->menu_button, _("Menu"));
  mp_a11y_name (self->view, _("People"));
  mp_a11y_name (self->first_button, _("Add a person"));
  mp_a11y_name (self->open_button, _("Open a file"));
  mp_a11y_name (self->alex_button, _("Sample: Alex, both benefits"));
  mp_a11y_name (self->jo_button, _("Sample: Jo, SSI, student"));
  mp_a11y_name (self->sam_button, _("Sample: Sam, SSDI, blind"));
}

static void
mp_people_page_init (MpPeoplePage *self)
{
  GtkDropTarget *archive = gtk_drop_target_new (MP_TYPE_PERSON, GDK_ACTION_COPY);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GSimpleActionGroup *group = g_simple_action_group_new ();
  GAction *sort = g_settings_create_action (mp_settings_get (), "people-sort");
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->undo = g_ptr_array_new_with_free_func (undo_free);
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = mp_people_rows_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->rows));
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbind_cb), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
  sort_people (self);
  g_action_map_add_action (G_ACTION_MAP (group), sort);
  g_object_unref (sort);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "settings", G_ACTION_GROUP (group));
  g_object_unref (group);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0), gtk_callback_action_new (delete_key_cb, NULL, NULL)));
  gtk_widget_add_controller (self->view, keys); /* not in the search entry, where Delete deletes a letter */
  g_signal_connect_object (mp_settings_get (), "changed::people-sort", G_CALLBACK (order_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self->view, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->soon_button, "toggled", G_CALLBACK (refilter), self);
  g_signal_connect_swapped (self->archive_button, "toggled", G_CALLBACK (mp_people_page_refresh), self);
  g_signal_connect (archive, "drop", G_CALLBACK (archive_dropped_cb), self);
  gtk_widget_add_controller (self->archive_button, GTK_EVENT_CONTROLLER (archive));
  name_widgets (self);
}

/**
 * mp_people_page_new:
 * @store: (nullable): the people; %NULL when the program runs without saving
 *
 * Reads them when it is shown.
 *
 * Returns: (transfer floating): the list of people
 */
GtkWidget *
mp_people_page_new (MpStore *store)
{
  MpPeoplePage *self = g_object_new (MP_TYPE_PEOPLE_PAGE, NULL);

  self->store = store != NULL ? g_object_ref (store) : NULL;
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * mp_people_page_focus:
 * @self: the people
 * @search: the search entry rather than the list
 */
void
mp_people_page_focus (MpPeoplePage *self, gboolean search)
{
  if (self->people->len == 0)
    gtk_widget_grab_focus (self->first_button);
  else
    gtk_widget_grab_focus (search ? self->search : self->view);
}
