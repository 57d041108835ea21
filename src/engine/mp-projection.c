/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-projection.h"

G_DEFINE_QUARK (mp-engine-error-quark, mp_engine_error)

static void
clear_warning (gpointer data)
{
  g_free (((MpWarning *) data)->pointer);
}

/**
 * mp_projection_new:
 *
 * Returns: (transfer full): an empty projection for mp_project()
 */
MpProjection *
mp_projection_new (void)
{
  MpProjection *self = g_new0 (MpProjection, 1);

  self->payments = g_array_sized_new (FALSE, TRUE, sizeof (MpTicketPayment), 128);
  self->ticket.reviews = g_array_new (FALSE, TRUE, sizeof (MpTicketReview));
  self->events = g_array_sized_new (FALSE, TRUE, sizeof (MpEvent), 64);
  self->warnings = g_array_new (FALSE, TRUE, sizeof (MpWarning));
  g_array_set_clear_func (self->warnings, clear_warning);
  self->trace = g_array_new (FALSE, TRUE, sizeof (MpTraceEntry));
  return self;
}

void
mp_projection_free (MpProjection *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->payments);
  g_array_unref (self->ticket.reviews);
  g_array_unref (self->events);
  g_array_unref (self->warnings);
  g_array_unref (self->trace);
  g_free (self->rows);
  g_free (self->work);
  g_free (self->progress);
  for (guint i = 0; i < G_N_ELEMENTS (self->scratch); i++)
    g_free (self->scratch[i]);
  g_free (self);
}
