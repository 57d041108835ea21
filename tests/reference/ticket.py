# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ticket to Work as its rules read: every month looks at all the months before it anew."""

from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from facts import age_month, half_up, inside, month, text, year

NEW_RULES = month("2008-07")
VR_WINDOW = month("2020-02")
WINDOWS = {1: (1, 1), 2: (3, 6), 3: (6, 12), 4: (9, 18)}
OLD_WINDOWS = {1: (1, 1), 2: (3, 12), 3: (7, 12), 4: (12, 15)}
UNPAID_FOR_WORK = ("suspended", "exr_unpaid", "terminated")
PERCENT = {"phase1": 120, "phase2": 36, "outcome": 36, "outcome_only": 67,
           "old_m1": 34, "old_m2": 68, "old_m3": 136, "old_m4": 170, "old_outcome": 34, "old_outcome_only": 40}
COLUMN = {"phase1": "p1_milestone", "phase2": "p2_", "outcome": "outcome_", "outcome_only": "outcome_only_",
          "old_m1": "m1_", "old_m2": "m2_", "old_m3": "m3_", "old_m4": "m4_", "old_outcome": "outcome_",
          "old_outcome_only": "outcome_only_"}


def day(text_):
    return date.fromisoformat(text_)


class Rates:
    def __init__(self, facts, figures):
        self.facts, self.figures = facts, figures

    @lru_cache(None)
    def known(self, kind, which):
        table = "pcb_old_regime" if kind.startswith("old") else "pcb"
        column = COLUMN[kind] if kind == "phase1" else COLUMN[kind] + which
        found = {int(r["year"]): Fraction(r[column]) for r in self.figures.rows[table] if r[column]}
        for own in self.facts.get("rates", []):
            base = own.get("pcb_t2" if kind == "phase1" else "pcb_" + which)
            named = kind.removeprefix("old_") if own["year"] < 2008 else kind
            value = own.get(named if named == "phase1" else named + "_" + which)
            if value is None and base is not None:
                value = half_up(Fraction(base) * PERCENT[kind] / 100, 1)
            if value is not None:
                found[own["year"]] = Fraction(value)
        return found

    def at(self, kind, which, m):
        known = self.known(kind, which)
        years = [y for y in known if y <= year(m)]
        if kind.startswith("old") and m >= NEW_RULES:
            raise ValueError("no such rate")
        if not years or (max(years) < year(m) and self.facts.get("rate_policy") == "published_only"):
            return None
        return known[max(years)]


class Ticket:
    def __init__(self, case, scenario, figures, work, ssdi, ssi, first, last):
        self.case, self.facts, self.plan = case, case.get("ticket", {}), scenario.get("ticket", {})
        self.figures, self.work, self.ssdi, self.ssi = figures, work, ssdi, ssi
        self.begin, self.last = first, last
        readings = case.get("assumptions", {}).get("readings", {})
        self.read = lambda key: readings.get("ticket/" + key)
        self.blind = case["beneficiary"].get("blind", False)
        self.birth = case["beneficiary"]["birth_date"]
        self.requests = scenario.get("expedited_reinstatement", [])
        self.rates = Rates(self.facts, figures)
        self.assigned = [a for a in self.plan.get("assignments", []) if a.get("role", "en") != "vr_cost_reimbursement"]
        self.vr = [a for a in self.plan.get("assignments", []) if a.get("role", "en") == "vr_cost_reimbursement"]
        self.prior = self.facts.get("prior_payments", [])
        self.last_prior = max([month(p["month"]) for p in self.prior], default=-1)
        self.first = min([month(a["from"]) for a in self.assigned] + [month(p["month"]) - 1 for p in self.prior], default=None)
        self.issued = self.issue()
        self.rows, self.reviews = {}, []
        self.run()
        self.progress()

    # what each month's pay says

    def gross(self, m):
        return self.work(m)["earned"]

    @lru_cache(None)
    def twl(self, m):
        return self.figures.of("twp", "monthly", m)

    @lru_cache(None)
    def sga(self, m):
        return self.figures.of("sga", "blind" if self.blind else "non_blind", m)

    def at_twl(self, m):
        return self.gross(m) > 0 and self.gross(m) >= self.twl(m)

    def over_sga(self, m):
        return self.gross(m) > 0 and self.gross(m) > self.sga(m)

    def phase2_test(self, m):
        limit = self.figures.of("sga", "non_blind", m) if self.read("S-05") == "non_blind" else self.sga(m)
        return self.gross(m) > limit or (self.read("S-04") == "ge" and self.gross(m) == limit)

    def phase1_test(self, m):
        limit = self.twl(m) if self.read("S-01") == "full_twl" else self.twl(m) / 2
        confirmed = self.read("S-01") != "half_twl_confirmed" or any(self.at_twl(k) for k in (m, m + 1, m + 2))
        return self.gross(m) >= limit and confirmed

    def window(self, test, m, n):
        first = self.first
        if self.read("S-12") == "provider":
            first = max([month(a["from"]) for a in self.assigned if month(a["from"]) <= m], default=first)
        return sum(test(k) for k in range(max(first + 1, m - n + 1), m + 1))

    # who has the ticket

    def issue(self):
        if "issued" in self.facts:
            return month(self.facts["issued"])
        begins = [month(self.case[p][k]) for p, k in (("ssdi", "entitled_from"), ("ssi", "eligible_from")) if p in self.case]
        return max(min(begins), age_month(self.birth, 18)) if begins else None

    @staticmethod
    def holds(a, m):
        return month(a["from"]) <= m and (not a.get("to") or m <= month(a["to"]))

    def holder(self, m):
        return min([a for a in self.assigned if self.holds(a, m)], key=lambda a: a["from"], default=None)

    def svr(self, m):
        return next((a for a in self.vr if self.holds(a, m)), None) if m >= self.issued else None

    def removed_by_vr(self, m):
        first = next((a for a in sorted(self.assigned, key=lambda a: a["from"]) if month(a["from"]) == self.first), None)
        for a in self.vr:
            if not a.get("successful") or not a.get("to"):
                continue
            before = a["to"] < first["from"] if first else month(a["to"]) <= self.first
            if before and (self.read("S-14") == "any_success" or m < VR_WINDOW or month(a["to"]) >= self.first - 18):
                return True
        return False

    # benefits

    def status(self, m):
        return (self.ssdi.status[m] if self.ssdi else "not_entitled", self.ssi.rows[m]["status"] if self.ssi else "not_eligible")

    @lru_cache(None)
    def cash(self, m):
        t2, t16 = self.status(m)
        return t2 not in UNPAID_FOR_WORK + ("not_entitled",) or t16 == "exr_provisional" or bool(self.ssi and self.ssi.rows[m]["federal"])

    @lru_cache(None)
    def zero(self, m):
        t2, t16 = self.status(m)
        reasons = [t2 in UNPAID_FOR_WORK] if t2 != "not_entitled" else []
        reasons += [self.ssi.rows[m]["would_pay"]] if t16 != "not_eligible" else []
        every = self.read("S-17") == "every_program"
        return not self.cash(m) and (any(reasons) if not every else bool(reasons) and all(reasons))

    @lru_cache(None)
    def held(self, m):
        t2, t16 = self.status(m)
        return t2 not in ("not_entitled", "terminated", "retirement"), t16 not in ("not_eligible", "terminated")

    @lru_cache(None)
    def ended(self, m):
        return self.zero(m) and self.held(m) == (False, False)

    @lru_cache(None)
    def outcome(self, m):
        return self.zero(m) and (not self.ended(m) or self.over_sga(m))

    def class_now(self, m):
        for k in range(m, self.begin - 1, -1):
            if self.held(k) != (False, False):
                return "t2" if self.held(k)[0] else "t16"
        return "t2" if self.ssdi else "t16"

    def terminates(self, m):
        """Why the ticket ends in the month, apart from the outcome period."""
        if "terminates" in self.facts and m >= month(self.facts["terminates"]["month"]):
            return True
        t2, t16 = self.status(m)
        has_t2, has_t16 = self.held(m)
        for_work = self.for_work
        widow = bool(self.ssdi) and self.case["ssdi"].get("basis") == "widow"
        fra = age_month(self.birth, 0, self.figures.fra(self.birth, widow))
        worker = bool(self.ssdi) and self.case["ssdi"].get("basis", "worker") != "childhood"
        by_retirement = True if for_work and not has_t16 else worker and (has_t2 or t2 == "retirement")
        if by_retirement and m >= fra:
            return True
        if has_t16 and m > age_month(self.birth, 65):
            return True
        if t16 == "terminated" and t2 == "not_entitled" and not for_work:
            return True
        for r in self.requests if for_work else []:
            if not r.get("decided") or month(r["decided"]) > m:
                continue
            if not r["approved"]:
                return True
            paid = (has_t2 and t2 not in ("exr_provisional", "exr_unpaid", "suspended") if r["program"] == "ssdi"
                    else t16 == "payable" and self.ssi.rows[m]["federal"] > 0)
            if m > month(r["decided"]) and m < age_month(self.birth, 65) and paid:
                return True
        return False

    # payments

    def pay(self, m, code, kind, provider, amount="rate"):
        if amount == "rate":
            amount = self.rates.at(kind, self.kind or self.class_now(m), m)
        self.kind = self.kind or self.class_now(m)
        split = next((c["split"] for c in self.plan.get("claims", []) if c["code"] == code), None)
        if split is None or amount is None:
            parts = [(code, amount, provider)] if split is None else [(code, None, s["provider"]) for s in split]
        else:
            shares = [half_up(amount * Fraction(s["percent"]) / 100) for s in split]
            shares[0] = amount - sum(shares[1:])
            parts = [(code, share, s["provider"]) for s, share in zip(split, shares)]
        self.paid[m] += parts
        self.sum += amount or 0
        self.took(code)

    def took(self, code):
        number = int("".join(c for c in code[2:] if c.isdigit()) or 0)
        if code.startswith("P1M"):
            self.next = max(self.next, int(code[3:]) + 1)
            self.milestones += 1
        elif code.startswith("P2M"):
            self.next, self.p2 = 5, int(code[3:])
            self.milestones += 1
        elif code.startswith("OUT"):
            self.outs = number
        elif code == "RECON":
            self.recon = True
        elif code.startswith("OLDM"):
            self.old_step = number
            self.next = max(self.next, number + 1)
            self.milestones += 1
            self.transition = True
        else:
            self.old_outs = number
            self.transition = True

    def take_prior(self, m):
        for i, p in enumerate(self.prior):
            if month(p["month"]) != m:
                continue
            self.sum += Fraction(p["amount"])
            if p["code"] in [q["code"] for q in self.prior[:i]]:
                continue
            if self.kind is None:
                only_t16 = (p["code"].startswith("P2M") and int(p["code"][3:]) > 11) or (p["code"].startswith("OUT") and int(p["code"][3:]) > 36)
                self.kind = "t16" if only_t16 else self.class_now(m)
            self.took(p["code"])
            if p["code"].startswith(("OUT", "OLDOUT")):
                self.used += 1
                self.opened = self.opened or m

    def cap(self, m):
        if self.n is not None:
            return self.n
        return 36 if (self.kind or self.class_now(m)) == "t2" else 60

    def run(self):
        self.paid = {}
        self.next, self.p2, self.outs, self.old_step, self.old_outs, self.used, self.milestones = 1, 0, 0, 0, 0, 0, 0
        self.kind = self.opened = self.n = None
        self.sum = Fraction(0)
        self.own = {}
        self.recon = self.transition = self.for_work = m4work = False
        self.terminated = None
        self.removed = set()
        last_prior_milestone = max([month(p["month"]) for p in self.prior if "M" in p["code"]], default=-1)
        if self.first is not None:
            for k, (need, within) in WINDOWS.items():
                least = self.read("S-03") == "ge"
                over = [n for n in range(self.first - within, self.first)
                        if self.gross(n) > 0 and (self.gross(n) > self.twl(n) or (least and self.gross(n) == self.twl(n)))]
                if len(over) >= need:
                    self.removed.add(k)
        for m in range(self.begin, self.last + 1):
            self.paid[m] = []
            payable_now = False
            out = self.outcome(m)
            a, vr = self.holder(m), self.svr(m)
            known = self.issued is not None and m >= self.issued
            status = "assigned" if a else "in_use_svr" if vr else "unassigned" if known else "none"
            self.for_work |= self.ended(m)
            if self.terminated is None and status != "none" and self.terminates(m):
                self.terminated = m
            if m <= self.last_prior:
                self.take_prior(m)
            if self.terminated is not None and m >= self.terminated:
                status = "terminated"
            else:
                if a is None and self.read("S-08") == "last_provider":
                    gone = [b for b in self.assigned if month(b["from"]) < m]
                    a = max(gone, key=lambda b: b["from"], default=None)
                begins = self.first is not None and m >= self.first
                if self.read("S-06") == "first_payable":
                    begins = a is not None and m > month(a["from"]) and not (a.get("received") and m <= month(a["received"]))
                if out and self.opened is None and begins and m > last_prior_milestone:
                    self.opened = m
                if out and self.opened is not None and m > self.last_prior:
                    self.used += 1
                if self.first is not None and m > self.first and m >= NEW_RULES and self.at_twl(m) and self.window(self.at_twl, m, 18) >= 9:
                    m4work = True
                payable = a is not None and m > month(a["from"]) and m > self.last_prior and not (
                    a.get("received") and m <= month(a["received"]))
                payable_now = payable and self.opened is None and m >= NEW_RULES and a.get("payment_system") != "outcome_only"
                if payable:
                    self.pay_month(m, a, out, m4work)
                self.close(m)
            step = self.step_ahead(m, m4work) if payable_now and status != "none" else None
            self.rows[m] = {"next": step, "status": status, "provider": a["provider"] if status == "assigned" else vr["provider"] if status == "in_use_svr" else None,
                            "outcome_month": out, "payments": self.paid[m], "cumulative": self.sum,
                            "total": sum((p[1] or Fraction(0) for p in self.paid[m]), Fraction(0))}

    def pay_month(self, m, a, out, m4work):
        milestones = a.get("payment_system", "outcome_milestone") == "outcome_milestone"
        if m < NEW_RULES:
            self.pay_old(m, a, out, milestones)
        elif self.opened is not None:
            if not out:
                return
            if self.transition and self.n is None:
                self.n = self.transition_cap(m, milestones)
            months = self.read("S-07") != "paid" and not self.transition
            if self.outs >= self.cap(m) or (months and self.used > self.cap(m)):
                return
            self.pay(m, "OUT%d" % (self.outs + 1), "outcome" if milestones else "outcome_only", a["provider"])
            own = self.outs
            if self.read("S-09") == "en_12th":
                own = self.own[a["provider"]] = self.own.get(a["provider"], 0) + 1
            plus = self.read("S-16") == "n_plus_recon"
            if own == 12 and milestones and (not self.transition or plus) and not self.recon:
                self.reconcile(m, a)
        elif milestones:
            step = self.next
            removed = {1, 2, 3, 4} if self.removed_by_vr(m) else self.removed
            while step <= 4 and step in removed:
                step += 1
            services = self.plan.get("services_completed")
            which = self.kind or self.class_now(m)
            if step == 1:
                good = self.phase1_test(m)
            elif step in (2, 3):
                good = self.at_twl(m) and self.window(self.at_twl, m, WINDOWS[step][1]) >= WINDOWS[step][0]
            elif step == 4:
                if self.read("S-11") == "same_month":
                    m4work = self.at_twl(m) and self.window(self.at_twl, m, 18) >= 9
                good = m4work and (services is None or m >= month(services))
            else:
                good = self.phase2_test(m) and self.p2 < (11 if which == "t2" else 18)
            if good:
                self.pay(m, "P1M%d" % step if step <= 4 else "P2M%d" % (self.p2 + 1), "phase1" if step <= 4 else "phase2", a["provider"])

    def step_ahead(self, m, m4work):
        """The next milestone after what the month has paid: months it has, of those it needs, and the pay of each."""
        step = self.next
        while step <= 4 and step in ({1, 2, 3, 4} if self.removed_by_vr(m) else self.removed):
            step += 1
        if step > 4:
            if self.p2 >= (11 if (self.kind or self.class_now(m)) == "t2" else 18):
                return None
            limit = self.figures.of("sga", "non_blind", m) if self.read("S-05") == "non_blind" else self.sga(m)
            least = limit + (0 if self.read("S-04") == "ge" else Fraction(1, 100))
            return {"code": "P2M%d" % (self.p2 + 1), "need": 1, "amount": least}
        if step == 1:
            return {"code": "P1M1", "need": 1, "amount": self.twl(m) / (1 if self.read("S-01") == "full_twl" else 2)}
        need, within = WINDOWS[step]
        found = {"code": "P1M%d" % step, "need": need, "amount": self.twl(m)}
        if (step < 4 or not m4work) and self.read("S-12") != "provider":
            counted = [k for k in range(max(self.first + 1, m - within + 1), m + 1) if self.at_twl(k)]
            # the first window that the months left in it can still fill
            while counted and len(counted) + counted[0] + within - 1 - m < need:
                del counted[0]
            found.update(have=min(len(counted), need), window_ends=text(counted[0] + within - 1) if counted else None)
        return found

    def pay_old(self, m, a, out, milestones):
        if self.opened is not None:
            if not out or self.used > 60 or self.old_outs >= 60:
                return
            amount = self.rates.at("old_outcome" if milestones else "old_outcome_only", self.kind or self.class_now(m), m)
            if milestones and amount is not None:
                before = sum(Fraction(p["amount"]) for p in self.prior if p["code"].startswith("OLDM") and p.get("provider") == a["provider"])
                before += sum(p[1] for row in self.paid.values() for p in row if p[0].startswith("OLDM") and p[2] == a["provider"])
                amount = max(Fraction(0), amount - half_up(Fraction(before) / 60, 1 if self.read("S-15") == "dollar" else 100))
            self.pay(m, "OLDOUT%d" % (self.old_outs + 1), None, a["provider"], amount)
        elif milestones and self.old_step < 4:
            need, within = OLD_WINDOWS[self.old_step + 1]
            if self.over_sga(m) and self.window(self.over_sga, m, within) >= need:
                self.pay(m, "OLDM%d" % (self.old_step + 1), "old_m%d" % (self.old_step + 1), a["provider"])

    def transition_cap(self, m, milestones):
        which = self.kind or self.class_now(m)
        rate = self.rates.at("outcome" if milestones else "outcome_only", which, NEW_RULES)
        value = rate * (36 if which == "t2" else 60)
        if milestones:
            value += 4 * self.rates.at("phase1", which, NEW_RULES) + (11 if which == "t2" else 18) * self.rates.at("phase2", which, NEW_RULES)
        return int(min(60, half_up(max(Fraction(0), value - self.sum) / rate, 1)))

    def reconcile(self, m, a):
        removed = {1, 2, 3, 4} if self.removed_by_vr(m) else self.removed
        left = [k for k in range(self.next, 5) if k not in removed]
        services = self.plan.get("services_completed")
        if self.read("S-10") == "needs_services" and services is not None and m < month(services) and 4 in left:
            left.remove(4)
        kinds = ["phase1"] * len(left)
        kinds += ["phase2"] * ((11 if self.kind == "t2" else 18) - self.p2)
        if kinds:
            # these rates begin in July 2008; a ticket first assigned before can have its first outcome month before
            rates = [self.rates.at(kind, self.kind, max(self.opened, NEW_RULES)) for kind in kinds]
            self.pay(m, "RECON", None, a["provider"], None if None in rates else sum(rates))

    def close(self, m):
        if self.opened is None or self.terminated is not None:
            return
        if m < NEW_RULES:
            full = self.used >= 60
        elif self.transition:
            full = self.n is not None and self.outs >= self.n
        else:
            full = (self.outs if self.read("S-07") == "paid" else self.used) >= self.cap(m)
        if full:
            self.terminated = m + 1

    # timely progress and protection

    def inactive(self, m):
        return any(inside(i, m) for i in self.plan.get("inactive", []))

    def progress(self):
        entries = self.assigned + self.vr
        use = [month(a["from"]) for a in self.assigned] + [max(month(a["from"]), self.issued or 0) for a in self.vr]
        use += [self.first] if self.first is not None else []
        first_use = min(use, default=None)
        # the rules before July 2008 and the passage from them are held by tests of their own
        self.compares_progress = first_use is None or first_use >= NEW_RULES
        if not self.compares_progress:
            return
        counted, period, clock, failed, was, until, due, back = [], 1, 0, False, False, None, None, None
        for m in range(self.begin, self.last + 1):
            row = self.rows[m]
            row["cdr_protected"] = False
            if row["status"] in ("none", "terminated"):
                was, due = False, None
                continue
            if due is not None and due["month"] == text(m):
                self.reviews.append(due)
                if not due["met"]:
                    back = m
                due = None
            # a review against the person: protection to the end of its month
            failed = back is not None and m > back
            held = row["status"] in ("assigned", "in_use_svr")
            use_now = held and not self.inactive(m) and not failed
            if use_now:
                until = None
            elif not held and was:
                until = date(m // 12, m % 12 + 1, 1) + timedelta(days=89)
                for a in self.vr:
                    if a.get("to") and month(a["to"]) == m - 1:
                        until = day(a["to"]) + timedelta(days=90)
            row["cdr_protected"] = use_now or (not held and until is not None and (until.year, until.month) >= (m // 12, m % 12 + 1))
            was = use_now
            if not held or self.inactive(m) or m <= first_use or any(month(a["from"]) == m for a in entries):
                continue
            counted.append(m)
            clock += 1
            if clock < 12:
                continue
            needs = {1: 3, 2: 6, 3: 9, 4: 9}.get(period, 6)
            has = sum(self.meets(period, k) for k in counted[-12:])
            if clock == 12:
                education = sum(Fraction(e["percent"]) for e in self.plan.get("education", []) if e["period"] == period)
                met = has >= needs or (period <= 6 and education >= 90) or (
                    period <= 5 and education > 0 and education + int(Fraction(has * 10000, needs)) / Fraction(100) >= 90)
                due = {"month": text(m + 1), "period": period, "needs": needs, "has": has, "met": met}
                if not met:
                    continue
            elif has < needs:
                continue
            period, clock, back = period + 1, 0, None

    def meets(self, period, m):
        if period <= 2:
            return self.at_twl(m)
        if period <= 4:
            return self.gross(m) > 0 and self.gross(m) > self.figures.of("sga", "non_blind", m)
        return self.outcome(m)

    def summary(self):
        which = self.kind or ("t2" if self.ssdi else "t16")
        removed = {1, 2, 3, 4} if self.first is not None and self.last >= self.first and self.removed_by_vr(self.last) else self.removed
        if self.first is None or self.first > self.last:
            removed = set()
        elif self.terminated is not None and self.terminated <= self.first and not self.removed_by_vr(self.last):
            removed = set()
        cap = 60 if self.last < NEW_RULES else self.n if self.transition and self.n is not None else {"t2": 36, "t16": 60}[which]
        return {"class": which, "phase1_removed": ["P1M%d" % k for k in sorted(removed)], "milestones_paid": self.milestones,
                "outcomes_paid": self.outs + self.old_outs, "outcomes_cap": cap,
                **({"reviews": self.reviews} if self.compares_progress else {})}
