/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which events are pinned to the picture. */

#include <stdlib.h>

#include "mp-chart-private.h"
#include "mp-words.h"

/* What matters most to the person comes first. */
static const MpEventCode pinned[] = {
  MP_EVENT_SUSPENSION, MP_EVENT_TWP_START, MP_EVENT_TWP_COMPLETE, MP_EVENT_OUTCOME_START, MP_EVENT_TERMINATION, MP_EVENT_REENTITLEMENT,
  MP_EVENT_MEDICARE_A_END, MP_EVENT_SSI_RESUMES, MP_EVENT_S1619B_END, MP_EVENT_SSI_TERMINATION, MP_EVENT_S1619B_START,
  MP_EVENT_SSI_SUSPENSION, MP_EVENT_EXR_REQUEST, MP_EVENT_RETIREMENT, MP_EVENT_EPE_END, MP_EVENT_SEIE_EXHAUSTED,
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

typedef struct {
  guint row;
  double left, right;
} Taken;

static gboolean
is_free (const GArray *taken, const Taken *place, double width)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const Taken *other = &g_array_index (taken, Taken, i);

      if (other->row == place->row && place->left < other->right && place->right > other->left)
        return FALSE;
    }
  return place->left >= 0 && place->right <= width;
}

/* Right of the disc, left of it, or below it on either side of the line, whichever is free first. */
static void
place_label (MpChart *self, MpChartPinPlace *place, const char *label, GArray *taken)
{
  double scale = MAX (1, self->style.text_scale), width = mp_chart_text_width (self, 12, TRUE, label);
  double beside = 14 * scale, below = 5 * scale;
  const Taken choices[] = {
    { 0, place->x + beside, place->x + beside + width }, { 0, place->x - beside - width, place->x - beside },
    { 1, place->line + below, place->line + below + width }, { 1, place->line - below - width, place->line - below },
  };

  for (guint i = 0; i < (self->layout.pin_rows > 1 ? 4 : 2); i++)
    if (is_free (taken, &choices[i], self->layout.width))
      {
        place->label = label;
        place->label_x = choices[i].left;
        place->label_width = width;
        place->row = choices[i].row;
        g_array_append_val (taken, ((Taken) { choices[i].row, choices[i].left - 4, choices[i].right + 4 }));
        return;
      }
}

/* Discs that would overlap stand side by side. */
static void
move_apart (const MpChart *self, MpChartPinPlace *places, guint n)
{
  double radius = 9 * MAX (1, self->style.text_scale), apart = 2 * radius + 1;

  for (guint k = 0; k < n; k++)
    places[k].x = k > 0 ? MAX (places[k].line, places[k - 1].x + apart) : places[k].line;
  for (guint k = n; k-- > 0;)
    places[k].x = MIN (places[k].x, k + 1 < n ? places[k + 1].x - apart : self->layout.width - radius - 1);
}

/* Places the pins in the present layout; the labels that matter most choose first. */
guint
mp_chart_place_pins (MpChart *self, MpChartPinPlace places[MP_CHART_MAX_PINS])
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  MpChartPin pins[MP_CHART_MAX_PINS];
  guint n = mp_chart_pins (&self->model, pins);

  for (guint k = 0; k < n; k++)
    places[k] = (MpChartPinPlace) { .line = mp_chart_layout_x (&self->layout, mp_chart_pin_month (pins[k].code, pins[k].month)) };
  move_apart (self, places, n);
  for (guint k = 0; k < n; k++)
    {
      double radius = 11 * MAX (1, self->style.text_scale);

      g_array_append_val (taken, ((Taken) { 0, places[k].x - radius, places[k].x + radius }));
    }
  for (guint p = 0; p < G_N_ELEMENTS (pinned) && !self->style.numbered_pins; p++)
    for (guint k = 0; k < n; k++)
      if (pins[k].code == pinned[p])
        place_label (self, &places[k], mp_words_event (pins[k].code), taken);
  return n;
}
