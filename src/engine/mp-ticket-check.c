/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a plan assumes that the program would not allow, and facts that only some readings ask for. */

#include "mp-ticket-private.h"

enum { EXTENSION_DAYS = 90 }; /* TTW-9 */

/* TTW-20: an EN changes its system once a calendar year, from the first day of the next month, for tickets assigned
 * afterwards. Each change is put as early as it can be; when even so two fall into one year, the plan is not possible. */
static void
check_systems (MpRun *run)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;

  for (guint i = 1; i < plan->n_assignments; i++)
    {
      const MpAssignment *assignment = &plan->assignments[i], *before = NULL;
      gint year = G_MININT;

      if (assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT || assignment->from.month < MP_TICKET_NEW_RULES)
        continue;
      for (guint j = 0; j <= i; j++)
        {
          const MpAssignment *other = &plan->assignments[j];

          if (other->role == MP_ROLE_VR_COST_REIMBURSEMENT || g_strcmp0 (other->provider, assignment->provider) != 0)
            continue;
          if (before != NULL && other->payment_system != before->payment_system)
            {
              year = MAX (mp_month_year (before->from.month), year + 1);
              if (j == i && (other->from.month <= before->from.month || year > mp_month_year (other->from.month - 1)))
                mp_run_warning_at (run, MP_WARNING_PAYMENT_SYSTEM_CHANGE, mp_run_scenario_place (run, "ticket/assignments", i),
                                   mp_message (N_("{provider} would have changed its payment system twice in {year}. An Employment Network may "
                                                  "change it once a calendar year, for tickets assigned from the next month on."),
                                               MP_TEXT_VALUE ("provider", assignment->provider),
                                               MP_NUMBER_VALUE ("year", mp_month_year (other->from.month - 1))));
            }
          before = other;
        }
    }
}

/* TTW-14 */
static void
check_vr (MpRun *run)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;

  for (guint i = 0; i < plan->n_assignments; i++)
    for (guint j = 0; j < plan->n_assignments && plan->assignments[i].role == MP_ROLE_VR_EN; j++)
      {
        const MpAssignment *assignment = &plan->assignments[i], *vr = &plan->assignments[j];

        if (!vr->reimbursed || g_strcmp0 (vr->provider, assignment->provider) != 0 || mp_date_compare (vr->from, assignment->from) >= 0)
          continue;
        mp_run_warning_at (run, MP_WARNING_VR_AFTER_REIMBURSEMENT, mp_run_scenario_place (run, "ticket/assignments", i),
                           mp_message (N_("{provider} was paid by cost reimbursement, so it cannot take the ticket as an Employment Network afterwards."),
                                       MP_TEXT_VALUE ("provider", assignment->provider)));
        break;
      }
}

/* The last day on which an assignment holds the ticket: State VR's closing, or the end of a provider's last month (TTW-11). */
static MpDate
last_day (const MpAssignment *assignment)
{
  if (assignment->to.month == MP_MONTH_NONE)
    return (MpDate) { MP_MONTH_OPEN, 1 };
  if (assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT)
    return assignment->to;
  return (MpDate) { assignment->to.month, mp_month_days (assignment->to.month) };
}

/* TTW-9: whether the ticket was free for at most 90 days when it was assigned. */
static gboolean
is_within_extension (const MpRun *run, const MpAssignment *assignment)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;

  for (guint i = 0; i < plan->n_assignments; i++)
    {
      const MpAssignment *other = &plan->assignments[i];

      if (other->to.month == MP_MONTH_NONE || mp_date_compare (other->to, assignment->from) >= 0)
        continue;
      if (mp_date_compare (assignment->from, mp_date_add_days (last_day (other), EXTENSION_DAYS)) <= 0)
        return TRUE;
    }
  return FALSE;
}

/* TTW-1, 8: assigned in a month with a benefit in payment. */
static void
check_eligible (MpRun *run)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;

  for (guint i = 0; i < plan->n_assignments; i++)
    {
      const MpAssignment *assignment = &plan->assignments[i];
      const MpMonthRow *row;

      if (assignment->role == MP_ROLE_VR_COST_REIMBURSEMENT || assignment->from.month < run->start || assignment->from.month > run->last)
        continue;
      row = mp_run_row (run, assignment->from.month);
      if (row->ticket.status == MP_TICKET_TERMINATED || mp_ticket_has_cash (row) || is_within_extension (run, assignment))
        continue;
      mp_run_warning_at (run, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, mp_run_scenario_place (run, "ticket/assignments", i),
                         mp_message (N_("In {month} no SSDI or federal SSI is paid. A ticket is then assigned only within 90 days after it left "
                                        "another provider or State VR closed its case."), MP_MONTH_VALUE ("month", assignment->from.month)));
    }
}

/* TTW-10, 12: a ticket is with one provider at a time. */
static void
check_free (MpRun *run)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;

  for (guint i = 0; i < plan->n_assignments; i++)
    for (guint j = 0; j < plan->n_assignments; j++)
      {
        const MpAssignment *assignment = &plan->assignments[i], *other = &plan->assignments[j];
        gint order = mp_date_compare (other->from, assignment->from);

        if (i == j || order > 0 || (order == 0 && j > i) || mp_date_compare (assignment->from, last_day (other)) > 0)
          continue;
        mp_run_warning_at (run, MP_WARNING_ASSIGNMENT_NOT_POSSIBLE, mp_run_scenario_place (run, "ticket/assignments", i),
                           mp_message (N_("In {month} the ticket is still with {provider}. It is with one provider at a time, and free "
                                          "again from the first day of the month after it leaves."),
                                       MP_MONTH_VALUE ("month", assignment->from.month), MP_TEXT_VALUE ("provider", other->provider)));
        break;
      }
}

/* Says what the program would not allow; the payments stand as the case asks for them. */
void
mp_ticket_check (MpRun *run)
{
  check_systems (run);
  check_vr (run);
  check_eligible (run);
  check_free (run);
}

gboolean
mp_ticket_knows_reading (const MpRun *run, MpReadingId id)
{
  const MpScenarioTicket *plan = &run->scenario->ticket;

  if (id == MP_READING_TTW_S13)
    return mp_case_reading (run->kase, id) == 1 && run->kase->ticket.authorised != MP_MONTH_NONE;
  if (id != MP_READING_TTW_S14 || mp_case_reading (run->kase, id) != 2)
    return FALSE;
  for (guint i = 0; i < plan->n_assignments; i++)
    if (plan->assignments[i].reimbursed)
      return TRUE;
  return FALSE;
}

gboolean
mp_ticket_class_held (const MpTicketState *self)
{
  return self->class_now == 1;
}

void
mp_ticket_fix_class (MpTicketState *self, gboolean t16)
{
  self->class = t16 ? 1 : 0;
}
