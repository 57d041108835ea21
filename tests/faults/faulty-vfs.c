/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "faulty-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct {
  sqlite3_file base;
  sqlite3_file *real; /* behind this struct, in the same memory */
} FaultyFile;

static sqlite3_vfs vfs;
static sqlite3_vfs *real_vfs;
static sqlite3_io_methods methods;

static guint calls, fail_call;
static FaultKind fail_kind;
static gboolean fail_on, failed;

void
faulty_vfs_fail_at (guint call, FaultKind kind, gboolean from_then_on)
{
  calls = 0;
  failed = FALSE;
  fail_call = call;
  fail_kind = kind;
  fail_on = from_then_on;
}

guint
faulty_vfs_calls (void)
{
  return calls;
}

gboolean
faulty_vfs_failed (void)
{
  return failed;
}

typedef enum { CALL_READ, CALL_WRITE, CALL_SYNC, CALL_OTHER } Call;

/* Counts a call that this kind of fault can hit, and says whether it does. */
static gboolean
strikes (Call call)
{
  if ((fail_kind == FAULT_FULL || fail_kind == FAULT_SHORT) && call != CALL_WRITE)
    return FALSE;
  if (fail_kind == FAULT_SYNC && call != CALL_SYNC)
    return FALSE;
  calls++;
  if (fail_call == 0 || calls < fail_call || (calls > fail_call && !fail_on))
    return FALSE;
  failed = TRUE;
  return TRUE;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultyFile *) file)->real;
}

static int
faulty_close (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
faulty_read (sqlite3_file *file, void *data, int size, sqlite3_int64 place)
{
  if (strikes (CALL_READ))
    return SQLITE_IOERR_READ;
  return real_of (file)->pMethods->xRead (real_of (file), data, size, place);
}

static int
faulty_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 place)
{
  if (!strikes (CALL_WRITE))
    return real_of (file)->pMethods->xWrite (real_of (file), data, size, place);
  if (fail_kind == FAULT_FULL)
    return SQLITE_FULL;
  if (fail_kind == FAULT_SHORT)
    real_of (file)->pMethods->xWrite (real_of (file), data, size / 2, place);
  return SQLITE_IOERR_WRITE;
}

static int
faulty_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return strikes (CALL_OTHER) ? SQLITE_IOERR_TRUNCATE : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
faulty_sync (sqlite3_file *file, int flags)
{
  return strikes (CALL_SYNC) ? SQLITE_IOERR_FSYNC : real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
faulty_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return strikes (CALL_OTHER) ? SQLITE_IOERR_FSTAT : real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
faulty_lock (sqlite3_file *file, int level)
{
  return strikes (CALL_OTHER) ? SQLITE_IOERR_LOCK : real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
faulty_unlock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
faulty_check_reserved (sqlite3_file *file, int *answer)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), answer);
}

static int
faulty_control (sqlite3_file *file, int operation, void *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
faulty_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
faulty_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
faulty_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return strikes (CALL_OTHER) ? SQLITE_IOERR_SHMMAP : real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, memory);
}

static int
faulty_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
faulty_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
faulty_shm_unmap (sqlite3_file *file, int remove)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), remove);
}

static int
faulty_open (sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultyFile *faulty = (FaultyFile *) file;
  int answer;

  memset (faulty, 0, sizeof *faulty);
  if (strikes (CALL_OTHER))
    return SQLITE_CANTOPEN;
  faulty->real = (sqlite3_file *) (faulty + 1);
  answer = real_vfs->xOpen (real_vfs, name, faulty->real, flags, out_flags);
  if (answer == SQLITE_OK)
    faulty->base.pMethods = &methods;
  return answer;
}

static int
faulty_delete (sqlite3_vfs *self, const char *name, int sync_folder)
{
  return strikes (CALL_OTHER) ? SQLITE_IOERR_DELETE : real_vfs->xDelete (real_vfs, name, sync_folder);
}

static int
faulty_access (sqlite3_vfs *self, const char *name, int flags, int *answer)
{
  return strikes (CALL_OTHER) ? SQLITE_IOERR_ACCESS : real_vfs->xAccess (real_vfs, name, flags, answer);
}

/* Every database opened from now on is on this disk. */
void
faulty_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "faulty";
  vfs.szOsFile = (int) sizeof (FaultyFile) + real_vfs->szOsFile;
  vfs.xOpen = faulty_open;
  vfs.xDelete = faulty_delete;
  vfs.xAccess = faulty_access;
  methods = (sqlite3_io_methods) {
    .iVersion = 2, .xClose = faulty_close, .xRead = faulty_read, .xWrite = faulty_write, .xTruncate = faulty_truncate,
    .xSync = faulty_sync, .xFileSize = faulty_size, .xLock = faulty_lock, .xUnlock = faulty_unlock,
    .xCheckReservedLock = faulty_check_reserved, .xFileControl = faulty_control, .xSectorSize = faulty_sector_size,
    .xDeviceCharacteristics = faulty_characteristics, .xShmMap = faulty_shm_map, .xShmLock = faulty_shm_lock,
    .xShmBarrier = faulty_shm_barrier, .xShmUnmap = faulty_shm_unmap,
  };
  if (sqlite3_vfs_register (&vfs, 1) != SQLITE_OK)
    g_error ("the faulty disk cannot be installed");
}
