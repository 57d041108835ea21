/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A store in memory, for the fuzzers of what is read into one. */

#pragma once

#include "mp-store-private.h"

static MpStore *
new_store (void)
{
  MpStore *store = g_object_new (MP_TYPE_STORE, NULL);

  store->path = g_strdup ("memory");
  store->in_memory = TRUE;
  if (sqlite3_open (":memory:", &store->database) != SQLITE_OK || !_mp_store_configure (store, NULL)
      || !_mp_store_migrate (store, NULL) || !_mp_store_read_locks (store, NULL))
    g_error ("no store in memory");
  return store;
}
