#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The manager of an Employment Network: what a person brings and costs, month by month.

usage: test-manager.py MILEPOST MILEPOST-CLI SAMPLE keyboard|reader; run it under xvfb-run and dbus-run-session.

"keyboard" uses keys alone, "reader" the accessibility tree alone. What the window says is compared with `milepost-cli project`.
"""

import json
import sys
import tempfile
from pathlib import Path

from caseload import cents, display, dollars, project
from screen import Program, fresh, has_name, needs, table_rows, wait_for, walk
from ways import Way

MILEPOST, _, SAMPLE, WAY = sys.argv[1:5]


def sentence(program):
    """The label of the lead sentence, once it is there."""
    return wait_for('the sentence', lambda: next((n for n in walk(program.root) if n.name.startswith('SSDI stops in June 2027')), None))


def amount(row, title):
    """Cents of a cell of a row; a month without a payment leaves some empty."""
    if title + ': ' not in row:
        return 0
    cell = row.split(title + ': ')[1].split('. ')[0].rstrip('.').replace('≈\u00a0', '')
    return cents(cell.replace('$', '').replace(',', ''))


def check_rows(lines, month, running):
    """What the EN is paid for a month, payment by payment, what it passes on and keeps; the sums are of exact cents."""
    for title, value in (('Gross', month['ticket']['total']), ('To the person', month['cash']['share'])):
        assert sum(amount(row, title) for row in lines) == cents(value), (title, value, lines)
    assert amount(lines[-1], 'Running total') == running, (running, lines)
    codes = [p['code'] for p in month['ticket']['payments']]
    assert [row.split('Status: ')[1] for row in lines if 'Status: ' in row] == ['Projected.'] * len(codes), lines


def money(way, case):
    """Money in, money out, month by month: the lead sentence, then the table."""
    scenario = project(case)
    total = sum(cents(m['ticket']['total']) for m in scenario['months'])
    share = sum(cents(m['cash']['share']) for m in scenario['months'])
    lead = f'{dollars(total / 100)} to the EN by December 2028; ≈\u00a0{dollars(share / 100)} passed on to Alex'
    label = sentence(way.program)
    if way.keyboard:
        wait_for('the keyboard in the picture', lambda: way.focus.name.startswith('June 2027'))
    way.push('e', 'As the EN sees it')
    wait_for(lead, lambda: lead in fresh(label))
    wait_for('the gaps', lambda: has_name(way.root, 'No payment in February 2026'))
    wait_for('what the EN sends for the month', lambda: has_name(way.root, 'outcome month 1: No SSDI and no federal SSI check because of pay.'))
    wait_for('the year of the rate', lambda: has_name(way.root, 'carried forward'))
    way.push('t', 'Table')
    shown = wait_for('the table', lambda: table_rows(way.root, 'Month: '))
    kept = seen = 0
    for month in scenario['months']:
        kept += cents(month['ticket']['total']) - cents(month['cash']['share'])
        lines = [row for row in shown if row.startswith(f'Month: {display(month["month"])}.')]
        if lines:
            check_rows(lines, month, kept)
            seen += len(lines)
    assert seen >= 12, (seen, shown)
    if way.keyboard:
        wait_for('the keyboard in the table', lambda: way.focus.name.startswith('Month: '))
    way.push('e', 'As the EN sees it')
    wait_for('the answer for the person', lambda: fresh(label).startswith('SSDI stops in June 2027'))


def main():
    needs('xdotool')
    case = json.loads(Path(SAMPLE).read_text(encoding='utf-8'))
    with tempfile.TemporaryDirectory() as home, Program(MILEPOST, home) as program:
        way = Way(program, WAY)
        way.open_sample('Sample: Alex, both benefits')
        money(way, case)
    print('ok')


main()
