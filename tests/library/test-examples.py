#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The example programs say what the command line says: test-examples.py CLI TOTALS TYPELIB LIBRARY"""

import json
import os
import pathlib
import re
import subprocess
import sys

cli, totals, typelib, library = sys.argv[1:]
root = pathlib.Path(os.environ["MP_SOURCE_ROOT"])
samples = sorted((root / "data/samples").glob("*.milepost"))
assert samples, "no sample cases"


def run(*command, **more):
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True, **more).stdout


symbols = run("nm", "-D", "--defined-only", library).split("\n")
foreign = [line for line in symbols if re.search(r" [TDBR] (?!milepost_)", line)]
assert not foreign, f"symbols that are not the interface: {foreign}"

for sample in samples:
    document = json.loads(run(cli, "project", sample))
    expected = [f"{s['name']}\t{len(s['months'])}\t{s['totals']['net']}" for s in document["scenarios"]]
    assert run(totals, sample).splitlines() == expected, sample

refused = subprocess.run([totals, root / "tests/casefile/data/bad-bad-month.milepost"], capture_output=True, text=True)
assert refused.returncode == 1 and "/" in refused.stderr, refused.stderr

if not typelib:
    print("skipped: months.py, because this build has no introspection data")
elif "asan" in run("ldd", library):
    print("skipped: months.py, because Python cannot load a library built with sanitizers")
else:
    environment = dict(os.environ, GI_TYPELIB_PATH=os.path.dirname(typelib), LD_LIBRARY_PATH=os.path.dirname(library))
    for sample in samples:
        months = json.loads(run(cli, "project", sample))["scenarios"][0]["months"]
        expected = ["\t".join([m["month"], m["ssdi"]["status"], m["ssi"]["status"], m["cash"]["net"],
                               "estimated" if m["estimated"] else ""]) for m in months]
        assert run("/usr/bin/python3", root / "examples/months.py", sample, env=environment).splitlines() == expected, sample
print(f"{len(samples)} samples")
