/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-rollup.h"

#include "mp-casefile.h"

#include <string.h>

#define CHUNK 100 /* cases that are read at once: some milliseconds of the window's time */
#define SOON 3    /* months: what is earned in the next 90 days is listed, too */

/* The database belongs to the window's thread, figures can be computed in any: cases are read here a
 * few at a time and handed over, so that memory stays small and the window answers. */
typedef struct {
  const MpParameters *parameters;
  MpMonth today;
  MpRollupProgress progress;
  gpointer data;
  GPtrArray *entries;   /* MpStoreEntry */
  guint next;           /* of @entries */
  GPtrArray *documents; /* GBytes, of the entries before @next */
  MpRollup *rollup;
  MpCase *kase;         /* kept from case to case, as are: */
  MpProjection *projection;
  GPtrArray *problems;
} Job;

static void
job_free (Job *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->problems);
  mp_projection_free (self->projection);
  mp_case_free (self->kase);
  mp_rollup_free (self->rollup);
  g_free (self);
}

void
mp_rollup_free (MpRollup *self)
{
  if (self == NULL)
    return;
  mp_caseload_free (self->caseload);
  g_ptr_array_unref (self->due);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* What can be asked for: earned by now or soon, and its last day has not passed. */
static void
add_due (Job *self, const MpStoreEntry *entry)
{
  g_autoptr (GArray) list = mp_ticket_evidence (self->kase, self->projection, self->parameters);
  char *id = NULL, *name = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const MpTicketEvidence *evidence = &g_array_index (list, MpTicketEvidence, i);
      MpRollupDue *due;

      if (evidence->month > self->today + SOON || evidence->request_by.month < self->today)
        continue;
      if (id == NULL)
        {
          id = g_string_chunk_insert (self->rollup->strings, entry->person_id);
          name = g_string_chunk_insert (self->rollup->strings, entry->name);
        }
      due = g_new (MpRollupDue, 1);
      *due = (MpRollupDue) { id, name, *evidence->payment, *evidence };
      due->payment.provider = g_string_chunk_insert_const (self->rollup->strings, due->payment.provider != NULL ? due->payment.provider : "");
      due->evidence.payment = &due->payment;
      g_ptr_array_add (self->rollup->due, due);
    }
}

static void
add_case (Job *self, const MpStoreEntry *entry, GBytes *document)
{
  gsize length;
  const char *data = g_bytes_get_data (document, &length);

  mp_case_reset (self->kase);
  g_ptr_array_set_size (self->problems, 0);
  if (!mp_case_read_into (self->kase, data, length, self->problems) ||
      !mp_project (self->projection, self->kase, 0, self->parameters, MP_PROJECT_DEFAULT, NULL))
    {
      self->rollup->refused++;
      return;
    }
  mp_caseload_add (self->rollup->caseload, self->kase, self->projection);
  add_due (self, entry);
}

static void
compute_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *self = data;
  guint first = self->next - self->documents->len;

  for (guint i = 0; i < self->documents->len && !g_cancellable_is_cancelled (cancellable); i++)
    add_case (self, self->entries->pdata[first + i], self->documents->pdata[i]);
  g_task_return_boolean (task, TRUE);
}

static gint
by_last_day (gconstpointer a, gconstpointer b)
{
  const MpRollupDue *x = *(MpRollupDue *const *) a, *y = *(MpRollupDue *const *) b;

  if (x->evidence.request_by.month != y->evidence.request_by.month)
    return x->evidence.request_by.month < y->evidence.request_by.month ? -1 : 1;
  return strcmp (x->name, y->name);
}

static void next_chunk (GTask *whole);

static void
chunk_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  next_chunk (data);
}

/* TRUE: there is somebody to compute. */
static gboolean
read_chunk (Job *self, MpStore *store, GError **error)
{
  g_ptr_array_set_size (self->documents, 0);
  while (self->next < self->entries->len && self->documents->len < CHUNK)
    {
      const MpStoreEntry *entry = self->entries->pdata[self->next];
      GBytes *document = entry->sample ? NULL : mp_store_load (store, entry->person_id, NULL, error);

      /* whom another window took away meanwhile */
      if (document == NULL && !entry->sample && g_error_matches (*error, MP_STORE_ERROR, MP_STORE_ERROR_LOCKED))
        return FALSE;
      g_clear_error (error);
      if (document == NULL)
        {
          self->rollup->refused += !entry->sample;
          g_ptr_array_remove_index (self->entries, self->next);
          continue;
        }
      self->next++;
      g_ptr_array_add (self->documents, document);
    }
  return self->documents->len > 0;
}

static void
next_chunk (GTask *whole)
{
  Job *self = g_task_get_task_data (whole);
  g_autoptr (GTask) part = NULL;
  g_autoptr (GError) error = NULL;

  if (g_task_return_error_if_cancelled (whole))
    {
      g_object_unref (whole);
      return;
    }
  self->progress (self->next, self->entries->len, self->data);
  if (read_chunk (self, g_task_get_source_object (whole), &error))
    {
      part = g_task_new (NULL, g_task_get_cancellable (whole), chunk_done_cb, whole);
      g_task_set_check_cancellable (part, FALSE);
      g_task_set_task_data (part, self, NULL);
      g_task_run_in_thread (part, compute_in_thread);
      return;
    }
  if (error != NULL)
    g_task_return_error (whole, g_steal_pointer (&error));
  else
    {
      g_ptr_array_sort (self->rollup->due, by_last_day);
      g_task_return_pointer (whole, g_steal_pointer (&self->rollup), (GDestroyNotify) mp_rollup_free);
    }
  g_object_unref (whole);
}

/**
 * mp_rollup_async:
 * @store: the people
 * @parameters: the published figures, which live as long as the work
 * @cost: the provider's own, for a person and month
 * @today: the present month, for what is due; no amount depends on it
 * @cancellable: (nullable): ends the work early
 * @progress: called with @data in this thread, with how many people are done
 * @callback: called when it is done
 * @data: for both
 *
 * Projects the first plan of everybody who is neither archived nor a sample.
 */
void
mp_rollup_async (MpStore *store, const MpParameters *parameters, MpMoney cost, MpMonth today, GCancellable *cancellable,
                 MpRollupProgress progress, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (store, cancellable, callback, data);
  Job *self = g_new0 (Job, 1);
  GError *error = NULL;

  self->parameters = parameters;
  self->today = today;
  self->progress = progress;
  self->data = data;
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->problems = mp_problems_new ();
  self->kase = mp_case_new ();
  self->projection = mp_projection_new ();
  self->rollup = g_new0 (MpRollup, 1);
  self->rollup->caseload = mp_caseload_new (NULL, cost);
  self->rollup->due = g_ptr_array_new_with_free_func (g_free);
  self->rollup->strings = g_string_chunk_new (4096);
  g_task_set_task_data (task, self, (GDestroyNotify) job_free);
  self->entries = mp_store_list (store, NULL, MP_STORE_SHELF_PEOPLE, &error);
  if (self->entries == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  next_chunk (task);
}

/**
 * mp_rollup_finish:
 * @store: the people
 * @result: of mp_rollup_async()
 * @error: return location for a %MP_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the sums
 */
MpRollup *
mp_rollup_finish (MpStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
