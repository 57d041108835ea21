#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The Compare page through the accessibility tree: its figures are those of the command line.

usage: test-compare.py MILEPOST MILEPOST-CLI SAMPLE; run it under xvfb-run and dbus-run-session.
"""

import sys
import tempfile

from caseload import ask, dollars
from screen import Program, click, has_name, pyatspi, table_rows, wait_for, walk

MILEPOST, _, SAMPLE = sys.argv[1:4]


def check_figures(root):
    comparison = ask('compare', SAMPLE)['plans']
    rows = wait_for('the plans', lambda: len(table_rows(root, 'Plan: ')) == len(comparison) and table_rows(root, 'Plan: '))
    for i, (row, plan) in enumerate(zip(rows, comparison)):
        assert f'Plan: {i + 1}  {plan["name"]}.' in row, row
        for key in ('cash', 'largest_drop', 'en', 'share'):
            assert dollars(plan[key]) in row, (key, row)
    assert dollars(comparison[1]['difference']) in rows[1], rows[1]
    # the cursor stands on the month in which SSDI stops
    month = comparison[0]['ssdi_stops']
    cash = [next(m for m in s['months'] if m['month'] == month)['cash']['net'] for s in ask('project', SAMPLE)['scenarios']]
    wait_for('the line of the month', lambda: has_name(root, f'June 2027: 1 ≈\u00a0{dollars(cash[0])}, 2 ≈\u00a0{dollars(cash[1])}'))
    points = {p['earned']: p for p in ask('curve', SAMPLE, '--month', month)['points']}
    wait_for('the pay of the plan', lambda: has_name(root, f'Pay $1,950.00: cash in hand ≈\u00a0{dollars(points["1950.00"]["net"])}'))
    images = [node.name for node in walk(root) if node.getRole() == pyatspi.ROLE_IMAGE]
    assert sum(name.startswith('January 2026: 1 ') for name in images) == 1, images


def check_plans(root):
    wait_for('the menu', lambda: click(root, 'Add plan'))
    wait_for('its entry', lambda: click(root, 'No work'))
    wait_for('a third plan', lambda: len(table_rows(root, 'Plan: ')) == 3)
    assert 'No work' in table_rows(root, 'Plan: ')[2], table_rows(root, 'Plan: ')
    assert click(root, 'Undo')
    wait_for('two plans again', lambda: len(table_rows(root, 'Plan: ')) == 2)


def check_questions(root):
    answer = ask('ask', SAMPLE, 'keep-check', '--month', '2027-06', '--format', 'json')
    wait_for('the questions', lambda: click(root, 'Questions'))
    wait_for('the answer', lambda: has_name(root, answer['lines'][0]['text']))
    wait_for('its rule', lambda: has_name(root, 'DI-44 · ' + answer['lines'][0]['citation']))
    click(root, 'Questions')


def main():
    with tempfile.TemporaryDirectory() as home:
        with Program(MILEPOST, home) as program:
            root = program.root
            wait_for('the first screen', lambda: click(root, 'Sample: Alex, both benefits'))
            wait_for('the case', lambda: has_name(root, 'June 2027'))
            wait_for('the page', lambda: click(root, 'Compare'))
            check_figures(root)
            check_questions(root)
            check_plans(root)
    print('ok')


main()
