#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window as a screen reader sees it: open a sample, change the pay, read the new figures.

usage: test-window.py MILEPOST; run it under xvfb-run and dbus-run-session.
"""

import os
import subprocess
import sys
import tempfile
import time

try:
    import gi
    gi.require_version('Atspi', '2.0')
    import pyatspi
    from gi.repository import GLib
except (ImportError, ValueError) as error:
    print('skipped: pyatspi is missing:', error)
    sys.exit(77)

LIMIT = 30


def wait_for(what, condition):
    """Runs the main loop until condition () gives something true, which is returned."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        GLib.MainContext.default().iteration(False)
        try:
            found = condition()
        except (GLib.Error, LookupError, RuntimeError):  # an object that is gone
            found = None
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError('waited in vain for ' + what)


def walk(node):
    yield node
    for child in node:
        if child is not None:
            yield from walk(child)


def application(pid):
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None and program.get_process_id() == pid:
            return program
    return None


def button(root, name):
    for node in walk(root):
        if node.name == name and node.getRole() == pyatspi.ROLE_PUSH_BUTTON:
            return node
    return None


def slider(root, name):
    for node in walk(root):
        if node.name == name and node.getRole() in (pyatspi.ROLE_SLIDER, pyatspi.ROLE_SPIN_BUTTON):
            return node
    return None


def press(node):
    actions = node.queryAction()
    for i in range(actions.nActions):
        if actions.getName(i) == 'click':
            actions.doAction(i)
            return
    raise AssertionError('nothing to click in ' + node.name)


def has_name(root, text):
    return any(text in node.name for node in walk(root))


def unnamed(root):
    bad = []
    for node in walk(root):
        if node.getRole() in (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TEXT, pyatspi.ROLE_TOGGLE_BUTTON):
            if node.name == '' or node.name.startswith(('Gtk', 'Adw')):
                bad.append(node.getRoleName() + ' "' + node.name + '"')
    return bad


def run(program):
    root = wait_for('the program', lambda: program.poll() is not None or application(program.pid))
    if program.poll() is not None:
        print('the program ended before it had a window')
        sys.exit(99)
    # As a sample opens: SSDI of $640.00 and, in June 2027, pay of $15.00 × 30 hours × 13/3
    wait_for('the first screen', lambda: button(root, 'Sample: Alex, both benefits'))
    press(button(root, 'Sample: Alex, both benefits'))
    wait_for('$1,950.00', lambda: has_name(root, 'Pay: $1,950.00'))
    months = [node for node in walk(root) if node.getRole() == pyatspi.ROLE_IMAGE and node.name.find('2027') >= 0]
    assert len(months) >= 12, len(months)
    assert unnamed(root) == [], unnamed(root)

    # A try-out: the slider counts hundredths of an hour. $15.00 × 35 × 13/3 = $2,275.00
    hours = wait_for('the hours', lambda: slider(root, 'Hours per week'))
    hours.queryValue().currentValue = 3500
    wait_for('$2,275.00', lambda: has_name(root, 'Pay: $2,275.00'))
    press(wait_for('Drop', lambda: button(root, 'Drop the try-out')))
    wait_for('the plan as it was', lambda: has_name(root, 'Pay: $1,950.00'))

    # Kept: it is a step of Undo. $16.00 × 30 × 13/3 = $2,080.00
    pay = wait_for('the pay of the month', lambda: slider(root, 'Pay, exactly'))
    pay.queryValue().currentValue = 1600
    wait_for('$2,080.00', lambda: has_name(root, 'Pay: $2,080.00'))
    press(wait_for('Keep', lambda: button(root, 'Keep the try-out')))
    undo = button(root, 'Undo')
    wait_for('undo', lambda: undo.getState().contains(pyatspi.STATE_SENSITIVE))
    assert has_name(root, 'Pay: $2,080.00')
    press(undo)
    wait_for('the old pay', lambda: has_name(root, 'Pay: $1,950.00'))

    # The next month, by the panel: SSI is paid on the month's own income, 994.00 - (1,950.00 - 85) / 2
    press(button(root, 'Next month'))
    wait_for('July', lambda: has_name(root, 'SSI: ≈ $61.50'))
    print('ok')


def main():
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home,
                           GSK_RENDERER='cairo', GDK_DEBUG='gl-disable', GSETTINGS_BACKEND='memory',
                           LC_ALL='C.UTF-8')
        environment.pop('GTK_A11Y', None)
        errors = os.path.join(home, 'stderr')
        with open(errors, 'w') as stderr:
            program = subprocess.Popen([sys.argv[1]], env=environment, stderr=stderr)
        try:
            run(program)
        finally:
            program.terminate()
            program.wait()
            with open(errors) as stderr:
                said = stderr.read()
            print(said)
        assert 'CRITICAL' not in said and 'WARNING' not in said, said


if __name__ == '__main__':
    main()
