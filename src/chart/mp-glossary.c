/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-glossary.h"

#include "mp-i18n.h"
#include "mp-message.h"

static const MpGlossaryWord glossary[] = {
  { "SSDI", N_("Social Security Disability Insurance"), N_("SSDI"), N_("A monthly check for people who paid into Social Security and cannot work fully."), MP_WORD_SSDI },
  { "SSI", N_("Supplemental Security Income"), N_("SSI"), N_("A monthly check for people with a disability and little income and savings."), MP_WORD_SSI },
  { "concurrent", N_("concurrent benefits"), N_("Both SSDI and SSI"), N_("You get a check from each program."), MP_WORD_SSI },
  { "gross earnings", N_("gross earnings"), N_("Pay"), N_("What you earn before taxes."), MP_WORD_ALL },
  { "net cash", NULL, N_("Cash in hand"), N_("Pay plus checks, less work costs, before taxes."), MP_WORD_ALL },
  { "TWP", N_("trial work period, TWP"), N_("Trial work"), N_("Nine months to test work. You keep the full SSDI check."), MP_WORD_SSDI },
  { "service month", N_("trial work service month"), N_("Trial work month"), N_("A month with pay over {twp}."), MP_WORD_SSDI },
  { "SGA", N_("substantial gainful activity, SGA"), N_("SGA limit"), N_("A month with more pay than this can stop SSDI after trial work: {sga}."), MP_WORD_SSDI },
  { "cessation", N_("cessation month"), N_("First month over the limit"), N_("The month Social Security says your disability ended because of work. It is still paid."), MP_WORD_SSDI },
  { "grace period", N_("grace period"), N_("Grace"), N_("That month and the two after it are still paid."), MP_WORD_SSDI },
  { "EPE", N_("extended period of eligibility, EPE"), N_("Safety net"), N_("36 months when the check comes back in any month at or under the limit."), MP_WORD_SSDI },
  { "suspension", N_("suspension"), N_("No check now"), N_("You keep the right to the check, but none is paid this month."), MP_WORD_ALL },
  { "termination", N_("termination"), N_("SSDI ends"), N_("The right to SSDI ends. A fast return is possible for 5 years."), MP_WORD_SSDI },
  { "EXR", N_("expedited reinstatement, EXR"), N_("Fast return"), N_("A way back within 5 years, with up to 6 months of checks while you wait."), MP_WORD_ALL },
  { "UWA", N_("unsuccessful work attempt, UWA"), N_("Short try at work"), N_("Work that stopped within 6 months because of the disability."), MP_WORD_ALL },
  { "IRWE", N_("impairment-related work expense, IRWE"), N_("Disability work cost"), N_("A cost you pay to be able to work, such as a van ride. It is taken off your pay."), MP_WORD_ALL },
  { "BWE", N_("blind work expense, BWE"), N_("Blind work cost"), N_("A work cost that SSI takes off the pay of a person who is blind."), MP_WORD_SSI },
  { "PASS", N_("plan to achieve self-support, PASS"), N_("Savings plan for a goal"), N_("Money set aside for a job goal that SSI does not count."), MP_WORD_SSI },
  { "SEIE", N_("student earned income exclusion, SEIE"), N_("Student exclusion"), N_("Pay that SSI does not count for a student under 22."), MP_WORD_SSI },
  { "subsidy", N_("subsidy"), N_("Extra support on the job"), N_("Pay above the worth of the work. It does not count toward the limit."), MP_WORD_SSDI },
  { "FBR", N_("federal benefit rate, FBR"), N_("Full SSI amount"), N_("The most that federal SSI pays in a month."), MP_WORD_SSI },
  { "earned income exclusion", N_("earned income exclusion"), N_("First $65 and half"), N_("SSI skips the first $65 of pay, then counts half."), MP_WORD_SSI },
  { "general exclusion", N_("general income exclusion"), N_("$20 skipped"), N_("SSI skips $20 of income each month."), MP_WORD_SSI },
  { "countable income", N_("countable income"), N_("Counts against SSI"), N_("The part of your income that lowers the SSI check."), MP_WORD_SSI },
  { "retrospective budgeting", N_("retrospective monthly accounting"), N_("Two-month lag"), N_("Pay in one month changes the SSI check two months later."), MP_WORD_SSI },
  { "in-kind support", N_("in-kind support and maintenance"), N_("Free rent or shelter"), N_("Help with your home that can lower SSI."), MP_WORD_SSI },
  { "deeming", N_("deemed income"), N_("Family income"), N_("Part of a spouse's income that SSI counts as yours."), MP_WORD_SSI },
  { "break-even", NULL, N_("Break-even"), N_("The pay at which your cash is back to what it was at the limit."), MP_WORD_ALL },
  { "1619(a)", N_("section 1619(a)"), N_("SSI while working"), N_("An SSI check even when pay is over the SGA limit."), MP_WORD_SSI },
  { "1619(b)", N_("section 1619(b)"), N_("Medicaid while working"), N_("No SSI check, but Medicaid goes on and SSI can start again."), MP_WORD_SSI },
  { "Part B", NULL, N_("Medicare Part B"), N_("Doctor coverage. Its cost is taken from the SSDI check."), MP_WORD_SSDI },
  { "extended Medicare", N_("extended Medicare coverage"), N_("Medicare after the check stops"), N_("Medicare goes on at least 93 months after trial work."), MP_WORD_SSDI },
  { "COLA", N_("cost-of-living adjustment, COLA"), N_("Yearly raise"), N_("The raise that benefits get in December for SSDI and January for SSI."), MP_WORD_ALL },
  { "overpayment", N_("overpayment"), N_("Paid too much"), N_("Money Social Security may ask back. Report pay to avoid it."), MP_WORD_ALL },
  { "BPQY", N_("Benefits Planning Query"), N_("BPQY"), N_("Social Security's free summary of your benefits and work."), MP_WORD_ALL },
  { "Ticket to Work", N_("Ticket to Work Program"), N_("Ticket"), N_("A free choice of help with work for people on SSDI or SSI."), MP_WORD_TICKET },
  { "EN", N_("Employment Network"), N_("EN"), N_("The group that helps you with work. Social Security pays it, not you."), MP_WORD_TICKET },
  { "State VR", N_("State vocational rehabilitation agency"), N_("State VR"), N_("The state office that helps people with disabilities get a job."), MP_WORD_TICKET },
  { "IWP", N_("individual work plan, IWP"), N_("Work plan with the EN"), N_("The paper you and the EN sign: your goal and its help."), MP_WORD_TICKET },
  { "milestone", N_("milestone"), N_("Milestone"), N_("A work goal you reach. The EN is paid for it."), MP_WORD_TICKET },
  { "outcome month", N_("outcome month"), N_("Month without cash checks"), N_("A month when pay stops both checks. The EN is paid for it."), MP_WORD_TICKET },
  { "reconciliation", N_("reconciliation payment"), N_("Catch-up payment"), N_("Milestones the EN missed, paid after 12 outcome months."), MP_WORD_TICKET },
  { "timely progress", N_("timely progress"), N_("On track"), N_("Work or training goals that keep medical reviews away."), MP_WORD_TICKET },
  { "estimated", NULL, N_("≈ about"), N_("The figure for that year is not published, so we use the last one."), MP_WORD_ALL },
};

/**
 * mp_glossary:
 * @n_words: (out): how many
 *
 * Returns: (transfer none) (array length=n_words): the words, a program after the other
 */
const MpGlossaryWord *
mp_glossary (guint *n_words)
{
  *n_words = G_N_ELEMENTS (glossary);
  return glossary;
}

/**
 * mp_glossary_find:
 * @term: the term of the rules, "EPE"
 *
 * Returns: (transfer none) (nullable): its word
 */
const MpGlossaryWord *
mp_glossary_find (const char *term)
{
  guint n;
  const MpGlossaryWord *all = mp_glossary (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (all[i].term, term) == 0)
      return &all[i];
  return NULL;
}

/**
 * mp_glossary_sentence:
 * @word: a word
 * @parameters: the published figures
 * @month: whose figures are said
 *
 * Returns: (transfer full): the sentence, in the language of the reader
 */
char *
mp_glossary_sentence (const MpGlossaryWord *word, const MpParameters *parameters, MpMonth month)
{
  MpFigure twp = { 0 }, sga = { 0 };
  MpMessage message;

  mp_parameters_get (parameters, MP_SERIES_TWP, month, &twp);
  mp_parameters_get (parameters, MP_SERIES_SGA, month, &sga);
  message = mp_message (word->sentence, MP_MONEY_VALUE ("twp", twp.value), MP_MONEY_VALUE ("sga", sga.value));
  return mp_message_format (&message, TRUE);
}

/**
 * mp_glossary_title:
 * @word: a word
 *
 * Returns: (transfer full): what the program calls it, with Social Security's own term behind it: "Trial work (trial work period, TWP)"
 */
char *
mp_glossary_title (const MpGlossaryWord *word)
{
  if (word->formal == NULL || g_ascii_strcasecmp (_(word->formal), _(word->label)) == 0)
    return g_strdup (_(word->label));
  /* Translators: what the program calls it, and what Social Security calls it */
  return g_strdup_printf (C_("word and term", "%1$s (%2$s)"), _(word->label), _(word->formal));
}
