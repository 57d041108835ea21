/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-casefile.h"

#include <glib/gi18n-lib.h>

struct _MpStream {
  const MpParameters *figures;
  MpWriteFlags flags;
  MpCase *kase;
  GPtrArray *projections;   /* kept from line to line, so that their memory is used again */
  GPtrArray *problems;
};

/**
 * mp_stream_new:
 * @figures: (transfer none): the published figures; they must outlive the stream
 * @flags: what goes into each projection
 *
 * Returns: (transfer full): what mp_stream_line() needs
 */
MpStream *
mp_stream_new (const MpParameters *figures, MpWriteFlags flags)
{
  MpStream *self = g_new0 (MpStream, 1);

  self->figures = figures;
  self->flags = flags;
  self->kase = mp_case_new ();
  self->projections = g_ptr_array_new_with_free_func ((GDestroyNotify) mp_projection_free);
  self->problems = mp_problems_new ();
  return self;
}

/**
 * mp_stream_free:
 * @self: (nullable): a stream
 */
void
mp_stream_free (MpStream *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->projections);
  g_ptr_array_unref (self->problems);
  mp_case_free (self->kase);
  g_free (self);
}

static gboolean
project_scenarios (MpStream *self)
{
  MpProjectFlags flags = (self->flags & MP_WRITE_EXPLAIN) ? MP_PROJECT_EXPLAIN : MP_PROJECT_DEFAULT;

  for (guint i = 0; i < self->kase->n_scenarios; i++)
    {
      g_autoptr (GError) error = NULL;

      if (i == self->projections->len)
        g_ptr_array_add (self->projections, mp_projection_new ());
      if (!mp_project (g_ptr_array_index (self->projections, i), self->kase, i, self->figures, flags, &error))
        {
          g_autofree char *pointer = g_strdup_printf ("/scenarios/%u", i);
          mp_problems_add (self->problems, pointer, "%s", error->message);
        }
    }
  return self->problems->len == 0;
}

/**
 * mp_stream_line:
 * @self: a stream
 * @text: one case, of @length bytes, without its line end
 * @length: bytes
 * @line: number of the line, from 1
 * @out: where to
 *
 * Appends the projection of a case, or an error object, and a line end.
 *
 * Returns: whether the case was taken
 */
gboolean
mp_stream_line (MpStream *self, const char *text, gsize length, guint64 line, GString *out)
{
  gboolean taken;

  g_ptr_array_set_size (self->problems, 0);
  mp_case_reset (self->kase);
  taken = mp_case_read_into (self->kase, text, length, self->problems) && project_scenarios (self);
  if (taken)
    mp_projections_to_json (out, self->kase, (MpProjection **) self->projections->pdata, self->kase->n_scenarios, self->flags);
  else
    mp_problems_to_json (out, self->problems, line);
  g_string_append_c (out, '\n');
  return taken;
}
