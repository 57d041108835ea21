#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The Report page through the accessibility tree: sections are chosen, files saved, and read back.

usage: test-report-page.py MILEPOST MILEPOST-CLI SAMPLE; run it under xvfb-run and dbus-run-session.
"""

import csv
import json
import os
import re
import sys
import tempfile
from pathlib import Path

from caseload import project
from paper import height_of_words, pdf_text
from screen import Program, act, answer_with_file, button, click, dismiss, front, has_name, is_in, needs, press, pyatspi, wait_for, walk

MILEPOST, _, SAMPLE = sys.argv[1:4]
CASE = json.loads(Path(SAMPLE).read_text(encoding='utf-8'))
KEPT = ('In short', 'Month by month')
TITLES = KEPT + ('SSDI', 'SSI', 'Ticket to Work', 'Work incentives', 'What to report, to whom, when')


def boxes(root):
    """Check boxes and switches by their names, each of which is said once."""
    found = {}
    for node in walk(root):
        if node.getRole() == pyatspi.ROLE_CHECK_BOX:
            assert node.name not in found, 'two check boxes ' + node.name
            found[node.name] = node
    return found if 'Large print' in found else None


def turn(node, action='check.toggle'):
    before = is_in(node, pyatspi.STATE_CHECKED)
    act(node, action)
    wait_for('the box ' + node.name, lambda: is_in(node, pyatspi.STATE_CHECKED) != before)


def save(root, name, path):
    """Presses a button and answers the file chooser."""
    press(wait_for(name, lambda: button(root, name)))
    answer_with_file(root, path)


def check_report(path):
    """Spanish, both sections and no other, 18 points, and the totals of the command line."""
    text = pdf_text(path, '-layout')
    for words in ('En resumen', '1. Mes por mes', 'El SSDI para en junio de 2027'):
        assert words in text, (words, text)
    assert '\n2. ' not in text, text
    totals = project(CASE)['totals']
    rows = ' '.join(line for line in text.splitlines() if line.startswith('Todos los meses'))
    said = re.findall(r'\$([\d,]+\.\d\d)', rows)
    assert said == [f'{float(totals[key]):,.2f}' for key in ('earnings', 'ssdi', 'ssi_federal', 'share', 'net')], (said, totals)
    assert height_of_words(path) >= 15, f'words of {height_of_words(path)} points'


def check_months(root, home):
    """The table and the data are those of the contract, of the plan that is shown."""
    table, data = os.path.join(home, 'months.csv'), os.path.join(home, 'months.json')
    save(root, 'Table for a spreadsheet (CSV)', table)
    with open(table, encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    shown = project(CASE)
    assert [(row['month'], row['cash_net']) for row in rows] == [(month['month'], month['cash']['net']) for month in shown['months']], rows
    save(root, 'Months for another program (JSON)', data)
    with open(data, encoding='utf-8') as file:
        assert json.load(file)['scenarios'] == [shown]


def check_print(root):
    """A computer without a printer: the dialog opens, or it is said why not, and the page goes on."""
    press(button(root, 'Print'))
    wait_for('the print dialog', lambda: root.childCount == 2)
    dismiss(front(root))
    wait_for('the end of the print dialog', lambda: root.childCount == 1)
    assert button(root, 'Save PDF')


def main():
    needs('pdftotext')
    with tempfile.TemporaryDirectory() as home, Program(MILEPOST, home, settings={'report-language': "'es'"}) as program:
        root = program.root
        wait_for('the first screen', lambda: click(root, 'Sample: Alex, both benefits'))
        wait_for('the case', lambda: has_name(root, 'June 2027'))
        wait_for('the page', lambda: click(root, 'Report'))
        found = wait_for('the check boxes', lambda: boxes(root))
        for title in TITLES:
            assert title in found and is_in(found[title], pyatspi.STATE_CHECKED), (title, sorted(found))
        for name, node in found.items():
            if name not in KEPT and not name.startswith('Show the') and name != 'Large print' and name != 'Stay at 10 hours':
                turn(node)
        turn(found['Large print'], 'toggle')
        save(root, 'Save PDF', os.path.join(home, 'report.pdf'))
        check_report(os.path.join(home, 'report.pdf'))
        check_months(root, home)
        check_print(root)
    print('ok')


main()
