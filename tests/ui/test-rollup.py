#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Payments of all people to one provider: the window's figures against those of `milepost-cli caseload`.

usage: test-rollup.py MILEPOST MILEPOST-CLI; run it under xvfb-run and dbus-run-session.
"""

import csv
import datetime
import io
import json
import os
import subprocess
import sys
import tempfile

from screen import Program, button, click, wait_for, walk


YEAR = datetime.date.today().year  # what can be asked for depends on the day


def case(name, provider, share):
    """Full-time work from March: trial work pay in each month, so that milestones are paid."""
    ticket = {'assignments': [{'provider': provider, 'from': '%d-02-10' % YEAR}]}
    if share:
        ticket['share'] = {'percent': '10', 'of': 'all'}
    return {'format': 'milepost-case', 'version': 1, 'title': name,
            'beneficiary': {'name': name, 'birth_date': '1990-05-14', 'state': 'WI'},
            'ssdi': {'entitled_from': '2022-03', 'amounts': [{'from': '2025-12', 'monthly': '1215.00'}]},
            'projection': {'start': '%d-01' % YEAR, 'months': 24},
            'scenarios': [{'name': 'A', 'work': [{'name': 'Clerk', 'from': '%d-03' % YEAR, 'monthly': '1800.00'}], 'ticket': ticket}]}


PEOPLE = [case('Ana', 'Peers Together', True), case('Ben', 'Peers Together', False), case('Cho', 'North EN', False)]


def rows_of(root):
    """The sentences of the rows that are shown: "Month: Mar 2026. People: 2. ..."."""
    return [node.name for node in walk(root) if node.name.startswith(('Month: ', 'Send by: '))]


def shown_money(text):
    """"1850.00" as the window writes it."""
    return ('−' if text.startswith('-') else '') + '${:,.2f}'.format(abs(float(text)))


def main():
    path, cli = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, XDG_DATA_HOME=home, LC_ALL='C.UTF-8')
        lines = os.path.join(home, 'people.jsonl')
        with open(lines, 'w', encoding='utf-8') as out:
            out.writelines(json.dumps(person) + '\n' for person in PEOPLE)
        for number, person in enumerate(PEOPLE):
            file = os.path.join(home, 'p%d.milepost' % number)
            with open(file, 'w', encoding='utf-8') as out:
                json.dump(person, out)
            subprocess.run([cli, 'db', 'import', file], env=environment, check=True, capture_output=True)
        table = subprocess.run([cli, 'caseload', '--provider', 'Peers Together', '--cost', '25', '--format', 'csv', lines],
                               env=environment, check=True, capture_output=True, text=True).stdout
        expected = [row for row in csv.DictReader(io.StringIO(table)) if row['provider'] and row['month']]
        assert any(row['payments'] == '2' and float(row['share']) > 0 for row in expected), expected

        program = Program(path, home, settings={'en-cost': "'25'"})
        try:
            wait_for('the menu', lambda: click(program.root, 'Menu'))
            wait_for('the command', lambda: click(program.root, 'Payments to a provider'))
            # The provider with most people is shown first.
            wait_for('the sums', lambda: any(row.startswith('Month: Mar %d.' % YEAR) for row in rows_of(program.root)))
            rows = rows_of(program.root)
            seen = 0
            for row in expected:
                month = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')[int(row['month'][5:]) - 1]
                shown = next((text for text in rows if text.startswith('Month: %s %s.' % (month, row['month'][:4]))), None)
                if shown is None:  # further down
                    continue
                seen += 1
                for key in ('gross', 'share', 'cost', 'net', 'running'):
                    assert shown_money(row[key]) in shown, (key, row, shown)
                assert 'People: %s.' % row['people'] in shown, (row, shown)
            assert seen >= 6, rows
            # What can be asked for now names the person and what goes with it.
            wait_for('to send', lambda: click(program.root, 'To send'))
            wait_for('a payment to ask for', lambda: any('Ana' in row and 'roof of pay' in row for row in rows_of(program.root)))
            assert not any('Cho' in row for row in rows_of(program.root))
            assert button(program.root, 'Export as CSV')
            assert program.errors() == [], program.errors()
        finally:
            program.end()
    print('ok')


main()
