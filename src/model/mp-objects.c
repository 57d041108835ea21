/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-objects.h"

#include "mp-case-model.h"
#include "mp-part-private.h"

#include <string.h>

/* A part of the case whose properties are the keys of an object of the case file. */
#define DEFINE_PART(Type, type, PARENT, Parent, pointer) \
  struct _##Type { Parent parent_instance; }; \
  G_DEFINE_FINAL_TYPE (Type, type, PARENT) \
  static void type##_class_init (Type##Class *klass) { _mp_part_class_install ((MpPartClass *) klass, pointer); } \
  static void type##_init (Type *self) { }

/* A list of the case. */
#define DEFINE_LIST(Type, type, item) \
  struct _##Type { MpPartList parent_instance; }; \
  G_DEFINE_FINAL_TYPE (Type, type, MP_TYPE_PART_LIST) \
  static void type##_class_init (Type##Class *klass) { ((MpPartListClass *) klass)->item_type = item##_get_type; } \
  static void type##_init (Type *self) { }

DEFINE_PART (MpBeneficiary, mp_beneficiary, MP_TYPE_PART, MpPart, "/beneficiary")
DEFINE_PART (MpTicket, mp_ticket, MP_TYPE_PART, MpPart, "/ticket")
DEFINE_PART (MpWorkSpell, mp_work_spell, MP_TYPE_PART, MpPart, "/scenarios/0/work/0")
DEFINE_PART (MpWorkIncentive, mp_work_incentive, MP_TYPE_PART, MpPart, "/scenarios/0/work_incentives/0")
DEFINE_PART (MpAssignmentObject, mp_assignment_object, MP_TYPE_PART, MpPart, "/scenarios/0/ticket/assignments/0")
DEFINE_LIST (MpEarningsTimeline, mp_earnings_timeline, mp_work_spell)
DEFINE_LIST (MpWorkIncentives, mp_work_incentives, mp_work_incentive)
DEFINE_LIST (MpAssignments, mp_assignments, mp_assignment_object)
DEFINE_LIST (MpScenarios, mp_scenarios, mp_scenario_object)

G_DEFINE_ABSTRACT_TYPE (MpBenefit, mp_benefit, MP_TYPE_PART)

static void
mp_benefit_class_init (MpBenefitClass *klass)
{
}

static void
mp_benefit_init (MpBenefit *self)
{
}

/**
 * mp_benefit_get_from:
 * @self: a benefit
 *
 * Returns: the month from which it is due; %MP_MONTH_NONE when the person does not have it
 */
MpMonth
mp_benefit_get_from (MpBenefit *self)
{
  g_autofree char *text = mp_part_get_text (MP_PART (self), MP_BENEFIT_GET_CLASS (self)->from_key);
  MpMonth month;

  return text != NULL && mp_month_parse (text, &month) ? month : MP_MONTH_NONE;
}

struct _MpSsdi {
  MpBenefit parent_instance;
};

G_DEFINE_FINAL_TYPE (MpSsdi, mp_ssdi, MP_TYPE_BENEFIT)

static void
mp_ssdi_class_init (MpSsdiClass *klass)
{
  MP_BENEFIT_CLASS (klass)->from_key = "entitled_from";
  _mp_part_class_install (MP_PART_CLASS (klass), "/ssdi");
}

static void
mp_ssdi_init (MpSsdi *self)
{
}

struct _MpSsi {
  MpBenefit parent_instance;
};

G_DEFINE_FINAL_TYPE (MpSsi, mp_ssi, MP_TYPE_BENEFIT)

static void
mp_ssi_class_init (MpSsiClass *klass)
{
  MP_BENEFIT_CLASS (klass)->from_key = "eligible_from";
  _mp_part_class_install (MP_PART_CLASS (klass), "/ssi");
}

static void
mp_ssi_init (MpSsi *self)
{
}

struct _MpScenarioObject {
  MpPart parent_instance;
  MpPartList *lists[3]; /* made when first asked for */
};

G_DEFINE_FINAL_TYPE (MpScenarioObject, mp_scenario_object, MP_TYPE_PART)

static const char *const list_keys[] = { "work", "work_incentives", "ticket/assignments" };

static MpPartList *
get_list (MpScenarioObject *self, guint i)
{
  GType types[] = { MP_TYPE_EARNINGS_TIMELINE, MP_TYPE_WORK_INCENTIVES, MP_TYPE_ASSIGNMENTS };

  if (self->lists[i] == NULL)
    {
      MpPart *object = MP_PART (self);
      g_autofree char *pointer = g_strconcat (mp_part_get_pointer (object), "/", list_keys[i], NULL);

      self->lists[i] = g_object_new (types[i], "model", mp_part_get_model (object), "pointer", pointer, NULL);
    }
  return self->lists[i];
}

static gboolean
is_inside (const char *place, const char *object)
{
  return g_str_has_prefix (place, object) && place[strlen (object)] == '/';
}

static void
mp_scenario_object_changed (MpPart *object, GPtrArray *places)
{
  MpScenarioObject *self = MP_SCENARIO_OBJECT (object);

  MP_PART_CLASS (mp_scenario_object_parent_class)->changed (object, places);
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    if (self->lists[i] != NULL && !is_inside (mp_part_list_get_pointer (self->lists[i]), mp_part_get_pointer (object)))
      g_clear_object (&self->lists[i]); /* the plan has moved up */
    else if (self->lists[i] != NULL)
      _mp_part_list_changed (self->lists[i], places);
}

static void
mp_scenario_object_dispose (GObject *object)
{
  MpScenarioObject *self = MP_SCENARIO_OBJECT (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    g_clear_object (&self->lists[i]);
  G_OBJECT_CLASS (mp_scenario_object_parent_class)->dispose (object);
}

static void
mp_scenario_object_class_init (MpScenarioObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_scenario_object_dispose;
  MP_PART_CLASS (klass)->changed = mp_scenario_object_changed;
  _mp_part_class_install (MP_PART_CLASS (klass), "/scenarios/0");
}

static void
mp_scenario_object_init (MpScenarioObject *self)
{
}

/**
 * mp_scenario_object_get_work:
 * @self: a plan
 *
 * Returns: (transfer none): its work
 */
MpEarningsTimeline *
mp_scenario_object_get_work (MpScenarioObject *self)
{
  return MP_EARNINGS_TIMELINE (get_list (self, 0));
}

/**
 * mp_scenario_object_get_incentives:
 * @self: a plan
 *
 * Returns: (transfer none): its work incentives
 */
MpWorkIncentives *
mp_scenario_object_get_incentives (MpScenarioObject *self)
{
  return MP_WORK_INCENTIVES (get_list (self, 1));
}

/**
 * mp_scenario_object_get_assignments:
 * @self: a plan
 *
 * Returns: (transfer none): to whom the Ticket is assigned
 */
MpAssignments *
mp_scenario_object_get_assignments (MpScenarioObject *self)
{
  return MP_ASSIGNMENTS (get_list (self, 2));
}
