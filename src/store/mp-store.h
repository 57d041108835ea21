/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The people of a caseload and their case files, in one SQLite file on this machine. */

#pragma once

#include "mp-codes.h"
#include "mp-parameters.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MP_TYPE_STORE (mp_store_get_type ())
G_DECLARE_FINAL_TYPE (MpStore, mp_store, MP, STORE, GObject)

#define MP_STORE_ERROR (mp_store_error_quark ())
/**
 * MpStoreError:
 * @MP_STORE_ERROR_NOT_STORE: the file is no database, or that of another program
 * @MP_STORE_ERROR_DAMAGED: the database, or one case in it, is damaged
 * @MP_STORE_ERROR_NEWER: a newer Milepost made the file; it can be read at most
 * @MP_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @MP_STORE_ERROR_FULL: the disk is full; what was there before is kept
 * @MP_STORE_ERROR_BUSY: another program is writing; the same call may succeed later
 * @MP_STORE_ERROR_NOT_FOUND: there is nobody with this id
 * @MP_STORE_ERROR_INVALID: what was to be stored is not a case file
 * @MP_STORE_ERROR_CONFLICT: somebody else saved the case since it was read
 * @MP_STORE_ERROR_LOCKED: the caseload is sealed and was not unlocked
 * @MP_STORE_ERROR_PASSPHRASE: the passphrase or recovery key is wrong
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
  MP_STORE_ERROR_CONFLICT,
  MP_STORE_ERROR_LOCKED,
  MP_STORE_ERROR_PASSPHRASE,
  MP_STORE_ERROR_FAILED,
} MpStoreError;
GQuark mp_store_error_quark (void);

/**
 * MpStoreShelf:
 * @MP_STORE_SHELF_PEOPLE: those neither archived nor deleted
 * @MP_STORE_SHELF_ARCHIVE: those who are archived
 * @MP_STORE_SHELF_BIN: those who are deleted, and can be brought back
 * @MP_STORE_SHELF_ALL: everybody
 */
typedef enum {
  MP_STORE_SHELF_PEOPLE,
  MP_STORE_SHELF_ARCHIVE,
  MP_STORE_SHELF_BIN,
  MP_STORE_SHELF_ALL,
} MpStoreShelf;

/** MpStoreChange: Something that changes for a person in a month of the first plan. */
typedef struct {
  MpMonth month;
  MpEventCode code;
} MpStoreChange;

/**
 * MpStoreEntry:
 * @person_id: the id that the other calls take, a UUID
 * @name: the person's label, may be ""
 * @state: the state's code, may be ""
 * @benefits: "SSDI", "SSI", "SSDI+SSI" or ""
 * @title: the case's title, may be ""
 * @plan: the name of the first plan, may be ""
 * @changes: (array length=n_changes): what changes in that plan, by month; as of the last save
 * @n_changes: how many
 * @copy_of: the id of the person whose case this is another copy of, from an import; or %NULL
 * @created: when the person was added, seconds since 1970
 * @updated: when the case was last saved
 * @opened: when it was last opened, or 0
 * @archived: when it was archived, or 0
 * @deleted: when it was put into the bin, or 0
 * @revision: how often the case was saved, from 1
 * @sample: a sample, which no roll-up counts
 * @damaged: the entry cannot be read; @name is "" then
 *
 * One row of the list of people. Counted: mp_store_entry_ref(), mp_store_entry_unref().
 */
typedef struct {
  char *person_id;
  char *name;
  char *state;
  char *benefits;
  char *title;
  char *plan;
  MpStoreChange *changes;
  guint n_changes;
  char *copy_of;
  gint64 created;
  gint64 updated;
  gint64 opened;
  gint64 archived;
  gint64 deleted;
  gint64 revision;
  gboolean sample;
  gboolean damaged;
} MpStoreEntry;

MpStoreEntry *mp_store_entry_ref         (MpStoreEntry *self);
void          mp_store_entry_unref       (MpStoreEntry *self);
const MpStoreChange *mp_store_entry_next_change (const MpStoreEntry *self, MpMonth today);

MpStore    *mp_store_open           (const char *path, GError **error);
char       *mp_store_default_path   (void);
const char *mp_store_get_path       (MpStore *self);
const char *mp_store_get_notice     (MpStore *self);
gboolean    mp_store_get_read_only  (MpStore *self);
void        mp_store_set_parameters (MpStore *self, const MpParameters *parameters);
gboolean    mp_store_poll           (MpStore *self);

GPtrArray *mp_store_list         (MpStore *self, const char *search, MpStoreShelf shelf, GError **error);
MpStoreEntry *mp_store_find      (MpStore *self, const char *person_id, GError **error);
GBytes    *mp_store_load         (MpStore *self, const char *person_id, gint64 *revision, GError **error);
char      *mp_store_save         (MpStore *self, const char *person_id, gint64 *revision, const char *document, GError **error);
char      *mp_store_save_copy    (MpStore *self, const char *person_id, const char *document, GError **error);
char      *mp_store_find_copy    (MpStore *self, const char *person_id, GError **error);
gboolean   mp_store_rename       (MpStore *self, const char *person_id, const char *name, GError **error);
gboolean   mp_store_mark_opened  (MpStore *self, const char *person_id, GError **error);
gboolean   mp_store_mark_sample  (MpStore *self, const char *person_id, gboolean sample, GError **error);
gboolean   mp_store_archive      (MpStore *self, const char *person_id, GError **error);
gboolean   mp_store_unarchive    (MpStore *self, const char *person_id, GError **error);
gboolean   mp_store_delete       (MpStore *self, const char *person_id, GError **error);
gboolean   mp_store_undelete     (MpStore *self, const char *person_id, GError **error);
gboolean   mp_store_erase        (MpStore *self, const char *person_id, GError **error);
gboolean   mp_store_erase_old    (MpStore *self, gint64 before, GError **error);

char      *mp_store_get_setting  (MpStore *self, const char *key, GError **error);
gboolean   mp_store_set_setting  (MpStore *self, const char *key, const char *value, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpStoreEntry, mp_store_entry_unref)

G_END_DECLS
