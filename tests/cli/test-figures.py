#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""milepost-cli parameters import: figures of a new year, and what they change."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CLI = sys.argv.pop(1)
ROOT = Path(os.environ["MP_SOURCE_ROOT"])


def run(*args, **kwargs):
    return subprocess.run([CLI, *map(str, args)], capture_output=True, text=True, timeout=60, **kwargs)


class FiguresByHand(unittest.TestCase):
    """Figures of a year that is not published yet; the amounts are made up."""

    HEADER = "series,state,effective_from,value,citation\n"

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.env = dict(os.environ, XDG_DATA_HOME=self.folder.name)
        self.mine = Path(self.folder.name) / "milepost" / "figures.csv"

    def tearDown(self):
        self.folder.cleanup()

    def import_text(self, text):
        file = Path(self.folder.name) / "new.csv"
        file.write_text(text)
        return run("parameters", "import", file, env=self.env)

    def month(self, month):
        document = json.loads(run("project", ROOT / "data/samples/sam-ssdi-blind.milepost", env=self.env).stdout)
        scenario = document["scenarios"][0]
        return document, next(m for m in scenario["months"] if m["month"] == month), scenario

    def test_import_counts_and_is_said(self):
        document, before, scenario = self.month("2027-01")
        self.assertEqual("2026.1", document["parameters"])
        self.assertIn("sga", before["estimated"])
        done = self.import_text(self.HEADER + "sga,,2027-01-01,1740,Notice\nsga_blind,,2027-01-01,2910.00,Notice\n")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("sga_blind\t2027-01\t2910.00\t2026: 2830.00\n", done.stdout)
        self.assertEqual(0o600, self.mine.stat().st_mode & 0o777)
        document, after, scenario = self.month("2027-01")
        self.assertEqual("2026.1+user", document["parameters"])
        self.assertNotIn("sga", after["estimated"])
        self.assertIn("These figures were entered by hand: sga 2027-01, sga_blind 2027-01.", [w["text"] for w in scenario["warnings"]])
        rows = run("parameters", "--month", "2027-03", "--series", "sga.blind", env=self.env).stdout
        self.assertIn("sga.blind\t2910.00\t2027-01-01\tby hand\tNotice\n", rows)

    def test_a_slip_is_said(self):
        done = self.import_text(self.HEADER + "twp,,2027-01-01,12500,Notice\n")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("twp\t2027-01\t12500.00\t2026: 1210.00\t! very different from the year before", done.stdout)
        nothing = self.import_text(self.HEADER)
        self.assertEqual(1, nothing.returncode)
        self.assertIn("there is no figure in it", nothing.stderr)

    def test_a_year_without_figures_is_marked(self):
        """In everything that shows an amount; a month of 2026 without a payment to the provider has no mark."""
        alex, sign = ROOT / "data/samples/alex-both-benefits.milepost", "≈"

        def lines(*args):
            return run(*args, env=self.env).stdout.splitlines()

        why = lines("explain", alex, "--month", "2027-05")
        for line in ["  SSDI: ≈ $640.00", "  Cash in hand, before taxes: ≈ $2,590.00", "  Pay: $1,950.00",
                     "  ≈ rests on a figure that is not published yet: the last one is used."]:
            self.assertIn(line, [one.replace("\u00a0", " ") for one in why])
        self.assertNotIn(sign, "".join(lines("explain", alex, "--month", "2026-06")))
        table = lines("project", alex, "--format", "table")
        self.assertTrue(any(line.startswith("Total   ≈") for line in table))
        self.assertIn("≈ rests on a figure that is not published yet: the last one is used.", table)
        drop = next(line for line in lines("compare", alex, "--format", "table") if line.startswith("Largest")).replace("\u00a0", " ")
        self.assertIn("≈ −$584.50, Jun 2027", drop)
        self.assertIn("  −$292.50, Apr 2026", drop)
        total = [line for line in lines("caseload", alex) if line.startswith("total")]
        self.assertTrue(total[0].endswith(sign))
        payments = lines("caseload", alex, "--payments")
        self.assertTrue(payments[0].endswith(",estimated") and payments[1].endswith(",true"), payments[:2])
        events = json.loads(run("export", alex, "--what", "events", "--format", "json", env=self.env).stdout)
        self.assertEqual({e["estimated"] for e in events if e["month"] == "2026-04"}, {False})
        self.assertEqual({e["estimated"] for e in events if e["month"] >= "2027"}, {True})
        rows = lines("parameters", "--month", "2027-01", "--series", "sga.non_blind")
        self.assertIn("\tsecondary, ≈ none known for 2027\t", rows[1])
        self.assertNotIn(sign, lines("parameters", "--month", "2026-12", "--series", "sga.non_blind")[1])
        self.import_text(self.HEADER + "sga,,2027-01-01,1740,Notice\nsga_blind,,2027-01-01,2910.00,Notice\n")
        self.assertIn("  These figures were entered by hand: sga 2027-01, sga_blind 2027-01.", lines("explain", alex, "--month", "2027-05"))

    def test_import_again_replaces(self):
        self.import_text(self.HEADER + "twp,,2027-01-01,1250,Draft\npart_b,,2027-01-01,210.10,Notice\n")
        done = self.import_text(self.HEADER + "twp,,2027-01-01,1260,Notice\n")
        self.assertIn("twp\t2027-01\t1260.00\t2026: 1210.00\t(was 1250.00)\n", done.stdout)
        self.assertEqual(self.HEADER + 'part_b,,2027-01-01,210.10,"Notice"\ntwp,,2027-01-01,1260.00,"Notice"\n', self.mine.read_text())

    def test_base_gives_the_rates(self):
        # 20 CFR 411.540(a): 1.20 x 1,650.00 = 1,980; 411.545: 0.36 x 1,650.00 = 594 (TTW-59, 61)
        self.import_text(self.HEADER + "".join(f"pcb_{c},,{y}-01-01,{v},Notice\n"
                                               for y in (2025, 2026, 2027) for c, v in (("t2", "1650.00"), ("t16", "900.00"))))
        paid = [p for m in json.loads(run("project", ROOT / "data/samples/alex-both-benefits.milepost", env=self.env).stdout)
                ["scenarios"][0]["months"] for p in m["ticket"]["payments"]]
        self.assertEqual({("P1M", "1980.00"), ("P2M", "594.00"), ("OUT", "594.00")},
                         {(p["code"].rstrip("0123456789"), p["amount"]) for p in paid
                          if p["rate_year"] in (2026, 2027) and p["code"] != "RECON"})

    def test_refused_file_changes_nothing(self):
        self.import_text(self.HEADER + "twp,,2027-01-01,1250,Notice\n")
        before = self.mine.read_bytes()
        bad = self.import_text(self.HEADER + "twp,,2029-01-01,1300,Notice\nsga,,2027-01-01,1740,Notice\n")
        self.assertEqual(1, bad.returncode)
        self.assertIn("line 2: twp of 2029 needs the figure of 2028 first", bad.stderr)
        self.assertIn("line 3: sga of 2027 needs sga_blind of the same year too", bad.stderr)
        self.assertEqual(before, self.mine.read_bytes())

    def test_damaged_file_is_said(self):
        self.mine.parent.mkdir()
        self.mine.write_text("series\n")
        bad = run("project", ROOT / "data/samples/lee-ssi.milepost", env=self.env)
        self.assertEqual((1, ""), (bad.returncode, bad.stdout))
        self.assertIn("figures.csv: line 1: the column", bad.stderr)

    def test_missing_file(self):
        bad = run("parameters", "import", "/nowhere/x.csv", env=self.env)
        self.assertEqual(3, bad.returncode)
        self.assertEqual(2, run("parameters", "import", env=self.env).returncode)


if __name__ == "__main__":
    unittest.main()
