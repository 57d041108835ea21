#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Keeping a caseload in the window: a backup, a restore that says before what it does, an export of everybody that is
taken over elsewhere and makes no doubles, the bin after 30 days, and a caseload of a newer Milepost, which is only read.

usage: test-keeping.py MILEPOST MILEPOST-CLI SAMPLE; run it under xvfb-run and dbus-run-session.
"""

import json
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from caseload import db
from screen import Program, answer_with_file, button, focus_window, has_name, menu, picture, press, response, toggle, wait_for

CLI, SAMPLES = sys.argv[2], Path(sys.argv[3]).parent


def names(home, *args):
    return sorted(json.loads(line)['name'] for line in db(home, 'list', '--json', *args).splitlines())


def set_deleted(home, times):
    """times: since when somebody is in the bin, by name."""
    people = [json.loads(line) for line in db(home, 'list', '--json').splitlines()]
    database = sqlite3.connect(Path(home) / 'milepost' / 'milepost.db')
    for person in people:
        if person['name'] in times:
            database.execute('UPDATE people SET deleted = ? WHERE id = ?', [times[person['name']], person['id']])
    database.commit()
    database.close()


def window(root, words):
    """The window in which a screen reader finds some words; one that is on its way out is passed over."""
    return wait_for(words, lambda: next((one for one in root if has_name(one, words)), None))


def press_in(root, words, find):
    """Presses what is found in the window with some words, as soon as it is there."""
    def done():
        node = find(next(one for one in root if has_name(one, words)))
        return node is not None and (press(node) or True)
    wait_for(words, done)


def gone(root, words):
    wait_for('the end of ' + words, lambda: not any(has_name(one, words) for one in root))


def close(root, words):
    press_in(root, words, lambda one: button(one, 'Close'))
    gone(root, words)


def privacy(root):
    press(menu(root, 'Preferences'))
    press_in(root, 'Privacy', lambda one: toggle(one, 'Privacy'))
    return window(root, 'Back up now')


def choose(title, path):
    """Types a path into a chooser of files, as people do who know where it is."""
    focus_window(title)
    time.sleep(0.5)  # it shows its list first
    subprocess.run(['xdotool', 'type', '--delay', '8', str(path)], check=True)
    subprocess.run(['xdotool', 'key', 'Return'], check=True)


def backup_and_restore(root, home):
    preferences = privacy(root)
    folder, pressed = Path(home) / 'milepost' / 'backups', time.time_ns()
    press(button(preferences, 'Backup: Back up now'))
    # in place of the day's one that the program made by itself
    backup = wait_for('the backup', lambda: [path for path in folder.glob('milepost-2*.db') if path.stat().st_mtime_ns > pressed])[0]
    db(home, 'import', SAMPLES / 'dana-ssdi.milepost')
    close(root, 'Back up now')
    set_deleted(home, {'Jo': 1000})
    assert names(home) == ['Alex', 'Dana']
    preferences = privacy(root)
    press(button(preferences, 'Backup: Restore…'))
    choose('Restore a backup', backup)
    question = window(root, 'Restore this backup?')
    wait_for('what it does', lambda: has_name(question, 'Jo: changes') and has_name(question, 'Dana: goes')
             and has_name(question, '1 person stays the same'))
    picture('restore')
    assert names(home) == ['Alex', 'Dana']  # nothing is done yet
    press_in(root, 'Restore this backup?', lambda one: response(one, 'Restore'))
    wait_for('those of the backup', lambda: names(home) == ['Alex', 'Jo'])
    # What was there is a backup now.
    assert list(folder.glob('milepost-before-restore-*.db'))
    close(root, 'Back up now')


def bin_after_30_days(root, home):
    """Nobody goes by themselves; the counselor says so, and those who are there for a day stay."""
    set_deleted(home, {'Alex': int(time.time()) - 40 * 86400, 'Jo': int(time.time()) - 2 * 86400})
    preferences = privacy(root)
    wait_for('the bin', lambda: has_name(preferences, '1 person is in the bin longer than 30 days'))
    assert has_name(preferences, 'In the bin for 2 days') and names(home, '--bin') == ['Alex', 'Jo']
    picture('overdue')
    press(button(preferences, 'Erase all who are in the bin longer than 30 days'))
    press_in(root, 'Erase for good?', lambda one: response(one, 'Cancel'))
    gone(root, 'Erase for good?')
    assert names(home, '--bin') == ['Alex', 'Jo']
    press(button(preferences, 'Erase all who are in the bin longer than 30 days'))
    press_in(root, 'Erase for good?', lambda one: response(one, 'Erase'))
    wait_for('one of them', lambda: names(home, '--bin') == ['Jo'])
    assert b'20, 30, then 35 hours' not in (Path(home) / 'milepost' / 'milepost.db').read_bytes()  # a plan of Alex


def export(root, home, path):
    press(menu(root, 'Export everybody…'))
    answer_with_file(root, path)
    wait_for('the export', lambda: path.exists() and zipfile.is_zipfile(path))
    with zipfile.ZipFile(path) as archive:
        assert len([name for name in archive.namelist() if name.startswith('cases/')]) == 2, archive.namelist()


def take_over(root, home, path, words):
    press(menu(root, 'Open a case file…'))
    choose('Open a case file', path)
    told = window(root, 'People taken over')
    assert has_name(told, words)
    picture('taken-over')
    press_in(root, 'People taken over', lambda one: response(one, 'Close'))
    gone(root, 'People taken over')
    wait_for('both', lambda: names(home) == ['Alex', 'Jo'])


def first_part(home, path):
    db(home, 'import', SAMPLES / 'alex-both-benefits.milepost')
    db(home, 'import', SAMPLES / 'jo-ssi-student.milepost')
    with Program(sys.argv[1], home) as program:
        wait_for('the list', lambda: button(program.root, 'Archive Jo'))
        export(program.root, home, path)
        backup_and_restore(program.root, home)
        bin_after_30_days(program.root, home)
        assert program.errors() == [], program.errors()


def second_part(home, path):
    with Program(sys.argv[1], home) as program:
        wait_for('nobody', lambda: has_name(program.root, 'Add a person'))
        take_over(program.root, home, path, 'Added: 2')
        take_over(program.root, home, path, 'Here already: 2')
        assert program.errors() == [], program.errors()


def third_part(home):
    """The case of a newer Milepost's caseload is shown; a change is not kept, and the window says so."""
    file = Path(home) / 'milepost' / 'milepost.db'
    database = sqlite3.connect(file)
    database.execute('PRAGMA user_version = 9')
    database.close()
    before = file.read_bytes()
    with Program(sys.argv[1], home) as program:
        wait_for('the words', lambda: has_name(program.root, 'written by a newer Milepost'))
        wait_for('the list', lambda: button(program.root, 'Archive Jo'))
        press(button(program.root, 'Archive Jo'))
        wait_for('that it is not done', lambda: has_name(program.root, 'Update Milepost to work with it'))
        assert button(program.root, 'Archive Jo')
    assert file.read_bytes() == before


if __name__ == '__main__':
    with tempfile.TemporaryDirectory(prefix='milepost-keep-') as one, tempfile.TemporaryDirectory(prefix='milepost-other-') as other:
        first_part(one, Path(other) / 'everybody.zip')
        second_part(other, Path(other) / 'everybody.zip')
        third_part(other)
    print('ok')
