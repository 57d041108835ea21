# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The man pages are clean, and say every command and every long option that the program's own help says."""

import os
import re
import shutil
import subprocess
import sys
import unittest

CLI, WINDOW, FOLDER = sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1)
TRANSLATED = sys.argv.pop(1) if len(sys.argv) > 1 else None


def show(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, 'LC_ALL': 'C.UTF-8'}).stdout


def commands():
    return re.findall(r'^  ([a-z-]+) ', show(CLI, '--help'), re.M)


class Man(unittest.TestCase):
    def setUp(self):
        with open(os.path.join(FOLDER, 'milepost-cli.1'), encoding='utf-8') as page:
            self.page = page.read()

    def test_help_is_in_groups(self):
        text = show(CLI, '--help')
        for heading in ['A case:', 'A caseload:', 'Output:', 'Data:']:
            self.assertIn('\n' + heading + '\n', text)
        self.assertGreaterEqual(len(commands()), 12)

    def test_every_command_is_said(self):
        for command in commands():
            self.assertTrue(re.search(rf'(?m)^\.It Cm {command}\b', self.page), command)

    def test_every_option_is_said(self):
        pairs = [(command, option) for command in commands()
                 for option in re.findall(r'(?m)^  (?:-\w, )?(--[a-z-]+)', show(CLI, command, '--help'))]
        self.assertGreater(len(pairs), 40)
        for command, option in pairs:
            self.assertTrue(re.search(rf'Fl -{option[2:]}(?![a-z-])', self.page), f'{command} {option}')

    def test_every_option_said_is_one(self):
        have = {option for command in [*commands(), 'parameters import'] for option in re.findall(r'--[a-z-]+', show(CLI, *command.split(), '--help'))}
        have |= set(re.findall(r'--[a-z-]+', show(CLI, '--help')))
        said = {'--' + option for option in re.findall(r'Fl -([a-z][a-z-]+)', self.page)}
        self.assertGreater(len(said), 30)
        self.assertEqual(said - have, set())

    def test_every_option_of_the_window_is_said(self):
        with open(os.path.join(FOLDER, 'milepost.1'), encoding='utf-8') as file:
            page = file.read()
        have = set(re.findall(r'--[a-z-]+', show(WINDOW, '--help-all')))
        self.assertLessEqual({'--help', '--version'}, have)
        self.assertEqual({'--' + option for option in re.findall(r'Fl -([a-z][a-z-]+)', page)}, have)
        self.assertRegex(show(WINDOW, '--version'), r'^milepost \d+\.\d+\.\d+ \(figures \d{4}\.\d+\)\n$')

    def test_help_names_its_command(self):
        for command in [*commands(), 'parameters import']:
            self.assertIn(f'milepost-cli {command} [OPTION', show(CLI, *command.split(), '--help'))

    def test_every_db_command_and_question_is_said(self):
        for command in ['db', 'ask']:
            for name in re.findall(r'(?m)^  ([a-z][a-z-]*) ', show(CLI, command, '--help')):
                if name != 'milepost-cli':
                    self.assertTrue(re.search(rf'(?m)^\.(It )?Cm .*\b{name}\b', self.page), f'{command} {name}')

    @unittest.skipIf(TRANSLATED is None, 'po4a is missing, so the pages are English')
    def test_translation_has_the_same_marks(self):
        """What is typed stays as it is: commands, options, choices and files."""
        for name in ['milepost.1', 'milepost-cli.1']:
            pages = []
            for folder in [FOLDER, TRANSLATED]:
                with open(os.path.join(folder, name), encoding='utf-8') as page:
                    pages.append(re.findall(r'\b(?:Cm|Fl|Pa|Ev|Xr) (\S+)', page.read()))
            self.assertGreater(len(pages[0]), 2)
            self.assertEqual(*pages)
            if shutil.which('groff'):
                done = subprocess.run(['groff', '-mandoc', '-Kutf8', '-Tutf8', '-ww', '-z', os.path.join(TRANSLATED, name)],
                                      capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stderr), (0, ''))

    def test_man_is_clean(self):
        for name in ['milepost.1', 'milepost-cli.1']:
            path = os.path.join(FOLDER, name)
            if shutil.which('mandoc'):
                done = subprocess.run(['mandoc', '-Tlint', '-Wwarning', path], capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ''))
            else:
                print('# mandoc is missing: its half is skipped')
            if shutil.which('groff'):
                done = subprocess.run(['groff', '-mandoc', '-Tutf8', '-ww', '-z', path], capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stderr), (0, ''))
            else:
                print('# groff is missing: its half is skipped')


unittest.main()
