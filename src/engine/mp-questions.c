/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-questions.h"

#include "mp-i18n.h"
#include "mp-ticket-private.h"

#define PATH_SIZE 96

typedef struct {
  const MpCase *kase;
  const MpProjection *projection; /* NULL: none */
  GPtrArray *questions;
} Ask;

#define PATH(path, ...) char path[PATH_SIZE]; g_snprintf (path, sizeof path, __VA_ARGS__)

static void ask (const Ask *self, const char *pointer, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
ask (const Ask *self, const char *pointer, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  mp_problems_add (self->questions, pointer, "%s", text);
}

static const MpMonthRow *
row_of (const Ask *self, MpMonth month)
{
  const MpProjection *projection = self->projection;

  if (projection == NULL || month < projection->first || month >= projection->first + (MpMonth) projection->n_rows)
    return NULL;
  return &projection->rows[month - projection->first];
}

/* The BPQY's net amount against the full amount less Part B (DI-77): whole dollars. */
static void
ask_ssdi_paid (const Ask *self, const char *path, MpMoney paid, const MpMonthRow *row)
{
  MpMoney withheld = MAX (0, self->kase->bpqy.withheld_monthly);
  g_autofree char *got = mp_money_to_display (paid);
  g_autofree char *computed = mp_money_to_display (row->ssdi.payment);
  g_autofree char *benefit = mp_money_to_display (row->ssdi.benefit);
  g_autofree char *part_b = mp_money_to_display (row->ssdi.part_b);
  g_autofree char *month = mp_month_to_display (row->month, TRUE);

  if (row->ssdi.payment - withheld == paid)
    return;
  if (row->ssdi.part_b > 0)
    /* Translators: month, amount paid, full amount, premium, amount computed */
    ask (self, path, _("SSDI for %s: SSA paid %s, but %s less Part B %s is %s. Is something withheld, is Part B paid by the state, or was a premium changed?"),
         month, got, benefit, part_b, computed);
  else
    /* Translators: month, amount paid, amount computed */
    ask (self, path, _("SSDI for %s: SSA paid %s, but these facts give %s. Is something withheld, or is Part B taken from the check?"),
         month, got, computed);
}

static void
ask_paid (const Ask *self)
{
  for (guint i = 0; i < self->kase->n_paid; i++)
    {
      const MpPaid *entry = &self->kase->paid[i];
      const MpMoney paid = mp_case_paid (self->kase, i);
      const MpMonthRow *row = row_of (self, entry->month);
      PATH (path, "/paid/%u", i);

      if (row == NULL || paid == MP_MONEY_NONE)
        continue;
      if (entry->program == MP_PROGRAM_SSDI)
        ask_ssdi_paid (self, path, paid, row);
      else if (row->ssi.payment != paid)
        {
          g_autofree char *got = mp_money_to_display (paid);
          g_autofree char *computed = mp_money_to_display (row->ssi.payment);
          g_autofree char *month = mp_month_to_display (entry->month, TRUE);

          /* Translators: month, amount paid, amount computed */
          ask (self, path, _("SSI for %s: SSA paid %s, but these facts give %s. Is there other income, help with the home, pay of two months before, or something withheld?"),
               month, got, computed);
        }
    }
}

static void
ask_trial_work (const Ask *self)
{
  const MpSsdiFacts *ssdi = &self->kase->ssdi;
  MpMonth filed = ssdi->filed != MP_MONTH_NONE ? ssdi->filed : ssdi->entitled_from;
  guint n = ssdi->history.n_twp_months;

  for (guint i = 0; i < n; i++)
    {
      MpMonth month = ssdi->history.twp_months[i];
      g_autofree char *text = mp_month_to_display (month, TRUE);
      PATH (path, "/ssdi/history/twp_months/%u", i);

      if (month < ssdi->entitled_from)
        {
          g_autofree char *from = mp_month_to_display (ssdi->entitled_from, TRUE);
          /* Translators: two months */
          ask (self, path, _("%s is a trial work month, but SSDI begins in %s. Is one of the two months wrong?"), text, from);
        }
      else if (month < filed) /* 20 CFR 404.1592(e) */
        /* Translators: a month */
        ask (self, path, _("%s is a trial work month before the application. Work before it makes none: is the month right?"), text);
    }
  if (ssdi->history.cessation != MP_MONTH_NONE && n < 9)
    /* Translators: a number of months */
    ask (self, "/ssdi/history/cessation", ngettext ("Disability ended because of work, but only %u trial work month is listed. Does the BPQY show nine?",
                                                    "Disability ended because of work, but only %u trial work months are listed. Does the BPQY show nine?", n), n);
  if (self->kase->bpqy.dated.month != MP_MONTH_NONE && ssdi->history.through != MP_MONTH_NONE && ssdi->history.through > self->kase->bpqy.dated.month)
    ask (self, "/ssdi/history/through", _("The history goes on after the date of the BPQY. Who knew the months after it?"));
}

static void
ask_medicare (const Ask *self)
{
  const MpSsdiFacts *ssdi = &self->kase->ssdi;
  const MpMedicareFacts *medicare = &ssdi->medicare;
  MpMonth age_65 = mp_date_age_month (self->kase->beneficiary.birth_date, 65 * 12);

  if (!medicare->present)
    return;
  if (medicare->part_a_from != MP_MONTH_NONE && medicare->part_a_from < MIN (ssdi->entitled_from + 24, age_65))
    ask (self, "/ssdi/medicare/part_a_from", _("Medicare begins before the 25th month of SSDI. Is it because of ALS or kidney failure, or of an earlier entitlement?"));
  if (medicare->part_b.present && medicare->part_b.from != MP_MONTH_NONE && medicare->part_a_from != MP_MONTH_NONE &&
      medicare->part_b.from < medicare->part_a_from)
    ask (self, "/ssdi/medicare/part_b/from", _("Part B begins before Part A. Are the two months exchanged?"));
}

static void
ask_ssdi (const Ask *self)
{
  const MpSsdiFacts *ssdi = &self->kase->ssdi;
  MpMonth age_18 = mp_date_age_month (self->kase->beneficiary.birth_date, 18 * 12);

  if (!ssdi->present)
    return;
  if (ssdi->entitled_from < age_18)
    ask (self, "/ssdi/entitled_from", _("SSDI begins before age 18. Is the birth date right?"));
  for (guint i = 0; i < ssdi->n_amounts; i++)
    {
      PATH (path, "/ssdi/amounts/%u", i);

      if (ssdi->amounts[i].when.to < ssdi->entitled_from)
        ask (self, path, _("This amount ends before SSDI begins. Is one of the months wrong?"));
      else if (ssdi->amounts[i].monthly == 0)
        ask (self, path, _("The full SSDI amount is $0.00. What does the BPQY show?"));
    }
  ask_trial_work (self);
  ask_medicare (self);
}

/* SEIE is for students under 22; blind work costs for people who are blind. */
static void
ask_person (const Ask *self)
{
  const MpBeneficiaryFacts *person = &self->kase->beneficiary;
  MpMonth age_22 = mp_date_age_month (person->birth_date, 22 * 12);

  for (guint i = 0; i < person->n_student; i++)
    if (person->student[i].from >= age_22)
      {
        PATH (path, "/beneficiary/student/%u", i);
        ask (self, path, _("The student exclusion ends at age 22, before these months. Is the birth date right?"));
      }
}

static void
ask_incentives (const Ask *self, const char *place, const MpIncentive *incentives, guint n, gboolean blind)
{
  for (guint i = 0; i < n; i++)
    if (incentives[i].kind == MP_INCENTIVE_BWE && !blind)
      {
        PATH (path, "%s/%u", place, i);
        ask (self, path, _("A blind work cost is for a person who is blind, and nobody here is marked so. Is it a disability work cost?"));
      }
}

static gboolean
overlap (const MpPeriod *a, const MpPeriod *b)
{
  return a->from <= b->to && b->from <= a->to;
}

static void
ask_work (const Ask *self, guint number, const MpScenario *scenario)
{
  for (guint i = 0; i < scenario->n_work; i++)
    {
      const MpWork *work = &scenario->work[i];
      PATH (path, "/scenarios/%u/work/%u", number, i);

      for (guint j = 0; j < i; j++)
        if (work->name != NULL && g_strcmp0 (work->name, scenario->work[j].name) == 0 && overlap (&work->when, &scenario->work[j].when))
          {
            /* Translators: name of a job */
            ask (self, path, _("Two steps of “%s” overlap, so their pay adds up. Does the first one end when the next begins?"), work->name);
            break;
          }
      /* DI-34 */
      if (work->unsuccessful_attempt && work->when.to - work->when.from >= 6)
        ask (self, path, _("A short try at work lasts at most 6 months, and this one is longer. Is it one?"));
      if (work->average && work->kind == MP_WORK_SELF_EMPLOYMENT && work->hours == MP_HOURS_NONE && work->hours_per_week == MP_MONEY_NONE)
        ask (self, path, _("For one’s own business the hours matter too. How many are they in a month?"));
    }
}

static void
ask_assignments (const Ask *self, guint number, const MpScenario *scenario)
{
  const MpTicketFacts *ticket = &self->kase->ticket;

  for (guint i = 0; i < scenario->ticket.n_assignments; i++)
    {
      const MpAssignment *assignment = &scenario->ticket.assignments[i];
      PATH (path, "/scenarios/%u/ticket/assignments/%u", number, i);

      if (ticket->present && ticket->issued.month != MP_MONTH_NONE && mp_date_compare (assignment->from, ticket->issued) < 0)
        ask (self, path, _("The Ticket is assigned before it was issued. Is one of the dates wrong?"));
      for (guint j = 0; j < i; j++)
        {
          const MpAssignment *other = &scenario->ticket.assignments[j];
          const MpAssignment *first = mp_date_compare (other->from, assignment->from) <= 0 ? other : assignment;
          const MpAssignment *second = first == other ? assignment : other;

          if (first->to.month == MP_MONTH_NONE || mp_date_compare (first->to, second->from) >= 0)
            {
              /* Translators: names of two providers */
              ask (self, path, _("The Ticket is assigned to %s and to %s at the same time. When did the first one end?"), first->provider, second->provider);
              break;
            }
        }
    }
}

/* The codes of July 2008 are not those of before, and a code of before makes the ticket one of the transition (TTW-81). */
static void
ask_payments (const Ask *self)
{
  const MpTicketFacts *ticket = &self->kase->ticket;

  for (guint i = 0; i < ticket->n_prior_payments; i++)
    {
      const MpTicketCodeKind kind = ticket->prior_payments[i].code.kind;
      gboolean old = kind == MP_TICKET_CODE_OLDM || kind == MP_TICKET_CODE_OLDOUT;

      if (old != (ticket->prior_payments[i].month < MP_TICKET_NEW_RULES))
        {
          PATH (path, "/ticket/prior_payments/%u/code", i);
          ask (self, path, _("Codes that begin with OLD are of months before July 2008, the others of months from then on. Is the code or the month wrong?"));
        }
    }
}

static void
ask_dates (const Ask *self)
{
  const MpCase *kase = self->kase;

  if (kase->bpqy.present && kase->bpqy.next_medical_review != MP_MONTH_NONE && kase->bpqy.dated.month != MP_MONTH_NONE &&
      kase->bpqy.next_medical_review < kase->bpqy.dated.month)
    ask (self, "/bpqy/next_medical_review", _("The next medical review lies before the date of the BPQY. Has it taken place?"));
  if (kase->ssi.present && kase->ssi.history.present && kase->ssi.history.through < kase->ssi.eligible_from)
    ask (self, "/ssi/history/through", _("The SSI history ends before SSI begins. Is one of the months wrong?"));
  if (kase->ssi.present && kase->ssi.history.present && kase->ssi.history.status == MP_SSI_SUSPENDED && kase->ssi.history.since == MP_MONTH_NONE)
    ask (self, "/ssi/history/since", _("SSI ends after twelve suspended months in a row. Since when is it suspended?"));
  if (kase->ssi.present && kase->ssi.eligible_from < kase->beneficiary.birth_date.month)
    ask (self, "/ssi/eligible_from", _("SSI begins before the birth date. Is one of the two wrong?"));
}

/**
 * mp_case_questions:
 * @kase: a case without problems, see mp_case_validate()
 * @projection: (nullable): its projection, to compare what SSA paid with
 * @questions: (element-type MpProblem): gets the questions, with the pointer of the fact to look at
 *
 * Finds facts that seldom go together, so that somebody may ask. The projection does not depend on
 * the answer.
 */
void
mp_case_questions (const MpCase *kase, const MpProjection *projection, GPtrArray *questions)
{
  Ask self = { kase, projection, questions };

  ask_person (&self);
  ask_ssdi (&self);
  ask_paid (&self);
  ask_dates (&self);
  ask_payments (&self);
  ask_incentives (&self, "/ssi/spouse/work_incentives", kase->ssi.spouse.work_incentives,
                  kase->ssi.spouse.present ? kase->ssi.spouse.n_work_incentives : 0, kase->ssi.spouse.blind);
  for (guint i = 0; i < kase->n_scenarios; i++)
    {
      PATH (path, "/scenarios/%u/work_incentives", i);

      ask_work (&self, i, &kase->scenarios[i]);
      ask_incentives (&self, path, kase->scenarios[i].work_incentives, kase->scenarios[i].n_work_incentives, kase->beneficiary.blind);
      ask_assignments (&self, i, &kase->scenarios[i]);
    }
}
