#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stream of cases on several threads: the same answers in the same order, in bounded memory."""

import json
import os
import re
import subprocess
import sys
import threading
import unittest
from pathlib import Path

CLI = sys.argv.pop(1)
POPULATION = sys.argv.pop(1)
JOBS = (1, 2, 3, 8)


def population(count, *options):
    return subprocess.run([POPULATION, "--count", str(count), *options], capture_output=True, timeout=60, check=True).stdout


def stream(data, *options, **kwargs):
    return subprocess.run([CLI, "project", "--stream", *options], input=data, capture_output=True, timeout=120, **kwargs)


class Population(unittest.TestCase):
    def test_every_case_is_good(self):
        answer = stream(population(400, "--seed", "3"), "--summary")
        self.assertEqual((answer.returncode, answer.stderr), (0, b""))
        self.assertEqual(answer.stdout.count(b'"format":"milepost-projection"'), 400)

    def test_a_person_depends_on_seed_and_number_alone(self):
        whole = population(50, "--seed", "9").splitlines()
        self.assertEqual(population(10, "--seed", "9", "--first", "31").splitlines(), whole[30:40])
        self.assertNotEqual(population(50, "--seed", "10").splitlines(), whole)
        self.assertEqual(len(set(whole)), 50)


class Jobs(unittest.TestCase):
    def test_answers_keep_the_order_of_the_lines(self):
        data = population(300)
        alone = stream(data)
        self.assertEqual(alone.returncode, 0)
        titles = [json.loads(line)["title"] for line in alone.stdout.splitlines()]
        self.assertEqual(titles, [f"Person {i}" for i in range(1, 301)])
        for jobs in JOBS:
            with self.subTest(jobs=jobs):
                self.assertEqual(stream(data, "--jobs", str(jobs)).stdout, alone.stdout)

    def test_errors_stand_in_their_place(self):
        lines = population(120).splitlines()
        for i in range(9, 120, 10):
            lines[i] = b"{"
        lines[44] = b"x" * (1024 * 1024 + 1)
        lines[45] = b""
        for jobs in JOBS:
            with self.subTest(jobs=jobs):
                answer = stream(b"\n".join(lines), "--summary", "--jobs", str(jobs))
                self.assertEqual((answer.returncode, answer.stderr), (1, b""))
                out = [json.loads(line) for line in answer.stdout.splitlines()]
                self.assertEqual(len(out), 119)
                refused = [o["line"] for o in out if o["format"] == "milepost-error"]
                self.assertEqual(refused, sorted([*range(10, 121, 10), 45]))
                self.assertEqual(out[43]["title"], "Person 44")
                self.assertEqual((out[44]["line"], out[45]["title"]), (45, "Person 47"))

    def test_a_line_without_end_and_no_line_at_all(self):
        for jobs in JOBS:
            self.assertEqual(stream(b"", "--jobs", str(jobs)).stdout, b"")
            self.assertEqual(stream(population(1).rstrip(b"\n"), "--jobs", str(jobs)).stdout.count(b"\n"), 1)
            answer = stream(b"y" * (3 * 1024 * 1024), "--jobs", str(jobs))
            self.assertEqual((answer.returncode, json.loads(answer.stdout)["line"]), (1, 1))

    def test_an_answer_does_not_wait_for_the_next_line(self):
        line = population(1)
        for jobs in JOBS:
            process = subprocess.Popen([CLI, "project", "--stream", "--summary", "--jobs", str(jobs)], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE)
            for _ in range(3):
                process.stdin.write(line)
                process.stdin.flush()
                self.assertEqual(json.loads(process.stdout.readline())["title"], "Person 1")
            process.stdin.close()
            process.stdout.close()
            self.assertEqual(process.wait(60), 0)

    def test_full_disk(self):
        for jobs in JOBS:
            with open("/dev/full", "wb") as full:
                answer = subprocess.run([CLI, "project", "--stream", "--jobs", str(jobs)], input=population(40), stdout=full,
                                        stderr=subprocess.PIPE, timeout=60)
            self.assertEqual(answer.returncode, 3)
            self.assertEqual(answer.stderr.count(b"\n"), 1, answer.stderr)

    def test_closed_pipe_ends_although_input_goes_on(self):
        for jobs in JOBS[1:]:
            process = subprocess.Popen([CLI, "project", "--stream", "--jobs", str(jobs)], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.close()
            process.stdin.write(population(1))
            process.stdin.flush()
            # nothing more comes, and the input stays open
            self.assertEqual(process.wait(60), 3)
            self.assertIn(b"standard output", process.stderr.read())
            process.stderr.close()
            try:
                process.stdin.close()
            except BrokenPipeError:
                pass

    def test_usage(self):
        for options in (["--stream", "--jobs", "0"], ["--stream", "--jobs", "-3"], ["--stream", "--jobs", "257"],
                        ["--stream", "--jobs", "two"], ["--jobs", "2", "x.milepost"]):
            answer = subprocess.run([CLI, "project", *options], input=b"", capture_output=True, timeout=60)
            self.assertEqual(answer.returncode, 2, options)
            self.assertNotEqual(answer.stderr, b"")


class Memory(unittest.TestCase):
    """The most that a run held, in KB."""

    @staticmethod
    def peak(data, *options):
        """Asked of the system when the last answer is there and the input still open."""
        process = subprocess.Popen([CLI, "project", "--stream", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        writer = threading.Thread(target=lambda: (process.stdin.write(data), process.stdin.flush()))
        writer.start()
        for _ in range(data.count(b"\n")):
            process.stdout.readline()
        writer.join()
        status = Path(f"/proc/{process.pid}/status").read_text()
        process.stdin.close()
        process.stdout.close()
        assert process.wait(60) == 0
        return int(re.search(r"VmHWM:\s*(\d+) kB", status).group(1))

    def test_it_does_not_grow_with_the_input(self):
        if "asan" in os.environ.get("LD_PRELOAD", "") or "ASAN_OPTIONS" in os.environ or "MP_TEST_SLOW" in os.environ:
            self.skipTest("a sanitizer, or valgrind, keeps memory of its own")
        few, many = population(100, "--months", "60"), population(1500, "--months", "60")
        for options in ([], ["--jobs", "2"]):
            short, long = self.peak(few, *options), self.peak(many, *options)
            self.assertLess(long, 32 * 1024, options)
            self.assertLess(long - short, 4 * 1024, options)


if __name__ == "__main__":
    unittest.main()
