/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* SSDI, SSI, health coverage, and what stays when work stops. */

#include "mp-report-private.h"

static void
when_row (MpReport *self, const char *what, char *when, const char *rule)
{
  mp_pages_table_row (self->pages, (const char *const[]) { what, when, mp_report_cite (self, rule) }, FALSE);
  g_free (when);
}

static void
when_table (MpReport *self)
{
  const MpPageColumn columns[] = { { _("What"), 3, FALSE }, { _("When"), 2.6, FALSE }, { _("Where it is written"), 3.4, FALSE } };

  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
}

/* Rows for every event of a code: a check may stop and come back more than once. */
static void
event_rows (MpReport *self, MpEventCode code, MpMonth from, MpMonth to, const char *what, const char *rule)
{
  const GArray *events = self->projection->events;

  for (guint i = 0; i < events->len; i++)
    {
      const MpEvent *event = &g_array_index (events, MpEvent, i);
      if (event->code == code && event->month >= from && event->month <= to)
        when_row (self, what, mp_report_month (event->month), rule);
    }
}

/* What happens from the end of the period before to that of this one. */
static void
period_rows (MpReport *self, guint number)
{
  const MpProjection *p = self->projection;
  const MpSsdiPeriod *period = &p->periods.list[number];
  MpMonth from = number > 0 ? period[-1].termination : p->first;
  MpMonth to = period->termination != MP_MONTH_NONE ? period->termination - 1 : MP_MONTH_OPEN;
  MpMonth medicare_end = mp_projection_medicare_end (p, number);

  event_rows (self, MP_EVENT_TWP_START, from, to, _("Trial work begins"), "DI-8");
  if (period->twp_end != MP_MONTH_NONE)
    when_row (self, _("Trial work is over: the ninth month"), mp_report_month (period->twp_end), "DI-13");
  if (period->epe_end != MP_MONTH_NONE)
    when_row (self, _("Safety net of 36 months"), mp_report_period (period->twp_end + 1, period->epe_end), "DI-40");
  if (period->cessation != MP_MONTH_NONE)
    {
      when_row (self, _("First month over the limit"), mp_report_month (period->cessation), "DI-41");
      when_row (self, _("Grace: that month and the two after it are paid"), mp_report_period (period->cessation, mp_ssdi_grace_last (period)), "DI-42");
    }
  event_rows (self, MP_EVENT_SUSPENSION, from, to, _("No check from this month on"), "DI-44");
  event_rows (self, MP_EVENT_REENTITLEMENT, from, to, _("The check is back"), "DI-44");
  if (period->termination != MP_MONTH_NONE)
    {
      when_row (self, _("SSDI ends"), mp_report_month (period->termination), "DI-46");
      when_row (self, _("Fast return: ask by"), mp_report_month (mp_ssdi_return_last (period)), "DI-52");
    }
  event_rows (self, MP_EVENT_RETIREMENT, from, to, _("It becomes a retirement check"), "DI-60");
  if (medicare_end != MP_MONTH_NONE && medicare_end >= p->start)
    when_row (self, _("Medicare Part A without a premium ends"), mp_report_month (medicare_end), "DI-67");
  else if (period->medicare_least != MP_MONTH_NONE)
    when_row (self, _("Medicare Part A goes on at least to"), mp_report_month (period->medicare_least), "DI-67");
}

void
mp_report_ssdi (MpReport *self)
{
  const MpProjection *p = self->projection;
  const MpMonthRow *first = mp_projection_month (p, 0), *last = mp_projection_month (p, p->n_months - 1);
  g_autofree char *start = mp_report_month (p->start), *end = mp_report_month (last->month), *text = NULL;

  if (!self->kase->ssdi.present)
    return;
  mp_report_heading (self, _("SSDI"));
  if (mp_projection_month (self->without, 0)->ssdi.status == MP_SSDI_RETIREMENT)
    text = g_strdup (_("You get a retirement check. Work no longer changes whether it is paid."));
  else
    /* Translators: a number of trial work months and a month, twice */
    text = g_strdup_printf (_("SSDI lets you test work for nine months, and you keep the full check. You have used <b>%1$u of 9</b> by %2$s and will have used <b>%3$u of 9</b> by %4$s."),
                            first->ssdi.twp_used, start, last->ssdi.twp_used, end);
  mp_pages_paragraph (self->pages, text);
  mp_pages_paragraph (self->pages, _("After trial work, a month with pay over the SGA limit can stop the check. What counts is your pay less disability work costs and extra support on the job. In the safety net the check comes back in any month at or under the limit, without a new application."));
  when_table (self);
  for (guint i = 0; i < p->periods.n; i++)
    period_rows (self, i);
  if (p->periods.n == 0 || p->periods.list[0].twp_end == MP_MONTH_NONE)
    when_row (self, _("Trial work months left"), g_strdup_printf ("%u", (guint) (9 - MIN (9, last->ssdi.twp_used))), "DI-14");
  mp_pages_table_end (self->pages);
}

#define MAX_STAGES 4

/* The months whose sums are shown: the last, so settled, month of each stretch with its own payment. */
static guint
find_stages (const MpProjection *p, guint stages[MAX_STAGES])
{
  guint n = 0;

  for (guint i = 0; i < p->n_months && n < MAX_STAGES; i++)
    {
      const MpMonthRow *row = mp_projection_month (p, i), *next = i + 1 < p->n_months ? mp_projection_month (p, i + 1) : NULL;
      gboolean known = FALSE;

      if (row->ssi.status == MP_SSI_NOT_ELIGIBLE || row->ssi.status == MP_SSI_TERMINATED)
        continue;
      if (next != NULL && next->ssi.payment == row->ssi.payment && next->ssi.status == row->ssi.status)
        continue;
      for (guint k = 0; k < n; k++)
        known = known || (mp_projection_month (p, stages[k])->ssi.payment == row->ssi.payment
                          && mp_projection_month (p, stages[k])->ssi.status == row->ssi.status);
      if (!known)
        stages[n++] = i;
    }
  return n;
}

static void
stage (MpReport *self, guint i)
{
  const MpPageColumn columns[] = { { _("Line"), 5, FALSE }, { _("Where it is written"), 4, FALSE } };
  const MpProjection *p = self->projection;
  const MpMonthRow *row = mp_projection_month (p, i);
  g_autofree char *month = mp_report_month (row->month);
  g_autofree char *amount = mp_report_about (row->ssi.payment, mp_words_is_estimated (p, row, MP_COLUMN_SSI));
  /* Translators: a month, an amount, and where SSI stands: "Check" */
  g_autofree char *heading = g_strdup_printf (_("%1$s: SSI %2$s (%3$s)"), month, amount, mp_words_ssi_status (row->ssi.status));

  mp_pages_subheading (self->pages, heading);
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  for (guint k = 0; k < p->trace->len; k++)
    {
      const MpTraceEntry *entry = &g_array_index (p->trace, MpTraceEntry, k);
      g_autofree char *text = NULL;

      if (entry->month != row->month || entry->program != MP_PROGRAM_SSI)
        continue;
      text = mp_message_format (&entry->message, TRUE);
      mp_pages_table_row (self->pages, (const char *const[]) { text, mp_report_cite (self, entry->rule) }, FALSE);
    }
  mp_pages_table_end (self->pages);
}

void
mp_report_ssi (MpReport *self)
{
  guint stages[MAX_STAGES], n;

  if (!self->kase->ssi.present)
    return;
  mp_report_heading (self, _("SSI"));
  mp_pages_paragraph (self->pages, _("SSI skips the first $20 of income and $65 of pay, then counts half of the rest of your pay. What counts is taken from the full SSI amount; so each dollar of pay lowers SSI by at most 50 cents."));
  mp_pages_paragraph (self->pages, _("<b>There is a two-month lag.</b> Pay in one month changes the SSI check two months later. When pay falls, the check rises two months later, too. The first months of a new start are an exception."));
  n = find_stages (self->projection, stages);
  if (n > 0)
    mp_pages_keep (self->pages, 120 * mp_pages_scale (self->pages)); /* with the first table's heading and rows */
  if (n > 0)
    mp_pages_note (self->pages, _("The sum, line by line, for one month of each stage of the plan:"));
  for (guint i = 0; i < n; i++)
    stage (self, stages[i]);
}

static void
coverage_table (MpReport *self)
{
  const MpPageColumn columns[] = { { _("Months"), 3, FALSE }, { _("Coverage"), 3, FALSE }, { _("SSI stands at"), 3, FALSE } };
  const MpProjection *p = self->projection;

  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  for (guint i = 0, next; i < p->n_months; i = next)
    {
      const MpMonthRow *row = mp_projection_month (p, i);
      g_autofree char *months = NULL;

      for (next = i + 1; next < p->n_months; next++)
        if (mp_words_month_health (mp_projection_month (p, next)) != mp_words_month_health (row)
            || (mp_projection_month (p, next)->ssi.status == MP_SSI_1619B) != (row->ssi.status == MP_SSI_1619B))
          break;
      months = mp_report_period (row->month, p->start + (MpMonth) next - 1);
      mp_pages_table_row (self->pages, (const char *const[]) { months, mp_words_health (mp_words_month_health (row)), mp_words_ssi_status (row->ssi.status) }, FALSE);
    }
  mp_pages_table_end (self->pages);
}

static void
medicaid_items (MpReport *self, GPtrArray *items)
{
  const MpEvent *event = mp_report_event (self->projection, MP_EVENT_THRESHOLD_1619B);

  /* Translators: a citation */
  mp_report_add (items, g_strdup_printf (_("<b>Medicaid while working, 1619(b):</b> when pay stops your SSI check, Medicaid goes on while you need it and pay stays under a yearly limit of your state (%s)."), mp_report_cite (self, "SSI-50")));
  if (event != NULL)
    {
      g_autofree char *text = mp_message_format (&event->message, TRUE);
      mp_report_add (items, g_strdup_printf ("%s (%s)", text, mp_report_cite (self, "SSI-53")));
    }
  mp_report_add (items, g_strdup (_("Over that limit an individual one may be set for you if your care costs more. Ask Social Security and the state Medicaid office.")));
}

void
mp_report_health (MpReport *self)
{
  const MpCase *kase = self->kase;
  const MpMonthRow *now = mp_projection_month (self->projection, 0);
  GPtrArray *items;

  if (!kase->ssdi.present && !kase->ssi.present)
    return;
  mp_report_heading (self, _("Health coverage"));
  coverage_table (self);
  items = mp_report_items ();
  if (kase->ssi.present)
    medicaid_items (self, items);
  if (kase->ssdi.present)
    {
      g_autofree char *premium = mp_report_money (now->ssdi.part_b);

      mp_report_add (items, g_strdup_printf (_("<b>Medicare</b> begins after 24 months of SSDI and goes on at least 93 months after trial work, also when no check is paid (%s)."), mp_report_cite (self, "DI-67")));
      if (kase->ssdi.medicare.part_b.present && kase->ssdi.medicare.part_b.paid_by_state)
        mp_report_add (items, g_strdup (_("The state pays your Part B premium. More pay can end this help: ask the state Medicaid office about a Medicare Savings Program.")));
      else if (now->ssdi.medicare_b)
        mp_report_add (items, g_strdup_printf (_("The Part B premium, %s now, comes out of the SSDI check. When no check is paid, Medicare sends you a bill."), premium));
    }
  mp_report_add (items, g_strdup (_("<b>Who to ask:</b> Medicaid: the state or county Medicaid office. Medicare: 1-800-MEDICARE (1-800-633-4227). Free help with both: the State Health Insurance Assistance Program.")));
  mp_report_list (self, items);
}

static void
ssdi_nets (MpReport *self, GPtrArray *items)
{
  const MpProjection *p = self->projection;
  const MpSsdiPeriod *period = p->periods.n > 0 ? &p->periods.list[p->periods.shown] : NULL;
  g_autofree char *until = NULL;

  if (period != NULL && period->epe_end != MP_MONTH_NONE)
    {
      until = mp_report_month (period->epe_end);
      mp_report_add (items, g_strdup_printf (_("<b>Safety net, to %1$s:</b> SSDI is paid again in any month at or under the SGA limit. Tell Social Security; no new application (%2$s)."), until, mp_report_cite (self, "DI-44")));
    }
  else
    mp_report_add (items, g_strdup_printf (_("<b>Safety net:</b> the 36 months after trial work. SSDI is paid in any of them at or under the SGA limit (%s)."), mp_report_cite (self, "DI-40")));
  mp_report_add (items, g_strdup_printf (_("<b>Fast return:</b> within 5 years after SSDI ends because of work you can ask for it back, with up to 6 months of checks while you wait (%s)."), mp_report_cite (self, "DI-52")));
  mp_report_add (items, g_strdup_printf (_("<b>Short try at work:</b> work that stops within 6 months because of your health may not count (%s)."), mp_report_cite (self, "DI-34")));
}

void
mp_report_nets (MpReport *self)
{
  GPtrArray *items = mp_report_items ();

  mp_report_heading (self, _("If work stops or pay falls"));
  mp_pages_paragraph (self->pages, _("Nothing here has to be asked for in advance. Tell Social Security when work changes, and ask for the rule by its name."));
  if (self->kase->ssdi.present)
    ssdi_nets (self, items);
  if (self->kase->ssi.present)
    {
      mp_report_add (items, g_strdup_printf (_("<b>SSI starts again</b> without a new application when countable income falls, for as long as you are on the SSI rolls: in 1619(b) without an end, else for 12 months (%s)."), mp_report_cite (self, "SSI-61")));
      mp_report_add (items, g_strdup_printf (_("<b>Fast return to SSI:</b> within 5 years after SSI ends because of work (%s)."), mp_report_cite (self, "SSI-64")));
    }
  if (self->scenario->ticket.n_assignments > 0)
    mp_report_add (items, g_strdup_printf (_("<b>No medical review</b> is begun while your Ticket is in use and you are on track (%s)."), mp_report_cite (self, "TTW-99")));
  mp_report_add (items, g_strdup (_("<b>Paid too much?</b> Ask for a waiver or a smaller monthly amount before money is taken back. You can appeal any decision within 60 days.")));
  mp_report_list (self, items);
}
