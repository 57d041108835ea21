/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "mp-i18n.h"

#include "mp-ladder-private.h"

static const MpChartColours *
colours_of (const MpLadder *self)
{
  return mp_chart_colours_of (self->pen->style.palette);
}

static MpFill
fill_of (guint i)
{
  return i < 4 ? MP_FILL_PHASE1 : i == 4 ? MP_FILL_PHASE2 : MP_FILL_OUTCOME;
}

static gboolean
is_outlined (const MpLadderStep *step)
{
  return step->state == MP_LADDER_REMOVED;
}

static void
draw_box (MpLadder *self, cairo_t *cr, guint i, gboolean outlined)
{
  const MpChartColours *colours = colours_of (self);
  const MpChartRect *box = &self->layout.step[i];
  const double dashes[] = { 5, 4 };

  if (outlined)
    {
      mp_chart_source (cr, colours->dim, 1);
      cairo_set_line_width (cr, 1.2);
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_rectangle (cr, box->x + 1, box->y + 1, box->width - 2, box->height - 1);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      return;
    }
  mp_chart_source (cr, colours->fill[fill_of (i)], 1);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
  mp_chart_source (cr, colours->series[3], 1);
  cairo_rectangle (cr, box->x, box->y, box->width, 5 * self->layout.scale);
  cairo_fill (cr);
}

/* The number in a disc; a tick once the step is reached. */
static void
draw_number (MpLadder *self, cairo_t *cr, guint i, double x, double y)
{
  const MpChartColours *colours = colours_of (self);
  gboolean reached = self->step[i].state == MP_LADDER_REACHED;
  g_autofree char *number = reached ? g_strdup ("✓") : g_strdup_printf ("%u", i + 1);
  double r = 14 * self->layout.scale;

  cairo_arc (cr, x + r, y + r, r, 0, 2 * G_PI);
  mp_chart_source (cr, reached ? mp_chart_better (self->pen->style.palette) : colours->text, 1);
  cairo_fill (cr);
  mp_chart_show (self->pen, cr, MP_LADDER_BODY, TRUE, colours->background, x + r, y + r, 0.5, number);
}

/* One dot a month, or a bar with its count where dots would be too small. */
static void
draw_dots (MpLadder *self, cairo_t *cr, const MpLadderStep *step, double x, double y, double width)
{
  const MpChartColours *colours = colours_of (self);
  double scale = self->layout.scale, pitch = MIN (21 * scale, width / MAX (step->need, 1));
  double r = MIN (7 * scale, pitch / 2 - 1.2);

  mp_chart_source (cr, colours->series[3], 1);
  cairo_set_line_width (cr, 1.6 * scale);
  if (r < 3.2 * scale)
    {
      g_autofree char *count = g_strdup_printf (_("%1$u of %2$u"), step->have, step->need);
      double text = mp_chart_text_width (self->pen, MP_LADDER_SMALL, FALSE, count), bar = width - text - 8 * scale;

      cairo_rectangle (cr, x, y + 5 * scale, bar, 9 * scale);
      cairo_stroke (cr);
      cairo_rectangle (cr, x, y + 5 * scale, bar * MIN (step->have, step->need) / step->need, 9 * scale);
      cairo_fill (cr);
      mp_chart_show (self->pen, cr, MP_LADDER_SMALL, FALSE, colours->text, x + bar + 8 * scale, y + 9.5 * scale, 0, count);
      return;
    }
  for (guint k = 0; k < step->need; k++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + r + 1 + k * pitch, y + 10 * scale, r, 0, 2 * G_PI);
      mp_chart_source (cr, k < step->have ? colours->series[3] : colours->background, 1);
      cairo_fill_preserve (cr);
      mp_chart_source (cr, colours->series[3], 1);
      cairo_stroke (cr);
    }
}

static void
draw_step (MpLadder *self, cairo_t *cr, guint i)
{
  const MpChartColours *colours = colours_of (self);
  const MpLadderStep *step = &self->step[i];
  const MpChartRect *box = &self->layout.step[i];
  double scale = self->layout.scale, pad = MP_LADDER_PAD * scale, width = box->width - 2 * pad;
  double x = box->x + pad, y = box->y + pad;
  const MpLadderTitle title = mp_ladder_title (self, i, width);

  draw_box (self, cr, i, is_outlined (step));
  draw_number (self, cr, i, x, y);
  mp_ladder_wrap (self, cr, title.size, TRUE, colours->text, x + title.x, y + (title.y > 0 ? title.y : MAX (0, 28 * scale - title.height) / 2),
                  title.width, step->title);
  y += mp_ladder_title_height (self, &title);
  y += mp_ladder_wrap (self, cr, MP_LADDER_BODY, FALSE, colours->text, x, y, width, step->condition);
  if (step->detail[0] != '\0')
    y += mp_ladder_wrap (self, cr, MP_LADDER_SMALL, FALSE, colours->text, x, y, width, step->detail);
  if (step->reason != NULL)
    mp_ladder_wrap (self, cr, MP_LADDER_SMALL, FALSE, colours->stop, x, y + 4 * scale, width, step->reason);
  else
    draw_dots (self, cr, step, x, y + 2 * scale, width);
}

static void
draw_amount (MpLadder *self, cairo_t *cr, guint i, double y, gboolean bold, MpColour colour, double size, const char *text)
{
  const MpChartRect *box = &self->layout.step[i];
  double fitted = mp_ladder_fit (self, size, 8, bold, text, box->width - 4 * self->layout.scale);

  mp_chart_show (self->pen, cr, fitted, bold, colour, box->x, y, 0, text);
}

static void
draw_rows (MpLadder *self, cairo_t *cr, guint revealed)
{
  const MpChartColours *colours = colours_of (self);
  const MpLadderLayout *layout = &self->layout;
  double scale = layout->scale;
  double y = round (layout->person_y) + 0.5;

  for (guint i = 0; i < revealed; i++)
    draw_amount (self, cr, i, layout->when_y + 15 * scale, TRUE, self->step[i].month == MP_MONTH_NONE ? colours->dim : colours->text, 15, self->step[i].when);
  mp_chart_source (cr, colours->grid, 1);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, layout->width, y);
  cairo_stroke (cr);
  if (!self->model.hide_amounts)
    {
      mp_chart_show (self->pen, cr, MP_LADDER_SMALL, TRUE, colours->dim, 0, layout->person_y + 14 * scale, 0, _("Cash in hand in that month"));
      for (guint i = 0; i < revealed; i++)
        draw_amount (self, cr, i, layout->person_y + 38 * scale, TRUE, colours->series[0], MP_LADDER_TITLE, self->step[i].person);
    }
  mp_chart_show (self->pen, cr, MP_LADDER_SMALL, TRUE, colours->dim, 0, layout->en_y + 14 * scale, 0, _("The EN is paid, by Social Security"));
  for (guint i = 0; i < revealed; i++)
    draw_amount (self, cr, i, layout->en_y + 38 * scale, TRUE, colours->series[3], 16, self->step[i].en);
}

static void
draw_net (MpLadder *self, cairo_t *cr, guint i)
{
  static const guint8 fills[] = { MP_FILL_1619B, MP_FILL_HEALTH, MP_FILL_TRIAL, MP_FILL_ENTITLED };
  const guint8 strokes[] = { 2, 0, 1, 1 };
  const MpChartColours *colours = colours_of (self);
  const MpLadderNet *net = &self->net[i];
  const MpChartRect *r = &self->layout.net[i];
  MpChartRect inner = { r->x + 0.75, r->y + 0.75, r->width - 1.5, r->height - 1.5 };
  double scale = self->layout.scale, radius = 6 * scale, room = r->width - 44 * scale, text;
  gboolean inside;

  mp_chart_round_box (cr, &inner, radius);
  mp_chart_source (cr, colours->fill[fills[net->kind]], 1);
  cairo_fill_preserve (cr);
  if (net->used >= 0)
    {
      cairo_save (cr);
      cairo_clip_preserve (cr);
      mp_chart_source (cr, colours->series[2], 0.30);
      cairo_new_path (cr);
      cairo_rectangle (cr, r->x, r->y + r->height - 6 * scale, r->width * net->used, 6 * scale);
      cairo_fill (cr);
      cairo_restore (cr);
      mp_chart_round_box (cr, &inner, radius);
    }
  mp_chart_source (cr, colours->series[strokes[net->kind]], 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  text = mp_chart_text_width (self->pen, MP_LADDER_BODY, TRUE, net->text);
  inside = text <= room || r->x < text;
  if (inside)
    mp_chart_show (self->pen, cr, mp_ladder_fit (self, MP_LADDER_BODY, 8, TRUE, net->text, room), TRUE, colours->text, r->x + 12 * scale, r->y + r->height / 2, 0, net->text);
  else
    mp_chart_show (self->pen, cr, MP_LADDER_BODY, TRUE, colours->text, r->x - 10 * scale, r->y + r->height / 2, 1, net->text);
  if (r->x + r->width >= self->layout.width - 1)
    mp_chart_show (self->pen, cr, MP_LADDER_BODY, TRUE, colours->text, r->x + r->width - 12 * scale, r->y + r->height / 2, 1, "→");
}

static void
draw_nets (MpLadder *self, cairo_t *cr)
{
  const MpChartColours *colours = colours_of (self);

  if (self->n_nets == 0)
    return;
  mp_chart_show (self->pen, cr, MP_LADDER_SMALL, TRUE, colours->dim, 0, self->layout.nets_y + 15 * self->layout.scale, 0, _("What stays, or can come back"));
  for (guint i = 0; i < self->n_nets; i++)
    draw_net (self, cr, i);
}

#define PILL_HEIGHT 27.0
#define PILL_ROW 32.0

typedef struct { double x, top; MpChartRect box; MpColour colour; const char *text; } Pill;

static double
step_top (const MpLadder *self, double x)
{
  double top = self->layout.step[0].y;

  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    if (x >= self->layout.step[i].x)
      top = self->layout.step[i].y;
  return top;
}

/* A label close above the step below it. */
static Pill
make_pill (MpLadder *self, double x, MpColour colour, const char *text)
{
  double scale = self->layout.scale, width = mp_chart_text_width (self->pen, MP_LADDER_BODY, TRUE, text) + 26 * scale;
  double left = CLAMP (x - width / 2, 0, MAX (self->layout.width - width, 0)), top = step_top (self, x), y = top;

  for (guint i = 0; i < MP_LADDER_STEPS; i++) /* it may reach over the next step, which is higher */
    if (self->layout.step[i].x < left + width && self->layout.step[i].x + self->layout.step[i].width > left)
      y = MIN (y, self->layout.step[i].y);
  return (Pill) { x, top, { left, y - PILL_ROW * scale, width, PILL_HEIGHT * scale }, colour, text };
}

static gboolean
overlap (const MpChartRect *a, const MpChartRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
draw_pill (MpLadder *self, cairo_t *cr, const Pill *pill)
{
  const double dashes[] = { 5, 3 };

  mp_chart_source (cr, pill->colour, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, pill->x, pill->box.y + pill->box.height);
  cairo_line_to (cr, pill->x, pill->top);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  mp_chart_round_box (cr, &pill->box, pill->box.height / 2);
  cairo_fill (cr);
  mp_chart_show (self->pen, cr, MP_LADDER_BODY, TRUE, colours_of (self)->background, pill->box.x + pill->box.width / 2,
                 pill->box.y + pill->box.height / 2, 0.5, pill->text);
}

/* The marker close above its step; flags where there is room, else a row higher. */
static void
draw_pills (MpLadder *self, cairo_t *cr, guint revealed)
{
  g_autofree char *who = self->who != NULL ? mp_words_capital (self->who) : NULL;
  g_autofree char *here = who != NULL ? g_strdup_printf (_("%s is here"), who) : g_strdup (_("You are here"));
  double right = revealed < MP_LADDER_STEPS ? self->layout.step[revealed].x : self->layout.width;
  Pill pills[MP_LADDER_MAX_FLAGS + 1];
  guint n = 0;

  if (self->assigned && mp_ladder_x (self, self->model.cursor) < right)
    pills[n++] = make_pill (self, mp_ladder_x (self, self->model.cursor), mp_chart_better (self->pen->style.palette), here);
  for (guint i = 0; i < self->n_flags; i++)
    {
      Pill pill = make_pill (self, mp_ladder_x (self, self->flag[i].month), colours_of (self)->stop, self->flag[i].text);

      for (guint k = 0; k < n; k++)
        if (overlap (&pills[k].box, &pill.box))
          pill.box.y = pills[k].box.y - PILL_ROW * self->layout.scale;
      if (pill.x < right)
        pills[n++] = pill;
    }
  while (n-- > 0)
    draw_pill (self, cr, &pills[n]);
}

/**
 * mp_ladder_draw:
 * @self: a ladder with a model
 * @cr: where; its origin is the picture's top left
 * @width: of the picture
 * @height: of the picture
 * @revealed: how many steps to show, %MP_LADDER_STEPS for all; the rest are empty outlines
 * @focus: a step to frame, or -1
 */
void
mp_ladder_draw (MpLadder *self, cairo_t *cr, double width, double height, guint revealed, gint focus)
{
  const MpChartColours *colours = colours_of (self);

  mp_ladder_layout (self, width, height);
  revealed = MIN (revealed, MP_LADDER_STEPS);
  cairo_save (cr);
  if (self->pen->style.background)
    {
      mp_chart_source (cr, colours->background, 1);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  for (guint i = 0; i < MP_LADDER_STEPS; i++)
    {
      if (i < revealed)
        draw_step (self, cr, i);
      else
        draw_box (self, cr, i, TRUE);
    }
  draw_rows (self, cr, revealed);
  draw_nets (self, cr);
  draw_pills (self, cr, revealed);
  if (focus >= 0 && focus < MP_LADDER_STEPS)
    {
      const MpChartRect *box = &self->layout.step[focus];
      MpChartRect frame = { box->x + 1, box->y + 1, box->width - 2, box->height - 2 }; /* the words below begin at its edge */

      mp_chart_round_box (cr, &frame, 5);
      mp_chart_source (cr, colours->cursor, 1);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
paint_ladder (gpointer data, cairo_t *cr, double width, double height)
{
  mp_ladder_draw (data, cr, width, height, MP_LADDER_STEPS, -1);
}

/**
 * mp_ladder_to_bytes:
 * @self: a ladder with a model
 * @format: of the file
 * @width: of the picture
 * @height: of the picture
 * @scale: pixels of a PNG per unit
 * @error: as of mp_chart_to_bytes()
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
mp_ladder_to_bytes (MpLadder *self, MpChartFormat format, double width, double height, double scale, GError **error)
{
  return mp_chart_paint_bytes (self->pen, paint_ladder, self, format, width, height, scale, error);
}
