#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a person meets it: results, messages, exit statuses, files left behind."""

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


def run(*args, stdin=None, **kwargs):
    return subprocess.run([CLI, *map(str, args)], input=stdin, capture_output=True, text=True, timeout=60, **kwargs)


def flat(value):
    """A value of the JSON in the form that the contract gives it in CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ";".join(flat(v) for v in value)
    if isinstance(value, dict) and "provider" in value:
        return f'{value["code"]}:{flat(value["amount"])}:{flat(value["provider"])}'
    return str(value)


def columns(prefix, value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from columns(f"{prefix}_{key}" if prefix else key, inner)
    else:
        yield prefix, flat(value)


class Samples(unittest.TestCase):
    def test_there_are_at_least_six(self):
        self.assertGreaterEqual(len(SAMPLES), 6)

    def test_json_and_csv_say_the_same(self):
        for sample in SAMPLES:
            with self.subTest(sample=sample.name):
                answer = run("project", sample)
                self.assertEqual((answer.returncode, answer.stderr), (0, ""))
                document = json.loads(answer.stdout)
                table = list(csv.DictReader(io.StringIO(run("project", sample, "--format", "csv").stdout)))
                rows = [(s["name"], m) for s in document["scenarios"] for m in s["months"]]
                self.assertEqual(len(rows), len(table))
                for (name, month), line in zip(rows, table):
                    self.assertEqual(line["scenario"], name)
                    for column, text in columns("", month):
                        if column.startswith("ticket_next") and column not in line:
                            continue
                        self.assertEqual(line[column], text, (name, month["month"], column))

    def test_table_holds_the_figures(self):
        for sample in SAMPLES:
            with self.subTest(sample=sample.name):
                document = json.loads(run("project", sample).stdout)
                table = run("project", sample, "--format", "table")
                self.assertEqual(table.returncode, 0)
                for scenario in document["scenarios"]:
                    plain = table.stdout.replace(",", "")
                    for month in scenario["months"]:
                        self.assertIn(month["cash"]["net"], plain)

    def test_total_of_the_table_adds_up(self):
        keys = ("earnings", "ssdi", "ssi", "share", "expenses", "net", "en")
        for sample in SAMPLES:
            document = json.loads(run("project", sample).stdout)
            lines = [line.replace("≈", "").split()[1:] for line in run("project", sample, "--format", "table").stdout.splitlines()
                     if line.startswith("Total")]
            self.assertEqual(len(lines), len(document["scenarios"]))
            for scenario, line in zip(document["scenarios"], lines):
                sums = dict.fromkeys(keys, Decimal(0))
                for month in scenario["months"]:
                    for key in ("earnings", "share", "expenses", "net"):
                        sums[key] += Decimal(month["cash"][key])
                    sums["ssdi"] += Decimal(month["ssdi"]["payment"])
                    sums["ssi"] += Decimal(month["ssi"]["payment"])
                    sums["en"] += Decimal(month["ticket"]["total"])
                self.assertEqual(line, [f"${sums[key]:,.2f}" for key in keys], sample.name)

    def test_cash_adds_up(self):
        for sample in SAMPLES:
            document = json.loads(run("project", sample).stdout)
            for scenario in document["scenarios"]:
                for month in scenario["months"]:
                    cents = {k: Decimal(v) for k, v in month["cash"].items()}
                    self.assertEqual(cents["net"], cents["earnings"] + cents["benefits"] + cents["share"] - cents["expenses"])

    def test_explain_names_rule_and_citation(self):
        for sample in SAMPLES:
            month = json.loads(sample.read_text())["projection"]["start"]
            answer = run("explain", sample, "--month", month)
            self.assertEqual(answer.returncode, 0, answer.stderr)
            self.assertRegex(answer.stdout, r"(DI|SSI|TTW)-\d+ · ")

    def test_check_says_good(self):
        for sample in SAMPLES:
            answer = run("check", sample)
            self.assertEqual(answer.returncode, 0, answer.stderr)
            self.assertIn("good", answer.stdout)


class Mistakes(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.good = json.loads(SAMPLES[0].read_text())

    def case(self, document):
        path = Path(self.folder.name) / "case.json"
        path.write_text(document if isinstance(document, str) else json.dumps(document))
        return path

    def refused(self, document, *words):
        answer = run("project", self.case(document))
        self.assertEqual(answer.returncode, 1, answer.stderr)
        self.assertEqual(answer.stdout, "")
        for word in words:
            self.assertIn(word, answer.stderr)

    def test_truncated(self):
        self.refused(json.dumps(self.good)[:200], "case.json", "line 1")

    def test_wrong_month(self):
        self.good["scenarios"][0]["work"][0]["from"] = "2026-13"
        self.refused(self.good, "/scenarios/0/work/0/from", "YYYY-MM", "2026-13")

    def test_negative_wage(self):
        work = self.good["scenarios"][0]["work"][0]
        work.pop("hourly", None)
        work.pop("hours_per_week", None)
        work["monthly"] = "-5.00"
        self.refused(self.good, "/scenarios/0/work/0/monthly", "-5.00")

    def test_unknown_key(self):
        self.good["beneficiary"]["birthdate"] = "1990-01-01"
        self.refused(self.good, "/beneficiary/birthdate")

    def test_all_errors_at_once(self):
        self.good["beneficiary"]["birth_date"] = "1990-02-30"
        self.good["projection"]["months"] = 601
        self.refused(self.good, "/beneficiary/birth_date", "/projection/months")

    def test_one_name_twice(self):
        self.good["scenarios"] = [dict(self.good["scenarios"][0]), dict(self.good["scenarios"][0])]
        self.refused(self.good, "/scenarios/1:")

    def test_six_hundred_months(self):
        self.good["projection"]["months"] = 600
        answer = run("project", self.case(self.good))
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertEqual(len(json.loads(answer.stdout)["scenarios"][0]["months"]), 600)

    def test_no_such_file(self):
        answer = run("project", Path(self.folder.name) / "none.milepost")
        self.assertEqual(answer.returncode, 3)
        self.assertIn("none.milepost", answer.stderr)

    def test_command_line(self):
        for args in ([], ["projct"], ["project"], ["project", SAMPLES[0], "--format", "xml"], ["project", SAMPLES[0], SAMPLES[0]],
                     ["project", SAMPLES[0], "--scenario", "No such plan"], ["explain", SAMPLES[0], "--month", "1990-01"],
                     ["project", "--stream", "--format", "csv"], ["chart", SAMPLES[0]], ["report", SAMPLES[0]],
                     ["parameters", "--series", "none"], ["parameters", "--month", "2026"]):
            with self.subTest(args=args):
                answer = run(*args, stdin="")
                self.assertEqual((answer.returncode, answer.stdout), (2, ""))
                self.assertNotEqual(answer.stderr, "")


class Outputs(unittest.TestCase):
    def test_full_disk(self):
        with open("/dev/full", "w") as full:
            answer = subprocess.run([CLI, "project", SAMPLES[0]], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
        self.assertEqual(answer.returncode, 3)
        self.assertIn("standard output", answer.stderr)

    def test_closed_pipe(self):
        reader, writer = os.pipe()
        os.close(reader)
        answer = subprocess.run([CLI, "project", SAMPLES[0]], stdout=writer, stderr=subprocess.PIPE, text=True, timeout=60)
        os.close(writer)
        self.assertEqual(answer.returncode, 3)

    def test_no_stub_is_left(self):
        with tempfile.TemporaryDirectory() as folder:
            for command, name in (("project", "p.json"), ("chart", "p.png"), ("report", "p.pdf")):
                target = Path(folder) / "missing" / name
                answer = run(command, SAMPLES[0], "--output", target)
                self.assertEqual(answer.returncode, 3, (command, answer.stderr))
                self.assertIn(str(target), answer.stderr)
            self.assertEqual(os.listdir(folder), [])

    def test_chart_and_report(self):
        with tempfile.TemporaryDirectory() as folder:
            for kind in (["compare"], ["curve", "--month", "2026-06"], ["projection", "--palette", "print", "--width", "400"]):
                target = Path(folder) / "kind.png"
                answer = run("chart", SAMPLES[0], "--output", target, "--kind", *kind)
                self.assertEqual((answer.returncode, answer.stdout), (0, ""), answer.stderr)
                self.assertEqual(target.read_bytes()[:4], b"\x89PNG")
            for args in (["--kind", "x"], ["--kind", "curve"], ["--month", "2026-06"], ["--palette", "x"], ["--width", "9"]):
                self.assertEqual(run("chart", SAMPLES[0], "--output", target, *args).returncode, 2, args)
            for command, name, magic in (("chart", "p.png", b"\x89PNG"), ("chart", "p.svg", b"<?xml"), ("chart", "p.pdf", b"%PDF"),
                                         ("report", "r.pdf", b"%PDF")):
                target = Path(folder) / name
                answer = run(command, SAMPLES[0], "--output", target)
                self.assertEqual((answer.returncode, answer.stdout), (0, ""), answer.stderr)
                self.assertEqual(target.read_bytes()[: len(magic)], magic)

    def test_parameters(self):
        answer = run("parameters", "--month", "2026-03", "--series", "sga")
        self.assertEqual(answer.returncode, 0)
        self.assertIn("1690.00", answer.stdout)
        self.assertIn("404.1574(b)(2)", answer.stdout)
        self.assertNotIn("1620.00", answer.stdout)


class Curve(unittest.TestCase):
    """Alex in June 2027: SSDI 640, SSI 994, trial work and grace over, the provider passes on a tenth of outcome payments."""

    ALEX = ROOT / "data/samples/alex-both-benefits.milepost"

    def curve(self, *args):
        answer = run("curve", self.ALEX, "--month", "2027-06", *args)
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        return answer.stdout

    def test_form_and_figures(self):
        document = json.loads(self.curve())
        self.assertEqual((document["format"], document["version"], document["month"]), ("milepost-curve", 1, "2027-06"))
        self.assertEqual([p["earned"] for p in document["points"]], [f"{n}.00" for n in range(0, 4001, 25)])
        points = {p["earned"]: p for p in document["points"]}
        # 994 - (640 - 20) = 374; below the limit 650 of pay takes 292.50 of it; over it pay alone counts
        self.assertEqual((points["0.00"]["ssdi"], points["0.00"]["ssi"], points["0.00"]["net"]), ("640.00", "374.00", "1014.00"))
        self.assertEqual((points["650.00"]["ssi"], points["650.00"]["net"]), ("81.50", "1371.50"))
        self.assertEqual((points["1950.00"]["ssdi"], points["1950.00"]["ssi"], points["1950.00"]["net"]), ("0.00", "61.50", "2011.50"))
        marks = {m["code"]: m["earned"] for m in document["marks"]}
        self.assertEqual((marks["twp"], marks["sga"]), ("1210.00", "1690.00"))
        # at the limit 1,690 + 640; from 2,073 on SSI is 0 and a tenth of the outcome payment comes on top
        share = Decimal(points["4000.00"]["net"]) - 4000
        self.assertEqual(share, (Decimal(points["4000.00"]["en"]) / 10).quantize(Decimal("0.01")))
        self.assertEqual(Decimal(marks["break_even"]), 2330 - share)
        self.assertIn("sga", document["estimated"])

    def test_no_break_even_in_trial_work(self):
        document = json.loads(run("curve", self.ALEX, "--month", "2026-07", "--to", "50.50", "--step", "0.25").stdout)
        self.assertEqual([m["code"] for m in document["marks"]], ["twp", "sga"])
        self.assertEqual(len(document["points"]), 203)
        self.assertEqual(document["points"][-1]["earned"], "50.50")

    def test_formats_agree(self):
        points = json.loads(self.curve("--step", "1000"))["points"]
        rows = list(csv.DictReader(io.StringIO(self.curve("--step", "1000", "--format", "csv"))))
        self.assertEqual([r["mark"] for r in rows], ["", "", "twp", "sga", "", "break_even", "", ""])
        self.assertEqual([{k: r[k] for k in points[0]} for r in rows if not r["mark"]], points)
        table = self.curve("--step", "1000", "--format", "table").replace(",", "")
        for point in points:
            self.assertRegex(table, rf'(?m)^ +\${point["earned"]} .*\${point["net"]}')

    def test_scenario(self):
        stays = json.loads(self.curve("--scenario", "Stay at 10 hours"))
        self.assertEqual([m["code"] for m in stays["marks"]], ["twp", "sga"])

    def test_wrong(self):
        for args in (["--month", "2030-01"], ["--month", "2027-06", "--scenario", "x"], ["--month", "2027-06", "--step", "0"],
                     ["--month", "2027-06", "--to", "-1"], ["--month", "2027-06", "--to", "a"], ["--month", "2027-06", "--format", "xml"],
                     ["--month", "2027-06", "--to", "1001", "--step", "0.01"], []):
            with self.subTest(args=args):
                answer = run("curve", self.ALEX, *args)
                self.assertEqual((answer.returncode, answer.stdout), (2, ""))
                self.assertNotEqual(answer.stderr, "")


class Compare(unittest.TestCase):
    def test_figures_are_those_of_the_projection(self):
        for sample in SAMPLES:
            with self.subTest(sample=sample.name):
                answer = run("compare", sample)
                self.assertEqual((answer.returncode, answer.stderr), (0, ""))
                document = json.loads(answer.stdout)
                scenarios = json.loads(run("project", sample).stdout)["scenarios"]
                self.assertEqual([p["name"] for p in document["plans"]], [s["name"] for s in scenarios])
                base = [Decimal(m["cash"]["net"]) for m in scenarios[0]["months"]]
                for plan, scenario in zip(document["plans"], scenarios):
                    months = scenario["months"]
                    cash = [Decimal(m["cash"]["net"]) for m in months]
                    self.assertEqual(Decimal(plan["cash"]), sum(cash))
                    self.assertEqual(Decimal(plan["difference"]), sum(cash) - sum(base))
                    drops = [a - b for a, b in zip(cash, cash[1:])]
                    self.assertEqual(Decimal(plan["largest_drop"]), max([Decimal(0), *drops]))
                    ahead = [sum(cash[: i + 1]) > sum(base[: i + 1]) for i in range(len(cash))]
                    first = next((months[i]["month"] for i in range(len(cash)) if all(ahead[i:])), None)
                    self.assertEqual(plan["more_from"], first)
                    self.assertEqual((plan["en"], plan["share"]), (scenario["totals"]["en"], scenario["totals"]["share"]))

    def test_formats_and_baseline(self):
        alex = ROOT / "data/samples/alex-both-benefits.milepost"
        document = json.loads(run("compare", alex, "--baseline", "Stay at 10 hours").stdout)
        self.assertEqual(document["baseline"], "Stay at 10 hours")
        plan = document["plans"][0]
        self.assertEqual((plan["ssdi_stops"], plan["more_from"], plan["medicare_ends"]), ("2027-06", "2026-06", None))
        row = next(csv.DictReader(io.StringIO(run("compare", alex, "--baseline", "Stay at 10 hours", "--format", "csv").stdout)))
        for key, value in plan.items():
            self.assertEqual(row[key], flat(value), key)
        table = run("compare", alex, "--format", "table").stdout.replace(",", "")
        for plan in document["plans"]:
            self.assertIn("$" + plan["cash"], table)
        self.assertEqual(run("compare", alex, "--baseline", "x").returncode, 2)
        self.assertEqual(run("compare", alex, "--format", "xml").returncode, 2)


class Ask(unittest.TestCase):
    ALEX = ROOT / "data/samples/alex-both-benefits.milepost"

    def ask(self, *args):
        answer = run("ask", self.ALEX, *args, "--format", "json")
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        document = json.loads(answer.stdout)
        for line in document["lines"] + document["steps"]:
            self.assertRegex(line["rule"], r"^(DI|SSI|TTW)-\d+$")
            self.assertTrue(line["citation"])
        return document

    def test_help_lists_the_questions(self):
        answer = run("ask", "--help")
        self.assertEqual(answer.returncode, 0)
        for name in ("keep-check", "work-cost", "break-even", "steps", "least-pay"):
            self.assertIn(name, answer.stdout)
            self.ask(name)

    def test_keep_check(self):
        # 26 hours x 15.00 x 13/3 = 1,690.00
        document = self.ask("keep-check", "--month", "2027-06")
        self.assertEqual((document["answer"], document["pay"], document["hours_per_week"], document["wage"]),
                         ("pay", "1690.00", "26.00", "15.00"))
        self.assertEqual(document["lines"][0]["rule"], "DI-44")
        self.assertEqual(self.ask("keep-check", "--month", "2026-06")["answer"], "any")

    def test_break_even_is_that_of_the_curve(self):
        marks = json.loads(run("curve", self.ALEX, "--month", "2027-06").stdout)["marks"]
        self.assertEqual(self.ask("break-even", "--month", "2027-06")["pay"], marks[-1]["earned"])

    def test_work_cost(self):
        self.assertEqual(self.ask("work-cost", "--month", "2027-06")["irwe"], "260.00")
        document = self.ask("work-cost", "--month", "2027-06", "--pay", "1690")
        self.assertEqual((document["irwe"], document["lines"][0]["rule"]), ("0.00", "DI-20"))

    def test_steps_are_those_of_the_projection(self):
        steps = {s["code"]: s for s in self.ask("steps")["steps"]}
        months = json.loads(run("project", self.ALEX).stdout)["scenarios"][0]["months"]
        paid = [(p["code"], m["month"], p["amount"]) for m in months for p in m["ticket"]["payments"]]
        self.assertGreater(len(paid), 5)
        for code, month, amount in paid:
            self.assertEqual((steps[code]["month"], steps[code]["amount"]), (month, amount))
        self.assertGreater(steps["OUT36"]["month"], months[-1]["month"])

    def test_least_pay_beats_by_the_amount(self):
        document = self.ask("least-pay", "--month", "2026-06", "--amount", "300")
        text = run("ask", self.ALEX, "least-pay", "--month", "2026-06", "--amount", "300").stdout
        self.assertIn(f'{Decimal(document["pay"]):,.2f}', text)
        self.assertIn(" · ", text)
        # 640 and 374 without work, the 20 dollars used up by SSDI: 65 + 2 x 235 of pay, less the cent that rounding up gives
        self.assertEqual((document["pay"], document["net"]), ("534.99", "1314.00"))

    def test_wrong(self):
        for args in (["who"], ["keep-check", "--amount", "5"], ["steps", "--wage", "5"], ["keep-check", "--month", "1990-01"],
                     ["keep-check", "--scenario", "x"], ["keep-check", "--format", "csv"], ["least-pay", "--amount", "-5"], [],
                     ["keep-check", "more"]):
            with self.subTest(args=args):
                answer = run("ask", self.ALEX, *args)
                self.assertEqual((answer.returncode, answer.stdout), (2, ""))
                self.assertNotEqual(answer.stderr, "")


class Paid(unittest.TestCase):
    def test_formats_agree(self):
        document = json.loads((ROOT / "data/samples/alex-both-benefits.milepost").read_text())
        # SSDI of 640 went on in July 2027, after the last check that is due
        document["paid"] = [{"month": "2027-07", "program": "ssdi", "amount": "640.00"}, {"month": "2026-01", "program": "ssi", "amount": "300.00"}]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "case.json"
            path.write_text(json.dumps(document))
            answer = json.loads(run("paid", path, "--format", "json").stdout)
            self.assertEqual([(m["month"], m["program"], m["difference"]) for m in answer["months"]],
                             [("2026-01", "ssi", "-74.00"), ("2027-07", "ssdi", "640.00")])
            self.assertIn("earnings_not_posted", answer["months"][1]["reasons"])
            self.assertEqual((answer["ask_back"], answer["owe"]), ("640.00", "74.00"))
            rows = list(csv.DictReader(io.StringIO(run("paid", path, "--format", "csv").stdout)))
            for row, month in zip(rows, answer["months"], strict=True):
                for key, value in month.items():
                    self.assertEqual(row[key], flat(value))
            table = run("paid", path).stdout
            self.assertIn("may ask back $640.00 and may owe $74.00", table)
        self.assertIn("does not say", run("paid", SAMPLES[0]).stdout)
        self.assertEqual(run("paid", SAMPLES[0], "--scenario", "x").returncode, 2)


class Stream(unittest.TestCase):
    def test_bad_lines_stand_in_their_place(self):
        good = json.dumps(json.loads(SAMPLES[0].read_text()))
        lines = [good, "", "{", good + "\r", '{"format": "milepost-case"}', "x" * (1024 * 1024 + 1), good]
        answer = run("project", "--stream", stdin="\n".join(lines) + "\n")
        self.assertEqual(answer.returncode, 1)
        self.assertEqual(answer.stderr, "")
        out = [json.loads(line) for line in answer.stdout.splitlines()]
        self.assertEqual([(o["format"], o.get("line")) for o in out],
                         [("milepost-projection", None), ("milepost-error", 3), ("milepost-projection", None),
                          ("milepost-error", 5), ("milepost-error", 6), ("milepost-projection", None)])
        self.assertEqual(out[0], out[2])

    def test_same_as_a_file(self):
        for sample in SAMPLES:
            line = json.dumps(json.loads(sample.read_text()))
            for flags in ([], ["--explain"], ["--summary"]):
                streamed = json.loads(run("project", "--stream", *flags, stdin=line).stdout)
                self.assertEqual(streamed, json.loads(run("project", sample, *flags).stdout))

    def test_invalid_utf8(self):
        answer = subprocess.run([CLI, "project", "--stream"], input=b'{"title": "\xff"}\n', capture_output=True, timeout=60)
        self.assertEqual(answer.returncode, 1)
        self.assertEqual(json.loads(answer.stdout)["line"], 1)


if __name__ == "__main__":
    unittest.main()
