/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables: kept row by row, then cut, measured and drawn, with the header repeated on each page. */

#include "mp-pages-private.h"

#include <string.h>

#define CELL_PAD 4.0            /* left and right of a cell's text */
#define LARGE_COLUMNS 5

/* One part of a table: some of its columns, with their widths. */
typedef struct {
  guint column[MP_PAGES_MAX_COLUMNS];
  double width[MP_PAGES_MAX_COLUMNS];
  guint n;
} Part;

void
mp_pages_table_begin (MpPages *self, const MpPageColumn *columns, guint n)
{
  g_assert (n <= MP_PAGES_MAX_COLUMNS && self->n_columns == 0);
  for (guint i = 0; i < n; i++)
    {
      self->columns[i] = columns[i];
      self->columns[i].title = g_strdup (columns[i].title);
    }
  self->n_columns = n;
  self->table_size = self->large ? 16 : 10;
}

void
mp_pages_table_small (MpPages *self)
{
  if (!self->large)
    self->table_size = self->n_columns > 9 ? 6.9 : 8.5;
}

void
mp_pages_table_row (MpPages *self, const char *const *cells, gboolean strong)
{
  MpTableRow row = { .strong = strong };

  for (guint i = 0; i < self->n_columns; i++)
    row.cells[i] = g_strdup (cells[i]);
  g_array_append_val (self->rows, row);
}

/* The widest word of a text that may be wider than room; 0: it is not. */
static double
word_width (MpPages *self, const char *text, gboolean strong, double room)
{
  double width = 0;

  for (const char *word = text, *end; *word != '\0'; word = *end == ' ' ? end + 1 : end)
    {
      end = word + strcspn (word, " ");
      if ((double) (end - word) * self->table_size > room)
        {
          g_autofree char *copy = g_strndup (word, (gsize) (end - word));
          width = MAX (width, mp_pages_text_width (self, copy, self->table_size, strong));
        }
    }
  return width;
}

/* The width without which a number, or a word, would be cut; 0: any will do. */
static double
least_width (MpPages *self, const MpTableRow *titles, guint column, double room)
{
  gboolean number = self->columns[column].align_right;
  double width = word_width (self, titles->cells[column], TRUE, room);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MpTableRow *row = &g_array_index (self->rows, MpTableRow, i);
      width = MAX (width, number ? mp_pages_text_width (self, row->cells[column], self->table_size, row->strong)
                          : word_width (self, row->cells[column], row->strong, room));
    }
  return width > 0 ? MIN (width, mp_pages_width (self) * 0.4) + 2 * CELL_PAD + 1 : 0;
}

/* Numbers and words get what they need; the rest is shared by weight. */
static void
set_widths (MpPages *self, Part *part, const MpTableRow *titles)
{
  double need[MP_PAGES_MAX_COLUMNS], room = mp_pages_width (self), weights = 0, left = room, fixed = 0;
  gboolean full[MP_PAGES_MAX_COLUMNS] = { FALSE }, again = TRUE;

  for (guint i = 0; i < part->n; i++)
    weights += self->columns[part->column[i]].weight;
  for (guint i = 0; i < part->n; i++)
    {
      need[i] = least_width (self, titles, part->column[i], room * self->columns[part->column[i]].weight / weights - 2 * CELL_PAD);
      fixed += need[i];
    }
  while (again) /* what one column needs more, the others have less */
    {
      again = FALSE;
      for (guint i = 0; i < part->n; i++)
        if (!full[i] && need[i] > left * self->columns[part->column[i]].weight / weights && fixed <= room)
          {
            full[i] = again = TRUE;
            left -= need[i];
            weights -= self->columns[part->column[i]].weight;
          }
    }
  for (guint i = 0; i < part->n; i++)
    part->width[i] = full[i] ? need[i] : left * self->columns[part->column[i]].weight / weights;
}

/* Small print is a long table: its rows stand close. */
static double
padding (MpPages *self)
{
  return self->table_size * (self->table_size < 8 ? 0.18 : 0.34);
}

static double
row_height (MpPages *self, const Part *part, const MpTableRow *row)
{
  double height = 0;

  for (guint i = 0; i < part->n; i++)
    height = MAX (height, mp_pages_text_height (self, row->cells[part->column[i]], self->table_size, row->strong, part->width[i] - 2 * CELL_PAD));
  return height + 2 * padding (self);
}

static void
shade (MpPages *self, double height, MpInk ink)
{
  if (self->target == MP_PAGES_MEASURE)
    return;
  mp_pages_begin_tag (self, "NonStruct");
  mp_pages_ink (self, ink);
  cairo_rectangle (self->cr, MP_PAGES_MARGIN, self->y, mp_pages_width (self), height);
  cairo_fill (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  mp_pages_end_tag (self, "NonStruct");
}

/* tagged: FALSE for the header repeated on the next page, which is no part of the table. */
static void
draw_cells (MpPages *self, const Part *part, const MpTableRow *row, gboolean header, gboolean tagged)
{
  double x = MP_PAGES_MARGIN;

  mp_pages_begin_tag (self, tagged ? "TR" : "NonStruct");
  for (guint i = 0; i < part->n; i++)
    {
      const char *tag = header || i == 0 ? "TH" : "TD";

      if (tagged)
        mp_pages_begin_tag (self, tag);
      mp_pages_draw_text (self, x + CELL_PAD, self->y + padding (self), part->width[i] - 2 * CELL_PAD, row->cells[part->column[i]],
                          self->table_size, row->strong, self->columns[part->column[i]].align_right);
      if (tagged)
        mp_pages_end_tag (self, tag);
      x += part->width[i];
    }
  mp_pages_end_tag (self, tagged ? "TR" : "NonStruct");
}

static void
draw_header (MpPages *self, const Part *part, const MpTableRow *titles, gboolean tagged)
{
  double height = row_height (self, part, titles);

  self->fresh = FALSE;
  shade (self, height, self->tint);
  draw_cells (self, part, titles, TRUE, tagged);
  if (self->contrast)
    mp_pages_rule (self, self->y + height, 1.2);
  self->y += height;
}

/* Room for a row of this height. On a next page the header again; or the picture that waits for the page, then another
 * table, as the one before it ends on its own page. */
static void
next_row (MpPages *self, const Part *part, const MpTableRow *titles, double height)
{
  gboolean divided = self->floating != NULL && !mp_pages_has_room (self, height);

  if (divided)
    mp_pages_end_tag (self, "Table");
  if (!mp_pages_need (self, height))
    return;
  if (divided)
    {
      mp_pages_float_try (self);
      mp_pages_need (self, row_height (self, part, titles) + height);
      mp_pages_begin_tag (self, "Table");
    }
  draw_header (self, part, titles, divided);
}

static void
draw_part (MpPages *self, const Part *part, const MpTableRow *titles)
{
  double first = row_height (self, part, titles);

  for (guint i = 0; i < (self->rows->len <= 4 ? self->rows->len : 2); i++)
    first += row_height (self, part, &g_array_index (self->rows, MpTableRow, i));
  mp_pages_need (self, MIN (first, mp_pages_room (self)));
  mp_pages_begin_tag (self, "Table");
  draw_header (self, part, titles, TRUE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MpTableRow *row = &g_array_index (self->rows, MpTableRow, i);
      double height = row_height (self, part, row);
      /* The last row does not stand alone on a page. */
      double last = i + 2 == self->rows->len ? row_height (self, part, row + 1) : 0;

      next_row (self, part, titles, height + last);
      if (row->strong)
        shade (self, height, self->strong_tint);
      draw_cells (self, part, row, FALSE, TRUE);
      mp_pages_rule (self, self->y + height, 0.5);
      self->y += height;
    }
  mp_pages_end_tag (self, "Table");
  self->y += 7 * self->scale;
}

void
mp_pages_table_end (MpPages *self)
{
  guint most = self->large ? LARGE_COLUMNS : MP_PAGES_MAX_COLUMNS;
  guint n_parts = self->n_columns <= most ? 1 : (self->n_columns - 2) / (most - 1) + 1, per_part;
  MpTableRow titles = { .strong = TRUE };
  guint next = 1;

  for (guint i = 0; i < self->n_columns; i++)
    titles.cells[i] = (char *) self->columns[i].title;
  per_part = n_parts == 1 ? self->n_columns - 1 : (self->n_columns - 1 + n_parts - 1) / n_parts;
  for (guint p = 0; p < n_parts; p++)
    {
      Part part = { .column = { 0 }, .n = 1 };

      for (; part.n <= per_part && next < self->n_columns; next++)
        part.column[part.n++] = next;
      set_widths (self, &part, &titles);
      draw_part (self, &part, &titles);
    }
  for (guint i = 0; i < self->rows->len; i++)
    for (guint k = 0; k < self->n_columns; k++)
      g_free (g_array_index (self->rows, MpTableRow, i).cells[k]);
  for (guint i = 0; i < self->n_columns; i++)
    g_free ((char *) self->columns[i].title);
  g_array_set_size (self->rows, 0);
  self->n_columns = 0;
}
