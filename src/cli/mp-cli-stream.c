/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `project --stream`: one case a line in, one projection a line out, in constant memory.
 *
 * With --jobs the main thread reads lines into batches, and several threads work on batches at once; each
 * writes when all earlier batches are written, so that the answers keep the order of the lines. A thread
 * whose turn it is writes as it goes, another holds at most HOLD_BYTES and then waits: memory does not
 * grow with the input. With one job the main thread does all. */

#include "mp-cli.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <poll.h>
#include <unistd.h>

#define FLUSH_BYTES ((gsize) 65536)
#define HOLD_BYTES ((gsize) 1024 * 1024)

/* A line of a batch; too long when it has no text. */
typedef struct {
  gsize start, length;
  guint64 number;
  gboolean too_long;
} Line;

typedef struct {
  GByteArray *text;
  GArray *lines;      /* Line */
  guint64 number;     /* of the batch, from 0 */
} Batch;

typedef struct {
  MpParameters *figures;
  MpWriteFlags flags;
  guint jobs;
  Batch *next;        /* being filled by the main thread */
  guint64 handed_out; /* batches */
  GMutex lock;        /* of all that follows */
  GCond changed;
  GQueue waiting;     /* Batch, in order */
  guint64 written;    /* batches that are written to their end */
  gboolean ended;     /* no batch comes any more */
  gboolean refused;   /* some line was */
  gboolean failed;    /* writing failed, and it was said */
  gint wake[2];       /* a pipe whose writing end is closed when writing fails */
} Stream;

/* What one thread works with. */
typedef struct {
  Stream *shared;
  const Batch *batch; /* NULL: alone, without batches */
  MpStream *stream;
  GString *out;
  gboolean refused;
} Worker;

static Batch *
batch_new (void)
{
  Batch *self = g_new0 (Batch, 1);

  self->text = g_byte_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  return self;
}

static void
batch_free (Batch *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->text);
  g_array_unref (self->lines);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, batch_free)

/* Waits until all earlier batches are written; FALSE: one of them could not be. */
static gboolean
wait_for_turn (Worker *self)
{
  Stream *shared = self->shared;
  gboolean failed;

  if (self->batch == NULL)
    return TRUE;
  g_mutex_lock (&shared->lock);
  while (shared->written != self->batch->number && !shared->failed)
    g_cond_wait (&shared->changed, &shared->lock);
  failed = shared->failed;
  g_mutex_unlock (&shared->lock);
  return !failed;
}

static gboolean
is_turn (Worker *self)
{
  gboolean turn;

  if (self->batch == NULL)
    return TRUE;
  g_mutex_lock (&self->shared->lock);
  turn = self->shared->written == self->batch->number;
  g_mutex_unlock (&self->shared->lock);
  return turn;
}

/* What is computed goes out, when it is its turn. */
static gboolean
flush_out (gpointer data)
{
  Worker *self = data;
  gboolean written;

  if (!wait_for_turn (self))
    return FALSE;
  written = self->out->len == 0 || mp_cli_write_stdout (self->out->str, self->out->len);
  g_string_truncate (self->out, 0);
  return written;
}

static gboolean
answer_line (gpointer data, const char *text, gsize length, guint64 line)
{
  Worker *self = data;

  if (text == NULL)
    {
      g_autoptr (GPtrArray) problems = mp_problems_new ();

      self->refused = TRUE;
      mp_cli_long_line (problems);
      mp_problems_to_json (self->out, problems, line);
      g_string_append_c (self->out, '\n');
    }
  else if (!mp_stream_line (self->stream, text, length, line, self->out))
    self->refused = TRUE;
  mp_cli_json_arena_reset ();
  if (self->out->len >= HOLD_BYTES || (self->out->len >= FLUSH_BYTES && is_turn (self)))
    return flush_out (self);
  return TRUE;
}

static void
worker_init (Worker *self, Stream *shared)
{
  *self = (Worker) { .shared = shared, .stream = mp_stream_new (shared->figures, shared->flags), .out = g_string_sized_new (2 * FLUSH_BYTES) };
}

static void
worker_clear (Worker *self)
{
  mp_stream_free (self->stream);
  g_string_free (self->out, TRUE);
  mp_cli_json_arena_free ();
}

/* All lines of a batch, answered and written. FALSE: writing failed, here or elsewhere. */
static gboolean
answer_batch (Worker *self, const Batch *batch)
{
  self->batch = batch;
  for (guint i = 0; i < batch->lines->len; i++)
    {
      const Line *line = &g_array_index (batch->lines, Line, i);
      const char *text = line->too_long ? NULL : (const char *) batch->text->data + line->start;

      if (!answer_line (self, text, line->length, line->number))
        return FALSE;
    }
  return flush_out (self);
}

/* The next batch for a thread; NULL: there is nothing more to do. */
static Batch *
take_batch (Stream *self)
{
  Batch *batch;

  g_mutex_lock (&self->lock);
  while (g_queue_is_empty (&self->waiting) && !self->ended && !self->failed)
    g_cond_wait (&self->changed, &self->lock);
  batch = self->failed ? NULL : g_queue_pop_head (&self->waiting);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return batch;
}

static void
finish_batch (Stream *self, gboolean written)
{
  g_mutex_lock (&self->lock);
  if (written)
    self->written++;
  else if (!self->failed)
    {
      self->failed = TRUE;
      close (self->wake[1]);
    }
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

static gpointer
run_worker (gpointer data)
{
  Stream *self = data;
  Worker worker;

  worker_init (&worker, self);
  for (;;)
    {
      g_autoptr (Batch) batch = take_batch (self);

      if (batch == NULL)
        break;
      finish_batch (self, answer_batch (&worker, batch));
    }
  g_mutex_lock (&self->lock);
  self->refused |= worker.refused;
  g_mutex_unlock (&self->lock);
  worker_clear (&worker);
  return NULL;
}

static gboolean
add_line (gpointer data, const char *text, gsize length, guint64 number)
{
  Stream *self = data;
  Line line = { self->next->text->len, length, number, text == NULL };

  if (text != NULL)
    g_byte_array_append (self->next->text, (const guint8 *) text, (guint) length);
  g_array_append_val (self->next->lines, line);
  return TRUE;
}

/* Waits for input or for a failure of writing; FALSE: the latter. */
static gboolean
wait_for_input (const Stream *self)
{
  struct pollfd ends[] = { { STDIN_FILENO, POLLIN, 0 }, { self->wake[0], POLLIN, 0 } };

  while (poll (ends, G_N_ELEMENTS (ends), -1) < 0 && errno == EINTR)
    ;
  return ends[1].revents == 0;
}

/* Gives what was read to the threads, two batches for each at most, before waiting for more. */
static gboolean
hand_out (gpointer data)
{
  Stream *self = data;
  gboolean failed;

  if (self->next->lines->len == 0)
    return wait_for_input (self);
  self->next->number = self->handed_out++;
  g_mutex_lock (&self->lock);
  while (g_queue_get_length (&self->waiting) >= 2 * self->jobs && !self->failed)
    g_cond_wait (&self->changed, &self->lock);
  g_queue_push_tail (&self->waiting, self->next);
  failed = self->failed;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  self->next = batch_new ();
  return !failed && wait_for_input (self);
}

static MpExit
run_alone (Stream *self)
{
  MpExit status;
  Worker worker;

  worker_init (&worker, self);
  status = mp_cli_read_lines (STDIN_FILENO, _("standard input"), answer_line, flush_out, &worker);
  self->refused = worker.refused;
  worker_clear (&worker);
  return status;
}

static MpExit
run_threads (Stream *self)
{
  g_autofree GThread **threads = g_new0 (GThread *, self->jobs);
  g_autoptr (GError) error = NULL;
  MpExit status;

  if (!g_unix_open_pipe (self->wake, FD_CLOEXEC, &error))
    {
      mp_cli_message ("milepost-cli: %s", error->message);
      return MP_EXIT_SYSTEM;
    }
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->next = batch_new ();
  for (guint i = 0; i < self->jobs; i++)
    threads[i] = g_thread_new ("project", run_worker, self);
  status = mp_cli_read_lines (STDIN_FILENO, _("standard input"), add_line, hand_out, self);
  g_mutex_lock (&self->lock);
  self->ended = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i < self->jobs; i++)
    g_thread_join (threads[i]);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) batch_free);
  batch_free (self->next);
  close (self->wake[0]);
  if (!self->failed)
    close (self->wake[1]);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  return self->failed ? MP_EXIT_SYSTEM : status;
}

MpExit
mp_cli_stream (gboolean summary, gboolean explain, guint jobs)
{
  MpExit status = MP_EXIT_DONE;
  Stream self = { .jobs = jobs, .flags = (summary ? MP_WRITE_SUMMARY : 0) | (explain ? MP_WRITE_EXPLAIN : 0) };

  self.figures = mp_cli_figures (&status);
  if (self.figures == NULL)
    return status;
  mp_cli_json_arena_use ();
  status = jobs > 1 ? run_threads (&self) : run_alone (&self);
  mp_parameters_free (self.figures);
  return status == MP_EXIT_DONE && self.refused ? MP_EXIT_DATA : status;
}
