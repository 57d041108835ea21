/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-pay-csv.h"

#include "mp-csv.h"
#include "mp-edit.h"
#include "mp-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIMIT (1024 * 1024)
#define LATEST_SHORT_YEAR 2069

typedef struct {
  const MpCsv *csv;
  guint n_rows;          /* with the names */
  gint month, amount;    /* columns; -1: not found */
} Table;

/**
 * mp_pay_csv_free:
 * @self: (nullable): a read table
 */
void
mp_pay_csv_free (MpPayCsv *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->months);
  g_free (self->column);
  g_free (self);
}

static char *
cell (const Table *table, guint row, gint column)
{
  return g_strstrip (g_strdup (g_ptr_array_index (table->csv->cells, row * table->csv->n_columns + (guint) column)));
}

static gboolean
read_when (const char *text, MpMonth *month, gboolean *is_day)
{
  MpDate date;

  *is_day = mp_date_parse_typed (text, LATEST_SHORT_YEAR, &date);
  if (*is_day)
    *month = date.month;
  return (*is_day && date.month >= MP_MONTH_FIRST) || mp_month_parse_typed (text, month);
}

/* Tables of other countries' programs and of a clipboard have semicolons or tabs. */
static char *
with_commas (const char *data, gsize length)
{
  gsize first_line;
  char *text;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  while (length > 0 && strchr (" \t\r\n", data[length - 1]) != NULL)
    length--;
  text = g_strndup (data, length);
  first_line = strcspn (text, "\n");
  if (strcspn (text, ",") < first_line || strchr (text, '"') != NULL)
    return text;
  g_strdelimit (text, strcspn (text, ";") < first_line ? ";" : "\t", ',');
  return text;
}

/* 2: surely pay before taxes, 1: pay, 0: something else. */
static guint
amount_rank (const char *name)
{
  static const struct { const char *word; guint rank; } words[] = {
    { "net", 0 }, { "date", 0 }, { "day", 0 }, { "fecha", 0 }, { "gross", 2 }, { "bruto", 2 }, { "amount", 1 }, { "pay", 1 }, { "wage", 1 },
    { "earn", 1 }, { "importe", 1 }, { "salario", 1 },
  };
  g_autofree char *low = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (low, words[i].word) != NULL)
      return words[i].rank;
  return 0;
}

/* The first column of months or days, and the amounts: the column named so, else the first after it. */
static void
find_columns (Table *table)
{
  const MpCsv *csv = table->csv;
  guint row = MIN (1, table->n_rows - 1);
  gint fallback = -1;
  guint best = 0;

  table->month = table->amount = -1;
  for (gint i = 0; i < (gint) csv->n_columns; i++)
    {
      g_autofree char *text = cell (table, row, i);
      g_autofree char *name = cell (table, 0, i);
      MpMonth month;
      MpMoney amount;
      gboolean is_day;

      if (table->month < 0 && read_when (text, &month, &is_day))
        table->month = i;
      else if (mp_money_parse_typed (text, &amount))
        {
          if (fallback < 0)
            fallback = i;
          if (amount_rank (name) > best)
            {
              best = amount_rank (name);
              table->amount = i;
            }
        }
    }
  if (table->amount < 0)
    table->amount = fallback;
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  const MpPayMonth *first = a, *second = b;

  return first->month < second->month ? -1 : first->month > second->month;
}

static void
add (GArray *months, MpMonth month, MpMoney amount)
{
  MpPayMonth new_month = { month, amount, 1 };

  for (guint i = 0; i < months->len; i++)
    {
      MpPayMonth *known = &g_array_index (months, MpPayMonth, i);

      if (known->month != month)
        continue;
      known->amount += amount;
      known->n_stubs++;
      return;
    }
  g_array_append_val (months, new_month);
}

static void
read_row (MpPayCsv *self, const Table *table, guint row, gboolean *days, GPtrArray *problems)
{
  g_autofree char *when = cell (table, row, table->month);
  g_autofree char *text = cell (table, row, table->amount);
  /* Translators: a line of a file */
  g_autofree char *line = g_strdup_printf (_("line %u"), g_array_index (table->csv->lines, guint, row));
  MpMonth month;
  MpMoney amount;
  gboolean is_day;

  if (*when == '\0' && *text == '\0')
    return;
  if (!read_when (when, &month, &is_day))
    mp_problems_add (problems, line, _("a month or a day is expected, like 2026-05 or 5/15/2026, got “%s”"), when);
  else if (!mp_money_parse_typed (text, &amount))
    mp_problems_add (problems, line, _("an amount is dollars and cents, like 640.00, got “%s”"), text);
  else if (self->months->len > 0 && is_day != *days)
    mp_problems_add (problems, line, _("some lines carry a day and some only a month; one or the other is expected"));
  else
    {
      *days = is_day;
      add (self->months, month, amount);
    }
}

/**
 * mp_pay_csv_read:
 * @data: (array length=length): a table of comma-, semicolon- or tab-separated values
 * @length: its bytes
 * @problems: (element-type MpProblem): gets what is wrong, with "line 3" in place of a pointer
 *
 * Reads pay stubs: a column of months or pay days and a column of amounts before taxes, in any order,
 * with or without a line of names. Stubs of one month add up. A table with any line that is not
 * understood is not read at all.
 *
 * Returns: (transfer full) (nullable): the months
 */
MpPayCsv *
mp_pay_csv_read (const char *data, gsize length, GPtrArray *problems)
{
  g_autoptr (MpPayCsv) self = g_new0 (MpPayCsv, 1);
  g_autofree char *text = length <= LIMIT ? with_commas (data, length) : NULL;
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpCsv) csv = NULL;
  Table table = { NULL };
  guint before = problems->len, first = 0;
  MpMoney amount;

  self->months = g_array_new (FALSE, TRUE, sizeof (MpPayMonth));
  if (bytes == NULL)
    {
      mp_problems_add (problems, "", _("pay stubs are a small table; this file is larger than 1 MiB"));
      return NULL;
    }
  csv = memchr (data, '\0', length) == NULL ? mp_csv_parse ("CSV", bytes, &error) : NULL;
  if (csv == NULL)
    {
      mp_problems_add (problems, "", "%s", error != NULL ? error->message : _("this is no table of text"));
      return NULL;
    }
  table.csv = csv;
  table.n_rows = csv->n_rows + 1;
  find_columns (&table);
  if (table.month < 0 || table.amount < 0)
    {
      mp_problems_add (problems, "", _("two columns are expected, a month or a pay day and an amount, such as 2026-05,900.00"));
      return NULL;
    }
  {
    g_autofree char *name = cell (&table, 0, table.amount);
    gboolean has_names = !mp_money_parse_typed (name, &amount);

    first = has_names ? 1 : 0;
    self->column = g_strdup (has_names ? name : "");
  }
  for (guint row = first; row < table.n_rows; row++)
    read_row (self, &table, row, &self->by_pay_day, problems);
  if (self->months->len == 0 && problems->len == before)
    mp_problems_add (problems, "", _("there is no pay in this table"));
  for (guint i = 0; i < self->months->len; i++)
    if (g_array_index (self->months, MpPayMonth, i).amount > MP_MONEY_MAX)
      mp_problems_add (problems, "", _("the pay of a month is too large"));
  g_array_sort (self->months, compare);
  return problems->len == before ? g_steal_pointer (&self) : NULL;
}

/**
 * mp_pay_csv_apply:
 * @self: pay stubs
 * @kase: a case
 * @scenario: number of the plan
 * @job: number of the job
 *
 * Puts the amounts into the months of a job: as earned, or, when they are by pay day, as paid, which
 * is what SSI counts. What else a month says stays.
 *
 * Returns: how many of the months lie in the job; the others are left out
 */
guint
mp_pay_csv_apply (const MpPayCsv *self, MpCase *kase, guint scenario, guint job)
{
  guint n = 0;

  for (guint i = 0; i < self->months->len; i++)
    {
      const MpPayMonth *month = &g_array_index (self->months, MpPayMonth, i);
      char name[MP_MONTH_TEXT_SIZE], amount[MP_MONEY_TEXT_SIZE];
      g_autofree char *pointer = g_strdup_printf ("/scenarios/%u/work/%u/months/%s/%s", scenario, job, mp_month_to_text (month->month, name),
                                                  self->by_pay_day ? "paid" : "earned");

      mp_money_to_text (month->amount, amount);
      if (mp_period_contains (&kase->scenarios[scenario].work[job].when, month->month) && mp_edit_set (kase, pointer, amount))
        n++;
    }
  return n;
}
