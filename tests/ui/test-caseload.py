#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The caseload in the window: history, two versions of a case and two copies of it, a file opened twice, the bin,
a damaged entry, a database of a newer Milepost, and a number that looks like a Social Security number.

usage: test-caseload.py MILEPOST MILEPOST-CLI SAMPLE; run it under xvfb-run and dbus-run-session.
"""

import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from caseload import db, saved_elsewhere, set_pay
from screen import (Program, button, entry, front, has_name, menu, named, picture, press, pyatspi, response, text_of, toggle, wait_for, walk)

CLI, SAMPLE = sys.argv[2], Path(sys.argv[3])


def people(home, *args):
    return [json.loads(line) for line in db(home, 'list', '--json', *args).splitlines()]


def retitled(home, title):
    saved_elsewhere(home, lambda case: case.update(title=title))


def pays(home):
    """The pay an hour in the case as it is saved, of everybody."""
    export = Path(home) / 'now.jsonl'
    db(home, 'export', '--output', export)
    cases = [json.loads(line)['case'] for line in export.read_text().splitlines()[1:]]
    return sorted((case['scenarios'][0]['work'][2]['hourly'], case.get('title')) for case in cases)


def history(root, home, alex):
    set_pay(root, 1600, '$2,080.00')
    wait_for('the second state', lambda: len(db(home, 'history', alex).splitlines()) == 2)
    press(menu(root, 'History…'))
    states = wait_for('the states', lambda: named(front(root), 'Saved states'))
    wait_for('what changed', lambda: any('$15.00 → $16.00' in node.name for node in walk(states)))
    wait_for('both side by side', lambda: has_name(front(root), 'As it is now'))
    picture('history')
    restore = button(front(root), 'Restore')
    assert not restore.getState().contains(pyatspi.STATE_SENSITIVE)  # it is as it is
    states.querySelection().selectChild(1)
    wait_for('the first state', lambda: restore.getState().contains(pyatspi.STATE_SENSITIVE))
    press(restore)
    wait_for('the pay as it was', lambda: has_name(root, 'Pay: $1,950.00'))
    wait_for('the third state', lambda: len(db(home, 'history', alex).splitlines()) == 3)
    # and back again, by Undo
    press(button(root, 'Undo'))
    wait_for('the later pay', lambda: has_name(root, 'Pay: $2,080.00'))
    wait_for('the fourth state', lambda: len(db(home, 'history', alex).splitlines()) == 4)


def conflict(root, home, alex):
    set_pay(root, 1700, '$2,210.00', lambda: retitled(home, 'Written elsewhere'))
    theirs = wait_for('both versions', lambda: button(front(root), 'Take theirs'))
    dialog = front(root)
    assert has_name(dialog, 'Written elsewhere') and has_name(dialog, '$17.00') and has_name(dialog, 'Yours')
    picture('conflict')
    press(theirs)
    wait_for('their pay', lambda: has_name(root, 'Pay: $2,080.00'))
    # 4, theirs, mine, theirs again: mine is not lost
    wait_for('all states', lambda: len(db(home, 'history', alex).splitlines()) == 7)
    assert [title for _, title in pays(home)] == ['Written elsewhere']

    set_pay(root, 1800, '$2,340.00', lambda: retitled(home, 'Once more'))
    press(wait_for('both versions again', lambda: button(front(root), 'Keep mine')))
    wait_for('mine', lambda: pays(home)[0][0] == '18.00')

    set_pay(root, 1900, '$2,470.00', lambda: retitled(home, 'The third time'))
    press(wait_for('both versions a third time', lambda: button(front(root), 'Keep both')))
    wait_for('the copy', lambda: has_name(root, 'another copy of this case'))
    assert len(people(home)) == 2


def copies(root, home):
    press(button(root, 'Compare the copies'))
    keep = wait_for('both copies', lambda: button(front(root), 'Keep this one'))
    assert has_name(front(root), 'The other copy') and has_name(front(root), 'The third time')
    picture('copies')
    press(keep)
    wait_for('one of them', lambda: len(people(home)) == 1)
    assert pays(home)[0][0] == '19.00'


def opened_twice(root, home, program, file):
    undo = button(root, 'Undo')
    assert undo.getState().contains(pyatspi.STATE_SENSITIVE)
    subprocess.run([program.path, file], env=program.environment, check=True, timeout=60)
    # It is read anew, as it is here, and nobody is added.
    wait_for('the case', lambda: not button(root, 'Undo').getState().contains(pyatspi.STATE_SENSITIVE))
    assert len(people(home)) == 1 and pays(home)[0][0] == '19.00'


def the_bin(root, home):
    press(button(root, 'Back to people'))
    wait_for('the person in the list', lambda: button(root, 'Archive Alex'))
    press(menu(root, 'Move to the bin'))
    wait_for('nobody', lambda: people(home) == [])
    press(menu(root, 'Preferences'))
    preferences = wait_for('the preferences', lambda: toggle(front(root), 'Privacy') and front(root))
    press(toggle(preferences, 'Privacy'))
    wait_for('the bin', lambda: button(preferences, 'Alex: Put back'))
    picture('bin')

    def in_bin():
        return len([node for node in walk(preferences) if node.name == 'Alex: Erase…' and node.getRole() == pyatspi.ROLE_PUSH_BUTTON])
    assert in_bin() == 2  # the other copy is there, too
    press(button(preferences, 'Alex: Put back'))
    wait_for('somebody again', lambda: in_bin() == 1 and len(people(home)) == 1)
    press(wait_for('the other', lambda: button(preferences, 'Alex: Erase…')))
    press(wait_for('the question', lambda: response(front(root), 'Erase')))
    wait_for('an empty bin', lambda: has_name(preferences, 'Nobody is in the bin.'))


def first_part(home):
    file = Path(home) / 'Alex.milepost'
    file.write_text(SAMPLE.read_text())
    with Program(sys.argv[1], home, file) as program:
        root = program.root
        wait_for('the case', lambda: has_name(root, 'Pay: $1,950.00'))
        wait_for('the person', lambda: len(people(home)) == 1)
        alex = people(home)[0]['id']
        history(root, home, alex)
        conflict(root, home, alex)
        copies(root, home)
        opened_twice(root, home, program, file)
        the_bin(root, home)
        assert program.errors() == [], program.errors()


def second_part(home):
    """A damaged entry is named, and the others open; a number is pointed out and taken away."""
    database = sqlite3.connect(Path(home) / 'milepost' / 'milepost.db')
    db(home, 'import', SAMPLE.parent / 'jo-ssi-student.milepost')
    database.execute("UPDATE people SET summary = substr (summary, 1, 20) WHERE id = ?", [p['id'] for p in people(home) if p['name'] == 'Alex'])
    database.commit()
    database.close()
    with Program(sys.argv[1], home) as program:
        root = program.root
        wait_for('the damaged entry', lambda: has_name(root, 'This entry is damaged'))
        assert has_name(root, 'Archive Jo')
        picture('damaged')
        assert program.errors() == [], program.errors()


def third_part(home):
    """A database of a newer Milepost is shown and not changed."""
    database = sqlite3.connect(Path(home) / 'milepost' / 'milepost.db')
    database.execute('PRAGMA user_version = 9')
    database.close()
    before = (Path(home) / 'milepost' / 'milepost.db').read_bytes()
    with Program(sys.argv[1], home, SAMPLE.parent / 'jo-ssi-student.milepost') as program:
        root = program.root
        wait_for('the words', lambda: has_name(root, 'written by a newer Milepost'))
        wait_for('the case', lambda: entry(root, 'Notes') or named(root, 'Hours per week'))
        picture('newer')
        assert program.errors() == [], program.errors()
    assert (Path(home) / 'milepost' / 'milepost.db').read_bytes() == before


def numbers(home):
    """What looks like a Social Security number in a note is pointed out, and taken away with a click."""
    with Program(sys.argv[1], home, SAMPLE) as program:
        root = program.root
        wait_for('the case', lambda: has_name(root, 'Pay: $1,950.00'))
        press(toggle(root, 'Facts'))
        notes = wait_for('the notes', lambda: entry(root, 'Notes'))
        notes.queryEditableText().setTextContents('Called on Monday. 123-45-6789')
        wait_for('the words', lambda: has_name(root, 'This looks like a Social Security number'))
        picture('number')
        press(wait_for('the button', lambda: button(root, 'Remove the number')))
        wait_for('the note without it', lambda: text_of(entry(root, 'Notes')) == 'Called on Monday.')


with tempfile.TemporaryDirectory() as folder:
    first_part(folder)
    second_part(folder)
    third_part(folder)
with tempfile.TemporaryDirectory() as folder:
    numbers(folder)
print('ok')
