#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The recipes of doc/scale.md: every case is answered once, in order, also after a part was killed."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CLI, POPULATION = map(os.path.abspath, sys.argv[1:3])
del sys.argv[1:3]
RECIPES = Path(os.environ["MP_SOURCE_ROOT"]) / "examples/population"
PARTS = 8
CASES = 300

# stands for a program whose machine dies in the middle of part 3, once
DYING = """#!/bin/sh
if [ "$(wc -l <"$MP_SEEN" 2>/dev/null || echo 0)" -lt 1 ]; then
  echo died >>"$MP_SEEN"
  head -n 5 | "$MP_REAL" "$@"
  kill -9 $$
fi
exec "$MP_REAL" "$@"
"""
# stands for ssh: the other host is this one, and like every login it has a shell, even where the tests have none
SSH = """#!/bin/sh
export SHELL=/bin/sh
while [ "${1#-}" != "$1" ]; do shift; done
shift
[ "$1" != -- ] || shift
exec sh -c "$*"
"""


class Recipes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.top = Path(cls.folder.name)
        cls.cases = cls.top / "cases.jsonl"
        cls.cases.write_bytes(subprocess.run([POPULATION, "--count", str(CASES), "--months", "24"], capture_output=True, check=True).stdout)
        with cls.cases.open("rb") as lines:
            cls.alone = subprocess.run([CLI, "project", "--stream", "--summary"], stdin=lines, capture_output=True, check=True).stdout
        cls.env = dict(os.environ, MILEPOST_CLI=CLI, HOME=str(cls.top), PARALLEL_HOME=str(cls.top / "parallel"))
        (cls.top / "parallel").mkdir()
        (cls.top / "parallel/will-cite").touch()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def script(self, name, text):
        path = self.top / name
        path.write_text(text)
        path.chmod(0o755)
        return path

    def part(self, out, number, **env):
        return subprocess.run([RECIPES / "project-part", self.cases, out, str(PARTS), str(number), "--summary"],
                              env=dict(self.env, **env), capture_output=True, timeout=60)

    def joined(self, out):
        return subprocess.run([RECIPES / "join-parts", out, str(PARTS)], capture_output=True, timeout=60)

    def test_a_killed_part_is_done_again_and_nothing_twice(self):
        out = self.top / "killed"
        dying = self.script("dying", DYING)
        env = {"MILEPOST_CLI": str(dying), "MP_REAL": CLI, "MP_SEEN": str(self.top / "seen")}
        for number in (3, 1, 2):
            self.part(out, number, **env)
        self.assertEqual(len(list(out.glob("part-*"))), 2)
        refused = self.joined(out)
        self.assertEqual(refused.returncode, 1)
        self.assertIn(b"missing", refused.stderr)
        self.assertIn(b" 3 4 5 6 7 8\n", refused.stderr)
        for _ in range(2):
            for number in range(1, PARTS + 1):
                self.assertEqual(self.part(out, number, **env).returncode, 0)
        self.assertEqual(self.joined(out).stdout, self.alone)

    def test_a_missing_input_makes_no_part(self):
        out = self.top / "none"
        answer = subprocess.run([RECIPES / "project-part", self.top / "no-such-file", out, "2", "1"], env=self.env, capture_output=True, timeout=60)
        self.assertNotEqual(answer.returncode, 0)
        self.assertEqual([p.name for p in out.glob("*")], [])

    def test_a_refused_line_is_answered_in_its_part(self):
        out, cases = self.top / "refused", self.top / "refused.jsonl"
        lines = self.cases.read_bytes().splitlines()[:20]
        lines[11] = b"{"
        cases.write_bytes(b"\n".join(lines) + b"\n")
        for number in (1, 2):
            answer = subprocess.run([RECIPES / "project-part", cases, out, "2", str(number), "--summary"], env=self.env, timeout=60)
            self.assertEqual(answer.returncode, 0)
        whole = subprocess.run([RECIPES / "join-parts", out, "2"], capture_output=True, check=True).stdout.splitlines()
        self.assertEqual([json.loads(line)["format"] == "milepost-error" for line in whole], [i == 11 for i in range(20)])

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
    def test_parallel_pipe(self):
        with self.cases.open("rb") as lines:
            answer = subprocess.run(["parallel", "--pipe", "--block", "50k", "-k", "-j2", CLI, "project", "--stream", "--summary"],
                                    stdin=lines, env=self.env, capture_output=True, timeout=120)
        self.assertEqual((answer.returncode, answer.stdout == self.alone), (0, True), answer.stderr)

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
    def test_parallel_on_several_hosts(self):
        ssh = self.script("ssh", SSH)
        with self.cases.open("rb") as lines:
            answer = subprocess.run(["parallel", "--pipe", "--block", "50k", "-k", "-S", f"1/{ssh} first", "-S", f"1/{ssh} second",
                                     CLI, "project", "--stream", "--summary"], stdin=lines, env=self.env, capture_output=True, timeout=120)
        self.assertEqual((answer.returncode, answer.stdout == self.alone), (0, True), answer.stderr)

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
    def test_parallel_goes_on_after_a_kill(self):
        out = self.top / "resumed"
        dying = self.script("dying-once", DYING)
        env = dict(self.env, MILEPOST_CLI=str(dying), MP_REAL=CLI, MP_SEEN=str(self.top / "seen-parallel"))
        command = ["parallel", "-j1", "--joblog", str(self.top / "log"), "--resume-failed", str(RECIPES / "project-part"),
                   str(self.cases), str(out), str(PARTS), "{}", "--summary", ":::", *map(str, range(1, PARTS + 1))]
        self.assertNotEqual(subprocess.run(command, env=env, capture_output=True, timeout=120).returncode, 0)
        self.assertEqual(subprocess.run(command, env=env, capture_output=True, timeout=120).returncode, 0)
        self.assertEqual(self.joined(out).stdout, self.alone)


if __name__ == "__main__":
    unittest.main()
