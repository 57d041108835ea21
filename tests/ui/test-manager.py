#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The manager of an Employment Network: what a person brings and costs, month by month, and then everybody.

usage: test-manager.py MILEPOST MILEPOST-CLI SAMPLE keyboard|reader; run it under xvfb-run and dbus-run-session.

"keyboard" uses keys alone, "reader" the accessibility tree alone. What the window says, copies and saves is compared with
`milepost-cli project`, and the payments of all people with `milepost-cli caseload`.
"""

import csv
import datetime
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from caseload import cents, db, display, dollars, month_of, project
from screen import (Keyboard, Program, act, dismiss, entry, find, focus_window, front, fresh, has_name, menu, needs, press, pyatspi,
                    table_rows, text_of, toggle, wait_for, walk)
from ways import Way, has_action

MILEPOST, CLI, SAMPLE, WAY = sys.argv[1:5]
YEAR = datetime.date.today().year  # what can be asked for depends on the day
PROVIDER, COST = 'Peers Together', '25'
TITLES = ['Month', 'Code', 'Requirement', 'Gross', 'Share %', 'To the person', 'Net', 'Running total', 'Status']


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


ALEX = json.loads(Path(SAMPLE).read_text(encoding='utf-8'))
PEOPLE = [ALEX, case('Ana', PROVIDER, True), case('Ben', PROVIDER, False), case('Cho', 'North EN', False)]


def about(amount):
    return '≈\u00a0' + dollars(amount)


def amount_in(cell):
    """Cents of a cell; a month without a payment leaves some empty."""
    return cents(cell.replace('≈\u00a0', '').replace('$', '').replace(',', '') or 0)


def cells_of(row):
    """A row of the table, as it is said, by the titles of its columns."""
    found = {}
    for title in TITLES:
        if title + ': ' in row:
            found[title] = row.split(title + ': ')[1].split('. ')[0].rstrip('.')
    return found


def check_lines(lines, scenario, states):
    """What the EN is paid for each month, payment by payment, what it passes on and keeps; the sums are of exact cents."""
    kept = seen = 0
    for month in scenario['months']:
        own = [line for line in lines if line['Month'] == display(month['month'])]
        kept += cents(month['ticket']['total']) - cents(month['cash']['share'])
        if not own:
            continue
        for title, value in (('Gross', month['ticket']['total']), ('To the person', month['cash']['share'])):
            assert sum(amount_in(line.get(title, '')) for line in own) == cents(value), (title, value, own)
        assert amount_in(own[-1]['Running total']) == kept, (kept, own)
        codes = [p['code'] for p in month['ticket']['payments']]
        assert [line['Status'] for line in own if line.get('Status')] == [states.get(code, 'Projected') for code in codes], own
        seen += len(own)
    assert seen == len(lines) >= 12, (seen, lines)


def open_person(way, name):
    """From the list."""
    row = wait_for(name, lambda: next((node for node in walk(way.root) if node.name.startswith(name + ', ') and has_action(node, 'row.activate')), None))
    way.begin()
    if way.keyboard:
        way.tab_to(lambda got: got.startswith(name + ', '))
        way.keyboard.press('Return')
    else:
        act(row, 'row.activate')


def as_the_en(way, scenario):
    """The lead sentence and the gaps; what is met, sent, passed on and kept in the month of the cursor; the year of the rate."""
    total = sum(cents(m['ticket']['total']) for m in scenario['months'])
    share = sum(cents(m['cash']['share']) for m in scenario['months'])
    lead = f'{dollars(total / 100)} to the EN by December 2028; {about(share / 100)} passed on to Alex'
    label = wait_for('the sentence', lambda: next((node for node in walk(way.root) if node.name.startswith('SSDI stops in June 2027')), None))
    if way.keyboard:
        wait_for('the keyboard in the picture', lambda: way.focus.name.startswith('June 2027'))
    way.push('e', 'As the EN sees it')
    wait_for(lead, lambda: lead in fresh(label))
    catch_up = next(p['amount'] for p in month_of(scenario, '2028-11')['ticket']['payments'] if p['code'] == 'RECON')
    month = month_of(scenario, '2027-06')
    kept = (cents(month['ticket']['total']) - cents(month['cash']['share'])) / 100
    words = ('No payment in February 2026', f'milestones that were missed are made up: {about(catch_up)}', 'carried forward',
             'outcome month 1: No SSDI and no federal SSI check because of pay.',
             f"{about(month['cash']['share'])} goes to the person, {about(kept)} stays with the EN.")
    wait_for('; '.join(words), lambda: (lambda names: all(any(one in name for name in names) for one in words))([node.name for node in walk(way.root)]))
    return label


def claim(way, home):
    """The state of a request is a note of the case."""
    row = 'Month: March 2026. '
    if way.keyboard:
        wait_for('the keyboard in the table', lambda: way.focus.name.startswith('Month: '))
        way.tab_to(lambda name: name.startswith(row), 'Down')
        way.keyboard.press('Return')
    else:
        act(next(node for node in walk(way.root) if node.name.startswith(row) and has_action(node, 'row.activate')), 'row.activate')
    way.choose('Status March 2026, Phase 1 milestone 1:', 1, 'Claimed')
    line = wait_for('the row', lambda: [one for one in table_rows(way.root, row) if 'Status: Claimed.' in one])
    assert 'Phase 1 milestone 1' in line[0], line

    def saved():
        out = os.path.join(home, 'now.jsonl')
        db(home, 'export', '--output', out)
        found = [json.loads(one)['case'] for one in Path(out).read_text(encoding='utf-8').splitlines()[1:]]
        return next(one for one in found if one['beneficiary']['name'] == 'Alex')['ticket'].get('requests')
    assert wait_for('the note', saved) == [{'month': '2026-03', 'code': 'P1M1', 'provider': PROVIDER, 'state': 'claimed'}]


def copy_and_save(way, home, scenario):
    """All rows through the clipboard, which a field of the search takes, and as a file."""
    states = {'P1M1': 'Claimed'}
    if way.keyboard:
        way.tab_to(lambda name: name.startswith('Month: '), 'shift+Tab')
    way.push('ctrl+c', 'Copy the rows')
    way.push('ctrl+f', 'Search')
    search = wait_for('the search', lambda: find(front(way.root), 'Search', lambda node: node.getRole() != pyatspi.ROLE_FRAME and entry(node, 'Search')))
    field = entry(search, 'Search')
    focus_window('Search')
    Keyboard().press('ctrl+v')  # no way of the manager's, but the only look at a clipboard
    text = wait_for('the rows', lambda: text_of(field))
    titles, *rows = [line.split('\t') for line in text.splitlines()]
    assert titles == TITLES, titles
    check_lines([dict(zip(titles, row)) for row in rows], scenario, states)
    if way.keyboard:
        way.keyboard.press('Escape')
        way.begin()
    else:
        dismiss(front(way.root))
    wait_for('the end of the search', lambda: way.root.childCount == 1)
    path = os.path.join(home, 'rows.csv')
    way.push_reached('Save as CSV…')
    way.save_as('Save the rows', path)
    with open(path, encoding='utf-8', newline='') as file:
        check_lines(list(csv.DictReader(file)), scenario, states)


def cost_of_a_person(way):
    """Typed in the preferences."""
    if way.keyboard:
        way.keyboard.press('ctrl+comma')
    else:
        press(menu(way.root, 'Preferences'))
    window = wait_for('the preferences', lambda: way.root.childCount == 2 and toggle(front(way.root), 'Figures') and front(way.root))
    name = 'Staff cost per person and month, in dollars'
    if way.keyboard:
        way.begin('Preferences')
        way.tab_to('Figures')
        way.keyboard.press('space')
        way.tab_to(name)
        way.keyboard.type(COST)
    else:
        press(toggle(window, 'Figures'))
        wait_for(name, lambda: entry(window, name)).queryEditableText().setTextContents(COST)
    wait_for('the cost', lambda: text_of(entry(window, name)) == COST)
    if way.keyboard:
        way.keyboard.press('Escape')
    else:
        dismiss(window)
    wait_for('the end of the preferences', lambda: way.root.childCount == 1)
    way.begin()


def months_of(table):
    """The rows of a provider's months, without those of sums."""
    return [row for row in csv.DictReader(io.StringIO(table)) if row['provider'] == PROVIDER and row['month']]


def check_sums(window, table):
    """Totals per month, the cost and what is left."""
    expected = months_of(table)
    assert any(row['payments'] == '2' and float(row['share']) > 0 for row in expected), expected
    rows = wait_for('the sums', lambda: (lambda found: found if any('Mar %d.' % YEAR in row for row in found) else None)(table_rows(window, 'Month: ')))
    seen = 0
    for row in expected:
        month = f"Month: {display(row['month'])[:3]} {row['month'][:4]}."
        shown = next((text for text in rows if text.startswith(month)), None)
        if shown is None:  # further down
            continue
        seen += 1
        for key in ('gross', 'share', 'cost', 'net', 'running'):
            assert dollars(row[key]) in shown, (key, row, shown)
        assert 'People: %s.' % row['people'] in shown, (row, shown)
    assert seen >= 6, rows


def everybody(way, home):
    """All people of the provider that most have; what can be asked for now; both as files."""
    way.push('alt+Left', 'Back to people')
    wait_for('the people', lambda: has_name(way.root, 'Archive Alex'))
    cost_of_a_person(way)
    lines = os.path.join(home, 'people.jsonl')
    Path(lines).write_text(''.join(json.dumps(person) + '\n' for person in PEOPLE), encoding='utf-8')
    table = subprocess.run([CLI, 'caseload', '--provider', PROVIDER, '--cost', COST, '--format', 'csv', lines], check=True,
                           capture_output=True, text=True).stdout
    if way.keyboard:
        way.keyboard.press('F10')
        way.tab_to('Payments to a provider', 'Down')
        way.keyboard.press('Return')
    else:
        press(menu(way.root, 'Payments to a provider'))
    window = wait_for('the window', lambda: way.root.childCount == 2 and find(front(way.root), 'To send') and front(way.root))
    way.begin(window.name)
    check_sums(window, table)
    path = os.path.join(home, 'months.csv')
    way.push_reached('Export as CSV', 'shift+Tab', window)
    way.save_as('Export as CSV', path)
    way.begin(window.name)
    assert months_of(Path(path).read_text(encoding='utf-8')) == months_of(table)
    way.push_reached('To send', 'Tab', window)
    due = wait_for('a payment to ask for', lambda: [row for row in table_rows(window, 'Send by: ') if 'Ana' in row and 'roof of pay' in row])
    assert not any('Cho' in row for row in due), due


def main():
    needs('xdotool')
    with tempfile.TemporaryDirectory() as home:
        for number, person in enumerate(PEOPLE):
            file = Path(home) / f'p{number}.milepost'
            file.write_text(json.dumps(person), encoding='utf-8')
            db(home, 'import', file)
        with Program(MILEPOST, home) as program:
            way = Way(program, WAY)
            open_person(way, 'Alex')
            scenario = project(ALEX)
            label = as_the_en(way, scenario)
            way.push('e', 'As the EN sees it')
            wait_for('the answer for the person', lambda: fresh(label).startswith('SSDI stops in June 2027'))
            way.push('e', 'As the EN sees it')
            way.push('t', 'Table')
            rows = wait_for('the table', lambda: table_rows(way.root, 'Month: '))
            check_lines([cells_of(row) for row in rows], scenario, {})
            claim(way, home)
            copy_and_save(way, home, scenario)
            everybody(way, home)
    print('ok')


main()
