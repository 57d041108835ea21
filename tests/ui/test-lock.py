#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""A caseload that is sealed in the window: the passphrase is set, changed, forgotten and taken off there; it is locked by
a key, by the desktop's screen lock, by the lock of its own session (and of no other), before the machine sleeps, and in the
middle of sealing; then no name is left in the accessibility tree, and neither names nor amounts in any file that the program
wrote, or in what it said.

usage: test-lock.py MILEPOST; run it under xvfb-run and dbus-run-session.
"""

import json
import os
import re
import sys
import tempfile
from pathlib import Path

from screen import (Keyboard, Login, Program, button, can_press, fill, front, has_name, lock_screen, menu, named, offers, picture, press,
                    text_of, toggle, wait_for, walk)

HERE = Path(__file__).resolve().parent
PASSPHRASE = 'correct horse battery staple'
ANOTHER = 'another one altogether'
# What a case says that is found nowhere else: of the name, the title, a note, a job, and an amount
SECRETS = ('Quixotequixote', 'Windmillswindmills', 'Dulcineadulcinea', 'Rocinanterocinante', '7654.32', '1950.00')


def unlock(root, text):
    fill(root, 'Passphrase', text)
    press(wait_for('the button', lambda: can_press(root, 'Unlock')))


def shown(root):
    """Everything that a screen reader could say."""
    words = []
    for node in walk(root):
        words += [node.name, node.description]
        if offers(node, 'Text'):
            words.append(text_of(node))
    return '\n'.join(words)


def assert_locked(root, words='The caseload is sealed'):
    wait_for('the locked page', lambda: has_name(root, words))
    wait_for('no dialog', lambda: [window.name for window in root] == ['Milepost'])
    found = shown(root)
    assert not any(name in found for name in SECRETS), found
    assert not re.search(r'\$\d', found), found


RECOVERY_KEY = re.compile(r'([0-9A-Z]{4}[-\n]){8}[0-9A-Z]{4}')


def ask(root, button_of_task):
    """The dialog that a button opens."""
    windows = root.childCount
    press(button_of_task)
    return wait_for('the dialog', lambda: root.childCount > windows and front(root))


def read_key(dialog, name):
    key = wait_for('the recovery key', lambda: next((n.name for n in walk(dialog) if RECOVERY_KEY.fullmatch(n.name)), None))
    picture(name)
    press(button(dialog, 'I have kept it'))
    return key


OURS, OTHERS = '/org/freedesktop/login1/session/_37', '/org/freedesktop/login1/session/c1'


def set_passphrase(root, login):
    """The screen is locked while the caseload is sealed, or while the recovery key is shown: it opens with the passphrase
    alone, and the key is shown then."""
    press(menu(root, 'Preferences'))
    press(wait_for('the page', lambda: toggle(front(root), 'Privacy')))
    preferences = front(root)
    dialog = ask(root, wait_for('the button', lambda: button(preferences, 'Set a passphrase')))
    fill(dialog, 'New passphrase', PASSPHRASE)
    fill(dialog, 'Once more', 'correct horse battery stable')
    wait_for('that they differ', lambda: has_name(dialog, 'The two passphrases differ'))
    assert can_press(dialog, 'Seal') is None
    picture('passphrase')
    fill(dialog, 'Once more', PASSPHRASE)
    press(wait_for('the button', lambda: can_press(dialog, 'Seal')))
    wait_for('the work', lambda: has_name(dialog, 'Sealing the caseload') or button(dialog, 'I have kept it'))
    login.lock(OURS)
    assert_locked(root)
    assert not RECOVERY_KEY.search(shown(root))
    picture('locked-meanwhile')
    unlock(root, PASSPHRASE)
    dialog = wait_for('the dialog again', lambda: root.childCount > 1 and button(front(root), 'I have kept it') and front(root))
    # neither Escape nor another lock takes the key away
    Keyboard().press('Escape')
    login.lock(OURS)
    assert_locked(root)
    assert not RECOVERY_KEY.search(shown(root))
    unlock(root, PASSPHRASE)
    dialog = wait_for('the dialog once more', lambda: root.childCount > 1 and button(front(root), 'I have kept it') and front(root))
    key = read_key(dialog, 'recovery-key')
    login.lock(OURS)
    assert_locked(root)
    unlock(root, key)
    wait_for('the case', lambda: has_name(root, 'Quixotequixote'))
    press(menu(root, 'Preferences'))
    press(wait_for('the page', lambda: toggle(front(root), 'Privacy')))
    preferences = front(root)
    wait_for('the new words', lambda: has_name(preferences, 'The file is sealed'))
    picture('sealed')
    return preferences


def change_passphrase(root, preferences):
    dialog = ask(root, button(preferences, 'Change the passphrase'))
    fill(dialog, 'Passphrase now', 'wrong wrong wrong')
    fill(dialog, 'New passphrase', ANOTHER)
    fill(dialog, 'Once more', ANOTHER)
    press(wait_for('the button', lambda: can_press(dialog, 'Change')))
    wait_for('the refusal', lambda: has_name(dialog, 'This passphrase is wrong'))
    picture('wrong-passphrase')
    windows = root.childCount
    fill(dialog, 'Passphrase now', PASSPHRASE)
    press(wait_for('the button again', lambda: can_press(dialog, 'Change')))
    wait_for('the end of it', lambda: root.childCount == windows - 1)


def renew(root, preferences):
    dialog = ask(root, button(preferences, 'Recovery key: New…'))
    fill(dialog, 'Passphrase now', ANOTHER)
    press(wait_for('the button', lambda: can_press(dialog, 'Make')))
    return read_key(dialog, 'new-recovery-key')


def lock_in_every_way(root, key, login):
    """Each way covers everything, dialogs too; the passphrase or the recovery key brings it back."""
    unlock(root, 'correct horse battery staple')  # no longer the one
    wait_for('the refusal', lambda: has_name(root, 'This passphrase is wrong'))
    assert_locked(root)
    picture('locked')
    unlock(root, ANOTHER)
    wait_for('the case', lambda: has_name(root, 'Quixotequixote'))
    press(menu(root, 'History…'))
    wait_for('a dialog with names', lambda: named(front(root), 'Saved states'))
    login.lock(OTHERS)  # somebody else's
    login.lock(OURS)
    assert_locked(root)
    unlock(root, key)
    wait_for('the case again', lambda: has_name(root, 'Quixotequixote'))
    # The machine waits until the window is covered.
    wait_for('the inhibitor', lambda: login.held() == 1)
    assert login.asked[-1][0] == 'sleep' and login.asked[-1][3] == 'delay', login.asked
    login.sleep(True)
    wait_for('that it is given back', lambda: login.held() == 0)
    assert has_name(root, 'The caseload is sealed')
    assert_locked(root)
    login.sleep(False)
    wait_for('the next inhibitor', lambda: login.held() == 1)
    unlock(root, ANOTHER)
    wait_for('the case once more', lambda: has_name(root, 'Quixotequixote'))
    asked = len(login.asked)
    login.lock(OTHERS)
    login.sleep(False)  # what comes later on the bus is answered later
    wait_for('another inhibitor', lambda: len(login.asked) > asked and login.held() == 1)
    wait_for('the case as before', lambda: has_name(root, 'Quixotequixote'))
    lock_screen()
    assert_locked(root)


def assert_nothing_in_clear(home):
    """Every file of the home, the program's own and those that the toolkit writes for it."""
    files = [path for path in Path(home).rglob('*') if path.is_file()]
    assert any(path.name == 'milepost.db' for path in files) and any(path.parent.name == 'backups' for path in files), files
    for path in files:
        content = path.read_bytes()
        for word in (*SECRETS, PASSPHRASE, ANOTHER):
            for form in (word.encode(), word.lower().encode(), word.encode('utf-16-le')):
                assert form not in content, (path, word)
    for path in Path(home).joinpath('milepost').rglob('*'):
        assert path.stat().st_mode & 0o77 == 0, path


def case_file(folder):
    case = json.loads((HERE.parent.parent / 'data/samples/alex-both-benefits.milepost').read_text())
    case['beneficiary']['name'] = SECRETS[0]
    case['title'], case['notes'] = SECRETS[1], SECRETS[2]
    case['scenarios'][0]['work'][2]['name'] = SECRETS[3]
    case['ssdi']['amounts'][0]['monthly'] = SECRETS[4]
    path = Path(folder) / f'{SECRETS[0]}.milepost'
    path.write_text(json.dumps(case))
    return path


def run(milepost, folder, home):
    file = case_file(folder)
    # The system's bus of this test is the session's.
    os.environ['DBUS_SYSTEM_BUS_ADDRESS'] = os.environ['DBUS_SESSION_BUS_ADDRESS']
    os.environ['XDG_SESSION_ID'] = '7'
    login = Login({'7': OURS, 'c1': OTHERS})
    program = Program(milepost, home, file)
    # GTK says this of an entry that goes while it has the focus, as on a page that is locked.
    program.forgiven.append('did not receive a focus-out event')
    try:
        root = program.root
        wait_for('the case', lambda: has_name(root, 'Pay: $1,950.00'))
        # Without a passphrase the window is covered, and says what that is.
        press(menu(root, 'Lock'))
        assert_locked(root, 'The window is covered. The file has no passphrase')
        press(can_press(root, 'Unlock'))
        wait_for('the case behind the cover', lambda: has_name(root, 'Pay: $1,950.00'))
        preferences = set_passphrase(root, login)
        change_passphrase(root, preferences)
        key = renew(root, preferences)
        lock_screen()
        lock_in_every_way(root, key, login)
        assert_nothing_in_clear(home)  # while it runs
        assert not any(word in program.said() for word in SECRETS), program.said()
    finally:
        program.end()
    assert_nothing_in_clear(home)
    # It begins as it ended, and nobody is shown before it is unlocked.
    program = Program(milepost, home)
    try:
        assert_locked(program.root)
    finally:
        program.end()


if __name__ == '__main__':
    with tempfile.TemporaryDirectory(prefix='milepost-lock-') as work, tempfile.TemporaryDirectory(prefix='milepost-home-') as own:
        run(sys.argv[1], work, own)
    print('ok')
