/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the law is ambiguous: the readings a case may choose by `assumptions.readings`. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpReadingId:
 *
 * One ambiguous rule. In a case, the chosen reading is the number of its name in the list of
 * mp_reading_names(); 0 is the default.
 */
typedef enum {
  MP_READING_DI_D02,
  MP_READING_DI_D03,
  MP_READING_DI_D04,
  MP_READING_DI_D05,
  MP_READING_DI_D06,
  MP_READING_DI_D09,
  MP_READING_DI_D10,
  MP_READING_DI_D12,
  MP_READING_DI_D13,
  MP_READING_DI_D14,
  MP_READING_DI_D15,
  MP_READING_DI_D18,
  MP_READING_DI_D21,
  MP_READING_SSI_1,
  MP_READING_SSI_3,
  MP_READING_SSI_4,
  MP_READING_SSI_5,
  MP_READING_SSI_6,
  MP_READING_SSI_8,
  MP_READING_SSI_10,
  MP_READING_SSI_11,
  MP_READING_SSI_12,
  MP_READING_SSI_16,
  MP_READING_SSI_17,
  MP_READING_SSI_18,
  MP_READING_SSI_19,
  MP_READING_SSI_20,
  MP_READING_SSI_22,
  MP_READING_SSI_24,
  MP_READING_TTW_S01,
  MP_READING_TTW_S03,
  MP_READING_TTW_S04,
  MP_READING_TTW_S05,
  MP_READING_TTW_S06,
  MP_READING_TTW_S07,
  MP_READING_TTW_S08,
  MP_READING_TTW_S09,
  MP_READING_TTW_S10,
  MP_READING_TTW_S11,
  MP_READING_TTW_S12,
  MP_READING_TTW_S13,
  MP_READING_TTW_S14,
  MP_READING_TTW_S15,
  MP_READING_TTW_S16,
  MP_READING_TTW_S17,
  MP_N_READINGS
} MpReadingId;

const char        *mp_reading_key    (MpReadingId id);             /* "ticket/S-01" */
const char *const *mp_reading_names  (MpReadingId id);             /* NULL-terminated, the default first */
gint               mp_reading_find   (const char *key);            /* the id, or -1 */
gint               mp_reading_choice (MpReadingId id, const char *name); /* the number, or -1 */
gboolean           mp_reading_is_computed (MpReadingId id, gint choice); /* FALSE: taken, but answered by not_computed */

G_END_DECLS
