/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A caseload in a folder of its own, and people to put into it. */

#pragma once

#include "mp-store-private.h"

typedef struct {
  char *folder;
  char *path;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void remove_folder (const char *path);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
MpStore *open_store (Fixture *fixture);
char *make_document (const char *name, const char *state, const char *benefits, const char *title);
char *save (MpStore *store, const char *id, const char *document);
char *add_person (MpStore *store, const char *name);
GPtrArray *list (MpStore *store, const char *search, MpStoreShelf shelf);
guint count (MpStore *store, const char *search, MpStoreShelf shelf);
void assert_document (MpStore *store, const char *id, const char *document, gint64 revision);
void assert_refused (const char *path, MpStoreError code, const char *words);
void write_file (const char *path, const char *content, gssize size);
