#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""A counselor with a BPQY in hand: from an empty window to the first sentence, and from there to the paper.

usage: test-counselor.py MILEPOST MILEPOST-CLI keyboard|reader; run it under xvfb-run and dbus-run-session.

"keyboard" types everything by keys alone and counts them; "reader" does the same through the
accessibility tree alone. What was entered is then read back from the database, and the sentence is
compared with what milepost-cli computes for it. So are the figures of what follows: other hours, tried
out and kept; the next change and its reasons; a second plan beside the first; the report as a PDF. The
program is then closed, and begins again where it was.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

from gi.repository import GLib

import screen
from screen import (Focus, Keyboard, Program, act, button, entry, focus_window, focused, fresh, front, has_name, press, pyatspi, slider,
                    tab, text_of, wait_for, walk)

screen.LIMIT = 90  # there is much to look through in a window with a case

# The paper from top to bottom: what is typed, and Enter, which goes to the next fact past buttons and
# over what is right already. Space turns a switch. An arrow puts the likely month into an empty entry:
# down the last month that the BPQY knows, or the one that goes with it. Control and Enter (⏎) begin an
# entry of the next list. ✓ is Enter on a value that is there already and is right.
SHEET = ['Alex\t', '051490\t', 'WI\n']
FACTS = [
    '010626\n',                # date of the BPQY
    '\n',                      # paid on: own work record
    '0322\n', '0122\n',        # first month of SSDI, application
    '640\n', '↓⏎',             # full amount, from; an amount to family
    '↓\n', '\n', '0\n',        # from, it goes on, amount
    '0\n', '0⏎',               # overpayment, withheld; a payment
    '437\n', '✓', '\n',        # amount, month, SSDI
    '0222⏎',                   # first month of SSI; other income
    '20\n', '✓', '\n', '\n',   # amount, from, to, kind
    '\n',                      # state supplement: none
    '0528\n',                  # next medical review
    '\n',                      # payee: no
    '0324\n',                  # Part A
    ' \n', '↓\n', '✓', '\n',   # Part B: yes, from, standard premium, paid by the person
    '\n', '0\n', '\n',         # needs Medicaid, expenses, own limit
    '\n',                      # blind: no
    '↓\n', '0624 0724\n', '\n', # known through, trial work months, cessation
    '↓\n', '\n', '↓\n',        # SSI known through, check paid, since
    '030122\n',                # Ticket issued
    '\n', '\n',               # authorised, policy
    '\n', '↓\n\t\t\t ',          # housing: own household, from; savings
    '500\n', '⏎',              # savings, from; a child
    '060118\n',                # birth date of the child
    '\n', '60\n', '0\n',       # first month, months, yearly raise
    'First job\n', 'Made up⏎', # title, notes; a step to do
    'Call SSA\n', '\n', '020126\n',  # what, who, due
]
LINE = 'Store clerk, 20 h at $15 from 6/26\n'

EXPECTED = {
    ('beneficiary', 'name'): 'Alex', ('beneficiary', 'birth_date'): '1990-05-14', ('beneficiary', 'state'): 'WI',
    ('bpqy', 'dated'): '2026-01-06', ('bpqy', 'next_medical_review'): '2028-05',
    ('ssdi', 'entitled_from'): '2022-03', ('ssdi', 'filed'): '2022-01', ('ssi', 'eligible_from'): '2022-02',
    ('ssdi', 'amounts', 0, 'monthly'): '640.00', ('ssdi', 'amounts', 0, 'from'): '2025-12',
    ('ssdi', 'medicare', 'part_a_from'): '2024-03', ('ssdi', 'medicare', 'part_b', 'from'): '2024-03',
    ('ssdi', 'history', 'through'): '2025-12', ('ssdi', 'history', 'twp_months'): ['2024-06', '2024-07'],
    ('scenarios', 0, 'work', 0, 'name'): 'Store clerk', ('scenarios', 0, 'work', 0, 'hourly'): '15.00',
    ('scenarios', 0, 'work', 0, 'hours_per_week'): '20.0', ('scenarios', 0, 'work', 0, 'from'): '2026-06',
}

MORE = {
    ('ssdi', 'auxiliary', 0, 'from'): '2025-12', ('paid', 0, 'amount'): '437.00', ('paid', 0, 'month'): '2026-01',
    ('ssi', 'unearned', 0, 'monthly'): '20.00', ('ssi', 'history', 'status'): 'payable', ('ssi', 'history', 'since'): '2022-02',
    ('ticket', 'issued'): '2022-03-01', ('ssi', 'living', 0, 'from'): '2022-02', ('ssi', 'resources', 0, 'countable'): '500.00',
    ('ssi', 'children', 0, 'birth_date'): '2018-06-01', ('projection', 'months'): 60, ('title',): 'First job', ('notes',): 'Made up',
    ('actions', 0, 'step'): 'Call SSA', ('actions', 0, 'due'): '2026-02-01',
}


def saved_case(cli, home):
    """What is kept of the only person, as the command line exports it."""
    out = os.path.join(home, 'export.zip')
    done = subprocess.run([cli, 'db', 'export', '--output', out], env=dict(os.environ, XDG_DATA_HOME=home),
                          capture_output=True, text=True, check=False)
    if done.returncode != 0 or not zipfile.is_zipfile(out):
        return None
    with zipfile.ZipFile(out) as archive:
        names = [name for name in archive.namelist() if name.endswith('.milepost')]
        return json.loads(archive.read(names[0])) if names else None


def value_at(case, path):
    for key in path:
        case = case[key]
    return case


def has_all(cli, home):
    case = saved_case(cli, home)
    try:
        return case if case and all(value_at(case, path) == value for path, value in EXPECTED.items()) else None
    except (KeyError, IndexError):
        return None


def wrong(cli, home):
    case = saved_case(cli, home) or {}
    bad = []
    for path, value in EXPECTED.items():
        try:
            got = value_at(case, path)
        except (KeyError, IndexError, TypeError):
            got = 'nothing'
        if got != value:
            bad.append('%s: %r instead of %r' % ('/'.join(map(str, path)), got, value))
    return bad


def project(cli, case):
    done = subprocess.run([cli, 'project', '-', '--format', 'json'], input=json.dumps(case), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        with tempfile.NamedTemporaryFile('w', suffix='.json') as file:
            json.dump(case, file)
            file.flush()
            done = subprocess.run([cli, 'project', file.name, '--format', 'json'], capture_output=True, text=True, check=True)
    return {month['month']: month for month in json.loads(done.stdout)['scenarios'][0]['months']}


def cents(text):
    return round(float(text) * 100)


def check_sentence(cli, case, sentence, earned):
    """"Working adds" is cash in hand less what it would be without the plan's work."""
    without = json.loads(json.dumps(case))
    without['scenarios'][0] = {'name': 'A'}
    months, baseline = project(cli, case), project(cli, without)
    adds = {cents(months[month]['cash']['net']) - cents(baseline[month]['cash']['net']) for month in months if month >= '2026-06'}
    said = [cents(amount.replace(',', '')) for amount in re.findall(r'\$([0-9,]+\.[0-9]{2})', sentence)]
    assert said and all(amount in adds for amount in said), (sentence, sorted(adds))
    assert any(months[month]['work']['earned'] == earned for month in months)


def sentence_of(root):
    """The label of the page Projection. Work, the page before it, has one too, which waits until that page is shown again."""
    found = [node for node in walk(root) if node.getRole() == pyatspi.ROLE_LABEL and 'Working ' in node.name and '$' in node.name]
    return found[-1] if len(found) > 1 else None


def by_keyboard(program):
    keyboard = Keyboard()
    focus_window('Milepost')
    wait_for('the first screen', lambda: button(program.root, 'Add a person'))
    keyboard.press('ctrl+n')
    wait_for('the questions', lambda: entry(program.root, 'Name or label'))
    focus_window('Add a person')
    wait_for('the focus on the name', lambda: focused(program.root, 'Name or label'))
    for text in SHEET:
        keyboard.type(text)
    wait_for('the form', lambda: entry(program.root, 'Date of the BPQY'))
    focus_window('Milepost')
    wait_for('the focus in the form', lambda: focused(program.root, 'Date of the BPQY'))
    for text in FACTS:
        keyboard.type(text)
    keyboard.press('alt+2')
    wait_for('the line', lambda: focused(program.root, 'Add a step in words'))
    keyboard.type(LINE)
    wait_for('the step', lambda: has_name(program.root, 'Store clerk, 20 h: begins June 2026'))
    keyboard.press('alt+3')
    return keyboard.count


def around(node, find):
    """The nearest thing around a node in which something is found: a page is less to look through than the window."""
    while not find(node):
        node = node.parent
    return node


def offers(node, action):
    actions = node.queryAction()
    return any(actions.getName(i) == action for i in range(actions.nActions))


def dollars(amount):
    return f'${float(amount):,.2f}'


def tab_to(keyboard, focus, condition, key='Tab'):
    for _ in range(20):
        before = focus.count
        keyboard.press(key)
        wait_for('the focus to move on', lambda: focus.count > before)
        if condition(focus.name):
            return
    raise AssertionError('never came to it; the last was ' + focus.name)


class Way:
    """What the counselor does after the first sentence, by keys or through the accessibility tree."""

    def __init__(self, program, page, way):
        self.program, self.page, self.focus = program, page, Focus()
        self.keyboard = Keyboard() if way == 'keyboard' else None

    def set_hours(self, before, hours):
        if self.keyboard:
            tab_to(self.keyboard, self.focus, lambda name: name == 'Hours per week')
            self.keyboard.press(*['Right'] * (hours - before))
        else:
            slider(self.page, 'Hours per week').queryValue().currentValue = hours * 100

    def keep(self):
        if self.keyboard:
            self.keyboard.press('ctrl+Return')
        else:
            press(wait_for('Keep', lambda: button(self.page, 'Keep the try-out')))

    def go_to(self, name, key):
        if self.keyboard:
            self.keyboard.press(key)
        else:
            press(tab(self.program.root, name))

    def do(self, action, key):
        """An action of the page, by its key or by its name."""
        if self.keyboard:
            self.keyboard.press(key)
        else:
            act(around(self.page, lambda node: offers(node, action)), action)


def with_hours(case, plan, hours):
    changed = json.loads(json.dumps(case))
    changed['scenarios'][plan]['work'][0]['hours_per_week'] = hours
    return changed


def saved_hours(cli, home, hours):
    """The case, once its plans have these hours."""
    def ready():
        case = saved_case(cli, home)
        return case if case and [plan['work'][0]['hours_per_week'] for plan in case['scenarios']] == hours else None
    return wait_for('the saved hours ' + ' '.join(hours), ready)


def other_hours(way, label, cli, home, case):
    """25 hours: the sentence follows before anything is kept."""
    before = fresh(label)
    way.set_hours(20, 25)
    wait_for('another sentence', lambda: fresh(label) != before and slider(way.page, 'Hours per week').queryValue().currentValue == 2500)
    check_sentence(cli, with_hours(case, 0, '25.0'), fresh(label), '1625.00')  # 15.00 x 25 x 13/3
    assert saved_case(cli, home)['scenarios'][0]['work'][0]['hours_per_week'] == '20.0', 'kept without being asked'
    way.keep()
    return saved_hours(cli, home, ['25.0'])


def next_change(way, cli, case):
    """The month in which the work begins, and why it brings what it brings."""
    month = project(cli, case)['2026-06']
    net = dollars(month['cash']['net'])
    if way.keyboard:
        tab_to(way.keyboard, way.focus, lambda name: '. Cash in hand' in name or '. Same as' in name, 'shift+Tab')
    for _ in range(4):
        if has_name(way.page, 'Pay: $1,625.00'):
            break
        shown = [node.name for node in walk(way.page)]
        way.do('projection.next-change', 'ctrl+Right')
        wait_for('the next change', lambda: [node.name for node in walk(way.page)] != shown)
    wait_for('the cash of the month', lambda: has_name(way.page, 'Cash in hand: ' + net))
    count = way.focus.count
    way.do('projection.why', 'w')
    wait_for('the focus on the reasons', lambda: way.keyboard is None or way.focus.count > count)
    terms = f"{dollars(month['work']['earned'])} pay + {dollars(month['ssdi']['payment'])} SSDI + {dollars(month['ssi']['payment'])} SSI = {net}"
    wait_for(terms, lambda: has_name(way.page, terms))
    assert has_name(way.page, '20 CFR 404.1592'), 'no rule of the trial work month'


def second_plan(way, cli, home):
    """A copy of the plan with 30 hours; the first stays as it is."""
    if way.keyboard:
        way.keyboard.press('ctrl+d')
    else:
        press(button(way.program.root, 'Copy this plan'))
    saved_hours(cli, home, ['25.0', '25.0'])
    if way.keyboard:
        way.go_to('Work', 'alt+2')
        count = way.focus.count
        way.go_to('Projection', 'alt+3')
        wait_for('the focus in the picture', lambda: way.focus.count > count and 'June 2026' in way.focus.name)
    way.set_hours(25, 30)
    wait_for('the pay of 30 hours', lambda: has_name(way.page, 'Pay: $1,950.00'))
    way.keep()
    return saved_hours(cli, home, ['25.0', '30.0'])


def check_compare(way, cli, home, case):
    file = os.path.join(home, 'both.milepost')
    with open(file, 'w', encoding='utf-8') as out:
        json.dump(case, out)
    plans = json.loads(subprocess.run([cli, 'compare', file], capture_output=True, text=True, check=True).stdout)['plans']
    way.go_to('Compare', 'alt+5')
    rows = wait_for('both plans', lambda: (lambda found: len(found) == 2 and found)(
        [node.name for node in walk(way.program.root) if node.getRole() == pyatspi.ROLE_TABLE_ROW and node.name.startswith('Plan: ')]))
    for row, plan in zip(rows, plans):
        for key in ('cash', 'largest_drop', 'en', 'share'):
            assert dollars(plan[key]) in row, (key, plan, row)
    assert dollars(plans[1]['difference'].lstrip('-')) in rows[1], (plans[1], rows[1])


def save_report(way, cli, home, case):
    """The pages, saved as a PDF, whose totals are those of the plan that is shown."""
    path = os.path.join(home, 'report.pdf')
    root = way.program.root
    way.go_to('Report', 'alt+6')
    wait_for('the pages', lambda: has_name(root, 'Page 1 of '))
    if way.keyboard:
        way.keyboard.press('ctrl+e')
    else:
        press(button(root, 'Save PDF'))
    wait_for('the file chooser', lambda: root.childCount == 2)
    field = wait_for('the name of the file', lambda: entry(front(root), 'Name:'))
    if way.keyboard:
        focus_window('Save')
        way.keyboard.press('ctrl+a')
        subprocess.run(['xdotool', 'type', '--delay', '8', path], check=True)
    else:
        field.queryEditableText().setTextContents(path)
    wait_for('the name taken', lambda: text_of(field) == path)
    way.keyboard.press('Return') if way.keyboard else act(front(root), 'default.activate')
    wait_for('the PDF', lambda: os.path.exists(path) and os.path.getsize(path) > 0 and root.childCount == 1)
    shown = dict(case, scenarios=case['scenarios'][1:])
    totals = json.loads(subprocess.run([cli, 'project', '/dev/stdin', '--format', 'json'], input=json.dumps(shown), capture_output=True,
                                       text=True, check=True).stdout)['scenarios'][0]['totals']
    said = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
    for key in ('earnings', 'ssdi', 'net'):
        assert dollars(totals[key]) in said, (key, totals, said)


def begin_again(way, path, home):
    """Closed, and there again: the same person, page and month."""
    if way.keyboard:
        focus_window('Milepost')
        way.keyboard.press('ctrl+q')
    else:
        try:
            act(way.program.root[0], 'window.close')
        except GLib.GError:
            pass  # it was gone before it could answer
    wait_for('the end of the program', lambda: way.program.process.poll() is not None)
    way.program.end()
    program = Program(path, home)
    wait_for('the report', lambda: has_name(program.root, 'Page 1 of '))
    assert has_name(program.root, 'Alex')
    way.program = program
    if way.keyboard:
        focus_window('Milepost')
    way.go_to('Projection', 'alt+3')
    wait_for('the month', lambda: has_name(program.root, 'Pay: $1,950.00'))
    return program


def fill(program, name, text):
    node = wait_for(name, lambda: entry(program.root, name))
    node.queryEditableText().setTextContents(text)


def by_reader(program):
    press(wait_for('the first screen', lambda: button(program.root, 'Add a person')))
    fill(program, 'Name or label', 'Alex')
    fill(program, 'Birth date', '1990-05-14')
    fill(program, 'State', 'WI')
    press(wait_for('Add', lambda: button(program.root, 'Add')))
    for name, text in (('Date of the BPQY', '2026-01-06'), ('First month of SSDI', '2022-03'), ('Month of the application', '2022-01'),
                       ('Full SSDI amount 1: A month', '640.00'), ('Full SSDI amount 1: From', '2025-12'),
                       ('First month of SSI', '2022-02'), ('Next medical review', '2028-05'), ('Medicare Part A from', '2024-03'),
                       ('Medicare Part B from', '2024-03'), ('Known through', '2025-12'), ('Trial work months used', '2024-06 2024-07')):
        fill(program, name, text)
    press(wait_for('Work', lambda: next((n for n in walk(program.root) if n.name == 'Work' and n.getRole() == pyatspi.ROLE_PAGE_TAB), None)))
    press(wait_for('a step', lambda: button(program.root, 'Add a step')))
    for name, text in (('Steps 1: Job', 'Store clerk'), ('Steps 1: From', '2026-06'), ('Steps 1: Pay an hour', '15'), ('Steps 1: Hours a week', '20')):
        fill(program, name, text)
    wait_for('the step', lambda: has_name(program.root, 'Store clerk, 20 h: begins June 2026'))
    press(wait_for('Projection', lambda: next((n for n in walk(program.root) if n.name == 'Projection' and n.getRole() == pyatspi.ROLE_PAGE_TAB), None)))
    return None


def main():
    path, cli, way = sys.argv[1:4]
    for tool in ('xdotool', 'pdftotext'):
        if shutil.which(tool) is None:
            print('skipped: %s is missing' % tool)
            sys.exit(77)
    with tempfile.TemporaryDirectory() as home:
        program = Program(path, home)
        try:
            if way == 'keyboard':
                EXPECTED.update(MORE)
            keys = by_keyboard(program) if way == 'keyboard' else by_reader(program)
            label = wait_for('the sentence', lambda: sentence_of(program.root))
            try:
                case = wait_for('the saved case', lambda: has_all(cli, home))
            except AssertionError:
                raise AssertionError('\n'.join(wrong(cli, home)))
            check_sentence(cli, case, fresh(label), '1300.00')  # 15.00 x 20 x 13/3
            if keys is not None:
                typed = sum(1 for text in SHEET + FACTS + [LINE] if text.strip())
                print('%d keys for %d typed fields' % (keys, typed))
            hand = Way(program, around(label, lambda node: has_name(node, 'Why these numbers')), way)
            case = other_hours(hand, label, cli, home, case)
            next_change(hand, cli, case)
            case = second_plan(hand, cli, home)
            check_compare(hand, cli, home, case)
            save_report(hand, cli, home, case)
            program = begin_again(hand, path, home)
        finally:
            program.end()
    print('ok')


main()
