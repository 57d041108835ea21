/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window wants to know again, such as the page that was open; sealed like everything else. */

#include "mp-store-private.h"

#include <string.h>

static char *
read_value (MpStore *self, const char *key, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, "SELECT value FROM settings WHERE key = ?", error);
  gsize length;
  gint step;

  if (statement == NULL)
    return NULL;
  _mp_store_bind_text (statement, 1, key);
  step = sqlite3_step (statement);
  /* A damaged setting is as good as none. */
  if (step == SQLITE_ROW)
    return _mp_store_unwrap_column (self, "settings", key, 0, statement, 0, &length);
  if (step != SQLITE_DONE)
    _mp_store_set_error (self, error);
  return NULL;
}

/**
 * mp_store_get_setting:
 * @self: a store
 * @key: which
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): its value; %NULL without an error when it was never set
 */
char *
mp_store_get_setting (MpStore *self, const char *key, GError **error)
{
  char *value;
  gboolean ours;

  if (!_mp_store_begin_read (self, &ours, error))
    return NULL;
  value = read_value (self, key, error);
  _mp_store_end_read (self, ours);
  return value;
}

/**
 * mp_store_set_setting:
 * @self: a store
 * @key: which
 * @value: (nullable): its value, or %NULL to forget it
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: whether it was done
 */
gboolean
mp_store_set_setting (MpStore *self, const char *key, const char *value, GError **error)
{
  const char *sql = value == NULL ? "DELETE FROM settings WHERE key = ?1"
                                  : "INSERT INTO settings (key, value) VALUES (?1, ?2)"
                                    " ON CONFLICT (key) DO UPDATE SET value = excluded.value";
  gboolean done;

  if (!_mp_store_check_unlocked (self, error))
    return FALSE;
  {
    g_autoptr (sqlite3_stmt) statement = _mp_store_prepare (self, sql, error);
    g_autoptr (GBytes) bytes = NULL;

    if (statement == NULL || !_mp_store_begin (self, error))
      return FALSE;
    _mp_store_bind_text (statement, 1, key);
    if (value != NULL)
      {
        bytes = _mp_store_wrap (self, "settings", key, 0, value, strlen (value));
        _mp_store_bind_bytes (statement, 2, bytes);
      }
    done = _mp_store_finish (self, statement, error);
  }
  return _mp_store_end (self, done, error);
}
