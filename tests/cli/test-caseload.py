#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`milepost-cli caseload`: a provider's money month by month, across one case and many."""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

CLI = sys.argv.pop(1)
ROOT = Path(os.environ["MP_SOURCE_ROOT"])
SAMPLES = sorted((ROOT / "data/samples").glob("*.milepost"))


def run(*args, stdin=None):
    return subprocess.run([CLI, "caseload", *map(str, args)], input=stdin, capture_output=True, text=True, timeout=60)


def person(title, monthly="600.00", **ticket):
    """Title II, a ticket with North EN from January 2025, work from February."""
    ticket.setdefault("assignments", [{"provider": "North EN", "role": "en", "from": "2025-01-10"}])
    return {
        "format": "milepost-case", "version": 1, "title": title,
        "beneficiary": {"birth_date": "1990-05-14"},
        "ssdi": {"entitled_from": "2022-03", "amounts": [{"from": "2022-03", "monthly": "1000.00"}]},
        "projection": {"start": "2025-01", "months": 6},
        "scenarios": [{"name": "Work", "work": [{"from": "2025-02", "monthly": monthly}], "ticket": ticket}],
    }


def lines(*cases):
    return "".join(json.dumps(case) + "\n" for case in cases)


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


class OneCase(unittest.TestCase):
    def test_a_month_of_a_provider(self):
        """P1M1 is 1,850 in 2025; 10 percent of all payments and a stipend of 25 are passed on; 50 are costs."""
        case = person("A", share={"percent": "10", "of": "all"}, stipend="25.00")
        answer = run("-", "--format", "json", "--cost", "50", stdin=lines(case))
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        document = json.loads(answer.stdout)
        self.assertEqual((document["format"], document["version"], document["cases"], document["refused"]), ("milepost-caseload", 1, 1, 0))
        [north] = document["providers"]
        self.assertEqual(north["provider"], "North EN")
        self.assertEqual([m["month"] for m in north["months"]], [f"2025-{m:02}" for m in range(1, 7)])
        january, february, march = north["months"][:3]
        self.assertEqual((january["gross"], january["share"], january["cost"], january["net"]), ("0.00", "0.00", "50.00", "-50.00"))
        self.assertEqual(february, {"month": "2025-02", "people": 1, "payments": 1, "gross": "1850.00", "prior": "0.00", "share": "210.00",
                                    "cost": "50.00", "net": "1590.00", "running": "1540.00", "unknown": 0, "estimated": False})
        self.assertEqual((march["share"], march["running"]), ("25.00", "1465.00"))
        self.assertEqual((north["totals"]["gross"], north["totals"]["share"], north["totals"]["cost"], north["totals"]["net"]),
                         ("1850.00", "310.00", "300.00", "1240.00"))
        self.assertEqual(document["totals"], north["totals"])

    def test_the_months_are_those_of_the_projection(self):
        for sample in SAMPLES:
            with self.subTest(sample=sample.name):
                projection = json.loads(subprocess.run([CLI, "project", sample], capture_output=True, text=True).stdout)["scenarios"][0]
                rows = table(run(sample, "--format", "csv").stdout)
                self.assertEqual(rows[-1]["gross"], projection["totals"]["en"])
                self.assertEqual(rows[-1]["share"], projection["totals"]["share"])
                for month in projection["months"]:
                    ticket = month["ticket"]
                    self.assertEqual(sum(Decimal(r["gross"]) for r in rows if r["month"] == month["month"]), Decimal(ticket["total"]))
                    self.assertEqual(sum(Decimal(r["share"]) for r in rows if r["month"] == month["month"]), Decimal(month["cash"]["share"]))

    def test_payments_made_before_are_kept_apart(self):
        case = person("A")
        case["ticket"] = {"prior_payments": [{"month": "2024-06", "code": "P1M1", "amount": "1788.00", "provider": "North EN"},
                                             {"month": "2025-03", "code": "P1M2", "amount": "1850.00", "provider": "North EN"}]}
        case["scenarios"][0]["ticket"]["assignments"][0]["from"] = "2024-01-10"
        [march] = [r for r in table(run("-", "--format", "csv", stdin=lines(case)).stdout) if r["month"] == "2025-03"]
        self.assertEqual((march["gross"], march["prior"], march["net"]), ("0.00", "1850.00", "1850.00"))

    def test_an_unknown_rate_is_counted_not_guessed(self):
        case = person("A", monthly="5000.00")
        case["ticket"] = {"rate_policy": "published_only"}
        case["projection"] = {"start": "2040-01", "months": 4}
        case["scenarios"][0]["ticket"]["assignments"][0]["from"] = "2040-01-10"
        case["scenarios"][0]["work"][0]["from"] = "2040-02"
        february = table(run("-", "--format", "csv", stdin=lines(case)).stdout)[1]
        self.assertEqual((february["month"], february["payments"], february["unknown"], february["gross"]), ("2040-02", "1", "1", "0.00"))


class ManyCases(unittest.TestCase):
    def setUp(self):
        # 1,850 shared 60 to 40: 1,110 and 740
        self.shared = person("B", claims=[{"code": "P1M1", "split": [{"provider": "North EN", "percent": "60"},
                                                                     {"provider": "South EN", "percent": "40"}]}],
                             share={"percent": "10", "of": "all"})
        self.cases = lines(person("A"), self.shared)

    def test_people_and_sums(self):
        document = json.loads(run("-", "--format", "json", stdin=self.cases).stdout)
        north, south = document["providers"]
        self.assertEqual((north["provider"], south["provider"]), ("North EN", "South EN"))
        february = north["months"][1]
        self.assertEqual((february["people"], february["payments"], february["gross"], february["share"]), (2, 2, "2960.00", "111.00"))
        self.assertEqual([m["month"] for m in south["months"]], ["2025-02"])
        self.assertEqual((south["months"][0]["gross"], south["months"][0]["share"]), ("740.00", "74.00"))
        self.assertEqual((north["totals"]["people"], south["totals"]["people"], document["totals"]["people"]), (2, 1, 2))
        self.assertEqual((document["totals"]["gross"], document["totals"]["net"]), ("3700.00", "3515.00"))

    def test_shares_of_a_shared_payment_add_up_to_the_cent(self):
        self.shared["scenarios"][0]["ticket"]["share"]["percent"] = "3.33"   # 61.605 of 1,850: 61.61
        rows = table(run("-", "--format", "csv", stdin=lines(self.shared)).stdout)
        parts = [r["share"] for r in rows if r["month"] == "2025-02"]
        self.assertEqual(parts, ["36.97", "24.64"])   # South's 40 percent of 61.61 is 24.644; North takes the rest

    def test_the_running_total_goes_on(self):
        rows = table(run("-", "--format", "csv", "--cost", "12.50", stdin=self.cases).stdout)
        for name in ("North EN", "South EN"):
            running = Decimal(0)
            for row in rows:
                if row["provider"] == name and row["month"]:
                    running += Decimal(row["net"])
                    self.assertEqual(Decimal(row["running"]), running)
            [total] = [r for r in rows if r["provider"] == name and not r["month"]]
            self.assertEqual(Decimal(total["net"]), running)

    def test_one_provider(self):
        rows = table(run("-", "--format", "csv", "--provider", "South EN", stdin=self.cases).stdout)
        self.assertEqual({r["provider"] for r in rows}, {"South EN", ""})
        self.assertEqual(rows[-1]["gross"], "740.00")
        answer = run("-", "--provider", "East EN", stdin=self.cases)
        self.assertEqual((answer.returncode, answer.stdout), (2, ""))
        self.assertIn('"East EN"', answer.stderr)

    def test_files_and_lines_say_the_same(self):
        joined = "".join(json.dumps(json.loads(s.read_text())) + "\n" for s in SAMPLES)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "all.jsonl"
            path.write_text(joined)
            self.assertEqual(run(path, "--format", "csv").stdout, run(*SAMPLES, "--format", "csv").stdout)

    def test_two_hundred_alike(self):
        one = json.loads(run("-", "--format", "json", stdin=lines(person("A"))).stdout)["totals"]
        many = json.loads(run("-", "--format", "json", stdin=lines(*[person("A")] * 200)).stdout)["totals"]
        self.assertEqual((many["people"], many["payments"]), (200, 200 * one["payments"]))
        self.assertEqual(Decimal(many["gross"]), 200 * Decimal(one["gross"]))

    def test_table_for_people(self):
        answer = run("-", stdin=self.cases)
        self.assertEqual(answer.returncode, 0)
        for text in ("North EN", "South EN", "2025-02", "2960.00", "740.00", "All providers", "3700.00"):
            self.assertIn(text, answer.stdout)


class BadInput(unittest.TestCase):
    def test_a_bad_line_is_named_and_the_rest_counted(self):
        bad = person("B")
        bad["projection"]["months"] = 601
        cases = lines(person("A")) + "\n" + lines(bad) + "{\n" + lines(person("C"))
        answer = run("-", "--format", "json", stdin=cases)
        self.assertEqual(answer.returncode, 1)
        document = json.loads(answer.stdout)
        self.assertEqual((document["cases"], document["refused"], document["totals"]["gross"]), (2, 2, "3700.00"))
        first, second = answer.stderr.splitlines()
        self.assertIn(":3: /projection/months:", first)   # the blank line counts
        self.assertIn(":4: ", second)

    def test_a_scenario_that_a_case_has_not(self):
        other = person("B")
        other["scenarios"][0]["name"] = "Stay home"
        answer = run("-", "--scenario", "Work", "--format", "json", stdin=lines(person("A"), other))
        self.assertEqual(answer.returncode, 1)
        self.assertIn(':2: /scenarios: no scenario is named "Work"', answer.stderr)
        self.assertEqual(json.loads(answer.stdout)["cases"], 1)

    def test_a_line_too_long(self):
        answer = run("-", "--format", "json", stdin=lines(person("A")) + " " * 10 + "x" * (1 << 20) + "\n" + lines(person("C")))
        self.assertEqual(answer.returncode, 1)
        self.assertIn(":2: ", answer.stderr)
        self.assertEqual(json.loads(answer.stdout)["cases"], 2)

    def test_words_and_statuses(self):
        self.assertEqual(run().returncode, 2)
        self.assertEqual(run("-", "--cost", "-1", stdin="").returncode, 2)
        self.assertEqual(run("-", "--format", "xml", stdin="").returncode, 2)
        self.assertEqual(run("-", "--payments", "--format", "table", stdin="").returncode, 2)
        self.assertEqual(run("no-such-file.jsonl").returncode, 3)
        self.assertEqual(run("no-such-file.milepost").returncode, 3)
        answer = run("-", "--format", "json", stdin="")
        self.assertEqual((answer.returncode, json.loads(answer.stdout)["providers"]), (0, []))


class Payments(unittest.TestCase):
    def test_what_is_sent_and_until_when(self):
        case = person("Ann, who works", monthly="1160.00")
        answer = run("-", "--payments", stdin=lines(case))
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        self.assertEqual(table(answer.stdout), [
            {"title": "Ann, who works", "provider": "North EN", "month": "2025-02", "code": "P1M1", "amount": "1850.00", "request_by": "2027-02-28",
             "evidence": "earnings", "months": "2025-02", "ways": "primary;secondary;automatic", "estimated": "false"},
            {"title": "Ann, who works", "provider": "North EN", "month": "2025-04", "code": "P1M2", "amount": "1850.00", "request_by": "2027-04-30",
             "evidence": "earnings", "months": "2025-02;2025-03;2025-04", "ways": "primary;secondary;automatic", "estimated": "false"},
        ])

    def test_json_lines_say_the_same(self):
        case = person("A", monthly="1160.00")
        rows = table(run("-", "--payments", stdin=lines(case)).stdout)
        objects = [json.loads(line) for line in run("-", "--payments", "--format", "json", stdin=lines(case)).stdout.splitlines()]
        flat = [{k: ";".join(v) if isinstance(v, list) else str(v).lower() if isinstance(v, bool) else v for k, v in o.items()} for o in objects]
        self.assertEqual(flat, rows)

    def test_one_provider(self):
        case = person("A", claims=[{"code": "P1M1", "split": [{"provider": "North EN", "percent": "60"}, {"provider": "South EN", "percent": "40"}]}])
        rows = table(run("-", "--payments", "--provider", "South EN", stdin=lines(case)).stdout)
        self.assertEqual([(r["provider"], r["amount"], r["evidence"], r["ways"]) for r in rows], [("South EN", "740.00", "request", "")])


if __name__ == "__main__":
    unittest.main()
