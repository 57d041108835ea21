#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""A peer advocate before a group, and the manager of an Employment Network, with a sample.

usage: test-journeys.py MILEPOST MILEPOST-CLI SAMPLE peer|manager keyboard|reader; run it under xvfb-run and dbus-run-session.

"keyboard" uses keys alone, "reader" the accessibility tree alone. What the window says is compared with `milepost-cli project`.
"""

import json
import shutil
import subprocess
import sys
import tempfile

from screen import Focus, Keyboard, Program, act, button, click, focus_window, fresh, has_name, pyatspi, wait_for, walk

MILEPOST, CLI, SAMPLE, WHO, WAY = sys.argv[1:6]
CARD = 'Sample: Alex, both benefits'
MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')


def project(case):
    done = subprocess.run([CLI, 'project', '/dev/stdin', '--format', 'json'], input=json.dumps(case), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)['scenarios'][0]


def dollars(amount):
    return f'${float(amount):,.2f}'


def display(month):
    return f'{MONTHS[int(month[5:]) - 1]} {month[:4]}'


def open_sample(program, focus):
    if WAY == 'reader':
        wait_for('the first screen', lambda: click(program.root, CARD))
        return
    wait_for('the first screen', lambda: button(program.root, CARD))
    focus_window('Milepost')
    keyboard = Keyboard()
    for _ in range(12):
        before = focus.count
        if focus.name == CARD:
            break
        keyboard.press('Tab')
        wait_for('the focus to move on', lambda: focus.count > before)
    keyboard.press('Return')


def sentence(program):
    """The label of the lead sentence, once it is there."""
    return wait_for('the sentence', lambda: next((n for n in walk(program.root) if n.name.startswith('SSDI stops in June 2027')), None))


def go_to(program, page, key):
    if WAY == 'reader':
        wait_for(page, lambda: click(program.root, page))
    else:
        Keyboard().press(key)


def steps_of(scenario):
    """Month and code of what the EN is paid, in the order of the ladder."""
    return {p['code']: (m['month'], p['amount']) for m in scenario['months'] for p in m['ticket']['payments']}


def assert_step(words, number, code, paid):
    """The step that is said names the month it is reached and what the EN gets for it."""
    month, amount = paid[code]
    whole = f'{float(amount):,.0f}'
    wait_for(f'step {number}, {display(month)}, {whole}', lambda: all(part in fresh(words) for part in (f'tep {number}', display(month), whole)))


def spoken(amount):
    dollars_, cents = f'{float(amount):,.2f}'.split('.')
    return f'{dollars_} dollars {cents}' if cents != '00' else dollars_


def presentation(program):
    return next((frame for frame in program.root if frame is not None and frame.name == 'Milestones'), None)


def leave_and_return(keyboard, window, words, paid):
    """Left goes back, a number jumps; B blanks; P changes to the picture and back; the type grows; notes need a second screen."""
    for _ in range(2):
        keyboard.press('Left') if keyboard else act(window, 'present.back')
    assert_step(words, 4, 'P1M4', paid)
    if keyboard:
        keyboard.press('1')
        assert_step(words, 1, 'P1M1', paid)
        keyboard.press('6', 'b')
        wait_for('the blank', lambda: not has_name(window, 'tep 6'))
        keyboard.press('b')
    for _ in range(0 if keyboard else 2):
        act(window, 'present.next')
    assert_step(words, 6, 'OUT1', paid)
    assert height_of(window, 'Month by month picture') < 100  # it gets room when it is first seen
    keyboard.press('p') if keyboard else act(window, 'present.picture')
    wait_for('the picture', lambda: height_of(window, 'Month by month picture') > 100)
    keyboard.press('p') if keyboard else act(window, 'present.picture')
    if keyboard:
        before = height_of(window, 'Milestone ladder')
        keyboard.press(*['plus'] * 6)
        wait_for('larger type', lambda: height_of(window, 'Milestone ladder') > before)
        keyboard.press(*['minus'] * 6, 'n')
        wait_for('why there are no notes', lambda: has_name(window, 'Notes show only on a second screen.'))


def height_of(window, name):
    part = next(node for node in walk(window) if node.name == name)
    return part.queryComponent().getExtents(pyatspi.WINDOW_COORDS).height


def peer(program, case, _focus):
    """Ladder step by step, "what if he works 35 hours?", and nothing of it stays."""
    paid = steps_of(project(case))
    tried = json.loads(json.dumps(case))
    tried['scenarios'][0]['work'][2]['hours_per_week'] = '35.0'
    then = project(tried)
    sentence(program)
    go_to(program, 'Milestones', 'alt+4')
    keyboard = Keyboard() if WAY == 'keyboard' else None
    if keyboard:
        keyboard.press('F5')
    else:
        wait_for('the button', lambda: click(program.root, 'Present'))
    window = wait_for('the presentation', lambda: presentation(program))
    if keyboard:
        focus_window('^Milestones$')
    nodes = list(walk(window))
    assert not any('Alex' in node.name for node in nodes), 'a name before a group'
    words = next(node for node in nodes if node.getRole() != pyatspi.ROLE_IMAGE and 'tep 1' in node.name)
    for number, code in enumerate(('P1M1', 'P1M2', 'P1M3', 'P1M4', 'P2M1', 'OUT1'), 1):
        assert_step(words, number, code, paid)
        if number < 6:
            keyboard.press('space') if keyboard else act(window, 'present.next')
    leave_and_return(keyboard, window, words, paid)
    if keyboard:
        keyboard.press('h', *['Up'] * 5)
    for _ in range(0 if keyboard else 5):
        act(window, 'present.more-hours')
    wait_for('35 hours', lambda: has_name(window, '35 hours a week'))
    cash = next(m['cash']['net'] for m in then['months'] if m['month'] == steps_of(then)['OUT1'][0])
    wait_for('the cash of 35 hours', lambda: any(spoken(cash) in node.name for node in walk(window)))
    keyboard.press('Escape') if keyboard else act(window, 'window.close')
    wait_for('the end of the presentation', lambda: presentation(program) is None)
    wait_for('the offer to keep it', lambda: has_name(program.root, 'Try-out not kept'))
    go_to(program, 'Projection', 'alt+3')
    wait_for('the plan as it was', lambda: any(slider_is(node, 3000) for node in walk(program.root)))


def slider_is(node, value):
    return node.name == 'Hours per week' and 'Value' in pyatspi.listInterfaces(node) and node.queryValue().currentValue == value


def rows(program):
    return [n.name for n in walk(program.root) if n.getRole() == pyatspi.ROLE_TABLE_ROW and n.name.startswith('Month: ')]


def amount(row, title):
    """Cents of a cell of a row; a month without a payment leaves some empty."""
    if title + ': ' not in row:
        return 0
    cell = row.split(title + ': ')[1].split('. ')[0].rstrip('.').replace('≈\u00a0', '')
    return round(float(cell.replace('$', '').replace(',', '')) * 100)


def check_rows(lines, month, running):
    """What the EN is paid for a month, payment by payment, what it passes on and keeps; the sums are of exact cents."""
    for title, value in (('Gross', month['ticket']['total']), ('To the person', month['cash']['share'])):
        assert sum(amount(row, title) for row in lines) == round(float(value) * 100), (title, value, lines)
    assert amount(lines[-1], 'Running total') == running, (running, lines)
    codes = [p['code'] for p in month['ticket']['payments']]
    assert [row.split('Status: ')[1] for row in lines if 'Status: ' in row] == ['Projected.'] * len(codes), lines


def manager(program, case, focus):
    """Money in, money out, month by month: the lead sentence, then the table."""
    scenario = project(case)
    total = sum(round(float(m['ticket']['total']) * 100) for m in scenario['months'])
    share = sum(round(float(m['cash']['share']) * 100) for m in scenario['months'])
    lead = f'{dollars(total / 100)} to the EN by December 2028; ≈\u00a0{dollars(share / 100)} passed on to Alex'
    keyboard = Keyboard() if WAY == 'keyboard' else None
    label = sentence(program)
    if keyboard:
        wait_for('the keyboard in the picture', lambda: focus.name.startswith('June 2027'))
        keyboard.press('e')
    else:
        wait_for('the view', lambda: click(program.root, 'As the EN sees it'))
    wait_for(lead, lambda: lead in fresh(label))
    wait_for('the gaps', lambda: has_name(program.root, 'No payment in February 2026'))
    wait_for('what the EN sends for the month', lambda: has_name(program.root, 'outcome month 1: No SSDI and no federal SSI check because of pay.'))
    wait_for('the year of the rate', lambda: has_name(program.root, 'carried forward'))
    keyboard.press('t') if keyboard else click(program.root, 'Table')
    shown = wait_for('the table', lambda: rows(program))
    kept = seen = 0
    for month in scenario['months']:
        kept += round(float(month['ticket']['total']) * 100) - round(float(month['cash']['share']) * 100)
        lines = [row for row in shown if row.startswith(f'Month: {display(month["month"])}.')]
        if lines:
            check_rows(lines, month, kept)
            seen += len(lines)
    assert seen >= 12, (seen, shown)
    if keyboard:
        wait_for('the keyboard in the table', lambda: focus.name.startswith('Month: '))
        keyboard.press('e')
        wait_for('the answer for the person', lambda: fresh(label).startswith('SSDI stops in June 2027'))


def main():
    if WAY == 'keyboard' and shutil.which('xdotool') is None:
        print('skipped: xdotool is missing')
        sys.exit(77)
    with open(SAMPLE, encoding='utf-8') as file:
        case = json.load(file)
    with tempfile.TemporaryDirectory() as home:
        focus = Focus()
        program = Program(MILEPOST, home)
        try:
            open_sample(program, focus)
            {'peer': peer, 'manager': manager}[WHO](program, case, focus)
        finally:
            program.end()
    print('ok')


main()
