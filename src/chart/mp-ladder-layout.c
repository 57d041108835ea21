/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where everything on the ladder is, and what lies at a point. */

#include <math.h>

#include "mp-i18n.h"

#include "mp-ladder-private.h"

#define GAP 4.0                 /* between two steps */
#define LEAST_RISE 8.0
#define MOST_RISE 62.0
#define NATURAL_RISE 36.0
#define PILLS 66.0             /* two rows */
#define ROW 30.0
#define NET_HEIGHT 25.0
#define NET_GAP 4.0

static PangoLayout *
wrapped (MpLadder *self, double size, gboolean bold, const char *text, double width)
{
  PangoLayout *layout = pango_layout_copy (mp_chart_text (self->pen, size, bold, text));

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MAX (width, 10) * PANGO_SCALE));
  return layout;
}

double
mp_ladder_wrap (MpLadder *self, cairo_t *cr, double size, gboolean bold, MpColour colour, double x, double y, double width, const char *text)
{
  g_autoptr (PangoLayout) layout = wrapped (self, size, bold, text, width);
  double at = y;
  int height;

  if (cr == NULL)
    {
      pango_layout_get_size (layout, NULL, &height);
      return (double) height / PANGO_SCALE;
    }
  /* Line by line: in a PDF a wrapped layout marks its line ends as texts of their own. */
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;
      g_autofree char *part = g_strndup (text + line->start_index, (gsize) line->length);

      pango_layout_get_size (mp_chart_text (self->pen, size, bold, part), NULL, &height);
      mp_chart_show (self->pen, cr, size, bold, colour, x, at + height / 2.0 / PANGO_SCALE, 0, part);
      at += (double) height / PANGO_SCALE;
    }
  return at - y;
}

double
mp_ladder_fit (MpLadder *self, double size, double least, gboolean bold, const char *text, double width)
{
  double full = mp_chart_text_width (self->pen, size, bold, text);

  return full <= width ? size : MAX (least, floor (size * width / full * 10) / 10);
}

/* No word of a title is broken: an amount must be read in one piece. */
static double
title_size (MpLadder *self, guint i, double width)
{
  g_auto (GStrv) words = g_strsplit (self->step[i].title, " ", -1);
  double size = MP_LADDER_TITLE;

  for (guint k = 0; words[k] != NULL; k++)
    size = MIN (size, mp_ladder_fit (self, MP_LADDER_TITLE, 8, TRUE, words[k], width));
  return size;
}

/* One size for all steps. Beside the number, or below it where there a title would be no larger than what it stands over
 * and the type is large; in print, which has no height to spare, a long amount alone is smaller. */
static MpLadderTitle
titles (MpLadder *self, double inner)
{
  const double scale = self->pen->style.text_scale, number = MP_LADDER_NUMBER * scale;
  double beside = MP_LADDER_TITLE, below = MP_LADDER_TITLE;

  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    {
      beside = MIN (beside, title_size (self, i, inner - number));
      below = MIN (below, title_size (self, i, inner));
    }
  if (beside > MP_LADDER_BODY || scale <= 1)
    return (MpLadderTitle) { MAX (beside, MP_LADDER_BODY + 2), number, 0, inner - number };
  return (MpLadderTitle) { below, 0, number, inner };
}

MpLadderTitle
mp_ladder_title (MpLadder *self, guint i, double inner)
{
  MpLadderTitle title = titles (self, inner);

  title.size = MIN (title.size, title_size (self, i, title.width));
  title.height = mp_ladder_wrap (self, NULL, title.size, TRUE, 0, 0, 0, title.width, self->step[i].title);
  return title;
}

double
mp_ladder_title_height (MpLadder *self, const MpLadderTitle *title)
{
  return title->y > 0 ? title->y + title->height : MAX (title->height, 30 * self->pen->style.text_scale);
}

/* What a step's words need below its top. */
static double
content_height (MpLadder *self, guint i, double width)
{
  const MpLadderStep *step = &self->step[i];
  double scale = self->pen->style.text_scale, inner = width - 2 * MP_LADDER_PAD * scale, height;
  const MpLadderTitle title = mp_ladder_title (self, i, inner);

  height = MP_LADDER_PAD * scale + mp_ladder_title_height (self, &title)
           + mp_ladder_wrap (self, NULL, MP_LADDER_BODY, FALSE, 0, 0, 0, inner, step->condition);
  if (step->detail[0] != '\0')
    height += mp_ladder_wrap (self, NULL, MP_LADDER_SMALL, FALSE, 0, 0, 0, inner, step->detail);
  if (step->reason != NULL)
    return height + mp_ladder_wrap (self, NULL, MP_LADDER_SMALL, FALSE, 0, 0, 0, inner, step->reason) + 8 * scale;
  return height + MP_LADDER_DOTS * scale + 4 * scale;
}

typedef struct {
  double content[MP_LADDER_STEPS]; /* what the words of each step need */
} Heights;

static Heights
measure (MpLadder *self, double width)
{
  Heights heights;

  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    heights.content[i] = content_height (self, i, width);
  return heights;
}

/* The least height of the first step so that each step holds its words. */
static double
base_height (const Heights *heights, double rise)
{
  double base = 0;

  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    base = MAX (base, heights->content[i] - i * rise);
  return base;
}

/* The steepest rise at which all steps fit into the room. */
static double
rise_for (const Heights *heights, double scale, double room)
{
  double low = LEAST_RISE * scale, high = MOST_RISE * scale;

  for (guint i = 0; i < 12; i++)
    {
      double middle = (low + high) / 2;

      if (base_height (heights, middle) + (MP_LADDER_STEPS - 1) * middle <= room)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static double
step_width (double width)
{
  return (width - (MP_LADDER_STEPS - 1) * GAP) / MP_LADDER_STEPS;
}

/* Everything but the steps: pills above, months, amounts and nets below. */
static double
fixed_height (const MpLadder *self)
{
  double scale = self->pen->style.text_scale;
  double rows = ROW + (self->model.hide_amounts ? 0 : 2 * ROW - 6) + 2 * ROW - 6;

  return scale * (PILLS + rows + (self->n_nets > 0 ? ROW + self->n_nets * (NET_HEIGHT + NET_GAP) : 0));
}

/**
 * mp_ladder_natural_height:
 * @self: a ladder with a model
 * @width: of the picture
 *
 * Returns: the height at which nothing is crowded
 */
double
mp_ladder_natural_height (MpLadder *self, double width)
{
  double rise = NATURAL_RISE * self->pen->style.text_scale;
  const Heights heights = measure (self, step_width (width));

  return ceil (fixed_height (self) + base_height (&heights, rise) + (MP_LADDER_STEPS - 1) * rise);
}

/**
 * mp_ladder_least_height:
 * @self: a ladder with a model
 * @width: of the picture
 *
 * Returns: the height under which words would leave their steps
 */
double
mp_ladder_least_height (MpLadder *self, double width)
{
  double rise = LEAST_RISE * self->pen->style.text_scale;
  const Heights heights = measure (self, step_width (width));

  return ceil (fixed_height (self) + base_height (&heights, rise) + (MP_LADDER_STEPS - 1) * rise);
}

static void
place_nets (MpLadder *self)
{
  MpLadderLayout *layout = &self->layout;
  double scale = layout->scale, y = layout->nets_y + ROW * scale;

  for (guint i = 0; i < self->n_nets; i++)
    {
      const MpLadderNet *net = &self->net[i];
      MpMonth last = self->model.projection->start + (MpMonth) self->model.projection->n_months - 1;
      double x = net->from <= self->model.projection->start ? 0 : MIN (mp_ladder_x (self, net->from), layout->width * 0.86);
      double end = net->to == MP_MONTH_OPEN || net->to >= last ? layout->width : mp_ladder_x (self, net->to + 1);

      layout->net[i] = (MpChartRect) { x, y, MAX (end - x, 24 * scale), NET_HEIGHT * scale };
      y += (NET_HEIGHT + NET_GAP) * scale;
    }
}

/**
 * mp_ladder_layout:
 * @self: a ladder with a model
 * @width: of the picture
 * @height: of the picture; with less than the natural height the steps rise less
 *
 * Returns: (transfer none): where everything is, until the next call
 */
const MpLadderLayout *
mp_ladder_layout (MpLadder *self, double width, double height)
{
  MpLadderLayout *layout = &self->layout;
  double scale = self->pen->style.text_scale, w = step_width (width);
  double room = height - fixed_height (self), base, rise, y;
  const Heights heights = measure (self, w);

  rise = rise_for (&heights, scale, room);
  base = base_height (&heights, rise);
  base = MAX (base, room - (MP_LADDER_STEPS - 1) * rise);
  *layout = (MpLadderLayout) { .width = width, .height = height, .scale = scale, .pills = PILLS * scale };
  layout->foot = layout->pills + base + (MP_LADDER_STEPS - 1) * rise;
  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    layout->step[i] = (MpChartRect) { i * (w + GAP), layout->foot - base - i * rise, w, base + i * rise };
  y = layout->foot;
  layout->when_y = y;
  y += ROW * scale;
  layout->person_y = y;
  if (!self->model.hide_amounts)
    y += (2 * ROW - 6) * scale;
  layout->en_y = y;
  layout->nets_y = y + (2 * ROW - 6) * scale;
  place_nets (self);
  return layout;
}

gint
mp_ladder_step_at (const MpLadder *self, double x, double y)
{
  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    {
      const MpChartRect *box = &self->layout.step[i];
      if (x >= box->x && x < box->x + box->width && y >= box->y && y < self->layout.nets_y)
        return (gint) i;
    }
  return -1;
}

/* The months of a step's column: from its own to that of the next step the plan reaches, or past the end. */
static gboolean
span_of (const MpLadder *self, guint i, MpMonth *from, MpMonth *to)
{
  const MpProjection *p = self->model.projection;

  *from = self->step[i].month;
  *to = p->start + (MpMonth) p->n_months;
  if (*from == MP_MONTH_NONE)
    return FALSE;
  for (guint k = MP_LADDER_STEPS - 1; k > i; k--)
    if (self->step[k].month != MP_MONTH_NONE && self->step[k].month > *from)
      *to = self->step[k].month;
    else if (self->step[k].month != MP_MONTH_NONE)
      return FALSE; /* a later step comes at once: its column has the months */
  return *to > *from;
}

double
mp_ladder_x (const MpLadder *self, MpMonth month)
{
  double x = 0;

  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    {
      MpMonth from, to;

      if (!span_of (self, i, &from, &to) || month < from)
        continue;
      x = self->layout.step[i].x + self->layout.step[i].width * MIN ((double) (month - from) / (to - from), 1);
    }
  return x;
}

MpMonth
mp_ladder_month_at (const MpLadder *self, double x)
{
  const MpProjection *p = self->model.projection;
  MpMonth found = p->start;

  for (guint i = 0; i < p->n_months; i++)
    if (mp_ladder_x (self, p->start + (MpMonth) i) <= x)
      found = p->start + (MpMonth) i;
  return found;
}
