#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints po/rules.h, from which the titles of data/rules.csv reach the translators.

usage: rule-titles.py > po/rules.h; a test compares the two."""

import csv
import json
from pathlib import Path

print("""/* SPDX-FileCopyrightText: 2026 The Milepost developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Made by build-aux/rule-titles.py from data/rules.csv: the titles of the rules, for translators alone. */
""")
with open(Path(__file__).parent.parent / "data/rules.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        print(f"/* Translators: title of rule {row['id']}, {row['citation']} */")
        print(f"N_({json.dumps(row['title'], ensure_ascii=False)})")
