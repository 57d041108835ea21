/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* In which months something is new.
 *
 * Most months are like the one before: the same work, figures and facts, and no status that ends. What begins
 * or ends in a month is marked before the months are run; a program marks the months ahead in which it does
 * something by itself, such as the end of the grace period. In a month without a mark a program may repeat its
 * row and move its counters on, which is all that a step would do. Nothing is repeated when a trace is wanted,
 * or with MP_PROJECT_EACH_MONTH, and tests compare the two.
 */

#include "mp-engine-private.h"

#include <string.h>

G_STATIC_ASSERT (MP_NEW_FIGURES == 1); /* as mp_parameters_changes () has it */

/**
 * mp_run_mark_period: (skip)
 * @run: a run
 * @when: months in which a fact holds
 * @news: MpNews
 *
 * Marks the first month of a fact and the one after its last.
 */
void
mp_run_mark_period (MpRun *run, const MpPeriod *when, guint8 news)
{
  mp_run_mark (run, when->from, news);
  if (when->to < MP_MONTH_OPEN)
    mp_run_mark (run, when->to + 1, news);
}

void
mp_run_mark_amounts (MpRun *run, const MpAmount *amounts, guint n, guint8 news)
{
  for (guint i = 0; i < n; i++)
    mp_run_mark_period (run, &amounts[i].when, news);
}

/**
 * mp_news_init: (skip)
 * @run: a run
 * @news: (transfer none): room for the months from the first to MP_WORK_AHEAD after the last
 *
 * Marks what all programs look at: other figures, and the first reported month, from which on a missing figure
 * is an error and a warning is given.
 */
void
mp_news_init (MpRun *run, guint8 *news)
{
  const MpMonth last = run->last + MP_WORK_AHEAD, from = MAX (run->first, MP_MONTH_FIRST), to = MIN (last, MP_MONTH_LAST);

  run->news = news;
  memset (news, 0, (gsize) (last - run->first) + 1);
  if (from <= to)
    memcpy (news + (from - run->first), mp_parameters_changes (run->parameters) + (from - MP_MONTH_FIRST), (gsize) (to - from) + 1);
  news[0] = MP_NEW_ALL;
  mp_run_mark (run, run->start, MP_NEW_ALL);
}
