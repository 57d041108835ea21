# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cash in hand and the sums, from the months of the three programs."""

from fractions import Fraction

from facts import half_up


class Cash:
    def __init__(self, scenario, work, ssdi, ssi, ticket):
        self.plan, self.work, self.ssdi, self.ssi, self.ticket = scenario.get("ticket", {}), work, ssdi, ssi, ticket

    def share(self, m):
        """What the Employment Network passes on: a part of its payments, and the stipend of a month with earnings."""
        row, share = self.ticket.rows[m], self.plan.get("share", {})
        counts = ("OUT", "OLDOUT") if share.get("of", "outcome") == "outcome" else ("",)
        paid = sum((amount or 0 for code, amount, provider in row["payments"] if code.startswith(counts)), Fraction(0))
        value = half_up(paid * Fraction(share.get("percent", "0")) / 100)
        if row["status"] == "assigned" and self.work(m)["earned"] > 0:
            value += Fraction(self.plan.get("stipend", "0"))
        return value

    def row(self, m):
        benefits = (self.ssdi.row(m)["payment"] if self.ssdi else Fraction(0)) + (self.ssi.rows[m]["payment"] if self.ssi else Fraction(0))
        expenses = sum(self.work.incentive(kind, m) for kind in ("irwe", "bwe", "pass"))
        earnings, share = self.work(m)["paid"], self.share(m)
        return {"earnings": earnings, "benefits": benefits, "share": share, "expenses": expenses,
                "net": earnings + benefits + share - expenses}

    def totals(self, months):
        rows = [self.row(m) for m in months]
        totals = {key: sum(r[key] for r in rows) for key in ("earnings", "benefits", "share", "net")}
        totals["ssdi"] = sum(self.ssdi.row(m)["payment"] if self.ssdi else 0 for m in months)
        totals["ssi_federal"] = sum(self.ssi.rows[m]["federal"] if self.ssi else 0 for m in months)
        totals["ssi_state"] = sum(self.ssi.rows[m]["state"] if self.ssi else 0 for m in months)
        totals["en"] = sum(self.ticket.rows[m]["total"] for m in months)
        return {key: Fraction(value) for key, value in totals.items()}
