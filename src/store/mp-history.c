/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-history.h"

#include "mp-store-private.h"

#define KEPT_SECONDS ((gint64) 90 * 24 * 60 * 60)

/**
 * mp_store_history:
 * @self: a store
 * @person_id: whom
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type MpStoreState): the saved states, the newest first
 */
GArray *
mp_store_history (MpStore *self, const char *person_id, GError **error)
{
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (MpStoreState));
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self,
    "SELECT states.revision, saved FROM states JOIN people ON people.number = person WHERE id = ?"
    " ORDER BY states.revision DESC", error);
  gint step;

  if (statement == NULL)
    return NULL;
  _mp_store_bind_text (statement, 1, person_id);
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      MpStoreState state = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };
      g_array_append_val (states, state);
    }
  if (step != SQLITE_DONE)
    _mp_store_set_error (self, error);
  else if (states->len == 0)
    _mp_store_set_not_found (self, error);
  else
    return g_steal_pointer (&states);
  return NULL;
}

/**
 * mp_store_load_state:
 * @self: a store
 * @person_id: whom
 * @revision: which state
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the case as it was then
 */
GBytes *
mp_store_load_state (MpStore *self, const char *person_id, gint64 revision, GError **error)
{
  GBytes *document;
  gboolean ours;

  if (!_mp_store_begin_read (self, &ours, error))
    return NULL;
  document = _mp_store_load_state (self, person_id, revision, error);
  _mp_store_end_read (self, ours);
  return document;
}

/**
 * mp_store_restore_state:
 * @self: a store
 * @person_id: whom
 * @state: which state is to be the newest again
 * @revision: (inout) (optional): as for mp_store_save()
 * @error: return location for a %MP_STORE_ERROR
 *
 * Saves an earlier state as the newest one; those between stay in the history, so that this can
 * be taken back in the same way.
 *
 * Returns: whether it was done
 */
gboolean
mp_store_restore_state (MpStore *self, const char *person_id, gint64 state, gint64 *revision, GError **error)
{
  g_autoptr (GBytes) bytes = mp_store_load_state (self, person_id, state, error);
  g_autofree char *document = NULL, *id = NULL;

  if (bytes == NULL)
    return FALSE;
  document = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  id = mp_store_save (self, person_id, revision, document, error);
  return id != NULL;
}

/* Thins out somebody's old states. Within a transaction. */
gboolean
_mp_store_thin_out (MpStore *self, const char *person_id, gint64 now, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self,
    "DELETE FROM states WHERE person = (SELECT number FROM people WHERE id = ?1) AND saved < ?2"
    " AND EXISTS (SELECT 1 FROM states AS later WHERE later.person = states.person AND later.revision > states.revision"
    "  AND date (later.saved, 'unixepoch', 'localtime') = date (states.saved, 'unixepoch', 'localtime'))", error);

  if (statement == NULL)
    return FALSE;
  _mp_store_bind_text (statement, 1, person_id);
  sqlite3_bind_int64 (statement, 2, now - KEPT_SECONDS);
  return _mp_store_finish (self, statement, error);
}
