/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The same plan as the Employment Network sees it. */

#include "mp-i18n.h"

#include "mp-words.h"

#define MOST_GAPS 3

static MpMonth
last_milestone (const MpProjection *projection)
{
  MpMonth last = MP_MONTH_NONE;

  for (guint i = 0; i < projection->events->len; i++)
    {
      const MpEvent *event = &g_array_index (projection->events, MpEvent, i);

      if (event->code == MP_EVENT_MILESTONE)
        last = event->month;
    }
  return last;
}

/**
 * mp_words_en_lead:
 * @projection: a projection
 * @who: (nullable): the person's name
 *
 * Returns: (transfer full): "≈ $20,165.00 to the EN by December 2028; ≈ $666.00 passed on to Alex; last milestone in December 2027."
 */
char *
mp_words_en_lead (const MpProjection *projection, const char *who)
{
  const MpMonthRow *last = mp_projection_month (projection, projection->n_months - 1);
  const gboolean about = mp_words_is_estimated (projection, last, MP_COLUMN_EN_TOTAL);
  const MpMonth milestone = last_milestone (projection);
  g_autofree char *total = mp_words_money (projection->totals.en, about);
  g_autofree char *end = mp_month_to_display (last->month, TRUE);
  GString *text;

  if (projection->totals.en == 0)
    return g_strdup (_("Nothing is paid to an EN in these months."));
  text = g_string_new (NULL);
  /* Translators: an amount and a month */
  g_string_append_printf (text, _("%1$s to the EN by %2$s"), total, end);
  if (projection->totals.share != 0)
    {
      g_autofree char *share = mp_words_money (projection->totals.share, about);

      /* Translators: an amount, then a name or "the person" */
      g_string_append_printf (text, _("; %1$s passed on to %2$s"), share, who != NULL ? who : _("the person"));
    }
  if (milestone != MP_MONTH_NONE)
    {
      g_autofree char *month = mp_month_to_display (milestone, TRUE);

      g_string_append_printf (text, _("; last milestone in %s"), month);
    }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

/**
 * mp_words_en_gaps:
 * @projection: a projection
 *
 * Returns: (transfer full): the months in which the Ticket is assigned and nothing is paid: "No payment in April 2026 to
 *   July 2026; September 2026."; empty when there are none
 */
char *
mp_words_en_gaps (const MpProjection *projection)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < projection->n_months; i++)
    {
      guint first = i;
      g_autofree char *period = NULL;

      while (i < projection->n_months && mp_projection_month (projection, i)->ticket.status == MP_TICKET_ASSIGNED
             && mp_projection_month (projection, i)->ticket.n_payments == 0)
        i++;
      if (i == first || n++ >= MOST_GAPS)
        continue;
      period = mp_words_period (projection->start + (MpMonth) first, projection->start + (MpMonth) i - 1);
      g_string_append_printf (text, "%s%s", n > 1 ? "; " : "", period);
    }
  if (n > MOST_GAPS)
    g_string_append_printf (text, ngettext ("; and %u more time", "; and %u more times", n - MOST_GAPS), n - MOST_GAPS);
  if (n > 0)
    {
      g_autofree char *gaps = g_string_free (text, FALSE);

      /* Translators: months, such as "April 2026 to July 2026; September 2026" */
      return g_strdup_printf (_("No payment in %s."), gaps);
    }
  return g_string_free (text, FALSE);
}
