/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plans beside each other, and cash for any pay in one month. */

#include <math.h>

#include "mp-compare.h"
#include "mp-curve-chart.h"
#include "mp-lines.h"
#include "mp-report-private.h"
#include "mp-words-compare.h"

#define CURVE_STEP mp_dollars (250)
#define MAX_PLANS MP_LINES_MAX_PLANS

/* The plan of the report and others beside it, as many as stand in a picture and a table. */
typedef struct {
  guint n;
  guint number[MAX_PLANS];      /* in the report, from 1 */
  const char *name[MAX_PLANS];
  const MpProjection *projection[MAX_PLANS];
  MpPlanSummary summary[MAX_PLANS];
} Plans;

/* first: number of the first of the others, from 0 */
static void
read_plans (MpReport *self, guint first, Plans *plans)
{
  *plans = (Plans) { .n = 1, .number = { 1 }, .name = { self->scenario->name }, .projection = { self->projection } };
  for (guint i = first; i < self->others->len && plans->n < MAX_PLANS; i++, plans->n++)
    {
      const MpReportPlan *plan = &g_array_index (self->others, MpReportPlan, i);

      plans->number[plans->n] = i + 2;
      plans->name[plans->n] = self->kase->scenarios[plan->index].name;
      plans->projection[plans->n] = plan->projection;
    }
  mp_compare (plans->projection, plans->n, 0, plans->summary);
}

/* Plans beside each other as lines, or as rings on a curve. */
typedef struct {
  MpReport *report;
  const Plans *plans;
  const char *lead;             /* the sentence over the lines */
  MpCurve *curve;
} Figure;

/* What a picture of this height takes at the most. */
static double
figure_room (MpReport *self, double natural)
{
  return self->options->large_print ? INFINITY : MIN (natural, mp_pages_room (self->pages) - 60);
}

/* In large print on a page of its own that lies. */
static cairo_t *
figure_begin (MpReport *self, double natural, const char *alternative, double *width, double *height)
{
  if (self->options->large_print)
    mp_pages_lying_begin (self->pages);
  *width = mp_pages_width (self->pages);
  *height = MIN (natural, self->options->large_print ? mp_pages_left (self->pages) - 4 : figure_room (self, natural));
  return mp_pages_figure_begin (self->pages, *height, alternative);
}

static void
figure_end (MpReport *self)
{
  mp_pages_figure_end (self->pages);
  if (self->options->large_print)
    mp_pages_lying_end (self->pages);
}

static MpLines *
make_lines (MpReport *self, const Plans *plans)
{
  MpLines *lines = mp_lines_new ();
  MpLinesModel model = { .n_plans = plans->n };
  MpChartStyle style;

  for (guint i = 0; i < plans->n; i++)
    {
      model.plans[i] = plans->projection[i];
      model.numbers[i] = plans->number[i];
    }
  mp_report_chart_style (self, &style);
  mp_lines_set_style (lines, &style);
  mp_lines_set_model (lines, &model);
  return lines;
}

static void
lines_picture (gpointer data)
{
  const Figure *figure = data;
  g_autoptr (MpLines) lines = make_lines (figure->report, figure->plans);
  /* Translators: a sentence about the plans */
  g_autofree char *alternative = g_strdup_printf (_("Picture of cash in hand by month, a line for each plan. %s The table beside it has the sums."), figure->lead);
  double width, height;
  cairo_t *cr = figure_begin (figure->report, mp_lines_natural_height (lines, mp_pages_width (figure->report->pages)), alternative, &width, &height);

  if (cr != NULL)
    mp_lines_draw (lines, cr, width, height, MP_MONTH_NONE, MP_MONTH_NONE);
  figure_end (figure->report);
}

static void
difference_table (MpReport *self, const Plans *plans)
{
  MpPageColumn columns[MAX_PLANS + 1] = { { "", 2.2, FALSE } };
  char *names[MAX_PLANS] = { NULL };

  for (guint i = 0; i < plans->n; i++)
    {
      /* Translators: number and name of a plan */
      names[i] = g_strdup_printf (_("%1$u. %2$s"), plans->number[i], plans->name[i]);
      columns[i + 1] = (MpPageColumn) { names[i], 2, FALSE };
    }
  mp_pages_table_begin (self->pages, columns, plans->n + 1);
  mp_pages_table_small (self->pages);
  for (MpCompareColumn line = 0; line < MP_N_COMPARE; line++)
    {
      g_autofree char *title = mp_words_compare_column (line, self->projection->n_months, 0);
      const char *cells[MAX_PLANS + 1] = { title };

      for (guint i = 0; i < plans->n; i++)
        cells[i + 1] = mp_words_compare_cell (&plans->summary[i], line, i == 0);
      mp_pages_table_row (self->pages, cells, line == MP_COMPARE_CASH);
      for (guint i = 0; i < plans->n; i++)
        g_free ((char *) cells[i + 1]);
    }
  mp_pages_table_end (self->pages);
  for (guint i = 0; i < plans->n; i++)
    g_free (names[i]);
}

/* The month the curve is for: when the check first stops, else the last. */
static MpMonth
curve_month (const MpReport *self)
{
  const MpProjection *p = self->projection;
  MpMonth lead = mp_words_lead_month (p);

  return lead != MP_MONTH_NONE ? lead : p->start + (MpMonth) p->n_months - 1;
}

static void
curve_row (MpReport *self, MpCurve *curve, MpMoney earned, const char *mark)
{
  MpCurvePoint point, kept;
  g_autofree char *pay = mp_report_money (earned), *label = NULL;
  char *cells[4];
  guint n = 0;
  gboolean ssdi = self->kase->ssdi.present, about;

  mp_curve_at (curve, earned, MP_CURVE_AS_IT_STANDS, &point);
  mp_curve_at (curve, earned, MP_CURVE_CHECK_KEPT, &kept);
  about = point.estimated != 0;
  label = mark != NULL ? g_strdup_printf ("%s: %s", pay, mark) : g_strdup (pay);
  if (ssdi)
    cells[n++] = mp_report_about (point.ssdi, about);
  cells[n++] = mp_report_about (point.ssi, about);
  cells[n++] = mp_report_about (point.net, about);
  if (ssdi)
    cells[n++] = mp_report_about (kept.net, about);
  mp_pages_table_row (self->pages, (const char *const[]) { label, cells[0], cells[1], ssdi ? cells[2] : NULL, ssdi ? cells[3] : NULL }, mark != NULL);
  while (n > 0)
    g_free (cells[--n]);
}

/* Steps of $250 with the marks between them in their order. */
static void
curve_rows (MpReport *self, MpCurve *curve)
{
  const struct { MpMoney at; const char *name; } marks[] = {
    { self->kase->ssdi.present ? mp_curve_mark (curve, MP_CURVE_TWP) : MP_MONEY_NONE, _("trial work figure") },
    { self->kase->ssdi.present ? mp_curve_mark (curve, MP_CURVE_SGA) : MP_MONEY_NONE, _("SGA limit") },
    { mp_curve_mark (curve, MP_CURVE_BREAK_EVEN), _("break-even") },
    { mp_curve_planned (curve), _("this plan") },
  };
  MpMoney last = 2 * mp_curve_sga (curve);
  MpMoney shown = -1;

  for (MpMoney step = 0; step <= last; step += CURVE_STEP)
    {
      MpMoney at = step;

      for (;;)
        {
          const char *mark = NULL;
          MpMoney next = step;

          for (guint k = 0; k < G_N_ELEMENTS (marks); k++)
            if (marks[k].at != MP_MONEY_NONE && marks[k].at > shown && marks[k].at <= next)
              {
                next = marks[k].at;
                mark = marks[k].name;
              }
          at = next;
          if (at > shown)
            curve_row (self, curve, at, mark);
          shown = at;
          if (at == step)
            break;
        }
    }
}

/* Pay of every plan in the month is a ring on the curve. */
static MpCurveChart *
make_curve_chart (MpReport *self, const Plans *plans, MpCurve *curve)
{
  MpCurveChart *chart = mp_curve_chart_new ();
  MpCurveChartModel model = { .curve = curve, .n_rings = MIN (plans->n, MP_CURVE_CHART_MAX_RINGS), .with_ssdi = self->kase->ssdi.present };
  MpChartStyle style;

  for (guint i = 0; i < model.n_rings; i++)
    model.rings[i] = (MpCurveRing) { plans->number[i], mp_projection_month (plans->projection[i], (guint) (mp_curve_month (curve) - self->projection->start))->work.earned };
  mp_report_chart_style (self, &style);
  mp_curve_chart_set_style (chart, &style);
  mp_curve_chart_set_model (chart, &model);
  return chart;
}

static void
curve_picture (gpointer data)
{
  const Figure *figure = data;
  g_autoptr (MpCurveChart) chart = make_curve_chart (figure->report, figure->plans, figure->curve);
  g_autofree char *lead = mp_words_curve_lead (figure->curve);
  /* Translators: a sentence about the plan's pay */
  g_autofree char *alternative = g_strdup_printf (_("Picture of cash in hand for every pay of the month. %s The table beside it has the numbers."), lead);
  double width, height;
  cairo_t *cr = figure_begin (figure->report, mp_curve_chart_natural_height (chart, mp_pages_width (figure->report->pages)), alternative, &width, &height);

  if (cr != NULL)
    mp_curve_chart_draw (chart, cr, width, height, MP_MONEY_NONE);
  figure_end (figure->report);
}

static void
curve_and_table (MpReport *self, const Plans *plans, MpCurve *curve)
{
  const MpPageColumn ssi_alone[] = { { _("Pay of the month"), 3, FALSE }, { _("SSI"), 1.5, TRUE }, { _("Cash in hand"), 1.7, TRUE } };
  const MpPageColumn with_ssdi[] = { ssi_alone[0], { _("SSDI"), 1.5, TRUE }, ssi_alone[1], ssi_alone[2],
                                     { _("Cash in trial work or grace"), 1.7, TRUE } };
  g_autoptr (MpCurveChart) chart = make_curve_chart (self, plans, curve);
  Figure figure = { self, plans, NULL, curve };

  mp_pages_float (self->pages, figure_room (self, mp_curve_chart_natural_height (chart, mp_pages_width (self->pages))), curve_picture, &figure);
  if (self->kase->ssdi.present)
    mp_pages_table_begin (self->pages, with_ssdi, G_N_ELEMENTS (with_ssdi));
  else
    mp_pages_table_begin (self->pages, ssi_alone, G_N_ELEMENTS (ssi_alone));
  mp_pages_table_small (self->pages);
  curve_rows (self, curve);
  mp_pages_table_end (self->pages);
  mp_pages_float_end (self->pages);
  mp_pages_note (self->pages, _("As things stand before that month, with pay held steady so that the two-month lag of SSI is settled, and work costs as in the plan."));
}

static void
earnings_curve (MpReport *self, const Plans *plans)
{
  MpMonth month = curve_month (self);
  g_autoptr (MpCurve) curve = mp_curve_new (self->kase, self->index, self->parameters, month, NULL);
  g_autofree char *name = mp_report_month (month), *heading = NULL;
  MpMoney even;

  if (curve == NULL)
    return;
  heading = g_strdup_printf (_("What pay brings in %s"), name);
  mp_pages_subheading (self->pages, heading);
  even = mp_curve_mark (curve, MP_CURVE_BREAK_EVEN);
  if (mp_curve_drop (curve) > 0 && even != MP_MONEY_NONE)
    {
      g_autofree char *limit = mp_report_money (mp_curve_mark (curve, MP_CURVE_SGA)), *drop = mp_report_money (mp_curve_drop (curve));
      g_autofree char *again = mp_report_money (even);
      /* Translators: three amounts: the limit, the drop just over it, the pay at which cash is again as at the limit */
      g_autofree char *text = g_strdup_printf (_("Just over %1$s cash in hand is %2$s less. From %3$s of pay on it is again what it is at the limit, or more."), limit, drop, again);
      mp_pages_paragraph (self->pages, text);
    }
  curve_and_table (self, plans, curve);
}

/* Plans beside each other: their sentence, their picture, their sums. */
static void
plans_beside (MpReport *self, const Plans *plans)
{
  g_autofree char *lead = mp_words_compare_lead (plans->name, plans->summary, plans->n, 0);
  g_autoptr (MpLines) lines = make_lines (self, plans);
  Figure figure = { self, plans, lead, NULL };

  mp_pages_subheading (self->pages, lead);
  mp_pages_float (self->pages, figure_room (self, mp_lines_natural_height (lines, mp_pages_width (self->pages))), lines_picture, &figure);
  difference_table (self, plans);
  mp_pages_float_end (self->pages);
}

void
mp_report_compare (MpReport *self)
{
  Plans plans;

  if (self->scenario->n_work == 0 && self->others->len == 0)
    return;
  mp_report_heading (self, _("Other plans"));
  if (self->others->len > 0)
    mp_pages_paragraph (self->pages, _("The same facts with other work. None of them is better for everybody: the table says what each brings and what it takes."));
  for (guint first = 0; first < self->others->len; first += MAX_PLANS - 1)
    {
      read_plans (self, first, &plans);
      plans_beside (self, &plans);
    }
  read_plans (self, 0, &plans);
  earnings_curve (self, &plans);
}
