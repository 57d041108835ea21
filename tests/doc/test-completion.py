# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell completions, sourced in the shells themselves."""

import os
import re
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


def fish(line):
    env = {**os.environ, 'PATH': os.path.dirname(CLI) + ':' + os.environ['PATH'], 'HOME': '/nonexistent'}
    script = os.path.join(SOURCE, 'data/completions/milepost-cli.fish')
    done = subprocess.run(['fish', '--no-config', '-c', f'source {script}; complete -C "{line}"'], env=env,
                          capture_output=True, text=True, check=True)
    return [one.split('\t')[0] for one in done.stdout.splitlines()]


# Stands in for the editor of zsh: what would be offered is printed.
OFFER = r'''
compset () { :; }
_files () { :; }
compadd () {
  if [[ $1 == -a ]]; then print -rl -- ${(P)2}; else shift; print -rl -- "$@"; fi
}
script=$1; shift
words=("$@"); CURRENT=$#
source $script
'''


def zsh(*words):
    script = os.path.join(SOURCE, 'data/completions/milepost-cli.zsh')
    done = subprocess.run(['zsh', '-f', '-c', OFFER, 'zsh', script, CLI, *words], capture_output=True, text=True, check=True)
    return [line for line in done.stdout.splitlines() if line]


def helped(*command):
    return subprocess.run([CLI, *command, '--help'], capture_output=True, text=True, check=True, env={**os.environ, 'LC_ALL': 'C'}).stdout


COMMANDS = re.findall(r'(?m)^  ([a-z-]+) ', helped())
# A list of words and nothing else, such as "json (default), csv or table"
CHOICES = {(command, option): re.sub(r' \(default\)', '', words).replace(' or ', ', ').split(', ')
           for command in COMMANDS
           for option, words in re.findall(r'(?m)^  (?:-\w, )?(--[a-z-]+)=[A-Z]+ +((?:[a-z0-9-]+(?: \(default\))?(?:, | or |$))+)$', helped(command))
           if ' or ' in words}


class Completion(unittest.TestCase):
    def test_bash_has_all_that_help_has(self):
        self.assertGreaterEqual(len(COMMANDS), 13)
        self.assertEqual(set(bash('')), {*COMMANDS, '--help', '--version'})
        for command in COMMANDS:
            self.assertEqual(set(bash(command, '--')), set(re.findall(r'--[a-z][a-z-]*', helped(command))), command)
        self.assertGreaterEqual(len(CHOICES), 10)
        for (command, option), choices in CHOICES.items():
            self.assertEqual(bash(command, option, ''), choices)

    def test_fish_has_all_that_help_has(self):
        if not shutil.which('fish'):
            self.skipTest('fish is missing')
        self.assertLessEqual({*COMMANDS, '--help', '--version'}, set(fish('milepost-cli ')))
        for command in COMMANDS:
            self.assertLessEqual(set(re.findall(r'--[a-z][a-z-]*', helped(command))), set(fish(f'milepost-cli {command} --')), command)
        for (command, option), choices in CHOICES.items():
            self.assertEqual(set(fish(f'milepost-cli {command} {option} ')) & set(choices), set(choices), f'{command} {option}')
        self.assertIn('--format=csv', fish('milepost-cli project --format=c'))
        self.assertIn('rescue', fish('milepost-cli db re'))
        self.assertIn('break-even', fish(f'milepost-cli ask {CASE} br'))
        self.assertIn('20, 30, then 35 hours', fish(f'milepost-cli explain {CASE} --scenario '))

    def test_zsh_has_all_that_help_has(self):
        if not shutil.which('zsh'):
            self.skipTest('zsh is missing')
        self.assertEqual(set(zsh('')), {*COMMANDS, '--help', '--version'})
        for command in COMMANDS:
            self.assertEqual(set(zsh(command, '--')), set(re.findall(r'--[a-z][a-z-]*', helped(command))), command)
        for (command, option), choices in CHOICES.items():
            self.assertEqual(zsh(command, option, ''), choices, f'{command} {option}')
        self.assertEqual(zsh('project', '-f', ''), zsh('project', '--format=c'))
        self.assertIn('rescue', zsh('db', 're'))
        self.assertIn('break-even', zsh('ask', CASE, 'br'))
        self.assertIn('20, 30, then 35 hours', zsh('explain', CASE, '--scenario', ''))
        self.assertEqual(zsh('explain', '--scenario', ''), [])

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


unittest.main()
