#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the program: tables, calendars, pictures and reports; and files that cannot be written."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CLI = sys.argv.pop(1)
ROOT = Path(os.environ["MP_SOURCE_ROOT"])
ALEX = ROOT / "data/samples/alex-both-benefits.milepost"
OUTPUTS = (("report", "r.pdf"), ("chart", "c.png"), ("export", "e.csv"), ("calendar", "c.ics"))


def run(*args, **kwargs):
    return subprocess.run([CLI, *map(str, args)], capture_output=True, text=True, timeout=60, **kwargs)


def document():
    return json.loads(run("project", ALEX).stdout)["scenarios"][0]


class Export(unittest.TestCase):
    def test_months_have_the_header_of_the_contract(self):
        table = run("export", ALEX).stdout
        whole = run("project", ALEX, "--format", "csv", "--scenario", "20, 30, then 35 hours").stdout
        self.assertEqual(table, whole)

    def test_payments(self):
        rows = list(csv.DictReader(io.StringIO(run("export", ALEX, "--what", "payments").stdout)))
        paid = [(m["month"], p["code"], p["amount"]) for m in document()["months"] for p in m["ticket"]["payments"]]
        self.assertEqual([(r["month"], r["code"], r["amount"]) for r in rows], paid)
        for row in rows:
            self.assertRegex(row["month"], r"^\d{4}-\d\d$")
            self.assertRegex(row["amount"], r"^\d+\.\d\d$")
        self.assertEqual(rows[-1]["cumulative"], document()["totals"]["en"])

    def test_json_says_the_same_as_csv(self):
        for what in ("payments", "events", "reporting"):
            rows = list(csv.DictReader(io.StringIO(run("export", ALEX, "--what", what).stdout)))
            objects = json.loads(run("export", ALEX, "--what", what, "--format", "json").stdout)
            self.assertEqual(len(rows), len(objects))
            for row, entry in zip(rows, objects):
                flat = {k: "" if v is None else str(v).lower() if isinstance(v, bool) else str(v) for k, v in entry.items()}
                self.assertEqual(row, flat)

    def test_events_are_those_of_the_projection(self):
        objects = json.loads(run("export", ALEX, "--what", "events", "--format", "json").stdout)
        self.assertEqual([(o["month"], o["code"], o["text"]) for o in objects],
                         [(e["month"], e["code"], e["text"]) for e in document()["events"]])

    def test_wrong_words(self):
        for args, word in ((["--what", "people"], "payments"), (["--format", "xls"], "csv")):
            answer = run("export", ALEX, *args)
            self.assertEqual(answer.returncode, 2)
            self.assertIn(word, answer.stderr)


class Calendar(unittest.TestCase):
    def events(self, *args):
        answer = run("calendar", ALEX, *args)
        self.assertEqual(answer.returncode, 0, answer.stderr)
        text = answer.stdout.replace("\r\n", "\n").replace("\n ", "")
        self.assertTrue(text.startswith("BEGIN:VCALENDAR\nVERSION:2.0"))
        return [dict(line.split(":", 1) for line in block.split("BEGIN:VALARM")[0].strip().split("\n") if ":" in line)
                for block in text.split("BEGIN:VEVENT")[1:]]

    def test_reports_of_pay_are_due_on_the_tenth(self):
        """20 CFR 416.714: within 10 days after the close of the month."""
        due = [e["DTSTART;VALUE=DATE"] for e in self.events() if "416.714" in e.get("DESCRIPTION", "")]
        paid = [m["month"] for m in document()["months"] if float(m["work"]["paid"]) > 0]
        self.assertEqual(len(due), len(paid))
        for day, month in zip(due, paid):
            year, number = map(int, month.split("-"))
            after = (year + 1, 1) if number == 12 else (year, number + 1)
            self.assertEqual(day, "%04d%02d10" % after)

    def test_each_has_what_the_standard_asks_for(self):
        events = self.events()
        self.assertEqual(len({e["UID"] for e in events}), len(events))
        for event in events:
            self.assertRegex(event["DTSTAMP"], r"^\d{8}T\d{6}Z$")
            self.assertTrue(event["SUMMARY"])

    def test_hidden_amounts_and_spanish(self):
        for event in self.events("--hide-amounts"):
            self.assertNotIn("$", event["SUMMARY"])
        self.assertTrue(any("Informe las ganancias" in e["SUMMARY"] for e in self.events("--language", "es")))

    def test_names_its_language(self):
        for language in ("en", "es"):
            self.assertIn(f"PRODID:-//Milepost//Milepost//{language.upper()}\n", run("calendar", ALEX, "--language", language).stdout)

    def test_same_case_same_file(self):
        self.assertEqual(run("calendar", ALEX).stdout, run("calendar", ALEX).stdout)


class Pictures(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def test_ladder(self):
        path = Path(self.folder.name) / "ladder.svg"
        self.assertEqual(run("chart", ALEX, "--kind", "ladder", "--output", path).returncode, 0)
        self.assertIn("<svg", path.read_text())

    def test_languages_differ(self):
        made = []
        for language in ("en", "es"):
            path = Path(self.folder.name) / f"{language}.png"
            self.assertEqual(run("chart", ALEX, "--language", language, "--output", path).returncode, 0)
            made.append(path.read_bytes())
        self.assertNotEqual(*made)
        self.assertEqual(run("chart", ALEX, "--language", "fr", "--output", path).returncode, 2)

    def test_unknown_section(self):
        answer = run("report", ALEX, "--sections", "short,poems", "--output", Path(self.folder.name) / "r.pdf")
        self.assertEqual(answer.returncode, 2)
        self.assertIn("appendix", answer.stderr)


class Spanish(unittest.TestCase):
    """A session in Spanish. The translations are those of the build folder."""

    def setUp(self):
        self.env = {**os.environ, "LANGUAGE": "es", "LC_ALL": "C.UTF-8"}

    def test_plural(self):
        self.assertIn("bien, con 2 escenarios\n", run("check", ALEX, env=self.env).stdout)

    def test_long_names_of_months(self):
        said = run("explain", ALEX, "--month", "2026-05", env=self.env).stdout
        self.assertIn("mayo de 2026", said)

    def test_amounts_stand_under_their_headings(self):
        lines = run("project", ALEX, "--format", "table", env=self.env).stdout.split("\n")
        heading = next(i for i, line in enumerate(lines) if line.startswith("Mes "))
        for name in ("Ganancias", "Gastos de trabajo", "A la EN"):
            end = lines[heading].index(name) + len(name)
            self.assertRegex(lines[heading + 1][:end], r"\$[\d,]+\.\d\d$")

    def test_titles_of_rules(self):
        if not shutil.which("pdftotext"):
            self.skipTest("pdftotext is missing")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "r.pdf"
            self.assertEqual(run("report", ALEX, "--language", "es", "--sections", "assumptions", "--output", path).returncode, 0)
            text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        self.assertIn("Mes de servicio por salario", text)
        self.assertNotIn("Service month from wages", text)


class CannotWrite(unittest.TestCase):
    """The old file stays as it was, nothing is left beside it, and it is said; status 3."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def refused(self, command, path, **kwargs):
        answer = run(command, ALEX, "--output", path, **kwargs)
        self.assertEqual(answer.returncode, 3, answer.stderr)
        self.assertIn(str(path), answer.stderr)
        return answer

    def test_no_folder(self):
        for command, name in OUTPUTS:
            self.refused(command, Path(self.folder.name) / "none" / name)

    def test_full_disk(self):
        """A limit on the size of files fails a write half way, as a full disk does."""
        import resource
        import signal

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))

        for command, name in OUTPUTS:
            path = Path(self.folder.name) / name
            path.write_bytes(b"the old one")
            answer = self.refused(command, path, preexec_fn=limit)
            self.assertIn("as it was", answer.stderr)
            self.assertEqual(path.read_bytes(), b"the old one")
            self.assertEqual(os.listdir(self.folder.name), [name])
            path.unlink()

    def test_open_elsewhere(self):
        """Who has the old file open reads it to the end; the new one takes its place whole."""
        for command, name in OUTPUTS:
            path = Path(self.folder.name) / name
            path.write_bytes(b"the old one")
            with open(path, "rb") as reader:
                self.assertEqual(reader.read(4), b"the ")
                answer = run(command, ALEX, "--output", path)
                self.assertEqual(answer.returncode, 0, answer.stderr)
                self.assertEqual(reader.read(), b"old one")
            self.assertGreater(path.stat().st_size, 100)

    @unittest.skipIf(os.geteuid() != 0, "only root can become somebody without permission")
    def test_no_permission(self):
        os.chmod(self.folder.name, 0o755)

        def become_nobody():
            os.setgid(65534)
            os.setuid(65534)

        for command, name in OUTPUTS:
            path = Path(self.folder.name) / name
            path.write_bytes(b"the old one")
            answer = run(command, ALEX, "--output", path, preexec_fn=become_nobody)
            if answer.returncode == 1 or "Permission denied" in answer.stderr and str(ALEX) in answer.stderr:
                self.skipTest("somebody else cannot read the sample here")
            self.assertEqual(answer.returncode, 3, answer.stderr)
            self.assertEqual(path.read_bytes(), b"the old one")


if __name__ == "__main__":
    unittest.main()
