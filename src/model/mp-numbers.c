/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-numbers.h"

#include "mp-arena.h"
#include "mp-ssn.h"

#include <string.h>

typedef gboolean (*TextFunc) (MpCase *kase, char **text);

/* Goes through the texts that are typed freely, until one answers; the person's name is refused where it is typed. */
static gboolean
each_text (MpCase *kase, TextFunc func)
{
  gboolean answer = func (kase, &kase->title) || func (kase, &kase->notes);

  for (guint i = 0; i < kase->n_pinned; i++)
    answer = answer || func (kase, &kase->pinned[i].text);
  for (guint i = 0; i < kase->n_sources; i++)
    answer = answer || func (kase, &kase->sources[i].ask) || func (kase, &kase->sources[i].note);
  for (guint i = 0; i < kase->n_actions; i++)
    answer = answer || func (kase, &kase->actions[i].step) || func (kase, &kase->actions[i].who);
  for (guint i = 0; i < kase->n_scenarios; i++)
    {
      MpScenario *plan = &kase->scenarios[i];

      answer = answer || func (kase, &plan->name);
      for (guint j = 0; j < plan->n_work; j++)
        answer = answer || func (kase, &plan->work[j].name);
      for (guint j = 0; j < plan->n_work_incentives; j++)
        answer = answer || func (kase, &plan->work_incentives[j].name);
    }
  return answer;
}

static gboolean
holds_number (MpCase *kase, char **text)
{
  return *text != NULL && mp_ssn_find (*text, NULL, NULL);
}

static gboolean
remove_number (MpCase *kase, char **text)
{
  if (holds_number (kase, text))
    {
      g_autofree char *left = mp_ssn_remove (*text);

      *text = mp_arena_strdup (kase->arena, g_strstrip (left));
    }
  return FALSE;
}

/**
 * mp_numbers_find:
 * @kase: a case
 *
 * Returns: whether a title, note or name in it looks as if it held a Social Security number
 */
gboolean
mp_numbers_find (const MpCase *kase)
{
  return each_text ((MpCase *) kase, holds_number); /* which changes nothing */
}

/**
 * mp_numbers_remove:
 * @kase: a case
 *
 * Takes what looks like a Social Security number out of titles, notes and names.
 */
void
mp_numbers_remove (MpCase *kase)
{
  each_text (kase, remove_number);
}
