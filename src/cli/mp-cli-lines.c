/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A file of one case a line, read in constant memory. */

#include "mp-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define READ_BYTES ((gsize) 65536)

typedef struct {
  MpCliLineFunc take;
  gpointer data;
  guint64 line;       /* number of the line, from 1 */
} Reader;

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
take_line (Reader *self, const char *text, gsize length)
{
  self->line++;
  if (length > 0 && text[length - 1] == '\r')
    length--;
  return is_blank (text, length) || self->take (self->data, text, length, self->line);
}

static gboolean
refuse_long_line (Reader *self)
{
  self->line++;
  return self->take (self->data, NULL, 0, self->line);
}

/* FALSE: the lines are wanted no more. */
static gboolean
take_lines (Reader *self, GByteArray *in, gboolean *too_long)
{
  const char *data = (const char *) in->data;
  gsize start = 0;
  const char *end;

  while (start < in->len && (end = memchr (data + start, '\n', in->len - start)) != NULL)
    {
      gsize length = (gsize) (end - (data + start));
      gboolean more = *too_long || length > MP_CLI_LINE_MAX ? refuse_long_line (self) : take_line (self, data + start, length);

      if (!more)
        return FALSE;
      *too_long = FALSE;
      start += length + 1;
    }
  if (start > 0)
    g_byte_array_remove_range (in, 0, (guint) start);
  if (in->len > MP_CLI_LINE_MAX + 1)
    {
      *too_long = TRUE;
      g_byte_array_set_size (in, 0);
    }
  return TRUE;
}

MpExit
mp_cli_read_lines (gint fd, const char *name, MpCliLineFunc take, MpCliPauseFunc pause, gpointer data)
{
  g_autoptr (GByteArray) in = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (READ_BYTES);
  Reader self = { take, data, 0 };
  gboolean too_long = FALSE;

  for (;;)
    {
      gssize n;

      if (pause != NULL && !pause (data))
        return MP_EXIT_SYSTEM;
      n = read (fd, block, READ_BYTES);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          mp_cli_message (_("milepost-cli: could not read %s: %s"), name, g_strerror (errno));
          return MP_EXIT_SYSTEM;
        }
      if (n == 0)
        break;
      g_byte_array_append (in, block, (guint) n);
      if (!take_lines (&self, in, &too_long))
        return MP_EXIT_SYSTEM;
    }
  if (too_long ? !refuse_long_line (&self) : in->len > 0 && !take_line (&self, (const char *) in->data, in->len))
    return MP_EXIT_SYSTEM;
  return pause == NULL || pause (data) ? MP_EXIT_DONE : MP_EXIT_SYSTEM;
}
