/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-window.h"

#include "mp-a11y.h"
#include "mp-case-page.h"
#include "mp-casefile.h"
#include "mp-conflict.h"
#include "mp-guard.h"
#include "mp-history.h"
#include "mp-history-window.h"
#include "mp-hold.h"
#include "mp-move.h"
#include "mp-new-person.h"
#include "mp-numbers.h"
#include "mp-people-page.h"
#include "mp-rollup-window.h"
#include "mp-seal.h"
#include "mp-search.h"
#include "mp-settings.h"
#include "mp-transfer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLES "/io/github/milepost/Milepost/samples/"
#define SAVE_DELAY 250   /* milliseconds from a change to its saving, however fast others follow */
#define POLL_SECONDS 1   /* between two looks whether another program has saved, or has closed the case */
#define REPORTED "reported " /* and a person: the state of the case in the last report */
#define NARROWEST 360
#define LOWEST 294
#define LAST_VIEW "last-view" /* setting of the store: who was shown */
#define VIEW "view "          /* and a person: what was looked at */

/* What the bar offers. */
typedef enum { BAR_PLAIN, BAR_NOT_SAVED, BAR_GUEST, BAR_NUMBER, BAR_COPIES, BAR_FOLLOWS } BarKind;

struct _MpWindow {
  AdwApplicationWindow parent_instance;
  GtkWidget *toasts, *bar, *bar_label, *bar_close, *bar_retry, *bar_copy, *bar_add, *bar_remove, *bar_compare, *leaflet, *people_bin, *case_bin;
  GtkWidget *people; /* (nullable): made when they are first shown */
  MpStore *store; /* (nullable): runs without saving */
  MpWindow *leader; /* (nullable): the window of this program in which the open case is changed, when that is not this one */
  MpHold *hold;     /* (nullable): where there is neither, another program has the open case */
  const MpParameters *parameters;
  MpCaseModel *model;
  char *person_id; /* of the open case; NULL until it is saved */
  gint64 revision; /* the saved state that the open case follows */
  char *saved;     /* the document as it was saved last */
  char *remembered; /* what of it was looked at, as it was saved last */
  gboolean guest;  /* a dropped file that is looked at: not saved before it is changed or added */
  gboolean sample;
  BarKind bar_kind; /* of what the bar says now */
  MpGuard *guard;
  GPtrArray *waiting; /* files that came while the window was locked */
  guint save_source, poll_source;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (MpWindow, mp_window, ADW_TYPE_APPLICATION_WINDOW)

static MpCasePage *
case_page (MpWindow *self)
{
  GtkWidget *page = adw_bin_get_child (ADW_BIN (self->case_bin));

  return page != NULL ? MP_CASE_PAGE (page) : NULL;
}

static void
show_bar (MpWindow *self, BarKind kind, const char *text)
{
  gtk_info_bar_set_message_type (GTK_INFO_BAR (self->bar), kind == BAR_GUEST || kind == BAR_COPIES || kind == BAR_FOLLOWS ? GTK_MESSAGE_INFO : GTK_MESSAGE_WARNING);
  gtk_widget_set_visible (self->bar_retry, kind == BAR_NOT_SAVED);
  gtk_widget_set_visible (self->bar_copy, kind == BAR_NOT_SAVED);
  gtk_widget_set_visible (self->bar_add, kind == BAR_GUEST);
  gtk_widget_set_visible (self->bar_remove, kind == BAR_NUMBER);
  gtk_widget_set_visible (self->bar_compare, kind == BAR_COPIES);
  self->bar_kind = text != NULL ? kind : BAR_PLAIN;
  if (text != NULL)
    gtk_label_set_text (GTK_LABEL (self->bar_label), text);
  /* what is only folded away would still be read out */
  gtk_widget_set_visible (self->bar, text != NULL);
  gtk_info_bar_set_revealed (GTK_INFO_BAR (self->bar), text != NULL);
}

void
mp_window_show_bar (MpWindow *self, const char *text)
{
  show_bar (self, BAR_PLAIN, text);
}

static void
problem_cb (MpPeoplePage *people, const char *message, MpWindow *self)
{
  mp_window_show_bar (self, message);
}

static void
open_person_cb (MpPeoplePage *people, const char *person_id, MpWindow *self)
{
  mp_window_open_person (self, person_id);
}

static MpPeoplePage *
people_page (MpWindow *self)
{
  if (self->people == NULL)
    {
      self->people = mp_people_page_new (self->store);
      g_signal_connect_object (self->people, "open-person", G_CALLBACK (open_person_cb), self, 0);
      g_signal_connect_object (self->people, "problem", G_CALLBACK (problem_cb), self, 0);
      adw_bin_set_child (ADW_BIN (self->people_bin), self->people);
    }
  return MP_PEOPLE_PAGE (self->people);
}

static void
refresh_people (MpWindow *self)
{
  if (self->people != NULL)
    mp_people_page_refresh (people_page (self));
}

static void
show_people (MpWindow *self)
{
  people_page (self);
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->people_bin);
}

/* What of the open case was looked at: page, month, plan, span, panel. */
static void
remember_case (MpWindow *self)
{
  MpCaseView *view = self->model != NULL ? mp_case_page_get_view (case_page (self)) : NULL;
  g_autofree char *key = NULL, *text = NULL;
  char month[MP_MONTH_TEXT_SIZE];

  if (self->store == NULL || view == NULL || self->person_id == NULL)
    return;
  key = g_strconcat (VIEW, self->person_id, NULL);
  text = g_strdup_printf ("%s %s %u %u %d", mp_case_page_get_shown (case_page (self)),
                          mp_month_to_text (mp_case_view_get_cursor (view), month), mp_case_model_get_scenario (self->model),
                          mp_case_view_get_span (view), mp_case_view_get_panel (view));
  if (g_strcmp0 (text, self->remembered) != 0 && mp_store_set_setting (self->store, key, text, NULL))
    {
      g_free (self->remembered);
      self->remembered = g_steal_pointer (&text);
    }
}

static void
restore_case (MpWindow *self)
{
  g_autofree char *key = g_strconcat (VIEW, self->person_id, NULL);
  g_autofree char *text = mp_store_get_setting (self->store, key, NULL);
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, " ", 5) : NULL;
  MpCaseView *view = mp_case_page_get_view (case_page (self));
  MpMonth month;

  if (parts == NULL || g_strv_length (parts) != 5)
    return;
  mp_case_model_set_scenario (self->model, (guint) g_ascii_strtoull (parts[2], NULL, 10));
  mp_case_view_set_span (view, (guint) MIN (g_ascii_strtoull (parts[3], NULL, 10), 600));
  mp_case_view_set_panel (view, *parts[4] != '0');
  mp_window_show_page (self, parts[0], mp_month_parse (parts[1], &month) ? month : MP_MONTH_NONE);
}

/* Where the person and the page were, for the next start. */
static void
remember_view (MpWindow *self)
{
  if (self->store == NULL)
    return;
  remember_case (self);
  mp_store_set_setting (self->store, LAST_VIEW, self->model != NULL && self->person_id != NULL ? self->person_id : "", NULL);
}

static void
show_saved (MpWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  /* Translators: %s is a time of day: "Saved 10:42" */
  g_autofree char *text = g_strdup_printf (_("Saved %s"), time);

  mp_case_page_set_status (case_page (self), text);
}

static void conflict_cb (GtkWindow *window, MpConflictChoice choice);
static void take_hold (MpWindow *self);

static void
tell_of_copy (MpWindow *self)
{
  g_autofree char *copy = mp_store_find_copy (self->store, self->person_id, NULL);

  if (copy != NULL)
    show_bar (self, BAR_COPIES, _("There is another copy of this case, changed apart from this one."));
}

/* FALSE: the case is not in the database, and the bar says why. */
static gboolean
save (MpWindow *self)
{
  g_autofree char *document = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char *id;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->store == NULL || self->model == NULL || self->guest)
    return FALSE;
  if (mp_case_model_get_read_only (self->model)) /* another window saves it */
    return TRUE;
  document = mp_case_write (mp_case_model_get_kept_case (self->model));
  if (g_strcmp0 (document, self->saved) == 0)
    return TRUE;
  id = mp_store_save (self->store, self->person_id, &self->revision, document, &error);
  if (id == NULL && g_error_matches (error, MP_STORE_ERROR, MP_STORE_ERROR_CONFLICT) && !mp_conflict_is_asking (GTK_WINDOW (self)))
    mp_conflict_ask (GTK_WINDOW (self), self->store, self->person_id, document, conflict_cb);
  if (id == NULL)
    {
      /* Translators: %s says why, as a sentence */
      text = g_strdup_printf (_("Not saved: %s"), error->message);
      show_bar (self, BAR_NOT_SAVED, text);
      mp_case_page_set_status (case_page (self), _("Not saved"));
      return FALSE;
    }
  if (self->sample && self->person_id == NULL)
    mp_store_mark_sample (self->store, id, TRUE, NULL);
  g_free (self->person_id);
  self->person_id = id;
  g_free (self->saved);
  self->saved = g_steal_pointer (&document);
  take_hold (self);
  if (self->bar_kind == BAR_NOT_SAVED || self->bar_kind == BAR_GUEST)
    show_bar (self, BAR_PLAIN, NULL);
  show_saved (self);
  remember_view (self);
  return TRUE;
}

/* Mine becomes a state of the history, and theirs the newest one again. */
static gboolean
keep_theirs (MpWindow *self)
{
  g_autofree char *mine = mp_case_write (mp_case_model_get_kept_case (self->model)), *id = NULL;
  g_autoptr (GError) error = NULL;
  gint64 theirs, revision;
  g_autoptr (GBytes) document = mp_store_load (self->store, self->person_id, &theirs, &error);

  revision = theirs;
  if (document != NULL)
    id = mp_store_save (self->store, self->person_id, &revision, mine, &error);
  if (id != NULL && mp_store_restore_state (self->store, id, theirs, &revision, &error))
    return TRUE;
  mp_window_show_bar (self, error->message);
  return FALSE;
}

/* Mine becomes a person of its own, and stays open. */
static void
keep_both (MpWindow *self)
{
  g_autofree char *mine = mp_case_write (mp_case_model_get_kept_case (self->model));
  g_autoptr (GError) error = NULL;
  char *id = mp_store_save_copy (self->store, self->person_id, mine, &error);

  if (id == NULL)
    {
      mp_window_show_bar (self, error->message);
      return;
    }
  g_free (self->person_id);
  self->person_id = id;
  g_clear_pointer (&self->hold, mp_hold_free);
  take_hold (self);
  self->revision = 1;
  g_free (self->saved);
  self->saved = g_steal_pointer (&mine);
  show_saved (self);
  tell_of_copy (self);
}

/* Whichever is chosen, the other one stays: in the history, or beside it. */
static void
conflict_cb (GtkWindow *window, MpConflictChoice choice)
{
  MpWindow *self = MP_WINDOW (window);
  g_autofree char *person_id = g_strdup (self->person_id);

  if (self->model == NULL || person_id == NULL)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  switch (choice)
    {
    case MP_CONFLICT_MINE:
      {
        g_autoptr (GBytes) theirs = mp_store_load (self->store, person_id, &self->revision, NULL);

        if (theirs != NULL)
          save (self);
        break;
      }
    case MP_CONFLICT_THEIRS:
      if (keep_theirs (self))
        mp_window_open_person (self, person_id);
      break;
    case MP_CONFLICT_BOTH:
    default:
      keep_both (self);
      break;
    }
}

/* Of two copies, the one that is not kept waits in the bin. */
static void
copies_cb (GtkWindow *window, MpConflictChoice choice)
{
  MpWindow *self = MP_WINDOW (window);
  g_autoptr (GError) error = NULL;
  g_autofree char *other = self->person_id != NULL ? mp_store_find_copy (self->store, self->person_id, NULL) : NULL;
  g_autofree char *mine = g_strdup (self->person_id);

  show_bar (self, BAR_PLAIN, NULL);
  if (other == NULL || choice == MP_CONFLICT_BOTH)
    return;
  if (!mp_store_delete (self->store, choice == MP_CONFLICT_MINE ? other : mine, &error))
    mp_window_show_bar (self, error->message);
  else if (choice == MP_CONFLICT_THEIRS)
    mp_window_open_person (self, other);
}

static void
compare_copies_cb (MpWindow *self)
{
  g_autofree char *other = self->person_id != NULL ? mp_store_find_copy (self->store, self->person_id, NULL) : NULL;

  if (other != NULL && (self->save_source == 0 || save (self)))
    mp_conflict_compare (GTK_WINDOW (self), self->store, self->person_id, other, copies_cb);
}

static gboolean
save_cb (gpointer data)
{
  MpWindow *self = data;

  self->save_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
retry_cb (MpWindow *self)
{
  save (self);
}

static void
add_guest_cb (MpWindow *self)
{
  self->guest = FALSE;
  save (self);
}

static void
update_actions (MpWindow *self)
{
  static const char *const of_case[] = {
    "win.save-copy", "win.save-pdf", "win.save-picture", "win.print", "win.add-job", "win.add-plan", "win.copy-plan", "win.next-plan",
    "win.previous-plan", "win.hand-out", "win.page", "win.show-fact", "win.present", "win.panel", "win.back", "win.history",
  };
  gboolean can_undo = FALSE, can_redo = FALSE;

  if (self->model != NULL)
    g_object_get (self->model, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  can_undo |= self->model != NULL && mp_case_model_is_trying (self->model);
  can_undo |= self->model == NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
  for (guint i = 0; i < G_N_ELEMENTS (of_case); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_case[i], self->model != NULL);
}

static void
update_title (MpWindow *self)
{
  const char *name = self->model != NULL ? mp_case_model_get_case (self->model)->beneficiary.name : NULL;
  g_autofree char *title = NULL;

  /* Translators: title of the window; %s is a person's name */
  if (name != NULL && (self->guard == NULL || !mp_guard_is_locked (self->guard)) && !g_settings_get_boolean (mp_settings_get (), "hide-names"))
    title = g_strdup_printf (_("%s – Milepost"), name);
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Milepost"));
}

/* What looks like a Social Security number is pointed out, and taken away with a click. */
static void
look_for_numbers (MpWindow *self)
{
  if (mp_numbers_find (mp_case_model_get_case (self->model)))
    show_bar (self, BAR_NUMBER, _("This looks like a Social Security number. Milepost does not need it."));
  else if (self->bar_kind == BAR_NUMBER)
    show_bar (self, BAR_PLAIN, NULL);
}

static void
remove_numbers_cb (MpWindow *self)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *edited;

  if (self->model == NULL)
    return;
  edited = mp_case_model_begin_edit (self->model);
  mp_numbers_remove (edited);
  mp_case_model_commit (self->model, edited, _("Remove a number"), problems);
}

/* A change is saved soon, whatever else is typed meanwhile. */
static void
projected_cb (MpCaseModel *model, MpWindow *self)
{
  gboolean can_undo;

  update_actions (self);
  update_title (self);
  g_object_get (model, "can-undo", &can_undo, NULL);
  if (self->guest && can_undo)
    self->guest = FALSE;
  look_for_numbers (self);
  if (self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_DELAY, save_cb, self);
}

/* What is changed in the leading window is seen here at once. */
static void
leader_projected_cb (MpCaseModel *model, MpWindow *self)
{
  mp_case_model_follow (self->model, mp_case_copy (mp_case_model_get_kept_case (model)));
}

/* Whether the case is changed in another window, and followed here. */
static void
set_follows (MpWindow *self, gboolean follows)
{
  if (mp_case_model_get_read_only (self->model) == follows)
    return;
  mp_case_model_set_read_only (self->model, follows);
  mp_case_page_set_status (case_page (self), follows ? _("Only looked at") : "");
  if (follows)
    show_bar (self, BAR_FOLLOWS, _("This case is open in another window. It is changed there, and followed here."));
  else if (self->bar_kind == BAR_FOLLOWS)
    show_bar (self, BAR_PLAIN, NULL);
}

static void
follow (MpWindow *self, MpWindow *leader)
{
  g_set_weak_pointer (&self->leader, leader);
  set_follows (self, TRUE);
  g_signal_connect_object (leader->model, "projected", G_CALLBACK (leader_projected_cb), self, 0);
  leader_projected_cb (leader->model, self);
}

/* Of the programs that have a case open the first changes it. */
static void
take_hold (MpWindow *self)
{
  if (self->store == NULL || self->model == NULL || self->person_id == NULL || self->leader != NULL || self->hold != NULL)
    return;
  self->hold = mp_store_hold (self->store, self->person_id);
  set_follows (self, self->hold == NULL);
}

/* What another program saved is shown at once, unless something here is tried, half typed or not saved yet: then both are
 * shown side by side when that is to be saved. */
static void
catch_up (MpWindow *self)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (MpStoreEntry) entry = NULL;
  g_autoptr (GBytes) document = NULL;
  g_autofree char *mine = NULL;
  MpCase *kase = NULL;

  if (self->model == NULL || self->person_id == NULL || self->leader != NULL || mp_store_get_locked (self->store)
      || mp_case_model_is_trying (self->model) || mp_case_model_has_pending (self->model, ""))
    return;
  entry = mp_store_find (self->store, self->person_id, NULL);
  if (entry == NULL || entry->revision == self->revision)
    return;
  mine = mp_case_write (mp_case_model_get_kept_case (self->model));
  if (g_strcmp0 (mine, self->saved) == 0)
    document = mp_store_load (self->store, self->person_id, &self->revision, NULL);
  if (document != NULL)
    kase = mp_case_read (g_bytes_get_data (document, NULL), g_bytes_get_size (document), problems);
  if (kase == NULL)
    return;
  g_free (self->saved);
  self->saved = mp_case_write (kase);
  if (mp_case_model_get_read_only (self->model))
    mp_case_model_follow (self->model, kase);
  else
    mp_case_model_commit (self->model, kase, _("Changed elsewhere"), NULL);
}

/* The other window of the program in which somebody's case can be changed. */
static MpWindow *
find_leader (MpWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *one = application != NULL ? gtk_application_get_windows (application) : NULL; one != NULL; one = one->next)
    {
      MpWindow *other = MP_IS_WINDOW (one->data) && one->data != self ? one->data : NULL;

      if (other != NULL && other->model != NULL && other->leader == NULL && g_strcmp0 (other->person_id, self->person_id) == 0)
        return other;
    }
  return NULL;
}

/* The case is let go: of the windows that follow it one takes it over. */
static void
hand_over (MpWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  MpWindow *heir = NULL;

  for (GList *one = application != NULL ? gtk_application_get_windows (application) : NULL; one != NULL; one = one->next)
    {
      MpWindow *other = MP_IS_WINDOW (one->data) && one->data != self ? one->data : NULL;

      if (other == NULL || other->leader != self)
        continue;
      g_signal_handlers_disconnect_by_func (self->model, leader_projected_cb, other);
      g_clear_weak_pointer (&other->leader);
      if (heir != NULL)
        {
          follow (other, heir);
          continue;
        }
      heir = other;
      other->hold = g_steal_pointer (&self->hold);
      other->revision = self->revision;
      g_free (other->saved);
      other->saved = g_strdup (self->saved);
      set_follows (other, other->hold == NULL);
    }
}

/* What has not been saved is saved now. */
static void
leave_case (MpWindow *self)
{
  if (self->save_source != 0)
    save (self);
  remember_case (self);
  if (self->leader != NULL)
    g_signal_handlers_disconnect_by_func (self->leader->model, leader_projected_cb, self);
  else if (self->model != NULL)
    hand_over (self);
  g_clear_weak_pointer (&self->leader);
  g_clear_pointer (&self->hold, mp_hold_free);
  adw_bin_set_child (ADW_BIN (self->case_bin), NULL);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->person_id, g_free);
  g_clear_pointer (&self->saved, g_free);
  g_clear_pointer (&self->remembered, g_free);
  self->guest = self->sample = FALSE;
  self->revision = 0;
  if (self->bar_kind == BAR_COPIES || self->bar_kind == BAR_FOLLOWS)
    show_bar (self, BAR_PLAIN, NULL);
  update_actions (self);
  update_title (self);
}

/* The case as it was when the last report was made, as long as the history has it. */
static void
load_reported (MpWindow *self)
{
  g_autofree char *key = g_strconcat (REPORTED, self->person_id, NULL);
  g_autofree char *state = self->store != NULL && self->person_id != NULL ? mp_store_get_setting (self->store, key, NULL) : NULL;
  g_autoptr (GBytes) document = state != NULL ? mp_store_load_state (self->store, self->person_id, g_ascii_strtoll (state, NULL, 10), NULL) : NULL;
  g_autoptr (GPtrArray) problems = mp_problems_new ();

  if (document != NULL)
    mp_case_view_set_reported (mp_case_page_get_view (case_page (self)),
                               mp_case_read (g_bytes_get_data (document, NULL), g_bytes_get_size (document), problems));
}

static void
report_made_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  g_autofree char *key = NULL, *state = NULL;

  if (self->model == NULL)
    return;
  mp_case_view_set_reported (mp_case_page_get_view (case_page (self)), mp_case_copy (mp_case_model_get_kept_case (self->model)));
  if (!save (self))
    return;
  key = g_strconcat (REPORTED, self->person_id, NULL);
  state = g_strdup_printf ("%" G_GINT64_FORMAT, self->revision);
  mp_store_set_setting (self->store, key, state, NULL);
}

static void
show_case (MpWindow *self, MpCase *kase, const char *person_id, gint64 revision)
{
  leave_case (self);
  self->model = mp_case_model_new (kase, self->parameters);
  self->person_id = g_strdup (person_id);
  self->revision = revision;
  adw_bin_set_child (ADW_BIN (self->case_bin), mp_case_page_new (self->model));
  if (person_id != NULL)
    self->saved = mp_case_write (kase);
  load_reported (self);
  g_signal_connect (self->model, "projected", G_CALLBACK (projected_cb), self);
  update_actions (self);
  update_title (self);
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->case_bin);
}

static gboolean
read_case (MpWindow *self, const char *data, gsize length, const char *person_id, gint64 revision)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  g_autoptr (GString) text = NULL;
  MpCase *kase = mp_case_read (data, length, problems);

  if (kase != NULL)
    {
      show_bar (self, BAR_PLAIN, NULL);
      show_case (self, kase, person_id, revision);
      return TRUE;
    }
  text = g_string_new (_("This case file is not opened, and nothing of it is kept."));
  for (guint i = 0; i < problems->len && i < 5; i++)
    {
      const MpProblem *problem = problems->pdata[i];
      g_string_append_printf (text, "\n%s%s%s", problem->pointer, *problem->pointer != '\0' ? ": " : "", problem->message);
    }
  if (problems->len > 5)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", problems->len - 5), problems->len - 5);
    }
  mp_window_show_bar (self, text->str);
  return FALSE;
}

/* The name of a file is often that of a person. */
static void
remember_file (MpWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  if (!g_settings_get_boolean (mp_settings_get (), "hide-names") && (self->store == NULL || !mp_store_get_sealed (self->store)))
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

static gboolean
open_file (MpWindow *self, GFile *file)
{
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  if (!g_file_load_contents (file, NULL, &data, &length, NULL, &error))
    {
      mp_window_show_bar (self, error->message);
      return FALSE;
    }
  remember_file (self, file);
  return read_case (self, data, length, NULL, 0);
}

/* A case that is here already is opened as it is here; an export of several is taken over. */
static void
take_file (MpWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file), *person_id = NULL;
  const char *words = NULL;
  g_autoptr (GError) error = NULL;
  MpTransfer done;

  if (path == NULL || self->store == NULL || mp_store_get_read_only (self->store))
    {
      if (open_file (self, file))
        save (self);
      return;
    }
  /* What is open may be the very case that the file follows on. */
  if (self->save_source != 0 && !self->guest && !save (self))
    return;
  done = mp_transfer_import (GTK_WINDOW (self), self->store, path, &person_id, &words, &error);
  if (done == MP_TRANSFER_REFUSED && (error == NULL || g_str_has_suffix (path, ".milepost")))
    {
      if (open_file (self, file)) /* which says what is wrong, place by place */
        save (self);
    }
  else if (done == MP_TRANSFER_REFUSED)
    mp_window_show_bar (self, error->message);
  else if (done == MP_TRANSFER_SEVERAL)
    refresh_people (self);
  else
    {
      remember_file (self, file);
      mp_window_open_person (self, person_id);
      if (self->model != NULL)
        show_saved (self);
      if (words != NULL)
        adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (words));
    }
}

/**
 * mp_window_is_locked:
 * @self: a window
 *
 * Returns: whether it is covered until somebody unlocks it
 */
gboolean
mp_window_is_locked (MpWindow *self)
{
  return mp_guard_is_locked (self->guard);
}

/**
 * mp_window_open_file:
 * @self: a window
 * @file: a case file, or an export of several
 *
 * Adds the person of a case file to the people and shows the case.
 */
void
mp_window_open_file (MpWindow *self, GFile *file)
{
  if (mp_guard_is_locked (self->guard))
    g_ptr_array_add (self->waiting, g_object_ref (file));
  else
    take_file (self, file);
}

/**
 * mp_window_open_files:
 * @self: a window, which may not be shown yet
 * @files: (array length=n_files): case files, or exports of several
 * @n_files: how many
 *
 * Shows the window and opens each file in it.
 */
void
mp_window_open_files (MpWindow *self, GFile **files, int n_files)
{
  const gboolean is_new = !gtk_widget_get_visible (GTK_WIDGET (self));

  /* What is to be said needs a window below it; but for one that shows a case at once the people need not be read. */
  if (is_new)
    adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->case_bin);
  gtk_window_present (GTK_WINDOW (self));
  for (int i = 0; i < n_files; i++)
    mp_window_open_file (self, files[i]);
  if (!is_new || self->model != NULL)
    return;
  gtk_widget_set_visible (self->leaflet, FALSE); /* so that the people do not slide in */
  show_people (self);
  gtk_widget_set_visible (self->leaflet, TRUE);
}

/* A dropped file is shown first, then added. */
static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, MpWindow *self)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL || !open_file (self, file))
    return FALSE;
  self->guest = TRUE;
  show_bar (self, BAR_GUEST, _("This case is only looked at. It is not among your people yet."));
  return TRUE;
}

/**
 * mp_window_open_person:
 * @self: a window
 * @person_id: somebody in the database
 *
 * Shows somebody's case.
 */
void
mp_window_open_person (MpWindow *self, const char *person_id)
{
  g_autoptr (GError) error = NULL;
  gint64 revision;
  g_autoptr (GBytes) document = mp_store_load (self->store, person_id, &revision, &error);
  MpWindow *leader;
  gsize length;
  const char *data;

  if (document == NULL)
    {
      mp_window_show_bar (self, error->message);
      return;
    }
  data = g_bytes_get_data (document, &length);
  if (!read_case (self, data, length, person_id, revision))
    return;
  mp_store_mark_opened (self->store, person_id, NULL);
  restore_case (self);
  leader = find_leader (self);
  if (leader != NULL)
    follow (self, leader);
  else
    take_hold (self);
  if (!mp_case_model_get_read_only (self->model))
    tell_of_copy (self);
}

/**
 * mp_window_show_page:
 * @self: a window
 * @page: a page of the open case
 * @month: where the cursor goes; %MP_MONTH_NONE to leave it
 */
void
mp_window_show_page (MpWindow *self, const char *page, MpMonth month)
{
  if (case_page (self) == NULL)
    return;
  mp_case_page_show (case_page (self), page);
  if (month != MP_MONTH_NONE)
    mp_case_view_set_cursor (mp_case_page_get_view (case_page (self)), month);
}

/**
 * mp_window_show_why:
 * @self: a window
 *
 * Shows the reasons of the month that Projection is at.
 */
void
mp_window_show_why (MpWindow *self)
{
  if (case_page (self) != NULL)
    mp_case_page_show_why (case_page (self));
}

/**
 * mp_window_restore:
 * @self: a window
 *
 * Shows whom it showed when it was closed.
 */
void
mp_window_restore (MpWindow *self)
{
  g_autofree char *last = self->store != NULL ? mp_store_get_setting (self->store, LAST_VIEW, NULL) : NULL;
  g_autoptr (MpStoreEntry) entry = NULL;

  if (last == NULL || *last == '\0')
    return;
  last[strcspn (last, " ")] = '\0'; /* earlier versions wrote the page behind it */
  entry = mp_store_find (self->store, last, NULL);
  if (entry != NULL && entry->archived == 0 && entry->deleted == 0)
    mp_window_open_person (self, last);
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  if (self->save_source != 0)
    save (self);
  show_people (self);
  leave_case (self);
  remember_view (self);
  mp_people_page_refresh (people_page (self));
  mp_people_page_focus (people_page (self), FALSE);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  if (self->model != NULL && mp_case_model_is_trying (self->model))
    mp_case_model_drop (self->model);
  else if (self->model != NULL)
    mp_case_model_undo (self->model);
  else
    mp_people_page_undo (people_page (self));
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_model_redo (MP_WINDOW (widget)->model);
}

static void
add_job_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_page_add_job (case_page (MP_WINDOW (widget)));
}

static void
add_plan_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_page_add_plan (case_page (MP_WINDOW (widget)), g_str_equal (action, "win.copy-plan"));
}

static void
step_plan_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpCaseModel *model = MP_WINDOW (widget)->model;
  guint plan = mp_case_model_get_scenario (model);

  if (g_str_equal (action, "win.next-plan"))
    mp_case_model_set_scenario (model, plan + 1);
  else if (plan > 0)
    mp_case_model_set_scenario (model, plan - 1);
}

static void
page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_window_show_page (MP_WINDOW (widget), g_variant_get_string (parameter, NULL), MP_MONTH_NONE);
}

static void
show_fact_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_page_show_fact (case_page (MP_WINDOW (widget)), g_variant_get_string (parameter, NULL));
}

static void
present_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_page_present (MP_CASE_PAGE (adw_bin_get_child (ADW_BIN (MP_WINDOW (widget)->case_bin))));
}

static void
panel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpCaseView *view = mp_case_page_get_view (case_page (MP_WINDOW (widget)));

  mp_case_view_set_panel (view, !mp_case_view_get_panel (view));
}

static void
lock_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_guard_lock (MP_WINDOW (widget)->guard);
}

/* What is not saved yet is saved. When that fails, the case waits behind the cover, for nobody else has it. */
static void
locking_cb (MpGuard *guard, MpWindow *self)
{
  gboolean kept = TRUE;

  if (self->store == NULL || !mp_store_get_sealed (self->store))
    return;
  if (!mp_store_get_locked (self->store))
    {
      kept = self->save_source == 0 || save (self);
      remember_view (self);
    }
  else if (self->save_source != 0) /* another window has locked it before this one could save */
    kept = FALSE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->people != NULL)
    mp_people_page_clear (people_page (self));
  if (!kept)
    return;
  show_people (self);
  leave_case (self);
}

static void
unlocked_cb (MpGuard *guard, MpWindow *self)
{
  update_title (self);
  refresh_people (self);
  if (self->model != NULL)
    save (self);
  else if (self->waiting->len == 0)
    mp_window_restore (self);
  for (guint i = 0; i < self->waiting->len; i++)
    mp_window_open_file (self, g_ptr_array_index (self->waiting, i));
  g_ptr_array_set_size (self->waiting, 0);
}

static void
restore_state_cb (MpHistoryWindow *history, GBytes *document, MpWindow *self)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();
  MpCase *kase = mp_case_read (g_bytes_get_data (document, NULL), g_bytes_get_size (document), problems);

  if (kase == NULL || self->model == NULL)
    {
      mp_case_free (kase);
      mp_window_show_bar (self, _("This state cannot be restored."));
      return;
    }
  mp_case_model_commit (self->model, kase, _("Restore an earlier state"), problems);
}

static void
history_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  GtkWidget *history;

  if (self->store == NULL || self->model == NULL || (self->save_source != 0 && !save (self)) || self->person_id == NULL)
    return;
  history = mp_history_window_new (GTK_WINDOW (self), self->store, self->person_id);
  g_signal_connect_object (history, "restore", G_CALLBACK (restore_state_cb), self, 0);
  gtk_window_present (GTK_WINDOW (history));
}

static void
rollup_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  if (self->store != NULL && !mp_store_get_locked (self->store))
    gtk_window_present (GTK_WINDOW (mp_rollup_window_new (self, self->store)));
}

/* The same case beside the other page of it, or the people beside a case. */
static void
new_window_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  MpWindow *window;

  if ((self->save_source != 0 && !save (self)) || mp_guard_is_locked (self->guard))
    return;
  remember_case (self);
  window = MP_WINDOW (mp_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self->store, self->parameters));
  if (self->model != NULL && self->person_id != NULL)
    mp_window_open_person (window, self->person_id);
  gtk_window_present (GTK_WINDOW (window));
}

static void
fullscreen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
zoom_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint zoom = g_settings_get_int (mp_settings_get (), "zoom");

  zoom = g_str_equal (action, "win.zoom-normal") ? 100 : zoom + (g_str_equal (action, "win.zoom-in") ? 10 : -10);
  g_settings_set_int (mp_settings_get (), "zoom", CLAMP (zoom, 80, 250));
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  if (self->model == NULL)
    mp_people_page_focus (people_page (self), TRUE);
  else
    gtk_window_present (GTK_WINDOW (mp_search_new (self, self->store)));
}

static void
added_cb (MpNewPerson *sheet, MpWindow *self)
{
  MpCase *kase = mp_new_person_make_case (sheet);
  MpBenefits benefits = mp_new_person_get_benefits (sheet);

  if (kase == NULL)
    return;
  show_case (self, kase, NULL, 0);
  save (self);
  mp_case_view_set_expected (mp_case_page_get_view (case_page (self)), benefits != MP_BENEFITS_SSI, benefits != MP_BENEFITS_SSDI);
  mp_case_page_show (case_page (self), "facts");
}

static void
add_person_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *sheet = mp_new_person_new (GTK_WINDOW (widget));

  g_signal_connect_object (sheet, "added", G_CALLBACK (added_cb), widget, 0);
  gtk_window_present (GTK_WINDOW (sheet));
}

static void
open_sample_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  g_autofree char *path = g_strconcat (SAMPLES, g_variant_get_string (parameter, NULL), ".milepost", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!read_case (self, data, length, NULL, 0))
    return;
  self->sample = TRUE;
  save (self);
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, MpWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      mp_window_open_file (self, file);
    }
  g_clear_object (&self->chooser);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Open a case file"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_signal_connect (self->chooser, "response", G_CALLBACK (open_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save_copy_response_cb (GtkNativeDialog *dialog, int response, MpWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT && self->model != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *document = mp_case_write (mp_case_model_get_kept_case (self->model));
      g_autoptr (GError) error = NULL;

      if (!g_file_replace_contents (file, document, strlen (document), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
        mp_window_show_bar (self, error->message);
    }
  g_clear_object (&self->chooser);
}

static void
save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save a copy"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("case.milepost"));
  g_signal_connect (self->chooser, "response", G_CALLBACK (save_copy_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
export_response_cb (GtkNativeDialog *dialog, int response, MpWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);
      g_autoptr (GError) error = NULL;

      if (path == NULL)
        mp_window_show_bar (self, _("An export is a file on this computer."));
      else if (!mp_store_export (self->store, NULL, path, &error))
        mp_window_show_bar (self, error->message);
      else
        adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (_("Everybody outside the bin is in the file.")));
    }
  g_clear_object (&self->chooser);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  g_autofree char *name = mp_transfer_name ();

  if (self->store == NULL)
    return;
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (mp_store_get_sealed (self->store) ? _("Export everybody: this file is not sealed")
                                                                                  : _("Export everybody"),
                                               GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect (self->chooser, "response", G_CALLBACK (export_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
report_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *does = g_str_equal (action, "win.print") ? "report.print" : g_str_equal (action, "win.hand-out") ? "report.hand-out" : "report.save";

  mp_case_page_report (case_page (MP_WINDOW (widget)), does);
}

static void
save_picture_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mp_case_page_save_picture (case_page (MP_WINDOW (widget)));
}

static void
bar_copy_cb (MpWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
}

static void
close_bar (MpWindow *self)
{
  show_bar (self, BAR_PLAIN, NULL);
}

static gboolean
close_cb (GtkWindow *window, gpointer data)
{
  MpWindow *self = MP_WINDOW (window);
  GSettings *settings = mp_settings_get ();
  int width, height;

  if (self->save_source != 0)
    save (self);
  remember_view (self);
  leave_case (self);
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  if (!gtk_window_is_maximized (window) && !gtk_window_is_fullscreen (window) && width >= NARROWEST && height >= LOWEST)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  return FALSE;
}

static gboolean
poll_cb (gpointer data)
{
  MpWindow *self = data;

  mp_store_poll (self->store);
  take_hold (self);
  catch_up (self);
  if (!mp_store_get_locked (self->store)) /* a battery that goes empty takes no more than these seconds */
    remember_case (self);
  return G_SOURCE_CONTINUE;
}

static void
store_changed_cb (MpStore *store, const char *person_id, MpWindow *self)
{
  if (self->model == NULL && self->people != NULL && gtk_widget_get_mapped (self->people))
    refresh_people (self);
  if (person_id == NULL || g_strcmp0 (person_id, self->person_id) == 0)
    catch_up (self);
}

/* As low as a telephone that lies on its side. A page scrolls, so its height need not be asked for: GTK would try a dozen
 * widths for it, and lay every page out for each, whenever a text changes. */
static void
mp_window_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      GTK_WIDGET_CLASS (mp_window_parent_class)->measure (widget, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
      return;
    }
  *minimum = *natural = LOWEST;
  *minimum_baseline = *natural_baseline = -1;
}

static void
mp_window_show (GtkWidget *widget)
{
  MpWindow *self = MP_WINDOW (widget);

  if (adw_leaflet_get_visible_child (ADW_LEAFLET (self->leaflet)) == self->people_bin)
    people_page (self);
  GTK_WIDGET_CLASS (mp_window_parent_class)->show (widget);
}

static void
mp_window_dispose (GObject *object)
{
  MpWindow *self = MP_WINDOW (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_handle_id (&self->poll_source, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_weak_pointer (&self->leader);
  g_clear_pointer (&self->hold, mp_hold_free);
  g_clear_object (&self->model);
  g_clear_object (&self->chooser);
  g_clear_object (&self->guard);
  g_clear_object (&self->store);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->person_id, g_free);
  g_clear_pointer (&self->saved, g_free);
  g_clear_pointer (&self->remembered, g_free);
  G_OBJECT_CLASS (mp_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (klass, "win.add-person", NULL, add_person_cb);
  gtk_widget_class_install_action (klass, "win.open-sample", "s", open_sample_cb);
  gtk_widget_class_install_action (klass, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (klass, "win.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (klass, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "win.save-pdf", NULL, report_cb);
  gtk_widget_class_install_action (klass, "win.print", NULL, report_cb);
  gtk_widget_class_install_action (klass, "win.hand-out", NULL, report_cb);
  gtk_widget_class_install_action (klass, "win.save-picture", NULL, save_picture_cb);
  gtk_widget_class_install_action (klass, "win.add-job", NULL, add_job_cb);
  gtk_widget_class_install_action (klass, "win.add-plan", NULL, add_plan_cb);
  gtk_widget_class_install_action (klass, "win.copy-plan", NULL, add_plan_cb);
  gtk_widget_class_install_action (klass, "win.next-plan", NULL, step_plan_cb);
  gtk_widget_class_install_action (klass, "win.previous-plan", NULL, step_plan_cb);
  gtk_widget_class_install_action (klass, "win.page", "s", page_cb);
  gtk_widget_class_install_action (klass, "win.show-fact", "s", show_fact_cb);
  gtk_widget_class_install_action (klass, "win.present", NULL, present_cb);
  gtk_widget_class_install_action (klass, "win.panel", NULL, panel_cb);
  gtk_widget_class_install_action (klass, "win.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_install_action (klass, "win.lock", NULL, lock_cb);
  gtk_widget_class_install_action (klass, "win.history", NULL, history_cb);
  gtk_widget_class_install_action (klass, "win.rollup", NULL, rollup_cb);
  gtk_widget_class_install_action (klass, "win.new-window", NULL, new_window_cb);
  gtk_widget_class_install_action (klass, "win.report-made", NULL, report_made_cb);
  gtk_widget_class_install_action (klass, "win.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (klass, "win.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (klass, "win.zoom-normal", NULL, zoom_cb);
}

static void
mp_window_class_init (MpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_window_dispose;
  widget_class->measure = mp_window_measure;
  widget_class->show = mp_window_show;
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/milepost/Milepost/window.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MpWindow, name)
  BIND (toasts); BIND (bar); BIND (bar_label); BIND (bar_close); BIND (bar_retry); BIND (bar_copy); BIND (bar_add); BIND (bar_remove); BIND (bar_compare);
  BIND (leaflet); BIND (people_bin); BIND (case_bin);
#undef BIND
}

static void
mp_window_init (MpWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  GSettings *settings = mp_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_swapped (self->bar_close, "clicked", G_CALLBACK (close_bar), self);
  g_signal_connect_swapped (self->bar_retry, "clicked", G_CALLBACK (retry_cb), self);
  g_signal_connect_swapped (self->bar_copy, "clicked", G_CALLBACK (bar_copy_cb), self);
  g_signal_connect_swapped (self->bar_add, "clicked", G_CALLBACK (add_guest_cb), self);
  g_signal_connect_swapped (self->bar_remove, "clicked", G_CALLBACK (remove_numbers_cb), self);
  g_signal_connect_swapped (self->bar_compare, "clicked", G_CALLBACK (compare_copies_cb), self);
  show_bar (self, BAR_PLAIN, NULL);
  g_signal_connect (self, "close-request", G_CALLBACK (close_cb), NULL);
  g_signal_connect_object (settings, "changed::hide-names", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  mp_a11y_name (self->bar, _("Message"));
  mp_a11y_name (self->bar_close, _("Close the message"));
  mp_a11y_name (self->bar_retry, _("Try again"));
  mp_a11y_name (self->bar_copy, _("Save a copy"));
  mp_a11y_name (self->bar_add, _("Add to people"));
  mp_a11y_name (self->bar_remove, _("Remove the number"));
  mp_a11y_name (self->bar_compare, _("Compare the copies"));
}

/**
 * mp_window_new:
 * @application: the program
 * @store: (nullable): the people; %NULL to run without saving
 * @parameters: the published figures
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
mp_window_new (AdwApplication *application, MpStore *store, const MpParameters *parameters)
{
  MpWindow *self = g_object_new (MP_TYPE_WINDOW, "application", application, NULL);

  self->parameters = parameters;
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      self->poll_source = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
      g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
    }
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->guard = mp_guard_new (ADW_APPLICATION_WINDOW (self), store);
  g_signal_connect_object (self->guard, "locking", G_CALLBACK (locking_cb), self, 0);
  g_signal_connect_object (self->guard, "locked", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->guard, "unlocked", G_CALLBACK (unlocked_cb), self, 0);
  update_actions (self);
  update_title (self);
  return GTK_WIDGET (self);
}

/**
 * mp_window_get_model:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the open case
 */
MpCaseModel *
mp_window_get_model (MpWindow *self)
{
  return self->model;
}

const MpParameters *
mp_window_get_parameters (MpWindow *self)
{
  return self->parameters;
}

/**
 * mp_window_set_parameters:
 * @self: a window
 * @parameters: the published figures from now on
 */
void
mp_window_set_parameters (MpWindow *self, const MpParameters *parameters)
{
  self->parameters = parameters;
  if (self->model != NULL)
    mp_case_model_set_parameters (self->model, parameters);
}

/**
 * mp_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the page of the open case, %NULL at the people
 */
const char *
mp_window_get_page (MpWindow *self)
{
  return case_page (self) != NULL ? mp_case_page_get_shown (case_page (self)) : NULL;
}
