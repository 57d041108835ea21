/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-origin.h"

#include <string.h>

/* Which fact: a list is entered at the entry that holds in the month. */
typedef enum {
  FACT_NONE, FACT_JOB, FACT_SUBSIDY, FACT_IRWE, FACT_BWE, FACT_PASS, FACT_AMOUNT, FACT_AUXILIARY, FACT_PART_B, FACT_UNEARNED, FACT_IN_KIND,
  FACT_CESSATION, FACT_THROUGH, FACT_ASSIGNMENT, FACT_STIPEND
} Fact;

/* The values of a trace that stand for something entered or published. */
typedef struct {
  MpProgram program;
  const char *name;   /* of the value */
  const char *begins; /* of the sentence; NULL: any */
  const char *series; /* NULL: a fact */
  Fact fact;
} Source;

#define SGA "sga" /* the blind and the others have amounts of their own */

static const Source sources[] = {
  { MP_PROGRAM_SSDI, "earned", NULL, NULL, FACT_JOB },
  { MP_PROGRAM_SSDI, "gross", NULL, NULL, FACT_JOB },
  { MP_PROGRAM_SSDI, "subsidy", NULL, NULL, FACT_SUBSIDY },
  { MP_PROGRAM_SSDI, "irwe", NULL, NULL, FACT_IRWE },
  { MP_PROGRAM_SSDI, "twp_amount", NULL, "twp.monthly", FACT_NONE },
  { MP_PROGRAM_SSDI, "sga_amount", NULL, SGA, FACT_NONE },
  { MP_PROGRAM_SSDI, "benefit", NULL, NULL, FACT_AMOUNT },
  { MP_PROGRAM_SSDI, "auxiliary", NULL, NULL, FACT_AUXILIARY },
  { MP_PROGRAM_SSDI, "part_b", NULL, NULL, FACT_PART_B },
  { MP_PROGRAM_SSDI, "cessation", NULL, NULL, FACT_CESSATION },
  { MP_PROGRAM_SSDI, "through", NULL, NULL, FACT_THROUGH },
  { MP_PROGRAM_SSI, "amount", "SSDI received", NULL, FACT_AMOUNT },
  { MP_PROGRAM_SSI, "amount", "Other unearned", NULL, FACT_UNEARNED },
  { MP_PROGRAM_SSI, "amount", "Income based on need", NULL, FACT_UNEARNED },
  { MP_PROGRAM_SSI, "value", "In-kind", NULL, FACT_IN_KIND },
  { MP_PROGRAM_SSI, "amount", "In-kind", "ism.pmv_individual", FACT_NONE },
  { MP_PROGRAM_SSI, "amount", "Gross wages", NULL, FACT_JOB },
  { MP_PROGRAM_SSI, "amount", "Net earnings", NULL, FACT_JOB },
  { MP_PROGRAM_SSI, "amount", "Federal benefit rate of a couple", "fbr.couple", FACT_NONE },
  { MP_PROGRAM_SSI, "amount", "Federal benefit rate", "fbr.individual", FACT_NONE },
  { MP_PROGRAM_SSI, "amount", "General exclusion", "exclusions.value", FACT_NONE },
  { MP_PROGRAM_SSI, "amount", "What is left of the general", "exclusions.value", FACT_NONE },
  { MP_PROGRAM_SSI, "amount", "Earned income exclusion", "exclusions.value", FACT_NONE },
  { MP_PROGRAM_SSI, "amount", "Student", "seie.monthly", FACT_NONE },
  { MP_PROGRAM_SSI, "amount", "Impairment", NULL, FACT_IRWE },
  { MP_PROGRAM_SSI, "amount", "Blind work", NULL, FACT_BWE },
  { MP_PROGRAM_SSI, "amount", "Set aside", NULL, FACT_PASS },
  { MP_PROGRAM_SSI, "gross", NULL, NULL, FACT_JOB },
  { MP_PROGRAM_SSI, "threshold", NULL, "thresholds_1619b.threshold", FACT_NONE },
  { MP_PROGRAM_SSI, "supplement", NULL, "state_supplement.supplement", FACT_NONE },
  { MP_PROGRAM_SSI, "rate", NULL, "fbr.individual", FACT_NONE },
  { MP_PROGRAM_SSI, "couple_rate", NULL, "fbr.couple", FACT_NONE },
  { MP_PROGRAM_TICKET, "gross", NULL, NULL, FACT_JOB },
  { MP_PROGRAM_TICKET, "figure", "Pay of {gross} is more", SGA, FACT_NONE },
  { MP_PROGRAM_TICKET, "figure", "Pay was more", SGA, FACT_NONE },
  { MP_PROGRAM_TICKET, "figure", "Pay", "twp.monthly", FACT_NONE },
  { MP_PROGRAM_TICKET, "twl", NULL, "twp.monthly", FACT_NONE },
  { MP_PROGRAM_TICKET, "half", NULL, "twp.monthly", FACT_NONE },
  { MP_PROGRAM_TICKET, "provider", NULL, NULL, FACT_ASSIGNMENT },
  { MP_PROGRAM_TICKET, "stipend", NULL, NULL, FACT_STIPEND },
};

static const Source *
find_source (const MpTraceEntry *entry, const MpValue *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i].program == entry->program && strcmp (sources[i].name, value->name) == 0 &&
        (sources[i].begins == NULL || g_str_has_prefix (entry->message.text, sources[i].begins)))
      return &sources[i];
  return NULL;
}

/* SSI counts the facts of its budget month. */
static MpMonth
month_of_facts (const MpProjection *projection, const MpTraceEntry *entry)
{
  const gint i = entry->month - projection->first;
  const MpMonth budget = i >= 0 && i < (gint) projection->n_rows ? projection->rows[i].ssi.budget_month : MP_MONTH_NONE;

  return entry->program == MP_PROGRAM_SSI && budget != MP_MONTH_NONE ? budget : entry->month;
}

/* The last entry that begins by the month, as one without an end lasts until the next; the ends of jobs count. */
static gint
amount_at (const MpAmount *amounts, guint n, MpMonth month)
{
  gint found = n > 0 ? 0 : -1;

  for (guint i = 0; i < n; i++)
    if (amounts[i].when.from <= month)
      found = (gint) i;
  return found;
}

static gint
incentive_at (const MpScenario *scenario, MpIncentiveKind kind, MpMonth month)
{
  for (guint i = 0; i < scenario->n_work_incentives; i++)
    if (scenario->work_incentives[i].kind == kind && mp_period_contains (&scenario->work_incentives[i].when, month))
      return (gint) i;
  return -1;
}

static gint
job_at (const MpScenario *scenario, MpMonth month)
{
  for (guint i = 0; i < scenario->n_work; i++)
    if (mp_period_contains (&scenario->work[i].when, month))
      return (gint) i;
  return -1;
}

static gint
unearned_at (const MpSsiFacts *ssi, MpMonth month)
{
  for (guint i = 0; i < ssi->n_unearned; i++)
    if (mp_period_contains (&ssi->unearned[i].when, month))
      return (gint) i;
  return -1;
}

static gint
assignment_at (const MpScenario *scenario, MpMonth month)
{
  gint found = -1;

  for (guint i = 0; i < scenario->ticket.n_assignments; i++)
    if (scenario->ticket.assignments[i].from.month <= month)
      found = (gint) i;
  return found;
}

/* FALSE: the case has no such fact in the month. */
static gboolean
set_pointer (MpOrigin *origin, const MpProjection *projection, Fact fact, MpMonth month)
{
  const MpCase *kase = projection->kase;
  const MpScenario *scenario = projection->scenario;
  const guint plan = (guint) (scenario - kase->scenarios);
  gint i = -1;

#define IN_PLAN(list, index) (i = (index), g_snprintf (origin->pointer, MP_ORIGIN_SIZE, "/scenarios/%u/" list "/%d", plan, i))
#define IN_LIST(list, index) (i = (index), g_snprintf (origin->pointer, MP_ORIGIN_SIZE, list "/%d", i))
  switch (fact)
    {
    case FACT_JOB: IN_PLAN ("work", job_at (scenario, month)); break;
    case FACT_SUBSIDY: IN_PLAN ("work", job_at (scenario, month)); g_strlcat (origin->pointer, "/subsidy", MP_ORIGIN_SIZE); break;
    case FACT_IRWE: IN_PLAN ("work_incentives", incentive_at (scenario, MP_INCENTIVE_IRWE, month)); break;
    case FACT_BWE: IN_PLAN ("work_incentives", incentive_at (scenario, MP_INCENTIVE_BWE, month)); break;
    case FACT_PASS: IN_PLAN ("work_incentives", incentive_at (scenario, MP_INCENTIVE_PASS, month)); break;
    case FACT_AMOUNT: IN_LIST ("/ssdi/amounts", amount_at (kase->ssdi.amounts, kase->ssdi.n_amounts, month)); break;
    case FACT_AUXILIARY: IN_LIST ("/ssdi/auxiliary", amount_at (kase->ssdi.auxiliary, kase->ssdi.n_auxiliary, month)); break;
    case FACT_UNEARNED: IN_LIST ("/ssi/unearned", unearned_at (&kase->ssi, month)); break;
    case FACT_IN_KIND: IN_LIST ("/ssi/in_kind", amount_at (kase->ssi.in_kind, kase->ssi.n_in_kind, month)); break;
    case FACT_ASSIGNMENT: IN_PLAN ("ticket/assignments", assignment_at (scenario, month)); break;
    case FACT_CESSATION:
      i = kase->ssdi.history.present && kase->ssdi.history.cessation != MP_MONTH_NONE ? 0 : -1;
      g_strlcpy (origin->pointer, "/ssdi/history/cessation", MP_ORIGIN_SIZE);
      break;
    case FACT_THROUGH:
      i = kase->ssdi.history.present ? 0 : -1;
      g_strlcpy (origin->pointer, "/ssdi/history/through", MP_ORIGIN_SIZE);
      break;
    case FACT_STIPEND:
      i = 0;
      g_snprintf (origin->pointer, MP_ORIGIN_SIZE, "/scenarios/%u/ticket/stipend", plan);
      break;
    case FACT_PART_B:
      i = 0;
      g_strlcpy (origin->pointer, "/ssdi/medicare/part_b/premium", MP_ORIGIN_SIZE);
      break;
    case FACT_NONE:
    default:
      break;
    }
#undef IN_PLAN
#undef IN_LIST
  if (i < 0)
    origin->pointer[0] = '\0';
  return i >= 0;
}

/**
 * mp_trace_origin:
 * @projection: a projection with its trace
 * @entry: an entry of its trace
 * @value: a value in the sentence of the entry
 * @origin: (out caller-allocates): where it comes from
 *
 * Returns: whether it was entered or published; %FALSE for what was computed
 */
gboolean
mp_trace_origin (const MpProjection *projection, const MpTraceEntry *entry, const MpValue *value, MpOrigin *origin)
{
  const Source *source = find_source (entry, value);

  *origin = (MpOrigin) { "", NULL, mp_month_year (entry->month) };
  if (source == NULL)
    return FALSE;
  /* the premium is the published one, unless one was entered */
  if (source->fact == FACT_PART_B && projection->kase->ssdi.medicare.part_b.premium == MP_MONEY_NONE)
    {
      origin->series = "medicare_partb.part_b_standard";
      return TRUE;
    }
  if (source->series == NULL)
    return set_pointer (origin, projection, source->fact, month_of_facts (projection, entry));
  if (strcmp (source->series, SGA) == 0)
    origin->series = projection->kase->beneficiary.blind ? "sga.blind" : "sga.non_blind";
  else
    origin->series = source->series;
  return TRUE;
}
