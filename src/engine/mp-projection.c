/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-projection.h"

G_DEFINE_QUARK (mp-engine-error-quark, mp_engine_error)

/**
 * mp_warning_pointer:
 * @self: a warning
 *
 * Returns: (transfer full) (nullable): the JSON pointer of the fact that the warning is about
 */
char *
mp_warning_pointer (const MpWarning *self)
{
  const MpPlace *place = &self->place;
  GString *s;
  guint n = 0;

  if (place->format == NULL)
    return NULL;
  s = g_string_new (NULL);
  for (const char *p = place->format; *p != '\0'; p++)
    if (*p != '%')
      g_string_append_c (s, *p);
    else if (*++p == 's')
      mp_pointer_append_part (s, place->key);
    else
      g_string_append_printf (s, "%u", place->index[n++]);
  return g_string_free (s, FALSE);
}

/**
 * mp_projection_medicare_end:
 * @self: a computed projection
 * @period: number of a period of entitlement
 *
 * The last month of premium-free Part A for people to read. The scenario's date is that of a period of
 * entitlement by itself (DI-67); a request for reinstatement carries Part A past it (DI-66).
 *
 * Returns: the month, or %MP_MONTH_NONE when Part A is not known to end
 */
MpMonth
mp_projection_medicare_end (const MpProjection *self, guint period)
{
  MpMonth end = self->periods.list[period].medicare_a_end;
  guint next;

  if (end == MP_MONTH_NONE)
    return MP_MONTH_NONE;
  next = (guint) (end + 1 - self->first);
  if (next >= self->n_rows)
    return self->periods.n > period + 1 ? MP_MONTH_NONE : end;
  while (next < self->n_rows && self->rows[next].ssdi.medicare_a)
    next++;
  return next < self->n_rows ? self->rows[next].month - 1 : MP_MONTH_NONE;
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

  self->payments = g_array_sized_new (FALSE, FALSE, sizeof (MpTicketPayment), MP_PROJECTION_PAYMENTS);
  self->ticket.reviews = g_array_new (FALSE, FALSE, sizeof (MpTicketReview));
  self->events = g_array_sized_new (FALSE, FALSE, sizeof (MpEvent), 64);
  self->warnings = g_array_new (FALSE, FALSE, sizeof (MpWarning));
  self->trace = g_array_new (FALSE, FALSE, sizeof (MpTraceEntry));
  return self;
}

/**
 * mp_projection_free:
 * @self: (nullable): a projection
 */
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
  g_free (self->progress);
  for (guint i = 0; i < G_N_ELEMENTS (self->scratch); i++)
    g_free (self->scratch[i]);
  g_free (self);
}
