/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of the engine share: the run, and one state, init, step and finish per program. */

#pragma once

#include "mp-projection.h"

#include "mp-i18n.h"

G_BEGIN_DECLS

/* Facts of a month's work, made before the months are run, so that a step may look at any month. Months
 * alike share them. */
typedef struct {
  MpMonth from;            /* the first of the months */
  MpMoney earned;          /* title II and Ticket: gross wages and net self-employment, when earned */
  MpMoney wages;           /* of which wages */
  MpMoney self_employment; /* of which net earnings from self-employment */
  MpMoney paid;            /* SSI: all earned income, when paid */
  MpMoney paid_wages;
  MpMoney paid_self_employment;
  MpMoney paid_infrequent; /* of paid: from entries marked infrequent */
  MpMoney ssi_paid;        /* paid as SSI counts it, by register 22 with a share of the year's self-employment */
  MpMoney ssi_self_employment;
  MpHours hours;           /* all work */
  MpHours business_hours;  /* the largest of one self-employment entry */
  MpMoney subsidy;         /* as applied: job by job, not above the job's earnings */
  MpMoney irwe;            /* in force as entered */
  MpMoney bwe;
  MpMoney pass;
  MpMoney irwe_counted;    /* what counts for SGA: 0 in a month without earned income */
  MpMoney countable;       /* earned - subsidy - irwe, not below 0: work.sga_countable (DI-22) */
  MpMoney countable_uwa;   /* the same without entries honoured as unsuccessful work attempts (DI-34) */
} MpWorkMonth;

/* How many months after the last reported one work facts are made for (12-month test of 1619(b)). */
#define MP_WORK_AHEAD 24

/* What is new in a month against the one before: mp-news.c. */
typedef enum {
  MP_NEW_FIGURES = 1 << 0,  /* a published figure */
  MP_NEW_WORK = 1 << 1,     /* the work facts */
  MP_NEW_SSDI = 1 << 2,     /* something that only this program looks at */
  MP_NEW_SSI = 1 << 3,
  MP_NEW_TICKET = 1 << 4,
  MP_NEW_COLA = 1 << 5,     /* a December: benefits of title II that are paid are adjusted */
  MP_NEW_ALL = 0x3f,
} MpNews;

/* TTW-23: whether a payment is one of those the person gets a percentage of. */
static inline gboolean
mp_share_includes (const MpScenario *scenario, const MpTicketPayment *payment)
{
  return payment->amount != MP_MONEY_NONE &&
         (scenario->ticket.share.of == MP_SHARE_ALL || payment->code.kind == MP_TICKET_CODE_OUT || payment->code.kind == MP_TICKET_CODE_OLDOUT);
}

/* TTW-23: the stipend of a month: with earnings, while assigned. */
static inline MpMoney
mp_stipend (const MpScenario *scenario, const MpMonthRow *row)
{
  return row->work.earned > 0 && row->ticket.status == MP_TICKET_ASSIGNED ? scenario->ticket.stipend : 0;
}

typedef struct _MpSsdiState MpSsdiState;
typedef struct _MpSsiState MpSsiState;
typedef struct _MpTicketState MpTicketState;

typedef struct {
  const MpCase *kase;
  const MpScenario *scenario;
  const MpParameters *parameters;
  const MpMonthFigure *figures; /* of the parameters, for mp_run_figure () */
  MpProjectFlags flags;
  MpMonth first, start, last;  /* computed: first..last; reported: start..last */
  MpProjection *out;
  MpMonthRow *rows;            /* of out */
  MpEvent *events;             /* of out, which has room for more while the months are run */
  guint n_events, events_room;
  MpMonth ssdi_known, ssi_known; /* up to there a month not stepped yet is like the one before, for this program */
  MpMonth ssi_new;             /* a month of which it is known that SSI is not like the month before */
  guint32 ssdi_flags, ssi_flags; /* MpEstimated flags of the last month that was found, and of those like it */
  const MpWorkMonth **work;    /* first .. last + MP_WORK_AHEAD */
  guint n_work;
  guint8 *news;                /* MpNews of the same months */
  MpSsdiState *ssdi;           /* the states as they stand after the last month that was stepped */
  MpSsiState *ssi;
  MpTicketState *ticket;
  MpMonth missing_month;       /* MP_MONTH_NONE, or the first month of a needed figure that no row covers */
  MpSeries missing_series;
  guint64 warned;              /* bit of a code: given without a pointer */
} MpRun;

static inline MpMonthRow *
mp_run_row (const MpRun *run, MpMonth month)
{
  return &run->rows[month - run->first];
}

extern const MpWorkMonth mp_no_work;

/* Work facts of any month; no work outside first .. last + MP_WORK_AHEAD. */
static inline const MpWorkMonth *
mp_run_work (const MpRun *run, MpMonth month)
{
  const guint i = (guint) month - (guint) run->first;

  return i < run->n_work ? run->work[i] : &mp_no_work;
}

/* Whether nothing of the kinds asked for is new in a month, which is not before the first. */
static inline gboolean
mp_run_is_quiet (const MpRun *run, MpMonth month, guint8 news)
{
  return (run->news[month - run->first] & news) == 0;
}

/* The flag of a series in MpMonthRow.estimated, 0 for one that has none. */
extern const guint16 mp_estimated_flags[MP_N_SERIES];

/* The figure of a month; adds its flag to *estimated when carried. A missing row only gives FALSE. */
static inline gboolean
mp_run_try_figure (const MpRun *run, MpSeries series, MpMonth month, gint64 *value, guint32 *estimated)
{
  const MpMonthFigure *figure = mp_month_figure (run->figures, series, month);

  if (figure->year == 0)
    return FALSE;
  if (figure->carried && estimated != NULL)
    *estimated |= mp_estimated_flags[series];
  *value = figure->value;
  return TRUE;
}

/* The same; a missing row is remembered, so that mp_project () fails when the month is needed, and gives 0. */
static inline gint64
mp_run_figure (MpRun *run, MpSeries series, MpMonth month, guint32 *estimated)
{
  gint64 value = 0;

  if (!mp_run_try_figure (run, series, month, &value, estimated) && run->missing_month == MP_MONTH_NONE)
    {
      run->missing_month = month;
      run->missing_series = series;
    }
  return value;
}

static inline gboolean
mp_run_explains (const MpRun *run)
{
  return (run->flags & MP_PROJECT_EXPLAIN) != 0;
}

/* Whether a program may repeat the row of the month before: each month has a trace of its own. */
static inline gboolean
mp_run_repeats (const MpRun *run)
{
  return (run->flags & (MP_PROJECT_EXPLAIN | MP_PROJECT_EACH_MONTH)) == 0;
}

/* Events outside the reported months are dropped; trace entries too, and all of them unless explaining.
 * A warning with the same code and place is given once. The macros build a message where it is kept, and none
 * that nobody keeps. */
void       mp_run_more_events (MpRun *run);
MpMessage *mp_run_add_warning (MpRun *run, MpWarningCode code, MpPlace place); /* NULL: it is there already */
void mp_run_trace (MpRun *run, MpMonth month, MpProgram program, const char *rule, MpMessage message);

/* One more event, not written yet. */
static inline MpEvent *
mp_run_next_event (MpRun *run)
{
  if (G_UNLIKELY (run->n_events == run->events_room))
    mp_run_more_events (run);
  return &run->events[run->n_events++];
}

/* The event's message is for the caller to set. */
static inline MpMessage *
mp_run_add_event (MpRun *run, MpMonth month, MpEventCode code, MpMoney amount)
{
  MpEvent *event = mp_run_next_event (run);

  event->month = month;
  event->code = code;
  event->amount = amount;
  return &event->message;
}

#define mp_run_event(run, month, code, amount, ...) \
  G_STMT_START { if ((month) >= (run)->start && (month) <= (run)->last) \
    *mp_run_add_event ((run), (month), (code), (amount)) = __VA_ARGS__; } G_STMT_END
/* pointer: a static JSON pointer into the case, or NULL */
#define mp_run_warning(run, code, pointer, ...) \
  G_STMT_START { if ((pointer) != NULL || !((run)->warned & (G_GUINT64_CONSTANT (1) << (code)))) \
    mp_run_warning_at ((run), (code), ((MpPlace) { .format = (pointer) }), __VA_ARGS__); } G_STMT_END
#define mp_run_warning_at(run, code, place, ...) \
  G_STMT_START { MpMessage *warning_message_ = mp_run_add_warning ((run), (code), (place)); \
    if (warning_message_ != NULL) *warning_message_ = __VA_ARGS__; } G_STMT_END
/* The place of an entry of one of the scenario's lists: "work", ... */
#define mp_run_scenario_place(run, list, i) \
  ((MpPlace) { .format = "/scenarios/%u/" list "/%u", .index = { (guint) ((run)->scenario - (run)->kase->scenarios), (i) } })
/* Memory for a program's own arrays that is kept with the projection: slot 0 work, 1 SSDI, 2 SSI, 3 Ticket. Zeroed. */
gpointer mp_run_scratch (MpRun *run, guint slot, gsize size);
/* The same, as it comes. */
gpointer mp_run_room    (MpRun *run, guint slot, gsize size);

/* Builds no message when nobody wants it. */
#define MP_TRACE(run, month, program, rule, ...) \
  G_STMT_START { if (G_UNLIKELY (mp_run_explains (run)) && (month) >= (run)->start) mp_run_trace ((run), (month), (program), (rule), __VA_ARGS__); } G_STMT_END

/* The amount of a list in force: entries that hold the month add up. */
static inline MpMoney
mp_amounts_sum (const MpAmount *amounts, guint n, MpMonth month)
{
  MpMoney sum = 0;

  for (guint i = 0; i < n; i++)
    if (mp_period_contains (&amounts[i].when, month))
      sum += amounts[i].monthly;
  return sum;
}

/* The entry in force of a list in which an entry without `to` lasts until the next one begins: the
 * last entry that began by the month and has not ended; NULL when there is none. */
static inline const MpAmount *
mp_amounts_at (const MpAmount *amounts, guint n, MpMonth month)
{
  const MpAmount *found = NULL;

  for (guint i = 0; i < n; i++)
    if (amounts[i].when.from <= month && (found == NULL || amounts[i].when.from > found->when.from))
      found = &amounts[i];
  return found != NULL && month <= found->when.to ? found : NULL;
}

static inline guint8
mp_case_reading (const MpCase *kase, MpReadingId id)
{
  return kase->assumptions.readings[id];
}

/* Marks a month in which something is new: any month, MP_MONTH_NONE and MP_MONTH_OPEN too. */
static inline void
mp_run_mark (MpRun *run, MpMonth month, guint8 news)
{
  const guint i = (guint) month - (guint) run->first;

  if (i < run->n_work)
    run->news[i] |= news;
}

/* mp-news.c */
void     mp_run_mark_period  (MpRun *run, const MpPeriod *when, guint8 news);
void     mp_run_mark_amounts (MpRun *run, const MpAmount *amounts, guint n, guint8 news);
void     mp_news_init        (MpRun *run, guint8 *news);

void     mp_work_init       (MpRun *run);
MpMoney  mp_work_wages_in_both (const MpRun *run, MpMonth month, MpMonth other);
/* The first month that any fact mentions: the engine runs from there (contract). */
MpMonth  mp_run_first_month (const MpCase *kase, const MpScenario *scenario);
void     mp_run_begin       (MpRun *run);
void     mp_run_step        (MpRun *run, MpMonth month);
void     mp_run_step_work   (MpRun *run, MpMonthRow *row);
void     mp_run_step_cash   (MpRun *run, MpMonthRow *row);
gboolean mp_run_check       (const MpRun *run, GError **error);

/* Each program keeps its state in scratch memory of the run. A row that is stepped has its month, and what was found
 * of the month before. */
MpSsdiState   *mp_ssdi_init     (MpRun *run);
void           mp_ssdi_step     (MpSsdiState *self, MpRun *run, MpMonthRow *row);
void           mp_ssdi_count_month (MpSsdiState *self, MpRun *run, MpMonthRow *row);
void           mp_ssdi_finish   (MpSsdiState *self, MpRun *run);
MpSsiState    *mp_ssi_init      (MpRun *run);
void           mp_ssi_step      (MpSsiState *self, MpRun *run, MpMonthRow *row);
gboolean       mp_ssi_repeat    (MpSsiState *self, MpRun *run, const MpSsiRow *before, MpMonth month);
void           mp_ssi_forget    (MpSsiState *self); /* the facts of earlier months were changed */
void           mp_ssi_finish    (MpSsiState *self, MpRun *run);
MpTicketState *mp_ticket_init   (MpRun *run);
void           mp_ticket_step   (MpTicketState *self, MpRun *run, MpMonthRow *row);
gint           mp_ticket_alike  (const MpTicketState *self, const MpMonthRow *row);
guint32        mp_ticket_flags  (const MpTicketState *self, const MpRun *run, const MpMonthRow *row);
void           mp_ticket_repeat (MpTicketState *self, MpRun *run, MpMonthRow *row, gint n);
void           mp_ticket_finish (MpTicketState *self, MpRun *run);
/* Whether a reading that takes a fact of its own is chosen and has it (S-13, S-14). */
gboolean       mp_ticket_knows_reading (const MpRun *run, MpReadingId id);
/* S-13: the class by the benefits of the month stepped last (TRUE: title XVI), and the class for good. */
gboolean       mp_ticket_class_held    (const MpTicketState *self);
void           mp_ticket_fix_class     (MpTicketState *self, gboolean t16);

/* What the Ticket asks of the other two about a month that has been stepped (TTW-47, 49, 66, 101, 102). */
gboolean mp_ssi_would_pay_without_wages (const MpSsiState *self, MpRun *run, MpMonth month);

G_END_DECLS
