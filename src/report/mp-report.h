/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report on paper: Benefits Summary and Analysis, a tagged PDF written to the person. */

#pragma once

#include <gio/gio.h>

#include "mp-projection.h"

G_BEGIN_DECLS

typedef enum { MP_PAPER_LETTER, MP_PAPER_A4 } MpPaper;

/**
 * MpReportOptions:
 * @paper: the size of the pages
 * @prepared_by: (nullable): the office, on top of the first page
 * @prepared_on: (nullable): the day, for the foot, as it is to be read
 * @created: (nullable): the date of the file, ISO 8601, "2026-01-14T12:00:00Z"; with it the same
 *   case gives the same bytes
 * @language: (nullable): language of the text, "en-US" when %NULL
 * @without_name: leave out the person's name
 */
typedef struct {
  MpPaper paper;
  const char *prepared_by;
  const char *prepared_on;
  const char *created;
  const char *language;
  gboolean without_name;
} MpReportOptions;

#define MP_REPORT_ERROR (mp_report_error_quark ())
/**
 * MpReportError:
 * @MP_REPORT_ERROR_NO_SCENARIO: the case has no scenario of that number
 * @MP_REPORT_ERROR_DRAW: cairo could not write the pages
 * @MP_REPORT_ERROR_TAGS: the tags could not be completed
 */
typedef enum { MP_REPORT_ERROR_NO_SCENARIO, MP_REPORT_ERROR_DRAW, MP_REPORT_ERROR_TAGS } MpReportError;
GQuark mp_report_error_quark (void);

GBytes  *mp_report_render (const MpCase *kase, guint scenario, const MpParameters *parameters,
                           const MpReportOptions *options, GError **error);
gboolean mp_report_write  (const MpCase *kase, guint scenario, const MpParameters *parameters,
                           const MpReportOptions *options, const char *path, GError **error);

G_END_DECLS
