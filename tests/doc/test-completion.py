# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell completions, sourced in the shells themselves."""

import os
import shutil
import subprocess
import sys
import unittest

CLI, SOURCE = os.path.abspath(sys.argv.pop(1)), sys.argv.pop(1)
CASE = os.path.join(SOURCE, 'data/samples/alex-both-benefits.milepost')

ASK = r'''
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_milepost_cli
printf '%s\n' "${COMPREPLY[@]}"
'''


def bash(*words):
    script = os.path.join(SOURCE, 'data/completions/milepost-cli.bash')
    done = subprocess.run(['bash', '-c', ASK, 'bash', script, CLI, *words], capture_output=True, text=True, check=True)
    return [line for line in done.stdout.split('\n') if line]


class Completion(unittest.TestCase):
    def test_commands(self):
        self.assertEqual(bash('pro'), ['project'])
        self.assertLessEqual({'project', 'check', 'caseload', 'db', 'report', 'parameters', '--help'}, set(bash('')))

    def test_options(self):
        self.assertEqual(bash('project', '--st'), ['--stream'])
        self.assertEqual(bash('report', CASE, '--large'), ['--large-print'])

    def test_choices(self):
        self.assertEqual(bash('project', '--format', ''), ['json', 'csv', 'table'])
        self.assertEqual(bash('project', '--format', '=', 'c'), ['csv'])
        self.assertEqual(bash('report', '--kind', 'h'), ['handout'])

    def test_questions_and_db(self):
        self.assertIn('break-even', bash('ask', CASE, 'br'))
        self.assertIn('rescue', bash('db', 're'))

    def test_scenarios(self):
        names = bash('explain', CASE, '--scenario', '')
        self.assertGreaterEqual(len(names), 1)
        unquoted = subprocess.run(['bash', '-c', 'eval "set -- $1"; printf %s "$1"', 'bash', ' '.join(names[:1])],
                                  capture_output=True, text=True, check=True).stdout
        self.assertEqual(unquoted, '20, 30, then 35 hours')
        self.assertEqual(bash('explain', CASE, '--scenario', 'nobody has this'), [])

    def test_files(self):
        self.assertIn(CASE, bash('check', CASE[:-5]))

    def test_fish(self):
        if not shutil.which('fish'):
            self.skipTest('fish is missing')
        env = {**os.environ, 'PATH': os.path.dirname(CLI) + ':' + os.environ['PATH']}
        script = os.path.join(SOURCE, 'data/completions/milepost-cli.fish')
        for line, wanted in [('milepost-cli pro', 'project'), ('milepost-cli project --st', '--stream')]:
            done = subprocess.run(['fish', '--no-config', '-c', f'source {script}; complete -C "{line}"'], env=env,
                                  capture_output=True, text=True, check=True)
            self.assertIn(wanted, done.stdout.split())


unittest.main()
