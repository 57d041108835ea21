/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A list view makes 200 widgets, and when an item goes it throws the widget of it away: a letter typed in a search would take
 * away 200 rows and make 25 others, which is longer than a frame. So the items are rows, each of which shows one person after
 * another. At once come only those in sight; the others follow, some at each frame, and those that are left over go so. */

#include "mp-people-rows.h"

#define SOME_ROWS 25   /* as many as a window shows */
#define MOST_ROWS 200  /* as many as a list view makes */

struct _MpPersonRow {
  GObject parent_instance;
  MpPerson *person; /* (nullable): nobody, in a row that is about to go */
};

struct _MpPeopleRows {
  GObject parent_instance;
  GPtrArray *people; /* MpPerson: who is to be shown */
  GPtrArray *rows;   /* MpPersonRow; NULL: nobody has asked for it yet */
  guint shown;       /* rows that show whom they should */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (MpPersonRow, mp_person_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (MpPeopleRows, mp_people_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
mp_person_row_dispose (GObject *object)
{
  g_clear_object (&MP_PERSON_ROW (object)->person);
  G_OBJECT_CLASS (mp_person_row_parent_class)->dispose (object);
}

static void
mp_person_row_class_init (MpPersonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_person_row_dispose;
  /* The row shows somebody else. */
  signals[CHANGED] = g_signal_new ("changed", MP_TYPE_PERSON_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mp_person_row_init (MpPersonRow *self)
{
}

/**
 * mp_person_row_get_person:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): who stands in it now
 */
MpPerson *
mp_person_row_get_person (MpPersonRow *self)
{
  return self->person;
}

/* Who is to stand in the row of a position; NULL: nobody. */
static MpPerson *
person_at (MpPeopleRows *self, guint position)
{
  return position < self->people->len ? g_ptr_array_index (self->people, position) : NULL;
}

static GType
get_item_type (GListModel *model)
{
  return MP_TYPE_PERSON_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return MP_PEOPLE_ROWS (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MpPeopleRows *self = MP_PEOPLE_ROWS (model);
  MpPersonRow *row;

  if (position >= self->rows->len)
    return NULL;
  row = g_ptr_array_index (self->rows, position);
  if (row == NULL)
    {
      row = g_object_new (MP_TYPE_PERSON_ROW, NULL);
      g_set_object (&row->person, person_at (self, position));
      self->rows->pdata[position] = row;
    }
  return g_object_ref (row);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
mp_people_rows_finalize (GObject *object)
{
  g_ptr_array_unref (MP_PEOPLE_ROWS (object)->people);
  g_ptr_array_unref (MP_PEOPLE_ROWS (object)->rows);
  G_OBJECT_CLASS (mp_people_rows_parent_class)->finalize (object);
}

static void
mp_people_rows_class_init (MpPeopleRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mp_people_rows_finalize;
}

static void
clear_row (gpointer row)
{
  if (row != NULL)
    g_object_unref (row);
}

static void
mp_people_rows_init (MpPeopleRows *self)
{
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new_with_free_func (clear_row);
}

/**
 * mp_people_rows_new:
 *
 * Returns: (transfer full): a list of #MpPersonRow, empty
 */
MpPeopleRows *
mp_people_rows_new (void)
{
  return g_object_new (MP_TYPE_PEOPLE_ROWS, NULL);
}

static void
set_length (MpPeopleRows *self, guint length)
{
  const guint before = self->rows->len;

  if (length == before)
    return;
  g_ptr_array_set_size (self->rows, (gint) length);
  g_list_model_items_changed (G_LIST_MODEL (self), MIN (before, length), before > length ? before - length : 0,
                              length > before ? length - before : 0);
}

/* The rows up to this one show whom they should; past what a list view makes, the rest costs nothing. */
static void
show_until (MpPeopleRows *self, guint end)
{
  if (end >= MOST_ROWS || end > self->rows->len)
    end = self->rows->len;
  for (; self->shown < end; self->shown++)
    {
      MpPersonRow *row = g_ptr_array_index (self->rows, self->shown);

      if (row != NULL && g_set_object (&row->person, person_at (self, self->shown)))
        g_signal_emit (row, signals[CHANGED], 0);
    }
}

/**
 * mp_people_rows_set:
 * @self: the rows
 * @people: (transfer full) (element-type MpPerson): who is to be shown, in order
 * @from_top: the first rows are in sight, so that the others may follow them
 *
 * Shows other people; call mp_people_rows_follow() until all is done.
 */
void
mp_people_rows_set (MpPeopleRows *self, GPtrArray *people, gboolean from_top)
{
  g_ptr_array_unref (self->people);
  self->people = people;
  self->shown = 0;
  show_until (self, from_top ? SOME_ROWS : MOST_ROWS);
  if (self->rows->len > people->len)
    set_length (self, MAX (people->len, MIN (self->rows->len, MOST_ROWS)));
  else
    set_length (self, MIN (people->len, MAX (self->rows->len, SOME_ROWS)));
}

/**
 * mp_people_rows_get_count:
 * @self: the rows
 *
 * Returns: how many people are to be shown, whether all rows are there yet or not
 */
guint
mp_people_rows_get_count (MpPeopleRows *self)
{
  return self->people->len;
}

/**
 * mp_people_rows_follow:
 * @self: the rows
 *
 * Does some of what is left to do, little enough for a frame.
 *
 * Returns: whether there is more to do
 */
gboolean
mp_people_rows_follow (MpPeopleRows *self)
{
  const guint length = self->rows->len;

  show_until (self, self->shown + SOME_ROWS);
  if (length > self->people->len)
    set_length (self, MAX (self->people->len, length - MIN (length, SOME_ROWS)));
  else
    set_length (self, length + SOME_ROWS < MOST_ROWS ? MIN (self->people->len, length + SOME_ROWS) : self->people->len);
  return self->shown < self->rows->len || self->rows->len != self->people->len;
}
