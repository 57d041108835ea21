/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `project --stream`: one case a line in, one projection a line out, in constant memory. */

#include "mp-cli.h"

#include <glib/gi18n.h>
#include <unistd.h>

#define FLUSH_BYTES ((gsize) 65536)

typedef struct {
  MpParameters *figures;
  MpStream *stream;
  GString *out;
  gboolean refused;   /* some line was */
} Stream;

/* What is computed goes out before waiting for more. */
static gboolean
flush_out (gpointer data)
{
  Stream *self = data;
  gboolean written = self->out->len == 0 || mp_cli_write_stdout (self->out->str, self->out->len);

  g_string_truncate (self->out, 0);
  return written;
}

static gboolean
take_line (gpointer data, const char *text, gsize length, guint64 line)
{
  Stream *self = data;

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
  return self->out->len < FLUSH_BYTES || flush_out (self);
}

MpExit
mp_cli_stream (gboolean summary, gboolean explain)
{
  MpExit status = MP_EXIT_DONE;
  Stream self = { .out = g_string_sized_new (2 * FLUSH_BYTES) };

  self.figures = mp_cli_figures (&status);
  if (self.figures != NULL)
    {
      self.stream = mp_stream_new (self.figures, (summary ? MP_WRITE_SUMMARY : 0) | (explain ? MP_WRITE_EXPLAIN : 0));
      status = mp_cli_read_lines (STDIN_FILENO, _("standard input"), take_line, flush_out, &self);
      if (status == MP_EXIT_DONE && self.refused)
        status = MP_EXIT_DATA;
      mp_stream_free (self.stream);
      mp_parameters_free (self.figures);
    }
  g_string_free (self.out, TRUE);
  return status;
}
