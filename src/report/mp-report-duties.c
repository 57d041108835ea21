/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Work incentives in use and others; what to report and when. */

#include "mp-duties.h"
#include "mp-incentive.h"
#include "mp-report-private.h"
#include "mp-words-compare.h"

static void
incentive_row (MpReport *self, guint i)
{
  static const struct { const char *name, *rule, *proof; } kinds[] = {
    [MP_INCENTIVE_IRWE] = { N_("Disability work cost (IRWE)"), "DI-25", N_("receipts; why you need it to work") },
    [MP_INCENTIVE_BWE] = { N_("Blind work cost (BWE)"), "SSI-26", N_("receipts") },
    [MP_INCENTIVE_PASS] = { N_("Savings plan for a goal (PASS)"), "SSI-27", N_("the approved plan; the account") },
  };
  const MpIncentive *incentive = &self->scenario->work_incentives[i];
  g_autofree char *what = g_strdup_printf ("%s. %s", incentive->name != NULL ? incentive->name : "", _(kinds[incentive->kind].name));
  g_autofree char *cost = mp_report_money (incentive->monthly), *when = mp_report_period (incentive->when.from, incentive->when.to);
  g_autofree char *amount = g_strdup_printf ("%s, %s", cost, when);
  g_autofree char *proof = g_strdup_printf ("%s (%s)", _(kinds[incentive->kind].proof), mp_report_cite (self, kinds[incentive->kind].rule));
  g_autofree char *effect = NULL;
  MpIncentiveEffect change;

  if (mp_incentive_effect (self->kase, self->index, i, self->projection, self->parameters, &change, NULL))
    effect = mp_words_incentive (&change);
  mp_pages_table_row (self->pages, (const char *const[]) { what, amount, effect != NULL ? effect : "", proof }, FALSE);
}

static void
in_use (MpReport *self)
{
  const MpPageColumn columns[] = { { _("You use"), 2.4, FALSE }, { _("Each month"), 2, FALSE }, { _("What it changes in a month"), 2.6, FALSE }, { _("Proof to keep"), 2.6, FALSE } };

  if (self->scenario->n_work_incentives == 0)
    return;
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  for (guint i = 0; i < self->scenario->n_work_incentives; i++)
    incentive_row (self, i);
  mp_pages_table_end (self->pages);
}

static gboolean
uses (const MpReport *self, MpIncentiveKind kind)
{
  for (guint i = 0; i < self->scenario->n_work_incentives; i++)
    if (self->scenario->work_incentives[i].kind == kind)
      return TRUE;
  return FALSE;
}

static gboolean
is_young (const MpReport *self)
{
  return mp_date_age_month (self->kase->beneficiary.birth_date, 22 * 12) > self->projection->start;
}

static void
might (MpReport *self, GPtrArray *items, gboolean fits, const char *text, const char *rule)
{
  if (fits)
    mp_report_add (items, g_strdup_printf ("%s (%s)", text, mp_report_cite (self, rule)));
}

void
mp_report_incentives (MpReport *self)
{
  const MpCase *kase = self->kase;
  gboolean ssdi = kase->ssdi.present, ssi = kase->ssi.present, blind = kase->beneficiary.blind, works = self->scenario->n_work > 0;
  GPtrArray *items = mp_report_items ();

  mp_report_heading (self, _("Work incentives"));
  in_use (self);
  if (self->scenario->n_work_incentives > 0)
    mp_pages_subheading (self->pages, _("Others that may fit"));
  might (self, items, works && !uses (self, MP_INCENTIVE_IRWE), _("<b>Disability work cost (IRWE):</b> do you pay for something because of your disability so that you can work, such as a van ride, medicine or a device? It is taken off your pay."), ssdi ? "DI-25" : "SSI-24");
  might (self, items, works && ssi && blind && !uses (self, MP_INCENTIVE_BWE), _("<b>Blind work cost (BWE):</b> SSI takes any cost of work off your pay, also taxes and meals at work."), "SSI-26");
  might (self, items, ssi && is_young (self) && kase->beneficiary.n_student == 0, _("<b>Student exclusion:</b> are you in school? Under age 22, SSI does not count a part of your pay."), "SSI-22");
  might (self, items, ssi && !uses (self, MP_INCENTIVE_PASS), _("<b>Savings plan for a goal (PASS):</b> do you want to pay for school, a car or a business to work? SSI does not count money set aside in an approved plan."), "SSI-27");
  might (self, items, works && ssdi, _("<b>Extra support on the job (subsidy):</b> do you get more help, more breaks or a job coach? Pay above the worth of the work does not count for the limit."), "DI-22");
  might (self, items, works && ssdi, _("<b>Short try at work:</b> did a job stop within 6 months because of your health? It may not count."), "DI-34");
  might (self, items, works && ssi, _("<b>Medicaid while working, 1619(b):</b> Medicaid goes on when pay stops the SSI check."), "SSI-50");
  might (self, items, kase->ticket.present && self->scenario->ticket.n_assignments == 0, _("<b>Ticket to Work:</b> free help with work from a group or office of your choice."), "TTW-8");
  mp_report_add (items, g_strdup (_("<b>Medicaid buy-in:</b> many states have one for people who work. Ask the state Medicaid office.")));
  mp_report_list (self, items);
}

static const char *
due_text (MpDutyDue due)
{
  return due == MP_DUE_TENTH ? _("by the 10th of the next month") : due == MP_DUE_AT_ONCE ? _("right away") : "–";
}

static void
duty_table (MpReport *self)
{
  const MpPageColumn columns[] = { { _("What happens"), 3.2, FALSE }, { _("SSDI"), 1.5, FALSE }, { _("SSI"), 1.9, FALSE }, { _("Show and keep"), 2.4, FALSE }, { _("Where it is written"), 2, FALSE } };
  g_autoptr (GArray) duties = mp_duties (self->kase, self->projection);

  if (duties->len == 0)
    return;
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  for (guint i = 0; i < duties->len; i++)
    {
      const MpDuty *duty = &g_array_index (duties, MpDuty, i);
      mp_pages_table_row (self->pages, (const char *const[]) { _(duty->what), due_text (duty->ssdi), due_text (duty->ssi), _(duty->proof), mp_report_cite (self, duty->rule) }, FALSE);
    }
  mp_pages_table_end (self->pages);
}

/* Twelve months from the start of the plan; the calendar file has all of them. */
static void
calendar (MpReport *self)
{
  const MpPageColumn columns[] = { { _("Day"), 2.5, FALSE }, { _("What to do"), 6, FALSE }, { _("Done"), 0.8, FALSE } };
  const MpProjection *p = self->projection;
  g_autoptr (GArray) dates = mp_report_dates (self->kase, p);
  guint n = 0;

  for (guint i = 0; i < dates->len; i++)
    n += g_array_index (dates, MpReportDate, i).due.month < p->start + 12;
  mp_pages_subheading (self->pages, _("Calendar of the first 12 months"));
  if (n == 0)
    {
      mp_pages_paragraph (self->pages, _("This plan asks for no report in these months. If anything changes, report it."));
      return;
    }
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  for (guint i = 0; i < n; i++)
    {
      const MpReportDate *date = &g_array_index (dates, MpReportDate, i);
      g_autofree char *day = mp_report_date (date->due), *text = mp_message_format (&date->text, TRUE);
      /* Translators: a day; the report is not later */
      g_autofree char *when = date->kind == MP_DUE_TENTH ? g_strdup_printf (_("by %s"), day) : g_strdup_printf (_("from %s"), day);

      mp_pages_table_row (self->pages, (const char *const[]) { when, text, "☐" }, FALSE);
    }
  mp_pages_table_end (self->pages);
}

static void
actions (MpReport *self)
{
  const MpPageColumn columns[] = { { _("Next step"), 4, FALSE }, { _("Who"), 2, FALSE }, { _("By"), 2, FALSE }, { _("Done"), 1.6, FALSE } };

  if (self->kase->n_actions == 0)
    return;
  mp_pages_subheading (self->pages, _("Next steps"));
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->kase->n_actions; i++)
    {
      const MpAction *action = &self->kase->actions[i];
      const char *name = self->kase->beneficiary.name, *who = action->who != NULL ? action->who : "–";
      g_autofree char *due = action->due.month != MP_MONTH_NONE ? mp_report_date (action->due) : g_strdup ("–");
      g_autofree char *done = action->done.month != MP_MONTH_NONE ? mp_report_date (action->done) : g_strdup ("☐");

      if (name != NULL && g_str_equal (who, name)) /* the report is written to that person */
        who = _("you");
      mp_pages_table_row (self->pages, (const char *const[]) { action->step != NULL ? action->step : "", who, due, done }, FALSE);
    }
  mp_pages_table_end (self->pages);
}

void
mp_report_duties (MpReport *self)
{
  GPtrArray *items = mp_report_items ();

  mp_report_heading (self, _("What to report, to whom, when"));
  duty_table (self);
  mp_report_add (items, g_strdup_printf (_("<b>How:</b> my Social Security (ssa.gov/myaccount), the SSI wage app or phone line, 1-800-772-1213, or your local office. In words, in writing or in person (%s)."), mp_report_cite (self, "REP-12")));
  mp_report_add (items, g_strdup_printf (_("<b>Keep the receipt:</b> Social Security gives you one for a report of work. Keep it with copies of pay stubs (%s)."), mp_report_cite (self, "REP-3")));
  mp_report_add (items, g_strdup_printf (_("<b>Why it matters:</b> a late report can mean that you were paid too much and have to pay it back, and for SSI a penalty (%s)."), mp_report_cite (self, "REP-13")));
  mp_report_list (self, items);
  calendar (self);
  actions (self);
}
