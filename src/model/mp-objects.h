/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parts of a case: person, benefits, Ticket, plans with their work, incentives and assignments. */

#pragma once

#include "mp-part.h"

G_BEGIN_DECLS

#define MP_TYPE_BENEFICIARY (mp_beneficiary_get_type ())
G_DECLARE_FINAL_TYPE (MpBeneficiary, mp_beneficiary, MP, BENEFICIARY, MpPart)

/** MpBenefit: A cash benefit; #MpPart:present says whether the person has it. */
#define MP_TYPE_BENEFIT (mp_benefit_get_type ())
G_DECLARE_DERIVABLE_TYPE (MpBenefit, mp_benefit, MP, BENEFIT, MpPart)
struct _MpBenefitClass {
  MpPartClass parent_class;
  const char *from_key; /* of the month from which it is due */
};
MpMonth mp_benefit_get_from (MpBenefit *self);

#define MP_TYPE_SSDI (mp_ssdi_get_type ())
G_DECLARE_FINAL_TYPE (MpSsdi, mp_ssdi, MP, SSDI, MpBenefit)

#define MP_TYPE_SSI (mp_ssi_get_type ())
G_DECLARE_FINAL_TYPE (MpSsi, mp_ssi, MP, SSI, MpBenefit)

#define MP_TYPE_TICKET (mp_ticket_get_type ())
G_DECLARE_FINAL_TYPE (MpTicket, mp_ticket, MP, TICKET, MpPart)

#define MP_TYPE_WORK_SPELL (mp_work_spell_get_type ())
G_DECLARE_FINAL_TYPE (MpWorkSpell, mp_work_spell, MP, WORK_SPELL, MpPart)

#define MP_TYPE_WORK_INCENTIVE (mp_work_incentive_get_type ())
G_DECLARE_FINAL_TYPE (MpWorkIncentive, mp_work_incentive, MP, WORK_INCENTIVE, MpPart)

#define MP_TYPE_ASSIGNMENT_OBJECT (mp_assignment_object_get_type ())
G_DECLARE_FINAL_TYPE (MpAssignmentObject, mp_assignment_object, MP, ASSIGNMENT_OBJECT, MpPart)

/** MpEarningsTimeline: The work of a plan, a list of #MpWorkSpell. */
#define MP_TYPE_EARNINGS_TIMELINE (mp_earnings_timeline_get_type ())
G_DECLARE_FINAL_TYPE (MpEarningsTimeline, mp_earnings_timeline, MP, EARNINGS_TIMELINE, MpPartList)

/** MpWorkIncentives: A list of #MpWorkIncentive. */
#define MP_TYPE_WORK_INCENTIVES (mp_work_incentives_get_type ())
G_DECLARE_FINAL_TYPE (MpWorkIncentives, mp_work_incentives, MP, WORK_INCENTIVES, MpPartList)

/** MpAssignments: A list of #MpAssignmentObject. */
#define MP_TYPE_ASSIGNMENTS (mp_assignments_get_type ())
G_DECLARE_FINAL_TYPE (MpAssignments, mp_assignments, MP, ASSIGNMENTS, MpPartList)

/** MpScenarioObject: A plan; the engine's #MpScenario has the shorter name. */
#define MP_TYPE_SCENARIO_OBJECT (mp_scenario_object_get_type ())
G_DECLARE_FINAL_TYPE (MpScenarioObject, mp_scenario_object, MP, SCENARIO_OBJECT, MpPart)
MpEarningsTimeline *mp_scenario_object_get_work        (MpScenarioObject *self);
MpWorkIncentives   *mp_scenario_object_get_incentives  (MpScenarioObject *self);
MpAssignments      *mp_scenario_object_get_assignments (MpScenarioObject *self);

/** MpScenarios: The plans of a case, a list of #MpScenarioObject. */
#define MP_TYPE_SCENARIOS (mp_scenarios_get_type ())
G_DECLARE_FINAL_TYPE (MpScenarios, mp_scenarios, MP, SCENARIOS, MpPartList)

G_END_DECLS
