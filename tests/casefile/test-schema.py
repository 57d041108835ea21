#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schema takes what the reader takes, and refuses the bad files whose form is wrong."""

import json
import os
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not installed")
    sys.exit(0)

root = pathlib.Path(os.environ["MP_SOURCE_ROOT"])
schema = json.loads((root / "data/case-file.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)

good = [(p.name, json.loads(p.read_text(encoding="utf-8"))) for p in sorted((root / "data/samples").glob("*.milepost"))]
for path in sorted((root / "tests/examples").glob("*.jsonl")):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            example = json.loads(line)
            good.append((example["id"], example["case"]))

# Meaning is for the reader alone: overlaps, sums, order, names.
form_only = {"unknown-key", "missing-keys", "bad-month", "bad-money", "bad-enum", "both-pays", "no-state", "too-many-months"}
bad = [(name, json.loads((root / f"tests/casefile/data/bad-{name}.milepost").read_text(encoding="utf-8"))) for name in sorted(form_only)]

print(f"1..{len(good) + len(bad)}")
failed = 0
for number, (name, case) in enumerate(good + bad, 1):
    error = jsonschema.exceptions.best_match(validator.iter_errors(case))
    right = (error is None) == (number <= len(good))
    failed += not right
    print(f"{'ok' if right else 'not ok'} {number} {name}" + (f" # {error.message[:200]}" if error is not None and not right else ""))
sys.exit(1 if failed else 0)
