# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule and each entry of the registers is named by a test, or stands in ids.csv with a reason.

usage: test-rules-named.py ids.csv rules.csv TEST-PROGRAM...

The ids are those of data/rules.csv and, for the registers of ambiguities, the rows of ids.csv. A test
names an id by its path ("/ssdi/DI-46/table", "/ssi/SSI-15+SSI-16/january"; a register entry as
"D-05", "ssi-12", "S-03"). A row with a reason is for an id that no test can name; a reason that
is no longer needed is an error too.
"""

import csv
import re
import subprocess
import sys

ids_file, rules_file, *programs = sys.argv[1:]
rows = list(csv.DictReader(open(ids_file, encoding="utf-8")))
checked = {row["page"] for row in rows}
wanted = {row["id"]: row["program"] for row in csv.DictReader(open(rules_file, encoding="utf-8"))
          if row["program"] in checked}
reasons = {row["id"]: row["reason"] for row in rows if row["reason"]}
wanted.update((row["id"], row["page"]) for row in rows)

named = set()
for program in programs:
    listed = subprocess.run([program, "-l"], capture_output=True, text=True, check=True).stdout
    for path in listed.split():
        named.update(re.split(r"[/+]", path))

wrong = []
print("1..%d" % len(wanted))
for number, (name, page) in enumerate(sorted(wanted.items()), 1):
    good = (name in named) != (name in reasons)
    print("%s %d - %s %s" % ("ok" if good else "not ok", number, page, name))
    if not good:
        print("# %s" % ("a test names it: take its reason out of ids.csv" if name in named else
                        "no test names it, and ids.csv gives no reason"))
        wrong.append(name)
sys.exit(1 if wrong else 0)
