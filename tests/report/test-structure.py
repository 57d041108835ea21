#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The PDF as a screen reader and a checker meet it, for every sample in both languages."""

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

CLI = sys.argv.pop(1)
ROOT = Path(os.environ["MP_SOURCE_ROOT"])
SAMPLES = sorted((ROOT / "data/samples").glob("*.milepost"))
try:
    import pikepdf
except ImportError:
    print("1..0 # SKIP python3-pikepdf is not installed")
    sys.exit(0)
PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "Tj", "TJ", "'", '"'}


def run(*args):
    return subprocess.run([str(a) for a in args], capture_output=True, text=True, timeout=1800 if "MP_TEST_SLOW" in os.environ else 120)


FOLDER = tempfile.TemporaryDirectory()
made = {}


def report(sample, *options):
    """The path of a report, made once."""
    if (sample, options) in made:
        return made[sample, options]
    path = made[sample, options] = Path(FOLDER.name) / f"{len(made)}.pdf"
    answer = run(CLI, "report", sample, "--output", path, *options)
    assert answer.returncode == 0, answer.stderr
    return path


def elements(node):
    """All structure elements below a node, in order."""
    kids = node.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def words(path):
    """All text in the order of the tags, on one line."""
    return " ".join(" ".join(re.findall(r'^ +"(.*)"$', run("pdfinfo", "-struct-text", path).stdout, re.M)).split())


def changed(sample, months=None, name=None):
    """A copy of a sample with another horizon or name."""
    document = json.loads(sample.read_text(encoding="utf-8"))
    if months:
        document["projection"]["months"] = months
    if name:
        document["beneficiary"]["name"] = name
    path = Path(FOLDER.name) / f"{sample.stem}-{months}-{bool(name)}.milepost"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


class Structure(unittest.TestCase):
    def check_tags(self, pdf, language):
        root = pdf.Root
        self.assertEqual(str(root.Lang), {"en": "en-US", "es": "es-US"}[language])
        self.assertTrue(root.MarkInfo.Marked)
        self.assertTrue(str(pdf.docinfo["/Title"]))
        names = []
        for element in elements(root.StructTreeRoot):
            name = str(element.S)
            names.append(name)
            if name == "/Figure":
                self.assertGreater(len(str(element.Alt)), 40)
            if name == "/TH":
                self.assertIn(str(element.A.Scope), ("/Column", "/Row"))
        self.assertNotIn("/NonStruct", names)
        self.assertEqual(names.count("/H1"), 1)
        self.assertLess(names.index("/H1"), names.index("/H2"))
        # nothing depends on a picture alone: its section has a table for it, before or after it
        for i, name in enumerate(names):
            if name == "/Figure":
                before = [n for n in names[:i] if n in ("/Table", "/H2", "/Figure")]
                after = [n for n in names[i + 1:] if n in ("/Table", "/H2", "/Figure")]
                self.assertIn("/Table", (before[-1:] + after[:1]))

    def check_artifacts(self, pdf):
        """Every stroke and every letter is either content with an element or an artifact."""
        for number, page in enumerate(pdf.pages, 1):
            tags = []
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in ("BDC", "BMC"):
                    tags.append(str(operands[0]))
                    # text replaced for a part of an element ends the element for pdfinfo and others; a figure has /Alt
                    self.assertFalse(tags[-1] == "/Span" and "/Figure" not in tags, f"page {number}: {tags}")
                elif name == "EMC":
                    tags.pop()
                elif name in PAINTS:
                    self.assertNotEqual(tags, [], f"page {number}: {name}")
            self.assertEqual(tags, [])

    def test_every_sample(self):
        for sample in SAMPLES:
            for language in ("en", "es"):
                with self.subTest(sample=sample.name, language=language):
                    path = report(sample, "--language", language)
                    check = run("qpdf", "--check", path)
                    self.assertEqual(check.returncode, 0, check.stdout + check.stderr)
                    info = run("pdfinfo", path)
                    self.assertEqual(info.stderr, "")
                    self.assertRegex(info.stdout, r"Tagged:\s+yes")
                    with pikepdf.open(path) as pdf:
                        self.check_tags(pdf, language)
                        if sample.name.startswith("alex"):
                            self.check_artifacts(pdf)

    def test_kinds_and_options(self):
        sample = ROOT / "data/samples/alex-both-benefits.milepost"
        for options in (["--kind", "handout"], ["--kind", "group"], ["--kind", "en"], ["--large-print"],
                        ["--large-print", "--paper", "a4", "--high-contrast"], ["--grey", "--without-name"]):
            with self.subTest(options=options), pikepdf.open(report(sample, *options)) as pdf:
                self.check_tags(pdf, "en")
                self.check_artifacts(pdf)

    def test_bookmarks(self):
        path = report(SAMPLES[0])
        with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        self.assertIn("In short", titles)
        self.assertTrue(any(title.startswith("1. ") for title in titles))

    def test_pages_are_full(self):
        """A picture that has no room leaves no page half empty: only the page before a chapter, or before a picture on a
        page of its own that ends a chapter, may be."""
        for sample in SAMPLES:
            large = sample.name.startswith(("alex", "dana"))
            for options in (["--language", "en"], ["--language", "es"]) + ((["--large-print"],) if large else ()):
                path = report(sample, *options)
                starts = [page.split("\n")[0].strip() for page in run("pdftotext", "-layout", path, "-").stdout.split("\f")]
                pages = run("pdftotext", "-bbox", path, "-").stdout.split("<page ")[1:]
                sizes = [tuple(map(float, re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())) for page in pages]
                upright = [i for i, (width, height) in enumerate(sizes) if width < height]
                for i, after in zip(upright, upright[1:]):
                    if re.match(r"\d+\. |Appendix|Apéndice", starts[after]):
                        continue
                    height = sizes[i][1]
                    last = max(y for y in map(float, re.findall(r'yMax="([\d.]+)"', pages[i])) if y < height - 46)
                    self.assertGreater(last, height / 2, f"{sample.name} {options}: page {i + 1}")

    def test_foot_counts_the_pages(self):
        for sample in SAMPLES:
            for options in ([], ["--large-print"]) if sample.name.startswith("alex") else ([],):
                path = report(sample, *options)
                with pikepdf.open(path) as pdf:
                    n = len(pdf.pages)
                text = run("pdftotext", "-layout", path, "-").stdout
                self.assertEqual(len(re.findall(rf"Page \d+ of {n}\b", text)), n, sample.name)

    def test_nothing_lies_on_the_foot(self):
        for options in ([], ["--large-print"]):
            path = report(next(s for s in SAMPLES if s.name.startswith("alex")), *options)
            feet = []
            for page in run("pdftotext", "-bbox", path, "-").stdout.split("<page ")[1:]:
                words = [(float(y), word) for y, word in re.findall(r'yMin="([\d.]+)"[^>]*>([^<]*)</word>', page)]
                top = max(y for y, word in words if word == "This")
                feet.append([word for y, word in words if y > top - 12])
            for number, foot in enumerate(feet, 1):
                self.assertEqual(len(foot), min(map(len, feet)), f"{options}: page {number}: {' '.join(foot)}")

    def test_totals(self):
        """What pdftotext reads is what the projection says, in each language."""
        for sample in SAMPLES:
            document = json.loads(run(CLI, "project", sample).stdout)
            totals = document["scenarios"][0]["totals"]
            for language in ("en", "es"):
                text = run("pdftotext", "-layout", report(sample, "--language", language), "-").stdout
                for key in ("earnings", "ssdi", "ssi_federal", "ssi_state", "en", "share", "net"):
                    self.assertIn(f"${float(totals[key]):,.2f}", text, (sample.name, language, key))

    def test_summary(self):
        """One page, four sentences, the picture and its table, whatever the benefits and the horizon."""
        cases = SAMPLES + [changed(SAMPLES[0], months=600), changed(SAMPLES[0], months=120), changed(SAMPLES[0], name="Maximiliana " * 16)]
        for sample in cases:
            for language in ("en", "es"):
                with self.subTest(sample=sample.name, language=language):
                    path = report(sample, "--language", language, "--sections", "short")
                    with pikepdf.open(path) as pdf:
                        self.assertEqual(len(pdf.pages), 1)
                        names = [str(element.S) for element in elements(pdf.Root.StructTreeRoot)]
                    self.assertEqual(names.count("/LI"), 4)
                    self.assertEqual((names.count("/Figure"), names.count("/Table")), (1, 1))
                    items = re.findall(r'LBody \(block\)\n +"(.*)"', run("pdfinfo", "-struct-text", path).stdout)
                    self.assertEqual(len(items), 4)
                    for item in items:
                        self.assertEqual(re.findall(r"\.(?: |$)", item), ["."], item)

    def test_each_plan(self):
        """Every other plan has its picture and a table whose sums are those of its projection."""
        sample = ROOT / "data/samples/alex-both-benefits.milepost"
        document = json.loads(sample.read_text(encoding="utf-8"))
        document["scenarios"] = [dict(document["scenarios"][i % 2], name=f"Plan {i}") for i in range(6)]
        case = Path(FOLDER.name) / "six.milepost"
        case.write_text(json.dumps(document), encoding="utf-8")
        path = report(case, "--sections", "compare,plans")
        text = words(path)
        totals = [s["totals"] for s in json.loads(run(CLI, "project", case).stdout)["scenarios"]]
        for i in range(1, 6):
            self.assertIn(f"Plan {i + 1}, Plan {i}:", text)
            self.assertIn(f"{i + 1}. Plan {i}", text)  # also beyond the four that stand in one table
            self.assertIn(f"${float(totals[i]['net']):,.2f}", text)
        with pikepdf.open(path) as pdf:
            names = [str(element.S) for element in elements(pdf.Root.StructTreeRoot)]
        self.assertEqual(names.count("/Figure"), 2 + 1 + 5)  # the lines twice, the curve, each plan

    def test_pay_table(self):
        """Benefits first, then the cash they add up to; of somebody without SSDI no column of it."""
        for name, columns in (("alex-both-benefits", ("ssdi", "ssi", "net")), ("jo-ssi-student", ("ssi", "net"))):
            sample = ROOT / f"data/samples/{name}.milepost"
            text = words(report(sample, "--sections", "compare"))
            month = re.search(r"What pay brings in (\w+ \d{4})", text).group(1)
            month = time.strftime("%Y-%m", time.strptime(month, "%B %Y"))
            rows = list(csv.DictReader(run(CLI, "curve", sample, "--month", month, "--format", "csv").stdout.splitlines()))
            row = next(row for row in rows if row["earned"] == "500.00")
            cells = re.search(r"\$500\.00 ((?:≈ )?\$[\d,.]+ ?)+", text).group(0).replace("≈ ", "").replace(",", "").split()
            self.assertEqual(cells[1:len(columns) + 1], ["$" + row[column] for column in columns], name)

    def test_changes_since_the_last_report(self):
        sample = ROOT / "data/samples/alex-both-benefits.milepost"
        document = json.loads(sample.read_text(encoding="utf-8"))
        document["ssdi"]["amounts"][0]["monthly"] = "600.00"
        document["scenarios"][0]["work"][2]["hours_per_week"] = "25"
        document["notes"] = "for the counselor alone"
        case = Path(FOLDER.name) / "older.milepost"
        case.write_text(json.dumps(document), encoding="utf-8")
        now, before = (json.loads(run(CLI, "project", c).stdout)["scenarios"][0]["totals"] for c in (sample, case))
        for language, sentence in (("en", "Cash in hand: now ≈ {} before ≈ {}."), ("es", "Dinero en mano: ahora ≈ {} antes ≈ {}.")):
            text = words(report(sample, "--since", case, "--sections", "since", "--language", language))
            self.assertIn(sentence.format(f"${float(now['net']):,.2f};", f"${float(before['net']):,.2f}"), text)
            self.assertIn("$600.00 → $640.00.", text)
            self.assertIn("25.0 → 30.0.", text)
            self.assertNotIn("alone", text)
        text = words(report(sample, "--since", sample, "--sections", "since"))
        self.assertIn("The figures are the same.", text)
        self.assertIn("Nothing has changed.", text)
        self.assertNotIn("last report", words(report(sample)))

    def test_notes_for_the_person(self):
        document = json.loads(SAMPLES[0].read_text(encoding="utf-8"))
        document["pinned"] = [{"month": "2026-03", "text": "Pay & leave: 3 < 5", "client": True}, {"month": "2026-04", "text": "For the counselor"}]
        case = Path(FOLDER.name) / "notes.milepost"
        case.write_text(json.dumps(document), encoding="utf-8")
        text = words(report(case, "--sections", "months"))
        self.assertIn("March 2026: Pay & leave: 3 < 5", text)
        self.assertNotIn("For the counselor", text)

    def test_rule_titles_are_translated(self):
        with open(ROOT / "data/rules.csv", encoding="utf-8", newline="") as file:
            titles = [row["title"] for row in csv.DictReader(file)]
        for sample in (s for s in SAMPLES if s.name[0] in "adl"):  # both benefits, SSDI, SSI
            english = words(report(sample, "--sections", "assumptions"))
            shown = [title for title in titles if title in english]
            self.assertGreater(len(shown), 10)
            spanish = words(report(sample, "--language", "es", "--sections", "assumptions"))
            self.assertEqual([title for title in shown if title in spanish], [], sample.name)

    def test_reading_order(self):
        path = report(ROOT / "data/samples/alex-both-benefits.milepost")
        text = run("pdfinfo", "-struct-text", path).stdout
        order = ["Benefits Summary and Analysis", "In short", "1. What you get now", "2. Your work plan", "3. Month by month",
                 "4. SSDI", "5. SSI", "6. Health", "7. Ticket to Work", "8. Other plans", "9. The other plans", "10. Work incentives", "11. What to report"]
        places = [text.find(words) for words in order]
        self.assertNotIn(-1, places)
        self.assertEqual(places, sorted(places))
        for word in ("first", "Figures", "office", "benefits"):  # no ligature is lost
            self.assertIn(word, text)

    def test_sections(self):
        sample = ROOT / "data/samples/alex-both-benefits.milepost"
        text = run("pdftotext", report(sample, "--sections", "ssdi,reporting"), "-").stdout
        self.assertIn("1. SSDI", text)
        self.assertIn("2. What to report", text)
        self.assertNotIn("In short", text)

    def test_hidden(self):
        sample = ROOT / "data/samples/alex-both-benefits.milepost"
        text = run("pdftotext", report(sample, "--kind", "group"), "-").stdout
        self.assertNotIn("Alex", text)
        text = run("pdftotext", report(sample, "--kind", "handout", "--hide-amounts", "--without-name"), "-").stdout
        self.assertNotIn("Alex", text)
        for month in json.loads(run(CLI, "project", sample).stdout)["scenarios"][0]["months"]:
            self.assertNotIn(f"${float(month['cash']['net']):,.2f}", text)
        text = run("pdftotext", report(sample, "--kind", "en"), "-").stdout
        self.assertNotIn("$640.00", text)

    def test_handouts_have_their_pages(self):
        for sample in (s for s in SAMPLES if s.name[0] in "aks"):
            for kind, pages in (("handout", 1), ("group", 2)):
                for language in ("en", "es"):
                    with pikepdf.open(report(sample, "--kind", kind, "--language", language)) as pdf:
                        self.assertEqual(len(pdf.pages), pages, (sample.name, kind, language))


if __name__ == "__main__":
    unittest.main()
