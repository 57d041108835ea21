/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-search-provider.h"

#include "mp-seal.h"
#include "mp-settings.h"
#include "mp-window.h"

#include <string.h>

#define MOST 20 /* who needs more types more */

/**
 * MpSearchProvider:
 *
 * The interface org.gnome.Shell.SearchProvider2. It finds people by name alone, and says their name alone: an overview
 * is seen by whoever stands behind. Nobody is found while the caseload or a window is locked, or names are hidden.
 */
struct _MpSearchProvider {
  GObject parent_instance;
  GApplication *application; /* owns this */
  MpStore *store;            /* (nullable) */
  GDBusNodeInfo *info;
  GDBusConnection *connection;
  guint registration;
};

G_DEFINE_FINAL_TYPE (MpSearchProvider, mp_search_provider, G_TYPE_OBJECT)

static const char introspection[] =
  "<node>"
  "<interface name='org.gnome.Shell.SearchProvider2'>"
  "<method name='GetInitialResultSet'><arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/></method>"
  "<method name='GetSubsearchResultSet'><arg type='as' name='previous_results' direction='in'/>"
  "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/></method>"
  "<method name='GetResultMetas'><arg type='as' name='identifiers' direction='in'/><arg type='aa{sv}' name='metas' direction='out'/></method>"
  "<method name='ActivateResult'><arg type='s' name='identifier' direction='in'/><arg type='as' name='terms' direction='in'/>"
  "<arg type='u' name='timestamp' direction='in'/></method>"
  "<method name='LaunchSearch'><arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/></method>"
  "</interface>"
  "</node>";

static gboolean
names_may_be_shown (MpSearchProvider *self)
{
  if (self->store == NULL || mp_store_get_locked (self->store) || g_settings_get_boolean (mp_settings_get (), "hide-names"))
    return FALSE;
  for (GList *one = gtk_application_get_windows (GTK_APPLICATION (self->application)); one != NULL; one = one->next)
    if (MP_IS_WINDOW (one->data) && mp_window_is_locked (one->data))
      return FALSE;
  return TRUE;
}

/* The name has every word somewhere in it, whole or as a part. */
static gboolean
has_words (const char *name, const char *const *words)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (words[i], -1);
      if (strstr (folded, word) == NULL)
        return FALSE;
    }
  return words[0] != NULL;
}

static GVariant *
find (MpSearchProvider *self, const char *const *words)
{
  g_autoptr (GPtrArray) entries = NULL;
  GVariantBuilder found;
  guint n = 0;

  g_variant_builder_init (&found, G_VARIANT_TYPE ("as"));
  if (names_may_be_shown (self))
    entries = mp_store_list (self->store, NULL, MP_STORE_SHELF_PEOPLE, NULL);
  for (guint i = 0; entries != NULL && i < entries->len && n < MOST; i++)
    {
      const MpStoreEntry *entry = entries->pdata[i];

      if (!entry->damaged && has_words (entry->name, words))
        {
          g_variant_builder_add (&found, "s", entry->person_id);
          n++;
        }
    }
  return g_variant_new ("(as)", &found);
}

static GVariant *
describe (MpSearchProvider *self, const char *const *ids)
{
  GVariantBuilder metas;
  gboolean shown = names_may_be_shown (self);

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; shown && ids[i] != NULL; i++)
    {
      g_autoptr (MpStoreEntry) entry = mp_store_find (self->store, ids[i], NULL);

      if (entry == NULL || entry->damaged)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (entry->person_id));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (entry->name));
      g_variant_builder_close (&metas);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

/* When something was locked after the search, the window asks for the passphrase and nobody is shown. */
static void
open_person (MpSearchProvider *self, const char *person_id)
{
  gboolean shown = names_may_be_shown (self);
  GtkWindow *window;

  g_application_activate (self->application);
  window = gtk_application_get_active_window (GTK_APPLICATION (self->application));
  if (shown && window != NULL && MP_IS_WINDOW (window))
    mp_window_open_person (MP_WINDOW (window), person_id);
}

static void
call_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *method,
         GVariant *arguments, GDBusMethodInvocation *invocation, gpointer data)
{
  MpSearchProvider *self = data;
  g_autofree const char **words = NULL;
  const char *person_id;
  GVariant *answer = NULL;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (arguments, "(^a&s)", &words);
      answer = find (self, words);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (arguments, "(@as^a&s)", NULL, &words);
      answer = find (self, words);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (arguments, "(^a&s)", &words);
      answer = describe (self, words);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get_child (arguments, 0, "&s", &person_id);
      open_person (self, person_id);
    }
  else /* LaunchSearch: the people, who have a search of their own */
    g_application_activate (self->application);
  g_dbus_method_invocation_return_value (invocation, answer);
}

static const GDBusInterfaceVTable vtable = { .method_call = call_cb };

static void
mp_search_provider_finalize (GObject *object)
{
  MpSearchProvider *self = MP_SEARCH_PROVIDER (object);

  mp_search_provider_withdraw (self);
  g_clear_object (&self->store);
  g_dbus_node_info_unref (self->info);
  G_OBJECT_CLASS (mp_search_provider_parent_class)->finalize (object);
}

static void
mp_search_provider_class_init (MpSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mp_search_provider_finalize;
}

static void
mp_search_provider_init (MpSearchProvider *self)
{
  self->info = g_dbus_node_info_new_for_xml (introspection, NULL);
}

/**
 * mp_search_provider_new:
 * @application: the program, which outlives the provider
 *
 * Returns: (transfer full): a provider that finds nobody yet
 */
MpSearchProvider *
mp_search_provider_new (GApplication *application)
{
  MpSearchProvider *self = g_object_new (MP_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

/**
 * mp_search_provider_set_store:
 * @self: a provider
 * @store: (nullable): the people to find
 */
void
mp_search_provider_set_store (MpSearchProvider *self, MpStore *store)
{
  g_set_object (&self->store, store);
}

/**
 * mp_search_provider_export:
 * @self: a provider
 * @connection: the session bus
 * @path: where on it, as in the .ini file that tells the desktop
 * @error: from GIO
 *
 * Returns: whether the desktop can ask now
 */
gboolean
mp_search_provider_export (MpSearchProvider *self, GDBusConnection *connection, const char *path, GError **error)
{
  mp_search_provider_withdraw (self);
  self->registration = g_dbus_connection_register_object (connection, path, self->info->interfaces[0], &vtable, self, NULL, error);
  if (self->registration == 0)
    return FALSE;
  self->connection = g_object_ref (connection);
  return TRUE;
}

/**
 * mp_search_provider_withdraw:
 * @self: a provider
 *
 * Undoes mp_search_provider_export().
 */
void
mp_search_provider_withdraw (MpSearchProvider *self)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}
