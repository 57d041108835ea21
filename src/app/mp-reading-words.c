/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mp-reading-words.h"

#include <glib/gi18n-lib.h>

static const MpReadingWords words[] = {
  { "ssdi/D-02", N_("A short try at work marked as failed that lasted more than six months"), "20 CFR 404.1574(c); POMS DI 11010.145A",
    { N_("the mark is not honored"), N_("the counselor’s mark stands") } },
  { "ssdi/D-03", N_("Which month a fast return may begin with, before the request"), "20 CFR 404.1592f(a); POMS DI 13050.060A.1",
    { N_("the first month without SGA of the 12 before"), N_("the unbroken run that ends with the request") } },
  { "ssdi/D-04", N_("A month over the SGA limit during provisional checks"), "42 USC 423(i)(7)(C); 20 CFR 404.1592e(d)(2)",
    { N_("that month is still paid"), N_("checks stop with it") } },
  { "ssdi/D-05", N_("Work after the first month over the limit that the BPQY names"), "the case’s history; POMS DI 13010.060",
    { N_("tested on the pay entered"), N_("replaced by the history") } },
  { "ssdi/D-06", N_("When Medicare after the check stops ends"), "42 USC 426(b); 42 CFR 406.12(e)",
    { N_("by the statute"), N_("by POMS: 78 months after the stop"), N_("by the letter of 42 CFR 406.12(e)") } },
  { "ssdi/D-09", N_("Wages and self-employment in one month of trial work"), "20 CFR 404.1592(b)",
    { N_("the sum is tested"), N_("each is tested alone") } },
  { "ssdi/D-13", N_("Yearly raise of what others are paid on the record"), "42 USC 415(i)",
    { N_("as entered"), N_("raised too") } },
  { "ssdi/D-14", N_("Whose month’s Part B premium a check bears"), "42 CFR 408.40(c); POMS HI 01001.040",
    { N_("the next month’s"), N_("the same month’s") } },
  { "ssdi/D-15", N_("Which period the dates of a plan show after a fast return"), "case file",
    { N_("the first"), N_("the latest") } },
  { "ssdi/D-21", N_("Last provisional month when the request month is over the limit"), "20 CFR 404.1592e(a), (d)",
    { N_("six months of checks"), N_("six months from the request") } },
  { "ssi/3", N_("Which month’s income sets the first SSI check after 1619(b)"), "POMS SI 02005.005 A.1",
    { N_("the month itself"), N_("two months before") } },
  { "ssi/4", N_("Counted income just equal to the full SSI amount"), "POMS SI 02005.001 C.3",
    { N_("still eligible, 0.00 due"), N_("not eligible") } },
  { "ssi/5", N_("Which full SSI amount the test of a spouse’s income uses in January and February"), "20 CFR 416.1163(b)(1)",
    { N_("that of the budget month"), N_("that of the current month") } },
  { "ssi/6", N_("When needs-based income counts"), "POMS SI 02005.025",
    { N_("TANF in its own month, other kinds with the lag"), N_("all with the lag") } },
  { "ssi/8", N_("Twelve months of the 1619(b) earnings test"), "POMS SI 02302.045 A.3",
    { N_("twelve months from the first"), N_("the calendar year"), N_("one month times twelve") } },
  { "ssi/10", N_("Work costs of a blind person that could be either kind"), "20 CFR 416.1112(c)",
    { N_("as blind work costs"), N_("as disability work costs") } },
  { "ssi/11", N_("The month a student turns 22"), "20 CFR 416.1112(c)(3)",
    { N_("still counts"), N_("no longer counts") } },
  { "ssi/12", N_("A child who turns 18, when income is set aside for the child"), "20 CFR 416.1856",
    { N_("through the birthday month"), N_("a student to 21") } },
  { "ssi/16", N_("Which month’s Part B premium goes with the SSDI counted"), "20 CFR 416.1123",
    { N_("the month of receipt"), N_("the month it is for") } },
  { "ssi/17", N_("A list of state supplements for a couple"), "case file",
    { N_("the couple’s amount"), N_("each person’s amount") } },
  { "ssi/18", N_("Limit of resources with a spouse who is not eligible"), "20 CFR 416.1202(a), 416.1205",
    { N_("the couple’s"), N_("one person’s") } },
  { "ssi/19", N_("Pay of several jobs in the second and third month with SSI"), "POMS SI 02005.006 B",
    { N_("wages are one kind of income"), N_("each job is a kind of its own") } },
  { "ssi/20", N_("SSDI that is in the current month and not in the budget month"), "POMS SI 02005.010 B.2",
    { N_("must be in both"), N_("the current month is enough") } },
  { "ssi/22", N_("Which months of SSI self-employment counts in"), "20 CFR 416.1111(b)",
    { N_("as entered"), N_("a twelfth of the year in each month") } },
  { "ssi/24", N_("Medicaid in a month in which nothing is due"), "POMS SI 02005.008 A.2",
    { N_("goes on"), N_("does not go on") } },
  { "ticket/S-01", N_("Pay that reaches the first milestone"), "20 CFR 411.525(a)(2)(i)",
    { N_("half the trial work figure"), N_("the whole figure"), N_("half, confirmed by a later month") } },
  { "ticket/S-03", N_("Pay before the Ticket that removes Phase 1"), "20 CFR 411.535(a)(1)",
    { N_("over the trial work figure"), N_("the figure or more") } },
  { "ticket/S-04", N_("Pay that reaches a Phase 2 milestone"), "20 CFR 411.525(a)(2)(ii)",
    { N_("over the SGA limit"), N_("the limit or more") } },
  { "ticket/S-05", N_("SGA limit for a blind person in Phase 2"), "20 CFR 411.500(f)(2), 411.525(a)",
    { N_("the limit for blind people"), N_("the other limit") } },
  { "ticket/S-06", N_("Whether the month of assignment can open the outcome period"), "20 CFR 411.500(b), 411.580",
    { N_("yes"), N_("only a month that can be paid") } },
  { "ticket/S-07", N_("What the limit of outcome months counts"), "42 USC 1320b-19(h)(4)(B); 20 CFR 411.575(b)(1)",
    { N_("months without cash checks"), N_("payments") } },
  { "ticket/S-08", N_("Outcome months after a Ticket is taken back"), "20 CFR 411.581",
    { N_("nobody is paid"), N_("the last provider is paid") } },
  { "ticket/S-09", N_("When the catch-up payment is due"), "20 CFR 411.536",
    { N_("the Ticket’s 12th outcome"), N_("the provider’s own 12th") } },
  { "ticket/S-10", N_("The fourth Phase 1 milestone in the catch-up payment"), "20 CFR 411.536, 411.540",
    { N_("is in it"), N_("only with the services done") } },
  { "ticket/S-11", N_("Services that are done after the nine months were reached"), "20 CFR 411.525(a)(2)(i)",
    { N_("may come later"), N_("the month itself must show nine of 18") } },
  { "ticket/S-12", N_("Work that counts in a milestone’s months"), "20 CFR 411.535(a), (b)",
    { N_("since the Ticket was first assigned"), N_("with this provider alone") } },
  { "ticket/S-13", N_("When the kind of Ticket is fixed"), "20 CFR 411.552",
    { N_("the month of the first payment"), N_("the month it was authorized") } },
  { "ticket/S-14", N_("State VR closures that remove Phase 1"), "20 CFR 411.535(a)(1)(iii)",
    { N_("by the date of the milestone"), N_("any successful closure"), N_("only a paid reimbursement") } },
  { "ticket/S-15", N_("Rounding of the old reduction by one sixtieth"), "20 CFR 411.530 as of 2001",
    { N_("to the cent"), N_("to the dollar") } },
  { "ticket/S-16", N_("Tickets that were in use before July 2008"), "20 CFR 411.551(c)",
    { N_("by the number formula"), N_("with a catch-up payment") } },
  { "ticket/S-17", N_("Both benefits unpaid, one of them for another reason than work"), "20 CFR 411.500(e)",
    { N_("one because of work is enough"), N_("each must be because of work") } },
};

/**
 * mp_reading_words:
 * @id: an ambiguous rule
 *
 * Returns: (nullable): its words
 */
const MpReadingWords *
mp_reading_words (MpReadingId id)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].key, mp_reading_key (id)))
      return &words[i];
  return NULL;
}
