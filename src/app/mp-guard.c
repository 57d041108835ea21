/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-guard.h"

#include "mp-lock-page.h"
#include "mp-seal.h"
#include "mp-session.h"
#include "mp-settings.h"

#define LOOK_SECONDS 5 /* between two looks how long nobody touched anything */

struct _MpGuard {
  GObject parent_instance;
  AdwApplicationWindow *window; /* which owns the guard */
  GtkWidget *stack, *content;
  GtkWidget *page;              /* (nullable): the cover, made when it first comes down */
  MpStore *store;               /* (nullable) */
  gboolean store_locked;        /* as this window knows it */
  MpSession *session;
  GPtrArray *put_away;          /* GtkWindow that does not close, such as one with a new recovery key */
  guint source;
};

enum { LOCKING, LOCKED, UNLOCKED, N_SIGNALS };
static guint signals[N_SIGNALS];
static gint64 touched; /* monotonic: when somebody last used a window of the program */

G_DEFINE_FINAL_TYPE (MpGuard, mp_guard, G_TYPE_OBJECT)

/**
 * mp_guard_is_locked:
 * @self: a guard
 *
 * Returns: whether the window is covered
 */
gboolean
mp_guard_is_locked (MpGuard *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "locked") == 0;
}

static void page_unlocked_cb (MpGuard *self);

/* What is not shown would still be read out, were it not invisible, too. */
static void
cover (MpGuard *self)
{
  if (self->page == NULL)
    {
      self->page = mp_lock_page_new (self->store);
      g_signal_connect_object (self->page, "unlocked", G_CALLBACK (page_unlocked_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (GTK_STACK (self->stack), self->page, "locked");
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "locked");
  gtk_widget_set_visible (self->content, FALSE);
  mp_lock_page_reset (MP_LOCK_PAGE (self->page));
}

/* Whether a window is a dialog of ours, or a dialog of one. */
static gboolean
is_ours (MpGuard *self, GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);

  return parent != NULL && (parent == GTK_WINDOW (self->window) || is_ours (self, parent));
}

/* Dialogs show names too. Each is closed as with its own button, so that whoever made it knows; one that does not close
 * is put away until somebody unlocks, for it has something that is kept nowhere else. */
static void
close_dialogs (MpGuard *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  g_autoptr (GPtrArray) dialogs = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *one = windows; one != NULL; one = one->next)
    if (GTK_IS_WINDOW (one->data) && gtk_widget_get_visible (one->data) && is_ours (self, one->data))
      g_ptr_array_add (dialogs, g_object_ref (one->data));
  for (guint i = 0; i < dialogs->len; i++)
    gtk_window_close (g_ptr_array_index (dialogs, i));
  for (guint i = 0; i < dialogs->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (dialogs, i)))
      {
        /* The dialog that it came from is gone. */
        gtk_window_set_transient_for (g_ptr_array_index (dialogs, i), GTK_WINDOW (self->window));
        gtk_widget_set_visible (g_ptr_array_index (dialogs, i), FALSE);
        g_ptr_array_add (self->put_away, g_object_ref (g_ptr_array_index (dialogs, i)));
      }
}

/* What was copied from a sealed caseload does not wait in the clipboard for whoever comes. */
static void
clear_clipboard (MpGuard *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));

  if (gdk_clipboard_is_local (clipboard))
    gdk_clipboard_set_content (clipboard, NULL);
}

/**
 * mp_guard_lock:
 * @self: a guard
 *
 * Covers the window, and locks the caseload when it is sealed. Emits #MpGuard::locking before, for
 * what is to be saved and put away.
 */
void
mp_guard_lock (MpGuard *self)
{
  if (mp_guard_is_locked (self))
    return;
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  g_signal_emit (self, signals[LOCKING], 0);
  close_dialogs (self);
  if (self->store != NULL && mp_store_get_sealed (self->store))
    clear_clipboard (self);
  if (self->store != NULL)
    mp_store_lock (self->store);
  cover (self);
  g_signal_emit (self, signals[LOCKED], 0);
}

static void
bring_back (MpGuard *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (guint i = 0; i < self->put_away->len; i++)
    if (g_list_find (windows, self->put_away->pdata[i]) != NULL) /* else it ended meanwhile */
      gtk_window_present (self->put_away->pdata[i]);
  g_ptr_array_set_size (self->put_away, 0);
}

static void
page_unlocked_cb (MpGuard *self)
{
  if (!mp_guard_is_locked (self))
    return;
  touched = g_get_monotonic_time ();
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  gtk_widget_set_visible (self->content, TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "open");
  g_signal_emit (self, signals[UNLOCKED], 0);
  bring_back (self);
}

/* Another window of this program, or another program, may have locked, unlocked or sealed the caseload. Behind the cover
 * only a passphrase opens: not that somebody took it off. */
static void
store_locked_cb (MpGuard *self)
{
  gboolean was_locked = self->store_locked;

  self->store_locked = mp_store_get_locked (self->store);
  if (!mp_guard_is_locked (self))
    {
      if (self->store_locked)
        mp_guard_lock (self);
    }
  else if (was_locked && !self->store_locked && mp_store_get_sealed (self->store))
    page_unlocked_cb (self);
  else if (was_locked != self->store_locked)
    mp_lock_page_reset (MP_LOCK_PAGE (self->page));
}

/* A presentation is looked at without a key or a click. */
static gboolean
is_presenting (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *one = windows; one != NULL; one = one->next)
    if (GTK_IS_WINDOW (one->data) && !ADW_IS_APPLICATION_WINDOW (one->data) && gtk_window_is_fullscreen (one->data))
      return TRUE;
  return FALSE;
}

/**
 * mp_guard_look:
 * @self: a guard
 * @now: monotonic time, in microseconds
 *
 * Locks when nobody touched anything for the minutes of the setting. A timer calls it.
 */
void
mp_guard_look (MpGuard *self, gint64 now)
{
  guint minutes = g_settings_get_uint (mp_settings_get (), "lock-minutes");

  if (is_presenting ())
    touched = now;
  if (minutes > 0 && now - touched > (gint64) minutes * 60 * G_USEC_PER_SEC)
    mp_guard_lock (self);
}

static gboolean
look_cb (gpointer data)
{
  mp_guard_look (data, g_get_monotonic_time ());
  return G_SOURCE_CONTINUE;
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, MpGuard *self)
{
  touched = g_get_monotonic_time ();
  return GDK_EVENT_PROPAGATE;
}

static void
mp_guard_dispose (GObject *object)
{
  MpGuard *self = MP_GUARD (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->put_away, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mp_guard_parent_class)->dispose (object);
}

static void
mp_guard_class_init (MpGuardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_guard_dispose;
  /* The window is about to be covered. */
  signals[LOCKING] = g_signal_new ("locking", MP_TYPE_GUARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* It is covered now. */
  signals[LOCKED] = g_signal_new ("locked", MP_TYPE_GUARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The person may go on. */
  signals[UNLOCKED] = g_signal_new ("unlocked", MP_TYPE_GUARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mp_guard_init (MpGuard *self)
{
  touched = g_get_monotonic_time ();
  self->put_away = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mp_guard_new:
 * @window: a window with its content
 * @store: (nullable): the people
 *
 * Puts a cover before the content of a window. It comes down after the minutes of the setting
 * `lock-minutes`, when the desktop locks its screen or the machine goes to sleep, and with
 * mp_guard_lock(); from the start when the caseload is sealed.
 *
 * Returns: (transfer full): the guard, which the window unrefs when it goes
 */
MpGuard *
mp_guard_new (AdwApplicationWindow *window, MpStore *store)
{
  MpGuard *self = g_object_new (MP_TYPE_GUARD, NULL);
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->window = window;
  self->content = g_object_ref (adw_application_window_get_content (window));
  self->stack = gtk_stack_new ();
  adw_application_window_set_content (window, NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), self->content, "open");
  adw_application_window_set_content (window, self->stack);
  g_object_unref (self->content);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
  self->source = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  self->session = mp_session_new (g_application_get_dbus_connection (g_application_get_default ()));
  g_signal_connect_object (self->session, "lock", G_CALLBACK (mp_guard_lock), self, G_CONNECT_SWAPPED);
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      g_signal_connect_object (store, "notify::locked", G_CALLBACK (store_locked_cb), self, G_CONNECT_SWAPPED);
      self->store_locked = mp_store_get_locked (store);
      if (self->store_locked)
        cover (self);
    }
  return self;
}
