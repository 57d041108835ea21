/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-report.h"

#include "mp-i18n.h"

#include "mp-chart.h"
#include "mp-pages.h"
#include "mp-rules.h"
#include "mp-words.h"

#define CHART_MONTHS 36

G_DEFINE_QUARK (mp-report-error-quark, mp_report_error)

typedef struct {
  const MpCase *kase;
  const MpScenario *scenario;
  const MpReportOptions *options;
  const MpProjection *projection; /* explained */
  const MpProjection *without;
  MpPages *pages;
} Report;

static char *
money (MpMoney amount)
{
  return amount == MP_MONEY_NONE ? g_strdup ("–") : mp_money_to_display (amount);
}

static gboolean
is_estimated (const MpProjection *p)
{
  for (guint i = 0; i < p->n_months; i++)
    if (mp_projection_month (p, i)->estimated != 0)
      return TRUE;
  return FALSE;
}

/* "Jun 2026 to Feb 2027" */
static char *
short_period (MpMonth from, MpMonth to)
{
  g_autofree char *first = mp_words_short_month (from);
  g_autofree char *last = mp_words_short_month (to);

  return from == to ? g_strdup (first) : g_strdup_printf (_("%s to %s"), first, last);
}

static void
front (Report *self)
{
  const MpProjection *p = self->projection;
  g_autofree char *months = mp_words_period (p->start, p->start + (MpMonth) p->n_months - 1);
  const char *name = self->options->without_name ? NULL : self->kase->beneficiary.name;
  const char *state = self->kase->beneficiary.state;
  g_autofree char *who = name != NULL && *state != '\0' ? g_strdup_printf (_("For %s, %s."), name, state)
                         : name != NULL ? g_strdup_printf (_("For %s."), name) : g_strdup (_("For you."));
  g_autofree char *text = g_strdup_printf (_("%s Plan: %s. %s."), who, self->scenario->name, months);

  if (self->options->prepared_by != NULL)
    mp_pages_note (self->pages, self->options->prepared_by);
  mp_pages_title (self->pages, _("Benefits Summary and Analysis"));
  mp_pages_paragraph (self->pages, text);
}

static void
in_short (Report *self)
{
  const MpTotals *t = &self->projection->totals;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (items, mp_words_lead (self->projection, self->without));
  g_ptr_array_add (items, mp_words_sub (self->projection));
  if (t->en > 0)
    {
      g_autofree char *plain = money (t->en);
      g_autofree char *en = g_strdup_printf ("%s%s", is_estimated (self->projection) ? "≈\302\240" : "", plain);
      g_ptr_array_add (items, g_strdup_printf (_("Social Security pays your Employment Network %s over these months. You pay nothing for it."), en));
    }
  g_ptr_array_add (items, g_strdup (_("Report your pay and every change of your work to Social Security, and keep a copy.")));
  g_ptr_array_add (items, NULL);
  mp_pages_heading (self->pages, _("In short"), 60);
  mp_pages_list (self->pages, (char *const *) items->pdata);
}

/* The source of the fact that a pointer begins with. */
static const MpSource *
find_source (const MpCase *kase, const char *prefix)
{
  for (guint i = 0; i < kase->n_sources; i++)
    if (kase->sources[i].pointer != NULL && g_str_has_prefix (kase->sources[i].pointer, prefix))
      return &kase->sources[i];
  return NULL;
}

static char *
source_text (const MpSource *source)
{
  static const char *const kinds[] = { N_("not said"), N_("BPQY"), N_("letter of Social Security"), N_("a document"), N_("your word"), N_("a judgement") };
  g_autofree char *on = NULL;

  if (source == NULL)
    return g_strdup (_("not said"));
  if (source->on.month == MP_MONTH_NONE)
    return g_strdup (_(kinds[source->by]));
  on = mp_date_to_string (source->on);
  return g_strdup_printf ("%s, %s", _(kinds[source->by]), on);
}

static char *
checked_text (const MpSource *source)
{
  static const char *const checked[] = { N_("still to check"), N_("yes"), N_("no"), N_("not needed") };

  if (source != NULL && source->ask != NULL)
    return g_strdup_printf (_("ask %s"), source->ask);
  return g_strdup (_(checked[source != NULL ? source->checked : MP_CHECKED_UNKNOWN]));
}

static void
fact (Report *self, const char *what, const char *amount, const char *prefix)
{
  const MpSource *source = find_source (self->kase, prefix);
  g_autofree char *from = source_text (source);
  g_autofree char *checked = checked_text (source);

  mp_pages_table_row (self->pages, (const char *const[]) { what, amount, from, checked }, FALSE);
}

static void
what_you_get (Report *self)
{
  static const MpPageColumn columns[] = { { "", 3, FALSE }, { "", 2, FALSE }, { "", 2.2, FALSE }, { "", 1.8, FALSE } };
  MpPageColumn titled[4];
  const char *titles[] = { _("Benefit"), _("Each month"), _("Source"), _("Checked") };
  const MpMonthRow *now = mp_projection_month (self->without, 0);
  const MpCase *kase = self->kase;

  for (guint i = 0; i < 4; i++)
    titled[i] = columns[i], titled[i].title = titles[i];
  mp_pages_heading (self->pages, _("1. What you get now, and how we know"), 60);
  mp_pages_table_begin (self->pages, titled, 4, 9);
  if (kase->ssdi.present)
    {
      g_autofree char *amount = money (now->ssdi.benefit);
      g_autofree char *used = g_strdup_printf (ngettext ("%u month", "%u months", kase->ssdi.history.n_twp_months), kase->ssdi.history.n_twp_months);
      fact (self, _("SSDI"), amount, "/ssdi/amounts");
      if (kase->ssdi.history.present)
        fact (self, _("Trial work months of the record"), used, "/ssdi/history");
      if (now->ssdi.medicare_a || now->ssdi.medicare_b)
        fact (self, _("Medicare"), now->ssdi.medicare_b ? _("Parts A and B") : _("Part A"), "/ssdi/medicare");
    }
  if (kase->ssi.present)
    {
      g_autofree char *amount = money (now->ssi.payment);
      fact (self, _("SSI"), amount, "/ssi");
      fact (self, _("Medicaid"), now->ssi.medicaid ? _("yes") : _("no"), "/ssi/medicaid");
    }
  if (kase->ticket.present || self->scenario->ticket.present)
    fact (self, _("Ticket to Work"), mp_words_ticket_status (now->ticket.status), "/ticket");
  mp_pages_table_end (self->pages);
  mp_pages_note (self->pages, _("The amounts are those of the first month of this plan without work."));
}

static char *
hours_text (gint64 hundredths)
{
  if (hundredths == MP_MONEY_NONE)
    return g_strdup ("–");
  if (hundredths % 100 == 0)
    return g_strdup_printf ("%d", (int) (hundredths / 100));
  return g_strdup_printf ("%d.%02d", (int) (hundredths / 100), (int) (hundredths % 100));
}

static void
work_plan (Report *self)
{
  const MpPageColumn columns[] = {
    { _("Step"), 0.7, FALSE }, { _("Work"), 2.4, FALSE }, { _("When"), 3, FALSE }, { _("Hours a week"), 1.4, TRUE },
    { _("Pay an hour"), 1.4, TRUE }, { _("Pay in its first month"), 1.6, TRUE },
  };
  const MpProjection *p = self->projection;

  mp_pages_heading (self->pages, _("2. Your work plan"), 60);
  if (self->scenario->n_work == 0)
    {
      mp_pages_paragraph (self->pages, _("This plan has no work."));
      return;
    }
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns), 9);
  for (guint i = 0; i < self->scenario->n_work; i++)
    {
      const MpWork *work = &self->scenario->work[i];
      g_autofree char *from = mp_words_short_month (work->when.from);
      g_autofree char *when = work->when.to == MP_MONTH_OPEN ? g_strdup_printf (_("%s and on"), from) : short_period (work->when.from, work->when.to);
      g_autofree char *step = g_strdup_printf ("%u", i + 1);
      g_autofree char *hours = hours_text (work->hours_per_week);
      g_autofree char *hourly = money (work->hourly);
      MpMonth first = MAX (work->when.from, p->start);
      gboolean shown = work->monthly != MP_MONEY_NONE || first < p->start + (MpMonth) p->n_months;
      g_autofree char *monthly = work->monthly != MP_MONEY_NONE ? money (work->monthly)
                                 : shown ? money (mp_projection_month (p, (guint) (first - p->start))->work.earned) : g_strdup ("–");

      mp_pages_table_row (self->pages, (const char *const[]) { step, work->name != NULL ? work->name : _("Work"), when, hours, hourly, monthly }, FALSE);
    }
  mp_pages_table_end (self->pages);
  mp_pages_note (self->pages, _("All amounts are before taxes."));
}

/* The events that the numbers of the picture stand for. */
static void
pins (Report *self, const MpChartModel *model)
{
  MpChartPin list[MP_CHART_MAX_PINS];
  guint n = mp_chart_pins (model, list);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *month = mp_words_short_month (list[i].month);
      g_string_append_printf (text, "%s%u\302\240%s, %s", i > 0 ? "; " : "", i + 1, mp_words_event (list[i].code), month);
    }
  if (n > 0)
    mp_pages_note (self->pages, text->str);
}

static void
picture (Report *self)
{
  const MpProjection *p = self->projection;
  double width = mp_pages_width (self->pages);

  for (guint first = 0; first < p->n_months; first += CHART_MONTHS)
    {
      guint n = MIN (CHART_MONTHS, p->n_months - first);
      g_autoptr (MpChart) chart = mp_chart_new ();
      MpChartStyle style = { .palette = MP_CHART_PRINT, .patterns = TRUE, .vector = TRUE, .legend = TRUE, .numbered_pins = TRUE, .text_scale = 0.7 };
      MpChartModel model = { .projection = p, .axis_maximum = mp_chart_largest_month (p), .first = first, .n_months = n };
      g_autofree char *months = mp_words_period (p->start + (MpMonth) first, p->start + (MpMonth) (first + n - 1));
      g_autofree char *lead = mp_words_lead (p, self->without);
      g_autofree char *alternative = g_strdup_printf (_("Picture of %s: pay, SSDI, SSI and cash in hand by month, benefits and payments to the Employment Network below. %s The table that follows has the same numbers."), months, lead);
      double height;

      mp_chart_set_style (chart, &style);
      mp_chart_set_model (chart, &model);
      height = mp_chart_natural_height (chart, width); /* with less, it leaves lanes out */
      mp_chart_draw (chart, mp_pages_figure_begin (self->pages, height, alternative), width, height, MP_MONTH_NONE, MP_MONTH_NONE);
      mp_pages_figure_end (self->pages);
      pins (self, &model);
    }
}

static void
folded (Report *self)
{
  static const MpColumn shown[] = { MP_COLUMN_PAY, MP_COLUMN_SSDI, MP_COLUMN_SSI, MP_COLUMN_SHARE, MP_COLUMN_NET };
  const MpPageColumn columns[] = {
    { _("Months"), 3, FALSE }, { _("Pay"), 1.5, TRUE }, { _("SSDI"), 1.5, TRUE }, { _("SSI"), 1.5, TRUE },
    { _("From EN"), 1.5, TRUE }, { _("Cash in hand"), 1.8, TRUE },
  };
  const MpProjection *p = self->projection;
  MpMonth lead = mp_words_lead_month (p);

  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns), 8);
  for (guint i = 0, next; i < p->n_months; i = next)
    {
      MpMonth from = p->start + (MpMonth) i, to;
      g_autofree char *months = NULL;
      char *cells[G_N_ELEMENTS (shown)];

      for (next = i + 1; next < p->n_months && mp_words_same (p, i, next);)
        next++;
      to = p->start + (MpMonth) next - 1;
      months = short_period (from, to);
      for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
        cells[k] = mp_words_cell (p, i, shown[k]);
      mp_pages_table_row (self->pages, (const char *const[]) { months, cells[0], cells[1], cells[2], cells[3], cells[4] }, lead == from);
      for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
        g_free (cells[k]);
    }
  mp_pages_table_end (self->pages);
}

static void
totals (Report *self)
{
  const MpTotals *t = &self->projection->totals;
  const MpPageColumn columns[] = {
    { _("All months"), 1.2, FALSE }, { _("Pay"), 1.5, TRUE }, { _("SSDI"), 1.5, TRUE }, { _("SSI, federal"), 1.4, TRUE },
    { _("SSI, state"), 1.3, TRUE }, { _("To the EN"), 1.4, TRUE }, { _("From EN"), 1.3, TRUE }, { _("Cash in hand"), 1.6, TRUE },
  };
  const MpMoney amounts[] = { t->earnings, t->ssdi, t->ssi_federal, t->ssi_state, t->en, t->share, t->net };
  char *cells[G_N_ELEMENTS (amounts)];

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    cells[i] = money (amounts[i]);
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns), 8);
  mp_pages_table_row (self->pages, (const char *const[]) { is_estimated (self->projection) ? _("Totals ≈") : _("Totals"), cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6] }, TRUE);
  mp_pages_table_end (self->pages);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    g_free (cells[i]);
}

static void
ticket_payments (Report *self)
{
  const MpPageColumn columns[] = { { _("Month"), 1.4, FALSE }, { _("Payment"), 3, FALSE }, { _("Code"), 1, FALSE }, { _("Paid to"), 3, FALSE }, { _("Amount"), 1.6, TRUE } };
  const MpProjection *p = self->projection;
  guint n = 0;

  for (guint i = 0; i < p->n_months; i++)
    n += mp_projection_month (p, i)->ticket.n_payments;
  if (n == 0)
    return;
  mp_pages_heading (self->pages, _("4. Ticket to Work: what your Employment Network is paid"), 60);
  mp_pages_paragraph (self->pages, _("Social Security makes these payments. They never come out of your pay or your benefits."));
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns), 8.5);
  for (guint i = 0; i < p->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (p, i);
      const MpTicketPayment *payments = mp_projection_payments (p, row);
      g_autofree char *month = mp_words_short_month (row->month);

      for (guint k = 0; k < row->ticket.n_payments; k++)
        {
          char code[MP_TICKET_CODE_TEXT_SIZE];
          g_autofree char *what = mp_words_ticket_code (payments[k].code);
          g_autofree char *plain = money (payments[k].amount);
          g_autofree char *amount = g_strdup_printf ("%s%s", payments[k].estimated ? "≈ " : "", plain);

          mp_pages_table_row (self->pages, (const char *const[]) { month, what, mp_ticket_code_to_text (payments[k].code, code),
                              payments[k].provider != NULL ? payments[k].provider : "", amount }, FALSE);
        }
    }
  mp_pages_table_end (self->pages);
}

static void
assumptions (Report *self)
{
  const MpCase *kase = self->kase;
  const MpProjection *p = self->projection;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  mp_pages_heading (self->pages, _("5. What we assumed, and what to watch"), 60);
  g_ptr_array_add (items, g_strdup (_("Figures marked ≈ rest on amounts that are not published yet; the last published ones are carried forward.")));
  if (kase->assumptions.cola_given)
    {
      g_autofree char *percent = mp_value_to_display (&MP_PERCENT_VALUE ("cola", kase->assumptions.cola_percent), TRUE);
      g_ptr_array_add (items, g_strdup_printf (_("Cost-of-living increases not yet published are taken as %s a year."), percent));
    }
  for (guint i = 0; i < MP_N_READINGS; i++)
    if (kase->assumptions.reading_given[i])
      g_ptr_array_add (items, g_strdup_printf (_("Where the rules can be read in several ways, %s is read as “%s”."), mp_reading_key (i),
                                               mp_reading_names (i)[kase->assumptions.readings[i]]));
  for (guint i = 0; i < p->warnings->len; i++)
    g_ptr_array_add (items, mp_message_format (&g_array_index (p->warnings, MpWarning, i).message, TRUE));
  g_ptr_array_add (items, NULL);
  mp_pages_list (self->pages, (char *const *) items->pdata);
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
citations (Report *self)
{
  const MpPageColumn columns[] = { { _("Rule"), 1, FALSE }, { _("What it is about"), 4, FALSE }, { _("Where it is written"), 5, FALSE } };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const GArray *trace = self->projection->trace;

  for (guint i = 0; i < trace->len; i++)
    {
      const MpTraceEntry *entry = &g_array_index (trace, MpTraceEntry, i);
      if (entry->rule != NULL && mp_rule_find (entry->rule) != NULL && g_hash_table_add (seen, (gpointer) entry->rule))
        g_ptr_array_add (ids, (gpointer) entry->rule);
    }
  if (ids->len == 0)
    return;
  g_ptr_array_sort (ids, compare_ids);
  mp_pages_heading (self->pages, _("6. The rules that decided"), 60);
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns), 8);
  for (guint i = 0; i < ids->len; i++)
    {
      const MpRule *rule = mp_rule_find (ids->pdata[i]);
      mp_pages_table_row (self->pages, (const char *const[]) { rule->id, rule->title, rule->citation }, FALSE);
    }
  mp_pages_table_end (self->pages);
}

/* "P1M1, P1M2" */
static char *
payment_codes (const MpProjection *p, guint i)
{
  const MpMonthRow *row = mp_projection_month (p, i);
  GString *codes = g_string_new (NULL);

  for (guint k = 0; k < row->ticket.n_payments; k++)
    {
      char code[MP_TICKET_CODE_TEXT_SIZE];
      g_string_append_printf (codes, "%s%s", k > 0 ? ", " : "", mp_ticket_code_to_text (mp_projection_payments (p, row)[k].code, code));
    }
  return g_string_free (codes, FALSE);
}

static void
appendix (Report *self)
{
  static const MpColumn shown[] = {
    MP_COLUMN_MONTH, MP_COLUMN_PAY, MP_COLUMN_SSDI, MP_COLUMN_SSDI_STATUS, MP_COLUMN_SSI, MP_COLUMN_SSI_STATUS,
    MP_COLUMN_TICKET, MP_COLUMN_EN, MP_COLUMN_SHARE, MP_COLUMN_NET,
  };
  static const double weights[] = { 1.05, 1.25, 1.15, 1.55, 1.15, 1.85, 0.85, 1.3, 1.1, 1.35 };
  MpPageColumn columns[G_N_ELEMENTS (shown)];
  const MpProjection *p = self->projection;

  for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
    columns[k] = (MpPageColumn) { shown[k] == MP_COLUMN_TICKET ? _("Code") : mp_words_column (shown[k]), weights[k], k == 1 || k == 2 || k == 4 || k >= 7 };
  mp_pages_break (self->pages);
  mp_pages_heading (self->pages, _("Appendix A. Month by month"), 60);
  mp_pages_note (self->pages, _("≈ marks an amount that rests on a figure not published yet. The codes of payments are those of section 4."));
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns), 6.8);
  for (guint i = 0; i < p->n_months; i++)
    {
      char *cells[G_N_ELEMENTS (shown)];

      for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
        cells[k] = shown[k] == MP_COLUMN_TICKET ? payment_codes (p, i) : mp_words_cell (p, i, shown[k]);
      mp_pages_table_row (self->pages, (const char *const *) cells, FALSE);
      for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
        g_free (cells[k]);
    }
  mp_pages_table_end (self->pages);
}

static void
write_sections (Report *self)
{
  g_autofree char *lead = mp_words_lead (self->projection, self->without);

  front (self);
  in_short (self);
  what_you_get (self);
  work_plan (self);
  mp_pages_break (self->pages);
  mp_pages_heading (self->pages, _("3. Month by month"), 300);
  mp_pages_subheading (self->pages, lead);
  picture (self);
  folded (self);
  totals (self);
  mp_pages_note (self->pages, _("Same numbers as the picture. The table of every month is in appendix A."));
  ticket_payments (self);
  assumptions (self);
  citations (self);
  appendix (self);
}

static MpPages *
lay_out (Report *self, guint n_pages)
{
  const char *day = self->options->prepared_on;
  g_autofree char *foot = g_strdup_printf ("%s%s%s%s", day != NULL ? day : "", day != NULL ? " · " : "",
                                           _("This is an estimate from the facts listed here. Only Social Security decides. "
                                             "If a fact changes, the numbers change. Not legal or tax advice. Figures "),
                                           MP_PARAMETERS_VERSION);
  MpPages *pages = mp_pages_new (self->options, _("Benefits Summary and Analysis"), foot, n_pages);

  self->pages = pages;
  write_sections (self);
  return pages;
}

/**
 * mp_report_render:
 * @kase: a case without problems
 * @scenario: number of the plan
 * @parameters: the published figures
 * @options: (nullable): %NULL for Letter size and no dates
 * @error: return location
 *
 * Projects a plan and lays out its report. Amounts are those of mp_project(); nothing is computed here.
 *
 * Returns: (transfer full) (nullable): a PDF file, or %NULL with an error of mp_project() or %MP_REPORT_ERROR
 */
GBytes *
mp_report_render (const MpCase *kase, guint scenario, const MpParameters *parameters, const MpReportOptions *options, GError **error)
{
  static const MpReportOptions plain;
  g_autoptr (MpProjection) projection = mp_projection_new ();
  g_autoptr (MpProjection) without = mp_projection_new ();
  g_autoptr (MpPages) counted = NULL;
  g_autoptr (MpPages) pages = NULL;
  Report self = { kase, NULL, options != NULL ? options : &plain, projection, without, NULL };

  if (scenario >= kase->n_scenarios)
    {
      g_set_error_literal (error, MP_REPORT_ERROR, MP_REPORT_ERROR_NO_SCENARIO, _("The case has no such plan."));
      return NULL;
    }
  self.scenario = &kase->scenarios[scenario];
  if (!mp_project (projection, kase, scenario, parameters, MP_PROJECT_EXPLAIN, error)
      || !mp_project (without, kase, scenario, parameters, MP_PROJECT_WITHOUT_WORK, error))
    return NULL;
  /* Twice: the foot says how many pages there are. */
  counted = lay_out (&self, 0);
  pages = lay_out (&self, mp_pages_count (counted));
  return mp_pages_finish (pages, error);
}

/**
 * mp_report_write:
 * @kase: a case without problems
 * @scenario: number of the plan
 * @parameters: the published figures
 * @options: (nullable): %NULL for Letter size and no dates
 * @path: the file
 * @error: return location
 *
 * Writes the report of mp_report_render(), whole or not at all.
 *
 * Returns: %FALSE with an error, also of %G_FILE_ERROR
 */
gboolean
mp_report_write (const MpCase *kase, guint scenario, const MpParameters *parameters, const MpReportOptions *options, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = mp_report_render (kase, scenario, parameters, options, error);
  gconstpointer data;
  gsize length;

  if (pdf == NULL)
    return FALSE;
  data = g_bytes_get_data (pdf, &length);
  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}
