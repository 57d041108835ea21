# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Months, money and what the reference reads from a case. Money is Fraction dollars, months are integers."""

import csv
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from fractions import Fraction
from pathlib import Path

OPEN = 10 ** 6


@lru_cache(None)
def month(text):
    return int(text[:4]) * 12 + int(text[5:7]) - 1


def text(m):
    return None if m is None else "%04d-%02d" % (m // 12, m % 12 + 1)


def year(m):
    return m // 12


@lru_cache(None)
def age_month(birth, years, months=0):
    """The month in which an age is attained, the day before the birthday."""
    return month(birth) + 12 * years + months - (1 if birth[8:10] == "01" else 0)


def period(entry):
    return month(entry["from"]), month(entry["to"]) if entry.get("to") else OPEN


def inside(entry, m):
    first, last = period(entry)
    return first <= m <= last


def total(entries, m, key="monthly"):
    return sum((Fraction(e[key]) for e in entries if inside(e, m)), Fraction(0))


def in_force(entries, m):
    """The entry of a list in which each lasts until the next begins."""
    begun = [e for e in entries if month(e["from"]) <= m]
    last = max(begun, key=lambda e: month(e["from"]), default=None)
    return last if last and inside(last, m) else None


def half_up(value, places=100):
    return Fraction((value * places * 2 + 1) // 2, places)


def floor(value, unit):
    return Fraction(value // unit * unit)


class Figures:
    """Published amounts; past the last row the last one stays."""

    def __init__(self, folder):
        self.rows = {p.stem: list(csv.DictReader(open(p, encoding="utf-8"))) for p in Path(folder).glob("*.csv")}
        self.known_cola = {month(r["title2_effective"]): Fraction(r["percent"]) for r in self.rows["cola"]}

    @lru_cache(None)
    def of(self, table, column, m, **match):
        found = None
        for row in self.rows[table]:
            if all(row[k] == v for k, v in match.items()) and month(row["effective_from"]) <= m:
                if found is None or month(row["effective_from"]) >= month(found["effective_from"]):
                    found = row
        return Fraction(found[column])

    @lru_cache(None)
    def fbr(self, couple, m, cola):
        last = max(month(r["effective_from"]) for r in self.rows["fbr"])
        if m < last + 12 or cola == 0:
            return self.of("fbr", "couple" if couple else "individual", m)
        yearly = self.of("fbr_unrounded_annual", "couple_annual" if couple else "individual_annual", last)
        for _ in range(year(m) - year(last)):
            yearly = half_up(yearly * (1 + cola / 100))
        return floor(yearly / 12, 1)

    def cola(self, december, assumed):
        known = self.known_cola
        return known.get(december, assumed if december > max(known) else Fraction(0))

    def fra(self, birth, widow):
        """Full retirement age in months; the years run from January 2 to January 1."""
        born = int(birth[:4]) - (1 if birth[5:] == "01-01" else 0)
        for row in self.rows["fra_widow" if widow else "fra"]:
            if int(row["birth_year_from"]) <= born <= int(row["birth_year_to"] or 9999):
                return int(row["total_months"])
        raise KeyError(birth)


PERIODS = {"week": 52, "two_weeks": 26, "half_month": 24, "month": 12}


def pay_days(entry, m):
    """How many pay days of an entry lie in a month, from the first of them to the end of its last month."""
    first, last = date.fromisoformat(entry["pay"]["first"]), period(entry)[1]
    if m > last:
        return 0
    every, end = entry["pay"]["every"], monthrange(year(m), m % 12 + 1)[1]
    days = [date(year(m), m % 12 + 1, d + 1) for d in range(end)]
    if every == "half_month":
        days = [d for d in days if d.day in (15, end)]
    elif every == "month":
        days = [d for d in days if d.day == min(first.day, end)]
    else:
        step = timedelta(days=7 if every == "week" else 14)
        days = [d for d in days if (d - first) % step == timedelta(0)]
    return len([d for d in days if d >= first])


class Work:
    """The work facts of each month, from the entries of a scenario."""

    def __init__(self, scenario):
        self.entries = scenario.get("work", [])
        self.incentives = scenario.get("work_incentives", [])
        self.memory = {}

    def incentive(self, kind, m):
        return total([i for i in self.incentives if i["kind"] == kind], m)

    def __call__(self, m):
        if m not in self.memory:
            self.memory[m] = self.make(m)
        return self.memory[m]

    def make(self, m):
        w = dict.fromkeys(("earned", "paid", "wages", "self", "paid_wages", "paid_self", "infrequent", "subsidy",
                           "countable", "uwa", "hours", "all_hours", "irwe"), Fraction(0))
        for e in self.entries:
            if not inside(e, m):
                continue
            if "hourly" in e:
                pay = half_up(Fraction(e["hourly"]) * Fraction(e["hours_per_week"]) * 13 / 3)
            else:
                pay = Fraction(e.get("monthly", "0"))
            hours = Fraction(e["hours"]) if "hours" in e else Fraction(e.get("hours_per_week", "0")) * 13 / 3
            fact = e.get("months", {}).get(text(m), {})
            earned = Fraction(fact.get("earned", pay))
            paid = earned
            if "pay" in e and "earned" not in fact:
                paid = half_up(pay * 12 / PERIODS[e["pay"]["every"]]) * pay_days(e, m)
            paid = Fraction(fact.get("paid", paid))
            hours = Fraction(fact.get("hours", hours))
            subsidy = min(Fraction(e.get("subsidy", "0")), earned)
            w["all_hours"] += hours
            kind = "wages" if e.get("kind", "wages") == "wages" else "self"
            w["earned"] += earned
            w["paid"] += paid
            w[kind] += earned
            w["paid_" + kind] += paid
            w["subsidy"] += subsidy
            w["countable"] += earned - subsidy
            first, last = period(e)
            if not (e.get("unsuccessful_attempt") and last - first < 6):
                w["uwa"] += earned - subsidy
            if kind == "self":
                w["hours"] = max(w["hours"], hours)
            if e.get("infrequent"):
                w["infrequent"] += paid
        w["irwe"] = self.incentive("irwe", m) if w["earned"] > 0 else Fraction(0)
        w["countable"] = max(Fraction(0), w["countable"] - w["irwe"])
        w["uwa"] = max(Fraction(0), w["uwa"] - w["irwe"])
        return w

    def row(self, m):
        w = self(m)
        return {"earned": w["earned"], "paid": w["paid"], "hours": half_up(w["all_hours"], 10), "irwe": w["irwe"],
                "subsidy": w["subsidy"], "sga_countable": w["countable"]}
