/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-work-form.h"

#include "mp-facts-form.h"
#include "mp-message.h"
#include "mp-widgets.h"
#include "mp-words-compare.h"
#include "mp-work-months.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }
#define FIELDS(...) (const MpFormField[]) { __VA_ARGS__, { NULL } }

static GtkWidget *step_extra (MpForm *form, const char *entry);
static GtkWidget *incentive_extra (MpForm *form, const char *entry);

static const MpFormField period_fields[] = { { "from", N_("From") }, { "to", N_("To") }, { NULL } };

static const MpFormList steps = { "/work", N_("Steps"), NULL, N_("Add a step"),
  FIELDS ({ "name", N_("Job") }, { "from", N_("From") }, { "to", N_("To") }, { "hourly", N_("Pay an hour") }, { "hours_per_week", N_("Hours a week") },
          { "monthly", N_("Or pay a month") }, { "hours", N_("Hours a month") }, { "kind", N_("Kind"), WORDS (N_("Wages"), N_("Own business")) },
          { "subsidy", N_("Extra support a month") },
          { "pay/every", N_("Pay days"), WORDS (N_("Not said"), N_("Every week"), N_("Every two weeks"), N_("15th and last"), N_("Every month")) },
          { "pay/first", N_("First pay day") }, { "unsuccessful_attempt", N_("Short try at work") }, { "average", N_("SSA averages") },
          { "infrequent", N_("Now and then") }),
  .extra = step_extra };
static const MpFormList incentives = { "/work_incentives", N_("Work incentives"), NULL, N_("Add a work incentive"),
  FIELDS ({ "kind", N_("Kind"), mp_incentive_kinds }, { "name", N_("What for") }, { "monthly", N_("A month") }, { "from", N_("From") }, { "to", N_("To") },
          { "applies_to", N_("A plan (PASS) sets aside"), mp_pass_uses }),
  .extra = incentive_extra };
static const MpFormList reinstatements = { "/expedited_reinstatement", N_("Fast return (EXR)"), N_("Requests within 5 years of the end"), N_("Add a request for a fast return"),
  FIELDS ({ "program", N_("Benefit"), WORDS (N_("SSDI"), N_("SSI")) }, { "requested", N_("Requested") }, { "decided", N_("Decided") },
          { "approved", N_("Approved") }, { "disabled_from", N_("Disabled from (SSDI)") }) };
static const MpFormList assignments = { "/ticket/assignments", N_("Ticket assigned to"), NULL, N_("Add a provider"),
  FIELDS ({ "provider", N_("Provider") }, { "role", N_("Role"), WORDS (N_("EN"), N_("State VR, cost paid back"), N_("State VR as an EN")) },
          { "from", N_("From") }, { "to", N_("To") },
          { "payment_system", N_("Paid by"), WORDS (N_("Milestones and outcomes"), N_("Outcomes only")) },
          { "received", N_("Plan received, when late") }, { "successful", N_("VR closed with a job") },
          { "reimbursed", N_("VR was paid back") }) };
static const MpFormList split = { "split", N_("Shared by"), N_("The parts are 100 percent together"), N_("Add a provider to a claim"),
                                  FIELDS ({ "provider", N_("Provider") }, { "percent", N_("Percent") }) };
static const MpFormList claims = { "/ticket/claims", N_("Payments shared by providers"), NULL, N_("Add a shared payment"),
                                   FIELDS ({ "code", N_("Code") }), .inner = &split };
static const MpFormList inactive = { "/ticket/inactive", N_("Ticket not in use"), N_("Inactive for timely progress"), N_("Add a time not in use"), period_fields };
static const MpFormList education = { "/ticket/education", N_("Education that counts as progress"), NULL, N_("Add education"),
                                      FIELDS ({ "period", N_("Progress period") }, { "percent", N_("Percent of it") }) };

static const MpFormList reviews = { "/ticket/reviews", N_("Decisions of progress reviews"), N_("Protection goes on for 30 days after the notice"), N_("Add a review"),
                                    FIELDS ({ "period", N_("Progress period") }, { "notice", N_("Notice sent") }, { "decided", N_("Looked at again, decided") },
                                            { "not_expected", N_("More work not expected (to 2008)") }) };

static const char *const share_of[] = { N_("Outcome payments"), N_("All payments"), NULL };

/* The numbers in /scenarios/S/work/J or /scenarios/S/work_incentives/J */
static void
numbers_of (const char *entry, guint *scenario, guint *number)
{
  *scenario = (guint) strtoul (entry + strlen ("/scenarios/"), NULL, 10);
  *number = (guint) strtoul (strrchr (entry, '/') + 1, NULL, 10);
}

static GtkWidget *
step_extra (MpForm *form, const char *entry)
{
  guint scenario, job;

  numbers_of (entry, &scenario, &job);
  return mp_work_months_new (mp_form_get_model (form), scenario, job);
}

static void
show_effect (MpCaseModel *model, GtkLabel *label)
{
  const MpCase *kase = mp_case_model_get_case (model);
  const char *entry = g_object_get_data (G_OBJECT (label), "mp-entry");
  const MpProjection *with;
  MpIncentiveEffect effect;
  g_autofree char *text = NULL;
  guint scenario, number;

  numbers_of (entry, &scenario, &number);
  if (scenario >= kase->n_scenarios || number >= kase->scenarios[scenario].n_work_incentives || !gtk_widget_get_mapped (GTK_WIDGET (label)))
    return;
  with = mp_case_model_get_projection (model, scenario);
  if (with != NULL && mp_incentive_effect (kase, scenario, number, with, mp_case_model_get_parameters (model), &effect, NULL))
    text = mp_words_incentive (&effect);
  gtk_label_set_text (label, text != NULL ? text : "");
}

static void
effect_mapped_cb (GtkWidget *label, MpCaseModel *model)
{
  show_effect (model, GTK_LABEL (label));
}

static GtkWidget *
incentive_extra (MpForm *form, const char *entry)
{
  GtkWidget *label = mp_label_new (NULL, "caption");
  MpCaseModel *model = mp_form_get_model (form);

  g_object_set_data_full (G_OBJECT (label), "mp-entry", g_strdup (entry), g_free);
  g_signal_connect (label, "map", G_CALLBACK (effect_mapped_cb), model);
  g_signal_connect_object (model, "projected", G_CALLBACK (show_effect), label, 0);
  return label;
}

/**
 * mp_work_form_new:
 * @model: the case
 * @scenario: number of the plan
 *
 * Returns: (transfer floating): the form of the plan
 */
GtkWidget *
mp_work_form_new (MpCaseModel *model, guint scenario)
{
  GtkWidget *widget = mp_form_new (model);
  MpForm *form = MP_FORM (widget);
  g_autofree char *place = g_strdup_printf ("/scenarios/%u", scenario);
  g_autofree char *name = g_strconcat (place, "/name", NULL), *services = g_strconcat (place, "/ticket/services_completed", NULL);
  g_autofree char *percent = g_strconcat (place, "/ticket/share/percent", NULL), *of = g_strconcat (place, "/ticket/share/of", NULL);
  g_autofree char *stipend = g_strconcat (place, "/ticket/stipend", NULL);

  mp_form_section (form, _("Work"), _("A step is a time at one job with the same pay and hours"), NULL);
  mp_form_add_list (form, place, &steps);
  mp_form_section (form, _("Work incentives and fast return"), NULL, NULL);
  mp_form_add_list (form, place, &incentives);
  mp_form_add_list (form, place, &reinstatements);
  mp_form_section (form, _("Ticket"), NULL, NULL);
  mp_form_add_list (form, place, &assignments);
  mp_form_add (form, services, _("Services of the plan done"), _("If not given: in time for the fourth milestone"), NULL);
  mp_form_add (form, percent, _("Part that the EN passes on, percent"), NULL, NULL);
  mp_form_add (form, of, _("Part of"), NULL, share_of);
  mp_form_add (form, stipend, _("Stipend in a month with pay"), NULL, NULL);
  mp_form_add_list (form, place, &claims);
  mp_form_add_list (form, place, &inactive);
  mp_form_add_list (form, place, &education);
  mp_form_add_list (form, place, &reviews);
  mp_form_section (form, _("Plan"), NULL, NULL);
  mp_form_add (form, name, _("Name of the plan"), NULL, NULL);
  return widget;
}
