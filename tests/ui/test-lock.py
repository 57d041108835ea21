#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""A sealed caseload in the window: locked at first, a wrong passphrase is told, the right one shows the
people, and when the desktop locks its screen no name is left.

usage: test-lock.py MILEPOST MILEPOST-CLI; run it under xvfb-run and dbus-run-session.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import screen as window
from screen import pyatspi

HERE = Path(__file__).resolve().parent
PASSPHRASE = 'correct horse battery staple'


def cli(program, *args):
    read, write = os.pipe()
    os.write(write, (PASSPHRASE + '\n').encode())
    os.close(write)
    subprocess.run([program, 'db', *args, '--passphrase-fd', str(read)], pass_fds=[read], check=True, stdout=subprocess.DEVNULL)
    os.close(read)


def named(root, name, role=None):
    for node in window.walk(root):
        if node.name == name and (role is None or node.getRole() == role):
            return node
    return None


def texts(root):
    return [node.name for node in window.walk(root) if node.name]


def holds(root, words):
    return any(words in text for text in texts(root))


def type_passphrase(root, text):
    entry = window.wait_for('the entry', lambda: named(root, 'Passphrase', pyatspi.ROLE_PASSWORD_TEXT) or named(root, 'Passphrase'))
    for node in window.walk(entry):
        try:
            node.queryEditableText().setTextContents(text)
            break
        except NotImplementedError:
            continue
    window.press(window.wait_for('the button', lambda: named(root, 'Unlock', pyatspi.ROLE_PUSH_BUTTON)))


def run(program, program_cli, folder):
    env = dict(os.environ, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, GSETTINGS_BACKEND='memory', GDK_DEBUG='gl-disable',
               GSK_RENDERER='cairo', LC_ALL='C.UTF-8')
    os.environ.update(XDG_DATA_HOME=folder)
    case = json.loads((HERE.parent.parent / 'data/samples/jo-ssi-student.milepost').read_text())
    case['beneficiary']['name'] = 'Quixote'
    (Path(folder) / 'mine.milepost').write_text(json.dumps(case))
    cli(program_cli, 'import', str(Path(folder) / 'mine.milepost'))
    cli(program_cli, 'seal')
    process = subprocess.Popen([program], env=env)
    try:
        root = window.wait_for('the window', lambda: process.poll() is not None or window.application(process.pid))
        if process.poll() is not None:
            print('the program ended before it had a window')
            sys.exit(99)
        window.wait_for('the locked page', lambda: holds(root, 'The caseload is sealed'))
        assert not holds(root, 'Quixote'), texts(root)
        type_passphrase(root, 'correct horse battery stable')
        window.wait_for('the refusal', lambda: holds(root, 'This passphrase is wrong'))
        assert not holds(root, 'Quixote'), texts(root)
        type_passphrase(root, PASSPHRASE)
        window.wait_for('the people', lambda: holds(root, 'Quixote'))
        window.lock_screen()
        window.wait_for('the locked page again', lambda: not holds(root, 'Quixote'))
    finally:
        process.terminate()
        process.wait(10)


if __name__ == '__main__':
    with tempfile.TemporaryDirectory(prefix='milepost-lock-') as work:
        run(sys.argv[1], sys.argv[2], work)
    print('ok')
