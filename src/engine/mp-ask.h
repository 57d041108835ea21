/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Questions asked backward: which pay, which work cost, which month. Answered by running the engine. */

#pragma once

#include "mp-projection.h"

G_BEGIN_DECLS

/**
 * MpQuestion:
 * @MP_QUESTION_KEEP_CHECK: most pay, and hours, that keep the month's SSDI check
 * @MP_QUESTION_WORK_COST: the work cost (IRWE) or the subsidy that brings the month's pay to the SGA amount
 * @MP_QUESTION_BREAK_EVEN: pay at which cash in hand is back to what it was at the SGA amount
 * @MP_QUESTION_STEPS: when each milestone and outcome would be reached at this pay
 * @MP_QUESTION_LEAST_PAY: least pay at which working beats not working by an amount
 */
typedef enum {
  MP_QUESTION_KEEP_CHECK, MP_QUESTION_WORK_COST, MP_QUESTION_BREAK_EVEN, MP_QUESTION_STEPS, MP_QUESTION_LEAST_PAY, MP_N_QUESTIONS
} MpQuestion;

const char *mp_question_name  (MpQuestion question); /* "keep-check" */
const char *mp_question_text  (MpQuestion question); /* English, N_() */
gboolean    mp_question_parse (const char *name, MpQuestion *question);
/* What an answer depends on beside the case. */
gboolean    mp_question_takes_wage   (MpQuestion question);
gboolean    mp_question_takes_pay    (MpQuestion question);
gboolean    mp_question_takes_amount (MpQuestion question);

/**
 * MpAskOptions:
 * @month: a reported month; MP_MONTH_NONE: the first one with work in the plan, else the first
 * @wage: pay an hour for an answer in hours; MP_MONEY_NONE: that of the plan's job in the month
 * @pay: steady pay from the month on in place of the plan's work; MP_MONEY_NONE: the plan's work
 * @amount: by how much working is to beat not working; MP_MONEY_NONE: a cent
 */
typedef struct { MpMonth month; MpMoney wage, pay, amount; } MpAskOptions;
#define MP_ASK_OPTIONS_NONE ((MpAskOptions) { MP_MONTH_NONE, MP_MONEY_NONE, MP_MONEY_NONE, MP_MONEY_NONE })

/**
 * MpAnswerKind:
 * @MP_ANSWER_PAY: a pay, or with MP_QUESTION_WORK_COST an amount
 * @MP_ANSWER_ANY: every pay
 * @MP_ANSWER_NONE: no pay
 * @MP_ANSWER_STEPS: a list of steps
 */
typedef enum { MP_ANSWER_PAY, MP_ANSWER_ANY, MP_ANSWER_NONE, MP_ANSWER_STEPS } MpAnswerKind;
const char *mp_answer_kind_name (MpAnswerKind kind); /* "pay", "any", "none", "steps" */

/** MpAnswerLine: A sentence of an answer and the rule it rests on. The first one is the answer. */
typedef struct {
  const char *rule;               /* static, "DI-44" */
  MpMessage message;
} MpAnswerLine;

/**
 * MpAnswerStep:
 * @name: (transfer none): a ticket code such as "P1M1", or an event name such as "twp_complete"
 * @code: the ticket code; kind NONE for an event
 * @month: MP_MONTH_NONE: not reached in the months looked at
 * @amount: what the provider is paid; MP_MONEY_NONE for events, unknown rates and steps not reached
 * @paid_before: paid before the case's first month: the month is that of the case
 * @removed: it will not be paid, because of earlier work
 */
typedef struct {
  char name[24];
  MpTicketCode code;
  const char *rule;
  MpMonth month;
  MpMoney amount;
  gboolean estimated, paid_before, removed;
} MpAnswerStep;

/**
 * MpAnswer:
 * @pay: the pay, or the work cost; MP_MONEY_NONE unless @kind is MP_ANSWER_PAY
 * @subsidy: the subsidy that does the same as the work cost; MP_MONEY_NONE when none does
 * @hours: hours a week that earn the pay at @wage, in hundredths; -1 without a wage
 * @wage: an hour; MP_MONEY_NONE: not known
 * @net: cash in hand at the pay; MP_MONEY_NONE where it is not asked
 * @looked_to: with steps, the last month looked at
 * @estimated: MpEstimated flags of the figures the answer rests on
 * @lines: (element-type MpAnswerLine): sentences with their rules
 * @steps: (element-type MpAnswerStep): with MP_ANSWER_STEPS
 */
typedef struct {
  MpQuestion question;
  MpMonth month;
  MpAnswerKind kind;
  MpMoney pay, subsidy, wage, net;
  gint64 hours;
  MpMonth looked_to;
  guint32 estimated;
  GArray *lines, *steps;
  /*< private >*/
  char hours_text[24];
} MpAnswer;

MpAnswer *mp_ask         (const MpCase *kase, guint scenario, const MpParameters *parameters, MpQuestion question,
                          const MpAskOptions *options, GError **error);
void      mp_answer_free (MpAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpAnswer, mp_answer_free)

G_END_DECLS
