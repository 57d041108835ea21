/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Unlocking and sealing while a window goes on: Argon2id takes its time on purpose, and thousands of
 * rows take theirs. */

#include "mp-seal-private.h"

#include "mp-store-private.h"

#include <string.h>

typedef struct {
  MpSeal seal;
  char *secret;
  guint delay;
} Attempt;

static void
attempt_free (gpointer data)
{
  Attempt *self = data;

  _mp_store_wipe_free (self->secret, strlen (self->secret));
  g_free (self);
}

static void
attempt_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Attempt *attempt = data;
  guint8 *key = _mp_seal_open (&attempt->seal, attempt->secret);

  if (key == NULL)
    g_usleep (attempt->delay * 1000UL);
  g_task_return_pointer (task, key, key != NULL ? (GDestroyNotify) sodium_free : NULL);
}

/**
 * mp_store_unlock_async:
 * @self: a store
 * @passphrase: what somebody typed; a recovery key is taken too
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Like mp_store_unlock(), without holding up the window.
 */
void
mp_store_unlock_async (MpStore *self, const char *passphrase, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  gboolean recovery = _mp_seal_check_recovery_key (passphrase);
  GError *error = NULL;
  Attempt *attempt;
  MpSeal seal;

  if (!_mp_store_read_seal (self, recovery, &seal, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  attempt = g_new (Attempt, 1);
  attempt->seal = seal;
  attempt->secret = g_strdup (passphrase);
  attempt->delay = _mp_seal_delay (self->failures + 1);
  g_task_set_task_data (task, attempt, attempt_free);
  g_task_run_in_thread (task, attempt_in_thread);
}

/**
 * mp_store_unlock_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: whether names and cases can be read now
 */
gboolean
mp_store_unlock_finish (MpStore *self, GAsyncResult *result, GError **error)
{
  GError *failure = NULL;
  guint8 *key = g_task_propagate_pointer (G_TASK (result), &failure);

  if (failure == NULL)
    return _mp_store_take_key (self, key, FALSE, error);
  g_propagate_error (error, failure);
  return FALSE;
}


typedef struct {
  MpSealTask task;
  MpStore *beside;    /* the other thread's own connection */
  char *current, *fresh; /* (nullable) */
  guint8 *key;        /* (nullable): the new one */
  MpSeal recovery;
  char *recovery_key; /* (nullable) */
  guint delay;
  gboolean wrong;     /* what was given as the passphrase is none */
} Work;

static void
wipe (char *secret)
{
  if (secret != NULL)
    _mp_store_wipe_free (secret, strlen (secret));
}

static void
work_free (gpointer data)
{
  Work *self = data;

  g_clear_object (&self->beside);
  wipe (self->current);
  wipe (self->fresh);
  wipe (self->recovery_key);
  sodium_free (self->key);
  g_free (self);
}

/* Whoever sits down at an unlocked window does not know the passphrase. */
static gboolean
check_current (Work *self, GError **error)
{
  gboolean recovery = _mp_seal_check_recovery_key (self->current);
  guint8 *key;
  MpSeal seal;

  if (!_mp_store_read_seal (self->beside, recovery, &seal, error))
    return FALSE;
  key = _mp_seal_open (&seal, self->current);
  if (key == NULL)
    g_usleep (self->delay * 1000UL);
  self->wrong = key == NULL;
  return _mp_store_take_key (self->beside, key, recovery, error);
}

static gboolean
do_work (Work *self, GError **error)
{
  if (self->current != NULL && !check_current (self, error))
    return FALSE;
  switch (self->task)
    {
    case MP_SEAL_CHANGE:
      return mp_store_change_passphrase (self->beside, self->fresh, error);
    case MP_SEAL_TAKE_OFF:
      return mp_store_unseal (self->beside, error);
    case MP_SEAL_RENEW:
      return _mp_store_put_recovery (self->beside, &self->recovery, error);
    case MP_SEAL_SET:
    default:
      return _mp_store_seal_with (self->beside, self->fresh, self->key, &self->recovery, error);
    }
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gboolean done = do_work (work, &error);

  g_clear_object (&work->beside);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What the file will open with, before the other thread can write it. */
static void
prepare_keys (MpStore *self, Work *work)
{
  if (work->task == MP_SEAL_SET)
    work->recovery_key = _mp_store_new_key (&work->key, &work->recovery);
  else if (work->task == MP_SEAL_RENEW)
    {
      work->key = _mp_store_copy_key (self->key);
      work->recovery_key = _mp_seal_new_recovery_key ();
      if (!_mp_seal_make (&work->recovery, TRUE, work->recovery_key, work->key))
        g_error ("a recovery key cannot be used");
    }
  else
    return;
  _mp_store_expect_key (self, work->key, &work->recovery);
  _mp_store_expect_key (work->beside, work->key, &work->recovery);
}

/**
 * mp_store_passphrase_async:
 * @self: an unlocked store
 * @task: what is to be done
 * @current: (nullable): the passphrase now, or the recovery key; %NULL when there is none yet
 * @fresh: (nullable): the new passphrase, when there is to be one
 * @callback: called when it is done
 * @data: for @callback
 *
 * Sets, changes or takes off the passphrase through a connection of its own, all of it or nothing.
 * The store can be read meanwhile; its own changes wait. mp_store_get_progress() says how far it is.
 */
void
mp_store_passphrase_async (MpStore *self, MpSealTask task, const char *current, const char *fresh,
                           GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) answer = g_task_new (self, NULL, callback, data);
  Work *work = g_new0 (Work, 1);
  GError *error = NULL;

  g_atomic_int_set (&self->progress, 0);
  work->task = task;
  work->current = g_strdup (current);
  work->fresh = g_strdup (fresh);
  work->delay = _mp_seal_delay (self->failures + 1);
  g_task_set_task_data (answer, work, work_free);
  if (_mp_store_check_unlocked (self, &error) && (task != MP_SEAL_SET || _mp_store_check_unsealed (self, fresh, &error)))
    work->beside = _mp_store_open_beside (self, &error);
  if (work->beside == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }
  work->beside->waiting = self;
  prepare_keys (self, work);
  g_task_run_in_thread (answer, work_in_thread);
}

/**
 * mp_store_passphrase_finish:
 * @self: a store
 * @result: what the callback got
 * @recovery_key: (out) (optional) (nullable) (transfer full): the new recovery key, to be printed; it is kept nowhere
 * @error: return location for a %MP_STORE_ERROR
 *
 * Returns: whether it was done
 */
gboolean
mp_store_passphrase_finish (MpStore *self, GAsyncResult *result, char **recovery_key, GError **error)
{
  GTask *task = G_TASK (result);
  Work *work = g_task_get_task_data (task);
  GError *failure = NULL;
  gboolean done = g_task_propagate_boolean (task, &failure);

  self->failures = work->wrong ? self->failures + 1 : 0;
  done = done && _mp_store_read_locks (self, &failure);
  _mp_store_expect_nothing (self);
  if (recovery_key != NULL)
    *recovery_key = done ? g_steal_pointer (&work->recovery_key) : NULL;
  if (done)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * mp_store_get_progress:
 * @self: a store
 *
 * Returns: how much of mp_store_passphrase_async() is done, in thousandths
 */
guint
mp_store_get_progress (MpStore *self)
{
  return (guint) g_atomic_int_get (&self->progress);
}
