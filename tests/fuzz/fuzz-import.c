/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads bytes as an export: JSON lines, a zip or a case file. A second time nothing is new. */

#include "fuzz.h"
#include "fuzz-store.h"

#include "mp-move-private.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static MpStore *store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL, again = NULL;

  if (store == NULL)
    store = new_store ();
  lines = _mp_store_import_bytes (store, "fuzz", (const char *) data, size, FALSE, &error);
  g_assert_true ((lines != NULL) == (error == NULL));
  if (lines == NULL)
    return 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const MpImportLine *line = g_ptr_array_index (lines, i);
      g_assert_true ((line->kind == MP_IMPORT_REFUSED) == (line->message != NULL));
    }
  again = _mp_store_import_bytes (store, "fuzz", (const char *) data, size, FALSE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < again->len; i++)
    {
      const MpImportLine *line = g_ptr_array_index (again, i);
      g_assert_true (line->kind == MP_IMPORT_REFUSED || line->kind == MP_IMPORT_ALREADY);
    }
  g_assert_true (_mp_store_run (store, "DELETE FROM people", NULL));
  _mp_store_forget_rows (store);
  return 0;
}
