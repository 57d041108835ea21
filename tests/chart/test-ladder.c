/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ladder over the plan of sample.h: P1M1 June, P1M2 August, P1M3 November 2026, P1M4 February 2027, Phase 2 from
 * March 2027, SSDI stops in June 2027, outcome months from January 2028. */

#include "mp-ladder.h"

#include <string.h>

#include "sample.h"

typedef struct {
  MpCase *kase;
  MpAssignment *assignment;
  MpProjection *p;
  MpLadder *ladder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  MpScenario *plan;

  f->kase = mp_case_new ();
  plan = mp_case_add_scenario (f->kase, "Work");
  plan->ticket.present = TRUE;
  f->assignment = mp_arena_append (f->kase->arena, plan->ticket.assignments, plan->ticket.n_assignments);
  f->assignment->provider = mp_arena_strdup (f->kase->arena, "Peers Together");
  f->p = sample_projection (36, TRUE);
  f->ladder = mp_ladder_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mp_ladder_free (f->ladder);
  mp_projection_free (f->p);
  mp_case_free (f->kase);
}

static void
show (Fixture *f, MpMonth cursor, gboolean hide_amounts)
{
  const MpLadderModel model = { f->kase, 0, f->p, cursor, "Alex", hide_amounts };

  mp_ladder_set_model (f->ladder, &model);
}

static void
test_months (Fixture *f, gconstpointer data)
{
  const MpMonth months[] = { mp_month (2026, 6), mp_month (2026, 8), mp_month (2026, 11), mp_month (2027, 2), mp_month (2027, 3), mp_month (2028, 1) };

  show (f, mp_month (2026, 9), FALSE);
  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    {
      g_assert_cmpint (mp_ladder_step (f->ladder, i)->month, ==, months[i]);
      g_assert_cmpint (mp_ladder_step (f->ladder, i)->state, ==, i < 2 ? MP_LADDER_REACHED : MP_LADDER_AHEAD);
    }
  g_assert_cmpstr (mp_ladder_step (f->ladder, 1)->when, ==, "August 2026 ✓");
  g_assert_cmpstr (mp_ladder_step (f->ladder, 1)->person, ==, "$1,940.00");
  g_assert_cmpstr (mp_ladder_step (f->ladder, 1)->en, ==, "≈\302\240$1,850.00");
  g_assert_cmpstr (mp_ladder_step (f->ladder, 4)->en, ==, "≈\302\240$555.00 a month");
  show (f, mp_month (2028, 3), FALSE);
  g_assert_cmpuint (mp_ladder_step (f->ladder, 4)->have, ==, 10);
  g_assert_cmpuint (mp_ladder_step (f->ladder, 4)->need, ==, 11);
  g_assert_cmpuint (mp_ladder_step (f->ladder, 5)->have, ==, 3);
  g_assert_cmpuint (mp_ladder_step (f->ladder, 5)->need, ==, 36);
  show (f, MP_MONTH_NONE, FALSE);
  g_assert_cmpuint (mp_ladder_step (f->ladder, 5)->have, ==, 12);
}

/* 20 CFR 411.525(e), 411.535: an SSI-only ticket has 18 Phase 2 milestones and 60 outcomes. */
static void
test_ssi_numbers (Fixture *f, gconstpointer data)
{
  f->p->ticket.class_t16 = TRUE;
  show (f, mp_month (2026, 9), FALSE);
  g_assert_cmpuint (mp_ladder_step (f->ladder, 4)->need, ==, 18);
  g_assert_cmpuint (mp_ladder_step (f->ladder, 5)->need, ==, 60);
}

static void
test_stop (Fixture *f, gconstpointer data)
{
  show (f, mp_month (2026, 9), FALSE);
  g_assert_cmpint (mp_ladder_flag (f->ladder, 0)->month, ==, mp_month (2027, 6));
  g_assert_false (mp_ladder_flag (f->ladder, 0)->is_ssi);
  g_assert_null (mp_ladder_flag (f->ladder, 1));
  g_assert_cmpstr (mp_ladder_step (f->ladder, 4)->person, ==, "≈\302\240$2,590.00 → ≈\302\240$2,011.50");
  g_assert_cmpstr (mp_ladder_step (f->ladder, 5)->person, ==, "≈\302\240$2,330.50");
}

static void
test_hidden (Fixture *f, gconstpointer data)
{
  g_autofree char *words = NULL;

  show (f, mp_month (2026, 9), TRUE);
  words = mp_ladder_words (f->ladder);
  g_assert_null (strstr (words, "1,940"));
  g_assert_null (strstr (words, "2,590"));
  g_assert_null (strstr (words, "Cash"));
  g_assert_nonnull (strstr (words, "The EN gets ≈\302\240$1,850.00."));
}

static void
test_removed (Fixture *f, gconstpointer data)
{
  MpEvent event = { mp_month (2026, 1), MP_EVENT_PHASE1_REMOVED, MP_MONEY_NONE,
                    mp_message ("Milestone {number} went.", MP_NUMBER_VALUE ("number", 2)) };

  mp_projection_free (f->p);
  f->p = sample_projection (4, TRUE); /* no payment in it */
  f->p->ticket.phase1_removed = 2;
  g_array_append_val (f->p->events, event);
  show (f, MP_MONTH_NONE, FALSE);
  g_assert_cmpint (mp_ladder_step (f->ladder, 0)->state, ==, MP_LADDER_NEVER);
  g_assert_cmpint (mp_ladder_step (f->ladder, 1)->state, ==, MP_LADDER_REMOVED);
  g_assert_cmpstr (mp_ladder_step (f->ladder, 1)->reason, ==, "Milestone 2 went.");
  g_assert_null (mp_ladder_step (f->ladder, 2)->reason);
}

static void
test_systems (Fixture *f, gconstpointer data)
{
  f->assignment->payment_system = MP_SYSTEM_OUTCOME_ONLY;
  show (f, MP_MONTH_NONE, FALSE);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (mp_ladder_step (f->ladder, i)->state, ==, MP_LADDER_REMOVED);
  g_assert_cmpint (mp_ladder_step (f->ladder, 5)->state, ==, MP_LADDER_REACHED);
  f->assignment->role = MP_ROLE_VR_COST_REIMBURSEMENT;
  show (f, MP_MONTH_NONE, FALSE);
  g_assert_cmpint (mp_ladder_step (f->ladder, 0)->state, ==, MP_LADDER_REACHED);
  g_assert_cmpstr (mp_ladder_step (f->ladder, 0)->en, ==, "State VR is paid instead");
}

/* Payments that another program entered count: TTW-68. */
static void
test_prior (Fixture *f, gconstpointer data)
{
  MpPriorPayment *paid = mp_arena_append (f->kase->arena, f->kase->ticket.prior_payments, f->kase->ticket.n_prior_payments);

  *paid = (MpPriorPayment) { mp_month (2025, 3), { MP_TICKET_CODE_P1M, 1 }, MP_MONEY_NONE, NULL };
  show (f, mp_month (2026, 2), FALSE);
  g_assert_cmpint (mp_ladder_step (f->ladder, 0)->state, ==, MP_LADDER_REACHED);
  g_assert_cmpint (mp_ladder_step (f->ladder, 0)->month, ==, mp_month (2025, 3));
}

static void
test_places (Fixture *f, gconstpointer data)
{
  const double scales[] = { 1.0, 1.6 };
  MpChartStyle style = MP_CHART_STYLE_DEFAULT;

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      const MpLadderLayout *layout;
      double width = 1100 * scales[s], height;

      style.text_scale = scales[s];
      mp_ladder_set_style (f->ladder, &style);
      show (f, mp_month (2026, 9), FALSE);
      height = mp_ladder_natural_height (f->ladder, width);
      for (double given = mp_ladder_least_height (f->ladder, width); given < 2 * height; given += 37)
        {
          layout = mp_ladder_layout (f->ladder, width, given);
          g_assert_cmpfloat (layout->net[1].y + layout->net[1].height, <=, given);
        }
      layout = mp_ladder_layout (f->ladder, width, height);
      for (guint i = 0; i < MP_LADDER_STEPS; i++)
        {
          const MpChartRect *box = &layout->step[i];

          g_assert_cmpfloat_with_epsilon (box->y + box->height, layout->foot, 0.01);
          g_assert_cmpint (mp_ladder_step_at (f->ladder, box->x + box->width / 2, box->y + 3), ==, (gint) i);
          if (i > 0)
            g_assert_cmpfloat (box->y, <, layout->step[i - 1].y);
        }
      g_assert_cmpint (mp_ladder_step_at (f->ladder, 3, layout->step[5].y), ==, -1);
      g_assert_cmpfloat (layout->nets_y, <=, height);
      g_assert_cmpfloat (mp_ladder_least_height (f->ladder, width), <, height);
      for (MpMonth month = mp_month (2026, 6); month < mp_month (2029, 1); month++)
        g_assert_cmpint (mp_ladder_month_at (f->ladder, mp_ladder_x (f->ladder, month) + 0.01), ==, month);
      /* June 2027 is 3 of the 10 months of step 5 */
      g_assert_cmpfloat_with_epsilon (mp_ladder_x (f->ladder, mp_month (2027, 6)), layout->step[4].x + layout->step[4].width * 0.3, 0.01);
    }
}

static void
test_files (Fixture *f, gconstpointer data)
{
  const MpChartFormat formats[] = { MP_CHART_PNG, MP_CHART_SVG, MP_CHART_PDF };
  static const char *const heads[] = { "\211PNG", "<?xml", "%PDF" };

  show (f, mp_month (2026, 9), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = mp_ladder_to_bytes (f->ladder, formats[i], 900, 500, 1, &error);

      g_assert_no_error (error);
      g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), heads[i], strlen (heads[i])) == 0);
    }
}

#define ADD(path, function) g_test_add ("/ladder/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("months", test_months);
  ADD ("ssi-numbers", test_ssi_numbers);
  ADD ("stop", test_stop);
  ADD ("hidden", test_hidden);
  ADD ("removed", test_removed);
  ADD ("systems", test_systems);
  ADD ("prior", test_prior);
  ADD ("places", test_places);
  ADD ("files", test_files);
  return g_test_run ();
}
