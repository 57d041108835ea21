/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-conflict.h"

#include "mp-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_LINES 12

static void
response_cb (GtkWidget *dialog, const char *response, gpointer data)
{
  static const char *const names[] = { "mine", "theirs", "both" };
  MpConflictFunc func = (MpConflictFunc) data;
  guint choice = 0;

  while (choice < G_N_ELEMENTS (names) && !g_str_equal (names[choice], response))
    choice++;
  func (gtk_window_get_transient_for (GTK_WINDOW (dialog)), (MpConflictChoice) choice);
}

static char *
describe (GBytes *theirs, const char *mine)
{
  g_autoptr (GPtrArray) found = mp_differences (g_bytes_get_data (theirs, NULL), g_bytes_get_size (theirs), mine, strlen (mine));
  GString *text = g_string_new (_("In another window or program this case was saved since you opened it. From theirs to yours:"));

  for (guint i = 0; found != NULL && i < MIN (found->len, MOST_LINES); i++)
    g_string_append_printf (text, "\n%s", ((MpDifference *) g_ptr_array_index (found, i))->words);
  if (found != NULL && found->len > MOST_LINES)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "\nand %u more", "\nand %u more", found->len - MOST_LINES),
                            found->len - MOST_LINES);
  return g_string_free (text, FALSE);
}

/**
 * mp_conflict_ask:
 * @parent: the window with the case
 * @store: the people
 * @person_id: whose case
 * @mine: the document that could not be saved
 * @func: called with the choice
 *
 * Shows what differs and asks which to keep. Whatever is chosen, nothing is lost.
 */
void
mp_conflict_ask (GtkWindow *parent, MpStore *store, const char *person_id, const char *mine, MpConflictFunc func)
{
  g_autoptr (GBytes) theirs = mp_store_load (store, person_id, NULL, NULL);
  g_autofree char *text = theirs != NULL ? describe (theirs, mine) : g_strdup (_("The other version cannot be read."));
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Two versions of this case"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _("Decide later"), "theirs", _("Take theirs"),
                                    "both", _("Keep both"), "mine", _("Keep mine"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "both");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), (gpointer) func);
  gtk_window_present (GTK_WINDOW (dialog));
}
