#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""A counselor with a BPQY in hand: from an empty window to the first sentence, and from there to the paper.

usage: test-counselor.py MILEPOST MILEPOST-CLI keyboard|reader; run it under xvfb-run and dbus-run-session.

"keyboard" types everything by keys alone and counts them; "reader" does the same through the
accessibility tree alone. What was entered is then read back from the database, and the sentence is
compared with what milepost-cli computes for it. So are the figures of what follows: other hours, tried
out and kept; the next change and its reasons; a second plan beside the first, its lines and the earnings
curve; a fact that is only the client's word; the report in Spanish and large print, as a PDF and for the
printer. The program is then closed, and begins again where it was.
"""

import copy
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

from caseload import ask, cents, dollars, month_of, project, spoken
from paper import height_of_words, pdf_text
from screen import (Keyboard, Program, button, dismiss, entry, fill, find, focus_window, focused, fresh, front, has_name, is_in, needs,
                    press, pyatspi, slider, table_rows, wait_for, walk)
from ways import Way, around, chosen, has_action

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
WORDS = 'Store clerk, June 2026, $15.00, 20 hours'  # the same as people say it
# What a section says of itself once the paper is typed; and of what nobody was asked.
KNOWN = ('Person: known', 'Cash: SSDI: known', 'Cash: SSI: known', 'Medical reviews: known', 'Health insurance: known', 'SSDI work activity: known')
ASKED_NOT = ('Not on the BPQY: spouse: not asked', 'End of the Ticket: not asked')

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


def check_sentence(case, sentence, earned):
    """"Working adds" is cash in hand less what it would be without the plan's work."""
    without = copy.deepcopy(case)
    without['scenarios'][0] = {'name': 'A'}
    adds = {cents(one['cash']['net']) - cents(other['cash']['net'])
            for one, other in zip(project(case)['months'], project(without)['months']) if one['month'] >= '2026-06'}
    said = [cents(amount.replace(',', '')) for amount in re.findall(r'\$([0-9,]+\.[0-9]{2})', sentence)]
    assert said and all(amount in adds for amount in said), (sentence, sorted(adds))
    assert any(month['work']['earned'] == earned for month in project(case)['months'])


def sentence_of(root):
    """The label of the page Projection. Work, the page before it, has one too, which waits until that page is shown again."""
    found = [node for node in walk(root) if node.getRole() == pyatspi.ROLE_LABEL and 'Working ' in node.name and '$' in node.name]
    return found[-1] if len(found) > 1 else None


def filled(root):
    """The names of the sections, and of the picture of what comes if nothing changes, once the paper is typed."""
    def ready():
        names = [node.name for node in walk(root)]
        return names if all(name in names for name in KNOWN + ASKED_NOT) else None
    return wait_for('the sections', ready)


def by_keyboard(program):
    keyboard = Keyboard()
    focus_window('Milepost')
    wait_for('the first screen', lambda: button(program.root, 'Add a person'))
    keyboard.press('ctrl+n')
    wait_for('the questions', lambda: entry(program.root, 'Name or label'))
    assert chosen(front(program.root), 'Benefits') == 'SSDI and SSI'
    focus_window('Add a person')
    wait_for('the focus on the name', lambda: focused(program.root, 'Name or label'))
    for text in SHEET:
        keyboard.type(text)
    wait_for('the form', lambda: entry(program.root, 'Date of the BPQY'))
    focus_window('Milepost')
    wait_for('the focus in the form', lambda: focused(program.root, 'Date of the BPQY'))
    for text in FACTS:
        keyboard.type(text)
    sections = filled(program.root)
    keyboard.press('alt+2')
    wait_for('the line', lambda: focused(program.root, 'Add a step in words'))
    keyboard.type(LINE)
    wait_for('the step', lambda: has_name(program.root, 'Store clerk, 20 h: begins June 2026'))
    keyboard.press('alt+3')
    return sections, keyboard.count


def with_hours(case, plan, hours):
    changed = copy.deepcopy(case)
    changed['scenarios'][plan]['work'][0]['hours_per_week'] = hours
    return changed


def saved_hours(cli, home, hours):
    """The case, once its plans have these hours."""
    def ready():
        case = saved_case(cli, home)
        return case if case and [plan['work'][0]['hours_per_week'] for plan in case['scenarios']] == hours else None
    return wait_for('the saved hours ' + ' '.join(hours), ready)


def set_hours(way, page, before, hours):
    if way.keyboard:
        way.tab_to('Hours per week')
        way.keyboard.press(*['Right'] * (hours - before))
    else:
        slider(page, 'Hours per week').queryValue().currentValue = hours * 100


def keep(way, page):
    way.push('ctrl+Return', 'Keep the try-out', page)


def other_hours(way, page, label, cli, home, case):
    """25 hours: the sentence follows before anything is kept."""
    before = fresh(label)
    set_hours(way, page, 20, 25)
    wait_for('another sentence', lambda: fresh(label) != before and slider(page, 'Hours per week').queryValue().currentValue == 2500)
    check_sentence(with_hours(case, 0, '25.0'), fresh(label), '1625.00')  # 15.00 x 25 x 13/3
    assert saved_case(cli, home)['scenarios'][0]['work'][0]['hours_per_week'] == '20.0', 'kept without being asked'
    keep(way, page)
    return saved_hours(cli, home, ['25.0'])


def next_change(way, page, case):
    """The month in which the work begins, and why it brings what it brings."""
    month = month_of(project(case), '2026-06')
    net = dollars(month['cash']['net'])
    if way.keyboard:
        way.tab_to(lambda name: '. Cash in hand' in name or '. Same as' in name, 'shift+Tab')
    for _ in range(4):
        if has_name(page, 'Pay: $1,625.00'):
            break
        shown = [node.name for node in walk(page)]
        way.do(page, 'ctrl+Right', 'projection.next-change')
        wait_for('the next change', lambda: [node.name for node in walk(page)] != shown)
    wait_for('the cash of the month', lambda: has_name(page, 'Cash in hand: ' + net))
    if way.keyboard:
        way.moved_by('w')
    else:
        way.do(page, 'w', 'projection.why')
    terms = f"{dollars(month['work']['earned'])} pay + {dollars(month['ssdi']['payment'])} SSDI + {dollars(month['ssi']['payment'])} SSI = {net}"
    wait_for(terms, lambda: has_name(page, terms))
    assert has_name(page, '20 CFR 404.1592'), 'no rule of the trial work month'


def second_plan(way, page, cli, home):
    """A copy of the plan with 30 hours; the first stays as it is."""
    way.push('ctrl+d', 'Copy this plan')
    saved_hours(cli, home, ['25.0', '25.0'])
    if way.keyboard:
        way.push('alt+2', 'Work')
        wait_for('the focus in the picture', lambda: 'June 2026' in way.moved_by('alt+3'))
    set_hours(way, page, 25, 30)
    wait_for('the pay of 30 hours', lambda: has_name(page, 'Pay: $1,950.00'))
    keep(way, page)
    return saved_hours(cli, home, ['25.0', '30.0'])


def check_compare(way, home, case):
    """The table, the lines in the month of the cursor, and the earnings curve at the pay of the plan shown."""
    file = os.path.join(home, 'both.milepost')
    with open(file, 'w', encoding='utf-8') as out:
        json.dump(case, out)
    plans = ask('compare', file)['plans']
    way.push('alt+5', 'Compare')
    rows = wait_for('both plans', lambda: (lambda found: len(found) == 2 and found)(table_rows(way.root, 'Plan: ')))
    for row, plan in zip(rows, plans):
        for key in ('cash', 'largest_drop', 'en', 'share'):
            assert dollars(plan[key]) in row, (key, plan, row)
    assert dollars(plans[1]['difference'].lstrip('-')) in rows[1], (plans[1], rows[1])
    first, second = (dollars(month_of(project(case, plan), '2026-06')['cash']['net']) for plan in (0, 1))
    wait_for('the lines of the month', lambda: has_name(way.root, f'June 2026: 1 {first}, 2 {second}'))
    point = next(one for one in ask('curve', file, '--scenario', case['scenarios'][1]['name'], '--month', '2026-06')['points'] if one['earned'] == '1950.00')
    wait_for('the curve', lambda: has_name(way.root, f"Pay $1,950.00: cash in hand {dollars(point['net'])}"))


def clients_word(way, cli, home):
    """Nobody has checked when SSDI began; the report is to say so."""
    fact = 'First month of SSDI'
    way.push('alt+1', 'Facts')
    if way.keyboard:
        way.tab_to(fact)
        way.moved_by('ctrl+period')
        way.tab_to('Client’s word', 'Down')
        way.keyboard.press('space', 'Escape')
    else:
        mark = wait_for('the mark', lambda: next((node for node in walk(way.root) if node.name.startswith('Source of ' + fact) and has_action(node, 'click')), None))
        press(mark)
        way.do(wait_for('the sources', lambda: find(mark.parent, 'Client’s word', lambda node: has_action(node, 'check.toggle'))), None, 'check.toggle')
        press(mark)
    def saved():
        case = saved_case(cli, home)
        return case if case and case['sources'].get('/ssdi/entitled_from', {}).get('by') == 'person' else None
    return wait_for('the source', saved)


def take_away(way, home, case):
    """The report in Spanish and large print: its totals are those of the plan that is shown, and what is still to check has
    the office that knows. Then the printer."""
    path = os.path.join(home, 'report.pdf')
    way.push('alt+6', 'Report')
    wait_for('the pages', lambda: has_name(way.root, 'Page 1 of '))
    way.choose('Language', 2, 'Español')
    way.turn('Large print', 'Down')
    way.push('ctrl+e', 'Save PDF')
    way.save_as('Save the report', path)
    said = pdf_text(path, '-layout')
    totals = project(case, 1)['totals']
    for words in ('En resumen', 'Por comprobar', *(dollars(totals[key]) for key in ('earnings', 'ssdi', 'net'))):
        assert words in said, (words, said)
    assert re.search(r'SSDI +W su +Seguro Social: BPQY\n +palabra', said), said
    assert height_of_words(path) >= 15, f'words of {height_of_words(path)} points'
    way.push('ctrl+p', 'Print')
    wait_for('the print dialog', lambda: way.root.childCount == 2)
    if way.keyboard:
        focus_window('Print')
        way.keyboard.press('Escape')
    else:
        dismiss(front(way.root))
    wait_for('the end of the print dialog', lambda: way.root.childCount == 1)
    way.begin()


def begin_again(way, path, home):
    """Closed, and there again: the same person, page and month."""
    if way.keyboard:
        way.keyboard.press('ctrl+q')
    else:
        dismiss(way.root[0])
    wait_for('the end of the program', lambda: way.program.process.poll() is not None)
    way.program.end()
    way.program = Program(path, home)
    wait_for('the report', lambda: has_name(way.root, 'Page 1 of '))
    assert has_name(way.root, 'Alex')
    tab = find(way.root, 'Report', lambda node: node.getRole() == pyatspi.ROLE_PAGE_TAB)
    assert any(is_in(tab, state) for state in (pyatspi.STATE_CHECKED, pyatspi.STATE_SELECTED, pyatspi.STATE_PRESSED))
    way.begin()
    way.push('alt+3', 'Projection')
    wait_for('the month', lambda: has_name(way.root, 'Pay: $1,950.00'))


def by_reader(program):
    root = program.root
    press(wait_for('the first screen', lambda: button(root, 'Add a person')))
    sheet = wait_for('the questions', lambda: root.childCount == 2 and entry(front(root), 'Name or label') and front(root))
    for name, text in (('Name or label', 'Alex'), ('Birth date', '1990-05-14'), ('State', 'WI')):
        fill(sheet, name, text)
    assert chosen(sheet, 'Benefits') == 'SSDI and SSI'
    press(wait_for('Add', lambda: button(sheet, 'Add')))
    form = wait_for('the form', lambda: find(root, 'Date of the BPQY', lambda node: has_action(around(node, 'facts.source'), 'facts.source')))
    form = around(form, 'facts.source')
    for name, text in (('Date of the BPQY', '2026-01-06'), ('First month of SSDI', '2022-03'), ('Month of the application', '2022-01'),
                       ('Full SSDI amount 1: A month', '640.00'), ('Full SSDI amount 1: From', '2025-12'),
                       ('First month of SSI', '2022-02'), ('Next medical review', '2028-05'), ('Medicare Part A from', '2024-03'),
                       ('Medicare Part B from', '2024-03'), ('Known through', '2025-12'), ('Trial work months used', '2024-06 2024-07')):
        fill(form, name, text)
    sections = filled(form)
    way = Way(program, 'reader')
    way.push('alt+2', 'Work')
    line = wait_for('the line', lambda: entry(root, 'Add a step in words'))
    line.queryEditableText().setTextContents(WORDS)
    way.do(line, 'Return', 'work.take-line')
    wait_for('the step', lambda: has_name(root, 'Store clerk, 20 h: begins June 2026'))
    way.push('alt+3', 'Projection')
    return sections, None


def main():
    path, cli, way = sys.argv[1:4]
    needs('xdotool', 'pdftotext')
    with tempfile.TemporaryDirectory() as home:
        program = Program(path, home)
        hand = Way(program, way)
        try:
            if way == 'keyboard':
                EXPECTED.update(MORE)
            sections, keys = by_keyboard(program) if way == 'keyboard' else by_reader(program)
            label = wait_for('the sentence', lambda: sentence_of(program.root))
            try:
                case = wait_for('the saved case', lambda: has_all(cli, home))
            except AssertionError:
                raise AssertionError('\n'.join(wrong(cli, home)))
            check_sentence(case, fresh(label), '1300.00')  # 15.00 x 20 x 13/3
            cash = spoken(project(case)['months'][0]['cash']['net'])
            assert any(name.startswith('January 2026. Cash in hand ' + cash) for name in sections), (cash, sections)
            if keys is not None:
                typed = sum(1 for text in SHEET + FACTS + [LINE] if text.strip())
                print('%d keys for %d typed fields' % (keys, typed))
            page = around(label, 'projection.next-change')
            case = other_hours(hand, page, label, cli, home, case)
            next_change(hand, page, case)
            case = second_plan(hand, page, cli, home)
            check_compare(hand, home, case)
            take_away(hand, home, clients_word(hand, cli, home))
            begin_again(hand, path, home)
        finally:
            hand.program.end()
    print('ok')


main()
