/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ticket to Work: the ladder and its table, payments, rights; the work plan, disputes and evidence. */

#include <math.h>

#include "mp-ladder.h"
#include "mp-report-private.h"
#include "mp-ticket-plan.h"

/* The text size at which the ladder is wide enough for its words. */
#define LADDER_SCALE 0.60
#define COMPACT_SCALE 0.52

#define LARGE_SCALE 0.86
#define LEAST_SCALE 0.6

static void
set_scale (MpReport *self, MpLadder *ladder, double scale)
{
  MpChartStyle style;

  mp_report_chart_style (self, &style);
  style.text_scale = scale;
  mp_ladder_set_style (ladder, &style);
}

static MpLadder *
make_ladder (MpReport *self, gboolean hide_amounts, const char *who)
{
  MpLadder *ladder = mp_ladder_new ();
  const MpLadderModel model = { self->kase, self->index, self->projection, self->projection->start, who, hide_amounts };

  set_scale (self, ladder, self->options->large_print ? LARGE_SCALE : self->compact ? COMPACT_SCALE : LADDER_SCALE);
  mp_ladder_set_model (ladder, &model);
  return ladder;
}

typedef struct {
  MpReport *report;
  MpLadder *ladder;
  double most;
} Steps;

static double
ladder_height (const Steps *steps)
{
  MpReport *self = steps->report;
  double width = mp_pages_width (self->pages), height = mp_ladder_natural_height (steps->ladder, width);

  if (steps->most > 0)
    height = MAX (MIN (height * 1.25, steps->most), mp_ladder_least_height (steps->ladder, width));
  return MIN (height, self->options->large_print ? mp_pages_left (self->pages) - 4 : mp_pages_room (self->pages) - 60);
}

static void
ladder_picture (gpointer data)
{
  const Steps *steps = data;
  MpReport *self = steps->report;
  g_autofree char *words = mp_ladder_words (steps->ladder);
  double height;
  cairo_t *cr;

  if (self->options->large_print)
    mp_pages_lying_begin (self->pages);
  height = ladder_height (steps);
  /* a page that lies, under the heading and its words, may be too low for the largest type */
  for (double scale = LARGE_SCALE; self->options->large_print && scale > LEAST_SCALE
       && mp_ladder_least_height (steps->ladder, mp_pages_width (self->pages)) > height; scale *= 0.97)
    set_scale (self, steps->ladder, scale * 0.97);
  cr = mp_pages_figure_begin (self->pages, height, words);
  if (cr != NULL)
    mp_ladder_draw (steps->ladder, cr, mp_pages_width (self->pages), height, MP_LADDER_STEPS, -1);
  mp_pages_figure_end (self->pages);
  if (self->options->large_print)
    mp_pages_lying_end (self->pages);
}

static void
ladder_table (MpReport *self, const MpLadder *ladder, gboolean hide_amounts, gboolean brief)
{
  const MpPageColumn columns[] = {
    { _("Step"), 0.6, FALSE }, { _("What it asks for"), 3.4, FALSE }, { _("When"), 1.7, FALSE }, { _("The EN is paid"), 1.8, FALSE }, { _("Cash in hand"), 1.9, FALSE },
  };

  mp_pages_table_begin (self->pages, columns, hide_amounts ? 4 : 5);
  mp_pages_table_small (self->pages);
  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    {
      const MpLadderStep *step = mp_ladder_step (ladder, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      gboolean sentence = step->first.kind == MP_TICKET_CODE_P1M; /* "3 months of pay at …" */
      g_autofree char *what = brief ? g_strdup (step->title) : g_strdup_printf ("%s%s %s. %s", step->title, sentence ? "" : ":", step->condition, step->reason != NULL ? step->reason : step->detail);

      mp_pages_table_row (self->pages, (const char *const[]) { number, what, step->when, step->en, step->person }, FALSE);
    }
  mp_pages_table_end (self->pages);
}

/* most: how high the picture may become, 0: as it likes; then the table is brief, for a page that is full. */
void
mp_report_ladder (MpReport *self, gboolean hide_amounts, const char *who, double most)
{
  g_autoptr (MpLadder) ladder = make_ladder (self, hide_amounts, who);
  Steps steps = { self, ladder, most };

  mp_pages_float (self->pages, self->options->large_print ? INFINITY : ladder_height (&steps), ladder_picture, &steps);
  ladder_table (self, ladder, hide_amounts, most > 0);
  mp_pages_float_end (self->pages);
}

void
mp_report_payments (MpReport *self)
{
  const MpPageColumn columns[] = { { _("Month"), 1.3, FALSE }, { _("Payment"), 2.6, FALSE }, { _("Code"), 0.9, FALSE }, { _("Paid to"), 2.6, FALSE }, { _("Amount"), 1.5, TRUE }, { _("Sum"), 1.6, TRUE } };
  const MpProjection *p = self->projection;

  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  for (guint i = 0; i < p->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (p, i);
      const MpTicketPayment *payments = mp_projection_payments (p, row);
      g_autofree char *month = mp_words_short_month (row->month);

      for (guint k = 0; k < row->ticket.n_payments; k++)
        {
          char code[MP_TICKET_CODE_TEXT_SIZE];
          gboolean last = k + 1 == row->ticket.n_payments;
          g_autofree char *what = mp_words_ticket_title (payments[k].code);
          g_autofree char *amount = mp_report_about (payments[k].amount, payments[k].estimated);
          g_autofree char *sum = last ? mp_report_about (row->ticket.cumulative, mp_words_is_estimated (p, row, MP_COLUMN_EN_TOTAL)) : g_strdup ("");

          mp_pages_table_row (self->pages, (const char *const[]) { month, what, mp_ticket_code_to_text (payments[k].code, code),
                              payments[k].provider != NULL ? payments[k].provider : "", amount, sum }, FALSE);
        }
    }
  mp_pages_table_end (self->pages);
}

static guint
count_payments (const MpProjection *p)
{
  guint n = 0;

  for (guint i = 0; i < p->n_months; i++)
    n += mp_projection_month (p, i)->ticket.n_payments;
  return n;
}

static void
rights (MpReport *self)
{
  GPtrArray *items = mp_report_items ();

  mp_report_add (items, g_strdup_printf (_("Using the Ticket is free and your choice. Nobody has to use it to keep benefits (%s)."), mp_report_cite (self, "TTW-6")));
  mp_report_add (items, g_strdup_printf (_("You can take the Ticket back and go to another EN at any time (%s)."), mp_report_cite (self, "TTW-12")));
  mp_report_add (items, g_strdup_printf (_("No medical review is begun while the Ticket is in use and you are on track (%s)."), mp_report_cite (self, "TTW-99")));
  mp_report_add (items, g_strdup_printf (_("You agree on the work plan with the EN and get a copy. It is changed only with your agreement (%s)."), mp_report_cite (self, "TTW-108")));
  mp_pages_subheading (self->pages, _("Your rights"));
  mp_report_list (self, items);
}

static void
reviews (MpReport *self)
{
  const MpPageColumn columns[] = { { _("Progress review"), 2, FALSE }, { _("Months of work needed"), 2, FALSE }, { _("Months in this plan"), 2, FALSE }, { _("On track"), 1.4, FALSE } };
  const GArray *list = self->projection->ticket.reviews;

  if (list->len == 0)
    return;
  mp_pages_subheading (self->pages, _("On track"));
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < list->len; i++)
    {
      const MpTicketReview *review = &g_array_index (list, MpTicketReview, i);
      g_autofree char *month = mp_report_month (review->month);
      g_autofree char *needs = g_strdup_printf (_("%1$u of 12"), review->needs);
      g_autofree char *has = g_strdup_printf ("%u", review->has);

      mp_pages_table_row (self->pages, (const char *const[]) { month, needs, has, review->met ? _("yes") : _("no") }, FALSE);
    }
  mp_pages_table_end (self->pages);
}

void
mp_report_ticket (MpReport *self)
{
  if (!self->kase->ticket.present && self->scenario->ticket.n_assignments == 0)
    return;
  mp_report_heading (self, _("Ticket to Work"));
  mp_pages_paragraph (self->pages, self->scenario->ticket.n_assignments > 0
                      ? _("Social Security pays your Employment Network (EN) when you reach these steps. The payments never come out of your pay or your benefits.")
                      : _("In this plan the Ticket is not given to an Employment Network (EN). These are the steps for which Social Security would pay one."));
  mp_report_ladder (self, FALSE, NULL, 0);
  if (count_payments (self->projection) > 0)
    {
      mp_pages_subheading (self->pages, _("What the EN is paid"));
      mp_report_payments (self);
    }
  reviews (self);
  rights (self);
}

/* One list of the engine: what has to be said, and what the case knows of it. */
static void
plan_items (MpReport *self, GPtrArray *list, const char *const marks[3])
{
  const MpPageColumn columns[] = { { "", 0.45, FALSE }, { _("What"), 4.4, FALSE }, { _("From your plan"), 3.2, FALSE }, { _("Where it is written"), 2.2, FALSE } };
  const char *title = NULL;

  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  for (guint i = 0; i < list->len; i++)
    {
      const MpPlanItem *item = list->pdata[i];
      g_autoptr (GString) known = g_string_new (NULL);
      g_autofree char *text = item->title != NULL && g_strcmp0 (title, item->title) != 0
                              ? g_strdup_printf ("<b>%s.</b> %s", _(item->title), _(item->text)) : g_strdup (_(item->text));

      title = item->title;
      for (guint k = 0; k < item->filled->len; k++)
        {
          g_autofree char *sentence = mp_message_format (&g_array_index (item->filled, MpMessage, k), TRUE);
          g_string_append_printf (known, "%s%s", k > 0 ? " " : "", sentence);
        }
      mp_pages_table_row (self->pages, (const char *const[]) { marks[item->state], text,
                          known->len > 0 ? known->str : item->state == MP_PLAN_WRITE_IN ? "…………" : "", item->citation }, FALSE);
    }
  mp_pages_table_end (self->pages);
  g_ptr_array_unref (list);
}

void
mp_report_evidence (MpReport *self)
{
  const MpPageColumn columns[] = { { _("Payment"), 2, FALSE }, { _("Month"), 1, FALSE }, { _("Months to show"), 2.5, FALSE }, { _("What goes with it"), 2.9, FALSE }, { _("Ask by"), 2.1, FALSE } };
  static const char *const needs[] = {
    N_("pay stubs or another proof of pay"), N_("proof of pay, and that the services of the plan are done"), N_("the request alone"), N_("that your services contributed"),
  };
  g_autoptr (GArray) list = mp_ticket_evidence (self->kase, self->projection, self->parameters);

  if (list->len == 0)
    return;
  mp_pages_subheading (self->pages, _("What the EN sends to be paid"));
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  for (guint i = 0; i < list->len; i++)
    {
      const MpTicketEvidence *evidence = &g_array_index (list, MpTicketEvidence, i);
      g_autofree char *what = mp_words_ticket_title (evidence->payment->code);
      g_autofree char *month = mp_words_short_month (evidence->month);
      g_autofree char *by = mp_report_date (evidence->request_by);
      g_autofree char *months = evidence->n_months > 0 ? mp_words_months (evidence->months, evidence->n_months) : g_strdup ("–");

      mp_pages_table_row (self->pages, (const char *const[]) { what, month, months, _(needs[evidence->need]), by }, FALSE);
    }
  mp_pages_table_end (self->pages);
}

/* TTW-118, 119: from State VR to a provider. */
static void
closure (MpReport *self, const char *const marks[3])
{
  GPtrArray *list = mp_ticket_vr_closure (self->projection, self->parameters);

  if (list->len == 0)
    {
      g_ptr_array_unref (list);
      return;
    }
  mp_pages_subheading (self->pages, _("When State VR closes your case"));
  plan_items (self, list, marks);
}

void
mp_report_work_plan (MpReport *self)
{
  static const char *const boxes[3] = { "☐", "☐", "☑" }, *const steps[3] = { "•", "•", "•" };

  if (self->scenario->ticket.n_assignments == 0)
    return;
  mp_report_heading (self, _("Your work plan with the EN"));
  mp_pages_paragraph (self->pages, _("The paper you and the EN sign has to say all of this. ☑ marks what your plan already says; check it, and write in the rest."));
  plan_items (self, mp_ticket_work_plan (self->kase, self->projection), boxes);
  closure (self, boxes);
  mp_pages_subheading (self->pages, _("If you and the EN disagree"));
  plan_items (self, mp_ticket_disputes (self->kase, self->projection), steps);
  mp_report_evidence (self);
}

void
mp_report_en_sheet (MpReport *self)
{
  const MpProjection *p = self->projection;
  const char *name = mp_report_name (self);
  g_autofree char *months = mp_words_period (p->start, p->start + (MpMonth) p->n_months - 1);
  /* Translators: a name, then months */
  g_autofree char *text = name != NULL ? g_strdup_printf (_("For the Ticket of %1$s. %2$s."), name, months) : g_strdup_printf (_("%s."), months);
  g_autofree char *total = mp_report_about (p->totals.en, mp_report_is_estimated (p));
  g_autofree char *share = mp_report_about (p->totals.share, mp_report_is_estimated (p));
  /* Translators: two amounts */
  g_autofree char *sum = g_strdup_printf (_("<b>%1$s</b> from Social Security over these months; %2$s of it passed on to the person."), total, share);

  if (self->options->prepared_by != NULL)
    mp_pages_note (self->pages, self->options->prepared_by);
  mp_pages_title (self->pages, _("What the EN is paid"));
  mp_pages_paragraph (self->pages, text);
  mp_pages_large (self->pages, sum);
  mp_report_ladder (self, TRUE, _("The person"), 0);
  mp_report_heading (self, _("Payments"));
  if (count_payments (p) > 0)
    mp_report_payments (self);
  else
    mp_pages_paragraph (self->pages, _("No payment falls in these months."));
  reviews (self);
  mp_report_evidence (self);
}
