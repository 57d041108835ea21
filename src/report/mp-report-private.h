/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the sections of a report share. Each section draws itself; none computes money. */

#pragma once

#include "mp-chart.h"
#include "mp-i18n.h"
#include "mp-pages.h"
#include "mp-rules.h"
#include "mp-words.h"

G_BEGIN_DECLS

/* A plan to compare with, projected once for both passes over the pages. */
typedef struct { guint index; MpProjection *projection, *without; } MpReportPlan;

typedef struct {
  const MpCase *kase;
  guint index;
  const MpScenario *scenario;
  const MpParameters *parameters;
  const MpReportOptions *options;
  MpProjection *projection;     /* explained */
  MpProjection *without;
  GArray *others;               /* MpReportPlan; in the report they are numbered from 2 */
  MpPages *pages;
  MpChart *chart;               /* of the months: its texts are laid out once for all pictures */
  gboolean compact;             /* a hand-out that needs room */
  guint number;                 /* of the last section heading */
  GHashTable *rules;            /* ids cited so far */
} MpReport;

/* A heading with the next number. */
void  mp_report_heading  (MpReport *self, const char *text);
char *mp_report_money    (MpMoney amount);                  /* "–" for none */
char *mp_report_about    (MpMoney amount, gboolean estimated);
/* The picture and the table of all months of a plan. */
void  mp_report_draw_months (MpReport *self, const MpProjection *projection, const MpProjection *without);
char *mp_report_period   (MpMonth from, MpMonth to);        /* "Jun 2026 to Feb 2027" */
char *mp_report_month    (MpMonth month);                   /* "June 2026" */
char *mp_report_date     (MpDate date);
/* "20 CFR 404.1592", or "" for an id that is not known; remembered for the list of rules. */
const char *mp_report_cite (MpReport *self, const char *rule);
gboolean mp_report_is_estimated (const MpProjection *projection);
/* The person's name, NULL when it is not given or not to be shown. */
const char *mp_report_name (const MpReport *self);
void  mp_report_chart_style (const MpReport *self, MpChartStyle *style);
/* The first event of this code, NULL when there is none. */
const MpEvent *mp_report_event (const MpProjection *projection, MpEventCode code);
/* "1 Trial work, Jun 2026   2 …": what the numbers of the picture stand for; NULL: there is none. */
char *mp_report_pins     (const MpChartModel *model);
/* The texts of a list, freed with it. */
GPtrArray *mp_report_items (void);
void  mp_report_add      (GPtrArray *items, char *text);    /* takes the text */
void  mp_report_list     (MpReport *self, GPtrArray *items); /* takes the list */
/* Four sentences about the plan, for the first page and the hand-outs. */
GPtrArray *mp_report_sentences (MpReport *self);

void mp_report_short      (MpReport *self);
void mp_report_since      (MpReport *self);
void mp_report_now        (MpReport *self);
void mp_report_plan       (MpReport *self);
void mp_report_months     (MpReport *self);
void mp_report_ssdi       (MpReport *self);
void mp_report_ssi        (MpReport *self);
void mp_report_health     (MpReport *self);
void mp_report_ticket     (MpReport *self);
void mp_report_compare    (MpReport *self);
void mp_report_plans      (MpReport *self);
void mp_report_incentives (MpReport *self);
void mp_report_duties     (MpReport *self);
void mp_report_nets       (MpReport *self);
void mp_report_check      (MpReport *self);
const char *mp_report_fact_words (const char *pointer); /* "SSDI amount" */
void mp_report_assumptions (MpReport *self);
void mp_report_work_plan  (MpReport *self);
void mp_report_glossary   (MpReport *self);
void mp_report_sign       (MpReport *self);
void mp_report_appendix   (MpReport *self);

void mp_report_handout    (MpReport *self);
void mp_report_group      (MpReport *self);
void mp_report_en_sheet   (MpReport *self);
/* The ladder and the payments, which the EN sheet has too. */
void mp_report_ladder     (MpReport *self, gboolean hide_amounts, const char *who, double most);
void mp_report_payments   (MpReport *self);
void mp_report_evidence   (MpReport *self);

G_END_DECLS
