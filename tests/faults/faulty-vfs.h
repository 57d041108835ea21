/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A disk that fails when it is told to: SQLite's own file system with a counter in front. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultKind:
 * @FAULT_IO: the call reports an I/O error and does nothing
 * @FAULT_SHORT: a write is done by half and reports an error
 * @FAULT_FULL: a write reports a full disk, and so does everything after it that writes
 * @FAULT_SYNC: only synchronizing fails
 */
typedef enum {
  FAULT_IO,
  FAULT_SHORT,
  FAULT_FULL,
  FAULT_SYNC,
} FaultKind;

void  faulty_vfs_install (void);
void  faulty_vfs_fail_at (guint call, FaultKind kind, gboolean from_then_on); /* 0: never */
guint faulty_vfs_calls   (void); /* since the last faulty_vfs_fail_at () */
gboolean faulty_vfs_failed (void); /* whether the call came about */

G_END_DECLS
