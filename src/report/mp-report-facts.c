/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is still to check, what was assumed, where it is written, the words, the signatures. */

#include "mp-glossary.h"
#include "mp-report-private.h"

#include <string.h>

/* What the pointer of a fact speaks of, and who can confirm it. The longest beginning that fits decides. */
static const struct { const char *prefix, *what, *who; } places[] = {
  { "/beneficiary/birth_date", N_("Date of birth"), N_("birth certificate") },
  { "/beneficiary/student", N_("Months in school"), N_("the school") },
  { "/beneficiary", N_("Who you are"), N_("your papers") },
  { "/ssdi/amounts", N_("SSDI amount"), N_("Social Security: BPQY or award letter") },
  { "/ssdi/history", N_("Trial work months used"), N_("Social Security: BPQY") },
  { "/ssdi/medicare", N_("Medicare"), N_("Medicare card; 1-800-MEDICARE") },
  { "/ssdi", N_("SSDI"), N_("Social Security: BPQY") },
  { "/ssi/living", N_("Where you live"), N_("lease; people in the household") },
  { "/ssi/in_kind", N_("Free rent or shelter"), N_("who gives it") },
  { "/ssi/resources", N_("Savings and things owned"), N_("bank statements") },
  { "/ssi/unearned", N_("Other income"), N_("who pays it") },
  { "/ssi/medicaid", N_("Medicaid"), N_("state Medicaid office") },
  { "/ssi/spouse", N_("Spouse"), N_("your spouse") },
  { "/ssi", N_("SSI"), N_("Social Security: BPQY") },
  { "/ticket", N_("Ticket to Work"), N_("Ticket helpline, 1-866-968-7842") },
  { "/scenarios", N_("Work and Ticket in the plan"), N_("employer; the EN") },
  { "/bpqy", N_("BPQY"), N_("Social Security") },
  { "", N_("Other facts"), N_("Social Security") },
};

static guint
place_of (const char *pointer)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (pointer, places[i].prefix))
      return i;
  return G_N_ELEMENTS (places) - 1;
}

const char *
mp_report_fact_words (const char *pointer)
{
  return _(places[place_of (pointer)].what);
}

static const char *
mark_of (MpSourceKind kind)
{
  static const char *const marks[] = { N_("? not said"), N_("B BPQY"), N_("L letter"), N_("D document"), N_("W your word"), N_("J judgment") };

  return _(marks[kind]);
}

static gboolean
is_open (const MpSource *source)
{
  return source->checked != MP_CHECKED_YES && source->checked != MP_CHECKED_NOT_NEEDED;
}

/* Places of the case without any source: nobody has said how they are known. */
static gboolean
has_source (const MpCase *kase, const char *prefix)
{
  for (guint i = 0; i < kase->n_sources; i++)
    if (kase->sources[i].pointer != NULL && g_str_has_prefix (kase->sources[i].pointer, prefix))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_case (const MpReport *self, const char *prefix)
{
  const MpCase *kase = self->kase;

  if (g_str_equal (prefix, "/ssdi/amounts") || g_str_equal (prefix, "/ssdi/history"))
    return kase->ssdi.present;
  if (g_str_equal (prefix, "/ssdi/medicare"))
    return kase->ssdi.present && kase->ssdi.medicare.present;
  if (g_str_equal (prefix, "/ssi/living"))
    return kase->ssi.present;
  if (g_str_equal (prefix, "/ssi/in_kind"))
    return kase->ssi.n_in_kind > 0;
  if (g_str_equal (prefix, "/ssi/resources"))
    return kase->ssi.n_resources > 0;
  if (g_str_equal (prefix, "/ssi/unearned"))
    return kase->ssi.n_unearned > 0;
  if (g_str_equal (prefix, "/ssi/medicaid"))
    return kase->ssi.present;
  if (g_str_equal (prefix, "/ticket"))
    return kase->ticket.present;
  return FALSE;
}

void
mp_report_check (MpReport *self)
{
  const MpPageColumn columns[] = { { _("Fact"), 2.6, FALSE }, { _("How we know"), 1.7, FALSE }, { _("Who can confirm it"), 3, FALSE }, { _("Note"), 2.4, FALSE } };
  const MpCase *kase = self->kase;
  guint n = 0;

  mp_report_heading (self, _("Still to check"));
  mp_pages_paragraph (self->pages, _("A wrong fact makes a wrong number. These facts are your word, a judgment, or nobody has said how they are known."));
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < kase->n_sources; i++)
    {
      const MpSource *source = &kase->sources[i];
      guint place;

      if (source->pointer == NULL || !is_open (source))
        continue;
      place = place_of (source->pointer);
      mp_pages_table_row (self->pages, (const char *const[]) { _(places[place].what), mark_of (source->by), source->ask != NULL ? source->ask : _(places[place].who), source->note != NULL && source->client ? source->note : "" }, FALSE);
      n++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (is_in_case (self, places[i].prefix) && !has_source (kase, places[i].prefix))
      {
        mp_pages_table_row (self->pages, (const char *const[]) { _(places[i].what), mark_of (MP_SOURCE_UNKNOWN), _(places[i].who), "" }, FALSE);
        n++;
      }
  if (n == 0)
    mp_pages_table_row (self->pages, (const char *const[]) { _("Nothing: every fact is checked."), "", "", "" }, FALSE);
  mp_pages_table_end (self->pages);
}

#define MAX_YEARS 4

/* For what an amount is. */
typedef enum { ONCE, A_MONTH, A_YEAR } Unit;

static void
figure_rows (MpReport *self, const char *name, MpSeries series, Unit unit)
{
  const MpProjection *p = self->projection;
  MpMonth last = p->start + (MpMonth) p->n_months - 1;
  MpMoney before = MP_MONEY_NONE;

  for (MpMonth month = p->start, n = 0; month <= last && n < MAX_YEARS; month += 12 - month % 12)
    {
      MpFigure figure;
      g_autofree char *amount = NULL, *from = NULL, *printed = NULL;

      if (!mp_parameters_get (self->parameters, series, month, &figure) || figure.value == before)
        continue;
      before = figure.value;
      n++;
      printed = mp_report_money (figure.value);
      amount = unit == A_MONTH ? g_strdup_printf (_("%s a month"), printed) : unit == A_YEAR ? g_strdup_printf (_("%s a year"), printed)
               : g_strdup (printed);
      /* Translators: a year, and the year whose figure is used for it, since its own is not published */
      from = figure.carried ? g_strdup_printf (_("%1$d: ≈ as %2$d"), mp_month_year (month), mp_month_year (figure.from)) : g_strdup_printf ("%d", mp_month_year (month));
      mp_pages_table_row (self->pages, (const char *const[]) { name, from, amount, figure.citation }, FALSE);
    }
}

static void
figures (MpReport *self)
{
  const MpPageColumn columns[] = { { _("Figure"), 2.6, FALSE }, { _("Year"), 1.5, FALSE }, { _("Amount"), 1.6, FALSE }, { _("Where it is published"), 4, FALSE } };
  const MpCase *kase = self->kase;
  gboolean ticket = self->scenario->ticket.n_assignments > 0, t16 = self->projection->ticket.class_t16;

  mp_pages_subheading (self->pages, _("Figures used"));
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  if (kase->ssdi.present || ticket)
    {
      figure_rows (self, _("Trial work figure"), MP_SERIES_TWP, A_MONTH);
      figure_rows (self, kase->beneficiary.blind ? _("SGA limit, blind") : _("SGA limit"), kase->beneficiary.blind ? MP_SERIES_SGA_BLIND : MP_SERIES_SGA, A_MONTH);
    }
  if (kase->ssdi.present)
    figure_rows (self, _("Medicare Part B premium"), MP_SERIES_PART_B, A_MONTH);
  if (kase->ssi.present)
    figure_rows (self, _("Full SSI amount"), kase->ssi.spouse.present && kase->ssi.spouse.eligible ? MP_SERIES_FBR_COUPLE : MP_SERIES_FBR_INDIVIDUAL, A_MONTH);
  if (kase->ssi.present && kase->beneficiary.n_student > 0)
    {
      figure_rows (self, _("Student exclusion"), MP_SERIES_SEIE_MONTHLY, A_MONTH);
      figure_rows (self, _("Student exclusion"), MP_SERIES_SEIE_ANNUAL, A_YEAR);
    }
  if (ticket)
    {
      figure_rows (self, _("Phase 1 milestone"), MP_SERIES_PHASE1, ONCE);
      figure_rows (self, _("Phase 2 milestone"), t16 ? MP_SERIES_PHASE2_T16 : MP_SERIES_PHASE2_T2, ONCE);
      figure_rows (self, _("Outcome payment"), t16 ? MP_SERIES_OUTCOME_T16 : MP_SERIES_OUTCOME_T2, ONCE);
    }
  mp_pages_table_end (self->pages);
}

static gint
compare_rules (gconstpointer a, gconstpointer b)
{
  const MpRule *x = mp_rule_find (*(const char *const *) a), *y = mp_rule_find (*(const char *const *) b);

  return x < y ? -1 : x > y; /* the catalogue lies in its order */
}

static void
citations (MpReport *self)
{
  const MpPageColumn columns[] = { { _("Rule"), 0.9, FALSE }, { _("What it is about"), 3.6, FALSE }, { _("Where it is written"), 5, FALSE } };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const GArray *trace = self->projection->trace;
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < trace->len; i++)
    if (g_array_index (trace, MpTraceEntry, i).rule != NULL)
      mp_report_cite (self, g_array_index (trace, MpTraceEntry, i).rule);
  g_hash_table_iter_init (&iter, self->rules);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
  if (ids->len == 0)
    return;
  g_ptr_array_sort (ids, compare_rules);
  mp_pages_subheading (self->pages, _("The rules that decided"));
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  for (guint i = 0; i < ids->len; i++)
    {
      const MpRule *rule = mp_rule_find (ids->pdata[i]);
      mp_pages_table_row (self->pages, (const char *const[]) { rule->id, _(rule->title), rule->citation }, FALSE);
    }
  mp_pages_table_end (self->pages);
}

void
mp_report_assumptions (MpReport *self)
{
  const MpCase *kase = self->kase;
  const MpProjection *p = self->projection;
  GPtrArray *items = mp_report_items ();

  mp_report_heading (self, _("What we assumed, and where it is written"));
  if (mp_report_is_estimated (p))
    mp_report_add (items, g_strdup (_("Amounts marked ≈ rest on figures that are not published yet; the last published ones are carried forward.")));
  if (kase->assumptions.cola_given)
    {
      g_autofree char *percent = mp_value_to_display (&MP_PERCENT_VALUE ("cola", kase->assumptions.cola_percent), TRUE);
      mp_report_add (items, g_strdup_printf (_("Yearly raises not published yet are taken as %s."), percent));
    }
  for (guint i = 0; i < MP_N_READINGS; i++)
    if (kase->assumptions.reading_given[i])
      mp_report_add (items, g_strdup_printf (_("Where the rules can be read in two ways, %1$s is read as “%2$s”."), mp_reading_key (i),
                                             mp_reading_names (i)[kase->assumptions.readings[i]]));
  for (guint i = 0; i < p->warnings->len; i++)
    mp_report_add (items, mp_message_format (&g_array_index (p->warnings, MpWarning, i).message, TRUE));
  mp_report_list (self, items);
  figures (self);
  citations (self);
}

void
mp_report_glossary (MpReport *self)
{
  const MpPageColumn columns[] = { { _("Word"), 1.8, FALSE }, { _("Social Security’s term"), 2.2, FALSE }, { _("What it means"), 5, FALSE } };
  guint n;
  const MpGlossaryWord *words = mp_glossary (&n);
  gboolean ssdi = self->kase->ssdi.present, ssi = self->kase->ssi.present, ticket = self->kase->ticket.present || self->scenario->ticket.n_assignments > 0;

  mp_report_heading (self, _("Words used here"));
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  for (guint i = 0; i < n; i++)
    if (words[i].about == MP_WORD_ALL || (ssdi && (words[i].about & MP_WORD_SSDI)) || (ssi && (words[i].about & MP_WORD_SSI)) || (ticket && (words[i].about & MP_WORD_TICKET)))
      {
        g_autofree char *sentence = mp_glossary_sentence (&words[i], self->parameters, self->projection->start);
        mp_pages_table_row (self->pages, (const char *const[]) { _(words[i].label), words[i].formal != NULL ? _(words[i].formal) : "", sentence }, FALSE);
      }
  mp_pages_table_end (self->pages);
}

void
mp_report_sign (MpReport *self)
{
  const char *const person[] = { _("Your signature"), _("Date") }, *const counselor[] = { _("Counselor"), _("Date") }, *const next[] = { _("Next meeting"), _("Phone") };

  mp_pages_keep (self->pages, 300 * mp_pages_scale (self->pages)); /* all lines to sign on one page */
  mp_report_heading (self, _("Who made this, and signatures"));
  mp_pages_paragraph (self->pages, _("This is an estimate from the facts listed here. Only Social Security decides. If a fact changes, the numbers change. Not legal or tax advice."));
  if (self->options->prepared_by != NULL)
    mp_pages_paragraph (self->pages, self->options->prepared_by);
  if (self->options->contact != NULL)
    mp_pages_paragraph (self->pages, self->options->contact);
  mp_pages_paragraph (self->pages, _("I have received this report and talked about it. Signing it does not decide anything about my benefits or my work."));
  mp_pages_blanks (self->pages, person, 2);
  mp_pages_blanks (self->pages, counselor, 2);
  mp_pages_blanks (self->pages, next, 2);
}
