/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The first pages: the answer in four sentences, what is known and how, the plan. */

#include <math.h>

#include "mp-report-private.h"

/* The least and the most of an amount. */
typedef struct { MpMoney least, most; gboolean least_about, most_about; } Range;

#define NO_RANGE { G_MAXINT64, G_MININT64, FALSE, FALSE }

static void
widen (Range *range, MpMoney amount, gboolean estimated)
{
  if (amount <= range->least)
    range->least_about = estimated || (amount == range->least && range->least_about);
  if (amount >= range->most)
    range->most_about = estimated || (amount == range->most && range->most_about);
  range->least = MIN (range->least, amount);
  range->most = MAX (range->most, amount);
}

static char *
range_text (const Range *range)
{
  g_autofree char *least = mp_report_about (range->least, range->least_about);
  g_autofree char *most = mp_report_about (range->most, range->most_about);

  /* Translators: two amounts */
  return range->least == range->most ? g_steal_pointer (&least) : g_strdup_printf (_("%1$s to %2$s"), least, most);
}

/* Cash in the months of work, and in the same months without it. */
static char *
cash_sentence (const MpReport *self)
{
  Range with = NO_RANGE, without = NO_RANGE;
  guint n = 0, better = 0, less = 0;
  g_autofree char *now = NULL, *then = NULL;

  for (guint i = 0; i < self->projection->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (self->projection, i), *other = mp_projection_month (self->without, i);

      widen (&without, other->cash.net, mp_words_is_estimated (self->without, other, MP_COLUMN_NET));
      if (row->cash.earnings == 0)
        {
          less += row->cash.net < other->cash.net;
          continue;
        }
      n++;
      better += row->cash.net > other->cash.net;
      widen (&with, row->cash.net, mp_words_is_estimated (self->projection, row, MP_COLUMN_NET));
    }
  then = range_text (&without);
  if (n == 0)
    return g_strdup_printf (_("Without work you have %s a month in this plan."), then);
  now = range_text (&with);
  /* less: such as in the two months after a job, when SSI still counts it */
  if (better == n && less == 0)
    /* Translators: amounts a month, with and without work */
    return g_strdup_printf (_("You have <b>more cash in every month of work</b> than without work: %1$s a month instead of %2$s."), now, then);
  if (better == n)
    /* Translators: amounts a month, with and without work; a number of months */
    return g_strdup_printf (ngettext ("You have <b>more cash in every month of work</b> than without work: %1$s a month instead of %2$s; in %3$u month without pay you have less.",
                                      "You have <b>more cash in every month of work</b> than without work: %1$s a month instead of %2$s; in %3$u months without pay you have less.", less),
                            now, then, less);
  if (less == 0)
    /* Translators: numbers of months, then amounts a month with and without work */
    return g_strdup_printf (_("You have <b>more cash in %1$u of %2$u months of work</b> than without work: %3$s a month, and %4$s without work."),
                            better, n, now, then);
  /* Translators: numbers of months, then amounts a month with and without work; a number of months */
  return g_strdup_printf (ngettext ("You have <b>more cash in %1$u of %2$u months of work</b> than without work: %3$s a month, and %4$s without work; in %5$u month without pay you have less.",
                                    "You have <b>more cash in %1$u of %2$u months of work</b> than without work: %3$s a month, and %4$s without work; in %5$u months without pay you have less.", less),
                          better, n, now, then, less);
}

static char *
ssdi_sentence (const MpReport *self)
{
  const MpProjection *p = self->projection;
  const MpEvent *stop = mp_report_event (p, MP_EVENT_SUSPENSION);
  const MpSsdiPeriod *period = p->periods.n > 0 ? &p->periods.list[p->periods.shown] : NULL;
  g_autofree char *month = NULL, *until = NULL;

  if (stop == NULL)
    stop = mp_report_event (p, MP_EVENT_TERMINATION);
  if (stop == NULL)
    return g_strdup (mp_projection_month (p, p->n_months - 1)->ssdi.payment > 0
                     ? _("Your <b>SSDI check goes on</b> in this plan.") : _("Pay stops no SSDI check in this plan."));
  month = mp_report_month (stop->month);
  if (period == NULL || period->epe_end == MP_MONTH_NONE || period->epe_end < stop->month)
    return g_strdup_printf (_("Your <b>SSDI check stops in %s</b>; a fast return is possible for 5 years after SSDI ends."), month);
  until = mp_report_month (period->epe_end);
  return g_strdup_printf (_("Your <b>SSDI check stops in %1$s</b>, and until %2$s it comes back without a new application in any month at or under the limit."),
                          month, until);
}

/* The months with a check after it stopped: ", and is paid again from July 2027 to December 2027"; NULL: none. */
static char *
paid_again (const MpProjection *p, guint stop)
{
  guint n = 0, runs = 0, first = 0, last = 0;
  g_autofree char *from = NULL, *to = NULL;

  for (guint i = stop; i < p->n_months; i++)
    if (mp_projection_month (p, i)->ssi.payment > 0)
      {
        first = n == 0 ? i : first;
        runs += n == 0 || i > last + 1;
        last = i;
        n++;
      }
  if (n == 0)
    return NULL;
  from = mp_report_month (p->start + (MpMonth) first);
  to = mp_report_month (p->start + (MpMonth) last);
  if (runs > 1)
    return g_strdup_printf (ngettext ("and is paid again in %u later month", "and is paid again in %u later months", n), n);
  return n == 1 ? g_strdup_printf (_("and is paid again in %s"), from)
         : last + 1 == p->n_months ? g_strdup_printf (_("and is paid again from %s on"), from)
         : g_strdup_printf (_("and is paid again from %1$s to %2$s"), from, to);
}

/* Without its full stop. */
static char *
ssi_clause (const MpReport *self)
{
  const MpProjection *p = self->projection;
  const MpEvent *stop = mp_report_event (p, MP_EVENT_S1619B_START);
  Range paid = NO_RANGE;
  g_autofree char *month = NULL, *again = NULL, *amounts = NULL;

  if (stop == NULL)
    stop = mp_report_event (p, MP_EVENT_SSI_SUSPENSION);
  for (guint i = 0; i < p->n_months; i++)
    widen (&paid, mp_projection_month (p, i)->ssi.payment, mp_words_is_estimated (p, mp_projection_month (p, i), MP_COLUMN_SSI));
  if (paid.most <= 0)
    return g_strdup (_("<b>No SSI</b> is paid in this plan"));
  if (stop == NULL || stop->month < p->start)
    {
      amounts = range_text (&paid);
      return g_strdup_printf (self->scenario->n_work > 0 ? _("Your <b>SSI is %s a month</b>, two months behind your pay")
                              : _("Your <b>SSI is %s a month</b>"), amounts);
    }
  month = mp_report_month (stop->month);
  again = paid_again (p, (guint) (stop->month - p->start));
  if (again == NULL)
    return g_strdup_printf (_("Your <b>SSI check stops in %s</b> while pay is high"), month);
  /* Translators: a month, then "and is paid again from July 2027 on" */
  return g_strdup_printf (_("Your <b>SSI check stops in %1$s</b> while pay is high, %2$s"), month, again);
}

/* What becomes of one kind of coverage; NULL: it is not there at all. */
static char *
coverage (const MpProjection *p, guint flag)
{
  gboolean at_first = (mp_words_month_health (mp_projection_month (p, 0)) & flag) != 0;
  g_autofree char *month = NULL;
  guint i = 1;

  while (i < p->n_months && ((mp_words_month_health (mp_projection_month (p, i)) & flag) != 0) == at_first)
    i++;
  if (i == p->n_months)
    return !at_first ? NULL : g_strdup (flag == MP_HEALTH_MEDICAID ? _("Medicaid stays on in every month") : _("Medicare stays on in every month"));
  month = mp_report_month (p->start + (MpMonth) i);
  if (at_first)
    return g_strdup_printf (flag == MP_HEALTH_MEDICAID ? _("Medicaid through SSI ends in %s") : _("Medicare ends in %s"), month);
  return g_strdup_printf (flag == MP_HEALTH_MEDICAID ? _("Medicaid through SSI begins in %s") : _("Medicare begins in %s"), month);
}

/* Without its full stop. */
static char *
health_clause (const MpReport *self)
{
  g_autofree char *medicaid = coverage (self->projection, MP_HEALTH_MEDICAID), *medicare = coverage (self->projection, MP_HEALTH_MEDICARE);
  guint always = MP_HEALTH_MEDICAID | MP_HEALTH_MEDICARE;

  for (guint i = 0; i < self->projection->n_months; i++)
    always &= mp_words_month_health (mp_projection_month (self->projection, i));
  if (always == (MP_HEALTH_MEDICAID | MP_HEALTH_MEDICARE))
    return g_strdup (_("Medicaid and Medicare stay on in every month"));
  if (medicaid == NULL && medicare == NULL)
    return g_strdup (_("There is no Medicaid through SSI and no Medicare in these months"));
  if (medicaid == NULL || medicare == NULL)
    return g_strdup (medicaid != NULL ? medicaid : medicare);
  /* Translators: two parts of a sentence, such as "Medicaid through SSI ends in June 2027" */
  return g_strdup_printf (_("%1$s, and %2$s"), medicaid, medicare);
}

static char *
report_sentence (const MpReport *self)
{
  gboolean ssi = self->kase->ssi.present, ssdi = self->kase->ssdi.present;

  return g_strdup (ssi && ssdi ? _("Report your pay to Social Security <b>by the 10th of the next month</b> (SSI), and every change of work <b>right away</b> (SSDI).")
                   : ssi ? _("Report your pay to Social Security <b>by the 10th of the next month</b>, and keep a copy.")
                   : _("Report every change of work to Social Security <b>right away</b>, and keep the receipt."));
}

/* Four, whichever benefits there are. */
GPtrArray *
mp_report_sentences (MpReport *self)
{
  GPtrArray *items = mp_report_items ();
  g_autofree char *ssi = NULL, *health = health_clause (self);

  mp_report_add (items, cash_sentence (self));
  if (self->kase->ssdi.present)
    mp_report_add (items, ssdi_sentence (self));
  if (self->kase->ssi.present)
    ssi = ssi_clause (self);
  if (ssi != NULL && self->kase->ssdi.present)
    /* Translators: two parts of a sentence: what becomes of SSI, then of health coverage */
    mp_report_add (items, g_strdup_printf (_("%1$s; %2$s."), ssi, health));
  else
    {
      if (ssi != NULL)
        mp_report_add (items, g_strdup_printf (_("%s."), ssi));
      mp_report_add (items, g_strdup_printf (_("%s."), health));
    }
  mp_report_add (items, report_sentence (self));
  return items;
}

static void
front (MpReport *self)
{
  const MpProjection *p = self->projection;
  g_autofree char *months = mp_words_period (p->start, p->start + (MpMonth) p->n_months - 1);
  const char *name = mp_report_name (self), *state = self->kase->beneficiary.state;
  g_autofree char *who = name != NULL && *state != '\0' ? g_strdup_printf (_("For %1$s, %2$s."), name, state)
                         : name != NULL ? g_strdup_printf (_("For %s."), name) : g_strdup (_("For you."));
  /* Translators: the name of a plan, months */
  g_autofree char *plan = g_strdup_printf (_("Plan: %1$s; %2$s."), self->scenario->name, months);
  g_autofree char *text = g_strdup_printf ("%s %s", who, plan);

  if (self->options->prepared_by != NULL)
    mp_pages_note (self->pages, self->options->prepared_by);
  mp_pages_title (self->pages, _("Benefits Summary and Analysis"));
  mp_pages_paragraph (self->pages, text);
}

#define SMALL_PICTURE_MONTHS 120
#define LEAST_PICTURE_HEIGHT 200.0
#define FULL_PICTURE_HEIGHT 300.0 /* with less, everything in it becomes smaller */
#define YEAR_HEIGHT 17.6        /* of a row of the table below */

/* What stands below the picture: its numbers, the table, the note. step: how many years a row of the table sums up. */
static double
height_below (MpReport *self, const char *pins, guint step)
{
  return (pins != NULL ? mp_pages_note_height (self->pages, pins) : 0) + (self->projection->n_months / 12 / step + 3) * YEAR_HEIGHT + 44;
}

/* Rows of a year each if the page has room for them. */
static guint
year_step (MpReport *self, const char *pins)
{
  double left = mp_pages_left (self->pages) - LEAST_PICTURE_HEIGHT;

  return height_below (self, pins, 1) <= left || self->options->large_print ? 1 : height_below (self, pins, 5) <= left ? 5 : 10;
}

typedef struct {
  MpReport *report;
  MpChartModel model;
  char *pins;                   /* or NULL */
  guint step;                   /* how many years a row of the table sums up */
} Glance;

static void
small_picture (gpointer data)
{
  const Glance *glance = data;
  MpReport *self = glance->report;
  g_autoptr (MpChart) chart = mp_chart_new ();
  MpChartStyle style;
  g_autofree char *lead = mp_words_lead (self->projection, self->without);
  g_autofree char *alternative = g_strdup_printf (_("Picture of the plan: cash in hand by month, with pay and benefits below it; dotted: without work. %s The table beside it has the sums of each year."), lead);
  double width, height, room;
  cairo_t *cr;

  mp_report_chart_style (self, &style);
  if (!self->options->large_print)
    style.text_scale = 0.64;
  mp_chart_set_style (chart, &style);
  mp_chart_set_model (chart, &glance->model);
  if (self->options->large_print)
    mp_pages_lying_begin (self->pages);
  width = mp_pages_width (self->pages);
  room = self->options->large_print ? mp_pages_left (self->pages) - (glance->pins != NULL ? mp_pages_note_height (self->pages, glance->pins) : 0) - 10
         : MAX (mp_pages_left (self->pages) - height_below (self, glance->pins, glance->step), LEAST_PICTURE_HEIGHT);
  height = self->options->large_print ? room : MIN (mp_chart_natural_height (chart, width), room);
  cr = mp_pages_figure_begin (self->pages, height, alternative);
  if (cr != NULL)
    {
      double smaller = MIN (height / FULL_PICTURE_HEIGHT, 1);

      cairo_scale (cr, smaller, smaller);
      mp_chart_draw (chart, cr, width / smaller, height / smaller, MP_MONTH_NONE, MP_MONTH_NONE);
    }
  mp_pages_figure_end (self->pages);
  if (glance->pins != NULL)
    mp_pages_note (self->pages, glance->pins);
  if (self->options->large_print)
    mp_pages_lying_end (self->pages);
}

static void
years (MpReport *self, guint step)
{
  const MpPageColumn columns[] = {
    { _("Year"), 1.4, FALSE }, { _("Pay"), 1.5, TRUE }, { _("SSDI"), 1.5, TRUE }, { _("SSI"), 1.5, TRUE },
    { _("From EN"), 1.4, TRUE }, { _("Work costs"), 1.4, TRUE }, { _("Cash in hand"), 1.7, TRUE },
  };
  const MpProjection *p = self->projection;

  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  for (guint i = 0, n; i < p->n_months; i += n)
    {
      MpTotals sum;
      gboolean estimated = FALSE;
      MpMonth first = p->start + (MpMonth) i;
      g_autofree char *year = NULL;
      char *cells[6];

      n = MIN (p->n_months - i, 12 * step - (guint) first % 12);
      mp_projection_sum (p, i, i + n - 1, &sum);
      for (guint k = i; k < i + n; k++)
        estimated = estimated || mp_words_is_estimated (p, mp_projection_month (p, k), MP_COLUMN_NET);
      year = n == 12 ? g_strdup_printf ("%d", mp_month_year (first))
             /* Translators: the first and the last year of several */
             : n == 12 * step ? g_strdup_printf (_("%1$d to %2$d"), mp_month_year (first), mp_month_year (first) + (gint) step - 1)
             : mp_report_period (first, first + (MpMonth) n - 1);
      cells[0] = mp_report_money (sum.earnings);
      cells[1] = mp_report_about (sum.ssdi, estimated && sum.ssdi > 0);
      cells[2] = mp_report_about (sum.ssi, estimated && sum.ssi > 0);
      cells[3] = mp_report_about (sum.share, estimated && sum.share > 0);
      cells[4] = mp_report_money (sum.expenses);
      cells[5] = mp_report_about (sum.net, estimated);
      mp_pages_table_row (self->pages, (const char *const[]) { year, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5] }, FALSE);
      for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
        g_free (cells[k]);
    }
  mp_pages_table_end (self->pages);
}

/* The whole plan: its picture, a table of its years, and what holds for both. */
static void
at_a_glance (MpReport *self)
{
  const MpProjection *p = self->projection;
  Glance glance = { .report = self, .model = { .projection = p, .baseline = self->without, .without_work = TRUE, .axis_maximum = mp_chart_largest_month (p),
                                               .n_months = MIN (p->n_months, SMALL_PICTURE_MONTHS) } };

  glance.pins = mp_report_pins (&glance.model);
  glance.step = year_step (self, glance.pins);
  mp_pages_float (self->pages, self->options->large_print ? INFINITY : LEAST_PICTURE_HEIGHT, small_picture, &glance);
  years (self, glance.step);
  mp_pages_note (self->pages, mp_report_is_estimated (p)
                 ? _("All amounts are before taxes. ≈ marks an amount that rests on a figure not published yet: we used the last one.")
                 : _("All amounts are before taxes."));
  mp_pages_float_end (self->pages);
  g_free (glance.pins);
}

void
mp_report_short (MpReport *self)
{
  g_autoptr (GPtrArray) items = mp_report_sentences (self);

  front (self);
  g_ptr_array_add (items, NULL);
  mp_pages_callout (self->pages, _("In short"), (char *const *) items->pdata);
  mp_pages_space (self->pages, 8);
  at_a_glance (self);
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
  static const char *const kinds[] = { N_("not said"), N_("BPQY"), N_("letter of Social Security"), N_("a document"), N_("your word"), N_("a judgment") };
  g_autofree char *on = NULL;

  if (source == NULL)
    return g_strdup (_("not said"));
  if (source->on.month == MP_MONTH_NONE)
    return g_strdup (_(kinds[source->by]));
  on = mp_report_date (source->on);
  return g_strdup_printf ("%s, %s", _(kinds[source->by]), on);
}

static char *
checked_text (const MpSource *source)
{
  static const char *const checked[] = { N_("still to check"), N_("yes"), N_("no"), N_("not needed") };

  if (source != NULL && source->ask != NULL && source->checked != MP_CHECKED_YES)
    return g_strdup_printf (_("ask %s"), source->ask);
  return g_strdup (_(checked[source != NULL ? source->checked : MP_CHECKED_UNKNOWN]));
}

static void
fact (MpReport *self, const char *what, const char *amount, const char *prefix)
{
  const MpSource *source = find_source (self->kase, prefix);
  g_autofree char *from = source_text (source);
  g_autofree char *checked = checked_text (source);

  mp_pages_table_row (self->pages, (const char *const[]) { what, amount, from, checked }, FALSE);
}

static void
ssdi_facts (MpReport *self, const MpMonthRow *now)
{
  const MpCase *kase = self->kase;
  g_autofree char *amount = mp_report_money (now->ssdi.benefit);
  static const char *const bases[] = { N_("SSDI, on your own work record"), N_("SSDI, on a parent's record"), N_("SSDI, on a spouse's record") };

  fact (self, _(bases[kase->ssdi.basis]), amount, "/ssdi/amounts");
  if (kase->ssdi.history.present)
    {
      /* Translators: a number of trial work months */
      g_autofree char *used = g_strdup_printf (_("%u of 9"), mp_projection_month (self->without, 0)->ssdi.twp_used);
      fact (self, _("Trial work months used"), used, "/ssdi/history");
    }
  if (now->ssdi.medicare_a || now->ssdi.medicare_b)
    fact (self, now->ssdi.medicare_b ? _("Medicare Parts A and B") : _("Medicare Part A"),
          !now->ssdi.medicare_b ? _("yes") : kase->ssdi.medicare.part_b.paid_by_state ? _("the state pays Part B") : _("you pay Part B"), "/ssdi/medicare");
}

static void
ssi_facts (MpReport *self, const MpMonthRow *now)
{
  static const char *const livings[] = { N_("your own household"), N_("the household of somebody else"), N_("an institution, Medicaid pays") };
  const MpSsiFacts *ssi = &self->kase->ssi;
  g_autofree char *amount = mp_report_money (now->ssi.payment);

  fact (self, _("SSI"), amount, "/ssi/eligible_from");
  fact (self, _("Medicaid"), now->ssi.medicaid ? _("yes") : _("no"), "/ssi/medicaid");
  fact (self, _("Where you live"), _(livings[ssi->n_living > 0 ? ssi->living[ssi->n_living - 1].arrangement : MP_LIVING_OWN_HOUSEHOLD]), "/ssi/living");
  fact (self, _("Free rent or shelter"), ssi->n_in_kind > 0 ? _("yes") : _("none"), "/ssi/in_kind");
  if (ssi->n_resources > 0)
    {
      g_autofree char *savings = mp_report_money (ssi->resources[ssi->n_resources - 1].monthly);
      fact (self, _("Savings and things owned"), savings, "/ssi/resources");
    }
}

static void
ticket_facts (MpReport *self)
{
  const MpScenarioTicket *plan = &self->scenario->ticket;
  g_autofree char *what = NULL;

  if (plan->n_assignments == 0)
    {
      if (self->kase->ticket.present)
        fact (self, _("Ticket to Work"), _("not assigned"), "/ticket");
      return;
    }
  for (guint i = 0; i < plan->n_assignments; i++)
    {
      g_autofree char *from = mp_report_date (plan->assignments[i].from);
      g_autofree char *label = g_strdup_printf (_("Ticket assigned %s"), from);

      fact (self, label, plan->assignments[i].provider, "/ticket");
    }
}

void
mp_report_now (MpReport *self)
{
  const MpPageColumn columns[] = { { _("Benefit or fact"), 3, FALSE }, { _("Each month"), 2.2, FALSE }, { _("Source"), 2.2, FALSE }, { _("Checked"), 1.8, FALSE } };
  const MpMonthRow *now = mp_projection_month (self->without, 0);
  g_autofree char *month = mp_report_month (self->projection->start);
  g_autofree char *note = g_strdup_printf (_("The amounts are those of %s without work. What is not checked stands under “Still to check”."), month);

  mp_report_heading (self, _("What you get now, and how we know"));
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  if (self->kase->ssdi.present)
    ssdi_facts (self, now);
  if (self->kase->ssi.present)
    ssi_facts (self, now);
  ticket_facts (self);
  mp_pages_table_end (self->pages);
  mp_pages_note (self->pages, note);
}

static void
work_row (MpReport *self, guint i)
{
  const MpProjection *p = self->projection;
  const MpWork *work = &self->scenario->work[i];
  g_autofree char *when = mp_report_period (work->when.from, work->when.to);
  g_autofree char *step = g_strdup_printf ("%u", i + 1);
  g_autofree char *hours = mp_words_hours (work->hours_per_week);
  g_autofree char *hourly = mp_report_money (work->hourly);
  MpMonth first = MAX (work->when.from, p->start);
  gboolean shown = first < p->start + (MpMonth) p->n_months && first <= work->when.to;
  g_autofree char *monthly = work->monthly != MP_MONEY_NONE ? mp_report_money (work->monthly)
                             : shown ? mp_report_money (mp_projection_month (p, (guint) (first - p->start))->work.earned) : g_strdup ("–");

  mp_pages_table_row (self->pages, (const char *const[]) { step, work->name != NULL ? work->name : _("Work"), when, hours, hourly, monthly }, FALSE);
}

void
mp_report_plan (MpReport *self)
{
  const MpPageColumn columns[] = {
    { _("Step"), 0.7, FALSE }, { _("Work"), 2.4, FALSE }, { _("When"), 2.8, FALSE }, { _("Hours a week"), 1.3, TRUE },
    { _("Pay an hour"), 1.3, TRUE }, { _("Pay in its first month"), 1.6, TRUE },
  };

  mp_report_heading (self, _("Your work plan"));
  if (self->scenario->n_work == 0)
    {
      mp_pages_paragraph (self->pages, _("This plan has no work."));
      return;
    }
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->scenario->n_work; i++)
    work_row (self, i);
  mp_pages_table_end (self->pages);
  mp_pages_note (self->pages, _("All amounts are before taxes."));
}
