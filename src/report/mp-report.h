/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report on paper: Benefits Summary and Analysis, a tagged PDF written to the person; hand-outs and the EN sheet. */

#pragma once

#include <gio/gio.h>

#include "mp-projection.h"

G_BEGIN_DECLS

typedef enum { MP_PAPER_LETTER, MP_PAPER_A4 } MpPaper;

/**
 * MpReportKind:
 * @MP_REPORT_BENEFITS: Benefits Summary and Analysis
 * @MP_REPORT_HANDOUT: one page for a person: the ladder, four sentences, whom to call
 * @MP_REPORT_GROUP: two pages for a group: the path and its words, without a name
 * @MP_REPORT_EN: what the EN is paid and what it sends, without facts of the household
 */
typedef enum { MP_REPORT_BENEFITS, MP_REPORT_HANDOUT, MP_REPORT_GROUP, MP_REPORT_EN, MP_N_REPORT_KINDS } MpReportKind;

/** MpSection: A section of the report, in its order. */
typedef enum {
  MP_SECTION_SHORT, MP_SECTION_SINCE, MP_SECTION_NOW, MP_SECTION_PLAN, MP_SECTION_MONTHS, MP_SECTION_SSDI, MP_SECTION_SSI, MP_SECTION_HEALTH,
  MP_SECTION_TICKET, MP_SECTION_COMPARE, MP_SECTION_PLANS, MP_SECTION_INCENTIVES, MP_SECTION_DUTIES, MP_SECTION_NETS, MP_SECTION_CHECK,
  MP_SECTION_ASSUMPTIONS, MP_SECTION_WORK_PLAN, MP_SECTION_GLOSSARY, MP_SECTION_SIGN, MP_SECTION_APPENDIX, MP_N_SECTIONS
} MpSection;
const char *mp_section_key   (MpSection section); /* "short", for the command line and settings */
const char *mp_section_title (MpSection section); /* in the language of the thread */
gboolean    mp_section_find  (const char *key, MpSection *section);
const char *mp_report_kind_key (MpReportKind kind); /* "report", "handout", "group", "en" */

/**
 * MpReportOptions:
 * @kind: which document
 * @paper: the size of the pages
 * @sections: bit 1 << #MpSection for each section of the report; 0: all
 * @plans: (array length=n_plans) (nullable): numbers of the plans to compare with; %NULL: all others of the case
 * @n_plans: how many
 * @since: (nullable): the case as the last report had it; the report lists what changed
 * @since_when: (nullable): when that was, as it is to be read
 * @language: (nullable): "en" or "es"; %NULL: that of the session
 * @prepared_by: (nullable): the office, on top of the first page
 * @contact: (nullable): whom to call, such as "Pat Lee, 608 555 0100"
 * @prepared_on: (nullable): the day, for the foot, as it is to be read
 * @created: (nullable): the date of the file, ISO 8601, "2026-01-14T12:00:00Z"; with it the same
 *   case gives the same bytes
 * @without_patterns: pictures in colour alone; greys have patterns all the same
 * @large_print: 18 points, pictures on pages that lie, tables of at most 5 columns
 * @high_contrast: black on white
 * @grey: for a black-and-white printer
 * @without_name: leave out the person's name
 * @hide_amounts: hand-outs: leave out what is the person's
 */
typedef struct {
  MpReportKind kind;
  MpPaper paper;
  guint sections;
  const guint *plans;
  guint n_plans;
  const MpCase *since;
  const char *since_when;
  const char *language;
  const char *prepared_by;
  const char *contact;
  const char *prepared_on;
  const char *created;
  gboolean without_patterns;
  gboolean large_print;
  gboolean high_contrast;
  gboolean grey;
  gboolean without_name;
  gboolean hide_amounts;
} MpReportOptions;

#define MP_REPORT_ERROR (mp_report_error_quark ())
/**
 * MpReportError:
 * @MP_REPORT_ERROR_NO_SCENARIO: the case has no scenario of that number
 * @MP_REPORT_ERROR_DRAW: cairo could not write the pages
 * @MP_REPORT_ERROR_TAGS: the tags could not be completed
 * @MP_REPORT_ERROR_CALENDAR: the calendar could not be made
 */
typedef enum { MP_REPORT_ERROR_NO_SCENARIO, MP_REPORT_ERROR_DRAW, MP_REPORT_ERROR_TAGS, MP_REPORT_ERROR_CALENDAR } MpReportError;
GQuark mp_report_error_quark (void);

GBytes    *mp_report_render (const MpCase *kase, guint scenario, const MpParameters *parameters,
                             const MpReportOptions *options, GError **error);
gboolean   mp_report_write  (const MpCase *kase, guint scenario, const MpParameters *parameters,
                             const MpReportOptions *options, const char *path, GError **error);
GPtrArray *mp_report_pages  (const MpCase *kase, guint scenario, const MpParameters *parameters,
                             const MpReportOptions *options, GError **error);

G_END_DECLS
