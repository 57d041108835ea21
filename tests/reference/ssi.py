# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""SSI as its rules read, in exact fractions."""

from fractions import Fraction
from functools import lru_cache

from facts import OPEN, age_month, floor, inside, in_force, month, period, text, total, year

ZERO = Fraction(0)


def cents_up(value):
    return Fraction(-(-value * 100 // 1), 100)


class Ssi:
    def __init__(self, case, scenario, figures, work, ssdi, first, last):
        self.ssi, self.person, self.figures, self.work, self.ssdi = case["ssi"], case["beneficiary"], figures, work, ssdi
        self.first, self.last = first, last
        self.cola = Fraction(case.get("assumptions", {}).get("cola_percent", "0"))
        self.requests = sorted((r for r in scenario.get("expedited_reinstatement", []) if r["program"] == "ssi"),
                               key=lambda r: r["requested"])
        self.spouse = self.ssi.get("spouse")
        self.blind = self.person.get("blind", False)
        self.age65 = age_month(self.person["birth_date"], 65)
        self.rows = {}
        self.run()

    def fbr(self, couple, m):
        return self.figures.fbr(couple, m, self.cola)

    @lru_cache(None)
    def living(self, m):
        entry = in_force(self.ssi.get("living", []), m)
        return entry["arrangement"] if entry else "own_household"

    def institution(self, m):
        return self.living(m) == "medicaid_institution"

    def unit(self, m):
        if not self.spouse or not inside(self.spouse, m) or self.institution(m):
            return "one"
        return "couple" if self.spouse.get("eligible") else "deemed"

    def exclusion(self, item, m):
        return self.figures.of("exclusions", "value", m, item=item)

    def unearned(self, kind, m):
        return total([u for u in self.ssi.get("unearned", []) if u.get("kind", "other") == kind], m)

    @lru_cache(None)
    def infrequent_earned(self, m):
        if not self.work(m)["infrequent"]:
            return ZERO
        limit = self.exclusion("infrequent_irregular_earned_quarterly", m)
        for n in range(m - m % 3, m):
            limit -= min(limit, self.work(n)["infrequent"])
        return min(limit, self.work(m)["infrequent"])

    @lru_cache(None)
    def infrequent_unearned(self, m):
        if not self.unearned("infrequent", m):
            return ZERO
        limit = self.exclusion("infrequent_irregular_unearned_quarterly", m)
        for n in range(m - m % 3, m):
            limit -= min(limit, self.unearned("infrequent", n))
        return self.unearned("infrequent", m) - min(limit, self.unearned("infrequent", m))

    @lru_cache(None)
    def student(self, m):
        return m <= age_month(self.person["birth_date"], 22) and any(inside(s, m) for s in self.person.get("student", []))

    @lru_cache(None)
    def seie(self, m):
        eligible = month(self.ssi["eligible_from"])
        left = self.figures.of("seie", "annual", m)
        used = ZERO
        for n in range(max(year(m) * 12, eligible), m + 1):
            used = ZERO
            if self.student(n):
                used = min(left, self.figures.of("seie", "monthly", n), self.work(n)["paid"] - self.infrequent_earned(n))
                left -= used
        return used

    def keeps_incentives(self, m):
        """At 65 and over only with SSI for the month before that age."""
        if m < self.age65:
            return True
        before = self.rows.get(self.age65 - 1)
        if before is None:
            return self.age65 - 1 >= month(self.ssi["eligible_from"])
        return before["status"] in ("payable", "unpaid", "1619b", "exr_provisional")

    def incentives(self, entries, blind, m, f):
        for i in entries:
            if not inside(i, m):
                continue
            value = Fraction(i["monthly"])
            if i["kind"] == "pass":
                f["pass"][i.get("applies_to", "either")] += value
            elif blind:
                f["bwe"] += value
            elif i["kind"] == "irwe":
                f["irwe"] += value

    def facts(self, m, unit):
        w = self.work(m)
        household = self.living(m) == "household_of_another"
        own = self.living(m) == "own_household"
        f = {"month": m, "t2": self.ssdi.received(m) if self.ssdi else ZERO, "other": self.unearned("other", m),
             "needs": self.unearned("needs_based", m), "tanf": self.unearned("tanf", m),
             "infrequent": self.infrequent_unearned(m), "vtr": household,
             "in_kind": total(self.ssi.get("in_kind", []), m, "value") if own else ZERO,
             "wages": w["paid_wages"], "self": w["paid_self"], "free": self.infrequent_earned(m),
             "seie": self.seie(m) if m >= month(self.ssi["eligible_from"]) else ZERO,
             "irwe": ZERO, "bwe": ZERO, "pass": {"either": ZERO, "earned": ZERO, "unearned": ZERO},
             "su": ZERO, "se": ZERO}
        if self.keeps_incentives(m):
            self.incentives(self.work.incentives, self.blind, m, f)
        if unit == "one" or not inside(self.spouse, m) or (unit == "deemed" and self.institution(m)):
            return f
        su, se = total(self.spouse.get("unearned", []), m), total(self.spouse.get("earned", []), m)
        if unit == "couple":
            f["su"], f["se"] = su, se
            self.incentives(self.spouse.get("work_incentives", []), self.spouse.get("blind", False), m, f)
        elif not self.spouse.get("public_assistance"):
            f["su"], f["se"] = self.deem(m, su, se)
        return f

    def deem(self, m, su, se):
        own = {"irwe": ZERO, "bwe": ZERO, "pass": {"either": ZERO, "earned": ZERO, "unearned": ZERO}}
        self.incentives(self.spouse.get("work_incentives", []), self.spouse.get("blind", False), m, own)
        se = max(ZERO, se - own["irwe"] - own["bwe"])
        su = max(ZERO, su - own["pass"]["unearned"])
        se = max(ZERO, se - own["pass"]["earned"])
        both = own["pass"]["either"]
        su, se = max(ZERO, su - both), max(ZERO, se - max(ZERO, both - su))
        d = self.fbr(True, m) - self.fbr(False, m)
        for child in self.ssi.get("children", []):
            if month(child["birth_date"]) <= m <= age_month(child["birth_date"], 18):
                a = max(ZERO, d - total(child.get("unearned", []), m))
                su, se = max(ZERO, su - a), max(ZERO, se - max(ZERO, a - su))
        return (ZERO, ZERO) if su + se <= d else (su, se)

    def ci(self, f, now, spouse, couple):
        u = f["t2"] + f["other"] + f["infrequent"] + (f["su"] if spouse else 0)
        u += min(f["in_kind"], floor(self.fbr(couple, now) / 3, Fraction(1, 100)) + 20)
        e = f["wages"] + f["self"]
        e = max(ZERO, max(ZERO, e - f["free"]) - f["seie"]) + (f["se"] if spouse else 0)
        general = min(Fraction(20), u)
        u -= general
        e = max(ZERO, e - (20 - general))
        e = max(ZERO, e - 65)
        e = max(ZERO, e - f["irwe"]) / 2
        e = max(ZERO, e - f["bwe"])
        u += f["needs"] + f["tanf"]
        u = max(ZERO, u - f["pass"]["unearned"])
        e = max(ZERO, e - f["pass"]["earned"])
        both = f["pass"]["either"]
        u, e = max(ZERO, u - both), max(ZERO, e - max(ZERO, both - u))
        return u, e

    def room(self, f, now, unit):
        couple = unit == "couple"
        third = Fraction(0)
        rate = self.fbr(couple, now)
        vtr = f["vtr"] and not self.institution(now)
        if vtr:
            third = floor(rate / 3, Fraction(1, 100))
        if self.institution(now):
            rate = Fraction(30)
        own = self.ci(f, now, couple, couple)
        left = rate - third - sum(own)
        deemed = not couple and f["su"] + f["se"] > 0
        if not deemed:
            return left, left, own, False
        rate2 = self.fbr(True, now)
        third2 = floor(rate2 / 3, Fraction(1, 100)) if vtr else ZERO
        return min(left, rate2 - third2 - sum(self.ci(f, now, True, False))), left, own, True

    def supplement(self, m):
        given = self.ssi.get("state_supplement", "none")
        if given == "table":
            return self.published_supplement(m)
        entry = in_force(given, m) if isinstance(given, list) else None
        return Fraction(entry["monthly"]) if entry else ZERO

    @lru_cache(None)
    def published_supplement(self, m):
        """The row of the state for a month of federal administration, by arrangement and by blind, aged or disabled."""
        where = {"own_household": "independent", "household_of_another": "household_of_another"}.get(self.living(m))
        people = [self.category(self.person, m)]
        if self.unit(m) == "couple":
            people.append(self.category(self.spouse, m))
        names = {"all", {0: "", 1: "one_blind", 2: "two_blind"}[people.count("blind") if len(people) == 2 else 0]}
        if len(set(people)) == 1:
            names.add(people[0])
        if "blind" not in people:
            names.add("aged_or_disabled")
        names |= {"%s_and_%s" % (a, b) for a in people for b in people if a < b}
        types = {"individual": 1} if len(people) == 1 else {"couple": 1, "couple_per_person": 2}
        found = None
        for row in self.figures.rows["state_supplement"]:
            if row["state"] == self.person["state"] and row["living_arrangement"] == where and row["category"] in names \
               and row["person_type"] in types and m >= month(row["effective_from"]):
                if found is None or row["effective_from"] >= found["effective_from"]:
                    found = row
        # a row takes the place of the one before it, and leaves a gap when it ends
        if found is None or m > self.federal_until(found) or (found["effective_to"] and m > month(found["effective_to"])):
            return ZERO
        return Fraction(found["supplement"]) * types[found["person_type"]]

    def category(self, person, m):
        if person.get("blind", False):
            return "blind"
        return "aged" if person.get("birth_date") and m >= age_month(person["birth_date"], 65) else "disabled"

    @staticmethod
    def federal_until(row):
        who = row["administered_by"]
        if who == "federal":
            return OPEN
        if not who.startswith("federal to "):
            return -OPEN
        until = who[11:].split(",")[0].split()
        names = {"Mar.": 3, "Sept.": 9}
        return int(until[-1]) * 12 + (names[until[0]] if len(until) == 2 else 12) - 1

    def resources(self, m, unit):
        entry = in_force(self.ssi.get("resources", []), m)
        limit = self.exclusion("resource_limit_individual" if unit == "one" else "resource_limit_couple", m)
        return entry is None or Fraction(entry["countable"]) <= limit

    def earnings_test(self, m, oss):
        medicaid = self.ssi.get("medicaid", {})
        if not medicaid.get("needs", True):
            return False
        gross = sum(self.work(n)["paid"] for n in range(m, m + 12))
        if medicaid.get("individual_threshold") is not None:
            return gross <= Fraction(medicaid["individual_threshold"])
        state, blind = self.person["state"], self.blind
        rows = [r for r in self.figures.rows["thresholds_1619b"] if r["state"] == state and int(r["year"]) <= year(m)]
        own = [r for r in rows if r["category"] == "blind"] if blind else []
        rows = own or [r for r in rows if r["category"] == "disabled"]
        base = 12 * (2 * (self.fbr(False, m) + oss) + 85)
        chart, average = base, ZERO
        if rows:
            row = max(rows, key=lambda r: int(r["year"]))
            chart = Fraction(row["corrected"] or row["threshold"])
            average = Fraction(row["medicaid_expenditures"]) if row["medicaid_expenditures"] else max(ZERO, chart - base)
        if gross <= chart:
            return True
        base = max(base, chart - average)
        care = max(average, Fraction(medicaid.get("expenses_yearly", "0")))
        spent = sum(self.work.incentive(kind, n) for n in range(m, m + 12) for kind in ("irwe", "bwe", "pass"))
        return gross <= base + care + spent

    def pay(self, left, oss, couple):
        share = 2 if couple else 1
        federal, state = cents_up(max(ZERO, left) / share), cents_up(max(ZERO, oss + min(ZERO, left)) / share)
        if 0 < federal < 1 and state == 0:
            federal = Fraction(1)
        return federal, state

    def is_sga(self, m):
        limit = self.figures.of("sga", "blind" if self.blind else "non_blind", m)
        return self.work(m)["countable"] > limit

    def run(self):
        k = susp = since_request = since_return = 0
        begun = None
        paid = ended = returned = by_earnings = False
        finding = None
        t = None
        eligible = month(self.ssi["eligible_from"])
        history = self.ssi.get("history")
        since, through = (month(history["since"]), month(history["through"])) if history else (OPEN, -OPEN)
        for m in range(self.first, self.last + 1):
            recorded = since <= m <= through
            row = {"status": "not_eligible", "budget_month": None, "countable": ZERO, "federal": ZERO, "state": ZERO,
                   "payment": ZERO, "spouse_payment": ZERO, "deemed": ZERO, "medicaid": False, "earned": ZERO,
                   "countable_earned": ZERO, "countable_unearned": ZERO, "would_pay": False}
            self.rows[m] = row
            if m < eligible and not recorded:
                continue
            if m == since:
                k = susp = 0
                ended = False
                finding = None
            provisional = approved = terminated = False
            if not recorded:
                if susp >= 12:
                    ended, t, susp, finding, paid = True, m, 0, None, False
                    by_earnings = last_by_earnings
                if ended:
                    counting = [r for r in self.requests if month(r["requested"]) < m and by_earnings
                                and t <= month(r["requested"]) <= t + 59 and (not returned or since_return >= 24)
                                and not (self.is_sga(month(r["requested"])) and self.is_sga(month(r["requested"]) + 1))]
                    terminated = True
                    used = False
                    for r in counting:
                        asked, decided = month(r["requested"]), month(r["decided"]) if r.get("decided") else OPEN
                        provisional = not used and m <= min(decided, asked + 6)
                        approved = bool(r.get("decided")) and r["approved"]
                        used = used or decided > asked
                        if provisional or approved:
                            terminated = False
                            break
                    if approved and m == asked + 1:
                        k = susp = since_request = 0
                    if approved and m > decided:
                        ended, returned, since_return = False, True, since_request
            unit = self.unit(m)
            oss = ZERO if provisional else self.supplement(m)
            if unit == "couple" and m == month(self.spouse["from"]):
                k = 0
            x = self.facts(m, unit)
            left, left_own, own, deems = self.room(x, m, unit)
            good = self.resources(m, unit)
            income = left >= 0 or (oss > 0 and left + oss > 0)
            if oss > 0:
                income = left + oss > 0
            rest = self.room(self.without_work(x), m, unit)[0]
            if recorded:
                row["would_pay"] = (good and rest > 0) or history["status"] == "1619b"
                k, begun, susp, paid, finding, ended, t, by_earnings = self.record(
                    row, m, history["status"], since, k, begun, paid, x, unit, oss, left, left_own, own, deems)
                last_by_earnings = x["wages"] + x["self"] > 0 and not income
                continue
            if terminated:
                k = 0
                row["status"] = "terminated"
                # an end that is recorded: what the case says of its first month stands for the twelfth suspended one
                row["would_pay"] = self.rows[t if t == since else t - 1]["would_pay"]
                self.show(row, x, unit, left, left_own, own, deems, oss)
                continue
            if good and income:
                susp, finding = 0, None
                k += 1
                begun = m if k == 1 else begun
                self.eligible_month(row, m, k, begun, x, unit, oss)
                row["status"] = "exr_provisional" if provisional else "payable" if row["payment"] else "unpaid"
                row["medicaid"] = True
                if row["payment"]:
                    paid = True
                    since_request += 1
                    since_return += 1
                continue
            k = 0
            self.show(row, x, unit, left, left_own, own, deems, oss)
            earns = x["wages"] + x["self"] > 0
            last_by_earnings = earns and not income
            row["would_pay"] = good and rest > 0
            if good and earns and paid and not provisional and (rest >= 0 or (oss > 0 and rest + oss > 0)):
                if finding is None or m >= finding[0] + 12:
                    finding = (m, self.earnings_test(m, oss / 2 if unit == "couple" else oss))
                if finding[1]:
                    row.update(status="1619b", medicaid=True)
                    susp = 0
                    since_request += 1
                    since_return += 1
                    continue
            if not ended or approved:
                susp += 1
            row["status"] = "suspended"

    @staticmethod
    def without_work(f):
        return dict(f, wages=ZERO, self=ZERO, free=ZERO, seie=ZERO)

    def show(self, row, f, unit, left, left_own, own, deems, oss):
        row.update(earned=f["wages"] + f["self"], countable_unearned=own[0], countable_earned=own[1], countable=sum(own))
        if deems:
            row["deemed"] = sum(self.pay(left_own, oss, False)) - sum(self.pay(left, oss, False))

    def eligible_month(self, row, m, k, begun, x, unit, oss):
        bm = m if k == 1 else m - 1 if k == 2 else m - 2
        look = unit
        if unit == "one" and self.spouse and not self.spouse.get("eligible") and m > period(self.spouse)[1] \
           and self.spouse.get("ended_by") != "death" and not self.institution(m):
            look = "deemed"
        y = dict(x) if bm == m else self.facts(bm, look)
        if k in (2, 3) and m >= month("2005-04"):
            second = x if begun + 1 == m else self.facts(begun + 1, look)
            for kind in ("t2", "other", "infrequent", "needs", "wages", "self"):
                if not second[kind]:
                    y[kind] = ZERO
            if not second["in_kind"] and not second["vtr"]:
                y["in_kind"], y["vtr"] = ZERO, False
            if look == "couple":
                for kind in ("su", "se"):
                    if not second[kind]:
                        y[kind] = ZERO
            elif not second["su"] + second["se"]:
                y["su"] = y["se"] = ZERO
        y["tanf"] = x["tanf"]
        if m % 12 < 2 and bm != m and y["t2"] > 0 and x["t2"] > y["t2"]:
            y["t2"] = x["t2"]
        left, left_own, own, deems = self.room(y, m, "one" if unit == "deemed" else unit)
        row["federal"], row["state"] = self.pay(left, oss, unit == "couple")
        row["would_pay"] = self.room(self.without_work(y), m, "one" if unit == "deemed" else unit)[0] > 0
        self.show(row, y, unit, left, left_own, own, deems, oss)
        row["payment"] = row["federal"] + row["state"]
        row["spouse_payment"] = row["payment"] if unit == "couple" else ZERO
        row["budget_month"] = text(bm)

    def record(self, row, m, status, since, k, begun, paid, x, unit, oss, left, left_own, own, deems):
        """A recorded month: its status stands; what it leaves behind."""
        susp, finding, ended, t = 0, None, False, None
        if status in ("payable", "unpaid"):
            k += 1
            begun = m if k == 1 else begun
            self.eligible_month(row, m, k, begun, x, unit, oss)
            if status == "unpaid":
                row.update(federal=ZERO, state=ZERO, payment=ZERO, spouse_payment=ZERO)
            paid = paid or status == "payable"
            row["medicaid"] = True
        else:
            k = 0
            self.show(row, x, unit, left, left_own, own, deems, oss)
            if status == "1619b":
                paid, finding = True, (since, True)
            elif status == "suspended":
                susp = m - since + 1
            elif status == "terminated":
                ended, t = True, since
            row["medicaid"] = status in ("1619b", "exr_provisional")
        row["status"] = status
        return k, begun, susp, paid, finding, ended, t, True
