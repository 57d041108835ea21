/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Locks that SQLite does not have. An empty file beside the database, of which each open case locks a byte of its own. The system gives a lock back with
 * the program that had it, however that ended; and two windows of one program stand in each other's way like two programs. */

#define _GNU_SOURCE /* F_OFD_SETLK */

#include "mp-hold.h"

#include "mp-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

struct _MpHold {
  gint file; /* -1: this folder has no locks */
};

/* Two people share a byte once in an age; then the second window only reads. */
static off_t
byte_of (const char *person_id)
{
  guint64 sum;
  guint8 bytes[crypto_generichash_BYTES_MIN];

  crypto_generichash (bytes, sizeof bytes, (const guint8 *) person_id, strlen (person_id), NULL, 0);
  memcpy (&sum, bytes, sizeof sum);
  return (off_t) (sum >> 2);
}

/**
 * mp_store_hold:
 * @self: a store
 * @person_id: whose case is open
 *
 * Asks to be the one window that changes a case. It is a courtesy among windows and keeps nobody from saving: who saves
 * all the same is told by %MP_STORE_ERROR_CONFLICT. Where no lock can be had, as in a folder that is only read, everybody
 * may hold.
 *
 * Returns: (transfer full) (nullable): to be kept as long as the case is open; %NULL when another window has it
 */
MpHold *
mp_store_hold (MpStore *self, const char *person_id)
{
  g_autofree char *path = g_strconcat (self->path, "-open", NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = byte_of (person_id), .l_len = 1 };
  MpHold *hold = g_new (MpHold, 1);

  hold->file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (hold->file < 0 || fcntl (hold->file, F_OFD_SETLK, &lock) == 0 || (errno != EAGAIN && errno != EACCES))
    return hold;
  mp_hold_free (hold);
  return NULL;
}

/**
 * mp_hold_free:
 * @self: (transfer full) (nullable): a hold, which another window may have from now on
 */
void
mp_hold_free (MpHold *self)
{
  if (self == NULL)
    return;
  if (self->file >= 0)
    g_close (self->file, NULL);
  g_free (self);
}

/* What SQLite's own locks say to others: that the database is open (its SHARED bytes), and that its index of the log is in
 * use (the byte of the "dead man's switch"). */
static const struct { const char *suffix; off_t start, length; } anchors[] = { { "", 0x40000000 + 2, 510 }, { "-shm", 128, 1 } };

static gint
lock_anchor (gint file, guint anchor, short type)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = anchors[anchor].start, .l_len = anchors[anchor].length };

  return fcntl (file, F_OFD_SETLK, &lock);
}

/**
 * mp_store_keep_locks:
 * @self: a store, the only one of its file in the program
 *
 * The system takes a program's locks on a file away as soon as the program closes that file once, whoever opened it. A file
 * chooser looks into every file that it lists: then the next program to close the database took itself for the last one and
 * removed the log that this one writes to. Locks of another kind stand for them here until the store goes.
 */
void
mp_store_keep_locks (MpStore *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    {
      g_autofree char *path = g_strconcat (self->path, anchors[i].suffix, NULL);

      if (self->anchors[i] < 0)
        self->anchors[i] = g_open (path, O_RDONLY | O_CLOEXEC, 0);
      if (self->anchors[i] >= 0 && lock_anchor (self->anchors[i], i, F_RDLCK) != 0)
        g_debug ("%s has no locks of open files", path);
    }
}

/* The last one to close the database tidies up, which these locks would keep it from. */
void
_mp_store_let_go (MpStore *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    if (self->anchors[i] >= 0)
      lock_anchor (self->anchors[i], i, F_UNLCK);
}

void
_mp_store_close_anchors (MpStore *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    if (self->anchors[i] >= 0)
      g_close (self->anchors[i], NULL);
}
