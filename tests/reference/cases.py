# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases made by chance. Amounts are drawn near the edges where rules change."""

from facts import month, text

PAY = ["0", "500", "529.99", "900", "1130", "1160", "1210", "1220.01", "1550", "1620", "1690", "1700", "1800.37", "2019",
       "2073", "2100.01", "2690", "2830.01", "4000", "6500"]

READINGS = {
    "ssdi/D-03": ["last_run"], "ssdi/D-06": ["poms", "cfr_literal"], "ssdi/D-09": ["each_alone"], "ssdi/D-15": ["latest"],
    "ticket/S-01": ["full_twl", "half_twl_confirmed"], "ticket/S-03": ["ge"], "ticket/S-04": ["ge"], "ticket/S-05": ["non_blind"],
    "ticket/S-06": ["first_payable"], "ticket/S-07": ["paid"], "ticket/S-08": ["last_provider"], "ticket/S-09": ["en_12th"],
    "ticket/S-10": ["needs_services"], "ticket/S-11": ["same_month"], "ticket/S-12": ["provider"], "ticket/S-14": ["any_success"],
    "ticket/S-15": ["dollar"], "ticket/S-16": ["n_plus_recon"], "ticket/S-17": ["every_program"],
}


def money(chance, most):
    return "%d.%02d" % (chance.randrange(most), chance.choice([0, 0, 0, 1, 33, 50, 99]))


def span(chance, first, months, open_end=0.3):
    a = first + chance.randrange(months)
    entry = {"from": text(a)}
    if chance.random() > open_end:
        entry["to"] = text(a + min(chance.choice([0, 1, 2, 5, 6, 9, 11, 14, 20, 40]), months))
    return entry


def work(chance, first, months, year):
    entry = dict(span(chance, first, months), kind=chance.choice(["wages", "wages", "wages", "self_employment"]))
    entry["monthly"] = chance.choice(PAY) if chance.random() < 0.8 else money(chance, 5000)
    if chance.random() < 0.15:
        del entry["monthly"]
        entry.update(hourly=money(chance, 30), hours_per_week=chance.choice(["10", "18.5", "28", "40"]))
    if chance.random() < 0.2:
        entry["hours"] = chance.choice(["79.9", "80", "80.1", "120"])
    if chance.random() < 0.2:
        entry["subsidy"] = money(chance, 400)
    if chance.random() < 0.15:
        entry["unsuccessful_attempt"] = True
    if chance.random() < 0.15:
        entry["average"] = True
    if chance.random() < 0.1:
        entry["infrequent"] = True
    if chance.random() < 0.15:
        entry["pay"] = {"every": chance.choice(["week", "two_weeks", "half_month", "month"]),
                        "first": entry["from"] + "-%02d" % chance.choice([1, 9, 15, 28])}
    last = month(entry["to"]) if "to" in entry else first + months
    for _ in range(chance.randrange(3)):
        m = chance.randint(month(entry["from"]), last)
        fact = {"earned": chance.choice(PAY)}
        if chance.random() < 0.5:
            fact["paid"] = chance.choice(PAY)
        if chance.random() < 0.2:
            fact["hours"] = chance.choice(["79.9", "80.01", "120"])
        entry.setdefault("months", {})[text(m)] = fact
    return entry


def incentive(chance, first, months, kinds=("irwe", "bwe", "pass")):
    entry = dict(span(chance, first, months), kind=chance.choice(kinds), monthly=money(chance, 400))
    if entry["kind"] == "pass" and chance.random() < 0.6:
        entry["applies_to"] = chance.choice(["earned", "unearned", "either"])
    return entry


def requests(chance, first, months):
    found = []
    for program in ("ssdi", "ssi"):
        for _ in range(chance.choice([0, 1, 1, 2])):
            m = first + chance.randrange(months)
            entry = {"program": program, "requested": text(m)}
            if chance.random() < 0.85:
                entry.update(decided=text(m + chance.choice([0, 1, 3, 5, 6, 7, 9])), approved=chance.random() < 0.7)
            if program == "ssdi" and chance.random() < 0.2:
                entry["disabled_from"] = text(m + chance.randint(-10, 1))
            if any(abs(month(r["requested"]) - m) < 1 and r["program"] == program for r in found):
                continue
            found.append(entry)
    return found


def ssdi(chance, first, months, work_entries):
    facts = {"basis": chance.choice(["worker", "worker", "worker", "childhood", "widow"]), "entitled_from": text(first)}
    a = first if chance.random() < 0.8 else first + chance.randrange(12)
    facts["amounts"] = [{"from": text(a), "monthly": money(chance, 1800)}]
    if chance.random() < 0.2:
        facts["amounts"].append({"from": text(a + chance.randint(1, 60)), "monthly": money(chance, 1800)})
    if chance.random() < 0.2:
        facts["filed"] = text(first + chance.randint(-6, 8))
    if chance.random() < 0.3:
        facts["auxiliary"] = [{"from": text(first), "monthly": money(chance, 600)}]
        if chance.random() < 0.4:
            facts["auxiliary"][0]["to"] = text(first + 9)
            facts["auxiliary"].append({"from": text(first + chance.randint(10, 30)), "monthly": money(chance, 600)})
    if chance.random() < 0.6:
        medicare = {}
        if chance.random() < 0.3:
            medicare["part_a_from"] = text(first + chance.randrange(30))
        if chance.random() < 0.85:
            medicare["part_b"] = {"enrolled": chance.random() < 0.9}
            if chance.random() < 0.3:
                medicare["part_b"]["from"] = text(first + chance.randrange(60))
            if chance.random() < 0.3:
                medicare["part_b"]["premium"] = money(chance, 500)
            if chance.random() < 0.2:
                medicare["part_b"]["paid_by"] = "state"
        facts["medicare"] = medicare
    if chance.random() < 0.3:
        through = first + chance.randrange(months)
        used = sorted(chance.sample(range(first, through + 1), min(chance.randrange(10), through + 1 - first)))
        facts["history"] = {"through": text(through), "twp_months": [text(m) for m in used]}
        if len(used) == 9 and used[-1] < through and chance.random() < 0.7:
            facts["history"]["cessation"] = text(chance.randint(used[-1] + 1, through))
    return facts


def ssi(chance, first, months):
    eligible = first + chance.randrange(12)
    facts = {"eligible_from": text(eligible)}
    if chance.random() < 0.35:
        facts["living"], m = [], first
        while m < first + months and len(facts["living"]) < 4:
            facts["living"].append({"from": text(m), "arrangement": chance.choice(
                ["own_household", "household_of_another", "medicaid_institution"])})
            m += chance.randint(1, 20)
    if chance.random() < 0.3:
        facts["in_kind"] = [dict(span(chance, first, months), value=money(chance, 600))]
    if chance.random() < 0.6:
        facts["unearned"] = [dict(span(chance, first, months), monthly=money(chance, chance.choice([90, 500, 1200])),
                                  kind=chance.choice(["other", "other", "needs_based", "tanf", "infrequent", "va_aid"]))
                             for _ in range(chance.randint(1, 3))]
    if chance.random() < 0.15:
        facts.setdefault("unearned", []).append(near_the_rate(chance, first + chance.randrange(months)))
    if chance.random() < 0.2:
        a = first + chance.randrange(months)
        facts["resources"] = [{"from": text(a), "countable": chance.choice(["2000.00", "2000.01", "3000", "3000.01"])}]
        if chance.random() < 0.5:
            facts["resources"][0]["to"] = text(a + chance.choice([0, 1, 10, 11, 12, 20]))
    if chance.random() < 0.45:
        spouse = dict(span(chance, first, months, 0.6), eligible=chance.random() < 0.4, blind=chance.random() < 0.2)
        if "to" in spouse:
            spouse["ended_by"] = chance.choice(["separation", "death"])
        spouse["earned"] = [dict(span(chance, first, months), monthly=chance.choice(PAY)) for _ in range(chance.randrange(3))]
        if "to" in spouse and chance.random() < 0.6:  # an income that goes on past a separation
            spouse.update({"eligible": False, "earned": [{"from": text(first), "monthly": chance.choice(["1500", "2500", "3500"])}]})
        spouse["unearned"] = [dict(span(chance, first, months), monthly=money(chance, 800)) for _ in range(chance.randrange(2))]
        spouse["work_incentives"] = [incentive(chance, first, months) for _ in range(chance.randrange(2))]
        spouse["public_assistance"] = chance.random() < 0.1
        if chance.random() < 0.5:
            spouse["birth_date"] = "%04d-05-15" % (first // 12 - chance.choice([25, 40, 60, 64, 66]))
        facts["spouse"] = spouse
        if chance.random() < 0.5:
            facts["children"] = [{"birth_date": text(first - chance.randrange(220)) + chance.choice(["-01", "-15"]),
                                  "unearned": [dict(span(chance, first, months), monthly=money(chance, 500))]}
                                 for _ in range(chance.randint(1, 3))]
    if chance.random() < 0.4:
        facts["state_supplement"] = chance.choice(["table", [{"from": text(first), "monthly": money(chance, 250)}]])
    if chance.random() < 0.3:
        facts["medicaid"] = chance.choice([{"needs": False}, {"individual_threshold": "20000"}, {"expenses_yearly": "30000"},
                                           {"needs": True, "individual_threshold": "48000.00"}])
    if chance.random() < 0.2:
        since = eligible + chance.randrange(20)
        facts["history"] = {"since": text(since), "through": text(since + chance.randrange(15)),
                            "status": chance.choice(["payable", "unpaid", "1619b", "suspended", "terminated"])}
    return facts


def reinstated_ssdi(chance, first):
    """A long life: work that ends entitlement, then requests, work in between, and a second period."""
    stop = first + chance.choice([46, 48, 52, 60, 75])
    entries = [{"from": text(first), "to": text(stop), "monthly": "4000"}]
    for _ in range(chance.randrange(6)):
        a = stop + chance.randint(1, 90)
        entries.append({"from": text(a), "to": text(a + chance.choice([0, 0, 1, 3, 12, 50])), "monthly": chance.choice(["1500", "2500", "4000"])})
    asked = sorted(chance.sample(range(stop - 8, stop + 70), chance.randint(1, 3)))
    found = []
    for m in asked:
        entry = {"program": "ssdi", "requested": text(m)}
        if chance.random() < 0.9:
            entry.update(decided=text(m + chance.choice([0, 1, 3, 5, 6, 7, 9])), approved=chance.random() < 0.6)
        if chance.random() < 0.2:
            entry["disabled_from"] = text(m + chance.randint(-10, 1))
        found.append(entry)
    return entries, found


def reinstated_ssi(chance, first):
    """Pay far above a low threshold for a year or more, then less, and requests."""
    stop = first + chance.choice([14, 16, 20, 30])
    entries = [{"from": text(first + 3), "to": text(stop), "monthly": "4000"}]
    for _ in range(chance.randrange(5)):
        a = stop + chance.randint(1, 60)
        entries.append({"from": text(a), "to": text(a + chance.choice([0, 1, 3, 15])), "monthly": chance.choice(["900", "1700", "4000"])})
    asked = sorted(chance.sample(range(first + 12, stop + 64), chance.randint(1, 3)))
    return entries, [dict({"program": "ssi", "requested": text(m)}, **(
        {"decided": text(m + chance.choice([0, 1, 2, 4, 6, 7, 9, 14])), "approved": chance.random() < 0.6} if chance.random() < 0.9 else {}))
        for m in asked]


def assignments(chance, first, months):
    """One provider after the other, with gaps, or State VR first."""
    found, m = [], first + chance.choice([0, 1, 2, 6, 14, 20])
    for n in range(chance.choice([1, 1, 1, 2, 2, 3])):
        role = "vr_cost_reimbursement" if n == 0 and chance.random() < 0.25 else chance.choice(["en", "en", "vr_en"])
        entry = {"provider": chance.choice(["North", "South", "East"]), "role": role,
                 "from": "%s-%02d" % (text(m), chance.choice([1, 10, 28]))}
        if role != "vr_cost_reimbursement":
            entry["payment_system"] = chance.choice(["outcome_milestone", "outcome_milestone", "outcome_only"])
            if chance.random() < 0.15:
                entry["received"] = "%s-15" % text(m + chance.choice([1, 2, 4]))
        found.append(entry)
        last = m + chance.choice([0, 3, 8, 15, 26, 40])
        if n == 0 and role != "vr_cost_reimbursement" and chance.random() < 0.5:
            break
        entry["to"] = "%s-%02d" % (text(last), chance.choice([28, 15] if last > m else [28]))
        if role == "vr_cost_reimbursement" and chance.random() < 0.6:
            entry["successful"] = True
        m = last + chance.choice([1, 1, 2, 4, 17, 18, 19])
        if m >= first + months:
            break
    return found


def ticket(chance, first, months):
    """Facts of the ticket and of the plan."""
    facts, plan = {}, {"assignments": assignments(chance, first, months)}
    paying = [a for a in plan["assignments"] if a["role"] != "vr_cost_reimbursement"]
    if chance.random() < 0.25:
        facts["rates"] = [chance.choice([{"year": 2026, "phase1": "1900", "outcome_t2": "570", "outcome_only_t16": "600.50"},
                                         {"year": first // 12 + 1, "pcb_t2": "1111.11", "pcb_t16": "777.77"},
                                         {"year": first // 12 + 1, "outcome_t2": "301", "outcome_only_t16": "222.50", "phase1": "1000"}])]
    if chance.random() < 0.15:
        facts["rate_policy"] = "published_only"
    if chance.random() < 0.15:
        facts["issued"] = text(first + chance.randrange(30)) + "-20"
    if chance.random() < 0.1:
        facts["terminates"] = {"month": text(first + chance.randrange(months)),
                               "reason": chance.choice(["medical", "death", "other_benefit", "denied", "new_ticket"])}
    # the codes are those of the rules since July 2008
    if paying and month(paying[0]["from"]) >= month("2008-07") and chance.random() < 0.25:
        m = month(paying[0]["from"]) + 1
        codes = chance.choice([["P1M1"], ["P1M1", "P1M2", "P1M3"], ["P1M1", "P1M1", "P2M1"], ["P1M2", "OUT1", "OUT2"], ["P2M12"]])
        facts["prior_payments"] = []
        for code in codes:
            facts["prior_payments"].append({"month": text(m), "code": code, "amount": money(chance, 1900), "provider": paying[0]["provider"]})
            m += chance.choice([1, 1, 2]) if len(codes) > 1 and code != codes[0] or codes.count(codes[0]) == 1 else 0
    elif paying and month(paying[0]["from"]) < month("2008-03") and chance.random() < 0.4:
        facts["prior_payments"], m = [], month(paying[0]["from"]) + 1
        for code in chance.choice([["OLDM1"], ["OLDM1", "OLDM2", "OLDM3", "OLDM4"], ["OLDM1", "OLDOUT1", "OLDOUT2"], ["OLDOUT1"]]):
            if m < month("2008-07"):
                facts["prior_payments"].append({"month": text(m), "code": code, "amount": money(chance, 1300),
                                                "provider": chance.choice(["North", "South"])})
            m += chance.choice([1, 1, 2, 5])
    if chance.random() < 0.2:
        plan["claims"] = [{"code": code, "split": [{"provider": "North", "percent": "33.33"}, {"provider": "South", "percent": "66.67"}]}
                          for code in chance.sample(["P1M1", "P1M2", "P1M4", "P2M2", "OUT3", "RECON"], 3)]
    if chance.random() < 0.25:
        plan["services_completed"] = text(first + chance.randrange(months))
    if chance.random() < 0.2:
        plan["inactive"] = [span(chance, first, months, 0.1)]
    if chance.random() < 0.3:
        plan["education"] = [{"period": p, "percent": chance.choice(["30", "60", "75", "89.99", "90"])}
                             for p in chance.sample(range(1, 8), 2)]
    if chance.random() < 0.3:
        plan["share"] = {"percent": chance.choice(["10", "12.5", "33.33"]), "of": chance.choice(["outcome", "all"])}
    if chance.random() < 0.2:
        plan["stipend"] = "50.25"
    return facts, plan


def averaged_life(chance, first):
    """Trial work, then pay that goes up and down about substantial gainful activity, which is averaged."""
    begin = first + chance.randrange(4)
    entries = [{"from": text(begin), "to": text(begin + 8), "monthly": "3500"}]
    m = begin + 9 + chance.choice([0, 0, 1, 4, 30, 36])
    for _ in range(chance.randint(1, 3)):
        last = m + chance.choice([2, 5, 11, 20, 30])
        entry = {"from": text(m), "to": text(last), "monthly": chance.choice(["700", "950", "1200", "1600"]), "average": chance.random() < 0.85}
        entry["months"] = {text(k): {"earned": chance.choice(["0", "800", "1000", "1220.01", "1400", "1700", "2500"])}
                           for k in range(m, last + 1) if chance.random() < 0.5}
        if chance.random() < 0.3:
            entry["subsidy"] = "150"
        entries.append(entry)
        m = last + chance.choice([1, 1, 0, 4])
    return entries


def near_the_rate(chance, m):
    """Unearned income that leaves a dollar or so of the federal rate, or takes a cent too much."""
    rate = {2015: 733, 2016: 733, 2017: 735, 2018: 750, 2019: 771, 2020: 783, 2021: 794, 2022: 841, 2023: 914, 2024: 943}.get(m // 12, 967)
    return {"from": text(m), "monthly": "%.2f" % (rate + 20 - chance.choice([-0.01, 0, 0.01, 0.5, 0.99, 1, 1.01, 30]))}


def working_life(chance, first, months):
    """Steps of pay about the trial work figure and substantial gainful activity of these years, with gaps."""
    entries, m = [], first + chance.choice([0, 0, 3, 12])
    while m < first + months:
        last = m + chance.choice([0, 1, 2, 3, 5, 8, 12, 30])
        entries.append({"from": text(m), "to": text(last), "monthly": chance.choice(
            ["320", "450", "600", "700", "880", "1000", "1160", "1220", "1350.01", "1700", "2500", "4000"])})
        m = last + 1 + chance.choice([0, 0, 0, 1, 2, 7])
    return entries


def make(chance):
    first = month("2005-01") + chance.randrange(174) if chance.random() < 0.8 else month("2002-02") + chance.randrange(35)
    months = chance.choice([30, 60, 100, 150])
    kind = chance.choice(["ssdi", "ssi", "ssi", "both", "both"])
    life = chance.choice([None, None, None, "ssdi", "ssi", "work", "work", "work", "average"])
    if life == "average" and kind == "ssi":
        kind = "both"
    if life in ("ssdi", "ssi"):
        kind, months = life, 180
    age = chance.choice([19, 21, 30, 45, 58, 60, 63, 64])
    case = {"format": "milepost-case", "version": 1,
            "beneficiary": {"birth_date": "%04d-%02d-%02d" % (first // 12 - age, chance.randint(1, 12), chance.choice([1, 2, 15])),
                            "state": chance.choice(["MD", "WI", "CA", "NY", "IA", "HI", "MA", "NV", "NJ", "VT", "RI", "PA", "AK"]), "blind": chance.random() < 0.2},
            "projection": {"start": text(first), "months": months}}
    if chance.random() < 0.4:
        case["beneficiary"]["student"] = [span(chance, first, months)]
    if chance.random() < 0.5:
        case["assumptions"] = {"cola_percent": chance.choice(["2.5", "3.1", "0.0"])}
    if chance.random() < 0.25:
        case.setdefault("assumptions", {})["readings"] = {key: chance.choice(READINGS[key])
                                                          for key in chance.sample(sorted(READINGS), chance.choice([1, 1, 2, 4]))}
    entries = [work(chance, first, months, first // 12) for _ in range(chance.choice([0, 1, 2, 2, 3, 4]))]
    for n, entry in enumerate(entries):
        entry["name"] = "Job %d" % n
    if kind != "ssi":
        case["ssdi"] = ssdi(chance, first, months, entries)
        if kind == "both" and chance.random() < 0.7:
            case["ssdi"]["amounts"] = [{"from": text(first), "monthly": money(chance, 700)}]
    if kind != "ssdi":
        case["ssi"] = ssi(chance, first, months)
    scenario = {"name": "A", "work": entries,
                "work_incentives": [incentive(chance, first, months) for _ in range(chance.choice([0, 0, 1, 2]))]}
    scenario["expedited_reinstatement"] = [r for r in requests(chance, first, months) if r["program"] in case]
    if life == "ssdi":
        case["ssdi"].pop("history", None)
        scenario["work"], scenario["expedited_reinstatement"] = reinstated_ssdi(chance, first)
    if life == "ssi":
        case["ssi"].pop("history", None)
        case["ssi"]["medicaid"] = {"individual_threshold": chance.choice(["20000", "20000", "40000"])}
        scenario["work"], scenario["expedited_reinstatement"] = reinstated_ssi(chance, month(case["ssi"]["eligible_from"]))
    if life == "average":
        case["ssdi"].pop("history", None)
        scenario["work"] = averaged_life(chance, first)
    if life == "work":
        scenario["work"] = working_life(chance, first, months)
    if life == "work" or chance.random() < 0.5:
        case["ticket"], scenario["ticket"] = ticket(chance, first, months)
        if life == "work" and chance.random() < 0.6:
            scenario["ticket"]["assignments"] = [{"provider": "North", "from": text(first + chance.choice([0, 1, 7])) + "-05"}]
            case["ticket"].pop("prior_payments", None)
    if first < month("2006-10"):  # no exclusion of infrequent income is published for the months before
        for entry in case.get("ssi", {}).get("unearned", []):
            entry["kind"] = "other" if entry.get("kind") == "infrequent" else entry.get("kind", "other")
        for entry in entries:
            entry.pop("infrequent", None)
    case["scenarios"] = [scenario]
    return case
