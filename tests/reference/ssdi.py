# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Title II as its rules read, in the plainest way: statuses first, then Medicare, then money."""

from fractions import Fraction
from functools import lru_cache

from facts import OPEN, age_month, floor, in_force, inside, month, period, text, year

UNPAID = {"not_entitled", "suspended", "exr_unpaid", "terminated"}


class Ssdi:
    def __init__(self, case, scenario, figures, work, first, last):
        self.facts, self.person, self.figures, self.work = case["ssdi"], case["beneficiary"], figures, work
        self.requests = sorted((r for r in scenario.get("expedited_reinstatement", []) if r["program"] == "ssdi"),
                               key=lambda r: r["requested"])
        self.first, self.last = first, last
        self.read = case.get("assumptions", {}).get("readings", {})
        self.cola = Fraction(case.get("assumptions", {}).get("cola_percent", "0"))
        birth, basis = self.person["birth_date"], self.facts.get("basis", "worker")
        self.e = month(self.facts["entitled_from"])
        self.twp_start = max(self.e, month(self.facts.get("filed", self.facts["entitled_from"])))
        if basis == "childhood":
            self.twp_start = max(self.twp_start, age_month(birth, 18))
        if basis == "widow" and self.e >= age_month(birth, 60):
            self.twp_start = OPEN
        self.fra = age_month(birth, 0, figures.fra(birth, basis == "widow"))
        self.retirement = OPEN if basis == "childhood" else self.fra
        self.age65 = age_month(birth, 65)
        part_a = self.e + 24
        if basis == "childhood":
            part_a = max(part_a, age_month(birth, 20))
        medicare = self.facts.get("medicare", {})
        self.part_a = month(medicare["part_a_from"]) if "part_a_from" in medicare else min(part_a, self.age65)
        self.part_b = medicare.get("part_b")
        self.part_b_from = OPEN
        if self.part_b is not None and self.part_b.get("enrolled", True):
            self.part_b_from = month(self.part_b["from"]) if "from" in self.part_b else self.part_a
        self.history = self.facts.get("history")
        self.through = month(self.history["through"]) if self.history else -OPEN
        self.statuses()

    def limit(self, m):
        return self.figures.of("sga", "blind" if self.person.get("blind") else "non_blind", m)

    @lru_cache(None)
    def sga(self, m):
        return self.work(m)["countable"] > 0 and self.work(m)["countable"] > self.limit(m)

    def service(self, m):
        w = self.work(m)
        if self.read.get("ssdi/D-09") == "each_alone":
            limit = self.figures.of("twp", "monthly", m)
            return w["wages"] > limit or w["self"] > limit or w["hours"] > 80
        if w["earned"] == 0 and w["hours"] == 0:
            return False
        return w["earned"] > self.figures.of("twp", "monthly", m) or w["hours"] > 80

    def ceases(self, m, w):
        if m <= self.through:
            return text(m) == self.history.get("cessation")
        alone = self.work(m)["uwa"] > 0 and self.work(m)["uwa"] > self.limit(m)
        for e in self.work.entries:
            if e.get("average") and inside(e, m):
                first, last = period(e)
                stretch = range(max(first, w + 1, self.through + 1, year(m) * 12), min(last, year(m) * 12 + 11) + 1)
                counts = [self.work(n)["uwa"] for n in stretch]
                above = [c > self.limit(m) for c in counts]
                return sum(counts) > self.limit(m) * len(counts) if any(above) and not all(above) else alone
        return alone

    def statuses(self):
        self.status, self.used, self.service_months = {}, {}, set()
        self.periods, self.spans = [dict.fromkeys("wcfb")], []
        svc, w, c, f16, f37, btm, start = [], None, None, None, None, None, self.e
        reinstated, provisional, counted = None, range(0), 0
        for m in range(self.first, self.last + 6):
            now = self.periods[-1]
            if m < self.e:
                status = "not_entitled"
            elif m >= self.retirement and (btm is None or (reinstated is not None and m >= reinstated)):
                status = "retirement"
            else:
                if w is None:
                    worked = m >= self.twp_start and (text(m) in self.history["twp_months"] if m <= self.through
                                                      else self.service(m))
                    if worked:
                        svc.append(m)
                        self.service_months.add(m)
                    status = "trial_work" if worked else "entitled"
                    if len([s for s in svc if s > m - 60]) == 9:
                        w = now["w"] = m
                else:
                    status = None
                if status is None and btm is None:
                    sga = self.sga(m)
                    if c is None and self.ceases(m, w):
                        c = now["c"] = m
                    if c is not None and (sga or m == c):
                        if m >= w + 16 and f16 is None:
                            f16 = m
                        if m >= w + 37 and f37 is None:
                            f37 = now["f"] = m
                    if c is None:
                        status = "epe_paid" if m <= w + 36 else "post_epe_paid"
                    elif m == c:
                        status = "cessation"
                    elif m <= c + 2:
                        status = "grace"
                    elif m <= w + 36:
                        status = "suspended" if sga else "epe_paid"
                    elif f37 is not None and m >= max(c + 3, f37):
                        btm = now["b"] = m
                        a = max(c + 3, f16) + 77
                        if self.read.get("ssdi/D-06") == "poms" and c >= w + 14:
                            a = c + 80
                        a += self.read.get("ssdi/D-06") == "cfr_literal"
                        self.spans.append((m, a))
                        provisional, reinstated = self.plan(btm)
                        counted = 0
                    else:
                        status = "post_epe_paid"
                if status is None:
                    if reinstated is not None and m >= reinstated:
                        if m == reinstated:
                            self.periods.append(dict(dict.fromkeys("wcfb"), **{"from": m}))
                        counted += not self.sga(m)
                        status = "exr_provisional" if m in provisional else "exr_unpaid" if self.sga(m) else "exr_paid"
                    else:
                        status = "exr_provisional" if m in provisional else "terminated"
            recent = len([s for s in svc if s > m - 60])
            self.status[m] = status
            self.used[m] = 0 if status == "not_entitled" else 9 if w is not None else recent
            if reinstated is not None and counted == 24 and m >= reinstated:
                svc, w, c, f16, f37, btm, reinstated, provisional, counted = [], None, None, None, None, None, None, range(0), 0

    def plan(self, btm):
        """Provisional months and the month of entitlement that the requests after a termination bring."""
        provisional = range(0)
        for r in self.requests:
            asked = month(r["requested"])
            if not btm <= asked <= btm + 59 or (self.sga(asked) and self.sga(asked + 1)):
                continue
            p = asked + 1 if self.sga(asked) else asked
            if not provisional:
                last = min(p + 5, month(r["decided"]) if r.get("decided") else OPEN, self.fra - 1)
                last = next((m for m in range(p, last + 1) if self.sga(m)), last)
                provisional = range(p, last + 1)
            if r.get("decided") and r.get("approved"):
                m = max(btm, asked - 12, month(r["disabled_from"]) if r.get("disabled_from") else 0)
                earliest = m
                while self.sga(m):
                    m += 1
                if self.read.get("ssdi/D-03") == "last_run" and m < p:
                    m = p
                    while m > earliest and not self.sga(m - 1):
                        m -= 1
                if m < self.retirement:
                    return provisional, m
                return provisional, None
        return provisional, None

    def has_a(self, m):
        if m < self.part_a:
            return False
        if self.status[m] not in ("not_entitled", "terminated") or m >= self.age65:
            return True
        past = [span for span in self.spans if span[0] <= m]
        return bool(past) and m <= max(past[-1])

    def has_b(self, m):
        return m >= self.part_b_from and self.has_a(m)

    @lru_cache(None)
    def amount(self, m):
        entries = self.facts["amounts"]
        entry = in_force(entries, m)
        if entry is None:
            first = min(entries, key=lambda e: month(e["from"]))
            return Fraction(first["monthly"]) if m < month(first["from"]) else Fraction(0)
        value = Fraction(entry["monthly"])
        for n in range(month(entry["from"]) + 1, m + 1):
            percent = self.figures.cola(n, self.cola) if n % 12 == 11 else 0
            if percent:
                value = floor(value * (1 + percent / 100), Fraction(1, 10))
        return value

    @lru_cache(None)
    def row(self, m):
        status = self.status[m]
        paid = status not in UNPAID
        benefit = self.amount(m) if paid else Fraction(0)
        premium = Fraction(0)
        if paid and self.has_b(m + 1) and self.part_b.get("paid_by", "beneficiary") == "beneficiary":
            given = self.part_b.get("premium", "standard")
            premium = min(benefit, self.figures.of("medicare_partb", "part_b_standard", m + 1) if given == "standard" else Fraction(given))
        auxiliary = Fraction(0)
        if paid and status != "exr_provisional" and self.facts.get("basis", "worker") == "worker":
            entry = in_force(self.facts.get("auxiliary", []), m)
            auxiliary = Fraction(entry["monthly"]) if entry else auxiliary
        return {"status": status, "twp_month": m in self.service_months, "twp_used": self.used[m], "sga": self.sga(m),
                "benefit": benefit, "part_b": premium, "payment": floor(benefit - premium, 1), "auxiliary": auxiliary,
                "medicare_a": self.has_a(m), "medicare_b": self.has_b(m)}

    def received(self, m):
        """What counts for SSI in a month: the benefit of the month before, rounded with the premium paid from it."""
        if m - 1 < self.first:
            return Fraction(0)
        row = self.row(m - 1)
        if row["part_b"] and row["part_b"] >= row["benefit"]:
            return row["benefit"]
        return row["payment"] + row["part_b"]

    def summary(self):
        periods = [self.dates(p, n) for n, p in enumerate(self.periods) if p.get("from", 0) <= self.last]
        shown = periods[-1] if self.read.get("ssdi/D-15") == "latest" else periods[0]
        return dict(shown, periods=periods if len(periods) > 1 else [])

    def dates(self, p, n):
        """The dates of a period, once the computed months settle them."""
        w, c = (p[k] if p[k] is not None and p[k] <= self.last else None for k in "wc")
        # the end is settled by the month of work, and may lie after it
        btm = p["b"] if p["b"] is not None and p["f"] <= self.last else None
        end = None
        if p["b"] is not None and p["b"] <= self.last:
            end = max(self.spans[n])
            end = None if end >= self.age65 - 1 else end
        return {"twp_end": text(w), "epe_end": text(w + 36 if w is not None else None), "cessation": text(c),
                "termination": text(btm), "medicare_a_end": text(end)}
