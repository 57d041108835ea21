/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-export.h"

#include "mp-duties.h"
#include "mp-projection-write.h"

#define MAX_COLUMNS 8

/* A table in the making. Values are written as text: quoted in JSON unless they are numbers or truths; NULL is null. */
typedef struct {
  GString *out;
  MpExportFormat format;
  const char *columns[MAX_COLUMNS];
  guint n_columns, column, n_rows;
} Table;

static void
begin_row (Table *self)
{
  if (self->format == MP_EXPORT_JSON)
    g_string_append (self->out, self->n_rows == 0 ? "\n  {" : ",\n  {");
  self->column = 0;
  self->n_rows++;
}

static void
end_row (Table *self)
{
  g_string_append (self->out, self->format == MP_EXPORT_JSON ? "}" : "\n");
}

static void
value (Table *self, const char *text, gboolean bare)
{
  if (self->format == MP_EXPORT_JSON)
    {
      g_string_append_printf (self->out, "%s\"%s\": ", self->column > 0 ? ", " : "", self->columns[self->column]);
      if (text == NULL || bare)
        g_string_append (self->out, text != NULL ? text : "null");
      else
        mp_json_append_string (self->out, text);
    }
  else
    {
      if (self->column > 0)
        g_string_append_c (self->out, ',');
      mp_csv_append_text (self->out, text);
    }
  self->column++;
}

static void
money (Table *self, MpMoney amount)
{
  g_autofree char *text = amount != MP_MONEY_NONE ? mp_money_to_string (amount) : NULL;

  value (self, text, FALSE);
}

static void
month (Table *self, MpMonth m)
{
  char text[MP_MONTH_TEXT_SIZE];

  value (self, m != MP_MONTH_NONE ? mp_month_to_text (m, text) : NULL, FALSE);
}

static void
payments (Table *self, const MpProjection *p)
{
  for (guint i = 0; i < p->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (p, i);

      for (guint k = 0; k < row->ticket.n_payments; k++)
        {
          const MpTicketPayment *payment = mp_projection_payments (p, row) + k;
          char code[MP_TICKET_CODE_TEXT_SIZE];
          g_autofree char *year = payment->rate_year > 0 ? g_strdup_printf ("%d", payment->rate_year) : NULL;

          begin_row (self);
          month (self, row->month);
          value (self, mp_ticket_code_to_text (payment->code, code), FALSE);
          value (self, payment->provider, FALSE);
          money (self, payment->amount);
          value (self, year, TRUE);
          value (self, payment->estimated ? "true" : "false", TRUE);
          money (self, row->ticket.cumulative);
          end_row (self);
        }
    }
}

static void
events (Table *self, const MpProjection *p)
{
  for (guint i = 0; i < p->events->len; i++)
    {
      const MpEvent *event = &g_array_index (p->events, MpEvent, i);
      g_autofree char *text = mp_message_format (&event->message, FALSE);

      begin_row (self);
      month (self, event->month);
      value (self, mp_event_name (event->code), FALSE);
      money (self, event->amount);
      value (self, text, FALSE);
      value (self, mp_projection_month (p, (guint) (event->month - p->start))->estimated != 0 ? "true" : "false", TRUE);
      end_row (self);
    }
}

static void
reporting (Table *self, const MpCase *kase, const MpProjection *p)
{
  g_autoptr (GArray) dates = mp_report_dates (kase, p);

  for (guint i = 0; i < dates->len; i++)
    {
      const MpReportDate *date = &g_array_index (dates, MpReportDate, i);
      g_autofree char *due = mp_date_to_string (date->due), *text = mp_message_format (&date->text, FALSE);

      begin_row (self);
      value (self, due, FALSE);
      value (self, date->kind == MP_DUE_TENTH ? "last_day" : "at_once", FALSE);
      value (self, date->program == MP_PROGRAM_SSI ? "ssi" : "ssdi", FALSE);
      value (self, date->rule, FALSE);
      value (self, text, FALSE);
      end_row (self);
    }
}

static char *
months (const MpCase *kase, MpProjection *projection, MpExportFormat format)
{
  GString *out = g_string_new (NULL);

  if (format == MP_EXPORT_CSV)
    mp_projections_to_csv (out, kase, &projection, 1);
  else
    mp_projections_to_json (out, kase, &projection, 1, MP_WRITE_DEFAULT);
  return g_string_free (out, FALSE);
}

const char *
mp_export_key (MpExport what)
{
  static const char *const keys[MP_N_EXPORTS] = { "months", "payments", "events", "reporting" };

  return keys[what];
}

/**
 * mp_export_render:
 * @kase: a case without problems
 * @projection: of one of its plans
 * @what: which table
 * @format: CSV (RFC 4180) or JSON
 *
 * Returns: (transfer full): the whole document
 */
char *
mp_export_render (const MpCase *kase, MpProjection *projection, MpExport what, MpExportFormat format)
{
  static const char *const columns[MP_N_EXPORTS][MAX_COLUMNS] = {
    [MP_EXPORT_PAYMENTS] = { "month", "code", "provider", "amount", "rate_year", "estimated", "cumulative" },
    [MP_EXPORT_EVENTS] = { "month", "code", "amount", "text", "estimated" },
    [MP_EXPORT_REPORTING] = { "due", "kind", "program", "rule", "text" },
  };
  Table table = { .format = format };

  if (what == MP_EXPORT_MONTHS)
    return months (kase, projection, format);
  table.out = g_string_new (format == MP_EXPORT_JSON ? "[" : NULL);
  for (; table.n_columns < MAX_COLUMNS && columns[what][table.n_columns] != NULL; table.n_columns++)
    {
      table.columns[table.n_columns] = columns[what][table.n_columns];
      if (format == MP_EXPORT_CSV)
        g_string_append_printf (table.out, "%s%s", table.n_columns > 0 ? "," : "", table.columns[table.n_columns]);
    }
  if (format == MP_EXPORT_CSV)
    g_string_append_c (table.out, '\n');
  if (what == MP_EXPORT_PAYMENTS)
    payments (&table, projection);
  else if (what == MP_EXPORT_EVENTS)
    events (&table, projection);
  else
    reporting (&table, kase, projection);
  if (format == MP_EXPORT_JSON)
    g_string_append (table.out, "\n]\n");
  return g_string_free (table.out, FALSE);
}
