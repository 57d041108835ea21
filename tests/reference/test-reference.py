# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine against a reference in exact fractions, written from the rules and not from the code.

usage: test-reference.py MILEPOST-CLI [CASES [SEED]]
"""

import json
import os
import random
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import cases
from cash import Cash
from facts import Figures, Work, month, text
from ssdi import Ssdi
from ssi import Ssi
from ticket import Rates, Ticket

CLI = sys.argv[1]
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 800
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 20260101
FIGURES = Figures(Path(os.environ["MP_SOURCE_ROOT"]) / "data/parameters")


def first_month(case):
    found = [month(case["projection"]["start"])]
    if "ssdi" in case:
        facts = case["ssdi"]
        found += [month(facts["entitled_from"])] + [month(m) for m in facts.get("history", {}).get("twp_months", [])]
        found += [month(facts["filed"])] if "filed" in facts else []
    if "ssi" in case:
        found += [month(case["ssi"]["eligible_from"])]
        found += [month(case["ssi"]["history"]["since"])] if "history" in case["ssi"] else []
    found += [month(w["from"]) for w in case["scenarios"][0]["work"]]
    found += [month(p["month"]) for p in case.get("ticket", {}).get("prior_payments", [])]
    found += [month(a["from"]) for a in case["scenarios"][0].get("ticket", {}).get("assignments", [])]
    return min(found)


def expected(case):
    scenario = case["scenarios"][0]
    start = month(case["projection"]["start"])
    first, last = first_month(case), start + case["projection"]["months"] - 1
    work = Work(scenario)
    ssdi = Ssdi(case, scenario, FIGURES, work, first, last) if "ssdi" in case else None
    ssi = Ssi(case, scenario, FIGURES, work, ssdi, first, last) if "ssi" in case else None
    ticket = Ticket(case, scenario, FIGURES, work, ssdi, ssi, first, last)
    cash = Cash(scenario, work, ssdi, ssi, ticket)
    months = range(start, last + 1)
    rows = {text(m): {"work": work.row(m), "ssdi": ssdi.row(m) if ssdi else {}, "ssi": ssi.rows[m] if ssi else {},
                      "ticket": ticket.rows[m], "cash": cash.row(m)} for m in months}
    return rows, {"ssdi": ssdi.summary() if ssdi else {}, "ticket": ticket.summary(), "totals": cash.totals(months)}


def same(want, got):
    if isinstance(want, list) and want and isinstance(want[0], tuple):
        return len(want) == len(got) and all(
            (code, provider) == (p["code"], p["provider"]) and (amount is p["amount"] if amount is None else same(amount, p["amount"]))
            for (code, amount, provider), p in zip(want, got))
    if isinstance(want, dict) and got is not None:
        # why a payment is held up has tests of its own
        return got["blocked"] is not None or all(same(value, got[key]) for key, value in want.items())
    if isinstance(want, Fraction):
        # a fraction of a cent is not shown
        return Decimal(got) == Decimal(want.numerator * 100 // want.denominator) / 100
    return want == got


def last_month(table):
    return max(month(r["effective_from"]) for r in FIGURES.rows[table]) + 11


LAST = {"fbr": last_month("fbr"), "sga": last_month("sga"), "twp": last_month("twp"), "seie": last_month("seie"),
        "part_b": last_month("medicare_partb"), "cola": max(FIGURES.known_cola) + 11}


def marks(case, row):
    """The series that must be marked as carried forward in a month, and those that must not be."""
    m, must = month(row["month"]), set()
    # a premium is that of the month after; one reading of the first milestone looks two months ahead
    not_yet = {name for name, last in LAST.items() if m + {"part_b": 1, "twp": 2}.get(name, 0) <= last}
    if row["ssi"]["status"] in ("payable", "unpaid", "exr_provisional"):
        must.add("fbr")
    if row["ssdi"]["benefit"] != "0.00":
        begun = [month(e["from"]) for e in case["ssdi"]["amounts"] if month(e["from"]) <= m]
        if begun and any(n % 12 == 11 for n in range(max(max(begun), LAST["cola"]) + 1, m + 1)):
            must.add("cola")
        if row["ssdi"]["part_b"] != "0.00" and case["ssdi"]["medicare"]["part_b"].get("premium", "standard") == "standard" \
           and m == LAST["part_b"]:
            must.add("part_b")
    if row["ssdi"]["status"] == "suspended":
        must.add("sga")
    must = {name for name in must if m > LAST[name] or (name == "part_b" and m == LAST[name])}
    if any(p["amount"] is not None and p["rate_year"] < m // 12 and p["code"] != "RECON" for p in row["ticket"]["payments"]):
        must.add("ticket_rate")
    return must, not_yet


def differences(case, answer):
    rows, summary = expected(case)
    scenario = answer["scenarios"][0]
    for row in scenario["months"]:
        must, not_yet = marks(case, row)
        if must - set(row["estimated"]) or not_yet & set(row["estimated"]):
            yield "%s estimated: %s; missing %s, too early %s" % (
                row["month"], row["estimated"], must - set(row["estimated"]), not_yet & set(row["estimated"]))
        for program, fields in rows[row["month"]].items():
            for key, want in fields.items():
                if key != "would_pay" and (key != "next" or want) and not same(want, row[program][key]):
                    shown = str(float(want)) if isinstance(want, Fraction) else want
                    yield "%s %s.%s: the reference has %s, the engine %s" % (row["month"], program, key, shown, row[program][key])
    for program, fields in summary.items():
        for key, want in fields.items():
            if not same(want, scenario[program][key]):
                yield "%s.%s: the reference has %s, the engine %s" % (program, key, want, scenario[program][key])


def forget():
    """The memory of a case's months is of no use to the next case."""
    for kind in (Ssdi, Ssi, Ticket, Rates):
        for method in vars(kind).values():
            if hasattr(method, "cache_clear"):
                method.cache_clear()


def lives(count, chance):
    """Cases and the engine's answers, a hundred at a time."""
    for first in range(0, count, 100):
        made = [cases.make(chance) for _ in range(min(100, count - first))]
        lines = "".join(json.dumps(case) + "\n" for case in made)
        answers = subprocess.run([CLI, "project", "--stream"], input=lines, capture_output=True, text=True).stdout.splitlines()
        assert len(answers) == len(made), len(answers)
        yield from zip(made, map(json.loads, answers))


failed = refused = months = 0
print("1..1")
for number, (case, answer) in enumerate(lives(COUNT, random.Random(SEED))):
    if answer["format"] == "milepost-error":
        refused += 1
        print("# case %d is refused: %s" % (number, answer["errors"][0]), flush=True)
        continue
    months += len(answer["scenarios"][0]["months"])
    found = list(differences(case, answer))
    forget()
    if found:
        failed += 1
        if failed <= 5:
            print("# case %d: %d differences, the first: %s" % (number, len(found), found[0]))
            print("# %s" % json.dumps(case), flush=True)
print("# %d cases, %d months, %d refused, %d with differences" % (COUNT, months, refused, failed))
print("%s 1 - the engine agrees with the reference" % ("ok" if not failed and not refused else "not ok"))
sys.exit(1 if failed or refused else 0)
