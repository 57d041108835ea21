/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the parts of `milepost-cli db` share. */

#pragma once

#include "mp-cli.h"
#include "mp-store.h"

G_BEGIN_DECLS

/** MpDb: The caseload that a command works on, and its options. */
typedef struct {
  char *database;
  gint passphrase_fd; /* -1: ask on the terminal */
  char *output;
  gboolean archive, bin, json, preview, yes, backups;
  gint from, to;
  MpStore *store;
} MpDb;

/* A line from the file descriptor, or typed on the terminal without being seen. NULL: said, there is none. */
char  *mp_db_read_secret (MpDb *self, const char *question);
void   mp_db_free_secret (char *secret);
MpExit mp_db_fail        (const GError *error);

MpExit mp_db_list    (MpDb *self, gint argc, char **argv);
MpExit mp_db_check   (MpDb *self, gint argc, char **argv);
MpExit mp_db_history (MpDb *self, gint argc, char **argv);

G_END_DECLS
