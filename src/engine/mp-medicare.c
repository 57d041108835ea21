/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Medicare and what is paid: DI-65 to DI-78. */

#include "mp-ssdi-private.h"

/* The end of the extended period is 77 months after the month that would end entitlement with a 15-month EPE. */
#define EXTENDED_MONTHS 77
#define WAITING_MONTHS 24

/* DI-71: the Decembers after it get the assumed adjustment. A projection that lies before the whole table has none such. */
static MpMonth
last_published_cola (MpRun *run)
{
  gint64 percent;

  for (MpMonth december = run->last - mp_month_of_year (run->last) + 12; december >= MP_MONTH_FIRST; december -= 12)
    if (mp_run_try_figure (run, MP_SERIES_COLA, december, &percent, NULL))
      return december;
  return MP_MONTH_OPEN;
}

void
mp_medicare_init (MpSsdiState *self, MpRun *run)
{
  const MpMedicareFacts *facts = &run->kase->ssdi.medicare;

  /* DI-65 */
  self->part_a = self->entitled + WAITING_MONTHS;
  if (run->kase->ssdi.basis == MP_BASIS_CHILDHOOD)
    self->part_a = MAX (self->part_a, mp_date_age_month (run->kase->beneficiary.birth_date, 20 * 12));
  self->part_a = MIN (self->part_a, self->age65);
  if (facts->present && facts->part_a_from != MP_MONTH_NONE)
    self->part_a = facts->part_a_from;
  self->part_b = MP_MONTH_NONE;
  if (facts->present && facts->part_b.present && facts->part_b.enrolled)
    self->part_b = facts->part_b.from != MP_MONTH_NONE ? facts->part_b.from : self->part_a;
  self->last_cola = last_published_cola (run);
}

/* DI-67, DI-68: the last month of Part A after BTM. */
MpMonth
mp_medicare_last (const MpSsdiState *self, const MpRun *run)
{
  const MpSsdiSpan *span = &self->span;
  MpMonth btm15 = MAX (span->c + 3, span->f16), last;

  switch (mp_case_reading (run->kase, MP_READING_DI_D06))
    {
    case 1: /* the manual's third case: month 14 or later */
      last = (span->c >= span->w + 14 ? span->c + 3 : btm15) + EXTENDED_MONTHS;
      break;
    case 2: /* the regulation by its letter */
      last = btm15 + EXTENDED_MONTHS + 1;
      break;
    default:
      last = btm15 + EXTENDED_MONTHS;
    }
  return MAX (last, span->btm);
}

/* DI-67 while the end is open: the work that would end it comes in the 16th month after W at the earliest.
 * NONE: before trial work is over, without Part A, or when retirement keeps it. */
MpMonth
mp_medicare_least (const MpSsdiState *self, const MpRun *run)
{
  MpSsdiState earliest = *self;
  MpMonth least;

  if (self->span.w == MP_MONTH_NONE || self->span.btm != MP_MONTH_NONE)
    return MP_MONTH_NONE;
  if (earliest.span.f16 == MP_MONTH_NONE)
    earliest.span.f16 = earliest.span.w + 16;
  if (earliest.span.c == MP_MONTH_NONE)
    earliest.span.c = earliest.span.w + 1;
  least = mp_medicare_last (&earliest, run);
  return least < self->age65 - 1 && self->part_a <= least ? least : MP_MONTH_NONE;
}

static gboolean
part_a (const MpSsdiState *self, const MpRun *run, MpMonth month, gboolean entitled)
{
  /* DI-65, 66, 69 */
  if (month < self->part_a)
    return FALSE;
  if (entitled || month >= self->age65)
    return TRUE;
  return self->span.btm != MP_MONTH_NONE && month <= mp_medicare_last (self, run);
}

/* DI-70 */
static gboolean
part_b (const MpSsdiState *self, const MpRun *run, MpMonth month, gboolean entitled)
{
  return self->part_b != MP_MONTH_NONE && month >= self->part_b && part_a (self, run, month, entitled);
}

/* Whether no month after this one has Part A before age 65. A denied request may carry it past DI-68's last month (DI-66). */
static gboolean
ends_next (const MpSsdiState *self, const MpRun *run, const MpMonthRow *row)
{
  MpMonth next = row->month + 1;

  if (next >= self->age65 || (row->ssdi.status != MP_SSDI_TERMINATED && row->ssdi.status != MP_SSDI_EXR_PROVISIONAL))
    return FALSE;
  if (mp_ssdi_is_provisional (self, next) || (self->exr.moe != MP_MONTH_NONE && self->exr.moe <= next))
    return FALSE;
  return row->month >= mp_medicare_last (self, run);
}

void
mp_medicare_step (MpSsdiState *self, MpRun *run, MpMonthRow *row)
{
  gboolean entitled = mp_ssdi_is_entitled (row->ssdi.status);

  row->ssdi.medicare_a = part_a (self, run, row->month, entitled);
  row->ssdi.medicare_b = part_b (self, run, row->month, entitled);
  if (row->ssdi.medicare_a && ends_next (self, run, row))
    mp_run_event (run, row->month, MP_EVENT_MEDICARE_A_END, MP_MONEY_NONE,
                  mp_message (N_("Premium-free Medicare Part A ends with {month}."), MP_MONTH_VALUE ("month", row->month)));
}

/* DI-71, DI-72: one December's adjustment of an amount. */
static MpMoney
adjust (const MpSsdiState *self, MpRun *run, MpMoney amount, MpMonth december, gboolean *assumed)
{
  gint64 percent = 0;

  if (december > self->last_cola)
    {
      percent = run->kase->assumptions.cola_percent;
      *assumed = TRUE;
    }
  else
    /* adjustments before the published table are in the entered amount or unknown */
    mp_run_try_figure (run, MP_SERIES_COLA, december, &percent, NULL);
  return percent == 0 ? amount : MIN (MP_MONEY_CEILING, mp_money_floor_dime (amount * (10000 + percent) / 10000));
}

/* DI-71: the amount entered for the month, with the adjustments since it began. */
static MpMoney
amount_with_cola (MpSsdiState *self, MpRun *run, const MpAmount *entry, MpMonth month, gboolean auxiliary)
{
  typeof (self->benefit) *kept = auxiliary ? &self->auxiliary : &self->benefit;

  if (kept->entry != entry)
    {
      kept->entry = entry;
      kept->amount = entry->monthly;
      kept->at = entry->when.from;
      kept->assumed = FALSE;
    }
  while (kept->at < month)
    {
      kept->at++;
      if (mp_month_of_year (kept->at) == 12)
        kept->amount = adjust (self, run, kept->amount, kept->at, &kept->assumed);
    }
  return kept->amount;
}

static MpMoney
benefit_amount (MpSsdiState *self, MpRun *run, MpMonthRow *row)
{
  const MpSsdiFacts *facts = &run->kase->ssdi;
  const MpAmount *entry = mp_amounts_at (facts->amounts, facts->n_amounts, row->month), *first = NULL;
  MpMoney amount;

  if (entry != NULL)
    {
      amount = amount_with_cola (self, run, entry, row->month, FALSE);
      if (self->benefit.assumed)
        row->estimated |= MP_ESTIMATED_COLA;
      return amount;
    }
  for (guint i = 0; i < facts->n_amounts; i++)
    if (first == NULL || facts->amounts[i].when.from < first->when.from)
      first = &facts->amounts[i];
  if (first == NULL)
    return 0;
  if (row->month >= first->when.from)
    {
      if (row->month >= run->start)
        mp_run_warning (run, MP_WARNING_AMOUNT_MISSING, "/ssdi/amounts",
                        mp_message (N_("{month} is paid, but no amount is entered for it, so $0.00 is shown. Leave out the end of the amount before, or enter the next one."),
                                    MP_MONTH_VALUE ("month", row->month)));
      return 0;
    }
  if (row->month >= run->start)
    mp_run_warning (run, MP_WARNING_AMOUNT_BEFORE_FIRST, "/ssdi/amounts/0",
                    mp_message (N_("{month} is paid, but the first amount entered begins later: the amount of {from} is used."),
                                MP_MONTH_VALUE ("month", row->month), MP_MONTH_VALUE ("from", first->when.from)));
  return first->monthly;
}

/* DI-49, DI-74 */
static MpMoney
auxiliary_amount (MpSsdiState *self, MpRun *run, MpMonthRow *row)
{
  const MpSsdiFacts *facts = &run->kase->ssdi;
  const MpAmount *entry;

  if (facts->basis != MP_BASIS_WORKER || row->ssdi.status == MP_SSDI_EXR_PROVISIONAL)
    return 0;
  entry = mp_amounts_at (facts->auxiliary, facts->n_auxiliary, row->month);
  if (entry == NULL)
    return 0;
  if (mp_case_reading (run->kase, MP_READING_DI_D13) == 0)
    return entry->monthly;
  return amount_with_cola (self, run, entry, row->month, TRUE);
}

/* Whether Part B is in force in the month whose premium this benefit bears. */
static gboolean
bears_premium (const MpSsdiState *self, const MpRun *run, const MpMonthRow *row, MpMonth month)
{
  gboolean entitled = TRUE;

  if (month == row->month)
    return row->ssdi.medicare_b;
  /* entitlement of the next month is settled by what is known now */
  if (self->span.btm != MP_MONTH_NONE)
    entitled = mp_ssdi_is_provisional (self, month) || (self->exr.moe != MP_MONTH_NONE && month >= self->exr.moe) ||
               row->ssdi.status == MP_SSDI_RETIREMENT;
  else if (self->span.f37 != MP_MONTH_NONE && month >= MAX (self->span.c + 3, self->span.f37) && month < self->retirement)
    return self->part_b != MP_MONTH_NONE && month >= self->part_b && month >= self->part_a; /* DI-68 */
  return part_b (self, run, month, entitled);
}

/* DI-75, DI-77, DI-78 */
static MpMoney
premium (const MpSsdiState *self, MpRun *run, MpMonthRow *row)
{
  const MpMedicareFacts *facts = &run->kase->ssdi.medicare;
  MpMonth month = row->month + (mp_case_reading (run->kase, MP_READING_DI_D14) == 0 ? 1 : 0);
  gint64 standard = 0;

  if (self->part_b == MP_MONTH_NONE || facts->part_b.paid_by_state || !bears_premium (self, run, row, month))
    return 0;
  if (facts->part_b.premium != MP_MONEY_NONE)
    standard = facts->part_b.premium;
  else if (row->month >= run->start)
    standard = mp_run_figure (run, MP_SERIES_PART_B, month, &row->estimated);
  else
    mp_run_try_figure (run, MP_SERIES_PART_B, month, &standard, &row->estimated);
  return MIN (row->ssdi.benefit, standard);
}

/* DI-73 to DI-79 */
void
mp_ssdi_pay (MpSsdiState *self, MpRun *run, MpMonthRow *row)
{
  MpSsdiRow *ssdi = &row->ssdi;

  if (!mp_ssdi_is_due (ssdi->status))
    return;
  ssdi->benefit = benefit_amount (self, run, row);
  ssdi->part_b = premium (self, run, row);
  /* DI-76 */
  ssdi->payment = mp_money_floor_dollar (ssdi->benefit - ssdi->part_b);
  ssdi->auxiliary = auxiliary_amount (self, run, row);
}
