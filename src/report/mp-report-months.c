/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The signature picture and the tables of the same numbers. */

#include <math.h>

#include "mp-report-private.h"

/* How many months a picture shows: a plan of many years changes little in most of them. */
static guint
chart_months (const MpProjection *p)
{
  return p->n_months <= 72 ? 36 : p->n_months <= 240 ? 60 : 120;
}

/* The events that the numbers of the picture stand for; NULL: there is none. */
char *
mp_report_pins (const MpChartModel *model)
{
  MpChartPin list[MP_CHART_MAX_PINS];
  guint n = mp_chart_pins (model, list);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *month = mp_words_short_month (list[i].month);
      g_string_append_printf (text, "%s<b>%u</b>\302\240%s, %s", i > 0 ? "   " : "", i + 1, mp_words_event (list[i].code), month);
    }
  return n > 0 ? g_strdup (text->str) : NULL;
}

/* Months of a plan in one picture and one table. */
typedef struct {
  MpReport *report;
  const MpProjection *projection, *without;
  guint first, n;
  MpChartModel model;
  char *pins;                   /* or NULL */
} Span;

/* Smaller than this, its words are hard to read: then the picture waits for the next page. */
#define LEAST_SHARE 0.8

static double
pins_height (const Span *span)
{
  return span->pins != NULL ? mp_pages_note_height (span->report->pages, span->pins) : 0;
}

static void
picture (gpointer data)
{
  const Span *span = data;
  MpReport *self = span->report;
  const MpProjection *p = span->projection;
  g_autofree char *months = mp_words_period (p->start + (MpMonth) span->first, p->start + (MpMonth) (span->first + span->n - 1));
  g_autofree char *lead = mp_words_lead (p, span->without);
  /* Translators: months, then a sentence */
  g_autofree char *alternative = g_strdup_printf (_("Picture of %1$s: pay, SSDI, SSI and cash in hand by month; SSDI, SSI, health, Ticket and payments to the EN below. %2$s The table beside it has the same numbers."), months, lead);
  double width, height, smaller = 1;
  cairo_t *cr;

  if (self->options->large_print)
    mp_pages_lying_begin (self->pages);
  width = mp_pages_width (self->pages);
  height = mp_pages_left (self->pages) - pins_height (span) - 12;
  if (!self->options->large_print)
    {
      double natural = mp_chart_natural_height (self->chart, width); /* with less, it would leave lanes out */

      smaller = MIN (height / natural, 1);
      height = natural * smaller;
    }
  cr = mp_pages_figure_begin (self->pages, height, alternative);
  if (cr != NULL)
    {
      cairo_scale (cr, smaller, smaller);
      mp_chart_draw (self->chart, cr, width / smaller, height / smaller, MP_MONTH_NONE, MP_MONTH_NONE);
    }
  mp_pages_figure_end (self->pages);
  if (span->pins != NULL)
    mp_pages_note (self->pages, span->pins);
  if (self->options->large_print)
    mp_pages_lying_end (self->pages);
}

static void
sum_row (MpReport *self, const MpProjection *p)
{
  const MpTotals *t = &p->totals;
  const MpMoney amounts[] = { t->earnings, t->ssdi, t->ssi, t->share, t->net };
  char *cells[G_N_ELEMENTS (amounts)];

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    cells[i] = mp_report_money (amounts[i]);
  mp_pages_table_row (self->pages, (const char *const[]) { mp_report_is_estimated (p) ? _("All months ≈") : _("All months"),
                      cells[0], cells[1], cells[2], cells[3], cells[4] }, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    g_free (cells[i]);
}

/* Runs of equal months in one row; the month that the lead sentence is about is marked. */
static void
folded (MpReport *self, const MpProjection *p, guint first, guint n)
{
  static const MpColumn shown[] = { MP_COLUMN_PAY, MP_COLUMN_SSDI, MP_COLUMN_SSI, MP_COLUMN_SHARE, MP_COLUMN_NET };
  const MpPageColumn columns[] = {
    { _("Months"), 2.6, FALSE }, { _("Pay"), 1.5, TRUE }, { _("SSDI"), 1.5, TRUE }, { _("SSI"), 1.5, TRUE },
    { _("From EN"), 1.5, TRUE }, { _("Cash in hand"), 1.8, TRUE },
  };
  MpMonth lead = mp_words_lead_month (p);

  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  for (guint i = first, next; i < first + n; i = next)
    {
      MpMonth from = p->start + (MpMonth) i;
      g_autofree char *months = NULL;
      char *cells[G_N_ELEMENTS (shown)];

      for (next = i + 1; next < first + n && mp_words_same (p, i, next);)
        next++;
      months = mp_report_period (from, p->start + (MpMonth) next - 1);
      for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
        cells[k] = mp_words_cell (p, i, shown[k]);
      mp_pages_table_row (self->pages, (const char *const[]) { months, cells[0], cells[1], cells[2], cells[3], cells[4] },
                          lead != MP_MONTH_NONE && lead >= from && lead < p->start + (MpMonth) next);
      for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
        g_free (cells[k]);
    }
  if (first + n == p->n_months)
    sum_row (self, p);
  mp_pages_table_end (self->pages);
}

/* What a note is on: a month, a plan, the case. */
static char *
note_place (const MpCase *kase, const MpPinned *note)
{
  if (note->month != MP_MONTH_NONE)
    return mp_month_to_display (note->month, TRUE);
  if (note->about != NULL && g_str_has_prefix (note->about, "/scenarios/"))
    return g_strdup (kase->scenarios[g_ascii_strtoull (note->about + strlen ("/scenarios/"), NULL, 10)].name);
  return NULL;
}

/* place: (nullable) */
static void
add_note (GPtrArray *items, const char *place, const char *note)
{
  mp_report_add (items, place != NULL ? g_strdup_printf ("<b>%s:</b> %s", place, note) : g_strdup (note));
}

/* Notes of the counselor that are meant for the person. */
static void
notes (MpReport *self)
{
  const MpCase *kase = self->kase;
  GPtrArray *items = mp_report_items ();

  for (guint i = 0; i < kase->n_pinned; i++)
    if (kase->pinned[i].client && kase->pinned[i].text != NULL)
      {
        g_autofree char *place = note_place (kase, &kase->pinned[i]);

        add_note (items, place, kase->pinned[i].text);
      }
  for (guint i = 0; i < kase->n_sources; i++)
    if (kase->sources[i].client && kase->sources[i].note != NULL)
      add_note (items, mp_report_fact_words (kase->sources[i].pointer), kase->sources[i].note);
  if (items->len == 0)
    {
      g_ptr_array_unref (items);
      return;
    }
  mp_pages_subheading (self->pages, _("Notes"));
  mp_report_list (self, items);
}

static void
draw_span (MpReport *self, const MpProjection *p, const MpProjection *without, guint first, guint n)
{
  Span span = { self, p, without, first, n, { .projection = p, .axis_maximum = mp_chart_largest_month (p), .first = first, .n_months = n }, NULL };
  double natural;

  mp_chart_set_model (self->chart, &span.model);
  span.pins = mp_report_pins (&span.model);
  natural = mp_chart_natural_height (self->chart, mp_pages_width (self->pages));
  mp_pages_float (self->pages, self->options->large_print ? INFINITY : natural * LEAST_SHARE + pins_height (&span) + 12, picture, &span);
  folded (self, p, first, n);
  mp_pages_float_end (self->pages);
  g_free (span.pins);
}

void
mp_report_draw_months (MpReport *self, const MpProjection *p, const MpProjection *without)
{
  guint step = chart_months (p);

  for (guint first = 0; first < p->n_months; first += step)
    {
      guint n = MIN (step, p->n_months - first);

      if (first > 0)
        {
          g_autofree char *months = mp_words_period (p->start + (MpMonth) first, p->start + (MpMonth) (first + n - 1));
          mp_pages_subheading (self->pages, months);
        }
      draw_span (self, p, without, first, n);
    }
}

void
mp_report_months (MpReport *self)
{
  g_autofree char *lead = mp_words_lead (self->projection, self->without);

  mp_report_heading (self, _("Month by month"));
  mp_pages_subheading (self->pages, lead);
  mp_report_draw_months (self, self->projection, self->without);
  notes (self);
}

/* Each plan as the one of the report: its sentence, picture and table. */
void
mp_report_plans (MpReport *self)
{
  if (self->others->len == 0)
    return;
  mp_report_heading (self, _("The other plans, month by month"));
  for (guint i = 0; i < self->others->len; i++)
    {
      const MpReportPlan *plan = &g_array_index (self->others, MpReportPlan, i);
      g_autofree char *lead = mp_words_lead (plan->projection, plan->without);
      /* Translators: number and name of a plan, and a sentence about it */
      g_autofree char *heading = g_strdup_printf (_("Plan %1$u, %2$s: %3$s"), i + 2, self->kase->scenarios[plan->index].name, lead);

      mp_pages_subheading (self->pages, heading);
      mp_report_draw_months (self, plan->projection, plan->without);
    }
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
totals (MpReport *self)
{
  const MpTotals *t = &self->projection->totals;
  g_autofree char *federal = mp_report_money (t->ssi_federal), *state = mp_report_money (t->ssi_state);
  g_autofree char *en = mp_report_about (t->en, mp_report_is_estimated (self->projection));
  g_autofree char *text = self->kase->ssi.present
                          /* Translators: three amounts */
                          ? g_strdup_printf (_("In all: SSI %1$s federal and %2$s from the state; to the EN %3$s, paid by Social Security, not by you."), federal, state, en)
                          : g_strdup_printf (_("In all: to the EN %s, paid by Social Security, not by you."), en);

  mp_pages_note (self->pages, text);
}

void
mp_report_appendix (MpReport *self)
{
  static const MpColumn shown[] = {
    MP_COLUMN_MONTH, MP_COLUMN_PAY, MP_COLUMN_SSDI, MP_COLUMN_SSDI_STATUS, MP_COLUMN_SSI, MP_COLUMN_SSI_STATUS,
    MP_COLUMN_TICKET, MP_COLUMN_EN, MP_COLUMN_SHARE, MP_COLUMN_NET,
  };
  static const double weights[] = { 1, 1.1, 1.1, 1.9, 1.05, 1.95, 0.85, 1.2, 1, 1.25 };
  MpPageColumn columns[G_N_ELEMENTS (shown)];
  const MpProjection *p = self->projection;

  for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
    columns[k] = (MpPageColumn) { shown[k] == MP_COLUMN_TICKET ? _("Code") : mp_words_column (shown[k]), weights[k], k == 1 || k == 2 || k == 4 || k >= 7 };
  mp_pages_break (self->pages);
  mp_pages_heading (self->pages, _("Appendix: month by month"));
  mp_pages_note (self->pages, _("≈ marks an amount that rests on a figure not published yet. The codes are those of the payments to the EN."));
  totals (self);
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
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
