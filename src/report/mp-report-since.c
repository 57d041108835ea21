/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What changed since the last report: the facts, and the figures over the months that both have. */

#include "mp-compare.h"
#include "mp-differences.h"
#include "mp-casefile.h"
#include "mp-report-private.h"
#include "mp-words-compare.h"

#include <string.h>

#define MOST_FACTS 60           /* more is another case rather than a change */

/* What says nothing about benefits or work, or is no text for the person. */
static gboolean
is_private (const char *pointer)
{
  static const char *const places[] = { "/id", "/title", "/notes", "/sources", "/actions", "/bpqy", "/x-" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (pointer, places[i]))
      return TRUE;
  return strstr (pointer, "/notes") != NULL;
}

static void
changed_facts (MpReport *self)
{
  g_autofree char *before = mp_case_write (self->options->since), *after = mp_case_write (self->kase);
  g_autoptr (GPtrArray) found = mp_differences (before, strlen (before), after, strlen (after));
  GPtrArray *items = mp_report_items ();
  guint n = 0;

  mp_pages_subheading (self->pages, _("Facts and plans"));
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const MpCaseDifference *difference = found->pdata[i];

      if (is_private (difference->pointer) || (self->options->without_name && g_str_equal (difference->pointer, "/beneficiary/name")))
        continue;
      if (n++ < MOST_FACTS)
        mp_report_add (items, g_strdup_printf (_("%s."), difference->words));
    }
  if (n > MOST_FACTS)
    mp_report_add (items, g_strdup_printf (ngettext ("%u more change.", "%u more changes.", n - MOST_FACTS), n - MOST_FACTS));
  if (n == 0)
    mp_report_add (items, g_strdup (_("Nothing has changed.")));
  mp_report_list (self, items);
}

static void
add_amount (GPtrArray *items, const char *what, MpMoney before, MpMoney now, gboolean about_before, gboolean about_now)
{
  g_autofree char *old = mp_report_about (before, about_before), *new = mp_report_about (now, about_now);

  if (before != now)
    /* Translators: what is summed up, its amount now, its amount before */
    mp_report_add (items, g_strdup_printf (_("<b>%1$s:</b> now %2$s; before %3$s."), what, new, old));
}

static void
add_sums (GPtrArray *items, const MpProjection *before, const MpProjection *now, MpMonth first, MpMonth last)
{
  gboolean about_before = mp_report_is_estimated (before), about_now = mp_report_is_estimated (now);
  MpTotals old, new;

  mp_projection_sum (before, (guint) (first - before->start), (guint) (last - before->start), &old);
  mp_projection_sum (now, (guint) (first - now->start), (guint) (last - now->start), &new);
  add_amount (items, _("Cash in hand"), old.net, new.net, about_before, about_now);
  add_amount (items, _("Pay"), old.earnings, new.earnings, FALSE, FALSE);
  add_amount (items, _("SSDI"), old.ssdi, new.ssdi, about_before, about_now);
  add_amount (items, _("SSI"), old.ssi, new.ssi, about_before, about_now);
  add_amount (items, _("Work costs"), old.expenses, new.expenses, FALSE, FALSE);
  add_amount (items, _("To the EN"), old.en, new.en, about_before, about_now);
  add_amount (items, _("From the EN"), old.share, new.share, about_before, about_now);
}

/* When checks and coverage end. */
static void
add_ends (GPtrArray *items, const MpProjection *before, const MpProjection *now)
{
  static const MpCompareColumn shown[] = { MP_COMPARE_SSDI_STOPS, MP_COMPARE_NO_CASH, MP_COMPARE_MEDICAID, MP_COMPARE_MEDICARE };
  MpPlanSummary old, new;

  mp_compare (&before, 1, 0, &old);
  mp_compare (&now, 1, 0, &new);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *what = mp_words_compare_column (shown[i], now->n_months, 0);
      g_autofree char *was = mp_words_compare_cell (&old, shown[i], TRUE), *is = mp_words_compare_cell (&new, shown[i], TRUE);

      if (!g_str_equal (was, is))
        mp_report_add (items, g_strdup_printf (_("<b>%1$s:</b> now %2$s; before %3$s."), what, is, was));
    }
}

/* The plan of that name in the earlier case; FALSE: it had none, or its figures cannot be computed. */
static gboolean
project_before (const MpReport *self, MpProjection *before)
{
  const MpCase *since = self->options->since;

  for (guint i = 0; i < since->n_scenarios; i++)
    if (g_str_equal (since->scenarios[i].name, self->scenario->name))
      return mp_project (before, since, i, self->parameters, MP_PROJECT_DEFAULT, NULL);
  return FALSE;
}

static void
changed_figures (MpReport *self)
{
  g_autoptr (MpProjection) before = mp_projection_new ();
  const MpProjection *now = self->projection;
  gboolean known = project_before (self, before);
  MpMonth first = known ? MAX (before->start, now->start) : now->start;
  MpMonth last = known ? MIN (before->start + (MpMonth) before->n_months, now->start + (MpMonth) now->n_months) - 1 : first;
  g_autofree char *months = NULL, *heading = NULL;
  GPtrArray *items;

  if (!known || last < first)
    {
      mp_pages_subheading (self->pages, _("Figures"));
      mp_pages_paragraph (self->pages, known ? _("The two reports have no month in common.") : _("The plan of this report is new since then."));
      return;
    }
  months = mp_words_period (first, last);
  /* Translators: months that both reports have */
  heading = g_strdup_printf (_("Figures, %s"), months);
  items = mp_report_items ();
  add_sums (items, before, now, first, last);
  add_ends (items, before, now);
  if (items->len == 0)
    mp_report_add (items, g_strdup (_("The figures are the same.")));
  mp_pages_subheading (self->pages, heading);
  mp_report_list (self, items);
}

void
mp_report_since (MpReport *self)
{
  g_autofree char *text = NULL;

  if (self->options->since == NULL)
    return;
  mp_report_heading (self, _("What changed since the last report"));
  if (self->options->since_when != NULL)
    {
      /* Translators: a day */
      text = g_strdup_printf (_("Compared with the report of %s."), self->options->since_when);
      mp_pages_paragraph (self->pages, text);
    }
  changed_figures (self);
  changed_facts (self);
}
