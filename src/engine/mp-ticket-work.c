/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the pay of a month counts for, and the work before the first assignment. */

#include "mp-ticket-private.h"

/* TTW-25 to 28, and TTW-41 to 44 before the assignment */
const MpTicketWindow mp_ticket_windows[MP_TICKET_P1_STEPS] = { { 1, 1 }, { 3, 6 }, { 6, 12 }, { 9, 18 } };

/* S-01, half_twl_confirmed: the trial work level within the next two months. */
static gboolean
is_confirmed (MpRun *run, MpMonth month)
{
  for (MpMonth later = month + 1; later <= month + 2; later++)
    {
      gint64 twl;

      if (mp_run_try_figure (run, MP_SERIES_TWP, later, &twl, NULL) && mp_run_work (run, later)->earned >= twl)
        return TRUE;
    }
  return FALSE;
}

/* The months of the stretch that ends join those before. */
void
mp_ticket_close_stretch (MpTicketState *self)
{
  self->at_twl = mp_ticket_months (self, self->at_twl, MP_TICKET_AT_TWL);
  self->above_twl = mp_ticket_months (self, self->above_twl, MP_TICKET_ABOVE_TWL);
  self->above_sga = mp_ticket_months (self, self->above_sga, MP_TICKET_ABOVE_SGA);
  if (self->span.clock)
    {
      self->counted_twl = mp_ticket_months (self, self->counted_twl, MP_TICKET_AT_TWL);
      self->counted_sga = mp_ticket_months (self, self->counted_sga, MP_TICKET_ABOVE_SGA_NON_BLIND);
      self->counted_zero = mp_ticket_months (self, self->counted_zero, MP_TICKET_ZERO_CASH);
    }
  self->alike = 0;
}

/* TTW-30, 31 */
void
mp_ticket_find_figures (MpTicketState *self, const MpRun *run, MpMonth month)
{
  const MpSeries own = run->kase->beneficiary.blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA;
  MpTicketFigures *figures = &self->figures;
  gint64 twl, sga, general;

  *figures = (MpTicketFigures) { 0 };
  for (guint i = 0; i < MP_N_TICKET_TESTS; i++)
    figures->least[i] = G_MAXINT64;
  if (mp_run_try_figure (run, MP_SERIES_TWP, month, &twl, &figures->estimated_twl))
    {
      figures->least[MP_TICKET_HALF_TWL] = mp_case_reading (run->kase, MP_READING_TTW_S01) == 1 ? twl : twl / 2;
      figures->least[MP_TICKET_TWL] = twl;
      figures->least[MP_TICKET_OVER_TWL] = mp_case_reading (run->kase, MP_READING_TTW_S03) == 1 ? twl : twl + 1;
    }
  if (mp_run_try_figure (run, own, month, &sga, &figures->estimated_sga) &&
      mp_run_try_figure (run, MP_SERIES_SGA, month, &general, &figures->estimated_sga))
    {
      const gint64 p2 = mp_case_reading (run->kase, MP_READING_TTW_S05) == 1 ? general : sga;

      figures->least[MP_TICKET_OVER_SGA] = sga + 1;
      figures->least[MP_TICKET_P2_PAY] = mp_case_reading (run->kase, MP_READING_TTW_S04) == 1 ? p2 : p2 + 1;
      figures->least[MP_TICKET_OVER_SGA_NON_BLIND] = general + 1;
    }
}

/* A figure that a month needs, and that is not known, is remembered: the projection fails. */
void
mp_ticket_miss_figure (MpRun *run, MpMonth month, gboolean sga)
{
  if (!sga)
    mp_run_figure (run, MP_SERIES_TWP, month, NULL);
  else
    {
      mp_run_figure (run, run->kase->beneficiary.blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA, month, NULL);
      mp_run_figure (run, MP_SERIES_SGA, month, NULL);
    }
}

/* Which tests the pay of the stretch passes. */
void
mp_ticket_note_pay (MpTicketState *self, MpRun *run, MpMonth month)
{
  const MpTicketFigures *figures = &self->figures;
  /* before the ticket is used, the trial work level alone says something */
  const gboolean used = month > self->first_use;
  const guint tests = used ? MP_TICKET_NO_CASH : MP_TICKET_OVER_TWL + 1;

  self->levels = self->out ? MP_TICKET_ZERO_CASH : 0;
  if (self->gross <= 0 || month < self->work_seen || self->terminated != MP_MONTH_NONE)
    return;
  for (guint i = 0; i < tests; i++)
    if (self->gross >= figures->least[i])
      self->levels |= 1u << i;
  if ((self->levels & MP_TICKET_AT_HALF_TWL) && !(self->levels & MP_TICKET_AT_TWL) &&
      mp_case_reading (run->kase, MP_READING_TTW_S01) == 2 && !is_confirmed (run, month))
    self->levels &= ~MP_TICKET_AT_HALF_TWL;
  if (used)
    self->estimated |= figures->estimated_twl | figures->estimated_sga;
  if (figures->least[MP_TICKET_TWL] == G_MAXINT64)
    mp_ticket_miss_figure (run, month, FALSE);
  if (used && figures->least[MP_TICKET_P2_PAY] == G_MAXINT64)
    mp_ticket_miss_figure (run, month, TRUE);
}

/* TTW-41 to 44: once, in the month of the first assignment. */
void
mp_ticket_look_back (MpTicketState *self, MpRun *run)
{
  static const char *const rules[MP_TICKET_P1_STEPS] = { "TTW-41", "TTW-42", "TTW-43", "TTW-44" };

  for (guint step = 1; step <= MP_TICKET_P1_STEPS; step++)
    {
      const MpTicketWindow *window = &mp_ticket_windows[step - 1];
      const guint above = mp_ticket_count (self->above_twl, window->within);
      MpMessage message;

      if (above < window->need)
        continue;
      self->removed |= 1u << (step - 1);
      message = mp_message (step == 1
                            ? N_("Pay was above the trial work figure in the month before the ticket was assigned: "
                                 "Phase 1 milestone {number} is never paid.")
                            : N_("Pay was above the trial work figure in {above} of the {within} months before the ticket was assigned: "
                                 "Phase 1 milestone {number} is never paid."),
                            MP_NUMBER_VALUE ("above", above), MP_NUMBER_VALUE ("within", window->within),
                            MP_NUMBER_VALUE ("number", step));
      mp_run_event (run, self->first, MP_EVENT_PHASE1_REMOVED, MP_MONEY_NONE, message);
      MP_TRACE (run, self->first, MP_PROGRAM_TICKET, rules[step - 1], message);
    }
}
