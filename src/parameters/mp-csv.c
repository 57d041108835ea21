/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-csv.h"

#include "mp-parameters.h"

#include <string.h>

/**
 * mp_csv_free:
 * @self: (nullable): a table
 */
void
mp_csv_free (MpCsv *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->text);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->lines);
  g_free (self);
}

typedef struct {
  char *p;     /* next character to read */
  guint line;
  char ended;  /* what ended the last cell: ',', '\n' or 0 */
} Reader;

/* Undoes the quoting in place: the text only gets shorter. */
static char *
read_quoted (Reader *reader)
{
  char *cell = reader->p, *to = reader->p, *p = reader->p + 1;
  gboolean closed = FALSE;

  for (; *p != '\0'; p++)
    {
      closed = *p == '"' && *++p != '"';
      if (closed)
        break;
      if (*p == '\n')
        reader->line++;
      *to++ = *p;
    }
  reader->p = p;
  if (!closed)
    return NULL;
  if (*p == '\r' && p[1] == '\n')
    reader->p = ++p;
  if (*p != ',' && *p != '\n' && *p != '\0')
    return NULL;
  reader->ended = *p;
  *to = '\0';
  return cell;
}

static char *
read_plain (Reader *reader)
{
  char *cell = reader->p, *end = cell + strcspn (cell, ",\"\n");

  if (*end == '"')
    return NULL;
  reader->p = end;
  reader->ended = *end;
  if (end > cell && *end == '\n' && end[-1] == '\r')
    end[-1] = '\0';
  *end = '\0';
  return cell;
}

static gboolean
read_row (MpCsv *self, Reader *reader, GError **error)
{
  guint n = 0, line = reader->line;

  g_array_append_val (self->lines, line);
  do
    {
      char *cell = *reader->p == '"' ? read_quoted (reader) : read_plain (reader);
      if (cell == NULL)
        {
          g_set_error (error, MP_PARAMETERS_ERROR, MP_PARAMETERS_ERROR_INVALID,
                       "%s: line %u: a quotation mark is missing or misplaced", self->name, line);
          return FALSE;
        }
      if (reader->ended != '\0')
        reader->p++;
      g_ptr_array_add (self->cells, cell);
      n++;
    }
  while (reader->ended == ',');
  reader->line++;
  if (self->n_columns == 0)
    self->n_columns = n;
  if (n == self->n_columns)
    return TRUE;
  g_set_error (error, MP_PARAMETERS_ERROR, MP_PARAMETERS_ERROR_INVALID,
               "%s: line %u: %u columns are expected, got %u", self->name, line, self->n_columns, n);
  return FALSE;
}

/**
 * mp_csv_parse:
 * @name: what messages call the table
 * @bytes: the file
 * @error: return location for a %MP_PARAMETERS_ERROR
 *
 * Reads a table. Every row must have as many cells as the line of names.
 *
 * Returns: (transfer full) (nullable): the table
 */
MpCsv *
mp_csv_parse (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (MpCsv) self = g_new0 (MpCsv, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  Reader reader = { .line = 1 };

  self->name = g_strdup (name);
  self->text = g_strndup (data, size);
  self->cells = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  if (size == 0 || memchr (data, '\0', size) != NULL || !g_utf8_validate (data, (gssize) size, NULL))
    {
      g_set_error (error, MP_PARAMETERS_ERROR, MP_PARAMETERS_ERROR_INVALID,
                   "%s: line 1: the table is empty or is not UTF-8 text", name);
      return NULL;
    }
  for (reader.p = self->text; *reader.p != '\0';)
    if (!read_row (self, &reader, error))
      return NULL;
  self->n_rows = self->lines->len - 1;
  return g_steal_pointer (&self);
}

/**
 * mp_csv_column:
 * @self: a table
 * @column: a name
 *
 * Returns: the number of the column, or -1
 */
gint
mp_csv_column (const MpCsv *self, const char *column)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (g_ptr_array_index (self->cells, i), column) == 0)
      return (gint) i;
  return -1;
}

/**
 * mp_csv_cell:
 * @self: a table
 * @row: 0 to n_rows - 1
 * @column: as from mp_csv_column()
 *
 * Returns: (transfer none): the text of a cell, "" when @column is -1
 */
const char *
mp_csv_cell (const MpCsv *self, guint row, gint column)
{
  if (column < 0)
    return "";
  return g_ptr_array_index (self->cells, (row + 1) * self->n_columns + (guint) column);
}

/**
 * mp_csv_line:
 * @self: a table
 * @row: 0 to n_rows - 1
 *
 * Returns: the line of the file on which a row begins
 */
guint
mp_csv_line (const MpCsv *self, guint row)
{
  return g_array_index (self->lines, guint, row + 1);
}
