/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Made by build-aux/rule-titles.py from data/rules.csv: the titles of the rules, for translators alone. */

/* Translators: title of rule DI-1, POMS RS 00601.020; SSA Handbook 738 */
N_("Months are the months a benefit is due for")
/* Translators: title of rule DI-2, 20 CFR 404.1592(b), 404.1574(b)(2); POMS DI 13010.060A, DI 10501.015 */
N_("More than an amount, not equal to it")
/* Translators: title of rule DI-3, POMS DI 10505.005; VCU Key Facts 2(1) */
N_("Title II counts earnings when the work is done")
/* Translators: title of rule DI-4, Milepost case file */
N_("Amounts of a year; the last year carried forward")
/* Translators: title of rule DI-5, Milepost scope */
N_("The impairment goes on")
/* Translators: title of rule DI-6, 42 USC 422(c)(1), 423(e)(1), 402(d)(1)(G), 402(e)(1), (f)(1); 20 CFR 404.337, 404.352 */
N_("Same work rules for SSDI, CDB and DWB")
/* Translators: title of rule DI-7, POMS DI 13010.035C */
N_("One record in a case")
/* Translators: title of rule DI-8, 20 CFR 404.1592(d)(2)(iv), (e); 42 USC 422(c)(3); Red Book; SSA Handbook 522 */
N_("When the trial work period begins")
/* Translators: title of rule DI-9, 42 USC 422(c)(3) */
N_("Work before the trial work period")
/* Translators: title of rule DI-10, 20 CFR 404.1592(b)(1); POMS DI 13010.060A */
N_("Service month from wages")
/* Translators: title of rule DI-11, 20 CFR 404.1592(b)(2); POMS DI 13010.060A */
N_("Service month from self-employment")
/* Translators: title of rule DI-12, POMS DI 10520.015A.2, DI 10505.015B.2, DI 11010.145B */
N_("The trial work test is on gross pay")
/* Translators: title of rule DI-13, 42 USC 422(c)(4)(A) */
N_("Trial work period complete with the ninth month in 60")
/* Translators: title of rule DI-14, 42 USC 422(c)(4)(A) */
N_("Service months used")
/* Translators: title of rule DI-15, 20 CFR 404.1592(a); POMS DI 13010.035A */
N_("Trial work months are paid in full")
/* Translators: title of rule DI-16, 42 USC 422(c)(3); POMS DI 13010.035C; 20 CFR 404.1592f */
N_("One trial work period for a period of disability")
/* Translators: title of rule DI-17, 42 USC 422(c)(4)(B) */
N_("Trial work ending for another reason")
/* Translators: title of rule DI-18, Milepost case file */
N_("Service months from the record")
/* Translators: title of rule DI-20, 20 CFR 404.1574(b)(2); POMS DI 10501.015B */
N_("Substantial gainful activity of an employee")
/* Translators: title of rule DI-21, 42 USC 423(d)(4)(A); 20 CFR 404.1584(d); POMS DI 10501.015C */
N_("Higher SGA amount for blind people")
/* Translators: title of rule DI-22, 20 CFR 404.1574(a)(2), (b)(1); 20 CFR 404.1576; POMS DI 10505.010, DI 10520.030 */
N_("Countable earnings: gross less subsidies and IRWE")
/* Translators: title of rule DI-23, POMS DI 10505.010B */
N_("Job coach hours")
/* Translators: title of rule DI-24, POMS DI 10505.010C */
N_("Pay for time not worked")
/* Translators: title of rule DI-25, 20 CFR 404.1576(b)(3)-(4); POMS DI 10520.030A.3, DI 13050.066A */
N_("Impairment-related work expenses")
/* Translators: title of rule DI-26, 20 CFR 404.1575(c); POMS DI 10510.012B */
N_("Countable income from self-employment")
/* Translators: title of rule DI-27, 20 CFR 404.1575(a), (e); POMS DI 10510.001, DI 10510.010A */
N_("Self-employment after 24 months of benefits")
/* Translators: title of rule DI-28, 20 CFR 404.1574(b)(3)(iii); 20 CFR 404.1590(i) */
N_("Work activity after 24 months of benefits")
/* Translators: title of rule DI-30, 20 CFR 404.1574a(a)-(c); POMS DI 10505.015 */
N_("Averaging of earnings before cessation")
/* Translators: title of rule DI-31, 20 CFR 404.1574a(b), (c); POMS DI 10505.015C */
N_("Stretches that are averaged")
/* Translators: title of rule DI-32, 20 CFR 404.1574a; Milepost case file */
N_("Averaging on the counselor's word")
/* Translators: title of rule DI-33, 20 CFR 404.1574a(d); POMS DI 10505.015B.2, DI 13050.066A */
N_("Months that are never averaged")
/* Translators: title of rule DI-34, 20 CFR 404.1574(c); POMS DI 11010.145A */
N_("Unsuccessful work attempt")
/* Translators: title of rule DI-35, POMS DI 11010.145B, examples 1 and 2 */
N_("The whole work effort is measured")
/* Translators: title of rule DI-36, 20 CFR 404.1592a(a)(2)(ii); POMS DI 11010.145B */
N_("No unsuccessful work attempt after cessation")
/* Translators: title of rule DI-37, POMS DI 25501.400A.3 */
N_("Work attempts of three to six months")
/* Translators: title of rule DI-38, 42 USC 423(a)(1); POMS DI 13010.135 */
N_("Blind and 55 or over")
/* Translators: title of rule DI-40, 20 CFR 404.1592a(b); 42 USC 423(e)(1) */
N_("The 36-month re-entitlement period")
/* Translators: title of rule DI-41, 20 CFR 404.1592a(a)(1); POMS DI 13010.060 */
N_("Cessation: the first SGA month after trial work")
/* Translators: title of rule DI-42, 20 CFR 404.1592a(a)(2)(i), 404.401a; 42 USC 423(e)(1) */
N_("Cessation month and two grace months are paid")
/* Translators: title of rule DI-43, 42 USC 423(e)(1); 20 CFR 404.1592a(a)(2)(ii) */
N_("Grace months come once")
/* Translators: title of rule DI-44, 20 CFR 404.1592a(a)(2)(ii), 404.401a */
N_("Re-entitlement period: paid only without SGA")
/* Translators: title of rule DI-45, 20 CFR 404.325, example 2; POMS RS 00605.238, DI 10105.035 */
N_("No SGA in the re-entitlement period")
/* Translators: title of rule DI-46, 42 USC 423(a)(1), 402(d)(1)(G)(i), 402(e)(1); 20 CFR 404.325 */
N_("Benefit termination month")
/* Translators: title of rule DI-47, 42 USC 423(a)(1); 20 CFR 404.325, example 1; Red Book */
N_("Paid months after the re-entitlement period")
/* Translators: title of rule DI-48, 42 USC 423(a)(1) */
N_("Grace at the end of the re-entitlement period")
/* Translators: title of rule DI-49, 42 USC 423(e)(2); 20 CFR 404.401a */
N_("Family benefits follow the worker's")
/* Translators: title of rule DI-50, 42 USC 423(a)(1)(ii); POMS DI 10105.075, DI 23505.010A */
N_("Nothing is due after termination")
/* Translators: title of rule DI-51, Milepost case file */
N_("Cessation from the record")
/* Translators: title of rule DI-52, 42 USC 423(i)(1)(B), (C); 20 CFR 404.1592c, d; POMS DI 13050.010B */
N_("Time limit for expedited reinstatement")
/* Translators: title of rule DI-53, POMS DI 28057.001B, DI 13050.060A.1 */
N_("Reinstatement request in a month with SGA")
/* Translators: title of rule DI-54, 42 USC 423(i)(7)(C); 20 CFR 404.1592e(a)(1), (d) */
N_("Provisional benefits: when")
/* Translators: title of rule DI-55, 42 USC 423(i)(7)(B); 20 CFR 404.1592e(a)(2), (b); POMS DI 13050.025A */
N_("Provisional benefits: how much")
/* Translators: title of rule DI-56, 42 USC 423(i)(7)(D) */
N_("Reinstatement denied")
/* Translators: title of rule DI-57, 20 CFR 404.1592f(a); 42 USC 423(i)(4)(A)(ii), (B)(iii); POMS DI 13050.060A.1, DI 28057.015, DI 13050.020 */
N_("Reinstatement approved: month of entitlement")
/* Translators: title of rule DI-58, 42 USC 423(i)(4)(C), (6); 20 CFR 404.1592f; POMS DI 13050.066A */
N_("Initial reinstatement period of 24 payable months")
/* Translators: title of rule DI-59, POMS DI 13050.066A; 42 USC 423(i)(5) */
N_("SGA in the initial reinstatement period")
/* Translators: title of rule DI-60, 42 USC 423(a)(1); 20 CFR 404.316(b)(2) */
N_("Full retirement age")
/* Translators: title of rule DI-61, 20 CFR 404.102, 404.409 */
N_("Which full retirement age")
/* Translators: title of rule DI-62, 42 USC 402(d)(1) */
N_("Childhood benefits are not converted")
/* Translators: title of rule DI-63, 42 USC 402(a) */
N_("A terminated record at retirement age")
/* Translators: title of rule DI-65, 42 USC 426(a), (b)(2); POMS HI 00801.146, .152 */
N_("When Medicare Part A begins")
/* Translators: title of rule DI-66, 42 USC 426(b); POMS DI 13050.025A, DI 13050.066A */
N_("Part A while entitled")
/* Translators: title of rule DI-67, 42 USC 426(b), last two sentences; 69 FR 57224; 42 CFR 406.12(e) */
N_("Extended Medicare after termination")
/* Translators: title of rule DI-68, 42 USC 426(b); 42 CFR 406.12(e); POMS HI 00820.025A */
N_("Medicare lasts at least a month after entitlement")
/* Translators: title of rule DI-69, 42 USC 426(a); POMS HI 00820.025A.1 */
N_("Medicare from age 65")
/* Translators: title of rule DI-70, 42 CFR 407.27 */
N_("Part B")
/* Translators: title of rule DI-71, 42 USC 415(i); Milepost case file */
N_("Monthly benefit and yearly COLA")
/* Translators: title of rule DI-72, 42 USC 415(g); POMS RS 00601.020A.2; SSA Handbook 738.2 */
N_("COLA rounded down to the dime")
/* Translators: title of rule DI-73, 42 USC 415(i); Milepost case file */
N_("Benefit of a paid month")
/* Translators: title of rule DI-74, Milepost case file */
N_("Family benefits as entered")
/* Translators: title of rule DI-75, 42 CFR 408.40(c); POMS HI 01001.040A-B, HI 00820.100A */
N_("Part B premium of the month after")
/* Translators: title of rule DI-76, SSA Handbook 738.2; POMS RS 00601.020 */
N_("Payment rounded down to the dollar")
/* Translators: title of rule DI-77, 42 CFR 408.43; POMS HI 01001.041 */
N_("Premium larger than the benefit")
/* Translators: title of rule DI-78, POMS RS 00601.020 */
N_("Premium paid by the State")
/* Translators: title of rule DI-79, 42 CFR 408.43; Milepost scope */
N_("No premium taken from an unpaid month")
/* Translators: title of rule SSI-01, 20 CFR 416.405, .410, .412; 42 USC 1382f */
N_("Federal benefit rate")
/* Translators: title of rule SSI-02, 20 CFR 416.501, 416.420(b); Red Book; POMS SI 02005.005 A.2 */
N_("First payable month")
/* Translators: title of rule SSI-03, 20 CFR 416.1205; POMS SI 00870.008 A.4 */
N_("Resource limits")
/* Translators: title of rule SSI-04, POMS SI 02005.001 B, C; SSA Handbook 2183.2 */
N_("Eligibility month by month")
/* Translators: title of rule SSI-05, POMS SI 02005.001 C.3, SI 02301.215 */
N_("Income limit without a supplement")
/* Translators: title of rule SSI-06, POMS SI 02301.215 */
N_("Income limit with a supplement")
/* Translators: title of rule SSI-07, POMS SI 02302.010 B */
N_("SGA does not end SSI: section 1619(a)")
/* Translators: title of rule SSI-11, SSA Handbook 2183.2 */
N_("Too much income in the month itself")
/* Translators: title of rule SSI-12, 20 CFR 416.420(a) */
N_("Income of the second month before")
/* Translators: title of rule SSI-13, 20 CFR 416.420(b); POMS SI 02005.005 A, SI 02005.008 A.2 */
N_("Budget months after eligibility begins")
/* Translators: title of rule SSI-14, POMS SI 02301.215 */
N_("Eligible with nothing due")
/* Translators: title of rule SSI-15, POMS SI 02005.005 A.4, SI 02005.006 B */
N_("Nonrecurring income of the first month")
/* Translators: title of rule SSI-16, 20 CFR 416.420(a), (b)(2); POMS SI 02005.010 B, SI 02005.015 A */
N_("COLA coordination in January and February")
/* Translators: title of rule SSI-17, POMS SI 00830.210 */
N_("Title II is income in the month received")
/* Translators: title of rule SSI-18, POMS SI 00830.210 A.2, RS 00601.020; 20 CFR 416.1123(b)(2) */
N_("Amount of title II that counts")
/* Translators: title of rule SSI-19, 20 CFR 416.1110(a), 416.1111(a) */
N_("Wages count gross in the month paid")
/* Translators: title of rule SSI-20, 20 CFR 416.1112(a), (c), 416.1124(c); POMS SI 00820.500 */
N_("Order of exclusions")
/* Translators: title of rule SSI-21, 20 CFR 416.1124(c)(12) */
N_("Income based on need")
/* Translators: title of rule SSI-22, 20 CFR 416.1112(c)(3); POMS SI 00820.510 B */
N_("Student earned income exclusion")
/* Translators: title of rule SSI-23, POMS SI 00820.510 B.4 */
N_("Student earnings before eligibility")
/* Translators: title of rule SSI-24, 20 CFR 416.1112(c)(6) */
N_("Impairment-related work expenses")
/* Translators: title of rule SSI-25, 20 CFR 416.1112(c) */
N_("Exclusions on a spouse's earnings")
/* Translators: title of rule SSI-26, 20 CFR 416.1112(c)(8); POMS SI 00820.535, SI 00870.010 A.1 */
N_("Blind work expenses")
/* Translators: title of rule SSI-27, POMS SI 00870.008 A.3 */
N_("Plan to achieve self-support")
/* Translators: title of rule SSI-28, 20 CFR 416.1124(c)(6), 416.1112(c)(2), 416.1103 */
N_("Infrequent or irregular income")
/* Translators: title of rule SSI-30, 20 CFR 416.1131 */
N_("Household of another: one-third reduction")
/* Translators: title of rule SSI-31, 20 CFR 416.1130(a), 416.420(a) */
N_("Month of the living arrangement")
/* Translators: title of rule SSI-32, 20 CFR 416.1140; POMS SI 00835.300 C */
N_("In-kind support: presumed maximum value")
/* Translators: title of rule SSI-33, POMS SI 00835.300 C.2.b; 20 CFR 416.420(a) */
N_("Rate used for in-kind support")
/* Translators: title of rule SSI-34, 20 CFR 416.414; 20 CFR 416.1163(f)(5) */
N_("Medical institution: $30 rate")
/* Translators: title of rule SSI-35, 20 CFR 416.1130, .1140 */
N_("Food no longer counts as support")
/* Translators: title of rule SSI-40, 20 CFR 416.412; SSA Handbook 2182.2; POMS SI 02005.031 */
N_("Eligible couple")
/* Translators: title of rule SSI-41, 20 CFR 416.1161(a); POMS SI 01320.100 B */
N_("Spouse's income that is left out")
/* Translators: title of rule SSI-42, 20 CFR 416.1163(b) */
N_("Allocation for ineligible children")
/* Translators: title of rule SSI-43, 20 CFR 416.1163(d)(1), (2); POMS SI 01320.400 A */
N_("When a spouse's income is deemed")
/* Translators: title of rule SSI-44, 20 CFR 416.1163(e)(2) */
N_("Payment with a deemed spouse")
/* Translators: title of rule SSI-45, 20 CFR 416.1163(b)(1), (e)(1) */
N_("Month and rates of deeming")
/* Translators: title of rule SSI-46, 20 CFR 416.1163(f) */
N_("Change of household")
/* Translators: title of rule SSI-50, POMS SI 02302.010, .030 B, .040; 20 CFR 416.264 to .269 */
N_("1619(b): Medicaid while working")
/* Translators: title of rule SSI-51, POMS SI 02301.215 */
N_("1619(b) months pay nothing and keep Medicaid")
/* Translators: title of rule SSI-52, POMS SI 02005.005 A.1 */
N_("First month after 1619(b)")
/* Translators: title of rule SSI-53, POMS SI 02302.050 C, SI 02302.300 */
N_("1619(b) threshold")
/* Translators: title of rule SSI-54, 20 CFR 416.269(b); POMS SI 02302.045 A.3 */
N_("Twelve months of a 1619(b) finding")
/* Translators: title of rule SSI-55, 20 CFR 416.264 to .269 */
N_("1619(b) lost for threshold or Medicaid need")
/* Translators: title of rule SSI-60, 20 CFR 416.1320; POMS SI 02301.201 B.1, SI 02301.205 */
N_("Suspension")
/* Translators: title of rule SSI-61, 20 CFR 416.1335; POMS SI 02301.205 A */
N_("Termination after twelve suspended months")
/* Translators: title of rule SSI-62, 20 CFR 416.1335 */
N_("Count of suspended months starts over")
/* Translators: title of rule SSI-63, 20 CFR 416.421; POMS SI 02301.205 A */
N_("Full-month payments")
/* Translators: title of rule SSI-64, 20 CFR 416.999 to .999d; POMS DI 13050.030 A.2 */
N_("Expedited reinstatement")
/* Translators: title of rule SSI-65, Milepost case file */
N_("Status from the record")
/* Translators: title of rule SSI-70, SSA Handbook 2183.3; POMS SI 02005.005 A.2 */
N_("State supplement after the federal payment")
/* Translators: title of rule SSI-71, SSA Handbook 2183.3 */
N_("Supplement alone is a payment")
/* Translators: title of rule SSI-72, POMS SI 02009.005, SI 02001.010 A.1 */
N_("Payment rounded up to the cent")
/* Translators: title of rule SSI-73, SSA Handbook 2182.1; 20 CFR 416.503 */
N_("Smallest federal payment")
/* Translators: title of rule SSI-74, 20 CFR 416.1112(c) */
N_("Break-even wages")
/* Translators: title of rule SSI-75, Milepost scope */
N_("What is not computed")
/* Translators: title of rule SSI-M1, 42 USC 1382a(b)(4)(A), (B); 20 CFR 416.1112(c)(6), (8), (9), 416.1124(c)(13) */
N_("Work expenses and PASS from age 65")
/* Translators: title of rule SSI-M2, 42 USC 1382h(a), (b); 20 CFR 416.262, 416.265 */
N_("Section 1619 at age 65 and over")
/* Translators: title of rule TTW-1, 20 CFR 411.125(a); POMS DI 55002.005 */
N_("Who is given a ticket")
/* Translators: title of rule TTW-2, 20 CFR 411.125(a)(2)(ii)(B); Cornell 2009 */
N_("Childhood SSI and the age-18 review")
/* Translators: title of rule TTW-3, 20 CFR 411.125(a)(2); POMS DI 55002.005C; Cornell 2009 */
N_("Payments that give no ticket")
/* Translators: title of rule TTW-4, 20 CFR 411.125(b) */
N_("One ticket at a time")
/* Translators: title of rule TTW-5, 20 CFR 411.125(c); Cornell 2009 */
N_("A new ticket after reinstatement")
/* Translators: title of rule TTW-6, 42 USC 1320b-19(a), (b)(2); Cornell 2009; Benefits Planner 2002 */
N_("Use is voluntary, without expiry")
/* Translators: title of rule TTW-7, Benefits Planner 2002; 73 FR 29339 */
N_("Medical improvement expected before 2008")
/* Translators: title of rule TTW-8, 20 CFR 411.140(d), (e); 42 USC 1320b-19(g)(2) */
N_("Assignment")
/* Translators: title of rule TTW-9, 20 CFR 411.140(a), 411.150(b)(3) */
N_("Assignment within 90 days without cash")
/* Translators: title of rule TTW-10, 20 CFR 411.140(a), 411.585 */
N_("One provider at a time")
/* Translators: title of rule TTW-11, 20 CFR 411.145(a), (b) */
N_("Unassignment")
/* Translators: title of rule TTW-12, 20 CFR 411.150 */
N_("Reassignment")
/* Translators: title of rule TTW-13, 20 CFR 411.166(i)(j), 411.170(b); Wisconsin DVR 2024 */
N_("In use with State VR")
/* Translators: title of rule TTW-14, 20 CFR 411.140(a) */
N_("VR paid by cost reimbursement")
/* Translators: title of rule TTW-15, Milepost case file */
N_("Status of the ticket")
/* Translators: title of rule TTW-16, 20 CFR 411.580; SSA Ticket Program Manager */
N_("The assignment month is not payable")
/* Translators: title of rule TTW-17, SSA Ticket Program Manager */
N_("Plan received late")
/* Translators: title of rule TTW-18, 20 CFR 411.581, 411.575(a)(2) */
N_("Months after the ticket left the EN")
/* Translators: title of rule TTW-19, 20 CFR 411.505, 411.525(a); 42 USC 1320b-19(h) */
N_("Two payment systems")
/* Translators: title of rule TTW-20, 20 CFR 411.515, 411.520; 42 USC 1320b-19(h)(1)(B); Benefits Planner 2002 */
N_("Choice of the payment system")
/* Translators: title of rule TTW-21, 20 CFR 411.565, 411.575(a)(1)(i) */
N_("System of the ticket's assignment")
/* Translators: title of rule TTW-22, 20 CFR 411.525(b); 42 USC 1320b-19(h)(3)(C) */
N_("Balance of the two systems")
/* Translators: title of rule TTW-23, 20 CFR 411.566, 411.570; 42 USC 1320b-19(b)(4); Cornell 2009 */
N_("Share passed on to the person")
/* Translators: title of rule TTW-24, 20 CFR 411.555 */
N_("Payments are kept")
/* Translators: title of rule TTW-25, 20 CFR 411.525(a)(2)(i); 20 CFR 411.545, chart I */
N_("Phase 1 milestone 1")
/* Translators: title of rule TTW-26, 20 CFR 411.525(a)(2)(i) */
N_("Phase 1 milestone 2")
/* Translators: title of rule TTW-27, 20 CFR 411.525(a)(2)(i) */
N_("Phase 1 milestone 3")
/* Translators: title of rule TTW-28, 20 CFR 411.525(a)(2)(i) */
N_("Phase 1 milestone 4")
/* Translators: title of rule TTW-29, 20 CFR 411.525(a)(2)(ii), 411.535(a)(2) */
N_("Phase 2 milestones")
/* Translators: title of rule TTW-30, 20 CFR 411.525(a)(2) */
N_("Exact amounts at the tests")
/* Translators: title of rule TTW-31, 20 CFR 404.1592(b), 404.1574(b)(2) */
N_("Amounts of the month of the earnings")
/* Translators: title of rule TTW-32, Cornell 2009; WorkWORLD; 20 CFR 411.525(a)(2) */
N_("Gross earnings before work incentives")
/* Translators: title of rule TTW-33, Milepost case file; 20 CFR 404.1574 */
N_("Earnings count when the work is done")
/* Translators: title of rule TTW-34, 20 CFR 411.535(a)(1)(i), (a)(2), (b); 20 CFR 411.580 */
N_("Work after the first assignment")
/* Translators: title of rule TTW-35, 20 CFR 411.525(a)(2)(i), last sentence */
N_("A month may serve several windows")
/* Translators: title of rule TTW-36, 20 CFR 411.525(a)(2)(iii) */
N_("Payments go in sequence")
/* Translators: title of rule TTW-37, 20 CFR 411.525(a)(2)(iii) */
N_("One milestone a month")
/* Translators: title of rule TTW-38, 20 CFR 411.525(a)(2)(iii), 411.580 */
N_("A milestone paid late")
/* Translators: title of rule TTW-39, 20 CFR 411.525(c), 411.575(a)(1)(ii) */
N_("Milestones end with the outcome period")
/* Translators: title of rule TTW-40, 20 CFR 411.575(a)(2), last sentence */
N_("Milestones while benefits go on")
/* Translators: title of rule TTW-41, 20 CFR 411.535(a)(1)(ii) */
N_("Earlier work removes Phase 1 milestone 1")
/* Translators: title of rule TTW-42, 20 CFR 411.535(a)(1)(ii) */
N_("Earlier work removes Phase 1 milestone 2")
/* Translators: title of rule TTW-43, 20 CFR 411.535(a)(1)(ii) */
N_("Earlier work removes Phase 1 milestone 3")
/* Translators: title of rule TTW-44, 20 CFR 411.535(a)(1)(ii) */
N_("Earlier work removes Phase 1 milestone 4")
/* Translators: title of rule TTW-45, 20 CFR 411.536 */
N_("Removed milestones stay removed")
/* Translators: title of rule TTW-46, 20 CFR 411.535(a)(2) */
N_("Earlier work and Phase 2")
/* Translators: title of rule TTW-47, 20 CFR 411.500(e); 42 USC 1320b-19(k)(5); POMS DI 55060.005 */
N_("Outcome month")
/* Translators: title of rule TTW-48, 20 CFR 411.500(e), 404.316, 404.325, 404.401a */
N_("Paid SSDI months are no outcome")
/* Translators: title of rule TTW-49, 20 CFR 411.525(a)(1)(ii) */
N_("Outcome months after termination")
/* Translators: title of rule TTW-50, 42 USC 1320b-19(h)(4)(B); 20 CFR 411.500(b)(1), (2) */
N_("Outcome payment period")
/* Translators: title of rule TTW-51, 20 CFR 411.525(a)(1)(i), 411.575(b)(1)(ii) */
N_("Outcome payments and their number")
/* Translators: title of rule TTW-52, 20 CFR 411.500(b) */
N_("Cash months between outcomes")
/* Translators: title of rule TTW-53, 20 CFR 411.575(b)(1); SSA Ticket Program Manager */
N_("No earnings test in outcome months")
/* Translators: title of rule TTW-54, 20 CFR 411.536, 411.500(h); SSA Ticket Program Manager */
N_("Reconciliation with the 12th outcome")
/* Translators: title of rule TTW-55, 20 CFR 411.536, 411.540 */
N_("Amount of the reconciliation")
/* Translators: title of rule TTW-56, 20 CFR 411.535(a)(3), 411.551 */
N_("Where there is no reconciliation")
/* Translators: title of rule TTW-57, 20 CFR 411.536, 411.560 */
N_("Which EN gets the reconciliation")
/* Translators: title of rule TTW-58, 20 CFR 411.500(a); 42 USC 1320b-19(h)(4)(A) */
N_("Payment calculation base")
/* Translators: title of rule TTW-59, 20 CFR 411.540(a) */
N_("Rate of Phase 1 milestones")
/* Translators: title of rule TTW-60, 20 CFR 411.540(b) */
N_("Rate of Phase 2 milestones")
/* Translators: title of rule TTW-61, 20 CFR 411.545 */
N_("Outcome rate, outcome-milestone system")
/* Translators: title of rule TTW-62, 20 CFR 411.550 */
N_("Outcome rate, outcome system")
/* Translators: title of rule TTW-63, 20 CFR 411.540, .545, .550 */
N_("Each payment rounded to the dollar")
/* Translators: title of rule TTW-64, 20 CFR 411.540, 411.545 */
N_("Year of the rate")
/* Translators: title of rule TTW-65, 20 CFR 411.545, chart I, 411.550, charts II and III; Cornell 2009; SSA Ticket Program Manager */
N_("Printed checks of the rates")
/* Translators: title of rule TTW-66, 20 CFR 411.525(e), 411.552 */
N_("Class of the ticket")
/* Translators: title of rule TTW-67, Milepost case file */
N_("Rates entered or not published")
/* Translators: title of rule TTW-68, 20 CFR 411.560, 411.575(b)(1)(ii) */
N_("Payments already made")
/* Translators: title of rule TTW-69, 20 CFR 411.560; 42 USC 1320b-19(e)(3) */
N_("Payments shared between ENs")
/* Translators: title of rule TTW-70, 20 CFR 411.355; 42 USC 1320b-19(c)(1) */
N_("State VR as an EN")
/* Translators: title of rule TTW-71, 20 CFR 411.582, 411.585; SSA Ticket Program Manager; WorkWORLD; Benefits Planner 2002 */
N_("Cost reimbursement and Partnership Plus")
/* Translators: title of rule TTW-72, 20 CFR 411.535(a)(1)(iii); 34 CFR 361.56; SSA Ticket Program Manager */
N_("VR success removes Phase 1")
/* Translators: title of rule TTW-73, SSA Ticket Program Manager */
N_("VR success within 18 months")
/* Translators: title of rule TTW-74, 42 USC 1320b-19(c)(3); 20 CFR 411.400 to .435 */
N_("Agreement between EN and VR")
/* Translators: title of rule TTW-75, former 20 CFR 411.535, 411.540 */
N_("Old milestones")
/* Translators: title of rule TTW-76, former 20 CFR 411.535(a); Benefits Planner 2002 */
N_("Old rules: blind SGA amount")
/* Translators: title of rule TTW-77, former 20 CFR 411.535(a); WorkWORLD */
N_("Old rules: milestones before outcomes")
/* Translators: title of rule TTW-78, former 20 CFR 411.530, .545, .550; 42 USC 1320b-19(h)(2)(C); WorkWORLD; Benefits Planner 2002 */
N_("Old rules: 60 outcomes")
/* Translators: title of rule TTW-79, former 20 CFR 411.530; Benefits Planner 2002 */
N_("Old rules: rounding of the reduction")
/* Translators: title of rule TTW-80, Benefits Planner 2002 */
N_("Old rules: printed checks")
/* Translators: title of rule TTW-81, 20 CFR 411.500(g), 411.551 */
N_("Transition case")
/* Translators: title of rule TTW-82, 20 CFR 411.551(a), (b) */
N_("Old milestones count for new ones")
/* Translators: title of rule TTW-83, 20 CFR 411.551(c) */
N_("Outcomes left after the transition")
/* Translators: title of rule TTW-84, 20 CFR 411.551 */
N_("No reconciliation after the transition")
/* Translators: title of rule TTW-85, 20 CFR 411.166(a), 411.170 */
N_("Using a ticket")
/* Translators: title of rule TTW-86, 20 CFR 411.180(b), 411.200, 411.225 */
N_("Progress certification periods")
/* Translators: title of rule TTW-87, 20 CFR 411.180(a), 411.200 */
N_("Progress in period 1")
/* Translators: title of rule TTW-88, 20 CFR 411.180(a), 411.200 */
N_("Progress in period 2")
/* Translators: title of rule TTW-89, 20 CFR 411.180(a), 411.200 */
N_("Progress in period 3")
/* Translators: title of rule TTW-90, 20 CFR 411.180(a), 411.200 */
N_("Progress in period 4")
/* Translators: title of rule TTW-91, 20 CFR 411.180(a), 411.200 */
N_("Progress in period 5")
/* Translators: title of rule TTW-92, 20 CFR 411.180(a), 411.200 */
N_("Progress in period 6")
/* Translators: title of rule TTW-93, 20 CFR 411.180(a), 411.200 */
N_("Progress in later periods")
/* Translators: title of rule TTW-94, 20 CFR 411.166(h), 411.180(a), (c) */
N_("Work and education together")
/* Translators: title of rule TTW-95, 20 CFR 411.210 */
N_("Failing a progress review")
/* Translators: title of rule TTW-96, 20 CFR 411.192 */
N_("Inactive status")
/* Translators: title of rule TTW-97, 20 CFR 411.171(c), (d), 411.220; Benefits Planner 2002 */
N_("Extension period")
/* Translators: title of rule TTW-98, former 20 CFR 411.180 to .200; 20 CFR 411.226; Benefits Planner 2002 */
N_("Old progress reviews")
/* Translators: title of rule TTW-99, 42 USC 1320b-19(i); 20 CFR 411.160 to .175 */
N_("Protection from medical reviews")
/* Translators: title of rule TTW-100, 20 CFR 411.171 */
N_("When the protection ends")
/* Translators: title of rule TTW-101, 20 CFR 411.155(a); POMS DI 55002.055A.1 */
N_("Ticket ends, benefits not ended for work")
/* Translators: title of rule TTW-102, 20 CFR 411.125(a), (c), 411.155(b), (c); POMS DI 55002.060B */
N_("Ticket ends, benefits ended for work")
/* Translators: title of rule TTW-103, 20 CFR 411.155(a), 411.525(d); POMS DI 55002.055 */
N_("Nothing paid from the ticket's end")
/* Translators: title of rule TTW-104, 20 CFR 411.155(a)(1), (c)(3) */
N_("Ticket ends at full retirement age")
/* Translators: title of rule TTW-105, 20 CFR 404.2(c)(4) */
N_("Age attained the day before the birthday")
/* Translators: title of rule TTW-106, 42 USC 1320b-19(g)(1)(C) */
N_("Work plan: what the statute asks")
/* Translators: title of rule TTW-107, 20 CFR 411.465(a)(1)-(10) */
N_("Work plan: what the regulation adds")
/* Translators: title of rule TTW-108, 42 USC 1320b-19(g)(1)(B), (D), (g)(2) */
N_("Work plan: choice and signatures")
/* Translators: title of rule TTW-109, 20 CFR 411.600, 411.620, 411.630 */
N_("Disputes of beneficiary and EN")
/* Translators: title of rule TTW-110, 20 CFR 411.640; Benefits Planner 2002 */
N_("Disputes of beneficiary and State VR")
/* Translators: title of rule TTW-111, 20 CFR 411.590 */
N_("Disputes over payment")
/* Translators: title of rule TTW-112, 20 CFR 411.205 */
N_("Disputes over timely progress")
/* Translators: title of rule TTW-113, SSA Ticket Program Manager; 20 CFR 411.575(c) */
N_("Time limit for a payment request")
/* Translators: title of rule TTW-114, 20 CFR 411.575(c) */
N_("Evidence of earnings")
/* Translators: title of rule TTW-115, Cornell 2009 */
N_("Certification of outcomes")
/* Translators: title of rule TTW-116, SSA Ticket Program Manager */
N_("Payments that SSA finds itself")
/* Translators: title of rule TTW-117, 20 CFR 411.575(b)(2) */
N_("Requests by a former EN")
/* Translators: title of rule TTW-118, Wisconsin DVR 2024; 20 CFR 411.171(d) */
N_("Wages at VR closure")
/* Translators: title of rule TTW-119, Wisconsin DVR 2024; 20 CFR 411.140(a) */
N_("Open VR case and EN")
/* Translators: title of rule REP-1, 20 CFR 416.708(c), 416.714(a) */
N_("Pay of a month: report for SSI by the 10th of the next")
/* Translators: title of rule REP-2, 20 CFR 404.1588(a) */
N_("Work that starts, stops or changes: report for SSDI at once")
/* Translators: title of rule REP-3, 20 CFR 404.1588(b); 42 USC 902 note (Public Law 108-203, section 202) */
N_("A receipt for every report of work")
/* Translators: title of rule REP-4, 20 CFR 404.1576, 416.708, 416.976 */
N_("Costs of work that start or stop")
/* Translators: title of rule REP-5, 20 CFR 416.708(b) */
N_("Home and the people in it: report for SSI")
/* Translators: title of rule REP-6, 20 CFR 416.708(d) */
N_("Savings and things owned: report for SSI")
/* Translators: title of rule REP-7, 20 CFR 416.708 */
N_("Marriage, separation, a death in the family: report for SSI")
/* Translators: title of rule REP-8, 20 CFR 404.1588(a), 416.708 */
N_("Health that becomes better")
/* Translators: title of rule REP-9, 20 CFR 404.408, 416.708(e) */
N_("Other benefits applied for or received")
/* Translators: title of rule REP-10, 20 CFR 416.708 */
N_("A student under 22 who starts or leaves school")
/* Translators: title of rule REP-11, 20 CFR 416.708, 404.468 */
N_("A new address, a stay in an institution or outside the country")
/* Translators: title of rule REP-12, 20 CFR 416.710, 416.712, 404.614 */
N_("What a report says and how it is made")
/* Translators: title of rule REP-13, 20 CFR 416.722, 416.724, 404.502a */
N_("Late reports and penalties")
