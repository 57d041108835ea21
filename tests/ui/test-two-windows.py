#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Two programs with a window each on one caseload and one case: the second reads and follows, and changes the case when the
first is gone, however it went. The command line writes while both are open, and both show it.

usage: test-two-windows.py MILEPOST MILEPOST-CLI SAMPLE; run it under xvfb-run and dbus-run-session.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from caseload import db, saved_elsewhere, set_pay
from screen import Gio, GLib, Program, button, has_name, picture, press, pyatspi, slider, wait_for

CLI, SAMPLE = sys.argv[2], Path(sys.argv[3])
FOLLOWS = 'This case is open in another window'


def states(home, person):
    return len(db(home, 'history', person).splitlines())


def second_program(bus, home, file):
    """On a bus of its own, else it would only wake the first; its widgets are told to the same screen reader."""
    reader = Gio.bus_get_sync(Gio.BusType.SESSION, None).call_sync(
        'org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, GLib.VariantType('(s)'), Gio.DBusCallFlags.NONE, -1, None)
    first = os.environ['DBUS_SESSION_BUS_ADDRESS']
    os.environ.update(DBUS_SESSION_BUS_ADDRESS=bus.stdout.readline().strip(), AT_SPI_BUS_ADDRESS=reader.unpack()[0])
    program = Program(sys.argv[1], home, file)
    os.environ['DBUS_SESSION_BUS_ADDRESS'] = first
    del os.environ['AT_SPI_BUS_ADDRESS']
    return program


def run(home, bus):
    file = Path(home) / 'Alex.milepost'
    file.write_text(SAMPLE.read_text())
    first = Program(sys.argv[1], home, file)
    second = None
    try:
        wait_for('the case', lambda: has_name(first.root, 'Pay: $1,950.00'))
        person = wait_for('the person', lambda: [json.loads(line) for line in db(home, 'list', '--json').splitlines()])[0]['id']
        second = second_program(bus, home, file)
        wait_for('the same case', lambda: has_name(second.root, FOLLOWS) and has_name(second.root, 'Pay: $1,950.00'))
        assert not has_name(first.root, FOLLOWS)
        set_pay(first.root, 1600, '$2,080.00')
        wait_for('what the first saved', lambda: has_name(second.root, 'Pay: $2,080.00'))
        picture('second-window')
        # The second changes nothing.
        slider(second.root, 'Pay, exactly').queryValue().currentValue = 1700
        assert not button(second.root, 'Undo').getState().contains(pyatspi.STATE_SENSITIVE)
        assert not has_name(second.root, 'Pay: $2,210.00') and states(home, person) == 2
        # The command line waits for nobody, and both show what it wrote.
        saved_elsewhere(home, lambda case: case['scenarios'][0]['work'][2].update(hourly='18.00'))
        for program in (first, second):
            wait_for('what the command line saved', lambda: has_name(program.root, 'Pay: $2,340.00'))
        assert states(home, person) == 3
        # It can be undone in the window that has the case.
        press(button(first.root, 'Undo'))
        wait_for('the pay before', lambda: has_name(first.root, 'Pay: $2,080.00') and has_name(second.root, 'Pay: $2,080.00'))
        first.kill()
        wait_for('the case for itself', lambda: not has_name(second.root, 'Only looked at'))
        set_pay(second.root, 1900, '$2,470.00')
        wait_for('its own state', lambda: states(home, person) == 5)
        assert second.errors() == [], second.errors()
    finally:
        if second is not None:
            second.end()
        if first.process.poll() is None:
            first.end()


if __name__ == '__main__':
    with tempfile.TemporaryDirectory(prefix='milepost-two-') as folder, \
            subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address'], stdout=subprocess.PIPE, text=True) as daemon:
        try:
            run(folder, daemon)
        finally:
            daemon.terminate()
    print('ok')
