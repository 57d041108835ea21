/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-incentive.h"

/**
 * mp_incentive_effect:
 * @kase: a case without problems
 * @scenario: number of a plan
 * @incentive: number of one of its work incentives
 * @with: the projection of that plan
 * @parameters: the published figures
 * @effect: (out caller-allocates): what the incentive changes
 * @error: as of mp_project()
 *
 * Projects the plan once more without the incentive. In the last month of the cost the two-month lag of SSI is over.
 *
 * Returns: %FALSE with an error, or without one when the incentive lies outside the reported months
 */
gboolean
mp_incentive_effect (const MpCase *kase, guint scenario, guint incentive, const MpProjection *with,
                     const MpParameters *parameters, MpIncentiveEffect *effect, GError **error)
{
  g_autoptr (MpCase) other = NULL;
  g_autoptr (MpProjection) without = mp_projection_new ();
  const MpPeriod *when = &kase->scenarios[scenario].work_incentives[incentive].when;
  const MpMonth last = with->start + (MpMonth) with->n_months - 1, month = MIN (when->to, last);
  const MpMonthRow *a, *b;
  MpScenario *plan;

  if (month < with->start || month < when->from)
    return FALSE;
  other = mp_case_copy (kase);
  plan = &other->scenarios[scenario];
  plan->n_work_incentives--;
  for (guint i = incentive; i < plan->n_work_incentives; i++)
    plan->work_incentives[i] = plan->work_incentives[i + 1];
  if (!mp_project (without, other, scenario, parameters, MP_PROJECT_DEFAULT, error))
    return FALSE;
  a = mp_projection_month (with, (guint) (month - with->start));
  b = mp_projection_month (without, (guint) (month - with->start));
  *effect = (MpIncentiveEffect) {
    month, a->ssdi.payment - b->ssdi.payment, a->ssi.payment - b->ssi.payment, b->work.sga_countable - a->work.sga_countable,
    with->totals.benefits - without->totals.benefits,
  };
  return TRUE;
}
