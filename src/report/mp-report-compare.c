/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plans beside each other, and cash for any pay in one month. */

#include "mp-compare.h"
#include "mp-curve.h"
#include "mp-report-private.h"

#define MAX_PLANS (MP_REPORT_MAX_OTHERS + 1)
#define CURVE_STEP mp_dollars (250)

typedef struct {
  guint n;
  guint index[MAX_PLANS];       /* the plan of the report first */
  MpProjection *projection[MAX_PLANS];
  MpPlanSummary summary[MAX_PLANS];
} Plans;

static void
plans_clear (Plans *self)
{
  for (guint i = 1; i < self->n; i++)
    mp_projection_free (self->projection[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plans, plans_clear)

/* A plan that cannot be projected is left out; the others are compared. */
static void
read_plans (MpReport *self, Plans *plans)
{
  plans->n = 1;
  plans->index[0] = self->index;
  plans->projection[0] = self->projection;
  for (guint i = 0; i < self->n_others; i++)
    {
      g_autoptr (MpProjection) projection = mp_projection_new ();

      if (!mp_project (projection, self->kase, self->others[i], self->parameters, MP_PROJECT_DEFAULT, NULL))
        continue;
      plans->index[plans->n] = self->others[i];
      plans->projection[plans->n++] = g_steal_pointer (&projection);
    }
  mp_compare ((const MpProjection *const *) plans->projection, plans->n, 0, plans->summary);
}

static char *
signed_money (MpMoney amount, gboolean estimated)
{
  g_autofree char *text = mp_money_to_display (ABS (amount));

  return g_strdup_printf ("%s%s%s", estimated ? "≈\302\240" : "", amount < 0 ? "−" : amount > 0 ? "+" : "", text);
}

static char *
or_never (MpMonth month)
{
  return month == MP_MONTH_NONE ? g_strdup (_("no")) : mp_words_short_month (month);
}

/* One line of the table for a plan. */
static char *
compare_cell (const Plans *plans, guint line, guint i)
{
  const MpPlanSummary *s = &plans->summary[i];
  gboolean about = s->estimated != 0;
  g_autofree char *drop = NULL, *month = NULL;

  switch (line)
    {
    case 0:
      return mp_report_about (s->cash, about);
    case 1:
      return i == 0 ? g_strdup (_("this plan")) : signed_money (s->difference, about);
    case 2:
      return i == 0 ? g_strdup ("–") : s->every_month ? g_strdup (_("every month")) : or_never (s->more_from);
    case 3:
      if (s->drop == 0)
        return g_strdup (_("none"));
      drop = signed_money (-s->drop, about);
      month = mp_words_short_month (s->drop_month);
      return g_strdup_printf ("%s, %s", drop, month);
    case 4:
      return or_never (s->ssdi_stops);
    case 5:
      return or_never (s->no_cash);
    case 6:
      return or_never (s->medicaid_ends);
    case 7:
      return or_never (s->medicare_ends);
    case 8:
      return mp_report_about (s->en, s->en_estimated);
    default:
      return mp_report_about (s->share, s->en_estimated && s->share > 0);
    }
}

static void
difference_table (MpReport *self, const Plans *plans)
{
  static const char *const lines[] = {
    N_("Cash in hand over all months"), N_("Compared with this plan"), N_("More cash from"), N_("Largest one-month drop"),
    N_("SSDI check stops"), N_("No cash checks from"), N_("Medicaid ends"), N_("Medicare ends"), N_("To the EN"), N_("From the EN to you"),
  };
  MpPageColumn columns[MAX_PLANS + 1] = { { "", 2.2, FALSE } };

  for (guint i = 0; i < plans->n; i++)
    columns[i + 1] = (MpPageColumn) { self->kase->scenarios[plans->index[i]].name, 2, FALSE };
  mp_pages_table_begin (self->pages, columns, plans->n + 1);
  mp_pages_table_small (self->pages);
  for (guint line = 0; line < G_N_ELEMENTS (lines); line++)
    {
      const char *cells[MAX_PLANS + 1] = { _(lines[line]) };

      for (guint i = 0; i < plans->n; i++)
        cells[i + 1] = compare_cell (plans, line, i);
      mp_pages_table_row (self->pages, cells, line == 0);
      for (guint i = 0; i < plans->n; i++)
        g_free ((char *) cells[i + 1]);
    }
  mp_pages_table_end (self->pages);
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
  gboolean about;

  mp_curve_at (curve, earned, MP_CURVE_AS_IT_STANDS, &point);
  mp_curve_at (curve, earned, MP_CURVE_CHECK_KEPT, &kept);
  about = point.estimated != 0;
  label = mark != NULL ? g_strdup_printf ("%s: %s", pay, mark) : g_strdup (pay);
  cells[0] = mp_report_about (point.ssdi, about);
  cells[1] = mp_report_about (point.ssi, about);
  cells[2] = mp_report_about (point.net, about);
  cells[3] = mp_report_about (kept.net, about);
  mp_pages_table_row (self->pages, (const char *const[]) { label, cells[0], cells[1], cells[2], cells[3] }, mark != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_free (cells[i]);
}

/* Steps of $250 with the marks between them in their order. */
static void
curve_rows (MpReport *self, MpCurve *curve)
{
  const struct { MpMoney at; const char *name; } marks[] = {
    { mp_curve_mark (curve, MP_CURVE_TWP), _("trial work figure") },
    { mp_curve_mark (curve, MP_CURVE_SGA), _("SGA limit") },
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

static void
earnings_curve (MpReport *self)
{
  const MpPageColumn columns[] = {
    { _("Pay of the month"), 3, FALSE }, { _("SSDI"), 1.5, TRUE }, { _("SSI"), 1.5, TRUE }, { _("Cash in hand"), 1.7, TRUE },
    { _("Cash in trial work or grace"), 1.7, TRUE },
  };
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
  mp_pages_table_begin (self->pages, columns, G_N_ELEMENTS (columns));
  mp_pages_table_small (self->pages);
  curve_rows (self, curve);
  mp_pages_table_end (self->pages);
  mp_pages_note (self->pages, _("As things stand before that month, with pay held steady so that the two-month lag of SSI is settled, and work costs as in the plan."));
}

void
mp_report_compare (MpReport *self)
{
  g_auto (Plans) plans = { 0 };

  if (self->scenario->n_work == 0 && self->n_others == 0)
    return;
  read_plans (self, &plans);
  mp_report_heading (self, _("Other plans"));
  if (plans.n > 1)
    {
      mp_pages_paragraph (self->pages, _("The same facts with other work. None of them is better for everybody: the table says what each brings and what it takes."));
      difference_table (self, &plans);
    }
  earnings_curve (self);
}
