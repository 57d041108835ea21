/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which events are pinned to the picture. */

#include <stdlib.h>

#include "mp-chart-private.h"

/* What matters most to the person comes first. */
static const MpEventCode pinned[] = {
  MP_EVENT_SUSPENSION, MP_EVENT_TWP_START, MP_EVENT_TWP_COMPLETE, MP_EVENT_OUTCOME_START, MP_EVENT_TERMINATION, MP_EVENT_REENTITLEMENT,
  MP_EVENT_MEDICARE_A_END, MP_EVENT_S1619B_END, MP_EVENT_SSI_TERMINATION, MP_EVENT_S1619B_START, MP_EVENT_SSI_SUSPENSION,
  MP_EVENT_SSI_RESUMES, MP_EVENT_EXR_REQUEST, MP_EVENT_RETIREMENT, MP_EVENT_EPE_END, MP_EVENT_SEIE_EXHAUSTED,
  MP_EVENT_TICKET_TERMINATED,
};

/* Completions are marked where the month ends. */
MpMonth
mp_chart_pin_month (MpEventCode code, MpMonth month)
{
  gboolean at_end = code == MP_EVENT_TWP_COMPLETE || code == MP_EVENT_EPE_END || code == MP_EVENT_OUTCOME_COMPLETE
                    || code == MP_EVENT_GRACE_END;
  return month + at_end;
}

static gboolean
is_taken (const MpChartPin *pins, guint n, MpMonth month)
{
  for (guint k = 0; k < n; k++)
    if (mp_chart_pin_month (pins[k].code, pins[k].month) == month)
      return TRUE;
  return FALSE;
}

static gint
by_month (gconstpointer a, gconstpointer b)
{
  const MpChartPin *p = a, *q = b;

  return mp_chart_pin_month (p->code, p->month) - mp_chart_pin_month (q->code, q->month);
}

/**
 * mp_chart_pins:
 * @model: what is drawn
 * @pins: (out caller-allocates): room for %MP_CHART_MAX_PINS
 *
 * The events that are pinned, numbered from 1 in this order: by importance, one at a place, then by month.
 * A caller that draws with numbered_pins lists them with mp_words_event().
 *
 * Returns: how many
 */
guint
mp_chart_pins (const MpChartModel *model, MpChartPin pins[MP_CHART_MAX_PINS])
{
  MpMonth start, end;
  guint n = 0;

  if (model->projection == NULL || model->n_months == 0)
    return 0;
  start = mp_projection_month (model->projection, model->first)->month;
  end = start + (MpMonth) model->n_months;
  for (guint p = 0; p < G_N_ELEMENTS (pinned); p++)
    for (guint k = 0; k < model->projection->events->len && n < MP_CHART_MAX_PINS; k++)
      {
        const MpEvent *event = &g_array_index (model->projection->events, MpEvent, k);

        if (event->code == pinned[p] && event->month >= start && event->month < end && !is_taken (pins, n, mp_chart_pin_month (event->code, event->month)))
          pins[n++] = (MpChartPin) { event->month, event->code };
      }
  qsort (pins, n, sizeof *pins, by_month);
  return n;
}
