/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs of months that look the same in a strip, with their labels. */

#include "mp-i18n.h"

#include "mp-chart-private.h"

#define NO_RUN MP_N_FILLS

static void
clear_run (gpointer data)
{
  MpChartRun *run = data;

  for (guint k = 0; k < G_N_ELEMENTS (run->label); k++)
    g_free (run->label[k]);
}

static void
label (MpChartRun *run, const char *longest, const char *shorter, const char *shortest)
{
  run->label[0] = g_strdup (longest);
  run->label[1] = g_strdup (shorter);
  run->label[2] = g_strdup (shortest);
}

static MpFill
ssdi_fill (const MpMonthRow *row)
{
  static const guint8 fills[MP_N_SSDI_STATUS] = {
    [MP_SSDI_NOT_ENTITLED] = NO_RUN, [MP_SSDI_ENTITLED] = MP_FILL_ENTITLED, [MP_SSDI_TRIAL_WORK] = MP_FILL_TRIAL,
    [MP_SSDI_EPE_PAID] = MP_FILL_EPE_PAID, [MP_SSDI_CESSATION] = MP_FILL_GRACE, [MP_SSDI_GRACE] = MP_FILL_GRACE,
    [MP_SSDI_SUSPENDED] = MP_FILL_SUSPENDED, [MP_SSDI_POST_EPE_PAID] = MP_FILL_POST_EPE, [MP_SSDI_TERMINATED] = MP_FILL_ENDED,
    [MP_SSDI_EXR_PROVISIONAL] = MP_FILL_EXR, [MP_SSDI_EXR_PAID] = MP_FILL_EXR, [MP_SSDI_EXR_UNPAID] = MP_FILL_SUSPENDED,
    [MP_SSDI_RETIREMENT] = MP_FILL_PLAIN,
  };
  return fills[row->ssdi.status];
}

static MpFill
ssi_fill (const MpMonthRow *row)
{
  static const guint8 fills[MP_N_SSI_STATUS] = {
    [MP_SSI_NOT_ELIGIBLE] = NO_RUN, [MP_SSI_PAYABLE] = MP_FILL_PAYABLE, [MP_SSI_UNPAID] = MP_FILL_SUSPENDED,
    [MP_SSI_1619B] = MP_FILL_1619B, [MP_SSI_SUSPENDED] = MP_FILL_SUSPENDED, [MP_SSI_TERMINATED] = MP_FILL_ENDED,
    [MP_SSI_EXR_PROVISIONAL] = MP_FILL_EXR,
  };
  return fills[row->ssi.status];
}

/* What a run has in common: its look and, where looks coincide, its meaning. */
typedef struct { MpFill fill; guint meaning; } Look;

static Look
look (const MpProjection *projection, const MpMonthRow *row, MpLane lane)
{
  static const guint8 stage_fills[] = {
    [MP_STAGE_NONE] = NO_RUN, [MP_STAGE_UNASSIGNED] = NO_RUN, [MP_STAGE_ASSIGNED] = MP_FILL_PLAIN, [MP_STAGE_PHASE1] = MP_FILL_PHASE1,
    [MP_STAGE_PHASE2] = MP_FILL_PHASE2, [MP_STAGE_OUTCOME] = MP_FILL_OUTCOME, [MP_STAGE_VR] = MP_FILL_PLAIN, [MP_STAGE_ENDED] = MP_FILL_ENDED,
  };
  guint meaning;

  if (lane == MP_LANE_SSDI)
    return (Look) { ssdi_fill (row), row->ssdi.status == MP_SSDI_CESSATION ? MP_SSDI_GRACE : row->ssdi.status };
  if (lane == MP_LANE_SSI)
    return (Look) { ssi_fill (row), row->ssi.status };
  if (lane == MP_LANE_HEALTH)
    {
      meaning = mp_words_month_health (row);
      return (Look) { meaning == MP_HEALTH_NONE ? NO_RUN : MP_FILL_HEALTH, meaning };
    }
  meaning = mp_words_month_stage (projection, row);
  return (Look) { stage_fills[meaning], meaning };
}

static void
label_suspended (MpChartRun *run, const MpProjection *projection)
{
  MpMonth end = MP_MONTH_NONE;
  g_autofree char *month = NULL, *longest = NULL, *shorter = NULL;

  if (projection->periods.n > 0)
    end = projection->periods.list[MIN (projection->periods.shown, projection->periods.n - 1)].epe_end;
  if (end == MP_MONTH_NONE)
    {
      label (run, _("No check while pay is over the limit"), _("No check now"), _("No check"));
      return;
    }
  month = mp_words_short_month (end);
  /* Translators: a month */
  longest = g_strdup_printf (_("Safety net to %s: no check while pay is over the limit"), month);
  shorter = g_strdup_printf (_("Safety net to %s: no check now"), month);
  label (run, longest, shorter, _("No check now"));
}

static void
label_ssdi (MpChartRun *run, const MpProjection *projection, MpSsdiStatus status)
{
  switch (status)
    {
    case MP_SSDI_ENTITLED:
      label (run, _("Full check"), _("Check"), NULL);
      break;
    case MP_SSDI_CESSATION:
    case MP_SSDI_GRACE:
      label (run, _("Grace: last 3 checks"), _("Last 3"), "3");
      break;
    case MP_SSDI_SUSPENDED:
      label_suspended (run, projection);
      break;
    case MP_SSDI_EPE_PAID:
      label (run, _("Check, in the safety net"), _("Safety net"), _("Check"));
      break;
    case MP_SSDI_POST_EPE_PAID:
      label (run, _("Check, after the safety net"), _("Check"), NULL);
      break;
    case MP_SSDI_TERMINATED:
      label (run, _("SSDI ended"), _("Ended"), NULL);
      break;
    case MP_SSDI_EXR_PROVISIONAL:
      label (run, _("Fast return: checks while you wait"), _("Fast return"), NULL);
      break;
    case MP_SSDI_EXR_PAID:
      label (run, _("Fast return: check"), _("Check"), NULL);
      break;
    case MP_SSDI_EXR_UNPAID:
      label (run, _("Fast return: no check now"), _("No check now"), _("No check"));
      break;
    case MP_SSDI_RETIREMENT:
      label (run, _("Retirement check"), _("Retirement"), NULL);
      break;
    case MP_SSDI_TRIAL_WORK:
    case MP_SSDI_NOT_ENTITLED:
    case MP_N_SSDI_STATUS:
    default:
      break;
    }
}

static void
label_ssi (MpChartRun *run, MpSsiStatus status)
{
  switch (status)
    {
    case MP_SSI_PAYABLE:
      label (run, _("Check"), NULL, NULL);
      break;
    case MP_SSI_1619B:
      label (run, _("No check, still on SSI rolls: 1619(b)"), _("No check: 1619(b)"), _("1619(b)"));
      break;
    case MP_SSI_UNPAID:
    case MP_SSI_SUSPENDED:
      label (run, _("No check now"), _("No check"), NULL);
      break;
    case MP_SSI_TERMINATED:
      label (run, _("SSI ended"), _("Ended"), NULL);
      break;
    case MP_SSI_EXR_PROVISIONAL:
      label (run, _("Fast return: checks while you wait"), _("Fast return"), NULL);
      break;
    case MP_SSI_NOT_ELIGIBLE:
    case MP_N_SSI_STATUS:
    default:
      break;
    }
}

static void
label_health (MpChartRun *run, guint health, guint n_months)
{
  g_autofree char *every = NULL;

  if (run->n == n_months)
    /* Translators: who covers the person */
    every = g_strdup_printf (_("%s, every month"), mp_words_health (health));
  label (run, every != NULL ? every : mp_words_health (health), mp_words_health (health), NULL);
}

static void
label_stage (MpChartRun *run, MpStage stage)
{
  static const char *const shorter[] = {
    [MP_STAGE_PHASE1] = N_("Phase 1"), [MP_STAGE_PHASE2] = N_("Phase 2"), [MP_STAGE_OUTCOME] = N_("Outcome"),
    [MP_STAGE_VR] = N_("State VR"), [MP_STAGE_ENDED] = N_("Ended"),
  };
  label (run, mp_words_stage (stage), shorter[stage] != NULL ? _(shorter[stage]) : NULL, NULL);
}

static void
label_run (MpChartRun *run, const MpChartModel *model, MpLane lane, Look common)
{
  if (lane == MP_LANE_SSDI)
    label_ssdi (run, model->projection, common.meaning);
  else if (lane == MP_LANE_SSI)
    label_ssi (run, common.meaning);
  else if (lane == MP_LANE_HEALTH)
    label_health (run, common.meaning, model->n_months);
  else
    label_stage (run, common.meaning);
}

/* Trial work months stay one cell each, so that each shows its number. */
GArray *
mp_chart_runs_new (const MpChartModel *model, MpLane lane)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (MpChartRun));

  g_array_set_clear_func (runs, clear_run);
  for (guint i = 0; i < model->n_months;)
    {
      const MpMonthRow *row = mp_projection_month (model->projection, model->first + i);
      Look common = look (model->projection, row, lane);
      MpChartRun run = { .first = i, .n = 1, .fill = common.fill };

      if (common.fill == MP_FILL_TRIAL && lane == MP_LANE_SSDI)
        run.number = row->ssdi.twp_used;
      else
        while (i + run.n < model->n_months)
          {
            Look next = look (model->projection, row + run.n, lane);
            if (next.fill != common.fill || next.meaning != common.meaning)
              break;
            run.n++;
          }
      i += run.n;
      if (common.fill == NO_RUN)
        continue;
      if (run.number == 0)
        label_run (&run, model, lane, common);
      g_array_append_val (runs, run);
    }
  return runs;
}
