/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-transfer.h"

#include "mp-move.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES 5 /* of what was refused */

/* What was done with one case; NULL: it is simply here. */
static const char *
words_of (MpImportKind kind)
{
  switch (kind)
    {
    case MP_IMPORT_UPDATED:
      return _("The case is newer than the one here, which stays in its history.");
    case MP_IMPORT_ALREADY:
      return _("This case is here already.");
    case MP_IMPORT_ADDED:
    case MP_IMPORT_COPIED:
    case MP_IMPORT_REFUSED:
    default:
      return NULL;
    }
}

static void
tell (GtkWindow *parent, GPtrArray *lines)
{
  static const char *const kinds[] = {
    [MP_IMPORT_ADDED] = N_("Added"), [MP_IMPORT_UPDATED] = N_("Updated; the earlier state is in the history"),
    [MP_IMPORT_ALREADY] = N_("Here already"), [MP_IMPORT_COPIED] = N_("Changed apart, put beside the one here"),
    [MP_IMPORT_REFUSED] = N_("Refused"),
  };
  g_autoptr (GString) text = g_string_new (NULL);
  guint counts[G_N_ELEMENTS (kinds)] = { 0 }, refused = 0;
  GtkWidget *dialog;

  for (guint i = 0; i < lines->len; i++)
    counts[((MpImportLine *) g_ptr_array_index (lines, i))->kind]++;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (counts[i] > 0)
      g_string_append_printf (text, "%s%s: %u", text->len > 0 ? "\n" : "", _(kinds[i]), counts[i]);
  for (guint i = 0; i < lines->len; i++)
    {
      const MpImportLine *line = g_ptr_array_index (lines, i);

      if (line->kind == MP_IMPORT_REFUSED && refused++ < MOST_LINES)
        g_string_append_printf (text, "\n%s: %s", line->place, line->message);
    }
  dialog = adw_message_dialog_new (parent, _("People taken over"), text->len > 0 ? text->str : _("Nobody is in this file."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * mp_transfer_import:
 * @parent: a window
 * @store: the people, unlocked
 * @path: (type filename): a case file or an export
 * @person_id: (out) (transfer full): whose case is to be opened
 * @words: (out) (nullable): what is to be said of it
 * @error: return location for a %MP_STORE_ERROR
 *
 * Takes a file over. What is here already is not doubled, and nothing is written over.
 *
 * Returns: what became of it
 */
MpTransfer
mp_transfer_import (GtkWindow *parent, MpStore *store, const char *path, char **person_id, const char **words, GError **error)
{
  g_autoptr (GPtrArray) lines = mp_store_import (store, path, FALSE, error);
  const MpImportLine *line = lines != NULL && lines->len == 1 ? g_ptr_array_index (lines, 0) : NULL;

  *words = NULL;
  if (lines == NULL || (line != NULL && line->kind == MP_IMPORT_REFUSED))
    return MP_TRANSFER_REFUSED;
  if (line == NULL)
    {
      tell (parent, lines);
      return MP_TRANSFER_SEVERAL;
    }
  *person_id = g_strdup (line->person_id);
  *words = words_of (line->kind);
  return MP_TRANSFER_ONE;
}

/**
 * mp_transfer_name:
 *
 * Returns: (transfer full): the name that an export of everybody is given, with the day
 */
char *
mp_transfer_name (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  /* Translators: name of a file; %s is a day as 2026-11-25 */
  return g_strdup_printf (_("milepost-%s.zip"), day);
}
