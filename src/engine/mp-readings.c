/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-readings.h"

typedef struct {
  const char *key;
  const char *names[5];
  gboolean computed[5]; /* the default always is */
} Reading;

#define READ(key, ...) { key, { __VA_ARGS__ }, { TRUE } }
/* every reading is carried out */
#define READ_ALL(key, ...) { key, { __VA_ARGS__ }, { TRUE, TRUE, TRUE, TRUE, TRUE } }

static const Reading readings[MP_N_READINGS] = {
  [MP_READING_DI_D02] = READ_ALL ("ssdi/D-02", "law", "judgement"),
  [MP_READING_DI_D03] = READ_ALL ("ssdi/D-03", "earliest", "last_run"),
  [MP_READING_DI_D04] = READ_ALL ("ssdi/D-04", "statute", "red_book"),
  [MP_READING_DI_D05] = READ_ALL ("ssdi/D-05", "twp_and_cessation", "all_facts"),
  [MP_READING_DI_D06] = READ_ALL ("ssdi/D-06", "statute", "poms", "cfr_literal"),
  [MP_READING_DI_D09] = READ_ALL ("ssdi/D-09", "sum", "each_alone"),
  [MP_READING_DI_D10] = READ_ALL ("ssdi/D-10", "ordinary", "comparability"),
  [MP_READING_DI_D12] = READ_ALL ("ssdi/D-12", "disability_rules", "retirement"),
  [MP_READING_DI_D13] = READ_ALL ("ssdi/D-13", "as_entered", "cola"),
  [MP_READING_DI_D14] = READ_ALL ("ssdi/D-14", "next_month", "same_month"),
  [MP_READING_DI_D15] = READ_ALL ("ssdi/D-15", "first", "latest"),
  [MP_READING_DI_D18] = READ_ALL ("ssdi/D-18", "paid", "due"),
  [MP_READING_DI_D21] = READ_ALL ("ssdi/D-21", "six_months", "from_request"),
  [MP_READING_SSI_1] = READ_ALL ("ssi/1", "drop", "round"),
  [MP_READING_SSI_3] = READ_ALL ("ssi/3", "current_month", "two_months_before"),
  [MP_READING_SSI_4] = READ_ALL ("ssi/4", "eligible", "not_eligible"),
  [MP_READING_SSI_5] = READ_ALL ("ssi/5", "budget_month", "current_month"),
  [MP_READING_SSI_6] = READ_ALL ("ssi/6", "by_kind", "ordinary"),
  [MP_READING_SSI_8] = READ_ALL ("ssi/8", "twelve_months", "calendar_year", "annualized_month"),
  [MP_READING_SSI_10] = READ_ALL ("ssi/10", "bwe", "irwe"),
  [MP_READING_SSI_11] = READ_ALL ("ssi/11", "through_month", "before_month"),
  [MP_READING_SSI_12] = READ_ALL ("ssi/12", "through_birthday_month", "student_to_21"),
  [MP_READING_SSI_16] = READ_ALL ("ssi/16", "month_of_receipt", "month_for"),
  [MP_READING_SSI_17] = READ_ALL ("ssi/17", "couple", "per_person"),
  [MP_READING_SSI_18] = READ_ALL ("ssi/18", "couple_limit", "individual_limit"),
  [MP_READING_SSI_19] = READ_ALL ("ssi/19", "one_type", "each_job"),
  [MP_READING_SSI_20] = READ_ALL ("ssi/20", "both_months", "current_month"),
  [MP_READING_SSI_22] = READ_ALL ("ssi/22", "as_entered", "year_twelfths"),
  [MP_READING_SSI_24] = READ_ALL ("ssi/24", "medicaid", "no_medicaid"),
  [MP_READING_TTW_S01] = READ_ALL ("ticket/S-01", "half_twl", "full_twl", "half_twl_confirmed"),
  [MP_READING_TTW_S03] = READ_ALL ("ticket/S-03", "gt", "ge"),
  [MP_READING_TTW_S04] = READ_ALL ("ticket/S-04", "gt", "ge"),
  [MP_READING_TTW_S05] = READ_ALL ("ticket/S-05", "blind", "non_blind"),
  [MP_READING_TTW_S06] = READ_ALL ("ticket/S-06", "assignment_month", "first_payable"),
  [MP_READING_TTW_S07] = READ_ALL ("ticket/S-07", "zero_cash_months", "paid"),
  [MP_READING_TTW_S08] = READ_ALL ("ticket/S-08", "nobody", "last_provider"),
  [MP_READING_TTW_S09] = READ_ALL ("ticket/S-09", "ticket_12th", "en_12th"),
  [MP_READING_TTW_S10] = READ_ALL ("ticket/S-10", "pay", "needs_services"),
  [MP_READING_TTW_S11] = READ_ALL ("ticket/S-11", "latch", "same_month"),
  [MP_READING_TTW_S12] = READ_ALL ("ticket/S-12", "ticket", "provider"),
  [MP_READING_TTW_S13] = READ ("ticket/S-13", "first_payment_month", "authorisation_month"),
  [MP_READING_TTW_S14] = { "ticket/S-14", { "dated", "any_success", "paid_reimbursement" }, { TRUE, TRUE } },
  [MP_READING_TTW_S15] = READ_ALL ("ticket/S-15", "cent", "dollar"),
  [MP_READING_TTW_S16] = READ_ALL ("ticket/S-16", "n_formula", "n_plus_recon"),
  [MP_READING_TTW_S17] = READ_ALL ("ticket/S-17", "any_program", "every_program"),
};

const char *
mp_reading_key (MpReadingId id)
{
  return readings[id].key;
}

const char *const *
mp_reading_names (MpReadingId id)
{
  return readings[id].names;
}

gint
mp_reading_find (const char *key)
{
  for (gint i = 0; i < MP_N_READINGS; i++)
    if (g_str_equal (readings[i].key, key))
      return i;
  return -1;
}

/**
 * mp_reading_choice:
 * @id: a reading
 * @name: a name as of mp_reading_names()
 *
 * Returns: the number of the choice, 0 is the default; -1 when the reading has none of this name
 */
gint
mp_reading_choice (MpReadingId id, const char *name)
{
  for (gint i = 0; readings[id].names[i] != NULL; i++)
    if (g_str_equal (readings[id].names[i], name))
      return i;
  return -1;
}

gboolean
mp_reading_is_computed (MpReadingId id, gint choice)
{
  return readings[id].computed[choice];
}
