/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The signature picture and the tables of the same numbers. */

#include "mp-report-private.h"

#define CHART_MONTHS 36

/* The events that the numbers of the picture stand for. */
static void
pins (MpReport *self, const MpChartModel *model)
{
  MpChartPin list[MP_CHART_MAX_PINS];
  guint n = mp_chart_pins (model, list);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *month = mp_words_short_month (list[i].month);
      g_string_append_printf (text, "%s<b>%u</b>\302\240%s, %s", i > 0 ? "   " : "", i + 1, mp_words_event (list[i].code), month);
    }
  if (n > 0)
    mp_pages_note (self->pages, text->str);
}

static void
picture (MpReport *self, guint first, guint n)
{
  const MpProjection *p = self->projection;
  MpChart *chart = self->chart;
  MpChartModel model = { .projection = p, .axis_maximum = mp_chart_largest_month (p), .first = first, .n_months = n };
  g_autofree char *months = mp_words_period (p->start + (MpMonth) first, p->start + (MpMonth) (first + n - 1));
  g_autofree char *lead = mp_words_lead (p, self->without);
  /* Translators: months, then a sentence */
  g_autofree char *alternative = g_strdup_printf (_("Picture of %1$s: pay, SSDI, SSI and cash in hand by month; SSDI, SSI, health, Ticket and payments to the EN below. %2$s The table that follows has the same numbers."), months, lead);
  double width, height;
  cairo_t *cr;

  mp_chart_set_model (chart, &model);
  if (self->options->large_print)
    mp_pages_lying_begin (self->pages);
  width = mp_pages_width (self->pages);
  height = self->options->large_print ? mp_pages_room (self->pages) - 190 /* headings above, pins below */
           : mp_chart_natural_height (chart, width); /* with less, it leaves lanes out */
  cr = mp_pages_figure_begin (self->pages, height, alternative);
  if (cr != NULL)
    mp_chart_draw (chart, cr, width, height, MP_MONTH_NONE, MP_MONTH_NONE);
  mp_pages_figure_end (self->pages);
  pins (self, &model);
  if (self->options->large_print)
    mp_pages_lying_end (self->pages);
}

/* Runs of equal months in one row; the month that the lead sentence is about is marked. */
static void
folded (MpReport *self, guint first, guint n)
{
  static const MpColumn shown[] = { MP_COLUMN_PAY, MP_COLUMN_SSDI, MP_COLUMN_SSI, MP_COLUMN_SHARE, MP_COLUMN_NET };
  const MpPageColumn columns[] = {
    { _("Months"), 2.6, FALSE }, { _("Pay"), 1.5, TRUE }, { _("SSDI"), 1.5, TRUE }, { _("SSI"), 1.5, TRUE },
    { _("From EN"), 1.5, TRUE }, { _("Cash in hand"), 1.8, TRUE },
  };
  const MpProjection *p = self->projection;
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
  mp_pages_table_end (self->pages);
}

static void
totals (MpReport *self)
{
  const MpTotals *t = &self->projection->totals;
  const MpPageColumn columns[] = {
    { _("All months"), 1.2, FALSE }, { _("Pay"), 1.5, TRUE }, { _("SSDI"), 1.5, TRUE }, { _("SSI, federal"), 1.4, TRUE },
    { _("SSI, state"), 1.3, TRUE }, { _("To the EN"), 1.4, TRUE }, { _("From EN"), 1.3, TRUE }, { _("Cash in hand"), 1.6, TRUE },
  };
  const MpMoney amounts[] = { t->earnings, t->ssdi, t->ssi_federal, t->ssi_state, t->en, t->share, t->net };
  char *cells[G_N_ELEMENTS (amounts)];

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    cells[i] = mp_report_money (amounts[i]);
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  mp_pages_table_row (self->pages, (const char *const[]) { mp_report_is_estimated (self->projection) ? _("Totals ≈") : _("Totals"),
                      cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6] }, TRUE);
  mp_pages_table_end (self->pages);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    g_free (cells[i]);
}

void
mp_report_months (MpReport *self)
{
  const MpProjection *p = self->projection;
  g_autofree char *lead = mp_words_lead (p, self->without);

  mp_report_heading (self, _("Month by month"));
  mp_pages_subheading (self->pages, lead);
  for (guint first = 0; first < p->n_months; first += CHART_MONTHS)
    {
      guint n = MIN (CHART_MONTHS, p->n_months - first);

      if (first > 0)
        {
          g_autofree char *months = mp_words_period (p->start + (MpMonth) first, p->start + (MpMonth) (first + n - 1));
          mp_pages_subheading (self->pages, months);
        }
      picture (self, first, n);
      folded (self, first, n);
    }
  totals (self);
  mp_pages_note (self->pages, _("Same numbers as the picture. The appendix has a row for every month. The EN is paid by Social Security, not by you."));
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

void
mp_report_appendix (MpReport *self)
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
  mp_pages_heading (self->pages, _("Appendix: month by month"));
  mp_pages_note (self->pages, _("≈ marks an amount that rests on a figure not published yet. The codes are those of the payments to the EN."));
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
