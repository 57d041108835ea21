/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `project --stream`: one case a line in, one projection a line out, in constant memory. */

#include "mp-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define LINE_MAX_BYTES ((gsize) 1024 * 1024)
#define READ_BYTES ((gsize) 65536)
#define FLUSH_BYTES ((gsize) 65536)

typedef struct {
  MpParameters *figures;
  MpStream *stream;
  GString *out;
  guint64 line;       /* number of the line, from 1 */
  gboolean refused;   /* some line was */
} Stream;

static gboolean
flush_out (Stream *self)
{
  gboolean written = mp_cli_write_stdout (self->out->str, self->out->len);

  g_string_truncate (self->out, 0);
  return written;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
take_line (Stream *self, const char *text, gsize length)
{
  self->line++;
  if (length > 0 && text[length - 1] == '\r')
    length--;
  if (is_blank (text, length))
    return TRUE;
  if (!mp_stream_line (self->stream, text, length, self->line, self->out))
    self->refused = TRUE;
  return self->out->len < FLUSH_BYTES || flush_out (self);
}

static gboolean
refuse_long_line (Stream *self)
{
  g_autoptr (GPtrArray) problems = mp_problems_new ();

  self->line++;
  self->refused = TRUE;
  mp_problems_add (problems, "", _("a case may have at most %d bytes on its line"), (gint) LINE_MAX_BYTES);
  mp_problems_to_json (self->out, problems, self->line);
  g_string_append_c (self->out, '\n');
  return TRUE;
}

/* FALSE: writing failed, and it was said. */
static gboolean
take_lines (Stream *self, GByteArray *in, gboolean *too_long)
{
  const char *data = (const char *) in->data;
  gsize start = 0;
  const char *end;

  while (start < in->len && (end = memchr (data + start, '\n', in->len - start)) != NULL)
    {
      gsize length = (gsize) (end - (data + start));

      if (*too_long || length > LINE_MAX_BYTES)
        refuse_long_line (self);
      else if (!take_line (self, data + start, length))
        return FALSE;
      *too_long = FALSE;
      start += length + 1;
    }
  if (start > 0)
    g_byte_array_remove_range (in, 0, (guint) start);
  if (in->len > LINE_MAX_BYTES + 1)
    {
      *too_long = TRUE;
      g_byte_array_set_size (in, 0);
    }
  return TRUE;
}

static MpExit
run_stream (Stream *self)
{
  g_autoptr (GByteArray) in = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (READ_BYTES);
  gboolean too_long = FALSE;

  for (;;)
    {
      gssize n;

      /* What is computed goes out before waiting for more. */
      if (self->out->len > 0 && !flush_out (self))
        return MP_EXIT_SYSTEM;
      n = read (STDIN_FILENO, block, READ_BYTES);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          mp_cli_message (_("milepost-cli: could not read standard input: %s"), g_strerror (errno));
          return MP_EXIT_SYSTEM;
        }
      if (n == 0)
        break;
      g_byte_array_append (in, block, (guint) n);
      if (!take_lines (self, in, &too_long))
        return MP_EXIT_SYSTEM;
    }
  if (too_long)
    refuse_long_line (self);
  else if (in->len > 0 && !take_line (self, (const char *) in->data, in->len))
    return MP_EXIT_SYSTEM;
  if (!flush_out (self))
    return MP_EXIT_SYSTEM;
  return self->refused ? MP_EXIT_DATA : MP_EXIT_DONE;
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
      status = run_stream (&self);
      mp_stream_free (self.stream);
      mp_parameters_free (self.figures);
    }
  g_string_free (self.out, TRUE);
  return status;
}
