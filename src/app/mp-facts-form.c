/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-facts-form.h"

#include "mp-edit.h"
#include "mp-month-strip.h"
#include "mp-widgets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }
#define FIELDS(...) (const MpFormField[]) { __VA_ARGS__, { NULL } }

const char *const mp_incentive_kinds[] = { N_("Disability work cost (IRWE)"), N_("Blind work cost"), N_("Savings plan for a goal (PASS)"), NULL };
const char *const mp_pass_uses[] = { N_("Either, unearned first"), N_("Pay"), N_("Other income"), NULL };

static const MpFormField amount_fields[] = { { "from", N_("From") }, { "to", N_("To") }, { "monthly", N_("A month") }, { NULL } };
static const MpFormField period_fields[] = { { "from", N_("From") }, { "to", N_("To") }, { NULL } };

static const MpFormList student = { "/beneficiary/student", N_("Student"), N_("Regularly attending school; counts under 22"), N_("Add a time at school"), period_fields };
static const MpFormList amounts = { "/ssdi/amounts", N_("Full SSDI amount"), N_("BPQY: Full amount. Later Decembers get the yearly raise"), N_("Add an amount"),
                                    FIELDS ({ "monthly", N_("A month") }, { "from", N_("From") }, { "to", N_("To") }), TRUE };
static const MpFormList auxiliary = { "/ssdi/auxiliary", N_("Others paid on this record"), N_("Total paid to family, as entered"), N_("Add an amount to family"), amount_fields };
static const MpFormList paid = { "/paid", N_("What SSA really paid"), N_("BPQY: Net amount"), N_("Add a payment"),
                                 FIELDS ({ "amount", N_("Amount") }, { "month", N_("For the month") }, { "program", N_("Benefit"), WORDS (N_("SSDI"), N_("SSI")) }) };
static const MpFormList unearned = { "/ssi/unearned", N_("Other income"), N_("Besides pay and SSDI"), N_("Add other income"),
  FIELDS ({ "monthly", N_("A month") }, { "from", N_("From") }, { "to", N_("To") },
          { "kind", N_("Kind"), WORDS (N_("Other"), N_("Based on need"), N_("TANF"), N_("Infrequent"), N_("VA aid and attendance")) }) };
static const MpFormList supplements = { "/ssi/state_supplement", N_("State supplement by hand"), N_("Of a couple: the couple’s amount"), N_("Add a supplement amount"), amount_fields };
static const MpFormList rates = { "/ticket/rates", N_("Ticket rates by hand"), N_("Beat the published ones of the year"), N_("Add the rates of a year"),
  FIELDS ({ "year", N_("Year") }, { "phase1", N_("Phase 1") }, { "phase2_t2", N_("Phase 2, SSDI") }, { "phase2_t16", N_("Phase 2, SSI") },
          { "outcome_t2", N_("Outcome, SSDI") }, { "outcome_t16", N_("Outcome, SSI") }, { "outcome_only_t2", N_("Outcome only, SSDI") },
          { "outcome_only_t16", N_("Outcome only, SSI") }, { "pcb_t2", N_("Base, SSDI") }, { "pcb_t16", N_("Base, SSI") }) };
static const MpFormList prior = { "/ticket/prior_payments", N_("Paid to providers before"), NULL, N_("Add an earlier payment"),
                                  FIELDS ({ "month", N_("Month") }, { "code", N_("Code") }, { "amount", N_("Amount") }, { "provider", N_("Provider") }) };
static const MpFormList requests = { "/ticket/requests", N_("Requests for payment"), N_("A note: claimed, paid"), N_("Add a request"),
  FIELDS ({ "month", N_("Month") }, { "code", N_("Code") }, { "provider", N_("Provider") },
          { "state", N_("State"), WORDS (N_("Projected"), N_("Claimed"), N_("Paid")) }) };
static const MpFormList living = { "/ssi/living", N_("Housing"), N_("Whose home it is"), N_("Add a time of housing"),
  FIELDS ({ "arrangement", N_("Lives"), WORDS (N_("In own household"), N_("In another’s household"), N_("In an institution (Medicaid)")) },
          { "from", N_("From") }, { "to", N_("To") }), TRUE };
static const MpFormList in_kind = { "/ssi/in_kind", N_("Help with rent or shelter"), N_("Its value a month"), N_("Add help with rent"),
                                    FIELDS ({ "value", N_("Worth a month") }, { "from", N_("From") }, { "to", N_("To") }) };
static const MpFormList resources = { "/ssi/resources", N_("Savings and things that count"), NULL, N_("Add savings"),
                                      FIELDS ({ "countable", N_("Amount") }, { "from", N_("From") }, { "to", N_("To") }) };
static const MpFormList spouse_earned = { "/ssi/spouse/earned", N_("Pay of the spouse"), NULL, N_("Add pay of the spouse"), amount_fields };
static const MpFormList spouse_unearned = { "/ssi/spouse/unearned", N_("Other income of the spouse"), NULL, N_("Add income of the spouse"), amount_fields };
static const MpFormList spouse_incentives = { "/ssi/spouse/work_incentives", N_("Work costs of the spouse"), NULL, N_("Add a work cost of the spouse"),
  FIELDS ({ "kind", N_("Kind"), mp_incentive_kinds }, { "name", N_("What for") }, { "monthly", N_("A month") }, { "from", N_("From") }, { "to", N_("To") },
          { "applies_to", N_("A plan (PASS) sets aside"), mp_pass_uses }) };
static const MpFormList child_income = { "unearned", N_("Income of the child"), NULL, N_("Add income of the child"), amount_fields };
static const MpFormList children = { "/ssi/children", N_("Children at home"), NULL, N_("Add a child"), FIELDS ({ "birth_date", N_("Birth date") }), .inner = &child_income };
static const MpFormList actions = { "/actions", N_("Next steps"), NULL, N_("Add a step to do"),
                                    FIELDS ({ "step", N_("What") }, { "who", N_("Who") }, { "due", N_("Due") }, { "done", N_("Done") }) };

static const MpFormList pinned = { "/pinned", N_("Notes on the case and on months"), N_("Without a month: on the case, or on a plan as written in Work"), N_("Add a note"),
                                   FIELDS ({ "month", N_("Month") }, { "text", N_("Note") }, { "client", N_("Print for the client") }) };

static const char *const bases[] = { N_("Own work record"), N_("Childhood disability"), N_("Widow or widower"), NULL };
static const char *const payers[] = { N_("The person"), N_("The state"), NULL };
static const char *const supplement_words[] = { N_("None"), N_("From the table"), N_("By hand"), NULL };
static const char *const ssi_statuses[] = { N_("Not eligible"), N_("Check paid"), N_("Nothing due"), N_("1619(b)"), N_("Suspended"), N_("Ended"),
                                            N_("Fast return, provisional"), NULL };
static const char *const endings[] = { N_("Not ended"), N_("Separation"), N_("Death"), NULL };
static const char *const policies[] = { N_("Carry the latest forward (≈)"), N_("Published figures only"), NULL };
static const char *const reasons[] = { N_("Medical improvement"), N_("Death"), N_("Another benefit"), N_("Denied"), N_("A new Ticket"), NULL };

/* A line of the form. LIST: a list; SECTION: a heading, its text the subtitle; STRIP: trial work months. */
typedef struct {
  const char *pointer;
  const char *title;
  const char *subtitle;
  const char *const *words;
  const MpFormList *list;
  gboolean section;
  gboolean strip;
  const char *ask; /* of a section that is folded until somebody wants it */
} Line;

#define SECTION(title, subtitle, object) { object, title, subtitle, .section = TRUE }
#define FOLDED(title, subtitle, object, button) { object, title, subtitle, .section = TRUE, .ask = button }
#define LIST(of) { .list = &(of) }

static const Line lines[] = {
  SECTION (N_("Person"), NULL, NULL),
  { "/beneficiary/name", N_("Name"), N_("A label; no Social Security number") },
  { "/beneficiary/birth_date", N_("Birth date") },
  { "/beneficiary/state", N_("State") },
  { "/bpqy/dated", N_("Date of the BPQY"), N_("What is typed after it has the BPQY as its source") },
  SECTION (N_("Cash: SSDI"), N_("BPQY: Cash, Social Security Disability Insurance"), "/ssdi"),
  { "/ssdi/basis", N_("Paid on"), N_("BPQY: Type of benefit"), bases },
  { "/ssdi/entitled_from", N_("First month of SSDI"), N_("BPQY: Date of entitlement") },
  { "/ssdi/filed", N_("Month of the application"), N_("Work before it makes no trial work month") },
  LIST (amounts),
  LIST (auxiliary),
  { "/bpqy/overpayment_balance", N_("Overpayment left"), N_("BPQY: Overpayment balance") },
  { "/bpqy/withheld_monthly", N_("Withheld each month"), N_("BPQY: Monthly amount withheld") },
  LIST (paid),
  SECTION (N_("Cash: SSI"), N_("BPQY: Cash, Supplemental Security Income"), "/ssi"),
  { "/ssi/eligible_from", N_("First month of SSI"), N_("BPQY: Date of eligibility") },
  LIST (unearned),
  { "/ssi/state_supplement", N_("State supplement"), NULL, supplement_words },
  LIST (supplements),
  SECTION (N_("Medical reviews"), NULL, NULL),
  { "/bpqy/next_medical_review", N_("Next medical review"), N_("BPQY: Next medical re-exam") },
  SECTION (N_("Representation"), NULL, NULL),
  { "/bpqy/payee", N_("Has a representative payee") },
  SECTION (N_("Health insurance"), NULL, "/ssdi/medicare"),
  { "/ssdi/medicare/part_a_from", N_("Medicare Part A from"), N_("If not given: the 25th month of SSDI") },
  { "/ssdi/medicare/part_b/enrolled", N_("Has Medicare Part B") },
  { "/ssdi/medicare/part_b/from", N_("Medicare Part B from") },
  { "/ssdi/medicare/part_b/premium", N_("Part B premium"), N_("“standard” or an amount") },
  { "/ssdi/medicare/part_b/paid_by", N_("Part B is paid by"), NULL, payers },
  { "/ssi/medicaid/needs", N_("Needs Medicaid to work"), N_("For Medicaid while working, 1619(b)") },
  { "/ssi/medicaid/expenses_yearly", N_("Medicaid expenses a year") },
  { "/ssi/medicaid/individual_threshold", N_("Own yearly limit for 1619(b)") },
  SECTION (N_("SSI work exclusions"), N_("Work costs and savings plans are on the page Work"), NULL),
  { "/beneficiary/blind", N_("Blind by Social Security’s rules") },
  LIST (student),
  SECTION (N_("SSDI work activity"), N_("For months up to the last one known, these replace the tests on pay"), "/ssdi/history"),
  { "/ssdi/history/through", N_("Known through"), N_("The last month that the BPQY can know") },
  { "/ssdi/history/twp_months", N_("Trial work months used"), N_("Type “6/24 to 8/24”, or tick them below") },
  { "/ssdi/history/twp_months", NULL, NULL, .strip = TRUE },
  { "/ssdi/history/cessation", N_("First month over the limit"), N_("BPQY: Month of cessation") },
  SECTION (N_("SSI so far"), NULL, "/ssi/history"),
  { "/ssi/history/through", N_("Known through") },
  { "/ssi/history/status", N_("SSI in that month"), NULL, ssi_statuses },
  { "/ssi/history/since", N_("Since") },
  SECTION (N_("Ticket"), N_("To whom it is assigned is on the page Work"), "/ticket"),
  { "/ticket/issued", N_("Ticket issued"), N_("If not given: with the first benefit") },
  { "/ticket/authorised", N_("First payment authorized in"), N_("Only for the reading that goes by this month") },
  LIST (prior),
  LIST (requests),
  { "/ticket/rate_policy", N_("Years without published rates"), NULL, policies },
  LIST (rates),
  FOLDED (N_("End of the Ticket"), N_("Only an ending that the other facts do not show"), "/ticket/terminates", N_("Say when the Ticket ends")),
  { "/ticket/terminates/month", N_("The Ticket ends in") },
  { "/ticket/terminates/reason", N_("Because of"), NULL, reasons },
  SECTION (N_("Not on the BPQY: home and money"), NULL, NULL),
  LIST (living),
  LIST (in_kind),
  LIST (resources),
  LIST (children),
  FOLDED (N_("Not on the BPQY: spouse"), NULL, "/ssi/spouse", N_("Add a spouse")),
  { "/ssi/spouse/from", N_("Living together from"), N_("The month after they began") },
  { "/ssi/spouse/to", N_("Until") },
  { "/ssi/spouse/ended_by", N_("Ended by"), NULL, endings },
  { "/ssi/spouse/birth_date", N_("Birth date of the spouse") },
  { "/ssi/spouse/eligible", N_("The spouse gets SSI too") },
  { "/ssi/spouse/blind", N_("The spouse is blind") },
  { "/ssi/spouse/public_assistance", N_("The spouse gets public assistance") },
  LIST (spouse_earned),
  LIST (spouse_unearned),
  LIST (spouse_incentives),
  SECTION (N_("Planning"), NULL, NULL),
  { "/projection/start", N_("First month shown") },
  { "/projection/months", N_("Months shown") },
  { "/assumptions/cola_percent", N_("Yearly raise assumed, percent"), N_("Each December after the last published year") },
  { "/title", N_("Title of the case") },
  { "/notes", N_("Notes") },
  LIST (actions),
  LIST (pinned),
};

static void
show_counter (MpCaseModel *model, GtkLabel *label)
{
  const MpCase *kase = mp_case_model_get_case (model);
  MpMonth last = mp_case_last_known_month (kase);
  guint used = mp_case_trial_work_used (kase, last);
  g_autofree char *month = mp_month_to_display (last, TRUE);
  /* Translators: number of trial work months, the month up to which they are counted */
  g_autofree char *text = g_strdup_printf (_("%1$u of 9 in the 60 months to %2$s"), used, month);

  gtk_label_set_text (label, text);
}

/* Sixty months up to the last one known, and more when an earlier one is marked. */
static void
show_strip (MpCaseModel *model, MpMonthStrip *strip)
{
  const MpCase *kase = mp_case_model_get_case (model);
  const MpMonth *months = kase->ssdi.history.twp_months;
  guint n = kase->ssdi.present && kase->ssdi.history.present ? kase->ssdi.history.n_twp_months : 0;
  MpMonth last = mp_case_last_known_month (kase), first = last - 59;

  for (guint i = 0; i < n; i++)
    {
      first = MIN (first, months[i]);
      last = MAX (last, months[i]);
    }
  mp_month_strip_set_range (strip, MAX (first, MP_MONTH_FIRST), last);
  mp_month_strip_set_months (strip, months, n);
}

static void
strip_changed_cb (MpMonthStrip *strip, MpCaseModel *model)
{
  guint n;
  const MpMonth *months = mp_month_strip_get_months (strip, &n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      char month[MP_MONTH_TEXT_SIZE];
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", mp_month_to_text (months[i], month));
    }
  mp_case_model_set_fact (model, "/ssdi/history/twp_months", text->str, _("Trial work months used"), NULL);
  mp_case_model_end_visit (model);
}

static char *
strip_note (MpMonth month, gpointer data)
{
  MpFigure figure;
  g_autofree char *amount = NULL;

  if (!mp_parameters_get (mp_case_model_get_parameters (data), MP_SERIES_TWP, month, &figure))
    return NULL;
  amount = mp_money_to_display (figure.value);
  /* Translators: an amount: pay over it makes a trial work month */
  return g_strdup_printf (_("pay over %s is trial work"), amount);
}

static GtkWidget *
strip_new (MpCaseModel *model)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *strip = mp_month_strip_new (), *counter = mp_label_new (NULL, "caption");

  mp_month_strip_set_note (MP_MONTH_STRIP (strip), strip_note, model, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Trial work months. Arrows move, Space ticks, Shift and an arrow ticks a run."), -1);
  gtk_box_append (GTK_BOX (box), counter);
  gtk_box_append (GTK_BOX (box), strip);
  show_strip (model, MP_MONTH_STRIP (strip));
  show_counter (model, GTK_LABEL (counter));
  g_signal_connect_object (model, "projected", G_CALLBACK (show_strip), strip, 0);
  g_signal_connect_object (model, "projected", G_CALLBACK (show_counter), counter, 0);
  g_signal_connect (strip, "changed", G_CALLBACK (strip_changed_cb), model);
  return box;
}

/**
 * mp_facts_form_new:
 * @model: the case
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
mp_facts_form_new (MpCaseModel *model)
{
  GtkWidget *widget = mp_form_new (model);
  MpForm *form = MP_FORM (widget);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const Line *line = &lines[i];
      const char *title = line->title != NULL ? _(line->title) : NULL, *subtitle = line->subtitle != NULL ? _(line->subtitle) : NULL;

      if (line->section)
        {
          mp_form_section (form, title, subtitle, line->pointer);
          if (line->ask != NULL)
            mp_form_fold_section (form, _(line->ask));
        }
      else if (line->list != NULL)
        mp_form_add_list (form, "", line->list);
      else if (line->strip)
        mp_form_add_widget (form, line->pointer, _("Month by month"), NULL, strip_new (model));
      else
        mp_form_add (form, line->pointer, title, subtitle, line->words);
    }
  return widget;
}

/**
 * mp_facts_form_title:
 * @pointer: a fact
 *
 * Returns: (transfer none): what the form calls it, or the pointer itself
 */
const char *
mp_facts_form_title (const char *pointer)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (lines[i].list != NULL && g_str_has_prefix (pointer, lines[i].list->key))
        return _(lines[i].list->title);
      if (!lines[i].section && lines[i].title != NULL && lines[i].pointer != NULL && g_str_equal (lines[i].pointer, pointer))
        return _(lines[i].title);
    }
  return pointer;
}
