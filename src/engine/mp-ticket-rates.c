/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a milestone or an outcome is worth (TTW-58 to 67, 75, 78). */

#include "mp-ticket-private.h"

/* A published series, the user's field in its place, and the share of the base behind both, in percent. */
typedef struct {
  MpSeries series;
  gsize field; /* in MpTicketRates; 0: the user enters no such rate */
  guint8 base_t16;
  guint8 percent;
  gboolean old; /* the field means these payments in years before 2008, whose rates are those of the old rules alone */
} RateKind;

#define FIELD(name) G_STRUCT_OFFSET (MpTicketRates, name)

/* TTW-63: each payment to the nearest dollar, half up. */
static MpMoney
percent_of_base (MpMoney base, gint percent)
{
  return mp_divide_half_up (base * percent, 10000) * 100;
}

/* What the user entered for a year: the rate itself or the base. */
static MpMoney
entered_rate (const MpTicketRates *rates, const RateKind *kind)
{
  const gboolean named = kind->field != 0 && (!kind->old || rates->year < mp_month_year (MP_TICKET_NEW_RULES));
  MpMoney rate = named ? G_STRUCT_MEMBER (MpMoney, rates, kind->field) : MP_MONEY_NONE;
  MpMoney base = kind->base_t16 ? rates->pcb_t16 : rates->pcb_t2;

  if (rate == MP_MONEY_NONE && base != MP_MONEY_NONE)
    rate = percent_of_base (base, kind->percent);
  return rate;
}

/* TTW-67: the user's rate of the year, else the published one, else the latest known before it. */
static MpTicketRate
find_rate (MpRun *run, const RateKind *kind, MpMonth month)
{
  const MpTicketFacts *ticket = &run->kase->ticket;
  const gint year = mp_month_year (month);
  MpTicketRate rate = { MP_MONEY_NONE, (gint16) year, FALSE };
  const MpMonthFigure *published = mp_month_figure (run->figures, kind->series, month), *base;
  gint known = G_MININT;

  if (published->year != 0)
    {
      rate.amount = published->value;
      known = published->year;
    }
  /* A base entered by hand before the rates of its year: they follow from it. */
  base = mp_month_figure (run->figures, kind->base_t16 ? MP_SERIES_PCB_T16 : MP_SERIES_PCB_T2, month);
  if (known != year && base->year == year)
    {
      rate.amount = percent_of_base (base->value, kind->percent);
      known = year;
    }
  for (guint i = 0; i < ticket->n_rates; i++)
    {
      const gint entered_year = ticket->rates[i].year;
      MpMoney entered;

      if (entered_year > year || entered_year < known)
        continue;
      entered = entered_rate (&ticket->rates[i], kind);
      if (entered == MP_MONEY_NONE)
        continue;
      rate.amount = entered;
      known = entered_year;
    }
  if (rate.amount == MP_MONEY_NONE || known == year)
    return rate;
  if (ticket->rate_policy == MP_RATES_PUBLISHED_ONLY)
    {
      rate.amount = MP_MONEY_NONE;
      return rate;
    }
  rate.year = (gint16) known;
  rate.estimated = TRUE;
  return rate;
}

/* By class: title II, title XVI. */
static const RateKind kinds[MP_N_TICKET_RATES][2] = {
  [MP_TICKET_RATE_PHASE1] = { /* TTW-59: both classes */
    { MP_SERIES_PHASE1, FIELD (phase1), FALSE, 120, FALSE }, { MP_SERIES_PHASE1, FIELD (phase1), FALSE, 120, FALSE } },
  [MP_TICKET_RATE_PHASE2] = { /* TTW-60 */
    { MP_SERIES_PHASE2_T2, FIELD (phase2_t2), FALSE, 36, FALSE }, { MP_SERIES_PHASE2_T16, FIELD (phase2_t16), TRUE, 36, FALSE } },
  [MP_TICKET_RATE_OUTCOME] = { /* TTW-61 */
    { MP_SERIES_OUTCOME_T2, FIELD (outcome_t2), FALSE, 36, FALSE }, { MP_SERIES_OUTCOME_T16, FIELD (outcome_t16), TRUE, 36, FALSE } },
  [MP_TICKET_RATE_OUTCOME_ONLY] = { /* TTW-62 */
    { MP_SERIES_OUTCOME_ONLY_T2, FIELD (outcome_only_t2), FALSE, 67, FALSE }, { MP_SERIES_OUTCOME_ONLY_T16, FIELD (outcome_only_t16), TRUE, 67, FALSE } },
  /* TTW-75 */
  [MP_TICKET_RATE_OLD_MILESTONE_1] = { { MP_SERIES_OLD_M1_T2, 0, FALSE, 34, FALSE }, { MP_SERIES_OLD_M1_T16, 0, TRUE, 34, FALSE } },
  [MP_TICKET_RATE_OLD_MILESTONE_2] = { { MP_SERIES_OLD_M2_T2, 0, FALSE, 68, FALSE }, { MP_SERIES_OLD_M2_T16, 0, TRUE, 68, FALSE } },
  [MP_TICKET_RATE_OLD_MILESTONE_3] = { { MP_SERIES_OLD_M3_T2, 0, FALSE, 136, FALSE }, { MP_SERIES_OLD_M3_T16, 0, TRUE, 136, FALSE } },
  [MP_TICKET_RATE_OLD_MILESTONE_4] = { { MP_SERIES_OLD_M4_T2, 0, FALSE, 170, FALSE }, { MP_SERIES_OLD_M4_T16, 0, TRUE, 170, FALSE } },
  /* TTW-78 */
  [MP_TICKET_RATE_OLD_OUTCOME] = {
    { MP_SERIES_OLD_OUTCOME_T2, FIELD (outcome_t2), FALSE, 34, TRUE }, { MP_SERIES_OLD_OUTCOME_T16, FIELD (outcome_t16), TRUE, 34, TRUE } },
  [MP_TICKET_RATE_OLD_OUTCOME_ONLY] = {
    { MP_SERIES_OLD_OUTCOME_ONLY_T2, FIELD (outcome_only_t2), FALSE, 40, TRUE },
    { MP_SERIES_OLD_OUTCOME_ONLY_T16, FIELD (outcome_only_t16), TRUE, 40, TRUE } },
};

/* The rate of any month's year (TTW-64). */
MpTicketRate
mp_ticket_rate_of (MpRun *run, MpTicketRateKind kind, gboolean t16, MpMonth month)
{
  return find_rate (run, &kinds[kind][t16 != 0], month);
}
