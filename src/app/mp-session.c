/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-session.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#define LOGIN "org.freedesktop.login1"
#define LOGIN_PATH "/org/freedesktop/login1"
#define LOGIN_MANAGER "org.freedesktop.login1.Manager"

typedef struct {
  GDBusConnection *bus;
  guint id;
} Subscription;

/* The desktop's screen saver says that it locks; logind tells the lock of a session, and the sleep of the machine, which
 * waits until an inhibitor of ours is given back. */
struct _MpSession {
  GObject parent_instance;
  GDBusConnection *system; /* (nullable): no system bus, as in a sandbox */
  GArray *subscriptions;
  GCancellable *cancellable;
  gint inhibitor;          /* -1: none */
};

enum { LOCK, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpSession, mp_session, G_TYPE_OBJECT)

static void
subscribe (MpSession *self, GDBusConnection *bus, const char *sender, const char *interface, const char *name, const char *path,
           GDBusSignalCallback callback)
{
  Subscription subscription = { g_object_ref (bus), 0 };

  subscription.id = g_dbus_connection_signal_subscribe (bus, sender, interface, name, path, NULL, G_DBUS_SIGNAL_FLAGS_NONE, callback,
                                                        self, NULL);
  g_array_append_val (self->subscriptions, subscription);
}

static void
subscription_clear (gpointer data)
{
  Subscription *self = data;

  g_dbus_connection_signal_unsubscribe (self->bus, self->id);
  g_object_unref (self->bus);
}

static gboolean
is_true (GVariant *parameters)
{
  gboolean on = FALSE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &on);
  return on;
}

static void
saver_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *name, GVariant *parameters,
          gpointer data)
{
  if (is_true (parameters))
    g_signal_emit (data, signals[LOCK], 0);
}

static void
lock_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *name, GVariant *parameters,
         gpointer data)
{
  g_signal_emit (data, signals[LOCK], 0);
}

static void
give_back (MpSession *self)
{
  if (self->inhibitor >= 0)
    close (self->inhibitor);
  self->inhibitor = -1;
}

static void
inhibited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GUnixFDList) files = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &files, result, NULL);
  MpSession *self = data;
  gint number;

  /* No logind, or the session is gone */
  if (answer == NULL)
    return;
  g_variant_get (answer, "(h)", &number);
  give_back (self);
  self->inhibitor = files != NULL ? g_unix_fd_list_get (files, number, NULL) : -1;
}

/* Without it the machine may be asleep before the window is covered. */
static void
inhibit (MpSession *self)
{
  /* Translators: why the computer waits a moment before it goes to sleep */
  const char *why = _("Locks the caseload first");

  g_dbus_connection_call_with_unix_fd_list (self->system, LOGIN, LOGIN_PATH, LOGIN_MANAGER, "Inhibit",
                                            g_variant_new ("(ssss)", "sleep", "Milepost", why, "delay"), G_VARIANT_TYPE ("(h)"),
                                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, self->cancellable, inhibited_cb, self);
}

static void
sleep_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *name, GVariant *parameters,
          gpointer data)
{
  MpSession *self = data;

  if (!is_true (parameters))
    {
      inhibit (self);
      return;
    }
  g_signal_emit (self, signals[LOCK], 0);
  give_back (self);
}

static void
watch_lock (MpSession *self, const char *path)
{
  subscribe (self, self->system, LOGIN, "org.freedesktop.login1.Session", "Lock", path, lock_cb);
}

/* A program that the user's service manager started belongs to no session; the one that the user sees is meant. */
static void
display_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) display = NULL;
  const char *path;

  if (answer == NULL)
    return;
  g_variant_get (answer, "(v)", &display);
  if (!g_variant_is_of_type (display, G_VARIANT_TYPE ("(so)")))
    return;
  g_variant_get (display, "(s&o)", NULL, &path);
  if (!g_str_equal (path, "/"))
    watch_lock (data, path);
}

static void
ask_display (MpSession *self)
{
  g_autofree char *path = g_strdup_printf (LOGIN_PATH "/user/_%u", (guint) getuid ());

  g_dbus_connection_call (self->system, LOGIN, path, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", "org.freedesktop.login1.User", "Display"), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, display_cb, self);
}

static void
own_session_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  const char *path;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer == NULL)
    {
      ask_display (data);
      return;
    }
  g_variant_get (answer, "(&o)", &path);
  watch_lock (data, path);
}

/* Another person's session, or another one of the same person, may lock without this window. */
static void
find_own_session (MpSession *self)
{
  const char *id = g_getenv ("XDG_SESSION_ID");

  g_dbus_connection_call (self->system, LOGIN, LOGIN_PATH, LOGIN_MANAGER, id != NULL ? "GetSession" : "GetSessionByPID",
                          id != NULL ? g_variant_new ("(s)", id) : g_variant_new ("(u)", (guint) getpid ()), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, own_session_cb, self);
}

static void
system_bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GDBusConnection *bus = g_bus_get_finish (result, NULL);
  MpSession *self;

  /* No system bus, or the session is gone */
  if (bus == NULL)
    return;
  self = data;
  self->system = bus;
  subscribe (self, bus, LOGIN, LOGIN_MANAGER, "PrepareForSleep", LOGIN_PATH, sleep_cb);
  inhibit (self);
  find_own_session (self);
}

static void
mp_session_dispose (GObject *object)
{
  MpSession *self = MP_SESSION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->subscriptions, g_array_unref);
  g_clear_object (&self->system);
  give_back (self);
  G_OBJECT_CLASS (mp_session_parent_class)->dispose (object);
}

static void
mp_session_class_init (MpSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_session_dispose;
  /* The desktop is locked, or is about to sleep: it waits for those who are connected. */
  signals[LOCK] = g_signal_new ("lock", MP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mp_session_init (MpSession *self)
{
  self->inhibitor = -1;
  self->cancellable = g_cancellable_new ();
  self->subscriptions = g_array_new (FALSE, FALSE, sizeof (Subscription));
  g_array_set_clear_func (self->subscriptions, subscription_clear);
}

/**
 * mp_session_new:
 * @bus: (nullable): the session bus
 *
 * Watches the desktop's screen saver, and logind for the lock of this session and for sleep, which it delays until
 * everybody who is connected to #MpSession::lock has returned.
 *
 * Returns: (transfer full): what emits the signal
 */
MpSession *
mp_session_new (GDBusConnection *bus)
{
  static const char *const savers[] = { "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver" };
  MpSession *self = g_object_new (MP_TYPE_SESSION, NULL);

  for (guint i = 0; bus != NULL && i < G_N_ELEMENTS (savers); i++)
    subscribe (self, bus, savers[i], savers[i], "ActiveChanged", NULL, saver_cb);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_cb, self);
  return self;
}
