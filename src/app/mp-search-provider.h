/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Answers the desktop's search with the names of people, over the session bus. */

#pragma once

#include "mp-store.h"

G_BEGIN_DECLS

#define MP_TYPE_SEARCH_PROVIDER (mp_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (MpSearchProvider, mp_search_provider, MP, SEARCH_PROVIDER, GObject)

MpSearchProvider *mp_search_provider_new       (GApplication *application);
void              mp_search_provider_set_store (MpSearchProvider *self, MpStore *store);
gboolean          mp_search_provider_export    (MpSearchProvider *self, GDBusConnection *connection, const char *path, GError **error);
void              mp_search_provider_withdraw  (MpSearchProvider *self);

G_END_DECLS
