/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* libmilepost: cases and their projections for other programs. Nothing of the layers' own structs
 * shows here, so that they can change while this stays.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MILEPOST_TYPE_CASE (milepost_case_get_type ())
G_DECLARE_FINAL_TYPE (MilepostCase, milepost_case, MILEPOST, CASE, GObject)

#define MILEPOST_TYPE_PROJECTION (milepost_projection_get_type ())
G_DECLARE_FINAL_TYPE (MilepostProjection, milepost_projection, MILEPOST, PROJECTION, GObject)

/**
 * MILEPOST_NO_AMOUNT: (value -9223372036854775808)
 *
 * No amount is known: a payment at a rate that is not published, or a month that is not there.
 */
#define MILEPOST_NO_AMOUNT G_MININT64

#define MILEPOST_ERROR (milepost_error_quark ())
/**
 * MilepostError:
 * @MILEPOST_ERROR_CASE: the case file is refused; the message has a line for each thing that is
 *   wrong, which begins with its JSON pointer
 * @MILEPOST_ERROR_SCENARIO: the case has no scenario of that number
 * @MILEPOST_ERROR_FIGURE: no published figure covers a month that the projection needs
 * @MILEPOST_ERROR_SYSTEM: a file cannot be read, or the figures of the library are damaged
 *
 * Why a case was not read or not projected.
 */
typedef enum {
  MILEPOST_ERROR_CASE,
  MILEPOST_ERROR_SCENARIO,
  MILEPOST_ERROR_FIGURE,
  MILEPOST_ERROR_SYSTEM,
} MilepostError;
GQuark milepost_error_quark (void);

/**
 * MilepostFlags:
 * @MILEPOST_FLAGS_NONE: the months and the totals
 * @MILEPOST_FLAGS_EXPLAIN: also why each month is as it is
 * @MILEPOST_FLAGS_SUMMARY: no months, only the totals, events and warnings
 * @MILEPOST_FLAGS_WITHOUT_WORK: the same months as if the scenario had no work
 *
 * What goes into a projection.
 */
typedef enum { /*< flags >*/
  MILEPOST_FLAGS_NONE = 0,
  MILEPOST_FLAGS_EXPLAIN = 1 << 0,
  MILEPOST_FLAGS_SUMMARY = 1 << 1,
  MILEPOST_FLAGS_WITHOUT_WORK = 1 << 2,
} MilepostFlags;

/**
 * MilepostAmount:
 * @MILEPOST_AMOUNT_EARNINGS: `cash.earnings`: gross pay received in the month
 * @MILEPOST_AMOUNT_SSDI: `ssdi.payment`
 * @MILEPOST_AMOUNT_SSI: `ssi.payment`
 * @MILEPOST_AMOUNT_BENEFITS: `cash.benefits`
 * @MILEPOST_AMOUNT_SHARE: `cash.share`: what a provider passes on
 * @MILEPOST_AMOUNT_EXPENSES: `cash.expenses`: work costs
 * @MILEPOST_AMOUNT_NET: `cash.net`: cash in hand before taxes
 * @MILEPOST_AMOUNT_EN: `ticket.total`: what providers are paid
 *
 * An amount of a month or of all reported months, in cents.
 */
typedef enum {
  MILEPOST_AMOUNT_EARNINGS,
  MILEPOST_AMOUNT_SSDI,
  MILEPOST_AMOUNT_SSI,
  MILEPOST_AMOUNT_BENEFITS,
  MILEPOST_AMOUNT_SHARE,
  MILEPOST_AMOUNT_EXPENSES,
  MILEPOST_AMOUNT_NET,
  MILEPOST_AMOUNT_EN,
} MilepostAmount;

const char   *milepost_get_version      (void);
const char   *milepost_get_figures      (void);

MilepostCase *milepost_case_new_from_data     (const char *data, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MilepostCase *milepost_case_new_from_file     (GFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char         *milepost_case_to_data           (MilepostCase *self);
const char   *milepost_case_get_title         (MilepostCase *self);
guint         milepost_case_get_n_scenarios   (MilepostCase *self);
const char   *milepost_case_get_scenario_name (MilepostCase *self, guint scenario);

MilepostProjection *milepost_case_project     (MilepostCase *self, guint scenario, MilepostFlags flags, GError **error) G_GNUC_WARN_UNUSED_RESULT;

guint         milepost_projection_get_n_months    (MilepostProjection *self);
char         *milepost_projection_get_month       (MilepostProjection *self, guint i);
gint64        milepost_projection_get_amount      (MilepostProjection *self, guint i, MilepostAmount amount);
gint64        milepost_projection_get_total       (MilepostProjection *self, MilepostAmount amount);
gboolean      milepost_projection_is_estimated    (MilepostProjection *self, guint i);
const char   *milepost_projection_get_ssdi_status (MilepostProjection *self, guint i);
const char   *milepost_projection_get_ssi_status  (MilepostProjection *self, guint i);
char         *milepost_projection_to_json         (MilepostProjection *self);
char         *milepost_projection_to_csv          (MilepostProjection *self);

G_END_DECLS
