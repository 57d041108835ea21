/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of the store and its tests share. */

#pragma once

#include "mp-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/** MP_STORE_SCHEMA: The schema this program writes; every older one is brought up to it. */
#define MP_STORE_SCHEMA 2
/** MP_STORE_APPLICATION_ID: "MPst", where `file` and we look for whose database it is. */
#define MP_STORE_APPLICATION_ID 0x4d507374
#define MP_STORE_KEY_SIZE 32
/** MP_STORE_DOCUMENT_FLAGS: How a case that was changed here is written: 15 digits give 640.1 back as it was typed, 17 would not. */
#define MP_STORE_DOCUMENT_FLAGS (JSON_INDENT (2) | JSON_REAL_PRECISION (15))

/** MpStoreRow: An entry with what only the store needs of it. */
typedef struct {
  MpStoreEntry entry;
  char *order;        /* to sort by */
  const char *search; /* in the index */
} MpStoreRow;

struct _MpStore {
  GObject parent;
  char *path;
  sqlite3 *database;
  char *notice;               /* (nullable): why nothing can be saved */
  MpStoreError notice_code;
  const MpParameters *parameters;
  MpParameters *own_parameters;

  GPtrArray *rows;            /* (nullable) of MpStoreRow by name: the list of people as last read */
  GPtrArray *indexes;         /* texts that the rows are found by; in locked memory when sealed */
  gint64 version;             /* PRAGMA data_version when the rows were read */

  gboolean in_memory;         /* a copy of a file, to look at */
  gboolean sealed;
  guint8 *key;                /* (nullable): of MP_STORE_KEY_SIZE bytes, in locked memory */
  gboolean ready;             /* the tables are those of this schema */
  GBytes *token;              /* (nullable): changes when the file is sealed anew */
  sqlite3_stmt *token_statement;
  guint failures;             /* wrong passphrases in a row */
  guint8 *expected_key;       /* (nullable): what opens the file once the seal of expected_token stands in it */
  GBytes *expected_token;
  gboolean unclean;           /* a program ended in the middle of its work before this one opened the file */
  gint progress;              /* of sealing, in thousandths; atomic */
  gint anchors[2];            /* what mp_store_keep_locks() has open; -1: nothing */
  MpStore *waiting;           /* (nullable): the store of another thread that shows our progress */
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* mp-store-sql.c */
void          _mp_sql_set_error      (sqlite3 *database, const char *path, GError **error);
void          _mp_store_set_error    (MpStore *self, GError **error);
void          _mp_store_set_damaged  (MpStore *self, const char *what, GError **error);
void          _mp_store_set_not_found (MpStore *self, GError **error);
void          _mp_store_set_damaged_case (MpStore *self, const char *person_id, GError **error);
sqlite3_stmt *_mp_store_prepare      (MpStore *self, const char *sql, GError **error);
gboolean      _mp_store_run          (MpStore *self, const char *sql, GError **error);
gboolean      _mp_store_finish       (MpStore *self, sqlite3_stmt *statement, GError **error);
gboolean      _mp_store_read_number  (MpStore *self, const char *sql, gint64 *number, GError **error);
gboolean      _mp_store_begin        (MpStore *self, GError **error);
gboolean      _mp_store_end          (MpStore *self, gboolean done, GError **error);
gboolean      _mp_store_begin_read   (MpStore *self, gboolean *ours, GError **error);
void          _mp_store_end_read     (MpStore *self, gboolean ours);
void          _mp_store_bind_text    (sqlite3_stmt *statement, gint number, const char *text);
void          _mp_store_bind_bytes   (sqlite3_stmt *statement, gint number, GBytes *bytes);
char         *_mp_store_column       (sqlite3_stmt *statement, gint number);
gint64        _mp_store_now          (void);

/* mp-store-schema.c */
gboolean      _mp_store_migrate      (MpStore *self, GError **error);

/* mp-store-rows.c: texts as they stand in the file, plain or sealed. */
GBytes       *_mp_store_wrap         (MpStore *self, const char *table, const char *id, gint64 revision, const char *text, gsize length);
char         *_mp_store_unwrap       (MpStore *self, const char *table, const char *id, gint64 revision,
                                      const void *blob, gsize size, gsize *length);
char         *_mp_store_unwrap_column (MpStore *self, const char *table, const char *id, gint64 revision,
                                       sqlite3_stmt *statement, gint number, gsize *length);
void          _mp_store_wipe_free    (char *text, gsize length);

/* mp-store-summary.c: what the list of people shows of a case. */
char         *_mp_store_fold         (const char *text);
GString      *_mp_store_summary      (MpStore *self, const char *document, gsize length);
GString      *_mp_store_empty_summary (void);
gboolean      _mp_store_read_summary (const char *summary, gsize length, MpStoreRow *row);

/* mp-store-list.c */
void          _mp_store_row_changed  (MpStore *self, const char *person_id); /* and emits the signal */
void          _mp_store_forget_rows  (MpStore *self);

/* mp-store-open.c */
gboolean      _mp_store_check_whole  (MpStore *self, gboolean thorough, GError **error);
gboolean      _mp_store_configure    (MpStore *self, GError **error);
MpStore      *_mp_store_open_beside  (MpStore *self, GError **error);

/* mp-hold.c */
void          _mp_store_let_go       (MpStore *self);
void          _mp_store_close_anchors (MpStore *self);

/* mp-backup.c */
gboolean      _mp_backup_pages       (sqlite3 *target, const char *target_path, sqlite3 *source, GError **error);
gboolean      _mp_backup_copy        (const char *source, const char *target, gboolean replace, GError **error);
gboolean      _mp_backup_before      (MpStore *self, const char *what, GError **error);
char         *_mp_backup_folder      (MpStore *self);
char         *_mp_store_back_up_on   (MpStore *self, GDateTime *now, GError **error);

/* mp-history.c: within a transaction. */
gboolean      _mp_store_thin_out     (MpStore *self, const char *person_id, gint64 now, GError **error);

/* mp-seal.c */
gboolean      _mp_store_check_unlocked (MpStore *self, GError **error);
gboolean      _mp_store_has_token    (MpStore *self);
gboolean      _mp_store_read_locks   (MpStore *self, GError **error);
gboolean      _mp_store_try_key      (MpStore *self, const guint8 *key);
void          _mp_store_lend_key     (MpStore *self, MpStore *copy);
guint8       *_mp_store_copy_key     (const guint8 *key);
void          _mp_store_expect_nothing (MpStore *self);

/* mp-store.c */
GBytes       *_mp_store_load_state   (MpStore *self, const char *person_id, gint64 revision, GError **error);
gboolean      _mp_store_scrub        (MpStore *self, GError **error);
/* Within a transaction: */
gboolean      _mp_store_put_person   (MpStore *self, const MpStoreEntry *entry, const GString *summary, GError **error);
gboolean      _mp_store_put_state    (MpStore *self, const char *person_id, gint64 revision, gint64 saved,
                                      const char *document, gsize length, GError **error);

G_END_DECLS
