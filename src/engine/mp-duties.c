/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-duties.h"

#include "mp-i18n.h"

/* REP-1: 10 days after the close of the month in which it happens. */
#define DAYS_AFTER_MONTH 10

static gboolean
ssdi_counts (const MpMonthRow *row)
{
  return row->ssdi.status != MP_SSDI_NOT_ENTITLED && row->ssdi.status != MP_SSDI_TERMINATED && row->ssdi.status != MP_SSDI_RETIREMENT;
}

/* 1619(b) and suspension go on being SSI for reports; only the end of it ends them. */
static gboolean
ssi_counts (const MpMonthRow *row)
{
  return row->ssi.status != MP_SSI_NOT_ELIGIBLE && row->ssi.status != MP_SSI_TERMINATED;
}

static gboolean
any (const MpProjection *p, gboolean (*counts) (const MpMonthRow *row))
{
  for (guint i = 0; i < p->n_months; i++)
    if (counts (mp_projection_month (p, i)))
      return TRUE;
  return FALSE;
}

/**
 * mp_duties:
 * @kase: a case
 * @projection: of one of its plans
 *
 * What this person has to tell Social Security, whatever the month. Each line has the law of its rule.
 *
 * Returns: (transfer full) (element-type MpDuty): the most frequent first
 */
GArray *
mp_duties (const MpCase *kase, const MpProjection *projection)
{
  static const MpDuty all[] = {
    { "REP-1", N_("The pay you get in a month, before taxes"), MP_DUE_NOT, MP_DUE_TENTH, N_("Pay stubs of the month") },
    { "REP-2", N_("Work starts or stops; pay, hours or duties change"), MP_DUE_AT_ONCE, MP_DUE_TENTH, N_("First or last pay stub, a note of the day") },
    { "REP-4", N_("A disability work cost starts, changes or stops"), MP_DUE_AT_ONCE, MP_DUE_TENTH, N_("Receipts, and why you need it to work") },
    { "REP-5", N_("You move, or somebody moves in or out; help with rent or shelter"), MP_DUE_NOT, MP_DUE_TENTH, N_("Lease, bills, who pays what") },
    { "REP-6", N_("Savings or things you own pass the SSI limit"), MP_DUE_NOT, MP_DUE_TENTH, N_("Bank statements") },
    { "REP-7", N_("You marry or separate; a death in the family"), MP_DUE_NOT, MP_DUE_TENTH, N_("The certificate") },
    { "REP-9", N_("Another benefit is asked for or starts, such as workers' compensation"), MP_DUE_AT_ONCE, MP_DUE_TENTH, N_("The letter about it") },
    { "REP-10", N_("School starts or ends, under age 22"), MP_DUE_NOT, MP_DUE_TENTH, N_("A paper of the school with the hours") },
    { "REP-8", N_("Your health becomes better"), MP_DUE_AT_ONCE, MP_DUE_TENTH, N_("Who treats you") },
    { "REP-11", N_("A new address; a stay in a hospital, prison or abroad"), MP_DUE_AT_ONCE, MP_DUE_TENTH, N_("The dates") },
  };
  GArray *list = g_array_new (FALSE, FALSE, sizeof (MpDuty));
  gboolean ssdi = any (projection, ssdi_counts), ssi = any (projection, ssi_counts);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      MpDuty duty = all[i];

      if (!ssdi)
        duty.ssdi = MP_DUE_NOT;
      if (!ssi)
        duty.ssi = MP_DUE_NOT;
      if (g_str_equal (duty.rule, "REP-10") && kase->beneficiary.n_student == 0)
        continue;
      if (duty.ssdi != MP_DUE_NOT || duty.ssi != MP_DUE_NOT)
        g_array_append_val (list, duty);
    }
  return list;
}

static void
add (GArray *list, MpDate due, MpDutyDue kind, MpProgram program, const char *rule, MpMessage text)
{
  const MpReportDate date = { due, kind, program, rule, text };

  g_array_append_val (list, date);
}

/* The pay that SSI counts is that of the month in which it is received. */
static void
add_pay (GArray *list, const MpMonthRow *row)
{
  if (ssi_counts (row) && row->work.paid > 0)
    add (list, (MpDate) { row->month + 1, DAYS_AFTER_MONTH }, MP_DUE_TENTH, MP_PROGRAM_SSI, "REP-1",
         mp_message (N_("Report the pay received in {month} for SSI: {paid} in this plan."),
                     MP_MONTH_VALUE ("month", row->month), MP_MONEY_VALUE ("paid", row->work.paid)));
}

/* before: NULL for the first reported month, when nothing is known to change. */
static void
add_change (GArray *list, const MpMonthRow *before, const MpMonthRow *row)
{
  const MpDate first = { row->month, 1 };
  MpMoney was = before != NULL ? before->work.earned : row->work.earned, is = row->work.earned;
  const char *text = was == 0 ? N_("Work starts in {month}, with pay of {earned}: tell Social Security at once (SSDI).")
                     : is == 0 ? N_("Work stops: there is no pay from {month} on. Tell Social Security at once (SSDI).")
                     : N_("Pay changes to {earned} in {month}: tell Social Security at once (SSDI).");

  if (was != is && ssdi_counts (row))
    add (list, first, MP_DUE_AT_ONCE, MP_PROGRAM_SSDI, "REP-2",
         mp_message (text, MP_MONTH_VALUE ("month", row->month), MP_MONEY_VALUE ("earned", is)));
}

static void
add_incentive (GArray *list, const MpProjection *p, const MpIncentive *incentive)
{
  const MpMonth last = p->start + (MpMonth) p->n_months - 1;
  const MpMonth months[] = { incentive->when.from, incentive->when.to == MP_MONTH_OPEN ? MP_MONTH_OPEN : incentive->when.to + 1 };

  for (guint k = 0; k < G_N_ELEMENTS (months); k++)
    {
      const MpMonthRow *row;

      if (months[k] < p->start || months[k] > last || incentive->name == NULL)
        continue;
      row = mp_projection_month (p, (guint) (months[k] - p->start));
      if (!ssdi_counts (row) && !ssi_counts (row))
        continue;
      add (list, (MpDate) { months[k], 1 }, MP_DUE_AT_ONCE, ssdi_counts (row) ? MP_PROGRAM_SSDI : MP_PROGRAM_SSI, "REP-4",
           k == 0 ? mp_message (N_("{name}, {monthly} a month, starts in {month}: tell Social Security, with receipts."),
                                MP_TEXT_VALUE ("name", incentive->name), MP_MONEY_VALUE ("monthly", incentive->monthly),
                                MP_MONTH_VALUE ("month", months[k]))
                  : mp_message (N_("{name} is no longer paid from {month} on: tell Social Security."),
                                MP_TEXT_VALUE ("name", incentive->name), MP_MONTH_VALUE ("month", months[k])));
    }
}

static gint
by_day (gconstpointer a, gconstpointer b)
{
  const MpReportDate *x = a, *y = b;
  gint order = mp_date_compare (x->due, y->due);

  return order != 0 ? order : (gint) x->program - (gint) y->program;
}

/**
 * mp_report_dates:
 * @kase: a case
 * @projection: of one of its plans
 *
 * The days on which this plan asks for a report: pay of each month for SSI (REP-1), each change of work for SSDI
 * (REP-2), each cost of work that starts or stops (REP-4). A 10th on a day that is no working day moves to the next
 * one (20 CFR 416.120(d)); the 10th itself is given, which is never late.
 *
 * Returns: (transfer full) (element-type MpReportDate): by day. The sentences hold strings of the case
 */
GArray *
mp_report_dates (const MpCase *kase, const MpProjection *projection)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (MpReportDate));

  for (guint i = 0; i < projection->n_months; i++)
    {
      add_change (list, i > 0 ? mp_projection_month (projection, i - 1) : NULL, mp_projection_month (projection, i));
      add_pay (list, mp_projection_month (projection, i));
    }
  for (guint i = 0; i < projection->scenario->n_work_incentives; i++)
    add_incentive (list, projection, &projection->scenario->work_incentives[i]);
  g_array_sort (list, by_day);
  return list;
}
