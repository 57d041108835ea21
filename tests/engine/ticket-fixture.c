/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ticket-fixture.h"

void
set_up (Fixture *f, gconstpointer data)
{
  f->parameters = shared_parameters ();
  f->kase = mp_case_new ();
  f->kase->beneficiary.birth_date = (MpDate) { mp_month (1975, 6), 15 };
  f->scenario = mp_case_add_scenario (f->kase, "Work");
  f->out = mp_projection_new ();
}

void
tear_down (Fixture *f, gconstpointer data)
{
  mp_projection_free (f->out);
  mp_case_free (f->kase);
}

void
benefits (Fixture *f, MpMonth from, MpSsdiStatus ssdi, MpSsiStatus ssi)
{
  f->benefits[f->n_benefits++] = (Benefits) { from, ssdi, ssi };
}

void
title_ii (Fixture *f)
{
  f->kase->ssdi.present = TRUE;
  f->kase->ssdi.entitled_from = mp_month (2001, 1);
  benefits (f, mp_month (2001, 1), PAID, MP_SSI_NOT_ELIGIBLE);
}

void
title_xvi (Fixture *f)
{
  f->kase->ssi.present = TRUE;
  f->kase->ssi.eligible_from = mp_month (2001, 1);
  benefits (f, mp_month (2001, 1), MP_SSDI_NOT_ENTITLED, MP_SSI_PAYABLE);
}

void
earn (Fixture *f, MpMonth from, MpMonth to, MpMoney monthly)
{
  MpWork *work = mp_case_add_work (f->kase, f->scenario);

  work->when = (MpPeriod) { from, to };
  work->monthly = monthly;
}

MpAssignment *
assign (Fixture *f, const char *provider, MpRole role, MpMonth from, MpMonth to, MpPaymentSystem system)
{
  MpAssignment *assignment = mp_arena_append (f->kase->arena, f->scenario->ticket.assignments, f->scenario->ticket.n_assignments);

  f->scenario->ticket.present = TRUE;
  assignment->provider = mp_arena_strdup (f->kase->arena, provider);
  assignment->role = role;
  assignment->from = (MpDate) { from, 10 };
  assignment->to = to == NONE ? MP_DATE_NONE : (MpDate) { to, mp_month_days (to) };
  assignment->payment_system = system;
  assignment->received = MP_DATE_NONE;
  return assignment;
}

MpAssignment *
assign_en (Fixture *f, MpMonth from)
{
  return assign (f, "North EN", MP_ROLE_EN, from, NONE, MP_SYSTEM_OUTCOME_MILESTONE);
}

/* Title II, with the Ticket at an employment network from a month on. */
void
title_ii_at_en (Fixture *f, MpMonth from)
{
  title_ii (f);
  assign_en (f, from);
}

void
prior (Fixture *f, MpMonth month, const char *code, MpMoney amount)
{
  MpPriorPayment *payment = mp_arena_append (f->kase->arena, f->kase->ticket.prior_payments, f->kase->ticket.n_prior_payments);

  payment->month = month;
  payment->amount = amount;
  payment->provider = mp_arena_strdup (f->kase->arena, "North EN");
  g_assert_true (mp_ticket_code_parse (code, &payment->code));
}

void
read_as (Fixture *f, const char *key, const char *name)
{
  const gint id = mp_reading_find (key);

  g_assert_cmpint (id, >=, 0);
  f->kase->assumptions.readings[id] = (guint8) mp_reading_choice (id, name);
  g_assert_true (mp_reading_is_computed (id, f->kase->assumptions.readings[id]));
}

/* Rates of one year for all years from it, so that printed totals come out. */
void
freeze_rates (Fixture *f, gint from, gint to, gint p1, gint t2, gint t16, gint only_t2, gint only_t16)
{
  for (gint year = from; year <= to; year++)
    {
      MpTicketRates *rates = mp_arena_append (f->kase->arena, f->kase->ticket.rates, f->kase->ticket.n_rates);

      *rates = (MpTicketRates) { year, mp_dollars (p1), mp_dollars (t2), mp_dollars (t16), mp_dollars (t2), mp_dollars (t16),
                                 mp_dollars (only_t2), mp_dollars (only_t16), MP_MONEY_NONE, MP_MONEY_NONE };
    }
}

void
project (Fixture *f, MpMonth start, gint months)
{
  MpTicketState *ticket;
  MpProjection *out = f->out;
  guint n = 0;

  f->kase->projection.start = start;
  f->kase->projection.months = months;
  f->run = (MpRun) {
    .kase = f->kase, .scenario = f->scenario, .parameters = f->parameters,
    .figures = mp_parameters_months (f->parameters), .flags = MP_PROJECT_EXPLAIN, .first = start,
    .start = start, .last = start + months - 1, .out = out, .missing_month = NONE,
  };
  out->scenario = f->scenario;
  out->first = out->start = start;
  out->n_rows = out->n_months = (guint) months;
  g_array_set_size (out->payments, 0);
  g_array_set_size (out->events, 64);
  g_array_set_size (out->ticket.reviews, 0);
  g_free (out->rows);
  f->run.rows = out->rows = g_new0 (MpMonthRow, out->n_rows);
  g_clear_pointer (&out->progress, g_free);
  out->progress = g_malloc0 (out->n_rows * sizeof *out->progress);
  mp_work_init (&f->run);
  ticket = mp_ticket_init (&f->run);
  for (MpMonth month = start; month <= f->run.last; month++)
    {
      MpMonthRow *row = mp_run_row (&f->run, month);

      while (n < f->n_benefits && f->benefits[n].from <= month)
        n++;
      row->month = month;
      row->work.earned = mp_run_work (&f->run, month)->earned;
      if (n > 0)
        {
          row->ssdi.status = (guint8) f->benefits[n - 1].ssdi;
          row->ssi.status = (guint8) f->benefits[n - 1].ssi;
          row->ssi.federal = row->ssi.status == MP_SSI_PAYABLE ? 100 : 0;
        }
      mp_ticket_step (ticket, &f->run, row);
    }
  mp_ticket_finish (ticket, &f->run);
}

const MpTicketRow *
ticket_of (Fixture *f, gint year, gint month)
{
  return &mp_run_row (&f->run, mp_month (year, month))->ticket;
}

/* "P1M1 1850.00; RECON 2.00", or "" */
char *
payments_of (Fixture *f, gint year, gint month)
{
  const MpMonthRow *row = mp_run_row (&f->run, mp_month (year, month));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->ticket.n_payments; i++)
    {
      const MpTicketPayment *payment = mp_projection_payments (f->out, row) + i;
      char code[MP_TICKET_CODE_TEXT_SIZE], amount[MP_MONEY_TEXT_SIZE] = "?";

      if (payment->amount != MP_MONEY_NONE)
        mp_money_to_text (payment->amount, amount);
      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", mp_ticket_code_to_text (payment->code, code), amount);
    }
  return g_string_free (text, FALSE);
}

void
assert_next (Fixture *f, gint year, gint month, const char *code, guint have, guint need, MpBlocked blocked)
{
  const MpTicketRow *ticket = ticket_of (f, year, month);
  char text[MP_TICKET_CODE_TEXT_SIZE] = "";

  if (ticket->next.code.kind != MP_TICKET_CODE_NONE)
    mp_ticket_code_to_text (ticket->next.code, text);
  g_assert_cmpstr (text, ==, code);
  g_assert_cmpuint (ticket->next.have, ==, have);
  g_assert_cmpuint (ticket->next.need, ==, need);
  g_assert_cmpint (ticket->next.blocked, ==, blocked);
}

/* The whole engine, with the statuses it computes itself. */
void
project_whole (Fixture *f, MpMonth start, gint months)
{
  g_autoptr (GError) error = NULL;

  f->kase->projection.start = start;
  f->kase->projection.months = months;
  g_assert_true (mp_project (f->out, f->kase, 0, f->parameters, MP_PROJECT_EXPLAIN, &error));
  g_assert_no_error (error);
  f->run.out = f->out;
  f->run.first = f->out->first;
  f->run.rows = f->out->rows;
}

void
reinstate (Fixture *f, MpMonth requested, MpMonth decided, gboolean approved)
{
  MpReinstatement *request = mp_arena_append (f->kase->arena, f->scenario->expedited_reinstatement, f->scenario->n_expedited_reinstatement);

  *request = (MpReinstatement) { MP_PROGRAM_SSDI, requested, decided, approved, TRUE, NONE };
}

int
run_ticket_tests (const TicketTest *tests, guint n, int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_tests ("/engine/ticket/", Fixture, tests, n);
  return g_test_run ();
}
