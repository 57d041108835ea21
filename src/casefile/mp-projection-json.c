/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-projection-write.h"

#include "mp-origin.h"

#include "mp-put.h"
#include "mp-rules.h"

#include <string.h>

#define APPEND(out, literal) mp_put ((out), (literal), sizeof (literal) - 1)

static gboolean
needs_escape (guchar c)
{
  return c < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

static void
append_escape (GString *out, guchar c)
{
  static const char hex[] = "0123456789abcdef";
  char escape[] = "\\u0000";

  if (c == '"')
    APPEND (out, "\\\"");
  else if (c == '\\')
    APPEND (out, "\\\\");
  else if (c == '\n')
    APPEND (out, "\\n");
  else if (c == '\t')
    APPEND (out, "\\t");
  else
    {
      escape[4] = hex[c >> 4];
      escape[5] = hex[c & 15];
      mp_put (out, escape, 6);
    }
}

#define BYTES 16

typedef guint8 Bytes __attribute__ ((vector_size (BYTES)));

/* Whether one of 16 bytes needs an escape, all of them looked at together. */
static inline gboolean
any_needs_escape (const char *text)
{
  Bytes bytes, bad;
  guint64 halves[2];

  memcpy (&bytes, text, BYTES);
  bad = (Bytes) ((bytes < 0x20) | (bytes == '"') | (bytes == '\\') | (bytes == 0x7f));
  memcpy (halves, &bad, BYTES);
  return (halves[0] | halves[1]) != 0;
}

/* How much of the text, which has @length bytes, needs no escape. */
static gsize
plain_length (const char *text, gsize length)
{
  gsize plain = 0;

  while (plain + BYTES <= length && !any_needs_escape (text + plain))
    plain += BYTES;
  if (plain >= BYTES && plain + BYTES > length && !any_needs_escape (text + length - BYTES))
    return length; /* the last ones are fewer: some were looked at twice */
  while (plain < length && !needs_escape ((guchar) text[plain]))
    plain++;
  return plain;
}

/**
 * mp_json_append_string:
 * @out: where to
 * @text: (nullable): UTF-8; NULL gives null
 *
 * Appends a JSON string: quotes, backslashes and control characters escaped.
 */
void
mp_json_append_string (GString *out, const char *text)
{
  if (text == NULL)
    {
      APPEND (out, "null");
      return;
    }
  mp_put_c (out, '"');
  for (gsize length = strlen (text);;)
    {
      gsize plain = plain_length (text, length);

      mp_put (out, text, plain);
      if (plain == length)
        break;
      append_escape (out, (guchar) text[plain]);
      text += plain + 1;
      length -= plain + 1;
    }
  mp_put_c (out, '"');
}

static void
append_money (GString *out, MpMoney amount)
{
  char text[MP_MONEY_TEXT_SIZE + 2];
  gsize length;

  if (amount == MP_MONEY_NONE)
    {
      APPEND (out, "null");
      return;
    }
  text[0] = '"';
  length = mp_money_to_text (amount, text + 1);
  text[length + 1] = '"';
  mp_put (out, text, length + 2);
}

static void
append_month (GString *out, MpMonth month)
{
  char text[MP_MONTH_TEXT_SIZE + 2];

  if (month == MP_MONTH_NONE)
    {
      APPEND (out, "null");
      return;
    }
  text[0] = '"';
  mp_month_to_text (month, text + 1);
  text[8] = '"';
  mp_put (out, text, 9);
}

static void
append_bool (GString *out, gboolean value)
{
  mp_put_text (out, value ? "true" : "false");
}

/* A word of ours that needs no escaping; NULL gives null. */
static void
append_word (GString *out, const char *word)
{
  if (word == NULL)
    {
      APPEND (out, "null");
      return;
    }
  mp_put_c (out, '"');
  mp_put_text (out, word);
  mp_put_c (out, '"');
}

static void
append_code (GString *out, MpTicketCode code)
{
  char text[MP_TICKET_CODE_TEXT_SIZE];

  append_word (out, code.kind == MP_TICKET_CODE_NONE ? NULL : mp_ticket_code_to_text (code, text));
}

#define KEY(out, comma, key) APPEND ((out), comma "\"" key "\":")
#define MONEY(out, comma, key, amount) G_STMT_START { KEY (out, comma, key); append_money (out, amount); } G_STMT_END
#define MONTH(out, comma, key, month) G_STMT_START { KEY (out, comma, key); append_month (out, month); } G_STMT_END
#define BOOL(out, comma, key, value) G_STMT_START { KEY (out, comma, key); append_bool (out, value); } G_STMT_END
#define NUMBER(out, comma, key, number) G_STMT_START { KEY (out, comma, key); mp_put_number (out, (guint) (number)); } G_STMT_END
#define WORD(out, comma, key, word) G_STMT_START { KEY (out, comma, key); append_word (out, word); } G_STMT_END
#define STRING(out, comma, key, text) G_STMT_START { KEY (out, comma, key); mp_json_append_string (out, text); } G_STMT_END

static void
append_estimated (GString *out, guint32 estimated)
{
  gboolean first = TRUE;

  KEY (out, ",", "estimated");
  mp_put_c (out, '[');
  for (guint bit = 0; bit < MP_N_ESTIMATED; bit++)
    if (estimated & (1u << bit))
      {
        if (!first)
          mp_put_c (out, ',');
        append_word (out, mp_estimated_name (bit));
        first = FALSE;
      }
  mp_put_c (out, ']');
}

static void
append_work (GString *out, const MpWorkRow *work)
{
  MpValue hours = MP_HOURS_VALUE ("hours", work->hours);
  g_autofree char *shown = work->hours != 0 ? mp_value_to_string (&hours) : NULL;

  MONEY (out, ",\"work\":{", "earned", work->earned);
  MONEY (out, ",", "paid", work->paid);
  WORD (out, ",", "hours", shown != NULL ? shown : "0.0");
  MONEY (out, ",", "irwe", work->irwe);
  MONEY (out, ",", "subsidy", work->subsidy);
  MONEY (out, ",", "sga_countable", work->sga_countable);
  mp_put_c (out, '}');
}

static void
append_ssdi (GString *out, const MpSsdiRow *ssdi)
{
  WORD (out, ",\"ssdi\":{", "status", mp_ssdi_status_name (ssdi->status));
  BOOL (out, ",", "twp_month", ssdi->twp_month);
  NUMBER (out, ",", "twp_used", ssdi->twp_used);
  BOOL (out, ",", "sga", ssdi->sga);
  MONEY (out, ",", "benefit", ssdi->benefit);
  MONEY (out, ",", "part_b", ssdi->part_b);
  MONEY (out, ",", "payment", ssdi->payment);
  MONEY (out, ",", "auxiliary", ssdi->auxiliary);
  BOOL (out, ",", "medicare_a", ssdi->medicare_a);
  BOOL (out, ",", "medicare_b", ssdi->medicare_b);
  mp_put_c (out, '}');
}

static void
append_ssi (GString *out, const MpSsiRow *ssi)
{
  WORD (out, ",\"ssi\":{", "status", mp_ssi_status_name (ssi->status));
  MONTH (out, ",", "budget_month", ssi->budget_month);
  MONEY (out, ",", "earned", ssi->earned);
  MONEY (out, ",", "countable_earned", ssi->countable_earned);
  MONEY (out, ",", "countable_unearned", ssi->countable_unearned);
  MONEY (out, ",", "countable", ssi->countable);
  MONEY (out, ",", "deemed", ssi->deemed);
  MONEY (out, ",", "federal", ssi->federal);
  MONEY (out, ",", "state", ssi->state);
  MONEY (out, ",", "payment", ssi->payment);
  MONEY (out, ",", "spouse_payment", ssi->spouse_payment);
  BOOL (out, ",", "medicaid", ssi->medicaid);
  mp_put_c (out, '}');
}

static void
append_payments (GString *out, const MpTicketPayment *payments, guint n)
{
  KEY (out, ",", "payments");
  mp_put_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        mp_put_c (out, ',');
      KEY (out, "{", "code");
      append_code (out, payments[i].code);
      MONEY (out, ",", "amount", payments[i].amount);
      STRING (out, ",", "provider", payments[i].provider);
      KEY (out, ",", "rate_year");
      if (payments[i].amount == MP_MONEY_NONE)
        APPEND (out, "null");
      else
        mp_put_number (out, (guint) payments[i].rate_year);
      BOOL (out, ",", "estimated", payments[i].estimated);
      mp_put_c (out, '}');
    }
  mp_put_c (out, ']');
}

static void
append_message (GString *out, const MpMessage *message)
{
  gsize start;

  KEY (out, ",", "text");
  mp_put_c (out, '"');
  start = out->len;
  mp_message_append (message, FALSE, out);
  /* hardly ever does a sentence hold what must be escaped */
  if (start + plain_length (out->str + start, out->len - start) < out->len)
    {
      g_autofree char *sentence = g_strdup (out->str + start);

      g_string_truncate (out, start - 1);
      mp_json_append_string (out, sentence);
      return;
    }
  mp_put_c (out, '"');
}

static void
append_progress (GString *out, const MpTicketProgress *progress)
{
  KEY (out, ",", "progress");
  mp_put_c (out, '[');
  for (guint i = 0; i < MP_TICKET_MAX_PROGRESS && progress[i].code.kind != MP_TICKET_CODE_NONE; i++)
    {
      const MpMessage message = mp_ticket_progress_message (&progress[i]);

      if (i > 0)
        mp_put_c (out, ',');
      KEY (out, "{", "code");
      append_code (out, progress[i].code);
      NUMBER (out, ",", "have", progress[i].have);
      NUMBER (out, ",", "need", progress[i].need);
      NUMBER (out, ",", "within", progress[i].within);
      MONEY (out, ",", "amount", progress[i].amount);
      MONTH (out, ",", "window_ends", progress[i].window_ends);
      append_message (out, &message);
      mp_put_c (out, '}');
    }
  mp_put_c (out, ']');
}

static void
append_ticket (GString *out, const MpProjection *projection, const MpMonthRow *row, MpWriteFlags flags)
{
  const MpTicketRow *ticket = &row->ticket;

  WORD (out, ",\"ticket\":{", "status", mp_ticket_status_name (ticket->status));
  STRING (out, ",", "provider", ticket->provider);
  BOOL (out, ",", "outcome_month", ticket->outcome_month);
  append_payments (out, mp_projection_payments (projection, row), ticket->n_payments);
  MONEY (out, ",", "total", ticket->total);
  MONEY (out, ",", "cumulative", ticket->cumulative);
  KEY (out, ",", "next");
  if (ticket->next.code.kind == MP_TICKET_CODE_NONE)
    {
      APPEND (out, "null");
    }
  else
    {
      KEY (out, "{", "code");
      append_code (out, ticket->next.code);
      NUMBER (out, ",", "have", ticket->next.have);
      NUMBER (out, ",", "need", ticket->next.need);
      MONEY (out, ",", "amount", ticket->next.amount);
      MONTH (out, ",", "window_ends", ticket->next.window_ends);
      WORD (out, ",", "blocked", mp_blocked_name (ticket->next.blocked));
      mp_put_c (out, '}');
    }
  BOOL (out, ",", "cdr_protected", ticket->cdr_protected);
  if ((flags & MP_WRITE_EXPLAIN) && projection->progress != NULL)
    append_progress (out, projection->progress[row->month - projection->first]);
  mp_put_c (out, '}');
}

static void
append_cash (GString *out, const MpCashRow *cash)
{
  MONEY (out, ",\"cash\":{", "earnings", cash->earnings);
  MONEY (out, ",", "benefits", cash->benefits);
  MONEY (out, ",", "share", cash->share);
  MONEY (out, ",", "expenses", cash->expenses);
  MONEY (out, ",", "net", cash->net);
  mp_put_c (out, '}');
}

static const char *
program_name (MpProgram program)
{
  static const char *const names[] = { "ssdi", "ssi", "ticket", "work" };

  return names[program];
}

/* Where the values come from: a pointer into the case, or a figure with its year. */
static void
append_origins (GString *out, const MpProjection *projection, const MpTraceEntry *entry)
{
  gboolean first = TRUE;

  KEY (out, ",", "from");
  mp_put_c (out, '{');
  for (guint i = 0; i < entry->message.n_values; i++)
    {
      MpOrigin origin;
      char figure[MP_ORIGIN_SIZE];

      if (!mp_trace_origin (projection, entry, &entry->message.values[i], &origin))
        continue;
      g_snprintf (figure, sizeof figure, "%s %d", origin.series != NULL ? origin.series : "", origin.year);
      if (!first)
        mp_put_c (out, ',');
      first = FALSE;
      mp_json_append_string (out, entry->message.values[i].name);
      mp_put_c (out, ':');
      mp_json_append_string (out, origin.series != NULL ? figure : origin.pointer);
    }
  mp_put_c (out, '}');
}

static void
append_trace_entry (GString *out, const MpProjection *projection, const MpTraceEntry *entry)
{
  const MpRule *rule = mp_rule_find (entry->rule);

  WORD (out, "{", "program", program_name (entry->program));
  WORD (out, ",", "rule", entry->rule);
  STRING (out, ",", "citation", rule != NULL ? rule->citation : NULL);
  append_message (out, &entry->message);
  KEY (out, ",", "values");
  mp_put_c (out, '{');
  for (guint i = 0; i < entry->message.n_values; i++)
    {
      const MpValue *value = &entry->message.values[i];
      g_autofree char *shown = mp_value_to_string (value);

      if (i > 0)
        mp_put_c (out, ',');
      mp_json_append_string (out, value->name);
      mp_put_c (out, ':');
      mp_json_append_string (out, shown);
    }
  mp_put_c (out, '}');
  append_origins (out, projection, entry);
  mp_put_c (out, '}');
}

/* The trace is in month order; *next is the first entry not yet written. */
static void
append_trace (GString *out, const MpProjection *projection, MpMonth month, guint *next)
{
  gboolean first = TRUE;

  KEY (out, ",", "trace");
  mp_put_c (out, '[');
  for (; *next < projection->trace->len; (*next)++)
    {
      const MpTraceEntry *entry = &g_array_index (projection->trace, MpTraceEntry, *next);

      if (entry->month > month)
        break;
      if (!first)
        mp_put_c (out, ',');
      append_trace_entry (out, projection, entry);
      first = FALSE;
    }
  mp_put_c (out, ']');
}

static void
append_months (GString *out, const MpProjection *projection, MpWriteFlags flags)
{
  guint next = 0;

  KEY (out, ",", "months");
  mp_put_c (out, '[');
  for (guint i = 0; i < projection->n_months; i++)
    {
      const MpMonthRow *row = mp_projection_month (projection, i);

      if (i > 0)
        mp_put_c (out, ',');
      MONTH (out, "{", "month", row->month);
      append_estimated (out, row->estimated);
      append_work (out, &row->work);
      append_ssdi (out, &row->ssdi);
      append_ssi (out, &row->ssi);
      append_ticket (out, projection, row, flags);
      append_cash (out, &row->cash);
      if (flags & MP_WRITE_EXPLAIN)
        append_trace (out, projection, row->month, &next);
      mp_put_c (out, '}');
    }
  mp_put_c (out, ']');
}

static void
append_period (GString *out, const MpSsdiPeriod *period)
{
  MONTH (out, "", "twp_end", period->twp_end);
  MONTH (out, ",", "epe_end", period->epe_end);
  MONTH (out, ",", "cessation", period->cessation);
  MONTH (out, ",", "termination", period->termination);
  MONTH (out, ",", "medicare_a_end", period->medicare_a_end);
}

static void
append_ssdi_summary (GString *out, const MpProjection *projection)
{
  static const MpSsdiPeriod none = { MP_MONTH_NONE, MP_MONTH_NONE, MP_MONTH_NONE, MP_MONTH_NONE, MP_MONTH_NONE };

  KEY (out, ",", "ssdi");
  mp_put_c (out, '{');
  append_period (out, projection->periods.n > 0 ? &projection->periods.list[projection->periods.shown] : &none);
  KEY (out, ",", "periods");
  mp_put_c (out, '[');
  for (guint i = 0; projection->periods.reinstated && i < projection->periods.n; i++)
    {
      mp_put_text (out, i > 0 ? ",{" : "{");
      append_period (out, &projection->periods.list[i]);
      mp_put_c (out, '}');
    }
  APPEND (out, "]}");
}

static void
append_ticket_summary (GString *out, const MpProjection *projection)
{
  gboolean first = TRUE;

  WORD (out, ",\"ticket\":{", "class", projection->ticket.class_t16 ? "t16" : "t2");
  KEY (out, ",", "phase1_removed");
  mp_put_c (out, '[');
  for (guint8 k = 1; k <= 4; k++)
    if (projection->ticket.phase1_removed & (1u << (k - 1)))
      {
        if (!first)
          mp_put_c (out, ',');
        append_code (out, (MpTicketCode) { MP_TICKET_CODE_P1M, k });
        first = FALSE;
      }
  mp_put_c (out, ']');
  NUMBER (out, ",", "milestones_paid", projection->ticket.milestones_paid);
  NUMBER (out, ",", "outcomes_paid", projection->ticket.outcomes_paid);
  NUMBER (out, ",", "outcomes_cap", projection->ticket.outcomes_cap);
  KEY (out, ",", "reviews");
  mp_put_c (out, '[');
  for (guint i = 0; i < projection->ticket.reviews->len; i++)
    {
      const MpTicketReview *review = &g_array_index (projection->ticket.reviews, MpTicketReview, i);

      if (i > 0)
        mp_put_c (out, ',');
      MONTH (out, "{", "month", review->month);
      NUMBER (out, ",", "period", review->period);
      NUMBER (out, ",", "needs", review->needs);
      NUMBER (out, ",", "has", review->has);
      BOOL (out, ",", "met", review->met);
      mp_put_c (out, '}');
    }
  APPEND (out, "]}");
}

static void
append_events (GString *out, const MpProjection *projection)
{
  KEY (out, ",", "events");
  mp_put_c (out, '[');
  for (guint i = 0; i < projection->events->len; i++)
    {
      const MpEvent *event = &g_array_index (projection->events, MpEvent, i);

      if (i > 0)
        mp_put_c (out, ',');
      MONTH (out, "{", "month", event->month);
      WORD (out, ",", "code", mp_event_name (event->code));
      if (event->amount != MP_MONEY_NONE)
        MONEY (out, ",", "amount", event->amount);
      append_message (out, &event->message);
      mp_put_c (out, '}');
    }
  mp_put_c (out, ']');
}

static void
append_totals (GString *out, const MpTotals *totals)
{
  MONEY (out, ",\"totals\":{", "earnings", totals->earnings);
  MONEY (out, ",", "ssdi", totals->ssdi);
  MONEY (out, ",", "ssi_federal", totals->ssi_federal);
  MONEY (out, ",", "ssi_state", totals->ssi_state);
  MONEY (out, ",", "benefits", totals->benefits);
  MONEY (out, ",", "en", totals->en);
  MONEY (out, ",", "share", totals->share);
  MONEY (out, ",", "net", totals->net);
  mp_put_c (out, '}');
}

static void
append_warnings (GString *out, const MpProjection *projection)
{
  KEY (out, ",", "warnings");
  mp_put_c (out, '[');
  for (guint i = 0; i < projection->warnings->len; i++)
    {
      const MpWarning *warning = &g_array_index (projection->warnings, MpWarning, i);
      g_autofree char *pointer = mp_warning_pointer (warning);

      if (i > 0)
        mp_put_c (out, ',');
      WORD (out, "{", "code", mp_warning_name (warning->code));
      if (pointer != NULL)
        STRING (out, ",", "pointer", pointer);
      append_message (out, &warning->message);
      mp_put_c (out, '}');
    }
  mp_put_c (out, ']');
}

/**
 * mp_projections_to_json:
 * @out: where to
 * @kase: the case
 * @projections: (array length=n): projections of its scenarios
 * @n: how many
 * @flags: what goes in
 *
 * Appends the projection document of the contract, compact, on one line without its end.
 */
void
mp_projections_to_json (GString *out, const MpCase *kase, MpProjection *const *projections, guint n, MpWriteFlags flags)
{
  APPEND (out, "{\"format\":\"milepost-projection\",\"version\":1");
  STRING (out, ",", "title", kase->title);
  STRING (out, ",", "parameters", n > 0 ? projections[0]->edition : MP_PARAMETERS_VERSION);
  APPEND (out, ",\"engine\":\"" MP_ENGINE_VERSION "\",\"scenarios\":[");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        mp_put_c (out, ',');
      STRING (out, "{", "name", projections[i]->scenario->name);
      if (!(flags & MP_WRITE_SUMMARY))
        append_months (out, projections[i], flags);
      append_ssdi_summary (out, projections[i]);
      append_ticket_summary (out, projections[i]);
      append_events (out, projections[i]);
      append_totals (out, &projections[i]->totals);
      append_warnings (out, projections[i]);
      mp_put_c (out, '}');
    }
  APPEND (out, "]}");
}

/**
 * mp_problems_to_json:
 * @out: where to
 * @problems: (element-type MpProblem): what is wrong
 * @line: number of the line, from 1
 *
 * Appends the error object that stands in the place of a refused line of a stream.
 */
void
mp_problems_to_json (GString *out, const GPtrArray *problems, guint64 line)
{
  APPEND (out, "{\"format\":\"milepost-error\",\"version\":1,\"line\":");
  g_string_append_printf (out, "%" G_GUINT64_FORMAT, line);
  APPEND (out, ",\"errors\":[");
  for (guint i = 0; i < problems->len; i++)
    {
      const MpProblem *problem = g_ptr_array_index (problems, i);

      if (i > 0)
        mp_put_c (out, ',');
      STRING (out, "{", "pointer", problem->pointer);
      STRING (out, ",", "message", problem->message);
      mp_put_c (out, '}');
    }
  APPEND (out, "]}");
}
