# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop starts the program over the session bus, and a double click opens a case."""

import os
import subprocess
import sys
import tempfile
import time

import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), sys.argv[2]
SLOW = 20 if 'MP_TEST_SLOW' in os.environ else 1  # in valgrind
ID, PATH = 'io.github.milepost.Milepost', '/io/github/milepost/Milepost'


def begin():
    """Goes on in a bus of its own that knows the service file as it is installed, with the program of the build folder."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.makedirs(os.path.join(home, 'dbus-1/services'))
        with open(os.path.join(SOURCE, 'data', ID + '.service.in'), encoding='utf-8') as file:
            text = file.read().replace('@bindir@', os.path.dirname(PROGRAM))
        with open(os.path.join(home, 'dbus-1/services', ID + '.service'), 'w', encoding='utf-8') as file:
            file.write(text)
        env = {**os.environ, 'MP_IN_BUS': '1', 'XDG_DATA_HOME': home, 'GSK_RENDERER': 'cairo', 'GDK_DEBUG': 'gl-disable',
               'GSETTINGS_BACKEND': 'memory'}
        return subprocess.run(['dbus-run-session', '--', sys.executable, *sys.argv], env=env, check=False).returncode


def look():
    import pyatspi
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    case = Gio.File.new_for_path(os.path.join(SOURCE, 'data/samples/jo-ssi-student.milepost')).get_uri()

    def call(interface, method, arguments):
        bus.call_sync(ID, PATH, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 30000 * SLOW)

    call('org.freedesktop.Application', 'Open', GLib.Variant('(asa{sv})', ([case], {})))
    titles = []
    for _ in range(150 * SLOW):
        titles = [frame.name for program in pyatspi.Registry.getDesktop(0) if program is not None and program.name.startswith('milepost')
                  for frame in program if frame is not None]
        if any(title.startswith('Jo ') for title in titles):
            break
        time.sleep(0.1)
    assert any(title.startswith('Jo ') for title in titles), titles
    call('org.freedesktop.Application', 'ActivateAction', GLib.Variant('(sava{sv})', ('quit', [], {})))
    # It saves before it goes, into the folder that begin () takes away.
    for _ in range(150 * SLOW):
        if not bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
                             GLib.Variant('(s)', (ID,)), None, Gio.DBusCallFlags.NONE, 30000 * SLOW).unpack()[0]:
            return 0
        time.sleep(0.1)
    raise AssertionError('the program does not quit')


sys.exit(look() if 'MP_IN_BUS' in os.environ else begin())
