#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""A peer advocate before a group, with a sample: the ladder step by step on the full screen, other hours, and a hand-out.

usage: test-peer.py MILEPOST MILEPOST-CLI SAMPLE keyboard|reader; run it under xvfb-run and dbus-run-session.

"keyboard" uses keys alone, "reader" the accessibility tree alone. What the window says, and what stands on the paper, is
compared with `milepost-cli project`.
"""

import copy
import json
import os
import re
import sys
import tempfile
from pathlib import Path

from caseload import display, dollars, month_of, project, spoken
from paper import pdf_text
from screen import Program, beside, button, dismiss, find, fresh, has_name, needs, pyatspi, slider, wait_for, walk
from ways import Way, around

MILEPOST, _, SAMPLE, WAY = sys.argv[1:5]
CARD = 'Sample: Alex, both benefits'
JOB = 2  # the step of 30 hours
LADDER = ('P1M1', 'P1M2', 'P1M3', 'P1M4', 'P2M1', 'OUT1')
HANDOUTS = {  # words of the paper: of its title, the four sentences, the ladder, and whom to call
    'en': ('your path to work', 'Your SSDI check stops in June 2027', 'Step', 'Who to call', '1-800-772-1213', '1-866-968-7842'),
    'es': ('su camino al trabajo', 'Su cheque de SSDI para en junio de 2027', 'Paso', 'A quién llamar', '1-800-772-1213', '1-866-968-7842'),
}


def steps_of(scenario):
    """Month and amount of what the EN is paid, by its code."""
    return {p['code']: (m['month'], p['amount']) for m in scenario['months'] for p in m['ticket']['payments']}


def with_hours(case, hours):
    changed = copy.deepcopy(case)
    changed['scenarios'][0]['work'][JOB]['hours_per_week'] = hours
    return changed


class Presentation:
    """The window of the presentation, from its first step on."""

    def __init__(self, way):
        self.way = way
        self.node = wait_for('the presentation', lambda: next((one for one in way.root if one.name == 'Milestones'), None))
        way.begin('^Milestones$')
        self.words = wait_for('the first step', lambda: next(
            (one for one in walk(self.node) if one.getRole() != pyatspi.ROLE_IMAGE and 'tep 1' in one.name), None))

    def do(self, key, action):
        self.way.do(self.node, key, 'present.' + action)

    def height_of(self, name):
        return find(self.node, name).queryComponent().getExtents(pyatspi.WINDOW_COORDS).height

    def leave(self):
        if self.way.keyboard:
            self.way.keyboard.press('Escape')
        else:
            dismiss(self.node)
        wait_for('the end of the presentation', lambda: all(one.name != 'Milestones' for one in self.way.root))
        self.way.begin()


def assert_step(shown, number, scenario):
    """The step that is said names its month, what the person has done and gets, and what the EN is paid."""
    month, paid = steps_of(scenario)[LADDER[number - 1]]
    parts = (f'tep {number} of 6', 'so far', display(month), f'The EN gets ≈\u00a0{dollars(paid)}', dollars(month_of(scenario, month)['cash']['net']))
    wait_for(' '.join(parts), lambda: all(part in fresh(shown.words) for part in parts))


def ladder(shown, scenario):
    """One step at a time; back, and to a step by its number; blank; the picture and back; larger type; the notes of the speaker."""
    for number in range(1, 7):
        assert_step(shown, number, scenario)
        if number < 6:
            shown.do('space', 'next')
    for _ in range(2):
        shown.do('Left', 'back')
    assert_step(shown, 4, scenario)
    for number in (1, 6):
        shown.do(str(number), f'step-{number}')
        assert_step(shown, number, scenario)
    shown.do('b', 'blank')
    wait_for('the blank', lambda: not has_name(shown.node, 'tep 6'))
    shown.do('b', 'blank')
    assert_step(shown, 6, scenario)
    assert shown.height_of('Month by month picture') < 100  # it gets room when it is first seen
    shown.do('p', 'picture')
    wait_for('the picture', lambda: shown.height_of('Month by month picture') > 100)
    shown.do('p', 'picture')
    before = shown.height_of('Milestone ladder')
    for _ in range(6):
        shown.do('plus', 'larger')
    wait_for('larger type', lambda: shown.height_of('Milestone ladder') > before)
    for _ in range(6):
        shown.do('minus', 'smaller')
    wait_for('the type as before', lambda: shown.height_of('Milestone ladder') == before)
    shown.do('n', 'notes')
    wait_for('why there are no notes', lambda: has_name(shown.node, 'Notes show only on a second screen.'))


def more_hours(shown, hours, more, scenario):
    """In a large chip; all figures follow."""
    if shown.way.keyboard:
        shown.way.keyboard.press('h')
    for _ in range(more):
        shown.do('Up', 'more-hours')
    wait_for(hours, lambda: has_name(shown.node, hours + ' hours a week'))
    cash = spoken(month_of(scenario, steps_of(scenario)['OUT1'][0])['cash']['net'])
    wait_for('the cash of ' + hours + ' hours', lambda: has_name(shown.node, cash))


def hours_are(way, hours):
    way.push('alt+3', 'Projection')
    wait_for(f'{hours} hours', lambda: slider(way.root, 'Hours per week').queryValue().currentValue == hours * 100)
    way.push('alt+4', 'Milestones')


def before_a_group(way, case):
    """Without the name; what was tried is not kept."""
    page = around(wait_for('the page', lambda: button(way.root, 'Present')), 'milestones.keep')
    way.push('F5', 'Present')
    shown = Presentation(way)
    assert not has_name(shown.node, 'Alex'), 'a name before a group'
    ladder(shown, project(case))
    more_hours(shown, '35', 5, project(with_hours(case, '35')))
    shown.leave()
    wait_for('the offer to keep it', lambda: beside(page, 'Try-out not kept'))
    hours_are(way, 30)


def before_the_person(way, case):
    """With the name; what was tried is kept after all."""
    page = around(wait_for('the page', lambda: button(way.root, 'Present')), 'milestones.keep')
    way.turn('Show names when presenting', 'shift+Tab')
    way.push('F5', 'Present')
    shown = Presentation(way)
    wait_for('the name', lambda: has_name(shown.node, 'Alex’s steps'))
    more_hours(shown, '31', 1, project(case))
    shown.leave()
    way.do(page, 'ctrl+Return', 'milestones.keep')
    hours_are(way, 31)


def check_paper(path, language, scenario):
    """One page with the ladder, four sentences and whom to call."""
    text = pdf_text(path, '-layout')
    assert text.count('\f') == 1, 'not one page'
    for words in HANDOUTS[language]:
        assert words in text, (words, text)
    assert text.count('•') == 4, text
    rows = [line for line in text.splitlines() if re.match(r' *[1-6]  .*\$.*\$', line)]
    assert len(rows) == 6, text
    for row, (month, paid) in zip(rows, (steps_of(scenario)[code] for code in LADDER)):
        assert dollars(paid) in row and dollars(month_of(scenario, month)['cash']['net']) in row, (month, paid, row)


def hand_out(way, case, home):
    way.push_reached('Hand-out', 'shift+Tab')
    wait_for('the page', lambda: has_name(way.root, 'Page 1 of 1'))
    for language, steps, name in (('es', 2, 'Español'), ('en', -1, 'English')):
        way.choose('Language', steps, name)
        path = os.path.join(home, language + '.pdf')
        way.push('ctrl+e', 'Save PDF')
        way.save_as('Save the report', path)
        check_paper(path, language, project(case))


def main():
    needs('xdotool', 'pdftotext')
    case = json.loads(Path(SAMPLE).read_text(encoding='utf-8'))
    with tempfile.TemporaryDirectory() as home, Program(MILEPOST, home) as program:
        way = Way(program, WAY)
        way.open_sample(CARD)
        wait_for('the sentence', lambda: any(node.name.startswith('SSDI stops in June 2027') for node in walk(program.root)))
        way.push('alt+4', 'Milestones')
        before_a_group(way, case)
        case = with_hours(case, '31')
        before_the_person(way, case)
        hand_out(way, case, home)
    print('ok')


main()
