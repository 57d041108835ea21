/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-lock-page.h"

#include "mp-a11y.h"
#include "mp-guide.h"
#include "mp-seal.h"

#include <glib/gi18n-lib.h>

struct _MpLockPage {
  AdwBin parent_instance;
  GtkWidget *status, *entry, *message, *spinner, *button;
  MpStore *store; /* (nullable) */
};

enum { UNLOCKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpLockPage, mp_lock_page, ADW_TYPE_BIN)

static gboolean
is_sealed (MpLockPage *self)
{
  return self->store != NULL && mp_store_get_locked (self->store);
}

static void
set_busy (MpLockPage *self, gboolean busy)
{
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), !busy);
  gtk_widget_set_sensitive (self->button, !busy);
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

static void
say (MpLockPage *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->message), text);
  gtk_widget_set_visible (self->message, *text != '\0');
  if (*text != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpLockPage) self = data;
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (mp_store_unlock_finish (MP_STORE (source), result, &error))
    {
      say (self, "");
      g_signal_emit (self, signals[UNLOCKED], 0);
      return;
    }
  say (self, error->message);
  gtk_widget_grab_focus (self->entry);
}

static void
unlock_cb (MpLockPage *self)
{
  if (!is_sealed (self))
    {
      g_signal_emit (self, signals[UNLOCKED], 0);
      return;
    }
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return;
  set_busy (self, TRUE);
  say (self, "");
  mp_store_unlock_async (self->store, gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL, unlocked_cb, g_object_ref (self));
}

/**
 * mp_lock_page_reset:
 * @self: a lock page
 *
 * Asks for what the caseload needs now, and takes the focus.
 */
void
mp_lock_page_reset (MpLockPage *self)
{
  gboolean sealed = is_sealed (self);

  adw_status_page_set_description (ADW_STATUS_PAGE (self->status), sealed
    ? _("The caseload is sealed. Its passphrase or its recovery key opens it.")
    : _("The window is covered. The file has no passphrase: whoever can open it can read it."));
  gtk_widget_set_visible (self->entry, sealed);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  say (self, "");
  gtk_widget_grab_focus (sealed ? self->entry : self->button);
}

static void
mp_lock_page_dispose (GObject *object)
{
  g_clear_object (&MP_LOCK_PAGE (object)->store);
  G_OBJECT_CLASS (mp_lock_page_parent_class)->dispose (object);
}

static void
mp_lock_page_class_init (MpLockPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_lock_page_dispose;
  /* The person may go on. */
  signals[UNLOCKED] = g_signal_new ("unlocked", MP_TYPE_LOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mp_lock_page_init (MpLockPage *self)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->status = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status), "io.github.milepost.Milepost");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), _("Locked"));
  gtk_widget_set_vexpand (self->status, TRUE);
  self->entry = gtk_password_entry_new ();
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (self->entry), TRUE);
  mp_a11y_name (self->entry, _("Passphrase"));
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_add_css_class (self->message, "error");
  self->spinner = gtk_spinner_new ();
  self->button = gtk_button_new_with_label (_("Unlock"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (box, 320, -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), self->spinner);
  gtk_box_append (GTK_BOX (box), self->button);
  adw_status_page_set_child (ADW_STATUS_PAGE (self->status), box);
  gtk_box_append (GTK_BOX (frame), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (frame), self->status);
  adw_bin_set_child (ADW_BIN (self), frame);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (unlock_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (unlock_cb), self);
  set_busy (self, FALSE);
  mp_guide_set_topic (GTK_WIDGET (self), "safe");
}

/**
 * mp_lock_page_new:
 * @store: (nullable): the people
 *
 * Returns: (transfer none): the page
 */
GtkWidget *
mp_lock_page_new (MpStore *store)
{
  MpLockPage *self = g_object_new (MP_TYPE_LOCK_PAGE, NULL);

  if (store != NULL)
    self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}
