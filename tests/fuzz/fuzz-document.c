/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Puts bytes into a caseload where a case stands, with a right checksum, as another program could:
 * listed, read, compared and migrated without a crash. */

#include "fuzz.h"
#include "fuzz-store.h"

#include "mp-history.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const char plain[] = "{\"format\": \"milepost-case\", \"scenarios\": [{\"name\": \"A\"}]}";
  static MpStore *store;
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *saved = NULL;
  g_autoptr (GString) summary = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) differences = NULL, found = NULL;
  MpStoreEntry entry = { .person_id = id, .revision = 1, .created = 1, .updated = 1 };

  if (store == NULL)
    store = new_store ();
  /* as a saved case, which must be one */
  saved = mp_store_save (store, NULL, NULL, text, NULL);
  if (saved != NULL)
    {
      bytes = mp_store_load (store, saved, NULL, NULL);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
      g_assert_true (mp_store_rename (store, saved, "Another", NULL));
    }
  /* as a row that somebody else wrote, both as the case and as its summary */
  summary = g_string_new_len ((const char *) data, (gssize) size);
  g_assert_true (_mp_store_begin (store, NULL));
  g_assert_true (_mp_store_put_person (store, &entry, summary, NULL));
  g_assert_true (_mp_store_put_state (store, id, 1, 1, (const char *) data, size, NULL));
  g_assert_true (_mp_store_end (store, TRUE, NULL));
  _mp_store_forget_rows (store);
  found = mp_store_list (store, "alex", MP_STORE_SHELF_ALL, NULL);
  g_assert_nonnull (found);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = mp_store_load (store, id, NULL, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), data, size);
  differences = mp_differences ((const char *) data, size, plain, strlen (plain));
  g_assert_true (_mp_store_run (store, "DELETE FROM people", NULL));
  return 0;
}
