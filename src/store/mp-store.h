/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The people of a caseload and their case files, in one SQLite file on this machine. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _MpStore MpStore;

#define MP_STORE_ERROR (mp_store_error_quark ())
/**
 * MpStoreError:
 * @MP_STORE_ERROR_NOT_STORE: the file is no database, or that of another program
 * @MP_STORE_ERROR_DAMAGED: the database is damaged
 * @MP_STORE_ERROR_NEWER: a newer Milepost made the file
 * @MP_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @MP_STORE_ERROR_FULL: the disk is full; what was there before is kept
 * @MP_STORE_ERROR_BUSY: another program is writing; the same call may succeed later
 * @MP_STORE_ERROR_NOT_FOUND: there is nobody with this id
 * @MP_STORE_ERROR_INVALID: what was to be stored is not a case file
 * @MP_STORE_ERROR_FAILED: the disk or memory failed in another way
 *
 * Every message names the file and what the person can do.
 */
typedef enum {
  MP_STORE_ERROR_NOT_STORE,
  MP_STORE_ERROR_DAMAGED,
  MP_STORE_ERROR_NEWER,
  MP_STORE_ERROR_READ_ONLY,
  MP_STORE_ERROR_FULL,
  MP_STORE_ERROR_BUSY,
  MP_STORE_ERROR_NOT_FOUND,
  MP_STORE_ERROR_INVALID,
  MP_STORE_ERROR_FAILED,
} MpStoreError;
GQuark mp_store_error_quark (void);

/**
 * MpStoreShelf:
 * @MP_STORE_SHELF_PEOPLE: those who are not deleted
 * @MP_STORE_SHELF_BIN: those who are, and can be brought back
 */
typedef enum {
  MP_STORE_SHELF_PEOPLE,
  MP_STORE_SHELF_BIN,
} MpStoreShelf;

/**
 * MpStoreEntry:
 * @person_id: the id that the other calls take
 * @name: the person's label, may be ""
 * @state: the state's code, may be ""
 * @benefits: "SSDI", "SSI", "SSDI+SSI" or ""
 * @title: the case's title, may be ""
 * @updated: when it was last saved, seconds since 1970
 * @deleted: when it was deleted, or 0
 * @revision: how often the case was saved, from 1
 */
typedef struct {
  char *person_id;
  char *name;
  char *state;
  char *benefits;
  char *title;
  gint64 updated;
  gint64 deleted;
  gint64 revision;
} MpStoreEntry;

MpStore   *mp_store_open         (const char *path, GError **error);
void       mp_store_free         (MpStore *self);
char      *mp_store_default_path (void);

GPtrArray *mp_store_list         (MpStore *self, const char *search, MpStoreShelf shelf, GError **error);
GBytes    *mp_store_load         (MpStore *self, const char *person_id, gint64 *revision, GError **error);
char      *mp_store_save         (MpStore *self, const char *person_id, const char *document, GError **error);
gboolean   mp_store_rename       (MpStore *self, const char *person_id, const char *name, GError **error);
gboolean   mp_store_delete       (MpStore *self, const char *person_id, GError **error);
gboolean   mp_store_undelete     (MpStore *self, const char *person_id, GError **error);
gboolean   mp_store_erase        (MpStore *self, const char *person_id, GError **error);
gboolean   mp_store_erase_old    (MpStore *self, gint64 before, GError **error);
gboolean   mp_store_back_up      (MpStore *self, const char *path, GError **error);

char      *mp_store_get_setting  (MpStore *self, const char *key, GError **error);
gboolean   mp_store_set_setting  (MpStore *self, const char *key, const char *value, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpStore, mp_store_free)

G_END_DECLS
